/*
 * Error handlers of the codecs, by name, and the two exceptions they raise.
 *
 * The names are looked at when an error occurs and not before: as in CPython
 * an unknown handler goes unnoticed as long as the text is fine.
 */
#include "runtime/codec_internal.h"
#include "runtime/dict.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/unicode.h"

static enum ErrorHandler find_handler(const char *name)
{
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace", "surrogateescape",
                                        "surrogatepass", "xmlcharrefreplace", "namereplace"};
    for (int i = 0; name != NULL && i < HANDLER_UNKNOWN; i++)
        if (strcmp(name, names[i]) == 0)
            return (enum ErrorHandler)i;
    return name == NULL ? HANDLER_STRICT : HANDLER_UNKNOWN;
}

/* A UnicodeDecodeError or UnicodeEncodeError; takes over `object`. */
static OWNED MUST_USE Value make_unicode_error(struct Interpreter *vm, enum TypeIndex type, enum Encoding encoding,
                                               STEALS Value object, size_t start, size_t end, const char *reason)
{
    Value args[5] = {EMPTY, object, value_from_small_int((int64_t)start), value_from_small_int((int64_t)end), EMPTY};
    Value exception = EMPTY;
    if (!is_empty(object)) {
        args[0] = string_from_cstring(vm, encoding_name(encoding));
        args[4] = is_empty(args[0]) ? EMPTY : string_from_cstring(vm, reason);
    }
    if (!is_empty(args[4]))
        exception = object_call(vm, value_from_object(builtin_type(vm, type)), args, 5, EMPTY);
    for (int i = 0; i < 5; i++)
        release_maybe(vm, args[i]);
    return exception;
}

static MUST_USE bool raise_unicode_error(struct Interpreter *vm, enum TypeIndex type, enum Encoding encoding,
                                         STEALS Value object, size_t start, size_t end, const char *reason)
{
    Value exception = make_unicode_error(vm, type, encoding, object, start, end, reason);
    if (!is_empty(exception))
        raise_value(vm, exception);
    return false;
}

/* The handler that codecs.register_error() was given under the name: BORROWED; EMPTY: raised. */
static BORROWED Value find_registered(struct Interpreter *vm, const char *name)
{
    Value key = is_empty(vm->codec_error_handlers) ? EMPTY : string_intern_cstring(vm, name);
    Value handler = VALUE_ABSENT;
    if (!is_empty(key))
        handler = dict_peek(vm, vm->codec_error_handlers, key);
    release_maybe(vm, key);
    if (is_absent(handler) && !error_pending(vm))
        return raise_error(vm, TYPE_LookupError, "unknown error handler name '%s'", name);
    return is_absent(handler) ? EMPTY : handler;
}

/* Calls a registered handler with the error (taken over): false, raised; else *replacement (OWNED) and the place in
 * the object, of `length`, to go on from. */
static MUST_USE bool ask_registered(struct Interpreter *vm, const char *name, STEALS Value error, const char *wrong,
                                    size_t length, Value *replacement, size_t *at)
{
    Value handler = is_empty(error) ? EMPTY : find_registered(vm, name), answer = EMPTY;
    if (!is_empty(handler)) {
        retain(handler);
        answer = object_call_1(vm, handler, error);
        release(vm, handler);
    }
    release_maybe(vm, error);
    if (is_empty(answer))
        return false;
    bool is_pair = is_tuple(vm, answer) && tuple_length(answer) == 2;
    Value text = is_pair ? as_tuple(answer)->items[0] : EMPTY;
    bool good = is_pair && (is_string(vm, text) || (*wrong == 'e' && is_bytes(vm, text)));
    int64_t place = 0;
    if (!good)
        raise_type_error(vm, "%s", *wrong == 'e' ? "encoding error handler must return (str/bytes, int) tuple"
                                                 : "decoding error handler must return (str, int) tuple");
    else
        good = object_as_int64(vm, as_tuple(answer)->items[1], TYPE_IndexError, &place);
    if (good && place < 0)
        place += (int64_t)length;
    if (good && (place < 0 || place > (int64_t)length)) {
        raise_error(vm, TYPE_IndexError, "position %lld from error handler out of bounds", (long long)place);
        good = false;
    }
    if (good) {
        *replacement = retain(text);
        *at = (size_t)place;
    }
    release(vm, answer);
    return good;
}

