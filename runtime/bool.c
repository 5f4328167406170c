/*
 * The type bool: two constants, and the operators that keep a bool a bool.
 * Everything else is int's.
 *
 * Owner: the numbers.
 */
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

static Value bool_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                            Value names)
{
    (void)type;
    if (!is_empty(names))
        return raise_type_error(vm, "bool() takes no keyword arguments");
    if (positional > 1)
        return raise_type_error(vm, "bool expected at most 1 argument, got %zu", positional);
    int truth = positional ? object_truth(vm, args[0]) : 0;
    return truth < 0 ? EMPTY : value_from_bool(truth);
}

static Value bool_repr(struct Interpreter *vm, Value self)
{
    return string_intern_cstring(vm, is_true(self) ? "True" : "False");
}

static Value bool_and(struct Interpreter *vm, Value left, Value right)
{
    if (is_bool(left) && is_bool(right))
        return value_from_bool((int)is_true(left) & (int)is_true(right));
    return is_int(vm, left) && is_int(vm, right) ? int_binary(vm, BINARY_AND, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value bool_or(struct Interpreter *vm, Value left, Value right)
{
    if (is_bool(left) && is_bool(right))
        return value_from_bool((int)is_true(left) | (int)is_true(right));
    return is_int(vm, left) && is_int(vm, right) ? int_binary(vm, BINARY_OR, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value bool_xor(struct Interpreter *vm, Value left, Value right)
{
    if (is_bool(left) && is_bool(right))
        return value_from_bool(is_true(left) ^ is_true(right));
    return is_int(vm, left) && is_int(vm, right) ? int_binary(vm, BINARY_XOR, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value bool_invert(struct Interpreter *vm, Value self)
{
    if (!warnings_warn(vm, TYPE_DeprecationWarning, 1,
                       "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the "
                       "bitwise inversion of the underlying int object and is usually not what you expect from negating "
                       "a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise "
                       "inversion of the underlying int."))
        return EMPTY;
    return value_from_small_int(is_true(self) ? -2 : -1);
}

const struct TypeSpec bool_type_spec = {
    .name = "bool",
    .documentation = "bool(object=False, /)\n--\n\n"
                     "Returns True when the argument is true, False otherwise.\n"
                     "The builtins True and False are the only two instances of the class bool.\n"
                     "The class bool is a subclass of the class int, and cannot be subclassed.",
    .instance_size = sizeof(struct BigInt),
    .flags = TYPE_SUBCLASS_INT,
    .memory = {.kind = OBJECT_LEAF},
    .operations =
        {
            .construct = bool_construct,
            .repr = bool_repr,
            .unary = {[UNARY_INVERT] = bool_invert},
            .binary = {[BINARY_AND] = bool_and, [BINARY_OR] = bool_or, [BINARY_XOR] = bool_xor},
        },
};
