/*
 * The module _collections: the types of collections in C, the counting loop
 * of Counter, and the descriptors behind the fields of named tuples.
 */
#include "runtime/arguments.h"
#include "runtime/dict_internal.h"
#include "runtime/hashing.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- Counting ----------------------------------------------------------- */

/* count + 1 */
static inline OWNED Value increased(struct Interpreter *vm, Value count)
{
    Value sum;
    Value one = value_from_small_int(1);
    if (LIKELY(is_small_int(count) && small_int_add(count, one, &sum)))
        return sum;
    return object_binary(vm, BINARY_ADD, count, one);
}

static bool count_in_dict(struct Interpreter *vm, Value dict, Value item)
{
    int64_t hash;
    struct Dict *self = as_dict(dict);
    if (!value_hash(vm, item, &hash))
        return false;
    int64_t number = dict_find(vm, self, item, hash);
    if (number < 0)
        return number == ENTRY_NONE && dict_insert(vm, self, item, hash, value_from_small_int(1));
    Value *count = &self->entries[number].value, sum;
    if (LIKELY(is_small_int(*count) && small_int_add(*count, value_from_small_int(1), &sum))) {
        slot_set(vm, self, count, sum);
        return true;
    }
    Value before = retain(*count), after = increased(vm, before);
    release(vm, before);
    bool done = !is_empty(after) && dict_set_hashed(vm, dict, item, hash, after);
    release_maybe(vm, after);
    return done;
}

static bool count_in_mapping(struct Interpreter *vm, Value mapping, Value get, Value item)
{
    Value before = object_call_2(vm, get, item, value_from_small_int(0));
    if (is_empty(before))
        return false;
    Value after = increased(vm, before);
    release(vm, before);
    bool done = !is_empty(after) && object_set_item(vm, mapping, item, after);
    release_maybe(vm, after);
    return done;
}

/* Whether the mapping is a dict that gets and sets items as dict does. */
static int behaves_as_dict(struct Interpreter *vm, Value mapping, Value get_name)
{
    if (!is_dict(vm, mapping))
        return 0;
    struct Type *dict = builtin_type(vm, TYPE_dict), *type = value_type(vm, mapping);
    Value plain = type_lookup(vm, dict, get_name), get = is_empty(plain) ? EMPTY : type_lookup(vm, type, get_name);
    if (is_empty(get))
        return -1;
    if (!value_same(plain, get))
        return 0;
    Value set = type_lookup(vm, dict, NAME(vm, __setitem__));
    Value own = is_empty(set) ? EMPTY : type_lookup(vm, type, NAME(vm, __setitem__));
    return is_empty(own) ? -1 : value_same(set, own);
}

static bool count_all(struct Interpreter *vm, Value mapping, Value iterator, Value get_name)
{
    int plain = behaves_as_dict(vm, mapping, get_name);
    Value get = plain != 0 ? EMPTY : object_get_attribute(vm, mapping, get_name);
    bool done = plain > 0 || !is_empty(get);
    while (done) {
        Value item = iterator_step(vm, iterator);
        if (is_end(item))
            break;
        done = !is_empty(item) && (plain ? count_in_dict(vm, mapping, item) : count_in_mapping(vm, mapping, get, item));
        release_maybe(vm, item);
    }
    release_maybe(vm, get);
    return done;
}

static Value count_elements(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value get_name = string_intern_cstring(vm, "get");
    Value iterator = is_empty(get_name) ? EMPTY : object_iterate(vm, args[1]);
    bool done = !is_empty(iterator) && count_all(vm, args[0], iterator, get_name);
    release_maybe(vm, iterator);
    release_maybe(vm, get_name);
    return done ? VALUE_NONE : EMPTY;
}

/* ---- Fields of named tuples ----------------------------------------------- */

struct TupleGetter {
    struct Object header;
    Value documentation;
    int64_t index;
};

static struct TupleGetter *as_getter(Value v) { return (struct TupleGetter *)value_object(v); }

