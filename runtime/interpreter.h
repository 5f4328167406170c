/*
 * struct Interpreter: everything one interpreter is.  There are no globals;
 * one pointer goes everywhere.  The heap is its first member, so gc/ gets the
 * same pointer.  Fields marked "machine" belong to vm/machine, which runtime/
 * may not include: it leaves its pointers and callbacks here.
 */
#ifndef VIV_RUNTIME_INTERPRETER_H
#define VIV_RUNTIME_INTERPRETER_H

#include <signal.h>
#include <stdio.h>

#include "gc/heap.h"
#include "runtime/type.h"

enum TypeIndex {
#define TYPE(identifier, base) TYPE_##identifier,
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) TYPE_##name,
#include "runtime/exceptions.def"
#undef EXCEPTION
    TYPE_COUNT
};

enum NameIndex {
#define NAME(x) NAME_##x,
#include "runtime/names.def"
#undef NAME
    NAME_COUNT
};

struct Frame;
struct Dict;
struct StringTable;
struct InputOutput;
struct Narrator;
struct RegexState;
struct FrozenSource;

/* The cache of lookups through types (runtime/type.c). */
struct MethodCacheEntry {
    uint32_t version;
    Value name;  /* held */
    Value found; /* or VALUE_ABSENT; borrowed: it lives as long as the version stands */
};
enum { METHOD_CACHE_BITS = 10, METHOD_CACHE_SIZE = 1 << METHOD_CACHE_BITS };

enum EvalMode { EVAL_FILE, EVAL_EXPRESSION, EVAL_INTERACTIVE };

/* The flags of callbacks.compile. */
enum CompileFlag {
    COMPILE_RUNS_ONCE = 1,          /* loader, -c, stdin, prompt: module-level literals are not kept by the code */
    COMPILE_FROM_FILE = 2,          /* the source is a file's bytes: a BOM or encoding cookie counts */
    COMPILE_FUTURE_ANNOTATIONS = 4, /* inherited from the code that calls compile() */
    COMPILE_TOP_LEVEL_AWAIT = 8,
    COMPILE_INCOMPLETE_INPUT = 16,  /* prompt: _IncompleteInputError where more lines could complete the statement */
    COMPILE_OPTIMIZE = 32,          /* no asserts, __debug__ is False; vm->flags ask for it as well */
    COMPILE_OPTIMIZE_MORE = 64,     /* no docstrings either */
    COMPILE_TREE = 512,            /* the answer is the text of the syntax tree (ast.dump with attributes) */
    COMPILE_FROM_BYTES = 256,       /* bytes given to compile(), exec() or eval(): likewise, with other words */
    COMPILE_NO_OPTIMIZE = 128,      /* compile(…, optimize=0): whatever vm->flags say */
};

/* What -m runs: all OWNED, EMPTY where there is none. */
struct MainSource {
    Value file, package, spec; /* path of the source, __package__, __spec__ */
    Value problem;             /* message: there is nothing to run */
};

/* What the layers above install at start-up. */
struct InterpreterCallbacks {
    /* Compiles source (UTF-8) to a code object; filename is a str. Installed by the shell. */
    OWNED Value (*compile)(struct Interpreter *vm, const char *source, size_t length, Value filename,
                           enum EvalMode mode, unsigned flags);
    /* Runs a code object with these namespaces (locals EMPTY: same as globals); closure: a tuple of as many cells as it
     * has free variables, or EMPTY. Installed by the machine. */
    OWNED Value (*run_code)(struct Interpreter *vm, Value code, Value globals, Value locals, Value closure);
    OWNED Value (*import_module)(struct Interpreter *vm, Value name, Value globals, Value from_list, int level);
    /* Source of a library module written in Python, or NULL. Installed by the shell. */
    const struct FrozenSource *(*find_frozen)(struct Interpreter *vm, const char *name);
    /* Where a module would come from: a tuple (kind, file, locations, is a package), or None. Installed by the
     * machine. */
    OWNED Value (*find_module)(struct Interpreter *vm, Value name, Value tail, Value path /* or EMPTY */);
    /* For -m: what to run; source->problem says what is wrong where nothing can be. Imports the packages above it.
     * false: raised. Installed by the machine. */
    bool (*find_main_source)(struct Interpreter *vm, Value name, struct MainSource *source);
    /* Namespaces of the running Python frame: BORROWED dicts. NULL-like EMPTY when none runs. */
    BORROWED Value (*current_globals)(struct Interpreter *vm);
    OWNED Value (*current_locals)(struct Interpreter *vm);
    BORROWED Value (*current_builtins)(struct Interpreter *vm);
    /* First argument and __class__ cell of the running frame, for super() without arguments; false: raised. */
    bool (*super_arguments)(struct Interpreter *vm, Value *type, Value *instance);
    /* anext(iterator, otherwise), of what __anext__ returned. Installed by the machine. */
    OWNED Value (*anext_with_default)(struct Interpreter *vm, STEALS Value awaitable, Value otherwise);
    /* Visits what the frames and operand stacks hold; installed by the machine. */
    void (*visit_roots)(struct Interpreter *vm, VisitFunction visit, void *context);
    /* Frees the call stack: interpreter_close calls it (if set) once no Python code can run any more, finalizers of
     * modules and cyclic garbage included. */
    void (*close_machine)(struct Interpreter *vm);
    /* Adds an entry for the running frame to the pending exception's traceback. */
    void (*traceback_here)(struct Interpreter *vm);
    /* How many frames of Python code run; installed by the machine. */
    uint32_t (*frame_depth)(struct Interpreter *vm);
    /* The frame object depth frames below the running one, or NONE when the stack is not that deep. */
    OWNED Value (*frame_object)(struct Interpreter *vm, size_t depth);
    /* Reports an exception nobody can catch on sys.stderr; installed by the shell. Errors inside are dropped. */
    void (*write_unraisable)(struct Interpreter *vm, Value exception, const char *message, Value where);
    /* Whether `import name` would find a module of the library (for "Did you forget to import"). */
    bool (*is_library_module)(struct Interpreter *vm, Value name);
    /* Source lines as a traceback quotes them, marked from column of the first to end_column of the last (bytes). Installed by
     * the shell. */
    OWNED Value (*quote_source)(struct Interpreter *vm, Value text, int32_t column, int32_t end_column);
    /* The name meant instead of the one an exception says was not found, or None. Installed by the shell. */
    OWNED Value (*suggest_name)(struct Interpreter *vm, Value exception);
    /* Prints an exception with its traceback and causes to sys.stderr (sys.excepthook's default). */
    bool (*print_exception)(struct Interpreter *vm, Value exception);
};

