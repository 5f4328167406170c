/*
 * Searching arrays of units.
 *
 * Where the machine has 16-byte vectors, candidates are the places where both
 * the needle's first and its last unit stand.  When too many candidates turn
 * out false, and on other machines, the C library's memmem takes over, which
 * is linear in the worst case; for wider units it is asked about octets and
 * answers count only at unit boundaries.  A needle narrower than the haystack
 * is widened on the stack while it is short; else candidates come from its
 * first unit.
 */
#include "runtime/string_search.h"

#include <wchar.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WIDENED_LIMIT = 256, PATIENCE = 4096 };

static int64_t find_one_2(const uint16_t *units, size_t length, uint16_t wanted)
{
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        bool found = false;
        for (size_t j = 0; j < 8; j++)
            found |= units[i + j] == wanted;
        if (found)
            break;
    }
    for (; i < length; i++)
        if (units[i] == wanted)
            return (int64_t)i;
    return -1;
}

int64_t units_find_one(struct Units haystack, uint32_t code_point)
{
    if (units_width_for(code_point) > (int)haystack.width || haystack.length == 0)
        return -1;
    if (haystack.width == 2)
        return find_one_2(haystack.data, haystack.length, (uint16_t)code_point);
    if (haystack.width == 1) {
        const uint8_t *at = memchr(haystack.data, (int)code_point, haystack.length);
        return at == NULL ? -1 : at - (const uint8_t *)haystack.data;
    }
    const wchar_t *at = wmemchr(haystack.data, (wchar_t)code_point, haystack.length);
    return at == NULL ? -1 : at - (const wchar_t *)haystack.data;
}

int64_t units_find_last_one(struct Units haystack, uint32_t code_point)
{
    if (units_width_for(code_point) > (int)haystack.width || haystack.length == 0)
        return -1;
    if (haystack.width == 1) {
        const uint8_t *at = memrchr(haystack.data, (int)code_point, haystack.length);
        return at == NULL ? -1 : at - (const uint8_t *)haystack.data;
    }
    for (size_t i = haystack.length; i-- > 0;)
        if (units_at(haystack.data, (int)haystack.width, i) == code_point)
            return (int64_t)i;
    return -1;
}

bool units_match_at(struct Units haystack, size_t position, struct Units needle)
{
    if (position > haystack.length || haystack.length - position < needle.length)
        return false;
    if (haystack.width == needle.width)
        return memcmp(units_from(haystack.data, (int)haystack.width, position), needle.data,
                      needle.length * (size_t)needle.width) == 0;
    for (size_t i = 0; i < needle.length; i++)
        if (units_at(haystack.data, (int)haystack.width, position + i) != units_at(needle.data, (int)needle.width, i))
            return false;
    return true;
}

static int64_t find_octets(struct Units haystack, size_t from, struct Units needle)
{
    size_t width = (size_t)haystack.width;
    const uint8_t *start = haystack.data, *p = start + from * width, *end = start + haystack.length * width;
    for (;;) {
        p = memmem(p, (size_t)(end - p), needle.data, needle.length * width);
        if (p == NULL)
            return -1;
        if ((size_t)(p - start) % width == 0)
            return (int64_t)((size_t)(p - start) / width);
        p++;
    }
}

#ifdef __SSE2__
/* needle.length is at least 2, and haystack is not shorter.  In a mask every unit has as many bits as octets. */
#define DEFINE_VECTOR_FIND(name, unit, equal)                                                                     \
    static int64_t name(struct Units haystack, struct Units needle)                                               \
    {                                                                                                             \
        const unit *text = haystack.data, *wanted = needle.data;                                                  \
        size_t last = needle.length - 1, inner = (needle.length - 2) * sizeof(unit), i = 0, wasted = 0;           \
        size_t positions = haystack.length - last;                                                                \
        const __m128i first_unit = equal##_splat(wanted[0]), last_unit = equal##_splat(wanted[last]);               \
        for (; i + 16 / sizeof(unit) <= positions; i += 16 / sizeof(unit)) {                                      \
            __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(text + i));                               \
            __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + i + last));                        \
            unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(equal(a, first_unit), equal(b, last_unit))); \
            for (; mask != 0; mask &= mask - 1) {                                                                 \
                size_t at = i + (size_t)__builtin_ctz(mask) / sizeof(unit);                                       \
                if (inner == 0 || memcmp(text + at + 1, wanted + 1, inner) == 0)                                         \
                    return (int64_t)at;                                                                           \
                wasted += inner;                                                                                  \
            }                                                                                                     \
            if (UNLIKELY(wasted > 16 * i + PATIENCE))                                                             \
                return find_octets(haystack, i, needle);                                                          \
        }                                                                                                         \
        for (; i < positions; i++)                                                                                \
            if (text[i] == wanted[0] && text[i + last] == wanted[last] &&                                         \
                memcmp(text + i + 1, wanted + 1, inner) == 0)                                                     \
                return (int64_t)i;                                                                                \
        return -1;                                                                                                \
    }

static inline __m128i equal_1(__m128i a, __m128i b) { return _mm_cmpeq_epi8(a, b); }
static inline __m128i equal_2(__m128i a, __m128i b) { return _mm_cmpeq_epi16(a, b); }
static inline __m128i equal_4(__m128i a, __m128i b) { return _mm_cmpeq_epi32(a, b); }
static inline __m128i equal_1_splat(uint8_t unit) { return _mm_set1_epi8((char)unit); }
static inline __m128i equal_2_splat(uint16_t unit) { return _mm_set1_epi16((short)unit); }
static inline __m128i equal_4_splat(uint32_t unit) { return _mm_set1_epi32((int)unit); }

