/*
 * `viv tokens`.  Columns are characters here, as in Python's tokenize.
 */
#include "lexer/dump.h"

#include <string.h>

#include "lexer/repr.h"

static uint32_t characters(const struct Lexer *lexer, uint32_t offset, uint32_t column)
{
    return (uint32_t)lexer_utf8_length(lexer->source->text + offset - column, column);
}

static void pad(FILE *file, size_t written, size_t width)
{
    for (; written < width; written++) {
        putc(' ', file);
    }
}

static void dump_token(FILE *file, const struct Lexer *lexer, const struct Token *token)
{
    uint32_t column = characters(lexer, token->start, token->column);
    uint32_t end_column = characters(lexer, token->end, token->end_column);
    int written = fprintf(file, "%u,%u-%u,%u:", token->line, column, token->end_line, end_column);
    pad(file, (size_t)written, 20);
    enum TokenKind kind = (enum TokenKind)token->kind;
    bool word = token_is_keyword(kind) || kind == TOKEN_MATCH || kind == TOKEN_CASE || kind == TOKEN_TYPE;
    written = fprintf(file, "%s", kind == TOKEN_ERRORTOKEN ? "OP" : word ? "NAME" : token_name(kind));
    pad(file, (size_t)written, 15);
    size_t length = token->end - token->start;
    bool invented = kind == TOKEN_NEWLINE && lexer->source->newline_added &&
                    token->end == lexer->source->length;
    pad(file, dump_text_repr(file, lexer->source->text + token->start, invented ? 0 : length), 15);
    putc('\n', file);
}

void tokens_dump(FILE *file, const struct Lexer *lexer)
{
    fprintf(file, "%-20s%-15s'%s'", "0,0-0,0:", "ENCODING", lexer->source->encoding);
    pad(file, 2 + strlen(lexer->source->encoding), 15);
    putc('\n', file);
    for (size_t i = 0; i < lexer->token_count; i++) {
        dump_token(file, lexer, &lexer->tokens[i]);
    }
}
