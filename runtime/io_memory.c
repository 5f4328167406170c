/*
 * StringIO and BytesIO: files in memory.
 *
 * Owner: the numbers (files).  StringIO keeps code points of 32 bits, BytesIO
 * octets, each in one growing block; positions may lie beyond the end, what is
 * written there is padded with zeros.
 */
#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/io.h"
#include "runtime/iterators.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

struct MemoryFile {
    struct Object header;
    uint8_t *data;           /* MEMORY_BYTES block of capacity units */
    size_t length, capacity, position;
    size_t exports;          /* BytesIO: buffers lent by getbuffer(); the block stays where it is */
    uint8_t unit;            /* bytes per unit: 4 or 1 */
    uint8_t newline, seen;   /* enum Newline, bits of enum NewlineSeen */
    bool closed, initialized;
};

static struct MemoryFile *as_memory_file(Value v) { return (struct MemoryFile *)value_object(v); }

/* BytesIO's content may change its length only while nobody looks at it. */
static bool check_exports(struct Interpreter *vm, const struct MemoryFile *file)
{
    if (file->exports > 0)
        raise_error(vm, TYPE_BufferError, "Existing exports of data: object cannot be re-sized");
    return file->exports == 0;
}

static bool check_open(struct Interpreter *vm, Value self)
{
    if (!as_memory_file(self)->initialized) {
        raise_value_error(vm, "I/O operation on uninitialized object");
        return false;
    }
    if (as_memory_file(self)->closed)
        raise_value_error(vm, as_memory_file(self)->unit == 4 ? "I/O operation on closed file"
                                                              : "I/O operation on closed file.");
    return !as_memory_file(self)->closed;
}

static bool reserve(struct Interpreter *vm, struct MemoryFile *file, size_t length)
{
    if (length <= file->capacity)
        return true;
    size_t capacity = length < SIZE_MAX / 16 ? length + length / 2 + 16 : length;
    uint8_t *larger = capacity > SIZE_MAX / 4 ? NULL
                                              : heap_resize(vm, MEMORY_BYTES, file->data, file->capacity * file->unit,
                                                            capacity * file->unit);
    if (!larger) {
        if (!error_pending(vm))
            raise_memory_error(vm);
        return false;
    }
    file->data = larger;
    file->capacity = capacity;
    return true;
}

/* Room for count units at the position, which moves behind them; NULL: raised. */
static uint8_t *claim(struct Interpreter *vm, struct MemoryFile *file, size_t count)
{
    size_t end;
    if (__builtin_add_overflow(file->position, count, &end) || end > INT64_MAX) {
        raise_error(vm, TYPE_OverflowError, "new position too large");
        return NULL;
    }
    if (!check_exports(vm, file) || !reserve(vm, file, end))
        return NULL;
    if (file->position > file->length)
        memset(file->data + file->length * file->unit, 0, (file->position - file->length) * file->unit);
    uint8_t *place = file->data + file->position * file->unit;
    file->position = end;
    if (end > file->length)
        file->length = end;
    return place;
}

static size_t available(const struct MemoryFile *file)
{
    return file->position < file->length ? file->length - file->position : 0;
}

/* The next count units, which are there. */
static OWNED Value take(struct Interpreter *vm, struct MemoryFile *file, size_t count)
{
    const uint8_t *start = file->data ? file->data + file->position * file->unit : NULL;
    if (count)
        file->position += count;
    else
        return file->unit == 4 ? retain(vm->empty_string) : bytes_new(vm, NULL, 0);
    return file->unit == 4 ? string_from_units(vm, start, 4, count) : bytes_new(vm, start, count);
}

static uint32_t unit_at(const struct MemoryFile *file, size_t i)
{
    return file->unit == 1 ? file->data[i] : ((const uint32_t *)(const void *)file->data)[i];
}

/* Length of the line at the position, its end included. */
static size_t line_length(const struct MemoryFile *file)
{
    size_t rest = available(file);
    for (size_t i = 0; i < rest; i++) {
        uint32_t c = unit_at(file, file->position + i);
        bool pair = c == '\r' && i + 1 < rest && unit_at(file, file->position + i + 1) == '\n';
        if (file->unit == 1 || file->newline == NEWLINE_UNIVERSAL || file->newline == NEWLINE_LF) {
            if (c == '\n')
                return i + 1;
        } else if (file->newline == NEWLINE_KEEP ? c == '\n' || c == '\r'
                                                 : file->newline == NEWLINE_CR ? c == '\r' : pair) {
            return i + 1 + (pair && file->newline != NEWLINE_CR);
        }
    }
    return rest;
}

