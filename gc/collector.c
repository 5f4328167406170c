/*
 * The collector: generational trial deletion.
 *
 * A collection of generation g takes all containers of generations 0..g as
 * candidates, copies their counts into the scratch words, takes off every
 * reference that one candidate has to another, and marks what candidates with
 * a rest reach: outsiders hold those.  What stays unmarked is garbage; PEP 442
 * says the rest: weak references are cleared and called, finalizers run once,
 * what they brought back is spared, the others are cleared.
 *
 * Marking links grey cells through their scratch words, so it needs neither
 * recursion nor memory; the list of garbage comes from the reserve.  No Python
 * code runs before the list is complete.  A listed object that dies by other
 * means is struck off (collector_forget), so the list never dangles.
 */
#include "gc/collector.h"

#include <time.h>

#include "gc/private.h"

/* ---- Candidates -------------------------------------------------------- */

struct Collection {
    struct Interpreter *vm;
    unsigned generation;
    uint32_t grey; /* chain through the scratch words */
    size_t garbage_count, survivors;
};

typedef void (*PageFunction)(struct Collection *collection, struct Page *page);

/* Every page that may hold candidates. */
static void for_each_page(struct Collection *collection, PageFunction function)
{
    struct HeapPrivate *private = heap_of(collection->vm)->private_state;
    if (collection->generation < GENERATION_COUNT - 1) {
        struct Page *next;
        for (struct Page *page = private->young; page != NULL; page = next) {
            next = page->young_next;
            if (page->young[0] || collection->generation > 0)
                function(collection, page);
        }
        return;
    }
    for (uint32_t i = 0; i < private->table_size; i++) {
        if (private->table[i] != NULL && private->table[i]->states != NULL)
            function(collection, private->table[i]);
    }
}

static void mark_candidate(struct Page *page, uint32_t index)
{
    int32_t count = page_cell(page, index)->count;
    page->states[index] |= CELL_CANDIDATE;
    page->scratch[index] = count < 0 ? INT32_MAX : (uint32_t)count; /* immortal: held */
}

static void mark_candidates(struct Collection *collection, struct Page *page)
{
    for (uint32_t i = 0; i < page->fresh; i++) {
        uint8_t state = page->states[i];
        if ((state & (CELL_LIVE | CELL_DYING)) == CELL_LIVE && state_generation(state) <= collection->generation)
            mark_candidate(page, i);
    }
}

static void visit_subtract(Value v, void *context)
{
    (void)context;
    if (!is_object(v) || is_empty(v))
        return;
    struct Page *page = container_page(value_object(v));
    if (page == NULL)
        return;
    uint32_t index = cell_index(page, value_object(v));
    if (page->states[index] & CELL_CANDIDATE)
        page->scratch[index]--;
}

static void subtract(struct Collection *collection, struct Page *page)
{
    (void)collection;
    for (uint32_t i = 0; i < page->fresh; i++) {
        if (page->states[i] & CELL_CANDIDATE)
            object_traverse(page_cell(page, i), visit_subtract, NULL);
    }
}

/* ---- Marking what outsiders hold --------------------------------------- */

static inline void reach(struct Collection *collection, struct Page *page, uint32_t index)
{
    page->states[index] |= CELL_REACHED;
    page->scratch[index] = collection->grey;
    collection->grey = cell_number(page, index);
}

static void visit_reach(Value v, void *context)
{
    if (!is_object(v) || is_empty(v))
        return;
    struct Page *page = container_page(value_object(v));
    if (page == NULL)
        return;
    uint32_t index = cell_index(page, value_object(v));
    if ((page->states[index] & (CELL_CANDIDATE | CELL_REACHED)) == CELL_CANDIDATE)
        reach(context, page, index);
}

static void drain(struct Collection *collection)
{
    struct Page **table = heap_of(collection->vm)->private_state->table;
    while (collection->grey != NO_CELL) {
        struct Page *page = table[collection->grey >> CELL_INDEX_BITS];
        uint32_t index = collection->grey & CELL_INDEX_MASK;
        collection->grey = page->scratch[index];
        object_traverse(page_cell(page, index), visit_reach, collection);
    }
}

