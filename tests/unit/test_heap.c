/* layers: gc */
/* Allocation, destruction and its order, resizing, failing, and the oracle. */
#include "tests/unit/heap_fixture.h"

#include "gc/page.h"

START_TEST(opens_and_closes_empty)
{
    test_close(test_open(0));
}
END_TEST

START_TEST(allocates_zeroed_cells_of_every_size)
{
    struct Interpreter *vm = test_open(0);
    for (size_t length = 0; length < 200; length++) {
        Value v = new_wide(vm, length);
        struct Wide *wide = as_wide(v);
        ck_assert_uint_eq((uintptr_t)wide % 16, 0);
        ck_assert_uint_ge(object_cell_size(&wide->header), sizeof *wide + 8 * length);
        for (size_t i = 0; i < length; i++) {
            ck_assert(is_empty(wide->items[i]));
            slot_init(vm, wide, &wide->items[i], value_from_small_int((int64_t)i));
        }
        release(vm, v);
        v = new_wide(vm, length);
        for (size_t i = 0; i < length; i++)
            ck_assert(is_empty(as_wide(v)->items[i]));
        release(vm, v);
    }
    test_close(vm);
}
END_TEST

START_TEST(index_of_a_cell_is_exact)
{
    struct Interpreter *vm = test_open(0);
    for (size_t length = 0; length < 60; length++) {
        Value chain = EMPTY;
        for (int i = 0; i < 3000; i++) {
            Value v = new_wide(vm, length + 1);
            struct Page *page = object_page(value_object(v));
            uint32_t index = cell_index(page, value_object(v));
            ck_assert_ptr_eq(page_cell(page, index), value_object(v));
            ck_assert(page->reciprocal == 0 || (char *)page_cell(page, index + 1) <= (char *)page + PAGE_SIZE);
            as_wide(v)->items[0] = chain;
            chain = v;
        }
        release_maybe(vm, chain);
    }
    test_close(vm);
}
END_TEST

static Value make_chain(struct Interpreter *vm, int length)
{
    Value chain = EMPTY;
    for (int i = 0; i < length; i++) {
        Value v = new_pair(vm, 0);
        *(i % 2 ? &as_pair(v)->left : &as_pair(v)->right) = chain;
        chain = v;
    }
    return chain;
}

START_TEST(pages_go_back_to_the_system)
{
    struct Interpreter *vm = test_open(0);
    size_t before = vm->heap.memory.in_use;
    Value chain = make_chain(vm, 400000);
    size_t full = vm->heap.memory.in_use;
    ck_assert_uint_gt(full, before + 400000 * sizeof(struct Pair));
    release(vm, chain);
    ck_assert_uint_lt(vm->heap.memory.in_use, before + (full - before) / 2);
    test_close(vm);
}
END_TEST

START_TEST(a_chain_of_a_million_dies_without_recursion)
{
    struct Interpreter *vm = test_open(0);
    release(vm, make_chain(vm, 1000000));
    ck_assert_int_eq(vm->destroyed, 1000000);
    test_close(vm);
}
END_TEST

START_TEST(order_is_that_of_recursion)
{
    struct Interpreter *vm = test_open(0);
    /* 1(2(4, 5), 3(6, 7)): children before their parent's destroy, left subtree first. */
    Value p[8];
    for (int i = 1; i < 8; i++)
        p[i] = new_finalized(vm, i);
    for (int i = 1; i < 4; i++) {
        as_pair(p[i])->left = p[2 * i];
        as_pair(p[i])->right = p[2 * i + 1];
    }
    release(vm, p[1]);
    ck_assert_str_eq(vm->log, "F1 F2 F4 D4 F5 D5 D2 F3 F6 D6 F7 D7 D3 D1");
    test_close(vm);
}
END_TEST

static void drop_root_0(struct Interpreter *vm, struct Object *self)
{
    if (((struct Pair *)self)->name != 2)
        return;
    drop_root(vm, 0);
    log_event(vm, 'X', 2);
}

