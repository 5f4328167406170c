/*
 * compile, eval and exec.  Compiling and running are the upper layers'; they
 * are reached through the interpreter's callbacks.
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/modules/builtins.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* The bits of compile()'s flags, which are co_flags' and more. */
enum {
    FLAG_FUTURE_FEATURES = 0x1fe0000, /* those of __future__ */
    FLAG_FUTURE_ANNOTATIONS = 0x1000000,
    FLAG_SOURCE_IS_UTF8 = 0x100,
    FLAG_NO_IMPLIED_DEDENT = 0x200,
    FLAG_ONLY_AST = 0x400,
    FLAG_TYPE_COMMENTS = 0x1000,
    FLAG_TOP_LEVEL_AWAIT = 0x2000,
    FLAG_INCOMPLETE_INPUT = 0x4000,
    FLAG_OPTIMIZED_AST = 0x8000,
    FLAGS_KNOWN = FLAG_FUTURE_FEATURES | FLAG_SOURCE_IS_UTF8 | FLAG_NO_IMPLIED_DEDENT | FLAG_ONLY_AST |
                  FLAG_TYPE_COMMENTS | FLAG_TOP_LEVEL_AWAIT | FLAG_INCOMPLETE_INPUT | FLAG_OPTIMIZED_AST | 0x10,
};

/* ---- compile */

