/*
 * Asynchronous generators, and the awaitables that drive them.
 *
 * What the body yields travels wrapped, so that the awaitables can tell it
 * from what an inner await passes up to the event loop.  An awaitable ends
 * with StopIteration(value) where the generator yields, and with
 * StopAsyncIteration where it is over.
 */
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"
#include "vm/machine/machine.h"

/* ---- Wrapped values */

struct WrappedValue {
    struct Object header;
    Value value;
};

Value async_generator_wrap(struct Interpreter *vm, Value v)
{
    struct WrappedValue *wrapped = (struct WrappedValue *)object_allocate(
        vm, builtin_type(vm, TYPE_async_generator_wrapped_value), sizeof *wrapped);
    if (wrapped == NULL) {
        release(vm, v);
        return EMPTY;
    }
    slot_init(vm, wrapped, &wrapped->value, v);
    return value_from_object(wrapped);
}

static void wrapped_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct WrappedValue *)self)->value, context);
}

static Value wrapped_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct WrappedValue *wrapped = (struct WrappedValue *)self;
    return is_empty(wrapped->value) ? VALUE_END : slot_take(vm, self, &wrapped->value);
}

const struct TypeSpec async_generator_wrapped_value_type_spec = {
    .name = "async_generator_wrapped_value",
    .instance_size = sizeof(struct WrappedValue),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = wrapped_traverse, .take = wrapped_take, .kind = OBJECT_CONTAINER},
};

/* ---- Awaitables */

enum AwaitableState { AWAITABLE_FRESH, AWAITABLE_STARTED, AWAITABLE_CLOSED };

struct Awaitable {
    struct Object header;
    Value generator;
    Value argument; /* asend: what is sent; athrow: tuple of throw's arguments; aclose: EMPTY */
    uint8_t state;  /* enum AwaitableState */
};

static struct Awaitable *as_awaitable(Value v) { return (struct Awaitable *)value_object(v); }

static Value awaitable_new(struct Interpreter *vm, enum TypeIndex type, Value generator, Value argument)
{
    struct Awaitable *awaitable =
        (struct Awaitable *)object_allocate(vm, builtin_type(vm, type), sizeof(struct Awaitable));
    if (awaitable == NULL)
        return EMPTY;
    slot_init(vm, awaitable, &awaitable->generator, retain(generator));
    if (!is_empty(argument))
        slot_init(vm, awaitable, &awaitable->argument, retain(argument));
    return value_from_object(awaitable);
}

static void awaitable_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct Awaitable *)self)->generator, context);
    visit(((struct Awaitable *)self)->argument, context);
}

static Value awaitable_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Awaitable *awaitable = (struct Awaitable *)self;
    (void)cursor;
    if (!is_empty(awaitable->generator))
        return slot_take(vm, self, &awaitable->generator);
    return is_empty(awaitable->argument) ? VALUE_END : slot_take(vm, self, &awaitable->argument);
}

/* Awaitables are as easily forgotten as coroutines. */
static void awaitable_finalize(struct Interpreter *vm, struct Object *self)
{
    struct Awaitable *awaitable = (struct Awaitable *)self;
    if (awaitable->state != AWAITABLE_FRESH || is_empty(awaitable->generator))
        return;
    bool sends = self->type == builtin_type(vm, TYPE_async_generator_asend);
    Value saved = error_take(vm);
    if (!warnings_warn(vm, TYPE_RuntimeWarning, 1, "coroutine method '%s' of %R was never awaited",
                       sends ? "asend" : is_empty(awaitable->argument) ? "aclose" : "athrow",
                       as_generator(awaitable->generator)->qualified_name))
        error_write_unraisable(vm, NULL, awaitable->generator);
    if (!is_empty(saved))
        error_restore(vm, saved);
}

static Value return_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* Drops a returned result: an async generator returns nothing but its end. */
static Value end_to_stop(struct Interpreter *vm, Value v)
{
    return is_end(v) ? raise_error(vm, TYPE_StopAsyncIteration, "") : v;
}

static bool is_wrapped(struct Interpreter *vm, Value v)
{
    return object_has_type(vm, v, TYPE_async_generator_wrapped_value);
}

