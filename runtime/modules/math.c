/*
 * The math module: functions of real numbers, and the table of all functions.
 *
 * Owner: the numbers.  A NaN that was not put in is a domain error; an
 * infinity that was not put in is a range error where the function can
 * overflow, else a domain error.
 */
#include "runtime/modules/math.h"

#include <math.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value raise_domain(struct Interpreter *vm) { return raise_value_error(vm, "math domain error"); }
static Value raise_range(struct Interpreter *vm) { return raise_error(vm, TYPE_OverflowError, "math range error"); }

/* ---- One argument -------------------------------------------------------------------- */

static Value apply(struct Interpreter *vm, Value argument, double (*function)(double), bool can_overflow)
{
    double x;
    if (is_small_float(argument))
        x = small_float(argument);
    else if (!object_as_double(vm, argument, &x))
        return EMPTY;
    double result = function(x);
    if (isnan(result) && !isnan(x))
        return raise_domain(vm);
    if (isinf(result) && isfinite(x))
        return can_overflow ? raise_range(vm) : raise_domain(vm);
    return float_new(vm, result);
}

#define UNARY(name, function, can_overflow)                                              \
    static Value math_##name(struct Interpreter *vm, const Value *args, size_t count)    \
    {                                                                                    \
        (void)count;                                                                     \
        return apply(vm, args[0], function, can_overflow);                               \
    }

UNARY(acos, acos, false)
UNARY(acosh, acosh, false)
UNARY(asin, asin, false)
UNARY(asinh, asinh, false)
UNARY(atan, atan, false)
UNARY(atanh, atanh, false)
UNARY(cbrt, cbrt, false)
UNARY(cos, cos, false)
UNARY(cosh, cosh, true)
UNARY(erf, erf, false)
UNARY(erfc, erfc, false)
UNARY(exp, exp, true)
UNARY(exp2, exp2, true)
UNARY(expm1, expm1, true)
UNARY(fabs, fabs, false)
UNARY(log1p, log1p, false)
UNARY(sin, sin, false)
UNARY(sinh, sinh, true)
UNARY(sqrt, sqrt, false)
UNARY(tan, tan, false)
UNARY(tanh, tanh, false)

static Value scaled(struct Interpreter *vm, Value argument, double factor)
{
    double x;
    return object_as_double(vm, argument, &x) ? float_new(vm, x * factor) : EMPTY;
}

static Value math_degrees(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return scaled(vm, args[0], 180.0 / M_PI);
}

static Value math_radians(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return scaled(vm, args[0], M_PI / 180.0);
}

static Value apply_gamma(struct Interpreter *vm, Value argument, double (*function)(double, bool *, bool *))
{
    double x;
    bool domain = false, range = false;
    if (!object_as_double(vm, argument, &x))
        return EMPTY;
    double result = function(x, &domain, &range);
    return domain ? raise_domain(vm) : range ? raise_range(vm) : float_new(vm, result);
}

static Value math_gamma(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return apply_gamma(vm, args[0], math_gamma_function);
}

static Value math_lgamma(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return apply_gamma(vm, args[0], math_log_gamma_function);
}

/* ---- Logarithms ------------------------------------------------------------------------- */

/* An int beyond the doubles: log(m * 2**e) == log(m) + log(2) * e. */
static Value log_of_large_int(struct Interpreter *vm, Value number, double (*function)(double))
{
    struct IntView view;
    int_view(number, &view);
    int64_t bits = int_view_bits(&view);
    Value shifted = int_binary(vm, BINARY_RIGHT_SHIFT, number, value_from_small_int(bits - 64));
    if (is_empty(shifted))
        return EMPTY;
    bool overflow;
    struct IntView top;
    int_view(shifted, &top);
    double mantissa = int_scale_to_double(top.limbs[0] | 1, -64, &overflow);
    release(vm, shifted);
    return float_new(vm, function(mantissa) + function(2.0) * (double)bits);
}

static Value logarithm(struct Interpreter *vm, Value argument, double (*function)(double))
{
    double x;
    if (is_int(vm, argument)) {
        bool overflow;
        if (int_sign(argument) <= 0)
            return raise_domain(vm);
        x = int_to_double(vm, argument, &overflow);
        if (overflow)
            return log_of_large_int(vm, argument, function);
    } else if (!object_as_double(vm, argument, &x)) {
        return EMPTY;
    }
    return x <= 0 ? raise_domain(vm) : float_new(vm, function(x));
}

static Value math_log(struct Interpreter *vm, const Value *args, size_t count)
{
    Value number = logarithm(vm, args[0], log);
    if (count == 1 || is_empty(number))
        return number;
    Value base = logarithm(vm, args[1], log), result = EMPTY;
    if (!is_empty(base))
        result = object_binary(vm, BINARY_TRUE_DIVIDE, number, base);
    release(vm, number);
    release_maybe(vm, base);
    return result;
}

