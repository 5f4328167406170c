/* layers: gc */
/* Cycles, generations, PEP 442's order, resurrection, and random graphs against an exact model of reachability. */
#include "tests/unit/heap_fixture.h"

static Value new_cycle(struct Interpreter *vm, int first, int length, bool finalized)
{
    Value head = EMPTY, last = EMPTY;
    for (int i = 0; i < length; i++) {
        int name = first == 0 ? 0 : first + i;
        Value v = finalized ? new_finalized(vm, name) : new_pair(vm, name);
        if (is_empty(head))
            head = retain(v);
        else
            slot_init(vm, as_pair(last), &as_pair(last)->left, retain(v));
        if (!is_empty(last))
            release(vm, last);
        last = v;
    }
    slot_init(vm, as_pair(last), &as_pair(last)->left, retain(head));
    release(vm, last);
    return head;
}

START_TEST(a_cycle_of_one)
{
    struct Interpreter *vm = test_open(0);
    Value v = new_cycle(vm, 1, 1, false);
    ck_assert_uint_eq(collector_collect(vm, 2), 0);
    release(vm, v);
    ck_assert_str_eq(vm->log, "");
    ck_assert_uint_eq(collector_collect(vm, 2), 1);
    ck_assert_str_eq(vm->log, "D1");
    test_close(vm);
}
END_TEST

START_TEST(a_long_cycle_and_what_hangs_on_it)
{
    struct Interpreter *vm = test_open(0);
    Value v = new_cycle(vm, 0, 300000, false);
    as_pair(v)->right = new_text(vm, 0);
    release(vm, v);
    ck_assert_uint_eq(collector_collect(vm, 0), 300000);
    ck_assert_int_eq(vm->destroyed, 300001);
    test_close(vm);
}
END_TEST

START_TEST(what_is_held_from_outside_stays)
{
    struct Interpreter *vm = test_open(0);
    vm->roots[0] = new_pair(vm, 1);
    Value cycle = new_cycle(vm, 2, 3, false);
    set_right(vm, vm->roots[0], cycle);
    release(vm, cycle);
    for (int generation = 0; generation < 3; generation++)
        ck_assert_uint_eq(collector_collect(vm, generation), 0);
    set_right(vm, vm->roots[0], EMPTY);
    ck_assert_uint_eq(collector_collect(vm, 2), 3);
    drop_root(vm, 0);
    test_close(vm);
}
END_TEST

START_TEST(a_weight_counts_for_more)
{
    struct Interpreter *vm = test_open(0);
    vm->pair_type.weight = 5;
    release(vm, new_cycle(vm, 0, 2, false));
    ck_assert_uint_eq(collector_collect(vm, 2), 10);
    ck_assert_uint_eq(collector_statistics(vm, 2)->collected, 10);
    ck_assert_uint_eq(collector_statistics(vm, 2)->collections, 1);
    test_close(vm);
}
END_TEST

START_TEST(a_type_is_freed_with_its_instances)
{
    struct Interpreter *vm = test_open(0);
    struct TypeMemory *type = (struct TypeMemory *)object_allocate(vm, (struct Type *)&vm->wide_type, 512);
    struct Object header = type->header;
    *type = vm->pair_type;
    type->header = header;
    vm->wide_type.traverse = NULL;
    vm->wide_type.take = NULL;
    Value instance = new_pair_of(vm, type, 1);
    object_release(vm, type);
    set_left(vm, instance, instance);
    release(vm, instance);
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    test_close(vm);
}
END_TEST

/* ---- Generations --------------------------------------------------------- */

START_TEST(survivors_grow_older)
{
    struct Interpreter *vm = test_open(0);
    vm->roots[0] = new_cycle(vm, 1, 2, false);
    struct Object *object = value_object(vm->roots[0]);
    ck_assert_int_eq(collector_generation_of(object), 0);
    collector_collect(vm, 0);
    ck_assert_int_eq(collector_generation_of(object), 1);
    collector_collect(vm, 0);
    ck_assert_int_eq(collector_generation_of(object), 1);
    collector_collect(vm, 1);
    ck_assert_int_eq(collector_generation_of(object), 2);
    drop_root(vm, 0);
    ck_assert_uint_eq(collector_collect(vm, 0), 0);
    ck_assert_uint_eq(collector_collect(vm, 1), 0);
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    test_close(vm);
}
END_TEST

