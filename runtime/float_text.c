/*
 * Doubles to text and back.
 *
 * Owner: the numbers.  The shortest text that reads back as the same double
 * comes from Schubfach (R. Giulietti, "The Schubfach way to render doubles",
 * 2021): the interval of numbers that round to the double is scaled by a power
 * of ten so that it holds between two and twenty integers, and the right one
 * is chosen with three 128-bit products.  Fixed precisions are left to the C
 * library's exact printf, reading to its exact strtod.
 */
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/string.h"

/* ---- The shortest digits ----------------------------------------------------- */

enum { POWER_MINIMUM = -292, POWER_MAXIMUM = 324 };

static const struct {
    uint64_t high, low;
} powers_of_ten[] = {
#define POWER(k, high, low) {high, low},
#include "runtime/float_powers.def"
#undef POWER
};

/* floor(log10(2**e)) and floor(log10(3/4 * 2**e)); floor(log2(10**e)). */
static int floor_log10_power2(int e, bool three_quarters)
{
    return (e * 1262611 - (three_quarters ? 524031 : 0)) >> 22;
}

static int floor_log2_power10(int e)
{
    return (e * 1741647) >> 19;
}

/* The product's high part, with everything below folded into its lowest bit. */
static uint64_t multiply_to_odd(int power, uint64_t factor)
{
    const uint64_t high = powers_of_ten[power - POWER_MINIMUM].high, low = powers_of_ten[power - POWER_MINIMUM].low;
    unsigned __int128 lower = (unsigned __int128)low * factor;
    unsigned __int128 upper = (unsigned __int128)high * factor + (uint64_t)(lower >> 64);
    return (uint64_t)(upper >> 64) | ((uint64_t)upper > 1);
}

/* number == result * 10**exponent as closely as the shortest text can say it. */
static uint64_t shortest_decimal(uint64_t fraction, int biased_exponent, int *exponent)
{
    uint64_t c = biased_exponent ? fraction | (uint64_t)1 << 52 : fraction;
    int q = (biased_exponent ? biased_exponent : 1) - 1075;
    if (q <= 0 && q > -53 && (c & (((uint64_t)1 << -q) - 1)) == 0) { /* a small integer */
        *exponent = 0;
        return c >> -q;
    }
    bool even = (c & 1) == 0, closer = fraction == 0 && biased_exponent > 1;
    int k = floor_log10_power2(q, closer), h = q + floor_log2_power10(-k) + 1;
    uint64_t lower = multiply_to_odd(-k, (4 * c - 2 + closer) << h) + !even;
    uint64_t middle = multiply_to_odd(-k, (4 * c) << h);
    uint64_t upper = multiply_to_odd(-k, (4 * c + 2) << h) - !even;
    uint64_t s = middle / 4;
    *exponent = k;
    if (s >= 10) { /* one digit less may do */
        uint64_t tens = s / 10;
        bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
        if (below != above) {
            ++*exponent;
            return tens + above;
        }
    }
    bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
    if (below != above)
        return s + above;
    uint64_t halfway = 4 * s + 2;
    return s + (middle > halfway || (middle == halfway && (s & 1)));
}

int float_shortest_digits(double number, char digits[20], int *point)
{
    uint64_t word;
    memcpy(&word, &number, sizeof word);
    int exponent, count;
    uint64_t decimal = shortest_decimal(word & (((uint64_t)1 << 52) - 1), (int)(word >> 52 & 0x7ff), &exponent);
    while (decimal % 10 == 0) {
        decimal /= 10;
        exponent++;
    }
    char buffer[20], *end = buffer + sizeof buffer, *start = write_decimal(end, decimal);
    count = (int)(end - start);
    memcpy(digits, start, (size_t)count);
    *point = count + exponent;
    return count;
}

/* ---- Layout --------------------------------------------------------------------- */

enum { SIGNIFICANT_MAX = 767, FRACTION_MAX = 1074 }; /* digits beyond these are zeros for every double */

static void add_text(struct FloatText *text, const char *characters, size_t count)
{
    memcpy(text->buffer + text->length, characters, count);
    text->length += count;
}

static void add_zeros(struct FloatText *text, size_t count)
{
    memset(text->buffer + text->length, '0', count);
    text->length += count;
}

static void add_exponent(struct FloatText *text, int exponent, bool upper)
{
    text->length += (size_t)snprintf(text->buffer + text->length, 8, "%c%+03d", upper ? 'E' : 'e', exponent);
}

