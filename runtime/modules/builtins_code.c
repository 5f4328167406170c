/*
 * The builtins about code and namespaces: compile, eval, exec, __import__,
 * globals, locals, vars, dir.  Compiling and running are the upper layers';
 * they are reached through the interpreter's callbacks.
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/modules/builtins.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- compile */

static bool parse_mode(struct Interpreter *vm, Value mode, enum EvalMode *result)
{
    if (!is_string(vm, mode)) {
        raise_type_error(vm, "compile() argument 'mode' must be str, not %T", mode);
        return false;
    }
    if (string_equals_cstring(mode, "exec"))
        *result = EVAL_FILE;
    else if (string_equals_cstring(mode, "eval"))
        *result = EVAL_EXPRESSION;
    else if (string_equals_cstring(mode, "single"))
        *result = EVAL_INTERACTIVE;
    else {
        raise_value_error(vm, "compile() mode must be 'exec', 'eval' or 'single'");
        return false;
    }
    return true;
}

/* Source given as str or bytes, compiled. `what` names the function for the error. */
static Value compile_value(struct Interpreter *vm, Value source, Value filename, enum EvalMode mode, unsigned flags,
                           const char *what)
{
    const uint8_t *data;
    size_t length;
    if (bytes_view(vm, source, &data, &length))
        return vm->callbacks.compile(vm, (const char *)data, length, filename, mode, flags | COMPILE_FROM_BYTES);
    if (!is_string(vm, source))
        return raise_type_error(vm, "%s() arg 1 must be a string, bytes or %s object", what,
                                what[0] == 'c' ? "AST" : "code");
    struct Utf8View view;
    if (!utf8_view(vm, source, &view))
        return EMPTY;
    Value code = vm->callbacks.compile(vm, view.text, view.length, filename, mode, flags);
    utf8_release(vm, &view);
    return code;
}

Value builtin_compile(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    enum EvalMode mode;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %T", args[1]);
    if (!parse_mode(vm, args[2], &mode))
        return EMPTY;
    return compile_value(vm, args[0], args[1], mode, 0, "compile");
}

/* ---- eval, exec */

/* Gives a namespace its __builtins__ if it has none. */
static bool add_builtins(struct Interpreter *vm, Value globals)
{
    if (!is_absent(dict_peek(vm, globals, NAME(vm, __builtins__))))
        return true;
    return dict_set(vm, globals, NAME(vm, __builtins__), vm->builtins);
}

/* Works out the two namespaces: OWNED both (locals may be EMPTY: same as globals). false: raised. */
static bool namespaces(struct Interpreter *vm, const char *function, Value given_globals, Value given_locals,
                       Value *globals, Value *locals)
{
    bool has_globals = !is_absent(given_globals) && !is_none(given_globals);
    bool has_locals = !is_absent(given_locals) && !is_none(given_locals);
    if (has_globals && !is_dict(vm, given_globals)) {
        if (strcmp(function, "exec") == 0)
            raise_type_error(vm, "exec() globals must be a dict, not %.100T", given_globals);
        else
            raise_type_error(vm, "%s", value_type(vm, given_globals)->operations.get_item != NULL
                                           ? "globals must be a real dict; try eval(code, {}, mapping)"
                                           : "globals must be a dict");
        return false;
    }
    if (has_locals && value_type(vm, given_locals)->operations.get_item == NULL) {
        if (strcmp(function, "exec") == 0)
            raise_type_error(vm, "locals must be a mapping or None, not %.100T", given_locals);
        else
            raise_type_error(vm, "locals must be a mapping");
        return false;
    }
    *locals = has_locals ? retain(given_locals) : EMPTY;
    if (has_globals)
        *globals = retain(given_globals);
    else {
        Value current = vm->callbacks.current_globals(vm);
        if (is_empty(current)) {
            release_maybe(vm, *locals);
            raise_error(vm, TYPE_SystemError, "globals and locals cannot be NULL");
            return false;
        }
        *globals = retain(current);
        if (!has_locals && is_empty(*locals = vm->callbacks.current_locals(vm))) {
            release(vm, *globals);
            return false;
        }
    }
    if (add_builtins(vm, *globals))
        return true;
    release(vm, *globals);
    release_maybe(vm, *locals);
    return false;
}

