/* list, tuple, range, slice: layouts the machine's fast paths know, and their C interface. */
#ifndef VIV_RUNTIME_SEQUENCE_H
#define VIV_RUNTIME_SEQUENCE_H

#include "runtime/interpreter.h"
#include "runtime/object.h"

enum { LIST_GREW = OBJECT_TYPE_FLAG_0 }; /* since sort() cleared it */

struct List {
    struct Object header;
    Value *items; /* MEMORY_VALUES block of capacity Values, NULL while capacity is 0 */
    size_t length, capacity;
};

struct Tuple {
    struct Object header;
    size_t length;
    Value items[];
};

struct Range {
    struct Object header;
    Value start, stop, step, length; /* ints, perhaps big */
};

/* Small ranges iterate on C integers; the others keep Values. */
struct RangeIterator {
    struct Object header;
    int64_t next, step;
    uint64_t remaining;
    Value big_next, big_step, big_remaining; /* EMPTY for small ones */
};

struct ListIterator {
    struct Object header;
    Value list; /* EMPTY once exhausted */
    size_t index;
};

struct TupleIterator {
    struct Object header;
    Value tuple;
    size_t index;
};

struct Slice {
    struct Object header;
    Value start, stop, step;
};

static inline bool is_list(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_LIST);
}
static inline bool is_tuple(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_TUPLE);
}
static inline bool is_exact_list(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_list); }
static inline bool is_exact_tuple(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_tuple); }
static inline struct List *as_list(Value v) { return (struct List *)value_object(v); }
static inline struct Tuple *as_tuple(Value v) { return (struct Tuple *)value_object(v); }
static inline size_t tuple_length(Value v) { return as_tuple(v)->length; }

/* How sequences compare whose common items are all equal: by length. */
static inline Value compare_lengths(size_t a, size_t b, enum Comparison operation)
{
    switch (operation) {
    case COMPARE_LT:
        return value_from_bool(a < b);
    case COMPARE_LE:
        return value_from_bool(a <= b);
    case COMPARE_EQ:
        return value_from_bool(a == b);
    case COMPARE_NE:
        return value_from_bool(a != b);
    case COMPARE_GT:
        return value_from_bool(a > b);
    default:
        return value_from_bool(a >= b);
    }
}

OWNED MUST_USE Value list_new(struct Interpreter *vm, size_t capacity); /* empty */
/* Takes over the references of items (they are moved out; on failure they are released). */
OWNED MUST_USE Value list_from_stolen(struct Interpreter *vm, Value *items, size_t count);
OWNED MUST_USE Value list_from_iterable(struct Interpreter *vm, Value iterable);
MUST_USE bool list_append(struct Interpreter *vm, Value list, STEALS Value item);
/* list_append for the machine: v is a list; no call while there is room. */
static inline MUST_USE bool list_append_fast(struct Interpreter *vm, Value list, STEALS Value item)
{
    struct List *self = as_list(list);
    if (UNLIKELY(self->length == self->capacity))
        return list_append(vm, list, item);
    slot_init(vm, self, &self->items[self->length], item);
    self->length++;
    return true;
}
/* Removes and returns the item at index; the list is long enough. */
OWNED Value list_pop_at(struct Interpreter *vm, Value list, size_t index);
void list_clear(struct Interpreter *vm, Value list);
OWNED MUST_USE Value list_slice(struct Interpreter *vm, Value list, int64_t start, int64_t step, int64_t count);
MUST_USE bool list_extend(struct Interpreter *vm, Value list, Value iterable);
MUST_USE bool list_insert(struct Interpreter *vm, Value list, int64_t index, Value item);
MUST_USE bool list_sort(struct Interpreter *vm, Value list, Value key /* or EMPTY */, bool reverse);
MUST_USE bool list_set_slice(struct Interpreter *vm, Value list, int64_t start, int64_t end, Value iterable /* or EMPTY */);

