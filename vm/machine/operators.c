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
#include "vm/bytecode/effect.h"
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

/* The same for comparisons, which must not round: floats, and ints that are doubles. */
static inline bool is_exact_double(struct Interpreter *vm, Value v, double *number)
{
    if (!plain_double(vm, v, number))
        return false;
    return !is_small_int(v) || (small_int(v) >= -((int64_t)1 << 53) && small_int(v) <= (int64_t)1 << 53);
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
    if (is_exact_double(vm, a, &x) && is_exact_double(vm, b, &y))
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

/* ---- Special methods written in Python, for calls without C recursion */

struct Function *machine_special(struct Interpreter *vm, struct Type *type, Value name, uint32_t parameters)
{
    if (!(type->flags & TYPE_HEAP))
        return NULL;
    Value method = type_lookup(vm, type, name);
    if (is_empty(method)) {
        error_clear(vm);
        return NULL;
    }
    return is_function(vm, method) && function_code(as_function(method))->simple == parameters + 1
               ? as_function(method)
               : NULL;
}

static const uint16_t comparison_names[] = {
    [COMPARE_LT] = NAME___lt__, [COMPARE_LE] = NAME___le__, [COMPARE_EQ] = NAME___eq__,
    [COMPARE_NE] = NAME___ne__, [COMPARE_GT] = NAME___gt__, [COMPARE_GE] = NAME___ge__,
};

static const uint16_t binary_names[] = {
    [BINARY_ADD] = NAME___add__, [BINARY_SUBTRACT] = NAME___sub__, [BINARY_MULTIPLY] = NAME___mul__,
    [BINARY_MATRIX_MULTIPLY] = NAME___matmul__, [BINARY_TRUE_DIVIDE] = NAME___truediv__,
    [BINARY_FLOOR_DIVIDE] = NAME___floordiv__, [BINARY_MODULO] = NAME___mod__, [BINARY_POWER] = NAME___pow__,
    [BINARY_LEFT_SHIFT] = NAME___lshift__, [BINARY_RIGHT_SHIFT] = NAME___rshift__, [BINARY_AND] = NAME___and__,
    [BINARY_XOR] = NAME___xor__, [BINARY_OR] = NAME___or__, [BINARY_DIVMOD] = NAME___divmod__,
};

/* True and which for comparisons, false and which for the others. */
static bool is_comparison(Instruction instruction, uint32_t *which)
{
    *which = instruction_argument(instruction);
    switch (instruction_opcode(instruction)) {
    case OP_COMPARE: return true;
    case OP_ADD: *which = BINARY_ADD; return false;
    case OP_SUBTRACT: *which = BINARY_SUBTRACT; return false;
    case OP_MULTIPLY: *which = BINARY_MULTIPLY; return false;
    case OP_BINARY: return false;
    default: *which &= 15; return true;
    }
}

struct Function *machine_operator_method(struct Interpreter *vm, Instruction instruction, Value a, Value b)
{
    if (!is_object(a))
        return NULL;
    struct Type *left = value_object(a)->type, *right = value_type(vm, b);
    if (!(left->flags & TYPE_HEAP) || (right != left && (right->flags & TYPE_HEAP)))
        return NULL;
    uint32_t which;
    bool comparison = is_comparison(instruction, &which);
    return machine_special(vm, left, vm->names[comparison ? comparison_names[which] : binary_names[which]], 2);
}

Value machine_operator_declined(struct Interpreter *vm, Instruction instruction, Value a, Value b)
{
    static const enum Comparison reflected[] = {
        [COMPARE_LT] = COMPARE_GT, [COMPARE_LE] = COMPARE_GE, [COMPARE_EQ] = COMPARE_EQ,
        [COMPARE_NE] = COMPARE_NE, [COMPARE_GT] = COMPARE_LT, [COMPARE_GE] = COMPARE_LE,
    };
    uint32_t which;
    bool comparison = is_comparison(instruction, &which);
    struct Type *right = value_type(vm, b);
    Value result = VALUE_NOT_IMPLEMENTED;
    if (comparison && right->operations.compare != NULL)
        result = right->operations.compare(vm, b, a, reflected[which]);
    else if (!comparison && right != value_type(vm, a) && right->operations.binary[which] != NULL)
        result = right->operations.binary[which](vm, a, b);
    if (!is_not_implemented(result))
        return result;
    if (comparison && (which == COMPARE_EQ || which == COMPARE_NE))
        return value_from_bool(value_same(a, b) == (which == COMPARE_EQ));
    if (comparison)
        return raise_type_error(vm, "'%s' not supported between instances of '%.100T' and '%.100T'",
                                comparison_symbols[which], a, b);
    if (right->operations.repeat != NULL || right->operations.concatenate != NULL)
        return object_binary(vm, (enum BinaryOperation)which, a, b);
    return raise_type_error(vm, "unsupported operand type(s) for %s: '%.100T' and '%.100T'",
                            which == BINARY_POWER ? "** or pow()" : binary_operation_symbols[which], a, b);
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
