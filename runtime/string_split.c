/*
 * Methods of str that cut text to pieces or join them.
 *
 * No Python code runs while a text is being cut: units may be pointed at.
 */
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/split.h"
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

/* ---- Collecting pieces ------------------------------------------------- */

static MUST_USE bool add_piece(struct Interpreter *vm, Value list, Value text, size_t start, size_t end)
{
    Value piece = string_substring(vm, text, start, end);
    return !is_empty(piece) && list_append(vm, list, piece);
}

/* ASCII text, without a limit: the loop most programs spend their time in. */
static MUST_USE bool split_ascii_words(struct Interpreter *vm, Value list, Value text)
{
    const uint8_t *data = as_string(text)->data;
    size_t i = 0, length = string_length(text);
    for (;;) {
        while (i < length && (ascii_properties[data[i]] & (ASCII_SPACE | ASCII_SEPARATOR)))
            i++;
        if (i == length)
            return true;
        size_t start = i;
        while (i < length && !(ascii_properties[data[i]] & (ASCII_SPACE | ASCII_SEPARATOR)))
            i++;
        Value piece = i - start == length ? string_exact(vm, text)
                                          : string_from_ascii(vm, (const char *)data + start, i - start);
        if (is_empty(piece) || !list_append(vm, list, piece))
            return false;
    }
}

/* args: self, sep or ABSENT, maxsplit or ABSENT. */
static OWNED Value split(struct Interpreter *vm, const Value *args, bool from_right)
{
    int64_t limit = -1;
    Value separator = is_absent(args[1]) || is_none(args[1]) ? EMPTY : args[1];
    if (!is_absent(args[2]) && !read_size(vm, args[2], &limit))
        return EMPTY;
    if (!is_empty(separator)) {
        if (!is_string(vm, separator))
            return raise_type_error(vm, "must be str or None, not %T", separator);
        if (string_length(separator) == 0)
            return raise_value_error(vm, "empty separator");
    }
    size_t pieces = limit < 0 ? SIZE_MAX : (size_t)limit;
    if (is_empty(separator) && pieces == SIZE_MAX && string_is_ascii(as_string(args[0]))) {
        Value list = list_new(vm, 8);
        if (is_empty(list) || split_ascii_words(vm, list, args[0]))
            return list;
        release(vm, list);
        return EMPTY;
    }
    struct Split s = {vm, args[0], EMPTY, string_units(args[0]), unicode_is_space, string_substring};
    struct Units cut = {.length = 0};
    if (!is_empty(separator))
        cut = string_units(separator);
    return split_run(&s, is_empty(separator) ? NULL : &cut, pieces, from_right);
}

OWNED Value string_split(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return split(vm, args, false);
}

OWNED Value string_rsplit(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return split(vm, args, true);
}

