/* deque: its operations: construction, text, comparison, items, + and *. */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/modules/deque.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

/* ---- Making ------------------------------------------------------------- */

static Value construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    return deque_new(vm, type, NO_MAXIMUM);
}

/* maxlen: None, or an int that is not negative. */
static bool maximum_argument(struct Interpreter *vm, Value v, int64_t *maximum)
{
    *maximum = NO_MAXIMUM;
    if (is_absent(v) || is_none(v))
        return true;
    if (value_type(vm, v)->operations.index == NULL) {
        raise_type_error(vm, "an integer is required");
        return false;
    }
    if (!read_size(vm, v, maximum))
        return false;
    if (*maximum >= 0)
        return true;
    raise_value_error(vm, "maxlen must be non-negative");
    return false;
}

static bool initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value bound[2];
    int64_t maximum;
    if (!native_bind(vm, "deque", "iterable=None, maxlen=None", args, positional, names, bound, 2) ||
        !maximum_argument(vm, bound[1], &maximum))
        return false;
    as_deque(self)->maximum = maximum;
    deque_clear(vm, as_deque(self));
    return is_absent(bound[0]) || deque_extend(vm, self, bound[0], false);
}

/* ---- Text --------------------------------------------------------------- */

static OWNED Value repr_of_items(struct Interpreter *vm, Value self)
{
    Value list = list_from_iterable(vm, self);
    if (is_empty(list))
        return EMPTY;
    const char *name = type_name(value_type(vm, self));
    int64_t maximum = as_deque(self)->maximum;
    Value text = maximum == NO_MAXIMUM
                     ? string_from_format(vm, "%s(%R)", name, list)
                     : string_from_format(vm, "%s(%R, maxlen=%lld)", name, list, (long long)maximum);
    release(vm, list);
    return text;
}

static Value repr(struct Interpreter *vm, Value self)
{
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "[...]") : EMPTY;
    Value text = repr_of_items(vm, self);
    repr_leave(vm, self);
    return text;
}

/* ---- Comparison --------------------------------------------------------- */

/* The items at i of both, held; 1 equal, 0 different, -1 raised. */
static int items_equal(struct Interpreter *vm, struct Deque *a, struct Deque *b, size_t i, Value pair[2])
{
    uint64_t state_a = a->state, state_b = b->state;
    pair[0] = retain(*deque_slot(a, i));
    pair[1] = retain(*deque_slot(b, i));
    int equal = values_equal(vm, pair[0], pair[1]);
    if (equal > 0 && (a->state != state_a || b->state != state_b)) {
        raise_error(vm, TYPE_RuntimeError, "deque mutated during iteration");
        equal = -1;
    }
    return equal;
}

static Value compare_items(struct Interpreter *vm, struct Deque *a, struct Deque *b, enum Comparison operation)
{
    for (size_t i = 0; i < a->length && i < b->length; i++) {
        Value pair[2], result = EMPTY;
        int equal = items_equal(vm, a, b, i, pair);
        if (equal == 0)
            result = operation == COMPARE_EQ   ? VALUE_FALSE
                     : operation == COMPARE_NE ? VALUE_TRUE
                                               : object_compare(vm, pair[0], pair[1], operation);
        release(vm, pair[0]);
        release(vm, pair[1]);
        if (equal <= 0)
            return result;
    }
    return compare_lengths(a->length, b->length, operation);
}

static Value compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_deque(vm, self) || !is_deque(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    struct Deque *a = as_deque(self), *b = as_deque(other);
    if (operation == COMPARE_EQ || operation == COMPARE_NE) {
        if (a == b)
            return value_from_bool(operation == COMPARE_EQ);
        if (a->length != b->length)
            return value_from_bool(operation == COMPARE_NE);
    }
    if (!vm_enter_recursion(vm, " in comparison"))
        return EMPTY;
    Value result = compare_items(vm, a, b, operation);
    vm_leave_recursion(vm);
    return result;
}

/* ---- Items -------------------------------------------------------------- */

static int64_t length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_deque(self)->length;
}

static Value iterate(struct Interpreter *vm, Value self) { return deque_iterator_new(vm, self, false); }

static int contains(struct Interpreter *vm, Value self, Value item)
{
    struct Deque *deque = as_deque(self);
    uint64_t state = deque->state;
    for (size_t i = 0; i < deque->length; i++) {
        Value candidate = retain(*deque_slot(deque, i));
        int equal = values_equal(vm, candidate, item);
        release(vm, candidate);
        if (equal != 0)
            return equal;
        if (state != deque->state) {
            raise_error(vm, TYPE_RuntimeError, "deque mutated during iteration");
            return -1;
        }
    }
    return 0;
}

