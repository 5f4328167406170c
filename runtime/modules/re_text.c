/* struct RegexText: ASCII that grows. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "runtime/modules/re.h"

static bool reserve(struct RegexText *text, size_t extra)
{
    if (text->failed)
        return false;
    size_t wanted = text->length + extra, capacity = text->capacity ? text->capacity : 128;
    if (wanted <= text->capacity)
        return true;
    while (capacity < wanted)
        capacity *= 2;
    char *data = heap_resize(text->vm, MEMORY_BYTES, text->data, text->capacity, capacity);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void regex_text_add(struct RegexText *text, const char *addition, size_t length)
{
    if (length == 0 || !reserve(text, length))
        return;
    memcpy(text->data + text->length, addition, length);
    text->length += length;
}

void regex_text_add_cstring(struct RegexText *text, const char *addition)
{
    regex_text_add(text, addition, strlen(addition));
}

void regex_text_add_format(struct RegexText *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (!reserve(text, (size_t)length + 1))
        return;
    va_start(arguments, format);
    vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

void regex_text_insert(struct RegexText *text, size_t at, const char *addition)
{
    size_t length = strlen(addition);
    if (!reserve(text, length))
        return;
    memmove(text->data + at + length, text->data + at, text->length - at);
    memcpy(text->data + at, addition, length);
    text->length += length;
}

void regex_text_close(struct RegexText *text)
{
    heap_free(text->vm, MEMORY_BYTES, text->data, text->capacity);
    *text = (struct RegexText){.vm = text->vm};
}
