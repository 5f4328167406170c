/*
 * Iterators that count: over __getitem__, over a callable, enumerate and
 * reversed.
 */
#include "runtime/builtin_reduce.h"
#include "runtime/iterators.h"

#include "runtime/arguments.h"
#include "runtime/exception.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/pair.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string.h"

/* ---- Shared ------------------------------------------------------------- */

Value end_if_stopped(struct Interpreter *vm)
{
    if (!error_matches(vm, TYPE_StopIteration))
        return EMPTY;
    Value stop = error_take(vm);
    Value result = exception_field(stop, STOP_ITERATION_VALUE);
    release_maybe(vm, vm->iteration_result);
    vm->iteration_result = is_none(result) ? EMPTY : retain(result);
    release(vm, stop);
    return VALUE_END;
}

void values_traverse(struct Object *object, size_t count, VisitFunction visit, void *context)
{
    Value *values = (Value *)(void *)(object + 1);
    for (size_t i = 0; i < count; i++)
        visit(values[i], context);
}

OWNED Value values_take(struct Interpreter *vm, struct Object *object, size_t count, size_t *cursor)
{
    Value *values = (Value *)(void *)(object + 1);
    while (*cursor < count) {
        Value v = slot_take(vm, object, &values[(*cursor)++]);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

void nothing_to_clear(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    (void)object;
}

static void one_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 1, visit, context);
}

static OWNED Value one_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 1, cursor);
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* ---- iterator: sequence[0], sequence[1] … until IndexError -------------- */

static struct IndexIterator *as_index_iterator(Value v) { return (struct IndexIterator *)value_object(v); }

OWNED Value sequence_iterator_new(struct Interpreter *vm, Value sequence)
{
    struct Type *type = builtin_type(vm, TYPE_iterator);
    struct IndexIterator *iterator = (struct IndexIterator *)(void *)object_allocate(vm, type, sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->sequence, retain(sequence));
    return value_from_object(iterator);
}

/* The item at index; END when the sequence says there is none. */
static Value item_or_end(struct Interpreter *vm, struct IndexIterator *self)
{
    Value index = int_new(vm, self->index);
    if (is_empty(index))
        return EMPTY;
    Value sequence = retain(self->sequence);
    Value item = object_get_item(vm, sequence, index);
    release(vm, sequence);
    release(vm, index);
    if (!is_empty(item))
        return item;
    if (!error_matches(vm, TYPE_IndexError) && !error_matches(vm, TYPE_StopIteration))
        return EMPTY;
    error_clear(vm);
    slot_clear(vm, self, &self->sequence);
    return VALUE_END;
}

static Value iterator_next_item(struct Interpreter *vm, Value self)
{
    struct IndexIterator *iterator = as_index_iterator(self);
    if (is_empty(iterator->sequence))
        return VALUE_END;
    if (iterator->index == INT64_MAX)
        return raise_error(vm, TYPE_OverflowError, "iter index too large");
    Value item = item_or_end(vm, iterator);
    if (!is_empty(item) && !is_end(item))
        iterator->index++;
    return item;
}

static Value iterator_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct IndexIterator *self = as_index_iterator(args[0]);
    (void)count;
    if (is_empty(self->sequence))
        return value_from_small_int(0);
    if (value_type(vm, self->sequence)->operations.length == NULL)
        return VALUE_NOT_IMPLEMENTED;
    int64_t length = object_length(vm, self->sequence);
    return length < 0 ? EMPTY : int_new(vm, length > self->index ? length - self->index : 0);
}

static Value iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct IndexIterator *self = as_index_iterator(args[0]);
    (void)count;
    if (!is_empty(self->sequence))
        return reduce_with_builtin(vm, "iter", retain(self->sequence), value_from_small_int(self->index));
    Value nothing = tuple_new(vm, NULL, 0);
    return is_empty(nothing) ? EMPTY : reduce_with_builtin(vm, "iter", nothing, EMPTY);
}

static Value iterator_set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    struct IndexIterator *self = as_index_iterator(args[0]);
    int64_t index;
    (void)count;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &index))
        return EMPTY;
    if (!is_empty(self->sequence))
        self->index = index < 0 ? 0 : index;
    return VALUE_NONE;
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", iterator_length_hint, 0, 0, "",
           "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", iterator_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", iterator_set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

const struct TypeSpec iterator_type_spec = {
    .name = "iterator",
    .instance_size = sizeof(struct IndexIterator),
    .memory = {.traverse = one_traverse, .take = one_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = iterator_next_item},
    .methods = iterator_methods,
};

/* ---- reversed ----------------------------------------------------------- */

