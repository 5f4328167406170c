/* Reading the arguments that methods of str, bytes and bytearray have in common, with CPython's complaints. */
#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string_internal.h"

Value raise_bad_argument(struct Interpreter *vm, const char *function, const char *argument, const char *expected,
                         Value v)
{
    return raise_type_error(vm, "%s() %s must be %s, not %s", function, argument, expected,
                            is_none(v) ? "None" : value_type_name(vm, v));
}

bool check_string_argument(struct Interpreter *vm, Value v, const char *function, int number)
{
    char argument[24] = "argument";
    if (LIKELY(is_string(vm, v)))
        return true;
    if (number > 0)
        snprintf(argument, sizeof argument, "argument %d", number);
    raise_bad_argument(vm, function, argument, "str", v);
    return false;
}

/* *number keeps its value for None. */
static MUST_USE bool read_bound(struct Interpreter *vm, Value v, int64_t *number)
{
    if (is_small_int(v)) {
        *number = small_int(v);
        return true;
    }
    if (is_none(v))
        return true;
    if (is_int(vm, v) || value_type(vm, v)->operations.index != NULL)
        return object_as_int64_clamped(vm, v, number);
    raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
    return false;
}

bool read_bounds(struct Interpreter *vm, const Value *args, size_t count, size_t at, size_t length, int64_t *start,
                 int64_t *end)
{
    int64_t limit = (int64_t)length;
    *start = 0;
    *end = limit;
    if (count <= at)
        return true;
    if (!read_bound(vm, args[at], start) || (count > at + 1 && !read_bound(vm, args[at + 1], end)))
        return false;
    if (*start < 0)
        *start = *start + limit < 0 ? 0 : *start + limit;
    if (*end < 0)
        *end = *end + limit < 0 ? 0 : *end + limit;
    else if (*end > limit)
        *end = limit;
    return true;
}

bool read_size(struct Interpreter *vm, Value v, int64_t *number)
{
    if (LIKELY(is_small_int(v))) {
        *number = small_int(v);
        return true;
    }
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    bool fits = int_fits_int64(index, number);
    release(vm, index);
    if (!fits)
        raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
    return fits;
}

bool read_int(struct Interpreter *vm, Value v, int *number)
{
    int64_t wide = 0;
    Value index = object_index(vm, v);
    if (is_empty(index))
        return false;
    bool fits = int_fits_int64(index, &wide);
    release(vm, index);
    if (fits && wide >= INT32_MIN && wide <= INT32_MAX) {
        *number = (int)wide;
        return true;
    }
    raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C int");
    return false;
}

bool read_text_argument(struct Interpreter *vm, Value v, const char *function, const char *argument,
                        struct Utf8View *view)
{
    if (!is_string(vm, v)) {
        raise_bad_argument(vm, function, argument, "str", v);
        return false;
    }
    if (!string_is_ascii(as_string(v))) { /* refuses surrogates, which a view does not */
        Value encoded = string_encode(vm, v, NULL, NULL);
        if (is_empty(encoded))
            return false;
        release(vm, encoded);
    }
    if (!utf8_view(vm, v, view))
        return false;
    if (strlen(view->text) == view->length)
        return true;
    utf8_release(vm, view);
    raise_value_error(vm, "embedded null character");
    return false;
}
