/*
 * Weak references: a table from object to the weak-reference objects that
 * watch it.  A watched object carries OBJECT_WEAKLY_REFERENCED; types that
 * allow weak references say so above (TYPE_WEAKLY_REFERENCEABLE).
 */
#ifndef VIV_GC_WEAK_H
#define VIV_GC_WEAK_H

#include "gc/heap.h"

/* Layout shared by all weak-reference objects; runtime/ adds what it needs behind it. */
struct WeakReference {
    struct Object header;
    struct Object *target; /* NULL once the target is dead; not counted */
    Value callback;        /* EMPTY or a callable */
    struct WeakReference *next, *previous; /* all references to one target, in CPython's order of calls */
    uint8_t rank;          /* enum WeakRank */
};

/* Who comes first among the references to one target: the reference and the proxy that all callers share, since they
 * have no callback; then the others, newest first. */
enum WeakRank { WEAK_OTHER, WEAK_SHARED_REFERENCE, WEAK_SHARED_PROXY };

/* Links a reference whose target field is set; false with MemoryError pending. */
MUST_USE bool weak_register(struct Interpreter *vm, struct WeakReference *reference);

/* Unlinks a reference that dies before its target. */
void weak_unregister(struct Interpreter *vm, struct WeakReference *reference);

/* First reference of the chain, or NULL. */
BORROWED struct WeakReference *weak_first(struct Interpreter *vm, struct Object *target);

/* Whether a reference from a chain may be handed out: not while it is being destroyed. */
bool weak_is_usable(const struct WeakReference *reference);

/* Clears all references to a dying object, then calls their callbacks. Used by gc/ only. */
void weak_clear_all(struct Interpreter *vm, struct Object *target);

#endif
