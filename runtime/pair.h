/*
 * Tuples that an iterator hands out again and again: when the caller has
 * dropped the last one, its next items go into the same tuple (as CPython
 * does, so that counts seen inside the loop are the same).
 */
#ifndef VIV_RUNTIME_PAIR_H
#define VIV_RUNTIME_PAIR_H

#include "runtime/sequence.h"

/* (a, b); *kept is the owner's slot for the tuple, EMPTY at first. */
static inline OWNED Value pair_reuse(struct Interpreter *vm, void *owner, Value *kept, STEALS Value a, STEALS Value b)
{
    if (LIKELY(!is_empty(*kept) && heap_is_unique(value_object(*kept)))) {
        struct Tuple *tuple = as_tuple(retain(*kept));
        Value old_a = slot_take(vm, tuple, &tuple->items[0]), old_b = slot_take(vm, tuple, &tuple->items[1]);
        slot_init(vm, tuple, &tuple->items[0], a);
        slot_init(vm, tuple, &tuple->items[1], b);
        release(vm, old_a);
        release(vm, old_b);
        return value_from_object(tuple);
    }
    Value pair = tuple_new_empty(vm, 2);
    if (is_empty(pair)) {
        release(vm, a);
        release(vm, b);
        return EMPTY;
    }
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[0], a);
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[1], b);
    if (is_empty(*kept))
        slot_init(vm, owner, kept, retain(pair));
    return pair;
}

#endif
