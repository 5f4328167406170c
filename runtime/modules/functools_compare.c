/* functools.cmp_to_key: keys that compare as an old comparison function says. */
#include "runtime/arguments.h"
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/modules/functools.h"
#include "runtime/native.h"
#include "runtime/object.h"

/* What cmp_to_key() returns (object EMPTY), and the keys that calling it makes. */
struct ComparisonKey {
    struct Object header;
    Value function, object; /* object EMPTY: none */
};

static struct ComparisonKey *as_key(Value v) { return (struct ComparisonKey *)value_object(v); }

static Value key_new(struct Interpreter *vm, Value function, Value object)
{
    struct ComparisonKey *key = (struct ComparisonKey *)object_allocate(vm, builtin_type(vm, TYPE_key_wrapper),
                                                                        sizeof(struct ComparisonKey));
    if (key == NULL)
        return EMPTY;
    slot_init(vm, key, &key->function, retain(function));
    if (!is_empty(object))
        slot_init(vm, key, &key->object, retain(object));
    return value_from_object(key);
}

Value functools_cmp_to_key(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return key_new(vm, args[0], EMPTY);
}

static Value key_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value object;
    if (!native_bind(vm, "K", "obj", args, positional, names, &object, 1))
        return EMPTY;
    return key_new(vm, as_key(self)->function, object);
}

static Value key_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!object_has_type(vm, other, TYPE_key_wrapper))
        return raise_type_error(vm, "other argument must be K instance");
    if (is_empty(as_key(self)->object) || is_empty(as_key(other)->object))
        return raise_error(vm, TYPE_AttributeError, "object");
    Value function = retain(as_key(self)->function);
    Value a = retain(as_key(self)->object), b = retain(as_key(other)->object);
    Value answer = object_call_2(vm, function, a, b);
    release(vm, function);
    release(vm, a);
    release(vm, b);
    if (is_empty(answer))
        return EMPTY;
    Value result = object_compare(vm, answer, value_from_small_int(0), operation);
    release(vm, answer);
    return result;
}

static Value get_object(struct Interpreter *vm, Value self)
{
    Value object = as_key(self)->object;
    (void)vm;
    return is_empty(object) ? VALUE_NONE : retain(object);
}

static bool set_object(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, as_key(self), &as_key(self)->object, is_empty(value) ? EMPTY : retain(value));
    return true;
}

static const struct NativeAttribute key_attributes[] = {
    MEMBERS_FOLLOW,
    {"obj", get_object, set_object, "Value wrapped by a key function."},
    ATTRIBUTES_END,
};

static void key_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, 2, visit, context);
}

static Value key_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, 2, cursor);
}

const struct TypeSpec key_wrapper_type_spec = {
    .name = "functools.KeyWrapper",
    .instance_size = sizeof(struct ComparisonKey),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = key_traverse, .take = key_take, .kind = OBJECT_CONTAINER},
    .operations = {.call = key_call, .compare = key_compare},
    .attributes = key_attributes,
};
