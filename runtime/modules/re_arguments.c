/*
 * Binding the arguments of re's functions, which are Python functions in
 * CPython: errors are worded as theirs.
 */
#include "runtime/modules/re_arguments.h"

#include "runtime/arguments.h"
#include "runtime/error.h"
#include "runtime/string.h"

static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

static bool raise_too_many(struct Interpreter *vm, const struct RegexFunction *function, size_t given)
{
    size_t total = function->total;
    if (function->required == total)
        raise_type_error(vm, "%s() takes %zu positional argument%s but %zu %s given", function->name, total,
                         plural(total), given, given == 1 ? "was" : "were");
    else
        raise_type_error(vm, "%s() takes from %zu to %zu positional argument%s but %zu %s given", function->name,
                         function->required, total, plural(total), given, given == 1 ? "was" : "were");
    return false;
}

/* "f() missing 2 required positional arguments: 'a' and 'b'" */
static bool raise_missing(struct Interpreter *vm, const struct RegexFunction *function, const Value *bound)
{
    const char *missing[REGEX_FUNCTION_ARGUMENTS];
    size_t count = 0, length = 0;
    char names[128];
    for (size_t i = 0; i < function->required; i++)
        if (is_absent(bound[i]))
            missing[count++] = function->parameters[i];
    for (size_t i = 0; i < count; i++) {
        const char *separator = i == 0 ? "" : i + 1 < count ? ", " : count == 2 ? " and " : ", and ";
        length += (size_t)snprintf(names + length, sizeof names - length, "%s'%s'", separator, missing[i]);
    }
    raise_type_error(vm, "%s() missing %zu required positional argument%s: %s", function->name, count, plural(count),
                     names);
    return false;
}

static bool bind_keyword(struct Interpreter *vm, const struct RegexFunction *function, Value name, Value value,
                         Value *bound)
{
    for (size_t i = 0; i < function->total; i++) {
        if (!string_equals_cstring(name, function->parameters[i]))
            continue;
        if (!is_absent(bound[i])) {
            raise_type_error(vm, "%s() got multiple values for argument '%V'", function->name, name);
            return false;
        }
        bound[i] = value;
        return true;
    }
    raise_type_error(vm, "%s() got an unexpected keyword argument '%V'", function->name, name);
    return false;
}

bool regex_bind(struct Interpreter *vm, const struct RegexFunction *function, const Value *args, size_t positional,
                Value names, Value *bound)
{
    size_t keywords = keyword_count(names);
    for (size_t i = 0; i < function->total; i++)
        bound[i] = i < positional ? args[i] : VALUE_ABSENT;
    for (size_t i = 0; i < keywords; i++)
        if (!bind_keyword(vm, function, as_tuple(names)->items[i], args[positional + i], bound))
            return false;
    if (positional > function->total)
        return raise_too_many(vm, function, positional);
    for (size_t i = 0; i < function->required; i++)
        if (is_absent(bound[i]))
            return raise_missing(vm, function, bound);
    return true;
}
