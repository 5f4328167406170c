/*
 * CPython's idea of tracked objects, where ours are laid out differently.
 *
 * gc.collect() returns how many objects CPython would have found.  It leaves
 * atoms out, and tuples and dicts that hold nothing else; attributes of plain
 * instances lie inside them up to 30, those of other objects in a dict.
 */
#include "runtime/tracking.h"

#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/sequence.h"

enum { TUPLE_DEPTH_LIMIT = 16, INLINE_ATTRIBUTES_LIMIT = 30 };

/* A full tuple is tracked until a collection finds nothing in it that could be part of a cycle. */
static bool tuple_is_tracked(struct Interpreter *vm, Value v, int depth)
{
    if (tuple_length(v) == 0)
        return false;
    if (depth == TUPLE_DEPTH_LIMIT || collector_generation_of(value_object(v)) == 0)
        return true;
    for (size_t i = 0; i < tuple_length(v); i++) {
        Value item = as_tuple(v)->items[i];
        if (is_empty(item) || !collector_is_tracked(vm, item))
            continue;
        if (!is_exact_tuple(vm, item) || tuple_is_tracked(vm, item, depth + 1))
            return true;
    }
    return false;
}

/* What makes a dict that takes it up a tracked one. */
static bool item_is_tracked(struct Interpreter *vm, Value v)
{
    return collector_is_tracked(vm, v) && (!is_exact_tuple(vm, v) || tuple_is_tracked(vm, v, 0)) &&
           value_object(v)->type->memory.weigh != no_weight;
}

static bool dict_is_tracked(struct Interpreter *vm, Value v)
{
    size_t position = 0;
    Value key, value;
    while (dict_next(v, &position, &key, &value)) {
        if (item_is_tracked(vm, key) || item_is_tracked(vm, value))
            return true;
    }
    return false;
}

bool value_is_tracked(struct Interpreter *vm, Value v)
{
    if (!collector_is_tracked(vm, v))
        return false;
    if (is_exact_tuple(vm, v))
        return tuple_is_tracked(vm, v, 0);
    if (is_exact_dict(vm, v))
        return dict_is_tracked(vm, v);
    return value_object(v)->type->memory.weigh != no_weight;
}

size_t tracked_weight(struct Interpreter *vm, struct Object *object)
{
    return value_is_tracked(vm, value_from_object(object));
}

size_t no_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm, (void)object;
    return 0;
}

static bool holds_tracked(struct Interpreter *vm, struct Object *object, struct Attributes *attributes)
{
    for (uint32_t i = 0; i < attributes->shape->slot_count; i++) {
        Value v = *attributes_slot(object->type, attributes, i);
        if (!is_empty(v) && item_is_tracked(vm, v))
            return true;
    }
    return false;
}

/* How many more or fewer objects the attributes make; a real dict of ours is weighed by itself. */
static int attributes_weight(struct Interpreter *vm, struct Object *object)
{
    struct Attributes *attributes = object_attributes(object);
    bool inline_values = object->type->native_spec == builtin_type(vm, TYPE_object)->spec;
    if (attributes == NULL)
        return 0;
    if (attributes->shape != NULL) {
        bool has_dict = attributes->shape->slot_count > (inline_values ? INLINE_ATTRIBUTES_LIMIT : 0);
        return has_dict && holds_tracked(vm, object, attributes);
    }
    Value dict = attributes->store.dict;
    /* A dict that shows the values inside an instance is not tracked. */
    bool is_view = inline_values && !is_empty(dict) && dict_length(dict) <= INLINE_ATTRIBUTES_LIMIT;
    return is_view && dict_is_tracked(vm, dict) ? -1 : 0;
}

size_t attributed_weight(struct Interpreter *vm, struct Object *object)
{
    uint32_t base = object->type->native_spec->memory.weight;
    return (size_t)((int)(base == 0 ? 1 : base) + attributes_weight(vm, object));
}