/* The place the key means; NULL: raised. */
static Value *find_slot(struct Interpreter *vm, Value self, Value key, const char *complaint)
{
    int64_t index;
    struct Deque *deque = as_deque(self);
    if (value_type(vm, key)->operations.index == NULL) {
        raise_type_error(vm, "sequence index must be integer, not '%T'", key);
        return NULL;
    }
    if (!object_as_int64(vm, key, TYPE_IndexError, &index))
        return NULL;
    if (!index_in_range(&index, (int64_t)deque->length)) {
        raise_error(vm, TYPE_IndexError, "%s", complaint);
        return NULL;
    }
    return deque_slot(deque, (size_t)index);
}

static Value get_item(struct Interpreter *vm, Value self, Value key)
{
    const Value *slot = find_slot(vm, self, key, "deque index out of range");
    return slot == NULL ? EMPTY : retain(*slot);
}

static bool set_item(struct Interpreter *vm, Value self, Value key, Value value)
{
    struct Deque *deque = as_deque(self);
    Value *slot = find_slot(vm, self, key, "deque index out of range");
    if (slot == NULL)
        return false;
    if (!is_empty(value)) {
        slot_set(vm, deque, slot, retain(value));
        return true;
    }
    size_t index = ((size_t)(slot - deque->items) - deque->head) & (deque->capacity - 1);
    release(vm, deque_take_at(vm, deque, index));
    return true;
}

/* ---- + and * ------------------------------------------------------------ */

static Value concatenate(struct Interpreter *vm, Value left, Value right)
{
    if (!is_deque(vm, right))
        return raise_type_error(vm, "can only concatenate deque (not \"%T\") to deque", right);
    Value sum = deque_copy(vm, left);
    if (!is_empty(sum) && !deque_extend(vm, sum, right, false)) {
        release(vm, sum);
        return EMPTY;
    }
    return sum;
}

static Value in_place_concatenate(struct Interpreter *vm, Value self, Value other)
{
    return deque_extend(vm, self, other, false) ? retain(self) : EMPTY;
}

/* Leaves count times what the deque holds, as far as its maximum lets it. */
static bool multiply(struct Interpreter *vm, struct Deque *deque, int64_t count)
{
    size_t unit = deque->length, total;
    if (unit == 0 || count == 1)
        return true;
    if (count <= 0) {
        deque_clear(vm, deque);
        return true;
    }
    if (deque->maximum != NO_MAXIMUM && (uint64_t)count > (uint64_t)deque->maximum / unit + 2)
        count = deque->maximum / (int64_t)unit + 2; /* more rounds would only push out the same items */
    if (__builtin_mul_overflow(unit, (size_t)count, &total) || total > INT64_MAX / sizeof(Value)) {
        raise_memory_error(vm);
        return false;
    }
    uint64_t skip = deque->maximum != NO_MAXIMUM && total > (size_t)deque->maximum ? total - (size_t)deque->maximum : 0;
    Value list = list_from_iterable(vm, value_from_object(deque));
    if (is_empty(list))
        return false;
    bool done = true;
    if (skip > 0)
        deque_clear(vm, deque);
    for (size_t i = skip > 0 ? skip : unit; i < total && done; i++)
        done = deque_append(vm, deque, retain(as_list(list)->items[i % unit]));
    release(vm, list);
    return done;
}

static Value repeat(struct Interpreter *vm, Value self, int64_t count)
{
    Value result = deque_copy(vm, self);
    if (!is_empty(result) && !multiply(vm, as_deque(result), count)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value in_place_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    return multiply(vm, as_deque(self), count) ? retain(self) : EMPTY;
}

/* ---- The type ----------------------------------------------------------- */

static Value get_maximum(struct Interpreter *vm, Value self)
{
    int64_t maximum = as_deque(self)->maximum;
    return maximum == NO_MAXIMUM ? VALUE_NONE : int_new(vm, maximum);
}

static const struct NativeAttribute attributes[] = {
    {"maxlen", get_maximum, NULL, "maximum size of a deque or None if unbounded"},
    ATTRIBUTES_END,
};

const struct TypeSpec deque_type_spec = {
    .name = "collections.deque",
    .documentation = "A list-like sequence optimized for data accesses near its endpoints.",
    .instance_size = sizeof(struct Deque),
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = deque_traverse, .take = deque_take, .clear = deque_forget, .destroy = deque_destroy,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = construct, .initialize = initialize, .repr = repr, .compare = compare,
                   .iterate = iterate, .length = length, .contains = contains, .get_item = get_item,
                   .set_item = set_item, .concatenate = concatenate, .in_place_concatenate = in_place_concatenate,
                   .repeat = repeat, .in_place_repeat = in_place_repeat},
    .methods = deque_method_table,
    .attributes = attributes,
};
