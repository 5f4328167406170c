/*
 * Powers, modular powers, exact division to a double, conversion to and from
 * double, hashes and the greatest common divisor of ints.
 *
 * Owner: the numbers.  Invariant: every double made here is the nearest one to
 * the exact result, ties to even.
 */
#include <float.h>
#include <math.h>

#include "runtime/float.h"
#include "runtime/gmp_call.h"
#include "runtime/int_big.h"
#include "runtime/sequence.h"

/* ---- Powers ------------------------------------------------------------------ */

struct PowerWork {
    const struct IntView *base, *exponent, *modulus;
    bool invertible;
};

static void power_work(mpz_ptr result, void *context)
{
    struct PowerWork *work = context;
    mpz_t base;
    mpz_pow_ui(result, int_view_as_mpz(work->base, base), work->exponent->limbs[0]);
}

/* 0, 1 and -1 have powers however large the exponent. */
static bool power_is_trivial(const struct IntView *base, const struct IntView *exponent, int64_t *result)
{
    if (exponent->size == 0) {
        *result = 1;
        return true;
    }
    if (base->size > 1 || (base->size == 1 && base->limbs[0] > 1))
        return false;
    bool odd = exponent->limbs[0] & 1;
    *result = base->size == 0 ? 0 : base->negative && odd ? -1 : 1;
    return true;
}

/* base ** exponent in words, as long as it lasts. */
static bool power_in_words(int64_t base, uint64_t exponent, int64_t *result)
{
    int64_t power = 1;
    for (;;) {
        if ((exponent & 1) && __builtin_mul_overflow(power, base, &power))
            return false;
        exponent >>= 1;
        if (exponent == 0)
            break;
        if (__builtin_mul_overflow(base, base, &base))
            return false;
    }
    *result = power;
    return true;
}

Value int_power(struct Interpreter *vm, Value base, Value exponent)
{
    struct IntView x, y;
    int64_t word;
    int_view(base, &x);
    int_view(exponent, &y);
    if (y.negative && y.size) {
        double doubles[2];
        bool overflow = false;
        doubles[0] = int_to_double(vm, base, &overflow);
        doubles[1] = overflow ? 0 : int_to_double(vm, exponent, &overflow);
        if (overflow)
            return raise_error(vm, TYPE_OverflowError, "int too large to convert to float");
        return float_power(vm, doubles[0], doubles[1]);
    }
    if (power_is_trivial(&x, &y, &word))
        return value_from_small_int(word);
    if (y.size > 1 || y.limbs[0] > (mp_limb_t)INT_LIMBS_MAX * GMP_NUMB_BITS)
        return raise_memory_error(vm);
    if (is_small_int(base) && y.limbs[0] < 64 && power_in_words(small_int(base), y.limbs[0], &word))
        return int_new(vm, word);
    if ((double)(int_view_bits(&x) - 1) * (double)y.limbs[0] > (double)INT_LIMBS_MAX * GMP_NUMB_BITS)
        return raise_memory_error(vm);
    if (x.size == 1 && (x.limbs[0] & (x.limbs[0] - 1)) == 0) { /* a power of two */
        Value one = value_from_small_int(x.negative && (y.limbs[0] & 1) ? -1 : 1);
        return int_binary(vm, BINARY_LEFT_SHIFT, one,
                          value_from_small_int(__builtin_ctzll(x.limbs[0]) * (int64_t)y.limbs[0]));
    }
    struct PowerWork work = {&x, &y, NULL, false};
    return gmp_compute(vm, power_work, &work);
}

static void power_modulo_work(mpz_ptr result, void *context)
{
    struct PowerWork *work = context;
    mpz_t base, exponent, modulus, positive;
    mpz_srcptr b = int_view_as_mpz(work->base, base), e = int_view_as_mpz(work->exponent, exponent),
               m = int_view_as_mpz(work->modulus, modulus);
    work->invertible = true;
    if (mpz_sgn(e) < 0) {
        mpz_init(positive);
        work->invertible = mpz_invert(positive, b, m) != 0 || mpz_cmpabs_ui(m, 1) == 0;
        b = positive;
        e = mpz_roinit_n(exponent, work->exponent->limbs, work->exponent->size);
    }
    if (!work->invertible)
        return;
    mpz_powm(result, b, e, m);
    if (mpz_sgn(m) < 0 && mpz_sgn(result) != 0)
        mpz_add(result, result, m);
}

