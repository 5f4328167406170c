/* What list.c, list_slice.c, list_methods.c, list_type.c and sort.c share. */
#ifndef VIV_RUNTIME_LIST_INTERNAL_H
#define VIV_RUNTIME_LIST_INTERNAL_H

#include "runtime/sequence.h"

MUST_USE bool list_reserve_exact(struct Interpreter *vm, struct List *list, size_t length);
MUST_USE bool list_reserve(struct Interpreter *vm, struct List *list, size_t length); /* with room to grow */
void list_free_block(struct Interpreter *vm, struct List *list);
void list_trim(struct Interpreter *vm, struct List *list);
void list_shift(struct Interpreter *vm, struct List *list, size_t to, size_t from, size_t count);

void list_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value list_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void list_forget(struct Interpreter *vm, struct Object *object);
void list_destroy(struct Interpreter *vm, struct Object *object);

/* list[slice] = value; value EMPTY deletes. (list_slice.c) */
MUST_USE bool list_assign_slice(struct Interpreter *vm, Value list, Value slice, Value value);

extern const struct NativeMethod list_method_table[];

#endif
