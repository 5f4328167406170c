/*
 * What is wrong with a source text: the content of the SyntaxError that the
 * shell will raise, kept free of the runtime so that lexer and parser need none.
 */
#ifndef VIV_LEXER_FAILURE_H
#define VIV_LEXER_FAILURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum FailureKind {
    FAILURE_NONE,
    FAILURE_SYNTAX,      /* SyntaxError */
    FAILURE_INDENTATION, /* IndentationError */
    FAILURE_TAB,         /* TabError */
    FAILURE_INCOMPLETE,  /* interactive only: more lines could complete it; else as the SyntaxError at end of
                            file */
    FAILURE_MEMORY, /* MemoryError without message: memory ran out, or nesting is too deep for the parser */
    FAILURE_RECURSION, /* RecursionError, with message */
};

enum {
    FAILURE_MESSAGE_SIZE = 1024,
    FAILURE_OFFSET_UNKNOWN = -2, /* as end_offset: None */
};

/*
 * Positions are exactly SyntaxError's attributes: lines from 1, offsets in
 * characters from 1.  CPython's oddities (an end offset of 0 or -1 where it
 * knows none, line 0 for an unknown encoding) are kept: programs print them.
 */
struct SyntaxFailure {
    enum FailureKind kind;
    char message[FAILURE_MESSAGE_SIZE];
    bool has_position; /* else lineno, offset, end_lineno, end_offset are None */
    bool placed_afterwards; /* the place is in the attributes, but not in args */
    bool has_end;      /* else end_lineno, end_offset are None */
    int line;
    int offset;
    int end_line;
    int end_offset;
    const char *text; /* the source line in UTF-8 or NULL for None; lives as long as the parse's arena */
    size_t text_length;
};

#endif
