/* What the files that make up str share with each other and with nobody else. */
#ifndef VIV_RUNTIME_STRING_INTERNAL_H
#define VIV_RUNTIME_STRING_INTERNAL_H

#include "runtime/error.h"
#include "runtime/string.h"
#include "runtime/string_units.h"

/* Bytes a string of this shape needs; false with MemoryError pending when no machine has them. */
MUST_USE bool string_size(struct Interpreter *vm, size_t length, int width, size_t *size);

/* The header flags of a string with these code points (or-ed together). */
static inline uint32_t string_flags_for(uint32_t maximum)
{
    if (maximum < 0x80)
        return STRING_WIDTH_1 | STRING_ASCII;
    if (maximum < 0x100)
        return STRING_WIDTH_1;
    return maximum < 0x10000 ? (uint32_t)STRING_WIDTH_2 : 0;
}

/* The same text as an exact str. */
OWNED MUST_USE Value string_exact(struct Interpreter *vm, Value v);

/* Units of any width; narrower than they look is fine. */
MUST_USE bool builder_add_units(struct StringBuilder *builder, const void *units, int width, size_t count);

void string_destroy(struct Interpreter *vm, struct Object *self);

/* The hash of a buffer (runtime/string_hash.c). */
uint64_t octets_hash(struct Interpreter *vm, const void *data, size_t length);

/* The table of interned strings (runtime/string_intern.c). */
MUST_USE bool intern_table_open(struct Interpreter *vm);
void intern_table_close(struct Interpreter *vm);
void intern_table_remove(struct Interpreter *vm, struct String *s);

/* The immortal empty bytes (runtime/bytes.c). */
OWNED MUST_USE Value bytes_new_immortal_empty(struct Interpreter *vm);

#endif
