/*
 * First half of the scope analysis: a walk over the tree that opens scopes and
 * notes in each what it does with which names.
 *
 * The order of visits is CPython's, since it decides which of two errors is
 * reported, and in which order symbols appear.
 */
#include <string.h>

#include "parser/scope_builder.h"

typedef struct ScopeBuilder B;

static bool visit_expression(B *builder, struct AstNode *node);
static bool visit_statement(B *builder, struct AstNode *node);
static bool visit_pattern(B *builder, struct AstNode *node);

#define VISIT(call)       \
    do {                  \
        if (!(call)) {    \
            return false; \
        }                 \
    } while (0)

/* ---- scopes and names ---- */

static const struct Identifier *name_of(B *builder, const char *text)
{
    return arena_intern(builder->arena, text, strlen(text));
}

static struct Scope *enter(B *builder, enum ScopeKind kind, const struct AstNode *node,
                           const struct Identifier *name)
{
    struct Scope *scope = name != NULL ? arena_allocate(builder->arena, sizeof *scope) : NULL;
    if (scope == NULL) {
        return NULL;
    }
    struct Scope *parent = builder->current;
    scope->kind = kind;
    scope->node = node;
    scope->name = name;
    scope->private_class = builder->private_class;
    scope->parent = parent;
    if (parent != NULL) {
        scope->in_iterable = parent->in_iterable;
        scope->is_nested = parent->is_nested || scope_is_function_like(parent);
        if (parent->last_child != NULL) {
            parent->last_child->next_sibling = scope;
        } else {
            parent->first_child = scope;
        }
        parent->last_child = scope;
    }
    builder->current = scope;
    return scope;
}

static void leave(B *builder)
{
    builder->current = builder->current->parent;
}

static bool is_comprehension(const struct Scope *scope)
{
    return scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_GENERATOR;
}

static struct Symbol *lookup(B *builder, const struct Identifier *name)
{
    const struct Identifier *mangled = scope_mangle(builder->arena, builder->current, name);
    return mangled != NULL ? scope_symbol(builder->current, mangled) : NULL;
}

static bool add_to(B *builder, struct Scope *scope, const struct Identifier *name, uint32_t flags, struct Span span)
{
    const struct Identifier *mangled = scope_mangle(builder->arena, builder->current, name);
    if (mangled == NULL) {
        return false;
    }
    const struct Symbol *known = scope_symbol(scope, mangled);
    uint32_t old = known != NULL ? known->flags : 0;
    if (flags & old & SYMBOL_IS_PARAMETER) {
        return scope_fail(builder->result, span, "duplicate argument '%s' in function definition", name->text);
    }
    if (flags & old & SYMBOL_IS_TYPE_PARAMETER) {
        return scope_fail(builder->result, span, "duplicate type parameter '%s'", name->text);
    }
    if (scope->in_iteration_target) {
        if (old & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL)) {
            return scope_fail(builder->result, span,
                              "comprehension inner loop cannot rebind assignment expression target '%s'", name->text);
        }
        flags |= SYMBOL_IS_ITERATION;
    }
    struct Symbol *symbol = scope_add_symbol(builder->arena, scope, mangled, flags, span);
    if (symbol != NULL && (flags & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL)) &&
        !(old & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL))) {
        symbol->span = span;
    }
    return symbol != NULL;
}

static bool add(B *builder, const struct Identifier *name, uint32_t flags, struct Span span)
{
    return add_to(builder, builder->current, name, flags, span);
}

static bool visit_all(B *builder, struct AstNodes nodes)
{
    for (size_t i = 0; i < nodes.count; i++) {
        if (nodes.items[i] != NULL) {
            VISIT(visit_expression(builder, nodes.items[i]));
        }
    }
    return true;
}

static bool visit_optional(B *builder, struct AstNode *node)
{
    return node == NULL || visit_expression(builder, node);
}

static bool visit_body(B *builder, struct AstNodes body)
{
    for (size_t i = 0; i < body.count; i++) {
        VISIT(visit_statement(builder, body.items[i]));
    }
    return true;
}

static bool begins_with_string(struct AstNodes body)
{
    if (body.count == 0 || body.items[0]->kind != AST_Expr) {
        return false;
    }
    const struct AstNode *value = as_Expr(body.items[0])->value;
    return value->kind == AST_Constant && as_Constant(value)->value.kind == AST_CONSTANT_STRING;
}

/* ---- functions and classes ---- */

