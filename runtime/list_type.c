/*
 * list: its operations.
 *
 * Comparing, repr and searching may run Python code that changes the list, so
 * each item is retained while it is used, and the length is read again.
 */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/list_internal.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string.h"

/* ---- Making ------------------------------------------------------------- */

static Value list_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                            Value names)
{
    (void)args;
    (void)positional;
    (void)names;
    struct Object *list = object_allocate(vm, type, type->instance_size);
    return list != NULL ? value_from_object(list) : EMPTY;
}

static bool list_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    bool own_new = value_type(vm, self)->operations.construct != list_construct;
    if ((!own_new && !check_no_keywords(vm, "list", names)) || !check_positional(vm, "list", positional, 0, 1))
        return false;
    if (as_list(self)->length > 0)
        list_clear(vm, self);
    return positional == 0 || list_extend(vm, self, args[0]);
}

/* ---- Text --------------------------------------------------------------- */

static bool repr_items(struct Interpreter *vm, struct List *self, struct StringBuilder *builder)
{
    for (size_t i = 0; i < self->length; i++) {
        if (i > 0 && !builder_add_cstring(builder, ", "))
            return false;
        Value item = retain(self->items[i]);
        bool ok = builder_add_repr(builder, item);
        release(vm, item);
        if (!ok)
            return false;
    }
    return true;
}

static Value list_repr(struct Interpreter *vm, Value self)
{
    if (as_list(self)->length == 0)
        return string_from_cstring(vm, "[]");
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "[...]") : EMPTY;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool ok = builder_add_char(&builder, '[') && repr_items(vm, as_list(self), &builder)
              && builder_add_char(&builder, ']');
    repr_leave(vm, self);
    if (ok)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Comparison --------------------------------------------------------- */

/* 1: items[i] of both are equal, 0: they differ, -1: raised. */
static int items_equal(struct Interpreter *vm, struct List *a, struct List *b, size_t i)
{
    Value left = a->items[i], right = b->items[i];
    if (value_same(left, right))
        return 1;
    if (are_small_ints(left, right))
        return 0;
    retain(left);
    retain(right);
    int equal = values_equal(vm, left, right);
    release(vm, left);
    release(vm, right);
    return equal;
}

static Value list_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_list(vm, self) || !is_list(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    struct List *a = as_list(self), *b = as_list(other);
    bool equality = operation == COMPARE_EQ || operation == COMPARE_NE;
    if (equality && a->length != b->length)
        return value_from_bool(operation == COMPARE_NE);
    size_t i = 0;
    for (; i < a->length && i < b->length; i++) {
        int equal = items_equal(vm, a, b, i);
        if (equal < 0)
            return EMPTY;
        if (equal == 0)
            break;
    }
    if (i >= a->length || i >= b->length)
        return compare_lengths(a->length, b->length, operation);
    if (equality)
        return value_from_bool(operation == COMPARE_NE);
    Value left = retain(a->items[i]), right = retain(b->items[i]);
    Value result = object_compare(vm, left, right, operation);
    release(vm, left);
    release(vm, right);
    return result;
}

/* ---- Items -------------------------------------------------------------- */

static int64_t list_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_list(self)->length;
}

static int list_contains(struct Interpreter *vm, Value self, Value item)
{
    struct List *list = as_list(self);
    for (size_t i = 0; i < list->length; i++) {
        Value candidate = list->items[i];
        if (value_same(candidate, item))
            return 1;
        if (are_small_ints(candidate, item))
            continue;
        retain(candidate);
        int equal = values_equal(vm, candidate, item);
        release(vm, candidate);
        if (equal != 0)
            return equal;
    }
    return 0;
}

/* An index from a key that is no slice; false: raised. The length may change while __index__ runs. */
static bool key_index(struct Interpreter *vm, Value key, int64_t *index)
{
    if (is_small_int(key)) {
        *index = small_int(key);
        return true;
    }
    if (value_type(vm, key)->operations.index == NULL) {
        raise_type_error(vm, "list indices must be integers or slices, not %T", key);
        return false;
    }
    return object_as_int64(vm, key, TYPE_IndexError, index);
}

