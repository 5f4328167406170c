/*
 * Units and emission: opening and closing the unit of a code object, blocks,
 * steps, handlers, and the sticky failure that all walkers rely on.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/sequence.h"

/* ---- Positions and errors ---------------------------------------------- */

struct SourceSpan span_of(const struct AstNode *node)
{
    return (struct SourceSpan){.line = (int32_t)node->span.line, .end_line = (int32_t)node->span.end_line,
                               .column = (int32_t)node->span.column, .end_column = (int32_t)node->span.end_column};
}

struct SourceSpan span_between(const struct AstNode *first, const struct AstNode *last)
{
    return (struct SourceSpan){.line = (int32_t)first->span.line, .end_line = (int32_t)last->span.end_line,
                               .column = (int32_t)first->span.column, .end_column = (int32_t)last->span.end_column};
}

struct SourceSpan span_of_line(int32_t line)
{
    return (struct SourceSpan){.line = line, .end_line = line, .column = 0, .end_column = 0};
}

void fail_memory(struct Compiler *compiler)
{
    if (!compiler->failed)
        raise_memory_error(compiler->vm);
    compiler->failed = true;
}

bool enter_node(struct Compiler *compiler)
{
    if (compiler->failed)
        return false;
    if (vm_enter_recursion(compiler->vm, " during compilation"))
        return true;
    compiler->failed = true;
    return false;
}

void leave_node(struct Compiler *compiler)
{
    vm_leave_recursion(compiler->vm);
}

void *compiler_allocate(struct Compiler *compiler, size_t count, size_t size)
{
    if (compiler->failed)
        return NULL;
    void *memory = arena_allocate_array(compiler->arena, count, size);
    if (!memory)
        fail_memory(compiler);
    return memory;
}

/* ---- Blocks ------------------------------------------------------------ */

struct Block *new_block(struct Compiler *compiler)
{
    struct Block *block = compiler_allocate(compiler, 1, sizeof *block);
    if (!block)
        return &compiler->spare;
    block->depth = -1;
    return block;
}

void use_block(struct Compiler *compiler, struct Block *block)
{
    struct Unit *unit = compiler->unit;
    if (compiler->failed)
        return;
    unit->last->next = block;
    unit->last = block;
    unit->current = block;
}

static struct Step *last_step(const struct Unit *unit)
{
    struct Block *block = unit->current;
    return block->count > 0 ? &block->steps[block->count - 1] : NULL;
}

static bool closes_block(const struct Step *step)
{
    return step && step->opcode < OPCODE_COUNT && (opcode_table[step->opcode].flags & (OPCODE_JUMPS | OPCODE_ENDS));
}

/* A new last step of the current block; NULL once the compiler has failed. */
static struct Step *add_step(struct Compiler *compiler)
{
    if (compiler->failed)
        return NULL;
    if (closes_block(last_step(compiler->unit)))
        use_block(compiler, new_block(compiler));
    struct Block *block = compiler->unit->current;
    if (block->count == block->capacity) {
        uint32_t capacity = block->capacity ? block->capacity * 2 : 8;
        struct Step *steps = compiler_allocate(compiler, capacity, sizeof *steps);
        if (!steps)
            return NULL;
        if (block->count > 0)
            memcpy(steps, block->steps, block->count * sizeof *steps);
        block->steps = steps;
        block->capacity = capacity;
    }
    struct Step *step = &block->steps[block->count++];
    *step = (struct Step){.handler = compiler->unit->handler};
    return step;
}

/* ---- Emitting ---------------------------------------------------------- */

/* LOAD_GLOBAL followed by PUSH_ABSENT is one instruction. */
static bool join_absent(struct Compiler *compiler)
{
    struct Step *step = last_step(compiler->unit);
    if (!step || step->opcode != OP_LOAD_GLOBAL || (step->argument & 1))
        return false;
    step->argument |= 1;
    return true;
}

void emit(struct Compiler *compiler, enum Opcode opcode, uint32_t argument, struct SourceSpan span)
{
    if (compiler->failed || (opcode == OP_PUSH_ABSENT && join_absent(compiler)))
        return;
    struct Step *step = add_step(compiler);
    if (!step)
        return;
    if (argument > ARGUMENT_MAX) {
        raise_error(compiler->vm, TYPE_OverflowError, "code object is too large");
        compiler->failed = true;
        return;
    }
    step->opcode = (uint8_t)opcode;
    step->argument = argument;
    step->span = span;
}

void emit_line(struct Compiler *compiler, struct SourceSpan span)
{
    struct Step *step = add_step(compiler);
    if (!step)
        return;
    step->opcode = PSEUDO_LINE;
    step->span = span;
}

void relocate_last(struct Compiler *compiler, struct SourceSpan span)
{
    struct Block *block = compiler->unit->last;
    if (!compiler->failed && block->count > 0)
        block->steps[block->count - 1].span = span;
}

