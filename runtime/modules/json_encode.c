/*
 * Writes a value as JSON in one go: what JSONEncoder.encode() is made of.
 *
 * The containers under way are a chain on the C stack, which is where circles
 * are noticed.
 */
#include <math.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/modules/json.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct JsonEncoder {
    struct Interpreter *vm;
    struct StringBuilder builder;
    Value default_function, key_separator, item_separator;
    Value indent; /* str, or None: all in one line */
    bool check_circular, ascii, sort_keys, skip_keys, allow_nan;
};

struct Ancestor {
    const struct Ancestor *above;
    Value container;
    size_t level;
};

static bool encode_value(struct JsonEncoder *encoder, Value v, const struct Ancestor *above);

/* ---- Numbers ------------------------------------------------------------ */

static bool add_owned(struct JsonEncoder *encoder, STEALS Value text)
{
    if (is_empty(text))
        return false;
    bool good = builder_add_string(&encoder->builder, text);
    release(encoder->vm, text);
    return good;
}

static bool encode_float(struct JsonEncoder *encoder, Value v)
{
    double number = float_value(v);
    if (isfinite(number))
        return add_owned(encoder, float_repr(encoder->vm, number));
    if (!encoder->allow_nan) {
        raise_value_error(encoder->vm, "Out of range float values are not JSON compliant: %R", v);
        return false;
    }
    return builder_add_cstring(&encoder->builder, isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
}

static bool encode_int(struct JsonEncoder *encoder, Value v)
{
    char digits[24], *end = digits + sizeof digits;
    if (!is_small_int(v))
        return add_owned(encoder, int_to_string(encoder->vm, v, 10, false));
    int64_t number = small_int(v);
    char *start = write_decimal(end, number < 0 ? (uint64_t)-number : (uint64_t)number);
    if (number < 0)
        *--start = '-';
    return builder_add_ascii(&encoder->builder, start, (size_t)(end - start));
}

/* ---- Containers --------------------------------------------------------- */

static bool add_newline(struct JsonEncoder *encoder, size_t level)
{
    if (is_none(encoder->indent))
        return true;
    if (!builder_add_char(&encoder->builder, '\n'))
        return false;
    for (size_t i = 0; i < level; i++)
        if (!builder_add_string(&encoder->builder, encoder->indent))
            return false;
    return true;
}

/* What stands before an item: the bracket or a separator, and the new line. */
static bool begin_item(struct JsonEncoder *encoder, bool first, char open, size_t level)
{
    return (first ? builder_add_char(&encoder->builder, (uint32_t)open)
                  : builder_add_string(&encoder->builder, encoder->item_separator)) &&
           add_newline(encoder, level);
}

static bool enter_container(struct JsonEncoder *encoder, Value v, const struct Ancestor *above)
{
    for (; encoder->check_circular && above; above = above->above) {
        if (value_same(above->container, v)) {
            raise_value_error(encoder->vm, "Circular reference detected");
            return false;
        }
    }
    return vm_enter_recursion(encoder->vm, " while encoding a JSON object");
}

static bool encode_sequence(struct JsonEncoder *encoder, Value v, const struct Ancestor *self)
{
    struct Interpreter *vm = encoder->vm;
    size_t i = 0;
    for (; i < sequence_fast_length(v, vm); i++) {
        Value item = retain(sequence_fast_items(v, vm)[i]);
        bool good = begin_item(encoder, i == 0, '[', self->level) && encode_value(encoder, item, self);
        release(vm, item);
        if (!good)
            return false;
    }
    if (i == 0)
        return builder_add_ascii(&encoder->builder, "[]", 2);
    return add_newline(encoder, self->level - 1) && builder_add_char(&encoder->builder, ']');
}

/* A key as text: OWNED str, ABSENT to skip it, EMPTY raised. */
static OWNED Value key_text(struct JsonEncoder *encoder, Value key)
{
    struct Interpreter *vm = encoder->vm;
    if (is_string(vm, key))
        return retain(key);
    if (is_none(key) || is_bool(key))
        return string_from_cstring(vm, is_none(key) ? "null" : is_true(key) ? "true" : "false");
    if (is_int(vm, key))
        return int_to_string(vm, key, 10, false);
    if (is_float(vm, key)) {
        double number = float_value(key);
        if (isfinite(number))
            return float_repr(vm, number);
        if (!encoder->allow_nan)
            return raise_value_error(vm, "Out of range float values are not JSON compliant: %R", key);
        return string_from_cstring(vm, isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }
    if (encoder->skip_keys)
        return VALUE_ABSENT;
    return raise_type_error(vm, "keys must be str, int, float, bool or None, not %T", key);
}

static bool encode_pair(struct JsonEncoder *encoder, Value key, Value value, const struct Ancestor *self, bool *first)
{
    Value text = key_text(encoder, key);
    if (is_absent(text))
        return true;
    if (is_empty(text))
        return false;
    bool good = begin_item(encoder, *first, '{', self->level) &&
                json_add_string(&encoder->builder, text, encoder->ascii) &&
                builder_add_string(&encoder->builder, encoder->key_separator);
    release(encoder->vm, text);
    *first = false;
    return good && encode_value(encoder, value, self);
}

/* The pairs of a list of items; sorted dicts and subclasses of dict. */
static bool encode_items(struct JsonEncoder *encoder, Value items, const struct Ancestor *self, bool *first)
{
    struct Interpreter *vm = encoder->vm;
    for (size_t i = 0; i < as_list(items)->length; i++) {
        Value pair = retain(as_list(items)->items[i]);
        bool good = is_tuple(vm, pair) && tuple_length(pair) == 2;
        if (!good)
            raise_value_error(vm, "items must return 2-tuples");
        good = good && encode_pair(encoder, as_tuple(pair)->items[0], as_tuple(pair)->items[1], self, first);
        release(vm, pair);
        if (!good)
            return false;
    }
    return true;
}

static OWNED Value items_of(struct Interpreter *vm, Value dict)
{
    if (is_exact_dict(vm, dict))
        return dict_items_list(vm, dict);
    Value name = string_intern_cstring(vm, "items");
    Value view = is_empty(name) ? EMPTY : object_call_method(vm, name, &dict, 1);
    release_maybe(vm, name);
    if (is_empty(view))
        return EMPTY;
    Value list = list_from_iterable(vm, view);
    release(vm, view);
    return list;
}

static bool encode_dict_items(struct JsonEncoder *encoder, Value v, const struct Ancestor *self, bool *first)
{
    struct Interpreter *vm = encoder->vm;
    if (encoder->sort_keys || !is_exact_dict(vm, v)) {
        Value items = items_of(vm, v);
        bool good = !is_empty(items) && (!encoder->sort_keys || list_sort(vm, items, EMPTY, false)) &&
                    encode_items(encoder, items, self, first);
        release_maybe(vm, items);
        return good;
    }
    size_t position = 0;
    Value key, value;
    while (dict_next(v, &position, &key, &value)) {
        Value held_key = retain(key), held_value = retain(value);
        bool good = encode_pair(encoder, held_key, held_value, self, first);
        release(vm, held_key);
        release(vm, held_value);
        if (!good)
            return false;
    }
    return true;
}

static bool encode_dict(struct JsonEncoder *encoder, Value v, const struct Ancestor *self)
{
    bool first = true;
    if (dict_length(v) == 0)
        return builder_add_ascii(&encoder->builder, "{}", 2);
    if (!encode_dict_items(encoder, v, self, &first))
        return false;
    if (first && !(builder_add_char(&encoder->builder, '{') && add_newline(encoder, self->level)))
        return false; /* every key was skipped */
    return add_newline(encoder, self->level - 1) && builder_add_char(&encoder->builder, '}');
}

/* Asks the encoder's default() for something that can be written. */
static bool encode_other(struct JsonEncoder *encoder, Value v, const struct Ancestor *self)
{
    struct Ancestor same_level = *self;
    same_level.level--;
    Value other = object_call_1(encoder->vm, encoder->default_function, v);
    if (is_empty(other))
        return false;
    bool good = encode_value(encoder, other, &same_level);
    release(encoder->vm, other);
    return good;
}

static bool encode_container(struct JsonEncoder *encoder, Value v, const struct Ancestor *above)
{
    struct Interpreter *vm = encoder->vm;
    struct Ancestor self = {above, v, (above ? above->level : 0) + 1};
    if (!enter_container(encoder, v, above))
        return false;
    bool good = is_list(vm, v) || is_tuple(vm, v) ? encode_sequence(encoder, v, &self)
                : is_dict(vm, v) ? encode_dict(encoder, v, &self) : encode_other(encoder, v, &self);
    vm_leave_recursion(vm);
    return good;
}

static bool encode_value(struct JsonEncoder *encoder, Value v, const struct Ancestor *above)
{
    struct Interpreter *vm = encoder->vm;
    if (is_string(vm, v))
        return json_add_string(&encoder->builder, v, encoder->ascii);
    if (is_none(v))
        return builder_add_ascii(&encoder->builder, "null", 4);
    if (is_bool(v))
        return is_true(v) ? builder_add_ascii(&encoder->builder, "true", 4)
                          : builder_add_ascii(&encoder->builder, "false", 5);
    if (is_int(vm, v))
        return encode_int(encoder, v);
    if (is_float(vm, v))
        return encode_float(encoder, v);
    return encode_container(encoder, v, above);
}

/* (value, default, ensure_ascii, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan,
 * check_circular) */
Value json_encode(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct JsonEncoder encoder = {.vm = vm, .default_function = args[1], .indent = args[3], .key_separator = args[4],
                                  .item_separator = args[5]};
    bool *const switches[] = {&encoder.ascii, &encoder.sort_keys, &encoder.skip_keys, &encoder.allow_nan,
                              &encoder.check_circular};
    static const size_t positions[] = {2, 6, 7, 8, 9};
    for (size_t i = 0; i < sizeof positions / sizeof *positions; i++) {
        int truth = object_truth(vm, args[positions[i]]);
        if (truth < 0)
            return EMPTY;
        *switches[i] = truth > 0;
    }
    if (!is_string(vm, args[4]) || !is_string(vm, args[5]))
        return raise_type_error(vm, "make_encoder() argument %d must be str, not %T", is_string(vm, args[4]) ? 6 : 5,
                                args[is_string(vm, args[4]) ? 5 : 4]);
    if (!is_none(args[3]) && !is_string(vm, args[3]))
        return raise_type_error(vm, "indent must be a string or None, not %T", args[3]);
    builder_open(&encoder.builder, vm);
    if (encode_value(&encoder, args[0], NULL))
        return builder_finish(&encoder.builder);
    builder_abandon(&encoder.builder);
    return EMPTY;
}
