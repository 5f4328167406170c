/*
 * The buffer protocol for C code, and the object that stands for the memory
 * which a class's __buffer__ method lends.
 */
#include "runtime/buffer.h"

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"

int buffer_peek(struct Interpreter *vm, Value v, struct Buffer *buffer)
{
    const struct TypeSpec *spec = value_type(vm, v)->native_spec;
    if (spec == NULL || spec->operations.buffer == NULL)
        return 0;
    return spec->operations.buffer(vm, v, buffer) ? 1 : -1;
}

static MUST_USE bool refuse_writing(struct Interpreter *vm, const char *writer, Value v)
{
    error_clear(vm);
    raise_type_error(vm, "%s must be read-write bytes-like object, not %T", writer, v);
    return false;
}

bool buffer_acquire(struct Interpreter *vm, Value v, const char *writer, struct HeldBuffer *held)
{
    struct Buffer buffer;
    Value holder = VALUE_ABSENT;
    int lent = 0;
    if (value_has_flag(vm, v, TYPE_HEAP)) {
        holder = buffer_from_special_method(vm, v, writer != NULL ? BUFFER_WRITABLE : BUFFER_SIMPLE);
        lent = is_empty(holder) ? -1 : 0;
    }
    if (lent == 0) {
        if (is_absent(holder))
            holder = retain(v);
        lent = buffer_peek(vm, holder, &buffer);
    }
    if (lent > 0 && !(writer != NULL && buffer.read_only)) {
        *held = (struct HeldBuffer){buffer.data, buffer.length, buffer.exports, holder};
        if (held->exports != NULL)
            ++*held->exports;
        return true;
    }
    release_maybe(vm, holder);
    if (writer != NULL)
        return refuse_writing(vm, writer, v);
    if (lent == 0)
        raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

void buffer_release(struct Interpreter *vm, struct HeldBuffer *held)
{
    Value holder = held->holder;
    if (held->exports != NULL)
        --*held->exports;
    *held = (struct HeldBuffer){.holder = EMPTY};
    release(vm, holder);
}

/* ---- __buffer__ ------------------------------------------------------------------------ */

struct BufferWrapper {
    struct Object header;
    Value lender; /* the instance whose __buffer__ was called */
    Value view;   /* what it returned */
};

static OWNED Value wrapper_new(struct Interpreter *vm, Value lender, STEALS Value view)
{
    struct BufferWrapper *wrapper =
        (struct BufferWrapper *)object_allocate(vm, builtin_type(vm, TYPE_buffer_wrapper), sizeof *wrapper);
    if (wrapper == NULL) {
        release(vm, view);
        return EMPTY;
    }
    slot_init(vm, wrapper, &wrapper->lender, retain(lender));
    slot_init(vm, wrapper, &wrapper->view, view);
    return value_from_object(wrapper);
}

Value buffer_from_special_method(struct Interpreter *vm, Value v, int flags)
{
    Value name = string_intern_cstring(vm, "__buffer__");
    if (is_empty(name))
        return EMPTY;
    Value found = type_lookup(vm, value_type(vm, v), name);
    if (is_empty(found) || is_absent(found) || object_has_type(vm, found, TYPE_method_descriptor)) {
        release(vm, name);
        return is_empty(found) ? EMPTY : VALUE_ABSENT;
    }
    Value method = type_lookup_special(vm, v, name);
    release(vm, name);
    if (is_empty(method) || is_absent(method))
        return method;
    Value view = object_call_1(vm, method, value_from_small_int(flags));
    release(vm, method);
    if (is_empty(view))
        return EMPTY;
    if (object_has_type(vm, view, TYPE_memoryview))
        return wrapper_new(vm, v, view);
    release(vm, view);
    return raise_type_error(vm, "__buffer__ returned non-memoryview object");
}

static bool wrapper_buffer(struct Interpreter *vm, Value self, struct Buffer *buffer)
{
    return buffer_peek(vm, ((struct BufferWrapper *)value_object(self))->view, buffer) > 0;
}

static void wrapper_finalize(struct Interpreter *vm, struct Object *self)
{
    const struct BufferWrapper *wrapper = (struct BufferWrapper *)self;
    if (is_empty(wrapper->lender) || is_empty(wrapper->view))
        return;
    Value name = string_intern_cstring(vm, "__release_buffer__"), result = EMPTY;
    Value method = is_empty(name) ? EMPTY : type_lookup_special(vm, wrapper->lender, name);
    if (!is_empty(method) && !is_absent(method))
        result = object_call_1(vm, method, wrapper->view);
    if (error_pending(vm))
        error_write_unraisable(vm, NULL, wrapper->lender);
    release_maybe(vm, result);
    release_maybe(vm, method);
    release_maybe(vm, name);
}

static void wrapper_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct BufferWrapper *)self)->lender, context);
    visit(((struct BufferWrapper *)self)->view, context);
}

static OWNED Value wrapper_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct BufferWrapper *wrapper = (struct BufferWrapper *)self;
    Value *slots[] = {&wrapper->view, &wrapper->lender};
    while (*cursor < 2) {
        Value *slot = slots[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

const struct TypeSpec buffer_wrapper_type_spec = {
    .name = "_buffer_wrapper",
    .instance_size = sizeof(struct BufferWrapper),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER,
               .traverse = wrapper_traverse,
               .take = wrapper_take,
               .clear = nothing_to_clear, /* those who look at the view's memory count themselves in the view */
               .finalize = wrapper_finalize},
    .operations = {.buffer = wrapper_buffer},
};
