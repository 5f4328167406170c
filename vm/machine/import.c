/*
 * Import: running modules that import_find.c found, and the import
 * statement's three forms.
 *
 * A module is in sys.modules before its code runs; if the code raises it is
 * taken out again.  While it runs, its __spec__._initializing is true: that is
 * how messages tell a circular import.
 */
#include "vm/machine/import.h"

#include <errno.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value raise_import_error(struct Interpreter *vm, enum TypeIndex type, STEALS Value message, Value name,
                                Value path)
{
    if (is_empty(message))
        return EMPTY;
    Value exception = exception_new(vm, builtin_type(vm, type), &message, 1);
    if (!is_empty(exception)) {
        exception_set_field(vm, exception, IMPORT_ERROR_MESSAGE, message);
        exception_set_field(vm, exception, IMPORT_ERROR_NAME, name);
        exception_set_field(vm, exception, IMPORT_ERROR_PATH, path);
        raise_value(vm, exception);
    }
    release(vm, message);
    return EMPTY;
}

static Value raise_not_found(struct Interpreter *vm, Value name)
{
    return raise_import_error(vm, TYPE_ModuleNotFoundError, string_from_format(vm, "No module named %R", name), name,
                              VALUE_NONE);
}

/* ---- Loading */

/* The file's bytes; NULL: raised. *size is the block's, *length the text's. */
static char *read_source(struct Interpreter *vm, Value file, size_t *length, size_t *size)
{
    struct Utf8View view;
    if (!utf8_view(vm, file, &view))
        return NULL;
    FILE *stream = fopen(view.text, "rb");
    int error_number = errno;
    utf8_release(vm, &view);
    if (stream == NULL) {
        raise_os_error(vm, error_number, file);
        return NULL;
    }
    *length = 0;
    *size = 16 * 1024;
    char *text = heap_allocate(vm, MEMORY_BYTES, *size);
    while (text != NULL) {
        *length += fread(text + *length, 1, *size - *length - 1, stream);
        if (*length < *size - 1)
            break;
        char *larger = heap_resize(vm, MEMORY_BYTES, text, *size, *size * 2);
        if (larger == NULL)
            heap_free(vm, MEMORY_BYTES, text, *size);
        else
            *size *= 2;
        text = larger;
    }
    fclose(stream);
    if (text != NULL)
        text[*length] = '\0';
    return text;
}

static Value compile_file(struct Interpreter *vm, Value file)
{
    size_t length, size;
    char *text = read_source(vm, file, &length, &size);
    if (text == NULL)
        return EMPTY;
    Value code = vm->callbacks.compile(vm, text, length, file, EVAL_FILE, COMPILE_RUNS_ONCE | COMPILE_FROM_FILE);
    heap_free(vm, MEMORY_BYTES, text, size);
    return code;
}

static Value compile_frozen(struct Interpreter *vm, const struct FrozenSource *frozen)
{
    Value file = string_from_format(vm, "<frozen %s>", frozen->name);
    if (is_empty(file))
        return EMPTY;
    Value code = vm->callbacks.compile(vm, frozen->source, frozen->length, file, EVAL_FILE, COMPILE_RUNS_ONCE);
    release(vm, file);
    return code;
}

static bool set_in(struct Interpreter *vm, Value dict, const char *name, Value value)
{
    return dict_set_cstring(vm, dict, name, value);
}

/* What stands before the last dot: OWNED; "" if there is none. */
static Value parent_name(struct Interpreter *vm, Value name)
{
    for (size_t i = string_length(name); i > 0; i--)
        if (string_at(as_string(name), i - 1) == '.')
            return string_substring(vm, name, 0, i - 1);
    return retain(vm->empty_string);
}

