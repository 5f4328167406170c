/*
 * Codecs: text to octets and back in UTF-8, UTF-16, UTF-32, Latin-1 and
 * ASCII.  Text without trouble takes the straight way; the first error
 * switches to the careful loops below, which ask the error handler.
 */
#include "runtime/codec_internal.h"

#include "runtime/module.h"
#include "runtime/object.h"

/* ---- Names ------------------------------------------------------------- */

const char *encoding_name(enum Encoding encoding)
{
    static const char *const names[] = {"unknown", "utf-8", "utf-8", "latin-1", "ascii", "utf-16", "utf-16-le",
                                        "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"};
    return names[encoding];
}

struct Alias {
    const char *name;
    enum Encoding encoding;
};

static const struct Alias aliases[] = {
    {"utf_8", ENCODING_UTF_8}, {"utf8", ENCODING_UTF_8}, {"u8", ENCODING_UTF_8}, {"utf", ENCODING_UTF_8},
    {"cp65001", ENCODING_UTF_8}, {"utf_8_sig", ENCODING_UTF_8_SIG}, {"latin_1", ENCODING_LATIN_1},
    {"latin1", ENCODING_LATIN_1}, {"latin", ENCODING_LATIN_1}, {"l1", ENCODING_LATIN_1},
    {"iso8859_1", ENCODING_LATIN_1}, {"iso_8859_1", ENCODING_LATIN_1}, {"iso8859", ENCODING_LATIN_1},
    {"8859", ENCODING_LATIN_1}, {"cp819", ENCODING_LATIN_1}, {"ascii", ENCODING_ASCII},
    {"us_ascii", ENCODING_ASCII}, {"us", ENCODING_ASCII}, {"646", ENCODING_ASCII}, {"cp367", ENCODING_ASCII},
    {"ansi_x3.4_1968", ENCODING_ASCII}, {"iso646_us", ENCODING_ASCII}, {"utf_16", ENCODING_UTF_16},
    {"utf16", ENCODING_UTF_16}, {"u16", ENCODING_UTF_16}, {"utf_16_le", ENCODING_UTF_16_LE},
    {"utf_16le", ENCODING_UTF_16_LE}, {"utf_16_be", ENCODING_UTF_16_BE}, {"utf_16be", ENCODING_UTF_16_BE},
    {"unicodelittleunmarked", ENCODING_UTF_16_LE}, {"unicodebigunmarked", ENCODING_UTF_16_BE},
    {"utf_32", ENCODING_UTF_32}, {"utf32", ENCODING_UTF_32}, {"u32", ENCODING_UTF_32},
    {"utf_32_le", ENCODING_UTF_32_LE}, {"utf_32le", ENCODING_UTF_32_LE}, {"utf_32_be", ENCODING_UTF_32_BE},
    {"utf_32be", ENCODING_UTF_32_BE},
};

/* Lower case, and one underscore for every run of other characters, as CPython's registry does. */
static void normalize(char *to, size_t capacity, const char *name)
{
    size_t length = 0;
    bool separated = false;
    for (; *name != 0 && length + 2 < capacity; name++) {
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
        bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (kept && separated && length > 0)
            to[length++] = '_';
        if (kept)
            to[length++] = c;
        separated = !kept;
    }
    to[length] = 0;
}

enum Encoding encoding_from_name(const char *name)
{
    char normalized[64];
    if (name == NULL || strcmp(name, "utf-8") == 0)
        return ENCODING_UTF_8;
    normalize(normalized, sizeof normalized, name);
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(aliases[i].name, normalized) == 0)
            return aliases[i].encoding;
    return ENCODING_UNKNOWN;
}

OWNED Value codec_convert_elsewhere(struct Interpreter *vm, const char *function_name, STEALS Value object,
                                    const char *encoding, const char *errors)
{
    Value function = is_empty(object) ? EMPTY : library_attribute(vm, "codecs", function_name), result = EMPTY;
    Value args[3] = {object, EMPTY, EMPTY};
    if (!is_empty(function)) {
        args[1] = string_from_cstring(vm, encoding);
        args[2] = is_empty(args[1]) ? EMPTY : string_from_cstring(vm, errors == NULL ? "strict" : errors);
    }
    if (!is_empty(args[2]))
        result = object_call(vm, function, args, 3, EMPTY);
    for (int i = 0; i < 3; i++)
        release_maybe(vm, args[i]);
    release_maybe(vm, function);
    return result;
}

