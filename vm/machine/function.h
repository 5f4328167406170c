/*
 * Python functions: what MAKE_FUNCTION makes, and how their arguments are
 * bound to parameters.
 */
#ifndef VIV_MACHINE_FUNCTION_H
#define VIV_MACHINE_FUNCTION_H

#include "vm/machine/frame.h"

/* Values that are EMPTY stand for what is not there or not made yet. */
struct Function {
    struct Object header;
    Value code, globals, builtins; /* builtins: the dict that LOAD_GLOBAL falls back to */
    Value closure;                 /* tuple of cells */
    Value defaults;                /* tuple */
    Value keyword_defaults;        /* dict */
    Value name, qualified_name;    /* EMPTY: the code's */
    Value module, documentation;   /* EMPTY: what the globals call __name__; the code's */
    Value annotations;             /* dict */
    Value type_parameters;         /* tuple */
    Value retired_code;            /* tuples (code, older) of earlier __code__s: frames may still run them */
};

static inline struct Function *as_function(Value v) { return (struct Function *)value_object(v); }
static inline bool is_function(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_function); }
static inline struct Code *function_code(const struct Function *function) { return as_code(function->code); }

static inline Value function_name(const struct Function *function)
{
    return is_empty(function->name) ? function_code(function)->name : function->name;
}
static inline Value function_qualified_name(const struct Function *function)
{
    return is_empty(function->qualified_name) ? function_code(function)->qualified_name : function->qualified_name;
}

OWNED MUST_USE Value function_new(struct Interpreter *vm, Value code, Value globals);
/* The builtins that its code sees: mostly a dict, but any object that its globals gave. */
BORROWED Value function_builtins(struct Interpreter *vm, const struct Function *function);
/* The function type's call: binds, and runs a nested loop. */
OWNED Value function_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);

/*
 * Fills locals (all local_count of them, what is no parameter with UNBOUND) from borrowed arguments, as the call
 * operation gives them.  false: TypeError pending in CPython's words, nothing is held.
 */
MUST_USE bool bind_arguments(struct Interpreter *vm, struct Function *function, Value *locals, const Value *args,
                             size_t positional, Value names);

/* Pushes a frame for a call from C; NULL: an error is pending. The frame has FRAME_ENTRY. */
MUST_USE struct Frame *function_enter(struct Interpreter *vm, struct Function *function, const Value *args,
                                      size_t positional, Value names, Value namespace);

#endif