/* ---- Writing -------------------------------------------------------------------------- */

static bool put(struct Interpreter *vm, struct MemoryFile *file, uint32_t c)
{
    uint8_t *place = claim(vm, file, 1);
    if (place)
        memcpy(place, &c, sizeof c);
    return place != NULL;
}

/* Translates newlines as the file wants: on the way in for universal ones, "\n" to the chosen one otherwise. */
static bool put_translated(struct Interpreter *vm, struct MemoryFile *file, const struct String *s)
{
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool good = true;
        if (file->newline == NEWLINE_UNIVERSAL && c == '\r') {
            bool pair = i + 1 < s->length && string_at(s, i + 1) == '\n';
            file->seen |= pair ? SEEN_CRLF : SEEN_CR;
            i += pair;
            c = '\n';
        } else if (file->newline == NEWLINE_UNIVERSAL && c == '\n') {
            file->seen |= SEEN_LF;
        } else if (file->newline >= NEWLINE_CR && c == '\n') {
            good = file->newline == NEWLINE_CR || put(vm, file, '\r');
            c = file->newline == NEWLINE_CR ? '\r' : '\n';
        }
        if (!good || !put(vm, file, c))
            return false;
    }
    return true;
}

static void note_newlines(struct MemoryFile *file, const struct String *s)
{
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool pair = c == '\r' && i + 1 < s->length && string_at(s, i + 1) == '\n';
        if (c == '\r' || c == '\n')
            file->seen |= pair ? SEEN_CRLF : c == '\r' ? SEEN_CR : SEEN_LF;
        i += pair;
    }
}

static bool write_string(struct Interpreter *vm, struct MemoryFile *file, Value text)
{
    const struct String *s = as_string(text);
    if (file->newline == NEWLINE_KEEP)
        note_newlines(file, s);
    else if (file->newline != NEWLINE_LF)
        return put_translated(vm, file, s);
    uint8_t *place = claim(vm, file, s->length);
    if (!place)
        return false;
    for (size_t i = 0; i < s->length; i++)
        ((uint32_t *)(void *)place)[i] = string_at(s, i);
    return true;
}

static Value string_io_write(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "string argument expected, got '%T'", args[1]);
    if (!check_open(vm, args[0]) || !write_string(vm, as_memory_file(args[0]), args[1]))
        return EMPTY;
    return value_from_small_int((int64_t)string_length(args[1]));
}

static Value bytes_io_write(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct HeldBuffer held;
    struct MemoryFile *file = as_memory_file(args[0]);
    if (!check_open(vm, args[0]) || !check_exports(vm, file) || !buffer_acquire(vm, args[1], NULL, &held))
        return EMPTY;
    bool good = check_exports(vm, file);
    size_t length = held.length;
    if (good && length > 0) {
        uint8_t *place = claim(vm, file, length);
        good = place != NULL;
        if (good)
            memcpy(place, held.data, length);
    }
    buffer_release(vm, &held);
    return good ? int_new(vm, (int64_t)length) : EMPTY;
}

/* ---- Reading ---------------------------------------------------------------------------- */

static Value memory_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    if (!check_open(vm, args[0]) || !size_argument(vm, args, count, &size))
        return EMPTY;
    struct MemoryFile *file = as_memory_file(args[0]);
    size_t rest = available(file);
    return take(vm, file, size >= 0 && (size_t)size < rest ? (size_t)size : rest);
}

static Value memory_readline(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit;
    if (!check_open(vm, args[0]) || !size_argument(vm, args, count, &limit))
        return EMPTY;
    struct MemoryFile *file = as_memory_file(args[0]);
    size_t length = line_length(file);
    return take(vm, file, limit >= 0 && (size_t)limit < length ? (size_t)limit : length);
}

static Value memory_next(struct Interpreter *vm, Value self)
{
    if (!check_open(vm, self))
        return EMPTY;
    if (as_memory_file(self)->unit == 4 && !object_has_type(vm, self, TYPE_string_io)) {
        Value line = object_call_method(vm, NAME(vm, readline), &self, 1); /* subclasses may have their own */
        int64_t length = is_empty(line) ? -1 : object_length(vm, line);
        if (length > 0)
            return line;
        release_maybe(vm, line);
        return length < 0 ? EMPTY : VALUE_END;
    }
    struct MemoryFile *file = as_memory_file(self);
    size_t length = line_length(file);
    return length ? take(vm, file, length) : VALUE_END;
}

