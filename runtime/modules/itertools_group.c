/*
 * itertools: groupby and tee.
 *
 * A group reads through the groupby it came from, as long as that has not gone
 * on to the next one.  The iterators of a tee share a chain of blocks: each
 * holds a few items, the last one the source.
 */
#include "runtime/modules/itertools.h"
#include "runtime/string_internal.h"
#include "runtime/hashing.h"

/* ---- groupby ------------------------------------------------------------ */

struct GroupBy {
    struct Object header;
    Value source;
    Value target_key;    /* of the group handed out last */
    Value current_key, current_value; /* read, and not yet handed out */
    Value key_function;  /* EMPTY: the items are their own keys */
    uint64_t group;      /* number of the group handed out last */
};

struct Group {
    struct Object header;
    Value parent, target_key;
    uint64_t number; /* 0: of no groupby's */
};

static Value groupby_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    Value bound[2];
    if (!native_bind(vm, "groupby", "iterable, key=None", args, positional, names, bound, 2))
        return EMPTY;
    struct GroupBy *self = itertools_allocate(vm, type, object_iterate(vm, bound[0]));
    if (self == NULL)
        return EMPTY;
    if (!is_absent(bound[1]) && !is_none(bound[1]))
        slot_init(vm, self, &self->key_function, retain(bound[1]));
    return value_from_object(self);
}

/* Reads the next item and its key: NONE, END or EMPTY. */
static Value groupby_step(struct Interpreter *vm, struct GroupBy *self)
{
    if (is_empty(self->source))
        return VALUE_END;
    Value value = source_next(vm, self->source);
    if (is_empty(value) || is_end(value))
        return value;
    Value key = EMPTY;
    if (is_empty(self->key_function)) {
        key = retain(value);
    } else {
        Value function = retain(self->key_function);
        key = object_call_1(vm, function, value);
        release(vm, function);
    }
    if (is_empty(key)) {
        release(vm, value);
        return end_if_stopped(vm);
    }
    slot_set(vm, self, &self->current_value, value);
    slot_set(vm, self, &self->current_key, key);
    return VALUE_NONE;
}

/* Whether the item read last is of the key's group: 1, 0, -1. */
static int has_key(struct Interpreter *vm, struct GroupBy *self, Value key)
{
    Value current = retain(self->current_key), wanted = retain(key);
    int equal = values_equal(vm, wanted, current);
    release(vm, wanted);
    release(vm, current);
    return equal;
}

static OWNED Value group_new(struct Interpreter *vm, struct GroupBy *parent)
{
    struct Group *group =
        itertools_allocate(vm, builtin_type(vm, TYPE_itertools_grouper), retain(value_from_object(parent)));
    if (group == NULL)
        return EMPTY;
    slot_init(vm, group, &group->target_key, retain(parent->target_key));
    group->number = parent->group;
    return value_from_object(group);
}

static Value groupby_next(struct Interpreter *vm, Value self)
{
    struct GroupBy *groupby = (struct GroupBy *)value_object(self);
    groupby->group++; /* the group before is over */
    for (;;) {
        if (!is_empty(groupby->current_key)) {
            int same = is_empty(groupby->target_key) ? 0 : has_key(vm, groupby, groupby->target_key);
            if (same < 0)
                return EMPTY;
            if (same == 0)
                break;
        }
        Value step = groupby_step(vm, groupby);
        if (!is_none(step))
            return step;
    }
    if (is_empty(groupby->current_key)) /* a comparison has read the rest */
        return VALUE_END;
    Value key = retain(groupby->current_key);
    slot_set(vm, groupby, &groupby->target_key, retain(key));
    Value group = group_new(vm, groupby);
    Value pair = is_empty(group) ? EMPTY : tuple_pack(vm, (size_t)2, key, group);
    release_maybe(vm, group);
    release(vm, key);
    return pair;
}

ITERTOOLS_MEMORY(groupby, 5)
ITERTOOLS_TYPE(groupby, GroupBy,
               "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements "
               "to divide into groups according to the key function.\n  key\n    A function for computing the group "
               "category for each element.\n    If the key function is not specified or is None, the element itself\n"
               "    is used for grouping.",
               .repr = NULL);

