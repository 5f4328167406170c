/*
 * _json.Scanner: reads a JSON document.
 *
 * What a decoder wants done with objects and numbers is noted when the
 * scanner is made.  Keys met before in the same document are not made anew.
 */
#include <math.h>
#include <string.h>

#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/iterators.h"
#include "runtime/modules/json.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { HOOK_OBJECT, HOOK_PAIRS, HOOK_FLOAT, HOOK_INT, HOOK_CONSTANT, HOOK_COUNT };
enum { KEY_CACHE = 64 };

struct JsonScanner {
    struct Object header;
    Value hooks[HOOK_COUNT]; /* None where there is none; parse_float may be float, parse_int int */
    bool strict;
};

struct JsonScan {
    struct JsonText text; /* first */
    struct JsonScanner *scanner;
    Value keys[KEY_CACHE];
};

static OWNED Value scan_value(struct JsonScan *scan, size_t start, size_t *end);

static inline size_t skip_space(const struct JsonText *text, size_t i)
{
    for (;; i++) {
        uint32_t c = json_at(text, i);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return i;
    }
}

static Value raise_no_value(struct JsonScan *scan, size_t position)
{
    return raise_stop_iteration(scan->text.vm, value_from_small_int((int64_t)position));
}

/* ---- Numbers ------------------------------------------------------------ */

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static size_t skip_digits(const struct JsonText *text, size_t i)
{
    while (is_digit(json_at(text, i)))
        i++;
    return i;
}

/* The end of the number at start, 0 when there is none. */
static size_t number_end(const struct JsonText *text, size_t start, bool *is_float_number)
{
    size_t i = start + (json_at(text, start) == '-');
    uint32_t c = json_at(text, i);
    *is_float_number = false;
    if (!is_digit(c))
        return 0;
    i = c == '0' ? i + 1 : skip_digits(text, i);
    if (json_at(text, i) == '.' && is_digit(json_at(text, i + 1))) {
        *is_float_number = true;
        i = skip_digits(text, i + 2);
    }
    c = json_at(text, i);
    if (c == 'e' || c == 'E') {
        size_t digits = i + 1;
        c = json_at(text, digits);
        digits += c == '+' || c == '-';
        if (is_digit(json_at(text, digits))) {
            *is_float_number = true;
            i = skip_digits(text, digits);
        }
    }
    return i;
}

/* The int of at most 18 digits. */
static OWNED Value short_int(const struct JsonText *text, size_t start, size_t end)
{
    bool negative = json_at(text, start) == '-';
    int64_t number = 0;
    for (size_t i = start + negative; i < end; i++)
        number = number * 10 + (int64_t)(json_at(text, i) - '0');
    return value_from_small_int(negative ? -number : number);
}

/* Digits as chars, for what reads those. */
static OWNED Value number_from_chars(struct JsonScan *scan, size_t start, size_t end, bool as_float)
{
    struct Interpreter *vm = scan->text.vm;
    char small[64];
    size_t length = end - start;
    char *chars = length < sizeof small ? small : heap_allocate(vm, MEMORY_BYTES, length + 1);
    if (!chars)
        return EMPTY;
    for (size_t i = 0; i < length; i++)
        chars[i] = (char)json_at(&scan->text, start + i);
    chars[length] = '\0';
    double number = 0;
    Value result;
    if (as_float)
        result = float_from_text(chars, length, &number) ? float_new(vm, number) : EMPTY;
    else
        result = int_from_text(vm, chars, length, 10);
    if (chars != small)
        heap_free(vm, MEMORY_BYTES, chars, length + 1);
    return result;
}

static OWNED Value scan_number(struct JsonScan *scan, size_t start, size_t *end)
{
    struct Interpreter *vm = scan->text.vm;
    bool as_float;
    *end = number_end(&scan->text, start, &as_float);
    if (*end == 0)
        return raise_no_value(scan, start);
    Value hook = scan->scanner->hooks[as_float ? HOOK_FLOAT : HOOK_INT];
    struct Type *usual = builtin_type(vm, as_float ? TYPE_float : TYPE_int);
    if (value_same(hook, value_from_object(usual))) {
        if (!as_float && *end - start <= 18)
            return short_int(&scan->text, start, *end);
        return number_from_chars(scan, start, *end, as_float);
    }
    Value digits = string_substring(vm, scan->text.text, start, *end);
    if (is_empty(digits))
        return EMPTY;
    Value result = object_call_1(vm, hook, digits);
    release(vm, digits);
    return result;
}

/* ---- Constants ---------------------------------------------------------- */

static bool stands_at(const struct JsonText *text, size_t at, const char *word)
{
    for (; *word; word++, at++)
        if (json_at(text, at) != (unsigned char)*word)
            return false;
    return true;
}

static OWNED Value scan_constant(struct JsonScan *scan, const char *word, size_t start, size_t *end)
{
    struct Interpreter *vm = scan->text.vm;
    *end = start + strlen(word);
    Value name = string_from_cstring(vm, word);
    if (is_empty(name))
        return EMPTY;
    Value result = object_call_1(vm, scan->scanner->hooks[HOOK_CONSTANT], name);
    release(vm, name);
    return result;
}

