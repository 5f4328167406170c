/*
 * SyntaxWarnings about literals in odd places: called, subscripted, compared
 * by identity.
 */
#include <string.h>

#include "parser/internal.h"
#include "parser/scope_builder.h"

/* The type's name if the expression is one that nobody means to call or index; else NULL. */
static const char *literal_type(const struct AstNode *node)
{
    switch (node->kind) {
    case AST_Constant:
        switch (as_Constant(node)->value.kind) {
        case AST_CONSTANT_NONE:
            return "NoneType";
        case AST_CONSTANT_TRUE:
        case AST_CONSTANT_FALSE:
            return "bool";
        case AST_CONSTANT_ELLIPSIS:
            return "ellipsis";
        case AST_CONSTANT_INTEGER:
            return "int";
        case AST_CONSTANT_FLOAT:
            return "float";
        case AST_CONSTANT_IMAGINARY:
            return "complex";
        case AST_CONSTANT_STRING:
            return "str";
        case AST_CONSTANT_BYTES:
            return "bytes";
        }
        return NULL;
    case AST_Tuple:
        return "tuple";
    case AST_List:
    case AST_ListComp:
        return "list";
    case AST_Dict:
    case AST_DictComp:
        return "dict";
    case AST_Set:
    case AST_SetComp:
        return "set";
    case AST_GeneratorExp:
        return "generator";
    case AST_Lambda:
        return "function";
    case AST_JoinedStr:
    case AST_FormattedValue:
        return "str";
    default:
        return NULL;
    }
}

/* Sequences: it is their index that may be the mistake. */
static bool is_string_like(const char *type)
{
    return strcmp(type, "str") == 0 || strcmp(type, "bytes") == 0 || strcmp(type, "tuple") == 0 ||
           strcmp(type, "list") == 0;
}

/* (1, 2)(3, 4): a comma is missing between them. */
bool warn_call(struct ParseResult *result, const struct AstNode *function)
{
    const char *type = literal_type(function);
    if (type == NULL || function->kind == AST_Lambda) {
        return true;
    }
    return parser_warn(result, WARNING_COMPILER, function->span,
                       "'%s' object is not callable; perhaps you missed a comma?", type);
}

/* [1, 2]["a"], (x for x in y)[0] */
bool warn_subscript(struct ParseResult *result, const struct AstNode *value, const struct AstNode *slice)
{
    const char *type = literal_type(value);
    if (type == NULL || strcmp(type, "dict") == 0) {
        return true;
    }
    if (!is_string_like(type)) {
        return parser_warn(result, WARNING_COMPILER, value->span,
                           "'%s' object is not subscriptable; perhaps you missed a comma?", type);
    }
    const char *index = literal_type(slice);
    if (index == NULL || strcmp(index, "int") == 0 || strcmp(index, "bool") == 0) {
        return true;
    }
    return parser_warn(result, WARNING_COMPILER, value->span,
                       "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
                       index);
}

static bool is_number_name(const char *type)
{
    return strcmp(type, "int") == 0 || strcmp(type, "float") == 0 || strcmp(type, "complex") == 0;
}

/* (1, "a", None, (2, 3)): the compiler makes a constant of it. */
static bool is_constant_tuple(const struct AstNode *node)
{
    if (node->kind != AST_Tuple)
        return false;
    struct AstNodes elements = as_Tuple(node)->elts;
    for (size_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind != AST_Constant && !is_constant_tuple(elements.items[i]))
            return false;
    }
    return true;
}

/* Constants for which `is` compares by accident. */
static const char *identity_literal(const struct AstNode *node)
{
    if (node->kind == AST_Constant) {
        enum AstConstantKind kind = as_Constant(node)->value.kind;
        return kind >= AST_CONSTANT_INTEGER ? literal_type(node) : NULL;
    }
    if (node->kind == AST_UnaryOp) { /* folded: -1, +1.5, ~2 */
        const struct AstUnaryOp *unary = as_UnaryOp(node);
        bool number = unary->op != AST_NOT && unary->operand->kind == AST_Constant;
        const char *type = number ? identity_literal(unary->operand) : NULL;
        return type != NULL && is_number_name(type) ? type : NULL;
    }
    return is_constant_tuple(node) ? "tuple" : NULL;
}

/* x is 1 */
bool warn_identity(struct ParseResult *result, const struct AstNode *node)
{
    const struct AstCompare *compare = as_Compare(node);
    const struct AstNode *left = compare->left;
    for (size_t i = 0; i < compare->ops.count; i++) {
        enum AstComparison operator= compare->ops.items[i];
        const struct AstNode *right = compare->comparators.items[i];
        const char *type = identity_literal(left);
        type = type != NULL ? type : identity_literal(right);
        if ((operator== AST_IS || operator== AST_IS_NOT) && type != NULL) {
            const char *format = operator== AST_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                                   : "\"is not\" with '%s' literal. Did you mean \"!=\"?";
            return parser_warn(result, WARNING_COMPILER, node->span, format, type);
        }
        left = right;
    }
    return true;
}
