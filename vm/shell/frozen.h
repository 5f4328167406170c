/* Modules of the library that are written in Python and built into the program. */
#ifndef VIV_SHELL_FROZEN_H
#define VIV_SHELL_FROZEN_H

#include "vm/machine/machine.h"

/* The source of a module of runtime/lib/, or NULL. */
const struct FrozenSource *frozen_find(struct Interpreter *vm, const char *name);

/* Whether `import name` would find a module in C or in runtime/lib/. */
bool library_has_module(struct Interpreter *vm, Value name);

#endif
