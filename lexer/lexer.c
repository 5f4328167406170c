/*
 * The lexer's driver: lines, indentation, brackets, and which mode scans next.
 *
 * Invariants: token_count only grows; the brackets stack holds every open
 * bracket, those of replacement fields included; after a failure nothing more
 * is emitted.
 */
#include "lexer/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lexer/internal.h"

enum { TAB_SIZE = 8 };

static const char *const names[] = {
#define TOKEN(name) [TOKEN_##name] = #name,
#include "lexer/token.def"
};

static const char *const spellings[TOKEN_KIND_COUNT] = {
#define TOKEN(name)
#define KEYWORD(name, spelling) [TOKEN_##name] = spelling,
#define SOFT_KEYWORD(name, spelling) [TOKEN_##name] = spelling,
#define OPERATOR(name, spelling) [TOKEN_##name] = spelling,
#include "lexer/token.def"
};

const char *token_name(enum TokenKind kind)
{
    return names[kind];
}

const char *token_spelling(enum TokenKind kind)
{
    return spellings[kind];
}

bool token_is_keyword(enum TokenKind kind)
{
    return kind >= TOKEN_FALSE && kind <= TOKEN_YIELD;
}

size_t lexer_utf8_length(const char *bytes, size_t length)
{
    size_t characters = 0;
    for (size_t i = 0; i < length; i++) {
        characters += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    }
    return characters;
}

void lexer_open(struct Lexer *lexer, struct Memory *memory, const struct Source *source, bool keep_trivia)
{
    memset(lexer, 0, sizeof *lexer);
    lexer->memory = memory;
    lexer->source = source;
    lexer->keep_trivia = keep_trivia;
    lexer->cursor = lexer->line_start = lexer->token_line_start = source->text;
    lexer->line = lexer->token_line = 1;
    lexer->at_line_begin = true;
}

void lexer_close(struct Lexer *lexer)
{
    memory_free(lexer->memory, MEMORY_BYTES, lexer->tokens, lexer->token_capacity * sizeof *lexer->tokens);
    memory_free(lexer->memory, MEMORY_BYTES, lexer->warnings,
                lexer->warning_capacity * sizeof *lexer->warnings);
    lexer->tokens = NULL;
    lexer->warnings = NULL;
    lexer->token_capacity = lexer->warning_capacity = 0;
}

/* ---- failures ---- */

bool lexer_no_memory(struct Lexer *lexer)
{
    failure_set(&lexer->failure, FAILURE_MEMORY, "%s", "");
    lexer->failure_rank = LEX_FAILURE_FIRST;
    return false;
}

/* Points the failure at the character before `at`; a token's error stands on its last character. */
static void place_failure(struct Lexer *lexer, uint32_t line, const char *line_start, const char *at)
{
    struct SyntaxFailure *failure = &lexer->failure;
    size_t length;
    source_line_at(lexer->source, (size_t)(line_start - lexer->source->text), &failure->text, &length);
    failure->text_length = length;
    failure->has_position = failure->has_end = true;
    failure->line = failure->end_line = (int)line;
    failure->offset = failure->end_offset = (int)lexer_utf8_length(line_start, (size_t)(at - line_start));
}

static void fail_formatted(struct Lexer *lexer, const char *format, va_list arguments)
{
    char message[FAILURE_MESSAGE_SIZE];
    vsnprintf(message, sizeof message, format, arguments);
    failure_set(&lexer->failure, FAILURE_SYNTAX, "%s", message);
    /* Inside an f-string what is wrong in the expression before it is the better answer. */
    lexer->failure_rank = lexer->fstring_depth > 0 ? LEX_FAILURE_WHEN_REACHED : LEX_FAILURE_FIRST;
}

bool lexer_fail_at(struct Lexer *lexer, const char *at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_formatted(lexer, format, arguments);
    va_end(arguments);
    place_failure(lexer, lexer->line, lexer->line_start, at);
    return false;
}

bool lexer_fail(struct Lexer *lexer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_formatted(lexer, format, arguments);
    va_end(arguments);
    place_failure(lexer, lexer->line, lexer->line_start, lexer->cursor);
    return false;
}

