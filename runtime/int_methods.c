/*
 * The methods and attributes of int.
 *
 * Owner: the numbers.  Every method takes bools and instances of subclasses
 * as self and returns plain ints.
 */
#include "runtime/bytes.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/string_internal.h"

static Value int_bit_length(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    struct IntView view;
    int_view(args[0], &view);
    return value_from_small_int(int_view_bits(&view));
}

static Value int_bit_count(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    struct IntView view;
    int_view(args[0], &view);
    return value_from_small_int(view.size ? (int64_t)mpn_popcount(view.limbs, view.size) : 0);
}

static Value int_itself(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_plain(vm, args[0]);
}

static Value int_is_integer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_TRUE;
}

static Value int_as_integer_ratio(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value items[2] = {int_plain(vm, args[0]), value_from_small_int(1)};
    return is_empty(items[0]) ? EMPTY : tuple_from_stolen(vm, items, 2);
}

static Value int_getnewargs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value item = int_plain(vm, args[0]);
    return is_empty(item) ? EMPTY : tuple_from_stolen(vm, &item, 1);
}

/* The bytes the number takes: a word lies inside its holder and has no cell of its own. */
static Value int_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    size_t size = is_object(args[0]) ? object_cell_size(value_object(args[0])) : sizeof(Value);
    return value_from_small_int((int64_t)size);
}

static Value int_format(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__format__() argument must be str, not %A", args[1]);
    if (string_length(args[1]) == 0 && value_type(vm, args[0]) != builtin_type(vm, TYPE_int))
        return object_str(vm, args[0]); /* a subclass may have a __str__ of its own */
    return format_int(vm, args[0], args[1]);
}

/* ---- round() ------------------------------------------------------------------------ */

/* number - (number rem unit), where rem is the nearest remainder, ties to an even quotient. unit > 0. */
static Value round_to_multiple(struct Interpreter *vm, Value number, Value unit)
{
    Value pair = int_divmod(vm, number, unit), twice = EMPTY, quotient = EMPTY, result = EMPTY;
    if (is_empty(pair))
        return EMPTY;
    const Value *items = as_tuple(pair)->items;
    twice = int_binary(vm, BINARY_LEFT_SHIFT, items[1], value_from_small_int(1));
    if (!is_empty(twice)) {
        int order = int_compare(twice, unit);
        struct IntView view;
        int_view(items[0], &view);
        bool odd = view.size && (view.limbs[0] & 1);
        bool up = order > 0 || (order == 0 && odd);
        quotient = int_binary(vm, BINARY_ADD, items[0], value_from_small_int(up));
    }
    if (!is_empty(quotient))
        result = int_binary(vm, BINARY_MULTIPLY, quotient, unit);
    release_maybe(vm, quotient);
    release_maybe(vm, twice);
    release(vm, pair);
    return result;
}

static Value int_round(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 1 || is_none(args[1]))
        return int_plain(vm, args[0]);
    int64_t digits;
    if (!object_as_int64_clamped(vm, args[1], &digits))
        return EMPTY;
    if (digits >= 0)
        return int_plain(vm, args[0]);
    struct IntView view;
    int_view(args[0], &view);
    if ((double)-digits > (double)int_view_bits(&view) * 0.30103 + 2)
        return value_from_small_int(0);
    Value unit = int_binary(vm, BINARY_POWER, value_from_small_int(10), value_from_small_int(-digits));
    if (is_empty(unit))
        return EMPTY;
    Value result = round_to_multiple(vm, args[0], unit);
    release(vm, unit);
    return result;
}

/* ---- Bytes ---------------------------------------------------------------------------- */

/* 1 little, 0 big, -1 raised; ABSENT means big. */
static int byte_order(struct Interpreter *vm, const char *function, Value order)
{
    if (is_absent(order))
        return 0;
    if (!is_string(vm, order)) {
        if (is_none(order))
            raise_type_error(vm, "%s() argument 'byteorder' must be str, not None", function);
        else
            raise_type_error(vm, "%s() argument 'byteorder' must be str, not %A", function, order);
        return -1;
    }
    const struct String *s = as_string(order);
    if (s->length == 3 && memcmp(s->data, "big", 3) == 0)
        return 0;
    if (s->length == 6 && memcmp(s->data, "little", 6) == 0)
        return 1;
    raise_value_error(vm, "byteorder must be either 'little' or 'big'");
    return -1;
}