static Value reversed_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    if (!check_no_keywords_new(vm, type, TYPE_reversed, names)
        || !check_positional(vm, "reversed", positional, 1, 1))
        return EMPTY;
    Value sequence = args[0];
    if (is_exact_list(vm, sequence))
        return list_reverse_iterator_new(vm, sequence);
    Value method = type_lookup_special(vm, sequence, NAME(vm, __reversed__));
    if (is_empty(method))
        return EMPTY;
    if (!is_absent(method) && !is_none(method)) {
        Value result = object_call_0(vm, method);
        release(vm, method);
        return result;
    }
    struct Type *source = value_type(vm, sequence);
    if (is_none(method) || source->operations.get_item == NULL || source->flags & TYPE_SUBCLASS_DICT)
        return raise_type_error(vm, "'%T' object is not reversible", sequence);
    int64_t length = object_length(vm, sequence);
    if (length < 0)
        return EMPTY;
    struct IndexIterator *iterator =
        (struct IndexIterator *)(void *)object_allocate(vm, type, type->instance_size);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->sequence, retain(sequence));
    iterator->index = length - 1;
    return value_from_object(iterator);
}

static Value reversed_next(struct Interpreter *vm, Value self)
{
    struct IndexIterator *iterator = as_index_iterator(self);
    if (is_empty(iterator->sequence))
        return VALUE_END;
    if (iterator->index < 0) {
        slot_clear(vm, iterator, &iterator->sequence);
        return VALUE_END;
    }
    Value item = item_or_end(vm, iterator);
    if (!is_empty(item) && !is_end(item))
        iterator->index--;
    return item;
}

static Value reversed_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct IndexIterator *self = as_index_iterator(args[0]);
    (void)count;
    if (is_empty(self->sequence))
        return value_from_small_int(0);
    int64_t length = object_length(vm, self->sequence);
    if (length < 0)
        return EMPTY;
    return int_new(vm, length < self->index + 1 ? 0 : self->index + 1);
}

static Value reversed_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct IndexIterator *self = as_index_iterator(args[0]);
    (void)count;
    Value sequence = is_empty(self->sequence) ? tuple_new(vm, NULL, 0) : retain(self->sequence);
    if (is_empty(sequence))
        return EMPTY;
    Value arguments = tuple_pack(vm, (size_t)1, sequence), result = EMPTY;
    release(vm, sequence);
    if (is_empty(arguments))
        return EMPTY;
    Value type = value_from_object(value_type(vm, args[0]));
    if (is_empty(self->sequence))
        result = tuple_pack(vm, (size_t)2, type, arguments);
    else
        result = tuple_pack(vm, (size_t)3, type, arguments, value_from_small_int(self->index));
    release(vm, arguments);
    return result;
}

static Value reversed_set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    struct IndexIterator *self = as_index_iterator(args[0]);
    int64_t index;
    (void)count;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &index))
        return EMPTY;
    if (is_empty(self->sequence))
        return VALUE_NONE;
    int64_t length = object_length(vm, self->sequence);
    if (length < 0)
        return EMPTY;
    self->index = index < -1 ? -1 : index > length - 1 ? length - 1 : index;
    return VALUE_NONE;
}

static const struct NativeMethod reversed_methods[] = {
    METHOD("__length_hint__", reversed_length_hint, 0, 0, "",
           "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reversed_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", reversed_set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

const struct TypeSpec reversed_type_spec = {
    .name = "reversed",
    .documentation = "reversed(sequence, /)\n--\n\n"
                     "Return a reverse iterator over the values of the given sequence.",
    .instance_size = sizeof(struct IndexIterator),
    .flags = TYPE_BASE,
    .memory = {.traverse = one_traverse, .take = one_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = reversed_construct, .iterate = iterate_self, .next = reversed_next},
    .methods = reversed_methods,
};

/* ---- iter(callable, sentinel) ------------------------------------------- */

OWNED Value callable_iterator_new(struct Interpreter *vm, Value callable, Value sentinel)
{
    struct CallableIterator *iterator = (struct CallableIterator *)(void *)object_allocate(
        vm, builtin_type(vm, TYPE_callable_iterator), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->callable, retain(callable));
    slot_init(vm, iterator, &iterator->sentinel, retain(sentinel));
    return value_from_object(iterator);
}

static Value exhaust(struct Interpreter *vm, struct CallableIterator *self)
{
    slot_clear(vm, self, &self->callable);
    slot_clear(vm, self, &self->sentinel);
    return VALUE_END;
}

static Value callable_iterator_next(struct Interpreter *vm, Value self)
{
    struct CallableIterator *iterator = (struct CallableIterator *)value_object(self);
    if (is_empty(iterator->callable))
        return VALUE_END;
    Value callable = retain(iterator->callable), sentinel = retain(iterator->sentinel);
    Value item = object_call_0(vm, callable);
    if (is_empty(item)) {
        item = end_if_stopped(vm);
        if (is_end(item))
            exhaust(vm, iterator);
    } else if (is_empty(iterator->callable)) { /* it was used up by the call */
        release(vm, item);
        item = VALUE_END;
    } else {
        int equal = object_equals(vm, sentinel, item);
        if (equal != 0) {
            release(vm, item);
            item = equal > 0 ? exhaust(vm, iterator) : EMPTY;
        }
    }
    release(vm, callable);
    release(vm, sentinel);
    return item;
}

static void callable_iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 2, visit, context);
}

