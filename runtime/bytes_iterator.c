/* Iterators over bytes and bytearray. */
#include "runtime/bytes_internal.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"

static struct OctetIterator *as_iterator(Value v) { return (struct OctetIterator *)value_object(v); }

OWNED Value octets_iterator(struct Interpreter *vm, Value octets, enum TypeIndex type)
{
    struct OctetIterator *iterator =
        (struct OctetIterator *)object_allocate(vm, builtin_type(vm, type), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->octets, retain(octets));
    return value_from_object(iterator);
}

static OWNED Value iterator_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value next_octet(struct Interpreter *vm, Value self)
{
    struct OctetIterator *iterator = as_iterator(self);
    if (is_empty(iterator->octets))
        return VALUE_END;
    struct Units octets = octets_of(vm, iterator->octets);
    if (iterator->index < octets.length)
        return value_from_small_int(((const uint8_t *)octets.data)[iterator->index++]);
    slot_clear(vm, iterator, &iterator->octets);
    return VALUE_END;
}

static OWNED Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct OctetIterator *iterator = as_iterator(args[0]);
    (void)count;
    size_t length = is_empty(iterator->octets) ? 0 : octets_of(vm, iterator->octets).length;
    return value_from_small_int(length > iterator->index ? (int64_t)(length - iterator->index) : 0);
}

static void traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct OctetIterator *)self)->octets, context);
}

static OWNED Value take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct OctetIterator *)self)->octets;
    if ((*cursor)++ > 0 || is_empty(*slot))
        return VALUE_END;
    return slot_take(vm, self, slot);
}

static OWNED Value iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct OctetIterator *iterator = as_iterator(args[0]);
    (void)count;
    if (is_empty(iterator->octets))
        return reduce_with_builtin(vm, "iter", retain(vm->empty_tuple), EMPTY);
    return reduce_with_builtin(vm, "iter", retain(iterator->octets), value_from_small_int((int64_t)iterator->index));
}

static OWNED Value iterator_set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    struct OctetIterator *iterator = as_iterator(args[0]);
    int64_t state;
    (void)count;
    if (!read_iterator_state(vm, args[1], &state))
        return EMPTY;
    if (is_empty(iterator->octets))
        return VALUE_NONE;
    size_t length = octets_of(vm, iterator->octets).length;
    iterator->index = state < 0 ? 0 : (size_t)state > length ? length : (size_t)state;
    return VALUE_NONE;
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", iterator_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", iterator_set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

#define ITERATOR_SPEC(shown_name)                                                         \
    {                                                                                     \
        .name = shown_name, .instance_size = sizeof(struct OctetIterator),                \
        .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES, .methods = iterator_methods,         \
        .memory = {.kind = OBJECT_CONTAINER, .traverse = traverse, .take = take},         \
        .operations = {.iterate = iterator_self, .next = next_octet},                     \
    }

const struct TypeSpec bytes_iterator_type_spec = ITERATOR_SPEC("bytes_iterator");
const struct TypeSpec bytearray_iterator_type_spec = ITERATOR_SPEC("bytearray_iterator");
