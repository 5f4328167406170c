/*
 * What every file can do, whatever is below it: the classes _IOBase,
 * _RawIOBase, _BufferedIOBase and _TextIOBase, written against the methods of
 * the file alone, so that classes written in Python get them too.
 *
 * Owner: the numbers (files).
 */
#include "runtime/dict.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

Value raise_unsupported_operation(struct Interpreter *vm, const char *message)
{
    return raise_module_error(vm, "io", "UnsupportedOperation", string_from_cstring(vm, message));
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

/* false: raised, because self.closed is true or failed. */
static bool check_open(struct Interpreter *vm, Value self)
{
    Value closed = object_get_attribute_cstring(vm, self, "closed");
    if (is_empty(closed))
        return false;
    int truth = object_truth(vm, closed);
    release(vm, closed);
    if (truth > 0)
        raise_value_error(vm, "I/O operation on closed file.");
    return truth == 0;
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

static Value base_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return call_named(vm, "flush", args[0], EMPTY);
}

static Value base_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_NONE : EMPTY;
}

static Value base_false(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_FALSE : EMPTY;
}

static Value base_fileno(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_unsupported_operation(vm, "fileno");
}

static Value base_seek(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_unsupported_operation(vm, "seek");
}

static Value base_truncate(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_unsupported_operation(vm, "truncate");
}

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
    (void)vm, (void)self;
    return VALUE_FALSE;
}

static const struct NativeMethod base_methods[] = {
    METHOD("__enter__", base_enter, 0, 0, "", NULL),
    METHOD("__exit__", base_exit, 0, NATIVE_VARIADIC, "*args", NULL),
    METHOD("readlines", base_readlines, 0, 1, "hint=-1, /", "Return a list of lines from the stream."),
    METHOD("writelines", base_writelines, 1, 1, "lines, /", "Write a list of lines to stream."),
    METHOD("close", base_close, 0, 0, "", "Flush and close the IO object."),
    METHOD("flush", base_flush, 0, 0, "", "Flush write buffers, if applicable."),
    METHOD("readable", base_false, 0, 0, "", "Return whether object was opened for reading."),
    METHOD("writable", base_false, 0, 0, "", "Return whether object was opened for writing."),
    METHOD("seekable", base_false, 0, 0, "", "Return whether object supports random access."),
    METHOD("isatty", base_false, 0, 0, "", "Return whether this is an 'interactive' stream."),
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

#define ABSTRACT_TYPE(identifier, name_, documentation_)      \
    const struct TypeSpec identifier##_type_spec = {          \
        .name = name_,                                        \
        .documentation = documentation_,                      \
        .instance_size = sizeof(struct Object),               \
        .flags = TYPE_BASE,                                   \
        .memory = {.kind = OBJECT_LEAF},                      \
    }

ABSTRACT_TYPE(raw_io_base, "_io._RawIOBase", "Base class for raw binary I/O.");
ABSTRACT_TYPE(buffered_io_base, "_io._BufferedIOBase", "Base class for buffered IO objects.");
ABSTRACT_TYPE(text_io_base, "_io._TextIOBase", "Base class for text I/O.");
