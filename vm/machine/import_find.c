/*
 * Finding modules: in C, in the library written in Python (frozen), on
 * sys.path or the __path__ of a package.
 */
#include "vm/machine/import.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* 'f' a file, 'd' a directory, 0 neither or not there. */
static char path_kind(struct Interpreter *vm, Value path)
{
    struct Utf8View view;
    struct stat status;
    char kind = 0;
    if (!utf8_view(vm, path, &view)) {
        error_clear(vm);
        return 0;
    }
    if (stat(view.text, &status) == 0)
        kind = S_ISREG(status.st_mode) ? 'f' : S_ISDIR(status.st_mode) ? 'd' : 0;
    utf8_release(vm, &view);
    return kind;
}

static Value list_of(struct Interpreter *vm, Value v)
{
    Value list = list_new(vm, 1);
    if (!is_empty(list) && !list_append(vm, list, retain(v))) {
        release(vm, list);
        return EMPTY;
    }
    return list;
}

/* The directory as an absolute path: OWNED. */
static Value absolute_directory(struct Interpreter *vm, Value directory)
{
    const struct String *s = as_string(directory);
    if (s->length > 0 && string_at(s, 0) == '/')
        return retain(directory);
    char *current = getcwd(NULL, 0);
    if (current == NULL)
        return retain(directory);
    Value base = string_decode(vm, (const uint8_t *)current, strlen(current), "utf-8", "surrogateescape");
    free(current); /* the C library's */
    if (is_empty(base) || s->length == 0 || string_equals_cstring(directory, "."))
        return base;
    size_t skip = s->length > 1 && string_at(s, 0) == '.' && string_at(s, 1) == '/' ? 2 : 0;
    Value rest = string_substring(vm, directory, skip, s->length);
    Value joined = is_empty(rest) ? EMPTY : string_from_format(vm, "%V/%V", base, rest);
    release_maybe(vm, rest);
    release(vm, base);
    return joined;
}

/* directory/tail itself, directory/tail/__init__.py, directory/tail.py: 1 found, 0 not here, -1 raised. A directory
 * without __init__.py is a part of a namespace package: it is added to portions. */
static int find_in_directory(struct Interpreter *vm, Value directory, Value tail, struct Found *found, Value portions)
{
    int state = -1;
    for (size_t i = 0; i < string_length(tail); i++)
        if (string_at(as_string(tail), i) == '/')
            return 0; /* names of files in one directory only */
    Value home = absolute_directory(vm, directory);
    if (is_empty(home))
        return -1;
    size_t length = string_length(home);
    bool slash = length > 0 && string_at(as_string(home), length - 1) == '/';
    Value base = string_from_format(vm, slash ? "%V%V" : "%V/%V", home, tail);
    release(vm, home);
    Value package = is_empty(base) ? EMPTY : string_from_format(vm, "%V/__init__.py", base);
    Value module = is_empty(package) ? EMPTY : string_from_format(vm, "%V.py", base);
    if (!is_empty(module)) {
        state = 0;
        if (path_kind(vm, package) == 'f') {
            found->file = retain(package); /* slot: a record on the stack */
            found->locations = list_of(vm, base);
            state = is_empty(found->locations) ? -1 : 1;
        } else if (path_kind(vm, module) == 'f') {
            found->file = retain(module); /* slot: a record on the stack */
            state = 1;
        } else if (path_kind(vm, base) == 'd' && !list_append(vm, portions, retain(base)))
            state = -1;
    }
    release_maybe(vm, base);
    release_maybe(vm, package);
    release_maybe(vm, module);
    return state;
}

int find_on_path(struct Interpreter *vm, Value path, Value tail, struct Found *found)
{
    Value directories = list_from_iterable(vm, path);
    if (is_empty(directories))
        return -1;
    Value portions = list_new(vm, 0);
    int state = is_empty(portions) ? -1 : 0;
    for (size_t i = 0; state == 0 && i < as_list(directories)->length; i++) {
        Value directory = as_list(directories)->items[i];
        if (is_string(vm, directory))
            state = find_in_directory(vm, directory, tail, found, portions);
    }
    release(vm, directories);
    if (state == 0 && as_list(portions)->length > 0) {
        found->locations = portions;
        return 1;
    }
    release_maybe(vm, portions);
    return state;
}

/* What CPython has loaded or frozen before a script can hide it, and what is nobody's business. */
static bool cannot_be_hidden(Value name)
{
    static const char *const names[] = {"abc", "codecs", "genericpath", "importlib", "io", "os", "posixpath", "stat"};
    if (string_length(name) == 0 || string_at(as_string(name), 0) == '_')
        return true;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (string_equals_cstring(name, names[i]))
            return true;
    return false;
}

/* A file beside the script hides the library's module of that name, as in CPython; what is in C stays. */
static int find_beside_script(struct Interpreter *vm, Value name, struct Found *found)
{
    Value path = sys_get(vm, NAME(vm, path));
    if (cannot_be_hidden(name) || is_empty(vm->script_folder) || is_absent(path) || !is_list(vm, path) || as_list(path)->length == 0)
        return 0;
    Value first = as_list(path)->items[0];
    if (!is_string(vm, first) || !string_equal(first, vm->script_folder))
        return 0;
    Value portions = list_new(vm, 0);
    if (is_empty(portions))
        return -1;
    int state = find_in_directory(vm, vm->script_folder, name, found, portions);
    release(vm, portions);
    return state;
}

int find_module(struct Interpreter *vm, Value name, Value tail, Value path, struct Found *found)
{
    struct Utf8View view;
    *found = (struct Found){.file = EMPTY, .locations = EMPTY};
    if (!utf8_view(vm, name, &view))
        return -1;
    found->native = module_spec_find(view.text);
    if (found->native == NULL && vm->callbacks.find_frozen != NULL)
        found->frozen = vm->callbacks.find_frozen(vm, view.text);
    utf8_release(vm, &view);
    if (found->native != NULL)
        return 1;
    if (found->frozen != NULL) {
        int hidden = is_empty(path) ? find_beside_script(vm, name, found) : 0;
        if (hidden > 0)
            found->frozen = NULL;
        return hidden < 0 ? -1 : 1;
    }
    if (is_empty(path))
        path = sys_get(vm, NAME(vm, path));
    if (is_absent(path) || is_none(path))
        return 0;
    retain(path);
    int state = find_on_path(vm, path, tail, found);
    release(vm, path);
    return state;
}

void found_close(struct Interpreter *vm, struct Found *found)
{
    release_maybe(vm, found->file);
    release_maybe(vm, found->locations);
}

static const char *kind_of(const struct Found *found)
{
    return found->native != NULL       ? "built-in"
           : found->frozen != NULL     ? "frozen"
           : !is_empty(found->file)    ? "source"
                                       : "namespace";
}

Value machine_find_module(struct Interpreter *vm, Value name, Value tail, Value path)
{
    struct Found found;
    int state = find_module(vm, name, tail, path, &found);
    Value result = state < 0 ? EMPTY : VALUE_NONE;
    if (state > 0) {
        bool package = !is_empty(found.locations) || (found.frozen != NULL && found.frozen->is_package);
        Value parts[4] = {string_from_cstring(vm, kind_of(&found)),
                          is_empty(found.file) ? VALUE_NONE : found.file,
                          is_empty(found.locations) ? VALUE_NONE : found.locations, value_from_bool(package)};
        result = is_empty(parts[0]) ? EMPTY : tuple_new(vm, parts, 4);
        release_maybe(vm, parts[0]);
    }
    found_close(vm, &found);
    return result;
}
