/*
 * The algebra of sets.  Which operand is walked and which is asked follows
 * CPython, as it decides the order of the result.
 */
#include "runtime/dict_internal.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/set_internal.h"

/* Results are plain sets or frozensets, whatever class the operand has. */
static struct Type *base_type(struct Interpreter *vm, Value set)
{
    struct Type *frozen = builtin_type(vm, TYPE_frozenset);
    return type_is_subtype(vm, value_type(vm, set), frozen) ? frozen : builtin_type(vm, TYPE_set);
}

OWNED Value set_copy(struct Interpreter *vm, struct Type *type, Value set)
{
    Value copy = set_new_of_type(vm, type);
    if (!is_empty(copy) && !set_update(vm, copy, set)) {
        release(vm, copy);
        return EMPTY;
    }
    return copy;
}

/* ---- Walking ------------------------------------------------------------ */

/* Calls visit with each key (retained for the call) and its hash while it answers 1; its last answer: 0 or -1
 * ends the walk. */
typedef int (*KeyVisitor)(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *context);

static int walk_set(struct Interpreter *vm, struct Set *other, KeyVisitor visit, struct Set *set, void *context)
{
    const struct SetEntry *entry;
    int answer = 1;
    for (size_t position = 0; answer > 0 && (entry = set_next_entry(other, &position)) != NULL;) {
        int64_t hash = entry->hash;
        Value key = retain(entry->key);
        answer = visit(vm, set, key, hash, context);
        release(vm, key);
    }
    return answer;
}

static int walk_iterable(struct Interpreter *vm, Value other, KeyVisitor visit, struct Set *set, void *context)
{
    Value iterator = object_iterate(vm, other);
    if (is_empty(iterator))
        return -1;
    int answer = 1;
    while (answer > 0) {
        int64_t hash;
        Value key = iterator_step(vm, iterator);
        if (is_end(key))
            break;
        answer = !is_empty(key) && value_hash(vm, key, &hash) ? visit(vm, set, key, hash, context) : -1;
        release_maybe(vm, key);
    }
    release(vm, iterator);
    return answer;
}

/* A dict knows its keys' hashes; it may change meanwhile. */
static int walk_dict(struct Interpreter *vm, struct Dict *dict, KeyVisitor visit, struct Set *set)
{
    int answer = 1;
    for (uint32_t i = 0; answer > 0 && i < dict->entry_count; i++) {
        if (is_empty(dict->entries[i].key))
            continue;
        int64_t hash = dict->entries[i].hash;
        Value key = retain(dict->entries[i].key);
        answer = visit(vm, set, key, hash, NULL);
        release(vm, key);
    }
    return answer;
}

static int walk(struct Interpreter *vm, Value other, KeyVisitor visit, struct Set *set, void *context)
{
    return is_any_set(vm, other) ? walk_set(vm, as_set(other), visit, set, context)
                                 : walk_iterable(vm, other, visit, set, context);
}

/* ---- Visitors ----------------------------------------------------------- */

static int add_if_in(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *result)
{
    int found = set_contains_hashed(vm, set, key, hash);
    if (found > 0)
        return set_add_hashed(vm, result, key, hash) ? 1 : -1;
    return found < 0 ? -1 : 1;
}

static int discard(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *unused)
{
    (void)unused;
    return set_discard_hashed(vm, set, key, hash) < 0 ? -1 : 1;
}

static int toggle(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *unused)
{
    (void)unused;
    int found = set_discard_hashed(vm, set, key, hash);
    if (found == 0)
        return set_add_hashed(vm, set, key, hash) ? 1 : -1;
    return found < 0 ? -1 : 1;
}

/* Goes on while the keys are in the set. */
static int is_in(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *unused)
{
    (void)unused;
    return set_contains_hashed(vm, set, key, hash);
}

static int is_not_in(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *unused)
{
    (void)unused;
    int found = set_contains_hashed(vm, set, key, hash);
    return found < 0 ? -1 : !found;
}

struct Difference {
    Value other; /* set or dict */
    struct Set *result;
};

static int add_if_not_in_other(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, void *context)
{
    struct Difference *difference = context;
    (void)set;
    int found = is_any_set(vm, difference->other)
                    ? set_contains_hashed(vm, as_set(difference->other), key, hash)
                    : dict_contains_hashed(vm, difference->other, key, hash);
    if (found == 0)
        return set_add_hashed(vm, difference->result, key, hash) ? 1 : -1;
    return found < 0 ? -1 : 1;
}

/* ---- Intersection ------------------------------------------------------- */

OWNED Value set_intersection(struct Interpreter *vm, Value set, Value other)
{
    struct Type *type = base_type(vm, set);
    if (value_same(set, other))
        return set_copy(vm, type, set);
    Value result = set_new_of_type(vm, type);
    if (is_empty(result))
        return EMPTY;
    if (is_any_set(vm, other) && set_length(other) > set_length(set)) {
        Value smaller = set;
        set = other;
        other = smaller;
    }
    if (walk(vm, other, add_if_in, as_set(set), as_set(result)) >= 0)
        return result;
    release(vm, result);
    return EMPTY;
}

