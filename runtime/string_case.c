/*
 * Methods of str about the kind of its characters: case conversion,
 * predicates (isalpha and its kin) and translation tables.
 */
#include "runtime/dict.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

/* ---- Case conversion --------------------------------------------------- */

/* Whether the capital sigma at i ends a word: after a cased letter and before none (ignorables apart). */
static bool is_final_sigma(const struct String *s, size_t i)
{
    size_t j = i;
    while (j > 0 && unicode_is_case_ignorable(string_at(s, j - 1)))
        j--;
    if (j == 0 || !unicode_is_cased(string_at(s, j - 1)))
        return false;
    for (j = i + 1; j < s->length && unicode_is_case_ignorable(string_at(s, j));)
        j++;
    return j == s->length || !unicode_is_cased(string_at(s, j));
}

static size_t map_at(const struct String *s, size_t i, enum CaseMapping mapping, uint32_t mapped[MAPPED_LIMIT])
{
    uint32_t c = string_at(s, i);
    if (mapping == CASE_LOWER && c == 0x3a3) {
        mapped[0] = is_final_sigma(s, i) ? 0x3c2 : 0x3c3;
        return 1;
    }
    return unicode_map(mapping, c, mapped);
}

/* Which mapping, if any, the character at i gets; state lets title() remember what came before. */
typedef bool (*MappingChoice)(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping);

static bool choose_upper(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping)
{
    (void)s, (void)i, (void)state;
    *mapping = CASE_UPPER;
    return true;
}

static bool choose_lower(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping)
{
    (void)s, (void)i, (void)state;
    *mapping = CASE_LOWER;
    return true;
}

static bool choose_fold(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping)
{
    (void)s, (void)i, (void)state;
    *mapping = CASE_FOLD;
    return true;
}

static bool choose_title(const struct String *s, size_t i, bool *in_word, enum CaseMapping *mapping)
{
    *mapping = *in_word ? CASE_LOWER : CASE_TITLE;
    *in_word = unicode_is_cased(string_at(s, i));
    return true;
}

static bool choose_capitalize(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping)
{
    (void)s, (void)state;
    *mapping = i == 0 ? CASE_TITLE : CASE_LOWER;
    return true;
}

static bool choose_swap(const struct String *s, size_t i, bool *state, enum CaseMapping *mapping)
{
    uint32_t c = string_at(s, i);
    (void)state;
    *mapping = unicode_is_upper(c) ? CASE_LOWER : CASE_UPPER;
    return unicode_is_upper(c) || unicode_is_lower(c);
}

static OWNED Value convert_general(struct Interpreter *vm, Value self, MappingChoice choose)
{
    const struct String *s = as_string(self);
    struct StringBuilder builder;
    bool state = false;
    builder_open(&builder, vm);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t mapped[MAPPED_LIMIT] = {string_at(s, i)};
        enum CaseMapping mapping;
        size_t count = choose(s, i, &state, &mapping) ? map_at(s, i, mapping, mapped) : 1;
        bool added = count == 1 ? builder_add_char(&builder, mapped[0]) : builder_add_units(&builder, mapped, 4, count);
        if (!added) {
            builder_abandon(&builder);
            return EMPTY;
        }
    }
    return builder_finish(&builder);
}

typedef void (*AsciiConversion)(uint8_t *restrict to, const uint8_t *restrict from, size_t length);

static OWNED Value convert(struct Interpreter *vm, Value self, AsciiConversion ascii, MappingChoice choose)
{
    const struct String *s = as_string(self);
    if (!string_is_ascii(s))
        return convert_general(vm, self, choose);
    if (s->length <= 1) {
        uint8_t one = 0;
        ascii(&one, s->data, s->length);
        return string_from_ascii(vm, (const char *)&one, s->length);
    }
    Value result = string_allocate(vm, s->length, 0x7f);
    if (!is_empty(result))
        ascii(as_string(result)->data, s->data, s->length);
    return result;
}

