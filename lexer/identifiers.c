/*
 * Names with characters outside ASCII: which characters they may hold.
 *
 * The scanner takes every byte from 0x80 up for part of a name; here each
 * character is checked against XID_Start and XID_Continue.
 */
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "lexer/internal.h"

/* Python's str.isprintable for one character (the space apart). */
static bool is_printable(ucs4_t character)
{
    return !uc_is_general_category_withtable(character, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z);
}

/* May the character stand in a name, at its beginning or later? */
static bool may_stand(ucs4_t character, bool first)
{
    if (first) {
        return character == '_' || uc_is_property_xid_start(character);
    }
    return uc_is_property_xid_continue(character);
}

/* Names the character if it can be shown, else only its number. */
static bool fail_character(struct Lexer *lexer, ucs4_t character, const char *at, size_t size)
{
    if (is_printable(character)) {
        return lexer_fail_at(lexer, at + size, "invalid character '%.*s' (U+%04X)", (int)size, at,
                             (unsigned)character);
    }
    return lexer_fail_at(lexer, at + size, "invalid non-printable character U+%04X", (unsigned)character);
}

bool lexer_check_identifier(struct Lexer *lexer)
{
    const char *at = lexer->token_start;
    while (at < lexer->cursor) {
        ucs4_t character;
        int size = u8_mbtoucr(&character, (const uint8_t *)at, (size_t)(lexer->cursor - at));
        if (size <= 0) {
            return lexer_fail_at(lexer, at, "invalid character");
        }
        if (!may_stand(character, at == lexer->token_start)) {
            return fail_character(lexer, character, at, (size_t)size);
        }
        at += size;
    }
    return true;
}
