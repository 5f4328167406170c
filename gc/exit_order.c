/*
 * The order in which finalizers run at exit.
 *
 * When modules are torn down most of a program's objects are garbage at once,
 * and users see in which order their __del__ methods run.  CPython's order is
 * that of its list of objects as the collection before left it: in order of
 * birth, except that an object found before anything that holds it was put
 * aside and came back behind all others when its holder was reached.  There
 * the program's own objects stand before those of the start-up (which one
 * young collection had made older), the main module's namespace among them,
 * unless a full collection has brought all together.  This file replays that
 * collection over the live containers and keeps the ranks for those that follow.
 */
#include "gc/private.h"

enum Standing { NOT_SEEN, PUT_ASIDE, IN_ORDER };

struct Ranked {
    struct Object *object;
    uint32_t rank, outside; /* place in the order; references from outside the list */
    uint8_t standing;
};

struct ExitOrder {
    struct Interpreter *vm;
    size_t count, capacity, mask, order_length;
    struct Ranked *entries;
    uint32_t *table;         /* object → number of its entry + 1; open addressing */
    struct Object **order;
    struct Object **found;   /* what one object holds */
    size_t found_count, found_capacity;
    uint64_t boundary;       /* birth number of the last object of the start-up */
    bool early;              /* walking over the start-up's objects */
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
    order->capacity++;
    const struct TypeMemory *memory = object_memory(value_object(v));
    order->wanted |= memory->finalize != NULL && type_is_counted(memory); /* __del__ of a class written in Python */
}

static void add_one(Value v, void *context)
{
    struct ExitOrder *order = context;
    struct Object *object = value_object(v);
    if (order->count == order->capacity || (object_birth_number(order->vm, object) <= order->boundary) != order->early)
        return;
    order->entries[order->count] = (struct Ranked){.object = object, .outside = (uint32_t)object->count};
    size_t i = hash_of(object) & order->mask;
    while (order->table[i] != 0)
        i = (i + 1) & order->mask;
    order->table[i] = (uint32_t)++order->count;
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

static void put_in_order(struct ExitOrder *order, struct Ranked *entry)
{
    entry->standing = IN_ORDER;
    entry->rank = (uint32_t)order->order_length;
    order->order[order->order_length++] = entry->object;
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
            put_in_order(order, held);
        else if (held->standing == NOT_SEEN)
            held->outside = 1; /* reached, and still to come */
    }
    return true;
}

static bool replay(struct ExitOrder *order, bool (*backwards)(const struct Object *))
{
    for (size_t i = 0; i < order->count; i++)
        object_traverse(order->entries[i].object, subtract_one, order);
    size_t behind = 0; /* those brought back stand behind all others and are gone through last */
    for (size_t i = 0; i < order->count; i++) {
        struct Ranked *entry = &order->entries[i];
        if (entry->standing != NOT_SEEN)
            continue;
        if (entry->outside == 0) {
            entry->standing = PUT_ASIDE;
            continue;
        }
        entry->standing = IN_ORDER;
        entry->rank = (uint32_t)i;
        if (!reach_held(order, entry->object, backwards(entry->object)))
            return false;
    }
    for (; behind < order->order_length; behind++) {
        struct Object *object = order->order[behind];
        find(order, object)->rank = (uint32_t)(order->count + behind);
        if (!reach_held(order, object, backwards(object)))
            return false;
    }
    return true;
}

static void close(struct ExitOrder *order)
{
    struct Memory *memory = &heap_of(order->vm)->memory;
    memory_free(memory, MEMORY_BYTES, order->entries, order->capacity * sizeof *order->entries);
    memory_free(memory, MEMORY_BYTES, order->table, (order->mask + 1) * sizeof *order->table);
    memory_free(memory, MEMORY_BYTES, order->order, order->capacity * sizeof *order->order);
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
    order->order = memory_allocate_zeroed(memory, MEMORY_BYTES, order->capacity * sizeof *order->order);
    return order->entries != NULL && order->table != NULL && order->order != NULL;
}

void collector_open_exit_order(struct Interpreter *vm, uint64_t boundary, bool (*backwards)(const struct Object *))
{
    struct ExitOrder counted = {.vm = vm, .mask = 63, .boundary = boundary};
    collector_walk(vm, -1, count_one, &counted);
    if (!counted.wanted || counted.capacity > EXIT_ORDER_LIMIT)
        return;
    struct ExitOrder *order = memory_allocate_zeroed(&heap_of(vm)->memory, MEMORY_BYTES, sizeof *order);
    if (order == NULL)
        return;
    *order = counted;
    if (open(order)) {
        collector_walk(vm, -1, add_one, order);
        order->early = true;
        collector_walk(vm, -1, add_one, order);
        if (replay(order, backwards)) {
            collector_of(vm)->exit_order = order;
            return;
        }
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
