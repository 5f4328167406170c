/*
 * Statements.  `elif` chains are followed in a loop; the rest recurses under
 * guard.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- Simple statements ------------------------------------------------- */

static void compile_expression_statement(struct Compiler *compiler, const struct AstExpr *node)
{
    struct SourceSpan span = span_of(&node->node);
    if (compiler->mode == EVAL_INTERACTIVE && !compiler->unit->outer) {
        compile_expression(compiler, node->value);
        emit(compiler, OP_PRINT_EXPRESSION, 0, span);
    } else if (node->value->kind == AST_Constant) {
        emit(compiler, OP_NOP, 0, span);
    } else {
        compile_expression(compiler, node->value);
        emit(compiler, OP_POP_TOP, 0, NO_SPAN);
    }
}

/* Elements of an unpacking that needs no tuple in between: `a, b = b, a`; NULL: it needs one. */
static const struct AstNodes *exchanged(const struct AstAssign *node)
{
    if (node->targets.count != 1 || node->value->kind != AST_Tuple || node->targets.items[0]->kind != AST_Tuple)
        return NULL;
    const struct AstNodes *targets = &as_Tuple(node->targets.items[0])->elts;
    const struct AstNodes *values = &as_Tuple(node->value)->elts;
    if (targets->count != values->count || targets->count < 2 || targets->count > 3)
        return NULL;
    for (size_t i = 0; i < targets->count; i++)
        if (targets->items[i]->kind == AST_Starred || values->items[i]->kind == AST_Starred)
            return NULL;
    return targets;
}

static bool compile_exchange(struct Compiler *compiler, const struct AstAssign *node)
{
    const struct AstNodes *targets = exchanged(node);
    if (!targets)
        return false;
    const struct AstNodes *values = &as_Tuple(node->value)->elts;
    for (size_t i = 0; i < values->count; i++)
        compile_expression(compiler, values->items[i]);
    emit(compiler, OP_SWAP, (uint32_t)values->count, span_of(node->value));
    for (size_t i = 0; i < targets->count; i++)
        compile_target(compiler, targets->items[i]);
    return true;
}

static void compile_assignment(struct Compiler *compiler, const struct AstAssign *node)
{
    if (compile_exchange(compiler, node))
        return;
    compile_expression(compiler, node->value);
    for (size_t i = 0; i < node->targets.count; i++) {
        if (i + 1 < node->targets.count)
            emit(compiler, OP_COPY, 1, span_of(&node->node));
        compile_target(compiler, node->targets.items[i]);
    }
}

static void compile_raise(struct Compiler *compiler, const struct AstRaise *node)
{
    if (node->exc)
        compile_expression(compiler, node->exc);
    if (node->cause)
        compile_expression(compiler, node->cause);
    emit(compiler, OP_RAISE, (node->exc != NULL) + (node->cause != NULL), span_of(&node->node));
}

static void compile_assert(struct Compiler *compiler, const struct AstAssert *node)
{
    if (compiler->optimize)
        return;
    struct Block *end = new_block(compiler);
    compile_condition(compiler, node->test, end, true);
    emit(compiler, OP_LOAD_ASSERTION_ERROR, 0, span_of(&node->node));
    if (node->msg) {
        compile_expression(compiler, node->msg);
        emit(compiler, OP_CALL, 0, span_of(&node->node));
    }
    emit(compiler, OP_RAISE, 1, span_of(node->test));
    use_block(compiler, end);
}

/* ---- Imports ----------------------------------------------------------- */

/* The dotted name's piece that begins at *text; moves *text behind its dot, to NULL after the last. */
static const struct Identifier *next_part(struct Compiler *compiler, const char **text)
{
    const char *dot = strchr(*text, '.');
    size_t length = dot ? (size_t)(dot - *text) : strlen(*text);
    const struct Identifier *part = compiler->failed ? NULL : arena_intern(compiler->arena, *text, length);
    if (!part)
        fail_memory(compiler);
    *text = dot ? dot + 1 : NULL;
    return part;
}

/* import a.b.c as d: binds the innermost module. */
static void bind_imported_as(struct Compiler *compiler, const struct Astalias *alias, struct SourceSpan span)
{
    const char *rest = alias->name->text;
    next_part(compiler, &rest);
    bool dotted = rest != NULL;
    while (rest && !compiler->failed) {
        emit_name(compiler, OP_IMPORT_FROM, next_part(compiler, &rest), span);
        if (rest) {
            emit(compiler, OP_SWAP, 2, span);
            emit(compiler, OP_POP_TOP, 0, span);
        }
    }
    compile_name(compiler, alias->asname, NAME_STORE, span);
    if (dotted)
        emit(compiler, OP_POP_TOP, 0, span);
}