/* Turns what resuming gave into what the awaitable gives: StopIteration(value) pending for a yield. */
static Value unwrap(struct Interpreter *vm, struct Generator *generator, Value v)
{
    if (is_empty(v)) {
        if (error_matches(vm, TYPE_StopAsyncIteration) || error_matches(vm, TYPE_GeneratorExit))
            generator->closed = true;
        generator->async_running = false;
        return EMPTY;
    }
    if (!is_wrapped(vm, v))
        return v;
    raise_stop_iteration(vm, ((struct WrappedValue *)value_object(v))->value);
    release(vm, v);
    generator->async_running = false;
    return EMPTY;
}

static Value resume_send(struct Interpreter *vm, struct Generator *generator, Value sent)
{
    return end_to_stop(vm, generator_send(vm, generator, sent, NULL));
}

static Value resume_throw(struct Interpreter *vm, struct Generator *generator, Value type, Value value, Value traceback)
{
    Value result = VALUE_NONE;
    Value v = generator_throw(vm, generator, type, value, traceback, &result);
    if (is_end(v))
        release(vm, result);
    return end_to_stop(vm, v);
}

/* ---- asend() and __anext__() */

static bool asend_start(struct Interpreter *vm, struct Awaitable *awaitable)
{
    struct Generator *generator = as_generator(awaitable->generator);
    if (awaitable->state == AWAITABLE_CLOSED) {
        raise_error(vm, TYPE_RuntimeError, "cannot reuse already awaited __anext__()/asend()");
        return false;
    }
    if (awaitable->state == AWAITABLE_FRESH) {
        if (generator->async_running) {
            awaitable->state = AWAITABLE_CLOSED;
            raise_error(vm, TYPE_RuntimeError, "anext(): asynchronous generator is already running");
            return false;
        }
        awaitable->state = AWAITABLE_STARTED;
    }
    generator->async_running = true;
    return true;
}

static Value asend_send(struct Interpreter *vm, Value self, Value sent)
{
    struct Awaitable *awaitable = as_awaitable(self);
    bool fresh = awaitable->state == AWAITABLE_FRESH;
    if (!asend_start(vm, awaitable))
        return EMPTY;
    if (fresh && is_none(sent) && !is_empty(awaitable->argument))
        sent = awaitable->argument;
    struct Generator *generator = as_generator(awaitable->generator);
    Value v = unwrap(vm, generator, resume_send(vm, generator, sent));
    if (is_empty(v))
        awaitable->state = AWAITABLE_CLOSED;
    return v;
}

static Value asend_throw(struct Interpreter *vm, Value self, Value type, Value value, Value traceback)
{
    struct Awaitable *awaitable = as_awaitable(self);
    if (!asend_start(vm, awaitable))
        return EMPTY;
    struct Generator *generator = as_generator(awaitable->generator);
    Value v = unwrap(vm, generator, resume_throw(vm, generator, type, value, traceback));
    if (is_empty(v))
        awaitable->state = AWAITABLE_CLOSED;
    return v;
}

/* ---- athrow() and aclose() */

static bool is_aclose(const struct Awaitable *awaitable) { return is_empty(awaitable->argument); }

/* The resumption raised: the end of the generator is what aclose() is for. */
static Value athrow_failed(struct Interpreter *vm, struct Awaitable *awaitable)
{
    as_generator(awaitable->generator)->async_running = false;
    awaitable->state = AWAITABLE_CLOSED;
    if (is_aclose(awaitable) &&
        (error_matches(vm, TYPE_StopAsyncIteration) || error_matches(vm, TYPE_GeneratorExit))) {
        error_clear(vm);
        raise_stop_iteration(vm, VALUE_NONE);
    }
    return EMPTY;
}

static Value athrow_result(struct Interpreter *vm, struct Awaitable *awaitable, Value v)
{
    struct Generator *generator = as_generator(awaitable->generator);
    if (is_aclose(awaitable) && !is_empty(v) && is_wrapped(vm, v)) {
        release(vm, v);
        generator->async_running = false;
        awaitable->state = AWAITABLE_CLOSED;
        return raise_error(vm, TYPE_RuntimeError, "async generator ignored GeneratorExit");
    }
    if (!is_aclose(awaitable))
        v = unwrap(vm, generator, v);
    return is_empty(v) ? athrow_failed(vm, awaitable) : v;
}

