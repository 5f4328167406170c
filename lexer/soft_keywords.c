/*
 * `match`, `case` and `type`: names unless the logical line says otherwise.
 *
 * - match: first on its line, something after it, and `:` last;
 * - case: first on its line, directly in the block of a match;
 * - type: where a statement may begin, with a name after it.
 * No line on which they are ordinary names fits these shapes without being an
 * error anyway.  (`_` is decided by the grammar: only patterns treat it apart.)
 */
#include <string.h>

#include "lexer/internal.h"

static bool is_name(const struct Lexer *lexer, const struct Token *token, const char *text)
{
    size_t length = strlen(text);
    return token->kind == TOKEN_NAME && token->end - token->start == length &&
           memcmp(lexer->source->text + token->start, text, length) == 0;
}

/* Trivia may stand between tokens when they are kept. */
static size_t next_significant(const struct Lexer *lexer, size_t index, size_t end)
{
    while (index < end &&
           (lexer->tokens[index].kind == TOKEN_COMMENT || lexer->tokens[index].kind == TOKEN_NL)) {
        index++;
    }
    return index;
}

/* The last token of the line that is no comment. */
static const struct Token *last_significant(const struct Lexer *lexer, size_t first, size_t end)
{
    while (end > first && lexer->tokens[end - 1].kind == TOKEN_COMMENT) {
        end--;
    }
    return end > first ? &lexer->tokens[end - 1] : NULL;
}

/* Could a statement begin at this token: the line's first, or behind `;` or `:`? */
static bool begins_statement(const struct Lexer *lexer, size_t first, size_t index)
{
    if (index == first) {
        return true;
    }
    const struct Token *before = &lexer->tokens[index - 1];
    return before->depth == 0 && (before->kind == TOKEN_SEMI || before->kind == TOKEN_COLON);
}

void lexer_resolve_soft_keywords(struct Lexer *lexer, size_t first, size_t end)
{
    if (first == end || lexer->expression_only) {
        return;
    }
    struct Token *head = &lexer->tokens[first];
    const struct Token *last = last_significant(lexer, first, end);
    size_t second = next_significant(lexer, first + 1, end);
    if (is_name(lexer, head, "match")) {
        if (second < end && last->kind == TOKEN_COLON && &lexer->tokens[second] != last) {
            head->kind = TOKEN_MATCH;
            lexer->match_header = true;
        }
    } else if (lexer->in_match[lexer->indentation_depth] && is_name(lexer, head, "case")) {
        head->kind = TOKEN_CASE;
    }
    for (size_t i = first; i + 1 < end; i++) {
        struct Token *token = &lexer->tokens[i];
        size_t next = next_significant(lexer, i + 1, end);
        if (is_name(lexer, token, "type") && next < end && lexer->tokens[next].kind == TOKEN_NAME &&
            begins_statement(lexer, first, i)) {
            token->kind = TOKEN_TYPE;
        }
    }
}
