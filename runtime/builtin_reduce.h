/* __reduce__ and __reduce_ex__ of built-in types that are not their attributes alone (runtime/builtin_reduce.c). */
#ifndef VIV_RUNTIME_BUILTIN_REDUCE_H
#define VIV_RUNTIME_BUILTIN_REDUCE_H

#include "runtime/native.h"

/* Tables of nothing but the reductions, for types without other methods. */
extern const struct NativeMethod native_function_methods[], method_descriptor_methods[], bound_method_methods[],
    ellipsis_methods[], not_implemented_methods[], namespace_methods[], callable_iterator_methods[],
    os_error_methods[], import_error_methods[], attribute_error_methods[];

Value bytearray_reduce(struct Interpreter *vm, const Value *args, size_t count);
Value bytearray_reduce_ex(struct Interpreter *vm, const Value *args, size_t count);

#endif