static bool athrow_start(struct Interpreter *vm, struct Awaitable *awaitable)
{
    struct Generator *generator = as_generator(awaitable->generator);
    if (generator->async_running) {
        raise_error(vm, TYPE_RuntimeError, "%s(): asynchronous generator is already running",
                    is_aclose(awaitable) ? "aclose" : "athrow");
        return false;
    }
    if (generator->closed) {
        raise_error(vm, TYPE_StopAsyncIteration, "");
        return false;
    }
    return true;
}

static Value athrow_send(struct Interpreter *vm, Value self, Value sent)
{
    struct Awaitable *awaitable = as_awaitable(self);
    struct Generator *generator = as_generator(awaitable->generator);
    if (awaitable->state == AWAITABLE_CLOSED)
        return raise_error(vm, TYPE_RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    if (generator->state == GENERATOR_FINISHED) {
        awaitable->state = AWAITABLE_CLOSED;
        return raise_stop_iteration(vm, VALUE_NONE);
    }
    if (awaitable->state == AWAITABLE_STARTED)
        return athrow_result(vm, awaitable, resume_send(vm, generator, sent));
    if (!athrow_start(vm, awaitable)) {
        awaitable->state = AWAITABLE_CLOSED;
        return EMPTY;
    }
    if (!is_none(sent))
        return raise_error(vm, TYPE_RuntimeError, "can't send non-None value to a just-started coroutine");
    awaitable->state = AWAITABLE_STARTED;
    generator->async_running = true;
    if (is_aclose(awaitable)) {
        generator->closed = true;
        Value exit = value_from_object(builtin_type(vm, TYPE_GeneratorExit));
        return athrow_result(vm, awaitable, resume_throw(vm, generator, exit, VALUE_ABSENT, VALUE_ABSENT));
    }
    struct Tuple *args = as_tuple(awaitable->argument);
    Value v = resume_throw(vm, generator, args->items[0], args->length > 1 ? args->items[1] : VALUE_ABSENT,
                           args->length > 2 ? args->items[2] : VALUE_ABSENT);
    return athrow_result(vm, awaitable, v);
}

static Value athrow_throw(struct Interpreter *vm, Value self, Value type, Value value, Value traceback)
{
    struct Awaitable *awaitable = as_awaitable(self);
    if (awaitable->state == AWAITABLE_CLOSED)
        return raise_error(vm, TYPE_RuntimeError, "cannot reuse already awaited aclose()/athrow()");
    if (awaitable->state == AWAITABLE_FRESH) {
        if (!athrow_start(vm, awaitable)) {
            awaitable->state = AWAITABLE_CLOSED;
            return EMPTY;
        }
        awaitable->state = AWAITABLE_STARTED;
        as_generator(awaitable->generator)->async_running = true;
    }
    return athrow_result(vm, awaitable,
                         resume_throw(vm, as_generator(awaitable->generator), type, value, traceback));
}

/* ---- Their methods */

static Value awaitable_send(struct Interpreter *vm, Value self, Value sent)
{
    return object_has_type(vm, self, TYPE_async_generator_asend) ? asend_send(vm, self, sent)
                                                                 : athrow_send(vm, self, sent);
}

static Value awaitable_throw(struct Interpreter *vm, Value self, Value type, Value value, Value traceback)
{
    return object_has_type(vm, self, TYPE_async_generator_asend) ? asend_throw(vm, self, type, value, traceback)
                                                                 : athrow_throw(vm, self, type, value, traceback);
}

static Value awaitable_next(struct Interpreter *vm, Value self)
{
    Value v = awaitable_send(vm, self, VALUE_NONE);
    if (!is_empty(v))
        return v;
    Value result = machine_stop_value(vm);
    if (is_empty(result))
        return EMPTY;
    vm->iteration_result = is_none(result) ? EMPTY : result;
    return VALUE_END;
}

static Value method_send(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return awaitable_send(vm, args[0], args[1]);
}

static Value method_throw(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!generator_check_throw(vm, "throw", count))
        return EMPTY;
    return awaitable_throw(vm, args[0], args[1], count > 2 ? args[2] : VALUE_ABSENT, count > 3 ? args[3] : VALUE_ABSENT);
}

