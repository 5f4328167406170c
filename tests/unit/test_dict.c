/* layers: gc runtime runtime/modules */
/* dict: growth, deletion, order, versions, failing allocations. */
#include "tests/unit/container_fixture.h"

static void set(Value dict, Value key, int64_t value)
{
    ck_assert(dict_set(vm, dict, key, number(value)));
}

static int64_t get(Value dict, Value key)
{
    Value v = dict_get(vm, dict, key);
    ck_assert(is_small_int(v));
    return small_int(v);
}

START_TEST(keeps_insertion_order_while_growing)
{
    Value dict = dict_new(vm);
    for (int64_t i = 0; i < 1000; i++)
        set(dict, number(i * 7919 % 1009), i);
    ck_assert_uint_eq(dict_length(dict), 1000);
    size_t position = 0;
    Value key, value;
    for (int64_t i = 0; i < 1000; i++) {
        ck_assert(dict_next(dict, &position, &key, &value));
        ck_assert_int_eq(small_int(key), i * 7919 % 1009);
        ck_assert_int_eq(small_int(value), i);
    }
    ck_assert(!dict_next(dict, &position, &key, &value));
    release(vm, dict);
}
END_TEST

START_TEST(finds_equal_strings_and_numbers)
{
    Value dict = dict_new(vm), name = text("name"), twin = text("name"), real = float_new(vm, 1.0);
    set(dict, name, 1);
    set(dict, number(1), 2);
    ck_assert_int_eq(get(dict, twin), 1);
    ck_assert_int_eq(get(dict, real), 2);
    ck_assert_int_eq(get(dict, VALUE_TRUE), 2);
    ck_assert(is_absent(dict_get(vm, dict, number(2))));
    ck_assert(value_same(dict_peek(vm, dict, twin), number(1)));
    release(vm, name);
    release(vm, twin);
    release(vm, dict);
}
END_TEST

START_TEST(survives_random_changes)
{
    enum { KEYS = 700 };
    bool present[KEYS] = {false};
    size_t expected = 0;
    uint64_t state = 42;
    Value dict = dict_new(vm);
    for (int step = 0; step < 60000; step++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        int64_t key = (int64_t)((state >> 33) % KEYS);
        if ((state >> 20) % 3 != 0) {
            set(dict, number(key), key);
            expected += !present[key];
            present[key] = true;
        } else {
            ck_assert_int_eq(dict_delete(vm, dict, number(key)), present[key]);
            expected -= present[key];
            present[key] = false;
        }
        ck_assert_uint_eq(dict_length(dict), expected);
    }
    for (int64_t key = 0; key < KEYS; key++)
        ck_assert_int_eq(dict_contains(vm, dict, number(key)), present[key]);
    release(vm, dict);
}
END_TEST

START_TEST(version_changes_with_keys_only)
{
    Value dict = dict_new(vm), name = text("x");
    set(dict, name, 1);
    uint32_t version = dict_version(vm, dict);
    int64_t entry = dict_entry_of(vm, dict, name);
    ck_assert_int_eq(entry, 0);
    set(dict, name, 2);
    ck_assert_uint_eq(dict_version(vm, dict), version);
    ck_assert(value_same(as_dict(dict)->entries[entry].value, number(2)));
    set(dict, number(5), 2);
    ck_assert_uint_ne(dict_version(vm, dict), version);
    version = dict_version(vm, dict);
    ck_assert_int_eq(dict_delete(vm, dict, name), 1);
    ck_assert_uint_ne(dict_version(vm, dict), version);
    release(vm, name);
    release(vm, dict);
}
END_TEST

START_TEST(pops_from_the_end)
{
    Value dict = dict_new(vm);
    for (int64_t i = 0; i < 40; i++)
        set(dict, number(i), i);
    for (int64_t i = 39; i >= 0; i--) {
        Value pair = dict_pop_last(vm, dict);
        ck_assert_int_eq(small_int(as_tuple(pair)->items[0]), i);
        release(vm, pair);
    }
    ck_assert(is_absent(dict_pop_last(vm, dict)));
    set(dict, number(7), 7);
    expect_repr(dict, "{7: 7}");
}
END_TEST

START_TEST(refuses_unhashable_keys)
{
    Value dict = dict_new(vm), list = list_new(vm, 0);
    ck_assert(!dict_set(vm, dict, list, VALUE_NONE));
    expect_error(TYPE_TypeError);
    ck_assert(is_empty(dict_get(vm, dict, list)));
    expect_error(TYPE_TypeError);
    release(vm, list);
    release(vm, dict);
}
END_TEST

START_TEST(stays_whole_when_memory_fails)
{
    struct Memory *memory = &heap_of(vm)->memory;
    for (uint64_t nth = 1; nth < 40; nth++) {
        Value dict = dict_new(vm);
        int64_t stored = 0;
        memory->fail_at = memory->requests + nth;
        memory->fail_from_then_on = true;
        while (stored < 500 && dict_set(vm, dict, number(stored), number(stored)))
            stored++;
        memory->fail_at = 0;
        memory->fail_from_then_on = false;
        if (stored < 500)
            expect_error(TYPE_MemoryError);
        ck_assert_uint_eq(dict_length(dict), (size_t)stored);
        for (int64_t i = 0; i < stored; i++)
            ck_assert_int_eq(get(dict, number(i)), i);
        release(vm, dict);
    }
}
END_TEST

int main(void)
{
    const TTest *const cases[] = {
        keeps_insertion_order_while_growing, finds_equal_strings_and_numbers, survives_random_changes,
        version_changes_with_keys_only, pops_from_the_end, refuses_unhashable_keys, stays_whole_when_memory_fails};
    return run_cases("dict", cases, sizeof cases / sizeof *cases);
}
