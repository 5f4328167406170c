/*
 * Truth: comparisons, `and`, `or`, and expressions that are only tested, which
 * become jumps without a Value in between.
 */
#include "vm/compiler/unit.h"

/* ---- Comparisons ------------------------------------------------------- */

void emit_comparison(struct Compiler *compiler, enum AstComparison operation, struct SourceSpan span)
{
    static const enum Comparison comparisons[] = {
        [AST_EQUAL] = COMPARE_EQ,      [AST_NOT_EQUAL] = COMPARE_NE, [AST_LESS] = COMPARE_LT,
        [AST_LESS_EQUAL] = COMPARE_LE, [AST_GREATER] = COMPARE_GT,   [AST_GREATER_EQUAL] = COMPARE_GE,
    };
    switch (operation) {
    case AST_IS:
    case AST_IS_NOT:
        emit(compiler, OP_IS, operation == AST_IS_NOT, span);
        return;
    case AST_IN:
    case AST_NOT_IN:
        emit(compiler, OP_CONTAINS, operation == AST_NOT_IN, span);
        return;
    default:
        emit(compiler, OP_COMPARE, comparisons[operation], span);
    }
}

/* The i-th right operand; what is only tested for membership, and not compared with the next, may become a constant. */
static void compile_comparator(struct Compiler *compiler, const struct AstCompare *node, size_t i)
{
    if ((node->ops.items[i] == AST_IN || node->ops.items[i] == AST_NOT_IN) && i == node->ops.count - 1)
        compile_iterable(compiler, node->comparators.items[i]);
    else
        compile_expression(compiler, node->comparators.items[i]);
}

/* All comparisons but the last; each that fails goes to `failed` with the right operand (and `keep`: the result). */
static void compile_chain(struct Compiler *compiler, const struct AstCompare *node, struct Block *failed, bool keep)
{
    struct SourceSpan span = span_of(&node->node);
    compile_expression(compiler, node->left);
    size_t last = node->ops.count - 1;
    for (size_t i = 0; i < last; i++) {
        compile_comparator(compiler, node, i);
        emit(compiler, OP_SWAP, 2, span);
        emit(compiler, OP_COPY, 2, span);
        emit_comparison(compiler, node->ops.items[i], span);
        emit_jump(compiler, keep ? OP_JUMP_IF_FALSE_KEEP : OP_JUMP_IF_FALSE, failed, span);
    }
    compile_comparator(compiler, node, last);
    emit_comparison(compiler, node->ops.items[last], span);
}

void compile_comparison(struct Compiler *compiler, struct AstNode *top)
{
    struct AstCompare *node = as_Compare(top);
    struct Block *failed = node->ops.count > 1 ? new_block(compiler) : NULL;
    compile_chain(compiler, node, failed, true);
    if (!failed)
        return;
    struct Block *end = new_block(compiler);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    use_block(compiler, failed);
    emit(compiler, OP_SWAP, 2, span_of(top));
    emit(compiler, OP_POP_TOP, 0, span_of(top));
    use_block(compiler, end);
}

/* ---- and, or ----------------------------------------------------------- */

void compile_bool_operation(struct Compiler *compiler, struct AstNode *top)
{
    struct AstBoolOp *node = as_BoolOp(top);
    bool is_and = node->op == AST_AND;
    struct Block *end = new_block(compiler);
    for (size_t i = 0; i + 1 < node->values.count; i++) {
        struct AstNode *value = node->values.items[i];
        int truth = fold_truth(compiler, value);
        if (truth >= 0 && truth == (is_and ? 1 : 0))
            continue; /* `1 and x` is x */
        compile_expression(compiler, value);
        emit_jump(compiler, truth >= 0 ? OP_JUMP : is_and ? OP_JUMP_IF_FALSE_KEEP : OP_JUMP_IF_TRUE_KEEP, end,
                  span_of(top));
    }
    compile_expression(compiler, node->values.items[node->values.count - 1]);
    use_block(compiler, end);
}

/* ---- Tests ------------------------------------------------------------- */

