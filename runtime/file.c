/*
 * open(), the standard streams, and the quick way for print.
 *
 * Owner: the numbers (files).
 */
#include "runtime/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"

/* ---- open() ------------------------------------------------------------------------ */

struct OpenMode {
    bool create, read, write, append, update, binary, text;
};

static bool parse_mode(struct Interpreter *vm, Value mode, struct OpenMode *parsed)
{
    const struct String *s = as_string(mode);
    *parsed = (struct OpenMode){0};
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool *flag = c == 'x'   ? &parsed->create
                     : c == 'r' ? &parsed->read
                     : c == 'w' ? &parsed->write
                     : c == 'a' ? &parsed->append
                     : c == '+' ? &parsed->update
                     : c == 'b' ? &parsed->binary
                     : c == 't' ? &parsed->text
                                : NULL;
        if (!flag || *flag) {
            raise_value_error(vm, "invalid mode: %R", mode);
            return false;
        }
        *flag = true;
    }
    return true;
}

static const char *mode_error(const struct OpenMode *mode)
{
    int kinds = mode->create + mode->read + mode->write + mode->append;
    if (mode->text && mode->binary)
        return "can't have text and binary mode at once";
    if (kinds > 1)
        return "must have exactly one of create/read/write/append mode";
    return NULL;
}

struct OpenArguments {
    Value file, mode;
    struct OpenMode parsed;
    int64_t buffering;
    struct TextOptions text;
    bool close_descriptor;
    Value opener;          /* or EMPTY */
};

static const char *binary_error(const struct OpenArguments *arguments, Value newline)
{
    if (!arguments->parsed.binary)
        return NULL;
    if (!is_empty(arguments->text.encoding))
        return "binary mode doesn't take an encoding argument";
    if (!is_empty(arguments->text.errors))
        return "binary mode doesn't take an errors argument";
    return is_empty(newline) ? NULL : "binary mode doesn't take a newline argument";
}

/* bound: file, mode, buffering, encoding, errors, newline, closefd, opener */
static bool open_arguments(struct Interpreter *vm, const Value *bound, struct OpenArguments *arguments)
{
    Value newline;
    *arguments = (struct OpenArguments){.file = bound[0], .mode = bound[1], .buffering = -1, .close_descriptor = true};
    if (!is_absent(bound[1]) && !is_string(vm, bound[1])) {
        raise_type_error(vm, "open() argument 'mode' must be str, not %A", bound[1]);
        return false;
    }
    if ((!is_absent(bound[2]) && !object_as_int64(vm, bound[2], TYPE_OverflowError, &arguments->buffering)) ||
        !text_option(vm, bound[3], "open", "encoding", &arguments->text.encoding) ||
        !text_option(vm, bound[4], "open", "errors", &arguments->text.errors) ||
        !text_option(vm, bound[5], "open", "newline", &newline))
        return false;
    if (is_absent(bound[1]))
        arguments->parsed.read = true;
    else if (!parse_mode(vm, bound[1], &arguments->parsed))
        return false;
    const char *error = mode_error(&arguments->parsed);
    if (!error)
        error = binary_error(arguments, newline);
    if (error) {
        raise_value_error(vm, "%s", error);
        return false;
    }
    arguments->opener = is_absent(bound[7]) || is_none(bound[7]) ? EMPTY : bound[7];
    int truth = is_absent(bound[6]) ? 1 : object_truth(vm, bound[6]);
    arguments->close_descriptor = truth > 0;
    return truth >= 0 && newline_from_value(vm, bound[5], &arguments->text.newline);
}

static int open_flags(const struct OpenMode *mode)
{
    int flags = O_CLOEXEC;
    if (mode->update)
        flags |= O_RDWR;
    else
        flags |= mode->read ? O_RDONLY : O_WRONLY;
    if (mode->create)
        flags |= O_CREAT | O_EXCL;
    if (mode->write)
        flags |= O_CREAT | O_TRUNC;
    if (mode->append)
        flags |= O_CREAT | O_APPEND;
    return flags;
}

static bool check_no_directory(struct Interpreter *vm, int descriptor, Value name)
{
    struct stat information;
    if (fstat(descriptor, &information) == 0 && S_ISDIR(information.st_mode)) {
        raise_os_error(vm, EISDIR, name);
        return false;
    }
    return true;
}