static void upper_ascii(uint8_t *restrict to, const uint8_t *restrict from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_upper(from[i]);
}

static void lower_ascii(uint8_t *restrict to, const uint8_t *restrict from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_lower(from[i]);
}

static void swap_ascii(uint8_t *restrict to, const uint8_t *restrict from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_has(from[i], ASCII_LOWER) ? ascii_upper(from[i]) : ascii_lower(from[i]);
}

static void title_ascii(uint8_t *restrict to, const uint8_t *restrict from, size_t length)
{
    bool in_word = false;
    for (size_t i = 0; i < length; i++) {
        to[i] = in_word ? ascii_lower(from[i]) : ascii_upper(from[i]);
        in_word = ascii_has(from[i], ASCII_LOWER | ASCII_UPPER);
    }
}

static void capitalize_ascii(uint8_t *restrict to, const uint8_t *restrict from, size_t length)
{
    lower_ascii(to, from, length);
    if (length > 0)
        to[0] = ascii_upper(from[0]);
}

#define DEFINE_CONVERSION(name, ascii, choose)                                  \
    OWNED Value name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                           \
        (void)count;                                                            \
        return convert(vm, args[0], ascii, choose);                             \
    }

DEFINE_CONVERSION(string_upper, upper_ascii, choose_upper)
DEFINE_CONVERSION(string_lower, lower_ascii, choose_lower)
DEFINE_CONVERSION(string_casefold, lower_ascii, choose_fold)
DEFINE_CONVERSION(string_title, title_ascii, choose_title)
DEFINE_CONVERSION(string_capitalize, capitalize_ascii, choose_capitalize)
DEFINE_CONVERSION(string_swapcase, swap_ascii, choose_swap)

/* ---- Predicates -------------------------------------------------------- */

static bool is_alphanumeric(uint32_t c)
{
    return unicode_is_alphabetic(c) || unicode_is_decimal(c) || unicode_is_digit(c) || unicode_is_numeric(c);
}

static OWNED Value all_are(Value self, bool (*test)(uint32_t), bool when_empty)
{
    const struct String *s = as_string(self);
    for (size_t i = 0; i < s->length; i++)
        if (!test(string_at(s, i)))
            return VALUE_FALSE;
    return value_from_bool(s->length > 0 || when_empty);
}

#define DEFINE_PREDICATE(name, test, when_empty)                                \
    OWNED Value name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                           \
        (void)vm, (void)count;                                                  \
        return all_are(args[0], test, when_empty);                              \
    }

DEFINE_PREDICATE(string_isalnum, is_alphanumeric, false)
DEFINE_PREDICATE(string_isalpha, unicode_is_alphabetic, false)
DEFINE_PREDICATE(string_isdecimal, unicode_is_decimal, false)
DEFINE_PREDICATE(string_isdigit, unicode_is_digit, false)
DEFINE_PREDICATE(string_isnumeric, unicode_is_numeric, false)
DEFINE_PREDICATE(string_isprintable, unicode_is_printable, true)
DEFINE_PREDICATE(string_isspace, unicode_is_space, false)

OWNED Value string_isascii(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_bool(string_is_ascii(as_string(args[0])));
}

bool string_is_identifier(Value self)
{
    const struct String *s = as_string(self);
    if (s->length == 0 || !unicode_is_identifier_start(string_at(s, 0)))
        return false;
    for (size_t i = 1; i < s->length; i++)
        if (!unicode_is_identifier_continue(string_at(s, i)))
            return false;
    return true;
}

OWNED Value string_isidentifier(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_bool(string_is_identifier(args[0]));
}

/* At least one character of the wanted case and none of the other. */
static OWNED Value all_cased(Value self, bool (*wanted)(uint32_t), bool (*other)(uint32_t))
{
    const struct String *s = as_string(self);
    bool found = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        if (other(c) || unicode_is_title(c))
            return VALUE_FALSE;
        found = found || wanted(c);
    }
    return value_from_bool(found);
}