/* eval() ignores blanks before the expression. */
static Value eval_source(struct Interpreter *vm, Value source, Value filename)
{
    struct Utf8View view;
    if (!is_string(vm, source))
        return compile_value(vm, source, filename, EVAL_EXPRESSION, 0, "eval");
    if (!utf8_view(vm, source, &view))
        return EMPTY;
    size_t skip = 0;
    while (view.text[skip] == ' ' || view.text[skip] == '\t')
        skip++;
    Value code = vm->callbacks.compile(vm, view.text + skip, view.length - skip, filename, EVAL_EXPRESSION, 0);
    utf8_release(vm, &view);
    return code;
}

static Value evaluate(struct Interpreter *vm, const char *function, const Value *args, bool expression)
{
    Value globals, locals;
    if (!namespaces(vm, function, args[1], args[2], &globals, &locals))
        return EMPTY;
    Value code = EMPTY;
    if (object_has_type(vm, args[0], TYPE_code))
        code = retain(args[0]);
    else {
        Value filename = string_from_cstring(vm, "<string>");
        if (!is_empty(filename))
            code = expression ? eval_source(vm, args[0], filename)
                              : compile_value(vm, args[0], filename, EVAL_FILE, 0, "exec");
        release_maybe(vm, filename);
    }
    Value result = is_empty(code) ? EMPTY : vm->callbacks.run_code(vm, code, globals, locals);
    release_maybe(vm, code);
    release(vm, globals);
    release_maybe(vm, locals);
    return result;
}

Value builtin_eval(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return evaluate(vm, "eval", args, true);
}

Value builtin_exec(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value result = evaluate(vm, "exec", args, false);
    if (is_empty(result))
        return EMPTY;
    release(vm, result);
    return VALUE_NONE;
}

/* ---- import */

Value builtin_import(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t level = 0;
    if (!is_absent(args[4]) && !object_as_int64(vm, args[4], TYPE_OverflowError, &level))
        return EMPTY;
    if (level < 0)
        return raise_value_error(vm, "level must be >= 0");
    if (level > 0 && !is_absent(args[1]) && !is_none(args[1]) && !is_dict(vm, args[1]))
        return raise_type_error(vm, "globals must be a dict");
    Value globals = is_absent(args[1]) || !is_dict(vm, args[1]) ? EMPTY : args[1];
    Value from_list = is_absent(args[3]) ? VALUE_NONE : args[3];
    return vm->callbacks.import_module(vm, args[0], globals, from_list, (int)level);
}

/* ---- namespaces */

Value builtin_globals(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    Value globals = vm->callbacks.current_globals(vm);
    return is_empty(globals) ? VALUE_NONE : retain(globals);
}

Value builtin_locals(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return vm->callbacks.current_locals(vm);
}

Value builtin_vars(struct Interpreter *vm, const Value *args, size_t count)
{
    if (count == 0)
        return vm->callbacks.current_locals(vm);
    Value dict = object_lookup_attribute(vm, args[0], NAME(vm, __dict__));
    return is_absent(dict) ? raise_type_error(vm, "vars() argument must have __dict__ attribute") : dict;
}

/* dir() of the running frame's names. */
static Value dir_of_locals(struct Interpreter *vm)
{
    Value locals = vm->callbacks.current_locals(vm);
    if (is_empty(locals))
        return EMPTY;
    Value names = is_dict(vm, locals) ? dict_keys_list(vm, locals) : list_from_iterable(vm, locals);
    release(vm, locals);
    return names;
}

static Value dir_of_object(struct Interpreter *vm, Value object)
{
    Value method = type_lookup_special(vm, object, NAME(vm, __dir__));
    if (is_empty(method))
        return EMPTY;
    if (is_absent(method))
        return raise_type_error(vm, "object does not provide __dir__");
    Value names = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(names))
        return EMPTY;
    Value list = list_from_iterable(vm, names);
    release(vm, names);
    return list;
}

Value builtin_dir(struct Interpreter *vm, const Value *args, size_t count)
{
    Value names = count == 0 ? dir_of_locals(vm) : dir_of_object(vm, args[0]);
    if (!is_empty(names) && !list_sort(vm, names, EMPTY, false)) {
        release(vm, names);
        return EMPTY;
    }
    return names;
}
