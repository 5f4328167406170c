/*
 * The disassembler: a code object as text, in the spirit of Python's `dis`:
 * line number, jump marks, word offset, instruction, argument and what the
 * argument stands for; then the protected ranges; then the code objects among
 * the constants, one after another (a worklist, no recursion).
 */
#include <stdarg.h>
#include <stdio.h>

#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/bytecode/code.h"
#include "vm/bytecode/effect.h"

struct Disassembly {
    struct Interpreter *vm;
    struct StringBuilder text;
    const struct Code *code;
    uint8_t *targets; /* 1 per word that something jumps to */
};

static FORMAT_LIKE_PRINTF(2, 3) bool add(struct Disassembly *output, const char *format, ...)
{
    char line[160];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    return builder_add_cstring(&output->text, line);
}

static bool add_parenthesized(struct Disassembly *output, Value v, bool as_repr)
{
    return add(output, " (") && (as_repr ? builder_add_repr(&output->text, v) : builder_add_str(&output->text, v)) &&
           add(output, ")");
}

static bool add_name(struct Disassembly *output, uint32_t index, bool flag, const char *flag_text)
{
    return add(output, " (") && builder_add_string(&output->text, as_tuple(output->code->names)->items[index]) &&
           add(output, "%s)", flag ? flag_text : "");
}

static bool add_locals(struct Disassembly *output, uint32_t argument)
{
    return add(output, " (") && builder_add_str(&output->text, code_local_name(output->code, argument_a(argument))) &&
           add(output, ", ") && builder_add_str(&output->text, code_local_name(output->code, argument_b(argument))) &&
           add(output, ")");
}

static bool add_pair(struct Disassembly *output, enum Opcode opcode, uint32_t word, uint32_t argument)
{
    switch (opcode) {
    case OP_COMPARE_JUMP_IF_FALSE:
    case OP_COMPARE_JUMP_IF_TRUE:
        return add(output, " (%s, to %u)", comparison_symbols[argument & 15],
                   (unsigned)code_jump_target(word, output->code->words[word]));
    case OP_MAKE_CELL:
        return add_parenthesized(output, code_local_name(output->code, argument_a(argument)), false);
    default:
        return add(output, " (%u, %u)", (unsigned)argument_a(argument), (unsigned)argument_b(argument));
    }
}

static bool add_meaning(struct Disassembly *output, uint32_t word)
{
    const struct Code *code = output->code;
    enum Opcode opcode = instruction_opcode(code->words[word]);
    uint32_t argument = instruction_argument(code->words[word]);
    if (opcode == OP_INTRINSIC_1 || opcode == OP_INTRINSIC_2)
        return add(output, " (%s)", intrinsic_names[argument]);
    switch ((enum OperandKind)opcode_table[opcode].operand) {
    case OPERAND_CONSTANT:
        return add_parenthesized(output, as_tuple(code->constants)->items[argument], true);
    case OPERAND_NAME:
        return add_name(output, argument, false, "");
    case OPERAND_NAME_FLAG:
        return add_name(output, argument >> 1, argument & 1, " + ABSENT");
    case OPERAND_LOCAL:
    case OPERAND_CELL:
        return add_parenthesized(output, code_local_name(code, argument), false);
    case OPERAND_LOCALS:
        return add_locals(output, argument);
    case OPERAND_JUMP:
    case OPERAND_JUMP_BACK:
        return add(output, " (to %u)", (unsigned)code_jump_target(word, code->words[word]));
    case OPERAND_COMPARE:
        return add(output, " (%s)", comparison_symbols[argument]);
    case OPERAND_BINARY:
        return add(output, " (%s%s)", binary_operation_symbols[argument], opcode == OP_IN_PLACE ? "=" : "");
    case OPERAND_PAIR:
        return add_pair(output, opcode, word, argument);
    default:
        return true;
    }
}

