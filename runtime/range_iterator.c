/*
 * The iterator over a range.  As long as start, step and every item fit a
 * word it counts with C integers; else it keeps ints in Values.
 */
#include "runtime/range_iterator.h"

#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"
#include "runtime/tracking.h"

/* Whether every item of the range is a small int. */
static bool stays_small(Value start, Value step, Value length, int64_t *span)
{
    if (!are_small_ints(start, step) || !is_small_int(length))
        return false;
    int64_t count = small_int(length) > 0 ? small_int(length) - 1 : 0, last;
    return !__builtin_mul_overflow(count, small_int(step), span) && !__builtin_add_overflow(small_int(start), *span, &last)
           && fits_small_int(last);
}

/* CPython shows two types: one counts with C's 64-bit integers. */
static bool fits_words(struct Interpreter *vm, Value start, Value step, Value length, bool *fits)
{
    *fits = false;
    Value span = int_binary(vm, BINARY_MULTIPLY, length, step);
    if (is_empty(span))
        return false;
    Value stop = int_binary(vm, BINARY_ADD, start, span);
    release(vm, span);
    if (is_empty(stop))
        return false;
    int64_t number;
    *fits = int_fits_int64(start, &number) && int_fits_int64(step, &number) && int_fits_int64(length, &number) &&
            int_fits_int64(stop, &number);
    release(vm, stop);
    return true;
}

OWNED Value range_iterator_new(struct Interpreter *vm, Value start, Value step, Value length)
{
    int64_t span;
    bool small = stays_small(start, step, length, &span), words = true;
    if (!small && !fits_words(vm, start, step, length, &words))
        return EMPTY;
    struct Type *type = builtin_type(vm, words ? TYPE_range_iterator : TYPE_longrange_iterator);
    struct RangeIterator *iterator = (struct RangeIterator *)(void *)object_allocate(vm, type, sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    if (small) {
        iterator->next = small_int(start);
        iterator->step = small_int(step);
        iterator->remaining = (uint64_t)small_int(length);
    } else {
        slot_init(vm, iterator, &iterator->big_next, retain(start));
        slot_init(vm, iterator, &iterator->big_step, retain(step));
        slot_init(vm, iterator, &iterator->big_remaining, retain(length));
    }
    return value_from_object(iterator);
}

static Value next_big(struct Interpreter *vm, struct RangeIterator *self)
{
    if (int_sign(self->big_remaining) <= 0)
        return VALUE_END;
    Value following = int_binary(vm, BINARY_ADD, self->big_next, self->big_step);
    if (is_empty(following))
        return EMPTY;
    Value rest = int_binary(vm, BINARY_SUBTRACT, self->big_remaining, value_from_small_int(1));
    if (is_empty(rest)) {
        release(vm, following);
        return EMPTY;
    }
    Value item = slot_take(vm, self, &self->big_next);
    slot_init(vm, self, &self->big_next, following);
    slot_set(vm, self, &self->big_remaining, rest);
    return item;
}

static Value range_iterator_next(struct Interpreter *vm, Value self)
{
    struct RangeIterator *iterator = (struct RangeIterator *)value_object(self);
    if (UNLIKELY(!is_empty(iterator->big_next)))
        return next_big(vm, iterator);
    if (iterator->remaining == 0)
        return VALUE_END;
    Value item = value_from_small_int(iterator->next);
    iterator->remaining--;
    iterator->next += iterator->step;
    return item;
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct RangeIterator *self = (struct RangeIterator *)value_object(args[0]);
    (void)count;
    return is_empty(self->big_next) ? int_from_uint64(vm, self->remaining) : retain(self->big_remaining);
}

/* The range of what is left. */
static OWNED Value rest_of(struct Interpreter *vm, const struct RangeIterator *self)
{
    bool small = is_empty(self->big_next);
    Value next = small ? value_from_small_int(self->next) : self->big_next;
    Value step = small ? value_from_small_int(self->step) : self->big_step;
    Value count = small ? int_from_uint64(vm, self->remaining) : retain(self->big_remaining);
    if (is_empty(count))
        return EMPTY;
    Value span = int_binary(vm, BINARY_MULTIPLY, count, step), stop = EMPTY, range = EMPTY;
    if (!is_empty(span))
        stop = int_binary(vm, BINARY_ADD, next, span);
    if (!is_empty(stop))
        range = range_new(vm, next, stop, step);
    release(vm, count);
    release_maybe(vm, span);
    release_maybe(vm, stop);
    return range;
}

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value range = rest_of(vm, (struct RangeIterator *)value_object(args[0]));
    return is_empty(range) ? EMPTY : reduce_with_builtin(vm, "iter", range, VALUE_NONE);
}

