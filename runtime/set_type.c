/* set and frozenset: their operations, and the iterator over both. */
#include "runtime/arguments.h"
#include "runtime/object.h"
#include "runtime/sequence_iterator.h"
#include "runtime/set_internal.h"
#include "runtime/string.h"

/* ---- Making ------------------------------------------------------------- */

static Value set_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                           Value names)
{
    (void)args;
    (void)positional;
    (void)names;
    return set_new_of_type(vm, type);
}

static bool set_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!check_no_keywords(vm, "set", names) || !check_positional(vm, "set", positional, 0, 1))
        return false;
    set_clear(vm, as_set(self));
    return positional == 0 || set_update(vm, self, args[0]);
}

static Value frozenset_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    bool exact = type == builtin_type(vm, TYPE_frozenset);
    if (!check_no_keywords_new(vm, type, TYPE_frozenset, names)
        || !check_positional(vm, "frozenset", positional, 0, 1))
        return EMPTY;
    if (exact && positional == 1 && object_has_type(vm, args[0], TYPE_frozenset))
        return retain(args[0]);
    return positional == 0 ? set_new_of_type(vm, type) : set_copy(vm, type, args[0]);
}

/* ---- Text --------------------------------------------------------------- */

/* "1, 2" */
static bool repr_items(struct Interpreter *vm, Value items, struct StringBuilder *builder)
{
    const struct List *list = as_list(items);
    (void)vm;
    for (size_t i = 0; i < list->length; i++)
        if ((i > 0 && !builder_add_cstring(builder, ", ")) || !builder_add_repr(builder, list->items[i]))
            return false;
    return true;
}

