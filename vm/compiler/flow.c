/*
 * Passes over the finished blocks of a unit: jumps are led to where they end
 * up, unreachable blocks go, and the depth of the operand stack is computed,
 * which is also what every handler cuts the stack to.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"

enum { THREAD_LIMIT = 16 };

/* ---- Shape of the graph ------------------------------------------------ */

static bool step_has_flag(const struct Step *step, enum OpcodeFlag flag)
{
    return step->opcode < OPCODE_COUNT && (opcode_table[step->opcode].flags & flag);
}

static struct Step *last_of(const struct Block *block)
{
    return block->count > 0 ? &block->steps[block->count - 1] : NULL;
}

static bool falls_through(const struct Block *block)
{
    const struct Step *step = last_of(block);
    return !step || !step_has_flag(step, OPCODE_ENDS);
}

static void number_blocks(struct Unit *unit)
{
    uint32_t order = 0;
    for (struct Block *block = unit->first; block; block = block->next)
        block->order = order++;
}

static struct Block *skip_empty(struct Block *block)
{
    while (block->count == 0 && block->next)
        block = block->next;
    return block;
}

/* ---- Jumps to jumps ---------------------------------------------------- */

/* `x and y or z`: a jump that keeps its Value, to a test of that Value whose outcome is known. */
static bool thread_kept_value(struct Step *step, const struct Block *target)
{
    const struct Step *test = &target->steps[0];
    bool if_false = step->opcode == OP_JUMP_IF_FALSE_KEEP, if_true = step->opcode == OP_JUMP_IF_TRUE_KEEP;
    if (!(if_false || if_true) || (test->opcode != OP_JUMP_IF_FALSE_KEEP && test->opcode != OP_JUMP_IF_TRUE_KEEP))
        return false;
    if (test->opcode == step->opcode) {
        step->target = test->target;
        return true;
    }
    if (!target->next)
        return false;
    step->opcode = if_false ? OP_JUMP_IF_FALSE : OP_JUMP_IF_TRUE;
    step->target = target->next;
    return true;
}

static void thread_jump(const struct Block *block, struct Step *step)
{
    for (int i = 0; i < THREAD_LIMIT; i++) {
        struct Block *target = skip_empty(step->target);
        step->target = target;
        if (target->count == 0)
            return;
        if (thread_kept_value(step, target))
            continue;
        if (target->steps[0].opcode != OP_JUMP)
            return;
        struct Block *next = target->steps[0].target;
        if (next == target || (step->opcode != OP_JUMP && next->order <= block->order))
            return; /* only plain jumps go backward */
        step->target = next;
    }
}

static void thread_jumps(struct Unit *unit)
{
    for (struct Block *block = unit->first; block; block = block->next) {
        struct Step *step = last_of(block);
        if (step && step_has_flag(step, OPCODE_JUMPS) && step->opcode != OP_JUMP_BACK_NO_INTERRUPT)
            thread_jump(block, step);
    }
}

/* ---- Reachability ------------------------------------------------------ */

struct Worklist {
    struct Block **items;
    uint32_t count;
};

static bool worklist_open(struct Compiler *compiler, struct Worklist *list)
{
    uint32_t blocks = 0;
    for (struct Block *block = compiler->unit->first; block; block = block->next)
        blocks++;
    *list = (struct Worklist){.items = compiler_allocate(compiler, (size_t)blocks + 1, sizeof *list->items)};
    return list->items != NULL;
}

static void mark_reachable(struct Worklist *list, struct Block *block)
{
    if (block->reachable)
        return;
    block->reachable = true;
    list->items[list->count++] = block;
}

static void find_reachable(struct Compiler *compiler)
{
    struct Worklist list;
    if (!worklist_open(compiler, &list))
        return;
    mark_reachable(&list, compiler->unit->first);
    while (list.count > 0) {
        struct Block *block = list.items[--list.count];
        for (uint32_t i = 0; i < block->count; i++) {
            struct Step *step = &block->steps[i];
            /* A jump may yet become a JUMP_BACK, which is a safe point. */
            if (step->handler && (step_has_flag(step, OPCODE_RAISES) || step->opcode == OP_JUMP))
                mark_reachable(&list, step->handler->block);
            if (step->target)
                mark_reachable(&list, step->target);
        }
        if (falls_through(block) && block->next)
            mark_reachable(&list, block->next);
    }
}

static void drop_unreachable(struct Unit *unit)
{
    struct Block *kept = unit->first;
    for (struct Block *block = unit->first->next; block; block = block->next) {
        if (!block->reachable)
            continue;
        kept->next = block;
        kept = block;
    }
    kept->next = NULL;
    unit->last = kept;
}

/* ---- Blocks that only exceptions lead to -------------------------------- */

