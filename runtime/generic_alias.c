/*
 * list[int] and its kin: a class with arguments, called as the class itself.
 *
 * Invariant: args is a tuple; parameters is one, too, or EMPTY until somebody
 * asks for it.
 */
#include "runtime/generic_alias.h"

#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

struct GenericAlias {
    struct Object header;
    Value origin, args, parameters;
    bool starred; /* *list[int] */
};
enum { ALIAS_VALUES = 3 };

static struct GenericAlias *as_alias(Value v) { return (struct GenericAlias *)value_object(v); }

bool is_generic_alias(struct Interpreter *vm, Value v)
{
    return is_object(v) && (value_object(v)->type == builtin_type(vm, TYPE_generic_alias) ||
                            type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_generic_alias)));
}

static Value alias_of_type(struct Interpreter *vm, struct Type *type, Value origin, Value args)
{
    struct GenericAlias *alias = (struct GenericAlias *)object_allocate(vm, type, type->instance_size);
    if (alias == NULL)
        return EMPTY;
    slot_init(vm, alias, &alias->origin, retain(origin));
    Value tuple = is_tuple(vm, args) ? retain(args) : tuple_new(vm, &args, 1);
    if (is_empty(tuple)) {
        release(vm, value_from_object(alias));
        return EMPTY;
    }
    slot_init(vm, alias, &alias->args, tuple);
    return value_from_object(alias);
}

Value generic_alias_new(struct Interpreter *vm, Value origin, Value args)
{
    return alias_of_type(vm, builtin_type(vm, TYPE_generic_alias), origin, args);
}

Value generic_alias_class_getitem(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return generic_alias_new(vm, args[0], args[1]);
}

static Value alias_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    if (!check_no_keywords(vm, "GenericAlias", names) || !check_positional(vm, "GenericAlias", positional, 2, 2))
        return EMPTY;
    return alias_of_type(vm, type, args[0], args[1]);
}

/* ---- Text -------------------------------------------------------------- */

/* A type argument as it is written: int, not <class 'int'>. */
bool type_argument_repr(struct StringBuilder *builder, Value v)
{
    struct Interpreter *vm = builder->vm;
    if (value_same(v, VALUE_ELLIPSIS))
        return builder_add_cstring(builder, "...");
    if (is_generic_alias(vm, v))
        return builder_add_repr(builder, v);
    if (is_list(vm, v)) {
        bool listed = builder_add_char(builder, '[');
        for (size_t i = 0; listed && i < as_list(v)->length; i++)
            listed = (i == 0 || builder_add_cstring(builder, ", ")) && type_argument_repr(builder, as_list(v)->items[i]);
        return listed && builder_add_char(builder, ']');
    }
    if (!is_type(v))
        return builder_add_repr(builder, v);
    Value name = type_full_name(vm, as_type(v));
    bool good = !is_empty(name) && builder_add_string(builder, name);
    release_maybe(vm, name);
    return good;
}

static Value alias_repr(struct Interpreter *vm, Value self)
{
    const struct GenericAlias *alias = as_alias(self);
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = (!alias->starred || builder_add_char(&builder, '*')) && type_argument_repr(&builder, alias->origin) &&
                builder_add_char(&builder, '[');
    size_t count = tuple_length(alias->args);
    for (size_t i = 0; good && i < count; i++)
        good = (i == 0 || builder_add_cstring(&builder, ", ")) &&
               type_argument_repr(&builder, as_tuple(alias->args)->items[i]);
    if (good && count == 0)
        good = builder_add_cstring(&builder, "()");
    if (good && builder_add_char(&builder, ']'))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Behaviour --------------------------------------------------------- */

static Value alias_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value made = object_call(vm, as_alias(self)->origin, args, positional, names);
    if (is_empty(made))
        return EMPTY;
    Value name = string_intern_cstring(vm, "__orig_class__");
    if (is_empty(name) || !object_set_attribute(vm, made, name, self)) {
        if (!is_empty(name) && (error_matches(vm, TYPE_AttributeError) || error_matches(vm, TYPE_TypeError)))
            error_clear(vm);
        else {
            release(vm, made);
            made = EMPTY;
        }
    }
    release_maybe(vm, name);
    return made;
}

static Value alias_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_generic_alias(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    int equal = as_alias(self)->starred == as_alias(other)->starred;
    if (equal)
        equal = object_equals(vm, as_alias(self)->origin, as_alias(other)->origin);
    if (equal > 0)
        equal = object_equals(vm, as_alias(self)->args, as_alias(other)->args);
    return equal < 0 ? EMPTY : value_from_bool((equal > 0) == (operation == COMPARE_EQ));
}