static inline void reach_if_held(struct Collection *collection, struct Page *page, uint32_t index)
{
    if ((page->states[index] & (CELL_CANDIDATE | CELL_REACHED)) != CELL_CANDIDATE)
        return;
    if ((int32_t)page->scratch[index] > 0) {
        reach(collection, page, index);
        drain(collection);
    }
}

static void mark_reached(struct Collection *collection, struct Page *page)
{
    for (uint32_t i = 0; i < page->fresh; i++)
        reach_if_held(collection, page, i);
}

static void count_garbage(struct Collection *collection, struct Page *page)
{
    for (uint32_t i = 0; i < page->fresh; i++) {
        uint8_t state = page->states[i];
        if ((state & (CELL_CANDIDATE | CELL_REACHED)) == CELL_CANDIDATE)
            collection->garbage_count++;
        else if (state & CELL_CANDIDATE)
            collection->survivors++;
    }
}

/* ---- The list of garbage ----------------------------------------------- */

static unsigned older_generation(unsigned generation)
{
    return generation + 1 < GENERATION_COUNT ? generation + 1 : GENERATION_COUNT - 1;
}

/* Ends the candidates' state: survivors grow older, garbage is listed; without room for a list it survives. */
static void settle(struct Collection *collection, struct Page *page)
{
    struct Object **list = collector_of(collection->vm)->garbage;
    unsigned older = older_generation(collection->generation);
    for (uint32_t i = 0; i < page->fresh; i++) {
        uint8_t state = page->states[i];
        if (!(state & CELL_CANDIDATE))
            continue;
        if (!(state & CELL_REACHED) && list != NULL) {
            page->states[i] = (uint8_t)((state & ~CELL_CANDIDATE) | CELL_GARBAGE);
            list[collection->garbage_count++] = page_cell(page, i);
        } else {
            page->states[i] = (uint8_t)(CELL_LIVE | older << GENERATION_SHIFT);
        }
    }
    if (collection->generation == 0) {
        page->young[0] = false;
        page->young[1] = true;
    } else {
        page_leave_young(heap_of(collection->vm), page);
    }
}

/* Pages that objects are allocated from belong to the youngest. */
static void renew_young_pages(struct Interpreter *vm)
{
    struct Heap *heap = heap_of(vm);
    for (int i = 0; i < SIZE_CLASS_COUNT; i++) {
        if (heap->current[OBJECT_CONTAINER][i]->states != NULL)
            page_make_young(heap, heap->current[OBJECT_CONTAINER][i]);
    }
}

static void number_garbage(struct Object **list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i] == NULL)
            continue;
        struct Page *page = object_page(list[i]);
        page->scratch[cell_index(page, list[i])] = (uint32_t)i;
    }
}

/* Garbage no more: it grows older like the survivors, whose generation the collection was made for. */
static void strike_off(struct Interpreter *vm, struct Page *page, uint32_t index)
{
    struct Collector *collector = collector_of(vm);
    collector->garbage[page->scratch[index]] = NULL;
    page->states[index] = (uint8_t)(CELL_LIVE | older_generation(collector->generation) << GENERATION_SHIFT);
}

void collector_forget(struct Interpreter *vm, struct Page *page, uint32_t index)
{
    strike_off(vm, page, index);
}

/* Finds the garbage and lists it in order of birth.  list has room for twice the garbage. */
static void find_garbage(struct Collection *collection)
{
    struct Interpreter *vm = collection->vm;
    struct Collector *collector = collector_of(vm);
    for_each_page(collection, mark_candidates);
    for_each_page(collection, subtract);
    for_each_page(collection, mark_reached);
    for_each_page(collection, count_garbage);
    size_t count = collection->garbage_count;
    if (count != 0)
        collector->garbage = memory_allocate_reserve(&heap_of(vm)->memory, 2 * count * sizeof(struct Object *));
    collection->garbage_count = 0;
    for_each_page(collection, settle);
    renew_young_pages(vm);
    if (collector->garbage == NULL)
        return;
    sort_by_birth(vm, collector->garbage, collector->garbage + count, count);
    if (collector->exit_order != NULL)
        sort_by_exit_order(vm, collector->garbage, collector->garbage + count, count);
    number_garbage(collector->garbage, count);
}

