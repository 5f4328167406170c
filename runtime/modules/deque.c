/*
 * deque: its ring of items, growing, shrinking, turning.
 *
 * An operation first gets its memory, then changes the ring, then releases
 * what fell out: Python code that a release runs sees the finished deque.
 */
#include "runtime/modules/deque.h"

#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

enum { FIRST_CAPACITY = 8 };

#define MAXIMUM_CAPACITY ((size_t)1 << 58)

bool is_deque(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_deque));
}

OWNED Value deque_new(struct Interpreter *vm, struct Type *type, int64_t maximum)
{
    struct Deque *deque = (struct Deque *)(void *)object_allocate(vm, type, type->instance_size);
    if (deque == NULL)
        return EMPTY;
    deque->maximum = maximum;
    return value_from_object(deque);
}

/* The ring goes over to other memory, which the deque then owns. */
static void move_into(struct Interpreter *vm, struct Deque *deque, Value *items, size_t capacity)
{
    memset(items, 0, capacity * sizeof *items);
    for (size_t i = 0; i < deque->length; i++)
        slot_move(vm, deque, &items[i], deque_slot(deque, i));
    heap_free(vm, MEMORY_VALUES, deque->items, deque->capacity * sizeof *items);
    deque->items = items;
    deque->capacity = capacity;
    deque->head = 0;
}

/* Moves the items to a ring of this capacity, in which they begin at 0. */
static bool set_capacity(struct Interpreter *vm, struct Deque *deque, size_t capacity)
{
    Value *items = heap_allocate_array(vm, MEMORY_VALUES, capacity, sizeof *items);
    if (items == NULL)
        return false;
    move_into(vm, deque, items, capacity);
    return true;
}

static bool reserve(struct Interpreter *vm, struct Deque *deque, size_t length)
{
    if (LIKELY(length <= deque->capacity))
        return true;
    size_t capacity = deque->capacity == 0 ? FIRST_CAPACITY : deque->capacity * 2;
    while (capacity < length && capacity <= MAXIMUM_CAPACITY)
        capacity *= 2;
    if (capacity <= MAXIMUM_CAPACITY)
        return set_capacity(vm, deque, capacity);
    raise_memory_error(vm);
    return false;
}

/* A ring that is mostly empty is exchanged for a smaller one; not being able to is no error. */
static void trim(struct Interpreter *vm, struct Deque *deque)
{
    if (LIKELY(deque->capacity <= 64 || deque->length * 8 > deque->capacity))
        return;
    size_t capacity = deque->capacity / 4;
    Value *items = memory_allocate(&heap_of(vm)->memory, MEMORY_VALUES, capacity * sizeof *items);
    if (items == NULL)
        return;
    move_into(vm, deque, items, capacity);
}

OWNED Value deque_take_first(struct Interpreter *vm, struct Deque *deque)
{
    Value item = slot_take(vm, deque, deque_slot(deque, 0));
    deque->head = (deque->head + 1) & (deque->capacity - 1);
    deque->length--;
    deque->state++;
    trim(vm, deque);
    return item;
}

OWNED Value deque_take_last(struct Interpreter *vm, struct Deque *deque)
{
    Value item = slot_take(vm, deque, deque_slot(deque, deque->length - 1));
    deque->length--;
    deque->state++;
    trim(vm, deque);
    return item;
}

static inline bool is_over_full(const struct Deque *deque)
{
    return deque->maximum != NO_MAXIMUM && deque->length > (size_t)deque->maximum;
}

bool deque_append(struct Interpreter *vm, struct Deque *deque, STEALS Value item)
{
    if (UNLIKELY(deque->length == deque->capacity) && !reserve(vm, deque, deque->length + 1)) {
        release(vm, item);
        return false;
    }
    slot_init(vm, deque, deque_slot(deque, deque->length), item);
    deque->length++;
    if (is_over_full(deque))
        release(vm, deque_take_first(vm, deque));
    else
        deque->state++;
    return true;
}

bool deque_append_left(struct Interpreter *vm, struct Deque *deque, STEALS Value item)
{
    if (UNLIKELY(deque->length == deque->capacity) && !reserve(vm, deque, deque->length + 1)) {
        release(vm, item);
        return false;
    }
    deque->head = (deque->head - 1) & (deque->capacity - 1);
    slot_init(vm, deque, deque_slot(deque, 0), item);
    deque->length++;
    if (is_over_full(deque))
        release(vm, deque_take_last(vm, deque));
    else
        deque->state++;
    return true;
}

/* What an iterator yields goes in at one end. */
static bool extend_from(struct Interpreter *vm, struct Deque *deque, Value iterator, bool left)
{
    for (;;) {
        Value item = iterator_step(vm, iterator);
        if (is_end(item))
            return true;
        if (is_empty(item) || !(left ? deque_append_left(vm, deque, item) : deque_append(vm, deque, item)))
            return false;
    }
}

bool deque_extend(struct Interpreter *vm, Value deque, Value iterable, bool left)
{
    if (value_same(deque, iterable)) {
        Value list = list_from_iterable(vm, iterable); /* ownership: released below, whatever happens */
        bool done = !is_empty(list) && deque_extend(vm, deque, list, left);
        release_maybe(vm, list);
        return done;
    }
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return false;
    bool done = extend_from(vm, as_deque(deque), iterator, left);
    release(vm, iterator);
    return done;
}

