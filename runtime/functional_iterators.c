/* zip, map and filter. */
#include "runtime/arguments.h"
#include "runtime/iterators.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { FEW_ARGUMENTS = 6 };

/* A tuple of Nones: Python code that runs while it is filled may come across it. count > 0. */
static OWNED Value tuple_of_nones(struct Interpreter *vm, size_t count)
{
    Value tuple = tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(tuple); i++)
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], VALUE_NONE);
    return tuple;
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* A tuple of an iterator for each of the arguments. */
static OWNED Value iterators_of(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 0)
        return tuple_new(vm, NULL, 0);
    Value iterators = tuple_of_nones(vm, count);
    for (size_t i = 0; i < count && !is_empty(iterators); i++) {
        Value iterator = object_iterate(vm, args[i]);
        if (is_empty(iterator)) {
            release(vm, iterators);
            return EMPTY;
        }
        slot_set(vm, as_tuple(iterators), &as_tuple(iterators)->items[i], iterator);
    }
    return iterators;
}

/* (class, (first, *iterators)); first EMPTY: left out. */
static OWNED Value reduce_iterators(struct Interpreter *vm, Value self, Value first, Value iterators)
{
    size_t extra = is_empty(first) ? 0 : 1, count = tuple_length(iterators);
    Value arguments = count + extra == 0 ? tuple_new(vm, NULL, 0) : tuple_new_empty(vm, count + extra);
    if (is_empty(arguments))
        return EMPTY;
    struct Tuple *tuple = as_tuple(arguments);
    if (extra)
        slot_init(vm, tuple, &tuple->items[0], retain(first));
    for (size_t i = 0; i < count; i++)
        slot_init(vm, tuple, &tuple->items[i + extra], retain(as_tuple(iterators)->items[i]));
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, self)), arguments);
    release(vm, arguments);
    return result;
}

/* ---- zip ---------------------------------------------------------------- */

static struct Zip *as_zip(Value v) { return (struct Zip *)value_object(v); }

static bool zip_strictness(struct Interpreter *vm, const Value *args, size_t positional, Value names, bool *strict)
{
    *strict = false;
    if (keyword_count(names) > 1) {
        raise_type_error(vm, "zip() takes at most 1 keyword argument (%zu given)", keyword_count(names));
        return false;
    }
    for (size_t i = 0; i < keyword_count(names); i++) {
        Value name = as_tuple(names)->items[i];
        if (!string_equals_cstring(name, "strict")) {
            raise_type_error(vm, "zip() got an unexpected keyword argument '%V'", name);
            return false;
        }
        int truth = object_truth(vm, args[positional + i]);
        if (truth < 0)
            return false;
        *strict = truth > 0;
    }
    return true;
}

static Value zip_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                           Value names)
{
    bool strict = false;
    if (type->operations.initialize == builtin_type(vm, TYPE_zip)->operations.initialize &&
        !zip_strictness(vm, args, positional, names, &strict))
        return EMPTY;
    Value iterators = iterators_of(vm, args, positional);
    if (is_empty(iterators))
        return EMPTY;
    struct Zip *self = (struct Zip *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release(vm, iterators);
        return EMPTY;
    }
    slot_init(vm, self, &self->iterators, iterators);
    self->strict = strict;
    return value_from_object(self);
}

static Value wrong_length(struct Interpreter *vm, size_t argument, const char *what)
{
    return raise_value_error(vm, "zip() argument %zu is %s than argument%s%zu", argument, what,
                             argument == 2 ? " " : "s 1-", argument - 1);
}

/* Iterator number i is over: in strict mode the others must be, too. */
static Value zip_end(struct Interpreter *vm, struct Zip *self, size_t i)
{
    Value iterators = self->iterators;
    if (!self->strict)
        return VALUE_END;
    release(vm, iterator_result(vm));
    if (i > 0)
        return wrong_length(vm, i + 1, "shorter");
    for (i = 1; i < tuple_length(iterators); i++) {
        Value item = iterator_next(vm, as_tuple(iterators)->items[i]);
        if (is_end(item))
            continue;
        if (is_empty(item))
            return EMPTY;
        release(vm, item);
        return wrong_length(vm, i + 1, "longer");
    }
    return VALUE_END;
}