static MUST_USE bool raise_wrong_handler(struct Interpreter *vm, const char *exception)
{
    raise_type_error(vm, "don't know how to handle %s in error callback", exception);
    return false;
}

/* ---- Decoding ---------------------------------------------------------- */

static MUST_USE bool decode_strict(struct Decoder *d, size_t start, size_t end, const char *reason)
{
    return raise_unicode_error(d->vm, TYPE_UnicodeDecodeError, d->encoding, bytes_new(d->vm, d->data, d->length),
                               start, end, reason);
}

static MUST_USE bool decode_backslash(struct Decoder *d, size_t start, size_t end)
{
    static const char hexadecimal[] = "0123456789abcdef";
    for (size_t i = start; i < end; i++) {
        char escape[4] = {'\\', 'x', hexadecimal[d->data[i] >> 4], hexadecimal[d->data[i] & 15]};
        if (!builder_add_utf8(&d->out, escape, sizeof escape))
            return false;
    }
    d->at = end;
    return true;
}

static MUST_USE bool decode_surrogate_escape(struct Decoder *d, size_t start, size_t end, const char *reason)
{
    size_t i = start;
    for (; i < end && i < start + 4 && d->data[i] >= 0x80; i++)
        if (!builder_add_char(&d->out, 0xdc00u + d->data[i]))
            return false;
    d->at = i;
    return i > start || decode_strict(d, start, end, reason);
}

static uint32_t read_unit(const struct Decoder *d, size_t at, size_t size)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < size; i++)
        unit |= (uint32_t)d->data[at + i] << 8 * (is_big_endian(d->encoding) ? size - 1 - i : i);
    return unit;
}

/* A surrogate spelt out in the encoding, though it should not be. */
static MUST_USE bool decode_surrogate_pass(struct Decoder *d, size_t start, size_t end, const char *reason)
{
    size_t size = (size_t)unit_size(d->encoding);
    uint32_t c = 0;
    if (d->encoding == ENCODING_UTF_8) {
        size = 3;
        if (d->length - start >= 3 && (d->data[start] & 0xf0) == 0xe0 && (d->data[start + 1] & 0xc0) == 0x80 &&
            (d->data[start + 2] & 0xc0) == 0x80)
            c = (d->data[start] & 15u) << 12 | (d->data[start + 1] & 63u) << 6 | (d->data[start + 2] & 63u);
    } else if (size > 1 && d->length - start >= size) {
        c = read_unit(d, start, size);
    }
    if (!is_surrogate(c))
        return decode_strict(d, start, end, reason);
    d->at = start + size;
    return builder_add_char(&d->out, c);
}

static MUST_USE bool decode_registered(struct Decoder *d, size_t start, size_t end, const char *reason)
{
    Value replacement;
    Value error = make_unicode_error(d->vm, TYPE_UnicodeDecodeError, d->encoding,
                                     bytes_new(d->vm, d->data, d->length), start, end, reason);
    if (!ask_registered(d->vm, d->errors, error, "decoding", d->length, &replacement, &d->at))
        return false;
    bool added = builder_add_str(&d->out, replacement);
    release(d->vm, replacement);
    return added;
}

bool decoder_handle(struct Decoder *d, size_t start, size_t end, const char *reason)
{
    switch (find_handler(d->errors)) {
    case HANDLER_STRICT:
        return decode_strict(d, start, end, reason);
    case HANDLER_IGNORE:
        d->at = end;
        return true;
    case HANDLER_REPLACE:
        d->at = end;
        return builder_add_char(&d->out, 0xfffd);
    case HANDLER_BACKSLASH_REPLACE:
        return decode_backslash(d, start, end);
    case HANDLER_SURROGATE_ESCAPE:
        return decode_surrogate_escape(d, start, end, reason);
    case HANDLER_SURROGATE_PASS:
        return decode_surrogate_pass(d, start, end, reason);
    case HANDLER_XML_CHARACTER_REPLACE: case HANDLER_NAME_REPLACE:
        return raise_wrong_handler(d->vm, "UnicodeDecodeError");
    default:
        return decode_registered(d, start, end, reason);
    }
}

/* ---- Encoding ---------------------------------------------------------- */

