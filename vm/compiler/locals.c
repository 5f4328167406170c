/*
 * Definite assignment: a forward data-flow analysis that finds the locals
 * which are surely bound wherever they are read, so that the machine need not
 * check; then neighbouring steps are combined into superinstructions.
 */
#include "vm/compiler/unit.h"

/* ---- Definite assignment ----------------------------------------------- */

struct LocalWalk {
    struct Compiler *compiler;
    struct Block **pending;
    uint32_t pending_count;
    uint32_t local_count, words;
    uint64_t *state; /* at the step being looked at */
};

static bool is_bound(const struct LocalWalk *walk, uint32_t local)
{
    return walk->state[local / 64] >> (local % 64) & 1;
}

static void set_bound(struct LocalWalk *walk, uint32_t local, bool bound)
{
    uint64_t bit = (uint64_t)1 << (local % 64);
    if (bound)
        walk->state[local / 64] |= bit;
    else
        walk->state[local / 64] &= ~bit;
}

/* Only what is bound on every path into a block is bound there. */
static void flow_into(struct LocalWalk *walk, struct Block *block)
{
    bool changed = false;
    if (!block->assigned) {
        block->assigned = compiler_allocate(walk->compiler, walk->words, sizeof(uint64_t));
        if (!block->assigned)
            return;
        memcpy(block->assigned, walk->state, walk->words * sizeof(uint64_t));
        changed = true;
    } else {
        for (uint32_t i = 0; i < walk->words; i++) {
            uint64_t both = block->assigned[i] & walk->state[i];
            changed |= both != block->assigned[i];
            block->assigned[i] = both;
        }
    }
    if (changed && !block->queued) {
        block->queued = true;
        walk->pending[walk->pending_count++] = block;
    }
}

static void apply_step(struct LocalWalk *walk, const struct Step *step)
{
    if (step->argument >= walk->local_count)
        return; /* a cell's slot, or no local at all */
    switch (step->opcode) {
    case OP_STORE_LOCAL:
    case OP_LOAD_LOCAL_CHECK: /* it went on, so there was something */
        set_bound(walk, step->argument, true);
        return;
    case OP_DELETE_LOCAL:
    case OP_LOAD_LOCAL_AND_CLEAR:
    case OP_STORE_LOCAL_MAYBE:
        set_bound(walk, step->argument, false);
        return;
    default:
        return;
    }
}

static void walk_block(struct LocalWalk *walk, struct Block *block)
{
    memcpy(walk->state, block->assigned, walk->words * sizeof(uint64_t));
    for (uint32_t i = 0; i < block->count; i++) {
        struct Step *step = &block->steps[i];
        bool protected = step->handler && step->opcode < OPCODE_COUNT && (opcode_table[step->opcode].flags & OPCODE_RAISES);
        if (protected)
            flow_into(walk, step->handler->block);
        apply_step(walk, step);
        if (protected && step->opcode != OP_LOAD_LOCAL_CHECK)
            flow_into(walk, step->handler->block);
        if (step->target)
            flow_into(walk, step->target);
    }
    const struct Step *last = block->count > 0 ? &block->steps[block->count - 1] : NULL;
    if (block->next && !(last && last->opcode < OPCODE_COUNT && (opcode_table[last->opcode].flags & OPCODE_ENDS)))
        flow_into(walk, block->next);
}

static void relax_loads(struct LocalWalk *walk, struct Block *block)
{
    if (!block->assigned)
        return;
    memcpy(walk->state, block->assigned, walk->words * sizeof(uint64_t));
    for (uint32_t i = 0; i < block->count; i++) {
        struct Step *step = &block->steps[i];
        bool known = step->opcode == OP_LOAD_LOCAL_CHECK && is_bound(walk, step->argument);
        apply_step(walk, step);
        if (known)
            step->opcode = OP_LOAD_LOCAL;
    }
}

void check_locals(struct Compiler *compiler)
{
    struct Unit *unit = compiler->unit;
    struct LocalWalk walk = {.compiler = compiler, .local_count = unit->variables.count};
    if (compiler->failed || walk.local_count == 0)
        return;
    uint32_t blocks = 0;
    for (struct Block *block = unit->first; block; block = block->next, blocks++)
        block->queued = false;
    walk.words = (walk.local_count + 63) / 64;
    walk.state = compiler_allocate(compiler, walk.words, sizeof(uint64_t));
    walk.pending = compiler_allocate(compiler, (size_t)blocks + 1, sizeof *walk.pending);
    if (compiler->failed)
        return;
    if (unit->scope->kind != SCOPE_MODULE && unit->scope->kind != SCOPE_CLASS)
        for (uint32_t i = 0; i < unit->scope->parameters.count; i++)
            set_bound(&walk, i, true);
    flow_into(&walk, unit->first);
    while (walk.pending_count > 0 && !compiler->failed) {
        struct Block *block = walk.pending[--walk.pending_count];
        block->queued = false;
        walk_block(&walk, block);
    }
    for (struct Block *block = unit->first; block && !compiler->failed; block = block->next)
        relax_loads(&walk, block);
}

