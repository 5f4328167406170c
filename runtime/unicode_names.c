/*
 * Names of characters: libunistring's, those that are computed (ideographs,
 * Hangul syllables), newer ones, aliases and named sequences.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniname.h>

#include "runtime/unicode.h"
#include "runtime/unicode_tables.h"

/* ---- Tables sorted by code point ---------------------------------------- */

const void *unicode_find_range(const void *rows, size_t count, size_t row_size, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const uint32_t *row = (const void *)((const char *)rows + middle * row_size);
        if (c < row[0])
            high = middle;
        else if (c > row[1])
            low = middle + 1;
        else
            return row;
    }
    return NULL;
}

const void *unicode_find_row(const void *rows, size_t count, size_t row_size, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const uint32_t *row = (const void *)((const char *)rows + middle * row_size);
        if (c == *row)
            return row;
        if (c < *row)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* ---- Computed names ----------------------------------------------------- */

static bool is_unified_ideograph(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        {0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0x20000, 0x2a6df}, {0x2a700, 0x2b739}, {0x2b740, 0x2b81d},
        {0x2b820, 0x2cea1}, {0x2ceb0, 0x2ebe0}, {0x2ebf0, 0x2ee5d}, {0x30000, 0x3134a}, {0x31350, 0x323af},
    };
    return unicode_find_range(ranges, sizeof ranges / sizeof ranges[0], sizeof ranges[0], c) != NULL;
}

enum { HANGUL_FIRST = 0xac00, HANGUL_VOWELS = 21, HANGUL_TRAILS = 28, HANGUL_COUNT = 11172 };
static const char *const hangul_leads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                           "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char *const hangul_vowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                            "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const hangul_trails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG",
                                            "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B",  "BS", "S",
                                            "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

static bool is_computed(uint32_t c)
{
    return is_unified_ideograph(c) || (c >= HANGUL_FIRST && c < HANGUL_FIRST + HANGUL_COUNT);
}

static void hangul_name(uint32_t c, char *name, size_t capacity)
{
    uint32_t number = c - HANGUL_FIRST;
    snprintf(name, capacity, "HANGUL SYLLABLE %s%s%s", hangul_leads[number / HANGUL_TRAILS / HANGUL_VOWELS],
             hangul_vowels[number / HANGUL_TRAILS % HANGUL_VOWELS], hangul_trails[number % HANGUL_TRAILS]);
}

size_t unicode_name(uint32_t c, char *name, size_t capacity)
{
    char buffer[UNINAME_MAX > CHARACTER_NAME_LIMIT ? UNINAME_MAX : CHARACTER_NAME_LIMIT] = "";
    const struct AddedName *added;
    if (is_unified_ideograph(c))
        snprintf(buffer, sizeof buffer, "CJK UNIFIED IDEOGRAPH-%X", (unsigned)c);
    else if (c >= HANGUL_FIRST && c < HANGUL_FIRST + HANGUL_COUNT)
        hangul_name(c, buffer, sizeof buffer);
    else if ((added = unicode_find_row(added_names, added_names_count, sizeof *added, c)) != NULL)
        snprintf(buffer, sizeof buffer, "%s", added->name);
    else if (unicode_character_name(c, buffer) == NULL)
        return 0;
    if (strlen(buffer) >= capacity)
        return 0;
    strcpy(name, buffer);
    return strlen(name);
}

/* ---- Characters by name -------------------------------------------------- */

/* The part among the choices that the text begins with, the longest. */
static int take_part(const char **text, const char *const *choices, int count)
{
    int best = -1;
    size_t longest = 0;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(choices[i]);
        if (strncmp(*text, choices[i], length) == 0 && (best < 0 || length > longest)) {
            best = i;
            longest = length;
        }
    }
    *text += longest;
    return best;
}

