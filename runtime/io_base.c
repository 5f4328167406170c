/*
 * What every file can do, whatever is below it: the classes _IOBase,
 * _RawIOBase, _BufferedIOBase and _TextIOBase, written against the methods of
 * the file alone, so that classes written in Python get them too.
 *
 * Owner: the numbers (files).
 */
#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/io.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

Value raise_unsupported_operation(struct Interpreter *vm, const char *message)
{
    return raise_module_error(vm, "_io", "UnsupportedOperation", string_from_cstring(vm, message));
}

static OWNED Value call_named(struct Interpreter *vm, const char *method, Value self, Value argument)
{
    Value name = string_intern_cstring(vm, method), args[2] = {self, argument};
    if (is_empty(name))
        return EMPTY;
    Value result = object_call_method(vm, name, args, is_empty(argument) ? 1 : 2);
    release(vm, name);
    return result;
}

/* ---- Checks ------------------------------------------------------------ */

/* self.closed: 1, 0, -1 raised. */
static int is_closed(struct Interpreter *vm, Value self)
{
    Value closed = object_get_attribute_cstring(vm, self, "closed");
    int truth = is_empty(closed) ? -1 : object_truth(vm, closed);
    release_maybe(vm, closed);
    return truth;
}

/* false: raised, because self.closed is true or failed. */
static bool check_open(struct Interpreter *vm, Value self)
{
    int closed = is_closed(vm, self);
    if (closed > 0)
        raise_value_error(vm, "I/O operation on closed file.");
    return closed == 0;
}

static Value base_check_closed(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_NONE : EMPTY;
}

static OWNED Value check_ability(struct Interpreter *vm, Value self, const char *method, const char *message)
{
    Value answer = call_named(vm, method, self, EMPTY);
    if (is_empty(answer) || is_true(answer))
        return answer;
    release(vm, answer);
    return raise_unsupported_operation(vm, message);
}

static Value base_check_readable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_ability(vm, args[0], "readable", "File or stream is not readable.");
}

static Value base_check_writable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_ability(vm, args[0], "writable", "File or stream is not writable.");
}

static Value base_check_seekable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_ability(vm, args[0], "seekable", "File or stream is not seekable.");
}

static Value base_enter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? retain(args[0]) : EMPTY;
}

static Value base_exit(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return call_named(vm, "close", args[0], EMPTY);
}

/* ---- Lines ------------------------------------------------------------- */

static Value base_iterate(struct Interpreter *vm, Value self)
{
    return check_open(vm, self) ? retain(self) : EMPTY;
}

static Value base_next(struct Interpreter *vm, Value self)
{
    Value line = object_call_method(vm, NAME(vm, readline), &self, 1);
    if (is_empty(line))
        return EMPTY;
    int64_t length = object_length(vm, line);
    if (length > 0)
        return line;
    release(vm, line);
    return length < 0 ? EMPTY : VALUE_END;
}

/* How many octets to ask for next: up to the newline, where peek() shows what comes; -1: raised. */
static int64_t line_step(struct Interpreter *vm, Value self, bool peeks, int64_t limit)
{
    const uint8_t *data;
    size_t length;
    if (!peeks)
        return 1;
    Value ahead = call_named(vm, "peek", self, value_from_small_int(1));
    if (is_empty(ahead))
        return -1;
    if (!is_bytes(vm, ahead)) {
        raise_error(vm, TYPE_OSError, "peek() should have returned a bytes object, not '%T'", ahead);
        release(vm, ahead);
        return -1;
    }
    bytes_view(vm, ahead, &data, &length);
    if (limit >= 0 && length > (size_t)limit)
        length = (size_t)limit;
    const uint8_t *newline = length == 0 ? NULL : memchr(data, '\n', length);
    int64_t step = newline != NULL ? newline - data + 1 : length == 0 ? 1 : (int64_t)length;
    release(vm, ahead);
    return step;
}

