/* The builtins about numbers, characters, and the reductions over iterables. */
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/modules/builtins.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

Value builtin_abs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_unary(vm, UNARY_ABSOLUTE, args[0]);
}

/* all() looks for a false item, any() for a true one. */
static Value search_truth(struct Interpreter *vm, Value iterable, bool wanted)
{
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return EMPTY;
    for (;;) {
        Value item = iterator_step(vm, iterator);
        int truth = is_empty(item) ? -1 : is_end(item) ? !wanted : object_truth(vm, item);
        if (!is_empty(item))
            release(vm, item);
        if (truth < 0 || truth == wanted || is_end(item)) {
            release(vm, iterator);
            return truth < 0 ? EMPTY : value_from_bool(truth);
        }
    }
}

Value builtin_all(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return search_truth(vm, args[0], false);
}

Value builtin_any(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return search_truth(vm, args[0], true);
}

static Value in_base(struct Interpreter *vm, Value v, int base)
{
    Value number = object_index(vm, v);
    if (is_empty(number))
        return EMPTY;
    Value text = int_to_string(vm, number, base, true);
    release(vm, number);
    return text;
}

Value builtin_bin(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return in_base(vm, args[0], 2);
}

Value builtin_oct(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return in_base(vm, args[0], 8);
}

Value builtin_hex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return in_base(vm, args[0], 16);
}

Value builtin_chr(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t code_point;
    if (!object_as_int64_clamped(vm, args[0], &code_point))
        return EMPTY;
    if (code_point < 0 || code_point > 0x10ffff)
        return raise_value_error(vm, "chr() arg not in range(0x110000)");
    return string_from_code_point(vm, (uint32_t)code_point);
}

Value builtin_ord(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const uint8_t *data;
    size_t length;
    if (is_string(vm, args[0])) {
        if (string_length(args[0]) == 1)
            return value_from_small_int(string_at(as_string(args[0]), 0));
        length = string_length(args[0]);
    } else if (!object_has_type(vm, args[0], TYPE_memoryview) && bytes_view(vm, args[0], &data, &length)) {
        if (length == 1)
            return value_from_small_int(data[0]);
    } else
        return raise_type_error(vm, "ord() expected string of length 1, but %.200T found", args[0]);
    return raise_type_error(vm, "ord() expected a character, but string of length %zu found", length);
}

Value builtin_divmod(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_binary(vm, BINARY_DIVMOD, args[0], args[1]);
}

Value builtin_pow(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_power(vm, args[0], args[1], is_absent(args[2]) ? VALUE_NONE : args[2]);
}

Value builtin_round(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value method = type_lookup_special(vm, args[0], NAME(vm, __round__));
    if (is_empty(method))
        return EMPTY;
    if (is_absent(method))
        return raise_type_error(vm, "type %.100T doesn't define __round__ method", args[0]);
    Value result = is_absent(args[1]) || is_none(args[1]) ? object_call_0(vm, method)
                                                          : object_call_1(vm, method, args[1]);
    release(vm, method);
    return result;
}

/* ---- sum */

/* Neumaier's compensated summation, which CPython uses for floats since 3.12. */
struct FloatSum {
    double high, low;
};

static void float_sum_add(struct FloatSum *sum, double x)
{
    double total = sum->high + x;
    sum->low += fabs(sum->high) >= fabs(x) ? (sum->high - total) + x : (x - total) + sum->high;
    sum->high = total;
}

static double float_sum_result(const struct FloatSum *sum)
{
    return sum->low != 0 && isfinite(sum->low) ? sum->high + sum->low : sum->high;
}

/* Adds floats (and ints among them) as long as they come; *item is the first other one (OWNED), END or EMPTY. */
static Value sum_floats(struct Interpreter *vm, Value iterator, double start, Value *item)
{
    struct FloatSum sum = {start, 0};
    for (;;) {
        Value v = *item = iterator_step(vm, iterator);
        if (is_empty(v))
            return EMPTY;
        if (is_small_float(v) || object_has_type(vm, v, TYPE_float)) {
            float_sum_add(&sum, float_value(v));
            release(vm, v);
        } else if (is_small_int(v))
            sum.high += (double)small_int(v);
        else
            return float_new(vm, float_sum_result(&sum));
    }
}

