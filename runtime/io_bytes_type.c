/*
 * FileIO, BufferedReader, BufferedWriter and BufferedRandom as Python sees
 * them: the methods over struct ByteFile.
 *
 * Owner: the numbers (files).
 */
#include <unistd.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static bool is_raw(Value self) { return object_type(value_object(self))->native_spec == &file_io_type_spec; }
static bool is_reader(Value self) { return object_type(value_object(self))->native_spec == &buffered_reader_type_spec; }
static bool is_writer(Value self) { return object_type(value_object(self))->native_spec == &buffered_writer_type_spec; }

/* false: raised. action completes "… of closed file" for the buffered ones. */
static bool check_open(struct Interpreter *vm, Value self, const char *action)
{
    struct ByteFile *file = as_byte_file(self);
    if (!byte_file_usable(vm, file))
        return false;
    int closed = byte_file_closed(vm, file);
    if (closed == 0)
        return true;
    if (closed > 0 && (is_raw(self) || !action))
        raise_value_error(vm, "I/O operation on closed file%s", is_raw(self) || !action ? "" : ".");
    else if (closed > 0)
        raise_value_error(vm, "%s closed file", action);
    return false;
}

static bool check_readable(struct Interpreter *vm, Value self, const char *action)
{
    if (is_writer(self) && as_byte_file(self)->initialized) {
        raise_unsupported_operation(vm, "read");
        return false;
    }
    if (!check_open(vm, self, action))
        return false;
    if (as_byte_file(self)->readable)
        return true;
    raise_unsupported_operation(vm, is_raw(self) ? "File not open for reading" : "read");
    return false;
}

static bool check_writable(struct Interpreter *vm, Value self)
{
    if (is_reader(self) && as_byte_file(self)->initialized) {
        raise_unsupported_operation(vm, "write");
        return false;
    }
    if (!check_open(vm, self, "write to"))
        return false;
    if (as_byte_file(self)->writable)
        return true;
    raise_unsupported_operation(vm, is_raw(self) ? "File not open for writing" : "write");
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
    Value shorter = count < 0 ? EMPTY : count == 0 && file->blocked ? VALUE_NONE : bytes_new(vm, as_bytes(result)->data, (size_t)count);
    release(vm, result);
    return shorter;
}

/* One read(): None when there is nothing yet. */
static Value read_raw(struct Interpreter *vm, struct ByteFile *file, int64_t size)
{
    Value octets = bytes_new(vm, NULL, (size_t)size), result = EMPTY;
    if (is_empty(octets))
        return EMPTY;
    int64_t done = size == 0 ? 0 : raw_read(vm, file, as_bytes(octets)->data, (size_t)size);
    if (done == RAW_WOULD_BLOCK)
        result = VALUE_NONE;
    else if (done >= 0)
        result = done == size ? retain(octets) : bytes_new(vm, as_bytes(octets)->data, (size_t)done);
    release(vm, octets);
    return result;
}

static Value method_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    if (!size_argument(vm, args, count, &size) || !check_readable(vm, args[0], "read of"))
        return EMPTY;
    if (size < -1 && !is_raw(args[0]))
        return raise_value_error(vm, "read length must be non-negative or -1");
    if (is_raw(args[0]) && size >= 0)
        return read_raw(vm, as_byte_file(args[0]), size);
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

static OWNED Value read_into(struct Interpreter *vm, const Value *args, const char *words, bool once)
{
    struct ByteFile *file = as_byte_file(args[0]);
    struct HeldBuffer held;
    if (!check_readable(vm, args[0], "readinto of") || !buffer_acquire(vm, args[1], words, &held))
        return EMPTY;
    int64_t done;
    if (is_raw(args[0])) {
        done = raw_read(vm, file, held.data, held.length);
    } else if (once) {
        done = held.length == 0 ? 0 : byte_file_fill(vm, file);
        if (done > 0)
            done = byte_file_read(vm, file, held.data, (size_t)done < held.length ? (size_t)done : held.length);
    } else {
        done = byte_file_read(vm, file, held.data, held.length);
    }
    buffer_release(vm, &held);
    return done == RAW_WOULD_BLOCK ? VALUE_NONE : done < 0 ? EMPTY : int_new(vm, done);
}

