/*
 * Comprehensions and generator expressions.  Lists, sets and dicts are built
 * in the frame around them (PEP 709): the variables they bind are saved on the
 * stack and restored afterwards, exception or not.  Generator expressions, and
 * comprehensions that cannot be inlined, are functions whose argument is the
 * outermost iterator.
 */
#include "vm/compiler/unit.h"

struct Comprehension {
    const struct AstNode *node;
    const struct AstNodes *generators;
    struct AstNode *element; /* or the key */
    struct AstNode *value;   /* of a dict */
    struct Scope *scope;
    enum Opcode build;       /* NOP: a generator */
    enum Opcode add;
};

static struct Comprehension describe(struct AstNode *node)
{
    switch (node->kind) {
    case AST_ListComp:
        return (struct Comprehension){node, &as_ListComp(node)->generators, as_ListComp(node)->elt, NULL,
                                      as_ListComp(node)->scope, OP_BUILD_LIST, OP_LIST_APPEND};
    case AST_SetComp:
        return (struct Comprehension){node, &as_SetComp(node)->generators, as_SetComp(node)->elt, NULL,
                                      as_SetComp(node)->scope, OP_BUILD_SET, OP_SET_ADD};
    case AST_DictComp:
        return (struct Comprehension){node, &as_DictComp(node)->generators, as_DictComp(node)->key,
                                      as_DictComp(node)->value, as_DictComp(node)->scope, OP_BUILD_DICT, OP_DICT_ADD};
    default:
        return (struct Comprehension){node, &as_GeneratorExp(node)->generators, as_GeneratorExp(node)->elt, NULL,
                                      as_GeneratorExp(node)->scope, OP_NOP, OP_NOP};
    }
}

/* ---- Loops ------------------------------------------------------------- */

static void compile_generators(struct Compiler *compiler, const struct Comprehension *what, size_t i, uint32_t depth);

/* `depth` iterators lie above what is built. */
static void add_element(struct Compiler *compiler, const struct Comprehension *what, uint32_t depth)
{
    compile_expression(compiler, what->element);
    struct SourceSpan span = span_of(what->element);
    if (what->value) {
        compile_expression(compiler, what->value);
        span = span_between(what->element, what->value);
    }
    if (what->build == OP_NOP) {
        emit(compiler, OP_YIELD, 0, span);
        emit(compiler, OP_RESUME, 1, span);
        emit(compiler, OP_POP_TOP, 0, span);
    } else {
        emit(compiler, what->add, depth + 1, span);
    }
}

static void compile_filters_and_rest(struct Compiler *compiler, const struct Comprehension *what, size_t i,
                                     uint32_t depth, struct Block *again)
{
    const struct Astcomprehension *generator = as_comprehension(what->generators->items[i]);
    for (size_t k = 0; k < generator->ifs.count; k++)
        compile_condition(compiler, generator->ifs.items[k], again, false);
    if (i + 1 < what->generators->count)
        compile_generators(compiler, what, i + 1, depth);
    else
        add_element(compiler, what, depth);
}

/* for x in [y]: an assignment in disguise; no loop. */
static struct AstNode *single_element(const struct Astcomprehension *generator, size_t i)
{
    const struct AstNodes *elements = NULL;
    if (generator->iter->kind == AST_List)
        elements = &as_List(generator->iter)->elts;
    else if (generator->iter->kind == AST_Tuple)
        elements = &as_Tuple(generator->iter)->elts;
    bool single = i > 0 && !generator->is_async && elements && elements->count == 1 &&
                  elements->items[0]->kind != AST_Starred;
    return single ? elements->items[0] : NULL;
}

static void compile_assignment(struct Compiler *compiler, const struct Comprehension *what, size_t i, uint32_t depth,
                               struct AstNode *element)
{
    struct Block *skip = new_block(compiler);
    compile_expression(compiler, element);
    compile_target(compiler, as_comprehension(what->generators->items[i])->target);
    compile_filters_and_rest(compiler, what, i, depth, skip);
    use_block(compiler, skip);
}

static void compile_loop(struct Compiler *compiler, const struct Comprehension *what, size_t i, uint32_t depth)
{
    const struct Astcomprehension *generator = as_comprehension(what->generators->items[i]);
    struct Block *start = new_block(compiler), *again = new_block(compiler), *end = new_block(compiler);
    struct SourceSpan span = span_of(generator->iter);
    use_block(compiler, start);
    emit_jump(compiler, OP_FOR_ITERATOR, end, span);
    compile_target(compiler, generator->target);
    compile_filters_and_rest(compiler, what, i, depth + 1, again);
    use_block(compiler, again);
    emit_jump(compiler, OP_JUMP, start, span_of(what->element));
    use_block(compiler, end);
}

static void compile_async_loop(struct Compiler *compiler, const struct Comprehension *what, size_t i, uint32_t depth)
{
    const struct Astcomprehension *generator = as_comprehension(what->generators->items[i]);
    struct Block *start = new_block(compiler), *again = new_block(compiler), *over = new_block(compiler);
    struct SourceSpan span = span_of(generator->iter);
    use_block(compiler, start);
    struct Handler *outer = push_handler(compiler, over, 0, false);
    emit(compiler, OP_GET_ASYNC_NEXT, 0, span);
    emit_delegation(compiler, true, span);
    compiler->unit->handler = outer;
    compile_target(compiler, generator->target);
    compile_filters_and_rest(compiler, what, i, depth + 1, again);
    use_block(compiler, again);
    emit_jump(compiler, OP_JUMP, start, span_of(what->element));
    use_block(compiler, over);
    emit(compiler, OP_END_ASYNC_FOR, 0, span);
}