DEFINE_VECTOR_FIND(find_1, uint8_t, equal_1)
DEFINE_VECTOR_FIND(find_2, uint16_t, equal_2)
DEFINE_VECTOR_FIND(find_4, uint32_t, equal_4)

static int64_t find_same_width(struct Units haystack, struct Units needle)
{
    if (LIKELY(haystack.width == 1))
        return find_1(haystack, needle);
    return haystack.width == 2 ? find_2(haystack, needle) : find_4(haystack, needle);
}
#else
static int64_t find_same_width(struct Units haystack, struct Units needle) { return find_octets(haystack, 0, needle); }
#endif

static int64_t find_by_first(struct Units haystack, struct Units needle)
{
    uint32_t first = units_at(needle.data, (int)needle.width, 0);
    for (size_t i = 0; i + needle.length <= haystack.length; i++) {
        int64_t skipped = units_find_one(units_slice(haystack, i, haystack.length - needle.length + 1), first);
        if (skipped < 0)
            return -1;
        i += (size_t)skipped;
        if (units_match_at(haystack, i, needle))
            return (int64_t)i;
    }
    return -1;
}

int64_t units_find(struct Units haystack, struct Units needle)
{
    if (needle.length <= 1 || needle.length > haystack.length) {
        if (needle.length == 1)
            return units_find_one(haystack, units_at(needle.data, (int)needle.width, 0));
        return needle.length == 0 ? 0 : -1;
    }
    if (needle.width > haystack.width)
        return -1;
    if (needle.width == haystack.width)
        return find_same_width(haystack, needle);
    if (needle.length > WIDENED_LIMIT)
        return find_by_first(haystack, needle);
    uint32_t widened[WIDENED_LIMIT];
    units_copy(widened, (int)haystack.width, 0, needle.data, (int)needle.width, 0, needle.length);
    return find_same_width(haystack, (struct Units){widened, needle.length, haystack.width});
}

int64_t units_find_last(struct Units haystack, struct Units needle)
{
    if (needle.length > haystack.length || needle.width > haystack.width)
        return -1;
    if (needle.length == 0)
        return (int64_t)haystack.length;
    uint32_t first = units_at(needle.data, (int)needle.width, 0);
    size_t candidates = haystack.length - needle.length + 1;
    while (candidates > 0) {
        int64_t at = units_find_last_one(units_slice(haystack, 0, candidates), first);
        if (at < 0 || units_match_at(haystack, (size_t)at, needle))
            return at;
        candidates = (size_t)at;
    }
    return -1;
}

static size_t count_one(struct Units haystack, uint32_t code_point)
{
    size_t count = 0;
    if (units_width_for(code_point) > (int)haystack.width)
        return 0;
    if (haystack.width == 1) {
        const uint8_t *units = haystack.data;
        for (size_t i = 0; i < haystack.length; i++)
            count += units[i] == code_point;
        return count;
    }
    for (size_t i = 0; i < haystack.length; i++)
        count += units_at(haystack.data, (int)haystack.width, i) == code_point;
    return count;
}

#ifdef __SSE2__
/* Needles of two to eight octets in text of width 1, without going back to the start of a search for each. */
static size_t count_short(struct Units haystack, struct Units needle, size_t limit)
{
    const uint8_t *text = haystack.data, *wanted = needle.data;
    size_t last = needle.length - 1, positions = haystack.length - last, count = 0, next = 0, i = 0;
    const __m128i first_unit = equal_1_splat(wanted[0]), last_unit = equal_1_splat(wanted[last]);
    for (; i + 16 <= positions && count < limit; i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(text + i));
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + i + last));
        unsigned mask = (unsigned)_mm_movemask_epi8(_mm_and_si128(equal_1(a, first_unit), equal_1(b, last_unit)));
        for (; mask != 0 && count < limit; mask &= mask - 1) {
            size_t at = i + (size_t)__builtin_ctz(mask), same = 1;
            while (same < last && text[at + same] == wanted[same])
                same++;
            if (at >= next && same >= last) {
                count++;
                next = at + needle.length;
            }
        }
    }
    for (i = next > i ? next : i; i < positions && count < limit;) {
        bool found = memcmp(text + i, wanted, needle.length) == 0;
        count += found;
        i += found ? needle.length : 1;
    }
    return count;
}
#endif

size_t units_count(struct Units haystack, struct Units needle, size_t limit)
{
    if (needle.length == 0)
        return haystack.length < limit ? haystack.length + 1 : limit;
    if (needle.length == 1 && limit >= haystack.length)
        return count_one(haystack, units_at(needle.data, (int)needle.width, 0));
#ifdef __SSE2__
    if (haystack.width == 1 && needle.width == 1 && needle.length >= 2 && needle.length <= 8 &&
        needle.length <= haystack.length)
        return count_short(haystack, needle, limit);
#endif
    size_t count = 0;
    for (size_t start = 0; count < limit; count++) {
        int64_t at = units_find(units_slice(haystack, start, haystack.length), needle);
        if (at < 0)
            break;
        start += (size_t)at + needle.length;
    }
    return count;
}
