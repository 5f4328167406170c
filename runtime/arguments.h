/* Checks of argument counts for constructors, in CPython's words. */
#ifndef VIV_RUNTIME_ARGUMENTS_H
#define VIV_RUNTIME_ARGUMENTS_H

#include "runtime/error.h"
#include "runtime/sequence.h"

static inline size_t keyword_count(Value names)
{
    return is_empty(names) ? 0 : tuple_length(names);
}

static inline MUST_USE bool check_no_keywords(struct Interpreter *vm, const char *function, Value names)
{
    if (LIKELY(keyword_count(names) == 0))
        return true;
    raise_type_error(vm, "%s() takes no keyword arguments", function);
    return false;
}

/* For constructors: a subclass with an __init__ of its own may take keywords. */
static inline MUST_USE bool check_no_keywords_new(struct Interpreter *vm, const struct Type *type, enum TypeIndex base,
                                                  Value names)
{
    const struct Type *builtin = builtin_type(vm, base);
    return type->operations.initialize != builtin->operations.initialize ||
           check_no_keywords(vm, type_name(builtin), names);
}

static inline MUST_USE bool check_positional(struct Interpreter *vm, const char *function, size_t count, size_t minimum,
                                             size_t maximum)
{
    if (LIKELY(count >= minimum && count <= maximum))
        return true;
    bool few = count < minimum;
    size_t bound = few ? minimum : maximum;
    raise_type_error(vm, "%s expected %s%zu argument%s, got %zu", function,
                     minimum == maximum ? "" : few ? "at least " : "at most ", bound, bound == 1 ? "" : "s", count);
    return false;
}

#endif
