/*
 * Decoding of string literals: escapes.c's side for strings.c.
 */
#ifndef VIV_PARSER_STRINGS_H
#define VIV_PARSER_STRINGS_H

#include "parser/internal.h"

enum LiteralKind { LITERAL_STRING, LITERAL_BYTES, LITERAL_FSTRING_TEXT };

/* The value of a literal's text, in the arena; NULL after a failure.  span is the token's. */
char *literal_decode(struct Parser *parser, struct Span span, const char *text, size_t length, bool raw,
                     enum LiteralKind kind, size_t *result_length);

#endif
