/*
 * The arena: chunks that only grow, freed as a whole; a table of names in it.
 *
 * Owns all its memory through struct Memory.  `exhausted` is set by the first
 * request that fails and never cleared.
 */
#include "parser/arena.h"

#include <string.h>

enum {
    FIRST_CHUNK = 4096,
    LARGEST_CHUNK = 1 << 20,
    ALIGNMENT = 16,
    FIRST_NAMES = 128,
};

struct ArenaChunk {
    struct ArenaChunk *previous;
    size_t size;
};

void arena_open(struct Arena *arena, struct Memory *memory)
{
    memset(arena, 0, sizeof *arena);
    arena->memory = memory;
}

void arena_close(struct Arena *arena)
{
    memory_free(arena->memory, MEMORY_BYTES, arena->names, arena->name_capacity * sizeof *arena->names);
    for (struct ArenaChunk *chunk = arena->chunks; chunk != NULL;) {
        struct ArenaChunk *previous = chunk->previous;
        memory_free(arena->memory, MEMORY_BYTES, chunk, chunk->size);
        chunk = previous;
    }
    memset(arena, 0, sizeof *arena);
}

/* Chunks double, up to a limit; a large request gets one of its own size. */
static bool add_chunk(struct Arena *arena, size_t size)
{
    size_t header = (sizeof(struct ArenaChunk) + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    size_t wanted = arena->chunks == NULL ? FIRST_CHUNK : arena->chunks->size * 2;
    if (wanted > LARGEST_CHUNK) {
        wanted = LARGEST_CHUNK;
    }
    if (wanted < size + header) {
        wanted = size + header;
    }
    struct ArenaChunk *chunk = memory_allocate(arena->memory, MEMORY_BYTES, wanted);
    if (chunk == NULL) {
        arena->exhausted = true;
        return false;
    }
    chunk->previous = arena->chunks;
    chunk->size = wanted;
    arena->chunks = chunk;
    arena->next = (char *)chunk + header;
    arena->end = (char *)chunk + wanted;
    return true;
}

void *arena_allocate(struct Arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4) {
        arena->exhausted = true;
        return NULL;
    }
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if ((size_t)(arena->end - arena->next) < size && !add_chunk(arena, size)) {
        return NULL;
    }
    void *result = arena->next;
    arena->next += size;
    return memset(result, 0, size);
}

void *arena_allocate_array(struct Arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 4 / size) {
        arena->exhausted = true;
        return NULL;
    }
    return arena_allocate(arena, count * size);
}

char *arena_copy(struct Arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_allocate(arena, length + 1);
    if (copy != NULL && length > 0) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

/* FNV-1a. */
static uint32_t hash_bytes(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    }
    return hash;
}

/* Rehashes into a table of twice the size. */
static bool grow_names(struct Arena *arena)
{
    size_t capacity = arena->name_capacity == 0 ? FIRST_NAMES : arena->name_capacity * 2;
    const struct Identifier **names = memory_allocate_zeroed(arena->memory, MEMORY_BYTES,
                                                             capacity * sizeof(const struct Identifier *));
    if (names == NULL) {
        arena->exhausted = true;
        return false;
    }
    for (size_t i = 0; i < arena->name_capacity; i++) {
        if (arena->names[i] != NULL) {
            size_t at = arena->names[i]->hash & (capacity - 1);
            while (names[at] != NULL) {
                at = (at + 1) & (capacity - 1);
            }
            names[at] = arena->names[i];
        }
    }
    memory_free(arena->memory, MEMORY_BYTES, arena->names, arena->name_capacity * sizeof *arena->names);
    arena->names = names;
    arena->name_capacity = capacity;
    return true;
}

/* Where the name stands, or would. */
static size_t name_slot(const struct Arena *arena, const char *bytes, size_t length, uint32_t hash)
{
    size_t mask = arena->name_capacity - 1;
    size_t at = hash & mask;
    for (; arena->names[at] != NULL; at = (at + 1) & mask) {
        const struct Identifier *name = arena->names[at];
        if (name->hash == hash && name->length == length && memcmp(name->text, bytes, length) == 0) {
            break;
        }
    }
    return at;
}

const struct Identifier *arena_find_name(const struct Arena *arena, const char *bytes, size_t length)
{
    if (arena->name_capacity == 0) {
        return NULL;
    }
    return arena->names[name_slot(arena, bytes, length, hash_bytes(bytes, length))];
}

const struct Identifier *arena_intern(struct Arena *arena, const char *bytes, size_t length)
{
    if (arena->name_count * 2 >= arena->name_capacity && !grow_names(arena)) {
        return NULL;
    }
    uint32_t hash = hash_bytes(bytes, length);
    size_t at = name_slot(arena, bytes, length, hash);
    if (arena->names[at] != NULL) {
        return arena->names[at];
    }
    struct Identifier *name = arena_allocate(arena, sizeof *name + length + 1);
    if (name == NULL) {
        return NULL;
    }
    name->length = (uint32_t)length;
    name->hash = hash;
    memcpy(name->text, bytes, length);
    arena->names[at] = name;
    arena->name_count++;
    return name;
}
