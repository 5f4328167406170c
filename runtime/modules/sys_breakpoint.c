/*
 * sys.breakpointhook: what breakpoint() calls unless a script has set another
 * hook.  The environment variable PYTHONBREAKPOINT says what is to be called;
 * it is looked at again with every call.
 */
#include <stdlib.h>
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/builtins.h"
#include "runtime/modules/sys.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

/* 1, 0 or -1 (raised): whether the environment is to be looked at. */
static int environment_counts(struct Interpreter *vm)
{
    Value name = string_intern_cstring(vm, "flags");
    if (is_empty(name))
        return -1;
    Value flags = sys_get(vm, name);
    release(vm, name);
    if (is_absent(flags))
        return 1;
    retain(flags);
    Value ignored = object_get_attribute_cstring(vm, flags, "ignore_environment");
    release(vm, flags);
    int truth = is_empty(ignored) ? -1 : object_truth(vm, ignored);
    release_maybe(vm, ignored);
    return truth < 0 ? -1 : !truth;
}

/* OWNED: the module of this dotted name itself, not the first package of the name. */
static Value import_leaf(struct Interpreter *vm, Value name)
{
    Value top = vm->callbacks.import_module(vm, name, EMPTY, VALUE_NONE, 0);
    if (is_empty(top))
        return EMPTY;
    release(vm, top);
    Value module = dict_get(vm, vm->modules, name);
    return is_absent(module) ? raise_error(vm, TYPE_KeyError, "%R", name) : module;
}

/* OWNED: what "module.name" or the builtin "name" stands for; ABSENT: nothing that can be imported. */
static Value find_hook(struct Interpreter *vm, const char *path)
{
    const char *dot = strrchr(path, '.');
    if (dot == path)
        return VALUE_ABSENT;
    Value name = dot != NULL ? string_decode(vm, (const uint8_t *)path, (size_t)(dot - path), NULL, "surrogateescape")
                             : string_intern_cstring(vm, "builtins");
    if (is_empty(name))
        return EMPTY;
    Value module = import_leaf(vm, name), function = EMPTY;
    release(vm, name);
    if (is_empty(module)) {
        if (!error_matches(vm, TYPE_ImportError))
            return EMPTY;
        error_clear(vm);
        return VALUE_ABSENT;
    }
    const char *rest = dot != NULL ? dot + 1 : path;
    Value attribute = string_decode(vm, (const uint8_t *)rest, strlen(rest), NULL, "surrogateescape");
    if (!is_empty(attribute))
        function = object_lookup_attribute(vm, module, attribute);
    release_maybe(vm, attribute);
    release(vm, module);
    return function;
}

Value system_breakpoint_hook(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    int counts = environment_counts(vm);
    if (counts < 0)
        return EMPTY;
    const char *given = counts ? getenv("PYTHONBREAKPOINT") : NULL;
    if (given != NULL && strcmp(given, "0") == 0)
        return VALUE_NONE;
    char *path = strdup(given == NULL || *given == '\0' ? "pdb.set_trace" : given); /* importing may change it */
    if (path == NULL)
        return raise_memory_error(vm);
    Value function = find_hook(vm, path), result = EMPTY;
    if (is_absent(function)) {
        if (warnings_warn(vm, TYPE_RuntimeWarning, 0, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", path))
            result = VALUE_NONE;
    } else if (!is_empty(function)) {
        result = object_call(vm, function, args, positional, names);
        release(vm, function);
    }
    free(path);
    return result;
}

Value builtin_breakpoint(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    Value name = string_intern_cstring(vm, "breakpointhook");
    if (is_empty(name))
        return EMPTY;
    Value hook = sys_get(vm, name);
    release(vm, name);
    if (is_absent(hook))
        return raise_error(vm, TYPE_RuntimeError, "lost sys.breakpointhook");
    retain(hook);
    Value result = object_call(vm, hook, args, positional, names);
    release(vm, hook);
    return result;
}
