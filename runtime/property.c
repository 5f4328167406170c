/* property: attributes computed by Python functions. */
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct Property *as_property(Value v) { return (struct Property *)value_object(v); }

static bool is_property(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_property));
}

static Value property_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    return object == NULL ? EMPTY : value_from_object(object);
}

static void put(struct Interpreter *vm, struct Property *property, Value *slot, Value v)
{
    bool none = is_absent(v) || is_none(v);
    slot_set(vm, property, slot, none ? EMPTY : retain(v));
}

/* A subclass keeps the documentation in its attributes; one without them loses what was given, but a getter's raises. */
static bool assign_in_subclass(struct Interpreter *vm, Value self, Value text)
{
    if (object_set_attribute(vm, self, NAME(vm, __doc__), text))
        return true;
    if (as_property(self)->documented_by_getter || !error_matches(vm, TYPE_AttributeError))
        return false;
    error_clear(vm);
    return true;
}

/* The getter's docstring is the property's unless one was given. */
static bool set_documentation(struct Interpreter *vm, Value self, Value given)
{
    struct Property *property = as_property(self);
    Value text = is_absent(given) ? VALUE_NONE : retain(given);
    property->documented_by_getter = false;
    if (is_none(text) && !is_empty(property->getter)) {
        text = object_lookup_attribute(vm, property->getter, NAME(vm, __doc__));
        if (is_empty(text))
            return false;
        if (is_absent(text))
            text = VALUE_NONE;
        property->documented_by_getter = !is_none(text);
    }
    bool done = true;
    if (value_type(vm, self) == builtin_type(vm, TYPE_property))
        put(vm, property, &property->documentation, text);
    else
        done = assign_in_subclass(vm, self, text);
    release(vm, text);
    return done;
}

static bool property_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value bound[4];
    if (!native_bind(vm, "property", "fget=None, fset=None, fdel=None, doc=None", args, positional, names, bound, 4))
        return false;
    struct Property *property = as_property(self);
    put(vm, property, &property->getter, bound[0]);
    put(vm, property, &property->setter, bound[1]);
    put(vm, property, &property->deleter, bound[2]);
    return set_documentation(vm, self, bound[3]);
}

/* "property 'x' of 'A' object has no setter", as far as the names are known. */
static void raise_missing(struct Interpreter *vm, Value self, Value instance, const char *what)
{
    Value getter = as_property(self)->getter;
    Value name = as_property(self)->name;
    name = !is_empty(name)     ? retain(name)
           : is_empty(getter)  ? VALUE_ABSENT
                               : object_lookup_attribute(vm, getter, NAME(vm, __name__));
    if (is_empty(name))
        return;
    Value class = type_qualified_name(vm, value_type(vm, instance));
    if (!is_empty(class) && !is_absent(name))
        raise_error(vm, TYPE_AttributeError, "property %R of %R object has no %s", name, class, what);
    else if (!is_empty(class))
        raise_error(vm, TYPE_AttributeError, "property of %R object has no %s", class, what);
    release_maybe(vm, class);
    if (!is_absent(name))
        release(vm, name);
}

static Value property_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    if (is_empty(instance))
        return retain(self);
    Value getter = as_property(self)->getter;
    if (is_empty(getter)) {
        raise_missing(vm, self, instance, "getter");
        return EMPTY;
    }
    retain(getter);
    Value result = object_call_1(vm, getter, instance);
    release(vm, getter);
    return result;
}

static bool property_set(struct Interpreter *vm, Value self, Value instance, Value value)
{
    bool deletes = is_empty(value);
    Value function = deletes ? as_property(self)->deleter : as_property(self)->setter;
    if (is_empty(function)) {
        raise_missing(vm, self, instance, deletes ? "deleter" : "setter");
        return false;
    }
    retain(function);
    Value result = deletes ? object_call_1(vm, function, instance) : object_call_2(vm, function, instance, value);
    release(vm, function);
    if (is_empty(result))
        return false;
    release(vm, result);
    return true;
}

/* ---- getter, setter, deleter ------------------------------------------- */

static Value or_none(Value v) { return is_empty(v) ? VALUE_NONE : v; }

/* A copy with one of the three replaced. */
static Value with_function(struct Interpreter *vm, Value self, int which, Value function)
{
    const struct Property *property = as_property(self);
    Value args[4] = {or_none(property->getter), or_none(property->setter), or_none(property->deleter), VALUE_NONE};
    if (!is_none(function))
        args[which] = function;
    if (!property->documented_by_getter || is_none(args[0]))
        args[3] = or_none(property->documentation);
    for (size_t i = 0; i < 4; i++)
        retain(args[i]);
    Value copy = object_call(vm, type_value(value_type(vm, self)), args, 4, EMPTY);
    for (size_t i = 0; i < 4; i++)
        release(vm, args[i]);
    if (!is_empty(copy) && is_property(vm, copy) && !is_empty(property->name))
        slot_set(vm, as_property(copy), &as_property(copy)->name, retain(property->name));
    return copy;
}

