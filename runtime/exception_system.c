/*
 * OSError, whose constructor picks a subclass by the error number, and the
 * Unicode errors, whose text quotes the offending part of the object.
 */
#include <errno.h>
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/exception_fields.h"
#include "runtime/exception_layouts.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- OSError */

static const struct {
    int number;
    enum TypeIndex type;
} os_error_subclasses[] = {
    {EAGAIN, TYPE_BlockingIOError},      {EALREADY, TYPE_BlockingIOError},
    {EINPROGRESS, TYPE_BlockingIOError}, {EPIPE, TYPE_BrokenPipeError},
    {ESHUTDOWN, TYPE_BrokenPipeError},   {ECHILD, TYPE_ChildProcessError},
    {ECONNABORTED, TYPE_ConnectionAbortedError}, {ECONNREFUSED, TYPE_ConnectionRefusedError},
    {ECONNRESET, TYPE_ConnectionResetError},     {EEXIST, TYPE_FileExistsError},
    {ENOENT, TYPE_FileNotFoundError},    {EISDIR, TYPE_IsADirectoryError},
    {ENOTDIR, TYPE_NotADirectoryError},  {EINTR, TYPE_InterruptedError},
    {EACCES, TYPE_PermissionError},      {EPERM, TYPE_PermissionError},
    {ESRCH, TYPE_ProcessLookupError},    {ETIMEDOUT, TYPE_TimeoutError},
};

static struct Type *os_error_type_for(struct Interpreter *vm, struct Type *type, const Value *args, size_t count)
{
    if (type != builtin_type(vm, TYPE_OSError) || count < 2 || count > 5 || !is_small_int(args[0]))
        return type;
    for (size_t i = 0; i < sizeof os_error_subclasses / sizeof os_error_subclasses[0]; i++)
        if (os_error_subclasses[i].number == small_int(args[0]))
            return builtin_type(vm, os_error_subclasses[i].type);
    return type;
}

static bool os_error_set(struct Interpreter *vm, Value self, const Value *args, size_t count)
{
    bool has_filename = count >= 3 && count <= 5 && !is_none(args[2]);
    bool counts = has_filename && is_int(vm, args[2]) && /* BlockingIOError: characters written */
                  type_is_subtype(vm, value_type(vm, self), builtin_type(vm, TYPE_BlockingIOError));
    if (!exception_set_args(vm, self, args, has_filename && !counts ? 2 : count))
        return false;
    if (count < 2 || count > 5)
        return true;
    exception_set_field(vm, self, OS_ERROR_NUMBER, args[0]);
    exception_set_field(vm, self, OS_ERROR_STRING, args[1]);
    if (has_filename)
        exception_set_field(vm, self, counts ? OS_ERROR_WRITTEN : OS_ERROR_FILENAME, args[2]);
    if (count == 5 && !is_none(args[4]))
        exception_set_field(vm, self, OS_ERROR_FILENAME_2, args[4]);
    return true;
}

/* Subclasses that define __init__ but not __new__ parse their arguments in __init__, all others here. */
static bool parses_in_initialize(struct Interpreter *vm, struct Type *type)
{
    struct TypeOperations *plain = &builtin_type(vm, TYPE_OSError)->operations;
    return type->operations.initialize != plain->initialize && type->operations.construct == plain->construct;
}

Value os_error_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    if (parses_in_initialize(vm, type))
        return exception_construct(vm, type, args, 0, EMPTY);
    if (!is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "%s() takes no keyword arguments", type_name(type));
    Value self = exception_construct(vm, os_error_type_for(vm, type, args, positional), args, 0, EMPTY);
    if (!is_empty(self) && !os_error_set(vm, self, args, positional)) {
        release(vm, self);
        return EMPTY;
    }
    return self;
}

bool os_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!parses_in_initialize(vm, value_object(self)->type))
        return true;
    return exception_no_keywords(vm, self, names) && os_error_set(vm, self, args, positional);
}

Value os_error_str(struct Interpreter *vm, Value self)
{
    Value number = exception_field(self, OS_ERROR_NUMBER), text = exception_field(self, OS_ERROR_STRING);
    Value filename = exception_field(self, OS_ERROR_FILENAME), other = exception_field(self, OS_ERROR_FILENAME_2);
    if (!is_none(filename) && !is_none(other))
        return string_from_format(vm, "[Errno %V] %V: %R -> %R", number, text, filename, other);
    if (!is_none(filename))
        return string_from_format(vm, "[Errno %V] %V: %R", number, text, filename);
    if (!is_empty(exception_fields(self)[OS_ERROR_NUMBER]) && !is_empty(exception_fields(self)[OS_ERROR_STRING]))
        return string_from_format(vm, "[Errno %V] %V", number, text);
    return exception_str(vm, self);
}

static Value get_characters_written(struct Interpreter *vm, Value self)
{
    Value written = exception_fields(self)[OS_ERROR_WRITTEN];
    return is_empty(written) ? raise_error(vm, TYPE_AttributeError, "characters_written") : retain(written);
}

const struct NativeAttribute os_error_attributes[] = {
    {"characters_written", get_characters_written, set_field_4, NULL},
    MEMBERS_FOLLOW,
    {"errno", get_field_0, set_field_0, "POSIX exception code"},
    {"strerror", get_field_1, set_field_1, "exception strerror"},
    {"filename", get_field_2, set_field_2, "exception filename"},
    {"filename2", get_field_3, set_field_3, "second exception filename"},
    ATTRIBUTES_END,
};

/* ---- Unicode errors: encoding, object, start, end, reason (Translate has no encoding) */

