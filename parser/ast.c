/*
 * Facts about node kinds, from the table.
 */
#include "parser/ast.h"

const char *ast_kind_name(enum AstKind kind)
{
    static const char *const names[] = {
#define AST(kind, category, fields) [AST_##kind] = #kind,
#include "parser/ast.def"
    };
    return names[kind];
}

enum AstCategory ast_category(enum AstKind kind)
{
    static const unsigned char categories[] = {
#define AST(kind, category, fields) [AST_##kind] = AST_CATEGORY_##category,
#include "parser/ast.def"
    };
    return (enum AstCategory)categories[kind];
}
