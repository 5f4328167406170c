/*
 * TextIOWrapper as Python sees it: the methods over struct TextFile.
 *
 * Owner: the numbers (files).
 */
#include "runtime/io.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value method_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    if (!size_argument(vm, args, count, &size))
        return EMPTY;
    return text_file_read(vm, as_text_file(args[0]), size);
}

static Value method_readline(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t limit = -1;
    if (count > 1 && !object_as_int64(vm, args[1], TYPE_OverflowError, &limit))
        return EMPTY;
    return text_file_readline(vm, as_text_file(args[0]), limit);
}

static Value text_next(struct Interpreter *vm, Value self)
{
    struct TextFile *file = as_text_file(self);
    Value line = is_text_file(vm, self) ? text_file_readline(vm, file, -1)
                                        : object_call_method(vm, NAME(vm, readline), &self, 1);
    if (!is_empty(line) && !is_string(vm, line)) {
        raise_error(vm, TYPE_OSError, "readline() should have returned a str object, not '%T'", line);
        release(vm, line);
        return EMPTY;
    }
    if (is_empty(line))
        return EMPTY;
    file->iterating = string_length(line) > 0;
    if (file->iterating)
        return line;
    release(vm, line);
    return VALUE_END;
}

static Value method_write(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "write() argument must be str, not %A", args[1]);
    if (!text_file_write(vm, as_text_file(args[0]), args[1]))
        return EMPTY;
    return value_from_small_int((int64_t)string_length(args[1]));
}

static Value method_flush(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return text_file_flush(vm, as_text_file(args[0])) ? VALUE_NONE : EMPTY;
}

static Value method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return text_file_close(vm, as_text_file(args[0])) ? VALUE_NONE : EMPTY;
}

static Value method_tell(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return text_file_tell(vm, as_text_file(args[0]));
}

static Value method_seek(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t whence = 0;
    if (count > 2 && !object_as_int64_clamped(vm, args[2], &whence))
        return EMPTY;
    return text_file_seek(vm, as_text_file(args[0]), args[1], whence < 0 || whence > 1000 ? 1000 : (int)whence);
}

/* self.buffer.<name>(*args[1:]) */
static Value forward(struct Interpreter *vm, const Value *args, size_t count, const char *name)
{
    struct TextFile *file = as_text_file(args[0]);
    if (!file->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    if (is_empty(file->buffer))
        return raise_value_error(vm, "underlying buffer has been detached");
    Value method = string_intern_cstring(vm, name);
    if (is_empty(method))
        return EMPTY;
    Value forwarded[3] = {retain(file->buffer)};
    for (size_t i = 1; i < count; i++)
        forwarded[i] = args[i];
    Value result = object_call_method(vm, method, forwarded, count);
    release(vm, forwarded[0]);
    release(vm, method);
    return result;
}

static Value method_truncate(struct Interpreter *vm, const Value *args, size_t count)
{
    struct TextFile *file = as_text_file(args[0]);
    return text_file_flush(vm, file) ? forward(vm, args, count, "truncate") : EMPTY;
}

static Value method_fileno(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, "fileno");
}

static Value method_isatty(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, "isatty");
}

static Value method_readable(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, "readable");
}

static Value method_writable(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, "writable");
}

static Value method_seekable(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, "seekable");
}

static Value method_detach(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct TextFile *file = as_text_file(args[0]);
    if (!text_file_flush(vm, file))
        return EMPTY;
    return slot_take(vm, file, &file->buffer);
}

static bool set_flag(struct Interpreter *vm, Value v, bool *flag)
{
    if (is_absent(v) || is_none(v))
        return true;
    int truth = object_truth(vm, v);
    *flag = truth > 0;
    return truth >= 0;
}

static bool set_name(struct Interpreter *vm, struct TextFile *file, Value *slot, Value v, const char *what)
{
    if (is_absent(v) || is_none(v))
        return true;
    if (!is_string(vm, v)) {
        raise_type_error(vm, "reconfigure() argument '%s' must be str or None, not %T", what, v);
        return false;
    }
    slot_set(vm, file, slot, retain(v));
    return true;
}

static Value method_reconfigure(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count; /* self, encoding, errors, newline, line_buffering, write_through */
    struct TextFile *file = as_text_file(args[0]);
    bool reading = !is_empty(file->text);
    if (reading && (!is_absent(args[1]) || !is_absent(args[2]) || !is_absent(args[3])))
        return raise_unsupported_operation(vm, "It is not possible to set the encoding or newline of stream after the "
                                               "first read");
    if (!text_file_flush(vm, file))
        return EMPTY;
    enum Newline newline = file->newline;
    if (!is_absent(args[3]) && !newline_from_value(vm, args[3], &newline))
        return EMPTY;
    file->newline = newline;
    if (!set_name(vm, file, &file->errors, args[2], "errors") ||
        !set_name(vm, file, &file->encoding, args[1], "encoding") ||
        !set_flag(vm, args[4], &file->line_buffering) || !set_flag(vm, args[5], &file->write_through))
        return EMPTY;
    return text_file_choose_codec(vm, file) ? VALUE_NONE : EMPTY;
}

