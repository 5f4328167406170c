/*
 * Lists of containers by generation: what gc.get_objects() and its kin walk,
 * and the permanent generation of gc.freeze().
 */
#include "gc/private.h"

struct Census {
    int generation; /* -1: all but the frozen */
    struct Object **list;
    size_t count;
};

static bool belongs(const struct Census *census, uint8_t state)
{
    if ((state & (CELL_LIVE | CELL_DYING)) != CELL_LIVE)
        return false;
    int generation = (int)state_generation(state);
    return census->generation < 0 ? generation != GENERATION_FROZEN : generation == census->generation;
}

/* Counts the members, or lists them when there is a list. */
static void count_members(struct Interpreter *vm, struct Census *census)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    census->count = 0;
    for (uint32_t number = 0; number < private->table_size; number++) {
        struct Page *page = private->table[number];
        if (page == NULL || page->states == NULL)
            continue;
        for (uint32_t i = 0; i < page->fresh; i++) {
            if (!belongs(census, page->states[i]))
                continue;
            if (census->list != NULL)
                census->list[census->count] = page_cell(page, i);
            census->count++;
        }
    }
}

void collector_walk(struct Interpreter *vm, int generation, VisitFunction visit, void *context)
{
    struct Memory *memory = &heap_of(vm)->memory;
    struct Census census = {generation, NULL, 0};
    count_members(vm, &census);
    size_t count = census.count;
    if (count == 0)
        return;
    census.list = memory_allocate_reserve(memory, 2 * count * sizeof *census.list);
    if (census.list == NULL)
        return;
    count_members(vm, &census);
    sort_by_birth(vm, census.list, census.list + count, count);
    for (size_t i = 0; i < count; i++)
        visit(value_from_object(census.list[i]), context);
    memory_free(memory, MEMORY_BYTES, census.list, 2 * count * sizeof *census.list);
}

/* Moves the frozen to generation 2, or all others to the frozen. */
static void move_all(struct Interpreter *vm, bool freeze)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    unsigned target = freeze ? GENERATION_FROZEN : GENERATION_COUNT - 1;
    for (uint32_t number = 0; number < private->table_size; number++) {
        struct Page *page = private->table[number];
        if (page == NULL || page->states == NULL)
            continue;
        for (uint32_t i = 0; i < page->fresh; i++) {
            uint8_t state = page->states[i];
            if ((state & CELL_LIVE) && (freeze || state_generation(state) == GENERATION_FROZEN))
                page->states[i] = (uint8_t)((state & ~CELL_GENERATION) | target << GENERATION_SHIFT);
        }
    }
}

void collector_freeze(struct Interpreter *vm)
{
    struct Collector *collector = collector_of(vm);
    move_all(vm, true);
    heap_of(vm)->young_count = 0;
    collector->count[1] = collector->count[2] = 0;
}

void collector_unfreeze(struct Interpreter *vm) { move_all(vm, false); }

size_t collector_population(struct Interpreter *vm, int generation)
{
    struct Census census = {generation, NULL, 0};
    count_members(vm, &census);
    return census.count;
}

size_t collector_frozen_count(struct Interpreter *vm) { return collector_population(vm, GENERATION_FROZEN); }
