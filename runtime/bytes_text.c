/*
 * Methods of bytes and bytearray that treat octets as ASCII text (case,
 * predicates, translation), and their spellings: repr, hexadecimal, decode.
 */
#include "runtime/buffer.h"
#include "runtime/bytes_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/unicode.h"

/* ---- Case -------------------------------------------------------------- */

typedef void (*Conversion)(uint8_t *to, const uint8_t *from, size_t length);

static OWNED Value convert(struct Interpreter *vm, Value self, Conversion conversion)
{
    struct Units text = octets_of(vm, self);
    Value result = octets_like(vm, self, NULL, text.length);
    if (!is_empty(result) && text.length > 0)
        conversion(octets_for_writing(vm, result), text.data, text.length);
    return result;
}

static void upper(uint8_t *to, const uint8_t *from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_upper(from[i]);
}

static void lower(uint8_t *to, const uint8_t *from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_lower(from[i]);
}

static void swap(uint8_t *to, const uint8_t *from, size_t length)
{
    for (size_t i = 0; i < length; i++)
        to[i] = ascii_has(from[i], ASCII_LOWER) ? ascii_upper(from[i]) : ascii_lower(from[i]);
}

static void title(uint8_t *to, const uint8_t *from, size_t length)
{
    bool in_word = false;
    for (size_t i = 0; i < length; i++) {
        to[i] = in_word ? ascii_lower(from[i]) : ascii_upper(from[i]);
        in_word = ascii_has(from[i], ASCII_LOWER | ASCII_UPPER);
    }
}

static void capitalize(uint8_t *to, const uint8_t *from, size_t length)
{
    lower(to, from, length);
    to[0] = ascii_upper(from[0]);
}

#define DEFINE_CONVERSION(name, conversion)                                     \
    OWNED Value name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                           \
        (void)count;                                                            \
        return convert(vm, args[0], conversion);                                \
    }

DEFINE_CONVERSION(bytes_upper, upper)
DEFINE_CONVERSION(bytes_lower, lower)
DEFINE_CONVERSION(bytes_swapcase, swap)
DEFINE_CONVERSION(bytes_title, title)
DEFINE_CONVERSION(bytes_capitalize, capitalize)

/* ---- Predicates -------------------------------------------------------- */

static OWNED Value all_have(struct Interpreter *vm, Value self, unsigned properties)
{
    struct Units text = octets_of(vm, self);
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_has(((const uint8_t *)text.data)[i], properties))
            return VALUE_FALSE;
    return value_from_bool(text.length > 0);
}

/* At least one letter of the wanted case and none of the other. */
static OWNED Value all_cased(struct Interpreter *vm, Value self, unsigned wanted, unsigned other)
{
    struct Units text = octets_of(vm, self);
    bool found = false;
    for (size_t i = 0; i < text.length; i++) {
        uint8_t c = ((const uint8_t *)text.data)[i];
        if (ascii_has(c, other))
            return VALUE_FALSE;
        found = found || ascii_has(c, wanted);
    }
    return value_from_bool(found);
}

#define DEFINE_PREDICATE(name, expression)                                      \
    OWNED Value name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                           \
        (void)count;                                                            \
        return expression;                                                      \
    }

DEFINE_PREDICATE(bytes_isalnum, all_have(vm, args[0], ASCII_LOWER | ASCII_UPPER | ASCII_DIGIT))
DEFINE_PREDICATE(bytes_isalpha, all_have(vm, args[0], ASCII_LOWER | ASCII_UPPER))
DEFINE_PREDICATE(bytes_isdigit, all_have(vm, args[0], ASCII_DIGIT))
DEFINE_PREDICATE(bytes_isspace, all_have(vm, args[0], ASCII_SPACE))
DEFINE_PREDICATE(bytes_islower, all_cased(vm, args[0], ASCII_LOWER, ASCII_UPPER))
DEFINE_PREDICATE(bytes_isupper, all_cased(vm, args[0], ASCII_UPPER, ASCII_LOWER))

OWNED Value bytes_isascii(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units text = octets_of(vm, args[0]);
    (void)count;
    return value_from_bool(ascii_prefix_length(text.data, text.length) == text.length);
}

