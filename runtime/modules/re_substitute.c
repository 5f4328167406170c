/*
 * sub and subn.
 *
 * The result grows in one buffer; pieces of the subject are copied straight
 * from it.  A replacement is a literal, a parsed template, or a function.
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct Output {
    struct Interpreter *vm;
    bool is_bytes;
    size_t pieces; /* so far: errors name the piece as str.join would */
    struct StringBuilder builder;
    uint8_t *octets;
    size_t length, capacity;
};

static void output_open(struct Output *output, struct Interpreter *vm, bool is_bytes)
{
    output->vm = vm;
    output->is_bytes = is_bytes;
    output->pieces = 0;
    output->octets = NULL;
    output->length = output->capacity = 0;
    builder_open(&output->builder, vm);
}

static void output_abandon(struct Output *output)
{
    builder_abandon(&output->builder);
    heap_free(output->vm, MEMORY_BYTES, output->octets, output->capacity);
}

static OWNED Value output_finish(struct Output *output)
{
    if (!output->is_bytes)
        return builder_finish(&output->builder);
    Value result = bytes_new(output->vm, output->octets, output->length);
    output_abandon(output);
    return result;
}

static bool add_octets(struct Output *output, const uint8_t *octets, size_t length)
{
    size_t wanted = output->length + length;
    if (wanted > output->capacity) {
        size_t capacity = wanted + wanted / 2 + 64;
        uint8_t *grown = heap_resize(output->vm, MEMORY_BYTES, output->octets, output->capacity, capacity);
        if (!grown)
            return false;
        output->octets = grown;
        output->capacity = capacity;
    }
    if (length)
        memcpy(output->octets + output->length, octets, length);
    output->length = wanted;
    return true;
}

static bool add_slice(struct Output *output, const struct RegexSubject *subject, size_t start, size_t end)
{
    if (start >= end)
        return true;
    output->pieces++;
    if (!output->is_bytes)
        return builder_add_substring(&output->builder, subject->string, start, end);
    const uint8_t *octets;
    size_t length;
    if (!bytes_view(output->vm, subject->string, &octets, &length))
        return false;
    end = end < length ? end : length;
    return start >= end || add_octets(output, octets + start, end - start);
}

/* A piece that the caller of sub provided. */
static bool add_value(struct Output *output, Value piece)
{
    struct Interpreter *vm = output->vm;
    const uint8_t *octets;
    size_t length, number = output->pieces++;
    if (!output->is_bytes) {
        if (is_string(vm, piece))
            return builder_add_string(&output->builder, piece);
        raise_type_error(vm, "sequence item %zu: expected str instance, %T found", number, piece);
        return false;
    }
    if (!is_string(vm, piece) && bytes_view(vm, piece, &octets, &length))
        return add_octets(output, octets, length);
    if (!error_pending(vm))
        raise_type_error(vm, "sequence item %zu: expected a bytes-like object, %T found", number, piece);
    return false;
}

/* ---- Replacements ------------------------------------------------------- */

enum ReplacementKind { REPLACE_LITERAL, REPLACE_TEMPLATE, REPLACE_CALL };

struct Replacement {
    enum ReplacementKind kind;
    Value value; /* OWNED: the literal, the parts of the template, or the callable */
};

static bool has_backslash(struct Interpreter *vm, Value v)
{
    struct Units units;
    if (is_string(vm, v)) {
        const struct String *s = as_string(v);
        units = (struct Units){s->data, s->length, (uint64_t)string_width(s)};
    } else if (!bytes_units(vm, v, &units)) {
        return true;
    }
    return units_find_one(units, '\\') >= 0;
}

static bool replacement_open(struct Interpreter *vm, Value pattern, Value v, struct Replacement *replacement)
{
    bool plain = is_string(vm, v) || is_bytes(vm, v);
    if (!plain && object_is_callable(vm, v))
        *replacement = (struct Replacement){REPLACE_CALL, retain(v)};
    else if (!has_backslash(vm, v))
        *replacement = (struct Replacement){REPLACE_LITERAL, retain(v)};
    else if (error_pending(vm))
        return false;
    else
        *replacement = (struct Replacement){REPLACE_TEMPLATE, template_get(vm, pattern, v)};
    return !is_empty(replacement->value);
}