static bool alias_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    int64_t of_args;
    if (!object_hash(vm, as_alias(self)->origin, hash) || !object_hash(vm, as_alias(self)->args, &of_args))
        return false;
    *hash ^= of_args;
    if (*hash == -1)
        *hash = -2;
    return true;
}

/* Names that are the alias's own; all others are the class's. */
static const char *const own_names[] = {
    "__class__", "__bases__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__mro_entries__", "__reduce_ex__",
    "__reduce__", "__copy__", "__deepcopy__", "__typing_unpacked_tuple_args__",
};

static bool is_own_name(Value name)
{
    if (string_length(name) < 8) /* the shortest of them */
        return false;
    for (size_t i = 0; i < sizeof own_names / sizeof own_names[0]; i++)
        if (string_equals_cstring(name, own_names[i]))
            return true;
    return false;
}

static Value alias_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    if (!is_string(vm, name) || is_own_name(name) || string_equals_cstring(name, "__bases__"))
        return object_generic_get_attribute(vm, self, name);
    Value origin = as_alias(self)->origin;
    return object_get_attribute(vm, origin, name);
}

/* The cached tuple of parameters: BORROWED, or EMPTY when there is no memory for it. */
static Value parameters_of(struct Interpreter *vm, struct GenericAlias *alias)
{
    if (is_empty(alias->parameters)) {
        Value found = generic_parameters(vm, alias->args);
        if (is_empty(found))
            return EMPTY;
        if (is_empty(alias->parameters))
            slot_init(vm, alias, &alias->parameters, found);
        else
            release(vm, found);
    }
    return alias->parameters;
}

static Value alias_get_item(struct Interpreter *vm, Value self, Value key)
{
    struct GenericAlias *alias = as_alias(self);
    Value parameters = parameters_of(vm, alias);
    if (is_empty(parameters))
        return EMPTY;
    Value args = generic_substitute(vm, self, alias->args, parameters, key);
    if (is_empty(args))
        return EMPTY;
    Value made = generic_alias_new(vm, alias->origin, args);
    if (!is_empty(made))
        as_alias(made)->starred = alias->starred;
    release(vm, args);
    return made;
}

/* *alias, which is what iterating gives, once. */
static Value starred(struct Interpreter *vm, Value self)
{
    Value made = alias_of_type(vm, value_type(vm, self), as_alias(self)->origin, as_alias(self)->args);
    if (!is_empty(made))
        as_alias(made)->starred = true;
    return made;
}

struct AliasIterator {
    struct Object header;
    Value alias; /* EMPTY once it was given */
};

static Value alias_iterate(struct Interpreter *vm, Value self)
{
    struct AliasIterator *iterator = (struct AliasIterator *)
        object_allocate(vm, builtin_type(vm, TYPE_generic_alias_iterator), sizeof(struct AliasIterator));
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->alias, retain(self));
    return value_from_object(iterator);
}

static Value iterator_next_alias(struct Interpreter *vm, Value self)
{
    struct AliasIterator *iterator = (struct AliasIterator *)value_object(self);
    if (is_empty(iterator->alias))
        return VALUE_END;
    Value alias = slot_take(vm, iterator, &iterator->alias), made = starred(vm, alias);
    release(vm, alias);
    return made;
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static Value alias_or(struct Interpreter *vm, Value left, Value right) { return union_of(vm, left, right); }

static Value alias_mro_entries(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return tuple_new(vm, &as_alias(args[0])->origin, 1);
}

static Value alias_instancecheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_type_error(vm, "isinstance() argument 2 cannot be a parameterized generic");
}

static Value alias_subclasscheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_type_error(vm, "issubclass() argument 2 cannot be a parameterized generic");
}

/* (iter, (alias,)), or over nothing. */
static Value iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct AliasIterator *iterator = (struct AliasIterator *)value_object(args[0]);
    Value over = is_empty(iterator->alias) ? tuple_new(vm, NULL, 0) : retain(iterator->alias);
    return is_empty(over) ? EMPTY : reduce_with_builtin(vm, "iter", over, EMPTY);
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__reduce__", iterator_reduce, 0, 0, NULL, NULL),
    METHODS_END,
};

/* next(iter(alias)) makes a starred one again. */
static Value reduce_starred(struct Interpreter *vm, Value self)
{
    Value name = string_intern_cstring(vm, "next");
    if (is_empty(name))
        return EMPTY;
    Value next = dict_get(vm, vm->builtins, name), plain = EMPTY, iterator = EMPTY, result = EMPTY;
    release(vm, name);
    if (!is_empty(next) && !is_absent(next))
        plain = generic_alias_new(vm, as_alias(self)->origin, as_alias(self)->args);
    if (!is_empty(plain))
        iterator = alias_iterate(vm, plain);
    Value arguments = is_empty(iterator) ? EMPTY : tuple_pack(vm, 1, iterator);
    if (!is_empty(arguments))
        result = tuple_pack(vm, 2, next, arguments);
    release_maybe(vm, arguments);
    release_maybe(vm, iterator);
    release_maybe(vm, plain);
    if (is_absent(next))
        raise_error(vm, TYPE_AttributeError, "next");
    release_maybe(vm, next);
    return result;
}

