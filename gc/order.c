/*
 * Birth order.  What users can see of a collection - finalizers, callbacks,
 * lists of objects - happens oldest object first.
 */
#include "gc/private.h"

enum { RADIX_BITS = 11, RADIX = 1 << RADIX_BITS, RADIX_PASSES = 3, SHORT_LIST = 32 };

/* Rank by birth that outlives the wrap of the 32-bit stamps: births since then, negated. */
static inline uint32_t birth_rank(uint32_t now, const struct Object *object)
{
    const struct Page *page = object_page(object);
    return UINT32_MAX - (now - page->births[cell_index(page, object)]);
}

static bool is_sorted(uint32_t now, struct Object **objects, size_t count)
{
    uint32_t previous = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t rank = birth_rank(now, objects[i]);
        if (rank < previous)
            return false;
        previous = rank;
    }
    return true;
}

static void insertion_sort(uint32_t now, struct Object **objects, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct Object *object = objects[i];
        uint32_t rank = birth_rank(now, object);
        size_t j = i;
        for (; j > 0 && birth_rank(now, objects[j - 1]) > rank; j--)
            objects[j] = objects[j - 1];
        objects[j] = object;
    }
}

static void radix_pass(uint32_t now, struct Object **from, struct Object **to, size_t count, int shift)
{
    size_t starts[RADIX + 1] = {0};
    for (size_t i = 0; i < count; i++)
        starts[(birth_rank(now, from[i]) >> shift & (RADIX - 1)) + 1]++;
    for (int i = 1; i <= RADIX; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < count; i++)
        to[starts[birth_rank(now, from[i]) >> shift & (RADIX - 1)]++] = from[i];
}

void sort_by_birth(struct Interpreter *vm, struct Object **objects, struct Object **spare, size_t count)
{
    uint32_t now = (uint32_t)heap_of(vm)->births;
    if (is_sorted(now, objects, count))
        return;
    if (count <= SHORT_LIST) {
        insertion_sort(now, objects, count);
        return;
    }
    struct Object **from = objects, **to = spare;
    for (int pass = 0; pass < RADIX_PASSES; pass++) {
        radix_pass(now, from, to, count, pass * RADIX_BITS);
        struct Object **swap = from;
        from = to;
        to = swap;
    }
    memcpy(objects, from, count * sizeof *objects); /* three passes end in spare */
}
