/*
 * Filling an OrderedDict from a mapping, from pairs and from keywords.  What
 * subclasses say about setting items is respected.
 */
#include "runtime/modules/ordered_dict.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

bool ordered_dict_set(struct Interpreter *vm, Value self, Value key, Value value)
{
    return object_has_type(vm, self, TYPE_ordered_dict) ? dict_set(vm, self, key, value)
                                                        : object_set_item(vm, self, key, value);
}

/* The one thing wanted from an iterator; END raised as "need more than %d value%s to unpack". */
static OWNED Value part_of_pair(struct Interpreter *vm, Value iterator, int number)
{
    Value part = iterator_next(vm, iterator);
    if (!is_end(part))
        return part;
    return raise_value_error(vm, "need more than %d value%s to unpack", number, number == 1 ? "" : "s");
}

static bool add_pair(struct Interpreter *vm, Value self, Value pair)
{
    Value iterator = object_iterate(vm, pair);
    if (is_empty(iterator))
        return false;
    Value key = part_of_pair(vm, iterator, 0);
    Value value = is_empty(key) ? EMPTY : part_of_pair(vm, iterator, 1);
    bool done = false;
    if (!is_empty(value)) {
        Value more = iterator_next(vm, iterator);
        if (is_end(more))
            done = ordered_dict_set(vm, self, key, value);
        else if (!is_empty(more)) {
            release(vm, more);
            raise_value_error(vm, "too many values to unpack (expected 2)");
        }
    }
    release_maybe(vm, value);
    release_maybe(vm, key);
    release(vm, iterator);
    return done;
}

static bool add_pairs(struct Interpreter *vm, Value self, Value pairs)
{
    Value iterator = object_iterate(vm, pairs);
    bool done = !is_empty(iterator);
    while (done) {
        Value pair = iterator_next(vm, iterator);
        if (is_end(pair))
            break;
        done = !is_empty(pair) && add_pair(vm, self, pair);
        release_maybe(vm, pair);
    }
    release_maybe(vm, iterator);
    return done;
}

static bool add_by_keys(struct Interpreter *vm, Value self, Value other, Value keys)
{
    Value iterator = object_iterate(vm, keys);
    bool done = !is_empty(iterator);
    while (done) {
        Value key = iterator_next(vm, iterator);
        if (is_end(key))
            break;
        Value value = is_empty(key) ? EMPTY : object_get_item(vm, other, key);
        done = !is_empty(value) && ordered_dict_set(vm, self, key, value);
        release_maybe(vm, value);
        release_maybe(vm, key);
    }
    release_maybe(vm, iterator);
    return done;
}

/* other.name() if there is such a method: ABSENT when not. */
static OWNED Value call_if_there(struct Interpreter *vm, Value other, const char *method)
{
    Value name = string_intern_cstring(vm, method);
    if (is_empty(name))
        return EMPTY;
    Value function = object_lookup_attribute(vm, other, name);
    release(vm, name);
    if (is_empty(function) || is_absent(function))
        return function;
    Value result = object_call_0(vm, function);
    release(vm, function);
    return result;
}

bool ordered_dict_update(struct Interpreter *vm, Value self, Value other)
{
    bool done;
    if (is_exact_dict(vm, other)) {
        Value items = dict_items_list(vm, other);
        done = !is_empty(items) && add_pairs(vm, self, items);
        release_maybe(vm, items);
        return done;
    }
    Value keys = call_if_there(vm, other, "keys");
    if (!is_absent(keys)) {
        done = !is_empty(keys) && add_by_keys(vm, self, other, keys);
        release_maybe(vm, keys);
        return done;
    }
    Value items = call_if_there(vm, other, "items");
    if (is_absent(items))
        return add_pairs(vm, self, other);
    done = !is_empty(items) && add_pairs(vm, self, items);
    release_maybe(vm, items);
    return done;
}

bool ordered_dict_update_keywords(struct Interpreter *vm, Value self, const Value *values, Value names)
{
    size_t count = is_empty(names) ? 0 : tuple_length(names);
    for (size_t i = 0; i < count; i++)
        if (!ordered_dict_set(vm, self, as_tuple(names)->items[i], values[i]))
            return false;
    return true;
}
