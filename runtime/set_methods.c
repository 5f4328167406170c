/* set and frozenset: their methods. */
#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/set_internal.h"

static struct Type *base_type(struct Interpreter *vm, Value set)
{
    struct Type *frozen = builtin_type(vm, TYPE_frozenset);
    return type_is_subtype(vm, value_type(vm, set), frozen) ? frozen : builtin_type(vm, TYPE_set);
}

/* ---- Single keys -------------------------------------------------------- */

static Value add(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return set_add(vm, args[0], args[1]) ? VALUE_NONE : EMPTY;
}

/* Hash of a key to look for; a set is looked for as the frozenset put into *stand_in. */
static bool hash_key(struct Interpreter *vm, Value key, int64_t *hash, Value *stand_in)
{
    *stand_in = EMPTY;
    if (value_hash(vm, key, hash))
        return true;
    if (!type_is_subtype(vm, value_type(vm, key), builtin_type(vm, TYPE_set)) || !error_matches(vm, TYPE_TypeError))
        return false;
    error_clear(vm);
    *stand_in = set_copy(vm, builtin_type(vm, TYPE_frozenset), key);
    return !is_empty(*stand_in) && value_hash(vm, *stand_in, hash);
}

typedef int (*KeyOperation)(struct Interpreter *vm, struct Set *set, Value key, int64_t hash);

static int with_key(struct Interpreter *vm, Value set, Value key, KeyOperation operation)
{
    int64_t hash;
    Value stand_in;
    int answer = hash_key(vm, key, &hash, &stand_in)
                     ? operation(vm, as_set(set), is_empty(stand_in) ? key : stand_in, hash)
                     : -1;
    release_maybe(vm, stand_in);
    return answer;
}

int set_contains_key(struct Interpreter *vm, Value set, Value key)
{
    return with_key(vm, set, key, set_contains_hashed);
}

static Value discard(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return with_key(vm, args[0], args[1], set_discard_hashed) < 0 ? EMPTY : VALUE_NONE;
}

static Value remove_key(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int found = with_key(vm, args[0], args[1], set_discard_hashed);
    return found > 0 ? VALUE_NONE : found < 0 ? EMPTY : raise_key_error(vm, args[1]);
}

static Value pop(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (set_length(args[0]) == 0)
        return raise_error(vm, TYPE_KeyError, "pop from an empty set");
    return set_pop(vm, as_set(args[0]));
}

static Value clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    set_clear(vm, as_set(args[0]));
    return VALUE_NONE;
}

/* ---- Algebra with any number of others ---------------------------------- */

typedef bool (*Updater)(struct Interpreter *vm, Value set, Value other);

static bool update_all(struct Interpreter *vm, Value set, const Value *others, size_t count, Updater updater)
{
    for (size_t i = 0; i < count; i++)
        if (!updater(vm, set, others[i]))
            return false;
    return true;
}

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (object_has_type(vm, args[0], TYPE_frozenset))
        return retain(args[0]);
    return set_copy(vm, base_type(vm, args[0]), args[0]);
}

