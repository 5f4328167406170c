/*
 * Arithmetic on ints of any size: the slow path behind the machine's words.
 *
 * Owner: the numbers.  Works on magnitudes with GMP's mpn functions, straight
 * into the result's limbs.  Invariant: a BigInt of exact type int is never
 * representable as a small int, and its highest limb is not zero.  Sizes are
 * checked before GMP is called, as GMP aborts on numbers too large for it.
 */
#include "runtime/int_big.h"

#include "runtime/gmp_call.h"
#include "runtime/sequence.h"

/* ---- Views and results --------------------------------------------------- */

static void view_word(struct IntView *view, int64_t number)
{
    view->negative = number < 0;
    view->word = number < 0 ? 0 - (mp_limb_t)number : (mp_limb_t)number;
    view->limbs = &view->word;
    view->size = number != 0;
}

void int_view(Value v, struct IntView *view)
{
    if (is_object(v) && !is_empty(((struct BigInt *)value_object(v))->number))
        v = ((struct BigInt *)value_object(v))->number;
    if (is_object(v)) {
        const struct BigInt *big = (const struct BigInt *)value_object(v);
        view->limbs = big->limbs;
        view->negative = big->size < 0;
        view->size = big->size < 0 ? -big->size : big->size;
    } else {
        view_word(view, is_small_int(v) ? small_int(v) : is_true(v));
    }
}

mpz_srcptr int_view_as_mpz(const struct IntView *view, mpz_ptr storage)
{
    return mpz_roinit_n(storage, view->limbs, view->negative ? -view->size : view->size);
}

int64_t int_view_bits(const struct IntView *view)
{
    if (view->size == 0)
        return 0;
    return view->size * GMP_NUMB_BITS - __builtin_clzll(view->limbs[view->size - 1]);
}

struct BigInt *int_allocate(struct Interpreter *vm, int64_t size)
{
    if (size > INT_LIMBS_MAX) {
        raise_memory_error(vm);
        return NULL;
    }
    size_t bytes = sizeof(struct BigInt) + (size_t)size * sizeof(mp_limb_t);
    return (struct BigInt *)object_allocate(vm, builtin_type(vm, TYPE_int), bytes);
}

/* Whether sign and magnitude fit a word; *number is set if so. */
static bool magnitude_fits(const mp_limb_t *limbs, int64_t size, bool negative, int64_t *number)
{
    if (size > 1)
        return false;
    mp_limb_t word = size ? limbs[0] : 0;
    if (word > (mp_limb_t)SMALL_INT_MAX + negative)
        return false;
    *number = negative ? -(int64_t)word : (int64_t)word;
    return true;
}

static int64_t strip_zeros(const mp_limb_t *limbs, int64_t size)
{
    while (size > 0 && limbs[size - 1] == 0)
        size--;
    return size;
}

Value int_from_limbs(struct Interpreter *vm, const mp_limb_t *limbs, int64_t size, bool negative)
{
    int64_t number;
    size = strip_zeros(limbs, size);
    if (magnitude_fits(limbs, size, negative, &number))
        return value_from_small_int(number);
    struct BigInt *result = int_allocate(vm, size);
    if (!result)
        return EMPTY;
    mpn_copyi(result->limbs, limbs, size);
    result->size = negative ? -size : size;
    return value_from_object(result);
}

Value int_normalize(struct Interpreter *vm, struct BigInt *number, int64_t size, bool negative)
{
    int64_t allocated = size, word;
    size = strip_zeros(number->limbs, size);
    if (magnitude_fits(number->limbs, size, negative, &word)) {
        object_release(vm, number);
        return value_from_small_int(word);
    }
    if (allocated - size > 8 && size < allocated / 2) { /* do not let a small number keep a large cell */
        Value copy = int_from_limbs(vm, number->limbs, size, negative);
        object_release(vm, number);
        return copy;
    }
    number->size = negative ? -size : size;
    return value_from_object(number);
}

Value int_new_large(struct Interpreter *vm, int64_t number)
{
    mp_limb_t word = number < 0 ? 0 - (mp_limb_t)number : (mp_limb_t)number;
    return int_from_limbs(vm, &word, 1, number < 0);
}

Value int_from_uint64(struct Interpreter *vm, uint64_t number)
{
    mp_limb_t word = number;
    return int_from_limbs(vm, &word, 1, false);
}

