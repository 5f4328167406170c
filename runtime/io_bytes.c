/*
 * Files of bytes: a descriptor and its buffer, below what Python sees.
 *
 * Owner: the numbers (files).  Invariant: a buffer holds unread bytes or bytes
 * waiting to be written, never both; the descriptor's position is that of the
 * end of the unread, or the begin of the waiting bytes.
 */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/io.h"
#include "runtime/object.h"
#include "runtime/signals.h"

bool is_byte_file(struct Interpreter *vm, Value v)
{
    if (is_empty(v)) /* of a detached text file */
        return false;
    return (object_has_type(vm, v, TYPE_file_io) || object_has_type(vm, v, TYPE_buffered_reader) ||
            object_has_type(vm, v, TYPE_buffered_writer) || object_has_type(vm, v, TYPE_buffered_random)) &&
           as_byte_file(v)->initialized && !as_byte_file(v)->foreign;
}

/* Writers hand on what CPython's do at a time: it shows where streams share a descriptor. */
static size_t block_size(int descriptor)
{
    struct stat information;
    return fstat(descriptor, &information) == 0 && information.st_blksize > 1 ? (size_t)information.st_blksize
                                                                              : IO_BUFFER_SIZE;
}

Value byte_file_new(struct Interpreter *vm, enum TypeIndex type, int descriptor, Value name)
{
    struct ByteFile *file = (struct ByteFile *)object_allocate(vm, builtin_type(vm, type), sizeof *file);
    if (!file)
        return EMPTY;
    file->descriptor = descriptor;
    file->owns_descriptor = file->initialized = true;
    file->capacity = type == TYPE_file_io ? 0 : type == TYPE_buffered_writer ? block_size(descriptor) : IO_BUFFER_SIZE;
    slot_init(vm, file, &file->name, retain(name));
    return value_from_object(file);
}

static bool ensure_buffer(struct Interpreter *vm, struct ByteFile *file)
{
    if (!file->buffer && file->capacity)
        file->buffer = heap_allocate(vm, MEMORY_BYTES, file->capacity);
    return file->buffer || !file->capacity;
}

/* Gives up unread bytes: what is below goes back to where the reader is. */
static bool forget_unread(struct Interpreter *vm, struct ByteFile *file)
{
    int64_t unread = (int64_t)(file->end - file->start);
    file->start = file->end = 0;
    if (unread == 0)
        return true;
    if (file->foreign)
        return raw_seek(vm, file, -unread, SEEK_CUR) >= 0;
    lseek(file->descriptor, -unread, SEEK_CUR);
    return true;
}

bool byte_file_flush(struct Interpreter *vm, struct ByteFile *file)
{
    if (file->waiting == 0)
        return true;
    size_t done = raw_write(vm, file, file->buffer, file->waiting);
    if (done > file->waiting)
        return true; /* closed or detached meanwhile */
    file->waiting -= done; /* the rest is tried again with the next write, and at exit */
    memmove(file->buffer, file->buffer + done, file->waiting);
    return file->waiting == 0;
}

bool byte_file_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length)
{
    if (!forget_unread(vm, file))
        return false;
    if (file->capacity == 0)
        return raw_write(vm, file, data, length) == length;
    if (!ensure_buffer(vm, file))
        return false;
    if (length > file->capacity - file->waiting && !byte_file_flush(vm, file))
        return false;
    while (length > file->capacity) { /* what fits into the buffer in the end stays there */
        int64_t done = raw_write_once(vm, file, data, length);
        if (done == RAW_WOULD_BLOCK)
            return raw_write(vm, file, data, length) == length; /* raises */
        if (done < 0)
            return false;
        data += done;
        length -= (size_t)done;
    }
    if (!ensure_buffer(vm, file))
        return false;
    memcpy(file->buffer + file->waiting, data, length);
    file->waiting += length;
    return true;
}

int64_t byte_file_fill(struct Interpreter *vm, struct ByteFile *file)
{
    if (file->start < file->end)
        return (int64_t)(file->end - file->start);
    if (!byte_file_flush(vm, file) || !ensure_buffer(vm, file))
        return -1;
    file->start = file->end = 0;
    int64_t count = raw_read(vm, file, file->buffer, file->capacity);
    file->blocked = count == RAW_WOULD_BLOCK;
    if (count > 0)
        file->end = (size_t)count;
    return count == RAW_WOULD_BLOCK ? 0 : count;
}

static size_t take_unread(struct ByteFile *file, uint8_t *data, size_t length)
{
    size_t count = file->end - file->start;
    if (count > length)
        count = length;
    if (count) {
        memcpy(data, file->buffer + file->start, count);
        file->start += count;
    }
    return count;
}

