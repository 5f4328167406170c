/*
 * Destruction of objects whose count reached zero.
 *
 * The order is that of CPython's recursion - finalize, weak references, held
 * Values depth first, external memory, cell - but without recursion and
 * without memory: a dying container's count holds its take cursor and its
 * scratch word the number of the dying container it was found in.  A
 * finalizer or callback that drops objects starts a walk of its own, at once.
 */
#include "gc/private.h"

/* ---- Finalizers and weak references ------------------------------------ */

struct SavedError heap_save_error(struct Interpreter *vm)
{
    const struct HeapHooks *hooks = heap_of(vm)->hooks;
    return (struct SavedError){hooks->error_save != NULL ? hooks->error_save(vm) : EMPTY};
}

void heap_restore_error(struct Interpreter *vm, struct SavedError saved)
{
    if (heap_of(vm)->hooks->error_restore != NULL)
        heap_of(vm)->hooks->error_restore(vm, saved.exception);
}

/* Called with count 0; true when it is still 0 afterwards. */
static bool run_finalizer(struct Interpreter *vm, struct Object *object, struct TypeMemory *memory)
{
    object->flags |= OBJECT_FINALIZED;
    object->count = 1;
    struct SavedError saved = heap_save_error(vm);
    memory->finalize(vm, object);
    heap_restore_error(vm, saved);
    if (object->count > 1) {
        object->count--;
        return false;
    }
    object->count = 0;
    return true;
}

bool object_finalize(struct Interpreter *vm, struct Object *object, struct TypeMemory *memory)
{
    object->count = 0;
    if (memory->finalize != NULL && !(object->flags & OBJECT_FINALIZED) && !run_finalizer(vm, object, memory))
        return false;
    if (object->flags & OBJECT_WEAKLY_REFERENCED) {
        /* With nobody holding it, a collection that a callback starts would take it for garbage. */
        struct Page *page = object_page(object);
        if (page->states != NULL)
            page->states[cell_index(page, object)] |= CELL_DYING;
        struct SavedError saved = heap_save_error(vm);
        weak_clear_all(vm, object);
        heap_restore_error(vm, saved);
    }
    return true;
}

/* ---- Leaves ------------------------------------------------------------ */

static inline void report_death(struct Interpreter *vm, struct Object *object)
{
    if (UNLIKELY(heap_of(vm)->observer != NULL))
        heap_of(vm)->observer(vm, OBJECT_DIES, object, NULL, EMPTY, EMPTY);
}

void object_free_leaf(struct Interpreter *vm, struct Object *object)
{
    report_death(vm, object);
    struct TypeMemory *memory = object_memory(object);
    if (memory->destroy != NULL)
        memory->destroy(vm, object);
    object_free_cell(vm, object_page(object), object);
    if (UNLIKELY(type_is_counted(memory)))
        object_release(vm, memory);
}

static void destroy_leaf(struct Interpreter *vm, struct Object *object, struct TypeMemory *memory)
{
    if (UNLIKELY(memory->finalize != NULL || (object->flags & OBJECT_WEAKLY_REFERENCED)) &&
        !object_finalize(vm, object, memory))
        return;
    object_free_leaf(vm, object);
}

/* ---- Containers -------------------------------------------------------- */

/* The container being taken apart. */
struct Dying {
    struct Object *object;
    struct Page *page;
    uint32_t index;
    uint32_t parent; /* number of the container to go on with afterwards, or NO_CELL */
    size_t cursor;
};

/* False: brought back by its finalizer. */
static bool begin(struct Interpreter *vm, struct Dying *dying, struct Object *object, uint32_t parent)
{
    struct TypeMemory *memory = object_memory(object);
    struct Heap *heap = heap_of(vm);
    if (UNLIKELY(memory->finalize != NULL || (object->flags & OBJECT_WEAKLY_REFERENCED)) &&
        !object_finalize(vm, object, memory))
        return false;
    report_death(vm, object);
    struct Page *page = object_page(object);
    uint32_t index = cell_index(page, object);
    if (UNLIKELY(page->states[index] & CELL_GARBAGE))
        collector_forget(vm, page, index);
    page->states[index] |= CELL_DYING;
    if (heap->young_count > 0)
        heap->young_count--;
    object->count = 0;
    *dying = (struct Dying){object, page, index, parent, 0};
    return true;
}