static bool add_parameter(B *builder, struct AstNode *node)
{
    const struct Astarg *arg = as_arg(node);
    struct Scope *scope = builder->current;
    VISIT(add(builder, arg->arg, SYMBOL_IS_PARAMETER, node->span));
    scope->parameters.items[scope->parameters.count++] = scope->symbols[scope->symbol_count - 1].name;
    return true;
}

static bool add_parameters(B *builder, const struct Astarguments *arguments)
{
    struct Scope *scope = builder->current;
    size_t count = arguments->posonlyargs.count + arguments->args.count + arguments->kwonlyargs.count + 2;
    scope->parameters.items = arena_allocate_array(builder->arena, count, sizeof *scope->parameters.items);
    if (scope->parameters.items == NULL) {
        return false;
    }
    const struct AstNodes groups[] = {arguments->posonlyargs, arguments->args, arguments->kwonlyargs};
    for (size_t group = 0; group < 3; group++) {
        for (size_t i = 0; i < groups[group].count; i++) {
            VISIT(add_parameter(builder, groups[group].items[i]));
        }
    }
    if (arguments->vararg != NULL) {
        VISIT(add_parameter(builder, arguments->vararg));
        scope->has_varargs = true;
    }
    if (arguments->kwarg != NULL) {
        VISIT(add_parameter(builder, arguments->kwarg));
        scope->has_varkeywords = true;
    }
    return true;
}

/* With `from __future__ import annotations` they are text and mention no names. */
static bool visit_annotation(B *builder, struct AstNode *annotation)
{
    if (annotation == NULL || builder->result->future_annotations) {
        return true;
    }
    struct Scope *scope = builder->current;
    bool outer = scope->in_annotation;
    scope->in_annotation = true;
    VISIT(visit_expression(builder, annotation));
    scope->in_annotation = outer;
    return true;
}

static bool visit_argument_annotations(B *builder, struct AstNodes arguments)
{
    for (size_t i = 0; i < arguments.count; i++) {
        VISIT(visit_annotation(builder, as_arg(arguments.items[i])->annotation));
    }
    return true;
}

static bool visit_annotations(B *builder, const struct Astarguments *arguments, struct AstNode *returns)
{
    VISIT(visit_argument_annotations(builder, arguments->posonlyargs));
    VISIT(visit_argument_annotations(builder, arguments->args));
    if (arguments->vararg != NULL) {
        VISIT(visit_annotation(builder, as_arg(arguments->vararg)->annotation));
    }
    if (arguments->kwarg != NULL) {
        VISIT(visit_annotation(builder, as_arg(arguments->kwarg)->annotation));
    }
    VISIT(visit_argument_annotations(builder, arguments->kwonlyargs));
    return visit_annotation(builder, returns);
}

/* Annotation scopes inside a class look names up in the class's namespace first. */
static bool see_class(B *builder, bool in_class)
{
    if (!in_class) {
        return true;
    }
    builder->current->can_see_class_scope = true;
    return add(builder, builder->classdict_name, SYMBOL_IS_USED, builder->current->node->span);
}

/* A lazily evaluated bound, default or alias value: a scope of its own. */
static bool visit_lazily(B *builder, enum ScopeKind kind, const struct AstNode *node, const struct Identifier *name,
                         struct AstNode *value, const char *description, bool in_class, struct Scope **result)
{
    if (value == NULL) {
        return true;
    }
    struct Scope *scope = enter(builder, kind, node, name);
    if (scope == NULL) {
        return false;
    }
    *result = scope;
    scope->description = description;
    VISIT(see_class(builder, in_class));
    VISIT(visit_expression(builder, value));
    leave(builder);
    return true;
}

static bool visit_type_param(B *builder, struct AstNode *node)
{
    const struct Identifier *name = node->kind == AST_TypeVar ? as_TypeVar(node)->name : ((struct AstParamSpec *)node)->name;
    bool in_class = builder->current->can_see_class_scope;
    VISIT(add(builder, name, SYMBOL_IS_TYPE_PARAMETER | SYMBOL_IS_ASSIGNED, node->span));
    if (node->kind == AST_TypeVar) {
        struct AstTypeVar *variable = as_TypeVar(node);
        bool constraints = variable->bound != NULL && variable->bound->kind == AST_Tuple;
        VISIT(visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, variable->bound,
                           constraints ? "a TypeVar constraint" : "a TypeVar bound", in_class,
                           &variable->bound_scope));
        return visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, variable->default_value, "a TypeVar default",
                            in_class, &variable->default_scope);
    }
    struct AstParamSpec *parameter = (struct AstParamSpec *)node; /* TypeVarTuple has the same fields */
    return visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, parameter->default_value,
                        node->kind == AST_ParamSpec ? "a ParamSpec default" : "a TypeVarTuple default", in_class,
                        &parameter->default_scope);
}

