/*
 * array.array: storage, and items as Python objects.
 *
 * Reading a number out of a Value may run Python code, which may change the
 * array: items are made complete first, positions are checked afterwards.
 */
#include "runtime/modules/array.h"

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static const struct ArrayCode codes[] = {
    {'b', 1, 'b', "signed char"},           {'B', 1, 'B', "unsigned byte integer"},
    {'u', 4, 'w', NULL},                    {'w', 4, 'w', NULL},
    {'h', 2, 'h', "signed short integer"},  {'H', 2, 'H', "unsigned short"},
    {'i', 4, 'i', "signed integer"},        {'I', 4, 'I', "unsigned int"},
    {'l', 8, 'l', "long"},                  {'L', 8, 'L', "unsigned long"},
    {'q', 8, 'q', NULL},                    {'Q', 8, 'Q', NULL},
    {'f', 4, 'f', NULL},                    {'d', 8, 'd', NULL},
};

const struct ArrayCode *array_code_find(uint32_t letter)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if ((uint32_t)codes[i].letter == letter)
            return &codes[i];
    return NULL;
}

/* ---- Storage ----------------------------------------------------------- */

bool array_resize(struct Interpreter *vm, struct Array *array, size_t length)
{
    size_t size = array->kind->size;
    if (array->exports > 0 && length != array->length) {
        raise_error(vm, TYPE_BufferError, "cannot resize an array that is exporting buffers");
        return false;
    }
    if (length > (size_t)PTRDIFF_MAX / 2 / size) {
        raise_memory_error(vm);
        return false;
    }
    if (length > array->capacity || length < array->capacity / 2) {
        size_t capacity = length == 0 ? 0 : length + length / 16 + (length < 8 ? 3 : 7);
        uint8_t *data = NULL;
        if (capacity == 0) {
            heap_free(vm, MEMORY_BYTES, array->data, array->capacity * size);
        } else {
            data = heap_resize(vm, MEMORY_BYTES, array->data, array->capacity * size, capacity * size);
            if (data == NULL)
                return false;
        }
        array->data = data;
        array->capacity = capacity;
    }
    array->length = length;
    return true;
}

Value array_new(struct Interpreter *vm, struct Type *type, const struct ArrayCode *code, size_t length)
{
    struct Array *array = (struct Array *)object_allocate(vm, type, type->instance_size);
    if (array == NULL)
        return EMPTY;
    array->kind = code;
    if (!array_resize(vm, array, length)) {
        object_release(vm, array);
        return EMPTY;
    }
    if (length > 0)
        memset(array->data, 0, length * code->size);
    return value_from_object(array);
}

bool array_replace(struct Interpreter *vm, struct Array *array, size_t start, size_t end, size_t length)
{
    size_t size = array->kind->size, behind = array->length - end, before = array->length, total;
    if (__builtin_add_overflow(before - (end - start), length, &total)) {
        raise_memory_error(vm);
        return false;
    }
    if (total < before && array->exports > 0)
        return array_resize(vm, array, total); /* raises */
    if (total > before && !array_resize(vm, array, total))
        return false;
    if (behind > 0 && length != end - start)
        memmove(array->data + (start + length) * size, array->data + end * size, behind * size);
    return array_resize(vm, array, total);
}

/* ---- Items ------------------------------------------------------------- */

static OWNED Value get_character(struct Interpreter *vm, const uint8_t *at)
{
    uint32_t c;
    memcpy(&c, at, sizeof c);
    if (c <= 0x10ffff)
        return string_from_code_point(vm, c);
    return raise_value_error(vm, "character U+%x is not in range [U+0000; U+10ffff]", c);
}

Value array_get(struct Interpreter *vm, const struct Array *array, size_t index)
{
    const uint8_t *at = array_at(array, index);
    uint64_t word = 0;
    float single;
    double number;
    memcpy(&word, at, array->kind->size);
    int spare = 64 - 8 * array->kind->size;
    switch (array->kind->letter) {
    case 'u': case 'w':
        return get_character(vm, at);
    case 'f':
        memcpy(&single, at, sizeof single);
        return float_new(vm, (double)single);
    case 'd':
        memcpy(&number, at, sizeof number);
        return float_new(vm, number);
    case 'B': case 'H': case 'I': case 'L': case 'Q':
        return int_from_uint64(vm, word);
    default:
        return int_new(vm, (int64_t)(word << spare) >> spare);
    }
}

static MUST_USE bool too_large(struct Interpreter *vm, const char *type)
{
    raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C %s", type);
    return false;
}

static MUST_USE bool out_of_bounds(struct Interpreter *vm, const char *type, bool above)
{
    raise_error(vm, TYPE_OverflowError, "%s is %s", type, above ? "greater than maximum" : "less than minimum");
    return false;
}