void set_swap_contents(struct Interpreter *vm, struct Set *set, struct Set *source)
{
    struct Set theirs = *source;
    source->table = set->table;
    source->mask = set->mask;
    source->used = set->used;
    source->fill = set->fill;
    set->table = theirs.table;
    set->mask = theirs.mask;
    set->used = theirs.used;
    set->fill = theirs.fill;
    (void)vm;
}

bool set_intersection_update(struct Interpreter *vm, Value set, Value other)
{
    Value result = set_intersection(vm, set, other);
    if (is_empty(result))
        return false;
    set_swap_contents(vm, as_set(set), as_set(result));
    release(vm, result);
    return true;
}

/* ---- Difference --------------------------------------------------------- */

/* Many deleted entries slow every lookup down: beyond a quarter they are swept out. */
static bool sweep(struct Interpreter *vm, struct Set *set)
{
    if (set->fill - set->used <= set->mask / 4)
        return true;
    return set_resize(vm, set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

bool set_difference_update(struct Interpreter *vm, Value set, Value other)
{
    struct Set *self = as_set(set);
    if (value_same(set, other)) {
        set_clear(vm, self);
        return true;
    }
    Value removed = retain(other);
    if (is_any_set(vm, other) && set_length(other) >> 3 > self->used) { /* only what is in both needs a look */
        release(vm, removed);
        removed = set_intersection(vm, set, other);
        if (is_empty(removed))
            return false;
    }
    bool ok = walk(vm, removed, discard, self, NULL) >= 0;
    release(vm, removed);
    return ok && sweep(vm, self);
}

static OWNED Value copy_without(struct Interpreter *vm, Value set, Value other)
{
    Value result = set_copy(vm, base_type(vm, set), set);
    if (!is_empty(result) && !set_difference_update(vm, result, other)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

OWNED Value set_difference(struct Interpreter *vm, Value set, Value other)
{
    size_t length;
    if (is_any_set(vm, other))
        length = set_length(other);
    else if (is_exact_dict(vm, other))
        length = dict_length(other);
    else
        return copy_without(vm, set, other);
    if (set_length(set) >> 2 > length)
        return copy_without(vm, set, other);
    Value result = set_new_of_type(vm, base_type(vm, set));
    if (is_empty(result))
        return EMPTY;
    struct Difference difference = {other, as_set(result)};
    if (walk_set(vm, as_set(set), add_if_not_in_other, NULL, &difference) >= 0)
        return result;
    release(vm, result);
    return EMPTY;
}

/* ---- Symmetric difference ----------------------------------------------- */

bool set_symmetric_difference_update(struct Interpreter *vm, Value set, Value other)
{
    struct Set *self = as_set(set);
    if (value_same(set, other)) {
        set_clear(vm, self);
        return true;
    }
    if (is_exact_dict(vm, other))
        return walk_dict(vm, as_dict(other), toggle, self) >= 0;
    if (is_any_set(vm, other))
        return walk_set(vm, as_set(other), toggle, self, NULL) >= 0;
    Value theirs = set_copy(vm, base_type(vm, set), other); /* a key may come twice */
    if (is_empty(theirs))
        return false;
    bool ok = walk(vm, theirs, toggle, self, NULL) >= 0;
    release(vm, theirs);
    return ok;
}

OWNED Value set_symmetric_difference(struct Interpreter *vm, Value set, Value other)
{
    Value result = set_copy(vm, base_type(vm, set), other);
    if (!is_empty(result) && !set_symmetric_difference_update(vm, result, set)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

/* ---- Relations ---------------------------------------------------------- */

int set_is_disjoint(struct Interpreter *vm, Value set, Value other)
{
    if (value_same(set, other))
        return set_length(set) == 0;
    if (is_any_set(vm, other) && set_length(other) > set_length(set)) {
        Value smaller = set;
        set = other;
        other = smaller;
    }
    return walk(vm, other, is_not_in, as_set(set), NULL);
}

int set_is_subset(struct Interpreter *vm, Value set, Value other)
{
    if (is_any_set(vm, other))
        return set_length(set) > set_length(other) ? 0 : walk_set(vm, as_set(set), is_in, as_set(other), NULL);
    Value common = set_intersection(vm, set, other);
    if (is_empty(common))
        return -1;
    int subset = set_length(common) == set_length(set);
    release(vm, common);
    return subset;
}

int set_is_superset(struct Interpreter *vm, Value set, Value other)
{
    return is_any_set(vm, other) ? set_is_subset(vm, other, set) : walk_iterable(vm, other, is_in, as_set(set), NULL);
}
