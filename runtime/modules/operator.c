/*
 * The module _operator: the operators of the language as functions.  Its
 * getters are in operator_getters.c; runtime/lib/operator.py adds the names
 * with underscores.
 */
#include "runtime/arguments.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string_internal.h"

/* ---- Arithmetic ----------------------------------------------------------- */

#define BINARY(name, operation)                                                             \
    static Value operator_##name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                                       \
        (void)count;                                                                        \
        return object_binary(vm, operation, args[0], args[1]);                              \
    }                                                                                       \
    static Value operator_i##name(struct Interpreter *vm, const Value *args, size_t count)  \
    {                                                                                       \
        (void)count;                                                                        \
        return object_in_place(vm, operation, args[0], args[1]);                            \
    }

#define UNARY(name, operation)                                                              \
    static Value operator_##name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                                       \
        (void)count;                                                                        \
        return object_unary(vm, operation, args[0]);                                        \
    }

#define COMPARISON(name, operation)                                                         \
    static Value operator_##name(struct Interpreter *vm, const Value *args, size_t count)   \
    {                                                                                       \
        (void)count;                                                                        \
        return object_compare(vm, args[0], args[1], operation);                             \
    }

BINARY(add, BINARY_ADD)
BINARY(sub, BINARY_SUBTRACT)
BINARY(mul, BINARY_MULTIPLY)
BINARY(matmul, BINARY_MATRIX_MULTIPLY)
BINARY(truediv, BINARY_TRUE_DIVIDE)
BINARY(floordiv, BINARY_FLOOR_DIVIDE)
BINARY(mod, BINARY_MODULO)
BINARY(pow, BINARY_POWER)
BINARY(lshift, BINARY_LEFT_SHIFT)
BINARY(rshift, BINARY_RIGHT_SHIFT)
BINARY(and, BINARY_AND)
BINARY(xor, BINARY_XOR)
BINARY(or, BINARY_OR)

UNARY(neg, UNARY_NEGATIVE)
UNARY(pos, UNARY_POSITIVE)
UNARY(invert, UNARY_INVERT)
UNARY(abs, UNARY_ABSOLUTE)

COMPARISON(lt, COMPARE_LT)
COMPARISON(le, COMPARE_LE)
COMPARISON(eq, COMPARE_EQ)
COMPARISON(ne, COMPARE_NE)
COMPARISON(gt, COMPARE_GT)
COMPARISON(ge, COMPARE_GE)

/* ---- Truth and identity ----------------------------------------------------- */

static Value truth_value(int truth) { return truth < 0 ? EMPTY : value_from_bool(truth); }

static Value operator_truth(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return truth_value(object_truth(vm, args[0]));
}

static Value operator_not(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int truth = object_truth(vm, args[0]);
    return truth < 0 ? EMPTY : value_from_bool(!truth);
}

static Value operator_is(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_bool(value_same(args[0], args[1]));
}

static Value operator_is_not(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return value_from_bool(!value_same(args[0], args[1]));
}

static Value operator_index(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value index = object_index(vm, args[0]);
    if (is_empty(index) || is_small_int(index))
        return index;
    Value plain = int_plain(vm, index);
    release(vm, index);
    return plain;
}

/* ---- Containers ----------------------------------------------------------- */

/* What sequence operations accept: not mappings. */
static bool is_sequence(struct Interpreter *vm, Value v)
{
    return !is_dict(vm, v) && value_type(vm, v)->operations.get_item != NULL;
}

static Value not_concatenable(struct Interpreter *vm, Value v)
{
    return raise_type_error(vm, "'%T' object can't be concatenated", v);
}

static Value operator_concat(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct TypeOperations *operations = &value_type(vm, args[0])->operations;
    (void)count;
    if (operations->concatenate != NULL)
        return operations->concatenate(vm, args[0], args[1]);
    if (is_sequence(vm, args[0]) && is_sequence(vm, args[1]))
        return object_binary(vm, BINARY_ADD, args[0], args[1]);
    return not_concatenable(vm, args[0]);
}

static Value operator_iconcat(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct TypeOperations *operations = &value_type(vm, args[0])->operations;
    if (operations->in_place_concatenate != NULL)
        return operations->in_place_concatenate(vm, args[0], args[1]);
    if (operations->concatenate != NULL)
        return operator_concat(vm, args, count);
    if (is_sequence(vm, args[0]) && is_sequence(vm, args[1]))
        return object_in_place(vm, BINARY_ADD, args[0], args[1]);
    return not_concatenable(vm, args[0]);
}

static Value operator_contains(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return truth_value(object_contains(vm, args[0], args[1]));
}

/* Goes through an iterable for what equals the item: how often it is there, or (first) at which place, -1 if at none;
 * false: raised. */