static int open_text_path(struct Interpreter *vm, const char *path, size_t length, int flags, Value name)
{
    if (strlen(path) != length) {
        raise_value_error(vm, "embedded null byte");
        return -1;
    }
    int descriptor;
    do
        descriptor = open(path, flags, 0666);
    while (descriptor < 0 && errno == EINTR && (!vm->interrupted || signals_handle(vm)));
    if (descriptor < 0) {
        if (!error_pending(vm)) /* what a signal's handler raised */
            raise_os_error(vm, errno, name);
        return -1;
    }
    if (check_no_directory(vm, descriptor, name))
        return descriptor;
    close(descriptor);
    return -1;
}


Value file_path_of(struct Interpreter *vm, Value file)
{
    if (is_string(vm, file) || object_has_type(vm, file, TYPE_bytes))
        return retain(file);
    Value name = string_intern_cstring(vm, "__fspath__");
    if (is_empty(name))
        return EMPTY;
    Value method = type_lookup_special(vm, file, name), path = EMPTY;
    release(vm, name);
    if (is_absent(method))
        return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %T", file);
    if (!is_empty(method)) {
        path = object_call_0(vm, method);
        release(vm, method);
    }
    if (is_empty(path) || is_string(vm, path) || object_has_type(vm, path, TYPE_bytes))
        return path;
    raise_type_error(vm, "expected %T.__fspath__() to return str or bytes, not %T", file, path);
    release(vm, path);
    return EMPTY;
}

static int open_path(struct Interpreter *vm, Value file, int flags)
{
    Value path = file_path_of(vm, file);
    if (is_empty(path))
        return -1;
    int descriptor = -1;
    Value octets = is_string(vm, path) ? string_encode(vm, path, "utf-8", "surrogateescape") : retain(path);
    if (!is_empty(octets)) {
        Value terminated = bytes_new(vm, NULL, as_bytes(octets)->length + 1);
        if (!is_empty(terminated)) {
            memcpy(as_bytes(terminated)->data, as_bytes(octets)->data, as_bytes(octets)->length);
            descriptor = open_text_path(vm, (const char *)as_bytes(terminated)->data, as_bytes(octets)->length, flags, path);
            release(vm, terminated);
        }
        release(vm, octets);
    }
    release(vm, path);
    return descriptor;
}

/* The descriptor that the opener returns. */
static int call_opener(struct Interpreter *vm, const struct OpenArguments *arguments, int flags)
{
    Value result = object_call_2(vm, arguments->opener, arguments->file, value_from_small_int(flags));
    int64_t descriptor = -1;
    if (is_empty(result))
        return -1;
    if (!is_int(vm, result))
        raise_type_error(vm, "expected integer from opener");
    else if (object_as_int64(vm, result, TYPE_OverflowError, &descriptor) && descriptor < 0)
        raise_value_error(vm, "opener returned %lld", (long long)descriptor);
    release(vm, result);
    if (descriptor < 0)
        return -1;
    if (fcntl((int)descriptor, F_GETFD) < 0) {
        raise_os_error(vm, errno, EMPTY);
        return -1;
    }
    return check_no_directory(vm, (int)descriptor, arguments->file) ? (int)descriptor : -1;
}

