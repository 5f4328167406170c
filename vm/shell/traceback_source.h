/*
 * The source lines a traceback quotes, and the marks under them.
 */
#ifndef VIV_SHELL_TRACEBACK_SOURCE_H
#define VIV_SHELL_TRACEBACK_SOURCE_H

#include "runtime/string.h"
#include "vm/bytecode/code.h"

/* A file's text, kept between frames of one traceback. */
struct SourceFile {
    struct Interpreter *vm;
    Value filename; /* held; EMPTY: nothing cached */
    char *text;     /* NULL: could not be read */
    size_t length;
};

void source_file_close(struct SourceFile *file);

/* Makes filename the current file; false when there is no such text. Raises nothing. */
bool source_file_select(struct SourceFile *file, Value filename);

/* The 1-based line without its newline and trailing blanks; false: there is none. */
bool source_file_line(const struct SourceFile *file, int64_t number, const char **line, size_t *length);

/*
 * Appends the quoted lines of a frame with their marks, each line indented by
 * four blanks, as CPython 3.13's traceback does.  Nothing when the source is
 * not to be had.  false: MemoryError.
 */
MUST_USE bool traceback_quote(struct SourceFile *file, const struct SourceSpan *span, struct StringBuilder *out);

/* The quoted lines of text, which is all there is of the source: callbacks.quote_source. */
OWNED MUST_USE Value quote_source(struct Interpreter *vm, Value text, int32_t column, int32_t end_column);

#endif
