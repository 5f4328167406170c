/*
 * The exceptions with attributes of their own, but for OSError and the Unicode
 * errors (runtime/exception_system.c) and groups (runtime/exception_group.c).
 */
#include <string.h>

#include "runtime/exception_fields.h"
#include "runtime/exception_layouts.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- Field accessors shared by all layouts */

FIELD_ACCESSORS(0)
FIELD_ACCESSORS(1)
FIELD_ACCESSORS(2)
FIELD_ACCESSORS(3)
FIELD_ACCESSORS(4)
FIELD_ACCESSORS(5)
FIELD_ACCESSORS(6)
FIELD_ACCESSORS(7)

/* Keyword-only arguments of an exception's constructor: stores each into its field; false: raised. */
static bool set_keyword_fields(struct Interpreter *vm, Value self, const char *type_name_text, const char *const *allowed,
                               const uint8_t *fields, const Value *values, Value names)
{
    for (size_t i = 0; !is_empty(names) && i < tuple_length(names); i++) {
        Value name = as_tuple(names)->items[i];
        size_t k = 0;
        while (allowed[k] != NULL && !string_equals_cstring(name, allowed[k]))
            k++;
        if (allowed[k] == NULL) {
            raise_type_error(vm, "%s() got an unexpected keyword argument '%V'", type_name_text, name);
            return false;
        }
        exception_set_field(vm, self, fields[k], values[i]);
    }
    return true;
}

/* ---- SystemExit, StopIteration */

bool system_exit_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!exception_initialize(vm, self, args, positional, names))
        return false;
    if (positional > 0)
        exception_set_field(vm, self, SYSTEM_EXIT_CODE, positional == 1 ? args[0] : as_exception(self)->args);
    return true;
}

const struct NativeAttribute system_exit_attributes[] = {
    MEMBERS_FOLLOW,
    {"code", get_field_0, set_field_0, "exception code"},
    ATTRIBUTES_END,
};

bool stop_iteration_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!exception_initialize(vm, self, args, positional, names))
        return false;
    exception_set_field(vm, self, STOP_ITERATION_VALUE, positional > 0 ? args[0] : VALUE_NONE);
    return true;
}

const struct NativeAttribute stop_iteration_attributes[] = {
    MEMBERS_FOLLOW,
    {"value", get_field_0, set_field_0, "generator return value"},
    ATTRIBUTES_END,
};

/* ---- AttributeError, NameError */

bool attribute_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    static const char *const allowed[] = {"name", "obj", NULL};
    static const uint8_t fields[] = {ATTRIBUTE_ERROR_NAME, ATTRIBUTE_ERROR_OBJECT};
    return exception_set_args(vm, self, args, positional) &&
           set_keyword_fields(vm, self, "AttributeError", allowed, fields, args + positional, names);
}

const struct NativeAttribute attribute_error_attributes[] = {
    MEMBERS_FOLLOW,
    {"name", get_field_0, set_field_0, "attribute name"},
    {"obj", get_field_1, set_field_1, "object"},
    ATTRIBUTES_END,
};

bool name_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    static const char *const allowed[] = {"name", NULL};
    static const uint8_t fields[] = {NAME_ERROR_NAME};
    return exception_set_args(vm, self, args, positional) &&
           set_keyword_fields(vm, self, "NameError", allowed, fields, args + positional, names);
}

const struct NativeAttribute name_error_attributes[] = {
    MEMBERS_FOLLOW,
    {"name", get_field_0, set_field_0, "name"},
    ATTRIBUTES_END,
};

/* ---- ImportError */

bool import_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    static const char *const allowed[] = {"name", "path", "name_from", NULL};
    static const uint8_t fields[] = {IMPORT_ERROR_NAME, IMPORT_ERROR_PATH, IMPORT_ERROR_NAME_FROM};
    exception_set_field(vm, self, IMPORT_ERROR_NAME, VALUE_NONE);
    exception_set_field(vm, self, IMPORT_ERROR_PATH, VALUE_NONE);
    exception_set_field(vm, self, IMPORT_ERROR_NAME_FROM, VALUE_NONE);
    if (!exception_set_args(vm, self, args, positional) ||
        !set_keyword_fields(vm, self, "ImportError", allowed, fields, args + positional, names))
        return false;
    exception_set_field(vm, self, IMPORT_ERROR_MESSAGE, positional == 1 ? args[0] : VALUE_NONE);
    return true;
}