bool encoding_is_known(const char *name) { return encoding_from_name(name) != ENCODING_UNKNOWN; }

/* ---- Decoding ---------------------------------------------------------- */

static MUST_USE bool decode_utf8(struct Decoder *d)
{
    while (d->at < d->length) {
        size_t valid = utf8_scan(d->data + d->at, d->length - d->at).valid, wrong;
        const char *reason;
        if (!builder_add_utf8(&d->out, (const char *)d->data + d->at, valid))
            return false;
        d->at += valid;
        if (d->at == d->length)
            break;
        utf8_check(d->data + d->at, d->length - d->at, &wrong, &reason);
        if (!decoder_handle(d, d->at, d->at + wrong, reason))
            return false;
    }
    return true;
}

static MUST_USE bool decode_ascii(struct Decoder *d)
{
    while (d->at < d->length) {
        size_t valid = ascii_prefix_length(d->data + d->at, d->length - d->at);
        if (!builder_add_utf8(&d->out, (const char *)d->data + d->at, valid))
            return false;
        d->at += valid;
        if (d->at < d->length && !decoder_handle(d, d->at, d->at + 1, "ordinal not in range(128)"))
            return false;
    }
    return true;
}

static uint32_t read_2(const struct Decoder *d, size_t at)
{
    const uint8_t *p = d->data + at;
    return d->encoding == ENCODING_UTF_16_BE ? p[0] * 256u + p[1] : p[1] * 256u + p[0];
}

