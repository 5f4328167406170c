/*
 * bytearray: octets that change.
 *
 * Invariant: while views on it exist (exports > 0) its length does not
 * change.  data is NULL exactly when capacity is 0.
 */
#include "runtime/builtin_reduce.h"
#include "runtime/buffer.h"
#include "runtime/bytes_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

/* ---- Storage ----------------------------------------------------------- */

bool byte_array_resize(struct Interpreter *vm, struct ByteArray *array, size_t length)
{
    if (length == array->length)
        return true;
    if (array->exports > 0) {
        raise_error(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
        return false;
    }
    if (length > PTRDIFF_MAX - 64) {
        raise_memory_error(vm);
        return false;
    }
    if (length > array->capacity || length < array->capacity / 2) {
        /* A little more than asked for when it grows again, exactly what is asked for the first time. */
        size_t capacity = array->capacity == 0 ? length : length + length / 8 + 8;
        uint8_t *data = NULL;
        if (length == 0) {
            capacity = 0;
            heap_free(vm, MEMORY_BYTES, array->data, array->capacity);
        } else if ((data = heap_resize(vm, MEMORY_BYTES, array->data, array->capacity, capacity)) == NULL) {
            return false;
        }
        array->data = data;
        array->capacity = capacity;
    }
    array->length = length;
    return true;
}

OWNED Value byte_array_new(struct Interpreter *vm, const void *data, size_t length)
{
    struct ByteArray *array =
        (struct ByteArray *)object_allocate(vm, builtin_type(vm, TYPE_bytearray), sizeof *array);
    if (array == NULL)
        return EMPTY;
    if (!byte_array_resize(vm, array, length)) {
        object_release(vm, array);
        return EMPTY;
    }
    if (length > 0 && data != NULL)
        memcpy(array->data, data, length);
    else if (length > 0)
        memset(array->data, 0, length);
    return value_from_object(array);
}

static void byte_array_destroy(struct Interpreter *vm, struct Object *self)
{
    struct ByteArray *array = (struct ByteArray *)self;
    if (array->data != NULL)
        heap_free(vm, MEMORY_BYTES, array->data, array->capacity);
    array->data = NULL;
    array->length = array->capacity = 0;
}

/* Makes the octets [start, end) `length` others; their content is the caller's to fill. */
static MUST_USE bool replace_range(struct Interpreter *vm, struct ByteArray *array, size_t start, size_t end,
                                   size_t length)
{
    size_t behind = array->length - end, size;
    if (__builtin_add_overflow(array->length - (end - start), length, &size)) {
        raise_memory_error(vm);
        return false;
    }
    if (size > array->length) {
        if (!byte_array_resize(vm, array, size))
            return false;
        memmove(array->data + start + length, array->data + end, behind);
        return true;
    }
    if (size < array->length && array->exports > 0)
        return byte_array_resize(vm, array, size); /* raises */
    if (behind > 0 && length != end - start)
        memmove(array->data + start + length, array->data + end, behind);
    return byte_array_resize(vm, array, size);
}

/* ---- Construction ------------------------------------------------------ */

static OWNED Value byte_array_construct(struct Interpreter *vm, struct Type *type, const Value *args,
                                        size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *array = object_allocate(vm, type, type->instance_size);
    return array == NULL ? EMPTY : value_from_object(array);
}

static MUST_USE bool set_content(struct Interpreter *vm, struct ByteArray *array, const void *data, size_t length)
{
    if (!byte_array_resize(vm, array, length))
        return false;
    if (length > 0 && data != NULL)
        memcpy(array->data, data, length);
    else if (length > 0)
        memset(array->data, 0, length);
    return true;
}

static MUST_USE bool byte_array_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional,
                                           Value names)
{
    Value bound[3], octets = EMPTY;
    struct OctetBuffer buffer = {NULL, 0, 0};
    struct ByteArray *array = as_byte_array(self);
    size_t zeros;
    bool done = false;
    if (!native_bind(vm, "bytearray", "source=b'', encoding='utf-8', errors='strict'", args, positional, names, bound,
                     3))
        return false;
    for (size_t i = 1; i < 3; i++)
        if (!is_absent(bound[i]) && !is_string(vm, bound[i])) {
            raise_bad_argument(vm, "bytearray", i == 1 ? "argument 'encoding'" : "argument 'errors'", "str", bound[i]);
            return false;
        }
    if (array->length != 0 && !set_content(vm, array, NULL, 0)) /* whatever goes wrong below, it is empty */
        return false;
    switch (octets_read_source(vm, "bytearray", bound, &zeros, &octets, &buffer)) {
    case SOURCE_ZEROS:
        done = set_content(vm, array, NULL, zeros);
        break;
    case SOURCE_BUFFER:
        done = set_content(vm, array, buffer.data, buffer.length);
        break;
    case SOURCE_BYTES:
        done = set_content(vm, array, as_bytes(octets)->data, as_bytes(octets)->length);
        release(vm, octets);
        break;
    default:
        break;
    }
    octet_buffer_close(vm, &buffer);
    return done;
}