/* Leaves the container for one found in it. */
static uint32_t suspend(const struct Dying *dying)
{
    dying->object->count = (int32_t)dying->cursor;
    dying->page->scratch[dying->index] = dying->parent;
    return cell_number(dying->page, dying->index);
}

static void resume(struct Interpreter *vm, struct Dying *dying, uint32_t number)
{
    struct Page *page = heap_of(vm)->private_state->table[number >> CELL_INDEX_BITS];
    uint32_t index = number & CELL_INDEX_MASK;
    struct Object *object = page_cell(page, index);
    *dying = (struct Dying){object, page, index, page->scratch[index], (uint32_t)object->count};
    object->count = 0;
}

static void defer(struct Interpreter *vm, struct Object *object)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    struct Page *page = object_page(object);
    uint32_t index = cell_index(page, object);
    object->count = 0;
    if (page->states[index] & CELL_GARBAGE)
        collector_forget(vm, page, index);
    page->states[index] |= CELL_DYING; /* its scratch word is taken */
    page->scratch[index] = private->deferred;
    private->deferred = cell_number(page, index);
}

/* A container that a type's destroy let go; NULL: none waits. */
static struct Object *take_deferred(struct Interpreter *vm)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    if (LIKELY(private->deferred == NO_CELL))
        return NULL;
    struct Page *page = private->table[private->deferred >> CELL_INDEX_BITS];
    uint32_t index = private->deferred & CELL_INDEX_MASK;
    private->deferred = page->scratch[index];
    page->states[index] &= (uint8_t)~CELL_DYING;
    return page_cell(page, index);
}

/* Frees the emptied container; its type, if that dies with it, is returned to be destroyed next. */
static struct Object *finish(struct Interpreter *vm, const struct Dying *dying)
{
    struct Heap *heap = heap_of(vm);
    struct TypeMemory *memory = object_memory(dying->object);
    if (memory->destroy != NULL) {
        bool before = heap->deferring;
        heap->deferring = true;
        memory->destroy(vm, dying->object);
        heap->deferring = before;
    }
    object_free_cell(vm, dying->page, dying->object);
    if (LIKELY(!type_is_counted(memory)))
        return NULL;
    if (memory->header.count > 1) {
        memory->header.count--;
        return NULL;
    }
    return &memory->header;
}

/* Releases what take handed out; a container that dies of it is returned. */
static struct Object *release_taken(struct Interpreter *vm, Value v)
{
    if (!is_object(v) || is_empty(v))
        return NULL;
    struct Object *object = value_object(v);
    object_check_alive(object);
    if (object->count != 1) {
        if (object->count > 1)
            object->count--;
        return NULL;
    }
    struct TypeMemory *memory = object_memory(object);
    if (memory->kind == OBJECT_CONTAINER)
        return object;
    destroy_leaf(vm, object, memory);
    return NULL;
}

static void destroy_containers(struct Interpreter *vm, struct Object *object)
{
    struct Dying dying;
    if (!begin(vm, &dying, object, NO_CELL))
        return;
    for (;;) {
        struct Object *next = NULL;
        struct TypeMemory *memory = object_memory(dying.object);
        Value v = memory->take != NULL ? memory->take(vm, dying.object, &dying.cursor) : VALUE_END;
        if (!is_end(v)) {
            next = release_taken(vm, v);
            if (next == NULL)
                continue;
            /* Suspended before the finalizer runs: a collection it starts must see an orderly heap. */
            uint32_t number = suspend(&dying);
            struct Dying child;
            if (begin(vm, &child, next, number))
                dying = child;
            else
                resume(vm, &dying, number);
            continue;
        }
        uint32_t parent = dying.parent;
        next = finish(vm, &dying);
        if (next == NULL)
            next = take_deferred(vm);
        while (next != NULL && !begin(vm, &dying, next, parent))
            next = take_deferred(vm);
        if (next != NULL)
            continue;
        if (parent == NO_CELL)
            return;
        resume(vm, &dying, parent);
    }
}

void object_reached_zero(struct Interpreter *vm, struct Object *object) /* ownership: this is where all end */
{
    struct TypeMemory *memory = object_memory(object);
    if (memory->kind == OBJECT_LEAF)
        destroy_leaf(vm, object, memory);
    else if (UNLIKELY(heap_of(vm)->deferring))
        defer(vm, object);
    else
        destroy_containers(vm, object);
}
