/*
 * The methods of array.array.
 */
#include <byteswap.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/modules/array.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

static OWNED Value method_append(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return array_append(vm, as_array(args[0]), args[1]) ? VALUE_NONE : EMPTY;
}

static OWNED Value method_extend(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return array_extend(vm, as_array(args[0]), args[1]) ? VALUE_NONE : EMPTY;
}

static OWNED Value method_clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return array_resize(vm, as_array(args[0]), 0) ? VALUE_NONE : EMPTY;
}

static OWNED Value method_insert(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    int64_t index;
    uint8_t octets[8];
    (void)count;
    if (!read_size(vm, args[1], &index) || !array_item(vm, array->kind, args[2], octets))
        return EMPTY;
    int64_t stop = index;
    slice_clamp((int64_t)array->length, &stop, &index);
    index = index < 0 ? 0 : index;
    if (!array_replace(vm, array, (size_t)index, (size_t)index, 1))
        return EMPTY;
    memcpy(array_at(array, (size_t)index), octets, array->kind->size);
    return VALUE_NONE;
}

static OWNED Value method_pop(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    int64_t index = -1;
    if (count > 1 && !read_size(vm, args[1], &index))
        return EMPTY;
    if (array->length == 0)
        return raise_error(vm, TYPE_IndexError, "pop from empty array");
    if (!index_in_range(&index, (int64_t)array->length))
        return raise_error(vm, TYPE_IndexError, "pop index out of range");
    Value item = array_get(vm, array, (size_t)index);
    if (!is_empty(item) && !array_replace(vm, array, (size_t)index, (size_t)index + 1, 0)) {
        release(vm, item);
        return EMPTY;
    }
    return item;
}

/* The first item from `start` on, before `stop`, that equals v: its index, -1 when there is none, -2 raised. */
static int64_t find(struct Interpreter *vm, const struct Array *array, Value v, size_t start, size_t stop)
{
    for (size_t i = start; i < stop && i < array->length; i++) {
        Value item = array_get(vm, array, i);
        int equal = is_empty(item) ? -1 : object_equals(vm, item, v);
        release_maybe(vm, item);
        if (equal != 0)
            return equal < 0 ? -2 : (int64_t)i;
    }
    return -1;
}

static OWNED Value method_index(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    int64_t start = 0, stop = INT64_MAX;
    if ((count > 2 && !slice_bound(vm, args[2], false, &start)) || (count > 3 && !slice_bound(vm, args[3], false, &stop)))
        return EMPTY;
    slice_clamp((int64_t)array->length, &start, &stop);
    int64_t index = stop < 0 ? -1 : find(vm, array, args[1], (size_t)start, (size_t)stop);
    if (index == -1)
        return raise_value_error(vm, "array.index(x): x not in array");
    return index < 0 ? EMPTY : int_new(vm, index);
}

static OWNED Value method_count(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    int64_t total = 0, index = -1;
    (void)count;
    while ((index = find(vm, array, args[1], (size_t)(index + 1), SIZE_MAX)) >= 0)
        total++;
    return index == -2 ? EMPTY : int_new(vm, total);
}

static OWNED Value method_remove(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    (void)count;
    int64_t index = find(vm, array, args[1], 0, SIZE_MAX);
    if (index == -1)
        return raise_value_error(vm, "array.remove(x): x not in array");
    if (index < 0 || ((size_t)index < array->length &&
                      !array_replace(vm, array, (size_t)index, (size_t)index + 1, 0)))
        return EMPTY;
    return VALUE_NONE;
}

static OWNED Value method_reverse(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    size_t size = array->kind->size;
    uint8_t octets[8];
    (void)vm, (void)count;
    for (size_t i = 0, j = array->length; i + 1 < j; i++) {
        j--;
        memcpy(octets, array_at(array, i), size);
        memcpy(array_at(array, i), array_at(array, j), size);
        memcpy(array_at(array, j), octets, size);
    }
    return VALUE_NONE;
}

static OWNED Value method_byteswap(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    size_t size = array->kind->size;
    (void)vm, (void)count;
    for (size_t i = 0; size > 1 && i < array->length; i++) {
        uint64_t word = 0;
        memcpy(&word, array_at(array, i), size);
        word = bswap_64(word) >> (64 - 8 * size);
        memcpy(array_at(array, i), &word, size);
    }
    return VALUE_NONE;
}