static Value method_readinto(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return read_into(vm, args, is_raw(args[0]) ? "readinto() argument 1" : "readinto() argument", false);
}

static Value method_readinto1(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return read_into(vm, args, "readinto1() argument", true);
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
    if (!is_byte_file(vm, self)) {
        Value own = object_call_method(vm, NAME(vm, readline), &self, 1); /* subclasses may have their own */
        int64_t length = is_empty(own) ? -1 : object_length(vm, own);
        if (length > 0)
            return own;
        release_maybe(vm, own);
        return length < 0 ? EMPTY : VALUE_END;
    }
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
    struct HeldBuffer held;
    int64_t done;
    (void)count;
    if (is_string(vm, args[1]))
        return raise_type_error(vm, "a bytes-like object is required, not 'str'");
    if (!check_writable(vm, args[0]) || !buffer_acquire(vm, args[1], NULL, &held))
        return EMPTY;
    if (is_raw(args[0]))
        done = raw_write_once(vm, as_byte_file(args[0]), held.data, held.length);
    else
        done = byte_file_write(vm, as_byte_file(args[0]), held.data, held.length) ? (int64_t)held.length : -1;
    buffer_release(vm, &held);
    return done == RAW_WOULD_BLOCK ? VALUE_NONE : done < 0 ? EMPTY : int_new(vm, done);
}

static Value method_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteFile *file = as_byte_file(args[0]);
    (void)count;
    if (!byte_file_usable(vm, file))
        return EMPTY;
    int closed = byte_file_closed(vm, file);
    if (closed != 0)
        return closed < 0 ? EMPTY
                          : raise_value_error(vm, !is_raw(args[0]) && !is_reader(args[0]) ? "flush of closed file"
                                                                     : "I/O operation on closed file.");
    if (!byte_file_flush(vm, file))
        return EMPTY;
    if (!file->foreign)
        return VALUE_NONE;
    Value result = raw_call(vm, file, "flush", EMPTY);
    release_maybe(vm, result);
    return is_empty(result) ? EMPTY : VALUE_NONE;
}

static Value method_seek(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t offset, whence = 0;
    if (!check_open(vm, args[0], "seek of") || !object_as_int64(vm, args[1], TYPE_OverflowError, &offset))
        return EMPTY;
    if (count > 2 && !object_as_int64(vm, args[2], TYPE_OverflowError, &whence))
        return EMPTY;
    if ((whence < 0 || whence > 4) && !is_raw(args[0]))
        return raise_value_error(vm, "whence value %lld unsupported", (long long)whence);
    if (is_raw(args[0])) { /* the system says what is wrong */
        int64_t place = raw_seek(vm, as_byte_file(args[0]), offset, (int)whence);
        return place < 0 ? EMPTY : int_new(vm, place);
    }
    int seekable = byte_file_seekable(vm, as_byte_file(args[0]));
    if (seekable <= 0)
        return seekable < 0 ? EMPTY : raise_unsupported_operation(vm, "File or stream is not seekable.");
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
        return raise_unsupported_operation(vm, is_raw(args[0]) ? "File not open for writing" : "truncate");
    if (count > 1 && !is_none(args[1]) && !object_as_int64(vm, args[1], TYPE_OverflowError, &size))
        return EMPTY;
    size = byte_file_truncate(vm, as_byte_file(args[0]), size);
    return size < 0 ? EMPTY : int_new(vm, size);
}

static Value method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteFile *file = as_byte_file(args[0]);
    (void)count;
    if (file->initialized && !byte_file_usable(vm, file))
        return EMPTY;
    return byte_file_close(vm, file) ? VALUE_NONE : EMPTY;
}

