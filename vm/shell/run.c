/*
 * Running scripts, commands, modules and standard input in __main__, and what
 * an exception that nobody caught means for the exit status.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/compiler/compiler.h"
#include "vm/machine/machine.h"
#include "vm/shell/frozen.h"
#include "vm/shell/print_exception.h"
#include "vm/shell/traceback_source.h"
#include "vm/shell/shell.h"

char *read_whole_file(const char *path, size_t *length)
{
    FILE *stream = path == NULL ? stdin : fopen(path, "rb");
    if (stream == NULL)
        return NULL;
    size_t capacity = 1 << 16, used = 0;
    char *text = malloc(capacity + 1);
    while (text != NULL) {
        used += fread(text + used, 1, capacity - used, stream);
        if (used < capacity)
            break;
        char *larger = realloc(text, 2 * capacity + 1);
        if (larger == NULL)
            free(text);
        text = larger;
        capacity *= 2;
    }
    int error = text == NULL ? ENOMEM : ferror(stream) ? errno : 0;
    if (path != NULL)
        fclose(stream);
    if (error != 0) {
        free(text);
        errno = error;
        return NULL;
    }
    text[used] = '\0';
    *length = used;
    return text;
}

/* ---- The layers */

static bool print_exception_callback(struct Interpreter *vm, Value exception)
{
    return print_exception(vm, exception);
}

void shell_install(struct Interpreter *vm)
{
    vm->callbacks.compile = compile_source;
    vm->callbacks.print_exception = print_exception_callback;
    vm->callbacks.write_unraisable = print_unraisable;
    vm->callbacks.is_library_module = library_has_module;
    vm->callbacks.find_frozen = frozen_find;
    vm->callbacks.quote_source = quote_source;
    vm->callbacks.suggest_name = suggest_name;
}

/* ---- __main__ */

static bool set_main_names(struct Interpreter *vm, Value dict)
{
    Value annotations = dict_new(vm);
    bool ok = !is_empty(annotations) && dict_set(vm, dict, NAME(vm, __name__), NAME(vm, __main__)) &&
              dict_set(vm, dict, NAME(vm, __doc__), VALUE_NONE) && dict_set(vm, dict, NAME(vm, __package__), VALUE_NONE) &&
              dict_set(vm, dict, NAME(vm, __loader__), VALUE_NONE) && dict_set(vm, dict, NAME(vm, __spec__), VALUE_NONE) &&
              dict_set(vm, dict, NAME(vm, __annotations__), annotations);
    release_maybe(vm, annotations);
    Value builtins = ok ? dict_get(vm, vm->modules, NAME(vm, builtins)) : EMPTY;
    ok = ok && !is_empty(builtins) && !is_absent(builtins) && dict_set(vm, dict, NAME(vm, __builtins__), builtins);
    release_maybe(vm, builtins);
    return ok;
}

Value main_module_new(struct Interpreter *vm)
{
    Value module = module_new(vm, NAME(vm, __main__));
    if (is_empty(module))
        return EMPTY;
    if (set_main_names(vm, module_dict(module)) && dict_set(vm, vm->modules, NAME(vm, __main__), module))
        return module;
    release(vm, module);
    return EMPTY;
}

static bool set_file_names(struct Interpreter *vm, Value dict, Value filename)
{
    return dict_set(vm, dict, NAME(vm, __file__), filename) && dict_set_cstring(vm, dict, "__cached__", VALUE_NONE);
}

/* sys.path[0]: where the script lives, or '' for -c, -m and stdin. */
static bool insert_path(struct Interpreter *vm, const char *directory, size_t length)
{
    Value path = sys_get(vm, NAME(vm, path));
    if (is_empty(path) || is_absent(path) || !is_list(vm, path))
        return !is_empty(path);
    Value entry = string_from_utf8(vm, directory, length);
    if (is_empty(entry))
        return false;
    bool ok = list_insert(vm, path, 0, entry);
    release_maybe(vm, vm->script_folder);
    vm->script_folder = entry;
    return ok;
}

