/*
 * Pages and large blocks: where they come from and where they go.
 *
 * Pages are cut from arenas of 1 MiB; an empty page goes to a small pool, and
 * from there back to its arena, which tells the system that the memory is not
 * needed.  Lists of pages are intrusive, so nothing here can fail but getting
 * a new page.
 */
#include <sys/mman.h>

#include "gc/private.h"

/* ---- The page table ---------------------------------------------------- */

static bool table_grow(struct Heap *heap)
{
    struct HeapPrivate *private = heap->private_state;
    uint32_t size = private->table_size == 0 ? 64 : private->table_size * 2;
    if (size > (UINT32_MAX >> CELL_INDEX_BITS)) /* cell numbers are full: 64 GiB of pages */
        return false;
    void *table = memory_resize(&heap->memory, MEMORY_BYTES, private->table, private->table_size * sizeof(void *),
                                size * sizeof(void *));
    if (table == NULL)
        return false;
    private->table = table;
    memset(private->table + private->table_size, 0, (size - private->table_size) * sizeof(void *));
    private->table_hint = private->table_size;
    private->table_size = size;
    return true;
}

static bool table_add(struct Heap *heap, struct Page *page)
{
    struct HeapPrivate *private = heap->private_state;
    if (private->table_used == private->table_size && !table_grow(heap))
        return false;
    while (private->table[private->table_hint] != NULL)
        private->table_hint = (private->table_hint + 1) % private->table_size;
    page->number = private->table_hint;
    private->table[page->number] = page;
    private->table_used++;
    return true;
}

static void table_remove(struct Heap *heap, struct Page *page)
{
    heap->private_state->table[page->number] = NULL;
    heap->private_state->table_hint = page->number;
    heap->private_state->table_used--;
}

/* ---- Arenas ------------------------------------------------------------ */

static struct Arena *arena_new(struct Heap *heap)
{
    struct Arena *arena = memory_allocate(&heap->memory, MEMORY_BYTES, sizeof *arena);
    if (arena == NULL)
        return NULL;
    arena->pages = memory_allocate_aligned(&heap->memory, PAGE_SIZE, (size_t)ARENA_PAGES * PAGE_SIZE);
    if (arena->pages == NULL) {
        memory_free(&heap->memory, MEMORY_BYTES, arena, sizeof *arena);
        return NULL;
    }
    arena->free_mask = (1u << ARENA_PAGES) - 1;
    arena->next = heap->private_state->arenas;
    heap->private_state->arenas = arena;
    return arena;
}

/* Zeroed memory for one page. */
static void *arena_take_page(struct Heap *heap)
{
    struct Arena *arena = heap->private_state->arenas;
    while (arena != NULL && arena->free_mask == 0)
        arena = arena->next;
    if (arena == NULL && (arena = arena_new(heap)) == NULL)
        return NULL;
    int slot = __builtin_ctz(arena->free_mask);
    arena->free_mask &= ~(1u << slot);
    return arena->pages + (size_t)slot * PAGE_SIZE;
}

static void arena_return_page(struct Heap *heap, char *page)
{
    struct Arena **link = &heap->private_state->arenas;
    while (page < (*link)->pages || page >= (*link)->pages + (size_t)ARENA_PAGES * PAGE_SIZE)
        link = &(*link)->next;
    struct Arena *arena = *link;
    madvise(page, PAGE_SIZE, MADV_DONTNEED);
    arena->free_mask |= 1u << ((size_t)(page - arena->pages) / PAGE_SIZE);
    if (arena->free_mask != (1u << ARENA_PAGES) - 1)
        return;
    *link = arena->next;
    memory_free_aligned(&heap->memory, arena->pages, (size_t)ARENA_PAGES * PAGE_SIZE);
    memory_free(&heap->memory, MEMORY_BYTES, arena, sizeof *arena);
}

/* ---- Lists ------------------------------------------------------------- */

void page_make_young(struct Heap *heap, struct Page *page)
{
    bool listed = page->young[0] || page->young[1];
    page->young[0] = true;
    if (listed)
        return;
    page->young_previous = NULL;
    page->young_next = heap->private_state->young;
    if (page->young_next != NULL)
        page->young_next->young_previous = page;
    heap->private_state->young = page;
}

