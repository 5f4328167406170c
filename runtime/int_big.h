/*
 * What the files of int share: a view of any int as sign and limbs, and the
 * making of ints from limbs.  Nothing outside the numbers includes this.
 */
#ifndef VIV_RUNTIME_INT_BIG_H
#define VIV_RUNTIME_INT_BIG_H

#include "runtime/error.h"
#include "runtime/number.h"

/* Sign and magnitude.  `limbs` may point at `word`: a view must not be copied or moved. */
struct IntView {
    const mp_limb_t *limbs;
    int64_t size; /* limbs of the magnitude; 0 for zero */
    bool negative;
    mp_limb_t word;
};

/* v is_int; the view lives as long as v. */
void int_view(Value v, struct IntView *view);
/* As a read-only mpz; no allocation. */
mpz_srcptr int_view_as_mpz(const struct IntView *view, mpz_ptr storage);
int64_t int_view_bits(const struct IntView *view); /* bit length of the magnitude */

/* Copies limbs (with or without leading zeros) into the right kind of int. */
OWNED MUST_USE Value int_from_limbs(struct Interpreter *vm, const mp_limb_t *limbs, int64_t size, bool negative);
/* An unfinished int of that many limbs; NULL with MemoryError pending. Finish it with int_normalize. */
OWNED MUST_USE struct BigInt *int_allocate(struct Interpreter *vm, int64_t size);
/* Strips leading zeros and turns what fits into a word. */
OWNED MUST_USE Value int_normalize(struct Interpreter *vm, STEALS struct BigInt *number, int64_t size, bool negative);

OWNED MUST_USE Value int_power(struct Interpreter *vm, Value base, Value exponent);
OWNED MUST_USE Value int_power_modulo(struct Interpreter *vm, Value base, Value exponent, Value modulus);
OWNED MUST_USE Value int_true_divide(struct Interpreter *vm, Value a, Value b);
OWNED MUST_USE Value int_divmod(struct Interpreter *vm, Value a, Value b);
OWNED MUST_USE Value int_negate(struct Interpreter *vm, Value v);
OWNED MUST_USE Value int_absolute(struct Interpreter *vm, Value v);
OWNED MUST_USE Value int_invert(struct Interpreter *vm, Value v);
/* Greatest common divisor, not negative. */
OWNED MUST_USE Value int_gcd(struct Interpreter *vm, Value a, Value b);
/* mantissa * 2**exponent to the nearest double, ties to even; the lowest bit of mantissa is sticky, its highest is
 * set.  *overflow is set and infinity returned when it is too large. */
double int_scale_to_double(uint64_t mantissa, int64_t exponent, bool *overflow);

/* int(text) for any str, bytes or bytearray; `original` is shown in the error, EMPTY: the text is. */
OWNED MUST_USE Value int_parse(struct Interpreter *vm, const char *text, size_t length, int base, Value original);

/* str → ASCII where every Unicode decimal digit and space became its ASCII counterpart (other characters become '?').
 * NULL: MemoryError. Free with utf8_release(vm, …). */
struct Utf8View;
MUST_USE bool number_text_view(struct Interpreter *vm, Value string, struct Utf8View *view);

/* Attributes and methods shared by int.c and its method table (int_bytes.c, int_methods.c). */
extern const struct NativeMethod int_methods[];
extern const struct NativeAttribute int_attributes[];
/* An int of the class `type` (int itself or a subclass) with the number's value. */
OWNED MUST_USE Value int_of_type(struct Interpreter *vm, struct Type *type, STEALS Value number);
Value int_to_bytes(struct Interpreter *vm, const Value *args, size_t count);
Value int_from_bytes(struct Interpreter *vm, const Value *args, size_t count);
/* int(v) for a v that is no text: __int__, __index__; also __trunc__. ABSENT when v has none of them. */
OWNED MUST_USE Value int_from_number(struct Interpreter *vm, Value v);

#endif
