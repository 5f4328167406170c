/*
 * The type complex.
 *
 * Owner: the numbers.  Quotients and powers take the same steps as CPython's,
 * so that they round alike.
 */
#include <errno.h>
#include <math.h>

#include "runtime/float.h"
#include "runtime/int_big.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

struct Pair {
    double real, imaginary;
};

static bool is_complex(struct Interpreter *vm, Value v)
{
    if (object_has_type(vm, v, TYPE_complex))
        return true;
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_complex));
}

static struct Pair complex_pair(Value v)
{
    const struct Complex *number = (const struct Complex *)value_object(v);
    return (struct Pair){number->real, number->imaginary};
}

static Value complex_of_type(struct Interpreter *vm, struct Type *type, double real, double imaginary)
{
    size_t size = type == builtin_type(vm, TYPE_complex) ? sizeof(struct Complex) : type->instance_size;
    struct Complex *number = (struct Complex *)object_allocate(vm, type, size);
    if (!number)
        return EMPTY;
    number->real = real;
    number->imaginary = imaginary;
    return value_from_object(number);
}

Value complex_new(struct Interpreter *vm, double real, double imaginary)
{
    return complex_of_type(vm, builtin_type(vm, TYPE_complex), real, imaginary);
}

static Value from_pair(struct Interpreter *vm, struct Pair number)
{
    return complex_new(vm, number.real, number.imaginary);
}

/* As number_to_double. */
static int to_pair(struct Interpreter *vm, Value v, struct Pair *number)
{
    if (is_complex(vm, v)) {
        *number = complex_pair(v);
        return 1;
    }
    number->imaginary = 0.0;
    return number_to_double(vm, v, &number->real);
}

/* ---- Arithmetic -------------------------------------------------------------------- */

