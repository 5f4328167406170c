/*
 * The functions of the sys module.
 *
 * Owner: the numbers (sys).  What the machine or the shell must answer
 * (frames, printing of exceptions) goes through vm->callbacks.
 */
#include "runtime/modules/sys.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

Value sys_get(struct Interpreter *vm, Value name)
{
    return is_empty(vm->sys_dict) ? VALUE_ABSENT : dict_peek(vm, vm->sys_dict, name);
}

/* ---- Memory -------------------------------------------------------------------------- */

/* The argument's place on the operand stack counts as a holder; a pin of its code object does not. */
static Value sys_getrefcount(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    if (!is_object(args[0]) || object_is_immortal(value_object(args[0])))
        return value_from_small_int(UINT32_MAX); /* as CPython shows immortal objects */
    const struct Object *object = value_object(args[0]);
    return value_from_small_int(object->count - ((object->flags & OBJECT_PINNED) != 0));
}

static OWNED Value size_from_method(struct Interpreter *vm, Value v)
{
    Value method = type_lookup_special(vm, v, NAME(vm, __sizeof__));
    if (is_empty(method))
        return EMPTY;
    if (is_absent(method))
        return int_new(vm, is_object(v) ? (int64_t)object_cell_size(value_object(v)) : (int64_t)sizeof(Value));
    Value size = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(size))
        return EMPTY;
    if (!is_int(vm, size)) {
        release(vm, size);
        return raise_type_error(vm, "an integer is required");
    }
    if (int_sign(size) >= 0)
        return size;
    release(vm, size);
    return raise_value_error(vm, "__sizeof__() should return >= 0");
}

static Value sys_getsizeof(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value size = size_from_method(vm, args[0]);
    if (!is_empty(size) || is_absent(args[1]) || !error_matches(vm, TYPE_TypeError))
        return size;
    error_clear(vm);
    return retain(args[1]);
}

static Value sys_getallocatedblocks(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return int_new(vm, (int64_t)(heap_of(vm)->births & INT64_MAX));
}

static Value sys_intern(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_exact_string(vm, args[0]))
        return string_intern(vm, retain(args[0]));
    if (is_string(vm, args[0]))
        return raise_type_error(vm, "can't intern %T", args[0]);
    return raise_type_error(vm, "intern() argument must be str, not %T", args[0]);
}

/* ---- Limits ---------------------------------------------------------------------------- */

static bool c_int_argument(struct Interpreter *vm, Value v, int64_t *number)
{
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    bool fits = int_fits_int64(index, number) && *number >= INT32_MIN && *number <= INT32_MAX;
    release(vm, index);
    if (!fits)
        raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C int");
    return fits;
}

static Value sys_getrecursionlimit(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int(vm->recursion_limit);
}

static Value sys_setrecursionlimit(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t limit;
    if (!c_int_argument(vm, args[0], &limit))
        return EMPTY;
    if (limit < 1)
        return raise_value_error(vm, "recursion limit must be greater or equal than 1");
    uint32_t depth = vm->callbacks.frame_depth != NULL ? vm->callbacks.frame_depth(vm) : 0;
    if (depth >= limit)
        return raise_error(vm, TYPE_RecursionError,
                           "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
                           (long long)limit, depth);
    vm->recursion_limit = (uint32_t)limit;
    return VALUE_NONE;
}

static Value sys_get_int_max_str_digits(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int(vm->int_max_str_digits);
}

static Value sys_set_int_max_str_digits(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t limit;
    if (!c_int_argument(vm, args[0], &limit))
        return EMPTY;
    if (limit != 0 && limit < 640)
        return raise_value_error(vm, "maxdigits must be 0 or larger than 640");
    vm->int_max_str_digits = (uint32_t)limit;
    return VALUE_NONE;
}

static Value sys_getswitchinterval(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return float_new(vm, 0.005);
}

