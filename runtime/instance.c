/*
 * Attributes of instances: reading, writing and deleting them by shape, and
 * the change to dictionary mode.
 *
 * Invariant: with a shape, exactly its slots hold Values and store.overflow
 * has room for those beyond the inline ones; without one, store.dict holds
 * the attributes, or is EMPTY and there are none yet.  Slots are in order of
 * insertion, which is the order of destruction.
 */
#include "runtime/instance.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/string.h"

/* What attributes_at_end subtracts: attributes and inline slots; the members lie before them. */
static size_t attributes_size(const struct Type *type)
{
    return sizeof(struct Attributes) + type->inline_slots * sizeof(Value);
}

struct Attributes *attributes_at_end(struct Object *object)
{
    size_t end = object_cell_size(object) & ~(size_t)7;
    return (struct Attributes *)(void *)((char *)object + end - attributes_size(object->type));
}

Value *member_slot(const struct MemberDescriptor *member, struct Object *object)
{
    if (LIKELY(!(member->owner->flags & TYPE_VARIABLE_SIZE)))
        return (Value *)(void *)((char *)object + member->offset);
    size_t end = object_cell_size(object) & ~(size_t)7;
    return (Value *)(void *)((char *)object + end - (object->type->extra_size - member->offset));
}

Value instance_new(struct Interpreter *vm, struct Type *type)
{
    struct Object *object = object_allocate(vm, type, type->instance_size);
    if (object == NULL)
        return EMPTY;
    if (type->attributes_offset != 0)
        object_attributes(object)->shape = type->root_shape;
    return value_from_object(object);
}

/* The interned twin of a name, for shapes compare names by identity.  OWNED. */
static Value interned_name(struct Interpreter *vm, Value name)
{
    retain(name);
    return value_object(name)->flags & STRING_INTERNED ? name : string_intern(vm, name);
}

static Value get_by_shape(struct Interpreter *vm, struct Object *object, struct Attributes *attributes, Value name)
{
    int32_t slot;
    if (LIKELY(value_object(name)->flags & STRING_INTERNED)) {
        slot = shape_find(attributes->shape, name);
    } else {
        Value interned = interned_name(vm, name);
        if (is_empty(interned))
            return EMPTY;
        slot = shape_find(attributes->shape, interned);
        release(vm, interned);
    }
    if (slot < 0)
        return VALUE_ABSENT;
    Value v = *attributes_slot(object->type, attributes, (uint32_t)slot);
    return is_empty(v) ? VALUE_ABSENT : retain(v);
}

Value attributes_get(struct Interpreter *vm, struct Object *object, Value name)
{
    struct Attributes *attributes = object_attributes(object);
    if (attributes == NULL)
        return VALUE_ABSENT;
    if (LIKELY(attributes->shape != NULL))
        return get_by_shape(vm, object, attributes, name);
    if (is_empty(attributes->store.dict))
        return VALUE_ABSENT;
    Value v = dict_peek(vm, attributes->store.dict, name);
    if (LIKELY(!is_absent(v)))
        return retain(v);
    if (LIKELY(!as_dict(attributes->store.dict)->has_other_keys))
        return v;
    Value dict = retain(attributes->store.dict); /* a key that is no plain str may equal the name */
    v = dict_get(vm, dict, name);
    release(vm, dict);
    return v;
}

/* Makes room for slot `number`. */
static bool ensure_slot(struct Interpreter *vm, struct Object *object, struct Attributes *attributes, uint32_t number)
{
    uint32_t inline_slots = object->type->inline_slots;
    if (number < inline_slots || number - inline_slots < attributes->overflow_capacity)
        return true;
    uint32_t old_capacity = attributes->overflow_capacity;
    uint32_t capacity = old_capacity == 0 ? 4 : old_capacity * 2;
    Value *block = heap_resize(vm, MEMORY_VALUES, attributes->store.overflow, old_capacity * sizeof(Value),
                               capacity * sizeof(Value));
    if (block == NULL)
        return false;
    memset(block + old_capacity, 0, (capacity - old_capacity) * sizeof(Value));
    attributes->store.overflow = block;
    attributes->overflow_capacity = capacity;
    return true;
}

