/*
 * Objects: allocation, freeing, resizing, walking, opening and closing.
 *
 * object_allocate() takes a cell from the free list of the current page of
 * its size class and kind; everything else happens in allocate_slowly().
 * What destruction does before a cell is freed stands in gc/destroy.c.
 */
#include "gc/heap.h"

#include "gc/private.h"

/* ---- Raw blocks -------------------------------------------------------- */

static void *or_memory_error(struct Interpreter *vm, void *block)
{
    if (UNLIKELY(block == NULL) && heap_of(vm)->hooks->raise_memory_error != NULL)
        heap_of(vm)->hooks->raise_memory_error(vm);
    return block;
}

void *heap_allocate(struct Interpreter *vm, enum MemoryKind kind, size_t size)
{
    return or_memory_error(vm, memory_allocate(&heap_of(vm)->memory, kind, size));
}

void *heap_allocate_array(struct Interpreter *vm, enum MemoryKind kind, size_t count, size_t size)
{
    return or_memory_error(vm, memory_allocate_array(&heap_of(vm)->memory, kind, count, size));
}

void *heap_resize(struct Interpreter *vm, enum MemoryKind kind, void *block, size_t old_size, size_t new_size)
{
    return or_memory_error(vm, memory_resize(&heap_of(vm)->memory, kind, block, old_size, new_size));
}

void heap_free(struct Interpreter *vm, enum MemoryKind kind, void *block, size_t size)
{
    memory_free(&heap_of(vm)->memory, kind, block, size);
}

/* ---- Cells ------------------------------------------------------------- */

#ifdef VIV_DEBUG
static struct Epitaph compose_epitaph(struct Interpreter *vm, const struct Page *page, const struct Object *object)
{
    struct Epitaph epitaph = {page->births[cell_index(page, object)], "object"};
    if (heap_of(vm)->hooks->type_name != NULL)
        strncpy(epitaph.type_name, heap_of(vm)->hooks->type_name(object->type), sizeof epitaph.type_name - 1);
    return epitaph;
}

/* Fills the part of a free cell behind its link, and forbids it under ASan. */
static void bury(struct Interpreter *vm, struct Page *page, struct Object *object)
{
    struct FreeCell *cell = (struct FreeCell *)object;
    struct Epitaph epitaph = compose_epitaph(vm, page, object);
    size_t room = page->cell_size - sizeof *cell;
    memset(cell + 1, 0xdd, room);
    memcpy(cell + 1, &epitaph, room < sizeof epitaph ? room : sizeof epitaph);
    memory_forbid(cell + 1, room);
}
#else
static inline void bury(struct Interpreter *vm, struct Page *page, struct Object *object)
{
    (void)vm, (void)page, (void)object;
}
#endif

static void make_collection_due(struct Interpreter *vm)
{
    struct Heap *heap = heap_of(vm);
    if (heap->collection_due || heap->private_state->collector.collecting)
        return;
    heap->collection_due = true;
    if (heap->hooks->request_safe_point != NULL)
        heap->hooks->request_safe_point(vm);
}

static inline void register_birth(struct Interpreter *vm, struct Page *page, uint32_t index)
{
    struct Heap *heap = heap_of(vm);
    page->births[index] = (uint32_t)++heap->births;
    if (page->states == NULL)
        return;
    page->states[index] = CELL_LIVE;
    if (UNLIKELY(++heap->young_count > heap->young_limit))
        make_collection_due(vm);
}

static inline struct Object *start_object(struct Object *object, struct Type *type)
{
    *object = (struct Object){.count = 1, .type = type};
    if (type_is_counted((struct TypeMemory *)type))
        object_retain(type); /* ownership: the object's header holds it */
    return object;
}

/* Cells are small and a multiple of 16 bytes: plain stores beat the string instruction that memset would become. */
static inline void clear_cell(char *from, const char *end)
{
    for (; from < end; from += 16) {
        memset(from, 0, 16);
        __asm__ volatile("" : : : "memory"); /* keeps it a loop of stores */
    }
}

/* Takes the first free cell of a page that has one; clear: how many bytes to zero. */
static inline struct Object *take_cell(struct Interpreter *vm, struct Page *page, struct Type *type, size_t clear)
{
    struct FreeCell *cell = page->free;
    memory_permit(cell, page->cell_size);
    page->free = cell->next;
    page->live++;
    register_birth(vm, page, cell_index(page, cell));
    /* Apart from the header: stores that overlap would make the next load of a field wait for both. */
    clear_cell((char *)cell + sizeof(struct Object), (char *)cell + clear);
    return start_object((struct Object *)cell, type);
}

