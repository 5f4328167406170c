/* Binding the arguments of re's functions, which are Python functions in CPython. */
#ifndef VIV_RUNTIME_MODULES_RE_ARGUMENTS_H
#define VIV_RUNTIME_MODULES_RE_ARGUMENTS_H

#include "runtime/interpreter.h"

enum { REGEX_FUNCTION_ARGUMENTS = 5 };

struct RegexFunction {
    const char *name;
    size_t required, total;
    const char *parameters[REGEX_FUNCTION_ARGUMENTS];
};

/* Fills bound[] with function->total borrowed Values, ABSENT for what is missing; false: TypeError. */
MUST_USE bool regex_bind(struct Interpreter *vm, const struct RegexFunction *function, const Value *args,
                         size_t positional, Value names, Value *bound);

#endif
