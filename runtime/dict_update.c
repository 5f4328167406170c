/*
 * Filling a dict from others: copy, update, {**a}, f(**a), and the lists of
 * keys, values and items.
 */
#include "runtime/dict.h"
#include "runtime/dict_internal.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- Copying ------------------------------------------------------------ */

OWNED Value dict_copy(struct Interpreter *vm, Value dict)
{
    struct Dict *from = as_dict(dict);
    Value copy = dict_new_sized(vm, from->length);
    if (is_empty(copy))
        return EMPTY;
    for (uint32_t i = 0; i < from->entry_count; i++) {
        struct DictEntry *entry = &from->entries[i];
        if (!is_empty(entry->key) && !dict_insert(vm, as_dict(copy), entry->key, entry->hash, entry->value)) {
            release(vm, copy);
            return EMPTY;
        }
    }
    return copy;
}

/* ---- Merging ------------------------------------------------------------ */

/* "__main__.f()": how errors about a call's stars name the callee. */
OWNED Value function_description(struct Interpreter *vm, Value callee)
{
    Value name = object_lookup_attribute(vm, callee, NAME(vm, __qualname__));
    if (is_absent(name))
        return object_str(vm, callee);
    if (is_empty(name))
        return EMPTY;
    Value module = object_lookup_attribute(vm, callee, NAME(vm, __module__));
    Value text = EMPTY;
    if (is_absent(module) || is_none(module) || (is_exact_string(vm, module) && string_equal(module, NAME(vm, builtins))))
        text = string_from_format(vm, "%V()", name);
    else if (!is_empty(module))
        text = string_from_format(vm, "%V.%V()", module, name);
    release_maybe(vm, module);
    release(vm, name);
    return text;
}

static void raise_duplicate(struct Interpreter *vm, Value callee, Value key)
{
    Value name = function_description(vm, callee);
    if (is_empty(name))
        return;
    Value shown = object_str(vm, key);
    if (!is_empty(shown))
        raise_type_error(vm, "%V got multiple values for keyword argument '%V'", name, shown);
    release_maybe(vm, shown);
    release(vm, name);
}

/* callee EMPTY: later values win; else a key that is there already is an error. */
static bool merge_one(struct Interpreter *vm, Value dict, Value key, int64_t hash, Value value, Value callee)
{
    if (is_empty(callee))
        return dict_set_hashed(vm, dict, key, hash, value);
    int found = dict_contains_hashed(vm, dict, key, hash);
    if (found == 0)
        return dict_insert(vm, as_dict(dict), key, hash, value);
    if (found > 0)
        raise_duplicate(vm, callee, key);
    return false;
}

static bool merge_dict(struct Interpreter *vm, Value dict, Value other, Value callee)
{
    struct Dict *from = as_dict(other);
    if (value_same(dict, other))
        return true;
    for (uint32_t i = 0; i < from->entry_count; i++) {
        struct DictEntry *entry = &from->entries[i];
        if (is_empty(entry->key))
            continue;
        size_t length = from->length;
        Value key = retain(entry->key), value = retain(entry->value);
        bool ok = merge_one(vm, dict, key, entry->hash, value, callee);
        release(vm, key);
        release(vm, value);
        if (!ok)
            return false;
        if (from->length != length) {
            raise_error(vm, TYPE_RuntimeError, "dict mutated during update");
            return false;
        }
    }
    return true;
}

static bool merge_key(struct Interpreter *vm, Value dict, Value other, Value key, Value callee)
{
    int64_t hash;
    Value value = object_get_item(vm, other, key);
    if (is_empty(value))
        return false;
    bool ok = value_hash(vm, key, &hash) && merge_one(vm, dict, key, hash, value, callee);
    release(vm, value);
    return ok;
}

/* What keys() answers, read to its end before anything is looked up: that may change the mapping. */
static OWNED Value read_keys(struct Interpreter *vm, Value other, Value keys)
{
    Value answer = object_call_0(vm, keys);
    if (is_empty(answer))
        return EMPTY;
    Value iterator = object_iterate(vm, answer);
    if (is_empty(iterator) && error_matches(vm, TYPE_TypeError)) {
        error_clear(vm);
        raise_type_error(vm, "%.200T.keys() returned a non-iterable (type %.200T)", other, answer);
    }
    release(vm, answer);
    if (is_empty(iterator))
        return EMPTY;
    Value list = list_from_iterable(vm, iterator);
    release(vm, iterator);
    return list;
}

/* keys: the method `keys` of the mapping. */
static bool merge_mapping(struct Interpreter *vm, Value dict, Value other, Value keys, Value callee)
{
    Value list = read_keys(vm, other, keys);
    bool ok = !is_empty(list);
    for (size_t i = 0; ok && i < as_list(list)->length; i++)
        ok = merge_key(vm, dict, other, as_list(list)->items[i], callee);
    release_maybe(vm, list);
    return ok;
}