/* A stand-in for importlib's ModuleSpec with its usual attributes. */
static Value make_spec(struct Interpreter *vm, Value name, Value package, const struct Found *found)
{
    Value dict = dict_new(vm);
    if (is_empty(dict))
        return EMPTY;
    Value spec = EMPTY, origin = EMPTY;
    if (!is_empty(found->file))
        origin = retain(found->file);
    else
        origin = found->frozen != NULL || found->native != NULL
                     ? string_from_cstring(vm, found->native != NULL ? "built-in" : "frozen")
                     : VALUE_NONE;
    if (!is_empty(origin) && set_in(vm, dict, "name", name) && set_in(vm, dict, "loader", VALUE_NONE) &&
        set_in(vm, dict, "origin", origin) && set_in(vm, dict, "parent", package) &&
        set_in(vm, dict, "has_location", value_from_bool(!is_empty(found->file))) &&
        set_in(vm, dict, "submodule_search_locations", is_empty(found->locations) ? VALUE_NONE : found->locations) &&
        set_in(vm, dict, "_initializing", VALUE_TRUE))
        spec = object_call_tuple(vm, value_from_object(builtin_type(vm, TYPE_namespace)), vm->empty_tuple, dict);
    release_maybe(vm, origin);
    release(vm, dict);
    return spec;
}

static bool fill_module(struct Interpreter *vm, Value module, Value name, const struct Found *found)
{
    Value dict = module_dict(module);
    bool is_package = !is_empty(found->locations) || (found->frozen != NULL && found->frozen->is_package);
    Value package = is_package ? retain(name) : parent_name(vm, name);
    if (is_empty(package))
        return false;
    Value spec = make_spec(vm, name, package, found);
    bool filled = !is_empty(spec) && set_in(vm, dict, "__package__", package) &&
                  set_in(vm, dict, "__loader__", VALUE_NONE) && set_in(vm, dict, "__spec__", spec) &&
                  (is_empty(found->locations) || set_in(vm, dict, "__path__", found->locations)) &&
                  (is_empty(found->file) || set_in(vm, dict, "__file__", found->file));
    release_maybe(vm, spec);
    release(vm, package);
    if (!filled || !is_package || !is_empty(found->locations))
        return filled;
    Value no_path = list_new(vm, 0);
    filled = !is_empty(no_path) && set_in(vm, dict, "__path__", no_path);
    release_maybe(vm, no_path);
    return filled;
}

static void set_initializing(struct Interpreter *vm, Value module, bool initializing)
{
    Value spec = dict_peek(vm, module_dict(module), NAME(vm, __spec__));
    if (is_absent(spec))
        return;
    Value name = string_intern_cstring(vm, "_initializing");
    retain(spec);
    if (is_empty(name) || !object_set_attribute(vm, spec, name, value_from_bool(initializing)))
        error_clear(vm);
    release_maybe(vm, name);
    release(vm, spec);
}

static bool run_module(struct Interpreter *vm, Value module, const struct Found *found)
{
    if (is_empty(found->file) && found->frozen == NULL)
        return true; /* a namespace package has no code */
    Value code = found->frozen != NULL ? compile_frozen(vm, found->frozen) : compile_file(vm, found->file);
    if (is_empty(code))
        return false;
    Value dict = retain(module_dict(module));
    Value result = machine_run_code(vm, code, dict, EMPTY, EMPTY);
    release(vm, dict);
    release(vm, code);
    if (is_empty(result))
        return false;
    release(vm, result);
    return true;
}

static void forget_module(struct Interpreter *vm, Value name)
{
    Value pending = error_take(vm);
    if (dict_delete(vm, vm->modules, name) < 0)
        error_clear(vm);
    error_restore(vm, pending);
}

static Value load_found(struct Interpreter *vm, Value name, const struct Found *found)
{
    if (found->native != NULL) {
        Value module = module_from_spec(vm, found->native);
        if (!is_empty(module) && !dict_set(vm, vm->modules, name, module)) {
            release(vm, module);
            return EMPTY;
        }
        return module;
    }
    Value module = module_new(vm, name);
    if (is_empty(module))
        return EMPTY;
    if (!fill_module(vm, module, name, found) || !dict_set(vm, vm->modules, name, module)) {
        release(vm, module);
        return EMPTY;
    }
    bool loaded = run_module(vm, module, found);
    if (loaded)
        set_initializing(vm, module, false);
    else
        forget_module(vm, name);
    release(vm, module);
    if (!loaded)
        return EMPTY;
    Value final = dict_get(vm, vm->modules, name); /* the module may have replaced itself */
    if (is_absent(final))
        return raise_error(vm, TYPE_KeyError, "%V", name);
    return final;
}