static struct Object *allocate_large(struct Interpreter *vm, struct Type *type, size_t size, bool clear)
{
    enum ObjectKind kind = ((struct TypeMemory *)type)->kind;
    struct Page *page = or_memory_error(vm, page_new_large(heap_of(vm), kind, size, clear));
    if (page == NULL)
        return NULL;
    register_birth(vm, page, 0);
    struct Object *object = start_object(page_cell(page, 0), type);
    object->flags = OBJECT_LARGE;
    return object;
}

/* The current page of the class with at least one free cell; NULL: no memory. */
static struct Page *page_with_room(struct Heap *heap, enum ObjectKind kind, unsigned size_class)
{
    struct Page **current = &heap->current[kind][size_class];
    struct Page *page = *current;
    if (page->free != NULL || page_refresh(page))
        return page;
    page = page_new(heap, kind, size_class);
    if (page == NULL)
        return NULL;
    *current = page;
    if (page->free == NULL && !page_refresh(page))
        return NULL;
    return page;
}

static struct Object *allocate_slowly(struct Interpreter *vm, struct Type *type, size_t size, bool clear)
{
    struct Heap *heap = heap_of(vm);
    if (size > SMALL_OBJECT_LIMIT)
        return allocate_large(vm, type, size, clear);
    if (heap->memory.fail_at != 0 && !memory_request(&heap->memory, size))
        return or_memory_error(vm, NULL);
    size = (size + SIZE_CLASS_STEP - 1) & ~(size_t)(SIZE_CLASS_STEP - 1);
    struct Page *page = page_with_room(heap, ((struct TypeMemory *)type)->kind,
                                       (unsigned)(size / SIZE_CLASS_STEP) - 1);
    if (page == NULL)
        return or_memory_error(vm, NULL);
    return take_cell(vm, page, type, clear ? size : sizeof(struct Object));
}

/* clear: zero all of it, or the header only. */
static inline struct Object *allocate(struct Interpreter *vm, struct Type *type, size_t size, bool clear)
{
    struct Heap *heap = heap_of(vm);
    if (UNLIKELY(size > SMALL_OBJECT_LIMIT || heap->memory.fail_at != 0))
        return allocate_slowly(vm, type, size, clear);
    size = (size + SIZE_CLASS_STEP - 1) & ~(size_t)(SIZE_CLASS_STEP - 1);
    struct Page *page = heap->current[((struct TypeMemory *)type)->kind][size / SIZE_CLASS_STEP - 1];
    if (UNLIKELY(page->free == NULL))
        return allocate_slowly(vm, type, size, clear);
    return take_cell(vm, page, type, clear ? size : sizeof(struct Object));
}

struct Object *object_allocate(struct Interpreter *vm, struct Type *type, size_t size)
{
    return allocate(vm, type, size, true);
}

struct Object *object_allocate_raw(struct Interpreter *vm, struct Type *type, size_t size)
{
    return allocate(vm, type, size, false);
}

/* The page got its first free cell again, or lost its last live one. */
static void page_changed(struct Heap *heap, struct Page *page)
{
    if (heap->current[page->kind][page->size_class] == page)
        return;
    if (page->live == 0)
        page_retire(heap, page);
    else if (!page->available)
        page_add_available(heap, page);
}

/* Makes a dead cell the next to be used. */
static inline void offer_cell(struct Heap *heap, struct Page *page, struct FreeCell *cell)
{
    struct FreeCell *next = page->free;
    cell->next = next;
    page->free = cell;
    if (UNLIKELY(--page->live == 0 || next == NULL))
        page_changed(heap, page);
}

void object_free_cell(struct Interpreter *vm, struct Page *page, struct Object *object)
{
    struct Heap *heap = heap_of(vm);
    if (UNLIKELY(page->reciprocal == 0)) {
        page_delete_large(heap, page);
        return;
    }
    if (page->states != NULL)
        page->states[cell_index(page, object)] = 0;
    bury(vm, page, object);
    struct FreeCell *cell = (struct FreeCell *)object;
    cell->type = NULL;
#ifdef VIV_DEBUG
    /* The dead lie for a while, so that whoever still refers to them is caught. */
    struct HeapPrivate *private = heap->private_state;
    struct FreeCell **place = &private->graveyard[private->grave++ % GRAVEYARD_SIZE];
    struct FreeCell *rested = *place;
    *place = cell;
    if (rested == NULL)
        return;
    cell = rested;
    page = (struct Page *)((uintptr_t)cell & ~(uintptr_t)(PAGE_SIZE - 1));
#endif
    offer_cell(heap, page, cell);
}

/* ---- Resizing ---------------------------------------------------------- */