static Value math_log2(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return logarithm(vm, args[0], log2);
}

static Value math_log10(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return logarithm(vm, args[0], log10);
}

/* ---- Two and three arguments --------------------------------------------------------------- */

static bool two_doubles(struct Interpreter *vm, const Value *args, double *x, double *y)
{
    return object_as_double(vm, args[0], x) && object_as_double(vm, args[1], y);
}

static Value math_atan2(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y;
    return two_doubles(vm, args, &y, &x) ? float_new(vm, atan2(y, x)) : EMPTY;
}

static Value math_copysign(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y;
    return two_doubles(vm, args, &x, &y) ? float_new(vm, copysign(x, y)) : EMPTY;
}

static Value math_fmod(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return EMPTY;
    double result = fmod(x, y);
    return isnan(result) && !isnan(x) && !isnan(y) ? raise_domain(vm) : float_new(vm, result);
}

static Value math_remainder(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return EMPTY;
    double result = remainder(x, y);
    return isnan(result) && !isnan(x) && !isnan(y) ? raise_domain(vm) : float_new(vm, result);
}

static Value math_pow(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return EMPTY;
    double result = pow(x, y);
    if (!isfinite(result) && isfinite(x) && isfinite(y))
        return isnan(result) || x == 0 ? raise_domain(vm) : raise_range(vm);
    return float_new(vm, result);
}

static Value math_fma(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, y, z;
    if (!two_doubles(vm, args, &x, &y) || !object_as_double(vm, args[2], &z))
        return EMPTY;
    double result = fma(x, y, z);
    if (isnan(result) && !isnan(x) && !isnan(y) && !isnan(z))
        return raise_value_error(vm, "invalid operation in fma");
    if (isinf(result) && isfinite(x) && isfinite(y) && isfinite(z))
        return raise_error(vm, TYPE_OverflowError, "overflow in fma");
    return float_new(vm, result);
}

static Value math_isclose(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count; /* a, b, rel_tol, abs_tol */
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!two_doubles(vm, args, &a, &b) || (!is_absent(args[2]) && !object_as_double(vm, args[2], &relative)) ||
        (!is_absent(args[3]) && !object_as_double(vm, args[3], &absolute)))
        return EMPTY;
    if (relative < 0 || absolute < 0)
        return raise_value_error(vm, "tolerances must be non-negative");
    if (a == b)
        return VALUE_TRUE;
    if (isinf(a) || isinf(b))
        return VALUE_FALSE;
    double difference = fabs(b - a);
    return value_from_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                           difference <= absolute);
}

/* ---- The parts of a double -------------------------------------------------------------------- */

static Value math_ldexp(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    int64_t exponent;
    if (!object_as_double(vm, args[0], &x))
        return EMPTY;
    if (!is_int(vm, args[1]))
        return raise_type_error(vm, "Expected an int as second argument to ldexp.");
    if (x == 0 || !isfinite(x))
        return float_new(vm, x);
    if (!int_fits_int64(args[1], &exponent))
        exponent = int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    if (exponent < INT32_MIN)
        return float_new(vm, copysign(0.0, x));
    double result = exponent > INT32_MAX ? HUGE_VAL : ldexp(x, (int)exponent);
    return isinf(result) ? raise_range(vm) : float_new(vm, result);
}

static Value pair_of(struct Interpreter *vm, STEALS Value a, STEALS Value b)
{
    Value items[2] = {a, b};
    if (!is_empty(a) && !is_empty(b))
        return tuple_from_stolen(vm, items, 2);
    release_maybe(vm, a);
    release_maybe(vm, b);
    return EMPTY;
}

static Value math_frexp(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    int exponent = 0;
    if (!object_as_double(vm, args[0], &x))
        return EMPTY;
    double mantissa = isfinite(x) ? frexp(x, &exponent) : x;
    return pair_of(vm, float_new(vm, mantissa), value_from_small_int(exponent));
}

static Value math_modf(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x, whole;
    if (!object_as_double(vm, args[0], &x))
        return EMPTY;
    double fraction = modf(x, &whole);
    return pair_of(vm, float_new(vm, fraction), float_new(vm, whole));
}

