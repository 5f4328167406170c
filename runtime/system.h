/* The sys module as the shell sets it up, and the end of a program (runtime/modules/sys.c, atexit.c). */
#ifndef VIV_RUNTIME_SYSTEM_H
#define VIV_RUNTIME_SYSTEM_H

#include "runtime/interpreter.h"

/* sys.argv = [first, *arguments], sys.executable from program. */
/* sys.orig_argv: what the process was started with. */
MUST_USE bool system_set_original_arguments(struct Interpreter *vm, char *const *arguments, int count);
MUST_USE bool system_set_arguments(struct Interpreter *vm, const char *program, const char *first,
                                   char *const *arguments, int count);

/* sys._xoptions and sys.warnoptions. */
MUST_USE bool system_set_options(struct Interpreter *vm, const char *const *x_options, int x_count,
                                 const char *const *warnings, int warning_count);

/* atexit's functions, last registered first; what they raise is printed. */
void system_run_exit_functions(struct Interpreter *vm);

#endif
