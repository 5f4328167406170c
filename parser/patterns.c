/*
 * The builder for match statements and their patterns.
 */
#include <string.h>

#include "parser/internal.h"

static const struct Span nowhere = {0, 0, 0, 0};

struct AstNode *build_match(struct Parser *parser, struct Span span, struct AstNode *subject,
                            struct List *cases)
{
    struct AstMatch *node = build_node(parser, AST_Match, span);
    if (node == NULL) {
        return NULL;
    }
    node->subject = subject;
    node->cases = item_list_nodes(cases);
    return &node->node;
}

struct AstNode *build_case(struct Parser *parser, struct AstNode *pattern, struct AstNode *guard,
                           struct List *body)
{
    struct Astmatch_case *node = build_node(parser, AST_match_case, nowhere);
    if (node == NULL) {
        return NULL;
    }
    node->pattern = pattern;
    node->guard = guard;
    node->body = item_list_nodes(body);
    return &node->node;
}

static bool is_wildcard(const struct Identifier *name)
{
    return name->length == 1 && name->text[0] == '_';
}

struct AstNode *build_match_sequence(struct Parser *parser, struct Span span, struct List *patterns)
{
    struct AstMatchSequence *node = build_node(parser, AST_MatchSequence, span);
    if (node == NULL) {
        return NULL;
    }
    node->patterns = item_list_nodes(patterns);
    return &node->node;
}

struct AstNode *build_match_star(struct Parser *parser, struct Span span, const struct Token *name)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstMatchStar *node = identifier != NULL ? build_node(parser, AST_MatchStar, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = is_wildcard(identifier) ? NULL : identifier;
    return &node->node;
}

/* One alternative is itself. */
struct AstNode *build_match_or(struct Parser *parser, struct Span span, struct List *patterns)
{
    if (patterns->count == 1) {
        return patterns->items[0];
    }
    struct AstMatchOr *node = build_node(parser, AST_MatchOr, span);
    if (node == NULL) {
        return NULL;
    }
    node->patterns = item_list_nodes(patterns);
    return &node->node;
}

struct AstNode *build_match_as(struct Parser *parser, struct Span span, struct List *patterns,
                               struct Span patterns_span, const struct Token *name)
{
    struct AstNode *pattern = build_match_or(parser, patterns_span, patterns);
    const struct Identifier *identifier = pattern != NULL ? build_identifier(parser, name) : NULL;
    if (identifier == NULL || is_wildcard(identifier)) {
        return identifier != NULL ? parser_refuse(parser) : NULL;
    }
    struct AstMatchAs *node = build_node(parser, AST_MatchAs, span);
    if (node == NULL) {
        return NULL;
    }
    node->pattern = pattern;
    node->name = identifier;
    return &node->node;
}

/* name, or the wildcard _ */
struct AstNode *build_match_capture(struct Parser *parser, struct Span span, const struct Token *name)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    struct AstMatchAs *node = identifier != NULL ? build_node(parser, AST_MatchAs, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->name = is_wildcard(identifier) ? NULL : identifier;
    return &node->node;
}

