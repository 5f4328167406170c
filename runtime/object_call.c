/*
 * Calls from C: of any callable, with arguments side by side, in a tuple and
 * a dict, or of a method without making the bound object.
 */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

Value object_call(struct Interpreter *vm, Value callee, const Value *args, size_t positional, Value names)
{
    struct Type *type = value_type(vm, callee);
    if (UNLIKELY(type->operations.call == NULL))
        return raise_type_error(vm, "'%N' object is not callable", type);
    if (!vm_enter_recursion(vm, " while calling a Python object"))
        return EMPTY;
    Value result = type->operations.call(vm, callee, args, positional, names);
    vm_leave_recursion(vm);
    return result;
}

Value object_call_0(struct Interpreter *vm, Value callee) { return object_call(vm, callee, NULL, 0, EMPTY); }
Value object_call_1(struct Interpreter *vm, Value callee, Value a) { return object_call(vm, callee, &a, 1, EMPTY); }

Value object_call_2(struct Interpreter *vm, Value callee, Value a, Value b)
{
    Value args[2] = {a, b};
    return object_call(vm, callee, args, 2, EMPTY);
}

/* Lays a dict's values behind the positional ones and its keys in a tuple. */
static Value spread_keywords(struct Interpreter *vm, Value keywords, Value *values)
{
    Value names = tuple_new_empty(vm, dict_length(keywords));
    if (is_empty(names))
        return EMPTY;
    size_t position = 0, i = 0;
    Value key, value;
    while (dict_next(keywords, &position, &key, &value)) {
        if (!is_string(vm, key)) {
            release(vm, names);
            return raise_type_error(vm, "keywords must be strings");
        }
        slot_init(vm, as_tuple(names), &as_tuple(names)->items[i], retain(key));
        values[i++] = retain(value);
    }
    return names;
}

static Value call_with_keywords(struct Interpreter *vm, Value callee, Value args, Value keywords)
{
    size_t positional = tuple_length(args), count = dict_length(keywords);
    Value *all = heap_allocate_array(vm, MEMORY_VALUES, positional + count, sizeof(Value));
    if (all == NULL)
        return EMPTY;
    memset(all, 0, (positional + count) * sizeof(Value));
    for (size_t i = 0; i < positional; i++)
        all[i] = as_tuple(args)->items[i];
    Value names = spread_keywords(vm, keywords, all + positional);
    Value result = is_empty(names) ? EMPTY : object_call(vm, callee, all, positional, names);
    for (size_t i = positional; i < positional + count; i++)
        release_maybe(vm, all[i]);
    release_maybe(vm, names);
    heap_free(vm, MEMORY_VALUES, all, (positional + count) * sizeof(Value));
    return result;
}

Value object_call_tuple(struct Interpreter *vm, Value callee, Value args, Value keywords)
{
    if (!is_empty(keywords) && dict_length(keywords) != 0)
        return call_with_keywords(vm, callee, args, keywords);
    return object_call(vm, callee, as_tuple(args)->items, tuple_length(args), EMPTY);
}

/* The class's function when calling it with the instance first means the same as binding it; else ABSENT. */
static Value unbound_method(struct Interpreter *vm, Value object, Value name)
{
    struct Type *type = value_type(vm, object);
    if (!(type->flags & TYPE_GENERIC_GET))
        return VALUE_ABSENT;
    Value found = type_lookup(vm, type, name);
    if (is_empty(found) || is_absent(found) || !(value_type(vm, found)->flags & TYPE_METHOD_DESCRIPTOR))
        return is_empty(found) ? found : VALUE_ABSENT;
    retain(found);
    if (is_object(object)) {
        Value own = attributes_get(vm, value_object(object), name);
        if (!is_absent(own)) {
            release(vm, found);
            release_maybe(vm, own);
            return is_empty(own) ? EMPTY : VALUE_ABSENT;
        }
    }
    return found;
}

Value object_call_method(struct Interpreter *vm, Value name, const Value *args, size_t count)
{
    Value function = unbound_method(vm, args[0], name);
    if (is_empty(function))
        return EMPTY;
    Value result;
    if (!is_absent(function)) {
        result = object_call(vm, function, args, count, EMPTY);
    } else {
        function = object_get_attribute(vm, args[0], name);
        if (is_empty(function))
            return EMPTY;
        result = object_call(vm, function, args + 1, count - 1, EMPTY);
    }
    release(vm, function);
    return result;
}

bool object_is_callable(struct Interpreter *vm, Value v) { return value_type(vm, v)->operations.call != NULL; }
