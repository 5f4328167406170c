/* list[int] and its kin: a class with arguments, called as the class itself. */
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/generic_alias.h"

struct GenericAlias {
    struct Object header;
    Value origin, args, parameters; /* parameters: EMPTY until asked for */
    bool starred;
};

static struct GenericAlias *as_alias(Value v) { return (struct GenericAlias *)value_object(v); }

static bool is_alias(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_generic_alias));
}

static Value alias_new(struct Interpreter *vm, struct Type *type, Value origin, Value args)
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
    return alias_new(vm, builtin_type(vm, TYPE_generic_alias), origin, args);
}

Value generic_alias_class_getitem(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return generic_alias_new(vm, args[0], args[1]);
}

static Value alias_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    if (!is_empty(names) && tuple_length(names) != 0)
        return raise_type_error(vm, "GenericAlias() takes no keyword arguments");
    if (positional != 2)
        return raise_type_error(vm, "GenericAlias expected 2 arguments, got %zu", positional);
    return alias_new(vm, type, args[0], args[1]);
}

/* ---- Text -------------------------------------------------------------- */

/* A type argument as it is written: int, not <class 'int'>. */
bool type_argument_repr(struct StringBuilder *builder, Value v)
{
    struct Interpreter *vm = builder->vm;
    if (value_same(v, VALUE_ELLIPSIS))
        return builder_add_cstring(builder, "...");
    if (is_alias(vm, v))
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
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_alias(vm, other))
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
static bool is_own_name(Value name)
{
    static const char *const own[] = {"__class__", "__origin__", "__args__", "__parameters__", "__unpacked__",
                                      "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
                                      "__typing_unpacked_tuple_args__"};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (string_equals_cstring(name, own[i]))
            return true;
    return false;
}

static bool is_dunder(Value name)
{
    size_t length = string_length(name);
    return length > 4 && string_at(as_string(name), 0) == '_' && string_at(as_string(name), 1) == '_';
}

static Value alias_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    if (is_own_name(name) || (is_dunder(name) && string_equals_cstring(name, "__dict__")))
        return object_generic_get_attribute(vm, self, name);
    Value origin = as_alias(self)->origin;
    return object_get_attribute(vm, origin, name);
}

static Value alias_get_item(struct Interpreter *vm, Value self, Value key)
{
    (void)key;
    return raise_type_error(vm, "%R is not a generic class", self);
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

static const struct NativeMethod alias_methods[] = {
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
    (void)self;
    return retain(vm->empty_tuple);
}
static Value get_unpacked(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_alias(self)->starred);
}

static const struct NativeAttribute alias_attributes[] = {
    {"__parameters__", get_parameters, NULL, "Type variables in the GenericAlias."},
    MEMBERS_FOLLOW,
    {"__origin__", get_origin, NULL, NULL},
    {"__args__", get_args, NULL, NULL},
    {"__unpacked__", get_unpacked, NULL, NULL},
    ATTRIBUTES_END,
};

static void alias_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct GenericAlias *alias = (struct GenericAlias *)self;
    const Value held[] = {alias->origin, alias->args, alias->parameters};
    for (size_t i = 0; i < 3; i++)
        if (!is_empty(held[i]))
            visit(held[i], context);
}

static Value alias_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct GenericAlias *alias = (struct GenericAlias *)self;
    Value *const held[] = {&alias->origin, &alias->args, &alias->parameters};
    while (*cursor < 3) {
        Value *slot = held[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

const struct TypeSpec generic_alias_type_spec = {
    .name = "types.GenericAlias",
    .documentation = "GenericAlias(origin, args, /)\n--\n\n"
                     "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    .instance_size = sizeof(struct GenericAlias),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = alias_traverse, .take = alias_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = alias_construct, .call = alias_call, .repr = alias_repr, .compare = alias_compare,
                   .hash = alias_hash, .get_attribute = alias_get_attribute, .get_item = alias_get_item,
                   .binary = {[BINARY_OR] = alias_or}},
    .methods = alias_methods,
    .attributes = alias_attributes,
};
