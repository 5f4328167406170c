/* The module itertools: what its iterators share, and the names of the module. */
#include "runtime/modules/itertools.h"

#include "runtime/dict.h"
#include "runtime/module.h"

void *itertools_allocate(struct Interpreter *vm, struct Type *type, STEALS Value first)
{
    struct Object *object = is_empty(first) ? NULL : object_allocate(vm, type, type->instance_size);
    if (object != NULL)
        slot_init(vm, object, (Value *)(void *)(object + 1), first);
    else
        release_maybe(vm, first);
    return object;
}

bool itertools_positional(struct Interpreter *vm, enum TypeIndex index, struct Type *type, size_t positional,
                          size_t count, Value names)
{
    const char *name = type_name(builtin_type(vm, index));
    return check_no_keywords_new(vm, type, index, names) &&
           check_positional(vm, name, positional, count, count);
}

Value itertools_iterate(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static bool itertools_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const uint16_t types[] = {
        TYPE_itertools_accumulate, TYPE_itertools_batched, TYPE_itertools_chain, TYPE_itertools_combinations,
        TYPE_itertools_combinations_with_replacement, TYPE_itertools_compress, TYPE_itertools_count,
        TYPE_itertools_cycle, TYPE_itertools_dropwhile, TYPE_itertools_filterfalse, TYPE_itertools_groupby,
        TYPE_itertools_grouper, TYPE_itertools_islice, TYPE_itertools_pairwise, TYPE_itertools_permutations,
        TYPE_itertools_product, TYPE_itertools_repeat, TYPE_itertools_starmap, TYPE_itertools_takewhile,
        TYPE_itertools_tee, TYPE_itertools_tee_block, TYPE_itertools_zip_longest,
    };
    (void)module;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct Type *type = &vm->types[types[i]];
        if (!dict_set_cstring(vm, dict, type_name(type), value_from_object(type)))
            return false;
    }
    return true;
}

static const struct NativeMethod itertools_functions[] = {
    FUNCTION("tee", itertools_tee, 1, 2, "iterable, n=2, /", "Returns a tuple of n independent iterators."),
    METHODS_END,
};

const struct ModuleSpec itertools_module_spec = {
    .name = "itertools",
    .documentation =
        "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, "
        "start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, "
        "elem, ... endlessly or up to n times\n",
    .functions = itertools_functions,
    .fill = itertools_fill,
};
