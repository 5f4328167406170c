/*
 * The hooks of the sys module that the machine looks at: tracing, profiling,
 * asynchronous generators, the origin of coroutines.  They live in struct
 * Interpreter; here they are only set and read.
 *
 * Setting a trace or profile function is a raw native, so that no specialised
 * call skips the machine's look at whether somebody watches now.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/modules/sys.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/struct_sequence.h"

/* ---- sys.settrace, sys.setprofile */

static void set_hook(struct Interpreter *vm, Value *place, Value function)
{
    Value before = *place;
    *place = is_none(function) ? EMPTY : retain(function);
    vm->watched = !is_empty(vm->trace_function) || !is_empty(vm->profile_function);
    vm->attention |= vm->watched;
    release_maybe(vm, before);
}

static Value set_watcher(struct Interpreter *vm, const char *name, Value *place, const Value *args, size_t positional,
                         Value names)
{
    if (!is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "sys.%s() takes no keyword arguments", name);
    if (positional != 1)
        return raise_type_error(vm, "sys.%s() takes exactly one argument (%zu given)", name, positional);
    set_hook(vm, place, args[0]);
    return VALUE_NONE;
}

static Value sys_settrace(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return set_watcher(vm, "settrace", &vm->trace_function, args, positional, names);
}

static Value sys_setprofile(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    return set_watcher(vm, "setprofile", &vm->profile_function, args, positional, names);
}

static Value sys_gettrace(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return is_empty(vm->trace_function) ? VALUE_NONE : retain(vm->trace_function);
}

static Value sys_getprofile(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return is_empty(vm->profile_function) ? VALUE_NONE : retain(vm->profile_function);
}

static Value sys_call_tracing(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_tuple(vm, args[1]))
        return raise_type_error(vm, "call_tracing() argument 2 must be tuple, not %T", args[1]);
    uint32_t depth = vm->watch_depth;
    vm->watch_depth = 0; /* the function is traced although a trace function calls it */
    Value result = object_call_tuple(vm, args[0], args[1], EMPTY);
    vm->watch_depth = depth;
    return result;
}

/* ---- The rest */

static Value sys_getframemodulename(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t depth = 0;
    if (!is_absent(args[0]) && !object_as_int64(vm, args[0], TYPE_OverflowError, &depth))
        return EMPTY;
    Value frame = vm->callbacks.frame_object(vm, depth < 0 ? 0 : (size_t)depth);
    if (is_empty(frame) || is_none(frame))
        return frame;
    Value globals = object_get_attribute_cstring(vm, frame, "f_globals");
    release(vm, frame);
    if (is_empty(globals))
        return EMPTY;
    Value name = is_dict(vm, globals) ? dict_get(vm, globals, NAME(vm, __name__)) : VALUE_ABSENT;
    release(vm, globals);
    return is_absent(name) ? VALUE_NONE : name;
}

static Value sys_setswitchinterval(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double interval;
    if (!object_as_double(vm, args[0], &interval))
        return EMPTY;
    return interval > 0 ? VALUE_NONE : raise_value_error(vm, "switch interval must be strictly positive");
}

/* ---- Coroutines and asynchronous generators */

static Value sys_set_coroutine_depth(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t depth;
    if (is_absent(args[0]))
        return raise_type_error(vm, "set_coroutine_origin_tracking_depth() missing required argument 'depth' (pos 1)");
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &depth))
        return EMPTY;
    if (depth < 0)
        return raise_value_error(vm, "depth must be >= 0");
    vm->coroutine_origin_depth = depth > UINT32_MAX ? UINT32_MAX : (uint32_t)depth;
    return VALUE_NONE;
}

static Value sys_get_coroutine_depth(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int(vm->coroutine_origin_depth);
}

