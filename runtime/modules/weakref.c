/* The module weakref: ref, and questions about the references to an object. */
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

static bool weakref_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    Value type = value_from_object(builtin_type(vm, TYPE_weakref));
    return dict_set_cstring(vm, dict, "ref", type) && dict_set_cstring(vm, dict, "ReferenceType", type);
}

static const struct NativeMethod weakref_functions[] = {
    FUNCTION("getweakrefcount", weakref_getweakrefcount, 1, 1, "object, /",
             "Return the number of weak references to 'object'."),
    FUNCTION("getweakrefs", weakref_getweakrefs, 1, 1, "object, /",
             "Return a list of all weak reference objects pointing to 'object'."),
    METHODS_END,
};

const struct ModuleSpec weakref_module_spec = {
    .name = "weakref",
    .documentation = "Weak reference support for Python.",
    .functions = weakref_functions,
    .fill = weakref_fill,
};
