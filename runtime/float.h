/*
 * What the files of float and complex share, and the text of doubles for
 * those who format numbers (runtime/format.c, str's % operator).
 */
#ifndef VIV_RUNTIME_FLOAT_H
#define VIV_RUNTIME_FLOAT_H

#include "runtime/number.h"

/* Writes the digits of a number in front of end; returns where they begin (runtime/int_text.c). */
char *write_decimal(char *end, uint64_t number);

enum FloatTextFlag {
    FLOAT_ADD_POINT_ZERO = 1 << 0,   /* repr: 1.0, not 1 */
    FLOAT_ALTERNATE = 1 << 1,        /* '#': keep the point and, for 'g', trailing zeros */
    FLOAT_NO_NEGATIVE_ZERO = 1 << 2, /* 'z': what rounds to -0 prints as 0 */
};

/*
 * A double as text, without its sign.  The text is buffer[0 .. length) with `zeros` more zeros at `zeros_at`
 * (absurd precisions take no memory here); its first `integer` characters are the digits before the point.
 */
struct FloatText {
    bool negative;
    bool finite;
    size_t length, integer, zeros, zeros_at;
    char buffer[1408];
};

/* code: e E f F g G, or r for the shortest text that reads back (precision is ignored then). precision >= 0. */
void float_make_text(struct FloatText *text, double number, char code, int64_t precision, unsigned flags);

/* A finite number >= 0 with so many decimals, correctly rounded, in at most 40 characters (no terminator): how many
 * they are, or 0 when its digits do not fit a word (runtime/float_fixed.c). */
size_t float_fixed_digits(char *to, double magnitude, int precision);
/* `count` significant digits; the number is 0.d1d2… * 10**point. false: it is too large or too small for this. */
bool float_significant_digits(double magnitude, int count, char *digits, int *point);

/* The same as a str, sign included: what % formatting wants. */
OWNED MUST_USE Value float_to_string(struct Interpreter *vm, double number, char code, int64_t precision,
                                     unsigned flags);

/* Shortest digits of a positive finite number: it is 0.d1d2… * 10**point. At most 17 digits; returns how many. */
int float_shortest_digits(double number, char digits[20], int *point);

/* number rounded to `digits` decimals (may be negative), ties to even on the exact value; as round(). */
double float_round_digits(double number, int digits);

/* One float literal at text, sign and underscores between digits included: how many characters it takes; 0: none. */
size_t float_scan(const char *text, const char *end, double *number);

OWNED MUST_USE Value float_power(struct Interpreter *vm, double base, double exponent);
/* OverflowError(34, 'Numerical result out of range'), as C's errno has it. */
Value raise_result_out_of_range(struct Interpreter *vm);

/* int, float and bool as a double: 1 done, 0 it is none of these, -1 raised (int too large). */
int number_to_double(struct Interpreter *vm, Value v, double *number);

OWNED MUST_USE Value float_from_hex(struct Interpreter *vm, Value string, double *number);
OWNED MUST_USE Value float_to_hex(struct Interpreter *vm, double number);
OWNED MUST_USE Value float_integer_ratio(struct Interpreter *vm, double number);

OWNED MUST_USE Value complex_power(struct Interpreter *vm, double base_real, double base_imaginary,
                                   double exponent_real, double exponent_imaginary);

extern const struct NativeMethod float_methods[];
extern const struct NativeAttribute float_attributes[];

#endif