OWNED Value bytes_istitle(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units text = octets_of(vm, args[0]);
    bool found = false, in_word = false;
    (void)count;
    for (size_t i = 0; i < text.length; i++) {
        uint8_t c = ((const uint8_t *)text.data)[i];
        bool capital = ascii_has(c, ASCII_UPPER), small = ascii_has(c, ASCII_LOWER);
        if ((capital && in_word) || (small && !in_word))
            return VALUE_FALSE;
        in_word = capital || small;
        found = found || in_word;
    }
    return value_from_bool(found);
}

/* ---- Translation ------------------------------------------------------- */

/* translate(table, /, delete=b'') */
OWNED Value bytes_translate(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units table = {.length = 0}, deleted = {.length = 0};
    bool is_deleted[256] = {false};
    (void)count;
    if (!is_none(args[1])) {
        if (!read_octets(vm, args[1], &table))
            return EMPTY;
        if (table.length != 256)
            return raise_value_error(vm, "translation table must be 256 characters long");
    }
    if (!is_absent(args[2]) && !read_octets(vm, args[2], &deleted))
        return EMPTY;
    if (is_none(args[1]) && deleted.length == 0)
        return octets_unchanged(vm, args[0]);
    for (size_t i = 0; i < deleted.length; i++)
        is_deleted[((const uint8_t *)deleted.data)[i]] = true;
    struct Units text = octets_of(vm, args[0]);
    const uint8_t *from = text.data;
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++)
        length += !is_deleted[from[i]];
    Value result = octets_like(vm, args[0], NULL, length);
    if (is_empty(result) || length == 0)
        return result;
    uint8_t *to = octets_for_writing(vm, result);
    for (size_t i = 0; i < text.length; i++)
        if (!is_deleted[from[i]])
            *to++ = table.length == 0 ? from[i] : ((const uint8_t *)table.data)[from[i]];
    return result;
}

/* Static: no self. */
OWNED Value bytes_maketrans(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units from, to;
    uint8_t table[256];
    (void)count;
    if (!read_octets(vm, args[0], &from) || !read_octets(vm, args[1], &to))
        return EMPTY;
    if (from.length != to.length)
        return raise_value_error(vm, "maketrans arguments must have same length");
    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (size_t i = 0; i < from.length; i++)
        table[((const uint8_t *)from.data)[i]] = ((const uint8_t *)to.data)[i];
    return bytes_new(vm, table, sizeof table);
}

/* ---- Spellings --------------------------------------------------------- */

static const char hexadecimal[] = "0123456789abcdef";

static MUST_USE bool add_octet_repr(struct StringBuilder *builder, uint8_t c, uint8_t escaped)
{
    char text[4] = {'\\', 'x', hexadecimal[c >> 4], hexadecimal[c & 15]};
    if (c == escaped || c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        text[1] = (char)(c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c);
        return builder_add_utf8(builder, text, 2);
    }
    return ascii_has(c, ASCII_PRINTABLE) ? builder_add_char(builder, c) : builder_add_utf8(builder, text, 4);
}

bool builder_add_octets_repr(struct StringBuilder *builder, const uint8_t *data, size_t length, bool escape_single)
{
    struct Units octets = {data, length, 1};
    uint8_t quote = units_find_one(octets, '\'') >= 0 && units_find_one(octets, '"') < 0 ? '"' : '\'';
    if (!builder_add_char(builder, 'b') || !builder_add_char(builder, quote))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!add_octet_repr(builder, data[i], escape_single ? '\'' : quote))
            return false;
    return builder_add_char(builder, quote);
}

/* The separator's character; false: raised. */
static MUST_USE bool read_separator(struct Interpreter *vm, Value v, uint32_t *separator)
{
    const uint8_t *data;
    size_t length;
    if (is_string(vm, v)) {
        length = string_length(v);
        *separator = length > 0 ? string_at(as_string(v), 0) : 0;
    } else if (is_bytes(vm, v) && bytes_view(vm, v, &data, &length)) {
        *separator = length > 0 ? data[0] : 0;
    } else {
        int64_t measured = object_length(vm, v);
        if (measured == 1)
            raise_type_error(vm, "sep must be str or bytes.");
        else if (measured >= 0)
            raise_value_error(vm, "sep must be length 1.");
        return false;
    }
    if (length == 1 && *separator < 0x80)
        return true;
    raise_value_error(vm, length == 1 ? "sep must be ASCII." : "sep must be length 1.");
    return false;
}

