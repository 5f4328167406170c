/*
 * Arrays of 1-, 2- or 4-byte units: copying between widths, scanning, and the
 * two directions of UTF-8.  The loops are written so that compilers turn
 * them into vector code.
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

/* Length of the sequence a first byte announces, and its payload; 0 for a byte that begins none. */
static int sequence_length(uint8_t first, uint32_t *payload)
{
    if (first >= 0xc2 && first < 0xe0) {
        *payload = first & 0x1f;
        return 2;
    }
    if (first >= 0xe0 && first < 0xf0) {
        *payload = first & 0x0f;
        return 3;
    }
    *payload = first & 0x07;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

uint32_t utf8_read(const uint8_t **text, const uint8_t *end)
{
    const uint8_t *p = *text;
    uint32_t code_point;
    if (*p < 0x80) {
        *text = p + 1;
        return *p;
    }
    int length = sequence_length(*p, &code_point);
    *text = p + 1;
    if (length == 0 || end - p < length)
        return 0xfffd;
    for (int i = 1; i < length; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0xfffd;
        code_point = code_point << 6 | (p[i] & 0x3f);
    }
    if ((length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000) ||
        code_point > MAXIMUM_CODE_POINT)
        return 0xfffd;
    *text = p + length;
    return code_point;
}

size_t utf8_write(uint8_t *to, uint32_t code_point)
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