/* Empties the slots without releasing what they held: those Values have another holder already. */
static void forget_slots(struct Interpreter *vm, struct Object *object, struct Attributes *attributes)
{
    struct Shape *shape = attributes->shape;
    uint32_t count = shape == NULL ? 0 : shape->slot_count;
    for (uint32_t i = 0; i < count; i++)
        slot_clear(vm, object, attributes_slot(object->type, attributes, i));
    heap_free(vm, MEMORY_VALUES, attributes->store.overflow, attributes->overflow_capacity * sizeof(Value));
    attributes->shape = NULL;
    attributes->store.overflow = NULL;
    attributes->overflow_capacity = 0;
    attributes->taken = 0;
}

static void collect_names(const struct Shape *shape, Value names[SHAPE_SLOT_LIMIT])
{
    for (; shape->slot_count != 0; shape = shape->parent)
        names[shape->slot_count - 1] = shape->name;
}

static bool slots_to_dict(struct Interpreter *vm, struct Object *object, struct Attributes *attributes, Value dict)
{
    if (attributes->shape == NULL)
        return true;
    Value names[SHAPE_SLOT_LIMIT];
    collect_names(attributes->shape, names);
    for (uint32_t i = 0; i < attributes->shape->slot_count; i++) {
        Value v = *attributes_slot(object->type, attributes, i);
        if (!is_empty(v) && !dict_set(vm, dict, names[i], v))
            return false;
    }
    return true;
}

static bool enter_dictionary_mode(struct Interpreter *vm, struct Object *object, struct Attributes *attributes)
{
    size_t count = attributes->shape == NULL ? 0 : attributes->shape->slot_count;
    Value dict = dict_new_sized(vm, count);
    if (is_empty(dict))
        return false;
    if (!slots_to_dict(vm, object, attributes, dict)) {
        release(vm, dict);
        return false;
    }
    forget_slots(vm, object, attributes);
    slot_init(vm, object, &attributes->store.dict, dict);
    return true;
}

static bool set_in_dict(struct Interpreter *vm, struct Attributes *attributes, Value name, Value value)
{
    Value dict = retain(attributes->store.dict);
    bool done = dict_set(vm, dict, name, value);
    release(vm, dict);
    return done;
}

/* name is interned. */
static bool set_by_shape(struct Interpreter *vm, struct Object *object, struct Attributes *attributes, Value name,
                         Value value)
{
    int32_t slot = shape_find(attributes->shape, name);
    if (slot >= 0) {
        slot_set(vm, object, attributes_slot(object->type, attributes, (uint32_t)slot), retain(value));
        return true;
    }
    struct Shape *added = shape_add(vm, attributes->shape, name);
    if (added == NULL) {
        if (error_pending(vm) || !enter_dictionary_mode(vm, object, attributes))
            return false;
        return set_in_dict(vm, attributes, name, value);
    }
    uint32_t number = added->slot_count - 1;
    if (!ensure_slot(vm, object, attributes, number))
        return false;
    attributes->taken = 0;
    attributes->shape = added;
    slot_init(vm, object, attributes_slot(object->type, attributes, number), retain(value));
    return true;
}

bool attributes_set(struct Interpreter *vm, struct Object *object, Value name, Value value)
{
    struct Attributes *attributes = object_attributes(object);
    if (attributes->shape == NULL) {
        if (!is_empty(attributes->store.dict))
            return set_in_dict(vm, attributes, name, value);
        attributes->shape = shape_root(vm, object->type);
        if (attributes->shape == NULL)
            return false;
    }
    if (LIKELY(value_object(name)->flags & STRING_INTERNED))
        return set_by_shape(vm, object, attributes, name, value);
    Value interned = interned_name(vm, name);
    if (is_empty(interned))
        return false;
    bool done = set_by_shape(vm, object, attributes, interned, value);
    release(vm, interned);
    return done;
}

/* The shape reached from the root by all names of `shape` but the one in `slot`; NULL as shape_add. */
static struct Shape *shape_without(struct Interpreter *vm, struct Shape *shape, uint32_t slot)
{
    Value names[SHAPE_SLOT_LIMIT];
    collect_names(shape, names);
    uint32_t count = shape->slot_count;
    while (shape->slot_count > slot)
        shape = shape->parent;
    for (uint32_t i = slot + 1; i < count && shape != NULL; i++)
        shape = shape_add(vm, shape, names[i]);
    return shape;
}

