/*
 * The buffer protocol: objects that lend the memory their octets lie in.
 *
 * A built-in type that lends memory has operations.buffer; subclasses made in
 * Python lend what their built-in base lends (type->native_spec).  Classes
 * with a __buffer__ method of their own lend what the memoryview it returns
 * lends.  Whoever keeps the address while Python code may run counts itself
 * among the exports (buffer_acquire): the memory cannot move until then.
 */
#ifndef VIV_RUNTIME_BUFFER_H
#define VIV_RUNTIME_BUFFER_H

#include "runtime/interpreter.h"

struct Buffer {
    uint8_t *data;       /* never NULL */
    size_t length;       /* octets */
    size_t *exports;     /* counter of those who keep the address; NULL: the memory never moves */
    char format[4];      /* of the struct module */
    uint8_t item_size;
    bool read_only;
};

/* The flags that __buffer__ is asked with. */
enum { BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1, BUFFER_FULL_READ_ONLY = 284 };

/* The memory of a built-in type's instance: 1 done, 0 it lends none (nothing raised), -1 raised.  Counts nothing. */
MUST_USE int buffer_peek(struct Interpreter *vm, Value v, struct Buffer *buffer);

/* Memory that stays where it is until buffer_release. */
struct HeldBuffer {
    uint8_t *data;
    size_t length;
    size_t *exports;
    Value holder; /* OWNED: what the memory belongs to */
};

/* writer NULL: for reading ("a bytes-like object is required, not 'int'"); else for writing, and writer begins the
 * message ("readinto() argument" … "must be read-write bytes-like object, not bytes"). */
MUST_USE bool buffer_acquire(struct Interpreter *vm, Value v, const char *writer, struct HeldBuffer *held);
void buffer_release(struct Interpreter *vm, struct HeldBuffer *held);

/* What the __buffer__ method of v's class lends, as an object with a buffer: OWNED; ABSENT when there is no such
 * method.  The method __release_buffer__ is called when the object dies. */
OWNED MUST_USE Value buffer_from_special_method(struct Interpreter *vm, Value v, int flags);

OWNED MUST_USE Value memoryview_of(struct Interpreter *vm, Value object);

#endif
