/*
 * The methods and attributes of float: rounding, ratios, hexadecimal text.
 *
 * Owner: the numbers.
 */
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <strings.h>

#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value float_itself(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return float_new(vm, float_value(args[0]));
}

static Value float_is_integer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    double number = float_value(args[0]);
    return value_from_bool(isfinite(number) && floor(number) == number);
}

static Value float_trunc(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_from_double(vm, float_value(args[0]));
}

static Value float_floor(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_from_double(vm, floor(float_value(args[0])));
}

static Value float_ceil(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_from_double(vm, ceil(float_value(args[0])));
}

static Value float_round(struct Interpreter *vm, const Value *args, size_t count)
{
    double number = float_value(args[0]);
    if (count == 1 || is_none(args[1]))
        return int_from_double(vm, rint(number));
    int64_t digits;
    if (!object_as_int64_clamped(vm, args[1], &digits))
        return EMPTY;
    if (!isfinite(number))
        return float_new(vm, number);
    int limited = digits > 1000 ? 1000 : digits < -1000 ? -1000 : (int)digits;
    double result = float_round_digits(number, limited);
    if (isinf(result))
        return raise_error(vm, TYPE_OverflowError, "rounded value too large to represent");
    return float_new(vm, result);
}

/* mantissa * 2**exponent as numerator and denominator in lowest terms. */
static Value ratio_from_parts(struct Interpreter *vm, int64_t mantissa, int exponent)
{
    while (exponent < 0 && (mantissa & 1) == 0) {
        mantissa /= 2;
        exponent++;
    }
    Value items[2], one = value_from_small_int(1);
    Value whole = value_from_small_int(mantissa), shift = value_from_small_int(exponent < 0 ? -exponent : exponent);
    items[0] = exponent > 0 ? int_binary(vm, BINARY_LEFT_SHIFT, whole, shift) : whole;
    items[1] = exponent < 0 ? int_binary(vm, BINARY_LEFT_SHIFT, one, shift) : one;
    if (is_empty(items[0]) || is_empty(items[1])) {
        release_maybe(vm, items[0]);
        release_maybe(vm, items[1]);
        return EMPTY;
    }
    return tuple_from_stolen(vm, items, 2);
}

Value float_integer_ratio(struct Interpreter *vm, double number)
{
    if (isinf(number))
        return raise_error(vm, TYPE_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(number))
        return raise_value_error(vm, "cannot convert NaN to integer ratio");
    if (number == 0)
        return ratio_from_parts(vm, 0, 0);
    int exponent;
    double fraction = frexp(number, &exponent);
    return ratio_from_parts(vm, (int64_t)ldexp(fraction, DBL_MANT_DIG), exponent - DBL_MANT_DIG);
}

static Value float_as_integer_ratio(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return float_integer_ratio(vm, float_value(args[0]));
}

/* ---- Hexadecimal text ------------------------------------------------------------------ */

Value float_to_hex(struct Interpreter *vm, double number)
{
    if (!isfinite(number))
        return float_repr(vm, number);
    int exponent = 0;
    double fraction = frexp(fabs(number), &exponent);
    if (fraction != 0) { /* one bit before the point, or none when subnormal */
        int up = exponent - 1 < DBL_MIN_EXP - 1 ? exponent - DBL_MIN_EXP : 0;
        fraction = ldexp(fraction, 1 + up);
        exponent -= 1 + up;
    }
    uint64_t bits = (uint64_t)ldexp(fraction, 52);
    char buffer[40];
    const char *sign = signbit(number) ? "-" : "";
    if (number == 0)
        snprintf(buffer, sizeof buffer, "%s0x0.0p+0", sign);
    else
        snprintf(buffer, sizeof buffer, "%s0x%u.%013llxp%+d", sign, (unsigned)(bits >> 52),
                 (unsigned long long)(bits & (((uint64_t)1 << 52) - 1)), exponent);
    return string_from_cstring(vm, buffer);
}

static Value float_hex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return float_to_hex(vm, float_value(args[0]));
}

struct HexScan {
    uint64_t mantissa; /* up to 64 bits; the lowest is sticky */
    int64_t exponent;
    bool any, fraction, overflow;
};

static void hex_add_digit(struct HexScan *scan, unsigned digit)
{
    scan->any = true;
    if (scan->mantissa >> 60) {
        scan->mantissa |= digit != 0;
        scan->exponent += scan->fraction ? 0 : 4;
    } else {
        scan->mantissa = scan->mantissa << 4 | digit;
        scan->exponent -= scan->fraction ? 4 : 0;
    }
}

static unsigned hex_digit(char c)
{
    return isdigit((unsigned char)c) ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a' + 10);
}

static const char *hex_scan_exponent(struct HexScan *scan, const char *p, const char *end)
{
    if (p == end || (*p | 0x20) != 'p')
        return p;
    p++;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    if (p == end || !isdigit((unsigned char)*p))
        return NULL;
    int64_t exponent = 0;
    for (; p < end && isdigit((unsigned char)*p); p++)
        if (exponent < 1000000000)
            exponent = exponent * 10 + (*p - '0');
    scan->exponent += negative ? -exponent : exponent;
    return p;
}

