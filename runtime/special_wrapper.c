/*
 * Wrappers: native operations as Python sees them.  int.__add__ is a
 * wrapper_descriptor ("slot wrapper"), (1).__add__ a method_wrapper.
 *
 * A wrapper holds its row of the table and its owner, not the function: the
 * operation of a built-in type never changes.
 */
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

typedef Value (*UnaryFunction)(struct Interpreter *vm, Value self);
typedef Value (*BinaryFunction)(struct Interpreter *vm, Value left, Value right);
typedef Value (*CompareFunction)(struct Interpreter *vm, Value self, Value other, enum Comparison operation);
typedef bool (*SetFunction)(struct Interpreter *vm, Value self, Value key, Value value);

/* ---- One function for each kind of wrapping ---------------------------- */

static bool takes(struct Interpreter *vm, size_t given, size_t minimum, size_t maximum, bool generic)
{
    if (given >= minimum && given <= maximum)
        return true;
    size_t expected = given < minimum ? minimum : maximum;
    const char *bound = minimum == maximum ? "" : given < minimum ? "at least " : "at most ";
    /* the blank stands where CPython's generic text has the name of the function */
    raise_type_error(vm, "%sexpected %s%zu argument%s, got %zu", generic ? " " : "", bound, expected,
                     expected == 1 ? "" : "s", given);
    return false;
}

static Value none_if(bool succeeded) { return succeeded ? VALUE_NONE : EMPTY; }

static Value wrap_hash(struct Interpreter *vm, Operation operation, Value self)
{
    int64_t hash;
    bool (*function)(struct Interpreter *, Value, int64_t *) =
        (bool (*)(struct Interpreter *, Value, int64_t *))operation;
    return function(vm, self, &hash) ? int_new(vm, hash) : EMPTY;
}

static Value wrap_length(struct Interpreter *vm, Operation operation, Value self)
{
    int64_t length = ((int64_t(*)(struct Interpreter *, Value))operation)(vm, self);
    return length < 0 ? EMPTY : int_new(vm, length);
}

static Value wrap_truth(struct Interpreter *vm, Operation operation, Value self)
{
    int truth = ((int (*)(struct Interpreter *, Value))operation)(vm, self);
    return truth < 0 ? EMPTY : value_from_bool(truth);
}

static Value wrap_next(struct Interpreter *vm, Operation operation, Value self)
{
    Value result = ((UnaryFunction)operation)(vm, self);
    if (!is_end(result))
        return result;
    Value returned = iterator_result(vm);
    raise_stop_iteration(vm, returned);
    release(vm, returned);
    return EMPTY;
}

static Value wrap_repeat(struct Interpreter *vm, Operation operation, Value self, Value count)
{
    int64_t number;
    if (!object_as_int64(vm, count, TYPE_OverflowError, &number))
        return EMPTY;
    return ((Value(*)(struct Interpreter *, Value, int64_t))operation)(vm, self, number);
}

static Value wrap_contains(struct Interpreter *vm, Operation operation, Value self, Value item)
{
    int found = ((int (*)(struct Interpreter *, Value, Value))operation)(vm, self, item);
    return found < 0 ? EMPTY : value_from_bool(found);
}

static Value wrap_get_attribute(struct Interpreter *vm, Operation operation, Value self, Value name)
{
    if (!is_string(vm, name))
        return raise_type_error(vm, "attribute name must be string, not '%T'", name);
    Value result = ((BinaryFunction)operation)(vm, self, name);
    if (is_absent(result) && is_type(self) && (BinaryFunction)operation == object_generic_get_attribute) {
        Value message = string_from_format(vm, "'%.100T' object has no attribute '%V'", self, name);
        return is_empty(message) ? EMPTY : raise_attribute_message(vm, self, name, message);
    }
    return is_absent(result) ? raise_attribute_error(vm, self, name) : result;
}

/* object.__setattr__(a_type, …) must not get round the type's own rules. */
static Value wrap_set_attribute(struct Interpreter *vm, Operation operation, Value self, Value name, Value value)
{
    if (!is_string(vm, name))
        return raise_type_error(vm, "attribute name must be string, not '%T'", name);
    if (is_type(self) && (SetFunction)operation != type_set_attribute)
        return raise_type_error(vm, "can't apply this %s to %T object", is_empty(value) ? "__delattr__" : "__setattr__",
                                self);
    return none_if(((SetFunction)operation)(vm, self, name, value));
}

