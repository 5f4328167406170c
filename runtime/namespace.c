/* types.SimpleNamespace: an object whose attributes are all there is to it. */
#include "runtime/builtin_reduce.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static Value namespace_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    return object == NULL ? EMPTY : value_from_object(object);
}

static bool set_from_mapping(struct Interpreter *vm, Value self, Value mapping)
{
    Value dict = dict_new(vm);
    bool done = !is_empty(dict) && dict_update(vm, dict, mapping);
    size_t position = 0;
    Value key, v;
    while (done && dict_next(dict, &position, &key, &v)) {
        if (!is_string(vm, key)) {
            raise_type_error(vm, "keywords must be strings");
            done = false;
        } else
            done = attributes_set(vm, value_object(self), key, v);
    }
    release_maybe(vm, dict);
    return done;
}

static bool namespace_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (positional > 1) {
        raise_type_error(vm, "%T expected at most 1 positional argument, got %zu", self, positional);
        return false;
    }
    if (positional == 1 && !set_from_mapping(vm, self, args[0]))
        return false;
    size_t count = is_empty(names) ? 0 : tuple_length(names);
    for (size_t i = 0; i < count; i++)
        if (!attributes_set(vm, value_object(self), as_tuple(names)->items[i], args[positional + i]))
            return false;
    return true;
}

static bool add_items(struct StringBuilder *builder, Value dict)
{
    bool first = true;
    Value items = dict_items_list(builder->vm, dict);
    if (is_empty(items))
        return false;
    bool good = true;
    for (size_t i = 0; good && i < as_list(items)->length; i++) {
        const Value *pair = as_tuple(as_list(items)->items[i])->items;
        if (!is_string(builder->vm, pair[0]) || string_length(pair[0]) == 0)
            continue;
        good = (first || builder_add_cstring(builder, ", ")) && builder_add_string(builder, pair[0]) &&
               builder_add_char(builder, '=') && builder_add_repr(builder, pair[1]);
        first = false;
    }
    release(builder->vm, items);
    return good;
}

static Value namespace_repr(struct Interpreter *vm, Value self)
{
    const char *name = object_has_type(vm, self, TYPE_namespace) ? "namespace" : value_type_name(vm, self);
    int inside = repr_enter(vm, self);
    if (inside != 0)
        return inside < 0 ? EMPTY : string_from_format(vm, "%s(...)", name);
    Value dict = attributes_dict(vm, value_object(self));
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = !is_empty(dict) && builder_add_cstring(&builder, name) && builder_add_char(&builder, '(') &&
                add_items(&builder, dict) && builder_add_char(&builder, ')');
    release_maybe(vm, dict);
    repr_leave(vm, self);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static bool is_namespace(struct Interpreter *vm, Value v)
{
    return type_is_subtype(vm, value_type(vm, v), builtin_type(vm, TYPE_namespace));
}

static Value namespace_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!is_namespace(vm, self) || !is_namespace(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    Value a = attributes_dict(vm, value_object(self));
    Value b = is_empty(a) ? EMPTY : attributes_dict(vm, value_object(other));
    Value result = is_empty(b) ? EMPTY : object_compare(vm, a, b, operation);
    release_maybe(vm, a);
    release_maybe(vm, b);
    return result;
}

static void namespace_traverse(struct Object *self, VisitFunction visit, void *context)
{
    attributes_traverse(self, visit, context);
}

const struct TypeSpec namespace_type_spec = {
    .name = "types.SimpleNamespace",
    .documentation = "SimpleNamespace(mapping_or_iterable=(), /, **kwargs)\n--\n\n"
                     "A simple attribute-based namespace.",
    .instance_size = sizeof(struct Object),
    .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES,
    .memory = {.traverse = namespace_traverse, .take = attributes_take, .destroy = attributes_destroy,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = namespace_construct, .initialize = namespace_initialize, .repr = namespace_repr,
                   .compare = namespace_compare},
    .methods = namespace_methods,
};
