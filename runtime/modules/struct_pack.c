/*
 * struct: values to octets and octets to values, a field at a time.
 *
 * Owner: the memory that is written belongs to the caller, who keeps it in
 * place: __index__ and __float__ of the values may run any code.
 */
#include <endian.h>
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/memoryview.h"
#include "runtime/modules/struct.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

static void store(uint8_t *to, uint64_t word, size_t size, bool big_endian)
{
    if (big_endian)
        word = htobe64(word << (64 - 8 * size));
    memcpy(to, &word, size);
}

static uint64_t load(const uint8_t *from, size_t size, bool big_endian)
{
    uint64_t word = 0;
    memcpy(&word, from, size);
    return big_endian ? be64toh(word) >> (64 - 8 * size) : word;
}

/* ---- Integers ---------------------------------------------------------- */

static bool is_signed(char code) { return strchr("bhilqn", code) != NULL; }

static Value raise_range(struct Interpreter *vm, const struct StructField *field)
{
    unsigned bits = 8u * field->size;
    if (field->code == 'P')
        return raise_struct_error(vm, "int too large to convert");
    if (!is_signed(field->code))
        return raise_struct_error(vm, "'%c' format requires 0 <= number <= %llu", field->code,
                                  (unsigned long long)(UINT64_MAX >> (64 - bits)));
    long long most = (long long)(UINT64_MAX >> (65 - bits));
    return raise_struct_error(vm, "'%c' format requires %lld <= number <= %lld", field->code, -most - 1, most);
}

/* An int's 64 low bits; false when it needs more, or is negative where that does not count. */
static bool word_of(Value number, char code, uint64_t *word)
{
    int64_t small;
    if (!is_signed(code) && int_fits_uint64(number, word))
        return true;
    if ((!is_signed(code) && code != 'P') || !int_fits_int64(number, &small))
        return false;
    *word = (uint64_t)small;
    return true;
}

static bool fits_field(const struct StructField *field, uint64_t word)
{
    unsigned bits = 8u * field->size;
    if (bits == 64)
        return true;
    if (!is_signed(field->code))
        return word >> bits == 0;
    return (int64_t)(word << (64 - bits)) >> (64 - bits) == (int64_t)word;
}

static MUST_USE bool pack_integer(struct Interpreter *vm, const struct StructField *field, Value v, uint64_t *word)
{
    if (!is_int(vm, v) && value_type(vm, v)->operations.index == NULL) {
        raise_struct_error(vm, "required argument is not an integer");
        return false;
    }
    Value number = object_index(vm, v);
    if (is_empty(number))
        return false;
    bool fits = word_of(number, field->code, word) && fits_field(field, *word);
    release(vm, number);
    if (!fits && !error_pending(vm))
        raise_range(vm, field);
    return fits;
}

/* ---- Floats ------------------------------------------------------------ */

static MUST_USE bool too_large(struct Interpreter *vm, Value v, char code)
{
    if (is_int(vm, v))
        raise_struct_error(vm, "int too large to convert");
    else
        raise_error(vm, TYPE_OverflowError, "float too large to pack with %c format", code);
    return false;
}

static MUST_USE bool pack_float(struct Interpreter *vm, const struct StructField *field, bool native, Value v,
                                uint64_t *word)
{
    double number;
    if (!object_as_double(vm, v, &number)) {
        error_clear(vm);
        raise_struct_error(vm, "required argument is not a float");
        return false;
    }
    float single = (float)number;
    uint16_t half;
    uint32_t bits;
    switch (field->code) {
    case 'e':
        if (!half_from_double(number, &half))
            return too_large(vm, v, 'e');
        *word = half;
        return true;
    case 'f':
        if (!native && isinf(single) && !isinf(number))
            return too_large(vm, v, 'f');
        memcpy(&bits, &single, sizeof bits);
        *word = bits;
        return true;
    default:
        memcpy(word, &number, sizeof number);
        return true;
    }
}

static OWNED Value unpack_float(struct Interpreter *vm, char code, uint64_t word)
{
    uint32_t bits = (uint32_t)word;
    float single;
    double number;
    if (code == 'e')
        return float_new(vm, half_to_double((uint16_t)word));
    memcpy(&single, &bits, sizeof single);
    memcpy(&number, &word, sizeof number);
    return float_new(vm, code == 'f' ? (double)single : number);
}

