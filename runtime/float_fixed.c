/*
 * Doubles with a fixed number of decimals, for the sizes that programs print:
 * exact arithmetic in 128 bits, rounded half to even on the number's exact
 * value, as the C library's printf does at many times the cost.
 */
#include "runtime/float.h"

#include <math.h>
#include <string.h>

static const uint64_t powers_of_ten[] = {
    1u, 10u, 100u, 1000u, 10000u, 100000u, 1000000u, 10000000u, 100000000u, 1000000000u, 10000000000u,
    100000000000u, 1000000000000u, 10000000000000u, 100000000000000u, 1000000000000000u, 10000000000000000u,
};

enum { PRECISION_LIMIT = sizeof powers_of_ten / sizeof *powers_of_ten };

/* scaled / 2**shift, rounded half to even. */
static unsigned __int128 shift_rounded(unsigned __int128 scaled, int shift)
{
    if (shift > 120)
        return 0; /* less than a half: scaled has at most 107 bits */
    unsigned __int128 quotient = scaled >> shift, rest = scaled - (quotient << shift);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    return quotient + (rest > half || (rest == half && (quotient & 1)));
}

size_t float_fixed_digits(char *to, double magnitude, int precision)
{
    int exponent;
    if (precision >= (int)PRECISION_LIMIT || !(magnitude < 9007199254740992.0))
        return 0;
    uint64_t mantissa = (uint64_t)ldexp(frexp(magnitude, &exponent), 53);
    exponent -= 53; /* magnitude is mantissa * 2**exponent, and exponent is at most 0 */
    unsigned __int128 scaled = (unsigned __int128)mantissa * powers_of_ten[precision];
    if (exponent < 0)
        scaled = shift_rounded(scaled, -exponent);
    if (scaled > UINT64_MAX)
        return 0;
    uint64_t whole = (uint64_t)scaled / powers_of_ten[precision], fraction = (uint64_t)scaled % powers_of_ten[precision];
    char reversed[24];
    size_t digits = 0, length = 0;
    do
        reversed[digits++] = (char)('0' + whole % 10);
    while ((whole /= 10) != 0);
    while (digits > 0)
        to[length++] = reversed[--digits];
    if (precision == 0)
        return length;
    to[length] = '.';
    for (int i = precision; i > 0; i--, fraction /= 10)
        to[length + (size_t)i] = (char)('0' + fraction % 10);
    return length + 1 + (size_t)precision;
}
