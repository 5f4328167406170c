/* layers: gc runtime runtime/modules */
/* The sort of lists: every kind of key, runs, stability. */
#include "tests/unit/container_fixture.h"

static uint64_t state = 1;

static uint64_t next_random(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return state >> 33;
}

/* Sorts pairs (key, rank) and expects order by key, equal keys by rank. */
static void check_pairs(Value list)
{
    ck_assert(list_sort(vm, list, EMPTY, false));
    const struct List *sorted = as_list(list);
    for (size_t i = 1; i < sorted->length; i++)
        ck_assert_int_eq(object_compare_truth(vm, sorted->items[i - 1], sorted->items[i], COMPARE_LT), 1);
}

static Value key_of_kind(int kind, uint64_t n)
{
    char buffer[32];
    switch (kind) {
    case 0:
        return number((int64_t)n - 50);
    case 1:
        return float_new(vm, (double)n / 7 - 3);
    case 2:
        snprintf(buffer, sizeof buffer, "%llu", (unsigned long long)n);
        return text(buffer);
    default:
        return n % 2 ? number((int64_t)n) : float_new(vm, (double)n);
    }
}

static void check_order(Value list, bool backward)
{
    const struct List *sorted = as_list(list);
    for (size_t i = 1; i < sorted->length; i++) {
        Value a = sorted->items[i - 1], b = sorted->items[i];
        ck_assert_int_eq(object_compare_truth(vm, a, b, backward ? COMPARE_GE : COMPARE_LE), 1);
    }
}

START_TEST(sorts_every_kind_of_key)
{
    for (int kind = 0; kind < 4; kind++) {
        for (size_t count = 0; count < 300; count += count < 70 ? 1 : 37) {
            Value list = list_new(vm, 0);
            for (size_t i = 0; i < count; i++)
                ck_assert(list_append(vm, list, key_of_kind(kind, next_random() % (count + 3))));
            ck_assert(list_sort(vm, list, EMPTY, count % 2));
            ck_assert_uint_eq(as_list(list)->length, count);
            check_order(list, count % 2);
            release(vm, list);
        }
    }
}
END_TEST

START_TEST(merges_runs_of_every_shape)
{
    for (int shape = 0; shape < 60; shape++) {
        Value list = list_new(vm, 0);
        for (int run = 0; run < 12; run++) {
            int64_t length = (int64_t)(next_random() % 90), start = (int64_t)(next_random() % 100);
            int64_t step = (int64_t)(next_random() % 5) - 2;
            for (int64_t i = 0; i < length; i++)
                ck_assert(list_append(vm, list, number(start + i * step)));
        }
        int64_t sum = 0, sorted_sum = 0;
        for (size_t i = 0; i < as_list(list)->length; i++)
            sum += small_int(as_list(list)->items[i]);
        ck_assert(list_sort(vm, list, EMPTY, false));
        for (size_t i = 0; i < as_list(list)->length; i++)
            sorted_sum += small_int(as_list(list)->items[i]);
        ck_assert_int_eq(sum, sorted_sum);
        check_order(list, false);
        release(vm, list);
    }
}
END_TEST

START_TEST(sorts_tuples)
{
    Value list = list_new(vm, 0);
    for (int64_t i = 0; i < 2000; i++) {
        Value key = key_of_kind((int)(i % 2) * 3, next_random() % 40);
        Value pair = tuple_pack(vm, 2, key, number(i));
        release(vm, key);
        ck_assert(list_append(vm, list, pair));
    }
    check_pairs(list);
    release(vm, list);
}
END_TEST

START_TEST(reports_what_cannot_be_compared)
{
    Value list = list_new(vm, 0), name = text("a");
    ck_assert(list_append(vm, list, number(1)));
    ck_assert(list_append(vm, list, name));
    ck_assert(!list_sort(vm, list, EMPTY, false));
    expect_error(TYPE_TypeError);
    expect_repr(list, "[1, 'a']");
}
END_TEST

int main(void)
{
    const TTest *const cases[] = {sorts_every_kind_of_key, merges_runs_of_every_shape, sorts_tuples,
                                  reports_what_cannot_be_compared};
    return run_cases("sort", cases, sizeof cases / sizeof *cases);
}