/* Retains the items.  The first one without items makes vm->empty_tuple, immortal. */
OWNED MUST_USE Value tuple_new(struct Interpreter *vm, const Value *items, size_t count);
OWNED MUST_USE Value tuple_from_stolen(struct Interpreter *vm, Value *items, size_t count);
/* Items EMPTY, to be filled with slot_init before anyone sees it. count > 0. */
OWNED MUST_USE Value tuple_new_empty(struct Interpreter *vm, size_t count);
OWNED MUST_USE Value tuple_from_iterable(struct Interpreter *vm, Value iterable);
OWNED MUST_USE Value tuple_pack(struct Interpreter *vm, size_t count, ...); /* borrowed Values */
OWNED MUST_USE Value list_to_tuple(struct Interpreter *vm, Value list);
OWNED MUST_USE Value tuple_slice(struct Interpreter *vm, Value tuple, size_t start, size_t end);

/* The hash of a tuple of these items (a slice's leaves the length out). */
MUST_USE bool tuple_hash_items(struct Interpreter *vm, const Value *items, size_t count, bool with_length, int64_t *hash);

OWNED MUST_USE Value slice_new(struct Interpreter *vm, Value start, Value stop, Value step);
/* CPython's slice.indices: clamps to length; *count is the number of items. false: raised. */
MUST_USE bool slice_resolve(struct Interpreter *vm, Value slice, int64_t length, int64_t *start, int64_t *stop,
                            int64_t *step, int64_t *count);
/* slice_resolve in two steps, for sequences that can change while __index__ runs: the bounds as written (None
 * gives the far end), then clamped to length; returns the number of items. */
MUST_USE bool slice_unpack(struct Interpreter *vm, Value slice, int64_t *start, int64_t *stop, int64_t *step);
int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);
/* slice.indices(length) as a tuple of three ints of any size; length is an int >= 0. */
OWNED MUST_USE Value slice_indices_tuple(struct Interpreter *vm, Value slice, Value length);
/* A bound of a slice or of index(): clamped to int64; None leaves *number alone where it is allowed. */
MUST_USE bool slice_bound(struct Interpreter *vm, Value v, bool none_allowed, int64_t *number);
/* Clamps start and stop (as seq[start:stop] does) into 0..length. */
static inline void slice_clamp(int64_t length, int64_t *start, int64_t *stop)
{
    if (*start < 0 && (*start += length) < 0)
        *start = 0;
    if (*stop < 0 && (*stop += length) < 0)
        *stop = 0;
    if (*stop > length)
        *stop = length;
}
OWNED MUST_USE Value range_new(struct Interpreter *vm, Value start, Value stop, Value step);

/* iter() of an object that has only __getitem__ */
OWNED MUST_USE Value sequence_iterator_new(struct Interpreter *vm, Value sequence);
/* iter(callable, sentinel) */
OWNED MUST_USE Value callable_iterator_new(struct Interpreter *vm, Value callable, Value sentinel);

/* iterator_next, without a call for the iterators that loops meet most. */
static inline OWNED MUST_USE Value iterator_step(struct Interpreter *vm, Value iterator)
{
    if (object_has_type(vm, iterator, TYPE_list_iterator)) {
        struct ListIterator *self = (struct ListIterator *)value_object(iterator);
        if (!is_empty(self->list) && self->index < as_list(self->list)->length)
            return retain(as_list(self->list)->items[self->index++]);
    } else if (object_has_type(vm, iterator, TYPE_range_iterator)) {
        struct RangeIterator *self = (struct RangeIterator *)value_object(iterator);
        if (self->remaining > 0) { /* 0 in those that keep big ints */
            int64_t number = self->next;
            self->remaining--;
            self->next += self->step;
            return value_from_small_int(number);
        }
    }
    return iterator_next(vm, iterator);
}

/* A tuple or list as an array of borrowed Values: retains (or converts) into *holder, which the caller releases. */
MUST_USE bool sequence_fast(struct Interpreter *vm, Value v, const char *error_message, Value *holder);
static inline const Value *sequence_fast_items(Value holder, struct Interpreter *vm)
{
    return is_list(vm, holder) ? as_list(holder)->items : as_tuple(holder)->items;
}
static inline size_t sequence_fast_length(Value holder, struct Interpreter *vm)
{
    return is_list(vm, holder) ? as_list(holder)->length : as_tuple(holder)->length;
}

#endif