/* ---- Weak references, finalizers --------------------------------------- */

/* True when Python code ran. */
static bool clear_weak_references(struct Interpreter *vm, size_t count)
{
    struct Object **list = collector_of(vm)->garbage;
    struct WeakChain chain = {NULL, NULL};
    for (size_t i = 0; i < count; i++) {
        if (list[i]->flags & OBJECT_WEAKLY_REFERENCED)
            weak_detach(vm, list[i], &chain);
    }
    bool any = chain.first != NULL;
    weak_call(vm, &chain);
    return any;
}

static bool run_finalizers(struct Interpreter *vm, size_t count)
{
    struct Object **list = collector_of(vm)->garbage;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        struct Object *object = list[i];
        if (object == NULL || object_memory(object)->finalize == NULL || (object->flags & OBJECT_FINALIZED))
            continue;
        any = true;
        object->flags |= OBJECT_FINALIZED;
        object = object_retain(object);
        object_memory(object)->finalize(vm, object);
        object_release(vm, object);
    }
    return any;
}

/* Trial deletion among the garbage alone: strikes off what the finalizers brought back. */
static void spare_resurrected(struct Collection *collection)
{
    size_t count = collection->garbage_count;
    struct Object **list = collector_of(collection->vm)->garbage;
    for (size_t i = 0; i < count; i++) {
        if (list[i] != NULL)
            mark_candidate(object_page(list[i]), cell_index(object_page(list[i]), list[i]));
    }
    for (size_t i = 0; i < count; i++) {
        if (list[i] != NULL)
            object_traverse(list[i], visit_subtract, NULL);
    }
    for (size_t i = 0; i < count; i++) {
        if (list[i] != NULL)
            reach_if_held(collection, object_page(list[i]), cell_index(object_page(list[i]), list[i]));
    }
    number_garbage(list, count);
    for (size_t i = 0; i < count; i++) {
        if (list[i] == NULL)
            continue;
        struct Page *page = object_page(list[i]);
        uint32_t index = cell_index(page, list[i]);
        bool reached = (page->states[index] & CELL_REACHED) != 0;
        page->states[index] &= (uint8_t)~(CELL_CANDIDATE | CELL_REACHED);
        if (reached)
            strike_off(collection->vm, page, index);
    }
}

/* ---- Clearing ---------------------------------------------------------- */

static size_t weigh_garbage(struct Interpreter *vm, size_t count)
{
    struct Object **list = collector_of(vm)->garbage;
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        if (list[i] == NULL)
            continue;
        struct TypeMemory *memory = object_memory(list[i]);
        if (memory->weigh != NULL)
            total += memory->weigh(vm, list[i]);
        else
            total += memory->weight == 0 ? 1 : memory->weight;
    }
    return total;
}

static void clear_object(struct Interpreter *vm, struct Object *object)
{
    struct TypeMemory *memory = object_memory(object);
    if (memory->clear != NULL) {
        memory->clear(vm, object);
        return;
    }
    size_t cursor = 0;
    Value v;
    while (memory->take != NULL && !is_end(v = memory->take(vm, object, &cursor)))
        release_maybe(vm, v);
}

static void clear_garbage(struct Interpreter *vm, size_t count)
{
    struct Collector *collector = collector_of(vm);
    for (size_t i = 0; i < count; i++) {
        struct Object *object = collector->garbage[i];
        if (object == NULL)
            continue;
        object = object_retain(object);
        if (collector->save != NULL)
            collector->save(vm, object);
        else
            clear_object(vm, object);
        object_release(vm, object);
    }
    for (size_t i = 0; i < count; i++) {
        if (collector->garbage[i] != NULL) {
            struct Page *page = object_page(collector->garbage[i]);
            strike_off(vm, page, cell_index(page, collector->garbage[i]));
        }
    }
}