void emit_jump(struct Compiler *compiler, enum Opcode opcode, struct Block *target, struct SourceSpan span)
{
    struct Step *step = add_step(compiler);
    if (!step)
        return;
    step->opcode = (uint8_t)opcode;
    step->target = target;
    step->span = span;
}

static void emit_load(struct Compiler *compiler, STEALS Value constant, bool give_away, struct SourceSpan span)
{
    struct Interpreter *vm = compiler->vm;
    if (is_empty(constant)) {
        compiler->failed = true;
    } else if (is_none(constant)) {
        emit(compiler, OP_LOAD_NONE, 0, span);
    } else if (is_small_int(constant) && small_int(constant) >= 0 && small_int(constant) < CELL_MARK) {
        emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)small_int(constant), span);
    } else if (give_away && is_object(constant) && !object_is_immortal(value_object(constant))) {
        emit(compiler, OP_LOAD_CONSTANT_ONCE, constant_number(compiler, constant, false), span);
    } else if (compiler->failed) {
        release(vm, constant);
    } else {
        emit(compiler, OP_LOAD_CONSTANT, constant_number(compiler, constant, true), span);
    }
}

void emit_constant(struct Compiler *compiler, STEALS Value constant, struct SourceSpan span)
{
    emit_load(compiler, constant, false, span);
}

void emit_literal(struct Compiler *compiler, STEALS Value constant, struct SourceSpan span)
{
    emit_load(compiler, constant, compiler->unit->runs_once && compiler->unit->loops == 0, span);
}

void emit_name(struct Compiler *compiler, enum Opcode opcode, const struct Identifier *mangled, struct SourceSpan span)
{
    uint32_t number = name_number(compiler, &compiler->unit->names, mangled);
    if (opcode_table[opcode].operand == OPERAND_NAME_FLAG)
        number <<= 1;
    emit(compiler, opcode, number, span);
}

struct Handler *push_handler(struct Compiler *compiler, struct Block *block, uint32_t drop, bool push_lasti)
{
    struct Handler *outer = compiler->unit->handler;
    struct Handler *handler = compiler_allocate(compiler, 1, sizeof *handler);
    if (!handler)
        return outer;
    *handler = (struct Handler){.block = block, .depth = -1, .drop = drop, .push_lasti = push_lasti};
    struct Step *step = add_step(compiler);
    if (!step)
        return outer;
    step->opcode = PSEUDO_SETUP;
    step->handler = handler;
    step->span = NO_SPAN;
    compiler->unit->handler = handler;
    return outer;
}

/* ---- Units ------------------------------------------------------------- */

static bool is_function_like(const struct Scope *scope)
{
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

static uint32_t unit_flags(const struct Compiler *compiler, const struct Scope *scope)
{
    uint32_t flags = 0;
    if (is_function_like(scope))
        flags |= CODE_OPTIMIZED | CODE_NEW_LOCALS;
    if (scope->is_nested && is_function_like(scope))
        flags |= CODE_NESTED;
    if (scope->is_generator)
        flags |= scope->is_coroutine ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    else if (scope->is_coroutine)
        flags |= CODE_COROUTINE;
    if (scope->has_varargs)
        flags |= CODE_VARARGS;
    if (scope->has_varkeywords)
        flags |= CODE_VARKEYWORDS;
    if (compiler->result->future_annotations)
        flags |= CODE_FUTURE_ANNOTATIONS;
    return flags;
}

static void set_argument_counts(struct Unit *unit, const struct AstNode *node)
{
    const struct AstNode *list = NULL;
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef)
        list = ((const struct AstFunctionDef *)(const void *)node)->args;
    else if (node->kind == AST_Lambda)
        list = as_Lambda(node)->args;
    if (!list || unit->scope->kind == SCOPE_TYPE_PARAMETERS) {
        unit->argument_count = (uint32_t)unit->scope->parameters.count;
        return;
    }
    const struct Astarguments *arguments = as_arguments(list);
    unit->positional_only_count = (uint32_t)arguments->posonlyargs.count;
    unit->argument_count = (uint32_t)(arguments->posonlyargs.count + arguments->args.count);
    unit->keyword_only_count = (uint32_t)arguments->kwonlyargs.count;
}

/* Outer function's or class's part of a qualified name; NULL: the name stands alone. */
static const struct Unit *qualifying_unit(struct Compiler *compiler, const struct Unit *unit)
{
    const struct Unit *outer = unit->outer;
    if (outer && outer->scope->kind == SCOPE_TYPE_PARAMETERS)
        outer = outer->outer;
    if (!outer || outer->scope->kind == SCOPE_MODULE)
        return NULL;
    enum ScopeKind kind = unit->scope->kind;
    if ((kind == SCOPE_FUNCTION || kind == SCOPE_CLASS) && unit->outer->scope->kind != SCOPE_TYPE_PARAMETERS) {
        const struct Identifier *mangled = scope_mangle(compiler->arena, outer->scope, unit->scope->name);
        const struct Symbol *symbol = mangled ? scope_find(outer->scope, mangled) : NULL;
        if (symbol && symbol->resolution == SYMBOL_GLOBAL_EXPLICIT)
            return NULL;
    }
    return outer;
}

