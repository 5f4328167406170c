/*
 * The type `type`: how classes are called, shown, held and freed, and the
 * methods of class objects.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"
#include "runtime/type_internal.h"

/* ---- Calling ----------------------------------------------------------- */

Value type_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct Type *type = as_type(self);
    if (UNLIKELY(type == builtin_type(vm, TYPE_type))) {
        size_t total = arguments_total(positional, names);
        if (positional == 1 && total > 1)
            return raise_type_error(vm, "type() takes no keyword arguments");
        if (positional == 1)
            return retain(type_value(value_type(vm, args[0])));
        if (positional != 3)
            return raise_type_error(vm, "type() takes 1 or 3 arguments");
    }
    if (UNLIKELY(type->operations.construct == NULL || type->flags & TYPE_NO_INSTANCES))
        return raise_type_error(vm, "cannot create '%N' instances", type);
    Value instance = type->operations.construct(vm, type, args, positional, names);
    if (is_empty(instance))
        return EMPTY;
    struct Type *made = value_type(vm, instance);
    if (made != type && !type_is_subtype(vm, made, type))
        return instance;
    if (made->operations.initialize != NULL && !made->operations.initialize(vm, instance, args, positional, names)) {
        release(vm, instance);
        return EMPTY;
    }
    return instance;
}

static bool check_argument(struct Interpreter *vm, Value v, bool right, int number, const char *wanted)
{
    if (!right)
        raise_type_error(vm, "type.__new__() argument %d must be %s, not %A", number, wanted, v);
    return right;
}

/* Another metaclass won: its own __new__ makes the class. */
static Value construct_by(struct Interpreter *vm, struct Type *winner, const Value *args, size_t positional, Value names)
{
    return winner->operations.construct(vm, winner, args, positional, names);
}

static bool check_bases(struct Interpreter *vm, Value bases)
{
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Value base = as_tuple(bases)->items[i];
        if (is_type(base))
            continue;
        Value entries = object_lookup_attribute(vm, base, NAME(vm, __mro_entries__));
        if (is_empty(entries))
            return false;
        if (!is_absent(entries)) {
            release(vm, entries);
            raise_type_error(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
            return false;
        }
    }
    return true;
}

static Value type_construct(struct Interpreter *vm, struct Type *metatype, const Value *args, size_t positional,
                            Value names)
{
    if (positional != 3)
        return raise_type_error(vm, "type.__new__() takes exactly 3 arguments (%zu given)", positional);
    if (!check_argument(vm, args[0], is_string(vm, args[0]), 1, "str") ||
        !check_argument(vm, args[1], is_tuple(vm, args[1]), 2, "tuple") ||
        !check_argument(vm, args[2], is_dict(vm, args[2]), 3, "dict"))
        return EMPTY;
    if (!check_bases(vm, args[1]))
        return EMPTY;
    struct Type *winner = metatype_calculate(vm, metatype, args[1]);
    if (winner == NULL)
        return EMPTY;
    if (winner != metatype && winner->operations.construct != type_construct)
        return construct_by(vm, winner, args, positional, names);
    return type_new(vm, winner, args[0], args[1], args[2], args + 3, names);
}

static bool type_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    (void)self, (void)args, (void)names;
    if (positional == 1 && !is_empty(names) && tuple_length(names) != 0) {
        raise_type_error(vm, "type.__init__() takes no keyword arguments");
        return false;
    }
    if (positional != 1 && positional != 3) {
        raise_type_error(vm, "type.__init__() takes 1 or 3 arguments");
        return false;
    }
    return true;
}

/* ---- Text and operators ------------------------------------------------ */

static Value type_repr(struct Interpreter *vm, Value self)
{
    Value module = type_module(vm, as_type(self)); /* without one the qualified name is not shown either */
    if (is_empty(module))
        return EMPTY;
    Value name = is_string(vm, module) ? type_full_name(vm, as_type(self)) : type_name_value(vm, as_type(self));
    release(vm, module);
    if (is_empty(name))
        return EMPTY;
    Value text = string_from_format(vm, "<class '%V'>", name);
    release(vm, name);
    return text;
}

/* ---- Methods ----------------------------------------------------------- */

static Value type_mro_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!type_ready(vm, as_type(args[0])))
        return EMPTY;
    Value mro = mro_compute(vm, as_type(args[0]));
    if (is_empty(mro))
        return EMPTY;
    Value list = list_from_iterable(vm, mro);
    release(vm, mro);
    return list;
}

static Value type_subclasses_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Type *type = as_type(args[0]);
    if (!(type->flags & TYPE_HEAP))
        for (size_t i = 0; i < TYPE_COUNT; i++)
            if (!type_ready(vm, &vm->types[i]))
                return EMPTY;
    Value list = list_new(vm, type->subclass_count);
    for (uint32_t i = 0; !is_empty(list) && i < type->subclass_count; i++)
        if (!list_append(vm, list, retain(type_value(type->subclasses[i])))) {
            release(vm, list);
            return EMPTY;
        }
    return list;
}

static Value type_instancecheck_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int found = type_native_is_instance(vm, args[1], args[0]);
    return found < 0 ? EMPTY : value_from_bool(found);
}

static Value type_subclasscheck_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int found = type_native_is_subclass(vm, args[1], args[0]);
    return found < 0 ? EMPTY : value_from_bool(found);
}

static Value type_prepare_method(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    return dict_new(vm);
}

