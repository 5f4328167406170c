/* itertools: what makes something of its items: starmap, pairwise, accumulate, batched, zip_longest. */
#include "runtime/modules/itertools.h"
#include "runtime/pair.h"
#include "runtime/string_internal.h"

/* ---- starmap ------------------------------------------------------------ */

struct StarMap {
    struct Object header;
    Value source, function;
};

static Value starmap_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    if (!itertools_positional(vm, TYPE_itertools_starmap, type, positional, 2, names))
        return EMPTY;
    struct StarMap *self = itertools_allocate(vm, type, object_iterate(vm, args[1]));
    if (self == NULL)
        return EMPTY;
    slot_init(vm, self, &self->function, retain(args[0]));
    return value_from_object(self);
}

static Value starmap_next(struct Interpreter *vm, Value self)
{
    struct StarMap *starmap = (struct StarMap *)value_object(self);
    if (is_empty(starmap->source))
        return VALUE_END;
    Value item = source_next(vm, starmap->source);
    if (is_empty(item) || is_end(item))
        return item;
    Value arguments = is_exact_tuple(vm, item) ? retain(item) : tuple_from_iterable(vm, item);
    release(vm, item);
    if (is_empty(arguments))
        return end_if_stopped(vm);
    Value function = is_empty(starmap->function) ? VALUE_NONE : retain(starmap->function);
    Value result = object_call(vm, function, as_tuple(arguments)->items, tuple_length(arguments), EMPTY);
    release(vm, function);
    release(vm, arguments);
    return is_empty(result) ? end_if_stopped(vm) : result;
}

ITERTOOLS_MEMORY(starmap, 2)
ITERTOOLS_TYPE(starmap, StarMap,
               "Return an iterator whose values are returned from the function evaluated with an argument tuple taken "
               "from the given sequence.",
               .repr = NULL);

/* ---- pairwise ----------------------------------------------------------- */

struct Pairwise {
    struct Object header;
    Value source;
    Value previous; /* EMPTY before the first pair */
    Value result;   /* the tuple handed out last (runtime/pair.h) */
};

static Value pairwise_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    if (!itertools_positional(vm, TYPE_itertools_pairwise, type, positional, 1, names))
        return EMPTY;
    struct Pairwise *self = itertools_allocate(vm, type, object_iterate(vm, args[0]));
    return self == NULL ? EMPTY : value_from_object(self);
}

static Value pairwise_finish(struct Interpreter *vm, struct Pairwise *self, Value outcome)
{
    slot_clear(vm, self, &self->source);
    slot_clear(vm, self, &self->previous);
    return outcome;
}

static Value pairwise_next(struct Interpreter *vm, Value self)
{
    struct Pairwise *pairwise = (struct Pairwise *)value_object(self);
    if (is_empty(pairwise->source))
        return VALUE_END;
    if (is_empty(pairwise->previous)) {
        Value first = source_next(vm, pairwise->source);
        if (is_empty(first) || is_end(first))
            return pairwise_finish(vm, pairwise, first);
        slot_set(vm, pairwise, &pairwise->previous, first);
        if (is_empty(pairwise->source))
            return pairwise_finish(vm, pairwise, VALUE_END);
    }
    Value old = retain(pairwise->previous), item = source_next(vm, pairwise->source);
    if (is_empty(item) || is_end(item)) {
        release(vm, old);
        return pairwise_finish(vm, pairwise, item);
    }
    slot_set(vm, pairwise, &pairwise->previous, retain(item));
    return pair_reuse(vm, pairwise, &pairwise->result, old, item);
}

/* CPython's carries the tuple it hands out from the start. */
static size_t pairwise_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    return is_empty(((struct Pairwise *)object)->result) ? 2 : 1;
}

ITERTOOLS_MEMORY(pairwise, 3)
const struct TypeSpec itertools_pairwise_type_spec = {
    .name = "itertools.pairwise",
    .documentation = "Return an iterator of overlapping pairs taken from the input iterator.\n\n"
                     "    s -> (s0,s1), (s1,s2), (s2, s3), ...",
    .instance_size = sizeof(struct Pairwise),
    .flags = TYPE_BASE,
    .memory = {.traverse = pairwise_traverse, .take = pairwise_take, .weigh = pairwise_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = pairwise_construct, .iterate = itertools_iterate, .next = pairwise_next},
};

/* ---- accumulate --------------------------------------------------------- */

struct Accumulate {
    struct Object header;
    Value source;
    Value function; /* EMPTY: addition */
    Value total;    /* EMPTY before the first item */
    Value initial;  /* EMPTY: none, or already handed out */
};

