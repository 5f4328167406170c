/*
 * staticmethod and classmethod: a callable wrapped so that looking it up
 * binds nothing, or the class.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct Wrapper *as_wrapper(Value v) { return (struct Wrapper *)value_object(v); }

/* Metadata of the function becomes the wrapper's own, as functools.wraps does it. */
static bool copy_metadata(struct Interpreter *vm, Value self, Value function)
{
    const enum NameIndex copied[] = {NAME___module__, NAME___name__, NAME___qualname__, NAME___doc__,
                                     NAME___annotations__};
    for (size_t i = 0; i < sizeof copied / sizeof copied[0]; i++) {
        Value v = object_lookup_attribute(vm, function, vm->names[copied[i]]);
        if (is_empty(v))
            return false;
        if (is_absent(v))
            continue;
        bool done = attributes_set(vm, value_object(self), vm->names[copied[i]], v);
        release(vm, v);
        if (!done)
            return false;
    }
    return true;
}

static Value wrapper_new(struct Interpreter *vm, enum TypeIndex type, Value function)
{
    struct Object *object = object_allocate(vm, builtin_type(vm, type), builtin_type(vm, type)->instance_size);
    if (object == NULL)
        return EMPTY;
    struct Wrapper *wrapper = (struct Wrapper *)object;
    slot_init(vm, wrapper, &wrapper->function, retain(function));
    return value_from_object(wrapper);
}

Value static_method_new(struct Interpreter *vm, Value function) { return wrapper_new(vm, TYPE_staticmethod, function); }
Value class_method_new(struct Interpreter *vm, Value function) { return wrapper_new(vm, TYPE_classmethod, function); }

static Value wrapper_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    return object == NULL ? EMPTY : value_from_object(object);
}

static bool wrapper_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const char *name = value_type(vm, self)->native_spec->name;
    if (!is_empty(names) && tuple_length(names) != 0) {
        raise_type_error(vm, "%s() takes no keyword arguments", name);
        return false;
    }
    if (positional != 1) {
        raise_type_error(vm, "%s expected 1 argument, got %zu", name, positional);
        return false;
    }
    slot_set(vm, as_wrapper(self), &as_wrapper(self)->function, retain(args[0]));
    return copy_metadata(vm, self, args[0]);
}

static Value get_function(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value function = as_wrapper(self)->function;
    return is_empty(function) ? VALUE_NONE : retain(function);
}

static Value get_is_abstract(struct Interpreter *vm, Value self)
{
    Value name = vm_enter_recursion(vm, "") ? string_intern_cstring(vm, "__isabstractmethod__") : EMPTY;
    if (is_empty(name))
        return EMPTY;
    Value mark = VALUE_ABSENT;
    if (!is_empty(as_wrapper(self)->function)) {
        Value function = retain(as_wrapper(self)->function);
        mark = object_lookup_attribute(vm, function, name);
        release(vm, function);
    }
    release(vm, name);
    vm_leave_recursion(vm);
    if (is_empty(mark) || is_absent(mark))
        return is_empty(mark) ? EMPTY : VALUE_FALSE;
    int truth = object_truth(vm, mark);
    release(vm, mark);
    return truth < 0 ? EMPTY : value_from_bool(truth);
}

static const struct NativeAttribute wrapper_attributes[] = {
    {"__isabstractmethod__", get_is_abstract, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__func__", get_function, NULL, NULL},
    {"__wrapped__", get_function, NULL, NULL},
    ATTRIBUTES_END,
};

static Value wrapper_repr(struct Interpreter *vm, Value self)
{
    Value function = as_wrapper(self)->function;
    return string_from_format(vm, "<%s(%R)>", value_type(vm, self)->native_spec->name,
                              is_empty(function) ? VALUE_NONE : function);
}

static Value static_method_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)instance, (void)owner;
    Value function = as_wrapper(self)->function;
    return is_empty(function) ? raise_error(vm, TYPE_RuntimeError, "uninitialized staticmethod object") : retain(function);
}

static Value static_method_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    return object_call(vm, as_wrapper(self)->function, args, positional, names);
}

static Value class_method_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    Value function = as_wrapper(self)->function;
    if (is_empty(function))
        return raise_error(vm, TYPE_RuntimeError, "uninitialized classmethod object");
    return method_new(vm, function, is_empty(owner) ? type_value(value_type(vm, instance)) : owner);
}

static void wrapper_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Wrapper *wrapper = (struct Wrapper *)self;
    if (!is_empty(wrapper->function))
        visit(wrapper->function, context);
    attributes_traverse(self, visit, context);
}

static Value wrapper_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Wrapper *wrapper = (struct Wrapper *)self;
    if (!is_empty(wrapper->function))
        return slot_take(vm, self, &wrapper->function);
    return attributes_take(vm, self, cursor);
}

const struct TypeSpec staticmethod_type_spec = {
    .name = "staticmethod",
    .documentation = "staticmethod(function, /)\n--\n\n"
                     "Convert a function to be a static method.\n\nA static method does not receive an implicit first "
                     "argument.",
    .instance_size = sizeof(struct Wrapper),
    .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES,
    .memory = {.traverse = wrapper_traverse, .take = wrapper_take, .destroy = attributes_destroy, .kind = OBJECT_CONTAINER,
               .weight = 2 /* it has a dict with the function's name and annotations */},
    .operations = {.construct = wrapper_construct, .initialize = wrapper_initialize, .repr = wrapper_repr,
                   .call = static_method_call, .descriptor_get = static_method_get},
    .attributes = wrapper_attributes,
};

const struct TypeSpec classmethod_type_spec = {
    .name = "classmethod",
    .documentation = "classmethod(function, /)\n--\n\n"
                     "Convert a function to be a class method.\n\nA class method receives the class as implicit first "
                     "argument,\njust like an instance method receives the instance.",
    .instance_size = sizeof(struct Wrapper),
    .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES,
    .memory = {.traverse = wrapper_traverse, .take = wrapper_take, .destroy = attributes_destroy, .kind = OBJECT_CONTAINER,
               .weight = 2 /* it has a dict with the function's name and annotations */},
    .operations = {.construct = wrapper_construct, .initialize = wrapper_initialize, .repr = wrapper_repr,
                   .descriptor_get = class_method_get},
    .attributes = wrapper_attributes,
};
