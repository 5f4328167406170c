/*
 * FileIO, BufferedReader, BufferedWriter and BufferedRandom as Python sees
 * them: the methods over struct ByteFile.
 *
 * Owner: the numbers (files).
 */
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static bool is_raw(struct Interpreter *vm, Value self)
{
    return object_has_type(vm, self, TYPE_file_io);
}

/* false: raised. action completes "… of closed file" for the buffered ones. */
static bool check_open(struct Interpreter *vm, Value self, const char *action)
{
    if (as_byte_file(self)->descriptor >= 0)
        return true;
    if (is_raw(vm, self) || !action)
        raise_value_error(vm, "I/O operation on closed file%s", is_raw(vm, self) || !action ? "" : ".");
    else
        raise_value_error(vm, "%s closed file", action);
    return false;
}

static bool check_readable(struct Interpreter *vm, Value self, const char *action)
{
    if (!as_byte_file(self)->readable && !is_raw(vm, self)) {
        raise_unsupported_operation(vm, "read");
        return false;
    }
    if (!check_open(vm, self, action))
        return false;
    if (as_byte_file(self)->readable)
        return true;
    raise_unsupported_operation(vm, "File not open for reading");
    return false;
}

static bool check_writable(struct Interpreter *vm, Value self)
{
    if (!as_byte_file(self)->writable && !is_raw(vm, self)) {
        raise_unsupported_operation(vm, "write");
        return false;
    }
    if (!check_open(vm, self, "write to"))
        return false;
    if (as_byte_file(self)->writable)
        return true;
    raise_unsupported_operation(vm, "File not open for writing");
    return false;
}

bool size_argument(struct Interpreter *vm, const Value *args, size_t count, int64_t *size)
{
    *size = -1;
    if (count < 2 || is_none(args[1]))
        return true;
    if (is_int(vm, args[1]) || value_type(vm, args[1])->operations.index)
        return object_as_int64(vm, args[1], TYPE_OverflowError, size);
    raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]);
    return false;
}

/* ---- Reading ---------------------------------------------------------------------- */

static Value read_count(struct Interpreter *vm, struct ByteFile *file, int64_t size)
{
    Value result = bytes_new(vm, NULL, (size_t)size);
    if (is_empty(result) || size == 0)
        return result;
    int64_t count = byte_file_read(vm, file, as_bytes(result)->data, (size_t)size);
    if (count == size)
        return result;
    Value shorter = count < 0 ? EMPTY : bytes_new(vm, as_bytes(result)->data, (size_t)count);
    release(vm, result);
    return shorter;
}

static Value method_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    if (!size_argument(vm, args, count, &size) || !check_readable(vm, args[0], "read of"))
        return EMPTY;
    if (size < -1)
        return raise_value_error(vm, "read length must be non-negative or -1");
    return size < 0 ? byte_file_read_all(vm, as_byte_file(args[0])) : read_count(vm, as_byte_file(args[0]), size);
}

static Value method_read_all(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_readable(vm, args[0], "read of") ? byte_file_read_all(vm, as_byte_file(args[0])) : EMPTY;
}

/* What one read gives. */
static Value method_read1(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    struct ByteFile *file = as_byte_file(args[0]);
    if (!size_argument(vm, args, count, &size) || !check_readable(vm, args[0], "read of"))
        return EMPTY;
    int64_t available = byte_file_fill(vm, file);
    if (available < 0)
        return EMPTY;
    if (size >= 0 && size < available)
        available = size;
    Value result = bytes_new(vm, file->buffer + file->start, (size_t)available);
    if (!is_empty(result))
        file->start += (size_t)available;
    return result;
}

static Value method_peek(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct ByteFile *file = as_byte_file(args[0]);
    if (!check_readable(vm, args[0], "peek of"))
        return EMPTY;
    int64_t available = byte_file_fill(vm, file);
    return available < 0 ? EMPTY : bytes_new(vm, file->buffer + file->start, (size_t)available);
}

