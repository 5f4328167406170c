/*
 * Files of text: encoding and decoding over a file of bytes, lines, positions.
 *
 * Owner: the numbers (files).  Reading decodes one chunk at a time; `text`
 * holds what one chunk gave, `chunk` the bytes it came from, so that tell() can
 * count back to the byte that the reader has reached.  Bytes of a character
 * that the chunk cuts in two, and a final CR whose LF may follow, wait in
 * `tail`.  Writing collects encoded bytes in `pending`, as CPython does, and
 * hands them to the buffer below when they pass its chunk size.
 */
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/codec_internal.h"
#include "runtime/error.h"
#include "runtime/io.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

/* ---- The buffer below ------------------------------------------------------------- */

static OWNED Value call_buffer(struct Interpreter *vm, struct TextFile *file, const char *method, Value argument)
{
    if (is_empty(file->buffer)) /* what ran before has detached it */
        return raise_value_error(vm, "underlying buffer has been detached");
    Value name = string_intern_cstring(vm, method), args[2] = {retain(file->buffer), argument}, result = EMPTY;
    if (!is_empty(name))
        result = object_call_method(vm, name, args, is_empty(argument) ? 1 : 2);
    release_maybe(vm, name);
    release(vm, args[0]);
    return result;
}

static bool call_buffer_done(struct Interpreter *vm, struct TextFile *file, const char *method, Value argument)
{
    Value result = call_buffer(vm, file, method, argument);
    release_maybe(vm, result);
    return !is_empty(result);
}

static bool buffer_write(struct Interpreter *vm, struct TextFile *file, const uint8_t *data, size_t length)
{
    if (is_byte_file(vm, file->buffer))
        return byte_file_write(vm, as_byte_file(file->buffer), data, length);
    Value bytes = bytes_new(vm, data, length);
    bool good = !is_empty(bytes) && call_buffer_done(vm, file, "write", bytes);
    release_maybe(vm, bytes);
    return good;
}

static bool buffer_flush(struct Interpreter *vm, struct TextFile *file)
{
    if (is_byte_file(vm, file->buffer))
        return byte_file_flush(vm, as_byte_file(file->buffer));
    return call_buffer_done(vm, file, "flush", EMPTY);
}

/* The next chunk as bytes; empty at the end. whole: everything that is left. */
static OWNED Value buffer_read(struct Interpreter *vm, struct TextFile *file, bool whole)
{
    if (!is_byte_file(vm, file->buffer))
        return call_buffer(vm, file, whole || !file->has_read1 ? "read" : "read1",
                           whole ? EMPTY : value_from_small_int(file->chunk_size));
    struct ByteFile *below = as_byte_file(file->buffer);
    if (whole)
        return byte_file_read_all(vm, below);
    int64_t available = byte_file_fill(vm, below);
    if (available < 0)
        return EMPTY;
    Value bytes = bytes_new(vm, below->buffer + below->start, (size_t)available);
    if (!is_empty(bytes))
        below->start = below->end;
    return bytes;
}

static int64_t buffer_number(struct Interpreter *vm, Value result)
{
    int64_t number;
    if (is_empty(result))
        return -1;
    bool good = object_as_int64(vm, result, TYPE_OverflowError, &number);
    release(vm, result);
    return good ? number : -1;
}

static int64_t buffer_tell(struct Interpreter *vm, struct TextFile *file)
{
    if (is_byte_file(vm, file->buffer))
        return byte_file_tell(vm, as_byte_file(file->buffer));
    return buffer_number(vm, call_buffer(vm, file, "tell", EMPTY));
}

static int64_t buffer_seek(struct Interpreter *vm, struct TextFile *file, int64_t offset, int whence)
{
    if (is_byte_file(vm, file->buffer))
        return byte_file_seek(vm, as_byte_file(file->buffer), offset, whence);
    if (is_empty(file->buffer))
        return buffer_number(vm, call_buffer(vm, file, "seek", EMPTY)); /* raises */
    Value name = string_intern_cstring(vm, "seek"), position = int_new(vm, offset), result = EMPTY;
    if (!is_empty(name) && !is_empty(position)) {
        Value args[3] = {retain(file->buffer), position, value_from_small_int(whence)};
        result = object_call_method(vm, name, args, 3);
        release(vm, args[0]);
    }
    release_maybe(vm, name);
    release_maybe(vm, position);
    return buffer_number(vm, result);
}

