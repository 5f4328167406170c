/*
 * The format-specification mini-language for int, float, complex and str:
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type].
 *
 * Owner: the numbers.  A specification is parsed into struct FormatSpec; each
 * kind of value turns itself into a struct Number (sign, prefix, digits,
 * rest), which is grouped and padded in one place.  Widths are checked before
 * anything is built.
 */
#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/unicode.h"

/* Wider texts are a MemoryError before anything is asked of the allocator. */
#define FORMAT_WIDTH_MAX ((size_t)1 << 34)

struct FormatSpec {
    uint32_t fill;
    char align; /* '<' '>' '=' '^' */
    char sign;  /* '+' '-' ' ' or 0 */
    char grouping; /* ',' '_' or 0 */
    bool fill_given, align_given, no_negative_zero, alternate;
    int64_t width, precision; /* -1: none */
    uint32_t type;
};

/* ---- Parsing ---------------------------------------------------------------------- */

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static uint32_t unit_at(const struct String *s, size_t i)
{
    return i < s->length ? string_at(s, i) : 0;
}

/* 1 read, 0 no digits, -1 raised. */
static int parse_number(struct Interpreter *vm, const struct String *s, size_t *position, int64_t *number)
{
    size_t start = *position;
    int64_t result = 0;
    for (; *position < s->length; ++*position) {
        int64_t digit = unicode_decimal_value(unit_at(s, *position));
        if (digit < 0)
            break;
        if (result > (INT64_MAX - digit) / 10) {
            raise_value_error(vm, "Too many decimal digits in format string");
            return -1;
        }
        result = result * 10 + digit;
    }
    if (*position == start)
        return 0;
    *number = result;
    return 1;
}

static void parse_align(const struct String *s, size_t *position, struct FormatSpec *spec)
{
    if (s->length >= *position + 2 && is_align(unit_at(s, *position + 1))) {
        spec->fill = unit_at(s, *position);
        spec->align = (char)unit_at(s, *position + 1);
        spec->fill_given = spec->align_given = true;
        *position += 2;
    } else if (s->length > *position && is_align(unit_at(s, *position))) {
        spec->align = (char)unit_at(s, *position);
        spec->align_given = true;
        ++*position;
    }
}

static void parse_flags(const struct String *s, size_t *position, struct FormatSpec *spec, char default_align)
{
    uint32_t c = unit_at(s, *position);
    if (c == '+' || c == '-' || c == ' ') {
        spec->sign = (char)c;
        ++*position;
    }
    if (unit_at(s, *position) == 'z') {
        spec->no_negative_zero = true;
        ++*position;
    }
    if (unit_at(s, *position) == '#') {
        spec->alternate = true;
        ++*position;
    }
    if (!spec->fill_given && unit_at(s, *position) == '0') {
        spec->fill = '0';
        if (!spec->align_given && default_align == '>')
            spec->align = '=';
        ++*position;
    }
}

static bool parse_grouping(struct Interpreter *vm, const struct String *s, size_t *position, struct FormatSpec *spec)
{
    uint32_t c = unit_at(s, *position);
    if (c == ',') {
        spec->grouping = ',';
        ++*position;
    }
    if (unit_at(s, *position) == '_') {
        if (spec->grouping) {
            raise_value_error(vm, "Cannot specify both ',' and '_'.");
            return false;
        }
        spec->grouping = '_';
        ++*position;
    }
    if (spec->grouping == '_' && unit_at(s, *position) == ',') {
        raise_value_error(vm, "Cannot specify both ',' and '_'.");
        return false;
    }
    return true;
}

static bool parse_precision(struct Interpreter *vm, const struct String *s, size_t *position, struct FormatSpec *spec)
{
    if (unit_at(s, *position) != '.')
        return true;
    ++*position;
    int done = parse_number(vm, s, position, &spec->precision);
    if (done == 0)
        raise_value_error(vm, "Format specifier missing precision");
    return done > 0;
}

static bool check_grouping(struct Interpreter *vm, const struct FormatSpec *spec)
{
    uint32_t type = spec->type;
    if (!spec->grouping || type == 0 || type == '%' || (type < 128 && strchr("defgEFG", (int)type)))
        return true;
    if (spec->grouping == '_' && type < 128 && strchr("boxX", (int)type))
        return true;
    if (type > 32 && type < 128)
        raise_value_error(vm, "Cannot specify '%c' with '%c'.", spec->grouping, (int)type);
    else
        raise_value_error(vm, "Cannot specify '%c' with '\\x%x'.", spec->grouping, (unsigned)type);
    return false;
}

