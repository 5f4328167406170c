/*
 * range: start, stop, step and length, ints of any size.
 *
 * Arithmetic goes through add() and its kin, which stay on words while they
 * can.  Nothing here runs Python code once the four ints are there, except
 * searching for something that is no int.
 */
#include "runtime/arguments.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/range_iterator.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"

/* ---- Arithmetic --------------------------------------------------------- */

static OWNED Value add(struct Interpreter *vm, Value a, Value b)
{
    Value sum;
    if (are_small_ints(a, b) && small_int_add(a, b, &sum))
        return sum;
    return int_binary(vm, BINARY_ADD, a, b);
}

static OWNED Value subtract(struct Interpreter *vm, Value a, Value b)
{
    Value difference;
    if (are_small_ints(a, b) && small_int_subtract(a, b, &difference))
        return difference;
    return int_binary(vm, BINARY_SUBTRACT, a, b);
}

/* start + i * step */
static OWNED Value item_at(struct Interpreter *vm, const struct Range *range, Value i)
{
    Value offset;
    if (!are_small_ints(i, range->step) || !small_int_multiply(i, range->step, &offset))
        offset = int_binary(vm, BINARY_MULTIPLY, i, range->step);
    if (is_empty(offset))
        return EMPTY;
    Value item = add(vm, range->start, offset);
    release(vm, offset);
    return item;
}

/* (distance - 1) // step + 1, both positive; takes both. */
static OWNED Value count_steps(struct Interpreter *vm, STEALS Value distance, STEALS Value step)
{
    Value one = value_from_small_int(1), less = EMPTY, steps = EMPTY, count = EMPTY;
    if (!is_empty(distance) && !is_empty(step))
        less = subtract(vm, distance, one);
    if (!is_empty(less))
        steps = int_binary(vm, BINARY_FLOOR_DIVIDE, less, step);
    if (!is_empty(steps))
        count = add(vm, steps, one);
    release_maybe(vm, distance);
    release_maybe(vm, step);
    release_maybe(vm, less);
    release_maybe(vm, steps);
    return count;
}

static OWNED Value length_of(struct Interpreter *vm, Value start, Value stop, Value step)
{
    bool backward = int_sign(step) < 0;
    if (are_small_ints(start, stop) && is_small_int(step)) {
        int64_t distance = backward ? small_int(start) - small_int(stop) : small_int(stop) - small_int(start);
        int64_t stride = backward ? -small_int(step) : small_int(step);
        return int_new(vm, distance > 0 ? (distance - 1) / stride + 1 : 0);
    }
    Value low = backward ? stop : start, high = backward ? start : stop;
    if (int_compare(low, high) >= 0)
        return value_from_small_int(0);
    Value zero = value_from_small_int(0);
    return count_steps(vm, subtract(vm, high, low), backward ? subtract(vm, zero, step) : retain(step));
}

/* ---- Making ------------------------------------------------------------- */

OWNED Value range_new(struct Interpreter *vm, Value start, Value stop, Value step)
{
    if (int_sign(step) == 0)
        return raise_value_error(vm, "range() arg 3 must not be zero");
    Value length = length_of(vm, start, stop, step);
    if (is_empty(length))
        return EMPTY;
    struct Range *range = (struct Range *)(void *)object_allocate(vm, builtin_type(vm, TYPE_range), sizeof *range);
    if (range == NULL) {
        release(vm, length);
        return EMPTY;
    }
    slot_init(vm, range, &range->start, retain(start));
    slot_init(vm, range, &range->stop, retain(stop));
    slot_init(vm, range, &range->step, retain(step));
    slot_init(vm, range, &range->length, length);
    return value_from_object(range);
}

static Value range_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    (void)type;
    if (!check_no_keywords(vm, "range", names) || !check_positional(vm, "range", positional, 1, 3))
        return EMPTY;
    Value parts[3] = {value_from_small_int(0), EMPTY, value_from_small_int(1)};
    bool ok = true;
    for (size_t i = 0; ok && i < positional; i++) {
        Value index = is_small_int(args[i]) ? args[i] : object_index(vm, args[i]);
        parts[positional == 1 ? 1 : i] = index;
        ok = !is_empty(index);
    }
    Value range = ok ? range_new(vm, parts[0], parts[1], parts[2]) : EMPTY;
    for (size_t i = 0; i < 3; i++)
        release_maybe(vm, parts[i]);
    return range;
}

static const struct Range *as_range(Value v) { return (const struct Range *)value_object(v); }

/* ---- Text, comparison, hash --------------------------------------------- */

static Value range_repr(struct Interpreter *vm, Value self)
{
    const struct Range *range = as_range(self);
    if (value_same(range->step, value_from_small_int(1)))
        return string_from_format(vm, "range(%R, %R)", range->start, range->stop);
    return string_from_format(vm, "range(%R, %R, %R)", range->start, range->stop, range->step);
}

