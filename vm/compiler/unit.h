/*
 * What is being compiled: the compiler, its stack of units (one per code
 * object), blocks of instructions, and how the tree walkers emit them.
 *
 * Errors are sticky: the first one sets compiler->failed with an exception
 * pending, every emitter does nothing from then on, and compile_source reports
 * it.  So the walkers return nothing and read like the language reference.
 * All of it lives in the parse's arena, but for the constants, which each
 * unit holds until it is closed.
 */
#ifndef VIV_COMPILER_UNIT_H
#define VIV_COMPILER_UNIT_H

#include "parser/ast.h"
#include "parser/scope.h"
#include "runtime/interpreter.h"
#include "vm/bytecode/code.h"
#include "vm/bytecode/effect.h"

/* A protected range's handler: where it is, what is on the stack when it runs. */
struct Handler {
    struct Block *block;
    int32_t depth;   /* -1: not known yet */
    uint32_t drop;   /* Values on the stack at set-up that the handler does not get */
    bool push_lasti;
};

/* Beside the opcodes of the table: from here on `handler` is in force (its depth is taken here). */
/* PSEUDO_LINE: a line begins that has no instruction of its own (`try:`); it costs nothing, only who traces sees it. */
enum { PSEUDO_LINE = 254, PSEUDO_SETUP = 255 };

/* In arguments before assembly: the slot of a cell or free variable, whose number is not known yet. */
enum { CELL_MARK = 1 << 22, FREE_MARK = 1 << 23, MARKS = CELL_MARK | FREE_MARK };

struct Step { /* an instruction to be */
    uint8_t opcode;
    uint32_t argument;
    struct Block *target;    /* of a jump */
    struct Handler *handler; /* protects it; of PSEUDO_SETUP: the one set up */
    struct SourceSpan span;
};

/* Straight code: only its last step may jump or end. */
struct Block {
    struct Block *next; /* in the order of the text */
    struct Step *steps;
    uint32_t count, capacity;
    int32_t depth;      /* of the stack at its start; -1: not reached */
    uint32_t order;     /* position in the chain */
    uint32_t offset;    /* its first word */
    bool reachable, queued;
    uint64_t *assigned; /* locals that are surely bound at its start */
};

/* Names numbered in order of first use; interned identifiers, so pointers compare. */
struct NameTable {
    const struct Identifier **items;
    uint32_t count, capacity;
    uint32_t *index; /* open addressing: 0 is free, else number + 1 */
    uint32_t index_size;
};

struct ConstantTable {
    Value *items; /* held; MEMORY_VALUES */
    uint32_t count, capacity;
    uint32_t *index; /* open addressing over the items that may be shared */
    uint32_t index_size;
};

enum FrameBlockKind {
    FRAME_BLOCK_WHILE,
    FRAME_BLOCK_FOR,
    FRAME_BLOCK_ASYNC_FOR,
    FRAME_BLOCK_TRY,         /* a try with except clauses, or a generated handler */
    FRAME_BLOCK_FINALLY_TRY, /* body of try … finally */
    FRAME_BLOCK_FINALLY_END, /* its finally, run with an exception in hand */
    FRAME_BLOCK_HANDLER,     /* body of an except clause */
    FRAME_BLOCK_WITH,
    FRAME_BLOCK_ASYNC_WITH,
    FRAME_BLOCK_POP_VALUE,   /* a value to return waits below */
};

/* What break, continue and return have to undo on their way out. */
struct FrameBlock {
    enum FrameBlockKind kind;
    struct FrameBlock *outer;
    struct Block *entry, *exit;      /* loops: targets of continue and break */
    struct Handler *outer_handler;   /* in force once this block is left */
    const struct AstNodes *finally;  /* FINALLY_TRY */
    const struct Identifier *name;   /* HANDLER: bound by `as` */
    struct SourceSpan span;          /* WITH: of the item */
};