/* The tuple to fill: the last one if its owner has dropped it. */
static OWNED struct Tuple *zip_result(struct Interpreter *vm, struct Zip *self, size_t count)
{
    if (!is_empty(self->result) && heap_is_unique(value_object(self->result)))
        return as_tuple(retain(self->result));
    Value result = tuple_of_nones(vm, count);
    if (is_empty(result))
        return NULL;
    if (is_empty(self->result))
        slot_init(vm, self, &self->result, retain(result));
    return as_tuple(result);
}

static Value zip_next(struct Interpreter *vm, Value self)
{
    struct Zip *zip = as_zip(self);
    size_t count = tuple_length(zip->iterators);
    if (count == 0)
        return VALUE_END;
    struct Tuple *result = zip_result(vm, zip, count);
    if (result == NULL)
        return EMPTY;
    for (size_t i = 0; i < count; i++) {
        Value iterator = as_tuple(zip->iterators)->items[i];
        Value item = next_through(vm, iterator);
        if (is_empty(item) || is_end(item)) {
            Value outcome = is_end(item) ? zip_end(vm, zip, i) : EMPTY;
            /* a tuple filled halfway must not be seen again */
            if (value_same(zip->result, value_from_object(result)))
                slot_clear(vm, zip, &zip->result);
            object_release(vm, result);
            return outcome;
        }
        slot_set(vm, result, &result->items[i], item);
    }
    return value_from_object(result);
}

static Value zip_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value parts = reduce_iterators(vm, args[0], EMPTY, as_zip(args[0])->iterators);
    if (is_empty(parts) || !as_zip(args[0])->strict)
        return parts;
    Value result = tuple_pack(vm, 3, as_tuple(parts)->items[0], as_tuple(parts)->items[1], VALUE_TRUE);
    release(vm, parts);
    return result;
}

static Value zip_set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int strict = object_truth(vm, args[1]);
    if (strict < 0)
        return EMPTY;
    as_zip(args[0])->strict = strict > 0;
    return VALUE_NONE;
}

static void two_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 2, visit, context);
}

static OWNED Value two_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 2, cursor);
}

/* CPython's zip carries the tuple it hands out from the start. */
static size_t zip_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    return is_empty(((struct Zip *)object)->result) ? 2 : 1;
}

#define TWO_VALUES \
    {.traverse = two_traverse, .take = two_take, .clear = nothing_to_clear, .kind = OBJECT_CONTAINER}

static const struct NativeMethod zip_methods[] = {
    METHOD("__reduce__", zip_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__setstate__", zip_set_state, 1, 1, "object, /", "Set state information for unpickling."),
    METHODS_END,
};

const struct TypeSpec zip_type_spec = {
    .name = "zip",
    .documentation = "zip(*iterables, strict=False)\n--\n\n"
                     "The zip object yields n-length tuples, where n is the number of iterables\n"
                     "passed as positional arguments to zip().  The i-th element in every tuple\n"
                     "comes from the i-th iterable argument to zip().  This continues until the\n"
                     "shortest argument is exhausted.\n\n"
                     "If strict is true and one of the arguments is exhausted before the others,\n"
                     "raise a ValueError.\n\n"
                     "   >>> list(zip('abcdefg', range(3), range(4)))\n"
                     "   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    .instance_size = sizeof(struct Zip),
    .flags = TYPE_BASE,
    .memory = {.traverse = two_traverse, .take = two_take, .clear = nothing_to_clear, .weigh = zip_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = zip_construct, .iterate = iterate_self, .next = zip_next},
    .methods = zip_methods,
};

/* ---- map ---------------------------------------------------------------- */

static struct Map *as_map(Value v) { return (struct Map *)value_object(v); }

static Value map_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                           Value names)
{
    if (!check_no_keywords_new(vm, type, TYPE_map, names))
        return EMPTY;
    if (positional < 2)
        return raise_type_error(vm, "map() must have at least two arguments.");
    Value iterators = iterators_of(vm, args + 1, positional - 1);
    if (is_empty(iterators))
        return EMPTY;
    struct Map *self = (struct Map *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release(vm, iterators);
        return EMPTY;
    }
    slot_init(vm, self, &self->function, retain(args[0]));
    slot_init(vm, self, &self->iterators, iterators);
    return value_from_object(self);
}