OWNED Value string_islower(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return all_cased(args[0], unicode_is_lower, unicode_is_upper);
}

OWNED Value string_isupper(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return all_cased(args[0], unicode_is_upper, unicode_is_lower);
}

OWNED Value string_istitle(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct String *s = as_string(args[0]);
    bool found = false, in_word = false;
    (void)vm, (void)count;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool capital = unicode_is_upper(c) || unicode_is_title(c), small = unicode_is_lower(c);
        if ((capital && in_word) || (small && !in_word))
            return VALUE_FALSE;
        in_word = capital || small;
        found = found || in_word;
    }
    return value_from_bool(found);
}

/* ---- Translation ------------------------------------------------------- */

/* What a translation table says of a character: OWNED Value, None to delete, ABSENT to keep it. */
static OWNED Value look_up(struct Interpreter *vm, Value table, uint32_t c)
{
    Value key = value_from_small_int(c);
    if (is_exact_dict(vm, table))
        return dict_get(vm, table, key);
    Value found = object_get_item(vm, table, key);
    if (!is_empty(found) || !error_matches(vm, TYPE_LookupError))
        return found;
    error_clear(vm);
    return VALUE_ABSENT;
}

static MUST_USE bool add_translation(struct Interpreter *vm, struct StringBuilder *builder, uint32_t c, Value to)
{
    int64_t code_point;
    if (is_absent(to))
        return builder_add_char(builder, c);
    if (is_none(to))
        return true;
    if (is_string(vm, to))
        return builder_add_string(builder, to);
    if (!is_int(vm, to)) {
        raise_type_error(vm, "character mapping must return integer, None or str");
        return false;
    }
    if (!int_fits_int64(to, &code_point) || code_point < 0 || code_point > MAXIMUM_CODE_POINT) {
        raise_value_error(vm, "character mapping must be in range(0x110000)");
        return false;
    }
    return builder_add_char(builder, (uint32_t)code_point);
}

/* ASCII text by a dict of single ASCII characters: true when all of it was translated; nothing is raised. */
static bool translate_ascii(struct Interpreter *vm, Value text, Value table, uint8_t *to, size_t *length)
{
    const struct String *s = as_string(text);
    uint8_t known[128] = {0}; /* 0: not asked yet, 0xff: delete, else 0x80 and the character */
    size_t written = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint8_t c = s->data[i];
        if (known[c] == 0) {
            Value target = dict_get(vm, table, value_from_small_int(c));
            if (is_absent(target))
                known[c] = 0x80 | c;
            else if (is_none(target))
                known[c] = 0xff;
            else if (is_small_int(target) && (uint64_t)small_int(target) < 0x7f)
                known[c] = (uint8_t)(0x80 | small_int(target));
            else if (!is_empty(target) && is_string(vm, target) && string_length(target) == 1 &&
                     string_at(as_string(target), 0) < 0x7f)
                known[c] = (uint8_t)(0x80 | string_at(as_string(target), 0));
            release_maybe(vm, target);
            if (known[c] == 0)
                return false;
        }
        if (known[c] != 0xff)
            to[written++] = known[c] & 0x7f;
    }
    *length = written;
    return true;
}

/* EMPTY without an error when the general way must be taken. */
static OWNED Value try_translate_ascii(struct Interpreter *vm, Value text, Value table)
{
    enum { ON_STACK = 1024 };
    uint8_t small[ON_STACK];
    size_t capacity = string_length(text), length;
    if (!string_is_ascii(as_string(text)) || !is_exact_dict(vm, table))
        return EMPTY;
    uint8_t *to = capacity <= ON_STACK ? small : heap_allocate(vm, MEMORY_BYTES, capacity);
    if (to == NULL)
        return EMPTY;
    Value result = EMPTY;
    if (translate_ascii(vm, text, table, to, &length))
        result = string_from_ascii(vm, (const char *)to, length);
    if (to != small)
        heap_free(vm, MEMORY_BYTES, to, capacity);
    return result;
}

