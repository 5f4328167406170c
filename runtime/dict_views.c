/*
 * The views keys(), values() and items(): windows on a dict.  Keys and items
 * behave as sets.
 */
#include "runtime/dict_internal.h"
#include "runtime/error.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/set_internal.h"
#include "runtime/string.h"

OWNED Value dict_view_new(struct Interpreter *vm, enum TypeIndex type, Value dict)
{
    struct DictView *view = (struct DictView *)(void *)object_allocate(vm, builtin_type(vm, type), sizeof *view);
    if (view == NULL)
        return EMPTY;
    slot_init(vm, view, &view->dict, retain(dict));
    return value_from_object(view);
}

static Value viewed(Value view) { return ((struct DictView *)value_object(view))->dict; }

static bool is_keys_view(struct Interpreter *vm, Value v)
{
    return object_has_type(vm, v, TYPE_dict_keys) || object_has_type(vm, v, TYPE_odict_keys);
}

static bool is_set_view(struct Interpreter *vm, Value v)
{
    return is_keys_view(vm, v) || object_has_type(vm, v, TYPE_dict_items) || object_has_type(vm, v, TYPE_odict_items);
}

/* ---- What all three have ------------------------------------------------ */

static int64_t view_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)dict_length(viewed(self));
}

static Value view_repr(struct Interpreter *vm, Value self)
{
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_cstring(vm, "...") : EMPTY;
    Value list = list_from_iterable(vm, self), text = EMPTY;
    if (!is_empty(list)) {
        text = string_from_format(vm, "%T(%R)", self, list);
        release(vm, list);
    }
    repr_leave(vm, self);
    return text;
}

static Value keys_iterate(struct Interpreter *vm, Value self)
{
    return dict_iterator_new(vm, TYPE_dict_key_iterator, viewed(self));
}

static Value values_iterate(struct Interpreter *vm, Value self)
{
    return dict_iterator_new(vm, TYPE_dict_value_iterator, viewed(self));
}

static Value items_iterate(struct Interpreter *vm, Value self)
{
    return dict_iterator_new(vm, TYPE_dict_item_iterator, viewed(self));
}

static Value keys_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_iterator_new(vm, TYPE_dict_reverse_key_iterator, viewed(args[0]));
}

static Value values_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_iterator_new(vm, TYPE_dict_reverse_value_iterator, viewed(args[0]));
}

static Value items_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return dict_iterator_new(vm, TYPE_dict_reverse_item_iterator, viewed(args[0]));
}

/* ---- Membership --------------------------------------------------------- */

static int keys_contains(struct Interpreter *vm, Value self, Value key)
{
    return dict_contains(vm, viewed(self), key);
}

static int items_contains(struct Interpreter *vm, Value self, Value item)
{
    if (!is_tuple(vm, item) || tuple_length(item) != 2)
        return 0;
    Value found = dict_get(vm, viewed(self), as_tuple(item)->items[0]);
    if (is_empty(found))
        return -1;
    if (is_absent(found))
        return 0;
    int equal = values_equal(vm, found, as_tuple(item)->items[1]);
    release(vm, found);
    return equal;
}

static int view_contains(struct Interpreter *vm, Value self, Value item)
{
    return is_keys_view(vm, self) ? keys_contains(vm, self, item) : items_contains(vm, self, item);
}

/* Whether everything in `some` is in `all`: 1, 0, -1. */
static int all_contained(struct Interpreter *vm, Value some, Value all)
{
    Value iterator = object_iterate(vm, some);
    if (is_empty(iterator))
        return -1;
    int contained = 1;
    while (contained > 0) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        contained = is_empty(item) ? -1 : object_contains(vm, all, item);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return contained;
}

static Value view_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_any_set(vm, other) && !is_set_view(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    int64_t ours = view_length(vm, self), theirs = object_length(vm, other);
    if (theirs < 0)
        return EMPTY;
    bool possible = operation == COMPARE_EQ || operation == COMPARE_NE ? ours == theirs
                    : operation == COMPARE_LT                          ? ours < theirs
                    : operation == COMPARE_LE                          ? ours <= theirs
                    : operation == COMPARE_GT                          ? ours > theirs
                                                                       : ours >= theirs;
    bool backward = operation == COMPARE_GT || operation == COMPARE_GE;
    int contained = !possible ? 0 : backward ? all_contained(vm, other, self) : all_contained(vm, self, other);
    return contained < 0 ? EMPTY : value_from_bool(contained == (operation != COMPARE_NE));
}

/* ---- Set operations ----------------------------------------------------- */

static OWNED Value view_to_set(struct Interpreter *vm, Value v)
{
    return set_from_iterable(vm, TYPE_set, is_keys_view(vm, v) ? viewed(v) : v);
}

