/*
 * Warnings issued from C.  The filters and everything else about them are in
 * the library's module warnings, which the first warning imports.
 */
#ifndef VIV_RUNTIME_WARNINGS_H
#define VIV_RUNTIME_WARNINGS_H

#include "runtime/interpreter.h"

/* Warns about the Python code stack_level frames out (1: the running frame). false: a filter made it an error, which is
 * pending, or something else went wrong. */
MUST_USE bool warnings_warn(struct Interpreter *vm, enum TypeIndex category, int stack_level, const char *format, ...);

/* "WHAT (type T).  The ability to return an instance of a strict subclass of BASE is deprecated, …" */
MUST_USE bool warnings_strict_subclass(struct Interpreter *vm, const char *what, const char *base, Value result);
MUST_USE bool warnings_float_subclass(struct Interpreter *vm, struct Type *type, Value result);

/* The same about a line of a file that is not running. */
MUST_USE bool warnings_warn_at(struct Interpreter *vm, enum TypeIndex category, Value filename, int64_t line,
                               const char *text);

/* A coroutine goes that was never started; errors on the way are reported as unraisable. */
void warnings_unawaited_coroutine(struct Interpreter *vm, Value coroutine, Value qualified_name);

/* Imports the module at once: sys.warnoptions hold something that it must look at. */
MUST_USE bool warnings_prepare(struct Interpreter *vm);

#endif