static bool add_template(struct Output *output, Value parts, const struct RegexSubject *subject, const size_t *offsets)
{
    const struct Tuple *tuple = as_tuple(parts);
    for (size_t i = 0; i < tuple->length; i++) {
        Value part = tuple->items[i];
        if (is_none(part))
            continue;
        if (i % 2 == 0) {
            if (!add_value(output, part))
                return false;
            continue;
        }
        size_t start = offsets[2 * small_int(part)], end = offsets[2 * small_int(part) + 1];
        if (start != SIZE_MAX && !add_slice(output, subject, start, end))
            return false;
    }
    return true;
}

static bool add_call(struct Output *output, Value function, Value pattern, const struct RegexSubject *subject,
                     const struct RegexSpans *spans)
{
    struct Interpreter *vm = output->vm;
    Value match = match_new(vm, pattern, subject, spans);
    if (is_empty(match))
        return false;
    Value piece = object_call_1(vm, function, match);
    release(vm, match);
    if (is_empty(piece))
        return false;
    bool good = is_none(piece) || add_value(output, piece);
    release(vm, piece);
    return good;
}

static bool add_replacement(struct Output *output, const struct Replacement *replacement, Value pattern,
                            const struct RegexSubject *subject, const struct RegexSpans *spans)
{
    switch (replacement->kind) {
    case REPLACE_LITERAL:
        return add_value(output, replacement->value);
    case REPLACE_TEMPLATE:
        return add_template(output, replacement->value, subject, spans->offsets);
    default:
        return add_call(output, replacement->value, pattern, subject, spans);
    }
}

/* How many replacements were made; -1: raised. */
static int64_t replace_all(struct Interpreter *vm, Value pattern, const struct Replacement *replacement,
                           struct RegexSubject *subject, int64_t limit, struct Output *output)
{
    struct RegexSpans spans;
    size_t last = 0;
    bool must_advance = false;
    int64_t count = 0;
    while (limit == 0 || count < limit) {
        int found = regex_execute(vm, as_pattern(pattern), subject, REGEX_SEARCH, last, must_advance, &spans);
        if (found < 0)
            return -1;
        if (found == 0)
            break;
        size_t start = spans.offsets[0], end = spans.offsets[1];
        if (!add_slice(output, subject, last, start) ||
            !add_replacement(output, replacement, pattern, subject, &spans))
            return -1;
        last = end;
        must_advance = start == end;
        count++;
    }
    return count == 0 || add_slice(output, subject, last, subject->end) ? count : -1;
}

static OWNED Value substitute(struct Interpreter *vm, Value pattern, const struct Replacement *replacement,
                              Value string, int64_t limit, int64_t *count)
{
    struct RegexSubject subject;
    struct Output output;
    if (!regex_subject_open(vm, as_pattern(pattern), string, 0, INT64_MAX, &subject))
        return EMPTY;
    output_open(&output, vm, subject.is_bytes);
    Value result = EMPTY;
    *count = replace_all(vm, pattern, replacement, &subject, limit, &output);
    if (*count > 0)
        result = output_finish(&output);
    else
        output_abandon(&output);
    if (*count == 0)
        result = regex_subject_slice(vm, &subject, 0, subject.end);
    regex_subject_close(vm, &subject);
    return result;
}

OWNED Value pattern_substitute(struct Interpreter *vm, Value pattern, Value replacement, Value string, int64_t limit,
                               bool counted)
{
    struct Replacement how;
    int64_t count;
    if (!replacement_open(vm, pattern, replacement, &how))
        return EMPTY;
    Value text = substitute(vm, pattern, &how, string, limit, &count);
    release(vm, how.value);
    if (is_empty(text) || !counted)
        return text;
    Value pair = tuple_pack(vm, (size_t)2, text, value_from_small_int(count));
    release(vm, text);
    return pair;
}
