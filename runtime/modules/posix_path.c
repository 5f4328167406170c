/*
 * posix: arguments and errors.
 */
#include "runtime/modules/posix.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string_internal.h"

/* ---- Paths ------------------------------------------------------------- */

Value posix_fspath(struct Interpreter *vm, Value path)
{
    if (is_string(vm, path) || is_bytes(vm, path))
        return retain(path);
    Value name = string_intern_cstring(vm, "__fspath__");
    if (is_empty(name))
        return EMPTY;
    Value method = type_lookup_special(vm, path, name);
    release(vm, name);
    if (is_absent(method) || is_none(method))
        return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %T", path);
    Value result = is_empty(method) ? EMPTY : object_call_0(vm, method);
    release_maybe(vm, method);
    if (is_empty(result) || is_string(vm, result) || is_bytes(vm, result))
        return result;
    raise_type_error(vm, "expected %T.__fspath__() to return str or bytes, not %T", path, result);
    release(vm, result);
    return EMPTY;
}

Value posix_method_fspath(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return posix_fspath(vm, args[0]);
}

static MUST_USE bool raise_bad_path(struct Interpreter *vm, Value v, const char *function, const char *argument,
                                    unsigned flags)
{
    const char *kinds = flags & PATH_DESCRIPTOR
                            ? (flags & PATH_NONE ? "string, bytes, os.PathLike, integer or None"
                                                 : "string, bytes, os.PathLike or integer")
                            : (flags & PATH_NONE ? "string, bytes, os.PathLike or None"
                                                 : "string, bytes or os.PathLike");
    raise_type_error(vm, "%s: %s should be %s, not %T", function, argument, kinds, v);
    return false;
}

static bool has_fspath(struct Interpreter *vm, Value v)
{
    Value name = string_intern_cstring(vm, "__fspath__");
    Value found = is_empty(name) ? EMPTY : type_lookup(vm, value_type(vm, v), name);
    release_maybe(vm, name);
    return !is_empty(found) && !is_absent(found) && !is_none(found);
}

/* path->object as octets for the system. */
static MUST_USE bool encode(struct Interpreter *vm, const char *function, const char *argument, struct PosixPath *path)
{
    path->wants_bytes = is_bytes(vm, path->object);
    path->octets = path->wants_bytes ? retain(path->object)
                                     : string_encode(vm, path->object, "utf-8", "surrogateescape");
    if (is_empty(path->octets)) {
        path->octets = VALUE_ABSENT;
        return false;
    }
    path->text = (const char *)as_bytes(path->octets)->data;
    if (strlen(path->text) == as_bytes(path->octets)->length)
        return true;
    if (strcmp(argument, "path") == 0 || strcmp(argument, "src") == 0 || strcmp(argument, "dst") == 0)
        raise_value_error(vm, "%s: embedded null character in %s", function, argument);
    else
        raise_value_error(vm, "embedded null byte");
    return false;
}

bool posix_path_read(struct Interpreter *vm, Value v, const char *function, const char *argument, unsigned flags,
                     struct PosixPath *path)
{
    *path = (struct PosixPath){.object = VALUE_ABSENT, .octets = VALUE_ABSENT, .descriptor = -1};
    if (is_absent(v) || (is_none(v) && flags & PATH_NONE)) {
        path->text = ".";
        return true;
    }
    if (flags & PATH_DESCRIPTOR && !is_string(vm, v) && value_type(vm, v)->operations.index != NULL) {
        path->object = retain(v);
        if (posix_int_argument(vm, v, &path->descriptor))
            return true;
        posix_path_release(vm, path);
        return false;
    }
    if (is_string(vm, v) || is_bytes(vm, v))
        path->object = retain(v);
    else if (!has_fspath(vm, v))
        return error_pending(vm) ? false : raise_bad_path(vm, v, function, argument, flags);
    else
        path->object = posix_fspath(vm, v);
    if (is_empty(path->object)) {
        path->object = VALUE_ABSENT;
        return false;
    }
    if (encode(vm, function, argument, path))
        return true;
    posix_path_release(vm, path);
    return false;
}

void posix_path_release(struct Interpreter *vm, struct PosixPath *path)
{
    Value object = path->object, octets = path->octets;
    path->object = path->octets = VALUE_ABSENT;
    path->text = NULL;
    release(vm, octets);
    release(vm, object);
}

Value posix_text(struct Interpreter *vm, const char *text, size_t length, bool wants_bytes)
{
    return wants_bytes ? bytes_new(vm, text, length)
                       : string_decode(vm, (const uint8_t *)text, length, "utf-8", "surrogateescape");
}

/* ---- Errors ------------------------------------------------------------ */

Value posix_error(struct Interpreter *vm, int error_number, const struct PosixPath *path)
{
    if (error_pending(vm) || (error_number == EINTR && !posix_continue(vm))) /* what a signal's handler raised */
        return EMPTY;
    return raise_os_error(vm, error_number,
                          path == NULL || is_absent(path->object) ? EMPTY : path->object);
}

Value posix_error_2(struct Interpreter *vm, int error_number, const struct PosixPath *path,
                    const struct PosixPath *other)
{
    Value text = string_from_cstring(vm, strerror(error_number)), error = EMPTY;
    if (!is_empty(text)) {
        const Value args[] = {value_from_small_int(error_number), text, path->object, VALUE_NONE, other->object};
        error = object_call(vm, value_from_object(builtin_type(vm, TYPE_OSError)), args, 5, EMPTY);
    }
    release_maybe(vm, text);
    return is_empty(error) ? EMPTY : raise_value(vm, error);
}

Value posix_finish(struct Interpreter *vm, int result, struct PosixPath *path)
{
    int error_number = errno;
    Value answer = result >= 0 ? VALUE_NONE : posix_error(vm, error_number, path);
    posix_path_release(vm, path);
    return answer;
}

bool posix_continue(struct Interpreter *vm)
{
    return !vm->interrupted || signals_handle(vm);
}

/* ---- Numbers ----------------------------------------------------------- */

bool posix_int_argument(struct Interpreter *vm, Value v, int *number)
{
    return is_absent(v) || read_int(vm, v, number);
}

bool posix_truth_argument(struct Interpreter *vm, Value v, bool *truth)
{
    if (is_absent(v))
        return true;
    int answer = object_truth(vm, v);
    *truth = answer > 0;
    return answer >= 0;
}

bool posix_directory_argument(struct Interpreter *vm, Value v, int *directory)
{
    *directory = AT_FDCWD;
    if (is_absent(v) || is_none(v))
        return true;
    if (is_int(vm, v) || value_type(vm, v)->operations.index != NULL)
        return read_int(vm, v, directory);
    raise_type_error(vm, "argument should be integer or None, not %T", v);
    return false;
}

/* An int, or an object with fileno(). */
bool posix_descriptor_argument(struct Interpreter *vm, Value v, int *descriptor)
{
    if (is_int(vm, v))
        return read_int(vm, v, descriptor);
    Value name = string_intern_cstring(vm, "fileno");
    Value method = is_empty(name) ? EMPTY : object_lookup_attribute(vm, v, name);
    release_maybe(vm, name);
    if (is_empty(method))
        return false;
    if (is_absent(method)) {
        raise_type_error(vm, "argument must be an int, or have a fileno() method.");
        return false;
    }
    Value number = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(number))
        return false;
    bool good = is_int(vm, number) && read_int(vm, number, descriptor);
    if (!good && !error_pending(vm))
        raise_type_error(vm, "fileno() returned a non-integer");
    release(vm, number);
    if (good && *descriptor < 0) {
        raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", *descriptor);
        return false;
    }
    return good;
}
