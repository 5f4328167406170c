/*
 * Containers, iteration, and numbers out of Values.
 */
#include <math.h>

#include "runtime/generic_alias.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/warnings.h"

/* ---- Items ------------------------------------------------------------- */

/* int[...]: a class is subscripted through its __class_getitem__. */
static Value subscript_class(struct Interpreter *vm, Value class, Value key)
{
    if (is_type(class)) {
        if (as_type(class) == builtin_type(vm, TYPE_type))
            return generic_alias_new(vm, class, key);
        Value method = object_lookup_attribute(vm, class, NAME(vm, __class_getitem__));
        if (is_empty(method))
            return EMPTY;
        if (!is_absent(method) && !is_none(method)) {
            Value result = object_call_1(vm, method, key);
            release(vm, method);
            return result;
        }
        return raise_type_error(vm, "type '%.200N' is not subscriptable", as_type(class));
    }
    return raise_type_error(vm, "'%.200T' object is not subscriptable", class);
}

Value object_get_item(struct Interpreter *vm, Value container, Value key)
{
    struct Type *type = value_type(vm, container);
    if (LIKELY(type->operations.get_item != NULL))
        return type->operations.get_item(vm, container, key);
    return subscript_class(vm, container, key);
}

/* CPython asks the sequence protocol when the key is an index. */
static bool is_indexed(struct Interpreter *vm, const struct Type *type, Value key)
{
    return value_type(vm, key)->operations.index != NULL && (type->operations.length != NULL || type->flags & TYPE_HEAP);
}

/* A key that is no index, or does not fit one, is told before that items cannot be changed. */
static bool refuses_index(struct Interpreter *vm, const struct Type *type, Value key)
{
    int64_t index;
    return is_indexed(vm, type, key) && !object_as_int64(vm, key, TYPE_IndexError, &index);
}

bool object_set_item(struct Interpreter *vm, Value container, Value key, Value value)
{
    struct Type *type = value_type(vm, container);
    if (LIKELY(type->operations.set_item != NULL))
        return type->operations.set_item(vm, container, key, value);
    if (refuses_index(vm, type, key))
        return false;
    raise_type_error(vm, "'%.200N' object does not support item assignment", type);
    return false;
}

bool object_delete_item(struct Interpreter *vm, Value container, Value key)
{
    struct Type *type = value_type(vm, container);
    if (LIKELY(type->operations.set_item != NULL))
        return type->operations.set_item(vm, container, key, EMPTY);
    /* two wordings: CPython asks the sequence protocol first when the key is an index */
    bool as_sequence = is_indexed(vm, type, key);
    if (as_sequence && refuses_index(vm, type, key))
        return false;
    raise_type_error(vm, "'%.200N' object does%s support item deletion", type, as_sequence ? "n't" : " not");
    return false;
}

static int search_iterator(struct Interpreter *vm, Value iterator, Value item)
{
    for (;;) {
        Value next = iterator_next(vm, iterator);
        if (is_empty(next) || is_end(next))
            return is_empty(next) ? -1 : 0;
        int equal = object_equals(vm, next, item);
        release(vm, next);
        if (equal != 0)
            return equal;
    }
}

int object_contains(struct Interpreter *vm, Value container, Value item)
{
    struct Type *type = value_type(vm, container);
    if (LIKELY(type->operations.contains != NULL))
        return type->operations.contains(vm, container, item);
    if (type->operations.iterate == NULL && type->operations.get_item == NULL) {
        raise_type_error(vm, "argument of type '%.200N' is not iterable", type);
        return -1;
    }
    Value iterator = object_iterate(vm, container);
    if (is_empty(iterator)) {
        if (error_matches(vm, TYPE_TypeError)) {
            error_clear(vm);
            raise_type_error(vm, "argument of type '%.200N' is not iterable", type);
        }
        return -1;
    }
    int found = search_iterator(vm, iterator, item);
    release(vm, iterator);
    return found;
}

int64_t object_length(struct Interpreter *vm, Value v)
{
    struct Type *type = value_type(vm, v);
    if (LIKELY(type->operations.length != NULL))
        return type->operations.length(vm, v);
    raise_type_error(vm, "object of type '%.200N' has no len()", type);
    return -1;
}

static int64_t hint_of_method(struct Interpreter *vm, Value v, int64_t otherwise)
{
    Value hint = special_call(vm, NAME___length_hint__, &v, 1);
    if (is_absent(hint) || is_not_implemented(hint))
        return otherwise;
    if (is_empty(hint)) {
        if (!error_matches(vm, TYPE_TypeError))
            return -1;
        error_clear(vm);
        return otherwise;
    }
    int64_t number = -1;
    if (!is_int(vm, hint))
        raise_type_error(vm, "__length_hint__ must be an integer, not %T", hint);
    else if (!int_fits_int64(hint, &number)) {
        raise_error(vm, TYPE_OverflowError, "Python int too large to convert to C ssize_t");
        number = -1;
    } else if (number < 0)
        raise_value_error(vm, "__length_hint__() should return >= 0");
    release(vm, hint);
    return number;
}