static bool add_hidden(B *builder, const char *text, uint32_t flags)
{
    const struct Identifier *name = name_of(builder, text);
    return name != NULL && add(builder, name, flags, builder->current->node->span);
}

/* Opens the scope of type parameters, if there are any. */
static bool enter_type_params(B *builder, struct AstNode *node, const struct Identifier *name, struct AstNodes params,
                              struct Scope **result)
{
    if (params.count == 0) {
        return true;
    }
    bool in_class = builder->current->kind == SCOPE_CLASS;
    struct Scope *scope = enter(builder, SCOPE_TYPE_PARAMETERS, node, name);
    if (scope == NULL) {
        return false;
    }
    *result = scope;
    VISIT(see_class(builder, in_class));
    if (node->kind == AST_ClassDef) {
        scope->private_class = builder->private_class = name;
        VISIT(add_hidden(builder, ".type_params", SYMBOL_IS_ASSIGNED | SYMBOL_IS_USED));
        VISIT(add_hidden(builder, ".generic_base", SYMBOL_IS_ASSIGNED | SYMBOL_IS_USED));
    }
    for (size_t i = 0; i < params.count; i++) {
        VISIT(visit_type_param(builder, params.items[i]));
    }
    return true;
}

static bool add_default_parameters(B *builder, const struct Scope *type_params_scope,
                                   const struct Astarguments *arguments)
{
    if (type_params_scope == NULL) {
        return true;
    }
    bool keyword_defaults = false;
    for (size_t i = 0; i < arguments->kw_defaults.count; i++) {
        keyword_defaults |= arguments->kw_defaults.items[i] != NULL;
    }
    VISIT(arguments->defaults.count == 0 || add_hidden(builder, ".defaults", SYMBOL_IS_PARAMETER));
    return !keyword_defaults || add_hidden(builder, ".kwdefaults", SYMBOL_IS_PARAMETER);
}

static bool visit_function(B *builder, struct AstNode *node)
{
    struct AstFunctionDef *function = (struct AstFunctionDef *)node; /* the asynchronous kind has the same fields */
    const struct Astarguments *arguments = as_arguments(function->args);
    VISIT(add(builder, function->name, SYMBOL_IS_ASSIGNED, node->span));
    VISIT(visit_all(builder, arguments->defaults));
    VISIT(visit_all(builder, arguments->kw_defaults));
    VISIT(visit_all(builder, function->decorator_list));
    VISIT(enter_type_params(builder, node, function->name, function->type_params, &function->type_params_scope));
    VISIT(add_default_parameters(builder, function->type_params_scope, arguments));
    VISIT(visit_annotations(builder, arguments, function->returns));
    struct Scope *scope = enter(builder, SCOPE_FUNCTION, node, function->name);
    if (scope == NULL) {
        return false;
    }
    function->scope = scope;
    scope->is_coroutine = node->kind == AST_AsyncFunctionDef;
    scope->has_docstring = begins_with_string(function->body);
    VISIT(add_parameters(builder, arguments));
    VISIT(visit_body(builder, function->body));
    leave(builder);
    if (function->type_params_scope != NULL) {
        leave(builder);
    }
    return true;
}

static bool visit_class(B *builder, struct AstNode *node)
{
    struct AstClassDef *class = as_ClassDef(node);
    const struct Identifier *outer_class = builder->private_class;
    VISIT(add(builder, class->name, SYMBOL_IS_ASSIGNED, node->span));
    VISIT(visit_all(builder, class->decorator_list));
    VISIT(enter_type_params(builder, node, class->name, class->type_params, &class->type_params_scope));
    VISIT(visit_all(builder, class->bases));
    VISIT(visit_all(builder, class->keywords));
    builder->private_class = class->name;
    struct Scope *scope = enter(builder, SCOPE_CLASS, node, class->name);
    if (scope == NULL) {
        return false;
    }
    class->scope = scope;
    scope->has_docstring = begins_with_string(class->body);
    if (class->type_params_scope != NULL) {
        VISIT(add_hidden(builder, "__type_params__", SYMBOL_IS_ASSIGNED));
        VISIT(add_hidden(builder, ".type_params", SYMBOL_IS_USED));
    }
    VISIT(visit_body(builder, class->body));
    leave(builder);
    if (class->type_params_scope != NULL) {
        leave(builder);
    }
    builder->private_class = outer_class;
    return true;
}

