/*
 * The builtins module: its table, its types, and the functions that only pass
 * on to a protocol.  The larger functions are in builtins_*.c.
 */
#include "runtime/modules/builtins.h"

#include <string.h>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value builtin_ascii(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_ascii(vm, args[0]);
}

static Value builtin_callable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return value_from_bool(object_is_callable(vm, args[0]));
}

static bool check_attribute_name(struct Interpreter *vm, Value name, const char *function)
{
    if (is_string(vm, name))
        return true;
    if (function == NULL)
        raise_type_error(vm, "attribute name must be string, not '%.200T'", name);
    else
        raise_type_error(vm, "%s(): attribute name must be string", function);
    return false;
}

static Value builtin_getattr(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!check_attribute_name(vm, args[1], NULL))
        return EMPTY;
    if (count == 2)
        return object_get_attribute(vm, args[0], args[1]);
    Value v = object_lookup_attribute(vm, args[0], args[1]);
    return is_absent(v) ? retain(args[2]) : v;
}

static Value builtin_hasattr(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_attribute_name(vm, args[1], NULL))
        return EMPTY;
    Value v = object_lookup_attribute(vm, args[0], args[1]);
    if (is_empty(v))
        return EMPTY;
    bool found = !is_absent(v);
    release(vm, v);
    return value_from_bool(found);
}

static Value builtin_setattr(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_attribute_name(vm, args[1], NULL) && object_set_attribute(vm, args[0], args[1], args[2]) ? VALUE_NONE
                                                                                                          : EMPTY;
}

static Value builtin_delattr(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_attribute_name(vm, args[1], NULL) && object_set_attribute(vm, args[0], args[1], EMPTY) ? VALUE_NONE
                                                                                                        : EMPTY;
}

static Value builtin_format(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 2 && !is_string(vm, args[1]))
        return raise_type_error(vm, "format() argument 2 must be str, not %A", args[1]);
    return object_format(vm, args[0], count == 2 ? args[1] : EMPTY);
}

static Value builtin_hash(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t hash;
    return object_hash(vm, args[0], &hash) ? int_new(vm, hash) : EMPTY;
}

static Value builtin_id(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_from_uint64(vm, value_identity(args[0]));
}

static Value builtin_isinstance(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int answer = object_is_instance(vm, args[0], args[1]);
    return answer < 0 ? EMPTY : value_from_bool(answer);
}

static Value builtin_issubclass(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int answer = object_is_subclass(vm, args[0], args[1]);
    return answer < 0 ? EMPTY : value_from_bool(answer);
}

static Value builtin_iter(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 1)
        return object_iterate(vm, args[0]);
    if (!object_is_callable(vm, args[0]))
        return raise_type_error(vm, "iter(v, w): v must be callable");
    return callable_iterator_new(vm, args[0], args[1]);
}

static Value builtin_len(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t length = object_length(vm, args[0]);
    return length < 0 ? EMPTY : int_new(vm, length);
}

static Value builtin_next(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!value_is_iterator(vm, args[0]))
        return raise_type_error(vm, "'%.200T' object is not an iterator", args[0]);
    Value item = value_type(vm, args[0])->operations.next(vm, args[0]);
    if (!is_end(item))
        return item;
    Value result = iterator_result(vm);
    if (count == 2) {
        release(vm, result);
        return retain(args[1]);
    }
    raise_stop_iteration(vm, result);
    release(vm, result);
    return EMPTY;
}

static Value builtin_repr(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_repr(vm, args[0]);
}

/* help() is the library's: loaded when asked for. */
static Value builtin_help(struct Interpreter *vm, const Value *args, size_t count)
{
    Value show = library_attribute(vm, "_help", "show");
    Value result = is_empty(show) ? EMPTY : object_call(vm, show, args, count, EMPTY);
    release_maybe(vm, show);
    return result;
}

/* exit() and quit(), which CPython's site module adds. */
static Value builtin_exit(struct Interpreter *vm, const Value *args, size_t count)
{
    Value code = count == 1 ? args[0] : VALUE_NONE;
    Value exception = object_call_1(vm, value_from_object(builtin_type(vm, TYPE_SystemExit)), code);
    return is_empty(exception) ? EMPTY : raise_value(vm, exception);
}

static Value async_builtin(struct Interpreter *vm, Value v, const char *what)
{
    struct Type *type = value_type(vm, v);
    if (strcmp(what, "iterable") == 0)
        return type->operations.async_iterate != NULL
                   ? type->operations.async_iterate(vm, v)
                   : raise_type_error(vm, "'%.200T' object is not an async iterable", v);
    return type->operations.async_next != NULL
               ? type->operations.async_next(vm, v)
               : raise_type_error(vm, "'%.200T' object is not an async iterator", v);
}

