/*
 * Type parameters (PEP 695): generic functions, classes and `type` statements.
 */
#include "vm/compiler/unit.h"

void compile_generic_function(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags)
{
    (void)flags;
    fail_syntax(compiler, node->type_params.items[0], "type parameters are not supported yet");
}

void compile_generic_class(struct Compiler *compiler, const struct AstClassDef *node)
{
    fail_syntax(compiler, node->type_params.items[0], "type parameters are not supported yet");
}

void compile_type_alias(struct Compiler *compiler, struct AstNode *node)
{
    fail_syntax(compiler, node, "the type statement is not supported yet");
}

void load_type_parameters(struct Compiler *compiler, struct SourceSpan span)
{
    compile_name(compiler, identifier(compiler, ".type_params"), NAME_LOAD, span);
}