static void emit_get_iterator(struct Compiler *compiler, const struct Astcomprehension *generator)
{
    emit(compiler, generator->is_async ? OP_GET_ASYNC_ITERATOR : OP_GET_ITERATOR, 0, span_of(generator->iter));
}

/* The i-th `for` and all after it; the outermost iterator is on the stack. */
static void compile_generators(struct Compiler *compiler, const struct Comprehension *what, size_t i, uint32_t depth)
{
    const struct Astcomprehension *generator = as_comprehension(what->generators->items[i]);
    if (!enter_node(compiler))
        return;
    struct AstNode *single = single_element(generator, i);
    if (single) {
        compile_assignment(compiler, what, i, depth, single);
        leave_node(compiler);
        return;
    }
    if (i > 0) {
        compile_iterable(compiler, generator->iter);
        emit_get_iterator(compiler, generator);
    }
    if (generator->is_async)
        compile_async_loop(compiler, what, i, depth);
    else
        compile_loop(compiler, what, i, depth);
    leave_node(compiler);
}

/* ---- Inlined ----------------------------------------------------------- */

static bool is_own_variable(const struct Symbol *symbol)
{
    return (symbol->resolution == SYMBOL_LOCAL || symbol->resolution == SYMBOL_CELL) && symbol->name->text[0] != '.';
}

static uint32_t own_slot(struct Compiler *compiler, const struct Symbol *symbol)
{
    struct Unit *unit = compiler->unit;
    if (symbol->resolution == SYMBOL_CELL)
        return name_number(compiler, &unit->cells, symbol->name) | CELL_MARK;
    return name_number(compiler, &unit->variables, symbol->name);
}

/* iterator → saved variables, iterator; returns how many. */
static uint32_t save_variables(struct Compiler *compiler, const struct Scope *scope, struct SourceSpan span)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < scope->symbol_count; i++) {
        const struct Symbol *symbol = &scope->symbols[i];
        if (!is_own_variable(symbol))
            continue;
        uint32_t slot = own_slot(compiler, symbol);
        emit(compiler, OP_LOAD_LOCAL_AND_CLEAR, slot, span);
        if (slot & CELL_MARK)
            emit(compiler, OP_MAKE_CELL, slot & ~(uint32_t)MARKS, span);
        count++;
    }
    if (count > 0)
        emit(compiler, OP_SWAP, count + 1, span);
    return count;
}

/* saved variables, result → result */
static void restore_variables(struct Compiler *compiler, const struct Scope *scope, uint32_t count,
                              struct SourceSpan span)
{
    if (count == 0)
        return;
    emit(compiler, OP_SWAP, count + 1, span);
    for (uint32_t i = scope->symbol_count; i-- > 0;)
        if (is_own_variable(&scope->symbols[i]))
            emit(compiler, OP_STORE_LOCAL_MAYBE, own_slot(compiler, &scope->symbols[i]), span);
}

static void compile_inlined(struct Compiler *compiler, const struct Comprehension *what)
{
    struct Unit *unit = compiler->unit;
    struct SourceSpan span = span_of(what->node);
    const struct Astcomprehension *outermost = as_comprehension(what->generators->items[0]);
    struct Block *failed = new_block(compiler), *end = new_block(compiler);
    compile_iterable(compiler, outermost->iter);
    emit_get_iterator(compiler, outermost);
    struct Scope *outer_scope = unit->inner;
    unit->inner = what->scope;
    unit->loops++;
    uint32_t saved = save_variables(compiler, what->scope, span);
    struct Handler *outer = unit->handler;
    if (saved > 0)
        push_handler(compiler, failed, 1, false);
    emit(compiler, what->build, 0, span);
    emit(compiler, OP_SWAP, 2, span);
    compile_generators(compiler, what, 0, 0);
    unit->handler = outer;
    if (saved > 0) {
        emit_jump(compiler, OP_JUMP, end, NO_SPAN);
        use_block(compiler, failed);
        restore_variables(compiler, what->scope, saved, span);
        emit(compiler, OP_RERAISE, 0, span);
        use_block(compiler, end);
        restore_variables(compiler, what->scope, saved, span);
    }
    unit->loops--;
    unit->inner = outer_scope;
}

/* ---- As functions ------------------------------------------------------ */

static OWNED Value comprehension_code(struct Compiler *compiler, const struct Comprehension *what)
{
    struct Unit unit;
    struct SourceSpan span = span_of(what->node);
    if (!unit_open(compiler, &unit, what->scope, (int32_t)what->node->span.line))
        return EMPTY;
    if (what->build != OP_NOP)
        emit(compiler, what->build, 0, span);
    emit(compiler, OP_LOAD_LOCAL_CHECK, 0, span_of(as_comprehension(what->generators->items[0])->iter));
    compile_generators(compiler, what, 0, 0);
    if (what->build == OP_NOP)
        emit(compiler, OP_LOAD_NONE, 0, span);
    emit(compiler, OP_RETURN, 0, span);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

static void compile_as_function(struct Compiler *compiler, const struct Comprehension *what)
{
    struct SourceSpan span = span_of(what->node);
    const struct Astcomprehension *outermost = as_comprehension(what->generators->items[0]);
    make_function(compiler, comprehension_code(compiler, what), what->scope, 0, span);
    compile_iterable(compiler, outermost->iter);
    emit_get_iterator(compiler, outermost);
    emit(compiler, OP_CALL, 0, span); /* the iterator is in the place of self */
    if (what->scope->is_coroutine && what->build != OP_NOP) {
        emit(compiler, OP_GET_AWAITABLE, 0, span);
        emit_delegation(compiler, true, span);
    }
}

void compile_comprehension(struct Compiler *compiler, struct AstNode *node)
{
    struct Comprehension what = describe(node);
    if (what.scope->is_inlined)
        compile_inlined(compiler, &what);
    else
        compile_as_function(compiler, &what);
}
