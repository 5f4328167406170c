/* Printing exceptions as CPython 3.13 prints them. */
#ifndef VIV_SHELL_PRINT_EXCEPTION_H
#define VIV_SHELL_PRINT_EXCEPTION_H

#include "runtime/interpreter.h"

/* The whole text: causes and contexts, tracebacks, groups, notes. OWNED str. */
OWNED MUST_USE Value exception_text(struct Interpreter *vm, Value exception);

/* Writes that text to sys.stderr (or the process's, when there is none); false: an error is pending. */
bool print_exception(struct Interpreter *vm, Value exception);

/* "Exception ignored in: …" and the text; errors on the way are dropped. */
void print_unraisable(struct Interpreter *vm, Value exception, const char *message, Value where);

/* The name meant instead of the one that was not found (OWNED str, or None); runs dir(). EMPTY: an error is pending. */
OWNED MUST_USE Value suggest_name(struct Interpreter *vm, Value exception);

#endif
