/*
 * dict: compact and ordered.  An index table of small integers points into an
 * array of entries in insertion order; deleted entries stay as holes until
 * the next resize.
 *
 * Invariant: `version` changes whenever a key is added, removed or the
 * entries move; replacing the Value of an existing key keeps it.  So
 * (version, entry number) is a valid inline cache for a name in a namespace.
 */
#ifndef VIV_RUNTIME_DICT_H
#define VIV_RUNTIME_DICT_H

#include "runtime/interpreter.h"

struct DictEntry {
    Value key;   /* EMPTY: a hole */
    Value value;
    int64_t hash;
};

struct Dict {
    struct Object header;
    struct DictEntry *entries;  /* MEMORY_VALUES, entry_capacity of them; NULL when empty */
    void *indices;              /* MEMORY_BYTES: int8/16/32 by table size; NULL while the entries are scanned */
    uint32_t version;           /* 0: not cached since the last change of keys (see dict_version) */
    uint8_t log2_size;          /* of the index table; 0 in a dict that never held anything */
    bool has_other_keys;        /* false: every key is an exact str, lookups of str run no Python code */
    uint32_t usable;            /* insertions left before the table must be rebuilt */
    uint32_t entry_count;       /* used entries, holes included */
    uint32_t entry_capacity;
    uint32_t first;             /* no live entry stands before this number (dict_first) */
    size_t length;              /* live entries */
};

static inline bool is_dict(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_DICT);
}
static inline bool is_exact_dict(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_dict); }
static inline struct Dict *as_dict(Value v) { return (struct Dict *)value_object(v); }

OWNED MUST_USE Value dict_new(struct Interpreter *vm);
OWNED MUST_USE Value dict_new_sized(struct Interpreter *vm, size_t expected);
/* {k: v, …} of `count` pairs side by side, whose references move over (on failure they are released). */
OWNED MUST_USE Value dict_from_stolen(struct Interpreter *vm, Value *pairs, size_t count);
/* OWNED value, ABSENT, or EMPTY when hashing or comparing raised. */
OWNED MUST_USE Value dict_get(struct Interpreter *vm, Value dict, Value key);
/* For str keys in dicts with only str keys (namespaces): runs nothing. BORROWED value or ABSENT.
 * In a dict with other keys too it still finds exact-str keys without calling anything. */
BORROWED Value dict_peek(struct Interpreter *vm, Value dict, Value name);
/* Entry number of the name, for inline caches; -1: absent. Runs nothing. */
int64_t dict_entry_of(struct Interpreter *vm, Value dict, Value name);
uint32_t dict_version(struct Interpreter *vm, Value dict); /* assigns one if needed; 0: exhausted, do not cache */
MUST_USE bool dict_set(struct Interpreter *vm, Value dict, Value key, Value value);
MUST_USE bool dict_set_cstring(struct Interpreter *vm, Value dict, const char *key, Value value);
int dict_delete(struct Interpreter *vm, Value dict, Value key); /* 1 deleted, 0 absent (nothing raised), -1 raised */
OWNED MUST_USE Value dict_pop(struct Interpreter *vm, Value dict, Value key); /* ABSENT when not there */
/* As dict_get, dict_set and dict_contains with the key's hash known. */
OWNED MUST_USE Value dict_get_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash);
MUST_USE bool dict_set_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash, Value value);
MUST_USE int dict_contains_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash);
/* The value at key, or otherwise stored there first. OWNED. */
OWNED MUST_USE Value dict_set_default(struct Interpreter *vm, Value dict, Value key, Value otherwise);
MUST_USE int dict_contains(struct Interpreter *vm, Value dict, Value key);
void dict_clear(struct Interpreter *vm, Value dict);
OWNED MUST_USE Value dict_copy(struct Interpreter *vm, Value dict);
/* dict.update(other): mapping or iterable of pairs. */
MUST_USE bool dict_update(struct Interpreter *vm, Value dict, Value other);
/* {**other}: other must be a mapping (TypeError "'int' object is not a mapping"). */
MUST_USE bool dict_merge_mapping(struct Interpreter *vm, Value dict, Value other);
/* "f()" or "module.f()", as messages name a callee. */
OWNED MUST_USE Value function_description(struct Interpreter *vm, Value callee);
/* f(**a, **b): a duplicate key raises TypeError "f() got multiple values …", no mapping "f() argument after ** …". */
MUST_USE bool dict_merge_unique(struct Interpreter *vm, Value dict, Value other, Value callee);
/* popitem: a tuple, ABSENT when empty. */
OWNED MUST_USE Value dict_pop_last(struct Interpreter *vm, Value dict);
/* Whether a slot of the dict's that an observer saw is a value (its key then stands right before it). */
static inline bool dict_slot_is_value(const void *dict, const Value *slot)
{
    const struct Dict *self = dict;
    size_t offset = (size_t)((const char *)slot - (const char *)self->entries);
    return offset % sizeof(struct DictEntry) == offsetof(struct DictEntry, value);
}
static inline size_t dict_length(Value dict) { return as_dict(dict)->length; }
/* Iterates in order: start with *position 0; key and value BORROWED. Do not change the dict meanwhile. */
bool dict_next(Value dict, size_t *position, Value *key, Value *value);
OWNED MUST_USE Value dict_keys_list(struct Interpreter *vm, Value dict);
OWNED MUST_USE Value dict_items_list(struct Interpreter *vm, Value dict);
OWNED MUST_USE Value dict_values_list(struct Interpreter *vm, Value dict);

/* What keys(), values() and items() return. */
struct DictView {
    struct Object header;
    Value dict;
};

/* The six iterator types share this layout. */
struct DictIterator {
    struct Object header;
    Value dict;       /* EMPTY once exhausted */
    size_t length;    /* of the dict when the iteration began; SIZE_MAX after it was seen to change */
    size_t remaining; /* entries still to come */
    int64_t position; /* number of the entry to look at next */
    Value pair;       /* items: the tuple handed out last, or EMPTY (runtime/pair.h) */
};

/* set and frozenset (runtime/set.c) share this layout; probing and growth follow CPython's, so order does too. */
struct SetEntry {
    Value key; /* EMPTY: free; VALUE_ABSENT: deleted */
    int64_t hash;
};
struct Set {
    struct Object header;
    struct SetEntry *table; /* MEMORY_VALUES */
    size_t mask, used, fill, finger;
    int64_t hash;           /* frozenset; -1: not computed */
};
struct SetIterator {
    struct Object header;
    Value set;        /* EMPTY once exhausted */
    size_t length;    /* of the set when the iteration began; SIZE_MAX after it was seen to change */
    size_t remaining, position;
};
static inline bool is_any_set(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_SET);
}
OWNED MUST_USE Value set_new(struct Interpreter *vm, enum TypeIndex type /* TYPE_set or TYPE_frozenset */);
OWNED MUST_USE Value set_from_iterable(struct Interpreter *vm, enum TypeIndex type, Value iterable);
MUST_USE bool set_add(struct Interpreter *vm, Value set, Value item);
MUST_USE bool set_update(struct Interpreter *vm, Value set, Value iterable);
MUST_USE int set_contains(struct Interpreter *vm, Value set, Value item);
bool set_next(Value set, size_t *position, Value *key); /* BORROWED */

#endif
