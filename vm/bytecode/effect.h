/*
 * What is known of every instruction: name, operand, stack effect, flags,
 * sentence, read from opcodes.def.  Compiler, verifier, disassembler and
 * stepper ask here; none keeps a list of its own.
 */
#ifndef VIV_BYTECODE_EFFECT_H
#define VIV_BYTECODE_EFFECT_H

#include "vm/bytecode/code.h"

enum OperandKind {
    OPERAND_NONE, OPERAND_CONSTANT, OPERAND_NAME, OPERAND_LOCAL, OPERAND_LOCALS, OPERAND_CELL, OPERAND_JUMP,
    OPERAND_JUMP_BACK, OPERAND_COUNT, OPERAND_COMPARE, OPERAND_BINARY, OPERAND_FLAGS, OPERAND_NAME_FLAG,
    OPERAND_PAIR,
};

enum OpcodeFlag {
    OPCODE_JUMPS = 1, OPCODE_ENDS = 2, OPCODE_ADAPTIVE = 4, OPCODE_SPECIALIZED = 8, OPCODE_RAISES = 16,
};

struct OpcodeInfo {
    const char *name;
    uint8_t operand; /* enum OperandKind */
    uint8_t flags;   /* enum OpcodeFlag */
    uint8_t caches;
    const char *sentence;
};

extern const struct OpcodeInfo opcode_table[OPCODE_COUNT];

/* Values taken from and put on the operand stack on the path that falls through. */
int opcode_pops(enum Opcode opcode, uint32_t argument);
int opcode_pushes(enum Opcode opcode, uint32_t argument);

/* Change of the stack's depth on the path that jumps. */
int opcode_taken_effect(enum Opcode opcode, uint32_t argument);

/* Words the instruction takes, caches included. */
static inline uint32_t opcode_width(enum Opcode opcode) { return 1u + opcode_table[opcode].caches; }

/* COMPARE_JUMP_IF_*: comparison in the low four bits, distance above. */
enum { COMPARE_JUMP_BITS = 4 };

/* Forward distance of a jump that is not JUMP_BACK*; what its argument means. */
uint32_t opcode_jump_distance(enum Opcode opcode, uint32_t argument);

/* The word a jump at `word` goes to. */
uint32_t code_jump_target(uint32_t word, Instruction instruction);

extern const char *const comparison_symbols[];       /* by enum Comparison: "<" … */
extern const char *const binary_operation_symbols[]; /* by enum BinaryOperation: "+" … */
extern const char *const intrinsic_names[];          /* by enum Intrinsic */

#endif