bool append_search_path(struct Interpreter *vm, const char *folders)
{
    Value path = sys_get(vm, NAME(vm, path));
    if (is_empty(path) || is_absent(path) || !is_list(vm, path))
        return !is_empty(path);
    for (const char *end; folders != NULL; folders = *end == ':' ? end + 1 : NULL) {
        end = strchrnul(folders, ':');
        char folder[PATH_MAX], absolute[2 * PATH_MAX];
        int length = snprintf(folder, sizeof folder, "%.*s", (int)(end - folders), folders);
        if (length >= (int)sizeof folder)
            continue; /* no folder has such a name */
        absolute_path(folder, absolute, sizeof absolute);
        size_t size = strlen(absolute) - (length == 0 && absolute[1] != '\0'); /* "" is the current folder */
        Value entry = string_from_utf8(vm, absolute, size);
        bool added = !is_empty(entry) && list_append(vm, path, entry);
        if (!added)
            return false;
    }
    return true;
}

static bool insert_script_path(struct Interpreter *vm, const char *script)
{
    char resolved[PATH_MAX];
    if (realpath(script, resolved) == NULL)
        return true;
    const char *slash = strrchr(resolved, '/');
    return insert_path(vm, resolved, slash == resolved || slash == NULL ? 1 : (size_t)(slash - resolved));
}

bool run_source(struct Interpreter *vm, const char *source, size_t length, const char *filename, enum EvalMode mode,
                unsigned flags, Value namespace)
{
    Value name = string_from_cstring(vm, filename);
    if (is_empty(name))
        return false;
    Value code = vm->callbacks.compile(vm, source, length, name, mode, flags | COMPILE_RUNS_ONCE);
    release(vm, name);
    if (is_empty(code))
        return false;
    Value result = vm->callbacks.run_code(vm, code, namespace, EMPTY, EMPTY);
    release(vm, code);
    release_maybe(vm, result);
    return !is_empty(result);
}

/* ---- The four ways to name a program */

static size_t first_line_length(const char *text, size_t length)
{
    const char *newline = memchr(text, '\n', length);
    return newline == NULL ? length : (size_t)(newline - text);
}

void absolute_path(const char *path, char *buffer, size_t size)
{
    char directory[PATH_MAX];
    if (path[0] == '/' || getcwd(directory, sizeof directory) == NULL)
        snprintf(buffer, size, "%s", path);
    else
        snprintf(buffer, size, "%s/%s", directory, path);
}

static bool run_file(struct Interpreter *vm, const struct Options *options, const char *path, Value dict, int *status)
{
    size_t length;
    char absolute[2 * PATH_MAX], *text = read_whole_file(path, &length);
    if (text == NULL) {
        int error = errno;
        absolute_path(path, absolute, sizeof absolute);
        fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", options->program, absolute, error, strerror(error));
        *status = 2;
        return true;
    }
    absolute_path(path, absolute, sizeof absolute);
    Value filename = string_from_cstring(vm, absolute);
    bool ok = !is_empty(filename) && set_file_names(vm, dict, filename) &&
              (options->safe_path || insert_script_path(vm, path));
    release_maybe(vm, filename);
    size_t skip = options->skip_first_line ? first_line_length(text, length) : 0;
    ok = ok && run_source(vm, text + skip, length - skip, absolute, EVAL_FILE, COMPILE_FROM_FILE, dict);
    free(text);
    return ok;
}

/* A folder is run through the __main__.py in it. */
static bool run_directory(struct Interpreter *vm, const struct Options *options, const char *path, Value dict, int *status)
{
    char file[PATH_MAX];
    int length = snprintf(file, sizeof file, "%s%s__main__.py", path, path[strlen(path) - 1] == '/' ? "" : "/");
    if (length >= (int)sizeof file || access(file, R_OK) != 0) {
        char resolved[PATH_MAX];
        fprintf(stderr, "%s: can't find '__main__' module in '%s'\n", options->program,
                realpath(path, resolved) != NULL ? resolved : path);
        *status = 1;
        return true;
    }
    return dict_set(vm, dict, NAME(vm, __package__), vm->empty_string) && run_file(vm, options, file, dict, status);
}

