/*
 * array.array: C numbers or code points side by side.  array.c keeps the
 * storage and the items, array_methods.c the methods, array_type.c what the
 * operators do.
 */
#ifndef VIV_RUNTIME_MODULES_ARRAY_H
#define VIV_RUNTIME_MODULES_ARRAY_H

#include "runtime/interpreter.h"

struct ArrayCode {
    char letter;
    uint8_t size;
    char format;         /* the struct module's letter, for memoryview */
    const char *name;    /* of the C type, in messages */
};

/* While the memory is lent (exports > 0) the length does not change.  data is NULL exactly when capacity is 0. */
struct Array {
    struct Object header;
    const struct ArrayCode *kind;
    uint8_t *data;
    size_t length, capacity; /* items */
    size_t exports;
};

static inline struct Array *as_array(Value v) { return (struct Array *)value_object(v); }
static inline bool is_array(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, &vm->types[TYPE_array]);
}
static inline uint8_t *array_at(const struct Array *array, size_t index)
{
    return array->data + index * array->kind->size;
}
static inline bool array_is_text(const struct Array *array)
{
    return array->kind->letter == 'w' || array->kind->letter == 'u';
}

extern const struct NativeMethod array_methods[];

const struct ArrayCode *array_code_find(uint32_t letter);
/* Items are zeroed. */
OWNED MUST_USE Value array_new(struct Interpreter *vm, struct Type *type, const struct ArrayCode *code, size_t length);
/* BufferError while the memory is lent; new items are garbage. */
MUST_USE bool array_resize(struct Interpreter *vm, struct Array *array, size_t length);
/* Makes the items [start, end) `length` others, which are the caller's to fill. */
MUST_USE bool array_replace(struct Interpreter *vm, struct Array *array, size_t start, size_t end, size_t length);
OWNED MUST_USE Value array_get(struct Interpreter *vm, const struct Array *array, size_t index);
/* v as an item's octets. */
MUST_USE bool array_item(struct Interpreter *vm, const struct ArrayCode *code, Value v, uint8_t octets[8]);
MUST_USE bool array_append(struct Interpreter *vm, struct Array *array, Value v);
MUST_USE bool array_append_octets(struct Interpreter *vm, struct Array *array, Value bytes);
MUST_USE bool array_append_string(struct Interpreter *vm, struct Array *array, Value string);
/* Of another array of the same kind, or of an iterable. */
MUST_USE bool array_extend(struct Interpreter *vm, struct Array *array, Value v);
OWNED MUST_USE Value array_text(struct Interpreter *vm, const struct Array *array);

#endif
