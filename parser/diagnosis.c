/*
 * The words for a syntax error.
 */
#include "parser/internal.h"

void parser_diagnose(struct Parser *parser)
{
    const struct Token *token = &parser->lexer.tokens[parser->position];
    parser_fail(parser, FAILURE_SYNTAX, token_span(token), "invalid syntax");
}