/* Adds small ints as long as they come and the sum stays small. */
static Value sum_ints(struct Interpreter *vm, Value iterator, Value start, Value *item)
{
    Value total = start;
    for (;;) {
        Value v = *item = iterator_step(vm, iterator);
        Value next;
        if (!is_empty(v) && is_small_int(v) && small_int_add(total, v, &next))
            total = next;
        else if (!is_empty(v) && is_bool(v) && small_int_add(total, value_from_small_int(is_true(v)), &next))
            total = next;
        else
            return is_empty(v) ? EMPTY : total;
    }
}

/* The general step: total + item; consumes both. */
static Value sum_step(struct Interpreter *vm, STEALS Value total, STEALS Value item)
{
    Value next = object_binary(vm, BINARY_ADD, total, item);
    release(vm, total);
    release(vm, item);
    return next;
}

/* Texts are refused: they would be copied over and over. */
static bool can_sum(struct Interpreter *vm, Value start)
{
    struct Type *type = value_type(vm, start);
    if (is_string(vm, start))
        raise_type_error(vm, "sum() can't sum strings [use ''.join(seq) instead]");
    else if (is_bytes(vm, start))
        raise_type_error(vm, "sum() can't sum bytes [use b''.join(seq) instead]");
    else if (type_is_subtype(vm, type, builtin_type(vm, TYPE_bytearray)))
        raise_type_error(vm, "sum() can't sum bytearray [use b''.join(seq) instead]");
    else
        return true;
    return false;
}

Value builtin_sum(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value total = is_absent(args[1]) ? value_from_small_int(0) : args[1];
    Value iterator = object_iterate(vm, args[0]);
    if (is_empty(iterator) || !can_sum(vm, total)) {
        release_maybe(vm, iterator);
        return EMPTY;
    }
    retain(total);
    while (!is_empty(total)) {
        Value item = VALUE_END;
        if (is_small_int(total))
            total = sum_ints(vm, iterator, total, &item);
        else if (is_small_float(total) || object_has_type(vm, total, TYPE_float)) {
            double start = float_value(total);
            release(vm, total);
            total = sum_floats(vm, iterator, start, &item);
            if (is_empty(total) && !is_empty(item))
                release(vm, item);
        } else if (is_empty(item = iterator_next(vm, iterator))) {
            release(vm, total);
            total = EMPTY;
        }
        if (is_empty(total) || is_end(item))
            break;
        total = sum_step(vm, total, item);
    }
    release(vm, iterator);
    return total;
}

/* ---- min, max */

struct Extremum {
    const char *name;
    enum Comparison better;
    Value key, otherwise; /* ABSENT: not given */
};

static bool extremum_keywords(struct Interpreter *vm, struct Extremum *extremum, const Value *values, Value names)
{
    for (size_t i = 0; !is_empty(names) && i < tuple_length(names); i++) {
        Value name = as_tuple(names)->items[i];
        if (string_equals_cstring(name, "key"))
            extremum->key = is_none(values[i]) ? VALUE_ABSENT : values[i];
        else if (string_equals_cstring(name, "default"))
            extremum->otherwise = values[i];
        else {
            raise_type_error(vm, "%s() got an unexpected keyword argument '%V'", extremum->name, name);
            return false;
        }
    }
    return true;
}

/* Whether key is better than the best one so far: 1, 0, -1. */
static int is_better(struct Interpreter *vm, const struct Extremum *extremum, Value key, Value best)
{
    bool greatest = extremum->better == COMPARE_GT;
    if (are_small_ints(key, best))
        return greatest ? small_int_less(best, key) : small_int_less(key, best);
    if (is_small_float(key) && is_small_float(best))
        return greatest ? small_float(key) > small_float(best) : small_float(key) < small_float(best);
    return object_compare_truth(vm, key, best, extremum->better);
}

