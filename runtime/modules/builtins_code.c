/*
 * The builtins about namespaces: __import__, globals, locals, vars, dir.
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/modules/builtins.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

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

static Value keys_of_mapping(struct Interpreter *vm, Value mapping)
{
    Value method = object_get_attribute_cstring(vm, mapping, "keys");
    Value keys = is_empty(method) ? EMPTY : object_call_0(vm, method);
    release_maybe(vm, method);
    if (is_empty(keys))
        return EMPTY;
    Value iterator = object_iterate(vm, keys), list = EMPTY;
    if (!is_empty(iterator))
        list = list_from_iterable(vm, iterator);
    else if (error_matches(vm, TYPE_TypeError)) {
        error_clear(vm);
        raise_type_error(vm, "%.200T.keys() returned a non-iterable (type %.200T)", mapping, keys);
    }
    release_maybe(vm, iterator);
    release(vm, keys);
    return list;
}

/* dir() of the running frame's names. */
static Value dir_of_locals(struct Interpreter *vm)
{
    Value locals = vm->callbacks.current_locals(vm);
    if (is_empty(locals))
        return EMPTY;
    Value names = is_exact_dict(vm, locals) ? dict_keys_list(vm, locals) : keys_of_mapping(vm, locals);
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
