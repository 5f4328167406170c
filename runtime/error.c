/*
 * Raising: making exceptions from C, the pending error, and the report of
 * errors nobody can catch.  Invariant: at most one exception is pending, and
 * a function that reports failure leaves exactly one.
 */
#include "runtime/error.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/struct_sequence.h"

/* Makes an exception pending that is already a normalised instance. */
static Value set_pending(struct Interpreter *vm, STEALS Value exception)
{
    if (!value_same(exception, vm->handled))
        exception_set_context(vm, exception, vm->handled);
    Value before = vm->pending;
    vm->pending = exception;
    release_maybe(vm, before);
    return EMPTY;
}

static Value raise_message(struct Interpreter *vm, enum TypeIndex type, STEALS Value message)
{
    if (is_empty(message))
        return EMPTY;
    Value exception = exception_new(vm, builtin_type(vm, type), &message, 1);
    release(vm, message);
    return is_empty(exception) ? EMPTY : set_pending(vm, exception);
}

Value raise_error(struct Interpreter *vm, enum TypeIndex exception, const char *format, ...)
{
    if (*format == '\0') {
        Value bare = exception_new(vm, builtin_type(vm, exception), NULL, 0);
        return is_empty(bare) ? EMPTY : raise_value(vm, bare);
    }
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    return raise_message(vm, exception, message);
}

Value raise_type_error(struct Interpreter *vm, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    return raise_message(vm, TYPE_TypeError, message);
}

Value raise_value_error(struct Interpreter *vm, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    return raise_message(vm, TYPE_ValueError, message);
}

/* A fresh instance while there is memory for one (the request that failed may have been absurdly large), else
 * the preallocated one. */
Value raise_memory_error(struct Interpreter *vm)
{
    if (!vm->raising_memory_error) {
        vm->raising_memory_error = true;
        Value fresh = exception_new(vm, builtin_type(vm, TYPE_MemoryError), NULL, 0);
        vm->raising_memory_error = false;
        if (!is_empty(fresh))
            return set_pending(vm, fresh);
    }
    Value before = vm->pending;
    vm->pending = is_empty(vm->memory_error) ? EMPTY : retain(vm->memory_error);
    release_maybe(vm, before);
    return EMPTY;
}

Value raise_key_error(struct Interpreter *vm, Value key)
{
    Value exception = exception_new(vm, builtin_type(vm, TYPE_KeyError), &key, 1);
    return is_empty(exception) ? EMPTY : set_pending(vm, exception);
}

Value raise_attribute_error(struct Interpreter *vm, Value object, Value name)
{
    Value message;
    if (is_object(object) && (value_object(object)->type->flags & TYPE_SUBCLASS_TYPE))
        message = string_from_format(vm, "type object '%.50s' has no attribute '%V'",
                                     type_name((struct Type *)value_object(object)), name);
    else if (object_has_type(vm, object, TYPE_module))
        message = module_missing_attribute(vm, object, name);
    else
        message = string_from_format(vm, "'%.100T' object has no attribute '%V'", object, name);
    return is_empty(message) ? EMPTY : raise_attribute_message(vm, object, name, message);
}

Value raise_attribute_message(struct Interpreter *vm, Value object, Value name, STEALS Value message)
{
    Value exception = exception_new(vm, builtin_type(vm, TYPE_AttributeError), &message, 1);
    release(vm, message);
    if (is_empty(exception))
        return EMPTY;
    exception_set_field(vm, exception, ATTRIBUTE_ERROR_NAME, name);
    exception_set_field(vm, exception, ATTRIBUTE_ERROR_OBJECT, object);
    return set_pending(vm, exception);
}

Value raise_name_error(struct Interpreter *vm, Value name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    if (is_empty(message))
        return EMPTY;
    Value exception = exception_new(vm, builtin_type(vm, TYPE_NameError), &message, 1);
    release(vm, message);
    if (is_empty(exception))
        return EMPTY;
    exception_set_field(vm, exception, NAME_ERROR_NAME, name);
    return set_pending(vm, exception);
}

Value raise_stop_iteration(struct Interpreter *vm, Value value)
{
    Value exception = exception_new(vm, builtin_type(vm, TYPE_StopIteration), &value, is_none(value) ? 0 : 1);
    if (is_empty(exception))
        return EMPTY;
    exception_set_field(vm, exception, STOP_ITERATION_VALUE, value);
    return set_pending(vm, exception);
}

/* Through OSError's own constructor, which picks the subclass for the number. */
Value raise_os_error(struct Interpreter *vm, int error_number, Value filename)
{
    Value text = string_from_cstring(vm, strerror(error_number));
    if (is_empty(text))
        return EMPTY;
    Value arguments[3] = {value_from_small_int(error_number), text, filename};
    Value exception = object_call(vm, value_from_object(builtin_type(vm, TYPE_OSError)), arguments,
                                  is_empty(filename) ? 2 : 3, EMPTY);
    release(vm, text);
    return is_empty(exception) ? EMPTY : set_pending(vm, exception);
}

