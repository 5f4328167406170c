/*
 * The instruction table turned into data and stack effects: opcodes.def is
 * read three times here, once per question.
 */
#include "vm/bytecode/effect.h"

enum { /* the words of the table's flags column */
    JUMPS = OPCODE_JUMPS,
    ENDS = OPCODE_ENDS,
    ADAPTIVE = OPCODE_ADAPTIVE,
    SPECIALIZED = OPCODE_SPECIALIZED,
    RAISES = OPCODE_RAISES,
};

const struct OpcodeInfo opcode_table[OPCODE_COUNT] = {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) \
    {#name, OPERAND_##operand, flags, caches, sentence},
#include "vm/bytecode/opcodes.def"
#undef OPCODE
};

const char *const comparison_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
const char *const binary_operation_symbols[] = {"+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "^", "|"};
const char *const intrinsic_names[] = {
#define INTRINSIC(name, operands, sentence) #name,
#include "vm/bytecode/intrinsics.def"
#undef INTRINSIC
};

int opcode_pops(enum Opcode opcode, uint32_t argument)
{
    int arg = (int)argument;
    (void)arg;
    switch (opcode) {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) \
    case OP_##name:                                                  \
        return (int)(pops);
#include "vm/bytecode/opcodes.def"
#undef OPCODE
    case OPCODE_COUNT:
        break;
    }
    return 0;
}

int opcode_pushes(enum Opcode opcode, uint32_t argument)
{
    int arg = (int)argument;
    (void)arg;
    switch (opcode) {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) \
    case OP_##name:                                                  \
        return (int)(pushes);
#include "vm/bytecode/opcodes.def"
#undef OPCODE
    case OPCODE_COUNT:
        break;
    }
    return 0;
}

int opcode_taken_effect(enum Opcode opcode, uint32_t argument)
{
    switch (opcode) {
    case OP_JUMP_IF_FALSE_KEEP:
    case OP_JUMP_IF_TRUE_KEEP:
        return 0;
    case OP_FOR_ITERATOR:
    case OP_FOR_RANGE:
    case OP_FOR_LIST:
    case OP_FOR_TUPLE:
    case OP_FOR_GENERATOR:
        return -1;
    default:
        return opcode_pushes(opcode, argument) - opcode_pops(opcode, argument);
    }
}

uint32_t opcode_jump_distance(enum Opcode opcode, uint32_t argument)
{
    if (opcode == OP_COMPARE_JUMP_IF_FALSE || opcode == OP_COMPARE_JUMP_IF_TRUE)
        return argument >> COMPARE_JUMP_BITS;
    return argument;
}

uint32_t code_jump_target(uint32_t word, Instruction instruction)
{
    enum Opcode opcode = instruction_opcode(instruction);
    uint32_t argument = instruction_argument(instruction);
    uint32_t after = word + opcode_width(opcode);
    if (opcode_table[opcode].operand == OPERAND_JUMP_BACK)
        return after - argument;
    return after + opcode_jump_distance(opcode, argument);
}
