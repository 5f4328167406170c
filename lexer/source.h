/*
 * Bytes of a file, or the UTF-8 of a str, → the text that is lexed.
 *
 * The text is valid UTF-8 without NULs, lines end in \n, the last one too, and
 * a NUL follows as the scanner's sentinel.  Encoding cookie and byte order
 * mark are dealt with here and nowhere else.
 */
#ifndef VIV_LEXER_SOURCE_H
#define VIV_LEXER_SOURCE_H

#include "gc/memory.h"
#include "lexer/failure.h"

enum SourceKind {
    SOURCE_DECODED, /* the UTF-8 of a str: no cookie, no mark */
    SOURCE_BYTES,   /* bytes given to compile() */
    SOURCE_FILE,    /* a file's content: some failures are worded differently */
};

struct Source {
    struct Memory *memory;
    char *text;
    size_t length;
    size_t capacity;
    bool newline_added; /* the last line had no \n of its own */
    char encoding[32];  /* normalised, "utf-8" unless a cookie said otherwise */
};

MUST_USE bool source_open(struct Source *source, struct Memory *memory, const char *bytes, size_t length,
                          enum SourceKind kind, const char *filename, struct SyntaxFailure *failure);
void source_close(struct Source *source);

/* Start and length, without \n, of the line that holds the offset. */
void source_line_at(const struct Source *source, size_t offset, const char **start, size_t *length);

/* Where a line (from 1) begins. */
size_t source_line_offset(const struct Source *source, size_t line);

void failure_set(struct SyntaxFailure *failure, enum FailureKind kind, const char *format, ...)
    FORMAT_LIKE_PRINTF(3, 4);

#endif
