/*
 * collections.deque: a ring of Values that grows at both ends.
 *
 * Invariant: the `length` items stand at head, head + 1 … (modulo capacity, a
 * power of two); all other places of the ring are EMPTY.  `state` changes with
 * every change of length or order: iterators and searches look at it.
 */
#ifndef VIV_RUNTIME_MODULES_DEQUE_H
#define VIV_RUNTIME_MODULES_DEQUE_H

#include "runtime/interpreter.h"

struct Deque {
    struct Object header;
    Value *items;    /* MEMORY_VALUES block of capacity Values, NULL while capacity is 0 */
    size_t capacity;
    size_t head, length;
    int64_t maximum; /* maxlen; NO_MAXIMUM: none */
    uint64_t state;
};

enum { NO_MAXIMUM = -1 };

struct DequeIterator {
    struct Object header;
    Value deque;
    size_t index;     /* items already handed out, from the iterator's end */
    size_t remaining;
    uint64_t state;
};

static inline struct Deque *as_deque(Value v) { return (struct Deque *)value_object(v); }
static inline Value *deque_slot(const struct Deque *deque, size_t index)
{
    return &deque->items[(deque->head + index) & (deque->capacity - 1)];
}
/* Instances of subclasses too. */
bool is_deque(struct Interpreter *vm, Value v);

/* deque.c */
OWNED MUST_USE Value deque_new(struct Interpreter *vm, struct Type *type, int64_t maximum);
MUST_USE bool deque_append(struct Interpreter *vm, struct Deque *deque, STEALS Value item);
MUST_USE bool deque_append_left(struct Interpreter *vm, struct Deque *deque, STEALS Value item);
OWNED Value deque_take_first(struct Interpreter *vm, struct Deque *deque); /* the deque is not empty */
OWNED Value deque_take_last(struct Interpreter *vm, struct Deque *deque);
MUST_USE bool deque_extend(struct Interpreter *vm, Value deque, Value iterable, bool left);
void deque_clear(struct Interpreter *vm, struct Deque *deque);
void deque_rotate(struct Interpreter *vm, struct Deque *deque, int64_t steps);
/* A deque of the same class, items and maximum. */
OWNED MUST_USE Value deque_copy(struct Interpreter *vm, Value deque);
/* Removes items[index] and returns it. */
OWNED Value deque_take_at(struct Interpreter *vm, struct Deque *deque, size_t index);
void deque_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value deque_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void deque_forget(struct Interpreter *vm, struct Object *object);
void deque_destroy(struct Interpreter *vm, struct Object *object);

/* deque_iterator.c */
OWNED MUST_USE Value deque_iterator_new(struct Interpreter *vm, Value deque, bool backward);

/* deque_methods.c */
extern const struct NativeMethod deque_method_table[];

#endif