static OWNED Value method_buffer_info(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    (void)count;
    Value address = int_from_uint64(vm, (uint64_t)(uintptr_t)array->data);
    if (is_empty(address))
        return EMPTY;
    Value result = tuple_pack(vm, 2, address, value_from_small_int((int64_t)array->length));
    release(vm, address);
    return result;
}

/* ---- Conversions ------------------------------------------------------- */

static OWNED Value method_tolist(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    (void)count;
    Value list = list_new(vm, array->length);
    for (size_t i = 0; !is_empty(list) && i < array->length; i++) {
        Value item = array_get(vm, array, i);
        if (is_empty(item) || !list_append(vm, list, item)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

static OWNED Value method_fromlist(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    (void)count;
    if (!is_list(vm, args[1]))
        return raise_type_error(vm, "arg must be list");
    size_t before = array->length, length = as_list(args[1])->length;
    for (size_t i = 0; i < length; i++) {
        Value item = i < as_list(args[1])->length ? retain(as_list(args[1])->items[i]) : EMPTY;
        bool good = !is_empty(item) && array_append(vm, array, item);
        release_maybe(vm, item);
        if (is_empty(item))
            raise_error(vm, TYPE_RuntimeError, "list changed size during iteration");
        if (!good) {
            if (array->length > before && array->exports == 0)
                array->length = before; /* all or nothing */
            return EMPTY;
        }
    }
    return VALUE_NONE;
}

static OWNED Value method_tobytes(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    (void)count;
    return array->length == 0 ? retain(vm->empty_bytes)
                              : bytes_new(vm, array->data, array->length * array->kind->size);
}

static OWNED Value method_frombytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return array_append_octets(vm, as_array(args[0]), args[1]) ? VALUE_NONE : EMPTY;
}

static OWNED Value method_tounicode(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!array_is_text(as_array(args[0])))
        return raise_value_error(vm, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return array_text(vm, as_array(args[0]));
}

static OWNED Value method_fromunicode(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "fromunicode() argument must be str, not %T", args[1]);
    if (!array_is_text(as_array(args[0])))
        return raise_value_error(vm, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return array_append_string(vm, as_array(args[0]), args[1]) ? VALUE_NONE : EMPTY;
}

/* ---- Files ------------------------------------------------------------- */

static OWNED Value call_file(struct Interpreter *vm, Value file, const char *method, Value argument)
{
    Value name = string_intern_cstring(vm, method), args[2] = {file, argument};
    if (is_empty(name))
        return EMPTY;
    Value result = object_call_method(vm, name, args, 2);
    release(vm, name);
    return result;
}

static OWNED Value method_tofile(struct Interpreter *vm, const Value *args, size_t count)
{
    enum { BLOCK = 64 * 1024 };
    const struct Array *array = as_array(args[0]);
    (void)count;
    for (size_t done = 0; done == 0 || done < array->length * array->kind->size; done += BLOCK) {
        size_t rest = array->length * array->kind->size - done;
        if (rest == 0)
            break;
        Value block = bytes_new(vm, array->data + done, rest < BLOCK ? rest : BLOCK);
        Value result = is_empty(block) ? EMPTY : call_file(vm, args[1], "write", block);
        release_maybe(vm, block);
        if (is_empty(result))
            return EMPTY;
        release(vm, result);
    }
    return VALUE_NONE;
}

static OWNED Value method_fromfile(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Array *array = as_array(args[0]);
    int64_t wanted, octets;
    (void)count;
    if (!read_size(vm, args[2], &wanted))
        return EMPTY;
    if (wanted < 0)
        return raise_value_error(vm, "negative count");
    if (__builtin_mul_overflow(wanted, (int64_t)array->kind->size, &octets))
        return raise_memory_error(vm);
    Value number = int_new(vm, octets), block = is_empty(number) ? EMPTY : call_file(vm, args[1], "read", number);
    release_maybe(vm, number);
    if (is_empty(block))
        return EMPTY;
    bool good = is_bytes(vm, block);
    bool complete = good && as_bytes(block)->length == (size_t)octets;
    if (!good)
        raise_type_error(vm, "read() didn't return bytes");
    else
        good = array_append_octets(vm, array, block);
    release(vm, block);
    if (good && !complete)
        return raise_error(vm, TYPE_EOFError, "read() didn't return enough bytes");
    return good ? VALUE_NONE : EMPTY;
}

/* ---- Copies ------------------------------------------------------------ */

static OWNED Value method_copy(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    (void)count;
    Value copy = array_new(vm, builtin_type(vm, TYPE_array), array->kind, array->length);
    if (!is_empty(copy) && array->length > 0)
        memcpy(as_array(copy)->data, array->data, array->length * array->kind->size);
    return copy;
}

/* (class, (typecode, list), attributes) */
static OWNED Value method_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value list = method_tolist(vm, args, 1);
    Value code = is_empty(list) ? EMPTY : string_from_code_point(vm, (uint8_t)as_array(args[0])->kind->letter);
    Value made_of = is_empty(code) ? EMPTY : tuple_pack(vm, 2, code, list);
    Value attributes = is_empty(made_of) ? EMPTY : object_lookup_attribute(vm, args[0], NAME(vm, __dict__));
    Value result = EMPTY;
    if (!is_empty(attributes))
        result = tuple_pack(vm, 3, value_from_object(value_type(vm, args[0])), made_of,
                            is_absent(attributes) ? VALUE_NONE : attributes);
    release_maybe(vm, attributes);
    release_maybe(vm, made_of);
    release_maybe(vm, code);
    release_maybe(vm, list);
    return result;
}

static OWNED Value method_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Array *array = as_array(args[0]);
    (void)vm, (void)count;
    return value_from_small_int((int64_t)(object_cell_size(&array->header) + array->capacity * array->kind->size));
}

