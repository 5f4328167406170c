/* Methods of bytes and bytearray that cut octets to pieces or join them. */
#include "runtime/bytes_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/split.h"
#include "runtime/unicode.h"

static bool is_space(uint32_t c) { return ascii_has(c, ASCII_SPACE); }
static uint8_t octet_at(struct Units units, size_t i) { return ((const uint8_t *)units.data)[i]; }

static OWNED Value piece(struct Interpreter *vm, Value self, size_t start, size_t end)
{
    struct Units text = octets_of(vm, self);
    return end - start == text.length ? octets_unchanged(vm, self)
                                      : octets_like(vm, self, (const uint8_t *)text.data + start, end - start);
}

static OWNED Value split(struct Interpreter *vm, const Value *args, bool from_right)
{
    int64_t limit = -1;
    struct Units separator = {.length = 0};
    bool by_space = is_absent(args[1]) || is_none(args[1]);
    if ((!is_absent(args[2]) && !read_size(vm, args[2], &limit)) || (!by_space && !read_octets(vm, args[1], &separator)))
        return EMPTY;
    if (!by_space && separator.length == 0)
        return raise_value_error(vm, "empty separator");
    struct Split s = {vm, args[0], EMPTY, octets_of(vm, args[0]), is_space, piece};
    return split_run(&s, by_space ? NULL : &separator, limit < 0 ? SIZE_MAX : (size_t)limit, from_right);
}

OWNED Value bytes_split(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return split(vm, args, false);
}

OWNED Value bytes_rsplit(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return split(vm, args, true);
}

OWNED Value bytes_splitlines(struct Interpreter *vm, const Value *args, size_t count)
{
    int keep = is_absent(args[1]) ? 0 : object_truth(vm, args[1]);
    struct Split s = {vm, args[0], keep < 0 ? EMPTY : list_new(vm, 8), octets_of(vm, args[0]), is_space, piece};
    (void)count;
    if (is_empty(s.list))
        return EMPTY;
    for (size_t i = 0; i < s.text.length;) {
        size_t start = i;
        while (i < s.text.length && octet_at(s.text, i) != '\n' && octet_at(s.text, i) != '\r')
            i++;
        size_t end = i;
        if (i < s.text.length)
            i += octet_at(s.text, i) == '\r' && i + 1 < s.text.length && octet_at(s.text, i + 1) == '\n' ? 2 : 1;
        if (!split_add_piece(&s, start, keep ? i : end)) {
            release(vm, s.list);
            return EMPTY;
        }
    }
    return s.list;
}

/* ---- Partition --------------------------------------------------------- */

static OWNED Value piece_of(struct Interpreter *vm, Value self, struct Units text, size_t start, size_t end)
{
    return octets_like(vm, self, (const uint8_t *)text.data + start, end - start);
}

static OWNED Value partition(struct Interpreter *vm, const Value *args, bool from_right)
{
    struct Units separator;
    if (!read_octets(vm, args[1], &separator))
        return EMPTY;
    if (separator.length == 0)
        return raise_value_error(vm, "empty separator");
    struct Units text = octets_of(vm, args[0]);
    int64_t found = from_right ? units_find_last(text, separator) : units_find(text, separator);
    size_t at = found >= 0 ? (size_t)found : from_right ? 0 : text.length;
    size_t behind = found >= 0 ? at + separator.length : at;
    Value before = at == text.length ? octets_unchanged(vm, args[0]) : piece_of(vm, args[0], text, 0, at);
    bool as_given = is_bytes(vm, args[0]) && found >= 0; /* even if it is no bytes */
    Value middle = is_empty(before) ? EMPTY
                   : as_given       ? retain(args[1])
                                    : octets_like(vm, args[0], separator.data, behind - at);
    Value after = is_empty(middle) ? EMPTY : piece_of(vm, args[0], text, behind, text.length);
    return pack_three(vm, before, middle, after);
}

OWNED Value bytes_partition(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return partition(vm, args, false);
}

OWNED Value bytes_rpartition(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return partition(vm, args, true);
}

/* ---- Join -------------------------------------------------------------- */

static MUST_USE bool measure(struct Interpreter *vm, const Value *items, size_t count, size_t separator, size_t *length)
{
    bool overflow = __builtin_mul_overflow(count - 1, separator, length);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *data;
        size_t more;
        if (!bytes_view(vm, items[i], &data, &more)) {
            raise_type_error(vm, "sequence item %zu: expected a bytes-like object, %T found", i, items[i]);
            return false;
        }
        overflow |= __builtin_add_overflow(*length, more, length);
    }
    if (!overflow && *length <= PTRDIFF_MAX)
        return true;
    raise_error(vm, TYPE_OverflowError, "join() result is too long");
    return false;
}

static OWNED Value join(struct Interpreter *vm, Value self, const Value *items, size_t count)
{
    size_t length;
    if (count == 0)
        return octets_like(vm, self, "", 0);
    if (count == 1 && is_exact_bytes(vm, items[0]) && is_bytes(vm, self))
        return retain(items[0]);
    struct Units separator = octets_of(vm, self);
    if (!measure(vm, items, count, separator.length, &length))
        return EMPTY;
    Value result = octets_like(vm, self, NULL, length);
    if (is_empty(result) || length == 0)
        return result;
    uint8_t *to = octets_for_writing(vm, result);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *data;
        size_t more;
        bytes_view(vm, items[i], &data, &more);
        if (i > 0) {
            memcpy(to, separator.data, separator.length);
            to += separator.length;
        }
        memcpy(to, data, more);
        to += more;
    }
    return result;
}

OWNED Value bytes_join(struct Interpreter *vm, const Value *args, size_t count)
{
    Value holder;
    (void)count;
    struct ByteArray *array = is_bytes(vm, args[0]) ? NULL : as_byte_array(args[0]);
    if (array != NULL)
        array->exports++; /* the iterable must not change the separator */
    bool good = sequence_fast(vm, args[1], "can only join an iterable", &holder);
    if (array != NULL)
        array->exports--;
    if (!good)
        return EMPTY;
    Value result = join(vm, args[0], sequence_fast_items(holder, vm), sequence_fast_length(holder, vm));
    release(vm, holder);
    return result;
}
