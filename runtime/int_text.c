/*
 * Ints from text and to text, in any base.
 *
 * Owner: the numbers.  Conversions whose cost is not linear (bases that are no
 * power of two) obey the limit of sys.set_int_max_str_digits(), as CPython's.
 */
#include <unictype.h>

#include "runtime/bytes.h"
#include "runtime/float.h"
#include "runtime/gmp_call.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/string.h"

/* ---- Text to int ------------------------------------------------------------- */

static uint32_t plain_character(uint32_t c)
{
    if (c < 128)
        return c;
    int digit = uc_decimal_value(c);
    if (digit >= 0)
        return '0' + (uint32_t)digit;
    return uc_is_property_white_space(c) ? ' ' : '?';
}

bool number_text_view(struct Interpreter *vm, Value string, struct Utf8View *view)
{
    const struct String *s = as_string(string);
    if (string_is_ascii(s))
        return utf8_view(vm, string, view);
    char *buffer = heap_allocate(vm, MEMORY_BYTES, s->length + 1);
    if (!buffer)
        return false;
    for (size_t i = 0; i < s->length; i++)
        buffer[i] = (char)plain_character(string_at(s, i));
    buffer[s->length] = '\0';
    *view = (struct Utf8View){buffer, s->length, buffer, s->length + 1};
    return true;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

static unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    unsigned char lower = (unsigned char)c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10u : 99;
}

struct Literal {
    const char *start, *end; /* digits and underscores, sign and prefix taken off */
    bool negative;
    int base;
    size_t digits;
};

static unsigned prefix_base(const char *text, const char *end)
{
    if (end - text < 2 || text[0] != '0')
        return 0;
    switch (text[1] | 0x20) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

/* Base 0 means what a literal in source code means; there 010 is an error. */
static bool literal_prefix(struct Literal *literal)
{
    unsigned prefix = prefix_base(literal->start, literal->end);
    if (literal->base == 0) {
        literal->base = prefix ? (int)prefix : 10;
        if (!prefix && literal->start < literal->end && *literal->start == '0') {
            for (const char *p = literal->start; p < literal->end; p++)
                if (*p != '0' && *p != '_')
                    return false;
        }
    }
    if (prefix && (int)prefix == literal->base) {
        literal->start += 2;
        if (literal->start < literal->end && *literal->start == '_')
            literal->start++;
    }
    return true;
}

/* Digits with single underscores between them. */
static bool literal_scan(struct Literal *literal)
{
    bool after_digit = false;
    for (const char *p = literal->start; p < literal->end; p++) {
        if (*p == '_') {
            if (!after_digit)
                return false;
            after_digit = false;
        } else {
            if (digit_value(*p) >= (unsigned)literal->base)
                return false;
            literal->digits++;
            after_digit = true;
        }
    }
    return after_digit;
}

static bool literal_open(struct Literal *literal, const char *text, size_t length, int base)
{
    const char *end = text + length;
    while (text < end && is_space(*text))
        text++;
    while (text < end && is_space(end[-1]))
        end--;
    *literal = (struct Literal){text, end, false, base, 0};
    if (text < end && (*text == '-' || *text == '+')) {
        literal->negative = *text == '-';
        literal->start++;
    }
    return literal_prefix(literal) && literal_scan(literal);
}

static bool base_is_power_of_two(int base)
{
    return (base & (base - 1)) == 0;
}

struct ParseWork {
    const char *digits;
    int base;
    bool negative;
};

static void parse_work(mpz_ptr result, void *context)
{
    struct ParseWork *work = context;
    mpz_set_str(result, work->digits, work->base);
    if (work->negative)
        mpz_neg(result, result);
}

static Value literal_big(struct Interpreter *vm, const struct Literal *literal)
{
    char *digits = heap_allocate(vm, MEMORY_BYTES, literal->digits + 1);
    if (!digits)
        return EMPTY;
    size_t count = 0;
    for (const char *p = literal->start; p < literal->end; p++)
        if (*p != '_')
            digits[count++] = *p;
    digits[count] = '\0';
    struct ParseWork work = {digits, literal->base, literal->negative};
    Value result = gmp_compute(vm, parse_work, &work);
    heap_free(vm, MEMORY_BYTES, digits, literal->digits + 1);
    return result;
}

static Value literal_small(struct Interpreter *vm, const struct Literal *literal)
{
    int64_t number = 0;
    for (const char *p = literal->start; p < literal->end; p++)
        if (*p != '_')
            number = number * literal->base + digit_value(*p);
    return int_new(vm, literal->negative ? -number : number);
}

static Value raise_invalid_literal(struct Interpreter *vm, const char *text, size_t length, int base, Value original)
{
    Value shown = is_empty(original) ? string_from_utf8(vm, text, length) : retain(original);
    if (is_empty(shown))
        return EMPTY;
    Value repr = object_repr(vm, shown);
    release(vm, shown);
    if (is_empty(repr))
        return EMPTY;
    Value cut = string_length(repr) > 200 ? string_substring(vm, repr, 0, 200) : retain(repr);
    release(vm, repr);
    if (is_empty(cut))
        return EMPTY;
    raise_value_error(vm, "invalid literal for int() with base %d: %V", base, cut);
    release(vm, cut);
    return EMPTY;
}

Value int_parse(struct Interpreter *vm, const char *text, size_t length, int base, Value original)
{
    struct Literal literal;
    if (!literal_open(&literal, text, length, base))
        return raise_invalid_literal(vm, text, length, base, original);
    uint32_t limit = vm->int_max_str_digits;
    if (literal.digits <= 11 || (literal.digits <= 18 && literal.base <= 10))
        return literal_small(vm, &literal);
    if (limit && literal.digits > limit && !base_is_power_of_two(literal.base))
        return raise_value_error(vm,
                                 "Exceeds the limit (%u digits) for integer string conversion: value has %zu digits; "
                                 "use sys.set_int_max_str_digits() to increase the limit",
                                 limit, literal.digits);
    if (literal.digits > (size_t)INT_LIMBS_MAX * 10)
        return raise_memory_error(vm);
    return literal_big(vm, &literal);
}

Value int_from_text(struct Interpreter *vm, const char *text, size_t length, int base)
{
    return int_parse(vm, text, length, base, EMPTY);
}

/* ---- Int to text ------------------------------------------------------------- */

/* Writes the digits of a number in front of end; returns where they begin. */
char *write_decimal(char *end, uint64_t number)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                "8081828384858687888990919293949596979899";
    while (number >= 100) {
        end -= 2;
        memcpy(end, pairs + 2 * (number % 100), 2);
        number /= 100;
    }
    if (number >= 10) {
        end -= 2;
        memcpy(end, pairs + 2 * number, 2);
    } else {
        *--end = (char)('0' + number);
    }
    return end;
}