/* ---- Items ------------------------------------------------------------- */

static bool is_number(struct Interpreter *vm, Value v)
{
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    return is_int(vm, v) || operations->index != NULL || operations->to_int != NULL || operations->to_float != NULL ||
           object_has_type(vm, v, TYPE_complex);
}

/* The octets to assign: v's own when it is bytes, else a copy in *holder (OWNED bytes). */
static MUST_USE bool read_assigned(struct Interpreter *vm, Value v, Value *holder, struct Units *octets)
{
    struct OctetBuffer buffer = {NULL, 0, 0};
    *holder = EMPTY;
    if (bytes_units(vm, v, octets)) {
        if (is_bytes(vm, v))
            return true;
        *holder = bytes_new(vm, octets->data, octets->length); /* it may be the array's own memory */
    } else if (is_number(vm, v) || is_string(vm, v)) {
        raise_type_error(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    } else if (value_type(vm, v)->operations.iterate == NULL && value_type(vm, v)->operations.get_item == NULL) {
        raise_type_error(vm, "cannot convert '%.200T' object to bytearray", v);
    } else if (octet_buffer_add_iterable(vm, &buffer, v, NULL)) {
        *holder = bytes_new(vm, buffer.data, buffer.length);
    }
    octet_buffer_close(vm, &buffer);
    if (is_empty(*holder))
        return false;
    *octets = octets_of(vm, *holder);
    return true;
}

static MUST_USE bool delete_stepped(struct Interpreter *vm, struct ByteArray *array, int64_t start, int64_t step,
                                    int64_t count)
{
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    if (array->exports > 0)
        return byte_array_resize(vm, array, array->length - (size_t)count); /* raises */
    uint8_t *to = array->data + start;
    for (int64_t i = 0; i < count; i++) {
        size_t from = (size_t)(start + i * step) + 1;
        size_t end = i + 1 < count ? from + (size_t)step - 1 : array->length;
        memmove(to, array->data + from, end - from);
        to += end - from;
    }
    return byte_array_resize(vm, array, array->length - (size_t)count);
}

static MUST_USE bool set_stepped(struct Interpreter *vm, struct ByteArray *array, int64_t start, int64_t step,
                                 int64_t count, struct Units octets)
{
    if (octets.length != (size_t)count) {
        raise_value_error(vm, "attempt to assign bytes of size %zu to extended slice of size %zd", octets.length,
                          (ssize_t)count);
        return false;
    }
    for (int64_t i = 0; i < count; i++)
        array->data[start + i * step] = ((const uint8_t *)octets.data)[i];
    return true;
}

/* No octets: deletes. */
static MUST_USE bool assign_slice(struct Interpreter *vm, Value self, Value slice, struct Units octets)
{
    struct ByteArray *array = as_byte_array(self);
    int64_t start, stop, step, count;
    if (!slice_resolve(vm, slice, (int64_t)array->length, &start, &stop, &step, &count))
        return false;
    if (count > 0 && (size_t)(step > 0 ? start + (count - 1) * step : start) >= array->length) {
        raise_error(vm, TYPE_IndexError, "bytearray index out of range"); /* it shrank meanwhile */
        return false;
    }
    if (step != 1 && octets.length == 0)
        return count == 0 || delete_stepped(vm, array, start, step, count);
    if (step != 1)
        return set_stepped(vm, array, start, step, count, octets);
    if ((size_t)start > array->length)
        start = (int64_t)array->length;
    if (!replace_range(vm, array, (size_t)start, (size_t)(start + count), octets.length))
        return false;
    if (octets.length > 0)
        memcpy(array->data + start, octets.data, octets.length);
    return true;
}

static MUST_USE bool set_slice(struct Interpreter *vm, Value self, Value slice, Value v)
{
    Value holder;
    struct Units octets = {.data = "", .length = 0, .width = 1};
    if (is_empty(v))
        return assign_slice(vm, self, slice, octets);
    int64_t start, stop, step, count; /* what is wrong with the slice comes before what is wrong with the value */
    if (!object_has_type(vm, v, TYPE_bytearray) &&
        !slice_resolve(vm, slice, (int64_t)as_byte_array(self)->length, &start, &stop, &step, &count))
        return false;
    if (!read_assigned(vm, v, &holder, &octets))
        return false;
    bool done = assign_slice(vm, self, slice, octets);
    release_maybe(vm, holder);
    return done;
}

static MUST_USE bool byte_array_set_item(struct Interpreter *vm, Value self, Value key, Value v)
{
    struct ByteArray *array = as_byte_array(self);
    int64_t index;
    uint8_t octet = 0;
    if (object_has_type(vm, key, TYPE_slice))
        return set_slice(vm, self, key, v);
    if (!is_int(vm, key) && value_type(vm, key)->operations.index == NULL) {
        raise_type_error(vm, "bytearray indices must be integers or slices, not %T", key);
        return false;
    }
    if (!object_as_int64(vm, key, TYPE_IndexError, &index))
        return false;
    if (!is_empty(v) && !read_octet(vm, v, &octet, NULL))
        return false;
    if (!index_in_range(&index, (int64_t)array->length)) {
        raise_error(vm, TYPE_IndexError, "bytearray index out of range");
        return false;
    }
    if (is_empty(v))
        return replace_range(vm, array, (size_t)index, (size_t)index + 1, 0);
    array->data[index] = octet;
    return true;
}

/* ---- Methods ----------------------------------------------------------- */

static OWNED Value byte_array_append(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    uint8_t octet;
    (void)count;
    if (!read_octet(vm, args[1], &octet, NULL) || !byte_array_resize(vm, array, array->length + 1))
        return EMPTY;
    array->data[array->length - 1] = octet;
    return VALUE_NONE;
}

static MUST_USE bool append_octets(struct Interpreter *vm, struct ByteArray *array, const void *data, size_t length)
{
    size_t before = array->length, total;
    if (__builtin_add_overflow(before, length, &total)) {
        raise_memory_error(vm);
        return false;
    }
    bool is_own = array->data != NULL && data == array->data;
    if (!byte_array_resize(vm, array, total))
        return false;
    if (length > 0)
        memcpy(array->data + before, is_own ? array->data : data, length);
    return true;
}

static OWNED Value byte_array_extend(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    struct OctetBuffer buffer = {NULL, 0, 0};
    const uint8_t *data;
    size_t length;
    (void)count;
    if (bytes_view(vm, args[1], &data, &length))
        return append_octets(vm, array, data, length) ? VALUE_NONE : EMPTY;
    const struct TypeOperations *operations = &value_type(vm, args[1])->operations;
    if (operations->iterate == NULL && operations->get_item == NULL)
        return raise_type_error(vm, "can't extend bytearray with %T", args[1]);
    if (is_string(vm, args[1]))
        return raise_type_error(vm, "expected iterable of integers; got: '%T'", args[1]);
    if (object_length_hint(vm, args[1], 0) < 0)
        return EMPTY;
    bool done = octet_buffer_add_iterable(vm, &buffer, args[1], NULL) &&
                append_octets(vm, array, buffer.data, buffer.length);
    octet_buffer_close(vm, &buffer);
    return done ? VALUE_NONE : EMPTY;
}

static OWNED Value byte_array_insert(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    int64_t index;
    uint8_t octet;
    (void)count;
    if (!read_size(vm, args[1], &index) || !read_octet(vm, args[2], &octet, NULL))
        return EMPTY;
    int64_t length = (int64_t)array->length;
    index = index < 0 ? index + length : index;
    index = index < 0 ? 0 : index > length ? length : index;
    if (!replace_range(vm, array, (size_t)index, (size_t)index, 1))
        return EMPTY;
    array->data[index] = octet;
    return VALUE_NONE;
}

static OWNED Value byte_array_pop(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    int64_t index = -1;
    if (count > 1 && !read_size(vm, args[1], &index))
        return EMPTY;
    if (array->length == 0)
        return raise_error(vm, TYPE_IndexError, "pop from empty bytearray");
    if (!index_in_range(&index, (int64_t)array->length))
        return raise_error(vm, TYPE_IndexError, "pop index out of range");
    uint8_t octet = array->data[index];
    return replace_range(vm, array, (size_t)index, (size_t)index + 1, 0) ? value_from_small_int(octet) : EMPTY;
}

static OWNED Value byte_array_remove(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    uint8_t octet;
    (void)count;
    if (!read_octet(vm, args[1], &octet, NULL))
        return EMPTY;
    int64_t at = units_find_one(octets_of(vm, args[0]), octet);
    if (at < 0)
        return raise_value_error(vm, "value not found in bytearray");
    return replace_range(vm, array, (size_t)at, (size_t)at + 1, 0) ? VALUE_NONE : EMPTY;
}

static OWNED Value byte_array_reverse(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteArray *array = as_byte_array(args[0]);
    (void)vm, (void)count;
    for (size_t i = 0, j = array->length; i + 1 < j; i++) {
        uint8_t octet = array->data[i];
        array->data[i] = array->data[--j];
        array->data[j] = octet;
    }
    return VALUE_NONE;
}

static OWNED Value byte_array_clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return byte_array_resize(vm, as_byte_array(args[0]), 0) ? VALUE_NONE : EMPTY;
}

