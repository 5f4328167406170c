/*
 * What the two halves of the scope analysis share: collecting (collect.c) and
 * resolving (resolve.c).
 */
#ifndef VIV_PARSER_SCOPE_BUILDER_H
#define VIV_PARSER_SCOPE_BUILDER_H

#include "parser/scope.h"

/* Walkers recurse along the tree; deeper trees raise RecursionError as in CPython. */
#if defined(__SANITIZE_ADDRESS__)
enum { DEEPEST_TREE = 2000 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { DEEPEST_TREE = 2000 };
#else
enum { DEEPEST_TREE = 10000 };
#endif
#else
enum { DEEPEST_TREE = 10000 };
#endif

struct ScopeBuilder {
    struct ParseResult *result;
    struct Arena *arena;
    struct Scope *current;
    const struct Identifier *private_class;
    uint32_t depth;
    const struct Identifier *super_name;
    const struct Identifier *class_name;     /* __class__ */
    const struct Identifier *classdict_name; /* __classdict__ */
};

bool scope_fail(struct ParseResult *result, struct Span span, const char *format, ...)
    FORMAT_LIKE_PRINTF(3, 4);
/* What CPython finds while it makes symbol tables: the exception's args lack the place. */
bool symbol_fail(struct ParseResult *result, struct Span span, const char *format, ...)
    FORMAT_LIKE_PRINTF(3, 4);
bool scope_fail_memory(struct ParseResult *result);
bool scope_fail_depth(struct ParseResult *result);

/* Fast locals and closures: everything but modules and classes. */
bool scope_is_function_like(const struct Scope *scope);

struct Symbol *scope_symbol(const struct Scope *scope, const struct Identifier *mangled);
struct Symbol *scope_add_symbol(struct Arena *arena, struct Scope *scope, const struct Identifier *mangled,
                                uint32_t flags, struct Span span);

MUST_USE bool scopes_collect(struct ScopeBuilder *builder);
MUST_USE bool scopes_resolve(struct ScopeBuilder *builder);

/* checks.c: what CPython's code generator rejects or warns of. */
MUST_USE bool scopes_check(struct ParseResult *result);

/* literal_warnings.c: false when memory ran out. */
MUST_USE bool warn_call(struct ParseResult *result, const struct AstNode *function);
MUST_USE bool warn_subscript(struct ParseResult *result, const struct AstNode *value, const struct AstNode *slice);
MUST_USE bool warn_identity(struct ParseResult *result, const struct AstNode *node);

/* pattern_checks.c: one case's pattern; only the last one, or one with a guard, may match everything. */
MUST_USE bool pattern_check(struct ParseResult *result, const struct AstNode *pattern,
                            bool irrefutable_allowed);

/* future.c */
MUST_USE bool future_read(struct ParseResult *result);

#endif
