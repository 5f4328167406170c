/*
 * Value: one tagged 64-bit word.
 *
 * The low bits say what the word is:
 *
 *     000           pointer to a heap object; the all-zero word is EMPTY
 *     x11           integer of 62 bits
 *     010 101 110   float whose exponent is among the common ones
 *     001           constant (None, True, ..., VALUE_ABSENT)
 *     100           free
 *
 * Floats follow "Float Self-Tagging" (Melancon et al., 2025): rotating a
 * double left by four brings its sign and three high exponent bits down;
 * adding 2 turns the common exponents into the three float tags.  All other
 * doubles, infinities and NaNs are boxed by the runtime.
 *
 * Value is a struct so that it travels in a register and yet can be mixed up
 * with neither integers nor pointers.  Its bits are touched in this file only;
 * under clang's analyzer the type is an opaque pointer, which is what its
 * retain-count checker knows how to follow.
 */
#ifndef VIV_GC_VALUE_H
#define VIV_GC_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "gc/ownership.h"

struct Object;

#ifdef __clang_analyzer__
typedef struct ValueWord *Value;
#define VALUE_FROM_BITS(word) ((Value)(uintptr_t)(word))
static inline uint64_t value_bits(Value v) { return (uint64_t)(uintptr_t)v; }
#else
typedef struct Value {
    uint64_t bits;
} Value;
#define VALUE_FROM_BITS(word) ((Value){(uint64_t)(word)})
static inline uint64_t value_bits(Value v) { return v.bits; }
#endif

#ifdef __clang_analyzer__
/* What needs no release is the null pointer to the checker: it stops counting there. */
#define VALUE_CONSTANT(number) VALUE_FROM_BITS((number)*0)
#else
#define VALUE_CONSTANT(number) VALUE_FROM_BITS(((uint64_t)(number) << 3) | 1)
#endif

#define EMPTY VALUE_FROM_BITS(0)                /* no value: in a result, "an error is pending" */
#define VALUE_NONE VALUE_CONSTANT(0)
#define VALUE_FALSE VALUE_CONSTANT(1)
#define VALUE_TRUE VALUE_CONSTANT(2)
#define VALUE_ELLIPSIS VALUE_CONSTANT(3)
#define VALUE_NOT_IMPLEMENTED VALUE_CONSTANT(4)
#define VALUE_UNBOUND VALUE_CONSTANT(5)         /* a local variable or cell without a value */
#define VALUE_END VALUE_CONSTANT(6)             /* an iteration is over; no error */
#define VALUE_ABSENT VALUE_CONSTANT(7)          /* a lookup failed, an argument was omitted; no error */

#define SMALL_INT_MAX (((int64_t)1 << 61) - 1)
#define SMALL_INT_MIN (-((int64_t)1 << 61))

#ifdef __clang_analyzer__
static inline bool value_same(Value a, Value b) { return a == b; }
static inline bool is_empty(Value v) { return v == (Value)0; }
#else
static inline bool value_same(Value a, Value b) { return value_bits(a) == value_bits(b); }
static inline bool is_empty(Value v) { return value_bits(v) == 0; }
#endif
static inline bool is_absent(Value v) { return value_same(v, VALUE_ABSENT); }
static inline bool is_end(Value v) { return value_same(v, VALUE_END); }
static inline bool is_none(Value v) { return value_same(v, VALUE_NONE); }
static inline bool is_unbound(Value v) { return value_same(v, VALUE_UNBOUND); }
static inline bool is_not_implemented(Value v) { return value_same(v, VALUE_NOT_IMPLEMENTED); }
static inline bool is_true(Value v) { return value_same(v, VALUE_TRUE); }
static inline bool is_false(Value v) { return value_same(v, VALUE_FALSE); }
static inline bool is_bool(Value v) { return is_true(v) || is_false(v); }
#ifdef __clang_analyzer__
static inline bool is_constant(Value v) { return is_empty(v); }
static inline bool is_small_int(Value v) { return is_empty(v); }
static inline bool is_small_float(Value v) { return is_empty(v); }
static inline bool is_object(Value v) { return !is_empty(v); }
#else
static inline bool is_constant(Value v) { return (value_bits(v) & 7) == 1; }
static inline bool is_small_int(Value v) { return (value_bits(v) & 3) == 3; }

/* True for EMPTY too: code that may meet EMPTY tests for it first. */
static inline bool is_object(Value v) { return (value_bits(v) & 7) == 0; }

/* A float that lives in the word; the runtime's is_float() covers the boxed ones. */
static inline bool is_small_float(Value v) { return (0x64u >> (value_bits(v) & 7)) & 1; }
#endif
static inline bool are_small_ints(Value a, Value b) { return (value_bits(a) & value_bits(b) & 3) == 3; }

static inline struct Object *value_object(Value v) { return (struct Object *)(uintptr_t)value_bits(v); }
static inline Value value_from_object(const void *object) { return VALUE_FROM_BITS((uintptr_t)object); }
static inline Value value_from_bool(bool truth) { return truth ? VALUE_TRUE : VALUE_FALSE; }

static inline int64_t small_int(Value v) { return (int64_t)value_bits(v) >> 2; }
static inline bool fits_small_int(int64_t n) { return n >= SMALL_INT_MIN && n <= SMALL_INT_MAX; }
static inline Value value_from_small_int(int64_t n) { return VALUE_FROM_BITS(((uint64_t)n << 2) | 3); }

/* The three below want two small ints; false or a comparison on the words, no untagging. */
static inline bool small_int_add(Value a, Value b, Value *sum)
{
    int64_t word;
    bool overflow = __builtin_add_overflow((int64_t)(value_bits(a) - 3), (int64_t)value_bits(b), &word);
    *sum = VALUE_FROM_BITS(word);
    return !overflow;
}

static inline bool small_int_subtract(Value a, Value b, Value *difference)
{
    int64_t word;
    bool overflow = __builtin_sub_overflow((int64_t)value_bits(a), (int64_t)(value_bits(b) - 3), &word);
    *difference = VALUE_FROM_BITS(word);
    return !overflow;
}

static inline bool small_int_multiply(Value a, Value b, Value *product)
{
    int64_t word;
    bool overflow = __builtin_mul_overflow((int64_t)(value_bits(a) - 3), small_int(b), &word);
    *product = VALUE_FROM_BITS((uint64_t)word | 3);
    return !overflow;
}

static inline bool small_int_less(Value a, Value b) { return (int64_t)value_bits(a) < (int64_t)value_bits(b); }

static inline double small_float(Value v)
{
    uint64_t word = value_bits(v) - 2;
    word = (word >> 4) | (word << 60);
    double number;
    memcpy(&number, &word, sizeof number);
    return number;
}

/* EMPTY when the number has no place in a word and must be boxed; nothing is raised. */
static inline Value value_from_small_float(double number)
{
    uint64_t word;
    memcpy(&word, &number, sizeof word);
    word = ((word << 4) | (word >> 60)) + 2;
    return LIKELY((0x64u >> (word & 7)) & 1) ? VALUE_FROM_BITS(word) : EMPTY;
}

/* A word that is equal exactly when the two Values are identical; used by id() and identity hashes. */
static inline uint64_t value_identity(Value v) { return value_bits(v); }

#endif
