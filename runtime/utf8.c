/*
 * UTF-8, both directions.  Decoding goes in two passes over the octets: the
 * first checks and counts, the second writes into units of known width.
 * ASCII runs are taken eight octets at a time.
 */
#include "runtime/string_units.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* How many of the first 16 octets, all there, stand before the first that is not ASCII. */
static inline unsigned ascii_lead(const uint8_t *text)
{
#ifdef __SSE2__
    unsigned mask = (unsigned)_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(const void *)text));
    return mask == 0 ? 16 : (unsigned)__builtin_ctz(mask);
#else
    unsigned i = 0;
    while (i < 16 && text[i] < 0x80)
        i++;
    return i;
#endif
}

static bool is_continuation(uint8_t octet) { return (octet & 0xc0) == 0x80; }

size_t utf8_check(const uint8_t *text, size_t left, size_t *wrong, const char **reason)
{
    uint8_t first = text[0], low = 0x80, high = 0xbf;
    size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    *wrong = 1;
    *reason = "invalid start byte";
    if (first < 0xc2 || first > 0xf4)
        return 0;
    if (first == 0xe0 || first == 0xf0)
        low = first == 0xe0 ? 0xa0 : 0x90;
    if (first == 0xed || first == 0xf4)
        high = first == 0xed ? 0x9f : 0x8f;
    for (size_t i = 1; i < length; i++, low = 0x80, high = 0xbf) {
        *wrong = i;
        *reason = i >= left ? "unexpected end of data" : "invalid continuation byte";
        if (i >= left || text[i] < low || text[i] > high)
            return 0;
    }
    return length;
}

/* Whether text is sound and made of sequences of one and two octets alone: a pass without branches. */
static bool scan_pairs(const uint8_t *text, size_t length, struct Utf8Scan *scan)
{
    enum { BLOCK = 128 }; /* so that sums fit an octet */
    uint8_t wrong = is_continuation(text[0]) | (text[length - 1] >= 0xc0), wide = 0;
    size_t followers = is_continuation(text[0]);
    for (size_t i = 0; i + 1 < length && !wrong; i += BLOCK) {
        size_t end = length - 1 - i < BLOCK ? length - 1 : i + BLOCK;
        uint8_t sum = 0;
        for (size_t j = i; j < end; j++) {
            uint8_t first = text[j], follows = (text[j + 1] & 0xc0) == 0x80, leads = first >= 0xc0;
            wrong |= (uint8_t)((leads ^ follows) | (first >= 0xe0) | ((first & 0xfe) == 0xc0));
            wide |= (uint8_t)(first >= 0xc4);
            sum = (uint8_t)(sum + follows);
        }
        followers += sum;
    }
    *scan = (struct Utf8Scan){length, length - followers, wide ? 0xffff : 0xff};
    return !wrong;
}

static struct Utf8Scan scan_carefully(const uint8_t *text, size_t length)
{
    struct Utf8Scan scan = {0, 0, 0x7f};
    size_t i = 0, wrong;
    const char *reason;
    while (i < length) {
        if (text[i] < 0x80) {
            size_t run = length - i >= 16 ? ascii_lead(text + i) : 1;
            i += run;
            scan.count += run;
            continue;
        }
        if (text[i] >= 0xc2 && text[i] < 0xe0 && length - i >= 2 && is_continuation(text[i + 1])) {
            scan.maximum |= text[i] < 0xc4 ? 0xff : 0xffff;
            i += 2;
        } else {
            size_t sequence = utf8_check(text + i, length - i, &wrong, &reason);
            if (sequence == 0)
                break;
            scan.maximum |= sequence < 4 ? 0xffff : 0x10ffff;
            i += sequence;
        }
        scan.count++;
    }
    scan.valid = i;
    return scan;
}

struct Utf8Scan utf8_scan(const uint8_t *text, size_t length)
{
    struct Utf8Scan scan = {length, length, 0x7f};
    size_t ascii = ascii_prefix_length(text, length);
    if (ascii == length)
        return scan;
    if (!scan_pairs(text + ascii, length - ascii, &scan))
        scan = scan_carefully(text + ascii, length - ascii);
    scan.valid += ascii;
    scan.count += ascii;
    return scan;
}

