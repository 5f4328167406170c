/*
 * The functions of math over sequences: exact sums, products, distances.
 *
 * Owner: the numbers.  fsum keeps Shewchuk's list of partial sums; distances
 * and sumprod keep what rounding lost in a second (third) double and add it at
 * the end, as CPython does, so that results agree in the last digit.
 */
#include <float.h>
#include <math.h>

#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/modules/math.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

/* ---- fsum -------------------------------------------------------------------------- */

/* The partial sums do not overlap and grow in size; their exact sum is the sum so far. */
struct PartialSums {
    double *items;
    size_t count, capacity;
    double special, infinities; /* sum of what was not finite */
};

static bool partials_push(struct Interpreter *vm, struct PartialSums *sums, double x)
{
    if (sums->count == sums->capacity) {
        size_t capacity = sums->capacity ? sums->capacity * 2 : 32;
        double *larger = heap_resize(vm, MEMORY_BYTES, sums->items, sums->capacity * sizeof x, capacity * sizeof x);
        if (!larger)
            return false;
        sums->items = larger;
        sums->capacity = capacity;
    }
    sums->items[sums->count++] = x;
    return true;
}

static bool partials_add(struct Interpreter *vm, struct PartialSums *sums, double original)
{
    double x = original;
    size_t kept = 0;
    for (size_t i = 0; i < sums->count; i++) {
        double y = sums->items[i];
        if (fabs(x) < fabs(y)) {
            double other = x;
            x = y;
            y = other;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0)
            sums->items[kept++] = low;
        x = high;
    }
    sums->count = kept;
    if (x == 0)
        return true;
    if (isfinite(x))
        return partials_push(vm, sums, x);
    if (isfinite(original)) {
        raise_error(vm, TYPE_OverflowError, "intermediate overflow in fsum");
        return false;
    }
    if (isinf(original))
        sums->infinities += original;
    sums->special += original;
    sums->count = 0;
    return true;
}

/* Adds from the largest down; when a tie was rounded, the sign of what remains decides. */
static double partials_total(struct PartialSums *sums)
{
    size_t n = sums->count;
    if (n == 0)
        return 0.0;
    double high = sums->items[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = sums->items[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0)
            break;
    }
    if (n > 0 && ((low < 0 && sums->items[n - 1] < 0) || (low > 0 && sums->items[n - 1] > 0))) {
        double y = low * 2, x = high + y;
        if (y == x - high)
            high = x;
    }
    return high;
}

static bool partials_add_all(struct Interpreter *vm, struct PartialSums *sums, Value iterator)
{
    for (;;) {
        double number;
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            return true;
        if (is_empty(item))
            return false;
        bool good = object_as_double(vm, item, &number);
        release(vm, item);
        if (!good || !partials_add(vm, sums, number))
            return false;
    }
}

Value math_fsum(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value iterator = object_iterate(vm, args[0]), result = EMPTY;
    if (is_empty(iterator))
        return EMPTY;
    struct PartialSums sums = {NULL, 0, 0, 0.0, 0.0};
    if (partials_add_all(vm, &sums, iterator)) {
        if (sums.special == 0)
            result = float_new(vm, partials_total(&sums));
        else if (isnan(sums.infinities))
            raise_value_error(vm, "-inf + inf in fsum");
        else
            result = float_new(vm, sums.special);
    }
    heap_free(vm, MEMORY_BYTES, sums.items, sums.capacity * sizeof(double));
    release(vm, iterator);
    return result;
}

Value math_prod(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value iterator = object_iterate(vm, args[0]);
    if (is_empty(iterator))
        return EMPTY;
    Value result = is_absent(args[1]) ? value_from_small_int(1) : retain(args[1]);
    for (;;) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        Value product = is_empty(item) ? EMPTY : object_binary(vm, BINARY_MULTIPLY, result, item);
        release_maybe(vm, item);
        release(vm, result);
        result = product;
        if (is_empty(result))
            break;
    }
    release(vm, iterator);
    return result;
}

/* ---- Doubles with their rounding errors ------------------------------------------------ */

struct Double2 {
    double high, low;
};

static struct Double2 exact_sum(double a, double b)
{
    double x = a + b, z = x - a;
    return (struct Double2){x, (a - (x - z)) + (b - z)};
}

/* |a| >= |b| */
static struct Double2 exact_sum_ordered(double a, double b)
{
    double x = a + b;
    return (struct Double2){x, (a - x) + b};
}

