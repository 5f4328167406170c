/*
 * The text of f-strings (PEP 701): literal parts and format specifications.
 *
 * A stack of modes says for each open f-string whether text or an expression
 * comes next; expressions are scanned as ordinary code, so f-strings nest.
 * A doubled brace ends a FSTRING_MIDDLE after its first half, as in CPython,
 * so the text of the tokens put together is the text meant.
 */
#include <string.h>

#include "lexer/internal.h"

static struct FStringMode *current_mode(struct Lexer *lexer)
{
    return &lexer->fstrings[lexer->fstring_depth - 1];
}

bool lexer_in_field(const struct Lexer *lexer)
{
    if (lexer->fstring_depth == 0) {
        return false;
    }
    const struct FStringMode *mode = &lexer->fstrings[lexer->fstring_depth - 1];
    return mode->field_count > 0 && !mode->in_text;
}

/* The scanner stands behind the prefix and the opening quotes. */
bool lexer_begin_fstring(struct Lexer *lexer)
{
    if (lexer->fstring_depth == MAX_FSTRINGS) {
        return lexer_fail(lexer, "too many nested f-strings");
    }
    char quote = lexer->cursor[-1];
    struct FStringMode *mode = &lexer->fstrings[lexer->fstring_depth++];
    memset(mode, 0, sizeof *mode);
    mode->quote = quote;
    mode->quote_size = lexer->cursor[-2] == quote ? 3 : 1;
    mode->in_text = true;
    mode->start = lexer->token_start;
    mode->start_line = lexer->line;
    mode->start_line_start = lexer->line_start;
    for (const char *at = lexer->token_start; at < lexer->cursor; at++) {
        mode->raw |= *at == 'r' || *at == 'R';
    }
    return lexer_emit(lexer, TOKEN_FSTRING_START, lexer->token_start, lexer->cursor);
}

/* Do the closing quotes of this f-string stand here? */
static bool at_quote(const struct FStringMode *mode, const char *at)
{
    return at[0] == mode->quote && (mode->quote_size == 1 || (at[1] == mode->quote && at[2] == mode->quote));
}

/* The text ran into the end of its line or of the source: the blame goes to the opening quote. */
static bool fail_unterminated(struct Lexer *lexer)
{
    const struct FStringMode *mode = current_mode(lexer);
    bool at_end = *lexer->cursor == '\0';
    uint32_t line = lexer->line - (at_end && lexer->cursor == lexer->line_start && lexer->line > 1);
    lexer->line = mode->start_line;
    lexer->line_start = mode->start_line_start;
    lexer_fail_at(lexer, mode->start + 1, "unterminated %sf-string literal (detected at line %u)",
                  mode->quote_size == 3 ? "triple-quoted " : "", line);
    if (mode->quote_size == 3) {
        lexer->failure.kind = FAILURE_INCOMPLETE;
    }
    return false;
}

/* The text from the token's start to the cursor, be it empty. */
static bool emit_any_text(struct Lexer *lexer)
{
    if (!lexer_emit(lexer, TOKEN_FSTRING_MIDDLE, lexer->token_start, lexer->cursor)) {
        return false;
    }
    lexer->tokens[lexer->token_count - 1].raw = current_mode(lexer)->raw;
    return true;
}

/* The text token up to the cursor; empty ones are of use to `viv tokens` only. */
static bool emit_text(struct Lexer *lexer)
{
    return (lexer->cursor == lexer->token_start && !lexer->keep_trivia) || emit_any_text(lexer);
}

/* A single `{`: an expression follows, until its `}` or `:`. */
static bool open_field(struct Lexer *lexer)
{
    struct FStringMode *mode = current_mode(lexer);
    if (mode->field_count + 1 >= MAX_FSTRING_FIELDS) {
        return lexer_fail(lexer, "f-string: expressions nested too deeply");
    }
    mode->in_text = false;
    mode->in_specification[mode->field_count] = false;
    mode->field_depth[mode->field_count++] = lexer->bracket_depth + 1;
    return true;
}

