/*
 * Source text in, syntax tree out.
 *
 * parse_source lexes, parses and checks what CPython's parser checks;
 * scopes_build (scope.h) then does what its symbol table and the checks of
 * its compiler do.  Everything in the result lives in result->arena until
 * parse_close.  Neither needs a runtime: failures and warnings are data.
 */
#ifndef VIV_PARSER_PARSER_H
#define VIV_PARSER_PARSER_H

#include "lexer/failure.h"
#include "lexer/source.h"
#include "parser/arena.h"
#include "parser/ast.h"

enum ParseMode {
    PARSE_FILE,        /* Module */
    PARSE_INTERACTIVE, /* Interactive: one statement, as compile(…, 'single') */
    PARSE_EXPRESSION,  /* Expression, as eval */
};

/* What compile()'s arguments ask for. */
enum ParseOptions {
    PARSE_FROM_FILE = 1, /* bytes of a file: honours a BOM and an encoding cookie */
    PARSE_DECODED = 2,   /* the UTF-8 of a str: ignores the cookie */
    PARSE_ALLOW_TOP_LEVEL_AWAIT = 4,
    PARSE_FUTURE_ANNOTATIONS = 8, /* in force already in the code that calls compile */
    PARSE_PROMPT = 16,            /* typed line by line: a compound statement ends with an empty line only */
};

/* The character of this name, for \N{…}, or -1. */
typedef int32_t (*CharacterFinder)(const char *name, size_t length);

enum ParseWarningKind {
    WARNING_SYNTAX,
    WARNING_COMPILER, /* a SyntaxWarning, too, but CPython's compiler issues it, which has no source text */
    WARNING_DEPRECATION,
};

struct ParseWarning {
    enum ParseWarningKind kind;
    const char *message;
    struct Span span; /* where a SyntaxError would point if warnings are errors */
    struct ParseWarning *next;
};

struct ParseResult {
    struct Arena arena;
    struct AstNode *module;        /* NULL when failure.kind is set */
    struct SyntaxFailure failure;  /* kind FAILURE_NONE on success */
    struct ParseWarning *warnings; /* in the order CPython issues them */
    struct ParseWarning *last_warning;
    const char *filename;
    CharacterFinder find_character; /* or NULL */
    struct Source source; /* the text, decoded; spans refer to its lines */
    enum ParseMode mode;
    int options;             /* enum ParseOptions */
    bool future_annotations; /* set by scopes_build */
    struct Span last_future; /* where the last valid `from __future__` stands */
    struct Scope *scope;     /* the module's, set by scopes_build */
};

/*
 * True with result->module, false with result->failure.  The result must be
 * closed in either case.  source need not outlive the call; filename must.
 */
MUST_USE bool parse_source(struct Memory *memory, const char *source, size_t length, const char *filename,
                           enum ParseMode mode, int options, struct ParseResult *result);
/* The same with a finder that knows more names than libunistring. */
MUST_USE bool parse_source_naming(struct Memory *memory, const char *source, size_t length, const char *filename,
                                  enum ParseMode mode, int options, CharacterFinder find, struct ParseResult *result);

void parse_close(struct ParseResult *result);

#endif