enum InterpreterFlag {
    INTERPRETER_OPTIMIZE = 1 << 0, /* -O: no asserts */
    INTERPRETER_QUIET = 1 << 1,
    INTERPRETER_VERBOSE = 1 << 2,
    INTERPRETER_INSPECT = 1 << 3,  /* -i */
    INTERPRETER_FINALIZING = 1 << 4,
    INTERPRETER_OPTIMIZE_MORE = 1 << 5, /* -OO: no docstrings */
    INTERPRETER_UNBUFFERED = 1 << 6,
    INTERPRETER_ORACLE = 1 << 7, /* -X oracle: safe points verify that counts equal the holders found */
};

struct Interpreter {
    struct Heap heap; /* first */

    /* Errors.  pending is the exception being raised (EMPTY: none); handled is the one being handled
     * (sys.exception()), kept by the machine. */
    Value pending;
    Value handled;
    Value memory_error; /* preallocated */
    bool raising_memory_error;
    /* What the iterator that just answered VALUE_END returned (a generator's return value, the argument of a
     * StopIteration that Python code raised); EMPTY: None.  operations.next sets it, iterator_next() drops it,
     * iterator_result() hands it to next(), yield from and await. */
    Value iteration_result;

    struct Frame *frame;  /* machine: the running Python frame, or NULL */
    void *call_stack;     /* machine */
    char *c_stack_limit;  /* deepest C stack address we allow ourselves */
    uint32_t recursion_depth, recursion_limit; /* Python frames */
    volatile sig_atomic_t interrupted; /* a signal was noted: signals_handle() is to be called */
    int wakeup_descriptor; /* one more than what signal.set_wakeup_fd got; 0: none */
    volatile sig_atomic_t attention;   /* something for the safe point: a signal, a due collection, a step limit */
    uint64_t steps_left;  /* --max-steps, counted at calls and back edges; 0: no limit */

    /* Names and strings */
    struct StringTable *interned;
    Value characters[256]; /* one-character strings of Latin-1, made on demand; immortal */
    Value empty_string, empty_bytes, empty_tuple; /* immortal */
    uint64_t hash_key[2];

