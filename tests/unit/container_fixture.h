/* What the tests of containers share: an interpreter per test, and short words for Values. */
#ifndef VIV_TESTS_UNIT_CONTAINER_FIXTURE_H
#define VIV_TESTS_UNIT_CONTAINER_FIXTURE_H

#include "runtime/dict.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "tests/unit/runtime_fixture.h"

static struct Interpreter *vm;

static void runtime_setup(void) { vm = test_open(); }
static void runtime_teardown(void) { test_close(vm); }

static inline Value text(const char *ascii)
{
    Value v = string_from_cstring(vm, ascii);
    ck_assert(!is_empty(v));
    return v;
}

static inline Value number(int64_t n) { return value_from_small_int(n); }

/* The repr is compared and v released. */
static inline void expect_repr(Value v, const char *expected)
{
    struct Utf8View view;
    ck_assert(!is_empty(v));
    Value repr = object_repr(vm, v);
    ck_assert(!is_empty(repr));
    ck_assert(utf8_view(vm, repr, &view));
    ck_assert_str_eq(view.text, expected);
    utf8_release(vm, &view);
    release(vm, repr);
    release(vm, v);
}

/* The pending error is of this type; clears it. */
static inline void expect_error(enum TypeIndex type)
{
    ck_assert(error_pending(vm));
    ck_assert(error_matches(vm, type));
    error_clear(vm);
}

static inline int run_cases(const char *name, const TTest *const *cases, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *group = tcase_create(name);
    tcase_add_checked_fixture(group, runtime_setup, runtime_teardown);
    tcase_set_timeout(group, 60);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(group, cases[i]);
    suite_add_tcase(suite, group);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
