/*
 * tuple: making them, and what the heap needs to know.
 *
 * A tuple is filled before anyone else sees it and never changes afterwards;
 * so code that holds a tuple may use its items without retaining them.  The
 * empty tuple is one immortal object.
 */
#include "runtime/tuple_internal.h"

#include <stdarg.h>

#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/object.h"

#define MAXIMUM_LENGTH ((size_t)1 << 59) /* its size in bytes still fits */

static OWNED struct Tuple *allocate(struct Interpreter *vm, struct Type *type, size_t count)
{
    if (count > MAXIMUM_LENGTH) {
        raise_memory_error(vm);
        return NULL;
    }
    size_t size = offsetof(struct Tuple, items) + count * sizeof(Value) + instance_extra_size(type);
    struct Tuple *tuple = (struct Tuple *)(void *)object_allocate(vm, type, size);
    if (tuple != NULL)
        tuple->length = count;
    return tuple;
}

/* A plain tuple whose items are garbage: the caller stores all of them at once. */
static inline OWNED struct Tuple *allocate_raw(struct Interpreter *vm, size_t count)
{
    if (UNLIKELY(count > MAXIMUM_LENGTH)) {
        raise_memory_error(vm);
        return NULL;
    }
    struct Type *type = builtin_type(vm, TYPE_tuple);
    size_t size = offsetof(struct Tuple, items) + count * sizeof(Value);
    struct Tuple *tuple = (struct Tuple *)(void *)object_allocate_raw(vm, type, size);
    if (LIKELY(tuple != NULL))
        tuple->length = count;
    return tuple;
}

static OWNED Value empty_tuple(struct Interpreter *vm)
{
    if (UNLIKELY(is_empty(vm->empty_tuple))) {
        struct Tuple *tuple = allocate(vm, builtin_type(vm, TYPE_tuple), 0);
        if (tuple == NULL)
            return EMPTY;
        object_make_immortal(tuple);
        vm->empty_tuple = value_from_object(tuple);
    }
    return retain(vm->empty_tuple);
}

OWNED Value tuple_new_empty(struct Interpreter *vm, size_t count)
{
    struct Tuple *tuple = allocate(vm, builtin_type(vm, TYPE_tuple), count);
    return tuple != NULL ? value_from_object(tuple) : EMPTY;
}

OWNED Value tuple_new_of_type(struct Interpreter *vm, struct Type *type, const Value *items, size_t count)
{
    struct Tuple *tuple = allocate(vm, type, count);
    if (tuple == NULL)
        return EMPTY;
    slots_init_retained(vm, tuple, tuple->items, items, count);
    return value_from_object(tuple);
}

OWNED Value tuple_new(struct Interpreter *vm, const Value *items, size_t count)
{
    if (count == 0)
        return empty_tuple(vm);
    struct Tuple *tuple = allocate_raw(vm, count);
    if (tuple == NULL)
        return EMPTY;
    slots_init_retained(vm, tuple, tuple->items, items, count);
    return value_from_object(tuple);
}

OWNED Value tuple_from_stolen(struct Interpreter *vm, Value *items, size_t count)
{
    if (count == 0)
        return empty_tuple(vm);
    struct Tuple *tuple = allocate_raw(vm, count);
    if (tuple == NULL) {
        while (count > 0)
            release(vm, items[--count]);
        return EMPTY;
    }
    slots_init(vm, tuple, tuple->items, items, count);
    return value_from_object(tuple);
}

OWNED Value tuple_pack(struct Interpreter *vm, size_t count, ...)
{
    if (count == 0)
        return empty_tuple(vm);
    struct Tuple *tuple = allocate_raw(vm, count);
    if (tuple == NULL)
        return EMPTY;
    va_list items;
    va_start(items, count);
    for (size_t i = 0; i < count; i++)
        slot_init(vm, tuple, &tuple->items[i], retain(va_arg(items, Value)));
    va_end(items);
    return value_from_object(tuple);
}

OWNED Value list_to_tuple(struct Interpreter *vm, Value list)
{
    return tuple_new(vm, as_list(list)->items, as_list(list)->length);
}

/* The list is nobody else's: its items move over. */
static OWNED Value tuple_from_own_list(struct Interpreter *vm, STEALS Value list)
{
    struct List *from = as_list(list);
    if (from->length == 0) {
        release(vm, list);
        return empty_tuple(vm);
    }
    struct Tuple *tuple = allocate(vm, builtin_type(vm, TYPE_tuple), from->length);
    if (tuple != NULL) {
        for (size_t i = 0; i < from->length; i++)
            slot_init(vm, tuple, &tuple->items[i], slot_take(vm, from, &from->items[i]));
        from->length = 0;
    }
    release(vm, list);
    return tuple != NULL ? value_from_object(tuple) : EMPTY;
}

OWNED Value tuple_from_iterable(struct Interpreter *vm, Value iterable)
{
    if (is_exact_tuple(vm, iterable))
        return retain(iterable);
    if (is_exact_list(vm, iterable))
        return list_to_tuple(vm, iterable);
    Value list = list_from_iterable(vm, iterable);
    return is_empty(list) ? EMPTY : tuple_from_own_list(vm, list);
}

OWNED Value tuple_slice(struct Interpreter *vm, Value tuple, size_t start, size_t end)
{
    struct Tuple *self = as_tuple(tuple);
    if (start == 0 && end == self->length && is_exact_tuple(vm, tuple))
        return retain(tuple);
    return tuple_new(vm, self->items + start, end > start ? end - start : 0);
}

bool sequence_fast(struct Interpreter *vm, Value v, const char *error_message, Value *holder)
{
    if (is_list(vm, v) || is_tuple(vm, v)) {
        *holder = retain(v);
        return true;
    }
    Value iterator = object_iterate(vm, v);
    if (is_empty(iterator)) {
        if (error_matches(vm, TYPE_TypeError)) {
            error_clear(vm);
            raise_type_error(vm, "%s", error_message);
        }
        return false;
    }
    *holder = list_from_iterable(vm, iterator);
    release(vm, iterator);
    return !is_empty(*holder);
}

/* ---- What the heap needs ------------------------------------------------ */

void tuple_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Tuple *self = (struct Tuple *)object;
    for (size_t i = 0; i < self->length; i++)
        visit(self->items[i], context);
}

OWNED Value tuple_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Tuple *self = (struct Tuple *)object;
    while (*cursor < self->length) {
        Value v = slot_take(vm, self, &self->items[self->length - ++*cursor]);
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

/* A cycle through tuples contains something that can change; that is where it is broken. */
void tuple_forget(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    (void)object;
}
