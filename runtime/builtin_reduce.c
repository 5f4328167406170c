/*
 * How built-in objects are taken apart for copy and pickle: functions by
 * name, methods as an attribute of what they are bound to, and the types
 * whose content is no attribute.
 */
#include "runtime/builtin_reduce.h"

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception_fields.h"
#include "runtime/instance.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/sequence_iterator.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* ---- By name ----------------------------------------------------------- */

/* (getattr, (owner, name)) */
static Value as_attribute(struct Interpreter *vm, Value owner, STEALS Value name)
{
    Value arguments = is_empty(name) ? EMPTY : tuple_pack(vm, 2, owner, name), result = EMPTY, function = EMPTY;
    release_maybe(vm, name);
    if (is_empty(arguments))
        return EMPTY;
    Value text = string_intern_cstring(vm, "getattr");
    if (!is_empty(text))
        function = object_get_item(vm, vm->builtins, text);
    if (!is_empty(function))
        result = tuple_pack(vm, 2, function, arguments);
    release_maybe(vm, text);
    release_maybe(vm, function);
    release(vm, arguments);
    return result;
}

static Value native_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct NativeCallable *callable = (struct NativeCallable *)value_object(args[0]);
    Value name = string_intern_cstring(vm, callable->method->name);
    if (is_empty(callable->self) || object_has_type(vm, callable->self, TYPE_module))
        return name;
    return as_attribute(vm, callable->self, name);
}

static Value descriptor_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct NativeCallable *callable = (struct NativeCallable *)value_object(args[0]);
    return as_attribute(vm, type_value(callable->owner), string_intern_cstring(vm, callable->method->name));
}

static Value method_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct Method *method = (struct Method *)value_object(args[0]);
    return as_attribute(vm, method->self, object_get_attribute(vm, method->function, NAME(vm, __name__)));
}

static Value ellipsis_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return string_intern_cstring(vm, "Ellipsis");
}

static Value not_implemented_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return string_intern_cstring(vm, "NotImplemented");
}

#define REDUCED_BY(table, function) \
    const struct NativeMethod table[] = {METHOD("__reduce__", function, 0, 0, NULL, NULL), METHODS_END}

REDUCED_BY(native_function_methods, native_reduce);
REDUCED_BY(method_descriptor_methods, descriptor_reduce);
REDUCED_BY(bound_method_methods, method_reduce);
REDUCED_BY(ellipsis_methods, ellipsis_reduce);
REDUCED_BY(not_implemented_methods, not_implemented_reduce);

/* ---- By content -------------------------------------------------------- */

static Value callable_iterator_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct CallableIterator *self = (struct CallableIterator *)value_object(args[0]);
    if (is_empty(self->callable)) {
        Value nothing = tuple_new(vm, NULL, 0);
        return is_empty(nothing) ? EMPTY : reduce_with_builtin(vm, "iter", nothing, EMPTY);
    }
    Value arguments = tuple_pack(vm, 2, self->callable, self->sentinel), name = EMPTY, result = EMPTY;
    if (!is_empty(arguments))
        name = string_intern_cstring(vm, "iter");
    Value function = is_empty(name) ? EMPTY : object_get_item(vm, vm->builtins, name);
    if (!is_empty(function))
        result = tuple_pack(vm, 2, function, arguments);
    release_maybe(vm, function);
    release_maybe(vm, name);
    release_maybe(vm, arguments);
    return result;
}

REDUCED_BY(callable_iterator_methods, callable_iterator_reduce);

static Value namespace_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value attributes = attributes_dict(vm, value_object(args[0])), nothing = EMPTY, result = EMPTY;
    if (!is_empty(attributes))
        nothing = tuple_new(vm, NULL, 0);
    if (!is_empty(nothing))
        result = tuple_pack(vm, 3, type_value(value_type(vm, args[0])), nothing, attributes);
    release_maybe(vm, nothing);
    release_maybe(vm, attributes);
    return result;
}

/* A new namespace with some attributes changed: copy.replace(). */
static Value namespace_replace(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional != 1)
        return raise_type_error(vm, "__replace__() takes no positional arguments");
    Value made = object_call_0(vm, type_value(value_type(vm, args[0])));
    Value old = is_empty(made) ? EMPTY : attributes_dict(vm, value_object(args[0]));
    Value new = is_empty(old) ? EMPTY : object_get_attribute(vm, made, NAME(vm, __dict__));
    bool good = !is_empty(new) && dict_update(vm, new, old);
    for (size_t i = 0; good && !is_empty(names) && i < tuple_length(names); i++)
        good = dict_set(vm, new, as_tuple(names)->items[i], args[1 + i]);
    release_maybe(vm, new);
    release_maybe(vm, old);
    if (good)
        return made;
    release_maybe(vm, made);
    return EMPTY;
}

const struct NativeMethod namespace_methods[] = {
    METHOD("__reduce__", namespace_reduce, 0, 0, "", "Return state information for pickling"),
    METHOD_RAW("__replace__", namespace_replace, NULL,
               "Return a copy of the namespace object with new values for the specified attributes."),
    METHODS_END,
};

