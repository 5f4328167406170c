/*
 * '…%s…%r…' % (x, y): a constant format that only asks for str(), repr() and
 * ascii(), applied to as many values written out in a tuple, is compiled as
 * the f-string it amounts to.  Whatever else it asks for is left to run time.
 */
#include "vm/compiler/unit.h"

#include "runtime/string.h"

/* How many values the format takes; -1: not a plain one. */
static int64_t count_conversions(const struct AstConstantValue *format)
{
    int64_t count = 0;
    for (size_t i = 0; i < format->length; i++) {
        if (format->bytes[i] != '%')
            continue;
        if (++i == format->length)
            return -1;
        char conversion = format->bytes[i];
        if (conversion == 's' || conversion == 'r' || conversion == 'a')
            count++;
        else if (conversion != '%')
            return -1;
    }
    return count;
}

bool is_percent_format(const struct AstNode *node)
{
    if (node->kind != AST_BinOp || as_BinOp(node)->op != AST_MODULO || as_BinOp(node)->right->kind != AST_Tuple)
        return false;
    const struct AstNode *left = as_BinOp(node)->left;
    const struct AstNodes *values = &as_Tuple(as_BinOp(node)->right)->elts;
    if (left->kind != AST_Constant || as_Constant(left)->value.kind != AST_CONSTANT_STRING)
        return false;
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i]->kind == AST_Starred)
            return false;
    return count_conversions(&as_Constant(left)->value) == (int64_t)values->count;
}

/* The text up to the next conversion, with %% as %; moves *position to the conversion's letter. */
static uint32_t emit_text(struct Compiler *compiler, const struct AstConstantValue *format, size_t *position,
                          struct SourceSpan span)
{
    char *text = compiler_allocate(compiler, format->length - *position + 1, 1);
    if (!text)
        return 0;
    size_t length = 0, i = *position;
    for (; i < format->length; i++) {
        if (format->bytes[i] == '%' && format->bytes[++i] != '%')
            break;
        text[length++] = format->bytes[i];
    }
    *position = i;
    if (length == 0)
        return 0;
    emit_constant(compiler, string_from_utf8(compiler->vm, text, length), span);
    return 1;
}

static uint32_t conversion_of(char letter)
{
    return letter == 's' ? 1 : letter == 'r' ? 2 : 3;
}

bool compile_percent_format(struct Compiler *compiler, struct AstNode *node)
{
    if (!is_percent_format(node))
        return false;
    const struct AstConstantValue *format = &as_Constant(as_BinOp(node)->left)->value;
    const struct AstNodes *values = &as_Tuple(as_BinOp(node)->right)->elts;
    struct SourceSpan span = span_of(node);
    uint32_t pieces = 0;
    size_t position = 0;
    for (size_t i = 0; i <= values->count && !compiler->failed; i++) {
        pieces += emit_text(compiler, format, &position, span);
        if (i == values->count)
            break;
        compile_expression(compiler, values->items[i]);
        emit(compiler, OP_FORMAT_VALUE, conversion_of(format->bytes[position++]), span_of(values->items[i]));
        pieces++;
    }
    if (pieces == 0)
        emit_constant(compiler, retain(compiler->vm->empty_string), span);
    else if (pieces > 1)
        emit(compiler, OP_BUILD_STRING, pieces, span);
    return true;
}
