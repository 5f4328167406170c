/* Iterators over lists and tuples (runtime/sequence_iterator.c). */
#ifndef VIV_RUNTIME_SEQUENCE_ITERATOR_H
#define VIV_RUNTIME_SEQUENCE_ITERATOR_H

#include "runtime/sequence.h"

OWNED MUST_USE Value list_iterator_new(struct Interpreter *vm, Value list);
OWNED MUST_USE Value list_reverse_iterator_new(struct Interpreter *vm, Value list);
OWNED MUST_USE Value tuple_iterator_new(struct Interpreter *vm, Value tuple);

/* What __reduce__ of iterators answers: (builtin, (argument,)) with the state behind it unless that is EMPTY. */
OWNED MUST_USE Value reduce_with_builtin(struct Interpreter *vm, const char *builtin, STEALS Value argument,
                                         STEALS Value state);

/* The argument of __setstate__: an int that fits a word. */
MUST_USE bool read_iterator_state(struct Interpreter *vm, Value v, int64_t *state);

#endif
