/*
 * Weak proxies: objects that hand every operation on to a target they do not
 * hold.
 *
 * A proxy is a weak reference to the heap (struct WeakReferenceObject); only
 * its operations differ.  Each puts the targets in the place of the operands
 * that are proxies and keeps them alive until it has ended: the operation may
 * drop the last other reference to one.
 */
#include "runtime/weakref.h"

#include "runtime/arguments.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/string.h"

static bool is_proxy(struct Interpreter *vm, Value v)
{
    if (!is_object(v))
        return false;
    const struct Type *type = value_object(v)->type;
    return type == builtin_type(vm, TYPE_weak_proxy) || type == builtin_type(vm, TYPE_weak_callable_proxy);
}

/* The target of a proxy, any other Value itself: OWNED; EMPTY with ReferenceError when the target is dead. */
static Value unwrap(struct Interpreter *vm, Value v)
{
    if (!is_proxy(vm, v))
        return retain(v);
    Value target = weakref_target(v);
    return is_none(target) ? raise_error(vm, TYPE_ReferenceError, "weakly-referenced object no longer exists") : target;
}

/* Both operands; false: raised, nothing is held. */
static bool unwrap_both(struct Interpreter *vm, Value *left, Value *right)
{
    Value first = unwrap(vm, *left);
    if (is_empty(first))
        return false;
    Value second = unwrap(vm, *right);
    if (is_empty(second)) {
        release(vm, first);
        return false;
    }
    *left = first;
    *right = second;
    return true;
}

Value weakref_proxy_new(struct Interpreter *vm, Value target, Value callback)
{
    bool callable = object_is_callable(vm, target);
    struct Type *type = builtin_type(vm, callable ? TYPE_weak_callable_proxy : TYPE_weak_proxy);
    return weakref_make(vm, type, target, callback, is_empty(callback) ? WEAK_SHARED_PROXY : WEAK_OTHER);
}

/* ---- Operations with one operand --------------------------------------- */

typedef Value (*UnaryFunction)(struct Interpreter *vm, Value v);

static Value forward(struct Interpreter *vm, Value self, UnaryFunction function)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return EMPTY;
    Value result = function(vm, target);
    release(vm, target);
    return result;
}

static Value proxy_str(struct Interpreter *vm, Value self) { return forward(vm, self, object_str); }
static Value proxy_iterate(struct Interpreter *vm, Value self) { return forward(vm, self, object_iterate); }
static Value proxy_index(struct Interpreter *vm, Value self) { return forward(vm, self, object_index); }

static Value negative(struct Interpreter *vm, Value v) { return object_unary(vm, UNARY_NEGATIVE, v); }
static Value positive(struct Interpreter *vm, Value v) { return object_unary(vm, UNARY_POSITIVE, v); }
static Value inverted(struct Interpreter *vm, Value v) { return object_unary(vm, UNARY_INVERT, v); }
static Value absolute(struct Interpreter *vm, Value v) { return object_unary(vm, UNARY_ABSOLUTE, v); }
static Value proxy_negative(struct Interpreter *vm, Value self) { return forward(vm, self, negative); }
static Value proxy_positive(struct Interpreter *vm, Value self) { return forward(vm, self, positive); }
static Value proxy_inverted(struct Interpreter *vm, Value self) { return forward(vm, self, inverted); }
static Value proxy_absolute(struct Interpreter *vm, Value self) { return forward(vm, self, absolute); }

static Value to_int(struct Interpreter *vm, Value v)
{
    return object_call_1(vm, value_from_object(builtin_type(vm, TYPE_int)), v);
}

static Value to_float(struct Interpreter *vm, Value v)
{
    return object_call_1(vm, value_from_object(builtin_type(vm, TYPE_float)), v);
}

static Value proxy_to_int(struct Interpreter *vm, Value self) { return forward(vm, self, to_int); }
static Value proxy_to_float(struct Interpreter *vm, Value self) { return forward(vm, self, to_float); }

static Value next_of(struct Interpreter *vm, Value v)
{
    if (value_is_iterator(vm, v))
        return iterator_next(vm, v);
    return raise_type_error(vm, "Weakref proxy referenced a non-iterator '%.200T' object", v);
}

static Value proxy_next(struct Interpreter *vm, Value self) { return forward(vm, self, next_of); }

static Value proxy_repr(struct Interpreter *vm, Value self)
{
    size_t place = (size_t)value_identity(self);
    Value target = weakref_target(self);
    if (is_none(target))
        return string_from_format(vm, "<weakproxy at 0x%zx; dead>", place);
    Value text = string_from_format(vm, "<weakproxy at 0x%zx; to '%T' at 0x%zx>", place, target,
                                    (size_t)value_identity(target));
    release(vm, target);
    return text;
}

