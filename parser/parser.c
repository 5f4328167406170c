/*
 * The driver: source → tokens → push parser → tree, and which error wins.
 *
 * The lexer runs over the whole source first.  Its errors come before any
 * syntax error, as in CPython, which after a syntax error reads on to look for
 * them; only those that CPython's tokenizer leaves to the parser wait until
 * the parser gets there.
 */
#include "parser/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "grammar.h"
#include "parser/internal.h"

enum {
    STACK_LIMIT = 26000, /* entries; about four for each level of a conditional expression */
    BISON_MORE = 4,
};

static const int grammar_tokens[] = {
#define TOKEN(name) [TOKEN_##name] = GRAMMAR_##name,
#define GRAMMAR_TRY GRAMMAR_TRY_
#include "lexer/token.def"
};

void *parser_new_stack(struct Parser *parser, size_t depth, size_t bytes)
{
    if (depth > STACK_LIMIT * 2) {
        failure_set(&parser->result->failure, FAILURE_MEMORY,
                    "Parser stack overflowed - Python source too complex to parse");
        return NULL;
    }
    void *block = memory_allocate(parser->arena->memory, MEMORY_BYTES, bytes);
    if (block == NULL) {
        parser->arena->exhausted = true;
        return NULL;
    }
    parser->old_stack = parser->stack;
    parser->old_stack_bytes = parser->stack_bytes;
    parser->stack = block;
    parser->stack_bytes = bytes;
    return block;
}

void parser_drop_old_stack(struct Parser *parser)
{
    memory_free(parser->arena->memory, MEMORY_BYTES, parser->old_stack, parser->old_stack_bytes);
    parser->old_stack = NULL;
}

/* ---- failures ---- */

size_t parser_line_offset(const struct Parser *parser, uint32_t line)
{
    return source_line_offset(parser->source, line);
}

/* SyntaxError counts characters from 1, spans count bytes from 0. */
static int character_offset(const struct Source *source, uint32_t line, uint32_t column)
{
    size_t start = source_line_offset(source, line);
    size_t left = source->length - start;
    size_t length = column < left ? column : left;
    return (int)lexer_utf8_length(source->text + start, length) + 1;
}

void failure_place(struct SyntaxFailure *failure, const struct Source *source, struct Span span)
{
    size_t start = source_line_offset(source, span.line);
    const char *end = memchr(source->text + start, '\n', source->length - start);
    failure->text = source->text + start;
    failure->text_length = end != NULL ? (size_t)(end + 1 - failure->text) : source->length - start;
    failure->has_position = failure->has_end = true;
    failure->line = (int)span.line;
    failure->offset = character_offset(source, span.line, span.column);
    failure->end_line = (int)span.end_line;
    failure->end_offset = character_offset(source, span.end_line, span.end_column);
}

/* Is the newline that ends this line inside a token, or joined away by a backslash? */
static bool line_goes_on(const struct Parser *parser, uint32_t line)
{
    const struct Lexer *lexer = &parser->lexer;
    const char *text = parser->source->text;
    size_t end = source_line_offset(parser->source, line + 1);
    size_t low = 0, high = lexer->token_count; /* the last token that begins before the newline */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (lexer->tokens[middle].start < end)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return false;
    const struct Token *token = &lexer->tokens[low - 1];
    if (token->end >= end)
        return token->kind != TOKEN_NEWLINE && token->end > end - 1;
    return end >= 2 && text[end - 2] == '\\' &&
           memchr(text + token->end, '#', end - 2 - token->end) == NULL;
}

/* Characters in the first bytes of the text, from 1; it need not have that many. */
static int offset_in_text(const struct SyntaxFailure *failure, uint32_t column)
{
    if (column < failure->text_length) /* within a character it is that character's */
        return (int)lexer_utf8_length(failure->text, (size_t)column + 1);
    return (int)lexer_utf8_length(failure->text, failure->text_length) + 1;
}

static void quote_joined_lines(struct Parser *parser, uint32_t line)
{
    struct SyntaxFailure *failure = &parser->result->failure;
    while (line > 1 && line_goes_on(parser, line - 1))
        line--;
    const char *start = parser->source->text + source_line_offset(parser->source, line);
    failure->text_length += (size_t)(failure->text - start);
    failure->text = start;
}

/*
 * CPython quotes what its tokenizer holds in its buffer.  That is the one line
 * without its end if it has read past it, or else the line with those that are
 * joined to it; offsets are counted in what is quoted.
 */