START_TEST(a_death_inside_a_finalizer_is_not_deferred)
{
    struct Interpreter *vm = test_open(0);
    Value parent = new_finalized(vm, 1);
    as_pair(parent)->left = new_finalized(vm, 2);
    as_pair(parent)->right = new_finalized(vm, 3);
    vm->roots[0] = new_finalized(vm, 4);
    as_pair(vm->roots[0])->left = new_finalized(vm, 5);
    vm->on_finalize = drop_root_0;
    release(vm, parent);
    ck_assert_str_eq(vm->log, "F1 F2 F4 F5 D5 D4 X2 D2 F3 D3 D1");
    test_close(vm);
}
END_TEST

static void keep_2(struct Interpreter *vm, struct Object *self)
{
    if (((struct Pair *)self)->name == 2)
        slot_set(vm, &vm->pair_type, &vm->kept, value_from_object(object_retain(self)));
}

START_TEST(a_finalizer_may_resurrect_once)
{
    struct Interpreter *vm = test_open(0);
    Value parent = new_finalized(vm, 1);
    as_pair(parent)->left = new_finalized(vm, 2);
    as_pair(as_pair(parent)->left)->left = new_text(vm, 3);
    as_pair(parent)->right = new_text(vm, 4);
    vm->on_finalize = keep_2;
    release(vm, parent);
    ck_assert_str_eq(vm->log, "F1 F2 D4 D1");
    ck_assert_int_eq(value_object(vm->kept)->count, 1);
    slot_clear(vm, &vm->pair_type, &vm->kept);
    ck_assert_str_eq(vm->log, "F1 F2 D4 D1 D3 D2");
    test_close(vm);
}
END_TEST

static void verify_and_collect(struct Interpreter *vm, struct Object *self)
{
    (void)self;
    ck_assert(heap_verify(vm, stderr, false));
    collector_collect(vm, 2);
    ck_assert(heap_verify(vm, stderr, false));
}

START_TEST(a_finalizer_may_collect_in_the_middle_of_a_destruction)
{
    struct Interpreter *vm = test_open(0);
    Value parent = new_wide(vm, 3), cycle = new_pair(vm, 9);
    for (size_t i = 0; i < 3; i++) {
        Value chain = new_finalized(vm, (int)i + 1);
        for (int depth = 0; depth < 3; depth++) {
            Value up = new_pair(vm, 0);
            as_pair(up)->left = chain;
            as_pair(up)->right = new_text(vm, 0);
            chain = up;
        }
        as_wide(parent)->items[i] = chain;
    }
    set_left(vm, cycle, cycle);
    release(vm, cycle);
    vm->on_finalize = verify_and_collect;
    release(vm, parent);
    ck_assert_str_eq(vm->log, "F3 D9 D3 F2 D2 F1 D1");
    test_close(vm);
}
END_TEST

START_TEST(leaves_may_have_finalizers)
{
    struct Interpreter *vm = test_open(0);
    struct Text *text = (struct Text *)object_allocate(vm, (struct Type *)&vm->finalized_text_type, sizeof *text);
    text->name = 2;
    Value parent = new_wide(vm, 2);
    as_wide(parent)->items[0] = value_from_object(text);
    as_wide(parent)->items[1] = new_text(vm, 1);
    release(vm, parent);
    ck_assert_str_eq(vm->log, "D1 F2 D2");
    test_close(vm);
}
END_TEST

/* ---- Types made at run time: their instances hold them ------------------ */

struct MadeType {
    struct TypeMemory memory;
    struct Object *base; /* held; let go in destroy */
};

static Value no_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)vm;
    (void)self;
    (void)cursor;
    return VALUE_END;
}

static void made_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(value_from_object(((struct MadeType *)self)->base), context);
}

static void made_destroy(struct Interpreter *vm, struct Object *self)
{
    vm->destroyed++;
    if (((struct MadeType *)self)->base != NULL)
        object_release(vm, ((struct MadeType *)self)->base);
}

