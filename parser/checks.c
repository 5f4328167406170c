/*
 * What CPython's code generator rejects, or warns of, in a tree that parses:
 * 'return' outside function, break outside loop, stars out of place, …
 *
 * One walk in the order of code generation, after the scopes are known.
 */
#include <string.h>

#include "parser/internal.h"
#include "parser/scope_builder.h"

enum { MAX_NESTED_BLOCKS = 21 };

struct Checker {
    struct ParseResult *result;
    const struct Scope *scope;
    uint32_t depth;
    uint32_t loops;      /* around this place, within the function */
    uint32_t blocks;     /* statically nested blocks, within the function */
    bool in_except_star; /* in an except* clause, no loop in between */
    bool return_in_star; /* in an except* clause of this function */
};

typedef struct Checker C;

static bool check_expression(C *checker, const struct AstNode *node);
static bool check_statement(C *checker, const struct AstNode *node);

#define CHECK(call)       \
    do {                  \
        if (!(call)) {    \
            return false; \
        }                 \
    } while (0)

static bool check_all(C *checker, struct AstNodes nodes)
{
    for (size_t i = 0; i < nodes.count; i++) {
        if (nodes.items[i] != NULL) {
            CHECK(check_expression(checker, nodes.items[i]));
        }
    }
    return true;
}

static bool check_optional(C *checker, const struct AstNode *node)
{
    return node == NULL || check_expression(checker, node);
}

static bool check_body(C *checker, struct AstNodes body)
{
    for (size_t i = 0; i < body.count; i++) {
        CHECK(check_statement(checker, body.items[i]));
    }
    return true;
}

/* ---- where we are ---- */

static bool in_function(const C *checker)
{
    return checker->scope->kind == SCOPE_FUNCTION || checker->scope->kind == SCOPE_LAMBDA;
}

static bool in_async_function(const C *checker)
{
    return checker->scope->kind == SCOPE_FUNCTION && checker->scope->node->kind == AST_AsyncFunctionDef;
}

static bool top_level_await(const C *checker)
{
    return checker->scope->kind == SCOPE_MODULE && (checker->result->options & PARSE_ALLOW_TOP_LEVEL_AWAIT);
}

/* Runs a check inside another scope and comes back. */
static bool check_in_scope(C *checker, const struct Scope *scope, struct AstNodes body,
                           const struct AstNode *single)
{
    C inner = {.result = checker->result, .scope = scope, .depth = checker->depth};
    return single != NULL ? check_expression(&inner, single) : check_body(&inner, body);
}

/* ---- targets and stars ---- */

static bool is_debug(const struct Identifier *name)
{
    return name->length == 9 && memcmp(name->text, "__debug__", 9) == 0;
}

/* __debug__ can be neither assigned nor deleted. */
static bool check_binding(C *checker, const struct Identifier *name, enum AstContext context,
                          struct Span span)
{
    if (context == AST_LOAD || name == NULL || !is_debug(name)) {
        return true;
    }
    return scope_fail(checker->result, span, "cannot %s __debug__",
                      context == AST_STORE ? "assign to" : "delete");
}

/* Elements of a tuple or list that is assigned to. */
static bool check_unpacking(C *checker, const struct AstNode *node, struct AstNodes elements)
{
    size_t stars = 0;
    for (size_t i = 0; i < elements.count; i++) {
        const struct AstNode *element = elements.items[i];
        if (element->kind != AST_Starred) {
            continue;
        }
        if (stars++ > 0) {
            return scope_fail(checker->result, node->span, "multiple starred expressions in assignment");
        }
        if (i >= 1 << 8 || elements.count - i - 1 >= (size_t)1 << 23) {
            return scope_fail(checker->result, node->span,
                              "too many expressions in star-unpacking assignment");
        }
    }
    return true;
}

/* Elements of displays and arguments of calls, where stars have their place. */
static bool check_elements(C *checker, struct AstNodes elements)
{
    for (size_t i = 0; i < elements.count; i++) {
        const struct AstNode *element = elements.items[i];
        CHECK(check_expression(checker, element->kind == AST_Starred ? as_Starred(element)->value : element));
    }
    return true;
}

