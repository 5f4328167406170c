/*
 * str as a data structure: making strings, comparing, joining two, cutting.
 * What Python sees of the type is in string_type.c and string_methods*.c.
 *
 * Invariants: a string is exactly as wide as its highest code point asks for,
 * and STRING_ASCII is set exactly when all are below 0x80, so strings of
 * different width are never equal.  data[length] is zero.  The empty string
 * and the strings of one Latin-1 character are immortal and unique among
 * exact strs.
 */
#include "runtime/string_internal.h"

static void terminate(struct String *s)
{
    units_put(s->data, string_width(s), s->length, 0);
}

bool string_size(struct Interpreter *vm, size_t length, int width, size_t *size)
{
    if (length > (PTRDIFF_MAX - sizeof(struct String) - 64) / (size_t)width - 1) {
        raise_memory_error(vm);
        return false;
    }
    *size = sizeof(struct String) + (length + 1) * (size_t)width;
    return true;
}

/* Not yet the shared empty string: length may be 0. */
static OWNED Value allocate(struct Interpreter *vm, size_t length, uint32_t maximum)
{
    size_t size;
    if (!string_size(vm, length, units_width_for(maximum), &size))
        return EMPTY;
    struct String *s = (struct String *)object_allocate_raw(vm, builtin_type(vm, TYPE_str), size);
    if (s == NULL)
        return EMPTY;
    s->header.flags |= string_flags_for(maximum);
    s->length = length;
    s->hash = 0;
    terminate(s);
    return value_from_object(s);
}

OWNED Value string_allocate(struct Interpreter *vm, size_t length, uint32_t maximum)
{
    return length == 0 ? retain(vm->empty_string) : allocate(vm, length, maximum);
}

static OWNED Value make_immortal(Value v)
{
    if (!is_empty(v)) {
        value_object(v)->flags |= STRING_INTERNED;
        object_make_immortal(value_object(v));
    }
    return v;
}

bool strings_open(struct Interpreter *vm)
{
    vm->empty_string = make_immortal(allocate(vm, 0, 0));
    if (is_empty(vm->empty_string))
        return false;
    vm->empty_bytes = bytes_new_immortal_empty(vm);
    return !is_empty(vm->empty_bytes) && intern_table_open(vm);
}

static void free_immortal(struct Interpreter *vm, Value *slot)
{
    Value v = *slot;
    *slot = EMPTY;
    if (is_empty(v))
        return;
    value_object(v)->flags &= ~(uint32_t)STRING_INTERNED;
    object_make_mortal(value_object(v));
    release(vm, v);
}

void strings_close(struct Interpreter *vm)
{
    for (size_t i = 0; i < 256; i++)
        free_immortal(vm, &vm->characters[i]);
    free_immortal(vm, &vm->empty_string);
    free_immortal(vm, &vm->empty_bytes);
    intern_table_close(vm);
}

static OWNED Value character(struct Interpreter *vm, uint32_t code_point)
{
    if (UNLIKELY(is_empty(vm->characters[code_point]))) {
        Value v = allocate(vm, 1, code_point);
        if (is_empty(v))
            return EMPTY;
        as_string(v)->data[0] = (uint8_t)code_point;
        vm->characters[code_point] = make_immortal(v);
    }
    return vm->characters[code_point];
}

OWNED Value string_from_code_point(struct Interpreter *vm, uint32_t code_point)
{
    if (LIKELY(code_point < 0x100))
        return character(vm, code_point);
    Value v = allocate(vm, 1, code_point);
    if (!is_empty(v))
        units_put(as_string(v)->data, string_width(as_string(v)), 0, code_point);
    return v;
}

OWNED Value string_from_units(struct Interpreter *vm, const void *units, int width, size_t length)
{
    if (length <= 1)
        return length == 0 ? retain(vm->empty_string) : string_from_code_point(vm, units_at(units, width, 0));
    Value v = allocate(vm, length, units_bits(units, width, length));
    if (!is_empty(v))
        units_copy(as_string(v)->data, string_width(as_string(v)), 0, units, width, 0, length);
    return v;
}

