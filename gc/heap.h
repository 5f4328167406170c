/*
 * The refcounted heap: object headers, allocation, retain/release, slots.
 *
 * Invariant: an object's count is the number of holders that a walk of heap,
 * frames and operand stacks finds (pins included).  Objects live on aligned
 * pages of one size class and one kind (leaf or container); what the collector
 * and the stepper need about an object stands in side tables of its page
 * (gc/page.h), so the header stays at 16 bytes.
 *
 * The heap is the first member of struct Interpreter, so every layer passes
 * the same `vm`; gc/ knows nothing else of an interpreter, and of a type it
 * knows only struct TypeMemory, the first member of struct Type.
 *
 * Collections run at the machine's safe points (calls and loop back edges) or
 * when asked for, never inside an allocation: C code need not fear that an
 * allocation runs Python code.  A release may.
 */
#ifndef VIV_GC_HEAP_H
#define VIV_GC_HEAP_H

#include "gc/memory.h"
#include "gc/ownership.h"
#include "gc/value.h"

struct Interpreter;
struct Object;
struct Type;
struct Heap;

/* A count that went negative has saturated: the object is immortal. */
struct Object {
    int32_t count;
    uint32_t flags;
    struct Type *type;
};

/* The low half of the flags belongs to gc/, the high half to the object's type. */
enum ObjectFlag {
    OBJECT_LARGE = 1 << 0,             /* allocated on its own, not on a page of its size class */
    OBJECT_PINNED = 1 << 1,            /* a code object holds it as a literal: sys.getrefcount takes one off */
    OBJECT_WEAKLY_REFERENCED = 1 << 2, /* has an entry in the heap's table of weak references */
    OBJECT_FINALIZED = 1 << 3,         /* its finalizer has run; it never runs twice */
    OBJECT_STATIC = 1 << 4,            /* part of struct Interpreter, no cell of the heap */
    OBJECT_TYPE_FLAG_0 = 1 << 16,
    OBJECT_TYPE_FLAG_1 = 1 << 17,
    OBJECT_TYPE_FLAG_2 = 1 << 18,
    OBJECT_TYPE_FLAG_3 = 1 << 19,
};

enum ObjectKind {
    OBJECT_LEAF,      /* holds no Values: invisible to the collector */
    OBJECT_CONTAINER, /* may be part of a cycle */
};

typedef void (*VisitFunction)(Value held, void *context);

/*
 * What the heap knows of a type.  Destruction of an object whose count
 * reached zero: finalize (may resurrect), weak references cleared and called,
 * take until VALUE_END (each Value taken is released before the next is
 * asked for, so the order is that of CPython's recursion, without recursion),
 * then destroy.  Objects may be half-built at any of these: empty slots are
 * skipped.
 */
struct TypeMemory {
    struct Object header;

    /* Calls visit for every Value the object holds; EMPTY slots and immediates may be passed too. */
    void (*traverse)(struct Object *self, VisitFunction visit, void *context);

    /* Moves the next held Value out of the object, in order of destruction; VALUE_END when none is left.
     * *cursor starts at 0 and is the type's to use.  NULL for leaves. */
    OWNED Value (*take)(struct Interpreter *vm, struct Object *self, size_t *cursor);

    /* Breaks the cycles the object may be in and leaves it usable; NULL: taking everything is enough. */
    void (*clear)(struct Interpreter *vm, struct Object *self);

    /* Returns external memory and references that are no Values; runs no Python code; may be NULL. */
    void (*destroy)(struct Interpreter *vm, struct Object *self);

    /* __del__ and its kin.  Called with the object alive again; errors are reported as unraisable. NULL: none. */
    void (*finalize)(struct Interpreter *vm, struct Object *self);

    enum ObjectKind kind;
    uint32_t weight; /* how many of CPython's tracked objects one of ours stands for; 0 counts as 1 */
    /* The same where it depends on the object; NULL: weight. */
    size_t (*weigh)(struct Interpreter *vm, struct Object *self);
};

/* ---- Allocation -------------------------------------------------------- */

