/*
 * Arrays of 1-, 2- or 4-byte units: what strings, builders and codecs have in
 * common.  Nothing here allocates or raises.
 */
#ifndef VIV_RUNTIME_STRING_UNITS_H
#define VIV_RUNTIME_STRING_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "gc/ownership.h"

enum { MAXIMUM_CODE_POINT = 0x10ffff };

/* The width a text needs whose highest code point is `maximum`; any value with the same highest bit will do. */
static inline int units_width_for(uint32_t maximum)
{
    return maximum < 0x100 ? 1 : maximum < 0x10000 ? 2 : 4;
}

static inline uint32_t units_at(const void *units, int width, size_t i)
{
    if (LIKELY(width == 1))
        return ((const uint8_t *)units)[i];
    return width == 2 ? ((const uint16_t *)units)[i] : ((const uint32_t *)units)[i];
}

static inline void units_put(void *units, int width, size_t i, uint32_t code_point)
{
    if (LIKELY(width == 1))
        ((uint8_t *)units)[i] = (uint8_t)code_point;
    else if (width == 2)
        ((uint16_t *)units)[i] = (uint16_t)code_point;
    else
        ((uint32_t *)units)[i] = code_point;
}

static inline const void *units_from(const void *units, int width, size_t i)
{
    return (const uint8_t *)units + i * (size_t)width;
}

/* All code points or-ed together: as good as their maximum for choosing a width. */
uint32_t units_bits(const void *units, int width, size_t length);

/* Copies between widths; the target is wide enough. */
void units_copy(void *to, int to_width, size_t to_start, const void *from, int from_width, size_t from_start,
                size_t count);

void units_fill(void *units, int width, size_t start, uint32_t code_point, size_t count);

/* Number of leading bytes below 0x80. */
size_t ascii_prefix_length(const uint8_t *text, size_t length);

/* What a text in UTF-8 decodes to. */
struct Utf8Scan {
    size_t valid;     /* octets before the first error: all of them when there is none */
    size_t count;     /* code points in those */
    uint32_t maximum; /* of the highest one's range: 0x7f, 0xff, 0xffff or 0x10ffff */
};
struct Utf8Scan utf8_scan(const uint8_t *text, size_t length); /* strict: no surrogates */

/* Decodes scanned text into its `count` units, which are wide enough. */
void utf8_decode(void *units, int width, size_t count, const uint8_t *text, size_t length);

/* Length in UTF-8; the units' own spelling there (surrogates as three octets). */
size_t utf8_encoded_length(const void *units, int width, size_t length);
void utf8_encode(uint8_t *to, const void *units, int width, size_t length);

/* How the sequence at text goes on: its length when it is sound, else 0 with the number of octets that are wrong and
 * the reason in CPython's words. */
size_t utf8_check(const uint8_t *text, size_t left, size_t *wrong, const char **reason);

/* Reads one code point of generalized UTF-8 (surrogates allowed) and advances; U+FFFD for a malformed byte. */
uint32_t utf8_read(const uint8_t **text, const uint8_t *end);

/* Writes at most four bytes, surrogates too, and returns how many. */
static inline size_t utf8_write(uint8_t *to, uint32_t code_point)
{
    if (code_point < 0x80) {
        to[0] = (uint8_t)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        to[0] = (uint8_t)(0xc0 | code_point >> 6);
        to[1] = (uint8_t)(0x80 | (code_point & 0x3f));
        return 2;
    }
    if (code_point < 0x10000) {
        to[0] = (uint8_t)(0xe0 | code_point >> 12);
        to[1] = (uint8_t)(0x80 | (code_point >> 6 & 0x3f));
        to[2] = (uint8_t)(0x80 | (code_point & 0x3f));
        return 3;
    }
    to[0] = (uint8_t)(0xf0 | code_point >> 18);
    to[1] = (uint8_t)(0x80 | (code_point >> 12 & 0x3f));
    to[2] = (uint8_t)(0x80 | (code_point >> 6 & 0x3f));
    to[3] = (uint8_t)(0x80 | (code_point & 0x3f));
    return 4;
}

#endif