/* Equal as sequences: same length, same first item, same step where there are two. */
static bool ranges_equal(const struct Range *a, const struct Range *b)
{
    if (int_compare(a->length, b->length) != 0)
        return false;
    if (int_sign(a->length) == 0)
        return true;
    if (int_compare(a->start, b->start) != 0)
        return false;
    return value_same(a->length, value_from_small_int(1)) || int_compare(a->step, b->step) == 0;
}

static Value range_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!object_has_type(vm, self, TYPE_range) || !object_has_type(vm, other, TYPE_range)
        || (operation != COMPARE_EQ && operation != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    return value_from_bool(ranges_equal(as_range(self), as_range(other)) == (operation == COMPARE_EQ));
}

static bool range_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    const struct Range *range = as_range(self);
    bool empty = int_sign(range->length) == 0, single = value_same(range->length, value_from_small_int(1));
    const Value parts[3] = {range->length, empty ? VALUE_NONE : range->start,
                            empty || single ? VALUE_NONE : range->step};
    return tuple_hash_items(vm, parts, 3, true, hash);
}

/* ---- Items -------------------------------------------------------------- */

static int64_t range_length(struct Interpreter *vm, Value self)
{
    int64_t length;
    if (int_fits_int64(as_range(self)->length, &length))
        return length;
    raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
}

static int range_truth(struct Interpreter *vm, Value self)
{
    (void)vm;
    return int_sign(as_range(self)->length) > 0;
}

static OWNED Value sliced(struct Interpreter *vm, const struct Range *range, Value slice)
{
    Value indices = slice_indices_tuple(vm, slice, range->length);
    if (is_empty(indices))
        return EMPTY;
    const Value *parts = as_tuple(indices)->items;
    Value start = item_at(vm, range, parts[0]), stop = EMPTY, step = EMPTY, result = EMPTY;
    if (!is_empty(start))
        stop = item_at(vm, range, parts[1]);
    if (!is_empty(stop))
        step = int_binary(vm, BINARY_MULTIPLY, range->step, parts[2]);
    if (!is_empty(step))
        result = range_new(vm, start, stop, step);
    release_maybe(vm, start);
    release_maybe(vm, stop);
    release_maybe(vm, step);
    release(vm, indices);
    return result;
}

static Value range_get_item(struct Interpreter *vm, Value self, Value key)
{
    const struct Range *range = as_range(self);
    if (object_has_type(vm, key, TYPE_slice))
        return sliced(vm, range, key);
    if (value_type(vm, key)->operations.index == NULL)
        return raise_type_error(vm, "range indices must be integers or slices, not %T", key);
    Value index = object_index(vm, key);
    if (!is_empty(index) && int_sign(index) < 0) {
        Value from_end = add(vm, index, range->length);
        release(vm, index);
        index = from_end;
    }
    if (is_empty(index))
        return EMPTY;
    bool inside = int_sign(index) >= 0 && int_compare(index, range->length) < 0;
    Value item = inside ? item_at(vm, range, index)
                        : raise_error(vm, TYPE_IndexError, "range object index out of range");
    release(vm, index);
    return item;
}

/* ---- Searching ---------------------------------------------------------- */

/* An int proper: others may compare as they like, so they are searched for item by item. */
static bool is_plain_int(struct Interpreter *vm, Value v)
{
    return is_small_int(v) || is_bool(v) || object_has_type(vm, v, TYPE_int);
}

/* (v - start) // step when v is in the range, ABSENT when not; v is an int. */
static OWNED Value position_of(struct Interpreter *vm, const struct Range *range, Value v)
{
    bool backward = int_sign(range->step) < 0;
    int below = int_compare(v, range->start), above = int_compare(v, range->stop);
    if (backward ? below > 0 || above <= 0 : below < 0 || above >= 0)
        return VALUE_ABSENT;
    Value distance = int_binary(vm, BINARY_SUBTRACT, v, range->start);
    if (is_empty(distance))
        return EMPTY;
    Value rest = int_binary(vm, BINARY_MODULO, distance, range->step), position = rest;
    if (!is_empty(rest))
        position = int_sign(rest) == 0 ? int_binary(vm, BINARY_FLOOR_DIVIDE, distance, range->step) : VALUE_ABSENT;
    release_maybe(vm, rest);
    release(vm, distance);
    return position;
}

/* Walks the items; returns how many equal v, or stops at the first and sets *index. -1: raised. */
static int64_t search(struct Interpreter *vm, Value self, Value v, bool first_only, int64_t *index)
{
    Value iterator = object_iterate(vm, self);
    if (is_empty(iterator))
        return -1;
    int64_t found = 0;
    for (*index = 0;; ++*index) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        int equal = is_empty(item) ? -1 : object_equals(vm, item, v);
        release_maybe(vm, item);
        if (equal < 0)
            found = -1;
        else
            found += equal;
        if (equal < 0 || (equal > 0 && first_only))
            break;
    }
    release(vm, iterator);
    return found;
}