static bool visit_type_alias(B *builder, struct AstNode *node)
{
    struct AstTypeAlias *alias = as_TypeAlias(node);
    const struct Identifier *name = as_Name(alias->name)->id;
    VISIT(visit_expression(builder, alias->name));
    bool in_class = builder->current->kind == SCOPE_CLASS;
    VISIT(enter_type_params(builder, node, name, alias->type_params, &alias->type_params_scope));
    VISIT(visit_lazily(builder, SCOPE_TYPE_ALIAS, node, name, alias->value, "a type alias", in_class,
                       &alias->scope));
    if (alias->type_params_scope != NULL) {
        leave(builder);
    }
    return true;
}

static bool visit_lambda(B *builder, struct AstNode *node)
{
    struct AstLambda *lambda = as_Lambda(node);
    const struct Astarguments *arguments = as_arguments(lambda->args);
    VISIT(visit_all(builder, arguments->defaults));
    VISIT(visit_all(builder, arguments->kw_defaults));
    struct Scope *scope = enter(builder, SCOPE_LAMBDA, node, name_of(builder, "<lambda>"));
    if (scope == NULL) {
        return false;
    }
    lambda->scope = scope;
    VISIT(add_parameters(builder, arguments));
    VISIT(visit_expression(builder, lambda->body));
    leave(builder);
    return true;
}

/* ---- comprehensions ---- */

static bool visit_iteration_target(B *builder, struct AstNode *target)
{
    builder->current->in_iteration_target = true;
    VISIT(visit_expression(builder, target));
    builder->current->in_iteration_target = false;
    return true;
}

static bool visit_iterable(B *builder, struct AstNode *iterable)
{
    struct Scope *scope = builder->current;
    scope->in_iterable++;
    VISIT(visit_expression(builder, iterable));
    scope->in_iterable--;
    return true;
}

static bool visit_generators(B *builder, struct AstNodes generators)
{
    struct Scope *scope = builder->current;
    for (size_t i = 0; i < generators.count; i++) {
        const struct Astcomprehension *part = as_comprehension(generators.items[i]);
        VISIT(visit_iteration_target(builder, part->target));
        VISIT(i == 0 || visit_iterable(builder, part->iter));
        VISIT(visit_all(builder, part->ifs));
        scope->is_coroutine |= part->is_async != 0;
    }
    return true;
}

static const char *comprehension_name(enum AstKind kind)
{
    switch (kind) {
    case AST_ListComp:
        return "<listcomp>";
    case AST_SetComp:
        return "<setcomp>";
    case AST_DictComp:
        return "<dictcomp>";
    default:
        return "<genexpr>";
    }
}

/* The first iterable is evaluated outside and comes in as the parameter `.0`. */
static bool visit_comprehension(B *builder, struct AstNode *node, struct AstNodes generators, struct AstNode *element,
                                struct AstNode *value, struct Scope **result)
{
    bool is_generator = node->kind == AST_GeneratorExp;
    bool in_class = builder->current->can_see_class_scope;
    VISIT(visit_iterable(builder, as_comprehension(generators.items[0])->iter));
    struct Scope *scope = enter(builder, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, node,
                                name_of(builder, comprehension_name((enum AstKind)node->kind)));
    if (scope == NULL) {
        return false;
    }
    *result = scope;
    scope->is_generator = is_generator;
    scope->parameters.items = arena_allocate(builder->arena, sizeof *scope->parameters.items);
    const struct Identifier *iterator = name_of(builder, ".0");
    if (scope->parameters.items == NULL || iterator == NULL) {
        return false;
    }
    scope->parameters.items[scope->parameters.count++] = iterator;
    VISIT(add(builder, iterator, SYMBOL_IS_PARAMETER, node->span));
    VISIT(see_class(builder, in_class));
    VISIT(visit_generators(builder, generators));
    VISIT(visit_optional(builder, value));
    VISIT(visit_expression(builder, element));
    leave(builder);
    builder->current->is_coroutine |= scope->is_coroutine && !is_generator;
    return true;
}

