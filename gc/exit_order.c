/*
 * The order in which finalizers run at exit.
 *
 * When modules are torn down most of a program's objects are garbage at once,
 * and users see in which order their __del__ methods run.  CPython's order is
 * that of its list of objects as the collection before left it: in order of
 * birth, except that an object found before anything that holds it was put
 * aside and came back behind all others when its holder was reached.  There
 * the program's own objects stand before those of the start-up (which one
 * young collection had made older), the main module's namespace among them.
 * This file replays that collection over the live containers, and the last
 * full one before it if the program had any, and keeps the ranks for those
 * that follow.
 */
#include <stdlib.h>

#include "gc/private.h"

enum Standing { NOT_SEEN, PUT_ASIDE, IN_ORDER };

struct Ranked {
    struct Object *object;
    uint32_t rank, outside; /* place in the order; references from outside the list */
    uint8_t standing;
};

struct ExitOrder {
    struct Interpreter *vm;
    size_t count, capacity, mask, behind_count;
    struct Ranked *entries;  /* in the order of the list that is being replayed */
    uint32_t *table;         /* object → number of its entry + 1; open addressing */
    struct Object **behind;  /* those brought back, in order */
    struct Object **found;   /* what one object holds */
    size_t found_count, found_capacity;
    uint64_t after, until;   /* birth numbers that the walk takes: after < number <= until */
    bool wanted;
};

static size_t hash_of(const struct Object *object) { return ((uintptr_t)object >> 4) * 0x9e3779b97f4a7c15u >> 20; }

static struct Ranked *find(const struct ExitOrder *order, const struct Object *object)
{
    for (size_t i = hash_of(object) & order->mask;; i = (i + 1) & order->mask) {
        if (order->table[i] == 0)
            return NULL;
        struct Ranked *entry = &order->entries[order->table[i] - 1];
        if (entry->object == object)
            return entry;
    }
}

static void count_one(Value v, void *context)
{
    struct ExitOrder *order = context;
    const struct TypeMemory *memory = object_memory(value_object(v));
    if (memory->kind == OBJECT_LEAF)
        return;
    order->capacity++;
    order->wanted |= memory->finalize != NULL && type_is_counted(memory); /* __del__ of a class written in Python */
}

static void enter(struct ExitOrder *order, size_t number)
{
    size_t i = hash_of(order->entries[number].object) & order->mask;
    while (order->table[i] != 0)
        i = (i + 1) & order->mask;
    order->table[i] = (uint32_t)number + 1;
}

static void add_one(Value v, void *context)
{
    struct ExitOrder *order = context;
    struct Object *object = value_object(v);
    uint64_t birth = object_birth_number(order->vm, object);
    if (order->count == order->capacity || birth <= order->after || birth > order->until)
        return;
    order->entries[order->count] = (struct Ranked){.object = object};
    enter(order, order->count++);
}

/* Appends the live containers with these birth numbers. */
static void add_range(struct ExitOrder *order, uint64_t after, uint64_t until)
{
    order->after = after;
    order->until = until;
    collector_walk(order->vm, -1, add_one, order);
}

static void subtract_one(Value v, void *context)
{
    struct Ranked *entry = is_object(v) && !is_empty(v) ? find(context, value_object(v)) : NULL;
    if (entry != NULL)
        entry->outside--;
}

static void collect_one(Value v, void *context)
{
    struct ExitOrder *order = context;
    if (!is_object(v) || is_empty(v))
        return;
    if (order->found_count < order->found_capacity)
        order->found[order->found_count] = value_object(v);
    order->found_count++;
}

/* What an object holds, in order->found; grows the room for it when it does not do. */
static bool collect_held(struct ExitOrder *order, struct Object *object)
{
    struct Memory *memory = &heap_of(order->vm)->memory;
    for (;;) {
        order->found_count = 0;
        object_traverse(object, collect_one, order);
        if (order->found_count <= order->found_capacity)
            return true;
        size_t capacity = order->found_count * 2;
        struct Object **room = memory_resize(memory, MEMORY_BYTES, order->found,
                                             order->found_capacity * sizeof *room, capacity * sizeof *room);
        if (room == NULL)
            return false;
        order->found = room;
        order->found_capacity = capacity;
    }
}

static void bring_back(struct ExitOrder *order, struct Ranked *entry)
{
    entry->standing = IN_ORDER;
    entry->rank = (uint32_t)(order->count + order->behind_count);
    order->behind[order->behind_count++] = entry->object;
}

/* A reached object stays where it is, and brings back those put aside that it holds. */
static bool reach_held(struct ExitOrder *order, struct Object *object, bool backwards)
{
    if (!collect_held(order, object))
        return false;
    for (size_t i = 0; i < order->found_count; i++) {
        struct Ranked *held = find(order, order->found[backwards ? order->found_count - 1 - i : i]);
        if (held == NULL)
            continue;
        if (held->standing == PUT_ASIDE)
            bring_back(order, held);
        else if (held->standing == NOT_SEEN)
            held->outside = 1; /* reached, and still to come */
    }
    return true;
}