static struct Double2 exact_product(double a, double b)
{
    double z = a * b;
    return (struct Double2){z, fma(a, b, -z)};
}

/* ---- hypot and dist ----------------------------------------------------------------------- */

/* Square root of the sum of squares of finite numbers, the largest of which is not zero. */
static double scaled_norm(double *numbers, size_t count, double largest)
{
    int exponent;
    frexp(largest, &exponent);
    if (exponent < -1023) { /* subnormal: the scale itself would overflow */
        for (size_t i = 0; i < count; i++)
            numbers[i] /= DBL_MIN;
        return DBL_MIN * scaled_norm(numbers, count, largest / DBL_MIN);
    }
    double scale = ldexp(1.0, -exponent), sum = 1.0, lost1 = 0.0, lost2 = 0.0;
    for (size_t i = 0; i < count; i++) {
        double x = numbers[i] * scale;
        struct Double2 square = exact_product(x, x), total = exact_sum_ordered(sum, square.high);
        sum = total.high;
        lost1 += square.low;
        lost2 += total.low;
    }
    double root = sqrt(sum - 1.0 + (lost1 + lost2));
    struct Double2 square = exact_product(-root, root), total = exact_sum_ordered(sum, square.high);
    sum = total.high;
    lost1 += square.low;
    lost2 += total.low;
    double correction = sum - 1.0 + (lost1 + lost2);
    root += correction / (2.0 * root);
    return root / scale;
}

/* numbers are not negative. */
static double vector_norm(double *numbers, size_t count, double largest, bool has_nan)
{
    if (isinf(largest))
        return largest;
    if (has_nan)
        return NAN;
    return largest == 0.0 || count <= 1 ? largest : scaled_norm(numbers, count, largest);
}

enum { NORM_ON_STACK = 16 };

/* Distances |p[i] - q[i]| (q NULL: |p[i]|), and from them the norm. */
static Value norm_of(struct Interpreter *vm, const Value *p, const Value *q, size_t count)
{
    double few[NORM_ON_STACK], *numbers = few, largest = 0.0;
    bool has_nan = false, good = true;
    if (count > NORM_ON_STACK) {
        numbers = heap_allocate_array(vm, MEMORY_BYTES, count, sizeof *numbers);
        if (!numbers)
            return EMPTY;
    }
    for (size_t i = 0; good && i < count; i++) {
        double x, y = 0.0;
        good = object_as_double(vm, p[i], &x) && (!q || object_as_double(vm, q[i], &y));
        if (!good)
            break;
        numbers[i] = fabs(x - y);
        has_nan |= isnan(numbers[i]);
        if (numbers[i] > largest)
            largest = numbers[i];
    }
    Value result = good ? float_new(vm, vector_norm(numbers, count, largest, has_nan)) : EMPTY;
    if (numbers != few)
        heap_free(vm, MEMORY_BYTES, numbers, count * sizeof *numbers);
    return result;
}

Value math_hypot(struct Interpreter *vm, const Value *args, size_t count)
{
    return norm_of(vm, args, NULL, count);
}

Value math_dist(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value p = is_tuple(vm, args[0]) ? retain(args[0]) : tuple_from_iterable(vm, args[0]), result = EMPTY;
    Value q = is_empty(p) ? EMPTY : is_tuple(vm, args[1]) ? retain(args[1]) : tuple_from_iterable(vm, args[1]);
    if (!is_empty(q)) {
        if (tuple_length(p) != tuple_length(q))
            raise_value_error(vm, "both points must have the same number of dimensions");
        else
            result = norm_of(vm, as_tuple(p)->items, as_tuple(q)->items, tuple_length(p));
    }
    release_maybe(vm, p);
    release_maybe(vm, q);
    return result;
}

/* ---- sumprod -------------------------------------------------------------------------------- */

/* Ints are summed as words while that lasts, then floats in three doubles, then anything. */
struct ProductSum {
    Value total; /* OWNED */
    int64_t whole;
    double high, low, tiny;
    bool words, doubles; /* these ways are still open */
    bool whole_used, double_used;
};

static bool add_to_total(struct Interpreter *vm, struct ProductSum *sum, Value term)
{
    Value total = is_empty(term) ? EMPTY : object_binary(vm, BINARY_ADD, sum->total, term);
    release_maybe(vm, term);
    if (is_empty(total))
        return false;
    release(vm, sum->total);
    sum->total = total;
    return true;
}

static bool close_words(struct Interpreter *vm, struct ProductSum *sum)
{
    bool used = sum->words && sum->whole_used;
    sum->words = false;
    return !used || add_to_total(vm, sum, int_new(vm, sum->whole));
}