static bool proxy_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)hash;
    raise_type_error(vm, "unhashable type: '%N'", value_type(vm, self));
    return false;
}

static int proxy_truth(struct Interpreter *vm, Value self)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return -1;
    int truth = object_truth(vm, target);
    release(vm, target);
    return truth;
}

static int64_t proxy_length(struct Interpreter *vm, Value self)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return -1;
    int64_t length = object_length(vm, target);
    release(vm, target);
    return length;
}

/* ---- Attributes, items, calls ------------------------------------------ */

/* Raises for what is missing, instead of ABSENT: the message is to name the target's type. */
static Value proxy_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return EMPTY;
    Value found = object_get_attribute(vm, target, name);
    release(vm, target);
    return found;
}

static bool proxy_set_attribute(struct Interpreter *vm, Value self, Value name, Value value)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return false;
    bool done = object_set_attribute(vm, target, name, value);
    release(vm, target);
    return done;
}

static int proxy_contains(struct Interpreter *vm, Value self, Value item)
{
    if (!unwrap_both(vm, &self, &item))
        return -1;
    int found = object_contains(vm, self, item);
    release(vm, self);
    release(vm, item);
    return found;
}

static Value proxy_get_item(struct Interpreter *vm, Value self, Value key)
{
    if (!unwrap_both(vm, &self, &key))
        return EMPTY;
    Value item = object_get_item(vm, self, key);
    release(vm, self);
    release(vm, key);
    return item;
}

static bool proxy_set_item(struct Interpreter *vm, Value self, Value key, Value value)
{
    if (!unwrap_both(vm, &self, &key))
        return false;
    bool done = is_empty(value) ? object_delete_item(vm, self, key) : object_set_item(vm, self, key, value);
    release(vm, self);
    release(vm, key);
    return done;
}

static Value proxy_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value target = unwrap(vm, self);
    if (is_empty(target))
        return EMPTY;
    Value result = object_call(vm, target, args, positional, names);
    release(vm, target);
    return result;
}

/* ---- Operations with two operands -------------------------------------- */

static Value proxy_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!unwrap_both(vm, &self, &other))
        return EMPTY;
    Value result = object_compare(vm, self, other, operation);
    release(vm, self);
    release(vm, other);
    return result;
}

typedef Value (*BinaryFunction)(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right);

static Value combine(struct Interpreter *vm, BinaryFunction function, enum BinaryOperation operation, Value left,
                     Value right)
{
    if (!unwrap_both(vm, &left, &right))
        return EMPTY;
    Value result = function(vm, operation, left, right);
    release(vm, left);
    release(vm, right);
    return result;
}

#define BINARY(name, operation)                                                          \
    static Value proxy_##name(struct Interpreter *vm, Value left, Value right)           \
    {                                                                                    \
        return combine(vm, object_binary, operation, left, right);                       \
    }
#define BINARY_AND_IN_PLACE(name, operation)                                             \
    BINARY(name, operation)                                                              \
    static Value proxy_in_place_##name(struct Interpreter *vm, Value left, Value right)  \
    {                                                                                    \
        return combine(vm, object_in_place, operation, left, right);                     \
    }

BINARY_AND_IN_PLACE(add, BINARY_ADD)
BINARY_AND_IN_PLACE(subtract, BINARY_SUBTRACT)
BINARY_AND_IN_PLACE(multiply, BINARY_MULTIPLY)
BINARY_AND_IN_PLACE(matrix_multiply, BINARY_MATRIX_MULTIPLY)
BINARY_AND_IN_PLACE(true_divide, BINARY_TRUE_DIVIDE)
BINARY_AND_IN_PLACE(floor_divide, BINARY_FLOOR_DIVIDE)
BINARY_AND_IN_PLACE(modulo, BINARY_MODULO)
BINARY_AND_IN_PLACE(power, BINARY_POWER)
BINARY_AND_IN_PLACE(left_shift, BINARY_LEFT_SHIFT)
BINARY_AND_IN_PLACE(right_shift, BINARY_RIGHT_SHIFT)
BINARY_AND_IN_PLACE(and, BINARY_AND)
BINARY_AND_IN_PLACE(xor, BINARY_XOR)
BINARY_AND_IN_PLACE(or, BINARY_OR)
BINARY(divmod, BINARY_DIVMOD)

static Value proxy_power_modulus(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    if (!unwrap_both(vm, &base, &exponent))
        return EMPTY;
    Value third = unwrap(vm, modulus);
    Value result = is_empty(third) ? EMPTY : object_power(vm, base, exponent, third);
    release_maybe(vm, third);
    release(vm, base);
    release(vm, exponent);
    return result;
}

