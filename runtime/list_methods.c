/* list: its methods. */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/list_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"

static Value append(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return list_append_fast(vm, args[0], retain(args[1])) ? VALUE_NONE : EMPTY;
}

static Value extend(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return list_extend(vm, args[0], args[1]) ? VALUE_NONE : EMPTY;
}

/* An index as insert and pop take it: unlike one in brackets it overflows as a C integer. */
static bool index_argument(struct Interpreter *vm, Value v, int64_t *index)
{
    if (is_small_int(v)) {
        *index = small_int(v);
        return true;
    }
    Value plain = object_index(vm, v);
    if (is_empty(plain))
        return false;
    bool fits = int_fits_int64(plain, index);
    release(vm, plain);
    if (!fits)
        raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
    return fits;
}

static Value insert(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t index;
    (void)count;
    if (!index_argument(vm, args[1], &index))
        return EMPTY;
    return list_insert(vm, args[0], index, args[2]) ? VALUE_NONE : EMPTY;
}

static Value pop(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t index = -1;
    struct List *self = as_list(args[0]);
    if (count > 1 && !index_argument(vm, args[1], &index))
        return EMPTY;
    if (self->length == 0)
        return raise_error(vm, TYPE_IndexError, "pop from empty list");
    if (!index_in_range(&index, (int64_t)self->length))
        return raise_error(vm, TYPE_IndexError, "pop index out of range");
    return list_pop_at(vm, args[0], (size_t)index);
}

static Value clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    list_clear(vm, args[0]);
    return VALUE_NONE;
}

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return list_slice(vm, args[0], 0, 1, (int64_t)as_list(args[0])->length);
}

/* 1: items[i] equals v, 0, -1. */
static int item_equals(struct Interpreter *vm, struct List *self, size_t i, Value v)
{
    Value item = self->items[i];
    if (value_same(item, v))
        return 1;
    if (are_small_ints(item, v))
        return 0;
    retain(item);
    int equal = values_equal(vm, item, v);
    release(vm, item);
    return equal;
}

static Value count_equal(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t found = 0;
    struct List *self = as_list(args[0]);
    (void)count;
    for (size_t i = 0; i < self->length; i++) {
        int equal = item_equals(vm, self, i, args[1]);
        if (equal < 0)
            return EMPTY;
        found += equal;
    }
    return value_from_small_int(found);
}

static Value index_of(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t start = 0, stop = INT64_MAX;
    struct List *self = as_list(args[0]);
    if ((count > 2 && !slice_bound(vm, args[2], false, &start))
        || (count > 3 && !slice_bound(vm, args[3], false, &stop)))
        return EMPTY;
    slice_clamp((int64_t)self->length, &start, &stop);
    for (int64_t i = start; i < stop && i < (int64_t)self->length; i++) {
        int equal = item_equals(vm, self, (size_t)i, args[1]);
        if (equal != 0)
            return equal > 0 ? value_from_small_int(i) : EMPTY;
    }
    return raise_value_error(vm, "%R is not in list", args[1]);
}

static Value remove_first(struct Interpreter *vm, const Value *args, size_t count)
{
    struct List *self = as_list(args[0]);
    (void)count;
    for (size_t i = 0; i < self->length; i++) {
        int equal = item_equals(vm, self, i, args[1]);
        if (equal < 0)
            return EMPTY;
        if (equal == 0)
            continue;
        if (i < self->length) /* the comparison may have emptied the list */
            release(vm, list_pop_at(vm, args[0], i));
        return VALUE_NONE;
    }
    return raise_value_error(vm, "list.remove(x): x not in list");
}

static Value reverse(struct Interpreter *vm, const Value *args, size_t count)
{
    struct List *self = as_list(args[0]);
    (void)count;
    for (size_t low = 0, high = self->length; low + 1 < high; low++) {
        Value first = slot_take(vm, self, &self->items[low]);
        slot_move(vm, self, &self->items[low], &self->items[--high]);
        slot_init(vm, self, &self->items[high], first);
    }
    return VALUE_NONE;
}

static Value sort(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value key = is_absent(args[1]) || is_none(args[1]) ? EMPTY : args[1];
    int backward = is_absent(args[2]) ? 0 : object_truth(vm, args[2]);
    if (backward < 0 || !list_sort(vm, args[0], key, backward > 0))
        return EMPTY;
    return VALUE_NONE;
}

static Value reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return list_reverse_iterator_new(vm, args[0]);
}

static Value size_of(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct List *self = as_list(args[0]);
    (void)vm;
    (void)count;
    bool outside = self->items != (const void *)(self + 1);
    size_t items = outside ? self->capacity * sizeof *self->items : 0;
    return value_from_small_int((int64_t)(object_cell_size(&self->header) + items));
}

const struct NativeMethod list_method_table[] = {
    METHOD("__sizeof__", size_of, 0, 0, "", "Return the size of the list in memory, in bytes."),
    METHOD("__reversed__", reversed, 0, 0, "", "Return a reverse iterator over the list."),
    METHOD("append", append, 1, 1, "object, /", "Append object to the end of the list."),
    METHOD("clear", clear, 0, 0, "", "Remove all items from list."),
    METHOD("copy", copy, 0, 0, "", "Return a shallow copy of the list."),
    METHOD("count", count_equal, 1, 1, "value, /", "Return number of occurrences of value."),
    METHOD("extend", extend, 1, 1, "iterable, /", "Extend list by appending elements from the iterable."),
    METHOD("index", index_of, 1, 3, "value, start=0, stop=sys.maxsize, /",
           "Return first index of value.\n\nRaises ValueError if the value is not present."),
    METHOD("insert", insert, 2, 2, "index, object, /", "Insert object before index."),
    METHOD("pop", pop, 0, 1, "index=-1, /",
           "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."),
    METHOD("remove", remove_first, 1, 1, "value, /",
           "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."),
    METHOD("reverse", reverse, 0, 0, "", "Reverse *IN PLACE*."),
    METHOD_NAMED("sort", sort, "*, key=None, reverse=False", "Sort the list in ascending order and return None."),
    METHODS_END,
};
