/*
 * Native functions as objects: builtin_function (len, [].append),
 * method_descriptor (list.append) and class_method_descriptor, and the one
 * place where a call from Python meets a NativeMethod entry.
 */
#include "runtime/builtin_reduce.h"
#include "runtime/native.h"

#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct NativeCallable *as_callable(Value v) { return (struct NativeCallable *)value_object(v); }

/* ---- Calling an entry -------------------------------------------------- */

enum { NAMED_PARAMETER_LIMIT = 24 };

static Value name_in_type(struct Interpreter *vm, struct Type *type, const struct NativeMethod *method)
{
    Value name = type_qualified_name(vm, type);
    if (is_empty(name))
        return EMPTY;
    Value full = string_from_format(vm, "%V.%s", name, method->name);
    release(vm, name);
    return full;
}

/* "list.append", "math.sqrt" or "len": how CPython's messages name it. */
static Value full_name(struct Interpreter *vm, const struct NativeMethod *method, const struct NativeCallable *callable)
{
    if (callable != NULL && callable->owner != NULL)
        return string_from_format(vm, "%s.%s", type_name(callable->owner), method->name);
    if (callable != NULL && !is_empty(callable->self) && !(method->flags & NATIVE_STATIC_METHOD)) {
        struct Type *type = is_type(callable->self) ? as_type(callable->self) : value_type(vm, callable->self);
        return name_in_type(vm, type, method);
    }
    if (callable != NULL && !is_empty(callable->module) && !string_equals_cstring(callable->module, "builtins"))
        return string_from_format(vm, "%V.%s", callable->module, method->name);
    return string_from_cstring(vm, method->name);
}

static Value wrong_count(struct Interpreter *vm, const struct NativeMethod *method,
                         const struct NativeCallable *callable, size_t given)
{
    size_t self = method->flags & NATIVE_STATIC_METHOD ? 0 : 1;
    size_t minimum = method->minimum - self, maximum = method->maximum - (method->maximum == NATIVE_VARIADIC ? 0 : self);
    given = given < self ? 0 : given - self;
    if (maximum > 1 || minimum != maximum) {
        size_t expected = given < minimum ? minimum : maximum;
        return raise_type_error(vm, "%s expected %s%zu argument%s, got %zu", method->name,
                                minimum == maximum ? "" : given < minimum ? "at least " : "at most ", expected,
                                expected == 1 ? "" : "s", given);
    }
    Value name = full_name(vm, method, callable);
    if (is_empty(name))
        return EMPTY;
    if (maximum == 0)
        raise_type_error(vm, "%V() takes no arguments (%zu given)", name, given);
    else
        raise_type_error(vm, "%V() takes exactly one argument (%zu given)", name, given);
    release(vm, name);
    return EMPTY;
}

static Value no_keywords(struct Interpreter *vm, const struct NativeMethod *method,
                         const struct NativeCallable *callable)
{
    Value name = full_name(vm, method, callable);
    if (is_empty(name))
        return EMPTY;
    raise_type_error(vm, "%V() takes no keyword arguments", name);
    release(vm, name);
    return EMPTY;
}

static Value call_named(struct Interpreter *vm, const struct NativeMethod *method, const Value *args,
                        size_t positional, Value names)
{
    Value bound[NAMED_PARAMETER_LIMIT + 1];
    size_t self = method->flags & NATIVE_STATIC_METHOD ? 0 : 1;
    const char *parameters = method->parameters;
    if (self)
        bound[0] = args[0];
    if (!native_bind(vm, method->name, parameters, args + self, positional - self, names, bound + self,
                     NAMED_PARAMETER_LIMIT))
        return EMPTY;
    return method->function.positional(vm, bound, NAMED_PARAMETER_LIMIT + self);
}

static Value call_entry(struct Interpreter *vm, const struct NativeMethod *method,
                        const struct NativeCallable *callable, const Value *args, size_t positional, Value names)
{
    if (!vm_enter_recursion(vm, ""))
        return EMPTY;
    Value result;
    if (LIKELY(!(method->flags & (NATIVE_NAMED | NATIVE_RAW)))) {
        if (UNLIKELY(!is_empty(names) && tuple_length(names) != 0))
            result = no_keywords(vm, method, callable);
        else if (UNLIKELY(positional < method->minimum ||
                          (positional > method->maximum && method->maximum != NATIVE_VARIADIC)))
            result = wrong_count(vm, method, callable, positional);
        else
            result = method->function.positional(vm, args, positional);
    } else if (method->flags & NATIVE_RAW)
        result = method->function.raw(vm, args, positional, names);
    else
        result = call_named(vm, method, args, positional, names);
    vm_leave_recursion(vm);
    return result;
}

Value native_call(struct Interpreter *vm, const struct NativeMethod *method, const Value *args, size_t positional,
                  Value names)
{
    return call_entry(vm, method, NULL, args, positional, names);
}

Value native_callable_call(struct Interpreter *vm, const struct NativeCallable *callable, const Value *args,
                           size_t positional, Value names)
{
    return call_entry(vm, callable->method, callable, args, positional, names);
}

/* ---- Making and holding ------------------------------------------------ */