static OWNED Value byte_array_copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return byte_array_new(vm, as_byte_array(args[0])->data, as_byte_array(args[0])->length);
}

static OWNED Value byte_array_alloc(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_small_int((int64_t)as_byte_array(args[0])->capacity);
}

static OWNED Value byte_array_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    const struct ByteArray *array = as_byte_array(args[0]);
    return value_from_small_int((int64_t)(object_cell_size(&array->header) + array->capacity));
}

static const struct NativeMethod byte_array_methods[] = {
    COMMON_BYTES_METHODS,
    METHOD("append", byte_array_append, 1, 1, "item, /", "Append a single item to the end."),
    METHOD("clear", byte_array_clear, 0, 0, "", "Remove all items."),
    METHOD("copy", byte_array_copy, 0, 0, "", "Return a copy."),
    METHOD("extend", byte_array_extend, 1, 1, "iterable_of_ints, /", "Append all the items of the iterable."),
    METHOD("insert", byte_array_insert, 2, 2, "index, item, /", "Insert a single item before the given index."),
    METHOD("pop", byte_array_pop, 0, 1, "index=-1, /", "Remove and return a single item."),
    METHOD("remove", byte_array_remove, 1, 1, "value, /", "Remove the first occurrence of a value."),
    METHOD("reverse", byte_array_reverse, 0, 0, "", "Reverse the order of the values in place."),
    METHOD("__buffer__", octets_buffer_method, 1, 1, "flags, /", "Return a buffer object that exposes the memory."),
    METHOD("__alloc__", byte_array_alloc, 0, 0, "", "Return the number of bytes actually allocated."),
    METHOD("__reduce__", bytearray_reduce, 0, 0, "", "Return state information for pickling."),
    METHOD("__reduce_ex__", bytearray_reduce_ex, 0, 1, "proto=0, /", "Return state information for pickling."),
    METHOD("__sizeof__", byte_array_sizeof, 0, 0, "", "Size of the object in memory, in bytes."),
    METHODS_END,
};