/* A star outside of displays, calls and targets. */
static bool check_starred(C *checker, const struct AstNode *node)
{
    if (as_Starred(node)->ctx == AST_STORE) {
        return scope_fail(checker->result, node->span,
                          "starred assignment target must be in a list or tuple");
    }
    return scope_fail(checker->result, node->span, "can't use starred expression here");
}

/* A list or tuple, read or assigned to. */
static bool check_sequence(C *checker, const struct AstNode *node, struct AstNodes elements,
                           enum AstContext context)
{
    if (context == AST_STORE) {
        CHECK(check_unpacking(checker, node, elements));
    }
    return check_elements(checker, elements);
}

/* ---- expressions ---- */

/* Each name may be given once. */
static bool check_keywords(C *checker, struct AstNodes keywords)
{
    for (size_t i = 0; i < keywords.count; i++) {
        const struct Astkeyword *keyword = as_keyword(keywords.items[i]);
        if (keyword->arg == NULL) {
            continue;
        }
        CHECK(check_binding(checker, keyword->arg, AST_STORE, keyword->node.span));
        for (size_t j = i + 1; j < keywords.count; j++) {
            const struct Astkeyword *other = as_keyword(keywords.items[j]);
            if (other->arg == keyword->arg) {
                return scope_fail(checker->result, other->node.span, "keyword argument repeated: %s",
                                  keyword->arg->text);
            }
        }
    }
    return true;
}

static bool check_keyword_values(C *checker, struct AstNodes keywords)
{
    for (size_t i = 0; i < keywords.count; i++) {
        CHECK(check_expression(checker, as_keyword(keywords.items[i])->value));
    }
    return true;
}

/* CPython looks at the names before anything is evaluated. */
static bool check_call(C *checker, const struct AstNode *node)
{
    const struct AstCall *call = as_Call(node);
    CHECK(check_keywords(checker, call->keywords));
    CHECK(warn_call(checker->result, call->func));
    return check_expression(checker, call->func) && check_elements(checker, call->args) &&
           check_keyword_values(checker, call->keywords);
}

static bool check_parameter_names(C *checker, struct AstNodes parameters)
{
    for (size_t i = 0; i < parameters.count; i++) {
        const struct Astarg *arg = as_arg(parameters.items[i]);
        CHECK(check_binding(checker, arg->arg, AST_STORE, arg->node.span));
    }
    return true;
}

/* The parameters' names, and the defaults, which are evaluated outside. */
static bool check_arguments(C *checker, const struct Astarguments *arguments)
{
    const struct AstNodes vararg = {(struct AstNode **)&arguments->vararg, arguments->vararg != NULL};
    const struct AstNodes kwarg = {(struct AstNode **)&arguments->kwarg, arguments->kwarg != NULL};
    return check_parameter_names(checker, arguments->posonlyargs) &&
           check_parameter_names(checker, arguments->args) && check_parameter_names(checker, vararg) &&
           check_parameter_names(checker, arguments->kwonlyargs) && check_parameter_names(checker, kwarg) &&
           check_all(checker, arguments->defaults) && check_all(checker, arguments->kw_defaults);
}

/* *args: *Ts may be starred. */
static bool check_annotation(C *checker, const struct AstNode *annotation)
{
    if (annotation != NULL && annotation->kind == AST_Starred) {
        annotation = as_Starred(annotation)->value;
    }
    return check_optional(checker, annotation);
}

/* Does any clause say `async for`? */
static bool is_asynchronous(struct AstNodes generators)
{
    for (size_t i = 0; i < generators.count; i++) {
        if (as_comprehension(generators.items[i])->is_async) {
            return true;
        }
    }
    return false;
}

/* May an asynchronous comprehension stand here? */
static bool allows_async_comprehension(const C *checker)
{
    const struct Scope *scope = checker->scope;
    return in_async_function(checker) || top_level_await(checker) || scope->kind == SCOPE_COMPREHENSION ||
           scope->kind == SCOPE_GENERATOR;
}