static bool parse_spec(struct Interpreter *vm, Value text, const char *type_name, uint32_t default_type,
                       char default_align, struct FormatSpec *spec)
{
    const struct String *s = as_string(text);
    size_t position = 0;
    *spec = (struct FormatSpec){.fill = ' ', .align = default_align, .width = -1, .precision = -1,
                                .type = default_type};
    parse_align(s, &position, spec);
    parse_flags(s, &position, spec, default_align);
    if (parse_number(vm, s, &position, &spec->width) < 0 || !parse_grouping(vm, s, &position, spec) ||
        !parse_precision(vm, s, &position, spec))
        return false;
    if (s->length - position > 1) {
        raise_value_error(vm, "Invalid format specifier '%V' for object of type '%s'", text, type_name);
        return false;
    }
    if (s->length - position == 1)
        spec->type = unit_at(s, position);
    return check_grouping(vm, spec);
}

static Value raise_unknown_code(struct Interpreter *vm, uint32_t type, const char *type_name)
{
    if (type > 32 && type < 128)
        return raise_value_error(vm, "Unknown format code '%c' for object of type '%s'", (int)type, type_name);
    return raise_value_error(vm, "Unknown format code '\\x%x' for object of type '%s'", (unsigned)type, type_name);
}

/* ---- Numbers: grouping and padding --------------------------------------------------- */

struct Number {
    char sign;          /* 0: none */
    const char *prefix; /* "0x" or "" */
    const char *digits; /* before the point */
    size_t digit_count;
    const char *rest;   /* the point and what follows */
    size_t rest_count, zeros, zeros_at; /* zeros more at rest[zeros_at] */
    unsigned group;     /* digits per group; 0: no grouping */
};

static size_t separators_in(size_t digits, unsigned group)
{
    return group && digits ? (digits - 1) / group : 0;
}

/* How many digits, leading zeros included, fill `width` columns with their separators (one too many columns rather
 * than a separator in front). */
static size_t digits_to_fill(size_t digits, unsigned group, size_t width)
{
    if (!group)
        return width > digits ? width : digits;
    size_t wanted = width - width / (group + 1); /* the last group may be empty: then a separator would lead */
    if (width % (group + 1) == 0 && width)
        wanted = width - width / (group + 1) + 1;
    return wanted > digits ? wanted : digits;
}

static bool add_digits(struct StringBuilder *builder, const struct Number *number, size_t total, char separator)
{
    if (!number->group)
        return builder_add_repeat(builder, '0', total - number->digit_count) &&
               builder_add_utf8(builder, number->digits, number->digit_count);
    size_t leading = total - number->digit_count;
    for (size_t i = 0; i < total; i++) {
        if (i > 0 && (total - i) % number->group == 0 && !builder_add_char(builder, (uint32_t)separator))
            return false;
        if (!builder_add_char(builder, i < leading ? '0' : (uint32_t)(uint8_t)number->digits[i - leading]))
            return false;
    }
    return true;
}

struct Padding {
    size_t left, inner, right, digits;
    size_t length; /* of the whole text */
};

enum { SHORT_NUMBER = 256 };

/* false: MemoryError, the result would be absurd. */
static bool plan_padding(struct Interpreter *vm, const struct FormatSpec *spec, const struct Number *number,
                         struct Padding *plan)
{
    size_t fixed = (number->sign != 0) + strlen(number->prefix) + number->rest_count + number->zeros;
    size_t width = spec->width > 0 ? (size_t)spec->width : 0;
    *plan = (struct Padding){0, 0, 0, number->digit_count, 0};
    if (width > FORMAT_WIDTH_MAX || number->zeros > FORMAT_WIDTH_MAX) {
        raise_memory_error(vm);
        return false;
    }
    if (spec->fill == '0' && spec->align == '=')
        plan->digits = digits_to_fill(number->digit_count, number->group, width > fixed ? width - fixed : 0);
    size_t length = fixed + plan->digits + separators_in(plan->digits, number->group);
    size_t missing = width > length ? width - length : 0;
    plan->length = length + missing;
    if (spec->align == '<')
        plan->right = missing;
    else if (spec->align == '^')
        plan->left = missing / 2, plan->right = missing - missing / 2;
    else if (spec->align == '=')
        plan->inner = missing;
    else
        plan->left = missing;
    return true;
}

