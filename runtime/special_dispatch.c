/*
 * Dispatchers: the operations of classes whose special methods are written
 * in Python.  Each looks its method up in the type (never in the instance),
 * calls it, and checks the result where CPython does, in its words.
 */
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* ---- Calling a special method ------------------------------------------ */

size_t arguments_total(size_t positional, Value names)
{
    return positional + (is_empty(names) ? 0 : tuple_length(names));
}

bool arguments_prepend(struct Interpreter *vm, struct Arguments *arguments, Value first, const Value *args,
                       size_t total)
{
    arguments->size = 0;
    arguments->items = arguments->small;
    if (total + 1 > ARGUMENTS_ON_STACK) {
        arguments->size = total + 1;
        arguments->items = heap_allocate_array(vm, MEMORY_VALUES, total + 1, sizeof(Value));
        if (arguments->items == NULL)
            return false;
    }
    arguments->items[0] = first;
    if (total != 0)
        memcpy(arguments->items + 1, args, total * sizeof(Value));
    return true;
}

void arguments_close(struct Interpreter *vm, struct Arguments *arguments)
{
    if (arguments->size != 0)
        heap_free(vm, MEMORY_VALUES, arguments->items, arguments->size * sizeof(Value));
}

/* What a lookup found in the type of self, bound to it. */
static OWNED Value bind_found(struct Interpreter *vm, Value found, Value self)
{
    const struct TypeOperations *operations = &value_type(vm, found)->operations;
    retain(found);
    if (operations->descriptor_get == NULL)
        return found;
    Value bound = operations->descriptor_get(vm, found, self, type_value(value_type(vm, self)));
    release(vm, found);
    return bound;
}

/* Calls what a lookup found in the type of args[0], which is self. */
static Value call_found(struct Interpreter *vm, Value found, const Value *args, size_t positional, Value names)
{
    retain(found);
    struct Type *found_type = value_type(vm, found);
    Value result;
    if (LIKELY(found_type->flags & TYPE_METHOD_DESCRIPTOR)) {
        result = vm_enter_recursion(vm, " while calling a Python object")
                     ? found_type->operations.call(vm, found, args, positional, names)
                     : EMPTY;
    } else if (found_type->operations.descriptor_get == NULL) {
        result = object_call(vm, found, args + 1, positional - 1, names);
    } else {
        Value bound = found_type->operations.descriptor_get(vm, found, args[0], type_value(value_type(vm, args[0])));
        result = is_empty(bound) ? EMPTY : object_call(vm, bound, args + 1, positional - 1, names);
        release_maybe(vm, bound);
    }
    release(vm, found);
    return result;
}

Value special_call(struct Interpreter *vm, enum NameIndex name, const Value *args, size_t count)
{
    Value found = type_lookup(vm, value_type(vm, args[0]), vm->names[name]);
    if (is_empty(found) || is_absent(found))
        return found;
    return call_found(vm, found, args, count, EMPTY);
}

/* As above; a missing method is an AttributeError (it was deleted behind the operation's back). */
static Value must_call(struct Interpreter *vm, enum NameIndex name, const Value *args, size_t count)
{
    Value result = special_call(vm, name, args, count);
    return is_absent(result) ? raise_error(vm, TYPE_AttributeError, "%V", vm->names[name]) : result;
}

static bool done(struct Interpreter *vm, Value result)
{
    if (is_empty(result))
        return false;
    release(vm, result);
    return true;
}

/* ---- Binary operators -------------------------------------------------- */

typedef Value (*BinaryFunction)(struct Interpreter *vm, Value left, Value right);

static Value maybe_call(struct Interpreter *vm, enum NameIndex name, Value self, Value other)
{
    Value args[2] = {self, other};
    Value result = special_call(vm, name, args, 2);
    return is_absent(result) ? VALUE_NOT_IMPLEMENTED : result;
}

/* Whether the right operand's class brings its own reflected method: 1, 0, -1. */
static int reflected_differs(struct Interpreter *vm, Value left, Value right, enum NameIndex reflected)
{
    Value b = type_lookup(vm, value_type(vm, right), vm->names[reflected]);
    if (is_empty(b))
        return -1;
    if (is_absent(b))
        return 0;
    Value a = type_lookup(vm, value_type(vm, left), vm->names[reflected]);
    return is_empty(a) ? -1 : !value_same(a, b);
}

struct BinaryNames {
    enum NameIndex plain, reflected;
};

