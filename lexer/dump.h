/*
 * `viv tokens`: the tokens in the format of `python3 -m tokenize -e`.
 */
#ifndef VIV_LEXER_DUMP_H
#define VIV_LEXER_DUMP_H

#include <stdio.h>

#include "lexer/lexer.h"

/* The lexer must have run with keep_trivia. */
void tokens_dump(FILE *file, const struct Lexer *lexer);

#endif