static struct Pair multiply(struct Pair a, struct Pair b)
{
    return (struct Pair){a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}

/* Scaled by the larger part of the divisor; b is not zero. */
static struct Pair divide(struct Pair a, struct Pair b)
{
    if (fabs(b.real) >= fabs(b.imaginary)) {
        double ratio = b.imaginary / b.real, divisor = b.real + b.imaginary * ratio;
        return (struct Pair){(a.real + a.imaginary * ratio) / divisor, (a.imaginary - a.real * ratio) / divisor};
    }
    if (fabs(b.imaginary) >= fabs(b.real)) {
        double ratio = b.real / b.imaginary, divisor = b.real * ratio + b.imaginary;
        return (struct Pair){(a.real * ratio + a.imaginary) / divisor, (a.imaginary * ratio - a.real) / divisor};
    }
    return (struct Pair){NAN, NAN};
}

static struct Pair power_by_squaring(struct Pair base, unsigned exponent)
{
    struct Pair result = {1.0, 0.0};
    for (unsigned mask = 1; mask <= exponent; mask <<= 1) {
        if (exponent & mask)
            result = multiply(result, base);
        base = multiply(base, base);
    }
    return result;
}

static struct Pair power_by_angle(struct Pair base, struct Pair exponent)
{
    double size = hypot(base.real, base.imaginary), length = pow(size, exponent.real);
    double angle = atan2(base.imaginary, base.real), phase = angle * exponent.real;
    if (exponent.imaginary != 0) {
        length /= exp(angle * exponent.imaginary);
        phase += exponent.imaginary * log(size);
    }
    return (struct Pair){length * cos(phase), length * sin(phase)};
}

static Value raise_zero_power(struct Interpreter *vm)
{
    return raise_error(vm, TYPE_ZeroDivisionError, "0.0 to a negative or complex power");
}

static Value power(struct Interpreter *vm, struct Pair base, struct Pair exponent)
{
    struct Pair result;
    errno = 0;
    bool zero = base.real == 0 && base.imaginary == 0;
    if (exponent.imaginary == 0 && exponent.real == floor(exponent.real) && fabs(exponent.real) <= 100) {
        if (exponent.real < 0 && zero)
            return raise_zero_power(vm);
        result = power_by_squaring(base, (unsigned)fabs(exponent.real));
        if (exponent.real < 0) {
            if (result.real == 0 && result.imaginary == 0)
                return raise_zero_power(vm);
            result = divide((struct Pair){1.0, 0.0}, result);
        }
    } else if (zero) {
        if (exponent.imaginary != 0 || exponent.real < 0)
            return raise_zero_power(vm);
        result = (struct Pair){0.0, 0.0};
    } else {
        result = power_by_angle(base, exponent);
        if (errno == EDOM) /* the angle of infinity */
            return raise_zero_power(vm);
    }
    if (isinf(result.real) || isinf(result.imaginary))
        return raise_error(vm, TYPE_OverflowError, "complex exponentiation");
    return from_pair(vm, result);
}

Value complex_power(struct Interpreter *vm, double base_real, double base_imaginary, double exponent_real,
                    double exponent_imaginary)
{
    return power(vm, (struct Pair){base_real, base_imaginary}, (struct Pair){exponent_real, exponent_imaginary});
}

static Value arithmetic(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right)
{
    struct Pair a, b;
    int done = to_pair(vm, left, &a);
    if (done > 0)
        done = to_pair(vm, right, &b);
    if (done <= 0)
        return done < 0 ? EMPTY : VALUE_NOT_IMPLEMENTED;
    switch (operation) {
    case BINARY_ADD:
        return complex_new(vm, a.real + b.real, a.imaginary + b.imaginary);
    case BINARY_SUBTRACT:
        return complex_new(vm, a.real - b.real, a.imaginary - b.imaginary);
    case BINARY_MULTIPLY:
        return from_pair(vm, multiply(a, b));
    case BINARY_TRUE_DIVIDE:
        if (b.real == 0 && b.imaginary == 0)
            return raise_error(vm, TYPE_ZeroDivisionError, "complex division by zero");
        return from_pair(vm, divide(a, b));
    default:
        return power(vm, a, b);
    }
}

#define COMPLEX_OPERATOR(name, operation)                                  \
    static Value name(struct Interpreter *vm, Value left, Value right)     \
    {                                                                      \
        return arithmetic(vm, operation, left, right);                     \
    }

COMPLEX_OPERATOR(operator_add, BINARY_ADD)
COMPLEX_OPERATOR(operator_subtract, BINARY_SUBTRACT)
COMPLEX_OPERATOR(operator_multiply, BINARY_MULTIPLY)
COMPLEX_OPERATOR(operator_true_divide, BINARY_TRUE_DIVIDE)
COMPLEX_OPERATOR(operator_power, BINARY_POWER)

static Value operator_power_modulo(struct Interpreter *vm, Value base, Value exponent, Value modulus)
{
    (void)base, (void)exponent, (void)modulus;
    return raise_value_error(vm, "complex modulo");
}

static Value complex_negate(struct Interpreter *vm, Value self)
{
    struct Pair number = complex_pair(self);
    return complex_new(vm, -number.real, -number.imaginary);
}

static Value complex_positive(struct Interpreter *vm, Value self)
{
    return object_has_type(vm, self, TYPE_complex) ? retain(self) : from_pair(vm, complex_pair(self));
}

static Value complex_absolute(struct Interpreter *vm, Value self)
{
    struct Pair number = complex_pair(self);
    double size = hypot(number.real, number.imaginary);
    if (isinf(size) && isfinite(number.real) && isfinite(number.imaginary))
        return raise_error(vm, TYPE_OverflowError, "absolute value too large");
    return float_new(vm, size);
}

/* ---- Protocols ------------------------------------------------------------------------ */

static Value complex_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_complex(vm, self))
        return VALUE_NOT_IMPLEMENTED;
    struct Pair a = complex_pair(self);
    bool equal;
    if (is_complex(vm, other)) {
        struct Pair b = complex_pair(other);
        equal = a.real == b.real && a.imaginary == b.imaginary;
    } else if (is_float(vm, other)) {
        equal = a.imaginary == 0 && a.real == float_value(other);
    } else if (is_int(vm, other)) {
        equal = a.imaginary == 0 && int_compare_double(other, a.real) == 0;
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return value_from_bool(equal == (operation == COMPARE_EQ));
}

static bool complex_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    struct Pair number = complex_pair(self);
    uint64_t mixed = (uint64_t)float_hash(number.real, self) + 1000003u * (uint64_t)float_hash(number.imaginary, self);
    *hash = mixed == (uint64_t)-1 ? -2 : (int64_t)mixed;
    return true;
}

static int complex_truth(struct Interpreter *vm, Value self)
{
    (void)vm;
    struct Pair number = complex_pair(self);
    return number.real != 0 || number.imaginary != 0;
}

/* One part, without ".0"; with_sign: a plus stands before what is not negative. */
static bool add_part(struct StringBuilder *builder, double number, bool with_sign)
{
    struct FloatText text;
    float_make_text(&text, number, 'r', 0, 0);
    if (text.negative && !builder_add_char(builder, '-'))
        return false;
    if (!text.negative && with_sign && !builder_add_char(builder, '+'))
        return false;
    return builder_add_utf8(builder, text.buffer, text.length);
}

