/* Layouts of the iterators of the builtins (runtime/iterators.c, functional_iterators.c). */
#ifndef VIV_RUNTIME_ITERATORS_H
#define VIV_RUNTIME_ITERATORS_H

#include "runtime/object.h"

/* iterator and reversed */
struct IndexIterator {
    struct Object header;
    Value sequence; /* EMPTY once exhausted */
    int64_t index;
};

struct CallableIterator {
    struct Object header;
    Value callable, sentinel; /* EMPTY once exhausted */
};

struct Enumerate {
    struct Object header;
    Value iterator;
    Value next; /* int */
    Value pair; /* the tuple handed out last, or EMPTY */
};

/* zip, map and filter */
struct Zip {
    struct Object header;
    Value iterators; /* tuple */
    Value result;    /* the tuple handed out last, or EMPTY */
    bool strict;
};

struct Map {
    struct Object header;
    Value function;
    Value iterators; /* tuple */
};

struct Filter {
    struct Object header;
    Value function; /* None: truth */
    Value iterator;
};

/* A StopIteration raised by what an iterator calls ends that iterator, its value becoming the iterator's result:
 * VALUE_END instead of EMPTY. */
Value end_if_stopped(struct Interpreter *vm);

/* iterator_next for an iterator that answers what the one below it answers, the result at the end included. */
static inline OWNED MUST_USE Value next_through(struct Interpreter *vm, Value iterator)
{
    if (!vm_enter_nested(vm, " while iterating"))
        return EMPTY;
    return value_type(vm, iterator)->operations.next(vm, iterator);
}

/* Visits and takes the `count` Values that follow an object's header. */
void values_traverse(struct Object *object, size_t count, VisitFunction visit, void *context);
OWNED Value values_take(struct Interpreter *vm, struct Object *object, size_t count, size_t *cursor);

/* The clear of types that cannot change: a cycle through them is broken elsewhere. */
void nothing_to_clear(struct Interpreter *vm, struct Object *object);

#endif
