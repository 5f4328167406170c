/* layers: gc */
/* The table of weak references: order of calls, death in every sequence, growth, failure. */
#include "tests/unit/heap_fixture.h"

static struct Object *target_of(Value reference) { return ((struct WeakReference *)value_object(reference))->target; }

START_TEST(death_clears_and_calls_newest_first)
{
    struct Interpreter *vm = test_open(0);
    Value target = new_pair(vm, 1);
    for (int i = 0; i < 4; i++)
        vm->roots[i] = new_reference(vm, target, i == 1 ? 0 : 10 + i);
    ck_assert_ptr_eq(target_of(vm->roots[2]), value_object(target));
    ck_assert_ptr_eq(weak_first(vm, value_object(target)), value_object(vm->roots[1])); /* the one without callback */
    release(vm, target);
    ck_assert_str_eq(vm->log, "W13 W12 W10 D1");
    for (int i = 0; i < 4; i++) {
        ck_assert_ptr_null(target_of(vm->roots[i]));
        drop_root(vm, i);
    }
    test_close(vm);
}
END_TEST

START_TEST(a_dead_reference_is_not_called)
{
    struct Interpreter *vm = test_open(0);
    Value target = new_pair(vm, 1);
    Value a = new_reference(vm, target, 10), b = new_reference(vm, target, 11), c = new_reference(vm, target, 12);
    release(vm, b);
    release(vm, target);
    ck_assert_str_eq(vm->log, "W12 W10 D1");
    release(vm, a);
    release(vm, c);
    test_close(vm);
}
END_TEST

START_TEST(the_flag_goes_with_the_last_reference)
{
    struct Interpreter *vm = test_open(0);
    Value target = new_text(vm, 1);
    Value a = new_reference(vm, target, 0), b = new_reference(vm, target, 5);
    release(vm, a);
    ck_assert(value_object(target)->flags & OBJECT_WEAKLY_REFERENCED);
    release(vm, b);
    ck_assert(!(value_object(target)->flags & OBJECT_WEAKLY_REFERENCED));
    ck_assert_ptr_null(weak_first(vm, value_object(target)));
    release(vm, target);
    ck_assert_str_eq(vm->log, "D1");
    test_close(vm);
}
END_TEST

static void drop_the_others(struct Interpreter *vm, Value reference)
{
    (void)reference;
    for (int i = 0; i < 3; i++)
        drop_root(vm, i);
}

START_TEST(a_callback_may_drop_the_other_references)
{
    struct Interpreter *vm = test_open(0);
    Value target = new_pair(vm, 1);
    for (int i = 0; i < 3; i++)
        vm->roots[i] = new_reference(vm, target, 10 + i);
    vm->on_callback = drop_the_others;
    release(vm, target);
    ck_assert_str_eq(vm->log, "W12 W11 W10 D1");
    test_close(vm);
}
END_TEST

static void refer_again(struct Interpreter *vm, struct Object *self)
{
    vm->roots[0] = new_reference(vm, value_from_object(self), 7);
}

START_TEST(a_reference_made_by_the_finalizer_is_cleared_too)
{
    struct Interpreter *vm = test_open(0);
    vm->on_finalize = refer_again;
    release(vm, new_finalized(vm, 1));
    ck_assert_str_eq(vm->log, "F1 W7 D1");
    ck_assert_ptr_null(target_of(vm->roots[0]));
    drop_root(vm, 0);
    test_close(vm);
}
END_TEST

START_TEST(many_targets_in_random_order)
{
    struct Interpreter *vm = test_open(0);
    enum { COUNT = 4000 };
    static Value targets[COUNT];
    for (int i = 0; i < COUNT; i++) {
        targets[i] = new_text(vm, 0);
        vm->roots[i] = new_reference(vm, targets[i], 0);
    }
    for (int i = 0; i < COUNT; i++) {
        int k = (int)((i * 2654435761u) % COUNT);
        if (is_empty(targets[k]))
            continue;
        if (i % 3 == 0) {
            drop_root(vm, k);
        } else {
            release(vm, targets[k]);
            targets[k] = EMPTY;
            ck_assert(is_empty(vm->roots[k]) || target_of(vm->roots[k]) == NULL);
        }
    }
    for (int i = 0; i < COUNT; i++) {
        if (!is_empty(targets[i]) && !is_empty(vm->roots[i]))
            ck_assert_ptr_eq(weak_first(vm, value_object(targets[i])), value_object(vm->roots[i]));
        release_maybe(vm, targets[i]);
        drop_root(vm, i);
    }
    test_close(vm);
}
END_TEST

START_TEST(registering_may_fail)
{
    struct Interpreter *vm = test_open(0);
    Value target = new_text(vm, 1);
    struct WeakReference *reference =
        (struct WeakReference *)object_allocate(vm, (struct Type *)&vm->reference_type, sizeof *reference);
    reference->target = value_object(target);
    vm->heap.memory.fail_at = 1;
    vm->heap.memory.fail_from_then_on = true;
    ck_assert(!weak_register(vm, reference));
    ck_assert_int_eq(vm->memory_errors, 1);
    reference->target = NULL;
    object_release(vm, reference);
    release(vm, target);
    test_close(vm);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("weak");
    TCase *cases = tcase_create("weak");
    tcase_add_test(cases, death_clears_and_calls_newest_first);
    tcase_add_test(cases, a_dead_reference_is_not_called);
    tcase_add_test(cases, the_flag_goes_with_the_last_reference);
    tcase_add_test(cases, a_callback_may_drop_the_other_references);
    tcase_add_test(cases, a_reference_made_by_the_finalizer_is_cleared_too);
    tcase_add_test(cases, many_targets_in_random_order);
    tcase_add_test(cases, registering_may_fail);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
