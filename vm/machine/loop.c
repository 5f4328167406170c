/*
 * The interpreter loop.
 *
 * One function runs any number of Python frames: calls of Python code, and
 * resumptions of generators by for and yield from, change `frame` and go on.
 * The registers are local variables: ip (next word), sp (first free slot of
 * the operand stack), locals and constants of frame.  SAVE() stores ip and sp
 * into the frame; it stands before every call of anything that may run Python
 * code, collect garbage, raise, or ask for the line.
 *
 * The rule for releasing: a Value leaves the operand stack (sp is lowered)
 * before it is released, for the release may run a finalizer that walks the
 * stacks.  RELEASE() saves the registers where that happens.
 *
 * On `goto error` everything below sp is live and an exception is pending.
 *
 * Instructions live in families in loop_*.inc.  loop_watched.c makes a second
 * loop from this source, for sys.settrace and sys.setprofile; this file is the
 * only one that names the dispatch.
 */
#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"
#include "vm/machine/watch.h"

#ifndef LOOP_WATCHED
#define LOOP_WATCHED 0
#define LOOP_NAME machine_run_plain
#endif

/* RELEASE's slow path. */
static __attribute__((noinline, cold)) void drop(struct Interpreter *vm, struct Frame *frame, Value *sp,
                                                 Instruction *ip, struct Object *object)
{
    frame->sp = sp;
    frame->ip = ip;
    object_reached_zero(vm, object);
}

#define SAVE() (frame->sp = sp, frame->ip = ip)
#define PUSH(v) (*sp++ = (v))
#define POP() (*--sp)
#define RELOAD() \
    (ip = frame->ip, sp = frame->sp, locals = frame->locals, constants = as_tuple(frame->code->constants)->items)
#define RELEASE(v) \
    do { \
        Value released_ = (v); \
        if (is_object(released_)) { \
            struct Object *object_ = value_object(released_); \
            int32_t count_ = object_->count - 1; \
            if (LIKELY(count_ > 0)) \
                object_->count = count_; \
            else if (count_ == 0) \
                drop(vm, frame, sp, ip, object_); \
        } \
    } while (0)
/* Sets the result of an instruction with one operand, then releases the operand; the same for two and three. */
#define REPLACE_1(result) \
    do { \
        Value a_ = sp[-1]; \
        sp[-1] = (result); \
        RELEASE(a_); \
    } while (0)
#define REPLACE_2(result) \
    do { \
        Value b_ = POP(), a_ = sp[-1]; \
        sp[-1] = (result); \
        RELEASE(a_); \
        RELEASE(b_); \
    } while (0)

/* slot_set with the release at hand; an observed heap goes the long way. */
#define SET_SLOT(owner, slot, v) \
    do { \
        if (UNLIKELY(heap_of(vm)->observer != NULL)) { \
            SAVE(); \
            slot_set(vm, owner, slot, v); \
        } else { \
            Value before_ = *(slot); \
            *(slot) = (v); \
            if (!is_empty(before_)) \
                RELEASE(before_); \
        } \
    } while (0)

#define NAME_AT(index) (as_tuple(frame->code->names)->items[index])
#define TARGET(name) label_##name:
#if LOOP_WATCHED
#define DISPATCH() goto watch
#else
#define DISPATCH() \
    do { \
        instruction = *ip++; \
        goto *labels[(uint8_t)instruction]; \
    } while (0)
#endif
/* After what may have set sys.settrace or sys.setprofile: the other loop goes on. */
#define CHECK_WATCHED() \
    do { \
        if (!LOOP_WATCHED && UNLIKELY(watch_wanted(vm))) \
            goto switch_loops; \
    } while (0)
#define ARG (instruction >> 8)
#define BECOME(name) (ip[-1] = instruction_make(OP_##name, ARG))

/* Caches of 32-bit words; pointers take two. */
static inline void *cache_pointer(const Instruction *cache)
{
    uintptr_t word;
    memcpy(&word, cache, sizeof word);
    return (void *)word;
}

/* result of each comparison for less, equal, greater: bit 0, 1, 2 */
static const uint8_t comparison_bits[] = {
    [COMPARE_LT] = 1, [COMPARE_LE] = 3, [COMPARE_EQ] = 2, [COMPARE_NE] = 5, [COMPARE_GT] = 4, [COMPARE_GE] = 6,
};

static inline bool compare_small_ints(enum Comparison operation, Value a, Value b)
{
    int order = small_int_less(b, a) - small_int_less(a, b) + 1;
    return (comparison_bits[operation] >> order) & 1;
}

static inline bool compare_floats(enum Comparison operation, double a, double b)
{
    switch (operation) {
    case COMPARE_LT: return a < b;
    case COMPARE_LE: return a <= b;
    case COMPARE_EQ: return a == b;
    case COMPARE_NE: return a != b;
    case COMPARE_GT: return a > b;
    case COMPARE_GE: return a >= b;
    }
    return false;
}

/* Division is much faster in 32 bits; most numbers fit. */
static inline int64_t floor_divide(int64_t x, int64_t y)
{
    if (LIKELY(((uint64_t)(x | y) >> 32) == 0))
        return (uint32_t)x / (uint32_t)y;
    return x / y - ((x % y != 0) & ((x < 0) != (y < 0)));
}

static inline int64_t floor_modulo(int64_t x, int64_t y)
{
    if (LIKELY(((uint64_t)(x | y) >> 32) == 0))
        return (uint32_t)x % (uint32_t)y;
    int64_t rest = x % y;
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;
}