static Value raise_not_a_package(struct Interpreter *vm, Value name, Value parent)
{
    return raise_import_error(vm, TYPE_ModuleNotFoundError,
                              string_from_format(vm, "No module named %R; %R is not a package", name, parent), name,
                              VALUE_NONE);
}

static Value import_dotted(struct Interpreter *vm, Value name, Value *top);

/* What the program's own finders in sys.meta_path make of the name: OWNED module, ABSENT (nothing), EMPTY. */
static Value load_by_finders(struct Interpreter *vm, Value name, Value path)
{
    static const char bootstrap[] = "importlib._bootstrap";
    Value finders = dict_peek(vm, vm->sys_dict, NAME(vm, meta_path));
    if (is_absent(finders) || !is_list(vm, finders) || as_list(finders)->length == 0)
        return VALUE_ABSENT;
    if (string_equals_cstring(name, "importlib") || string_equals_cstring(name, bootstrap))
        return VALUE_ABSENT; /* they are needed to ask the finders */
    Value bootstrap_name = string_intern_cstring(vm, bootstrap);
    Value module = is_empty(bootstrap_name) ? EMPTY : import_dotted(vm, bootstrap_name, NULL);
    Value load = is_empty(module) ? EMPTY : object_get_attribute_cstring(vm, module, "_load_by_finders");
    Value result = is_empty(load) ? EMPTY : object_call_2(vm, load, name, is_empty(path) ? VALUE_NONE : path);
    release_maybe(vm, bootstrap_name);
    release_maybe(vm, module);
    release_maybe(vm, load);
    return is_none(result) ? VALUE_ABSENT : result;
}

/* Loads a module that is not in sys.modules; parent: the package it lies in, or EMPTY. */
static Value load_module(struct Interpreter *vm, Value name, Value tail, Value parent, Value parent_text)
{
    Value path = EMPTY;
    if (!is_empty(parent)) {
        path = object_lookup_attribute(vm, parent, NAME(vm, __path__));
        if (is_empty(path))
            return EMPTY;
        if (is_absent(path))
            return raise_not_a_package(vm, name, parent_text);
    }
    Value module = load_by_finders(vm, name, path);
    if (is_absent(module)) {
        struct Found found;
        int state = find_module(vm, name, tail, path, &found);
        module = state > 0 ? load_found(vm, name, &found) : state == 0 ? raise_not_found(vm, name) : EMPTY;
        found_close(vm, &found);
    }
    release_maybe(vm, path);
    if (is_empty(module) || is_empty(parent))
        return module;
    Value interned = string_intern(vm, retain(tail));
    if (is_empty(interned) || !object_set_attribute(vm, parent, interned, module)) {
        release(vm, module);
        module = EMPTY;
    }
    release_maybe(vm, interned);
    return module;
}

/* sys.modules[name], or the module loaded now: OWNED. */
static Value module_in(struct Interpreter *vm, Value name, Value tail, Value parent, Value parent_text)
{
    Value module = dict_get(vm, vm->modules, name);
    if (is_none(module))
        return raise_import_error(vm, TYPE_ModuleNotFoundError,
                                  string_from_format(vm, "import of %V halted; None in sys.modules", name), name,
                                  VALUE_NONE);
    return is_absent(module) ? load_module(vm, name, tail, parent, parent_text) : module;
}

/* Imports a.b.c with all its parents; OWNED c, and in *top a (OWNED) if top is not NULL. */
static Value import_dotted(struct Interpreter *vm, Value name, Value *top)
{
    size_t length = string_length(name), start = 0;
    Value module = EMPTY, text = EMPTY;
    while (start <= length) {
        size_t end = start;
        while (end < length && string_at(as_string(name), end) != '.')
            end++;
        Value part = string_substring(vm, name, 0, end);
        Value tail = is_empty(part) ? EMPTY : string_substring(vm, name, start, end);
        Value next = EMPTY;
        if (!is_empty(tail))
            next = module_in(vm, part, tail, module, text);
        release_maybe(vm, tail);
        release_maybe(vm, text);
        release_maybe(vm, module);
        text = part;
        module = next;
        if (is_empty(module))
            break;
        if (start == 0 && top != NULL)
            *top = retain(module);
        start = end + 1;
    }
    release_maybe(vm, text);
    if (is_empty(module) && top != NULL && !is_empty(*top)) {
        release(vm, *top);
        *top = EMPTY;
    }
    return module;
}