static bool parse_mode(struct Interpreter *vm, Value mode, enum EvalMode *result)
{
    if (!is_string(vm, mode)) {
        raise_type_error(vm, "compile() argument 'mode' must be str, not %A", mode);
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

/* The flag that the running code has in force for code it compiles; false: raised. */
static bool inherit_flags(struct Interpreter *vm, unsigned *flags)
{
    Value frame = vm->callbacks.frame_object(vm, 0);
    if (is_empty(frame))
        return false;
    int64_t co_flags = 0;
    bool ok = true;
    if (!is_none(frame)) {
        Value code = object_get_attribute_cstring(vm, frame, "f_code");
        Value value = is_empty(code) ? EMPTY : object_get_attribute_cstring(vm, code, "co_flags");
        ok = !is_empty(value) && object_as_int64(vm, value, TYPE_OverflowError, &co_flags);
        release_maybe(vm, code);
        release_maybe(vm, value);
    }
    release(vm, frame);
    if (co_flags & FLAG_FUTURE_ANNOTATIONS)
        *flags |= COMPILE_FUTURE_ANNOTATIONS;
    return ok;
}

/* A str's UTF-8 may hold surrogates, which no source may. */
static bool check_encodable(struct Interpreter *vm, Value source)
{
    if (string_is_ascii(as_string(source)))
        return true;
    Value encoded = string_encode(vm, source, NULL, NULL);
    if (is_empty(encoded))
        return false;
    release(vm, encoded);
    return true;
}

/* Source given as str or bytes, compiled. `what` names the function; eval() ignores blanks before it. */
static Value compile_value(struct Interpreter *vm, Value source, Value filename, enum EvalMode mode, unsigned flags,
                           const char *what)
{
    const uint8_t *data;
    size_t length, skip = 0;
    bool blanks = what[1] == 'v';
    if (bytes_view(vm, source, &data, &length)) {
        while (blanks && skip < length && (data[skip] == ' ' || data[skip] == '\t'))
            skip++;
        return vm->callbacks.compile(vm, (const char *)data + skip, length - skip, filename, mode,
                                     flags | COMPILE_FROM_BYTES);
    }
    if (!is_string(vm, source))
        return raise_type_error(vm, "%s() arg 1 must be a string, bytes or %s object", what,
                                what[0] == 'c' ? "AST" : "code");
    struct Utf8View view;
    if (!check_encodable(vm, source) || !utf8_view(vm, source, &view))
        return EMPTY;
    while (blanks && (view.text[skip] == ' ' || view.text[skip] == '\t'))
        skip++;
    Value code = vm->callbacks.compile(vm, view.text + skip, view.length - skip, filename, mode, flags);
    utf8_release(vm, &view);
    return code;
}

/* OWNED: the file name as a str. */
static Value filename_of(struct Interpreter *vm, Value argument)
{
    Value path = file_path_of(vm, argument);
    const uint8_t *data;
    size_t length;
    if (is_empty(path) || is_string(vm, path))
        return path;
    Value name = bytes_view(vm, path, &data, &length) ? string_decode(vm, data, length, NULL, "surrogateescape")
                                                      : raise_type_error(vm, "bytes expected");
    release(vm, path);
    return name;
}

/* compile()'s flags and optimize as enum CompileFlag; false: raised. */
static bool compile_flags(struct Interpreter *vm, const Value *args, unsigned *flags)
{
    int64_t asked = 0, optimize = -1;
    if ((!is_absent(args[3]) && !object_as_int64(vm, args[3], TYPE_OverflowError, &asked)) ||
        (!is_absent(args[5]) && !object_as_int64(vm, args[5], TYPE_OverflowError, &optimize)))
        return false;
    if (asked & ~(int64_t)FLAGS_KNOWN) {
        raise_value_error(vm, "compile(): unrecognised flags");
        return false;
    }
    if (optimize < -1 || optimize > 2) {
        raise_value_error(vm, "compile(): invalid optimize value");
        return false;
    }
    static const unsigned levels[] = {COMPILE_NO_OPTIMIZE, COMPILE_NO_OPTIMIZE | COMPILE_OPTIMIZE,
                                      COMPILE_NO_OPTIMIZE | COMPILE_OPTIMIZE | COMPILE_OPTIMIZE_MORE};
    *flags = optimize < 0 ? 0 : levels[optimize];
    *flags |= asked & FLAG_ONLY_AST ? COMPILE_TREE : 0u;
    *flags |= asked & FLAG_FUTURE_ANNOTATIONS ? COMPILE_FUTURE_ANNOTATIONS : 0u;
    *flags |= asked & FLAG_TOP_LEVEL_AWAIT ? COMPILE_TOP_LEVEL_AWAIT : 0u;
    *flags |= asked & FLAG_INCOMPLETE_INPUT ? COMPILE_INCOMPLETE_INPUT : 0u;
    int alone = is_absent(args[4]) ? 0 : object_truth(vm, args[4]);
    return alone >= 0 && (alone > 0 || inherit_flags(vm, flags));
}

/* compile() of a tree: 1 and *code (EMPTY: raised), 0 when source is no tree, -1 raised. */
static int compile_tree(struct Interpreter *vm, const Value *args, Value filename, Value *code)
{
    const uint8_t *data;
    size_t length;
    if (is_string(vm, args[0]) || bytes_view(vm, args[0], &data, &length))
        return 0;
    Value class = library_attribute(vm, "_ast", "AST");
    int is_tree = is_empty(class) ? -1 : object_is_instance(vm, args[0], class);
    release_maybe(vm, class);
    if (is_tree <= 0)
        return is_tree;
    Value compile = library_attribute(vm, "_ast", "_compile");
    Value given[5] = {args[0], filename, args[2], is_absent(args[3]) ? value_from_small_int(0) : args[3],
                      is_absent(args[5]) ? value_from_small_int(-1) : args[5]};
    *code = is_empty(compile) ? EMPTY : object_call(vm, compile, given, 5, EMPTY);
    release_maybe(vm, compile);
    return 1;
}

/* The nodes that the text of a tree stands for. */
static Value make_nodes(struct Interpreter *vm, STEALS Value text)
{
    Value make = is_empty(text) ? EMPTY : library_attribute(vm, "_ast", "_from_text");
    Value tree = is_empty(make) ? EMPTY : object_call_1(vm, make, text);
    release_maybe(vm, make);
    release_maybe(vm, text);
    return tree;
}

Value builtin_compile(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    enum EvalMode mode;
    unsigned flags = 0;
    Value filename = filename_of(vm, args[1]);
    if (is_empty(filename))
        return EMPTY;
    Value code = EMPTY;
    if (parse_mode(vm, args[2], &mode) && compile_flags(vm, args, &flags) &&
        compile_tree(vm, args, filename, &code) == 0) {
        code = compile_value(vm, args[0], filename, mode, flags, "compile");
        if (flags & COMPILE_TREE)
            code = make_nodes(vm, code);
    }
    release(vm, filename);
    return code;
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
    bool fits = !has_locals || value_type(vm, given_locals)->operations.get_item != NULL;
    if (has_globals && !is_dict(vm, given_globals) && strcmp(function, "exec") == 0)
        raise_type_error(vm, "exec() globals must be a dict, not %.100T", given_globals);
    else if (!fits && strcmp(function, "exec") == 0)
        raise_type_error(vm, "locals must be a mapping or None, not %.100T", given_locals);
    else if (!fits)
        raise_type_error(vm, "locals must be a mapping");
    else if (has_globals && !is_dict(vm, given_globals))
        raise_type_error(vm, "%s", value_type(vm, given_globals)->operations.get_item != NULL
                                       ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                       : "globals must be a dict");
    if (!fits || (has_globals && !is_dict(vm, given_globals)))
        return false;
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

/* The cells for the code's free variables, if there are to be any. */
static bool check_closure(struct Interpreter *vm, const char *function, Value code, Value closure)
{
    Value names = object_get_attribute_cstring(vm, code, "co_freevars");
    if (is_empty(names))
        return false;
    size_t wanted = tuple_length(names);
    release(vm, names);
    bool given = !is_absent(closure) && !is_none(closure);
    bool fits = given && object_has_type(vm, closure, TYPE_tuple) && tuple_length(closure) == wanted;
    for (size_t i = 0; fits && i < wanted; i++)
        fits = object_has_type(vm, as_tuple(closure)->items[i], TYPE_cell);
    if (wanted == 0 && given)
        raise_type_error(vm, "cannot use a closure with this code object");
    else if (wanted > 0 && function[1] == 'v')
        raise_type_error(vm, "code object passed to eval() may not contain free variables");
    else if (wanted > 0 && !fits)
        raise_type_error(vm, "code object requires a closure of exactly length %zu", wanted);
    else
        return true;
    return false;
}

/* OWNED: the code to run. */
static Value code_to_run(struct Interpreter *vm, const char *function, Value source, Value closure)
{
    if (object_has_type(vm, source, TYPE_code))
        return check_closure(vm, function, source, closure) ? retain(source) : EMPTY;
    if (!is_absent(closure) && !is_none(closure))
        return raise_type_error(vm, "closure can only be used when source is a code object");
    unsigned flags = 0;
    if (!inherit_flags(vm, &flags))
        return EMPTY;
    Value filename = string_from_cstring(vm, "<string>");
    if (is_empty(filename))
        return EMPTY;
    enum EvalMode mode = function[1] == 'v' ? EVAL_EXPRESSION : EVAL_FILE;
    Value code = compile_value(vm, source, filename, mode, flags, function);
    release(vm, filename);
    return code;
}

static Value evaluate(struct Interpreter *vm, const char *function, const Value *args, Value closure)
{
    Value globals, locals;
    if (!namespaces(vm, function, args[1], args[2], &globals, &locals))
        return EMPTY;
    Value code = code_to_run(vm, function, args[0], closure);
    bool closed = !is_absent(closure) && !is_none(closure);
    Value result = is_empty(code) ? EMPTY
                                  : vm->callbacks.run_code(vm, code, globals, locals, closed ? closure : EMPTY);
    release_maybe(vm, code);
    release(vm, globals);
    release_maybe(vm, locals);
    return result;
}

Value builtin_eval(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return evaluate(vm, "eval", args, VALUE_ABSENT);
}

Value builtin_exec(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value result = evaluate(vm, "exec", args, args[3]);
    if (is_empty(result))
        return EMPTY;
    release(vm, result);
    return VALUE_NONE;
}
