/*
 * Literals: the Value that a Constant node of the tree stands for.
 */
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "vm/compiler/unit.h"

enum { SHORT_DECIMAL = 18 }; /* digits that always fit 62 bits */

static OWNED Value integer_value(struct Compiler *compiler, const struct AstConstantValue *constant)
{
    if (constant->length <= SHORT_DECIMAL && (constant->bytes[0] != '0' || constant->length == 1)) {
        int64_t number = 0;
        for (size_t i = 0; i < constant->length; i++)
            number = number * 10 + (constant->bytes[i] - '0');
        return value_from_small_int(number);
    }
    return int_from_text(compiler->vm, constant->bytes, constant->length, 0);
}

static OWNED Value floating_value(struct Compiler *compiler, const struct AstConstantValue *constant)
{
    double number = 0;
    if (!float_from_text(constant->bytes, constant->length, &number))
        return raise_value_error(compiler->vm, "could not convert string to float: '%s'", constant->bytes);
    return constant->kind == AST_CONSTANT_IMAGINARY ? complex_new(compiler->vm, 0.0, number)
                                                    : float_new(compiler->vm, number);
}

/* An int literal with more digits than may be converted is a SyntaxError at its place. */
static void place_value_error(struct Compiler *compiler, const struct AstNode *node)
{
    struct Interpreter *vm = compiler->vm;
    if (!error_matches(vm, TYPE_ValueError)) {
        compiler->failed = true;
        return;
    }
    Value exception = error_take(vm);
    Value text = object_str(vm, exception);
    struct Utf8View view;
    if (!is_empty(text) && utf8_view(vm, text, &view)) {
        fail_syntax(compiler, node, "%s - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                    view.text);
        utf8_release(vm, &view);
    }
    compiler->failed = true;
    release_maybe(vm, text);
    release(vm, exception);
}

static OWNED Value make_value(struct Compiler *compiler, const struct AstConstantValue *constant)
{
    switch (constant->kind) {
    case AST_CONSTANT_NONE:
        return VALUE_NONE;
    case AST_CONSTANT_TRUE:
        return VALUE_TRUE;
    case AST_CONSTANT_FALSE:
        return VALUE_FALSE;
    case AST_CONSTANT_ELLIPSIS:
        return VALUE_ELLIPSIS;
    case AST_CONSTANT_INTEGER:
        return integer_value(compiler, constant);
    case AST_CONSTANT_FLOAT:
    case AST_CONSTANT_IMAGINARY:
        return floating_value(compiler, constant);
    case AST_CONSTANT_STRING:
        return string_from_utf8(compiler->vm, constant->bytes, constant->length);
    case AST_CONSTANT_BYTES:
        return bytes_new(compiler->vm, constant->bytes, constant->length);
    }
    return VALUE_NONE;
}

Value literal_value(struct Compiler *compiler, const struct AstNode *node, const struct AstConstantValue *constant)
{
    if (compiler->failed)
        return EMPTY;
    Value v = make_value(compiler, constant);
    if (is_empty(v))
        place_value_error(compiler, node);
    return v;
}
