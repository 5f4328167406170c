/*
 * Files and streams as Python sees them: open(), the standard streams, and
 * the quick way for print.
 */
#ifndef VIV_RUNTIME_FILE_H
#define VIV_RUNTIME_FILE_H

#include "runtime/interpreter.h"

/* stream.write(text): directly for our own files, through the method for anything else. */
MUST_USE bool stream_write_string(struct Interpreter *vm, Value stream, Value text);
MUST_USE bool stream_write_ascii(struct Interpreter *vm, Value stream, const char *text, size_t length);

/* The three standard streams as sys shows them. */
OWNED MUST_USE Value file_standard_stream(struct Interpreter *vm, int descriptor);

/* Flushes all files that are still open with data in them; used at exit. false: stdout could not be written. */
bool file_flush_all(struct Interpreter *vm);

/* The path as a str or bytes: itself, or what __fspath__ returns. */
OWNED MUST_USE Value file_path_of(struct Interpreter *vm, Value file);

/* open() and io's functions: the table entry for builtins.open. */
extern const struct NativeMethod file_open_method;

#endif
