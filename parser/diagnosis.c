/*
 * Diagnosis: its ground (tokens, memory of what was recognised, mistakes), and
 * the decision what a failed parse is called.
 */
#include "parser/diagnosis.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- tokens ---- */

/* Looking past the last token meets what stopped the lexer. */
static bool reach(D *d, size_t index)
{
    if (d->failed) {
        return false;
    }
    if (index >= d->count) {
        parser_take_lexer_failure(d->parser);
        d->failed = true;
        return false;
    }
    if (index >= d->farthest) {
        d->farthest = index + 1;
    }
    return true;
}

enum TokenKind kind_ahead(D *d, size_t distance)
{
    for (size_t i = 0; i <= distance; i++) {
        if (!reach(d, d->mark + i)) {
            return TOKEN_KIND_COUNT;
        }
    }
    return (enum TokenKind)d->tokens[d->mark + distance].kind;
}

enum TokenKind next_kind(D *d)
{
    return reach(d, d->mark) ? (enum TokenKind)d->tokens[d->mark].kind : TOKEN_KIND_COUNT;
}

/* Moves past a token of this kind, if it is next. */
bool take_kind(D *d, enum TokenKind kind)
{
    if (next_kind(d) != kind) {
        return false;
    }
    d->mark++;
    return true;
}

static bool is_name_kind(enum TokenKind kind)
{
    return kind == TOKEN_NAME || kind == TOKEN_MATCH || kind == TOKEN_CASE || kind == TOKEN_TYPE;
}

bool next_is_name_token(D *d)
{
    return is_name_kind(next_kind(d));
}

bool take_name(D *d)
{
    if (!next_is_name_token(d)) {
        return false;
    }
    d->mark++;
    return true;
}

bool token_has_text(D *d, size_t index, const char *text)
{
    if (!reach(d, index)) {
        return false;
    }
    const struct Token *token = &d->tokens[index];
    size_t length = strlen(text);
    return token->end - token->start == length && memcmp(parser_text(d->parser, token), text, length) == 0;
}

/* ---- nodes ---- */

/* From the token `start` up to the mark; NULL when memory ran out, which ends the diagnosis. */
struct AstNode *new_recognised(D *d, enum AstKind kind, size_t start)
{
    struct Span span = {0, 0, 0, 0};
    if (d->mark > start) {
        span = build_join(token_span(&d->tokens[start]), token_span(&d->tokens[d->mark - 1]));
    }
    struct AstNode *node = d->failed ? NULL : build_node(d->parser, kind, span);
    d->failed |= node == NULL;
    return node;
}

/* True if the rule was tried at the mark before: *node says with what outcome. */
bool recall_rule(D *d, enum DiagnosisRule rule, struct AstNode **node)
{
    if (d->failed || d->mark >= d->count) {
        return false;
    }
    for (const struct Memo *memo = d->memos[d->mark]; memo != NULL; memo = memo->next) {
        if (memo->rule == rule) {
            *node = memo->node;
            d->mark = memo->node != NULL ? memo->end : d->mark;
            return true;
        }
    }
    return false;
}

/* Records the outcome for the rule at `start`, and puts the mark back if there is none. */
struct AstNode *remember_rule(D *d, enum DiagnosisRule rule, size_t start, struct AstNode *node)
{
    if (node == NULL) {
        d->mark = start;
    }
    if (d->failed || start >= d->count) {
        return d->failed ? NULL : node;
    }
    struct Memo *memo = arena_allocate(d->parser->arena, sizeof *memo);
    if (memo == NULL) {
        d->failed = true;
        return NULL;
    }
    *memo = (struct Memo){d->memos[start], rule, node, d->mark};
    d->memos[start] = memo;
    return node;
}

/* ---- mistakes ---- */

static void record(D *d, enum FailureKind kind, struct Span span, const char *format, va_list arguments)
{
    char message[FAILURE_MESSAGE_SIZE];
    vsnprintf(message, sizeof message, format, arguments);
    parser_fail(d->parser, kind, span, "%s", message);
    parser_quote(d->parser, span, d->tokens[d->farthest - 1].end_line);
    d->failed = true;
}

/* A mistake has been named already, or none is to be named. */
static bool is_moot(const D *d)
{
    return d->failed || d->quiet;
}

/* The newline that a line given to eval() lacked: for CPython it is the end, which has no place. */
static bool is_missing_newline(const struct Parser *parser, const struct Token *token)
{
    const struct Source *source = parser->source;
    return token->kind == TOKEN_NEWLINE && parser->result->mode != PARSE_FILE && source->newline_added &&
           token->end == source->length;
}

void parser_point_at_newline(struct Parser *parser, const struct Token *token)
{
    if (is_missing_newline(parser, token)) {
        struct SyntaxFailure *failure = &parser->result->failure;
        failure->offset--;
        failure->end_offset = -1;
    }
}

