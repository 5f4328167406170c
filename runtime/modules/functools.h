/* What the files of the module _functools share. */
#ifndef VIV_RUNTIME_MODULES_FUNCTOOLS_H
#define VIV_RUNTIME_MODULES_FUNCTOOLS_H

#include "runtime/interpreter.h"

/* cmp_to_key(function), of functools_compare.c. */
Value functools_cmp_to_key(struct Interpreter *vm, const Value *args, size_t count);

#endif