/* Codes that C reads through a long: b B h H i l. */
static MUST_USE bool signed_item(struct Interpreter *vm, const struct ArrayCode *code, Value number, int64_t *word)
{
    if (!int_fits_int64(number, word)) {
        if (code->letter != 'q')
            return too_large(vm, "long");
        raise_error(vm, TYPE_OverflowError, "int too big to convert");
        return false;
    }
    bool is_unsigned = code->letter == 'B' || code->letter == 'H';
    int bits = 8 * code->size;
    if (bits == 64)
        return true;
    int64_t least = is_unsigned ? 0 : -((int64_t)1 << (bits - 1));
    int64_t most = ((int64_t)1 << (is_unsigned ? bits : bits - 1)) - 1;
    if (*word >= least && *word <= most)
        return true;
    const char *name = code->name;
    if (code->letter == 'b' && (*word < INT16_MIN || *word > INT16_MAX))
        name = "signed short integer"; /* CPython reads the wider type first */
    else if (code->size <= 2 && (code->letter == 'H' || code->letter == 'h' || code->letter == 'B') &&
             (*word < INT32_MIN || *word > INT32_MAX))
        name = code->letter == 'H' ? "signed integer" : code->name;
    return out_of_bounds(vm, name, *word > most);
}

/* The others: I L Q. */
static MUST_USE bool unsigned_item(struct Interpreter *vm, const struct ArrayCode *code, Value number, uint64_t *word)
{
    if (int_sign(number) < 0) {
        raise_error(vm, TYPE_OverflowError, code->letter == 'Q' ? "can't convert negative int to unsigned"
                                                                : "can't convert negative value to unsigned int");
        return false;
    }
    if (!int_fits_uint64(number, word)) {
        if (code->letter != 'Q')
            return too_large(vm, "unsigned long");
        raise_error(vm, TYPE_OverflowError, "int too big to convert");
        return false;
    }
    return code->letter != 'I' || *word <= UINT32_MAX || out_of_bounds(vm, code->name, true);
}

static MUST_USE bool character_item(struct Interpreter *vm, Value v, uint8_t octets[8])
{
    if (!is_string(vm, v) || string_length(v) != 1) {
        raise_type_error(vm, "array item must be unicode character");
        return false;
    }
    uint32_t c = string_at(as_string(v), 0);
    memcpy(octets, &c, sizeof c);
    return true;
}

bool array_item(struct Interpreter *vm, const struct ArrayCode *code, Value v, uint8_t octets[8])
{
    double number;
    if (code->letter == 'u' || code->letter == 'w')
        return character_item(vm, v, octets);
    if (code->letter == 'd' || code->letter == 'f') {
        if (!object_as_double(vm, v, &number))
            return false;
        float single = (float)number;
        memcpy(octets, code->letter == 'd' ? (const void *)&number : (const void *)&single, code->size);
        return true;
    }
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    int64_t word = 0;
    uint64_t unsigned_word = 0;
    bool is_unsigned = strchr("ILQ", code->letter) != NULL;
    bool good = is_unsigned ? unsigned_item(vm, code, index, &unsigned_word) : signed_item(vm, code, index, &word);
    release(vm, index);
    if (good)
        memcpy(octets, is_unsigned ? (const void *)&unsigned_word : (const void *)&word, 8);
    return good;
}

/* ---- Growing ----------------------------------------------------------- */

bool array_append(struct Interpreter *vm, struct Array *array, Value v)
{
    uint8_t octets[8];
    if (!array_item(vm, array->kind, v, octets) || !array_resize(vm, array, array->length + 1))
        return false;
    memcpy(array_at(array, array->length - 1), octets, array->kind->size);
    return true;
}

bool array_append_octets(struct Interpreter *vm, struct Array *array, Value bytes)
{
    struct HeldBuffer held;
    if (!buffer_acquire(vm, bytes, NULL, &held))
        return false;
    size_t before = array->length, count = held.length / array->kind->size;
    bool good = held.length % array->kind->size == 0;
    if (!good)
        raise_value_error(vm, "bytes length not a multiple of item size");
    else if (count > 0 && (good = array_resize(vm, array, before + count)))
        memcpy(array_at(array, before), held.data, held.length);
    buffer_release(vm, &held);
    return good;
}

bool array_append_string(struct Interpreter *vm, struct Array *array, Value string)
{
    size_t before = array->length, count = string_length(string);
    if (!array_resize(vm, array, before + count))
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = string_at(as_string(string), i);
        memcpy(array_at(array, before + i), &c, sizeof c);
    }
    return true;
}

static MUST_USE bool extend_by_array(struct Interpreter *vm, struct Array *array, const struct Array *other)
{
    if (array->kind != other->kind) {
        raise_type_error(vm, "can only extend with array of same kind");
        return false;
    }
    size_t before = array->length, count = other->length;
    if (count == 0)
        return true;
    if (!array_resize(vm, array, before + count))
        return false;
    memcpy(array_at(array, before), other->data, count * array->kind->size); /* other may be the array itself */
    return true;
}

bool array_extend(struct Interpreter *vm, struct Array *array, Value v)
{
    if (is_array(vm, v))
        return extend_by_array(vm, array, as_array(v));
    Value iterator = object_iterate(vm, v);
    if (is_empty(iterator))
        return false;
    bool good = true;
    while (good) {
        Value item = iterator_step(vm, iterator);
        if (is_end(item))
            break;
        good = !is_empty(item) && array_append(vm, array, item);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return good;
}

Value array_text(struct Interpreter *vm, const struct Array *array)
{
    if (array->length == 0)
        return retain(vm->empty_string);
    for (size_t i = 0; i < array->length; i++) {
        uint32_t c;
        memcpy(&c, array_at(array, i), sizeof c);
        if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) /* the codec knows the words for it */
            return string_decode(vm, array->data, array->length * sizeof c, "utf-32-le",
                                 c > 0x10ffff ? NULL : "surrogatepass");
    }
    return string_from_units(vm, array->data, 4, array->length);
}