static Value grouper_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    if (!check_no_keywords(vm, "_grouper", names) || !check_positional(vm, "_grouper", positional, 2, 2))
        return EMPTY;
    if (!type_is_subtype(vm, value_type(vm, args[0]), builtin_type(vm, TYPE_itertools_groupby)))
        return raise_type_error(vm, "_grouper() argument 1 must be itertools.groupby, not %T", args[0]);
    struct Group *group = itertools_allocate(vm, type, retain(args[0]));
    if (group == NULL)
        return EMPTY;
    slot_init(vm, group, &group->target_key, retain(args[1]));
    group->number = ++((struct GroupBy *)value_object(args[0]))->group;
    return value_from_object(group);
}

static Value grouper_next(struct Interpreter *vm, Value self)
{
    struct Group *group = (struct Group *)value_object(self);
    if (is_empty(group->parent))
        return VALUE_END;
    struct GroupBy *parent = (struct GroupBy *)value_object(group->parent);
    if (parent->group != group->number)
        return VALUE_END;
    if (is_empty(parent->current_value)) {
        Value step = groupby_step(vm, parent);
        if (!is_none(step))
            return step;
    }
    if (is_empty(parent->current_key))
        return VALUE_END;
    int same = has_key(vm, parent, group->target_key);
    if (same <= 0)
        return same < 0 ? EMPTY : VALUE_END;
    if (is_empty(parent->current_value))
        return VALUE_END;
    Value value = slot_take(vm, parent, &parent->current_value);
    slot_clear(vm, parent, &parent->current_key);
    return value;
}

ITERTOOLS_MEMORY(grouper, 2)
const struct TypeSpec itertools_grouper_type_spec = {
    .name = "itertools._grouper",
    .instance_size = sizeof(struct Group),
    .memory = {.traverse = grouper_traverse, .take = grouper_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = grouper_construct, .iterate = itertools_iterate, .next = grouper_next},
};

/* ---- tee ---------------------------------------------------------------- */

enum { TEE_BLOCK_ITEMS = 57 };

struct TeeBlock {
    struct Object header;
    Value source;
    Value items[TEE_BLOCK_ITEMS]; /* the first `count` of them are read */
    Value next;                   /* block, or EMPTY */
    size_t count;
    bool running;
};

struct Tee {
    struct Object header;
    Value block;
    size_t index; /* of the item to hand out next */
};

ITERTOOLS_MEMORY(tee_block, TEE_BLOCK_ITEMS + 2)

static Value tee_block_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    (void)args, (void)positional, (void)names;
    return raise_type_error(vm, "cannot create '%N' instances", type);
}

const struct TypeSpec itertools_tee_block_type_spec = {
    .name = "itertools._tee_dataobject",
    .documentation = "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
    .instance_size = sizeof(struct TeeBlock),
    .memory = {.traverse = tee_block_traverse, .take = tee_block_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = tee_block_construct},
};

static OWNED Value block_new(struct Interpreter *vm, STEALS Value source)
{
    struct TeeBlock *block = itertools_allocate(vm, builtin_type(vm, TYPE_itertools_tee_block), source);
    return block == NULL ? EMPTY : value_from_object(block);
}

/* Item i of the block, read from the source if nobody has read it yet. */
static Value block_item(struct Interpreter *vm, struct TeeBlock *block, size_t i)
{
    if (i < block->count)
        return is_empty(block->items[i]) ? VALUE_END : retain(block->items[i]);
    if (is_empty(block->source))
        return VALUE_END;
    if (block->running)
        return raise_error(vm, TYPE_RuntimeError, "cannot re-enter the tee iterator");
    block->running = true;
    Value item = source_next(vm, block->source);
    block->running = false;
    if (is_empty(item) || is_end(item))
        return item;
    slot_init(vm, block, &block->items[block->count++], retain(item));
    return item;
}

/* Goes on to the block after this one, which is made if need be. */
static bool next_block(struct Interpreter *vm, struct Tee *self)
{
    struct TeeBlock *block = (struct TeeBlock *)value_object(self->block);
    if (is_empty(block->next)) {
        Value next = block_new(vm, is_empty(block->source) ? VALUE_NONE : retain(block->source));
        if (is_empty(next))
            return false;
        slot_init(vm, block, &block->next, next);
    }
    self->index = 0;
    slot_set(vm, self, &self->block, retain(block->next));
    return true;
}

