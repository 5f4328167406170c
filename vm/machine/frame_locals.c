/*
 * The locals of a frame as Python sees them: the dict that locals() makes, and
 * the proxy that frame.f_locals is for functions, which writes through
 * (PEP 667).
 *
 * A parameter that is a cell has two slots; it stands in the place of the
 * first and its value is in the second.  Names that are no variables go into
 * the frame object's `extra` dict.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

/* The slots of an activation, or what an ended one left in its frame object. */
struct Locals {
    const struct Code *code;
    Value *values;
    Value extra; /* dict or EMPTY */
};

static uint32_t plain_count(const struct Code *code) { return (uint32_t)tuple_length(code->variable_names); }

/* Content of a slot as locals() shows it: BORROWED, ABSENT when unbound. */
static Value visible(struct Interpreter *vm, Value v, bool is_cell)
{
    if (is_empty(v)) /* the activation ended before its cells were made */
        return VALUE_ABSENT;
    if (is_cell && object_has_type(vm, v, TYPE_cell))
        v = ((struct Cell *)value_object(v))->content;
    return is_empty(v) || is_unbound(v) ? VALUE_ABSENT : v;
}

/* The slot where the variable named in slot i really is: of a parameter that has moved to a cell, the cell's. */
static uint32_t real_slot(struct Interpreter *vm, const struct Locals *locals, uint32_t i)
{
    const struct Code *code = locals->code;
    uint32_t plain = plain_count(code);
    size_t parameters = code->argument_count + code->keyword_only_count + ((code->flags & CODE_VARARGS) != 0) +
                        ((code->flags & CODE_VARKEYWORDS) != 0);
    if (i >= parameters || !is_absent(visible(vm, locals->values[i], false)))
        return i;
    Value name = code_local_name(code, i);
    for (uint32_t k = plain; k < plain + tuple_length(code->cell_names); k++)
        if (value_same(code_local_name(code, k), name) && !is_empty(locals->values[k]) &&
            object_has_type(vm, locals->values[k], TYPE_cell))
            return k;
    return i;
}

/* Hidden names (".0", the cells of a class body) are no variables. */
static bool is_hidden(const struct Code *code, Value name)
{
    if (string_at(as_string(name), 0) == '.')
        return true;
    return !(code->flags & CODE_OPTIMIZED) &&
           (string_equals_cstring(name, "__class__") || string_equals_cstring(name, "__classdict__"));
}

static bool add_variables(struct Interpreter *vm, const struct Locals *locals, Value dict)
{
    const struct Code *code = locals->code;
    for (uint32_t i = 0; i < code->local_count; i++) {
        Value name = code_local_name(code, i);
        uint32_t slot = real_slot(vm, locals, i);
        Value v = visible(vm, locals->values[slot], slot >= plain_count(code));
        if (!is_absent(v) && !is_hidden(code, name) && !dict_set(vm, dict, name, v))
            return false;
    }
    return is_empty(locals->extra) || dict_update(vm, dict, locals->extra);
}

static OWNED Value snapshot(struct Interpreter *vm, const struct Locals *locals)
{
    Value dict = dict_new(vm);
    if (is_empty(dict) || add_variables(vm, locals, dict))
        return dict;
    release(vm, dict);
    return EMPTY;
}

static struct Locals locals_of_frame(struct Frame *frame)
{
    bool extra = (frame->flags & FRAME_HAS_OBJECT) != 0;
    return (struct Locals){frame->code, frame->locals, extra ? frame->object->extra : EMPTY};
}

static struct Locals locals_of_object(struct FrameObject *object)
{
    if (object->frame != NULL)
        return locals_of_frame(object->frame);
    return (struct Locals){as_code(object->code), object->values, object->extra};
}

/* Variables of comprehensions that run inside a module's or class's own frame: while they do, they alone are seen. */
static bool has_hidden_locals(struct Interpreter *vm, const struct Locals *locals)
{
    uint32_t own = locals->code->local_count - (uint32_t)tuple_length(locals->code->free_names);
    for (uint32_t i = 0; i < own; i++)
        if (!is_absent(visible(vm, locals->values[i], i >= plain_count(locals->code))) &&
            !is_hidden(locals->code, code_local_name(locals->code, i)))
            return true;
    return false;
}

