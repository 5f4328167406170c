/* operator: attrgetter, itemgetter and methodcaller: callables that remember what to ask for. */
#include "runtime/arguments.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- Shared ----------------------------------------------------------------- */

struct Getter {
    struct Object header;
    Value wanted; /* attrgetter: tuple of the names as given; itemgetter: tuple of keys */
    Value parts;  /* attrgetter: for each a tuple of the names between its dots */
};

static struct Getter *as_getter(Value v) { return (struct Getter *)value_object(v); }

static void getter_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 2, visit, context);
}

static OWNED Value getter_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 2, cursor);
}

static OWNED Value getter_new(struct Interpreter *vm, struct Type *type, STEALS Value wanted, STEALS Value parts)
{
    struct Getter *self = is_empty(wanted) ? NULL : (struct Getter *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release_maybe(vm, wanted);
        release_maybe(vm, parts);
        return EMPTY;
    }
    slot_init(vm, self, &self->wanted, wanted);
    slot_init(vm, self, &self->parts, parts);
    return value_from_object(self);
}

/* "operator.itemgetter(1, 2)" */
static bool add_arguments(struct StringBuilder *builder, Value arguments, size_t from)
{
    for (size_t i = from; i < tuple_length(arguments); i++)
        if ((i > from && !builder_add_cstring(builder, ", ")) || !builder_add_repr(builder, as_tuple(arguments)->items[i]))
            return false;
    return true;
}

/* Calls `add` between the class's name with an opening bracket, and a closing one. */
static OWNED Value repr_with(struct Interpreter *vm, Value self, bool (*add)(struct StringBuilder *, Value self))
{
    const char *name = type_message_name(value_type(vm, self));
    int entered = repr_enter(vm, self);
    if (entered != 0)
        return entered > 0 ? string_from_format(vm, "%s(...)", name) : EMPTY;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool done = builder_add_cstring(&builder, name) && builder_add_char(&builder, '(') && add(&builder, self) &&
                builder_add_char(&builder, ')');
    repr_leave(vm, self);
    if (done)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static bool add_wanted(struct StringBuilder *builder, Value self)
{
    return add_arguments(builder, as_getter(self)->wanted, 0);
}

static Value getter_repr(struct Interpreter *vm, Value self) { return repr_with(vm, self, add_wanted); }

static Value getter_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), as_getter(args[0])->wanted);
}

static const struct NativeMethod getter_methods[] = {
    METHOD("__reduce__", getter_reduce, 0, 0, NULL, "Return state information for pickling"),
    METHODS_END,
};

static bool check_one_argument(struct Interpreter *vm, const char *name, size_t positional, Value names)
{
    return check_no_keywords(vm, name, names) && check_positional(vm, name, positional, 1, 1);
}

/* Answers with one thing, or a tuple when more than one was asked for. */
static OWNED Value answer_each(struct Interpreter *vm, Value self, Value object,
                               Value (*answer)(struct Interpreter *, struct Getter *, Value, size_t))
{
    struct Getter *getter = as_getter(self);
    size_t count = tuple_length(getter->wanted);
    if (count == 1)
        return answer(vm, getter, object, 0);
    Value result = tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(result); i++) /* Python code may come across it */
        slot_init(vm, as_tuple(result), &as_tuple(result)->items[i], VALUE_NONE);
    for (size_t i = 0; i < count && !is_empty(result); i++) {
        Value item = answer(vm, getter, object, i);
        if (is_empty(item)) {
            release(vm, result);
            return EMPTY;
        }
        slot_set(vm, as_tuple(result), &as_tuple(result)->items[i], item);
    }
    return result;
}

/* ---- itemgetter --------------------------------------------------------------- */

static Value itemgetter_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    if (!check_no_keywords(vm, "itemgetter", names))
        return EMPTY;
    if (positional == 0)
        return raise_type_error(vm, "itemgetter expected 1 argument, got 0");
    return getter_new(vm, type, tuple_new(vm, args, positional), EMPTY);
}

static Value item_of(struct Interpreter *vm, struct Getter *getter, Value object, size_t i)
{
    Value key = as_tuple(getter->wanted)->items[i];
    if (is_small_int(key) && is_exact_tuple(vm, object)) {
        const struct Tuple *tuple = as_tuple(object);
        if (small_int(key) >= 0 && (size_t)small_int(key) < tuple->length)
            return retain(tuple->items[small_int(key)]);
    }
    return object_get_item(vm, object, key);
}

static Value itemgetter_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!check_one_argument(vm, "itemgetter", positional, names))
        return EMPTY;
    return answer_each(vm, self, args[0], item_of);
}

/* CPython keeps a single key without a tuple around it. */
static size_t itemgetter_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    Value wanted = ((struct Getter *)object)->wanted;
    return !is_empty(wanted) && tuple_length(wanted) == 1 ? 0 : 1;
}