static Value dispatch_binary(struct Interpreter *vm, Value left, Value right, enum BinaryOperation operation,
                             BinaryFunction self, struct BinaryNames names)
{
    struct Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    bool try_right = left_type != right_type && right_type->operations.binary[operation] == self;
    if (left_type->operations.binary[operation] == self) {
        if (try_right && type_is_subtype(vm, right_type, left_type)) {
            int differs = reflected_differs(vm, left, right, names.reflected);
            if (differs < 0)
                return EMPTY;
            if (differs) {
                Value result = maybe_call(vm, names.reflected, right, left);
                if (!is_not_implemented(result))
                    return result;
                try_right = false;
            }
        }
        Value result = maybe_call(vm, names.plain, left, right);
        if (!is_not_implemented(result) || left_type == right_type)
            return result;
    }
    return try_right ? maybe_call(vm, names.reflected, right, left) : VALUE_NOT_IMPLEMENTED;
}

#define BINARY_DISPATCHER(OPERATION, name, reflected)                                                              \
    static Value dispatch_binary_##OPERATION(struct Interpreter *vm, Value left, Value right)                      \
    {                                                                                                              \
        return dispatch_binary(vm, left, right, BINARY_##OPERATION, dispatch_binary_##OPERATION,                   \
                               (struct BinaryNames){NAME_##name, NAME_##reflected});                               \
    }
#define OPERATOR_DISPATCHERS(OPERATION, name)                                                                      \
    BINARY_DISPATCHER(OPERATION, __##name##__, __r##name##__)                                                      \
    static Value dispatch_in_place_##OPERATION(struct Interpreter *vm, Value left, Value right)                    \
    {                                                                                                              \
        return maybe_call(vm, NAME___i##name##__, left, right);                                                    \
    }

OPERATOR_DISPATCHERS(ADD, add)
OPERATOR_DISPATCHERS(SUBTRACT, sub)
OPERATOR_DISPATCHERS(MULTIPLY, mul)
OPERATOR_DISPATCHERS(MATRIX_MULTIPLY, matmul)
OPERATOR_DISPATCHERS(TRUE_DIVIDE, truediv)
OPERATOR_DISPATCHERS(FLOOR_DIVIDE, floordiv)
OPERATOR_DISPATCHERS(MODULO, mod)
OPERATOR_DISPATCHERS(POWER, pow)
OPERATOR_DISPATCHERS(LEFT_SHIFT, lshift)
OPERATOR_DISPATCHERS(RIGHT_SHIFT, rshift)
OPERATOR_DISPATCHERS(AND, and)
OPERATOR_DISPATCHERS(XOR, xor)
OPERATOR_DISPATCHERS(OR, or)
BINARY_DISPATCHER(DIVMOD, __divmod__, __rdivmod__)

/* pow(a, b, c): only the base's method is asked. */
static Value dispatch_power(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    if (value_type(vm, base)->operations.power != dispatch_power)
        return VALUE_NOT_IMPLEMENTED;
    Value args[3] = {base, exponent, modulus};
    Value result = special_call(vm, NAME___pow__, args, 3);
    return is_absent(result) ? raise_error(vm, TYPE_AttributeError, "__pow__") : result; /* it has only __rpow__ */
}

/* ---- Unary, text, conversion ------------------------------------------- */

#define UNARY_DISPATCHER(dispatcher, name)                                                                         \
    static Value dispatch_##dispatcher(struct Interpreter *vm, Value self)                                         \
    {                                                                                                              \
        return must_call(vm, NAME_##name, &self, 1);                                                               \
    }

UNARY_DISPATCHER(unary_NEGATIVE, __neg__)
UNARY_DISPATCHER(unary_POSITIVE, __pos__)
UNARY_DISPATCHER(unary_INVERT, __invert__)
UNARY_DISPATCHER(unary_ABSOLUTE, __abs__)
UNARY_DISPATCHER(repr, __repr__)
UNARY_DISPATCHER(str, __str__)
UNARY_DISPATCHER(to_int, __int__)
UNARY_DISPATCHER(to_float, __float__)
UNARY_DISPATCHER(index, __index__)
UNARY_DISPATCHER(await, __await__)
UNARY_DISPATCHER(async_iterate, __aiter__)
UNARY_DISPATCHER(async_next, __anext__)

static bool dispatch_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    Value found = type_lookup(vm, value_type(vm, self), NAME(vm, __hash__));
    if (is_empty(found))
        return false;
    if (is_absent(found) || is_none(found)) {
        raise_type_error(vm, "unhashable type: '%T'", self);
        return false;
    }
    Value result = call_found(vm, found, &self, 1, EMPTY);
    if (is_empty(result))
        return false;
    bool right = is_int(vm, result);
    if (!right)
        raise_type_error(vm, "__hash__ method should return an integer");
    else if (!int_fits_int64(result, hash))
        *hash = int_hash(result);
    if (right && *hash == -1)
        *hash = -2;
    release(vm, result);
    return right;
}

static Value dispatch_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    static const uint16_t names[] = {
        [COMPARE_LT] = NAME___lt__, [COMPARE_LE] = NAME___le__, [COMPARE_EQ] = NAME___eq__,
        [COMPARE_NE] = NAME___ne__, [COMPARE_GT] = NAME___gt__, [COMPARE_GE] = NAME___ge__,
    };
    Value found = type_lookup(vm, value_type(vm, self), vm->names[names[operation]]);
    if (is_empty(found) || is_absent(found))
        return is_empty(found) ? EMPTY : VALUE_NOT_IMPLEMENTED;
    Value args[2] = {self, other};
    if (LIKELY(value_type(vm, found)->flags & TYPE_METHOD_DESCRIPTOR))
        return call_found(vm, found, args, 2, EMPTY);
    Value method = bind_found(vm, found, self);
    if (is_empty(method)) { /* CPython passes over what goes wrong here */
        error_clear(vm);
        return VALUE_NOT_IMPLEMENTED;
    }
    Value result = object_call_1(vm, method, other);
    release(vm, method);
    return result;
}

static int dispatch_truth(struct Interpreter *vm, Value self)
{
    Value result = must_call(vm, NAME___bool__, &self, 1);
    if (is_empty(result))
        return -1;
    if (is_bool(result))
        return is_true(result);
    raise_type_error(vm, "__bool__ should return bool, returned %T", result);
    release(vm, result);
    return -1;
}

/* ---- Calls and construction -------------------------------------------- */

static Value dispatch_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value found = type_lookup(vm, value_type(vm, self), NAME(vm, __call__));
    if (is_empty(found))
        return EMPTY;
    if (is_absent(found))
        return raise_type_error(vm, "'%T' object is not callable", self);
    struct Arguments arguments;
    if (!arguments_prepend(vm, &arguments, self, args, arguments_total(positional, names)))
        return EMPTY;
    Value result = call_found(vm, found, arguments.items, positional + 1, names);
    arguments_close(vm, &arguments);
    return result;
}

bool dispatch_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value found = type_lookup(vm, value_type(vm, self), NAME(vm, __init__));
    if (is_empty(found) || is_absent(found))
        return is_absent(found);
    struct Arguments arguments;
    if (!arguments_prepend(vm, &arguments, self, args, arguments_total(positional, names)))
        return false;
    Value result = call_found(vm, found, arguments.items, positional + 1, names);
    arguments_close(vm, &arguments);
    if (is_empty(result))
        return false;
    bool right = is_none(result);
    if (!right)
        raise_type_error(vm, "__init__() should return None, not '%T'", result);
    release(vm, result);
    return right;
}

Value dispatch_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    Value function = type_get_attribute(vm, type_value(type), NAME(vm, __new__));
    if (is_absent(function))
        return raise_attribute_error(vm, type_value(type), NAME(vm, __new__));
    if (is_empty(function))
        return EMPTY;
    struct Arguments arguments;
    Value result = EMPTY;
    if (arguments_prepend(vm, &arguments, type_value(type), args, arguments_total(positional, names))) {
        result = object_call(vm, function, arguments.items, positional + 1, names);
        arguments_close(vm, &arguments);
    }
    release(vm, function);
    return result;
}

