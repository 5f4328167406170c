/*
 * The one formatter of messages: printf's conversions that we use, and
 * %V str, %R repr, %T name of the Value's type, %N name of a struct Type (with its module, as in messages).
 * raise_error and string_from_format both end here.
 */
#include <stdio.h>

#include "runtime/object.h"
#include "runtime/string_internal.h"

enum Size { SIZE_INT, SIZE_LONG, SIZE_LONG_LONG, SIZE_SIZE };

struct Conversion {
    const char *flags;  /* of the form [-+ 0#]*[0-9]*, flag_length characters */
    size_t flag_length;
    long precision;     /* -1: none */
    enum Size size;
    char letter;
};

/* va_list may be an array type; inside a struct it can be passed by address everywhere. */
struct Arguments {
    va_list list;
};

static const char *read_conversion(const char *p, struct Conversion *conversion, struct Arguments *arguments)
{
    *conversion = (struct Conversion){.flags = p, .precision = -1, .size = SIZE_INT};
    p += strspn(p, "-+ 0#123456789");
    conversion->flag_length = (size_t)(p - conversion->flags);
    if (*p == '.') {
        conversion->precision = 0;
        if (*++p == '*') {
            conversion->precision = va_arg(arguments->list, int);
            p++;
        }
        for (; *p >= '0' && *p <= '9'; p++)
            conversion->precision = conversion->precision * 10 + (*p - '0');
    }
    for (; *p == 'l'; p++)
        conversion->size = conversion->size == SIZE_LONG ? SIZE_LONG_LONG : SIZE_LONG;
    if (*p == 'z') {
        conversion->size = SIZE_SIZE;
        p++;
    }
    conversion->letter = *p;
    return *p == 0 ? p : p + 1;
}

static long long read_integer(const struct Conversion *conversion, struct Arguments *arguments)
{
    bool is_signed = conversion->letter == 'd' || conversion->letter == 'i';
    switch (conversion->size) {
    case SIZE_LONG:
        return is_signed ? va_arg(arguments->list, long) : (long long)va_arg(arguments->list, unsigned long);
    case SIZE_LONG_LONG:
        return va_arg(arguments->list, long long);
    case SIZE_SIZE:
        return is_signed ? va_arg(arguments->list, ssize_t) : (long long)va_arg(arguments->list, size_t);
    default:
        return is_signed ? va_arg(arguments->list, int) : (long long)va_arg(arguments->list, unsigned);
    }
}

static MUST_USE bool add_integer(struct StringBuilder *builder, const struct Conversion *conversion, long long number)
{
    char format[24], text[96];
    size_t length = conversion->flag_length < 12 ? conversion->flag_length : 12;
    format[0] = '%';
    memcpy(format + 1, conversion->flags, length);
    snprintf(format + 1 + length, sizeof format - 1 - length, "ll%c", conversion->letter);
    int written = snprintf(text, sizeof text, format, number);
    return builder_add_utf8(builder, text, written < (int)sizeof text ? (size_t)written : sizeof text - 1);
}

/* A precision counts bytes; a sequence it would cut in two is left out. */
static MUST_USE bool add_text(struct StringBuilder *builder, const struct Conversion *conversion, const char *text)
{
    if (text == NULL)
        return builder_add_cstring(builder, "(null)");
    size_t length = conversion->precision < 0 ? strlen(text) : strnlen(text, (size_t)conversion->precision);
    if (text[length] != 0)
        while (length > 0 && ((uint8_t)text[length] & 0xc0) == 0x80)
            length--;
    return builder_add_utf8(builder, text, length);
}

static MUST_USE bool convert(struct StringBuilder *builder, const struct Conversion *conversion,
                             struct Arguments *arguments)
{
    switch (conversion->letter) {
    case '%':
        return builder_add_char(builder, '%');
    case 'c':
        return builder_add_char(builder, (uint32_t)va_arg(arguments->list, int));
    case 's':
        return add_text(builder, conversion, va_arg(arguments->list, const char *));
    case 'V':
        return builder_add_str(builder, va_arg(arguments->list, Value));
    case 'R':
        return builder_add_repr(builder, va_arg(arguments->list, Value));
    case 'T':
        return add_text(builder, conversion, value_type_name(builder->vm, va_arg(arguments->list, Value)));
    case 'A': { /* of a bad argument */
        Value v = va_arg(arguments->list, Value);
        return add_text(builder, conversion, is_none(v) ? "None" : value_type_name(builder->vm, v));
    }
    case 'N':
        return add_text(builder, conversion, type_message_name(va_arg(arguments->list, const struct Type *)));
    default:
        return add_integer(builder, conversion, read_integer(conversion, arguments));
    }
}

OWNED Value string_from_format_list(struct Interpreter *vm, const char *format, va_list list)
{
    struct StringBuilder builder;
    struct Arguments arguments;
    bool good = true;
    builder_open(&builder, vm);
    va_copy(arguments.list, list);
    while (good && *format != 0) {
        size_t plain = strcspn(format, "%");
        good = builder_add_utf8(&builder, format, plain);
        format += plain;
        if (good && *format == '%') {
            struct Conversion conversion;
            format = read_conversion(format + 1, &conversion, &arguments);
            good = convert(&builder, &conversion, &arguments);
        }
    }
    va_end(arguments.list);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

OWNED Value string_from_format(struct Interpreter *vm, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    Value v = string_from_format_list(vm, format, list);
    va_end(list);
    return v;
}
