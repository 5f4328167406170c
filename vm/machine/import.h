/* What finding modules (import_find.c) and loading them (import.c) share. */
#ifndef VIV_VM_MACHINE_IMPORT_H
#define VIV_VM_MACHINE_IMPORT_H

#include "runtime/module.h"
#include "vm/machine/machine.h"

/* Where a module comes from: exactly one of native, frozen, file and locations alone (a namespace package). */
struct Found {
    const struct ModuleSpec *native;
    const struct FrozenSource *frozen;
    Value file;      /* OWNED str: source file; EMPTY otherwise */
    Value locations; /* OWNED list for packages; EMPTY otherwise */
};

/* 1 found, 0 not, -1 raised; found_close() in every case. name: dotted; tail: its last part; path: the parent
 * package's __path__, or EMPTY at the top. */
MUST_USE int find_module(struct Interpreter *vm, Value name, Value tail, Value path, struct Found *found);
/* The same in the folders of path alone. */
MUST_USE int find_on_path(struct Interpreter *vm, Value path, Value tail, struct Found *found);
void found_close(struct Interpreter *vm, struct Found *found);

/* The same for Python code (_imp.find_module): a tuple (kind, file, locations, is a package), or None. */
OWNED MUST_USE Value machine_find_module(struct Interpreter *vm, Value name, Value tail, Value path);

#endif