static Value method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (as_awaitable(args[0])->state == AWAITABLE_CLOSED)
        return VALUE_NONE;
    Value exit = value_from_object(builtin_type(vm, TYPE_GeneratorExit));
    Value v = awaitable_throw(vm, args[0], exit, VALUE_ABSENT, VALUE_ABSENT);
    if (!is_empty(v)) {
        release(vm, v);
        return raise_error(vm, TYPE_RuntimeError, "coroutine ignored GeneratorExit");
    }
    if (!error_matches(vm, TYPE_StopIteration) && !error_matches(vm, TYPE_StopAsyncIteration) &&
        !error_matches(vm, TYPE_GeneratorExit))
        return EMPTY;
    error_clear(vm);
    return VALUE_NONE;
}

static const struct NativeMethod awaitable_methods[] = {
    METHOD("send", method_send, 1, 1, "value, /", NULL),
    METHOD("throw", method_throw, 1, 3, NULL, NULL),
    METHOD("close", method_close, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec async_generator_asend_type_spec = {
    .name = "async_generator_asend",
    .instance_size = sizeof(struct Awaitable),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = awaitable_traverse, .take = awaitable_take, .finalize = awaitable_finalize,
               .kind = OBJECT_CONTAINER},
    .operations = {.await = return_self, .iterate = return_self, .next = awaitable_next},
    .methods = awaitable_methods,
};

const struct TypeSpec async_generator_athrow_type_spec = {
    .name = "async_generator_athrow",
    .instance_size = sizeof(struct Awaitable),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = awaitable_traverse, .take = awaitable_take, .finalize = awaitable_finalize,
               .kind = OBJECT_CONTAINER},
    .operations = {.await = return_self, .iterate = return_self, .next = awaitable_next},
    .methods = awaitable_methods,
};

/* ---- coroutine.__await__(): an iterator that is not a coroutine */

Value coroutine_await(struct Interpreter *vm, Value self)
{
    return awaitable_new(vm, TYPE_coroutine_wrapper, self, EMPTY);
}

static Value wrapper_next(struct Interpreter *vm, Value self)
{
    Value result = VALUE_NONE;
    Value v = generator_send(vm, as_generator(as_awaitable(self)->generator), VALUE_NONE, &result);
    if (is_end(v) && !is_none(result))
        vm->iteration_result = result;
    return v;
}

static Value wrapper_send(struct Interpreter *vm, const Value *args, size_t count)
{
    Value forwarded[2] = {as_awaitable(args[0])->generator, args[1]};
    return generator_method_send(vm, forwarded, count);
}

static Value wrapper_throw(struct Interpreter *vm, const Value *args, size_t count)
{
    Value forwarded[4] = {as_awaitable(args[0])->generator};
    memcpy(forwarded + 1, args + 1, (count - 1) * sizeof *args);
    return generator_method_throw(vm, forwarded, count);
}

static Value wrapper_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return generator_close(vm, as_generator(as_awaitable(args[0])->generator));
}

