/*
 * The allocator below everything: malloc and mmap with books.
 *
 * Every request passes through request_allowed(), which counts it, applies
 * the limit and fails the Nth one when a test asks for that.  Debug builds put
 * the size in front of each block and check it when the block comes back, so
 * a wrong size is caught at the free that lies and not at exit.
 */
#include "gc/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef VIV_DEBUG
enum { GUARD_SIZE = 16 };
#else
enum { GUARD_SIZE = 0 };
#endif

#define LARGEST_REQUEST ((size_t)PTRDIFF_MAX - 4096)

void memory_open(struct Memory *memory, size_t limit)
{
    memset(memory, 0, sizeof *memory);
    memory->limit = limit;
}

static bool must_fail(const struct Memory *memory)
{
    if (LIKELY(memory->fail_at == 0) || memory->requests < memory->fail_at)
        return false;
    return memory->fail_from_then_on || memory->requests == memory->fail_at;
}

bool memory_request(struct Memory *memory, size_t size)
{
    memory->requests++;
    bool refused = size > LARGEST_REQUEST || must_fail(memory) ||
                   (memory->limit != 0 && (size > memory->limit || memory->in_use > memory->limit - size));
    if (UNLIKELY(refused))
        memory->failed++;
    return !refused;
}

static void account(struct Memory *memory, size_t before, size_t after)
{
    memory->in_use = memory->in_use - before + after;
    if (memory->in_use > memory->peak)
        memory->peak = memory->in_use;
}

#ifdef VIV_DEBUG
static void *guard_set(char *raw, size_t size)
{
    memcpy(raw, &size, sizeof size);
    return raw + GUARD_SIZE;
}

static void *guard_check(void *block, size_t size)
{
    char *raw = (char *)block - GUARD_SIZE;
    size_t recorded;
    memcpy(&recorded, raw, sizeof recorded);
    if (recorded != size) {
        fprintf(stderr, "viv: block of %zu bytes returned as %zu bytes\n", recorded, size);
        abort();
    }
    return raw;
}
#else
static void *guard_set(char *raw, size_t size)
{
    (void)size;
    return raw;
}

static void *guard_check(void *block, size_t size)
{
    (void)size;
    return block;
}
#endif

static void *finish_request(struct Memory *memory, char *raw, size_t size)
{
    if (UNLIKELY(raw == NULL)) {
        memory->failed++;
        return NULL;
    }
    account(memory, 0, size);
    return guard_set(raw, size);
}

static size_t raw_size(size_t size) { return size + GUARD_SIZE != 0 ? size + GUARD_SIZE : 1; }

void *memory_allocate(struct Memory *memory, enum MemoryKind kind, size_t size)
{
    (void)kind;
    if (UNLIKELY(!memory_request(memory, size)))
        return NULL;
    return finish_request(memory, malloc(raw_size(size)), size);
}

void *memory_allocate_zeroed(struct Memory *memory, enum MemoryKind kind, size_t size)
{
    (void)kind;
    if (UNLIKELY(!memory_request(memory, size)))
        return NULL;
    return finish_request(memory, calloc(1, raw_size(size)), size);
}

void *memory_allocate_array(struct Memory *memory, enum MemoryKind kind, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        total = SIZE_MAX; /* refused, and counted as a refused request */
    return memory_allocate(memory, kind, total);
}

void *memory_allocate_reserve(struct Memory *memory, size_t size)
{
    char *raw = malloc(raw_size(size));
    if (raw == NULL)
        return NULL;
    account(memory, 0, size);
    return guard_set(raw, size);
}

void *memory_resize(struct Memory *memory, enum MemoryKind kind, void *block, size_t old_size, size_t new_size)
{
    if (block == NULL)
        return memory_allocate(memory, kind, new_size);
    size_t growth = new_size > old_size ? new_size - old_size : 0;
    if (UNLIKELY(!memory_request(memory, growth) || new_size > LARGEST_REQUEST))
        return NULL;
    char *raw = realloc(guard_check(block, old_size), raw_size(new_size));
    if (UNLIKELY(raw == NULL)) {
        memory->failed++;
        return NULL;
    }
    account(memory, old_size, new_size);
    return guard_set(raw, new_size);
}

void memory_free(struct Memory *memory, enum MemoryKind kind, void *block, size_t size)
{
    (void)kind;
    if (block == NULL)
        return;
    account(memory, size, 0);
    free(guard_check(block, size));
}

void *memory_allocate_aligned(struct Memory *memory, size_t alignment, size_t size)
{
    if (!memory_request(memory, size))
        return NULL;
    /* Map more than is needed and give back both ends around the aligned part. */
    size_t mapped = size + alignment;
    char *start = mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED) {
        memory->failed++;
        return NULL;
    }
    char *block = (char *)(((uintptr_t)start + alignment - 1) & ~(uintptr_t)(alignment - 1));
    if (block > start)
        munmap(start, (size_t)(block - start));
    munmap(block + size, (size_t)(start + mapped - (block + size)));
    account(memory, 0, size);
    return block;
}

void memory_free_aligned(struct Memory *memory, void *block, size_t size)
{
    account(memory, size, 0);
    munmap(block, size);
}
