/*
 * try and with.  A protected range costs nothing until something is raised:
 * every instruction knows its handler, and assembly makes the table of ranges
 * from that.  `finally` is compiled once for each way out of its `try`.
 *
 * A handler starts with the exception on the stack (and below it, where
 * push_lasti says so, the index of the word that raised).
 */
#include "vm/compiler/unit.h"

/* ---- Parts that all handlers share ------------------------------------- */

/* [… previous lasti exception]: something was raised while an exception was being handled. */
static void emit_handler_failure(struct Compiler *compiler, struct Block *block)
{
    use_block(compiler, block);
    emit(compiler, OP_COPY, 3, NO_SPAN);
    emit(compiler, OP_POP_EXCEPTION, 0, NO_SPAN);
    emit(compiler, OP_RERAISE, 1, NO_SPAN);
}

static void forget_name(struct Compiler *compiler, const struct Identifier *name)
{
    if (!name)
        return;
    emit(compiler, OP_LOAD_NONE, 0, NO_SPAN);
    compile_name(compiler, name, NAME_STORE, NO_SPAN);
    compile_name(compiler, name, NAME_DELETE, NO_SPAN);
}

/* ---- except ------------------------------------------------------------ */

/* [previous exception]; `raised` protects all except clauses, `outer` what comes after them. */
static void compile_clause_body(struct Compiler *compiler, const struct AstExceptHandler *clause,
                                struct Handler *raised, struct Handler *outer, struct Block *end)
{
    struct FrameBlock block = {.kind = FRAME_BLOCK_HANDLER, .outer_handler = outer, .name = clause->name};
    struct Block *failed = clause->name ? new_block(compiler) : NULL;
    if (failed) {
        compile_name(compiler, clause->name, NAME_STORE, span_of(&clause->node));
        push_handler(compiler, failed, 0, true);
    } else {
        emit(compiler, OP_POP_TOP, 0, span_of(&clause->node));
    }
    push_frame_block(compiler, &block);
    compile_body(compiler, &clause->body);
    pop_frame_block(compiler);
    compiler->unit->handler = outer;
    emit(compiler, OP_POP_EXCEPTION, 0, NO_SPAN);
    forget_name(compiler, clause->name);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    compiler->unit->handler = raised;
    if (failed) {
        use_block(compiler, failed);
        forget_name(compiler, clause->name);
        emit(compiler, OP_RERAISE, 1, NO_SPAN);
    }
}

static void compile_clauses(struct Compiler *compiler, const struct AstTry *node, struct Handler *outer,
                            struct Block *end)
{
    struct Handler *raised = compiler->unit->handler;
    for (size_t i = 0; i < node->handlers.count && !compiler->failed; i++) {
        struct AstExceptHandler *clause = as_ExceptHandler(node->handlers.items[i]);
        struct Block *next = new_block(compiler);
        if (!clause->type && i + 1 < node->handlers.count) {
            fail_syntax(compiler, &clause->node, "default 'except:' must be last");
            return;
        }
        if (clause->type) {
            compile_expression(compiler, clause->type);
            emit(compiler, OP_MATCH_EXCEPTION, 0, span_of(&clause->node));
            emit_jump(compiler, OP_JUMP_IF_FALSE, next, span_of(&clause->node));
        }
        compile_clause_body(compiler, clause, raised, outer, end);
        use_block(compiler, next);
    }
    emit(compiler, OP_RERAISE, 0, NO_SPAN);
}

static void compile_try_body(struct Compiler *compiler, const struct AstTry *node, struct Block *except,
                             struct Block *end)
{
    struct Handler *outer = push_handler(compiler, except, 0, false);
    struct FrameBlock block = {.kind = FRAME_BLOCK_TRY, .outer_handler = outer};
    push_frame_block(compiler, &block);
    compile_body(compiler, &node->body);
    pop_frame_block(compiler);
    compiler->unit->handler = outer;
    compile_body(compiler, &node->orelse);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    use_block(compiler, except);
}

static void compile_try_except(struct Compiler *compiler, const struct AstTry *node)
{
    struct Block *except = new_block(compiler), *failed = new_block(compiler), *end = new_block(compiler);
    compile_try_body(compiler, node, except, end);
    struct Handler *outer = push_handler(compiler, failed, 0, true);
    struct FrameBlock block = {.kind = FRAME_BLOCK_TRY, .outer_handler = outer};
    push_frame_block(compiler, &block);
    emit(compiler, OP_PUSH_EXCEPTION, 0, NO_SPAN);
    compile_clauses(compiler, node, outer, end);
    pop_frame_block(compiler);
    compiler->unit->handler = outer;
    emit_handler_failure(compiler, failed);
    use_block(compiler, end);
}

/* ---- except* ----------------------------------------------------------- */