struct AstNode *build_match_value(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstMatchValue *node = build_node(parser, AST_MatchValue, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

/* f-strings are no patterns. */
struct AstNode *build_plain_string(struct Parser *parser, struct Span span, struct List *strings)
{
    struct AstNode *string = build_strings(parser, span, strings);
    if (string != NULL && string->kind == AST_JoinedStr) {
        parser_fail(parser, FAILURE_SYNTAX, string->span,
                    "patterns may only match literals and attribute lookups");
        if (!(parser->result->options & PARSE_FROM_FILE)) { /* it is CPython's compiler that says this */
            parser->result->failure.text = NULL;
            parser->result->failure.text_length = 0;
        }
        return NULL;
    }
    return string;
}

struct AstNode *build_match_string(struct Parser *parser, struct Span span, struct List *strings)
{
    struct AstNode *string = build_plain_string(parser, span, strings);
    return string != NULL ? build_match_value(parser, span, string) : NULL;
}

struct AstNode *build_match_singleton(struct Parser *parser, struct Span span, enum AstConstantKind kind)
{
    struct AstMatchSingleton *node = build_node(parser, AST_MatchSingleton, span);
    if (node == NULL) {
        return NULL;
    }
    node->value.kind = kind;
    return &node->node;
}

/* `**name` among the items of a mapping pattern. */
struct AstNode *build_rest(struct Parser *parser, struct Span span, const struct Token *name)
{
    const struct Identifier *identifier = build_identifier(parser, name);
    if (identifier == NULL || is_wildcard(identifier)) {
        return identifier != NULL ? parser_refuse(parser) : NULL;
    }
    struct AstMatchStar *node = build_node(parser, (enum AstKind)BUILD_REST, span);
    if (node == NULL) {
        return NULL;
    }
    node->name = identifier;
    return &node->node;
}

/* What follows `**rest` is to blame, not the brace at the end. */
static void blame_item(struct Parser *parser, const struct AstNode *item)
{
    const struct Span span = item->kind == BUILD_REST ? item->span : ((const struct Pair *)item)->key->span;
    const struct Token *tokens = parser->lexer.tokens;
    size_t at = parser->position;
    while (at > 0 && (tokens[at].line != span.line || tokens[at].column != span.column)) {
        at--;
    }
    parser->position = at;
}

/* `**rest` must come last. */
struct AstNode *build_match_mapping(struct Parser *parser, struct Span span, struct List *items)
{
    struct AstMatchMapping *node = build_node(parser, AST_MatchMapping, span);
    struct List *keys = item_list_new(parser);
    struct List *patterns = item_list_new(parser);
    if (node == NULL || keys == NULL || patterns == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; items != NULL && i < items->count; i++) {
        struct AstNode *item = items->items[i];
        if (item->kind == BUILD_REST) {
            if (i + 1 != items->count) {
                blame_item(parser, items->items[i + 1]);
                return parser_refuse(parser);
            }
            node->rest = ((struct AstMatchStar *)item)->name;
            break;
        }
        const struct Pair *pair = (const struct Pair *)item;
        if (item_list_add(parser, keys, pair->key) == NULL ||
            item_list_add(parser, patterns, pair->value) == NULL) {
            return NULL;
        }
    }
    node->keys = item_list_nodes(keys);
    node->patterns = item_list_nodes(patterns);
    return &node->node;
}

/* Positional patterns come before keyword ones. */
struct AstNode *build_match_class(struct Parser *parser, struct Span span, struct AstNode *class,
                                  struct List *items)
{
    struct AstMatchClass *node = class != NULL ? build_node(parser, AST_MatchClass, span) : NULL;
    struct List *patterns = item_list_new(parser);
    struct List *names = item_list_new(parser);
    struct List *values = item_list_new(parser);
    if (node == NULL || patterns == NULL || names == NULL || values == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; items != NULL && i < items->count; i++) {
        struct AstNode *item = items->items[i];
        bool ok;
        if (item->kind == AST_keyword) {
            ok = item_list_add(parser, names, (void *)as_keyword(item)->arg) != NULL &&
                 item_list_add(parser, values, as_keyword(item)->value) != NULL;
        } else if (names->count > 0) {
            return parser_refuse(parser);
        } else {
            ok = item_list_add(parser, patterns, item) != NULL;
        }
        if (!ok) {
            return NULL;
        }
    }
    node->cls = class;
    node->patterns = item_list_nodes(patterns);
    node->kwd_attrs = (struct AstNames){(const struct Identifier **)names->items, names->count};
    node->kwd_patterns = item_list_nodes(values);
    return &node->node;
}

static bool is_imaginary(const struct AstNode *number)
{
    const struct AstNode *constant = number->kind == AST_UnaryOp ? as_UnaryOp(number)->operand : number;
    return as_Constant(constant)->value.kind == AST_CONSTANT_IMAGINARY;
}

/* -1 + 2j: a real part and an imaginary one. */
struct AstNode *build_complex(struct Parser *parser, struct Span span, struct AstNode *real, int operator,
                              struct Span imaginary_span, const struct Token *imaginary)
{
    struct AstNode *right = build_number(parser, imaginary_span, imaginary);
    if (right == NULL) {
        return NULL;
    }
    if (is_imaginary(real)) {
        parser_fail(parser, FAILURE_SYNTAX, real->span, "real number required in complex literal");
        return NULL;
    }
    if (!is_imaginary(right)) {
        parser_fail(parser, FAILURE_SYNTAX, right->span, "imaginary number required in complex literal");
        return NULL;
    }
    return build_binary(parser, span, real, (enum AstOperator) operator, right);
}
