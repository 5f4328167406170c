/*
 * The collecting half of the scope analysis: what its two files share.
 */
#ifndef VIV_PARSER_COLLECT_H
#define VIV_PARSER_COLLECT_H

#include "parser/scope_builder.h"

typedef struct ScopeBuilder B;

#define VISIT(call)       \
    do {                  \
        if (!(call)) {    \
            return false; \
        }                 \
    } while (0)

const struct Identifier *collect_intern(B *builder, const char *text);
struct Scope *collect_enter(B *builder, enum ScopeKind kind, const struct AstNode *node,
                            const struct Identifier *name);
struct Symbol *collect_lookup(B *builder, const struct Identifier *name);
/* The name, mangled, into the current scope, with the errors that its flags may meet there. */
bool collect_name(B *builder, const struct Identifier *name, uint32_t flags, struct Span span);
bool collect_all(B *builder, struct AstNodes nodes);
bool collect_optional(B *builder, struct AstNode *node);
bool collect_body(B *builder, struct AstNodes body);
/* Does the body begin with a string? */
bool collect_has_docstring(struct AstNodes body);
bool collect_annotation(B *builder, struct AstNode *annotation);
bool collect_function(B *builder, struct AstNode *node);
bool collect_class(B *builder, struct AstNode *node);
bool collect_type_alias(B *builder, struct AstNode *node);
bool collect_lambda(B *builder, struct AstNode *node);
bool collect_comprehension(B *builder, struct AstNode *node, struct AstNodes generators,
                           struct AstNode *element, struct AstNode *value, struct Scope **result);
bool collect_named(B *builder, struct AstNode *node);
bool collect_yield(B *builder, const struct AstNode *node, struct AstNode *value);
bool collect_await(B *builder, struct AstNode *node);
bool collect_name_node(B *builder, const struct AstNode *node);
bool collect_expression(B *builder, struct AstNode *node);
bool collect_statement(B *builder, struct AstNode *node);

#endif
