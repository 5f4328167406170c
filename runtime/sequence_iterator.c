/*
 * Iterators over lists (both directions) and tuples.
 *
 * Once exhausted an iterator lets go of its sequence and stays exhausted,
 * even when the list grows again.
 */
#include "runtime/sequence_iterator.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"

/* ListIterator and TupleIterator have one layout, and so has list_reverse_iterator, whose index is one too high. */
static OWNED Value iterator_new(struct Interpreter *vm, enum TypeIndex type, Value sequence, size_t index)
{
    struct ListIterator *iterator =
        (struct ListIterator *)(void *)object_allocate(vm, builtin_type(vm, type), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->list, retain(sequence));
    iterator->index = index;
    return value_from_object(iterator);
}

OWNED Value list_iterator_new(struct Interpreter *vm, Value list)
{
    return iterator_new(vm, TYPE_list_iterator, list, 0);
}

OWNED Value list_reverse_iterator_new(struct Interpreter *vm, Value list)
{
    return iterator_new(vm, TYPE_list_reverse_iterator, list, as_list(list)->length);
}

OWNED Value tuple_iterator_new(struct Interpreter *vm, Value tuple)
{
    return iterator_new(vm, TYPE_tuple_iterator, tuple, 0);
}

static struct ListIterator *as_iterator(Value v) { return (struct ListIterator *)value_object(v); }

/* ---- next --------------------------------------------------------------- */

static Value list_next(struct Interpreter *vm, Value self)
{
    struct ListIterator *iterator = as_iterator(self);
    if (is_empty(iterator->list))
        return VALUE_END;
    struct List *list = as_list(iterator->list);
    if (LIKELY(iterator->index < list->length))
        return retain(list->items[iterator->index++]);
    slot_clear(vm, iterator, &iterator->list);
    return VALUE_END;
}

static Value list_reverse_next(struct Interpreter *vm, Value self)
{
    struct ListIterator *iterator = as_iterator(self);
    if (is_empty(iterator->list))
        return VALUE_END;
    struct List *list = as_list(iterator->list);
    if (iterator->index > 0 && iterator->index <= list->length)
        return retain(list->items[--iterator->index]);
    slot_clear(vm, iterator, &iterator->list);
    return VALUE_END;
}

static Value tuple_next(struct Interpreter *vm, Value self)
{
    struct TupleIterator *iterator = (struct TupleIterator *)value_object(self);
    if (is_empty(iterator->tuple))
        return VALUE_END;
    struct Tuple *tuple = as_tuple(iterator->tuple);
    if (LIKELY(iterator->index < tuple->length))
        return retain(tuple->items[iterator->index++]);
    slot_clear(vm, iterator, &iterator->tuple);
    return VALUE_END;
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* ---- Methods ------------------------------------------------------------ */

static size_t length_of(struct Interpreter *vm, Value sequence)
{
    return sequence_fast_length(sequence, vm);
}

static Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct ListIterator *self = as_iterator(args[0]);
    if (is_empty(self->list))
        return value_from_small_int(0);
    size_t length = length_of(vm, self->list);
    return value_from_small_int(self->index < length ? (int64_t)(length - self->index) : 0);
}

static Value reverse_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct ListIterator *self = as_iterator(args[0]);
    if (is_empty(self->list) || self->index > length_of(vm, self->list))
        return value_from_small_int(0);
    return value_from_small_int((int64_t)self->index);
}

OWNED Value reduce_with_builtin(struct Interpreter *vm, const char *builtin, STEALS Value argument, STEALS Value state)
{
    Value result = EMPTY, arguments = EMPTY, function = EMPTY;
    Value name = string_intern_cstring(vm, builtin);
    if (!is_empty(name)) {
        Value seen = vm->callbacks.current_builtins(vm), builtins = retain(is_empty(seen) ? vm->builtins : seen);
        function = object_get_item(vm, builtins, name);
        release(vm, builtins);
        if (is_empty(function) && error_matches(vm, TYPE_KeyError)) {
            error_clear(vm);
            function = raise_error(vm, TYPE_AttributeError, "%V", name);
        }
        release(vm, name);
    }
    if (!is_empty(function))
        arguments = tuple_pack(vm, (size_t)1, argument);
    if (!is_empty(arguments))
        result = is_empty(state) ? tuple_pack(vm, (size_t)2, function, arguments)
                                 : tuple_pack(vm, (size_t)3, function, arguments, state);
    release_maybe(vm, function);
    release_maybe(vm, arguments);
    release(vm, argument);
    release_maybe(vm, state);
    return result;
}

static Value reduce(struct Interpreter *vm, const Value *args, const char *builtin, int64_t index)
{
    Value sequence = as_iterator(args[0])->list;
    if (!is_empty(sequence))
        return reduce_with_builtin(vm, builtin, retain(sequence), value_from_small_int(index));
    Value nothing = object_has_type(vm, args[0], TYPE_tuple_iterator) ? tuple_new(vm, NULL, 0) : list_new(vm, 0);
    return is_empty(nothing) ? EMPTY : reduce_with_builtin(vm, builtin, nothing, EMPTY);
}

static Value reduce_forward(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reduce(vm, args, "iter", (int64_t)as_iterator(args[0])->index);
}

static Value reduce_backward(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reduce(vm, args, "reversed", (int64_t)as_iterator(args[0])->index - 1);
}

bool read_iterator_state(struct Interpreter *vm, Value v, int64_t *state)
{
    if (!is_int(vm, v))
        raise_type_error(vm, "an integer is required");
    else if (!int_fits_int64(v, state))
        raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
    else
        return true;
    return false;
}

static Value set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t index;
    struct ListIterator *self = as_iterator(args[0]);
    (void)count;
    if (!read_iterator_state(vm, args[1], &index))
        return EMPTY;
    if (is_empty(self->list))
        return VALUE_NONE;
    int64_t length = (int64_t)length_of(vm, self->list);
    if (object_has_type(vm, args[0], TYPE_list_reverse_iterator))
        self->index = (size_t)(index < -1 ? 0 : index > length - 1 ? length : index + 1);
    else
        self->index = (size_t)(index < 0 ? 0 : index > length ? length : index);
    return VALUE_NONE;
}

/* ---- The types ---------------------------------------------------------- */

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    visit(((struct ListIterator *)object)->list, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    (void)cursor;
    Value v = slot_take(vm, object, &((struct ListIterator *)object)->list);
    return is_empty(v) ? VALUE_END : v;
}

static const struct NativeMethod forward_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reduce_forward, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

static const struct NativeMethod reverse_methods[] = {
    METHOD("__length_hint__", reverse_length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reduce_backward, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

const struct TypeSpec list_iterator_type_spec = {
    .name = "list_iterator",
    .instance_size = sizeof(struct ListIterator),
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = list_next},
    .methods = forward_methods,
};

const struct TypeSpec list_reverse_iterator_type_spec = {
    .name = "list_reverseiterator",
    .instance_size = sizeof(struct ListIterator),
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = list_reverse_next},
    .methods = reverse_methods,
};

const struct TypeSpec tuple_iterator_type_spec = {
    .name = "tuple_iterator",
    .instance_size = sizeof(struct TupleIterator),
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = tuple_next},
    .methods = forward_methods,
};
