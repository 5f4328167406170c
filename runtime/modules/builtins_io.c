/* print() and input(). */
#include "runtime/dict.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/modules/builtins.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct PrintOptions {
    Value separator, end, file; /* EMPTY: the default */
    bool flush;
};

static bool text_option(struct Interpreter *vm, Value name, Value value, Value *option)
{
    if (is_none(value))
        return true;
    if (!is_string(vm, value)) {
        raise_type_error(vm, "%V must be None or a string, not %.200T", name, value);
        return false;
    }
    *option = value;
    return true;
}

static bool print_options(struct Interpreter *vm, struct PrintOptions *options, const Value *values, Value names)
{
    for (size_t i = 0; !is_empty(names) && i < tuple_length(names); i++) {
        Value name = as_tuple(names)->items[i];
        if (value_same(name, NAME(vm, sep)) || string_equals_cstring(name, "sep")) {
            if (!text_option(vm, name, values[i], &options->separator))
                return false;
        } else if (value_same(name, NAME(vm, end)) || string_equals_cstring(name, "end")) {
            if (!text_option(vm, name, values[i], &options->end))
                return false;
        } else if (string_equals_cstring(name, "file")) {
            options->file = is_none(values[i]) ? EMPTY : values[i];
        } else if (string_equals_cstring(name, "flush")) {
            int truth = object_truth(vm, values[i]);
            if (truth < 0)
                return false;
            options->flush = truth;
        } else {
            raise_type_error(vm, "print() got an unexpected keyword argument '%V'", name);
            return false;
        }
    }
    return true;
}

static bool write_value(struct Interpreter *vm, Value file, Value v)
{
    if (is_exact_string(vm, v))
        return stream_write_string(vm, file, v);
    Value text = object_str(vm, v);
    if (is_empty(text))
        return false;
    bool ok = stream_write_string(vm, file, text);
    release(vm, text);
    return ok;
}

static bool flush_stream(struct Interpreter *vm, Value file)
{
    Value result = object_call_method(vm, NAME(vm, flush), &file, 1);
    release_maybe(vm, result);
    return !is_empty(result);
}

static bool print_to(struct Interpreter *vm, Value file, const Value *args, size_t count,
                     const struct PrintOptions *options)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && !(is_empty(options->separator) ? stream_write_ascii(vm, file, " ", 1)
                                                    : stream_write_string(vm, file, options->separator)))
            return false;
        if (!write_value(vm, file, args[i]))
            return false;
    }
    if (!(is_empty(options->end) ? stream_write_ascii(vm, file, "\n", 1)
                                 : stream_write_string(vm, file, options->end)))
        return false;
    return !options->flush || flush_stream(vm, file);
}

Value builtin_print(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    struct PrintOptions options = {EMPTY, EMPTY, EMPTY, false};
    if (!print_options(vm, &options, args + positional, names))
        return EMPTY;
    Value file = options.file;
    if (is_empty(file)) {
        file = sys_get(vm, NAME(vm, stdout));
        if (is_absent(file))
            return raise_error(vm, TYPE_RuntimeError, "lost sys.stdout");
        if (is_none(file))
            return VALUE_NONE;
    }
    /* The script may rebind sys.stdout while an argument's __str__ runs. */
    retain(file);
    bool ok = print_to(vm, file, args, positional, &options);
    release(vm, file);
    return ok ? VALUE_NONE : EMPTY;
}

/* ---- input */

static Value strip_newline(struct Interpreter *vm, STEALS Value line)
{
    if (!is_string(vm, line)) {
        raise_type_error(vm, "object.readline() returned non-string");
        release(vm, line);
        return EMPTY;
    }
    size_t length = string_length(line);
    if (length == 0) {
        release(vm, line);
        return raise_error(vm, TYPE_EOFError, "EOF when reading a line");
    }
    if (string_at(as_string(line), length - 1) != '\n')
        return line;
    Value text = string_substring(vm, line, 0, length - 1);
    release(vm, line);
    return text;
}

static bool show_prompt(struct Interpreter *vm, Value prompt)
{
    Value stdout_file = sys_get(vm, NAME(vm, stdout));
    if (is_absent(stdout_file) || is_none(stdout_file)) {
        raise_error(vm, TYPE_RuntimeError, "input(): lost sys.stdout");
        return false;
    }
    retain(stdout_file);
    bool ok = is_empty(prompt) || write_value(vm, stdout_file, prompt);
    if (ok && !flush_stream(vm, stdout_file))
        error_clear(vm);
    release(vm, stdout_file);
    return ok;
}

Value builtin_input(struct Interpreter *vm, const Value *args, size_t count)
{
    Value stderr_file = sys_get(vm, NAME(vm, stderr));
    if (!is_absent(stderr_file) && !is_none(stderr_file)) {
        retain(stderr_file);
        if (!flush_stream(vm, stderr_file))
            error_clear(vm);
        release(vm, stderr_file);
    }
    if (!show_prompt(vm, count == 1 ? args[0] : EMPTY))
        return EMPTY;
    Value input = sys_get(vm, NAME(vm, stdin));
    if (is_absent(input) || is_none(input))
        return raise_error(vm, TYPE_RuntimeError, "input(): lost sys.stdin");
    retain(input);
    Value line = object_call_method(vm, NAME(vm, readline), &input, 1);
    release(vm, input);
    return is_empty(line) ? EMPTY : strip_newline(vm, line);
}
