/*
 * itertools: product, combinations, combinations_with_replacement and
 * permutations.
 *
 * All four keep an array of indices into their pools, and the tuple handed
 * out last, in which only the places that change are set anew when nobody
 * else holds it.  A loop still holds the last tuple when it asks for the next:
 * then the one before that is used again.
 */
#include "runtime/modules/itertools.h"
#include "runtime/string_internal.h"
#include "runtime/tracking.h"

struct Combination {
    struct Object header;
    Value pool;      /* tuple; product: tuple of tuples */
    Value result;    /* EMPTY before the first */
    Value spare;     /* the tuple handed out before, or EMPTY */
    size_t *indices; /* MEMORY_BYTES, index_count of them */
    size_t index_count;
    size_t length;   /* of the results */
    bool stopped;
    bool has_rows;   /* product: each place has a pool of its own */
    bool results_kept; /* somebody collects the results: none will be free to be used again */
};

static void combination_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Combination *self = (struct Combination *)object;
    heap_free(vm, MEMORY_BYTES, self->indices, self->index_count * sizeof *self->indices);
    self->indices = NULL;
    self->index_count = 0;
}

/* A new iterator over the pool with so many zero indices. */
static struct Combination *combination_new(struct Interpreter *vm, struct Type *type, STEALS Value pool, size_t length,
                                           size_t index_count)
{
    struct Combination *self = itertools_allocate(vm, type, pool);
    if (self == NULL)
        return NULL;
    self->length = length;
    if (index_count == 0)
        return self;
    self->indices = heap_allocate_array(vm, MEMORY_BYTES, index_count, sizeof *self->indices);
    if (self->indices == NULL) {
        object_release(vm, self);
        return NULL;
    }
    memset(self->indices, 0, index_count * sizeof *self->indices);
    self->index_count = index_count;
    return self;
}

static struct Combination *as_combination(Value v) { return (struct Combination *)value_object(v); }

/* Ends the iteration. */
static Value combination_stop(struct Combination *self)
{
    self->stopped = true;
    return VALUE_END;
}

/* The item that belongs at place i of the next result. */
static inline Value chosen(const struct Combination *self, size_t i)
{
    const struct Tuple *pool = as_tuple(self->pool);
    if (self->has_rows)
        pool = as_tuple(pool->items[i]);
    return pool->items[self->indices[i]];
}

static OWNED Value combination_fresh(struct Interpreter *vm, struct Combination *self)
{
    Value tuple = self->length == 0 ? tuple_new(vm, NULL, 0) : tuple_new_empty(vm, self->length);
    for (size_t i = 0; i < self->length && !is_empty(tuple); i++)
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], retain(chosen(self, i)));
    return tuple;
}

static Value combination_first(struct Interpreter *vm, struct Combination *self)
{
    Value tuple = combination_fresh(vm, self);
    if (!is_empty(tuple))
        slot_init(vm, self, &self->result, retain(tuple));
    return tuple;
}

/* Puts what was chosen into a tuple that nobody else holds, from a place on. The pools hold the items, too. */
static OWNED Value combination_fill(struct Interpreter *vm, struct Combination *self, size_t from)
{
    struct Tuple *result = as_tuple(retain(self->result));
    for (size_t i = from; i < self->length; i++)
        slot_set(vm, result, &result->items[i], retain(chosen(self, i)));
    return value_from_object(result);
}

/* The next result: the places from `from` on have changed. */
static Value combination_result(struct Interpreter *vm, struct Combination *self, size_t from)
{
    if (heap_is_unique(value_object(self->result)))
        return combination_fill(vm, self, from);
    Value spare = slot_take(vm, self, &self->spare);
    bool is_free = !is_empty(spare) && heap_is_unique(value_object(spare));
    if (!is_empty(spare) && !is_free) {
        self->results_kept = true;
        release(vm, spare);
    }
    if (is_free) {
        slot_move(vm, self, &self->spare, &self->result);
        slot_init(vm, self, &self->result, spare);
        return combination_fill(vm, self, 0);
    }
    Value fresh = combination_fresh(vm, self);
    if (is_empty(fresh))
        return EMPTY;
    if (!self->results_kept)
        slot_init(vm, self, &self->spare, retain(self->result));
    slot_set(vm, self, &self->result, retain(fresh));
    return fresh;
}

ITERTOOLS_MEMORY(combination, 3)

/* CPython's has no spare tuple. */
static size_t combination_weight(struct Interpreter *vm, struct Object *object)
{
    Value spare = ((struct Combination *)object)->spare;
    return is_empty(spare) ? 1 : 1 - tracked_weight(vm, value_object(spare));
}

