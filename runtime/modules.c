/* Modules in C: finding a spec by name, and making the module it describes. */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
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
