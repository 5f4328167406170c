/*
 * Generators: a frame inside an object.
 *
 * Behind struct Frame lie the operand stack and the locals.  While it runs,
 * the frame is linked into the chain of frames like any other; its callees
 * lie on the call stack, at the top that the resuming frame had.
 *
 * Invariant: slots of a finished generator are UNBOUND and its operand stack
 * is empty, so whoever walks it need not ask for its state.
 */
#include "gc/collector.h"
#include "vm/machine/generator.h"

#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"
#include "vm/machine/machine.h"

static enum TypeIndex type_for(const struct Code *code)
{
    return code->flags & CODE_ASYNC_GENERATOR ? TYPE_async_generator
           : code->flags & CODE_COROUTINE     ? TYPE_coroutine
                                              : TYPE_generator;
}

/* What the wording of errors calls it. */
static const char *kind_of(const struct Generator *generator)
{
    uint32_t flags = as_code(generator->code)->flags;
    return flags & CODE_ASYNC_GENERATOR ? "async generator" : flags & CODE_COROUTINE ? "coroutine" : "generator";
}

Value generator_from_frame(struct Interpreter *vm, struct Frame *frame)
{
    struct Code *code = frame->code;
    struct Function *function = frame->function;
    size_t size = sizeof(struct Generator) + (code->stack_size + STACK_SLACK + (size_t)code->local_count) * sizeof(Value);
    struct Generator *generator =
        (struct Generator *)object_allocate(vm, builtin_type(vm, type_for(code)), size);
    if (generator == NULL)
        return EMPTY;
    slot_init(vm, generator, &generator->name, retain(function_name(function)));
    slot_init(vm, generator, &generator->qualified_name, retain(function_qualified_name(function)));
    slot_init(vm, generator, &generator->function, value_from_object(object_retain(function)));
    slot_init(vm, generator, &generator->code, value_from_object(object_retain(code)));
    struct Frame *own = &generator->frame;
    own->code = code;
    own->function = function;
    own->locals = frame_stack(own) + code->stack_size + STACK_SLACK;
    own->sp = frame_stack(own);
    own->ip = frame->ip;
    own->flags = FRAME_GENERATOR | (frame->flags & FRAME_KEPT);
    own->namespace = frame->namespace;
    if (frame->flags & FRAME_HAS_OBJECT) {
        own->object = frame->object;
        own->object->frame = own;
    }
    memcpy(own->locals, frame->locals, code->local_count * sizeof(Value));
    uint32_t flags = frame->flags;
    vm->frame = frame->previous;
    if (UNLIKELY(vm->coroutine_origin_depth > 0) && (code->flags & CODE_COROUTINE))
        coroutine_set_origin(vm, generator);
    if (flags & FRAME_OWNS_CHUNK)
        call_stack_drop_chunk(vm);
    if (flags & FRAME_HOLDS_FUNCTION)
        object_release(vm, function);
    return value_from_object(generator);
}

void generator_link(struct Interpreter *vm, struct Generator *generator, uint32_t flags)
{
    struct Frame *frame = &generator->frame, *previous = vm->frame;
    frame->previous = previous;
    frame->depth = previous != NULL ? previous->depth + 1 : 1;
    frame->top = call_stack_top(vm);
    frame->flags = FRAME_GENERATOR | (frame->flags & FRAME_KEPT) | flags;
    generator->state = GENERATOR_RUNNING;
    generator->awaited = true;
    generator->inherited = vm->handled;
    generator->handling = !is_empty(generator->handled);
    if (generator->handling) {
        vm->handled = generator->handled;
        generator->handled = EMPTY;
    } else if (!is_empty(vm->handled))
        retain(vm->handled);
    vm->frame = frame;
}

/* Takes the frame out of the chain; the exception it handles stays with it. */
void generator_unlink(struct Interpreter *vm, struct Generator *generator)
{
    Value handled = vm->handled;
    vm->handled = generator->inherited;
    generator->inherited = EMPTY;
    generator->state = GENERATOR_SUSPENDED;
    vm->frame = generator->frame.previous;
    if (generator->handling)
        generator->handled = handled;
    else
        release_maybe(vm, handled);
}

