/* Getters and setters of an exception's nth field, for the attribute tables of the layouts. */
#ifndef VIV_RUNTIME_EXCEPTION_FIELDS_H
#define VIV_RUNTIME_EXCEPTION_FIELDS_H

#include "runtime/exception.h"

#define DECLARE_FIELD_ACCESSORS(n)                                        \
    OWNED Value get_field_##n(struct Interpreter *vm, Value self);        \
    bool set_field_##n(struct Interpreter *vm, Value self, Value value);

#define FIELD_ACCESSORS(n)                                                \
    Value get_field_##n(struct Interpreter *vm, Value self)               \
    {                                                                     \
        (void)vm;                                                         \
        return retain(exception_field(self, n));                          \
    }                                                                     \
    bool set_field_##n(struct Interpreter *vm, Value self, Value value)   \
    {                                                                     \
        exception_set_field(vm, self, n, value);                          \
        return true;                                                      \
    }

DECLARE_FIELD_ACCESSORS(0)
DECLARE_FIELD_ACCESSORS(1)
DECLARE_FIELD_ACCESSORS(2)
DECLARE_FIELD_ACCESSORS(3)
DECLARE_FIELD_ACCESSORS(4)
DECLARE_FIELD_ACCESSORS(5)
DECLARE_FIELD_ACCESSORS(6)
DECLARE_FIELD_ACCESSORS(7)

#endif
