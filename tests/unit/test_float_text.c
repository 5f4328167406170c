/* layers: gc runtime runtime/modules */
/* The text of doubles: shortest digits, layouts, rounding, reading; without an interpreter. */
#include "tests/unit/runtime_fixture.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "runtime/float.h"

static void check_text(double number, char code, int64_t precision, unsigned flags, const char *expected)
{
    struct FloatText text;
    char printed[2048];
    float_make_text(&text, number, code, precision, flags);
    int length = snprintf(printed, sizeof printed, "%s%.*s", text.negative ? "-" : "", (int)text.zeros_at, text.buffer);
    memset(printed + length, '0', text.zeros);
    snprintf(printed + length + (int)text.zeros, sizeof printed - (size_t)length - text.zeros, "%.*s",
             (int)(text.length - text.zeros_at), text.buffer + text.zeros_at);
    ck_assert_str_eq(printed, expected);
}

static void check_repr(double number, const char *expected)
{
    check_text(number, 'r', 0, FLOAT_ADD_POINT_ZERO, expected);
}

START_TEST(shortest_texts)
{
    check_repr(0.0, "0.0");
    check_repr(-0.0, "-0.0");
    check_repr(0.1, "0.1");
    check_repr(0.1 + 0.2, "0.30000000000000004");
    check_repr(100.0, "100.0");
    check_repr(1e15, "1000000000000000.0");
    check_repr(1e16, "1e+16");
    check_repr(1e22, "1e+22");
    check_repr(123456789012345680.0, "1.2345678901234568e+17");
    check_repr(9007199254740993.0, "9007199254740992.0");
    check_repr(0.0001, "0.0001");
    check_repr(0.00001, "1e-05");
    check_repr(0x1p-1074, "5e-324");
    check_repr(DBL_MAX, "1.7976931348623157e+308");
    check_repr(DBL_MIN, "2.2250738585072014e-308");
    check_repr(0x1p-1022 - 0x1p-1074, "2.225073858507201e-308");
    check_repr(HUGE_VAL, "inf");
    check_repr(-HUGE_VAL, "-inf");
    check_repr(-(double)NAN, "nan");
}
END_TEST

START_TEST(fixed_precisions)
{
    check_text(2.675, 'f', 2, 0, "2.67");
    check_text(0.5, 'f', 0, 0, "0");
    check_text(1.5, 'f', 0, FLOAT_ALTERNATE, "2.");
    check_text(1e300, 'e', 3, 0, "1.000e+300");
    check_text(123456.0, 'g', 6, 0, "123456");
    check_text(1234567.0, 'g', 6, 0, "1.23457e+06");
    check_text(5.0, 'g', 6, FLOAT_ALTERNATE, "5.00000");
    check_text(0.0001, 'g', 3, 0, "0.0001");
    check_text(0.00001, 'G', 3, 0, "1E-05");
    check_text(-0.001, 'f', 2, FLOAT_NO_NEGATIVE_ZERO, "0.00");
    check_text(-0.001, 'f', 2, 0, "-0.00");
    check_text(1.0, 'e', 0, 0, "1e+00");
    check_text(HUGE_VAL, 'F', 2, 0, "INF");
}
END_TEST

START_TEST(absurd_precisions_take_no_memory)
{
    struct FloatText text;
    float_make_text(&text, 0.1, 'f', 2000000000, 0);
    ck_assert_uint_eq(text.length, 2 + 1074);
    ck_assert_uint_eq(text.zeros, 2000000000 - 1074);
    float_make_text(&text, 0x1p-1074, 'e', 1000000, 0);
    ck_assert_uint_eq(text.zeros, 1000000 - 766);
    ck_assert_uint_lt(text.length, sizeof text.buffer);
    float_make_text(&text, DBL_MAX, 'f', 5000, 0);
    ck_assert_uint_lt(text.length, sizeof text.buffer);
}
END_TEST

START_TEST(what_is_printed_reads_back)
{
    uint64_t state = 1;
    for (int i = 0; i < 20000; i++) {
        char digits[64];
        double number, back;
        state = state * 6364136223846793005u + 1442695040888963407u;
        uint64_t word = state ^ state >> 29;
        memcpy(&number, &word, sizeof number);
        if (!isfinite(number))
            continue;
        struct FloatText text;
        float_make_text(&text, number, 'r', 0, FLOAT_ADD_POINT_ZERO);
        int length = snprintf(digits, sizeof digits, "%s%.*s", text.negative ? "-" : "", (int)text.length, text.buffer);
        ck_assert(float_from_text(digits, (size_t)length, &back));
        ck_assert(memcmp(&number, &back, sizeof number) == 0);
        /* And no shorter text does: one digit less must read as another number. */
        char shorter[64];
        int point;
        int count = float_shortest_digits(fabs(number), digits, &point);
        ck_assert_int_le(count, 17);
        snprintf(shorter, sizeof shorter, "%.*e", count > 1 ? count - 2 : 0, fabs(number));
        ck_assert(count == 1 || strtod(shorter, NULL) != fabs(number));
    }
}
END_TEST

START_TEST(reading)
{
    static const struct {
        const char *text;
        double expected;
    } good[] = {{"1", 1},           {" 1.5\n", 1.5},        {"+.5", 0.5},    {"5.", 5},
                {"1_000.5_0", 1000.5}, {"1e400", HUGE_VAL},  {"-1e-400", -0.0}, {"Infinity", HUGE_VAL},
                {"1e1_0", 1e10},     {"0.1e1", 1},           {"000123", 123}, {"1e22", 1e22},
                {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022}};
    static const char *const bad[] = {"", ".", "e5", "1e", "1e+", "0x10", "nan(1)", "1__0", "_1", "1_", "1_.5", "1 2", "--1", "infin"};
    double number;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(float_from_text(good[i].text, strlen(good[i].text), &number), "%s", good[i].text);
        ck_assert_msg(number == good[i].expected, "%s", good[i].text);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!float_from_text(bad[i], strlen(bad[i]), &number), "%s", bad[i]);
    /* A digit far behind decides a tie. */
    char text[1200] = "9007199254740993.";
    memset(text + 17, '0', 1000);
    ck_assert(float_from_text(text, 1017, &number) && number == 9007199254740992.0);
    text[1016] = '1';
    ck_assert(float_from_text(text, 1017, &number) && number == 9007199254740994.0);
}
END_TEST

START_TEST(rounding)
{
    ck_assert_double_eq(float_round_digits(2.675, 2), 2.67);
    ck_assert_double_eq(float_round_digits(15.0, -1), 20.0);
    ck_assert_double_eq(float_round_digits(25.0, -1), 20.0);
    ck_assert_double_eq(float_round_digits(5.0, -1), 0.0);
    ck_assert_double_eq(float_round_digits(5.000001, -1), 10.0);
    ck_assert_double_eq(float_round_digits(1e22, -3), 1e22);
    ck_assert_double_eq(float_round_digits(0.3, 400), 0.3);
    ck_assert_double_eq(float_round_digits(1.5, -400), 0.0);
    ck_assert(isinf(float_round_digits(1.7e308, -308)));
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {shortest_texts, fixed_precisions, absurd_precisions_take_no_memory,
                                  what_is_printed_reads_back, reading, rounding};
    return test_run("float text", tests, sizeof tests / sizeof *tests);
}