/* Calls the function with the next item of each of the iterators. */
static Value call_with_items(struct Interpreter *vm, struct Map *self, Value *items, size_t count)
{
    Value result = EMPTY;
    size_t filled = 0;
    while (filled < count) {
        Value item = next_through(vm, as_tuple(self->iterators)->items[filled]);
        if (is_empty(item) || is_end(item)) {
            result = item;
            break;
        }
        items[filled++] = item;
    }
    if (filled == count)
        result = object_call(vm, self->function, items, count, EMPTY);
    while (filled > 0)
        release(vm, items[--filled]);
    return result;
}

static Value map_next(struct Interpreter *vm, Value self)
{
    struct Map *map = as_map(self);
    size_t count = tuple_length(map->iterators);
    Value few[FEW_ARGUMENTS], *items = few;
    if (count > FEW_ARGUMENTS) {
        items = heap_allocate_array(vm, MEMORY_VALUES, count, sizeof *items);
        if (items == NULL)
            return EMPTY;
    }
    Value result = call_with_items(vm, map, items, count);
    if (items != few)
        heap_free(vm, MEMORY_VALUES, items, count * sizeof *items);
    return is_empty(result) ? end_if_stopped(vm) : result;
}

static Value map_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reduce_iterators(vm, args[0], as_map(args[0])->function, as_map(args[0])->iterators);
}

static const struct NativeMethod map_methods[] = {
    METHOD("__reduce__", map_reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

const struct TypeSpec map_type_spec = {
    .name = "map",
    .documentation = "map(function, iterable, /, *iterables)\n--\n\n"
                     "Make an iterator that computes the function using arguments from\n"
                     "each of the iterables.  Stops when the shortest iterable is exhausted.",
    .instance_size = sizeof(struct Map),
    .flags = TYPE_BASE,
    .memory = TWO_VALUES,
    .operations = {.construct = map_construct, .iterate = iterate_self, .next = map_next},
    .methods = map_methods,
};

/* ---- filter ------------------------------------------------------------- */

static struct Filter *as_filter(Value v) { return (struct Filter *)value_object(v); }

static Value filter_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    if (!check_no_keywords_new(vm, type, TYPE_filter, names)
        || !check_positional(vm, "filter", positional, 2, 2))
        return EMPTY;
    Value iterator = object_iterate(vm, args[1]);
    if (is_empty(iterator))
        return EMPTY;
    struct Filter *self = (struct Filter *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release(vm, iterator);
        return EMPTY;
    }
    slot_init(vm, self, &self->function, retain(args[0]));
    slot_init(vm, self, &self->iterator, iterator);
    return value_from_object(self);
}

/* 1 to keep the item, 0, -1. */
static int is_wanted(struct Interpreter *vm, Value function, Value item)
{
    if (is_none(function) || value_same(function, value_from_object(builtin_type(vm, TYPE_bool))))
        return object_truth(vm, item);
    Value answer = object_call_1(vm, function, item);
    if (is_empty(answer))
        return -1;
    int wanted = object_truth(vm, answer);
    release(vm, answer);
    return wanted;
}

static Value filter_next(struct Interpreter *vm, Value self)
{
    struct Filter *filter = as_filter(self);
    for (;;) {
        Value item = next_through(vm, filter->iterator);
        if (is_end(item))
            return item;
        int wanted = is_empty(item) ? -1 : is_wanted(vm, filter->function, item);
        if (wanted > 0)
            return item;
        release_maybe(vm, item);
        if (wanted < 0)
            return end_if_stopped(vm);
    }
}

static Value filter_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Filter *self = as_filter(args[0]);
    (void)count;
    Value arguments = tuple_pack(vm, (size_t)2, self->function, self->iterator);
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

static const struct NativeMethod filter_methods[] = {
    METHOD("__reduce__", filter_reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

const struct TypeSpec filter_type_spec = {
    .name = "filter",
    .documentation = "filter(function, iterable, /)\n--\n\n"
                     "Return an iterator yielding those items of iterable for which function(item)\n"
                     "is true. If function is None, return the items that are true.",
    .instance_size = sizeof(struct Filter),
    .flags = TYPE_BASE,
    .memory = TWO_VALUES,
    .operations = {.construct = filter_construct, .iterate = iterate_self, .next = filter_next},
    .methods = filter_methods,
};