static Value wrap_descriptor_get(struct Interpreter *vm, Operation operation, Value self, const Value *args, size_t count)
{
    Value instance = is_none(args[0]) ? EMPTY : args[0];
    Value owner = count < 2 || is_none(args[1]) ? EMPTY : args[1];
    if (is_empty(instance) && is_empty(owner))
        return raise_type_error(vm, "__get__(None, None) is invalid");
    if (is_none(args[0]) && !is_empty(owner) && value_same(owner, type_value(builtin_type(vm, TYPE_NoneType))))
        instance = VALUE_NONE;
    return ((Value(*)(struct Interpreter *, Value, Value, Value))operation)(
        vm, self, instance, is_empty(owner) ? type_value(value_type(vm, args[0])) : owner);
}

static Value wrap_power(struct Interpreter *vm, Operation operation, Value left, Value right, Value modulus,
                        struct Type *owner)
{
    if (is_absent(modulus) || is_none(modulus))
        return ((BinaryFunction)operation)(vm, left, right);
    if (owner->operations.power == NULL)
        return VALUE_NOT_IMPLEMENTED;
    return owner->operations.power(vm, left, right, modulus);
}

/* Number of arguments after self: minimum and maximum. */
static void argument_range(enum WrapKind kind, size_t *minimum, size_t *maximum)
{
    switch (kind) {
    case WRAP_UNARY: case WRAP_HASH: case WRAP_NEXT: case WRAP_TRUTH: case WRAP_LENGTH:
        *minimum = *maximum = 0;
        break;
    case WRAP_SET_ATTRIBUTE: case WRAP_SET_ITEM: case WRAP_DESCRIPTOR_SET:
        *minimum = *maximum = 2;
        break;
    case WRAP_POWER_LEFT: case WRAP_POWER_RIGHT: case WRAP_DESCRIPTOR_GET:
        *minimum = 1, *maximum = 2;
        break;
    default:
        *minimum = *maximum = 1;
    }
}

static Value wrap_one(struct Interpreter *vm, const struct SpecialMethod *special, Operation operation, Value self,
                      Value argument)
{
    switch (special->wrap) {
    case WRAP_LEFT: case WRAP_IN_PLACE:
        return ((BinaryFunction)operation)(vm, self, argument);
    case WRAP_RIGHT:
        return ((BinaryFunction)operation)(vm, argument, self);
    case WRAP_GET_ATTRIBUTE:
        return wrap_get_attribute(vm, operation, self, argument);
    case WRAP_DELETE_ATTRIBUTE:
        return wrap_set_attribute(vm, operation, self, argument, EMPTY);
    case WRAP_REPEAT:
        return wrap_repeat(vm, operation, self, argument);
    case WRAP_CONTAINS:
        return wrap_contains(vm, operation, self, argument);
    case WRAP_DELETE_ITEM: case WRAP_DESCRIPTOR_DELETE:
        return none_if(((SetFunction)operation)(vm, self, argument, EMPTY));
    default:
        return ((CompareFunction)operation)(vm, self, argument, (enum Comparison)(special->wrap - WRAP_COMPARE_LT));
    }
}

static Value wrap_positional(struct Interpreter *vm, const struct WrapperDescriptor *wrapper, Operation operation,
                             Value self, const Value *args, size_t count)
{
    switch (wrapper->special->wrap) {
    case WRAP_UNARY:
        return ((UnaryFunction)operation)(vm, self);
    case WRAP_HASH:
        return wrap_hash(vm, operation, self);
    case WRAP_NEXT:
        return wrap_next(vm, operation, self);
    case WRAP_TRUTH:
        return wrap_truth(vm, operation, self);
    case WRAP_LENGTH:
        return wrap_length(vm, operation, self);
    case WRAP_SET_ATTRIBUTE:
        return wrap_set_attribute(vm, operation, self, args[0], args[1]);
    case WRAP_SET_ITEM: case WRAP_DESCRIPTOR_SET:
        return none_if(((SetFunction)operation)(vm, self, args[0], args[1]));
    case WRAP_POWER_LEFT:
        return wrap_power(vm, operation, self, args[0], count > 1 ? args[1] : VALUE_ABSENT, wrapper->owner);
    case WRAP_POWER_RIGHT:
        return wrap_power(vm, operation, args[0], self, count > 1 ? args[1] : VALUE_ABSENT, wrapper->owner);
    case WRAP_DESCRIPTOR_GET:
        return wrap_descriptor_get(vm, operation, self, args, count);
    default:
        return wrap_one(vm, wrapper->special, operation, self, args[0]);
    }
}

