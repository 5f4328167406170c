/*
 * Gamma and log-gamma by Lanczos' approximation (g = 6.0246…, 13 terms), in
 * the rational form of Godfrey and Maddock.  The C library's own would differ
 * from CPython's in the last digit.
 *
 * Owner: the numbers.
 */
#include <errno.h>
#include <math.h>

#include "runtime/modules/math.h"

#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375

enum { LANCZOS_TERMS = 13, EXACT_GAMMAS = 23 };

static const double numerator[LANCZOS_TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

/* x (x + 1) … (x + 11) */
static const double denominator[LANCZOS_TERMS] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                  45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                                  1925.0,     66.0,       1.0};

static double lanczos_sum(double x)
{
    double above = 0.0, below = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_TERMS; --i >= 0;) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else { /* in powers of 1/x, lest the powers overflow */
        for (int i = 0; i < LANCZOS_TERMS; i++) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

static double sine_of_pi_times(double x)
{
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0:
        result = sin(M_PI * y);
        break;
    case 1:
        result = cos(M_PI * (y - 0.5));
        break;
    case 2:
        result = sin(M_PI * (1.0 - y));
        break;
    case 3:
        result = -cos(M_PI * (y - 1.5));
        break;
    default:
        result = sin(M_PI * (y - 2.0));
    }
    return copysign(1.0, x) * result;
}

static double exact_gamma(int n)
{
    double product = 1.0; /* up to 22! every product is exact */
    for (int i = 2; i < n; i++)
        product *= i;
    return product;
}

/* x is finite, not an integer within the table and neither tiny nor huge. */
static double gamma_by_lanczos(double x)
{
    double size = fabs(x), y = size + LANCZOS_G_MINUS_HALF, error, result;
    if (size > LANCZOS_G_MINUS_HALF)
        error = (y - size) - LANCZOS_G_MINUS_HALF;
    else
        error = (y - LANCZOS_G_MINUS_HALF) - size;
    error = error * LANCZOS_G / y;
    double power = size < 140.0 ? pow(y, size - 0.5) : pow(y, size / 2.0 - 0.25);
    if (x < 0.0) {
        result = -M_PI / sine_of_pi_times(size) / size * exp(y) / lanczos_sum(size);
        result -= error * result;
        result /= power;
        return size < 140.0 ? result : result / power;
    }
    result = lanczos_sum(size) / exp(y);
    result += error * result;
    result *= power;
    return size < 140.0 ? result : result * power;
}

double math_gamma_function(double x, bool *domain, bool *range)
{
    if (!isfinite(x)) {
        *domain = x < 0;
        return isnan(x) || x > 0 ? x : NAN;
    }
    if (x == 0.0) {
        *domain = true;
        return copysign(HUGE_VAL, x);
    }
    if (x == floor(x)) {
        *domain = x < 0.0;
        if (x < 0.0)
            return NAN;
        if (x <= EXACT_GAMMAS)
            return exact_gamma((int)x);
    }
    double result;
    if (fabs(x) < 1e-20)
        result = 1.0 / x;
    else if (fabs(x) > 200.0)
        result = x < 0.0 ? 0.0 / sine_of_pi_times(x) : HUGE_VAL;
    else
        result = gamma_by_lanczos(x);
    *range = isinf(result);
    return result;
}

double math_log_gamma_function(double x, bool *domain, bool *range)
{
    if (!isfinite(x))
        return isnan(x) ? x : HUGE_VAL;
    if (x == floor(x) && x <= 2.0) {
        *domain = x <= 0.0;
        return x <= 0.0 ? HUGE_VAL : 0.0;
    }
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double result = log(lanczos_sum(size)) - LANCZOS_G;
    result += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
    if (x < 0.0) /* by reflection; the constant is log(pi) */
        result = 1.144729885849400174143427351353058711647 - log(fabs(sine_of_pi_times(size))) - log(size) - result;
    *range = isinf(result);
    return result;
}
