/* int | str: a set of classes, for isinstance and annotations. */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/iterators.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

struct UnionType {
    struct Object header;
    Value args;       /* tuple, without duplicates */
    Value parameters; /* tuple; EMPTY until asked for */
};

static Value args_of(Value v) { return ((struct UnionType *)value_object(v))->args; }
static bool is_union(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_union_type); }

static bool is_unionable(struct Interpreter *vm, Value v)
{
    return is_none(v) || is_type(v) || is_generic_alias(vm, v) || is_union(vm, v);
}

static bool add_member(struct Interpreter *vm, Value members, Value v)
{
    if (is_none(v))
        v = type_value(builtin_type(vm, TYPE_NoneType));
    for (size_t i = 0; i < as_list(members)->length; i++) {
        int same = object_equals(vm, as_list(members)->items[i], v);
        if (same != 0)
            return same > 0;
    }
    return list_append(vm, members, retain(v));
}

static bool add_operand(struct Interpreter *vm, Value members, Value v)
{
    if (!is_union(vm, v))
        return add_member(vm, members, v);
    for (size_t i = 0; i < tuple_length(args_of(v)); i++)
        if (!add_member(vm, members, as_tuple(args_of(v))->items[i]))
            return false;
    return true;
}

Value union_of(struct Interpreter *vm, Value left, Value right)
{
    if (!is_unionable(vm, left) || !is_unionable(vm, right))
        return VALUE_NOT_IMPLEMENTED;
    Value members = list_new(vm, 2);
    if (is_empty(members))
        return EMPTY;
    Value result = EMPTY;
    if (add_operand(vm, members, left) && add_operand(vm, members, right)) {
        if (as_list(members)->length == 1) {
            result = retain(as_list(members)->items[0]);
        } else {
            Value args = list_to_tuple(vm, members);
            struct UnionType *made = is_empty(args) ? NULL
                : (struct UnionType *)object_allocate(vm, builtin_type(vm, TYPE_union_type), sizeof(struct UnionType));
            if (made != NULL) {
                slot_init(vm, made, &made->args, args);
                result = value_from_object(made);
            } else
                release_maybe(vm, args);
        }
    }
    release(vm, members);
    return result;
}

static Value union_repr(struct Interpreter *vm, Value self)
{
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = true;
    for (size_t i = 0; good && i < tuple_length(args_of(self)); i++) {
        Value v = as_tuple(args_of(self))->items[i];
        good = i == 0 || builder_add_cstring(&builder, " | ");
        if (good && value_same(v, type_value(builtin_type(vm, TYPE_NoneType))))
            good = builder_add_cstring(&builder, "None");
        else
            good = good && type_argument_repr(&builder, v);
    }
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static bool contains_all(struct Interpreter *vm, Value a, Value b, int *result)
{
    for (size_t i = 0; i < tuple_length(b); i++) {
        *result = object_contains(vm, a, as_tuple(b)->items[i]);
        if (*result <= 0)
            return *result == 0;
    }
    return true;
}

static Value union_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_union(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    int equal = tuple_length(args_of(self)) == tuple_length(args_of(other));
    if (equal && !contains_all(vm, args_of(self), args_of(other), &equal))
        return EMPTY;
    return value_from_bool((equal > 0) == (operation == COMPARE_EQ));
}

static bool union_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    Value members = set_from_iterable(vm, TYPE_frozenset, args_of(self));
    bool good = !is_empty(members) && object_hash(vm, members, hash);
    release_maybe(vm, members);
    return good;
}

/* The members are asked in order: the first that says yes ends it. */
static Value check_members(struct Interpreter *vm, Value self, Value v, const char *function,
                           int (*ask)(struct Interpreter *, Value, Value))
{
    Value members = args_of(self);
    for (size_t i = 0; i < tuple_length(members); i++) {
        Value member = as_tuple(members)->items[i];
        if (is_generic_alias(vm, member))
            return raise_type_error(vm, "%s() argument 2 cannot be a parameterized generic", function);
        int found = ask(vm, v, member);
        if (found != 0)
            return found < 0 ? EMPTY : VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value union_instancecheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_members(vm, args[0], args[1], "isinstance", object_is_instance);
}

static Value union_subclasscheck(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_type(args[1]))
        return raise_type_error(vm, "issubclass() arg 1 must be a class");
    return check_members(vm, args[0], args[1], "issubclass", object_is_subclass);
}

static const struct NativeMethod union_methods[] = {
    METHOD("__instancecheck__", union_instancecheck, 1, 1, "instance, /", NULL),
    METHOD("__subclasscheck__", union_subclasscheck, 1, 1, "subclass, /", NULL),
    METHODS_END,
};

static Value get_args(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(args_of(self));
}

/* The cached tuple: BORROWED, or EMPTY. */
static Value parameters_of(struct Interpreter *vm, Value self)
{
    struct UnionType *held = (struct UnionType *)value_object(self);
    if (is_empty(held->parameters)) {
        Value found = generic_parameters(vm, held->args);
        if (is_empty(found))
            return EMPTY;
        if (is_empty(held->parameters))
            slot_init(vm, held, &held->parameters, found);
        else
            release(vm, found);
    }
    return held->parameters;
}

static Value get_parameters(struct Interpreter *vm, Value self)
{
    Value parameters = parameters_of(vm, self);
    return is_empty(parameters) ? EMPTY : retain(parameters);
}

/* The members with their parameters replaced, united anew. */
static Value union_get_item(struct Interpreter *vm, Value self, Value key)
{
    Value parameters = parameters_of(vm, self);
    if (is_empty(parameters))
        return EMPTY;
    Value args = generic_substitute(vm, self, args_of(self), parameters, key);
    if (is_empty(args))
        return EMPTY;
    Value result = tuple_length(args) == 0 ? VALUE_NONE : retain(as_tuple(args)->items[0]);
    for (size_t i = 1; !is_empty(result) && i < tuple_length(args); i++) {
        Value next = object_binary(vm, BINARY_OR, result, as_tuple(args)->items[i]);
        release(vm, result);
        result = next;
    }
    release(vm, args);
    return result;
}

static const struct NativeAttribute union_attributes[] = {
    {"__parameters__", get_parameters, NULL, "Type variables in the types.UnionType."},
    MEMBERS_FOLLOW,
    {"__args__", get_args, NULL, NULL},
    ATTRIBUTES_END,
};

static void union_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, 2, visit, context);
}

static Value union_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, 2, cursor);
}

const struct TypeSpec union_type_type_spec = {
    .name = "types.UnionType",
    .documentation = "Represent a PEP 604 union type\n\nE.g. for int | str",
    .instance_size = sizeof(struct UnionType),
    .memory = {.traverse = union_traverse, .take = union_take, .kind = OBJECT_CONTAINER},
    .operations = {.repr = union_repr, .compare = union_compare, .hash = union_hash,
                   .get_item = union_get_item, .binary = {[BINARY_OR] = union_of}},
    .methods = union_methods,
    .attributes = union_attributes,
};