void dispatch_finalize(struct Interpreter *vm, struct Object *self)
{
    Value object = value_from_object(self);
    Value found = type_lookup(vm, self->type, NAME(vm, __del__));
    if (is_absent(found))
        return;
    Value function = is_empty(found) ? EMPTY : retain(found);
    Value result = is_empty(found) ? EMPTY : call_found(vm, found, &object, 1, EMPTY);
    if (is_empty(result))
        error_write_unraisable(vm, NULL, function);
    else
        release(vm, result);
    release_maybe(vm, function);
}

/* ---- Attributes -------------------------------------------------------- */

/* The method in the type, if it is not object's own native one. ABSENT then. */
static Value own_method(struct Interpreter *vm, Value self, enum NameIndex name)
{
    Value found = type_lookup(vm, value_type(vm, self), vm->names[name]);
    if (is_empty(found) || is_absent(found))
        return found;
    if (object_has_type(vm, found, TYPE_wrapper_descriptor) &&
        ((struct WrapperDescriptor *)value_object(found))->owner->operations.get_attribute ==
            object_generic_get_attribute)
        return VALUE_ABSENT;
    return found;
}

static Value dispatch_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    Value args[2] = {self, name};
    Value getter = own_method(vm, self, NAME___getattribute__);
    if (is_empty(getter))
        return EMPTY;
    Value result = is_absent(getter) ? object_generic_get_attribute(vm, self, name)
                                     : call_found(vm, getter, args, 2, EMPTY);
    if (!is_absent(result) && !(is_empty(result) && error_matches(vm, TYPE_AttributeError)))
        return result;
    Value fallback = type_lookup(vm, value_type(vm, self), NAME(vm, __getattr__));
    if (is_empty(fallback) || is_absent(fallback))
        return is_empty(fallback) ? EMPTY : result;
    if (is_empty(result))
        error_clear(vm);
    return call_found(vm, fallback, args, 2, EMPTY);
}

