/*
 * Expressions: each leaves exactly one Value on the operand stack.  Positions
 * are those CPython gives its instructions, for the carets in tracebacks.
 */
#include "vm/compiler/unit.h"

#include "runtime/sequence.h"

/* ---- Operators --------------------------------------------------------- */

static const enum BinaryOperation binary_operations[] = {
    [AST_ADD] = BINARY_ADD,
    [AST_SUBTRACT] = BINARY_SUBTRACT,
    [AST_MULTIPLY] = BINARY_MULTIPLY,
    [AST_MATRIX_MULTIPLY] = BINARY_MATRIX_MULTIPLY,
    [AST_DIVIDE] = BINARY_TRUE_DIVIDE,
    [AST_MODULO] = BINARY_MODULO,
    [AST_POWER] = BINARY_POWER,
    [AST_LEFT_SHIFT] = BINARY_LEFT_SHIFT,
    [AST_RIGHT_SHIFT] = BINARY_RIGHT_SHIFT,
    [AST_BIT_OR] = BINARY_OR,
    [AST_BIT_XOR] = BINARY_XOR,
    [AST_BIT_AND] = BINARY_AND,
    [AST_FLOOR_DIVIDE] = BINARY_FLOOR_DIVIDE,
};

void emit_binary(struct Compiler *compiler, enum AstOperator operation, bool in_place, struct SourceSpan span)
{
    if (in_place)
        emit(compiler, OP_IN_PLACE, binary_operations[operation], span);
    else if (operation == AST_ADD)
        emit(compiler, OP_ADD, 0, span);
    else if (operation == AST_SUBTRACT)
        emit(compiler, OP_SUBTRACT, 0, span);
    else if (operation == AST_MULTIPLY)
        emit(compiler, OP_MULTIPLY, 0, span);
    else
        emit(compiler, OP_BINARY, binary_operations[operation], span);
}

/* Follows left operands without recursion. */
static void compile_binary(struct Compiler *compiler, struct AstNode *top)
{
    if (compile_percent_format(compiler, top))
        return;
    size_t depth = 0;
    bool done = false;
    struct AstNode *node = top;
    for (; node->kind == AST_BinOp && !is_percent_format(node); node = as_BinOp(node)->left) {
        Value v = node == top ? VALUE_ABSENT : fold_constant(compiler, node); /* the top is known not to be constant */
        if (!is_absent(v)) {
            emit_literal(compiler, v, span_of(node));
            done = true;
            break;
        }
        depth++;
    }
    struct AstNode **chain = compiler_allocate(compiler, depth, sizeof *chain);
    if (!chain)
        return;
    if (!done)
        compile_expression(compiler, node);
    node = top;
    for (size_t i = 0; i < depth; i++, node = as_BinOp(node)->left)
        chain[i] = node;
    for (size_t i = depth; i-- > 0 && !compiler->failed;) {
        compile_expression(compiler, as_BinOp(chain[i])->right);
        emit_binary(compiler, as_BinOp(chain[i])->op, false, span_of(chain[i]));
    }
}

/* not (a in b) is a not in b. */
static bool compile_negated_comparison(struct Compiler *compiler, const struct AstUnaryOp *node)
{
    if (node->op != AST_NOT || node->operand->kind != AST_Compare)
        return false;
    struct AstCompare *comparison = as_Compare(node->operand);
    if (comparison->ops.count != 1 || comparison->ops.items[0] < AST_IS)
        return false;
    static const enum AstComparison opposite[] = {
        [AST_IS] = AST_IS_NOT, [AST_IS_NOT] = AST_IS, [AST_IN] = AST_NOT_IN, [AST_NOT_IN] = AST_IN};
    enum AstComparison operation = comparison->ops.items[0];
    comparison->ops.items[0] = opposite[operation];
    compile_comparison(compiler, node->operand);
    comparison->ops.items[0] = operation;
    return true;
}

static void compile_unary(struct Compiler *compiler, const struct AstUnaryOp *node)
{
    static const enum Opcode opcodes[] = {[AST_INVERT] = OP_UNARY_INVERT,
                                          [AST_NOT] = OP_UNARY_NOT,
                                          [AST_PLUS] = OP_UNARY_POSITIVE,
                                          [AST_MINUS] = OP_UNARY_NEGATIVE};
    if (compile_negated_comparison(compiler, node))
        return;
    compile_expression(compiler, node->operand);
    emit(compiler, opcodes[node->op], 0, span_of(&node->node));
}

