/*
 * The type int: construction, operators and protocols.  Its methods stand in
 * int_methods.c, the arithmetic in int_big.c and int_power.c.
 *
 * Owner: the numbers.  Invariant: an instance of a Python subclass holds a
 * plain int in `number`; every operation looks through it (int_view), and
 * returns plain ints.
 */
#include "runtime/bytes.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

/* ---- Construction -------------------------------------------------------------- */

Value int_of_type(struct Interpreter *vm, struct Type *type, Value number)
{
    if (type == builtin_type(vm, TYPE_int))
        return number;
    struct BigInt *instance = (struct BigInt *)object_allocate(vm, type, type->instance_size);
    if (!instance) {
        release(vm, number);
        return EMPTY;
    }
    slot_init(vm, instance, &instance->number, number);
    return value_from_object(instance);
}

/* What __int__ or __trunc__ returned, as a plain int. */
static Value checked_int(struct Interpreter *vm, Value result, const char *method)
{
    if (is_empty(result) || is_small_int(result))
        return result;
    Value plain = EMPTY;
    if (is_int(vm, result)) {
        char what[64];
        snprintf(what, sizeof what, "%s returned non-int", method);
        bool right = object_has_type(vm, result, TYPE_int) || warnings_strict_subclass(vm, what, "int", result);
        plain = right ? int_plain(vm, result) : EMPTY;
    } else
        raise_type_error(vm, "%s returned non-int (type %T)", method, result);
    release(vm, result);
    return plain;
}

static Value int_through_trunc(struct Interpreter *vm, Value v)
{
    Value method = type_lookup_special(vm, v, NAME(vm, __trunc__));
    if (is_empty(method) || is_absent(method))
        return method;
    if (!warnings_warn(vm, TYPE_DeprecationWarning, 1, "The delegation of int() to __trunc__ is deprecated.")) {
        release(vm, method);
        return EMPTY;
    }
    Value result = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(result))
        return EMPTY;
    if (is_int(vm, result)) {
        Value plain = int_plain(vm, result);
        release(vm, result);
        return plain;
    }
    Value index = EMPTY;
    if (value_type(vm, result)->operations.index)
        index = object_index(vm, result);
    else
        raise_type_error(vm, "__trunc__ returned non-Integral (type %T)", result);
    release(vm, result);
    return index;
}

Value int_from_number(struct Interpreter *vm, Value v)
{
    if (is_small_int(v) || object_has_type(vm, v, TYPE_int))
        return retain(v);
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    if (operations->to_int)
        return checked_int(vm, operations->to_int(vm, v), "__int__");
    if (operations->index)
        return object_index(vm, v);
    return int_through_trunc(vm, v);
}

static Value int_from_string_value(struct Interpreter *vm, Value v, int base)
{
    const uint8_t *data;
    size_t length;
    if (is_string(vm, v)) {
        struct Utf8View view;
        if (!number_text_view(vm, v, &view))
            return EMPTY;
        Value result = int_parse(vm, view.text, view.length, base, v);
        utf8_release(vm, &view);
        return result;
    }
    if (bytes_view(vm, v, &data, &length)) {
        Value plain = object_has_type(vm, v, TYPE_bytes) ? retain(v) : bytes_new(vm, data, length); /* for the message */
        if (is_empty(plain))
            return EMPTY;
        Value result = int_parse(vm, (const char *)data, length, base, plain);
        release(vm, plain);
        return result;
    }
    return VALUE_ABSENT;
}

