/*
 * Which characters are equal when cases are ignored.
 *
 * Two characters are the same when their simple lower-case mappings are, or
 * when these have one upper case between them (the long s and s, final and
 * other sigma); the second relation is the table below, because the
 * mappings alone would not tell it cheaply.
 */
#include <unicase.h>

#include "runtime/modules/re_set.h"

enum { RELATED_LIMIT = 3 };

/* Lower-case letters with one upper case between them. */
static const uint32_t related[][RELATED_LIMIT] = {
    {0x69, 0x131},    {0x73, 0x17f},     {0xb5, 0x3bc},     {0x345, 0x3b9, 0x1fbe}, {0x390, 0x1fd3},
    {0x3b0, 0x1fe3},  {0x3b2, 0x3d0},    {0x3b5, 0x3f5},    {0x3b8, 0x3d1},         {0x3ba, 0x3f0},
    {0x3c0, 0x3d6},   {0x3c1, 0x3f1},    {0x3c2, 0x3c3},    {0x3c6, 0x3d5},         {0x432, 0x1c80},
    {0x434, 0x1c81},  {0x43e, 0x1c82},   {0x441, 0x1c83},   {0x442, 0x1c84, 0x1c85}, {0x44a, 0x1c86},
    {0x463, 0x1c87},  {0x1c88, 0xa64b},  {0x1e61, 0x1e9b},  {0xfb05, 0xfb06},
};

/* Characters whose lower case has another upper and title case. */
static const struct CodeRange one_way[] = {
    {0x130, 0x69}, {0x212a, 0x6b}, {0x212b, 0xe5}, {0x3f4, 0x3b8}, {0x2126, 0x3c9}, {0x1e9e, 0xdf},
};

static size_t add_member(uint32_t members[CASE_CLASS_LIMIT], size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (members[i] == c)
            return count;
    members[count] = c;
    return count + 1;
}

/* Everything whose lower case is `lower`. */
static size_t add_cases(uint32_t members[CASE_CLASS_LIMIT], size_t count, uint32_t lower)
{
    uint32_t upper = (uint32_t)uc_toupper(lower), title = (uint32_t)uc_totitle(lower);
    if ((uint32_t)uc_tolower(lower) == lower)
        count = add_member(members, count, lower);
    if ((uint32_t)uc_tolower(upper) == lower)
        count = add_member(members, count, upper);
    if ((uint32_t)uc_tolower(title) == lower)
        count = add_member(members, count, title);
    for (size_t i = 0; i < sizeof one_way / sizeof *one_way; i++)
        if (one_way[i].last == lower)
            count = add_member(members, count, one_way[i].first);
    return count;
}

static const uint32_t *related_to(uint32_t lower)
{
    for (size_t i = 0; i < sizeof related / sizeof *related; i++)
        for (size_t j = 0; j < RELATED_LIMIT; j++)
            if (related[i][j] == lower)
                return related[i];
    return NULL;
}

static size_t ascii_case_class(uint32_t c, uint32_t members[CASE_CLASS_LIMIT])
{
    members[0] = c;
    if (c >= 0x80 || (c | 0x20) < 'a' || (c | 0x20) > 'z')
        return 1;
    members[1] = c ^ 0x20;
    return 2;
}

size_t case_class(uint32_t c, bool ascii_only, uint32_t members[CASE_CLASS_LIMIT])
{
    if (ascii_only)
        return ascii_case_class(c, members);
    uint32_t lower = (uint32_t)uc_tolower(c);
    size_t count = add_cases(members, 0, lower);
    const uint32_t *group = lower ? related_to(lower) : NULL;
    for (size_t i = 0; group && i < RELATED_LIMIT && group[i]; i++)
        count = add_cases(members, count, group[i]);
    return count ? count : add_member(members, 0, c);
}
