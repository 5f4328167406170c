/* mappingproxy: a read-only view of a mapping; what a class's __dict__ is. */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

struct MappingProxy {
    struct Object header;
    Value mapping;
};

static Value mapping_of(Value v) { return ((struct MappingProxy *)value_object(v))->mapping; }

static Value proxy_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    Value bound[1];
    if (!native_bind(vm, "mappingproxy", "mapping", args, positional, names, bound, 1))
        return EMPTY;
    struct Type *of = value_type(vm, bound[0]);
    if (of->operations.get_item == NULL || of->flags & (TYPE_SUBCLASS_LIST | TYPE_SUBCLASS_TUPLE))
        return raise_type_error(vm, "mappingproxy() argument must be a mapping, not %N", of);
    struct MappingProxy *proxy = (struct MappingProxy *)object_allocate(vm, type, type->instance_size);
    if (proxy == NULL)
        return EMPTY;
    slot_init(vm, proxy, &proxy->mapping, retain(bound[0]));
    return value_from_object(proxy);
}

static Value proxy_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "mappingproxy(%R)", mapping_of(self));
}

static Value proxy_str(struct Interpreter *vm, Value self) { return object_str(vm, mapping_of(self)); }
static int64_t proxy_length(struct Interpreter *vm, Value self) { return object_length(vm, mapping_of(self)); }
static Value proxy_iterate(struct Interpreter *vm, Value self) { return object_iterate(vm, mapping_of(self)); }
static Value proxy_get_item(struct Interpreter *vm, Value self, Value key)
{
    return object_get_item(vm, mapping_of(self), key);
}
static int proxy_contains(struct Interpreter *vm, Value self, Value key)
{
    return object_contains(vm, mapping_of(self), key);
}

static bool proxy_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    return object_hash(vm, mapping_of(self), hash);
}

static bool is_proxy(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_mappingproxy); }

static Value proxy_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    return object_compare(vm, mapping_of(self), is_proxy(vm, other) ? mapping_of(other) : other, operation);
}

static Value proxy_or(struct Interpreter *vm, Value left, Value right)
{
    return object_binary(vm, BINARY_OR, is_proxy(vm, left) ? mapping_of(left) : left,
                         is_proxy(vm, right) ? mapping_of(right) : right);
}

static Value proxy_in_place_or(struct Interpreter *vm, Value left, Value right)
{
    (void)right;
    return raise_type_error(vm, "'|=' is not supported by %T; use '|' instead", left);
}

/* Calls the mapping's method of the same name. */
static Value forward(struct Interpreter *vm, const char *name, const Value *args, size_t count)
{
    Value text = string_intern_cstring(vm, name);
    if (is_empty(text))
        return EMPTY;
    Value forwarded[3] = {mapping_of(args[0])};
    for (size_t i = 1; i < count && i < 3; i++)
        forwarded[i] = args[i];
    Value result = object_call_method(vm, text, forwarded, count);
    release(vm, text);
    return result;
}

static Value proxy_get(struct Interpreter *vm, const Value *args, size_t count)
{
    Value forwarded[3] = {args[0], args[1], count > 2 ? args[2] : VALUE_NONE};
    return forward(vm, "get", forwarded, 3);
}

static Value proxy_keys(struct Interpreter *vm, const Value *args, size_t count) { return forward(vm, "keys", args, count); }
static Value proxy_values(struct Interpreter *vm, const Value *args, size_t count) { return forward(vm, "values", args, count); }
static Value proxy_items(struct Interpreter *vm, const Value *args, size_t count) { return forward(vm, "items", args, count); }
static Value proxy_copy(struct Interpreter *vm, const Value *args, size_t count) { return forward(vm, "copy", args, count); }
static Value proxy_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, "__reversed__", args, count);
}

static const struct NativeMethod proxy_methods[] = {
    METHOD("get", proxy_get, 1, 2, "key, default=None, /", "Return the value for key if key is in the mapping, else default."),
    METHOD("keys", proxy_keys, 0, 0, "", "D.keys() -> a set-like object providing a view on D's keys"),
    METHOD("values", proxy_values, 0, 0, "", "D.values() -> an object providing a view on D's values"),
    METHOD("items", proxy_items, 0, 0, "", "D.items() -> a set-like object providing a view on D's items"),
    METHOD("copy", proxy_copy, 0, 0, "", "D.copy() -> a shallow copy of D"),
    METHOD("__reversed__", proxy_reversed, 0, 0, "", "D.__reversed__() -> reverse iterator"),
    METHODS_END,
};

static void proxy_traverse(struct Object *self, VisitFunction visit, void *context)
{
    Value mapping = ((struct MappingProxy *)self)->mapping;
    if (!is_empty(mapping))
        visit(mapping, context);
}

static Value proxy_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct MappingProxy *proxy = (struct MappingProxy *)self;
    return is_empty(proxy->mapping) ? VALUE_END : slot_take(vm, self, &proxy->mapping);
}

const struct TypeSpec mappingproxy_type_spec = {
    .name = "mappingproxy",
    .documentation = "mappingproxy(mapping)\n--\n\n"
                     "Read-only proxy of a mapping.",
    .instance_size = sizeof(struct MappingProxy),
    .flags = TYPE_MAPPING,
    .memory = {.traverse = proxy_traverse, .take = proxy_take, .kind = OBJECT_CONTAINER},
    .operations =
        {
            .construct = proxy_construct,
            .repr = proxy_repr,
            .str = proxy_str,
            .hash = proxy_hash,
            .compare = proxy_compare,
            .iterate = proxy_iterate,
            .length = proxy_length,
            .contains = proxy_contains,
            .get_item = proxy_get_item,
            .binary = {[BINARY_OR] = proxy_or},
            .in_place = {[BINARY_OR] = proxy_in_place_or},
        },
    .methods = proxy_methods,
};
