/*
 * bytes as a data structure: making them, and seeing the octets of whatever
 * has octets.  What Python sees of the type is in bytes_type.c.
 *
 * Invariants: data[length] is zero; the empty bytes object is shared and
 * immortal; subclasses' instances have the same layout.
 */
#include "runtime/bytes.h"

#include "runtime/buffer.h"
#include "runtime/error.h"
#include "runtime/string_internal.h"

static OWNED Value allocate(struct Interpreter *vm, size_t length)
{
    if (length > PTRDIFF_MAX - sizeof(struct Bytes) - 64)
        return raise_memory_error(vm);
    size_t size = sizeof(struct Bytes) + length + 1;
    struct Bytes *b = (struct Bytes *)object_allocate_raw(vm, builtin_type(vm, TYPE_bytes), size);
    if (b == NULL)
        return EMPTY;
    b->length = length;
    b->hash = 0;
    b->data[length] = 0;
    return value_from_object(b);
}

OWNED Value bytes_allocate(struct Interpreter *vm, size_t length)
{
    if (length > INT64_MAX - 33) /* the size of CPython's header */
        return raise_error(vm, TYPE_OverflowError, "byte string is too large");
    return length == 0 ? retain(vm->empty_bytes) : allocate(vm, length);
}

OWNED Value bytes_new_immortal_empty(struct Interpreter *vm)
{
    Value v = allocate(vm, 0);
    if (!is_empty(v))
        object_make_immortal(value_object(v));
    return v;
}

OWNED Value bytes_new(struct Interpreter *vm, const void *data, size_t length)
{
    Value v = bytes_allocate(vm, length);
    if (is_empty(v) || length == 0)
        return v;
    if (data != NULL)
        memcpy(as_bytes(v)->data, data, length);
    else
        memset(as_bytes(v)->data, 0, length);
    return v;
}

bool bytes_view(struct Interpreter *vm, Value v, const uint8_t **data, size_t *length)
{
    struct Buffer buffer;
    if (is_bytes(vm, v)) {
        *data = as_bytes(v)->data;
        *length = as_bytes(v)->length;
        return true;
    }
    int lent = buffer_peek(vm, v, &buffer);
    if (lent <= 0) {
        if (lent < 0)
            error_clear(vm);
        return false;
    }
    *data = buffer.data;
    *length = buffer.length;
    return true;
}

bool bytes_units(struct Interpreter *vm, Value v, struct Units *octets)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_view(vm, v, &data, &length))
        return false;
    *octets = (struct Units){data, length, 1};
    return true;
}

uint64_t bytes_hash(struct Interpreter *vm, Value v)
{
    struct Bytes *b = as_bytes(v);
    if (b->hash == 0)
        b->hash = octets_hash(vm, b->data, b->length);
    return b->hash;
}
