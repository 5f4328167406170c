/*
 * The items of a memoryview: C numbers as Python objects, and back.
 */
#include "runtime/memoryview.h"
#include "runtime/number.h"
#include "runtime/object.h"

static const struct ItemFormat formats[] = {
    {'B', 1, false}, {'b', 1, true}, {'c', 1, false}, {'?', 1, false}, {'H', 2, false}, {'h', 2, true},
    {'I', 4, false}, {'i', 4, true}, {'L', 8, false}, {'l', 8, true},  {'Q', 8, false}, {'q', 8, true},
    {'N', 8, false}, {'n', 8, true}, {'P', 8, false}, {'e', 2, true},  {'f', 4, true},  {'d', 8, true},
};

const struct ItemFormat *item_format_find(const char *format)
{
    if (*format == '@')
        format++;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (formats[i].letter == format[0] && format[1] == '\0')
            return &formats[i];
    return NULL;
}

const struct ItemFormat *item_format_of(struct Interpreter *vm, const struct MemoryView *view)
{
    const struct ItemFormat *format = item_format_find(view->format);
    if (format == NULL)
        raise_error(vm, TYPE_NotImplementedError, "memoryview: format %s not supported", view->format);
    return format;
}

static OWNED Value unpack_float(struct Interpreter *vm, const uint8_t *at, char letter)
{
    uint16_t half;
    float single;
    double number;
    switch (letter) {
    case 'e':
        memcpy(&half, at, sizeof half);
        return float_new(vm, half_to_double(half));
    case 'f':
        memcpy(&single, at, sizeof single);
        return float_new(vm, (double)single);
    default:
        memcpy(&number, at, sizeof number);
        return float_new(vm, number);
    }
}

Value item_unpack(struct Interpreter *vm, const uint8_t *at, const struct ItemFormat *format)
{
    uint64_t bits = 0;
    if (strchr("efd", format->letter) != NULL)
        return unpack_float(vm, at, format->letter);
    if (format->letter == 'c')
        return bytes_new(vm, at, 1);
    memcpy(&bits, at, format->size);
    if (format->letter == '?')
        return value_from_bool(bits != 0);
    if (!format->is_signed)
        return int_from_uint64(vm, bits);
    int shift = 64 - 8 * format->size;
    return int_new(vm, (int64_t)(bits << shift) >> shift);
}

static MUST_USE bool raise_invalid_type(struct Interpreter *vm, char letter)
{
    raise_type_error(vm, "memoryview: invalid type for format '%c'", letter);
    return false;
}

static MUST_USE bool raise_invalid_value(struct Interpreter *vm, char letter)
{
    raise_value_error(vm, "memoryview: invalid value for format '%c'", letter);
    return false;
}

/* The word of an int as a C integer of 64 bits has it, and whether it fits one (unsigned for formats without sign). */
static bool word_of_int(Value number, bool is_signed, uint64_t *word)
{
    int64_t small;
    if (!is_signed)
        return int_fits_uint64(number, word);
    bool fits = int_fits_int64(number, &small);
    *word = fits ? (uint64_t)small : 0;
    return fits;
}

static MUST_USE bool pack_integer(struct Interpreter *vm, uint8_t *to, const struct ItemFormat *format, Value v)
{
    uint64_t word = 0;
    if (!is_int(vm, v) && value_type(vm, v)->operations.index == NULL)
        return raise_invalid_type(vm, format->letter);
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    bool fits = word_of_int(index, format->is_signed, &word);
    release(vm, index);
    int spare = 64 - 8 * format->size;
    if (fits && spare > 0)
        fits = format->is_signed ? (int64_t)(word << spare) >> spare == (int64_t)word : word >> (64 - spare) == 0;
    if (!fits)
        return error_pending(vm) ? false : raise_invalid_value(vm, format->letter);
    memcpy(to, &word, format->size);
    return true;
}

static MUST_USE bool pack_float(struct Interpreter *vm, uint8_t *to, const struct ItemFormat *format, Value v)
{
    double number;
    uint16_t half;
    if (!object_as_double(vm, v, &number)) {
        if (!error_matches(vm, TYPE_TypeError) && !error_matches(vm, TYPE_OverflowError))
            return false;
        bool wrong_type = error_matches(vm, TYPE_TypeError);
        error_clear(vm);
        return wrong_type ? raise_invalid_type(vm, format->letter) : raise_invalid_value(vm, format->letter);
    }
    float single = (float)number;
    if (format->letter == 'e' && !half_from_double(number, &half)) {
        raise_error(vm, TYPE_OverflowError, "float too large to pack with e format");
        return false;
    }
    if (format->letter == 'd')
        memcpy(to, &number, sizeof number);
    else if (format->letter == 'f')
        memcpy(to, &single, sizeof single);
    else
        memcpy(to, &half, sizeof half);
    return true;
}

static MUST_USE bool pack_octet(struct Interpreter *vm, uint8_t *to, Value v)
{
    if (!is_bytes(vm, v))
        return raise_invalid_type(vm, 'c');
    if (as_bytes(v)->length != 1)
        return raise_invalid_value(vm, 'c');
    *to = as_bytes(v)->data[0];
    return true;
}

bool item_pack(struct Interpreter *vm, uint8_t *to, const struct ItemFormat *format, Value v)
{
    if (format->letter == '?') {
        int truth = object_truth(vm, v);
        *to = truth > 0;
        return truth >= 0;
    }
    if (format->letter == 'c')
        return pack_octet(vm, to, v);
    return strchr("efd", format->letter) != NULL ? pack_float(vm, to, format, v) : pack_integer(vm, to, format, v);
}
