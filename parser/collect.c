/*
 * First half of the scope analysis: what opens a scope, and how names enter it.
 *
 * The order of visits is CPython's, since it decides which of two errors is
 * reported, and in which order symbols appear.
 */
#include <string.h>

#include "parser/collect.h"

/* ---- scopes and names ---- */

const struct Identifier *collect_intern(B *builder, const char *text)
{
    return arena_intern(builder->arena, text, strlen(text));
}

/* A new scope inside the current one, which it becomes. */
struct Scope *collect_enter(B *builder, enum ScopeKind kind, const struct AstNode *node,
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

/* What the current scope knows of the name so far. */
struct Symbol *collect_lookup(B *builder, const struct Identifier *name)
{
    const struct Identifier *mangled = scope_mangle(builder->arena, builder->current, name);
    return mangled != NULL ? scope_symbol(builder->current, mangled) : NULL;
}

/* Notes in `scope` what is done with the name, unless that contradicts what is known of it. */
static bool add_to(B *builder, struct Scope *scope, const struct Identifier *name, uint32_t flags,
                   struct Span span)
{
    const struct Identifier *mangled = scope_mangle(builder->arena, builder->current, name);
    if (mangled == NULL) {
        return false;
    }
    const struct Symbol *known = scope_symbol(scope, mangled);
    uint32_t old = known != NULL ? known->flags : 0;
    if (flags & old & SYMBOL_IS_PARAMETER) {
        return symbol_fail(builder->result, span, "duplicate argument '%s' in function definition",
                          name->text);
    }
    if (flags & old & SYMBOL_IS_TYPE_PARAMETER) {
        return symbol_fail(builder->result, span, "duplicate type parameter '%s'", name->text);
    }
    if (scope->in_iteration_target) {
        if (old & (SYMBOL_IS_GLOBAL | SYMBOL_IS_NONLOCAL)) {
            return symbol_fail(builder->result, span,
                              "comprehension inner loop cannot rebind assignment expression target '%s'",
                              name->text);
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

bool collect_name(B *builder, const struct Identifier *name, uint32_t flags, struct Span span)
{
    return add_to(builder, builder->current, name, flags, span);
}

bool collect_all(B *builder, struct AstNodes nodes)
{
    for (size_t i = 0; i < nodes.count; i++) {
        if (nodes.items[i] != NULL) {
            VISIT(collect_expression(builder, nodes.items[i]));
        }
    }
    return true;
}

bool collect_optional(B *builder, struct AstNode *node)
{
    return node == NULL || collect_expression(builder, node);
}

bool collect_body(B *builder, struct AstNodes body)
{
    for (size_t i = 0; i < body.count; i++) {
        VISIT(collect_statement(builder, body.items[i]));
    }
    return true;
}

bool collect_has_docstring(struct AstNodes body)
{
    if (body.count == 0 || body.items[0]->kind != AST_Expr) {
        return false;
    }
    const struct AstNode *value = as_Expr(body.items[0])->value;
    return value->kind == AST_Constant && as_Constant(value)->value.kind == AST_CONSTANT_STRING;
}

/* ---- functions and classes ---- */

/* A parameter, which also has its place in the order of the arguments. */
static bool add_parameter(B *builder, struct AstNode *node)
{
    const struct Astarg *arg = as_arg(node);
    struct Scope *scope = builder->current;
    VISIT(collect_name(builder, arg->arg, SYMBOL_IS_PARAMETER, node->span));
    scope->parameters.items[scope->parameters.count++] = scope->symbols[scope->symbol_count - 1].name;
    return true;
}

/* All parameters in the order of co_varnames. */
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
bool collect_annotation(B *builder, struct AstNode *annotation)
{
    return annotation == NULL || builder->result->future_annotations || collect_expression(builder, annotation);
}

static bool visit_argument_annotations(B *builder, struct AstNodes arguments)
{
    for (size_t i = 0; i < arguments.count; i++) {
        VISIT(collect_annotation(builder, as_arg(arguments.items[i])->annotation));
    }
    return true;
}

/* CPython's order: positional, *args, **kwargs, keyword-only, result. */
static bool visit_annotations(B *builder, const struct Astarguments *arguments, struct AstNode *returns)
{
    VISIT(visit_argument_annotations(builder, arguments->posonlyargs));
    VISIT(visit_argument_annotations(builder, arguments->args));
    if (arguments->vararg != NULL) {
        VISIT(collect_annotation(builder, as_arg(arguments->vararg)->annotation));
    }
    if (arguments->kwarg != NULL) {
        VISIT(collect_annotation(builder, as_arg(arguments->kwarg)->annotation));
    }
    VISIT(visit_argument_annotations(builder, arguments->kwonlyargs));
    return collect_annotation(builder, returns);
}

/* Annotation scopes inside a class look names up in the class's namespace first. */
static bool see_class(B *builder, bool in_class)
{
    if (!in_class) {
        return true;
    }
    builder->current->can_see_class_scope = true;
    return collect_name(builder, builder->classdict_name, SYMBOL_IS_USED, builder->current->node->span);
}

/* A lazily evaluated bound, default or alias value: a scope of its own. */
static bool visit_lazily(B *builder, enum ScopeKind kind, const struct AstNode *node,
                         const struct Identifier *name, struct AstNode *value, const char *description,
                         bool in_class, struct Scope **result)
{
    if (value == NULL) {
        return true;
    }
    struct Scope *scope = collect_enter(builder, kind, node, name);
    if (scope == NULL) {
        return false;
    }
    *result = scope;
    scope->description = description;
    VISIT(see_class(builder, in_class));
    VISIT(collect_expression(builder, value));
    leave(builder);
    return true;
}

/* The name, then bound and default in scopes of their own. */
static bool visit_type_param(B *builder, struct AstNode *node)
{
    const struct Identifier *name = node->kind == AST_TypeVar ? as_TypeVar(node)->name
                                                              : ((struct AstParamSpec *)node)->name;
    bool in_class = builder->current->can_see_class_scope;
    VISIT(collect_name(builder, name, SYMBOL_IS_TYPE_PARAMETER | SYMBOL_IS_ASSIGNED, node->span));
    if (node->kind == AST_TypeVar) {
        struct AstTypeVar *variable = as_TypeVar(node);
        bool constraints = variable->bound != NULL && variable->bound->kind == AST_Tuple;
        VISIT(visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, variable->bound,
                           constraints ? "a TypeVar constraint" : "a TypeVar bound", in_class,
                           &variable->bound_scope));
        return visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, variable->default_value,
                            "a TypeVar default", in_class, &variable->default_scope);
    }
    struct AstParamSpec *parameter = (struct AstParamSpec *)node; /* TypeVarTuple has the same fields */
    return visit_lazily(builder, SCOPE_TYPE_VARIABLE, node, name, parameter->default_value,
                        node->kind == AST_ParamSpec ? "a ParamSpec default" : "a TypeVarTuple default",
                        in_class, &parameter->default_scope);
}

/* Names with a dot, which no program can write. */
static bool add_hidden(B *builder, const char *text, uint32_t flags)
{
    const struct Identifier *name = collect_intern(builder, text);
    return name != NULL && collect_name(builder, name, flags, builder->current->node->span);
}

/* Opens the scope of type parameters, if there are any. */
static bool enter_type_params(B *builder, struct AstNode *node, const struct Identifier *name,
                              struct AstNodes params, struct Scope **result)
{
    if (params.count == 0) {
        return true;
    }
    bool in_class = builder->current->kind == SCOPE_CLASS;
    struct Scope *scope = collect_enter(builder, SCOPE_TYPE_PARAMETERS, node, name);
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

/* Defaults are evaluated outside the scope of type parameters and handed in. */
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

/* Defaults and decorators belong to the scope around; annotations to that of the type parameters, if any. */
bool collect_function(B *builder, struct AstNode *node)
{
    struct AstFunctionDef *function = (struct AstFunctionDef *)
        node; /* the asynchronous kind has the same fields */
    const struct Astarguments *arguments = as_arguments(function->args);
    VISIT(collect_name(builder, function->name, SYMBOL_IS_ASSIGNED, node->span));
    VISIT(collect_all(builder, arguments->defaults));
    VISIT(collect_all(builder, arguments->kw_defaults));
    VISIT(collect_all(builder, function->decorator_list));
    VISIT(enter_type_params(builder, node, function->name, function->type_params,
                            &function->type_params_scope));
    VISIT(add_default_parameters(builder, function->type_params_scope, arguments));
    VISIT(visit_annotations(builder, arguments, function->returns));
    struct Scope *scope = collect_enter(builder, SCOPE_FUNCTION, node, function->name);
    if (scope == NULL) {
        return false;
    }
    function->scope = scope;
    scope->is_coroutine = node->kind == AST_AsyncFunctionDef;
    scope->has_docstring = collect_has_docstring(function->body);
    VISIT(add_parameters(builder, arguments));
    VISIT(collect_body(builder, function->body));
    leave(builder);
    if (function->type_params_scope != NULL) {
        leave(builder);
    }
    return true;
}

/* Bases and keywords see the type parameters; the body mangles private names. */
bool collect_class(B *builder, struct AstNode *node)
{
    struct AstClassDef *class = as_ClassDef(node);
    const struct Identifier *outer_class = builder->private_class;
    VISIT(collect_name(builder, class->name, SYMBOL_IS_ASSIGNED, node->span));
    VISIT(collect_all(builder, class->decorator_list));
    VISIT(enter_type_params(builder, node, class->name, class->type_params, &class->type_params_scope));
    VISIT(collect_all(builder, class->bases));
    VISIT(collect_all(builder, class->keywords));
    builder->private_class = class->name;
    struct Scope *scope = collect_enter(builder, SCOPE_CLASS, node, class->name);
    if (scope == NULL) {
        return false;
    }
    class->scope = scope;
    scope->has_docstring = collect_has_docstring(class->body);
    if (class->type_params_scope != NULL) {
        VISIT(add_hidden(builder, "__type_params__", SYMBOL_IS_ASSIGNED));
        VISIT(add_hidden(builder, ".type_params", SYMBOL_IS_USED));
    }
    VISIT(collect_body(builder, class->body));
    leave(builder);
    if (class->type_params_scope != NULL) {
        leave(builder);
    }
    builder->private_class = outer_class;
    return true;
}

/* type Name[T] = value: the value is evaluated when asked for. */
bool collect_type_alias(B *builder, struct AstNode *node)
{
    struct AstTypeAlias *alias = as_TypeAlias(node);
    const struct Identifier *name = as_Name(alias->name)->id;
    VISIT(collect_expression(builder, alias->name));
    bool in_class = builder->current->kind == SCOPE_CLASS;
    VISIT(enter_type_params(builder, node, name, alias->type_params, &alias->type_params_scope));
    VISIT(visit_lazily(builder, SCOPE_TYPE_ALIAS, node, name, alias->value, "a type alias", in_class,
                       &alias->scope));
    if (alias->type_params_scope != NULL) {
        leave(builder);
    }
    return true;
}

/* The defaults belong to the scope around. */
bool collect_lambda(B *builder, struct AstNode *node)
{
    struct AstLambda *lambda = as_Lambda(node);
    const struct Astarguments *arguments = as_arguments(lambda->args);
    VISIT(collect_all(builder, arguments->defaults));
    VISIT(collect_all(builder, arguments->kw_defaults));
    struct Scope *scope = collect_enter(builder, SCOPE_LAMBDA, node, collect_intern(builder, "<lambda>"));
    if (scope == NULL) {
        return false;
    }
    lambda->scope = scope;
    VISIT(add_parameters(builder, arguments));
    VISIT(collect_expression(builder, lambda->body));
    leave(builder);
    return true;
}

/* ---- comprehensions ---- */

static bool visit_iteration_target(B *builder, struct AstNode *target)
{
    builder->current->in_iteration_target = true;
    VISIT(collect_expression(builder, target));
    builder->current->in_iteration_target = false;
    return true;
}

static bool visit_iterable(B *builder, struct AstNode *iterable)
{
    struct Scope *scope = builder->current;
    scope->in_iterable++;
    VISIT(collect_expression(builder, iterable));
    scope->in_iterable--;
    return true;
}

/* The first clause's iterable has been visited already, outside. */
static bool visit_generators(B *builder, struct AstNodes generators)
{
    struct Scope *scope = builder->current;
    for (size_t i = 0; i < generators.count; i++) {
        const struct Astcomprehension *part = as_comprehension(generators.items[i]);
        VISIT(visit_iteration_target(builder, part->target));
        VISIT(i == 0 || visit_iterable(builder, part->iter));
        VISIT(collect_all(builder, part->ifs));
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
bool collect_comprehension(B *builder, struct AstNode *node, struct AstNodes generators,
                           struct AstNode *element, struct AstNode *value, struct Scope **result)
{
    bool is_generator = node->kind == AST_GeneratorExp;
    bool in_class = builder->current->can_see_class_scope;
    VISIT(visit_iterable(builder, as_comprehension(generators.items[0])->iter));
    struct Scope *scope = collect_enter(
        builder, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, node,
        collect_intern(builder, comprehension_name((enum AstKind)node->kind)));
    if (scope == NULL) {
        return false;
    }
    *result = scope;
    scope->is_generator = is_generator;
    scope->parameters.items = arena_allocate(builder->arena, sizeof *scope->parameters.items);
    const struct Identifier *iterator = collect_intern(builder, ".0");
    if (scope->parameters.items == NULL || iterator == NULL) {
        return false;
    }
    scope->parameters.items[scope->parameters.count++] = iterator;
    VISIT(collect_name(builder, iterator, SYMBOL_IS_PARAMETER, node->span));
    VISIT(see_class(builder, in_class));
    VISIT(visit_generators(builder, generators));
    VISIT(collect_optional(builder, value));
    VISIT(collect_expression(builder, element));
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
            return symbol_fail(builder->result, target->span,
                              "assignment expression cannot rebind comprehension iteration variable '%s'",
                              name->text);
        }
    }
    const struct Symbol *outer = scope_symbol(scope, mangled);
    switch (scope->kind) {
    case SCOPE_FUNCTION:
    case SCOPE_LAMBDA: {
        bool global = outer != NULL && (outer->flags & SYMBOL_IS_GLOBAL);
        VISIT(collect_name(builder, name, global ? SYMBOL_IS_GLOBAL : SYMBOL_IS_NONLOCAL, target->span));
        return add_to(builder, scope, name, SYMBOL_IS_ASSIGNED, target->span);
    }
    case SCOPE_MODULE:
        VISIT(collect_name(builder, name, SYMBOL_IS_GLOBAL, target->span));
        return add_to(builder, scope, name, SYMBOL_IS_GLOBAL, target->span);
    case SCOPE_CLASS:
        return symbol_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used in a class body");
    case SCOPE_TYPE_PARAMETERS:
        return symbol_fail(
            builder->result, target->span,
            "assignment expression within a comprehension cannot be used within the definition of a "
            "generic");
    case SCOPE_TYPE_ALIAS:
        return symbol_fail(builder->result, target->span,
                          "assignment expression within a comprehension cannot be used in a type alias");
    default:
        return symbol_fail(builder->result, target->span,
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
        return symbol_fail(builder->result, node->span, "%s cannot be used within %s", what,
                          scope->description);
    case SCOPE_TYPE_PARAMETERS:
        return symbol_fail(builder->result, node->span, "%s cannot be used within the definition of a generic",
                          what);
    default:
        return true;
    }
}

/* A walrus in a comprehension binds outside of it. */
bool collect_named(B *builder, struct AstNode *node)
{
    const struct AstNamedExpr *named = as_NamedExpr(node);
    VISIT(check_lazy(builder, "named expression", node));
    if (builder->current->in_iterable > 0) {
        return symbol_fail(builder->result, node->span,
                          "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (is_comprehension(builder->current)) {
        VISIT(extend_named(builder, named->target));
    }
    VISIT(collect_expression(builder, named->value));
    return collect_expression(builder, named->target);
}

/* Makes a generator of the function, and is forbidden in comprehensions. */
bool collect_yield(B *builder, const struct AstNode *node, struct AstNode *value)
{
    struct Scope *scope = builder->current;
    VISIT(check_lazy(builder, "yield expression", node));
    VISIT(collect_optional(builder, value));
    if (is_comprehension(scope)) {
        const char *kind = scope->node->kind == AST_ListComp   ? "list comprehension"
                           : scope->node->kind == AST_SetComp  ? "set comprehension"
                           : scope->node->kind == AST_DictComp ? "dict comprehension"
                                                               : "generator expression";
        return symbol_fail(builder->result, node->span, "'yield' inside %s", kind);
    }
    scope->is_generator = true;
    return true;
}

/* Only where something can be waited for. */
bool collect_await(B *builder, struct AstNode *node)
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
    VISIT(collect_expression(builder, as_Await(node)->value));
    scope->is_coroutine = true;
    return true;
}

/* super alone counts as a use of __class__. */
bool collect_name_node(B *builder, const struct AstNode *node)
{
    const struct AstName *name = as_Name(node);
    bool load = name->ctx == AST_LOAD;
    VISIT(collect_name(builder, name->id, load ? SYMBOL_IS_USED : SYMBOL_IS_ASSIGNED, node->span));
    if (load && name->id == builder->super_name && scope_is_function_like(builder->current)) {
        return collect_name(builder, builder->class_name, SYMBOL_IS_USED, node->span);
    }
    return true;
}
