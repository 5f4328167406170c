/*
 * The type float: construction, operators and protocols.  Its methods stand
 * in float_methods.c, text in float_text.c.
 *
 * Owner: the numbers.  A float whose exponent is common is a word; the others,
 * and instances of Python subclasses, are struct FloatBox.
 */
#include "runtime/float.h"

#include <errno.h>
#include <math.h>

#include "runtime/arguments.h"
#include "runtime/bytes.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

Value float_new_boxed(struct Interpreter *vm, double number)
{
    struct FloatBox *box = (struct FloatBox *)object_allocate(vm, builtin_type(vm, TYPE_float), sizeof *box);
    if (!box)
        return EMPTY;
    box->number = number;
    return value_from_object(box);
}

static Value raise_int_too_large(struct Interpreter *vm)
{
    return raise_error(vm, TYPE_OverflowError, "int too large to convert to float");
}

int number_to_double(struct Interpreter *vm, Value v, double *number)
{
    if (is_float(vm, v)) {
        *number = float_value(v);
        return 1;
    }
    if (!is_int(vm, v))
        return 0;
    bool overflow;
    *number = int_to_double(vm, v, &overflow);
    if (!overflow)
        return 1;
    raise_int_too_large(vm);
    return -1;
}

/* ---- Construction ---------------------------------------------------------------- */

static bool float_from_string_value(struct Interpreter *vm, Value v, double *number)
{
    const uint8_t *data;
    size_t length;
    bool good = false, text = true;
    if (is_string(vm, v)) {
        struct Utf8View view;
        if (!number_text_view(vm, v, &view))
            return false;
        good = float_from_text(view.text, view.length, number);
        utf8_release(vm, &view);
    } else if (bytes_view(vm, v, &data, &length)) {
        good = float_from_text((const char *)data, length, number);
    } else {
        text = false;
        raise_type_error(vm, "float() argument must be a string or a real number, not '%T'", v);
    }
    if (!good && text)
        raise_value_error(vm, "could not convert string to float: %R", v);
    return good;
}

static bool float_from_value(struct Interpreter *vm, Value v, double *number)
{
    if (is_small_float(v) || object_has_type(vm, v, TYPE_float)) {
        *number = float_value(v);
        return true;
    }
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    Value result;
    if (operations->to_float) {
        result = operations->to_float(vm, v);
        if (!is_empty(result) && !is_float(vm, result)) {
            raise_type_error(vm, "%T.__float__ returned non-float (type %T)", v, result);
            release(vm, result);
            return false;
        }
        if (is_object(result) && !is_empty(result) && !object_has_type(vm, result, TYPE_float) &&
            !is_small_float(result) && !warnings_float_subclass(vm, value_type(vm, v), result)) {
            release(vm, result);
            return false;
        }
    } else if (operations->index) {
        Value index = object_index(vm, v);
        if (is_empty(index))
            return false;
        int done = number_to_double(vm, index, number);
        release(vm, index);
        return done == 1;
    } else {
        return float_from_string_value(vm, v, number);
    }
    if (is_empty(result))
        return false;
    *number = float_value(result);
    release(vm, result);
    return true;
}

static Value float_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    double number = 0;
    if (!check_no_keywords_new(vm, type, TYPE_float, names))
        return EMPTY;
    if (positional > 1)
        return raise_type_error(vm, "float expected at most 1 argument, got %zu", positional);
    bool exact = type == builtin_type(vm, TYPE_float);
    if (positional && exact && object_has_type(vm, args[0], TYPE_float))
        return retain(args[0]);
    if (positional && !float_from_value(vm, args[0], &number))
        return EMPTY;
    if (exact)
        return float_new(vm, number);
    struct FloatBox *box = (struct FloatBox *)object_allocate(vm, type, type->instance_size);
    if (!box)
        return EMPTY;
    box->number = number;
    return value_from_object(box);
}

/* ---- Arithmetic -------------------------------------------------------------------- */