Value frame_locals(struct Interpreter *vm, struct Frame *frame)
{
    struct Locals locals = locals_of_frame(frame);
    if (!(frame->flags & FRAME_HAS_NAMESPACE))
        return snapshot(vm, &locals);
    return has_hidden_locals(vm, &locals) ? snapshot(vm, &locals) : retain(frame->namespace);
}

/* ---- The proxy */

struct Proxy {
    struct Object header;
    Value frame; /* frame object */
};

static struct FrameObject *proxy_frame(Value proxy)
{
    return (struct FrameObject *)value_object(((struct Proxy *)value_object(proxy))->frame);
}

static bool is_proxy(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_frame_locals_proxy); }

static Value proxy_new(struct Interpreter *vm, Value frame)
{
    struct Proxy *proxy = (struct Proxy *)object_allocate(vm, builtin_type(vm, TYPE_frame_locals_proxy), sizeof *proxy);
    if (proxy == NULL)
        return EMPTY;
    slot_init(vm, proxy, &proxy->frame, retain(frame));
    return value_from_object(proxy);
}

Value frame_object_locals(struct Interpreter *vm, Value self)
{
    struct FrameObject *object = (struct FrameObject *)value_object(self);
    Value namespace = object->frame == NULL                        ? object->namespace
                      : object->frame->flags & FRAME_HAS_NAMESPACE ? object->frame->namespace
                                                                   : EMPTY;
    struct Locals locals = locals_of_object(object);
    if (!is_empty(namespace) && !has_hidden_locals(vm, &locals))
        return retain(namespace);
    return proxy_new(vm, self);
}

static OWNED Value proxy_dict(struct Interpreter *vm, Value self)
{
    struct Locals locals = locals_of_object(proxy_frame(self));
    return snapshot(vm, &locals);
}

/* Slot of the variable of this name, or -1; runs no Python code. */
static int64_t find_slot(struct Interpreter *vm, const struct Locals *locals, Value key)
{
    if (!is_string(vm, key))
        return -1;
    for (uint32_t i = 0; i < locals->code->local_count; i++) {
        Value name = code_local_name(locals->code, i);
        if (!is_hidden(locals->code, name) && string_equal(name, key))
            return real_slot(vm, locals, i);
    }
    return -1;
}

/* ABSENT: there is no such variable, or it is unbound. */
static OWNED Value proxy_look_up(struct Interpreter *vm, Value self, Value key)
{
    int64_t hash;
    if (!object_hash(vm, key, &hash)) /* first: a __hash__ may end the activation */
        return EMPTY;
    struct Locals locals = locals_of_object(proxy_frame(self));
    int64_t slot = find_slot(vm, &locals, key);
    if (slot >= 0) {
        Value v = visible(vm, locals.values[slot], (uint64_t)slot >= plain_count(locals.code));
        return is_absent(v) ? v : retain(v);
    }
    if (is_empty(locals.extra))
        return VALUE_ABSENT;
    Value extra = retain(locals.extra), v = dict_get(vm, extra, key);
    release(vm, extra);
    return v;
}

static Value proxy_get_item(struct Interpreter *vm, Value self, Value key)
{
    Value v = proxy_look_up(vm, self, key);
    return is_absent(v) ? raise_error(vm, TYPE_KeyError, "local variable '%R' is not defined", key) : v;
}

static int proxy_contains(struct Interpreter *vm, Value self, Value key)
{
    Value v = proxy_look_up(vm, self, key);
    if (is_empty(v))
        return -1;
    bool found = !is_absent(v);
    release(vm, v);
    return found;
}

static bool set_extra(struct Interpreter *vm, struct FrameObject *object, Value key, Value v)
{
    if (is_empty(object->extra)) {
        Value dict = dict_new(vm);
        if (is_empty(dict))
            return false;
        slot_init(vm, object, &object->extra, dict);
        frame_object_hold(vm, object);
    }
    Value extra = retain(object->extra);
    bool set = dict_set(vm, extra, key, v);
    release(vm, extra);
    return set;
}