static int optional_truth(struct Interpreter *vm, Value v)
{
    return is_absent(v) ? 0 : object_truth(vm, v);
}

/* Octet i of the number in two's complement, least significant first; *carry starts at 1. */
static uint8_t octet_at(const struct IntView *view, size_t i, unsigned *carry)
{
    size_t limb = i / sizeof(mp_limb_t);
    uint8_t octet = 0;
    if (limb < (size_t)view->size)
        octet = (uint8_t)(view->limbs[limb] >> (8 * (i % sizeof(mp_limb_t))));
    if (!view->negative)
        return octet;
    unsigned sum = (uint8_t)~octet + *carry;
    *carry = sum >> 8;
    return (uint8_t)sum;
}

/* Whether length octets hold the number. */
static bool octets_suffice(const struct IntView *view, size_t length, bool is_signed)
{
    int64_t bits = int_view_bits(view);
    if (!is_signed)
        return bits <= (int64_t)length * 8;
    if (view->size == 0)
        return true;
    if (view->negative) { /* -2**(n-1) still fits */
        bool power_of_two = mpn_popcount(view->limbs, view->size) == 1;
        return bits - power_of_two < (int64_t)length * 8;
    }
    return bits < (int64_t)length * 8;
}

Value int_to_bytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t length = 1;
    if (!is_absent(args[1]) && !read_size(vm, args[1], &length))
        return EMPTY;
    int little = byte_order(vm, "to_bytes", args[2]), is_signed = optional_truth(vm, args[3]);
    if (little < 0 || is_signed < 0)
        return EMPTY;
    if (length < 0)
        return raise_value_error(vm, "length argument must be non-negative");
    struct IntView view;
    int_view(args[0], &view);
    Value result = bytes_new(vm, NULL, (size_t)length); /* no memory for it is told before anything else */
    if (is_empty(result))
        return EMPTY;
    if (length == 0 && is_signed && value_same(args[0], value_from_small_int(-1)))
        return result; /* as CPython: no bit of it is lost */
    bool negative = view.negative && view.size && !is_signed;
    if (negative || !octets_suffice(&view, (size_t)length, is_signed)) {
        release(vm, result);
        return raise_error(vm, TYPE_OverflowError, negative ? "can't convert negative int to unsigned"
                                                            : "int too big to convert");
    }
    uint8_t *data = as_bytes(result)->data;
    if (length <= 8 && view.size <= 1) { /* one word in two's complement */
        uint64_t word = view.size ? view.negative ? 0 - view.limbs[0] : view.limbs[0] : 0;
        for (int64_t i = 0; i < length; i++)
            data[little ? i : length - 1 - i] = (uint8_t)(word >> (8 * i));
        return result;
    }
    unsigned carry = 1;
    for (int64_t i = 0; i < length; i++)
        data[little ? i : length - 1 - i] = octet_at(&view, (size_t)i, &carry);
    return result;
}

static Value int_from_octets(struct Interpreter *vm, const uint8_t *data, size_t length, bool little, bool is_signed)
{
    size_t size = (length + sizeof(mp_limb_t) - 1) / sizeof(mp_limb_t);
    bool negative = is_signed && length && (data[little ? length - 1 : 0] & 0x80);
    if (length <= 7) {
        uint64_t word = negative ? UINT64_MAX << (8 * length) : 0;
        for (size_t i = 0; i < length; i++)
            word |= (uint64_t)data[little ? i : length - 1 - i] << (8 * i);
        return value_from_small_int((int64_t)word);
    }
    if (size > INT32_MAX)
        return raise_memory_error(vm);
    struct BigInt *result = int_allocate(vm, (int64_t)size);
    if (!result)
        return EMPTY;
    unsigned carry = 1;
    for (size_t i = 0; i < length; i++) {
        uint8_t octet = data[little ? i : length - 1 - i];
        if (negative) {
            unsigned sum = (uint8_t)~octet + carry;
            carry = sum >> 8;
            octet = (uint8_t)sum;
        }
        result->limbs[i / sizeof(mp_limb_t)] |= (mp_limb_t)octet << (8 * (i % sizeof(mp_limb_t)));
    }
    return int_normalize(vm, result, (int64_t)size, negative);
}

