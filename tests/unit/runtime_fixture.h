/*
 * An interpreter without a machine, for unit tests of runtime/.  Types whose
 * folder is not linked get a specification that says no more than their name.
 */
#ifndef VIV_TESTS_UNIT_RUNTIME_FIXTURE_H
#define VIV_TESTS_UNIT_RUNTIME_FIXTURE_H

#include <check.h>
#include <stdlib.h>

#include "runtime/object.h"
#include "runtime/string.h"

#define TYPE(identifier, base) extern const struct TypeSpec identifier##_type_spec __attribute__((weak));
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) extern const struct TypeSpec name##_type_spec __attribute__((weak));
#include "runtime/exceptions.def"
#undef EXCEPTION

static const struct TypeSpec missing_type_spec = {.name = "missing", .instance_size = sizeof(struct Object)};

static inline struct Interpreter *test_open_with(const struct InterpreterOptions *options)
{
    const struct TypeSpec *specs[TYPE_COUNT] = {
#define TYPE(identifier, base) [TYPE_##identifier] = &identifier##_type_spec,
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) [TYPE_##name] = &name##_type_spec,
#include "runtime/exceptions.def"
#undef EXCEPTION
    };
    for (int i = 0; i < TYPE_COUNT; i++)
        if (specs[i] == NULL)
            specs[i] = &missing_type_spec;
    struct Interpreter *vm = interpreter_open(options, specs);
    ck_assert_ptr_nonnull(vm);
    return vm;
}

static inline struct Interpreter *test_open(void)
{
    struct InterpreterOptions options = {0};
    return test_open_with(&options);
}

/* The heap must be empty afterwards: every test is a leak test. */
static inline void test_close(struct Interpreter *vm)
{
    ck_assert(!error_pending(vm));
    ck_assert(interpreter_close(vm));
}

/* Runs a suite's one test case; the exit status for main. */
static inline int test_run(const char *name, const TTest *const *tests, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *cases = tcase_create(name);
    tcase_set_timeout(cases, 60);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(cases, tests[i]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