/* ---- Octets ------------------------------------------------------------ */

static MUST_USE bool pack_text(struct Interpreter *vm, const struct StructField *field, Value v, uint8_t *to)
{
    const uint8_t *data;
    size_t length, room = field->repeat;
    if (!(is_bytes(vm, v) || is_byte_array(vm, v)) || !bytes_view(vm, v, &data, &length)) {
        raise_struct_error(vm, "argument for '%c' must be a bytes object", field->code);
        return false;
    }
    if (room == 0)
        return true;
    if (field->code == 'p') {
        room--;
        size_t shown = length < room ? length : room;
        *to++ = (uint8_t)(shown > 255 ? 255 : shown);
    }
    memmove(to, data, length < room ? length : room); /* pack_into() may copy from the buffer it writes */
    return true;
}

static OWNED Value unpack_text(struct Interpreter *vm, const struct StructField *field, const uint8_t *from)
{
    size_t length = field->repeat;
    if (field->code == 's' || length == 0)
        return bytes_new(vm, from, length);
    return bytes_new(vm, from + 1, from[0] < length ? from[0] : length - 1);
}

static MUST_USE bool pack_octet(struct Interpreter *vm, Value v, uint64_t *word)
{
    if (is_bytes(vm, v) && as_bytes(v)->length == 1) {
        *word = as_bytes(v)->data[0];
        return true;
    }
    raise_struct_error(vm, "char format requires a bytes object of length 1");
    return false;
}

/* ---- A field ----------------------------------------------------------- */

static MUST_USE bool pack_item(struct Interpreter *vm, const struct StructLayout *layout,
                               const struct StructField *field, Value v, uint8_t *to)
{
    uint64_t word = 0;
    int truth = 1;
    bool good;
    switch (field->code) {
    case 'c':
        good = pack_octet(vm, v, &word);
        break;
    case '?':
        truth = object_truth(vm, v);
        word = truth > 0;
        good = truth >= 0;
        break;
    case 'e': case 'f': case 'd':
        good = pack_float(vm, field, layout->native, v, &word);
        break;
    default:
        good = pack_integer(vm, field, v, &word);
        break;
    }
    if (good)
        store(to, word, field->size, layout->big_endian);
    return good;
}

bool struct_pack_values(struct Interpreter *vm, const struct StructLayout *layout, const Value *values, uint8_t *to)
{
    for (size_t i = 0; i < layout->field_count; i++) {
        const struct StructField *field = &layout->fields[i];
        uint8_t *place = to + field->offset;
        if (field->code == 's' || field->code == 'p') {
            if (!pack_text(vm, field, *values++, place))
                return false;
            continue;
        }
        for (size_t k = 0; k < field->repeat; k++, place += field->size)
            if (!pack_item(vm, layout, field, *values++, place))
                return false;
    }
    return true;
}

static OWNED Value unpack_item(struct Interpreter *vm, const struct StructField *field, const uint8_t *from,
                               bool big_endian)
{
    uint64_t word = load(from, field->size, big_endian);
    unsigned spare = 64 - 8u * field->size;
    switch (field->code) {
    case 'c':
        return bytes_new(vm, from, 1);
    case '?':
        return value_from_bool(word != 0);
    case 'e': case 'f': case 'd':
        return unpack_float(vm, field->code, word);
    default:
        return is_signed(field->code) ? int_new(vm, (int64_t)(word << spare) >> spare) : int_from_uint64(vm, word);
    }
}

Value struct_unpack_values(struct Interpreter *vm, const struct StructLayout *layout, const uint8_t *from)
{
    if (layout->value_count == 0)
        return retain(vm->empty_tuple);
    Value result = tuple_new_empty(vm, layout->value_count);
    size_t count = 0;
    for (size_t i = 0; !is_empty(result) && i < layout->field_count; i++) {
        const struct StructField *field = &layout->fields[i];
        bool is_text = field->code == 's' || field->code == 'p';
        const uint8_t *place = from + field->offset;
        for (size_t k = 0; k < (is_text ? 1 : field->repeat); k++, place += field->size) {
            Value item = is_text ? unpack_text(vm, field, place) : unpack_item(vm, field, place, layout->big_endian);
            if (is_empty(item)) {
                release(vm, result);
                return EMPTY;
            }
            slot_init(vm, as_tuple(result), &as_tuple(result)->items[count++], item);
        }
    }
    return result;
}