/* ---- Checks -------------------------------------------------------------------------- */

/* buffer.closed of a foreign buffer: 1, 0, -1 raised. */
static int buffer_closed(struct Interpreter *vm, struct TextFile *file)
{
    if (is_byte_file(vm, file->buffer))
        return as_byte_file(file->buffer)->descriptor < 0;
    Value buffer = retain(file->buffer), closed = object_get_attribute_cstring(vm, buffer, "closed");
    release(vm, buffer);
    int truth = is_empty(closed) ? -1 : object_truth(vm, closed);
    release_maybe(vm, closed);
    return truth;
}

static bool check_open(struct Interpreter *vm, struct TextFile *file)
{
    int closed = 0;
    if (!file->initialized)
        raise_value_error(vm, "I/O operation on uninitialized object");
    else if (is_empty(file->buffer))
        raise_value_error(vm, "underlying buffer has been detached");
    else if (file->closed || (closed = buffer_closed(vm, file)) > 0)
        raise_value_error(vm, "I/O operation on closed file.");
    else
        return closed == 0 && (!is_byte_file(vm, file->buffer) || byte_file_usable(vm, as_byte_file(file->buffer)));
    return false;
}

/* buffer.<method>(): 1, 0, -1 raised. */
static int buffer_answers(struct Interpreter *vm, struct TextFile *file, const char *method)
{
    Value answer = call_buffer(vm, file, method, EMPTY);
    int truth = is_empty(answer) ? -1 : object_truth(vm, answer);
    release_maybe(vm, answer);
    return truth;
}

static bool check_readable(struct Interpreter *vm, struct TextFile *file)
{
    if (!check_open(vm, file))
        return false;
    if (!is_byte_file(vm, file->buffer) ? file->reads : as_byte_file(file->buffer)->readable)
        return true;
    raise_unsupported_operation(vm, "not readable");
    return false;
}

static bool check_writable(struct Interpreter *vm, struct TextFile *file)
{
    if (!check_open(vm, file))
        return false;
    if (!is_byte_file(vm, file->buffer) ? file->writes : as_byte_file(file->buffer)->writable)
        return true;
    raise_unsupported_operation(vm, "not writable");
    return false;
}

static bool check_seekable(struct Interpreter *vm, struct TextFile *file)
{
    if (!check_open(vm, file))
        return false;
    if (is_byte_file(vm, file->buffer) && byte_file_seekable(vm, as_byte_file(file->buffer)) > 0)
        return true;
    if (!is_byte_file(vm, file->buffer)) {
        int answer = buffer_answers(vm, file, "seekable");
        if (answer != 0)
            return answer > 0;
    }
    raise_unsupported_operation(vm, "underlying stream is not seekable");
    return false;
}

/* ---- Making one ------------------------------------------------------------------------ */

bool text_file_choose_codec(struct Interpreter *vm, struct TextFile *file)
{
    struct Utf8View name;
    if (!utf8_view(vm, file->encoding, &name))
        return false;
    enum Encoding encoding = encoding_from_name(name.text);
    file->codec = encoding == ENCODING_UTF_8                                    ? CODEC_UTF8
                  : encoding == ENCODING_ASCII || encoding == ENCODING_LATIN_1 ? CODEC_ASCII_SUPERSET
                                                                                : CODEC_OTHER;
    Value checked = VALUE_NONE;
    if (encoding == ENCODING_UNKNOWN)
        checked = codec_convert_elsewhere(vm, "_text_check", VALUE_NONE, name.text, NULL);
    utf8_release(vm, &name);
    return !is_empty(checked);
}