Value raise_not_supported(struct Interpreter *vm, const char *what)
{
    return raise_error(vm, TYPE_NotImplementedError, "%s is not supported by viv yet", what);
}

Value raise_value(struct Interpreter *vm, Value exception)
{
    if (is_exception_class(vm, exception)) {
        Value instance = object_call_0(vm, exception);
        if (!is_empty(instance) && !is_exception_instance(vm, instance)) {
            raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %.200R", exception,
                             value_from_object(value_type(vm, instance)));
            release(vm, instance);
            instance = EMPTY;
        }
        release(vm, exception);
        if (is_empty(instance))
            return EMPTY;
        exception = instance;
    } else if (!is_exception_instance(vm, exception)) {
        release(vm, exception);
        return raise_type_error(vm, "exceptions must derive from BaseException");
    }
    return set_pending(vm, exception);
}

bool error_matches(struct Interpreter *vm, enum TypeIndex exception)
{
    return !is_empty(vm->pending) &&
           type_is_subtype(vm, value_object(vm->pending)->type, builtin_type(vm, exception));
}

Value error_take(struct Interpreter *vm)
{
    Value exception = vm->pending;
    vm->pending = EMPTY;
    return exception;
}

void error_restore(struct Interpreter *vm, Value exception)
{
    Value before = vm->pending;
    vm->pending = exception;
    release_maybe(vm, before);
}

void error_clear(struct Interpreter *vm)
{
    error_restore(vm, EMPTY);
}

bool is_exception_instance(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_EXCEPTION);
}

bool is_exception_class(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_TYPE) &&
           (((struct Type *)value_object(v))->flags & TYPE_SUBCLASS_EXCEPTION);
}

static bool matches_class(struct Interpreter *vm, Value exception, Value class)
{
    if (!is_exception_class(vm, class))
        return false;
    const struct Type *type = is_exception_instance(vm, exception) ? value_object(exception)->type
                              : is_exception_class(vm, exception) ? (struct Type *)value_object(exception)
                                                                  : NULL;
    return type != NULL && type_is_subtype(vm, type, (struct Type *)value_object(class));
}

int exception_matches(struct Interpreter *vm, Value exception, Value pattern)
{
    if (!is_tuple(vm, pattern))
        return matches_class(vm, exception, pattern);
    for (size_t i = 0; i < tuple_length(pattern); i++) {
        Value item = as_tuple(pattern)->items[i];
        if (is_tuple(vm, item)) {
            if (!vm_enter_recursion(vm, ""))
                return -1;
            int found = exception_matches(vm, exception, item);
            vm_leave_recursion(vm);
            if (found != 0)
                return found;
        } else if (matches_class(vm, exception, item))
            return 1;
    }
    return 0;
}

/* The argument of sys.unraisablehook. OWNED. */
static Value unraisable_record(struct Interpreter *vm, Value exception, const char *message, Value where)
{
    Value traceback = as_exception(exception)->traceback;
    Value items[] = {retain(value_from_object(value_object(exception)->type)), retain(exception),
                     is_empty(traceback) ? VALUE_NONE : retain(traceback),
                     message == NULL ? VALUE_NONE : string_from_cstring(vm, message),
                     is_empty(where) ? VALUE_NONE : retain(where)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_unraisable_hook_args), items, 5);
}

/* Calls a sys.unraisablehook that the script put there; false: there is none, or it failed. */
static bool call_unraisable_hook(struct Interpreter *vm, Value exception, const char *message, Value where)
{
    Value hook = is_empty(vm->sys_dict) ? VALUE_ABSENT : dict_peek(vm, vm->sys_dict, NAME(vm, unraisablehook));
    if (is_absent(hook) || is_none(hook) || object_has_type(vm, hook, TYPE_builtin_function))
        return false;
    retain(hook);
    Value record = unraisable_record(vm, exception, message, where);
    Value result = is_empty(record) ? EMPTY : object_call_1(vm, hook, record);
    release_maybe(vm, record);
    release(vm, hook);
    release_maybe(vm, result);
    error_clear(vm);
    return !is_empty(result);
}

void error_write_unraisable(struct Interpreter *vm, const char *message, Value where)
{
    Value exception = error_take(vm);
    if (is_empty(exception))
        return;
    if (is_empty(as_exception(exception)->traceback) && vm->callbacks.traceback_here != NULL) {
        error_restore(vm, exception);
        vm->callbacks.traceback_here(vm);
        exception = error_take(vm);
    }
    if (!call_unraisable_hook(vm, exception, message, where) && vm->callbacks.write_unraisable != NULL)
        vm->callbacks.write_unraisable(vm, exception, message, where);
    error_clear(vm);
    release(vm, exception);
}