#define COMBINATION_TYPE(identifier, documentation_)                                                           \
    const struct TypeSpec itertools_##identifier##_type_spec = {                                               \
        .name = "itertools." #identifier,                                                                      \
        .documentation = documentation_,                                                                       \
        .instance_size = sizeof(struct Combination),                                                           \
        .flags = TYPE_BASE,                                                                                    \
        .memory = {.traverse = combination_traverse, .take = combination_take, .destroy = combination_destroy, \
                   .weigh = combination_weight, .kind = OBJECT_CONTAINER},                                     \
        .operations = {.construct = identifier##_construct, .iterate = itertools_iterate,                      \
                       .next = identifier##_next},                                                             \
    }

/* ---- product ------------------------------------------------------------ */

/* repeat out of the keywords; false: raised. */
static bool repeat_argument(struct Interpreter *vm, const Value *values, Value names, int64_t *repeat)
{
    Value bound[1];
    *repeat = 1;
    if (keyword_count(names) == 0)
        return true;
    if (!native_bind(vm, "product", "repeat=1", values, 0, names, bound, 1) ||
        !read_size(vm, bound[0], repeat))
        return false;
    if (*repeat >= 0)
        return true;
    raise_value_error(vm, "repeat argument cannot be negative");
    return false;
}

/* Each of the iterables as a tuple, the whole row `repeat` times. */
static OWNED Value make_pools(struct Interpreter *vm, const Value *iterables, size_t count, size_t repeat)
{
    if (count * repeat == 0)
        return tuple_new(vm, NULL, 0);
    Value pools = tuple_new_empty(vm, count * repeat);
    for (size_t i = 0; i < count * repeat && !is_empty(pools); i++)
        slot_init(vm, as_tuple(pools), &as_tuple(pools)->items[i], VALUE_NONE);
    for (size_t i = 0; i < count * repeat && !is_empty(pools); i++) {
        Value pool = i < count ? tuple_from_iterable(vm, iterables[i]) : retain(as_tuple(pools)->items[i - count]);
        if (is_empty(pool)) {
            release(vm, pools);
            return EMPTY;
        }
        slot_set(vm, as_tuple(pools), &as_tuple(pools)->items[i], pool);
    }
    return pools;
}

static Value product_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    int64_t repeat;
    size_t bytes;
    if (!repeat_argument(vm, args + positional, names, &repeat))
        return EMPTY;
    size_t count = repeat == 0 ? 0 : positional;
    if (__builtin_mul_overflow(count * sizeof(Value), (size_t)repeat, &bytes) || bytes > INT64_MAX)
        return raise_error(vm, TYPE_OverflowError, "repeat argument too large");
    Value pools = make_pools(vm, args, count, (size_t)repeat);
    if (is_empty(pools))
        return EMPTY;
    size_t length = tuple_length(pools);
    struct Combination *self = combination_new(vm, type, pools, length, length);
    if (self == NULL)
        return EMPTY;
    self->has_rows = true;
    return value_from_object(self);
}

static Value product_first(struct Interpreter *vm, struct Combination *self)
{
    for (size_t i = 0; i < self->length; i++)
        if (tuple_length(as_tuple(self->pool)->items[i]) == 0)
            return combination_stop(self);
    return combination_first(vm, self);
}

/* Counts up, the last place fastest. */
static Value product_next(struct Interpreter *vm, Value self_value)
{
    struct Combination *self = as_combination(self_value);
    if (self->stopped || is_empty(self->pool))
        return VALUE_END;
    if (is_empty(self->result))
        return product_first(vm, self);
    const struct Tuple *pools = as_tuple(self->pool);
    for (size_t i = self->length; i-- > 0;) {
        if (++self->indices[i] < tuple_length(pools->items[i]))
            return combination_result(vm, self, i);
        self->indices[i] = 0;
    }
    return combination_stop(self);
}

COMBINATION_TYPE(product,
                 "product(*iterables, repeat=1) --> product object\n\n"
                 "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\n"
                 "For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\n"
                 "The leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner "
                 "similar to an odometer (with the rightmost element changing\non every iteration).");

/* ---- combinations ------------------------------------------------------- */

/* (iterable, r); the pool and r. */
static OWNED Value pool_and_length(struct Interpreter *vm, const char *name, const Value *args, size_t positional,
                                   Value names, int64_t *length)
{
    Value bound[2];
    if (!native_bind(vm, name, "iterable, r", args, positional, names, bound, 2) ||
        !read_size(vm, bound[1], length))
        return EMPTY;
    Value pool = tuple_from_iterable(vm, bound[0]);
    if (is_empty(pool) || *length >= 0)
        return pool;
    release(vm, pool);
    return raise_value_error(vm, "r must be non-negative");
}

static Value combinations_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                    Value names)
{
    int64_t length;
    Value pool = pool_and_length(vm, "combinations", args, positional, names, &length);
    if (is_empty(pool))
        return EMPTY;
    bool none = (size_t)length > tuple_length(pool);
    struct Combination *self = combination_new(vm, type, pool, (size_t)length, none ? 0 : (size_t)length);
    if (self == NULL)
        return EMPTY;
    self->stopped = none;
    for (size_t i = 0; i < self->index_count; i++)
        self->indices[i] = i;
    return value_from_object(self);
}