bool text_file_initialize(struct Interpreter *vm, struct TextFile *file, Value buffer, Value mode,
                          const struct TextOptions *options)
{
    Value encoding = is_empty(options->encoding) ? string_from_cstring(vm, "UTF-8") : retain(options->encoding);
    Value errors = is_empty(options->errors) ? string_from_cstring(vm, "strict") : retain(options->errors);
    if (is_empty(encoding) || is_empty(errors)) {
        release_maybe(vm, encoding);
        release_maybe(vm, errors);
        return false;
    }
    slot_set(vm, file, &file->encoding, encoding);
    slot_set(vm, file, &file->errors, errors);
    if (!text_file_choose_codec(vm, file))
        return false;
    slot_set(vm, file, &file->buffer, retain(buffer));
    if (!is_empty(mode))
        slot_set(vm, file, &file->mode, retain(mode));
    file->newline = options->newline;
    file->line_buffering = options->line_buffering;
    file->write_through = options->write_through;
    file->chunk_size = IO_BUFFER_SIZE;
    file->closed = file->iterating = file->wrote_mark = false;
    if (is_byte_file(vm, buffer)) {
        file->initialized = true;
        if (file->codec == CODEC_OTHER && as_byte_file(buffer)->writable) /* appending: the mark is there already */
            file->wrote_mark = lseek(as_byte_file(buffer)->descriptor, 0, SEEK_CUR) > 0;
        return true;
    }
    int reads = buffer_answers(vm, file, "readable"), writes = reads < 0 ? -1 : buffer_answers(vm, file, "writable");
    file->reads = reads > 0;
    file->writes = writes > 0;
    Value name = string_intern_cstring(vm, "read1");
    Value read1 = is_empty(name) || writes < 0 ? EMPTY : object_lookup_attribute(vm, buffer, name);
    release_maybe(vm, name);
    file->has_read1 = !is_empty(read1) && !is_absent(read1);
    file->initialized = !is_empty(read1);
    release_maybe(vm, read1);
    return file->initialized;
}

Value text_file_new(struct Interpreter *vm, Value buffer, Value mode, const struct TextOptions *options)
{
    struct TextFile *file = (struct TextFile *)object_allocate(vm, builtin_type(vm, TYPE_text_io_wrapper), sizeof *file);
    if (!file)
        return EMPTY;
    if (text_file_initialize(vm, file, buffer, mode, options))
        return value_from_object(file);
    object_release(vm, file);
    return EMPTY;
}

bool newline_from_value(struct Interpreter *vm, Value v, enum Newline *newline)
{
    static const char *const texts[] = {NULL, "", "\n", "\r", "\r\n"};
    if (is_absent(v) || is_none(v)) {
        *newline = NEWLINE_UNIVERSAL;
        return true;
    }
    for (enum Newline i = NEWLINE_KEEP; i <= NEWLINE_CRLF; i++) {
        if (string_equals_cstring(v, texts[i])) {
            *newline = i;
            return true;
        }
    }
    raise_value_error(vm, "illegal newline value: %V", v);
    return false;
}

/* ---- Writing ---------------------------------------------------------------------------- */

static bool write_pending(struct Interpreter *vm, struct TextFile *file)
{
    size_t length = file->pending_length;
    file->pending_length = 0;
    return length == 0 || buffer_write(vm, file, file->pending, length);
}

bool text_file_flush(struct Interpreter *vm, struct TextFile *file)
{
    if (!check_open(vm, file))
        return false;
    return write_pending(vm, file) && buffer_flush(vm, file);
}

static void forget_text(struct Interpreter *vm, struct TextFile *file)
{
    slot_clear(vm, file, &file->text);
    slot_clear(vm, file, &file->chunk);
    file->position = file->tail_length = 0;
}

/* Encoded octets; newline: they contain a line end. */
static bool write_octets(struct Interpreter *vm, struct TextFile *file, const uint8_t *data, size_t length, bool newline)
{
    if (!file->pending && !(file->pending = heap_allocate(vm, MEMORY_BYTES, IO_PENDING_SIZE)))
        return false;
    if (length >= IO_BUFFER_SIZE) { /* what is large goes its own way, behind what waits */
        if (!write_pending(vm, file) || !buffer_write(vm, file, data, length))
            return false;
    } else {
        memcpy(file->pending + file->pending_length, data, length);
        file->pending_length += length;
    }
    bool line = file->line_buffering && newline;
    if ((line || file->write_through || file->pending_length >= IO_BUFFER_SIZE) && !write_pending(vm, file))
        return false;
    if (!is_empty(file->text))
        forget_text(vm, file);
    return !(line || file->write_through) || buffer_flush(vm, file);
}

static bool has_newline(const void *data, size_t length)
{
    return memchr(data, '\n', length) || memchr(data, '\r', length);
}

