/*
 * The cmath module: its functions, constants, and what an argument is.  The
 * mathematics of finite arguments stands in cmath_functions.c.
 */
#include "runtime/modules/cmath.h"

#include <errno.h>
#include <float.h>
#include <math.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* What v.__complex__() returns; ABSENT when it has none. */
static OWNED Value ask_complex(struct Interpreter *vm, Value v)
{
    Value name = string_intern_cstring(vm, "__complex__");
    Value method = is_empty(name) ? EMPTY : type_lookup_special(vm, v, name);
    release_maybe(vm, name);
    if (is_empty(method) || is_absent(method))
        return method;
    Value result = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(result) || type_is_subtype(vm, value_type(vm, result), builtin_type(vm, TYPE_complex)))
        return result;
    raise_type_error(vm, "__complex__ returned non-complex (type %T)", result);
    release(vm, result);
    return EMPTY;
}

static MUST_USE bool read_complex(struct Interpreter *vm, Value v, Complex *number)
{
    double real;
    if (is_object(v) && type_is_subtype(vm, value_type(vm, v), builtin_type(vm, TYPE_complex))) {
        const struct Complex *given = (struct Complex *)value_object(v);
        *number = CMPLX(given->real, given->imaginary);
        return true;
    }
    if (is_object(v) && !is_float(vm, v) && !is_int(vm, v)) {
        Value converted = ask_complex(vm, v);
        if (is_empty(converted))
            return false;
        if (!is_absent(converted)) {
            const struct Complex *given = (struct Complex *)value_object(converted);
            *number = CMPLX(given->real, given->imaginary);
            release(vm, converted);
            return true;
        }
    }
    if (!object_as_double(vm, v, &real))
        return false;
    *number = CMPLX(real, 0.0);
    return true;
}

/* The result, or what errno says instead. */
static OWNED Value answer(struct Interpreter *vm, Complex result, int error)
{
    if (error == EDOM)
        return raise_value_error(vm, "math domain error");
    if (error == ERANGE)
        return raise_error(vm, TYPE_OverflowError, "math range error");
    return complex_new(vm, creal(result), cimag(result));
}

#define DEFINE(name)                                                                           \
    static OWNED Value cmath_##name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                                          \
        Complex z;                                                                             \
        int error = 0;                                                                         \
        (void)count;                                                                           \
        if (!read_complex(vm, args[0], &z))                                                    \
            return EMPTY;                                                                      \
        Complex result = complex_##name(z, &error);                                            \
        return answer(vm, result, error);                                                      \
    }
DEFINE(acos)
DEFINE(acosh)
DEFINE(asin)
DEFINE(asinh)
DEFINE(atan)
DEFINE(atanh)
DEFINE(cos)
DEFINE(cosh)
DEFINE(exp)
DEFINE(log10)
DEFINE(sin)
DEFINE(sinh)
DEFINE(sqrt)
DEFINE(tan)
DEFINE(tanh)

/* log(z[, base]) */
static OWNED Value cmath_log(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z, base;
    int error = 0;
    if (!read_complex(vm, args[0], &z))
        return EMPTY;
    Complex result = complex_log(z, &error);
    if (count < 2)
        return answer(vm, result, error);
    if (!read_complex(vm, args[1], &base))
        return EMPTY;
    Value top = complex_new(vm, creal(result), cimag(result));
    error = 0; /* of the base alone */
    Complex bottom_number = complex_log(base, &error);
    Value bottom = is_empty(top) ? EMPTY : complex_new(vm, creal(bottom_number), cimag(bottom_number));
    Value quotient = is_empty(bottom) ? EMPTY
                     : error == EDOM  ? raise_value_error(vm, "math domain error")
                                      : object_binary(vm, BINARY_TRUE_DIVIDE, top, bottom);
    release_maybe(vm, bottom);
    release_maybe(vm, top);
    if (is_empty(quotient) && error_matches(vm, TYPE_ZeroDivisionError)) {
        error_clear(vm);
        return raise_value_error(vm, "math domain error");
    }
    return quotient;
}

static OWNED Value cmath_phase(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z;
    (void)count;
    if (!read_complex(vm, args[0], &z))
        return EMPTY;
    errno = 0; /* an angle too small for a float counts as an error here, in polar() it does not */
    double angle = atan2(cimag(z), creal(z));
    return errno == ERANGE ? raise_error(vm, TYPE_OverflowError, "math range error") : float_new(vm, angle);
}

static OWNED Value cmath_polar(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z;
    (void)count;
    if (!read_complex(vm, args[0], &z))
        return EMPTY;
    double radius = hypot(creal(z), cimag(z));
    if (isinf(radius) && isfinite(creal(z)) && isfinite(cimag(z)))
        return raise_error(vm, TYPE_OverflowError, "math range error");
    Value pair[2] = {float_new(vm, radius), float_new(vm, atan2(cimag(z), creal(z)))};
    if (!is_empty(pair[0]) && !is_empty(pair[1]))
        return tuple_from_stolen(vm, pair, 2);
    release_maybe(vm, pair[0]);
    release_maybe(vm, pair[1]);
    return EMPTY;
}

static OWNED Value cmath_rect(struct Interpreter *vm, const Value *args, size_t count)
{
    double radius, angle;
    int error = 0;
    (void)count;
    if (!object_as_double(vm, args[0], &radius) || !object_as_double(vm, args[1], &angle))
        return EMPTY;
    Complex result = complex_rect(radius, angle, &error);
    return answer(vm, result, error);
}

static OWNED Value cmath_isnan(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z;
    (void)count;
    return read_complex(vm, args[0], &z) ? value_from_bool(isnan(creal(z)) || isnan(cimag(z))) : EMPTY;
}

