/*
 * Functions of complex numbers, as CPython computes them: the same formulas,
 * so that the same digits come out.  Arguments with an infinite part or a NaN
 * go to the C library, which answers as C's Annex G says; where that leaves a
 * sign open, CPython's choice stands here.
 */
#include <errno.h>
#include <float.h>
#include <math.h>

#include "runtime/modules/cmath.h"

/* Beyond these, squares and exponentials overflow, and the argument is taken in halves or one less. */
#define LARGE (DBL_MAX / 4.0)
#define SQRT_LARGE sqrt(LARGE)
#define LOG_LARGE log(LARGE)
#define SQRT_LEAST sqrt(DBL_MIN)

static bool is_finite(Complex z) { return isfinite(creal(z)) && isfinite(cimag(z)); }

static bool is_large(Complex z) { return fabs(creal(z)) > LARGE || fabs(cimag(z)) > LARGE; }

/* i*z and -i*z without arithmetic on the parts' signs. */
static Complex times_i(Complex z) { return CMPLX(-cimag(z), creal(z)); }
static Complex times_minus_i(Complex z) { return CMPLX(cimag(z), -creal(z)); }

/* The logarithm of the modulus of a number that is too large for hypot. */
static double log_of_large(Complex z) { return log(hypot(creal(z) / 2.0, cimag(z) / 2.0)); }

Complex complex_sqrt(Complex z, int *error)
{
    double ax = fabs(creal(z)), ay = fabs(cimag(z)), s;
    (void)error;
    if (!is_finite(z))
        return csqrt(z);
    if (ax == 0.0 && ay == 0.0)
        return CMPLX(0.0, cimag(z));
    if (ax < DBL_MIN && ay < DBL_MIN) {
        ax = ldexp(ax, 53); /* subnormal: scaled up before, down by half as much after */
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
    } else {
        ax /= 8.0;
        s = 2.0 * sqrt(ax + hypot(ax, ay / 8.0));
    }
    double d = ay / (2.0 * s);
    return creal(z) >= 0.0 ? CMPLX(s, copysign(d, cimag(z))) : CMPLX(d, copysign(s, cimag(z)));
}

Complex complex_log(Complex z, int *error)
{
    double ax = fabs(creal(z)), ay = fabs(cimag(z)), real;
    if (!is_finite(z))
        return clog(z);
    double angle = atan2(cimag(z), creal(z));
    if (is_large(z)) {
        real = log_of_large(z) + M_LN2;
    } else if (ax < DBL_MIN && ay < DBL_MIN) {
        if (ax == 0.0 && ay == 0.0) {
            *error = EDOM;
            return CMPLX(-INFINITY, angle);
        }
        real = log(hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * M_LN2;
    } else {
        double h = hypot(ax, ay);
        if (0.71 <= h && h <= 1.73) { /* near 1 the digits are in what is left of it */
            double more = ax > ay ? ax : ay, less = ax > ay ? ay : ax;
            real = log1p((more - 1) * (more + 1) + less * less) / 2.0;
        } else {
            real = log(h);
        }
    }
    return CMPLX(real, angle);
}

Complex complex_log10(Complex z, int *error)
{
    Complex natural = complex_log(z, error);
    return CMPLX(creal(natural) / M_LN10, cimag(natural) / M_LN10);
}

/* ---- Inverse functions ------------------------------------------------- */

Complex complex_acos(Complex z, int *error)
{
    if (!is_finite(z))
        return isinf(creal(z)) && isnan(cimag(z)) ? CMPLX(NAN, INFINITY) : cacos(z);
    if (is_large(z)) {
        double size = log_of_large(z) + M_LN2 * 2.0;
        return CMPLX(atan2(fabs(cimag(z)), creal(z)),
                     creal(z) < 0.0 ? -copysign(size, cimag(z)) : copysign(size, -cimag(z)));
    }
    Complex less = complex_sqrt(CMPLX(1.0 - creal(z), -cimag(z)), error);
    Complex more = complex_sqrt(CMPLX(1.0 + creal(z), cimag(z)), error);
    return CMPLX(2.0 * atan2(creal(less), creal(more)),
                 asinh(creal(more) * cimag(less) - cimag(more) * creal(less)));
}

Complex complex_acosh(Complex z, int *error)
{
    if (!is_finite(z))
        return creal(z) == 0.0 && isnan(cimag(z)) ? CMPLX(NAN, NAN) : cacosh(z);
    if (is_large(z))
        return CMPLX(log_of_large(z) + M_LN2 * 2.0, atan2(cimag(z), creal(z)));
    Complex less = complex_sqrt(CMPLX(creal(z) - 1.0, cimag(z)), error);
    Complex more = complex_sqrt(CMPLX(creal(z) + 1.0, cimag(z)), error);
    return CMPLX(asinh(creal(less) * creal(more) + cimag(less) * cimag(more)),
                 2.0 * atan2(cimag(less), creal(more)));
}

Complex complex_asinh(Complex z, int *error)
{
    if (!is_finite(z))
        return isnan(creal(z)) && isinf(cimag(z)) ? CMPLX(INFINITY, NAN) : casinh(z);
    if (is_large(z))
        return CMPLX(copysign(log_of_large(z) + M_LN2 * 2.0, creal(z)), atan2(cimag(z), fabs(creal(z))));
    Complex a = complex_sqrt(CMPLX(1.0 + cimag(z), -creal(z)), error);
    Complex b = complex_sqrt(CMPLX(1.0 - cimag(z), creal(z)), error);
    return CMPLX(asinh(creal(a) * cimag(b) - creal(b) * cimag(a)),
                 atan2(cimag(z), creal(a) * creal(b) - cimag(a) * cimag(b)));
}

Complex complex_asin(Complex z, int *error) { return times_minus_i(complex_asinh(times_i(z), error)); }

Complex complex_atanh(Complex z, int *error)
{
    double x = creal(z), y = cimag(z), ay = fabs(y);
    if (!is_finite(z))
        return isnan(x) && isinf(y) ? CMPLX(0.0, copysign(M_PI / 2.0, y)) : catanh(z);
    if (signbit(x)) { /* an odd function */
        Complex mirrored = complex_atanh(CMPLX(-x, -y), error);
        return CMPLX(-creal(mirrored), -cimag(mirrored));
    }
    if (x > SQRT_LARGE || ay > SQRT_LARGE) {
        double h = hypot(x / 2.0, y / 2.0);
        return CMPLX(x / 4.0 / h / h, -copysign(M_PI / 2.0, -y));
    }
    if (x == 1.0 && ay < SQRT_LEAST) {
        if (ay == 0.0) {
            *error = EDOM;
            return CMPLX(INFINITY, y);
        }
        return CMPLX(-log(sqrt(ay) / sqrt(hypot(ay, 2.0))), copysign(atan2(2.0, -ay) / 2.0, y));
    }
    return CMPLX(log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                 -atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0);
}

Complex complex_atan(Complex z, int *error) { return times_minus_i(complex_atanh(times_i(z), error)); }

/* ---- Exponential and hyperbolic functions ------------------------------ */

static Complex check_range(Complex z, int *error)
{
    if (isinf(creal(z)) || isinf(cimag(z)))
        *error = ERANGE;
    return z;
}

Complex complex_exp(Complex z, int *error)
{
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        if (isinf(y) && (isfinite(x) || (isinf(x) && x > 0)))
            *error = EDOM;
        return isinf(x) && x < 0 && isinf(y) ? CMPLX(0.0, 0.0) : cexp(z);
    }
    if (x > LOG_LARGE) {
        double size = exp(x - 1.0);
        return check_range(CMPLX(size * cos(y) * M_E, size * sin(y) * M_E), error);
    }
    double size = exp(x);
    return check_range(CMPLX(size * cos(y), size * sin(y)), error);
}