int64_t object_length_hint(struct Interpreter *vm, Value v, int64_t otherwise)
{
    struct Type *type = value_type(vm, v);
    if (type->operations.length != NULL) {
        int64_t length = type->operations.length(vm, v);
        if (length >= 0 || !error_matches(vm, TYPE_TypeError))
            return length;
        error_clear(vm);
    }
    return hint_of_method(vm, v, otherwise);
}

/* ---- Iteration --------------------------------------------------------- */

Value object_iterate(struct Interpreter *vm, Value v)
{
    struct Type *type = value_type(vm, v);
    if (UNLIKELY(type->operations.iterate == NULL)) {
        bool sequence = type->flags & TYPE_HEAP || type->operations.length != NULL; /* re.Match is none */
        if (type->operations.get_item == NULL || !sequence || type->flags & TYPE_SUBCLASS_DICT || is_type(v))
            return raise_type_error(vm, "'%.200N' object is not iterable", type);
        return sequence_iterator_new(vm, v);
    }
    Value iterator = type->operations.iterate(vm, v);
    if (UNLIKELY(!is_empty(iterator) && !value_is_iterator(vm, iterator))) {
        raise_type_error(vm, "iter() returned non-iterator of type '%.100T'", iterator);
        release(vm, iterator);
        return EMPTY;
    }
    return iterator;
}

Value iterator_next(struct Interpreter *vm, Value iterator)
{
    struct Type *type = value_type(vm, iterator);
    if (LIKELY(type->operations.next != NULL)) {
        Value next = type->operations.next(vm, iterator);
        if (UNLIKELY(is_end(next) && !is_empty(vm->iteration_result)))
            release(vm, iterator_result(vm));
        return next;
    }
    return raise_type_error(vm, "'%.200N' object is not an iterator", type);
}

bool value_is_iterator(struct Interpreter *vm, Value v) { return value_type(vm, v)->operations.next != NULL; }

/* ---- Numbers out of Values --------------------------------------------- */

Value object_index(struct Interpreter *vm, Value v)
{
    if (is_small_int(v))
        return v;
    struct Type *type = value_type(vm, v);
    if (type->flags & TYPE_SUBCLASS_INT)
        return int_plain(vm, v);
    if (type->operations.index == NULL)
        return raise_type_error(vm, "'%.200N' object cannot be interpreted as an integer", type);
    Value number = type->operations.index(vm, v);
    if (is_empty(number) || is_small_int(number))
        return number;
    if (!is_int(vm, number)) {
        raise_type_error(vm, "__index__ returned non-int (type %.200T)", number);
        release(vm, number);
        return EMPTY;
    }
    bool right = object_has_type(vm, number, TYPE_int) ||
                 warnings_strict_subclass(vm, "__index__ returned non-int", "int", number);
    Value plain = right ? int_plain(vm, number) : EMPTY;
    release(vm, number);
    return plain;
}

bool object_as_int64(struct Interpreter *vm, Value v, enum TypeIndex overflow, int64_t *number)
{
    if (LIKELY(is_small_int(v))) {
        *number = small_int(v);
        return true;
    }
    Value plain = object_index(vm, v);
    if (is_empty(plain))
        return false;
    bool fits = int_fits_int64(plain, number);
    release(vm, plain);
    if (!fits)
        raise_error(vm, overflow, "cannot fit '%.200T' into an index-sized integer", v);
    return fits;
}

bool object_as_int64_clamped(struct Interpreter *vm, Value v, int64_t *number)
{
    if (LIKELY(is_small_int(v))) {
        *number = small_int(v);
        return true;
    }
    Value plain = object_index(vm, v);
    if (is_empty(plain))
        return false;
    if (!int_fits_int64(plain, number))
        *number = int_sign(plain) < 0 ? INT64_MIN : INT64_MAX;
    release(vm, plain);
    return true;
}

static bool double_of_int(struct Interpreter *vm, Value v, double *number)
{
    bool overflow = false;
    *number = int_to_double(vm, v, &overflow);
    if (overflow)
        raise_error(vm, TYPE_OverflowError, "int too large to convert to float");
    return !overflow;
}

bool object_as_double(struct Interpreter *vm, Value v, double *number)
{
    if (is_float(vm, v)) {
        *number = float_value(v);
        return true;
    }
    struct Type *type = value_type(vm, v);
    if (type->operations.to_float != NULL && !(type->flags & TYPE_SUBCLASS_INT && !(type->flags & TYPE_HEAP))) {
        Value result = type->operations.to_float(vm, v);
        if (is_empty(result))
            return false;
        bool right = is_float(vm, result);
        if (right)
            *number = float_value(result);
        else
            raise_type_error(vm, "%.50N.__float__ returned non-float (type %.50T)", type, result);
        if (right && !is_small_float(result) && !object_has_type(vm, result, TYPE_float))
            right = warnings_float_subclass(vm, type, result);
        release(vm, result);
        return right;
    }
    if (is_int(vm, v))
        return double_of_int(vm, v, number);
    if (type->operations.index == NULL) {
        raise_type_error(vm, "must be real number, not %.50N", type);
        return false;
    }
    Value plain = object_index(vm, v);
    bool done = !is_empty(plain) && double_of_int(vm, plain, number);
    release_maybe(vm, plain);
    return done;
}
