/*
 * What Unicode 15.0 and 15.1 added to the tables of libunistring 1.0, which
 * are of Unicode 14: CPython 3.13 speaks 15.1.  With a later libunistring
 * these say twice what is said already.  The numbers among the ideographs come
 * from the Unihan database, which libunistring leaves out.
 */
#include "runtime/unicode.h"

#define PRINTABLE ADDED_PRINTABLE
#define CONTINUE ADDED_CONTINUE
#define IGNORABLE ADDED_IGNORABLE
#define LOWER ADDED_LOWER
#define NUMERIC ADDED_NUMERIC
#define LETTER (ADDED_LETTER | ADDED_PRINTABLE | ADDED_CONTINUE)
#define DIGIT (ADDED_DIGIT | ADDED_NUMERIC | ADDED_PRINTABLE | ADDED_CONTINUE)

struct Range {
    uint32_t first, last;
    unsigned properties;
};

static const struct Range ranges[] = {
    {0xcf3, 0xcf3, PRINTABLE | CONTINUE}, {0xece, 0xece, PRINTABLE | CONTINUE | IGNORABLE},
    {0x10fc, 0x10fc, LOWER}, {0x200c, 0x200d, CONTINUE}, {0x2ffc, 0x2fff, PRINTABLE},
    {0x30fb, 0x30fb, CONTINUE}, {0x31ef, 0x31ef, PRINTABLE}, {0xa7f2, 0xa7f4, LOWER},
    {0xab69, 0xab69, LOWER}, {0xff65, 0xff65, CONTINUE},
    {0x10efd, 0x10eff, PRINTABLE | CONTINUE | IGNORABLE}, {0x1123f, 0x11240, LETTER},
    {0x11241, 0x11241, PRINTABLE | CONTINUE | IGNORABLE}, {0x11b00, 0x11b09, PRINTABLE},
    {0x11f00, 0x11f01, PRINTABLE | CONTINUE | IGNORABLE}, {0x11f02, 0x11f02, LETTER},
    {0x11f03, 0x11f03, PRINTABLE | CONTINUE}, {0x11f04, 0x11f10, LETTER}, {0x11f12, 0x11f33, LETTER},
    {0x11f34, 0x11f35, PRINTABLE | CONTINUE}, {0x11f36, 0x11f3a, PRINTABLE | CONTINUE | IGNORABLE},
    {0x11f3e, 0x11f3f, PRINTABLE | CONTINUE}, {0x11f40, 0x11f40, PRINTABLE | CONTINUE | IGNORABLE},
    {0x11f41, 0x11f41, PRINTABLE | CONTINUE}, {0x11f42, 0x11f42, PRINTABLE | CONTINUE | IGNORABLE},
    {0x11f43, 0x11f4f, PRINTABLE}, {0x11f50, 0x11f59, DIGIT}, {0x1342f, 0x1342f, LETTER},
    {0x13439, 0x1343f, IGNORABLE}, {0x13440, 0x13440, PRINTABLE | CONTINUE | IGNORABLE},
    {0x13441, 0x13446, LETTER}, {0x13447, 0x13455, PRINTABLE | CONTINUE | IGNORABLE},
    {0x1b132, 0x1b132, LETTER}, {0x1b155, 0x1b155, LETTER}, {0x1d2c0, 0x1d2d3, NUMERIC | PRINTABLE},
    {0x1df25, 0x1df2a, LETTER | LOWER}, {0x1e030, 0x1e06d, LETTER | LOWER | IGNORABLE},
    {0x1e08f, 0x1e08f, PRINTABLE | CONTINUE | IGNORABLE}, {0x1e4d0, 0x1e4ea, LETTER},
    {0x1e4eb, 0x1e4eb, LETTER | IGNORABLE}, {0x1e4ec, 0x1e4ef, PRINTABLE | CONTINUE | IGNORABLE},
    {0x1e4f0, 0x1e4f9, DIGIT}, {0x1f6dc, 0x1f6dc, PRINTABLE}, {0x1f774, 0x1f776, PRINTABLE},
    {0x1f77b, 0x1f77f, PRINTABLE}, {0x1f7d9, 0x1f7d9, PRINTABLE}, {0x1fa75, 0x1fa77, PRINTABLE},
    {0x1fa87, 0x1fa88, PRINTABLE}, {0x1faad, 0x1faaf, PRINTABLE}, {0x1fabb, 0x1fabd, PRINTABLE},
    {0x1fabf, 0x1fabf, PRINTABLE}, {0x1face, 0x1facf, PRINTABLE}, {0x1fada, 0x1fadb, PRINTABLE},
    {0x1fae8, 0x1fae8, PRINTABLE}, {0x1faf7, 0x1faf8, PRINTABLE}, {0x2b739, 0x2b739, LETTER},
    {0x2ebf0, 0x2ee5d, LETTER}, {0x31350, 0x323af, LETTER},
};

static const uint32_t ideograph_numbers[] = {
    0x3405, 0x3483, 0x382a, 0x3b4d, 0x4e00, 0x4e03, 0x4e07, 0x4e09, 0x4e24, 0x4e5d, 0x4e8c, 0x4e94, 0x4e96,
    0x4eac, 0x4ebf, 0x4ec0, 0x4edf, 0x4ee8, 0x4f0d, 0x4f70, 0x4fe9, 0x5006, 0x5104, 0x5146, 0x5169, 0x516b,
    0x516d, 0x5341, 0x5343, 0x5344, 0x5345, 0x534c, 0x53c1, 0x53c2, 0x53c3, 0x53c4, 0x56db, 0x58f1, 0x58f9,
    0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0d, 0x5f0e, 0x5f10, 0x62d0, 0x62fe, 0x634c, 0x67d2, 0x6d1e, 0x6f06,
    0x7396, 0x767e, 0x7695, 0x79ed, 0x8086, 0x842c, 0x8cae, 0x8cb3, 0x8d30, 0x920e, 0x94a9, 0x9621, 0x9646,
    0x964c, 0x9678, 0x96f6, 0x20001, 0x20064, 0x200e2, 0x20121, 0x2092a, 0x20983, 0x2098c, 0x2099c, 0x20aea,
    0x20afd, 0x20b19, 0x22390, 0x22998, 0x23b1b, 0x2626d,
};

static const struct Range *find_range(uint32_t c)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof *ranges && c >= ranges[low].first ? &ranges[low] : NULL;
}

static bool is_ideograph_number(uint32_t c)
{
    size_t low = 0, high = sizeof ideograph_numbers / sizeof *ideograph_numbers;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ideograph_numbers[middle])
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ideograph_numbers / sizeof *ideograph_numbers && ideograph_numbers[low] == c;
}

bool unicode_added(uint32_t c, enum AddedProperty property)
{
    const struct Range *range = c < ranges[0].first ? NULL : find_range(c);
    if (range != NULL && (range->properties & (unsigned)property))
        return true;
    return property == ADDED_NUMERIC && is_ideograph_number(c);
}

int unicode_added_digit(uint32_t c)
{
    const struct Range *range = c < ranges[0].first ? NULL : find_range(c);
    return range != NULL && (range->properties & ADDED_DIGIT) ? (int)(c - range->first) : -1;
}
