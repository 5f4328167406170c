/* deque: its methods. */
#include "runtime/arguments.h"
#include "runtime/generic_alias.h"
#include "runtime/hashing.h"
#include "runtime/modules/deque.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

/* ---- Ends --------------------------------------------------------------- */

static Value append(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_append(vm, as_deque(args[0]), retain(args[1])) ? VALUE_NONE : EMPTY;
}

static Value append_left(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_append_left(vm, as_deque(args[0]), retain(args[1])) ? VALUE_NONE : EMPTY;
}

static Value pop(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (as_deque(args[0])->length == 0)
        return raise_error(vm, TYPE_IndexError, "pop from an empty deque");
    return deque_take_last(vm, as_deque(args[0]));
}

static Value pop_left(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (as_deque(args[0])->length == 0)
        return raise_error(vm, TYPE_IndexError, "pop from an empty deque");
    return deque_take_first(vm, as_deque(args[0]));
}

static Value extend(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_extend(vm, args[0], args[1], false) ? VALUE_NONE : EMPTY;
}

static Value extend_left(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_extend(vm, args[0], args[1], true) ? VALUE_NONE : EMPTY;
}

static Value clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    deque_clear(vm, as_deque(args[0]));
    return VALUE_NONE;
}

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_copy(vm, args[0]);
}

/* ---- Order -------------------------------------------------------------- */

static Value rotate(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t steps = 1;
    if (count > 1 && !read_size(vm, args[1], &steps))
        return EMPTY;
    deque_rotate(vm, as_deque(args[0]), steps);
    return VALUE_NONE;
}

static Value reverse(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Deque *self = as_deque(args[0]);
    (void)count;
    for (size_t i = 0, j = self->length; i + 1 < j; i++) {
        j--;
        Value *low = deque_slot(self, i), *high = deque_slot(self, j);
        Value kept = slot_take(vm, self, low);
        slot_move(vm, self, low, high);
        slot_init(vm, self, high, kept);
    }
    return VALUE_NONE;
}

/* ---- Searching ---------------------------------------------------------- */

/* Whether items[i] equals: 1, 0, -1; *changed when the comparison changed the deque. */
static int item_equals(struct Interpreter *vm, const struct Deque *self, size_t i, Value item, bool *changed)
{
    uint64_t state = self->state;
    Value candidate = retain(*deque_slot(self, i));
    int equal = values_equal(vm, candidate, item);
    release(vm, candidate);
    *changed = state != self->state;
    return equal;
}

static Value mutated(struct Interpreter *vm)
{
    return raise_error(vm, TYPE_RuntimeError, "deque mutated during iteration");
}

static Value count_equal(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Deque *self = as_deque(args[0]);
    int64_t found = 0;
    bool changed;
    (void)count;
    for (size_t i = 0; i < self->length; i++) {
        int equal = item_equals(vm, self, i, args[1], &changed);
        if (equal < 0)
            return EMPTY;
        if (changed)
            return mutated(vm);
        found += equal;
    }
    return value_from_small_int(found);
}

static Value index_of(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Deque *self = as_deque(args[0]);
    int64_t start = 0, stop = INT64_MAX;
    bool changed;
    if ((count > 2 && !slice_bound(vm, args[2], false, &start)) ||
        (count > 3 && !slice_bound(vm, args[3], false, &stop)))
        return EMPTY;
    slice_clamp((int64_t)self->length, &start, &stop);
    for (int64_t i = start; i < stop; i++) {
        int equal = item_equals(vm, self, (size_t)i, args[1], &changed);
        if (equal > 0)
            return value_from_small_int(i);
        if (equal < 0)
            return EMPTY;
        if (changed)
            return mutated(vm);
    }
    return raise_value_error(vm, "%R is not in deque", args[1]);
}

static Value remove_item(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Deque *self = as_deque(args[0]);
    bool changed;
    (void)count;
    for (size_t i = 0; i < self->length; i++) {
        int equal = item_equals(vm, self, i, args[1], &changed);
        if (equal < 0)
            return EMPTY;
        if (changed)
            return raise_error(vm, TYPE_IndexError, "deque mutated during iteration");
        if (equal > 0) {
            release(vm, deque_take_at(vm, self, i));
            return VALUE_NONE;
        }
    }
    return raise_value_error(vm, "%R is not in deque", args[1]);
}

