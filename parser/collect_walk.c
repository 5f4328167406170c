/*
 * First half of the scope analysis: the walk over expressions, statements and
 * patterns, in CPython's order.
 */
#include <string.h>

#include "parser/collect.h"

static bool visit_pattern(B *builder, struct AstNode *node);

/* ---- expressions ---- */

/* The kinds without a scope or a rule of their own. */
static bool visit_leaf_or_primary(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Name:
        return collect_name_node(builder, node);
    case AST_Attribute:
        return collect_expression(builder, as_Attribute(node)->value);
    case AST_Subscript:
        return collect_expression(builder, as_Subscript(node)->value) &&
               collect_expression(builder, as_Subscript(node)->slice);
    case AST_Starred:
        return collect_expression(builder, as_Starred(node)->value);
    case AST_Call:
        return collect_expression(builder, as_Call(node)->func) &&
               collect_all(builder, as_Call(node)->args) && collect_all(builder, as_Call(node)->keywords);
    case AST_keyword:
        return collect_expression(builder, as_keyword(node)->value);
    case AST_Slice:
        return collect_optional(builder, as_Slice(node)->lower) &&
               collect_optional(builder, as_Slice(node)->upper) &&
               collect_optional(builder, as_Slice(node)->step);
    case AST_List:
        return collect_all(builder, as_List(node)->elts);
    case AST_Tuple:
        return collect_all(builder, as_Tuple(node)->elts);
    case AST_Set:
        return collect_all(builder, as_Set(node)->elts);
    case AST_Dict:
        return collect_all(builder, as_Dict(node)->keys) && collect_all(builder, as_Dict(node)->values);
    case AST_JoinedStr:
        return collect_all(builder, as_JoinedStr(node)->values);
    case AST_FormattedValue:
        return collect_expression(builder, as_FormattedValue(node)->value) &&
               collect_optional(builder, as_FormattedValue(node)->format_spec);
    default:
        return true;
    }
}

/* The kinds that open a scope, or change the one they are in. */
static bool visit_scoped(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Lambda:
        return collect_lambda(builder, node);
    case AST_ListComp:
        return collect_comprehension(builder, node, as_ListComp(node)->generators, as_ListComp(node)->elt,
                                     NULL, &as_ListComp(node)->scope);
    case AST_SetComp:
        return collect_comprehension(builder, node, as_SetComp(node)->generators, as_SetComp(node)->elt, NULL,
                                     &as_SetComp(node)->scope);
    case AST_GeneratorExp:
        return collect_comprehension(builder, node, as_GeneratorExp(node)->generators,
                                     as_GeneratorExp(node)->elt, NULL, &as_GeneratorExp(node)->scope);
    case AST_DictComp:
        return collect_comprehension(builder, node, as_DictComp(node)->generators, as_DictComp(node)->key,
                                     as_DictComp(node)->value, &as_DictComp(node)->scope);
    case AST_NamedExpr:
        return collect_named(builder, node);
    case AST_Yield:
        return collect_yield(builder, node, as_Yield(node)->value);
    case AST_YieldFrom:
        return collect_yield(builder, node, as_YieldFrom(node)->value);
    case AST_Await:
        return collect_await(builder, node);
    default:
        return visit_leaf_or_primary(builder, node);
    }
}

/* Operators first, the other kinds are handed on: frames stay small for deep trees. */
static bool visit_operator(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_BinOp:
        return collect_expression(builder, as_BinOp(node)->left) &&
               collect_expression(builder, as_BinOp(node)->right);
    case AST_UnaryOp:
        return collect_expression(builder, as_UnaryOp(node)->operand);
    case AST_BoolOp:
        return collect_all(builder, as_BoolOp(node)->values);
    case AST_Compare:
        return collect_expression(builder, as_Compare(node)->left) &&
               collect_all(builder, as_Compare(node)->comparators);
    case AST_IfExp:
        return collect_expression(builder, as_IfExp(node)->test) &&
               collect_expression(builder, as_IfExp(node)->body) &&
               collect_expression(builder, as_IfExp(node)->orelse);
    default:
        return visit_scoped(builder, node);
    }
}

/* Every expression passes here: this is where depth is counted. */
bool collect_expression(B *builder, struct AstNode *node)
{
    if (++builder->depth > DEEPEST_TREE) {
        return scope_fail_depth(builder->result);
    }
    bool ok = visit_operator(builder, node);
    builder->depth--;
    return ok;
}

/* ---- statements ---- */

