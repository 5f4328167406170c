/*
 * Raising, unwinding, matching, and the with statement.
 *
 * Unwinding works on frames alone: an exception travels from frame to frame
 * without touching the C stack, until a handler is found or the frame that C
 * entered has been left.
 */
#include "runtime/exception.h"

#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "vm/machine/machine.h"
#include "vm/machine/watch.h"

/* ---- Raising */

/* OWNED instance of an exception class, or EMPTY. */
static Value instantiate(struct Interpreter *vm, Value class)
{
    struct Type *type = (struct Type *)value_object(class), *base = builtin_type(vm, TYPE_BaseException);
    if (!(type->flags & TYPE_HEAP) && type->operations.construct == base->operations.construct &&
        type->operations.initialize == base->operations.initialize)
        return exception_new(vm, type, NULL, 0);
    Value instance = object_call_0(vm, class);
    if (is_empty(instance) || is_exception_instance(vm, instance))
        return instance;
    raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %R", class,
                     value_from_object(value_type(vm, instance)));
    release(vm, instance);
    return EMPTY;
}

/* The cause as an instance or None: OWNED. */
static Value normalise_cause(struct Interpreter *vm, Value cause)
{
    if (is_exception_class(vm, cause))
        return instantiate(vm, cause);
    if (is_none(cause) || is_exception_instance(vm, cause))
        return retain(cause);
    return raise_type_error(vm, "exception causes must derive from BaseException");
}

void machine_raise(struct Interpreter *vm, Value exception, Value cause)
{
    Value instance;
    if (is_exception_class(vm, exception))
        instance = instantiate(vm, exception);
    else if (is_exception_instance(vm, exception))
        instance = retain(exception);
    else
        instance = raise_type_error(vm, "exceptions must derive from BaseException");
    if (is_empty(instance))
        return;
    if (!is_empty(cause)) {
        Value reason = normalise_cause(vm, cause);
        if (is_empty(reason)) {
            release(vm, instance);
            return;
        }
        exception_set_cause(vm, instance, reason);
    }
    raise_value(vm, instance);
}

bool machine_raise_again(struct Interpreter *vm)
{
    if (is_empty(vm->handled) || is_none(vm->handled)) {
        raise_error(vm, TYPE_RuntimeError, "No active exception to reraise");
        return false;
    }
    error_restore(vm, retain(vm->handled));
    return true;
}

/* ---- Unwinding */

static struct Frame *enter_handler(struct Interpreter *vm, struct Frame *frame, const struct ExceptionEntry *entry)
{
    frame_cut_stack(vm, frame, entry->depth);
    if (entry->push_lasti)
        *frame->sp++ = value_from_small_int(frame_word(frame));
    *frame->sp++ = error_take(vm);
    frame->ip = frame->code->words + entry->handler;
    return frame;
}

/* PEP 479: a StopIteration (StopAsyncIteration) that leaves the body of a generator becomes a RuntimeError. */
static void convert_stop_iteration(struct Interpreter *vm, struct Frame *frame)
{
    uint32_t flags = frame->code->flags;
    const char *kind = flags & CODE_ASYNC_GENERATOR ? "async generator"
                       : flags & CODE_COROUTINE     ? "coroutine"
                                                    : "generator";
    bool stop = error_matches(vm, TYPE_StopIteration);
    bool async_stop = (flags & CODE_ASYNC_GENERATOR) && error_matches(vm, TYPE_StopAsyncIteration);
    if (!stop && !async_stop)
        return;
    Value cause = error_take(vm);
    raise_error(vm, TYPE_RuntimeError, "%s raised %s", kind, stop ? "StopIteration" : "StopAsyncIteration");
    Value raised = error_take(vm);
    exception_set_cause(vm, raised, retain(cause));
    exception_set_context(vm, raised, cause);
    release(vm, cause);
    error_restore(vm, raised);
}

static void leave_by_exception(struct Interpreter *vm, struct Frame *frame)
{
    if (!(frame->flags & FRAME_GENERATOR)) {
        frame_leave(vm, frame);
        return;
    }
    if (!frame_generator(frame)->unstarted) /* else it never entered what converts */
        convert_stop_iteration(vm, frame);
    generator_finish(vm, frame_generator(frame));
}

struct Frame *machine_unwind(struct Interpreter *vm, struct Frame *frame, bool add_traceback, uint32_t word)
{
    for (;; add_traceback = true, word = frame_word(frame)) {
        if (add_traceback) {
            traceback_add(vm, frame);
            if (UNLIKELY(vm->watched))
                watch_exception(vm, frame);
        }
        const struct ExceptionEntry *entry = code_handler(frame->code, word);
        if (entry != NULL)
            return enter_handler(vm, frame, entry);
        bool leaves_loop = (frame->flags & FRAME_ENTRY) != 0;
        if (UNLIKELY(vm->watched))
            watch_unwind(vm, frame);
        leave_by_exception(vm, frame);
        if (leaves_loop)
            return NULL;
        frame = vm->frame;
    }
}

