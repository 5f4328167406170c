/* layers: gc runtime runtime/modules */
/* set and frozenset: order, changes, hash. */
#include "runtime/set_internal.h"
#include "tests/unit/container_fixture.h"

static Value set_of(size_t count, const int64_t *items)
{
    Value set = set_new(vm, TYPE_set);
    for (size_t i = 0; i < count; i++)
        ck_assert(set_add(vm, set, number(items[i])));
    return set;
}

START_TEST(prints_in_cpythons_order)
{
    const int64_t items[] = {100, 5, 33, 8, 16, 0, 24};
    expect_repr(set_of(7, items), "{0, 33, 100, 5, 8, 16, 24}");
    const int64_t negative[] = {-1, -2, -3, 0, 1};
    expect_repr(set_of(5, negative), "{0, 1, -2, -3, -1}");
}
END_TEST

START_TEST(survives_random_changes)
{
    enum { KEYS = 500 };
    bool present[KEYS] = {false};
    size_t expected = 0;
    uint64_t state = 7;
    Value set = set_new(vm, TYPE_set);
    for (int step = 0; step < 40000; step++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        int64_t key = (int64_t)((state >> 33) % KEYS);
        if ((state >> 20) % 2) {
            ck_assert(set_add(vm, set, number(key)));
            expected += !present[key];
            present[key] = true;
        } else {
            ck_assert_int_eq(set_discard_hashed(vm, as_set(set), number(key), key), present[key]);
            expected -= present[key];
            present[key] = false;
        }
        ck_assert_uint_eq(set_length(set), expected);
    }
    for (int64_t key = 0; key < KEYS; key++)
        ck_assert_int_eq(set_contains(vm, set, number(key)), present[key]);
    release(vm, set);
}
END_TEST

START_TEST(frozensets_hash_as_cpython)
{
    int64_t hash;
    const int64_t items[] = {1, 2, 3};
    Value set = set_of(3, items), frozen = set_from_iterable(vm, TYPE_frozenset, set);
    ck_assert(object_hash(vm, frozen, &hash));
    ck_assert_int_eq(hash, -272375401224217160);
    ck_assert(!object_hash(vm, set, &hash));
    expect_error(TYPE_TypeError);
    ck_assert_int_eq(object_equals(vm, set, frozen), 1);
    release(vm, set);
    release(vm, frozen);
}
END_TEST

START_TEST(algebra)
{
    const int64_t left[] = {1, 2, 3, 4}, right[] = {3, 4, 5};
    Value a = set_of(4, left), b = set_of(3, right);
    expect_repr(set_intersection(vm, a, b), "{3, 4}");
    expect_repr(set_difference(vm, a, b), "{1, 2}");
    expect_repr(set_symmetric_difference(vm, a, b), "{1, 2, 5}");
    ck_assert_int_eq(set_is_disjoint(vm, a, b), 0);
    ck_assert_int_eq(set_is_subset(vm, a, b), 0);
    ck_assert_int_eq(set_is_superset(vm, a, a), 1);
    release(vm, a);
    release(vm, b);
}
END_TEST

START_TEST(stays_whole_when_memory_fails)
{
    struct Memory *memory = &heap_of(vm)->memory;
    for (uint64_t nth = 1; nth < 10; nth++) {
        Value set = set_new(vm, TYPE_set);
        int64_t stored = 0;
        memory->fail_at = memory->requests + nth;
        memory->fail_from_then_on = true;
        while (stored < 500 && set_add(vm, set, number(stored)))
            stored++;
        memory->fail_at = 0;
        memory->fail_from_then_on = false;
        if (stored < 500)
            expect_error(TYPE_MemoryError);
        for (int64_t i = 0; i < stored; i++)
            ck_assert_int_eq(set_contains(vm, set, number(i)), 1);
        ck_assert_int_eq(set_contains(vm, set, number(1000)), 0);
        release(vm, set);
    }
}
END_TEST

int main(void)
{
    const TTest *const cases[] = {prints_in_cpythons_order, survives_random_changes, frozensets_hash_as_cpython, algebra,
                                  stays_whole_when_memory_fails};
    return run_cases("set", cases, sizeof cases / sizeof *cases);
}
