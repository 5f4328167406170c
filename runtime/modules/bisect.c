/* The module _bisect: places in sorted sequences. */
#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/hashing.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

struct Search {
    Value sequence, item;
    Value key; /* or EMPTY */
    int64_t low, high;
};

enum { PARAMETERS = 5 };
static const char parameters[] = "a, x, lo=0, hi=None, *, key=None";

static bool bind(struct Interpreter *vm, const char *name, const Value *args, size_t positional, Value names,
                 struct Search *search)
{
    Value bound[PARAMETERS];
    *search = (struct Search){.high = -1};
    if (!native_bind(vm, name, parameters, args, positional, names, bound, PARAMETERS) ||
        (!is_absent(bound[2]) && !read_size(vm, bound[2], &search->low)) ||
        (!is_absent(bound[3]) && !is_none(bound[3]) && !read_size(vm, bound[3], &search->high)))
        return false;
    search->sequence = bound[0];
    search->item = bound[1];
    search->key = is_absent(bound[4]) || is_none(bound[4]) ? EMPTY : bound[4];
    return true;
}

/* sequence[middle], through the key function; OWNED. */
static OWNED Value item_at(struct Interpreter *vm, const struct Search *search, int64_t middle)
{
    Value item;
    if (is_exact_list(vm, search->sequence) && middle < (int64_t)as_list(search->sequence)->length) {
        item = retain(as_list(search->sequence)->items[middle]);
    } else if (is_dict(vm, search->sequence)) {
        return raise_type_error(vm, "%T is not a sequence", search->sequence);
    } else {
        Value index = int_new(vm, middle);
        item = is_empty(index) ? EMPTY : object_get_item(vm, search->sequence, index);
        release_maybe(vm, index);
    }
    if (is_empty(item) || is_empty(search->key))
        return item;
    Value key = object_call_1(vm, search->key, item);
    release(vm, item);
    return key;
}

static int less_than(struct Interpreter *vm, Value a, Value b)
{
    if (are_small_ints(a, b))
        return small_int_less(a, b);
    if (is_small_float(a) && is_small_float(b))
        return small_float(a) < small_float(b);
    if (is_exact_string(vm, a) && is_exact_string(vm, b))
        return string_compare(a, b) < 0;
    return object_compare_truth(vm, a, b, COMPARE_LT);
}

/* Where the item belongs, behind its equals (right) or before them; -1: raised. */
static int64_t find(struct Interpreter *vm, const struct Search *search, Value item, bool right)
{
    int64_t low = search->low, high = search->high;
    if (low < 0) {
        raise_value_error(vm, "lo must be non-negative");
        return -1;
    }
    if (high == -1) {
        high = object_length(vm, search->sequence);
        if (high < 0)
            return -1;
    }
    while (low < high) {
        int64_t middle = (int64_t)(((uint64_t)low + (uint64_t)high) / 2);
        Value candidate = item_at(vm, search, middle);
        if (is_empty(candidate))
            return -1;
        int less = right ? less_than(vm, item, candidate) : less_than(vm, candidate, item);
        release(vm, candidate);
        if (less < 0)
            return -1;
        if ((less > 0) == right)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Value bisect(struct Interpreter *vm, const char *name, const Value *args, size_t positional, Value names,
                    bool right)
{
    struct Search search;
    if (!bind(vm, name, args, positional, names, &search))
        return EMPTY;
    int64_t place = find(vm, &search, search.item, right);
    return place < 0 ? EMPTY : int_new(vm, place);
}

static Value insort(struct Interpreter *vm, const char *name, const Value *args, size_t positional, Value names,
                    bool right)
{
    struct Search search;
    if (!bind(vm, name, args, positional, names, &search))
        return EMPTY;
    Value item = is_empty(search.key) ? retain(search.item) : object_call_1(vm, search.key, search.item);
    int64_t place = is_empty(item) ? -1 : find(vm, &search, item, right);
    release_maybe(vm, item);
    if (place < 0)
        return EMPTY;
    if (is_exact_list(vm, search.sequence))
        return list_insert(vm, search.sequence, place, search.item) ? VALUE_NONE : EMPTY;
    Value insert = string_intern_cstring(vm, "insert");
    if (is_empty(insert))
        return EMPTY;
    const Value call[3] = {search.sequence, int_new(vm, place), search.item};
    Value result = is_empty(call[1]) ? EMPTY : object_call_method(vm, insert, call, 3);
    release_maybe(vm, call[1]);
    release(vm, insert);
    if (is_empty(result))
        return EMPTY;
    release(vm, result);
    return VALUE_NONE;
}

static Value bisect_right(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return bisect(vm, "bisect_right", args, positional, names, true);
}

static Value bisect_left(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return bisect(vm, "bisect_left", args, positional, names, false);
}

static Value insort_right(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return insort(vm, "insort_right", args, positional, names, true);
}

static Value insort_left(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return insort(vm, "insort_left", args, positional, names, false);
}

static const struct NativeMethod bisect_functions[] = {
    FUNCTION_RAW("bisect_right", bisect_right, parameters,
                 "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such "
                 "that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, "
                 "a.insert(i, x) will\ninsert just after the rightmost x already there."),
    FUNCTION_RAW("bisect_left", bisect_left, parameters,
                 "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such "
                 "that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, "
                 "a.insert(i, x) will\ninsert just before the leftmost x already there."),
    FUNCTION_RAW("insort_right", insort_right, parameters,
                 "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it "
                 "to the right of the rightmost x."),
    FUNCTION_RAW("insort_left", insort_left, parameters,
                 "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it "
                 "to the left of the leftmost x."),
    METHODS_END,
};

const struct ModuleSpec bisect_module_spec = {
    .name = "_bisect",
    .documentation = "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order "
                     "without\nhaving to sort the list after each insertion.",
    .functions = bisect_functions,
};
