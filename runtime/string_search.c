/*
 * Searching arrays of units.
 *
 * Equal widths go through the C library's vectorised memchr, memrchr and
 * memmem (linear in the worst case), which for wider units are asked about
 * octets and answer only at unit boundaries.  A needle narrower than the
 * haystack is widened on the stack while it is short; else candidates come
 * from its first unit.
 */
#include "runtime/string_search.h"

#include <wchar.h>

enum { WIDENED_LIMIT = 256 };

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
    if (units_width_for(code_point) > haystack.width || haystack.length == 0)
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
    if (units_width_for(code_point) > haystack.width || haystack.length == 0)
        return -1;
    if (haystack.width == 1) {
        const uint8_t *at = memrchr(haystack.data, (int)code_point, haystack.length);
        return at == NULL ? -1 : at - (const uint8_t *)haystack.data;
    }
    for (size_t i = haystack.length; i-- > 0;)
        if (units_at(haystack.data, haystack.width, i) == code_point)
            return (int64_t)i;
    return -1;
}

bool units_match_at(struct Units haystack, size_t position, struct Units needle)
{
    if (position > haystack.length || haystack.length - position < needle.length)
        return false;
    if (haystack.width == needle.width)
        return memcmp(units_from(haystack.data, haystack.width, position), needle.data,
                      needle.length * (size_t)needle.width) == 0;
    for (size_t i = 0; i < needle.length; i++)
        if (units_at(haystack.data, haystack.width, position + i) != units_at(needle.data, needle.width, i))
            return false;
    return true;
}

static int64_t find_same_width(struct Units haystack, struct Units needle)
{
    size_t width = (size_t)haystack.width;
    const uint8_t *start = haystack.data, *p = start, *end = start + haystack.length * width;
    for (;;) {
        p = memmem(p, (size_t)(end - p), needle.data, needle.length * width);
        if (p == NULL)
            return -1;
        if ((size_t)(p - start) % width == 0)
            return (int64_t)((size_t)(p - start) / width);
        p++;
    }
}

static int64_t find_by_first(struct Units haystack, struct Units needle)
{
    uint32_t first = units_at(needle.data, needle.width, 0);
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
            return units_find_one(haystack, units_at(needle.data, needle.width, 0));
        return needle.length == 0 ? 0 : -1;
    }
    if (needle.width > haystack.width)
        return -1;
    if (needle.width == haystack.width)
        return find_same_width(haystack, needle);
    if (needle.length > WIDENED_LIMIT)
        return find_by_first(haystack, needle);
    uint32_t widened[WIDENED_LIMIT];
    units_copy(widened, haystack.width, 0, needle.data, needle.width, 0, needle.length);
    return find_same_width(haystack, (struct Units){widened, needle.length, haystack.width});
}

int64_t units_find_last(struct Units haystack, struct Units needle)
{
    if (needle.length > haystack.length || needle.width > haystack.width)
        return -1;
    if (needle.length == 0)
        return (int64_t)haystack.length;
    uint32_t first = units_at(needle.data, needle.width, 0);
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
    if (units_width_for(code_point) > haystack.width)
        return 0;
    if (haystack.width == 1) {
        const uint8_t *units = haystack.data;
        for (size_t i = 0; i < haystack.length; i++)
            count += units[i] == code_point;
        return count;
    }
    for (size_t i = 0; i < haystack.length; i++)
        count += units_at(haystack.data, haystack.width, i) == code_point;
    return count;
}

size_t units_count(struct Units haystack, struct Units needle, size_t limit)
{
    if (needle.length == 0)
        return haystack.length < limit ? haystack.length + 1 : limit;
    if (needle.length == 1 && limit >= haystack.length)
        return count_one(haystack, units_at(needle.data, needle.width, 0));
    size_t count = 0;
    for (size_t start = 0; count < limit; count++) {
        int64_t at = units_find(units_slice(haystack, start, haystack.length), needle);
        if (at < 0)
            break;
        start += (size_t)at + needle.length;
    }
    return count;
}