static bool add_instruction(struct Disassembly *output, uint32_t word, int32_t *line)
{
    const struct Code *code = output->code;
    enum Opcode opcode = instruction_opcode(code->words[word]);
    int32_t here = code_span(code, word).line;
    char number[16] = "";
    if (here != *line) {
        if (word > 0 && !add(output, "\n"))
            return false;
        snprintf(number, sizeof number, here > 0 ? "%d" : "--", (int)here);
        *line = here;
    }
    if (!add(output, "%5s %2s %5u %-24s", number, output->targets[word] ? ">>" : "", (unsigned)word,
             opcode_table[opcode].name))
        return false;
    if (opcode_table[opcode].operand != OPERAND_NONE &&
        (!add(output, " %6u", (unsigned)instruction_argument(code->words[word])) || !add_meaning(output, word)))
        return false;
    return add(output, "\n");
}

static bool add_exceptions(struct Disassembly *output)
{
    const struct Code *code = output->code;
    if (code->exception_count > 0 && !add(output, "ExceptionTable:\n"))
        return false;
    for (uint32_t i = 0; i < code->exception_count; i++) {
        const struct ExceptionEntry *entry = &code->exceptions[i];
        if (!add(output, "  %u to %u -> %u [%u]%s\n", (unsigned)entry->start, (unsigned)entry->end,
                 (unsigned)entry->handler, (unsigned)entry->depth, entry->push_lasti ? " lasti" : ""))
            return false;
    }
    return true;
}

static void mark_targets(struct Disassembly *output)
{
    const struct Code *code = output->code;
    for (uint32_t word = 0; word < code->word_count;) {
        enum Opcode opcode = instruction_opcode(code->words[word]);
        if (opcode_table[opcode].flags & OPCODE_JUMPS)
            output->targets[code_jump_target(word, code->words[word])] = 1;
        word += opcode_width(opcode);
    }
    for (uint32_t i = 0; i < code->exception_count; i++)
        output->targets[code->exceptions[i].handler] = 1;
}

static bool add_code(struct Disassembly *output)
{
    const struct Code *code = output->code;
    size_t size = (size_t)code->word_count + 1;
    output->targets = heap_allocate(output->vm, MEMORY_BYTES, size);
    if (!output->targets)
        return false;
    memset(output->targets, 0, size);
    mark_targets(output);
    int32_t line = -2;
    bool added = true;
    for (uint32_t word = 0; word < code->word_count && added;
         word += opcode_width(instruction_opcode(code->words[word])))
        added = add_instruction(output, word, &line);
    heap_free(output->vm, MEMORY_BYTES, output->targets, size);
    return added && add_exceptions(output);
}

/* Appends the code objects among a code object's constants to the worklist. */
static bool add_nested(struct Disassembly *output, Value worklist)
{
    Value constants = output->code->constants;
    for (size_t i = 0; i < tuple_length(constants); i++) {
        Value v = as_tuple(constants)->items[i];
        if (object_has_type(output->vm, v, TYPE_code) && !list_append(output->vm, worklist, retain(v)))
            return false;
    }
    return true;
}

static bool add_all(struct Disassembly *output, Value worklist)
{
    for (size_t i = 0; i < as_list(worklist)->length; i++) {
        Value code = as_list(worklist)->items[i];
        output->code = as_code(code);
        if (i > 0 && !(add(output, "\nDisassembly of ") && builder_add_repr(&output->text, code) && add(output, ":\n")))
            return false;
        if (!add_code(output) || !add_nested(output, worklist))
            return false;
    }
    return true;
}

Value code_disassemble(struct Interpreter *vm, Value code)
{
    struct Disassembly output = {.vm = vm};
    Value worklist = list_new(vm, 0);
    if (is_empty(worklist))
        return EMPTY;
    builder_open(&output.text, vm);
    if (!list_append(vm, worklist, retain(code)) || !add_all(&output, worklist)) {
        builder_abandon(&output.text);
        release(vm, worklist);
        return EMPTY;
    }
    release(vm, worklist);
    return builder_finish(&output.text);
}
