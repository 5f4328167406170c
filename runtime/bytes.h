/* bytes and bytearray: sequences of octets. */
#ifndef VIV_RUNTIME_BYTES_H
#define VIV_RUNTIME_BYTES_H

#include "runtime/interpreter.h"
#include "runtime/string_search.h"

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

/* A window on the memory that another object lends (runtime/memoryview.c). */
struct MemoryView {
    struct Object header;
    Value base;           /* who lends: counts this view among its exports; EMPTY once released */
    uint8_t *data;        /* of the first item */
    size_t *base_exports; /* the base's counter, or NULL */
    size_t exports;       /* those who use this view's memory from C right now */
    int64_t hash;
    char format[4];       /* of the struct module */
    uint8_t item_size, dimensions;
    bool read_only, hashed;
    int64_t extents[];    /* items in each dimension, then octets from one item to the next in each */
};

static inline bool is_bytes(struct Interpreter *vm, Value v)
{
    return is_object(v) && vm && (value_object(v)->type->flags & TYPE_SUBCLASS_BYTES);
}
static inline bool is_exact_bytes(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_bytes); }
static inline bool is_byte_array(struct Interpreter *vm, Value v)
{
    return is_object(v) && (object_has_type(vm, v, TYPE_bytearray) ||
                            type_is_subtype(vm, value_object(v)->type, &vm->types[TYPE_bytearray]));
}
static inline struct Bytes *as_bytes(Value v) { return (struct Bytes *)value_object(v); }
static inline struct ByteArray *as_byte_array(Value v) { return (struct ByteArray *)value_object(v); }
/* For the caller to fill. */
OWNED MUST_USE Value bytes_allocate(struct Interpreter *vm, size_t length);
uint64_t bytes_hash(struct Interpreter *vm, Value v);
OWNED MUST_USE Value byte_array_new(struct Interpreter *vm, const void *data, size_t length); /* data NULL: zeroed */
OWNED MUST_USE Value bytes_new(struct Interpreter *vm, const void *data, size_t length); /* data NULL: zeroed */
/* The octets of bytes, bytearray or a contiguous memoryview (valid until Python code runs); false without an error when v is none of these. */
bool bytes_view(struct Interpreter *vm, Value v, const uint8_t **data, size_t *length);
/* What v.__bytes__() returns; ABSENT when it has none. */
OWNED MUST_USE Value bytes_from_special_method(struct Interpreter *vm, Value v);
/* bytes % arguments. */
OWNED MUST_USE Value bytes_percent_format(struct Interpreter *vm, const uint8_t *data, size_t length, Value arguments);
/* The same with the octets as struct Units, for searching. */
bool bytes_units(struct Interpreter *vm, Value v, struct Units *octets);

/* Codecs (runtime/codec.c): encoding/errors NULL mean utf-8/strict. */
OWNED MUST_USE Value string_encode(struct Interpreter *vm, Value string, const char *encoding, const char *errors);
bool encoding_is_known(const char *name);
OWNED MUST_USE Value string_decode(struct Interpreter *vm, const uint8_t *data, size_t length, const char *encoding,
                                   const char *errors);

#endif