static void compile_conditional(struct Compiler *compiler, const struct AstIfExp *node)
{
    struct Block *otherwise = new_block(compiler), *end = new_block(compiler);
    compile_condition(compiler, node->test, otherwise, false);
    compile_expression(compiler, node->body);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    use_block(compiler, otherwise);
    compile_expression(compiler, node->orelse);
    use_block(compiler, end);
}

static void compile_walrus(struct Compiler *compiler, const struct AstNamedExpr *node)
{
    compile_expression(compiler, node->value);
    emit(compiler, OP_COPY, 1, span_of(&node->node));
    compile_target(compiler, node->target);
}

/* ---- Attributes and items ---------------------------------------------- */

/* An attribute that begins on an earlier line than its name is placed at its name. */
struct SourceSpan attribute_span(const struct AstNode *attribute, struct SourceSpan span)
{
    int32_t end_line = (int32_t)attribute->span.end_line, end_column = (int32_t)attribute->span.end_column;
    if (span.line == end_line)
        return span;
    const struct Identifier *name = as_Attribute(attribute)->attr;
    int32_t length = 0; /* in characters, as CPython has it */
    for (uint32_t i = 0; i < name->length; i++)
        length += ((unsigned char)name->text[i] & 0xc0) != 0x80;
    span.line = end_line;
    span.column = length <= end_column ? end_column - length : -1;
    return span;
}

static void compile_attribute(struct Compiler *compiler, struct AstNode *node)
{
    struct AstAttribute *attribute = as_Attribute(node);
    if (compile_super_attribute(compiler, node, false))
        return;
    compile_expression(compiler, attribute->value);
    emit_name(compiler, OP_LOAD_ATTRIBUTE, mangle(compiler, attribute->attr), attribute_span(node, span_of(node)));
}

bool is_two_part_slice(const struct AstNode *node)
{
    return node->kind == AST_Slice && !as_Slice(node)->step;
}

static void compile_bound(struct Compiler *compiler, struct AstNode *bound, struct SourceSpan span)
{
    if (bound)
        compile_expression(compiler, bound);
    else
        emit(compiler, OP_LOAD_NONE, 0, span);
}

void compile_slice_bounds(struct Compiler *compiler, struct AstNode *node)
{
    struct AstSlice *slice = as_Slice(node);
    compile_bound(compiler, slice->lower, span_of(node));
    compile_bound(compiler, slice->upper, span_of(node));
    if (slice->step)
        compile_expression(compiler, slice->step);
}

static void compile_slice(struct Compiler *compiler, struct AstNode *node)
{
    compile_slice_bounds(compiler, node);
    emit(compiler, OP_BUILD_SLICE, as_Slice(node)->step ? 3 : 2, span_of(node));
}

static void compile_subscript(struct Compiler *compiler, struct AstNode *node)
{
    struct AstSubscript *subscript = as_Subscript(node);
    compile_expression(compiler, subscript->value);
    if (is_two_part_slice(subscript->slice)) {
        compile_slice_bounds(compiler, subscript->slice);
        emit(compiler, OP_GET_SLICE, 0, span_of(node));
    } else {
        compile_expression(compiler, subscript->slice);
        emit(compiler, OP_GET_ITEM, 0, span_of(node));
    }
}

/* ---- Suspension -------------------------------------------------------- */

/* The receiver is on the stack. */
void emit_delegation(struct Compiler *compiler, bool is_await, struct SourceSpan span)
{
    struct Block *send = new_block(compiler), *failed = new_block(compiler), *end = new_block(compiler);
    emit(compiler, OP_LOAD_NONE, 0, span);
    use_block(compiler, send);
    emit_jump(compiler, OP_SEND, end, span);
    use_block(compiler, new_block(compiler));
    struct Handler *outer = push_handler(compiler, failed, 0, false);
    emit(compiler, OP_YIELD, 0, span);
    compiler->unit->handler = outer;
    emit(compiler, OP_RESUME, is_await ? 3 : 2, span);
    emit_jump(compiler, OP_JUMP_BACK_NO_INTERRUPT, send, span);
    use_block(compiler, failed);
    emit(compiler, OP_CLEANUP_THROW, 0, span);
    use_block(compiler, end);
    emit(compiler, OP_END_SEND, 0, span);
}