static Value method_readinto(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const uint8_t *data;
    size_t length;
    if (!check_readable(vm, args[0], "readinto of"))
        return EMPTY;
    bool read_only = is_object(args[1]) && type_is_subtype(vm, value_type(vm, args[1]), builtin_type(vm, TYPE_bytes));
    if (read_only || !bytes_view(vm, args[1], &data, &length))
        return raise_type_error(vm, "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    int64_t done = byte_file_read(vm, as_byte_file(args[0]), (uint8_t *)data, length);
    return done < 0 ? EMPTY : int_new(vm, done);
}

struct ByteLine {
    uint8_t *data;
    size_t length, capacity;
};

static bool line_append(struct Interpreter *vm, struct ByteLine *line, const uint8_t *data, size_t length)
{
    if (length > line->capacity - line->length) {
        size_t capacity = (line->length + length) * 2;
        uint8_t *larger = heap_resize(vm, MEMORY_BYTES, line->data, line->capacity, capacity);
        if (!larger)
            return false;
        line->data = larger;
        line->capacity = capacity;
    }
    memcpy(line->data + line->length, data, length);
    line->length += length;
    return true;
}

/* Moves bytes from the buffer until a newline or the limit; 1 done, 0 more is needed, -1 raised. */
static int line_step(struct Interpreter *vm, struct ByteFile *file, struct ByteLine *line, int64_t limit)
{
    int64_t available = byte_file_fill(vm, file);
    if (available <= 0)
        return available < 0 ? -1 : 1;
    size_t count = (size_t)available;
    if (limit >= 0 && count > (size_t)limit - line->length)
        count = (size_t)limit - line->length;
    const uint8_t *start = file->buffer + file->start, *newline = memchr(start, '\n', count);
    if (newline)
        count = (size_t)(newline - start) + 1;
    if (!line_append(vm, line, start, count))
        return -1;
    file->start += count;
    return newline || (limit >= 0 && line->length >= (size_t)limit);
}

static Value read_line(struct Interpreter *vm, Value self, int64_t limit)
{
    struct ByteFile *file = as_byte_file(self);
    struct ByteLine line = {NULL, 0, 0};
    if (limit == 0)
        return bytes_new(vm, NULL, 0);
    bool unbuffered = file->capacity == 0; /* a raw file reads byte by byte: it may not read ahead */
    int done = 0;
    while (done == 0) {
        if (unbuffered) {
            uint8_t octet;
            int64_t count = byte_file_read(vm, file, &octet, 1);
            done = count < 0 ? -1 : count == 0;
            if (count == 1)
                done = !line_append(vm, &line, &octet, 1) ? -1 : octet == '\n' || (int64_t)line.length == limit;
        } else {
            done = line_step(vm, file, &line, limit);
        }
    }
    Value result = done < 0 ? EMPTY : bytes_new(vm, line.data, line.length);
    heap_free(vm, MEMORY_BYTES, line.data, line.capacity);
    return result;
}

static Value method_readline(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    if (!size_argument(vm, args, count, &limit) || !check_readable(vm, args[0], "readline of"))
        return EMPTY;
    return read_line(vm, args[0], limit);
}

static Value bytes_next(struct Interpreter *vm, Value self)
{
    if (!check_readable(vm, self, "readline of"))
        return EMPTY;
    Value line = read_line(vm, self, -1);
    if (is_empty(line) || as_bytes(line)->length > 0)
        return line;
    release(vm, line);
    return VALUE_END;
}

/* ---- Writing and position -------------------------------------------------------------- */

static Value method_write(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const uint8_t *data;
    size_t length;
    if (is_string(vm, args[1]) || !bytes_view(vm, args[1], &data, &length))
        return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[1]);
    if (!check_writable(vm, args[0]) || !byte_file_write(vm, as_byte_file(args[0]), data, length))
        return EMPTY;
    return int_new(vm, (int64_t)length);
}

static Value method_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (as_byte_file(args[0])->descriptor < 0)
        return raise_value_error(vm, "I/O operation on closed file.");
    return byte_file_flush(vm, as_byte_file(args[0])) ? VALUE_NONE : EMPTY;
}

static Value method_seek(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t offset, whence = 0;
    if (!check_open(vm, args[0], "seek of") || !object_as_int64(vm, args[1], TYPE_OverflowError, &offset))
        return EMPTY;
    if (count > 2 && !object_as_int64(vm, args[2], TYPE_OverflowError, &whence))
        return EMPTY;
    if (whence < 0 || whence > 2)
        return raise_value_error(vm, "whence value %lld unsupported", (long long)whence);
    if (!byte_file_seekable(as_byte_file(args[0])))
        return raise_unsupported_operation(vm, "File or stream is not seekable.");
    int64_t position = byte_file_seek(vm, as_byte_file(args[0]), offset, (int)whence);
    return position < 0 ? EMPTY : int_new(vm, position);
}