/* bytes(v) for v that is no buffer: __bytes__ or an iterable of ints. */
static Value bytes_from_value(struct Interpreter *vm, Value v)
{
    if (is_string(vm, v) || is_int(vm, v) || is_float(vm, v))
        return raise_type_error(vm, "cannot convert '%T' object to bytes", v);
    Value args[1] = {v};
    return object_call(vm, value_from_object(builtin_type(vm, TYPE_bytes)), args, 1, EMPTY);
}

Value int_from_bytes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const uint8_t *data;
    size_t length;
    int little = byte_order(vm, "from_bytes", args[2]), is_signed = optional_truth(vm, args[3]);
    if (little < 0 || is_signed < 0)
        return EMPTY;
    Value holder = bytes_view(vm, args[1], &data, &length) ? VALUE_NONE : bytes_from_value(vm, args[1]);
    if (is_empty(holder))
        return EMPTY;
    Value result = EMPTY;
    if (is_none(holder) || bytes_view(vm, holder, &data, &length))
        result = int_from_octets(vm, data, length, little, is_signed);
    release(vm, holder);
    Value class = args[0];
    if (is_empty(result) || value_object(class) == (struct Object *)builtin_type(vm, TYPE_int))
        return result;
    Value converted = object_call_1(vm, class, result);
    release(vm, result);
    return converted;
}

static Value int_real(struct Interpreter *vm, Value self)
{
    return int_plain(vm, self);
}

static Value int_zero(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return value_from_small_int(0);
}

static Value int_one(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return value_from_small_int(1);
}

const struct NativeMethod int_methods[] = {
    METHOD("conjugate", int_itself, 0, 0, "", "Returns self, the complex conjugate of any int."),
    METHOD("bit_length", int_bit_length, 0, 0, "", "Number of bits necessary to represent self in binary."),
    METHOD("bit_count", int_bit_count, 0, 0, "",
           "Number of ones in the binary representation of the absolute value of self."),
    METHOD_NAMED("to_bytes", int_to_bytes, "length=1, byteorder='big', *, signed=False",
                 "Return an array of bytes representing an integer."),
    {"from_bytes", {.positional = int_from_bytes}, 0, 0, NATIVE_NAMED | NATIVE_CLASS_METHOD,
     "bytes, byteorder='big', *, signed=False",
     "Return the integer represented by the given array of bytes."},
    METHOD("as_integer_ratio", int_as_integer_ratio, 0, 0, "",
           "Return a pair of integers, whose ratio is equal to the original int."),
    METHOD("is_integer", int_is_integer, 0, 0, "", "Returns True. Exists for duck type compatibility with float."),
    METHOD("__trunc__", int_itself, 0, 0, "", "Truncating an Integral returns itself."),
    METHOD("__floor__", int_itself, 0, 0, "", "Flooring an Integral returns itself."),
    METHOD("__ceil__", int_itself, 0, 0, "", "Ceiling of an Integral returns itself."),
    METHOD("__round__", int_round, 0, 1, "ndigits=None, /", "Rounding an Integral returns itself."),
    METHOD("__getnewargs__", int_getnewargs, 0, 0, "", NULL),
    METHOD("__format__", int_format, 1, 1, "format_spec, /", "Convert to a string according to format_spec."),
    METHOD("__sizeof__", int_sizeof, 0, 0, "", "Returns size in memory, in bytes."),
    METHODS_END,
};

const struct NativeAttribute int_attributes[] = {
    {"real", int_real, NULL, "the real part of a complex number"},
    {"imag", int_zero, NULL, "the imaginary part of a complex number"},
    {"numerator", int_real, NULL, "the numerator of a rational number in lowest terms"},
    {"denominator", int_one, NULL, "the denominator of a rational number in lowest terms"},
    ATTRIBUTES_END,
};
