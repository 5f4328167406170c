/*
 * A tiny interpreter for tests of gc/: nothing but a heap and a few types.
 *
 * `pair` is a container of two Values; `text` is a leaf; `wide` is a tuple in
 * miniature.  What happens to objects is written to a log, one letter and the
 * object's name per event: F finalizer, W weak callback, D destroy.
 */
#ifndef VIV_TEST_HEAP_FIXTURE_H
#define VIV_TEST_HEAP_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gc/collector.h"
#include "gc/heap.h"
#include "gc/verify.h"
#include "gc/weak.h"

enum { ROOT_COUNT = 4096, LOG_SIZE = 4096 };

struct Interpreter {
    struct Heap heap;
    struct TypeMemory pair_type, text_type, finalized_type, finalized_text_type, reference_type, wide_type;
    Value roots[ROOT_COUNT];
    Value kept; /* a finalizer stores the object here to bring it back */
    void (*on_finalize)(struct Interpreter *vm, struct Object *self);
    void (*on_callback)(struct Interpreter *vm, Value reference);
    int memory_errors, destroyed;
    size_t log_length;
    char log[LOG_SIZE];
};

struct Pair {
    struct Object header;
    Value left, right;
    int name;
};

struct Text {
    struct Object header;
    int name;
};

struct Wide {
    struct Object header;
    size_t length;
    Value items[];
};

static inline void log_event(struct Interpreter *vm, char letter, int name)
{
    if (name == 0 || vm->log_length + 16 > LOG_SIZE)
        return;
    vm->log_length += (size_t)sprintf(vm->log + vm->log_length, "%s%c%d", vm->log_length ? " " : "", letter, name);
}

static inline void log_clear(struct Interpreter *vm)
{
    vm->log_length = 0;
    vm->log[0] = 0;
}

static void pair_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct Pair *)self)->left, context);
    visit(((struct Pair *)self)->right, context);
}

static Value pair_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Pair *pair = (struct Pair *)self;
    while (*cursor < 2) {
        Value v = slot_take(vm, self, (*cursor)++ == 0 ? &pair->left : &pair->right);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

static void pair_destroy(struct Interpreter *vm, struct Object *self)
{
    vm->destroyed++;
    log_event(vm, 'D', ((struct Pair *)self)->name);
}

static void text_destroy(struct Interpreter *vm, struct Object *self)
{
    vm->destroyed++;
    log_event(vm, 'D', ((struct Text *)self)->name);
}

static void test_finalize(struct Interpreter *vm, struct Object *self)
{
    bool is_text = self->type == (struct Type *)&vm->finalized_text_type;
    log_event(vm, 'F', is_text ? ((struct Text *)self)->name : ((struct Pair *)self)->name);
    if (vm->on_finalize != NULL)
        vm->on_finalize(vm, self);
}

static void reference_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct WeakReference *)self)->callback, context);
}

static Value reference_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct WeakReference *reference = (struct WeakReference *)self;
    Value v = (*cursor)++ == 0 ? slot_take(vm, self, &reference->callback) : VALUE_END;
    return is_empty(v) ? VALUE_END : v;
}

static void reference_destroy(struct Interpreter *vm, struct Object *self)
{
    weak_unregister(vm, (struct WeakReference *)self);
}

static void wide_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Wide *wide = (struct Wide *)self;
    for (size_t i = 0; i < wide->length; i++)
        visit(wide->items[i], context);
}