/* The descriptor for open()'s first argument; -1: raised. *opened: it is ours to close on failure. */
static int open_descriptor(struct Interpreter *vm, const struct OpenArguments *arguments, bool *opened)
{
    const struct OpenMode *mode = &arguments->parsed;
    *opened = false;
    if (mode->create + mode->read + mode->write + mode->append != 1) {
        raise_value_error(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
        return -1;
    }
    if (is_int(vm, arguments->file)) {
        int64_t number;
        if (!object_as_int64(vm, arguments->file, TYPE_OverflowError, &number))
            return -1;
        if (number < 0)
            raise_value_error(vm, "negative file descriptor");
        else if (fcntl((int)number, F_GETFD) < 0)
            raise_os_error(vm, errno, EMPTY);
        else if (check_no_directory(vm, (int)number, arguments->file))
            return (int)number;
        return -1;
    }
    if (!arguments->close_descriptor) {
        raise_value_error(vm, "Cannot use closefd=False with file name");
        return -1;
    }
    *opened = true;
    return is_empty(arguments->opener) ? open_path(vm, arguments->file, open_flags(mode))
                                       : call_opener(vm, arguments, open_flags(mode));
}

static enum TypeIndex byte_type(const struct OpenMode *mode, bool buffered)
{
    if (!buffered)
        return TYPE_file_io;
    return mode->update ? TYPE_buffered_random : mode->read ? TYPE_buffered_reader : TYPE_buffered_writer;
}

static void fill_modes(struct ByteFile *file, const struct OpenArguments *arguments)
{
    const struct OpenMode *mode = &arguments->parsed;
    file->owns_descriptor = arguments->close_descriptor;
    file->readable = mode->read || mode->update;
    file->writable = !mode->read || mode->update;
    file->appending = mode->append;
    file->created = mode->create;
    if (mode->append)
        lseek(file->descriptor, 0, SEEK_END);
}

static OWNED Value open_bytes(struct Interpreter *vm, const struct OpenArguments *arguments)
{
    const struct OpenMode *mode = &arguments->parsed;
    bool opened;
    int descriptor = open_descriptor(vm, arguments, &opened);
    if (descriptor < 0)
        return EMPTY;
    Value result = byte_file_new(vm, byte_type(mode, arguments->buffering != 0), descriptor, arguments->file);
    if (is_empty(result)) {
        if (opened)
            close(descriptor);
        return EMPTY;
    }
    fill_modes(as_byte_file(result), arguments);
    if (arguments->buffering > 1)
        as_byte_file(result)->capacity = (size_t)arguments->buffering;
    return result;
}

static Value open_file(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct OpenArguments arguments;
    if (!open_arguments(vm, args, &arguments))
        return EMPTY;
    Value bytes = open_bytes(vm, &arguments);
    if (is_empty(bytes) || arguments.parsed.binary)
        return bytes;
    Value mode = is_absent(arguments.mode) ? string_from_cstring(vm, "r") : retain(arguments.mode), text = EMPTY;
    if (arguments.buffering == 0) {
        raise_value_error(vm, "can't have unbuffered text I/O");
    } else if (!is_empty(mode)) {
        arguments.text.line_buffering = arguments.buffering == 1 || (arguments.buffering < 0 && isatty(as_byte_file(bytes)->descriptor));
        text = text_file_new(vm, bytes, mode, &arguments.text);
    }
    release_maybe(vm, mode);
    release(vm, bytes);
    return text;
}

const struct NativeMethod file_open_method =
    FUNCTION_NAMED("open", open_file,
                   "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
                   "Open file and return a stream.  Raise OSError upon failure.");

/* ---- FileIO ------------------------------------------------------------------------- */

/* Its modes: "b" means nothing, and there is exactly one of the others and at most one plus. */
static bool parse_raw_mode(struct Interpreter *vm, Value mode, struct OpenMode *parsed)
{
    const struct String *s = as_string(mode);
    int kinds = 0, updates = 0;
    *parsed = (struct OpenMode){.binary = true};
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool *flag = c == 'x' ? &parsed->create : c == 'r' ? &parsed->read : c == 'w' ? &parsed->write
                     : c == 'a' ? &parsed->append : c == '+' ? &parsed->update : c == 'b' ? &parsed->binary : NULL;
        if (!flag) {
            raise_value_error(vm, "invalid mode: %V", mode);
            return false;
        }
        *flag = true;
        kinds += c != '+' && c != 'b';
        updates += c == '+';
    }
    if (kinds == 1 && updates <= 1)
        return true;
    raise_value_error(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
    return false;
}

bool file_io_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct ByteFile *file = as_byte_file(self);
    struct OpenArguments arguments = {.close_descriptor = true, .buffering = 0};
    Value bound[4];
    bool opened;
    if (!native_bind(vm, "FileIO", "file, mode='r', closefd=True, opener=None", args, positional, names, bound, 4))
        return false;
    if (!is_absent(bound[1]) && !is_string(vm, bound[1])) {
        raise_type_error(vm, "FileIO() argument 'mode' must be str, not %A", bound[1]);
        return false;
    }
    if (is_absent(bound[1]))
        arguments.parsed = (struct OpenMode){.read = true, .binary = true};
    else if (!parse_raw_mode(vm, bound[1], &arguments.parsed))
        return false;
    int truth = is_absent(bound[2]) ? 1 : object_truth(vm, bound[2]);
    if (truth < 0 || (file->initialized && !byte_file_close(vm, file)))
        return false;
    arguments.file = bound[0];
    arguments.close_descriptor = truth > 0;
    arguments.opener = is_absent(bound[3]) || is_none(bound[3]) ? EMPTY : bound[3];
    int descriptor = open_descriptor(vm, &arguments, &opened);
    if (descriptor < 0)
        return false;
    file->descriptor = descriptor;
    file->initialized = true;
    fill_modes(file, &arguments);
    slot_set(vm, file, &file->name, retain(bound[0]));
    return true;
}

