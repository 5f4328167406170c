/*
 * Source text → tokens.
 *
 * lexer_run reads a decoded source (source.h) into one buffer of tokens, with
 * indentation, line joining, brackets and f-string modes resolved and the soft
 * keywords decided.  It stops at the first error of its own; the tokens before
 * it stay in the buffer, because a syntax error there may come first.
 * Whoever owns the struct Lexer frees everything with lexer_close.
 */
#ifndef VIV_LEXER_LEXER_H
#define VIV_LEXER_LEXER_H

#include "gc/memory.h"
#include "lexer/failure.h"
#include "lexer/source.h"

enum TokenKind {
#define TOKEN(name) TOKEN_##name,
#include "lexer/token.def"
    TOKEN_KIND_COUNT,
};

/* Offsets are bytes into the source; columns are bytes into the line. */
struct Token {
    uint8_t kind;  /* enum TokenKind */
    uint8_t depth; /* brackets open after it */
    bool raw;      /* FSTRING_MIDDLE: backslashes are just that */
    bool doubled;  /* FSTRING_MIDDLE: the second half of a doubled brace follows */
    uint32_t start;
    uint32_t end;
    uint32_t line;
    uint32_t column;
    uint32_t end_line;
    uint32_t end_column;
};

enum {
    MAX_INDENTATIONS = 100,
    MAX_BRACKETS = 200,
    MAX_FSTRINGS = 150,
    MAX_FSTRING_FIELDS = 4, /* a field inside a format specification inside … */
};

/* How a lexer error competes with a syntax error in the tokens before it. */
enum LexFailureRank {
    LEX_NO_FAILURE,
    LEX_FAILURE_WHEN_REACHED, /* reported only if the parser gets as far */
    LEX_FAILURE_FIRST,        /* reported in any case */
    LEX_UNCLOSED,             /* the source ended inside brackets: wins over errors on later lines */
};

struct Bracket {
    char character;
    uint32_t line;
    const char *start;
    const char *line_start;
};

struct FStringMode {
    char quote;
    uint8_t quote_size;
    bool raw;
    bool in_text;        /* literal text or a format specification, rather than an expression */
    uint8_t field_count; /* replacement fields that are open, one inside the other's specification */
    bool in_specification[MAX_FSTRING_FIELDS];
    uint32_t field_depth[MAX_FSTRING_FIELDS]; /* bracket depth inside the field's braces */
    uint32_t outer_depth;                     /* bracket depth where the string began */
    const char *start;
    const char *start_line_start;
    uint32_t start_line;
};

struct LexWarning {
    uint32_t token; /* the index of the token it stands at */
    uint32_t line;
    uint32_t column;
    const char *message; /* static */
};

struct Lexer {
    struct Memory *memory;
    const struct Source *source;
    bool keep_trivia;
    bool expression_only; /* no statements, so no soft keywords */
    bool bare_end; /* the newline at the end is not the text's own, and does not count as one */

    struct Token *tokens;
    size_t token_count;
    size_t token_capacity;
    struct LexWarning *warnings;
    size_t warning_count;
    size_t warning_capacity;

    const char *cursor;
    const char *token_start;
    const char *comment_start; /* of the comment that ends the current line, or NULL */
    const char *line_start;
    uint32_t line;
    const char *token_line_start;
    uint32_t token_line;
    bool at_line_begin;
    size_t logical_line; /* index of its first token */

    uint32_t indentation_depth;
    uint32_t indentations[MAX_INDENTATIONS];
    uint32_t alternate_indentations[MAX_INDENTATIONS]; /* with tabs of width 1: finds inconsistent tabs */
    bool in_match[MAX_INDENTATIONS]; /* the block at this level belongs to `match`: its lines may begin with
                                        `case` */
    bool match_header;               /* the logical line just finished was `match …:` */

    uint32_t bracket_depth;
    struct Bracket brackets[MAX_BRACKETS];
    uint32_t fstring_depth;
    struct FStringMode fstrings[MAX_FSTRINGS];

    enum LexFailureRank failure_rank;
    struct SyntaxFailure failure;
    bool failure_in_buffer; /* its offset counts in all the lines that are joined to its own */
    uint32_t failure_bracket_line; /* LEX_UNCLOSED: where the bracket stands */
};

void lexer_open(struct Lexer *lexer, struct Memory *memory, const struct Source *source, bool keep_trivia);

/* False on failure (lexer->failure); memory exhaustion is FAILURE_MEMORY. */
MUST_USE bool lexer_run(struct Lexer *lexer);
void lexer_close(struct Lexer *lexer);

const char *token_name(enum TokenKind kind);     /* "NAME", "LPAR" … */
const char *token_spelling(enum TokenKind kind); /* NULL where there is no fixed one */
bool token_is_keyword(enum TokenKind kind);      /* soft ones excluded */

/* Characters in a stretch of UTF-8. */
size_t lexer_utf8_length(const char *bytes, size_t length);

#endif