Value int_plain(struct Interpreter *vm, Value v)
{
    if (is_bool(v))
        return value_from_small_int(is_true(v));
    if (is_object(v) && !object_has_type(vm, v, TYPE_int))
        return retain(((struct BigInt *)value_object(v))->number);
    return retain(v);
}

int int_sign(Value v)
{
    struct IntView view;
    int_view(v, &view);
    return view.size == 0 ? 0 : view.negative ? -1 : 1;
}

bool int_fits_int64(Value v, int64_t *number)
{
    if (is_small_int(v)) {
        *number = small_int(v);
        return true;
    }
    struct IntView view;
    int_view(v, &view);
    if (view.size > 1)
        return false;
    mp_limb_t word = view.size ? view.limbs[0] : 0;
    if (word > (mp_limb_t)INT64_MAX + view.negative)
        return false;
    *number = view.negative ? (int64_t)(0 - word) : (int64_t)word;
    return true;
}

bool int_fits_uint64(Value v, uint64_t *number)
{
    if (is_small_int(v)) {
        *number = (uint64_t)small_int(v);
        return small_int(v) >= 0;
    }
    struct IntView view;
    int_view(v, &view);
    *number = view.size ? view.limbs[0] : 0;
    return view.size <= 1 && (!view.negative || view.size == 0);
}

/* ---- Addition and multiplication ------------------------------------------ */

static int compare_magnitudes(const struct IntView *a, const struct IntView *b)
{
    if (a->size != b->size)
        return a->size < b->size ? -1 : 1;
    return a->size == 0 ? 0 : mpn_cmp(a->limbs, b->limbs, a->size);
}

/* Two limbs at most: the sum of such numbers fits 128 bits with its sign most of the time. */
static bool add_in_two_words(struct Interpreter *vm, const struct IntView *a, const struct IntView *b, Value *sum)
{
    if (a->size > 2 || b->size > 2)
        return false;
    unsigned __int128 x = a->size ? a->limbs[0] : 0, y = b->size ? b->limbs[0] : 0;
    if (a->size == 2)
        x |= (unsigned __int128)a->limbs[1] << 64;
    if (b->size == 2)
        y |= (unsigned __int128)b->limbs[1] << 64;
    bool negative = a->negative;
    if (a->negative == b->negative) {
        if (__builtin_add_overflow(x, y, &x))
            return false;
    } else if (x >= y) {
        x -= y;
    } else {
        x = y - x;
        negative = b->negative;
    }
    mp_limb_t limbs[2] = {(mp_limb_t)x, (mp_limb_t)(x >> 64)};
    *sum = int_from_limbs(vm, limbs, 2, negative);
    return true;
}

/* a + b, or a - b when the caller flipped b's sign in the view. */
static Value add_views(struct Interpreter *vm, const struct IntView *a, const struct IntView *b)
{
    Value sum;
    if (add_in_two_words(vm, a, b, &sum))
        return sum;
    if (compare_magnitudes(a, b) < 0) {
        const struct IntView *other = a;
        a = b;
        b = other;
    }
    struct BigInt *result = int_allocate(vm, a->size + 1);
    if (!result)
        return EMPTY;
    int64_t size = a->size;
    if (b->size == 0)
        mpn_copyi(result->limbs, a->limbs, size);
    else if (a->negative == b->negative)
        result->limbs[size++] = mpn_add(result->limbs, a->limbs, a->size, b->limbs, b->size);
    else
        mpn_sub(result->limbs, a->limbs, a->size, b->limbs, b->size);
    return int_normalize(vm, result, size, a->negative);
}

static Value int_add(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return add_views(vm, &x, &y);
}

static Value int_subtract(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    y.negative = !y.negative;
    return add_views(vm, &x, &y);
}

struct Multiplication {
    mp_limb_t *result;
    const struct IntView *a, *b; /* a is not shorter than b */
};

static void multiply_work(void *context)
{
    struct Multiplication *work = context;
    if (work->a->limbs == work->b->limbs && work->a->size == work->b->size)
        mpn_sqr(work->result, work->a->limbs, work->a->size);
    else
        mpn_mul(work->result, work->a->limbs, work->a->size, work->b->limbs, work->b->size);
}

