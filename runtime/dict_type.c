/* dict: its operations and methods. */
#include "runtime/arguments.h"
#include "runtime/dict_internal.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/set_internal.h"
#include "runtime/string.h"
#include "runtime/tracking.h"

/* ---- Making ------------------------------------------------------------- */

static Value dict_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                            Value names)
{
    (void)args;
    (void)positional;
    (void)names;
    struct Object *dict = object_allocate(vm, type, type->instance_size);
    return dict != NULL ? value_from_object(dict) : EMPTY;
}

/* dict(other, **keywords) and update(other, **keywords). */
static bool update_from_call(struct Interpreter *vm, const char *function, Value self, const Value *args,
                             size_t positional, Value names)
{
    if (!check_positional(vm, function, positional, 0, 1)
        || (positional == 1 && !dict_update(vm, self, args[0])))
        return false;
    for (size_t i = 0; i < keyword_count(names); i++)
        if (!dict_set(vm, self, as_tuple(names)->items[i], args[positional + i]))
            return false;
    return true;
}

static bool dict_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    return update_from_call(vm, "dict", self, args, positional, names);
}

/* ---- Text --------------------------------------------------------------- */

static bool repr_entry(struct Interpreter *vm, struct StringBuilder *builder, Value key, Value value)
{
    retain(key);
    retain(value);
    bool ok = builder_add_repr(builder, key) && builder_add_cstring(builder, ": ") && builder_add_repr(builder, value);
    release(vm, key);
    release(vm, value);
    return ok;
}

static bool repr_entries(struct Interpreter *vm, Value self, struct StringBuilder *builder)
{
    Value key, value;
    bool first = true;
    for (size_t position = 0; dict_next(self, &position, &key, &value); first = false)
        if ((!first && !builder_add_cstring(builder, ", ")) || !repr_entry(vm, builder, key, value))
            return false;
    return true;
}

static Value dict_repr(struct Interpreter *vm, Value self)
{
    if (dict_length(self) == 0)
        return string_from_cstring(vm, "{}");
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "{...}") : EMPTY;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool ok = builder_add_char(&builder, '{') && repr_entries(vm, self, &builder) && builder_add_char(&builder, '}');
    repr_leave(vm, self);
    if (ok)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Comparison --------------------------------------------------------- */

/* Whether `other` has an equal value at the entry's key: 1, 0, -1. */
static int entry_equals(struct Interpreter *vm, const struct DictEntry *entry, Value other)
{
    int64_t hash = entry->hash;
    Value key = retain(entry->key), value = retain(entry->value);
    Value theirs = dict_get_hashed(vm, other, key, hash);
    int equal = is_empty(theirs) ? -1 : is_absent(theirs) ? 0 : values_equal(vm, value, theirs);
    release_maybe(vm, theirs);
    release(vm, key);
    release(vm, value);
    return equal;
}

