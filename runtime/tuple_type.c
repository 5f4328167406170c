/* tuple: its operations and methods. */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string.h"
#include "runtime/tracking.h"
#include "runtime/tuple_internal.h"

/* ---- Making ------------------------------------------------------------- */

static Value tuple_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    bool exact = type == builtin_type(vm, TYPE_tuple);
    if (!check_no_keywords_new(vm, type, TYPE_tuple, names) || !check_positional(vm, "tuple", positional, 0, 1))
        return EMPTY;
    Value tuple = positional == 0 ? tuple_new(vm, NULL, 0) : tuple_from_iterable(vm, args[0]);
    if (exact || is_empty(tuple))
        return tuple;
    Value result = tuple_new_of_type(vm, type, as_tuple(tuple)->items, tuple_length(tuple));
    release(vm, tuple);
    return result;
}

/* ---- Text --------------------------------------------------------------- */

static bool repr_items(struct Tuple *self, struct StringBuilder *builder)
{
    for (size_t i = 0; i < self->length; i++)
        if ((i > 0 && !builder_add_cstring(builder, ", ")) || !builder_add_repr(builder, self->items[i]))
            return false;
    return self->length != 1 || builder_add_char(builder, ',');
}

static Value tuple_repr(struct Interpreter *vm, Value self)
{
    if (as_tuple(self)->length == 0)
        return string_from_cstring(vm, "()");
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "(...)") : EMPTY;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool ok = builder_add_char(&builder, '(') && repr_items(as_tuple(self), &builder)
              && builder_add_char(&builder, ')');
    repr_leave(vm, self);
    if (ok)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Comparison and hash ------------------------------------------------ */

static Value tuple_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_tuple(vm, self) || !is_tuple(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    const struct Tuple *a = as_tuple(self), *b = as_tuple(other);
    size_t i = 0;
    for (; i < a->length && i < b->length; i++) {
        int equal = values_equal(vm, a->items[i], b->items[i]);
        if (equal < 0)
            return EMPTY;
        if (equal == 0)
            break;
    }
    if (i >= a->length || i >= b->length)
        return compare_lengths(a->length, b->length, operation);
    if (operation == COMPARE_EQ || operation == COMPARE_NE)
        return value_from_bool(operation == COMPARE_NE);
    return object_compare(vm, a->items[i], b->items[i], operation);
}

/* The lanes of xxHash, which CPython uses, so that hashes (and the order of sets) are the same. */
bool tuple_hash_items(struct Interpreter *vm, const Value *items, size_t count, bool with_length, int64_t *hash)
{
    const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u, prime5 = 2870177450012600261u;
    uint64_t sum = prime5;
    if (!vm_enter_nested(vm, " while hashing an object"))
        return false;
    for (size_t i = 0; i < count; i++) {
        int64_t lane;
        if (!value_hash(vm, items[i], &lane))
            return false;
        sum += (uint64_t)lane * prime2;
        sum = (sum << 31) | (sum >> 33);
        sum *= prime1;
    }
    if (with_length)
        sum += count ^ (prime5 ^ 3527539u);
    *hash = sum == UINT64_MAX ? 1546275796 : (int64_t)sum;
    return true;
}

static bool tuple_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    if (!vm_enter_recursion(vm, ""))
        return false;
    bool hashed = tuple_hash_items(vm, as_tuple(self)->items, as_tuple(self)->length, true, hash);
    vm_leave_recursion(vm);
    return hashed;
}

/* ---- Items -------------------------------------------------------------- */

static int64_t tuple_length_operation(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_tuple(self)->length;
}

static int tuple_contains(struct Interpreter *vm, Value self, Value item)
{
    const struct Tuple *tuple = as_tuple(self);
    for (size_t i = 0; i < tuple->length; i++) {
        int equal = values_equal(vm, tuple->items[i], item);
        if (equal != 0)
            return equal;
    }
    return 0;
}

static Value sliced(struct Interpreter *vm, Value self, Value slice)
{
    int64_t start, stop, step, count;
    const struct Tuple *tuple = as_tuple(self);
    if (!slice_resolve(vm, slice, (int64_t)tuple->length, &start, &stop, &step, &count))
        return EMPTY;
    if (step == 1 || count == 0)
        return tuple_slice(vm, self, (size_t)start, (size_t)(start + count));
    Value result = tuple_new_empty(vm, (size_t)count);
    if (is_empty(result))
        return EMPTY;
    for (int64_t i = 0; i < count; i++)
        slot_init(vm, as_tuple(result), &as_tuple(result)->items[i], retain(tuple->items[start + i * step]));
    return result;
}

static Value tuple_get_item(struct Interpreter *vm, Value self, Value key)
{
    int64_t index;
    const struct Tuple *tuple = as_tuple(self);
    if (is_small_int(key)) {
        index = small_int(key);
    } else {
        if (object_has_type(vm, key, TYPE_slice))
            return sliced(vm, self, key);
        if (value_type(vm, key)->operations.index == NULL)
            return raise_type_error(vm, "tuple indices must be integers or slices, not %T", key);
        if (!object_as_int64(vm, key, TYPE_IndexError, &index))
            return EMPTY;
    }
    if (!index_in_range(&index, (int64_t)tuple->length))
        return raise_error(vm, TYPE_IndexError, "tuple index out of range");
    return retain(tuple->items[index]);
}

