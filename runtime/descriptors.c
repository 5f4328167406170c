/*
 * Descriptors of data: getset_descriptor (attributes computed in C) and
 * member_descriptor (what __slots__ makes).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "gc/weak.h"

/* ---- getset_descriptor ------------------------------------------------- */

struct Getset {
    struct Object header;
    const struct NativeAttribute *attribute;
    struct Type *owner; /* held */
};

static struct Getset *as_getset(Value v) { return (struct Getset *)value_object(v); }

Value getset_new(struct Interpreter *vm, struct Type *owner, const struct NativeAttribute *attribute)
{
    struct Getset *getset =
        (struct Getset *)object_allocate(vm, builtin_type(vm, TYPE_getset_descriptor), sizeof(struct Getset));
    if (getset == NULL)
        return EMPTY;
    getset->attribute = attribute;
    getset->owner = object_retain(owner);
    return value_from_object(getset);
}

static bool applies(struct Interpreter *vm, const char *name, struct Type *owner, Value instance)
{
    if (LIKELY(type_is_subtype(vm, value_type(vm, instance), owner)))
        return true;
    raise_type_error(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, instance);
    return false;
}

static Value getset_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    struct Getset *getset = as_getset(self);
    if (is_empty(instance))
        return retain(self);
    if (!applies(vm, getset->attribute->name, getset->owner, instance))
        return EMPTY;
    if (getset->attribute->get == NULL)
        return raise_error(vm, TYPE_AttributeError, "attribute '%s' of '%N' objects is not readable",
                           getset->attribute->name, getset->owner);
    return getset->attribute->get(vm, instance);
}

static bool getset_set(struct Interpreter *vm, Value self, Value instance, Value value)
{
    struct Getset *getset = as_getset(self);
    if (!applies(vm, getset->attribute->name, getset->owner, instance))
        return false;
    if (getset->attribute->set != NULL)
        return getset->attribute->set(vm, instance, value);
    raise_error(vm, TYPE_AttributeError, "attribute '%s' of '%N' objects is not writable", getset->attribute->name,
                getset->owner);
    return false;
}

static Value getset_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<attribute '%s' of '%N' objects>", as_getset(self)->attribute->name,
                              as_getset(self)->owner);
}

static Value getset_name(struct Interpreter *vm, Value self)
{
    return string_intern_cstring(vm, as_getset(self)->attribute->name);
}

static Value getset_qualified_name(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "%s.%s", type_name(as_getset(self)->owner), as_getset(self)->attribute->name);
}

static Value getset_documentation(struct Interpreter *vm, Value self)
{
    const char *text = as_getset(self)->attribute->documentation;
    return text == NULL ? VALUE_NONE : string_from_cstring(vm, text);
}

static Value getset_owner(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(type_value(as_getset(self)->owner));
}

static void getset_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Getset *getset = (struct Getset *)self;
    if (getset->owner != NULL)
        visit(type_value(getset->owner), context);
}

static Value getset_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)vm, (void)cursor;
    struct Getset *getset = (struct Getset *)self;
    struct Type *owner = getset->owner;
    getset->owner = NULL;
    return owner == NULL ? VALUE_END : type_value(owner);
}

/* A descriptor in a garbage cycle stays whole: the class it leads to breaks the cycle. */
static void clear_nothing(struct Interpreter *vm, struct Object *self) { (void)vm, (void)self; }

