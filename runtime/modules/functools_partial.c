/*
 * functools.partial: a callable with arguments given beforehand.
 *
 * Invariant: once built, args is an exact tuple and keywords an exact dict.
 * A script may change that dict, so its Values are retained during a call.
 */
#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/instance.h"
#include "runtime/iterators.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"
#include "runtime/type_internal.h"
#include "runtime/warnings.h"

struct Partial {
    struct Object header;
    Value function, args, keywords;
};
enum { PARTIAL_VALUES = 3 };

static struct Partial *as_partial(Value v) { return (struct Partial *)value_object(v); }

/* ---- Making ------------------------------------------------------------ */

static Value partial_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);

/* A partial of a partial is one, unless somebody gave the inner one attributes. */
static bool can_merge(struct Interpreter *vm, Value function)
{
    if (value_type(vm, function)->operations.call != partial_call)
        return false;
    const struct Attributes *attributes = object_attributes(value_object(function));
    return attributes == NULL || (attributes->shape == NULL ? is_empty(attributes->store.dict)
                                                            : attributes->shape->slot_count == 0);
}

static Value join_tuples(struct Interpreter *vm, Value first, const Value *rest, size_t count)
{
    size_t before = is_empty(first) ? 0 : tuple_length(first);
    if (before + count == 0)
        return tuple_new(vm, NULL, 0);
    Value joined = tuple_new_empty(vm, before + count);
    if (is_empty(joined))
        return EMPTY;
    struct Tuple *tuple = as_tuple(joined);
    if (before != 0)
        slots_init_retained(vm, tuple, tuple->items, as_tuple(first)->items, before);
    slots_init_retained(vm, tuple, tuple->items + before, rest, count);
    return joined;
}

static Value join_keywords(struct Interpreter *vm, Value first, const Value *values, Value names)
{
    Value joined = is_empty(first) ? dict_new(vm) : dict_copy(vm, first);
    for (size_t i = 0; !is_empty(joined) && i < keyword_count(names); i++) {
        if (!dict_set(vm, joined, as_tuple(names)->items[i], values[i])) {
            release(vm, joined);
            return EMPTY;
        }
    }
    return joined;
}

static Value partial_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    if (positional == 0)
        return raise_type_error(vm, "type 'partial' takes at least one argument");
    if (!object_is_callable(vm, args[0]))
        return raise_type_error(vm, "the first argument must be callable");
    Value function = args[0], first = EMPTY, keywords = EMPTY;
    if (can_merge(vm, function)) {
        const struct Partial *inner = as_partial(function);
        first = inner->args;
        keywords = inner->keywords;
        function = inner->function;
    }
    struct Partial *partial = (struct Partial *)object_allocate(vm, type, type->instance_size);
    if (partial == NULL)
        return EMPTY;
    Value self = value_from_object(partial);
    slot_init(vm, partial, &partial->function, retain(function));
    slot_init(vm, partial, &partial->args, join_tuples(vm, first, args + 1, positional - 1));
    if (!is_empty(partial->args))
        slot_init(vm, partial, &partial->keywords, join_keywords(vm, keywords, args + positional, names));
    if (!is_empty(partial->keywords))
        return self;
    release(vm, self);
    return EMPTY;
}

/* ---- Calling ----------------------------------------------------------- */

/* A call being put together: borrowed positional Values, then retained keyword values. */
struct Assembly {
    Value small[ARGUMENTS_ON_STACK * 2];
    Value *items;
    size_t size;       /* of the block, or 0 */
    size_t positional, keywords;
    Value names;       /* tuple with room for the most there can be, or EMPTY */
};

