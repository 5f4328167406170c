/*
 * Slow paths of operators: what the loop does not do on words, with the
 * common pairs of types first.
 */
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

/* An int or float without subclass behaviour, as a double; small ints only, so that the conversion is exact enough
 * for CPython's (which converts the int to a double too). */
static inline bool plain_double(struct Interpreter *vm, Value v, double *number)
{
    if (is_small_float(v))
        *number = small_float(v);
    else if (is_small_int(v))
        *number = (double)small_int(v);
    else if (object_has_type(vm, v, TYPE_float))
        *number = float_value(v);
    else
        return false;
    return true;
}

static inline bool is_plain_float(struct Interpreter *vm, Value v)
{
    return is_small_float(v) || object_has_type(vm, v, TYPE_float);
}

static inline bool is_plain_int(struct Interpreter *vm, Value v)
{
    return is_small_int(v) || object_has_type(vm, v, TYPE_int);
}

/* ABSENT: not one of the operations done here. */
static Value float_binary(struct Interpreter *vm, enum BinaryOperation operation, double a, double b)
{
    switch (operation) {
    case BINARY_ADD: return float_new(vm, a + b);
    case BINARY_SUBTRACT: return float_new(vm, a - b);
    case BINARY_MULTIPLY: return float_new(vm, a * b);
    case BINARY_TRUE_DIVIDE: return b == 0.0 ? VALUE_ABSENT : float_new(vm, a / b);
    default: return VALUE_ABSENT;
    }
}

static Value number_binary(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b)
{
    double x, y;
    if ((is_plain_float(vm, a) || is_plain_float(vm, b)) && plain_double(vm, a, &x) && plain_double(vm, b, &y))
        return float_binary(vm, operation, x, y);
    if (is_plain_int(vm, a) && is_plain_int(vm, b) && operation != BINARY_DIVMOD && operation != BINARY_MATRIX_MULTIPLY)
        return int_binary(vm, operation, a, b);
    return VALUE_ABSENT;
}

Value machine_binary(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b)
{
    Value result = number_binary(vm, operation, a, b);
    return is_absent(result) ? object_binary(vm, operation, a, b) : result;
}

Value machine_in_place(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b)
{
    Value result = number_binary(vm, operation, a, b);
    return is_absent(result) ? object_in_place(vm, operation, a, b) : result;
}

/* 1, 0, or 2: not decided here. Runs nothing. */
static int compare_plain(struct Interpreter *vm, enum Comparison operation, Value a, Value b)
{
    if (object_has_type(vm, a, TYPE_str) && object_has_type(vm, b, TYPE_str)) {
        if (operation == COMPARE_EQ || operation == COMPARE_NE)
            return (value_same(a, b) || string_equal(a, b)) == (operation == COMPARE_EQ);
        int order = string_compare(a, b);
        return operation == COMPARE_LT   ? order < 0
               : operation == COMPARE_LE ? order <= 0
               : operation == COMPARE_GT ? order > 0
                                         : order >= 0;
    }
    double x, y;
    bool floats = is_plain_float(vm, a) && is_plain_float(vm, b);
    if (floats && plain_double(vm, a, &x) && plain_double(vm, b, &y))
        switch (operation) {
        case COMPARE_LT: return x < y;
        case COMPARE_LE: return x <= y;
        case COMPARE_EQ: return x == y;
        case COMPARE_NE: return x != y;
        case COMPARE_GT: return x > y;
        case COMPARE_GE: return x >= y;
        }
    if ((is_none(a) || is_none(b)) && value_same(a, b) && (operation == COMPARE_EQ || operation == COMPARE_NE))
        return operation == COMPARE_EQ;
    return 2;
}

Value machine_compare(struct Interpreter *vm, enum Comparison operation, Value a, Value b)
{
    int truth = compare_plain(vm, operation, a, b);
    return truth == 2 ? object_compare(vm, a, b, operation) : value_from_bool(truth);
}

int machine_compare_truth(struct Interpreter *vm, enum Comparison operation, Value a, Value b)
{
    int truth = compare_plain(vm, operation, a, b);
    if (truth != 2)
        return truth;
    Value result = object_compare(vm, a, b, operation);
    if (is_empty(result))
        return -1;
    truth = is_bool(result) ? is_true(result) : object_truth(vm, result);
    release(vm, result);
    return truth;
}