static const struct NativeAttribute unraisable_fields[] = {
    STRUCT_FIELD(0, "exc_type", "Exception type"),
    STRUCT_FIELD(1, "exc_value", "Exception value"),
    STRUCT_FIELD(2, "exc_traceback", "Exception traceback"),
    STRUCT_FIELD(3, "err_msg", "Error message"),
    STRUCT_FIELD(4, "object", "Object causing the exception"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(unraisable_hook_args, "UnraisableHookArgs", "Type used to pass arguments to sys.unraisablehook.",
                unraisable_fields, TYPE_NO_INSTANCES);

static const struct NativeAttribute asyncgen_hooks_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "firstiter", NULL),
    STRUCT_FIELD(1, "finalizer", NULL),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(asyncgen_hooks, "asyncgen_hooks", NULL, asyncgen_hooks_fields, TYPE_NO_INSTANCES);

static bool check_hook(struct Interpreter *vm, const char *name, Value hook)
{
    if (is_absent(hook) || is_none(hook) || object_is_callable(vm, hook))
        return true;
    raise_type_error(vm, "callable %s expected, got %.50T", name, hook);
    return false;
}

static void set_async_hook(struct Interpreter *vm, Value *place, Value hook)
{
    if (is_absent(hook))
        return;
    Value before = *place;
    *place = is_none(hook) ? EMPTY : retain(hook);
    release_maybe(vm, before);
}

static Value sys_set_asyncgen_hooks(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_hook(vm, "finalizer", args[1]) || !check_hook(vm, "firstiter", args[0]))
        return EMPTY;
    set_async_hook(vm, &vm->asyncgen_finalizer, args[1]);
    set_async_hook(vm, &vm->asyncgen_first_iteration, args[0]);
    return VALUE_NONE;
}

static Value sys_get_asyncgen_hooks(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    Value first = vm->asyncgen_first_iteration, finalizer = vm->asyncgen_finalizer;
    Value items[] = {is_empty(first) ? VALUE_NONE : retain(first),
                     is_empty(finalizer) ? VALUE_NONE : retain(finalizer)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_asyncgen_hooks), items, 2);
}

const struct NativeMethod system_hook_functions[] = {
    {"settrace", {.raw = sys_settrace}, 0, 0, NATIVE_RAW | NATIVE_STATIC_METHOD, "function, /",
     "Set the global debug tracing function.\n\nIt will be called on each function call."},
    {"setprofile", {.raw = sys_setprofile}, 0, 0, NATIVE_RAW | NATIVE_STATIC_METHOD, "function, /",
     "Set the profiling function.\n\nIt will be called on each function call and return."},
    FUNCTION_NAMED("_getframemodulename", sys_getframemodulename, "depth=0",
                   "Return the name of the module for a calling frame."),
    FUNCTION("setswitchinterval", sys_setswitchinterval, 1, 1, "interval, /",
             "Set the ideal thread switching delay inside the Python interpreter."),
    FUNCTION_RAW("breakpointhook", system_breakpoint_hook, "*args, **kwargs",
                 "This hook function is called by built-in breakpoint()."),
    FUNCTION("gettrace", sys_gettrace, 0, 0, "", "Return the global debug tracing function set with sys.settrace."),
    FUNCTION("getprofile", sys_getprofile, 0, 0, "", "Return the profiling function set with sys.setprofile."),
    FUNCTION("call_tracing", sys_call_tracing, 2, 2, "func, args, /",
             "Call func(*args), while tracing is enabled."),
    FUNCTION_NAMED("set_coroutine_origin_tracking_depth", sys_set_coroutine_depth, "depth",
                   "Enable or disable origin tracking for coroutine objects in this thread."),
    FUNCTION("get_coroutine_origin_tracking_depth", sys_get_coroutine_depth, 0, 0, "",
             "Check status of origin tracking for coroutine objects in this thread."),
    FUNCTION_NAMED("set_asyncgen_hooks", sys_set_asyncgen_hooks, "firstiter=None, finalizer=None",
                   "set_asyncgen_hooks([firstiter] [, finalizer])\n\nSet a finalizer for async generators objects."),
    FUNCTION("get_asyncgen_hooks", sys_get_asyncgen_hooks, 0, 0, "",
             "Return the installed asynchronous generators hooks."),
    METHODS_END,
};
