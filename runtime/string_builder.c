/*
 * Building a string piece by piece.
 *
 * The builder owns its text alone: in `initial` while it is short, then in a
 * str object of length 0 that nobody else can reach and that finish completes.
 */
#include "runtime/object.h"
#include "runtime/string_internal.h"

void builder_open(struct StringBuilder *builder, struct Interpreter *vm)
{
    builder->vm = vm;
    builder->data = builder->initial;
    builder->length = 0;
    builder->capacity = sizeof builder->initial;
    builder->width = 1;
    builder->maximum = 0;
    builder->string = NULL;
}

void builder_abandon(struct StringBuilder *builder)
{
    struct String *string = builder->string;
    builder->string = NULL;
    builder->data = builder->initial;
    builder->length = 0;
    if (string != NULL)
        object_release(builder->vm, string);
}

static size_t room_of(const struct String *s, int width)
{
    return (object_cell_size(&s->header) - sizeof *s) / (size_t)width - 1;
}

/* Moves the text into a new object with room for `capacity` units of `width`. */
static MUST_USE bool move(struct StringBuilder *builder, size_t capacity, int width)
{
    size_t size;
    if (!string_size(builder->vm, capacity, width, &size))
        return false;
    struct Type *type = builtin_type(builder->vm, TYPE_str);
    struct String *s = (struct String *)object_allocate_raw(builder->vm, type, size), *old = builder->string;
    if (s == NULL)
        return false;
    s->length = 0;
    s->hash = 0;
    s->header.flags |= STRING_WIDTH_1 | STRING_ASCII;
    s->data[0] = 0;
    units_copy(s->data, width, 0, builder->data, builder->width, 0, builder->length);
    builder->string = s;
    builder->data = s->data;
    builder->capacity = room_of(s, width);
    builder->width = width;
    if (old != NULL)
        object_release(builder->vm, old);
    return true;
}

static MUST_USE bool enlarge(struct StringBuilder *builder, size_t capacity)
{
    size_t size;
    if (builder->string == NULL)
        return move(builder, capacity, builder->width);
    if (!string_size(builder->vm, capacity, builder->width, &size))
        return false;
    struct String *s = (struct String *)object_resize(builder->vm, &builder->string->header, size);
    builder->string = s;
    if (s == NULL) {
        builder_abandon(builder);
        return false;
    }
    builder->data = s->data;
    builder->capacity = room_of(s, builder->width);
    return true;
}

/* A text in `initial` may still fit there when it gets wider. */
static MUST_USE bool widen(struct StringBuilder *builder, size_t needed, int width)
{
    if (builder->string != NULL || needed > sizeof builder->initial / (size_t)width)
        return move(builder, needed + needed / 4 + 16, width);
    uint8_t narrow[sizeof builder->initial];
    memcpy(narrow, builder->initial, builder->length * (size_t)builder->width);
    units_copy(builder->initial, width, 0, narrow, builder->width, 0, builder->length);
    builder->width = width;
    builder->capacity = sizeof builder->initial / (size_t)width;
    return true;
}

bool builder_reserve(struct StringBuilder *builder, size_t extra, uint32_t maximum)
{
    size_t needed;
    if (__builtin_add_overflow(builder->length, extra, &needed) || needed > PTRDIFF_MAX / 8) {
        raise_memory_error(builder->vm);
        return false;
    }
    builder->maximum |= extra > 0 ? maximum : 0;
    int width = units_width_for(builder->maximum);
    if (UNLIKELY(width > builder->width))
        return widen(builder, needed, width);
    return LIKELY(needed <= builder->capacity) || enlarge(builder, needed + needed / 4 + 16);
}

bool builder_add_char(struct StringBuilder *builder, uint32_t code_point)
{
    if (LIKELY(builder->length < builder->capacity && units_width_for(code_point) <= builder->width))
        builder->maximum |= code_point;
    else if (!builder_reserve(builder, 1, code_point))
        return false;
    units_put(builder->data, builder->width, builder->length++, code_point);
    return true;
}

bool builder_add_repeat(struct StringBuilder *builder, uint32_t code_point, size_t count)
{
    if (!builder_reserve(builder, count, code_point))
        return false;
    units_fill(builder->data, builder->width, builder->length, code_point, count);
    builder->length += count;
    return true;
}