/* NULL: no hexadecimal number; otherwise where it ends. */
static const char *hex_scan(struct HexScan *scan, const char *p, const char *end)
{
    if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x')
        p += 2;
    for (; p < end && (isxdigit((unsigned char)*p) || (*p == '.' && !scan->fraction)); p++) {
        if (*p == '.')
            scan->fraction = true;
        else
            hex_add_digit(scan, hex_digit(*p));
    }
    return scan->any ? hex_scan_exponent(scan, p, end) : NULL;
}

static double hex_value(struct HexScan *scan)
{
    if (scan->mantissa == 0)
        return 0.0;
    int shift = __builtin_clzll(scan->mantissa);
    return int_scale_to_double(scan->mantissa << shift, scan->exponent - shift, &scan->overflow);
}

static const char *skip_spaces(const char *p, const char *end)
{
    while (p < end && isspace((unsigned char)*p))
        p++;
    return p;
}

/* 1 read, 0 malformed, -1 too large. */
static int hex_parse(const char *p, const char *end, double *number)
{
    struct HexScan scan = {0, 0, false, false, false};
    p = skip_spaces(p, end);
    const char *start = p;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    if (p < end && ((*p | 0x20) == 'i' || (*p | 0x20) == 'n')) {
        p = start + float_scan(start, end, number);
        return p > start && skip_spaces(p, end) == end;
    }
    p = hex_scan(&scan, p, end);
    if (!p || skip_spaces(p, end) != end)
        return 0;
    *number = hex_value(&scan);
    if (negative)
        *number = -*number;
    return scan.overflow ? -1 : 1;
}

static Value float_fromhex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Utf8View view;
    double number;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "bad argument type for built-in operation");
    if (!utf8_view(vm, args[1], &view))
        return EMPTY;
    int done = hex_parse(view.text, view.text + view.length, &number);
    utf8_release(vm, &view);
    if (done < 0)
        return raise_error(vm, TYPE_OverflowError, "hexadecimal value too large to represent as a float");
    if (done == 0)
        return raise_value_error(vm, "invalid hexadecimal floating-point string");
    Value result = float_new(vm, number);
    if (is_empty(result) || value_object(args[0]) == (struct Object *)builtin_type(vm, TYPE_float))
        return result;
    Value converted = object_call_1(vm, args[0], result);
    release(vm, result);
    return converted;
}

static Value float_getformat(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__getformat__() argument must be str, not %A", args[1]);
    if (!string_equals_cstring(args[1], "double") && !string_equals_cstring(args[1], "float"))
        return raise_value_error(vm, "__getformat__() argument 1 must be 'double' or 'float'");
    return string_from_cstring(vm, "IEEE, little-endian");
}

static Value float_getnewargs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value item = float_new(vm, float_value(args[0]));
    return is_empty(item) ? EMPTY : tuple_from_stolen(vm, &item, 1);
}

static Value float_format(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__format__() argument must be str, not %A", args[1]);
    if (string_length(args[1]) == 0 && value_type(vm, args[0]) != builtin_type(vm, TYPE_float))
        return object_str(vm, args[0]); /* a subclass may have a __str__ of its own */
    return format_float(vm, args[0], args[1]);
}

static Value float_sizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    size_t size = is_object(args[0]) ? object_cell_size(value_object(args[0])) : sizeof(Value);
    return value_from_small_int((int64_t)size);
}

static Value float_real(struct Interpreter *vm, Value self)
{
    return object_has_type(vm, self, TYPE_float) ? retain(self) : float_new(vm, float_value(self));
}

static Value float_imaginary(struct Interpreter *vm, Value self)
{
    (void)self;
    return float_new(vm, 0.0);
}

const struct NativeMethod float_methods[] = {
    METHOD("conjugate", float_itself, 0, 0, "", "Return self, the complex conjugate of any float."),
    METHOD("__trunc__", float_trunc, 0, 0, "", "Return the Integral closest to x between 0 and x."),
    METHOD("__floor__", float_floor, 0, 0, "", "Return the floor as an Integral."),
    METHOD("__ceil__", float_ceil, 0, 0, "", "Return the ceiling as an Integral."),
    METHOD("__round__", float_round, 0, 1, "ndigits=None, /",
           "Return the Integral closest to x, rounding half toward even."),
    METHOD("as_integer_ratio", float_as_integer_ratio, 0, 0, "",
           "Return a pair of integers, whose ratio is exactly equal to the original float."),
    CLASS_METHOD("fromhex", float_fromhex, 1, 1, "string, /",
                 "Create a floating-point number from a hexadecimal string."),
    METHOD("hex", float_hex, 0, 0, "", "Return a hexadecimal representation of a floating-point number."),
    METHOD("is_integer", float_is_integer, 0, 0, "", "Return True if the float is an integer."),
    METHOD("__getnewargs__", float_getnewargs, 0, 0, "", NULL),
    CLASS_METHOD("__getformat__", float_getformat, 1, 1, "typestr, /", "You probably don't want to use this function."),
    METHOD("__format__", float_format, 1, 1, "format_spec, /", "Formats the float according to format_spec."),
    METHOD("__sizeof__", float_sizeof, 0, 0, "", "Size of object in memory, in bytes."),
    METHODS_END,
};

const struct NativeAttribute float_attributes[] = {
    {"real", float_real, NULL, "the real part of a complex number"},
    {"imag", float_imaginary, NULL, "the imaginary part of a complex number"},
    ATTRIBUTES_END,
};
