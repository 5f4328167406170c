/*
 * struct Heap: what the heap keeps between two calls.  Included by gc/heap.h
 * only; fields belong to gc/, the layers above use functions.
 */
#ifndef VIV_GC_HEAP_STATE_H
#define VIV_GC_HEAP_STATE_H

struct HeapHooks;
struct Page;
struct WeakTable;

enum { SIZE_CLASS_STEP = 16, SIZE_CLASS_COUNT = 64, SMALL_OBJECT_LIMIT = SIZE_CLASS_STEP * SIZE_CLASS_COUNT };
enum { GENERATION_COUNT = 3 };

struct Heap {
    struct Memory memory; /* first: what only needs memory casts no further */
    SlotObserver observer;
    const struct HeapHooks *hooks;
    struct Page *current[2][SIZE_CLASS_COUNT]; /* page to allocate from, by kind and size class; never NULL */
    uint64_t births;                           /* objects made so far */
    size_t young_count;                        /* containers made minus freed since the last young collection */
    size_t young_limit;                        /* passing it makes a collection due; SIZE_MAX: never */
    struct HeapPrivate *private_state;         /* pages, large objects, destruction, collector (gc/private.h) */
    struct WeakTable *weak_table;
    bool collection_due;                       /* a threshold was passed: collect at the next safe point */
    struct Mutants *mutants;                   /* see gc/mutants.c; NULL but in make mutants */
    bool deferring;                            /* inside a type's destroy: deaths wait until it returns */
};

#endif
