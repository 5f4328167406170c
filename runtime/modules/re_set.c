/* Sets of characters and their spelling in PCRE2's syntax (re_set.h). */
#include "runtime/modules/re_set.h"

#include <stdlib.h>

#include "runtime/unicode.h"

void regex_set_open(struct RegexSet *set, struct Interpreter *vm) { *set = (struct RegexSet){.vm = vm}; }

void regex_set_close(struct RegexSet *set)
{
    heap_free(set->vm, MEMORY_VALUES, set->ranges, set->capacity * sizeof *set->ranges);
    set->ranges = NULL;
    set->capacity = 0;
}

void regex_set_add(struct RegexSet *set, uint32_t first, uint32_t last)
{
    if (set->failed || first > last)
        return;
    if (set->count == set->capacity) {
        size_t capacity = set->capacity ? set->capacity * 2 : 8;
        struct CodeRange *ranges = heap_resize(set->vm, MEMORY_VALUES, set->ranges, set->capacity * sizeof *ranges,
                                               capacity * sizeof *ranges);
        if (!ranges) {
            set->failed = true;
            return;
        }
        set->ranges = ranges;
        set->capacity = capacity;
    }
    set->ranges[set->count++] = (struct CodeRange){first, last};
}

/* ---- Categories --------------------------------------------------------- */

static const struct CodeRange ascii_digits[] = {{'0', '9'}};
static const struct CodeRange ascii_spaces[] = {{9, 13}, {' ', ' '}};
static const struct CodeRange ascii_words[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
static const struct CodeRange spaces[] = {{9, 13}, {0x1c, 0x20}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680},
                                          {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f},
                                          {0x3000, 0x3000}};
static const struct CodeRange latin1_words[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xaa, 0xaa},
                                                {0xb2, 0xb3}, {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe},
                                                {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0xff}};
/* What Unicode 15 brought: PCRE2's tables may be older. */
static const struct CodeRange new_words[] = {
    {0x11240, 0x11240}, {0x1123f, 0x1123f}, {0x11f02, 0x11f02}, {0x11f04, 0x11f10}, {0x11f12, 0x11f33},
    {0x11f50, 0x11f59}, {0x1342f, 0x1342f}, {0x13441, 0x13446}, {0x1b132, 0x1b132}, {0x1b155, 0x1b155},
    {0x1d2c0, 0x1d2d3}, {0x1df25, 0x1df2a}, {0x1e030, 0x1e06d}, {0x1e4d0, 0x1e4eb}, {0x1e4f0, 0x1e4f9},
    {0x2b739, 0x2b739}, {0x2ebf0, 0x2ee5d}, {0x31350, 0x323af}};
static const struct CodeRange new_digits[] = {{0x11f50, 0x11f59}, {0x1e4f0, 0x1e4f9}};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void add_ranges(struct RegexSet *set, const struct CodeRange *ranges, size_t count, bool complement)
{
    uint32_t next = 0;
    for (size_t i = 0; i < count; i++) {
        if (!complement)
            regex_set_add(set, ranges[i].first, ranges[i].last);
        else if (ranges[i].first > next)
            regex_set_add(set, next, ranges[i].first - 1);
        next = ranges[i].last + 1;
    }
    if (complement)
        regex_set_add(set, next, 0x10ffff);
}

/* Adds a category as ranges where these say it all; else it stays for write_properties. */
static void add_category(struct RegexSet *set, unsigned category, bool unicode, enum RegexKind kind)
{
    bool octets = kind <= REGEX_LATIN1;
    bool complement = (category & (CATEGORY_NOT_DIGIT | CATEGORY_NOT_SPACE | CATEGORY_NOT_WORD)) != 0;
    if (category & (CATEGORY_SPACE | CATEGORY_NOT_SPACE))
        add_ranges(set, unicode ? spaces : ascii_spaces, unicode ? COUNT(spaces) : COUNT(ascii_spaces), complement);
    else if (category & (CATEGORY_DIGIT | CATEGORY_NOT_DIGIT)) {
        if (unicode && !octets)
            return;
        add_ranges(set, ascii_digits, COUNT(ascii_digits), complement);
    } else if (!unicode)
        add_ranges(set, ascii_words, COUNT(ascii_words), complement);
    else if (octets)
        add_ranges(set, latin1_words, COUNT(latin1_words), complement);
    else
        return;
    set->categories &= ~category;
}