/* ---- Standard streams ----------------------------------------------------------------- */

static OWNED Value standard_bytes(struct Interpreter *vm, int descriptor)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    Value name = string_from_cstring(vm, names[descriptor]);
    if (is_empty(name))
        return EMPTY;
    bool unbuffered = descriptor > 0 && (vm->flags & INTERPRETER_UNBUFFERED);
    enum TypeIndex type = unbuffered       ? TYPE_file_io
                          : descriptor == 0 ? TYPE_buffered_reader
                                            : TYPE_buffered_writer;
    Value bytes = byte_file_new(vm, type, descriptor, name);
    release(vm, name);
    if (is_empty(bytes))
        return EMPTY;
    struct ByteFile *file = as_byte_file(bytes);
    file->owns_descriptor = false;
    file->readable = descriptor == 0;
    file->writable = descriptor != 0;
    return bytes;
}

Value file_standard_stream(struct Interpreter *vm, int descriptor)
{
    if (fcntl(descriptor, F_GETFD) < 0) /* the descriptor is closed: CPython gives None */
        return VALUE_NONE;
    struct TextOptions options = {
        .encoding = string_from_cstring(vm, "utf-8"),
        .errors = string_from_cstring(vm, descriptor == 2 ? "backslashreplace" : "surrogateescape"),
        .newline = NEWLINE_LF,
        .line_buffering = descriptor == 2 || (descriptor == 1 && isatty(1)),
        .write_through = descriptor > 0 && (vm->flags & INTERPRETER_UNBUFFERED),
    };
    Value mode = string_from_cstring(vm, descriptor == 0 ? "r" : "w"), bytes = standard_bytes(vm, descriptor);
    Value stream = EMPTY;
    if (!is_empty(options.encoding) && !is_empty(options.errors) && !is_empty(mode) && !is_empty(bytes))
        stream = text_file_new(vm, bytes, mode, &options);
    release_maybe(vm, options.encoding);
    release_maybe(vm, options.errors);
    release_maybe(vm, mode);
    release_maybe(vm, bytes);
    return stream;
}

static bool call_write(struct Interpreter *vm, Value stream, Value text)
{
    Value args[2] = {stream, text}, result = object_call_method(vm, NAME(vm, write), args, 2);
    release_maybe(vm, result);
    return !is_empty(result);
}

bool stream_write_string(struct Interpreter *vm, Value stream, Value text)
{
    if (is_text_file(vm, stream))
        return text_file_write(vm, as_text_file(stream), text);
    return call_write(vm, stream, text);
}

bool stream_write_ascii(struct Interpreter *vm, Value stream, const char *text, size_t length)
{
    if (is_text_file(vm, stream))
        return text_file_write_ascii(vm, as_text_file(stream), text, length);
    Value string = string_from_ascii(vm, text, length);
    bool good = !is_empty(string) && call_write(vm, stream, string);
    release_maybe(vm, string);
    return good;
}

/* ---- The end ------------------------------------------------------------------------------ */

static bool flush_stream(struct Interpreter *vm, Value stream)
{
    if (is_text_file(vm, stream))
        return as_text_file(stream)->closed || text_file_flush(vm, as_text_file(stream));
    Value result = object_call_method(vm, NAME(vm, flush), &stream, 1);
    release_maybe(vm, result);
    return !is_empty(result);
}

/* A reader that went away is no reason for noise, and what stderr cannot take cannot be reported. */
static void report_failed_flush(struct Interpreter *vm, bool is_stdout)
{
    if (!is_stdout || error_matches(vm, TYPE_BrokenPipeError))
        error_clear(vm);
    else
        error_write_unraisable(vm, "Exception ignored on flushing sys.stdout", EMPTY);
}

bool file_flush_all(struct Interpreter *vm)
{
    bool good = true;
    Value pending = error_take(vm);
    for (int i = 1; i <= 2; i++) {
        Value stream = sys_get(vm, i == 1 ? NAME(vm, stdout) : NAME(vm, stderr));
        if (is_empty(stream) || is_absent(stream) || is_none(stream))
            continue;
        Value held = retain(stream);
        if (!flush_stream(vm, held)) {
            good = false;
            report_failed_flush(vm, i == 1);
        }
        release(vm, held);
    }
    error_restore(vm, pending);
    return good;
}
