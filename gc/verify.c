/*
 * The holders oracle and the list of survivors.  See gc/verify.h.
 *
 * Tallies stand beside the page table: one array per page, made with calloc so
 * that a verification neither counts as a request nor fails by order.
 */
#include "gc/verify.h"

#include <inttypes.h>
#include <stdlib.h>

#include "gc/private.h"

enum { REPORT_LIMIT = 50 };

struct Tally {
    struct Interpreter *vm;
    uint32_t **pages; /* holders found, by page number and cell index */
};

static void visit_tally(Value v, void *context)
{
    struct Tally *tally = context;
    if (!is_object(v) || is_empty(v) || (value_object(v)->flags & OBJECT_STATIC))
        return;
    struct Page *page = object_page(value_object(v));
    tally->pages[page->number][cell_index(page, value_object(v))]++;
}

static const char *type_name_of(struct Interpreter *vm, const struct Object *object)
{
    const struct HeapHooks *hooks = heap_of(vm)->hooks;
    return hooks->type_name != NULL ? hooks->type_name(object->type) : "object";
}

static void describe(struct Interpreter *vm, FILE *report, const struct Object *object)
{
    fprintf(report, "%s #%" PRIu64 ": count %" PRId32, type_name_of(vm, object), object_birth_number(vm, object),
            object->count);
}

/* The object that a free cell was last. */
static void describe_dead(FILE *report, const struct Object *object)
{
    struct Epitaph epitaph = {0, "object"};
#ifdef VIV_DEBUG
    const struct Page *page = object_page(object);
    size_t room = page->cell_size - sizeof(struct FreeCell);
    memory_permit((void *)(object + 1), room);
    memcpy(&epitaph, object + 1, room < sizeof epitaph ? room : sizeof epitaph);
    epitaph.type_name[sizeof epitaph.type_name - 1] = 0;
#else
    (void)object;
#endif
    fprintf(report, "%s #%" PRIu64, epitaph.type_name, epitaph.birth);
}

#ifdef VIV_DEBUG
void object_check_alive(const void *object)
{
    if (LIKELY(((const struct Object *)object)->type != NULL))
        return;
    fprintf(stderr, "viv: oracle: ");
    describe_dead(stderr, object);
    fprintf(stderr, " is used after its death\n");
    abort();
}
#endif

/* Objects being destroyed hold what was not taken from them yet. */
static bool cell_holds(const struct Page *page, uint32_t index)
{
    return page->states != NULL ? (page->states[index] & CELL_LIVE) != 0 : page_cell(page, index)->type != NULL;
}

static void tally_page(struct Tally *tally, struct Page *page)
{
    for (uint32_t i = 0; i < page->fresh; i++) {
        if (cell_holds(page, i))
            object_traverse(page_cell(page, i), visit_tally, tally);
    }
}

static size_t compare_page(struct Tally *tally, struct Page *page, FILE *report, bool exact, size_t wrong)
{
    for (uint32_t i = 0; i < page->fresh; i++) {
        const struct Object *object = page_cell(page, i);
        uint32_t holders = tally->pages[page->number][i];
        if (!cell_holds(page, i) && holders != 0 && wrong++ < REPORT_LIMIT) {
            fprintf(report, "viv: oracle: ");
            describe_dead(report, object);
            fprintf(report, " is dead, holders %" PRIu32 "\n", holders);
        }
        if (!cell_is_live(page, i) || object_is_immortal(object))
            continue;
        if ((uint32_t)object->count == holders || (!exact && (uint32_t)object->count > holders))
            continue;
        if (wrong++ < REPORT_LIMIT) {
            fprintf(report, "viv: oracle: ");
            describe(tally->vm, report, object);
            fprintf(report, ", holders %" PRIu32 "\n", holders);
        }
    }
    return wrong;
}

static bool tally_open(struct Tally *tally, struct HeapPrivate *private)
{
    tally->pages = calloc(private->table_size + 1, sizeof *tally->pages);
    if (tally->pages == NULL)
        return false;
    for (uint32_t i = 0; i < private->table_size; i++) {
        if (private->table[i] != NULL)
            tally->pages[i] = calloc(private->table[i]->cell_count, sizeof(uint32_t));
        if (private->table[i] != NULL && tally->pages[i] == NULL)
            return false;
    }
    return true;
}

static void tally_close(struct Tally *tally, struct HeapPrivate *private)
{
    for (uint32_t i = 0; tally->pages != NULL && i < private->table_size; i++)
        free(tally->pages[i]);
    free(tally->pages);
}

bool heap_verify(struct Interpreter *vm, FILE *report, bool exact)
{
    struct HeapPrivate *private = heap_of(vm)->private_state;
    struct Tally tally = {vm, NULL};
    size_t wrong = 0;
    if (tally_open(&tally, private)) {
        for (uint32_t i = 0; i < private->table_size; i++) {
            if (private->table[i] != NULL)
                tally_page(&tally, private->table[i]);
        }
        if (heap_of(vm)->hooks->visit_roots != NULL)
            heap_of(vm)->hooks->visit_roots(vm, visit_tally, &tally);
        for (uint32_t i = 0; i < private->table_size; i++) {
            if (private->table[i] != NULL)
                wrong = compare_page(&tally, private->table[i], report, exact, wrong);
        }
    }
    tally_close(&tally, private);
    return wrong == 0;
}

struct LiveReport {
    struct Interpreter *vm;
    FILE *report;
    size_t count;
};

static void visit_live(Value v, void *context)
{
    struct LiveReport *live = context;
    const struct Object *object = value_object(v);
    if (object_is_immortal(object))
        return;
    if (live->count++ >= REPORT_LIMIT)
        return;
    fprintf(live->report, "viv: left on the heap: ");
    describe(live->vm, live->report, object);
    fprintf(live->report, "\n");
}

size_t heap_report_live(struct Interpreter *vm, FILE *report)
{
    struct LiveReport live = {vm, report, 0};
    heap_walk(vm, visit_live, &live);
    if (live.count > REPORT_LIMIT)
        fprintf(report, "viv: left on the heap: %zu more objects\n", live.count - REPORT_LIMIT);
    const struct Memory *memory = &heap_of(vm)->memory;
    if (memory->fail_at != 0)
        fprintf(report, "viv: %" PRIu64 " allocations, %" PRIu64 " failed\n", memory->requests, memory->failed);
    return live.count;
}
