/*
 * Iterators over deques, forwards and backwards.  Every change of the deque
 * is noticed, and ends the iterator with an error.
 */
#include "runtime/arguments.h"
#include "runtime/iterators.h"
#include "runtime/modules/deque.h"

static struct DequeIterator *as_iterator(Value v) { return (struct DequeIterator *)value_object(v); }

static OWNED Value new_of_type(struct Interpreter *vm, struct Type *type, Value deque)
{
    struct DequeIterator *iterator =
        (struct DequeIterator *)(void *)object_allocate(vm, type, type->instance_size);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->deque, retain(deque));
    iterator->remaining = as_deque(deque)->length;
    iterator->state = as_deque(deque)->state;
    return value_from_object(iterator);
}

OWNED Value deque_iterator_new(struct Interpreter *vm, Value deque, bool backward)
{
    return new_of_type(vm, builtin_type(vm, backward ? TYPE_deque_reverse_iterator : TYPE_deque_iterator), deque);
}

/* _deque_iterator(deque, index=0): what __reduce__ answers calls it. */
static Value iterator_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    int64_t index = 0;
    if (!check_no_keywords(vm, type_name(type), names) || !check_positional(vm, type_name(type), positional, 1, 2))
        return EMPTY;
    if (!is_deque(vm, args[0]))
        return raise_type_error(vm, "argument 1 must be collections.deque, not %T", args[0]);
    if (positional > 1 && !object_as_int64(vm, args[1], TYPE_OverflowError, &index))
        return EMPTY;
    Value self = new_of_type(vm, type, args[0]);
    if (is_empty(self) || index <= 0)
        return self;
    struct DequeIterator *iterator = as_iterator(self);
    iterator->index = (size_t)index < iterator->remaining ? (size_t)index : iterator->remaining;
    iterator->remaining -= iterator->index;
    return self;
}

static inline Value next_item(struct Interpreter *vm, Value self, bool backward)
{
    struct DequeIterator *iterator = as_iterator(self);
    const struct Deque *deque = as_deque(iterator->deque);
    if (UNLIKELY(iterator->state != deque->state)) {
        if (backward && iterator->remaining == 0)
            return VALUE_END;
        iterator->remaining = 0;
        return raise_error(vm, TYPE_RuntimeError, "deque mutated during iteration");
    }
    if (iterator->remaining == 0)
        return VALUE_END;
    size_t index = iterator->index++;
    iterator->remaining--;
    return retain(*deque_slot(deque, backward ? deque->length - 1 - index : index));
}

static Value next_forward(struct Interpreter *vm, Value self) { return next_item(vm, self, false); }
static Value next_backward(struct Interpreter *vm, Value self) { return next_item(vm, self, true); }

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_small_int((int64_t)as_iterator(args[0])->remaining);
}

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct DequeIterator *self = as_iterator(args[0]);
    (void)count;
    int64_t index = (int64_t)as_deque(self->deque)->length - (int64_t)self->remaining;
    Value arguments = tuple_pack(vm, (size_t)2, self->deque, value_from_small_int(index));
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 1, visit, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 1, cursor);
}

#define DEQUE_ITERATOR(identifier, name_, next_)                                                          \
    const struct TypeSpec identifier##_type_spec = {                                                      \
        .name = name_,                                                                                    \
        .instance_size = sizeof(struct DequeIterator),                                                    \
        .memory = {.traverse = iterator_traverse, .take = iterator_take, .clear = nothing_to_clear,       \
                   .kind = OBJECT_CONTAINER},                                                             \
        .operations = {.construct = iterator_construct, .iterate = iterate_self, .next = next_},          \
        .methods = iterator_methods,                                                                      \
    }

DEQUE_ITERATOR(deque_iterator, "collections._deque_iterator", next_forward);
DEQUE_ITERATOR(deque_reverse_iterator, "collections._deque_reverse_iterator", next_backward);
