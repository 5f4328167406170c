/*
 * The builder for parameter lists and argument lists: the rules on their order.
 *
 * The grammar reads both as plain lists; what is out of order is refused here.
 */
#include "parser/internal.h"

/* / or a bare * */
struct Parameter *build_separator(struct Parser *parser, enum ParameterKind kind, const struct Token *token)
{
    struct Parameter *parameter = build_parameter(parser, kind, token_span(token), NULL, NULL, NULL);
    if (parameter != NULL) {
        parameter->token = token;
    }
    return parameter;
}

/* What is refused late is blamed where CPython stops reading. */
static bool refuse_at(struct Parser *parser, const struct Token *token)
{
    parser->position = (size_t)(token - parser->lexer.tokens);
    return parser_refuse(parser) != NULL;
}

struct Parameter *build_parameter(struct Parser *parser, enum ParameterKind kind, struct Span span,
                                  const struct Token *name, struct AstNode *annotation,
                                  struct AstNode *default_value)
{
    struct Parameter *parameter = arena_allocate(parser->arena, sizeof *parameter);
    if (parameter == NULL) {
        return NULL;
    }
    parameter->kind = kind;
    parameter->default_value = default_value;
    if (name == NULL) {
        return parameter;
    }
    const struct Identifier *identifier = build_identifier(parser, name);
    struct Astarg *arg = identifier != NULL ? build_node(parser, AST_arg, span) : NULL;
    if (arg == NULL) {
        return NULL;
    }
    arg->arg = identifier;
    arg->annotation = annotation;
    parameter->arg = &arg->node;
    return parameter;
}

/* A parameter list while it is being sorted into the fields of an arguments node. */
struct Sorting {
    struct Parser *parser;
    struct Astarguments *node;
    struct List positional;
    struct List keyword_only;
    struct List defaults;
    struct List keyword_defaults;
    size_t positional_only;
    bool seen_slash;
    bool seen_star;
    bool bare_star; /* and nothing after it yet */
};

/* Keyword-only parameters without default have NULL among the defaults. */
static bool add_keyword_default(struct Sorting *sorting, struct AstNode *value)
{
    void *item = value != NULL ? (void *)value : sorting; /* list_add takes NULL for a failure */
    if (item_list_add(sorting->parser, &sorting->keyword_defaults, item) == NULL) {
        return false;
    }
    sorting->keyword_defaults.items[sorting->keyword_defaults.count - 1] = value;
    return true;
}

/* A parameter without star: positional, or keyword-only after a star. */
static bool sort_plain(struct Sorting *sorting, struct Parameter *parameter)
{
    struct Parser *parser = sorting->parser;
    if (sorting->seen_star) {
        sorting->bare_star = false;
        return item_list_add(parser, &sorting->keyword_only, parameter->arg) != NULL &&
               add_keyword_default(sorting, parameter->default_value);
    }
    if (item_list_add(parser, &sorting->positional, parameter->arg) == NULL) {
        return false;
    }
    if (parameter->default_value != NULL) {
        return item_list_add(parser, &sorting->defaults, parameter->default_value) != NULL;
    }
    return sorting->defaults.count == 0 || parser_refuse(parser) != NULL;
}

/* Into the right field, if its turn has not passed. */
static bool sort_parameter(struct Sorting *sorting, struct Parameter *parameter)
{
    struct Parser *parser = sorting->parser;
    if (sorting->node->kwarg != NULL) {
        return parser_refuse(parser) != NULL;
    }
    switch (parameter->kind) {
    case PARAMETER_PLAIN:
        return sort_plain(sorting, parameter);
    case PARAMETER_SLASH:
        if (sorting->seen_slash || sorting->seen_star || sorting->positional.count == 0) {
            return refuse_at(parser, parameter->token);
        }
        sorting->seen_slash = true;
        sorting->positional_only = sorting->positional.count;
        return true;
    case PARAMETER_STAR:
        if (sorting->seen_star) {
            return parser_refuse(parser) != NULL;
        }
        sorting->seen_star = true;
        sorting->bare_star = parameter->arg == NULL;
        sorting->node->vararg = parameter->arg;
        return true;
    case PARAMETER_DOUBLE_STAR:
        if (sorting->bare_star) {
            return parser_refuse(parser) != NULL;
        }
        sorting->node->kwarg = parameter->arg;
        return true;
    }
    return false;
}

/* The sorted list, whole. */
struct AstNode *build_parameters(struct Parser *parser, struct List *parameters)
{
    struct Astarguments *node = build_node(parser, AST_arguments, (struct Span){0, 0, 0, 0});
    if (node == NULL) {
        return NULL;
    }
    struct Sorting sorting = {.parser = parser, .node = node};
    for (uint32_t i = 0; parameters != NULL && i < parameters->count; i++) {
        if (!sort_parameter(&sorting, parameters->items[i])) {
            return NULL;
        }
    }
    if (sorting.bare_star) {
        return parser_refuse(parser);
    }
    struct AstNodes positional = item_list_nodes(&sorting.positional);
    node->posonlyargs = (struct AstNodes){positional.items, sorting.positional_only};
    node->args.count = positional.count - sorting.positional_only;
    node->args.items = node->args.count > 0 ? positional.items + sorting.positional_only : NULL;
    node->kwonlyargs = item_list_nodes(&sorting.keyword_only);
    node->kw_defaults = item_list_nodes(&sorting.keyword_defaults);
    node->defaults = item_list_nodes(&sorting.defaults);
    return &node->node;
}

/* class C(x for x in y) is no call with a generator. */
struct List *build_class_arguments(struct Parser *parser, struct List *arguments)
{
    for (uint32_t i = 0; i < arguments->count; i++) {
        const struct AstNode *argument = arguments->items[i];
        if (!(argument->flags & BUILD_BARE_GENERATOR)) {
            continue;
        }
        const struct Span element = as_GeneratorExp(argument)->elt->span;
        const struct Token *tokens = parser->lexer.tokens;
        size_t at = parser->position;
        while (at > 0 &&
               (tokens[at - 1].line > element.end_line ||
                (tokens[at - 1].line == element.end_line && tokens[at - 1].column >= element.end_column))) {
            at--;
        }
        refuse_at(parser, &tokens[at]);
        return NULL;
    }
    return arguments;
}

/* Positional and starred ones on one side, keywords and ** on the other. */
bool build_split_arguments(struct Parser *parser, struct List *arguments, struct List **positional,
                           struct List **keywords)
{
    *positional = item_list_new(parser);
    *keywords = item_list_new(parser);
    if (*positional == NULL || *keywords == NULL) {
        return false;
    }
    bool seen_double_star = false;
    for (uint32_t i = 0; arguments != NULL && i < arguments->count; i++) {
        struct AstNode *argument = arguments->items[i];
        if (argument->kind == AST_keyword) {
            seen_double_star |= as_keyword(argument)->arg == NULL;
            if (item_list_add(parser, *keywords, argument) == NULL) {
                return false;
            }
            continue;
        }
        bool starred = argument->kind == AST_Starred;
        bool out_of_order = starred ? seen_double_star : (*keywords)->count > 0;
        if (out_of_order || (argument->flags & BUILD_BARE_GENERATOR)) {
            return parser_refuse(parser) != NULL;
        }
        if (item_list_add(parser, *positional, argument) == NULL) {
            return false;
        }
    }
    return true;
}

bool build_arguments_are_ordered(struct Parser *parser, struct List *arguments)
{
    struct List *positional, *keywords;
    return build_split_arguments(parser, arguments, &positional, &keywords);
}
