/* layers: gc */
/* The allocator's books, limit and failures. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "gc/memory.h"

START_TEST(books_balance)
{
    struct Memory memory;
    memory_open(&memory, 0);
    char *a = memory_allocate(&memory, MEMORY_BYTES, 100);
    char *b = memory_allocate_zeroed(&memory, MEMORY_VALUES, 50);
    for (int i = 0; i < 50; i++)
        ck_assert_int_eq(b[i], 0);
    ck_assert_uint_eq(memory.in_use, 150);
    memset(a, 1, 100);
    a = memory_resize(&memory, MEMORY_BYTES, a, 100, 1000);
    ck_assert_int_eq(a[99], 1);
    ck_assert_uint_eq(memory.in_use, 1050);
    a = memory_resize(&memory, MEMORY_BYTES, a, 1000, 10);
    ck_assert_uint_eq(memory.in_use, 60);
    ck_assert_uint_eq(memory.peak, 1050);
    memory_free(&memory, MEMORY_BYTES, a, 10);
    memory_free(&memory, MEMORY_VALUES, b, 50);
    memory_free(&memory, MEMORY_BYTES, NULL, 0);
    ck_assert_uint_eq(memory.in_use, 0);
    ck_assert_uint_eq(memory.failed, 0);
}
END_TEST

START_TEST(nothing_is_a_size)
{
    struct Memory memory;
    memory_open(&memory, 0);
    void *a = memory_allocate(&memory, MEMORY_BYTES, 0);
    ck_assert_ptr_nonnull(a);
    a = memory_resize(&memory, MEMORY_BYTES, a, 0, 8);
    a = memory_resize(&memory, MEMORY_BYTES, a, 8, 0);
    ck_assert_ptr_nonnull(a);
    memory_free(&memory, MEMORY_BYTES, a, 0);
    a = memory_resize(&memory, MEMORY_BYTES, NULL, 0, 16);
    memory_free(&memory, MEMORY_BYTES, a, 16);
    ck_assert_uint_eq(memory.in_use, 0);
}
END_TEST

START_TEST(absurd_sizes_fail_at_once)
{
    struct Memory memory;
    memory_open(&memory, 0);
    ck_assert_ptr_null(memory_allocate(&memory, MEMORY_BYTES, SIZE_MAX));
    ck_assert_ptr_null(memory_allocate(&memory, MEMORY_BYTES, SIZE_MAX / 2));
    ck_assert_ptr_null(memory_allocate_array(&memory, MEMORY_BYTES, SIZE_MAX / 4, 8));
    ck_assert_ptr_null(memory_allocate_zeroed(&memory, MEMORY_BYTES, SIZE_MAX - 1));
    void *a = memory_allocate(&memory, MEMORY_BYTES, 8);
    ck_assert_ptr_null(memory_resize(&memory, MEMORY_BYTES, a, 8, SIZE_MAX));
    ck_assert_uint_eq(memory.failed, 5);
    memory_free(&memory, MEMORY_BYTES, a, 8);
    ck_assert_uint_eq(memory.in_use, 0);
}
END_TEST

START_TEST(the_limit_counts_what_is_in_use)
{
    struct Memory memory;
    memory_open(&memory, 1000);
    void *a = memory_allocate(&memory, MEMORY_BYTES, 900);
    ck_assert_ptr_null(memory_allocate(&memory, MEMORY_BYTES, 101));
    void *b = memory_allocate(&memory, MEMORY_BYTES, 100);
    ck_assert_ptr_nonnull(b);
    ck_assert_ptr_null(memory_resize(&memory, MEMORY_BYTES, b, 100, 101));
    void *reserve = memory_allocate_reserve(&memory, 5000);
    ck_assert_ptr_nonnull(reserve);
    memory_free(&memory, MEMORY_BYTES, reserve, 5000);
    memory_free(&memory, MEMORY_BYTES, a, 900);
    a = memory_allocate(&memory, MEMORY_BYTES, 900);
    ck_assert_ptr_nonnull(a);
    memory_free(&memory, MEMORY_BYTES, a, 900);
    memory_free(&memory, MEMORY_BYTES, b, 100);
}
END_TEST

START_TEST(the_nth_request_fails_once_or_for_good)
{
    for (int for_good = 0; for_good < 2; for_good++) {
        struct Memory memory;
        memory_open(&memory, 0);
        memory.fail_at = 3;
        memory.fail_from_then_on = for_good;
        void *blocks[5];
        for (int i = 0; i < 5; i++)
            blocks[i] = memory_allocate(&memory, MEMORY_BYTES, 16);
        ck_assert_ptr_nonnull(blocks[1]);
        ck_assert_ptr_null(blocks[2]);
        ck_assert_int_eq(blocks[3] == NULL, for_good);
        ck_assert_uint_eq(memory.failed, for_good ? 3 : 1);
        ck_assert_uint_eq(memory.requests, 5);
        for (int i = 0; i < 5; i++)
            memory_free(&memory, MEMORY_BYTES, blocks[i], 16);
        ck_assert_uint_eq(memory.in_use, 0);
    }
}
END_TEST

START_TEST(aligned_blocks_are_aligned)
{
    struct Memory memory;
    memory_open(&memory, 0);
    enum { SIZE = 1 << 16 };
    for (int i = 0; i < 20; i++) {
        char *block = memory_allocate_aligned(&memory, SIZE, SIZE);
        ck_assert_uint_eq((uintptr_t)block % SIZE, 0);
        block[0] = block[SIZE - 1] = 1;
        memory_free_aligned(&memory, block, SIZE);
    }
    memory.fail_at = memory.requests + 1;
    ck_assert_ptr_null(memory_allocate_aligned(&memory, SIZE, SIZE));
    ck_assert_uint_eq(memory.in_use, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *cases = tcase_create("memory");
    tcase_add_test(cases, books_balance);
    tcase_add_test(cases, nothing_is_a_size);
    tcase_add_test(cases, absurd_sizes_fail_at_once);
    tcase_add_test(cases, the_limit_counts_what_is_in_use);
    tcase_add_test(cases, the_nth_request_fails_once_or_for_good);
    tcase_add_test(cases, aligned_blocks_are_aligned);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