/* Marks what is reached without an exception; the marks are `queued`. */
static void find_warm(struct Compiler *compiler)
{
    struct Worklist list;
    if (!worklist_open(compiler, &list))
        return;
    struct Block *first = compiler->unit->first;
    first->queued = true;
    list.items[list.count++] = first;
    while (list.count > 0) {
        struct Block *block = list.items[--list.count];
        const struct Step *step = last_of(block);
        struct Block *successors[] = {step ? step->target : NULL, falls_through(block) ? block->next : NULL};
        for (int i = 0; i < 2; i++) {
            if (!successors[i] || successors[i]->queued)
                continue;
            successors[i]->queued = true;
            list.items[list.count++] = successors[i];
        }
    }
}

/* A block that only jumps on to `target`, protected as the step that leads there is. */
static struct Block *new_jump_block(struct Compiler *compiler, struct Block *target, const struct Step *from)
{
    struct Block *block = new_block(compiler);
    struct Step *step = compiler_allocate(compiler, 1, sizeof *step);
    if (!step)
        return block;
    *step = (struct Step){.opcode = OP_JUMP, .target = target, .handler = from ? from->handler : NULL, .span = NO_SPAN};
    *block = (struct Block){.steps = step, .count = 1, .capacity = 1, .depth = -1, .reachable = true};
    return block;
}

/* Tests cannot jump backward: those that would get a block of their own to do it. */
static void redirect_backward_tests(struct Compiler *compiler)
{
    struct Unit *unit = compiler->unit;
    struct Block *last = unit->last;
    number_blocks(unit);
    for (struct Block *block = unit->first; block && !compiler->failed; block = block->next) {
        struct Step *step = last_of(block);
        if (step && step->target && opcode_table[step->opcode].operand != OPERAND_JUMP_BACK &&
            step->opcode != OP_JUMP && step->target->order <= block->order) {
            struct Block *jump = new_jump_block(compiler, step->target, step);
            unit->last->next = jump;
            unit->last = jump;
            step->target = jump;
        }
        if (block == last)
            break;
    }
    number_blocks(unit);
}

/* Handlers go behind everything else, so that the usual path runs straight. */
static void move_cold_blocks(struct Compiler *compiler)
{
    struct Unit *unit = compiler->unit;
    find_warm(compiler);
    struct Block *warm_last = NULL, *cold_first = NULL, *cold_last = NULL;
    for (struct Block *block = unit->first, *next; block && !compiler->failed; block = next) {
        next = block->next;
        if (block->queued) {
            if (warm_last)
                warm_last->next = block;
            warm_last = block;
            continue;
        }
        struct Block *tail = block;
        if (next && next->queued && falls_through(block)) {
            tail = new_jump_block(compiler, next, last_of(block));
            block->next = tail;
        }
        if (cold_last)
            cold_last->next = block;
        else
            cold_first = block;
        cold_last = tail;
    }
    if (compiler->failed || !warm_last)
        return;
    warm_last->next = cold_first;
    if (cold_last)
        cold_last->next = NULL;
    unit->last = cold_last ? cold_last : warm_last;
    redirect_backward_tests(compiler);
}

/* ---- Jumps that need not be -------------------------------------------- */

static bool leads_to(const struct Block *from, const struct Block *to)
{
    while (from && from != to && from->count == 0)
        from = from->next;
    return from == to;
}

static uint8_t opposite_test(uint8_t opcode)
{
    switch (opcode) {
    case OP_JUMP_IF_FALSE:
        return OP_JUMP_IF_TRUE;
    case OP_JUMP_IF_TRUE:
        return OP_JUMP_IF_FALSE;
    case OP_JUMP_IF_NONE:
        return OP_JUMP_IF_NOT_NONE;
    case OP_JUMP_IF_NOT_NONE:
        return OP_JUMP_IF_NONE;
    default:
        return OP_NOP;
    }
}

/* A test that jumps over a jump tests the opposite and jumps there itself. `targets`: jumps that lead to a block. */
static void invert_tests(struct Unit *unit)
{
    for (struct Block *block = unit->first; block; block = block->next) {
        struct Step *test = last_of(block);
        struct Block *between = block->next;
        if (!test || !between || between->count != 1 || between->steps[0].opcode != OP_JUMP || between->queued)
            continue;
        uint8_t opposite = opposite_test(test->opcode);
        struct Block *far = between->steps[0].target;
        /* A `break` on a line of its own keeps its jump: it is seen when somebody traces. */
        if (between->steps[0].span.line > 0 && between->steps[0].span.line != test->span.line)
            continue;
        if (opposite == OP_NOP || far->order <= block->order || !leads_to(between->next, test->target))
            continue;
        test->opcode = opposite;
        test->target = far;
        between->count = 0;
    }
}

