/*
 * Frames and the call stack.
 *
 * A frame's Values lie side by side on a chunked stack: its locals, struct
 * Frame, its operand stack.  A callee's locals begin where its caller pushed
 * the arguments, so a call copies nothing; only a call that does not fit into
 * the chunk, or comes from a generator (whose frame lies inside the generator
 * object), copies its arguments to the top of the stack.
 *
 * While a callee runs, its caller's `sp` stands right behind the slot of the
 * callee, which keeps the function alive; on return the result replaces it.
 *
 * Invariant: everything below sp is a live Value; slots above are garbage.
 * The loop keeps sp and ip in registers and stores them before it calls
 * anything that may look at the frame.
 */
#ifndef VIV_MACHINE_FRAME_H
#define VIV_MACHINE_FRAME_H

#include "vm/bytecode/code.h"

struct Function;
struct FrameObject;
struct Generator;

enum FrameFlag {
    FRAME_ENTRY = 1 << 0,          /* entered from C: leaving it leaves the loop */
    FRAME_GENERATOR = 1 << 1,      /* lies inside a generator */
    FRAME_FOR = 1 << 2,            /* generator resumed by FOR_GENERATOR */
    FRAME_SEND = 1 << 3,           /* generator resumed by SEND */
    FRAME_INIT = 1 << 4,           /* __init__ of the instance that stands in the callee's slot */
    FRAME_HOLDS_FUNCTION = 1 << 5, /* `function` is counted */
    FRAME_HAS_NAMESPACE = 1 << 6,  /* `namespace` is set (and counted) */
    FRAME_HAS_OBJECT = 1 << 7,     /* `object` is set (not counted: it is told when the activation ends) */
    FRAME_OWNS_CHUNK = 1 << 8,     /* begins a chunk of the call stack */
    FRAME_DISCARDS = 1 << 9,       /* the caller wants no result: it is dropped, the callee's slot too */
    FRAME_HOLDS_OBJECT = 1 << 11,  /* `object` is counted: it has something that must outlive its other holders */
    FRAME_OPERATOR = 1 << 10,      /* special method of an operator, whose operands lie below the callee's slot */
};

/* What a generator's frame keeps from one resumption to the next. */
enum { FRAME_KEPT = FRAME_HAS_OBJECT | FRAME_HOLDS_OBJECT | FRAME_HAS_NAMESPACE };

struct Frame {
    struct Frame *previous;
    struct Code *code;         /* held by function */
    struct Function *function; /* held by the slot of the callee, the generator, or FRAME_HOLDS_FUNCTION */
    Value *locals;
    Value *sp;
    Value *top;                /* first Value behind all frames of the call stack while this one runs */
    Instruction *ip;           /* the next instruction */
    uint32_t flags, depth;
    Value namespace;           /* with FRAME_HAS_NAMESPACE: of module and class bodies */
    struct FrameObject *object;/* with FRAME_HAS_OBJECT */
};

enum { FRAME_WORDS = sizeof(struct Frame) / sizeof(Value) };
enum { CHUNK_WORDS = 8 * 1024 };
/* An instruction that turns into a call may push so many Values more than the code's stack_size says. */
enum { STACK_SLACK = 4 };

struct StackChunk {
    struct StackChunk *previous;
    size_t words;
    Value values[];
};

struct CallStack {
    struct StackChunk *chunk; /* the one in use */
    struct StackChunk *spare; /* kept when the last call left it, so that a loop does not allocate each time */
    Value *limit;             /* end of chunk */
};

static inline struct CallStack *call_stack(struct Interpreter *vm) { return vm->call_stack; }
static inline Value *frame_stack(struct Frame *frame) { return (Value *)(void *)(frame + 1); }
static inline size_t code_frame_words(const struct Code *code)
{
    return (size_t)code->local_count + FRAME_WORDS + code->stack_size;
}
/* Where the next frame entered from C begins. */
static inline Value *call_stack_top(struct Interpreter *vm)
{
    return vm->frame != NULL ? vm->frame->top : call_stack(vm)->chunk->values;
}
/* Index of the word that frame is executing. */
static inline uint32_t frame_word(const struct Frame *frame)
{
    return frame->ip == frame->code->words ? 0 : (uint32_t)(frame->ip - frame->code->words) - 1;
}

