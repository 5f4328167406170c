/* Modules in C: finding a spec by name, and making the module it describes. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

#define MODULE(name) extern const struct ModuleSpec name##_module_spec;
#include "runtime/modules.def"
#undef MODULE

static const struct ModuleSpec *const module_specs[] = {
#define MODULE(name) &name##_module_spec,
#include "runtime/modules.def"
#undef MODULE
};

const struct ModuleSpec *module_spec_find(const char *name)
{
    for (size_t i = 0; i < sizeof module_specs / sizeof module_specs[0]; i++)
        if (strcmp(module_specs[i]->name, name) == 0)
            return module_specs[i];
    return NULL;
}

static bool add_functions(struct Interpreter *vm, Value dict, const struct NativeMethod *function, Value name)
{
    for (; function != NULL && function->name != NULL; function++) {
        Value v = native_function_new(vm, function, EMPTY, name);
        bool done = !is_empty(v) && dict_set_cstring(vm, dict, function->name, v);
        release_maybe(vm, v);
        if (!done)
            return false;
    }
    return true;
}

static bool fill(struct Interpreter *vm, const struct ModuleSpec *spec, Value module, Value name)
{
    Value dict = module_dict(module);
    if (spec->documentation != NULL) {
        Value text = string_from_cstring(vm, spec->documentation);
        bool done = !is_empty(text) && dict_set(vm, dict, NAME(vm, __doc__), text);
        release_maybe(vm, text);
        if (!done)
            return false;
    }
    if (!add_functions(vm, dict, spec->functions, name))
        return false;
    return spec->fill == NULL || spec->fill(vm, module, dict);
}

Value module_from_spec(struct Interpreter *vm, const struct ModuleSpec *spec)
{
    Value name = string_intern_cstring(vm, spec->name);
    if (is_empty(name))
        return EMPTY;
    Value module = module_new(vm, name);
    if (!is_empty(module) && !fill(vm, spec, module, name)) {
        release(vm, module);
        module = EMPTY;
    }
    release(vm, name);
    return module;
}

Value module_import_native(struct Interpreter *vm, const char *name)
{
    Value key = string_intern_cstring(vm, name);
    if (is_empty(key))
        return EMPTY;
    Value module = dict_get(vm, vm->modules, key);
    if (is_absent(module)) {
        module = module_from_spec(vm, module_spec_find(name));
        if (!is_empty(module) && !dict_set(vm, vm->modules, key, module)) {
            release(vm, module);
            module = EMPTY;
        }
    }
    release(vm, key);
    return module;
}

bool module_add_exception(struct Interpreter *vm, Value dict, const char *module, const char *name, struct Type *base,
                          struct Type *other)
{
    Value bases = other == NULL ? tuple_pack(vm, 1, value_from_object(base))
                                : tuple_pack(vm, 2, value_from_object(base), value_from_object(other));
    Value namespace = dict_new(vm), text = string_intern_cstring(vm, name);
    Value home = string_intern_cstring(vm, module), class = EMPTY;
    if (!is_empty(bases) && !is_empty(namespace) && !is_empty(text) && !is_empty(home) &&
        dict_set(vm, namespace, NAME(vm, __module__), home))
        class = type_new(vm, builtin_type(vm, TYPE_type), text, bases, namespace, NULL, EMPTY);
    bool good = !is_empty(class) && dict_set(vm, dict, text, class);
    release_maybe(vm, bases);
    release_maybe(vm, namespace);
    release_maybe(vm, text);
    release_maybe(vm, home);
    release_maybe(vm, class);
    return good;
}

Value raise_module_error(struct Interpreter *vm, const char *module, const char *name, Value message)
{
    Value home = is_empty(message) ? EMPTY : module_import_native(vm, module);
    Value class = is_empty(home) ? EMPTY : object_get_attribute_cstring(vm, home, name);
    Value error = is_empty(class) ? EMPTY : object_call_1(vm, class, message);
    release_maybe(vm, class);
    release_maybe(vm, home);
    release_maybe(vm, message);
    return is_empty(error) ? EMPTY : raise_value(vm, error);
}