Complex complex_cosh(Complex z, int *error)
{
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        if (isinf(y) && !isnan(x))
            *error = EDOM;
        return isnan(x) && y == 0.0 ? CMPLX(NAN, 0.0) : ccosh(z);
    }
    if (fabs(x) > LOG_LARGE) {
        double less = x - copysign(1.0, x);
        return check_range(CMPLX(cos(y) * cosh(less) * M_E, sin(y) * sinh(less) * M_E), error);
    }
    return check_range(CMPLX(cos(y) * cosh(x), sin(y) * sinh(x)), error);
}

Complex complex_sinh(Complex z, int *error)
{
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        if (isinf(y) && !isnan(x))
            *error = EDOM;
        return x == 0.0 && isnan(y) ? CMPLX(0.0, NAN) : csinh(z);
    }
    if (fabs(x) > LOG_LARGE) {
        double less = x - copysign(1.0, x);
        return check_range(CMPLX(cos(y) * sinh(less) * M_E, sin(y) * cosh(less) * M_E), error);
    }
    return check_range(CMPLX(cos(y) * sinh(x), sin(y) * cosh(x)), error);
}

Complex complex_tanh(Complex z, int *error)
{
    double x = creal(z), y = cimag(z);
    if (!is_finite(z)) {
        if (isinf(y) && isfinite(x))
            *error = EDOM;
        if (x == 0.0 && isnan(y))
            return CMPLX(NAN, NAN);
        return isinf(x) && !isfinite(y) ? CMPLX(copysign(1.0, x), 0.0) : ctanh(z);
    }
    if (fabs(x) > LOG_LARGE)
        return CMPLX(copysign(1.0, x), 4.0 * sin(y) * cos(y) * exp(-2.0 * fabs(x)));
    double tx = tanh(x), ty = tan(y), cx = 1.0 / cosh(x), both = tx * ty, denominator = 1.0 + both * both;
    return CMPLX(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx);
}

Complex complex_cos(Complex z, int *error) { return complex_cosh(times_i(z), error); }
Complex complex_sin(Complex z, int *error) { return times_minus_i(complex_sinh(times_i(z), error)); }
Complex complex_tan(Complex z, int *error) { return times_minus_i(complex_tanh(times_i(z), error)); }

Complex complex_rect(double radius, double angle, int *error)
{
    if (isfinite(radius) && isfinite(angle))
        return angle == 0.0 ? CMPLX(radius, radius * angle) : CMPLX(radius * cos(angle), radius * sin(angle));
    if (isinf(angle) && radius != 0.0 && !isnan(radius))
        *error = EDOM;
    if (isinf(radius) && isfinite(angle)) {
        if (angle == 0.0)
            return CMPLX(radius, radius > 0 ? angle : -angle);
        double sign = radius > 0 ? 1.0 : -1.0;
        return CMPLX(sign * copysign(INFINITY, cos(angle)), sign * copysign(INFINITY, sin(angle)));
    }
    if (radius == 0.0)
        return CMPLX(0.0, 0.0);
    if (isnan(radius) && angle == 0.0)
        return CMPLX(NAN, 0.0);
    return CMPLX(isinf(radius) ? INFINITY : NAN, NAN);
}
