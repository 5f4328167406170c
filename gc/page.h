/*
 * Pages: where cells lie, and what the collector and the stepper know of each.
 *
 * A page is 64 KiB, aligned to its size, and holds cells of one size class and
 * one kind.  Behind its header stand side tables with one entry per cell:
 * number of birth (low 32 bits) and, for containers, a state byte and a
 * scratch word.  A large object has a block of its own that begins with the
 * same header and has one cell, so everything but finding the header is alike.
 *
 * Invariants: a cell is free exactly when its type is NULL (containers: when
 * its state is 0, too).  Every page has an entry in the heap's page table; the
 * entry and the cell's index make a 32-bit cell number.
 */
#ifndef VIV_GC_PAGE_H
#define VIV_GC_PAGE_H

#include "gc/heap.h"

enum { PAGE_SIZE = 64 * 1024, CELL_INDEX_BITS = 12, CELL_INDEX_MASK = (1 << CELL_INDEX_BITS) - 1 };

/* The state byte of a container's cell; 0: free. */
enum CellState {
    CELL_LIVE = 1 << 0,
    CELL_GENERATION = 3 << 1, /* 0, 1, 2; 3: frozen */
    CELL_DYING = 1 << 3,      /* being destroyed: invisible to walks */
    CELL_CANDIDATE = 1 << 4,  /* part of the collection under way; its scratch word counts */
    CELL_REACHED = 1 << 5,    /* a candidate that something outside holds */
    CELL_GARBAGE = 1 << 6,    /* listed by the collection; its scratch word is its place in the list */
};

enum { GENERATION_SHIFT = 1, GENERATION_FROZEN = 3 };

static inline unsigned state_generation(uint8_t state) { return (state & CELL_GENERATION) >> GENERATION_SHIFT; }

struct FreeCell {
    struct FreeCell *next; /* in place of count and flags */
    struct Type *type;     /* NULL */
};

/* Debug builds: what a freed cell remembers behind its link, as far as it has room. */
struct Epitaph {
    uint64_t birth;
    char type_name[24];
};

struct Page {
    struct FreeCell *free; /* cells ready for use */
    char *cells;
    uint32_t *births;
    uint8_t *states;       /* NULL: leaves */
    uint32_t *scratch;     /* NULL: leaves */
    uint32_t live;         /* cells in use */
    uint32_t reciprocal;   /* turns an offset in steps of 16 into an index; 0: one large cell */
    size_t cell_size;      /* large: what was asked for */
    uint32_t cell_count;
    uint32_t fresh;        /* cells from this index on were never used */
    uint32_t number;       /* in the page table */
    uint8_t kind, size_class;
    bool available;        /* in the list of pages with room */
    bool young[2];         /* may hold cells of generation 0, of generation 1 */
    struct Page *next, *previous;             /* pages with room, or the pool of empty ones */
    struct Page *young_next, *young_previous; /* containers: pages with young[0] or young[1] */
};

struct LargeBlock {
    struct Page page;
    uint32_t birth, scratch;
    uint8_t state;
};

enum { LARGE_HEADER_SIZE = (sizeof(struct LargeBlock) + 15) & ~15u };

static inline struct Page *object_page(const struct Object *object)
{
    if (UNLIKELY(object->flags & OBJECT_LARGE))
        return (struct Page *)((uintptr_t)object - LARGE_HEADER_SIZE);
    return (struct Page *)((uintptr_t)object & ~(uintptr_t)(PAGE_SIZE - 1));
}

static inline uint32_t cell_index(const struct Page *page, const void *cell)
{
    uint32_t steps = (uint32_t)((uintptr_t)cell - (uintptr_t)page->cells) >> 4;
    return (steps * page->reciprocal) >> 16;
}

static inline struct Object *page_cell(const struct Page *page, uint32_t index)
{
    return (struct Object *)(page->cells + index * page->cell_size);
}

static inline bool cell_is_live(const struct Page *page, uint32_t index)
{
    if (page->states != NULL)
        return (page->states[index] & (CELL_LIVE | CELL_DYING)) == CELL_LIVE;
    return page_cell(page, index)->type != NULL;
}

static inline uint32_t cell_number(const struct Page *page, uint32_t index)
{
    return page->number << CELL_INDEX_BITS | index;
}

/* A heap object that the collector may find in a cycle: its page, or NULL. */
static inline struct Page *container_page(const struct Object *object)
{
    if (object->flags & OBJECT_STATIC)
        return NULL;
    struct Page *page = object_page(object);
    return page->states != NULL ? page : NULL;
}

#endif