START_TEST(middle_aged_garbage_is_found_later)
{
    struct Interpreter *vm = test_open(0);
    for (int round = 0; round < 5; round++) {
        vm->roots[round] = new_cycle(vm, 0, 3000, false);
        collector_collect(vm, 0);
    }
    for (int round = 0; round < 5; round++)
        drop_root(vm, round);
    ck_assert_uint_eq(collector_collect(vm, 0), 0);
    ck_assert_uint_eq(collector_collect(vm, 1), 15000);
    test_close(vm);
}
END_TEST

START_TEST(an_old_object_keeps_the_young_one_it_holds)
{
    struct Interpreter *vm = test_open(0);
    vm->roots[0] = new_pair(vm, 1);
    collector_collect(vm, 2);
    Value young = new_cycle(vm, 2, 2, false);
    set_left(vm, vm->roots[0], young);
    release(vm, young);
    ck_assert_uint_eq(collector_collect(vm, 0), 0);
    drop_root(vm, 0);
    ck_assert_uint_eq(collector_collect(vm, 1), 2);
    test_close(vm);
}
END_TEST

START_TEST(thresholds_make_collections_due)
{
    struct Interpreter *vm = test_open(0);
    ck_assert_uint_eq(collector_threshold(vm, 0), 2000);
    ck_assert_uint_eq(collector_threshold(vm, 1), 10);
    ck_assert_uint_eq(collector_threshold(vm, 2), 10);
    collector_enable(vm, true);
    uint64_t automatic = 0;
    for (int i = 0; i < 100000; i++) {
        release(vm, new_cycle(vm, 0, 1, false));
        heap_safe_point(vm);
        ck_assert_uint_le(collector_count(vm, 0), 2001);
    }
    for (int generation = 0; generation < 3; generation++)
        automatic += collector_statistics(vm, generation)->collections;
    ck_assert_uint_eq(automatic, 100000 / 2001);
    ck_assert_uint_eq(collector_statistics(vm, 1)->collections, 4);
    collector_enable(vm, false);
    for (int i = 0; i < 10000; i++)
        release(vm, new_cycle(vm, 0, 1, false));
    ck_assert(!vm->heap.collection_due);
    ck_assert_uint_gt(collector_collect(vm, 2), 9999);
    test_close(vm);
}
END_TEST

START_TEST(full_collections_wait_for_a_quarter)
{
    struct Interpreter *vm = test_open(0);
    collector_enable(vm, true);
    Value chain = EMPTY;
    for (int i = 0; i < 1000000; i++) {
        Value v = new_pair(vm, 0);
        as_pair(v)->left = chain;
        chain = v;
        heap_safe_point(vm);
    }
    /* Each full collection finds 5/4 of what the last one did: logarithmically many. */
    ck_assert_uint_lt(collector_statistics(vm, 2)->collections, 20);
    ck_assert_uint_gt(collector_statistics(vm, 1)->collections, 30);
    release(vm, chain);
    test_close(vm);
}
END_TEST

START_TEST(the_frozen_are_left_alone)
{
    struct Interpreter *vm = test_open(0);
    release(vm, new_cycle(vm, 1, 2, false));
    collector_freeze(vm);
    ck_assert_uint_eq(collector_frozen_count(vm), 2);
    ck_assert_uint_eq(collector_collect(vm, 2), 0);
    collector_unfreeze(vm);
    ck_assert_uint_eq(collector_frozen_count(vm), 0);
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    test_close(vm);
}
END_TEST

/* ---- PEP 442 ------------------------------------------------------------- */