/* The first iterable belongs to the scope around. */
static bool check_comprehension(C *checker, const struct AstNode *node, const struct Scope *scope,
                                struct AstNodes generators, const struct AstNode *element,
                                const struct AstNode *value)
{
    CHECK(check_expression(checker, as_comprehension(generators.items[0])->iter));
    bool asynchronous = is_asynchronous(generators) || scope->is_coroutine;
    if (asynchronous && node->kind != AST_GeneratorExp && !allows_async_comprehension(checker)) {
        return scope_fail(checker->result, node->span,
                          "asynchronous comprehension outside of an asynchronous function");
    }
    C inner = {.result = checker->result, .scope = scope, .depth = checker->depth};
    for (size_t i = 0; i < generators.count; i++) {
        const struct Astcomprehension *part = as_comprehension(generators.items[i]);
        CHECK(i == 0 || check_expression(&inner, part->iter));
        CHECK(check_expression(&inner, part->target));
        CHECK(check_all(&inner, part->ifs));
    }
    return check_expression(&inner, element) && check_optional(&inner, value);
}

/* yield and yield from need a function, and the latter one that is not async. */
static bool check_yield(C *checker, const struct AstNode *node)
{
    if (!in_function(checker)) {
        return scope_fail(checker->result, node->span, "'yield%s' outside function",
                          node->kind == AST_Yield ? "" : " from");
    }
    if (node->kind == AST_Yield) {
        return check_optional(checker, as_Yield(node)->value);
    }
    if (in_async_function(checker)) {
        return scope_fail(checker->result, node->span, "'yield from' inside async function");
    }
    return check_expression(checker, as_YieldFrom(node)->value);
}

static bool check_subscript(C *checker, const struct AstNode *node)
{
    const struct AstSubscript *subscript = as_Subscript(node);
    if (subscript->ctx == AST_LOAD) {
        CHECK(warn_subscript(checker->result, subscript->value, subscript->slice));
    }
    return check_expression(checker, subscript->value) && check_expression(checker, subscript->slice);
}

static bool check_scoped(C *checker, const struct AstNode *node)
{
    switch (node->kind) {
    case AST_Lambda:
        return check_arguments(checker, as_arguments(as_Lambda(node)->args)) &&
               check_in_scope(checker, as_Lambda(node)->scope, (struct AstNodes){NULL, 0},
                              as_Lambda(node)->body);
    case AST_ListComp:
    case AST_SetComp:
    case AST_GeneratorExp: {
        const struct AstListComp *comprehension = (const struct AstListComp *)node;
        return check_comprehension(checker, node, comprehension->scope, comprehension->generators,
                                   comprehension->elt, NULL);
    }
    case AST_DictComp:
        return check_comprehension(checker, node, as_DictComp(node)->scope, as_DictComp(node)->generators,
                                   as_DictComp(node)->key, as_DictComp(node)->value);
    case AST_Yield:
    case AST_YieldFrom:
        return check_yield(checker, node);
    case AST_Await:
        return check_expression(checker, as_Await(node)->value);
    default:
        return true;
    }
}

static bool check_primary(C *checker, const struct AstNode *node)
{
    switch (node->kind) {
    case AST_Name:
        return check_binding(checker, as_Name(node)->id, as_Name(node)->ctx, node->span);
    case AST_Attribute:
        return check_expression(checker, as_Attribute(node)->value) &&
               (as_Attribute(node)->ctx == AST_DELETE || /* CPython lets `del x.__debug__` pass */
                check_binding(checker, as_Attribute(node)->attr, as_Attribute(node)->ctx, node->span));
    case AST_Subscript:
        return check_subscript(checker, node);
    case AST_Starred:
        return check_starred(checker, node);
    case AST_Call:
        return check_call(checker, node);
    case AST_Slice:
        return check_optional(checker, as_Slice(node)->lower) &&
               check_optional(checker, as_Slice(node)->upper) &&
               check_optional(checker, as_Slice(node)->step);
    case AST_List:
        return check_sequence(checker, node, as_List(node)->elts, as_List(node)->ctx);
    case AST_Tuple:
        return check_sequence(checker, node, as_Tuple(node)->elts, as_Tuple(node)->ctx);
    case AST_Set:
        return check_elements(checker, as_Set(node)->elts);
    case AST_Dict:
        return check_all(checker, as_Dict(node)->keys) && check_all(checker, as_Dict(node)->values);
    case AST_JoinedStr:
        return check_all(checker, as_JoinedStr(node)->values);
    case AST_FormattedValue:
        return check_expression(checker, as_FormattedValue(node)->value) &&
               check_optional(checker, as_FormattedValue(node)->format_spec);
    default:
        return check_scoped(checker, node);
    }
}