/* A zeroed object with count 1, or NULL with MemoryError pending.  It holds a reference to its type when the
 * type is itself a heap object.  Containers are known to the collector at once: zeroed means traversable. */
OWNED MUST_USE struct Object *object_allocate(struct Interpreter *vm, struct Type *type, size_t size);

/* The same for makers who fill everything at once, before anything else is allocated: all but the header is
 * garbage. */
OWNED MUST_USE struct Object *object_allocate_raw(struct Interpreter *vm, struct Type *type, size_t size);

/* Grows or shrinks a leaf that nobody but the caller holds (heap_is_unique, not weakly referenced); it may move.
 * Bytes past the old size are garbage.  NULL with MemoryError pending; the object is released then. */
OWNED MUST_USE struct Object *object_resize(struct Interpreter *vm, STEALS struct Object *object, size_t new_size);

/* The size the object was allocated with (its cell, for sys.getsizeof); the holder of a leaf may use all of it. */
size_t object_cell_size(const struct Object *object);

/* Number of birth, unique in the life of the interpreter: the stepper's `#17`. */
uint64_t object_birth_number(struct Interpreter *vm, const struct Object *object);

/* Raw blocks on behalf of objects: counted, limited, failing; NULL with MemoryError pending. */
MUST_USE void *heap_allocate(struct Interpreter *vm, enum MemoryKind kind, size_t size);
MUST_USE void *heap_allocate_array(struct Interpreter *vm, enum MemoryKind kind, size_t count, size_t size);
MUST_USE void *heap_resize(struct Interpreter *vm, enum MemoryKind kind, void *block, size_t old_size, size_t new_size);
void heap_free(struct Interpreter *vm, enum MemoryKind kind, void *block, size_t size);

/* ---- Counts ------------------------------------------------------------ */

/* Runs instead of decrementing a count of one; called by release only. */
void object_reached_zero(struct Interpreter *vm, STEALS struct Object *object);

#ifdef VIV_DEBUG
/* Aborts, naming the object, when it is dead already. */
void object_check_alive(const void *object);
#else
static inline void object_check_alive(const void *object) { (void)object; }
#endif

#ifdef __clang_analyzer__
/* The checker learns retain and release from these prototypes alone. */
__attribute__((annotate("rc_ownership_returns_retained"))) Value retain(Value v);
void release(struct Interpreter *vm, STEALS Value v);
__attribute__((annotate("rc_ownership_returns_retained"))) void *object_retain(void *object);
void object_release(struct Interpreter *vm, STEALS void *object);
#else
static inline void *object_retain(void *object)
{
    struct Object *header = object;
    object_check_alive(object);
    if (LIKELY(header->count >= 0)) /* reaching 2^31 wraps to negative: immortal from then on */
        header->count = (int32_t)((uint32_t)header->count + 1);
    return object;
}

static inline void object_release(struct Interpreter *vm, void *object)
{
    struct Object *header = object;
    object_check_alive(object);
    if (LIKELY(header->count > 1))
        header->count--;
    else if (header->count == 1)
        object_reached_zero(vm, header);
}

/* Any Value but EMPTY. */
static inline Value retain(Value v)
{
    if (is_object(v))
        object_retain(value_object(v));
    return v;
}

/* Any Value but EMPTY.  May run Python code (a finalizer, a weak reference's callback). */
static inline void release(struct Interpreter *vm, Value v)
{
    if (is_object(v))
        object_release(vm, value_object(v));
}
#endif

/* Gives a reference back unless it is the last one: true when that is done, false when the caller still has it to
 * release.  Runs nothing.  EMPTY counts as given back. */
static inline bool release_if_shared(Value v)
{
    if (!is_object(v) || is_empty(v))
        return true;
    struct Object *object = value_object(v);
    if (object->count == 1)
        return false;
    if (object->count > 1)
        object->count--;
    return true;
}

static inline void release_maybe(struct Interpreter *vm, Value v)
{
    if (!is_empty(v))
        release(vm, v);
}

/* Whether the caller's reference is the only one; false under Boehm.  The only way to ask. */
static inline bool heap_is_unique(const void *object)
{
    return ((const struct Object *)object)->count == 1;
}

