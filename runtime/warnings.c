/*
 * Warnings issued from C: calls into the library's module warnings.  Where
 * that cannot be had any more (the interpreter is ending, no memory), what the
 * default filters would show goes to stderr plainly.
 */
#include "runtime/warnings.h"

#include <stdarg.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* A function of the module warnings: OWNED; ABSENT: the module cannot be had now. */
static Value warnings_function(struct Interpreter *vm, const char *name)
{
    Value module_name = string_intern_cstring(vm, "warnings");
    if (is_empty(module_name))
        return EMPTY;
    Value module = is_empty(vm->modules) ? VALUE_ABSENT : dict_get(vm, vm->modules, module_name);
    if (is_absent(module) && !(vm->flags & INTERPRETER_FINALIZING) && vm->callbacks.import_module != NULL)
        module = vm->callbacks.import_module(vm, module_name, VALUE_NONE, VALUE_NONE, 0);
    release(vm, module_name);
    if (is_empty(module) || is_absent(module))
        return module;
    Value attribute = string_intern_cstring(vm, name);
    Value function = is_empty(attribute) ? EMPTY : object_lookup_attribute(vm, module, attribute);
    release_maybe(vm, attribute);
    release(vm, module);
    return function;
}

static bool shown_by_default(enum TypeIndex category)
{
    return category != TYPE_DeprecationWarning && category != TYPE_PendingDeprecationWarning &&
           category != TYPE_ImportWarning && category != TYPE_ResourceWarning;
}

static bool write_plainly(struct Interpreter *vm, enum TypeIndex category, Value where, Value text)
{
    if (!shown_by_default(category))
        return true;
    const char *title = type_name(builtin_type(vm, category));
    Value line = string_from_format(vm, "%V: %s: %V\n", where, title, text);
    Value stream = is_empty(line) ? VALUE_ABSENT : sys_get(vm, NAME(vm, stderr));
    if (!is_absent(stream) && !is_none(stream)) {
        retain(stream);
        if (!stream_write_string(vm, stream, line))
            error_clear(vm);
        release(vm, stream);
    }
    release_maybe(vm, line);
    error_clear(vm);
    return true;
}

/* Calls a function that returns nothing of use, with borrowed arguments. */
static bool call_and_drop(struct Interpreter *vm, STEALS Value function, const Value *args, size_t count)
{
    Value result = object_call(vm, function, args, count, EMPTY);
    release(vm, function);
    release_maybe(vm, result);
    return !is_empty(result);
}

static bool warn_text(struct Interpreter *vm, enum TypeIndex category, int stack_level, Value text)
{
    Value function = warnings_function(vm, "_core_warn");
    if (is_empty(function))
        return false;
    if (is_absent(function)) {
        Value where = string_from_cstring(vm, "<sys>:0");
        bool done = !is_empty(where) && write_plainly(vm, category, where, text);
        release_maybe(vm, where);
        return done;
    }
    Value args[] = {text, value_from_object(builtin_type(vm, category)), value_from_small_int(stack_level)};
    return call_and_drop(vm, function, args, 3);
}

bool warnings_warn(struct Interpreter *vm, enum TypeIndex category, int stack_level, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value text = string_from_format_list(vm, format, arguments);
    va_end(arguments);
    if (is_empty(text))
        return false;
    bool done = warn_text(vm, category, stack_level, text);
    release(vm, text);
    return done;
}

bool warnings_warn_at(struct Interpreter *vm, enum TypeIndex category, Value filename, int64_t line, const char *text)
{
    Value message = string_from_cstring(vm, text);
    Value function = is_empty(message) ? EMPTY : warnings_function(vm, "_core_warn_explicit");
    bool done = false;
    if (is_absent(function)) {
        Value where = string_from_format(vm, "%V:%lld", filename, (long long)line);
        done = !is_empty(where) && write_plainly(vm, category, where, message);
        release_maybe(vm, where);
    } else if (!is_empty(function)) {
        Value args[] = {message, value_from_object(builtin_type(vm, category)), filename, value_from_small_int(line)};
        done = call_and_drop(vm, function, args, 4);
    }
    release_maybe(vm, message);
    return done;
}

void warnings_unawaited_coroutine(struct Interpreter *vm, Value coroutine, Value qualified_name)
{
    Value function = warnings_function(vm, "_warn_unawaited_coroutine");
    bool done = false;
    if (is_absent(function)) {
        Value text = string_from_format(vm, "coroutine '%V' was never awaited", qualified_name);
        done = !is_empty(text) && warn_text(vm, TYPE_RuntimeWarning, 1, text);
        release_maybe(vm, text);
    } else if (!is_empty(function))
        done = call_and_drop(vm, function, &coroutine, 1);
    if (!done)
        error_write_unraisable(vm, NULL, coroutine);
}

bool warnings_prepare(struct Interpreter *vm)
{
    Value function = warnings_function(vm, "_processoptions");
    release_maybe(vm, function);
    return !is_empty(function);
}

bool warnings_strict_subclass(struct Interpreter *vm, const char *what, const char *base, Value result)
{
    return warnings_warn(vm, TYPE_DeprecationWarning, 1,
                         "%s (type %T).  The ability to return an instance of a strict subclass of %s is deprecated, and "
                         "may be removed in a future version of Python.",
                         what, result, base);
}

bool warnings_float_subclass(struct Interpreter *vm, struct Type *type, Value result)
{
    char what[200];
    snprintf(what, sizeof what, "%.50s.__float__ returned non-float", type_message_name(type));
    return warnings_strict_subclass(vm, what, "float", result);
}