static Value memory_getvalue(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct MemoryFile *file = as_memory_file(args[0]);
    if (!check_open(vm, args[0]))
        return EMPTY;
    if (file->length == 0)
        return file->unit == 4 ? retain(vm->empty_string) : bytes_new(vm, NULL, 0);
    return file->unit == 4 ? string_from_units(vm, file->data, 4, file->length)
                           : bytes_new(vm, file->data, file->length);
}

static Value bytes_io_readinto(struct Interpreter *vm, const Value *args, size_t count)
{
    struct HeldBuffer held;
    (void)count;
    if (!check_open(vm, args[0]) || !buffer_acquire(vm, args[1], "readinto() argument", &held))
        return EMPTY;
    struct MemoryFile *file = as_memory_file(args[0]);
    size_t some = available(file) < held.length ? available(file) : held.length;
    if (some)
        memmove(held.data, file->data + file->position, some); /* it may be the file's own buffer */
    file->position += some;
    buffer_release(vm, &held);
    return int_new(vm, (int64_t)some);
}

/* ---- getbuffer() ------------------------------------------------------------------------- */

struct MemoryLoan {
    struct Object header;
    Value file;
};

static bool loan_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    struct MemoryFile *file = as_memory_file(((struct MemoryLoan *)value_object(self))->file);
    *buffer = (struct Buffer){.data = file->data != NULL ? file->data : as_bytes(vm->empty_bytes)->data,
                              .length = file->length, .exports = &file->exports, .format = "B", .item_size = 1};
    return true;
}

static void loan_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct MemoryLoan *)self)->file, context);
}

static Value loan_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct MemoryLoan *)self)->file;
    return (*cursor)++ > 0 || is_empty(*slot) ? VALUE_END : slot_take(vm, self, slot);
}

const struct TypeSpec bytes_io_buffer_type_spec = {
    .name = "_io._BytesIOBuffer",
    .instance_size = sizeof(struct MemoryLoan),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER,
               .traverse = loan_traverse,
               .take = loan_take,
               .clear = nothing_to_clear}, /* a view of it counts itself in the file */
    .operations = {.buffer = loan_buffer},
};

static Value bytes_io_getbuffer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_open(vm, args[0]))
        return EMPTY;
    struct MemoryLoan *loan =
        (struct MemoryLoan *)object_allocate(vm, builtin_type(vm, TYPE_bytes_io_buffer), sizeof *loan);
    if (loan == NULL)
        return EMPTY;
    slot_init(vm, loan, &loan->file, retain(args[0]));
    Value view = memoryview_of(vm, value_from_object(loan));
    object_release(vm, loan);
    return view;
}

/* ---- Positions ---------------------------------------------------------------------------- */

static Value memory_tell(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? int_new(vm, (int64_t)as_memory_file(args[0])->position) : EMPTY;
}