static Value property_getter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return with_function(vm, args[0], 0, args[1]);
}

static Value property_setter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return with_function(vm, args[0], 1, args[1]);
}

static Value property_deleter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return with_function(vm, args[0], 2, args[1]);
}

static Value property_set_name(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count != 3)
        return raise_type_error(vm, "__set_name__() takes 2 positional arguments but %zu were given", count - 1);
    slot_set(vm, as_property(args[0]), &as_property(args[0])->name, retain(args[2]));
    return VALUE_NONE;
}

static const struct NativeMethod property_methods[] = {
    METHOD("getter", property_getter, 1, 1, "object, /", "Descriptor to obtain a copy of the property with a different getter."),
    METHOD("setter", property_setter, 1, 1, "object, /", "Descriptor to obtain a copy of the property with a different setter."),
    METHOD("deleter", property_deleter, 1, 1, "object, /", "Descriptor to obtain a copy of the property with a different deleter."),
    METHOD("__set_name__", property_set_name, 0, NATIVE_VARIADIC, "owner, name, /", "Method to set name of a property."),
    METHODS_END,
};

static Value get_getter(struct Interpreter *vm, Value self) { (void)vm; return retain(or_none(as_property(self)->getter)); }
static Value get_setter(struct Interpreter *vm, Value self) { (void)vm; return retain(or_none(as_property(self)->setter)); }
static Value get_deleter(struct Interpreter *vm, Value self) { (void)vm; return retain(or_none(as_property(self)->deleter)); }
static Value get_documentation(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(or_none(as_property(self)->documentation));
}

static bool assign_documentation(struct Interpreter *vm, Value self, Value value)
{
    put(vm, as_property(self), &as_property(self)->documentation, is_empty(value) ? VALUE_NONE : value);
    return true;
}

static Value get_name(struct Interpreter *vm, Value self)
{
    const struct Property *property = as_property(self);
    if (!is_empty(property->name))
        return retain(property->name);
    if (!vm_enter_recursion(vm, ""))
        return EMPTY;
    Value name = is_empty(property->getter) ? VALUE_ABSENT
                                            : object_lookup_attribute(vm, property->getter, NAME(vm, __name__));
    vm_leave_recursion(vm);
    return is_absent(name) ? raise_error(vm, TYPE_AttributeError, "'property' object has no attribute '__name__'") : name;
}

static bool assign_name(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, as_property(self), &as_property(self)->name, is_empty(value) ? EMPTY : retain(value));
    return true;
}

/* Abstract if one of its functions is. */
static Value get_is_abstract(struct Interpreter *vm, Value self)
{
    const struct Property *property = as_property(self);
    const Value *const functions[] = {&property->getter, &property->setter, &property->deleter};
    Value name = vm_enter_recursion(vm, "") ? string_intern_cstring(vm, "__isabstractmethod__") : EMPTY;
    int abstract = is_empty(name) ? -1 : 0;
    for (size_t i = 0; i < 3 && abstract == 0; i++) {
        if (is_empty(*functions[i]))
            continue;
        Value function = retain(*functions[i]), mark = object_lookup_attribute(vm, function, name);
        release(vm, function);
        abstract = is_empty(mark) ? -1 : is_absent(mark) ? 0 : object_truth(vm, mark);
        if (!is_empty(mark) && !is_absent(mark))
            release(vm, mark);
    }
    release_maybe(vm, name);
    vm_leave_recursion(vm);
    return abstract < 0 ? EMPTY : value_from_bool(abstract);
}

static const struct NativeAttribute property_attributes[] = {
    {"__name__", get_name, assign_name, NULL},
    {"__isabstractmethod__", get_is_abstract, NULL, NULL},
    MEMBERS_FOLLOW,
    {"fget", get_getter, NULL, NULL},
    {"fset", get_setter, NULL, NULL},
    {"fdel", get_deleter, NULL, NULL},
    {"__doc__", get_documentation, assign_documentation, NULL},
    ATTRIBUTES_END,
};

static void property_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Property *property = (struct Property *)self;
    const Value held[] = {property->getter, property->setter, property->deleter, property->documentation, property->name};
    for (size_t i = 0; i < sizeof held / sizeof held[0]; i++)
        if (!is_empty(held[i]))
            visit(held[i], context);
}

static Value property_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Property *property = (struct Property *)self;
    Value *const held[] = {&property->getter, &property->setter, &property->deleter, &property->documentation,
                           &property->name};
    while (*cursor < sizeof held / sizeof held[0]) {
        Value *slot = held[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

const struct TypeSpec property_type_spec = {
    .name = "property",
    .documentation =
        "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\n"
        "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be "
        "used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    "
        "docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return "
        "self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, "
        "setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones "
        "easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return "
        "self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n"
        "        del self._x",
    .instance_size = sizeof(struct Property),
    .flags = TYPE_BASE,
    .memory = {.traverse = property_traverse, .take = property_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = property_construct, .initialize = property_initialize, .descriptor_get = property_get,
                   .descriptor_set = property_set},
    .methods = property_methods,
    .attributes = property_attributes,
};