static bool run_script(struct Interpreter *vm, const struct Options *options, Value dict, int *status)
{
    struct stat information;
    if (stat(options->target, &information) == 0 && S_ISDIR(information.st_mode))
        return run_directory(vm, options, options->target, dict, status);
    return run_file(vm, options, options->target, dict, status);
}

/* Tracebacks quote the text of -c under its pseudo file name. */
static bool register_source(struct Interpreter *vm, const char *filename, const char *text, size_t length)
{
    if (is_empty(vm->sources) && is_empty(vm->sources = dict_new(vm)))
        return false;
    Value source = string_decode(vm, (const uint8_t *)text, length, "utf-8", "replace");
    bool ok = !is_empty(source) && dict_set_cstring(vm, vm->sources, filename, source);
    release_maybe(vm, source);
    return ok;
}

static bool run_command(struct Interpreter *vm, const struct Options *options, Value dict)
{
    size_t length = strlen(options->target);
    return (options->safe_path || insert_path(vm, "", 0)) &&
           register_source(vm, "<string>", options->target, length) &&
           run_source(vm, options->target, length, "<string>", EVAL_FILE, 0, dict);
}

static bool run_stdin(struct Interpreter *vm, const struct Options *options, Value dict)
{
    size_t length;
    char *text = read_whole_file(NULL, &length);
    if (text == NULL) {
        raise_os_error(vm, errno, EMPTY);
        return false;
    }
    bool ok = (options->safe_path || insert_path(vm, "", 0)) &&
              run_source(vm, text, length, "<stdin>", EVAL_FILE, COMPILE_FROM_FILE, dict);
    free(text);
    return ok;
}

static int print_problem(struct Interpreter *vm, const struct Options *options, Value problem)
{
    struct Utf8View view;
    if (utf8_view(vm, problem, &view)) {
        fprintf(stderr, "%s: %s\n", options->program, view.text);
        utf8_release(vm, &view);
    } else {
        error_clear(vm);
    }
    return 1;
}

static bool run_main_source(struct Interpreter *vm, const struct MainSource *source, Value dict)
{
    struct Utf8View view;
    Value arguments = sys_get(vm, NAME(vm, argv));
    if (!dict_set(vm, dict, NAME(vm, __package__), source->package) ||
        !dict_set(vm, dict, NAME(vm, __spec__), source->spec) || !set_file_names(vm, dict, source->file) ||
        !utf8_view(vm, source->file, &view))
        return false;
    if (is_list(vm, arguments) && as_list(arguments)->length > 0)
        slot_set(vm, value_object(arguments), &as_list(arguments)->items[0], retain(source->file));
    size_t length;
    char *text = read_whole_file(view.text, &length);
    if (text == NULL)
        raise_os_error(vm, errno, source->file);
    bool ok = text != NULL && run_source(vm, text, length, view.text, EVAL_FILE, COMPILE_FROM_FILE, dict);
    free(text);
    utf8_release(vm, &view);
    return ok;
}

/* `-m a.b`: imports the packages above it, then runs a/b.py, or a/b/__main__.py, as __main__. */
static bool run_module(struct Interpreter *vm, const struct Options *options, Value dict, int *status)
{
    char directory[PATH_MAX];
    if (!options->safe_path && getcwd(directory, sizeof directory) != NULL && !insert_path(vm, directory, strlen(directory)))
        return false;
    Value name = string_from_cstring(vm, options->target);
    struct MainSource source;
    if (is_empty(name))
        return false;
    bool ok = vm->callbacks.find_main_source(vm, name, &source);
    release(vm, name);
    if (ok && !is_empty(source.problem))
        *status = print_problem(vm, options, source.problem);
    else if (ok)
        ok = run_main_source(vm, &source, dict);
    release_maybe(vm, source.file);
    release_maybe(vm, source.package);
    release_maybe(vm, source.spec);
    release_maybe(vm, source.problem);
    return ok;
}

