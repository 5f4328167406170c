/*
 * Leaving blocks early: what return, break and continue undo on their way out
 * of loops, with, try and except, innermost first.
 */
#include "vm/compiler/unit.h"

void push_frame_block(struct Compiler *compiler, struct FrameBlock *block)
{
    block->outer = compiler->unit->frame_blocks;
    compiler->unit->frame_blocks = block;
}

void pop_frame_block(struct Compiler *compiler)
{
    if (compiler->unit->frame_blocks)
        compiler->unit->frame_blocks = compiler->unit->frame_blocks->outer;
}

/* exit(None, None, None) of a with block; exit is on the stack, its result stays there. */
void emit_exit_call(struct Compiler *compiler, struct SourceSpan span)
{
    for (int i = 0; i < 3; i++)
        emit(compiler, OP_LOAD_NONE, 0, span);
    emit(compiler, OP_CALL, 2, span); /* the first None is in the place of self */
}

/* Runs `finally` while a value to return may wait on the stack. */
static void unwind_finally(struct Compiler *compiler, const struct FrameBlock *block, bool keep_top)
{
    struct FrameBlock value = {.kind = FRAME_BLOCK_POP_VALUE};
    if (keep_top)
        push_frame_block(compiler, &value);
    compile_body(compiler, block->finally);
    if (keep_top)
        pop_frame_block(compiler);
}

static void unwind_with(struct Compiler *compiler, const struct FrameBlock *block, bool keep_top)
{
    if (keep_top)
        emit(compiler, OP_SWAP, 2, block->span);
    emit_exit_call(compiler, block->span);
    if (block->kind == FRAME_BLOCK_ASYNC_WITH) {
        emit(compiler, OP_GET_AWAITABLE, 2, block->span);
        emit_delegation(compiler, true, block->span);
    }
    emit(compiler, OP_POP_TOP, 0, block->span);
}

static void unbind(struct Compiler *compiler, const struct Identifier *name, struct SourceSpan span)
{
    emit(compiler, OP_LOAD_NONE, 0, span);
    compile_name(compiler, name, NAME_STORE, span);
    compile_name(compiler, name, NAME_DELETE, span);
}

static void unwind_handler(struct Compiler *compiler, const struct FrameBlock *block, bool keep_top,
                           struct SourceSpan span)
{
    if (keep_top)
        emit(compiler, OP_SWAP, 2, span);
    emit(compiler, OP_POP_EXCEPTION, 0, span);
    if (block->name)
        unbind(compiler, block->name, span);
}

/* Drops the Value below the top, or the top itself. */
static void drop(struct Compiler *compiler, bool keep_top, struct SourceSpan span)
{
    if (keep_top)
        emit(compiler, OP_SWAP, 2, span);
    emit(compiler, OP_POP_TOP, 0, span);
}

static void unwind_one(struct Compiler *compiler, const struct FrameBlock *block, bool keep_top,
                       struct SourceSpan *span)
{
    switch (block->kind) {
    case FRAME_BLOCK_WHILE:
        return;
    case FRAME_BLOCK_FOR:
    case FRAME_BLOCK_ASYNC_FOR:
    case FRAME_BLOCK_POP_VALUE:
        drop(compiler, keep_top, *span);
        return;
    case FRAME_BLOCK_TRY:
        compiler->unit->handler = block->outer_handler;
        return;
    case FRAME_BLOCK_FINALLY_TRY:
        compiler->unit->handler = block->outer_handler;
        unwind_finally(compiler, block, keep_top);
        *span = NO_SPAN;
        return;
    case FRAME_BLOCK_FINALLY_END:
        drop(compiler, keep_top, *span);
        compiler->unit->handler = block->outer_handler;
        unwind_handler(compiler, block, keep_top, *span);
        return;
    case FRAME_BLOCK_HANDLER:
        compiler->unit->handler = block->outer_handler;
        unwind_handler(compiler, block, keep_top, *span);
        return;
    case FRAME_BLOCK_WITH:
    case FRAME_BLOCK_ASYNC_WITH:
        compiler->unit->handler = block->outer_handler;
        unwind_with(compiler, block, keep_top);
        *span = NO_SPAN;
        return;
    }
}

static bool is_loop(const struct FrameBlock *block)
{
    return block->kind == FRAME_BLOCK_WHILE || block->kind == FRAME_BLOCK_FOR || block->kind == FRAME_BLOCK_ASYNC_FOR;
}

/*
 * Undoes the blocks up to the innermost loop (or all).  While one is undone
 * only those outside it are in force, for its `finally` may leave early itself.
 */
static struct FrameBlock *unwind(struct Compiler *compiler, bool to_loop, bool keep_top, struct SourceSpan *span)
{
    struct Unit *unit = compiler->unit;
    struct FrameBlock *innermost = unit->frame_blocks, *block = innermost;
    while (block && !compiler->failed && !(to_loop && is_loop(block))) {
        unit->frame_blocks = block->outer;
        unwind_one(compiler, block, keep_top, span);
        block = block->outer;
    }
    unit->frame_blocks = innermost;
    return block;
}

static bool is_constant_expression(struct Compiler *compiler, struct AstNode *node)
{
    if (node->kind == AST_Constant)
        return true;
    Value v = fold_constant(compiler, node);
    release(compiler->vm, v);
    return !is_absent(v);
}

void compile_return(struct Compiler *compiler, struct AstNode *node)
{
    struct AstNode *value = as_Return(node)->value;
    struct SourceSpan span = span_of(node);
    struct Handler *handler = compiler->unit->handler;
    bool keep_top = value && !is_constant_expression(compiler, value);
    if (keep_top)
        compile_expression(compiler, value);
    else
        emit_line(compiler, span);
    unwind(compiler, false, keep_top, &span);
    if (!value)
        emit(compiler, OP_LOAD_NONE, 0, span);
    else if (!keep_top) {
        compile_expression(compiler, value);
        relocate_last(compiler, span);
    }
    emit(compiler, OP_RETURN, 0, span);
    compiler->unit->handler = handler;
}

void compile_break(struct Compiler *compiler, struct AstNode *node)
{
    struct SourceSpan span = span_of(node);
    struct Handler *handler = compiler->unit->handler;
    emit_line(compiler, span);
    struct FrameBlock *loop = unwind(compiler, true, false, &span);
    if (!loop) {
        fail_syntax(compiler, node, "'break' outside loop");
        return;
    }
    struct FrameBlock *innermost = compiler->unit->frame_blocks;
    compiler->unit->frame_blocks = loop->outer;
    unwind_one(compiler, loop, false, &span);
    compiler->unit->frame_blocks = innermost;
    emit_jump(compiler, OP_JUMP, loop->exit, span);
    compiler->unit->handler = handler;
}

void compile_continue(struct Compiler *compiler, struct AstNode *node)
{
    struct SourceSpan span = span_of(node);
    struct Handler *handler = compiler->unit->handler;
    emit_line(compiler, span);
    struct FrameBlock *loop = unwind(compiler, true, false, &span);
    if (!loop) {
        fail_syntax(compiler, node, "'continue' not properly in loop");
        return;
    }
    emit_jump(compiler, OP_JUMP, loop->entry, span);
    compiler->unit->handler = handler;
}