void generator_finish(struct Interpreter *vm, struct Generator *generator)
{
    struct Frame *frame = &generator->frame;
    bool linked = generator->state == GENERATOR_RUNNING;
    generator->state = GENERATOR_FINISHED;
    if (linked) {
        Value handled = vm->handled;
        vm->handled = generator->inherited;
        generator->inherited = EMPTY;
        release_maybe(vm, handled);
    }
    if (!linked)
        frame->previous = NULL; /* whoever resumed it last may be gone */
    slot_clear(vm, generator, &generator->handled);
    frame_cut_stack(vm, frame, 0);
    if (frame->flags & FRAME_HAS_OBJECT)
        frame_object_detach(vm, frame);
    for (uint32_t i = 0; i < frame->code->local_count; i++) {
        Value v = frame->locals[i];
        frame->locals[i] = VALUE_UNBOUND;
        release(vm, v);
    }
    if (frame->flags & FRAME_HAS_NAMESPACE) { /* of eval() of code with a top-level await */
        frame->flags &= ~(uint32_t)FRAME_HAS_NAMESPACE;
        release(vm, frame->namespace);
    }
    if (linked)
        vm->frame = frame->previous;
    slot_clear(vm, generator, &generator->function);
}

/* Runs a linked frame from C. */
static Value run_linked(struct Interpreter *vm, struct Generator *generator, bool pending_error, Value *result)
{
    object_retain(generator); /* what it runs may drop the last reference to it */
    Value v = machine_run(vm, &generator->frame, pending_error);
    object_release(vm, generator);
    if (is_end(v)) {
        Value returned = iterator_result(vm);
        if (result != NULL)
            *result = returned;
        else
            release(vm, returned);
    }
    return v;
}

