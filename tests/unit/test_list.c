/* layers: gc runtime runtime/modules */
/* list and tuple: growth, slices, counts, failing allocations. */
#include "tests/unit/container_fixture.h"

static Value numbers(int64_t count)
{
    Value list = list_new(vm, 0);
    for (int64_t i = 0; i < count; i++)
        ck_assert(list_append(vm, list, number(i)));
    return list;
}

START_TEST(appends_inserts_and_pops)
{
    Value list = numbers(5);
    ck_assert(list_insert(vm, list, 0, number(10)));
    ck_assert(list_insert(vm, list, -1, number(11)));
    ck_assert(list_insert(vm, list, 99, number(12)));
    ck_assert(value_same(list_pop_at(vm, list, 1), number(0)));
    expect_repr(list, "[10, 1, 2, 3, 11, 4, 12]");
}
END_TEST

START_TEST(assigns_slices)
{
    Value list = numbers(6), tuple = tuple_pack(vm, 3, number(7), number(8), number(9));
    ck_assert(list_set_slice(vm, list, 1, 2, tuple));
    ck_assert(list_set_slice(vm, list, -2, INT64_MAX, EMPTY));
    ck_assert(list_set_slice(vm, list, 0, 0, list));
    release(vm, tuple);
    expect_repr(list, "[0, 7, 8, 9, 2, 3, 0, 7, 8, 9, 2, 3]");
}
END_TEST

START_TEST(holds_each_item_once)
{
    Value item = text("item"), list = list_new(vm, 0);
    struct Object *object = value_object(item);
    for (int i = 0; i < 100; i++)
        ck_assert(list_append(vm, list, retain(item)));
    ck_assert_int_eq(object->count, 101);
    Value tuple = list_to_tuple(vm, list), copy = list_slice(vm, list, 0, 2, 50);
    ck_assert_int_eq(object->count, 251);
    release(vm, tuple);
    release(vm, copy);
    list_clear(vm, list);
    ck_assert_int_eq(object->count, 1);
    release(vm, list);
    release(vm, item);
}
END_TEST

START_TEST(tuples_hash_as_cpython)
{
    int64_t hash;
    Value tuple = tuple_pack(vm, 3, number(1), number(2), number(3)), empty = tuple_new(vm, NULL, 0);
    ck_assert(object_hash(vm, tuple, &hash));
    ck_assert_int_eq(hash, 529344067295497451);
    ck_assert(object_hash(vm, empty, &hash));
    ck_assert_int_eq(hash, 5740354900026072187);
    ck_assert(value_same(empty, vm->empty_tuple));
    release(vm, tuple);
}
END_TEST

START_TEST(slice_bounds_follow_python)
{
    int64_t start, stop;
    start = INT64_MAX, stop = INT64_MIN;
    ck_assert_int_eq(slice_adjust(5, &start, &stop, -1), 5);
    ck_assert_int_eq(start, 4);
    ck_assert_int_eq(stop, -1);
    start = -3, stop = 100;
    ck_assert_int_eq(slice_adjust(5, &start, &stop, 2), 2);
    start = 0, stop = INT64_MAX;
    ck_assert_int_eq(slice_adjust(0, &start, &stop, INT64_MAX), 0);
}
END_TEST

START_TEST(refuses_absurd_sizes)
{
    ck_assert(is_empty(list_new(vm, (size_t)1 << 60)));
    expect_error(TYPE_MemoryError);
    ck_assert(is_empty(tuple_new_empty(vm, (size_t)1 << 60)));
    expect_error(TYPE_MemoryError);
}
END_TEST

START_TEST(stays_whole_when_memory_fails)
{
    struct Memory *memory = &heap_of(vm)->memory;
    for (uint64_t nth = 1; nth < 12; nth++) {
        Value list = numbers(20), more = numbers(40);
        memory->fail_at = memory->requests + nth;
        memory->fail_from_then_on = true;
        bool ok = list_set_slice(vm, list, 2, 15, more) && list_extend(vm, list, more) && list_sort(vm, list, EMPTY, true);
        memory->fail_at = 0;
        memory->fail_from_then_on = false;
        if (!ok)
            expect_error(TYPE_MemoryError);
        size_t length = as_list(list)->length;
        ck_assert(length == 20 || length == 47 || length == 87);
        release(vm, more);
        release(vm, list);
    }
}
END_TEST

int main(void)
{
    const TTest *const cases[] = {appends_inserts_and_pops,   assigns_slices,       holds_each_item_once,
                                  tuples_hash_as_cpython,     slice_bounds_follow_python, refuses_absurd_sizes,
                                  stays_whole_when_memory_fails};
    return run_cases("list", cases, sizeof cases / sizeof *cases);
}
