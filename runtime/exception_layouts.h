/*
 * What the exceptions with attributes of their own add to the common layout:
 * for each layout of exceptions.def its number of fields, operations, methods
 * and attributes.  Included by the runtime/exception*.c files only.
 */
#ifndef VIV_RUNTIME_EXCEPTION_LAYOUTS_H
#define VIV_RUNTIME_EXCEPTION_LAYOUTS_H

#include "runtime/builtin_reduce.h"
#include "runtime/exception.h"

/* runtime/exception.c: the parts that layouts build on */
size_t exception_field_count(const struct Type *type);
OWNED Value exception_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names);
bool exception_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
bool exception_set_args(struct Interpreter *vm, Value self, const Value *args, size_t count);
bool exception_no_keywords(struct Interpreter *vm, Value self, Value names);
OWNED Value exception_str(struct Interpreter *vm, Value self);
OWNED Value exception_repr(struct Interpreter *vm, Value self);
extern const struct NativeMethod exception_base_methods[];
extern const struct NativeAttribute exception_base_attributes[];

#define INITIALIZER(name) \
    bool name##_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
#define CONSTRUCTOR(name)                                                                                            \
    Value name##_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names);
#define STR(name) Value name##_str(struct Interpreter *vm, Value self);
#define ATTRIBUTES(name) extern const struct NativeAttribute name##_attributes[];

INITIALIZER(system_exit) ATTRIBUTES(system_exit)
INITIALIZER(stop_iteration) ATTRIBUTES(stop_iteration)
INITIALIZER(attribute_error) ATTRIBUTES(attribute_error)
INITIALIZER(name_error) ATTRIBUTES(name_error)
INITIALIZER(import_error) STR(import_error) ATTRIBUTES(import_error)
STR(key_error)
CONSTRUCTOR(os_error) INITIALIZER(os_error) STR(os_error) ATTRIBUTES(os_error)
INITIALIZER(syntax_error) STR(syntax_error) ATTRIBUTES(syntax_error)
INITIALIZER(unicode_decode_error) STR(unicode_decode_error)
INITIALIZER(unicode_encode_error) STR(unicode_encode_error)
INITIALIZER(unicode_translate_error) STR(unicode_translate_error) ATTRIBUTES(unicode_error)
CONSTRUCTOR(exception_group) INITIALIZER(exception_group) STR(exception_group) ATTRIBUTES(exception_group)
extern const struct NativeMethod exception_group_methods[];

#define FIELDS_Plain 0
#define OPERATIONS_Plain {.construct = exception_construct, .initialize = exception_initialize}
#define METHODS_Plain NULL
#define ATTRIBUTES_Plain NULL

#define FIELDS_Base 0
#define OPERATIONS_Base                                                                                    \
    {.construct = exception_construct, .initialize = exception_initialize, .repr = exception_repr,         \
     .str = exception_str}
#define METHODS_Base exception_base_methods
#define ATTRIBUTES_Base exception_base_attributes

#define FIELDS_SystemExit SYSTEM_EXIT_FIELDS
#define OPERATIONS_SystemExit {.construct = exception_construct, .initialize = system_exit_initialize}
#define METHODS_SystemExit NULL
#define ATTRIBUTES_SystemExit system_exit_attributes

#define FIELDS_StopIteration STOP_ITERATION_FIELDS
#define OPERATIONS_StopIteration {.construct = exception_construct, .initialize = stop_iteration_initialize}
#define METHODS_StopIteration NULL
#define ATTRIBUTES_StopIteration stop_iteration_attributes

#define FIELDS_AttributeError ATTRIBUTE_ERROR_FIELDS
#define OPERATIONS_AttributeError {.construct = exception_construct, .initialize = attribute_error_initialize}
#define METHODS_AttributeError attribute_error_methods
#define ATTRIBUTES_AttributeError attribute_error_attributes

#define FIELDS_NameError NAME_ERROR_FIELDS
#define OPERATIONS_NameError {.construct = exception_construct, .initialize = name_error_initialize}
#define METHODS_NameError NULL
#define ATTRIBUTES_NameError name_error_attributes

#define FIELDS_ImportError IMPORT_ERROR_FIELDS
#define OPERATIONS_ImportError \
    {.construct = exception_construct, .initialize = import_error_initialize, .str = import_error_str}
#define METHODS_ImportError import_error_methods
#define ATTRIBUTES_ImportError import_error_attributes

#define FIELDS_KeyError 0
#define OPERATIONS_KeyError \
    {.construct = exception_construct, .initialize = exception_initialize, .str = key_error_str}
#define METHODS_KeyError NULL
#define ATTRIBUTES_KeyError NULL

#define FIELDS_OSError OS_ERROR_FIELDS
#define OPERATIONS_OSError {.construct = os_error_construct, .initialize = os_error_initialize, .str = os_error_str}
#define METHODS_OSError os_error_methods
#define ATTRIBUTES_OSError os_error_attributes

#define FIELDS_SyntaxError SYNTAX_ERROR_FIELDS
#define OPERATIONS_SyntaxError \
    {.construct = exception_construct, .initialize = syntax_error_initialize, .str = syntax_error_str}
#define METHODS_SyntaxError NULL
#define ATTRIBUTES_SyntaxError syntax_error_attributes

#define UNICODE_OPERATIONS(kind) \
    {.construct = exception_construct, .initialize = unicode_##kind##_error_initialize, .str = unicode_##kind##_error_str}
#define FIELDS_UnicodeDecodeError UNICODE_ERROR_FIELDS
#define OPERATIONS_UnicodeDecodeError UNICODE_OPERATIONS(decode)
#define METHODS_UnicodeDecodeError NULL
#define ATTRIBUTES_UnicodeDecodeError unicode_error_attributes
#define FIELDS_UnicodeEncodeError UNICODE_ERROR_FIELDS
#define OPERATIONS_UnicodeEncodeError UNICODE_OPERATIONS(encode)
#define METHODS_UnicodeEncodeError NULL
#define ATTRIBUTES_UnicodeEncodeError unicode_error_attributes
#define FIELDS_UnicodeTranslateError UNICODE_ERROR_FIELDS
#define OPERATIONS_UnicodeTranslateError UNICODE_OPERATIONS(translate)
#define METHODS_UnicodeTranslateError NULL
#define ATTRIBUTES_UnicodeTranslateError unicode_error_attributes

#define FIELDS_Group GROUP_FIELDS
#define OPERATIONS_Group \
    {.construct = exception_group_construct, .initialize = exception_group_initialize, .str = exception_group_str}
#define METHODS_Group exception_group_methods
#define ATTRIBUTES_Group exception_group_attributes

#endif