/* Where a walrus inside comprehensions binds: the nearest scope that is none. */
static bool extend_named(B *builder, const struct AstNode *target)
{
    const struct Identifier *name = as_Name(target)->id;
    const struct Identifier *mangled = scope_mangle(builder->arena, builder->current, name);
    if (mangled == NULL) {
        return false;
    }
    struct Scope *scope = builder->current;
    for (; is_comprehension(scope); scope = scope->parent) {
        const struct Symbol *symbol = scope_symbol(scope, mangled);
        if (symbol != NULL && (symbol->flags & SYMBOL_IS_ITERATION) &&
            (symbol->flags & (SYMBOL_IS_ASSIGNED | SYMBOL_IS_GLOBAL))) {
            return scope_fail(builder->result, target->span,
                              "assignment expression cannot rebind comprehension iteration variable '%s'", name->text);
        }
    }
    const struct Symbol *outer = scope_symbol(scope, mangled);
    switch (scope->kind) {
    case SCOPE_FUNCTION:
    case SCOPE_LAMBDA: {
        bool global = outer != NULL && (outer->flags & SYMBOL_IS_GLOBAL);
        VISIT(add(builder, name, global ? SYMBOL_IS_GLOBAL : SYMBOL_IS_NONLOCAL, target->span));
        return add_to(builder, scope, name, SYMBOL_IS_ASSIGNED, target->span);
    }
    case SCOPE_MODULE:
        VISIT(add(builder, name, SYMBOL_IS_GLOBAL, target->span));
        return add_to(builder, scope, name, SYMBOL_IS_GLOBAL, target->span);
    case SCOPE_CLASS:
        return scope_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used in a class body");
    case SCOPE_TYPE_PARAMETERS:
        return scope_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used within the definition of a "
                          "generic");
    case SCOPE_TYPE_ALIAS:
        return scope_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used in a type alias");
    default:
        return scope_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used in a TypeVar bound");
    }
}

/* Expressions that have no place in lazily evaluated scopes. */
static bool check_lazy(B *builder, const char *what, const struct AstNode *node)
{
    const struct Scope *scope = builder->current;
    switch (scope->kind) {
    case SCOPE_TYPE_VARIABLE:
    case SCOPE_TYPE_ALIAS:
        return scope_fail(builder->result, node->span, "%s cannot be used within %s", what, scope->description);
    case SCOPE_TYPE_PARAMETERS:
        return scope_fail(builder->result, node->span, "%s cannot be used within the definition of a generic", what);
    default:
        return true;
    }
}

static bool visit_named(B *builder, struct AstNode *node)
{
    const struct AstNamedExpr *named = as_NamedExpr(node);
    VISIT(check_lazy(builder, "named expression", node));
    if (builder->current->in_iterable > 0) {
        return scope_fail(builder->result, node->span,
                          "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (is_comprehension(builder->current)) {
        VISIT(extend_named(builder, named->target));
    }
    VISIT(visit_expression(builder, named->value));
    return visit_expression(builder, named->target);
}

static bool visit_yield(B *builder, const struct AstNode *node, struct AstNode *value)
{
    struct Scope *scope = builder->current;
    VISIT(check_lazy(builder, "yield expression", node));
    VISIT(visit_optional(builder, value));
    if (is_comprehension(scope)) {
        const char *kind = scope->node->kind == AST_ListComp   ? "list comprehension"
                           : scope->node->kind == AST_SetComp  ? "set comprehension"
                           : scope->node->kind == AST_DictComp ? "dict comprehension"
                                                               : "generator expression";
        return scope_fail(builder->result, node->span, "'yield' inside %s", kind);
    }
    scope->is_generator = true;
    return true;
}

static bool visit_await(B *builder, struct AstNode *node)
{
    struct Scope *scope = builder->current;
    VISIT(check_lazy(builder, "await expression", node));
    bool top_level = scope->kind == SCOPE_MODULE && (builder->result->options & PARSE_ALLOW_TOP_LEVEL_AWAIT);
    if (!top_level && !scope_is_function_like(scope)) {
        return scope_fail(builder->result, node->span, "'await' outside function");
    }
    if (!top_level && !is_comprehension(scope) &&
        !(scope->kind == SCOPE_FUNCTION && scope->node->kind == AST_AsyncFunctionDef)) {
        return scope_fail(builder->result, node->span, "'await' outside async function");
    }
    VISIT(visit_expression(builder, as_Await(node)->value));
    scope->is_coroutine = true;
    return true;
}

static bool visit_name(B *builder, const struct AstNode *node)
{
    const struct AstName *name = as_Name(node);
    bool load = name->ctx == AST_LOAD;
    VISIT(add(builder, name->id, load ? SYMBOL_IS_USED : SYMBOL_IS_ASSIGNED, node->span));
    if (load && name->id == builder->super_name && scope_is_function_like(builder->current)) {
        return add(builder, builder->class_name, SYMBOL_IS_USED, node->span);
    }
    return true;
}

/* ---- expressions ---- */

static bool visit_leaf_or_primary(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Name:
        return visit_name(builder, node);
    case AST_Attribute:
        return visit_expression(builder, as_Attribute(node)->value);
    case AST_Subscript:
        return visit_expression(builder, as_Subscript(node)->value) &&
               visit_expression(builder, as_Subscript(node)->slice);
    case AST_Starred:
        return visit_expression(builder, as_Starred(node)->value);
    case AST_Call:
        return visit_expression(builder, as_Call(node)->func) && visit_all(builder, as_Call(node)->args) &&
               visit_all(builder, as_Call(node)->keywords);
    case AST_keyword:
        return visit_expression(builder, as_keyword(node)->value);
    case AST_Slice:
        return visit_optional(builder, as_Slice(node)->lower) && visit_optional(builder, as_Slice(node)->upper) &&
               visit_optional(builder, as_Slice(node)->step);
    case AST_List:
        return visit_all(builder, as_List(node)->elts);
    case AST_Tuple:
        return visit_all(builder, as_Tuple(node)->elts);
    case AST_Set:
        return visit_all(builder, as_Set(node)->elts);
    case AST_Dict:
        return visit_all(builder, as_Dict(node)->keys) && visit_all(builder, as_Dict(node)->values);
    case AST_JoinedStr:
        return visit_all(builder, as_JoinedStr(node)->values);
    case AST_FormattedValue:
        return visit_expression(builder, as_FormattedValue(node)->value) &&
               visit_optional(builder, as_FormattedValue(node)->format_spec);
    default:
        return true;
    }
}

