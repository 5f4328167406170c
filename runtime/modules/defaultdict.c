/*
 * collections.defaultdict: a dict that asks its default_factory for what is
 * missing.
 */
#include "runtime/arguments.h"
#include "runtime/dict_internal.h"
#include "runtime/generic_alias.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct DefaultDict {
    struct Dict dict;
    Value factory; /* None or EMPTY: nothing is made */
};

static struct DefaultDict *as_default_dict(Value v) { return (struct DefaultDict *)value_object(v); }

static Value factory_of(Value self)
{
    Value factory = as_default_dict(self)->factory;
    return is_empty(factory) ? VALUE_NONE : factory;
}

/* ---- Making ------------------------------------------------------------- */

/* dict's own initialize takes the rest of the arguments. */
static bool initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    size_t used = positional > 0 ? 1 : 0;
    if (used && !is_none(args[0]) && !object_is_callable(vm, args[0])) {
        raise_type_error(vm, "first argument must be callable or None");
        return false;
    }
    slot_set(vm, value_object(self), &as_default_dict(self)->factory, used ? retain(args[0]) : VALUE_NONE);
    return builtin_type(vm, TYPE_dict)->operations.initialize(vm, self, args + used, positional - used, names);
}

/* type(self)(factory, other) */
static OWNED Value make_like(struct Interpreter *vm, Value self, Value other)
{
    return object_call_2(vm, value_from_object(value_type(vm, self)), factory_of(self), other);
}

/* ---- Operations --------------------------------------------------------- */

static Value missing(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value factory = factory_of(args[0]), key = args[1];
    if (is_none(factory))
        return raise_key_error(vm, key);
    Value held = retain(factory), made = object_call_0(vm, held);
    release(vm, held);
    if (is_empty(made))
        return EMPTY;
    if (object_set_item(vm, args[0], key, made))
        return made;
    release(vm, made);
    return EMPTY;
}

static OWNED Value ask_missing(struct Interpreter *vm, Value self, Value key)
{
    const Value args[2] = {self, key};
    return object_has_type(vm, self, TYPE_defaultdict) ? missing(vm, args, 2)
                                                       : object_call_method(vm, NAME(vm, __missing__), args, 2);
}

static Value get_item(struct Interpreter *vm, Value self, Value key)
{
    Value value = dict_get(vm, self, key); /* ownership: what is absent needs no release */
    return LIKELY(!is_absent(value)) ? value : ask_missing(vm, self, key);
}

static OWNED Value repr_of_factory(struct Interpreter *vm, Value factory)
{
    if (is_none(factory))
        return string_from_cstring(vm, "None");
    int entered = repr_enter(vm, factory);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "...") : EMPTY;
    Value text = object_repr(vm, factory);
    repr_leave(vm, factory);
    return text;
}

static Value repr(struct Interpreter *vm, Value self)
{
    Value base = builtin_type(vm, TYPE_dict)->operations.repr(vm, self);
    if (is_empty(base))
        return EMPTY;
    Value factory = retain(factory_of(self));
    Value made_by = repr_of_factory(vm, factory), text = EMPTY;
    release(vm, factory);
    if (!is_empty(made_by))
        text = string_from_format(vm, "%s(%V, %V)", type_name(value_type(vm, self)), made_by, base);
    release_maybe(vm, made_by);
    release(vm, base);
    return text;
}

static bool is_default_dict(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_defaultdict));
}

static Value either(struct Interpreter *vm, Value left, Value right)
{
    if (!is_dict(vm, left) || !is_dict(vm, right))
        return VALUE_NOT_IMPLEMENTED;
    Value result = make_like(vm, is_default_dict(vm, left) ? left : right, left);
    if (!is_empty(result) && !dict_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

/* ---- Methods ------------------------------------------------------------ */

static Value copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return make_like(vm, args[0], args[0]);
}

/* (class, (factory,) or (), None, None, iter(items)) */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value factory = factory_of(args[0]), name = string_intern_cstring(vm, "items");
    if (is_empty(name))
        return EMPTY;
    Value items = object_call_method(vm, name, args, 1);
    release(vm, name);
    Value iterator = is_empty(items) ? EMPTY : object_iterate(vm, items);
    release_maybe(vm, items);
    if (is_empty(iterator))
        return EMPTY;
    Value arguments = is_none(factory) ? tuple_new(vm, NULL, 0) : tuple_pack(vm, (size_t)1, factory);
    Value result = is_empty(arguments) ? EMPTY
                                       : tuple_pack(vm, (size_t)5, value_from_object(value_type(vm, args[0])),
                                                    arguments, VALUE_NONE, VALUE_NONE, iterator);
    release_maybe(vm, arguments);
    release(vm, iterator);
    return result;
}

static const struct NativeMethod methods[] = {
    METHOD("__missing__", missing, 1, 1, NULL,
           "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n"
           "  if self.default_factory is None: raise KeyError((key,))\n"
           "  self[key] = value = self.default_factory()\n  return value\n"),
    METHOD("copy", copy, 0, 0, NULL, "D.copy() -> a shallow copy of D."),
    METHOD("__copy__", copy, 0, 0, NULL, "D.copy() -> a shallow copy of D."),
    METHOD("__reduce__", reduce, 0, 0, NULL, "Return state information for pickling."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

static Value get_factory(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(factory_of(self));
}

static bool set_factory(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, value_object(self), &as_default_dict(self)->factory, is_empty(value) ? VALUE_NONE : retain(value));
    return true;
}

static const struct NativeAttribute attributes[] = {
    {"default_factory", get_factory, set_factory, "Factory for default value called by __missing__()."},
    ATTRIBUTES_END,
};

/* ---- What the heap needs ------------------------------------------------ */

static void traverse(struct Object *object, VisitFunction visit, void *context)
{
    visit(((struct DefaultDict *)object)->factory, context);
    dict_traverse(object, visit, context);
}

static OWNED Value take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    Value factory = slot_take(vm, object, &((struct DefaultDict *)object)->factory);
    return is_empty(factory) ? dict_take(vm, object, cursor) : factory;
}

static void forget(struct Interpreter *vm, struct Object *object)
{
    slot_clear(vm, object, &((struct DefaultDict *)object)->factory);
    dict_forget(vm, object);
}

const struct TypeSpec defaultdict_type_spec = {
    .name = "collections.defaultdict",
    .documentation =
        "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\n"
        "The default factory is called without arguments to produce\na new value when a key is not present, in "
        "__getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are "
        "treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
    .instance_size = sizeof(struct DefaultDict),
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_SUBCLASS_DICT,
    .memory = {.traverse = traverse, .take = take, .clear = forget, .destroy = dict_destroy,
               .kind = OBJECT_CONTAINER},
    .operations = {.initialize = initialize, .repr = repr, .get_item = get_item, .binary[BINARY_OR] = either},
    .methods = methods,
    .attributes = attributes,
};