/* The ring leaves the deque before the first release: what that runs sees an empty deque. */
void deque_clear(struct Interpreter *vm, struct Deque *deque)
{
    Value *items = deque->items;
    size_t capacity = deque->capacity, head = deque->head, length = deque->length;
    if (capacity == 0)
        return;
    deque->items = NULL;
    deque->capacity = deque->head = deque->length = 0;
    deque->state++;
    for (size_t i = 0; i < length; i++)
        slot_clear(vm, deque, &items[(head + i) & (capacity - 1)]);
    heap_free(vm, MEMORY_VALUES, items, capacity * sizeof *items);
}

/* Turns to the right by steps, which lies between 0 and length: the items move one by one from end to end. */
static void rotate_right(struct Interpreter *vm, struct Deque *deque, size_t steps)
{
    size_t mask = deque->capacity - 1;
    if (deque->length == deque->capacity) { /* a full ring only moves its head */
        deque->head = (deque->head - steps) & mask;
        return;
    }
    for (; steps > 0; steps--) {
        size_t last = (deque->head + deque->length - 1) & mask;
        deque->head = (deque->head - 1) & mask;
        slot_move(vm, deque, &deque->items[deque->head], &deque->items[last]);
    }
}

static void rotate_left(struct Interpreter *vm, struct Deque *deque, size_t steps)
{
    size_t mask = deque->capacity - 1;
    if (deque->length == deque->capacity) {
        deque->head = (deque->head + steps) & mask;
        return;
    }
    for (; steps > 0; steps--) {
        size_t end = (deque->head + deque->length) & mask;
        slot_move(vm, deque, &deque->items[end], &deque->items[deque->head]);
        deque->head = (deque->head + 1) & mask;
    }
}

void deque_rotate(struct Interpreter *vm, struct Deque *deque, int64_t steps)
{
    int64_t length = (int64_t)deque->length;
    if (length <= 1)
        return;
    steps %= length;
    if (steps < 0)
        steps += length;
    deque->state++;
    if (steps <= length / 2)
        rotate_right(vm, deque, (size_t)steps);
    else
        rotate_left(vm, deque, (size_t)(length - steps));
}

/* The items between the hole and the nearer end close up. */
OWNED Value deque_take_at(struct Interpreter *vm, struct Deque *deque, size_t index)
{
    Value item = slot_take(vm, deque, deque_slot(deque, index));
    if (index < deque->length / 2) {
        for (size_t i = index; i > 0; i--)
            slot_move(vm, deque, deque_slot(deque, i), deque_slot(deque, i - 1));
        deque->head = (deque->head + 1) & (deque->capacity - 1);
    } else {
        for (size_t i = index; i + 1 < deque->length; i++)
            slot_move(vm, deque, deque_slot(deque, i), deque_slot(deque, i + 1));
    }
    deque->length--;
    deque->state++;
    return item;
}

static OWNED Value copy_exact(struct Interpreter *vm, const struct Deque *deque)
{
    Value copy = deque_new(vm, builtin_type(vm, TYPE_deque), deque->maximum);
    if (is_empty(copy) || deque->length == 0)
        return copy;
    struct Deque *target = as_deque(copy);
    if (!reserve(vm, target, deque->length)) {
        release(vm, copy);
        return EMPTY;
    }
    for (size_t i = 0; i < deque->length; i++)
        slot_init(vm, target, &target->items[i], retain(*deque_slot(deque, i)));
    target->length = deque->length;
    return copy;
}

OWNED Value deque_copy(struct Interpreter *vm, Value deque)
{
    const struct Deque *self = as_deque(deque);
    if (object_has_type(vm, deque, TYPE_deque))
        return copy_exact(vm, self);
    Value class = value_from_object(value_type(vm, deque)), copy;
    if (self->maximum == NO_MAXIMUM) {
        copy = object_call_1(vm, class, deque);
    } else {
        Value maximum = int_new(vm, self->maximum);
        copy = is_empty(maximum) ? EMPTY : object_call_2(vm, class, deque, maximum);
        release_maybe(vm, maximum);
    }
    if (is_empty(copy) || is_deque(vm, copy))
        return copy;
    raise_type_error(vm, "%T() must return a deque, not %T", deque, copy);
    release(vm, copy);
    return EMPTY;
}

/* ---- What the heap needs ------------------------------------------------ */

void deque_traverse(struct Object *object, VisitFunction visit, void *context)
{
    const struct Deque *self = (struct Deque *)object;
    for (size_t i = 0; i < self->length; i++)
        visit(*deque_slot(self, i), context);
}

OWNED Value deque_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Deque *self = (struct Deque *)object;
    while (*cursor < self->length) {
        Value v = slot_take(vm, self, deque_slot(self, (*cursor)++));
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

void deque_forget(struct Interpreter *vm, struct Object *object)
{
    deque_clear(vm, (struct Deque *)object);
}

void deque_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Deque *self = (struct Deque *)object;
    heap_free(vm, MEMORY_VALUES, self->items, self->capacity * sizeof *self->items);
    self->items = NULL;
    self->capacity = self->length = 0;
}