void page_leave_young(struct Heap *heap, struct Page *page)
{
    if (!page->young[0] && !page->young[1])
        return;
    page->young[0] = page->young[1] = false;
    if (page->young_previous != NULL)
        page->young_previous->young_next = page->young_next;
    else
        heap->private_state->young = page->young_next;
    if (page->young_next != NULL)
        page->young_next->young_previous = page->young_previous;
}

void page_add_available(struct Heap *heap, struct Page *page)
{
    struct Page **head = &heap->private_state->available[page->kind][page->size_class];
    page->available = true;
    page->previous = NULL;
    page->next = *head;
    if (page->next != NULL)
        page->next->previous = page;
    *head = page;
}

static void remove_available(struct Heap *heap, struct Page *page)
{
    page->available = false;
    if (page->previous != NULL)
        page->previous->next = page->next;
    else
        heap->private_state->available[page->kind][page->size_class] = page->next;
    if (page->next != NULL)
        page->next->previous = page->previous;
}

/* ---- Pages of small cells ---------------------------------------------- */

static void page_lay_out(struct Page *page, enum ObjectKind kind, unsigned size_class)
{
    size_t cell_size = (size_class + 1) * (size_t)SIZE_CLASS_STEP;
    size_t side = sizeof(uint32_t) + (kind == OBJECT_CONTAINER ? sizeof(uint32_t) + 1 : 0);
    size_t room = PAGE_SIZE - sizeof *page - SIZE_CLASS_STEP;
    size_t count = room / (cell_size + side);

    page->kind = (uint8_t)kind;
    page->size_class = (uint8_t)size_class;
    page->cell_size = cell_size;
    page->cell_count = (uint32_t)count;
    page->reciprocal = (65536 + size_class) / (size_class + 1);
    page->births = (uint32_t *)(page + 1);
    char *end = (char *)(page->births + count);
    if (kind == OBJECT_CONTAINER) {
        page->scratch = (uint32_t *)end;
        page->states = (uint8_t *)(page->scratch + count);
        memset(page->states, 0, count);
        end = (char *)(page->states + count);
    }
    page->cells = (char *)(((uintptr_t)end + SIZE_CLASS_STEP - 1) & ~(uintptr_t)(SIZE_CLASS_STEP - 1));
}

/* Its header is zero; what lies behind may be old. */
static struct Page *pool_take(struct Heap *heap)
{
    struct Page *page = heap->private_state->pool;
    if (page == NULL)
        return arena_take_page(heap);
    heap->private_state->pool = page->next;
    heap->private_state->pool_length--;
    memset(page, 0, sizeof *page);
    return page;
}

static void pool_put(struct Heap *heap, struct Page *page)
{
    struct HeapPrivate *private = heap->private_state;
    memory_permit(page, PAGE_SIZE);
    if (private->pool_length >= POOL_LIMIT) {
        arena_return_page(heap, (char *)page);
        return;
    }
    page->next = private->pool;
    private->pool = page;
    private->pool_length++;
}

struct Page *page_new(struct Heap *heap, enum ObjectKind kind, unsigned size_class)
{
    struct Page *page = heap->private_state->available[kind][size_class];
    if (page != NULL) {
        remove_available(heap, page);
    } else {
        page = pool_take(heap);
        if (page == NULL)
            return NULL;
        if (!table_add(heap, page)) {
            pool_put(heap, page);
            return NULL;
        }
        page_lay_out(page, kind, size_class);
    }
    if (kind == OBJECT_CONTAINER)
        page_make_young(heap, page);
    return page;
}

bool page_refresh(struct Page *page)
{
    enum { BATCH_BYTES = 2048 };
    uint32_t batch = (uint32_t)(BATCH_BYTES / page->cell_size);
    uint32_t left = page->cell_count - page->fresh;
    if (left == 0)
        return false;
    if (batch > left)
        batch = left;
    for (uint32_t i = page->fresh + batch; i-- > page->fresh;) {
        struct FreeCell *cell = (struct FreeCell *)page_cell(page, i);
        cell->next = page->free;
        cell->type = NULL;
        page->free = cell;
    }
    page->fresh += batch;
    return true;
}