Value native_function_new(struct Interpreter *vm, const struct NativeMethod *method, Value self, Value module)
{
    struct NativeCallable *function = (struct NativeCallable *)object_allocate(
        vm, builtin_type(vm, TYPE_builtin_function), sizeof(struct NativeCallable));
    if (function == NULL)
        return EMPTY;
    function->method = method;
    if (!is_empty(self))
        slot_init(vm, function, &function->self, retain(self));
    if (!is_empty(module))
        slot_init(vm, function, &function->module, retain(module));
    return value_from_object(function);
}

Value native_descriptor_new(struct Interpreter *vm, enum TypeIndex kind, struct Type *owner,
                            const struct NativeMethod *method)
{
    struct NativeCallable *descriptor =
        (struct NativeCallable *)object_allocate(vm, builtin_type(vm, kind), sizeof(struct NativeCallable));
    if (descriptor == NULL)
        return EMPTY;
    descriptor->method = method;
    descriptor->owner = object_retain(owner);
    return value_from_object(descriptor);
}

static void callable_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct NativeCallable *callable = (struct NativeCallable *)self;
    if (!is_empty(callable->self))
        visit(callable->self, context);
    if (!is_empty(callable->module))
        visit(callable->module, context);
    if (callable->owner != NULL)
        visit(value_from_object(callable->owner), context);
}

static Value callable_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct NativeCallable *callable = (struct NativeCallable *)self;
    if (!is_empty(callable->self))
        return slot_take(vm, self, &callable->self);
    if (!is_empty(callable->module))
        return slot_take(vm, self, &callable->module);
    struct Type *owner = callable->owner;
    callable->owner = NULL;
    return owner == NULL ? VALUE_END : value_from_object(owner);
}

/* Everything a garbage cycle leads through stays usable until it is destroyed. */
static void callable_clear(struct Interpreter *vm, struct Object *self)
{
    struct NativeCallable *callable = (struct NativeCallable *)self;
    if (!is_empty(callable->self) && callable->method->flags & NATIVE_STATIC_METHOD)
        slot_clear(vm, self, &callable->self);
    else if (!is_empty(callable->self))
        slot_set(vm, self, &callable->self, VALUE_NONE);
}

/* ---- Attributes shared by the three ------------------------------------ */

static Value callable_name(struct Interpreter *vm, Value self)
{
    return string_intern_cstring(vm, as_callable(self)->method->name);
}

static Value callable_qualified_name(struct Interpreter *vm, Value self)
{
    const struct NativeCallable *callable = as_callable(self);
    if (callable->owner == NULL && (is_empty(callable->self) || callable->method->flags & NATIVE_STATIC_METHOD))
        return callable_name(vm, self);
    struct Type *type = callable->owner;
    if (type == NULL)
        type = is_type(callable->self) ? as_type(callable->self) : value_type(vm, callable->self);
    return name_in_type(vm, type, callable->method);
}

static Value callable_documentation(struct Interpreter *vm, Value self)
{
    const char *text = as_callable(self)->method->documentation;
    return text == NULL ? VALUE_NONE : string_from_cstring(vm, text);
}

static Value callable_signature(struct Interpreter *vm, Value self)
{
    const struct NativeMethod *method = as_callable(self)->method;
    const char *text = method->parameters;
    if (text == NULL)
        return VALUE_NONE;
    if (strncmp(text, "self", 4) == 0 && (text[4] == 0 || text[4] == ','))
        return string_from_format(vm, "($%s)", text);
    const char *first = method->flags & NATIVE_CLASS_METHOD ? "type" :
                        method->flags & NATIVE_STATIC_METHOD ? "module" : "self";
    return string_from_format(vm, "($%s, %s%s)", first, *text == 0 || strchr(text, '/') != NULL ? "" : "/, ",
                              *text == 0 ? "/" : text);
}

static Value callable_module(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value module = as_callable(self)->module;
    return is_empty(module) ? VALUE_NONE : retain(module);
}

static Value callable_self(struct Interpreter *vm, Value self)
{
    const struct NativeCallable *callable = as_callable(self);
    if (!is_empty(callable->self))
        return retain(callable->self);
    if (is_empty(callable->module) || is_empty(vm->modules))
        return VALUE_NONE;
    Value module = object_get_item(vm, vm->modules, callable->module);
    if (!is_empty(module) || !error_matches(vm, TYPE_KeyError))
        return module;
    error_clear(vm);
    return VALUE_NONE;
}

static Value callable_owner(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(value_from_object(as_callable(self)->owner));
}

/* ---- builtin_function -------------------------------------------------- */

static Value function_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const struct NativeCallable *callable = as_callable(self);
    if (is_empty(callable->self) || callable->method->flags & NATIVE_STATIC_METHOD)
        return call_entry(vm, callable->method, callable, args, positional, names);
    struct Arguments arguments;
    if (!arguments_prepend(vm, &arguments, callable->self, args, arguments_total(positional, names)))
        return EMPTY;
    Value result = call_entry(vm, callable->method, callable, arguments.items, positional + 1, names);
    arguments_close(vm, &arguments);
    return result;
}