static bool is_placeless(enum TokenKind kind)
{
    return kind == TOKEN_INDENT || kind == TOKEN_DEDENT || kind == TOKEN_ENDMARKER;
}

/* Changes of indentation and the end have no place of their own: CPython points at where its tokenizer stood.
 */
static void point_at_token(struct Parser *parser, const struct Token *token)
{
    struct SyntaxFailure *failure = &parser->result->failure;
    if (!is_placeless((enum TokenKind)token->kind)) {
        return;
    }
    const struct Source *source = parser->source;
    uint32_t line = token->end_line;
    uint32_t column = token->end_column;
    if (token->start >= source->length && column == 0 && line > 1) {
        line--;
        column = (uint32_t)(source->length - source_line_offset(source, line));
        column -= parser->result->mode != PARSE_FILE && source->newline_added;
    }
    failure_place(failure, source, (struct Span){line, 0, line, 0});
    failure->offset = (int)column;
    failure->end_offset = -1;
}

/* A mistake at a given place. */
void *mistake_span(D *d, struct Span span, const char *format, ...)
{
    if (!is_moot(d)) {
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_SYNTAX, span, format, arguments);
        va_end(arguments);
    }
    return NULL;
}

/* A mistake at one token. */
void *mistake_at(D *d, size_t token, const char *format, ...)
{
    if (!is_moot(d)) {
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_SYNTAX, token_span(&d->tokens[token]), format, arguments);
        va_end(arguments);
        point_at_token(d->parser, &d->tokens[token]);
        if (is_missing_newline(d->parser, &d->tokens[token])) {
            d->parser->result->failure.offset = d->parser->result->failure.end_offset = 0;
        }
    }
    return NULL;
}

/* A mistake from one token to another. */
void *mistake_range(D *d, size_t first, size_t last, const char *format, ...)
{
    if (!is_moot(d)) {
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_SYNTAX, build_join(token_span(&d->tokens[first]), token_span(&d->tokens[last])),
               format, arguments);
        va_end(arguments);
    }
    return NULL;
}

/* A mistake for which CPython has no better place than the last token it has looked at. */
void *mistake_farthest(D *d, const char *format, ...)
{
    if (!is_moot(d)) {
        const struct Token *token = &d->tokens[d->farthest - 1];
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_SYNTAX, token_span(token), format, arguments);
        va_end(arguments);
        point_at_token(d->parser, token);
        parser_point_at_newline(d->parser, token);
    }
    return NULL;
}

/* A mistake that reaches from a place to the last token looked at. */
void *mistake_from(D *d, struct Span start, const char *format, ...)
{
    if (!is_moot(d)) {
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_SYNTAX, build_join(start, token_span(&d->tokens[d->farthest - 1])), format,
               arguments);
        va_end(arguments);
        d->parser->result->failure.end_offset--;
    }
    return NULL;
}

/* An IndentationError, at the last token looked at. */
void *mistake_indentation(D *d, const char *format, ...)
{
    if (!is_moot(d)) {
        const struct Token *token = &d->tokens[d->farthest - 1];
        va_list arguments;
        va_start(arguments, format);
        record(d, FAILURE_INDENTATION, token_span(token), format, arguments);
        va_end(arguments);
        point_at_token(d->parser, token);
        parser_point_at_newline(d->parser, token);
    }
    return NULL;
}

/* A token that must come here: its absence is an error at once. */
bool take_forced(D *d, enum TokenKind kind)
{
    if (take_kind(d, kind)) {
        return true;
    }
    if (!d->failed) {
        bool quiet = d->quiet;
        d->quiet = false;
        mistake_at(d, d->mark, "expected '%s'", token_spelling(kind));
        d->quiet = quiet;
    }
    return false;
}

static const char *constant_name(const struct AstNode *node)
{
    switch (as_Constant(node)->value.kind) {
    case AST_CONSTANT_NONE:
        return "None";
    case AST_CONSTANT_TRUE:
        return "True";
    case AST_CONSTANT_FALSE:
        return "False";
    case AST_CONSTANT_ELLIPSIS:
        return "ellipsis";
    default:
        return "literal";
    }
}

/* What messages call the expression: "function call", "literal" … */
const char *name_of_expression(const struct AstNode *node)
{
    static const char *const names[AST_KIND_COUNT] = {
        [AST_Attribute] = "attribute",
        [AST_Subscript] = "subscript",
        [AST_Starred] = "starred",
        [AST_Name] = "name",
        [AST_List] = "list",
        [AST_Tuple] = "tuple",
        [AST_Lambda] = "lambda",
        [AST_Call] = "function call",
        [AST_BoolOp] = "expression",
        [AST_BinOp] = "expression",
        [AST_UnaryOp] = "expression",
        [AST_GeneratorExp] = "generator expression",
        [AST_Yield] = "yield expression",
        [AST_YieldFrom] = "yield expression",
        [AST_Await] = "await expression",
        [AST_ListComp] = "list comprehension",
        [AST_SetComp] = "set comprehension",
        [AST_DictComp] = "dict comprehension",
        [AST_Dict] = "dict literal",
        [AST_Set] = "set display",
        [AST_JoinedStr] = "f-string expression",
        [AST_FormattedValue] = "f-string expression",
        [AST_Compare] = "comparison",
        [AST_IfExp] = "conditional expression",
        [AST_NamedExpr] = "named expression",
    };
    if (node->kind == AST_Constant) {
        return constant_name(node);
    }
    return names[node->kind] != NULL ? names[node->kind] : "expression";
}

