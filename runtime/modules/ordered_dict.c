/*
 * collections.OrderedDict: a dict whose entries can be moved, whose equality
 * looks at the order, and whose instances have attributes.
 */
#include "runtime/modules/ordered_dict.h"

#include "runtime/arguments.h"
#include "runtime/hashing.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/tracking.h"

bool is_ordered_dict(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_ordered_dict));
}

static bool initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (positional > 1) {
        raise_type_error(vm, "expected at most 1 arguments, got %zu", positional);
        return false;
    }
    return (positional == 0 || ordered_dict_update(vm, self, args[0])) &&
           ordered_dict_update_keywords(vm, self, args + positional, names);
}

/* ---- Text --------------------------------------------------------------- */

/* The items as a plain dict, by way of keys() and [] where a subclass may have its own. */
static OWNED Value plain_dict(struct Interpreter *vm, Value self)
{
    if (object_has_type(vm, self, TYPE_ordered_dict))
        return dict_copy(vm, self);
    Value dict = dict_new(vm);
    if (!is_empty(dict) && !dict_update(vm, dict, self)) {
        release(vm, dict);
        return EMPTY;
    }
    return dict;
}

static Value repr(struct Interpreter *vm, Value self)
{
    const char *name = type_name(value_type(vm, self));
    if (dict_length(self) == 0)
        return string_from_format(vm, "%s()", name);
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "...") : EMPTY;
    Value dict = plain_dict(vm, self);
    Value text = is_empty(dict) ? EMPTY : string_from_format(vm, "%s(%R)", name, dict);
    release_maybe(vm, dict);
    repr_leave(vm, self);
    return text;
}

/* ---- Comparison --------------------------------------------------------- */

/* Compares two keys, unless comparing those before has changed a dict. */
static int next_keys_equal(struct Interpreter *vm, Value dicts[2], const uint32_t versions[2], Value a, Value b)
{
    for (int i = 0; i < 2; i++)
        if (as_dict(dicts[i])->version != versions[i]) {
            raise_error(vm, TYPE_RuntimeError, "OrderedDict mutated during iteration");
            return -1;
        }
    return values_equal(vm, a, b);
}

/* Whether both have their keys in the same order: 1, 0, -1. */
static int keys_equal(struct Interpreter *vm, Value a, Value b)
{
    Value dicts[2] = {a, b};
    uint32_t versions[2] = {dict_version(vm, a), dict_version(vm, b)};
    Value left = dict_keys_list(vm, a), right = is_empty(left) ? EMPTY : dict_keys_list(vm, b);
    int equal = is_empty(right) ? -1 : 1;
    for (size_t i = 0; equal > 0; i++) {
        bool end = i >= as_list(left)->length;
        if (end || i >= as_list(right)->length) {
            equal = end && i >= as_list(right)->length;
            break;
        }
        equal = next_keys_equal(vm, dicts, versions, as_list(left)->items[i], as_list(right)->items[i]);
    }
    release_maybe(vm, left);
    release_maybe(vm, right);
    return equal;
}

static Value compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_dict(vm, other) || (operation != COMPARE_EQ && operation != COMPARE_NE))
        return VALUE_NOT_IMPLEMENTED;
    Value same = builtin_type(vm, TYPE_dict)->operations.compare(vm, self, other, COMPARE_EQ);
    if (is_empty(same))
        return EMPTY;
    int equal = is_true(same);
    if (equal && is_ordered_dict(vm, self) && is_ordered_dict(vm, other))
        equal = keys_equal(vm, self, other);
    return equal < 0 ? EMPTY : value_from_bool(equal == (operation == COMPARE_EQ));
}

/* ---- Other operations --------------------------------------------------- */

static Value iterate(struct Interpreter *vm, Value self)
{
    return ordered_iterator_new(vm, self, ORDERED_KEYS, false);
}

static Value either(struct Interpreter *vm, Value left, Value right)
{
    if (!is_dict(vm, left) || !is_dict(vm, right))
        return VALUE_NOT_IMPLEMENTED;
    struct Type *class = value_type(vm, is_ordered_dict(vm, left) ? left : right);
    Value result = object_call_1(vm, value_from_object(class), left);
    if (!is_empty(result) && !ordered_dict_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value in_place_either(struct Interpreter *vm, Value self, Value other)
{
    return ordered_dict_update(vm, self, other) ? retain(self) : EMPTY;
}

/* ---- What the heap needs ------------------------------------------------ */

static void traverse(struct Object *object, VisitFunction visit, void *context)
{
    attributes_traverse(object, visit, context);
    dict_traverse(object, visit, context);
}

static OWNED Value take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    Value attribute = attributes_take(vm, object, cursor);
    return is_end(attribute) ? dict_take(vm, object, cursor) : attribute;
}

static void forget(struct Interpreter *vm, struct Object *object)
{
    size_t cursor = 0;
    for (;;) {
        Value attribute = attributes_take(vm, object, &cursor);
        if (is_end(attribute))
            break;
        release(vm, attribute);
    }
    dict_forget(vm, object);
}

static void destroy(struct Interpreter *vm, struct Object *object)
{
    attributes_destroy(vm, object);
    dict_destroy(vm, object);
}

const struct TypeSpec ordered_dict_type_spec = {
    .name = "collections.OrderedDict",
    .documentation = "Dictionary that remembers insertion order",
    .instance_size = sizeof(struct OrderedDict),
    .flags = TYPE_BASE | TYPE_MAPPING | TYPE_SUBCLASS_DICT | TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = traverse, .take = take, .clear = forget, .destroy = destroy, .weigh = attributed_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.initialize = initialize, .repr = repr, .compare = compare, .iterate = iterate,
                   .binary[BINARY_OR] = either, .in_place[BINARY_OR] = in_place_either},
    .methods = ordered_dict_method_table,
};