OWNED Value octets_hex(struct Interpreter *vm, const uint8_t *data, size_t length, Value separator, Value group)
{
    uint32_t between = 0;
    int size = 1;
    bool separated = !is_absent(separator);
    if ((!is_absent(group) && !read_int(vm, group, &size)) || (separated && !read_separator(vm, separator, &between)))
        return EMPTY;
    size_t step = size < 0 ? -(size_t)size : (size_t)size;
    size_t separators = separated && step > 0 && length > 0 ? (length - 1) / step : 0;
    if (length > PTRDIFF_MAX / 4)
        return raise_memory_error(vm);
    Value result = string_allocate(vm, 2 * length + separators, 0x7f);
    if (is_empty(result) || length == 0)
        return result;
    uint8_t *to = as_string(result)->data;
    for (size_t i = 0; i < length; i++) {
        size_t boundary = size < 0 ? i : length - i; /* groups count from the right unless negative */
        if (i > 0 && separators > 0 && boundary % step == 0)
            *to++ = (uint8_t)between;
        *to++ = (uint8_t)hexadecimal[data[i] >> 4];
        *to++ = (uint8_t)hexadecimal[data[i] & 15];
    }
    return result;
}

/* hex(sep=<none>, bytes_per_sep=1) */
OWNED Value bytes_hex(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Units text = octets_of(vm, args[0]);
    (void)count;
    return octets_hex(vm, text.data, text.length, args[1], args[2]);
}

static int digit_value(const struct String *s, size_t i)
{
    uint32_t c = i < s->length ? string_at(s, i) : 0;
    if (!ascii_has(c, ASCII_HEX))
        return -1;
    return c <= '9' ? (int)c - '0' : (int)(c | 32) - 'a' + 10;
}

static OWNED Value read_hexadecimal(struct Interpreter *vm, const struct String *s)
{
    struct OctetBuffer buffer = {NULL, 0, 0};
    Value result = EMPTY;
    size_t i = 0;
    for (;;) {
        while (i < s->length && ascii_has(string_at(s, i), ASCII_SPACE))
            i++;
        if (i == s->length) {
            result = bytes_new(vm, buffer.data, buffer.length);
            break;
        }
        int high = digit_value(s, i), low = high < 0 ? -1 : digit_value(s, i + 1);
        if (low < 0) {
            raise_value_error(vm, "non-hexadecimal number found in fromhex() arg at position %zu", i + (high >= 0));
            break;
        }
        if (!octet_buffer_add(vm, &buffer, (uint8_t)(high * 16 + low)))
            break;
        i += 2;
    }
    octet_buffer_close(vm, &buffer);
    return result;
}

/* Class method: args[0] is the class. */
OWNED Value bytes_fromhex(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_string_argument(vm, args[1], "fromhex", 0))
        return EMPTY;
    Value octets = read_hexadecimal(vm, as_string(args[1]));
    if (is_empty(octets) || value_same(args[0], value_from_object(builtin_type(vm, TYPE_bytes))))
        return octets;
    Value result = object_call_1(vm, args[0], octets);
    release(vm, octets);
    return result;
}

/* decode(encoding='utf-8', errors='strict') */
OWNED Value bytes_decode(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Utf8View encoding = {0}, errors = {0};
    Value result = EMPTY;
    (void)count;
    if ((is_absent(args[1]) || read_text_argument(vm, args[1], "decode", "argument 'encoding'", &encoding)) &&
        (is_absent(args[2]) || read_text_argument(vm, args[2], "decode", "argument 'errors'", &errors))) {
        struct HeldBuffer held; /* an error handler may run any code */
        if (buffer_acquire(vm, args[0], NULL, &held)) {
            result = string_decode(vm, held.data, held.length, encoding.text, errors.text);
            buffer_release(vm, &held);
        }
    }
    utf8_release(vm, &encoding);
    utf8_release(vm, &errors);
    return result;
}
