/*
 * Hash and equality of Values without a call where that is possible: what
 * containers hold is nearly always strings and small numbers.
 */
#ifndef VIV_RUNTIME_HASHING_H
#define VIV_RUNTIME_HASHING_H

#include "runtime/object.h"
#include "runtime/string.h"

#define HASH_MODULUS (((int64_t)1 << 61) - 1) /* hashes of numbers are taken modulo this prime */

static inline bool value_hash(struct Interpreter *vm, Value v, int64_t *hash)
{
    if (is_small_int(v)) {
        int64_t number = small_int(v);
        if (LIKELY(number > -HASH_MODULUS && number < HASH_MODULUS)) {
            *hash = number == -1 ? -2 : number;
            return true;
        }
    } else if (is_exact_string(vm, v)) {
        uint64_t known = as_string(v)->hash;
        *hash = (int64_t)(LIKELY(known != 0) ? known : string_hash(vm, v));
        return true;
    }
    return object_hash(vm, v, hash);
}

/* object_equals: 1, 0, -1. */
static inline int values_equal(struct Interpreter *vm, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (are_small_ints(a, b))
        return 0;
    if (is_exact_string(vm, a) && is_exact_string(vm, b))
        return string_equal(a, b);
    if (is_small_float(a) && is_small_float(b))
        return small_float(a) == small_float(b);
    return object_equals(vm, a, b);
}

#endif
