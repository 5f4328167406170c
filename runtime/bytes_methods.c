/* Methods of bytes and bytearray that look for octets, replace, strip and pad. */
#include "runtime/bytes_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/unicode.h"

/* ---- Finding ----------------------------------------------------------- */

/* What to look for: a bytes-like object, or an int that is one octet (kept in *octet). */
static MUST_USE bool read_needle(struct Interpreter *vm, Value v, uint8_t *octet, struct Units *needle)
{
    if (bytes_units(vm, v, needle))
        return true;
    if (!is_int(vm, v) && value_type(vm, v)->operations.index == NULL) {
        raise_type_error(vm, "argument should be integer or bytes-like object, not '%T'", v);
        return false;
    }
    *needle = (struct Units){octet, 1, 1};
    return read_octet(vm, v, octet, NULL);
}

/* self[start:end] and the needle; *offset is -1 when start lies behind the end. */
static MUST_USE bool read_search(struct Interpreter *vm, const Value *args, size_t count, struct Units *haystack,
                                 struct Units *needle, uint8_t *octet, int64_t *offset)
{
    int64_t start, end;
    if (!read_bounds(vm, args, count, 2, octets_of(vm, args[0]).length, &start, &end) ||
        !read_needle(vm, args[1], octet, needle))
        return false;
    *haystack = octets_of(vm, args[0]);
    if (end > (int64_t)haystack->length)
        end = (int64_t)haystack->length;
    *offset = start > end ? -1 : start;
    if (start <= end)
        *haystack = units_slice(*haystack, (size_t)start, (size_t)end);
    return true;
}

typedef int64_t (*FindFunction)(struct Units haystack, struct Units needle);

static OWNED Value search(struct Interpreter *vm, const Value *args, size_t count, FindFunction find, bool must_exist)
{
    struct Units haystack, needle;
    uint8_t octet;
    int64_t offset;
    if (!read_search(vm, args, count, &haystack, &needle, &octet, &offset))
        return EMPTY;
    int64_t at = offset < 0 ? -1 : find(haystack, needle);
    if (at < 0 && must_exist)
        return raise_value_error(vm, "subsection not found");
    return value_from_small_int(at < 0 ? -1 : at + offset);
}

OWNED Value bytes_find(struct Interpreter *vm, const Value *args, size_t count)
{
    return search(vm, args, count, units_find, false);
}

OWNED Value bytes_rfind(struct Interpreter *vm, const Value *args, size_t count)
{
    return search(vm, args, count, units_find_last, false);
}

OWNED Value bytes_index(struct Interpreter *vm, const Value *args, size_t count)
{
    return search(vm, args, count, units_find, true);
}

OWNED Value bytes_rindex(struct Interpreter *vm, const Value *args, size_t count)
{
    return search(vm, args, count, units_find_last, true);
}

OWNED Value bytes_count(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units haystack, needle;
    uint8_t octet;
    int64_t offset;
    if (!read_search(vm, args, count, &haystack, &needle, &octet, &offset))
        return EMPTY;
    return value_from_small_int(offset < 0 ? 0 : (int64_t)units_count(haystack, needle, SIZE_MAX));
}

static bool has_affix(struct Units text, struct Units affix, int64_t start, int64_t end, bool at_end)
{
    if (start > end || (size_t)(end - start) < affix.length)
        return false;
    return units_match_at(text, at_end ? (size_t)end - affix.length : (size_t)start, affix);
}

static OWNED Value affix_test(struct Interpreter *vm, const Value *args, size_t count, bool at_end)
{
    struct Units affix;
    int64_t start, end;
    if (!read_bounds(vm, args, count, 2, octets_of(vm, args[0]).length, &start, &end))
        return EMPTY;
    struct Units text = octets_of(vm, args[0]);
    end = end > (int64_t)text.length ? (int64_t)text.length : end;
    if (is_tuple(vm, args[1])) {
        for (size_t i = 0; i < tuple_length(args[1]); i++) {
            if (!read_octets(vm, as_tuple(args[1])->items[i], &affix))
                return EMPTY;
            if (has_affix(text, affix, start, end, at_end))
                return VALUE_TRUE;
        }
        return VALUE_FALSE;
    }
    if (!bytes_units(vm, args[1], &affix))
        return raise_type_error(vm, "%s first arg must be bytes or a tuple of bytes, not %T",
                                at_end ? "endswith" : "startswith", args[1]);
    return value_from_bool(has_affix(text, affix, start, end, at_end));
}

OWNED Value bytes_startswith(struct Interpreter *vm, const Value *args, size_t count)
{
    return affix_test(vm, args, count, false);
}