/* Sets `queued` of blocks that some jump or handler leads to. */
static void mark_targets(struct Unit *unit)
{
    for (struct Block *block = unit->first; block; block = block->next)
        block->queued = false;
    for (struct Block *block = unit->first; block; block = block->next)
        for (uint32_t i = 0; i < block->count; i++) {
            if (block->steps[i].target)
                block->steps[i].target->queued = true;
            if (block->steps[i].handler)
                block->steps[i].handler->block->queued = true;
        }
}

static void drop_jumps_to_next(struct Unit *unit)
{
    for (struct Block *block = unit->first; block; block = block->next) {
        struct Step *step = last_of(block);
        if (step && step->opcode == OP_JUMP && leads_to(block->next, step->target))
            block->count--;
    }
}

/* ---- Positions --------------------------------------------------------- */

/* Steps without a position take that of the step before them, along whichever edge comes first. */
static void inherit_spans(struct Unit *unit)
{
    struct SourceSpan span = NO_SPAN;
    for (struct Block *block = unit->first; block; block = block->next) {
        for (uint32_t i = 0; i < block->count; i++) {
            struct Step *step = &block->steps[i];
            if (step->span.line == NO_SPAN.line)
                step->span = span;
            span = step->span;
            if (step->target && step->target->count > 0 && step->target->steps[0].span.line == NO_SPAN.line)
                step->target->steps[0].span = span;
        }
        if (!falls_through(block))
            span = NO_SPAN;
    }
}

void optimize_flow(struct Compiler *compiler)
{
    struct Unit *unit = compiler->unit;
    if (compiler->failed)
        return;
    number_blocks(unit);
    thread_jumps(unit);
    find_reachable(compiler);
    if (compiler->failed)
        return;
    drop_unreachable(unit);
    move_cold_blocks(compiler);
    mark_targets(unit);
    invert_tests(unit);
    drop_jumps_to_next(unit);
    inherit_spans(unit);
}

/* ---- Depths ------------------------------------------------------------ */

struct DepthWalk {
    struct Compiler *compiler;
    struct Worklist list;
    int32_t deepest;
};

static void reach_with(struct DepthWalk *walk, struct Block *block, int32_t depth)
{
    if (depth > walk->deepest)
        walk->deepest = depth;
    if (block->depth >= 0 || walk->compiler->failed) {
        if (block->depth != depth && !walk->compiler->failed) {
            raise_error(walk->compiler->vm, TYPE_SystemError, "compiler: stack depths %d and %d meet in %s",
                        (int)block->depth, (int)depth, walk->compiler->unit->scope->name->text);
            walk->compiler->failed = true;
        }
        return;
    }
    block->depth = depth;
    walk->list.items[walk->list.count++] = block;
}

static void set_up(struct DepthWalk *walk, struct Handler *handler, int32_t depth)
{
    handler->depth = depth - (int32_t)handler->drop;
    if (handler->block->reachable)
        reach_with(walk, handler->block, handler->depth + (handler->push_lasti ? 2 : 1));
}

static int32_t walk_step(struct DepthWalk *walk, const struct Step *step, int32_t depth)
{
    if (step->opcode == PSEUDO_SETUP) {
        set_up(walk, step->handler, depth);
        return depth;
    }
    if (step->opcode == PSEUDO_LINE)
        return depth;
    if (step->target)
        reach_with(walk, step->target, depth + opcode_taken_effect(step->opcode, step->argument));
    depth += opcode_pushes(step->opcode, step->argument) - opcode_pops(step->opcode, step->argument);
    if (depth > walk->deepest)
        walk->deepest = depth;
    return depth;
}

static void remove_pseudo_steps(struct Unit *unit)
{
    for (struct Block *block = unit->first; block; block = block->next) {
        uint32_t kept = 0;
        for (uint32_t i = 0; i < block->count; i++)
            if (block->steps[i].opcode != PSEUDO_SETUP)
                block->steps[kept++] = block->steps[i];
        block->count = kept;
    }
}

void compute_depths(struct Compiler *compiler)
{
    struct DepthWalk walk = {.compiler = compiler};
    if (compiler->failed || !worklist_open(compiler, &walk.list))
        return;
    reach_with(&walk, compiler->unit->first, 0);
    while (walk.list.count > 0 && !compiler->failed) {
        struct Block *block = walk.list.items[--walk.list.count];
        int32_t depth = block->depth;
        for (uint32_t i = 0; i < block->count; i++)
            depth = walk_step(&walk, &block->steps[i], depth);
        if (falls_through(block) && block->next)
            reach_with(&walk, block->next, depth);
    }
    compiler->unit->stack_size = (uint32_t)walk.deepest;
    remove_pseudo_steps(compiler->unit);
}