static bool assembly_open(struct Interpreter *vm, struct Assembly *assembly, const struct Partial *partial,
                          const Value *args, size_t positional)
{
    size_t before = tuple_length(partial->args), total = before + positional + assembly->keywords;
    assembly->items = assembly->small;
    if (total > sizeof assembly->small / sizeof assembly->small[0]) {
        assembly->items = heap_allocate_array(vm, MEMORY_VALUES, total, sizeof(Value));
        if (assembly->items == NULL)
            return false;
        assembly->size = total;
    }
    memcpy(assembly->items, as_tuple(partial->args)->items, before * sizeof(Value));
    if (positional != 0)
        memcpy(assembly->items + before, args, positional * sizeof(Value));
    assembly->positional = before + positional;
    assembly->keywords = 0;
    return true;
}

static void assembly_close(struct Interpreter *vm, struct Assembly *assembly)
{
    for (size_t i = 0; i < assembly->keywords; i++)
        release(vm, assembly->items[assembly->positional + i]);
    release_maybe(vm, assembly->names);
    if (assembly->size != 0)
        heap_free(vm, MEMORY_VALUES, assembly->items, assembly->size * sizeof(Value));
}

static void add_keyword(struct Interpreter *vm, struct Assembly *assembly, Value name, Value value)
{
    struct Tuple *names = as_tuple(assembly->names);
    slot_init(vm, names, &names->items[assembly->keywords], retain(name));
    assembly->items[assembly->positional + assembly->keywords++] = retain(value);
}

/* The caller's value for a name, or EMPTY. */
static Value find_keyword(Value name, const Value *values, Value names)
{
    for (size_t i = 0; i < keyword_count(names); i++) {
        Value given = as_tuple(names)->items[i];
        if (value_same(given, name) || string_equal(given, name))
            return values[i];
    }
    return EMPTY;
}

/* The partial's own keywords in their order, replaced where the caller gives them; then the caller's others. */
static bool add_keywords(struct Interpreter *vm, struct Assembly *assembly, Value keywords, const Value *values,
                         Value names)
{
    size_t position = 0, most = dict_length(keywords) + keyword_count(names);
    Value key, value;
    assembly->names = tuple_new_empty(vm, most);
    if (is_empty(assembly->names))
        return false;
    while (dict_next(keywords, &position, &key, &value)) {
        if (!is_string(vm, key)) {
            raise_type_error(vm, "keywords must be strings");
            return false;
        }
        Value given = find_keyword(key, values, names);
        add_keyword(vm, assembly, key, is_empty(given) ? value : given);
    }
    for (size_t i = 0; i < keyword_count(names); i++) {
        Value name = as_tuple(names)->items[i];
        int known = dict_contains(vm, keywords, name);
        if (known < 0)
            return false;
        if (known == 0)
            add_keyword(vm, assembly, name, values[i]);
    }
    if (assembly->keywords == most)
        return true;
    Value exact = tuple_slice(vm, assembly->names, 0, assembly->keywords);
    release(vm, assembly->names);
    assembly->names = exact;
    return !is_empty(exact);
}

static Value call_assembled(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const struct Partial *partial = as_partial(self);
    bool own = dict_length(partial->keywords) != 0;
    size_t given = keyword_count(names);
    struct Assembly assembly = {.names = EMPTY, .keywords = given + dict_length(partial->keywords)};
    if (!assembly_open(vm, &assembly, partial, args, positional))
        return EMPTY;
    if (!own && given != 0)
        memcpy(assembly.items + assembly.positional, args + positional, given * sizeof(Value));
    Value held = retain(partial->args), keywords = retain(partial->keywords);
    Value function = retain(partial->function), result = EMPTY;
    if (!own || add_keywords(vm, &assembly, keywords, args + positional, names))
        result = object_call(vm, function, assembly.items, assembly.positional, own ? assembly.names : names);
    assembly_close(vm, &assembly);
    release(vm, function);
    release(vm, keywords);
    release(vm, held);
    return result;
}

static Value partial_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    const struct Partial *partial = as_partial(self);
    if (LIKELY(!is_empty(partial->keywords)))
        return call_assembled(vm, self, args, positional, names);
    return raise_error(vm, TYPE_SystemError, "uninitialized partial object");
}

