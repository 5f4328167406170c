/* itertools: count, cycle, repeat and chain. */
#include "runtime/generic_alias.h"
#include "runtime/modules/itertools.h"
#include "runtime/number.h"
#include "runtime/string_internal.h"

/* ---- count -------------------------------------------------------------- */

struct Count {
    struct Object header;
    Value next, step;
};

static bool is_number(struct Interpreter *vm, Value v)
{
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    return operations->index != NULL || operations->to_int != NULL || operations->to_float != NULL ||
           object_has_type(vm, v, TYPE_complex);
}

static bool is_one(struct Interpreter *vm, Value v)
{
    int64_t number;
    return is_int(vm, v) && int_fits_int64(v, &number) && number == 1;
}

static Value count_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    Value bound[2];
    if (!native_bind(vm, "count", "start=0, step=1", args, positional, names, bound, 2))
        return EMPTY;
    if ((!is_absent(bound[0]) && !is_number(vm, bound[0])) || (!is_absent(bound[1]) && !is_number(vm, bound[1])))
        return raise_type_error(vm, "a number is required");
    Value start = is_absent(bound[0]) ? value_from_small_int(0) : bound[0];
    Value step = is_absent(bound[1]) ? value_from_small_int(1) : bound[1];
    bool plain = is_int(vm, start) && is_one(vm, step);
    struct Count *self = itertools_allocate(vm, type, plain ? int_plain(vm, start) : retain(start));
    if (self == NULL)
        return EMPTY;
    slot_init(vm, self, &self->step, plain ? value_from_small_int(1) : retain(step));
    return value_from_object(self);
}

static Value count_next(struct Interpreter *vm, Value self)
{
    struct Count *count = (struct Count *)value_object(self);
    Value current = count->next, sum;
    if (LIKELY(are_small_ints(current, count->step) && small_int_add(current, count->step, &sum))) {
        slot_init(vm, count, &count->next, sum);
        return current;
    }
    if (is_empty(current))
        return VALUE_END;
    Value held = retain(current);
    sum = object_binary(vm, BINARY_ADD, held, count->step);
    if (is_empty(sum)) {
        release(vm, held);
        return EMPTY;
    }
    slot_set(vm, count, &count->next, sum);
    return held;
}

static Value count_repr(struct Interpreter *vm, Value self)
{
    const struct Count *count = (struct Count *)value_object(self);
    const char *name = type_name(value_type(vm, self));
    return is_one(vm, count->step) ? string_from_format(vm, "%s(%R)", name, count->next)
                                   : string_from_format(vm, "%s(%R, %R)", name, count->next, count->step);
}

static Value count_reduce(struct Interpreter *vm, const Value *args, size_t number)
{
    const struct Count *self = (struct Count *)value_object(args[0]);
    (void)number;
    Value arguments = is_one(vm, self->step) ? tuple_pack(vm, (size_t)1, self->next)
                                             : tuple_pack(vm, (size_t)2, self->next, self->step);
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

static const struct NativeMethod count_methods[] = {
    METHOD("__reduce__", count_reduce, 0, 0, NULL, "Return state information for pickling."),
    METHODS_END,
};

ITERTOOLS_MEMORY(count, 2)
const struct TypeSpec itertools_count_type_spec = {
    .name = "itertools.count",
    .documentation = "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n"
                     "    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n"
                     "            x += step",
    .instance_size = sizeof(struct Count),
    .flags = TYPE_BASE,
    .memory = {.traverse = count_traverse, .take = count_take, .clear = nothing_to_clear, .kind = OBJECT_CONTAINER},
    .operations = {.construct = count_construct, .repr = count_repr, .iterate = itertools_iterate,
                   .next = count_next},
    .methods = count_methods,
};

/* ---- cycle -------------------------------------------------------------- */

struct Cycle {
    struct Object header;
    Value source; /* EMPTY once everything is saved */
    Value saved;  /* list */
    size_t index;
};

static Value cycle_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    if (!itertools_positional(vm, TYPE_itertools_cycle, type, positional, 1, names))
        return EMPTY;
    Value source = object_iterate(vm, args[0]), saved = is_empty(source) ? EMPTY : list_new(vm, 0);
    if (is_empty(saved)) {
        release_maybe(vm, source);
        return EMPTY;
    }
    struct Cycle *self = itertools_allocate(vm, type, source);
    if (self == NULL) {
        release(vm, saved);
        return EMPTY;
    }
    slot_init(vm, self, &self->saved, saved);
    return value_from_object(self);
}

static Value cycle_next(struct Interpreter *vm, Value self)
{
    struct Cycle *cycle = (struct Cycle *)value_object(self);
    if (!is_empty(cycle->source)) {
        Value item = source_next(vm, cycle->source);
        if (is_empty(item))
            return EMPTY;
        if (!is_end(item)) {
            if (is_empty(cycle->saved) || list_append(vm, cycle->saved, retain(item)))
                return item;
            release(vm, item);
            return EMPTY;
        }
        slot_clear(vm, cycle, &cycle->source);
    }
    if (is_empty(cycle->saved) || as_list(cycle->saved)->length == 0)
        return VALUE_END;
    const struct List *saved = as_list(cycle->saved);
    size_t index = cycle->index < saved->length ? cycle->index : 0;
    cycle->index = index + 1 < saved->length ? index + 1 : 0;
    return retain(saved->items[index]);
}

ITERTOOLS_MEMORY(cycle, 2)
ITERTOOLS_TYPE(cycle, Cycle,
               "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
               .repr = NULL);

