/*
 * list.sort and sorted().
 *
 * The list is empty while it is sorted: what key functions and comparisons do
 * to it cannot touch the items, and is noticed at the end.  When all keys are
 * small ints, floats or strings, comparisons are inlined; all others go
 * through the protocol, with a short cut for each pair of such keys and for
 * tuples.
 */
#include "runtime/error.h"
#include "runtime/hashing.h"
#include "runtime/list_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"

enum { MINIMUM_GALLOP = 7, MAXIMUM_RUNS = 85 }; /* the powers on the stack are distinct and below 64 */

struct Run {
    size_t start, length;
    unsigned power; /* of the boundary to the run above */
};

struct Sort {
    struct Interpreter *vm;
    void *spare; /* for the shorter run of a merge */
    size_t spare_size;
    size_t minimum_gallop;
    struct Type *common; /* of all keys, when comparing them takes the protocol; NULL: they differ */
    size_t run_count;
    struct Run runs[MAXIMUM_RUNS];
};

struct Keyed {
    Value key, item;
};

struct Plain {
    Value key;
};

/* ---- What all instances share ------------------------------------------- */

static bool sort_spare(struct Sort *sort, size_t size)
{
    if (size <= sort->spare_size)
        return true;
    heap_free(sort->vm, MEMORY_VALUES, sort->spare, sort->spare_size);
    sort->spare_size = 0;
    sort->spare = heap_allocate(sort->vm, MEMORY_VALUES, size);
    if (sort->spare == NULL)
        return false;
    sort->spare_size = size;
    return true;
}

/* Between 32 and 64, such that count divided by it is a power of two or a little less. */
static size_t minimum_run(size_t count)
{
    size_t odd = 0;
    while (count >= 64) {
        odd |= count & 1;
        count >>= 1;
    }
    return count + odd;
}