/* (bytearray, (content,), state): content as text for the protocols that know no bytes. */
static Value bytearray_parts(struct Interpreter *vm, Value self, bool as_text)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_view(vm, self, &data, &length))
        return raise_type_error(vm, "expected a bytearray");
    Value content = as_text ? string_from_units(vm, data, 1, length) : bytes_new(vm, data, length);
    Value encoding = is_empty(content) ? EMPTY : string_from_cstring(vm, "latin-1"), arguments = EMPTY, state = EMPTY;
    if (!is_empty(encoding))
        arguments = as_text ? tuple_pack(vm, 2, content, encoding) : tuple_pack(vm, 1, content);
    if (!is_empty(arguments))
        state = object_call_method(vm, NAME(vm, __getstate__), &self, 1);
    Value result = is_empty(state) ? EMPTY : tuple_pack(vm, 3, type_value(value_type(vm, self)), arguments, state);
    release_maybe(vm, content);
    release_maybe(vm, encoding);
    release_maybe(vm, arguments);
    release_maybe(vm, state);
    return result;
}

Value bytearray_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return bytearray_parts(vm, args[0], true);
}

Value bytearray_reduce_ex(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t protocol = 0;
    if (count == 2 && !object_as_int64(vm, args[1], TYPE_OverflowError, &protocol))
        return EMPTY;
    return bytearray_parts(vm, args[0], protocol < 3);
}

/* ---- Exceptions whose attributes are no arguments ----------------------- */

/* (type, args) with the state behind it unless that is None. */
static Value exception_parts(struct Interpreter *vm, Value self, Value arguments, STEALS Value state)
{
    if (is_empty(state))
        return EMPTY;
    Value type = type_value(value_type(vm, self));
    Value result = is_none(state) ? tuple_pack(vm, 2, type, arguments) : tuple_pack(vm, 3, type, arguments, state);
    release(vm, state);
    return result;
}

/* The attributes as they are, None when there are none. */
static Value plain_state(struct Interpreter *vm, Value self)
{
    Value dict = attributes_dict(vm, value_object(self));
    if (is_empty(dict) || dict_length(dict) != 0)
        return dict;
    release(vm, dict);
    return VALUE_NONE;
}

/* File names are no part of args but are given to the constructor. */
static Value os_error_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value own = as_exception(args[0])->args, filename = exception_field(args[0], OS_ERROR_FILENAME);
    Value second = exception_field(args[0], OS_ERROR_FILENAME_2), given = EMPTY;
    if (tuple_length(own) != 2 || is_none(filename))
        return exception_parts(vm, args[0], own, plain_state(vm, args[0]));
    const Value *items = as_tuple(own)->items;
    given = is_none(second) ? tuple_pack(vm, 3, items[0], items[1], filename)
                            : tuple_pack(vm, 5, items[0], items[1], filename, VALUE_NONE, second);
    if (is_empty(given))
        return EMPTY;
    Value result = exception_parts(vm, args[0], given, plain_state(vm, args[0]));
    release(vm, given);
    return result;
}

/* The attributes and the fields of these names that are set, as a dict; None when there are none. */
static Value state_with(struct Interpreter *vm, Value self, const char *const *names, const uint8_t *fields)
{
    Value dict = attributes_dict(vm, value_object(self));
    Value state = is_empty(dict) ? EMPTY : dict_copy(vm, dict);
    release_maybe(vm, dict);
    for (size_t i = 0; !is_empty(state) && names[i] != NULL; i++) {
        Value v = exception_field(self, fields[i]);
        if (!is_none(v) && !dict_set_cstring(vm, state, names[i], v)) {
            release(vm, state);
            return EMPTY;
        }
    }
    if (is_empty(state) || dict_length(state) != 0)
        return state;
    release(vm, state);
    return VALUE_NONE;
}

static Value import_error_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    static const char *const names[] = {"name", "path", "name_from", NULL};
    static const uint8_t fields[] = {IMPORT_ERROR_NAME, IMPORT_ERROR_PATH, IMPORT_ERROR_NAME_FROM};
    return exception_parts(vm, args[0], as_exception(args[0])->args, state_with(vm, args[0], names, fields));
}

static Value attribute_error_getstate(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    static const char *const names[] = {"name", NULL};
    static const uint8_t fields[] = {ATTRIBUTE_ERROR_NAME};
    Value state = state_with(vm, args[0], names, fields);
    if (is_none(state))
        state = dict_new(vm);
    if (is_empty(state) || dict_set_cstring(vm, state, "args", as_exception(args[0])->args))
        return state;
    release(vm, state);
    return EMPTY;
}

static Value attribute_error_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    return exception_parts(vm, args[0], as_exception(args[0])->args, attribute_error_getstate(vm, args, count));
}

REDUCED_BY(os_error_methods, os_error_reduce);
REDUCED_BY(import_error_methods, import_error_reduce);
const struct NativeMethod attribute_error_methods[] = {
    METHOD("__reduce__", attribute_error_reduce, 0, 0, NULL, NULL),
    METHOD("__getstate__", attribute_error_getstate, 0, 0, NULL, NULL),
    METHODS_END,
};