static inline bool object_is_immortal(const void *object) { return ((const struct Object *)object)->count < 0; }

/* Far from both ends, so that neither retain nor release of mortal days can bring it back. */
enum { IMMORTAL_COUNT = INT32_MIN / 2 };
static inline void object_make_immortal(void *object) { ((struct Object *)object)->count = IMMORTAL_COUNT; }

/* At exit, when nobody else is left: the caller holds the one reference again. */
static inline void object_make_mortal(void *object) { ((struct Object *)object)->count = 1; }

/* ---- Slots ------------------------------------------------------------- */

/*
 * Every store of a Value into an object goes through these.  `owner` is the
 * object the slot belongs to.  While the heap is observed the stepper hears of
 * each store; otherwise the cost is one predictable test.
 */
enum SlotEvent {
    SLOT_INIT, SLOT_SET, SLOT_CLEAR, SLOT_MOVE,
    OBJECT_DIES,     /* owner is about to be taken apart: its count reached zero and no finalizer saved it */
    COLLECTION_BEGINS, /* owner NULL; before: generation */
    COLLECTION_ENDS, /* owner NULL; before: generation, after: unreachable objects found (small ints) */
    FRAME_ENTERS,    /* owner NULL; the machine's: vm->frame is the new frame */
    FRAME_LEAVES,    /* owner NULL; vm->frame still is the frame, its locals still hold */
};

typedef void (*SlotObserver)(struct Interpreter *vm, enum SlotEvent event, struct Object *owner, Value *slot,
                             Value before, Value after);

/* For take functions: releases v here and now if that runs no code and destroys no container; false: return it to the
 * heap instead.  Saves the heap a round trip per item in the common case. */
static inline bool release_quickly(struct Interpreter *vm, Value v);

/* ---- The heap ---------------------------------------------------------- */

#include "gc/heap_state.h"

static inline struct Heap *heap_of(struct Interpreter *vm) { return (struct Heap *)vm; }
static inline struct TypeMemory *object_memory(const struct Object *object) { return (struct TypeMemory *)object->type; }

/* Frees a leaf whose count reached zero and that has neither finalizer nor weak references. */
void object_free_leaf(struct Interpreter *vm, struct Object *object);

static inline bool release_quickly(struct Interpreter *vm, Value v)
{
    if (!is_object(v) || is_empty(v))
        return true;
    struct Object *object = value_object(v);
    object_check_alive(object);
    if (object->count > 1) {
        object->count--;
        return true;
    }
    if (object->count < 1)
        return true;
    struct TypeMemory *memory = object_memory(object);
    if (memory->kind != OBJECT_LEAF || memory->finalize != NULL || (object->flags & OBJECT_WEAKLY_REFERENCED))
        return false;
    object_free_leaf(vm, object);
    return true;
}

/* The heap's callbacks into the layers above; set once, before the first object. */
struct HeapHooks {
    void (*raise_memory_error)(struct Interpreter *vm);
    /* Saves and empties the pending error around destruction, and puts it back: destroy must not clobber it. */
    OWNED Value (*error_save)(struct Interpreter *vm);
    void (*error_restore)(struct Interpreter *vm, STEALS Value saved);
    /* Calls a weak reference's callback with the (dead) reference object. */
    void (*call_weak_callback)(struct Interpreter *vm, Value callback, Value reference);
    /* A collection became due: the machine should come to a safe point soon. May be NULL. */
    void (*request_safe_point)(struct Interpreter *vm);
    /* Name of a type, for reports. May be NULL. */
    const char *(*type_name)(const struct Type *type);
    /* Visits every root: names of the machine's frames, operand stacks, modules, the interpreter's own fields. */
    void (*visit_roots)(struct Interpreter *vm, VisitFunction visit, void *context);
};

MUST_USE bool heap_open(struct Interpreter *vm, const struct HeapHooks *hooks, size_t memory_limit);

/* Frees pages and tables; the objects must be gone.  False when something was still alive or a byte was lost. */
bool heap_close(struct Interpreter *vm);

