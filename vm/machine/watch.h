/*
 * sys.settrace and sys.setprofile: telling Python functions what runs.
 *
 * While one of them is set, frames run in a second loop made from the same
 * source (vm/machine/loop_watched.c), which calls these functions; the plain
 * loop only looks at vm->watched where it is at a safe point or has made a slow
 * call, and then hands its frame over.
 */
#ifndef VIV_MACHINE_WATCH_H
#define VIV_MACHINE_WATCH_H

#include "vm/machine/frame.h"

/* Whether frames that run now are to be watched: trace functions themselves are not. */
static inline bool watch_wanted(const struct Interpreter *vm) { return vm->watched && vm->watch_depth == 0; }

/* Whether the frame's own trace function wants to know of each instruction. */
static inline bool watch_steps(const struct Interpreter *vm, const struct Frame *frame)
{
    return (frame->flags & FRAME_HAS_OBJECT) && !is_empty(frame->object->trace) && !is_empty(vm->trace_function);
}

/* "call": a frame begins, or a generator goes on. What is pending stays so. All of these: false: a watcher raised. */
MUST_USE bool watch_call(struct Interpreter *vm, struct Frame *frame, bool resumed);
/* "line" and "opcode" before the instruction at frame->ip, which may be another afterwards (f_lineno was set). On
 * failure it counts as executing. */
MUST_USE bool watch_instruction(struct Interpreter *vm, struct Frame *frame);
/* "return" with a Value, also at a yield. */
MUST_USE bool watch_return(struct Interpreter *vm, struct Frame *frame, Value v);
/* "exception" for the pending one, "return" when it leaves the frame; what a watcher raises takes its place. */
void watch_exception(struct Interpreter *vm, struct Frame *frame);
void watch_unwind(struct Interpreter *vm, struct Frame *frame);
/* "exception" for the StopIteration that ends a loop or a delegation. */
MUST_USE bool watch_exhausted(struct Interpreter *vm, struct Frame *frame, Value result);

/* Whether the profile function hears of calls of this callee ("c_call" and what follows). */
bool watch_is_native(struct Interpreter *vm, Value callee);
/* object_call of such a callee with its events. */
OWNED MUST_USE Value watch_native_call(struct Interpreter *vm, struct Frame *frame, Value callee, const Value *args,
                                       size_t positional, Value names);

/* The same for f(*args, **keywords), of any callee. */
OWNED MUST_USE Value watch_call_tuple(struct Interpreter *vm, struct Frame *frame, Value callee, Value args,
                                      Value keywords);

#endif