/* ---- Exceptions --------------------------------------------------------------------------- */

/* A tuple is the argument list, as raising an exception class with a tuple always was. */
static Value sys_exit(struct Interpreter *vm, const Value *args, size_t count)
{
    Value class = value_from_object(builtin_type(vm, TYPE_SystemExit)), error;
    if (count == 1 && is_exact_tuple(vm, args[0]))
        error = object_call_tuple(vm, class, args[0], EMPTY);
    else
        error = object_call(vm, class, args, count == 1 && is_none(args[0]) ? 0 : count, EMPTY);
    return is_empty(error) ? EMPTY : raise_value(vm, error);
}

static bool is_handling(const struct Interpreter *vm)
{
    return !is_empty(vm->handled) && !is_none(vm->handled);
}

static Value sys_exc_info(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    if (!is_handling(vm))
        return tuple_pack(vm, 3, VALUE_NONE, VALUE_NONE, VALUE_NONE);
    const struct Exception *exception = (const struct Exception *)value_object(vm->handled);
    Value traceback = is_empty(exception->traceback) ? VALUE_NONE : exception->traceback;
    return tuple_pack(vm, 3, value_from_object(value_type(vm, vm->handled)), vm->handled, traceback);
}

static Value sys_exception(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return is_handling(vm) ? retain(vm->handled) : VALUE_NONE;
}

static Value sys_excepthook(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_exception_instance(vm, args[1]))
        return raise_type_error(vm, "print_exception(): Exception expected for value, %T found", args[1]);
    return !vm->callbacks.print_exception || vm->callbacks.print_exception(vm, args[1]) ? VALUE_NONE : EMPTY;
}

static Value sys_unraisablehook(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value exception = object_get_attribute_cstring(vm, args[0], "exc_value"), message = EMPTY, where = EMPTY;
    if (!is_empty(exception))
        message = object_get_attribute_cstring(vm, args[0], "err_msg");
    if (!is_empty(message))
        where = object_get_attribute_cstring(vm, args[0], "object");
    struct Utf8View text = {NULL, 0, NULL, 0};
    bool good = !is_empty(where) && (!is_string(vm, message) || utf8_view(vm, message, &text));
    if (good && vm->callbacks.write_unraisable)
        vm->callbacks.write_unraisable(vm, exception, text.text, is_none(where) ? EMPTY : where);
    if (text.text)
        utf8_release(vm, &text);
    release_maybe(vm, where);
    release_maybe(vm, message);
    release_maybe(vm, exception);
    return good ? VALUE_NONE : EMPTY;
}

static bool print_repr(struct Interpreter *vm, Value v)
{
    Value stream = sys_get(vm, NAME(vm, stdout));
    if (is_absent(stream) || is_none(stream)) {
        raise_error(vm, TYPE_RuntimeError, "lost sys.stdout");
        return false;
    }
    Value held = retain(stream), text = object_repr(vm, v);
    bool good = !is_empty(text) && stream_write_string(vm, held, text) && stream_write_ascii(vm, held, "\n", 1);
    release_maybe(vm, text);
    release(vm, held);
    return good;
}

/* Prints the value and keeps it as builtins._ */
static Value sys_displayhook(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_none(args[0]))
        return VALUE_NONE;
    if (!dict_set(vm, vm->builtins, NAME(vm, _), VALUE_NONE) || !print_repr(vm, args[0]) ||
        !dict_set(vm, vm->builtins, NAME(vm, _), args[0]))
        return EMPTY;
    return VALUE_NONE;
}

static Value sys_getframe(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t depth = 0;
    if (count == 1 && !c_int_argument(vm, args[0], &depth))
        return EMPTY;
    if (!vm->callbacks.frame_object)
        return raise_not_supported(vm, "sys._getframe()");
    Value frame = vm->callbacks.frame_object(vm, depth < 0 ? 0 : (size_t)depth);
    return is_empty(frame) || !is_none(frame) ? frame : raise_value_error(vm, "call stack is not deep enough");
}

