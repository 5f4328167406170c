/* OrderedDict: its methods. */
#include "runtime/arguments.h"
#include "runtime/error.h"
#include "runtime/hashing.h"
#include "runtime/modules/ordered_dict.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static bool is_exact(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_ordered_dict); }

/* ---- Order -------------------------------------------------------------- */

static bool move_to_last(struct Interpreter *vm, struct Dict *self, size_t number)
{
    size_t last = self->entry_count - 1;
    while (is_empty(self->entries[last].key))
        last--;
    if (last == number)
        return true;
    Value wanted = self->entries[number].key, key, value;
    if (!dict_make_room(vm, self)) /* before anything is taken out */
        return false;
    if (number >= self->entry_count || !value_same(self->entries[number].key, wanted))
        for (number = self->first; !value_same(self->entries[number].key, wanted);)
            number++;
    int64_t hash = self->entries[number].hash;
    dict_detach(vm, self, number, &key, &value);
    bool done = dict_insert(vm, self, key, hash, value);
    release(vm, key);
    release(vm, value);
    return done;
}

static Value move_to_end(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Dict *self = as_dict(args[0]);
    int64_t hash;
    (void)count;
    int last = is_absent(args[2]) ? 1 : object_truth(vm, args[2]);
    if (last < 0 || !value_hash(vm, args[1], &hash))
        return EMPTY;
    int64_t number = dict_find(vm, self, args[1], hash);
    if (number == ENTRY_NONE)
        return raise_key_error(vm, args[1]);
    if (number == ENTRY_ERROR || (last && !move_to_last(vm, self, (size_t)number)))
        return EMPTY;
    return last || dict_move_to_front(vm, self, (uint32_t)number) ? VALUE_NONE : EMPTY;
}

static OWNED Value pop_first(struct Interpreter *vm, struct Dict *self)
{
    Value pair = tuple_new_empty(vm, 2), key, value;
    if (is_empty(pair))
        return EMPTY;
    dict_detach(vm, self, dict_first(self), &key, &value);
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[0], key);
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[1], value);
    return pair;
}

static Value pop_item(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int last = is_absent(args[1]) ? 1 : object_truth(vm, args[1]);
    if (last < 0)
        return EMPTY;
    if (dict_length(args[0]) == 0)
        return raise_error(vm, TYPE_KeyError, "dictionary is empty");
    return last ? dict_pop_last(vm, args[0]) : pop_first(vm, as_dict(args[0]));
}

/* ---- Items -------------------------------------------------------------- */

static Value pop(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value value = dict_pop(vm, args[0], args[1]);
    if (!is_absent(value))
        return value;
    return is_absent(args[2]) ? raise_key_error(vm, args[1]) : retain(args[2]);
}

static Value set_default(struct Interpreter *vm, const Value *args, size_t count)
{
    Value self = args[0], key = args[1], otherwise = is_absent(args[2]) ? VALUE_NONE : args[2];
    (void)count;
    if (is_exact(vm, self))
        return dict_set_default(vm, self, key, otherwise);
    int there = object_contains(vm, self, key);
    if (there > 0)
        return object_get_item(vm, self, key);
    return there == 0 && object_set_item(vm, self, key, otherwise) ? retain(otherwise) : EMPTY;
}

static Value update(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional > 2)
        return raise_type_error(vm, "update() takes at most 1 positional argument (%zu given)", positional - 1);
    bool done = (positional < 2 || ordered_dict_update(vm, args[0], args[1])) &&
                ordered_dict_update_keywords(vm, args[0], args + positional, names);
    return done ? VALUE_NONE : EMPTY;
}

