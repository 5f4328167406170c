/*
 * Modules in C and the objects of the object model that other code makes.
 *
 * A module in C is a constant ModuleSpec: its functions, and a function that
 * adds the rest when the module is first imported (modules load lazily).
 */
#ifndef VIV_RUNTIME_MODULE_H
#define VIV_RUNTIME_MODULE_H

#include "runtime/interpreter.h"

struct ModuleSpec {
    const char *name;
    const char *documentation;
    const struct NativeMethod *functions;
    bool (*fill)(struct Interpreter *vm, Value module, Value dict); /* may be NULL */
};

struct Module {
    struct Object header;
    Value dict;
};

/* Name → spec of the modules in C (runtime/modules.c); NULL: none. */
const struct ModuleSpec *module_spec_find(const char *name);
OWNED MUST_USE Value module_from_spec(struct Interpreter *vm, const struct ModuleSpec *spec);
OWNED MUST_USE Value module_new(struct Interpreter *vm, Value name);
BORROWED Value module_dict(Value module);

/* sys.modules[name], or the module in C of that name, which is made and put there: OWNED. */
OWNED MUST_USE Value module_import_native(struct Interpreter *vm, const char *name);
/* class NAME(BASE[, OTHER]) into the dict of module MODULE. */
MUST_USE bool module_add_exception(struct Interpreter *vm, Value dict, const char *module, const char *name,
                                   struct Type *base, struct Type *other);
/* Raises an exception class of a module in C; message EMPTY: making it raised already. */
Value raise_module_error(struct Interpreter *vm, const char *module, const char *name, STEALS Value message);

/* For messages about what a module does not have (runtime/module_hints.c). */
struct ModuleHint {
    Value file;         /* OWNED str: its source; ABSENT: none */
    bool initializing;  /* its code is still running */
    bool beside_script; /* the source lies in sys.path[0] … */
    bool hides_library; /* … and so hides a module of the library */
};
void module_hint_find(struct Interpreter *vm, Value module, struct ModuleHint *hint);
/* "module 'm' has no attribute 'n'", with what can be said about the reason. */
OWNED MUST_USE Value module_missing_attribute(struct Interpreter *vm, Value module, Value name);

struct Method { /* bound method */
    struct Object header;
    Value function, self;
};
OWNED MUST_USE Value method_new(struct Interpreter *vm, Value function, Value self);

struct Cell {
    struct Object header;
    Value content; /* EMPTY when unbound */
};
OWNED MUST_USE Value cell_new(struct Interpreter *vm, STEALS Value content /* or EMPTY */);

/* The wrapped callable of staticmethod and classmethod. */
struct Wrapper {
    struct Object header;
    Value function;
};
OWNED MUST_USE Value static_method_new(struct Interpreter *vm, Value function);
OWNED MUST_USE Value class_method_new(struct Interpreter *vm, Value function);
struct Property {
    struct Object header;
    Value getter, setter, deleter, documentation; /* EMPTY: none */
    Value name;
    bool documented_by_getter; /* documentation is the getter's: a new getter brings its own */
};
/* A slot of __slots__ or, with `attribute`, a field of a C struct: the machine's inline caches read offset. */
struct MemberDescriptor {
    struct Object header;
    struct Type *owner; /* held */
    const struct NativeAttribute *attribute; /* or NULL */
    Value name;
    uint32_t offset;    /* of the Value inside the instance; for TYPE_VARIABLE_SIZE owners: from the end of its cell */
};



/* What a module of the library (no dots in its name) has under a name; imports it when need be. */
OWNED MUST_USE Value library_attribute(struct Interpreter *vm, const char *module, const char *name);

BORROWED Value sys_get(struct Interpreter *vm, Value name); /* attribute of the sys module, or ABSENT */

#endif