struct Unit {
    struct Unit *outer;
    struct Scope *scope;        /* of the code object */
    struct Scope *inner;        /* of what is being compiled: scope, or a comprehension inlined into it */
    const char *qualified_name; /* UTF-8 */
    size_t qualified_name_length;
    struct NameTable names, variables, cells, frees;
    struct NameTable static_attributes; /* class bodies: attributes that methods set on self */
    struct ConstantTable constants;
    struct Block *first, *last, *current;
    struct FrameBlock *frame_blocks;
    struct Handler *handler;    /* protects what is emitted now */
    uint32_t argument_count, positional_only_count, keyword_only_count, flags;
    uint32_t stack_size;
    int32_t first_line;
    uint32_t loops;             /* how many loops enclose what is being compiled */
    bool runs_once;             /* literals outside loops may be given away */
};

struct Compiler {
    struct Interpreter *vm;
    struct ParseResult *result;
    struct Arena *arena;
    Value filename; /* borrowed */
    unsigned flags; /* enum CompileFlag */
    enum EvalMode mode;
    bool optimize, strip_docstrings;
    bool failed;    /* an exception is pending */
    struct Unit *unit;
    struct NameTable declared_global; /* names that some `global` statement mentions, in whatever scope */
    struct Block spare; /* stands in for blocks once memory has run out */
};

/* ---- Positions and errors (unit.c) ------------------------------------- */

#define NO_SPAN ((struct SourceSpan){-1, -1, -1, -1})
/* Stays without a position: a function's end counts as the line it is reached from. */
#define NOWHERE ((struct SourceSpan){-2, -2, -1, -1})

struct SourceSpan span_of(const struct AstNode *node);
/* From the start of one node to the end of another. */
struct SourceSpan span_between(const struct AstNode *first, const struct AstNode *last);
struct SourceSpan span_of_line(int32_t line);

void fail_memory(struct Compiler *compiler);
/* SyntaxError at the node. */
FORMAT_LIKE_PRINTF(3, 4)
void fail_syntax(struct Compiler *compiler, const struct AstNode *node, const char *format, ...);
void raise_syntax_failure(struct Compiler *compiler, const struct SyntaxFailure *failure); /* errors.c */
void issue_warnings(struct Compiler *compiler);                                           /* errors.c */

/* Guards recursion over the tree; leave only when true. */
bool enter_node(struct Compiler *compiler);
void leave_node(struct Compiler *compiler);

/* Zeroed memory that lives as long as the parse; NULL once the compiler has failed. */
void *compiler_allocate(struct Compiler *compiler, size_t count, size_t size);

/* ---- Units (unit.c) ---------------------------------------------------- */

/* Makes a unit for the scope and its code object's prologue; false when it failed (then there is nothing to close). */
bool unit_open(struct Compiler *compiler, struct Unit *unit, struct Scope *scope, int32_t first_line);
void unit_close(struct Compiler *compiler);
/* Turns the current unit into a code object (assemble.c); EMPTY when the compiler failed. */
OWNED Value unit_assemble(struct Compiler *compiler);

/* ---- Tables (tables.c) ------------------------------------------------- */

uint32_t name_number(struct Compiler *compiler, struct NameTable *table, const struct Identifier *name);
/* -1: not there. */
int64_t name_find(const struct NameTable *table, const struct Identifier *name);
/* What the code object is called; NULL: failed. */
const struct Identifier *unit_name(struct Compiler *compiler, const struct Unit *unit);
const struct Identifier *identifier(struct Compiler *compiler, const char *text);
const struct Identifier *mangle(struct Compiler *compiler, const struct Identifier *name);
OWNED Value identifier_value(struct Compiler *compiler, const struct Identifier *name); /* interned str */
OWNED Value identifier_literal(struct Compiler *compiler, const struct Identifier *name); /* a str of its own */
OWNED Value names_value(struct Compiler *compiler, const struct NameTable *table);      /* tuple */
uint32_t constant_number(struct Compiler *compiler, STEALS Value constant, bool shared);
void constants_close(struct Compiler *compiler, struct ConstantTable *table);

/* ---- Emitting (unit.c) ------------------------------------------------- */