OWNED Value string_from_ascii(struct Interpreter *vm, const char *text, size_t length)
{
    if (length <= 1)
        return length == 0 ? retain(vm->empty_string) : character(vm, (uint8_t)text[0]);
    Value v = allocate(vm, length, 0x7f);
    if (!is_empty(v))
        memcpy(as_string(v)->data, text, length);
    return v;
}

/* Text with surrogates, or with octets that are no UTF-8 (which become U+FFFD). */
static OWNED Value from_generalized(struct Interpreter *vm, const uint8_t *text, size_t length)
{
    const uint8_t *end = text + length;
    uint32_t bits = 0;
    size_t count = 0;
    for (const uint8_t *p = text; p < end; count++)
        bits |= utf8_read(&p, end);
    if (count == 1)
        return string_from_code_point(vm, bits);
    Value v = allocate(vm, count, bits);
    if (is_empty(v))
        return EMPTY;
    struct String *s = as_string(v);
    int width = string_width(s);
    for (size_t i = 0; i < count; i++)
        units_put(s->data, width, i, utf8_read(&text, end));
    return v;
}

OWNED Value string_from_scanned(struct Interpreter *vm, const uint8_t *text, const struct Utf8Scan *scan)
{
    if (scan->maximum < 0x80)
        return string_from_ascii(vm, (const char *)text, scan->valid);
    Value v = allocate(vm, scan->count, scan->maximum);
    if (is_empty(v))
        return EMPTY;
    utf8_decode(as_string(v)->data, string_width(as_string(v)), scan->count, text, scan->valid);
    return string_shared(vm, v);
}

OWNED Value string_from_utf8(struct Interpreter *vm, const char *text, size_t length)
{
    const uint8_t *octets = (const uint8_t *)text;
    struct Utf8Scan scan = utf8_scan(octets, length);
    return scan.valid == length ? string_from_scanned(vm, octets, &scan) : from_generalized(vm, octets, length);
}

OWNED Value string_from_cstring(struct Interpreter *vm, const char *text)
{
    return string_from_utf8(vm, text, strlen(text));
}

/* ---- Views ------------------------------------------------------------- */

bool utf8_view(struct Interpreter *vm, Value string, struct Utf8View *view)
{
    const struct String *s = as_string(string);
    *view = (struct Utf8View){0};
    if (string_is_ascii(s)) {
        view->text = (const char *)s->data;
        view->length = s->length;
        return true;
    }
    view->length = utf8_encoded_length(s->data, string_width(s), s->length);
    view->capacity = view->length + 1;
    uint8_t *to = view->buffer = heap_allocate(vm, MEMORY_BYTES, view->capacity);
    if (to == NULL)
        return false;
    utf8_encode(to, s->data, string_width(s), s->length);
    to[view->length] = 0;
    view->text = view->buffer;
    return true;
}

void utf8_release(struct Interpreter *vm, struct Utf8View *view)
{
    heap_free(vm, MEMORY_BYTES, view->buffer, view->buffer == NULL ? 0 : view->capacity);
    *view = (struct Utf8View){0};
}

/* ---- Comparison -------------------------------------------------------- */

bool string_equal(Value a, Value b)
{
    const struct String *x = as_string(a), *y = as_string(b);
    if (x == y)
        return true;
    if (x->length != y->length || string_width(x) != string_width(y))
        return false;
    if (x->hash != y->hash && x->hash != 0 && y->hash != 0)
        return false;
    return memcmp(x->data, y->data, x->length * (size_t)string_width(x)) == 0;
}

int string_compare(Value a, Value b)
{
    const struct String *x = as_string(a), *y = as_string(b);
    size_t common = x->length < y->length ? x->length : y->length;
    if (string_width(x) == 1 && string_width(y) == 1) {
        int order = memcmp(x->data, y->data, common);
        if (order != 0)
            return order < 0 ? -1 : 1;
    } else {
        for (size_t i = 0; i < common; i++) {
            uint32_t p = string_at(x, i), q = string_at(y, i);
            if (p != q)
                return p < q ? -1 : 1;
        }
    }
    return x->length < y->length ? -1 : x->length > y->length;
}

