/* What the files of gc/ share and nobody else sees. */
#ifndef VIV_GC_PRIVATE_H
#define VIV_GC_PRIVATE_H

#include "gc/collector.h"
#include "gc/page.h"
#include "gc/weak.h"

#if defined(__SANITIZE_ADDRESS__)
#define CHECKS_ADDRESSES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKS_ADDRESSES 1
#endif
#endif

#ifdef CHECKS_ADDRESSES
#include <sanitizer/asan_interface.h>
static inline void memory_forbid(void *start, size_t size) { ASAN_POISON_MEMORY_REGION(start, size); }
static inline void memory_permit(void *start, size_t size) { ASAN_UNPOISON_MEMORY_REGION(start, size); }
#else
static inline void memory_forbid(void *start, size_t size) { (void)start, (void)size; }
static inline void memory_permit(void *start, size_t size) { (void)start, (void)size; }
#endif

#define NO_CELL UINT32_MAX

enum { ARENA_PAGES = 16, POOL_LIMIT = 128 /* 8 MiB */, GRAVEYARD_SIZE = 1024 };

struct Collector {
    size_t threshold[GENERATION_COUNT];
    size_t count[GENERATION_COUNT]; /* [0] lives in heap->young_count */
    size_t long_lived_total;        /* containers that survived the last full collection */
    size_t long_lived_pending;      /* those that came to generation 2 since */
    struct CollectorStatistics statistics[GENERATION_COUNT];
    CollectorCallback callback;
    CollectorSave save, report;
    unsigned generation;            /* of the collection under way */
    bool enabled, collecting, stress;
    struct Object **garbage;        /* of the collection under way, oldest first; NULL where one died meanwhile */
    uint64_t stress_points, next_stress;
    uint64_t last_pause;            /* nanoseconds */
    uint64_t full_collection_births; /* objects born until the last full collection; 0: there was none */
    struct ExitOrder *exit_order;   /* at exit: CPython's order instead of that of birth; NULL otherwise */
};

/* 1 MiB from the system, handed out page by page. */
struct Arena {
    struct Arena *next;
    char *pages;
    uint32_t free_mask; /* pages not handed out */
};

struct HeapPrivate {
    struct Page **table;     /* every page and large block by number; free entries are NULL */
    uint32_t table_size, table_used, table_hint;
    struct Page *available[2][SIZE_CLASS_COUNT]; /* pages with room that are not current */
    struct Page *young;      /* pages and large blocks with cells of generation 0 or 1 */
    struct Arena *arenas;
    struct Page *pool;       /* empty pages kept */
    uint32_t pool_length;
    uint32_t deferred;       /* chain of objects whose destruction waits for a type's destroy */
    uint32_t finalizing;     /* callbacks under way: counts are higher than holders meanwhile */
    bool slow_allocation;    /* tests count and fail every allocation */
#ifdef VIV_DEBUG
    struct FreeCell *graveyard[GRAVEYARD_SIZE]; /* cells that wait before they are used again */
    uint32_t grave;
#endif
    struct Page no_page;     /* stands in heap->current where there is no page: has no free cell */
    struct Collector collector;
};

static inline struct Collector *collector_of(struct Interpreter *vm) { return &heap_of(vm)->private_state->collector; }

/* gc/page.c */
MUST_USE struct Page *page_new(struct Heap *heap, enum ObjectKind kind, unsigned size_class);
MUST_USE struct Page *page_new_large(struct Heap *heap, enum ObjectKind kind, size_t size, bool clear);
void page_delete_large(struct Heap *heap, struct Page *page);
MUST_USE struct Page *page_resize_large(struct Heap *heap, struct Page *page, size_t new_size);
void page_make_young(struct Heap *heap, struct Page *page);
void page_leave_young(struct Heap *heap, struct Page *page);
void page_retire(struct Heap *heap, struct Page *page); /* empty and not current */
/* Links the next few never used cells into the free list; false: there are none. */
bool page_refresh(struct Page *page);
void page_add_available(struct Heap *heap, struct Page *page);
void pages_close(struct Heap *heap);

static inline struct Object *object_from_number(struct Heap *heap, uint32_t number)
{
    return page_cell(heap->private_state->table[number >> CELL_INDEX_BITS], number & CELL_INDEX_MASK);
}

/* gc/mutants.c */
void mutants_open(struct Interpreter *vm);
void mutants_close(struct Interpreter *vm);

/* gc/heap.c */
void object_free_cell(struct Interpreter *vm, struct Page *page, struct Object *object);

/* gc/order.c: sorts objects by birth, oldest first; spare has room for count entries, too. */
void sort_by_birth(struct Interpreter *vm, struct Object **objects, struct Object **spare, size_t count);

/* gc/exit_order.c: the same by the ranks of collector->exit_order, stable for what has none. */
void sort_by_exit_order(struct Interpreter *vm, struct Object **objects, struct Object **spare, size_t count);

/* gc/destroy.c: what precedes the taking apart; false when the finalizer brought the object back. */
bool object_finalize(struct Interpreter *vm, struct Object *object, struct TypeMemory *memory);
struct SavedError {
    Value exception;
};
struct SavedError heap_save_error(struct Interpreter *vm);
void heap_restore_error(struct Interpreter *vm, struct SavedError saved);

/* gc/collector.c: an object on the garbage list dies by other means. */
void collector_forget(struct Interpreter *vm, struct Page *page, uint32_t index);
void collector_open(struct Interpreter *vm);

/* gc/weak.c: references taken off their dead targets whose callbacks are still to be called. */
struct WeakChain {
    struct WeakReference *first, *last;
};
/* Clears all references to target; those with a callback that are not garbage join the chain, retained. */
void weak_detach(struct Interpreter *vm, struct Object *target, struct WeakChain *chain);
void weak_call(struct Interpreter *vm, struct WeakChain *chain);
void weak_close(struct Interpreter *vm);

static inline bool type_is_counted(const struct TypeMemory *memory) { return memory->header.count >= 0; }

#endif