void page_retire(struct Heap *heap, struct Page *page)
{
    if (page->available)
        remove_available(heap, page);
    page_leave_young(heap, page);
    table_remove(heap, page);
    pool_put(heap, page);
}

/* ---- Large blocks ------------------------------------------------------ */

/* Pointers into the block itself, after it was made or moved. */
static void large_attach(struct LargeBlock *block)
{
    struct Page *page = &block->page;
    page->cells = (char *)block + LARGE_HEADER_SIZE;
    page->births = &block->birth;
    page->states = page->kind == OBJECT_CONTAINER ? &block->state : NULL;
    page->scratch = page->kind == OBJECT_CONTAINER ? &block->scratch : NULL;
}

/* clear: zero the whole object, or its header only. */
struct Page *page_new_large(struct Heap *heap, enum ObjectKind kind, size_t size, bool clear)
{
    if (size > PTRDIFF_MAX - LARGE_HEADER_SIZE) {
        heap->memory.requests++;
        heap->memory.failed++;
        return NULL;
    }
    size_t total = LARGE_HEADER_SIZE + size;
    struct LargeBlock *block = clear ? memory_allocate_zeroed(&heap->memory, MEMORY_VALUES, total)
                                     : memory_allocate(&heap->memory, MEMORY_VALUES, total);
    if (block == NULL)
        return NULL;
    if (!clear)
        memset(block, 0, LARGE_HEADER_SIZE + sizeof(struct Object));
    block->page.kind = (uint8_t)kind;
    block->page.cell_size = size;
    block->page.cell_count = block->page.live = block->page.fresh = 1;
    large_attach(block);
    if (!table_add(heap, &block->page)) {
        memory_free(&heap->memory, MEMORY_VALUES, block, LARGE_HEADER_SIZE + size);
        return NULL;
    }
    if (kind == OBJECT_CONTAINER)
        page_make_young(heap, &block->page);
    return &block->page;
}

struct Page *page_resize_large(struct Heap *heap, struct Page *page, size_t new_size)
{
    size_t old_size = page->cell_size;
    if (new_size > PTRDIFF_MAX - LARGE_HEADER_SIZE)
        return NULL;
    bool young = page->young[0] || page->young[1];
    page_leave_young(heap, page);
    struct LargeBlock *block = memory_resize(&heap->memory, MEMORY_VALUES, page, LARGE_HEADER_SIZE + old_size,
                                             LARGE_HEADER_SIZE + new_size);
    struct Page *moved = block != NULL ? &block->page : page;
    if (block != NULL) {
        moved->cell_size = new_size;
        large_attach(block);
        heap->private_state->table[moved->number] = moved;
    }
    if (young)
        page_make_young(heap, moved);
    return block != NULL ? moved : NULL;
}

void page_delete_large(struct Heap *heap, struct Page *page)
{
    page_leave_young(heap, page);
    table_remove(heap, page);
    memory_free(&heap->memory, MEMORY_VALUES, page, LARGE_HEADER_SIZE + page->cell_size);
}

/* ---- The end ----------------------------------------------------------- */

void pages_close(struct Heap *heap)
{
    struct HeapPrivate *private = heap->private_state;
    for (uint32_t i = 0; i < private->table_size; i++) {
        struct Page *page = private->table[i];
        if (page != NULL && page->reciprocal == 0)
            page_delete_large(heap, page);
    }
    while (private->arenas != NULL) {
        struct Arena *arena = private->arenas;
        private->arenas = arena->next;
        memory_permit(arena->pages, (size_t)ARENA_PAGES * PAGE_SIZE);
        memory_free_aligned(&heap->memory, arena->pages, (size_t)ARENA_PAGES * PAGE_SIZE);
        memory_free(&heap->memory, MEMORY_BYTES, arena, sizeof *arena);
    }
    memory_free(&heap->memory, MEMORY_BYTES, private->table, private->table_size * sizeof(void *));
    private->table = NULL;
}