static Value string_io_seek_from(struct Interpreter *vm, struct MemoryFile *file, int64_t offset, int64_t whence)
{
    if (whence < 0 || whence > 2)
        return raise_value_error(vm, "Invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (whence != 0 && offset != 0)
        return raise_error(vm, TYPE_OSError, "Can't do nonzero cur-relative seeks");
    if (whence == 0 && offset < 0)
        return raise_value_error(vm, "Negative seek position %lld", (long long)offset);
    if (whence != 1)
        file->position = whence == 2 ? file->length : (size_t)offset;
    return int_new(vm, (int64_t)file->position);
}

static Value bytes_io_seek_from(struct Interpreter *vm, struct MemoryFile *file, int64_t offset, int64_t whence)
{
    if (whence < 0 || whence > 2)
        return raise_value_error(vm, "invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (whence == 0 && offset < 0)
        return raise_value_error(vm, "negative seek value %lld", (long long)offset);
    int64_t base = whence == 1 ? (int64_t)file->position : whence == 2 ? (int64_t)file->length : 0;
    if (offset > INT64_MAX - base)
        return raise_error(vm, TYPE_OverflowError, "new position too large");
    file->position = base + offset < 0 ? 0 : (size_t)(base + offset);
    return int_new(vm, (int64_t)file->position);
}

static Value memory_seek(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t offset, whence = 0;
    if (!check_open(vm, args[0]) || !read_size(vm, args[1], &offset))
        return EMPTY;
    if (count > 2 && !object_as_int64(vm, args[2], TYPE_OverflowError, &whence))
        return EMPTY;
    struct MemoryFile *file = as_memory_file(args[0]);
    return file->unit == 4 ? string_io_seek_from(vm, file, offset, whence) : bytes_io_seek_from(vm, file, offset, whence);
}

static Value memory_truncate(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!check_open(vm, args[0]))
        return EMPTY;
    struct MemoryFile *file = as_memory_file(args[0]);
    int64_t size = (int64_t)file->position;
    if (count > 1 && !is_none(args[1]) && !read_size(vm, args[1], &size))
        return EMPTY;
    if (size < 0)
        return raise_value_error(vm, file->unit == 4 ? "Negative size value %lld" : "negative size value %lld",
                                 (long long)size);
    if (!check_exports(vm, file))
        return EMPTY;
    if ((size_t)size < file->length)
        file->length = (size_t)size;
    return int_new(vm, size);
}

static Value memory_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct MemoryFile *file = as_memory_file(args[0]);
    if (!check_exports(vm, file))
        return EMPTY;
    heap_free(vm, MEMORY_BYTES, file->data, file->capacity * file->unit);
    file->data = NULL;
    file->length = file->capacity = file->position = 0;
    file->closed = true;
    return VALUE_NONE;
}

static Value memory_true(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_TRUE : EMPTY;
}

static Value memory_false(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_FALSE : EMPTY;
}

static Value memory_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return check_open(vm, args[0]) ? VALUE_NONE : EMPTY;
}

static Value get_closed(struct Interpreter *vm, Value self)
{
    if (!as_memory_file(self)->initialized && as_memory_file(self)->unit == 4)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    return value_from_bool(as_memory_file(self)->closed);
}

static Value get_newlines(struct Interpreter *vm, Value self)
{
    return check_open(vm, self) ? newlines_seen(vm, as_memory_file(self)->seen) : EMPTY;
}

static Value get_none(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return VALUE_NONE;
}

static Value get_false(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return VALUE_FALSE;
}

/* ---- Construction -------------------------------------------------------------------------- */

static OWNED Value memory_file_construct(struct Interpreter *vm, struct Type *type, uint8_t unit)
{
    struct MemoryFile *file = (struct MemoryFile *)object_allocate(vm, type, type->instance_size);
    if (file == NULL)
        return EMPTY;
    file->unit = unit;
    return value_from_object(file);
}

static Value string_io_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    (void)args, (void)positional, (void)names;
    return memory_file_construct(vm, type, 4);
}

static Value bytes_io_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    (void)args, (void)positional, (void)names;
    return memory_file_construct(vm, type, 1);
}

static void start_anew(struct MemoryFile *file)
{
    file->length = file->position = 0;
    file->seen = 0;
    file->closed = false;
    file->initialized = true;
}

static bool string_io_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct MemoryFile *file = as_memory_file(self);
    enum Newline newline = NEWLINE_LF;
    Value bound[2];
    if (!native_bind(vm, "StringIO", "initial_value='', newline='\\n'", args, positional, names, bound, 2))
        return false;
    if (!is_absent(bound[1]) && !is_none(bound[1]) && !is_string(vm, bound[1])) {
        raise_type_error(vm, "newline must be str or None, not %T", bound[1]);
        return false;
    }
    if (!is_absent(bound[1]) && !newline_from_value(vm, bound[1], &newline)) {
        error_clear(vm);
        raise_value_error(vm, "illegal newline value: %R", bound[1]);
        return false;
    }
    bool text = !is_absent(bound[0]) && !is_none(bound[0]);
    if (text && !is_string(vm, bound[0])) {
        raise_type_error(vm, "initial_value must be str or None, not %T", bound[0]);
        return false;
    }
    start_anew(file);
    file->newline = newline;
    if (text && string_length(bound[0]) > 0 && !write_string(vm, file, bound[0]))
        return false;
    file->position = 0;
    return true;
}

