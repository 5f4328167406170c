/*
 * %-formatting of str and of bytes: one engine.  The template is read as
 * units; bytes are collected as the code points 0 to 255 and turned into
 * octets at the end.
 */
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

enum PercentFlag { FLAG_LEFT = 1, FLAG_SIGN = 2, FLAG_BLANK = 4, FLAG_ALTERNATE = 8, FLAG_ZERO = 16 };

/* What is being formatted, and the arguments not yet used. */
struct Percent {
    struct Interpreter *vm;
    struct Units template;
    bool is_bytes, is_ascii;
    size_t at;
    Value arguments;    /* a tuple, or the one argument */
    bool is_held;       /* `arguments` came out of the mapping and is ours to release */
    size_t used, count; /* of the arguments */
    Value mapping;      /* EMPTY when the argument is none */
    struct StringBuilder *out;
};

struct Specification {
    unsigned flags;
    int64_t width;  /* 0: none */
    int precision;  /* -1: none */
    uint32_t letter;
};

static bool at_end(const struct Percent *p) { return p->at >= p->template.length; }
static uint32_t peek(const struct Percent *p) { return units_at(p->template.data, (int)p->template.width, p->at); }

static MUST_USE bool fail(struct Percent *p, const char *message)
{
    raise_value_error(p->vm, "%s", message);
    return false;
}

/* BORROWED, from the tuple or the mapping's value; EMPTY: raised. */
static BORROWED Value next_argument(struct Percent *p)
{
    if (p->used >= p->count)
        return raise_type_error(p->vm, "not enough arguments for format string");
    size_t i = p->used++;
    bool is_one = p->is_held || !is_tuple(p->vm, p->arguments);
    return is_one ? p->arguments : as_tuple(p->arguments)->items[i];
}

/* ---- Reading a specification ------------------------------------------- */