Value raise_result_out_of_range(struct Interpreter *vm)
{
    Value args[2] = {value_from_small_int(ERANGE), string_from_cstring(vm, "Numerical result out of range")};
    if (is_empty(args[1]))
        return EMPTY;
    Value error = object_call(vm, value_from_object(builtin_type(vm, TYPE_OverflowError)), args, 2, EMPTY);
    release(vm, args[1]);
    return is_empty(error) ? EMPTY : raise_value(vm, error);
}

static bool is_odd(double number)
{
    return fmod(fabs(number), 2.0) == 1.0;
}

/* The cases where base or exponent is no ordinary number; false: it is ordinary. */
static bool power_is_special(double base, double exponent, double *result)
{
    if (exponent == 0 || base == 1)
        *result = 1.0;
    else if (isnan(base) || isnan(exponent))
        *result = base + exponent;
    else if (isinf(exponent))
        *result = fabs(base) == 1 ? 1.0 : (exponent > 0) == (fabs(base) > 1) ? HUGE_VAL : 0.0;
    else if (isinf(base))
        *result = exponent > 0 ? (is_odd(exponent) ? base : HUGE_VAL) : is_odd(exponent) ? copysign(0.0, base) : 0.0;
    else
        return false;
    return true;
}

Value float_power(struct Interpreter *vm, double base, double exponent)
{
    double result;
    if (power_is_special(base, exponent, &result))
        return float_new(vm, result);
    if (base == 0 && exponent < 0)
        return raise_error(vm, TYPE_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (base < 0 && floor(exponent) != exponent)
        return complex_power(vm, base, 0.0, exponent, 0.0);
    result = pow(base, exponent);
    return isinf(result) ? raise_result_out_of_range(vm) : float_new(vm, result);
}

static double modulo(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0)
        return copysign(0.0, b);
    return (b < 0) != (rest < 0) ? rest + b : rest;
}

static double floor_divide(double a, double b, double *remainder)
{
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest == 0) {
        rest = copysign(0.0, b);
    } else if ((b < 0) != (rest < 0)) {
        rest += b;
        quotient -= 1.0;
    }
    *remainder = rest;
    if (quotient == 0)
        return copysign(0.0, a / b);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static Value raise_division(struct Interpreter *vm, const char *message)
{
    return raise_error(vm, TYPE_ZeroDivisionError, "%s", message);
}

static Value float_arithmetic(struct Interpreter *vm, enum BinaryOperation operation, double a, double b)
{
    double remainder;
    switch (operation) {
    case BINARY_ADD:
        return float_new(vm, a + b);
    case BINARY_SUBTRACT:
        return float_new(vm, a - b);
    case BINARY_MULTIPLY:
        return float_new(vm, a * b);
    case BINARY_TRUE_DIVIDE:
        return b == 0 ? raise_division(vm, "float division by zero") : float_new(vm, a / b);
    case BINARY_FLOOR_DIVIDE:
        return b == 0 ? raise_division(vm, "float floor division by zero")
                      : float_new(vm, floor_divide(a, b, &remainder));
    case BINARY_MODULO:
        return b == 0 ? raise_division(vm, "float modulo by zero") : float_new(vm, modulo(a, b));
    default:
        return float_power(vm, a, b);
    }
}

static Value float_binary(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    double a, b;
    int done = number_to_double(vm, left, &a);
    if (done > 0)
        done = number_to_double(vm, right, &b);
    if (done <= 0)
        return done < 0 ? EMPTY : VALUE_NOT_IMPLEMENTED;
    return float_arithmetic(vm, operation, a, b);
}

#define FLOAT_OPERATOR(name, operation)                                    \
    static Value name(struct Interpreter *vm, Value left, Value right)     \
    {                                                                      \
        return float_binary(vm, operation, left, right);                   \
    }

FLOAT_OPERATOR(operator_add, BINARY_ADD)
FLOAT_OPERATOR(operator_subtract, BINARY_SUBTRACT)
FLOAT_OPERATOR(operator_multiply, BINARY_MULTIPLY)
FLOAT_OPERATOR(operator_true_divide, BINARY_TRUE_DIVIDE)
FLOAT_OPERATOR(operator_floor_divide, BINARY_FLOOR_DIVIDE)
FLOAT_OPERATOR(operator_modulo, BINARY_MODULO)
FLOAT_OPERATOR(operator_power, BINARY_POWER)

