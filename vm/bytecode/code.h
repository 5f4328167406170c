/*
 * Code objects: what the compiler makes and the machine runs.
 *
 * An instruction is one 32-bit word, opcode in the low byte and a 24-bit
 * argument above it, followed by as many 32-bit cache words as opcodes.def
 * says.  Jumps are counted in words, relative to the word after the
 * instruction and its caches.  Two operands share the argument as A (low 12
 * bits) and B (high 12 bits).
 */
#ifndef VIV_BYTECODE_CODE_H
#define VIV_BYTECODE_CODE_H

#include "runtime/interpreter.h"

typedef uint32_t Instruction;

enum Opcode {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) OP_##name,
#include "vm/bytecode/opcodes.def"
#undef OPCODE
    OPCODE_COUNT
};

/* Arguments of INTRINSIC_1 and INTRINSIC_2. */
enum Intrinsic {
#define INTRINSIC(name, operands, sentence) INTRINSIC_##name,
#include "vm/bytecode/intrinsics.def"
#undef INTRINSIC
    INTRINSIC_COUNT
};

enum { ARGUMENT_BITS = 24, ARGUMENT_MAX = (1 << ARGUMENT_BITS) - 1 };

static inline uint8_t instruction_opcode(Instruction i) { return (uint8_t)(i & 0xff); }
static inline uint32_t instruction_argument(Instruction i) { return i >> 8; }
static inline uint32_t argument_a(uint32_t argument) { return argument & 0xfff; }
static inline uint32_t argument_b(uint32_t argument) { return argument >> 12; }
static inline Instruction instruction_make(enum Opcode opcode, uint32_t argument)
{
    return (Instruction)opcode | argument << 8;
}

/* Where in the source an instruction comes from; lines from 1, columns in UTF-8 bytes from 0, -1: none. */
struct SourceSpan {
    int32_t line, end_line;
    int32_t column, end_column;
};

/* One row per run of instructions with the same span, ordered by start. */
struct SpanEntry {
    uint32_t start; /* index of the first word */
    struct SourceSpan span;
};

/* Protected range: an exception raised in [start, end) cuts the operand stack to depth, pushes the index of the
 * raising word as an int if push_lasti, pushes the exception and jumps to handler. Innermost first. */
struct ExceptionEntry {
    uint32_t start, end, handler;
    uint32_t depth;
    bool push_lasti;
};

enum CodeFlag { /* co_flags as CPython's */
    CODE_OPTIMIZED = 0x1, CODE_NEW_LOCALS = 0x2, CODE_VARARGS = 0x4, CODE_VARKEYWORDS = 0x8, CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20, CODE_COROUTINE = 0x80, CODE_ITERABLE_COROUTINE = 0x100, CODE_ASYNC_GENERATOR = 0x200,
    CODE_FUTURE_ANNOTATIONS = 0x1000000, CODE_HAS_DOCSTRING = 0x4000000,
    CODE_HIDDEN = 1 << 29,    /* of the library, where CPython has C: leaves no entry in tracebacks, is not traced */
    CODE_RUNS_ONCE = 1 << 30, /* made by the loader, -c, stdin or the prompt: literals may be moved out */
};

/*
 * Locals of a frame, in this order: parameters (positional-only, positional,
 * keyword-only, *args, **kwargs), other locals, cells, free variables.  A
 * parameter that is also a cell has a slot among the parameters and one among
 * the cells; MAKE_CELL moves it at entry (argument: A cell slot, B parameter slot + 1 or 0).
 */
struct Code {
    struct Object header;
    Value name, qualified_name, filename;
    Value constants;      /* tuple; literals pinned */
    Value names;          /* tuple of interned str: globals, attributes, imports */
    Value variable_names; /* tuple of str: one for each local slot that is not a cell or free variable */
    Value cell_names, free_names; /* tuples of str */
    uint32_t argument_count;      /* positional parameters, positional-only included */
    uint32_t positional_only_count, keyword_only_count;
    uint32_t flags;
    uint32_t local_count; /* all slots: variable_names + cells + free */
    uint32_t stack_size;  /* deepest operand stack */
    int32_t first_line;
    uint32_t word_count, span_count, exception_count;
    Instruction *words;   /* MEMORY_BYTES; the machine specialises them in place */
    struct SpanEntry *spans;
    struct ExceptionEntry *exceptions;
    uint32_t simple;      /* argument_count + 1 if all parameters are positional (no *args, **kwargs, keyword-only), else 0 */
    uint64_t executions;  /* reserved for the machine */
};

static inline struct Code *as_code(Value v) { return (struct Code *)value_object(v); }

/* What the compiler hands over; everything is copied or retained. */
struct CodeParts {
    Value name, qualified_name, filename, constants, names, variable_names, cell_names, free_names;
    uint32_t argument_count, positional_only_count, keyword_only_count, flags, stack_size;
    int32_t first_line;
    const Instruction *words;
    uint32_t word_count;
    const struct SpanEntry *spans;
    uint32_t span_count;
    const struct ExceptionEntry *exceptions;
    uint32_t exception_count;
};

OWNED MUST_USE Value code_new(struct Interpreter *vm, const struct CodeParts *parts);
struct SourceSpan code_span(const struct Code *code, uint32_t word);
/* Its line; of an instruction that has none (the end of a function) that of the code before it. */
int32_t code_line(const struct Code *code, uint32_t word);
/* The word as f_lasti gives it: an offset into co_code. */
int64_t code_last_instruction(const struct Code *code, uint32_t word);
/* Rows of no words stand before the row of the instruction that follows: lines that begin there, too. The number of
 * rows that start at `word`, the last of which is the instruction's own; *first is the first one's index. */
uint32_t code_rows_at(const struct Code *code, uint32_t word, uint32_t *first);
/* The entry that protects this word, or NULL. */
const struct ExceptionEntry *code_handler(const struct Code *code, uint32_t word);
/* LOAD_CONSTANT_ONCE: a literal that nobody else holds, equal to the constant; the constant stays for co_consts and
 * for code that is run again. */
OWNED MUST_USE Value code_literal(struct Interpreter *vm, const struct Code *code, uint32_t index);
BORROWED Value code_local_name(const struct Code *code, uint32_t slot);

/* co_consts and co_code. */
OWNED MUST_USE Value code_constants(struct Interpreter *vm, Value self);
OWNED MUST_USE Value code_bytes(struct Interpreter *vm, Value self);

/* vm/bytecode/code_replace.c: the words as the compiler wrote them, to a place as large; comparing, hashing, replace(). */
void code_plain_words(const struct Code *code, void *words);
OWNED Value code_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation);
bool code_hash(struct Interpreter *vm, Value self, int64_t *hash);
OWNED Value code_replace(struct Interpreter *vm, const Value *args, size_t positional, Value names);

/* vm/bytecode/verify.c: stack depths agree on all paths, arguments are in range; NULL or a sentence saying what is wrong. */
const char *code_verify(struct Interpreter *vm, Value code, char *buffer, size_t size);
/* vm/bytecode/disassemble.c: text of the code object and those nested in it. */
OWNED MUST_USE Value code_disassemble(struct Interpreter *vm, Value code);

#endif