/* `x: int` makes x local even without a value; `(x): int` does not. */
static bool visit_annotated(B *builder, struct AstNode *node)
{
    const struct AstAnnAssign *statement = as_AnnAssign(node);
    struct Scope *scope = builder->current;
    scope->has_annotations |= !scope_is_function_like(scope);
    if (statement->target->kind == AST_Name) {
        const struct AstName *name = as_Name(statement->target);
        const struct Symbol *symbol = collect_lookup(builder, name->id);
        uint32_t declared = symbol != NULL ? symbol->flags & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL) : 0;
        if (declared && scope->kind != SCOPE_MODULE && statement->simple) {
            return symbol_fail(builder->result, node->span, "annotated name '%s' can't be %s", name->id->text,
                              declared & SYMBOL_IS_GLOBAL ? "global" : "nonlocal");
        }
        uint32_t flags = statement->simple ? SYMBOL_IS_ANNOTATED | SYMBOL_IS_ASSIGNED : SYMBOL_IS_ASSIGNED;
        if (statement->simple || statement->value != NULL) {
            VISIT(collect_name(builder, name->id, flags, statement->target->span));
        }
    } else {
        VISIT(collect_expression(builder, statement->target));
    }
    VISIT(collect_annotation(builder, statement->annotation));
    return collect_optional(builder, statement->value);
}

/* global and nonlocal come before any other mention of their names. */
static bool visit_declaration(B *builder, const struct AstNode *node, struct AstNames names, uint32_t flag)
{
    const char *word = flag == SYMBOL_IS_GLOBAL ? "global" : "nonlocal";
    for (size_t i = 0; i < names.count; i++) {
        const struct Identifier *name = names.items[i];
        const struct Symbol *symbol = collect_lookup(builder, name);
        uint32_t flags = symbol != NULL ? symbol->flags : 0;
        if (flags & SYMBOL_IS_PARAMETER) {
            return symbol_fail(builder->result, node->span, "name '%s' is parameter and %s", name->text, word);
        }
        if (flags & SYMBOL_IS_USED) {
            return symbol_fail(builder->result, node->span, "name '%s' is used prior to %s declaration",
                              name->text, word);
        }
        if (flags & SYMBOL_IS_ANNOTATED) {
            return symbol_fail(builder->result, node->span, "annotated name '%s' can't be %s", name->text,
                              word);
        }
        if ((flags & SYMBOL_IS_ASSIGNED) && !(flags & SYMBOL_IS_IMPORTED)) { /* CPython lets imports pass */
            return symbol_fail(builder->result, node->span, "name '%s' is assigned to before %s declaration",
                              name->text, word);
        }
        VISIT(collect_name(builder, name, flag, node->span));
    }
    return true;
}

/* import a.b binds a, import a.b as c binds c. */
static bool visit_aliases(B *builder, struct AstNodes names)
{
    for (size_t i = 0; i < names.count; i++) {
        const struct Astalias *alias = as_alias(names.items[i]);
        const struct Identifier *name = alias->asname != NULL ? alias->asname : alias->name;
        if (name->text[0] == '*') {
            if (builder->current->kind != SCOPE_MODULE) {
                return symbol_fail(builder->result, names.items[i]->span,
                                  "import * only allowed at module level");
            }
            continue;
        }
        const char *dot = strchr(name->text, '.');
        if (dot != NULL) {
            name = arena_intern(builder->arena, name->text, (size_t)(dot - name->text));
        }
        VISIT(name != NULL &&
              collect_name(builder, name, SYMBOL_IS_IMPORTED | SYMBOL_IS_ASSIGNED, alias->node.span));
    }
    return true;
}

static bool visit_handlers(B *builder, struct AstNodes handlers)
{
    for (size_t i = 0; i < handlers.count; i++) {
        const struct AstExceptHandler *handler = as_ExceptHandler(handlers.items[i]);
        VISIT(collect_optional(builder, handler->type));
        if (handler->name != NULL) {
            VISIT(collect_name(builder, handler->name, SYMBOL_IS_ASSIGNED, handler->node.span));
        }
        VISIT(collect_body(builder, handler->body));
    }
    return true;
}

static bool visit_with(B *builder, const struct AstWith *statement)
{
    for (size_t i = 0; i < statement->items.count; i++) {
        const struct Astwithitem *item = as_withitem(statement->items.items[i]);
        VISIT(collect_expression(builder, item->context_expr));
        VISIT(collect_optional(builder, item->optional_vars));
    }
    return collect_body(builder, statement->body);
}

static bool visit_match(B *builder, const struct AstMatch *statement)
{
    VISIT(collect_expression(builder, statement->subject));
    for (size_t i = 0; i < statement->cases.count; i++) {
        const struct Astmatch_case *part = as_match_case(statement->cases.items[i]);
        VISIT(visit_pattern(builder, part->pattern));
        VISIT(collect_optional(builder, part->guard));
        VISIT(collect_body(builder, part->body));
    }
    return true;
}

static bool visit_loop(B *builder, struct AstNode *node)
{
    const struct AstFor *loop = (const struct AstFor *)node; /* AsyncFor has the same fields */
    return collect_expression(builder, loop->target) && collect_expression(builder, loop->iter) &&
           collect_body(builder, loop->body) && collect_body(builder, loop->orelse);
}