/* What the descriptor answers, or for foreign files the raw object's method of that name. */
static OWNED Value answer(struct Interpreter *vm, Value self, const char *method, Value (*ask)(struct ByteFile *file))
{
    struct ByteFile *file = as_byte_file(self);
    if (file->foreign && byte_file_usable(vm, file))
        return raw_call(vm, file, method, EMPTY);
    if (file->foreign || !check_open(vm, self, NULL))
        return EMPTY;
    return ask(file);
}

static Value ask_number(struct ByteFile *file) { return value_from_small_int(file->descriptor); }
static Value ask_terminal(struct ByteFile *file) { return value_from_bool(isatty(file->descriptor)); }
static Value ask_readable(struct ByteFile *file) { return value_from_bool(file->readable); }
static Value ask_writable(struct ByteFile *file) { return value_from_bool(file->writable); }
static Value ask_seekable(struct ByteFile *file) { return value_from_bool(lseek(file->descriptor, 0, SEEK_CUR) >= 0); }

#define QUESTION(name, method, ask)                                                     \
    static Value name(struct Interpreter *vm, const Value *args, size_t count)          \
    {                                                                                   \
        (void)count;                                                                    \
        return answer(vm, args[0], method, ask);                                        \
    }
QUESTION(method_fileno, "fileno", ask_number)
QUESTION(method_isatty, "isatty", ask_terminal)
QUESTION(raw_readable, "readable", ask_readable)
QUESTION(raw_writable, "writable", ask_writable)
QUESTION(method_seekable, "seekable", ask_seekable)

static Value method_readable(struct Interpreter *vm, const Value *args, size_t count)
{
    return is_writer(args[0]) ? VALUE_FALSE : raw_readable(vm, args, count);
}

static Value method_writable(struct Interpreter *vm, const Value *args, size_t count)
{
    return is_reader(args[0]) ? VALUE_FALSE : raw_writable(vm, args, count);
}

