/*
 * The parser's arena: everything a parse makes (tree, names, scopes, texts) is
 * carved from it and freed with it, so no node is ever released by itself.
 *
 * Identifiers are interned here: within one arena two names are the same
 * exactly when their pointers are.
 */
#ifndef VIV_PARSER_ARENA_H
#define VIV_PARSER_ARENA_H

#include "gc/memory.h"

struct ArenaChunk;

/* A name: UTF-8, in NFKC, ended by a NUL that length does not count. */
struct Identifier {
    uint32_t length;
    uint32_t hash;
    char text[];
};

struct Arena {
    struct Memory *memory;
    struct ArenaChunk *chunks;
    char *next;
    char *end;
    const struct Identifier **names; /* open addressing; capacity is a power of two */
    size_t name_count;
    size_t name_capacity;
    bool exhausted; /* some request failed: the parse as a whole ran out of memory */
};

void arena_open(struct Arena *arena, struct Memory *memory);
void arena_close(struct Arena *arena);

/* Zeroed and aligned for any type; NULL when memory ran out. */
MUST_USE void *arena_allocate(struct Arena *arena, size_t size);
MUST_USE void *arena_allocate_array(struct Arena *arena, size_t count, size_t size);

/* A copy of the bytes with a NUL after them. */
MUST_USE char *arena_copy(struct Arena *arena, const char *bytes, size_t length);

/* The bytes are taken as they are (already normalised). */
MUST_USE const struct Identifier *arena_intern(struct Arena *arena, const char *bytes, size_t length);

/* NULL if no such name was interned. */
const struct Identifier *arena_find_name(const struct Arena *arena, const char *bytes, size_t length);

#endif