static Value int_multiply(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.size == 0 || y.size == 0)
        return value_from_small_int(0);
    int64_t size = x.size + y.size;
    struct BigInt *result = int_allocate(vm, size);
    if (!result)
        return EMPTY;
    struct Multiplication work = {result->limbs, &x, &y};
    if (x.size < y.size) {
        work.a = &y;
        work.b = &x;
    }
    if (y.size < GMP_NO_ALLOCATION_LIMBS || x.size < GMP_NO_ALLOCATION_LIMBS) {
        multiply_work(&work);
    } else if (!gmp_run(vm, multiply_work, &work)) {
        object_release(vm, result);
        return EMPTY;
    }
    return int_normalize(vm, result, size, x.negative != y.negative);
}

/* ---- Division --------------------------------------------------------------- */

struct Division {
    const struct IntView *a, *b; /* a is not smaller than b */
    struct BigInt *quotient, *remainder;
};

static void divide_work(void *context)
{
    struct Division *work = context;
    mpn_tdiv_qr(work->quotient->limbs, work->remainder->limbs, 0, work->a->limbs, work->a->size, work->b->limbs,
                work->b->size);
}

/* Floor division rounds the magnitude up when the signs differ and something is left over. */
static void divide_adjust(struct Division *work, int64_t quotient_size)
{
    const struct IntView *a = work->a, *b = work->b;
    if (a->negative == b->negative || strip_zeros(work->remainder->limbs, b->size) == 0)
        return;
    work->quotient->limbs[quotient_size] = mpn_add_1(work->quotient->limbs, work->quotient->limbs, quotient_size, 1);
    mpn_sub_n(work->remainder->limbs, b->limbs, work->remainder->limbs, b->size);
}

static bool divide_allocate(struct Interpreter *vm, struct Division *work)
{
    work->quotient = int_allocate(vm, work->a->size - work->b->size + 2);
    work->remainder = work->quotient ? int_allocate(vm, work->b->size) : NULL;
    if (!work->remainder) {
        if (work->quotient)
            object_release(vm, work->quotient);
        return false;
    }
    if (work->b->size < GMP_NO_ALLOCATION_LIMBS && work->a->size < GMP_STACK_LIMBS) {
        divide_work(work);
        return true;
    }
    if (gmp_run(vm, divide_work, work))
        return true;
    object_release(vm, work->quotient);
    object_release(vm, work->remainder);
    return false;
}

/* Both results OWNED; either pointer may be NULL.  b is not zero. */
static bool divide_big(struct Interpreter *vm, Value a, Value b, Value *quotient, Value *remainder)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.size == 0 || compare_magnitudes(&x, &y) < 0) {
        bool up = x.size != 0 && x.negative != y.negative;
        if (quotient)
            *quotient = value_from_small_int(up ? -1 : 0);
        if (remainder)
            *remainder = up ? int_add(vm, a, b) : int_plain(vm, a);
        return !remainder || !is_empty(*remainder);
    }
    struct Division work = {&x, &y, NULL, NULL};
    if (!divide_allocate(vm, &work))
        return false;
    int64_t size = x.size - y.size + 1;
    divide_adjust(&work, size);
    Value results[2] = {int_normalize(vm, work.quotient, size + 1, x.negative != y.negative),
                        int_normalize(vm, work.remainder, y.size, y.negative)};
    bool good = !is_empty(results[0]) && !is_empty(results[1]);
    for (int i = 0; i < 2; i++) {
        Value *wanted = i == 0 ? quotient : remainder;
        if (good && wanted)
            *wanted = results[i];
        else
            release_maybe(vm, results[i]);
    }
    return good;
}

static Value divide_small(struct Interpreter *vm, int64_t a, int64_t b, bool remainder)
{
    int64_t quotient = a / b, rest = a % b;
    if (rest != 0 && (rest < 0) != (b < 0)) {
        quotient--;
        rest += b;
    }
    return int_new(vm, remainder ? rest : quotient);
}

static Value int_floor_divide(struct Interpreter *vm, Value a, Value b)
{
    if (int_sign(b) == 0)
        return raise_error(vm, TYPE_ZeroDivisionError, "integer division or modulo by zero");
    if (are_small_ints(a, b))
        return divide_small(vm, small_int(a), small_int(b), false);
    Value quotient;
    return divide_big(vm, a, b, &quotient, NULL) ? quotient : EMPTY;
}

static Value int_modulo(struct Interpreter *vm, Value a, Value b)
{
    if (int_sign(b) == 0)
        return raise_error(vm, TYPE_ZeroDivisionError, "integer modulo by zero");
    if (are_small_ints(a, b))
        return divide_small(vm, small_int(a), small_int(b), true);
    Value remainder;
    return divide_big(vm, a, b, NULL, &remainder) ? remainder : EMPTY;
}