static const struct NativeAttribute getset_attributes[] = {
    {"__qualname__", getset_qualified_name, NULL, NULL},
    {"__doc__", getset_documentation, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__name__", getset_name, NULL, NULL},
    {"__objclass__", getset_owner, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec getset_descriptor_type_spec = {
    .name = "getset_descriptor",
    .instance_size = sizeof(struct Getset),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = getset_traverse, .take = getset_take, .clear = clear_nothing, .kind = OBJECT_CONTAINER},
    .operations = {.repr = getset_repr, .descriptor_get = getset_get, .descriptor_set = getset_set},
    .attributes = getset_attributes,
};

/* ---- member_descriptor ------------------------------------------------- */

static struct MemberDescriptor *as_member(Value v) { return (struct MemberDescriptor *)value_object(v); }

Value member_descriptor_new(struct Interpreter *vm, struct Type *owner, Value name, uint32_t offset)
{
    struct MemberDescriptor *member = (struct MemberDescriptor *)object_allocate(
        vm, builtin_type(vm, TYPE_member_descriptor), sizeof(struct MemberDescriptor));
    if (member == NULL)
        return EMPTY;
    member->owner = object_retain(owner);
    slot_init(vm, member, &member->name, retain(name));
    member->offset = offset;
    return value_from_object(member);
}

Value native_member_new(struct Interpreter *vm, struct Type *owner, const struct NativeAttribute *attribute)
{
    Value name = string_intern_cstring(vm, attribute->name);
    Value member = is_empty(name) ? EMPTY : member_descriptor_new(vm, owner, name, 0);
    release_maybe(vm, name);
    if (!is_empty(member))
        as_member(member)->attribute = attribute;
    return member;
}

static bool member_applies(struct Interpreter *vm, struct MemberDescriptor *member, Value instance)
{
    if (LIKELY(type_is_subtype(vm, value_type(vm, instance), member->owner)))
        return true;
    raise_type_error(vm, "descriptor '%V' for '%N' objects doesn't apply to a '%T' object", member->name,
                     member->owner, instance);
    return false;
}

/* Unlike other AttributeErrors it names the type in full. */
static Value raise_empty_slot(struct Interpreter *vm, const struct MemberDescriptor *member, Value instance)
{
    Value type = type_shown_name(vm, value_type(vm, instance));
    if (is_empty(type))
        return EMPTY;
    Value message = string_from_format(vm, "'%V' object has no attribute '%V'", type, member->name);
    release(vm, type);
    return is_empty(message) ? EMPTY : raise_attribute_message(vm, instance, member->name, message);
}

static Value member_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    struct MemberDescriptor *member = as_member(self);
    if (is_empty(instance))
        return retain(self);
    if (!member_applies(vm, member, instance))
        return EMPTY;
    if (member->attribute != NULL)
        return member->attribute->get(vm, instance);
    Value v = *member_slot(member, value_object(instance));
    return is_empty(v) ? raise_empty_slot(vm, member, instance) : retain(v);
}

static bool member_set(struct Interpreter *vm, Value self, Value instance, Value value)
{
    struct MemberDescriptor *member = as_member(self);
    if (!member_applies(vm, member, instance))
        return false;
    if (member->attribute != NULL) {
        if (member->attribute->set != NULL)
            return member->attribute->set(vm, instance, value);
        raise_error(vm, TYPE_AttributeError, "readonly attribute");
        return false;
    }
    Value *slot = member_slot(member, value_object(instance));
    if (!is_empty(value)) {
        slot_set(vm, value_object(instance), slot, retain(value));
        return true;
    }
    if (is_empty(*slot)) {
        raise_error(vm, TYPE_AttributeError, "%V", member->name);
        return false;
    }
    slot_clear(vm, value_object(instance), slot);
    return true;
}

static Value member_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<member '%V' of '%N' objects>", as_member(self)->name, as_member(self)->owner);
}

static Value member_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_member(self)->name);
}

static Value member_qualified_name(struct Interpreter *vm, Value self)
{
    Value owner = type_qualified_name(vm, as_member(self)->owner);
    if (is_empty(owner))
        return EMPTY;
    Value name = string_from_format(vm, "%V.%V", owner, as_member(self)->name);
    release(vm, owner);
    return name;
}

static Value member_documentation(struct Interpreter *vm, Value self)
{
    const struct NativeAttribute *attribute = as_member(self)->attribute;
    const char *text = attribute == NULL ? NULL : attribute->documentation;
    return text == NULL ? VALUE_NONE : string_from_cstring(vm, text);
}

static Value member_owner(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(type_value(as_member(self)->owner));
}

static void member_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct MemberDescriptor *member = (struct MemberDescriptor *)self;
    if (member->owner != NULL)
        visit(type_value(member->owner), context);
    if (!is_empty(member->name))
        visit(member->name, context);
}

static Value member_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct MemberDescriptor *member = (struct MemberDescriptor *)self;
    if (member->owner != NULL) {
        struct Type *owner = member->owner;
        member->owner = NULL;
        return type_value(owner);
    }
    return is_empty(member->name) ? VALUE_END : slot_take(vm, self, &member->name);
}

