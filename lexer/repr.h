/*
 * Python's repr() of text and bytes, for the dumps of tokens and trees.
 */
#ifndef VIV_LEXER_REPR_H
#define VIV_LEXER_REPR_H

#include <stddef.h>
#include <stdio.h>

/* text is UTF-8, surrogates as three bytes.  Both return the characters written. */
size_t dump_text_repr(FILE *file, const char *text, size_t length);
size_t dump_bytes_repr(FILE *file, const char *bytes, size_t length);

#endif