/* What is wrong with the surrogate at d->at: always something handled. */
static MUST_USE bool decode_surrogate(struct Decoder *d, uint32_t unit)
{
    size_t left = d->length - d->at;
    if (unit >= 0xdc00)
        return decoder_handle(d, d->at, d->at + 2, "illegal encoding");
    if (left < 4)
        return decoder_handle(d, d->at, d->at + left, "unexpected end of data");
    uint32_t low = read_2(d, d->at + 2);
    if (low < 0xdc00 || low > 0xdfff)
        return decoder_handle(d, d->at, d->at + 2, "illegal UTF-16 surrogate");
    d->at += 4;
    return builder_add_char(&d->out, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
}

static MUST_USE bool decode_utf16(struct Decoder *d)
{
    while (d->at < d->length) {
        if (d->length - d->at < 2) {
            if (!decoder_handle(d, d->at, d->length, "truncated data"))
                return false;
            continue;
        }
        uint32_t unit = read_2(d, d->at);
        if (is_surrogate(unit)) {
            if (!decode_surrogate(d, unit))
                return false;
            continue;
        }
        d->at += 2;
        if (!builder_add_char(&d->out, unit))
            return false;
    }
    return true;
}

static MUST_USE bool decode_utf32(struct Decoder *d)
{
    bool big = d->encoding == ENCODING_UTF_32_BE;
    while (d->at < d->length) {
        const uint8_t *p = d->data + d->at;
        size_t left = d->length - d->at;
        uint32_t c = left < 4 ? 0
                     : big    ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                              : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
        const char *reason = left < 4                ? "truncated data"
                             : c > MAXIMUM_CODE_POINT ? "code point not in range(0x110000)"
                             : is_surrogate(c) ? "code point in surrogate code point range(0xd800, 0xe000)"
                                               : NULL;
        if (reason != NULL) {
            if (!decoder_handle(d, d->at, d->at + (left < 4 ? left : 4), reason))
                return false;
            continue;
        }
        d->at += 4;
        if (!builder_add_char(&d->out, c))
            return false;
    }
    return true;
}

/* A byte order mark chooses the order and is skipped; without one it is this machine's, little. */
static void read_order_mark(struct Decoder *d)
{
    static const uint8_t little_32[] = {0xff, 0xfe, 0, 0}, big_32[] = {0, 0, 0xfe, 0xff};
    if (d->encoding == ENCODING_UTF_32) {
        bool big = d->length >= 4 && memcmp(d->data, big_32, 4) == 0;
        d->at = big || (d->length >= 4 && memcmp(d->data, little_32, 4) == 0) ? 4 : 0;
        d->encoding = big ? ENCODING_UTF_32_BE : ENCODING_UTF_32_LE;
    } else if (d->encoding == ENCODING_UTF_16) {
        bool big = d->length >= 2 && d->data[0] == 0xfe && d->data[1] == 0xff;
        d->at = big || (d->length >= 2 && d->data[0] == 0xff && d->data[1] == 0xfe) ? 2 : 0;
        d->encoding = big ? ENCODING_UTF_16_BE : ENCODING_UTF_16_LE;
    }
}

static OWNED Value decode_carefully(struct Decoder *d)
{
    bool done;
    builder_open(&d->out, d->vm);
    read_order_mark(d);
    if (d->encoding == ENCODING_UTF_8)
        done = decode_utf8(d);
    else if (d->encoding == ENCODING_ASCII)
        done = decode_ascii(d);
    else
        done = unit_size(d->encoding) == 2 ? decode_utf16(d) : decode_utf32(d);
    if (done)
        return builder_finish(&d->out);
    builder_abandon(&d->out);
    return EMPTY;
}

OWNED Value string_decode(struct Interpreter *vm, const uint8_t *data, size_t length, const char *encoding,
                          const char *errors)
{
    struct Decoder d = {.vm = vm, .encoding = encoding_from_name(encoding), .data = data, .length = length,
                        .errors = errors};
    if (length == 0)
        return retain(vm->empty_string); /* CPython does not look at the name either */
    if (d.encoding == ENCODING_UNKNOWN)
        return codec_convert_elsewhere(vm, "_text_decode", bytes_new(vm, data, length), encoding, errors);
    if (d.encoding == ENCODING_LATIN_1)
        return string_from_units(vm, data, 1, length);
    if (d.encoding == ENCODING_UTF_8_SIG) {
        size_t mark = length >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        d.encoding = ENCODING_UTF_8;
        d.data += mark;
        d.length -= mark;
    }
    if (d.encoding == ENCODING_UTF_8) {
        struct Utf8Scan scan = utf8_scan(d.data, d.length);
        if (scan.valid == d.length)
            return string_from_scanned(vm, d.data, &scan);
    } else if (d.encoding == ENCODING_ASCII && ascii_prefix_length(d.data, d.length) == d.length) {
        return string_from_ascii(vm, (const char *)d.data, d.length);
    }
    return decode_carefully(&d);
}

/* ---- Encoding ---------------------------------------------------------- */

bool encoder_reserve(struct Encoder *e, size_t extra)
{
    if (e->capacity - e->length >= extra)
        return true;
    size_t capacity = e->length + extra + e->length / 4 + 32;
    uint8_t *octets = heap_resize(e->vm, MEMORY_BYTES, e->octets, e->capacity, capacity);
    if (octets == NULL)
        return false;
    e->octets = octets;
    e->capacity = capacity;
    return true;
}

bool encoder_put_octet(struct Encoder *e, uint8_t octet)
{
    if (!encoder_reserve(e, 1))
        return false;
    e->octets[e->length++] = octet;
    return true;
}

static void put_unit(struct Encoder *e, uint32_t unit, int size)
{
    bool big = is_big_endian(e->encoding);
    for (int i = 0; i < size; i++)
        e->octets[e->length++] = (uint8_t)(unit >> 8 * (big ? size - 1 - i : i));
}

bool encoder_put(struct Encoder *e, uint32_t c)
{
    if (!encoder_reserve(e, 4))
        return false;
    int size = unit_size(e->encoding);
    if (e->encoding == ENCODING_UTF_8) {
        e->length += utf8_write(e->octets + e->length, c);
    } else if (size == 2 && c >= 0x10000) {
        put_unit(e, 0xd800 + ((c - 0x10000) >> 10), 2);
        put_unit(e, 0xdc00 + ((c - 0x10000) & 0x3ff), 2);
    } else {
        put_unit(e, c, size);
    }
    return true;
}

/* The code points below this can be encoded, surrogates apart where they cannot. */
static uint32_t encodable_limit(enum Encoding encoding)
{
    return encoding == ENCODING_ASCII ? 0x80 : encoding == ENCODING_LATIN_1 ? 0x100 : MAXIMUM_CODE_POINT + 1;
}

bool encoder_can(const struct Encoder *e, uint32_t c)
{
    return c < encodable_limit(e->encoding) && !is_surrogate(c);
}

static MUST_USE bool encode_all(struct Encoder *e)
{
    const struct String *s = as_string(e->text);
    const char *reason = e->encoding == ENCODING_ASCII     ? "ordinal not in range(128)"
                         : e->encoding == ENCODING_LATIN_1 ? "ordinal not in range(256)"
                                                           : "surrogates not allowed";
    while (e->at < s->length) {
        uint32_t c = string_at(s, e->at);
        if (encoder_can(e, c)) {
            e->at++;
            if (!encoder_put(e, c))
                return false;
            continue;
        }
        size_t end = e->at + 1; /* one call for a run of them, but in the wide encodings */
        while (unit_size(e->encoding) == 1 && end < s->length && !encoder_can(e, string_at(s, end)))
            end++;
        if (!encoder_handle(e, e->at, end, reason))
            return false;
    }
    return true;
}

static OWNED Value encode_carefully(struct Interpreter *vm, Value text, enum Encoding encoding, bool with_mark,
                                    const char *errors)
{
    struct Encoder e = {.vm = vm, .encoding = encoding, .text = text, .errors = errors};
    Value result = EMPTY;
    if (encoder_reserve(&e, string_length(text) + 4) && (!with_mark || encoder_put(&e, 0xfeff)) && encode_all(&e))
        result = bytes_new(vm, e.octets, e.length);
    if (e.octets != NULL)
        heap_free(vm, MEMORY_BYTES, e.octets, e.capacity);
    return result;
}

static bool has_surrogates(const struct String *s)
{
    bool found = false;
    if (string_width(s) == 2)
        for (size_t i = 0; i < s->length; i++)
            found |= (string_units_2(s)[i] & 0xf800) == 0xd800;
    else if (string_width(s) == 4)
        for (size_t i = 0; i < s->length; i++)
            found |= is_surrogate(string_units_4(s)[i]);
    return found;
}

static OWNED Value encode_utf8(struct Interpreter *vm, Value text)
{
    const struct String *s = as_string(text);
    Value result = bytes_allocate(vm, utf8_encoded_length(s->data, string_width(s), s->length));
    if (!is_empty(result))
        utf8_encode(as_bytes(result)->data, s->data, string_width(s), s->length);
    return result;
}

OWNED Value string_encode(struct Interpreter *vm, Value text, const char *name, const char *errors)
{
    enum Encoding encoding = encoding_from_name(name);
    const struct String *s = as_string(text);
    bool with_mark = encoding == ENCODING_UTF_8_SIG || encoding == ENCODING_UTF_16 || encoding == ENCODING_UTF_32;
    if (encoding == ENCODING_UNKNOWN)
        return codec_convert_elsewhere(vm, "_text_encode", retain(text), name, errors);
    if (encoding == ENCODING_UTF_8_SIG)
        encoding = ENCODING_UTF_8;
    if (!with_mark && unit_size(encoding) == 1 && string_is_ascii(s))
        return bytes_new(vm, s->data, s->length);
    if (encoding == ENCODING_LATIN_1 && string_width(s) == 1)
        return bytes_new(vm, s->data, s->length);
    if (encoding == ENCODING_UTF_8 && !with_mark && !has_surrogates(s))
        return encode_utf8(vm, text);
    return encode_carefully(vm, text, encoding, with_mark, errors);
}