static int dicts_equal(struct Interpreter *vm, Value a, Value b)
{
    struct Dict *self = as_dict(a);
    if (self->length != dict_length(b))
        return 0;
    for (uint32_t i = 0; i < self->entry_count; i++) {
        if (is_empty(self->entries[i].key))
            continue;
        int equal = entry_equals(vm, &self->entries[i], b);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Value dict_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_dict(vm, self) || !is_dict(vm, other) || (operation != COMPARE_EQ && operation != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    int equal = dicts_equal(vm, self, other);
    return equal < 0 ? EMPTY : value_from_bool(equal == (operation == COMPARE_EQ));
}

/* ---- Items -------------------------------------------------------------- */

static int64_t dict_length_operation(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)dict_length(self);
}

static Value missing(struct Interpreter *vm, Value self, Value key)
{
    if (!is_exact_dict(vm, self)) {
        Value method = type_lookup_special(vm, self, NAME(vm, __missing__));
        if (is_empty(method))
            return EMPTY;
        if (!is_absent(method)) {
            Value result = object_call_1(vm, method, key);
            release(vm, method);
            return result;
        }
    }
    return raise_key_error(vm, key);
}

static Value dict_get_item(struct Interpreter *vm, Value self, Value key)
{
    Value value = dict_get(vm, self, key);
    return LIKELY(!is_absent(value)) ? value : missing(vm, self, key);
}

static bool dict_set_item(struct Interpreter *vm, Value self, Value key, Value value)
{
    if (!is_empty(value))
        return dict_set(vm, self, key, value);
    int deleted = dict_delete(vm, self, key);
    if (deleted == 0)
        raise_key_error(vm, key);
    return deleted > 0;
}

static Value dict_iterate(struct Interpreter *vm, Value self)
{
    return dict_iterator_new(vm, TYPE_dict_key_iterator, self);
}

static Value dict_or(struct Interpreter *vm, Value left, Value right)
{
    if (!is_dict(vm, left) || !is_dict(vm, right))
        return VALUE_NOT_IMPLEMENTED;
    Value result = dict_copy(vm, left);
    if (!is_empty(result) && !dict_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value dict_in_place_or(struct Interpreter *vm, Value self, Value other)
{
    return dict_update(vm, self, other) ? retain(self) : EMPTY;
}

/* ---- Methods ------------------------------------------------------------ */

static Value get(struct Interpreter *vm, const Value *args, size_t count)
{
    Value value = dict_get(vm, args[0], args[1]);
    return !is_absent(value) ? value : count > 2 ? retain(args[2]) : VALUE_NONE;
}

static Value set_default(struct Interpreter *vm, const Value *args, size_t count)
{
    return dict_set_default(vm, args[0], args[1], count > 2 ? args[2] : VALUE_NONE);
}

static Value pop(struct Interpreter *vm, const Value *args, size_t count)
{
    Value value = dict_pop(vm, args[0], args[1]);
    return !is_absent(value) ? value : count > 2 ? retain(args[2]) : raise_key_error(vm, args[1]);
}

static Value pop_item(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value pair = dict_pop_last(vm, args[0]);
    return !is_absent(pair) ? pair : raise_error(vm, TYPE_KeyError, "popitem(): dictionary is empty");
}

static Value update(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return update_from_call(vm, "update", args[0], args + 1, positional - 1, names) ? VALUE_NONE : EMPTY;
}

static Value keys(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_dict_keys, args[0]);
}

static Value values(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_dict_values, args[0]);
}

static Value items(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_view_new(vm, TYPE_dict_items, args[0]);
}

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_copy(vm, args[0]);
}

static Value clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    dict_clear(vm, args[0]);
    return VALUE_NONE;
}

static Value reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_iterator_new(vm, TYPE_dict_reverse_key_iterator, args[0]);
}

static bool set_each(struct Interpreter *vm, Value target, Value iterator, Value value)
{
    bool exact = is_exact_dict(vm, target);
    for (;;) {
        Value key = iterator_next(vm, iterator);
        if (is_end(key))
            return true;
        if (is_empty(key))
            return false;
        bool ok = exact ? dict_set(vm, target, key, value) : object_set_item(vm, target, key, value);
        release(vm, key);
        if (!ok)
            return false;
    }
}

/* Sets and dicts know their keys' hashes. */
static bool set_each_hashed(struct Interpreter *vm, Value target, Value source, Value value)
{
    bool from_dict = is_exact_dict(vm, source);
    size_t position = 0;
    for (bool ok = true; ok;) {
        int64_t hash;
        Value key;
        if (from_dict) {
            const struct Dict *dict = as_dict(source);
            while (position < dict->entry_count && is_empty(dict->entries[position].key))
                position++;
            if (position >= dict->entry_count)
                return true;
            key = retain(dict->entries[position].key);
            hash = dict->entries[position++].hash;
        } else {
            const struct SetEntry *entry = set_next_entry(as_set(source), &position);
            if (entry == NULL)
                return true;
            key = retain(entry->key);
            hash = entry->hash;
        }
        ok = dict_set_hashed(vm, target, key, hash, value);
        release(vm, key);
    }
    return false;
}

