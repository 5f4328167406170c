/*
 * list: its block of items, growing and shrinking, and the C interface.
 *
 * Invariant: items[0..length) are Values, what lies behind is garbage.  An
 * operation first gets its memory, then changes the list, then releases what
 * fell out: Python code run by a release sees the finished list.
 */
#include "runtime/list_internal.h"

#include "runtime/error.h"
#include "runtime/object.h"

enum { INLINE_ITEMS = 10 };

#define MAXIMUM_LENGTH ((size_t)1 << 59) /* its size in bytes still fits */

/* ---- The block ---------------------------------------------------------- */

static size_t generous(size_t length)
{
    return (length + (length >> 3) + 6) & ~(size_t)3;
}

/* A list made with a known small number of items has them in its own cell. */
static bool has_inline_items(const struct List *list)
{
    return list->items == (const void *)(list + 1);
}

static Value *leave_cell(struct Interpreter *vm, struct List *list, size_t capacity)
{
    Value *items = heap_allocate_array(vm, MEMORY_VALUES, capacity, sizeof *items);
    for (size_t i = 0; items != NULL && i < list->length; i++)
        slot_move(vm, list, &items[i], &list->items[i]);
    return items;
}

static bool set_capacity(struct Interpreter *vm, struct List *list, size_t capacity)
{
    if (capacity > MAXIMUM_LENGTH) {
        raise_memory_error(vm);
        return false;
    }
    Value *items = has_inline_items(list)
                       ? leave_cell(vm, list, capacity)
                       : heap_resize(vm, MEMORY_VALUES, list->items, list->capacity * sizeof *items,
                                     capacity * sizeof *items);
    if (items == NULL)
        return false;
    list->items = items;
    list->capacity = capacity;
    list->header.flags |= LIST_GREW;
    return true;
}

bool list_reserve_exact(struct Interpreter *vm, struct List *list, size_t length)
{
    return length <= list->capacity || set_capacity(vm, list, length);
}

bool list_reserve(struct Interpreter *vm, struct List *list, size_t length)
{
    return length <= list->capacity || set_capacity(vm, list, generous(length));
}

void list_free_block(struct Interpreter *vm, struct List *list)
{
    if (!has_inline_items(list))
        heap_free(vm, MEMORY_VALUES, list->items, list->capacity * sizeof *list->items);
    list->items = NULL;
    list->capacity = 0;
}

/* Not being able to make a block smaller is no error. */
void list_trim(struct Interpreter *vm, struct List *list)
{
    if (list->length >= list->capacity / 2 || has_inline_items(list))
        return;
    if (list->length == 0) {
        list_free_block(vm, list);
        return;
    }
    size_t capacity = generous(list->length);
    if (capacity >= list->capacity)
        return;
    Value *items = memory_resize(&heap_of(vm)->memory, MEMORY_VALUES, list->items, list->capacity * sizeof *items,
                                 capacity * sizeof *items);
    if (items != NULL) {
        list->items = items;
        list->capacity = capacity;
    }
}

/* Moves items within the block; the places they leave are garbage afterwards. */
void list_shift(struct Interpreter *vm, struct List *list, size_t to, size_t from, size_t count)
{
    if (LIKELY(heap_of(vm)->observer == NULL)) {
        memmove(list->items + to, list->items + from, count * sizeof *list->items);
    } else if (to < from) {
        for (size_t i = 0; i < count; i++)
            slot_move(vm, list, &list->items[to + i], &list->items[from + i]);
    } else if (to > from) {
        for (size_t i = count; i-- > 0;)
            slot_move(vm, list, &list->items[to + i], &list->items[from + i]);
    }
}

/* ---- Making lists ------------------------------------------------------- */

static OWNED Value list_new_inline(struct Interpreter *vm, size_t capacity)
{
    size_t size = sizeof(struct List) + capacity * sizeof(Value);
    struct List *list = (struct List *)(void *)object_allocate_raw(vm, builtin_type(vm, TYPE_list), size);
    if (UNLIKELY(list == NULL))
        return EMPTY;
    list->items = capacity > 0 ? (Value *)(void *)(list + 1) : NULL;
    list->length = 0;
    list->capacity = capacity;
    return value_from_object(list);
}

OWNED Value list_new(struct Interpreter *vm, size_t capacity)
{
    if (capacity <= INLINE_ITEMS)
        return list_new_inline(vm, capacity);
    Value list = list_new_inline(vm, 0);
    if (!is_empty(list) && !set_capacity(vm, as_list(list), capacity)) {
        release(vm, list);
        return EMPTY;
    }
    return list;
}

OWNED Value list_from_stolen(struct Interpreter *vm, Value *items, size_t count)
{
    Value list = list_new(vm, count);
    if (is_empty(list)) {
        while (count > 0)
            release(vm, items[--count]);
        return EMPTY;
    }
    struct List *self = as_list(list);
    slots_init(vm, self, self->items, items, count);
    self->length = count;
    return list;
}

OWNED Value list_from_iterable(struct Interpreter *vm, Value iterable)
{
    Value list = list_new(vm, 0);
    if (!is_empty(list) && !list_extend(vm, list, iterable)) {
        release(vm, list);
        return EMPTY;
    }
    return list;
}

OWNED Value list_slice(struct Interpreter *vm, Value list, int64_t start, int64_t step, int64_t count)
{
    Value result = list_new(vm, count > 0 ? (size_t)count : 0);
    if (is_empty(result))
        return EMPTY;
    struct List *from = as_list(list), *to = as_list(result);
    if (step == 1)
        slots_init_retained(vm, to, to->items, from->items + start, (size_t)count);
    else
        for (int64_t i = 0; i < count; i++)
            slot_init(vm, to, &to->items[i], retain(from->items[start + i * step]));
    to->length = (size_t)count;
    return result;
}

