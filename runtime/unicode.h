/*
 * Properties and case mappings of code points as Python's str methods use
 * them, on top of libunistring.  ASCII is answered here without asking it.
 */
#ifndef VIV_RUNTIME_UNICODE_H
#define VIV_RUNTIME_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum AsciiProperty {
    ASCII_LOWER = 1 << 0,
    ASCII_UPPER = 1 << 1,
    ASCII_DIGIT = 1 << 2,
    ASCII_SPACE = 1 << 3,     /* of bytes: space, \t\n\v\f\r */
    ASCII_PRINTABLE = 1 << 4,
    ASCII_UNDERSCORE = 1 << 5,
    ASCII_SEPARATOR = 1 << 6, /* \x1c to \x1f: space in str only */
    ASCII_HEX = 1 << 7,
};

extern const uint8_t ascii_properties[128];

static inline bool ascii_has(uint32_t c, unsigned properties)
{
    return c < 0x80 && (ascii_properties[c] & properties) != 0;
}

static inline uint8_t ascii_lower(uint8_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static inline uint8_t ascii_upper(uint8_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

bool unicode_is_alphabetic(uint32_t c); /* categories L* */
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_line_break(uint32_t c); /* str.splitlines */
bool unicode_is_printable(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_identifier_start(uint32_t c);
bool unicode_is_identifier_continue(uint32_t c);
int unicode_decimal_value(uint32_t c); /* -1: none */

/* What is newer than libunistring's tables (runtime/unicode_additions.c). */
enum AddedProperty {
    ADDED_LETTER = 1 << 0,
    ADDED_DIGIT = 1 << 1,
    ADDED_NUMERIC = 1 << 2,
    ADDED_PRINTABLE = 1 << 3,
    ADDED_LOWER = 1 << 4,
    ADDED_CONTINUE = 1 << 5,
    ADDED_IGNORABLE = 1 << 6,
};
bool unicode_added(uint32_t c, enum AddedProperty property);
int unicode_added_digit(uint32_t c); /* -1: none */

enum CaseMapping { CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_FOLD };
enum { MAPPED_LIMIT = 8 };

/* The full mapping of one code point without context: writes at most MAPPED_LIMIT code points. */
size_t unicode_map(enum CaseMapping mapping, uint32_t c, uint32_t mapped[MAPPED_LIMIT]);

/* "\N{…}" names: length written (without the zero), 0 when it has none. */
size_t unicode_name(uint32_t c, char *name, size_t capacity);
/* The one character of this name, or -1. */
int32_t unicode_named_character(const char *name, size_t length);

#endif
