/*
 * Coroutines and what `await` accepts.
 */
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/file.h"
#include "runtime/object.h"
#include "runtime/module.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"
#include "vm/machine/machine.h"

Value awaitable_iterator(struct Interpreter *vm, Value v, uint32_t flag)
{
    if (object_has_type(vm, v, TYPE_coroutine)) {
        if (!is_absent(generator_delegate(vm, as_generator(v))))
            return raise_error(vm, TYPE_RuntimeError, "coroutine is being awaited already");
        return retain(v);
    }
    if (object_has_type(vm, v, TYPE_generator) && (as_code(as_generator(v)->code)->flags & CODE_ITERABLE_COROUTINE))
        return retain(v);
    struct Type *type = value_type(vm, v);
    if (type->operations.await == NULL) {
        if (flag == 0)
            return raise_type_error(vm, "object %.100T can't be used in 'await' expression", v);
        return raise_type_error(vm, "'async with' received an object from %s that does not implement __await__: %.100T",
                                flag == 1 ? "__aenter__" : "__aexit__", v);
    }
    Value iterator = type->operations.await(vm, v);
    if (is_empty(iterator))
        return EMPTY;
    if (object_has_type(vm, iterator, TYPE_coroutine))
        raise_type_error(vm, "__await__() returned a coroutine");
    else if (value_is_iterator(vm, iterator))
        return iterator;
    else
        raise_type_error(vm, "__await__() returned non-iterator of type '%.100T'", iterator);
    release(vm, iterator);
    return EMPTY;
}

Value machine_async_iterator(struct Interpreter *vm, Value v)
{
    struct Type *type = value_type(vm, v);
    if (type->operations.async_iterate == NULL)
        return raise_type_error(vm, "'async for' requires an object with __aiter__ method, got %.100T", v);
    Value iterator = type->operations.async_iterate(vm, v);
    if (is_empty(iterator) || value_type(vm, iterator)->operations.async_next != NULL)
        return iterator;
    raise_type_error(vm, "'async for' received an object from __aiter__ that does not implement __anext__: %.100T",
                     iterator);
    release(vm, iterator);
    return EMPTY;
}

Value machine_async_next(struct Interpreter *vm, Value iterator)
{
    struct Type *type = value_type(vm, iterator);
    if (type->operations.async_next == NULL)
        return raise_type_error(vm, "'async for' requires an iterator with __anext__ method, got %.100T", iterator);
    Value awaitable = type->operations.async_next(vm, iterator);
    if (is_empty(awaitable))
        return EMPTY;
    Value result = awaitable_iterator(vm, awaitable, 0);
    if (is_empty(result)) {
        Value cause = error_take(vm);
        raise_type_error(vm, "'async for' received an invalid object from __anext__: %.100T", awaitable);
        Value raised = error_take(vm);
        exception_set_cause(vm, raised, cause);
        error_restore(vm, raised);
    }
    release(vm, awaitable);
    return result;
}

/* ---- Coroutines */

static OWNED Value origin_entry(struct Interpreter *vm, const struct Frame *frame)
{
    return tuple_pack(vm, 3, frame->code->filename, value_from_small_int(frame_line(frame)), frame->code->name);
}

void coroutine_set_origin(struct Interpreter *vm, struct Generator *coroutine)
{
    Value list = list_new(vm, 0);
    uint32_t depth = 0;
    for (struct Frame *frame = vm->frame; frame != NULL && depth < vm->coroutine_origin_depth && !is_empty(list); depth++) {
        Value entry = origin_entry(vm, frame);
        if (is_empty(entry) || !list_append(vm, list, entry)) {
            release(vm, list);
            list = EMPTY;
        }
        frame = frame->previous;
    }
    Value origin = is_empty(list) ? EMPTY : list_to_tuple(vm, list);
    release_maybe(vm, list);
    if (is_empty(origin))
        error_clear(vm);
    else
        slot_init(vm, coroutine, &coroutine->origin, origin);
}

static Value coroutine_get_origin(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value origin = as_generator(self)->origin;
    return is_empty(origin) ? VALUE_NONE : retain(origin);
}

/* A coroutine that nobody awaited is most likely a mistake. */
static void coroutine_finalize(struct Interpreter *vm, struct Object *self)
{
    struct Generator *coroutine = (struct Generator *)self;
    if (!coroutine->awaited && coroutine->frame.code != NULL && coroutine->state == GENERATOR_CREATED) {
        Value saved = error_take(vm);
        warnings_unawaited_coroutine(vm, value_from_object(self), coroutine->qualified_name);
        if (!is_empty(saved))
            error_restore(vm, saved);
        return;
    }
    generator_finalize(vm, self);
}

static const struct NativeMethod coroutine_methods[] = {
    METHOD("send", generator_method_send, 1, 1, "value, /",
           "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration."),
    METHOD("throw", generator_method_throw, 1, 3, NULL,
           "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value "
           "or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future "
           "version of Python."),
    METHOD("close", generator_method_close, 0, 0, "", "close() -> raise GeneratorExit inside coroutine."),
    METHODS_END,
};

static const struct NativeAttribute coroutine_attributes[] = {
    {"__name__", generator_get_name, generator_set_name, "name of the coroutine"},
    {"__qualname__", generator_get_qualified_name, generator_set_qualified_name,
     "qualified name of the coroutine"},
    {"cr_frame", generator_get_frame, NULL, NULL},
    {"cr_running", generator_get_running, NULL, NULL},
    {"cr_suspended", generator_get_suspended, NULL, NULL},
    {"cr_code", generator_get_code, NULL, NULL},
    {"cr_await", generator_get_delegate, NULL, "object being awaited on, or None"},
    MEMBERS_FOLLOW,
    {"cr_origin", coroutine_get_origin, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec coroutine_type_spec = {
    .name = "coroutine",
    .instance_size = sizeof(struct Generator),
    .flags = TYPE_WEAKLY_REFERENCEABLE | TYPE_NO_INSTANCES,
    .memory = {.traverse = generator_traverse, .take = generator_take, .clear = generator_clear,
               .finalize = coroutine_finalize, .kind = OBJECT_CONTAINER},
    .operations = {.repr = generator_repr, .await = coroutine_await},
    .methods = coroutine_methods,
    .attributes = coroutine_attributes,
};