static size_t dispose_of_garbage(struct Collection *collection)
{
    struct Interpreter *vm = collection->vm;
    size_t count = collection->garbage_count;
    for (size_t i = 0; i < count && collector_of(vm)->report != NULL; i++)
        collector_of(vm)->report(vm, collector_of(vm)->garbage[i]);
    bool ran_code = clear_weak_references(vm, count);
    ran_code |= run_finalizers(vm, count);
    if (ran_code)
        spare_resurrected(collection);
    size_t collected = weigh_garbage(vm, count);
    clear_garbage(vm, count);
    return collected;
}

/* ---- A collection ------------------------------------------------------ */

static void reset_counts(struct Interpreter *vm, int generation)
{
    struct Collector *collector = collector_of(vm);
    if (generation + 1 < GENERATION_COUNT)
        collector->count[generation + 1]++;
    for (int i = 1; i <= generation; i++)
        collector->count[i] = 0;
    heap_of(vm)->young_count = 0;
}

static size_t collect(struct Interpreter *vm, int generation)
{
    struct Collector *collector = collector_of(vm);
    struct Collection collection = {vm, (unsigned)generation, NO_CELL, 0, 0};
    collector->generation = (unsigned)generation;
    reset_counts(vm, generation);
    find_garbage(&collection);
    if (generation == GENERATION_COUNT - 1) {
        collector->long_lived_total = collection.survivors;
        collector->full_collection_births = heap_of(vm)->births;
        collector->long_lived_pending = 0;
    } else if (generation == GENERATION_COUNT - 2) {
        collector->long_lived_pending += collection.survivors;
    }
    if (collector->garbage == NULL)
        return 0;
    size_t count = collection.garbage_count;
    size_t collected = dispose_of_garbage(&collection);
    memory_free(&heap_of(vm)->memory, MEMORY_BYTES, collector->garbage, 2 * count * sizeof(struct Object *));
    collector->garbage = NULL;
    return collected;
}

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

size_t collector_collect(struct Interpreter *vm, int generation)
{
    struct Collector *collector = collector_of(vm);
    if (collector->collecting)
        return 0;
    collector->collecting = true;
    heap_of(vm)->collection_due = false;
    struct SavedError saved = heap_save_error(vm);
    if (collector->callback != NULL)
        collector->callback(vm, false, generation, 0, 0);
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, COLLECTION_BEGINS, NULL, NULL, value_from_small_int(generation), EMPTY);
    uint64_t start = now();
    size_t collected = collect(vm, generation);
    collector->last_pause = now() - start;
    struct CollectorStatistics *statistics = &collector->statistics[generation];
    statistics->collections++;
    statistics->collected += collected;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, COLLECTION_ENDS, NULL, NULL, value_from_small_int(generation),
                              value_from_small_int((int64_t)collected));
    if (collector->callback != NULL)
        collector->callback(vm, true, generation, collected, 0);
    heap_restore_error(vm, saved);
    collector->collecting = false;
    return collected;
}

/* The oldest generation whose threshold is passed, or -1. */
static int due_generation(struct Interpreter *vm)
{
    struct Collector *collector = collector_of(vm);
    for (int i = GENERATION_COUNT - 1; i >= 0; i--) {
        if (collector_count(vm, i) <= collector->threshold[i])
            continue;
        /* A full collection pays only when the old have grown by a quarter: linear cost overall. */
        if (i == GENERATION_COUNT - 1 && collector->long_lived_pending < collector->long_lived_total / 4)
            continue;
        return i;
    }
    return -1;
}

/* A full collection that leaves no trace in counts, statistics and order: stress must not change what a program prints,
 * and the program's own collections happen as without it. */