static bool dispatch_set_attribute(struct Interpreter *vm, Value self, Value name, Value value)
{
    Value args[3] = {self, name, value};
    return done(vm, is_empty(value) ? must_call(vm, NAME___delattr__, args, 2)
                                    : must_call(vm, NAME___setattr__, args, 3));
}

static Value dispatch_descriptor_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    Value args[3] = {self, is_empty(instance) ? VALUE_NONE : instance, is_empty(owner) ? VALUE_NONE : owner};
    Value result = special_call(vm, NAME___get__, args, 3);
    return is_absent(result) ? retain(self) : result;
}

static bool dispatch_descriptor_set(struct Interpreter *vm, Value self, Value instance, Value value)
{
    Value args[3] = {self, instance, value};
    return done(vm, is_empty(value) ? must_call(vm, NAME___delete__, args, 2)
                                    : must_call(vm, NAME___set__, args, 3));
}

/* ---- Containers and iteration ------------------------------------------ */

static Value dispatch_iterate(struct Interpreter *vm, Value self)
{
    Value found = type_lookup(vm, value_type(vm, self), NAME(vm, __iter__));
    if (is_empty(found))
        return EMPTY;
    if (is_absent(found) || is_none(found))
        return raise_type_error(vm, "'%T' object is not iterable", self);
    return call_found(vm, found, &self, 1, EMPTY);
}

static Value dispatch_next(struct Interpreter *vm, Value self)
{
    Value result = must_call(vm, NAME___next__, &self, 1);
    if (!is_empty(result) || !error_matches(vm, TYPE_StopIteration))
        return result;
    Value stop = error_take(vm);
    Value returned = exception_field(stop, STOP_ITERATION_VALUE);
    release_maybe(vm, vm->iteration_result);
    vm->iteration_result = is_none(returned) ? EMPTY : retain(returned);
    release(vm, stop);
    return VALUE_END;
}

static int64_t dispatch_length(struct Interpreter *vm, Value self)
{
    Value result = must_call(vm, NAME___len__, &self, 1);
    if (is_empty(result))
        return -1;
    Value number = object_index(vm, result);
    release(vm, result);
    if (is_empty(number))
        return -1;
    int64_t length = -1;
    if (int_sign(number) < 0)
        raise_value_error(vm, "__len__() should return >= 0");
    else if (!object_as_int64(vm, number, TYPE_OverflowError, &length))
        length = -1;
    release(vm, number);
    return length;
}

static int dispatch_contains(struct Interpreter *vm, Value self, Value item)
{
    Value found = type_lookup(vm, value_type(vm, self), NAME(vm, __contains__));
    if (is_empty(found))
        return -1;
    if (is_absent(found) || is_none(found)) {
        raise_type_error(vm, "'%T' object is not a container", self);
        return -1;
    }
    Value args[2] = {self, item};
    Value result = call_found(vm, found, args, 2, EMPTY);
    if (is_empty(result))
        return -1;
    int truth = object_truth(vm, result);
    release(vm, result);
    return truth;
}

static Value dispatch_get_item(struct Interpreter *vm, Value self, Value key)
{
    Value args[2] = {self, key};
    return must_call(vm, NAME___getitem__, args, 2);
}

static bool dispatch_set_item(struct Interpreter *vm, Value self, Value key, Value value)
{
    Value args[3] = {self, key, value};
    Value result = special_call(vm, is_empty(value) ? NAME___delitem__ : NAME___setitem__, args, is_empty(value) ? 2 : 3);
    if (is_absent(result)) {
        /* the class has the other one, or neither was ever there when an instance was asked */
        raise_error(vm, TYPE_AttributeError, is_empty(value) ? "__delitem__" : "__setitem__");
        return false;
    }
    return done(vm, result);
}

/* ---- The table --------------------------------------------------------- */

#define dispatch_none NULL
const struct SpecialMethod special_methods[] = {
#define SPECIAL(name_, operation, wrap_, dispatcher_, parameters_, documentation_)                                 \
    {.name = #name_, .name_index = NAME_##name_, .offset = offsetof(struct TypeOperations, operation),             \
     .wrap = WRAP_##wrap_, .dispatcher = (Operation)dispatch_##dispatcher_, .parameters = parameters_,             \
     .documentation = documentation_},
#include "runtime/special_methods.def"
#undef SPECIAL
    {0},
};