/* The errors that CPython's tokenizer leaves to its parser: they yield to a syntax error before them. */
static bool fail_when_reached(struct Lexer *lexer, enum FailureKind kind, const char *message, int offset,
                              int end_offset)
{
    lexer_fail(lexer, "%s", message);
    lexer->failure.kind = kind;
    lexer->failure.offset = offset;
    lexer->failure.end_offset = end_offset;
    lexer->failure.text_length++; /* with its newline, as the parser's own errors */
    lexer->failure_rank = LEX_FAILURE_WHEN_REACHED;
    return false;
}

/* How many lines end between the two. */
static uint32_t newlines_in(const char *from, const char *to)
{
    uint32_t count = 0;
    while ((from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        count++;
        from++;
    }
    return count;
}

/* The line on which the scanner noticed that a string does not end; did it pass \" or \'? */
static uint32_t detection_line(struct Lexer *lexer, const char *from, size_t quote_size, bool *escaped_quote)
{
    const char *end = lexer->source->text + lexer->source->length;
    if (quote_size == 1) {
        const char *at = from;
        while (at < end && *at != '\n') {
            *escaped_quote |= *at == '\\' && at[1] == from[-1];
            at += *at == '\\' && at + 1 < end ? 2 : 1;
        }
        end = at < end ? at + 1 : end;
    }
    uint32_t lines = newlines_in(from, end);
    return lexer->line + (lines > 0 ? lines - 1 : 0);
}

/* The scanner stands behind the opening quote of a string without end. */
bool lexer_fail_unterminated(struct Lexer *lexer, char quote, size_t quote_size)
{
    const char *start = lexer->token_start;
    bool escaped_quote = false;
    uint32_t line = detection_line(lexer, lexer->cursor, quote_size, &escaped_quote);
    if (lexer->fstring_depth > 0) {
        const struct FStringMode *mode = &lexer->fstrings[lexer->fstring_depth - 1];
        if (mode->quote == quote && mode->quote_size == quote_size) {
            return lexer_fail_at(lexer, start + 1, "f-string: expecting '}'");
        }
    }
    const char *kind = quote_size == 3 ? "triple-quoted string" : "string";
    lexer_fail_at(lexer, start + 1, "unterminated %s literal (detected at line %u)%s", kind, line,
                  escaped_quote ? "; perhaps you escaped the end quote?" : "");
    if (quote_size == 3) {
        lexer->failure.kind = FAILURE_INCOMPLETE;
    }
    return false;
}

/* ---- tokens ---- */

/* Doubles an array of the lexer's; the old one stays valid on failure. */
static bool grow(struct Memory *memory, void **items, size_t *capacity, size_t size)
{
    size_t wanted = *capacity == 0 ? 64 : *capacity * 2;
    void *grown = memory_resize(memory, MEMORY_BYTES, *items, *capacity * size, wanted * size);
    if (grown == NULL) {
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}

bool lexer_emit(struct Lexer *lexer, enum TokenKind kind, const char *start, const char *end)
{
    if (lexer->token_count == lexer->token_capacity) {
        void *items = lexer->tokens;
        if (!grow(lexer->memory, &items, &lexer->token_capacity, sizeof *lexer->tokens)) {
            return lexer_no_memory(lexer);
        }
        lexer->tokens = items;
    }
    const char *text = lexer->source->text;
    lexer->tokens[lexer->token_count++] = (struct Token){
        .kind = (uint8_t)kind,
        .depth = (uint8_t)lexer->bracket_depth,
        .start = (uint32_t)(start - text),
        .end = (uint32_t)(end - text),
        .line = lexer->token_line,
        .column = (uint32_t)(start - lexer->token_line_start),
        .end_line = lexer->line,
        .end_column = (uint32_t)(end - lexer->line_start),
    };
    return true;
}

bool lexer_warn(struct Lexer *lexer, const char *message)
{
    if (lexer->warning_count == lexer->warning_capacity) {
        void *items = lexer->warnings;
        if (!grow(lexer->memory, &items, &lexer->warning_capacity, sizeof *lexer->warnings)) {
            return lexer_no_memory(lexer);
        }
        lexer->warnings = items;
    }
    lexer->warnings[lexer->warning_count++] = (struct LexWarning){
        .token = (uint32_t)lexer->token_count,
        .line = lexer->token_line,
        .column = (uint32_t)(lexer->cursor - 1 - lexer->token_line_start),
        .message = message,
    };
    return true;
}

/* A token of no width at the cursor: DEDENT, ENDMARKER. */
static bool emit_here(struct Lexer *lexer, enum TokenKind kind)
{
    lexer->token_line = lexer->line;
    lexer->token_line_start = lexer->line_start;
    return lexer_emit(lexer, kind, lexer->cursor, lexer->cursor);
}

/* ---- indentation ---- */

struct Indentation {
    uint32_t column;
    uint32_t alternate; /* the column if tabs were one wide */
};

/* Moves the cursor past the white space that begins a line; joined lines count with the first one's width. */
static struct Indentation measure_indentation(struct Lexer *lexer)
{
    struct Indentation found = {0, 0};
    struct Indentation joined = {0, 0};
    bool is_joined = false;
    const char *at = lexer->cursor;
    for (;; at++) {
        if (*at == ' ') {
            found.column++;
            found.alternate++;
        } else if (*at == '\t') {
            found.column = (found.column / TAB_SIZE + 1) * TAB_SIZE;
            found.alternate++;
        } else if (*at == '\f') {
            found.column = found.alternate = 0;
        } else if (*at == '\\' && at[1] == '\n' && at[2] != '\0') {
            joined = is_joined ? joined : found;
            is_joined = joined.column > 0;
            at++;
            lexer->line++;
            lexer->line_start = at + 1;
        } else {
            break;
        }
    }
    lexer->cursor = at;
    return is_joined ? joined : found;
}

static bool tab_failure(struct Lexer *lexer)
{
    return fail_when_reached(lexer, FAILURE_TAB, "inconsistent use of tabs and spaces in indentation", 1, 0);
}

/* The line is indented deeper than the one before. */
static bool open_block(struct Lexer *lexer, struct Indentation found, const char *line_begin)
{
    if (lexer->indentation_depth + 1 >= MAX_INDENTATIONS) {
        return fail_when_reached(lexer, FAILURE_INDENTATION, "too many levels of indentation", 1, 0);
    }
    if (found.alternate <= lexer->alternate_indentations[lexer->indentation_depth]) {
        return tab_failure(lexer);
    }
    uint32_t level = ++lexer->indentation_depth;
    lexer->indentations[level] = found.column;
    lexer->alternate_indentations[level] = found.alternate;
    lexer->in_match[level] = lexer->match_header;
    lexer->token_line = lexer->line;
    lexer->token_line_start = lexer->line_start;
    const char *start = line_begin < lexer->line_start ? lexer->line_start : line_begin;
    return lexer_emit(lexer, TOKEN_INDENT, start, lexer->cursor);
}

/* The line is indented less: it must meet an open block's column. */
static bool close_blocks(struct Lexer *lexer, struct Indentation found)
{
    uint32_t level = lexer->indentation_depth;
    while (level > 0 && found.column < lexer->indentations[level]) {
        level--;
    }
    if (found.column != lexer->indentations[level]) {
        const char *end = memchr(lexer->cursor, '\n', lexer->source->length);
        bool bare = lexer->bare_end && end + 1 == lexer->source->text + lexer->source->length;
        size_t length = (size_t)((end != NULL ? end + 1 : lexer->cursor) - lexer->line_start);
        return fail_when_reached(lexer, FAILURE_INDENTATION,
                                 "unindent does not match any outer indentation level",
                                 (int)lexer_utf8_length(lexer->line_start, length) - bare, -1);
    }
    if (found.alternate != lexer->alternate_indentations[level]) {
        return tab_failure(lexer);
    }
    for (; lexer->indentation_depth > level; lexer->indentation_depth--) {
        if (!emit_here(lexer, TOKEN_DEDENT)) {
            return false;
        }
    }
    return true;
}

/* Does a block that is open stand at this column? */
static bool closes_blocks(const struct Lexer *lexer, uint32_t column)
{
    for (uint32_t level = lexer->indentation_depth; level > 0; level--) {
        if (lexer->indentations[level - 1] == column)
            return true;
    }
    return false;
}

/* White space without a newline is no blank line: at the end of eval()'s text it is an indentation. */
static bool is_bare_indentation(const struct Lexer *lexer, struct Indentation found, const char *line_begin)
{
    const struct Source *source = lexer->source;
    return lexer->bare_end && lexer->cursor + 1 == source->text + source->length &&
           lexer->cursor > line_begin && found.column != lexer->indentations[lexer->indentation_depth] &&
           (found.column > lexer->indentations[lexer->indentation_depth] || !closes_blocks(lexer, found.column));
}

/* At the first character of a line outside brackets.  Blank and comment lines have no indentation. */
static bool begin_line(struct Lexer *lexer)
{
    const char *line_begin = lexer->cursor;
    struct Indentation found = measure_indentation(lexer);
    bool blank = *lexer->cursor == '\n' && !is_bare_indentation(lexer, found, line_begin);
    if (*lexer->cursor == '#' || blank) {
        return true;
    }
    if (*lexer->cursor == '\0') {
        found = (struct Indentation){0, 0};
    }
    lexer->at_line_begin = false;
    lexer->logical_line = lexer->token_count;
    uint32_t level = lexer->indentation_depth;
    bool ok = true;
    if (found.column > lexer->indentations[level]) {
        ok = open_block(lexer, found, line_begin);
    } else if (found.column < lexer->indentations[level]) {
        ok = close_blocks(lexer, found);
    } else if (found.alternate != lexer->alternate_indentations[level]) {
        ok = tab_failure(lexer);
    }
    lexer->match_header = false;
    lexer->logical_line = lexer->token_count;
    return ok;
}

/* A newline: it ends a statement, or is white space inside brackets and on blank lines. */
static bool end_line(struct Lexer *lexer)
{
    /* The newline behind a comment begins, for CPython, with the comment. */
    const char *newline = lexer->comment_start != NULL && !lexer->keep_trivia ? lexer->comment_start : lexer->token_start;
    lexer->comment_start = NULL;
    bool ends_statement = lexer->bracket_depth == 0 && !lexer->at_line_begin;
    if (ends_statement) {
        lexer_resolve_soft_keywords(lexer, lexer->logical_line, lexer->token_count);
        lexer->at_line_begin = true;
    }
    if ((ends_statement || lexer->keep_trivia) &&
        !lexer_emit(lexer, ends_statement ? TOKEN_NEWLINE : TOKEN_NL, newline, lexer->token_start + 1)) {
        return false;
    }
    lexer->line++;
    lexer->line_start = lexer->cursor;
    return true;
}

/* The source ends inside brackets. */
bool lexer_fail_unclosed(struct Lexer *lexer)
{
    const struct Bracket *bracket = &lexer->brackets[lexer->bracket_depth - 1];
    failure_set(&lexer->failure, FAILURE_INCOMPLETE, "'%c' was never closed", bracket->character);
    place_failure(lexer, bracket->line, bracket->line_start, bracket->start + 1);
    lexer->failure.end_offset = 0;
    const char *line_end = lexer->failure.text + lexer->failure.text_length;
    lexer->failure.text_length += line_end + 1 ==
                                  lexer->source->text +
                                      lexer->source->length; /* the last line keeps its newline */
    lexer->failure_rank = lexer->fstring_depth > 0 ? LEX_FAILURE_WHEN_REACHED : LEX_UNCLOSED;
    lexer->failure_bracket_line = bracket->line;
    return false;
}

/* The end of the source: every bracket must be closed by now. */
static bool end_file(struct Lexer *lexer)
{
    return lexer->bracket_depth > 0 ? lexer_fail_unclosed(lexer) : emit_here(lexer, TOKEN_ENDMARKER);
}

/* ---- brackets ---- */

/* ( [ { are remembered with their place, for the messages. */
static bool open_bracket(struct Lexer *lexer)
{
    if (lexer->bracket_depth == MAX_BRACKETS) {
        return lexer_fail(lexer, "too many nested parentheses");
    }
    lexer->brackets[lexer->bracket_depth++] = (struct Bracket){
        .character = *lexer->token_start,
        .line = lexer->line,
        .start = lexer->token_start,
        .line_start = lexer->line_start,
    };
    return true;
}

static bool matches(char opening, char closing)
{
    return (opening == '(' && closing == ')') || (opening == '[' && closing == ']') ||
           (opening == '{' && closing == '}');
}

/* The wrong kind of bracket closes. */
static bool mismatch(struct Lexer *lexer, char closing)
{
    const struct Bracket *bracket = &lexer->brackets[lexer->bracket_depth - 1];
    if (bracket->line == lexer->line) {
        return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", closing,
                          bracket->character);
    }
    return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                      closing, bracket->character, bracket->line);
}