static int range_contains(struct Interpreter *vm, Value self, Value v)
{
    int64_t index;
    if (!is_plain_int(vm, v))
        return (int)search(vm, self, v, true, &index);
    Value position = position_of(vm, as_range(self), v);
    if (is_empty(position))
        return -1;
    bool found = !is_absent(position);
    release(vm, position);
    return found;
}

static Value count_equal(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t index;
    (void)count;
    if (is_plain_int(vm, args[1])) {
        int found = range_contains(vm, args[0], args[1]);
        return found < 0 ? EMPTY : value_from_small_int(found);
    }
    int64_t found = search(vm, args[0], args[1], false, &index);
    return found < 0 ? EMPTY : value_from_small_int(found);
}

static Value index_of(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t index;
    (void)count;
    if (is_plain_int(vm, args[1])) {
        Value position = position_of(vm, as_range(args[0]), args[1]);
        return is_absent(position) ? raise_value_error(vm, "%R is not in range", args[1]) : position;
    }
    int64_t found = search(vm, args[0], args[1], true, &index);
    if (found == 0)
        return raise_value_error(vm, "sequence.index(x): x not in sequence");
    return found < 0 ? EMPTY : value_from_small_int(index);
}

/* ---- Iteration ---------------------------------------------------------- */

static Value range_iterate(struct Interpreter *vm, Value self)
{
    const struct Range *range = as_range(self);
    return range_iterator_new(vm, range->start, range->step, range->length);
}

static Value reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Range *range = as_range(args[0]);
    (void)count;
    Value last_index = subtract(vm, range->length, value_from_small_int(1));
    if (is_empty(last_index))
        return EMPTY;
    Value last = item_at(vm, range, last_index), step = EMPTY, iterator = EMPTY;
    release(vm, last_index);
    if (!is_empty(last))
        step = subtract(vm, value_from_small_int(0), range->step);
    if (!is_empty(step))
        iterator = range_iterator_new(vm, last, step, range->length);
    release_maybe(vm, last);
    release_maybe(vm, step);
    return iterator;
}

/* ---- The type ----------------------------------------------------------- */

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Range *range = as_range(args[0]);
    (void)count;
    Value parts = tuple_pack(vm, (size_t)3, range->start, range->stop, range->step);
    if (is_empty(parts))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(builtin_type(vm, TYPE_range)), parts);
    release(vm, parts);
    return result;
}

static Value get_start(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_range(self)->start);
}

static Value get_stop(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_range(self)->stop);
}

static Value get_step(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_range(self)->step);
}

static void range_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Range *self = (struct Range *)object;
    visit(self->start, context);
    visit(self->stop, context);
    visit(self->step, context);
    visit(self->length, context);
}

static OWNED Value range_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Range *self = (struct Range *)object;
    Value *const slots[] = {&self->start, &self->stop, &self->step, &self->length};
    while (*cursor < 4) {
        Value v = slot_take(vm, self, slots[(*cursor)++]);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

/* Ints make no cycles. */
static void range_forget(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    (void)object;
}

static const struct NativeMethod range_methods[] = {
    METHOD("__reduce__", reduce, 0, 0, "", NULL),
    METHOD("__reversed__", reversed, 0, 0, "", "Return a reverse iterator."),
    METHOD("count", count_equal, 1, 1, NULL,
           "rangeobject.count(value) -> integer -- return number of occurrences of value"),
    METHOD("index", index_of, 1, 1, NULL,
           "rangeobject.index(value) -> integer -- return index of value.\n"
           "Raise ValueError if the value is not present."),
    METHODS_END,
};

static const struct NativeAttribute range_attributes[] = {
    MEMBERS_FOLLOW,
    {"start", get_start, NULL, NULL},
    {"stop", get_stop, NULL, NULL},
    {"step", get_step, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec range_type_spec = {
    .name = "range",
    .documentation = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
                     "Return an object that produces a sequence of integers from start (inclusive)\n"
                     "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
                     "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
                     "These are exactly the valid indices for a list of 4 elements.\n"
                     "When step is given, it specifies the increment (or decrement).",
    .instance_size = sizeof(struct Range),
    .flags = TYPE_SEQUENCE,
    .memory = {.traverse = range_traverse, .take = range_take, .clear = range_forget, .weigh = no_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {
        .construct = range_construct,
        .repr = range_repr,
        .hash = range_hash,
        .compare = range_compare,
        .iterate = range_iterate,
        .truth = range_truth,
        .length = range_length,
        .contains = range_contains,
        .get_item = range_get_item,
    },
    .methods = range_methods,
    .attributes = range_attributes,
};