bool run_target(struct Interpreter *vm, const struct Options *options, Value dict, int *status)
{
    switch (options->mode) {
    case RUN_FILE:
        return run_script(vm, options, dict, status);
    case RUN_COMMAND:
        return run_command(vm, options, dict);
    case RUN_MODULE:
        return run_module(vm, options, dict, status);
    default:
        return run_stdin(vm, options, dict);
    }
}

/* ---- Uncaught exceptions */

/* Exit status of a SystemExit; a code that is neither int nor None is printed. */
static int system_exit_status(struct Interpreter *vm, Value exception)
{
    Value code = retain(exception_field(exception, SYSTEM_EXIT_CODE));
    int64_t number = 1;
    if (is_none(code))
        number = 0;
    else if (is_int(vm, code)) {
        if (!int_fits_int64(code, &number))
            number = -1;
    } else {
        Value text = object_str(vm, code);
        Value stream = sys_get(vm, NAME(vm, stderr));
        if (!is_empty(text) && !is_empty(stream) && !is_absent(stream) && !is_none(stream)) {
            retain(stream);
            if (!stream_write_string(vm, stream, text) || !stream_write_ascii(vm, stream, "\n", 1))
                error_clear(vm);
            release(vm, stream);
        }
        release_maybe(vm, text);
        error_clear(vm);
    }
    release(vm, code);
    return (int)(number & 0xff);
}

static bool set_last(struct Interpreter *vm, Value exception)
{
    Value type = value_from_object(value_object(exception)->type);
    Value traceback = as_exception(exception)->traceback;
    return dict_set(vm, vm->sys_dict, NAME(vm, last_exc), exception) &&
           dict_set(vm, vm->sys_dict, NAME(vm, last_type), type) &&
           dict_set(vm, vm->sys_dict, NAME(vm, last_value), exception) &&
           dict_set(vm, vm->sys_dict, NAME(vm, last_traceback), is_empty(traceback) ? VALUE_NONE : traceback);
}

/* Calls a hook the script put into sys.excepthook; false: there is none, or it is ours. */
static bool call_hook(struct Interpreter *vm, Value exception)
{
    Value hook = sys_get(vm, NAME(vm, excepthook));
    if (is_absent(hook))
        fputs("sys.excepthook is missing\n", stderr);
    if (is_empty(hook) || is_absent(hook) || object_has_type(vm, hook, TYPE_builtin_function))
        return false;
    retain(hook);
    Value traceback = as_exception(exception)->traceback;
    Value arguments[3] = {value_from_object(value_object(exception)->type), exception,
                          is_empty(traceback) ? VALUE_NONE : traceback};
    Value result = object_call(vm, hook, arguments, 3, EMPTY);
    release(vm, hook);
    if (!is_empty(result)) {
        release(vm, result);
        return true;
    }
    Value second = error_take(vm);
    fputs("Error in sys.excepthook:\n", stderr);
    if (!print_exception(vm, second))
        error_clear(vm);
    release(vm, second);
    fputs("\nOriginal exception was:\n", stderr);
    return false;
}

int report_pending(struct Interpreter *vm, bool *interrupted)
{
    bool is_exit = error_matches(vm, TYPE_SystemExit);
    *interrupted = error_matches(vm, TYPE_KeyboardInterrupt);
    Value exception = error_take(vm);
    int status = 1;
    if (is_exit)
        status = system_exit_status(vm, exception);
    else {
        if (!set_last(vm, exception))
            error_clear(vm);
        if (!call_hook(vm, exception) && !print_exception(vm, exception))
            error_clear(vm);
    }
    release(vm, exception);
    return status;
}