static void set_slot(struct Interpreter *vm, struct FrameObject *object, const struct Locals *locals, uint32_t slot,
                     Value v)
{
    Value *place = &locals->values[slot];
    if (slot >= plain_count(locals->code) && object_has_type(vm, *place, TYPE_cell))
        slot_set(vm, value_object(*place), &((struct Cell *)value_object(*place))->content, retain(v));
    else if (object->frame == NULL)
        slot_set(vm, object, place, retain(v));
    else { /* the stack holds its Values itself */
        Value before = *place;
        *place = retain(v);
        release(vm, before);
    }
}

static bool proxy_set_item(struct Interpreter *vm, Value self, Value key, Value v)
{
    struct FrameObject *object = proxy_frame(self);
    struct Locals locals = locals_of_object(object);
    if (is_empty(v)) {
        raise_type_error(vm, "cannot remove variables from FrameLocalsProxy");
        return false;
    }
    int64_t slot = find_slot(vm, &locals, key);
    if (slot < 0)
        return set_extra(vm, object, key, v);
    set_slot(vm, object, &locals, (uint32_t)slot, v);
    return true;
}

static int64_t proxy_length(struct Interpreter *vm, Value self)
{
    Value dict = proxy_dict(vm, self);
    if (is_empty(dict))
        return -1;
    int64_t length = (int64_t)dict_length(dict);
    release(vm, dict);
    return length;
}

/* The names, values or pairs as they are now. */
static OWNED Value listed(struct Interpreter *vm, Value self, Value (*list_of)(struct Interpreter *vm, Value dict))
{
    Value dict = proxy_dict(vm, self);
    Value list = is_empty(dict) ? EMPTY : list_of(vm, dict);
    release_maybe(vm, dict);
    return list;
}

static Value proxy_iterate(struct Interpreter *vm, Value self)
{
    Value list = listed(vm, self, dict_keys_list);
    if (is_empty(list))
        return EMPTY;
    Value iterator = object_iterate(vm, list);
    release(vm, list);
    return iterator;
}

static Value proxy_repr(struct Interpreter *vm, Value self)
{
    int under_way = repr_enter(vm, self);
    if (under_way != 0)
        return under_way < 0 ? EMPTY : string_from_cstring(vm, "{...}");
    Value dict = proxy_dict(vm, self);
    Value text = is_empty(dict) ? EMPTY : object_repr(vm, dict);
    release_maybe(vm, dict);
    repr_leave(vm, self);
    return text;
}