static const struct AstNode *invalid_element(struct AstNodes elements, enum TargetKind kind)
{
    for (size_t i = 0; i < elements.count; i++) {
        const struct AstNode *invalid = find_invalid_target(elements.items[i], kind);
        if (invalid != NULL) {
            return invalid;
        }
    }
    return NULL;
}

/* The part that cannot be a target; NULL if everything can. */
const struct AstNode *find_invalid_target(const struct AstNode *node, enum TargetKind kind)
{
    switch (node->kind) {
    case AST_List:
        return invalid_element(as_List(node)->elts, kind);
    case AST_Tuple:
        return invalid_element(as_Tuple(node)->elts, kind);
    case AST_Starred:
        return kind == TARGET_DELETE ? node : find_invalid_target(as_Starred(node)->value, kind);
    case AST_Compare:
        /* `for x in y` reads `x in y` as a comparison */
        if (kind == TARGET_FOR && as_Compare(node)->ops.count > 0 &&
            as_Compare(node)->ops.items[0] == AST_IN) {
            return find_invalid_target(as_Compare(node)->left, kind);
        }
        return kind == TARGET_FOR ? NULL : node;
    case AST_Name:
    case AST_Subscript:
    case AST_Attribute:
        return NULL;
    default:
        return node;
    }
}

/* cannot assign to …, cannot delete …; nothing if the target is fine. */
void *mistake_target(D *d, const struct AstNode *node, enum TargetKind kind)
{
    const struct AstNode *invalid = node != NULL ? find_invalid_target(node, kind) : NULL;
    if (invalid == NULL) {
        return NULL;
    }
    const char *verb = kind == TARGET_DELETE ? "delete" : "assign to";
    return mistake_span(d, invalid->span, "cannot %s %s", verb, name_of_expression(invalid));
}

/* ---- the verdict ---- */

/* Nothing more special was found: the token that the parser could not take is to blame. */
static void blame_token(struct Parser *parser)
{
    const struct Token *token = &parser->lexer.tokens[parser->position];
    if (token->kind == TOKEN_INDENT || token->kind == TOKEN_DEDENT) {
        parser_fail(parser, FAILURE_INDENTATION, token_span(token), "unexpected %s",
                    token->kind == TOKEN_INDENT ? "indent" : "unindent");
        point_at_token(parser, token);
        return;
    }
    parser_fail(parser, FAILURE_SYNTAX, token_span(token), "invalid syntax");
    parser_quote(parser, token_span(token), token->end_line);
    if (token->kind == TOKEN_ENDMARKER || is_missing_newline(parser, token)) {
        struct SyntaxFailure *failure = &parser->result->failure;
        point_at_token(parser, token);
        failure->offset = failure->end_offset = 0;
        if (parser->source->length == 0)
            failure->line = failure->end_line = 0; /* not even a first line was read */
    }
}

/* What the whole source should be. */
static bool recognise_module(D *d)
{
    switch (d->parser->result->mode) {
    case PARSE_EXPRESSION:
        return read_expressions(d) != NULL;
    case PARSE_INTERACTIVE:
        return read_statement(d);
    default:
        return read_statements(d);
    }
}

void parser_diagnose(struct Parser *parser)
{
    D d = {
        .parser = parser,
        .tokens = parser->lexer.tokens,
        .count = parser->lexer.token_count,
        .farthest = parser->position + 1,
        .memos = arena_allocate_array(parser->arena, parser->lexer.token_count + 1, sizeof *d.memos),
    };
    if (d.memos == NULL) {
        return;
    }
    recognise_module(&d);
    if (parser->result->failure.kind == FAILURE_NONE && !parser->arena->exhausted) {
        blame_token(parser);
    }
    struct SyntaxFailure *failure = &parser->result->failure;
    bool beyond = parser->lexer.failure_rank == LEX_UNCLOSED && d.farthest > 0 && d.farthest <= d.count &&
                  d.tokens[d.farthest - 1].line > parser->lexer.failure_bracket_line;
    if (beyond && failure->kind == FAILURE_SYNTAX) { /* the bracket is on a line before all that has been read */
        parser_take_lexer_failure(parser);
    }
    bool at_end = parser->position < d.count && d.tokens[parser->position].kind == TOKEN_ENDMARKER;
    if (parser->result->options & PARSE_PROMPT && at_end && failure->kind != FAILURE_MEMORY) {
        failure->kind = FAILURE_INCOMPLETE;
    }
}