static Value word_to_string(struct Interpreter *vm, int64_t number, unsigned base, const char *prefix)
{
    char buffer[72], *end = buffer + sizeof buffer, *p = end;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    if (base == 10) {
        p = write_decimal(p, rest);
    } else {
        do {
            *--p = "0123456789abcdef"[rest % base];
            rest /= base;
        } while (rest);
    }
    if (prefix) {
        *--p = prefix[1];
        *--p = prefix[0];
    }
    if (number < 0)
        *--p = '-';
    return string_from_ascii(vm, p, (size_t)(end - p));
}

struct PrintWork {
    const struct IntView *view;
    char *text; /* room for the digits, a sign and the zero at the end */
    int base;
};

static void print_work(void *context)
{
    struct PrintWork *work = context;
    mpz_t number;
    mpz_get_str(work->text, work->base, int_view_as_mpz(work->view, number));
}

static Value raise_too_many_digits(struct Interpreter *vm)
{
    return raise_value_error(vm,
                             "Exceeds the limit (%u digits) for integer string conversion; "
                             "use sys.set_int_max_str_digits() to increase the limit",
                             vm->int_max_str_digits);
}

/* buffer has room for a prefix in front of the text. */
static Value finish_text(struct Interpreter *vm, char *buffer, const char *prefix, bool limited)
{
    char *text = buffer + 2;
    size_t length = strlen(text), digits = length - (text[0] == '-');
    if (limited && digits > vm->int_max_str_digits)
        return raise_too_many_digits(vm);
    if (!prefix)
        return string_from_ascii(vm, text, length);
    bool negative = digits != length;
    buffer[0] = negative ? '-' : prefix[0];
    buffer[1] = negative ? prefix[0] : prefix[1];
    if (negative)
        buffer[2] = prefix[1];
    return string_from_ascii(vm, buffer, length + 2);
}

Value int_to_string(struct Interpreter *vm, Value number, int base, bool prefix)
{
    const char *text_prefix = !prefix || base == 10 ? NULL : base == 16 ? "0x" : base == 8 ? "0o" : "0b";
    int64_t word;
    if (int_fits_int64(number, &word))
        return word_to_string(vm, word, (unsigned)base, text_prefix);
    struct IntView view;
    mpz_t mpz;
    int_view(number, &view);
    bool limited = !base_is_power_of_two(base) && vm->int_max_str_digits;
    if (limited && (double)int_view_bits(&view) > vm->int_max_str_digits * 3.3219281 + 4)
        return raise_too_many_digits(vm);
    size_t capacity = mpz_sizeinbase(int_view_as_mpz(&view, mpz), base) + 6;
    char *buffer = heap_allocate(vm, MEMORY_BYTES, capacity);
    if (!buffer)
        return EMPTY;
    struct PrintWork work = {&view, buffer + 2, base};
    Value result = gmp_run(vm, print_work, &work) ? finish_text(vm, buffer, text_prefix, limited) : EMPTY;
    heap_free(vm, MEMORY_BYTES, buffer, capacity);
    return result;
}