/* [previous original raised rest match] → [previous original raised rest]; what the body raises joins the list. */
static void compile_star_body(struct Compiler *compiler, const struct AstExceptHandler *clause,
                              struct Handler *outer, struct Block *next)
{
    struct Block *failed = new_block(compiler);
    struct Handler *raised = compiler->unit->handler;
    struct FrameBlock block = {.kind = FRAME_BLOCK_HANDLER, .outer_handler = outer, .name = clause->name};
    if (clause->name)
        compile_name(compiler, clause->name, NAME_STORE, span_of(&clause->node));
    else
        emit(compiler, OP_POP_TOP, 0, span_of(&clause->node));
    push_handler(compiler, failed, 0, true);
    push_frame_block(compiler, &block);
    compile_body(compiler, &clause->body);
    pop_frame_block(compiler);
    compiler->unit->handler = raised;
    forget_name(compiler, clause->name);
    emit_jump(compiler, OP_JUMP, next, NO_SPAN);
    use_block(compiler, failed); /* [… raised rest lasti exception] */
    forget_name(compiler, clause->name);
    emit(compiler, OP_LIST_APPEND, 3, NO_SPAN);
    emit(compiler, OP_POP_TOP, 0, NO_SPAN);
    emit_jump(compiler, OP_JUMP, next, NO_SPAN);
}

static void compile_star_clauses(struct Compiler *compiler, const struct AstTry *node, struct Handler *outer)
{
    struct SourceSpan span = span_of(node->handlers.items[0]);
    emit(compiler, OP_BUILD_LIST, 0, span);
    emit(compiler, OP_COPY, 2, span);
    for (size_t i = 0; i < node->handlers.count && !compiler->failed; i++) {
        struct AstExceptHandler *clause = as_ExceptHandler(node->handlers.items[i]);
        struct Block *no_match = new_block(compiler), *next = new_block(compiler);
        compile_expression(compiler, clause->type);
        emit(compiler, OP_MATCH_EXCEPTION_GROUP, 0, span_of(&clause->node));
        emit(compiler, OP_COPY, 1, span_of(&clause->node));
        emit_jump(compiler, OP_JUMP_IF_NONE, no_match, span_of(&clause->node));
        compile_star_body(compiler, clause, outer, next);
        use_block(compiler, no_match);
        emit(compiler, OP_POP_TOP, 0, span_of(&clause->node));
        use_block(compiler, next);
    }
    emit(compiler, OP_LIST_APPEND, 1, NOWHERE); /* what no clause took */
}

static void compile_try_star(struct Compiler *compiler, const struct AstTry *node)
{
    struct Block *except = new_block(compiler), *failed = new_block(compiler), *end = new_block(compiler);
    struct Block *reraise = new_block(compiler);
    compile_try_body(compiler, node, except, end);
    struct Handler *outer = push_handler(compiler, failed, 0, true);
    struct FrameBlock block = {.kind = FRAME_BLOCK_TRY, .outer_handler = outer};
    push_frame_block(compiler, &block);
    emit(compiler, OP_PUSH_EXCEPTION, 0, NO_SPAN);
    compile_star_clauses(compiler, node, outer);
    pop_frame_block(compiler);
    emit(compiler, OP_PREPARE_RERAISE_STAR, 0, NOWHERE);
    emit(compiler, OP_COPY, 1, NOWHERE);
    emit_jump(compiler, OP_JUMP_IF_NOT_NONE, reraise, NOWHERE);
    emit(compiler, OP_POP_TOP, 0, NOWHERE);
    compiler->unit->handler = outer;
    emit(compiler, OP_POP_EXCEPTION, 0, NOWHERE);
    emit_jump(compiler, OP_JUMP, end, NOWHERE);
    use_block(compiler, reraise);
    emit(compiler, OP_SWAP, 2, NOWHERE);
    emit(compiler, OP_POP_EXCEPTION, 0, NOWHERE);
    emit(compiler, OP_RERAISE, 0, NOWHERE);
    emit_handler_failure(compiler, failed);
    use_block(compiler, end);
}

/* ---- finally ----------------------------------------------------------- */

static void compile_handled(struct Compiler *compiler, const struct AstTry *node)
{
    if (node->handlers.count == 0)
        compile_body(compiler, &node->body);
    else if (node->node.kind == AST_TryStar)
        compile_try_star(compiler, node);
    else
        compile_try_except(compiler, node);
}

/* The finally that runs with an exception in hand and raises it again. */
static void compile_finally_handler(struct Compiler *compiler, const struct AstTry *node, struct Block *raised)
{
    struct Block *failed = new_block(compiler);
    use_block(compiler, raised);
    struct Handler *outer = push_handler(compiler, failed, 0, true);
    struct FrameBlock block = {.kind = FRAME_BLOCK_FINALLY_END, .outer_handler = outer};
    push_frame_block(compiler, &block);
    emit(compiler, OP_PUSH_EXCEPTION, 0, NO_SPAN);
    compile_body(compiler, &node->finalbody);
    pop_frame_block(compiler);
    emit(compiler, OP_RERAISE, 0, NOWHERE);
    compiler->unit->handler = outer;
    emit_handler_failure(compiler, failed);
}