/* One collection: gives every reached object its rank. */
static bool replay(struct ExitOrder *order, bool (*backwards)(const struct Object *))
{
    order->behind_count = 0;
    for (size_t i = 0; i < order->count; i++) {
        order->entries[i].standing = NOT_SEEN;
        order->entries[i].outside = (uint32_t)order->entries[i].object->count;
    }
    for (size_t i = 0; i < order->count; i++)
        object_traverse(order->entries[i].object, subtract_one, order);
    for (size_t i = 0; i < order->count; i++) {
        struct Ranked *entry = &order->entries[i];
        entry->rank = (uint32_t)i;
        entry->standing = entry->outside == 0 ? PUT_ASIDE : IN_ORDER;
        if (entry->standing == IN_ORDER && !reach_held(order, entry->object, backwards(entry->object)))
            return false;
    }
    for (size_t i = 0; i < order->behind_count; i++)
        if (!reach_held(order, order->behind[i], backwards(order->behind[i])))
            return false;
    return true;
}

static int compare_ranks(const void *a, const void *b)
{
    uint32_t left = ((const struct Ranked *)a)->rank, right = ((const struct Ranked *)b)->rank;
    return left < right ? -1 : left > right;
}

/* The list as the replayed collection left it. */
static void rearrange(struct ExitOrder *order)
{
    qsort(order->entries, order->count, sizeof *order->entries, compare_ranks);
    memset(order->table, 0, (order->mask + 1) * sizeof *order->table);
    for (size_t i = 0; i < order->count; i++)
        enter(order, i);
}

static void close(struct ExitOrder *order)
{
    struct Memory *memory = &heap_of(order->vm)->memory;
    memory_free(memory, MEMORY_BYTES, order->entries, order->capacity * sizeof *order->entries);
    memory_free(memory, MEMORY_BYTES, order->table, (order->mask + 1) * sizeof *order->table);
    memory_free(memory, MEMORY_BYTES, order->behind, order->capacity * sizeof *order->behind);
    memory_free(memory, MEMORY_BYTES, order->found, order->found_capacity * sizeof *order->found);
    memory_free(memory, MEMORY_BYTES, order, sizeof *order);
}

static bool open(struct ExitOrder *order)
{
    struct Memory *memory = &heap_of(order->vm)->memory;
    while (order->mask < order->capacity * 2)
        order->mask = order->mask * 2 + 1;
    order->entries = memory_allocate_zeroed(memory, MEMORY_BYTES, order->capacity * sizeof *order->entries);
    order->table = memory_allocate_zeroed(memory, MEMORY_BYTES, (order->mask + 1) * sizeof *order->table);
    order->behind = memory_allocate_zeroed(memory, MEMORY_BYTES, order->capacity * sizeof *order->behind);
    return order->entries != NULL && order->table != NULL && order->behind != NULL;
}

void collector_open_exit_order(struct Interpreter *vm, uint64_t boundary, bool (*backwards)(const struct Object *))
{
    struct ExitOrder counted = {.vm = vm, .mask = 63};
    heap_walk(vm, count_one, &counted); /* unlike collector_walk it does not sort: most programs need no order */
    if (!counted.wanted || counted.capacity > EXIT_ORDER_LIMIT)
        return;
    struct ExitOrder *order = memory_allocate_zeroed(&heap_of(vm)->memory, MEMORY_BYTES, sizeof *order);
    if (order == NULL)
        return;
    *order = counted;
    uint64_t full = collector_of(vm)->full_collection_births;
    bool good = open(order);
    if (good) {
        add_range(order, boundary, full == 0 ? UINT64_MAX : full);
        add_range(order, 0, boundary);
        good = replay(order, backwards);
    }
    if (good && full != 0) { /* a full collection while the program ran, and the one that begins its end */
        rearrange(order);
        add_range(order, full, UINT64_MAX);
        good = replay(order, backwards);
    }
    if (good) {
        collector_of(vm)->exit_order = order;
        return;
    }
    close(order);
}

void collector_close_exit_order(struct Interpreter *vm)
{
    if (collector_of(vm)->exit_order != NULL)
        close(collector_of(vm)->exit_order);
    collector_of(vm)->exit_order = NULL;
}

static uint32_t rank_of(const struct ExitOrder *order, const struct Object *object)
{
    const struct Ranked *entry = find(order, object);
    return entry == NULL ? UINT32_MAX : entry->rank;
}

/* Merges two sorted halves by rank; equal ranks keep their order of birth. */
static void merge(const struct ExitOrder *order, struct Object **objects, struct Object **spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2, a = 0, b = half;
    merge(order, objects, spare, half);
    merge(order, objects + half, spare, count - half);
    memcpy(spare, objects, count * sizeof *objects);
    for (size_t i = 0; i < count; i++) {
        bool first = b == count || (a < half && rank_of(order, spare[a]) <= rank_of(order, spare[b]));
        objects[i] = first ? spare[a++] : spare[b++];
    }
}

void sort_by_exit_order(struct Interpreter *vm, struct Object **objects, struct Object **spare, size_t count)
{
    merge(collector_of(vm)->exit_order, objects, spare, count);
}
