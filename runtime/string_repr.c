/* repr of str: quotes, escapes, and printable text as it is. */
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

static MUST_USE bool add_hexadecimal(struct StringBuilder *builder, char letter, uint32_t number, int digits)
{
    static const char hexadecimal[] = "0123456789abcdef";
    if (!builder_add_char(builder, '\\') || !builder_add_char(builder, (uint8_t)letter))
        return false;
    while (digits-- > 0)
        if (!builder_add_char(builder, (uint8_t)hexadecimal[number >> (4 * digits) & 15]))
            return false;
    return true;
}

bool builder_add_escape(struct StringBuilder *builder, uint32_t c)
{
    const char *named = c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : NULL;
    if (named != NULL)
        return builder_add_utf8(builder, named, 2);
    if (c < 0x100)
        return add_hexadecimal(builder, 'x', c, 2);
    return c < 0x10000 ? add_hexadecimal(builder, 'u', c, 4) : add_hexadecimal(builder, 'U', c, 8);
}

static MUST_USE bool add_character(struct StringBuilder *builder, uint32_t c, uint32_t quote)
{
    if (c == quote || c == '\\')
        return builder_add_char(builder, '\\') && builder_add_char(builder, c);
    return unicode_is_printable(c) ? builder_add_char(builder, c) : builder_add_escape(builder, c);
}

/* Double quotes only when that saves escaping. */
static uint32_t choose_quote(struct Units text)
{
    return units_find_one(text, '\'') >= 0 && units_find_one(text, '"') < 0 ? '"' : '\'';
}

OWNED Value string_repr(struct Interpreter *vm, Value v)
{
    const struct String *s = as_string(v);
    uint32_t quote = choose_quote(string_units(v));
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = builder_add_char(&builder, quote);
    for (size_t i = 0; good && i < s->length;) {
        size_t plain = i;
        while (plain < s->length && ascii_has(string_at(s, plain), ASCII_PRINTABLE) &&
               string_at(s, plain) != quote && string_at(s, plain) != '\\')
            plain++;
        good = plain == i || builder_add_substring(&builder, v, i, plain);
        i = plain;
        if (good && i < s->length)
            good = add_character(&builder, string_at(s, i++), quote);
    }
    if (good && builder_add_char(&builder, quote))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}