int64_t byte_file_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length)
{
    size_t done = take_unread(file, data, length);
    file->blocked = false;
    if (!byte_file_flush(vm, file))
        return -1;
    while (done < length) {
        int64_t count;
        if (length - done >= file->capacity) {
            count = raw_read(vm, file, data + done, length - done);
            file->blocked = count == RAW_WOULD_BLOCK;
            if (count > 0)
                done += (size_t)count;
        } else {
            count = byte_file_fill(vm, file);
            if (count > 0)
                done += take_unread(file, data + done, length - done);
        }
        if (count == RAW_RAISED)
            return -1;
        if (count <= 0 || file->capacity == 0)
            break;
    }
    return (int64_t)done;
}

/* A guess of how much is left to read, for the first block. */
static size_t remaining_hint(const struct ByteFile *file)
{
    struct stat information;
    size_t unread = file->end - file->start;
    off_t position = file->foreign ? -1 : lseek(file->descriptor, 0, SEEK_CUR);
    if (position < 0 || fstat(file->descriptor, &information) != 0 || information.st_size < position)
        return unread + IO_BUFFER_SIZE;
    return unread + (size_t)(information.st_size - position) + 1;
}

Value byte_file_read_all(struct Interpreter *vm, struct ByteFile *file)
{
    if (!byte_file_flush(vm, file))
        return EMPTY;
    size_t capacity = remaining_hint(file), length = 0;
    uint8_t *data = heap_allocate(vm, MEMORY_BYTES, capacity);
    if (!data)
        return EMPTY;
    length = take_unread(file, data, capacity);
    Value result = EMPTY;
    for (;;) {
        if (length == capacity) {
            uint8_t *larger = heap_resize(vm, MEMORY_BYTES, data, capacity, capacity * 2);
            if (!larger)
                break;
            data = larger;
            capacity *= 2;
        }
        int64_t count = raw_read(vm, file, data + length, capacity - length);
        if (count == RAW_WOULD_BLOCK && length == 0)
            result = VALUE_NONE;
        else if (count == 0 || count == RAW_WOULD_BLOCK)
            result = bytes_new(vm, data, length);
        if (count <= 0)
            break;
        length += (size_t)count;
    }
    heap_free(vm, MEMORY_BYTES, data, capacity);
    return result;
}

int64_t byte_file_seek(struct Interpreter *vm, struct ByteFile *file, int64_t offset, int whence)
{
    if (!byte_file_flush(vm, file) || !forget_unread(vm, file))
        return -1;
    return raw_seek(vm, file, offset, whence);
}

int64_t byte_file_tell(struct Interpreter *vm, struct ByteFile *file)
{
    int64_t position = raw_seek(vm, file, 0, SEEK_CUR);
    return position < 0 ? -1 : position - (int64_t)(file->end - file->start) + (int64_t)file->waiting;
}

int64_t byte_file_truncate(struct Interpreter *vm, struct ByteFile *file, int64_t size)
{
    if (!byte_file_flush(vm, file) || !forget_unread(vm, file))
        return -1;
    if (size < 0 && (size = byte_file_tell(vm, file)) < 0)
        return -1;
    return raw_truncate(vm, file, size);
}

/* A foreign file's raw object closes itself, even when flushing failed; that error is the one to report then. */
static bool close_foreign(struct Interpreter *vm, struct ByteFile *file)
{
    if (is_empty(file->raw))
        return true;
    int closed = byte_file_closed(vm, file);
    if (closed != 0)
        return closed > 0;
    bool good = byte_file_flush(vm, file);
    Value error = good ? EMPTY : error_take(vm);
    file->waiting = file->start = file->end = 0;
    Value result = is_empty(file->raw) ? VALUE_NONE : raw_call(vm, file, "close", EMPTY);
    if (!is_empty(error)) {
        if (is_empty(result))
            error_clear(vm);
        error_restore(vm, error);
    }
    release_maybe(vm, result);
    return good && !is_empty(result);
}

bool byte_file_close(struct Interpreter *vm, struct ByteFile *file)
{
    if (file->foreign)
        return close_foreign(vm, file);
    if (file->descriptor < 0)
        return true;
    bool good = byte_file_flush(vm, file);
    int descriptor = file->descriptor;
    file->descriptor = -1;
    file->start = file->end = file->waiting = 0;
    if (!is_empty(file->raw))
        as_byte_file(file->raw)->descriptor = -1;
    if (file->owns_descriptor && !file->is_view && close(descriptor) != 0 && good && errno != EINTR) {
        raise_os_error(vm, errno, EMPTY);
        good = false;
    }
    return good;
}

int byte_file_seekable(struct Interpreter *vm, struct ByteFile *file)
{
    if (!file->foreign)
        return lseek(file->descriptor, 0, SEEK_CUR) >= 0;
    Value answer = raw_call(vm, file, "seekable", EMPTY);
    int truth = is_empty(answer) ? -1 : object_truth(vm, answer);
    release_maybe(vm, answer);
    return truth;
}

const char *byte_file_mode(const struct ByteFile *file)
{
    if (file->created)
        return file->readable ? "xb+" : "xb";
    if (file->appending)
        return file->readable ? "ab+" : "ab";
    if (file->readable)
        return file->writable ? "rb+" : "rb";
    return "wb";
}