static OWNED Value repr_of(struct Interpreter *vm, Value self, Value items)
{
    bool plain = object_has_type(vm, self, TYPE_set);
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool ok = (plain || (builder_add_cstring(&builder, value_type_name(vm, self)) && builder_add_char(&builder, '(')))
              && builder_add_char(&builder, '{') && repr_items(vm, items, &builder)
              && builder_add_cstring(&builder, plain ? "}" : "})");
    if (ok)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static Value set_repr(struct Interpreter *vm, Value self)
{
    if (set_length(self) == 0)
        return string_from_format(vm, "%T()", self);
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_format(vm, "%T(...)", self) : EMPTY;
    Value items = list_from_iterable(vm, self), text = EMPTY;
    if (!is_empty(items)) {
        text = repr_of(vm, self, items);
        release(vm, items);
    }
    repr_leave(vm, self);
    return text;
}

/* ---- Comparison and hash ------------------------------------------------ */

static int sets_equal(struct Interpreter *vm, Value a, Value b)
{
    const struct Set *left = as_set(a), *right = as_set(b);
    if (left->used != right->used || (left->hash != -1 && right->hash != -1 && left->hash != right->hash))
        return 0;
    return set_is_subset(vm, a, b);
}

static Value set_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_any_set(vm, self) || !is_any_set(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    size_t ours = set_length(self), theirs = set_length(other);
    int answer = 0;
    switch (operation) {
    case COMPARE_EQ:
        answer = sets_equal(vm, self, other);
        break;
    case COMPARE_NE:
        answer = sets_equal(vm, self, other);
        answer = answer < 0 ? -1 : !answer;
        break;
    case COMPARE_LE:
        answer = set_is_subset(vm, self, other);
        break;
    case COMPARE_LT:
        answer = ours < theirs ? set_is_subset(vm, self, other) : 0;
        break;
    case COMPARE_GE:
        answer = set_is_subset(vm, other, self);
        break;
    case COMPARE_GT:
        answer = ours > theirs ? set_is_subset(vm, other, self) : 0;
        break;
    }
    return answer < 0 ? EMPTY : value_from_bool(answer);
}

static uint64_t shuffle(uint64_t hash)
{
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

/* CPython's: independent of order, and the same number. */
static bool frozenset_hash(struct Interpreter *vm, Value self, int64_t *result)
{
    struct Set *set = as_set(self);
    (void)vm;
    if (set->hash == -1) {
        uint64_t hash = 0;
        const struct SetEntry *entry;
        for (size_t position = 0; (entry = set_next_entry(set, &position)) != NULL;)
            hash ^= shuffle((uint64_t)entry->hash);
        hash ^= (set->used + 1) * 1927868237u;
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash * 69069u + 907133923u;
        set->hash = hash == UINT64_MAX ? 590923713 : (int64_t)hash;
    }
    *result = set->hash;
    return true;
}

/* ---- Operators ---------------------------------------------------------- */

static bool both_sets(struct Interpreter *vm, Value a, Value b)
{
    return is_any_set(vm, a) && is_any_set(vm, b);
}

static Value set_or(struct Interpreter *vm, Value left, Value right)
{
    if (!both_sets(vm, left, right))
        return VALUE_NOT_IMPLEMENTED;
    bool frozen = type_is_subtype(vm, value_type(vm, left), builtin_type(vm, TYPE_frozenset));
    Value result = set_copy(vm, builtin_type(vm, frozen ? TYPE_frozenset : TYPE_set), left);
    if (is_empty(result) || value_same(left, right) || set_update(vm, result, right))
        return result;
    release(vm, result);
    return EMPTY;
}

static Value set_and(struct Interpreter *vm, Value left, Value right)
{
    return both_sets(vm, left, right) ? set_intersection(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value set_subtract(struct Interpreter *vm, Value left, Value right)
{
    return both_sets(vm, left, right) ? set_difference(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value set_xor(struct Interpreter *vm, Value left, Value right)
{
    return both_sets(vm, left, right) ? set_symmetric_difference(vm, left, right) : VALUE_NOT_IMPLEMENTED;
}

static Value in_place(struct Interpreter *vm, Value self, Value other,
                      bool (*update)(struct Interpreter *, Value, Value))
{
    if (!is_any_set(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    return update(vm, self, other) ? retain(self) : EMPTY;
}

static Value set_in_place_or(struct Interpreter *vm, Value self, Value other)
{
    return in_place(vm, self, other, set_update);
}

static Value set_in_place_and(struct Interpreter *vm, Value self, Value other)
{
    return in_place(vm, self, other, set_intersection_update);
}

static Value set_in_place_subtract(struct Interpreter *vm, Value self, Value other)
{
    return in_place(vm, self, other, set_difference_update);
}

static Value set_in_place_xor(struct Interpreter *vm, Value self, Value other)
{
    return in_place(vm, self, other, set_symmetric_difference_update);
}

/* ---- Iteration ---------------------------------------------------------- */

OWNED Value set_iterator_new(struct Interpreter *vm, Value set)
{
    struct SetIterator *iterator =
        (struct SetIterator *)(void *)object_allocate(vm, builtin_type(vm, TYPE_set_iterator), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->set, retain(set));
    iterator->length = iterator->remaining = set_length(set);
    return value_from_object(iterator);
}

static Value set_iterator_next(struct Interpreter *vm, Value self)
{
    struct SetIterator *iterator = (struct SetIterator *)value_object(self);
    if (is_empty(iterator->set))
        return VALUE_END;
    if (iterator->length != set_length(iterator->set)) {
        iterator->length = SIZE_MAX;
        return raise_error(vm, TYPE_RuntimeError, "Set changed size during iteration");
    }
    const struct SetEntry *entry = set_next_entry(as_set(iterator->set), &iterator->position);
    if (entry != NULL) {
        iterator->remaining--;
        return retain(entry->key);
    }
    slot_clear(vm, iterator, &iterator->set);
    return VALUE_END;
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct SetIterator *self = (struct SetIterator *)value_object(args[0]);
    (void)vm;
    (void)count;
    bool intact = !is_empty(self->set) && self->length == set_length(self->set);
    return value_from_small_int(intact ? (int64_t)self->remaining : 0);
}

static Value iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct SetIterator *self = (struct SetIterator *)value_object(args[0]);
    (void)count;
    Value copy = is_empty(self->set) ? list_new(vm, 0) : set_iterator_new(vm, self->set);
    if (is_empty(copy))
        return EMPTY;
    if (!is_empty(self->set)) {
        struct SetIterator *iterator = (struct SetIterator *)value_object(copy);
        iterator->length = self->length;
        iterator->remaining = self->remaining;
        iterator->position = self->position;
    }
    Value rest = list_from_iterable(vm, copy);
    release(vm, copy);
    return is_empty(rest) ? EMPTY : reduce_with_builtin(vm, "iter", rest, EMPTY);
}

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    visit(((struct SetIterator *)object)->set, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    (void)cursor;
    Value v = slot_take(vm, object, &((struct SetIterator *)object)->set);
    return is_empty(v) ? VALUE_END : v;
}

/* ---- The types ---------------------------------------------------------- */

static int64_t set_length_operation(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)set_length(self);
}

#define SET_MEMORY                                                                                                 \
    {.traverse = set_traverse, .take = set_take, .clear = set_forget, .destroy = set_destroy, .kind = OBJECT_CONTAINER}

#define COMMON_OPERATIONS                                                                            \
    .repr = set_repr, .compare = set_compare, .iterate = set_iterator_new, .length = set_length_operation, \
    .contains = set_contains_key, .binary[BINARY_OR] = set_or, .binary[BINARY_AND] = set_and,        \
    .binary[BINARY_SUBTRACT] = set_subtract, .binary[BINARY_XOR] = set_xor

const struct TypeSpec set_type_spec = {
    .name = "set",
    .documentation = "set(iterable=(), /)\n--\n\n"
                     "Build an unordered collection of unique elements.",
    .instance_size = sizeof(struct Set),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE | TYPE_SUBCLASS_SET,
    .memory = SET_MEMORY,
    .operations = {COMMON_OPERATIONS,
                   .construct = set_construct,
                   .initialize = set_initialize,
                   .in_place[BINARY_OR] = set_in_place_or,
                   .in_place[BINARY_AND] = set_in_place_and,
                   .in_place[BINARY_SUBTRACT] = set_in_place_subtract,
                   .in_place[BINARY_XOR] = set_in_place_xor},
    .methods = set_method_table,
};

const struct TypeSpec frozenset_type_spec = {
    .name = "frozenset",
    .documentation = "frozenset(iterable=(), /)\n--\n\n"
                     "Build an immutable unordered collection of unique elements.",
    .instance_size = sizeof(struct Set),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE | TYPE_SUBCLASS_SET,
    .memory = SET_MEMORY,
    .operations = {COMMON_OPERATIONS, .construct = frozenset_construct, .hash = frozenset_hash},
    .methods = frozenset_method_table,
};

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", iterator_reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

const struct TypeSpec set_iterator_type_spec = {
    .name = "set_iterator",
    .instance_size = sizeof(struct SetIterator),
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = set_iterator_next},
    .methods = iterator_methods,
};
