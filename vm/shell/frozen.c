/*
 * The table of frozen modules.  The sources under runtime/lib/ are turned into
 * C arrays by scripts/freeze at build time; a module costs nothing until it is
 * imported.
 */
#include "vm/shell/frozen.h"

#include <string.h>

#include "frozen_modules.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/string.h"

const struct FrozenSource *frozen_find(struct Interpreter *vm, const char *name)
{
    (void)vm;
    for (size_t i = 0; i < sizeof frozen_modules / sizeof frozen_modules[0]; i++)
        if (frozen_modules[i].name != NULL && strcmp(frozen_modules[i].name, name) == 0)
            return &frozen_modules[i];
    return NULL;
}

bool library_has_module(struct Interpreter *vm, Value name)
{
    struct Utf8View view;
    if (!utf8_view(vm, name, &view)) {
        error_clear(vm);
        return false;
    }
    bool found = module_spec_find(view.text) != NULL || frozen_find(vm, view.text) != NULL;
    utf8_release(vm, &view);
    return found;
}
