/*
 * Raising.  At most one exception is pending (vm->pending); a fallible
 * function returns its empty result exactly when one is.
 *
 * Formats are printf's %s %d %i %u %ld %lld %zd %zu %zx %x %c %% %.*s %.200s, and for
 * Values: %V str(value), %R repr(value), %T name of the Value's type (%A: None for None), %N name of a struct Type *.
 */
#ifndef VIV_RUNTIME_ERROR_H
#define VIV_RUNTIME_ERROR_H

#include "runtime/interpreter.h"

/* All return EMPTY (an empty format: an exception without arguments), for `return raise_…`. */
Value raise_error(struct Interpreter *vm, enum TypeIndex exception, const char *format, ...);
Value raise_type_error(struct Interpreter *vm, const char *format, ...);
Value raise_value_error(struct Interpreter *vm, const char *format, ...);
Value raise_memory_error(struct Interpreter *vm);
Value raise_key_error(struct Interpreter *vm, Value key);
/* An AttributeError with this message and these attributes. */
Value raise_attribute_message(struct Interpreter *vm, Value object, Value name, STEALS Value message);
Value raise_attribute_error(struct Interpreter *vm, Value object, Value name); /* "'T' object has no attribute 'n'" */
Value raise_name_error(struct Interpreter *vm, Value name, const char *format, ...); /* sets .name */
Value raise_stop_iteration(struct Interpreter *vm, Value value /* NONE: no argument */);
Value raise_os_error(struct Interpreter *vm, int error_number, Value filename /* or EMPTY */);
Value raise_not_supported(struct Interpreter *vm, const char *what); /* NotImplementedError: "... is not supported by viv yet" */

/* Makes this exception instance (or class: it is called) the pending one and sets __context__ to the handled one. */
Value raise_value(struct Interpreter *vm, STEALS Value exception);

static inline bool error_pending(const struct Interpreter *vm) { return !is_empty(vm->pending); }

/* Whether the pending exception is an instance of the type. */
bool error_matches(struct Interpreter *vm, enum TypeIndex exception);

/* Takes the pending exception (OWNED; EMPTY if none). */
OWNED Value error_take(struct Interpreter *vm);
void error_restore(struct Interpreter *vm, STEALS Value exception);
void error_clear(struct Interpreter *vm);

/* "Exception ignored in: …" on stderr (through sys.unraisablehook), for errors nobody can catch. Takes the pending
 * error. `where` may be EMPTY; message e.g. NULL or "Exception ignored while calling deallocator". */
void error_write_unraisable(struct Interpreter *vm, const char *message, Value where);

/* Exception instances (runtime/exception.c) */
struct Exception {
    struct Object header;
    Value args;      /* tuple */
    Value traceback; /* None or traceback; EMPTY counts as None */
    Value context;   /* or EMPTY */
    Value cause;     /* or EMPTY */
    bool suppress_context;
    /* Layout-specific Values follow (runtime/exception.h); notes live in the instance's attributes. */
};

bool is_exception_instance(struct Interpreter *vm, Value v);
bool is_exception_class(struct Interpreter *vm, Value v);
/* Whether exc (instance or class) matches a class or tuple of classes: 1, 0, -1 (raised). */
int exception_matches(struct Interpreter *vm, Value exception, Value pattern);

#endif