/* ---- Text and attributes ----------------------------------------------- */

static bool add_arguments(struct StringBuilder *builder, Value args, Value keywords)
{
    for (size_t i = 0; i < tuple_length(args); i++)
        if (!builder_add_cstring(builder, ", ") || !builder_add_repr(builder, as_tuple(args)->items[i]))
            return false;
    Value items = dict_items_list(builder->vm, keywords);
    bool good = !is_empty(items);
    for (size_t i = 0; good && i < as_list(items)->length; i++) {
        const Value *pair = as_tuple(as_list(items)->items[i])->items;
        good = builder_add_cstring(builder, ", ") && builder_add_str(builder, pair[0]) &&
               builder_add_char(builder, '=') && builder_add_repr(builder, pair[1]);
    }
    release_maybe(builder->vm, items);
    return good;
}

static Value show(struct Interpreter *vm, Value self, Value name)
{
    Value function = retain(as_partial(self)->function), args = retain(as_partial(self)->args);
    Value keywords = retain(as_partial(self)->keywords);
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = builder_add_string(&builder, name) && builder_add_char(&builder, '(') &&
                builder_add_repr(&builder, function) && add_arguments(&builder, args, keywords) &&
                builder_add_char(&builder, ')');
    release(vm, function);
    release(vm, args);
    release(vm, keywords);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* "module.qualname", __main__ included. */
static Value shown_name(struct Interpreter *vm, struct Type *type)
{
    Value module = type_module(vm, type);
    if (is_empty(module))
        return EMPTY;
    Value name = type_qualified_name(vm, type), shown = EMPTY;
    if (!is_empty(name))
        shown = string_from_format(vm, "%V.%V", module, name);
    release(vm, module);
    release_maybe(vm, name);
    return shown;
}

static Value partial_repr(struct Interpreter *vm, Value self)
{
    int status = repr_enter(vm, self);
    if (status != 0)
        return status < 0 ? EMPTY : string_from_cstring(vm, "...");
    Value name = shown_name(vm, value_type(vm, self));
    Value text = is_empty(name) ? EMPTY : show(vm, self, name);
    release_maybe(vm, name);
    repr_leave(vm, self);
    return text;
}

static Value get_function(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_partial(self)->function);
}
static Value get_args(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_partial(self)->args);
}
static Value get_keywords(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_partial(self)->keywords);
}

static Value get_dict(struct Interpreter *vm, Value self) { return attributes_dict(vm, value_object(self)); }

static bool set_dict(struct Interpreter *vm, Value self, Value value)
{
    if (!is_empty(value) && is_dict(vm, value))
        return attributes_set_dict(vm, value_object(self), value);
    if (is_empty(value))
        raise_type_error(vm, "cannot delete __dict__");
    else
        raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%T'", value);
    return false;
}

/* A partial in a class does not bind; one day it will. */
static Value partial_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    if (!is_empty(instance) && !is_none(instance) &&
        !warnings_warn(vm, TYPE_FutureWarning, 1,
                       "functools.partial will be a method descriptor in future Python versions; wrap it in "
                       "staticmethod() if you want to preserve the old behavior"))
        return EMPTY;
    return retain(self);
}

static const struct NativeAttribute partial_attributes[] = {
    {"__dict__", get_dict, set_dict, NULL},
    MEMBERS_FOLLOW,
    {"func", get_function, NULL, "function object to use in future partial calls"},
    {"args", get_args, NULL, "tuple of arguments to future partial calls"},
    {"keywords", get_keywords, NULL, "dictionary of keyword arguments to future partial calls"},
    ATTRIBUTES_END,
};

/* ---- Pickling ---------------------------------------------------------- */

/* The instance's dict if it has attributes, else None. */
static Value attributes_or_none(struct Interpreter *vm, Value self)
{
    struct Attributes *attributes = object_attributes(value_object(self));
    bool none = attributes == NULL || (attributes->shape == NULL ? is_empty(attributes->store.dict)
                                                                 : attributes->shape->slot_count == 0);
    return none ? VALUE_NONE : attributes_dict(vm, value_object(self));
}