static bool check_can_run(struct Interpreter *vm, struct Generator *generator)
{
    if (generator->state == GENERATOR_RUNNING) {
        raise_value_error(vm, "%s already executing", kind_of(generator));
        return false;
    }
    if (vm->frame != NULL && vm->frame->depth >= vm->recursion_limit) {
        raise_error(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    return vm_enter_recursion(vm, "");
}

static bool is_coroutine(const struct Generator *generator)
{
    return (as_code(generator->code)->flags & CODE_COROUTINE) != 0;
}

Value generator_send(struct Interpreter *vm, struct Generator *generator, Value sent, Value *result)
{
    if (generator->state == GENERATOR_FINISHED) {
        if (is_coroutine(generator))
            return raise_error(vm, TYPE_RuntimeError, "cannot reuse already awaited coroutine");
        if (result != NULL)
            *result = VALUE_NONE;
        return VALUE_END;
    }
    if (generator->state == GENERATOR_CREATED && !is_none(sent))
        return raise_type_error(vm, "can't send non-None value to a just-started %s", kind_of(generator));
    if (!check_can_run(vm, generator))
        return EMPTY;
    *generator->frame.sp++ = retain(sent);
    generator_link(vm, generator, FRAME_ENTRY);
    Value v = run_linked(vm, generator, false, result);
    vm_leave_recursion(vm);
    return v;
}

Value generator_throw_pending(struct Interpreter *vm, struct Generator *generator, Value *result)
{
    if (generator->state == GENERATOR_FINISHED) {
        if (is_coroutine(generator)) {
            error_clear(vm);
            raise_error(vm, TYPE_RuntimeError, "cannot reuse already awaited coroutine");
        }
        return EMPTY;
    }
    Value pending = error_take(vm);
    if (!check_can_run(vm, generator)) {
        release(vm, pending);
        return EMPTY;
    }
    error_restore(vm, pending);
    generator->unstarted = generator->state == GENERATOR_CREATED;
    /* The handler of a yield expects the stack as it is with a sent Value on it. */
    *generator->frame.sp++ = VALUE_NONE;
    generator_link(vm, generator, FRAME_ENTRY);
    *generator->frame.sp++ = VALUE_NONE; /* in the place of what YIELD took: handlers count on it */
    Value context = vm->handled;
    if (generator->handling && !value_same(context, pending))
        exception_set_context(vm, pending, context);
    Value v = run_linked(vm, generator, true, result);
    vm_leave_recursion(vm);
    return v;
}

Value generator_delegate(struct Interpreter *vm, struct Generator *generator)
{
    (void)vm;
    struct Frame *frame = &generator->frame;
    if (generator->state != GENERATOR_SUSPENDED || instruction_opcode(*frame->ip) != OP_RESUME ||
        (instruction_argument(*frame->ip) & 3) < 2)
        return VALUE_ABSENT;
    return frame->sp[-1];
}

/* ---- close */

/* While what it delegates to is closed or thrown at, it stands on the stack as running. */
static void begin_delegating(struct Interpreter *vm, struct Generator *generator)
{
    struct Frame *frame = &generator->frame, *previous = vm->frame;
    generator->state = GENERATOR_RUNNING;
    frame->previous = previous;
    frame->depth = previous != NULL ? previous->depth + 1 : 1;
    frame->top = call_stack_top(vm);
    vm->frame = frame;
}

static void end_delegating(struct Interpreter *vm, struct Generator *generator)
{
    generator->state = GENERATOR_SUSPENDED;
    vm->frame = generator->frame.previous;
}

/* Closes what it delegates to; false: raised. */
static bool close_delegate(struct Interpreter *vm, struct Generator *generator, Value delegate)
{
    Value v;
    begin_delegating(vm, generator);
    if (is_plain_generator(vm, delegate))
        v = generator_close(vm, as_generator(delegate));
    else {
        Value method = object_lookup_attribute(vm, delegate, NAME(vm, close));
        if (is_absent(method))
            v = VALUE_NONE;
        else {
            v = is_empty(method) ? EMPTY : object_call_0(vm, method);
            release_maybe(vm, method);
        }
    }
    end_delegating(vm, generator);
    release_maybe(vm, v);
    return !is_empty(v);
}

/* Nothing in the body could catch GeneratorExit where it is suspended. */
static bool nothing_to_run(struct Generator *generator)
{
    return generator->state == GENERATOR_CREATED ||
           code_handler(generator->frame.code, frame_word(&generator->frame)) == NULL;
}

/* Without arguments, not even an empty message. */
static void raise_generator_exit(struct Interpreter *vm)
{
    Value exit = exception_new(vm, builtin_type(vm, TYPE_GeneratorExit), NULL, 0);
    if (!is_empty(exit))
        raise_value(vm, exit);
}

Value generator_close(struct Interpreter *vm, struct Generator *generator)
{
    if (generator->state == GENERATOR_FINISHED)
        return VALUE_NONE;
    if (generator->state == GENERATOR_RUNNING)
        return raise_value_error(vm, "%s already executing", kind_of(generator));
    bool delegate_closed = true;
    Value delegate = generator_delegate(vm, generator);
    if (!is_absent(delegate)) {
        retain(delegate);
        delegate_closed = close_delegate(vm, generator, delegate);
        release(vm, delegate);
    } else if (nothing_to_run(generator)) {
        object_retain(generator);
        generator_finish(vm, generator);
        object_release(vm, generator);
        return VALUE_NONE;
    }
    if (delegate_closed)
        raise_generator_exit(vm);
    Value returned = VALUE_NONE;
    Value v = generator_throw_pending(vm, generator, &returned);
    if (is_end(v))
        return returned;
    if (!is_empty(v)) {
        release(vm, v);
        return raise_error(vm, TYPE_RuntimeError, "%s ignored GeneratorExit", kind_of(generator));
    }
    if (!error_matches(vm, TYPE_GeneratorExit) && !error_matches(vm, TYPE_StopIteration))
        return EMPTY;
    error_clear(vm);
    return VALUE_NONE;
}

/* ---- throw */

bool generator_raise_arguments(struct Interpreter *vm, Value type, Value value, Value traceback)
{
    if (!is_absent(traceback) && !is_none(traceback) && !object_has_type(vm, traceback, TYPE_traceback)) {
        raise_type_error(vm, "throw() third argument must be a traceback object");
        return false;
    }
    Value exception = EMPTY;
    if (is_exception_instance(vm, type)) {
        if (!is_absent(value) && !is_none(value))
            raise_type_error(vm, "instance exception may not have a separate value");
        else
            exception = retain(type);
    } else if (is_exception_class(vm, type)) {
        if (!is_absent(value) && is_exception_instance(vm, value) &&
            exception_matches(vm, value, type) == 1)
            exception = retain(value);
        else if (is_absent(value) || is_none(value))
            exception = object_call_0(vm, type);
        else if (is_tuple(vm, value))
            exception = object_call_tuple(vm, type, value, EMPTY);
        else
            exception = object_call_1(vm, type, value);
        if (!is_empty(exception) && !is_exception_instance(vm, exception)) {
            raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %T", type,
                             exception);
            release(vm, exception);
            exception = EMPTY;
        }
        if (is_empty(exception))
            return true; /* what went wrong when it was made is thrown instead */
    } else
        raise_type_error(vm, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    if (is_empty(exception))
        return false;
    if (object_has_type(vm, traceback, TYPE_traceback))
        exception_set_traceback(vm, exception, retain(traceback));
    error_restore(vm, exception);
    return true;
}

/* throw() of what it delegates to. ABSENT: it has none. Otherwise as generator_throw. */
static Value throw_to_delegate(struct Interpreter *vm, struct Generator *generator, Value delegate, Value type,
                               Value value, Value traceback, Value *result)
{
    Value v;
    if (is_plain_generator(vm, delegate)) {
        begin_delegating(vm, generator);
        v = generator_throw(vm, as_generator(delegate), type, value, traceback, result);
        end_delegating(vm, generator);
        return v;
    }
    Value method = object_lookup_attribute(vm, delegate, NAME(vm, throw));
    if (is_empty(method) || is_absent(method))
        return method;
    Value args[3] = {type, value, traceback};
    begin_delegating(vm, generator);
    v = object_call(vm, method, args, is_absent(value) ? 1 : is_absent(traceback) ? 2 : 3, EMPTY);
    end_delegating(vm, generator);
    release(vm, method);
    return v;
}

static bool is_generator_exit(struct Interpreter *vm, Value type)
{
    return (is_exception_class(vm, type) || is_exception_instance(vm, type)) &&
           exception_matches(vm, type, value_from_object(builtin_type(vm, TYPE_GeneratorExit))) == 1;
}

Value generator_throw(struct Interpreter *vm, struct Generator *generator, Value type, Value value, Value traceback,
                      Value *result)
{
    if (generator->state == GENERATOR_RUNNING)
        return raise_value_error(vm, "%s already executing", kind_of(generator));
    Value delegate = generator_delegate(vm, generator);
    if (is_absent(delegate))
        return generator_raise_arguments(vm, type, value, traceback)
                   ? generator_throw_pending(vm, generator, result)
                   : EMPTY;
    retain(delegate);
    Value v = VALUE_ABSENT;
    if (is_generator_exit(vm, type)) {
        if (!close_delegate(vm, generator, delegate))
            v = EMPTY;
    } else
        v = throw_to_delegate(vm, generator, delegate, type, value, traceback, result);
    release(vm, delegate);
    if (is_end(v)) { /* CLEANUP_THROW takes the value out again */
        Value returned = *result;
        *result = VALUE_NONE;
        raise_stop_iteration(vm, returned);
        release(vm, returned);
        v = EMPTY;
    }
    if (is_absent(v) && !generator_raise_arguments(vm, type, value, traceback))
        return EMPTY;
    return is_absent(v) || is_empty(v) ? generator_throw_pending(vm, generator, result) : v;
}

/* ---- Methods and attributes, shared with coroutines */

static Value stop_or_value(struct Interpreter *vm, Value v, Value result)
{
    if (!is_end(v))
        return v;
    raise_stop_iteration(vm, result);
    release(vm, result);
    return EMPTY;
}

Value generator_method_send(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value result = VALUE_NONE;
    Value v = generator_send(vm, as_generator(args[0]), args[1], &result);
    return stop_or_value(vm, v, result);
}

bool generator_check_throw(struct Interpreter *vm, const char *method, size_t count)
{
    return count <= 2 ||
           warnings_warn(vm, TYPE_DeprecationWarning, 1,
                         "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.",
                         method);
}

Value generator_method_throw(struct Interpreter *vm, const Value *args, size_t count)
{
    Value result = VALUE_NONE;
    if (!generator_check_throw(vm, "throw", count))
        return EMPTY;
    Value v = generator_throw(vm, as_generator(args[0]), args[1], count > 2 ? args[2] : VALUE_ABSENT,
                              count > 3 ? args[3] : VALUE_ABSENT, &result);
    return stop_or_value(vm, v, result);
}

Value generator_method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return generator_close(vm, as_generator(args[0]));
}

static Value generator_next(struct Interpreter *vm, Value self)
{
    struct Generator *generator = as_generator(self);
    if (generator->state == GENERATOR_FINISHED)
        return VALUE_END;
    Value result = VALUE_NONE;
    Value v = generator_send(vm, generator, VALUE_NONE, &result);
    if (is_end(v) && !is_none(result))
        vm->iteration_result = result;
    return v;
}

static Value generator_iterate(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

Value generator_repr(struct Interpreter *vm, Value self)
{
    struct Generator *generator = as_generator(self);
    const char *kind = as_code(generator->code)->flags & CODE_ASYNC_GENERATOR ? "async_generator" : kind_of(generator);
    return string_from_format(vm, "<%s object %V at 0x%lx>", kind, generator->qualified_name,
                              (unsigned long)(uintptr_t)generator);
}

Value generator_get_frame(struct Interpreter *vm, Value self)
{
    struct Generator *generator = as_generator(self);
    return generator->state == GENERATOR_FINISHED ? VALUE_NONE : frame_object(vm, &generator->frame);
}

Value generator_get_running(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_generator(self)->state == GENERATOR_RUNNING);
}

Value generator_get_suspended(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_generator(self)->state == GENERATOR_SUSPENDED);
}