void parser_quote(struct Parser *parser, struct Span span, uint32_t reading_line)
{
    struct SyntaxFailure *failure = &parser->result->failure;
    if (failure->text_length == 0 || parser->result->options & PARSE_FROM_FILE)
        return;
    if (reading_line > span.line) {
        failure->text_length--; /* CPython keeps the newline of the line it is reading only */
    } else {
        quote_joined_lines(parser, span.line);
    }
    failure->offset = offset_in_text(failure, span.column);
    failure->end_offset = offset_in_text(failure, span.end_column);
}

bool parser_fail(struct Parser *parser, enum FailureKind kind, struct Span span, const char *format, ...)
{
    char message[FAILURE_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    struct SyntaxFailure *failure = &parser->result->failure;
    failure_set(failure, kind, "%s", message);
    failure_place(failure, parser->source, span);
    return false;
}

void parser_take_lexer_failure(struct Parser *parser)
{
    struct SyntaxFailure *failure = &parser->result->failure;
    *failure = parser->lexer.failure;
    if (parser->lexer.failure_in_buffer) {
        const char *line = failure->text;
        quote_joined_lines(parser, (uint32_t)failure->line);
        failure->offset += (int)lexer_utf8_length(failure->text, (size_t)(line - failure->text));
    }
    if (failure->kind == FAILURE_INCOMPLETE && parser->result->mode != PARSE_INTERACTIVE) {
        failure->kind = FAILURE_SYNTAX;
    }
}

/* The parser found an error at parser->position: the lexer may know of a more important one. */
static bool lexer_failure_wins(const struct Parser *parser)
{
    const struct Lexer *lexer = &parser->lexer;
    switch (lexer->failure_rank) {
    case LEX_FAILURE_FIRST:
        return true;
    case LEX_UNCLOSED:
        return parser->position >= lexer->token_count ||
               lexer->tokens[parser->position].line > lexer->failure_bracket_line;
    default:
        return parser->position >= lexer->token_count;
    }
}

/* "unexpected indent" is the one syntax error that CPython reports without reading on. */
static bool is_change_of_indentation(const struct Parser *parser)
{
    if (parser->position >= parser->lexer.token_count) {
        return false;
    }
    enum TokenKind kind = (enum TokenKind)parser->lexer.tokens[parser->position].kind;
    return kind == TOKEN_INDENT || kind == TOKEN_DEDENT;
}

static bool is_change_named(const struct SyntaxFailure *failure)
{
    return failure->kind == FAILURE_INDENTATION && strncmp(failure->message, "unexpected ", 11) == 0;
}

/* Which of the failures known now is the one to report. */
static void settle_failure(struct Parser *parser)
{
    struct SyntaxFailure *failure = &parser->result->failure;
    parser->result->module = NULL;
    if (parser->arena->exhausted) {
        failure_set(failure, FAILURE_MEMORY, "%s", "");
        return;
    }
    if (failure->kind == FAILURE_MEMORY || parser->settled) {
        return;
    }
    if (failure->kind == FAILURE_NONE && is_change_of_indentation(parser)) {
        parser_diagnose(parser);
        if (is_change_named(failure)) {
            return;
        }
    }
    if (parser->lexer.failure_rank != LEX_NO_FAILURE && lexer_failure_wins(parser)) {
        parser_take_lexer_failure(parser);
        return;
    }
    if (failure->kind == FAILURE_NONE) {
        parser_diagnose(parser);
    }
    if (parser->arena->exhausted) {
        failure_set(failure, FAILURE_MEMORY, "%s", "");
    }
}

/* ---- feeding ---- */

/* The lexer's warnings take their place among the parser's. */
static bool add_lexer_warnings(struct Parser *parser, size_t *next)
{
    const struct Lexer *lexer = &parser->lexer;
    for (; *next < lexer->warning_count && lexer->warnings[*next].token <= parser->position; ++*next) {
        const struct LexWarning *warning = &lexer->warnings[*next];
        struct Span span = {warning->line, warning->column, warning->line, warning->column};
        if (!parser_warn(parser->result, WARNING_SYNTAX, span, "%s", warning->message)) {
            return false;
        }
    }
    return true;
}

/* The tokens whose places count for the spans of nodes. */
static bool has_place(enum TokenKind kind)
{
    return kind != TOKEN_NEWLINE && kind != TOKEN_INDENT && kind != TOKEN_DEDENT && kind != TOKEN_ENDMARKER;
}

/* Is there anything but white space and comments behind the token? */
static bool source_goes_on(const struct Parser *parser, const struct Token *token)
{
    const char *at = parser->source->text + token->end;
    for (;; at++) {
        if (*at == '#')
            at += strcspn(at, "\n");
        if (*at != ' ' && *at != '\t' && *at != '\n' && *at != '\f')
            return *at != '\0';
    }
}

/* The first token of a statement with a block? */
static bool begins_compound(enum TokenKind kind)
{
    switch (kind) {
    case TOKEN_IF:
    case TOKEN_WHILE:
    case TOKEN_FOR:
    case TOKEN_TRY:
    case TOKEN_WITH:
    case TOKEN_DEF:
    case TOKEN_CLASS:
    case TOKEN_ASYNC:
    case TOKEN_AT:
    case TOKEN_MATCH:
        return true;
    default:
        return false;
    }
}

/* Does the end of the source stand for a line end?  Not a second time, if the last line lacked its own already. */
static bool end_ends_statement(const struct Parser *parser)
{
    const struct Lexer *lexer = &parser->lexer;
    size_t count = lexer->token_count;
    return !parser->source->newline_added || count < 2 || lexer->tokens[count - 2].kind != TOKEN_NEWLINE;
}

/* The end counts as one more line end, which closes a compound statement. */
static int feed_line_end(struct Parser *parser, struct grammar_pstate *state, const struct Token *token)
{
    GRAMMAR_STYPE value = {.token = token};
    struct Span nowhere = {0, 0, 0, 0};
    return grammar_push_parse(state, GRAMMAR_NEWLINE, &value, &nowhere, parser);
}

/* compile(…, 'single') takes one logical line or one compound statement, and reads no further. */
static int feed_one_statement(struct Parser *parser, struct grammar_pstate *state, int status)
{
    const struct Lexer *lexer = &parser->lexer;
    const struct Token *tokens = lexer->tokens;
    enum TokenKind first = lexer->token_count > 0 ? (enum TokenKind)tokens[0].kind : TOKEN_ENDMARKER;
    bool compound = begins_compound(first);
    size_t warning = 0;
    for (; status == BISON_MORE && parser->position < lexer->token_count; parser->position++) {
        const struct Token *token = &tokens[parser->position];
        if (!add_lexer_warnings(parser, &warning))
            return 1;
        if (token->kind == TOKEN_ENDMARKER && compound && end_ends_statement(parser)) {
            status = feed_line_end(parser, state, token);
            compound = false;
            if (status != BISON_MORE)
                break;
        }
        GRAMMAR_STYPE value = {.token = token};
        struct Span place = has_place(token->kind) ? token_span(token) : (struct Span){0, 0, 0, 0};
        status = grammar_push_parse(state, grammar_tokens[token->kind], &value, &place, parser);
        if (status != BISON_MORE)
            break;
        if (token->kind == TOKEN_NEWLINE && !begins_compound(first)) {
            if (source_goes_on(parser, token)) {
                parser_fail(parser, FAILURE_SYNTAX, token_span(token),
                            "multiple statements found while compiling a single statement");
                parser_quote(parser, token_span(token), token->line);
                parser->settled = true;
                return 1;
            }
            return grammar_push_parse(state, GRAMMAR_ENDMARKER, &value, &place, parser);
        }
    }
    return status;
}

/* Pushes all tokens; the status is Bison's. */
static int feed(struct Parser *parser, struct grammar_pstate *state)
{
    static const int starts[] = {
        [PARSE_FILE] = GRAMMAR_START_FILE,
        [PARSE_INTERACTIVE] = GRAMMAR_START_INTERACTIVE,
        [PARSE_EXPRESSION] = GRAMMAR_START_EXPRESSION,
    };
    const struct Lexer *lexer = &parser->lexer;
    GRAMMAR_STYPE value = {.token = NULL};
    struct Span place = {0, 0, 0, 0};
    int status = grammar_push_parse(state, starts[parser->result->mode], &value, &place, parser);
    if (parser->result->mode == PARSE_INTERACTIVE)
        return feed_one_statement(parser, state, status);
    size_t warning = 0;
    for (; status == BISON_MORE && parser->position < lexer->token_count; parser->position++) {
        const struct Token *token = &lexer->tokens[parser->position];
        if (!add_lexer_warnings(parser, &warning)) {
            return 1;
        }
        value.token = token;
        place = has_place(token->kind) ? token_span(token) : (struct Span){0, 0, 0, 0};
        status = grammar_push_parse(state, grammar_tokens[token->kind], &value, &place, parser);
        if (status != BISON_MORE) {
            break;
        }
    }
    return status;
}

/* Sets the push parser up and takes it down. */
static bool run_grammar(struct Parser *parser)
{
    struct Memory *memory = parser->arena->memory;
    struct grammar_pstate *state = memory_allocate(memory, MEMORY_BYTES, grammar_state_size());
    if (state == NULL) {
        parser->arena->exhausted = true;
        return false;
    }
    grammar_state_open(state);
    int status = feed(parser, state);
    memory_free(memory, MEMORY_BYTES, parser->stack, parser->stack_bytes);
    memory_free(memory, MEMORY_BYTES, state, grammar_state_size());
    return status == 0;
}

/* Statements with a block. */
static bool is_compound(enum AstKind kind)
{
    switch (kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
    case AST_ClassDef:
    case AST_For:
    case AST_AsyncFor:
    case AST_While:
    case AST_If:
    case AST_With:
    case AST_AsyncWith:
    case AST_Match:
    case AST_Try:
    case AST_TryStar:
        return true;
    default:
        return false;
    }
}

/* At the prompt the next line may still belong to the block. */
static bool check_ended(struct Parser *parser)
{
    const struct ParseResult *result = parser->result;
    if (result->mode != PARSE_INTERACTIVE || !(result->options & PARSE_PROMPT)) {
        return true;
    }
    struct AstNodes body = as_Interactive(result->module)->body;
    const char *end = result->source.text + result->source.length;
    bool empty_line = result->source.length >= 2 && end[-1] == '\n' && end[-2] == '\n';
    enum AstKind kind = (enum AstKind)body.items[body.count - 1]->kind;
    if (!is_compound(kind) || empty_line) {
        return true;
    }
    return parser_fail(parser, FAILURE_INCOMPLETE, body.items[body.count - 1]->span, "incomplete input");
}

/* Only programs get a newline that their last line lacks. */
static void drop_added_newline(struct ParseResult *result)
{
    struct SyntaxFailure *failure = &result->failure;
    const struct Source *source = &result->source;
    if (result->mode == PARSE_FILE || !source->newline_added || failure->text == NULL)
        return;
    if (failure->text_length > 0 && failure->text + failure->text_length == source->text + source->length)
        failure->text_length--;
}

bool parse_source(struct Memory *memory, const char *source, size_t length, const char *filename,
                  enum ParseMode mode, int options, struct ParseResult *result)
{
    return parse_source_naming(memory, source, length, filename, mode, options, NULL, result);
}

bool parse_source_naming(struct Memory *memory, const char *source, size_t length, const char *filename,
                         enum ParseMode mode, int options, CharacterFinder find, struct ParseResult *result)
{
    memset(result, 0, sizeof *result);
    result->find_character = find;
    arena_open(&result->arena, memory);
    result->filename = filename;
    result->mode = mode;
    result->options = options;
    enum SourceKind kind = options & PARSE_FROM_FILE ? SOURCE_FILE
                           : options & PARSE_DECODED ? SOURCE_DECODED
                                                     : SOURCE_BYTES;
    if (!source_open(&result->source, memory, source, length, kind, filename, &result->failure)) {
        return false;
    }
    struct Parser *parser = memory_allocate_zeroed(memory, MEMORY_BYTES, sizeof *parser);
    if (parser == NULL) {
        failure_set(&result->failure, FAILURE_MEMORY, "%s", "");
        return false;
    }
    parser->result = result;
    parser->arena = &result->arena;
    parser->source = &result->source;
    lexer_open(&parser->lexer, memory, parser->source, false);
    parser->lexer.bare_end = mode != PARSE_FILE && result->source.newline_added;
    parser->lexer.expression_only = mode == PARSE_EXPRESSION;
    bool lexed = lexer_run(&parser->lexer);
    bool ok = (lexed || parser->lexer.failure.kind != FAILURE_MEMORY) && run_grammar(parser);
    ok = ok && check_ended(parser);
    if (!ok) {
        settle_failure(parser);
    }
    drop_added_newline(result);
    lexer_close(&parser->lexer);
    memory_free(memory, MEMORY_BYTES, parser, sizeof *parser);
    return ok;
}

void parse_close(struct ParseResult *result)
{
    arena_close(&result->arena);
    source_close(&result->source);
}