static Value union_(struct Interpreter *vm, const Value *args, size_t count)
{
    Value result = set_copy(vm, base_type(vm, args[0]), args[0]);
    if (!is_empty(result) && !update_all(vm, result, args + 1, count - 1, set_update)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value update(struct Interpreter *vm, const Value *args, size_t count)
{
    return update_all(vm, args[0], args + 1, count - 1, set_update) ? VALUE_NONE : EMPTY;
}

static Value intersection(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 1)
        return set_copy(vm, base_type(vm, args[0]), args[0]);
    Value result = retain(args[0]);
    for (size_t i = 1; i < count && !is_empty(result); i++) {
        Value narrower = set_intersection(vm, result, args[i]);
        release(vm, result);
        result = narrower;
    }
    return result;
}

static Value intersection_update(struct Interpreter *vm, const Value *args, size_t count)
{
    Value common = intersection(vm, args, count);
    if (is_empty(common))
        return EMPTY;
    set_swap_contents(vm, as_set(args[0]), as_set(common));
    release(vm, common);
    return VALUE_NONE;
}

static Value difference(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 1)
        return set_copy(vm, base_type(vm, args[0]), args[0]);
    Value result = set_difference(vm, args[0], args[1]);
    if (!is_empty(result) && !update_all(vm, result, args + 2, count - 2, set_difference_update)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value difference_update(struct Interpreter *vm, const Value *args, size_t count)
{
    return update_all(vm, args[0], args + 1, count - 1, set_difference_update) ? VALUE_NONE : EMPTY;
}

static Value symmetric_difference(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return set_symmetric_difference(vm, args[0], args[1]);
}

static Value symmetric_difference_update(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return set_symmetric_difference_update(vm, args[0], args[1]) ? VALUE_NONE : EMPTY;
}

/* ---- Relations ---------------------------------------------------------- */

static Value truth_or_error(int answer)
{
    return answer < 0 ? EMPTY : value_from_bool(answer);
}

static Value is_disjoint(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return truth_or_error(set_is_disjoint(vm, args[0], args[1]));
}

static Value is_subset(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return truth_or_error(set_is_subset(vm, args[0], args[1]));
}

static Value is_superset(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return truth_or_error(set_is_superset(vm, args[0], args[1]));
}

/* ---- Other -------------------------------------------------------------- */

static Value size_of(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Set *self = as_set(args[0]);
    (void)vm;
    (void)count;
    size_t table = self->table != NULL ? (self->mask + 1) * sizeof *self->table : 0;
    return value_from_small_int((int64_t)(object_cell_size(&self->header) + table));
}

/* (class, ([items],), the instance's attributes or None) */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value items = list_from_iterable(vm, args[0]);
    if (is_empty(items))
        return EMPTY;
    Value arguments = tuple_pack(vm, (size_t)1, items), result = EMPTY;
    release(vm, items);
    if (is_empty(arguments))
        return EMPTY;
    Value state = object_lookup_attribute(vm, args[0], NAME(vm, __dict__));
    bool nothing = is_absent(state) || (!is_empty(state) && is_dict(vm, state) && dict_length(state) == 0);
    if (nothing) {
        release(vm, state);
        state = VALUE_NONE;
    }
    if (!is_empty(state)) {
        result = tuple_pack(vm, (size_t)3, value_from_object(value_type(vm, args[0])), arguments, state);
        release(vm, state);
    }
    release(vm, arguments);
    return result;
}

/* clang-format off: one table, with what only set has at the end */
#define COMMON_METHODS \
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."), \
    METHOD("__sizeof__", size_of, 0, 0, "", "S.__sizeof__() -> size of S in memory, in bytes."), \
    METHOD("copy", copy, 0, 0, "", "Return a shallow copy of a set."), \
    METHOD("difference", difference, 0, NATIVE_VARIADIC, "*others", \
           "Return a new set with elements in the set that are not in the others."), \
    METHOD("intersection", intersection, 0, NATIVE_VARIADIC, "*others", \
           "Return a new set with elements common to the set and all others."), \
    METHOD("isdisjoint", is_disjoint, 1, 1, "other, /", "Return True if two sets have a null intersection."), \
    METHOD("issubset", is_subset, 1, 1, "other, /", "Report whether another set contains this set."), \
    METHOD("issuperset", is_superset, 1, 1, "other, /", "Report whether this set contains another set."), \
    METHOD("symmetric_difference", symmetric_difference, 1, 1, "other, /", \
           "Return a new set with elements in either the set or other but not both."), \
    METHOD("union", union_, 0, NATIVE_VARIADIC, "*others", \
           "Return a new set with elements from the set and all others.")

const struct NativeMethod frozenset_method_table[] = {
    COMMON_METHODS,
    METHODS_END,
};

const struct NativeMethod set_method_table[] = {
    COMMON_METHODS,
    METHOD("add", add, 1, 1, "object, /",
           "Add an element to a set.\n\nThis has no effect if the element is already present."),
    METHOD("clear", clear, 0, 0, "", "Remove all elements from this set."),
    METHOD("difference_update", difference_update, 0, NATIVE_VARIADIC, "*others",
           "Update the set, removing elements found in others."),
    METHOD("discard", discard, 1, 1, "object, /",
           "Remove an element from a set if it is a member.\n\n"
           "Unlike set.remove(), the discard() method does not raise\n"
           "an exception when an element is missing from the set."),
    METHOD("intersection_update", intersection_update, 0, NATIVE_VARIADIC, "*others",
           "Update the set, keeping only elements found in it and all others."),
    METHOD("pop", pop, 0, 0, "",
           "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."),
    METHOD("remove", remove_key, 1, 1, "object, /",
           "Remove an element from a set; it must be a member.\n\n"
           "If the element is not a member, raise a KeyError."),
    METHOD("symmetric_difference_update", symmetric_difference_update, 1, 1, "other, /",
           "Update the set, keeping only elements found in either set, but not in both."),
    METHOD("update", update, 0, NATIVE_VARIADIC, "*others", "Update the set, adding elements from all others."),
    METHODS_END,
};