static Value wrapper_invoke(struct Interpreter *vm, const struct WrapperDescriptor *wrapper, Value self,
                            const Value *args, size_t positional, Value names)
{
    const struct SpecialMethod *special = wrapper->special;
    Operation operation = operation_at(&wrapper->owner->operations, special->offset);
    if (special->wrap == WRAP_CALL)
        return ((Value(*)(struct Interpreter *, Value, const Value *, size_t, Value))operation)(vm, self, args,
                                                                                                positional, names);
    if (special->wrap == WRAP_INITIALIZE)
        return none_if(((bool (*)(struct Interpreter *, Value, const Value *, size_t, Value))operation)(
            vm, self, args, positional, names));
    if (!is_empty(names) && tuple_length(names) != 0)
        return raise_type_error(vm, "wrapper %s() takes no keyword arguments", special->name);
    size_t minimum, maximum;
    argument_range(special->wrap, &minimum, &maximum);
    if (!takes(vm, positional, minimum, maximum, maximum > 1 || special->wrap == WRAP_REPEAT))
        return EMPTY;
    return wrap_positional(vm, wrapper, operation, self, args, positional);
}

/* ---- wrapper_descriptor ------------------------------------------------ */

static struct WrapperDescriptor *as_wrapper(Value v) { return (struct WrapperDescriptor *)value_object(v); }

Value wrapper_descriptor_new(struct Interpreter *vm, struct Type *owner, const struct SpecialMethod *special)
{
    struct Object *object =
        object_allocate(vm, builtin_type(vm, TYPE_wrapper_descriptor), sizeof(struct WrapperDescriptor));
    if (object == NULL)
        return EMPTY;
    struct WrapperDescriptor *wrapper = (struct WrapperDescriptor *)object;
    wrapper->special = special;
    wrapper->owner = object_retain(owner);
    return value_from_object(object);
}

static Value wrapper_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct WrapperDescriptor *wrapper = as_wrapper(self);
    if (positional == 0)
        return raise_type_error(vm, "descriptor '%s' of '%N' object needs an argument", wrapper->special->name,
                                wrapper->owner);
    if (!type_is_subtype(vm, value_type(vm, args[0]), wrapper->owner))
        return raise_type_error(vm, "descriptor '%s' requires a '%N' object but received a '%T'",
                                wrapper->special->name, wrapper->owner, args[0]);
    return wrapper_invoke(vm, wrapper, args[0], args + 1, positional - 1, names);
}

static Value wrapper_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    if (is_empty(instance))
        return retain(self);
    struct WrapperDescriptor *wrapper = as_wrapper(self);
    if (!type_is_subtype(vm, value_type(vm, instance), wrapper->owner))
        return raise_type_error(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                                wrapper->special->name, wrapper->owner, instance);
    struct Object *object = object_allocate(vm, builtin_type(vm, TYPE_method_wrapper), sizeof(struct MethodWrapper));
    if (object == NULL)
        return EMPTY;
    struct MethodWrapper *bound = (struct MethodWrapper *)object;
    slot_init(vm, bound, &bound->descriptor, retain(self));
    slot_init(vm, bound, &bound->self, retain(instance));
    return value_from_object(object);
}

static Value wrapper_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<slot wrapper '%s' of '%N' objects>", as_wrapper(self)->special->name,
                              as_wrapper(self)->owner);
}

static Value wrapper_name(struct Interpreter *vm, Value self)
{
    return string_intern_cstring(vm, as_wrapper(self)->special->name);
}

static Value wrapper_qualified_name(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "%s.%s", type_name(as_wrapper(self)->owner), as_wrapper(self)->special->name);
}

static Value wrapper_documentation(struct Interpreter *vm, Value self)
{
    const char *text = as_wrapper(self)->special->documentation;
    return text == NULL ? VALUE_NONE : string_from_cstring(vm, text);
}

static Value wrapper_signature(struct Interpreter *vm, Value self)
{
    const char *text = as_wrapper(self)->special->parameters;
    return text == NULL ? VALUE_NONE : string_from_format(vm, "($%s)", text);
}

static Value wrapper_owner(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(type_value(as_wrapper(self)->owner));
}

static void wrapper_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct WrapperDescriptor *wrapper = (struct WrapperDescriptor *)self;
    if (wrapper->owner != NULL)
        visit(type_value(wrapper->owner), context);
}

static Value wrapper_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)vm, (void)cursor;
    struct WrapperDescriptor *wrapper = (struct WrapperDescriptor *)self;
    struct Type *owner = wrapper->owner;
    wrapper->owner = NULL;
    return owner == NULL ? VALUE_END : type_value(owner);
}

