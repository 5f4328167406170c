/* bytes and bytearray: sequences of octets. */
#ifndef VIV_RUNTIME_BYTES_H
#define VIV_RUNTIME_BYTES_H

#include "runtime/interpreter.h"

struct Bytes {
    struct Object header;
    size_t length;
    uint64_t hash; /* 0: not computed */
    uint8_t data[];
};

struct ByteArray {
    struct Object header;
    uint8_t *data; /* MEMORY_BYTES block of capacity bytes */
    size_t length, capacity;
    size_t exports; /* views that forbid resizing */
};

static inline struct Bytes *as_bytes(Value v) { return (struct Bytes *)value_object(v); }
OWNED MUST_USE Value bytes_new(struct Interpreter *vm, const void *data, size_t length); /* data NULL: zeroed */
/* The octets of bytes, bytearray or memoryview; false without an error when v is none of these. */
bool bytes_view(struct Interpreter *vm, Value v, const uint8_t **data, size_t *length);

/* Codecs (runtime/codec.c): encoding/errors NULL mean utf-8/strict. */
OWNED MUST_USE Value string_encode(struct Interpreter *vm, Value string, const char *encoding, const char *errors);
OWNED MUST_USE Value string_decode(struct Interpreter *vm, const uint8_t *data, size_t length, const char *encoding,
                                   const char *errors);

#endif