static OWNED Value method_buffer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return memoryview_of(vm, args[0]);
}

const struct NativeMethod array_methods[] = {
    METHOD("append", method_append, 1, 1, "v, /", "Append new value v to the end of the array."),
    METHOD("buffer_info", method_buffer_info, 0, 0, "", "Return a tuple (address, length)."),
    METHOD("byteswap", method_byteswap, 0, 0, "", "Byteswap all items of the array."),
    METHOD("clear", method_clear, 0, 0, "", "Remove all items from the array."),
    METHOD("count", method_count, 1, 1, "v, /", "Return number of occurrences of v in the array."),
    METHOD("extend", method_extend, 1, 1, "bb, /", "Append items to the end of the array."),
    METHOD("frombytes", method_frombytes, 1, 1, "buffer, /", "Append items from a bytes-like object."),
    METHOD("fromfile", method_fromfile, 2, 2, "f, n, /", "Read n objects from the file object f and append them."),
    METHOD("fromlist", method_fromlist, 1, 1, "list, /", "Append items to array from list."),
    METHOD("fromunicode", method_fromunicode, 1, 1, "ustr, /", "Extend this array with data from a str."),
    METHOD("index", method_index, 1, 3, "v, start=0, stop=sys.maxsize, /", "Return index of the first occurrence."),
    METHOD("insert", method_insert, 2, 2, "i, v, /", "Insert a new item v into the array before position i."),
    METHOD("pop", method_pop, 0, 1, "i=-1, /", "Return the i-th element and delete it from the array."),
    METHOD("remove", method_remove, 1, 1, "v, /", "Remove the first occurrence of v in the array."),
    METHOD("reverse", method_reverse, 0, 0, "", "Reverse the order of the items in the array."),
    METHOD("tobytes", method_tobytes, 0, 0, "", "Convert the array to its machine values as bytes."),
    METHOD("tofile", method_tofile, 1, 1, "f, /", "Write all items (as machine values) to the file object f."),
    METHOD("tolist", method_tolist, 0, 0, "", "Convert array to an ordinary list with the same items."),
    METHOD("tounicode", method_tounicode, 0, 0, "", "Convert the array to a str."),
    METHOD("__buffer__", method_buffer, 1, 1, "flags, /", "Return a buffer object that exposes the memory."),
    METHOD("__copy__", method_copy, 0, 0, "", "Return a copy of the array."),
    METHOD("__deepcopy__", method_copy, 1, 1, "unused, /", "Return a copy of the array."),
    METHOD("__reduce_ex__", method_reduce, 1, 1, "protocol, /", "Return state information for pickling."),
    METHOD("__sizeof__", method_sizeof, 0, 0, "", "Size of the array in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};