static Value get_raw(struct Interpreter *vm, Value self)
{
    struct ByteFile *file = as_byte_file(self);
    if (!file->initialized || (file->foreign && is_empty(file->raw)))
        return VALUE_NONE;
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

/* Gives up what is below: an open()ed file leaves it to the FileIO it shows. */
static Value method_detach(struct Interpreter *vm, const Value *args, size_t count)
{
    struct ByteFile *file = as_byte_file(args[0]);
    (void)count;
    if (!byte_file_usable(vm, file) || !byte_file_flush(vm, file))
        return EMPTY;
    Value raw = get_raw(vm, args[0]);
    if (is_empty(raw))
        return EMPTY;
    if (!file->foreign && file->start < file->end)
        lseek(file->descriptor, (off_t)file->start - (off_t)file->end, SEEK_CUR);
    if (is_byte_file(vm, raw) && as_byte_file(raw)->is_view) {
        as_byte_file(raw)->is_view = false;
        file->descriptor = -1;
    }
    slot_clear(vm, file, &file->raw);
    file->foreign = true;
    file->start = file->end = file->waiting = 0;
    return raw;
}

static Value get_closed(struct Interpreter *vm, Value self)
{
    struct ByteFile *file = as_byte_file(self);
    if (!file->initialized && !is_raw(self))
        return raise_value_error(vm, "I/O operation on uninitialized object");
    int closed = byte_file_closed(vm, file);
    return closed < 0 ? EMPTY : value_from_bool(closed);
}

/* raw.<name> of a foreign file. */
static OWNED Value raw_attribute(struct Interpreter *vm, struct ByteFile *file, const char *name)
{
    if (!file->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    if (is_empty(file->raw))
        return raise_value_error(vm, "raw stream has been detached");
    return object_get_attribute_cstring(vm, file->raw, name);
}

static Value get_name(struct Interpreter *vm, Value self)
{
    struct ByteFile *file = as_byte_file(self);
    if (file->foreign || (!file->initialized && !is_raw(self)))
        return raw_attribute(vm, file, "name");
    return is_empty(file->name) ? raise_attribute_error(vm, self, NAME(vm, name)) : retain(file->name);
}

static bool set_name(struct Interpreter *vm, Value self, Value value)
{
    struct ByteFile *file = as_byte_file(self);
    if (is_empty(value))
        slot_clear(vm, file, &file->name);
    else
        slot_set(vm, file, &file->name, retain(value));
    return true;
}

static Value get_mode(struct Interpreter *vm, Value self)
{
    struct ByteFile *file = as_byte_file(self);
    if (file->foreign || (!file->initialized && !is_raw(self)))
        return raw_attribute(vm, file, "mode");
    return string_from_cstring(vm, byte_file_mode(file));
}

static Value get_blksize(struct Interpreter *vm, Value self)
{
    (void)self;
    return int_new(vm, IO_BUFFER_SIZE);
}

static Value get_closefd(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_byte_file(self)->owns_descriptor);
}

static Value bytes_repr(struct Interpreter *vm, Value self)
{
    const struct ByteFile *file = as_byte_file(self);
    const char *type = type_message_name(value_type(vm, self));
    if (is_raw(self)) {
        if (file->descriptor < 0)
            return string_from_format(vm, "<%s [closed]>", type);
        if (is_empty(file->name))
            return string_from_format(vm, "<%s fd=%d mode='%s' closefd=%s>", type, file->descriptor,
                                      byte_file_mode(file), file->owns_descriptor ? "True" : "False");
        return string_from_format(vm, "<%s name=%R mode='%s' closefd=%s>", type, file->name, byte_file_mode(file),
                                  file->owns_descriptor ? "True" : "False");
    }
    Value name = object_lookup_attribute(vm, self, NAME(vm, name));
    if (is_empty(name)) {
        if (!error_matches(vm, TYPE_ValueError))
            return EMPTY;
        error_clear(vm);
        name = VALUE_ABSENT;
    }
    Value result = EMPTY;
    int entered = repr_enter(vm, self);
    if (is_absent(name))
        result = string_from_format(vm, "<%s>", type);
    else if (entered == 0)
        result = string_from_format(vm, "<%s name=%R>", type, name);
    else if (entered > 0)
        raise_error(vm, TYPE_RuntimeError, "reentrant call inside %s.__repr__", type);
    if (entered == 0)
        repr_leave(vm, self);
    release(vm, name);
    return result;
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
    const struct ByteFile *file = (struct ByteFile *)self;
    Value value = value_from_object(self);
    if (is_byte_file(vm, value)) {
        if (file->descriptor >= 0 && !byte_file_close(vm, (struct ByteFile *)self))
            error_clear(vm);
        return;
    }
    if (!file->initialized || (file->foreign && is_empty(file->raw)))
        return;
    Value name = string_intern_cstring(vm, "__del__");
    Value result = is_empty(name) ? EMPTY : object_call_method(vm, name, &value, 1);
    if (is_empty(result))
        error_clear(vm);
    release_maybe(vm, result);
    release_maybe(vm, name);
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
#define READ1_METHODS                                                                                               \
    METHOD("read1", method_read1, 0, 1, "size=-1, /", "Read and return up to size bytes with at most one read."),   \
        METHOD("readinto1", method_readinto1, 1, 1, "buffer, /", NULL),                                             \
        METHOD("peek", method_peek, 0, 1, "size=0, /", "Return buffered bytes without advancing.")
#define DETACH_METHOD METHOD("detach", method_detach, 0, 0, "", "Separate the raw stream from the buffer, return it.")

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
    READ1_METHODS,
    DETACH_METHOD,
    METHODS_END,
};

static const struct NativeMethod writer_methods[] = {
    WRITE_METHODS,
    COMMON_METHODS,
    DETACH_METHOD,
    METHODS_END,
};

static const struct NativeMethod random_methods[] = {
    READ_METHODS,
    WRITE_METHODS,
    COMMON_METHODS,
    READ1_METHODS,
    DETACH_METHOD,
    METHODS_END,
};

static const struct NativeAttribute raw_attributes[] = {
    {"closed", get_closed, NULL, "True if the file is closed"},
    {"name", get_name, set_name, NULL},
    {"_blksize", get_blksize, NULL, NULL},
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

/* ---- Making them from Python ------------------------------------------- */

static Value byte_file_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    struct ByteFile *file = (struct ByteFile *)object_allocate(vm, type, type->instance_size);
    if (file == NULL)
        return EMPTY;
    file->descriptor = -1;
    return value_from_object(file);
}

/* raw.<method>() must say True. */
static bool demand(struct Interpreter *vm, Value raw, const char *method, const char *message)
{
    Value name = string_intern_cstring(vm, method);
    Value answer_ = is_empty(name) ? EMPTY : object_call_method(vm, name, &raw, 1);
    release_maybe(vm, name);
    if (is_empty(answer_))
        return false;
    int truth = object_truth(vm, answer_);
    release(vm, answer_);
    if (truth == 0)
        raise_unsupported_operation(vm, message);
    return truth > 0;
}

static bool buffered_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct ByteFile *file = as_byte_file(self);
    Value bound[2];
    int64_t size = IO_BUFFER_SIZE;
    bool reads = !is_writer(self), writes = !is_reader(self);
    const char *type = reads && writes ? "BufferedRandom" : reads ? "BufferedReader" : "BufferedWriter";
    if (!native_bind(vm, type, "raw, buffer_size=8192", args, positional, names, bound, 2) ||
        (!is_absent(bound[1]) && !object_as_int64(vm, bound[1], TYPE_OverflowError, &size)))
        return false;
    if (file->initialized && !byte_file_usable(vm, file) && !is_empty(file->raw))
        return false;
    error_clear(vm);
    if ((reads && writes && !demand(vm, bound[0], "seekable", "File or stream is not seekable.")) ||
        (reads && !demand(vm, bound[0], "readable", "File or stream is not readable.")) ||
        (writes && !demand(vm, bound[0], "writable", "File or stream is not writable.")))
        return false;
    if (size <= 0 || size > INT64_MAX / 4) {
        if (size <= 0)
            raise_value_error(vm, "buffer size must be strictly positive");
        else
            raise_memory_error(vm);
        return false;
    }
    if (file->buffer)
        heap_free(vm, MEMORY_BYTES, file->buffer, file->capacity);
    file->buffer = NULL;
    file->capacity = (size_t)size;
    file->start = file->end = file->waiting = 0;
    file->readable = reads;
    file->writable = writes;
    file->foreign = file->initialized = true;
    slot_set(vm, file, &file->raw, retain(bound[0]));
    return true;
}