static void compile_try_finally(struct Compiler *compiler, const struct AstTry *node)
{
    struct Block *raised = new_block(compiler), *end = new_block(compiler);
    struct Handler *outer = push_handler(compiler, raised, 0, false);
    struct FrameBlock block = {.kind = FRAME_BLOCK_FINALLY_TRY, .outer_handler = outer, .finally = &node->finalbody};
    push_frame_block(compiler, &block);
    compile_handled(compiler, node);
    pop_frame_block(compiler);
    compiler->unit->handler = outer;
    compile_body(compiler, &node->finalbody);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    compile_finally_handler(compiler, node, raised);
    use_block(compiler, end);
}

void compile_try(struct Compiler *compiler, struct AstNode *top)
{
    /* Try and TryStar have the same fields. */
    const struct AstTry *node = (const struct AstTry *)(const void *)top;
    emit_line(compiler, span_of_line((int32_t)top->span.line));
    if (node->finalbody.count > 0)
        compile_try_finally(compiler, node);
    else
        compile_handled(compiler, node);
}

/* ---- with -------------------------------------------------------------- */

/* [exit lasti exception]: asks exit whether to suppress the exception. */
static void compile_with_handler(struct Compiler *compiler, struct Block *raised, struct Block *end, bool is_async,
                                 struct SourceSpan span)
{
    struct Block *failed = new_block(compiler), *suppress = new_block(compiler);
    use_block(compiler, raised);
    struct Handler *outer = push_handler(compiler, failed, 0, true);
    emit(compiler, OP_PUSH_EXCEPTION, 0, span);
    emit(compiler, OP_CALL_EXIT, 0, span);
    if (is_async) {
        emit(compiler, OP_GET_AWAITABLE, 2, span);
        emit_delegation(compiler, true, span);
    }
    emit_jump(compiler, OP_JUMP_IF_TRUE, suppress, span);
    emit(compiler, OP_RERAISE, 2, span);
    use_block(compiler, suppress);
    emit(compiler, OP_POP_TOP, 0, span);
    compiler->unit->handler = outer;
    emit(compiler, OP_POP_EXCEPTION, 0, span);
    emit(compiler, OP_POP_TOP, 0, span);
    emit(compiler, OP_POP_TOP, 0, span);
    emit_jump(compiler, OP_JUMP, end, span);
    emit_handler_failure(compiler, failed);
}

static void enter_manager(struct Compiler *compiler, const struct Astwithitem *item, bool is_async)
{
    struct SourceSpan span = span_of(item->context_expr);
    compile_expression(compiler, item->context_expr);
    emit(compiler, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH, 0, span);
    if (is_async) {
        emit(compiler, OP_GET_AWAITABLE, 1, span);
        emit_delegation(compiler, true, span);
    }
}

static void leave_manager(struct Compiler *compiler, bool is_async, struct SourceSpan span)
{
    emit_exit_call(compiler, span);
    if (is_async) {
        emit(compiler, OP_GET_AWAITABLE, 2, span);
        emit_delegation(compiler, true, span);
    }
    emit(compiler, OP_POP_TOP, 0, span);
}

/* The item at `position` around those after it and the body. */
void compile_with(struct Compiler *compiler, const struct AstNode *node, const struct AstNodes *items, size_t position,
                  const struct AstNodes *body, bool is_async)
{
    if (!enter_node(compiler))
        return;
    struct Astwithitem *item = as_withitem(items->items[position]);
    struct SourceSpan span = span_of(item->context_expr);
    struct Block *raised = new_block(compiler), *end = new_block(compiler);
    enter_manager(compiler, item, is_async);
    struct Handler *outer = push_handler(compiler, raised, 1, true);
    struct FrameBlock block = {.kind = is_async ? FRAME_BLOCK_ASYNC_WITH : FRAME_BLOCK_WITH,
                               .outer_handler = outer,
                               .span = span};
    push_frame_block(compiler, &block);
    if (item->optional_vars)
        compile_target(compiler, item->optional_vars);
    else
        emit(compiler, OP_POP_TOP, 0, span);
    if (position + 1 < items->count)
        compile_with(compiler, node, items, position + 1, body, is_async);
    else
        compile_body(compiler, body);
    pop_frame_block(compiler);
    compiler->unit->handler = outer;
    leave_manager(compiler, is_async, span);
    emit_jump(compiler, OP_JUMP, end, span);
    compile_with_handler(compiler, raised, end, is_async, span);
    use_block(compiler, end);
    leave_node(compiler);
}
