/* layers: gc */
/* The word: every tag apart from the others, ints at both ends, floats to the last bit. */
#include <check.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "gc/value.h"

static int tags_of(Value v)
{
    bool object = is_object(v) && !is_empty(v);
    return object + is_small_int(v) + is_small_float(v) + is_constant(v) + is_empty(v);
}

START_TEST(constants_are_distinct)
{
    Value constants[] = {EMPTY, VALUE_NONE, VALUE_FALSE, VALUE_TRUE, VALUE_ELLIPSIS, VALUE_NOT_IMPLEMENTED,
                         VALUE_UNBOUND, VALUE_END, VALUE_ABSENT};
    enum { COUNT = sizeof constants / sizeof *constants };
    for (int i = 0; i < COUNT; i++) {
        ck_assert_int_eq(tags_of(constants[i]), 1);
        for (int j = 0; j < COUNT; j++)
            ck_assert_int_eq(value_same(constants[i], constants[j]), i == j);
    }
    ck_assert(is_bool(VALUE_TRUE) && is_bool(VALUE_FALSE) && !is_bool(VALUE_NONE));
    ck_assert(is_true(value_from_bool(true)) && is_false(value_from_bool(false)));
    ck_assert(is_end(VALUE_END) && is_absent(VALUE_ABSENT) && is_unbound(VALUE_UNBOUND));
}
END_TEST

START_TEST(small_ints_keep_62_bits)
{
    int64_t numbers[] = {0, 1, -1, 2, -2, 1 << 30, -(1 << 30), SMALL_INT_MAX, SMALL_INT_MIN, SMALL_INT_MAX - 1};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        Value v = value_from_small_int(numbers[i]);
        ck_assert_int_eq(tags_of(v), 1);
        ck_assert(is_small_int(v));
        ck_assert_int_eq(small_int(v), numbers[i]);
        ck_assert(fits_small_int(numbers[i]));
        for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j++)
            ck_assert_int_eq(small_int_less(v, value_from_small_int(numbers[j])), numbers[i] < numbers[j]);
    }
    ck_assert(!fits_small_int(SMALL_INT_MAX + 1));
    ck_assert(!fits_small_int(SMALL_INT_MIN - 1));
    ck_assert(are_small_ints(value_from_small_int(1), value_from_small_int(-1)));
    ck_assert(!are_small_ints(value_from_small_int(1), VALUE_NONE));
}
END_TEST

static void check_arithmetic(int64_t a, int64_t b)
{
    Value x = value_from_small_int(a), y = value_from_small_int(b), result;
    __int128 sum = (__int128)a + b, difference = (__int128)a - b, product = (__int128)a * b;
    ck_assert_int_eq(small_int_add(x, y, &result), sum >= SMALL_INT_MIN && sum <= SMALL_INT_MAX);
    if (small_int_add(x, y, &result))
        ck_assert(value_same(result, value_from_small_int((int64_t)sum)));
    ck_assert_int_eq(small_int_subtract(x, y, &result), difference >= SMALL_INT_MIN && difference <= SMALL_INT_MAX);
    if (small_int_subtract(x, y, &result))
        ck_assert(value_same(result, value_from_small_int((int64_t)difference)));
    ck_assert_int_eq(small_int_multiply(x, y, &result), product >= SMALL_INT_MIN && product <= SMALL_INT_MAX);
    if (small_int_multiply(x, y, &result))
        ck_assert(value_same(result, value_from_small_int((int64_t)product)));
}

START_TEST(arithmetic_notices_overflow)
{
    int64_t edges[] = {0, 1, -1, 3, -7, 1 << 20, (int64_t)1 << 31, -((int64_t)1 << 31), SMALL_INT_MAX, SMALL_INT_MIN,
                       SMALL_INT_MAX / 2 + 1, SMALL_INT_MIN / 2, SMALL_INT_MAX - 1, SMALL_INT_MIN + 1};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        for (size_t j = 0; j < sizeof edges / sizeof *edges; j++)
            check_arithmetic(edges[i], edges[j]);
    }
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
        int shift = (int)(seed % 60) + 3; /* sizes that make products near the edge */
        int64_t a = (int64_t)seed >> shift, b = (int64_t)(seed * 2862933555777941757u) >> (66 - shift);
        check_arithmetic(a, b);
    }
}
END_TEST

static bool same_bits(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static void check_float(double number, bool must_fit)
{
    Value v = value_from_small_float(number);
    if (is_empty(v)) {
        ck_assert_msg(!must_fit, "%a has no word", number);
        return;
    }
    ck_assert_int_eq(tags_of(v), 1);
    ck_assert(is_small_float(v));
    ck_assert(same_bits(small_float(v), number));
}

START_TEST(floats_survive_to_the_bit)
{
    double common[] = {0.0, -0.0, 1.0, -1.0, 0.1, -0.5, 3.14159, 1e10, -1e-10, 1e70, 1e-70, 0.3, 12345.678};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        check_float(common[i], true);
    double rare[] = {INFINITY, -INFINITY, NAN, 1e300, -1e300, 1e-300, DBL_MAX, DBL_MIN};
    for (size_t i = 0; i < sizeof rare / sizeof *rare; i++)
        check_float(rare[i], false);
    ck_assert(is_empty(value_from_small_float(NAN)));
    ck_assert(is_empty(value_from_small_float(INFINITY)));
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 50000; i++) {
        seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
        double number;
        memcpy(&number, &seed, sizeof number);
        check_float(number, false);
    }
    ck_assert(!value_same(value_from_small_float(0.0), value_from_small_float(-0.0)));
}
END_TEST

START_TEST(pointers_are_themselves)
{
    _Alignas(16) char object[32];
    Value v = value_from_object(object);
    ck_assert_int_eq(tags_of(v), 1);
    ck_assert(is_object(v));
    ck_assert_ptr_eq(value_object(v), object);
    ck_assert_uint_eq(value_identity(v), (uintptr_t)object);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("value");
    TCase *cases = tcase_create("value");
    tcase_add_test(cases, constants_are_distinct);
    tcase_add_test(cases, small_ints_keep_62_bits);
    tcase_add_test(cases, arithmetic_notices_overflow);
    tcase_add_test(cases, floats_survive_to_the_bit);
    tcase_add_test(cases, pointers_are_themselves);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