/* ---- Relative names */

/* The package that globals belong to: OWNED str. */
static Value calling_package(struct Interpreter *vm, Value globals)
{
    Value package = is_empty(globals) ? VALUE_ABSENT : dict_peek(vm, globals, NAME(vm, __package__));
    if (!is_absent(package) && !is_none(package))
        return is_string(vm, package) ? retain(package) : raise_type_error(vm, "package must be a string");
    Value name = is_empty(globals) ? VALUE_ABSENT : dict_peek(vm, globals, NAME(vm, __name__));
    if (is_absent(name))
        return raise_error(vm, TYPE_KeyError, "'__name__' not in globals");
    if (!is_string(vm, name))
        return raise_type_error(vm, "__name__ must be a string");
    return is_absent(dict_peek(vm, globals, NAME(vm, __path__))) ? parent_name(vm, name) : retain(name);
}

static Value absolute_name(struct Interpreter *vm, Value name, Value globals, int level)
{
    if (is_empty(globals))
        return raise_error(vm, TYPE_KeyError, "'__name__' not in globals");
    Value base = calling_package(vm, globals);
    if (is_empty(base))
        return EMPTY;
    if (string_length(base) == 0) {
        release(vm, base);
        return raise_error(vm, TYPE_ImportError, "attempted relative import with no known parent package");
    }
    for (int up = 1; up < level; up++) {
        Value above = parent_name(vm, base);
        release(vm, base);
        if (is_empty(above))
            return EMPTY;
        base = above;
        if (string_length(base) == 0) {
            release(vm, base);
            return raise_error(vm, TYPE_ImportError, "attempted relative import beyond top-level package");
        }
    }
    Value full = string_length(name) == 0 ? retain(base) : string_from_format(vm, "%V.%V", base, name);
    release(vm, base);
    return full;
}

/* ---- import */

/* `from package import name` may mean a submodule; one that does not exist is IMPORT_FROM's business. */
static bool import_submodule(struct Interpreter *vm, Value package, Value package_name, Value name)
{
    Value v = object_lookup_attribute(vm, package, name);
    if (!is_absent(v)) {
        release_maybe(vm, v);
        return !is_empty(v);
    }
    Value full = string_from_format(vm, "%V.%V", package_name, name);
    if (is_empty(full))
        return false;
    Value module = import_dotted(vm, full, NULL);
    if (is_empty(module) && error_matches(vm, TYPE_ModuleNotFoundError)) {
        Value missing = exception_field(vm->pending, IMPORT_ERROR_NAME);
        if (is_string(vm, missing) && string_equal(missing, full)) {
            error_clear(vm);
            module = VALUE_NONE;
        }
    }
    release(vm, full);
    release_maybe(vm, module);
    return !is_empty(module);
}

static bool import_from_list(struct Interpreter *vm, Value package, Value package_name, Value from_list, bool nested)
{
    Value names = list_from_iterable(vm, from_list);
    if (is_empty(names))
        return false;
    bool fine = true;
    for (size_t i = 0; fine && i < as_list(names)->length; i++) {
        Value name = as_list(names)->items[i];
        if (!is_string(vm, name)) {
            raise_type_error(vm, "Item in ``from list'' must be str, not %T", name);
            fine = false;
        } else if (string_equals_cstring(name, "*")) {
            Value all = nested ? VALUE_ABSENT : object_lookup_attribute(vm, package, NAME(vm, __all__));
            fine = !is_empty(all) && (is_absent(all) || import_from_list(vm, package, package_name, all, true));
            release_maybe(vm, all);
        } else
            fine = import_submodule(vm, package, package_name, name);
    }
    release(vm, names);
    return fine;
}

static bool has_items(struct Interpreter *vm, Value from_list)
{
    if (is_none(from_list) || is_empty(from_list))
        return false;
    int truth = object_truth(vm, from_list);
    if (truth < 0)
        error_clear(vm);
    return truth > 0;
}