static bool visit_scoped(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Lambda:
        return visit_lambda(builder, node);
    case AST_ListComp:
        return visit_comprehension(builder, node, as_ListComp(node)->generators, as_ListComp(node)->elt, NULL,
                                   &as_ListComp(node)->scope);
    case AST_SetComp:
        return visit_comprehension(builder, node, as_SetComp(node)->generators, as_SetComp(node)->elt, NULL,
                                   &as_SetComp(node)->scope);
    case AST_GeneratorExp:
        return visit_comprehension(builder, node, as_GeneratorExp(node)->generators, as_GeneratorExp(node)->elt,
                                   NULL, &as_GeneratorExp(node)->scope);
    case AST_DictComp:
        return visit_comprehension(builder, node, as_DictComp(node)->generators, as_DictComp(node)->key,
                                   as_DictComp(node)->value, &as_DictComp(node)->scope);
    case AST_NamedExpr:
        return visit_named(builder, node);
    case AST_Yield:
        return visit_yield(builder, node, as_Yield(node)->value);
    case AST_YieldFrom:
        return visit_yield(builder, node, as_YieldFrom(node)->value);
    case AST_Await:
        return visit_await(builder, node);
    default:
        return visit_leaf_or_primary(builder, node);
    }
}

static bool visit_operator(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_BinOp:
        return visit_expression(builder, as_BinOp(node)->left) && visit_expression(builder, as_BinOp(node)->right);
    case AST_UnaryOp:
        return visit_expression(builder, as_UnaryOp(node)->operand);
    case AST_BoolOp:
        return visit_all(builder, as_BoolOp(node)->values);
    case AST_Compare:
        return visit_expression(builder, as_Compare(node)->left) &&
               visit_all(builder, as_Compare(node)->comparators);
    case AST_IfExp:
        return visit_expression(builder, as_IfExp(node)->test) && visit_expression(builder, as_IfExp(node)->body) &&
               visit_expression(builder, as_IfExp(node)->orelse);
    default:
        return visit_scoped(builder, node);
    }
}

static bool visit_expression(B *builder, struct AstNode *node)
{
    if (++builder->depth > DEEPEST_TREE) {
        return scope_fail_depth(builder->result);
    }
    bool ok = visit_operator(builder, node);
    builder->depth--;
    return ok;
}

/* ---- statements ---- */

