/*
 * The atexit module: functions to call when the program ends.
 *
 * Owner: the numbers (sys).  vm->at_exit is a list of (function, args, kwargs)
 * in the order of registration; they are called from its end.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/system.h"

static OWNED Value keywords_as_dict(struct Interpreter *vm, const Value *values, Value names)
{
    Value dict = dict_new(vm);
    size_t count = is_empty(names) ? 0 : tuple_length(names);
    for (size_t i = 0; !is_empty(dict) && i < count; i++) {
        if (!dict_set(vm, dict, as_tuple(names)->items[i], values[i])) {
            release(vm, dict);
            return EMPTY;
        }
    }
    return dict;
}

static Value atexit_register(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional == 0)
        return raise_type_error(vm, "register() takes at least 1 argument (0 given)");
    if (!object_is_callable(vm, args[0]))
        return raise_type_error(vm, "the first argument must be callable");
    if (is_empty(vm->at_exit) && is_empty(vm->at_exit = list_new(vm, 4)))
        return EMPTY;
    Value arguments = tuple_new(vm, args + 1, positional - 1), keywords = EMPTY, entry = EMPTY;
    if (!is_empty(arguments))
        keywords = keywords_as_dict(vm, args + positional, names);
    if (!is_empty(keywords))
        entry = tuple_pack(vm, 3, args[0], arguments, keywords);
    release_maybe(vm, arguments);
    release_maybe(vm, keywords);
    if (is_empty(entry) || !list_append(vm, vm->at_exit, entry))
        return EMPTY;
    return retain(args[0]);
}

/* Entries leave a hole (None), so that the numbers of the others stay. */
static OWNED Value entry_at(struct Interpreter *vm, size_t i)
{
    return retain(as_list(vm->at_exit)->items[i]);
}

static void make_hole(struct Interpreter *vm, size_t i)
{
    slot_set(vm, value_object(vm->at_exit), &as_list(vm->at_exit)->items[i], VALUE_NONE);
}

static Value atexit_unregister(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    for (size_t i = 0; !is_empty(vm->at_exit) && i < as_list(vm->at_exit)->length; i++) {
        Value entry = entry_at(vm, i);
        int equal = is_none(entry) ? 0 : object_equals(vm, as_tuple(entry)->items[0], args[0]);
        release(vm, entry);
        if (equal < 0)
            return EMPTY;
        if (equal && !is_empty(vm->at_exit) && i < as_list(vm->at_exit)->length)
            make_hole(vm, i);
    }
    return VALUE_NONE;
}

static Value atexit_clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    Value list = vm->at_exit;
    vm->at_exit = EMPTY;
    release_maybe(vm, list);
    return VALUE_NONE;
}

static Value atexit_count(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int(is_empty(vm->at_exit) ? 0 : (int64_t)as_list(vm->at_exit)->length);
}

static void report(struct Interpreter *vm, Value function)
{
    Value error = error_take(vm), message = string_from_format(vm, "Exception ignored in atexit callback %R", function);
    struct Utf8View text = {NULL, 0, NULL, 0};
    if (is_empty(message) || !utf8_view(vm, message, &text))
        error_clear(vm);
    error_restore(vm, error);
    error_write_unraisable(vm, text.text ? text.text : "Exception ignored in atexit callback", EMPTY);
    if (text.text)
        utf8_release(vm, &text);
    release_maybe(vm, message);
}

/* What is registered meanwhile is not called, as in CPython. */
void system_run_exit_functions(struct Interpreter *vm)
{
    size_t i = is_empty(vm->at_exit) ? 0 : as_list(vm->at_exit)->length;
    while (i-- > 0 && !is_empty(vm->at_exit)) {
        if (i >= as_list(vm->at_exit)->length) /* the list was cleared and begun anew */
            continue;
        Value entry = entry_at(vm, i);
        make_hole(vm, i);
        if (!is_none(entry)) {
            const Value *items = as_tuple(entry)->items;
            Value result = object_call_tuple(vm, items[0], items[1], items[2]);
            if (is_empty(result))
                report(vm, items[0]);
            else
                release(vm, result);
        }
        release(vm, entry);
    }
    release_maybe(vm, atexit_clear(vm, NULL, 0));
}

static Value atexit_run(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    system_run_exit_functions(vm);
    return VALUE_NONE;
}

static const struct NativeMethod atexit_functions[] = {
    FUNCTION_RAW("register", atexit_register, "func, /, *args, **kwargs",
                 "Register a function to be executed upon normal program termination"),
    FUNCTION("unregister", atexit_unregister, 1, 1, "func, /", "Unregister an exit function."),
    FUNCTION("_clear", atexit_clear, 0, 0, "", "Clear the list of previously registered exit functions."),
    FUNCTION("_run_exitfuncs", atexit_run, 0, 0, "", "Run all registered exit functions."),
    FUNCTION("_ncallbacks", atexit_count, 0, 0, "", "Return the number of registered exit functions."),
    METHODS_END,
};

const struct ModuleSpec atexit_module_spec = {
    .name = "atexit",
    .documentation = "allow programmer to define multiple exit functions to be executed\nupon normal program termination.",
    .functions = atexit_functions,
};
