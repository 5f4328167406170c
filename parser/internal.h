/*
 * One parse in progress; shared by the parser's own files only.
 */
#ifndef VIV_PARSER_INTERNAL_H
#define VIV_PARSER_INTERNAL_H

#include "lexer/lexer.h"
#include "parser/build.h"
#include "parser/parser.h"

struct Parser {
    struct ParseResult *result;
    struct Arena *arena;
    const struct Source *source;
    struct Lexer lexer;
    size_t position;      /* the token being fed */
    uint32_t open_covers; /* `( … as … )` not yet claimed by a with statement */
    void *stack;          /* Bison's stack once it has outgrown the state */
    size_t stack_bytes;
    void *old_stack; /* while it grows */
    size_t old_stack_bytes;
    bool settled; /* the failure stands, whatever the lexer found farther on */
    bool refused; /* the builder said no: diagnosis.c says why */
};

/* Records a failure whose words and place are known; false for the caller to return. */
bool parser_fail(struct Parser *parser, enum FailureKind kind, struct Span span, const char *format, ...)
    FORMAT_LIKE_PRINTF(4, 5);

/* What of the source the failure quotes, when the tokens up to the line have been read. */
void parser_quote(struct Parser *parser, struct Span span, uint32_t reading_line);

/* The newline that eval()'s text lacks has no place: CPython points at the last character. */
void parser_point_at_newline(struct Parser *parser, const struct Token *token);

/* Where a failure or an error later on points: fills in offsets in characters and the line's text. */
void failure_place(struct SyntaxFailure *failure, const struct Source *source, struct Span span);

/* NULL, after noting that the grammar let through what Python forbids. */
void *parser_refuse(struct Parser *parser);

bool parser_warn(struct ParseResult *result, enum ParseWarningKind kind, struct Span span, const char *format,
                 ...) FORMAT_LIKE_PRINTF(4, 5);

/* Growing Bison's stack: NULL when it is too deep or memory ran out. */
void *parser_new_stack(struct Parser *parser, size_t depth, size_t bytes);
void parser_drop_old_stack(struct Parser *parser);

const char *parser_text(const struct Parser *parser, const struct Token *token);
size_t parser_line_offset(const struct Parser *parser, uint32_t line);
struct Span token_span(const struct Token *token);

/* The lexer's own failure becomes the parse's. */
void parser_take_lexer_failure(struct Parser *parser);

/* diagnosis.c: sets result->failure for the syntax error at or before parser->position. */
void parser_diagnose(struct Parser *parser);

#endif
