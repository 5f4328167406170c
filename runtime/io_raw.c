/*
 * What is below a buffer: system calls on a descriptor, or the methods of the
 * raw object that a foreign file was made of.
 *
 * While such a method or a signal's handler runs the file is busy: a call that comes back to it is
 * refused, so the buffer does not change under those who use it.
 */
#include <errno.h>
#include <unistd.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/signals.h"
#include "runtime/string.h"

bool byte_file_usable(struct Interpreter *vm, struct ByteFile *file)
{
    if (!file->initialized)
        raise_value_error(vm, object_type(file) == builtin_type(vm, TYPE_file_io) ? "I/O operation on closed file"
                                                                                  : "I/O operation on uninitialized object");
    else if (file->foreign && is_empty(file->raw))
        raise_value_error(vm, "raw stream has been detached");
    else if (file->busy)
        raise_error(vm, TYPE_RuntimeError, "reentrant call inside %R", value_from_object(file));
    else
        return true;
    return false;
}

Value raw_call(struct Interpreter *vm, struct ByteFile *file, const char *method, Value argument)
{
    Value name = string_intern_cstring(vm, method);
    if (is_empty(name))
        return EMPTY;
    Value args[2] = {retain(file->raw), argument};
    bool was_busy = file->busy;
    file->busy = true;
    Value result = object_call_method(vm, name, args, is_empty(argument) ? 1 : 2);
    file->busy = was_busy;
    release(vm, args[0]);
    release(vm, name);
    return result;
}

int byte_file_closed(struct Interpreter *vm, struct ByteFile *file)
{
    if (!file->foreign)
        return file->descriptor < 0;
    if (is_empty(file->raw)) {
        raise_value_error(vm, "raw stream has been detached");
        return -1;
    }
    Value closed = object_get_attribute_cstring(vm, file->raw, "closed");
    int truth = is_empty(closed) ? -1 : object_truth(vm, closed);
    release_maybe(vm, closed);
    return truth;
}

/* After EINTR, handlers run: true when the call is to be made again, false when one of them raised. */
static bool continue_after_signal(struct Interpreter *vm, struct ByteFile *file)
{
    if (!vm->interrupted)
        return true;
    bool was_busy = file->busy;
    file->busy = true;
    object_retain(file);
    bool good = signals_handle(vm);
    file->busy = was_busy;
    object_release(vm, file);
    return good;
}

/* A count that a raw method returned: 0..most, or RAW_WOULD_BLOCK for None. */
static int64_t check_count(struct Interpreter *vm, const char *method, STEALS Value result, size_t most)
{
    int64_t count;
    if (is_empty(result))
        return RAW_RAISED;
    if (is_none(result))
        return RAW_WOULD_BLOCK;
    bool good = object_as_int64(vm, result, TYPE_ValueError, &count);
    release(vm, result);
    if (good && count >= 0 && (uint64_t)count <= most)
        return count;
    if (good)
        raise_error(vm, TYPE_OSError, "raw %s() returned invalid length %lld (should have been between 0 and %zu)",
                    method, (long long)count, most);
    return RAW_RAISED;
}

static int64_t foreign_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length)
{
    Value room = byte_array_new(vm, NULL, length); /* of its own: nobody knows how long the method keeps it */
    Value view = is_empty(room) ? EMPTY : memoryview_of(vm, room);
    int64_t count = RAW_RAISED;
    if (!is_empty(view))
        count = check_count(vm, "readinto", raw_call(vm, file, "readinto", view), length);
    if (count > 0 && as_byte_array(room)->length >= (size_t)count)
        memcpy(data, as_byte_array(room)->data, (size_t)count);
    release_maybe(vm, view);
    release_maybe(vm, room);
    return count;
}

