/* itertools: what lets items of one source through: compress, dropwhile, takewhile, filterfalse, islice. */
#include "runtime/modules/itertools.h"

/* ---- Predicates --------------------------------------------------------- */

/* dropwhile, takewhile, filterfalse */
struct Predicated {
    struct Object header;
    Value source;
    Value predicate;
    bool decided; /* dropwhile: dropping is over; takewhile: all is over */
};

static OWNED Value predicated_new(struct Interpreter *vm, enum TypeIndex index, struct Type *type, const Value *args,
                                  size_t positional, Value names)
{
    if (!itertools_positional(vm, index, type, positional, 2, names))
        return EMPTY;
    struct Predicated *self = itertools_allocate(vm, type, object_iterate(vm, args[1]));
    if (self == NULL)
        return EMPTY;
    slot_init(vm, self, &self->predicate, retain(args[0]));
    return value_from_object(self);
}

/* The next item; *truth what the predicate says of it, -1 if it raised (the item is released then). */
static Value next_judged(struct Interpreter *vm, struct Predicated *self, int *truth)
{
    if (is_empty(self->source))
        return VALUE_END;
    Value item = source_next(vm, self->source);
    if (is_empty(item) || is_end(item))
        return item;
    Value predicate = is_empty(self->predicate) ? VALUE_NONE : retain(self->predicate);
    Value answer = object_call_1(vm, predicate, item);
    release(vm, predicate);
    *truth = is_empty(answer) ? -1 : object_truth(vm, answer);
    release_maybe(vm, answer);
    if (*truth >= 0)
        return item;
    release(vm, item);
    return end_if_stopped(vm);
}

static Value dropwhile_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    return predicated_new(vm, TYPE_itertools_dropwhile, type, args, positional, names);
}

static Value dropwhile_next(struct Interpreter *vm, Value self)
{
    struct Predicated *dropwhile = (struct Predicated *)value_object(self);
    if (dropwhile->decided)
        return is_empty(dropwhile->source) ? VALUE_END : source_next(vm, dropwhile->source);
    for (;;) {
        int truth = 0;
        Value item = next_judged(vm, dropwhile, &truth);
        if (is_empty(item) || is_end(item))
            return item;
        if (truth == 0) {
            dropwhile->decided = true;
            return item;
        }
        release(vm, item);
    }
}

ITERTOOLS_MEMORY(dropwhile, 2)
ITERTOOLS_TYPE(dropwhile, Predicated,
               "Drop items from the iterable while predicate(item) is true.\n\n"
               "Afterwards, return every element until the iterable is exhausted.",
               .repr = NULL);

static Value takewhile_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    return predicated_new(vm, TYPE_itertools_takewhile, type, args, positional, names);
}

static Value takewhile_next(struct Interpreter *vm, Value self)
{
    struct Predicated *takewhile = (struct Predicated *)value_object(self);
    int truth = 0;
    if (takewhile->decided)
        return VALUE_END;
    Value item = next_judged(vm, takewhile, &truth);
    if (is_empty(item) || is_end(item) || truth > 0)
        return item;
    takewhile->decided = true;
    release(vm, item);
    return VALUE_END;
}

ITERTOOLS_MEMORY(takewhile, 2)
ITERTOOLS_TYPE(takewhile, Predicated,
               "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
               .repr = NULL);

static Value filterfalse_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                   Value names)
{
    return predicated_new(vm, TYPE_itertools_filterfalse, type, args, positional, names);
}

/* Without a predicate the items' own truth counts. */
static Value next_by_truth(struct Interpreter *vm, struct Predicated *self, int *truth)
{
    if (is_empty(self->source))
        return VALUE_END;
    Value item = source_next(vm, self->source);
    if (is_empty(item) || is_end(item))
        return item;
    *truth = object_truth(vm, item);
    if (*truth >= 0)
        return item;
    release(vm, item);
    return end_if_stopped(vm);
}

static Value filterfalse_next(struct Interpreter *vm, Value self)
{
    struct Predicated *filter = (struct Predicated *)value_object(self);
    bool own = is_none(filter->predicate)
               || value_same(filter->predicate, value_from_object(builtin_type(vm, TYPE_bool)));
    for (;;) {
        int truth = 0;
        Value item = own ? next_by_truth(vm, filter, &truth) : next_judged(vm, filter, &truth);
        if (is_empty(item) || is_end(item) || truth == 0)
            return item;
        release(vm, item);
    }
}

ITERTOOLS_MEMORY(filterfalse, 2)
ITERTOOLS_TYPE(filterfalse, Predicated,
               "Return those items of iterable for which function(item) is false.\n\n"
               "If function is None, return the items that are false.",
               .repr = NULL);

/* ---- compress ----------------------------------------------------------- */

struct Compress {
    struct Object header;
    Value data, selectors;
};

