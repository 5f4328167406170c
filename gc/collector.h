/*
 * The generational cycle collector (CPython's contract, PEP 442 order).
 *
 * Trial deletion over containers only.  Collections happen at safe points:
 * heap_safe_point() is what the machine calls when heap->collection_due is set.
 */
#ifndef VIV_GC_COLLECTOR_H
#define VIV_GC_COLLECTOR_H

#include "gc/heap.h"

struct CollectorStatistics {
    uint64_t collections, collected, uncollectable;
};

/* Called before ("start") and after ("stop") each collection: gc.callbacks. */
typedef void (*CollectorCallback)(struct Interpreter *vm, bool stop, int generation, size_t collected,
                                  size_t uncollectable);

/* Takes one object of garbage instead of its being cleared: gc.DEBUG_SAVEALL. */
typedef void (*CollectorSave)(struct Interpreter *vm, struct Object *object);

/* Collects generation and all younger ones; returns CPython's number of unreachable objects. Never fails. */
size_t collector_collect(struct Interpreter *vm, int generation);

/* Collects if the thresholds say so and collection is enabled. */
void heap_safe_point(struct Interpreter *vm);

void collector_enable(struct Interpreter *vm, bool enabled);
bool collector_is_enabled(struct Interpreter *vm);
void collector_set_threshold(struct Interpreter *vm, int generation, size_t threshold);
size_t collector_threshold(struct Interpreter *vm, int generation);
size_t collector_count(struct Interpreter *vm, int generation);
const struct CollectorStatistics *collector_statistics(struct Interpreter *vm, int generation);
void collector_set_callback(struct Interpreter *vm, CollectorCallback callback /* or NULL */);
void collector_set_save(struct Interpreter *vm, CollectorSave save /* or NULL */);
/* Told of each object of garbage before anything is done with it: gc.DEBUG_COLLECTABLE. */
void collector_set_report(struct Interpreter *vm, CollectorSave report /* or NULL */);
bool collector_is_collecting(struct Interpreter *vm);

/* generation -1: all but the frozen.  Visits live containers, oldest birth first; visit may allocate, but not release. */
void collector_walk(struct Interpreter *vm, int generation, VisitFunction visit, void *context);

/*
 * At exit, before modules go: collections from now on treat garbage in the order in which CPython would.  Does nothing
 * when no object has a finalizer, or there are too many objects for the order to be anybody's concern.  boundary: birth
 * number of the last object made before the program began; `backwards`: CPython visits what this object holds last
 * first.  To be called before the collection that begins the end.
 */
enum { EXIT_ORDER_LIMIT = 200000 };
void collector_open_exit_order(struct Interpreter *vm, uint64_t boundary, bool (*backwards)(const struct Object *object));
void collector_close_exit_order(struct Interpreter *vm);

void collector_freeze(struct Interpreter *vm);
void collector_unfreeze(struct Interpreter *vm);
size_t collector_frozen_count(struct Interpreter *vm);

/* Debug mode: a full collection at every safe point with a new container, the first 2000 times; then at growing
 * distances.  They show in no count or statistics; gc.disable() is respected. */
void collector_set_stress(struct Interpreter *vm, bool stress);

/* Whether CPython's gc.is_tracked would say True of this object (all containers of ours are tracked). */
bool collector_is_tracked(struct Interpreter *vm, Value v);

/* How many collections the object has survived, up to 2; 3: frozen.  It is a container. */
int collector_generation_of(const struct Object *object);

/* Length of the last collection, callbacks excepted, in nanoseconds. */
uint64_t collector_last_pause(struct Interpreter *vm);

/* Living containers of a generation. */
size_t collector_population(struct Interpreter *vm, int generation);

#endif
