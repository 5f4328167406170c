/*
 * Events for sys.settrace and sys.setprofile: when they happen, and the calls
 * of the watchers.  Frame objects remember the last line told (watched_line).
 */
#include "vm/machine/watch.h"

#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

/* A watcher that raises is dropped. */
static void drop_watcher(struct Interpreter *vm, Value *place)
{
    Value before = *place;
    *place = EMPTY;
    vm->watched = !is_empty(vm->trace_function) || !is_empty(vm->profile_function);
    release_maybe(vm, before);
}

/* Calls function(frame object, event, argument); place says which watcher it belongs to. What is pending stays so; a
 * watcher's own exception takes its place. */
static OWNED Value tell(struct Interpreter *vm, struct FrameObject *object, Value function, const char *event,
                        Value argument, Value *place)
{
    Value pending = error_take(vm), result = EMPTY, stop = vm->iteration_result;
    vm->iteration_result = EMPTY;
    Value name = string_intern_cstring(vm, event);
    if (!is_empty(name)) {
        Value args[] = {value_from_object(object), name, argument};
        retain(function);
        vm->watch_depth++;
        result = object_call(vm, function, args, 3, EMPTY);
        vm->watch_depth--;
        release(vm, function);
        release(vm, name);
    }
    vm->iteration_result = stop;
    if (is_empty(result)) {
        release_maybe(vm, pending);
        drop_watcher(vm, place);
    } else if (!is_empty(pending))
        error_restore(vm, pending);
    return result;
}

static bool tell_profiler(struct Interpreter *vm, struct Frame *frame, const char *event, Value argument)
{
    if (is_empty(vm->profile_function) || vm->watch_depth > 0)
        return true;
    Value object = frame_object(vm, frame);
    if (is_empty(object))
        return false;
    Value result = tell(vm, (struct FrameObject *)value_object(object), vm->profile_function, event, argument,
                        &vm->profile_function);
    release_maybe(vm, result);
    release(vm, object);
    return !is_empty(result);
}

/* What a trace function answers becomes the frame's own, unless it is None. */
static bool tell_tracer(struct Interpreter *vm, struct FrameObject *object, Value function, const char *event,
                        Value argument)
{
    object_retain(object);
    Value result = tell(vm, object, function, event, argument, &vm->trace_function);
    if (is_empty(result)) {
        slot_clear(vm, object, &object->trace);
        object_release(vm, object);
        return false;
    }
    if (is_none(result))
        release(vm, result);
    else {
        frame_object_hold(vm, object);
        slot_set(vm, object, &object->trace, result);
    }
    object_release(vm, object);
    return true;
}

/* The frame's own trace function, if it has one. */
static bool tell_local_tracer(struct Interpreter *vm, struct Frame *frame, const char *event, Value argument)
{
    if (!watch_steps(vm, frame) || vm->watch_depth > 0)
        return true;
    return tell_tracer(vm, frame->object, frame->object->trace, event, argument);
}

static bool is_hidden(const struct Frame *frame) { return (frame->code->flags & CODE_HIDDEN) != 0; }

bool watch_call(struct Interpreter *vm, struct Frame *frame, bool resumed)
{
    if (is_hidden(frame))
        return true;
    if (!tell_profiler(vm, frame, "call", VALUE_NONE))
        return false;
    if (is_empty(vm->trace_function) || vm->watch_depth > 0)
        return true;
    Value value = frame_object(vm, frame);
    if (is_empty(value))
        return false;
    struct FrameObject *object = (struct FrameObject *)value_object(value);
    bool told = tell_tracer(vm, object, vm->trace_function, "call", VALUE_NONE);
    /* After a yield the line it stands on is not told again. */
    object->watched_line = resumed ? frame_line(frame) : 0;
    object->watched_word = frame_word(frame);
    release(vm, value);
    return told;
}

/* The instruction at ip counts as running while the watcher looks at the frame. */
static bool tell_step(struct Interpreter *vm, struct Frame *frame, const char *event)
{
    Instruction *ip = frame->ip;
    frame->ip = ip + 1;
    struct FrameObject *object = frame->object;
    object->jumped = false;
    object_retain(object);
    object->at_line = *event == 'l';
    bool told = tell_local_tracer(vm, frame, event, VALUE_NONE);
    object->at_line = false;
    object_release(vm, object);
    if (told && !((frame->flags & FRAME_HAS_OBJECT) && frame->object->jumped))
        frame->ip = ip;
    return told;
}

static bool is_backward_jump(const struct FrameObject *object, const struct Frame *frame, uint32_t word)
{
    uint8_t opcode = instruction_opcode(frame->code->words[object->watched_word]);
    return word <= object->watched_word && (opcode == OP_JUMP_BACK || opcode == OP_STORE_LOCAL_JUMP_BACK);
}

/* Lines that begin at this word without instructions of their own. */
static bool tell_empty_lines(struct Interpreter *vm, struct Frame *frame, uint32_t word)
{
    uint32_t first, count = code_rows_at(frame->code, word, &first);
    for (uint32_t i = first; i + 1 < first + count; i++) {
        struct FrameObject *object = frame->object;
        int32_t line = frame->code->spans[i].span.line;
        if (line == object->watched_line)
            continue;
        object->watched_line = line;
        object_retain(object);
        object->at_empty_line = true;
        bool told = !object->trace_lines || tell_step(vm, frame, "line");
        object->at_empty_line = false;
        object_release(vm, object);
        if (!told)
            return false;
        if (!watch_steps(vm, frame))
            return true;
    }
    return true;
}