/* A subclass that iterates its own way is asked through keys(), as any mapping. */
static bool is_plain_dict(struct Interpreter *vm, Value v)
{
    return is_dict(vm, v)
           && value_type(vm, v)->operations.iterate == builtin_type(vm, TYPE_dict)->operations.iterate;
}

/* ---- dict(pairs) -------------------------------------------------------- */

static bool merge_pair(struct Interpreter *vm, Value dict, Value item, size_t number)
{
    Value pair;
    if (!sequence_fast(vm, item, "", &pair)) {
        if (error_matches(vm, TYPE_TypeError)) {
            error_clear(vm);
            raise_type_error(vm, "cannot convert dictionary update sequence element #%zu to a sequence", number);
        }
        return false;
    }
    bool ok = false;
    size_t length = sequence_fast_length(pair, vm);
    if (length != 2) {
        raise_value_error(vm, "dictionary update sequence element #%zu has length %zu; 2 is required", number, length);
    } else {
        const Value *items = sequence_fast_items(pair, vm);
        Value key = retain(items[0]), value = retain(items[1]);
        ok = dict_set(vm, dict, key, value);
        release(vm, key);
        release(vm, value);
    }
    release(vm, pair);
    return ok;
}

static bool merge_pairs(struct Interpreter *vm, Value dict, Value iterable)
{
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return false;
    bool ok = true;
    for (size_t number = 0; ok; number++) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        ok = !is_empty(item) && merge_pair(vm, dict, item, number);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return ok;
}

/* ---- The C interface ---------------------------------------------------- */

bool dict_update(struct Interpreter *vm, Value dict, Value other)
{
    if (is_exact_dict(vm, other))
        return merge_dict(vm, dict, other, EMPTY);
    Value keys = object_lookup_attribute(vm, other, NAME(vm, keys));
    if (is_empty(keys))
        return false;
    if (is_absent(keys))
        return merge_pairs(vm, dict, other);
    release(vm, keys);
    if (is_plain_dict(vm, other))
        return merge_dict(vm, dict, other, EMPTY);
    keys = object_get_attribute(vm, other, NAME(vm, keys)); /* looked up twice, as in CPython: code may watch */
    if (is_empty(keys))
        return false;
    bool ok = merge_mapping(vm, dict, other, keys, EMPTY);
    release(vm, keys);
    return ok;
}

static void raise_no_mapping(struct Interpreter *vm, Value other, Value callee)
{
    if (is_empty(callee)) {
        raise_type_error(vm, "'%T' object is not a mapping", other);
        return;
    }
    Value name = function_description(vm, callee);
    if (is_empty(name))
        return;
    raise_type_error(vm, "%V argument after ** must be a mapping, not %T", name, other);
    release(vm, name);
}

static bool merge_any(struct Interpreter *vm, Value dict, Value other, Value callee)
{
    if (is_plain_dict(vm, other))
        return merge_dict(vm, dict, other, callee);
    Value keys = object_lookup_attribute(vm, other, NAME(vm, keys));
    if (is_empty(keys))
        return false;
    if (is_absent(keys)) {
        raise_no_mapping(vm, other, callee);
        return false;
    }
    bool ok = merge_mapping(vm, dict, other, keys, callee);
    release(vm, keys);
    return ok;
}

bool dict_merge_mapping(struct Interpreter *vm, Value dict, Value other)
{
    return merge_any(vm, dict, other, EMPTY);
}

bool dict_merge_unique(struct Interpreter *vm, Value dict, Value other, Value callee)
{
    return merge_any(vm, dict, other, callee);
}

/* ---- Lists of the contents ---------------------------------------------- */

enum Part { PART_KEYS, PART_VALUES, PART_ITEMS };

static OWNED Value part_of(struct Interpreter *vm, const struct DictEntry *entry, enum Part part)
{
    if (part == PART_ITEMS)
        return tuple_pack(vm, (size_t)2, entry->key, entry->value);
    return retain(part == PART_KEYS ? entry->key : entry->value);
}

/* Runs no Python code: the dict cannot change meanwhile. */
static OWNED Value list_of(struct Interpreter *vm, Value dict, enum Part part)
{
    struct Dict *self = as_dict(dict);
    Value list = list_new(vm, self->length);
    for (uint32_t i = 0; !is_empty(list) && i < self->entry_count; i++) {
        if (is_empty(self->entries[i].key))
            continue;
        Value v = part_of(vm, &self->entries[i], part);
        if (is_empty(v) || !list_append(vm, list, v)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

OWNED Value dict_keys_list(struct Interpreter *vm, Value dict)
{
    return list_of(vm, dict, PART_KEYS);
}

OWNED Value dict_values_list(struct Interpreter *vm, Value dict)
{
    return list_of(vm, dict, PART_VALUES);
}

OWNED Value dict_items_list(struct Interpreter *vm, Value dict)
{
    return list_of(vm, dict, PART_ITEMS);
}
