/* What set.c, set_operations.c, set_type.c and the views of dict share. */
#ifndef VIV_RUNTIME_SET_INTERNAL_H
#define VIV_RUNTIME_SET_INTERNAL_H

#include "runtime/dict.h"

static inline struct Set *as_set(Value v) { return (struct Set *)value_object(v); }
static inline size_t set_length(Value v) { return as_set(v)->used; }

/* An empty set of this very type (a Python class, perhaps). */
OWNED MUST_USE Value set_new_of_type(struct Interpreter *vm, struct Type *type);

static inline bool set_entry_is_used(const struct SetEntry *entry)
{
    return !is_empty(entry->key) && !is_absent(entry->key);
}

/* Next entry in use from *position on; NULL at the end. */
static inline const struct SetEntry *set_next_entry(const struct Set *set, size_t *position)
{
    if (set->table == NULL)
        return NULL;
    for (size_t i = *position; i <= set->mask; i++) {
        if (set_entry_is_used(&set->table[i])) {
            *position = i + 1;
            return &set->table[i];
        }
    }
    *position = set->mask + 1;
    return NULL;
}

/* 1, 0, -1 (raised).  May run Python code. */
MUST_USE int set_contains_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash);
MUST_USE bool set_add_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash);
MUST_USE int set_discard_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash);
/* Some key, taken out of the set; the set is not empty. */
OWNED Value set_pop(struct Interpreter *vm, struct Set *set);
/* Room for a merge of `more` entries; growth as CPython's. */
MUST_USE bool set_resize(struct Interpreter *vm, struct Set *set, size_t minimum_used);
void set_clear(struct Interpreter *vm, struct Set *set);

void set_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value set_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void set_forget(struct Interpreter *vm, struct Object *object);
void set_destroy(struct Interpreter *vm, struct Object *object);

/* set_operations.c: results are of the left operand's base type (set or frozenset). */
OWNED MUST_USE Value set_copy(struct Interpreter *vm, struct Type *type, Value set);
OWNED MUST_USE Value set_intersection(struct Interpreter *vm, Value set, Value other);
OWNED MUST_USE Value set_difference(struct Interpreter *vm, Value set, Value other);
OWNED MUST_USE Value set_symmetric_difference(struct Interpreter *vm, Value set, Value other);
MUST_USE bool set_difference_update(struct Interpreter *vm, Value set, Value other);
MUST_USE bool set_symmetric_difference_update(struct Interpreter *vm, Value set, Value other);
MUST_USE bool set_intersection_update(struct Interpreter *vm, Value set, Value other);
MUST_USE int set_is_disjoint(struct Interpreter *vm, Value set, Value other);
MUST_USE int set_is_subset(struct Interpreter *vm, Value set, Value other);
MUST_USE int set_is_superset(struct Interpreter *vm, Value set, Value other);

/* set_methods.c */
extern const struct NativeMethod set_method_table[], frozenset_method_table[];
/* A set has no hash: as a key to look up it stands for the frozenset of its items. Like set_contains otherwise. */
MUST_USE int set_contains_key(struct Interpreter *vm, Value set, Value key);

OWNED MUST_USE Value set_iterator_new(struct Interpreter *vm, Value set);

/* Gives the set the contents of `source`, a set nobody else has. */
void set_swap_contents(struct Interpreter *vm, struct Set *set, struct Set *source);

#endif