/* d.ddd, then `padding` zeros, then the exponent. */
static void layout_exponent(struct FloatText *text, const char *digits, int count, int point, size_t padding,
                            unsigned flags, bool upper)
{
    add_text(text, digits, 1);
    text->integer = 1;
    if (count > 1 || padding || (flags & FLOAT_ALTERNATE))
        add_text(text, ".", 1);
    add_text(text, digits + 1, (size_t)count - 1);
    text->zeros_at = text->length;
    text->zeros = padding;
    add_exponent(text, point - 1, upper);
}

/* Plain decimal notation of 0.ddd * 10**point. */
static void layout_fixed(struct FloatText *text, const char *digits, int count, int point, size_t padding,
                         unsigned flags)
{
    int before = point > 0 ? point : 0;
    int taken = before < count ? before : count;
    if (before == 0)
        add_text(text, "0", 1);
    add_text(text, digits, (size_t)taken);
    if (before > count) { /* zeros before the point use up the padding */
        add_zeros(text, (size_t)(before - count));
        padding = padding > (size_t)(before - count) ? padding - (size_t)(before - count) : 0;
    }
    text->integer = text->length;
    bool fraction = taken < count || padding;
    if (!fraction && (flags & FLOAT_ADD_POINT_ZERO))
        add_text(text, ".0", 2);
    else if (fraction || (flags & FLOAT_ALTERNATE))
        add_text(text, ".", 1);
    if (point < 0 && fraction)
        add_zeros(text, (size_t)-point);
    add_text(text, digits + taken, (size_t)(count - taken));
    text->zeros_at = text->length;
    text->zeros = padding;
}

static void text_shortest(struct FloatText *text, double number, unsigned flags)
{
    char digits[20] = "0";
    int count = 1, point = 1;
    if (number != 0)
        count = float_shortest_digits(number, digits, &point);
    if (point <= -4 || point > 16)
        layout_exponent(text, digits, count, point, 0, flags, false);
    else
        layout_fixed(text, digits, count, point, 0, flags);
}

/* `count` correctly rounded significant digits. */
static int significant_digits(double number, int count, char *digits)
{
    char printed[SIGNIFICANT_MAX + 24];
    int point;
    if (float_significant_digits(number, count, digits, &point))
        return point;
    snprintf(printed, sizeof printed, "%.*e", count - 1, number);
    digits[0] = printed[0];
    memcpy(digits + 1, printed + 2, (size_t)count - 1);
    const char *exponent = printed + (count > 1 ? count + 1 : 1);
    return number == 0 ? 1 : atoi(exponent + 1) + 1;
}

static void text_exponent(struct FloatText *text, double number, int64_t precision, unsigned flags, bool upper)
{
    char digits[SIGNIFICANT_MAX + 1];
    int64_t wanted = precision + 1;
    int count = wanted > SIGNIFICANT_MAX ? SIGNIFICANT_MAX : (int)wanted;
    int point = significant_digits(number, count, digits);
    layout_exponent(text, digits, count, point, (size_t)(wanted - count), flags, upper);
}

static void text_general(struct FloatText *text, double number, int64_t precision, unsigned flags, bool upper)
{
    char digits[SIGNIFICANT_MAX + 1];
    if (precision == 0)
        precision = 1;
    int count = precision > SIGNIFICANT_MAX ? SIGNIFICANT_MAX : (int)precision;
    int point = significant_digits(number, count, digits);
    while (count > 1 && digits[count - 1] == '0')
        count--;
    size_t padding = flags & FLOAT_ALTERNATE ? (size_t)(precision - count) : 0;
    int64_t limit = precision - ((flags & FLOAT_ADD_POINT_ZERO) != 0);
    if (point <= -4 || point > limit)
        layout_exponent(text, digits, count, point, padding, flags, upper);
    else
        layout_fixed(text, digits, count, point, padding, flags);
}

static void text_fixed(struct FloatText *text, double number, int64_t precision, unsigned flags)
{
    int count = precision > FRACTION_MAX ? FRACTION_MAX : (int)precision;
    text->length = float_fixed_digits(text->buffer, number, count);
    if (text->length == 0)
        text->length = (size_t)snprintf(text->buffer, sizeof text->buffer, "%.*f", count, number);
    text->integer = count ? text->length - (size_t)count - 1 : text->length;
    if (count == 0 && (flags & FLOAT_ALTERNATE))
        add_text(text, ".", 1);
    text->zeros_at = text->length;
    text->zeros = (size_t)(precision - count);
}

static bool text_is_zero(const struct FloatText *text)
{
    for (size_t i = 0; i < text->length && text->buffer[i] != 'e' && text->buffer[i] != 'E'; i++)
        if (text->buffer[i] >= '1' && text->buffer[i] <= '9')
            return false;
    return true;
}