static Value combinations_next(struct Interpreter *vm, Value self_value)
{
    struct Combination *self = as_combination(self_value);
    if (self->stopped || is_empty(self->pool))
        return VALUE_END;
    if (is_empty(self->result))
        return combination_first(vm, self);
    size_t r = self->length, limit = tuple_length(self->pool) - r, i = r;
    while (i > 0 && self->indices[i - 1] == i - 1 + limit)
        i--;
    if (i == 0)
        return combination_stop(self);
    self->indices[--i]++;
    for (size_t j = i + 1; j < r; j++)
        self->indices[j] = self->indices[j - 1] + 1;
    return combination_result(vm, self, i);
}

COMBINATION_TYPE(combinations, "Return successive r-length combinations of elements in the iterable.\n\n"
                               "combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)");

static Value combinations_with_replacement_construct(struct Interpreter *vm, struct Type *type, const Value *args,
                                                     size_t positional, Value names)
{
    int64_t length;
    Value pool = pool_and_length(vm, "combinations_with_replacement", args, positional, names, &length);
    if (is_empty(pool))
        return EMPTY;
    bool none = tuple_length(pool) == 0 && length > 0;
    struct Combination *self = combination_new(vm, type, pool, (size_t)length, none ? 0 : (size_t)length);
    if (self == NULL)
        return EMPTY;
    self->stopped = none;
    return value_from_object(self);
}

static Value combinations_with_replacement_next(struct Interpreter *vm, Value self_value)
{
    struct Combination *self = as_combination(self_value);
    if (self->stopped || is_empty(self->pool))
        return VALUE_END;
    if (is_empty(self->result))
        return combination_first(vm, self);
    size_t r = self->length, last = tuple_length(self->pool) - 1, i = r;
    while (i > 0 && self->indices[i - 1] == last)
        i--;
    if (i == 0)
        return combination_stop(self);
    size_t index = self->indices[--i] + 1;
    for (size_t j = i; j < r; j++)
        self->indices[j] = index;
    return combination_result(vm, self, i);
}

COMBINATION_TYPE(combinations_with_replacement,
                 "Return successive r-length combinations of elements in the iterable allowing individual elements to "
                 "have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), "
                 "('A','C'), ('B','B'), ('B','C'), ('C','C')");

/* ---- permutations: indices of the pool, then a counter for each place ------- */

static bool permutation_length(struct Interpreter *vm, Value r, int64_t *length)
{
    if (is_absent(r) || is_none(r))
        return true;
    if (!value_has_flag(vm, r, TYPE_SUBCLASS_INT) && !is_small_int(r) && !is_bool(r)) {
        raise_type_error(vm, "Expected int as r");
        return false;
    }
    if (!read_size(vm, r, length))
        return false;
    if (*length >= 0)
        return true;
    raise_value_error(vm, "r must be non-negative");
    return false;
}

static Value permutations_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                    Value names)
{
    Value bound[2];
    if (!native_bind(vm, "permutations", "iterable, r=None", args, positional, names, bound, 2))
        return EMPTY;
    Value pool = tuple_from_iterable(vm, bound[0]);
    if (is_empty(pool))
        return EMPTY;
    size_t n = tuple_length(pool);
    int64_t length = (int64_t)n;
    if (!permutation_length(vm, bound[1], &length)) {
        release(vm, pool);
        return EMPTY;
    }
    bool none = (size_t)length > n;
    struct Combination *self = combination_new(vm, type, pool, (size_t)length, none ? 0 : n + (size_t)length);
    if (self == NULL)
        return EMPTY;
    self->stopped = none;
    for (size_t i = 0; i < self->index_count; i++)
        self->indices[i] = i < n ? i : n - (i - n);
    return value_from_object(self);
}

/* Moves indices[i] behind all others. */
static void rotate_to_end(size_t *indices, size_t i, size_t n)
{
    size_t moved = indices[i];
    memmove(&indices[i], &indices[i + 1], (n - 1 - i) * sizeof *indices);
    indices[n - 1] = moved;
}

static Value permutations_next(struct Interpreter *vm, Value self_value)
{
    struct Combination *self = as_combination(self_value);
    if (self->stopped || is_empty(self->pool))
        return VALUE_END;
    if (is_empty(self->result))
        return combination_first(vm, self);
    size_t n = tuple_length(self->pool), *indices = self->indices, *cycles = indices + n;
    for (size_t i = self->length; i-- > 0;) {
        if (--cycles[i] > 0) {
            size_t other = n - cycles[i], kept = indices[i];
            indices[i] = indices[other];
            indices[other] = kept;
            return combination_result(vm, self, i);
        }
        rotate_to_end(indices, i, n);
        cycles[i] = n - i;
    }
    return combination_stop(self);
}

COMBINATION_TYPE(permutations, "Return successive r-length permutations of elements in the iterable.\n\n"
                               "permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)");
