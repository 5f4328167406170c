/*
 * bytes as Python sees it, and the operators it shares with bytearray.
 */
#include "runtime/buffer.h"
#include "runtime/bytes_internal.h"
#include "runtime/instance.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

/* ---- Octets from arguments --------------------------------------------- */

bool read_octets(struct Interpreter *vm, Value v, struct Units *octets)
{
    struct Buffer buffer;
    if (bytes_units(vm, v, octets))
        return true;
    if (buffer_peek(vm, v, &buffer) == 0)
        raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

bool read_octet(struct Interpreter *vm, Value v, uint8_t *octet, const char *message)
{
    int64_t number = -1;
    if (LIKELY(is_small_int(v))) {
        number = small_int(v);
    } else {
        Value index = object_index(vm, v);
        if (is_empty(index))
            return false;
        if (!int_fits_int64(index, &number))
            number = -1;
        release(vm, index);
    }
    *octet = (uint8_t)number;
    if (LIKELY(number >= 0 && number < 256))
        return true;
    raise_value_error(vm, "%s", message != NULL ? message : "byte must be in range(0, 256)");
    return false;
}

bool octet_buffer_add(struct Interpreter *vm, struct OctetBuffer *buffer, uint8_t octet)
{
    if (buffer->length == buffer->capacity) {
        size_t capacity = buffer->capacity + buffer->capacity / 2 + 32;
        uint8_t *data = heap_resize(vm, MEMORY_BYTES, buffer->data, buffer->capacity, capacity);
        if (data == NULL)
            return false;
        buffer->data = data;
        buffer->capacity = capacity;
    }
    buffer->data[buffer->length++] = octet;
    return true;
}

void octet_buffer_close(struct Interpreter *vm, struct OctetBuffer *buffer)
{
    if (buffer->data != NULL)
        heap_free(vm, MEMORY_BYTES, buffer->data, buffer->capacity);
    *buffer = (struct OctetBuffer){NULL, 0, 0};
}

static bool add_iterator(struct Interpreter *vm, struct OctetBuffer *buffer, STEALS Value iterator,
                         const char *range_message)
{
    bool good = true;
    while (good) {
        uint8_t octet;
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        good = !is_empty(item) && read_octet(vm, item, &octet, range_message) && octet_buffer_add(vm, buffer, octet);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return good;
}

bool octet_buffer_add_iterable(struct Interpreter *vm, struct OctetBuffer *buffer, Value iterable,
                               const char *range_message)
{
    Value iterator = object_iterate(vm, iterable);
    return !is_empty(iterator) && add_iterator(vm, buffer, iterator, range_message);
}

/* ---- Construction ------------------------------------------------------ */

OWNED Value bytes_from_special_method(struct Interpreter *vm, Value v)
{
    Value method = type_lookup_special(vm, v, NAME(vm, __bytes__));
    if (is_empty(method) || is_absent(method))
        return method;
    Value result = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(result) || is_bytes(vm, result))
        return result;
    raise_type_error(vm, "__bytes__ returned non-bytes (type %T)", result);
    release(vm, result);
    return EMPTY;
}

/* A str source, which needs an encoding. */
static OWNED Value encode_source(struct Interpreter *vm, const char *type, const Value bound[3])
{
    struct Utf8View encoding = {0}, errors = {0};
    Value result = EMPTY;
    if ((is_absent(bound[1]) || read_text_argument(vm, bound[1], type, "argument 'encoding'", &encoding)) &&
        (is_absent(bound[2]) || read_text_argument(vm, bound[2], type, "argument 'errors'", &errors))) {
        if (is_absent(bound[0]) || !is_string(vm, bound[0]))
            raise_type_error(vm, "%s without a string argument", is_absent(bound[1]) ? "errors" : "encoding");
        else if (is_absent(bound[1]))
            raise_type_error(vm, "string argument without an encoding");
        else
            result = string_encode(vm, bound[0], encoding.text, errors.text);
    }
    utf8_release(vm, &encoding);
    utf8_release(vm, &errors);
    return result;
}

static enum SourceKind read_count(struct Interpreter *vm, Value v, size_t *zeros)
{
    int64_t count;
    Value index = object_index(vm, v);
    if (is_empty(index))
        return SOURCE_RAISED;
    bool fits = int_fits_int64(index, &count);
    release(vm, index);
    if (!fits)
        raise_error(vm, TYPE_OverflowError, "cannot fit '%T' into an index-sized integer", v);
    else if (count < 0)
        raise_value_error(vm, "negative count");
    *zeros = fits && count > 0 ? (size_t)count : 0;
    return fits && count >= 0 ? SOURCE_ZEROS : SOURCE_RAISED;
}

static enum SourceKind read_items(struct Interpreter *vm, const char *type, Value source, struct OctetBuffer *buffer)
{
    const struct TypeOperations *operations = &value_type(vm, source)->operations;
    const char *range = strcmp(type, "bytes") == 0 ? "bytes must be in range(0, 256)" : NULL;
    if (operations->iterate == NULL && operations->get_item == NULL) {
        raise_type_error(vm, "cannot convert '%T' object to %s", source, type);
        return SOURCE_RAISED;
    }
    if (value_type(vm, source)->flags & TYPE_HEAP) { /* what its __iter__ complains about is told in these words, too */
        Value iterator = object_iterate(vm, source);
        if (is_empty(iterator) && error_matches(vm, TYPE_TypeError)) {
            error_clear(vm);
            raise_type_error(vm, "cannot convert '%T' object to %s", source, type);
        }
        if (is_empty(iterator))
            return SOURCE_RAISED;
        if (range != NULL && object_length_hint(vm, source, 64) < 0) { /* bytes() asks, for code may watch */
            release(vm, iterator);
            return SOURCE_RAISED;
        }
        return add_iterator(vm, buffer, iterator, range) ? SOURCE_BUFFER : SOURCE_RAISED;
    }
    return octet_buffer_add_iterable(vm, buffer, source, range) ? SOURCE_BUFFER : SOURCE_RAISED;
}

/* The octets of a memoryview with gaps, or those that a class's __buffer__ lends; ABSENT: it lends none. */
static OWNED Value copy_lent(struct Interpreter *vm, Value source)
{
    if (!object_has_type(vm, source, TYPE_memoryview)) {
        Value lent = buffer_from_special_method(vm, source, BUFFER_FULL_READ_ONLY);
        if (is_empty(lent) || is_absent(lent))
            return lent;
        struct Buffer buffer;
        Value copy = buffer_peek(vm, lent, &buffer) > 0 ? bytes_new(vm, buffer.data, buffer.length) : EMPTY;
        release(vm, lent);
        return copy;
    }
    Value name = string_intern_cstring(vm, "tobytes");
    Value copy = is_empty(name) ? EMPTY : object_call_method(vm, name, &source, 1);
    release_maybe(vm, name);
    return copy;
}

enum SourceKind octets_read_source(struct Interpreter *vm, const char *type, const Value bound[3], size_t *zeros,
                                   Value *bytes, struct OctetBuffer *buffer)
{
    Value source = bound[0];
    const uint8_t *data;
    size_t length;
    *zeros = 0;
    bool given = !is_absent(bound[1]) || !is_absent(bound[2]);
    bool asks = !given && strcmp(type, "bytes") == 0 && !is_absent(source) && !is_exact_bytes(vm, source);
    if (asks && !is_exact_string(vm, source)) { /* bytearray does not ask __bytes__ */
        *bytes = bytes_from_special_method(vm, source);
        if (!is_absent(*bytes))
            return is_empty(*bytes) ? SOURCE_RAISED : SOURCE_BYTES;
        *bytes = EMPTY;
    }
    if (given || (!is_absent(source) && is_string(vm, source))) {
        *bytes = encode_source(vm, type, bound);
        return is_empty(*bytes) ? SOURCE_RAISED : SOURCE_BYTES;
    }
    if (is_absent(source))
        return SOURCE_ZEROS;
    if (is_exact_bytes(vm, source)) {
        *bytes = retain(source);
        return SOURCE_BYTES;
    }
    if (is_int(vm, source) || value_type(vm, source)->operations.index != NULL) {
        enum SourceKind kind = read_count(vm, source, zeros);
        if (kind != SOURCE_RAISED || !error_matches(vm, TYPE_TypeError))
            return kind;
        error_clear(vm); /* no number after all: perhaps it has items */
    }
    if (bytes_view(vm, source, &data, &length)) {
        *bytes = bytes_new(vm, data, length);
        return is_empty(*bytes) ? SOURCE_RAISED : SOURCE_BYTES;
    }
    if (object_has_type(vm, source, TYPE_memoryview) || value_has_flag(vm, source, TYPE_HEAP)) {
        *bytes = copy_lent(vm, source);
        if (!is_absent(*bytes))
            return is_empty(*bytes) ? SOURCE_RAISED : SOURCE_BYTES;
        *bytes = EMPTY;
    }
    return read_items(vm, type, source, buffer);
}

static OWNED Value subclass_instance(struct Interpreter *vm, struct Type *type, STEALS Value octets)
{
    size_t length = as_bytes(octets)->length, size = (sizeof(struct Bytes) + length + 1 + 7) / 8 * 8;
    struct Bytes *b = (struct Bytes *)object_allocate(vm, type, size + instance_extra_size(type));
    if (b != NULL) {
        b->length = length;
        memcpy(b->data, as_bytes(octets)->data, length + 1);
    }
    release(vm, octets);
    return b == NULL ? EMPTY : value_from_object(b);
}

static OWNED Value bytes_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                   Value names)
{
    Value bound[3], octets = EMPTY;
    struct OctetBuffer buffer = {NULL, 0, 0};
    size_t zeros;
    if (!native_bind(vm, "bytes", "source=b'', encoding='utf-8', errors='strict'", args, positional, names, bound, 3))
        return EMPTY;
    switch (octets_read_source(vm, "bytes", bound, &zeros, &octets, &buffer)) {
    case SOURCE_ZEROS:
        octets = bytes_new(vm, NULL, zeros);
        break;
    case SOURCE_BUFFER:
        octets = bytes_new(vm, buffer.data, buffer.length);
        break;
    default:
        break;
    }
    octet_buffer_close(vm, &buffer);
    if (is_empty(octets) || type == builtin_type(vm, TYPE_bytes))
        return octets;
    return subclass_instance(vm, type, octets);
}

