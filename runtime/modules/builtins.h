/* The functions of the builtins module, spread over builtins*.c by subject. */
#ifndef VIV_RUNTIME_MODULES_BUILTINS_H
#define VIV_RUNTIME_MODULES_BUILTINS_H

#include "runtime/native.h"
#include "runtime/object.h"

#define POSITIONAL_BUILTIN(name) Value builtin_##name(struct Interpreter *vm, const Value *args, size_t count);
#define RAW_BUILTIN(name) \
    Value builtin_##name(struct Interpreter *vm, const Value *args, size_t positional, Value names);

/* builtins_numbers.c */
POSITIONAL_BUILTIN(abs)
POSITIONAL_BUILTIN(all)
POSITIONAL_BUILTIN(any)
POSITIONAL_BUILTIN(bin)
POSITIONAL_BUILTIN(chr)
POSITIONAL_BUILTIN(divmod)
POSITIONAL_BUILTIN(hex)
POSITIONAL_BUILTIN(oct)
POSITIONAL_BUILTIN(ord)
POSITIONAL_BUILTIN(pow)
POSITIONAL_BUILTIN(round)
POSITIONAL_BUILTIN(sum)
RAW_BUILTIN(max)
RAW_BUILTIN(min)
RAW_BUILTIN(sorted)

/* builtins_io.c */
RAW_BUILTIN(print)
POSITIONAL_BUILTIN(input)

/* sys_breakpoint.c */
RAW_BUILTIN(breakpoint)

/* builtins_code.c */
POSITIONAL_BUILTIN(compile)
POSITIONAL_BUILTIN(eval)
POSITIONAL_BUILTIN(exec)
POSITIONAL_BUILTIN(import)
POSITIONAL_BUILTIN(globals)
POSITIONAL_BUILTIN(locals)
POSITIONAL_BUILTIN(vars)
POSITIONAL_BUILTIN(dir)

#endif