/* Adds what read(step) gives to line: 1 goes on, 0 the line is complete, -1 raised. */
static int read_part(struct Interpreter *vm, Value self, int64_t step, Value line)
{
    const uint8_t *data;
    size_t length;
    Value part = call_named(vm, "read", self, value_from_small_int(step)), name = EMPTY, done = EMPTY;
    if (is_empty(part))
        return -1;
    if (!is_bytes(vm, part)) {
        raise_error(vm, TYPE_OSError, "read() should have returned a bytes object, not '%T'", part);
        release(vm, part);
        return -1;
    }
    bytes_view(vm, part, &data, &length);
    int more = length > 0 && data[length - 1] != '\n';
    if ((name = string_intern_cstring(vm, "extend")), !is_empty(name)) {
        const Value args[2] = {line, part};
        done = object_call_method(vm, name, args, 2);
        release(vm, name);
    }
    release(vm, part);
    release_maybe(vm, done);
    return is_empty(done) ? -1 : more;
}

static Value base_readline(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    if (!size_argument(vm, args, count, &limit))
        return EMPTY;
    Value name = string_intern_cstring(vm, "peek");
    Value peek = is_empty(name) ? EMPTY : object_lookup_attribute(vm, args[0], name);
    release_maybe(vm, name);
    if (is_empty(peek))
        return EMPTY;
    bool peeks = !is_absent(peek);
    release(vm, peek);
    Value line = byte_array_new(vm, NULL, 0);
    int more = is_empty(line) ? -1 : 1;
    while (more > 0 && (limit < 0 || as_byte_array(line)->length < (size_t)limit)) {
        int64_t step = line_step(vm, args[0], peeks, limit);
        more = step < 0 ? -1 : read_part(vm, args[0], step, line);
    }
    Value result = more < 0 ? EMPTY : bytes_new(vm, as_byte_array(line)->data, as_byte_array(line)->length);
    release_maybe(vm, line);
    return result;
}

Value io_read_lines(struct Interpreter *vm, Value file, int64_t hint)
{
    Value lines = list_new(vm, 0);
    int64_t total = 0;
    while (!is_empty(lines) && (hint <= 0 || total <= hint)) { /* a hint that is met exactly asks for one more */
        Value line = iterator_next(vm, file);
        if (is_end(line))
            break;
        int64_t length = is_empty(line) ? -1 : object_length(vm, line);
        if (length < 0 || !list_append(vm, lines, line)) {
            if (length < 0)
                release_maybe(vm, line);
            release(vm, lines);
            return EMPTY;
        }
        total += length;
    }
    return lines;
}

static Value base_readlines(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t hint;
    if (!size_argument(vm, args, count, &hint))
        return EMPTY;
    Value iterator = object_iterate(vm, args[0]);
    if (is_empty(iterator))
        return EMPTY;
    Value lines = io_read_lines(vm, iterator, hint);
    release(vm, iterator);
    return lines;
}

Value io_write_lines(struct Interpreter *vm, Value file, Value lines)
{
    Value iterator = object_iterate(vm, lines);
    if (is_empty(iterator))
        return EMPTY;
    for (;;) {
        Value line = iterator_next(vm, iterator);
        if (is_end(line))
            break;
        Value args[2] = {file, line}, result = EMPTY;
        if (!is_empty(line)) {
            result = object_call_method(vm, NAME(vm, write), args, 2);
            release(vm, line);
        }
        if (is_empty(result)) {
            release(vm, iterator);
            return EMPTY;
        }
        release(vm, result);
    }
    release(vm, iterator);
    return VALUE_NONE;
}

static Value base_writelines(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? io_write_lines(vm, args[0], args[1]) : EMPTY;
}

/* ---- Closing ----------------------------------------------------------- */

/* Instances of Python classes remember it in an attribute. */
static const char closed_mark[] = "__IOBase_closed";

static int marked_closed(struct Interpreter *vm, Value self)
{
    Value name = string_intern_cstring(vm, closed_mark);
    Value mark = is_empty(name) ? EMPTY : object_lookup_attribute(vm, self, name);
    release_maybe(vm, name);
    if (is_empty(mark))
        return -1;
    bool closed = !is_absent(mark);
    release(vm, mark);
    return closed;
}