/* ---- Superinstructions ------------------------------------------------- */

enum { SHORT_OPERAND = 1 << 12, FUSED_JUMP_STEPS = 1 << 17 };

static bool same_line(const struct Step *a, const struct Step *b)
{
    return a->span.line == b->span.line && a->handler == b->handler;
}

/* Two loads, or a store and a load, of locals with small numbers. */
static bool combine_locals(struct Step *step, const struct Step *next)
{
    if (next->opcode != OP_LOAD_LOCAL || next->argument >= SHORT_OPERAND || step->argument >= SHORT_OPERAND ||
        !same_line(step, next))
        return false;
    if (step->opcode == OP_LOAD_LOCAL)
        step->opcode = OP_LOAD_LOCAL_PAIR;
    else if (step->opcode == OP_STORE_LOCAL)
        step->opcode = OP_STORE_LOCAL_LOAD_LOCAL;
    else
        return false;
    step->argument |= next->argument << 12;
    return true;
}

static bool combine_test(struct Step *step, const struct Step *next)
{
    if (step->opcode != OP_COMPARE || (next->opcode != OP_JUMP_IF_FALSE && next->opcode != OP_JUMP_IF_TRUE) ||
        step->handler != next->handler)
        return false;
    step->opcode = next->opcode == OP_JUMP_IF_FALSE ? OP_COMPARE_JUMP_IF_FALSE : OP_COMPARE_JUMP_IF_TRUE;
    step->target = next->target;
    return true;
}

/* The line that execution comes to after the block's i-th step, or -1. */
static int32_t next_line(const struct Block *block, uint32_t i)
{
    if (i + 1 < block->count)
        return block->steps[i + 1].span.line;
    for (const struct Block *next = block->next; next; next = next->next)
        if (next->count > 0)
            return next->steps[0].span.line;
    return -1;
}

/* A NOP stays only where it is all there is of its line. */
static bool is_idle(const struct Block *block, uint32_t i)
{
    const struct Step *step = &block->steps[i];
    if (step->opcode != OP_NOP && step->opcode != PSEUDO_LINE)
        return false;
    return (i > 0 && block->steps[i - 1].span.line == step->span.line) || next_line(block, i) == step->span.line;
}

/* SWAP n before n stores into different locals: store the other way round instead. */
static void reverse_stores(struct Block *block, uint32_t i)
{
    uint32_t n = block->steps[i].argument;
    if (block->steps[i].opcode != OP_SWAP || (n != 2 && n != 3) || i + n >= block->count)
        return;
    struct Step *first = &block->steps[i + 1], *last = &block->steps[i + n];
    for (uint32_t k = 0; k < n; k++)
        if (first[k].opcode != OP_STORE_LOCAL || first[k].span.line != first->span.line)
            return;
    if (first->argument == last->argument || (n == 3 && (first[1].argument == first->argument ||
                                                         first[1].argument == last->argument)))
        return;
    struct Step swapped = *first;
    *first = *last;
    *last = swapped;
    block->steps[i].opcode = OP_NOP;
    block->steps[i].argument = 0;
    block->steps[i].span = first->span;
}

static void combine_block(struct Block *block, bool fuse_jumps)
{
    for (uint32_t i = 0; i < block->count; i++)
        reverse_stores(block, i);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < block->count; i++)
        if (!is_idle(block, i))
            block->steps[kept++] = block->steps[i];
    block->count = kept;
    /* One line without instructions has room in front of a word; behind the last step of a block the next one begins,
     * which can be reached in other ways, too. */
    for (uint32_t i = 0; i < kept; i++)
        if (block->steps[i].opcode == PSEUDO_LINE && (i + 1 == kept || block->steps[i + 1].opcode == PSEUDO_LINE)) {
            block->steps[i].opcode = OP_NOP;
            block->steps[i].argument = 0;
        }
    kept = 0;
    for (uint32_t i = 0; i < block->count; i++) {
        struct Step step = block->steps[i];
        if (i + 1 < block->count) {
            const struct Step *next = &block->steps[i + 1];
            if (combine_locals(&step, next) || (fuse_jumps && combine_test(&step, next)))
                i++;
        }
        block->steps[kept++] = step;
    }
    block->count = kept;
}

void combine_steps(struct Compiler *compiler)
{
    if (compiler->failed)
        return;
    uint32_t steps = 0;
    for (struct Block *block = compiler->unit->first; block; block = block->next)
        steps += block->count;
    for (struct Block *block = compiler->unit->first; block; block = block->next)
        combine_block(block, steps < FUSED_JUMP_STEPS);
}