/* The names of a class and all its bases. */
static bool merge_names(struct Interpreter *vm, Value names, struct Type *type)
{
    if (!type_ready(vm, type) || is_empty(type->dict) || !dict_update(vm, names, type->dict))
        return false;
    for (size_t i = 0; !is_empty(type->mro) && i < tuple_length(type->mro); i++) {
        Value base = as_tuple(type->mro)->items[i];
        if (is_type(base) && type_ready(vm, as_type(base)) && !is_empty(as_type(base)->dict) &&
            !dict_update(vm, names, as_type(base)->dict))
            return false;
    }
    return true;
}

static Value type_dir_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value names = dict_new(vm);
    if (is_empty(names))
        return EMPTY;
    Value list = merge_names(vm, names, as_type(args[0])) ? dict_keys_list(vm, names) : EMPTY;
    release(vm, names);
    return list;
}

static Value type_sizeof_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_small_int(as_type(args[0])->flags & TYPE_HEAP
                                    ? (int64_t)object_cell_size(value_object(args[0]))
                                    : (int64_t)sizeof(struct Type));
}

static Value type_or(struct Interpreter *vm, Value left, Value right)
{
    return union_of(vm, left, right);
}

static const struct NativeMethod type_methods[] = {
    METHOD("mro", type_mro_method, 0, 0, "", "Return a type's method resolution order."),
    METHOD("__subclasses__", type_subclasses_method, 0, 0, "", "Return a list of immediate subclasses."),
    METHOD("__instancecheck__", type_instancecheck_method, 1, 1, "instance, /", "Check if an object is an instance."),
    METHOD("__subclasscheck__", type_subclasscheck_method, 1, 1, "subclass, /", "Check if a class is a subclass."),
    {"__prepare__", {.raw = type_prepare_method}, 0, 0, NATIVE_RAW | NATIVE_CLASS_METHOD, NULL,
     "Create the namespace for the class statement"},
    METHOD("__dir__", type_dir_method, 0, 0, "", "Specialized __dir__ implementation for types."),
    METHOD("__sizeof__", type_sizeof_method, 0, 0, "", "Return memory consumption of the type object."),
    METHODS_END,
};

/* ---- Memory ------------------------------------------------------------ */

static void visit_held(Value v, VisitFunction visit, void *context)
{
    if (!is_empty(v))
        visit(v, context);
}

void type_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Type *type = (struct Type *)self;
    visit_held(type->dict, visit, context);
    visit_held(type->bases, visit, context);
    visit_held(type->mro, visit, context);
    visit_held(type->name, visit, context);
    visit_held(type->qualified_name, visit, context);
    visit_held(type->slot_names, visit, context);
    if (type->base != NULL)
        visit(type_value(type->base), context);
    shapes_traverse(type->root_shape, visit, context);
}

static void unlink_from_bases(struct Interpreter *vm, struct Type *type)
{
    if (is_empty(type->bases))
        return;
    for (size_t i = 0; i < tuple_length(type->bases); i++)
        type_remove_subclass(vm, as_type(as_tuple(type->bases)->items[i]), type);
}

static Value type_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Type *type = (struct Type *)self;
    if (*cursor == 0) {
        type_modified(vm, type);
        unlink_from_bases(vm, type);
    }
    Value *const slots[] = {&type->dict, &type->mro, &type->bases, &type->slot_names, &type->qualified_name, &type->name};
    while (*cursor < sizeof slots / sizeof slots[0]) {
        Value *slot = slots[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    struct Type *base = type->base;
    type->base = NULL;
    return base == NULL ? VALUE_END : type_value(base);
}

/* Garbage instances may still need the layout: the class gives up only what makes cycles. */
static void type_clear(struct Interpreter *vm, struct Object *self)
{
    struct Type *type = (struct Type *)self;
    type_modified(vm, type);
    if (!is_empty(type->dict))
        dict_clear(vm, type->dict);
    slot_clear(vm, type, &type->mro);
}

static void type_destroy(struct Interpreter *vm, struct Object *self)
{
    struct Type *type = (struct Type *)self;
    heap_free(vm, MEMORY_WEAK, type->subclasses, type->subclass_capacity * sizeof(struct Type *));
    type->subclasses = NULL;
    type->subclass_capacity = type->subclass_count = 0;
    if (type->utf8_size != 0)
        heap_free(vm, MEMORY_BYTES, type->utf8_name, type->utf8_size);
    type->utf8_name = NULL;
    type->utf8_size = 0;
    shapes_destroy(vm, type->root_shape);
    type->root_shape = NULL;
}

/* CPython's collector does not look at the tuple of slots that a type keeps. */
static size_t type_weight(struct Interpreter *vm, struct Object *self)
{
    Value slots = ((struct Type *)self)->slot_names;
    return is_empty(slots) || !value_is_tracked(vm, slots);
}

const struct TypeSpec type_type_spec = {
    .name = "type",
    .documentation = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .instance_size = sizeof(struct Type),
    .flags = TYPE_BASE | TYPE_OWN_DICT | TYPE_SUBCLASS_TYPE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = type_traverse, .take = type_take, .clear = type_clear, .destroy = type_destroy,
               .weigh = type_weight, .kind = OBJECT_CONTAINER},
    .operations =
        {
            .construct = type_construct,
            .initialize = type_initialize,
            .call = type_call,
            .repr = type_repr,
            .get_attribute = type_get_attribute,
            .set_attribute = type_set_attribute,
            .binary = {[BINARY_OR] = type_or},
        },
    .methods = type_methods,
    .attributes = type_attribute_table,
};