static bool bytes_io_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct MemoryFile *file = as_memory_file(self);
    struct HeldBuffer held;
    Value bound[1];
    if (!native_bind(vm, "BytesIO", "initial_bytes=b''", args, positional, names, bound, 1))
        return false;
    file->length = file->position = 0;
    if (!check_exports(vm, file))
        return false;
    bool given = !is_absent(bound[0]) && !is_none(bound[0]);
    if (given && !buffer_acquire(vm, bound[0], NULL, &held))
        return false;
    bool good = check_exports(vm, file); /* asking for the buffer may have run code */
    if (good)
        start_anew(file);
    if (given && good && held.length > 0) {
        uint8_t *place = claim(vm, file, held.length);
        good = place != NULL;
        if (good)
            memcpy(place, held.data, held.length);
    }
    if (given)
        buffer_release(vm, &held);
    file->position = 0;
    return good;
}

static void memory_destroy(struct Interpreter *vm, struct Object *self)
{
    struct MemoryFile *file = (struct MemoryFile *)self;
    if (file->data)
        heap_free(vm, MEMORY_BYTES, file->data, file->capacity * file->unit);
    file->data = NULL;
}

#define MEMORY_METHODS                                                                                      \
    METHOD("read", memory_read, 0, 1, "size=-1, /", NULL),                                                  \
        METHOD("readline", memory_readline, 0, 1, "size=-1, /", NULL),                                      \
        METHOD("getvalue", memory_getvalue, 0, 0, "", "Retrieve the entire contents of the object."),       \
        METHOD("tell", memory_tell, 0, 0, "", "Tell the current file position."),                           \
        METHOD("seek", memory_seek, 1, 2, "pos, whence=0, /", "Change stream position."),                   \
        METHOD("truncate", memory_truncate, 0, 1, "pos=None, /", "Truncate size to pos."),                  \
        METHOD("close", memory_close, 0, 0, "", "Close the IO object."),                                    \
        METHOD("readable", memory_true, 0, 0, "", NULL),                                                    \
        METHOD("writable", memory_true, 0, 0, "", NULL),                                                    \
        METHOD("seekable", memory_true, 0, 0, "", NULL)

static const struct NativeMethod string_io_methods[] = {
    MEMORY_METHODS,
    METHOD("write", string_io_write, 1, 1, "s, /", "Write string to file."),
    METHODS_END,
};

static const struct NativeMethod bytes_io_methods[] = {
    MEMORY_METHODS,
    METHOD("write", bytes_io_write, 1, 1, "b, /", "Write bytes to file."),
    METHOD("flush", memory_flush, 0, 0, "", NULL),
    METHOD("isatty", memory_false, 0, 0, "", NULL),
    METHOD("read1", memory_read, 0, 1, "size=-1, /", NULL),
    METHOD("getbuffer", bytes_io_getbuffer, 0, 0, "", "Get a read-write view over the contents of the BytesIO object."),
    METHOD("readinto", bytes_io_readinto, 1, 1, "buffer, /", "Read bytes into buffer."),
    METHODS_END,
};

static const struct NativeAttribute string_io_attributes[] = {
    {"closed", get_closed, NULL, NULL},
    {"encoding", get_none, NULL, NULL},
    {"errors", get_none, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"line_buffering", get_false, NULL, NULL},
    ATTRIBUTES_END,
};

static const struct NativeAttribute bytes_io_attributes[] = {
    {"closed", get_closed, NULL, "True if the file is closed."},
    ATTRIBUTES_END,
};

const struct TypeSpec string_io_type_spec = {
    .name = "_io.StringIO",
    .documentation = "Text I/O implementation using an in-memory buffer.",
    .instance_size = sizeof(struct MemoryFile),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.destroy = memory_destroy, .kind = OBJECT_LEAF},
    .operations = {.construct = string_io_construct, .initialize = string_io_initialize, .next = memory_next},
    .methods = string_io_methods,
    .attributes = string_io_attributes,
};

const struct TypeSpec bytes_io_type_spec = {
    .name = "_io.BytesIO",
    .documentation = "Buffered I/O implementation using an in-memory bytes buffer.",
    .instance_size = sizeof(struct MemoryFile),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.destroy = memory_destroy, .kind = OBJECT_LEAF},
    .operations = {.construct = bytes_io_construct, .initialize = bytes_io_initialize, .next = memory_next},
    .methods = bytes_io_methods,
    .attributes = bytes_io_attributes,
};
