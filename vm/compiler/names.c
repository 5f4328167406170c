/*
 * Names: from the scopes' resolution to the instruction that reads, binds or
 * deletes a variable.  Inlined comprehensions are looked through first: what
 * they bind are fast locals (or cells) of the frame they run in.
 */
#include "vm/compiler/unit.h"

enum Place {
    PLACE_FAST,
    PLACE_CELL,
    PLACE_FREE,
    PLACE_GLOBAL,
    PLACE_NAMESPACE,   /* module or class body: its dict first */
    PLACE_CLASS_FREE,  /* class body: its dict first, then the closure */
    PLACE_ANNOTATION_GLOBAL, /* annotation scope in a class: __classdict__, then globals */
    PLACE_ANNOTATION_FREE,   /* likewise, then the closure */
};

static void collect_from(struct Compiler *compiler, const struct Scope *scope)
{
    for (uint32_t i = 0; i < scope->symbol_count; i++)
        if (scope->symbols[i].flags & SYMBOL_IS_GLOBAL)
            name_number(compiler, &compiler->declared_global, scope->symbols[i].name);
}

/* As in CPython, `global x` in any function makes x at module level a global even where the module's code runs with
 * a namespace of its own.  Follows the scopes' links, without recursion. */
void collect_declared_globals(struct Compiler *compiler)
{
    const struct Scope *scope = compiler->result->scope;
    while (scope && !compiler->failed) {
        collect_from(compiler, scope);
        if (scope->first_child) {
            scope = scope->first_child;
            continue;
        }
        while (scope && !scope->next_sibling)
            scope = scope->parent;
        if (scope)
            scope = scope->next_sibling;
    }
}

/* The symbol as seen from what is being compiled, and the scope that has it; NULL when no scope mentions it. */
const struct Symbol *find_symbol(struct Compiler *compiler, const struct Identifier *mangled, struct Scope **found_in)
{
    struct Scope *scope = compiler->unit->inner;
    const struct Symbol *symbol = scope_find(scope, mangled);
    while (scope != compiler->unit->scope && (!symbol || symbol->resolution == SYMBOL_OUTER)) {
        scope = scope->parent;
        symbol = scope_find(scope, mangled);
    }
    if (found_in)
        *found_in = scope;
    return symbol;
}

static enum Place place_in_class(const struct Compiler *compiler, enum SymbolResolution resolution)
{
    bool inlined = compiler->unit->inner != compiler->unit->scope; /* does not see the class's own names */
    switch (resolution) {
    case SYMBOL_CELL:
        return PLACE_CELL;
    case SYMBOL_FREE:
        return inlined ? PLACE_FREE : PLACE_CLASS_FREE;
    case SYMBOL_GLOBAL_EXPLICIT:
        return PLACE_GLOBAL;
    case SYMBOL_GLOBAL_IMPLICIT:
        return inlined ? PLACE_GLOBAL : PLACE_NAMESPACE;
    default:
        return PLACE_NAMESPACE;
    }
}

static enum Place place_in_function(const struct Scope *scope, enum SymbolResolution resolution, enum NameContext context)
{
    bool annotation = scope->can_see_class_scope && context == NAME_LOAD;
    switch (resolution) {
    case SYMBOL_LOCAL:
        return PLACE_FAST;
    case SYMBOL_CELL:
        return PLACE_CELL;
    case SYMBOL_FREE:
        return annotation ? PLACE_ANNOTATION_FREE : PLACE_FREE;
    case SYMBOL_GLOBAL_IMPLICIT:
        return annotation ? PLACE_ANNOTATION_GLOBAL : PLACE_GLOBAL;
    default:
        return PLACE_GLOBAL;
    }
}

static enum Place place_of(struct Compiler *compiler, const struct Identifier *mangled, enum NameContext context)
{
    struct Scope *scope = NULL;
    const struct Symbol *symbol = find_symbol(compiler, mangled, &scope);
    enum SymbolResolution resolution = symbol ? symbol->resolution : SYMBOL_GLOBAL_IMPLICIT;
    if (scope->kind == SCOPE_CLASS)
        return place_in_class(compiler, resolution);
    if (scope->kind == SCOPE_MODULE) {
        bool declared = resolution == SYMBOL_GLOBAL_EXPLICIT || name_find(&compiler->declared_global, mangled) >= 0;
        return declared ? PLACE_GLOBAL : PLACE_NAMESPACE;
    }
    return place_in_function(scope, resolution, context);
}