/* ---- Matching */

static bool check_class(struct Interpreter *vm, Value pattern, bool group)
{
    if (!is_exception_class(vm, pattern)) {
        raise_type_error(vm, "catching classes that do not inherit from BaseException is not allowed");
        return false;
    }
    if (group && type_is_subtype(vm, (struct Type *)value_object(pattern), builtin_type(vm, TYPE_BaseExceptionGroup))) {
        raise_type_error(vm, "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return false;
    }
    return true;
}

/* A class or a tuple of classes; tuples in tuples are refused. */
static bool check_pattern(struct Interpreter *vm, Value pattern, bool group)
{
    if (!is_tuple(vm, pattern))
        return check_class(vm, pattern, group);
    for (size_t i = 0; i < tuple_length(pattern); i++)
        if (!check_class(vm, as_tuple(pattern)->items[i], group))
            return false;
    return true;
}

int machine_match_exception(struct Interpreter *vm, Value exception, Value pattern)
{
    if (value_same(value_from_object(value_type(vm, exception)), pattern))
        return 1;
    return check_pattern(vm, pattern, false) ? exception_matches(vm, exception, pattern) : -1;
}

bool machine_match_group(struct Interpreter *vm, Value group, Value pattern, Value *rest, Value *match)
{
    if (!check_pattern(vm, pattern, true) || !exception_group_split(vm, group, pattern, match, rest))
        return false;
    if (!is_none(*match)) { /* what a bare raise in the handler raises again */
        Value before = vm->handled;
        vm->handled = retain(*match);
        release_maybe(vm, before);
    }
    return true;
}

Value machine_stop_value(struct Interpreter *vm)
{
    if (!error_matches(vm, TYPE_StopIteration))
        return EMPTY;
    Value exception = error_take(vm);
    Value result = retain(exception_field(exception, STOP_ITERATION_VALUE));
    release(vm, exception);
    return result;
}

/* ---- with */

static bool raise_no_manager(struct Interpreter *vm, Value manager, bool asynchronous, bool has_enter)
{
    raise_type_error(vm, "'%.200T' object does not support the %scontext manager protocol%s", manager,
                     asynchronous ? "asynchronous " : "",
                     !has_enter       ? ""
                     : asynchronous   ? " (missed __aexit__ method)"
                                      : " (missed __exit__ method)");
    return false;
}

struct Function *machine_with_enter(struct Interpreter *vm, Value manager, Value *exit)
{
    struct Type *type = value_type(vm, manager);
    struct Function *enter = machine_special(vm, type, NAME(vm, __enter__), 1);
    struct Function *leave = enter == NULL ? NULL : machine_special(vm, type, NAME(vm, __exit__), 4);
    if (leave == NULL)
        return NULL;
    *exit = method_new(vm, value_from_object(leave), manager);
    return enter;
}

bool machine_with(struct Interpreter *vm, Value manager, bool asynchronous, Value pair[2])
{
    Value enter = type_lookup_special(vm, manager, asynchronous ? NAME(vm, __aenter__) : NAME(vm, __enter__));
    if (is_empty(enter))
        return false;
    if (is_absent(enter))
        return raise_no_manager(vm, manager, asynchronous, false);
    Value exit = type_lookup_special(vm, manager, asynchronous ? NAME(vm, __aexit__) : NAME(vm, __exit__));
    if (is_absent(exit))
        raise_no_manager(vm, manager, asynchronous, true);
    if (is_absent(exit) || is_empty(exit)) {
        release(vm, enter);
        return false;
    }
    Value result = object_call_0(vm, enter);
    release(vm, enter);
    if (!is_empty(result) && asynchronous) {
        Value iterator = awaitable_iterator(vm, result, 1);
        release(vm, result);
        result = iterator;
    }
    if (is_empty(result)) {
        release(vm, exit);
        return false;
    }
    pair[0] = exit;
    pair[1] = result;
    return true;
}

Value machine_call_exit(struct Interpreter *vm, Value exit, Value exception)
{
    Value traceback = as_exception(exception)->traceback;
    Value args[3] = {value_from_object(value_type(vm, exception)), exception,
                     is_empty(traceback) ? VALUE_NONE : traceback};
    retain(args[2]);
    Value result = object_call(vm, exit, args, 3, EMPTY);
    release(vm, args[2]);
    return result;
}