OWNED Value reduce_to_getattr(struct Interpreter *vm, Value object, const char *name)
{
    Value text = string_from_cstring(vm, name);
    Value pair = is_empty(text) ? EMPTY : tuple_pack(vm, (size_t)2, object, text);
    release_maybe(vm, text);
    Value key = is_empty(pair) ? EMPTY : string_intern_cstring(vm, "getattr");
    Value function = is_empty(key) ? EMPTY : dict_get(vm, vm->builtins, key);
    if (is_absent(function)) {
        raise_attribute_error(vm, vm->builtins, key);
        function = EMPTY;
    }
    Value result = is_empty(function) ? EMPTY : tuple_pack(vm, (size_t)2, function, pair);
    release_maybe(vm, key);
    release_maybe(vm, function);
    release_maybe(vm, pair);
    return result;
}

static Value member_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Utf8View view;
    (void)count;
    if (!utf8_view(vm, as_member(args[0])->name, &view))
        return EMPTY;
    Value result = reduce_to_getattr(vm, type_value(as_member(args[0])->owner), view.text);
    utf8_release(vm, &view);
    return result;
}

static const struct NativeMethod member_methods[] = {
    METHOD("__reduce__", member_reduce, 0, 0, "", NULL),
    METHODS_END,
};

static const struct NativeAttribute member_attributes[] = {
    {"__qualname__", member_qualified_name, NULL, NULL},
    {"__doc__", member_documentation, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__name__", member_name, NULL, NULL},
    {"__objclass__", member_owner, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec member_descriptor_type_spec = {
    .name = "member_descriptor",
    .instance_size = sizeof(struct MemberDescriptor),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = member_traverse, .take = member_take, .clear = clear_nothing, .kind = OBJECT_CONTAINER},
    .operations = {.repr = member_repr, .descriptor_get = member_get, .descriptor_set = member_set},
    .methods = member_methods,
    .attributes = member_attributes,
};

/* ---- __dict__ and __weakref__ of instances ----------------------------- */

/* Classes and modules derived from a plain class as well have the __dict__ of their built-in base; ABSENT: none. */
static Value builtin_dict_descriptor(struct Interpreter *vm, Value self)
{
    struct Type *type = value_type(vm, self);
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type->flags & TYPE_OWN_DICT ? type_lookup(vm, type, NAME(vm, __dict__)) : VALUE_ABSENT;
}

static Value instance_get_dict(struct Interpreter *vm, Value self)
{
    if (object_attributes(value_object(self)) == NULL) {
        Value descriptor = builtin_dict_descriptor(vm, self);
        if (is_empty(descriptor))
            return EMPTY;
        if (is_absent(descriptor))
            return raise_attribute_error(vm, self, NAME(vm, __dict__));
        return value_type(vm, descriptor)->operations.descriptor_get(vm, descriptor, self, EMPTY);
    }
    return attributes_dict(vm, value_object(self));
}

static bool instance_set_dict(struct Interpreter *vm, Value self, Value value)
{
    if (object_attributes(value_object(self)) == NULL) {
        Value descriptor = builtin_dict_descriptor(vm, self);
        if (is_absent(descriptor))
            raise_error(vm, TYPE_AttributeError, "This object has no __dict__");
        return !is_empty(descriptor) && !is_absent(descriptor) &&
               value_type(vm, descriptor)->operations.descriptor_set(vm, descriptor, self, value);
    }
    if (is_empty(value) && value_type(vm, self)->native_spec->flags & TYPE_HAS_ATTRIBUTES) {
        raise_type_error(vm, "cannot delete __dict__");
        return false;
    }
    if (!is_empty(value) && !(is_object(value) && value_has_flag(vm, value, TYPE_SUBCLASS_DICT))) {
        raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%.200T'", value);
        return false;
    }
    return attributes_set_dict(vm, value_object(self), value);
}

static Value instance_get_weakref(struct Interpreter *vm, Value self)
{
    struct WeakReference *first = weak_first(vm, value_object(self));
    return first == NULL ? VALUE_NONE : retain(value_from_object(first));
}

const struct NativeAttribute instance_dict_attribute = {"__dict__", instance_get_dict, instance_set_dict,
                                                        "dictionary for instance variables"};
const struct NativeAttribute instance_weakref_attribute = {"__weakref__", instance_get_weakref, NULL,
                                                           "list of weak references to the object"};