/* splitlines(keepends=False) */
OWNED Value string_splitlines(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct String *s = as_string(args[0]);
    int keep = is_absent(args[1]) ? 0 : object_truth(vm, args[1]);
    Value list = keep < 0 ? EMPTY : list_new(vm, 8);
    (void)count;
    if (is_empty(list))
        return EMPTY;
    for (size_t i = 0; i < s->length;) {
        size_t start = i;
        while (i < s->length && !unicode_is_line_break(string_at(s, i)))
            i++;
        size_t end = i;
        if (i < s->length)
            i += string_at(s, i) == '\r' && i + 1 < s->length && string_at(s, i + 1) == '\n' ? 2 : 1;
        if (!add_piece(vm, list, args[0], start, keep ? i : end)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

/* ---- Partition --------------------------------------------------------- */

static OWNED Value partition(struct Interpreter *vm, const Value *args, bool from_right)
{
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "must be str, not %T", args[1]);
    if (string_length(args[1]) == 0)
        return raise_value_error(vm, "empty separator");
    struct Units haystack = string_units(args[0]), needle = string_units(args[1]);
    int64_t at = from_right ? units_find_last(haystack, needle) : units_find(haystack, needle);
    Value empty = vm->empty_string;
    if (at < 0 && from_right) /* the very object, of a subclass, too */
        return pack_three(vm, retain(empty), retain(empty), retain(args[0]));
    if (at < 0)
        return pack_three(vm, retain(args[0]), retain(empty), retain(empty));
    Value before = string_substring(vm, args[0], 0, (size_t)at);
    Value after = is_empty(before) ? EMPTY : string_substring(vm, args[0], (size_t)at + needle.length, haystack.length);
    return pack_three(vm, before, is_empty(after) ? EMPTY : retain(args[1]), after);
}

OWNED Value string_partition(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return partition(vm, args, false);
}

OWNED Value string_rpartition(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return partition(vm, args, true);
}

/* ---- Join -------------------------------------------------------------- */

/* Length and bits of the joined text; false: an item is no str, or the text would be too long. */
static MUST_USE bool measure(struct Interpreter *vm, const Value *items, size_t count, Value separator, size_t *length,
                             uint32_t *bits)
{
    size_t total = 0;
    bool overflow = false;
    *bits = count > 1 ? string_bits(as_string(separator)) : 0;
    for (size_t i = 0; i < count; i++) {
        if (UNLIKELY(!is_string(vm, items[i]))) {
            raise_type_error(vm, "sequence item %zu: expected str instance, %T found", i, items[i]);
            return false;
        }
        const struct String *s = as_string(items[i]);
        *bits |= string_bits(s);
        overflow |= __builtin_add_overflow(total, s->length, &total);
    }
    size_t separators;
    overflow |= __builtin_mul_overflow(count - 1, string_length(separator), &separators);
    overflow |= __builtin_add_overflow(total, separators, length);
    if (!overflow && *length <= PTRDIFF_MAX)
        return true;
    raise_error(vm, TYPE_OverflowError, "join() result is too long for a Python string");
    return false;
}

static void copy_narrow(uint8_t *to, const Value *items, size_t count, const struct String *separator)
{
    for (size_t i = 0; i < count; i++) {
        const struct String *s = as_string(items[i]);
        if (i > 0) {
            memcpy(to, separator->data, separator->length);
            to += separator->length;
        }
        memcpy(to, s->data, s->length);
        to += s->length;
    }
}

static void copy_wide(struct String *to, const Value *items, size_t count, const struct String *separator)
{
    int width = string_width(to);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const struct String *s = as_string(items[i]);
        if (i > 0) {
            units_copy(to->data, width, at, separator->data, string_width(separator), 0, separator->length);
            at += separator->length;
        }
        units_copy(to->data, width, at, s->data, string_width(s), 0, s->length);
        at += s->length;
    }
}

/* The items are held by the caller. */
OWNED Value string_join_items(struct Interpreter *vm, Value separator, const Value *items, size_t count)
{
    size_t length;
    uint32_t bits;
    if (count == 0)
        return retain(vm->empty_string);
    if (count == 1 && is_exact_string(vm, items[0]))
        return retain(items[0]);
    if (!measure(vm, items, count, separator, &length, &bits))
        return EMPTY;
    Value result = string_allocate(vm, length, bits);
    if (is_empty(result) || length == 0)
        return result;
    struct String *to = as_string(result);
    if (bits < 0x100)
        copy_narrow(to->data, items, count, as_string(separator));
    else
        copy_wide(to, items, count, as_string(separator));
    return length == 1 ? string_shared(vm, result) : result;
}

OWNED Value string_join(struct Interpreter *vm, Value separator, Value iterable)
{
    Value holder;
    if (!sequence_fast(vm, iterable, "can only join an iterable", &holder))
        return EMPTY;
    Value result =
        string_join_items(vm, separator, sequence_fast_items(holder, vm), sequence_fast_length(holder, vm));
    release(vm, holder);
    return result;
}

OWNED Value string_join_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return string_join(vm, args[0], args[1]);
}