    Value modules;         /* dict: sys.modules */
    Value builtins;        /* dict of the builtins module */
    Value sys_dict;        /* dict of the sys module */
    struct MethodCacheEntry *method_cache;
    uint32_t next_type_version;
    uint32_t next_dict_version;
    uint32_t next_shape_id;
    struct InputOutput *io;
    Value sources;         /* dict: pseudo file name ("<string>") → source text, for tracebacks; EMPTY: none */
    Value inputs;          /* list of (file name object, source text), an entry for each input of the prompt; EMPTY: none */
    FILE *exit_report;     /* where interpreter_close lists what is still alive; NULL: nowhere */
    struct Narrator *narrator; /* the stepper's, while one watches */
    uint64_t safe_points;  /* under the oracle: safe points so far */
    Value at_exit;         /* list of (callable, args, kwargs), or EMPTY */
    Value codec_error_handlers; /* dict by name: codecs.register_error(); EMPTY: none */
    Value script_folder;   /* str: the sys.path[0] that the shell put there; EMPTY: none */
    Value signal_handlers; /* list by number, None: not ours; EMPTY until the module signal is imported */
    Value regex_cache;     /* dict of compiled patterns, or EMPTY (runtime/modules/sre.c) */
    struct RegexState *regex; /* what matching needs of PCRE2; NULL until the first match */
    Value trace_function, profile_function; /* sys.settrace, sys.setprofile; EMPTY: none */
    bool watched;          /* one of the two is set */
    uint32_t watch_depth;  /* > 0: inside a trace or profile function, which nobody watches */
    uint32_t coroutine_origin_depth; /* sys.set_coroutine_origin_tracking_depth */
    Value context;         /* the current contextvars.Context, or EMPTY until it is needed */
    Value asyncgen_first_iteration, asyncgen_finalizer; /* sys.set_asyncgen_hooks; EMPTY: none */
    Value gc_garbage, gc_callbacks; /* gc.garbage and gc.callbacks: lists, or EMPTY until gc is imported */
    unsigned gc_debug;     /* gc.set_debug() */
    unsigned flags;        /* enum InterpreterFlag */
    uint32_t int_max_str_digits;
    uint64_t abc_registrations; /* calls of register() on abstract base classes so far */
    Value repr_guard;      /* list of containers whose repr is under way, or EMPTY */
    struct InterpreterCallbacks callbacks;

    struct NativeSignature signatures[NATIVE_SIGNATURE_COUNT];

    Value names[NAME_COUNT];
    struct Type types[TYPE_COUNT];
};

#define NAME(vm, x) ((vm)->names[NAME_##x])

static inline size_t method_cache_index(uint32_t version, Value name)
{
    uint32_t hash = version * 31u ^ (uint32_t)(value_identity(name) >> 4);
    return (hash ^ hash >> METHOD_CACHE_BITS) & (METHOD_CACHE_SIZE - 1);
}

/* Through the MRO, with a cache: a BORROWED Value (valid until Python code runs), VALUE_ABSENT, or EMPTY on error. */
BORROWED Value type_lookup_uncached(struct Interpreter *vm, struct Type *type, Value name);
static inline BORROWED Value type_lookup(struct Interpreter *vm, struct Type *type, Value name)
{
    const struct MethodCacheEntry *cache = vm->method_cache;
    if (LIKELY(cache != NULL)) {
        const struct MethodCacheEntry *entry = &cache[method_cache_index(type->version, name)];
        if (LIKELY(entry->version == type->version && type->version != 0 && value_same(entry->name, name)))
            return entry->found;
    }
    return type_lookup_uncached(vm, type, name);
}

static inline struct Type *builtin_type(struct Interpreter *vm, enum TypeIndex index) { return &vm->types[index]; }

static inline bool object_has_type(struct Interpreter *vm, Value v, enum TypeIndex index)
{
    return is_object(v) && value_object(v)->type == &vm->types[index];
}

struct InterpreterOptions {
    size_t memory_limit;   /* bytes; 0: none */
    uint64_t step_limit;   /* 0: none */
    bool random_hash;      /* false: hash_seed is used; seed 0 gives CPython's PYTHONHASHSEED=0 */
    uint64_t hash_seed;
    unsigned flags;
    uint64_t fail_allocation; /* 1-based; 0: never */
    bool fail_from_then_on;
};

/* NULL when there is not even memory to begin. specs: TypeSpec of every type, by TypeIndex. */
MUST_USE struct Interpreter *interpreter_open(const struct InterpreterOptions *options,
                                              const struct TypeSpec *const specs[TYPE_COUNT]);

/* Tears down modules in CPython's order while Python code can still run: before machine_close. */
void interpreter_finalize(struct Interpreter *vm);

/* Drops modules (in CPython's order), names, types; false when the heap was not empty afterwards. */
bool interpreter_close(struct Interpreter *vm);

/* Guards C recursion on user-controlled depth (repr, comparison, calls from C): false with RecursionError pending.
 * `where` completes "maximum recursion depth exceeded%s", e.g. " while getting the repr of an object". */
bool vm_raise_recursion(struct Interpreter *vm, const char *where); /* false */
static inline MUST_USE bool vm_enter_recursion(struct Interpreter *vm, const char *where)
{
    return LIKELY((char *)__builtin_frame_address(0) > vm->c_stack_limit) || vm_raise_recursion(vm, where);
}
/* vm_enter_recursion without a call while there is room, for what is nested rarely and called often. */
static inline MUST_USE bool vm_enter_nested(struct Interpreter *vm, const char *where)
{
    return LIKELY((char *)__builtin_frame_address(0) > vm->c_stack_limit) || vm_enter_recursion(vm, where);
}
static inline void vm_leave_recursion(struct Interpreter *vm) { (void)vm; }

#endif