/* null, true and false: ABSENT when there is none of these. */
static Value scan_literal(const struct JsonText *text, size_t start, size_t *end)
{
    static const struct {
        const char *word;
        size_t length;
    } words[] = {{"null", 4}, {"true", 4}, {"false", 5}};
    for (size_t i = 0; i < 3; i++) {
        if (stands_at(text, start, words[i].word)) {
            *end = start + words[i].length;
            return i == 0 ? VALUE_NONE : value_from_bool(i == 1);
        }
    }
    return VALUE_ABSENT;
}

/* ---- Arrays ------------------------------------------------------------- */

/* After an item: 1 another follows at *at, 0 the array or object is over, -1 raised. */
static int scan_separator(struct JsonScan *scan, uint32_t close, size_t *at)
{
    struct JsonText *text = &scan->text;
    size_t i = skip_space(text, *at);
    uint32_t c = json_at(text, i);
    *at = i + 1;
    if (c == close)
        return 0;
    if (c != ',')
        return json_raise(text, "Expecting ',' delimiter", i), -1;
    *at = skip_space(text, i + 1);
    if (json_at(text, *at) != close)
        return 1;
    json_raise(text, close == ']' ? "Illegal trailing comma before end of array"
                                  : "Illegal trailing comma before end of object", i);
    return -1;
}

static OWNED Value scan_array(struct JsonScan *scan, size_t start, size_t *end)
{
    struct Interpreter *vm = scan->text.vm;
    size_t at = skip_space(&scan->text, start);
    Value list = list_new(vm, 0);
    if (is_empty(list))
        return EMPTY;
    *end = at + 1;
    if (json_at(&scan->text, at) == ']')
        return list;
    int more = 1;
    while (more > 0) {
        Value item = scan_value(scan, at, &at);
        if (is_empty(item) || !list_append_fast(vm, list, item))
            more = -1;
        else
            more = scan_separator(scan, ']', &at);
    }
    *end = at;
    if (more == 0)
        return list;
    release(vm, list);
    return EMPTY;
}

/* ---- Objects ------------------------------------------------------------ */

/* Where a key of these characters is kept, if it was met before. */
static size_t key_slot(const uint8_t *octets, size_t length)
{
    uint32_t hash = (uint32_t)length;
    for (size_t i = 0; i < length && i < 16; i++)
        hash = hash * 31 + octets[i];
    return (hash ^ hash >> 7) % KEY_CACHE;
}

static OWNED Value scan_key(struct JsonScan *scan, size_t start, size_t *end)
{
    struct JsonText *text = &scan->text;
    size_t stop;
    if (!text->is_ascii || !json_plain_string(text, start, &stop))
        return json_scan_string(text, start, scan->scanner->strict, end);
    const uint8_t *octets = (const uint8_t *)text->units + start;
    size_t length = stop - start, slot = key_slot(octets, length);
    Value cached = scan->keys[slot];
    *end = stop + 1;
    if (!is_empty(cached) && string_length(cached) == length && memcmp(as_string(cached)->data, octets, length) == 0)
        return retain(cached);
    Value key = string_from_ascii(text->vm, (const char *)octets, length);
    if (is_empty(key))
        return EMPTY;
    release_maybe(text->vm, cached);
    scan->keys[slot] = retain(key);
    return key;
}

/* Puts a pair into a dict, or into a list for object_pairs_hook. */
static bool add_pair(struct JsonScan *scan, Value result, Value key, Value value)
{
    struct Interpreter *vm = scan->text.vm;
    if (is_dict(vm, result))
        return dict_set(vm, result, key, value);
    Value pair = tuple_pack(vm, (size_t)2, key, value);
    return !is_empty(pair) && list_append(vm, result, pair);
}

static bool scan_pair(struct JsonScan *scan, Value result, size_t *at)
{
    struct JsonText *text = &scan->text;
    if (json_at(text, *at) != '"')
        return json_raise(text, "Expecting property name enclosed in double quotes", *at), false;
    Value key = scan_key(scan, *at + 1, at);
    if (is_empty(key))
        return false;
    *at = skip_space(text, *at);
    bool good = json_at(text, *at) == ':';
    if (!good)
        json_raise(text, "Expecting ':' delimiter", *at);
    if (good) {
        Value value = scan_value(scan, skip_space(text, *at + 1), at);
        good = !is_empty(value);
        if (good) {
            good = add_pair(scan, result, key, value);
            release(text->vm, value);
        }
    }
    release(text->vm, key);
    return good;
}

/* What the decoder makes of an object. */
static OWNED Value finish_object(struct JsonScan *scan, STEALS Value result)
{
    const Value *hooks = scan->scanner->hooks;
    Value hook = !is_none(hooks[HOOK_PAIRS]) ? hooks[HOOK_PAIRS] : hooks[HOOK_OBJECT];
    if (is_none(hook))
        return result;
    Value made = object_call_1(scan->text.vm, hook, result);
    release(scan->text.vm, result);
    return made;
}