/* ---- Operators --------------------------------------------------------- */

static OWNED Value byte_array_add_in_place(struct Interpreter *vm, Value self, Value other)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_view(vm, other, &data, &length))
        return raise_type_error(vm, "can't concat %T to %T", other, self);
    if (value_same(self, other) && length != 0)
        return raise_error(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
    return append_octets(vm, as_byte_array(self), data, length) ? retain(self) : EMPTY;
}

static OWNED Value byte_array_repeat_in_place(struct Interpreter *vm, Value self, int64_t count)
{
    struct ByteArray *array = as_byte_array(self);
    size_t before = array->length, length;
    if (__builtin_mul_overflow(before, count < 0 ? 0 : (size_t)count, &length))
        return raise_memory_error(vm);
    if (!byte_array_resize(vm, array, length))
        return EMPTY;
    for (size_t done = before; done < length; done += before)
        memcpy(array->data + done, array->data, before);
    return retain(self);
}

static OWNED Value byte_array_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    struct Units right;
    if (!is_byte_array(vm, self) || !bytes_units(vm, other, &right))
        return VALUE_NOT_IMPLEMENTED;
    return octets_compare(octets_of(vm, self), right, operation);
}

static OWNED Value byte_array_repr(struct Interpreter *vm, Value self)
{
    struct StringBuilder builder;
    const struct ByteArray *array = as_byte_array(self);
    builder_open(&builder, vm);
    if (builder_add_cstring(&builder, value_type_name(vm, self)) && builder_add_char(&builder, '(') &&
        builder_add_octets_repr(&builder, octets_of(vm, self).data, array->length, true) &&
        builder_add_char(&builder, ')'))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static bool byte_array_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    struct ByteArray *array = as_byte_array(self);
    *buffer = (struct Buffer){.data = array->data != NULL ? array->data : as_bytes(vm->empty_bytes)->data,
                              .length = array->length, .exports = &array->exports, .format = "B", .item_size = 1};
    return true;
}