static Value list_get_item(struct Interpreter *vm, Value self, Value key)
{
    int64_t index, stop, step;
    struct List *list = as_list(self);
    if (object_has_type(vm, key, TYPE_slice)) {
        if (!slice_unpack(vm, key, &index, &stop, &step))
            return EMPTY;
        int64_t count = slice_adjust((int64_t)list->length, &index, &stop, step);
        return list_slice(vm, self, index, step, count);
    }
    if (!key_index(vm, key, &index))
        return EMPTY;
    if (!index_in_range(&index, (int64_t)list->length))
        return raise_error(vm, TYPE_IndexError, "list index out of range");
    return retain(list->items[index]);
}

static bool list_set_item(struct Interpreter *vm, Value self, Value key, Value value)
{
    int64_t index;
    struct List *list = as_list(self);
    if (object_has_type(vm, key, TYPE_slice))
        return list_assign_slice(vm, self, key, value);
    if (!key_index(vm, key, &index))
        return false;
    if (!index_in_range(&index, (int64_t)list->length)) {
        raise_error(vm, TYPE_IndexError, "list assignment index out of range");
        return false;
    }
    if (is_empty(value))
        release(vm, list_pop_at(vm, self, (size_t)index));
    else
        slot_set(vm, list, &list->items[index], retain(value));
    return true;
}

static Value list_iterate(struct Interpreter *vm, Value self)
{
    return list_iterator_new(vm, self);
}

/* ---- + and * ------------------------------------------------------------ */

static Value list_concatenate(struct Interpreter *vm, Value left, Value right)
{
    if (!is_list(vm, right))
        return raise_type_error(vm, "can only concatenate list (not \"%T\") to list", right);
    struct List *a = as_list(left), *b = as_list(right);
    Value result = list_new(vm, a->length + b->length);
    if (is_empty(result))
        return EMPTY;
    struct List *sum = as_list(result);
    slots_init_retained(vm, sum, sum->items, a->items, a->length);
    slots_init_retained(vm, sum, sum->items + a->length, b->items, b->length);
    sum->length = a->length + b->length;
    return result;
}

/* Appends count - 1 more copies of what the list holds. */
static bool multiply(struct Interpreter *vm, struct List *list, struct List *source, int64_t count)
{
    size_t unit = source->length, total;
    if (count <= 0 || unit == 0)
        return true;
    if (__builtin_mul_overflow(unit, (size_t)count, &total)) {
        raise_memory_error(vm);
        return false;
    }
    if (!list_reserve_exact(vm, list, total))
        return false;
    for (size_t done = list->length; done < total; done += unit)
        slots_init_retained(vm, list, list->items + done, source->items, unit);
    list->length = total;
    return true;
}

static Value list_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    Value result = list_new(vm, 0);
    if (!is_empty(result) && !multiply(vm, as_list(result), as_list(self), count)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value list_in_place_concatenate(struct Interpreter *vm, Value self, Value other)
{
    return list_extend(vm, self, other) ? retain(self) : EMPTY;
}

static Value list_in_place_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    if (count <= 0)
        list_clear(vm, self);
    else if (!multiply(vm, as_list(self), as_list(self), count))
        return EMPTY;
    return retain(self);
}

const struct TypeSpec list_type_spec = {
    .name = "list",
    .documentation = "list(iterable=(), /)\n--\n\n"
                     "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\n"
                     "The argument must be an iterable if specified.",
    .instance_size = sizeof(struct List),
    .flags = TYPE_BASE | TYPE_SEQUENCE | TYPE_SUBCLASS_LIST,
    .memory = {.traverse = list_traverse,
               .take = list_take,
               .clear = list_forget,
               .destroy = list_destroy,
               .kind = OBJECT_CONTAINER},
    .operations = {
        .construct = list_construct,
        .initialize = list_initialize,
        .repr = list_repr,
        .compare = list_compare,
        .iterate = list_iterate,
        .length = list_length,
        .contains = list_contains,
        .get_item = list_get_item,
        .set_item = list_set_item,
        .concatenate = list_concatenate,
        .repeat = list_repeat,
        .in_place_concatenate = list_in_place_concatenate,
        .in_place_repeat = list_in_place_repeat,
    },
    .methods = list_method_table,
};