static Value compress_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    Value bound[2];
    if (!native_bind(vm, "compress", "data, selectors", args, positional, names, bound, 2))
        return EMPTY;
    Value data = object_iterate(vm, bound[0]);
    Value selectors = is_empty(data) ? EMPTY : object_iterate(vm, bound[1]);
    if (is_empty(selectors)) {
        release_maybe(vm, data);
        return EMPTY;
    }
    struct Compress *self = itertools_allocate(vm, type, data);
    if (self == NULL) {
        release(vm, selectors);
        return EMPTY;
    }
    slot_init(vm, self, &self->selectors, selectors);
    return value_from_object(self);
}

static Value compress_next(struct Interpreter *vm, Value self)
{
    struct Compress *compress = (struct Compress *)value_object(self);
    while (!is_empty(compress->data)) {
        Value item = source_next(vm, compress->data);
        if (is_empty(item) || is_end(item))
            return item;
        Value selector = is_empty(compress->selectors) ? VALUE_END : source_next(vm, compress->selectors);
        if (is_empty(selector) || is_end(selector)) {
            release(vm, item);
            return selector;
        }
        int chosen = object_truth(vm, selector);
        release(vm, selector);
        if (chosen > 0)
            return item;
        release(vm, item);
        if (chosen < 0)
            return end_if_stopped(vm);
    }
    return VALUE_END;
}

ITERTOOLS_MEMORY(compress, 2)
ITERTOOLS_TYPE(compress, Compress,
               "Return data elements corresponding to true selector elements.\n\n"
               "Forms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
               .repr = NULL);

/* ---- islice ------------------------------------------------------------- */

struct Slicer {
    struct Object header;
    Value source;
    uint64_t position, next; /* of the source's items */
    int64_t end;             /* NO_STOP: none */
    uint64_t stride;
};

enum { NO_STOP = -1 };

/* None leaves *number; what is no index, or too big, counts as -1. */
static void slice_argument(struct Interpreter *vm, Value v, int64_t *number)
{
    if (is_none(v) || object_as_int64(vm, v, TYPE_OverflowError, number))
        return;
    error_clear(vm);
    *number = -1;
}

/* numbers: start, stop, step, filled with their defaults. */
static bool slice_arguments(struct Interpreter *vm, const Value *args, size_t count, int64_t numbers[3])
{
    Value stop = args[count == 2 ? 1 : 2];
    slice_argument(vm, stop, &numbers[1]);
    if (numbers[1] == -1 && !is_none(stop)) {
        raise_value_error(vm, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        return false;
    }
    if (count > 2)
        slice_argument(vm, args[1], &numbers[0]);
    if (numbers[0] < 0 || numbers[1] < -1) {
        raise_value_error(vm, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        return false;
    }
    if (count > 3)
        slice_argument(vm, args[3], &numbers[2]);
    if (numbers[2] >= 1)
        return true;
    raise_value_error(vm, "Step for islice() must be a positive integer or None.");
    return false;
}

static Value islice_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    int64_t numbers[3] = {0, NO_STOP, 1};
    if (!check_no_keywords_new(vm, type, TYPE_itertools_islice, names) ||
        !check_positional(vm, "islice", positional, 2, 4) || !slice_arguments(vm, args, positional, numbers))
        return EMPTY;
    struct Slicer *self = itertools_allocate(vm, type, object_iterate(vm, args[0]));
    if (self == NULL)
        return EMPTY;
    self->next = (uint64_t)numbers[0];
    self->end = numbers[1];
    self->stride = (uint64_t)numbers[2];
    return value_from_object(self);
}

/* The source's items before self->next are dropped: END when there are not so many. */
static Value islice_skip(struct Interpreter *vm, struct Slicer *self)
{
    while (self->position < self->next) {
        if (is_empty(self->source))
            return VALUE_END;
        Value item = source_next(vm, self->source);
        if (is_empty(item) || is_end(item))
            return item;
        release(vm, item);
        self->position++;
    }
    return VALUE_NONE;
}

static Value islice_take_next(struct Interpreter *vm, struct Slicer *self)
{
    Value skipped = self->position < self->next ? islice_skip(vm, self) : VALUE_NONE;
    if (!is_none(skipped))
        return skipped;
    bool over = self->end != NO_STOP && self->position >= (uint64_t)self->end;
    return over || is_empty(self->source) ? VALUE_END : source_next(vm, self->source);
}

static Value islice_next(struct Interpreter *vm, Value self)
{
    struct Slicer *slicer = (struct Slicer *)value_object(self);
    if (is_empty(slicer->source))
        return VALUE_END;
    Value item = islice_take_next(vm, slicer);
    if (is_end(item) || is_empty(item)) {
        slot_clear(vm, slicer, &slicer->source);
        return item;
    }
    slicer->position++;
    slicer->next += slicer->stride;
    if (slicer->end != NO_STOP && slicer->next > (uint64_t)slicer->end)
        slicer->next = (uint64_t)slicer->end;
    return item;
}

ITERTOOLS_MEMORY(islice, 1)
ITERTOOLS_TYPE(islice, Slicer,
               "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n"
               "Return an iterator whose next() method returns selected values from an\niterable.  If start is "
               "specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.",
               .repr = NULL);