/* import a.b.c gives a; relative without a list: the first component of name, below the package. */
static Value first_component(struct Interpreter *vm, Value name, Value full)
{
    size_t cut = 0, length = string_length(name);
    while (cut < length && string_at(as_string(name), cut) != '.')
        cut++;
    Value wanted = string_substring(vm, full, 0, string_length(full) - (length - cut));
    if (is_empty(wanted))
        return EMPTY;
    Value module = dict_get(vm, vm->modules, wanted);
    if (is_absent(module))
        module = raise_error(vm, TYPE_KeyError, "%R not in sys.modules as expected", wanted);
    release(vm, wanted);
    return module;
}

Value machine_import(struct Interpreter *vm, Value name, Value globals, Value from_list, int level)
{
    if (!is_string(vm, name))
        return raise_type_error(vm, "module name must be a string");
    if (level < 0)
        return raise_value_error(vm, "level must be >= 0");
    if (string_length(name) == 0 && level == 0)
        return raise_value_error(vm, "Empty module name");
    Value full = level > 0 ? absolute_name(vm, name, globals, level) : retain(name);
    if (is_empty(full))
        return EMPTY;
    bool from = has_items(vm, from_list);
    Value top = EMPTY;
    Value module = import_dotted(vm, full, from || level > 0 ? NULL : &top);
    if (!is_empty(top)) {
        release(vm, module);
        module = top;
    } else if (!is_empty(module) && from) {
        Value path = object_lookup_attribute(vm, module, NAME(vm, __path__));
        bool fine = !is_empty(path) && (is_absent(path) || import_from_list(vm, module, full, from_list, false));
        release_maybe(vm, path);
        if (!fine) {
            release(vm, module);
            module = EMPTY;
        }
    } else if (!is_empty(module) && level > 0 && string_length(name) > 0) {
        release(vm, module);
        module = first_component(vm, name, full);
    }
    release(vm, full);
    return module;
}

/* ---- python -m name */

/* The pending error as -m words it: OWNED message. */
static Value finding_problem(struct Interpreter *vm, Value name)
{
    Value error = error_take(vm), text = EMPTY;
    size_t length = string_length(name);
    const struct String *s = as_string(name);
    bool is_file = length > 3 && string_at(s, length - 3) == '.' && string_at(s, length - 2) == 'p' &&
                   string_at(s, length - 1) == 'y';
    if (!is_file) {
        text = string_from_format(vm, "Error while finding module specification for %R (%s: %V)", name,
                                  type_name(value_type(vm, error)), error);
    } else {
        Value stem = string_substring(vm, name, 0, length - 3);
        if (!is_empty(stem))
            text = string_from_format(vm, "Error while finding module specification for %R (%s: %V). Try using '%V' "
                                          "instead of '%V' as the module name.", name,
                                      type_name(value_type(vm, error)), error, stem, name);
        release_maybe(vm, stem);
    }
    release(vm, error);
    return text;
}

/* Imports the package above and finds its __path__: 1 done (*path EMPTY at the top), 0 *problem is set, -1 raised. */
static int import_above(struct Interpreter *vm, Value name, Value parent_text, Value *path, Value *problem)
{
    *path = EMPTY;
    if (string_length(parent_text) == 0)
        return 1;
    Value parent = import_dotted(vm, parent_text, NULL);
    if (is_empty(parent)) {
        if (!error_matches(vm, TYPE_ModuleNotFoundError))
            return -1;
        Value missing = exception_field(vm->pending, IMPORT_ERROR_NAME);
        bool own = is_string(vm, missing) && string_length(missing) <= string_length(parent_text) &&
                   string_find(parent_text, missing, 0, string_length(missing)) == 0;
        if (own)
            *problem = finding_problem(vm, name);
        return own && !is_empty(*problem) ? 0 : -1;
    }
    *path = object_lookup_attribute(vm, parent, NAME(vm, __path__));
    release(vm, parent);
    if (is_empty(*path) || !is_absent(*path))
        return is_empty(*path) ? -1 : 1;
    *path = EMPTY;
    raise_error(vm, TYPE_ModuleNotFoundError, "__path__ attribute not found on %R while trying to find %R", parent_text,
                name);
    *problem = finding_problem(vm, name);
    return is_empty(*problem) ? -1 : 0;
}

