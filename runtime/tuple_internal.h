/* What tuple.c and tuple_type.c share. */
#ifndef VIV_RUNTIME_TUPLE_INTERNAL_H
#define VIV_RUNTIME_TUPLE_INTERNAL_H

#include "runtime/sequence.h"

/* A tuple of a subclass; retains the items. */
OWNED MUST_USE Value tuple_new_of_type(struct Interpreter *vm, struct Type *type, const Value *items, size_t count);

void tuple_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value tuple_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void tuple_forget(struct Interpreter *vm, struct Object *object);

#endif