/* ---- Attributes -------------------------------------------------------------------- */

static Value get_buffer(struct Interpreter *vm, Value self)
{
    const struct TextFile *file = as_text_file(self);
    if (!file->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    return is_empty(file->buffer) ? VALUE_NONE : retain(file->buffer);
}

static Value get_name(struct Interpreter *vm, Value self)
{
    const struct TextFile *file = as_text_file(self);
    if (is_empty(file->buffer))
        return raise_value_error(vm, "underlying buffer has been detached");
    return object_get_attribute(vm, file->buffer, NAME(vm, name));
}

static Value get_mode(struct Interpreter *vm, Value self)
{
    const struct TextFile *file = as_text_file(self);
    return is_empty(file->mode) ? raise_attribute_error(vm, self, NAME(vm, mode)) : retain(file->mode);
}

static Value get_encoding(struct Interpreter *vm, Value self)
{
    if (!as_text_file(self)->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    return retain(as_text_file(self)->encoding);
}

static Value get_errors(struct Interpreter *vm, Value self)
{
    if (!as_text_file(self)->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    return retain(as_text_file(self)->errors);
}

Value newlines_seen(struct Interpreter *vm, unsigned seen)
{
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value items[3];
    size_t count = 0;
    for (unsigned i = 0; i < 3; i++) {
        if (seen & (1u << i)) {
            items[count] = string_from_cstring(vm, texts[i]);
            if (is_empty(items[count]))
                return EMPTY;
            count++;
        }
    }
    if (count < 2)
        return count ? items[0] : VALUE_NONE;
    return tuple_from_stolen(vm, items, count);
}

static Value get_newlines(struct Interpreter *vm, Value self)
{
    return newlines_seen(vm, as_text_file(self)->seen);
}

static Value get_line_buffering(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_text_file(self)->line_buffering);
}

static Value get_write_through(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_text_file(self)->write_through);
}

static Value get_chunk_size(struct Interpreter *vm, Value self)
{
    return int_new(vm, as_text_file(self)->chunk_size);
}

static bool set_chunk_size(struct Interpreter *vm, Value self, Value value)
{
    int64_t size;
    if (is_empty(value)) {
        raise_error(vm, TYPE_AttributeError, "cannot delete attribute");
        return false;
    }
    if (!object_as_int64(vm, value, TYPE_ValueError, &size))
        return false;
    if (size > 0)
        as_text_file(self)->chunk_size = size;
    else
        raise_value_error(vm, "a strictly positive integer is required");
    return size > 0;
}

static Value get_closed(struct Interpreter *vm, Value self)
{
    const struct TextFile *file = as_text_file(self);
    if (!file->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    if (file->closed)
        return VALUE_TRUE;
    if (is_empty(file->buffer))
        return raise_value_error(vm, "underlying buffer has been detached");
    if (is_byte_file(vm, file->buffer))
        return value_from_bool(as_byte_file(file->buffer)->descriptor < 0);
    return object_get_attribute_cstring(vm, file->buffer, "closed");
}

static Value text_repr(struct Interpreter *vm, Value self)
{
    const struct TextFile *file = as_text_file(self);
    if (!file->initialized)
        return raise_value_error(vm, "I/O operation on uninitialized object");
    Value name = is_empty(file->buffer) ? VALUE_ABSENT : object_lookup_attribute(vm, file->buffer, NAME(vm, name));
    if (is_empty(name)) {
        if (!error_matches(vm, TYPE_ValueError))
            return EMPTY;
        error_clear(vm); /* a detached or unfinished buffer has none */
        name = VALUE_ABSENT;
    }
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = builder_add_char(&builder, '<') &&
                builder_add_cstring(&builder, type_message_name(value_type(vm, self)));
    if (!is_absent(name))
        good = good && builder_add_cstring(&builder, " name=") && builder_add_repr(&builder, name);
    if (!is_empty(file->mode))
        good = good && builder_add_cstring(&builder, " mode=") && builder_add_repr(&builder, file->mode);
    good = good && builder_add_cstring(&builder, " encoding=") && builder_add_repr(&builder, file->encoding) &&
           builder_add_char(&builder, '>');
    release(vm, name);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Construction ---------------------------------------------------------------------- */

bool text_option(struct Interpreter *vm, Value v, const char *function, const char *name, Value *option)
{
    *option = EMPTY;
    if (is_absent(v) || is_none(v))
        return true;
    if (!is_string(vm, v)) {
        raise_type_error(vm, "%s() argument '%s' must be str or None, not %T", function, name, v);
        return false;
    }
    *option = v;
    return true;
}

static Value text_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                            Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *file = object_allocate(vm, type, type->instance_size);
    return file == NULL ? EMPTY : value_from_object(file);
}

static bool text_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value bound[6], newline;
    struct TextOptions options = {0};
    if (!native_bind(vm, "TextIOWrapper",
                     "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False", args,
                     positional, names, bound, 6))
        return false;
    if (!text_option(vm, bound[1], "TextIOWrapper", "encoding", &options.encoding) ||
        !text_option(vm, bound[2], "TextIOWrapper", "errors", &options.errors) ||
        !text_option(vm, bound[3], "TextIOWrapper", "newline", &newline) ||
        !newline_from_value(vm, bound[3], &options.newline) || !set_flag(vm, bound[4], &options.line_buffering) ||
        !set_flag(vm, bound[5], &options.write_through))
        return false;
    return text_file_initialize(vm, as_text_file(self), bound[0], EMPTY, &options);
}

/* ---- The heap's view ----------------------------------------------------------------------- */

static void text_traverse(struct Object *self, VisitFunction visit, void *context)
{
    const struct TextFile *file = (const struct TextFile *)self;
    visit(file->buffer, context);
    visit(file->mode, context);
    visit(file->encoding, context);
    visit(file->errors, context);
    visit(file->text, context);
    visit(file->chunk, context);
}

static Value text_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct TextFile *file = (struct TextFile *)self;
    Value *slots[] = {&file->buffer, &file->mode, &file->encoding, &file->errors, &file->text, &file->chunk};
    while (*cursor < sizeof slots / sizeof *slots) {
        Value *slot = slots[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

static void text_finalize(struct Interpreter *vm, struct Object *self)
{
    Value value = value_from_object(self);
    if (!is_text_file(vm, value)) { /* subclasses may close in a way of their own */
        Value name = string_intern_cstring(vm, "__del__"), result = EMPTY;
        if (!is_empty(name) && ((struct TextFile *)self)->initialized && !is_empty(((struct TextFile *)self)->buffer))
            result = object_call_method(vm, name, &value, 1);
        if (error_pending(vm))
            error_clear(vm);
        release_maybe(vm, result);
        release_maybe(vm, name);
        return;
    }
    const struct TextFile *file = (struct TextFile *)self;
    if (file->initialized && !is_empty(file->buffer) && !text_file_close(vm, (struct TextFile *)self))
        error_clear(vm); /* as for the bytes below */
}

static void text_destroy(struct Interpreter *vm, struct Object *self)
{
    struct TextFile *file = (struct TextFile *)self;
    if (file->pending)
        heap_free(vm, MEMORY_BYTES, file->pending, IO_PENDING_SIZE);
    file->pending = NULL;
}

static const struct NativeMethod text_methods[] = {
    METHOD("read", method_read, 0, 1, "size=-1, /", NULL),
    METHOD("readline", method_readline, 0, 1, "size=-1, /", NULL),
    METHOD("write", method_write, 1, 1, "text, /", NULL),
    METHOD("flush", method_flush, 0, 0, "", NULL),
    METHOD("close", method_close, 0, 0, "", NULL),
    METHOD("seek", method_seek, 1, 2, "cookie, whence=0, /", "Set the stream position, and return the new stream position."),
    METHOD("tell", method_tell, 0, 0, "", "Return the stream position as an opaque number."),
    METHOD("truncate", method_truncate, 0, 1, "pos=None, /", NULL),
    METHOD("fileno", method_fileno, 0, 0, "", NULL),
    METHOD("isatty", method_isatty, 0, 0, "", NULL),
    METHOD("readable", method_readable, 0, 0, "", NULL),
    METHOD("writable", method_writable, 0, 0, "", NULL),
    METHOD("seekable", method_seekable, 0, 0, "", NULL),
    METHOD("detach", method_detach, 0, 0, "", NULL),
    METHOD_NAMED("reconfigure", method_reconfigure,
                 "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
                 "Reconfigure the text stream with new parameters."),
    METHODS_END,
};

static const struct NativeAttribute text_attributes[] = {
    {"buffer", get_buffer, NULL, NULL},
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL},
    {"errors", get_errors, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL},
    {"write_through", get_write_through, NULL, NULL},
    {"closed", get_closed, NULL, NULL},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec text_io_wrapper_type_spec = {
    .name = "_io.TextIOWrapper",
    .documentation = "Character and line based layer over a BufferedIOBase object, buffer.",
    .instance_size = sizeof(struct TextFile),
    .flags = TYPE_BASE | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = text_traverse,
               .take = text_take,
               .destroy = text_destroy,
               .finalize = text_finalize,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = text_construct, .initialize = text_initialize, .repr = text_repr, .next = text_next},
    .methods = text_methods,
    .attributes = text_attributes,
};
