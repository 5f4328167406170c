/*
 * `from __future__ import …`: where it may stand, which features there are.
 */
#include <string.h>

#include "parser/internal.h"
#include "parser/scope_builder.h"

static bool is_future_import(const struct AstNode *node)
{
    if (node->kind != AST_ImportFrom) {
        return false;
    }
    const struct AstImportFrom *import = as_ImportFrom(node);
    return import->level == 0 && import->module != NULL && strcmp(import->module->text, "__future__") == 0;
}

/* CPython knows no end of the place here. */
static bool fail_future(struct ParseResult *result, struct Span span, const char *format, const char *name)
{
    symbol_fail(result, span, format, name);
    result->failure.end_line = result->failure.line;
    result->failure.end_offset = FAILURE_OFFSET_UNKNOWN;
    return false;
}

static bool apply_feature(struct ParseResult *result, const char *name, struct Span span)
{
    static const char *const settled[] = {"nested_scopes",    "generators",     "division",
                                          "absolute_import",  "with_statement", "print_function",
                                          "unicode_literals", "generator_stop", "barry_as_FLUFL"};
    if (strcmp(name, "annotations") == 0) {
        result->future_annotations = true;
        return true;
    }
    if (strcmp(name, "braces") == 0) {
        return fail_future(result, span, "not a chance", "");
    }
    for (size_t i = 0; i < sizeof settled / sizeof settled[0]; i++) {
        if (strcmp(name, settled[i]) == 0) {
            return true;
        }
    }
    return fail_future(result, span, "future feature %.100s is not defined", name);
}

/* A docstring and other future imports are all that may stand before one. */
bool future_read(struct ParseResult *result)
{
    result->future_annotations = (result->options & PARSE_FUTURE_ANNOTATIONS) != 0;
    struct AstNodes body = {NULL, 0};
    if (result->module->kind == AST_Module) {
        body = as_Module(result->module)->body;
    } else if (result->module->kind == AST_Interactive) {
        body = as_Interactive(result->module)->body;
    }
    for (size_t i = 0; i < body.count; i++) {
        const struct AstNode *node = body.items[i];
        bool docstring = i == 0 && node->kind == AST_Expr && as_Expr(node)->value->kind == AST_Constant &&
                         as_Constant(as_Expr(node)->value)->value.kind == AST_CONSTANT_STRING;
        if (docstring) {
            continue;
        }
        if (!is_future_import(node)) {
            return true;
        }
        struct AstNodes names = as_ImportFrom(node)->names;
        for (size_t j = 0; j < names.count; j++) {
            if (!apply_feature(result, as_alias(names.items[j])->name->text, node->span)) {
                return false;
            }
        }
        result->last_future = node->span;
    }
    return true;
}