static Value builtin_aiter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return async_builtin(vm, args[0], "iterable");
}

static Value builtin_anext(struct Interpreter *vm, const Value *args, size_t count)
{
    Value awaitable = async_builtin(vm, args[0], "iterator");
    return count == 2 && !is_empty(awaitable) ? vm->callbacks.anext_with_default(vm, awaitable, args[1]) : awaitable;
}

static const struct NativeMethod functions[] = {
    FUNCTION("abs", builtin_abs, 1, 1, "x, /", "Return the absolute value of the argument."),
    FUNCTION("aiter", builtin_aiter, 1, 1, "async_iterable, /", "Return an AsyncIterator for an AsyncIterable object."),
    FUNCTION("all", builtin_all, 1, 1, "iterable, /",
             "Return True if bool(x) is True for all values x in the iterable.\n\n"
             "If the iterable is empty, return True."),
    FUNCTION("anext", builtin_anext, 1, 2, NULL, "Return the next item from the async iterator."),
    FUNCTION("any", builtin_any, 1, 1, "iterable, /",
             "Return True if bool(x) is True for any x in the iterable.\n\n"
             "If the iterable is empty, return False."),
    FUNCTION("ascii", builtin_ascii, 1, 1, "obj, /", "Return an ASCII-only representation of an object."),
    FUNCTION("bin", builtin_bin, 1, 1, "number, /",
             "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'"),
    FUNCTION_RAW("breakpoint", builtin_breakpoint, "*args, **kws", "Call sys.breakpointhook(*args, **kws)."),
    FUNCTION("callable", builtin_callable, 1, 1, "obj, /",
             "Return whether the object is callable (i.e., some kind of function)."),
    FUNCTION("chr", builtin_chr, 1, 1, "i, /", "Return a Unicode string of one character with ordinal i."),
    FUNCTION_NAMED("compile", builtin_compile,
                   "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1",
                   "Compile source into a code object that can be executed by exec() or eval()."),
    FUNCTION("delattr", builtin_delattr, 2, 2, "obj, name, /", "Deletes the named attribute from the given object."),
    FUNCTION("dir", builtin_dir, 0, 1, NULL, "dir([object]) -> list of strings"),
    FUNCTION("divmod", builtin_divmod, 2, 2, "x, y, /", "Return the tuple (x//y, x%y)."),
    FUNCTION_NAMED("eval", builtin_eval, "source, /, globals=None, locals=None",
                   "Evaluate the given source in the context of globals and locals."),
    FUNCTION_NAMED("exec", builtin_exec, "source, /, globals=None, locals=None, *, closure=None",
                   "Execute the given source in the context of globals and locals."),
    FUNCTION("exit", builtin_exit, 0, 1, "code=None, /", "Leave by raising SystemExit."),
    FUNCTION("format", builtin_format, 1, 2, "value, format_spec='', /",
             "Return type(value).__format__(value, format_spec)"),
    FUNCTION("getattr", builtin_getattr, 2, 3, NULL,
             "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object."),
    FUNCTION("globals", builtin_globals, 0, 0, "", "Return the dictionary containing the current scope's global variables."),
    FUNCTION("hasattr", builtin_hasattr, 2, 2, "obj, name, /",
             "Return whether the object has an attribute with the given name."),
    FUNCTION("hash", builtin_hash, 1, 1, "obj, /", "Return the hash value for the given object."),
    FUNCTION("hex", builtin_hex, 1, 1, "number, /",
             "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'"),
    FUNCTION("id", builtin_id, 1, 1, "obj, /", "Return the identity of an object."),
    FUNCTION("input", builtin_input, 0, 1, "prompt='', /",
             "Read a string from standard input.  The trailing newline is stripped."),
    FUNCTION("isinstance", builtin_isinstance, 2, 2, "obj, class_or_tuple, /",
             "Return whether an object is an instance of a class or of a subclass thereof."),
    FUNCTION("issubclass", builtin_issubclass, 2, 2, "cls, class_or_tuple, /",
             "Return whether 'cls' is derived from another class or is the same class."),
    FUNCTION("iter", builtin_iter, 1, 2, NULL, "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator"),
    FUNCTION("len", builtin_len, 1, 1, "obj, /", "Return the number of items in a container."),
    FUNCTION("locals", builtin_locals, 0, 0, "", "Return a dictionary containing the current scope's local variables."),
    FUNCTION_RAW("max", builtin_max, NULL, "max(iterable, *[, default=obj, key=func]) -> value\n"
                                           "max(arg1, arg2, *args, *[, key=func]) -> value"),
    FUNCTION_RAW("min", builtin_min, NULL, "min(iterable, *[, default=obj, key=func]) -> value\n"
                                           "min(arg1, arg2, *args, *[, key=func]) -> value"),
    FUNCTION("next", builtin_next, 1, 2, NULL, "next(iterator[, default])\n\nReturn the next item from the iterator."),
    FUNCTION("oct", builtin_oct, 1, 1, "number, /",
             "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'"),
    FUNCTION("ord", builtin_ord, 1, 1, "c, /", "Return the Unicode code point for a one-character string."),
    FUNCTION_NAMED("pow", builtin_pow, "base, exp, mod=None",
                   "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."),
    FUNCTION_RAW("print", builtin_print, "*args, sep=' ', end='\\n', file=None, flush=False",
                 "Prints the values to a stream, or to sys.stdout by default."),
    FUNCTION("help", builtin_help, 0, 1, "request=None, /", "Print what an object is, or what a name in a str means."),
    FUNCTION("quit", builtin_exit, 0, 1, "code=None, /", "Leave by raising SystemExit."),
    FUNCTION("repr", builtin_repr, 1, 1, "obj, /", "Return the canonical string representation of the object."),
    FUNCTION_NAMED("round", builtin_round, "number, ndigits=None",
                   "Round a number to a given precision in decimal digits."),
    FUNCTION("setattr", builtin_setattr, 3, 3, "obj, name, value, /",
             "Sets the named attribute on the given object to the specified value."),
    FUNCTION_RAW("sorted", builtin_sorted, "iterable, /, *, key=None, reverse=False",
                 "Return a new list containing all items from the iterable in ascending order."),
    FUNCTION_NAMED("sum", builtin_sum, "iterable, /, start=0",
                   "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"),
    FUNCTION("vars", builtin_vars, 0, 1, NULL, "vars([object]) -> dictionary"),
    FUNCTION_NAMED("__import__", builtin_import, "name, globals=None, locals=None, fromlist=(), level=0",
                   "Import a module."),
    METHODS_END,
};