/* Closes the gap, so that the order of the others stays, and releases the Value last. */
static int delete_slot(struct Interpreter *vm, struct Object *object, struct Attributes *attributes, uint32_t slot)
{
    struct Shape *shape = shape_without(vm, attributes->shape, slot);
    if (shape == NULL)
        return -1;
    uint32_t count = attributes->shape->slot_count;
    Value deleted = slot_take(vm, object, attributes_slot(object->type, attributes, slot));
    for (uint32_t i = slot + 1; i < count; i++)
        slot_move(vm, object, attributes_slot(object->type, attributes, i - 1),
                  attributes_slot(object->type, attributes, i));
    attributes->shape = shape;
    release_maybe(vm, deleted);
    return 1;
}

static int delete_from_dict(struct Interpreter *vm, struct Attributes *attributes, Value name)
{
    Value dict = retain(attributes->store.dict);
    int deleted = dict_delete(vm, dict, name);
    release(vm, dict);
    return deleted;
}

int attributes_delete(struct Interpreter *vm, struct Object *object, Value name)
{
    struct Attributes *attributes = object_attributes(object);
    if (attributes->shape == NULL)
        return is_empty(attributes->store.dict) ? 0 : delete_from_dict(vm, attributes, name);
    Value interned = interned_name(vm, name);
    if (is_empty(interned))
        return -1;
    int32_t slot = shape_find(attributes->shape, interned);
    int deleted = 0;
    if (slot >= 0) {
        deleted = delete_slot(vm, object, attributes, (uint32_t)slot);
        if (deleted < 0 && !error_pending(vm))
            deleted = enter_dictionary_mode(vm, object, attributes) ? delete_from_dict(vm, attributes, interned) : -1;
    }
    release(vm, interned);
    return deleted;
}

Value attributes_dict(struct Interpreter *vm, struct Object *object)
{
    struct Attributes *attributes = object_attributes(object);
    bool has_dict = attributes->shape == NULL && !is_empty(attributes->store.dict);
    if (!has_dict && !enter_dictionary_mode(vm, object, attributes))
        return EMPTY;
    return retain(attributes->store.dict);
}

bool attributes_set_dict(struct Interpreter *vm, struct Object *object, Value dict)
{
    struct Attributes *attributes = object_attributes(object);
    /* The old Values move into a dict of their own first: releasing them may run code that looks at the object. */
    if ((attributes->shape != NULL || is_empty(attributes->store.dict)) &&
        !enter_dictionary_mode(vm, object, attributes))
        return false;
    Value replacement = is_empty(dict) ? dict_new(vm) : retain(dict);
    if (is_empty(replacement))
        return false;
    slot_set(vm, object, &attributes->store.dict, replacement);
    return true;
}

/* ---- Memory ------------------------------------------------------------ */

void attributes_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Attributes *attributes = object_attributes(object);
    if (attributes == NULL)
        return;
    if (attributes->shape == NULL) {
        if (!is_empty(attributes->store.dict))
            visit(attributes->store.dict, context);
        return;
    }
    for (uint32_t i = 0; i < attributes->shape->slot_count; i++) {
        Value v = *attributes_slot(object->type, attributes, i);
        if (!is_empty(v))
            visit(v, context);
    }
}

/* Needs no cursor: what was taken stays EMPTY, and attributes->taken saves looking at it again. */
Value attributes_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    (void)cursor;
    struct Attributes *attributes = object_attributes(object);
    if (attributes == NULL)
        return VALUE_END;
    if (attributes->shape == NULL)
        return is_empty(attributes->store.dict) ? VALUE_END : slot_take(vm, object, &attributes->store.dict);
    while (attributes->taken < attributes->shape->slot_count) {
        Value v = slot_take(vm, object, attributes_slot(object->type, attributes, attributes->taken++));
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

void attributes_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Attributes *attributes = object_attributes(object);
    if (attributes == NULL || attributes->shape == NULL)
        return;
    heap_free(vm, MEMORY_VALUES, attributes->store.overflow, attributes->overflow_capacity * sizeof(Value));
    attributes->shape = NULL;
    attributes->store.overflow = NULL;
    attributes->overflow_capacity = 0;
}
