/*
 * list: assignment to slices and their deletion.
 *
 * What falls out of the list is kept in an array of its own until the list is
 * whole again, and released then.
 */
#include "runtime/error.h"
#include "runtime/list_internal.h"
#include "runtime/object.h"

enum { FEW = 8 };

/* Values on their way out; a handful needs no memory. */
struct Leavers {
    Value few[FEW];
    Value *items;
    size_t count;
};

static bool leavers_open(struct Interpreter *vm, struct Leavers *leavers, size_t count)
{
    leavers->count = count;
    leavers->items = leavers->few;
    if (count > FEW)
        leavers->items = heap_allocate_array(vm, MEMORY_VALUES, count, sizeof(Value));
    return leavers->items != NULL;
}

static void leavers_free(struct Interpreter *vm, struct Leavers *leavers)
{
    if (leavers->items != leavers->few)
        heap_free(vm, MEMORY_VALUES, leavers->items, leavers->count * sizeof(Value));
}

/* ---- Contiguous --------------------------------------------------------- */

static bool replace_items(struct Interpreter *vm, struct List *self, size_t start, size_t removed, const Value *items,
                          size_t added)
{
    struct Leavers leavers;
    if (!leavers_open(vm, &leavers, removed))
        return false;
    size_t tail = self->length - start - removed;
    if (added > removed && !list_reserve(vm, self, self->length + (added - removed))) {
        leavers_free(vm, &leavers);
        return false;
    }
    for (size_t i = 0; i < removed; i++)
        leavers.items[i] = slot_take(vm, self, &self->items[start + i]);
    if (added != removed)
        list_shift(vm, self, start + added, start + removed, tail);
    for (size_t i = 0; i < added; i++)
        slot_init(vm, self, &self->items[start + i], retain(items[i]));
    self->length = start + added + tail;
    list_trim(vm, self);
    for (size_t i = removed; i-- > 0;)
        release(vm, leavers.items[i]);
    leavers_free(vm, &leavers);
    return true;
}

bool list_set_slice(struct Interpreter *vm, Value list, int64_t start, int64_t end, Value iterable)
{
    struct List *self = as_list(list);
    Value holder = EMPTY;
    if (!is_empty(iterable)) {
        if (value_same(iterable, list)) {
            holder = list_slice(vm, list, 0, 1, (int64_t)self->length);
            if (is_empty(holder))
                return false;
        } else if (!sequence_fast(vm, iterable, "must assign iterable to extended slice", &holder)) {
            return false;
        }
    }
    slice_clamp((int64_t)self->length, &start, &end); /* only now: making the holder may have changed the list */
    if (start > (int64_t)self->length)
        start = (int64_t)self->length;
    if (end < start)
        end = start;
    if (is_empty(holder) && start == 0 && end == (int64_t)self->length) {
        list_clear(vm, list);
        return true;
    }
    bool ok = replace_items(vm, self, (size_t)start, (size_t)(end - start),
                            is_empty(holder) ? NULL : sequence_fast_items(holder, vm),
                            is_empty(holder) ? 0 : sequence_fast_length(holder, vm));
    release_maybe(vm, holder);
    return ok;
}

/* ---- Extended ----------------------------------------------------------- */

static bool delete_extended(struct Interpreter *vm, struct List *self, int64_t start, int64_t step, int64_t count)
{
    struct Leavers leavers;
    if (count <= 0)
        return true;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    if (!leavers_open(vm, &leavers, (size_t)count))
        return false;
    size_t target = (size_t)start;
    for (int64_t i = 0; i < count; i++) {
        size_t hole = (size_t)(start + i * step);
        size_t next = i + 1 < count ? (size_t)(start + (i + 1) * step) : self->length;
        leavers.items[i] = slot_take(vm, self, &self->items[hole]);
        list_shift(vm, self, target, hole + 1, next - hole - 1);
        target += next - hole - 1;
    }
    self->length -= (size_t)count;
    list_trim(vm, self);
    for (size_t i = 0; i < leavers.count; i++)
        release(vm, leavers.items[i]);
    leavers_free(vm, &leavers);
    return true;
}

static bool assign_extended(struct Interpreter *vm, struct List *self, int64_t start, int64_t step, int64_t count,
                            Value holder)
{
    struct Leavers leavers;
    size_t given = sequence_fast_length(holder, vm);
    if (given != (size_t)count) {
        raise_value_error(vm, "attempt to assign sequence of size %zu to extended slice of size %lld", given,
                          (long long)count);
        return false;
    }
    if (!leavers_open(vm, &leavers, (size_t)count))
        return false;
    const Value *items = sequence_fast_items(holder, vm);
    for (int64_t i = 0; i < count; i++) {
        Value *slot = &self->items[start + i * step];
        leavers.items[i] = slot_take(vm, self, slot);
        slot_init(vm, self, slot, retain(items[i]));
    }
    for (size_t i = 0; i < leavers.count; i++)
        release(vm, leavers.items[i]);
    leavers_free(vm, &leavers);
    return true;
}

static OWNED Value extended_source(struct Interpreter *vm, Value list, Value value)
{
    Value holder;
    if (value_same(value, list))
        return list_slice(vm, list, 0, 1, (int64_t)as_list(list)->length);
    return sequence_fast(vm, value, "must assign iterable to extended slice", &holder) ? holder : EMPTY;
}

bool list_assign_slice(struct Interpreter *vm, Value list, Value slice, Value value)
{
    struct List *self = as_list(list);
    int64_t start, stop, step;
    if (!slice_unpack(vm, slice, &start, &stop, &step))
        return false;
    if (step == 1)
        return list_set_slice(vm, list, start, stop, value);
    Value holder = EMPTY;
    if (!is_empty(value)) {
        holder = extended_source(vm, list, value);
        if (is_empty(holder))
            return false;
    }
    int64_t count = slice_adjust((int64_t)self->length, &start, &stop, step);
    bool ok = is_empty(value) ? delete_extended(vm, self, start, step, count)
                              : assign_extended(vm, self, start, step, count, holder);
    release_maybe(vm, holder);
    return ok;
}