bool text_file_write_ascii(struct Interpreter *vm, struct TextFile *file, const char *text, size_t length)
{
    if (file->codec == CODEC_OTHER || file->newline >= NEWLINE_CR) {
        Value string = string_from_ascii(vm, text, length);
        bool good = !is_empty(string) && text_file_write(vm, file, string);
        release_maybe(vm, string);
        return good;
    }
    if (!check_writable(vm, file))
        return false;
    return write_octets(vm, file, (const uint8_t *)text, length, file->line_buffering && has_newline(text, length));
}

/* With "\n" as the file's newline. */
static OWNED Value translate_newlines(struct Interpreter *vm, const struct TextFile *file, Value text)
{
    struct StringBuilder builder;
    const struct String *s = as_string(text);
    builder_open(&builder, vm);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool good = c != '\n' ? builder_add_char(&builder, c)
                              : builder_add_cstring(&builder, file->newline == NEWLINE_CR ? "\r" : "\r\n");
        if (!good) {
            builder_abandon(&builder);
            return EMPTY;
        }
    }
    return builder_finish(&builder);
}

/* A byte order mark stands once, at the begin. */
static const char *codec_name(const struct TextFile *file, const char *name)
{
    if (!file->wrote_mark)
        return name;
    enum Encoding encoding = encoding_from_name(name);
    return encoding == ENCODING_UTF_16 ? "utf-16-le" : encoding == ENCODING_UTF_32 ? "utf-32-le"
           : encoding == ENCODING_UTF_8_SIG ? "utf-8" : name;
}

static OWNED Value encode_text(struct Interpreter *vm, struct TextFile *file, Value text)
{
    struct Utf8View encoding, errors;
    Value held[2] = {retain(file->encoding), retain(file->errors)}, bytes = EMPTY; /* an error handler may set others */
    if (utf8_view(vm, held[0], &encoding)) {
        if (utf8_view(vm, held[1], &errors)) {
            bytes = string_encode(vm, text, codec_name(file, encoding.text), errors.text);
            utf8_release(vm, &errors);
        }
        utf8_release(vm, &encoding);
    }
    release(vm, held[0]);
    release(vm, held[1]);
    if (!is_empty(bytes))
        file->wrote_mark = true;
    return bytes;
}

bool text_file_write(struct Interpreter *vm, struct TextFile *file, Value text)
{
    const struct String *s = as_string(text);
    if (string_is_ascii(s) && file->codec != CODEC_OTHER && file->newline < NEWLINE_CR)
        return text_file_write_ascii(vm, file, (const char *)s->data, s->length);
    if (!check_writable(vm, file))
        return false;
    Value translated = file->newline >= NEWLINE_CR ? translate_newlines(vm, file, text) : retain(text);
    if (is_empty(translated))
        return false;
    Value bytes = encode_text(vm, file, translated);
    release(vm, translated);
    if (is_empty(bytes))
        return false;
    bool newline = has_newline(as_bytes(bytes)->data, as_bytes(bytes)->length);
    bool good = write_octets(vm, file, as_bytes(bytes)->data, as_bytes(bytes)->length, newline);
    release(vm, bytes);
    return good;
}

/* ---- Decoding ------------------------------------------------------------------------------ */