static bool visit_annotated(B *builder, struct AstNode *node)
{
    const struct AstAnnAssign *statement = as_AnnAssign(node);
    struct Scope *scope = builder->current;
    scope->has_annotations |= !scope_is_function_like(scope);
    if (statement->target->kind == AST_Name) {
        const struct AstName *name = as_Name(statement->target);
        const struct Symbol *symbol = lookup(builder, name->id);
        uint32_t declared = symbol != NULL ? symbol->flags & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL) : 0;
        if (declared && scope->kind != SCOPE_MODULE && statement->simple) {
            return scope_fail(builder->result, node->span, "annotated name '%s' can't be %s", name->id->text,
                              declared & SYMBOL_IS_GLOBAL ? "global" : "nonlocal");
        }
        uint32_t flags = statement->simple ? SYMBOL_IS_ANNOTATED | SYMBOL_IS_ASSIGNED : SYMBOL_IS_ASSIGNED;
        if (statement->simple || statement->value != NULL) {
            VISIT(add(builder, name->id, flags, statement->target->span));
        }
    } else {
        VISIT(visit_expression(builder, statement->target));
    }
    VISIT(visit_annotation(builder, statement->annotation));
    return visit_optional(builder, statement->value);
}

static bool visit_declaration(B *builder, const struct AstNode *node, struct AstNames names, uint32_t flag)
{
    const char *word = flag == SYMBOL_IS_GLOBAL ? "global" : "nonlocal";
    for (size_t i = 0; i < names.count; i++) {
        const struct Identifier *name = names.items[i];
        const struct Symbol *symbol = lookup(builder, name);
        uint32_t flags = symbol != NULL ? symbol->flags : 0;
        if (flags & SYMBOL_IS_PARAMETER) {
            return scope_fail(builder->result, node->span, "name '%s' is parameter and %s", name->text, word);
        }
        if (flags & SYMBOL_IS_USED) {
            return scope_fail(builder->result, node->span, "name '%s' is used prior to %s declaration", name->text,
                              word);
        }
        if (flags & SYMBOL_IS_ANNOTATED) {
            return scope_fail(builder->result, node->span, "annotated name '%s' can't be %s", name->text, word);
        }
        if (flags & SYMBOL_IS_ASSIGNED) {
            return scope_fail(builder->result, node->span, "name '%s' is assigned to before %s declaration",
                              name->text, word);
        }
        VISIT(add(builder, name, flag, node->span));
    }
    return true;
}

static bool visit_aliases(B *builder, struct AstNodes names)
{
    for (size_t i = 0; i < names.count; i++) {
        const struct Astalias *alias = as_alias(names.items[i]);
        const struct Identifier *name = alias->asname != NULL ? alias->asname : alias->name;
        if (name->text[0] == '*') {
            if (builder->current->kind != SCOPE_MODULE) {
                return scope_fail(builder->result, names.items[i]->span, "import * only allowed at module level");
            }
            continue;
        }
        const char *dot = strchr(name->text, '.');
        if (dot != NULL) {
            name = arena_intern(builder->arena, name->text, (size_t)(dot - name->text));
        }
        VISIT(name != NULL && add(builder, name, SYMBOL_IS_IMPORTED | SYMBOL_IS_ASSIGNED, alias->node.span));
    }
    return true;
}

static bool visit_handlers(B *builder, struct AstNodes handlers)
{
    for (size_t i = 0; i < handlers.count; i++) {
        const struct AstExceptHandler *handler = as_ExceptHandler(handlers.items[i]);
        VISIT(visit_optional(builder, handler->type));
        if (handler->name != NULL) {
            VISIT(add(builder, handler->name, SYMBOL_IS_ASSIGNED, handler->node.span));
        }
        VISIT(visit_body(builder, handler->body));
    }
    return true;
}

static bool visit_with(B *builder, const struct AstWith *statement)
{
    for (size_t i = 0; i < statement->items.count; i++) {
        const struct Astwithitem *item = as_withitem(statement->items.items[i]);
        VISIT(visit_expression(builder, item->context_expr));
        VISIT(visit_optional(builder, item->optional_vars));
    }
    return visit_body(builder, statement->body);
}

static bool visit_match(B *builder, const struct AstMatch *statement)
{
    VISIT(visit_expression(builder, statement->subject));
    for (size_t i = 0; i < statement->cases.count; i++) {
        const struct Astmatch_case *part = as_match_case(statement->cases.items[i]);
        VISIT(visit_pattern(builder, part->pattern));
        VISIT(visit_optional(builder, part->guard));
        VISIT(visit_body(builder, part->body));
    }
    return true;
}

