/*
 * Methods of str that look for text or replace it, and those that pad and
 * strip.  Every function here has the signature of a positional or named
 * native method: args[0] is self.
 */
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"
#include "runtime/unicode.h"

/* ---- Finding ----------------------------------------------------------- */

typedef int64_t (*FindFunction)(struct Units haystack, struct Units needle);

/* The position in *found, -1 when it is not there; false: raised. */
static MUST_USE bool search(struct Interpreter *vm, const Value *args, size_t count, const char *name,
                            FindFunction find, int64_t *found)
{
    int64_t start, end;
    if (!check_string_argument(vm, args[1], name, 1) ||
        !read_bounds(vm, args, count, 2, string_length(args[0]), &start, &end))
        return false;
    *found = -1;
    if (start <= end) {
        int64_t at = find(units_slice(string_units(args[0]), (size_t)start, (size_t)end), string_units(args[1]));
        *found = at < 0 ? -1 : at + start;
    }
    return true;
}

OWNED Value string_find_method(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t at;
    return search(vm, args, count, "find", units_find, &at) ? value_from_small_int(at) : EMPTY;
}

OWNED Value string_rfind(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t at;
    return search(vm, args, count, "rfind", units_find_last, &at) ? value_from_small_int(at) : EMPTY;
}

OWNED Value string_index(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t at;
    if (!search(vm, args, count, "index", units_find, &at))
        return EMPTY;
    return at < 0 ? raise_value_error(vm, "substring not found") : value_from_small_int(at);
}

OWNED Value string_rindex(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t at;
    if (!search(vm, args, count, "rindex", units_find_last, &at))
        return EMPTY;
    return at < 0 ? raise_value_error(vm, "substring not found") : value_from_small_int(at);
}

OWNED Value string_count(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t start, end;
    if (!check_string_argument(vm, args[1], "count", 1) ||
        !read_bounds(vm, args, count, 2, string_length(args[0]), &start, &end))
        return EMPTY;
    if (start > end)
        return value_from_small_int(0);
    struct Units haystack = units_slice(string_units(args[0]), (size_t)start, (size_t)end);
    return value_from_small_int((int64_t)units_count(haystack, string_units(args[1]), SIZE_MAX));
}

/* Whether text[start:end] starts (or ends) with affix. */
static bool has_affix(Value text, Value affix, int64_t start, int64_t end, bool at_end)
{
    size_t length = string_length(affix);
    if (start > end || (size_t)(end - start) < length)
        return false;
    size_t position = at_end ? (size_t)end - length : (size_t)start;
    return units_match_at(string_units(text), position, string_units(affix));
}