static void test_bool_operation(struct Compiler *compiler, const struct AstBoolOp *node, struct Block *target,
                                bool jump_when)
{
    bool is_or = node->op == AST_OR;
    size_t last = node->values.count - 1;
    /* What decides early: a true value of `or`, a false one of `and`. */
    struct Block *early = is_or != jump_when ? new_block(compiler) : target;
    for (size_t i = 0; i < last; i++)
        compile_condition(compiler, node->values.items[i], early, is_or);
    compile_condition(compiler, node->values.items[last], target, jump_when);
    if (early != target)
        use_block(compiler, early);
}

static void test_conditional(struct Compiler *compiler, const struct AstIfExp *node, struct Block *target,
                             bool jump_when)
{
    struct Block *otherwise = new_block(compiler), *end = new_block(compiler);
    compile_condition(compiler, node->test, otherwise, false);
    compile_condition(compiler, node->body, target, jump_when);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    use_block(compiler, otherwise);
    compile_condition(compiler, node->orelse, target, jump_when);
    use_block(compiler, end);
}

static void test_chain(struct Compiler *compiler, const struct AstCompare *node, struct Block *target, bool jump_when)
{
    struct SourceSpan span = span_of(&node->node);
    struct Block *failed = new_block(compiler), *end = new_block(compiler);
    compile_chain(compiler, node, failed, false);
    emit_jump(compiler, jump_when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, target, span);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    use_block(compiler, failed);
    emit(compiler, OP_POP_TOP, 0, span);
    if (!jump_when)
        emit_jump(compiler, OP_JUMP, target, NO_SPAN);
    use_block(compiler, end);
}

/* `x is None` needs no comparison. */
static bool test_none(struct Compiler *compiler, const struct AstCompare *node, struct Block *target, bool jump_when)
{
    if (node->ops.count != 1 || (node->ops.items[0] != AST_IS && node->ops.items[0] != AST_IS_NOT))
        return false;
    const struct AstNode *right = node->comparators.items[0];
    if (right->kind != AST_Constant || as_Constant(right)->value.kind != AST_CONSTANT_NONE)
        return false;
    compile_expression(compiler, node->left);
    bool jump_if_none = jump_when == (node->ops.items[0] == AST_IS);
    emit_jump(compiler, jump_if_none ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, target, span_of(&node->node));
    return true;
}

static bool test_comparison(struct Compiler *compiler, const struct AstCompare *node, struct Block *target,
                            bool jump_when)
{
    if (node->ops.count == 1)
        return test_none(compiler, node, target, jump_when);
    test_chain(compiler, node, target, jump_when);
    return true;
}

static bool test_kind(struct Compiler *compiler, struct AstNode *node, struct Block *target, bool jump_when)
{
    switch (node->kind) {
    case AST_UnaryOp:
        if (as_UnaryOp(node)->op != AST_NOT)
            return false;
        compile_condition(compiler, as_UnaryOp(node)->operand, target, !jump_when);
        return true;
    case AST_BoolOp:
        test_bool_operation(compiler, as_BoolOp(node), target, jump_when);
        return true;
    case AST_IfExp:
        test_conditional(compiler, as_IfExp(node), target, jump_when);
        return true;
    case AST_Compare:
        return test_comparison(compiler, as_Compare(node), target, jump_when);
    default:
        return false;
    }
}

/* Jumps to target when the expression's truth is jump_when, else goes on. */
void compile_condition(struct Compiler *compiler, struct AstNode *node, struct Block *target, bool jump_when)
{
    if (!enter_node(compiler))
        return;
    int truth = fold_truth(compiler, node);
    if (truth >= 0) {
        emit_line(compiler, span_of(node));
        if (truth == jump_when)
            emit_jump(compiler, OP_JUMP, target, span_of(node));
    } else if (!test_kind(compiler, node, target, jump_when)) {
        compile_expression(compiler, node);
        emit_jump(compiler, jump_when ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, target, span_of(node));
    }
    leave_node(compiler);
}
