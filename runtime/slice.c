/*
 * slice: three Values, and the arithmetic of bounds that every sequence uses.
 */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

OWNED Value slice_new(struct Interpreter *vm, Value start, Value stop, Value step)
{
    struct Slice *slice = (struct Slice *)(void *)object_allocate(vm, builtin_type(vm, TYPE_slice), sizeof *slice);
    if (slice == NULL)
        return EMPTY;
    slot_init(vm, slice, &slice->start, retain(start));
    slot_init(vm, slice, &slice->stop, retain(stop));
    slot_init(vm, slice, &slice->step, retain(step));
    return value_from_object(slice);
}

/* ---- Bounds ------------------------------------------------------------- */

bool slice_bound(struct Interpreter *vm, Value v, bool none_allowed, int64_t *number)
{
    if (is_small_int(v)) {
        *number = small_int(v);
        return true;
    }
    if (none_allowed && is_none(v))
        return true;
    if (value_type(vm, v)->operations.index == NULL) {
        raise_type_error(vm, "slice indices must be integers %shave an __index__ method",
                         none_allowed ? "or None or " : "or ");
        return false;
    }
    return object_as_int64_clamped(vm, v, number);
}

bool slice_unpack(struct Interpreter *vm, Value slice, int64_t *start, int64_t *stop, int64_t *step)
{
    struct Slice *self = (struct Slice *)value_object(slice);
    *step = 1;
    if (!slice_bound(vm, self->step, true, step))
        return false;
    if (*step == 0) {
        raise_value_error(vm, "slice step cannot be zero");
        return false;
    }
    if (*step < -INT64_MAX)
        *step = -INT64_MAX; /* so that it can be negated */
    *start = *step < 0 ? INT64_MAX : 0;
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
    return slice_bound(vm, self->start, true, start) && slice_bound(vm, self->stop, true, stop);
}

static int64_t clamp_bound(int64_t bound, int64_t length, bool backward)
{
    if (bound < 0) {
        bound += length;
        return bound >= 0 ? bound : backward ? -1 : 0;
    }
    return bound < length ? bound : backward ? length - 1 : length;
}

int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step)
{
    *start = clamp_bound(*start, length, step < 0);
    *stop = clamp_bound(*stop, length, step < 0);
    if (step < 0)
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

bool slice_resolve(struct Interpreter *vm, Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step,
                   int64_t *count)
{
    if (!slice_unpack(vm, slice, start, stop, step))
        return false;
    *count = slice_adjust(length, start, stop, *step);
    return true;
}

/* ---- indices(), with ints of any size ----------------------------------- */

/* __index__ of a bound, in the words of slices. */
static OWNED Value bound_index(struct Interpreter *vm, Value v)
{
    if (value_type(vm, v)->operations.index == NULL)
        return raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
    return object_index(vm, v);
}

/* A bound moved into [lower, upper]; otherwise: what None means. */
static OWNED Value clamped_index(struct Interpreter *vm, Value bound, Value length, Value lower, Value upper,
                                 Value otherwise)
{
    if (is_none(bound))
        return retain(otherwise);
    Value index = bound_index(vm, bound);
    if (is_empty(index))
        return EMPTY;
    if (int_sign(index) < 0) {
        Value moved = int_binary(vm, BINARY_ADD, index, length);
        release(vm, index);
        if (is_empty(moved))
            return EMPTY;
        index = moved;
    }
    Value result = int_compare(index, lower) < 0 ? lower : int_compare(index, upper) > 0 ? upper : index;
    retain(result);
    release(vm, index);
    return result;
}

static OWNED Value indices_for(struct Interpreter *vm, struct Slice *self, Value length, Value step)
{
    bool backward = int_sign(step) < 0;
    Value minus_one = value_from_small_int(-1), zero = value_from_small_int(0);
    Value lower = backward ? minus_one : zero;
    Value upper = backward ? int_binary(vm, BINARY_SUBTRACT, length, value_from_small_int(1)) : retain(length);
    if (is_empty(upper))
        return EMPTY;
    Value result = EMPTY;
    Value start = clamped_index(vm, self->start, length, lower, upper, backward ? upper : lower);
    Value stop = is_empty(start) ? EMPTY
                                 : clamped_index(vm, self->stop, length, lower, upper, backward ? lower : upper);
    if (!is_empty(stop))
        result = tuple_pack(vm, (size_t)3, start, stop, step);
    release_maybe(vm, start);
    release_maybe(vm, stop);
    release(vm, upper);
    return result;
}

OWNED Value slice_indices_tuple(struct Interpreter *vm, Value slice, Value length)
{
    struct Slice *self = (struct Slice *)value_object(slice);
    Value step = is_none(self->step) ? value_from_small_int(1) : bound_index(vm, self->step);
    if (is_empty(step))
        return EMPTY;
    Value result = int_sign(step) == 0 ? raise_value_error(vm, "slice step cannot be zero")
                                       : indices_for(vm, self, length, step);
    release(vm, step);
    return result;
}

static Value slice_indices(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value length = object_index(vm, args[1]);
    if (is_empty(length))
        return EMPTY;
    Value result = int_sign(length) < 0 ? raise_value_error(vm, "length should not be negative")
                                        : slice_indices_tuple(vm, args[0], length);
    release(vm, length);
    return result;
}

/* ---- The type ----------------------------------------------------------- */

static Value slice_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    (void)type;
    if (!check_no_keywords(vm, "slice", names) || !check_positional(vm, "slice", positional, 1, 3))
        return EMPTY;
    if (positional == 1)
        return slice_new(vm, VALUE_NONE, args[0], VALUE_NONE);
    return slice_new(vm, args[0], args[1], positional == 3 ? args[2] : VALUE_NONE);
}