static struct MadeType *make_type(struct Interpreter *vm, const struct TypeMemory *base)
{
    vm->wide_type = (struct TypeMemory){.header = vm->wide_type.header, .take = no_take, .traverse = made_traverse,
                                        .destroy = made_destroy, .kind = OBJECT_CONTAINER};
    struct MadeType *type =
        (struct MadeType *)object_allocate(vm, (struct Type *)&vm->wide_type, sizeof *type);
    struct Object header = type->memory.header;
    type->memory = *base;
    type->memory.header = header;
    return type;
}

START_TEST(instances_hold_their_type)
{
    struct Interpreter *vm = test_open(0);
    struct MadeType *type = make_type(vm, &vm->pair_type);
    vm->roots[0] = new_pair_of(vm, &type->memory, 1);
    vm->roots[1] = new_pair_of(vm, &type->memory, 2);
    ck_assert_int_eq(type->memory.header.count, 3);
    object_release(vm, type);
    ck_assert(heap_verify(vm, stderr, true));
    drop_root(vm, 0);
    ck_assert_int_eq(type->memory.header.count, 1);
    drop_root(vm, 1);
    ck_assert_int_eq(vm->destroyed, 3);
    test_close(vm);
}
END_TEST

START_TEST(a_long_chain_of_bases_dies_without_recursion)
{
    struct Interpreter *vm = test_open(0);
    struct MadeType *last = NULL;
    for (int i = 0; i < 300000; i++) {
        struct MadeType *type = make_type(vm, &vm->pair_type);
        type->base = (struct Object *)last;
        last = type;
    }
    release(vm, new_pair_of(vm, &last->memory, 0));
    object_release(vm, last);
    ck_assert_int_eq(vm->destroyed, 300001);
    test_close(vm);
}
END_TEST

/* ---- Resizing, limits, failures ----------------------------------------- */

START_TEST(leaves_can_be_resized)
{
    struct Interpreter *vm = test_open(0);
    struct Text *text = (struct Text *)value_object(new_text(vm, 7));
    text->header.flags |= OBJECT_TYPE_FLAG_2;
    uint64_t number = object_birth_number(vm, &text->header);
    size_t sizes[] = {40, 64, 64, 500, 512, 513, 3000, 100000, 600, 512, 24};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        text = (struct Text *)object_resize(vm, &text->header, sizes[i]);
        ck_assert_ptr_nonnull(text);
        memset((char *)text + sizeof *text, 0xab, sizes[i] - sizeof *text);
        ck_assert_int_eq(text->name, 7);
        ck_assert_uint_ge(object_cell_size(&text->header), sizes[i]);
        ck_assert_uint_eq(object_birth_number(vm, &text->header), number);
        ck_assert(text->header.flags & OBJECT_TYPE_FLAG_2);
    }
    object_release(vm, text);
    test_close(vm);
}
END_TEST

START_TEST(a_failed_resize_releases)
{
    struct Interpreter *vm = test_open(8 << 20);
    Value v = new_text(vm, 1);
    ck_assert_ptr_null(object_resize(vm, value_object(v), 1 << 30));
    ck_assert_str_eq(vm->log, "D1");
    ck_assert_int_eq(vm->memory_errors, 1);
    test_close(vm);
}
END_TEST

START_TEST(counts_saturate)
{
    struct Interpreter *vm = test_open(0);
    Value v = new_text(vm, 1);
    value_object(v)->count = INT32_MAX;
    retain(v);
    ck_assert(object_is_immortal(value_object(v)));
    release(vm, v);
    ck_assert(object_is_immortal(value_object(v)));
    test_close(vm);
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    struct Interpreter *vm = test_open(0);
    vm->heap.memory.fail_at = UINT64_MAX;
    uint64_t before = vm->heap.memory.requests;
    release(vm, new_pair(vm, 0));
    ck_assert_uint_gt(vm->heap.memory.requests, before);
    vm->heap.memory.fail_at = vm->heap.memory.requests + 1;
    ck_assert_ptr_null(object_allocate(vm, (struct Type *)&vm->pair_type, sizeof(struct Pair)));
    ck_assert_int_eq(vm->memory_errors, 1);
    release(vm, new_pair(vm, 0));
    ck_assert_ptr_null(heap_allocate_array(vm, MEMORY_BYTES, SIZE_MAX / 2, 4));
    test_close(vm);
}
END_TEST