/* steps doubles from x towards y; doubles of one sign are ordered as their words. */
static double step_towards(double x, double y, uint64_t steps)
{
    if (steps == 0)
        return x;
    if (isnan(x) || isnan(y))
        return x + y;
    int64_t from, to;
    memcpy(&from, &x, sizeof from);
    memcpy(&to, &y, sizeof to);
    if (x == y)
        return y;
    /* As one row from -inf to inf, -0.0 and 0.0 side by side counting as one step between them and none. */
    const uint64_t sign = (uint64_t)1 << 63;
    __int128 a = (uint64_t)from & sign ? -(__int128)((uint64_t)from & ~sign) : (__int128)from;
    __int128 b = (uint64_t)to & sign ? -(__int128)((uint64_t)to & ~sign) : (__int128)to;
    __int128 distance = a < b ? b - a : a - b;
    if ((unsigned __int128)distance <= steps)
        return y;
    a = a < b ? a + (__int128)steps : a - (__int128)steps;
    uint64_t word = a < 0 ? sign | (uint64_t)-a : (uint64_t)a;
    if (a == 0 && ((uint64_t)from & sign)) /* arriving at zero keeps the sign it was left with */
        word = sign;
    double result;
    memcpy(&result, &word, sizeof result);
    return result;
}

static Value math_nextafter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count; /* x, y, steps */
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return EMPTY;
    if (is_absent(args[2]) || is_none(args[2]))
        return float_new(vm, nextafter(x, y));
    Value steps = object_index(vm, args[2]);
    int64_t number;
    if (is_empty(steps))
        return EMPTY;
    bool fits = int_fits_int64(steps, &number), negative = int_sign(steps) < 0;
    release(vm, steps);
    if (negative)
        return raise_value_error(vm, "steps must be a non-negative integer");
    return float_new(vm, step_towards(x, y, fits ? (uint64_t)number : UINT64_MAX));
}

static Value math_ulp(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    if (!object_as_double(vm, args[0], &x))
        return EMPTY;
    x = fabs(x);
    if (!isfinite(x))
        return float_new(vm, x);
    double next = nextafter(x, HUGE_VAL);
    return float_new(vm, isinf(next) ? x - nextafter(x, 0.0) : next - x);
}

static Value math_isfinite(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    return object_as_double(vm, args[0], &x) ? value_from_bool(isfinite(x)) : EMPTY;
}

static Value math_isinf(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    return object_as_double(vm, args[0], &x) ? value_from_bool(isinf(x)) : EMPTY;
}

static Value math_isnan(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double x;
    return object_as_double(vm, args[0], &x) ? value_from_bool(isnan(x)) : EMPTY;
}

/* ---- Rounding to ints: the type's own method first ---------------------------------------------- */

static Value round_with(struct Interpreter *vm, Value v, Value method_name, double (*function)(double))
{
    if (is_small_float(v) || object_has_type(vm, v, TYPE_float))
        return int_from_double(vm, function(float_value(v)));
    Value method = type_lookup_special(vm, v, method_name);
    if (is_empty(method))
        return EMPTY;
    if (is_absent(method)) {
        double x;
        return object_as_double(vm, v, &x) ? int_from_double(vm, function(x)) : EMPTY;
    }
    Value result = object_call_0(vm, method);
    release(vm, method);
    return result;
}

static Value math_ceil(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return round_with(vm, args[0], NAME(vm, __ceil__), ceil);
}

static Value math_floor(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return round_with(vm, args[0], NAME(vm, __floor__), floor);
}

static Value math_trunc(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_small_float(args[0]) || object_has_type(vm, args[0], TYPE_float))
        return int_from_double(vm, float_value(args[0]));
    Value method = type_lookup_special(vm, args[0], NAME(vm, __trunc__));
    if (is_absent(method))
        return raise_type_error(vm, "type %T doesn't define __trunc__ method", args[0]);
    if (is_empty(method))
        return EMPTY;
    Value result = object_call_0(vm, method);
    release(vm, method);
    return result;
}

static bool set_constant(struct Interpreter *vm, Value dict, const char *name, double number)
{
    Value v = float_new(vm, number);
    bool good = !is_empty(v) && dict_set_cstring(vm, dict, name, v);
    release_maybe(vm, v);
    return good;
}

static bool math_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return set_constant(vm, dict, "pi", M_PI) && set_constant(vm, dict, "e", M_E) &&
           set_constant(vm, dict, "tau", 2 * M_PI) && set_constant(vm, dict, "inf", HUGE_VAL) &&
           set_constant(vm, dict, "nan", (double)NAN);
}

#define ONE(name, documentation) FUNCTION(#name, math_##name, 1, 1, "x, /", documentation)