Value int_divmod(struct Interpreter *vm, Value a, Value b)
{
    Value items[2];
    if (int_sign(b) == 0)
        return raise_error(vm, TYPE_ZeroDivisionError, "integer division or modulo by zero");
    if (are_small_ints(a, b)) {
        items[0] = divide_small(vm, small_int(a), small_int(b), false);
        items[1] = divide_small(vm, small_int(a), small_int(b), true);
        if (is_empty(items[0]))
            return EMPTY;
    } else if (!divide_big(vm, a, b, &items[0], &items[1])) {
        return EMPTY;
    }
    return tuple_from_stolen(vm, items, 2);
}

/* ---- Shifts ------------------------------------------------------------------- */

static Value shift_left_by(struct Interpreter *vm, const struct IntView *a, int64_t count)
{
    int64_t whole = count / GMP_NUMB_BITS;
    unsigned bits = (unsigned)(count % GMP_NUMB_BITS);
    if (whole > INT_LIMBS_MAX)
        return raise_memory_error(vm);
    struct BigInt *result = int_allocate(vm, a->size + whole + 1);
    if (!result)
        return EMPTY;
    mpn_zero(result->limbs, whole);
    if (bits) {
        result->limbs[a->size + whole] = mpn_lshift(result->limbs + whole, a->limbs, a->size, bits);
    } else {
        mpn_copyi(result->limbs + whole, a->limbs, a->size);
        result->limbs[a->size + whole] = 0;
    }
    return int_normalize(vm, result, a->size + whole + 1, a->negative);
}

/* Rounds towards minus infinity: a negative number that loses bits gets one more. */
static Value shift_right_by(struct Interpreter *vm, const struct IntView *a, int64_t count)
{
    int64_t whole = count / GMP_NUMB_BITS;
    unsigned bits = (unsigned)(count % GMP_NUMB_BITS);
    if (whole >= a->size)
        return value_from_small_int(a->negative ? -1 : 0);
    int64_t size = a->size - whole;
    struct BigInt *result = int_allocate(vm, size + 1);
    if (!result)
        return EMPTY;
    mp_limb_t lost = strip_zeros(a->limbs, whole) != 0;
    if (bits)
        lost |= mpn_rshift(result->limbs, a->limbs + whole, size, bits);
    else
        mpn_copyi(result->limbs, a->limbs + whole, size);
    result->limbs[size] = a->negative && lost ? mpn_add_1(result->limbs, result->limbs, size, 1) : 0;
    return int_normalize(vm, result, size + 1, a->negative);
}

static Value int_left_shift(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x;
    int64_t count;
    if (int_sign(b) < 0)
        return raise_value_error(vm, "negative shift count");
    if (int_sign(a) == 0)
        return value_from_small_int(0);
    if (!int_fits_int64(b, &count))
        return raise_error(vm, TYPE_OverflowError, "too many digits in integer");
    int_view(a, &x);
    if (count < 62 && int_view_bits(&x) + count < 62)
        return value_from_small_int((x.negative ? -(int64_t)x.limbs[0] : (int64_t)x.limbs[0]) * ((int64_t)1 << count));
    return shift_left_by(vm, &x, count);
}

static Value int_right_shift(struct Interpreter *vm, Value a, Value b)
{
    struct IntView x;
    int64_t count;
    if (int_sign(b) < 0)
        return raise_value_error(vm, "negative shift count");
    if (!int_fits_int64(b, &count))
        count = INT64_MAX;
    if (is_small_int(a))
        return value_from_small_int(small_int(a) >> (count > 63 ? 63 : count));
    int_view(a, &x);
    return shift_right_by(vm, &x, count);
}

/* ---- Bits ----------------------------------------------------------------------- */

struct BitWork {
    const struct IntView *a, *b;
    void (*function)(mpz_ptr, mpz_srcptr, mpz_srcptr);
};

static void bit_work(mpz_ptr result, void *context)
{
    struct BitWork *work = context;
    mpz_t a, b;
    work->function(result, int_view_as_mpz(work->a, a), int_view_as_mpz(work->b, b));
}