Value octets_buffer_method(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t flags;
    (void)count;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &flags))
        return EMPTY;
    if (flags & BUFFER_WRITABLE && is_bytes(vm, args[0]))
        return raise_error(vm, TYPE_BufferError, "Object is not writable.");
    return memoryview_of(vm, args[0]);
}

/* ---- Results like self ------------------------------------------------- */

OWNED Value octets_like(struct Interpreter *vm, Value self, const void *data, size_t length)
{
    if (is_byte_array(vm, self))
        return byte_array_new(vm, data, length);
    return data == NULL ? bytes_allocate(vm, length) : bytes_new(vm, data, length);
}

uint8_t *octets_for_writing(struct Interpreter *vm, Value fresh)
{
    return is_bytes(vm, fresh) ? as_bytes(fresh)->data : as_byte_array(fresh)->data;
}

OWNED Value octets_unchanged(struct Interpreter *vm, Value self)
{
    struct Units octets = octets_of(vm, self);
    return is_exact_bytes(vm, self) ? retain(self) : octets_like(vm, self, octets.data, octets.length);
}

/* ---- Operators --------------------------------------------------------- */

OWNED Value octets_concatenate(struct Interpreter *vm, Value left, Value right)
{
    const uint8_t *tail;
    size_t tail_length, length;
    if (!bytes_view(vm, right, &tail, &tail_length))
        return raise_type_error(vm, "can't concat %T to %T", right, left);
    struct Units head = octets_of(vm, left);
    if (tail_length == 0 && is_exact_bytes(vm, left))
        return retain(left);
    if (head.length == 0 && is_exact_bytes(vm, right) && is_bytes(vm, left))
        return retain(right);
    if (__builtin_add_overflow(head.length, tail_length, &length))
        return raise_memory_error(vm);
    Value result = octets_like(vm, left, NULL, length);
    if (is_empty(result) || length == 0)
        return result;
    uint8_t *to = octets_for_writing(vm, result);
    memcpy(to, head.data, head.length);
    memcpy(to + head.length, tail, tail_length);
    return result;
}