/* From behind "(" to behind the matching ")": the mapping's value becomes the one argument. */
static MUST_USE bool read_key(struct Percent *p)
{
    size_t start = p->at;
    int depth = 1;
    if (is_empty(p->mapping)) {
        raise_type_error(p->vm, "format requires a mapping");
        return false;
    }
    for (; !at_end(p); p->at++) {
        uint32_t c = peek(p);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (at_end(p))
        return fail(p, "incomplete format key");
    struct Units text = units_slice(p->template, start, p->at++);
    Value key = p->is_bytes ? bytes_new(p->vm, text.data, text.length)
                            : string_from_units(p->vm, text.data, (int)text.width, text.length);
    Value found = is_empty(key) ? EMPTY : object_get_item(p->vm, p->mapping, key);
    release_maybe(p->vm, key);
    if (is_empty(found))
        return false;
    Value before = p->is_held ? p->arguments : EMPTY;
    p->arguments = found;
    p->is_held = true;
    p->used = 0;
    p->count = 1;
    release_maybe(p->vm, before);
    return true;
}

static void read_flags(struct Percent *p, struct Specification *s)
{
    for (; !at_end(p); p->at++) {
        uint32_t c = peek(p);
        unsigned flag = c == '-' ? FLAG_LEFT : c == '+' ? FLAG_SIGN : c == ' ' ? FLAG_BLANK : c == '#' ? FLAG_ALTERNATE
                        : c == '0' ? FLAG_ZERO : 0u;
        if (flag == 0)
            return;
        s->flags |= flag;
    }
}

/* "*" or digits; *number stays as it is when there is neither. */
static MUST_USE bool read_number(struct Percent *p, int64_t limit, const char *too_big, int64_t *number)
{
    int64_t total = 0;
    if (!at_end(p) && peek(p) == '*') {
        int narrow = 0;
        p->at++;
        Value v = next_argument(p);
        if (is_empty(v))
            return false;
        if (!is_int(p->vm, v)) {
            raise_type_error(p->vm, "* wants int");
            return false;
        }
        if (limit > INT32_MAX)
            return read_size(p->vm, v, number);
        bool read = read_int(p->vm, v, &narrow);
        *number = narrow;
        return read;
    }
    if (at_end(p) || peek(p) < '0' || peek(p) > '9')
        return true;
    for (; !at_end(p) && peek(p) >= '0' && peek(p) <= '9'; p->at++) {
        int digit = (int)(peek(p) - '0');
        if (total > (limit - digit) / 10)
            return fail(p, too_big);
        total = total * 10 + digit;
    }
    *number = total;
    return true;
}

static MUST_USE bool read_specification(struct Percent *p, struct Specification *s)
{
    int64_t precision = -1;
    *s = (struct Specification){.precision = -1};
    if (!at_end(p) && peek(p) == '(') {
        p->at++;
        if (!read_key(p))
            return false;
    }
    read_flags(p, s);
    if (!read_number(p, INT64_MAX, "width too big", &s->width))
        return false;
    if (s->width < 0) {
        s->flags |= FLAG_LEFT;
        s->width = s->width == INT64_MIN ? 0 : -s->width; /* CPython cannot negate that one: no padding */
    }
    if (!at_end(p) && peek(p) == '.') {
        p->at++;
        precision = 0;
        if (!read_number(p, INT32_MAX, p->is_bytes ? "prec too big" : "precision too big", &precision))
            return false;
        s->precision = precision < 0 ? 0 : (int)precision;
    }
    if (!at_end(p) && (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L'))
        p->at++;
    if (at_end(p))
        return fail(p, "incomplete format");
    s->letter = peek(p);
    p->at++;
    return true;
}

/* ---- Output ------------------------------------------------------------ */

static MUST_USE bool pad(struct Percent *p, uint32_t fill, int64_t count)
{
    return count <= 0 || builder_add_repeat(p->out, fill, (size_t)count);
}

/* Text padded to the width; never with zeros. */
static MUST_USE bool add_padded(struct Percent *p, const struct Specification *s, struct Units text)
{
    int64_t missing = s->width - (int64_t)text.length;
    if (!(s->flags & FLAG_LEFT) && !pad(p, ' ', missing))
        return false;
    if (!builder_add_units(p->out, text.data, (int)text.width, text.length))
        return false;
    return !(s->flags & FLAG_LEFT) || pad(p, ' ', missing);
}

/* A number: sign and prefix stand before the zeros. `text` is ASCII, with its '-' and, if alternate, its "0x". */
static MUST_USE bool add_number(struct Percent *p, const struct Specification *s, const char *text, size_t length,
                                size_t prefix)
{
    char sign = *text == '-' ? '-' : s->flags & FLAG_SIGN ? '+' : s->flags & FLAG_BLANK ? ' ' : 0;
    if (*text == '-') {
        text++;
        length--;
    }
    int64_t missing = s->width - (int64_t)length - (sign != 0);
    bool zeros = (s->flags & FLAG_ZERO) && !(s->flags & FLAG_LEFT);
    if (!zeros && !(s->flags & FLAG_LEFT) && !pad(p, ' ', missing))
        return false;
    if ((sign != 0 && !builder_add_char(p->out, (uint8_t)sign)) || !builder_add_ascii(p->out, text, prefix) ||
        (zeros && !pad(p, '0', missing)) || !builder_add_ascii(p->out, text + prefix, length - prefix))
        return false;
    return !(s->flags & FLAG_LEFT) || pad(p, ' ', missing);
}

/* ---- Integers ---------------------------------------------------------- */

static OWNED Value raise_wrong_type(struct Percent *p, uint32_t letter, Value v)
{
    bool any = letter == 'd' || letter == 'i' || letter == 'u';
    if (p->is_bytes && letter == 'i')
        letter = 'd';
    return raise_type_error(p->vm, "%%%c format: %s is required, not %T", (int)letter,
                            any ? "a real number" : "an integer", v);
}

/* The argument as an int, in CPython's words when it is none: OWNED. */
static OWNED Value integer_argument(struct Percent *p, uint32_t letter, Value v)
{
    struct Interpreter *vm = p->vm;
    bool any = letter == 'd' || letter == 'i' || letter == 'u';
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    if (is_int(vm, v))
        return int_plain(vm, v);
    Value number;
    if (any && is_float(vm, v))
        number = int_from_double(vm, float_value(v));
    else if (any && operations->to_int != NULL)
        number = operations->to_int(vm, v);
    else if (operations->index != NULL)
        number = object_index(vm, v);
    else
        return raise_wrong_type(p, letter, v);
    if (!is_empty(number) && !is_int(vm, number)) {
        release(vm, number);
        return raise_wrong_type(p, letter, v);
    }
    if (!is_empty(number) || !error_matches(vm, TYPE_TypeError))
        return number;
    error_clear(vm);
    return raise_wrong_type(p, letter, v);
}

/* Digits with sign and prefix, at least `precision` digits: OWNED str. */
static OWNED Value integer_text(struct Percent *p, const struct Specification *s, Value number, size_t *prefix)
{
    uint32_t letter = s->letter;
    int base = letter == 'o' ? 8 : letter == 'x' || letter == 'X' ? 16 : 10;
    bool has_prefix = base != 10 && (s->flags & FLAG_ALTERNATE);
    Value text = int_to_string(p->vm, number, base, has_prefix);
    *prefix = has_prefix ? 2 : 0;
    if (is_empty(text))
        return EMPTY;
    const struct String *digits = as_string(text);
    size_t lead = *prefix + (digits->data[0] == '-');
    if (letter != 'X' && (s->precision < 0 || digits->length - lead >= (size_t)s->precision))
        return text;
    size_t zeros = s->precision > (int64_t)(digits->length - lead) ? (size_t)s->precision - (digits->length - lead) : 0;
    struct StringBuilder builder;
    builder_open(&builder, p->vm);
    bool good = true;
    for (size_t i = 0; good && i < digits->length; i++) {
        uint32_t c = digits->data[i];
        good = (i != lead || builder_add_repeat(&builder, '0', zeros)) &&
               builder_add_char(&builder, letter == 'X' && c >= 'a' ? c - 32 : c);
    }
    release(p->vm, text);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static MUST_USE bool add_integer(struct Percent *p, const struct Specification *s, Value v)
{
    size_t prefix;
    if (is_small_int(v) && s->width == 0 && s->precision < 0 && !(s->flags & (FLAG_SIGN | FLAG_BLANK)) &&
        (s->letter == 'd' || s->letter == 'i' || s->letter == 'u'))
        return builder_add_int(p->out, small_int(v));
    if (s->precision > INT32_MAX - 3) {
        raise_error(p->vm, TYPE_OverflowError, "precision too large");
        return false;
    }
    Value number = integer_argument(p, s->letter, v);
    if (is_empty(number))
        return false;
    Value text = integer_text(p, s, number, &prefix);
    release(p->vm, number);
    if (is_empty(text))
        return false;
    const struct String *digits = as_string(text);
    bool added = add_number(p, s, (const char *)digits->data, digits->length, prefix);
    release(p->vm, text);
    return added;
}

/* ---- Floats ------------------------------------------------------------ */

static MUST_USE bool float_argument(struct Percent *p, Value v, double *number)
{
    if (is_float(p->vm, v)) {
        *number = float_value(v);
        return true;
    }
    if (object_as_double(p->vm, v, number))
        return true;
    if (p->is_bytes && error_matches(p->vm, TYPE_TypeError)) {
        error_clear(p->vm);
        raise_type_error(p->vm, "float argument required, not %T", v);
    }
    return false;
}

static MUST_USE bool add_finite(struct Percent *p, const struct Specification *s, double number)
{
    char small[128], format[8] = "%.*";
    size_t length = 3;
    int precision = s->precision < 0 ? 6 : s->precision;
    if ((s->letter == 'f' || s->letter == 'F') && !(s->flags & FLAG_ALTERNATE)) {
        size_t digits = float_fixed_digits(small + 1, fabs(number), precision);
        small[0] = '-';
        if (digits > 0)
            return signbit(number) ? add_number(p, s, small, digits + 1, 0) : add_number(p, s, small + 1, digits, 0);
    }
    if (s->flags & FLAG_ALTERNATE)
        memcpy(format, "%#.*", length = 4);
    format[length] = (char)s->letter;
    format[length + 1] = 0;
    if (precision > INT32_MAX - 400) {
        raise_memory_error(p->vm);
        return false;
    }
    size_t capacity = (size_t)precision + 400; /* no double has more digits before the point */
    char *text = capacity - 400 > sizeof small - 40 || s->letter == 'f' || s->letter == 'F'
                     ? heap_allocate(p->vm, MEMORY_BYTES, capacity) : small;
    if (text == NULL)
        return false;
    int written = snprintf(text, text == small ? sizeof small : capacity, format, precision, number);
    bool added = add_number(p, s, text, (size_t)written, 0);
    if (text != small)
        heap_free(p->vm, MEMORY_BYTES, text, capacity);
    return added;
}

static MUST_USE bool add_float(struct Percent *p, const struct Specification *s, Value v)
{
    double number;
    if (!float_argument(p, v, &number))
        return false;
    if (number - number == 0)
        return add_finite(p, s, number);
    bool upper = s->letter < 'a';
    const char *text = number != number ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    if (number != number || number > 0)
        return add_number(p, s, text, 3, 0);
    return add_number(p, s, upper ? "-INF" : "-inf", 4, 0);
}

/* ---- Characters and text ----------------------------------------------- */

static OWNED Value raise_no_character(struct Percent *p)
{
    return raise_type_error(p->vm, p->is_bytes ? "%%c requires an integer in range(256) or a single byte"
                                               : "%%c requires int or char");
}

static MUST_USE bool character_argument(struct Percent *p, Value v, uint32_t *character)
{
    const uint8_t *octets;
    size_t length;
    int64_t number, limit = p->is_bytes ? 0xff : MAXIMUM_CODE_POINT;
    if (!p->is_bytes && is_string(p->vm, v) && string_length(v) == 1) {
        *character = string_at(as_string(v), 0);
        return true;
    }
    if (p->is_bytes && (is_bytes(p->vm, v) || is_byte_array(p->vm, v)) && bytes_view(p->vm, v, &octets, &length) &&
        length == 1) {
        *character = octets[0];
        return true;
    }
    if (!is_int(p->vm, v) && value_type(p->vm, v)->operations.index == NULL) {
        raise_no_character(p);
        return false;
    }
    Value index = object_index(p->vm, v);
    if (is_empty(index))
        return false;
    bool fits = int_fits_int64(index, &number) && number >= 0 && number <= limit;
    release(p->vm, index);
    if (!fits)
        raise_error(p->vm, TYPE_OverflowError, "%%c arg not in range(%s)", p->is_bytes ? "256" : "0x110000");
    *character = fits ? (uint32_t)number : 0;
    return fits;
}

static MUST_USE bool add_character(struct Percent *p, const struct Specification *s, Value v)
{
    uint32_t character;
    return character_argument(p, v, &character) && add_padded(p, s, (struct Units){&character, 1, 4});
}

static struct Units cut(const struct Specification *s, struct Units text)
{
    if (s->precision >= 0 && (size_t)s->precision < text.length)
        text.length = (size_t)s->precision;
    return text;
}

static MUST_USE bool add_text(struct Percent *p, const struct Specification *s, Value v)
{
    Value text;
    if (s->letter == 's' && s->width == 0 && s->precision < 0 && is_exact_string(p->vm, v))
        return builder_add_string(p->out, v);
    if (s->letter == 's')
        text = object_str(p->vm, v);
    else
        text = s->letter == 'r' && !p->is_bytes ? object_repr(p->vm, v) : object_ascii(p->vm, v);
    if (is_empty(text))
        return false;
    bool added = add_padded(p, s, cut(s, string_units(text)));
    release(p->vm, text);
    return added;
}

/* %s and %b of bytes. */
static MUST_USE bool add_octets(struct Percent *p, const struct Specification *s, Value v)
{
    struct Units octets;
    Value converted = EMPTY;
    if (!bytes_units(p->vm, v, &octets)) {
        converted = bytes_from_special_method(p->vm, v);
        if (is_absent(converted))
            converted = raise_type_error(p->vm, "%%b requires a bytes-like object, or an object that implements "
                                                "__bytes__, not '%T'", v);
        if (is_empty(converted) || !bytes_units(p->vm, converted, &octets)) {
            release_maybe(p->vm, converted);
            return false;
        }
    }
    bool added = add_padded(p, s, cut(s, octets));
    release_maybe(p->vm, converted);
    return added;
}

/* ---- The engine -------------------------------------------------------- */

static MUST_USE bool unsupported(struct Percent *p, uint32_t letter)
{
    raise_value_error(p->vm, "unsupported format character '%c' (0x%x) at index %zu",
                      letter > 31 && letter < 128 ? (int)letter : '?', letter, p->at - 1);
    return false;
}

static MUST_USE bool add_argument(struct Percent *p, const struct Specification *s)
{
    Value v = next_argument(p);
    bool added;
    if (is_empty(v))
        return false;
    v = retain(v); /* its mapping or tuple may not outlive what formatting it runs */
    switch (s->letter) {
    case 's':
        added = p->is_bytes ? add_octets(p, s, v) : add_text(p, s, v);
        break;
    case 'b':
        added = p->is_bytes ? add_octets(p, s, v) : unsupported(p, 'b');
        break;
    case 'r': case 'a':
        added = add_text(p, s, v);
        break;
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
        added = add_integer(p, s, v);
        break;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        added = add_float(p, s, v);
        break;
    case 'c':
        added = add_character(p, s, v);
        break;
    default:
        added = unsupported(p, s->letter);
    }
    release(p->vm, v);
    return added;
}

static MUST_USE bool run(struct Percent *p)
{
    while (!at_end(p)) {
        struct Units rest = units_slice(p->template, p->at, p->template.length);
        int64_t plain = units_find_one(rest, '%');
        size_t length = plain < 0 ? rest.length : (size_t)plain;
        if (length > 0 && !(p->is_ascii ? builder_add_ascii(p->out, rest.data, length)
                                        : builder_add_units(p->out, rest.data, (int)rest.width, length)))
            return false;
        p->at += length;
        if (at_end(p))
            break;
        p->at++;
        if (!at_end(p) && peek(p) == '%') {
            p->at++;
            if (!builder_add_char(p->out, '%'))
                return false;
            continue;
        }
        struct Specification specification;
        if (!read_specification(p, &specification) || !add_argument(p, &specification))
            return false;
    }
    if (p->used < p->count && is_empty(p->mapping)) {
        raise_type_error(p->vm, "not all arguments converted during %s formatting", p->is_bytes ? "bytes" : "string");
        return false;
    }
    return true;
}

/* What can be subscripted by keys is a mapping, text and tuples apart. */
static bool is_mapping(struct Percent *p, Value v)
{
    struct Interpreter *vm = p->vm;
    if (value_type(vm, v)->operations.get_item == NULL || is_tuple(vm, v) || is_string(vm, v))
        return false;
    return !p->is_bytes || !(is_bytes(vm, v) || is_byte_array(vm, v));
}

static MUST_USE bool format(struct Percent *p, Value arguments)
{
    bool is_many = is_tuple(p->vm, arguments);
    p->arguments = arguments;
    p->count = is_many ? tuple_length(arguments) : 1;
    p->mapping = is_mapping(p, arguments) ? arguments : EMPTY;
    builder_open(p->out, p->vm);
    bool done = run(p);
    if (p->is_held)
        release(p->vm, p->arguments);
    if (!done)
        builder_abandon(p->out);
    return done;
}

OWNED Value string_percent_format(struct Interpreter *vm, Value template, Value arguments)
{
    bool single = is_tuple(vm, arguments) && tuple_length(arguments) == 1;
    Value argument = single ? as_tuple(arguments)->items[0] : arguments;
    if (string_equals_cstring(template, "%s") && is_exact_string(vm, argument))
        return retain(argument);
    struct StringBuilder out;
    struct Percent p = {.vm = vm, .template = string_units(template), .out = &out,
                        .is_ascii = string_is_ascii(as_string(template))};
    if (!format(&p, arguments))
        return EMPTY;
    if (string_length(template) > 0 && units_find_one(string_units(template), '%') < 0) {
        builder_abandon(&out);
        return retain(template); /* the very object, of a subclass, too */
    }
    return builder_finish(&out);
}

OWNED Value bytes_percent_format(struct Interpreter *vm, const uint8_t *data, size_t length, Value arguments)
{
    struct StringBuilder out;
    struct Percent p = {.vm = vm, .template = {data, length, 1}, .is_bytes = true, .out = &out};
    if (!format(&p, arguments))
        return EMPTY;
    Value result = bytes_new(vm, out.data, out.length);
    builder_abandon(&out);
    return result;
}