struct Block *new_block(struct Compiler *compiler);
/* What follows is emitted into this block. */
void use_block(struct Compiler *compiler, struct Block *block);
void emit(struct Compiler *compiler, enum Opcode opcode, uint32_t argument, struct SourceSpan span);
/* PSEUDO_LINE. */
void emit_line(struct Compiler *compiler, struct SourceSpan span);
/* The step emitted last belongs somewhere else in the source. */
void relocate_last(struct Compiler *compiler, struct SourceSpan span);
void emit_jump(struct Compiler *compiler, enum Opcode opcode, struct Block *target, struct SourceSpan span);
void emit_constant(struct Compiler *compiler, STEALS Value constant, struct SourceSpan span);
/* A constant written in the source: given away where code runs once. */
void emit_literal(struct Compiler *compiler, STEALS Value constant, struct SourceSpan span);
void emit_name(struct Compiler *compiler, enum Opcode opcode, const struct Identifier *mangled, struct SourceSpan span);
/* Puts a handler in force; returns the one it replaces. */
struct Handler *push_handler(struct Compiler *compiler, struct Block *block, uint32_t drop, bool push_lasti);

/* ---- Walkers ----------------------------------------------------------- */

enum NameContext { NAME_LOAD, NAME_STORE, NAME_DELETE };

void compile_body(struct Compiler *compiler, const struct AstNodes *body);          /* statements.c */
void compile_statement(struct Compiler *compiler, struct AstNode *node);            /* statements.c */
void compile_expression(struct Compiler *compiler, struct AstNode *node);           /* expressions.c */
void compile_condition(struct Compiler *compiler, struct AstNode *node, struct Block *target,
                       bool jump_when);                                             /* conditions.c */
void compile_bool_operation(struct Compiler *compiler, struct AstNode *node);       /* conditions.c */
void compile_comparison(struct Compiler *compiler, struct AstNode *node);           /* conditions.c */
void emit_comparison(struct Compiler *compiler, enum AstComparison operation, struct SourceSpan span);
void compile_target(struct Compiler *compiler, struct AstNode *node);               /* targets.c */
void compile_delete(struct Compiler *compiler, struct AstNode *node);               /* targets.c */
void compile_augmented(struct Compiler *compiler, struct AstNode *node);            /* targets.c */
void compile_annotated(struct Compiler *compiler, struct AstNode *node);            /* targets.c */
void compile_slice_bounds(struct Compiler *compiler, struct AstNode *node);         /* expressions.c */
bool is_two_part_slice(const struct AstNode *node);
void compile_iterable(struct Compiler *compiler, struct AstNode *node);             /* expressions.c */
struct SourceSpan attribute_span(const struct AstNode *attribute, struct SourceSpan span);
void emit_binary(struct Compiler *compiler, enum AstOperator operation, bool in_place, struct SourceSpan span);

/* names.c */
void compile_name(struct Compiler *compiler, const struct Identifier *name, enum NameContext context,
                  struct SourceSpan span);
void load_cell_itself(struct Compiler *compiler, const struct Identifier *mangled, struct SourceSpan span);
bool is_global_name(struct Compiler *compiler, const struct Identifier *name, const char *text);
void collect_declared_globals(struct Compiler *compiler);
const struct Symbol *find_symbol(struct Compiler *compiler, const struct Identifier *name, struct Scope **found_in);

/* calls.c */
void compile_call(struct Compiler *compiler, struct AstNode *node);
/* Arguments and CALL; `extra` Values are on the stack already. */
void compile_arguments(struct Compiler *compiler, uint32_t extra, const struct AstNodes *args,
                       const struct AstNodes *keywords, struct SourceSpan span, struct AstNode *method);
bool compile_super_attribute(struct Compiler *compiler, struct AstNode *attribute, bool as_method);

/* displays.c */
void compile_display(struct Compiler *compiler, struct AstNode *node);
void compile_joined_string(struct Compiler *compiler, struct AstNode *node);
void compile_formatted_value(struct Compiler *compiler, struct AstNode *node);
/* 'text %s' % (x,) with nothing but plain %s, %r and %a amounts to an f-string (percent.c). */
bool is_percent_format(const struct AstNode *node);
bool compile_percent_format(struct Compiler *compiler, struct AstNode *node);
/* The elements as a new list or tuple (starred ones included). */
void compile_elements(struct Compiler *compiler, const struct AstNodes *elements, uint32_t extra, enum Opcode build,
                      struct SourceSpan span);