static Value alias_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct GenericAlias *alias = as_alias(args[0]);
    if (alias->starred)
        return reduce_starred(vm, args[0]);
    Value arguments = tuple_pack(vm, 2, alias->origin, alias->args);
    if (is_empty(arguments))
        return EMPTY;
    Value result = tuple_pack(vm, 2, type_value(value_type(vm, args[0])), arguments);
    release(vm, arguments);
    return result;
}

/* The names of the class, and those that are answered here. */
static Value alias_dir(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value name = string_intern_cstring(vm, "__dir__");
    if (is_empty(name))
        return EMPTY;
    Value origin = as_alias(args[0])->origin, method = EMPTY;
    Value metaclass = type_value(value_type(vm, origin));
    method = object_get_attribute(vm, metaclass, name);
    release(vm, name);
    Value given = is_empty(method) ? EMPTY : object_call_1(vm, method, origin), list = EMPTY;
    release_maybe(vm, method);
    if (!is_empty(given))
        list = list_from_iterable(vm, given);
    release_maybe(vm, given);
    for (size_t i = 0; !is_empty(list) && i < sizeof own_names / sizeof own_names[0]; i++) {
        Value own = string_intern_cstring(vm, own_names[i]);
        int known = is_empty(own) ? -1 : object_contains(vm, list, own);
        bool good = known > 0 || (known == 0 && list_append(vm, list, retain(own)));
        release_maybe(vm, own);
        if (!good) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

static const struct NativeMethod alias_methods[] = {
    METHOD("__reduce__", alias_reduce, 0, 0, NULL, NULL),
    METHOD("__dir__", alias_dir, 0, 0, NULL, NULL),
    METHOD("__mro_entries__", alias_mro_entries, 1, 1, "bases, /", NULL),
    METHOD("__instancecheck__", alias_instancecheck, 1, 1, "instance, /", NULL),
    METHOD("__subclasscheck__", alias_subclasscheck, 1, 1, "subclass, /", NULL),
    METHODS_END,
};

static Value get_origin(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_alias(self)->origin);
}
static Value get_args(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_alias(self)->args);
}
static Value get_parameters(struct Interpreter *vm, Value self)
{
    Value parameters = parameters_of(vm, as_alias(self));
    return is_empty(parameters) ? EMPTY : retain(parameters);
}
static Value get_unpacked_args(struct Interpreter *vm, Value self)
{
    const struct GenericAlias *alias = as_alias(self);
    bool is_tuple_alias = value_same(alias->origin, type_value(builtin_type(vm, TYPE_tuple)));
    return alias->starred && is_tuple_alias ? retain(alias->args) : VALUE_NONE;
}
static Value get_unpacked(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_alias(self)->starred);
}

static const struct NativeAttribute alias_attributes[] = {
    {"__parameters__", get_parameters, NULL, "Type variables in the GenericAlias."},
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__origin__", get_origin, NULL, NULL},
    {"__args__", get_args, NULL, NULL},
    {"__unpacked__", get_unpacked, NULL, NULL},
    ATTRIBUTES_END,
};

static void alias_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, ALIAS_VALUES, visit, context);
}

static Value alias_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, ALIAS_VALUES, cursor);
}

static void iterator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, 1, visit, context);
}

static Value iterator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, 1, cursor);
}

const struct TypeSpec generic_alias_iterator_type_spec = {
    .name = "generic_alias_iterator",
    .instance_size = sizeof(struct AliasIterator),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = iterator_next_alias},
    .methods = iterator_methods,
};

const struct TypeSpec generic_alias_type_spec = {
    .name = "types.GenericAlias",
    .documentation = "GenericAlias(origin, args, /)\n--\n\n"
                     "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    .instance_size = sizeof(struct GenericAlias),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = alias_traverse, .take = alias_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = alias_construct, .call = alias_call, .repr = alias_repr, .compare = alias_compare,
                   .hash = alias_hash, .get_attribute = alias_get_attribute, .get_item = alias_get_item,
                   .iterate = alias_iterate,
                   .binary = {[BINARY_OR] = alias_or}},
    .methods = alias_methods,
    .attributes = alias_attributes,
};