/* Types that scripts reach by name without an import. */
static const enum TypeIndex visible_types[] = {
    TYPE_object, TYPE_type, TYPE_property, TYPE_staticmethod, TYPE_classmethod, TYPE_super, TYPE_int, TYPE_bool,
    TYPE_float, TYPE_complex, TYPE_str, TYPE_bytes, TYPE_bytearray, TYPE_memoryview, TYPE_list, TYPE_tuple, TYPE_dict,
    TYPE_set, TYPE_frozenset, TYPE_range, TYPE_slice, TYPE_enumerate, TYPE_reversed, TYPE_zip, TYPE_map, TYPE_filter,
#define EXCEPTION(name, base, layout) TYPE_##name,
#include "runtime/exceptions.def"
#undef EXCEPTION
};

static bool add_open(struct Interpreter *vm, Value dict)
{
    Value module = string_intern_cstring(vm, "_io");
    Value function = is_empty(module) ? EMPTY : native_function_new(vm, &file_open_method, EMPTY, module);
    bool good = !is_empty(function) && dict_set_cstring(vm, dict, "open", function);
    release_maybe(vm, function);
    release_maybe(vm, module);
    return good;
}

static bool fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    if (!add_open(vm, dict))
        return false;
    for (size_t i = 0; i < sizeof visible_types / sizeof visible_types[0]; i++) {
        struct Type *type = builtin_type(vm, visible_types[i]);
        if (visible_types[i] == TYPE_IncompleteInputError)
            continue;
        if (!dict_set_cstring(vm, dict, type_name(type), value_from_object(type)))
            return false;
    }
    return dict_set_cstring(vm, dict, "None", VALUE_NONE) && dict_set_cstring(vm, dict, "True", VALUE_TRUE) &&
           dict_set_cstring(vm, dict, "False", VALUE_FALSE) && dict_set_cstring(vm, dict, "Ellipsis", VALUE_ELLIPSIS) &&
           dict_set_cstring(vm, dict, "NotImplemented", VALUE_NOT_IMPLEMENTED) &&
           dict_set(vm, dict, NAME(vm, __debug__), value_from_bool(!(vm->flags & INTERPRETER_OPTIMIZE))) &&
           dict_set_cstring(vm, dict, "EnvironmentError", value_from_object(builtin_type(vm, TYPE_OSError))) &&
           dict_set_cstring(vm, dict, "IOError", value_from_object(builtin_type(vm, TYPE_OSError)));
}

const struct ModuleSpec builtins_module_spec = {
    .name = "builtins",
    .documentation = "Built-in functions, types, exceptions, and other objects.",
    .functions = functions,
    .fill = fill,
};
