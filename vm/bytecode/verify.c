/*
 * The verifier: walks every path through a code object with the table's stack
 * effects and checks what the machine takes for granted: depths agree where
 * paths meet and never pass stack_size or zero, arguments are in range, jumps
 * and handlers land on instructions, no path runs off the end.
 */
#include <stdarg.h>
#include <stdio.h>

#include "runtime/sequence.h"
#include "vm/bytecode/code.h"
#include "vm/bytecode/effect.h"

enum { DEPTH_UNSEEN = -1, DEPTH_INSIDE = -2 /* a cache word */ };

struct Verifier {
    struct Interpreter *vm;
    const struct Code *code;
    int32_t *depths;   /* per word, before the instruction */
    uint32_t *pending; /* words whose depth is known and that are still to be looked at */
    uint32_t pending_count;
    char *buffer;
    size_t size;
};

static FORMAT_LIKE_PRINTF(3, 4) bool complain(struct Verifier *verifier, uint32_t word, const char *format, ...)
{
    int used = snprintf(verifier->buffer, verifier->size, "word %u: ", (unsigned)word);
    if (used < 0 || (size_t)used >= verifier->size)
        return false;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(verifier->buffer + used, verifier->size - (size_t)used, format, arguments);
    va_end(arguments);
    return false;
}

/* ---- Arguments --------------------------------------------------------- */

static bool below(struct Verifier *verifier, uint32_t word, uint32_t argument, size_t limit, const char *what)
{
    if (argument < limit)
        return true;
    return complain(verifier, word, "%s %u of %zu", what, (unsigned)argument, limit);
}

static bool check_pair(struct Verifier *verifier, uint32_t word, enum Opcode opcode, uint32_t argument)
{
    uint32_t locals = verifier->code->local_count;
    switch (opcode) {
    case OP_MAKE_CELL:
        return below(verifier, word, argument_a(argument), locals, "cell") &&
               below(verifier, word, argument_b(argument), (size_t)locals + 1, "parameter");
    case OP_COMPARE_JUMP_IF_FALSE:
    case OP_COMPARE_JUMP_IF_TRUE:
        return below(verifier, word, argument & 15, COMPARE_GE + 1, "comparison");
    default:
        return true;
    }
}

static bool check_argument(struct Verifier *verifier, uint32_t word, enum Opcode opcode, uint32_t argument)
{
    const struct Code *code = verifier->code;
    switch ((enum OperandKind)opcode_table[opcode].operand) {
    case OPERAND_CONSTANT:
        return below(verifier, word, argument, tuple_length(code->constants), "constant");
    case OPERAND_NAME:
        return below(verifier, word, argument, tuple_length(code->names), "name");
    case OPERAND_NAME_FLAG:
        return below(verifier, word, argument >> 1, tuple_length(code->names), "name");
    case OPERAND_LOCAL:
        return below(verifier, word, argument, code->local_count, "local");
    case OPERAND_LOCALS:
        return below(verifier, word, argument_a(argument), code->local_count, "local A") &&
               below(verifier, word, argument_b(argument), code->local_count, "local B");
    case OPERAND_CELL:
        if (argument < tuple_length(code->variable_names))
            return complain(verifier, word, "slot %u is not a cell", (unsigned)argument);
        return below(verifier, word, argument, code->local_count, "cell");
    case OPERAND_COMPARE:
        return below(verifier, word, argument, COMPARE_GE + 1, "comparison");
    case OPERAND_BINARY:
        return below(verifier, word, argument, BINARY_OPERATION_COUNT, "operation");
    case OPERAND_NONE:
        return argument == 0 || complain(verifier, word, "an argument where none belongs");
    case OPERAND_PAIR:
        return check_pair(verifier, word, opcode, argument);
    default:
        return true;
    }
}

/* Arguments of all words, and which words are instructions. */
static bool check_words(struct Verifier *verifier)
{
    const struct Code *code = verifier->code;
    uint32_t word = 0;
    while (word < code->word_count) {
        enum Opcode opcode = instruction_opcode(code->words[word]);
        if (opcode >= OPCODE_COUNT)
            return complain(verifier, word, "no such opcode: %u", (unsigned)opcode);
        if (!check_argument(verifier, word, opcode, instruction_argument(code->words[word])))
            return false;
        verifier->depths[word] = DEPTH_UNSEEN;
        for (uint32_t i = 1; i < opcode_width(opcode); i++) {
            if (word + i >= code->word_count)
                return complain(verifier, word, "caches are cut off");
            verifier->depths[word + i] = DEPTH_INSIDE;
        }
        word += opcode_width(opcode);
    }
    return word > 0 || complain(verifier, 0, "no instructions");
}

/* ---- Paths ------------------------------------------------------------- */