static Value tee_next(struct Interpreter *vm, Value self)
{
    struct Tee *tee = (struct Tee *)value_object(self);
    if (is_empty(tee->block) || (tee->index >= TEE_BLOCK_ITEMS && !next_block(vm, tee)))
        return is_empty(tee->block) ? VALUE_END : EMPTY;
    Value block = retain(tee->block);
    Value item = block_item(vm, (struct TeeBlock *)value_object(block), tee->index);
    release(vm, block);
    if (!is_empty(item) && !is_end(item))
        tee->index++;
    return item;
}

static OWNED Value tee_copy_of(struct Interpreter *vm, Value self)
{
    const struct Tee *tee = (struct Tee *)value_object(self);
    if (is_empty(tee->block))
        return raise_type_error(vm, "the tee iterator is gone");
    struct Tee *copy = itertools_allocate(vm, builtin_type(vm, TYPE_itertools_tee), retain(tee->block));
    if (copy == NULL)
        return EMPTY;
    copy->index = tee->index;
    return value_from_object(copy);
}

static Value tee_copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return tee_copy_of(vm, args[0]);
}

/* A tee over any iterable; of one that is a tee, a copy. */
static OWNED Value tee_over(struct Interpreter *vm, Value iterable)
{
    Value source = object_iterate(vm, iterable);
    if (is_empty(source))
        return EMPTY;
    if (object_has_type(vm, source, TYPE_itertools_tee)) {
        Value copy = tee_copy_of(vm, source);
        release(vm, source);
        return copy;
    }
    struct Tee *self = itertools_allocate(vm, builtin_type(vm, TYPE_itertools_tee), block_new(vm, source));
    return self == NULL ? EMPTY : value_from_object(self);
}

static Value tee_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                           Value names)
{
    (void)type;
    if (!check_no_keywords(vm, "_tee", names) || !check_positional(vm, "_tee", positional, 1, 1))
        return EMPTY;
    return tee_over(vm, args[0]);
}

static const struct NativeMethod tee_methods[] = {
    METHOD("__copy__", tee_copy, 0, 0, NULL, "Returns an independent iterator."),
    METHODS_END,
};

ITERTOOLS_MEMORY(tee, 1)
const struct TypeSpec itertools_tee_type_spec = {
    .name = "itertools._tee",
    .documentation = "Iterator wrapped to make it copyable.",
    .instance_size = sizeof(struct Tee),
    .flags = TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = tee_traverse, .take = tee_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = tee_construct, .iterate = itertools_iterate, .next = tee_next},
    .methods = tee_methods,
};

/* The first of the iterators: the iterable's own when it can be copied. */
static OWNED Value first_of_tee(struct Interpreter *vm, Value iterable, Value *copy_name)
{
    Value source = object_iterate(vm, iterable);
    *copy_name = is_empty(source) ? EMPTY : string_intern_cstring(vm, "__copy__");
    Value copy = is_empty(*copy_name) ? EMPTY : object_lookup_attribute(vm, source, *copy_name);
    Value first = is_empty(copy) ? EMPTY : is_absent(copy) ? tee_over(vm, source) : retain(source);
    release_maybe(vm, copy);
    release_maybe(vm, source);
    return first;
}

/* Appends the first and its copies until there are `wanted` of them. */
static bool collect_copies(struct Interpreter *vm, Value list, Value first, Value copy_name, int64_t wanted)
{
    Value one = retain(first);
    while (list_append(vm, list, retain(one))) {
        if ((int64_t)as_list(list)->length == wanted) {
            release(vm, one);
            return true;
        }
        Value copy = object_call_method(vm, copy_name, &one, 1);
        release(vm, one);
        if (is_empty(copy))
            return false;
        one = copy;
    }
    release(vm, one);
    return false;
}

Value itertools_tee(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t wanted = 2;
    if (count > 1 && !read_size(vm, args[1], &wanted))
        return EMPTY;
    if (wanted < 0)
        return raise_value_error(vm, "n must be >= 0");
    if (wanted == 0)
        return tuple_new(vm, NULL, 0);
    Value copy_name = EMPTY, first = first_of_tee(vm, args[0], &copy_name);
    Value list = is_empty(first) ? EMPTY : list_new(vm, wanted < 64 ? (size_t)wanted : 0), result = EMPTY;
    if (!is_empty(list) && collect_copies(vm, list, first, copy_name, wanted))
        result = list_to_tuple(vm, list);
    release_maybe(vm, list);
    release_maybe(vm, first);
    release_maybe(vm, copy_name);
    return result;
}