static OWNED Value translate_generally(struct Interpreter *vm, const Value *args)
{
    struct StringBuilder builder;
    Value known[128];
    bool is_known[128] = {false}, good = true;
    builder_open(&builder, vm);
    for (size_t i = 0; good && i < string_length(args[0]); i++) {
        uint32_t c = string_at(as_string(args[0]), i);
        bool cached = c < 128 && is_known[c];
        Value to = cached ? known[c] : look_up(vm, args[1], c);
        good = !is_empty(to) && add_translation(vm, &builder, c, to);
        if (cached)
            continue;
        if (good && c < 128) { /* asked for once, as long as this call lasts */
            known[c] = to;
            is_known[c] = true;
        } else {
            release_maybe(vm, to);
        }
    }
    for (size_t c = 0; c < 128; c++)
        if (is_known[c])
            release(vm, known[c]);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

OWNED Value string_translate(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value translated = try_translate_ascii(vm, args[0], args[1]);
    if (!is_empty(translated) || error_pending(vm))
        return translated;
    return translate_generally(vm, args);
}

static MUST_USE bool map_pairs(struct Interpreter *vm, Value dict, Value from, Value to)
{
    if (string_length(from) != string_length(to)) {
        raise_value_error(vm, "the first two maketrans arguments must have equal length");
        return false;
    }
    for (size_t i = 0; i < string_length(from); i++) {
        Value key = value_from_small_int(string_at(as_string(from), i));
        if (!dict_set(vm, dict, key, value_from_small_int(string_at(as_string(to), i))))
            return false;
    }
    return true;
}

static MUST_USE bool map_deleted(struct Interpreter *vm, Value dict, Value deleted)
{
    for (size_t i = 0; i < string_length(deleted); i++)
        if (!dict_set(vm, dict, value_from_small_int(string_at(as_string(deleted), i)), VALUE_NONE))
            return false;
    return true;
}

/* A key of the table to make: OWNED int. */
static OWNED Value table_key(struct Interpreter *vm, Value key)
{
    if (is_int(vm, key))
        return retain(key);
    if (!is_string(vm, key))
        return raise_type_error(vm, "keys in translate table must be strings or integers");
    if (string_length(key) != 1)
        return raise_value_error(vm, "string keys in translate table must be of length 1");
    return value_from_small_int(string_at(as_string(key), 0));
}

static MUST_USE bool map_dict(struct Interpreter *vm, Value dict, Value source)
{
    size_t position = 0;
    Value key, value;
    while (dict_next(source, &position, &key, &value)) {
        value = retain(value); /* hashing a subclass of int may run anything */
        key = table_key(vm, key);
        bool good = !is_empty(key) && dict_set(vm, dict, key, value);
        release(vm, value);
        release_maybe(vm, key);
        if (!good)
            return false;
    }
    return true;
}

static MUST_USE bool fill_table(struct Interpreter *vm, Value dict, const Value *args, size_t count)
{
    if (count == 1) {
        if (is_exact_dict(vm, args[0]))
            return map_dict(vm, dict, args[0]);
        raise_type_error(vm, "if you give only one argument to maketrans it must be a dict");
        return false;
    }
    if (!check_string_argument(vm, args[1], "maketrans", 2) ||
        (count > 2 && !check_string_argument(vm, args[2], "maketrans", 3)))
        return false;
    if (!is_string(vm, args[0])) {
        raise_type_error(vm, "first maketrans argument must be a string if there is a second argument");
        return false;
    }
    return map_pairs(vm, dict, args[0], args[1]) && (count == 2 || map_deleted(vm, dict, args[2]));
}

/* Static: no self. */
OWNED Value string_maketrans(struct Interpreter *vm, const Value *args, size_t count)
{
    Value dict = dict_new(vm);
    if (is_empty(dict))
        return EMPTY;
    if (fill_table(vm, dict, args, count))
        return dict;
    release(vm, dict);
    return EMPTY;
}
