/* weakref.ref: what other files need of it. */
#ifndef VIV_RUNTIME_WEAKREF_H
#define VIV_RUNTIME_WEAKREF_H

#include "gc/weak.h"
#include "runtime/interpreter.h"

struct WeakReferenceObject {
    struct WeakReference reference;
    int64_t hash;      /* of the target, once asked for while it lived */
    bool hash_known;
};

/* A reference to target; callback EMPTY: the one that is shared, if there is one already. */
OWNED MUST_USE Value weakref_new(struct Interpreter *vm, Value target, Value callback /* or EMPTY */);

/* What the types of references and proxies are made of (runtime/weakref.c): a new object, or for a rank that is
 * shared the one that exists. */
OWNED MUST_USE Value weakref_make(struct Interpreter *vm, struct Type *type, Value target, Value callback /* or EMPTY */,
                                  uint8_t rank);
void weakref_traverse(struct Object *self, VisitFunction visit, void *context);
OWNED Value weakref_take(struct Interpreter *vm, struct Object *self, size_t *cursor);
void weakref_destroy(struct Interpreter *vm, struct Object *self);

/* weakref.proxy(): calls pass through where the target can be called. */
OWNED MUST_USE Value weakref_proxy_new(struct Interpreter *vm, Value target, Value callback /* or EMPTY */);

/* The target, or NONE when it is dead. */
OWNED Value weakref_target(Value reference);

/* What heap hooks call: runs a callback with its dead reference; an error is reported as unraisable. */
void weakref_call_callback(struct Interpreter *vm, Value callback, Value reference);

#endif