Value generator_get_code(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_generator(self)->code);
}

Value generator_get_delegate(struct Interpreter *vm, Value self)
{
    Value delegate = generator_delegate(vm, as_generator(self));
    return is_absent(delegate) ? VALUE_NONE : retain(delegate);
}

Value generator_get_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_generator(self)->name);
}

Value generator_get_qualified_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_generator(self)->qualified_name);
}

static bool set_string(struct Interpreter *vm, Value self, Value *slot, Value value, const char *name)
{
    if (is_empty(value) || !is_string(vm, value)) {
        raise_type_error(vm, "%s must be set to a string object", name);
        return false;
    }
    slot_set(vm, value_object(self), slot, retain(value));
    return true;
}

bool generator_set_name(struct Interpreter *vm, Value self, Value value)
{
    return set_string(vm, self, &as_generator(self)->name, value, "__name__");
}

bool generator_set_qualified_name(struct Interpreter *vm, Value self, Value value)
{
    return set_string(vm, self, &as_generator(self)->qualified_name, value, "__qualname__");
}

/* ---- Memory */

void generator_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Generator *generator = (struct Generator *)self;
    visit(generator->name, context);
    visit(generator->qualified_name, context);
    visit(generator->function, context);
    visit(generator->code, context);
    visit(generator->handled, context);
    visit(generator->inherited, context);
    visit(generator->origin, context);
    if (generator->frame.code != NULL)
        frame_visit(&generator->frame, visit, context);
}