static uint64_t power_modulo_words(uint64_t base, uint64_t exponent, uint64_t modulus)
{
    uint64_t power = 1 % modulus;
    base %= modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            power = (uint64_t)((unsigned __int128)power * base % modulus);
        base = (uint64_t)((unsigned __int128)base * base % modulus);
    }
    return power;
}

Value int_power_modulo(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    if (int_sign(modulus) == 0)
        return raise_value_error(vm, "pow() 3rd argument cannot be 0");
    if (are_small_ints(base, exponent) && is_small_int(modulus) && small_int(base) >= 0 &&
        small_int(exponent) >= 0 && small_int(modulus) > 0) {
        uint64_t power = power_modulo_words((uint64_t)small_int(base), (uint64_t)small_int(exponent),
                                            (uint64_t)small_int(modulus));
        return value_from_small_int((int64_t)power);
    }
    struct IntView x, y, z;
    int_view(base, &x);
    int_view(exponent, &y);
    int_view(modulus, &z);
    struct PowerWork work = {&x, &y, &z, false};
    Value result = gmp_compute(vm, power_modulo_work, &work);
    if (is_empty(result) || work.invertible)
        return result;
    release(vm, result);
    return raise_value_error(vm, "base is not invertible for the given modulus");
}

static void gcd_work(mpz_ptr result, void *context)
{
    struct PowerWork *work = context;
    mpz_t a, b;
    mpz_gcd(result, int_view_as_mpz(work->base, a), int_view_as_mpz(work->exponent, b));
}

/* Stein's: shifts and subtractions instead of divisions. */
static uint64_t gcd_in_words(uint64_t m, uint64_t n)
{
    if (m == 0 || n == 0)
        return m | n;
    int shift = __builtin_ctzll(m | n);
    m >>= __builtin_ctzll(m);
    do {
        n >>= __builtin_ctzll(n);
        if (m > n) {
            uint64_t other = m;
            m = n;
            n = other;
        }
        n -= m;
    } while (n != 0);
    return m << shift;
}

Value int_gcd(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.size > 1 || y.size > 1) {
        struct PowerWork work = {&x, &y, NULL, false};
        return gmp_compute(vm, gcd_work, &work);
    }
    return int_from_uint64(vm, gcd_in_words(x.size ? x.limbs[0] : 0, y.size ? y.limbs[0] : 0));
}

/* ---- Doubles ------------------------------------------------------------------- */

double int_scale_to_double(uint64_t mantissa, int64_t exponent, bool *overflow)
{
    int64_t top = exponent + 63; /* weight of the highest bit */
    if (top > DBL_MAX_EXP) {
        *overflow = true;
        return HUGE_VAL;
    }
    if (top < DBL_MIN_EXP - 1 - DBL_MANT_DIG)
        return 0.0;
    int64_t precision = top >= DBL_MIN_EXP - 1 ? DBL_MANT_DIG : DBL_MANT_DIG - (DBL_MIN_EXP - 1 - top);
    if (precision <= 0) /* below the smallest subnormal: more than half of it rounds up */
        return precision == 0 && mantissa > (uint64_t)1 << 63 ? ldexp(1.0, DBL_MIN_EXP - DBL_MANT_DIG) : 0.0;
    int dropped = (int)(64 - precision);
    uint64_t kept = mantissa >> dropped, rest = mantissa << (64 - dropped), half = (uint64_t)1 << 63;
    if (rest > half || (rest == half && (kept & 1)))
        kept++;
    double result = ldexp((double)kept, (int)(exponent + dropped));
    if (isinf(result))
        *overflow = true;
    return result;
}