static size_t sequence_length(uint8_t lead)
{
    return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* How many octets at the end have to wait for the next chunk. */
static size_t unfinished(const struct TextFile *file, const uint8_t *data, size_t length)
{
    if (length == 0)
        return 0;
    if (data[length - 1] == '\r' && file->newline <= NEWLINE_KEEP)
        return 1;
    if (file->codec != CODEC_UTF8)
        return 0;
    for (size_t back = 1; back <= 3 && back <= length; back++) {
        uint8_t octet = data[length - back];
        if (octet >= 0xc0)
            return sequence_length(octet) > back ? back : 0;
        if (octet < 0x80)
            return 0;
    }
    return 0;
}

static OWNED Value decode_octets(struct Interpreter *vm, const struct TextFile *file, const uint8_t *data, size_t length)
{
    struct Utf8View encoding, errors;
    Value held[2] = {retain(file->encoding), retain(file->errors)}, text = EMPTY; /* an error handler may set others */
    if (utf8_view(vm, held[0], &encoding)) {
        if (utf8_view(vm, held[1], &errors)) {
            text = string_decode(vm, data, length, encoding.text, errors.text);
            utf8_release(vm, &errors);
        }
        utf8_release(vm, &encoding);
    }
    release(vm, held[0]);
    release(vm, held[1]);
    return text;
}

/* Notes which newlines occur, and makes them all "\n" when they are to be translated. */
static OWNED Value normalize_newlines(struct Interpreter *vm, struct TextFile *file, STEALS Value text)
{
    const struct String *s = as_string(text);
    if (file->newline > NEWLINE_KEEP)
        return text;
    if (string_width(s) == 1 && !memchr(s->data, '\r', s->length)) {
        if (memchr(s->data, '\n', s->length))
            file->seen |= SEEN_LF;
        return text;
    }
    struct StringBuilder builder;
    builder_open(&builder, vm);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        if (c == '\r') {
            bool pair = i + 1 < s->length && string_at(s, i + 1) == '\n';
            file->seen |= pair ? SEEN_CRLF : SEEN_CR;
            i += pair;
            c = '\n';
        } else if (c == '\n') {
            file->seen |= SEEN_LF;
        }
        if (!builder_add_char(&builder, c)) {
            builder_abandon(&builder);
            release(vm, text);
            return EMPTY;
        }
    }
    if (file->newline == NEWLINE_KEEP) {
        builder_abandon(&builder);
        return text;
    }
    release(vm, text);
    return builder_finish(&builder);
}

/* tail + octets, as one bytes object. */
static OWNED Value join_tail(struct Interpreter *vm, struct TextFile *file, STEALS Value octets)
{
    if (file->tail_length == 0 || is_empty(octets))
        return octets;
    const struct Bytes *more = as_bytes(octets);
    Value joined = bytes_new(vm, NULL, file->tail_length + more->length);
    if (!is_empty(joined)) {
        memcpy(as_bytes(joined)->data, file->tail, file->tail_length);
        memcpy(as_bytes(joined)->data + file->tail_length, more->data, more->length);
        file->tail_length = 0;
    }
    release(vm, octets);
    return joined;
}

/* Makes `text` out of these octets; last: nothing follows. */
static bool accept_octets(struct Interpreter *vm, struct TextFile *file, STEALS Value octets, bool last)
{
    octets = join_tail(vm, file, octets);
    if (is_empty(octets))
        return false;
    const struct Bytes *bytes = as_bytes(octets);
    size_t waiting = last ? 0 : unfinished(file, bytes->data, bytes->length);
    memcpy(file->tail, bytes->data + bytes->length - waiting, waiting);
    file->tail_length = waiting;
    Value text = decode_octets(vm, file, bytes->data, bytes->length - waiting);
    if (!is_empty(text))
        text = normalize_newlines(vm, file, text);
    if (is_empty(text)) {
        release(vm, octets);
        return false;
    }
    slot_set(vm, file, &file->text, text);
    slot_set(vm, file, &file->chunk, octets);
    file->position = 0;
    return true;
}

static size_t unread_length(const struct TextFile *file)
{
    return is_empty(file->text) ? 0 : string_length(file->text) - file->position;
}

/* 1: there is unread text, 0: the end, -1: raised. */
static int fill_text(struct Interpreter *vm, struct TextFile *file)
{
    while (unread_length(file) == 0) {
        bool whole = file->codec == CODEC_OTHER;
        Value octets = buffer_read(vm, file, whole);
        if (is_empty(octets))
            return -1;
        if (!object_has_type(vm, octets, TYPE_bytes)) {
            raise_type_error(vm, "underlying read1() should have returned a bytes-like object, not '%T'", octets);
            release(vm, octets);
            return -1;
        }
        bool last = as_bytes(octets)->length == 0;
        if (last && file->tail_length == 0) {
            release(vm, octets);
            return 0;
        }
        if (!accept_octets(vm, file, octets, last || whole))
            return -1;
    }
    return 1;
}

/* ---- Reading ---------------------------------------------------------------------------------- */

static bool begin_reading(struct Interpreter *vm, struct TextFile *file)
{
    return check_readable(vm, file) && write_pending(vm, file);
}

static OWNED Value take_text(struct Interpreter *vm, struct TextFile *file, size_t count)
{
    size_t start = file->position;
    if (is_empty(file->text))
        return retain(vm->empty_string);
    file->position += count;
    return string_substring(vm, file->text, start, start + count);
}

