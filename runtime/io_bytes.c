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
#include "runtime/signals.h"

bool is_byte_file(struct Interpreter *vm, Value v)
{
    return object_has_type(vm, v, TYPE_file_io) || object_has_type(vm, v, TYPE_buffered_reader) ||
           object_has_type(vm, v, TYPE_buffered_writer) || object_has_type(vm, v, TYPE_buffered_random);
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
    file->owns_descriptor = true;
    file->capacity = type == TYPE_file_io ? 0 : type == TYPE_buffered_writer ? block_size(descriptor) : IO_BUFFER_SIZE;
    slot_init(vm, file, &file->name, retain(name));
    return value_from_object(file);
}

/* After EINTR: true when the call is to be made again, false when a handler raised. */
static bool continue_after_signal(struct Interpreter *vm) { return !vm->interrupted || signals_handle(vm); }

static int64_t raw_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length)
{
    for (;;) {
        ssize_t count = read(file->descriptor, data, length);
        if (count >= 0)
            return count;
        if (errno != EINTR) {
            raise_os_error(vm, errno, EMPTY);
            return -1;
        }
        if (!continue_after_signal(vm))
            return -1;
    }
}

/* How many bytes were written: fewer than asked for when it raised. */
static size_t raw_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t count = write(file->descriptor, data + done, length - done);
        if (count >= 0) {
            done += (size_t)count;
        } else if (errno != EINTR) {
            raise_os_error(vm, errno, EMPTY);
            break;
        } else if (!continue_after_signal(vm)) {
            break;
        }
    }
    return done;
}

static bool ensure_buffer(struct Interpreter *vm, struct ByteFile *file)
{
    if (!file->buffer && file->capacity)
        file->buffer = heap_allocate(vm, MEMORY_BYTES, file->capacity);
    return file->buffer || !file->capacity;
}

/* Gives up unread bytes: the descriptor goes back to where the reader is. */
static void forget_unread(struct ByteFile *file)
{
    if (file->start < file->end)
        lseek(file->descriptor, (off_t)file->start - (off_t)file->end, SEEK_CUR);
    file->start = file->end = 0;
}

bool byte_file_flush(struct Interpreter *vm, struct ByteFile *file)
{
    if (file->waiting == 0)
        return true;
    size_t done = raw_write(vm, file, file->buffer, file->waiting);
    file->waiting -= done; /* the rest is tried again with the next write, and at exit */
    memmove(file->buffer, file->buffer + done, file->waiting);
    return file->waiting == 0;
}

bool byte_file_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length)
{
    forget_unread(file);
    if (file->capacity == 0)
        return raw_write(vm, file, data, length) == length;
    if (!ensure_buffer(vm, file))
        return false;
    if (length > file->capacity - file->waiting && !byte_file_flush(vm, file))
        return false;
    if (length > file->capacity)
        return raw_write(vm, file, data, length) == length;
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
    if (count > 0)
        file->end = (size_t)count;
    return count;
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
    if (!byte_file_flush(vm, file))
        return -1;
    while (done < length) {
        int64_t count;
        if (length - done >= file->capacity) {
            count = raw_read(vm, file, data + done, length - done);
            if (count > 0)
                done += (size_t)count;
        } else {
            count = byte_file_fill(vm, file);
            if (count > 0)
                done += take_unread(file, data + done, length - done);
        }
        if (count < 0)
            return -1;
        if (count == 0 || file->capacity == 0)
            break;
    }
    return (int64_t)done;
}

/* A guess of how much is left to read, for the first block. */
static size_t remaining_hint(const struct ByteFile *file)
{
    struct stat information;
    off_t position = lseek(file->descriptor, 0, SEEK_CUR);
    size_t unread = file->end - file->start;
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
        if (count == 0)
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
    if (!byte_file_flush(vm, file))
        return -1;
    forget_unread(file);
    off_t position = lseek(file->descriptor, offset, whence);
    if (position < 0)
        raise_os_error(vm, errno, EMPTY);
    return position;
}

int64_t byte_file_tell(struct Interpreter *vm, struct ByteFile *file)
{
    off_t position = lseek(file->descriptor, 0, SEEK_CUR);
    if (position < 0) {
        raise_os_error(vm, errno, EMPTY);
        return -1;
    }
    return position - (int64_t)(file->end - file->start) + (int64_t)file->waiting;
}

int64_t byte_file_truncate(struct Interpreter *vm, struct ByteFile *file, int64_t size)
{
    if (!byte_file_flush(vm, file))
        return -1;
    forget_unread(file);
    if (size < 0 && (size = byte_file_tell(vm, file)) < 0)
        return -1;
    if (ftruncate(file->descriptor, size) == 0)
        return size;
    raise_os_error(vm, errno, EMPTY);
    return -1;
}

bool byte_file_close(struct Interpreter *vm, struct ByteFile *file)
{
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

bool byte_file_seekable(const struct ByteFile *file)
{
    return lseek(file->descriptor, 0, SEEK_CUR) >= 0;
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