static const struct NativeMethod math_functions[] = {
    ONE(acos, "Return the arc cosine (measured in radians) of x."),
    ONE(acosh, "Return the inverse hyperbolic cosine of x."),
    ONE(asin, "Return the arc sine (measured in radians) of x."),
    ONE(asinh, "Return the inverse hyperbolic sine of x."),
    ONE(atan, "Return the arc tangent (measured in radians) of x."),
    FUNCTION("atan2", math_atan2, 2, 2, "y, x, /", "Return the arc tangent (measured in radians) of y/x."),
    ONE(atanh, "Return the inverse hyperbolic tangent of x."),
    ONE(cbrt, "Return the cube root of x."),
    ONE(ceil, "Return the ceiling of x as an Integral."),
    FUNCTION("comb", math_comb, 2, 2, "n, k, /", "Number of ways to choose k items from n items without repetition."),
    FUNCTION("copysign", math_copysign, 2, 2, "x, y, /",
             "Return a float with the magnitude (absolute value) of x but the sign of y."),
    ONE(cos, "Return the cosine of x (measured in radians)."),
    ONE(cosh, "Return the hyperbolic cosine of x."),
    ONE(degrees, "Convert angle x from radians to degrees."),
    FUNCTION("dist", math_dist, 2, 2, "p, q, /", "Return the Euclidean distance between two points p and q."),
    ONE(erf, "Error function at x."),
    ONE(erfc, "Complementary error function at x."),
    ONE(exp, "Return e raised to the power of x."),
    ONE(exp2, "Return 2 raised to the power of x."),
    ONE(expm1, "Return exp(x)-1."),
    ONE(fabs, "Return the absolute value of the float x."),
    FUNCTION("factorial", math_factorial, 1, 1, "n, /", "Find n!."),
    ONE(floor, "Return the floor of x as an Integral."),
    FUNCTION("fma", math_fma, 3, 3, "x, y, z, /", "Fused multiply-add operation."),
    FUNCTION("fmod", math_fmod, 2, 2, "x, y, /", "Return fmod(x, y), according to platform C."),
    ONE(frexp, "Return the mantissa and exponent of x, as pair (m, e)."),
    FUNCTION("fsum", math_fsum, 1, 1, "seq, /", "Return an accurate floating-point sum of values in the iterable seq."),
    ONE(gamma, "Gamma function at x."),
    FUNCTION("gcd", math_gcd, 0, NATIVE_VARIADIC, "*integers", "Greatest Common Divisor."),
    FUNCTION("hypot", math_hypot, 0, NATIVE_VARIADIC, "*coordinates", "Multidimensional Euclidean distance from the origin."),
    FUNCTION_NAMED("isclose", math_isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0",
                   "Determine whether two floating-point numbers are close in value."),
    ONE(isfinite, "Return True if x is neither an infinity nor a NaN, and False otherwise."),
    ONE(isinf, "Return True if x is a positive or negative infinity, and False otherwise."),
    ONE(isnan, "Return True if x is a NaN (not a number), and False otherwise."),
    FUNCTION("isqrt", math_isqrt, 1, 1, "n, /", "Return the integer part of the square root of the input."),
    FUNCTION("lcm", math_lcm, 0, NATIVE_VARIADIC, "*integers", "Least Common Multiple."),
    FUNCTION("ldexp", math_ldexp, 2, 2, "x, i, /", "Return x * (2**i)."),
    ONE(lgamma, "Natural logarithm of absolute value of Gamma function at x."),
    FUNCTION("log", math_log, 1, 2, "x, base=math.e, /", "Return the logarithm of x to the given base."),
    ONE(log10, "Return the base 10 logarithm of x."),
    ONE(log1p, "Return the natural logarithm of 1+x (base e)."),
    ONE(log2, "Return the base 2 logarithm of x."),
    ONE(modf, "Return the fractional and integer parts of x."),
    FUNCTION_NAMED("nextafter", math_nextafter, "x, y, /, *, steps=None",
                   "Return the floating-point value the given number of steps after x towards y."),
    FUNCTION("perm", math_perm, 1, 2, "n, k=None, /", "Number of ways to choose k items from n items without repetition and with order."),
    FUNCTION("pow", math_pow, 2, 2, "x, y, /", "Return x**y (x to the power of y)."),
    FUNCTION_NAMED("prod", math_prod, "iterable, /, *, start=1", "Calculate the product of all the elements in the input iterable."),
    ONE(radians, "Convert angle x from degrees to radians."),
    FUNCTION("remainder", math_remainder, 2, 2, "x, y, /", "Difference between x and the closest integer multiple of y."),
    ONE(sin, "Return the sine of x (measured in radians)."),
    ONE(sinh, "Return the hyperbolic sine of x."),
    ONE(sqrt, "Return the square root of x."),
    FUNCTION("sumprod", math_sumprod, 2, 2, "p, q, /", "Return the sum of products of values from two iterables p and q."),
    ONE(tan, "Return the tangent of x (measured in radians)."),
    ONE(tanh, "Return the hyperbolic tangent of x."),
    ONE(trunc, "Truncates the Real x to the nearest Integral toward 0."),
    ONE(ulp, "Return the value of the least significant bit of the float x."),
    METHODS_END,
};

const struct ModuleSpec math_module_spec = {
    .name = "math",
    .documentation = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = math_functions,
    .fill = math_fill,
};