static Value base_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int closed = marked_closed(vm, args[0]);
    if (closed != 0)
        return closed < 0 ? EMPTY : VALUE_NONE;
    Value result = call_named(vm, "flush", args[0], EMPTY), error = is_empty(result) ? error_take(vm) : EMPTY;
    Value name = string_intern_cstring(vm, closed_mark);
    if (is_empty(name) || !object_set_attribute(vm, args[0], name, VALUE_TRUE))
        error_clear(vm); /* there is no place for attributes in the base classes themselves */
    release_maybe(vm, name);
    release_maybe(vm, result);
    if (is_empty(error))
        return VALUE_NONE;
    error_restore(vm, error);
    return EMPTY;
}

/* Files close themselves when they are dropped; nobody is there to hear that it failed. */
static Value base_del(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int closed = is_closed(vm, args[0]);
    Value result = closed == 0 ? call_named(vm, "close", args[0], EMPTY) : VALUE_NONE;
    if (is_empty(result) || closed < 0)
        error_clear(vm);
    release_maybe(vm, result);
    return VALUE_NONE;
}

static Value base_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int closed = marked_closed(vm, args[0]);
    if (closed > 0)
        raise_value_error(vm, "I/O operation on closed file.");
    return closed == 0 ? VALUE_NONE : EMPTY;
}

static Value base_false(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_FALSE;
}

static Value base_isatty(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_FALSE : EMPTY;
}

#define UNSUPPORTED(name, message)                                                      \
    static Value name(struct Interpreter *vm, const Value *args, size_t count)          \
    {                                                                                   \
        (void)args, (void)count;                                                        \
        return raise_unsupported_operation(vm, message);                                \
    }
UNSUPPORTED(base_fileno, "fileno")
UNSUPPORTED(base_seek, "seek")
UNSUPPORTED(base_truncate, "truncate")
UNSUPPORTED(unsupported_read, "read")
UNSUPPORTED(unsupported_read1, "read1")
UNSUPPORTED(unsupported_readline, "readline")
UNSUPPORTED(unsupported_write, "write")
UNSUPPORTED(unsupported_detach, "detach")

static Value base_tell(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value seek_args[3] = {args[0], value_from_small_int(0), value_from_small_int(1)};
    Value name = string_intern_cstring(vm, "seek");
    if (is_empty(name))
        return EMPTY;
    Value result = object_call_method(vm, name, seek_args, 3);
    release(vm, name);
    return result;
}

static Value get_closed(struct Interpreter *vm, Value self)
{
    int closed = marked_closed(vm, self);
    return closed < 0 ? EMPTY : value_from_bool(closed);
}

static const struct NativeMethod base_methods[] = {
    METHOD("__enter__", base_enter, 0, 0, "", NULL),
    METHOD("__exit__", base_exit, 0, NATIVE_VARIADIC, "*args", NULL),
    METHOD("__del__", base_del, 0, 0, "", NULL),
    METHOD("_checkClosed", base_check_closed, 0, 1, NULL, NULL),
    METHOD("_checkReadable", base_check_readable, 0, 1, NULL, NULL),
    METHOD("_checkWritable", base_check_writable, 0, 1, NULL, NULL),
    METHOD("_checkSeekable", base_check_seekable, 0, 1, NULL, NULL),
    METHOD("readline", base_readline, 0, 1, "size=-1, /", "Read and return a line from the stream."),
    METHOD("readlines", base_readlines, 0, 1, "hint=-1, /", "Return a list of lines from the stream."),
    METHOD("writelines", base_writelines, 1, 1, "lines, /", "Write a list of lines to stream."),
    METHOD("close", base_close, 0, 0, "", "Flush and close the IO object."),
    METHOD("flush", base_flush, 0, 0, "", "Flush write buffers, if applicable."),
    METHOD("readable", base_false, 0, 0, "", "Return whether object was opened for reading."),
    METHOD("writable", base_false, 0, 0, "", "Return whether object was opened for writing."),
    METHOD("seekable", base_false, 0, 0, "", "Return whether object supports random access."),
    METHOD("isatty", base_isatty, 0, 0, "", "Return whether this is an 'interactive' stream."),
    METHOD("fileno", base_fileno, 0, 0, "", "Return underlying file descriptor if one exists."),
    METHOD("seek", base_seek, 1, 2, "offset, whence=0, /", "Change the stream position to the given byte offset."),
    METHOD("tell", base_tell, 0, 0, "", "Return current stream position."),
    METHOD("truncate", base_truncate, 0, 1, "size=None, /", "Truncate file to size bytes."),
    METHODS_END,
};