static void compile_yield(struct Compiler *compiler, const struct AstYield *node)
{
    struct SourceSpan span = span_of(&node->node);
    if (node->value)
        compile_expression(compiler, node->value);
    else
        emit(compiler, OP_LOAD_NONE, 0, span);
    emit(compiler, OP_YIELD, 0, span);
    emit(compiler, OP_RESUME, 1, span);
}

static void compile_yield_from(struct Compiler *compiler, const struct AstYieldFrom *node)
{
    struct SourceSpan span = span_of(&node->node);
    compile_expression(compiler, node->value);
    emit(compiler, OP_GET_YIELD_FROM_ITERATOR, 0, span);
    emit_delegation(compiler, false, span);
}

static void compile_await(struct Compiler *compiler, const struct AstAwait *node)
{
    struct SourceSpan span = span_of(&node->node);
    compile_expression(compiler, node->value);
    emit(compiler, OP_GET_AWAITABLE, 0, span);
    emit_delegation(compiler, true, span);
}

/* ---- Dispatch ---------------------------------------------------------- */

/* What a for loop or a membership test looks through. */
void compile_iterable(struct Compiler *compiler, struct AstNode *node)
{
    Value v = fold_iterable(compiler, node);
    if (is_absent(v))
        compile_expression(compiler, node);
    else
        emit_constant(compiler, v, span_of(node));
}

static void compile_constant(struct Compiler *compiler, struct AstNode *node)
{
    emit_literal(compiler, literal_value(compiler, node, &as_Constant(node)->value), span_of(node));
}

static void compile_operation(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_BinOp:
        compile_binary(compiler, node);
        return;
    case AST_UnaryOp:
        compile_unary(compiler, as_UnaryOp(node));
        return;
    case AST_BoolOp:
        compile_bool_operation(compiler, node);
        return;
    case AST_Compare:
        compile_comparison(compiler, node);
        return;
    case AST_IfExp:
        compile_conditional(compiler, as_IfExp(node));
        return;
    case AST_NamedExpr:
        compile_walrus(compiler, as_NamedExpr(node));
        return;
    case AST_Attribute:
        compile_attribute(compiler, node);
        return;
    case AST_Subscript:
        compile_subscript(compiler, node);
        return;
    case AST_Slice:
        compile_slice(compiler, node);
        return;
    case AST_Call:
        compile_call(compiler, node);
        return;
    default:
        fail_syntax(compiler, node, "this expression is not supported yet");
    }
}

static void compile_kind(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Constant:
        compile_constant(compiler, node);
        return;
    case AST_Name:
        compile_name(compiler, as_Name(node)->id, NAME_LOAD, span_of(node));
        return;
    case AST_List:
    case AST_Tuple:
    case AST_Set:
    case AST_Dict:
        compile_display(compiler, node);
        return;
    case AST_JoinedStr:
        compile_joined_string(compiler, node);
        return;
    case AST_FormattedValue:
        compile_formatted_value(compiler, node);
        return;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp:
        compile_comprehension(compiler, node);
        return;
    case AST_Lambda:
        compile_lambda(compiler, node);
        return;
    case AST_Yield:
        compile_yield(compiler, as_Yield(node));
        return;
    case AST_YieldFrom:
        compile_yield_from(compiler, as_YieldFrom(node));
        return;
    case AST_Await:
        compile_await(compiler, as_Await(node));
        return;
    case AST_Starred:
        fail_syntax(compiler, node, "can't use starred expression here");
        return;
    default:
        compile_operation(compiler, node);
    }
}

void compile_expression(struct Compiler *compiler, struct AstNode *node)
{
    if (!enter_node(compiler))
        return;
    Value v = node->kind == AST_Constant ? VALUE_ABSENT : fold_constant(compiler, node);
    if (is_absent(v))
        compile_kind(compiler, node);
    else
        emit_literal(compiler, v, span_of(node));
    leave_node(compiler);
}