static void collect_unseen(struct Interpreter *vm)
{
    struct Collector *collector = collector_of(vm), before = *collector;
    size_t young_count = heap_of(vm)->young_count;
    collector->callback = NULL;
    collector_collect(vm, GENERATION_COUNT - 1);
    heap_of(vm)->young_count = young_count;
    memcpy(collector->count, before.count, sizeof before.count);
    memcpy(collector->statistics, before.statistics, sizeof before.statistics);
    collector->long_lived_pending = before.long_lived_pending;
    collector->full_collection_births = before.full_collection_births;
    collector->callback = before.callback;
}

static void collect_under_stress(struct Interpreter *vm)
{
    enum { EVERY_TIME = 2000, SPACING = 16 };
    struct Collector *collector = collector_of(vm);
    uint64_t point = ++collector->stress_points;
    if (point < collector->next_stress)
        return;
    collector->next_stress = point < EVERY_TIME ? point + 1 : point + point / SPACING;
    collect_unseen(vm);
}

void heap_safe_point(struct Interpreter *vm)
{
    struct Collector *collector = collector_of(vm);
    if (!heap_of(vm)->collection_due)
        return;
    heap_of(vm)->collection_due = false;
    if (!collector->enabled || collector->collecting)
        return;
    if (collector->stress)
        collect_under_stress(vm);
    int generation = due_generation(vm);
    if (generation >= 0)
        collector_collect(vm, generation);
}

/* ---- Settings ---------------------------------------------------------- */

static void update_limit(struct Interpreter *vm)
{
    struct Collector *collector = collector_of(vm);
    size_t limit = SIZE_MAX;
    if (collector->enabled && collector->threshold[0] != 0)
        limit = collector->stress ? 0 : collector->threshold[0];
    heap_of(vm)->young_limit = limit;
}

void collector_open(struct Interpreter *vm)
{
    static const size_t thresholds[GENERATION_COUNT] = {2000, 10, 10};
    struct Collector *collector = collector_of(vm);
    memcpy(collector->threshold, thresholds, sizeof thresholds);
    collector_enable(vm, true);
}

void collector_enable(struct Interpreter *vm, bool enabled)
{
    collector_of(vm)->enabled = enabled;
    update_limit(vm);
}

bool collector_is_enabled(struct Interpreter *vm) { return collector_of(vm)->enabled; }
bool collector_is_collecting(struct Interpreter *vm) { return collector_of(vm)->collecting; }

void collector_set_threshold(struct Interpreter *vm, int generation, size_t threshold)
{
    collector_of(vm)->threshold[generation] = threshold;
    update_limit(vm);
}

size_t collector_threshold(struct Interpreter *vm, int generation) { return collector_of(vm)->threshold[generation]; }

uint64_t collector_last_pause(struct Interpreter *vm) { return collector_of(vm)->last_pause; }

size_t collector_count(struct Interpreter *vm, int generation)
{
    return generation == 0 ? heap_of(vm)->young_count : collector_of(vm)->count[generation];
}

const struct CollectorStatistics *collector_statistics(struct Interpreter *vm, int generation)
{
    return &collector_of(vm)->statistics[generation];
}

void collector_set_callback(struct Interpreter *vm, CollectorCallback callback)
{
    collector_of(vm)->callback = callback;
}

void collector_set_save(struct Interpreter *vm, CollectorSave save) { collector_of(vm)->save = save; }

void collector_set_report(struct Interpreter *vm, CollectorSave report) { collector_of(vm)->report = report; }

int collector_generation_of(const struct Object *object)
{
    const struct Page *page = object_page(object);
    return (int)state_generation(page->states[cell_index(page, object)]);
}

void collector_set_stress(struct Interpreter *vm, bool stress)
{
    collector_of(vm)->stress = stress;
    update_limit(vm);
}

bool collector_is_tracked(struct Interpreter *vm, Value v)
{
    (void)vm;
    return is_object(v) && !is_empty(v) && container_page(value_object(v)) != NULL;
}