/* Past a backslash and what it escapes; \N{…} keeps its braces. */
static bool skip_escape(struct Lexer *lexer, bool raw)
{
    lexer->cursor++;
    char next = *lexer->cursor;
    if (next == '{' || next == '}') {
        return raw || lexer_warn(lexer, next == '{' ? "invalid escape sequence '\\{'"
                                                    : "invalid escape sequence '\\}'");
    }
    if (next == '\0') {
        return true;
    }
    if (next == '\n') {
        lexer->line++;
        lexer->line_start = lexer->cursor + 1;
    }
    lexer->cursor++;
    if (!raw && next == 'N' && *lexer->cursor == '{') {
        const char *end = lexer->cursor + 1;
        while (*end != '}' && *end != '{' && *end != '\n' && *end != '\0' && *end != '\'' && *end != '"') {
            end++;
        }
        lexer->cursor = *end == '}' ? end + 1 : lexer->cursor + 1;
    }
    return true;
}

/* Text up to a brace, a quote or an end; the cursor stays before what ended it. */
static bool skip_text(struct Lexer *lexer)
{
    const struct FStringMode *mode = current_mode(lexer);
    for (;;) {
        char next = *lexer->cursor;
        if (next == '{' || next == '}' || next == '\0' || at_quote(mode, lexer->cursor)) {
            return true;
        }
        if (next == '\\') {
            if (!skip_escape(lexer, mode->raw)) {
                return false;
            }
            continue;
        }
        if (next == '\n') {
            if (mode->quote_size == 1) {
                return true;
            }
            lexer->line++;
            lexer->line_start = lexer->cursor + 1;
        }
        lexer->cursor++;
    }
}

/* The closing quotes; the mode below takes over. */
static bool end_fstring(struct Lexer *lexer)
{
    lexer->token_start = lexer->cursor;
    lexer->token_line = lexer->line;
    lexer->token_line_start = lexer->line_start;
    lexer->cursor += current_mode(lexer)->quote_size;
    lexer->fstring_depth--;
    return lexer_emit(lexer, TOKEN_FSTRING_END, lexer->token_start, lexer->cursor);
}

/* The text ended before a brace: a doubled one belongs to the text, a single one begins or ends a field. */
static bool at_brace(struct Lexer *lexer, bool in_specification)
{
    char brace = *lexer->cursor;
    if (!in_specification && lexer->cursor[1] == brace) {
        lexer->cursor++;
        if (!emit_any_text(lexer)) {
            return false;
        }
        lexer->tokens[lexer->token_count - 1].doubled = true;
        lexer->cursor++;
        return true;
    }
    /* After a colon there is always a text, be it empty: that is what tells a specification from a lambda's
     * colon. */
    bool empty = lexer->cursor == lexer->token_start;
    bool after_colon = in_specification && lexer->cursor[-1] == ':';
    bool ok = !empty ? emit_any_text(lexer)
                     : brace == '{' || (!after_colon && !lexer->keep_trivia) || emit_any_text(lexer);
    if (!ok) {
        return false;
    }
    if (brace == '{') {
        return open_field(lexer);
    }
    current_mode(lexer)->in_text = false;
    return true;
}

/* One token of text, and the switch to what follows it. */
bool lexer_fstring_text(struct Lexer *lexer)
{
    struct FStringMode *mode = current_mode(lexer);
    bool in_specification = mode->field_count > 0;
    lexer->token_start = lexer->cursor;
    lexer->token_line = lexer->line;
    lexer->token_line_start = lexer->line_start;
    if (!skip_text(lexer)) {
        return false;
    }
    char next = *lexer->cursor;
    if (next == '{' || next == '}') {
        return at_brace(lexer, in_specification);
    }
    if (next == '\n' && in_specification) {
        mode->in_text = false;
        return emit_text(lexer);
    }
    if (next == '\0' || next == '\n') {
        return fail_unterminated(lexer);
    }
    if (lexer->cursor > lexer->token_start && !emit_text(lexer)) {
        return false;
    }
    return end_fstring(lexer);
}
