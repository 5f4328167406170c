/*
 * The module _traceback: what the library's traceback and linecache need of
 * the interpreter.  The quoting itself is the shell's (it needs a parser), as
 * is the search for the name that was meant.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/source.h"
#include "runtime/string.h"

Value source_registered(struct Interpreter *vm, Value filename)
{
    for (size_t i = 0; !is_empty(vm->inputs) && i < as_list(vm->inputs)->length; i++) {
        const struct Tuple *input = as_tuple(as_list(vm->inputs)->items[i]);
        if (value_same(input->items[0], filename))
            return input->items[1];
    }
    return is_empty(vm->sources) ? VALUE_ABSENT : dict_peek(vm, vm->sources, filename);
}

static Value traceback_source(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value text = is_string(vm, args[0]) ? source_registered(vm, args[0]) : VALUE_ABSENT;
    return is_absent(text) ? VALUE_NONE : retain(text);
}

static Value traceback_quote_lines(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t column, end_column;
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "quote() argument 1 must be str, not %T", args[0]);
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &column) ||
        !object_as_int64(vm, args[2], TYPE_OverflowError, &end_column))
        return EMPTY;
    if (column < 0 || column > INT32_MAX || end_column < 0 || end_column > INT32_MAX)
        return raise_value_error(vm, "columns out of range");
    return vm->callbacks.quote_source(vm, args[0], (int32_t)column, (int32_t)end_column);
}

static Value traceback_suggest(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_exception_instance(vm, args[0]))
        return VALUE_NONE;
    Value name = vm->callbacks.suggest_name(vm, args[0]);
    if (!is_empty(name))
        return name;
    error_clear(vm);
    return VALUE_NONE;
}

static Value traceback_is_library_module(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return value_from_bool(is_string(vm, args[0]) && vm->callbacks.is_library_module(vm, args[0]));
}

static const struct NativeMethod traceback_functions[] = {
    FUNCTION("source", traceback_source, 1, 1, "filename, /", "Text of code that came from no file, or None."),
    FUNCTION("quote", traceback_quote_lines, 3, 3, "lines, column, end_column, /",
             "Source lines as a traceback shows them, with marks."),
    FUNCTION("suggest", traceback_suggest, 1, 1, "exception, /", "The name meant instead of the missing one, or None."),
    FUNCTION("is_library_module", traceback_is_library_module, 1, 1, "name, /",
             "Whether the library has a module of that name."),
    METHODS_END,
};

const struct ModuleSpec _traceback_module_spec = {
    .name = "_traceback",
    .functions = traceback_functions,
};
