/* What the files of the math module share. */
#ifndef VIV_RUNTIME_MODULES_MATH_H
#define VIV_RUNTIME_MODULES_MATH_H

#include "runtime/interpreter.h"

double math_gamma_function(double x, bool *domain, bool *range);
double math_log_gamma_function(double x, bool *domain, bool *range);

/* Functions of integers (math_integers.c) and of sequences (math_sums.c). */
Value math_factorial(struct Interpreter *vm, const Value *args, size_t count);
Value math_isqrt(struct Interpreter *vm, const Value *args, size_t count);
Value math_comb(struct Interpreter *vm, const Value *args, size_t count);
Value math_perm(struct Interpreter *vm, const Value *args, size_t count);
Value math_gcd(struct Interpreter *vm, const Value *args, size_t count);
Value math_lcm(struct Interpreter *vm, const Value *args, size_t count);
Value math_fsum(struct Interpreter *vm, const Value *args, size_t count);
Value math_prod(struct Interpreter *vm, const Value *args, size_t count);
Value math_hypot(struct Interpreter *vm, const Value *args, size_t count);
Value math_dist(struct Interpreter *vm, const Value *args, size_t count);
Value math_sumprod(struct Interpreter *vm, const Value *args, size_t count);

#endif
