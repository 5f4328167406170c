/* Bound methods of Python functions. */
#include "runtime/builtin_reduce.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct Method *as_method(Value v) { return (struct Method *)value_object(v); }

Value method_new(struct Interpreter *vm, Value function, Value self)
{
    struct Method *method = (struct Method *)object_allocate(vm, builtin_type(vm, TYPE_method), sizeof(struct Method));
    if (method == NULL)
        return EMPTY;
    slot_init(vm, method, &method->function, retain(function));
    slot_init(vm, method, &method->self, retain(self));
    return value_from_object(method);
}

static Value method_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)type;
    if (!is_empty(names) && tuple_length(names) != 0)
        return raise_type_error(vm, "method() takes no keyword arguments");
    if (positional != 2)
        return raise_type_error(vm, "method expected 2 arguments, got %zu", positional);
    if (!object_is_callable(vm, args[0]))
        return raise_type_error(vm, "first argument must be callable");
    if (is_none(args[1]))
        return raise_type_error(vm, "instance must not be None");
    return method_new(vm, args[0], args[1]);
}

static Value method_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct Arguments arguments;
    if (!arguments_prepend(vm, &arguments, as_method(self)->self, args, arguments_total(positional, names)))
        return EMPTY;
    Value function = retain(as_method(self)->function), instance = retain(as_method(self)->self);
    Value result = object_call(vm, function, arguments.items, positional + 1, names);
    release(vm, function);
    release(vm, instance);
    arguments_close(vm, &arguments);
    return result;
}

static Value method_repr(struct Interpreter *vm, Value self)
{
    Value name = object_lookup_attribute(vm, as_method(self)->function, NAME(vm, __qualname__));
    if (is_absent(name))
        name = object_lookup_attribute(vm, as_method(self)->function, NAME(vm, __name__));
    if (is_empty(name))
        return EMPTY;
    bool known = !is_absent(name) && is_string(vm, name);
    Value text = known ? string_from_format(vm, "<bound method %V of %R>", name, as_method(self)->self)
                       : string_from_format(vm, "<bound method ? of %R>", as_method(self)->self);
    if (!is_absent(name))
        release(vm, name);
    return text;
}

static Value method_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !object_has_type(vm, other, TYPE_method))
        return VALUE_NOT_IMPLEMENTED;
    int equal = value_same(as_method(self)->self, as_method(other)->self);
    if (equal)
        equal = object_equals(vm, as_method(self)->function, as_method(other)->function);
    return equal < 0 ? EMPTY : value_from_bool(equal == (operation == COMPARE_EQ));
}

static bool method_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    if (!object_hash(vm, as_method(self)->function, hash))
        return false;
    *hash ^= (int64_t)(value_identity(as_method(self)->self) >> 4);
    if (*hash == -1)
        *hash = -2;
    return true;
}

/* Attributes of its own class first, then the function's. */
static Value method_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    Value v = object_generic_get_attribute(vm, self, name);
    if (!is_absent(v))
        return v;
    return object_get_attribute(vm, as_method(self)->function, name); /* whose error it is */
}

static Value method_descriptor_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)vm, (void)instance, (void)owner;
    return retain(self); /* bound already */
}

static Value get_function(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_method(self)->function);
}

static Value get_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_method(self)->self);
}

static Value get_documentation(struct Interpreter *vm, Value self)
{
    return object_get_attribute(vm, as_method(self)->function, NAME(vm, __doc__));
}

static const struct NativeAttribute method_attributes[] = {
    {"__doc__", get_documentation, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__func__", get_function, NULL, "the function (or other callable) implementing a method"},
    {"__self__", get_self, NULL, "the instance to which a method is bound"},
    ATTRIBUTES_END,
};

static void method_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Method *method = (struct Method *)self;
    if (!is_empty(method->function))
        visit(method->function, context);
    if (!is_empty(method->self))
        visit(method->self, context);
}

static Value method_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct Method *method = (struct Method *)self;
    if (!is_empty(method->function))
        return slot_take(vm, self, &method->function);
    return is_empty(method->self) ? VALUE_END : slot_take(vm, self, &method->self);
}

/* What it leads to breaks the cycle; a method stays callable. */
static void method_clear(struct Interpreter *vm, struct Object *self) { (void)vm, (void)self; }

const struct TypeSpec method_type_spec = {
    .name = "method",
    .documentation = "method(function, instance, /)\n--\n\n"
                     "Create a bound instance method object.",
    .instance_size = sizeof(struct Method),
    .flags = TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = method_traverse, .take = method_take, .clear = method_clear, .kind = OBJECT_CONTAINER},
    .operations = {.construct = method_construct, .call = method_call, .repr = method_repr, .compare = method_compare,
                   .hash = method_hash, .get_attribute = method_get_attribute, .descriptor_get = method_descriptor_get},
    .methods = bound_method_methods,
    .attributes = method_attributes,
};