static OWNED Value affix_test(struct Interpreter *vm, const Value *args, size_t count, bool at_end)
{
    const char *name = at_end ? "endswith" : "startswith";
    int64_t start, end;
    if (!read_bounds(vm, args, count, 2, string_length(args[0]), &start, &end))
        return EMPTY;
    if (is_string(vm, args[1]))
        return value_from_bool(has_affix(args[0], args[1], start, end, at_end));
    if (!is_tuple(vm, args[1]))
        return raise_type_error(vm, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    const struct Tuple *tuple = as_tuple(args[1]);
    for (size_t i = 0; i < tuple->length; i++) {
        if (!is_string(vm, tuple->items[i]))
            return raise_type_error(vm, "tuple for %s must only contain str, not %T", name, tuple->items[i]);
        if (has_affix(args[0], tuple->items[i], start, end, at_end))
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

OWNED Value string_startswith(struct Interpreter *vm, const Value *args, size_t count)
{
    return affix_test(vm, args, count, false);
}

OWNED Value string_endswith(struct Interpreter *vm, const Value *args, size_t count)
{
    return affix_test(vm, args, count, true);
}

OWNED Value string_removeprefix(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_string_argument(vm, args[1], "removeprefix", 0))
        return EMPTY;
    size_t length = string_length(args[0]);
    if (has_affix(args[0], args[1], 0, (int64_t)length, false))
        return string_substring(vm, args[0], string_length(args[1]), length);
    return string_exact(vm, args[0]);
}

OWNED Value string_removesuffix(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_string_argument(vm, args[1], "removesuffix", 0))
        return EMPTY;
    size_t length = string_length(args[0]);
    if (has_affix(args[0], args[1], 0, (int64_t)length, true))
        return string_substring(vm, args[0], 0, length - string_length(args[1]));
    return string_exact(vm, args[0]);
}

/* ---- Replacing --------------------------------------------------------- */

/* New text between all code points, before the first and after the last, `count` times at most. */
static OWNED Value interleave(struct Interpreter *vm, Value text, Value inserted, size_t count)
{
    struct StringBuilder builder;
    size_t length = string_length(text);
    builder_open(&builder, vm);
    for (size_t i = 0; i <= length; i++) {
        if (i < count && !builder_add_string(&builder, inserted))
            goto failed;
        if (i < length && !builder_add_char(&builder, string_at(as_string(text), i)))
            goto failed;
    }
    return builder_finish(&builder);
failed:
    builder_abandon(&builder);
    return EMPTY;
}

/* The result may have lost the code points that asked for its width. */
static OWNED Value narrowed(struct Interpreter *vm, STEALS Value v)
{
    const struct String *s = as_string(v);
    int width = string_width(s);
    if (string_is_ascii(s))
        return v;
    uint32_t bits = units_bits(s->data, width, s->length);
    if (string_flags_for(bits) == string_flags_for(string_bits(s)))
        return v;
    Value narrow = string_from_units(vm, s->data, width, s->length);
    release(vm, v);
    return narrow;
}

/* Occurrences are counted first, so that the text is written once. */
static OWNED Value replace_counted(struct Interpreter *vm, Value text, Value old, Value new, size_t count)
{
    struct Units haystack = string_units(text), needle = string_units(old), patch = string_units(new);
    size_t found = units_count(haystack, needle, count), length, from = 0, to = 0;
    if (found == 0)
        return string_exact(vm, text);
    if (__builtin_mul_overflow(found, (size_t)patch.length, &length) ||
        __builtin_add_overflow(length, haystack.length - found * needle.length, &length) || length > PTRDIFF_MAX)
        return raise_error(vm, TYPE_OverflowError, "replace string is too long");
    Value result = string_allocate(vm, length, string_bits(as_string(text)) | string_bits(as_string(new)));
    if (is_empty(result) || length == 0)
        return result;
    struct String *s = as_string(result);
    int width = string_width(s), text_width = (int)haystack.width, patch_width = (int)patch.width;
    for (; found > 0; found--) {
        size_t at = (size_t)units_find(units_slice(haystack, from, haystack.length), needle);
        units_copy(s->data, width, to, haystack.data, text_width, from, at);
        units_copy(s->data, width, to + at, patch.data, patch_width, 0, patch.length);
        to += at + patch.length;
        from += at + needle.length;
    }
    units_copy(s->data, width, to, haystack.data, text_width, from, haystack.length - from);
    return narrowed(vm, string_shared(vm, result));
}

/* One ASCII character by another. */
static OWNED Value replace_character(struct Interpreter *vm, Value text, uint8_t old, uint8_t new)
{
    const struct String *s = as_string(text);
    if (memchr(s->data, old, s->length) == NULL)
        return string_exact(vm, text);
    Value result = string_allocate(vm, s->length, 0x7f);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = as_string(result)->data;
    for (size_t i = 0; i < s->length; i++)
        to[i] = s->data[i] == old ? new : s->data[i];
    return result;
}

OWNED Value string_replace_text(struct Interpreter *vm, Value text, Value old, Value new, size_t count)
{
    const struct String *s = as_string(text), *needle = as_string(old), *patch = as_string(new);
    if (count == 0 || needle->length > s->length || string_equal(old, new))
        return string_exact(vm, text);
    if (needle->length == 0)
        return interleave(vm, text, new, count);
    if (needle->length == 1 && patch->length == 1 && count >= s->length && s->length > 1 && string_is_ascii(s) &&
        string_is_ascii(needle) && string_is_ascii(patch))
        return replace_character(vm, text, needle->data[0], patch->data[0]);
    return replace_counted(vm, text, old, new, count);
}

/* replace(old, new, /, count=-1) */
OWNED Value string_replace(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit = -1;
    (void)count;
    if (!check_string_argument(vm, args[1], "replace", 1) || !check_string_argument(vm, args[2], "replace", 2) ||
        (!is_absent(args[3]) && !read_size(vm, args[3], &limit)))
        return EMPTY;
    return string_replace_text(vm, args[0], args[1], args[2], limit < 0 ? SIZE_MAX : (size_t)limit);
}

/* ---- Stripping --------------------------------------------------------- */

enum Side { SIDE_LEFT = 1, SIDE_RIGHT = 2 };

static bool is_stripped(const struct String *s, size_t i, const struct Units *set)
{
    uint32_t c = string_at(s, i);
    return set == NULL ? unicode_is_space(c) : units_find_one(*set, c) >= 0;
}

/* args[1], when given, is the set of characters to strip, else white space. */
static OWNED Value strip(struct Interpreter *vm, const Value *args, size_t count, unsigned sides, const char *name)
{
    const struct String *s = as_string(args[0]);
    struct Units characters, *set = NULL;
    if (count > 1 && !is_none(args[1])) {
        if (!is_string(vm, args[1]))
            return raise_type_error(vm, "%s arg must be None or str", name);
        characters = string_units(args[1]);
        set = &characters;
    }
    size_t start = 0, end = s->length;
    if (sides & SIDE_LEFT)
        while (start < end && is_stripped(s, start, set))
            start++;
    if (sides & SIDE_RIGHT)
        while (end > start && is_stripped(s, end - 1, set))
            end--;
    return string_substring(vm, args[0], start, end);
}

OWNED Value string_strip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_LEFT | SIDE_RIGHT, "strip");
}