/* Operators first; the other kinds are handed on, to keep each function short and each frame small. */
static bool check_operator(C *checker, const struct AstNode *node)
{
    switch (node->kind) {
    case AST_BinOp:
        return check_expression(checker, as_BinOp(node)->left) &&
               check_expression(checker, as_BinOp(node)->right);
    case AST_UnaryOp:
        return check_expression(checker, as_UnaryOp(node)->operand);
    case AST_BoolOp:
        return check_all(checker, as_BoolOp(node)->values);
    case AST_Compare:
        return warn_identity(checker->result, node) && check_expression(checker, as_Compare(node)->left) &&
               check_all(checker, as_Compare(node)->comparators);
    case AST_IfExp:
        return check_expression(checker, as_IfExp(node)->test) &&
               check_expression(checker, as_IfExp(node)->body) &&
               check_expression(checker, as_IfExp(node)->orelse);
    case AST_NamedExpr:
        return check_expression(checker, as_NamedExpr(node)->value) &&
               check_expression(checker, as_NamedExpr(node)->target);
    default:
        return check_primary(checker, node);
    }
}

static bool check_expression(C *checker, const struct AstNode *node)
{
    if (++checker->depth > DEEPEST_TREE) {
        return scope_fail_depth(checker->result);
    }
    bool ok = check_operator(checker, node);
    checker->depth--;
    return ok;
}

/* ---- simple statements ---- */