static Value from_keys(struct Interpreter *vm, const Value *args, size_t count)
{
    Value target = object_call_0(vm, args[0]);
    if (is_empty(target))
        return EMPTY;
    Value value = count > 2 ? args[2] : VALUE_NONE;
    bool ok;
    if (is_exact_dict(vm, target) && dict_length(target) == 0 &&
        (is_exact_dict(vm, args[1]) || object_has_type(vm, args[1], TYPE_set) ||
         object_has_type(vm, args[1], TYPE_frozenset)))
        ok = set_each_hashed(vm, target, args[1], value);
    else {
        Value iterator = object_iterate(vm, args[1]);
        ok = !is_empty(iterator) && set_each(vm, target, iterator, value);
        release_maybe(vm, iterator);
    }
    if (ok)
        return target;
    release(vm, target);
    return EMPTY;
}

static Value size_of(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Dict *self = as_dict(args[0]);
    (void)vm;
    (void)count;
    size_t width = self->log2_size <= 7 ? 1 : self->log2_size <= 15 ? 2 : 4;
    size_t index = self->indices != NULL ? ((size_t)1 << self->log2_size) * width : 0;
    bool outside = self->entries != (const void *)(self + 1);
    size_t entries = outside ? self->entry_capacity * sizeof *self->entries : 0;
    return value_from_small_int((int64_t)(object_cell_size(&self->header) + index + entries));
}

static const struct NativeMethod dict_methods[] = {
    METHOD("__reversed__", reversed, 0, 0, "", "Return a reverse iterator over the dict keys."),
    METHOD("__sizeof__", size_of, 0, 0, "", "Return the size of the dict in memory."),
    METHOD("clear", clear, 0, 0, "", "Remove all items from the dict."),
    METHOD("copy", copy, 0, 0, "", "Return a shallow copy of the dict."),
    CLASS_METHOD("fromkeys", from_keys, 1, 2, "iterable, value=None, /",
                 "Create a new dictionary with keys from iterable and values set to value."),
    METHOD("get", get, 1, 2, "key, default=None, /",
           "Return the value for key if key is in the dictionary, else default."),
    METHOD("items", items, 0, 0, "", "Return a set-like object providing a view on the dict's items."),
    METHOD("keys", keys, 0, 0, "", "Return a set-like object providing a view on the dict's keys."),
    METHOD("pop", pop, 1, 2, NULL,
           "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n"
           "If the key is not found, return the default if given; otherwise,\nraise a KeyError."),
    METHOD("popitem", pop_item, 0, 0, "",
           "Remove and return a (key, value) pair as a 2-tuple.\n\n"
           "Pairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty."),
    METHOD("setdefault", set_default, 1, 2, "key, default=None, /",
           "Insert key with a value of default if key is not in the dictionary.\n\n"
           "Return the value for key if key is in the dictionary, else default."),
    METHOD_RAW("update", update, NULL,
               "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\n"
               "If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\n"
               "If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n"
               "In either case, this is followed by: for k in F:  D[k] = F[k]"),
    METHOD("values", values, 0, 0, "", "Return an object providing a view on the dict's values."),
    METHODS_END,
};

const struct TypeSpec dict_type_spec = {
    .name = "dict",
    .documentation = "dict() -> new empty dictionary\n"
                     "dict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\n"
                     "dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n"
                     "    for k, v in iterable:\n        d[k] = v\n"
                     "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
                     "    in the keyword argument list.  For example:  dict(one=1, two=2)",
    .instance_size = sizeof(struct Dict),
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_SUBCLASS_DICT,
    .memory = {.traverse = dict_traverse,
               .take = dict_take,
               .clear = dict_forget,
               .destroy = dict_destroy,
               .weigh = tracked_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {
        .construct = dict_construct,
        .initialize = dict_initialize,
        .repr = dict_repr,
        .compare = dict_compare,
        .iterate = dict_iterate,
        .length = dict_length_operation,
        .contains = dict_contains,
        .get_item = dict_get_item,
        .set_item = dict_set_item,
        .binary[BINARY_OR] = dict_or,
        .in_place[BINARY_OR] = dict_in_place_or,
    },
    .methods = dict_methods,
};
