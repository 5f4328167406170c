/*
 * Unpacking, extending, and matching of patterns.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

static void drop_items(struct Interpreter *vm, Value *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        release(vm, items[i]);
}

static Value iterate_to_unpack(struct Interpreter *vm, Value v)
{
    struct Type *type = value_type(vm, v);
    if (type->operations.iterate == NULL && type->operations.get_item == NULL)
        return raise_type_error(vm, "cannot unpack non-iterable %T object", v);
    return object_iterate(vm, v);
}

/* Takes count items off the iterator into sp[0 … count), the first on top. minimum: for the wording of UNPACK_STARRED. */
static bool take_items(struct Interpreter *vm, Value iterator, Value *sp, size_t count, size_t minimum)
{
    for (size_t i = 0; i < count; i++) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            raise_value_error(vm, "not enough values to unpack (expected %s%zu, got %zu)",
                              minimum > 0 ? "at least " : "", minimum > 0 ? minimum : count, i);
        if (is_end(item) || is_empty(item)) {
            drop_items(vm, sp + count - i, i);
            return false;
        }
        sp[count - 1 - i] = item;
    }
    return true;
}

bool machine_unpack(struct Interpreter *vm, Value v, Value *sp, size_t count)
{
    Value iterator = iterate_to_unpack(vm, v);
    if (is_empty(iterator))
        return false;
    bool unpacked = take_items(vm, iterator, sp, count, 0);
    if (unpacked) {
        Value more = iterator_next(vm, iterator);
        if (!is_end(more)) {
            if (!is_empty(more)) {
                release(vm, more);
                raise_value_error(vm, "too many values to unpack (expected %zu)", count);
            }
            drop_items(vm, sp, count);
            unpacked = false;
        }
    }
    release(vm, iterator);
    return unpacked;
}

/* On the stack afterwards, from the top: the first items, the list, the last items. */
bool machine_unpack_starred(struct Interpreter *vm, Value v, Value *sp, size_t before, size_t after)
{
    Value iterator = iterate_to_unpack(vm, v);
    if (is_empty(iterator))
        return false;
    Value *first = sp + after + 1;
    if (!take_items(vm, iterator, first, before, before + after)) {
        release(vm, iterator);
        return false;
    }
    Value list = list_from_iterable(vm, iterator);
    release(vm, iterator);
    if (is_empty(list)) {
        drop_items(vm, first, before);
        return false;
    }
    struct List *rest = as_list(list);
    if (rest->length < after) {
        raise_value_error(vm, "not enough values to unpack (expected at least %zu, got %zu)", before + after,
                          before + rest->length);
        drop_items(vm, first, before);
        release(vm, list);
        return false;
    }
    for (size_t i = 0; i < after; i++) {
        rest->length--;
        sp[i] = slot_take(vm, rest, &rest->items[rest->length]);
    }
    sp[after] = list;
    return true;
}

bool machine_list_extend(struct Interpreter *vm, Value list, Value iterable)
{
    struct Type *type = value_type(vm, iterable);
    if (type->operations.iterate == NULL && type->operations.get_item == NULL) {
        raise_type_error(vm, "Value after * must be an iterable, not %T", iterable);
        return false;
    }
    return list_extend(vm, list, iterable);
}

bool machine_dict_update(struct Interpreter *vm, Value dict, Value other)
{
    return dict_merge_mapping(vm, dict, other);
}

/* ---- Pattern matching */

int machine_match_sequence(struct Interpreter *vm, Value subject) { return value_has_flag(vm, subject, TYPE_SEQUENCE); }
int machine_match_mapping(struct Interpreter *vm, Value subject) { return value_has_flag(vm, subject, TYPE_MAPPING); }

/* subject.get(key, absent): OWNED, ABSENT or EMPTY; get is not called for plain dicts. */
static Value mapping_get(struct Interpreter *vm, Value subject, Value get, Value key)
{
    if (is_empty(get))
        return dict_get(vm, subject, key);
    Value marker = value_from_object(builtin_type(vm, TYPE_frame)); /* an object no mapping of the program holds */
    Value v = object_call_2(vm, get, key, marker);
    if (!is_empty(v) && value_same(v, marker)) {
        release(vm, v);
        return VALUE_ABSENT;
    }
    return v;
}

static bool check_keys_differ(struct Interpreter *vm, Value keys)
{
    Value seen = set_new(vm, TYPE_set);
    if (is_empty(seen))
        return false;
    bool differ = true;
    for (size_t i = 0; i < tuple_length(keys) && differ; i++) {
        Value key = as_tuple(keys)->items[i];
        int found = set_contains(vm, seen, key);
        if (found > 0)
            raise_value_error(vm, "mapping pattern checks duplicate key (%R)", key);
        differ = found == 0 && set_add(vm, seen, key);
    }
    release(vm, seen);
    return differ;
}

