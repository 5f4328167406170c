/*
 * Joining instructions that often follow each other: the first of a pair gets
 * an opcode that does the work of both where the operands are of the common
 * kind.  The second stays where it is: a jump to it still finds it, and the
 * joined form falls back on doing the first one's work alone.
 *
 * Code is joined once, when it first runs.
 */
#include "vm/machine/machine.h"

static const uint8_t cache_words[256] = {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) [OP_##name] = caches,
#include "vm/bytecode/opcodes.def"
#undef OPCODE
};

static enum Opcode join_load_local(enum Opcode next)
{
    switch (next) {
    case OP_ADD: return OP_LOAD_LOCAL_ADD;
    case OP_SUBTRACT: return OP_LOAD_LOCAL_SUBTRACT;
    case OP_MULTIPLY: return OP_LOAD_LOCAL_MULTIPLY;
    case OP_COMPARE_JUMP_IF_FALSE: return OP_LOAD_LOCAL_COMPARE_JUMP_IF_FALSE;
    case OP_COMPARE_JUMP_IF_TRUE: return OP_LOAD_LOCAL_COMPARE_JUMP_IF_TRUE;
    case OP_LOAD_ATTRIBUTE: return OP_LOAD_LOCAL_ATTRIBUTE;
    case OP_LOAD_METHOD: return OP_LOAD_LOCAL_METHOD;
    case OP_STORE_ATTRIBUTE: return OP_LOAD_LOCAL_STORE_ATTRIBUTE;
    case OP_GET_ITEM: return OP_LOAD_LOCAL_GET_ITEM;
    case OP_RETURN: return OP_LOAD_LOCAL_RETURN;
    default: return OP_LOAD_LOCAL;
    }
}

static enum Opcode join_load_local_pair(enum Opcode next)
{
    switch (next) {
    case OP_ADD: return OP_LOAD_LOCAL_PAIR_ADD;
    case OP_SUBTRACT: return OP_LOAD_LOCAL_PAIR_SUBTRACT;
    case OP_MULTIPLY: return OP_LOAD_LOCAL_PAIR_MULTIPLY;
    case OP_COMPARE_JUMP_IF_FALSE: return OP_LOAD_LOCAL_PAIR_COMPARE_JUMP_IF_FALSE;
    case OP_COMPARE_JUMP_IF_TRUE: return OP_LOAD_LOCAL_PAIR_COMPARE_JUMP_IF_TRUE;
    case OP_GET_ITEM: return OP_LOAD_LOCAL_PAIR_GET_ITEM;
    default: return OP_LOAD_LOCAL_PAIR;
    }
}

static enum Opcode join_load_small_int(Instruction next)
{
    uint32_t operation = instruction_argument(next);
    switch (instruction_opcode(next)) {
    case OP_ADD: return OP_LOAD_SMALL_INT_ADD;
    case OP_SUBTRACT: return OP_LOAD_SMALL_INT_SUBTRACT;
    case OP_BINARY: return OP_LOAD_SMALL_INT_BINARY;
    case OP_IN_PLACE:
        return operation == BINARY_ADD         ? OP_LOAD_SMALL_INT_ADD
               : operation == BINARY_SUBTRACT  ? OP_LOAD_SMALL_INT_SUBTRACT
               : operation != BINARY_MULTIPLY  ? OP_LOAD_SMALL_INT_BINARY
                                               : OP_LOAD_SMALL_INT;
    case OP_COMPARE_JUMP_IF_FALSE: return OP_LOAD_SMALL_INT_COMPARE_JUMP_IF_FALSE;
    case OP_COMPARE_JUMP_IF_TRUE: return OP_LOAD_SMALL_INT_COMPARE_JUMP_IF_TRUE;
    case OP_GET_ITEM: return OP_LOAD_SMALL_INT_GET_ITEM;
    default: return OP_LOAD_SMALL_INT;
    }
}

static enum Opcode join(Instruction instruction, Instruction next)
{
    enum Opcode opcode = instruction_opcode(instruction), following = instruction_opcode(next);
    switch (opcode) {
    case OP_LOAD_LOCAL: return join_load_local(following);
    case OP_LOAD_LOCAL_PAIR: return join_load_local_pair(following);
    case OP_LOAD_SMALL_INT: return join_load_small_int(next);
    case OP_STORE_LOCAL:
        return following == OP_LOAD_LOCAL  ? OP_STORE_LOCAL_THEN_LOAD_LOCAL
               : following == OP_JUMP_BACK ? OP_STORE_LOCAL_JUMP_BACK
                                           : opcode;
    default: return opcode;
    }
}

/* Each pair is judged by its follower as the compiler wrote it: later words are not joined yet. */
void machine_join(struct Code *code)
{
    uint32_t i = 0, following;
    for (; i < code->word_count; i = following) {
        following = i + 1 + cache_words[instruction_opcode(code->words[i])];
        if (following != i + 1 || following >= code->word_count)
            continue;
        enum Opcode joined = join(code->words[i], code->words[following]);
        code->words[i] = instruction_make(joined, instruction_argument(code->words[i]));
    }
}

static enum Opcode plain_opcode(enum Opcode opcode)
{
    switch (opcode) {
    case OP_LOAD_LOCAL_ADD: case OP_LOAD_LOCAL_SUBTRACT: case OP_LOAD_LOCAL_MULTIPLY:
    case OP_LOAD_LOCAL_COMPARE_JUMP_IF_FALSE: case OP_LOAD_LOCAL_COMPARE_JUMP_IF_TRUE: case OP_LOAD_LOCAL_ATTRIBUTE:
    case OP_LOAD_LOCAL_METHOD: case OP_LOAD_LOCAL_STORE_ATTRIBUTE: case OP_LOAD_LOCAL_GET_ITEM:
    case OP_LOAD_LOCAL_RETURN:
        return OP_LOAD_LOCAL;
    case OP_LOAD_LOCAL_PAIR_ADD: case OP_LOAD_LOCAL_PAIR_SUBTRACT: case OP_LOAD_LOCAL_PAIR_MULTIPLY:
    case OP_LOAD_LOCAL_PAIR_COMPARE_JUMP_IF_FALSE: case OP_LOAD_LOCAL_PAIR_COMPARE_JUMP_IF_TRUE:
    case OP_LOAD_LOCAL_PAIR_GET_ITEM:
        return OP_LOAD_LOCAL_PAIR;
    case OP_LOAD_SMALL_INT_ADD: case OP_LOAD_SMALL_INT_SUBTRACT: case OP_LOAD_SMALL_INT_BINARY:
    case OP_LOAD_SMALL_INT_COMPARE_JUMP_IF_FALSE: case OP_LOAD_SMALL_INT_COMPARE_JUMP_IF_TRUE:
    case OP_LOAD_SMALL_INT_GET_ITEM:
        return OP_LOAD_SMALL_INT;
    case OP_STORE_LOCAL_THEN_LOAD_LOCAL: case OP_STORE_LOCAL_JUMP_BACK: return OP_STORE_LOCAL;
    case OP_RESUME_JOINED: return OP_RESUME;
    case OP_FOR_RANGE_STORE_LOCAL: return OP_FOR_RANGE;
    case OP_FOR_LIST_STORE_LOCAL: return OP_FOR_LIST;
    case OP_CALL_NATIVE: case OP_CALL_LEN: case OP_CALL_ISINSTANCE: case OP_CALL_LIST_APPEND: return OP_CALL;
    default: return opcode;
    }
}

Instruction machine_plain_instruction(Instruction instruction)
{
    return instruction_make(plain_opcode(instruction_opcode(instruction)), instruction_argument(instruction));
}
