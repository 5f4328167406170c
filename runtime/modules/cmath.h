/* The cmath module's functions of complex numbers; *error becomes EDOM or ERANGE (cmath_functions.c). */
#ifndef VIV_RUNTIME_MODULES_CMATH_H
#define VIV_RUNTIME_MODULES_CMATH_H

#include <complex.h>

#ifndef CMPLX /* glibc's header has it for gcc only */
#define CMPLX(real, imaginary) __builtin_complex((double)(real), (double)(imaginary))
#endif

#include "runtime/interpreter.h"

typedef double _Complex Complex;
typedef Complex ComplexFunction(Complex z, int *error);
ComplexFunction complex_acos, complex_acosh, complex_asin, complex_asinh, complex_atan, complex_atanh, complex_cos,
    complex_cosh, complex_exp, complex_log, complex_log10, complex_sin, complex_sinh, complex_sqrt, complex_tan,
    complex_tanh;
Complex complex_rect(double radius, double angle, int *error);

#endif