/* Calls visit for every live object (those being destroyed excepted), in no particular order.  visit must not
 * allocate objects or release any. */
void heap_walk(struct Interpreter *vm, VisitFunction visit, void *context);

/* Calls visit for everything the object holds: its type, if that is a heap object, and what its type's traverse tells. */
void object_traverse(struct Object *object, VisitFunction visit, void *context);

/* ---- Slots, continued: they need the heap's `observer` ------------------ */

/* The slot must be EMPTY (or fresh). */
static inline void slot_init(struct Interpreter *vm, void *owner, Value *slot, STEALS Value v)
{
    *slot = v;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, SLOT_INIT, owner, slot, EMPTY, v);
}

/* slot_init for `count` slots side by side; the references of values move over. */
static inline void slots_init(struct Interpreter *vm, void *owner, Value *slots, const Value *values, size_t count)
{
    if (LIKELY(heap_of(vm)->observer == NULL)) {
        for (size_t i = 0; i < count; i++)
            slots[i] = values[i];
    } else {
        for (size_t i = 0; i < count; i++)
            slot_init(vm, owner, &slots[i], values[i]);
    }
}

/* The same with references of their own. */
static inline void slots_init_retained(struct Interpreter *vm, void *owner, Value *slots, const Value *values,
                                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        retain(values[i]);
    slots_init(vm, owner, slots, values, count);
}

/* Stores first, releases the old Value afterwards: Python code run by the release sees the new one. */
static inline void slot_set(struct Interpreter *vm, void *owner, Value *slot, STEALS Value v)
{
    Value before = *slot;
    *slot = v;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, SLOT_SET, owner, slot, before, v);
    release_maybe(vm, before);
}

static inline void slot_clear(struct Interpreter *vm, void *owner, Value *slot)
{
    Value before = *slot;
    *slot = EMPTY;
    if (is_empty(before))
        return;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, SLOT_CLEAR, owner, slot, before, EMPTY);
    release(vm, before);
}

/* Moves the Value of *from into the EMPTY *to, within one owner; counts do not change. */
static inline void slot_move(struct Interpreter *vm, void *owner, Value *to, Value *from)
{
    *to = *from;
    *from = EMPTY;
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, SLOT_MOVE, owner, to, EMPTY, *to);
}

/* Takes the Value out of a slot; the reference is the caller's now. */
static inline OWNED Value slot_take(struct Interpreter *vm, void *owner, Value *slot)
{
    Value v = *slot;
    *slot = EMPTY;
    if (UNLIKELY(heap_of(vm)->observer != NULL) && !is_empty(v))
        heap_of(vm)->observer(vm, SLOT_CLEAR, owner, slot, v, EMPTY);
    return v;
}

/* slot_take for a slot that nobody will look at again: what stays in it is garbage. */
static inline OWNED Value slot_drop(struct Interpreter *vm, void *owner, Value *slot)
{
    Value v = *slot;
    if (UNLIKELY(heap_of(vm)->observer != NULL) && !is_empty(v))
        heap_of(vm)->observer(vm, SLOT_CLEAR, owner, slot, v, EMPTY);
    return v;
}

#ifdef VIV_MUTANTS
/*
 * `make mutants`: every place in the sources that releases something asks how
 * often it shall (0, 1 or 2 times), so that a test can leave a release out or
 * double it without a build of its own.  See gc/mutants.c.
 */
int mutant_releases(struct Interpreter *vm, const void *object, const char *file, int line);

static inline void release_mutant(struct Interpreter *vm, Value v, const char *file, int line)
{
    int times = is_object(v) ? mutant_releases(vm, value_object(v), file, line) : 0;
    while (times-- > 0)
        release(vm, v);
}

static inline void object_release_mutant(struct Interpreter *vm, void *object, const char *file, int line)
{
    int times = mutant_releases(vm, object, file, line);
    while (times-- > 0)
        object_release(vm, object);
}

#define release(vm, v) release_mutant(vm, v, __FILE__, __LINE__)
#define object_release(vm, object) object_release_mutant(vm, object, __FILE__, __LINE__)
#endif

#endif
