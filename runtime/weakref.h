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

/* The target, or NONE when it is dead. */
OWNED Value weakref_target(Value reference);

/* What heap hooks call: runs a callback with its dead reference; an error is reported as unraisable. */
void weakref_call_callback(struct Interpreter *vm, Value callback, Value reference);

#endif
