/*
 * The module _heapq: lists as heaps.  A comparison may run Python code that
 * changes the list, so items are held while they are compared, and the length
 * is looked at again afterwards.
 *
 * Each function comes for heaps whose smallest item is first, and (with an
 * underscore and "_max") for those whose largest one is.
 */
#include "runtime/hashing.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

/* Whether a comes before b in such a heap: 1, 0, -1. */
static inline int precedes(struct Interpreter *vm, Value a, Value b, bool maximum)
{
    if (maximum) {
        Value swapped = a;
        a = b;
        b = swapped;
    }
    if (LIKELY(are_small_ints(a, b)))
        return small_int_less(a, b);
    if (is_small_float(a) && is_small_float(b))
        return small_float(a) < small_float(b);
    retain(a);
    retain(b);
    int less = is_exact_string(vm, a) && is_exact_string(vm, b) ? string_compare(a, b) < 0
                                                                : object_compare_truth(vm, a, b, COMPARE_LT);
    release(vm, a);
    release(vm, b);
    return less;
}

/* precedes(heap[i], heap[j]) for a heap of this length: -1 when it has changed, too. */
static inline int item_precedes(struct Interpreter *vm, struct List *heap, size_t i, size_t j, size_t length,
                                bool maximum)
{
    int less = precedes(vm, heap->items[i], heap->items[j], maximum);
    if (LIKELY(heap->length == length) || less < 0)
        return less;
    raise_error(vm, TYPE_RuntimeError, "list changed size during iteration");
    return -1;
}

static inline void swap(struct Interpreter *vm, struct List *heap, size_t i, size_t j)
{
    Value kept = slot_take(vm, heap, &heap->items[i]);
    slot_move(vm, heap, &heap->items[i], &heap->items[j]);
    slot_init(vm, heap, &heap->items[j], kept);
}

/* Lets the item at `position` rise towards `start`, as far as it precedes what is above it. */
static bool rise(struct Interpreter *vm, struct List *heap, size_t start, size_t position, bool maximum)
{
    size_t length = heap->length;
    while (position > start) {
        size_t parent = (position - 1) >> 1;
        int less = item_precedes(vm, heap, position, parent, length, maximum);
        if (less <= 0)
            return less == 0;
        swap(vm, heap, position, parent);
        position = parent;
    }
    return true;
}

/* Lets the item at `position` sink to a leaf, the better child coming up each time, and rise from there. */
static bool sink(struct Interpreter *vm, struct List *heap, size_t position, bool maximum)
{
    size_t length = heap->length, start = position;
    while (position < length / 2) {
        size_t child = 2 * position + 1;
        if (child + 1 < length) {
            int less = item_precedes(vm, heap, child, child + 1, length, maximum);
            if (less < 0)
                return false;
            child += less == 0;
        }
        swap(vm, heap, child, position);
        position = child;
    }
    return rise(vm, heap, start, position, maximum);
}

/* ---- The functions ---------------------------------------------------------- */

static struct List *heap_argument(struct Interpreter *vm, Value v, const char *function, const char *which)
{
    if (LIKELY(is_list(vm, v)))
        return as_list(v);
    raise_type_error(vm, "%s() argument%s must be list, not %T", function, which, v);
    return NULL;
}

static Value heapify(struct Interpreter *vm, Value list, const char *name, bool maximum)
{
    struct List *heap = heap_argument(vm, list, name, "");
    if (heap == NULL)
        return EMPTY;
    for (size_t i = heap->length / 2; i-- > 0;)
        if (!sink(vm, heap, i, maximum))
            return EMPTY;
    return VALUE_NONE;
}

static Value pop(struct Interpreter *vm, Value list, const char *name, bool maximum)
{
    struct List *heap = heap_argument(vm, list, name, "");
    if (heap == NULL)
        return EMPTY;
    if (heap->length == 0)
        return raise_error(vm, TYPE_IndexError, "index out of range");
    Value last = list_pop_at(vm, list, heap->length - 1);
    if (heap->length == 0)
        return last;
    Value first = slot_take(vm, heap, &heap->items[0]);
    slot_init(vm, heap, &heap->items[0], last);
    if (sink(vm, heap, 0, maximum))
        return first;
    release(vm, first);
    return EMPTY;
}