static const struct NativeAttribute base_attributes[] = {
    {"closed", get_closed, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec io_base_type_spec = {
    .name = "_io._IOBase",
    .documentation = "The abstract base class for all I/O classes.",
    .instance_size = sizeof(struct Object),
    .flags = TYPE_BASE,
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.iterate = base_iterate, .next = base_next},
    .methods = base_methods,
    .attributes = base_attributes,
};

/* ---- _RawIOBase -------------------------------------------------------- */

/* read(size) by readinto(). */
static Value raw_base_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    if (!size_argument(vm, args, count, &size))
        return EMPTY;
    if (size < 0)
        return call_named(vm, "readall", args[0], EMPTY);
    Value room = byte_array_new(vm, NULL, (size_t)size);
    Value done = is_empty(room) ? EMPTY : call_named(vm, "readinto", args[0], room), result = EMPTY;
    int64_t length = 0;
    if (!is_empty(done) && is_none(done))
        result = VALUE_NONE;
    else if (!is_empty(done) && object_as_int64(vm, done, TYPE_ValueError, &length)) {
        if (length < 0 || (size_t)length > as_byte_array(room)->length)
            raise_value_error(vm, "readinto returned %lld outside buffer size %lld", (long long)length,
                              (long long)size);
        else
            result = bytes_new(vm, as_byte_array(room)->data, (size_t)length);
    }
    release_maybe(vm, done);
    release_maybe(vm, room);
    return result;
}

static Value raw_base_readall(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value all = byte_array_new(vm, NULL, 0);
    while (!is_empty(all)) {
        Value part = call_named(vm, "read", args[0], value_from_small_int(IO_BUFFER_SIZE));
        if (!is_empty(part) && is_none(part) && as_byte_array(all)->length == 0) {
            release(vm, all);
            return VALUE_NONE; /* there is nothing yet */
        }
        if (!is_empty(part) && !is_none(part) && !is_bytes(vm, part)) {
            raise_type_error(vm, "read() should return bytes");
            release(vm, part);
            part = EMPTY;
        }
        bool last = !is_empty(part) && (is_none(part) || as_bytes(part)->length == 0);
        Value done = is_empty(part) || last ? EMPTY : call_named(vm, "extend", all, part);
        bool failed = is_empty(part) || (!last && is_empty(done));
        release_maybe(vm, done);
        release_maybe(vm, part);
        if (last || failed) {
            Value result = failed ? EMPTY : bytes_new(vm, as_byte_array(all)->data, as_byte_array(all)->length);
            release(vm, all);
            return result;
        }
    }
    return EMPTY;
}

static Value raw_base_missing(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_error(vm, TYPE_NotImplementedError, "");
}

static const struct NativeMethod raw_base_methods[] = {
    METHOD("readinto", raw_base_missing, 1, 1, NULL, NULL),
    METHOD("write", raw_base_missing, 1, 1, NULL, NULL),
    METHOD("read", raw_base_read, 0, 1, "size=-1, /", NULL),
    METHOD("readall", raw_base_readall, 0, 0, "", "Read until EOF, using multiple read() call."),
    METHODS_END,
};

/* ---- _BufferedIOBase --------------------------------------------------- */

