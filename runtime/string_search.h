/*
 * Searching arrays of units: the same functions serve str (any width) and
 * bytes (width 1).  Positions count units; -1 means not found.  Nothing here
 * allocates or raises.
 */
#ifndef VIV_RUNTIME_STRING_SEARCH_H
#define VIV_RUNTIME_STRING_SEARCH_H

#include "runtime/string_units.h"

/* 16 bytes, so that it travels in two registers: no text has 2^60 units. */
struct Units {
    const void *data;
    uint64_t length : 60;
    uint64_t width : 4;
};

int64_t units_find(struct Units haystack, struct Units needle);
int64_t units_find_last(struct Units haystack, struct Units needle);
int64_t units_find_one(struct Units haystack, uint32_t code_point);
int64_t units_find_last_one(struct Units haystack, uint32_t code_point);

/* Occurrences that do not overlap, at most `limit`. An empty needle is found length + 1 times. */
size_t units_count(struct Units haystack, struct Units needle, size_t limit);

/* Whether needle stands at this position; false when it does not fit there. */
bool units_match_at(struct Units haystack, size_t position, struct Units needle);

static inline struct Units units_slice(struct Units units, size_t start, size_t end)
{
    return (struct Units){units_from(units.data, (int)units.width, start), end - start, units.width};
}

#endif
