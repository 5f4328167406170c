/*
 * Sets of characters: what a pattern's literals, categories and [...] accept,
 * and how to say it to PCRE2.
 *
 * For programs on octets a set is worked out completely (256 answers); wider
 * ones get ranges and Unicode properties.
 */
#ifndef VIV_RUNTIME_MODULES_RE_SET_H
#define VIV_RUNTIME_MODULES_RE_SET_H

#include "runtime/modules/re.h"

enum RegexCategory {
    CATEGORY_DIGIT = 1 << 0,
    CATEGORY_NOT_DIGIT = 1 << 1,
    CATEGORY_SPACE = 1 << 2,
    CATEGORY_NOT_SPACE = 1 << 3,
    CATEGORY_WORD = 1 << 4,
    CATEGORY_NOT_WORD = 1 << 5,
};

struct CodeRange {
    uint32_t first, last;
};

struct RegexSet {
    struct Interpreter *vm;
    struct CodeRange *ranges;
    size_t count, capacity;
    unsigned categories;
    bool negated;
    bool failed; /* MemoryError is pending */
};

void regex_set_open(struct RegexSet *set, struct Interpreter *vm);
void regex_set_add(struct RegexSet *set, uint32_t first, uint32_t last);
void regex_set_close(struct RegexSet *set);
/* Appends an item that accepts one character of the set, as the flags have it. */
void regex_set_write(struct RegexSet *set, uint32_t flags, bool is_text, enum RegexKind kind, struct RegexText *text);
void literal_write(struct Interpreter *vm, uint32_t c, uint32_t flags, bool is_text, enum RegexKind kind,
                   struct RegexText *text);
/* \b or \B spelled out with lookarounds, for when PCRE2's idea of a word is another one. */
void boundary_write(bool negated, uint32_t flags, bool is_text, enum RegexKind kind, struct RegexText *text);

static inline uint32_t kind_maximum(enum RegexKind kind)
{
    return kind <= REGEX_LATIN1 ? 0xff : kind == REGEX_UCS2 ? 0xffff : 0x10ffff;
}

/* re_case.c: the characters that equal c when cases are ignored, c included. */
enum { CASE_CLASS_LIMIT = 16 };
size_t case_class(uint32_t c, bool ascii_only, uint32_t members[CASE_CLASS_LIMIT]);
enum { LAST_CASED = 0x1e943 }; /* the highest character that has another case */

#endif
