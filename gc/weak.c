/*
 * The table of weak references: open addressing, keyed by the target's
 * address, one chain of references per target.
 *
 * Invariant: a target is in the table exactly when its flag
 * OBJECT_WEAKLY_REFERENCED is set.  Deletion closes the gap (no tombstones),
 * so only weak_register() needs memory.
 */
#include "gc/weak.h"

#include "gc/private.h"

struct WeakTable {
    struct WeakReference **first; /* chains, by slot; NULL: free */
    size_t size, used;            /* size is a power of two */
};

static size_t home_slot(const struct WeakTable *table, const struct Object *target)
{
    return (size_t)(((uint64_t)(uintptr_t)target * 0x9e3779b97f4a7c15u) >> 32) & (table->size - 1);
}

/* The slot of the target, or the free one where it would go. */
static size_t find_slot(const struct WeakTable *table, const struct Object *target)
{
    size_t slot = home_slot(table, target);
    while (table->first[slot] != NULL && table->first[slot]->target != target)
        slot = (slot + 1) & (table->size - 1);
    return slot;
}

static bool table_reserve(struct Interpreter *vm)
{
    struct Heap *heap = heap_of(vm);
    struct WeakTable *table = heap->weak_table;
    if (table == NULL) {
        table = heap_allocate(vm, MEMORY_BYTES, sizeof *table);
        if (table == NULL)
            return false;
        *table = (struct WeakTable){NULL, 0, 0};
        heap->weak_table = table;
    }
    if (table->used * 3 < table->size * 2)
        return true;
    struct WeakTable grown = {NULL, table->size == 0 ? 16 : table->size * 2, table->used};
    grown.first = heap_allocate_array(vm, MEMORY_WEAK, grown.size, sizeof *grown.first);
    if (grown.first == NULL)
        return false;
    memset(grown.first, 0, grown.size * sizeof *grown.first);
    for (size_t i = 0; i < table->size; i++) {
        if (table->first[i] != NULL)
            grown.first[find_slot(&grown, table->first[i]->target)] = table->first[i];
    }
    heap_free(vm, MEMORY_WEAK, table->first, table->size * sizeof *table->first);
    *table = grown;
    return true;
}

static void table_remove(struct WeakTable *table, size_t gap)
{
    table->first[gap] = NULL;
    table->used--;
    for (size_t i = (gap + 1) & (table->size - 1); table->first[i] != NULL; i = (i + 1) & (table->size - 1)) {
        size_t home = home_slot(table, table->first[i]->target);
        /* An entry may move into the gap unless its home lies after the gap. */
        if (((i - home) & (table->size - 1)) < ((i - gap) & (table->size - 1)))
            continue;
        table->first[gap] = table->first[i];
        table->first[i] = NULL;
        gap = i;
    }
}

/* The shared reference that a new one of this rank has to follow; NULL: it is the first. */
static struct WeakReference *find_predecessor(struct WeakReference *first, uint8_t rank)
{
    struct WeakReference *before = NULL;
    for (; first != NULL && first->rank != WEAK_OTHER && (rank == WEAK_OTHER || first->rank < rank); first = first->next)
        before = first;
    return before;
}

bool weak_register(struct Interpreter *vm, struct WeakReference *reference)
{
    if (!table_reserve(vm))
        return false;
    struct WeakTable *table = heap_of(vm)->weak_table;
    size_t slot = find_slot(table, reference->target);
    if (table->first[slot] == NULL)
        table->used++;
    reference->target->flags |= OBJECT_WEAKLY_REFERENCED;
    reference->previous = find_predecessor(table->first[slot], reference->rank);
    struct WeakReference **place = reference->previous != NULL ? &reference->previous->next : &table->first[slot];
    reference->next = *place;
    if (reference->next != NULL)
        reference->next->previous = reference;
    *place = reference;
    return true;
}

void weak_unregister(struct Interpreter *vm, struct WeakReference *reference)
{
    struct Object *target = reference->target;
    if (target == NULL)
        return;
    struct WeakTable *table = heap_of(vm)->weak_table;
    size_t slot = find_slot(table, target);
    if (reference->next != NULL)
        reference->next->previous = reference->previous;
    if (reference->previous != NULL)
        reference->previous->next = reference->next;
    else if (reference->next != NULL)
        table->first[slot] = reference->next;
    else {
        table_remove(table, slot);
        target->flags &= ~(uint32_t)OBJECT_WEAKLY_REFERENCED;
    }
    reference->target = NULL;
    reference->next = reference->previous = NULL;
}

struct WeakReference *weak_first(struct Interpreter *vm, struct Object *target)
{
    if (!(target->flags & OBJECT_WEAKLY_REFERENCED))
        return NULL;
    struct WeakTable *table = heap_of(vm)->weak_table;
    return table->first[find_slot(table, target)];
}

/* ---- Death of a target ------------------------------------------------- */

static bool reference_has_state(const struct WeakReference *reference, uint8_t mask)
{
    const struct Page *page = container_page(&reference->header);
    return page != NULL && (page->states[cell_index(page, reference)] & mask);
}

bool weak_is_usable(const struct WeakReference *reference) { return !reference_has_state(reference, CELL_DYING); }

void weak_detach(struct Interpreter *vm, struct Object *target, struct WeakChain *chain)
{
    struct WeakReference *reference;
    while ((reference = weak_first(vm, target)) != NULL) {
        weak_unregister(vm, reference);
        /* A reference that is garbage itself is not called (its callback may be garbage, too), nor is a dying one. */
        if (is_empty(reference->callback) || reference_has_state(reference, CELL_GARBAGE | CELL_DYING))
            continue;
        object_retain(reference); /* ownership: the chain holds it until weak_call */
        reference->previous = chain->last;
        if (chain->last != NULL)
            chain->last->next = reference;
        else
            chain->first = reference;
        chain->last = reference;
    }
}

void weak_call(struct Interpreter *vm, struct WeakChain *chain)
{
    while (chain->first != NULL) {
        struct WeakReference *reference = chain->first;
        chain->first = reference->next;
        reference->next = reference->previous = NULL;
        Value callback = slot_take(vm, reference, &reference->callback);
        if (!is_empty(callback)) {
            if (heap_of(vm)->hooks->call_weak_callback != NULL)
                heap_of(vm)->hooks->call_weak_callback(vm, callback, value_from_object(reference));
            release(vm, callback);
        }
        object_release(vm, reference);
    }
    chain->last = NULL;
}

void weak_clear_all(struct Interpreter *vm, struct Object *target)
{
    struct WeakChain chain = {NULL, NULL};
    weak_detach(vm, target, &chain);
    weak_call(vm, &chain);
}

void weak_close(struct Interpreter *vm)
{
    struct WeakTable *table = heap_of(vm)->weak_table;
    if (table == NULL)
        return;
    heap_free(vm, MEMORY_WEAK, table->first, table->size * sizeof *table->first);
    heap_free(vm, MEMORY_BYTES, table, sizeof *table);
    heap_of(vm)->weak_table = NULL;
}
