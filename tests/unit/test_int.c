/* layers: gc runtime runtime/modules */
/* int as a data structure: words and big ints, the seam between them, conversions, sizes that are refused, failing
 * allocations inside GMP. */
#include "tests/unit/runtime_fixture.h"

#include <float.h>
#include <math.h>

#include "runtime/int_big.h"
#include "runtime/sequence.h"

static Value number(struct Interpreter *vm, const char *text)
{
    Value v = int_from_text(vm, text, strlen(text), 0);
    ck_assert_msg(!is_empty(v), "%s", text);
    return v;
}

static void check_text(struct Interpreter *vm, Value v, const char *expected)
{
    ck_assert(!is_empty(v));
    Value text = int_to_string(vm, v, 10, false);
    ck_assert(!is_empty(text));
    ck_assert_str_eq((const char *)as_string(text)->data, expected);
    release(vm, text);
}

static void check_binary(struct Interpreter *vm, const char *a, enum BinaryOperation operation, const char *b,
                         const char *expected)
{
    Value x = number(vm, a), y = number(vm, b), result = int_binary(vm, operation, x, y);
    check_text(vm, result, expected);
    release(vm, result);
    release(vm, x);
    release(vm, y);
}

static void check_raises(struct Interpreter *vm, Value result, enum TypeIndex type)
{
    ck_assert(is_empty(result));
    ck_assert(error_matches(vm, type));
    error_clear(vm);
}

START_TEST(the_seam_is_invisible)
{
    struct Interpreter *vm = test_open();
    static const int64_t numbers[] = {0, 1, -1, SMALL_INT_MAX, SMALL_INT_MIN, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int64_t back;
        Value v = int_new(vm, numbers[i]);
        ck_assert_int_eq(is_small_int(v), fits_small_int(numbers[i]));
        ck_assert(int_fits_int64(v, &back));
        ck_assert_int_eq(back, numbers[i]);
        release(vm, v);
    }
    check_binary(vm, "2305843009213693951", BINARY_ADD, "1", "2305843009213693952");
    check_binary(vm, "2305843009213693952", BINARY_SUBTRACT, "1", "2305843009213693951");
    check_binary(vm, "-2305843009213693952", BINARY_SUBTRACT, "1", "-2305843009213693953");
    Value big = number(vm, "2305843009213693952"), one = value_from_small_int(1);
    Value back = int_binary(vm, BINARY_SUBTRACT, big, one);
    ck_assert(is_small_int(back));
    release(vm, big);
    Value limit = number(vm, "9223372036854775808");
    int64_t ignored;
    ck_assert(!int_fits_int64(limit, &ignored));
    release(vm, limit);
    test_close(vm);
}
END_TEST

START_TEST(division_rounds_down)
{
    struct Interpreter *vm = test_open();
    static const char *const numbers[] = {"7", "-7", "2", "-2", "100000000000000000000", "-100000000000000000000",
                                          "340282366920938463463374607431768211456", "-3"};
    size_t count = sizeof numbers / sizeof *numbers;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            Value a = number(vm, numbers[i]), b = number(vm, numbers[j]), pair = int_divmod(vm, a, b);
            const Value *items = as_tuple(pair)->items;
            Value product = int_binary(vm, BINARY_MULTIPLY, items[0], b);
            Value sum = int_binary(vm, BINARY_ADD, product, items[1]);
            ck_assert_int_eq(int_compare(sum, a), 0);
            ck_assert(int_sign(items[1]) == 0 || int_sign(items[1]) == int_sign(b));
            Value all[] = {a, b, pair, product, sum};
            for (size_t k = 0; k < 5; k++)
                release(vm, all[k]);
        }
    }
    Value one = value_from_small_int(1), zero = value_from_small_int(0);
    check_raises(vm, int_binary(vm, BINARY_FLOOR_DIVIDE, one, zero), TYPE_ZeroDivisionError);
    check_raises(vm, int_binary(vm, BINARY_TRUE_DIVIDE, one, zero), TYPE_ZeroDivisionError);
    test_close(vm);
}
END_TEST

START_TEST(shifts_and_bits)
{
    struct Interpreter *vm = test_open();
    check_binary(vm, "1", BINARY_LEFT_SHIFT, "200", "1606938044258990275541962092341162602522202993782792835301376");
    check_binary(vm, "-1606938044258990275541962092341162602522202993782792835301377", BINARY_RIGHT_SHIFT, "200", "-2");
    check_binary(vm, "-1", BINARY_RIGHT_SHIFT, "100000000000000000000", "-1");
    check_binary(vm, "-5", BINARY_AND, "0xffffffffffffffffffffffff", "79228162514264337593543950331");
    check_binary(vm, "-5", BINARY_OR, "0x10000000000000000000000000", "-5");
    check_binary(vm, "-1", BINARY_XOR, "0x10000000000000000000000000", "-1267650600228229401496703205377");
    check_binary(vm, "0", BINARY_LEFT_SHIFT, "100000000000000000000", "0");
    test_close(vm);
}
END_TEST

