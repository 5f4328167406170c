/*
 * Assembly: blocks become words, spans and protected ranges, tables become
 * tuples, and the whole a code object.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { SLOT_LIMIT = 1 << 12, JUMP_LIMIT = ARGUMENT_MAX };

struct Assembly {
    struct Compiler *compiler;
    struct CodeParts parts;
    Instruction *words;
    struct SpanEntry *spans;
    struct ExceptionEntry *exceptions;
    const struct Handler *handler; /* of the range that is open */
};

/* ---- Arguments --------------------------------------------------------- */

static uint32_t resolve_slot(const struct Unit *unit, uint32_t argument)
{
    uint32_t slot = argument & ~(uint32_t)MARKS;
    if (argument & CELL_MARK)
        return unit->variables.count + slot;
    if (argument & FREE_MARK)
        return unit->variables.count + unit->cells.count + slot;
    return argument;
}

static void resolve_step(struct Compiler *compiler, struct Step *step)
{
    const struct Unit *unit = compiler->unit;
    if (step->opcode == PSEUDO_LINE)
        return;
    if (step->opcode == OP_MAKE_CELL) {
        uint32_t slot = unit->variables.count + argument_a(step->argument);
        if (slot >= SLOT_LIMIT)
            fail_syntax(compiler, unit->scope->node, "a function with so many variables is not supported yet");
        step->argument = slot | argument_b(step->argument) << 12;
        return;
    }
    uint8_t operand = opcode_table[step->opcode].operand;
    if (operand == OPERAND_LOCAL || operand == OPERAND_CELL)
        step->argument = resolve_slot(unit, step->argument);
}

/* ---- Offsets and jumps ------------------------------------------------- */

static void place_blocks(struct Assembly *assembly)
{
    uint64_t offset = 0, steps = 0;
    for (struct Block *block = assembly->compiler->unit->first; block; block = block->next) {
        block->offset = (uint32_t)offset;
        for (uint32_t i = 0; i < block->count; i++) {
            resolve_step(assembly->compiler, &block->steps[i]);
            if (block->steps[i].opcode != PSEUDO_LINE)
                offset += opcode_width(block->steps[i].opcode);
        }
        steps += block->count;
    }
    if (offset > JUMP_LIMIT && !assembly->compiler->failed) {
        raise_error(assembly->compiler->vm, TYPE_OverflowError, "code object is too large");
        assembly->compiler->failed = true;
    }
    assembly->words = compiler_allocate(assembly->compiler, offset, sizeof *assembly->words);
    assembly->spans = compiler_allocate(assembly->compiler, steps, sizeof *assembly->spans);
    assembly->exceptions = compiler_allocate(assembly->compiler, steps, sizeof *assembly->exceptions);
}

/* Makes a plain jump point the right way; returns the instruction's argument. */
static uint32_t jump_argument(struct Assembly *assembly, struct Step *step, uint32_t word)
{
    uint32_t after = word + opcode_width(step->opcode), target = step->target->offset;
    if (target < after) {
        if (step->opcode == OP_JUMP)
            step->opcode = OP_JUMP_BACK;
        if (opcode_table[step->opcode].operand == OPERAND_JUMP_BACK)
            return after - target;
        if (!assembly->compiler->failed)
            raise_error(assembly->compiler->vm, TYPE_SystemError, "compiler: %s jumps backward",
                        opcode_table[step->opcode].name);
        assembly->compiler->failed = true;
        return 0;
    }
    if (step->opcode == OP_COMPARE_JUMP_IF_FALSE || step->opcode == OP_COMPARE_JUMP_IF_TRUE)
        return step->argument | (target - after) << COMPARE_JUMP_BITS;
    return target - after;
}

/* ---- Tables ------------------------------------------------------------ */

static bool same_span(struct SourceSpan a, struct SourceSpan b)
{
    return a.line == b.line && a.column == b.column && a.end_line == b.end_line && a.end_column == b.end_column;
}

static void add_span(struct Assembly *assembly, struct SourceSpan span, uint32_t word)
{
    uint32_t count = assembly->parts.span_count;
    if (count > 0 && same_span(assembly->spans[count - 1].span, span))
        return;
    assembly->spans[count] = (struct SpanEntry){.start = word, .span = span};
    assembly->parts.span_count++;
}

