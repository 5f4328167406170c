/*
 * Specialising attribute access, loading methods, super().
 *
 * A specialised form depends on the type's version and on what the cache
 * words hold (vm/machine/loop_attributes.inc says which); what cannot be
 * cached stays generic and is tried again much later.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "vm/machine/machine.h"

/* at[0] is the instruction, at[1..4] its cache. */
static void become(Instruction *at, enum Opcode form) { at[0] = instruction_make(form, instruction_argument(at[0])); }
static void cache_set_pointer(Instruction *cache, const void *pointer) { memcpy(cache, &pointer, sizeof pointer); }
static void stay_generic(Instruction *at) { at[1] = (uint32_t)-500; }

static struct Attributes *attributes_at(Value v, const struct Type *type)
{
    return (struct Attributes *)(void *)((char *)value_object(v) + type->attributes_offset);
}

/* Entry of a module's dict; the form's cache is version and entry. */
static bool cache_module_entry(struct Interpreter *vm, Instruction *at, Value module, Value name)
{
    Value dict = module_dict(module);
    if (value_object(module)->type != builtin_type(vm, TYPE_module) || is_empty(dict) || !is_exact_dict(vm, dict))
        return false;
    int64_t entry = dict_entry_of(vm, dict, name);
    uint32_t version = dict_version(vm, dict);
    if (entry < 0 || version == 0)
        return false;
    at[1] = version;
    at[2] = (uint32_t)entry;
    return true;
}

/* An inline slot of the instance; the same cache serves loading and storing. */
static bool cache_inline_slot(Instruction *at, Value object, struct Type *type, Value name)
{
    if (type->attributes_offset == 0 || type->attributes_offset > 0xffff)
        return false;
    struct Shape *shape = attributes_at(object, type)->shape;
    if (shape == NULL)
        return false;
    int32_t slot = shape_find(shape, name);
    if (slot < 0 || slot >= type->inline_slots)
        return false;
    at[1] = type->version;
    at[2] = type->attributes_offset | (uint32_t)slot << 16;
    cache_set_pointer(at + 3, shape);
    return true;
}

static bool is_data_descriptor(struct Interpreter *vm, Value v)
{
    return is_object(v) && value_type(vm, v)->operations.descriptor_set != NULL;
}

static bool cache_member(struct Interpreter *vm, Instruction *at, struct Type *type, Value descriptor)
{
    if (!object_has_type(vm, descriptor, TYPE_member_descriptor))
        return false;
    struct MemberDescriptor *member = (struct MemberDescriptor *)value_object(descriptor);
    if (member->attribute != NULL || (type->flags & TYPE_VARIABLE_SIZE) || !type_is_subtype(vm, type, member->owner))
        return false;
    at[1] = type->version;
    at[2] = member->offset;
    return true;
}

static bool cache_property(struct Interpreter *vm, Instruction *at, struct Type *type, Value descriptor)
{
    if (!object_has_type(vm, descriptor, TYPE_property))
        return false;
    Value getter = ((struct Property *)value_object(descriptor))->getter;
    if (is_empty(getter) || !is_function(vm, getter) || function_code(as_function(getter))->simple != 2)
        return false;
    at[1] = type->version;
    cache_set_pointer(at + 3, value_object(getter));
    return true;
}

/* 0 when instances cannot shadow a class attribute, else the id of the object's shape; false: cannot tell. */
static bool unshadowed_shape(Value object, struct Type *type, Value name, uint32_t *id)
{
    *id = 0;
    if (!(type->flags & TYPE_HAS_ATTRIBUTES))
        return true;
    if (!is_object(object) || type->attributes_offset == 0)
        return false;
    struct Attributes *attributes = attributes_at(object, type);
    struct Shape *shape = attributes->shape;
    if (shape == NULL ? !is_empty(attributes->store.dict) : shape->id == 0 || shape_find(shape, name) >= 0)
        return false;
    *id = shape == NULL ? 0 : shape->id;
    return true;
}

static bool cache_class_value(struct Interpreter *vm, Instruction *at, Value object, struct Type *type, Value name,
                              Value found)
{
    uint32_t shape;
    if (!is_object(found) || value_type(vm, found)->operations.descriptor_get != NULL ||
        (value_type(vm, found)->flags & TYPE_HEAP) || !unshadowed_shape(object, type, name, &shape))
        return false;
    at[1] = type->version;
    at[2] = shape;
    cache_set_pointer(at + 3, value_object(found));
    return true;
}

