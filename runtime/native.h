/*
 * Native functions: how C functions appear to Python.
 *
 * Arguments are borrowed and lie side by side, mostly on the machine's
 * operand stack, nothing is copied.  Three conventions:
 *
 *   positional  function(vm, args, count): count is within [minimum, maximum];
 *               for methods args[0] is self (and counts).
 *   named       the parameter list is written as in Python ("iterable, /, *,
 *               key=None, reverse=False"); args has one entry per parameter,
 *               VALUE_ABSENT where the caller gave none.  Defaults in the text
 *               are documentation (__text_signature__); C supplies them.
 *   raw         function(vm, args, positional, names): as the call operation.
 */
#ifndef VIV_RUNTIME_NATIVE_H
#define VIV_RUNTIME_NATIVE_H

#include "gc/heap.h"

typedef Value (*NativeFunction)(struct Interpreter *vm, const Value *args, size_t count);

/* args: `positional` positional Values, then one for each name in the tuple `names` (EMPTY: no keywords). */
typedef Value (*NativeRawFunction)(struct Interpreter *vm, const Value *args, size_t positional, Value names);

enum NativeFlag {
    NATIVE_POSITIONAL = 0,
    NATIVE_NAMED = 1 << 0,
    NATIVE_RAW = 1 << 1,
    NATIVE_CLASS_METHOD = 1 << 2,  /* args[0] is the class */
    NATIVE_STATIC_METHOD = 1 << 3, /* no self */
};

enum { NATIVE_VARIADIC = 255 };

struct NativeMethod {
    const char *name; /* NULL ends a table */
    union {
        NativeFunction positional;
        NativeRawFunction raw;
    } function;
    uint8_t minimum, maximum; /* positional: number of arguments, self included; maximum may be NATIVE_VARIADIC */
    uint8_t flags;
    const char *parameters;   /* text signature without the parentheses, or NULL */
    const char *documentation;
};

/* minimum and maximum do not count self: METHOD("append", list_append, 1, 1, "object, /", "...") */
#define METHOD(name, function_, minimum, maximum, parameters, documentation) \
    {name, {.positional = function_}, (minimum) + 1, (maximum) == NATIVE_VARIADIC ? NATIVE_VARIADIC : (uint8_t)((maximum) + 1), \
     NATIVE_POSITIONAL, parameters, documentation}
#define METHOD_NAMED(name, function_, parameters, documentation) \
    {name, {.positional = function_}, 0, 0, NATIVE_NAMED, parameters, documentation}
#define METHOD_RAW(name, function_, parameters, documentation) \
    {name, {.raw = function_}, 0, 0, NATIVE_RAW, parameters, documentation}
#define CLASS_METHOD(name, function_, minimum, maximum, parameters, documentation) \
    {name, {.positional = function_}, (minimum) + 1, (maximum) == NATIVE_VARIADIC ? NATIVE_VARIADIC : (uint8_t)((maximum) + 1), \
     NATIVE_CLASS_METHOD, parameters, documentation}
#define STATIC_METHOD(name, function_, minimum, maximum, parameters, documentation) \
    {name, {.positional = function_}, minimum, maximum, NATIVE_STATIC_METHOD, parameters, documentation}
/* Functions of modules: no self. */
#define FUNCTION(name, function_, minimum, maximum, parameters, documentation) \
    {name, {.positional = function_}, minimum, maximum, NATIVE_STATIC_METHOD, parameters, documentation}
#define FUNCTION_NAMED(name, function_, parameters, documentation) \
    {name, {.positional = function_}, 0, 0, NATIVE_NAMED | NATIVE_STATIC_METHOD, parameters, documentation}
#define FUNCTION_RAW(name, function_, parameters, documentation) \
    {name, {.raw = function_}, 0, 0, NATIVE_RAW | NATIVE_STATIC_METHOD, parameters, documentation}
#define METHODS_END {NULL, {NULL}, 0, 0, 0, NULL, NULL}

/* A computed attribute; set may be NULL (read-only). value EMPTY means delete. */
struct NativeAttribute {
    const char *name;
    OWNED Value (*get)(struct Interpreter *vm, Value self);
    bool (*set)(struct Interpreter *vm, Value self, Value value);
    const char *documentation;
};

/* The attributes after this row are fields of the C struct: member_descriptors to Python, and those without set
 * say "readonly attribute". */
#define MEMBERS_FOLLOW {"", NULL, NULL, NULL}
#define ATTRIBUTES_END {NULL, NULL, NULL, NULL}

/* A parsed parameter list's numbers, kept in the interpreter (runtime/native_bind.c). */
struct NativeSignature {
    const char *parameters;
    uint8_t required, positional, count;
};
enum { NATIVE_SIGNATURE_COUNT = 128 };

/*
 * Binds a call's arguments to the parameter list of a NATIVE_NAMED function (or a constructor that wants the
 * same): fills bound[] with borrowed Values, VALUE_ABSENT for what is missing. false with TypeError pending,
 * in CPython's words. capacity is the length of bound.
 */
MUST_USE bool native_bind(struct Interpreter *vm, const char *function_name, const char *parameters, const Value *args,
                          size_t positional, Value names, Value *bound, size_t capacity);

/* Calls a method entry with the call convention; checks counts in CPython's words. */
OWNED MUST_USE Value native_call(struct Interpreter *vm, const struct NativeMethod *method, const Value *args,
                                 size_t positional, Value names);

/* A builtin function object for an entry; self may be EMPTY; module is a str or EMPTY. */
OWNED MUST_USE Value native_function_new(struct Interpreter *vm, const struct NativeMethod *method, Value self,
                                         Value module);

/* Layout of builtin_function and the descriptors that wrap an entry, for the machine's inline caches. */
struct NativeCallable {
    struct Object header;
    const struct NativeMethod *method;
    Value self;         /* builtin_function: bound self, or EMPTY */
    Value module;       /* name of the module, or EMPTY */
    struct Type *owner; /* descriptors: the type the method belongs to (held) */
};

/* native_call through the object that Python sees, whose owner or module the error messages name. */
OWNED MUST_USE Value native_callable_call(struct Interpreter *vm, const struct NativeCallable *callable,
                                          const Value *args, size_t positional, Value names);

#endif