static void text_not_finite(struct FloatText *text, double number, bool upper)
{
    add_text(text, isnan(number) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"), 3);
    text->finite = false;
    text->integer = 0;
    if (isnan(number))
        text->negative = false;
}

void float_make_text(struct FloatText *text, double number, char code, int64_t precision, unsigned flags)
{
    text->negative = signbit(number);
    text->finite = true;
    text->length = text->integer = text->zeros = text->zeros_at = 0;
    bool upper = code == 'E' || code == 'F' || code == 'G';
    double magnitude = fabs(number);
    if (!isfinite(number))
        text_not_finite(text, number, upper);
    else if (code == 'r')
        text_shortest(text, magnitude, flags);
    else if (code == 'e' || code == 'E')
        text_exponent(text, magnitude, precision, flags, upper);
    else if (code == 'f' || code == 'F')
        text_fixed(text, magnitude, precision, flags);
    else
        text_general(text, magnitude, precision, flags, upper);
    if ((flags & FLOAT_NO_NEGATIVE_ZERO) && text->negative && isfinite(number) && text_is_zero(text))
        text->negative = false;
}

Value float_to_string(struct Interpreter *vm, double number, char code, int64_t precision, unsigned flags)
{
    struct FloatText text;
    struct StringBuilder builder;
    float_make_text(&text, number, code, precision, flags);
    builder_open(&builder, vm);
    if ((text.negative && !builder_add_char(&builder, '-')) ||
        !builder_add_utf8(&builder, text.buffer, text.zeros_at) ||
        !builder_add_repeat(&builder, '0', text.zeros) ||
        !builder_add_utf8(&builder, text.buffer + text.zeros_at, text.length - text.zeros_at)) {
        builder_abandon(&builder);
        return EMPTY;
    }
    return builder_finish(&builder);
}

Value float_repr(struct Interpreter *vm, double number)
{
    struct FloatText text;
    float_make_text(&text, number, 'r', 0, FLOAT_ADD_POINT_ZERO);
    if (!text.negative)
        return string_from_ascii(vm, text.buffer, text.length);
    memmove(text.buffer + 1, text.buffer, text.length);
    text.buffer[0] = '-';
    return string_from_ascii(vm, text.buffer, text.length + 1);
}

/* ---- Rounding ----------------------------------------------------------------------- */

/* To a multiple of 10**places, places > 0. */
static double round_to_power(double number, int places)
{
    char digits[32], text[48];
    snprintf(digits, sizeof digits, "%.17e", fabs(number));
    int exponent = atoi(strchr(digits, 'e') + 1), count = exponent + 1 - places;
    if (count < 0)
        return copysign(0.0, number);
    if (count > 17)
        return number;
    if (count == 0) { /* nothing is left but a carry: more than half of the unit */
        snprintf(text, sizeof text, "5e%d", places - 1);
        snprintf(digits, sizeof digits, "1e%d", places);
        return copysign(fabs(number) > strtod(text, NULL) ? strtod(digits, NULL) : 0.0, number);
    }
    snprintf(text, sizeof text, "%.*e", count - 1, number);
    return strtod(text, NULL);
}

double float_round_digits(double number, int digits)
{
    char text[400];
    if (number == 0 || digits > 323)
        return number;
    if (digits < -308)
        return copysign(0.0, number);
    if (digits < 0)
        return round_to_power(number, -digits);
    if (fabs(number) >= 0x1p52)
        return number;
    double result;
    size_t length = float_fixed_digits(text, fabs(number), digits);
    if (length == 0)
        length = (size_t)snprintf(text, sizeof text, "%.*f", digits, fabs(number));
    float_scan(text, text + length, &result);
    return copysign(result, number);
}

/* ---- Text to double ------------------------------------------------------------------- */

enum { DIGITS_KEPT = 800 }; /* more than any double needs to be told from its neighbours */

struct Decimal {
    char digits[DIGITS_KEPT + 24];
    size_t count;
    int64_t exponent; /* of the last digit kept */
    bool dropped;     /* a digit that is not zero was left out */
};

static void decimal_add(struct Decimal *decimal, char digit, bool fraction)
{
    if (decimal->count == 0 && digit == '0') {
        decimal->exponent -= fraction;
    } else if (decimal->count < DIGITS_KEPT) {
        decimal->digits[decimal->count++] = digit;
        decimal->exponent -= fraction;
    } else {
        decimal->dropped |= digit != '0';
        decimal->exponent += !fraction;
    }
}

/*
 * The digits times the tabulated power of ten (Lemire, "Number parsing at a gigabyte per second", 2021).  Below 10**0
 * and above 10**55 the power is cut off, so the true product is a little larger than ours; unless that could carry
 * into the bits we keep, the bits are right and a sticky one stands for the rest.
 */
static bool decimal_value_quickly(const struct Decimal *decimal, double *result)
{
    int64_t k = decimal->exponent;
    if (k < POWER_MINIMUM || k > POWER_MAXIMUM)
        return false;
    uint64_t digits = 0;
    for (size_t i = 0; i < decimal->count; i++)
        digits = digits * 10 + (uint64_t)(decimal->digits[i] - '0');
    int shift = __builtin_clzll(digits);
    digits <<= shift;
    bool cut = k < 0 || k > 55;
    unsigned __int128 upper = (unsigned __int128)powers_of_ten[k - POWER_MINIMUM].high * digits;
    unsigned __int128 lower = (unsigned __int128)(powers_of_ten[k - POWER_MINIMUM].low - cut) * digits;
    upper += (uint64_t)(lower >> 64);
    uint64_t high = (uint64_t)(upper >> 64), low = (uint64_t)upper;
    if (cut && (low & (UINT64_MAX >> 1)) == UINT64_MAX >> 1)
        return false;
    int64_t exponent = floor_log2_power10((int)k) + 1 - shift;
    bool overflow = false;
    if (!(high >> 63)) {
        high = high << 1 | low >> 63;
        low <<= 1;
        exponent--;
    }
    *result = int_scale_to_double(high | (low != 0 || cut || (uint64_t)lower != 0), exponent, &overflow);
    return true;
}

static double decimal_value(struct Decimal *decimal)
{
    static const double exact[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (decimal->count == 0)
        return 0.0;
    if (decimal->count <= 15 && decimal->exponent >= -22 && decimal->exponent <= 22) {
        uint64_t whole = 0;
        for (size_t i = 0; i < decimal->count; i++)
            whole = whole * 10 + (uint64_t)(decimal->digits[i] - '0');
        return decimal->exponent < 0 ? (double)whole / exact[-decimal->exponent]
                                     : (double)whole * exact[decimal->exponent];
    }
    double result;
    if (decimal->count <= 19 && decimal_value_quickly(decimal, &result))
        return result;
    if (decimal->dropped) {
        decimal->digits[decimal->count++] = '1';
        decimal->exponent--;
    }
    snprintf(decimal->digits + decimal->count, 23, "e%lld", (long long)decimal->exponent);
    return strtod(decimal->digits, NULL);
}

static size_t scan_word(const char *text, const char *end, const char *word)
{
    size_t length = strlen(word);
    return (size_t)(end - text) >= length && strncasecmp(text, word, length) == 0 ? length : 0;
}

/* An underscore may stand between two digits. */
static bool is_separator(const char *p, const char *start, const char *end)
{
    return *p == '_' && p > start && p + 1 < end && isdigit((unsigned char)p[-1]) && isdigit((unsigned char)p[1]);
}

static const char *scan_exponent(const char *p, const char *end, int64_t *exponent)
{
    if (p == end || (*p | 0x20) != 'e')
        return p;
    const char *q = p + 1;
    bool negative = q < end && *q == '-';
    if (q < end && (*q == '-' || *q == '+'))
        q++;
    if (q == end || !isdigit((unsigned char)*q))
        return p;
    int64_t number = 0;
    for (; q < end && (isdigit((unsigned char)*q) || is_separator(q, p, end)); q++)
        if (number < 1000000000 && *q != '_')
            number = number * 10 + (*q - '0');
    *exponent += negative ? -number : number;
    return q;
}

size_t float_scan(const char *text, const char *end, double *number)
{
    const char *p = text;
    bool negative = p < end && *p == '-', any = false, fraction = false;
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    size_t word = scan_word(p, end, "infinity");
    if (!word)
        word = scan_word(p, end, "inf");
    if (word || (word = scan_word(p, end, "nan")) != 0) {
        *number = (*p | 0x20) == 'i' ? HUGE_VAL : (double)NAN;
        p += word;
    } else {
        struct Decimal decimal;
        decimal.count = 0;
        decimal.exponent = 0;
        decimal.dropped = false;
        for (; p < end && (isdigit((unsigned char)*p) || (*p == '.' && !fraction) || is_separator(p, text, end)); p++) {
            if (*p == '.') {
                fraction = true;
            } else if (*p != '_') {
                decimal_add(&decimal, *p, fraction);
                any = true;
            }
        }
        if (!any)
            return 0;
        p = scan_exponent(p, end, &decimal.exponent);
        *number = decimal_value(&decimal);
    }
    if (negative)
        *number = -*number;
    return (size_t)(p - text);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

bool float_from_text(const char *text, size_t length, double *number)
{
    while (length && is_space(*text)) {
        text++;
        length--;
    }
    while (length && is_space(text[length - 1]))
        length--;
    return length > 0 && float_scan(text, text + length, number) == length;
}