/* ---- Encodings and the rest ------------------------------------------------------------------ */

static Value sys_getdefaultencoding(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return string_from_cstring(vm, "utf-8");
}

static Value sys_getfilesystemencodeerrors(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return string_from_cstring(vm, "surrogateescape");
}

static Value sys_is_finalizing(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_bool(vm->flags & INTERPRETER_FINALIZING);
}

static Value sys_none(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NONE;
}

static Value sys_true(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_TRUE;
}

static const struct NativeMethod sys_functions[] = {
    FUNCTION("getrefcount", sys_getrefcount, 1, 1, "object, /", "Return the reference count of object."),
    FUNCTION_NAMED("getsizeof", sys_getsizeof, "object, default=None", "Return the size of object in bytes."),
    FUNCTION("getallocatedblocks", sys_getallocatedblocks, 0, 0, "", "Return the number of memory blocks allocated."),
    FUNCTION("intern", sys_intern, 1, 1, "string, /", "``Intern'' the given string."),
    FUNCTION("getrecursionlimit", sys_getrecursionlimit, 0, 0, "", "Return the current value of the recursion limit."),
    FUNCTION("setrecursionlimit", sys_setrecursionlimit, 1, 1, "limit, /",
             "Set the maximum depth of the Python interpreter stack to n."),
    FUNCTION("get_int_max_str_digits", sys_get_int_max_str_digits, 0, 0, "",
             "Return the maximum string digits limit for non-binary int<->str conversions."),
    FUNCTION("set_int_max_str_digits", sys_set_int_max_str_digits, 1, 1, "maxdigits",
             "Set the maximum string digits limit for non-binary int<->str conversions."),
    FUNCTION("getswitchinterval", sys_getswitchinterval, 0, 0, "", "Return the current thread switch interval."),
    FUNCTION("exit", sys_exit, 0, 1, "status=None, /", "Exit the interpreter by raising SystemExit(status)."),
    FUNCTION("exc_info", sys_exc_info, 0, 0, "", "Return current exception information: (type, value, traceback)."),
    FUNCTION("exception", sys_exception, 0, 0, "", "Return the current exception."),
    FUNCTION("excepthook", sys_excepthook, 3, 3, "exctype, value, traceback, /",
             "Handle an exception by displaying it with a traceback on sys.stderr."),
    FUNCTION("unraisablehook", sys_unraisablehook, 1, 1, "unraisable, /", "Handle an unraisable exception."),
    FUNCTION("displayhook", sys_displayhook, 1, 1, "object, /", "Print an object to sys.stdout and also save it in builtins._"),
    FUNCTION("_getframe", sys_getframe, 0, 1, "depth=0, /", "Return a frame object from the call stack."),
    FUNCTION("getdefaultencoding", sys_getdefaultencoding, 0, 0, "", "Return the current default encoding."),
    FUNCTION("getfilesystemencoding", sys_getdefaultencoding, 0, 0, "", "Return the encoding used for file names."),
    FUNCTION("getfilesystemencodeerrors", sys_getfilesystemencodeerrors, 0, 0, "", "Return the error mode for file names."),
    FUNCTION("is_finalizing", sys_is_finalizing, 0, 0, "", "Return True if Python is exiting."),
    FUNCTION("audit", sys_none, 1, NATIVE_VARIADIC, "event, /, *args", "Passes the event to any hooks: there are none."),
    FUNCTION("_is_gil_enabled", sys_true, 0, 0, "", "Return True if the GIL is currently enabled."),
    METHODS_END,
};

const struct ModuleSpec sys_module_spec = {
    .name = "sys",
    .documentation = "This module provides access to some objects used or maintained by the\n"
                     "interpreter and to functions that interact strongly with the interpreter.",
    .functions = sys_functions,
    .fill = system_fill,
};