static bool build_number(struct StringBuilder *builder, const struct FormatSpec *spec, const struct Number *number,
                         const struct Padding *plan)
{
    return builder_add_repeat(builder, spec->fill, plan->left) &&
           (!number->sign || builder_add_char(builder, (uint32_t)number->sign)) &&
           builder_add_cstring(builder, number->prefix) && builder_add_repeat(builder, spec->fill, plan->inner) &&
           add_digits(builder, number, plan->digits, spec->grouping) &&
           builder_add_utf8(builder, number->rest, number->zeros_at) &&
           builder_add_repeat(builder, '0', number->zeros) &&
           builder_add_utf8(builder, number->rest + number->zeros_at, number->rest_count - number->zeros_at) &&
           builder_add_repeat(builder, spec->fill, plan->right);
}

/* The usual case: short and ASCII, put together on the stack. */
static Value build_short_number(struct Interpreter *vm, const struct FormatSpec *spec, const struct Number *number,
                                const struct Padding *plan)
{
    char text[SHORT_NUMBER], *p = text;
    size_t prefix = strlen(number->prefix), leading = plan->digits - number->digit_count;
    memset(p, (char)spec->fill, plan->left);
    p += plan->left;
    if (number->sign)
        *p++ = number->sign;
    memcpy(p, number->prefix, prefix);
    p += prefix;
    memset(p, (char)spec->fill, plan->inner);
    p += plan->inner;
    if (number->group) {
        for (size_t i = 0; i < plan->digits; i++) {
            if (i > 0 && (plan->digits - i) % number->group == 0)
                *p++ = spec->grouping;
            *p++ = i < leading ? '0' : number->digits[i - leading];
        }
    } else {
        memset(p, '0', leading);
        memcpy(p + leading, number->digits, number->digit_count);
        p += plan->digits;
    }
    memcpy(p, number->rest, number->rest_count);
    p += number->rest_count;
    memset(p, (char)spec->fill, plan->right);
    p += plan->right;
    return string_from_ascii(vm, text, (size_t)(p - text));
}

static bool add_number(struct StringBuilder *builder, const struct FormatSpec *spec, const struct Number *number)
{
    struct Padding plan;
    return plan_padding(builder->vm, spec, number, &plan) && build_number(builder, spec, number, &plan);
}