START_TEST(weak_callbacks_then_finalizers_then_destruction)
{
    struct Interpreter *vm = test_open(0);
    Value cycle = new_cycle(vm, 1, 3, true);
    vm->roots[0] = new_reference(vm, as_pair(cycle)->left, 22);
    vm->roots[1] = new_reference(vm, cycle, 11);
    vm->roots[2] = new_reference(vm, cycle, 12);
    Value inside = new_reference(vm, cycle, 13); /* garbage with its target: never called */
    slot_init(vm, as_pair(cycle), &as_pair(cycle)->right, inside);
    release(vm, cycle);
    ck_assert_uint_eq(collector_collect(vm, 2), 4);
    ck_assert_str_eq(vm->log, "W12 W11 W22 F1 F2 F3 D3 D2 D1");
    for (int i = 0; i < 3; i++) {
        ck_assert_ptr_null(((struct WeakReference *)value_object(vm->roots[i]))->target);
        drop_root(vm, i);
    }
    test_close(vm);
}
END_TEST

static void keep_1(struct Interpreter *vm, struct Object *self)
{
    if (((struct Pair *)self)->name == 1)
        slot_set(vm, &vm->pair_type, &vm->kept, value_from_object(object_retain(self)));
}

START_TEST(a_finalizer_brings_its_part_back_once)
{
    struct Interpreter *vm = test_open(0);
    Value a = new_cycle(vm, 1, 2, true), b = new_cycle(vm, 3, 2, true);
    set_right(vm, b, a); /* b holds a, not the other way round */
    release(vm, a);
    release(vm, b);
    vm->on_finalize = keep_1;
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    ck_assert_str_eq(vm->log, "F1 F2 F3 F4 D4 D3");
    ck_assert(heap_verify(vm, stderr, true));
    slot_clear(vm, &vm->pair_type, &vm->kept);
    log_clear(vm);
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    ck_assert_str_eq(vm->log, "D2 D1");
    test_close(vm);
}
END_TEST

static void break_own_cycle(struct Interpreter *vm, struct Object *self)
{
    struct Pair *pair = (struct Pair *)self;
    slot_clear(vm, pair, &pair->left);
}

START_TEST(a_finalizer_may_break_the_cycle_itself)
{
    struct Interpreter *vm = test_open(0);
    release(vm, new_cycle(vm, 1, 4, true));
    vm->on_finalize = break_own_cycle;
    /* 1 lets 2 go, whose finalizer lets 3 go, and so on, while 1 is being finalized: the list must not dangle. */
    ck_assert_uint_eq(collector_collect(vm, 2), 0);
    ck_assert_str_eq(vm->log, "F1 F2 F3 F4 D4 D3 D2 D1");
    test_close(vm);
}
END_TEST

static void collect_and_make_garbage(struct Interpreter *vm, struct Object *self)
{
    (void)self;
    release(vm, new_cycle(vm, 0, 2, false));
    ck_assert_uint_eq(collector_collect(vm, 2), 0); /* one at a time */
}

START_TEST(a_finalizer_may_collect_and_allocate)
{
    struct Interpreter *vm = test_open(0);
    release(vm, new_cycle(vm, 1, 2, true));
    vm->on_finalize = collect_and_make_garbage;
    ck_assert_uint_eq(collector_collect(vm, 2), 2);
    vm->on_finalize = NULL;
    ck_assert_uint_eq(collector_collect(vm, 2), 4);
    test_close(vm);
}
END_TEST

static void count_calls(struct Interpreter *vm, bool stop, int generation, size_t collected, size_t uncollectable)
{
    log_event(vm, stop ? 'e' : 's', generation + 1);
    if (stop)
        log_event(vm, 'n', (int)(collected + uncollectable));
}

static void save_it(struct Interpreter *vm, struct Object *object)
{
    slot_set(vm, &vm->pair_type, &vm->kept, value_from_object(object_retain(object)));
}

START_TEST(callbacks_and_saved_garbage)
{
    struct Interpreter *vm = test_open(0);
    collector_set_callback(vm, count_calls);
    release(vm, new_cycle(vm, 1, 1, false));
    collector_set_save(vm, save_it);
    ck_assert_uint_eq(collector_collect(vm, 1), 1);
    ck_assert_str_eq(vm->log, "s2 e2 n1");
    ck_assert_int_eq(as_pair(vm->kept)->name, 1);
    collector_set_save(vm, NULL);
    slot_clear(vm, &vm->pair_type, &vm->kept);
    ck_assert_uint_eq(collector_collect(vm, 2), 1);
    test_close(vm);
}
END_TEST