const struct TypeSpec itemgetter_type_spec = {
    .name = "operator.itemgetter",
    .documentation = "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), "
                     "the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], "
                     "r[3])",
    .instance_size = sizeof(struct Getter),
    .memory = {.traverse = getter_traverse, .take = getter_take, .clear = nothing_to_clear, .weigh = itemgetter_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = itemgetter_construct, .repr = getter_repr, .call = itemgetter_call},
    .methods = getter_methods,
};

/* ---- attrgetter --------------------------------------------------------------- */

/* "a.b.c" as a tuple of interned names. */
static OWNED Value split_at_dots(struct Interpreter *vm, Value name)
{
    Value dot = string_intern_cstring(vm, "."), list = is_empty(dot) ? EMPTY : list_new(vm, 1), result = EMPTY;
    bool done = !is_empty(list);
    for (size_t start = 0; done;) {
        size_t length = string_length(name);
        int64_t end = string_find(name, dot, start, length);
        Value part = string_substring(vm, name, start, end < 0 ? length : (size_t)end);
        part = is_empty(part) ? EMPTY : string_intern(vm, part);
        done = !is_empty(part) && list_append(vm, list, part);
        if (end < 0)
            break;
        start = (size_t)end + 1;
    }
    if (done)
        result = list_to_tuple(vm, list);
    release_maybe(vm, list);
    release_maybe(vm, dot);
    return result;
}

static Value attrgetter_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    if (!check_no_keywords(vm, "attrgetter", names))
        return EMPTY;
    if (positional == 0)
        return raise_type_error(vm, "attrgetter expected 1 argument, got 0");
    for (size_t i = 0; i < positional; i++)
        if (!is_string(vm, args[i]))
            return raise_type_error(vm, "attribute name must be a string");
    Value list = list_new(vm, positional), parts = EMPTY;
    bool done = !is_empty(list);
    for (size_t i = 0; i < positional && done; i++) {
        Value split = split_at_dots(vm, args[i]);
        done = !is_empty(split) && list_append(vm, list, split);
    }
    if (done)
        parts = list_to_tuple(vm, list);
    release_maybe(vm, list);
    return is_empty(parts) ? EMPTY : getter_new(vm, type, tuple_new(vm, args, positional), parts);
}

static Value attribute_of(struct Interpreter *vm, struct Getter *getter, Value object, size_t i)
{
    const struct Tuple *names = as_tuple(as_tuple(getter->parts)->items[i]);
    Value found = retain(object);
    for (size_t k = 0; k < names->length && !is_empty(found); k++) {
        Value next = object_get_attribute(vm, found, names->items[k]);
        release(vm, found);
        found = next;
    }
    return found;
}

static Value attrgetter_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!check_one_argument(vm, "attrgetter", positional, names))
        return EMPTY;
    return answer_each(vm, self, args[0], attribute_of);
}

const struct TypeSpec attrgetter_type_spec = {
    .name = "operator.attrgetter",
    .documentation =
        "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), "
        "the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\n"
        "After h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
    .instance_size = sizeof(struct Getter),
    .memory = {.traverse = getter_traverse, .take = getter_take, .clear = nothing_to_clear, .kind = OBJECT_CONTAINER},
    .operations = {.construct = attrgetter_construct, .repr = getter_repr, .call = attrgetter_call},
    .methods = getter_methods,
};

/* ---- methodcaller --------------------------------------------------------------- */

struct MethodCaller {
    struct Object header;
    Value arguments; /* tuple: the name, positional arguments, values of the keywords */
    Value names;     /* tuple of the keywords, or EMPTY */
};

static struct MethodCaller *as_caller(Value v) { return (struct MethodCaller *)value_object(v); }

static size_t positional_of(const struct MethodCaller *self)
{
    return tuple_length(self->arguments) - keyword_count(self->names);
}

static Value methodcaller_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                    Value names)
{
    if (positional == 0)
        return raise_type_error(vm, "methodcaller needs at least one argument, the method name");
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "method name must be a string");
    Value arguments = tuple_new_empty(vm, positional + keyword_count(names));
    if (is_empty(arguments))
        return EMPTY;
    slots_init_retained(vm, as_tuple(arguments), as_tuple(arguments)->items, args, positional + keyword_count(names));
    if (is_exact_string(vm, args[0]))
        slot_set(vm, as_tuple(arguments), &as_tuple(arguments)->items[0], string_intern(vm, retain(args[0])));
    struct MethodCaller *self = NULL;
    if (!is_empty(as_tuple(arguments)->items[0]))
        self = (struct MethodCaller *)(void *)object_allocate(vm, type, type->instance_size);
    if (self == NULL) {
        release(vm, arguments);
        return EMPTY;
    }
    slot_init(vm, self, &self->arguments, arguments);
    if (keyword_count(names) > 0)
        slot_init(vm, self, &self->names, retain(names));
    return value_from_object(self);
}