OWNED Value octets_repeat(struct Interpreter *vm, Value self, int64_t count)
{
    struct Units octets = octets_of(vm, self);
    size_t length;
    if (count <= 0 || octets.length == 0)
        return octets_like(vm, self, "", 0);
    if (count == 1)
        return octets_unchanged(vm, self);
    if (__builtin_mul_overflow(octets.length, (size_t)count, &length) || length > PTRDIFF_MAX) {
        if (is_bytes(vm, self))
            return raise_error(vm, TYPE_OverflowError, "repeated bytes are too long");
        return raise_memory_error(vm);
    }
    Value result = octets_like(vm, self, NULL, length);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = octets_for_writing(vm, result);
    if (octets.length == 1) {
        memset(to, *(const uint8_t *)octets.data, length);
        return result;
    }
    memcpy(to, octets.data, octets.length);
    for (size_t done = octets.length; done < length;) { /* doubling: the copied part is the next source */
        size_t more = done < length - done ? done : length - done;
        memcpy(to + done, to, more);
        done += more;
    }
    return result;
}

int octets_contain(struct Interpreter *vm, Value self, Value item)
{
    struct Units needle;
    uint8_t octet;
    if (is_int(vm, item) || value_type(vm, item)->operations.index != NULL) {
        if (!read_octet(vm, item, &octet, NULL))
            return -1;
        return units_find_one(octets_of(vm, self), octet) >= 0;
    }
    if (!read_octets(vm, item, &needle))
        return -1;
    return units_find(octets_of(vm, self), needle) >= 0;
}