/* The type's version for caching; 0: do not. */
static uint32_t cacheable_version(struct Interpreter *vm, struct Type *type, enum TypeFlag generic)
{
    return (type->flags & (uint32_t)generic) ? type_version(vm, type) : 0;
}

/* Whether attributes that are there are found in the generic way, though a missing one may go to __getattr__. */
static bool finds_generically(struct Interpreter *vm, struct Type *type)
{
    if (type->flags & TYPE_GENERIC_GET)
        return true;
    if (!(type->flags & TYPE_HEAP) || (type->flags & TYPE_SUBCLASS_TYPE))
        return false;
    Value own = type_lookup(vm, type, NAME(vm, __getattribute__));
    if (is_empty(own)) {
        error_clear(vm);
        return false;
    }
    return !is_absent(own) &&
           value_same(own, type_lookup(vm, builtin_type(vm, TYPE_object), NAME(vm, __getattribute__)));
}

void specialise_load_attribute(struct Interpreter *vm, Instruction *at, Value object, Value name)
{
    struct Type *type = value_type(vm, object);
    stay_generic(at);
    if (type == builtin_type(vm, TYPE_module)) {
        if (cache_module_entry(vm, at, object, name))
            become(at, OP_LOAD_ATTRIBUTE_MODULE);
        return;
    }
    Value found = type_lookup(vm, type, name);
    if (is_empty(found)) {
        error_clear(vm);
        return;
    }
    if (!finds_generically(vm, type) || type_version(vm, type) == 0)
        return;
    if (!is_absent(found) && is_data_descriptor(vm, found)) {
        if (cache_member(vm, at, type, found))
            become(at, OP_LOAD_ATTRIBUTE_MEMBER);
        else if ((type->flags & TYPE_GENERIC_GET) && cache_property(vm, at, type, found))
            become(at, OP_LOAD_ATTRIBUTE_PROPERTY);
        return;
    }
    if (is_object(object) && cache_inline_slot(at, object, type, name))
        become(at, OP_LOAD_ATTRIBUTE_SLOT);
    else if (!is_absent(found) && cache_class_value(vm, at, object, type, name, found))
        become(at, OP_LOAD_ATTRIBUTE_CLASS);
}

/* Whether calling what was found with self first equals calling the attribute. */
static bool is_method(struct Interpreter *vm, Value found)
{
    return is_object(found) && (value_type(vm, found)->flags & TYPE_METHOD_DESCRIPTOR) != 0;
}

void specialise_load_method(struct Interpreter *vm, Instruction *at, Value object, Value name)
{
    struct Type *type = value_type(vm, object);
    stay_generic(at);
    if (type == builtin_type(vm, TYPE_module)) {
        if (cache_module_entry(vm, at, object, name))
            become(at, OP_LOAD_METHOD_MODULE);
        return;
    }
    Value found = type_lookup(vm, type, name);
    if (is_empty(found)) {
        error_clear(vm);
        return;
    }
    if (is_absent(found) || !is_method(vm, found) || !finds_generically(vm, type) || type_version(vm, type) == 0)
        return;
    uint32_t shape;
    if (!unshadowed_shape(object, type, name, &shape))
        return;
    at[1] = type->version;
    at[2] = shape;
    cache_set_pointer(at + 3, value_object(found));
    become(at, type->flags & TYPE_HAS_ATTRIBUTES ? OP_LOAD_METHOD_CLASS : OP_LOAD_METHOD_BUILTIN);
}

/* The shape that adding name leads to, if the machine may go there itself: the next inline slot. */
static bool cache_added_slot(Instruction *at, Value object, struct Type *type, Value name)
{
    if (type->attributes_offset == 0)
        return false;
    struct Shape *shape = attributes_at(object, type)->shape;
    if (shape == NULL || shape->slot_count >= type->inline_slots || shape_find(shape, name) >= 0)
        return false;
    for (struct Shape *child = shape->first_child; child != NULL; child = child->sibling)
        if (value_same(child->name, name)) {
            at[1] = type->version;
            at[2] = type->attributes_offset;
            cache_set_pointer(at + 3, child);
            return true;
        }
    return false;
}

