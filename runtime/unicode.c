/* Properties and case mappings of code points, from libunistring's tables. */
#include "runtime/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#define SPACE (ASCII_SPACE)
#define LOWER (ASCII_LOWER | ASCII_PRINTABLE)
#define UPPER (ASCII_UPPER | ASCII_PRINTABLE)

const uint8_t ascii_properties[128] = {
    ['\t' ... '\r'] = SPACE,
    [0x1c ... 0x1f] = ASCII_SEPARATOR,
    [' '] = SPACE | ASCII_PRINTABLE,
    ['!' ... '/'] = ASCII_PRINTABLE,
    ['0' ... '9'] = ASCII_DIGIT | ASCII_PRINTABLE | ASCII_HEX,
    [':' ... '@'] = ASCII_PRINTABLE,
    ['A' ... 'F'] = UPPER | ASCII_HEX,
    ['G' ... 'Z'] = UPPER,
    ['[' ... '^'] = ASCII_PRINTABLE,
    ['_'] = ASCII_UNDERSCORE | ASCII_PRINTABLE,
    ['`'] = ASCII_PRINTABLE,
    ['a' ... 'f'] = LOWER | ASCII_HEX,
    ['g' ... 'z'] = LOWER,
    ['{' ... '~'] = ASCII_PRINTABLE,
};

bool unicode_is_alphabetic(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_LOWER | ASCII_UPPER);
    return uc_is_general_category(c, UC_CATEGORY_L) || unicode_added(c, ADDED_LETTER);
}

int unicode_decimal_value(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_DIGIT) ? (int)c - '0' : -1;
    int value = uc_decimal_value(c);
    return value >= 0 ? value : unicode_added_digit(c);
}

bool unicode_is_decimal(uint32_t c) { return unicode_decimal_value(c) >= 0; }

bool unicode_is_digit(uint32_t c)
{
    return c < 0x80 ? ascii_has(c, ASCII_DIGIT) : uc_digit_value(c) >= 0 || unicode_added_digit(c) >= 0;
}

bool unicode_is_numeric(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_DIGIT);
    return uc_numeric_value(c).denominator != 0 || unicode_added(c, ADDED_NUMERIC);
}

bool unicode_is_space(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_SPACE | ASCII_SEPARATOR);
    if (c > 0x3000 || (c > 0xa0 && c < 0x1680) || (c > 0x1680 && c < 0x2000))
        return false; /* most letters of the world: no table need be asked */
    if (uc_is_general_category(c, UC_CATEGORY_Zs))
        return true;
    int bidi = uc_bidi_class(c);
    return bidi == UC_BIDI_WS || bidi == UC_BIDI_B || bidi == UC_BIDI_S;
}

bool unicode_is_line_break(uint32_t c)
{
    return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_PRINTABLE);
    return !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z) ||
           unicode_added(c, ADDED_PRINTABLE);
}

bool unicode_is_lower(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_LOWER);
    return uc_is_property_lowercase(c) || unicode_added(c, ADDED_LOWER);
}

bool unicode_is_upper(uint32_t c)
{
    return c < 0x80 ? ascii_has(c, ASCII_UPPER) : uc_is_property_uppercase(c);
}

bool unicode_is_title(uint32_t c)
{
    return c >= 0x80 && uc_is_general_category(c, UC_CATEGORY_Lt);
}

bool unicode_is_cased(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_LOWER | ASCII_UPPER);
    return uc_is_property_cased(c) || unicode_added(c, ADDED_LOWER);
}

bool unicode_is_case_ignorable(uint32_t c)
{
    return uc_is_property_case_ignorable(c) || unicode_added(c, ADDED_IGNORABLE);
}

bool unicode_is_identifier_start(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_LOWER | ASCII_UPPER | ASCII_UNDERSCORE);
    return uc_is_property_xid_start(c) || unicode_added(c, ADDED_LETTER);
}

bool unicode_is_identifier_continue(uint32_t c)
{
    if (c < 0x80)
        return ascii_has(c, ASCII_LOWER | ASCII_UPPER | ASCII_UNDERSCORE | ASCII_DIGIT);
    return uc_is_property_xid_continue(c) || unicode_added(c, ADDED_CONTINUE);
}

typedef uint32_t *(*FullMapping)(const uint32_t *text, size_t length, const char *language, uninorm_t form,
                                 uint32_t *result, size_t *result_length);

static size_t map_ascii(enum CaseMapping mapping, uint32_t c, uint32_t *mapped)
{
    bool to_upper = mapping == CASE_UPPER || mapping == CASE_TITLE;
    mapped[0] = to_upper ? ascii_upper((uint8_t)c) : ascii_lower((uint8_t)c);
    return 1;
}

/* Outside these ranges the full mapping of a code point is its simple one, which is a table look-up. */
static bool may_expand(uint32_t c)
{
    return c == 0xdf || c == 0x130 || c == 0x149 || c == 0x1f0 || c == 0x390 || c == 0x3b0 || c == 0x587 ||
           (c >= 0x13a0 && c <= 0x13fd) || (c >= 0x1e96 && c <= 0x1e9e) || (c >= 0x1f50 && c <= 0x1fff) ||
           (c >= 0xab70 && c <= 0xabbf) || (c >= 0xfb00 && c <= 0xfb17);
}

static size_t map_simply(enum CaseMapping mapping, uint32_t c, uint32_t *mapped)
{
    mapped[0] = mapping == CASE_UPPER ? uc_toupper(c) : mapping == CASE_LOWER ? uc_tolower(c) : uc_totitle(c);
    return 1;
}

/* Only a single code point is asked for, whose mapping fits the buffer, so libunistring allocates nothing that it
 * keeps; were it to fail, the code point stands for itself. */
size_t unicode_map(enum CaseMapping mapping, uint32_t c, uint32_t mapped[MAPPED_LIMIT])
{
    static const FullMapping functions[] = {
        [CASE_UPPER] = u32_toupper, [CASE_LOWER] = u32_tolower, [CASE_TITLE] = u32_totitle, [CASE_FOLD] = u32_casefold};
    if (c < 0x80)
        return map_ascii(mapping, c, mapped);
    if (c >= 0xd800 && c < 0xe000) {
        mapped[0] = c; /* libunistring takes valid text only */
        return 1;
    }
    if (mapping != CASE_FOLD && !may_expand(c))
        return map_simply(mapping, c, mapped);
    size_t length = MAPPED_LIMIT;
    uint32_t *result = functions[mapping](&c, 1, NULL, NULL, mapped, &length);
    if (result == mapped)
        return length;
    free(result);
    mapped[0] = c;
    return 1;
}