MUST_USE bool call_stack_open(struct Interpreter *vm);
void call_stack_close(struct Interpreter *vm);
/* Room for a frame of this many words: at `at` if it fits, else at the start of a new chunk. NULL: MemoryError. */
MUST_USE Value *call_stack_reserve(struct Interpreter *vm, Value *at, size_t words);
void call_stack_drop_chunk(struct Interpreter *vm);

/* Makes the frame for code whose arguments lie at locals; the other locals must be set already. */
static inline __attribute__((always_inline)) struct Frame *
frame_enter(struct Interpreter *vm, struct Frame *previous, struct Function *function, struct Code *code,
            Value *locals, uint32_t flags)
{
    struct Frame *frame = (struct Frame *)(void *)(locals + code->local_count);
    frame->previous = previous;
    frame->code = code;
    frame->function = function;
    frame->locals = locals;
    frame->sp = frame_stack(frame);
    frame->top = frame->sp + code->stack_size;
    frame->ip = code->words;
    frame->flags = flags;
    frame->depth = previous != NULL ? previous->depth + 1 : 1;
    vm->frame = frame;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, FRAME_ENTERS, NULL, NULL, EMPTY, EMPTY);
    return frame;
}

/* Releases operand stack and locals in CPython's order, hands them to the frame object if there is one, and what
 * else the frame holds; frames on the stack are gone afterwards. vm->frame is the previous frame then. */
void frame_leave(struct Interpreter *vm, struct Frame *frame);
/* The operand stack alone, down to depth Values. */
void frame_cut_stack(struct Interpreter *vm, struct Frame *frame, size_t depth);
void frame_visit(struct Frame *frame, VisitFunction visit, void *context);
void machine_visit_stacks(struct Interpreter *vm, VisitFunction visit, void *context);

/* Names as locals() shows them: a new dict for functions, the namespace itself for module and class bodies (a copy while a
 * comprehension runs there). */
OWNED MUST_USE Value frame_locals(struct Interpreter *vm, struct Frame *frame);
int32_t frame_line(const struct Frame *frame);

/* Frame objects: frames as Python sees them (vm/machine/frame_object.c). */
struct FrameObject {
    struct Object header;
    struct Frame *frame; /* the activation; NULL once it has ended */
    Value function;
    Value back;          /* of an ended activation: the caller's frame object or None */
    Value namespace;     /* of an ended activation, or EMPTY */
    uint32_t word;       /* of an ended activation */
    uint32_t count;      /* of values */
    Value code;
    Value trace;         /* f_trace */
    Value extra;         /* dict: names put into f_locals that are no variables, or EMPTY */
    bool trace_lines, trace_opcodes; /* f_trace_lines, f_trace_opcodes */
    bool at_line;        /* a trace function is being told of a line: f_lineno can be set */
    bool at_empty_line;  /* of a line that has no instructions */
    bool jumped;         /* it has been */
    int32_t watched_line;  /* the last line told to a trace function */
    uint32_t lined_word;   /* the last instruction that has a line */
    uint32_t watched_word; /* the last instruction it could have been told of */
    Value values[];      /* an ended activation's locals */
};
/* f_locals: the namespace of modules and classes, a proxy for functions (vm/machine/frame_locals.c). */
OWNED MUST_USE Value frame_object_locals(struct Interpreter *vm, Value self);
OWNED MUST_USE Value frame_object(struct Interpreter *vm, struct Frame *frame);
/* The activation holds its frame object from now on. */
void frame_object_hold(struct Interpreter *vm, struct FrameObject *object);
/* The activation ends: the frame object takes its locals over. */
void frame_object_detach(struct Interpreter *vm, struct Frame *frame);

struct Traceback {
    struct Object header;
    Value next;  /* traceback or EMPTY */
    Value frame; /* frame object */
    uint32_t word;
    int32_t line;
};
/* Adds the frame to the pending exception's traceback; without memory it is left out. */
void traceback_add(struct Interpreter *vm, struct Frame *frame);

#endif