/* Locals in order, then the operand stack: as a frame that is left without having returned. */
Value generator_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Generator *generator = (struct Generator *)self;
    struct Frame *frame = &generator->frame;
    if (frame->code != NULL) {
        if (*cursor == 0 && (frame->flags & FRAME_HAS_OBJECT))
            frame_object_detach(vm, frame);
        for (; *cursor < frame->code->local_count; ++*cursor) {
            Value v = frame->locals[*cursor];
            frame->locals[*cursor] = VALUE_UNBOUND;
            if (is_object(v))
                return v;
        }
        while (frame->sp > frame_stack(frame)) {
            Value v = *--frame->sp;
            if (is_object(v))
                return v;
        }
        if (frame->flags & FRAME_HAS_NAMESPACE) {
            frame->flags &= ~(uint32_t)FRAME_HAS_NAMESPACE;
            return frame->namespace;
        }
        generator->state = GENERATOR_FINISHED;
        frame->code = NULL;
    }
    Value *rest[] = {&generator->handled, &generator->inherited, &generator->origin,        &generator->function,
                     &generator->code,    &generator->name,      &generator->qualified_name};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (!is_empty(*rest[i]))
            return slot_take(vm, self, rest[i]);
    return VALUE_END;
}

/* Cyclic garbage: the finalizer has closed it, so all that is left is what the names hold. */
void generator_clear(struct Interpreter *vm, struct Object *self)
{
    struct Generator *generator = (struct Generator *)self;
    if (generator->state < GENERATOR_RUNNING && generator->frame.code != NULL)
        generator_finish(vm, generator);
}