void specialise_store_attribute(struct Interpreter *vm, Instruction *at, Value object, Value name)
{
    struct Type *type = value_type(vm, object);
    stay_generic(at);
    if (!is_object(object))
        return;
    Value found = type_lookup(vm, type, name);
    if (is_empty(found)) {
        error_clear(vm);
        return;
    }
    if (cacheable_version(vm, type, TYPE_GENERIC_SET) == 0)
        return;
    if (!is_absent(found) && is_data_descriptor(vm, found)) {
        if (cache_member(vm, at, type, found))
            become(at, OP_STORE_ATTRIBUTE_MEMBER);
        return;
    }
    if (cache_inline_slot(at, object, type, name))
        become(at, OP_STORE_ATTRIBUTE_SLOT);
    else if (cache_added_slot(at, object, type, name))
        become(at, OP_STORE_ATTRIBUTE_ADD);
}

/* Instances of a type with its own __getattribute__ or metaclass go the general way. */
bool machine_load_method(struct Interpreter *vm, Value object, Value name, Value pair[2])
{
    struct Type *type = value_type(vm, object);
    pair[1] = VALUE_ABSENT;
    if (type->flags & TYPE_GENERIC_GET) {
        Value found = type_lookup(vm, type, name);
        if (is_empty(found))
            return false;
        if (!is_absent(found) && is_method(vm, found)) {
            retain(found);
            Value own = VALUE_ABSENT;
            if (is_object(object) && (type->flags & TYPE_HAS_ATTRIBUTES))
                own = attributes_get(vm, value_object(object), name);
            if (is_absent(own)) {
                pair[0] = found;
                pair[1] = retain(object);
                return true;
            }
            release(vm, found);
            pair[0] = own;
            return !is_empty(own);
        }
    }
    pair[0] = object_get_attribute(vm, object, name);
    return !is_empty(pair[0]);
}

/* ---- super() */

/* The type whose method resolution order super(class, self) follows; NULL: not the plain case. */
static struct Type *super_start(struct Interpreter *vm, struct Type *class, Value self, bool *on_class)
{
    *on_class = is_object(self) && (value_object(self)->type->flags & TYPE_SUBCLASS_TYPE) &&
                type_is_subtype(vm, (struct Type *)value_object(self), class);
    if (*on_class)
        return (struct Type *)value_object(self);
    struct Type *type = value_type(vm, self);
    return type_is_subtype(vm, type, class) ? type : NULL;
}

/* BORROWED, ABSENT or EMPTY: name in the classes behind `class` in the order of `start`. */
static Value lookup_behind(struct Interpreter *vm, struct Type *start, struct Type *class, Value name)
{
    if (is_empty(start->mro)) /* its metaclass's mro() is still at work */
        return VALUE_ABSENT;
    struct Tuple *order = as_tuple(start->mro);
    size_t i = 0;
    while (i < order->length && value_object(order->items[i]) != (struct Object *)class)
        i++;
    for (i++; i < order->length; i++) {
        struct Dict *dict = type_dict(vm, (struct Type *)value_object(order->items[i]));
        if (dict == NULL)
            return EMPTY;
        Value v = dict_peek(vm, value_from_object(dict), name);
        if (!is_absent(v))
            return v;
    }
    return VALUE_ABSENT;
}

static bool load_through_super_object(struct Interpreter *vm, Value super, Value class, Value self, Value name,
                                      Value pair[2])
{
    Value object = object_call_2(vm, super, class, self);
    if (is_empty(object))
        return false;
    pair[0] = object_get_attribute(vm, object, name);
    release(vm, object);
    return !is_empty(pair[0]);
}

bool machine_load_super(struct Interpreter *vm, Value super, Value class, Value self, Value name, bool method,
                        Value pair[2])
{
    pair[1] = VALUE_ABSENT;
    bool on_class;
    struct Type *start = NULL;
    if (value_same(super, value_from_object(builtin_type(vm, TYPE_super))) && is_object(class) &&
        (value_object(class)->type->flags & TYPE_SUBCLASS_TYPE) && !value_same(name, NAME(vm, __class__)))
        start = super_start(vm, (struct Type *)value_object(class), self, &on_class);
    if (start == NULL)
        return load_through_super_object(vm, super, class, self, name, pair);
    Value found = lookup_behind(vm, start, (struct Type *)value_object(class), name);
    if (is_empty(found))
        return false;
    if (is_absent(found))
        return load_through_super_object(vm, super, class, self, name, pair);
    if (method && !on_class && is_method(vm, found)) {
        pair[0] = retain(found);
        pair[1] = retain(self);
        return true;
    }
    retain(found);
    struct Type *type = value_type(vm, found);
    if (type->operations.descriptor_get == NULL) {
        pair[0] = found;
        return true;
    }
    pair[0] = type->operations.descriptor_get(vm, found, on_class ? EMPTY : self, value_from_object(start));
    release(vm, found);
    return !is_empty(pair[0]);
}
