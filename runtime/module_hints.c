/*
 * What messages about missing names of modules add: that a file of the
 * program's own hides a module of the library, that it may hide another one,
 * or that the module is still being imported.
 */
#include <limits.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/string.h"

/* spec.<attribute>, if there is one: OWNED, ABSENT without. Errors are dropped: this only serves a message. */
static OWNED Value spec_attribute(struct Interpreter *vm, Value module, const char *attribute)
{
    Value spec = dict_peek(vm, module_dict(module), NAME(vm, __spec__));
    if (is_absent(spec) || is_none(spec))
        return VALUE_ABSENT;
    retain(spec);
    Value name = string_intern_cstring(vm, attribute);
    Value found = is_empty(name) ? EMPTY : object_lookup_attribute(vm, spec, name);
    release_maybe(vm, name);
    release(vm, spec);
    if (!is_empty(found))
        return found;
    error_clear(vm);
    return VALUE_ABSENT;
}

/* Whether the file is FOLDER/name.py or FOLDER/name/__init__.py. */
static bool lies_in(struct Interpreter *vm, Value file, const char *folder)
{
    struct Utf8View view;
    if (!utf8_view(vm, file, &view)) {
        error_clear(vm);
        return false;
    }
    size_t length = view.length, begin = strlen(folder);
    static const char package_file[] = "/__init__.py";
    size_t tail = sizeof package_file - 1;
    if (length > tail && strcmp(view.text + length - tail, package_file) == 0)
        length -= tail;
    bool inside = length > begin + 1 && memcmp(view.text, folder, begin) == 0 && view.text[begin] == '/' &&
                  memchr(view.text + begin + 1, '/', length - begin - 1) == NULL;
    utf8_release(vm, &view);
    return inside;
}

static bool lies_beside_script(struct Interpreter *vm, Value file)
{
    struct Utf8View view;
    char current[PATH_MAX];
    if (is_empty(vm->script_folder) || !is_string(vm, vm->script_folder))
        return false;
    if (string_length(vm->script_folder) == 0) /* -c: the current folder */
        return getcwd(current, sizeof current) != NULL && lies_in(vm, file, current);
    if (!utf8_view(vm, vm->script_folder, &view)) {
        error_clear(vm);
        return false;
    }
    bool inside = lies_in(vm, file, view.text);
    utf8_release(vm, &view);
    return inside;
}

void module_hint_find(struct Interpreter *vm, Value module, struct ModuleHint *hint)
{
    *hint = (struct ModuleHint){.file = VALUE_ABSENT};
    Value name = dict_peek(vm, module_dict(module), NAME(vm, __name__));
    Value initializing = spec_attribute(vm, module, "_initializing");
    hint->initializing = is_true(initializing);
    release(vm, initializing);
    Value origin = spec_attribute(vm, module, "has_location");
    bool located = is_true(origin);
    release(vm, origin);
    if (!located || is_absent(name) || !is_string(vm, name))
        return;
    origin = spec_attribute(vm, module, "origin");
    if (is_absent(origin) || !is_string(vm, origin)) {
        release(vm, origin);
        return;
    }
    hint->file = origin;
    hint->beside_script = lies_beside_script(vm, origin);
    hint->hides_library = hint->beside_script && vm->callbacks.is_library_module != NULL &&
                          vm->callbacks.is_library_module(vm, name);
}

Value module_missing_attribute(struct Interpreter *vm, Value module, Value name)
{
    Value module_name = dict_peek(vm, module_dict(module), NAME(vm, __name__));
    if (is_absent(module_name) || !is_string(vm, module_name))
        return string_from_format(vm, "module has no attribute '%V'", name);
    struct ModuleHint hint;
    Value message;
    module_hint_find(vm, module, &hint);
    if (hint.hides_library)
        message = string_from_format(vm, "module '%V' has no attribute '%V' (consider renaming %R since it has the same "
                                         "name as the standard library module named '%V' and the import system gives it "
                                         "precedence)", module_name, name, hint.file, module_name);
    else if (hint.initializing && hint.beside_script)
        message = string_from_format(vm, "module '%V' has no attribute '%V' (consider renaming %R if it has the same "
                                         "name as a third-party module you intended to import)", module_name, name,
                                     hint.file);
    else if (hint.initializing && !is_absent(hint.file))
        message = string_from_format(vm, "partially initialized module '%V' from '%V' has no attribute '%V' (most "
                                         "likely due to a circular import)", module_name, hint.file, name);
    else if (hint.initializing)
        message = string_from_format(vm, "partially initialized module '%V' has no attribute '%V' (most likely due to "
                                         "a circular import)", module_name, name);
    else
        message = string_from_format(vm, "module '%V' has no attribute '%V'", module_name, name);
    release(vm, hint.file);
    return message;
}