static void write_properties(struct RegexSet *set, struct RegexText *text)
{
    if (set->categories & CATEGORY_DIGIT)
        regex_text_add_cstring(text, "\\p{Nd}");
    if (set->categories & CATEGORY_NOT_DIGIT)
        regex_text_add_cstring(text, "\\P{Nd}");
    if (set->categories & CATEGORY_WORD)
        regex_text_add_cstring(text, "\\p{Xwd}");
    if (set->categories & CATEGORY_NOT_WORD)
        regex_text_add_cstring(text, "\\P{Xwd}");
}

/* ---- Cases -------------------------------------------------------------- */

static bool has_case(uint32_t c) { return c <= LAST_CASED; }

/* Adds what equals a character of the set's ranges. */
static void add_other_cases(struct RegexSet *set, bool ascii_only, uint32_t maximum)
{
    static const uint32_t with_narrow_cases[] = {0x130, 0x131, 0x178, 0x17f, 0x39c, 0x3bc, 0x1e9e, 0x212a, 0x212b};
    uint32_t members[CASE_CLASS_LIMIT];
    size_t own = set->count;
    for (size_t i = 0; i < own && !set->failed; i++) {
        struct CodeRange range = set->ranges[i];
        uint32_t last = range.last < maximum ? range.last : maximum;
        if (ascii_only && last > 0x7f)
            last = 0x7f;
        for (uint32_t c = range.first; c <= last && has_case(c) && !set->failed; c++) {
            size_t count = case_class(c, ascii_only, members);
            for (size_t j = 0; j < count; j++)
                if (members[j] < range.first || members[j] > range.last)
                    regex_set_add(set, members[j], members[j]);
        }
        for (size_t k = 0; k < COUNT(with_narrow_cases) && maximum <= 0xff && !ascii_only; k++) {
            if (with_narrow_cases[k] < range.first || with_narrow_cases[k] > range.last)
                continue;
            size_t count = case_class(with_narrow_cases[k], false, members);
            for (size_t j = 0; j < count; j++)
                regex_set_add(set, members[j], members[j]);
        }
    }
}

/* ---- Writing ------------------------------------------------------------ */

