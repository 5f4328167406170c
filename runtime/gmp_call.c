/*
 * GMP's allocator, bound to the interpreter whose call is running.
 *
 * Owner: the numbers.  Invariant: `current` is set exactly while a work
 * function runs; every block that GMP asked for meanwhile is on its list.
 */
#include "runtime/gmp_call.h"

#include <setjmp.h>
#include <stdlib.h>

#include "runtime/error.h"
#include "runtime/int_big.h"

struct GmpBlock {
    struct GmpBlock *next, **link;
    size_t size; /* with this header */
    size_t unused; /* keeps what follows aligned to 16 bytes */
};

struct GmpCall {
    struct Interpreter *vm;
    struct GmpBlock *blocks;
    struct GmpCall *outer;
    jmp_buf escape;
};

/* GMP hands its allocator no context: the one place where a file-scope variable cannot be avoided. */
static _Thread_local struct GmpCall *current;

static void block_link(struct GmpBlock *block, size_t size)
{
    block->size = size;
    block->next = current->blocks;
    block->link = &current->blocks;
    if (block->next)
        block->next->link = &block->next;
    current->blocks = block;
}

static void block_unlink(struct GmpBlock *block)
{
    *block->link = block->next;
    if (block->next)
        block->next->link = block->link;
}

static void *gmp_allocate(size_t size)
{
    size_t total = size + sizeof(struct GmpBlock);
    struct GmpBlock *block = NULL;
    if (total > size)
        block = memory_allocate(&heap_of(current->vm)->memory, MEMORY_BYTES, total);
    if (!block)
        longjmp(current->escape, 1);
    block_link(block, total);
    return block + 1;
}

static void gmp_free(void *data, size_t size)
{
    (void)size;
    struct GmpBlock *block = (struct GmpBlock *)data - 1;
    block_unlink(block);
    memory_free(&heap_of(current->vm)->memory, MEMORY_BYTES, block, block->size);
}

static void *gmp_resize(void *data, size_t old_size, size_t new_size)
{
    (void)old_size;
    struct GmpBlock *block = (struct GmpBlock *)data - 1;
    size_t total = new_size + sizeof(struct GmpBlock);
    struct GmpBlock *moved = NULL;
    block_unlink(block);
    if (total > new_size)
        moved = memory_resize(&heap_of(current->vm)->memory, MEMORY_BYTES, block, block->size, total);
    if (!moved) {
        block_link(block, block->size);
        longjmp(current->escape, 1);
    }
    block_link(moved, total);
    return moved + 1;
}

static void gmp_enter(struct GmpCall *call, struct Interpreter *vm)
{
    mp_set_memory_functions(gmp_allocate, gmp_resize, gmp_free);
    call->vm = vm;
    call->blocks = NULL;
    call->outer = current;
    current = call;
}

static void gmp_leave(struct GmpCall *call)
{
    while (call->blocks)
        gmp_free(call->blocks + 1, 0);
    current = call->outer;
}

bool gmp_run(struct Interpreter *vm, void (*work)(void *context), void *context)
{
    struct GmpCall call;
    gmp_enter(&call, vm);
    bool finished = false;
    if (_setjmp(call.escape) == 0) {
        work(context);
        finished = true;
    }
    gmp_leave(&call);
    if (!finished)
        raise_memory_error(vm);
    return finished;
}

static Value compute(struct Interpreter *vm, void (*work)(mpz_ptr result, void *context), void *context)
{
    mpz_t result;
    mpz_init(result);
    work(result, context);
    return int_from_limbs(vm, mpz_limbs_read(result), (int64_t)mpz_size(result), mpz_sgn(result) < 0);
}

Value gmp_compute(struct Interpreter *vm, void (*work)(mpz_ptr result, void *context), void *context)
{
    struct GmpCall call;
    gmp_enter(&call, vm);
    Value number = _setjmp(call.escape) == 0 ? compute(vm, work, context) : raise_memory_error(vm);
    gmp_leave(&call);
    return number;
}