static const struct NativeMethod wrapper_methods[] = {
    METHOD("send", wrapper_send, 1, 1, "value, /", NULL),
    METHOD("throw", wrapper_throw, 1, 3, NULL, NULL),
    METHOD("close", wrapper_close, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec coroutine_wrapper_type_spec = {
    .name = "coroutine_wrapper",
    .documentation = "A wrapper object implementing __await__ for coroutines.",
    .instance_size = sizeof(struct Awaitable),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = awaitable_traverse, .take = awaitable_take, .kind = OBJECT_CONTAINER},
    .operations = {.iterate = return_self, .next = wrapper_next},
    .methods = wrapper_methods,
};

/* ---- The generator */

/* Tells the hook of the event loop when it is first used; the finalizer is remembered for its end. */
static bool tell_hooks(struct Interpreter *vm, Value self)
{
    struct Generator *generator = as_generator(self);
    if (generator->hooked)
        return true;
    generator->hooked = true;
    if (!is_empty(vm->asyncgen_finalizer))
        slot_set(vm, generator, &generator->origin, retain(vm->asyncgen_finalizer));
    if (is_empty(vm->asyncgen_first_iteration))
        return true;
    Value hook = retain(vm->asyncgen_first_iteration);
    Value result = object_call_1(vm, hook, self);
    release(vm, hook);
    release_maybe(vm, result);
    return !is_empty(result);
}

static Value generator_anext(struct Interpreter *vm, Value self)
{
    if (!tell_hooks(vm, self))
        return EMPTY;
    return awaitable_new(vm, TYPE_async_generator_asend, self, EMPTY);
}

static Value method_asend(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!tell_hooks(vm, args[0]))
        return EMPTY;
    return awaitable_new(vm, TYPE_async_generator_asend, args[0], args[1]);
}

static Value method_athrow(struct Interpreter *vm, const Value *args, size_t count)
{
    Value tuple = generator_check_throw(vm, "athrow", count) && tell_hooks(vm, args[0]) ? tuple_new(vm, args + 1, count - 1) : EMPTY;
    if (is_empty(tuple))
        return EMPTY;
    Value awaitable = awaitable_new(vm, TYPE_async_generator_athrow, args[0], tuple);
    release(vm, tuple);
    return awaitable;
}

static Value method_aclose(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!tell_hooks(vm, args[0]))
        return EMPTY;
    return awaitable_new(vm, TYPE_async_generator_athrow, args[0], EMPTY);
}

static Value get_async_running(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_generator(self)->async_running);
}

static const struct NativeMethod async_generator_methods[] = {
    METHOD("asend", method_asend, 1, 1, "value, /", "asend(v) -> send 'v' in generator."),
    METHOD("athrow", method_athrow, 1, 3, NULL, 
           "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is "
           "deprecated, \nand may be removed in a future version of Python."),
    METHOD("aclose", method_aclose, 0, 0, "", "aclose() -> raise GeneratorExit inside generator."),
    METHODS_END,
};

static const struct NativeAttribute async_generator_attributes[] = {
    {"__name__", generator_get_name, generator_set_name, "name of the async generator"},
    {"__qualname__", generator_get_qualified_name, generator_set_qualified_name,
     "qualified name of the async generator"},
    {"ag_frame", generator_get_frame, NULL, NULL},
    {"ag_suspended", generator_get_suspended, NULL, NULL},
    {"ag_code", generator_get_code, NULL, NULL},
    {"ag_await", generator_get_delegate, NULL, "object being awaited on, or None"},
    MEMBERS_FOLLOW,
    {"ag_running", get_async_running, NULL, NULL},
    ATTRIBUTES_END,
};

/* The event loop's finalizer closes it properly; without one it is closed like a generator. */
static void async_generator_finalize(struct Interpreter *vm, struct Object *self)
{
    struct Generator *generator = (struct Generator *)self;
    if (is_empty(generator->origin) || generator->closed || generator->state == GENERATOR_FINISHED ||
        generator->frame.code == NULL) {
        generator_finalize(vm, self);
        return;
    }
    Value saved = error_take(vm), finalizer = retain(generator->origin);
    Value result = object_call_1(vm, finalizer, value_from_object(self));
    if (is_empty(result))
        error_write_unraisable(vm, NULL, finalizer);
    else
        release(vm, result);
    release(vm, finalizer);
    if (!is_empty(saved))
        error_restore(vm, saved);
}

const struct TypeSpec async_generator_type_spec = {
    .name = "async_generator",
    .instance_size = sizeof(struct Generator),
    .flags = TYPE_WEAKLY_REFERENCEABLE | TYPE_NO_INSTANCES,
    .memory = {.traverse = generator_traverse, .take = generator_take, .clear = generator_clear,
               .finalize = async_generator_finalize, .kind = OBJECT_CONTAINER},
    .operations = {.repr = generator_repr, .async_iterate = return_self, .async_next = generator_anext},
    .methods = async_generator_methods,
    .attributes = async_generator_attributes,
};