/* The path from `from` reaches `word` with this depth. */
static bool reach(struct Verifier *verifier, uint32_t from, uint32_t word, int32_t depth)
{
    if (word >= verifier->code->word_count)
        return complain(verifier, from, "goes on at word %u, beyond the end", (unsigned)word);
    int32_t known = verifier->depths[word];
    if (known == DEPTH_INSIDE)
        return complain(verifier, from, "goes on inside an instruction, at word %u", (unsigned)word);
    if (known == DEPTH_UNSEEN) {
        verifier->depths[word] = depth;
        verifier->pending[verifier->pending_count++] = word;
        return true;
    }
    if (known != depth)
        return complain(verifier, from, "reaches word %u with depth %d, others with %d", (unsigned)word, (int)depth,
                        (int)known);
    return true;
}

static bool check_depth(struct Verifier *verifier, uint32_t word, int32_t depth)
{
    if (depth < 0)
        return complain(verifier, word, "takes more Values than there are");
    if ((uint32_t)depth > verifier->code->stack_size)
        return complain(verifier, word, "depth %d passes the stack size %u", (int)depth,
                        (unsigned)verifier->code->stack_size);
    return true;
}

static bool follow_handler(struct Verifier *verifier, uint32_t word, int32_t depth)
{
    const struct ExceptionEntry *entry = code_handler(verifier->code, word);
    if (!entry)
        return true;
    if ((int32_t)entry->depth > depth)
        return complain(verifier, word, "depth %d is below its handler's %u", (int)depth, (unsigned)entry->depth);
    int32_t at_handler = (int32_t)entry->depth + (entry->push_lasti ? 2 : 1);
    return check_depth(verifier, word, at_handler) && reach(verifier, word, entry->handler, at_handler);
}

static bool follow(struct Verifier *verifier, uint32_t word)
{
    Instruction instruction = verifier->code->words[word];
    enum Opcode opcode = instruction_opcode(instruction);
    uint32_t argument = instruction_argument(instruction);
    int32_t depth = verifier->depths[word];
    int32_t left = depth - opcode_pops(opcode, argument);
    if (!check_depth(verifier, word, left) || !follow_handler(verifier, word, depth))
        return false;
    int32_t after = left + opcode_pushes(opcode, argument);
    uint8_t flags = opcode_table[opcode].flags;
    if (flags & OPCODE_JUMPS) {
        int32_t taken = depth + opcode_taken_effect(opcode, argument);
        if (!check_depth(verifier, word, taken) ||
            !reach(verifier, word, code_jump_target(word, instruction), taken))
            return false;
    }
    if (flags & OPCODE_ENDS)
        return true;
    return check_depth(verifier, word, after) && reach(verifier, word, word + opcode_width(opcode), after);
}

static bool check_tables(struct Verifier *verifier)
{
    const struct Code *code = verifier->code;
    for (uint32_t i = 0; i < code->exception_count; i++) {
        const struct ExceptionEntry *entry = &code->exceptions[i];
        if (entry->start >= entry->end || entry->end > code->word_count || entry->handler >= code->word_count)
            return complain(verifier, entry->start, "bad protected range");
        if (i > 0 && code->exceptions[i - 1].end > entry->start)
            return complain(verifier, entry->start, "protected ranges overlap");
    }
    for (uint32_t i = 1; i < code->span_count; i++)
        if (code->spans[i - 1].start > code->spans[i].start)
            return complain(verifier, code->spans[i].start, "spans are out of order");
    if (code->argument_count + code->keyword_only_count > tuple_length(code->variable_names))
        return complain(verifier, 0, "more parameters than locals");
    return true;
}

static bool verify(struct Verifier *verifier)
{
    if (!check_tables(verifier) || !check_words(verifier) || !reach(verifier, 0, 0, 0))
        return false;
    while (verifier->pending_count > 0)
        if (!follow(verifier, verifier->pending[--verifier->pending_count]))
            return false;
    return true;
}

const char *code_verify(struct Interpreter *vm, Value value, char *buffer, size_t size)
{
    const struct Code *code = as_code(value);
    size_t bytes = ((size_t)code->word_count + 1) * sizeof(uint32_t);
    struct Verifier verifier = {.vm = vm, .code = code, .buffer = buffer, .size = size};
    /* Straight from the allocator: without memory the code stays unverified, which is no finding. */
    verifier.depths = memory_allocate(&heap_of(vm)->memory, MEMORY_BYTES, bytes);
    verifier.pending = memory_allocate(&heap_of(vm)->memory, MEMORY_BYTES, bytes);
    bool sound = !verifier.depths || !verifier.pending || verify(&verifier);
    if (verifier.depths)
        memory_free(&heap_of(vm)->memory, MEMORY_BYTES, verifier.depths, bytes);
    if (verifier.pending)
        memory_free(&heap_of(vm)->memory, MEMORY_BYTES, verifier.pending, bytes);
    return sound ? NULL : buffer;
}