static Value finish_number(struct Interpreter *vm, const struct FormatSpec *spec, const struct Number *number)
{
    struct StringBuilder builder;
    struct Padding plan;
    if (!plan_padding(vm, spec, number, &plan))
        return EMPTY;
    if (spec->fill < 128 && number->zeros == 0 && plan.length <= SHORT_NUMBER)
        return build_short_number(vm, spec, number, &plan);
    builder_open(&builder, vm);
    if (build_number(&builder, spec, number, &plan))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static char sign_character(char wanted, bool negative)
{
    return negative ? '-' : wanted == '+' || wanted == ' ' ? wanted : 0;
}

static Value pad_string(struct Interpreter *vm, const struct FormatSpec *spec, Value text, size_t length)
{
    size_t width = spec->width > 0 ? (size_t)spec->width : 0;
    if (width > FORMAT_WIDTH_MAX)
        return raise_memory_error(vm);
    size_t missing = width > length ? width - length : 0;
    size_t left = spec->align == '>' ? missing : spec->align == '^' ? missing / 2 : 0;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    if (builder_add_repeat(&builder, spec->fill, left) && builder_add_substring(&builder, text, 0, length) &&
        builder_add_repeat(&builder, spec->fill, missing - left))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- float ------------------------------------------------------------------------------ */

static void number_from_text(const struct FormatSpec *spec, const struct FloatText *text, struct Number *number)
{
    *number = (struct Number){
        .sign = sign_character(spec->sign, text->negative),
        .prefix = "",
        .digits = text->buffer,
        .digit_count = text->integer,
        .rest = text->buffer + text->integer,
        .rest_count = text->length - text->integer,
        .zeros = text->zeros,
        .zeros_at = text->zeros ? text->zeros_at - text->integer : 0,
        .group = spec->grouping && text->finite ? 3 : 0,
    };
}

/* Fills text as the specification wants; '%' is appended by hand. */
static bool make_float_text(struct Interpreter *vm, const struct FormatSpec *spec, double number,
                            struct FloatText *text, unsigned flags)
{
    char code = (char)spec->type;
    int64_t precision = spec->precision;
    if (precision > INT32_MAX) {
        raise_value_error(vm, "precision too big");
        return false;
    }
    if (spec->alternate)
        flags |= FLOAT_ALTERNATE;
    if (spec->no_negative_zero)
        flags |= FLOAT_NO_NEGATIVE_ZERO;
    if (code == 0)
        code = precision < 0 ? 'r' : 'g';
    else if (code == 'n')
        code = 'g', flags &= ~(unsigned)FLOAT_ADD_POINT_ZERO;
    else
        flags &= ~(unsigned)FLOAT_ADD_POINT_ZERO;
    if (code == '%') {
        number *= 100;
        code = 'f';
    }
    if (precision < 0)
        precision = 6;
    float_make_text(text, number, code, precision, flags);
    if (spec->type == '%')
        text->buffer[text->length++] = '%';
    return true;
}

static bool is_float_type(uint32_t type)
{
    return type == 0 || (type < 128 && strchr("eEfFgGn%", (int)type));
}

static Value format_double(struct Interpreter *vm, const struct FormatSpec *spec, double number)
{
    struct FloatText text;
    struct Number parts;
    if (!make_float_text(vm, spec, number, &text, FLOAT_ADD_POINT_ZERO))
        return EMPTY;
    number_from_text(spec, &text, &parts);
    return finish_number(vm, spec, &parts);
}

Value format_float(struct Interpreter *vm, Value v, Value specification)
{
    struct FormatSpec spec;
    const char *type_name = value_type_name(vm, v);
    double number = float_value(v);
    if (string_length(specification) == 0)
        return object_str(vm, v);
    if (!parse_spec(vm, specification, type_name, 0, '>', &spec))
        return EMPTY;
    if (!is_float_type(spec.type))
        return raise_unknown_code(vm, spec.type, type_name);
    return format_double(vm, &spec, number);
}

/* ---- int ---------------------------------------------------------------------------------- */

static Value format_character(struct Interpreter *vm, const struct FormatSpec *spec, Value number)
{
    int64_t code_point;
    if (spec->sign)
        return raise_value_error(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return raise_value_error(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_fits_int64(number, &code_point))
        return raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C long");
    if (code_point < 0 || code_point > 0x10ffff)
        return raise_error(vm, TYPE_OverflowError, "%%c arg not in range(0x110000)");
    Value text = string_from_code_point(vm, (uint32_t)code_point);
    if (is_empty(text))
        return EMPTY;
    struct FormatSpec padded = *spec;
    if (padded.align == '=') /* there is no sign to put the padding behind */
        padded.align = '>';
    Value result = pad_string(vm, &padded, text, 1);
    release(vm, text);
    return result;
}

static unsigned base_of_type(uint32_t type)
{
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

static void to_upper(char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - 32);
}

static Value format_digits(struct Interpreter *vm, const struct FormatSpec *spec, Value number)
{
    unsigned base = base_of_type(spec->type);
    Value text = int_to_string(vm, number, (int)base, false);
    if (is_empty(text))
        return EMPTY;
    char *digits = (char *)as_string(text)->data; /* ours alone unless it is a shared one-character string */
    size_t length = string_length(text);
    bool negative = digits[0] == '-';
    char one[1] = {digits[0]};
    if (length == 1)
        digits = one;
    if (spec->type == 'X')
        to_upper(digits, length);
    struct Number parts = {
        .sign = sign_character(spec->sign, negative),
        .prefix = !spec->alternate || base == 10 ? "" : base == 2 ? "0b" : base == 8 ? "0o" : spec->type == 'X' ? "0X" : "0x",
        .digits = digits + negative,
        .digit_count = length - negative,
        .rest = "",
        .group = !spec->grouping ? 0 : base == 10 ? 3 : 4,
    };
    Value result = finish_number(vm, spec, &parts);
    release(vm, text);
    return result;
}

static Value format_int_as_float(struct Interpreter *vm, const struct FormatSpec *spec, Value number)
{
    bool overflow;
    double value = int_to_double(vm, number, &overflow);
    if (overflow)
        return raise_error(vm, TYPE_OverflowError, "int too large to convert to float");
    return format_double(vm, spec, value);
}

Value format_int(struct Interpreter *vm, Value number, Value specification)
{
    struct FormatSpec spec;
    const char *type_name = value_type_name(vm, number);
    if (string_length(specification) == 0)
        return object_str(vm, number);
    if (!parse_spec(vm, specification, type_name, 'd', '>', &spec))
        return EMPTY;
    if (spec.type < 128 && strchr("eEfFgG%", (int)spec.type) && spec.type)
        return format_int_as_float(vm, &spec, number);
    if (spec.type >= 128 || !spec.type || !strchr("bcdoxXn", (int)spec.type))
        return raise_unknown_code(vm, spec.type, type_name);
    if (spec.precision >= 0)
        return raise_value_error(vm, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise_value_error(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_character(vm, &spec, number) : format_digits(vm, &spec, number);
}

/* ---- str ------------------------------------------------------------------------------------ */

static const char *string_spec_error(const struct FormatSpec *spec)
{
    if (spec->sign)
        return spec->sign == ' ' ? "Space not allowed in string format specifier"
                                 : "Sign not allowed in string format specifier";
    if (spec->no_negative_zero)
        return "Negative zero coercion (z) not allowed in string format specifier";
    if (spec->alternate)
        return "Alternate form (#) not allowed in string format specifier";
    if (spec->align == '=')
        return "'=' alignment not allowed in string format specifier";
    return NULL;
}

Value format_string(struct Interpreter *vm, Value string, Value specification)
{
    struct FormatSpec spec;
    const char *type_name = value_type_name(vm, string);
    if (string_length(specification) == 0)
        return object_str(vm, string);
    if (!parse_spec(vm, specification, type_name, 's', '<', &spec))
        return EMPTY;
    if (spec.type != 's')
        return raise_unknown_code(vm, spec.type, type_name);
    const char *error = string_spec_error(&spec);
    if (error)
        return raise_value_error(vm, "%s", error);
    size_t length = string_length(string);
    if (spec.precision >= 0 && (size_t)spec.precision < length)
        length = (size_t)spec.precision;
    if (length == string_length(string) && spec.width <= (int64_t)length)
        return retain(string); /* of a subclass, too */
    return pad_string(vm, &spec, string, length);
}

/* ---- complex ---------------------------------------------------------------------------------- */

static bool add_complex_part(struct StringBuilder *builder, const struct FormatSpec *spec, double number, char sign,
                             unsigned flags)
{
    struct FloatText text;
    struct Number parts;
    struct FormatSpec unpadded = *spec;
    unpadded.width = -1;
    unpadded.align = '<';
    unpadded.sign = sign;
    if (!make_float_text(builder->vm, &unpadded, number, &text, flags))
        return false;
    number_from_text(&unpadded, &text, &parts);
    return add_number(builder, &unpadded, &parts);
}

static bool build_complex(struct StringBuilder *builder, const struct FormatSpec *spec, const struct Complex *number)
{
    bool plain = spec->type == 0; /* as repr: parentheses, and no real part that is +0 */
    bool real = !plain || number->real != 0 || __builtin_signbit(number->real);
    if (plain && real && !builder_add_char(builder, '('))
        return false;
    if (real && !add_complex_part(builder, spec, number->real, spec->sign, 0))
        return false;
    if (!add_complex_part(builder, spec, number->imaginary, real ? '+' : spec->sign, 0) ||
        !builder_add_char(builder, 'j'))
        return false;
    return !(plain && real) || builder_add_char(builder, ')');
}

Value format_complex(struct Interpreter *vm, Value number, Value specification)
{
    struct FormatSpec spec;
    struct StringBuilder builder;
    if (string_length(specification) == 0)
        return object_str(vm, number);
    const char *type_name = value_type_name(vm, number);
    if (!parse_spec(vm, specification, type_name, 0, '>', &spec))
        return EMPTY;
    if (!is_float_type(spec.type) || spec.type == '%')
        return raise_unknown_code(vm, spec.type, type_name);
    if (spec.fill == '0')
        return raise_value_error(vm, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise_value_error(vm, "'=' alignment flag is not allowed in complex format specifier");
    builder_open(&builder, vm);
    if (!build_complex(&builder, &spec, (const struct Complex *)value_object(number))) {
        builder_abandon(&builder);
        return EMPTY;
    }
    Value body = builder_finish(&builder);
    if (is_empty(body))
        return EMPTY;
    Value result = pad_string(vm, &spec, body, string_length(body));
    release(vm, body);
    return result;
}
