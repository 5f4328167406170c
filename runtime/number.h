/*
 * int, bool, float, complex.  An int is a word when it fits 62 bits, else a
 * big int; a float is a word when its exponent is common, else boxed.  No
 * other code need know which.
 */
#ifndef VIV_RUNTIME_NUMBER_H
#define VIV_RUNTIME_NUMBER_H

#include <gmp.h>

#include "runtime/interpreter.h"

/* Instances of int outside the small range, and of subclasses of int (with any value). Limbs follow the
 * struct for exact ints; for subclasses `number` holds the plain int and size is 0. */
struct BigInt {
    struct Object header;
    Value number;      /* subclasses: the int they wrap; EMPTY for plain big ints */
    int64_t size;      /* limbs; negative for negative numbers, as GMP's _mp_size */
    mp_limb_t limbs[];
};

struct FloatBox {
    struct Object header;
    double number;
};

struct Complex {
    struct Object header;
    double real, imaginary;
};

/* isinstance(v, int), bools included. */
static inline bool is_int(struct Interpreter *vm, Value v)
{
    return is_small_int(v) || is_bool(v) || (is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_INT));
}
/* isinstance(v, float). */
static inline bool is_float(struct Interpreter *vm, Value v)
{
    return is_small_float(v) || (is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_FLOAT));
}
/* v is_float. */
static inline double float_value(Value v)
{
    return is_small_float(v) ? small_float(v) : ((struct FloatBox *)value_object(v))->number;
}

OWNED MUST_USE Value float_new_boxed(struct Interpreter *vm, double number);
static inline OWNED MUST_USE Value float_new(struct Interpreter *vm, double number)
{
    Value v = value_from_small_float(number);
    return LIKELY(!is_empty(v)) ? v : float_new_boxed(vm, number);
}

OWNED MUST_USE Value complex_new(struct Interpreter *vm, double real, double imaginary);

OWNED MUST_USE Value int_new_large(struct Interpreter *vm, int64_t number);
static inline OWNED MUST_USE Value int_new(struct Interpreter *vm, int64_t number)
{
    return LIKELY(fits_small_int(number)) ? value_from_small_int(number) : int_new_large(vm, number);
}
OWNED MUST_USE Value int_from_uint64(struct Interpreter *vm, uint64_t number);
OWNED MUST_USE Value int_from_double(struct Interpreter *vm, double number); /* truncates; errors for inf and nan */
/* base 0: by prefix. Raises ValueError "invalid literal for int() with base 10: '…'" (literal is shown). */
OWNED MUST_USE Value int_from_text(struct Interpreter *vm, const char *text, size_t length, int base);
OWNED MUST_USE Value int_to_string(struct Interpreter *vm, Value number, int base, bool prefix);
/* False when it does not fit; raises nothing. v is_int. */
bool int_fits_int64(Value v, int64_t *number);
bool int_fits_uint64(Value v, uint64_t *number);
double int_to_double(struct Interpreter *vm, Value v, bool *overflow); /* correctly rounded (half even) */
int int_sign(Value v);
/* The plain int of an int, bool or instance of a subclass: OWNED. */
OWNED MUST_USE Value int_plain(struct Interpreter *vm, Value v);
int64_t int_hash(Value v);
int64_t float_hash(double number, Value v);

/* int (op) int for the machine's slow path; both is_int. */
OWNED MUST_USE Value int_binary(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b);
int int_compare(Value a, Value b);
/* -1, 0, 1; exact; 2 when unordered (nan). */
int int_compare_double(Value a, double b);

/* Shortest text that reads back as the same double, as CPython's repr (runtime/float_text.c). */
OWNED MUST_USE Value float_repr(struct Interpreter *vm, double number);
/* Parses as float('…') does, whitespace and underscores included; false: not a number (nothing raised). */
bool float_from_text(const char *text, size_t length, double *number);

/* The format-specification mini-language for numbers and str (runtime/format.c). */
OWNED MUST_USE Value format_int(struct Interpreter *vm, Value number, Value specification);
OWNED MUST_USE Value format_float(struct Interpreter *vm, Value v, Value specification);
OWNED MUST_USE Value format_string(struct Interpreter *vm, Value string, Value specification);
OWNED MUST_USE Value format_complex(struct Interpreter *vm, Value number, Value specification);

#endif