/* Skips items: 0 … remaining of them. */
static bool skip_big(struct Interpreter *vm, struct RangeIterator *self, Value count)
{
    int beyond = object_compare_truth(vm, count, self->big_remaining, COMPARE_GT);
    if (beyond < 0)
        return false;
    count = beyond ? self->big_remaining : int_sign(count) < 0 ? value_from_small_int(0) : count;
    retain(count);
    Value span = int_binary(vm, BINARY_MULTIPLY, count, self->big_step);
    Value next = is_empty(span) ? EMPTY : int_binary(vm, BINARY_ADD, self->big_next, span);
    Value rest = is_empty(next) ? EMPTY : int_binary(vm, BINARY_SUBTRACT, self->big_remaining, count);
    release(vm, count);
    release_maybe(vm, span);
    if (is_empty(rest)) {
        release_maybe(vm, next);
        return false;
    }
    slot_set(vm, self, &self->big_next, next);
    slot_set(vm, self, &self->big_remaining, rest);
    return true;
}

static Value set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    struct RangeIterator *self = (struct RangeIterator *)value_object(args[0]);
    int64_t skipped;
    (void)count;
    if (!is_empty(self->big_next)) {
        if (!is_int(vm, args[1]))
            return raise_type_error(vm, "state must be an int, not %T", args[1]);
        return skip_big(vm, self, args[1]) ? VALUE_NONE : EMPTY;
    }
    if (is_int(vm, args[1]) && !int_fits_int64(args[1], &skipped))
        return raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C long");
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &skipped))
        return EMPTY;
    if (skipped > 0) {
        if ((uint64_t)skipped > self->remaining)
            skipped = (int64_t)self->remaining;
        self->next += skipped * self->step;
        self->remaining -= (uint64_t)skipped;
    }
    return VALUE_NONE;
}

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct RangeIterator *self = (struct RangeIterator *)object;
    visit(self->big_next, context);
    visit(self->big_step, context);
    visit(self->big_remaining, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct RangeIterator *self = (struct RangeIterator *)object;
    Value *const slots[] = {&self->big_next, &self->big_step, &self->big_remaining};
    while (*cursor < 3) {
        Value v = slot_take(vm, self, slots[(*cursor)++]);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

/* Ints make no cycles. */
static void iterator_forget(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    (void)object;
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

#define RANGE_ITERATOR_SPEC(name_)                                                                                 \
    {.name = name_,                                                                                                \
     .instance_size = sizeof(struct RangeIterator),                                                                \
     .memory = {.traverse = iterator_traverse,                                                                     \
                .take = iterator_take,                                                                             \
                .clear = iterator_forget,                                                                          \
                .weigh = no_weight,                                                                                \
                .kind = OBJECT_CONTAINER},                                                                         \
     .operations = {.iterate = iterate_self, .next = range_iterator_next},                                         \
     .methods = iterator_methods}

const struct TypeSpec range_iterator_type_spec = RANGE_ITERATOR_SPEC("range_iterator");
const struct TypeSpec longrange_iterator_type_spec = RANGE_ITERATOR_SPEC("longrange_iterator");
