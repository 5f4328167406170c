/*
 * Operators: CPython's protocol of asking both operands, the subclass first,
 * and the sequence operations behind + and *.
 */
#include "runtime/object.h"

#include "runtime/number.h"
#include "runtime/string.h"

static const char *const binary_signs[BINARY_OPERATION_COUNT] = {
    [BINARY_ADD] = "+", [BINARY_SUBTRACT] = "-", [BINARY_MULTIPLY] = "*", [BINARY_MATRIX_MULTIPLY] = "@",
    [BINARY_TRUE_DIVIDE] = "/", [BINARY_FLOOR_DIVIDE] = "//", [BINARY_MODULO] = "%", [BINARY_POWER] = "** or pow()",
    [BINARY_LEFT_SHIFT] = "<<", [BINARY_RIGHT_SHIFT] = ">>", [BINARY_AND] = "&", [BINARY_XOR] = "^",
    [BINARY_OR] = "|", [BINARY_DIVMOD] = "divmod()",
};

/* NOT_IMPLEMENTED when neither operand knows how. */
static Value ask_operands(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    struct Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    Value (*of_left)(struct Interpreter *, Value, Value) = left_type->operations.binary[operation];
    Value (*of_right)(struct Interpreter *, Value, Value) = right_type->operations.binary[operation];
    if (of_right == of_left)
        of_right = NULL;
    if (of_left != NULL) {
        if (of_right != NULL && left_type != right_type && type_is_subtype(vm, right_type, left_type)) {
            Value result = of_right(vm, left, right);
            if (!is_not_implemented(result))
                return result;
            of_right = NULL;
        }
        Value result = of_left(vm, left, right);
        if (!is_not_implemented(result))
            return result;
    }
    return of_right != NULL ? of_right(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value raise_unsupported(struct Interpreter *vm, enum BinaryOperation operation, const char *suffix, Value left,
                               Value right)
{
    const char *sign = binary_signs[operation];
    if (*suffix == '=' && operation == BINARY_POWER)
        sign = "**";
    if (operation == BINARY_RIGHT_SHIFT && object_has_type(vm, left, TYPE_builtin_function)) {
        Value name = object_get_attribute_cstring(vm, left, "__name__");
        bool print = !is_empty(name) && is_string(vm, name) && string_equals_cstring(name, "print");
        if (is_empty(name))
            return EMPTY;
        release(vm, name);
        if (print)
            return raise_type_error(vm, "unsupported operand type(s) for %s: '%.100T' and '%.100T'. Did you mean "
                                        "\"print(<message>, file=<output_stream>)\"?", sign, left, right);
    }
    return raise_type_error(vm, "unsupported operand type(s) for %s%s: '%.100T' and '%.100T'", sign, suffix, left, right);
}

typedef Value (*RepeatFunction)(struct Interpreter *vm, Value sequence, int64_t count);

static Value repeat_sequence(struct Interpreter *vm, RepeatFunction repeat, Value sequence, Value count)
{
    if (!is_int(vm, count) && value_type(vm, count)->operations.index == NULL)
        return raise_type_error(vm, "can't multiply sequence by non-int of type '%.200T'", count);
    int64_t number;
    if (!object_as_int64(vm, count, TYPE_OverflowError, &number))
        return EMPTY;
    return repeat(vm, sequence, number);
}

/* + and * of sequences, after the numbers' operations declined. */
static Value ask_sequences(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    const struct TypeOperations *left_operations = &value_type(vm, left)->operations;
    const struct TypeOperations *right_operations = &value_type(vm, right)->operations;
    if (operation == BINARY_ADD && left_operations->concatenate != NULL)
        return left_operations->concatenate(vm, left, right);
    if (operation == BINARY_MULTIPLY && left_operations->repeat != NULL)
        return repeat_sequence(vm, left_operations->repeat, left, right);
    if (operation == BINARY_MULTIPLY && right_operations->repeat != NULL)
        return repeat_sequence(vm, right_operations->repeat, right, left);
    return VALUE_NOT_IMPLEMENTED;
}

Value object_binary(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    Value result = ask_operands(vm, operation, left, right);
    if (LIKELY(!is_not_implemented(result)))
        return result;
    result = ask_sequences(vm, operation, left, right);
    return is_not_implemented(result) ? raise_unsupported(vm, operation, "", left, right) : result;
}

static Value in_place_sequences(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    const struct TypeOperations *operations = &value_type(vm, left)->operations;
    if (operation == BINARY_ADD && operations->in_place_concatenate != NULL)
        return operations->in_place_concatenate(vm, left, right);
    if (operation == BINARY_MULTIPLY && operations->in_place_repeat != NULL)
        return repeat_sequence(vm, operations->in_place_repeat, left, right);
    /* CPython does not ask the right one when the left one is any kind of container. */
    if (operation == BINARY_MULTIPLY && operations->repeat == NULL &&
        (operations->length != NULL || operations->contains != NULL || value_type(vm, left)->flags & TYPE_HEAP))
        return VALUE_NOT_IMPLEMENTED;
    return ask_sequences(vm, operation, left, right);
}

Value object_in_place(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    Value (*own)(struct Interpreter *, Value, Value) = value_type(vm, left)->operations.in_place[operation];
    if (own != NULL) {
        Value result = own(vm, left, right);
        if (!is_not_implemented(result))
            return result;
    } else if (operation == BINARY_ADD && value_type(vm, left)->flags & TYPE_HEAP &&
               value_type(vm, left)->operations.in_place_concatenate != NULL) /* the __iadd__ of list comes before any __add__ */
        return value_type(vm, left)->operations.in_place_concatenate(vm, left, right);
    Value result = ask_operands(vm, operation, left, right);
    if (!is_not_implemented(result))
        return result;
    result = in_place_sequences(vm, operation, left, right);
    return is_not_implemented(result) ? raise_unsupported(vm, operation, "=", left, right) : result;
}

Value object_power(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    if (is_none(modulus) || is_absent(modulus) || is_empty(modulus))
        return object_binary(vm, BINARY_POWER, base, exponent);
    Value operands[3] = {base, exponent, modulus};
    Value (*tried[3])(struct Interpreter *, Value, Value, Value) = {NULL, NULL, NULL};
    for (int i = 0; i < 3; i++) {
        Value (*power)(struct Interpreter *, Value, Value, Value) = value_type(vm, operands[i])->operations.power;
        if (power == NULL || power == tried[0] || power == tried[1])
            continue;
        tried[i] = power;
        Value result = power(vm, base, exponent, modulus);
        if (!is_not_implemented(result))
            return result;
    }
    if (value_type(vm, base)->flags & TYPE_HEAP) { /* one that has only __rpow__ is asked for the other, as CPython does */
        Value found = type_lookup(vm, value_type(vm, base), NAME(vm, __rpow__));
        if (is_empty(found))
            return EMPTY;
        if (!is_absent(found))
            return raise_error(vm, TYPE_AttributeError, "__pow__");
    }
    return raise_type_error(vm, "unsupported operand type(s) for ** or pow(): '%.100T', '%.100T', '%.100T'", base,
                            exponent, modulus);
}

Value object_unary(struct Interpreter *vm, enum UnaryOperation operation, Value operand)
{
    static const char *const signs[] = {
        [UNARY_NEGATIVE] = "unary -", [UNARY_POSITIVE] = "unary +", [UNARY_INVERT] = "unary ~", [UNARY_ABSOLUTE] = "abs()",
    };
    struct Type *type = value_type(vm, operand);
    if (LIKELY(type->operations.unary[operation] != NULL))
        return type->operations.unary[operation](vm, operand);
    return raise_type_error(vm, "bad operand type for %s: '%.200N'", signs[operation], type);
}
