/*
 * Docstrings as Python 3.13 keeps them: without the indentation that all lines
 * after the first share.
 */
#include "vm/compiler/unit.h"

#include "runtime/string.h"

enum { TAB_WIDTH = 8 };

/* Tabs become spaces up to the next column that TAB_WIDTH divides; returns the length. */
static size_t expand_tabs(const char *text, size_t length, char *expanded)
{
    size_t used = 0, column = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\t') {
            size_t spaces = TAB_WIDTH - column % TAB_WIDTH;
            memset(expanded + used, ' ', spaces);
            used += spaces;
            column += spaces;
            continue;
        }
        expanded[used++] = text[i];
        bool starts_line = text[i] == '\n' || text[i] == '\r';
        if (starts_line)
            column = 0;
        else if (((unsigned char)text[i] & 0xc0) != 0x80)
            column++;
    }
    return used;
}

/* Spaces that begin all lines after the first, blank ones apart; SIZE_MAX if there are none. */
static size_t find_margin(const char *text, size_t length)
{
    size_t margin = SIZE_MAX;
    const char *end = text + length, *line = memchr(text, '\n', length);
    while (line) {
        const char *start = ++line;
        while (line < end && *line == ' ')
            line++;
        if (line < end && *line != '\n' && (size_t)(line - start) < margin)
            margin = (size_t)(line - start);
        line = line < end ? memchr(line, '\n', (size_t)(end - line)) : NULL;
    }
    return margin;
}

static size_t remove_margin(char *text, size_t length)
{
    size_t margin = find_margin(text, length), read = 0, written = 0;
    if (margin == SIZE_MAX)
        margin = 0;
    while (read < length && text[read] == ' ')
        read++;
    while (read < length) {
        char c = text[written++] = text[read++];
        for (size_t i = 0; c == '\n' && i < margin && read < length && text[read] == ' '; i++)
            read++;
    }
    return written;
}

Value docstring_value(struct Compiler *compiler, const struct AstNode *node)
{
    const struct AstConstantValue *constant = &as_Constant(node)->value;
    size_t tabs = 0;
    for (size_t i = 0; i < constant->length; i++)
        tabs += constant->bytes[i] == '\t';
    char *text = compiler_allocate(compiler, constant->length + tabs * TAB_WIDTH + 1, 1);
    if (!text)
        return EMPTY;
    size_t length = expand_tabs(constant->bytes, constant->length, text);
    Value v = string_from_utf8(compiler->vm, text, remove_margin(text, length));
    if (is_empty(v))
        compiler->failed = true;
    return v;
}