static bool unicode_error_set(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names,
                              size_t first_field)
{
    size_t wanted = UNICODE_ERROR_FIELDS - first_field;
    if (!exception_initialize(vm, self, args, positional, names))
        return false;
    if (positional != wanted) {
        raise_type_error(vm, "function takes exactly %zu arguments (%zu given)", wanted, positional);
        return false;
    }
    for (size_t i = 0; i < wanted; i++) {
        size_t field = first_field + i;
        bool is_text = field == UNICODE_ERROR_ENCODING || field == UNICODE_ERROR_REASON;
        if (is_text && !is_string(vm, args[i])) {
            raise_type_error(vm, "argument %zu must be str, not %T", i + 1, args[i]);
            return false;
        }
        int64_t number;
        if ((field == UNICODE_ERROR_START || field == UNICODE_ERROR_END) &&
            !object_as_int64(vm, args[i], TYPE_OverflowError, &number))
            return false;
        exception_set_field(vm, self, field, args[i]);
    }
    return true;
}

bool unicode_decode_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional,
                                     Value names)
{
    const uint8_t *data;
    size_t length;
    if (positional == 5 && !bytes_view(vm, args[1], &data, &length)) {
        raise_type_error(vm, "a bytes-like object is required, not '%T'", args[1]);
        return false;
    }
    if (!unicode_error_set(vm, self, args, positional, names, 0))
        return false;
    if (is_bytes(vm, args[1]))
        return true;
    Value octets = bytes_new(vm, data, length); /* `object` is a copy, args are as given */
    if (is_empty(octets))
        return false;
    exception_set_field(vm, self, UNICODE_ERROR_OBJECT, octets);
    release(vm, octets);
    return true;
}

static bool check_text_object(struct Interpreter *vm, Value v, size_t position)
{
    if (is_string(vm, v))
        return true;
    raise_type_error(vm, "argument %zu must be str, not %T", position, v);
    return false;
}

bool unicode_encode_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional,
                                     Value names)
{
    return (positional != 5 || check_text_object(vm, args[1], 2)) &&
           unicode_error_set(vm, self, args, positional, names, 0);
}

bool unicode_translate_error_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional,
                                        Value names)
{
    return (positional != 4 || check_text_object(vm, args[0], 1)) &&
           unicode_error_set(vm, self, args, positional, names, UNICODE_ERROR_OBJECT);
}

static int64_t range_field(Value self, size_t field)
{
    Value v = exception_field(self, field);
    return is_small_int(v) ? small_int(v) : 0;
}

/* How an offending character is written: \xe4, \u20ac or \U0001f600. */
static void escape_character(char *buffer, size_t size, uint32_t c)
{
    if (c <= 0xff)
        snprintf(buffer, size, "\\x%02x", (unsigned)c);
    else if (c <= 0xffff)
        snprintf(buffer, size, "\\u%04x", (unsigned)c);
    else
        snprintf(buffer, size, "\\U%08x", (unsigned)c);
}

Value unicode_decode_error_str(struct Interpreter *vm, Value self)
{
    Value object = exception_field(self, UNICODE_ERROR_OBJECT);
    if (is_none(object))
        return retain(vm->empty_string);
    const uint8_t *data = NULL;
    size_t length = 0;
    bytes_view(vm, object, &data, &length);
    int64_t start = range_field(self, UNICODE_ERROR_START), end = range_field(self, UNICODE_ERROR_END);
    Value encoding = exception_field(self, UNICODE_ERROR_ENCODING), reason = exception_field(self, UNICODE_ERROR_REASON);
    if (start >= 0 && start < (int64_t)length && end == start + 1)
        return string_from_format(vm, "'%V' codec can't decode byte 0x%02x in position %lld: %V", encoding,
                                  (unsigned)data[start], (long long)start, reason);
    return string_from_format(vm, "'%V' codec can't decode bytes in position %lld-%lld: %V", encoding,
                              (long long)start, (long long)end - 1, reason);
}

static Value text_error_str(struct Interpreter *vm, Value self, bool translate)
{
    Value object = exception_field(self, UNICODE_ERROR_OBJECT);
    if (!is_string(vm, object))
        return retain(vm->empty_string);
    int64_t start = range_field(self, UNICODE_ERROR_START), end = range_field(self, UNICODE_ERROR_END);
    Value encoding = exception_field(self, UNICODE_ERROR_ENCODING), reason = exception_field(self, UNICODE_ERROR_REASON);
    char character[16] = "";
    bool single = start >= 0 && start < (int64_t)string_length(object) && end == start + 1;
    if (single)
        escape_character(character, sizeof character, string_at(as_string(object), (size_t)start));
    if (translate)
        return single ? string_from_format(vm, "can't translate character '%s' in position %lld: %V", character,
                                           (long long)start, reason)
                      : string_from_format(vm, "can't translate characters in position %lld-%lld: %V",
                                           (long long)start, (long long)end - 1, reason);
    return single ? string_from_format(vm, "'%V' codec can't encode character '%s' in position %lld: %V", encoding,
                                       character, (long long)start, reason)
                  : string_from_format(vm, "'%V' codec can't encode characters in position %lld-%lld: %V", encoding,
                                       (long long)start, (long long)end - 1, reason);
}

Value unicode_encode_error_str(struct Interpreter *vm, Value self)
{
    return text_error_str(vm, self, false);
}

Value unicode_translate_error_str(struct Interpreter *vm, Value self)
{
    return text_error_str(vm, self, true);
}

const struct NativeAttribute unicode_error_attributes[] = {
    MEMBERS_FOLLOW,
    {"encoding", get_field_0, set_field_0, "exception encoding"},
    {"object", get_field_1, set_field_1, "exception object"},
    {"start", get_field_2, set_field_2, "exception start"},
    {"end", get_field_3, set_field_3, "exception end"},
    {"reason", get_field_4, set_field_4, "exception reason"},
    ATTRIBUTES_END,
};