START_TEST(absurd_sizes_are_refused_at_once)
{
    struct Interpreter *vm = test_open();
    Value one = value_from_small_int(1), ten = value_from_small_int(10), huge = value_from_small_int(1000000000000);
    check_raises(vm, int_binary(vm, BINARY_LEFT_SHIFT, one, huge), TYPE_MemoryError);
    check_raises(vm, int_binary(vm, BINARY_POWER, ten, huge), TYPE_MemoryError);
    Value beyond = number(vm, "100000000000000000000");
    check_raises(vm, int_binary(vm, BINARY_LEFT_SHIFT, one, beyond), TYPE_OverflowError);
    check_raises(vm, int_binary(vm, BINARY_POWER, ten, beyond), TYPE_MemoryError);
    check_raises(vm, int_binary(vm, BINARY_LEFT_SHIFT, one, value_from_small_int(-1)), TYPE_ValueError);
    release(vm, beyond);
    test_close(vm);
}
END_TEST

START_TEST(text_in_every_base)
{
    struct Interpreter *vm = test_open();
    Value v = number(vm, "123456789012345678901234567890");
    for (int base = 2; base <= 16; base += base == 2 ? 6 : base == 8 ? 2 : 6) {
        Value text = int_to_string(vm, v, base, false);
        Value back = int_from_text(vm, (const char *)as_string(text)->data, string_length(text), base);
        ck_assert_int_eq(int_compare(back, v), 0);
        release(vm, text);
        release(vm, back);
    }
    static const char *const wrong[] = {"", "_1", "1_", "1__0", "0x", "010", "1 2", "+", "0b2", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        check_raises(vm, int_from_text(vm, wrong[i], strlen(wrong[i]), 0), TYPE_ValueError);
    release(vm, v);
    test_close(vm);
}
END_TEST

START_TEST(doubles_are_the_nearest)
{
    struct Interpreter *vm = test_open();
    static const struct {
        const char *text;
        double expected;
    } cases[] = {{"9007199254740993", 9007199254740992.0},
                 {"9007199254740995", 9007199254740996.0},
                 {"0x20000000000001000000000000000000000000", 0x1p149},
                 {"0x20000000000001000000000000000000000001", 0x1.0000000000001p149},
                 {"-0x20000000000003000000000000000000000000", -0x1.0000000000002p149}};
    bool overflow;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Value v = number(vm, cases[i].text);
        ck_assert_double_eq(int_to_double(vm, v, &overflow), cases[i].expected);
        ck_assert(!overflow);
        release(vm, v);
    }
    ck_assert_double_eq(int_scale_to_double((uint64_t)1 << 63, -1137, &overflow), 0x1p-1074);
    ck_assert_double_eq(int_scale_to_double((uint64_t)1 << 63, -1138, &overflow), 0.0);
    ck_assert_double_eq(int_scale_to_double(((uint64_t)1 << 63) + 1, -1138, &overflow), 0x1p-1074);
    ck_assert_double_eq(int_scale_to_double(UINT64_MAX, 960, &overflow), HUGE_VAL);
    ck_assert(overflow);
    Value whole = int_from_double(vm, -0x1.8p100);
    check_text(vm, whole, "-1901475900342344102245054808064");
    ck_assert_int_eq(int_compare_double(whole, -0x1.8p100), 0);
    ck_assert_int_eq(int_compare_double(whole, -HUGE_VAL), 1);
    ck_assert_int_eq(int_compare_double(whole, NAN), 2);
    release(vm, whole);
    test_close(vm);
}
END_TEST

START_TEST(hashes_are_those_of_cpython)
{
    struct Interpreter *vm = test_open();
    ck_assert_int_eq(int_hash(value_from_small_int(-1)), -2);
    ck_assert_int_eq(int_hash(value_from_small_int(((int64_t)1 << 61) - 1)), 0);
    Value big = number(vm, "18446744073709551616");
    ck_assert_int_eq(int_hash(big), 8);
    release(vm, big);
    ck_assert_int_eq(float_hash(0.5, VALUE_NONE), 1152921504606846976);
    ck_assert_int_eq(float_hash(1e300, VALUE_NONE), 1224995262755759164);
    ck_assert_int_eq(float_hash(-HUGE_VAL, VALUE_NONE), -314159);
    test_close(vm);
}
END_TEST

/* What a computation in GMP leaves when any one of its allocations fails: MemoryError, and nothing lost. */
START_TEST(allocations_inside_gmp_may_fail)
{
    for (uint64_t nth = 1; nth < 60; nth++) {
        struct Interpreter *vm = test_open();
        Value seven = value_from_small_int(7), exponent = value_from_small_int(20000);
        Value base = int_power(vm, seven, exponent), modulus = int_power(vm, value_from_small_int(3), exponent);
        ck_assert(!is_empty(base) && !is_empty(modulus));
        struct Memory *memory = &heap_of(vm)->memory;
        memory->fail_at = memory->requests + nth;
        Value results[3] = {int_power_modulo(vm, base, value_from_small_int(5), modulus),
                            error_pending(vm) ? EMPTY : int_binary(vm, BINARY_MULTIPLY, base, base),
                            error_pending(vm) ? EMPTY : int_divmod(vm, base, modulus)};
        memory->fail_at = 0;
        if (error_pending(vm)) {
            ck_assert(error_matches(vm, TYPE_MemoryError));
            error_clear(vm);
        }
        for (int i = 0; i < 3; i++)
            release_maybe(vm, results[i]);
        release(vm, base);
        release(vm, modulus);
        test_close(vm);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_seam_is_invisible,
                                  division_rounds_down,
                                  shifts_and_bits,
                                  absurd_sizes_are_refused_at_once,
                                  text_in_every_base,
                                  doubles_are_the_nearest,
                                  hashes_are_those_of_cpython,
                                  allocations_inside_gmp_may_fail};
    return test_run("int", tests, sizeof tests / sizeof *tests);
}