Value machine_get_item(struct Interpreter *vm, Value container, Value key)
{
    if (object_has_type(vm, container, TYPE_dict)) {
        Value v = dict_get(vm, container, key);
        return is_absent(v) ? raise_key_error(vm, key) : v;
    }
    if (object_has_type(vm, container, TYPE_str) && is_small_int(key)) {
        int64_t i = small_int(key);
        if (index_in_range(&i, (int64_t)string_length(container)))
            return string_from_code_point(vm, string_at(as_string(container), (size_t)i));
    }
    return object_get_item(vm, container, key);
}

/* Bounds of a slice with step 1, clamped; false: not small ints or None, the general way must do. */
static bool slice_bounds(Value start, Value stop, int64_t length, int64_t *from, int64_t *to)
{
    if (!(is_none(start) || is_small_int(start)) || !(is_none(stop) || is_small_int(stop)))
        return false;
    *from = is_none(start) ? 0 : small_int(start);
    *to = is_none(stop) ? length : small_int(stop);
    if (*from < 0 && (*from += length) < 0)
        *from = 0;
    if (*to < 0)
        *to += length;
    if (*to > length)
        *to = length;
    if (*from > length)
        *from = length;
    if (*to < *from)
        *to = *from;
    return true;
}

static Value list_part(struct Interpreter *vm, Value list, int64_t from, int64_t to)
{
    size_t count = (size_t)(to - from);
    Value copy = list_new(vm, count);
    if (is_empty(copy))
        return EMPTY;
    struct List *target = as_list(copy);
    const Value *items = as_list(list)->items + from;
    for (size_t i = 0; i < count; i++)
        slot_init(vm, target, &target->items[i], retain(items[i]));
    target->length = count;
    return copy;
}

Value machine_get_slice(struct Interpreter *vm, Value container, Value start, Value stop)
{
    int64_t from, to;
    if (object_has_type(vm, container, TYPE_list) &&
        slice_bounds(start, stop, (int64_t)as_list(container)->length, &from, &to))
        return list_part(vm, container, from, to);
    if (object_has_type(vm, container, TYPE_str) &&
        slice_bounds(start, stop, (int64_t)string_length(container), &from, &to))
        return string_substring(vm, container, (size_t)from, (size_t)to);
    if (object_has_type(vm, container, TYPE_tuple) &&
        slice_bounds(start, stop, (int64_t)tuple_length(container), &from, &to))
        return tuple_slice(vm, container, (size_t)from, (size_t)to);
    Value slice = slice_new(vm, start, stop, VALUE_NONE);
    if (is_empty(slice))
        return EMPTY;
    Value result = object_get_item(vm, container, slice);
    release(vm, slice);
    return result;
}

bool machine_set_slice(struct Interpreter *vm, Value container, Value start, Value stop, Value value)
{
    Value slice = slice_new(vm, start, stop, VALUE_NONE);
    if (is_empty(slice))
        return false;
    bool stored = object_set_item(vm, container, slice, value);
    release(vm, slice);
    return stored;
}

Value machine_format(struct Interpreter *vm, Value v, uint32_t conversion, Value specification)
{
    if (conversion == 0) {
        if (is_empty(specification) && is_small_int(v))
            return int_to_string(vm, v, 10, false);
        return object_format(vm, v, specification);
    }
    Value text = conversion == 1 ? object_str(vm, v) : conversion == 2 ? object_repr(vm, v) : object_ascii(vm, v);
    if (is_empty(text) || is_empty(specification))
        return text;
    Value result = object_format(vm, text, specification);
    release(vm, text);
    return result;
}

/* Pieces of one byte a character are copied; others go through a builder. */
Value machine_build_string(struct Interpreter *vm, const Value *pieces, size_t count)
{
    size_t length = 0;
    bool narrow = true, ascii = true;
    for (size_t i = 0; i < count; i++) {
        struct String *piece = as_string(pieces[i]);
        length += piece->length;
        narrow = narrow && string_width(piece) == 1;
        ascii = ascii && string_is_ascii(piece);
    }
    if (!narrow) {
        struct StringBuilder text;
        builder_open(&text, vm);
        for (size_t i = 0; i < count; i++)
            if (!builder_add_string(&text, pieces[i])) {
                builder_abandon(&text);
                return EMPTY;
            }
        return builder_finish(&text);
    }
    Value result = string_allocate(vm, length, ascii ? 127 : 255);
    if (is_empty(result) || length == 0)
        return result;
    uint8_t *at = as_string(result)->data;
    for (size_t i = 0; i < count; i++) {
        memcpy(at, as_string(pieces[i])->data, as_string(pieces[i])->length);
        at += as_string(pieces[i])->length;
    }
    return result;
}
