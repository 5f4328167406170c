/*
 * Backslash escapes in string and bytes literals.
 *
 * The result is never longer than the source.  Positions in error messages are
 * CPython's: it first spells every character outside ASCII as \U00000000, ten
 * bytes, and counts in that.
 */
#include <string.h>
#include <uniname.h>
#include <unistr.h>

#include "parser/strings.h"

struct Decoding {
    struct Parser *parser;
    struct Span span;
    const char *at;
    const char *end;
    char *out;
    size_t position; /* where `at` is, as CPython counts */
    bool bytes;
    bool in_fstring;
    bool warned;
};

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static unsigned hex_value(char c)
{
    return c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a' + 10);
}

/* WTF-8: surrogates are written like any other character of three bytes. */
static char *put_character(char *out, uint32_t character)
{
    if (character < 0x80) {
        *out++ = (char)character;
    } else if (character < 0x800) {
        *out++ = (char)(0xC0 | character >> 6);
        *out++ = (char)(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        *out++ = (char)(0xE0 | character >> 12);
        *out++ = (char)(0x80 | (character >> 6 & 0x3F));
        *out++ = (char)(0x80 | (character & 0x3F));
    } else {
        *out++ = (char)(0xF0 | character >> 18);
        *out++ = (char)(0x80 | (character >> 12 & 0x3F));
        *out++ = (char)(0x80 | (character >> 6 & 0x3F));
        *out++ = (char)(0x80 | (character & 0x3F));
    }
    return out;
}

/* `size` bytes from the backslash on are to blame. */
static bool fail_escape(struct Decoding *decoding, size_t size, const char *reason)
{
    size_t from = decoding->position;
    return parser_fail(decoding->parser, FAILURE_SYNTAX, decoding->span,
                       "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                       from, from + size - 1, reason);
}

/* One warning for each literal, at its first unknown escape. */
static bool warn_escape(struct Decoding *decoding, bool octal)
{
    if (decoding->warned) {
        return true;
    }
    decoding->warned = true;
    struct Parser *parser = decoding->parser;
    const char *at = decoding->at;
    if (octal) {
        return parser_warn(parser->result, WARNING_SYNTAX, decoding->span,
                           "invalid octal escape sequence '\\%.3s'", at + 1);
    }
    return parser_warn(parser->result, WARNING_SYNTAX, decoding->span, "invalid escape sequence '\\%c'",
                       at[1]);
}

/* \xHH, \uHHHH, \UHHHHHHHH; `at` stands on the backslash. */
static bool decode_hex(struct Decoding *decoding, size_t digits, const char *reason)
{
    const char *at = decoding->at + 2;
    uint32_t value = 0;
    size_t found = 0;
    while (found < digits && at + found < decoding->end && is_hex(at[found])) {
        value = value << 4 | hex_value(at[found]);
        found++;
    }
    if (found < digits) {
        if (decoding->bytes) {
            return parser_fail(decoding->parser, FAILURE_SYNTAX, decoding->span,
                               "(value error) invalid \\x escape at position %zu", decoding->position);
        }
        return fail_escape(decoding, 2 + found, reason);
    }
    if (value > 0x10FFFF) {
        return fail_escape(decoding, 2 + digits, "illegal Unicode character");
    }
    if (decoding->bytes) {
        *decoding->out++ = (char)value;
    } else {
        decoding->out = put_character(decoding->out, value);
    }
    decoding->at += 2 + digits;
    decoding->position += 2 + digits;
    return true;
}

/* One to three digits; \400 and up are on their way out. */
static bool decode_octal(struct Decoding *decoding)
{
    const char *at = decoding->at + 1;
    uint32_t value = 0;
    size_t digits = 0;
    while (digits < 3 && at + digits < decoding->end && at[digits] >= '0' && at[digits] <= '7') {
        value = value * 8 + (uint32_t)(at[digits] - '0');
        digits++;
    }
    if (value > 0xFF && !warn_escape(decoding, true)) {
        return false;
    }
    if (decoding->bytes) {
        *decoding->out++ = (char)(value & 0xFF);
    } else {
        decoding->out = put_character(decoding->out, value);
    }
    decoding->at += 1 + digits;
    decoding->position += 1 + digits;
    return true;
}

/* \N{NAME} */
static bool decode_name(struct Decoding *decoding)
{
    enum { LONGEST_NAME = 256 };
    const char *name = decoding->at + 3;
    if (name > decoding->end || decoding->at[2] != '{') {
        return fail_escape(decoding, 2, "malformed \\N character escape");
    }
    const char *close = memchr(name, '}', (size_t)(decoding->end - name));
    if (close == NULL || close == name) {
        size_t size = (size_t)((close == NULL ? decoding->end : close) - decoding->at);
        return fail_escape(decoding, size, "malformed \\N character escape");
    }
    char copy[LONGEST_NAME];
    size_t length = (size_t)(close - name);
    ucs4_t character = UNINAME_INVALID;
    CharacterFinder find = decoding->parser->result->find_character;
    if (find != NULL) {
        int32_t found = find(name, length);
        character = found < 0 ? UNINAME_INVALID : (ucs4_t)found;
    } else if (length < sizeof copy) {
        memcpy(copy, name, length);
        copy[length] = '\0';
        character = unicode_name_character(copy);
    }
    size_t size = (size_t)(close + 1 - decoding->at);
    if (character == UNINAME_INVALID) {
        return fail_escape(decoding, size, "unknown Unicode character name");
    }
    decoding->out = put_character(decoding->out, character);
    decoding->at += size;
    decoding->position += size;
    return true;
}

/* The character a one-letter escape stands for, -1 if the letter is none. */
static int simple_escape(char letter)
{
    switch (letter) {
    case '\\':
    case '\'':
    case '"':
        return letter;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return -1;
    }
}

/* An unknown escape stands for itself, backslash included. */
static bool copy_unknown(struct Decoding *decoding)
{
    bool brace = decoding->at[1] == '{' || decoding->at[1] == '}';
    if (!(decoding->in_fstring && brace) && !warn_escape(decoding, false)) { /* the lexer has warned about these */
        return false;
    }
    *decoding->out++ = '\\';
    decoding->at++;
    decoding->position += (unsigned char)*decoding->at >= 0x80 ? 6 : 1;
    return true;
}

/* `at` stands on the backslash. */
static bool decode_escape(struct Decoding *decoding)
{
    if (decoding->at + 1 == decoding->end) { /* f'\{x}': the text ends before the brace */
        *decoding->out++ = *decoding->at++;
        return true;
    }
    char letter = decoding->at[1];
    int simple = simple_escape(letter);
    if (simple >= 0 || letter == '\n') {
        if (simple >= 0) {
            *decoding->out++ = (char)simple;
        }
        decoding->at += 2;
        decoding->position += 2;
        return true;
    }
    if (letter >= '0' && letter <= '7') {
        return decode_octal(decoding);
    }
    if (letter == 'x') {
        return decode_hex(decoding, 2, "truncated \\xXX escape");
    }
    if (!decoding->bytes && letter == 'u') {
        return decode_hex(decoding, 4, "truncated \\uXXXX escape");
    }
    if (!decoding->bytes && letter == 'U') {
        return decode_hex(decoding, 8, "truncated \\UXXXXXXXX escape");
    }
    if (!decoding->bytes && letter == 'N') {
        return decode_name(decoding);
    }
    return copy_unknown(decoding);
}

static bool decode_all(struct Decoding *decoding)
{
    while (decoding->at < decoding->end) {
        if (*decoding->at == '\\') {
            if (!decode_escape(decoding)) {
                return false;
            }
            continue;
        }
        unsigned char byte = (unsigned char)*decoding->at++;
        decoding->position += byte < 0x80 ? 1 : (byte & 0xC0) == 0x80 ? 0 : 10;
        *decoding->out++ = (char)byte;
    }
    return true;
}

/* Without a backslash there is nothing to do. */
char *literal_decode(struct Parser *parser, struct Span span, const char *text, size_t length, bool raw,
                     enum LiteralKind kind, size_t *result_length)
{
    char *result = arena_copy(parser->arena, text, length);
    *result_length = length;
    if (result == NULL || raw || memchr(text, '\\', length) == NULL) {
        return result;
    }
    struct Decoding decoding = {
        .parser = parser,
        .span = span,
        .at = text,
        .end = text + length,
        .out = result,
        .bytes = kind == LITERAL_BYTES,
        .in_fstring = kind == LITERAL_FSTRING_TEXT,
    };
    if (!decode_all(&decoding)) {
        return NULL;
    }
    *result_length = (size_t)(decoding.out - result);
    *decoding.out = '\0';
    return result;
}