static bool visit_loop(B *builder, struct AstNode *node)
{
    const struct AstFor *loop = (const struct AstFor *)node; /* AsyncFor has the same fields */
    return visit_expression(builder, loop->target) && visit_expression(builder, loop->iter) &&
           visit_body(builder, loop->body) && visit_body(builder, loop->orelse);
}

static bool visit_compound(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
        return visit_function(builder, node);
    case AST_ClassDef:
        return visit_class(builder, node);
    case AST_For:
    case AST_AsyncFor:
        return visit_loop(builder, node);
    case AST_While:
        return visit_expression(builder, as_While(node)->test) && visit_body(builder, as_While(node)->body) &&
               visit_body(builder, as_While(node)->orelse);
    case AST_If:
        return visit_expression(builder, as_If(node)->test) && visit_body(builder, as_If(node)->body) &&
               visit_body(builder, as_If(node)->orelse);
    case AST_With:
    case AST_AsyncWith:
        return visit_with(builder, (const struct AstWith *)node);
    case AST_Match:
        return visit_match(builder, as_Match(node));
    case AST_Try:
    case AST_TryStar: {
        const struct AstTry *statement = (const struct AstTry *)node;
        return visit_body(builder, statement->body) && visit_body(builder, statement->orelse) &&
               visit_handlers(builder, statement->handlers) && visit_body(builder, statement->finalbody);
    }
    default:
        return true;
    }
}

static bool visit_simple(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_Return:
        return visit_optional(builder, as_Return(node)->value);
    case AST_Delete:
        return visit_all(builder, as_Delete(node)->targets);
    case AST_Assign:
        return visit_all(builder, as_Assign(node)->targets) && visit_expression(builder, as_Assign(node)->value);
    case AST_TypeAlias:
        return visit_type_alias(builder, node);
    case AST_AugAssign:
        return visit_expression(builder, as_AugAssign(node)->target) &&
               visit_expression(builder, as_AugAssign(node)->value);
    case AST_AnnAssign:
        return visit_annotated(builder, node);
    case AST_Raise:
        return visit_optional(builder, as_Raise(node)->exc) && visit_optional(builder, as_Raise(node)->cause);
    case AST_Assert:
        return visit_expression(builder, as_Assert(node)->test) && visit_optional(builder, as_Assert(node)->msg);
    case AST_Import:
        return visit_aliases(builder, as_Import(node)->names);
    case AST_ImportFrom:
        return visit_aliases(builder, as_ImportFrom(node)->names);
    case AST_Global:
        return visit_declaration(builder, node, as_Global(node)->names, SYMBOL_IS_GLOBAL);
    case AST_Nonlocal:
        return visit_declaration(builder, node, as_Nonlocal(node)->names, SYMBOL_IS_NONLOCAL);
    case AST_Expr:
        return visit_expression(builder, as_Expr(node)->value);
    default:
        return visit_compound(builder, node);
    }
}

static bool visit_statement(B *builder, struct AstNode *node)
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

static bool bind(B *builder, const struct Identifier *name, const struct AstNode *node)
{
    return name == NULL || add(builder, name, SYMBOL_IS_ASSIGNED, node->span);
}

static bool visit_pattern(B *builder, struct AstNode *node)
{
    switch (node->kind) {
    case AST_MatchValue:
        return visit_expression(builder, as_MatchValue(node)->value);
    case AST_MatchSequence:
        return visit_patterns(builder, as_MatchSequence(node)->patterns);
    case AST_MatchMapping:
        return visit_all(builder, as_MatchMapping(node)->keys) &&
               visit_patterns(builder, as_MatchMapping(node)->patterns) &&
               bind(builder, as_MatchMapping(node)->rest, node);
    case AST_MatchClass:
        return visit_expression(builder, as_MatchClass(node)->cls) &&
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
    struct Scope *scope = enter(builder, SCOPE_MODULE, module, name_of(builder, "<module>"));
    if (scope == NULL) {
        return false;
    }
    builder->result->scope = scope;
    switch (module->kind) {
    case AST_Module:
        as_Module(module)->scope = scope;
        scope->has_docstring = begins_with_string(as_Module(module)->body);
        return visit_body(builder, as_Module(module)->body);
    case AST_Interactive:
        as_Interactive(module)->scope = scope;
        return visit_body(builder, as_Interactive(module)->body);
    default:
        as_Expression(module)->scope = scope;
        return visit_expression(builder, as_Expression(module)->body);
    }
}
