/* JSON's strings: reading and writing them. */
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/json.h"
#include "runtime/object.h"
#include "runtime/string.h"

void json_text_open(struct JsonText *text, struct Interpreter *vm, Value string)
{
    const struct String *s = as_string(string);
    *text = (struct JsonText){vm, string, s->data, string_width(s), string_is_ascii(s), s->length};
}

Value json_raise(struct JsonText *text, const char *message, size_t position)
{
    struct Interpreter *vm = text->vm;
    Value class = library_attribute(vm, "json", "JSONDecodeError");
    if (is_empty(class))
        return EMPTY;
    const Value args[3] = {string_from_cstring(vm, message), text->text, value_from_small_int((int64_t)position)};
    Value exception = is_empty(args[0]) ? EMPTY : object_call(vm, class, args, 3, EMPTY);
    release_maybe(vm, args[0]);
    release(vm, class);
    return is_empty(exception) ? EMPTY : raise_value(vm, exception);
}

/* ---- Reading ------------------------------------------------------------ */

bool json_plain_string(const struct JsonText *text, size_t start, size_t *end)
{
    size_t i = start;
    if (text->width == 1) {
        const uint8_t *octets = text->units;
        while (i < text->length && octets[i] != '"' && octets[i] != '\\' && octets[i] >= 0x20)
            i++;
    } else {
        for (uint32_t c; i < text->length; i++) {
            c = units_at(text->units, text->width, i);
            if (c == '"' || c == '\\' || c < 0x20)
                break;
        }
    }
    *end = i;
    return json_at(text, i) == '"';
}

static inline int digit_value(uint32_t c)
{
    if (c - '0' < 10)
        return (int)(c - '0');
    c |= 0x20;
    return c - 'a' < 6 ? (int)(c - 'a') + 10 : -1;
}

/* Four hexadecimal digits; false: they are none. */
static bool four_digits(const struct JsonText *text, size_t start, uint32_t *c)
{
    int number = 0;
    if (start + 4 > text->length)
        return false;
    for (size_t i = start; i < start + 4; i++) {
        int digit = digit_value(units_at(text->units, text->width, i));
        if (digit < 0)
            return false;
        number = number << 4 | digit;
    }
    *c = (uint32_t)number;
    return true;
}

static uint32_t unescaped(uint32_t letter)
{
    switch (letter) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
    }
}

/* The escape whose backslash stands at *at, which moves behind it; false: raised. */
static bool scan_escape(struct JsonText *text, size_t begin, size_t *at, uint32_t *c)
{
    size_t i = *at + 1;
    uint32_t low, letter = json_at(text, i);
    if (i >= text->length)
        return json_raise(text, "Unterminated string starting at", begin), false;
    if (letter != 'u') {
        *c = unescaped(letter);
        *at = i + 1;
        return *c != 0 || (json_raise(text, "Invalid \\escape", i - 1), false);
    }
    if (!four_digits(text, i + 1, c) || i + 5 >= text->length)
        return json_raise(text, "Invalid \\uXXXX escape", i), false;
    *at = i + 5;
    if ((*c & 0xfc00) == 0xd800 && json_at(text, i + 5) == '\\' && json_at(text, i + 6) == 'u' &&
        i + 11 < text->length && four_digits(text, i + 7, &low) && (low & 0xfc00) == 0xdc00) {
        *c = 0x10000 + ((*c & 0x3ff) << 10 | (low & 0x3ff));
        *at = i + 11;
    }
    return true;
}

static bool scan_pieces(struct JsonText *text, size_t start, bool strict, struct StringBuilder *builder, size_t *end)
{
    size_t i = start;
    for (;;) {
        size_t stop;
        bool closed = json_plain_string(text, i, &stop);
        uint32_t c = json_at(text, stop);
        if (stop > i && !builder_add_substring(builder, text->text, i, stop))
            return false;
        i = stop;
        if (closed) {
            *end = stop + 1;
            return true;
        }
        if (stop >= text->length)
            return json_raise(text, "Unterminated string starting at", start - 1), false;
        if (c == '\\') {
            if (!scan_escape(text, start - 1, &i, &c))
                return false;
        } else if (strict) {
            return json_raise(text, "Invalid control character at", stop), false;
        } else {
            i++;
        }
        if (!builder_add_char(builder, c))
            return false;
    }
}

OWNED Value json_scan_string(struct JsonText *text, size_t start, bool strict, size_t *end)
{
    size_t stop;
    if (json_plain_string(text, start, &stop)) {
        *end = stop + 1;
        if (text->is_ascii)
            return string_from_ascii(text->vm, (const char *)text->units + start, stop - start);
        return string_substring(text->vm, text->text, start, stop);
    }
    struct StringBuilder builder;
    builder_open(&builder, text->vm);
    if (scan_pieces(text, start, strict, &builder, end))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Writing ------------------------------------------------------------ */

static bool needs_escape(uint32_t c, bool ascii) { return c < 0x20 || c == '"' || c == '\\' || (ascii && c >= 0x7f); }

static bool add_escape(struct StringBuilder *builder, uint32_t c)
{
    static const char letters[] = "btn\0fr";
    char text[16];
    int length;
    if (c == '"' || c == '\\')
        length = snprintf(text, sizeof text, "\\%c", (int)c);
    else if (c >= 8 && c <= 13 && c != 11)
        length = snprintf(text, sizeof text, "\\%c", letters[c - 8]);
    else if (c < 0x10000)
        length = snprintf(text, sizeof text, "\\u%04x", c);
    else
        length = snprintf(text, sizeof text, "\\u%04x\\u%04x", 0xd800 | (c - 0x10000) >> 10,
                          0xdc00 | ((c - 0x10000) & 0x3ff));
    return builder_add_ascii(builder, text, (size_t)length);
}

bool json_add_string(struct StringBuilder *builder, Value string, bool ascii)
{
    const struct String *s = as_string(string);
    int width = string_width(s);
    size_t i = 0;
    if (!builder_add_char(builder, '"'))
        return false;
    while (i < s->length) {
        size_t start = i;
        if (width == 1)
            while (i < s->length && !needs_escape(s->data[i], ascii))
                i++;
        else
            while (i < s->length && !needs_escape(units_at(s->data, width, i), ascii))
                i++;
        if (i > start && !(i - start == s->length ? builder_add_string(builder, string)
                                                  : builder_add_substring(builder, string, start, i)))
            return false;
        if (i < s->length && !add_escape(builder, units_at(s->data, width, i++)))
            return false;
    }
    return builder_add_char(builder, '"');
}
