/* What opening and closing an interpreter share. */
#ifndef VIV_RUNTIME_INTERPRETER_INTERNAL_H
#define VIV_RUNTIME_INTERPRETER_INTERNAL_H

#include "runtime/interpreter.h"

/* type_fill.c: drops what a built-in type has gathered; its operations stay usable. */
void type_close(struct Interpreter *vm, struct Type *type);
/* type_fill.c: the last of a built-in type, when no object is left: shapes, tables. */
void type_close_tables(struct Interpreter *vm, struct Type *type);

#endif
