/* The strings that patterns are matched against. */
#include <string.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/string.h"

/* While the subject is open, nobody may resize a bytearray or an array, or release a view. */
static void lock_buffer(struct Interpreter *vm, struct RegexSubject *subject)
{
    struct Buffer buffer = {.exports = NULL};
    if (buffer_peek(vm, subject->string, &buffer) > 0)
        subject->lock = buffer.exports;
    if (subject->lock)
        ++*subject->lock;
}

static bool subject_units(struct Interpreter *vm, struct RegexSubject *subject)
{
    if (is_string(vm, subject->string)) {
        const struct String *s = as_string(subject->string);
        subject->width = string_width(s);
        subject->units = s->data;
        subject->length = s->length;
        subject->kind = string_is_ascii(s) ? REGEX_OCTETS : subject->width == 1 ? REGEX_LATIN1
                        : subject->width == 2 ? REGEX_UCS2 : REGEX_UCS4;
        return true;
    }
    const uint8_t *octets;
    subject->is_bytes = true;
    subject->width = 1;
    subject->kind = REGEX_OCTETS;
    if (bytes_view(vm, subject->string, &octets, &subject->length)) {
        subject->units = octets;
        return true;
    }
    if (!error_pending(vm))
        raise_type_error(vm, "expected string or bytes-like object, got '%T'", subject->string);
    return false;
}

static size_t clamp(int64_t position, size_t length)
{
    return position < 0 ? 0 : (uint64_t)position > length ? length : (size_t)position;
}

bool regex_subject_open(struct Interpreter *vm, const struct Pattern *pattern, Value string, int64_t pos,
                        int64_t endpos, struct RegexSubject *subject)
{
    *subject = (struct RegexSubject){.string = string};
    if (!subject_units(vm, subject))
        return false;
    if (!is_none(pattern->source) && subject->is_bytes != pattern->is_bytes) {
        raise_type_error(vm, subject->is_bytes ? "cannot use a string pattern on a bytes-like object"
                                               : "cannot use a bytes pattern on a string-like object");
        return false;
    }
    subject->start = clamp(pos, subject->length);
    subject->end = clamp(endpos, subject->length);
    if (subject->is_bytes)
        lock_buffer(vm, subject);
    return true;
}

void regex_subject_close(struct Interpreter *vm, struct RegexSubject *subject)
{
    if (subject->widened)
        heap_free(vm, MEMORY_BYTES, subject->widened, (subject->length + 1) * sizeof(uint32_t));
    if (subject->lock)
        --*subject->lock;
    subject->widened = NULL;
    subject->lock = NULL;
}

bool regex_subject_widen(struct Interpreter *vm, struct RegexSubject *subject)
{
    uint32_t *units = heap_allocate(vm, MEMORY_BYTES, (subject->length + 1) * sizeof *units);
    if (!units)
        return false;
    units_copy(units, 4, 0, subject->units, subject->width, 0, subject->length);
    subject->widened = units;
    subject->units = units;
    subject->kind = REGEX_UCS4;
    subject->width = 4;
    return true;
}

/* The string may have changed since the match, if it is a bytearray. */
OWNED Value regex_subject_slice(struct Interpreter *vm, const struct RegexSubject *subject, size_t start, size_t end)
{
    if (!subject->is_bytes) {
        if (start == 0 && end == subject->length && is_exact_string(vm, subject->string))
            return retain(subject->string);
        return string_substring(vm, subject->string, start, end);
    }
    if (start == 0 && end == subject->length && is_exact_bytes(vm, subject->string))
        return retain(subject->string);
    const uint8_t *octets;
    size_t length;
    if (!bytes_view(vm, subject->string, &octets, &length))
        return error_pending(vm) ? EMPTY : raise_type_error(vm, "expected string or bytes-like object");
    end = end < length ? end : length;
    start = start < end ? start : end;
    return bytes_new(vm, octets + start, end - start);
}
