/*
 * What may follow a number, and what is wrong with a number that is none.
 *
 * The scanner has matched the longest well-formed number.  If the next byte
 * could continue it, the digits are read again, slowly, to name the mistake at
 * the place where CPython names it.
 */
#include <string.h>

#include "lexer/internal.h"

struct Digits {
    struct Lexer *lexer;
    const char *at;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Would the byte make a name of what stands before it? */
static bool continues_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool belongs_to_base(char c, int base)
{
    if (base == 16) {
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    return c >= '0' && c < '0' + base;
}

/* Is one of the keywords that may stand right after a number next (1if, 1or …)? */
static bool keyword_follows(const char *at)
{
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(at, words[i], length) == 0 && !continues_name(at[length])) {
            return true;
        }
    }
    return false;
}

/* `at` is the first byte after the number. */
static bool check_end(struct Lexer *lexer, const char *at, const char *kind, const char *warning)
{
    if (keyword_follows(at)) {
        lexer->cursor = at;
        return lexer_warn(lexer, warning);
    }
    if (continues_name(*at)) {
        return lexer_fail_at(lexer, at, "invalid %s literal", kind);
    }
    lexer->cursor = at;
    return true;
}

/* 0x, 0o or 0b: `at` stands behind the prefix. */
static bool check_radix(struct Lexer *lexer, const char *at, int base, const char *kind, const char *warning)
{
    do {
        at += *at == '_';
        if (!belongs_to_base(*at, base)) {
            if (is_digit(*at)) {
                return lexer_fail_at(lexer, at + 1, "invalid digit '%c' in %s literal", *at, kind);
            }
            return lexer_fail_at(lexer, at, "invalid %s literal", kind);
        }
        while (belongs_to_base(*at, base)) {
            at++;
        }
    } while (*at == '_');
    if (is_digit(*at)) {
        return lexer_fail_at(lexer, at + 1, "invalid digit '%c' in %s literal", *at, kind);
    }
    return check_end(lexer, at, kind, warning);
}

/* Digits with single underscores between them; NULL after a failure. */
static const char *skip_digits(struct Lexer *lexer, const char *at)
{
    for (;;) {
        while (is_digit(*at)) {
            at++;
        }
        if (*at != '_') {
            return at;
        }
        at++;
        if (!is_digit(*at)) {
            lexer_fail_at(lexer, at, "invalid decimal literal");
            return NULL;
        }
    }
}

static bool check_imaginary(struct Lexer *lexer, const char *at)
{
    return check_end(lexer, at, "imaginary", "invalid imaginary literal");
}

/* An exponent, a j, or the end; `at` stands behind the digits before it. */
static bool check_exponent(struct Lexer *lexer, const char *at)
{
    if (*at == 'e' || *at == 'E') {
        const char *digits = at + 1;
        if (*digits == '+' || *digits == '-') {
            digits++;
            if (!is_digit(*digits)) {
                return lexer_fail_at(lexer, digits, "invalid decimal literal");
            }
        } else if (!is_digit(*digits)) {
            return check_end(lexer, at, "decimal", "invalid decimal literal");
        }
        at = skip_digits(lexer, digits);
        if (at == NULL) {
            return false;
        }
    }
    if (*at == 'j' || *at == 'J') {
        return check_imaginary(lexer, at + 1);
    }
    return check_end(lexer, at, "decimal", "invalid decimal literal");
}

/* `at` stands behind the point. */
static bool check_fraction(struct Lexer *lexer, const char *at)
{
    if (is_digit(*at)) {
        at = skip_digits(lexer, at);
        if (at == NULL) {
            return false;
        }
    }
    return check_exponent(lexer, at);
}

/* 0777 was octal in Python 2. */
static bool fail_leading_zeros(struct Lexer *lexer, const char *zeros_end)
{
    lexer_fail_at(lexer, lexer->token_start + 1,
                  "leading zeros in decimal integer literals are not permitted; "
                  "use an 0o prefix for octal integers");
    lexer->failure.end_offset = (int)lexer_utf8_length(lexer->line_start,
                                                       (size_t)(zeros_end - lexer->line_start)) +
                                1;
    return false;
}

/* A number that begins with 0 but has no base prefix: zeros, or a float. */
static bool check_zero(struct Lexer *lexer, const char *at)
{
    while (*at == '0' || *at == '_') {
        if (*at == '_' && !is_digit(at[1])) {
            return lexer_fail_at(lexer, at + 1, "invalid decimal literal");
        }
        at++;
    }
    const char *zeros_end = at;
    bool nonzero = is_digit(*at);
    if (nonzero) {
        at = skip_digits(lexer, at);
        if (at == NULL) {
            return false;
        }
    }
    if (*at == '.') {
        return check_fraction(lexer, at + 1);
    }
    if (*at == 'e' || *at == 'E' || *at == 'j' || *at == 'J') {
        return check_exponent(lexer, at);
    }
    if (nonzero) {
        return fail_leading_zeros(lexer, zeros_end);
    }
    return check_end(lexer, at, "decimal", "invalid decimal literal");
}

/* The cursor stands behind the longest number the scanner could find. */
bool lexer_check_number(struct Lexer *lexer)
{
    if (!continues_name(*lexer->cursor)) {
        return true;
    }
    const char *at = lexer->token_start;
    if (at[0] == '0') {
        switch (at[1]) {
        case 'x':
        case 'X':
            return check_radix(lexer, at + 2, 16, "hexadecimal", "invalid hexadecimal literal");
        case 'o':
        case 'O':
            return check_radix(lexer, at + 2, 8, "octal", "invalid octal literal");
        case 'b':
        case 'B':
            return check_radix(lexer, at + 2, 2, "binary", "invalid binary literal");
        default:
            return check_zero(lexer, at);
        }
    }
    if (*at != '.') {
        at = skip_digits(lexer, at);
        if (at == NULL) {
            return false;
        }
    }
    return *at == '.' ? check_fraction(lexer, at + 1) : check_exponent(lexer, at);
}