static Value insert(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Deque *self = as_deque(args[0]);
    int64_t index, length = (int64_t)self->length;
    (void)count;
    if (!read_size(vm, args[1], &index))
        return EMPTY;
    if (self->maximum == length)
        return raise_error(vm, TYPE_IndexError, "deque already at its maximum size");
    if (index >= length)
        return deque_append(vm, self, retain(args[2])) ? VALUE_NONE : EMPTY;
    if (index <= -length || index == 0)
        return deque_append_left(vm, self, retain(args[2])) ? VALUE_NONE : EMPTY;
    deque_rotate(vm, self, -index);
    bool done = index < 0 ? deque_append(vm, self, retain(args[2])) : deque_append_left(vm, self, retain(args[2]));
    deque_rotate(vm, self, index);
    return done ? VALUE_NONE : EMPTY;
}

/* ---- The rest ----------------------------------------------------------- */

static Value reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return deque_iterator_new(vm, args[0], true);
}

static Value size_of(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Deque *self = as_deque(args[0]);
    (void)vm, (void)count;
    return value_from_small_int((int64_t)(object_cell_size(&self->header) + self->capacity * sizeof *self->items));
}

/* (class, ((), maxlen) or (), attributes, iterator) */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Deque *self = as_deque(args[0]);
    (void)count;
    Value state = object_call_method(vm, NAME(vm, __getstate__), args, 1);
    if (is_empty(state))
        return EMPTY;
    Value maximum = int_new(vm, self->maximum);
    Value arguments = is_empty(maximum)               ? EMPTY
                      : self->maximum == NO_MAXIMUM ? tuple_new(vm, NULL, 0)
                                                      : tuple_pack(vm, (size_t)2, vm->empty_tuple, maximum);
    release_maybe(vm, maximum);
    Value iterator = is_empty(arguments) ? EMPTY : object_iterate(vm, args[0]);
    Value result = is_empty(iterator) ? EMPTY
                                      : tuple_pack(vm, (size_t)4, value_from_object(value_type(vm, args[0])),
                                                   arguments, state, iterator);
    release_maybe(vm, iterator);
    release_maybe(vm, arguments);
    release(vm, state);
    return result;
}

const struct NativeMethod deque_method_table[] = {
    METHOD("append", append, 1, 1, "item, /", "Add an element to the right side of the deque."),
    METHOD("appendleft", append_left, 1, 1, "item, /", "Add an element to the left side of the deque."),
    METHOD("clear", clear, 0, 0, "", "Remove all elements from the deque."),
    METHOD("__copy__", copy, 0, 0, "", "Return a shallow copy of a deque."),
    METHOD("copy", copy, 0, 0, "", "Return a shallow copy of a deque."),
    METHOD("count", count_equal, 1, 1, "value, /", "Return number of occurrences of value."),
    METHOD("extend", extend, 1, 1, "iterable, /", "Extend the right side of the deque with elements from the iterable."),
    METHOD("extendleft", extend_left, 1, 1, "iterable, /",
           "Extend the left side of the deque with elements from the iterable."),
    METHOD("index", index_of, 1, 3, NULL,
           "Return first index of value.\n\nRaises ValueError if the value is not present."),
    METHOD("insert", insert, 2, 2, "index, value, /", "Insert value before index."),
    METHOD("pop", pop, 0, 0, "", "Remove and return the rightmost element."),
    METHOD("popleft", pop_left, 0, 0, "", "Remove and return the leftmost element."),
    METHOD("remove", remove_item, 1, 1, "value, /", "Remove first occurrence of value."),
    METHOD("reverse", reverse, 0, 0, "", "Reverse *IN PLACE*."),
    METHOD("rotate", rotate, 0, 1, "n=1, /",
           "Rotate the deque n steps to the right.  If n is negative, rotates left."),
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__reversed__", reversed, 0, 0, "", "Return a reverse iterator over the deque."),
    METHOD("__sizeof__", size_of, 0, 0, "", "Return the size of the deque in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};
