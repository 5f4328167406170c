/*
 * The functions of math on integers of any size.
 *
 * Owner: the numbers.  Sizes of results are estimated before GMP begins.
 */
#include <math.h>

#include "runtime/gmp_call.h"
#include "runtime/int_big.h"
#include "runtime/modules/math.h"
#include "runtime/object.h"

#define BITS_MAX ((double)INT_LIMBS_MAX * GMP_NUMB_BITS)

struct IntegerWork {
    struct IntView n;
    uint64_t k;
};

static void factorial_work(mpz_ptr result, void *context)
{
    mpz_fac_ui(result, ((struct IntegerWork *)context)->k);
}

Value math_factorial(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value number = object_index(vm, args[0]);
    int64_t n;
    if (is_empty(number))
        return EMPTY;
    bool fits = int_fits_int64(number, &n), negative = int_sign(number) < 0;
    release(vm, number);
    if (negative)
        return raise_value_error(vm, "factorial() not defined for negative values");
    if (!fits)
        return raise_error(vm, TYPE_OverflowError, "factorial() argument should not exceed 9223372036854775807");
    if (n <= 20) {
        int64_t product = 1;
        for (int64_t i = 2; i <= n; i++)
            product *= i;
        return int_new(vm, product);
    }
    if ((double)n * (log2((double)n) - 1.45) > BITS_MAX)
        return raise_memory_error(vm);
    struct IntegerWork work = {.k = (uint64_t)n};
    return gmp_compute(vm, factorial_work, &work);
}

static void square_root_work(mpz_ptr result, void *context)
{
    struct IntegerWork *work = context;
    mpz_t n;
    mpz_sqrt(result, int_view_as_mpz(&work->n, n));
}

Value math_isqrt(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value number = object_index(vm, args[0]);
    if (is_empty(number))
        return EMPTY;
    Value result = EMPTY;
    if (int_sign(number) < 0) {
        raise_value_error(vm, "isqrt() argument must be nonnegative");
    } else if (is_small_int(number)) {
        uint64_t n = (uint64_t)small_int(number), root = (uint64_t)sqrt((double)n);
        while (root * root > n) /* the double may have rounded up */
            root--;
        while ((root + 1) * (root + 1) <= n)
            root++;
        return value_from_small_int((int64_t)root);
    } else {
        struct IntegerWork work;
        int_view(number, &work.n);
        result = gmp_compute(vm, square_root_work, &work);
    }
    release(vm, number);
    return result;
}

/* n and k as non-negative ints; both OWNED when true. */
static bool selection_arguments(struct Interpreter *vm, const Value *args, Value *n, Value *k)
{
    *n = object_index(vm, args[0]);
    *k = is_empty(*n) ? EMPTY : object_index(vm, args[1]);
    const char *wrong = NULL;
    if (!is_empty(*k)) {
        if (int_sign(*n) < 0)
            wrong = "n must be a non-negative integer";
        else if (int_sign(*k) < 0)
            wrong = "k must be a non-negative integer";
        if (!wrong)
            return true;
        raise_value_error(vm, "%s", wrong);
    }
    release_maybe(vm, *n);
    release_maybe(vm, *k);
    return false;
}

static void binomial_work(mpz_ptr result, void *context)
{
    struct IntegerWork *work = context;
    mpz_t n;
    mpz_bin_ui(result, int_view_as_mpz(&work->n, n), work->k);
}

/* Bits of n (n-1) … (n-k+1), from above. */
static double falling_bits(const struct IntView *n, uint64_t k)
{
    return (double)int_view_bits(n) * (double)k;
}

static double binomial_bits(const struct IntView *n, uint64_t k)
{
    double whole = n->size == 0 ? 0 : n->size == 1 ? (double)n->limbs[0] : HUGE_VAL;
    double small = k > 1 ? (double)k * (log2((double)k) - 1.4427) : 0;
    double estimate = falling_bits(n, k) - small;
    return estimate < whole ? estimate : whole; /* C(n, k) < 2**n */
}

/* In words while every step fits; ABSENT: it does not. */
static Value binomial_in_words(uint64_t n, uint64_t k)
{
    if (k > n)
        return value_from_small_int(0);
    if (k > n - k)
        k = n - k;
    uint64_t result = 1;
    for (uint64_t i = 1; i <= k; i++) {
        unsigned __int128 product = (unsigned __int128)result * (n - k + i);
        if (product >> 64 || (uint64_t)product / i > (uint64_t)SMALL_INT_MAX)
            return VALUE_ABSENT;
        result = (uint64_t)product / i;
    }
    return value_from_small_int((int64_t)result);
}

