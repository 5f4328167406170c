/*
 * What the lexer's own files share; nobody else includes it.
 *
 * All functions that return bool return false with lexer->failure set.
 */
#ifndef VIV_LEXER_INTERNAL_H
#define VIV_LEXER_INTERNAL_H

#include "lexer/lexer.h"

/* scanner.re: one lexeme of ordinary code; its kind, or one of these. */
enum ScanResult {
    SCAN_SKIP = TOKEN_KIND_COUNT, /* white space, a joined line */
    SCAN_LINE_END,
    SCAN_FILE_END,
    SCAN_FSTRING, /* an f-string begins */
    SCAN_FAILED,
};

int lexer_scan(struct Lexer *lexer);

/* fstrings.c */
MUST_USE bool lexer_begin_fstring(struct Lexer *lexer);
MUST_USE bool lexer_fstring_text(struct Lexer *lexer);

/* Tells whether `:` `}` or `!` here belongs to the f-string around; true once it has been dealt with. */
bool lexer_in_field(const struct Lexer *lexer);

/* numbers.c: what follows a well-formed number, or why it is none. */
MUST_USE bool lexer_check_number(struct Lexer *lexer);

/* identifiers.c: a name with characters outside ASCII. */
MUST_USE bool lexer_check_identifier(struct Lexer *lexer);

/* soft_keywords.c: decides match, case and type in the tokens of one logical line. */
void lexer_resolve_soft_keywords(struct Lexer *lexer, size_t first, size_t end);

/* lexer.c */
MUST_USE bool lexer_emit(struct Lexer *lexer, enum TokenKind kind, const char *start, const char *end);
MUST_USE bool lexer_warn(struct Lexer *lexer, const char *message);
bool lexer_no_memory(struct Lexer *lexer);
bool lexer_fail(struct Lexer *lexer, const char *format, ...) FORMAT_LIKE_PRINTF(2, 3);

/* The error of the kind CPython's tokenizer raises: points at the last character before `at`. */
bool lexer_fail_at(struct Lexer *lexer, const char *at, const char *format, ...) FORMAT_LIKE_PRINTF(3, 4);
bool lexer_fail_unclosed(struct Lexer *lexer);
bool lexer_fail_unterminated(struct Lexer *lexer, char quote, size_t quote_size);

#endif