static Value operator_divmod(struct Interpreter *vm, Value left, Value right)
{
    double a, b, remainder;
    int done = number_to_double(vm, left, &a);
    if (done > 0)
        done = number_to_double(vm, right, &b);
    if (done <= 0)
        return done < 0 ? EMPTY : VALUE_NOT_IMPLEMENTED;
    if (b == 0)
        return raise_division(vm, "float divmod()");
    double quotient = floor_divide(a, b, &remainder);
    Value items[2] = {float_new(vm, quotient), float_new(vm, remainder)};
    if (is_empty(items[0]) || is_empty(items[1])) {
        release_maybe(vm, items[0]);
        release_maybe(vm, items[1]);
        return EMPTY;
    }
    return tuple_from_stolen(vm, items, 2);
}

static Value operator_power_modulo(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    (void)base, (void)exponent, (void)modulus;
    return raise_type_error(vm, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Value float_negate(struct Interpreter *vm, Value self)
{
    return float_new(vm, -float_value(self));
}

static Value float_positive(struct Interpreter *vm, Value self)
{
    return object_has_type(vm, self, TYPE_float) ? retain(self) : float_new(vm, float_value(self));
}

static Value float_absolute(struct Interpreter *vm, Value self)
{
    return float_new(vm, fabs(float_value(self)));
}

/* ---- Protocols ------------------------------------------------------------------------ */

static bool order_holds(int order, enum Comparison operation)
{
    if (order == 2)
        return operation == COMPARE_NE;
    switch (operation) {
    case COMPARE_LT:
        return order < 0;
    case COMPARE_LE:
        return order <= 0;
    case COMPARE_EQ:
        return order == 0;
    case COMPARE_NE:
        return order != 0;
    case COMPARE_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static Value float_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    int order;
    if (!is_float(vm, self))
        return VALUE_NOT_IMPLEMENTED;
    double a = float_value(self);
    if (is_float(vm, other)) {
        double b = float_value(other);
        order = a < b ? -1 : a > b ? 1 : a == b ? 0 : 2;
    } else if (is_int(vm, other)) {
        order = int_compare_double(other, a);
        order = order == 2 ? 2 : -order;
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return value_from_bool(order_holds(order, operation));
}

static Value float_repr_operation(struct Interpreter *vm, Value self)
{
    return float_repr(vm, float_value(self));
}

static bool float_hash_operation(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    *hash = float_hash(float_value(self), self);
    return true;
}

static int float_truth(struct Interpreter *vm, Value self)
{
    (void)vm;
    return float_value(self) != 0;
}

static Value float_to_int(struct Interpreter *vm, Value self)
{
    return int_from_double(vm, float_value(self));
}

const struct TypeSpec float_type_spec = {
    .name = "float",
    .documentation = "float(x=0, /)\n--\n\n"
                     "Convert a string or number to a floating-point number, if possible.",
    .instance_size = sizeof(struct FloatBox),
    .flags = TYPE_BASE | TYPE_SUBCLASS_FLOAT,
    .memory = {.kind = OBJECT_LEAF},
    .operations =
        {
            .construct = float_construct,
            .repr = float_repr_operation,
            .hash = float_hash_operation,
            .compare = float_compare,
            .truth = float_truth,
            .binary =
                {
                    [BINARY_ADD] = operator_add,
                    [BINARY_SUBTRACT] = operator_subtract,
                    [BINARY_MULTIPLY] = operator_multiply,
                    [BINARY_TRUE_DIVIDE] = operator_true_divide,
                    [BINARY_FLOOR_DIVIDE] = operator_floor_divide,
                    [BINARY_MODULO] = operator_modulo,
                    [BINARY_POWER] = operator_power,
                    [BINARY_DIVMOD] = operator_divmod,
                },
            .power = operator_power_modulo,
            .unary =
                {
                    [UNARY_NEGATIVE] = float_negate,
                    [UNARY_POSITIVE] = float_positive,
                    [UNARY_ABSOLUTE] = float_absolute,
                },
            .to_int = float_to_int,
            .to_float = float_positive,
        },
    .methods = float_methods,
    .attributes = float_attributes,
};