static Value method_tell(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_open(vm, args[0], NULL))
        return EMPTY;
    int64_t position = byte_file_tell(vm, as_byte_file(args[0]));
    return position < 0 ? EMPTY : int_new(vm, position);
}

static Value method_truncate(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size = -1;
    if (!check_open(vm, args[0], "truncate of"))
        return EMPTY;
    if (!as_byte_file(args[0])->writable)
        return raise_unsupported_operation(vm, is_raw(vm, args[0]) ? "File not open for writing" : "truncate");
    if (count > 1 && !is_none(args[1]) && !object_as_int64(vm, args[1], TYPE_OverflowError, &size))
        return EMPTY;
    size = byte_file_truncate(vm, as_byte_file(args[0]), size);
    return size < 0 ? EMPTY : int_new(vm, size);
}

static Value method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return byte_file_close(vm, as_byte_file(args[0])) ? VALUE_NONE : EMPTY;
}

static Value method_fileno(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0], NULL) ? value_from_small_int(as_byte_file(args[0])->descriptor) : EMPTY;
}

static Value method_isatty(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0], NULL) ? value_from_bool(isatty(as_byte_file(args[0])->descriptor)) : EMPTY;
}

static Value method_readable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0], NULL) ? value_from_bool(as_byte_file(args[0])->readable) : EMPTY;
}

static Value method_writable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0], NULL) ? value_from_bool(as_byte_file(args[0])->writable) : EMPTY;
}

static Value method_seekable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0], NULL) ? value_from_bool(byte_file_seekable(as_byte_file(args[0]))) : EMPTY;
}

static Value get_closed(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_byte_file(self)->descriptor < 0);
}

static Value get_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_byte_file(self)->name);
}

static Value get_mode(struct Interpreter *vm, Value self)
{
    return string_from_cstring(vm, byte_file_mode(as_byte_file(self)));
}

static Value get_raw(struct Interpreter *vm, Value self)
{
    struct ByteFile *file = as_byte_file(self);
    if (is_empty(file->raw)) {
        Value raw = byte_file_new(vm, TYPE_file_io, file->descriptor, file->name);
        if (is_empty(raw))
            return EMPTY;
        struct ByteFile *view = as_byte_file(raw);
        view->is_view = true;
        view->readable = file->readable;
        view->writable = file->writable;
        view->appending = file->appending;
        view->created = file->created;
        view->owns_descriptor = file->owns_descriptor;
        slot_init(vm, file, &file->raw, raw);
    }
    return retain(file->raw);
}

static Value get_closefd(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_byte_file(self)->owns_descriptor);
}

static Value bytes_repr(struct Interpreter *vm, Value self)
{
    const struct ByteFile *file = as_byte_file(self);
    struct Type *type = value_type(vm, self);
    if (!is_raw(vm, self))
        return string_from_format(vm, "<%s name=%R>", type->spec->name, file->name);
    if (file->descriptor < 0)
        return string_from_cstring(vm, "<_io.FileIO [closed]>");
    return string_from_format(vm, "<_io.FileIO name=%R mode='%s' closefd=%s>", file->name, byte_file_mode(file),
                              file->owns_descriptor ? "True" : "False");
}

/* ---- The heap's view ---------------------------------------------------------------------- */

static void bytes_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct ByteFile *)self)->name, context);
    visit(((struct ByteFile *)self)->raw, context);
}

