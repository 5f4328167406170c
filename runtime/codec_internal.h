/* What the files of the codecs share: encodings, error handlers, and the state of one conversion. */
#ifndef VIV_RUNTIME_CODEC_INTERNAL_H
#define VIV_RUNTIME_CODEC_INTERNAL_H

#include "runtime/bytes.h"
#include "runtime/string_internal.h"

enum Encoding {
    ENCODING_UNKNOWN,
    ENCODING_UTF_8,
    ENCODING_UTF_8_SIG,
    ENCODING_LATIN_1,
    ENCODING_ASCII,
    ENCODING_UTF_16, /* with a byte order mark */
    ENCODING_UTF_16_LE,
    ENCODING_UTF_16_BE,
    ENCODING_UTF_32,
    ENCODING_UTF_32_LE,
    ENCODING_UTF_32_BE,
};

enum ErrorHandler {
    HANDLER_STRICT,
    HANDLER_IGNORE,
    HANDLER_REPLACE,
    HANDLER_BACKSLASH_REPLACE,
    HANDLER_SURROGATE_ESCAPE,
    HANDLER_SURROGATE_PASS,
    HANDLER_XML_CHARACTER_REPLACE,
    HANDLER_NAME_REPLACE,
    HANDLER_UNKNOWN,
};

struct Decoder {
    struct Interpreter *vm;
    enum Encoding encoding;
    const uint8_t *data;
    size_t length, at;
    const char *errors; /* the handler's name, or NULL */
    struct StringBuilder out;
};

struct Encoder {
    struct Interpreter *vm;
    enum Encoding encoding;
    Value text;
    size_t at;
    const char *errors;
    uint8_t *octets;    /* MEMORY_BYTES block of `capacity` */
    size_t length, capacity;
};

const char *encoding_name(enum Encoding encoding); /* as error messages say it */
enum Encoding encoding_from_name(const char *name); /* NULL: UTF-8 */

/* Asks a function of the module codecs (_text_encode, _text_decode, _text_check) about an encoding that C does not know. */
OWNED MUST_USE Value codec_convert_elsewhere(struct Interpreter *vm, const char *function_name, STEALS Value object,
                                             const char *encoding, const char *errors);

/* Deals with the octets [start, end) that mean nothing: adds what the handler puts in their place and moves
 * decoder->at behind them; false: raised. */
MUST_USE bool decoder_handle(struct Decoder *decoder, size_t start, size_t end, const char *reason);

/* The same for code points [start, end) that have no encoding. */
MUST_USE bool encoder_handle(struct Encoder *encoder, size_t start, size_t end, const char *reason);

/* Whether the encoding has this code point. */
bool encoder_can(const struct Encoder *encoder, uint32_t code_point);
MUST_USE bool encoder_reserve(struct Encoder *encoder, size_t extra);
MUST_USE bool encoder_put(struct Encoder *encoder, uint32_t code_point); /* in the encoding; it can be encoded */
MUST_USE bool encoder_put_octet(struct Encoder *encoder, uint8_t octet);

static inline bool is_surrogate(uint32_t c) { return c >= 0xd800 && c < 0xe000; }
static inline bool is_big_endian(enum Encoding e) { return e == ENCODING_UTF_16_BE || e == ENCODING_UTF_32_BE; }
static inline int unit_size(enum Encoding e) { return e >= ENCODING_UTF_32 ? 4 : e >= ENCODING_UTF_16 ? 2 : 1; }

#endif