static OWNED Value read_rest(struct Interpreter *vm, struct TextFile *file)
{
    Value before = take_text(vm, file, unread_length(file));
    if (is_empty(before))
        return EMPTY;
    Value octets = buffer_read(vm, file, true), result = EMPTY;
    if (!is_empty(octets) && accept_octets(vm, file, octets, true)) {
        Value rest = take_text(vm, file, unread_length(file));
        if (!is_empty(rest))
            result = string_concatenate(vm, before, rest);
        release_maybe(vm, rest);
    }
    release(vm, before);
    return result;
}

static bool add_unread(struct StringBuilder *builder, struct TextFile *file, size_t count)
{
    size_t start = file->position;
    file->position += count;
    return builder_add_substring(builder, file->text, start, start + count);
}

Value text_file_read(struct Interpreter *vm, struct TextFile *file, int64_t count)
{
    if (!begin_reading(vm, file))
        return EMPTY;
    if (count < 0)
        return read_rest(vm, file);
    if (unread_length(file) >= (size_t)count)
        return take_text(vm, file, (size_t)count);
    struct StringBuilder builder;
    size_t missing = (size_t)count;
    int filled = 1;
    builder_open(&builder, vm);
    while (missing > 0 && (filled = fill_text(vm, file)) > 0) {
        size_t some = unread_length(file) < missing ? unread_length(file) : missing;
        if (!add_unread(&builder, file, some)) {
            filled = -1;
            break;
        }
        missing -= some;
    }
    if (filled >= 0)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

size_t find_line_end(Value text, size_t start, enum Newline newline)
{
    const struct String *s = as_string(text);
    if (newline == NEWLINE_UNIVERSAL || newline == NEWLINE_LF) {
        if (string_width(s) == 1) {
            const uint8_t *end = memchr(s->data + start, '\n', s->length - start);
            return end ? (size_t)(end - s->data) + 1 : SIZE_MAX;
        }
        for (size_t i = start; i < s->length; i++)
            if (string_at(s, i) == '\n')
                return i + 1;
        return SIZE_MAX;
    }
    for (size_t i = start; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        bool pair = c == '\r' && i + 1 < s->length && string_at(s, i + 1) == '\n';
        if (newline == NEWLINE_CRLF ? pair : c == '\r')
            return i + 1 + (pair && newline != NEWLINE_CR);
        if (newline == NEWLINE_KEEP && c == '\n')
            return i + 1;
    }
    return SIZE_MAX;
}

/* How much of the unread text belongs to the line; *done: the line ends there. */
static size_t line_part(const struct TextFile *file, size_t limit, bool *done)
{
    size_t end = find_line_end(file->text, file->position, file->newline);
    size_t length = (end == SIZE_MAX ? string_length(file->text) : end) - file->position;
    *done = end != SIZE_MAX;
    if (length >= limit) {
        *done = true;
        return limit;
    }
    return length;
}

/* A line that goes on beyond the chunk. */
static OWNED Value read_long_line(struct Interpreter *vm, struct TextFile *file, size_t limit)
{
    struct StringBuilder builder;
    bool done = false;
    int filled = 1;
    builder_open(&builder, vm);
    while (!done && (filled = fill_text(vm, file)) > 0) {
        /* A CR LF pair cut by a chunk's end: the LF alone begins the next one. */
        size_t part = line_part(file, limit, &done);
        if (!add_unread(&builder, file, part)) {
            filled = -1;
            break;
        }
        limit -= part;
    }
    if (filled >= 0)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

Value text_file_readline(struct Interpreter *vm, struct TextFile *file, int64_t limit)
{
    if (!begin_reading(vm, file))
        return EMPTY;
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    int filled = most ? fill_text(vm, file) : 0;
    if (filled <= 0)
        return filled < 0 ? EMPTY : retain(vm->empty_string);
    bool done;
    size_t part = line_part(file, most, &done);
    return done ? take_text(vm, file, part) : read_long_line(vm, file, most);
}

/* ---- Positions ----------------------------------------------------------------------------------- */

/* Octets of the chunk that the characters already read came from. */
static size_t octets_read(const struct TextFile *file)
{
    const struct Bytes *chunk = as_bytes(file->chunk);
    size_t at = 0, length = chunk->length - file->tail_length;
    for (size_t characters = 0; characters < file->position && at < length; characters++) {
        uint8_t octet = chunk->data[at];
        bool pair = octet == '\r' && file->newline == NEWLINE_UNIVERSAL && at + 1 < length &&
                    chunk->data[at + 1] == '\n';
        at += pair ? 2 : file->codec == CODEC_UTF8 ? sequence_length(octet) : 1;
    }
    return at < length ? at : length;
}

/* Octets of the unread text, for codecs whose chunk is the whole file. */
static int64_t unread_octets(struct Interpreter *vm, struct TextFile *file)
{
    if (is_empty(file->chunk))
        return (int64_t)file->tail_length;
    if (file->codec != CODEC_OTHER)
        return (int64_t)(as_bytes(file->chunk)->length - octets_read(file));
    Value rest = string_substring(vm, file->text, file->position, string_length(file->text));
    if (is_empty(rest))
        return -1;
    bool mark = file->wrote_mark;
    file->wrote_mark = file->position > 0;
    Value bytes = encode_text(vm, file, rest);
    file->wrote_mark = mark;
    release(vm, rest);
    if (is_empty(bytes))
        return -1;
    int64_t length = (int64_t)as_bytes(bytes)->length;
    release(vm, bytes);
    return length;
}

Value text_file_tell(struct Interpreter *vm, struct TextFile *file)
{
    if (!check_seekable(vm, file))
        return EMPTY;
    if (file->iterating)
        return raise_error(vm, TYPE_OSError, "telling position disabled by next() call");
    if (!write_pending(vm, file))
        return EMPTY;
    int64_t position = buffer_tell(vm, file), unread = position < 0 ? -1 : unread_octets(vm, file);
    return unread < 0 ? EMPTY : int_new(vm, position - unread);
}

static Value seek_relative(struct Interpreter *vm, struct TextFile *file, bool zero, int whence)
{
    if (!zero)
        return raise_unsupported_operation(vm, whence == 1 ? "can't do nonzero cur-relative seeks"
                                                           : "can't do nonzero end-relative seeks");
    if (whence == 1) {
        file->iterating = false;
        Value position = text_file_tell(vm, file);
        if (is_empty(position))
            return EMPTY;
        Value result = text_file_seek(vm, file, position, 0);
        release(vm, position);
        return result;
    }
    if (!text_file_flush(vm, file))
        return EMPTY;
    int64_t position = buffer_seek(vm, file, 0, 2);
    if (position < 0)
        return EMPTY;
    forget_text(vm, file);
    file->iterating = false;
    return int_new(vm, position);
}

Value text_file_seek(struct Interpreter *vm, struct TextFile *file, Value offset, int whence)
{
    int64_t position;
    if (!check_seekable(vm, file) || !object_as_int64(vm, offset, TYPE_OverflowError, &position))
        return EMPTY;
    if (whence == 1 || whence == 2)
        return seek_relative(vm, file, position == 0, whence);
    if (whence != 0)
        return raise_value_error(vm, "invalid whence (%d, should be 0, 1 or 2)", whence);
    if (position < 0)
        return raise_value_error(vm, "negative seek position %R", offset);
    if (!text_file_flush(vm, file) || buffer_seek(vm, file, position, 0) < 0)
        return EMPTY;
    forget_text(vm, file);
    file->iterating = false;
    file->wrote_mark = position > 0;
    return int_new(vm, position);
}

bool text_file_close(struct Interpreter *vm, struct TextFile *file)
{
    if (!file->initialized || is_empty(file->buffer))
        return check_open(vm, file); /* raises */
    if (file->closed)
        return true;
    if (is_byte_file(vm, file->buffer) && as_byte_file(file->buffer)->descriptor < 0) {
        file->closed = true;
        return true;
    }
    bool good = write_pending(vm, file);
    file->closed = true;
    if (!good) { /* the buffer is closed all the same; the first error is the one to report */
        Value error = error_take(vm);
        if (!call_buffer_done(vm, file, "close", EMPTY))
            error_clear(vm);
        error_restore(vm, error);
        return false;
    }
    if (is_byte_file(vm, file->buffer))
        return byte_file_close(vm, as_byte_file(file->buffer));
    return call_buffer_done(vm, file, "close", EMPTY);
}