static OWNED Value cmath_isinf(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z;
    (void)count;
    return read_complex(vm, args[0], &z) ? value_from_bool(isinf(creal(z)) || isinf(cimag(z))) : EMPTY;
}

static OWNED Value cmath_isfinite(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex z;
    (void)count;
    return read_complex(vm, args[0], &z) ? value_from_bool(isfinite(creal(z)) && isfinite(cimag(z))) : EMPTY;
}

static bool is_close(Complex a, Complex b, double relative, double absolute)
{
    if (creal(a) == creal(b) && cimag(a) == cimag(b))
        return true;
    if (isinf(creal(a)) || isinf(cimag(a)) || isinf(creal(b)) || isinf(cimag(b)))
        return false;
    double difference = hypot(creal(a) - creal(b), cimag(a) - cimag(b));
    return difference <= relative * hypot(creal(b), cimag(b)) || difference <= relative * hypot(creal(a), cimag(a)) ||
           difference <= absolute;
}

/* isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) */
static OWNED Value cmath_isclose(struct Interpreter *vm, const Value *args, size_t count)
{
    Complex a, b;
    double relative = 1e-9, absolute = 0.0;
    (void)count;
    if (!read_complex(vm, args[0], &a) || !read_complex(vm, args[1], &b) ||
        (!is_absent(args[2]) && !object_as_double(vm, args[2], &relative)) ||
        (!is_absent(args[3]) && !object_as_double(vm, args[3], &absolute)))
        return EMPTY;
    if (relative < 0.0 || absolute < 0.0)
        return raise_value_error(vm, "tolerances must be non-negative");
    return value_from_bool(is_close(a, b, relative, absolute));
}

static const struct NativeMethod cmath_functions[] = {
    FUNCTION("acos", cmath_acos, 1, 1, "z, /", "Return the arc cosine of z."),
    FUNCTION("acosh", cmath_acosh, 1, 1, "z, /", "Return the inverse hyperbolic cosine of z."),
    FUNCTION("asin", cmath_asin, 1, 1, "z, /", "Return the arc sine of z."),
    FUNCTION("asinh", cmath_asinh, 1, 1, "z, /", "Return the inverse hyperbolic sine of z."),
    FUNCTION("atan", cmath_atan, 1, 1, "z, /", "Return the arc tangent of z."),
    FUNCTION("atanh", cmath_atanh, 1, 1, "z, /", "Return the inverse hyperbolic tangent of z."),
    FUNCTION("cos", cmath_cos, 1, 1, "z, /", "Return the cosine of z."),
    FUNCTION("cosh", cmath_cosh, 1, 1, "z, /", "Return the hyperbolic cosine of z."),
    FUNCTION("exp", cmath_exp, 1, 1, "z, /", "Return the exponential value e**z."),
    FUNCTION_NAMED("isclose", cmath_isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0",
                   "Determine whether two complex numbers are close in value."),
    FUNCTION("isfinite", cmath_isfinite, 1, 1, "z, /", "Return True if both parts of z are finite, else False."),
    FUNCTION("isinf", cmath_isinf, 1, 1, "z, /", "Checks if the real or imaginary part of z is infinite."),
    FUNCTION("isnan", cmath_isnan, 1, 1, "z, /", "Checks if the real or imaginary part of z not a number (NaN)."),
    FUNCTION("log", cmath_log, 1, 2, "z, base=<unrepresentable>, /", "log(z[, base]) -> the logarithm of z."),
    FUNCTION("log10", cmath_log10, 1, 1, "z, /", "Return the base-10 logarithm of z."),
    FUNCTION("phase", cmath_phase, 1, 1, "z, /", "Return argument, also known as the phase angle, of a complex."),
    FUNCTION("polar", cmath_polar, 1, 1, "z, /", "Convert a complex from rectangular to polar coordinates."),
    FUNCTION("rect", cmath_rect, 2, 2, "r, phi, /", "Convert from polar coordinates to rectangular coordinates."),
    FUNCTION("sin", cmath_sin, 1, 1, "z, /", "Return the sine of z."),
    FUNCTION("sinh", cmath_sinh, 1, 1, "z, /", "Return the hyperbolic sine of z."),
    FUNCTION("sqrt", cmath_sqrt, 1, 1, "z, /", "Return the square root of z."),
    FUNCTION("tan", cmath_tan, 1, 1, "z, /", "Return the tangent of z."),
    FUNCTION("tanh", cmath_tanh, 1, 1, "z, /", "Return the hyperbolic tangent of z."),
    METHODS_END,
};

static bool add(struct Interpreter *vm, Value dict, const char *name, STEALS Value number)
{
    bool good = !is_empty(number) && dict_set_cstring(vm, dict, name, number);
    release_maybe(vm, number);
    return good;
}

static bool cmath_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return add(vm, dict, "pi", float_new(vm, M_PI)) && add(vm, dict, "e", float_new(vm, M_E)) &&
           add(vm, dict, "tau", float_new(vm, 2 * M_PI)) && add(vm, dict, "inf", float_new(vm, INFINITY)) &&
           add(vm, dict, "infj", complex_new(vm, 0.0, INFINITY)) &&
           add(vm, dict, "nan", float_new(vm, fabs((double)NAN))) &&
           add(vm, dict, "nanj", complex_new(vm, 0.0, fabs((double)NAN)));
}

const struct ModuleSpec cmath_module_spec = {
    .name = "cmath",
    .documentation = "This module provides access to mathematical functions for complex\nnumbers.",
    .functions = cmath_functions,
    .fill = cmath_fill,
};
