/*
 * The protocols: what any code may do with any Value.
 *
 * All of these may run Python code unless they say otherwise; EMPTY, false or
 * -1 mean an exception is pending.
 */
#ifndef VIV_RUNTIME_OBJECT_H
#define VIV_RUNTIME_OBJECT_H

#include "runtime/error.h"
#include "runtime/interpreter.h"

BORROWED struct Type *immediate_type(struct Interpreter *vm, Value v);

/* Type of any Value but EMPTY; runs nothing. */
static inline BORROWED struct Type *value_type(struct Interpreter *vm, Value v)
{
    if (LIKELY(is_object(v)))
        return value_object(v)->type;
    return is_small_int(v) ? builtin_type(vm, TYPE_int) : immediate_type(vm, v);
}
static inline bool value_has_flag(struct Interpreter *vm, Value v, enum TypeFlag flag)
{
    return (value_type(vm, v)->flags & (uint32_t)flag) != 0;
}
const char *value_type_name(struct Interpreter *vm, Value v);

/* Attributes */
OWNED MUST_USE Value object_get_attribute(struct Interpreter *vm, Value object, Value name);
OWNED MUST_USE Value object_get_attribute_cstring(struct Interpreter *vm, Value object, const char *name);
/* ABSENT instead of AttributeError; an AttributeError raised by Python code is swallowed too. */
OWNED MUST_USE Value object_lookup_attribute(struct Interpreter *vm, Value object, Value name);
MUST_USE bool object_set_attribute(struct Interpreter *vm, Value object, Value name, Value value /* EMPTY deletes */);
/* What type->get_attribute and set_attribute are for most types (object.__getattribute__). */
OWNED Value object_generic_get_attribute(struct Interpreter *vm, Value self, Value name);
bool object_generic_set_attribute(struct Interpreter *vm, Value self, Value name, Value value);

/* Calls */
OWNED MUST_USE Value object_call(struct Interpreter *vm, Value callee, const Value *args, size_t positional, Value names);
OWNED MUST_USE Value object_call_0(struct Interpreter *vm, Value callee);
OWNED MUST_USE Value object_call_1(struct Interpreter *vm, Value callee, Value a);
OWNED MUST_USE Value object_call_2(struct Interpreter *vm, Value callee, Value a, Value b);
/* args: tuple; keywords: dict or EMPTY. */
OWNED MUST_USE Value object_call_tuple(struct Interpreter *vm, Value callee, Value args, Value keywords);
/* object.name(*args) without making the bound method; args[0] is object, count includes it. */
OWNED MUST_USE Value object_call_method(struct Interpreter *vm, Value name, const Value *args, size_t count);
bool object_is_callable(struct Interpreter *vm, Value v);

/* Text, identity, comparison */
OWNED MUST_USE Value object_repr(struct Interpreter *vm, Value v);
OWNED MUST_USE Value object_str(struct Interpreter *vm, Value v);
OWNED MUST_USE Value object_ascii(struct Interpreter *vm, Value v);
OWNED MUST_USE Value object_format(struct Interpreter *vm, Value v, Value specification /* str or EMPTY */);
MUST_USE bool object_hash(struct Interpreter *vm, Value v, int64_t *hash);
OWNED MUST_USE Value object_compare(struct Interpreter *vm, Value a, Value b, enum Comparison operation);
/* 1, 0 or -1.  object_equals treats identical Values as equal first, as containers do. */
MUST_USE int object_equals(struct Interpreter *vm, Value a, Value b);
MUST_USE int object_compare_truth(struct Interpreter *vm, Value a, Value b, enum Comparison operation);
MUST_USE int object_truth(struct Interpreter *vm, Value v);
MUST_USE int object_is_instance(struct Interpreter *vm, Value v, Value class_or_tuple);
MUST_USE int object_is_subclass(struct Interpreter *vm, Value v, Value class_or_tuple);
/* repr of recursive containers: true when v's repr is already under way (then nothing to leave). */
int repr_enter(struct Interpreter *vm, Value v); /* 1 under way already, 0 entered, -1 raised */
void repr_leave(struct Interpreter *vm, Value v);

/* Operators */
OWNED MUST_USE Value object_binary(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right);
OWNED MUST_USE Value object_in_place(struct Interpreter *vm, enum BinaryOperation operation, Value left, Value right);
OWNED MUST_USE Value object_power(struct Interpreter *vm, Value base, Value exponent, Value modulus);
OWNED MUST_USE Value object_unary(struct Interpreter *vm, enum UnaryOperation operation, Value operand);

/* Containers */
OWNED MUST_USE Value object_get_item(struct Interpreter *vm, Value container, Value key);
MUST_USE bool object_set_item(struct Interpreter *vm, Value container, Value key, Value value);
MUST_USE bool object_delete_item(struct Interpreter *vm, Value container, Value key);
MUST_USE int object_contains(struct Interpreter *vm, Value container, Value item);
MUST_USE int64_t object_length(struct Interpreter *vm, Value v);
MUST_USE int64_t object_length_hint(struct Interpreter *vm, Value v, int64_t otherwise);
OWNED MUST_USE Value object_iterate(struct Interpreter *vm, Value v);
OWNED MUST_USE Value iterator_next(struct Interpreter *vm, Value iterator); /* VALUE_END at the end */
/* Takes what the operations.next that just answered VALUE_END returned: OWNED, None if nothing. */
static inline OWNED Value iterator_result(struct Interpreter *vm)
{
    Value result = vm->iteration_result;
    vm->iteration_result = EMPTY;
    return is_empty(result) ? VALUE_NONE : result;
}
bool value_is_iterator(struct Interpreter *vm, Value v);

/* Numbers out of Values.  index: __index__; raises TypeError "'x' object cannot be interpreted as an integer". */
OWNED MUST_USE Value object_index(struct Interpreter *vm, Value v);
/* As C integer; on overflow raises `overflow` (e.g. TYPE_IndexError, TYPE_OverflowError). */
MUST_USE bool object_as_int64(struct Interpreter *vm, Value v, enum TypeIndex overflow, int64_t *number);
/* As above, clamped to the int64 range instead of raising (slice bounds). */
MUST_USE bool object_as_int64_clamped(struct Interpreter *vm, Value v, int64_t *number);
MUST_USE bool object_as_double(struct Interpreter *vm, Value v, double *number);

/* "object of type 'x' …"-style helpers for sequences: adds the length to a negative index; false when outside. */
static inline bool index_in_range(int64_t *index, int64_t length)
{
    if (*index < 0)
        *index += length;
    return *index >= 0 && *index < length;
}

#endif
