/*
 * The module _weakref: references, proxies, and questions about the references
 * to an object.  What is made of them stands in runtime/lib/weakref.py.
 */
#include "runtime/weakref.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/sequence.h"

static struct WeakReference *first_reference(struct Interpreter *vm, Value v)
{
    return is_object(v) ? weak_first(vm, value_object(v)) : NULL;
}

static Value weakref_getweakrefcount(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t total = 0;
    for (struct WeakReference *r = first_reference(vm, args[0]); r != NULL; r = r->next)
        total += weak_is_usable(r);
    return value_from_small_int(total);
}

static Value weakref_getweakrefs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value list = list_new(vm, 0);
    if (is_empty(list))
        return EMPTY;
    for (struct WeakReference *r = first_reference(vm, args[0]); r != NULL; r = r->next) {
        if (weak_is_usable(r) && !list_append(vm, list, retain(value_from_object(r)))) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

static bool is_reference(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_weakref));
}

static Value weakref_proxy(struct Interpreter *vm, const Value *args, size_t count)
{
    return weakref_proxy_new(vm, args[0], count == 2 && !is_none(args[1]) ? args[1] : EMPTY);
}

/* The callback of a dictionary's dead reference: the key may have a living value again. */
static Value weakref_remove_dead(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_dict(vm, args[0]))
        return raise_type_error(vm, "_remove_dead_weakref() argument 1 must be dict, not %T", args[0]);
    Value reference = dict_get(vm, args[0], args[1]);
    if (is_empty(reference) || is_absent(reference))
        return is_empty(reference) ? EMPTY : VALUE_NONE;
    if (!is_reference(vm, reference)) {
        release(vm, reference);
        return raise_type_error(vm, "not a weakref");
    }
    Value target = weakref_target(reference);
    bool done = !is_none(target) || dict_delete(vm, args[0], args[1]) >= 0;
    release(vm, target);
    release(vm, reference);
    return done ? VALUE_NONE : EMPTY;
}

static bool weakref_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        enum TypeIndex type;
    } types[] = {
        {"ref", TYPE_weakref},
        {"ReferenceType", TYPE_weakref},
        {"ProxyType", TYPE_weak_proxy},
        {"CallableProxyType", TYPE_weak_callable_proxy},
    };
    (void)module;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (!dict_set_cstring(vm, dict, types[i].name, value_from_object(builtin_type(vm, types[i].type))))
            return false;
    return true;
}

static const struct NativeMethod weakref_functions[] = {
    FUNCTION("getweakrefcount", weakref_getweakrefcount, 1, 1, "object, /",
             "Return the number of weak references to 'object'."),
    FUNCTION("getweakrefs", weakref_getweakrefs, 1, 1, "object, /",
             "Return a list of all weak reference objects pointing to 'object'."),
    FUNCTION("proxy", weakref_proxy, 1, 2, "object, callback=None, /",
             "Create a proxy object that weakly references 'object'."),
    FUNCTION("_remove_dead_weakref", weakref_remove_dead, 2, 2, "dct, key, /",
             "Remove the key if its value is a reference whose object is dead."),
    METHODS_END,
};

const struct ModuleSpec _weakref_module_spec = {
    .name = "_weakref",
    .documentation = "Weak reference support for Python.",
    .functions = weakref_functions,
    .fill = weakref_fill,
};