/* The top 64 bits of a magnitude, with everything below folded into the lowest. */
static uint64_t top_bits(const mp_limb_t *limbs, int64_t size, int64_t *exponent)
{
    mp_limb_t high = limbs[size - 1];
    int shift = __builtin_clzll(high);
    *exponent = (size - 1) * GMP_NUMB_BITS - shift;
    if (shift && size > 1)
        high = high << shift | limbs[size - 2] >> (GMP_NUMB_BITS - shift);
    else
        high <<= shift;
    bool sticky = size > 1 && shift < GMP_NUMB_BITS && (limbs[size - 2] << shift) != 0;
    for (int64_t i = 0; !sticky && i < size - 2; i++)
        sticky = limbs[i] != 0;
    return high | sticky;
}

double int_to_double(struct Interpreter *vm, Value v, bool *overflow)
{
    (void)vm;
    struct IntView view;
    int64_t exponent;
    *overflow = false;
    if (is_small_int(v))
        return (double)small_int(v);
    int_view(v, &view);
    if (view.size == 0)
        return 0.0;
    uint64_t mantissa = top_bits(view.limbs, view.size, &exponent);
    double result = int_scale_to_double(mantissa, exponent, overflow);
    return view.negative ? -result : result;
}

Value int_from_double(struct Interpreter *vm, double number)
{
    if (isinf(number))
        return raise_error(vm, TYPE_OverflowError, "cannot convert float infinity to integer");
    if (isnan(number))
        return raise_value_error(vm, "cannot convert float NaN to integer");
    if (fabs(number) < 0x1p61)
        return value_from_small_int((int64_t)number);
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(number), &exponent), DBL_MANT_DIG);
    Value shift = value_from_small_int(exponent - DBL_MANT_DIG);
    Value whole = value_from_small_int(number < 0 ? -(int64_t)mantissa : (int64_t)mantissa);
    return int_binary(vm, BINARY_LEFT_SHIFT, whole, shift);
}

/* a / b, both positive: the quotient gets 64 bits, what is left over makes it sticky. */
static bool divide_to_mantissa(struct Interpreter *vm, Value a, Value b, uint64_t *mantissa, int64_t *exponent)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    int64_t shift = 66 - (int_view_bits(&x) - int_view_bits(&y));
    Value amount = value_from_small_int(shift < 0 ? -shift : shift);
    Value scaled = int_binary(vm, BINARY_LEFT_SHIFT, shift >= 0 ? a : b, amount);
    if (is_empty(scaled))
        return false;
    Value pair = shift >= 0 ? int_divmod(vm, scaled, b) : int_divmod(vm, a, scaled);
    release(vm, scaled);
    if (is_empty(pair))
        return false;
    const Value *items = as_tuple(pair)->items;
    int_view(items[0], &x);
    *mantissa = top_bits(x.limbs, x.size, exponent) | (int_sign(items[1]) != 0);
    *exponent -= shift;
    release(vm, pair);
    return true;
}

static bool exact_in_double(Value v, double *number)
{
    if (!is_small_int(v) || small_int(v) > (1LL << 53) || small_int(v) < -(1LL << 53))
        return false;
    *number = (double)small_int(v);
    return true;
}

static Value divide_magnitudes(struct Interpreter *vm, Value a, Value b)
{
    uint64_t mantissa;
    int64_t exponent;
    bool overflow = false, done = false;
    Value positive_a = int_absolute(vm, a), positive_b = is_empty(positive_a) ? EMPTY : int_absolute(vm, b);
    if (!is_empty(positive_b))
        done = divide_to_mantissa(vm, positive_a, positive_b, &mantissa, &exponent);
    release_maybe(vm, positive_a);
    release_maybe(vm, positive_b);
    if (!done)
        return EMPTY;
    double result = int_scale_to_double(mantissa, exponent, &overflow);
    if (overflow)
        return raise_error(vm, TYPE_OverflowError, "integer division result too large for a float");
    return float_new(vm, int_sign(a) * int_sign(b) < 0 ? -result : result);
}