static const struct NativeAttribute wrapper_attributes[] = {
    {"__qualname__", wrapper_qualified_name, NULL, NULL},
    {"__doc__", wrapper_documentation, NULL, NULL},
    {"__text_signature__", wrapper_signature, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__name__", wrapper_name, NULL, NULL},
    {"__objclass__", wrapper_owner, NULL, NULL},
    ATTRIBUTES_END,
};

static Value wrapper_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return reduce_to_getattr(vm, type_value(as_wrapper(args[0])->owner), as_wrapper(args[0])->special->name);
}

static const struct NativeMethod wrapper_methods[] = {
    METHOD("__reduce__", wrapper_reduce, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec wrapper_descriptor_type_spec = {
    .name = "wrapper_descriptor",
    .instance_size = sizeof(struct WrapperDescriptor),
    .flags = TYPE_METHOD_DESCRIPTOR | TYPE_NO_INSTANCES,
    .memory = {.traverse = wrapper_traverse, .take = wrapper_take, .kind = OBJECT_CONTAINER},
    .operations = {.call = wrapper_call, .repr = wrapper_repr, .descriptor_get = wrapper_get},
    .methods = wrapper_methods,
    .attributes = wrapper_attributes,
};

/* ---- method_wrapper ---------------------------------------------------- */

static struct MethodWrapper *as_bound(Value v) { return (struct MethodWrapper *)value_object(v); }

static Value bound_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    return wrapper_invoke(vm, as_wrapper(as_bound(self)->descriptor), as_bound(self)->self, args, positional, names);
}

static Value bound_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<method-wrapper '%s' of %T object at 0x%zx>",
                              as_wrapper(as_bound(self)->descriptor)->special->name, as_bound(self)->self,
                              (size_t)value_identity(as_bound(self)->self));
}

static Value bound_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !object_has_type(vm, other, TYPE_method_wrapper))
        return VALUE_NOT_IMPLEMENTED;
    bool same = value_same(as_bound(self)->descriptor, as_bound(other)->descriptor) &&
                value_same(as_bound(self)->self, as_bound(other)->self);
    return value_from_bool(same == (operation == COMPARE_EQ));
}

static bool bound_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    *hash = (int64_t)((value_identity(as_bound(self)->self) >> 4) ^ (value_identity(as_bound(self)->descriptor) >> 5));
    return true;
}

static Value bound_name(struct Interpreter *vm, Value self) { return wrapper_name(vm, as_bound(self)->descriptor); }
static Value bound_qualified_name(struct Interpreter *vm, Value self)
{
    return wrapper_qualified_name(vm, as_bound(self)->descriptor);
}
static Value bound_documentation(struct Interpreter *vm, Value self)
{
    return wrapper_documentation(vm, as_bound(self)->descriptor);
}
static Value bound_signature(struct Interpreter *vm, Value self)
{
    return wrapper_signature(vm, as_bound(self)->descriptor);
}
static Value bound_owner(struct Interpreter *vm, Value self) { return wrapper_owner(vm, as_bound(self)->descriptor); }
static Value bound_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_bound(self)->self);
}

static void bound_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct MethodWrapper *bound = (struct MethodWrapper *)self;
    visit(bound->descriptor, context);
    visit(bound->self, context);
}

static Value bound_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct MethodWrapper *bound = (struct MethodWrapper *)self;
    if (!is_empty(bound->descriptor))
        return slot_take(vm, self, &bound->descriptor);
    return is_empty(bound->self) ? VALUE_END : slot_take(vm, self, &bound->self);
}

static const struct NativeAttribute bound_attributes[] = {
    {"__name__", bound_name, NULL, NULL},
    {"__qualname__", bound_qualified_name, NULL, NULL},
    {"__doc__", bound_documentation, NULL, NULL},
    {"__text_signature__", bound_signature, NULL, NULL},
    {"__objclass__", bound_owner, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__self__", bound_self, NULL, NULL},
    ATTRIBUTES_END,
};

static Value bound_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct MethodWrapper *bound = as_bound(args[0]);
    (void)count;
    return reduce_to_getattr(vm, bound->self, as_wrapper(bound->descriptor)->special->name);
}

static const struct NativeMethod bound_methods[] = {
    METHOD("__reduce__", bound_reduce, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec method_wrapper_type_spec = {
    .name = "method-wrapper",
    .instance_size = sizeof(struct MethodWrapper),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = bound_traverse, .take = bound_take, .kind = OBJECT_CONTAINER},
    .operations = {.call = bound_call, .repr = bound_repr, .compare = bound_compare, .hash = bound_hash},
    .methods = bound_methods,
    .attributes = bound_attributes,
};
