/* super: attribute lookup that starts behind a class in the MRO. */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/super.h"
#include "runtime/type_internal.h"

struct Super {
    struct Object header;
    Value type;        /* start behind this class */
    Value instance;    /* EMPTY: unbound */
    Value object_type; /* the class whose MRO is searched */
};

static struct Super *as_super(Value v) { return (struct Super *)value_object(v); }

/* The class whose MRO serves for super(type, object): OWNED. */
static Value check_arguments(struct Interpreter *vm, Value type, Value object)
{
    if (is_type(object) && type_is_subtype(vm, as_type(object), as_type(type)))
        return retain(object);
    struct Type *actual = value_type(vm, object);
    if (type_is_subtype(vm, actual, as_type(type)))
        return retain(type_value(actual));
    Value claimed = object_lookup_attribute(vm, object, NAME(vm, __class__));
    if (is_empty(claimed))
        return EMPTY;
    if (is_type(claimed) && as_type(claimed) != actual && type_is_subtype(vm, as_type(claimed), as_type(type)))
        return claimed;
    if (!is_absent(claimed))
        release(vm, claimed);
    return raise_type_error(vm, "super(type, obj): obj (%s %.200N) is not an instance or subtype of type (%.200N).",
                            is_type(object) ? "type" : "instance of", is_type(object) ? as_type(object) : actual,
                            as_type(type));
}

/* What stands behind `type` in the MRO of object_type under this name: BORROWED or ABSENT. */
static Value find_behind(struct Interpreter *vm, struct Type *object_type, Value type, Value name)
{
    if (!type_ready(vm, object_type))
        return EMPTY;
    Value mro = object_type->mro;
    if (is_empty(mro))
        return VALUE_ABSENT;
    size_t i = 0, count = tuple_length(mro);
    while (i < count && !value_same(as_tuple(mro)->items[i], type))
        i++;
    for (i++; i < count; i++) {
        Value base = as_tuple(mro)->items[i];
        if (!is_type(base) || is_empty(as_type(base)->dict))
            continue;
        Value found = dict_peek(vm, as_type(base)->dict, name);
        if (!is_absent(found))
            return found;
    }
    return VALUE_ABSENT;
}

static Value get_behind(struct Interpreter *vm, Value type, Value instance, Value object_type, Value name)
{
    Value found = find_behind(vm, as_type(object_type), type, name);
    if (is_empty(found) || is_absent(found))
        return found;
    retain(found);
    struct Type *found_type = value_type(vm, found);
    if (found_type->operations.descriptor_get == NULL)
        return found;
    Value bound = found_type->operations.descriptor_get(vm, found, value_same(instance, object_type) ? EMPTY : instance,
                                                        object_type);
    release(vm, found);
    return bound;
}

Value super_method(struct Interpreter *vm, Value type, Value instance, Value name, bool *unbound)
{
    *unbound = false;
    if (!is_type(type))
        return raise_type_error(vm, "super() argument 1 must be a type, not %.200T", type);
    Value object_type = check_arguments(vm, type, instance);
    if (is_empty(object_type))
        return EMPTY;
    Value result = VALUE_ABSENT;
    if (!string_equal(name, NAME(vm, __class__))) {
        Value found = find_behind(vm, as_type(object_type), type, name);
        if (!is_empty(found) && !is_absent(found) && value_type(vm, found)->flags & TYPE_METHOD_DESCRIPTOR &&
            !value_same(instance, object_type)) {
            *unbound = true;
            result = retain(found);
        } else if (is_empty(found))
            result = EMPTY;
        else
            result = get_behind(vm, type, instance, object_type, name);
    }
    release(vm, object_type);
    return result;
}

static Value super_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    const struct Super *super = as_super(self);
    if (!is_empty(super->object_type) && !string_equal(name, NAME(vm, __class__))) {
        Value v = get_behind(vm, super->type, super->instance, super->object_type, name);
        if (!is_absent(v))
            return v;
    }
    return object_generic_get_attribute(vm, self, name);
}

static Value super_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    return object == NULL ? EMPTY : value_from_object(object);
}