/* A suspended generator that is dropped runs its finally clauses. */
void generator_finalize(struct Interpreter *vm, struct Object *self)
{
    struct Generator *generator = (struct Generator *)self;
    if (generator->state != GENERATOR_SUSPENDED || generator->frame.code == NULL)
        return;
    if (nothing_to_run(generator) && is_absent(generator_delegate(vm, generator))) {
        /* As CPython's: a cycle through its locals is over before the collector counts what it found. */
        if (collector_is_collecting(vm) && (char *)__builtin_frame_address(0) > vm->c_stack_limit) {
            Value function = retain(generator->function); /* CPython's frame keeps it, and so it is counted */
            generator_finish(vm, generator);
            slot_set(vm, generator, &generator->function, function);
        }
        return;
    }
    Value saved = error_take(vm);
    Value v = generator_close(vm, generator);
    if (is_empty(v))
        error_write_unraisable(vm, NULL, value_from_object(self));
    else
        release(vm, v);
    if (!is_empty(saved))
        error_restore(vm, saved);
}

static const struct NativeMethod generator_methods[] = {
    METHOD("send", generator_method_send, 1, 1, "value, /",
           "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration."),
    METHOD("throw", generator_method_throw, 1, 3, NULL,
           "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\n"
           "StopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of "
           "Python."),
    METHOD("close", generator_method_close, 0, 0, "", "close() -> raise GeneratorExit inside generator."),
    METHODS_END,
};

static const struct NativeAttribute generator_attributes[] = {
    {"__name__", generator_get_name, generator_set_name, "name of the generator"},
    {"__qualname__", generator_get_qualified_name, generator_set_qualified_name,
     "qualified name of the generator"},
    {"gi_frame", generator_get_frame, NULL, NULL},
    {"gi_running", generator_get_running, NULL, NULL},
    {"gi_suspended", generator_get_suspended, NULL, NULL},
    {"gi_code", generator_get_code, NULL, NULL},
    {"gi_yieldfrom", generator_get_delegate, NULL, "object being iterated by yield from, or None"},
    ATTRIBUTES_END,
};

const struct TypeSpec generator_type_spec = {
    .name = "generator",
    .instance_size = sizeof(struct Generator),
    .flags = TYPE_WEAKLY_REFERENCEABLE | TYPE_NO_INSTANCES,
    .memory = {.traverse = generator_traverse, .take = generator_take, .clear = generator_clear,
               .finalize = generator_finalize, .kind = OBJECT_CONTAINER},
    .operations = {.repr = generator_repr, .iterate = generator_iterate, .next = generator_next},
    .methods = generator_methods,
    .attributes = generator_attributes,
};