static int compare_ranges(const void *a, const void *b)
{
    const struct CodeRange *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Sorts, joins neighbours, and cuts what no unit can be. */
static void normalize(struct RegexSet *set, uint32_t maximum)
{
    if (set->count == 0)
        return;
    qsort(set->ranges, set->count, sizeof *set->ranges, compare_ranges);
    size_t kept = 0;
    for (size_t i = 0; i < set->count; i++) {
        struct CodeRange range = set->ranges[i];
        if (range.first > maximum)
            break;
        if (range.last > maximum)
            range.last = maximum;
        if (kept > 0 && range.first <= set->ranges[kept - 1].last + 1) {
            if (range.last > set->ranges[kept - 1].last)
                set->ranges[kept - 1].last = range.last;
        } else {
            set->ranges[kept++] = range;
        }
    }
    set->count = kept;
}

static void write_character(uint32_t c, struct RegexText *text)
{
    char plain = (char)c;
    if (ascii_has(c, ASCII_LOWER | ASCII_UPPER | ASCII_DIGIT | ASCII_UNDERSCORE))
        regex_text_add(text, &plain, 1);
    else
        regex_text_add_format(text, "\\x{%x}", c);
}

static void write_nothing(struct RegexText *text) { regex_text_add_cstring(text, "(?:(?!).)"); }

/* A single category alone: where PCRE2's tables lack newer characters these are added, or kept out. */
static void add_newer(struct RegexSet *set, enum RegexKind kind)
{
    if (kind != REGEX_UCS4 || set->failed)
        return;
    if (set->count == 0 && (set->categories == CATEGORY_NOT_WORD || set->categories == CATEGORY_NOT_DIGIT)) {
        set->categories >>= 1;
        set->negated = !set->negated;
    }
    if (set->categories & CATEGORY_WORD)
        add_ranges(set, new_words, COUNT(new_words), false);
    if (set->categories & CATEGORY_DIGIT)
        add_ranges(set, new_digits, COUNT(new_digits), false);
}

static void write_set(struct RegexSet *set, uint32_t maximum, struct RegexText *text)
{
    bool none = set->count == 0 && set->categories == 0;
    bool all = set->count == 1 && set->ranges[0].first == 0 && set->ranges[0].last == maximum;
    if (none || all) {
        if (none != set->negated)
            write_nothing(text);
        else
            regex_text_add_cstring(text, ".");
        return;
    }
    if (set->count == 1 && set->ranges[0].first == set->ranges[0].last && !set->negated && !set->categories) {
        write_character(set->ranges[0].first, text);
        return;
    }
    regex_text_add_cstring(text, set->negated ? "[^" : "[");
    for (size_t i = 0; i < set->count; i++) {
        write_character(set->ranges[i].first, text);
        if (set->ranges[i].last == set->ranges[i].first)
            continue;
        if (set->ranges[i].last > set->ranges[i].first + 1)
            regex_text_add_cstring(text, "-");
        write_character(set->ranges[i].last, text);
    }
    write_properties(set, text);
    regex_text_add_cstring(text, "]");
}

/*
 * \W among others, for UCS4: PCRE2 may think that the newest letters belong to it, so they are tried apart.
 * (?:(?![newest])[set]|[set without \W]), or no character that this accepts.
 */
static void write_with_non_words(struct RegexSet *set, struct RegexText *text)
{
    struct RegexSet rest = *set;
    rest.categories &= ~(unsigned)CATEGORY_NOT_WORD;
    rest.negated = false;
    regex_text_add_cstring(text, set->negated ? "(?:(?!(?:(?![" : "(?:(?![");
    for (size_t i = 0; i < COUNT(new_words); i++)
        regex_text_add_format(text, "\\x{%x}-\\x{%x}", new_words[i].first, new_words[i].last);
    regex_text_add_cstring(text, "])");
    bool negated = set->negated;
    set->negated = false;
    write_set(set, 0x10ffff, text);
    regex_text_add_cstring(text, "|");
    write_set(&rest, 0x10ffff, text);
    regex_text_add_cstring(text, negated ? ")).)" : ")");
}

void regex_set_write(struct RegexSet *set, uint32_t flags, bool is_text, enum RegexKind kind, struct RegexText *text)
{
    bool unicode = is_text && !(flags & RE_ASCII);
    uint32_t maximum = kind_maximum(kind);
    if (flags & RE_IGNORECASE)
        add_other_cases(set, !unicode, maximum);
    for (unsigned category = 1; category <= CATEGORY_NOT_WORD; category <<= 1)
        if (set->categories & category)
            add_category(set, category, unicode, kind);
    add_newer(set, kind);
    if (set->failed) {
        text->failed = true;
        return;
    }
    normalize(set, maximum);
    if (kind == REGEX_UCS4 && (set->categories & CATEGORY_NOT_WORD))
        write_with_non_words(set, text);
    else
        write_set(set, maximum, text);
}

void literal_write(struct Interpreter *vm, uint32_t c, uint32_t flags, bool is_text, enum RegexKind kind,
                   struct RegexText *text)
{
    struct RegexSet set;
    if (!(flags & RE_IGNORECASE) && c <= kind_maximum(kind)) {
        write_character(c, text);
        return;
    }
    regex_set_open(&set, vm);
    regex_set_add(&set, c, c);
    regex_set_write(&set, flags, is_text, kind, text);
    regex_set_close(&set);
}

void boundary_write(bool negated, uint32_t flags, bool is_text, enum RegexKind kind, struct RegexText *text)
{
    struct RegexSet set;
    size_t start = text->length;
    regex_set_open(&set, text->vm);
    set.categories = CATEGORY_WORD;
    regex_set_write(&set, flags & ~(uint32_t)RE_IGNORECASE, is_text, kind, text);
    regex_set_close(&set);
    char word[1024];
    size_t length = text->length - start;
    if (text->failed || length >= sizeof word)
        return;
    for (size_t i = 0; i < length; i++)
        word[i] = text->data[start + i];
    word[length] = '\0';
    text->length = start;
    regex_text_add_format(text, negated ? "(?:(?<=%s)(?=%s)|(?<!%s)(?!%s)(?!\\A\\z))" : "(?:(?<=%s)(?!%s)|(?<!%s)(?=%s))",
                          word, word, word, word);
}
