/* re.error and warnings: both live in modules written in Python. */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/string.h"

Value regex_raise(struct Interpreter *vm, STEALS Value message, Value pattern, int64_t position)
{
    if (is_empty(message))
        return EMPTY;
    Value class = library_attribute(vm, "re", "PatternError");
    Value exception = EMPTY;
    if (!is_empty(class)) {
        const Value args[3] = {message, pattern, value_from_small_int(position)};
        exception = object_call(vm, class, args, position < 0 ? 1 : 3, EMPTY);
        release(vm, class);
    }
    release(vm, message);
    return is_empty(exception) ? EMPTY : raise_value(vm, exception);
}

bool regex_warn(struct Interpreter *vm, STEALS Value message, enum TypeIndex category)
{
    if (is_empty(message))
        return false;
    Value warn = library_attribute(vm, "warnings", "warn");
    if (is_empty(warn)) {
        release(vm, message);
        if (!error_matches(vm, TYPE_ImportError))
            return false;
        error_clear(vm);
        return true;
    }
    Value result = object_call_2(vm, warn, message, value_from_object(builtin_type(vm, category)));
    release(vm, warn);
    release(vm, message);
    release_maybe(vm, result);
    return !is_empty(result);
}
