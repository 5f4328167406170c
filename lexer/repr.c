/*
 * Python's repr() of text and bytes.
 */
#include "lexer/repr.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>

/* Single quotes, unless that would need escapes and double quotes would not. */
static char choose_quote(const char *text, size_t length)
{
    bool single = memchr(text, '\'', length) != NULL;
    bool both = single && memchr(text, '"', length) != NULL;
    return single && !both ? '"' : '\'';
}

/* The character at `at` and its size; bytes that are no UTF-8 count as themselves. */
static uint32_t read_character(const char *at, size_t left, size_t *size)
{
    const unsigned char *bytes = (const unsigned char *)at;
    size_t wanted = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    *size = wanted <= left ? wanted : 1;
    switch (*size) {
    case 2:
        return (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
    case 3:
        return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
    case 4:
        return (uint32_t)(bytes[0] & 0x07) << 18 | (uint32_t)(bytes[1] & 0x3F) << 12 |
               (uint32_t)(bytes[2] & 0x3F) << 6 | (bytes[3] & 0x3F);
    default:
        return bytes[0];
    }
}

/* Python's str.isprintable. */
static bool is_printable(uint32_t character)
{
    return character == ' ' ||
           !uc_is_general_category_withtable(character, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z);
}

/* What ASCII needs an escape for, in text and bytes alike; 0 if it is something else. */
static size_t put_ascii_escape(FILE *file, uint32_t character, char quote)
{
    switch (character) {
    case '\n':
        return (size_t)fprintf(file, "\\n");
    case '\r':
        return (size_t)fprintf(file, "\\r");
    case '\t':
        return (size_t)fprintf(file, "\\t");
    case '\\':
        return (size_t)fprintf(file, "\\\\");
    default:
        break;
    }
    if (character == (unsigned char)quote) {
        return (size_t)fprintf(file, "\\%c", quote);
    }
    if (character < 0x20 || character == 0x7F) {
        return (size_t)fprintf(file, "\\x%02x", (unsigned)character);
    }
    return 0;
}

size_t dump_text_repr(FILE *file, const char *text, size_t length)
{
    char quote = choose_quote(text, length);
    size_t written = 2;
    putc(quote, file);
    for (size_t i = 0, size; i < length; i += size) {
        uint32_t character = read_character(text + i, length - i, &size);
        size_t escaped = character < 0x80 ? put_ascii_escape(file, character, quote) : 0;
        if (escaped > 0) {
            written += escaped;
        } else if (is_printable(character)) {
            fwrite(text + i, 1, size, file);
            written++;
        } else {
            const char *format = character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x";
            char buffer[16];
            written += (size_t)snprintf(buffer, sizeof buffer, format, (unsigned)character);
            fputs(buffer, file);
        }
    }
    putc(quote, file);
    return written;
}

size_t dump_bytes_repr(FILE *file, const char *bytes, size_t length)
{
    char quote = choose_quote(bytes, length);
    size_t written = 3;
    putc('b', file);
    putc(quote, file);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        size_t escaped = byte < 0x80 ? put_ascii_escape(file, byte, quote) : 0;
        if (escaped > 0) {
            written += escaped;
        } else if (byte >= 0x80) {
            written += (size_t)fprintf(file, "\\x%02x", byte);
        } else {
            putc(byte, file);
            written++;
        }
    }
    putc(quote, file);
    return written;
}
