/*
 * The module _imp: what importlib asks of the machine that imports.
 */
#include <string.h>

#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static OWNED Value last_part(struct Interpreter *vm, Value name)
{
    size_t length = string_length(name), start = length;
    while (start > 0 && string_at(as_string(name), start - 1) != '.')
        start--;
    return string_substring(vm, name, start, length);
}

static MUST_USE bool check_name(struct Interpreter *vm, const char *function, Value name)
{
    if (is_string(vm, name))
        return true;
    raise_type_error(vm, "%s() argument must be str, not %T", function, name);
    return false;
}

static Value imp_find_module(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!check_name(vm, "find_module", args[0]))
        return EMPTY;
    Value tail = last_part(vm, args[0]);
    if (is_empty(tail))
        return EMPTY;
    Value found = vm->callbacks.find_module(vm, args[0], tail, count > 1 && !is_none(args[1]) ? args[1] : EMPTY);
    release(vm, tail);
    return found;
}

static Value imp_is_builtin(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Utf8View view;
    if (!check_name(vm, "is_builtin", args[0]) || !utf8_view(vm, args[0], &view))
        return EMPTY;
    bool found = module_spec_find(view.text) != NULL;
    utf8_release(vm, &view);
    return value_from_small_int(found);
}

static Value imp_is_frozen(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Utf8View view;
    if (!check_name(vm, "is_frozen", args[0]) || !utf8_view(vm, args[0], &view))
        return EMPTY;
    bool found = vm->callbacks.find_frozen != NULL && vm->callbacks.find_frozen(vm, view.text) != NULL;
    utf8_release(vm, &view);
    return value_from_bool(found);
}

static Value imp_extension_suffixes(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return list_new(vm, 0);
}

/* One thread: there is nobody to lock out. */
static Value imp_lock(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NONE;
}

static Value imp_lock_held(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_FALSE;
}

/* CPython's tests choose between modules of the library as files and as part of the program; viv has the latter. */
static Value override_frozen_modules(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NONE;
}

static const struct NativeMethod imp_functions[] = {
    FUNCTION("find_module", imp_find_module, 1, 2, "name, path=None, /",
             "Where a module would be imported from: (kind, file, locations, is_package), or None."),
    FUNCTION("is_builtin", imp_is_builtin, 1, 1, "name, /", "Returns True if the module name corresponds to a built-in module."),
    FUNCTION("is_frozen", imp_is_frozen, 1, 1, "name, /", "Returns True if the module name corresponds to a frozen module."),
    FUNCTION("extension_suffixes", imp_extension_suffixes, 0, 0, "",
             "Returns the list of file suffixes used to identify extension modules."),
    FUNCTION("acquire_lock", imp_lock, 0, 0, "", "Does nothing: there is one thread."),
    FUNCTION("release_lock", imp_lock, 0, 0, "", "Does nothing: there is one thread."),
    FUNCTION("lock_held", imp_lock_held, 0, 0, "", "Return True if the import lock is currently held, else False."),
    FUNCTION("_override_frozen_modules_for_tests", override_frozen_modules, 1, 1, "override, /",
             "(internal-only) Override PyConfig.use_frozen_modules."),
    METHODS_END,
};

const struct ModuleSpec _imp_module_spec = {
    .name = "_imp",
    .documentation = "What importlib asks of the machine that imports.",
    .functions = imp_functions,
};
