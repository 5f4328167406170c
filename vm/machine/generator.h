/*
 * Generators, coroutines and asynchronous generators: a frame that lies in an
 * object and is resumed in place.
 */
#ifndef VIV_MACHINE_GENERATOR_H
#define VIV_MACHINE_GENERATOR_H

#include "vm/machine/function.h"

enum GeneratorState { GENERATOR_CREATED, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_FINISHED };

struct Generator {
    struct Object header;
    Value name, qualified_name;
    Value function, code;      /* code stays when the rest is gone */
    Value handled;             /* exception that its own frame is handling, while suspended, or EMPTY */
    Value inherited;           /* while running: what the resuming code is handling, or EMPTY */
    Value origin;              /* coroutines: cr_origin; async generators: the finalizer hook; or EMPTY */
    uint8_t state;             /* enum GeneratorState */
    bool handling;             /* while running: vm->handled is its own */
    bool awaited;              /* coroutines: was resumed once */
    bool closed;               /* async generators: no more iteration */
    bool unstarted;            /* something is thrown into it before its first statement */
    bool hooked;               /* async generators: sys.set_asyncgen_hooks have been told of it */
    bool async_running;        /* async generators: an asend/athrow/aclose is under way */
    struct Frame frame;        /* then the operand stack, then the locals */
};

static inline struct Generator *as_generator(Value v) { return (struct Generator *)value_object(v); }
static inline struct Generator *frame_generator(struct Frame *frame)
{
    return (struct Generator *)(void *)((char *)frame - offsetof(struct Generator, frame));
}
/* Generators and coroutines: what SEND and FOR_GENERATOR may resume without a call. */
static inline bool is_plain_generator(struct Interpreter *vm, Value v)
{
    return object_has_type(vm, v, TYPE_generator) || object_has_type(vm, v, TYPE_coroutine);
}

/* RETURN_GENERATOR: moves the running frame into a new object. vm->frame is the previous one afterwards; the frame's
 * place on the call stack is free. EMPTY: an error is pending, the frame is as it was. */
OWNED MUST_USE Value generator_from_frame(struct Interpreter *vm, struct Frame *frame);

/* Marks it running and links its frame in front of vm->frame; the sent Value must be pushed already. */
void generator_link(struct Interpreter *vm, struct Generator *generator, uint32_t flags);
/* The opposite, at a yield. */
void generator_unlink(struct Interpreter *vm, struct Generator *generator);
/* The frame has returned or raised: everything it holds is released, vm->frame is the previous one. */
void generator_finish(struct Interpreter *vm, struct Generator *generator);

/* Yielded Value; VALUE_END when it returned, with the result in *result (OWNED, may be NULL: dropped); EMPTY: raised. */
OWNED MUST_USE Value generator_send(struct Interpreter *vm, struct Generator *generator, Value sent, Value *result);
/* Resumes it with the pending exception. */
OWNED MUST_USE Value generator_throw_pending(struct Interpreter *vm, struct Generator *generator, Value *result);
/* close(): what it returned, None mostly. */
OWNED MUST_USE Value generator_close(struct Interpreter *vm, struct Generator *generator);
/* throw(type, value, traceback), delegating; yields, VALUE_END with *result, or EMPTY. */
OWNED MUST_USE Value generator_throw(struct Interpreter *vm, struct Generator *generator, Value type, Value value,
                                     Value traceback, Value *result);
/* Warns of more than one argument (count includes self); false: the warning is an error. */
MUST_USE bool generator_check_throw(struct Interpreter *vm, const char *method, size_t count);
/* Makes throw's arguments the pending exception; false: they were no exception, a TypeError is pending. */
bool generator_raise_arguments(struct Interpreter *vm, Value type, Value value, Value traceback);
/* Parts of the three types. */
void generator_traverse(struct Object *self, VisitFunction visit, void *context);
OWNED Value generator_take(struct Interpreter *vm, struct Object *self, size_t *cursor);
void generator_clear(struct Interpreter *vm, struct Object *self);
void generator_finalize(struct Interpreter *vm, struct Object *self);
OWNED Value generator_repr(struct Interpreter *vm, Value self);
OWNED Value generator_get_frame(struct Interpreter *vm, Value self);
OWNED Value generator_get_running(struct Interpreter *vm, Value self);
OWNED Value generator_get_suspended(struct Interpreter *vm, Value self);
OWNED Value generator_get_code(struct Interpreter *vm, Value self);
OWNED Value generator_get_delegate(struct Interpreter *vm, Value self);
OWNED Value generator_get_name(struct Interpreter *vm, Value self);
OWNED Value generator_get_qualified_name(struct Interpreter *vm, Value self);
bool generator_set_name(struct Interpreter *vm, Value self, Value value);
bool generator_set_qualified_name(struct Interpreter *vm, Value self, Value value);
OWNED Value generator_method_send(struct Interpreter *vm, const Value *args, size_t count);
OWNED Value generator_method_throw(struct Interpreter *vm, const Value *args, size_t count);
OWNED Value generator_method_close(struct Interpreter *vm, const Value *args, size_t count);
/* What it delegates to (yield from, await): BORROWED, or ABSENT. */
BORROWED Value generator_delegate(struct Interpreter *vm, struct Generator *generator);

/* The iterator that `await v` runs; flag as GET_AWAITABLE's. */
OWNED MUST_USE Value awaitable_iterator(struct Interpreter *vm, Value v, uint32_t flag);
/* sys.set_coroutine_origin_tracking_depth: keeps who made it; without memory it is left out. */
void coroutine_set_origin(struct Interpreter *vm, struct Generator *coroutine);
OWNED Value coroutine_await(struct Interpreter *vm, Value self);
/* Wraps what an async generator yields, so that await can tell it from what it passes on. */
OWNED MUST_USE Value async_generator_wrap(struct Interpreter *vm, STEALS Value v);

#endif
