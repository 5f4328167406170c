/* What the files of the module _json share. */
#ifndef VIV_RUNTIME_MODULES_JSON_H
#define VIV_RUNTIME_MODULES_JSON_H

#include "runtime/interpreter.h"
#include "runtime/string_search.h"

/* A document being read. Borrows the text. */
struct JsonText {
    struct Interpreter *vm;
    Value text;
    const void *units;
    int width;
    bool is_ascii;
    size_t length;
};

static inline uint32_t json_at(const struct JsonText *text, size_t i)
{
    return i < text->length ? units_at(text->units, text->width, i) : UINT32_MAX;
}
void json_text_open(struct JsonText *text, struct Interpreter *vm, Value string);

/* A string whose opening quote stands before start; *end is set behind the closing one. */
OWNED MUST_USE Value json_scan_string(struct JsonText *text, size_t start, bool strict, size_t *end);
/* Where a string without escapes and control characters ends (its quote); false: it is not that simple. */
bool json_plain_string(const struct JsonText *text, size_t start, size_t *end);

/* JSONDecodeError; EMPTY. */
Value json_raise(struct JsonText *text, const char *message, size_t position);

/* _json's functions of the encoder (json_encode.c) and of strings (json_string.c). */
Value json_encode(struct Interpreter *vm, const Value *args, size_t count);
struct StringBuilder;
MUST_USE bool json_add_string(struct StringBuilder *builder, Value string, bool ascii);

#endif