/* ) ] } must match; a `}` may end a replacement field, which brings the f-string's text back. */
static bool close_bracket(struct Lexer *lexer)
{
    char closing = *lexer->token_start;
    struct FStringMode *mode = lexer->fstring_depth > 0 ? &lexer->fstrings[lexer->fstring_depth - 1] : NULL;
    bool ends_field = lexer_in_field(lexer) &&
                      mode->field_depth[mode->field_count - 1] == lexer->bracket_depth;
    if (ends_field && closing != '}') {
        return lexer_fail(lexer, "f-string: unmatched '%c'", closing);
    }
    if (mode != NULL && mode->field_count == 0 && closing == '}') {
        return lexer_fail(lexer, "f-string: single '}' is not allowed");
    }
    if (lexer->bracket_depth == 0) {
        return lexer_fail(lexer, "unmatched '%c'", closing);
    }
    if (!matches(lexer->brackets[lexer->bracket_depth - 1].character, closing)) {
        return mismatch(lexer, closing);
    }
    lexer->bracket_depth--;
    if (ends_field) {
        mode->field_count--;
        mode->in_text = true;
    }
    return true;
}

/* Operators and brackets; a `:` right inside a replacement field begins its specification. */
static bool emit_operator(struct Lexer *lexer, enum TokenKind kind)
{
    bool ok = true;
    if (kind == TOKEN_LPAR || kind == TOKEN_LSQB || kind == TOKEN_LBRACE) {
        ok = open_bracket(lexer);
    } else if (kind == TOKEN_RPAR || kind == TOKEN_RSQB || kind == TOKEN_RBRACE) {
        ok = close_bracket(lexer);
    } else if ((kind == TOKEN_COLON || kind == TOKEN_COLONEQUAL) && lexer_in_field(lexer)) {
        struct FStringMode *mode = &lexer->fstrings[lexer->fstring_depth - 1];
        if (mode->field_depth[mode->field_count - 1] == lexer->bracket_depth) {
            lexer->cursor = lexer->token_start + 1;
            kind = TOKEN_COLON;
            mode->in_specification[mode->field_count - 1] = true;
            mode->in_text = true;
        }
    }
    return ok && lexer_emit(lexer, kind, lexer->token_start, lexer->cursor);
}