static void compile_import(struct Compiler *compiler, const struct AstImport *node)
{
    struct SourceSpan span = span_of(&node->node);
    for (size_t i = 0; i < node->names.count && !compiler->failed; i++) {
        const struct Astalias *alias = as_alias(node->names.items[i]);
        emit(compiler, OP_LOAD_SMALL_INT, 0, span);
        emit(compiler, OP_LOAD_NONE, 0, span);
        emit_name(compiler, OP_IMPORT_NAME, alias->name, span);
        if (alias->asname) {
            bind_imported_as(compiler, alias, span);
        } else {
            const char *rest = alias->name->text;
            const struct Identifier *first = next_part(compiler, &rest);
            if (first)
                compile_name(compiler, first, NAME_STORE, span);
        }
    }
}

static void emit_from_list(struct Compiler *compiler, const struct AstImportFrom *node, struct SourceSpan span)
{
    struct Interpreter *vm = compiler->vm;
    Value names = compiler->failed ? EMPTY : tuple_new_empty(vm, node->names.count);
    for (size_t i = 0; i < node->names.count && !is_empty(names); i++) {
        Value name = identifier_value(compiler, as_alias(node->names.items[i])->name);
        if (is_empty(name)) {
            release(vm, names);
            return;
        }
        slot_init(vm, as_tuple(names), &as_tuple(names)->items[i], name);
    }
    emit_constant(compiler, names, span);
}

static void compile_import_from(struct Compiler *compiler, const struct AstImportFrom *node)
{
    struct SourceSpan span = span_of(&node->node);
    emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)node->level, span);
    emit_from_list(compiler, node, span);
    emit_name(compiler, OP_IMPORT_NAME, node->module ? node->module : identifier(compiler, ""), span);
    for (size_t i = 0; i < node->names.count && !compiler->failed; i++) {
        const struct Astalias *alias = as_alias(node->names.items[i]);
        if (i == 0 && strcmp(alias->name->text, "*") == 0) {
            emit(compiler, OP_IMPORT_STAR, 0, span);
            return;
        }
        emit_name(compiler, OP_IMPORT_FROM, mangle(compiler, alias->name), span);
        compile_name(compiler, alias->asname ? alias->asname : alias->name, NAME_STORE, span);
    }
    emit(compiler, OP_POP_TOP, 0, span);
}

/* ---- Branches and loops ------------------------------------------------ */

static void compile_if(struct Compiler *compiler, const struct AstIf *node)
{
    struct Block *end = new_block(compiler);
    while (!compiler->failed) {
        struct Block *otherwise = node->orelse.count > 0 ? new_block(compiler) : end;
        compile_condition(compiler, node->test, otherwise, false);
        compile_body(compiler, &node->body);
        if (otherwise == end)
            break;
        emit_jump(compiler, OP_JUMP, end, NO_SPAN);
        use_block(compiler, otherwise);
        if (node->orelse.count != 1 || node->orelse.items[0]->kind != AST_If) {
            compile_body(compiler, &node->orelse);
            break;
        }
        node = as_If(node->orelse.items[0]);
    }
    use_block(compiler, end);
}

static void compile_while(struct Compiler *compiler, const struct AstWhile *node)
{
    struct Block *loop = new_block(compiler), *anchor = new_block(compiler), *end = new_block(compiler);
    struct FrameBlock block = {.kind = FRAME_BLOCK_WHILE, .entry = loop, .exit = end};
    use_block(compiler, loop);
    push_frame_block(compiler, &block);
    compiler->unit->loops++;
    compile_condition(compiler, node->test, anchor, false);
    compile_body(compiler, &node->body);
    emit_jump(compiler, OP_JUMP, loop, NO_SPAN);
    compiler->unit->loops--;
    pop_frame_block(compiler);
    use_block(compiler, anchor);
    compile_body(compiler, &node->orelse);
    use_block(compiler, end);
}

static void compile_for(struct Compiler *compiler, const struct AstFor *node)
{
    struct Block *start = new_block(compiler), *anchor = new_block(compiler), *end = new_block(compiler);
    struct FrameBlock block = {.kind = FRAME_BLOCK_FOR, .entry = start, .exit = end};
    compile_iterable(compiler, node->iter);
    emit(compiler, OP_GET_ITERATOR, 0, span_of(node->iter));
    use_block(compiler, start);
    push_frame_block(compiler, &block);
    compiler->unit->loops++;
    emit_jump(compiler, OP_FOR_ITERATOR, anchor, span_of(node->iter));
    compile_target(compiler, node->target);
    compile_body(compiler, &node->body);
    emit_jump(compiler, OP_JUMP, start, NO_SPAN);
    compiler->unit->loops--;
    pop_frame_block(compiler);
    use_block(compiler, anchor);
    compile_body(compiler, &node->orelse);
    use_block(compiler, end);
}