static OWNED Value scan_object(struct JsonScan *scan, size_t start, size_t *end)
{
    struct Interpreter *vm = scan->text.vm;
    size_t at = skip_space(&scan->text, start);
    Value result = is_none(scan->scanner->hooks[HOOK_PAIRS]) ? dict_new(vm) : list_new(vm, 0);
    if (is_empty(result))
        return EMPTY;
    int more = json_at(&scan->text, at) == '}' ? 0 : 1;
    if (more == 0)
        at++;
    while (more > 0)
        more = scan_pair(scan, result, &at) ? scan_separator(scan, '}', &at) : -1;
    *end = at;
    if (more == 0)
        return finish_object(scan, result);
    release(vm, result);
    return EMPTY;
}

/* ---- Values ------------------------------------------------------------- */

static OWNED Value scan_nested(struct JsonScan *scan, bool array, size_t start, size_t *end)
{
    struct Interpreter *vm = scan->text.vm;
    if (!vm_enter_recursion(vm, array ? " while decoding a JSON array from a unicode string"
                                      : " while decoding a JSON object from a unicode string"))
        return EMPTY;
    Value result = array ? scan_array(scan, start, end) : scan_object(scan, start, end);
    vm_leave_recursion(vm);
    return result;
}

static OWNED Value scan_value(struct JsonScan *scan, size_t start, size_t *end)
{
    struct JsonText *text = &scan->text;
    uint32_t c = json_at(text, start);
    switch (c) {
    case '"':
        return json_scan_string(text, start + 1, scan->scanner->strict, end);
    case '{':
    case '[':
        return scan_nested(scan, c == '[', start + 1, end);
    case 'n':
    case 't':
    case 'f': {
        Value literal = scan_literal(text, start, end);
        return is_absent(literal) ? raise_no_value(scan, start) : literal;
    }
    case 'N':
        return stands_at(text, start, "NaN") ? scan_constant(scan, "NaN", start, end) : raise_no_value(scan, start);
    case 'I':
        return stands_at(text, start, "Infinity") ? scan_constant(scan, "Infinity", start, end)
                                                  : raise_no_value(scan, start);
    case '-':
        if (stands_at(text, start, "-Infinity"))
            return scan_constant(scan, "-Infinity", start, end);
        break;
    default:
        break;
    }
    return scan_number(scan, start, end);
}

/* ---- The type ----------------------------------------------------------- */

static Value scanner_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct JsonScan scan = {.scanner = (struct JsonScanner *)value_object(self)};
    Value bound[2];
    int64_t start;
    if (!native_bind(vm, "scan_once", "string, idx", args, positional, names, bound, 2) ||
        !object_as_int64(vm, bound[1], TYPE_OverflowError, &start))
        return EMPTY;
    if (!is_string(vm, bound[0]))
        return raise_type_error(vm, "first argument must be a string, not %T", bound[0]);
    if (start < 0)
        return raise_value_error(vm, "idx cannot be negative");
    json_text_open(&scan.text, vm, bound[0]);
    size_t end = 0;
    Value value = scan_value(&scan, (size_t)start, &end), result = EMPTY;
    for (size_t i = 0; i < KEY_CACHE; i++)
        release_maybe(vm, scan.keys[i]);
    if (!is_empty(value)) {
        result = tuple_pack(vm, (size_t)2, value, value_from_small_int((int64_t)end));
        release(vm, value);
    }
    return result;
}

static Value scanner_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    static const char *const attributes[HOOK_COUNT] = {"object_hook", "object_pairs_hook", "parse_float", "parse_int",
                                                       "parse_constant"};
    Value context;
    if (!native_bind(vm, "make_scanner", "context", args, positional, names, &context, 1))
        return EMPTY;
    struct JsonScanner *self = (struct JsonScanner *)(void *)object_allocate(vm, type, sizeof *self);
    if (!self)
        return EMPTY;
    Value scanner = value_from_object(self), strict = object_get_attribute_cstring(vm, context, "strict");
    int truth = is_empty(strict) ? -1 : object_truth(vm, strict);
    release_maybe(vm, strict);
    self->strict = truth > 0;
    for (size_t i = 0; i < HOOK_COUNT && truth >= 0; i++) {
        Value hook = object_get_attribute_cstring(vm, context, attributes[i]);
        if (is_empty(hook))
            truth = -1;
        else
            slot_init(vm, self, &self->hooks[i], hook);
    }
    if (truth >= 0)
        return scanner;
    release(vm, scanner);
    return EMPTY;
}

static void scanner_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, HOOK_COUNT, visit, context);
}

static OWNED Value scanner_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, HOOK_COUNT, cursor);
}

const struct TypeSpec json_scanner_type_spec = {
    .name = "_json.Scanner",
    .documentation = "JSON scanner object",
    .instance_size = sizeof(struct JsonScanner),
    .memory = {.traverse = scanner_traverse, .take = scanner_take, .clear = nothing_to_clear,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = scanner_construct, .call = scanner_call},
};
