/*
 * The only place that asks the operating system for memory.
 *
 * Every block is counted, can be limited (--max-memory) and can be made to
 * fail on the Nth request, so that "an allocation may fail anywhere" is a
 * thing tests do and not a thing we hope for.  Blocks are freed with their
 * size: at exit the books must balance to the byte.
 */
#ifndef VIV_GC_MEMORY_H
#define VIV_GC_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gc/ownership.h"

/* What a block may hold; only Boehm's backend treats the kinds differently. */
enum MemoryKind {
    MEMORY_BYTES,  /* no Values and no pointers to heap objects */
    MEMORY_VALUES, /* Values or pointers to heap objects */
    MEMORY_WEAK,   /* Values that do not keep their object alive */
};

struct Memory {
    size_t in_use;         /* bytes handed out and not yet returned */
    size_t peak;           /* largest value in_use ever had */
    size_t limit;          /* requests that would pass it fail; 0 means no limit */
    uint64_t requests;     /* requests made so far, failed ones included */
    uint64_t fail_at;      /* the request with this number fails; 0 means none does */
    uint64_t failed;       /* requests that failed, for whatever reason */
    bool fail_from_then_on;/* later requests fail too */
};

void memory_open(struct Memory *memory, size_t limit);

/* Counts a request and says whether it may be met; for memory handed out from blocks that are already ours. */
MUST_USE bool memory_request(struct Memory *memory, size_t size);

/* NULL when the request cannot be met; nothing is raised, the caller does that. */
MUST_USE void *memory_allocate(struct Memory *memory, enum MemoryKind kind, size_t size);
MUST_USE void *memory_allocate_zeroed(struct Memory *memory, enum MemoryKind kind, size_t size);

/* Multiplies with an overflow check: NULL when count * size does not fit. */
MUST_USE void *memory_allocate_array(struct Memory *memory, enum MemoryKind kind, size_t count, size_t size);

/* The collector's reserve: passes the limit and never fails by order, so that a full heap can still be collected. */
MUST_USE void *memory_allocate_reserve(struct Memory *memory, size_t size);

/* On failure the old block stays valid.  block may be NULL with old_size 0. */
MUST_USE void *memory_resize(struct Memory *memory, enum MemoryKind kind, void *block, size_t old_size, size_t new_size);

/* size is the size last asked for; block may be NULL. */
void memory_free(struct Memory *memory, enum MemoryKind kind, void *block, size_t size);

/* Address-aligned block for the heap's pages; alignment is a power of two. */
MUST_USE void *memory_allocate_aligned(struct Memory *memory, size_t alignment, size_t size);
void memory_free_aligned(struct Memory *memory, void *block, size_t size);

#endif