static bool visit_compound(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
        return collect_function(builder, node);
    case AST_ClassDef:
        return collect_class(builder, node);
    case AST_For:
    case AST_AsyncFor:
        return visit_loop(builder, node);
    case AST_While:
        return collect_expression(builder, as_While(node)->test) &&
               collect_body(builder, as_While(node)->body) && collect_body(builder, as_While(node)->orelse);
    case AST_If:
        return collect_expression(builder, as_If(node)->test) && collect_body(builder, as_If(node)->body) &&
               collect_body(builder, as_If(node)->orelse);
    case AST_With:
    case AST_AsyncWith:
        return visit_with(builder, (const struct AstWith *)node);
    case AST_Match:
        return visit_match(builder, as_Match(node));
    case AST_Try:
    case AST_TryStar: {
        const struct AstTry *statement = (const struct AstTry *)node;
        return collect_body(builder, statement->body) && visit_handlers(builder, statement->handlers) &&
               collect_body(builder, statement->orelse) && collect_body(builder, statement->finalbody);
    }
    default:
        return true;
    }
}

static bool visit_simple(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Return:
        return collect_optional(builder, as_Return(node)->value);
    case AST_Delete:
        return collect_all(builder, as_Delete(node)->targets);
    case AST_Assign:
        return collect_all(builder, as_Assign(node)->targets) &&
               collect_expression(builder, as_Assign(node)->value);
    case AST_TypeAlias:
        return collect_type_alias(builder, node);
    case AST_AugAssign:
        return collect_expression(builder, as_AugAssign(node)->target) &&
               collect_expression(builder, as_AugAssign(node)->value);
    case AST_AnnAssign:
        return visit_annotated(builder, node);
    case AST_Raise:
        return collect_optional(builder, as_Raise(node)->exc) &&
               collect_optional(builder, as_Raise(node)->cause);
    case AST_Assert:
        return collect_expression(builder, as_Assert(node)->test) &&
               collect_optional(builder, as_Assert(node)->msg);
    case AST_Import:
        return visit_aliases(builder, as_Import(node)->names);
    case AST_ImportFrom:
        return visit_aliases(builder, as_ImportFrom(node)->names);
    case AST_Global:
        return visit_declaration(builder, node, as_Global(node)->names, SYMBOL_IS_GLOBAL);
    case AST_Nonlocal:
        return visit_declaration(builder, node, as_Nonlocal(node)->names, SYMBOL_IS_NONLOCAL);
    case AST_Expr:
        return collect_expression(builder, as_Expr(node)->value);
    default:
        return visit_compound(builder, node);
    }
}

bool collect_statement(B *builder, struct AstNode *node)
{
    if (++builder->depth > DEEPEST_TREE) {
        return scope_fail_depth(builder->result);
    }
    bool ok = visit_simple(builder, node);
    builder->depth--;
    return ok;
}

/* ---- patterns ---- */

static bool visit_patterns(B *builder, struct AstNodes patterns)
{
    for (size_t i = 0; i < patterns.count; i++) {
        VISIT(visit_pattern(builder, patterns.items[i]));
    }
    return true;
}

/* A name that a pattern captures; NULL for the wildcard. */
static bool bind(B *builder, const struct Identifier *name, const struct AstNode *node)
{
    return name == NULL || collect_name(builder, name, SYMBOL_IS_ASSIGNED, node->span);
}

static bool visit_pattern(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_MatchValue:
        return collect_expression(builder, as_MatchValue(node)->value);
    case AST_MatchSequence:
        return visit_patterns(builder, as_MatchSequence(node)->patterns);
    case AST_MatchMapping:
        return collect_all(builder, as_MatchMapping(node)->keys) &&
               visit_patterns(builder, as_MatchMapping(node)->patterns) &&
               bind(builder, as_MatchMapping(node)->rest, node);
    case AST_MatchClass:
        return collect_expression(builder, as_MatchClass(node)->cls) &&
               visit_patterns(builder, as_MatchClass(node)->patterns) &&
               visit_patterns(builder, as_MatchClass(node)->kwd_patterns);
    case AST_MatchStar:
        return bind(builder, as_MatchStar(node)->name, node);
    case AST_MatchAs:
        return (as_MatchAs(node)->pattern == NULL || visit_pattern(builder, as_MatchAs(node)->pattern)) &&
               bind(builder, as_MatchAs(node)->name, node);
    case AST_MatchOr:
        return visit_patterns(builder, as_MatchOr(node)->patterns);
    default:
        return true;
    }
}

/* ---- the module ---- */

bool scopes_collect(struct ScopeBuilder *builder)
{
    struct AstNode *module = builder->result->module;
    struct Scope *scope = collect_enter(builder, SCOPE_MODULE, module, collect_intern(builder, "<module>"));
    if (scope == NULL) {
        return false;
    }
    builder->result->scope = scope;
    switch (module->kind) {
    case AST_Module:
        as_Module(module)->scope = scope;
        scope->has_docstring = collect_has_docstring(as_Module(module)->body);
        return collect_body(builder, as_Module(module)->body);
    case AST_Interactive:
        as_Interactive(module)->scope = scope;
        return collect_body(builder, as_Interactive(module)->body);
    default:
        as_Expression(module)->scope = scope;
        return collect_expression(builder, as_Expression(module)->body);
    }
}
