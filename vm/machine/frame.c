/*
 * The call stack: chunks, leaving frames, and the walk over all that frames
 * hold.  Invariant: chunks are left in the reverse order of being entered, so
 * a chunk goes when the frame at its start does.
 */
#include "vm/machine/frame.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/generator.h"

static size_t chunk_size(size_t words) { return sizeof(struct StackChunk) + (words + STACK_SLACK) * sizeof(Value); }

static struct StackChunk *chunk_new(struct Interpreter *vm, size_t words)
{
    struct StackChunk *chunk = heap_allocate(vm, MEMORY_VALUES, chunk_size(words));
    if (chunk == NULL)
        return NULL;
    chunk->words = words;
    chunk->previous = NULL;
    return chunk;
}

bool call_stack_open(struct Interpreter *vm)
{
    struct CallStack *stack = heap_allocate(vm, MEMORY_BYTES, sizeof *stack);
    if (stack == NULL)
        return false;
    stack->spare = NULL;
    stack->chunk = chunk_new(vm, CHUNK_WORDS);
    if (stack->chunk == NULL) {
        heap_free(vm, MEMORY_BYTES, stack, sizeof *stack);
        return false;
    }
    stack->limit = stack->chunk->values + CHUNK_WORDS;
    vm->call_stack = stack;
    vm->frame = NULL;
    return true;
}

static void chunk_free(struct Interpreter *vm, struct StackChunk *chunk)
{
    if (chunk != NULL)
        heap_free(vm, MEMORY_VALUES, chunk, chunk_size(chunk->words));
}

void call_stack_close(struct Interpreter *vm)
{
    struct CallStack *stack = call_stack(vm);
    if (stack == NULL)
        return;
    chunk_free(vm, stack->spare);
    while (stack->chunk != NULL) {
        struct StackChunk *previous = stack->chunk->previous;
        chunk_free(vm, stack->chunk);
        stack->chunk = previous;
    }
    heap_free(vm, MEMORY_BYTES, stack, sizeof *stack);
    vm->call_stack = NULL;
}

Value *call_stack_reserve(struct Interpreter *vm, Value *at, size_t words)
{
    struct CallStack *stack = call_stack(vm);
    if (words <= (size_t)(stack->limit - at))
        return at;
    struct StackChunk *chunk = stack->spare;
    if (chunk != NULL && chunk->words >= words)
        stack->spare = NULL;
    else if ((chunk = chunk_new(vm, words > CHUNK_WORDS ? words : CHUNK_WORDS)) == NULL)
        return NULL;
    chunk->previous = stack->chunk;
    stack->chunk = chunk;
    stack->limit = chunk->values + chunk->words;
    return chunk->values;
}

void call_stack_drop_chunk(struct Interpreter *vm)
{
    struct CallStack *stack = call_stack(vm);
    struct StackChunk *chunk = stack->chunk;
    stack->chunk = chunk->previous;
    stack->limit = stack->chunk->values + stack->chunk->words;
    if (stack->spare == NULL)
        stack->spare = chunk;
    else
        chunk_free(vm, chunk);
}

void frame_cut_stack(struct Interpreter *vm, struct Frame *frame, size_t depth)
{
    Value *base = frame_stack(frame) + depth;
    while (frame->sp > base) {
        Value v = *--frame->sp;
        release(vm, v);
    }
}

void frame_leave(struct Interpreter *vm, struct Frame *frame)
{
    frame_cut_stack(vm, frame, 0);
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, FRAME_LEAVES, NULL, NULL, EMPTY, EMPTY);
    if (frame->flags & FRAME_HAS_OBJECT)
        frame_object_detach(vm, frame);
    for (uint32_t i = 0; i < frame->code->local_count; i++) {
        Value v = frame->locals[i];
        frame->locals[i] = VALUE_UNBOUND;
        release(vm, v);
    }
    if (frame->flags & FRAME_HAS_NAMESPACE) {
        frame->flags &= ~(uint32_t)FRAME_HAS_NAMESPACE;
        release(vm, frame->namespace);
    }
    /* A finalizer that runs when the function goes may use the frame's place. */
    uint32_t flags = frame->flags;
    struct Function *function = frame->function;
    vm->frame = frame->previous;
    if (flags & FRAME_OWNS_CHUNK)
        call_stack_drop_chunk(vm);
    if (flags & FRAME_HOLDS_FUNCTION)
        object_release(vm, function);
}

void frame_visit(struct Frame *frame, VisitFunction visit, void *context)
{
    for (uint32_t i = 0; i < frame->code->local_count; i++)
        visit(frame->locals[i], context);
    for (Value *v = frame_stack(frame); v < frame->sp; v++)
        visit(*v, context);
    if (frame->flags & FRAME_HAS_NAMESPACE)
        visit(frame->namespace, context);
    if (frame->flags & FRAME_HOLDS_OBJECT)
        visit(value_from_object(frame->object), context);
}

/* Frames of generators are visited by their generator. */
void machine_visit_stacks(struct Interpreter *vm, VisitFunction visit, void *context)
{
    for (struct Frame *frame = vm->frame; frame != NULL; frame = frame->previous) {
        if (frame->flags & FRAME_GENERATOR)
            continue;
        frame_visit(frame, visit, context);
        if (frame->flags & FRAME_HOLDS_FUNCTION)
            visit(value_from_object(frame->function), context);
    }
}

int32_t frame_line(const struct Frame *frame) { return code_line(frame->code, frame_word(frame)); }
