/* Half-precision floats, which C has no type for: binary16 of IEEE 754, rounded half to even. */
#include <math.h>

#include "runtime/memoryview.h"

enum { HALF_SIGN = 0x8000, HALF_INFINITY = 0x7c00, HALF_NAN = 0x7e00 };

bool half_from_double(double number, uint16_t *half)
{
    uint16_t sign = signbit(number) ? HALF_SIGN : 0;
    double magnitude = fabs(number);
    if (isnan(number) || isinf(number)) {
        *half = (uint16_t)(sign | (isnan(number) ? HALF_NAN : HALF_INFINITY));
        return true;
    }
    if (magnitude >= 65520.0) /* rounds to 2**16 */
        return false;
    int exponent = 0;
    if (magnitude != 0)
        frexp(magnitude, &exponent);
    if (magnitude == 0 || exponent < -13) { /* subnormal: multiples of 2**-24 */
        *half = (uint16_t)(sign | (uint16_t)nearbyint(ldexp(magnitude, 24)));
        return true;
    }
    /* 11 significant bits; a carry out of them is a carry into the exponent, as the encoding wants. */
    uint32_t significand = (uint32_t)nearbyint(ldexp(magnitude, 11 - exponent));
    uint32_t encoded = ((uint32_t)(exponent + 13) << 10) + significand;
    *half = (uint16_t)(sign | encoded);
    return true;
}

double half_to_double(uint16_t half)
{
    int exponent = half >> 10 & 31, fraction = half & 1023;
    double magnitude;
    if (exponent == 31)
        magnitude = fraction != 0 ? NAN : INFINITY;
    else if (exponent == 0)
        magnitude = ldexp(fraction, -24);
    else
        magnitude = ldexp(fraction + 1024, exponent - 25);
    return half & HALF_SIGN ? -magnitude : magnitude;
}