bool builder_add_units(struct StringBuilder *builder, const void *units, int width, size_t count)
{
    if (!builder_reserve(builder, count, units_bits(units, width, count)))
        return false;
    units_copy(builder->data, builder->width, builder->length, units, width, 0, count);
    builder->length += count;
    return true;
}

bool builder_add_substring(struct StringBuilder *builder, Value string, size_t start, size_t end)
{
    const struct String *s = as_string(string);
    int width = string_width(s);
    const void *units = units_from(s->data, width, start);
    uint32_t bits = string_is_ascii(s) ? 0x7f : units_bits(units, width, end - start);
    if (!builder_reserve(builder, end - start, bits))
        return false;
    units_copy(builder->data, builder->width, builder->length, units, width, 0, end - start);
    builder->length += end - start;
    return true;
}

bool builder_add_string(struct StringBuilder *builder, Value string)
{
    return builder_add_substring(builder, string, 0, string_length(string));
}

bool builder_add_utf8(struct StringBuilder *builder, const char *text, size_t length)
{
    const uint8_t *p = (const uint8_t *)text, *end = p + length;
    size_t ascii = ascii_prefix_length(p, length);
    if (!builder_reserve(builder, ascii, 0x7f))
        return false;
    units_copy(builder->data, builder->width, builder->length, p, 1, 0, ascii);
    builder->length += ascii;
    for (p += ascii; p < end;)
        if (!builder_add_char(builder, utf8_read(&p, end)))
            return false;
    return true;
}

bool builder_add_cstring(struct StringBuilder *builder, const char *ascii_or_utf8)
{
    return builder_add_utf8(builder, ascii_or_utf8, strlen(ascii_or_utf8));
}

bool builder_add_ascii(struct StringBuilder *builder, const char *text, size_t length)
{
    if (!builder_reserve(builder, length, 0x7f))
        return false;
    if (LIKELY(builder->width == 1))
        memcpy((uint8_t *)builder->data + builder->length, text, length);
    else
        units_copy(builder->data, builder->width, builder->length, text, 1, 0, length);
    builder->length += length;
    return true;
}

bool builder_add_int(struct StringBuilder *builder, int64_t number)
{
    char text[24], *p = text + sizeof text;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        *--p = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (number < 0)
        *--p = '-';
    return builder_add_ascii(builder, p, (size_t)(text + sizeof text - p));
}

static MUST_USE bool add_and_release(struct StringBuilder *builder, STEALS Value text)
{
    if (is_empty(text))
        return false;
    bool added = builder_add_string(builder, text);
    release(builder->vm, text);
    return added;
}

bool builder_add_repr(struct StringBuilder *builder, Value v)
{
    return add_and_release(builder, object_repr(builder->vm, v));
}

bool builder_add_str(struct StringBuilder *builder, Value v)
{
    if (is_exact_string(builder->vm, v))
        return builder_add_string(builder, v);
    return add_and_release(builder, object_str(builder->vm, v));
}

/* The object's cell is given back as far as it is not needed: always when small, else from a sixteenth on. */
static OWNED Value complete(struct StringBuilder *builder)
{
    struct String *s = builder->string;
    builder->string = NULL;
    size_t size = sizeof *s + (builder->length + 1) * (size_t)builder->width, cell = object_cell_size(&s->header);
    if (cell - size >= 16 && cell - size > (cell > SMALL_OBJECT_LIMIT ? cell / 16 : 0))
        s = (struct String *)object_resize(builder->vm, &s->header, size);
    if (s == NULL)
        return EMPTY;
    s->header.flags &= ~(uint32_t)(STRING_WIDTH_1 | STRING_ASCII);
    s->header.flags |= string_flags_for(builder->maximum);
    s->length = builder->length;
    units_put(s->data, builder->width, s->length, 0);
    return value_from_object(s);
}

OWNED Value builder_finish(struct StringBuilder *builder)
{
    if (builder->string != NULL && builder->length > 1)
        return complete(builder);
    Value v;
    if (builder->maximum < 0x80)
        v = string_from_ascii(builder->vm, builder->data, builder->length);
    else
        v = string_from_units(builder->vm, builder->data, builder->width, builder->length);
    builder_abandon(builder);
    return v;
}