bool string_equals_cstring(Value s, const char *ascii)
{
    size_t length = strlen(ascii);
    return string_is_ascii(as_string(s)) && as_string(s)->length == length &&
           memcmp(as_string(s)->data, ascii, length) == 0;
}

/* ---- Joining two, cutting ---------------------------------------------- */

OWNED Value string_concatenate(struct Interpreter *vm, Value a, Value b)
{
    const struct String *x = as_string(a), *y = as_string(b);
    if (y->length == 0 && is_exact_string(vm, a))
        return retain(a);
    if (x->length == 0 && is_exact_string(vm, b))
        return retain(b);
    Value v = string_allocate(vm, x->length + y->length, string_bits(x) | string_bits(y));
    if (is_empty(v))
        return EMPTY;
    struct String *s = as_string(v);
    if (s->length == 0)
        return v;
    int width = string_width(s);
    units_copy(s->data, width, 0, x->data, string_width(x), 0, x->length);
    units_copy(s->data, width, x->length, y->data, string_width(y), 0, y->length);
    return v;
}

static bool may_grow(struct Interpreter *vm, Value a, const struct String *tail)
{
    const struct String *s = as_string(a);
    return heap_is_unique(s) && is_exact_string(vm, a) && !(s->header.flags & STRING_INTERNED) &&
           string_width(s) >= string_width(tail) && s != tail;
}

/* Room for `length` units in s: an eighth more than asked for when it must move, so that n appends cost O(n). */
static OWNED struct String *grow(struct Interpreter *vm, STEALS struct String *s, size_t length)
{
    size_t size;
    if (!string_size(vm, length, string_width(s), &size)) {
        object_release(vm, s);
        return NULL;
    }
    if (size <= object_cell_size(&s->header))
        return s;
    return (struct String *)object_resize(vm, &s->header, size + size / 8);
}

OWNED Value string_append(struct Interpreter *vm, STEALS Value a, Value b)
{
    const struct String *tail = as_string(b);
    if (!may_grow(vm, a, tail)) {
        Value v = string_concatenate(vm, a, b);
        release(vm, a);
        return v;
    }
    struct String *s = grow(vm, as_string(a), as_string(a)->length + tail->length);
    if (s == NULL)
        return EMPTY;
    units_copy(s->data, string_width(s), s->length, tail->data, string_width(tail), 0, tail->length);
    s->length += tail->length;
    s->hash = 0;
    if (!string_is_ascii(tail))
        s->header.flags &= ~(uint32_t)STRING_ASCII;
    terminate(s);
    return value_from_object(s);
}

OWNED Value string_substring(struct Interpreter *vm, Value v, size_t start, size_t end)
{
    const struct String *s = as_string(v);
    if (end > s->length)
        end = s->length;
    if (start >= end)
        return retain(vm->empty_string);
    if (start == 0 && end == s->length && is_exact_string(vm, v))
        return retain(v);
    int width = string_width(s);
    if (string_is_ascii(s))
        return string_from_ascii(vm, (const char *)s->data + start, end - start);
    return string_from_units(vm, units_from(s->data, width, start), width, end - start);
}

int64_t string_find(Value haystack, Value needle, size_t start, size_t end)
{
    int64_t at = units_find(units_slice(string_units(haystack), start, end), string_units(needle));
    return at < 0 ? -1 : at + (int64_t)start;
}

OWNED Value string_exact(struct Interpreter *vm, Value v)
{
    if (is_exact_string(vm, v))
        return retain(v);
    const struct String *s = as_string(v);
    return string_from_units(vm, s->data, string_width(s), s->length);
}

void string_destroy(struct Interpreter *vm, struct Object *self)
{
    if (self->flags & STRING_INTERNED)
        intern_table_remove(vm, (struct String *)self);
}