static Value partial_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct Partial *self = as_partial(args[0]);
    Value type = type_value(value_type(vm, args[0])), arguments = tuple_pack(vm, 1, self->function), result = EMPTY;
    Value attributes = is_empty(arguments) ? EMPTY : attributes_or_none(vm, args[0]);
    Value state = is_empty(attributes) ? EMPTY
                                       : tuple_pack(vm, 4, self->function, self->args, self->keywords, attributes);
    if (!is_empty(state))
        result = tuple_pack(vm, 3, type, arguments, state);
    release_maybe(vm, arguments);
    release_maybe(vm, attributes);
    release_maybe(vm, state);
    return result;
}

static bool is_state(struct Interpreter *vm, Value state)
{
    if (!is_tuple(vm, state) || tuple_length(state) != 4)
        return false;
    const Value *items = as_tuple(state)->items;
    return object_is_callable(vm, items[0]) && is_tuple(vm, items[1]) &&
           (is_none(items[2]) || is_dict(vm, items[2])) && (is_none(items[3]) || is_dict(vm, items[3]));
}

/* A new, empty dict when the state has none. */
static bool set_attributes(struct Interpreter *vm, Value self, Value state)
{
    Value dict = is_none(state) ? dict_new(vm) : retain(state);
    bool done = !is_empty(dict) && attributes_set_dict(vm, value_object(self), dict);
    release_maybe(vm, dict);
    return done;
}

static Value partial_setstate(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_state(vm, args[1]))
        return raise_type_error(vm, "invalid partial state");
    const Value *items = as_tuple(args[1])->items;
    Value arguments = is_exact_tuple(vm, items[1]) ? retain(items[1]) : tuple_from_iterable(vm, items[1]);
    if (is_empty(arguments))
        return EMPTY;
    Value keywords = is_none(items[2]) ? dict_new(vm) : is_exact_dict(vm, items[2]) ? retain(items[2])
                                                                                   : dict_copy(vm, items[2]);
    if (is_empty(keywords) ||
        !set_attributes(vm, args[0], items[3])) {
        release(vm, arguments);
        release_maybe(vm, keywords);
        return EMPTY;
    }
    struct Partial *self = as_partial(args[0]);
    Value function = retain(items[0]);
    slot_set(vm, self, &self->function, function);
    slot_set(vm, self, &self->args, arguments);
    slot_set(vm, self, &self->keywords, keywords);
    return VALUE_NONE;
}

static const struct NativeMethod partial_methods[] = {
    METHOD("__reduce__", partial_reduce, 0, 0, NULL, NULL),
    METHOD("__setstate__", partial_setstate, 1, 1, NULL, NULL),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, NULL, "See PEP 585"),
    METHODS_END,
};

/* ---- Memory ------------------------------------------------------------ */

static void partial_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, PARTIAL_VALUES, visit, context);
    attributes_traverse(self, visit, context);
}

static Value partial_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Partial *partial = (struct Partial *)self;
    Value *const held[] = {&partial->function, &partial->args, &partial->keywords};
    for (size_t i = 0; i < PARTIAL_VALUES; i++)
        if (!is_empty(*held[i]))
            return slot_take(vm, self, held[i]);
    return attributes_take(vm, self, cursor);
}

const struct TypeSpec partial_type_spec = {
    .name = "functools.partial",
    .documentation = "Create a new function with partial application of the given arguments and keywords.",
    .instance_size = sizeof(struct Partial),
    .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = partial_traverse, .take = partial_take, .destroy = attributes_destroy,
               .kind = OBJECT_CONTAINER, .weigh = attributed_weight},
    .operations = {.construct = partial_construct, .call = partial_call, .repr = partial_repr,
                   .descriptor_get = partial_get},
    .methods = partial_methods,
    .attributes = partial_attributes,
};
