/*
 * Formats of the struct module: text to fields with offsets.
 *
 * Native formats ('@', or no prefix) align each field as C does; the others
 * ('=', '<', '>', '!') have fixed sizes and no padding of their own.
 */
#include <stdarg.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/modules/struct.h"
#include "runtime/string.h"

/* Octets of a code's item; 0: there is no such code. */
static uint8_t item_size(char code, bool native)
{
    switch (code) {
    case 'x': case 'b': case 'B': case 'c': case 's': case 'p': case '?':
        return 1;
    case 'h': case 'H': case 'e':
        return 2;
    case 'i': case 'I': case 'f':
        return 4;
    case 'l': case 'L':
        return native ? 8 : 4;
    case 'q': case 'Q': case 'd':
        return 8;
    case 'n': case 'N': case 'P':
        return native ? 8 : 0;
    default:
        return 0;
    }
}

/* One step through a format's text. */
struct FormatReader {
    struct Interpreter *vm;
    const char *at, *end;
    struct StructLayout *layout;
};

static MUST_USE bool too_long(struct Interpreter *vm)
{
    raise_struct_error(vm, "total struct size too long");
    return false;
}

/* The repeat count in front of a code; *count is 1 when there is none. */
static MUST_USE bool read_repeat(struct FormatReader *reader, size_t *count)
{
    *count = 1;
    if (*reader->at < '0' || *reader->at > '9')
        return true;
    *count = 0;
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9') {
        size_t digit = (size_t)(*reader->at++ - '0');
        if (*count > ((size_t)INT64_MAX - digit) / 10)
            return too_long(reader->vm);
        *count = *count * 10 + digit;
    }
    if (reader->at < reader->end)
        return true;
    raise_struct_error(reader->vm, "repeat count given without format specifier");
    return false;
}

static MUST_USE bool add_field(struct FormatReader *reader, char code, uint8_t size, size_t repeat)
{
    struct StructLayout *layout = reader->layout;
    bool is_text = code == 's' || code == 'p';
    if (layout->native && size > 1) {
        size_t aligned = (layout->size + size - 1) / size * size;
        if (aligned > INT64_MAX)
            return too_long(reader->vm);
        layout->size = aligned;
    }
    size_t octets, end;
    if (__builtin_mul_overflow(repeat, (size_t)size, &octets) || __builtin_add_overflow(layout->size, octets, &end) ||
        end > INT64_MAX)
        return too_long(reader->vm);
    if (code != 'x' && (repeat > 0 || is_text)) {
        layout->fields[layout->field_count++] =
            (struct StructField){.code = code, .size = size, .offset = layout->size, .repeat = repeat};
        layout->value_count += is_text ? 1 : repeat;
    }
    layout->size = end;
    return true;
}

static MUST_USE bool read_fields(struct FormatReader *reader)
{
    while (reader->at < reader->end) {
        size_t repeat;
        if (strchr(" \t\n\v\f\r", *reader->at) != NULL && *reader->at != '\0') {
            reader->at++;
            continue;
        }
        if (!read_repeat(reader, &repeat))
            return false;
        char code = *reader->at++;
        uint8_t size = item_size(code, reader->layout->native);
        if (size == 0) {
            raise_struct_error(reader->vm, "bad char in struct format");
            return false;
        }
        if (!add_field(reader, code, size, repeat))
            return false;
    }
    return true;
}

static void read_prefix(struct FormatReader *reader)
{
    struct StructLayout *layout = reader->layout;
    layout->native = true;
    if (reader->at == reader->end || strchr("@=<>!", *reader->at) == NULL || *reader->at == '\0')
        return;
    layout->native = *reader->at == '@';
    layout->big_endian = *reader->at == '>' || *reader->at == '!';
    reader->at++;
}

void struct_layout_release(struct Interpreter *vm, struct StructLayout *layout, const union StructSpace *space)
{
    if (space != NULL && layout == &space->layout)
        return;
    if (layout != NULL && --layout->users == 0)
        heap_free(vm, MEMORY_BYTES, layout, sizeof *layout + layout->capacity * sizeof layout->fields[0]);
}

static struct StructLayout *read_text(struct Interpreter *vm, const char *text, size_t length,
                                      union StructSpace *space)
{
    struct StructLayout *layout = space == NULL ? NULL : &space->layout;
    size_t capacity = STRUCT_FEW_FIELDS;
    if (memchr(text, '\0', length) != NULL) {
        raise_struct_error(vm, "embedded null character");
        return NULL;
    }
    if (length > capacity || layout == NULL) {
        capacity = length;
        layout = heap_allocate(vm, MEMORY_BYTES, sizeof *layout + capacity * sizeof layout->fields[0]);
        if (layout == NULL)
            return NULL;
    }
    *layout = (struct StructLayout){.users = 1, .capacity = capacity};
    struct FormatReader reader = {vm, text, text + length, layout};
    read_prefix(&reader);
    if (read_fields(&reader))
        return layout;
    struct_layout_release(vm, layout, space);
    return NULL;
}

struct StructLayout *struct_layout_read(struct Interpreter *vm, Value format, union StructSpace *space)
{
    if (is_bytes(vm, format))
        return read_text(vm, (const char *)as_bytes(format)->data, as_bytes(format)->length, space);
    if (!is_string(vm, format)) {
        raise_type_error(vm, "Struct() argument 1 must be a str or bytes object, not %T", format);
        return NULL;
    }
    Value octets = string_encode(vm, format, "ascii", NULL);
    if (is_empty(octets))
        return NULL;
    struct StructLayout *layout = read_text(vm, (const char *)as_bytes(octets)->data, as_bytes(octets)->length, space);
    release(vm, octets);
    return layout;
}