static Value wide_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Wide *wide = (struct Wide *)self;
    (void)cursor;
    while (wide->length > 0) {
        Value v = slot_take(vm, self, &wide->items[--wide->length]);
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

static void test_memory_error(struct Interpreter *vm) { vm->memory_errors++; }

static void test_call_callback(struct Interpreter *vm, Value callback, Value reference)
{
    log_event(vm, 'W', (int)small_int(callback));
    if (vm->on_callback != NULL)
        vm->on_callback(vm, reference);
}

static void test_visit_roots(struct Interpreter *vm, VisitFunction visit, void *context)
{
    for (int i = 0; i < ROOT_COUNT; i++)
        visit(vm->roots[i], context);
    visit(vm->kept, context);
}

static const char *test_type_name(const struct Type *type)
{
    return ((const struct TypeMemory *)type)->kind == OBJECT_LEAF ? "text" : "pair";
}

static const struct HeapHooks test_hooks = {
    .raise_memory_error = test_memory_error,
    .call_weak_callback = test_call_callback,
    .visit_roots = test_visit_roots,
    .type_name = test_type_name,
};

static inline void make_static(struct TypeMemory *type)
{
    type->header.flags = OBJECT_STATIC;
    object_make_immortal(&type->header);
}

static inline struct Interpreter *test_open(size_t limit)
{
    struct Interpreter *vm = calloc(1, sizeof *vm);
    ck_assert(heap_open(vm, &test_hooks, limit));
    vm->pair_type = (struct TypeMemory){
        .traverse = pair_traverse, .take = pair_take, .destroy = pair_destroy, .kind = OBJECT_CONTAINER};
    vm->finalized_type = vm->pair_type;
    vm->finalized_type.finalize = test_finalize;
    vm->text_type = (struct TypeMemory){.destroy = text_destroy, .kind = OBJECT_LEAF};
    vm->finalized_text_type = vm->text_type;
    vm->finalized_text_type.finalize = test_finalize;
    vm->wide_type = (struct TypeMemory){.traverse = wide_traverse, .take = wide_take, .kind = OBJECT_CONTAINER};
    vm->reference_type = (struct TypeMemory){.traverse = reference_traverse, .take = reference_take,
                                             .destroy = reference_destroy, .kind = OBJECT_CONTAINER};
    make_static(&vm->pair_type);
    make_static(&vm->finalized_type);
    make_static(&vm->text_type);
    make_static(&vm->finalized_text_type);
    make_static(&vm->wide_type);
    make_static(&vm->reference_type);
    collector_enable(vm, false);
    return vm;
}

static inline void test_close(struct Interpreter *vm)
{
    ck_assert_msg(heap_verify(vm, stderr, true), "counts and holders differ");
    ck_assert(heap_close(vm));
    free(vm);
}

static inline Value new_pair_of(struct Interpreter *vm, struct TypeMemory *type, int name)
{
    struct Pair *pair = (struct Pair *)object_allocate(vm, (struct Type *)type, sizeof *pair);
    ck_assert_ptr_nonnull(pair);
    pair->name = name;
    return value_from_object(pair);
}

static inline Value new_pair(struct Interpreter *vm, int name) { return new_pair_of(vm, &vm->pair_type, name); }
static inline Value new_finalized(struct Interpreter *vm, int name)
{
    return new_pair_of(vm, &vm->finalized_type, name);
}

static inline Value new_text(struct Interpreter *vm, int name)
{
    struct Text *text = (struct Text *)object_allocate(vm, (struct Type *)&vm->text_type, sizeof *text);
    ck_assert_ptr_nonnull(text);
    text->name = name;
    return value_from_object(text);
}

static inline Value new_wide(struct Interpreter *vm, size_t length)
{
    struct Wide *wide = (struct Wide *)object_allocate(vm, (struct Type *)&vm->wide_type,
                                                       sizeof *wide + length * sizeof(Value));
    ck_assert_ptr_nonnull(wide);
    wide->length = length;
    return value_from_object(wide);
}

static inline struct Pair *as_pair(Value v) { return (struct Pair *)value_object(v); }
static inline struct Wide *as_wide(Value v) { return (struct Wide *)value_object(v); }

/* v is retained. */
static inline void set_left(struct Interpreter *vm, Value pair, Value v)
{
    slot_set(vm, as_pair(pair), &as_pair(pair)->left, is_empty(v) ? v : retain(v));
}

static inline void set_right(struct Interpreter *vm, Value pair, Value v)
{
    slot_set(vm, as_pair(pair), &as_pair(pair)->right, is_empty(v) ? v : retain(v));
}

static inline void drop_root(struct Interpreter *vm, int i) { slot_clear(vm, &vm->pair_type, &vm->roots[i]); }

/* callback 0: none. */
static inline Value new_reference(struct Interpreter *vm, Value target, int callback)
{
    struct WeakReference *reference =
        (struct WeakReference *)object_allocate(vm, (struct Type *)&vm->reference_type, sizeof *reference);
    ck_assert_ptr_nonnull(reference);
    reference->target = value_object(target);
    if (callback != 0)
        slot_init(vm, reference, &reference->callback, value_from_small_int(callback));
    else
        reference->rank = WEAK_SHARED_REFERENCE;
    ck_assert(weak_register(vm, reference));
    return value_from_object(reference);
}

static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