static bool search(struct Interpreter *vm, Value iterable, Value item, bool first, int64_t *answer)
{
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator)) {
        if (!error_matches(vm, TYPE_TypeError))
            return false;
        error_clear(vm);
        raise_type_error(vm, "argument of type '%T' is not iterable", iterable);
        return false;
    }
    int64_t place = 0, found = 0;
    int equal = 0;
    for (;; place++) {
        Value candidate = iterator_step(vm, iterator);
        if (is_end(candidate))
            break;
        equal = is_empty(candidate) ? -1 : object_equals(vm, candidate, item);
        release_maybe(vm, candidate);
        if (equal < 0 || (equal > 0 && first))
            break;
        found += equal;
    }
    release(vm, iterator);
    *answer = !first ? found : equal > 0 ? place : -1;
    return equal >= 0;
}

static Value operator_count_of(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t found;
    (void)count;
    return search(vm, args[0], args[1], false, &found) ? value_from_small_int(found) : EMPTY;
}

static Value operator_index_of(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t place;
    (void)count;
    if (!search(vm, args[0], args[1], true, &place))
        return EMPTY;
    return place >= 0 ? value_from_small_int(place)
                      : raise_value_error(vm, "sequence.index(x): x not in sequence");
}

static Value operator_getitem(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_get_item(vm, args[0], args[1]);
}

static Value operator_setitem(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_set_item(vm, args[0], args[1], args[2]) ? VALUE_NONE : EMPTY;
}

static Value operator_delitem(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_delete_item(vm, args[0], args[1]) ? VALUE_NONE : EMPTY;
}

static Value operator_length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t otherwise = 0;
    if (count > 1 && !is_int(vm, args[1]))
        return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", args[1]);
    if (count > 1 && !read_size(vm, args[1], &otherwise))
        return EMPTY;
    int64_t hint = object_length_hint(vm, args[0], otherwise);
    return error_pending(vm) ? EMPTY : int_new(vm, hint);
}

static Value operator_call(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional == 0)
        return raise_type_error(vm, "call expected at least 1 argument, got 0");
    return object_call(vm, args[0], args + 1, positional - 1, names);
}

/* ---- Comparison in constant time ---------------------------------------------- */

/* Looks at all of b, whatever a is: how long it takes tells nothing about where they differ. */
static bool equal_in_constant_time(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length)
{
    volatile uint8_t difference = a_length != b_length;
    const volatile uint8_t *left = a_length == b_length ? a : b, *right = b;
    for (size_t i = 0; i < b_length; i++)
        difference |= left[i] ^ right[i];
    return difference == 0;
}

/* The bytes of both; false: raised. */
static bool digests(struct Interpreter *vm, const Value *args, const uint8_t *data[2], size_t length[2])
{
    if (is_string(vm, args[0]) && is_string(vm, args[1])) {
        for (int i = 0; i < 2; i++) {
            const struct String *text = as_string(args[i]);
            if (!string_is_ascii(text)) {
                raise_type_error(vm, "comparing strings with non-ASCII characters is not supported");
                return false;
            }
            data[i] = text->data;
            length[i] = text->length;
        }
        return true;
    }
    bool first = bytes_view(vm, args[0], &data[0], &length[0]), second = bytes_view(vm, args[1], &data[1], &length[1]);
    if (first && second)
        return true;
    if (first || second)
        raise_type_error(vm, "a bytes-like object is required, not '%.100T'", args[first]);
    else
        raise_type_error(vm, "unsupported operand types(s) or combination of types: '%.100T' and '%.100T'", args[0],
                         args[1]);
    return false;
}

static Value operator_compare_digest(struct Interpreter *vm, const Value *args, size_t count)
{
    const uint8_t *data[2];
    size_t length[2];
    (void)count;
    if (!digests(vm, args, data, length))
        return EMPTY;
    return value_from_bool(equal_in_constant_time(data[0], length[0], data[1], length[1]));
}

