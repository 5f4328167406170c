/* The iterator over a range (runtime/range_iterator.c). */
#ifndef VIV_RUNTIME_RANGE_ITERATOR_H
#define VIV_RUNTIME_RANGE_ITERATOR_H

#include "runtime/sequence.h"

/* `length` items from start on; all are ints. */
OWNED MUST_USE Value range_iterator_new(struct Interpreter *vm, Value start, Value step, Value length);

#endif
