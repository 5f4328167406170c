/*
 * anext(iterator, default): an awaitable around that of __anext__, which gives
 * the default where the inner one ends with StopAsyncIteration.
 */
#include "runtime/error.h"
#include "runtime/object.h"
#include "vm/machine/machine.h"

struct AnextAwaitable {
    struct Object header;
    Value inner;     /* what __anext__ returned */
    Value otherwise;
};

static struct AnextAwaitable *as_anext(Value v) { return (struct AnextAwaitable *)value_object(v); }

Value anext_with_default(struct Interpreter *vm, Value inner, Value otherwise)
{
    struct AnextAwaitable *awaitable =
        (struct AnextAwaitable *)object_allocate(vm, builtin_type(vm, TYPE_anext_awaitable), sizeof *awaitable);
    if (awaitable == NULL) {
        release(vm, inner);
        return EMPTY;
    }
    slot_init(vm, awaitable, &awaitable->inner, inner);
    slot_init(vm, awaitable, &awaitable->otherwise, retain(otherwise));
    return value_from_object(awaitable);
}

static Value return_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* The end of the inner one becomes the default. */
static Value give_default(struct Interpreter *vm, Value self)
{
    if (!error_matches(vm, TYPE_StopAsyncIteration))
        return EMPTY;
    error_clear(vm);
    return raise_stop_iteration(vm, as_anext(self)->otherwise);
}

/* Calls a method of the iterator that the inner one is awaited with. */
static Value forward(struct Interpreter *vm, const Value *args, size_t count, Value name)
{
    Value iterator = awaitable_iterator(vm, as_anext(args[0])->inner, 0), forwarded[4] = {iterator};
    if (is_empty(iterator))
        return EMPTY;
    for (size_t i = 1; i < count; i++)
        forwarded[i] = args[i];
    Value result = object_call_method(vm, name, forwarded, count);
    release(vm, iterator);
    return is_empty(result) ? give_default(vm, args[0]) : result;
}

static Value anext_next(struct Interpreter *vm, Value self)
{
    Value iterator = awaitable_iterator(vm, as_anext(self)->inner, 0);
    if (is_empty(iterator))
        return EMPTY;
    struct Type *type = value_type(vm, iterator);
    Value result;
    if (object_has_type(vm, iterator, TYPE_coroutine)) {
        Value returned = VALUE_NONE;
        result = generator_send(vm, as_generator(iterator), VALUE_NONE, &returned);
        if (is_end(result) && !is_none(returned))
            vm->iteration_result = returned;
    } else
        result = type->operations.next != NULL ? type->operations.next(vm, iterator) : iterator_next(vm, iterator);
    release(vm, iterator);
    if (!is_empty(result) || !error_matches(vm, TYPE_StopAsyncIteration))
        return result;
    error_clear(vm);
    Value otherwise = as_anext(self)->otherwise;
    vm->iteration_result = is_none(otherwise) ? EMPTY : retain(otherwise);
    return VALUE_END;
}

static Value method_send(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, NAME(vm, send));
}

static Value method_throw(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, NAME(vm, throw));
}

static Value method_close(struct Interpreter *vm, const Value *args, size_t count)
{
    return forward(vm, args, count, NAME(vm, close));
}

static const struct NativeMethod anext_methods[] = {
    METHOD("send", method_send, 1, 1, "value, /", NULL),
    METHOD("throw", method_throw, 1, 3, NULL, NULL),
    METHOD("close", method_close, 0, 0, "", NULL),
    METHODS_END,
};

static void anext_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct AnextAwaitable *awaitable = (struct AnextAwaitable *)self;
    visit(awaitable->inner, context);
    visit(awaitable->otherwise, context);
}

static Value anext_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct AnextAwaitable *awaitable = (struct AnextAwaitable *)self;
    if (!is_empty(awaitable->inner))
        return slot_take(vm, self, &awaitable->inner);
    return is_empty(awaitable->otherwise) ? VALUE_END : slot_take(vm, self, &awaitable->otherwise);
}

const struct TypeSpec anext_awaitable_type_spec = {
    .name = "anext_awaitable",
    .instance_size = sizeof(struct AnextAwaitable),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = anext_traverse, .take = anext_take, .kind = OBJECT_CONTAINER},
    .operations = {.await = return_self, .iterate = return_self, .next = anext_next},
    .methods = anext_methods,
};