/* ---- Adding ------------------------------------------------------------- */

bool list_append(struct Interpreter *vm, Value list, STEALS Value item)
{
    struct List *self = as_list(list);
    if (self->length == self->capacity && !list_reserve(vm, self, self->length + 1)) {
        release(vm, item);
        return false;
    }
    slot_init(vm, self, &self->items[self->length], item);
    self->length++;
    return true;
}

/* Retains `count` Values onto the end; they may be the list's own items. */
static bool append_array(struct Interpreter *vm, struct List *self, struct List *source, const Value *items,
                         size_t count)
{
    size_t length = self->length;
    if (length == 0 ? !list_reserve_exact(vm, self, count) : !list_reserve(vm, self, length + count))
        return false;
    if (source != NULL)
        items = source->items; /* the block may have moved */
    slots_init_retained(vm, self, self->items + length, items, count);
    self->length = length + count;
    return true;
}

/* Appends the small ints of a range without making an iterator. */
static bool append_range(struct Interpreter *vm, struct List *self, const struct Range *range)
{
    int64_t next = small_int(range->start), step = small_int(range->step), count = small_int(range->length);
    if ((uint64_t)count > MAXIMUM_LENGTH) {
        raise_memory_error(vm);
        return false;
    }
    size_t length = self->length;
    if (!list_reserve(vm, self, length + (size_t)count))
        return false;
    for (int64_t i = 0; i < count; i++, next += step)
        slot_init(vm, self, &self->items[length + (size_t)i], value_from_small_int(next));
    self->length = length + (size_t)count;
    return true;
}

static bool is_small_range(struct Interpreter *vm, Value v)
{
    if (!object_has_type(vm, v, TYPE_range))
        return false;
    const struct Range *range = (const struct Range *)value_object(v);
    return is_small_int(range->start) && is_small_int(range->stop) && is_small_int(range->step)
           && is_small_int(range->length);
}

static bool append_all(struct Interpreter *vm, Value list, Value iterator)
{
    for (;;) {
        Value item = iterator_step(vm, iterator);
        if (is_end(item))
            return true;
        if (is_empty(item) || !list_append_fast(vm, list, item))
            return false;
    }
}

static bool extend_by_iterating(struct Interpreter *vm, Value list, Value iterable)
{
    struct List *self = as_list(list);
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return false;
    int64_t hint = object_length_hint(vm, iterable, 8);
    bool ok = hint >= 0;
    if (ok && (uint64_t)hint <= MAXIMUM_LENGTH - self->length && hint > 0)
        ok = list_reserve_exact(vm, self, self->length + (size_t)hint);
    ok = ok && append_all(vm, list, iterator);
    release(vm, iterator);
    if (ok)
        list_trim(vm, self);
    return ok;
}

bool list_extend(struct Interpreter *vm, Value list, Value iterable)
{
    struct List *self = as_list(list);
    if (is_exact_list(vm, iterable) || value_same(list, iterable))
        return append_array(vm, self, as_list(iterable), NULL, as_list(iterable)->length);
    if (is_exact_tuple(vm, iterable))
        return append_array(vm, self, NULL, as_tuple(iterable)->items, as_tuple(iterable)->length);
    if (is_small_range(vm, iterable))
        return append_range(vm, self, (const struct Range *)value_object(iterable));
    return extend_by_iterating(vm, list, iterable);
}

bool list_insert(struct Interpreter *vm, Value list, int64_t index, Value item)
{
    struct List *self = as_list(list);
    if (!list_reserve(vm, self, self->length + 1))
        return false;
    int64_t length = (int64_t)self->length;
    if (index < 0 && (index += length) < 0)
        index = 0;
    if (index > length)
        index = length;
    list_shift(vm, self, (size_t)index + 1, (size_t)index, self->length - (size_t)index);
    slot_init(vm, self, &self->items[index], retain(item));
    self->length++;
    return true;
}

/* ---- Removing ----------------------------------------------------------- */

OWNED Value list_pop_at(struct Interpreter *vm, Value list, size_t index)
{
    struct List *self = as_list(list);
    Value item = slot_take(vm, self, &self->items[index]);
    list_shift(vm, self, index, index + 1, self->length - index - 1);
    self->length--;
    list_trim(vm, self);
    return item;
}

/* The items leave the list before the first release: what that runs sees an empty list. */
void list_clear(struct Interpreter *vm, Value list)
{
    struct List *self = as_list(list);
    Value *items = self->items;
    size_t count = self->length, capacity = self->capacity;
    bool separate = !has_inline_items(self);
    self->items = NULL; /* items in the cell stay where they are: nothing will be stored there again */
    self->length = self->capacity = 0;
    while (count > 0)
        slot_clear(vm, self, &items[--count]);
    if (separate)
        heap_free(vm, MEMORY_VALUES, items, capacity * sizeof *items);
}

/* ---- What the heap needs ------------------------------------------------ */

void list_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct List *self = (struct List *)object;
    for (size_t i = 0; i < self->length; i++)
        visit(self->items[i], context);
}

OWNED Value list_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct List *self = (struct List *)object;
    size_t length = self->length;
    bool observed = heap_of(vm)->observer != NULL;
    (void)cursor;
    while (length > 0) {
        Value *slot = &self->items[--length], v = observed ? slot_drop(vm, self, slot) : *slot;
        if (!release_if_shared(v)) {
            self->length = length;
            return v;
        }
    }
    self->length = 0;
    return VALUE_END;
}

void list_forget(struct Interpreter *vm, struct Object *object)
{
    list_clear(vm, value_from_object(object));
}

void list_destroy(struct Interpreter *vm, struct Object *object)
{
    list_free_block(vm, (struct List *)object);
}