static Value function_repr(struct Interpreter *vm, Value self)
{
    const struct NativeCallable *callable = as_callable(self);
    if (is_empty(callable->self))
        return string_from_format(vm, "<built-in function %s>", callable->method->name);
    return string_from_format(vm, "<built-in method %s of %T object at 0x%zx>", callable->method->name,
                              callable->self, (size_t)value_identity(callable->self));
}

static Value function_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !object_has_type(vm, other, TYPE_builtin_function))
        return VALUE_NOT_IMPLEMENTED;
    bool same = as_callable(self)->method == as_callable(other)->method &&
                value_same(as_callable(self)->self, as_callable(other)->self);
    return value_from_bool(same == (operation == COMPARE_EQ));
}

static bool function_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    *hash = (int64_t)((value_identity(as_callable(self)->self) >> 4) ^ ((uintptr_t)as_callable(self)->method >> 4));
    return true;
}

static const struct NativeAttribute function_attributes[] = {
    {"__name__", callable_name, NULL, NULL},
    {"__qualname__", callable_qualified_name, NULL, NULL},
    {"__doc__", callable_documentation, NULL, NULL},
    {"__text_signature__", callable_signature, NULL, NULL},
    {"__self__", callable_self, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__module__", callable_module, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec builtin_function_type_spec = {
    .name = "builtin_function_or_method",
    .instance_size = sizeof(struct NativeCallable),
    .flags = TYPE_NO_INSTANCES | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = callable_traverse, .take = callable_take, .clear = callable_clear, .kind = OBJECT_CONTAINER},
    .operations = {.call = function_call, .repr = function_repr, .compare = function_compare, .hash = function_hash},
    .methods = native_function_methods,
    .attributes = function_attributes,
};

/* ---- method_descriptor ------------------------------------------------- */

static Value method_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const struct NativeCallable *callable = as_callable(self);
    if (UNLIKELY(positional == 0))
        return raise_type_error(vm, "unbound method %s.%s() needs an argument", type_name(callable->owner),
                                callable->method->name);
    struct Type *type = value_type(vm, args[0]);
    if (UNLIKELY(type != callable->owner && !type_is_subtype(vm, type, callable->owner)))
        return raise_type_error(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%N' object",
                                callable->method->name, callable->owner, type);
    return call_entry(vm, callable->method, callable, args, positional, names);
}

static Value method_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    const struct NativeCallable *callable = as_callable(self);
    if (is_empty(instance))
        return retain(self);
    if (!type_is_subtype(vm, value_type(vm, instance), callable->owner))
        return raise_type_error(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                                callable->method->name, callable->owner, instance);
    return native_function_new(vm, callable->method, instance, EMPTY);
}

static Value method_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<method '%s' of '%N' objects>", as_callable(self)->method->name,
                              as_callable(self)->owner);
}

static const struct NativeAttribute method_attributes[] = {
    {"__qualname__", callable_qualified_name, NULL, NULL},
    {"__doc__", callable_documentation, NULL, NULL},
    {"__text_signature__", callable_signature, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__name__", callable_name, NULL, NULL},
    {"__objclass__", callable_owner, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec method_descriptor_type_spec = {
    .name = "method_descriptor",
    .instance_size = sizeof(struct NativeCallable),
    .flags = TYPE_METHOD_DESCRIPTOR | TYPE_NO_INSTANCES,
    .memory = {.traverse = callable_traverse, .take = callable_take, .clear = callable_clear, .kind = OBJECT_CONTAINER},
    .operations = {.call = method_call, .repr = method_repr, .descriptor_get = method_get},
    .methods = method_descriptor_methods,
    .attributes = method_attributes,
};

/* ---- class_method_descriptor ------------------------------------------- */

static Value class_method_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    const struct NativeCallable *callable = as_callable(self);
    Value class = !is_empty(owner) ? owner : type_value(value_type(vm, instance));
    if (!is_type(class))
        return raise_type_error(vm, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2",
                                callable->method->name, callable->owner, class);
    if (!type_is_subtype(vm, as_type(class), callable->owner))
        return raise_type_error(vm, "descriptor '%s' requires a subtype of '%N' but received '%N'",
                                callable->method->name, callable->owner, as_type(class));
    return native_function_new(vm, callable->method, class, EMPTY);
}

static Value class_method_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const struct NativeCallable *callable = as_callable(self);
    if (positional == 0)
        return raise_type_error(vm, "descriptor '%s' of '%N' object needs an argument", callable->method->name,
                                callable->owner);
    Value bound = class_method_get(vm, self, EMPTY, args[0]);
    if (is_empty(bound))
        return EMPTY;
    Value result = function_call(vm, bound, args + 1, positional - 1, names);
    release(vm, bound);
    return result;
}

const struct TypeSpec class_method_descriptor_type_spec = {
    .name = "classmethod_descriptor",
    .instance_size = sizeof(struct NativeCallable),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = callable_traverse, .take = callable_take, .clear = callable_clear, .kind = OBJECT_CONTAINER},
    .operations = {.call = class_method_call, .repr = method_repr, .descriptor_get = class_method_get},
    .attributes = method_attributes,
};
