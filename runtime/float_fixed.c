/*
 * Digits of ordinary doubles, exactly: decimals as programs print them, scaled
 * in 128 bits and rounded half to even on the number's exact value, as the C
 * library's printf does at many times the cost.
 *
 * Owner: the numbers.
 */
#include "runtime/float.h"

#include <string.h>

static const uint64_t powers[20] = {1u,
                                    10u,
                                    100u,
                                    1000u,
                                    10000u,
                                    100000u,
                                    1000000u,
                                    10000000u,
                                    100000000u,
                                    1000000000u,
                                    10000000000u,
                                    100000000000u,
                                    1000000000000u,
                                    10000000000000u,
                                    100000000000000u,
                                    1000000000000000u,
                                    10000000000000000u,
                                    100000000000000000u,
                                    1000000000000000000u,
                                    10000000000000000000u};

/*
 * floor(number * 10**decimals), and how the rest compares with a half (-1, 0, 1; *exact: there is none).  Exact, as
 * mantissa and power fit 128 bits; false when the result does not fit 64.
 */
static bool scale_exactly(double number, int decimals, uint64_t *whole, int *rest, bool *exact)
{
    uint64_t word;
    memcpy(&word, &number, sizeof word);
    int biased = (int)(word >> 52);
    uint64_t mantissa = (word & (((uint64_t)1 << 52) - 1)) | (biased ? (uint64_t)1 << 52 : 0);
    int shift = 1075 - (biased ? biased : 1);
    if (decimals < 0 || decimals > 19)
        return false;
    unsigned __int128 product = (unsigned __int128)mantissa * powers[decimals];
    if (shift <= 0) {
        if (shift < -10 || product >> (64 + shift))
            return false;
        *whole = (uint64_t)product << -shift;
        *rest = -1;
        *exact = true;
        return true;
    }
    if (shift > 127) { /* less than a half by far: the product has at most 117 bits */
        *whole = 0;
        *rest = -1;
        *exact = mantissa == 0;
        return true;
    }
    if (product >> shift >> 64)
        return false;
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1), low = product & (half * 2 - 1);
    *whole = (uint64_t)(product >> shift);
    *rest = low > half ? 1 : low == half ? 0 : -1;
    *exact = low == 0;
    return true;
}

static bool rounds_up(uint64_t whole, int rest)
{
    return rest > 0 || (rest == 0 && (whole & 1));
}

size_t float_fixed_digits(char *to, double magnitude, int precision)
{
    uint64_t whole;
    int rest;
    bool exact;
    if (!scale_exactly(magnitude, precision, &whole, &rest, &exact) || whole == UINT64_MAX)
        return 0;
    whole += rounds_up(whole, rest);
    char digits[24], *end = digits + sizeof digits, *start = write_decimal(end, whole);
    while (end - start <= precision)
        *--start = '0';
    size_t before = (size_t)(end - start) - (size_t)precision;
    memcpy(to, start, before);
    if (precision == 0)
        return before;
    to[before] = '.';
    memcpy(to + before + 1, start + before, (size_t)precision);
    return before + 1 + (size_t)precision;
}

bool float_significant_digits(double number, int count, char *digits, int *point)
{
    uint64_t whole;
    int rest;
    bool exact;
    if (count > 17 || number < 1e-4 || number >= 1e17)
        return false;
    int guess = 0; /* digits before the point; negative: zeros behind it */
    while (guess < 17 && number >= (double)powers[guess])
        guess++;
    for (double bound = 0.1; guess <= 0 && number < bound; bound /= 10)
        guess--;
    for (int attempt = 0; attempt < 3; attempt++) {
        if (!scale_exactly(number, count - guess, &whole, &rest, &exact))
            return false;
        if (whole >= powers[count])
            guess++;
        else if (whole < powers[count - 1])
            guess--;
        else
            break;
    }
    if (whole < powers[count - 1] || whole >= powers[count])
        return false;
    whole += rounds_up(whole, rest);
    if (whole == powers[count]) {
        whole = powers[count - 1];
        guess++;
    }
    write_decimal(digits + count, whole);
    *point = guess;
    return true;
}

