/*
 * Arrays of 1-, 2- or 4-byte units: copying between widths and scanning.  The
 * loops are written so that compilers turn them into vector code.
 */
#include "runtime/string_units.h"

size_t ascii_prefix_length(const uint8_t *text, size_t length)
{
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        if (word & 0x8080808080808080u)
            break;
    }
    while (i < length && text[i] < 0x80)
        i++;
    return i;
}

static uint32_t bits_1(const uint8_t *units, size_t length)
{
    return ascii_prefix_length(units, length) == length ? 0x7f : 0xff;
}

static uint32_t bits_2(const uint16_t *units, size_t length)
{
    uint16_t bits = 0;
    for (size_t i = 0; i < length; i++)
        bits |= units[i];
    return bits;
}

static uint32_t bits_4(const uint32_t *units, size_t length)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < length; i++)
        bits |= units[i];
    return bits;
}

uint32_t units_bits(const void *units, int width, size_t length)
{
    return width == 1 ? bits_1(units, length) : width == 2 ? bits_2(units, length) : bits_4(units, length);
}

#define DEFINE_COPY(name, to_type, from_type)                                              \
    static void name(to_type *restrict to, const from_type *restrict from, size_t count)   \
    {                                                                                      \
        for (size_t i = 0; i < count; i++)                                                 \
            to[i] = (to_type)from[i];                                                      \
    }

DEFINE_COPY(copy_1_to_2, uint16_t, uint8_t)
DEFINE_COPY(copy_1_to_4, uint32_t, uint8_t)
DEFINE_COPY(copy_2_to_1, uint8_t, uint16_t)
DEFINE_COPY(copy_2_to_4, uint32_t, uint16_t)
DEFINE_COPY(copy_4_to_1, uint8_t, uint32_t)
DEFINE_COPY(copy_4_to_2, uint16_t, uint32_t)

void units_copy(void *to, int to_width, size_t to_start, const void *from, int from_width, size_t from_start,
                size_t count)
{
    void *target = (uint8_t *)to + to_start * (size_t)to_width;
    const void *source = units_from(from, from_width, from_start);
    if (to_width == from_width)
        memcpy(target, source, count * (size_t)to_width);
    else if (from_width == 1)
        to_width == 2 ? copy_1_to_2(target, source, count) : copy_1_to_4(target, source, count);
    else if (from_width == 2)
        to_width == 1 ? copy_2_to_1(target, source, count) : copy_2_to_4(target, source, count);
    else
        to_width == 1 ? copy_4_to_1(target, source, count) : copy_4_to_2(target, source, count);
}

void units_fill(void *units, int width, size_t start, uint32_t code_point, size_t count)
{
    if (width == 1) {
        memset((uint8_t *)units + start, (int)code_point, count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        units_put(units, width, start + i, code_point);
}