static Value view_subtract(struct Interpreter *vm, Value left, Value right)
{
    Value result = view_to_set(vm, left);
    if (!is_empty(result) && !set_difference_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value view_or(struct Interpreter *vm, Value left, Value right)
{
    Value result = view_to_set(vm, left);
    if (!is_empty(result) && !set_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value view_xor(struct Interpreter *vm, Value left, Value right)
{
    Value result = view_to_set(vm, left);
    if (!is_empty(result) && !set_symmetric_difference_update(vm, result, right)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static bool add_if_contained(struct Interpreter *vm, Value result, Value view, Value item)
{
    int contained = view_contains(vm, view, item);
    return contained > 0 ? set_add(vm, result, item) : contained == 0;
}

/* The smaller side is walked, in the cases and in the order CPython does. */
static Value view_and(struct Interpreter *vm, Value left, Value right)
{
    Value view = is_set_view(vm, left) ? left : right, other = is_set_view(vm, left) ? right : left;
    if (object_has_type(vm, other, TYPE_set) && dict_length(viewed(view)) <= set_length(other))
        return set_intersection(vm, other, view);
    if (is_set_view(vm, other) && dict_length(viewed(other)) > dict_length(viewed(view))) {
        Value larger = other;
        other = view;
        view = larger;
    }
    Value result = set_new(vm, TYPE_set);
    if (is_empty(result))
        return EMPTY;
    Value iterator = object_iterate(vm, other);
    bool ok = !is_empty(iterator);
    while (ok) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        ok = !is_empty(item) && add_if_contained(vm, result, view, item);
        release_maybe(vm, item);
    }
    release_maybe(vm, iterator);
    if (ok)
        return result;
    release(vm, result);
    return EMPTY;
}

static int disjoint(struct Interpreter *vm, Value self, Value other)
{
    if (value_same(self, other))
        return dict_length(viewed(self)) == 0;
    if (is_any_set(vm, other) || is_set_view(vm, other)) {
        int64_t theirs = object_length(vm, other);
        if (theirs < 0)
            return -1;
        if (theirs > view_length(vm, self)) {
            Value smaller = self;
            self = other;
            other = smaller;
        }
    }
    Value iterator = object_iterate(vm, other);
    if (is_empty(iterator))
        return -1;
    int contained = 0;
    while (contained == 0) {
        Value item = iterator_next(vm, iterator);
        if (is_end(item))
            break;
        contained = is_empty(item) ? -1 : object_contains(vm, self, item);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return contained < 0 ? -1 : !contained;
}

static Value is_disjoint(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int answer = disjoint(vm, args[0], args[1]);
    return answer < 0 ? EMPTY : value_from_bool(answer);
}

static Value get_mapping(struct Interpreter *vm, Value self)
{
    Value type = value_from_object(builtin_type(vm, TYPE_mappingproxy)), dict = viewed(self);
    return object_call_1(vm, type, dict);
}

/* ---- The types ---------------------------------------------------------- */

static void view_traverse(struct Object *object, VisitFunction visit, void *context)
{
    visit(((struct DictView *)object)->dict, context);
}

static OWNED Value view_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    (void)cursor;
    Value v = slot_take(vm, object, &((struct DictView *)object)->dict);
    return is_empty(v) ? VALUE_END : v;
}

/* The dict breaks its own cycles. */
static void view_forget(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    (void)object;
}

#define VIEW_MEMORY \
    {.traverse = view_traverse, .take = view_take, .clear = view_forget, .kind = OBJECT_CONTAINER}

static const struct NativeMethod keys_methods[] = {
    METHOD("__reversed__", keys_reversed, 0, 0, "", "Return a reverse iterator over the dict keys."),
    METHOD("isdisjoint", is_disjoint, 1, 1, NULL,
           "Return True if the view and the given iterable have a null intersection."),
    METHODS_END,
};

static const struct NativeMethod values_methods[] = {
    METHOD("__reversed__", values_reversed, 0, 0, "", "Return a reverse iterator over the dict values."),
    METHODS_END,
};

static const struct NativeMethod items_methods[] = {
    METHOD("__reversed__", items_reversed, 0, 0, "", "Return a reverse iterator over the dict items."),
    METHOD("isdisjoint", is_disjoint, 1, 1, NULL,
           "Return True if the view and the given iterable have a null intersection."),
    METHODS_END,
};

static const struct NativeAttribute view_attributes[] = {
    {"mapping", get_mapping, NULL, "dictionary that this view refers to"},
    ATTRIBUTES_END,
};

#define SET_OPERATIONS                                                                         \
    .compare = view_compare, .binary[BINARY_SUBTRACT] = view_subtract, .binary[BINARY_AND] = view_and, \
    .binary[BINARY_OR] = view_or, .binary[BINARY_XOR] = view_xor

const struct TypeSpec dict_keys_type_spec = {
    .name = "dict_keys",
    .instance_size = sizeof(struct DictView),
    .memory = VIEW_MEMORY,
    .operations = {.repr = view_repr,
                   .iterate = keys_iterate,
                   .length = view_length,
                   .contains = keys_contains,
                   SET_OPERATIONS},
    .methods = keys_methods,
    .attributes = view_attributes,
};

const struct TypeSpec dict_values_type_spec = {
    .name = "dict_values",
    .instance_size = sizeof(struct DictView),
    .memory = VIEW_MEMORY,
    .operations = {.repr = view_repr, .iterate = values_iterate, .length = view_length},
    .methods = values_methods,
    .attributes = view_attributes,
};

const struct TypeSpec dict_items_type_spec = {
    .name = "dict_items",
    .instance_size = sizeof(struct DictView),
    .memory = VIEW_MEMORY,
    .operations = {.repr = view_repr,
                   .iterate = items_iterate,
                   .length = view_length,
                   .contains = items_contains,
                   SET_OPERATIONS},
    .methods = items_methods,
    .attributes = view_attributes,
};
