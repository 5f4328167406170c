/* layers: gc runtime runtime/modules */
/* Format specifications: parsing, padding, grouping, refusals, failing allocations. */
#include "tests/unit/runtime_fixture.h"

#include "runtime/number.h"

static Value format_value(struct Interpreter *vm, Value v, const char *specification)
{
    Value text = string_from_cstring(vm, specification);
    if (is_empty(text))
        return EMPTY;
    Value result = is_int(vm, v)      ? format_int(vm, v, text)
                   : is_float(vm, v)  ? format_float(vm, v, text)
                   : is_string(vm, v) ? format_string(vm, v, text)
                                      : format_complex(vm, v, text);
    release(vm, text);
    return result;
}

static void check(struct Interpreter *vm, Value v, const char *specification, const char *expected)
{
    Value result = format_value(vm, v, specification);
    ck_assert_msg(!is_empty(result), "%s", specification);
    struct Utf8View view;
    ck_assert(utf8_view(vm, result, &view));
    ck_assert_str_eq(view.text, expected);
    utf8_release(vm, &view);
    release(vm, result);
}

static void check_error(struct Interpreter *vm, Value v, const char *specification, enum TypeIndex type,
                        const char *message)
{
    ck_assert(is_empty(format_value(vm, v, specification)));
    ck_assert(error_matches(vm, type));
    Value error = error_take(vm);
    if (message) {
        Value text = object_str(vm, error);
        ck_assert_str_eq((const char *)as_string(text)->data, message);
        release(vm, text);
    }
    release(vm, error);
}

START_TEST(ints)
{
    struct Interpreter *vm = test_open();
    Value v = value_from_small_int(-1234567);
    check(vm, v, "", "-1234567");
    check(vm, v, ",", "-1,234,567");
    check(vm, v, "015,d", "-00,001,234,567");
    check(vm, v, "_x", "-12_d687");
    check(vm, v, "#X", "-0X12D687");
    check(vm, v, "=12", "-    1234567");
    check(vm, v, "*^12", "**-1234567**");
    check(vm, v, "\u00e9<10", "-1234567\u00e9\u00e9");
    check(vm, v, ".1f", "-1234567.0");
    check(vm, value_from_small_int(8364), "c", "\u20ac");
    check(vm, value_from_small_int(5), "05c", "0000\x05");
    check_error(vm, v, "s", TYPE_ValueError, "Unknown format code 's' for object of type 'int'");
    check_error(vm, v, ",x", TYPE_ValueError, "Cannot specify ',' with 'x'.");
    check_error(vm, v, ".2d", TYPE_ValueError, "Precision not allowed in integer format specifier");
    check_error(vm, v, "ab", TYPE_ValueError, "Invalid format specifier 'ab' for object of type 'int'");
    check_error(vm, v, "c", TYPE_OverflowError, "%c arg not in range(0x110000)");
    test_close(vm);
}
END_TEST

START_TEST(floats)
{
    struct Interpreter *vm = test_open();
    Value v = float_new(vm, 1234.5);
    check(vm, v, "", "1234.5");
    check(vm, v, ",.2f", "1,234.50");
    check(vm, v, "012,.1f", "00,001,234.5");
    check(vm, v, "+.3e", "+1.234e+03");
    check(vm, v, ".1%", "123450.0%");
    check(vm, v, ".3", "1.23e+03");
    check(vm, float_new(vm, -0.0), "z.1f", "0.0");
    Value infinity = float_new(vm, __builtin_inf());
    check(vm, infinity, "010,", "0000000inf");
    release(vm, infinity);
    check_error(vm, v, "d", TYPE_ValueError, "Unknown format code 'd' for object of type 'float'");
    Value complex = complex_new(vm, 1.0, -2.5);
    check(vm, complex, ">12", "    (1-2.5j)");
    check(vm, complex, ".2f", "1.00-2.50j");
    check_error(vm, complex, "010", TYPE_ValueError, "Zero padding is not allowed in complex format specifier");
    release(vm, complex);
    test_close(vm);
}
END_TEST

START_TEST(strings)
{
    struct Interpreter *vm = test_open();
    Value v = string_from_cstring(vm, "na\u00efve");
    check(vm, v, "", "na\u00efve");
    check(vm, v, "^9", "  na\u00efve  ");
    check(vm, v, ".3", "na\u00ef");
    check(vm, v, "\U0001f600>7.2s", "\U0001f600\U0001f600\U0001f600\U0001f600\U0001f600na");
    check_error(vm, v, "=5", TYPE_ValueError, "'=' alignment not allowed in string format specifier");
    check_error(vm, v, "+", TYPE_ValueError, "Sign not allowed in string format specifier");
    release(vm, v);
    test_close(vm);
}
END_TEST

START_TEST(absurd_requests_are_refused_at_once)
{
    struct Interpreter *vm = test_open();
    Value text = string_from_cstring(vm, "a"), values[] = {value_from_small_int(1), float_new(vm, 1.5), text};
    for (size_t i = 0; i < 3; i++) {
        check_error(vm, values[i], "99999999999999999999", TYPE_ValueError,
                    "Too many decimal digits in format string");
        check_error(vm, values[i], "9223372036854775807", TYPE_MemoryError, NULL);
    }
    check_error(vm, values[1], ".2147483648f", TYPE_ValueError, "precision too big");
    release(vm, text);
    test_close(vm);
}
END_TEST

START_TEST(allocations_may_fail)
{
    for (uint64_t nth = 1; nth < 12; nth++) {
        struct Interpreter *vm = test_open();
        Value v = float_new(vm, 1e300);
        struct Memory *memory = &heap_of(vm)->memory;
        memory->fail_at = memory->requests + nth;
        Value result = format_value(vm, v, "\U0001f600>1000,.10f");
        memory->fail_at = 0;
        if (is_empty(result)) {
            ck_assert(error_matches(vm, TYPE_MemoryError));
            error_clear(vm);
        }
        release_maybe(vm, result);
        release(vm, v);
        test_close(vm);
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {ints, floats, strings, absurd_requests_are_refused_at_once, allocations_may_fail};
    return test_run("format", tests, sizeof tests / sizeof *tests);
}