static MUST_USE bool encode_strict(struct Encoder *e, size_t start, size_t end, const char *reason)
{
    return raise_unicode_error(e->vm, TYPE_UnicodeEncodeError, e->encoding, string_exact(e->vm, e->text), start, end,
                               reason);
}

static MUST_USE bool put_text(struct Encoder *e, const char *ascii)
{
    for (; *ascii != 0; ascii++)
        if (!encoder_put(e, (uint8_t)*ascii))
            return false;
    return true;
}

static void spell(char *text, size_t capacity, enum ErrorHandler handler, uint32_t c)
{
    char name[256];
    if (handler == HANDLER_REPLACE)
        snprintf(text, capacity, "?");
    else if (handler == HANDLER_XML_CHARACTER_REPLACE)
        snprintf(text, capacity, "&#%u;", c);
    else if (handler == HANDLER_NAME_REPLACE && unicode_name(c, name, sizeof name) > 0)
        snprintf(text, capacity, "\\N{%s}", name);
    else if (c < 0x100)
        snprintf(text, capacity, "\\x%02x", c);
    else
        snprintf(text, capacity, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

static MUST_USE bool encode_spelt(struct Encoder *e, size_t start, size_t end, enum ErrorHandler handler)
{
    char text[300];
    for (size_t i = start; i < end; i++) {
        spell(text, sizeof text, handler, string_at(as_string(e->text), i));
        if (!put_text(e, text))
            return false;
    }
    e->at = end;
    return true;
}

static MUST_USE bool encode_surrogate_escape(struct Encoder *e, size_t start, size_t end, const char *reason)
{
    for (size_t i = start; i < end; i++) {
        uint32_t c = string_at(as_string(e->text), i);
        if (c < 0xdc80 || c > 0xdcff || unit_size(e->encoding) > 1)
            return encode_strict(e, i, end, reason);
        if (!encoder_put_octet(e, (uint8_t)(c - 0xdc00)))
            return false;
    }
    e->at = end;
    return true;
}

static MUST_USE bool encode_surrogate_pass(struct Encoder *e, size_t start, size_t end, const char *reason)
{
    for (size_t i = start; i < end; i++) {
        uint32_t c = string_at(as_string(e->text), i);
        if (!is_surrogate(c) || e->encoding == ENCODING_ASCII || e->encoding == ENCODING_LATIN_1)
            return encode_strict(e, start, end, reason);
        if (!encoder_put(e, c))
            return false;
    }
    e->at = end;
    return true;
}

/* Octets go as they are, text in the encoding, which must be able to hold it. */
static MUST_USE bool encode_registered(struct Encoder *e, size_t start, size_t end, const char *reason)
{
    Value replacement;
    Value error = make_unicode_error(e->vm, TYPE_UnicodeEncodeError, e->encoding, string_exact(e->vm, e->text), start,
                                     end, reason);
    if (!ask_registered(e->vm, e->errors, error, "encoding", string_length(e->text), &replacement, &e->at))
        return false;
    bool good = true;
    if (is_bytes(e->vm, replacement)) {
        for (size_t i = 0; good && i < as_bytes(replacement)->length; i++)
            good = encoder_put_octet(e, as_bytes(replacement)->data[i]);
    } else {
        for (size_t i = 0; good && i < string_length(replacement); i++) {
            uint32_t c = string_at(as_string(replacement), i);
            good = encoder_can(e, c) ? encoder_put(e, c) : encode_strict(e, start, end, reason);
        }
    }
    release(e->vm, replacement);
    return good;
}

bool encoder_handle(struct Encoder *e, size_t start, size_t end, const char *reason)
{
    enum ErrorHandler handler = find_handler(e->errors);
    switch (handler) {
    case HANDLER_STRICT:
        return encode_strict(e, start, end, reason);
    case HANDLER_IGNORE:
        e->at = end;
        return true;
    case HANDLER_SURROGATE_ESCAPE:
        return encode_surrogate_escape(e, start, end, reason);
    case HANDLER_SURROGATE_PASS:
        return encode_surrogate_pass(e, start, end, reason);
    case HANDLER_UNKNOWN:
        return encode_registered(e, start, end, reason);
    default:
        return encode_spelt(e, start, end, handler);
    }
}