/* Powersort: depth of the boundary between the run and its successor in the nearly optimal merge tree. */
static unsigned run_power(const struct Run *run, size_t next_length, size_t count)
{
    size_t a = 2 * run->start + run->length, b = a + run->length + next_length; /* twice the middles */
    unsigned power = 0;
    for (;;) {
        power++;
        if (a >= count) {
            a -= count;
            b -= count;
        } else if (b >= count) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

/* ---- Comparisons -------------------------------------------------------- */

/* The first eight bytes as a number that orders like them; a cell always has that many behind its header. */
static inline uint64_t leading_bytes(const struct String *s)
{
    uint64_t word;
    memcpy(&word, s->data, sizeof word);
    return __builtin_bswap64(word);
}

static inline int less_strings(Value a, Value b)
{
    const struct String *left = as_string(a), *right = as_string(b);
    if (UNLIKELY(!(left->header.flags & right->header.flags & STRING_WIDTH_1)))
        return string_compare(a, b) < 0;
    size_t shorter = left->length < right->length ? left->length : right->length;
    uint64_t x = leading_bytes(left), y = leading_bytes(right);
    if (x != y) {
        size_t first = (size_t)__builtin_clzll(x ^ y) / 8; /* byte that differs; garbage behind a short string's end */
        return first < shorter ? x < y : left->length < right->length;
    }
    int order = shorter > 8 ? memcmp(left->data + 8, right->data + 8, shorter - 8) : 0;
    return order != 0 ? order < 0 : left->length < right->length;
}

static int less_any(struct Interpreter *vm, Value a, Value b);

/* Both are exact tuples. */
static int less_tuples(struct Interpreter *vm, Value a, Value b)
{
    const struct Tuple *left = as_tuple(a), *right = as_tuple(b);
    for (size_t i = 0; i < left->length && i < right->length; i++) {
        int equal = values_equal(vm, left->items[i], right->items[i]);
        if (equal < 0)
            return -1;
        if (equal == 0)
            return less_any(vm, left->items[i], right->items[i]);
    }
    return left->length < right->length;
}

static int less_any(struct Interpreter *vm, Value a, Value b)
{
    if (are_small_ints(a, b))
        return small_int_less(a, b);
    if (is_small_float(a) && is_small_float(b))
        return small_float(a) < small_float(b);
    if (is_exact_string(vm, a) && is_exact_string(vm, b))
        return less_strings(a, b);
    if (is_exact_tuple(vm, a) && is_exact_tuple(vm, b)) {
        if (!vm_enter_recursion(vm, " in comparison"))
            return -1;
        int less = less_tuples(vm, a, b);
        vm_leave_recursion(vm);
        return less;
    }
    return object_compare_truth(vm, a, b, COMPARE_LT);
}

/* Keys of one type are compared by its own function first; what that leaves open starts anew, as in CPython, whose
 * __lt__ is called a second time then. */
static int less_alike(struct Sort *sort, Value a, Value b)
{
    struct Interpreter *vm = sort->vm;
    struct Type *type = sort->common;
    if (type == NULL || value_type(vm, a) != type || value_type(vm, b) != type || type->operations.compare == NULL)
        return less_any(vm, a, b);
    if (!vm_enter_recursion(vm, " in comparison"))
        return -1;
    Value result = type->operations.compare(vm, a, b, COMPARE_LT);
    vm_leave_recursion(vm);
    if (is_empty(result))
        return -1;
    if (is_bool(result))
        return is_true(result);
    if (is_not_implemented(result))
        return object_compare_truth(vm, a, b, COMPARE_LT);
    int truth = object_truth(vm, result);
    release(vm, result);
    return truth;
}

#define LESS_INT(sort, a, b) ((void)(sort), ((int)small_int_less((a).key, (b).key)))
#define LESS_FLOAT(sort, a, b) ((void)(sort), ((int)(float_value((a).key) < float_value((b).key))))
#define LESS_STRING(sort, a, b) ((void)(sort), less_strings((a).key, (b).key))
#define LESS_ANY(sort, a, b) less_alike(sort, (a).key, (b).key)

/* ---- The instances ------------------------------------------------------ */

#define ELEMENT struct Plain
#define SORT(name) plain_int_##name
#define LESS LESS_INT
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) plain_float_##name
#define LESS LESS_FLOAT
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) plain_string_##name
#define LESS LESS_STRING
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) plain_any_##name
#define LESS LESS_ANY
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#undef ELEMENT

#define ELEMENT struct Keyed
#define SORT(name) keyed_int_##name
#define LESS LESS_INT
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) keyed_float_##name
#define LESS LESS_FLOAT
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) keyed_string_##name
#define LESS LESS_STRING
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#define SORT(name) keyed_any_##name
#define LESS LESS_ANY
#include "runtime/sort_template.h"
#undef SORT
#undef LESS
#undef ELEMENT

/* ---- Which instance ----------------------------------------------------- */

enum KeyKind { KEYS_INT, KEYS_FLOAT, KEYS_STRING, KEYS_ANY };

static enum KeyKind kind_of(struct Interpreter *vm, Value key)
{
    if (is_small_int(key))
        return KEYS_INT;
    if (is_small_float(key) || object_has_type(vm, key, TYPE_float))
        return KEYS_FLOAT;
    return is_exact_string(vm, key) ? KEYS_STRING : KEYS_ANY;
}

/* stride: Values from one key to the next. */
static enum KeyKind common_kind(struct Interpreter *vm, const Value *keys, size_t count, size_t stride)
{
    enum KeyKind kind = kind_of(vm, keys[0]);
    for (size_t i = 1; i < count && kind != KEYS_ANY; i++)
        if (kind_of(vm, keys[i * stride]) != kind)
            kind = KEYS_ANY;
    return kind;
}

static struct Type *common_type(struct Interpreter *vm, const Value *keys, size_t count, size_t stride)
{
    struct Type *type = value_type(vm, keys[0]);
    for (size_t i = 1; i < count; i++)
        if (value_type(vm, keys[i * stride]) != type)
            return NULL;
    return type == builtin_type(vm, TYPE_tuple) || type == builtin_type(vm, TYPE_int) ? NULL : type;
}

