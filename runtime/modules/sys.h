/* What the files of the sys module share. */
#ifndef VIV_RUNTIME_MODULES_SYS_H
#define VIV_RUNTIME_MODULES_SYS_H

#include "runtime/interpreter.h"

OWNED MUST_USE Value system_version_info(struct Interpreter *vm);
OWNED MUST_USE Value system_flags(struct Interpreter *vm);
OWNED MUST_USE Value system_float_info(struct Interpreter *vm);
OWNED MUST_USE Value system_int_info(struct Interpreter *vm);
OWNED MUST_USE Value system_hash_info(struct Interpreter *vm);
OWNED MUST_USE Value system_thread_info(struct Interpreter *vm);

/* Adds the attributes that are no functions. */
MUST_USE bool system_fill(struct Interpreter *vm, Value module, Value dict);

/* settrace and its kin (sys_hooks.c). */
extern const struct NativeMethod system_hook_functions[];

/* sys.breakpointhook (sys_breakpoint.c). */
OWNED MUST_USE Value system_breakpoint_hook(struct Interpreter *vm, const Value *args, size_t positional, Value names);

enum { PYTHON_HEXVERSION = 0x030d00f0 };

#endif