static Value proxy_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (operation != COMPARE_EQ && operation != COMPARE_NE)
        return VALUE_NOT_IMPLEMENTED;
    if (is_proxy(vm, other))
        return value_from_bool((proxy_frame(self) == proxy_frame(other)) == (operation == COMPARE_EQ));
    if (!is_dict(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    Value dict = proxy_dict(vm, self);
    if (is_empty(dict))
        return EMPTY;
    Value result = object_compare(vm, dict, other, operation);
    release(vm, dict);
    return result;
}

/* Merges a mapping into a new dict, or into the proxy. */
static bool merge_into_dict(struct Interpreter *vm, Value dict, Value other)
{
    Value plain = is_proxy(vm, other) ? proxy_dict(vm, other) : retain(other);
    bool done = !is_empty(plain) && dict_merge_mapping(vm, dict, plain);
    release_maybe(vm, plain);
    return done;
}

static bool merge_into_proxy(struct Interpreter *vm, Value self, Value other)
{
    Value dict = dict_new(vm);
    bool done = !is_empty(dict) && merge_into_dict(vm, dict, other);
    Value items = done ? dict_items_list(vm, dict) : EMPTY;
    done = !is_empty(items);
    for (size_t i = 0; done && i < as_list(items)->length; i++) {
        const Value *pair = as_tuple(as_list(items)->items[i])->items;
        done = proxy_set_item(vm, self, pair[0], pair[1]);
    }
    release_maybe(vm, items);
    release_maybe(vm, dict);
    return done;
}

static bool can_merge(struct Interpreter *vm, Value v) { return is_dict(vm, v) || is_proxy(vm, v); }

static Value proxy_or(struct Interpreter *vm, Value left, Value right)
{
    if (!can_merge(vm, right))
        return VALUE_NOT_IMPLEMENTED;
    if (!can_merge(vm, left)) { /* 3 | proxy: what updating a dict with it says */
        Value keys = object_get_attribute(vm, left, NAME(vm, keys));
        if (is_empty(keys))
            return EMPTY;
        release(vm, keys);
    }
    Value dict = dict_new(vm);
    if (!is_empty(dict) && merge_into_dict(vm, dict, left) && merge_into_dict(vm, dict, right))
        return dict;
    release_maybe(vm, dict);
    return EMPTY;
}

static Value proxy_in_place_or(struct Interpreter *vm, Value self, Value other)
{
    if (!can_merge(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    return merge_into_proxy(vm, self, other) ? retain(self) : EMPTY;
}

static Value proxy_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    (void)type;
    if (!is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "FrameLocalsProxy takes no keyword arguments");
    if (positional != 1)
        return raise_type_error(vm, "FrameLocalsProxy expected 1 argument, got %zu", positional);
    if (!object_has_type(vm, args[0], TYPE_frame))
        return raise_type_error(vm, "expect frame, not %T", args[0]);
    return proxy_new(vm, args[0]);
}

/* ---- Methods */

static Value method_get(struct Interpreter *vm, const Value *args, size_t count)
{
    Value v = proxy_look_up(vm, args[0], args[1]);
    return is_absent(v) ? retain(count > 2 ? args[2] : VALUE_NONE) : v;
}

static Value method_setdefault(struct Interpreter *vm, const Value *args, size_t count)
{
    Value v = proxy_look_up(vm, args[0], args[1]), otherwise = count > 2 ? args[2] : VALUE_NONE;
    if (!is_absent(v))
        return v;
    return proxy_set_item(vm, args[0], args[1], otherwise) ? retain(otherwise) : EMPTY;
}

static Value method_update(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!can_merge(vm, args[1]))
        return raise_type_error(vm, "update() argument must be dict or another FrameLocalsProxy");
    return merge_into_proxy(vm, args[0], args[1]) ? VALUE_NONE : EMPTY;
}

static Value method_copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return proxy_dict(vm, args[0]);
}

static Value method_keys(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return listed(vm, args[0], dict_keys_list);
}

static Value method_values(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return listed(vm, args[0], dict_values_list);
}

static Value method_items(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return listed(vm, args[0], dict_items_list);
}

static Value method_reversed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value list = listed(vm, args[0], dict_keys_list);
    if (is_empty(list))
        return EMPTY;
    Value iterator = object_call_1(vm, value_from_object(builtin_type(vm, TYPE_reversed)), list);
    release(vm, list);
    return iterator;
}

static const struct NativeMethod proxy_methods[] = {
    METHOD("__reversed__", method_reversed, 0, 0, "", NULL),
    METHOD("copy", method_copy, 0, 0, "", NULL),
    METHOD("keys", method_keys, 0, 0, "", NULL),
    METHOD("values", method_values, 0, 0, "", NULL),
    METHOD("items", method_items, 0, 0, "", NULL),
    METHOD("update", method_update, 1, 1, "object, /", NULL),
    METHOD("get", method_get, 1, 2, "key, default=None, /", NULL),
    METHOD("setdefault", method_setdefault, 1, 2, "key, default=None, /", NULL),
    METHODS_END,
};

static void proxy_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct Proxy *)self)->frame, context);
}

static Value proxy_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct Proxy *proxy = (struct Proxy *)self;
    return is_empty(proxy->frame) ? VALUE_END : slot_take(vm, self, &proxy->frame);
}

const struct TypeSpec frame_locals_proxy_type_spec = {
    .name = "FrameLocalsProxy",
    .instance_size = sizeof(struct Proxy),
    .flags = TYPE_MAPPING,
    .memory = {.traverse = proxy_traverse, .take = proxy_take, .kind = OBJECT_CONTAINER},
    .operations =
        {
            .construct = proxy_construct,
            .repr = proxy_repr,
            .compare = proxy_compare,
            .iterate = proxy_iterate,
            .length = proxy_length,
            .contains = proxy_contains,
            .get_item = proxy_get_item,
            .set_item = proxy_set_item,
            .binary = {[BINARY_OR] = proxy_or},
            .in_place = {[BINARY_OR] = proxy_in_place_or},
        },
    .methods = proxy_methods,
};