static Value getter_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    int64_t index;
    if (!check_no_keywords(vm, "_tuplegetter", names) || !check_positional(vm, "_tuplegetter", positional, 2, 2) ||
        !object_as_int64(vm, args[0], TYPE_OverflowError, &index))
        return EMPTY;
    struct TupleGetter *self = (struct TupleGetter *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL)
        return EMPTY;
    self->index = index;
    slot_init(vm, self, &self->documentation, retain(args[1]));
    return value_from_object(self);
}

static Value getter_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    int64_t index = as_getter(self)->index;
    if (is_empty(instance))
        return retain(self);
    if (!is_tuple(vm, instance)) {
        if (is_none(instance))
            return retain(self);
        return raise_type_error(vm, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object",
                                (long long)index, instance);
    }
    if (index < 0 || index >= (int64_t)tuple_length(instance))
        return raise_error(vm, TYPE_IndexError, "tuple index out of range");
    return retain(as_tuple(instance)->items[index]);
}

static bool getter_set(struct Interpreter *vm, Value self, Value instance, Value value)
{
    (void)self, (void)instance;
    raise_error(vm, TYPE_AttributeError, is_empty(value) ? "can't delete attribute" : "can't set attribute");
    return false;
}

static Value getter_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "%s(%lld, %R)", type_name(value_type(vm, self)),
                              (long long)as_getter(self)->index, as_getter(self)->documentation);
}

static Value getter_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct TupleGetter *self = as_getter(args[0]);
    (void)count;
    Value arguments = tuple_pack(vm, (size_t)2, value_from_small_int(self->index), self->documentation);
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

static const struct NativeMethod getter_methods[] = {
    METHOD("__reduce__", getter_reduce, 0, 0, NULL, "Return state information for pickling."),
    METHODS_END,
};

static Value get_documentation(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value text = as_getter(self)->documentation;
    return is_empty(text) ? VALUE_NONE : retain(text);
}

static bool set_documentation(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, value_object(self), &as_getter(self)->documentation, is_empty(value) ? VALUE_NONE : retain(value));
    return true;
}

static const struct NativeAttribute getter_attributes[] = {
    {"__doc__", get_documentation, set_documentation, NULL},
    ATTRIBUTES_END,
};

static void getter_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 1, visit, context);
}

static OWNED Value getter_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 1, cursor);
}

const struct TypeSpec tuple_getter_type_spec = {
    .name = "collections._tuplegetter",
    .instance_size = sizeof(struct TupleGetter),
    .memory = {.traverse = getter_traverse, .take = getter_take, .clear = nothing_to_clear, .kind = OBJECT_CONTAINER},
    .operations = {.construct = getter_construct, .repr = getter_repr, .descriptor_get = getter_get,
                   .descriptor_set = getter_set},
    .methods = getter_methods,
    .attributes = getter_attributes,
};

/* ---- The module ----------------------------------------------------------- */

static bool collections_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        uint16_t type;
    } types[] = {
        {"deque", TYPE_deque},
        {"defaultdict", TYPE_defaultdict},
        {"OrderedDict", TYPE_ordered_dict},
        {"_deque_iterator", TYPE_deque_iterator},
        {"_deque_reverse_iterator", TYPE_deque_reverse_iterator},
        {"_tuplegetter", TYPE_tuple_getter},
    };
    (void)module;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (!dict_set_cstring(vm, dict, types[i].name, value_from_object(&vm->types[types[i].type])))
            return false;
    return true;
}

static const struct NativeMethod collections_functions[] = {
    FUNCTION("_count_elements", count_elements, 2, 2, "mapping, iterable, /",
             "Count elements in the iterable, updating the mapping"),
    METHODS_END,
};

const struct ModuleSpec collections_module_spec = {
    .name = "_collections",
    .documentation = "High performance data structures.\n- deque:        ordered collection accessible from endpoints "
                     "only\n- defaultdict:  dict subclass with a default value factory\n",
    .functions = collections_functions,
    .fill = collections_fill,
};