static Value accumulate_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    Value bound[3];
    if (!native_bind(vm, "accumulate", "iterable, func=None, *, initial=None", args, positional, names, bound, 3))
        return EMPTY;
    struct Accumulate *self = itertools_allocate(vm, type, object_iterate(vm, bound[0]));
    if (self == NULL)
        return EMPTY;
    if (!is_absent(bound[1]) && !is_none(bound[1]))
        slot_init(vm, self, &self->function, retain(bound[1]));
    if (!is_absent(bound[2]) && !is_none(bound[2]))
        slot_init(vm, self, &self->initial, retain(bound[2]));
    return value_from_object(self);
}

static OWNED Value combine(struct Interpreter *vm, struct Accumulate *self, Value total, Value item)
{
    Value sum;
    if (!is_empty(self->function)) {
        Value function = retain(self->function);
        sum = object_call_2(vm, function, total, item);
        release(vm, function);
        return sum;
    }
    if (are_small_ints(total, item) && small_int_add(total, item, &sum) && is_small_int(sum))
        return sum;
    return object_binary(vm, BINARY_ADD, total, item);
}

static Value accumulate_next(struct Interpreter *vm, Value self)
{
    struct Accumulate *accumulate = (struct Accumulate *)value_object(self);
    if (!is_empty(accumulate->initial)) {
        Value initial = slot_take(vm, accumulate, &accumulate->initial);
        slot_set(vm, accumulate, &accumulate->total, retain(initial));
        return initial;
    }
    if (is_empty(accumulate->source))
        return VALUE_END;
    Value item = source_next(vm, accumulate->source);
    if (is_empty(item) || is_end(item))
        return item;
    if (!is_empty(accumulate->total)) {
        Value total = retain(accumulate->total), sum = combine(vm, accumulate, total, item);
        release(vm, total);
        release(vm, item);
        if (is_empty(sum))
            return end_if_stopped(vm);
        item = sum;
    }
    slot_set(vm, accumulate, &accumulate->total, retain(item));
    return item;
}

ITERTOOLS_MEMORY(accumulate, 4)
ITERTOOLS_TYPE(accumulate, Accumulate, "Return series of accumulated sums (or other binary function results).",
               .repr = NULL);

/* ---- batched ------------------------------------------------------------ */

struct Batched {
    struct Object header;
    Value source;
    int64_t size;
    bool strict;
};

static Value batched_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    Value bound[3];
    int64_t size;
    if (!native_bind(vm, "batched", "iterable, n, *, strict=False", args, positional, names, bound, 3) ||
        !read_size(vm, bound[1], &size))
        return EMPTY;
    int strict = is_absent(bound[2]) ? 0 : object_truth(vm, bound[2]);
    if (strict < 0)
        return EMPTY;
    if (size < 1)
        return raise_value_error(vm, "n must be at least one");
    struct Batched *self = itertools_allocate(vm, type, object_iterate(vm, bound[0]));
    if (self == NULL)
        return EMPTY;
    self->size = size;
    self->strict = strict > 0;
    return value_from_object(self);
}

/* Up to `size` items as a list; EMPTY: raised. */
static OWNED Value next_batch(struct Interpreter *vm, struct Batched *self)
{
    Value list = list_new(vm, self->size < 64 ? (size_t)self->size : 0);
    while (!is_empty(list) && !is_empty(self->source) && as_list(list)->length < (size_t)self->size) {
        Value item = source_next(vm, self->source);
        if (is_end(item))
            break;
        if (!is_empty(item) && list_append(vm, list, item))
            continue;
        release(vm, list);
        return EMPTY;
    }
    return list;
}

static Value batched_next(struct Interpreter *vm, Value self)
{
    struct Batched *batched = (struct Batched *)value_object(self);
    if (is_empty(batched->source))
        return VALUE_END;
    Value list = next_batch(vm, batched);
    if (is_empty(list)) {
        slot_clear(vm, batched, &batched->source);
        return EMPTY;
    }
    size_t length = as_list(list)->length;
    Value batch = VALUE_END;
    if (length < (size_t)batched->size)
        slot_clear(vm, batched, &batched->source);
    if (length > 0 && length < (size_t)batched->size && batched->strict)
        batch = raise_value_error(vm, "batched(): incomplete batch");
    else if (length > 0)
        batch = list_to_tuple(vm, list);
    release(vm, list);
    return batch;
}

ITERTOOLS_MEMORY(batched, 1)
ITERTOOLS_TYPE(batched, Batched,
               "Batch data into tuples of length n. The last batch may be shorter than n.\n\n"
               "Loops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed "
               "lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the "
               "input iterable is exhausted.\n\n"
               "    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n"
               "    ('D', 'E', 'F')\n    ('G',)\n\n"
               "If \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.",
               .repr = NULL);

/* ---- zip_longest -------------------------------------------------------- */