static bool accept_main(struct Interpreter *vm, Value name, Value package, const struct Found *found,
                        struct MainSource *source)
{
    source->file = retain(found->file);
    source->package = retain(package);
    source->spec = make_spec(vm, name, package, found);
    return !is_empty(source->spec);
}

static bool find_main(struct Interpreter *vm, Value name, struct MainSource *source);

/* A package is imported, and runs its __main__. */
static bool find_package_main(struct Interpreter *vm, Value name, struct MainSource *source)
{
    Value main_name = string_from_format(vm, "%V.__main__", name);
    bool good = !is_empty(main_name) && find_main(vm, main_name, source);
    release_maybe(vm, main_name);
    if (!good || is_empty(source->problem))
        return good;
    Value reason = source->problem;
    source->problem = string_from_format(vm, "%V; %R is a package and cannot be directly executed", reason, name);
    release(vm, reason);
    return !is_empty(source->problem);
}

static bool find_main(struct Interpreter *vm, Value name, struct MainSource *source)
{
    Value above = parent_name(vm, name), path = EMPTY;
    int state = is_empty(above) ? -1 : import_above(vm, name, above, &path, &source->problem);
    if (state <= 0) {
        release_maybe(vm, above);
        return state == 0;
    }
    size_t skip = string_length(above) > 0 ? string_length(above) + 1 : 0;
    struct Found found = {.file = EMPTY, .locations = EMPTY};
    Value tail = string_substring(vm, name, skip, string_length(name));
    state = is_empty(tail) ? -1 : string_length(tail) == 0 ? 0 : find_module(vm, name, tail, path, &found);
    bool good = state >= 0;
    if (state > 0 && !is_empty(found.locations)) {
        good = find_package_main(vm, name, source);
    } else if (state > 0 && !is_empty(found.file)) {
        good = accept_main(vm, name, above, &found, source);
    } else if (state >= 0) {
        source->problem = string_from_format(vm, "No module named %V", name);
        good = !is_empty(source->problem);
    }
    found_close(vm, &found);
    release_maybe(vm, tail);
    release_maybe(vm, path);
    release(vm, above);
    return good;
}

bool machine_find_main_source(struct Interpreter *vm, Value name, struct MainSource *source)
{
    *source = (struct MainSource){.file = EMPTY, .package = EMPTY, .spec = EMPTY, .problem = EMPTY};
    if (string_length(name) == 0 || string_at(as_string(name), 0) != '.')
        return find_main(vm, name, source);
    source->problem = string_from_cstring(vm, "Relative module names not supported");
    return !is_empty(source->problem);
}

/* ---- The instructions */

/* Whether builtins.__import__ is the original. */
static bool is_own_import(struct Interpreter *vm, Value function)
{
    return object_has_type(vm, function, TYPE_builtin_function) &&
           strcmp(((struct NativeCallable *)value_object(function))->method->name, "__import__") == 0;
}

Value machine_import_name(struct Interpreter *vm, struct Frame *frame, Value name, Value from_list, Value level)
{
    Value function = machine_builtin(vm, frame, NAME(vm, __import__));
    if (is_empty(function))
        return EMPTY;
    if (is_absent(function))
        return raise_error(vm, TYPE_ImportError, "__import__ not found");
    if (is_own_import(vm, function)) {
        release(vm, function);
        return machine_import(vm, name, frame->function->globals, from_list, (int)small_int(level));
    }
    Value locals = frame->flags & FRAME_HAS_NAMESPACE ? frame->namespace : VALUE_NONE;
    Value args[5] = {name, frame->function->globals, locals, from_list, level};
    Value module = object_call(vm, function, args, 5, EMPTY);
    release(vm, function);
    return module;
}

bool module_is_initializing(struct Interpreter *vm, Value module)
{
    Value spec = object_lookup_attribute(vm, module, NAME(vm, __spec__));
    if (is_empty(spec) || is_absent(spec)) {
        if (is_empty(spec))
            error_clear(vm);
        return false;
    }
    Value name = string_intern_cstring(vm, "_initializing");
    Value state = is_empty(name) ? EMPTY : object_lookup_attribute(vm, spec, name);
    release_maybe(vm, name);
    release(vm, spec);
    if (is_empty(state))
        error_clear(vm);
    bool initializing = !is_empty(state) && is_true(state);
    release_maybe(vm, state);
    return initializing;
}