static const struct NativeMethod operator_functions[] = {
    FUNCTION("add", operator_add, 2, 2, "a, b, /", "Same as a + b."),
    FUNCTION("sub", operator_sub, 2, 2, "a, b, /", "Same as a - b."),
    FUNCTION("mul", operator_mul, 2, 2, "a, b, /", "Same as a * b."),
    FUNCTION("matmul", operator_matmul, 2, 2, "a, b, /", "Same as a @ b."),
    FUNCTION("truediv", operator_truediv, 2, 2, "a, b, /", "Same as a / b."),
    FUNCTION("floordiv", operator_floordiv, 2, 2, "a, b, /", "Same as a // b."),
    FUNCTION("mod", operator_mod, 2, 2, "a, b, /", "Same as a % b."),
    FUNCTION("pow", operator_pow, 2, 2, "a, b, /", "Same as a ** b."),
    FUNCTION("lshift", operator_lshift, 2, 2, "a, b, /", "Same as a << b."),
    FUNCTION("rshift", operator_rshift, 2, 2, "a, b, /", "Same as a >> b."),
    FUNCTION("and_", operator_and, 2, 2, "a, b, /", "Same as a & b."),
    FUNCTION("xor", operator_xor, 2, 2, "a, b, /", "Same as a ^ b."),
    FUNCTION("or_", operator_or, 2, 2, "a, b, /", "Same as a | b."),
    FUNCTION("iadd", operator_iadd, 2, 2, "a, b, /", "Same as a += b."),
    FUNCTION("isub", operator_isub, 2, 2, "a, b, /", "Same as a -= b."),
    FUNCTION("imul", operator_imul, 2, 2, "a, b, /", "Same as a *= b."),
    FUNCTION("imatmul", operator_imatmul, 2, 2, "a, b, /", "Same as a @= b."),
    FUNCTION("itruediv", operator_itruediv, 2, 2, "a, b, /", "Same as a /= b."),
    FUNCTION("ifloordiv", operator_ifloordiv, 2, 2, "a, b, /", "Same as a //= b."),
    FUNCTION("imod", operator_imod, 2, 2, "a, b, /", "Same as a %= b."),
    FUNCTION("ipow", operator_ipow, 2, 2, "a, b, /", "Same as a **= b."),
    FUNCTION("ilshift", operator_ilshift, 2, 2, "a, b, /", "Same as a <<= b."),
    FUNCTION("irshift", operator_irshift, 2, 2, "a, b, /", "Same as a >>= b."),
    FUNCTION("iand", operator_iand, 2, 2, "a, b, /", "Same as a &= b."),
    FUNCTION("ixor", operator_ixor, 2, 2, "a, b, /", "Same as a ^= b."),
    FUNCTION("ior", operator_ior, 2, 2, "a, b, /", "Same as a |= b."),
    FUNCTION("lt", operator_lt, 2, 2, "a, b, /", "Same as a < b."),
    FUNCTION("le", operator_le, 2, 2, "a, b, /", "Same as a <= b."),
    FUNCTION("eq", operator_eq, 2, 2, "a, b, /", "Same as a == b."),
    FUNCTION("ne", operator_ne, 2, 2, "a, b, /", "Same as a != b."),
    FUNCTION("gt", operator_gt, 2, 2, "a, b, /", "Same as a > b."),
    FUNCTION("ge", operator_ge, 2, 2, "a, b, /", "Same as a >= b."),
    FUNCTION("neg", operator_neg, 1, 1, "a, /", "Same as -a."),
    FUNCTION("pos", operator_pos, 1, 1, "a, /", "Same as +a."),
    FUNCTION("inv", operator_invert, 1, 1, "a, /", "Same as ~a."),
    FUNCTION("invert", operator_invert, 1, 1, "a, /", "Same as ~a."),
    FUNCTION("abs", operator_abs, 1, 1, "a, /", "Same as abs(a)."),
    FUNCTION("truth", operator_truth, 1, 1, "a, /", "Return True if a is true, False otherwise."),
    FUNCTION("not_", operator_not, 1, 1, "a, /", "Same as not a."),
    FUNCTION("is_", operator_is, 2, 2, "a, b, /", "Same as a is b."),
    FUNCTION("is_not", operator_is_not, 2, 2, "a, b, /", "Same as a is not b."),
    FUNCTION("index", operator_index, 1, 1, "a, /", "Same as a.__index__()"),
    FUNCTION("concat", operator_concat, 2, 2, "a, b, /", "Same as a + b, for a and b sequences."),
    FUNCTION("iconcat", operator_iconcat, 2, 2, "a, b, /", "Same as a += b, for a and b sequences."),
    FUNCTION("contains", operator_contains, 2, 2, "a, b, /", "Same as b in a (note reversed operands)."),
    FUNCTION("countOf", operator_count_of, 2, 2, "a, b, /",
             "Return the number of items in a which are, or which equal, b."),
    FUNCTION("indexOf", operator_index_of, 2, 2, "a, b, /", "Return the first index of b in a."),
    FUNCTION("getitem", operator_getitem, 2, 2, "a, b, /", "Same as a[b]."),
    FUNCTION("setitem", operator_setitem, 3, 3, "a, b, c, /", "Same as a[b] = c."),
    FUNCTION("delitem", operator_delitem, 2, 2, "a, b, /", "Same as del a[b]."),
    FUNCTION("length_hint", operator_length_hint, 1, 2, "obj, default=0, /",
             "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when "
             "building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may "
             "over- or under-estimate by an arbitrary amount.\nThe result will be an integer >= 0."),
    FUNCTION_RAW("call", operator_call, "obj, /, *args, **kwargs", "Same as obj(*args, **kwargs)."),
    FUNCTION("_compare_digest", operator_compare_digest, 2, 2, "a, b, /",
             "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it "
             "appropriate for cryptography.\n\na and b must both be of the same type: either str (ASCII only),\nor any "
             "bytes-like object."),
    METHODS_END,
};

static bool operator_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "attrgetter", value_from_object(builtin_type(vm, TYPE_attrgetter))) &&
           dict_set_cstring(vm, dict, "itemgetter", value_from_object(builtin_type(vm, TYPE_itemgetter))) &&
           dict_set_cstring(vm, dict, "methodcaller", value_from_object(builtin_type(vm, TYPE_methodcaller)));
}

const struct ModuleSpec operator_module_spec = {
    .name = "_operator",
    .documentation =
        "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic "
        "operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
    .functions = operator_functions,
    .fill = operator_fill,
};