/* return needs a function; a value in it, one that is no asynchronous generator. */
static bool check_return(C *checker, const struct AstNode *node)
{
    const struct AstNode *value = as_Return(node)->value;
    if (!in_function(checker)) {
        return scope_fail(checker->result, node->span, "'return' outside function");
    }
    if (value != NULL && in_async_function(checker) && checker->scope->is_generator) {
        return scope_fail(checker->result, node->span, "'return' with value in async generator");
    }
    CHECK(check_optional(checker, value));
    if (checker->return_in_star) {
        return scope_fail(checker->result, value != NULL ? value->span : node->span,
                          "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    return true;
}

/* break and continue */
static bool check_jump(C *checker, const struct AstNode *node)
{
    if (checker->in_except_star) {
        return scope_fail(checker->result, node->span,
                          "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (checker->loops == 0) {
        return scope_fail(checker->result, node->span, "%s",
                          node->kind == AST_Break ? "'break' outside loop"
                                                  : "'continue' not properly in loop");
    }
    return true;
}

/* assert (x, 'message') is always true. */
static bool check_assert(C *checker, const struct AstNode *node)
{
    const struct AstAssert *statement = as_Assert(node);
    const struct AstNode *test = statement->test;
    if (test->kind == AST_Tuple && as_Tuple(test)->elts.count > 0 &&
        !parser_warn(checker->result, WARNING_COMPILER, node->span,
                     "assertion is always true, perhaps remove parentheses?")) {
        return false;
    }
    return check_expression(checker, test) && check_optional(checker, statement->msg);
}

/* An annotated target that is no simple name must still be one that can be evaluated. */
static bool check_annotated(C *checker, const struct AstNode *node)
{
    const struct AstAnnAssign *statement = as_AnnAssign(node);
    CHECK(check_optional(checker, statement->value));
    if (statement->target->kind == AST_Name) {
        CHECK(check_binding(checker, as_Name(statement->target)->id, AST_STORE, node->span));
    } else if (statement->target->kind == AST_Attribute) {
        CHECK(check_binding(checker, as_Attribute(statement->target)->attr, AST_STORE, node->span));
    }
    CHECK(check_expression(checker, statement->target));
    return checker->result->future_annotations || check_expression(checker, statement->annotation);
}

static bool check_aliases(C *checker, struct AstNodes names, struct Span statement)
{
    for (size_t i = 0; i < names.count; i++) {
        const struct Astalias *alias = as_alias(names.items[i]);
        const struct Identifier *name = alias->asname != NULL ? alias->asname : alias->name;
        CHECK(check_binding(checker, name, AST_STORE, statement));
    }
    return true;
}

static bool is_after(struct Span span, struct Span other)
{
    return span.line > other.line || (span.line == other.line && span.column > other.column);
}

/* Future imports that future_read did not accept are too late. */
static bool check_late_future(C *checker, const struct AstNode *node)
{
    const struct AstImportFrom *import = as_ImportFrom(node);
    if (import->level == 0 && import->module != NULL && strcmp(import->module->text, "__future__") == 0 &&
        is_after(node->span, checker->result->last_future)) {
        return scope_fail(checker->result, node->span,
                          "from __future__ imports must occur at the beginning of the file");
    }
    return check_aliases(checker, import->names, node->span);
}

/* Defaults come last. */
static bool check_type_params(C *checker, struct AstNodes params)
{
    bool seen_default = false;
    for (size_t i = 0; i < params.count; i++) {
        const struct AstNode *node = params.items[i];
        const struct AstTypeVar *variable = node->kind == AST_TypeVar ? as_TypeVar(node) : NULL;
        const struct AstParamSpec *other = (const struct AstParamSpec *)node;
        const struct AstNode *value = variable != NULL ? variable->default_value : other->default_value;
        if (value == NULL && seen_default) {
            return scope_fail(checker->result, node->span,
                              "non-default type parameter '%s' follows default type parameter",
                              other->name->text);
        }
        seen_default |= value != NULL;
        CHECK(check_binding(checker, other->name, AST_STORE, node->span));
    }
    return true;
}

/* ---- definitions ---- */

static bool check_annotations(C *checker, struct AstNodes parameters)
{
    for (size_t i = 0; i < parameters.count; i++) {
        CHECK(parameters.items[i] == NULL ||
              check_annotation(checker, as_arg(parameters.items[i])->annotation));
    }
    return true;
}

static bool check_all_annotations(C *checker, const struct Astarguments *arguments,
                                  const struct AstNode *returns)
{
    if (checker->result->future_annotations) {
        return true;
    }
    const struct AstNodes rest = {(struct AstNode *[]){arguments->vararg, arguments->kwarg}, 2};
    return check_annotations(checker, arguments->posonlyargs) &&
           check_annotations(checker, arguments->args) && check_annotations(checker, rest) &&
           check_annotations(checker, arguments->kwonlyargs) && check_optional(checker, returns);
}

static bool check_function(C *checker, const struct AstNode *node)
{
    const struct AstFunctionDef *function = (const struct AstFunctionDef *)node;
    CHECK(check_all(checker, function->decorator_list));
    CHECK(check_type_params(checker, function->type_params));
    CHECK(check_arguments(checker, as_arguments(function->args)));
    CHECK(check_all_annotations(checker, as_arguments(function->args), function->returns));
    CHECK(check_binding(checker, function->name, AST_STORE, node->span));
    return check_in_scope(checker, function->scope, function->body, NULL);
}

static bool check_class(C *checker, const struct AstNode *node)
{
    const struct AstClassDef *class = as_ClassDef(node);
    CHECK(check_all(checker, class->decorator_list));
    CHECK(check_type_params(checker, class->type_params));
    CHECK(check_in_scope(checker, class->scope, class->body, NULL));
    CHECK(check_keywords(checker, class->keywords));
    CHECK(check_elements(checker, class->bases));
    CHECK(check_keyword_values(checker, class->keywords));
    return check_binding(checker, class->name, AST_STORE, node->span);
}

/* ---- compound statements ---- */

/* CPython's frames hold a limited number of blocks. */
static bool enter_block(C *checker, const struct AstNode *node)
{
    bool resumable = checker->scope->is_generator || checker->scope->is_coroutine; /* takes a block itself */
    if (checker->blocks++ >= MAX_NESTED_BLOCKS - (resumable ? 1u : 0u)) {
        return scope_fail(checker->result, node->span, "too many statically nested blocks");
    }
    return true;
}

/* Inside, break and continue are the loop's own, even in an except* clause. */
static bool check_loop_body(C *checker, const struct AstNode *node, struct AstNodes body,
                            struct AstNodes orelse)
{
    bool in_except_star = checker->in_except_star;
    CHECK(enter_block(checker, node));
    checker->in_except_star = false;
    checker->loops++;
    CHECK(check_body(checker, body));
    checker->loops--;
    checker->blocks--;
    checker->in_except_star = in_except_star;
    return check_body(checker, orelse);
}

/* async for and async with need an async function. */
static bool check_async(C *checker, const struct AstNode *node, const char *what)
{
    if (in_async_function(checker) || top_level_await(checker)) {
        return true;
    }
    return scope_fail(checker->result, node->span, "'%s' outside async function", what);
}

static bool check_for(C *checker, const struct AstNode *node)
{
    const struct AstFor *loop = (const struct AstFor *)node;
    CHECK(node->kind == AST_For || check_async(checker, node, "async for"));
    return check_expression(checker, loop->iter) && check_expression(checker, loop->target) &&
           check_loop_body(checker, node, loop->body, loop->orelse);
}

static bool check_with(C *checker, const struct AstNode *node)
{
    const struct AstWith *statement = (const struct AstWith *)node;
    CHECK(node->kind == AST_With || check_async(checker, node, "async with"));
    for (size_t i = 0; i < statement->items.count; i++) {
        const struct Astwithitem *item = as_withitem(statement->items.items[i]);
        CHECK(check_expression(checker, item->context_expr));
        CHECK(enter_block(checker, item->context_expr));
        CHECK(check_optional(checker, item->optional_vars));
    }
    CHECK(check_body(checker, statement->body));
    checker->blocks -= (uint32_t)statement->items.count;
    return true;
}

/* A bare except must be last. */
static bool check_handlers(C *checker, const struct AstTry *statement, bool star)
{
    bool in_except_star = checker->in_except_star;
    bool return_in_star = checker->return_in_star;
    checker->in_except_star |= star;
    checker->return_in_star |= star;
    checker->blocks++; /* the exception being handled; there is room: the body had it */
    for (size_t i = 0; i < statement->handlers.count; i++) {
        const struct AstExceptHandler *handler = as_ExceptHandler(statement->handlers.items[i]);
        if (handler->type == NULL && i + 1 < statement->handlers.count) {
            return scope_fail(checker->result, handler->node.span, "default 'except:' must be last");
        }
        CHECK(check_optional(checker, handler->type));
        CHECK(check_binding(checker, handler->name, AST_STORE, handler->node.span));
        CHECK(enter_block(checker, &handler->node)); /* what unbinds the name */
        CHECK(check_body(checker, handler->body));
        checker->blocks--;
    }
    checker->blocks--;
    checker->in_except_star = in_except_star;
    checker->return_in_star = return_in_star;
    return true;
}

/* In the order of CPython's code: the clauses of except* come before else, those of except after it. */
static bool check_guarded(C *checker, const struct AstTry *statement, bool star)
{
    if (statement->handlers.count == 0) {
        return check_body(checker, statement->body);
    }
    CHECK(enter_block(checker, &statement->node));
    CHECK(check_body(checker, statement->body));
    checker->blocks--;
    if (star) {
        return check_handlers(checker, statement, true) && check_body(checker, statement->orelse);
    }
    return check_body(checker, statement->orelse) && check_handlers(checker, statement, false);
}

/* finally's body stands twice in the code; the second time in a block, where nothing new can be wrong but its depth. */
static bool check_try(C *checker, const struct AstNode *node)
{
    const struct AstTry *statement = (const struct AstTry *)node;
    bool star = node->kind == AST_TryStar;
    if (statement->finalbody.count == 0) {
        return check_guarded(checker, statement, star);
    }
    CHECK(enter_block(checker, node));
    CHECK(check_guarded(checker, statement, star));
    CHECK(check_body(checker, statement->finalbody));
    checker->blocks--;
    return true;
}

/* Only the last case may match everything without a guard. */
static bool check_match(C *checker, const struct AstMatch *statement)
{
    CHECK(check_expression(checker, statement->subject));
    for (size_t i = 0; i < statement->cases.count; i++) {
        const struct Astmatch_case *part = as_match_case(statement->cases.items[i]);
        bool last = i + 1 == statement->cases.count;
        CHECK(pattern_check(checker->result, part->pattern, last || part->guard != NULL));
        CHECK(check_optional(checker, part->guard));
        CHECK(check_body(checker, part->body));
    }
    return true;
}

static bool check_compound(C *checker, const struct AstNode *node)
{
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
        return check_function(checker, node);
    case AST_ClassDef:
        return check_class(checker, node);
    case AST_For:
    case AST_AsyncFor:
        return check_for(checker, node);
    case AST_While:
        return check_expression(checker, as_While(node)->test) &&
               check_loop_body(checker, node, as_While(node)->body, as_While(node)->orelse);
    case AST_If:
        return check_expression(checker, as_If(node)->test) && check_body(checker, as_If(node)->body) &&
               check_body(checker, as_If(node)->orelse);
    case AST_With:
    case AST_AsyncWith:
        return check_with(checker, node);
    case AST_Match:
        return check_match(checker, as_Match(node));
    case AST_Try:
    case AST_TryStar:
        return check_try(checker, node);
    default:
        return true;
    }
}

/* CPython lets `x.__debug__ += 1` pass. */
static bool check_augmented_target(C *checker, const struct AstNode *target)
{
    return check_expression(checker, target->kind == AST_Attribute ? as_Attribute(target)->value : target);
}

static bool check_simple(C *checker, const struct AstNode *node)
{
    switch (node->kind) {
    case AST_Return:
        return check_return(checker, node);
    case AST_Break:
    case AST_Continue:
        return check_jump(checker, node);
    case AST_Delete:
        return check_all(checker, as_Delete(node)->targets);
    case AST_Assign:
        return check_expression(checker, as_Assign(node)->value) &&
               check_all(checker, as_Assign(node)->targets);
    case AST_TypeAlias:
        return check_type_params(checker, as_TypeAlias(node)->type_params) &&
               check_in_scope(checker, as_TypeAlias(node)->scope, (struct AstNodes){NULL, 0},
                              as_TypeAlias(node)->value);
    case AST_AugAssign:
        return check_augmented_target(checker, as_AugAssign(node)->target) &&
               check_expression(checker, as_AugAssign(node)->value);
    case AST_AnnAssign:
        return check_annotated(checker, node);
    case AST_Raise:
        return check_optional(checker, as_Raise(node)->exc) && check_optional(checker, as_Raise(node)->cause);
    case AST_Assert:
        return check_assert(checker, node);
    case AST_Import:
        return check_aliases(checker, as_Import(node)->names, node->span);
    case AST_ImportFrom:
        return check_late_future(checker, node);
    case AST_Expr:
        return check_expression(checker, as_Expr(node)->value);
    default:
        return check_compound(checker, node);
    }
}

static bool check_statement(C *checker, const struct AstNode *node)
{
    if (++checker->depth > DEEPEST_TREE) {
        return scope_fail_depth(checker->result);
    }
    bool ok = check_simple(checker, node);
    checker->depth--;
    return ok;
}

bool scopes_check(struct ParseResult *result)
{
    C checker = {.result = result, .scope = result->scope};
    switch (result->module->kind) {
    case AST_Module:
        return check_body(&checker, as_Module(result->module)->body);
    case AST_Interactive:
        return check_body(&checker, as_Interactive(result->module)->body);
    default:
        return check_expression(&checker, as_Expression(result->module)->body);
    }
}