/* ---- repeat ------------------------------------------------------------- */

struct Repeat {
    struct Object header;
    Value item;
    int64_t left; /* negative: for ever */
};

static Value repeat_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    Value bound[2];
    int64_t left = -1;
    if (!native_bind(vm, "repeat", "object, times=None", args, positional, names, bound, 2))
        return EMPTY;
    if (!is_absent(bound[1])) {
        if (!read_size(vm, bound[1], &left))
            return EMPTY;
        left = left < 0 ? 0 : left;
    }
    struct Repeat *self = itertools_allocate(vm, type, retain(bound[0]));
    if (self == NULL)
        return EMPTY;
    self->left = left;
    return value_from_object(self);
}

static Value repeat_next(struct Interpreter *vm, Value self)
{
    struct Repeat *repeat = (struct Repeat *)value_object(self);
    (void)vm;
    if (repeat->left == 0 || is_empty(repeat->item))
        return VALUE_END;
    repeat->left -= repeat->left > 0;
    return retain(repeat->item);
}

static Value repeat_repr(struct Interpreter *vm, Value self)
{
    const struct Repeat *repeat = (struct Repeat *)value_object(self);
    const char *name = type_name(value_type(vm, self));
    return repeat->left < 0 ? string_from_format(vm, "%s(%R)", name, repeat->item)
                            : string_from_format(vm, "%s(%R, %lld)", name, repeat->item, (long long)repeat->left);
}

static Value repeat_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t left = ((struct Repeat *)value_object(args[0]))->left;
    (void)count;
    return left < 0 ? raise_type_error(vm, "len() of unsized object") : int_new(vm, left);
}

static Value repeat_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Repeat *self = (struct Repeat *)value_object(args[0]);
    (void)count;
    Value left = int_new(vm, self->left);
    if (is_empty(left))
        return EMPTY;
    Value arguments = tuple_pack(vm, (size_t)(self->left < 0 ? 1 : 2), self->item, left);
    release(vm, left);
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

static const struct NativeMethod repeat_methods[] = {
    METHOD("__length_hint__", repeat_length_hint, 0, 0, NULL,
           "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", repeat_reduce, 0, 0, NULL, "Return state information for pickling."),
    METHODS_END,
};

ITERTOOLS_MEMORY(repeat, 1)
const struct TypeSpec itertools_repeat_type_spec = {
    .name = "itertools.repeat",
    .documentation = "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number "
                     "of times.  If not specified, returns the object\nendlessly.",
    .instance_size = sizeof(struct Repeat),
    .flags = TYPE_BASE,
    .memory = {.traverse = repeat_traverse, .take = repeat_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = repeat_construct, .repr = repeat_repr, .iterate = itertools_iterate,
                   .next = repeat_next},
    .methods = repeat_methods,
};

/* ---- chain -------------------------------------------------------------- */

struct Chain {
    struct Object header;
    Value source; /* of iterables */
    Value active; /* iterator, or EMPTY */
};

static OWNED Value chain_over(struct Interpreter *vm, struct Type *type, Value iterables)
{
    Value source = object_iterate(vm, iterables);
    struct Chain *self = itertools_allocate(vm, type, source);
    return self == NULL ? EMPTY : value_from_object(self);
}

static Value chain_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    if (!check_no_keywords_new(vm, type, TYPE_itertools_chain, names))
        return EMPTY;
    Value iterables = tuple_new(vm, args, positional);
    if (is_empty(iterables))
        return EMPTY;
    Value self = chain_over(vm, type, iterables);
    release(vm, iterables);
    return self;
}

static Value chain_from_iterable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return chain_over(vm, (struct Type *)value_object(args[0]), args[1]);
}

/* Makes the next iterable the active one: 1, 0 when there is none, -1. */
static int chain_advance(struct Interpreter *vm, struct Chain *self)
{
    Value iterable = source_next(vm, self->source);
    if (is_end(iterable))
        return 0;
    if (is_empty(iterable))
        return -1;
    Value active = object_iterate(vm, iterable);
    release(vm, iterable);
    if (is_empty(active))
        return -1;
    slot_set(vm, self, &self->active, active);
    return 1;
}

static Value chain_next(struct Interpreter *vm, Value self)
{
    struct Chain *chain = (struct Chain *)value_object(self);
    while (!is_empty(chain->source)) {
        if (is_empty(chain->active)) {
            int found = chain_advance(vm, chain);
            if (found <= 0) {
                slot_clear(vm, chain, &chain->source);
                return found == 0 ? VALUE_END : EMPTY;
            }
            continue;
        }
        Value item = source_next(vm, chain->active);
        if (!is_end(item))
            return item;
        slot_clear(vm, chain, &chain->active);
    }
    return VALUE_END;
}

static const struct NativeMethod chain_methods[] = {
    CLASS_METHOD("from_iterable", chain_from_iterable, 1, 1, "iterable, /",
                 "Alternative chain() constructor taking a single iterable argument that evaluates lazily."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

ITERTOOLS_MEMORY(chain, 2)
const struct TypeSpec itertools_chain_type_spec = {
    .name = "itertools.chain",
    .documentation = "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it "
                     "is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
    .instance_size = sizeof(struct Chain),
    .flags = TYPE_BASE,
    .memory = {.traverse = chain_traverse, .take = chain_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = chain_construct, .iterate = itertools_iterate, .next = chain_next},
    .methods = chain_methods,
};