/* After read() or write() has failed: is it to be called again?  Otherwise *count becomes what to answer. */
static bool again_after_error(struct Interpreter *vm, struct ByteFile *file, int64_t *count)
{
    if (errno == EINTR) {
        *count = RAW_RAISED;
        return continue_after_signal(vm, file);
    }
    *count = errno == EAGAIN || errno == EWOULDBLOCK ? RAW_WOULD_BLOCK : RAW_RAISED;
    if (*count == RAW_RAISED)
        raise_os_error(vm, errno, EMPTY);
    return false;
}

int64_t raw_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length)
{
    if (file->foreign)
        return foreign_read(vm, file, data, length);
    int64_t count;
    do
        count = read(file->descriptor, data, length);
    while (count < 0 && again_after_error(vm, file, &count));
    return count;
}

int64_t raw_write_once(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length)
{
    if (file->foreign) {
        Value octets = bytes_new(vm, data, length), view = is_empty(octets) ? EMPTY : memoryview_of(vm, octets);
        int64_t count = RAW_RAISED;
        if (!is_empty(view))
            count = check_count(vm, "write", raw_call(vm, file, "write", view), length);
        release_maybe(vm, view);
        release_maybe(vm, octets);
        return count;
    }
    int64_t count;
    do
        count = write(file->descriptor, data, length);
    while (count < 0 && again_after_error(vm, file, &count));
    return count;
}

static void raise_would_block(struct Interpreter *vm, int error_number)
{
    Value text = string_from_cstring(vm, "write could not complete without blocking"), error = EMPTY;
    if (!is_empty(text)) {
        const Value args[] = {value_from_small_int(error_number), text, value_from_small_int(0)};
        error = object_call(vm, value_from_object(builtin_type(vm, TYPE_BlockingIOError)), args, 3, EMPTY);
    }
    release_maybe(vm, text);
    if (!is_empty(error))
        raise_value(vm, error);
}

size_t raw_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length)
{
    size_t done = 0;
    while (done < length) {
        int64_t count = raw_write_once(vm, file, data + done, length - done);
        if (count >= 0)
            done += (size_t)count;
        else if (count == RAW_WOULD_BLOCK)
            raise_would_block(vm, file->foreign ? 0 : EAGAIN);
        if (count < 0)
            break;
    }
    return done;
}

int64_t raw_seek(struct Interpreter *vm, struct ByteFile *file, int64_t offset, int whence)
{
    if (!file->foreign) {
        off_t position = lseek(file->descriptor, offset, whence);
        if (position < 0)
            raise_os_error(vm, errno, EMPTY);
        return position;
    }
    Value result = EMPTY;
    if (whence == SEEK_CUR && offset == 0) {
        result = raw_call(vm, file, "tell", EMPTY);
    } else {
        Value name = string_intern_cstring(vm, "seek"), place = int_new(vm, offset);
        if (!is_empty(name) && !is_empty(place)) {
            const Value args[3] = {file->raw, place, value_from_small_int(whence)};
            Value raw = retain(file->raw);
            file->busy = true;
            result = object_call_method(vm, name, args, 3);
            file->busy = false;
            release(vm, raw);
        }
        release_maybe(vm, name);
        release_maybe(vm, place);
    }
    int64_t position;
    if (is_empty(result))
        return -1;
    bool good = object_as_int64(vm, result, TYPE_ValueError, &position);
    release(vm, result);
    if (good && position < 0)
        raise_error(vm, TYPE_OSError, "Raw stream returned invalid position %lld", (long long)position);
    return good && position >= 0 ? position : -1;
}

int64_t raw_truncate(struct Interpreter *vm, struct ByteFile *file, int64_t size)
{
    if (!file->foreign) {
        if (ftruncate(file->descriptor, size) == 0)
            return size;
        raise_os_error(vm, errno, EMPTY);
        return -1;
    }
    Value number = int_new(vm, size), result = is_empty(number) ? EMPTY : raw_call(vm, file, "truncate", number);
    release_maybe(vm, number);
    release_maybe(vm, result);
    return is_empty(result) ? -1 : size;
}