Value int_true_divide(struct Interpreter *vm, Value a, Value b)
{
    double x, y;
    if (int_sign(b) == 0)
        return raise_error(vm, TYPE_ZeroDivisionError, "division by zero");
    if (exact_in_double(a, &x) && exact_in_double(b, &y))
        return float_new(vm, x / y);
    if (int_sign(a) == 0)
        return float_new(vm, int_sign(b) < 0 ? -0.0 : 0.0);
    struct IntView p, q;
    int_view(a, &p);
    int_view(b, &q);
    int64_t difference = int_view_bits(&p) - int_view_bits(&q);
    if (difference > DBL_MAX_EXP)
        return raise_error(vm, TYPE_OverflowError, "integer division result too large for a float");
    if (difference < DBL_MIN_EXP - DBL_MANT_DIG - 2)
        return float_new(vm, p.negative != q.negative ? -0.0 : 0.0);
    return divide_magnitudes(vm, a, b);
}

int int_compare_double(Value a, double b)
{
    if (isnan(b))
        return 2;
    if (isinf(b))
        return b > 0 ? -1 : 1;
    if (is_small_int(a) && small_int(a) <= 1LL << 53 && small_int(a) >= -(1LL << 53)) {
        double number = (double)small_int(a);
        return number < b ? -1 : number > b;
    }
    struct IntView x;
    int_view(a, &x);
    int sign_a = x.size == 0 ? 0 : x.negative ? -1 : 1, sign_b = (b > 0) - (b < 0);
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    if (sign_a == 0)
        return 0;
    /* Same sign: first by the weight of the highest bit, then exactly. */
    int exponent, order;
    double fraction = frexp(fabs(b), &exponent);
    int64_t bits = int_view_bits(&x);
    if (bits != exponent) {
        order = bits < exponent ? -1 : 1;
    } else {
        int64_t scale;
        uint64_t mine = top_bits(x.limbs, x.size, &scale), other = (uint64_t)ldexp(fraction, 64);
        order = mine < other ? -1 : mine > other;
    }
    return sign_a * order;
}

/* ---- Hashes ----------------------------------------------------------------------- */

enum { HASH_BITS = 61 };
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1)

int64_t int_hash(Value v)
{
    struct IntView view;
    uint64_t rest;
    if (is_small_int(v)) {
        int64_t number = small_int(v);
        uint64_t magnitude = number < 0 ? (uint64_t)-number : (uint64_t)number;
        rest = magnitude >= HASH_MODULUS ? magnitude % HASH_MODULUS : magnitude;
        int64_t hash = number < 0 ? -(int64_t)rest : (int64_t)rest;
        return hash == -1 ? -2 : hash;
    }
    int_view(v, &view);
    rest = view.size ? mpn_mod_1(view.limbs, view.size, HASH_MODULUS) : 0;
    int64_t hash = view.negative ? -(int64_t)rest : (int64_t)rest;
    return hash == -1 ? -2 : hash;
}

/* The fraction m / 2**e modulo the prime 2**61 - 1, where multiplying by two is a rotation. */
int64_t float_hash(double number, Value v)
{
    if (isinf(number))
        return number > 0 ? 314159 : -314159;
    if (isnan(number)) {
        uint64_t identity = value_identity(v);
        int64_t hash = (int64_t)(identity >> 4 | identity << 60);
        return hash == -1 ? -2 : hash;
    }
    int exponent;
    double fraction = frexp(fabs(number), &exponent);
    uint64_t mantissa = (uint64_t)ldexp(fraction, DBL_MANT_DIG);
    int rotation = (exponent - DBL_MANT_DIG) % HASH_BITS;
    if (rotation < 0)
        rotation += HASH_BITS;
    uint64_t rest = mantissa;
    if (rotation)
        rest = ((rest << rotation) & HASH_MODULUS) | rest >> (HASH_BITS - rotation);
    if (rest == HASH_MODULUS)
        rest = 0;
    int64_t hash = number < 0 ? -(int64_t)rest : (int64_t)rest;
    return hash == -1 ? -2 : hash;
}