static void compile_async_for(struct Compiler *compiler, const struct AstAsyncFor *node)
{
    struct Block *start = new_block(compiler), *over = new_block(compiler), *end = new_block(compiler);
    struct FrameBlock block = {.kind = FRAME_BLOCK_ASYNC_FOR, .entry = start, .exit = end};
    struct SourceSpan span = span_of(node->iter);
    compile_expression(compiler, node->iter);
    emit(compiler, OP_GET_ASYNC_ITERATOR, 0, span);
    use_block(compiler, start);
    push_frame_block(compiler, &block);
    compiler->unit->loops++;
    struct Handler *outer = push_handler(compiler, over, 0, false);
    emit(compiler, OP_GET_ASYNC_NEXT, 0, span_of(&node->node));
    emit_delegation(compiler, true, span_of(&node->node));
    compiler->unit->handler = outer;
    compile_target(compiler, node->target);
    compile_body(compiler, &node->body);
    emit_jump(compiler, OP_JUMP, start, NO_SPAN);
    compiler->unit->loops--;
    pop_frame_block(compiler);
    use_block(compiler, over);
    emit(compiler, OP_END_ASYNC_FOR, 0, span);
    compile_body(compiler, &node->orelse);
    use_block(compiler, end);
}

/* ---- Dispatch ---------------------------------------------------------- */

static void compile_compound(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_If:
        compile_if(compiler, as_If(node));
        return;
    case AST_While:
        compile_while(compiler, as_While(node));
        return;
    case AST_For:
        compile_for(compiler, as_For(node));
        return;
    case AST_AsyncFor:
        compile_async_for(compiler, as_AsyncFor(node));
        return;
    case AST_With:
        compile_with(compiler, node, &as_With(node)->items, 0, &as_With(node)->body, false);
        return;
    case AST_AsyncWith:
        compile_with(compiler, node, &as_AsyncWith(node)->items, 0, &as_AsyncWith(node)->body, true);
        return;
    case AST_Try:
    case AST_TryStar:
        compile_try(compiler, node);
        return;
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
        compile_function(compiler, node);
        return;
    case AST_ClassDef:
        compile_class(compiler, node);
        return;
    case AST_Match:
        compile_match(compiler, node);
        return;
    case AST_TypeAlias:
        compile_type_alias(compiler, node);
        return;
    default:
        fail_syntax(compiler, node, "this statement is not supported yet");
    }
}

static void compile_simple(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Expr:
        compile_expression_statement(compiler, as_Expr(node));
        return;
    case AST_Assign:
        compile_assignment(compiler, as_Assign(node));
        return;
    case AST_AugAssign:
        compile_augmented(compiler, node);
        return;
    case AST_AnnAssign:
        compile_annotated(compiler, node);
        return;
    case AST_Delete:
        for (size_t i = 0; i < as_Delete(node)->targets.count; i++)
            compile_delete(compiler, as_Delete(node)->targets.items[i]);
        return;
    case AST_Return:
        compile_return(compiler, node);
        return;
    case AST_Raise:
        compile_raise(compiler, as_Raise(node));
        return;
    case AST_Assert:
        compile_assert(compiler, as_Assert(node));
        return;
    case AST_Import:
        compile_import(compiler, as_Import(node));
        return;
    case AST_ImportFrom:
        compile_import_from(compiler, as_ImportFrom(node));
        return;
    default:
        compile_compound(compiler, node);
    }
}

void compile_statement(struct Compiler *compiler, struct AstNode *node)
{
    if (!enter_node(compiler))
        return;
    switch (node->kind) {
    case AST_Pass:
        emit(compiler, OP_NOP, 0, span_of(node));
        break;
    case AST_Break:
        compile_break(compiler, node);
        break;
    case AST_Continue:
        compile_continue(compiler, node);
        break;
    case AST_Global:
    case AST_Nonlocal:
        break;
    default:
        compile_simple(compiler, node);
    }
    leave_node(compiler);
}

void compile_body(struct Compiler *compiler, const struct AstNodes *body)
{
    for (size_t i = 0; i < body->count && !compiler->failed; i++)
        compile_statement(compiler, body->items[i]);
}