/* Puts item in the first one's place and returns that. */
static Value exchange(struct Interpreter *vm, struct List *heap, Value item, bool maximum)
{
    Value first = slot_take(vm, heap, &heap->items[0]);
    slot_init(vm, heap, &heap->items[0], retain(item));
    if (sink(vm, heap, 0, maximum))
        return first;
    release(vm, first);
    return EMPTY;
}

static Value replace(struct Interpreter *vm, const Value *args, const char *name, bool maximum)
{
    struct List *heap = heap_argument(vm, args[0], name, " 1");
    if (heap == NULL)
        return EMPTY;
    if (heap->length == 0)
        return raise_error(vm, TYPE_IndexError, "index out of range");
    return exchange(vm, heap, args[1], maximum);
}

static Value heapq_heapify(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return heapify(vm, args[0], "heapify", false);
}

static Value heapq_heapify_max(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return heapify(vm, args[0], "_heapify_max", true);
}

static Value heapq_heappop(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return pop(vm, args[0], "heappop", false);
}

static Value heapq_heappop_max(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return pop(vm, args[0], "_heappop_max", true);
}

static Value heapq_heapreplace(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return replace(vm, args, "heapreplace", false);
}

static Value heapq_heapreplace_max(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return replace(vm, args, "_heapreplace_max", true);
}

static Value heapq_heappush(struct Interpreter *vm, const Value *args, size_t count)
{
    struct List *heap = heap_argument(vm, args[0], "heappush", " 1");
    (void)count;
    if (heap == NULL || !list_append(vm, args[0], retain(args[1])))
        return EMPTY;
    return rise(vm, heap, 0, heap->length - 1, false) ? VALUE_NONE : EMPTY;
}

static Value heapq_heappushpop(struct Interpreter *vm, const Value *args, size_t count)
{
    struct List *heap = heap_argument(vm, args[0], "heappushpop", " 1");
    (void)count;
    if (heap == NULL)
        return EMPTY;
    if (heap->length == 0)
        return retain(args[1]);
    int less = precedes(vm, heap->items[0], args[1], false);
    if (less <= 0)
        return less < 0 ? EMPTY : retain(args[1]);
    if (heap->length == 0)
        return raise_error(vm, TYPE_IndexError, "index out of range");
    return exchange(vm, heap, args[1], false);
}

static const struct NativeMethod heapq_functions[] = {
    FUNCTION("heappush", heapq_heappush, 2, 2, "heap, item, /",
             "Push item onto heap, maintaining the heap invariant."),
    FUNCTION("heappushpop", heapq_heappushpop, 2, 2, "heap, item, /",
             "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs "
             "more efficiently than heappush() followed by\na separate call to heappop()."),
    FUNCTION("heappop", heapq_heappop, 1, 1, "heap, /",
             "Pop the smallest item off the heap, maintaining the heap invariant."),
    FUNCTION("heapreplace", heapq_heapreplace, 2, 2, "heap, item, /",
             "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() "
             "followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the value\n"
             "returned may be larger than item!  That constrains reasonable uses of\nthis routine unless written as part "
             "of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)"),
    FUNCTION("heapify", heapq_heapify, 1, 1, "heap, /",
             "Transform list into a heap, in-place, in O(len(heap)) time."),
    FUNCTION("_heappop_max", heapq_heappop_max, 1, 1, "heap, /", "Maxheap variant of heappop."),
    FUNCTION("_heapify_max", heapq_heapify_max, 1, 1, "heap, /", "Maxheap variant of heapify."),
    FUNCTION("_heapreplace_max", heapq_heapreplace_max, 2, 2, "heap, item, /", "Maxheap variant of heapreplace."),
    METHODS_END,
};

const struct ModuleSpec heapq_module_spec = {
    .name = "_heapq",
    .documentation = "Heap queue algorithm (a.k.a. priority queue).",
    .functions = heapq_functions,
};
