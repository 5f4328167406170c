/* Cutting units to pieces, from either end. */
#include "runtime/split.h"

#include "runtime/sequence.h"

bool split_add_piece(struct Split *split, size_t start, size_t end)
{
    Value piece = split->piece(split->vm, split->self, start, end);
    return !is_empty(piece) && list_append(split->vm, split->list, piece);
}

static bool space_at(const struct Split *s, size_t i) { return s->is_space(units_at(s->text.data, s->text.width, i)); }

static MUST_USE bool split_white_space(struct Split *s, size_t limit)
{
    size_t i = 0, length = s->text.length;
    for (;;) {
        while (i < length && space_at(s, i))
            i++;
        if (i == length)
            return true;
        size_t start = i;
        if (limit-- == 0)
            return split_add_piece(s, start, length);
        while (i < length && !space_at(s, i))
            i++;
        if (!split_add_piece(s, start, i))
            return false;
    }
}

static MUST_USE bool rsplit_white_space(struct Split *s, size_t limit)
{
    size_t i = s->text.length;
    for (;;) {
        while (i > 0 && space_at(s, i - 1))
            i--;
        if (i == 0)
            return true;
        size_t end = i;
        if (limit-- == 0)
            return split_add_piece(s, 0, end);
        while (i > 0 && !space_at(s, i - 1))
            i--;
        if (!split_add_piece(s, i, end))
            return false;
    }
}

/* A separator of one octet in text of octets. */
static MUST_USE bool split_octet(struct Split *s, uint8_t separator, size_t limit)
{
    const uint8_t *data = s->text.data, *end = data + s->text.length, *start = data;
    for (; limit > 0; limit--) {
        const uint8_t *at = memchr(start, separator, (size_t)(end - start));
        if (at == NULL)
            break;
        if (!split_add_piece(s, (size_t)(start - data), (size_t)(at - data)))
            return false;
        start = at + 1;
    }
    return split_add_piece(s, (size_t)(start - data), s->text.length);
}

static MUST_USE bool split_separator(struct Split *s, struct Units separator, size_t limit)
{
    size_t start = 0;
    for (; limit > 0; limit--) {
        int64_t at = units_find(units_slice(s->text, start, s->text.length), separator);
        if (at < 0)
            break;
        if (!split_add_piece(s, start, start + (size_t)at))
            return false;
        start += (size_t)at + separator.length;
    }
    return split_add_piece(s, start, s->text.length);
}

static MUST_USE bool rsplit_separator(struct Split *s, struct Units separator, size_t limit)
{
    size_t end = s->text.length;
    for (; limit > 0; limit--) {
        int64_t at = units_find_last(units_slice(s->text, 0, end), separator);
        if (at < 0)
            break;
        if (!split_add_piece(s, (size_t)at + separator.length, end))
            return false;
        end = (size_t)at;
    }
    return split_add_piece(s, 0, end);
}

static void reverse(struct Interpreter *vm, Value list)
{
    struct List *items = as_list(list);
    for (size_t i = 0, j = items->length; i + 1 < j; i++) {
        j--;
        Value kept = slot_take(vm, items, &items->items[i]);
        slot_move(vm, items, &items->items[i], &items->items[j]);
        slot_init(vm, items, &items->items[j], kept);
    }
}

static MUST_USE bool run(struct Split *s, const struct Units *separator, size_t limit, bool from_right)
{
    if (separator == NULL)
        return from_right ? rsplit_white_space(s, limit) : split_white_space(s, limit);
    if (!from_right && separator->length == 1 && separator->width == 1 && s->text.width == 1 && s->text.length > 0)
        return split_octet(s, *(const uint8_t *)separator->data, limit);
    return from_right ? rsplit_separator(s, *separator, limit) : split_separator(s, *separator, limit);
}

OWNED Value split_run(struct Split *split, const struct Units *separator, size_t limit, bool from_right)
{
    split->list = list_new(split->vm, 8); /* slot: not in the heap */
    if (is_empty(split->list))
        return EMPTY;
    if (!run(split, separator, limit, from_right)) {
        release(split->vm, split->list);
        return EMPTY;
    }
    if (from_right)
        reverse(split->vm, split->list);
    return split->list;
}

OWNED Value pack_three(struct Interpreter *vm, STEALS Value a, STEALS Value b, STEALS Value c)
{
    Value items[3] = {a, b, c};
    if (!is_empty(a) && !is_empty(b) && !is_empty(c))
        return tuple_from_stolen(vm, items, 3);
    release_maybe(vm, a);
    release_maybe(vm, b);
    release_maybe(vm, c);
    return EMPTY;
}
