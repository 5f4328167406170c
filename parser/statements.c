/*
 * The builder for modules and statements.
 */
#include <string.h>

#include "parser/internal.h"

static const struct Span nowhere = {0, 0, 0, 0};

/* ---- modules ---- */

bool build_module(struct Parser *parser, struct List *body)
{
    struct AstModule *node = build_node(parser, AST_Module, nowhere);
    if (node == NULL) {
        return false;
    }
    node->body = item_list_nodes(body);
    parser->result->module = &node->node;
    return true;
}

bool build_interactive(struct Parser *parser, struct List *body)
{
    struct AstInteractive *node = build_node(parser, AST_Interactive, nowhere);
    if (node == NULL) {
        return false;
    }
    node->body = item_list_nodes(body);
    parser->result->module = &node->node;
    return true;
}

bool build_expression_module(struct Parser *parser, struct AstNode *body)
{
    struct AstExpression *node = build_check_covers(parser) ? build_node(parser, AST_Expression, nowhere)
                                                            : NULL;
    if (node == NULL) {
        return false;
    }
    node->body = body;
    parser->result->module = &node->node;
    return true;
}

/* The token that closes the bracket, or the last one. */
static size_t closing_token(const struct Lexer *lexer, size_t opening)
{
    size_t at = opening + 1;
    while (at + 1 < lexer->token_count && lexer->tokens[at].depth >= lexer->tokens[opening].depth)
        at++;
    return at;
}

/* Where CPython's parser, which reads no `( … as … )` but those of with, stops: at `as`, or behind what with could take. */
static size_t misplaced_cover(const struct Parser *parser)
{
    const struct Token *tokens = parser->lexer.tokens;
    size_t first = parser->position;
    while (first > 0 && (tokens[first - 1].depth > 0 || tokens[first - 1].kind != TOKEN_NEWLINE))
        first--;
    size_t opening[MAX_BRACKETS + 1] = {0};
    for (size_t i = first; i < parser->position; i++) {
        if (tokens[i].kind == TOKEN_LPAR)
            opening[tokens[i].depth] = i;
        if (tokens[i].kind != TOKEN_AS || tokens[i].depth == 0)
            continue;
        size_t paren = opening[tokens[i].depth], behind = closing_token(&parser->lexer, paren) + 1;
        if (paren == 0 || tokens[paren - 1].kind != TOKEN_WITH)
            return i;
        if (behind < parser->lexer.token_count && tokens[behind].kind != TOKEN_COLON)
            return behind;
    }
    return parser->position;
}

/* After each statement: no `( … as … )` may be left over. */
bool build_check_covers(struct Parser *parser)
{
    if (parser->open_covers == 0)
        return true;
    parser->position = misplaced_cover(parser);
    return parser_refuse(parser) != NULL;
}

/* ---- simple statements ---- */

struct AstNode *build_plain(struct Parser *parser, struct Span span, enum AstKind kind)
{
    return build_node(parser, kind, span);
}