static bool computed_character(const char *name, uint32_t *c)
{
    static const char ideograph[] = "CJK UNIFIED IDEOGRAPH-", hangul[] = "HANGUL SYLLABLE ";
    if (strncmp(name, ideograph, sizeof ideograph - 1) == 0) {
        const char *digits = name + sizeof ideograph - 1;
        if (strlen(digits) != 4 && strlen(digits) != 5)
            return false;
        char *end;
        *c = (uint32_t)strtoul(digits, &end, 16);
        return *end == '\0' && strspn(digits, "0123456789ABCDEF") == strlen(digits) && is_unified_ideograph(*c);
    }
    if (strncmp(name, hangul, sizeof hangul - 1) == 0) {
        const char *rest = name + sizeof hangul - 1;
        int lead = take_part(&rest, hangul_leads, 19), vowel = take_part(&rest, hangul_vowels, HANGUL_VOWELS),
            trail = take_part(&rest, hangul_trails, HANGUL_TRAILS);
        *c = (uint32_t)(HANGUL_FIRST + (lead * HANGUL_VOWELS + vowel) * HANGUL_TRAILS + trail);
        return vowel >= 0 && *rest == '\0';
    }
    return false;
}

/* VS1 to VS256 are aliases. */
static bool variation_selector(const char *name, uint32_t *c)
{
    if (strncmp(name, "VS", 2) != 0 || name[2] < '1' || name[2] > '9')
        return false;
    long number = strtol(name + 2, NULL, 10);
    char written[8];
    snprintf(written, sizeof written, "VS%ld", number);
    *c = (uint32_t)(number <= 16 ? 0xfe00 + number - 1 : 0xe0100 + number - 17);
    return number <= 256 && strcmp(written, name) == 0;
}

static int compare_alias(const void *name, const void *row)
{
    return strcmp(name, ((const struct CharacterAlias *)row)->name);
}

static int compare_sequence(const void *name, const void *row)
{
    return strcmp(name, ((const struct NamedSequence *)row)->name);
}

static bool find_character(const char *name, uint32_t *c)
{
    if (variation_selector(name, c))
        return true;
    char written[CHARACTER_NAME_LIMIT];
    ucs4_t found = unicode_name_character(name);
    if (found != UNINAME_INVALID && !is_computed(found) && unicode_name(found, written, sizeof written) && strcmp(written, name) == 0) {
        *c = found; /* the library is more lenient about spaces and hyphens */
        return true;
    }
    for (size_t i = 0; i < added_names_count; i++)
        if (strcmp(added_names[i].name, name) == 0) {
            *c = added_names[i].character;
            return true;
        }
    const struct CharacterAlias *alias =
        bsearch(name, character_aliases, character_aliases_count, sizeof *alias, compare_alias);
    if (alias != NULL)
        *c = alias->character;
    return alias != NULL;
}

size_t unicode_find_name(const char *name, size_t length, int sequences, uint32_t characters[NAMED_SEQUENCE_LIMIT])
{
    char upper[CHARACTER_NAME_LIMIT];
    if (length == 0 || length >= sizeof upper)
        return 0;
    for (size_t i = 0; i < length; i++)
        upper[i] = (char)ascii_upper((uint8_t)name[i]);
    upper[length] = '\0';
    if (strlen(upper) != length)
        return 0;
    if (strncmp(upper, name, length) == 0 && computed_character(upper, &characters[0]))
        return 1; /* unlike the others only in capitals */
    if (find_character(upper, &characters[0]))
        return 1;
    const struct NamedSequence *sequence =
        sequences ? bsearch(upper, named_sequences, named_sequences_count, sizeof *sequence, compare_sequence) : NULL;
    size_t count = 0;
    while (sequence != NULL && count < NAMED_SEQUENCE_LIMIT && sequence->characters[count] != 0) {
        characters[count] = sequence->characters[count];
        count++;
    }
    return count;
}

int32_t unicode_named_character(const char *name, size_t length)
{
    uint32_t characters[NAMED_SEQUENCE_LIMIT];
    return unicode_find_name(name, length, 0, characters) == 1 ? (int32_t)characters[0] : -1;
}