static bool begins_nothing(uint8_t opcode)
{
    return opcode == OP_RESUME || opcode == OP_RESUME_JOINED || opcode == OP_RETURN_GENERATOR ||
           opcode == OP_COPY_FREE_VARIABLES || opcode == OP_MAKE_CELL;
}

bool watch_instruction(struct Interpreter *vm, struct Frame *frame)
{
    uint32_t word = (uint32_t)(frame->ip - frame->code->words);
    uint8_t opcode = instruction_opcode(*frame->ip);
    if (is_hidden(frame))
        return true;
    struct FrameObject *object = frame->object;
    bool backward = is_backward_jump(object, frame, word);
    object->watched_word = word;
    if (begins_nothing(opcode))
        return true;
    if (!tell_empty_lines(vm, frame, word))
        return false;
    if (!watch_steps(vm, frame))
        return true;
    object = frame->object;
    int32_t line = code_span(frame->code, word).line;
    if (line > 0)
        object->lined_word = word;
    if (line > 0 && (line != object->watched_line || backward)) {
        object->watched_line = line;
        if (object->trace_lines && !tell_step(vm, frame, "line"))
            return false;
        if (!watch_steps(vm, frame))
            return true;
    }
    return !frame->object->trace_opcodes || tell_step(vm, frame, "opcode");
}

bool watch_return(struct Interpreter *vm, struct Frame *frame, Value v)
{
    return is_hidden(frame) ||
           (tell_profiler(vm, frame, "return", v) && tell_local_tracer(vm, frame, "return", v));
}

void watch_exception(struct Interpreter *vm, struct Frame *frame)
{
    if (is_hidden(frame) || !watch_steps(vm, frame) || vm->watch_depth > 0)
        return;
    Value exception = retain(vm->pending);
    Value traceback = as_exception(exception)->traceback;
    Value argument = tuple_pack(vm, 3, value_from_object(value_type(vm, exception)), exception,
                                is_empty(traceback) ? VALUE_NONE : traceback);
    if (!is_empty(argument)) {
        if (!tell_local_tracer(vm, frame, "exception", argument))
            traceback_add(vm, frame);
        release(vm, argument);
    }
    release(vm, exception);
}

void watch_unwind(struct Interpreter *vm, struct Frame *frame)
{
    if (!is_hidden(frame) && tell_profiler(vm, frame, "return", VALUE_NONE) &&
        tell_local_tracer(vm, frame, "return", VALUE_NONE))
        return;
}

bool watch_exhausted(struct Interpreter *vm, struct Frame *frame, Value result)
{
    if (is_hidden(frame) || !watch_steps(vm, frame))
        return true;
    raise_stop_iteration(vm, result);
    Value exception = retain(vm->pending);
    watch_exception(vm, frame);
    bool told = value_same(vm->pending, exception);
    if (told)
        error_clear(vm);
    release(vm, exception);
    return told;
}

/* ---- Calls of native functions */

bool watch_is_native(struct Interpreter *vm, Value callee)
{
    return !is_empty(vm->profile_function) &&
           (object_has_type(vm, callee, TYPE_builtin_function) || object_has_type(vm, callee, TYPE_method_descriptor));
}

/* Events show methods bound to their object, as they were before calls got faster. EMPTY: not to be told. */
static OWNED Value shown_callee(struct Interpreter *vm, Value callee, const Value *args, size_t positional)
{
    if (!object_has_type(vm, callee, TYPE_method_descriptor))
        return retain(callee);
    struct NativeCallable *native = (struct NativeCallable *)value_object(callee);
    if (positional == 0 || !type_is_subtype(vm, value_type(vm, args[0]), native->owner))
        return EMPTY;
    return value_type(vm, callee)->operations.descriptor_get(vm, callee, args[0],
                                                             value_from_object(value_type(vm, args[0])));
}

/* The call itself, with its arguments side by side or (args NULL) as tuple and dict. */
static OWNED Value call_plainly(struct Interpreter *vm, Value callee, const Value *args, size_t positional, Value names,
                                Value keywords)
{
    return args != NULL ? object_call(vm, callee, args, positional, names)
                        : object_call_tuple(vm, callee, names, keywords);
}

static OWNED Value call_told(struct Interpreter *vm, struct Frame *frame, Value shown, Value callee, const Value *args,
                             size_t positional, Value names, Value keywords)
{
    if (is_empty(shown)) {
        error_clear(vm);
        return call_plainly(vm, callee, args, positional, names, keywords);
    }
    Value result = EMPTY;
    if (tell_profiler(vm, frame, "c_call", shown)) {
        result = call_plainly(vm, callee, args, positional, names, keywords);
        if (!tell_profiler(vm, frame, is_empty(result) ? "c_exception" : "c_return", shown)) {
            release_maybe(vm, result);
            result = EMPTY;
        }
    }
    release(vm, shown);
    return result;
}

Value watch_native_call(struct Interpreter *vm, struct Frame *frame, Value callee, const Value *args,
                        size_t positional, Value names)
{
    Value shown = is_hidden(frame) ? EMPTY : shown_callee(vm, callee, args, positional);
    return call_told(vm, frame, shown, callee, args, positional, names, EMPTY);
}

Value watch_call_tuple(struct Interpreter *vm, struct Frame *frame, Value callee, Value args, Value keywords)
{
    if (!watch_is_native(vm, callee) || is_hidden(frame))
        return object_call_tuple(vm, callee, args, keywords);
    Value shown = shown_callee(vm, callee, as_tuple(args)->items, tuple_length(args));
    return call_told(vm, frame, shown, callee, NULL, 0, args, keywords);
}