OWNED Value bytes_endswith(struct Interpreter *vm, const Value *args, size_t count)
{
    return affix_test(vm, args, count, true);
}

static OWNED Value slice_of(struct Interpreter *vm, Value self, size_t start, size_t end)
{
    struct Units text = octets_of(vm, self);
    if (start == 0 && end == text.length)
        return octets_unchanged(vm, self);
    return octets_like(vm, self, (const uint8_t *)text.data + start, end - start);
}

OWNED Value bytes_removeprefix(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units affix, text = octets_of(vm, args[0]);
    (void)count;
    if (!read_octets(vm, args[1], &affix))
        return EMPTY;
    bool found = has_affix(text, affix, 0, (int64_t)text.length, false);
    return slice_of(vm, args[0], found ? affix.length : 0, text.length);
}

OWNED Value bytes_removesuffix(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units affix, text = octets_of(vm, args[0]);
    (void)count;
    if (!read_octets(vm, args[1], &affix))
        return EMPTY;
    bool found = has_affix(text, affix, 0, (int64_t)text.length, true);
    return slice_of(vm, args[0], 0, text.length - (found ? affix.length : 0));
}

/* ---- Replacing --------------------------------------------------------- */

static OWNED Value allocate_replaced(struct Interpreter *vm, Value self, size_t kept, size_t count, size_t patch)
{
    size_t length;
    if (__builtin_mul_overflow(count, patch, &length) || __builtin_add_overflow(length, kept, &length) ||
        length > PTRDIFF_MAX)
        return raise_error(vm, TYPE_OverflowError, "replace bytes is too long");
    return octets_like(vm, self, NULL, length);
}

/* New octets before each of the first `count` positions, the one behind the last included. */
static OWNED Value interleave(struct Interpreter *vm, Value self, struct Units patch, size_t count)
{
    struct Units text = octets_of(vm, self);
    size_t places = count < text.length + 1 ? count : text.length + 1;
    Value result = allocate_replaced(vm, self, text.length, places, patch.length);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = octets_for_writing(vm, result);
    for (size_t i = 0; i <= text.length; i++) {
        if (i < places) {
            memcpy(to, patch.data, patch.length);
            to += patch.length;
        }
        if (i < text.length)
            *to++ = ((const uint8_t *)text.data)[i];
    }
    return result;
}

static OWNED Value replace(struct Interpreter *vm, Value self, struct Units old, struct Units new, size_t count)
{
    struct Units text = octets_of(vm, self);
    if (old.length == 0)
        return new.length == 0 || count == 0 ? octets_unchanged(vm, self) : interleave(vm, self, new, count);
    size_t found = old.length > text.length ? 0 : units_count(text, old, count);
    if (found == 0)
        return octets_unchanged(vm, self);
    Value result = allocate_replaced(vm, self, text.length - found * old.length, found, new.length);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = octets_for_writing(vm, result);
    const uint8_t *from = text.data, *end = from + text.length;
    for (; found > 0; found--) {
        size_t at = (size_t)units_find((struct Units){from, (size_t)(end - from), 1}, old);
        memcpy(to, from, at);
        memcpy(to + at, new.data, new.length);
        to += at + new.length;
        from += at + old.length;
    }
    memcpy(to, from, (size_t)(end - from));
    return result;
}

OWNED Value bytes_replace(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units old, new;
    int64_t limit = -1;
    if (!read_octets(vm, args[1], &old) || !read_octets(vm, args[2], &new) ||
        (count > 3 && !read_size(vm, args[3], &limit)))
        return EMPTY;
    return replace(vm, args[0], old, new, limit < 0 ? SIZE_MAX : (size_t)limit);
}

/* ---- Stripping --------------------------------------------------------- */

enum Side { SIDE_LEFT = 1, SIDE_RIGHT = 2 };

static OWNED Value strip(struct Interpreter *vm, const Value *args, size_t count, unsigned sides)
{
    struct Units set = {.data = " \t\n\r\f\v", .length = 6, .width = 1};
    if (count > 1 && !is_none(args[1]) && !read_octets(vm, args[1], &set))
        return EMPTY;
    struct Units text = octets_of(vm, args[0]);
    const uint8_t *data = text.data;
    size_t start = 0, end = text.length;
    if (sides & SIDE_LEFT)
        while (start < end && units_find_one(set, data[start]) >= 0)
            start++;
    if (sides & SIDE_RIGHT)
        while (end > start && units_find_one(set, data[end - 1]) >= 0)
            end--;
    return slice_of(vm, args[0], start, end);
}