START_TEST(the_limit_holds)
{
    struct Interpreter *vm = test_open(4 << 20);
    Value chain = EMPTY;
    struct Object *object;
    while ((object = object_allocate(vm, (struct Type *)&vm->pair_type, sizeof(struct Pair))) != NULL) {
        ((struct Pair *)object)->left = chain;
        chain = value_from_object(object);
    }
    ck_assert_uint_le(vm->heap.memory.peak, 4 << 20);
    ck_assert_int_eq(vm->memory_errors, 1);
    release_maybe(vm, chain);
    release(vm, new_pair(vm, 0));
    test_close(vm);
}
END_TEST

START_TEST(numbers_of_birth_outlive_the_wrap)
{
    struct Interpreter *vm = test_open(0);
    vm->heap.births = UINT32_MAX - 1;
    Value a = new_pair(vm, 0), b = new_pair(vm, 0), c = new_pair(vm, 0);
    ck_assert_uint_eq(object_birth_number(vm, value_object(a)), UINT32_MAX);
    ck_assert_uint_eq(object_birth_number(vm, value_object(b)), (uint64_t)UINT32_MAX + 1);
    ck_assert_uint_eq(object_birth_number(vm, value_object(c)), (uint64_t)UINT32_MAX + 2);
    release(vm, a);
    release(vm, b);
    release(vm, c);
    test_close(vm);
}
END_TEST

/* ---- The oracle ---------------------------------------------------------- */

START_TEST(the_oracle_sees_a_wrong_count)
{
    struct Interpreter *vm = test_open(0);
    FILE *report = tmpfile();
    vm->roots[0] = new_pair(vm, 1);
    ck_assert(heap_verify(vm, report, true));
    object_retain(value_object(vm->roots[0]));
    ck_assert(!heap_verify(vm, report, true));
    ck_assert(heap_verify(vm, report, false));
    value_object(vm->roots[0])->count = 0;
    ck_assert(!heap_verify(vm, report, false));
    value_object(vm->roots[0])->count = 1;
    rewind(report);
    char line[200];
    ck_assert_ptr_nonnull(fgets(line, sizeof line, report));
    ck_assert_str_eq(line, "viv: oracle: pair #1: count 2, holders 1\n");
    fclose(report);
    drop_root(vm, 0);
    test_close(vm);
}
END_TEST

START_TEST(a_leak_is_reported)
{
    struct Interpreter *vm = test_open(0);
    FILE *report = tmpfile();
    (void)new_pair(vm, 1);
    ck_assert_uint_eq(heap_report_live(vm, report), 1);
    ck_assert(!heap_close(vm));
    fclose(report);
    free(vm);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("heap");
    TCase *cases = tcase_create("heap");
    tcase_add_test(cases, opens_and_closes_empty);
    tcase_add_test(cases, allocates_zeroed_cells_of_every_size);
    tcase_add_test(cases, index_of_a_cell_is_exact);
    tcase_add_test(cases, pages_go_back_to_the_system);
    tcase_add_test(cases, a_chain_of_a_million_dies_without_recursion);
    tcase_add_test(cases, order_is_that_of_recursion);
    tcase_add_test(cases, a_death_inside_a_finalizer_is_not_deferred);
    tcase_add_test(cases, a_finalizer_may_resurrect_once);
    tcase_add_test(cases, a_finalizer_may_collect_in_the_middle_of_a_destruction);
    tcase_add_test(cases, leaves_may_have_finalizers);
    tcase_add_test(cases, instances_hold_their_type);
    tcase_add_test(cases, a_long_chain_of_bases_dies_without_recursion);
    tcase_add_test(cases, leaves_can_be_resized);
    tcase_add_test(cases, a_failed_resize_releases);
    tcase_add_test(cases, counts_saturate);
    tcase_add_test(cases, every_allocation_can_fail);
    tcase_add_test(cases, the_limit_holds);
    tcase_add_test(cases, numbers_of_birth_outlive_the_wrap);
    tcase_add_test(cases, the_oracle_sees_a_wrong_count);
    tcase_add_test(cases, a_leak_is_reported);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