/* readinto() by read() or read1(). */
static OWNED Value read_into(struct Interpreter *vm, const Value *args, const char *function, const char *method)
{
    struct HeldBuffer held;
    char words[32] = "readinto() argument";
    if (strcmp(function, "readinto1") == 0)
        memcpy(words, "readinto1() argument", sizeof "readinto1() argument");
    if (!buffer_acquire(vm, args[1], words, &held))
        return EMPTY;
    Value size = int_new(vm, (int64_t)held.length);
    Value data = is_empty(size) ? EMPTY : call_named(vm, method, args[0], size), result = EMPTY;
    if (!is_empty(data) && !is_bytes(vm, data))
        raise_type_error(vm, "read() should return bytes");
    else if (!is_empty(data) && as_bytes(data)->length > held.length)
        raise_value_error(vm, "read() returned too much data: %zu bytes requested, %zu returned", held.length,
                          as_bytes(data)->length);
    else if (!is_empty(data)) {
        memcpy(held.data, as_bytes(data)->data, as_bytes(data)->length);
        result = int_new(vm, (int64_t)as_bytes(data)->length);
    }
    release_maybe(vm, data);
    release_maybe(vm, size);
    buffer_release(vm, &held);
    return result;
}

static Value buffered_base_readinto(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return read_into(vm, args, "readinto", "read");
}

static Value buffered_base_readinto1(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return read_into(vm, args, "readinto1", "read1");
}

static const struct NativeMethod buffered_base_methods[] = {
    METHOD("detach", unsupported_detach, 0, 0, "", "Disconnect this buffer from its underlying raw stream."),
    METHOD("read", unsupported_read, 0, 1, "size=-1, /", "Read and return up to n bytes."),
    METHOD("read1", unsupported_read1, 0, 1, "size=-1, /", "Read and return up to size bytes."),
    METHOD("readinto", buffered_base_readinto, 1, 1, "buffer, /", NULL),
    METHOD("readinto1", buffered_base_readinto1, 1, 1, "buffer, /", NULL),
    METHOD("write", unsupported_write, 1, 1, "b, /", "Write buffer b to the IO stream."),
    METHODS_END,
};

/* ---- _TextIOBase ------------------------------------------------------- */

static Value get_none(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return VALUE_NONE;
}

static const struct NativeMethod text_base_methods[] = {
    METHOD("detach", unsupported_detach, 0, 0, "", "Separate the underlying buffer from the TextIOBase and return it."),
    METHOD("read", unsupported_read, 0, 1, "size=-1, /", "Read at most size characters from stream."),
    METHOD("readline", unsupported_readline, 0, 1, "size=-1, /", "Read until newline or EOF."),
    METHOD("write", unsupported_write, 1, 1, "s, /", "Write string s to stream."),
    METHODS_END,
};

static const struct NativeAttribute text_base_attributes[] = {
    {"encoding", get_none, NULL, "Encoding of the text stream."},
    {"newlines", get_none, NULL, "Line endings translated so far."},
    {"errors", get_none, NULL, "The error setting of the decoder or encoder."},
    ATTRIBUTES_END,
};

#define ABSTRACT_TYPE(identifier, name_, documentation_, methods_, attributes_) \
    const struct TypeSpec identifier##_type_spec = {                            \
        .name = name_,                                                          \
        .documentation = documentation_,                                        \
        .instance_size = sizeof(struct Object),                                 \
        .flags = TYPE_BASE,                                                     \
        .memory = {.kind = OBJECT_LEAF},                                        \
        .methods = methods_,                                                    \
        .attributes = attributes_,                                              \
    }

ABSTRACT_TYPE(raw_io_base, "_io._RawIOBase", "Base class for raw binary I/O.", raw_base_methods, NULL);
ABSTRACT_TYPE(buffered_io_base, "_io._BufferedIOBase", "Base class for buffered IO objects.", buffered_base_methods,
              NULL);
ABSTRACT_TYPE(text_io_base, "_io._TextIOBase", "Base class for text I/O.", text_base_methods, text_base_attributes);
