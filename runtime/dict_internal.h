/*
 * What the files of dict (dict.c, dict_update.c, dict_type.c, dict_views.c)
 * share and nobody else needs.
 */
#ifndef VIV_RUNTIME_DICT_INTERNAL_H
#define VIV_RUNTIME_DICT_INTERNAL_H

#include "runtime/dict.h"

enum { ENTRY_NONE = -1, ENTRY_ERROR = -2 };

/* Entry number, ENTRY_NONE or ENTRY_ERROR (raised).  May run Python code; the answer holds on return. */
MUST_USE int64_t dict_find(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash);

/* The key must be absent; key and value are retained. */
MUST_USE bool dict_insert(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash, Value value);

/* Removes an entry and hands its key and value to the caller. */
void dict_detach(struct Interpreter *vm, struct Dict *dict, size_t number, Value *key, Value *value);

/* Number of the first live entry; entry_count when there is none.  Fast after many removals at the front. */
uint32_t dict_first(struct Dict *dict);

/* Makes a live entry the first one. */
MUST_USE bool dict_move_to_front(struct Interpreter *vm, struct Dict *dict, uint32_t number);

/* The next dict_insert cannot fail. */
MUST_USE bool dict_make_room(struct Interpreter *vm, struct Dict *dict);

/* Gives the dict an index table of this size and no holes. */
MUST_USE bool dict_rebuild(struct Interpreter *vm, struct Dict *dict, unsigned log2_size);
MUST_USE bool dict_reserve_entries(struct Interpreter *vm, struct Dict *dict);

void dict_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value dict_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void dict_forget(struct Interpreter *vm, struct Object *object);
void dict_destroy(struct Interpreter *vm, struct Object *object);

/* keys(), values() and items() of a dict, and its iterators (dict_views.c, dict_iterators.c). */
OWNED MUST_USE Value dict_view_new(struct Interpreter *vm, enum TypeIndex type, Value dict);
OWNED MUST_USE Value dict_iterator_new(struct Interpreter *vm, enum TypeIndex type, Value dict);

#endif