Value import_error_str(struct Interpreter *vm, Value self)
{
    Value message = exception_field(self, IMPORT_ERROR_MESSAGE);
    return is_exact_string(vm, message) ? retain(message) : exception_str(vm, self);
}

const struct NativeAttribute import_error_attributes[] = {
    MEMBERS_FOLLOW,
    {"msg", get_field_0, set_field_0, "exception message"},
    {"name", get_field_1, set_field_1, "module name"},
    {"path", get_field_2, set_field_2, "module path"},
    {"name_from", get_field_3, set_field_3, "name imported from module"},
    ATTRIBUTES_END,
};

/* ---- KeyError */

/* A single key is shown by its repr: a missing '' would otherwise show nothing. */
Value key_error_str(struct Interpreter *vm, Value self)
{
    Value args = as_exception(self)->args;
    return tuple_length(args) == 1 ? object_repr(vm, as_tuple(args)->items[0]) : exception_str(vm, self);
}

/* ---- SyntaxError */

static bool syntax_error_set_details(struct Interpreter *vm, Value self, Value details)
{
    Value info = tuple_from_iterable(vm, details);
    if (is_empty(info))
        return false;
    size_t count = tuple_length(info);
    bool ok = count == 4 || count == 6;
    if (!ok && count == 5)
        raise_type_error(vm, "end_offset must be provided when end_lineno is provided");
    else if (!ok && count < 4)
        raise_type_error(vm, "function takes at least 4 arguments (%zu given)", count);
    else if (!ok)
        raise_type_error(vm, "function takes at most 6 arguments (%zu given)", count);
    for (size_t i = 0; ok && i < count; i++)
        exception_set_field(vm, self, SYNTAX_ERROR_FILENAME + i, as_tuple(info)->items[i]);
    release(vm, info);
    return ok;
}

bool syntax_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!exception_initialize(vm, self, args, positional, names))
        return false;
    if (positional >= 1)
        exception_set_field(vm, self, SYNTAX_ERROR_MESSAGE, args[0]);
    return positional != 2 || syntax_error_set_details(vm, self, args[1]);
}

Value syntax_error_str(struct Interpreter *vm, Value self)
{
    Value message = exception_field(self, SYNTAX_ERROR_MESSAGE);
    Value filename = exception_field(self, SYNTAX_ERROR_FILENAME);
    Value line = exception_field(self, SYNTAX_ERROR_LINE);
    bool has_line = is_small_int(line), has_file = is_string(vm, filename);
    if (!has_file)
        return has_line ? string_from_format(vm, "%V (line %lld)", message, (long long)small_int(line))
                        : object_str(vm, message);
    size_t start = string_length(filename);
    while (start > 0 && string_at(as_string(filename), start - 1) != '/')
        start--;
    Value base = string_substring(vm, filename, start, string_length(filename));
    if (is_empty(base))
        return EMPTY;
    Value text = has_line ? string_from_format(vm, "%V (%V, line %lld)", message, base, (long long)small_int(line))
                          : string_from_format(vm, "%V (%V)", message, base);
    release(vm, base);
    return text;
}

const struct NativeAttribute syntax_error_attributes[] = {
    MEMBERS_FOLLOW,
    {"msg", get_field_0, set_field_0, "exception msg"},
    {"filename", get_field_1, set_field_1, "exception filename"},
    {"lineno", get_field_2, set_field_2, "exception lineno"},
    {"offset", get_field_3, set_field_3, "exception offset"},
    {"text", get_field_4, set_field_4, "exception text"},
    {"end_lineno", get_field_5, set_field_5, "exception end lineno"},
    {"end_offset", get_field_6, set_field_6, "exception end offset"},
    {"print_file_and_line", get_field_7, set_field_7, "exception print_file_and_line"},
    ATTRIBUTES_END,
};