struct AstNode *build_expr(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstExpr *node = build_node(parser, AST_Expr, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_return(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstReturn *node = build_node(parser, AST_Return, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_raise(struct Parser *parser, struct Span span, struct AstNode *exception,
                            struct AstNode *cause)
{
    struct AstRaise *node = build_node(parser, AST_Raise, span);
    if (node == NULL) {
        return NULL;
    }
    node->exc = exception;
    node->cause = cause;
    return &node->node;
}

struct AstNode *build_assert(struct Parser *parser, struct Span span, struct AstNode *test,
                             struct AstNode *message)
{
    struct AstAssert *node = build_node(parser, AST_Assert, span);
    if (node == NULL) {
        return NULL;
    }
    node->test = test;
    node->msg = message;
    return &node->node;
}

struct AstNode *build_declaration(struct Parser *parser, struct Span span, enum AstKind kind,
                                  struct List *names)
{
    struct AstGlobal *node = build_node(parser, kind, span);
    if (node == NULL) {
        return NULL;
    }
    node->names = (struct AstNames){(const struct Identifier **)names->items, names->count};
    return &node->node;
}

/* Each target must be one that can be deleted. */
struct AstNode *build_delete(struct Parser *parser, struct Span span, struct List *targets)
{
    for (uint32_t i = 0; i < targets->count; i++) {
        if (!build_set_context(parser, targets->items[i], AST_DELETE)) {
            return NULL;
        }
    }
    struct AstDelete *node = build_node(parser, AST_Delete, span);
    if (node == NULL) {
        return NULL;
    }
    node->targets = item_list_nodes(targets);
    return &node->node;
}

struct List *build_add_target(struct Parser *parser, struct List *targets, struct AstNode *target)
{
    return build_set_context(parser, target, AST_STORE) ? item_list_add(parser, targets, target) : NULL;
}

struct AstNode *build_assign(struct Parser *parser, struct Span span, struct List *targets,
                             struct AstNode *value)
{
    struct AstAssign *node = build_node(parser, AST_Assign, span);
    if (node == NULL) {
        return NULL;
    }
    node->targets = item_list_nodes(targets);
    node->value = value;
    return &node->node;
}

/* What `+=` and annotations take. */
static bool is_single_target(const struct AstNode *node)
{
    return node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript;
}

/* target += value */
struct AstNode *build_augmented(struct Parser *parser, struct Span span, struct AstNode *target, int operator,
                                struct AstNode * value)
{
    if (!is_single_target(target)) {
        return parser_refuse(parser);
    }
    struct AstAugAssign *node = build_node(parser, AST_AugAssign, span);
    if (node == NULL || !build_set_context(parser, target, AST_STORE)) {
        return NULL;
    }
    node->target = target;
    node->op = (enum AstOperator) operator;
    node->value = value;
    return &node->node;
}

/* Right after the colon, so that the colon is to blame. */
bool build_check_annotated(struct Parser *parser, const struct AstNode *target)
{
    return is_single_target(target) || parser_refuse(parser) != NULL;
}

/* simple tells `x: int` from `(x): int`. */
struct AstNode *build_annotated(struct Parser *parser, struct Span span, struct AstNode *target,
                                struct AstNode *annotation, struct AstNode *value)
{
    struct AstAnnAssign *node = build_node(parser, AST_AnnAssign, span);
    if (node == NULL || !build_set_context(parser, target, AST_STORE)) {
        return NULL;
    }
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == AST_Name && !(target->flags & AST_PARENTHESIZED);
    return &node->node;
}

/* ---- imports ---- */

/* a.b.c as one identifier, as in CPython's tree. */
static const struct Identifier *join_dotted(struct Parser *parser, const struct List *names)
{
    if (names->count == 1) {
        return names->items[0];
    }
    size_t length = names->count - 1;
    for (uint32_t i = 0; i < names->count; i++) {
        length += ((const struct Identifier *)names->items[i])->length;
    }
    char *text = arena_allocate(parser->arena, length + 1);
    if (text == NULL) {
        return NULL;
    }
    char *out = text;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct Identifier *name = names->items[i];
        if (i > 0) {
            *out++ = '.';
        }
        memcpy(out, name->text, name->length);
        out += name->length;
    }
    return arena_intern(parser->arena, text, length);
}

/* name [as other] */
static struct AstNode *new_alias(struct Parser *parser, struct Span span, const struct Identifier *name,
                                 const struct Token *as)
{
    struct Astalias *node = name != NULL ? build_node(parser, AST_alias, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = name;
    if (as != NULL && (node->asname = build_identifier(parser, as)) == NULL) {
        return NULL;
    }
    return &node->node;
}

struct AstNode *build_alias(struct Parser *parser, struct Span span, struct List *dotted,
                            const struct Token *as)
{
    return new_alias(parser, span, join_dotted(parser, dotted), as);
}

struct AstNode *build_name_alias(struct Parser *parser, struct Span span, const struct Token *name,
                                 const struct Token *as)
{
    return new_alias(parser, span, build_identifier(parser, name), as);
}

struct AstNode *build_star_alias(struct Parser *parser, struct Span span)
{
    return new_alias(parser, span, arena_intern(parser->arena, "*", 1), NULL);
}

struct AstNode *build_import(struct Parser *parser, struct Span span, struct List *names)
{
    struct AstImport *node = build_node(parser, AST_Import, span);
    if (node == NULL) {
        return NULL;
    }
    node->names = item_list_nodes(names);
    return &node->node;
}

/* level counts the dots. */
struct AstNode *build_import_from(struct Parser *parser, struct Span span, int level, struct List *module,
                                  struct List *names)
{
    struct AstImportFrom *node = build_node(parser, AST_ImportFrom, span);
    if (node == NULL) {
        return NULL;
    }
    if (module != NULL && (node->module = join_dotted(parser, module)) == NULL) {
        return NULL;
    }
    node->names = item_list_nodes(names);
    node->level = level;
    return &node->node;
}

/* ---- definitions ---- */

struct AstNode *build_type_alias(struct Parser *parser, struct Span span, const struct Token *name,
                                 struct List *type_params, struct AstNode *value)
{
    struct AstNode *target = build_name(parser, token_span(name), name);
    struct AstTypeAlias *node = target != NULL ? build_node(parser, AST_TypeAlias, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    as_Name(target)->ctx = AST_STORE;
    node->name = target;
    node->type_params = item_list_nodes(type_params);
    node->value = value;
    return &node->node;
}

/* The asynchronous kinds have the same fields, so the node is only renamed. */
struct AstNode *build_async(struct Span span, struct AstNode *statement)
{
    statement->span = span;
    switch (statement->kind) {
    case AST_FunctionDef:
        statement->kind = AST_AsyncFunctionDef;
        break;
    case AST_For:
        statement->kind = AST_AsyncFor;
        break;
    case AST_With:
        statement->kind = AST_AsyncWith;
        break;
    default:
        break;
    }
    return statement;
}

/* The decorators are not part of the definition's span. */
struct AstNode *build_decorate(struct AstNode *definition, struct List *decorators)
{
    if (definition->kind == AST_ClassDef) {
        as_ClassDef(definition)->decorator_list = item_list_nodes(decorators);
    } else {
        ((struct AstFunctionDef *)definition)->decorator_list = item_list_nodes(decorators);
    }
    return definition;
}

struct AstNode *build_function(struct Parser *parser, struct Span span, const struct Token *name,
                               struct List *type_params, struct AstNode *parameters, struct AstNode *returns,
                               struct List *body)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstFunctionDef *node = identifier != NULL ? build_node(parser, AST_FunctionDef, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = identifier;
    node->args = parameters;
    node->body = item_list_nodes(body);
    node->returns = returns;
    node->type_params = item_list_nodes(type_params);
    return &node->node;
}

struct AstNode *build_class(struct Parser *parser, struct Span span, const struct Token *name,
                            struct List *type_params, struct List *arguments, struct List *body)
{
    struct List *bases, *keywords;
    if (!build_split_arguments(parser, arguments, &bases, &keywords)) {
        return NULL;
    }
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstClassDef *node = identifier != NULL ? build_node(parser, AST_ClassDef, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = identifier;
    node->bases = item_list_nodes(bases);
    node->keywords = item_list_nodes(keywords);
    node->body = item_list_nodes(body);
    node->type_params = item_list_nodes(type_params);
    return &node->node;
}

struct AstNode *build_type_variable(struct Parser *parser, struct Span span, const struct Token *name,
                                    struct AstNode *bound, struct AstNode *default_value)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstTypeVar *node = identifier != NULL ? build_node(parser, AST_TypeVar, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = identifier;
    node->bound = bound;
    node->default_value = default_value;
    return &node->node;
}

struct AstNode *build_type_variable_like(struct Parser *parser, struct Span span, enum AstKind kind,
                                         const struct Token *name, struct AstNode *default_value)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstParamSpec *node = identifier != NULL ? build_node(parser, kind, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = identifier;
    node->default_value = default_value;
    return &node->node;
}

/* ---- compound statements ---- */

struct Branch {
    struct Span start;
    struct AstNode *test;
    struct List *body;
};

/* One more `elif`; NULL begins the chain with its `if`. */
struct List *build_add_branch(struct Parser *parser, struct List *branches, struct Span start,
                              struct AstNode *test, struct List *body)
{
    struct Branch *branch = arena_allocate(parser->arena, sizeof *branch);
    if (branch == NULL) {
        return NULL;
    }
    *branch = (struct Branch){start, test, body};
    return item_list_add(parser, branches, branch);
}

/* Each `elif` is an If in the orelse of the one before; all of them end where the statement ends. */
struct AstNode *build_if(struct Parser *parser, struct Span span, struct List *branches,
                         struct List *otherwise)
{
    struct AstNodes orelse = item_list_nodes(otherwise);
    struct AstIf *node = NULL;
    for (uint32_t i = branches->count; i-- > 0;) {
        const struct Branch *branch = branches->items[i];
        node = build_node(parser, AST_If, build_join(branch->start, span));
        if (node == NULL) {
            return NULL;
        }
        node->test = branch->test;
        node->body = item_list_nodes(branch->body);
        node->orelse = orelse;
        struct List *single = item_list_of(parser, node);
        if (single == NULL) {
            return NULL;
        }
        orelse = item_list_nodes(single);
    }
    return &node->node;
}

struct AstNode *build_while(struct Parser *parser, struct Span span, struct AstNode *test, struct List *body,
                            struct List *otherwise)
{
    struct AstWhile *node = build_node(parser, AST_While, span);
    if (node == NULL) {
        return NULL;
    }
    node->test = test;
    node->body = item_list_nodes(body);
    node->orelse = item_list_nodes(otherwise);
    return &node->node;
}

struct AstNode *build_for(struct Parser *parser, struct Span span, struct AstNode *target,
                          struct AstNode *iterable, struct List *body, struct List *otherwise)
{
    struct AstFor *node = build_node(parser, AST_For, span);
    if (node == NULL) {
        return NULL;
    }
    node->target = target;
    node->iter = iterable;
    node->body = item_list_nodes(body);
    node->orelse = item_list_nodes(otherwise);
    return &node->node;
}

/* context [as target] */
struct AstNode *build_with_item(struct Parser *parser, struct Span span, struct AstNode *context,
                                struct AstNode *target)
{
    struct Astwithitem *node = build_node(parser, AST_withitem, span);
    if (node == NULL || (target != NULL && !build_set_context(parser, target, AST_STORE))) {
        return NULL;
    }
    node->context_expr = context;
    node->optional_vars = target;
    return &node->node;
}

/* Can this element of `with (…):` be an item by itself, or does it force a tuple? */
static bool may_be_item(const struct AstNode *node)
{
    return node->kind != AST_Starred &&
           ((node->kind != AST_NamedExpr && node->kind != AST_Yield && node->kind != AST_YieldFrom) ||
            (node->flags & AST_PARENTHESIZED));
}

/* Only then is `with (a, b):` two items rather than a tuple. */
static bool all_may_be_items(struct AstNodes elements)
{
    for (size_t i = 0; i < elements.count; i++) {
        if (!may_be_item(elements.items[i])) {
            return false;
        }
    }
    return elements.count > 0;
}

/* `with (a, b as c):` was read as one tuple: take it apart. */
struct List *build_with_items(struct Parser *parser, struct List *items)
{
    const struct Astwithitem *only = items->items[0];
    struct AstNode *tuple = only->context_expr;
    if (items->count != 1 || only->optional_vars != NULL || !(tuple->flags & BUILD_GROUPED_TUPLE) ||
        (tuple->flags & AST_PARENTHESIZED)) {
        return items;
    }
    struct AstNodes elements = as_Tuple(tuple)->elts;
    if (!all_may_be_items(elements)) {
        return tuple->flags & BUILD_COVER ? parser_refuse(parser) : items;
    }
    struct List *result = NULL;
    for (size_t i = 0; i < elements.count; i++) {
        struct AstNode *item = elements.items[i];
        if (item->kind != AST_withitem) {
            item = build_with_item(parser, item->span, item, NULL);
        }
        result = item_list_add(parser, result, item);
        if (result == NULL) {
            return NULL;
        }
    }
    parser->open_covers -= (tuple->flags & BUILD_COVER) != 0;
    return result;
}

struct AstNode *build_with(struct Parser *parser, struct Span span, struct List *items, struct List *body)
{
    struct AstWith *node = build_node(parser, AST_With, span);
    if (node == NULL) {
        return NULL;
    }
    node->items = item_list_nodes(items);
    node->body = item_list_nodes(body);
    return &node->node;
}

/* Handlers remember in a flag whether they are except*. */
enum { HANDLER_STAR = 256 };

struct AstNode *build_handler(struct Parser *parser, struct Span span, bool star, struct AstNode *type,
                              const struct Token *name, struct List *body)
{
    struct AstExceptHandler *node = build_node(parser, AST_ExceptHandler, span);
    if (node == NULL) {
        return NULL;
    }
    node->node.flags |= star ? HANDLER_STAR : 0;
    node->type = type;
    if (name != NULL && (node->name = build_identifier(parser, name)) == NULL) {
        return NULL;
    }
    node->body = item_list_nodes(body);
    return &node->node;
}

static bool is_star(const struct List *handlers, uint32_t index)
{
    return (((const struct AstNode *)handlers->items[index])->flags & HANDLER_STAR) != 0;
}

/* All handlers must be of one sort. */
struct AstNode *build_try(struct Parser *parser, struct Span span, struct List *body, struct List *handlers,
                          struct List *otherwise, struct List *finally)
{
    bool star = handlers != NULL && is_star(handlers, 0);
    for (uint32_t i = 1; handlers != NULL && i < handlers->count; i++) {
        if (is_star(handlers, i) != star) {
            return parser_refuse(parser);
        }
    }
    struct AstTry *node = build_node(parser, star ? AST_TryStar : AST_Try, span);
    if (node == NULL) {
        return NULL;
    }
    node->body = item_list_nodes(body);
    node->handlers = item_list_nodes(handlers);
    node->orelse = item_list_nodes(otherwise);
    node->finalbody = item_list_nodes(finally);
    return &node->node;
}