static Value int_from_value(struct Interpreter *vm, Value v)
{
    Value result = int_from_number(vm, v);
    if (is_absent(result))
        result = int_from_string_value(vm, v, 10);
    if (!is_absent(result))
        return result;
    return raise_type_error(vm,
                            "int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value int_from_value_and_base(struct Interpreter *vm, Value v, Value base_value)
{
    int64_t base;
    if (!object_as_int64_clamped(vm, base_value, &base))
        return EMPTY;
    if (base != 0 && (base < 2 || base > 36))
        return raise_value_error(vm, "int() base must be >= 2 and <= 36, or 0");
    bool text = is_string(vm, v) || (is_object(v) && (type_is_subtype(vm, value_type(vm, v), builtin_type(vm, TYPE_bytes)) ||
                                                      type_is_subtype(vm, value_type(vm, v), builtin_type(vm, TYPE_bytearray))));
    if (!text)
        return raise_type_error(vm, "int() can't convert non-string with explicit base");
    return int_from_string_value(vm, v, (int)base);
}

static Value int_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                           Value names)
{
    Value bound[2] = {VALUE_ABSENT, VALUE_ABSENT}, number;
    if (!is_empty(names)) {
        if (!native_bind(vm, "int", "x=0, /, base=10", args, positional, names, bound, 2))
            return EMPTY;
    } else if (positional > 2) {
        return raise_type_error(vm, "int expected at most 2 arguments, got %zu", positional);
    } else {
        for (size_t i = 0; i < positional; i++)
            bound[i] = args[i];
    }
    if (is_absent(bound[0])) {
        if (!is_absent(bound[1]))
            return raise_type_error(vm, "int() missing string argument");
        number = value_from_small_int(0);
    } else {
        number = is_absent(bound[1]) ? int_from_value(vm, bound[0]) : int_from_value_and_base(vm, bound[0], bound[1]);
    }
    return is_empty(number) ? EMPTY : int_of_type(vm, type, number);
}

/* ---- Operators ------------------------------------------------------------------- */

#define INT_OPERATOR(name, operation)                                                     \
    static Value name(struct Interpreter *vm, Value left, Value right)                    \
    {                                                                                     \
        if (!is_int(vm, left) || !is_int(vm, right))                                      \
            return VALUE_NOT_IMPLEMENTED;                                                 \
        return int_binary(vm, operation, left, right);                                    \
    }

INT_OPERATOR(operator_add, BINARY_ADD)
INT_OPERATOR(operator_subtract, BINARY_SUBTRACT)
INT_OPERATOR(operator_multiply, BINARY_MULTIPLY)
INT_OPERATOR(operator_true_divide, BINARY_TRUE_DIVIDE)
INT_OPERATOR(operator_floor_divide, BINARY_FLOOR_DIVIDE)
INT_OPERATOR(operator_modulo, BINARY_MODULO)
INT_OPERATOR(operator_power, BINARY_POWER)
INT_OPERATOR(operator_left_shift, BINARY_LEFT_SHIFT)
INT_OPERATOR(operator_right_shift, BINARY_RIGHT_SHIFT)
INT_OPERATOR(operator_and, BINARY_AND)
INT_OPERATOR(operator_xor, BINARY_XOR)
INT_OPERATOR(operator_or, BINARY_OR)
INT_OPERATOR(operator_divmod, BINARY_DIVMOD)

static Value operator_power_modulo(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    if (!is_int(vm, base) || !is_int(vm, exponent) || !is_int(vm, modulus))
        return VALUE_NOT_IMPLEMENTED;
    return int_power_modulo(vm, base, exponent, modulus);
}

static Value int_repr(struct Interpreter *vm, Value self)
{
    return int_to_string(vm, self, 10, false);
}

static bool int_hash_operation(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    *hash = int_hash(self);
    return true;
}

static bool comparison_holds(int order, enum Comparison operation)
{
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

static Value int_compare_operation(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_int(vm, self) || !is_int(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    return value_from_bool(comparison_holds(int_compare(self, other), operation));
}

static int int_truth(struct Interpreter *vm, Value self)
{
    (void)vm;
    return int_sign(self) != 0;
}

static Value int_to_float(struct Interpreter *vm, Value self)
{
    bool overflow;
    double number = int_to_double(vm, self, &overflow);
    if (overflow)
        return raise_error(vm, TYPE_OverflowError, "int too large to convert to float");
    return float_new(vm, number);
}

/* ---- The heap's view: only instances of subclasses hold anything -------------------- */

static void int_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct BigInt *)self)->number, context);
}

static Value int_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct BigInt *number = (struct BigInt *)self;
    if (*cursor > 0 || is_empty(number->number))
        return VALUE_END;
    ++*cursor;
    return slot_take(vm, self, &number->number);
}

const struct TypeSpec int_type_spec = {
    .name = "int",
    .documentation = "int([x]) -> integer\n"
                     "int(x, base=10) -> integer\n\n"
                     "Convert a number or string to an integer, or return 0 if no arguments\n"
                     "are given.  If x is a number, return x.__int__().  For floating-point\n"
                     "numbers, this truncates towards zero.\n\n"
                     "If x is not a number or if base is given, then x must be a string,\n"
                     "bytes, or bytearray instance representing an integer literal in the\n"
                     "given base.  The literal can be preceded by '+' or '-' and be surrounded\n"
                     "by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
                     "Base 0 means to interpret the base from the string as an integer literal.\n"
                     ">>> int('0b100', base=0)\n4",
    .instance_size = sizeof(struct BigInt),
    .flags = TYPE_BASE | TYPE_SUBCLASS_INT,
    .memory = {.traverse = int_traverse, .take = int_take, .kind = OBJECT_LEAF},
    .operations =
        {
            .construct = int_construct,
            .repr = int_repr,
            .hash = int_hash_operation,
            .compare = int_compare_operation,
            .truth = int_truth,
            .binary =
                {
                    [BINARY_ADD] = operator_add,
                    [BINARY_SUBTRACT] = operator_subtract,
                    [BINARY_MULTIPLY] = operator_multiply,
                    [BINARY_TRUE_DIVIDE] = operator_true_divide,
                    [BINARY_FLOOR_DIVIDE] = operator_floor_divide,
                    [BINARY_MODULO] = operator_modulo,
                    [BINARY_POWER] = operator_power,
                    [BINARY_LEFT_SHIFT] = operator_left_shift,
                    [BINARY_RIGHT_SHIFT] = operator_right_shift,
                    [BINARY_AND] = operator_and,
                    [BINARY_XOR] = operator_xor,
                    [BINARY_OR] = operator_or,
                    [BINARY_DIVMOD] = operator_divmod,
                },
            .power = operator_power_modulo,
            .unary =
                {
                    [UNARY_NEGATIVE] = int_negate,
                    [UNARY_POSITIVE] = int_plain,
                    [UNARY_INVERT] = int_invert,
                    [UNARY_ABSOLUTE] = int_absolute,
                },
            .to_int = int_plain,
            .to_float = int_to_float,
            .index = int_plain,
        },
    .methods = int_methods,
    .attributes = int_attributes,
};