static bool bind(struct Interpreter *vm, struct Super *super, Value type, Value object)
{
    if (!is_type(type)) {
        raise_type_error(vm, "super() argument 1 must be a type, not %.200T", type);
        return false;
    }
    bool bound = !is_absent(object) && !is_none(object);
    Value object_type = bound ? check_arguments(vm, type, object) : EMPTY;
    if (bound && is_empty(object_type))
        return false;
    slot_set(vm, super, &super->type, retain(type));
    slot_set(vm, super, &super->instance, bound ? retain(object) : EMPTY);
    slot_set(vm, super, &super->object_type, object_type);
    return true;
}

static bool super_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!is_empty(names) && tuple_length(names) != 0) {
        raise_type_error(vm, "super() takes no keyword arguments");
        return false;
    }
    if (positional > 2) {
        raise_type_error(vm, "super() expected at most 2 arguments, got %zu", positional);
        return false;
    }
    if (positional > 0)
        return bind(vm, as_super(self), args[0], positional > 1 ? args[1] : VALUE_ABSENT);
    Value type, instance;
    if (vm->callbacks.super_arguments == NULL) {
        raise_error(vm, TYPE_RuntimeError, "super(): no arguments");
        return false;
    }
    if (!vm->callbacks.super_arguments(vm, &type, &instance))
        return false;
    return bind(vm, as_super(self), type, instance);
}

static Value super_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    const struct Super *super = as_super(self);
    if (is_empty(instance) || is_none(instance) || !is_empty(super->instance))
        return retain(self);
    Value args[2] = {is_empty(super->type) ? VALUE_NONE : super->type, instance};
    return object_call(vm, type_value(value_type(vm, self)), args, 2, EMPTY);
}

static Value super_repr(struct Interpreter *vm, Value self)
{
    const struct Super *super = as_super(self);
    const char *name = is_empty(super->type) ? "NULL" : type_name(as_type(super->type));
    if (is_empty(super->object_type))
        return string_from_format(vm, "<super: <class '%s'>, NULL>", name);
    return string_from_format(vm, "<super: <class '%s'>, <%N object>>", name, as_type(super->object_type));
}

static Value get_this_class(struct Interpreter *vm, Value self)
{
    (void)vm;
    return is_empty(as_super(self)->type) ? VALUE_NONE : retain(as_super(self)->type);
}

static Value get_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return is_empty(as_super(self)->instance) ? VALUE_NONE : retain(as_super(self)->instance);
}

static Value get_self_class(struct Interpreter *vm, Value self)
{
    (void)vm;
    return is_empty(as_super(self)->object_type) ? VALUE_NONE : retain(as_super(self)->object_type);
}

static const struct NativeAttribute super_attributes[] = {
    MEMBERS_FOLLOW,
    {"__thisclass__", get_this_class, NULL, "the class invoking super()"},
    {"__self__", get_self, NULL, "the instance invoking super(); may be None"},
    {"__self_class__", get_self_class, NULL, "the type of the instance invoking super(); may be None"},
    ATTRIBUTES_END,
};

static void super_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Super *super = (struct Super *)self;
    const Value held[] = {super->type, super->instance, super->object_type};
    for (size_t i = 0; i < 3; i++)
        if (!is_empty(held[i]))
            visit(held[i], context);
}

static Value super_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Super *super = (struct Super *)self;
    Value *const held[] = {&super->instance, &super->type, &super->object_type};
    while (*cursor < 3) {
        Value *slot = held[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

const struct TypeSpec super_type_spec = {
    .name = "super",
    .documentation =
        "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> "
        "bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires "
        "issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, "
        "arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def "
        "cmeth(cls, arg):\n        super().cmeth(arg)\n",
    .instance_size = sizeof(struct Super),
    .flags = TYPE_BASE,
    .memory = {.traverse = super_traverse, .take = super_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = super_construct, .initialize = super_initialize, .repr = super_repr,
                   .get_attribute = super_get_attribute, .descriptor_get = super_get},
    .attributes = super_attributes,
};