Value machine_match_keys(struct Interpreter *vm, Value subject, Value keys)
{
    size_t count = tuple_length(keys);
    if (count == 0)
        return retain(vm->empty_tuple);
    if (!check_keys_differ(vm, keys))
        return EMPTY;
    Value get = EMPTY;
    if (!is_exact_dict(vm, subject)) {
        get = object_get_attribute_cstring(vm, subject, "get");
        if (is_empty(get))
            return EMPTY;
    }
    Value values = tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(values) && !is_none(values); i++) {
        Value v = mapping_get(vm, subject, get, as_tuple(keys)->items[i]);
        if (is_empty(v) || is_absent(v)) {
            release(vm, values);
            values = is_empty(v) ? EMPTY : VALUE_NONE;
        } else
            slot_init(vm, value_object(values), &as_tuple(values)->items[i], v);
    }
    release_maybe(vm, get);
    return values;
}

/* Built-in types whose one positional pattern matches the subject itself. */
static bool matches_self(struct Interpreter *vm, struct Type *type)
{
    static const enum TypeIndex own[] = {TYPE_bool, TYPE_bytearray, TYPE_bytes, TYPE_dict, TYPE_float, TYPE_frozenset,
                                         TYPE_int, TYPE_list, TYPE_set, TYPE_str, TYPE_tuple};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (type_is_subtype(vm, type, builtin_type(vm, own[i])))
            return true;
    return false;
}

/* Appends subject.name to found; 1 done, 0 no such attribute, -1 raised. */
static int match_attribute(struct Interpreter *vm, Value subject, Value type, Value name, Value seen, Value found)
{
    int known = set_contains(vm, seen, name);
    if (known < 0)
        return -1;
    if (known > 0) {
        raise_type_error(vm, "%s() got multiple sub-patterns for attribute %R",
                         type_name((struct Type *)value_object(type)), name);
        return -1;
    }
    if (!set_add(vm, seen, name))
        return -1;
    Value v = object_lookup_attribute(vm, subject, name);
    if (is_absent(v))
        return 0;
    return !is_empty(v) && list_append(vm, found, v) ? 1 : -1;
}

/* __match_args__ of the class: OWNED tuple, ABSENT when the subject itself matches, EMPTY: raised. */
static Value match_arguments(struct Interpreter *vm, Value class, size_t positional)
{
    struct Type *type = (struct Type *)value_object(class);
    Value names = object_lookup_attribute(vm, class, NAME(vm, __match_args__));
    if (is_empty(names))
        return EMPTY;
    size_t allowed = 0;
    bool self = false;
    if (is_absent(names)) {
        self = matches_self(vm, type);
        allowed = self;
    } else if (!is_tuple(vm, names)) {
        raise_type_error(vm, "%s.__match_args__ must be a tuple (got %T)", type_name(type), names);
        release(vm, names);
        return EMPTY;
    } else
        allowed = tuple_length(names);
    if (allowed < positional) {
        raise_type_error(vm, "%s() accepts %zu positional sub-pattern%s (%zu given)", type_name(type), allowed,
                         allowed == 1 ? "" : "s", positional);
        release(vm, names);
        return EMPTY;
    }
    return is_absent(names) && !self ? retain(vm->empty_tuple) : names;
}

/* As match_attribute, for all names. */
static int match_attributes(struct Interpreter *vm, Value subject, Value class, Value names, size_t positional,
                            Value seen, Value found)
{
    int state = 1;
    if (positional > 0) {
        Value own = match_arguments(vm, class, positional);
        if (is_empty(own))
            return -1;
        if (is_absent(own))
            return list_append(vm, found, retain(subject)) ? match_attributes(vm, subject, class, names, 0, seen, found)
                                                           : -1;
        for (size_t i = 0; i < positional && state > 0; i++) {
            Value name = as_tuple(own)->items[i];
            if (is_string(vm, name))
                state = match_attribute(vm, subject, class, name, seen, found);
            else {
                raise_type_error(vm, "__match_args__ elements must be strings (got %T)", name);
                state = -1;
            }
        }
        release(vm, own);
    }
    for (size_t i = 0; i < tuple_length(names) && state > 0; i++)
        state = match_attribute(vm, subject, class, as_tuple(names)->items[i], seen, found);
    return state;
}

Value machine_match_class(struct Interpreter *vm, Value subject, Value class, Value names, size_t positional)
{
    if (!is_object(class) || !(value_object(class)->type->flags & TYPE_SUBCLASS_TYPE))
        return raise_type_error(vm, "called match pattern must be a class");
    int is_instance = object_is_instance(vm, subject, class);
    if (is_instance <= 0)
        return is_instance < 0 ? EMPTY : VALUE_NONE;
    Value seen = set_new(vm, TYPE_set);
    if (is_empty(seen))
        return EMPTY;
    Value found = list_new(vm, positional + tuple_length(names));
    Value result = EMPTY;
    if (!is_empty(found)) {
        int state = match_attributes(vm, subject, class, names, positional, seen, found);
        result = state < 0 ? EMPTY : state == 0 ? VALUE_NONE : list_to_tuple(vm, found);
        release(vm, found);
    }
    release(vm, seen);
    return result;
}
