/* What memoryview.c (views), memoryview_items.c (items as Python objects) and memoryview_type.c (methods) share. */
#ifndef VIV_RUNTIME_MEMORYVIEW_H
#define VIV_RUNTIME_MEMORYVIEW_H

#include "runtime/buffer.h"
#include "runtime/bytes_internal.h"

static inline struct MemoryView *as_view(Value v) { return (struct MemoryView *)value_object(v); }
static inline bool is_view(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_memoryview); }
static inline int64_t *view_shape(struct MemoryView *view) { return view->extents; }
static inline int64_t *view_strides(struct MemoryView *view) { return view->extents + view->dimensions; }

enum { VIEW_DIMENSION_LIMIT = 64 };

/* false with ValueError once the view was released. */
MUST_USE bool view_check_alive(struct Interpreter *vm, const struct MemoryView *view);
/* A view of the same memory with other dimensions, whose extents the caller fills in. */
OWNED MUST_USE Value view_derive(struct Interpreter *vm, const struct MemoryView *from, size_t dimensions);
int64_t view_count(const struct MemoryView *view); /* items in all dimensions */
bool view_is_contiguous(const struct MemoryView *view);         /* as C lays arrays out */
bool view_is_fortran_contiguous(const struct MemoryView *view);
/* All items side by side, the last dimension fastest (or the first: Fortran's order). */
OWNED MUST_USE Value view_octets(struct Interpreter *vm, const struct MemoryView *view, bool fortran);
/* cast(format, shape): shape VALUE_ABSENT when not given. */
OWNED MUST_USE Value view_cast(struct Interpreter *vm, Value self, Value format, Value shape);

struct ItemFormat {
    char letter;
    uint8_t size;
    bool is_signed;
};
/* NULL: not a native format of a single character, perhaps behind '@'. */
const struct ItemFormat *item_format_find(const char *format);
/* The same with NotImplementedError. */
const struct ItemFormat *item_format_of(struct Interpreter *vm, const struct MemoryView *view);
OWNED MUST_USE Value item_unpack(struct Interpreter *vm, const uint8_t *at, const struct ItemFormat *format);
/* size octets to `to`, which nothing else may see: v's methods run before they are complete. */
MUST_USE bool item_pack(struct Interpreter *vm, uint8_t *to, const struct ItemFormat *format, Value v);

/* IEEE 754 half precision (runtime/half_float.c); false: too large, nothing raised. */
bool half_from_double(double number, uint16_t *half);
double half_to_double(uint16_t half);

OWNED MUST_USE Value view_get_item(struct Interpreter *vm, Value self, Value key);
MUST_USE bool view_set_item(struct Interpreter *vm, Value self, Value key, Value v);

#endif