#define BYTE_FILE_TYPE(identifier, name_, documentation_, methods_, attributes_, initialize_)       \
    const struct TypeSpec identifier##_type_spec = {                                                \
        .name = name_,                                                                              \
        .documentation = documentation_,                                                            \
        .instance_size = sizeof(struct ByteFile),                                                   \
        .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,                                             \
        .memory = {.traverse = bytes_traverse,                                                      \
                   .take = bytes_take,                                                              \
                   .destroy = bytes_destroy,                                                        \
                   .finalize = bytes_finalize,                                                      \
                   .kind = OBJECT_CONTAINER},                                                       \
        .operations = {.construct = byte_file_construct,                                            \
                       .initialize = initialize_,                                                   \
                       .repr = bytes_repr,                                                          \
                       .next = bytes_next},                                                         \
        .methods = methods_,                                                                        \
        .attributes = attributes_,                                                                  \
    }

BYTE_FILE_TYPE(file_io, "_io.FileIO", "Open a file.", raw_methods, raw_attributes, file_io_initialize);
BYTE_FILE_TYPE(buffered_reader, "_io.BufferedReader", "Create a new buffered reader using the given readable raw IO object.",
               reader_methods, buffered_attributes, buffered_initialize);
BYTE_FILE_TYPE(buffered_writer, "_io.BufferedWriter", "A buffer for a writeable sequential RawIO object.",
               writer_methods, buffered_attributes, buffered_initialize);
BYTE_FILE_TYPE(buffered_random, "_io.BufferedRandom", "A buffered interface to random access streams.",
               random_methods, buffered_attributes, buffered_initialize);