static OWNED Value get_slice(struct Interpreter *vm, Value self, Value slice)
{
    int64_t start, stop, step, count;
    if (!slice_resolve(vm, slice, (int64_t)octets_of(vm, self).length, &start, &stop, &step, &count))
        return EMPTY;
    struct Units octets = octets_of(vm, self);
    const uint8_t *from = octets.data;
    if (count > 0 && (start >= (int64_t)octets.length || start + (count - 1) * step >= (int64_t)octets.length))
        count = 0; /* a bytearray that shrank while the bounds were asked for */
    if (count <= 0)
        return octets_like(vm, self, "", 0);
    if (step == 1 && (size_t)count == octets.length)
        return octets_unchanged(vm, self);
    if (step == 1)
        return octets_like(vm, self, from + start, (size_t)count);
    Value result = octets_like(vm, self, NULL, (size_t)count);
    if (is_empty(result))
        return EMPTY;
    uint8_t *to = octets_for_writing(vm, result);
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        to[i] = from[at];
    return result;
}

OWNED Value octets_get_item(struct Interpreter *vm, Value self, Value key)
{
    int64_t index;
    bool is_array = !is_bytes(vm, self);
    if (LIKELY(is_small_int(key)))
        index = small_int(key);
    else if (object_has_type(vm, key, TYPE_slice))
        return get_slice(vm, self, key);
    else if (!is_int(vm, key) && value_type(vm, key)->operations.index == NULL)
        return raise_type_error(vm, "%s indices must be integers or slices, not %T", is_array ? "bytearray" : "byte",
                                key);
    else if (!object_as_int64(vm, key, TYPE_IndexError, &index))
        return EMPTY;
    struct Units octets = octets_of(vm, self);
    if (!index_in_range(&index, (int64_t)octets.length))
        return raise_error(vm, TYPE_IndexError, is_array ? "bytearray index out of range" : "index out of range");
    return value_from_small_int(((const uint8_t *)octets.data)[index]);
}