static Value complex_repr(struct Interpreter *vm, Value self)
{
    struct Pair number = complex_pair(self);
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool alone = number.real == 0 && !signbit(number.real);
    bool good = alone ? add_part(&builder, number.imaginary, false) && builder_add_char(&builder, 'j')
                      : builder_add_char(&builder, '(') && add_part(&builder, number.real, false) &&
                            add_part(&builder, number.imaginary, true) && builder_add_cstring(&builder, "j)");
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

/* ---- Construction ------------------------------------------------------------------------ */

static const char *skip_spaces(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r') || (*p >= 0x1c && *p <= 0x1f)))
        p++;
    return p;
}

/* "+j", "-j" and "j" stand for one. */
static size_t scan_unit(const char *p, const char *end, double *number)
{
    size_t sign = p < end && (*p == '+' || *p == '-');
    if (p + sign == end || (p[sign] | 0x20) != 'j')
        return 0;
    *number = sign && *p == '-' ? -1.0 : 1.0;
    return sign + 1;
}

/* real, imaginaryj or real±imaginaryj; returns where it ends, NULL when malformed. */
static const char *scan_parts(const char *p, const char *end, struct Pair *number)
{
    double first;
    size_t taken = float_scan(p, end, &first);
    *number = (struct Pair){0.0, 0.0};
    if (!taken) {
        taken = scan_unit(p, end, &number->imaginary);
        return taken ? p + taken : NULL;
    }
    p += taken;
    if (p < end && (*p | 0x20) == 'j') {
        number->imaginary = first;
        return p + 1;
    }
    number->real = first;
    if (p == end || (*p != '+' && *p != '-'))
        return p;
    taken = float_scan(p, end, &number->imaginary);
    if (!taken) {
        taken = scan_unit(p, end, &number->imaginary);
        return taken ? p + taken : NULL;
    }
    p += taken;
    return p < end && (*p | 0x20) == 'j' ? p + 1 : NULL;
}

static bool parse_complex(const char *p, const char *end, struct Pair *number)
{
    p = skip_spaces(p, end);
    bool parenthesis = p < end && *p == '(';
    if (parenthesis)
        p = skip_spaces(p + 1, end);
    p = scan_parts(p, end, number);
    if (!p)
        return false;
    p = skip_spaces(p, end);
    if (parenthesis) {
        if (p == end || *p != ')')
            return false;
        p = skip_spaces(p + 1, end);
    }
    return p == end;
}

/* Each underscore stands between two digits. */
static bool underscores_are_right(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_')
            continue;
        if (i == 0 || i + 1 == length || text[i - 1] < '0' || text[i - 1] > '9' || text[i + 1] < '0' || text[i + 1] > '9')
            return false;
    }
    return true;
}

static Value complex_from_string(struct Interpreter *vm, struct Type *type, Value v)
{
    struct Utf8View view;
    struct Pair number;
    if (!number_text_view(vm, v, &view))
        return EMPTY;
    bool good = parse_complex(view.text, view.text + view.length, &number);
    bool right = good || underscores_are_right(view.text, view.length);
    utf8_release(vm, &view);
    if (!right)
        return raise_value_error(vm, "could not convert string to complex: %R", v);
    if (!good)
        return raise_value_error(vm, "complex() arg is a malformed string");
    return complex_of_type(vm, type, number.real, number.imaginary);
}

/* Through __complex__: OWNED complex, ABSENT without the method. */
static Value call_complex_method(struct Interpreter *vm, Value v)
{
    if (object_has_type(vm, v, TYPE_complex))
        return retain(v);
    Value method = type_lookup_special(vm, v, NAME(vm, __complex__));
    if (is_empty(method) || is_absent(method))
        return method;
    Value result = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(result) || object_has_type(vm, result, TYPE_complex))
        return result;
    if (is_complex(vm, result)) {
        if (warnings_warn(vm, TYPE_DeprecationWarning, 1,
                          "__complex__ returned non-complex (type %T).  The ability to return an instance of a strict "
                          "subclass of complex is deprecated, and may be removed in a future version of Python.", result))
            return result;
        release(vm, result);
        return EMPTY;
    }
    raise_type_error(vm, "__complex__ returned non-complex (type %T)", result);
    release(vm, result);
    return EMPTY;
}

/* __float__ or __index__ of v; false with an error pending (TypeError with the given words when it has neither). */
static bool real_part(struct Interpreter *vm, Value v, double *number, const char *message)
{
    const struct TypeOperations *operations = &value_type(vm, v)->operations;
    if (is_float(vm, v) || is_int(vm, v) || operations->to_float || operations->index)
        return object_as_double(vm, v, number);
    raise_type_error(vm, message, v);
    return false;
}

static bool argument_to_pair(struct Interpreter *vm, Value v, struct Pair *number, bool *is_complex_number,
                             const char *message)
{
    Value converted = call_complex_method(vm, v);
    if (is_empty(converted))
        return false;
    *is_complex_number = !is_absent(converted);
    number->imaginary = 0.0;
    if (!*is_complex_number)
        return real_part(vm, v, &number->real, message);
    *number = complex_pair(converted);
    release(vm, converted);
    return true;
}