OWNED Value bytes_strip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_LEFT | SIDE_RIGHT);
}

OWNED Value bytes_lstrip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_LEFT);
}

OWNED Value bytes_rstrip(struct Interpreter *vm, const Value *args, size_t count)
{
    return strip(vm, args, count, SIDE_RIGHT);
}

/* ---- Padding ----------------------------------------------------------- */

static OWNED Value pad(struct Interpreter *vm, Value self, size_t left, size_t right, uint8_t fill)
{
    struct Units text = octets_of(vm, self);
    size_t length;
    if (left == 0 && right == 0)
        return octets_unchanged(vm, self);
    if (__builtin_add_overflow(left, right, &length) || __builtin_add_overflow(length, text.length, &length))
        return raise_memory_error(vm);
    Value result = octets_like(vm, self, NULL, length);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = octets_for_writing(vm, result);
    memset(to, fill, left);
    memcpy(to + left, text.data, text.length);
    memset(to + left + text.length, fill, right);
    return result;
}

static MUST_USE bool read_padding(struct Interpreter *vm, const Value *args, size_t count, const char *name,
                                  size_t *missing, uint8_t *fill)
{
    int64_t width;
    if (!read_size(vm, args[1], &width))
        return false;
    *fill = ' ';
    if (count > 2) {
        struct Units octets = {.length = 0};
        if (is_bytes(vm, args[2]) || is_byte_array(vm, args[2]))
            octets = octets_of(vm, args[2]);
        if (octets.length != 1) {
            raise_type_error(vm, "%s() argument 2 must be a byte string of length 1, not %A", name, args[2]);
            return false;
        }
        *fill = *(const uint8_t *)octets.data;
    }
    int64_t length = (int64_t)octets_of(vm, args[0]).length;
    *missing = width > length ? (size_t)(width - length) : 0;
    return true;
}

OWNED Value bytes_center(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint8_t fill;
    if (!read_padding(vm, args, count, "center", &missing, &fill))
        return EMPTY;
    size_t left = missing / 2 + (missing & (missing + octets_of(vm, args[0]).length) & 1);
    return pad(vm, args[0], left, missing - left, fill);
}

OWNED Value bytes_ljust(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint8_t fill;
    return read_padding(vm, args, count, "ljust", &missing, &fill) ? pad(vm, args[0], 0, missing, fill) : EMPTY;
}

OWNED Value bytes_rjust(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint8_t fill;
    return read_padding(vm, args, count, "rjust", &missing, &fill) ? pad(vm, args[0], missing, 0, fill) : EMPTY;
}

OWNED Value bytes_zfill(struct Interpreter *vm, const Value *args, size_t count)
{
    size_t missing;
    uint8_t fill;
    if (!read_padding(vm, args, count, "zfill", &missing, &fill))
        return EMPTY;
    Value result = pad(vm, args[0], missing, 0, '0');
    if (is_empty(result) || missing == 0 || octets_of(vm, args[0]).length == 0)
        return result;
    uint8_t *data = octets_for_writing(vm, result);
    if (data[missing] == '+' || data[missing] == '-') {
        data[0] = data[missing];
        data[missing] = '0';
    }
    return result;
}

/* Expands into `to`, or only counts when it is NULL; false when the length overflows. */
static bool expand(struct Units text, size_t tab_size, uint8_t *to, size_t *length)
{
    size_t column = 0, total = 0;
    for (size_t i = 0; i < text.length; i++) {
        uint8_t c = ((const uint8_t *)text.data)[i];
        size_t width = c != '\t' ? 1 : tab_size > 0 ? tab_size - column % tab_size : 0;
        if (to != NULL)
            memset(to + total, c == '\t' ? ' ' : c, width);
        if (__builtin_add_overflow(total, width, &total) || total > PTRDIFF_MAX)
            return false;
        column = c == '\n' || c == '\r' ? 0 : column + width;
    }
    *length = total;
    return true;
}

OWNED Value bytes_expandtabs(struct Interpreter *vm, const Value *args, size_t count)
{
    int tab_size = 8;
    size_t length;
    (void)count;
    if (!is_absent(args[1]) && !read_int(vm, args[1], &tab_size))
        return EMPTY;
    size_t stop = tab_size > 0 ? (size_t)tab_size : 0;
    if (!expand(octets_of(vm, args[0]), stop, NULL, &length))
        return raise_error(vm, TYPE_OverflowError, "result too long");
    Value result = octets_like(vm, args[0], NULL, length);
    if (!is_empty(result) && length > 0)
        expand(octets_of(vm, args[0]), stop, octets_for_writing(vm, result), &length);
    return result;
}