/* The range that is open ends before `word`; one with this handler begins. */
static void set_handler(struct Assembly *assembly, const struct Handler *handler, uint32_t word)
{
    if (handler && (!handler->block->reachable || handler->depth < 0))
        handler = NULL; /* nothing in its range can raise */
    if (handler == assembly->handler)
        return;
    if (assembly->handler)
        assembly->exceptions[assembly->parts.exception_count - 1].end = word;
    if (handler)
        assembly->exceptions[assembly->parts.exception_count++] = (struct ExceptionEntry){
            .start = word,
            .handler = handler->block->offset,
            .depth = (uint32_t)handler->depth,
            .push_lasti = handler->push_lasti,
        };
    assembly->handler = handler;
}

static void write_words(struct Assembly *assembly)
{
    uint32_t word = 0;
    for (struct Block *block = assembly->compiler->unit->first; block; block = block->next)
        for (uint32_t i = 0; i < block->count && !assembly->compiler->failed; i++) {
            struct Step *step = &block->steps[i];
            if (step->opcode == PSEUDO_LINE) { /* a row of no words */
                add_span(assembly, step->span, word);
                continue;
            }
            uint32_t argument = step->target ? jump_argument(assembly, step, word) : step->argument;
            set_handler(assembly, step->handler, word);
            add_span(assembly, step->span, word);
            assembly->words[word] = instruction_make(step->opcode, argument);
            word += opcode_width(step->opcode);
        }
    set_handler(assembly, NULL, word);
    assembly->parts.word_count = word;
    assembly->parts.words = assembly->words;
    assembly->parts.spans = assembly->spans;
    assembly->parts.exceptions = assembly->exceptions;
}

/* ---- The code object --------------------------------------------------- */

static OWNED Value checked(struct Compiler *compiler, Value v)
{
    if (is_empty(v))
        compiler->failed = true;
    return v;
}

static void fill_names(struct Assembly *assembly)
{
    struct Compiler *compiler = assembly->compiler;
    struct Unit *unit = compiler->unit;
    struct CodeParts *parts = &assembly->parts;
    parts->names = names_value(compiler, &unit->names);
    parts->variable_names = names_value(compiler, &unit->variables);
    parts->cell_names = names_value(compiler, &unit->cells);
    parts->free_names = names_value(compiler, &unit->frees);
    const struct Identifier *name = unit_name(compiler, unit);
    if (name)
        parts->name = identifier_value(compiler, name);
    if (!compiler->failed)
        parts->qualified_name =
            checked(compiler, string_from_utf8(compiler->vm, unit->qualified_name, unit->qualified_name_length));
    if (!compiler->failed)
        parts->constants = checked(compiler, tuple_new(compiler->vm, unit->constants.items, unit->constants.count));
}

static void release_parts(struct Compiler *compiler, struct CodeParts *parts)
{
    const Value held[] = {parts->names,          parts->variable_names, parts->cell_names, parts->free_names, parts->name,
                          parts->qualified_name, parts->constants};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        release_maybe(compiler->vm, held[i]);
}

static void fill_numbers(struct Assembly *assembly)
{
    const struct Unit *unit = assembly->compiler->unit;
    struct CodeParts *parts = &assembly->parts;
    parts->filename = assembly->compiler->filename;
    parts->argument_count = unit->argument_count;
    parts->positional_only_count = unit->positional_only_count;
    parts->keyword_only_count = unit->keyword_only_count;
    parts->flags = unit->flags | (unit->runs_once ? CODE_RUNS_ONCE : 0);
    parts->stack_size = unit->stack_size;
    parts->first_line = unit->first_line;
}

static OWNED Value verified(struct Compiler *compiler, STEALS Value code)
{
#ifdef VIV_DEBUG
    char finding[200];
    const char *problem = is_empty(code) ? NULL : code_verify(compiler->vm, code, finding, sizeof finding);
    if (problem) {
        raise_error(compiler->vm, TYPE_SystemError, "compiler: bad code for %s, line %d: %s",
                    compiler->unit->scope->name->text, (int)compiler->unit->first_line, problem);
        release(compiler->vm, code);
        code = EMPTY;
    }
#endif
    if (is_empty(code))
        compiler->failed = true;
    return code;
}

Value unit_assemble(struct Compiler *compiler)
{
    struct Assembly assembly = {.compiler = compiler};
    optimize_flow(compiler);
    compute_depths(compiler);
    check_locals(compiler);
    combine_steps(compiler);
    if (compiler->failed)
        return EMPTY;
    place_blocks(&assembly);
    if (!compiler->failed)
        write_words(&assembly);
    if (compiler->failed)
        return EMPTY;
    fill_names(&assembly);
    fill_numbers(&assembly);
    Value code = compiler->failed ? EMPTY : verified(compiler, code_new(compiler->vm, &assembly.parts));
    release_parts(compiler, &assembly.parts);
    return code;
}