OWNED Value string_lstrip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_LEFT, "lstrip");
}

OWNED Value string_rstrip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_RIGHT, "rstrip");
}

/* ---- Padding ----------------------------------------------------------- */

static OWNED Value pad(struct Interpreter *vm, Value text, size_t left, size_t right, uint32_t fill)
{
    const struct String *s = as_string(text);
    size_t length;
    if (left == 0 && right == 0)
        return string_exact(vm, text);
    if (__builtin_add_overflow(left, right, &length) || __builtin_add_overflow(length, s->length, &length) ||
        length > PTRDIFF_MAX)
        return raise_error(vm, TYPE_OverflowError, "padded string is too long");
    if (length == 1)
        return string_from_code_point(vm, fill);
    Value result = string_allocate(vm, length, string_bits(s) | fill);
    if (is_empty(result))
        return EMPTY;
    struct String *to = as_string(result);
    int width = string_width(to);
    units_fill(to->data, width, 0, fill, left);
    units_copy(to->data, width, left, s->data, string_width(s), 0, s->length);
    units_fill(to->data, width, left + s->length, fill, right);
    return result;
}

/* Missing width in *missing (0 when it is wide enough) and the fill character. */
static MUST_USE bool read_padding(struct Interpreter *vm, const Value *args, size_t count, size_t *missing,
                                  uint32_t *fill)
{
    int64_t width;
    if (!read_size(vm, args[1], &width))
        return false;
    *fill = ' ';
    if (count > 2) {
        if (!is_string(vm, args[2])) {
            raise_type_error(vm, "The fill character must be a unicode character, not %T", args[2]);
            return false;
        }
        if (string_length(args[2]) != 1) {
            raise_type_error(vm, "The fill character must be exactly one character long");
            return false;
        }
        *fill = string_at(as_string(args[2]), 0);
    }
    int64_t length = (int64_t)string_length(args[0]);
    *missing = width > length ? (size_t)(width - length) : 0;
    return true;
}

OWNED Value string_center(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint32_t fill;
    if (!read_padding(vm, args, count, &missing, &fill))
        return EMPTY;
    /* The odd one goes left when the width is odd, as CPython has it. */
    size_t left = missing / 2 + (missing & (missing + string_length(args[0])) & 1);
    return pad(vm, args[0], left, missing - left, fill);
}

OWNED Value string_ljust(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint32_t fill;
    return read_padding(vm, args, count, &missing, &fill) ? pad(vm, args[0], 0, missing, fill) : EMPTY;
}

OWNED Value string_rjust(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint32_t fill;
    return read_padding(vm, args, count, &missing, &fill) ? pad(vm, args[0], missing, 0, fill) : EMPTY;
}

OWNED Value string_zfill(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint32_t fill;
    if (!read_padding(vm, args, count, &missing, &fill))
        return EMPTY;
    Value result = pad(vm, args[0], missing, 0, '0');
    if (is_empty(result) || missing == 0 || string_length(args[0]) == 0)
        return result;
    struct String *s = as_string(result);
    int width = string_width(s);
    uint32_t sign = units_at(s->data, width, missing);
    if (sign == '+' || sign == '-') {
        units_put(s->data, width, 0, sign);
        units_put(s->data, width, missing, '0');
    }
    return result;
}

OWNED Value string_expandtabs(struct Interpreter *vm, const Value *args, size_t count)
{
    struct StringBuilder builder;
    const struct String *s = as_string(args[0]);
    int tab_size = 8;
    size_t column = 0;
    (void)count;
    if (!is_absent(args[1]) && !read_int(vm, args[1], &tab_size))
        return EMPTY;
    if (units_find_one(string_units(args[0]), '\t') < 0)
        return string_exact(vm, args[0]);
    builder_open(&builder, vm);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool added;
        if (c == '\t') {
            size_t spaces = tab_size > 0 ? (size_t)tab_size - column % (size_t)tab_size : 0;
            added = builder_add_repeat(&builder, ' ', spaces);
            column += spaces;
        } else {
            added = builder_add_char(&builder, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
        if (!added) {
            builder_abandon(&builder);
            return EMPTY;
        }
    }
    return builder_finish(&builder);
}