struct ZipLongest {
    struct Object header;
    Value sources; /* tuple; None in the place of one that is over */
    Value fill;
    Value result;  /* the tuple handed out last */
    size_t active;
};

static OWNED Value tuple_of(struct Interpreter *vm, Value item, size_t count)
{
    Value tuple = count == 0 ? tuple_new(vm, NULL, 0) : tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(tuple); i++)
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], retain(item));
    return tuple;
}

/* fillvalue out of the keywords; false: raised. */
static bool fill_argument(struct Interpreter *vm, const Value *values, Value names, Value *fill)
{
    *fill = VALUE_NONE;
    for (size_t i = 0; i < keyword_count(names); i++) {
        if (keyword_count(names) > 1 || !string_equals_cstring(as_tuple(names)->items[i], "fillvalue")) {
            raise_type_error(vm, "zip_longest() got an unexpected keyword argument");
            return false;
        }
        *fill = values[i];
    }
    return true;
}

static Value zip_longest_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                   Value names)
{
    Value fill;
    if (!fill_argument(vm, args + positional, names, &fill))
        return EMPTY;
    Value sources = tuple_of(vm, VALUE_NONE, positional);
    for (size_t i = 0; i < positional && !is_empty(sources); i++) {
        Value iterator = object_iterate(vm, args[i]);
        if (is_empty(iterator)) {
            release(vm, sources);
            return EMPTY;
        }
        slot_set(vm, as_tuple(sources), &as_tuple(sources)->items[i], iterator);
    }
    struct ZipLongest *self = itertools_allocate(vm, type, sources);
    if (self == NULL)
        return EMPTY;
    slot_init(vm, self, &self->fill, retain(fill));
    self->active = positional;
    return value_from_object(self);
}

/* The next item of source i, or what fills its place; END when it was the last that was not over. */
static Value zip_longest_item(struct Interpreter *vm, struct ZipLongest *self, size_t i)
{
    Value *source = &as_tuple(self->sources)->items[i];
    Value item = is_none(*source) ? VALUE_END : source_next(vm, *source);
    if (is_empty(item)) {
        self->active = 0;
        return EMPTY;
    }
    if (!is_end(item))
        return item;
    if (!is_none(*source)) {
        if (self->active <= 1) {
            self->active = 0;
            return VALUE_END;
        }
        self->active--;
        slot_set(vm, as_tuple(self->sources), source, VALUE_NONE);
    }
    return is_empty(self->fill) ? VALUE_NONE : retain(self->fill);
}

/* The tuple to fill: the last one if its user has dropped it. */
static OWNED struct Tuple *zip_longest_result(struct Interpreter *vm, struct ZipLongest *self, size_t count)
{
    if (!is_empty(self->result) && heap_is_unique(value_object(self->result)))
        return as_tuple(retain(self->result));
    Value fresh = tuple_of(vm, VALUE_NONE, count);
    if (is_empty(fresh))
        return NULL;
    if (is_empty(self->result))
        slot_init(vm, self, &self->result, retain(fresh));
    return as_tuple(fresh);
}

static Value zip_longest_next(struct Interpreter *vm, Value self)
{
    struct ZipLongest *zip = (struct ZipLongest *)value_object(self);
    if (zip->active == 0 || is_empty(zip->sources))
        return VALUE_END;
    size_t count = tuple_length(zip->sources);
    Value sources = retain(zip->sources);
    struct Tuple *result = zip_longest_result(vm, zip, count);
    Value outcome = result == NULL ? EMPTY : value_from_object(result);
    for (size_t i = 0; i < count && result != NULL; i++) {
        Value item = zip_longest_item(vm, zip, i);
        if (is_empty(item) || is_end(item)) {
            outcome = item;
            if (value_same(zip->result, value_from_object(result))) /* filled halfway: not to be seen again */
                slot_clear(vm, zip, &zip->result);
            object_release(vm, result);
            break;
        }
        slot_set(vm, result, &result->items[i], item);
    }
    release(vm, sources);
    return outcome;
}

/* CPython's carries the tuple it hands out from the start. */
static size_t zip_longest_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    return is_empty(((struct ZipLongest *)object)->result) ? 2 : 1;
}

ITERTOOLS_MEMORY(zip_longest, 3)
const struct TypeSpec itertools_zip_longest_type_spec = {
    .name = "itertools.zip_longest",
    .documentation =
        "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the "
        "i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument "
        "sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the "
        "fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword "
        "argument.",
    .instance_size = sizeof(struct ZipLongest),
    .flags = TYPE_BASE,
    .memory = {.traverse = zip_longest_traverse, .take = zip_longest_take, .weigh = zip_longest_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = zip_longest_construct, .iterate = itertools_iterate, .next = zip_longest_next},
};