const struct Identifier *unit_name(struct Compiler *compiler, const struct Unit *unit)
{
    const struct Identifier *name = unit->scope->name;
    if (unit->scope->kind != SCOPE_TYPE_PARAMETERS)
        return name;
    static const char start[] = "<generic parameters of ";
    char *text = compiler_allocate(compiler, sizeof start + name->length + 1, 1);
    if (!text)
        return NULL;
    memcpy(text, start, sizeof start - 1);
    memcpy(text + sizeof start - 1, name->text, name->length);
    memcpy(text + sizeof start - 1 + name->length, ">", 2);
    return identifier(compiler, text);
}

static void set_qualified_name(struct Compiler *compiler, struct Unit *unit)
{
    const struct Identifier *name = unit_name(compiler, unit);
    const struct Unit *outer = qualifying_unit(compiler, unit);
    if (!name)
        return;
    if (!outer) {
        unit->qualified_name = name->text;
        unit->qualified_name_length = name->length;
        return;
    }
    bool is_function = is_function_like(outer->scope) && outer->scope->kind != SCOPE_COMPREHENSION &&
                       outer->scope->kind != SCOPE_GENERATOR; /* CPython leaves those out of the rule */
    const char *middle = is_function ? ".<locals>." : ".";
    size_t middle_length = strlen(middle), outer_length = outer->qualified_name_length;
    size_t length = outer_length + middle_length + name->length;
    char *text = compiler_allocate(compiler, length + 1, 1);
    if (!text)
        return;
    memcpy(text, outer->qualified_name, outer_length);
    memcpy(text + outer_length, middle, middle_length);
    memcpy(text + outer_length + middle_length, name->text, name->length);
    unit->qualified_name = text;
    unit->qualified_name_length = length;
}

static void fill_tables(struct Compiler *compiler, struct Unit *unit)
{
    const struct Scope *scope = unit->scope;
    if (is_function_like(scope))
        for (size_t i = 0; i < scope->parameters.count; i++)
            name_number(compiler, &unit->variables, scope->parameters.items[i]);
    for (size_t i = 0; is_function_like(scope) && i < scope->parameters.count; i++) /* parameters come first */
        for (size_t j = 0; j < scope->cells.count; j++)
            if (scope->cells.items[j] == scope->parameters.items[i])
                name_number(compiler, &unit->cells, scope->cells.items[j]);
    for (size_t i = 0; i < scope->cells.count; i++)
        name_number(compiler, &unit->cells, scope->cells.items[i]);
    if (scope->kind == SCOPE_CLASS && scope->needs_class_closure)
        name_number(compiler, &unit->cells, identifier(compiler, "__class__"));
    if (scope->kind == SCOPE_CLASS && scope->needs_class_dict)
        name_number(compiler, &unit->cells, identifier(compiler, "__classdict__"));
    for (size_t i = 0; i < scope->frees.count; i++)
        name_number(compiler, &unit->frees, scope->frees.items[i]);
}

/* RETURN_GENERATOR comes first, so that the machine can tell by looking at the first word. */
static void emit_prologue(struct Compiler *compiler, struct Unit *unit)
{
    struct SourceSpan span = span_of_line(unit->first_line);
    if (unit->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) {
        emit(compiler, OP_RETURN_GENERATOR, 0, span);
        emit(compiler, OP_POP_TOP, 0, span);
    }
    if (unit->frees.count > 0)
        emit(compiler, OP_COPY_FREE_VARIABLES, unit->frees.count, span);
    for (uint32_t i = 0; i < unit->cells.count; i++) {
        int64_t parameter = name_find(&unit->variables, unit->cells.items[i]);
        emit(compiler, OP_MAKE_CELL, i | (uint32_t)(parameter + 1) << 12, span);
    }
    emit(compiler, OP_RESUME, 0, span);
}

bool unit_open(struct Compiler *compiler, struct Unit *unit, struct Scope *scope, int32_t first_line)
{
    if (compiler->failed)
        return false;
    *unit = (struct Unit){.outer = compiler->unit, .scope = scope, .inner = scope, .first_line = first_line};
    unit->flags = unit_flags(compiler, scope);
    set_argument_counts(unit, scope->node);
    set_qualified_name(compiler, unit);
    compiler->unit = unit;
    unit->first = unit->last = unit->current = new_block(compiler);
    fill_tables(compiler, unit);
    emit_prologue(compiler, unit);
    if (!compiler->failed)
        return true;
    unit_close(compiler);
    return false;
}

void unit_close(struct Compiler *compiler)
{
    constants_close(compiler, &compiler->unit->constants);
    compiler->unit = compiler->unit->outer;
}