/* The operators beyond + - * on two small ints; EMPTY: not here. */
static inline __attribute__((always_inline)) Value small_int_binary(enum BinaryOperation operation, Value a, Value b)
{
    int64_t x = small_int(a), y = small_int(b);
    switch (operation) {
    case BINARY_MODULO: return y != 0 ? value_from_small_int(floor_modulo(x, y)) : EMPTY;
    case BINARY_FLOOR_DIVIDE: return y > 0 ? value_from_small_int(floor_divide(x, y)) : EMPTY;
    case BINARY_AND: return value_from_small_int(x & y);
    case BINARY_OR: return value_from_small_int(x | y);
    case BINARY_XOR: return value_from_small_int(x ^ y);
    case BINARY_RIGHT_SHIFT: return y >= 0 ? value_from_small_int(x >> (y < 63 ? y : 63)) : EMPTY;
    case BINARY_LEFT_SHIFT:
        return y >= 0 && y < 61 && x <= SMALL_INT_MAX >> y && x >= SMALL_INT_MIN >> y
                   ? value_from_small_int((int64_t)((uint64_t)x << y))
                   : EMPTY;
    case BINARY_TRUE_DIVIDE: /* exact operands: the quotient is rounded once */
        return y != 0 && x < (1ll << 53) && x > -(1ll << 53) && y < (1ll << 53) && y > -(1ll << 53)
                   ? value_from_small_float((double)x / (double)y)
                   : EMPTY;
    default: return EMPTY;
    }
}

/* A borrowed item, or EMPTY: no list or tuple, or the index is out of range. */
static inline __attribute__((always_inline)) Value plain_item(struct Interpreter *vm, Value container, int64_t i)
{
    struct Type *type = value_object(container)->type;
    if (LIKELY(type == builtin_type(vm, TYPE_list))) {
        struct List *list = as_list(container);
        return index_in_range(&i, (int64_t)list->length) ? list->items[i] : EMPTY;
    }
    if (type != builtin_type(vm, TYPE_tuple))
        return EMPTY;
    struct Tuple *tuple = as_tuple(container);
    return index_in_range(&i, (int64_t)tuple->length) ? tuple->items[i] : EMPTY;
}

/* Pushes the defaults of the last parameters behind the arguments; the new sp, or NULL: that is not all it takes. */
static inline Value *push_defaults(struct Interpreter *vm, const struct Frame *frame, const struct Function *function,
                                   const Value *locals, Value *sp)
{
    uint32_t simple = function_code(function)->simple;
    size_t count = (size_t)(sp - locals);
    if (simple <= count + 1 || is_empty(function->defaults) || (frame->flags & FRAME_GENERATOR))
        return NULL;
    size_t missing = simple - 1 - count, known = tuple_length(function->defaults);
    if (missing > known || missing > (size_t)(call_stack(vm)->limit - sp))
        return NULL;
    const Value *defaults = as_tuple(function->defaults)->items + (known - missing);
    for (size_t i = 0; i < missing; i++)
        *sp++ = retain(defaults[i]);
    return sp;
}

static inline bool is_store_local(Instruction i)
{
    uint8_t opcode = instruction_opcode(i);
    return opcode == OP_STORE_LOCAL || opcode == OP_STORE_LOCAL_THEN_LOAD_LOCAL || opcode == OP_STORE_LOCAL_JUMP_BACK;
}

Value LOOP_NAME(struct Interpreter *vm, struct Frame *frame, bool pending_error)
{
    static const void *const labels[256] = {
#define OPCODE(name, operand, pops, pushes, caches, flags, sentence) &&label_##name,
#include "vm/bytecode/opcodes.def"
#undef OPCODE
        [OPCODE_COUNT... 255] = &&label_invalid,
    };
    Instruction instruction;
    Instruction *ip;
    Value *sp, *locals;
    const Value *constants;
    /* What `enter_python` calls: the slot that the result replaces, where the arguments begin (they end at sp). */
    Value *callee_slot, *callee_locals;
    struct Function *callee_function;
    uint32_t call_flags;
    uint32_t raising_word;
    Value returned;     /* what `return_quickly` returns */
    Value iterated;     /* what `for_any` takes the next item of … */
    struct Type *iterated_type; /* … and its type */

    RELOAD();
    if (pending_error) {
#if LOOP_WATCHED
        if (!watch_call(vm, frame, true))
            goto error_again;
#endif
        goto error;
    }
    DISPATCH();

#if LOOP_WATCHED
watch:
    if (UNLIKELY(!watch_wanted(vm)))
        goto switch_loops;
    if (watch_steps(vm, frame)) {
        SAVE();
        bool told = watch_instruction(vm, frame);
        RELOAD();
        if (!told)
            goto error;
    }
    instruction = machine_plain_instruction(*ip++);
    goto *labels[(uint8_t)instruction];
#endif

switch_loops: /* machine_run goes on in the other loop */
    SAVE();
    return VALUE_ABSENT;

#include "vm/machine/loop_stack.inc"
#include "vm/machine/loop_operators.inc"
#include "vm/machine/loop_attributes.inc"
#include "vm/machine/loop_build.inc"
#include "vm/machine/loop_iterate.inc"
#include "vm/machine/loop_call.inc"
#include "vm/machine/loop_exceptions.inc"
#include "vm/machine/loop_joined.inc"

label_invalid:
    raise_error(vm, TYPE_SystemError, "unknown opcode %u", (unsigned)instruction_opcode(instruction));
    goto error;

    /* An instruction raised. */
error:
    SAVE();
    frame = machine_unwind(vm, frame, true, frame_word(frame));
    if (frame == NULL)
        return EMPTY;
    RELOAD();
    DISPATCH();

    /* The same, for raising again what this frame's traceback already knows. */
error_again:
    SAVE();
    raising_word = frame_word(frame);
error_reraised:
    frame = machine_unwind(vm, frame, false, raising_word);
    if (frame == NULL)
        return EMPTY;
    RELOAD();
    DISPATCH();
}