/* Keeps the better of two; takes over item, and best through the pointers. false: raised. */
static bool extremum_consider(struct Interpreter *vm, const struct Extremum *extremum, STEALS Value item, Value *best,
                              Value *best_key)
{
    Value key = is_absent(extremum->key) ? retain(item) : object_call_1(vm, extremum->key, item);
    int better = is_empty(key)     ? -1
                 : is_empty(*best) ? 1
                                   : is_better(vm, extremum, key, *best_key);
    if (better > 0) {
        Value old = *best, old_key = *best_key;
        *best = item;
        *best_key = key;
        release_maybe(vm, old);
        release_maybe(vm, old_key);
        return true;
    }
    release(vm, item);
    release_maybe(vm, key);
    return better == 0;
}

static Value extremum_of_iterable(struct Interpreter *vm, const struct Extremum *extremum, Value iterable)
{
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return EMPTY;
    Value best = EMPTY, best_key = EMPTY, item;
    bool ok = true;
    while (ok && !is_end(item = iterator_step(vm, iterator)))
        ok = !is_empty(item) && extremum_consider(vm, extremum, item, &best, &best_key);
    release(vm, iterator);
    release_maybe(vm, best_key);
    if (!ok) {
        release_maybe(vm, best);
        return EMPTY;
    }
    if (!is_empty(best))
        return best;
    if (!is_absent(extremum->otherwise))
        return retain(extremum->otherwise);
    return raise_value_error(vm, "%s() iterable argument is empty", extremum->name);
}

static Value find_extremum(struct Interpreter *vm, struct Extremum extremum, const Value *args, size_t positional,
                           Value names)
{
    if (positional == 0)
        return raise_type_error(vm, "%s expected at least 1 argument, got 0", extremum.name);
    if (!extremum_keywords(vm, &extremum, args + positional, names))
        return EMPTY;
    if (positional == 1)
        return extremum_of_iterable(vm, &extremum, args[0]);
    if (!is_absent(extremum.otherwise))
        return raise_type_error(vm, "Cannot specify a default for %s() with multiple positional arguments",
                                extremum.name);
    Value best = EMPTY, best_key = EMPTY;
    bool ok = true;
    for (size_t i = 0; ok && i < positional; i++)
        ok = extremum_consider(vm, &extremum, retain(args[i]), &best, &best_key);
    release_maybe(vm, best_key);
    if (ok)
        return best;
    release_maybe(vm, best);
    return EMPTY;
}

Value builtin_max(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return find_extremum(vm, (struct Extremum){"max", COMPARE_GT, VALUE_ABSENT, VALUE_ABSENT}, args, positional, names);
}

Value builtin_min(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return find_extremum(vm, (struct Extremum){"min", COMPARE_LT, VALUE_ABSENT, VALUE_ABSENT}, args, positional, names);
}

static bool read_sort_options(struct Interpreter *vm, const Value *values, Value names, Value *key, int *reverse)
{
    for (size_t i = 0; !is_empty(names) && i < tuple_length(names); i++) {
        Value name = as_tuple(names)->items[i];
        if (string_equals_cstring(name, "key")) {
            *key = is_none(values[i]) ? EMPTY : values[i];
        } else if (!string_equals_cstring(name, "reverse")) {
            raise_type_error(vm, "sort() got an unexpected keyword argument '%V'", name);
            return false;
        } else if ((*reverse = object_truth(vm, values[i])) < 0) {
            return false;
        }
    }
    return true;
}

Value builtin_sorted(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional != 1)
        return raise_type_error(vm, "sorted expected 1 argument, got %zu", positional);
    Value key = EMPTY, list = list_from_iterable(vm, args[0]);
    int reverse = 0;
    if (is_empty(list) ||
        (read_sort_options(vm, args + 1, names, &key, &reverse) && list_sort(vm, list, key, reverse)))
        return list;
    release(vm, list);
    return EMPTY;
}