/* Scans one lexeme in the mode that is on top. */
static bool run_step(struct Lexer *lexer, bool *done)
{
    if (lexer->fstring_depth > 0 && lexer->fstrings[lexer->fstring_depth - 1].in_text) {
        return lexer_fstring_text(lexer);
    }
    if (lexer->at_line_begin && lexer->bracket_depth == 0 && !begin_line(lexer)) {
        return false;
    }
    int found = lexer_scan(lexer);
    switch (found) {
    case SCAN_SKIP:
        return true;
    case SCAN_FAILED:
        return false;
    case SCAN_LINE_END:
        return end_line(lexer);
    case SCAN_FILE_END:
        *done = true;
        return end_file(lexer);
    case SCAN_FSTRING:
        return lexer_begin_fstring(lexer);
    case TOKEN_COMMENT:
        lexer->comment_start = lexer->token_start;
        return !lexer->keep_trivia || lexer_emit(lexer, TOKEN_COMMENT, lexer->token_start, lexer->cursor);
    default:
        if (found >= TOKEN_LPAR && found <= TOKEN_EXCLAMATION) {
            return emit_operator(lexer, (enum TokenKind)found);
        }
        return lexer_emit(lexer, (enum TokenKind)found, lexer->token_start, lexer->cursor);
    }
}

bool lexer_run(struct Lexer *lexer)
{
    bool done = false;
    while (!done) {
        if (!run_step(lexer, &done)) { /* what has been read of the line is judged, too */
            lexer_resolve_soft_keywords(lexer, lexer->logical_line, lexer->token_count);
            return false;
        }
    }
    return true;
}