/* Both not negative, b not longer than a. */
static Value bits_of_magnitudes(struct Interpreter *vm, enum BinaryOperation operation, const struct IntView *a,
                                const struct IntView *b)
{
    int64_t size = operation == BINARY_AND ? b->size : a->size;
    struct BigInt *result = int_allocate(vm, size);
    if (!result)
        return EMPTY;
    if (size > b->size)
        mpn_copyi(result->limbs + b->size, a->limbs + b->size, size - b->size);
    if (b->size == 0)
        return int_normalize(vm, result, size, false);
    if (operation == BINARY_AND)
        mpn_and_n(result->limbs, a->limbs, b->limbs, b->size);
    else if (operation == BINARY_OR)
        mpn_ior_n(result->limbs, a->limbs, b->limbs, b->size);
    else
        mpn_xor_n(result->limbs, a->limbs, b->limbs, b->size);
    return int_normalize(vm, result, size, false);
}

static Value int_bits(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b)
{
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (!x.negative && !y.negative)
        return x.size >= y.size ? bits_of_magnitudes(vm, operation, &x, &y)
                                : bits_of_magnitudes(vm, operation, &y, &x);
    struct BitWork work = {&x, &y, mpz_xor};
    if (operation == BINARY_AND)
        work.function = mpz_and;
    else if (operation == BINARY_OR)
        work.function = mpz_ior;
    return gmp_compute(vm, bit_work, &work);
}

static Value small_bits(enum BinaryOperation operation, int64_t a, int64_t b)
{
    return value_from_small_int(operation == BINARY_AND ? (a & b) : operation == BINARY_OR ? (a | b) : (a ^ b));
}

/* ---- The operators --------------------------------------------------------------- */

static Value bool_as_int(Value v)
{
    return is_bool(v) ? value_from_small_int(is_true(v)) : v;
}

Value int_binary(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b)
{
    Value word;
    a = bool_as_int(a);
    b = bool_as_int(b);
    bool small = are_small_ints(a, b);
    switch (operation) {
    case BINARY_ADD:
        return small && small_int_add(a, b, &word) ? word : int_add(vm, a, b);
    case BINARY_SUBTRACT:
        return small && small_int_subtract(a, b, &word) ? word : int_subtract(vm, a, b);
    case BINARY_MULTIPLY:
        return small && small_int_multiply(a, b, &word) ? word : int_multiply(vm, a, b);
    case BINARY_TRUE_DIVIDE:
        return int_true_divide(vm, a, b);
    case BINARY_FLOOR_DIVIDE:
        return int_floor_divide(vm, a, b);
    case BINARY_MODULO:
        return int_modulo(vm, a, b);
    case BINARY_POWER:
        return int_power(vm, a, b);
    case BINARY_LEFT_SHIFT:
        return int_left_shift(vm, a, b);
    case BINARY_RIGHT_SHIFT:
        return int_right_shift(vm, a, b);
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR:
        return small ? small_bits(operation, small_int(a), small_int(b)) : int_bits(vm, operation, a, b);
    case BINARY_DIVMOD:
        return int_divmod(vm, a, b);
    default:
        return VALUE_NOT_IMPLEMENTED;
    }
}

Value int_negate(struct Interpreter *vm, Value v)
{
    if (is_small_int(v))
        return int_new(vm, -small_int(v));
    struct IntView view;
    int_view(v, &view);
    return int_from_limbs(vm, view.limbs, view.size, !view.negative);
}

Value int_absolute(struct Interpreter *vm, Value v)
{
    return int_sign(v) < 0 ? int_negate(vm, v) : int_plain(vm, v);
}

Value int_invert(struct Interpreter *vm, Value v)
{
    if (is_small_int(v))
        return value_from_small_int(~small_int(v));
    struct IntView view, one;
    int_view(v, &view); /* ~v == -v - 1 */
    int_view(value_from_small_int(-1), &one);
    view.negative = !view.negative;
    return add_views(vm, &view, &one);
}

int int_compare(Value a, Value b)
{
    if (are_small_ints(a, b))
        return value_same(a, b) ? 0 : small_int_less(a, b) ? -1 : 1;
    struct IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    int sign_x = x.size == 0 ? 0 : x.negative ? -1 : 1, sign_y = y.size == 0 ? 0 : y.negative ? -1 : 1;
    if (sign_x != sign_y)
        return sign_x < sign_y ? -1 : 1;
    int order = compare_magnitudes(&x, &y);
    order = (order > 0) - (order < 0);
    return x.negative ? -order : order;
}
