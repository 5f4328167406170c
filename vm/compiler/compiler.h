/*
 * The compiler: source text in, code object out.
 *
 * It parses, resolves scopes, and turns the tree into code objects; the tree
 * and everything else made on the way is gone when it returns.
 */
#ifndef VIV_COMPILER_COMPILER_H
#define VIV_COMPILER_COMPILER_H

#include "runtime/interpreter.h"
#include "vm/bytecode/code.h"

/* A code object; EMPTY with SyntaxError, IndentationError, TabError, MemoryError or RecursionError pending.
 * flags: enum CompileFlag.  SyntaxWarnings go through the module warnings. */
OWNED MUST_USE Value compile_source(struct Interpreter *vm, const char *source, size_t length, Value filename,
                                    enum EvalMode mode, unsigned flags);

#endif