static Value raise_cannot_import(struct Interpreter *vm, Value module, Value module_name, Value name)
{
    Value file = object_lookup_attribute(vm, module, NAME(vm, __file__));
    if (is_empty(file))
        return EMPTY;
    bool known = !is_absent(file) && is_string(vm, file);
    Value place = known ? retain(file) : string_from_cstring(vm, "unknown location");
    Value message = EMPTY;
    if (!is_empty(place))
        message = known && module_is_initializing(vm, module)
                      ? string_from_format(vm,
                                           "cannot import name %R from partially initialized module %R "
                                           "(most likely due to a circular import) (%V)",
                                           name, module_name, place)
                      : string_from_format(vm, "cannot import name %R from %R (%V)", name, module_name, place);
    if (!is_empty(message)) {
        raise_import_error(vm, TYPE_ImportError, message, module_name, known ? file : VALUE_NONE);
        if (error_matches(vm, TYPE_ImportError))
            exception_set_field(vm, vm->pending, IMPORT_ERROR_NAME_FROM, name);
    }
    release_maybe(vm, place);
    release(vm, file);
    return EMPTY;
}

Value machine_import_from(struct Interpreter *vm, Value module, Value name)
{
    Value v = object_lookup_attribute(vm, module, name);
    if (!is_absent(v))
        return v;
    Value module_name = object_lookup_attribute(vm, module, NAME(vm, __name__));
    if (is_empty(module_name))
        return EMPTY;
    if (is_absent(module_name) || !is_string(vm, module_name)) {
        release(vm, module_name);
        Value unknown = string_from_cstring(vm, "<unknown module name>");
        if (!is_empty(unknown)) {
            raise_cannot_import(vm, module, unknown, name);
            release(vm, unknown);
        }
        return EMPTY;
    }
    Value full = string_from_format(vm, "%V.%V", module_name, name);
    v = is_empty(full) ? EMPTY : dict_get(vm, vm->modules, full);
    release_maybe(vm, full);
    if (is_absent(v))
        v = raise_cannot_import(vm, module, module_name, name);
    release(vm, module_name);
    return v;
}

static bool bind_star_name(struct Interpreter *vm, struct Frame *frame, Value module, Value name, bool from_all)
{
    if (!is_string(vm, name)) {
        Value module_name = object_lookup_attribute(vm, module, NAME(vm, __name__));
        if (!is_empty(module_name))
            raise_type_error(vm, from_all ? "Item in %V.__all__ must be str, not %T"
                                          : "Key in %V.__dict__ must be str, not %T", module_name, name);
        release_maybe(vm, module_name);
        return false;
    }
    if (!from_all && string_length(name) > 0 && string_at(as_string(name), 0) == '_')
        return true;
    Value v = object_get_attribute(vm, module, name);
    if (is_empty(v))
        return false;
    Value namespace = frame->flags & FRAME_HAS_NAMESPACE ? frame->namespace : frame->function->globals;
    bool stored = is_exact_dict(vm, namespace) ? dict_set(vm, namespace, name, v)
                                               : object_set_item(vm, namespace, name, v);
    release(vm, v);
    return stored;
}

bool machine_import_star(struct Interpreter *vm, struct Frame *frame, Value module)
{
    Value names = object_lookup_attribute(vm, module, NAME(vm, __all__));
    bool from_all = !is_absent(names);
    if (!from_all) {
        Value dict = object_lookup_attribute(vm, module, NAME(vm, __dict__));
        if (is_absent(dict))
            return !is_empty(raise_error(vm, TYPE_ImportError, "from-import-* object has no __dict__ and no __all__"));
        names = is_empty(dict) ? EMPTY : list_from_iterable(vm, dict);
        release_maybe(vm, dict);
    }
    if (is_empty(names))
        return false;
    Value list = list_from_iterable(vm, names);
    release(vm, names);
    if (is_empty(list))
        return false;
    bool fine = true;
    for (size_t i = 0; fine && i < as_list(list)->length; i++)
        fine = bind_star_name(vm, frame, module, as_list(list)->items[i], from_all);
    release(vm, list);
    return fine;
}
