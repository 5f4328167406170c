/*
 * Calls into GMP that may allocate.
 *
 * GMP has no way to report that memory ran out: it aborts.  So its allocator
 * is ours, and when a request fails it jumps back to the wrapper here, which
 * frees every block of that call and raises MemoryError.  A work function
 * therefore owns nothing but GMP's blocks, takes nothing from the heap, and
 * need not clear what it initialised: what is left is freed at the end.
 */
#ifndef VIV_RUNTIME_GMP_CALL_H
#define VIV_RUNTIME_GMP_CALL_H

#include <gmp.h>

#include "runtime/interpreter.h"

/* Largest number of limbs we let a number have (2 GiB); more is a MemoryError before GMP sees it. */
enum { INT_LIMBS_MAX = 1 << 28 };

/* With an operand of fewer limbs than the first, mpn_mul, mpn_sqr and mpn_tdiv_qr take their scratch space from the
 * stack, the last one as long as the dividend has fewer than the second. */
enum { GMP_NO_ALLOCATION_LIMBS = 16, GMP_STACK_LIMBS = 1000 };

/* False with MemoryError pending when the work was cut short. */
MUST_USE bool gmp_run(struct Interpreter *vm, void (*work)(void *context), void *context);

/* The same for work that computes one number, which becomes an int. */
OWNED MUST_USE Value gmp_compute(struct Interpreter *vm, void (*work)(mpz_ptr result, void *context), void *context);

#endif
