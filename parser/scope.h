/*
 * Scopes: what every name means, decided once so that the compiler only looks it up.
 *
 * scopes_build walks the tree, hangs a struct Scope on every node that opens one
 * (the FIELD_SCOPE fields of ast.def), resolves each name as CPython's symbol
 * table does, and reports the errors that CPython finds there or while
 * compiling ('return' outside function, break outside loop, …), so that the
 * compiler may take the tree for valid.
 *
 * Names in scopes are mangled (`__x` in class C is `_C__x`); names in the tree
 * are not.  scope_lookup mangles for you; scope_mangle is for attributes,
 * keyword names and imports.
 */
#ifndef VIV_PARSER_SCOPE_H
#define VIV_PARSER_SCOPE_H

#include "parser/parser.h"

enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION,   /* list, set or dict comprehension; usually is_inlined */
    SCOPE_GENERATOR,       /* generator expression */
    SCOPE_TYPE_PARAMETERS, /* encloses a generic function, class or alias */
    SCOPE_TYPE_ALIAS,      /* the lazily evaluated value of a `type` statement */
    SCOPE_TYPE_VARIABLE,   /* a lazily evaluated bound or default of a type parameter */
};

enum SymbolResolution {
    SYMBOL_LOCAL,           /* in a function: a fast local; in a module or class: its namespace dict */
    SYMBOL_GLOBAL_EXPLICIT, /* declared `global` (or a walrus in a comprehension at module level) */
    SYMBOL_GLOBAL_IMPLICIT, /* global, else builtin; in a class body: namespace first, then global, then
                               builtin */
    SYMBOL_FREE,  /* from the closure of this frame; in a class body: namespace first, then the cell */
    SYMBOL_CELL,  /* bound here and captured by an inner scope: a local that lives in a cell */
    SYMBOL_OUTER, /* in inlined comprehensions only, not bound there: treat as if written in scope->parent */
};

enum SymbolFlags {
    SYMBOL_IS_PARAMETER = 1,
    SYMBOL_IS_ASSIGNED = 2, /* bound by assignment, import, def, class, for, with, except, del … */
    SYMBOL_IS_USED = 4,
    SYMBOL_IS_ANNOTATED = 8,
    SYMBOL_IS_IMPORTED = 16,
    SYMBOL_IS_NONLOCAL = 32,   /* declared `nonlocal` */
    SYMBOL_IS_GLOBAL = 64,     /* declared `global` */
    SYMBOL_IS_ITERATION = 128, /* target of a comprehension's for */
    SYMBOL_IS_TYPE_PARAMETER = 256,
    SYMBOL_FREE_THROUGH_CLASS =
        512, /* an inner scope needs the outer variable though this class binds the name */
};

struct Symbol {
    const struct Identifier *name; /* mangled */
    enum SymbolResolution resolution;
    uint32_t flags;   /* enum SymbolFlags */
    struct Span span; /* of the first global or nonlocal statement or binding: for messages */
};

struct ScopeNames {
    const struct Identifier **items;
    size_t count;
};

struct Scope {
    enum ScopeKind kind;
    const struct AstNode *node; /* the node that opens it */
    const struct Identifier
        *name; /* function's or class's, "<lambda>", "<listcomp>", "<genexpr>", "<module>" … */
    const struct Identifier *private_class; /* innermost class, for mangling; NULL outside */
    struct Scope *parent;                   /* NULL for the module */
    struct Scope *first_child;              /* in the order CPython visits them, linked by next_sibling */
    struct Scope *last_child;
    struct Scope *next_sibling;

    struct Symbol *symbols; /* in order of first appearance, parameters first */
    uint32_t symbol_count;
    uint32_t symbol_capacity;
    uint32_t *symbol_table; /* hash table over symbols: 0 is empty, else index + 1 */
    uint32_t symbol_table_size;

    /* Positional-only, positional, keyword-only, *args, **kwargs: the order of co_varnames. */
    struct ScopeNames parameters;
    struct ScopeNames cells; /* sorted by name, as co_cellvars; an inlined comprehension's are listed there,
                                not in its parent */
    struct ScopeNames frees; /* sorted by name, as co_freevars: what the closure holds, what only inner scopes
                                need included */

    bool is_nested;    /* inside a function, at any depth */
    bool is_generator; /* contains yield, or is a generator expression (asynchronous if is_coroutine too) */
    bool is_coroutine; /* async def, or an asynchronous comprehension or generator expression */
    bool is_inlined;   /* a comprehension to be run in its parent's frame (PEP 709) */
    bool has_varargs;
    bool has_varkeywords;
    bool has_docstring;       /* the body's first statement is a string */
    bool has_annotations;     /* module or class with `name: annotation`: needs __annotations__ */
    bool needs_class_closure; /* class: a method uses super() or __class__; needs a __class__ cell and
                                 __classcell__ */
    bool needs_class_dict;    /* class: an annotation scope inside looks names up in it; needs a __classdict__
                                 cell */
    bool can_see_class_scope; /* annotation scope directly in a class: names go to __classdict__ first */

    /* The analysis's own. */
    bool in_iteration_target;
    const char *description; /* of lazily evaluated scopes, for messages */
    uint32_t in_iterable;    /* nesting of comprehension iterables being visited */
};

/* False with result->failure set. */
MUST_USE bool scopes_build(struct ParseResult *result);

/* The scope's entry for a name as written in the source; NULL if the scope does not mention it. */
const struct Symbol *scope_lookup(const struct ParseResult *result, const struct Scope *scope,
                                  const struct Identifier *name);

/* The same for a name that is mangled already or never is (".0", "__class__"). */
const struct Symbol *scope_find(const struct Scope *scope, const struct Identifier *mangled);

/* The name itself if it is not private; NULL when memory ran out. */
MUST_USE const struct Identifier *scope_mangle(struct Arena *arena, const struct Scope *scope,
                                               const struct Identifier *name);

#endif
