/*
 * The module _functools: what of functools is called often enough to be in C.
 * The rest, and the names people import, are in lib/functools.py.
 */
#include "runtime/modules/functools.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"

/* Iterating errors other than "not iterable" pass through. */
static Value open_iterable(struct Interpreter *vm, Value iterable)
{
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator) && error_matches(vm, TYPE_TypeError)) {
        error_clear(vm);
        return raise_type_error(vm, "reduce() arg 2 must support iteration");
    }
    return iterator;
}

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    Value iterator = open_iterable(vm, args[1]);
    if (is_empty(iterator))
        return EMPTY;
    Value result = count == 3 ? retain(args[2]) : VALUE_ABSENT;
    for (;;) {
        Value item = iterator_next(vm, iterator);
        if (is_empty(item) || is_end(item)) {
            if (is_empty(item)) {
                release(vm, result);
                result = EMPTY;
            }
            break;
        }
        if (is_absent(result)) {
            result = item;
            continue;
        }
        Value next = object_call_2(vm, args[0], result, item);
        release(vm, result);
        release(vm, item);
        result = next;
        if (is_empty(result))
            break;
    }
    release(vm, iterator);
    return is_absent(result) ? raise_type_error(vm, "reduce() of empty iterable with no initial value") : result;
}

static const struct NativeMethod functools_functions[] = {
    FUNCTION("reduce", reduce, 2, 3, "function, iterable, initial=<unrepresentable>, /",
             "Apply a function of two arguments cumulatively to the items of an iterable, from left to right, so that "
             "one value is left."),
    FUNCTION_NAMED("cmp_to_key", functools_cmp_to_key, "mycmp", "Convert a cmp= function into a key= function."),
    METHODS_END,
};

static bool functools_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "partial", value_from_object(builtin_type(vm, TYPE_partial))) &&
           dict_set_cstring(vm, dict, "_lru_cache_wrapper", value_from_object(builtin_type(vm, TYPE_lru_cache)));
}

const struct ModuleSpec _functools_module_spec = {
    .name = "_functools",
    .documentation = "Tools that operate on functions.",
    .functions = functools_functions,
    .fill = functools_fill,
};