START_TEST(a_full_heap_can_still_be_collected)
{
    struct Interpreter *vm = test_open(4 << 20);
    for (;;) {
        struct Pair *pair = (struct Pair *)object_allocate(vm, (struct Type *)&vm->pair_type, sizeof *pair);
        if (pair == NULL)
            break;
        pair->left = retain(value_from_object(pair));
        object_release(vm, pair);
    }
    ck_assert_uint_gt(collector_collect(vm, 2), 10000);
    release(vm, new_pair(vm, 0));
    test_close(vm);
}
END_TEST

START_TEST(stress_collects_at_every_safe_point)
{
    struct Interpreter *vm = test_open(0);
    collector_set_stress(vm, true);
    collector_enable(vm, true);
    for (int i = 0; i < 100; i++) {
        release(vm, new_cycle(vm, 0, 1, false));
        heap_safe_point(vm);
    }
    ck_assert_int_eq(vm->destroyed, 100);
    ck_assert_uint_eq(collector_statistics(vm, 2)->collections, 0);
    ck_assert_uint_eq(collector_count(vm, 0), 100);
    test_close(vm);
}
END_TEST

static void note_birth(Value v, void *context)
{
    uint64_t **next = context;
    *(*next)++ = (uint64_t)as_pair(v)->name;
}

START_TEST(walks_are_in_order_of_birth)
{
    struct Interpreter *vm = test_open(0);
    enum { COUNT = 500 };
    for (int i = 0; i < COUNT; i++)
        vm->roots[i] = new_pair(vm, 1);
    for (int i = 0; i < COUNT; i += 2)
        drop_root(vm, i); /* holes to be filled in reverse */
    for (int i = 0; i < COUNT; i += 2)
        vm->roots[i] = new_pair(vm, 2 + i);
    uint64_t names[COUNT], *next = names;
    collector_walk(vm, -1, note_birth, &next);
    ck_assert_ptr_eq(next, names + COUNT);
    for (int i = 0; i < COUNT; i++)
        ck_assert_uint_eq(names[i], i < COUNT / 2 ? 1 : (uint64_t)(2 + 2 * (i - COUNT / 2)));
    for (int i = 0; i < COUNT; i++)
        drop_root(vm, i);
    test_close(vm);
}
END_TEST

/* ---- Random graphs ------------------------------------------------------- */

/*
 * The model: nodes 0..NODES-1, each alive or not, edges left and right, root
 * flags.  Reference counting in the model is not needed: after a full
 * collection exactly the reachable nodes may be alive.
 */
enum { NODES = 300 };

struct Model {
    Value object[NODES]; /* borrowed; EMPTY: never made or dead */
    int left[NODES], right[NODES];
    bool reachable[NODES];
};