static OWNED Value callable_iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 2, cursor);
}

const struct TypeSpec callable_iterator_type_spec = {
    .name = "callable_iterator",
    .instance_size = sizeof(struct CallableIterator),
    .memory = {.traverse = callable_iterator_traverse, .take = callable_iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = callable_iterator_next},
    .methods = callable_iterator_methods,
};

/* ---- enumerate ---------------------------------------------------------- */

/* Fills bound[] with iterable and start; CPython parses this call by hand and words its errors so. */
static bool enumerate_arguments(struct Interpreter *vm, const Value *args, size_t positional, Value names,
                                Value bound[2])
{
    size_t total = positional + keyword_count(names);
    if (total > 2) {
        raise_type_error(vm, "enumerate() takes at most 2 arguments (%zu given)", total);
        return false;
    }
    for (size_t i = 0; i < positional; i++)
        bound[i] = args[i];
    for (size_t i = 0; i < keyword_count(names); i++) {
        Value name = as_tuple(names)->items[i];
        size_t place = string_equals_cstring(name, "iterable") ? 0 : string_equals_cstring(name, "start") ? 1 : 2;
        if (place == 2 || place < positional) {
            raise_type_error(vm, "'%V' is an invalid keyword argument for enumerate()", name);
            return false;
        }
        bound[place] = args[positional + i];
    }
    if (is_absent(bound[0]))
        raise_type_error(vm, "enumerate() missing required argument 'iterable'");
    return !is_absent(bound[0]);
}

static Value enumerate_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    Value bound[2] = {VALUE_ABSENT, VALUE_ABSENT};
    if (!enumerate_arguments(vm, args, positional, names, bound))
        return EMPTY;
    Value start = is_absent(bound[1]) ? value_from_small_int(0) : object_index(vm, bound[1]);
    if (is_empty(start))
        return EMPTY;
    Value iterator = object_iterate(vm, bound[0]);
    struct Enumerate *self = NULL;
    if (!is_empty(iterator))
        self = (struct Enumerate *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release_maybe(vm, iterator);
        release(vm, start);
        return EMPTY;
    }
    slot_init(vm, self, &self->iterator, iterator);
    slot_init(vm, self, &self->next, start);
    return value_from_object(self);
}

static Value enumerate_next(struct Interpreter *vm, Value self)
{
    struct Enumerate *enumerate = (struct Enumerate *)value_object(self);
    Value item = next_through(vm, enumerate->iterator);
    if (is_empty(item) || is_end(item))
        return item;
    Value number = enumerate->next, following;
    if (!is_small_int(number) || !small_int_add(number, value_from_small_int(1), &following)) {
        following = int_binary(vm, BINARY_ADD, number, value_from_small_int(1));
        if (is_empty(following)) {
            release(vm, item);
            return EMPTY;
        }
    }
    number = slot_take(vm, enumerate, &enumerate->next);
    slot_init(vm, enumerate, &enumerate->next, following);
    return pair_reuse(vm, enumerate, &enumerate->pair, number, item);
}

static Value enumerate_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Enumerate *self = (struct Enumerate *)value_object(args[0]);
    (void)count;
    Value state = tuple_pack(vm, (size_t)2, self->iterator, self->next);
    if (is_empty(state))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), state);
    release(vm, state);
    return result;
}

static void enumerate_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 3, visit, context);
}

static OWNED Value enumerate_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 3, cursor);
}

static const struct NativeMethod enumerate_methods[] = {
    METHOD("__reduce__", enumerate_reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

/* CPython's enumerate carries the pair it hands out from the start. */
static size_t enumerate_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    return is_empty(((struct Enumerate *)object)->pair) ? 2 : 1;
}

const struct TypeSpec enumerate_type_spec = {
    .name = "enumerate",
    .documentation = "enumerate(iterable, start=0)\n--\n\n"
                     "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n"
                     "The enumerate object yields pairs containing a count (from start, which\n"
                     "defaults to zero) and a value yielded by the iterable argument.\n\n"
                     "enumerate is useful for obtaining an indexed list:\n"
                     "    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    .instance_size = sizeof(struct Enumerate),
    .flags = TYPE_BASE,
    .memory = {.traverse = enumerate_traverse,
               .take = enumerate_take,
               .weigh = enumerate_weight,
               .clear = nothing_to_clear,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = enumerate_construct, .iterate = iterate_self, .next = enumerate_next},
    .methods = enumerate_methods,
};
