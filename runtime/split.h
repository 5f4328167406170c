/*
 * Cutting units to pieces: what split and rsplit of str, bytes and bytearray
 * share.  No Python code runs meanwhile, so the units stay where they are.
 */
#ifndef VIV_RUNTIME_SPLIT_H
#define VIV_RUNTIME_SPLIT_H

#include "runtime/string_internal.h"

struct Split {
    struct Interpreter *vm;
    Value self, list;
    struct Units text;
    bool (*is_space)(uint32_t c);
    OWNED Value (*piece)(struct Interpreter *vm, Value self, size_t start, size_t end);
};

MUST_USE bool split_add_piece(struct Split *split, size_t start, size_t end);

/* separator NULL: white space.  At most `limit` cuts.  The list of pieces, which replaces split->list, or EMPTY. */
OWNED MUST_USE Value split_run(struct Split *split, const struct Units *separator, size_t limit, bool from_right);

/* (a, b, c); one of them may be EMPTY. */
OWNED MUST_USE Value pack_three(struct Interpreter *vm, STEALS Value a, STEALS Value b, STEALS Value c);

#endif