OWNED Value octets_compare(struct Units a, struct Units b, enum Comparison operation)
{
    if ((operation == COMPARE_EQ || operation == COMPARE_NE) && a.length != b.length)
        return value_from_bool(operation == COMPARE_NE);
    int order = memcmp(a.data, b.data, a.length < b.length ? a.length : b.length);
    if (order == 0)
        order = a.length < b.length ? -1 : a.length > b.length;
    switch (operation) {
    case COMPARE_EQ:
        return value_from_bool(order == 0);
    case COMPARE_NE:
        return value_from_bool(order != 0);
    case COMPARE_LT:
        return value_from_bool(order < 0);
    case COMPARE_LE:
        return value_from_bool(order <= 0);
    case COMPARE_GT:
        return value_from_bool(order > 0);
    default:
        return value_from_bool(order >= 0);
    }
}

/* ---- The type ---------------------------------------------------------- */

static OWNED Value bytes_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_bytes(vm, self) || !is_bytes(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    return octets_compare(octets_of(vm, self), octets_of(vm, other), operation);
}

static OWNED Value bytes_repr(struct Interpreter *vm, Value self)
{
    struct StringBuilder builder;
    builder_open(&builder, vm);
    if (builder_add_octets_repr(&builder, as_bytes(self)->data, as_bytes(self)->length, false))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static MUST_USE bool bytes_hash_operation(struct Interpreter *vm, Value self, int64_t *hash)
{
    *hash = (int64_t)bytes_hash(vm, self);
    return true;
}

static int64_t bytes_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_bytes(self)->length;
}

static OWNED Value bytes_modulo(struct Interpreter *vm, Value left, Value right)
{
    if (!is_bytes(vm, left))
        return VALUE_NOT_IMPLEMENTED;
    return bytes_percent_format(vm, as_bytes(left)->data, as_bytes(left)->length, right);
}

static OWNED Value bytes_getnewargs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value octets = octets_unchanged(vm, args[0]);
    Value tuple = is_empty(octets) ? EMPTY : tuple_pack(vm, 1, octets);
    release_maybe(vm, octets);
    return tuple;
}

static OWNED Value bytes_bytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return octets_unchanged(vm, args[0]);
}

static OWNED Value bytes_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_small_int((int64_t)object_cell_size(value_object(args[0])));
}

static const struct NativeMethod bytes_methods[] = {
    COMMON_BYTES_METHODS,
    METHOD("__buffer__", octets_buffer_method, 1, 1, "flags, /", "Return a buffer object that exposes the memory."),
    METHOD("__bytes__", bytes_bytes, 0, 0, "", "Convert this value to exact type bytes."),
    METHOD("__getnewargs__", bytes_getnewargs, 0, 0, "", NULL),
    METHOD("__sizeof__", bytes_sizeof, 0, 0, "", "Size of object in memory, in bytes."),
    METHODS_END,
};

static bool bytes_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    (void)vm;
    *buffer = (struct Buffer){.data = as_bytes(self)->data, .length = as_bytes(self)->length, .format = "B",
                              .item_size = 1, .read_only = true};
    return true;
}

static OWNED Value bytes_iterate(struct Interpreter *vm, Value self)
{
    return octets_iterator(vm, self, TYPE_bytes_iterator);
}

const struct TypeSpec bytes_type_spec = {
    .name = "bytes",
    .documentation = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
                     "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
                     "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
                     "bytes() -> empty bytes object\n\n"
                     "Construct an immutable array of bytes from:\n"
                     "  - an iterable yielding integers in range(256)\n"
                     "  - a text string encoded using the specified encoding\n"
                     "  - any object implementing the buffer API.\n  - an integer",
    .instance_size = sizeof(struct Bytes),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_VARIABLE_SIZE | TYPE_SUBCLASS_BYTES,
    .memory = {.kind = OBJECT_LEAF},
    .operations =
        {
            .construct = bytes_construct,
            .repr = bytes_repr,
            .str = bytes_repr,
            .hash = bytes_hash_operation,
            .compare = bytes_compare,
            .iterate = bytes_iterate,
            .length = bytes_length,
            .contains = octets_contain,
            .get_item = octets_get_item,
            .binary = {[BINARY_MODULO] = bytes_modulo},
            .concatenate = octets_concatenate,
            .repeat = octets_repeat,
            .buffer = bytes_buffer,
        },
    .methods = bytes_methods,
};