enum { FEW_ARGUMENTS = 8 };

/* object.name(*arguments, **keywords); items begins with the name. */
static OWNED Value call_with(struct Interpreter *vm, const struct MethodCaller *self, Value object, const Value *items,
                             Value *copied)
{
    size_t count = tuple_length(self->arguments);
    if (keyword_count(self->names) > 0) {
        Value method = object_get_attribute(vm, object, items[0]);
        if (is_empty(method))
            return EMPTY;
        Value result = object_call(vm, method, items + 1, positional_of(self) - 1, self->names);
        release(vm, method);
        return result;
    }
    copied[0] = object;
    for (size_t i = 1; i < count; i++)
        copied[i] = items[i];
    return object_call_method(vm, items[0], copied, count);
}

static Value methodcaller_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!check_one_argument(vm, "methodcaller", positional, names))
        return EMPTY;
    const struct MethodCaller *caller = as_caller(self);
    Value few[FEW_ARGUMENTS], *copied = few;
    size_t count = tuple_length(caller->arguments);
    if (count > FEW_ARGUMENTS) {
        copied = heap_allocate_array(vm, MEMORY_VALUES, count, sizeof *copied);
        if (copied == NULL)
            return EMPTY;
    }
    Value result = call_with(vm, caller, args[0], as_tuple(caller->arguments)->items, copied);
    if (copied != few)
        heap_free(vm, MEMORY_VALUES, copied, count * sizeof *copied);
    return result;
}

static bool add_call(struct StringBuilder *builder, Value self)
{
    const struct MethodCaller *caller = as_caller(self);
    const Value *items = as_tuple(caller->arguments)->items;
    size_t positional = positional_of(caller);
    for (size_t i = 0; i < tuple_length(caller->arguments); i++) {
        if (i > 0 && !builder_add_cstring(builder, ", "))
            return false;
        if (i >= positional && (!builder_add_string(builder, as_tuple(caller->names)->items[i - positional]) ||
                                !builder_add_char(builder, '=')))
            return false;
        if (!builder_add_repr(builder, items[i]))
            return false;
    }
    return true;
}

static Value methodcaller_repr(struct Interpreter *vm, Value self) { return repr_with(vm, self, add_call); }

/* functools.partial(class, name, **keywords), for what is called with the other arguments then. */
static OWNED Value partial_with_keywords(struct Interpreter *vm, Value self)
{
    const struct MethodCaller *caller = as_caller(self);
    size_t keywords = keyword_count(caller->names), positional = positional_of(caller);
    Value list = list_new(vm, keywords + 2), result = EMPTY;
    Value partial = is_empty(list) ? EMPTY : library_attribute(vm, "functools", "partial");
    bool done = !is_empty(partial) && list_append(vm, list, retain(value_from_object(value_type(vm, self)))) &&
                list_append(vm, list, retain(as_tuple(caller->arguments)->items[0]));
    for (size_t i = 0; i < keywords && done; i++)
        done = list_append(vm, list, retain(as_tuple(caller->arguments)->items[positional + i]));
    if (done)
        result = object_call(vm, partial, as_list(list)->items, 2, caller->names);
    release_maybe(vm, partial);
    release_maybe(vm, list);
    return result;
}

static Value methodcaller_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct MethodCaller *self = as_caller(args[0]);
    (void)count;
    if (keyword_count(self->names) == 0)
        return tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), self->arguments);
    Value partial = partial_with_keywords(vm, args[0]);
    Value rest = is_empty(partial) ? EMPTY : tuple_slice(vm, self->arguments, 1, positional_of(self));
    Value result = is_empty(rest) ? EMPTY : tuple_pack(vm, (size_t)2, partial, rest);
    release_maybe(vm, rest);
    release_maybe(vm, partial);
    return result;
}

static const struct NativeMethod methodcaller_methods[] = {
    METHOD("__reduce__", methodcaller_reduce, 0, 0, NULL, "Return state information for pickling"),
    METHODS_END,
};

/* CPython has a dict for the keywords. */
static size_t methodcaller_weight(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    return is_empty(((struct MethodCaller *)object)->names) ? 1 : 2;
}

const struct TypeSpec methodcaller_type_spec = {
    .name = "operator.methodcaller",
    .documentation = "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), "
                     "the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) "
                     "returns\nr.name('date', foo=1).",
    .instance_size = sizeof(struct MethodCaller),
    .memory = {.traverse = getter_traverse, .take = getter_take, .clear = nothing_to_clear,
               .weigh = methodcaller_weight, .kind = OBJECT_CONTAINER},
    .operations = {.construct = methodcaller_construct, .repr = methodcaller_repr, .call = methodcaller_call},
    .methods = methodcaller_methods,
};