static Value tuple_iterate(struct Interpreter *vm, Value self)
{
    return tuple_iterator_new(vm, self);
}

/* ---- + and * ------------------------------------------------------------ */

static Value tuple_concatenate(struct Interpreter *vm, Value left, Value right)
{
    if (!is_tuple(vm, right))
        return raise_type_error(vm, "can only concatenate tuple (not \"%T\") to tuple", right);
    const struct Tuple *a = as_tuple(left), *b = as_tuple(right);
    if (b->length == 0 && is_exact_tuple(vm, left))
        return retain(left);
    if (a->length == 0 && is_exact_tuple(vm, right))
        return retain(right);
    if (a->length + b->length == 0)
        return tuple_new(vm, NULL, 0);
    Value result = tuple_new_empty(vm, a->length + b->length);
    if (is_empty(result))
        return EMPTY;
    struct Tuple *sum = as_tuple(result);
    slots_init_retained(vm, sum, sum->items, a->items, a->length);
    slots_init_retained(vm, sum, sum->items + a->length, b->items, b->length);
    return result;
}

static Value tuple_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    const struct Tuple *tuple = as_tuple(self);
    size_t unit = tuple->length, total;
    if (count == 1 && is_exact_tuple(vm, self))
        return retain(self);
    if (count <= 0 || unit == 0)
        return tuple_new(vm, NULL, 0);
    if (__builtin_mul_overflow(unit, (size_t)count, &total))
        return raise_memory_error(vm);
    Value result = tuple_new_empty(vm, total);
    if (is_empty(result))
        return EMPTY;
    struct Tuple *product = as_tuple(result);
    for (size_t done = 0; done < total; done += unit)
        slots_init_retained(vm, product, product->items + done, tuple->items, unit);
    return result;
}

/* ---- Methods ------------------------------------------------------------ */

static Value tuple_count(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t found = 0;
    const struct Tuple *self = as_tuple(args[0]);
    (void)count;
    for (size_t i = 0; i < self->length; i++) {
        int equal = values_equal(vm, self->items[i], args[1]);
        if (equal < 0)
            return EMPTY;
        found += equal;
    }
    return value_from_small_int(found);
}

static Value tuple_index(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t start = 0, stop = INT64_MAX;
    const struct Tuple *self = as_tuple(args[0]);
    if ((count > 2 && !slice_bound(vm, args[2], false, &start))
        || (count > 3 && !slice_bound(vm, args[3], false, &stop)))
        return EMPTY;
    slice_clamp((int64_t)self->length, &start, &stop);
    for (int64_t i = start; i < stop; i++) {
        int equal = values_equal(vm, self->items[i], args[1]);
        if (equal != 0)
            return equal > 0 ? value_from_small_int(i) : EMPTY;
    }
    return raise_value_error(vm, "tuple.index(x): x not in tuple");
}

static Value tuple_get_new_arguments(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value plain = tuple_new(vm, as_tuple(args[0])->items, as_tuple(args[0])->length);
    if (is_empty(plain))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)1, plain);
    release(vm, plain);
    return result;
}

static const struct NativeMethod tuple_methods[] = {
    METHOD("__getnewargs__", tuple_get_new_arguments, 0, 0, "", NULL),
    METHOD("count", tuple_count, 1, 1, "value, /", "Return number of occurrences of value."),
    METHOD("index", tuple_index, 1, 3, "value, start=0, stop=sys.maxsize, /",
           "Return first index of value.\n\nRaises ValueError if the value is not present."),
    METHODS_END,
};

const struct TypeSpec tuple_type_spec = {
    .name = "tuple",
    .documentation = "tuple(iterable=(), /)\n--\n\n"
                     "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\n"
                     "If iterable is specified the tuple is initialized from iterable's items.\n\n"
                     "If the argument is a tuple, the return value is the same object.",
    .instance_size = sizeof(struct Tuple),
    .flags = TYPE_BASE | TYPE_VARIABLE_SIZE | TYPE_SEQUENCE | TYPE_SUBCLASS_TUPLE,
    .memory = {.traverse = tuple_traverse, .take = tuple_take, .clear = tuple_forget, .weigh = tracked_weight, .kind = OBJECT_CONTAINER},
    .operations = {
        .construct = tuple_construct,
        .repr = tuple_repr,
        .hash = tuple_hash,
        .compare = tuple_compare,
        .iterate = tuple_iterate,
        .length = tuple_length_operation,
        .contains = tuple_contains,
        .get_item = tuple_get_item,
        .concatenate = tuple_concatenate,
        .repeat = tuple_repeat,
    },
    .methods = tuple_methods,
};
