/*
 * The struct module's parts: formats (struct_format.c), octets from values and
 * values from octets (struct_pack.c), what Python sees (struct.c).
 */
#ifndef VIV_RUNTIME_MODULES_STRUCT_H
#define VIV_RUNTIME_MODULES_STRUCT_H

#include "runtime/interpreter.h"

struct StructField {
    char code;
    uint8_t size;     /* octets of an item */
    size_t offset;
    size_t repeat;    /* items; octets for s and p */
};

/* A format read: its fields without padding, in order. */
struct StructLayout {
    size_t users;     /* of a layout in a block of its own */
    size_t capacity;
    size_t field_count, value_count, size;
    bool native, big_endian;
    struct StructField fields[];
};

/* Layouts of short formats need no block. */
enum { STRUCT_FEW_FIELDS = 12 };
union StructSpace {
    struct StructLayout layout;
    char octets[sizeof(struct StructLayout) + STRUCT_FEW_FIELDS * sizeof(struct StructField)];
};

/* The format (str or bytes) as a layout, in *space when it is short, else in a block. NULL: raised. */
MUST_USE struct StructLayout *struct_layout_read(struct Interpreter *vm, Value format, union StructSpace *space);
/* Gives a layout back that is not in `space` (NULL: in a block for certain). */
void struct_layout_release(struct Interpreter *vm, struct StructLayout *layout, const union StructSpace *space);

/* Values to octets; `to` is zeroed. */
MUST_USE bool struct_pack_values(struct Interpreter *vm, const struct StructLayout *layout, const Value *values,
                                 uint8_t *to);
OWNED MUST_USE Value struct_unpack_values(struct Interpreter *vm, const struct StructLayout *layout,
                                          const uint8_t *from);

/* struct.error(message) */
Value raise_struct_error(struct Interpreter *vm, const char *format, ...);

#endif