static bool close_doubles(struct Interpreter *vm, struct ProductSum *sum)
{
    bool used = sum->doubles && sum->double_used;
    sum->doubles = false;
    double rest = exact_sum(sum->low, sum->tiny).high;
    return !used || add_to_total(vm, sum, float_new(vm, sum->high + rest));
}

static bool is_plain_int(struct Interpreter *vm, Value v)
{
    return is_small_int(v) || object_has_type(vm, v, TYPE_int);
}

static bool is_plain_float(struct Interpreter *vm, Value v)
{
    return is_small_float(v) || object_has_type(vm, v, TYPE_float);
}

static bool add_words(struct Interpreter *vm, struct ProductSum *sum, Value p, Value q)
{
    int64_t a, b, product, whole;
    if (!is_plain_int(vm, p) || !is_plain_int(vm, q) || !int_fits_int64(p, &a) || !int_fits_int64(q, &b) ||
        __builtin_mul_overflow(a, b, &product) || __builtin_add_overflow(sum->whole, product, &whole))
        return false;
    sum->whole = whole;
    sum->whole_used = true;
    return true;
}

static bool add_doubles(struct Interpreter *vm, struct ProductSum *sum, Value p, Value q)
{
    bool overflow_p = false, overflow_q = false;
    bool float_p = is_plain_float(vm, p), float_q = is_plain_float(vm, q);
    if ((!float_p && !float_q) || (!float_p && !is_plain_int(vm, p) && !is_bool(p)) ||
        (!float_q && !is_plain_int(vm, q) && !is_bool(q)))
        return false;
    double a = float_p ? float_value(p) : int_to_double(vm, p, &overflow_p);
    double b = float_q ? float_value(q) : int_to_double(vm, q, &overflow_q);
    if (overflow_p || overflow_q)
        return false;
    struct Double2 product = exact_product(a, b), high = exact_sum(sum->high, product.high);
    struct Double2 low = exact_sum(sum->low, product.low), carry = exact_sum(low.high, high.low);
    if (!isfinite(high.high))
        return false;
    sum->high = high.high;
    sum->low = carry.high;
    sum->tiny += low.low + carry.low;
    sum->double_used = true;
    return true;
}

static bool add_product(struct Interpreter *vm, struct ProductSum *sum, Value p, Value q)
{
    if (sum->words) {
        if (add_words(vm, sum, p, q))
            return true;
        if (!close_words(vm, sum))
            return false;
    }
    if (sum->doubles) {
        if (add_doubles(vm, sum, p, q))
            return true;
        if (!close_doubles(vm, sum))
            return false;
    }
    return add_to_total(vm, sum, object_binary(vm, BINARY_MULTIPLY, p, q));
}

/* 1 both gave an item, 0 both are at their end, -1 raised. */
static int next_pair(struct Interpreter *vm, Value p, Value q, Value pair[2])
{
    pair[0] = iterator_next(vm, p);
    if (is_empty(pair[0]))
        return -1;
    pair[1] = iterator_next(vm, q);
    if (is_empty(pair[1])) {
        release(vm, pair[0]);
        return -1;
    }
    if (is_end(pair[0]) && is_end(pair[1]))
        return 0;
    if (!is_end(pair[0]) && !is_end(pair[1]))
        return 1;
    release(vm, is_end(pair[0]) ? pair[1] : pair[0]);
    raise_value_error(vm, "Inputs are not the same length");
    return -1;
}

static Value sum_products(struct Interpreter *vm, Value p, Value q)
{
    struct ProductSum sum = {.total = value_from_small_int(0), .words = true, .doubles = true};
    Value pair[2];
    int more;
    while ((more = next_pair(vm, p, q, pair)) > 0) {
        bool good = add_product(vm, &sum, pair[0], pair[1]);
        release(vm, pair[0]);
        release(vm, pair[1]);
        if (!good) {
            more = -1;
            break;
        }
    }
    if (more == 0 && close_words(vm, &sum) && close_doubles(vm, &sum))
        return sum.total;
    release(vm, sum.total);
    return EMPTY;
}

Value math_sumprod(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value p = object_iterate(vm, args[0]), q = is_empty(p) ? EMPTY : object_iterate(vm, args[1]);
    Value result = is_empty(q) ? EMPTY : sum_products(vm, p, q);
    release_maybe(vm, p);
    release_maybe(vm, q);
    return result;
}