/* ---- Methods ----------------------------------------------------------- */

static Value call_target_method(struct Interpreter *vm, Value self, const char *name)
{
    Value method = object_get_attribute_cstring(vm, self, name); /* through the proxy */
    if (is_empty(method))
        return EMPTY;
    Value result = object_call_0(vm, method);
    release(vm, method);
    return result;
}

static Value proxy_bytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return call_target_method(vm, args[0], "__bytes__");
}

static Value proxy_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return call_target_method(vm, args[0], "__reversed__");
}

static const struct NativeMethod proxy_methods[] = {
    METHOD("__bytes__", proxy_bytes, 0, 0, NULL, NULL),
    METHOD("__reversed__", proxy_reversed, 0, 0, NULL, NULL),
    METHODS_END,
};

/* ---- The types --------------------------------------------------------- */

#define PROXY_OPERATIONS                                                                                          \
    .repr = proxy_repr, .str = proxy_str, .hash = proxy_hash, .compare = proxy_compare,                           \
    .get_attribute = proxy_get_attribute, .set_attribute = proxy_set_attribute, .iterate = proxy_iterate,         \
    .next = proxy_next, .truth = proxy_truth, .length = proxy_length, .contains = proxy_contains,                 \
    .get_item = proxy_get_item, .set_item = proxy_set_item, .power = proxy_power_modulus,                         \
    .to_int = proxy_to_int, .to_float = proxy_to_float, .index = proxy_index,                                     \
    .unary = {[UNARY_NEGATIVE] = proxy_negative, [UNARY_POSITIVE] = proxy_positive,                               \
              [UNARY_INVERT] = proxy_inverted, [UNARY_ABSOLUTE] = proxy_absolute},                                \
    .binary = {[BINARY_ADD] = proxy_add, [BINARY_SUBTRACT] = proxy_subtract, [BINARY_MULTIPLY] = proxy_multiply,  \
               [BINARY_MATRIX_MULTIPLY] = proxy_matrix_multiply, [BINARY_TRUE_DIVIDE] = proxy_true_divide,        \
               [BINARY_FLOOR_DIVIDE] = proxy_floor_divide, [BINARY_MODULO] = proxy_modulo,                        \
               [BINARY_POWER] = proxy_power, [BINARY_LEFT_SHIFT] = proxy_left_shift,                              \
               [BINARY_RIGHT_SHIFT] = proxy_right_shift, [BINARY_AND] = proxy_and, [BINARY_XOR] = proxy_xor,      \
               [BINARY_OR] = proxy_or, [BINARY_DIVMOD] = proxy_divmod},                                           \
    .in_place = {[BINARY_ADD] = proxy_in_place_add, [BINARY_SUBTRACT] = proxy_in_place_subtract,                  \
                 [BINARY_MULTIPLY] = proxy_in_place_multiply,                                                     \
                 [BINARY_MATRIX_MULTIPLY] = proxy_in_place_matrix_multiply,                                       \
                 [BINARY_TRUE_DIVIDE] = proxy_in_place_true_divide,                                               \
                 [BINARY_FLOOR_DIVIDE] = proxy_in_place_floor_divide, [BINARY_MODULO] = proxy_in_place_modulo,    \
                 [BINARY_POWER] = proxy_in_place_power, [BINARY_LEFT_SHIFT] = proxy_in_place_left_shift,          \
                 [BINARY_RIGHT_SHIFT] = proxy_in_place_right_shift, [BINARY_AND] = proxy_in_place_and,            \
                 [BINARY_XOR] = proxy_in_place_xor, [BINARY_OR] = proxy_in_place_or}

#define PROXY_MEMORY \
    {.traverse = weakref_traverse, .take = weakref_take, .destroy = weakref_destroy, .kind = OBJECT_CONTAINER}

const struct TypeSpec weak_proxy_type_spec = {
    .name = "weakref.ProxyType",
    .instance_size = sizeof(struct WeakReferenceObject),
    .flags = TYPE_NO_INSTANCES,
    .memory = PROXY_MEMORY,
    .operations = {PROXY_OPERATIONS},
    .methods = proxy_methods,
};

const struct TypeSpec weak_callable_proxy_type_spec = {
    .name = "weakref.CallableProxyType",
    .instance_size = sizeof(struct WeakReferenceObject),
    .flags = TYPE_NO_INSTANCES,
    .memory = PROXY_MEMORY,
    .operations = {PROXY_OPERATIONS, .call = proxy_call},
};