static uint32_t random_next(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void model_reach(struct Model *model, int node)
{
    int stack[NODES * 2 + 1], depth = 0;
    stack[depth++] = node;
    while (depth > 0) {
        int i = stack[--depth];
        if (i < 0 || model->reachable[i])
            continue;
        model->reachable[i] = true;
        stack[depth++] = model->left[i];
        stack[depth++] = model->right[i];
    }
}

static void model_update(struct Interpreter *vm, struct Model *model)
{
    memset(model->reachable, 0, sizeof model->reachable);
    for (int i = 0; i < NODES; i++) {
        if (!is_empty(vm->roots[i]))
            model_reach(model, i);
    }
}

static int pick_reachable(const struct Model *model, uint32_t *seed)
{
    for (int tries = 0; tries < 20; tries++) {
        int i = (int)(random_next(seed) % NODES);
        if (model->reachable[i])
            return i;
    }
    return -1;
}

/* The objects that the heap destroyed tell the model by their name. */
static struct Model *the_model(struct Interpreter *vm, struct Model *set)
{
    static struct Model *model; /* of this test program, not of an interpreter */
    (void)vm;
    if (set != NULL)
        model = set;
    return model;
}

static void model_destroy(struct Interpreter *vm, struct Object *self)
{
    int node = ((struct Pair *)self)->name - 1;
    struct Model *model = the_model(vm, NULL);
    ck_assert_ptr_eq(value_object(model->object[node]), self);
    ck_assert_msg(!model->reachable[node], "node %d died while reachable", node);
    model->object[node] = EMPTY;
    model->left[node] = model->right[node] = -1;
}

static void random_step(struct Interpreter *vm, struct Model *model, uint32_t *seed)
{
    uint32_t choice = random_next(seed) % 10;
    int i = (int)(random_next(seed) % NODES);
    if (choice < 3 && is_empty(model->object[i])) {
        Value v = new_pair_of(vm, random_next(seed) % 3 == 0 ? &vm->finalized_type : &vm->pair_type, i + 1);
        model->object[i] = v;
        model->left[i] = model->right[i] = -1;
        vm->roots[i] = v;
    } else if (choice < 5 && !is_empty(vm->roots[i])) {
        Value v = vm->roots[i];
        vm->roots[i] = EMPTY;
        model_update(vm, model);
        release(vm, v);
        return;
    } else {
        int from = pick_reachable(model, seed), to = pick_reachable(model, seed);
        if (from < 0 || to < 0)
            return;
        bool left = random_next(seed) % 2;
        Value target = choice == 9 ? EMPTY : retain(model->object[to]);
        *(left ? &model->left[from] : &model->right[from]) = choice == 9 ? -1 : to;
        model_update(vm, model);
        struct Pair *pair = as_pair(model->object[from]);
        slot_set(vm, pair, left ? &pair->left : &pair->right, target);
        return;
    }
    model_update(vm, model);
}

static void check_model(struct Interpreter *vm, struct Model *model)
{
    for (int i = 0; i < NODES; i++)
        ck_assert_msg(model->reachable[i] == !is_empty(model->object[i]), "node %d", i);
    ck_assert(heap_verify(vm, stderr, true));
}

START_TEST(random_graphs_agree_with_the_model)
{
    struct Interpreter *vm = test_open(0);
    struct Model *model = calloc(1, sizeof *model);
    for (int i = 0; i < NODES; i++)
        model->left[i] = model->right[i] = -1;
    the_model(vm, model);
    vm->pair_type.destroy = vm->finalized_type.destroy = model_destroy;
    uint32_t seed = (uint32_t)_i * 2654435761u + 1;
    for (int step = 0; step < 4000; step++) {
        random_step(vm, model, &seed);
        uint32_t chance = random_next(&seed) % 400;
        if (chance < 8)
            collector_collect(vm, (int)(chance % 2));
        if (chance == 9) {
            collector_collect(vm, 2);
            check_model(vm, model);
        }
        vm->log_length = 0;
    }
    memset(model->reachable, 0, sizeof model->reachable);
    for (int i = 0; i < NODES; i++)
        drop_root(vm, i);
    collector_collect(vm, 2);
    free(model);
    test_close(vm);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("collector");
    TCase *cases = tcase_create("collector");
    tcase_add_test(cases, a_cycle_of_one);
    tcase_add_test(cases, a_long_cycle_and_what_hangs_on_it);
    tcase_add_test(cases, what_is_held_from_outside_stays);
    tcase_add_test(cases, a_weight_counts_for_more);
    tcase_add_test(cases, a_type_is_freed_with_its_instances);
    tcase_add_test(cases, survivors_grow_older);
    tcase_add_test(cases, middle_aged_garbage_is_found_later);
    tcase_add_test(cases, an_old_object_keeps_the_young_one_it_holds);
    tcase_add_test(cases, thresholds_make_collections_due);
    tcase_add_test(cases, full_collections_wait_for_a_quarter);
    tcase_add_test(cases, the_frozen_are_left_alone);
    tcase_add_test(cases, weak_callbacks_then_finalizers_then_destruction);
    tcase_add_test(cases, a_finalizer_brings_its_part_back_once);
    tcase_add_test(cases, a_finalizer_may_break_the_cycle_itself);
    tcase_add_test(cases, a_finalizer_may_collect_and_allocate);
    tcase_add_test(cases, callbacks_and_saved_garbage);
    tcase_add_test(cases, a_full_heap_can_still_be_collected);
    tcase_add_test(cases, stress_collects_at_every_safe_point);
    tcase_add_test(cases, walks_are_in_order_of_birth);
    tcase_add_loop_test(cases, random_graphs_agree_with_the_model, 0, 40);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