/* Moves a leaf to a cell of another size; the number of birth goes with it. */
static struct Object *move_leaf(struct Interpreter *vm, struct Object *object, size_t new_size)
{
    struct Page *page = object_page(object);
    struct Object *copy = object_allocate_raw(vm, object->type, new_size);
    if (copy == NULL)
        return NULL;
    struct Page *new_page = object_page(copy);
    new_page->births[cell_index(new_page, copy)] = page->births[cell_index(page, object)];
    heap_of(vm)->births--; /* it is no new object */
    copy->flags |= object->flags & ~(uint32_t)OBJECT_LARGE;
    memcpy(copy + 1, object + 1, (page->cell_size < new_size ? page->cell_size : new_size) - sizeof *copy);
    return copy;
}

static struct Object *resize_leaf(struct Interpreter *vm, struct Object *object, size_t new_size)
{
    struct Page *page = object_page(object);
    if (page->reciprocal == 0 && new_size > SMALL_OBJECT_LIMIT) {
        page = or_memory_error(vm, page_resize_large(heap_of(vm), page, new_size));
        return page == NULL ? NULL : page_cell(page, 0);
    }
    if (page->reciprocal != 0 && new_size <= page->cell_size && new_size + SIZE_CLASS_STEP > page->cell_size)
        return object;
    struct Object *copy = move_leaf(vm, object, new_size);
    if (copy != NULL) {
        if (UNLIKELY(type_is_counted(object_memory(object))))
            object_release(vm, object->type); /* the copy retained it anew */
        object_free_cell(vm, page, object);
    }
    return copy;
}

struct Object *object_resize(struct Interpreter *vm, struct Object *object, size_t new_size) /* ownership: moves on */
{
    struct Object *resized = resize_leaf(vm, object, new_size);
    if (UNLIKELY(resized == NULL))
        object_release(vm, object);
    return resized;
}

/* ---- Questions --------------------------------------------------------- */

size_t object_cell_size(const struct Object *object)
{
    return object->flags & OBJECT_STATIC ? 0 : object_page(object)->cell_size;
}

uint64_t object_birth_number(struct Interpreter *vm, const struct Object *object)
{
    if (object->flags & OBJECT_STATIC)
        return 0;
    struct Page *page = object_page(object);
    uint64_t births = heap_of(vm)->births;
    /* The high half is that of the last birth with this low half. */
    return births - (uint32_t)((uint32_t)births - page->births[cell_index(page, object)]);
}

void heap_walk(struct Interpreter *vm, VisitFunction visit, void *context)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    for (uint32_t number = 0; number < private->table_size; number++) {
        struct Page *page = private->table[number];
        for (uint32_t i = 0; page != NULL && i < page->fresh; i++) {
            if (cell_is_live(page, i))
                visit(value_from_object(page_cell(page, i)), context);
        }
    }
}

void object_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct TypeMemory *memory = object_memory(object);
    if (type_is_counted(memory))
        visit(value_from_object(memory), context);
    if (memory->traverse != NULL)
        memory->traverse(object, visit, context);
}

/* ---- Opening and closing ----------------------------------------------- */

bool heap_open(struct Interpreter *vm, const struct HeapHooks *hooks, size_t memory_limit)
{
    struct Heap *heap = heap_of(vm);
    memset(heap, 0, sizeof *heap);
    memory_open(&heap->memory, memory_limit);
    heap->hooks = hooks;
    heap->private_state = memory_allocate_zeroed(&heap->memory, MEMORY_BYTES, sizeof *heap->private_state);
    if (heap->private_state == NULL)
        return false;
    heap->private_state->deferred = NO_CELL;
    heap->private_state->no_page.cell_size = SIZE_CLASS_STEP;
    for (int kind = 0; kind < 2; kind++) {
        for (int size_class = 0; size_class < SIZE_CLASS_COUNT; size_class++)
            heap->current[kind][size_class] = &heap->private_state->no_page;
    }
    collector_open(vm);
#ifdef VIV_MUTANTS
    mutants_open(vm);
#endif
    return true;
}

/* Immortal objects have nobody who would free them before. */
static bool close_page(struct Interpreter *vm, struct Page *page)
{
    bool empty = true;
    for (uint32_t i = 0; i < page->fresh; i++) {
        struct Object *object = page_cell(page, i);
        if (!cell_is_live(page, i))
            continue;
        if (!object_is_immortal(object))
            empty = false;
        else if (object_memory(object)->destroy != NULL)
            object_memory(object)->destroy(vm, object);
    }
    return empty;
}

bool heap_close(struct Interpreter *vm)
{
    struct Heap *heap = heap_of(vm);
    struct HeapPrivate *private = heap->private_state;
    bool empty = true;
    for (uint32_t i = 0; i < private->table_size; i++) {
        if (private->table[i] != NULL && !close_page(vm, private->table[i]))
            empty = false;
    }
#ifdef VIV_MUTANTS
    mutants_close(vm);
#endif
    weak_close(vm);
    pages_close(heap);
    memory_free(&heap->memory, MEMORY_BYTES, private, sizeof *private);
    heap->private_state = NULL;
    return empty && heap->memory.in_use == 0;
}
