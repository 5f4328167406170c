/*
 * The builder for string literals: prefixes, concatenation, f-strings.
 *
 * Neighbouring literals become one node, and neighbouring constants inside an
 * f-string one Constant, with the spans CPython gives them.
 */
#include "parser/strings.h"

#include <string.h>

/* ---- one literal ---- */

struct Literal {
    bool bytes;
    bool raw;
    bool unicode;
    const char *text; /* without prefix and quotes */
    size_t length;
};

/* Prefix, quotes and text of a literal. */
static struct Literal take_apart(const char *text, size_t length)
{
    struct Literal literal = {.unicode = text[0] == 'u'};
    while (*text != '\'' && *text != '"') {
        literal.bytes |= *text == 'b' || *text == 'B';
        literal.raw |= *text == 'r' || *text == 'R';
        text++;
        length--;
    }
    size_t quotes = length >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
    literal.text = text + quotes;
    literal.length = length - 2 * quotes;
    return literal;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static struct AstNode *new_constant(struct Parser *parser, struct Span span, enum AstConstantKind kind,
                                    const char *bytes, size_t length)
{
    struct AstConstant *node = bytes != NULL ? build_node(parser, AST_Constant, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->value.kind = kind;
    node->value.bytes = bytes;
    node->value.length = length;
    return &node->node;
}

/* One literal without fields. */
struct AstNode *build_string(struct Parser *parser, struct Span span, const struct Token *string)
{
    struct Literal literal = take_apart(parser_text(parser, string), string->end - string->start);
    if (literal.bytes && !is_ascii(literal.text, literal.length)) {
        parser_fail(parser, FAILURE_SYNTAX, span, "bytes can only contain ASCII literal characters");
        return NULL;
    }
    size_t length;
    char *text = literal_decode(parser, span, literal.text, literal.length, literal.raw,
                                literal.bytes ? LITERAL_BYTES : LITERAL_STRING, &length);
    struct AstNode *node = new_constant(
        parser, span, literal.bytes ? AST_CONSTANT_BYTES : AST_CONSTANT_STRING, text, length);
    if (node != NULL) {
        as_Constant(node)->value.u_prefix = literal.unicode;
    }
    return node;
}

/* ---- joining ---- */

static bool is_empty_constant(const struct AstNode *node)
{
    return node->kind == AST_Constant && as_Constant(node)->value.length == 0;
}

/* Their values in a row, spanning from the first to the last. */
static struct AstNode *join_constants(struct Parser *parser, void *const *items, uint32_t count)
{
    const struct AstConstant *first = items[0];
    const struct AstConstant *last = items[count - 1];
    size_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        length += ((const struct AstConstant *)items[i])->value.length;
    }
    char *text = arena_allocate(parser->arena, length + 1);
    if (text == NULL) {
        return NULL;
    }
    char *out = text;
    for (uint32_t i = 0; i < count; i++) {
        const struct AstConstantValue *value = &((const struct AstConstant *)items[i])->value;
        memcpy(out, value->bytes, value->length);
        out += value->length;
    }
    struct AstNode *node = new_constant(parser, build_join(first->node.span, last->node.span),
                                        first->value.kind, text, length);
    if (node != NULL) {
        as_Constant(node)->value.u_prefix = first->value.u_prefix;
    }
    return node;
}

/* Constants side by side become one; empty ones vanish. */
static struct List *merge_constants(struct Parser *parser, const struct List *values)
{
    struct List *merged = item_list_new(parser);
    for (uint32_t i = 0; merged != NULL && i < values->count;) {
        struct AstNode *node = values->items[i];
        uint32_t end = i + 1;
        if (node->kind == AST_Constant) {
            while (end < values->count && ((struct AstNode *)values->items[end])->kind == AST_Constant) {
                end++;
            }
            node = end > i + 1 ? join_constants(parser, values->items + i, end - i) : node;
        }
        if (node == NULL || !is_empty_constant(node)) {
            merged = item_list_add(parser, merged, node);
        }
        i = end;
    }
    return merged;
}

static struct AstNode *new_joined(struct Parser *parser, struct Span span, const struct List *values)
{
    struct AstJoinedStr *node = values != NULL ? build_node(parser, AST_JoinedStr, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->values = item_list_nodes(values);
    return &node->node;
}

/* The pieces of all parts in a row: what `x=` expands to and nested f-strings are spliced in. */
static struct List *flatten(struct Parser *parser, const struct List *parts)
{
    struct List *flat = item_list_new(parser);
    for (uint32_t i = 0; flat != NULL && i < parts->count; i++) {
        struct AstNode *part = parts->items[i];
        if (part->kind != AST_JoinedStr) {
            flat = item_list_add(parser, flat, part);
            continue;
        }
        struct AstNodes values = as_JoinedStr(part)->values;
        for (size_t j = 0; flat != NULL && j < values.count; j++) {
            flat = item_list_add(parser, flat, values.items[j]);
        }
    }
    return flat;
}

static bool is_bytes(const struct AstNode *part)
{
    return part->kind == AST_Constant && as_Constant(part)->value.kind == AST_CONSTANT_BYTES;
}

/* Neighbouring literals; with an f-string among them the whole is one. */
struct AstNode *build_strings(struct Parser *parser, struct Span span, struct List *parts)
{
    bool formatted = false;
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < parts->count; i++) {
        formatted |= ((struct AstNode *)parts->items[i])->kind == AST_JoinedStr;
        bytes += is_bytes(parts->items[i]);
    }
    if (bytes != 0 && bytes != parts->count) {
        parser_fail(parser, FAILURE_SYNTAX, token_span(&parser->lexer.tokens[parser->position]),
                    "cannot mix bytes and nonbytes literals");
        parser_point_at_newline(parser, &parser->lexer.tokens[parser->position]);
        return NULL;
    }
    if (!formatted) {
        return parts->count == 1 ? parts->items[0] : join_constants(parser, parts->items, parts->count);
    }
    struct List *flat = flatten(parser, parts);
    return flat != NULL ? new_joined(parser, span, merge_constants(parser, flat)) : NULL;
}

/* ---- f-strings ---- */

/* CPython decodes the text when the whole f-string has been read, and points there. */
static void blame_fstring_end(struct Parser *parser)
{
    const struct Lexer *lexer = &parser->lexer;
    size_t depth = 0;
    for (size_t i = parser->position; i < lexer->token_count; i++) {
        depth += lexer->tokens[i].kind == TOKEN_FSTRING_START;
        if (lexer->tokens[i].kind == TOKEN_FSTRING_END && depth-- == 0) {
            failure_place(&parser->result->failure, parser->source, token_span(&lexer->tokens[i]));
            return;
        }
    }
}

/* A piece of text between fields, decoded. */
struct AstNode *build_fstring_text(struct Parser *parser, struct Span span, const struct Token *text)
{
    size_t length;
    span.end_column += text->doubled;
    char *decoded = literal_decode(parser, span, parser_text(parser, text), text->end - text->start,
                                   text->raw, LITERAL_FSTRING_TEXT, &length);
    if (decoded == NULL && parser->result->failure.kind == FAILURE_SYNTAX) {
        blame_fstring_end(parser);
    }
    return new_constant(parser, span, AST_CONSTANT_STRING, decoded, length);
}

struct AstNode *build_fstring(struct Parser *parser, struct Span span, struct List *parts)
{
    return new_joined(parser, span, flatten(parser, parts));
}

/* Fields and texts behind the colon. */
struct AstNode *build_specification(struct Parser *parser, struct Span span, struct List *parts)
{
    struct List *flat = flatten(parser, parts);
    return flat != NULL ? new_joined(parser, span, merge_constants(parser, flat)) : NULL;
}

/* !s, !r or !a, without a space.  (The odd spelling is CPython's.) */
bool build_check_conversion(struct Parser *parser, const struct Token *mark, const struct Token *name)
{
    bool apart = mark->end != name->start;
    if (!apart && name->end - name->start == 1 && strchr("sra", *parser_text(parser, name)) != NULL)
        return true;
    if (!apart && name + 1 == parser->lexer.tokens + parser->lexer.token_count) {
        parser_take_lexer_failure(parser);
        return false;
    }
    struct Span span = apart ? build_join(token_span(mark), token_span(name)) : token_span(name);
    if (apart) {
        parser_fail(parser, FAILURE_SYNTAX, span,
                    "f-string: conversion type must come right after the exclamanation mark");
    } else {
        parser_fail(parser, FAILURE_SYNTAX, span,
                    "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                    (int)(name->end - name->start), parser_text(parser, name));
    }
    parser_quote(parser, span, name->end_line);
    return false;
}

/* The f-string that the token stands in has an r in its prefix. */
static bool parser_in_raw_fstring(struct Parser *parser, const struct Token *token)
{
    size_t depth = 0;
    for (; token > parser->lexer.tokens; token--) {
        depth += token->kind == TOKEN_FSTRING_END;
        if (token->kind == TOKEN_FSTRING_START && depth-- == 0) {
            const char *prefix = parser_text(parser, token);
            return strcspn(prefix, "rR") < strcspn(prefix, "'\"");
        }
    }
    return false;
}

/* The source between the brace and what follows the `=`, comments left out. */
static struct AstNode *debug_text(struct Parser *parser, struct Span span, const struct Token *opening, const char *to)
{
    const char *from = parser_text(parser, opening) + 1;
    char *text = arena_allocate(parser->arena, (size_t)(to - from) + 1);
    size_t length = 0;
    char quote = 0;
    for (const char *at = from; text != NULL && at < to; at++) {
        if (quote != 0) {
            quote = *at == quote ? 0 : quote;
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (*at == '#') {
            while (at < to && *at != '\n') {
                at++;
            }
            if (at == to) {
                break;
            }
        }
        text[length++] = *at;
    }
    if (text == NULL || memchr(text, '\\', length) == NULL || parser_in_raw_fstring(parser, opening))
        return new_constant(parser, span, AST_CONSTANT_STRING, text, length);
    size_t decoded_length; /* CPython decodes this text as it does the rest of the f-string */
    char *decoded = literal_decode(parser, span, text, length, false, LITERAL_FSTRING_TEXT, &decoded_length);
    return new_constant(parser, span, AST_CONSTANT_STRING, decoded, decoded_length);
}

/* {x=}: the text, then the value; both are spliced into the string around. */
static struct AstNode *debug_pair(struct Parser *parser, struct AstNode *formatted,
                                  const struct Token *conversion, const struct AstNode *specification,
                                  const struct Token *opening, const struct Token *closing)
{
    struct Span span = formatted->span;
    const char *to = parser_text(parser, closing);
    if (conversion != NULL) {
        span.end_line = conversion->line;
        span.end_column = conversion->column;
        to = parser_text(parser, conversion) - 1;
    } else if (specification != NULL) {
        span.end_line = specification->span.line;
        span.end_column = specification->span.column + 1;
        to = parser->source->text + parser_line_offset(parser, span.end_line) + specification->span.column;
    }
    struct Span text_span = span;
    text_span.column++;
    text_span.end_column--;
    struct AstNode *text = debug_text(parser, text_span, opening, to);
    struct List *pair = text != NULL ? item_list_pair(parser, text, formatted) : NULL;
    return new_joined(parser, span, pair);
}

/* {value [=] [!conversion] [:specification]} */
struct AstNode *build_replacement(struct Parser *parser, struct Span span, struct AstNode *value, bool debug,
                                  const struct Token *conversion, struct AstNode *specification,
                                  const struct Token *opening, const struct Token *closing)
{
    struct AstFormattedValue *node = build_node(parser, AST_FormattedValue, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    node->conversion = -1;
    node->format_spec = specification;
    if (conversion != NULL) {
        node->conversion = *parser_text(parser, conversion);
    } else if (debug && specification == NULL) {
        node->conversion = 'r';
    }
    if (!debug) {
        return &node->node;
    }
    return debug_pair(parser, &node->node, conversion, specification, opening, closing);
}