static Value complex_from_parts(struct Interpreter *vm, struct Type *type, Value real, Value imaginary)
{
    struct Pair a = {0.0, 0.0}, b = {0.0, 0.0};
    bool a_complex = false, b_complex = false;
    if (!is_absent(real) && !argument_to_pair(vm, real, &a, &a_complex,
                                              "complex() first argument must be a string or a number, not '%T'"))
        return EMPTY;
    if (is_absent(imaginary))
        return complex_of_type(vm, type, a.real, a.imaginary);
    if (is_complex(vm, imaginary)) {
        b = complex_pair(imaginary);
        b_complex = true;
    } else if (!real_part(vm, imaginary, &b.real, "complex() second argument must be a number, not '%T'")) {
        return EMPTY;
    }
    return complex_of_type(vm, type, b_complex ? a.real - b.imaginary : a.real,
                           a_complex ? a.imaginary + b.real : b.real);
}

static Value complex_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    Value bound[2];
    if (!native_bind(vm, "complex", "real=0, imag=0", args, positional, names, bound, 2))
        return EMPTY;
    bool exact = type == builtin_type(vm, TYPE_complex);
    if (exact && is_absent(bound[1]) && object_has_type(vm, bound[0], TYPE_complex))
        return retain(bound[0]);
    if (!is_absent(bound[0]) && is_string(vm, bound[0])) {
        if (!is_absent(bound[1]))
            return raise_type_error(vm, "complex() can't take second arg if first is a string");
        return complex_from_string(vm, type, bound[0]);
    }
    if (!is_absent(bound[1]) && is_string(vm, bound[1]))
        return raise_type_error(vm, "complex() second arg can't be a string");
    return complex_from_parts(vm, type, bound[0], bound[1]);
}

/* ---- Methods -------------------------------------------------------------------------------- */

static Value complex_conjugate(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Pair number = complex_pair(args[0]);
    return complex_new(vm, number.real, -number.imaginary);
}

static Value complex_itself(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return complex_positive(vm, args[0]);
}

static Value complex_getnewargs(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Pair number = complex_pair(args[0]);
    Value items[2] = {float_new(vm, number.real), float_new(vm, number.imaginary)};
    if (is_empty(items[0]) || is_empty(items[1])) {
        release_maybe(vm, items[0]);
        release_maybe(vm, items[1]);
        return EMPTY;
    }
    return tuple_from_stolen(vm, items, 2);
}

static Value complex_format(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__format__() argument must be str, not %A", args[1]);
    return format_complex(vm, args[0], args[1]);
}

static Value complex_real(struct Interpreter *vm, Value self)
{
    return float_new(vm, complex_pair(self).real);
}

static Value complex_imaginary(struct Interpreter *vm, Value self)
{
    return float_new(vm, complex_pair(self).imaginary);
}

static const struct NativeMethod complex_methods[] = {
    METHOD("conjugate", complex_conjugate, 0, 0, "",
           "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."),
    METHOD("__complex__", complex_itself, 0, 0, "", "Convert this value to exact type complex."),
    METHOD("__getnewargs__", complex_getnewargs, 0, 0, "", NULL),
    METHOD("__format__", complex_format, 1, 1, "format_spec, /", "Convert to a string according to format_spec."),
    METHODS_END,
};

static const struct NativeAttribute complex_attributes[] = {
    MEMBERS_FOLLOW,
    {"real", complex_real, NULL, "the real part of a complex number"},
    {"imag", complex_imaginary, NULL, "the imaginary part of a complex number"},
    ATTRIBUTES_END,
};

const struct TypeSpec complex_type_spec = {
    .name = "complex",
    .documentation = "complex(real=0, imag=0)\n--\n\n"
                     "Create a complex number from a string or numbers.\n\n"
                     "If a string is given, parse it as a complex number.\n"
                     "If a single number is given, convert it to a complex number.\n"
                     "If the 'real' or 'imag' arguments are given, create a complex number\n"
                     "with the specified real and imaginary components.",
    .instance_size = sizeof(struct Complex),
    .flags = TYPE_BASE,
    .memory = {.kind = OBJECT_LEAF},
    .operations =
        {
            .construct = complex_construct,
            .repr = complex_repr,
            .hash = complex_hash,
            .compare = complex_compare,
            .truth = complex_truth,
            .binary =
                {
                    [BINARY_ADD] = operator_add,
                    [BINARY_SUBTRACT] = operator_subtract,
                    [BINARY_MULTIPLY] = operator_multiply,
                    [BINARY_TRUE_DIVIDE] = operator_true_divide,
                    [BINARY_POWER] = operator_power,
                },
            .power = operator_power_modulo,
            .unary =
                {
                    [UNARY_NEGATIVE] = complex_negate,
                    [UNARY_POSITIVE] = complex_positive,
                    [UNARY_ABSOLUTE] = complex_absolute,
                },
        },
    .methods = complex_methods,
    .attributes = complex_attributes,
};