static int64_t byte_array_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)as_byte_array(self)->length;
}

static OWNED Value byte_array_modulo(struct Interpreter *vm, Value left, Value right)
{
    if (!is_byte_array(vm, left))
        return VALUE_NOT_IMPLEMENTED;
    Value template = bytes_new(vm, as_byte_array(left)->data, as_byte_array(left)->length); /* it may change meanwhile */
    if (is_empty(template))
        return EMPTY;
    Value octets = bytes_percent_format(vm, as_bytes(template)->data, as_bytes(template)->length, right);
    release(vm, template);
    if (is_empty(octets))
        return EMPTY;
    Value result = byte_array_new(vm, as_bytes(octets)->data, as_bytes(octets)->length);
    release(vm, octets);
    return result;
}

static OWNED Value byte_array_iterate(struct Interpreter *vm, Value self)
{
    return octets_iterator(vm, self, TYPE_bytearray_iterator);
}

const struct TypeSpec bytearray_type_spec = {
    .name = "bytearray",
    .documentation = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
                     "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
                     "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n"
                     "bytearray() -> empty bytes array\n\nConstruct a mutable bytearray object.",
    .instance_size = sizeof(struct ByteArray),
    .flags = TYPE_BASE | TYPE_IMMUTABLE,
    .memory = {.kind = OBJECT_LEAF, .destroy = byte_array_destroy},
    .operations =
        {
            .construct = byte_array_construct,
            .initialize = byte_array_initialize,
            .repr = byte_array_repr,
            .str = byte_array_repr,
            .compare = byte_array_compare,
            .iterate = byte_array_iterate,
            .length = byte_array_length,
            .contains = octets_contain,
            .get_item = octets_get_item,
            .set_item = byte_array_set_item,
            .binary = {[BINARY_MODULO] = byte_array_modulo},
            .concatenate = octets_concatenate,
            .repeat = octets_repeat,
            .in_place_concatenate = byte_array_add_in_place,
            .in_place_repeat = byte_array_repeat_in_place,
            .buffer = byte_array_buffer,
        },
    .methods = byte_array_methods,
};