/* functions.c, classes.c, comprehensions.c, type_parameters.c */
void compile_function(struct Compiler *compiler, struct AstNode *node);
void compile_lambda(struct Compiler *compiler, struct AstNode *node);
void compile_class(struct Compiler *compiler, struct AstNode *node);
void compile_comprehension(struct Compiler *compiler, struct AstNode *node);
void compile_type_alias(struct Compiler *compiler, struct AstNode *node);
void compile_decorators(struct Compiler *compiler, const struct AstNodes *decorators);
void apply_decorators(struct Compiler *compiler, const struct AstNodes *decorators);
/* Code and closure on the stack, then MAKE_FUNCTION; flags say what lies below (see MAKE_FUNCTION). */
void make_function(struct Compiler *compiler, STEALS Value code, struct Scope *scope, uint32_t flags,
                   struct SourceSpan span);
/* [defaults] [keyword defaults] of a function or lambda; returns MAKE_FUNCTION's flags. */
uint32_t compile_defaults(struct Compiler *compiler, struct AstNode *arguments, struct SourceSpan span);
int32_t first_line_of(const struct AstNode *node, const struct AstNodes *decorators);
/* The tree as viv ast prints it, on one line; places: with lineno and the like. purpose ends the RecursionError's text. */
OWNED MUST_USE Value tree_text(struct Interpreter *vm, const struct AstNode *node, bool places, const char *purpose);
void compile_annotation(struct Compiler *compiler, struct AstNode *annotation);
/* The body's docstring, or NULL. */
struct AstNode *docstring_of(const struct AstNodes *body);
OWNED Value docstring_value(struct Compiler *compiler, const struct AstNode *node); /* docstrings.c */
void compile_function_object(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags);
void compile_class_function(struct Compiler *compiler, const struct AstClassDef *node);
void compile_namespace_body(struct Compiler *compiler, const struct AstNodes *statements);
/* The same inside the scope of their type parameters (type_parameters.c). */
void compile_generic_function(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags);
void compile_generic_class(struct Compiler *compiler, const struct AstClassDef *node);
/* In a generic class's body: the tuple of its type parameters. */
void load_type_parameters(struct Compiler *compiler, struct SourceSpan span);

/* protect.c: try, with; unwinding.c: what leaving them early takes */
void compile_try(struct Compiler *compiler, struct AstNode *node);
void compile_with(struct Compiler *compiler, const struct AstNode *node, const struct AstNodes *items, size_t position,
                  const struct AstNodes *body, bool is_async);
void compile_return(struct Compiler *compiler, struct AstNode *node);
void compile_break(struct Compiler *compiler, struct AstNode *node);
void compile_continue(struct Compiler *compiler, struct AstNode *node);
void push_frame_block(struct Compiler *compiler, struct FrameBlock *block);
void pop_frame_block(struct Compiler *compiler);
void emit_exit_call(struct Compiler *compiler, struct SourceSpan span);
/* receiver on the stack → its result; the loop of yield from and await. */
void emit_delegation(struct Compiler *compiler, bool is_await, struct SourceSpan span);

void compile_match(struct Compiler *compiler, struct AstNode *node); /* patterns.c */

/* fold.c: the constant the expression amounts to, or VALUE_ABSENT */
OWNED Value fold_constant(struct Compiler *compiler, struct AstNode *node);
OWNED Value fold_iterable(struct Compiler *compiler, struct AstNode *node);
/* Whether the expression is a constant: 1 true, 0 false, -1 not constant. */
int fold_truth(struct Compiler *compiler, struct AstNode *node);
/* literals.c: the Value of a Constant node; EMPTY: failed */
OWNED Value literal_value(struct Compiler *compiler, const struct AstNode *node, const struct AstConstantValue *constant);

/* flow.c, locals.c: passes over the finished blocks */
void optimize_flow(struct Compiler *compiler);
void compute_depths(struct Compiler *compiler);
void check_locals(struct Compiler *compiler);
void combine_steps(struct Compiler *compiler);

#endif