static void emit_fast(struct Compiler *compiler, const struct Identifier *name, enum NameContext context,
                      struct SourceSpan span)
{
    static const enum Opcode opcodes[] = {OP_LOAD_LOCAL_CHECK, OP_STORE_LOCAL, OP_DELETE_LOCAL};
    emit(compiler, opcodes[context], name_number(compiler, &compiler->unit->variables, name), span);
}

/* A slot that assembly will know: cells come after all locals, free variables after all cells. */
static uint32_t marked_slot(struct Compiler *compiler, const struct Identifier *name, bool is_free)
{
    struct Unit *unit = compiler->unit;
    if (is_free)
        return name_number(compiler, &unit->frees, name) | FREE_MARK;
    return name_number(compiler, &unit->cells, name) | CELL_MARK;
}

static void emit_cell(struct Compiler *compiler, const struct Identifier *name, bool is_free, enum NameContext context,
                      struct SourceSpan span)
{
    static const enum Opcode opcodes[] = {OP_LOAD_CELL, OP_STORE_CELL, OP_DELETE_CELL};
    emit(compiler, opcodes[context], marked_slot(compiler, name, is_free), span);
}

/* Looks in the class's namespace before the closure or the globals. */
static void emit_class_lookup(struct Compiler *compiler, const struct Identifier *name, enum Place place,
                              struct SourceSpan span)
{
    if (place == PLACE_CLASS_FREE)
        emit(compiler, OP_LOAD_LOCALS, 0, span);
    else
        load_cell_itself(compiler, NULL, span);
    if (place == PLACE_ANNOTATION_GLOBAL)
        emit_name(compiler, OP_LOAD_CLASS_GLOBAL, name, span);
    else
        emit(compiler, OP_LOAD_CLASS_CELL, marked_slot(compiler, name, true), span);
}

static void emit_global(struct Compiler *compiler, const struct Identifier *name, enum NameContext context,
                        struct SourceSpan span)
{
    static const enum Opcode opcodes[] = {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL};
    emit_name(compiler, opcodes[context], name, span);
}

static void emit_namespace(struct Compiler *compiler, const struct Identifier *name, enum NameContext context,
                           struct SourceSpan span)
{
    static const enum Opcode opcodes[] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME};
    emit_name(compiler, opcodes[context], name, span);
}

void compile_name(struct Compiler *compiler, const struct Identifier *name, enum NameContext context,
                  struct SourceSpan span)
{
    const struct Identifier *mangled = mangle(compiler, name);
    if (compiler->failed)
        return;
    enum Place place = place_of(compiler, mangled, context);
    switch (place) {
    case PLACE_FAST:
        emit_fast(compiler, mangled, context, span);
        return;
    case PLACE_GLOBAL:
        emit_global(compiler, mangled, context, span);
        return;
    case PLACE_NAMESPACE:
        emit_namespace(compiler, mangled, context, span);
        return;
    case PLACE_CELL:
    case PLACE_FREE:
        emit_cell(compiler, mangled, place == PLACE_FREE, context, span);
        return;
    default:
        if (context == NAME_LOAD)
            emit_class_lookup(compiler, mangled, place, span);
        else
            emit_cell(compiler, mangled, true, context, span);
    }
}

static bool names_contain(const struct ScopeNames *names, const struct Identifier *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (names->items[i] == name)
            return true;
    return false;
}

/* Whether an inner scope's free variable is a free variable of this frame too (else a cell of it). */
static bool is_free_here(struct Compiler *compiler, const struct Identifier *mangled)
{
    const struct Scope *scope = compiler->unit->inner;
    for (; scope != compiler->unit->scope; scope = scope->parent) {
        const struct Symbol *symbol = scope_find(scope, mangled);
        if (symbol && symbol->resolution == SYMBOL_CELL)
            return false;
    }
    return !names_contain(&scope->cells, mangled) && names_contain(&scope->frees, mangled);
}

/* name NULL: the content of __classdict__ */
void load_cell_itself(struct Compiler *compiler, const struct Identifier *mangled, struct SourceSpan span)
{
    enum Opcode opcode = mangled ? OP_LOAD_CELL_ITSELF : OP_LOAD_CELL;
    if (!mangled)
        mangled = identifier(compiler, "__classdict__");
    if (!compiler->failed)
        emit(compiler, opcode, marked_slot(compiler, mangled, is_free_here(compiler, mangled)), span);
}

bool is_global_name(struct Compiler *compiler, const struct Identifier *name, const char *text)
{
    if (compiler->failed || strcmp(name->text, text) != 0 || scope_find(compiler->result->scope, name))
        return false;
    const struct Symbol *symbol = find_symbol(compiler, name, NULL);
    return symbol && symbol->resolution == SYMBOL_GLOBAL_IMPLICIT;
}