static bool sort_plain(struct Sort *sort, struct Plain *elements, size_t count, bool backward)
{
    switch (common_kind(sort->vm, &elements->key, count, 1)) {
    case KEYS_INT:
        return plain_int_all(sort, elements, count, backward);
    case KEYS_FLOAT:
        return plain_float_all(sort, elements, count, backward);
    case KEYS_STRING:
        return plain_string_all(sort, elements, count, backward);
    default:
        sort->common = common_type(sort->vm, &elements->key, count, 1);
        return plain_any_all(sort, elements, count, backward);
    }
}

static bool sort_keyed(struct Sort *sort, struct Keyed *elements, size_t count, bool backward)
{
    switch (common_kind(sort->vm, &elements->key, count, 2)) {
    case KEYS_INT:
        return keyed_int_all(sort, elements, count, backward);
    case KEYS_FLOAT:
        return keyed_float_all(sort, elements, count, backward);
    case KEYS_STRING:
        return keyed_string_all(sort, elements, count, backward);
    default:
        sort->common = common_type(sort->vm, &elements->key, count, 2);
        return keyed_any_all(sort, elements, count, backward);
    }
}

/* ---- With a key function ------------------------------------------------ */

/* Calls the key function for each item; returns how many keys there are: fewer than count when one raised. */
static size_t compute_keys(struct Interpreter *vm, Value key, const Value *items, struct Keyed *elements, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        elements[i].item = items[i];
        elements[i].key = object_call_1(vm, key, items[i]);
        if (is_empty(elements[i].key))
            return i;
    }
    return count;
}

static bool sort_by_key(struct Sort *sort, Value key, Value *items, size_t count, bool backward)
{
    struct Interpreter *vm = sort->vm;
    struct Keyed *elements = heap_allocate_array(vm, MEMORY_VALUES, count, sizeof *elements);
    if (elements == NULL)
        return false;
    size_t keys = compute_keys(vm, key, items, elements, count);
    bool ok = keys == count;
    if (ok) {
        if (count > 1)
            ok = sort_keyed(sort, elements, count, backward);
        for (size_t i = 0; i < count; i++)
            items[i] = elements[i].item;
    }
    for (size_t i = 0; i < keys; i++)
        release(vm, elements[i].key);
    heap_free(vm, MEMORY_VALUES, elements, count * sizeof *elements);
    return ok;
}

/* ---- The list ----------------------------------------------------------- */

static void tell_observer(struct Interpreter *vm, struct List *list)
{
    if (heap_of(vm)->observer != NULL)
        for (size_t i = 0; i < list->length; i++)
            slot_init(vm, list, &list->items[i], list->items[i]);
}

bool list_sort(struct Interpreter *vm, Value list, Value key, bool reverse)
{
    struct List *self = as_list(list);
    struct List saved = *self;
    struct Sort sort = {.vm = vm, .minimum_gallop = MINIMUM_GALLOP};
    bool ok = true;
    if (saved.length == 0)
        return true;
    self->items = NULL;
    self->length = self->capacity = 0;
    self->header.flags &= ~(uint32_t)LIST_GREW;
    if (!is_empty(key))
        ok = sort_by_key(&sort, key, saved.items, saved.length, reverse);
    else if (saved.length > 1)
        ok = sort_plain(&sort, (struct Plain *)(void *)saved.items, saved.length, reverse);
    heap_free(vm, MEMORY_VALUES, sort.spare, sort.spare_size);
    if (ok && self->header.flags & LIST_GREW) {
        raise_value_error(vm, "list modified during sort");
        ok = false;
    }
    struct List strangers = *self;
    self->items = saved.items;
    self->length = saved.length;
    self->capacity = saved.capacity;
    tell_observer(vm, self);
    while (strangers.length > 0)
        release(vm, strangers.items[--strangers.length]);
    heap_free(vm, MEMORY_VALUES, strangers.items, strangers.capacity * sizeof *strangers.items);
    return ok;
}
