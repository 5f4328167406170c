/*
 * Exception instances beyond what runtime/error.h shows: the layouts with
 * attributes of their own.  Every such attribute is a Value in `fields`,
 * indexed by the enums below; EMPTY reads as None.
 */
#ifndef VIV_RUNTIME_EXCEPTION_H
#define VIV_RUNTIME_EXCEPTION_H

#include "runtime/error.h"

struct ExceptionWithFields {
    struct Exception base;
    Value fields[];
};

enum { STOP_ITERATION_VALUE, STOP_ITERATION_FIELDS };
enum { SYSTEM_EXIT_CODE, SYSTEM_EXIT_FIELDS };
enum { ATTRIBUTE_ERROR_NAME, ATTRIBUTE_ERROR_OBJECT, ATTRIBUTE_ERROR_FIELDS };
enum { NAME_ERROR_NAME, NAME_ERROR_FIELDS };
enum { IMPORT_ERROR_MESSAGE, IMPORT_ERROR_NAME, IMPORT_ERROR_PATH, IMPORT_ERROR_NAME_FROM, IMPORT_ERROR_FIELDS };
enum { OS_ERROR_NUMBER, OS_ERROR_STRING, OS_ERROR_FILENAME, OS_ERROR_FILENAME_2, OS_ERROR_WRITTEN, OS_ERROR_FIELDS };
enum {
    SYNTAX_ERROR_MESSAGE, SYNTAX_ERROR_FILENAME, SYNTAX_ERROR_LINE, SYNTAX_ERROR_OFFSET, SYNTAX_ERROR_TEXT,
    SYNTAX_ERROR_END_LINE, SYNTAX_ERROR_END_OFFSET, SYNTAX_ERROR_PRINT_FILE_AND_LINE, SYNTAX_ERROR_FIELDS
};
enum {
    UNICODE_ERROR_ENCODING, UNICODE_ERROR_OBJECT, UNICODE_ERROR_START, UNICODE_ERROR_END, UNICODE_ERROR_REASON,
    UNICODE_ERROR_FIELDS
};
enum { GROUP_MESSAGE, GROUP_EXCEPTIONS, GROUP_FIELDS };

static inline struct Exception *as_exception(Value v) { return (struct Exception *)value_object(v); }
static inline Value *exception_fields(Value v) { return ((struct ExceptionWithFields *)value_object(v))->fields; }

/* BORROWED; None where nothing was set. */
BORROWED Value exception_field(Value exception, size_t field);
void exception_set_field(struct Interpreter *vm, Value exception, size_t field, Value value);

/* An instance of a built-in exception type with these args, made without running Python code. */
OWNED MUST_USE Value exception_new(struct Interpreter *vm, struct Type *type, const Value *args, size_t count);

/* Sets __context__, avoiding cycles, as `raise` does. context may be EMPTY. */
void exception_set_context(struct Interpreter *vm, Value exception, Value context);
void exception_set_cause(struct Interpreter *vm, Value exception, STEALS Value cause /* None, exception */);
void exception_set_traceback(struct Interpreter *vm, Value exception, STEALS Value traceback);

/* Splits a group (or a naked exception) by a pattern: *match and *rest are OWNED, None when empty (runtime/exception_group.c). */
MUST_USE bool exception_group_split(struct Interpreter *vm, Value group, Value pattern, Value *match, Value *rest);
/* What an except* statement raises at its end: OWNED exception or None. */
OWNED MUST_USE Value exception_group_reraise(struct Interpreter *vm, Value original, Value raised_list);

#endif