static Value bytes_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct ByteFile *file = (struct ByteFile *)self;
    Value *slots[] = {&file->name, &file->raw};
    while (*cursor < sizeof slots / sizeof *slots) {
        Value *slot = slots[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

/* A file that is dropped closes itself; nobody is there to hear that it failed, and CPython does not say it either. */
static void bytes_finalize(struct Interpreter *vm, struct Object *self)
{
    if (((struct ByteFile *)self)->descriptor >= 0 && !byte_file_close(vm, (struct ByteFile *)self))
        error_clear(vm);
}

static void bytes_destroy(struct Interpreter *vm, struct Object *self)
{
    struct ByteFile *file = (struct ByteFile *)self;
    if (file->descriptor >= 0 && file->owns_descriptor && !file->is_view)
        close(file->descriptor);
    file->descriptor = -1;
    heap_free(vm, MEMORY_BYTES, file->buffer, file->buffer ? file->capacity : 0);
    file->buffer = NULL;
}

#define COMMON_METHODS                                                                                              \
    METHOD("flush", method_flush, 0, 0, "", "Write what is buffered."),                                             \
        METHOD("seek", method_seek, 1, 2, "target, whence=0, /", "Change the stream position."),                    \
        METHOD("tell", method_tell, 0, 0, "", "Return current stream position."),                                   \
        METHOD("truncate", method_truncate, 0, 1, "pos=None, /", "Truncate the file to at most size bytes."),       \
        METHOD("close", method_close, 0, 0, "", "Flush and close the file."),                                       \
        METHOD("fileno", method_fileno, 0, 0, "", "Return the underlying file descriptor."),                        \
        METHOD("isatty", method_isatty, 0, 0, "", "True if the file is connected to a TTY device."),                \
        METHOD("readable", method_readable, 0, 0, "", "True if the file was opened for reading."),                  \
        METHOD("writable", method_writable, 0, 0, "", "True if the file was opened for writing."),                  \
        METHOD("seekable", method_seekable, 0, 0, "", "True if the file supports random access.")

#define READ_METHODS                                                                                                \
    METHOD("read", method_read, 0, 1, "size=-1, /", "Read and return up to size bytes."),                           \
        METHOD("readline", method_readline, 0, 1, "size=-1, /", "Read and return one line."),                       \
        METHOD("readinto", method_readinto, 1, 1, "buffer, /", "Read bytes into a pre-allocated bytes-like object.")

#define WRITE_METHODS METHOD("write", method_write, 1, 1, "buffer, /", "Write buffer to the file.")

static const struct NativeMethod raw_methods[] = {
    READ_METHODS,
    WRITE_METHODS,
    COMMON_METHODS,
    METHOD("readall", method_read_all, 0, 0, "", "Read all data from the file."),
    METHODS_END,
};

static const struct NativeMethod reader_methods[] = {
    READ_METHODS,
    COMMON_METHODS,
    WRITE_METHODS,
    METHOD("read1", method_read1, 0, 1, "size=-1, /", "Read and return up to size bytes with at most one read."),
    METHOD("peek", method_peek, 0, 1, "size=0, /", "Return buffered bytes without advancing."),
    METHODS_END,
};

static const struct NativeMethod writer_methods[] = {
    READ_METHODS,
    WRITE_METHODS,
    COMMON_METHODS,
    METHODS_END,
};

static const struct NativeMethod random_methods[] = {
    READ_METHODS,
    WRITE_METHODS,
    COMMON_METHODS,
    METHOD("read1", method_read1, 0, 1, "size=-1, /", "Read and return up to size bytes with at most one read."),
    METHOD("peek", method_peek, 0, 1, "size=0, /", "Return buffered bytes without advancing."),
    METHODS_END,
};

static const struct NativeAttribute raw_attributes[] = {
    {"closed", get_closed, NULL, "True if the file is closed"},
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, "String giving the file mode"},
    {"closefd", get_closefd, NULL, "True if the file descriptor will be closed by close()."},
    ATTRIBUTES_END,
};

static const struct NativeAttribute buffered_attributes[] = {
    {"closed", get_closed, NULL, NULL},
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"raw", get_raw, NULL, NULL},
    ATTRIBUTES_END,
};

#define BYTE_FILE_TYPE(identifier, name_, documentation_, methods_, attributes_)                    \
    const struct TypeSpec identifier##_type_spec = {                                                \
        .name = name_,                                                                              \
        .documentation = documentation_,                                                            \
        .instance_size = sizeof(struct ByteFile),                                                   \
        .flags = TYPE_NO_INSTANCES | TYPE_WEAKLY_REFERENCEABLE,                                     \
        .memory = {.traverse = bytes_traverse,                                                      \
                   .take = bytes_take,                                                              \
                   .destroy = bytes_destroy,                                                        \
                   .finalize = bytes_finalize,                                                      \
                   .kind = OBJECT_CONTAINER},                                                       \
        .operations = {.repr = bytes_repr, .next = bytes_next},                                     \
        .methods = methods_,                                                                        \
        .attributes = attributes_,                                                                  \
    }

BYTE_FILE_TYPE(file_io, "_io.FileIO", "Open a file.", raw_methods, raw_attributes);
BYTE_FILE_TYPE(buffered_reader, "_io.BufferedReader", "A buffered reader.", reader_methods, buffered_attributes);
BYTE_FILE_TYPE(buffered_writer, "_io.BufferedWriter", "A buffered writer.", writer_methods, buffered_attributes);
BYTE_FILE_TYPE(buffered_random, "_io.BufferedRandom", "A buffered file to read and write.", random_methods,
               buffered_attributes);