/* Latin-1 alone: a lead octet is written and then written over. */
static void decode_latin(uint8_t *to, const uint8_t *text, size_t length)
{
    uint8_t before = 0;
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        uint8_t octet = text[i], follows = (octet & 0xc0) == 0x80;
        at -= follows;
        to[at++] = follows ? (uint8_t)(before << 6 | (octet & 0x3f)) : octet;
        before = octet;
    }
}

/* ASCII goes 16 octets at a time as long as there is room for all 16, though fewer may count. */
#define DEFINE_DECODE(name, unit)                                                                         \
    static void name(unit *to, const unit *limit, const uint8_t *p, const uint8_t *end)                   \
    {                                                                                                     \
        while (p < end) {                                                                                 \
            if (*p < 0x80) {                                                                              \
                unsigned run = 1;                                                                         \
                if (limit - to >= 16 && end - p >= 16) {                                                  \
                    run = ascii_lead(p);                                                                  \
                    for (int i = 0; i < 16; i++)                                                          \
                        to[i] = p[i];                                                                     \
                } else {                                                                                  \
                    *to = *p;                                                                             \
                }                                                                                         \
                to += run;                                                                                \
                p += run;                                                                                 \
                if (p == end)                                                                             \
                    break;                                                                                \
            }                                                                                             \
            if (*p < 0x80)                                                                                \
                continue;                                                                                 \
            if (*p < 0xe0) {                                                                              \
                *to++ = (unit)((p[0] & 0x1fu) << 6 | (p[1] & 0x3fu));                                     \
                p += 2;                                                                                   \
            } else if (*p < 0xf0) {                                                                       \
                *to++ = (unit)((p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu));              \
                p += 3;                                                                                   \
            } else {                                                                                      \
                *to++ = (unit)((p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu)); \
                p += 4;                                                                                   \
            }                                                                                             \
        }                                                                                                 \
    }

DEFINE_DECODE(decode_2, uint16_t)
DEFINE_DECODE(decode_4, uint32_t)

void utf8_decode(void *units, int width, size_t count, const uint8_t *text, size_t length)
{
    if (width == 1)
        decode_latin(units, text, length);
    else if (width == 2)
        decode_2(units, (uint16_t *)units + count, text, text + length);
    else
        decode_4(units, (uint32_t *)units + count, text, text + length);
}

size_t utf8_encoded_length(const void *units, int width, size_t length)
{
    size_t octets = length;
    if (width == 1) {
        const uint8_t *narrow = units;
        for (size_t i = 0; i < length; i++)
            octets += narrow[i] >> 7;
    } else if (width == 2) {
        const uint16_t *wide = units;
        for (size_t i = 0; i < length; i++)
            octets += (size_t)(wide[i] >= 0x80) + (wide[i] >= 0x800);
    } else {
        const uint32_t *wide = units;
        for (size_t i = 0; i < length; i++)
            octets += (size_t)(wide[i] >= 0x80) + (wide[i] >= 0x800) + (wide[i] >= 0x10000);
    }
    return octets;
}

#define DEFINE_ENCODE(name, unit)                                          \
    static void name(uint8_t *to, const unit *from, size_t length)         \
    {                                                                      \
        for (size_t i = 0; i < length; i++) {                              \
            if (from[i] < 0x80)                                            \
                *to++ = (uint8_t)from[i];                                  \
            else                                                           \
                to += utf8_write(to, from[i]);                             \
        }                                                                  \
    }

DEFINE_ENCODE(encode_1, uint8_t)
DEFINE_ENCODE(encode_2, uint16_t)
DEFINE_ENCODE(encode_4, uint32_t)

void utf8_encode(uint8_t *to, const void *units, int width, size_t length)
{
    if (width == 1)
        encode_1(to, units, length);
    else if (width == 2)
        encode_2(to, units, length);
    else
        encode_4(to, units, length);
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