static Value slice_repr(struct Interpreter *vm, Value self)
{
    struct Slice *slice = (struct Slice *)value_object(self);
    return string_from_format(vm, "slice(%R, %R, %R)", slice->start, slice->stop, slice->step);
}

static Value as_tuple_of_three(struct Interpreter *vm, Value self)
{
    struct Slice *slice = (struct Slice *)value_object(self);
    return tuple_pack(vm, (size_t)3, slice->start, slice->stop, slice->step);
}

static Value slice_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!object_has_type(vm, other, TYPE_slice) || !object_has_type(vm, self, TYPE_slice))
        return VALUE_NOT_IMPLEMENTED;
    if (value_same(self, other))
        return value_from_bool(operation == COMPARE_EQ || operation == COMPARE_LE || operation == COMPARE_GE);
    Value left = as_tuple_of_three(vm, self);
    if (is_empty(left))
        return EMPTY;
    Value right = as_tuple_of_three(vm, other);
    Value result = is_empty(right) ? EMPTY : object_compare(vm, left, right, operation);
    release(vm, left);
    release_maybe(vm, right);
    return result;
}

static bool slice_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    const struct Slice *slice = (struct Slice *)value_object(self);
    const Value parts[3] = {slice->start, slice->stop, slice->step};
    return tuple_hash_items(vm, parts, 3, false, hash);
}

static Value slice_get_start(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(((struct Slice *)value_object(self))->start);
}

static Value slice_get_stop(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(((struct Slice *)value_object(self))->stop);
}

static Value slice_get_step(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(((struct Slice *)value_object(self))->step);
}

static Value slice_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value parts = as_tuple_of_three(vm, args[0]);
    if (is_empty(parts))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), parts);
    release(vm, parts);
    return result;
}

static void slice_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Slice *self = (struct Slice *)object;
    visit(self->start, context);
    visit(self->stop, context);
    visit(self->step, context);
}

static OWNED Value slice_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Slice *self = (struct Slice *)object;
    Value *const slots[] = {&self->step, &self->start, &self->stop};
    while (*cursor < 3) {
        Value v = slot_take(vm, self, slots[(*cursor)++]);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

static void slice_forget(struct Interpreter *vm, struct Object *object)
{
    struct Slice *self = (struct Slice *)object;
    slot_set(vm, self, &self->start, VALUE_NONE);
    slot_set(vm, self, &self->stop, VALUE_NONE);
    slot_set(vm, self, &self->step, VALUE_NONE);
}

static const struct NativeMethod slice_methods[] = {
    METHOD("indices", slice_indices, 1, 1, "object, /",
           "Return the (start, stop, stride) the slice means for a sequence of the given length."),
    METHOD("__reduce__", slice_reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

static const struct NativeAttribute slice_attributes[] = {
    MEMBERS_FOLLOW,
    {"start", slice_get_start, NULL, NULL},
    {"stop", slice_get_stop, NULL, NULL},
    {"step", slice_get_step, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec slice_type_spec = {
    .name = "slice",
    .documentation = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.",
    .instance_size = sizeof(struct Slice),
    .memory = {.traverse = slice_traverse, .take = slice_take, .clear = slice_forget, .kind = OBJECT_CONTAINER},
    .operations = {
        .construct = slice_construct,
        .repr = slice_repr,
        .hash = slice_hash,
        .compare = slice_compare,
    },
    .methods = slice_methods,
    .attributes = slice_attributes,
};