/* A new instance of the class with the same items, read and set as the class wants it. */
static bool copy_into(struct Interpreter *vm, Value copy, Value self)
{
    Value keys = dict_keys_list(vm, self);
    bool done = !is_empty(keys);
    for (size_t i = 0; done && i < as_list(keys)->length; i++) {
        Value key = as_list(keys)->items[i], value = object_get_item(vm, self, key);
        done = !is_empty(value) && object_set_item(vm, copy, key, value);
        release_maybe(vm, value);
    }
    release_maybe(vm, keys);
    return done;
}

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value result = object_call_0(vm, value_from_object(value_type(vm, args[0])));
    if (is_empty(result))
        return EMPTY;
    if (is_exact(vm, args[0]) ? dict_update(vm, result, args[0]) : copy_into(vm, result, args[0]))
        return result;
    release(vm, result);
    return EMPTY;
}

static Value from_keys(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value target = object_call_0(vm, args[0]);
    Value iterator = is_empty(target) ? EMPTY : object_iterate(vm, args[1]);
    Value value = is_absent(args[2]) ? VALUE_NONE : args[2];
    bool done = !is_empty(iterator);
    while (done) {
        Value key = iterator_next(vm, iterator);
        if (is_end(key))
            break;
        done = !is_empty(key) && ordered_dict_set(vm, target, key, value);
        release_maybe(vm, key);
    }
    release_maybe(vm, iterator);
    if (done)
        return target;
    release_maybe(vm, target);
    return EMPTY;
}

/* ---- Views and the rest -------------------------------------------------- */

static Value keys(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_odict_keys, args[0]);
}

static Value values(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_odict_values, args[0]);
}

static Value items(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_odict_items, args[0]);
}

static Value reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return ordered_iterator_new(vm, args[0], ORDERED_KEYS, true);
}

/* (class, (), attributes, None, iter(items)) */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value name = string_intern_cstring(vm, "items"), result = EMPTY;
    Value state = object_call_method(vm, NAME(vm, __getstate__), args, 1);
    Value all = is_empty(name) || is_empty(state) ? EMPTY : object_call_method(vm, name, args, 1);
    Value iterator = is_empty(all) ? EMPTY : object_iterate(vm, all);
    if (!is_empty(iterator))
        result = tuple_pack(vm, (size_t)5, value_from_object(value_type(vm, args[0])), vm->empty_tuple, state,
                            VALUE_NONE, iterator);
    release_maybe(vm, iterator);
    release_maybe(vm, all);
    release_maybe(vm, state);
    release_maybe(vm, name);
    return result;
}

const struct NativeMethod ordered_dict_method_table[] = {
    {"fromkeys", {.positional = from_keys}, 0, 0, NATIVE_NAMED | NATIVE_CLASS_METHOD, "iterable, value=None",
     "Create a new ordered dictionary with keys from iterable and values set to value."},
    METHOD_NAMED("setdefault", set_default, "key, default=None",
                 "Insert key with a value of default if key is not in the dictionary.\n\n"
                 "Return the value for key if key is in the dictionary, else default."),
    METHOD_NAMED("pop", pop, "key, default=<unrepresentable>",
                 "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\n"
                 "If the key is not found, return the default if given; otherwise,\nraise a KeyError."),
    METHOD_NAMED("popitem", pop_item, "last=True",
                 "Remove and return a (key, value) pair from the dictionary.\n\n"
                 "Pairs are returned in LIFO order if last is true or FIFO order if false."),
    METHOD_NAMED("move_to_end", move_to_end, "key, last=True",
                 "Move an existing element to the end (or beginning if last is false).\n\n"
                 "Raise KeyError if the element does not exist."),
    METHOD_RAW("update", update, NULL, "Update the dictionary from a mapping or an iterable of pairs, and keywords."),
    METHOD("copy", copy, 0, 0, NULL, "od.copy() -> a shallow copy of od"),
    METHOD("keys", keys, 0, 0, NULL, ""),
    METHOD("values", values, 0, 0, NULL, ""),
    METHOD("items", items, 0, 0, NULL, ""),
    METHOD("__reversed__", reversed, 0, 0, NULL, "od.__reversed__() <==> reversed(od)"),
    METHOD("__reduce__", reduce, 0, 0, NULL, "Return state information for pickling"),
    METHODS_END,
};