static Value binomial(struct Interpreter *vm, Value n, Value k)
{
    if (are_small_ints(n, k)) {
        Value quick = binomial_in_words((uint64_t)small_int(n), (uint64_t)small_int(k));
        if (!is_absent(quick))
            return quick;
    }
    Value rest = int_binary(vm, BINARY_SUBTRACT, n, k);
    if (is_empty(rest))
        return EMPTY;
    Value fewer = int_compare(rest, k) < 0 ? rest : k, result = value_from_small_int(0);
    struct IntegerWork work;
    int64_t number;
    int_view(n, &work.n);
    if (int_sign(rest) >= 0) {
        if (!int_fits_int64(fewer, &number)) {
            result = raise_error(vm, TYPE_OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
        } else {
            work.k = (uint64_t)number;
            result = binomial_bits(&work.n, work.k) > BITS_MAX ? raise_memory_error(vm)
                                                               : gmp_compute(vm, binomial_work, &work);
        }
    }
    release(vm, rest);
    return result;
}

Value math_comb(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value n, k;
    if (!selection_arguments(vm, args, &n, &k))
        return EMPTY;
    Value result = binomial(vm, n, k);
    release(vm, n);
    release(vm, k);
    return result;
}

/* result = (n - from) (n - from - 1) … (n - to + 1), halving the range so that factors stay balanced. */
static void falling_product(mpz_ptr result, mpz_srcptr n, uint64_t from, uint64_t to)
{
    if (to - from <= 8) {
        mpz_t factor;
        mpz_init(factor);
        mpz_set_ui(result, 1);
        for (uint64_t i = from; i < to; i++) {
            mpz_sub_ui(factor, n, i);
            mpz_mul(result, result, factor);
        }
        mpz_clear(factor);
        return;
    }
    mpz_t upper;
    uint64_t middle = from + (to - from) / 2;
    mpz_init(upper);
    falling_product(result, n, from, middle);
    falling_product(upper, n, middle, to);
    mpz_mul(result, result, upper);
    mpz_clear(upper);
}

static void falling_work(mpz_ptr result, void *context)
{
    struct IntegerWork *work = context;
    mpz_t n;
    falling_product(result, int_view_as_mpz(&work->n, n), 0, work->k);
}

static Value arrangements(struct Interpreter *vm, Value n, Value k)
{
    struct IntegerWork work;
    int64_t number;
    if (int_compare(k, n) > 0)
        return value_from_small_int(0);
    if (are_small_ints(n, k)) {
        int64_t product = 1, factor = small_int(n), last = factor - small_int(k);
        while (factor > last && !__builtin_mul_overflow(product, factor, &product))
            factor--;
        if (factor == last)
            return int_new(vm, product);
    }
    if (!int_fits_int64(k, &number))
        return raise_error(vm, TYPE_OverflowError, "k must not exceed 9223372036854775807");
    int_view(n, &work.n);
    work.k = (uint64_t)number;
    return falling_bits(&work.n, work.k) > BITS_MAX ? raise_memory_error(vm) : gmp_compute(vm, falling_work, &work);
}

Value math_perm(struct Interpreter *vm, const Value *args, size_t count)
{
    Value n, k;
    if (count == 1 || is_none(args[1]))
        return math_factorial(vm, args, 1);
    if (!selection_arguments(vm, args, &n, &k))
        return EMPTY;
    Value result = arrangements(vm, n, k);
    release(vm, n);
    release(vm, k);
    return result;
}

/* Folds the arguments; each is looked at even when the result is settled, as a wrong type must be reported. */
static Value fold(struct Interpreter *vm, const Value *args, size_t count, int64_t start,
                  Value (*step)(struct Interpreter *vm, Value a, Value b))
{
    Value result = value_from_small_int(start);
    for (size_t i = 0; i < count && !is_empty(result); i++) {
        Value number = object_index(vm, args[i]);
        Value next = is_empty(number) ? EMPTY : step(vm, result, number);
        release_maybe(vm, number);
        release(vm, result);
        result = next;
    }
    return result;
}

Value math_gcd(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 2 && are_small_ints(args[0], args[1]))
        return int_gcd(vm, args[0], args[1]);
    return fold(vm, args, count, 0, int_gcd);
}

static OWNED Value least_multiple(struct Interpreter *vm, Value a, Value b)
{
    if (int_sign(a) == 0 || int_sign(b) == 0)
        return value_from_small_int(0);
    Value divisor = int_gcd(vm, a, b), factor = EMPTY, product = EMPTY, result = EMPTY;
    if (!is_empty(divisor))
        factor = int_binary(vm, BINARY_FLOOR_DIVIDE, a, divisor);
    if (!is_empty(factor))
        product = int_binary(vm, BINARY_MULTIPLY, factor, b);
    if (!is_empty(product))
        result = int_absolute(vm, product);
    release_maybe(vm, divisor);
    release_maybe(vm, factor);
    release_maybe(vm, product);
    return result;
}

Value math_lcm(struct Interpreter *vm, const Value *args, size_t count)
{
    return fold(vm, args, count, 1, least_multiple);
}
