/*
 * The table of set and frozenset.
 *
 * Probing and growth are CPython's to the letter (nine neighbours first, then
 * a jump; four times the size, twice for big sets), because the order in
 * which a set iterates and prints follows from them.
 *
 * Invariants: an entry is free (key EMPTY, hash 0), deleted (VALUE_ABSENT,
 * hash -1) or in use; `fill` counts the last two, `used` the last; `mask` is
 * meaningful only when there is a table.  A lookup may run Python code that
 * changes the set: it looks again at table and key after each comparison.
 */
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/set_internal.h"
#include "runtime/string.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, MINIMUM_SIZE = 8, BIG_SET = 50000 };

static size_t table_bytes(const struct Set *set)
{
    return set->table != NULL ? (set->mask + 1) * sizeof *set->table : 0;
}

/* ---- Making ------------------------------------------------------------- */

OWNED Value set_new_of_type(struct Interpreter *vm, struct Type *type)
{
    struct Set *set = (struct Set *)(void *)object_allocate(vm, type, type->instance_size);
    if (set == NULL)
        return EMPTY;
    set->mask = MINIMUM_SIZE - 1;
    set->hash = -1;
    return value_from_object(set);
}

OWNED Value set_new(struct Interpreter *vm, enum TypeIndex type)
{
    return set_new_of_type(vm, builtin_type(vm, type));
}

OWNED Value set_from_iterable(struct Interpreter *vm, enum TypeIndex type, Value iterable)
{
    Value set = set_new(vm, type);
    if (!is_empty(set) && !set_update(vm, set, iterable)) {
        release(vm, set);
        return EMPTY;
    }
    return set;
}

/* ---- Growing ------------------------------------------------------------ */

static struct SetEntry *allocate_table(struct Interpreter *vm, size_t size)
{
    struct SetEntry *table = heap_allocate_array(vm, MEMORY_VALUES, size, sizeof *table);
    if (table != NULL)
        memset(table, 0, size * sizeof *table);
    return table;
}

/* The place for a key that is not in a table without deleted entries. */
static struct SetEntry *free_place(struct SetEntry *table, size_t mask, int64_t hash)
{
    uint64_t perturb = (uint64_t)hash;
    size_t i = (size_t)hash & mask;
    for (;;) {
        size_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (size_t place = i; place <= last; place++)
            if (is_empty(table[place].key))
                return &table[place];
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

bool set_resize(struct Interpreter *vm, struct Set *set, size_t minimum_used)
{
    size_t size = MINIMUM_SIZE;
    while (size <= minimum_used)
        size <<= 1;
    struct SetEntry *table = allocate_table(vm, size), *old = set->table;
    if (table == NULL)
        return false;
    for (size_t i = 0; old != NULL && i <= set->mask; i++) {
        if (!set_entry_is_used(&old[i]))
            continue;
        struct SetEntry *entry = free_place(table, size - 1, old[i].hash);
        entry->hash = old[i].hash;
        slot_move(vm, set, &entry->key, &old[i].key);
    }
    heap_free(vm, MEMORY_VALUES, old, table_bytes(set));
    set->table = table;
    set->mask = size - 1;
    set->fill = set->used;
    return true;
}

/* ---- Finding ------------------------------------------------------------ */

enum { DIFFERENT, EQUAL, RAISED = -1, CHANGED = -2 };

static int entry_equals(struct Interpreter *vm, struct Set *set, struct SetEntry *entry, Value key)
{
    Value candidate = entry->key;
    if (value_same(candidate, key))
        return EQUAL;
    if (are_small_ints(candidate, key))
        return DIFFERENT;
    if (is_exact_string(vm, candidate) && is_exact_string(vm, key))
        return string_equal(candidate, key);
    struct SetEntry *table = set->table;
    size_t mask = set->mask;
    retain(candidate);
    int equal = values_equal(vm, candidate, key);
    release(vm, candidate);
    if (equal < 0)
        return RAISED;
    if (set->table != table || set->mask != mask || !value_same(entry->key, candidate))
        return CHANGED;
    return equal;
}

/* One pass: EQUAL (*place is the entry), DIFFERENT (*place is where the key would go: the last deleted entry met, or
 * the free one that ended the search), RAISED or CHANGED. */
static int find_once(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, struct SetEntry **place)
{
    struct SetEntry *table = set->table, *deleted = NULL;
    size_t mask = set->mask, i = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        struct SetEntry *entry = &table[i], *last = i + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES : entry;
        for (; entry <= last; entry++) {
            if (is_empty(entry->key)) {
                *place = deleted != NULL ? deleted : entry;
                return DIFFERENT;
            }
            if (entry->hash != hash) {
                if (UNLIKELY(entry->hash == -1))
                    deleted = entry;
                continue;
            }
            int equal = entry_equals(vm, set, entry, key);
            if (equal != DIFFERENT) {
                *place = entry;
                return equal;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static int find(struct Interpreter *vm, struct Set *set, Value key, int64_t hash, struct SetEntry **place)
{
    int found = CHANGED;
    while (found == CHANGED) {
        if (set->table == NULL) {
            *place = NULL;
            return DIFFERENT;
        }
        found = find_once(vm, set, key, hash, place);
    }
    return found;
}

int set_contains_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash)
{
    struct SetEntry *place;
    return find(vm, set, key, hash, &place);
}

/* ---- Adding and removing ------------------------------------------------ */

bool set_add_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash)
{
    struct SetEntry *place;
    int found = find(vm, set, key, hash, &place);
    if (found != DIFFERENT)
        return found == EQUAL;
    if (place == NULL) {
        set->table = allocate_table(vm, set->mask + 1);
        if (set->table == NULL)
            return false;
        place = free_place(set->table, set->mask, hash);
    }
    bool reused = is_absent(place->key);
    place->hash = hash;
    slot_init(vm, set, &place->key, retain(key));
    set->used++;
    if (reused)
        return true;
    set->fill++;
    if (set->fill * 5 < set->mask * 3)
        return true;
    return set_resize(vm, set, set->used > BIG_SET ? set->used * 2 : set->used * 4);
}

bool set_add(struct Interpreter *vm, Value set, Value item)
{
    int64_t hash;
    return value_hash(vm, item, &hash) && set_add_hashed(vm, as_set(set), item, hash);
}

int set_contains(struct Interpreter *vm, Value set, Value item)
{
    int64_t hash;
    return value_hash(vm, item, &hash) ? set_contains_hashed(vm, as_set(set), item, hash) : -1;
}

/* Marks the entry deleted and hands its key to the caller. */
static OWNED Value detach(struct Interpreter *vm, struct Set *set, struct SetEntry *entry)
{
    Value key = slot_take(vm, set, &entry->key);
    entry->key = VALUE_ABSENT;
    entry->hash = -1;
    set->used--;
    return key;
}

int set_discard_hashed(struct Interpreter *vm, struct Set *set, Value key, int64_t hash)
{
    struct SetEntry *place;
    int found = find(vm, set, key, hash, &place);
    if (found == EQUAL)
        release(vm, detach(vm, set, place));
    return found;
}

OWNED Value set_pop(struct Interpreter *vm, struct Set *set)
{
    size_t i = set->finger & set->mask;
    while (!set_entry_is_used(&set->table[i]))
        i = i < set->mask ? i + 1 : 0;
    set->finger = i + 1;
    return detach(vm, set, &set->table[i]);
}

/* The contents leave the set before the first release: what that runs sees an empty set. */
void set_clear(struct Interpreter *vm, struct Set *set)
{
    struct SetEntry *table = set->table;
    size_t mask = set->mask, bytes = table_bytes(set);
    set->table = NULL;
    set->mask = MINIMUM_SIZE - 1;
    set->used = set->fill = 0;
    for (size_t i = 0; table != NULL && i <= mask; i++)
        slot_clear(vm, set, &table[i].key);
    heap_free(vm, MEMORY_VALUES, table, bytes);
}

bool set_next(Value set, size_t *position, Value *key)
{
    const struct SetEntry *entry = set_next_entry(as_set(set), position);
    if (entry != NULL)
        *key = entry->key;
    return entry != NULL;
}

/* ---- Merging ------------------------------------------------------------ */

/* Into an empty table no comparison is needed; the places follow from the order of insertion. */
static void fill_empty(struct Interpreter *vm, struct Set *set, const struct Set *other)
{
    const struct SetEntry *entry;
    for (size_t position = 0; (entry = set_next_entry(other, &position)) != NULL;) {
        struct SetEntry *place = free_place(set->table, set->mask, entry->hash);
        place->hash = entry->hash;
        slot_init(vm, set, &place->key, retain(entry->key));
    }
    set->fill = set->used = other->used;
}

/* Same size, no deleted entries: every key keeps its place. */
static void copy_places(struct Interpreter *vm, struct Set *set, const struct Set *other)
{
    for (size_t i = 0; i <= other->mask; i++) {
        if (is_empty(other->table[i].key))
            continue;
        set->table[i].hash = other->table[i].hash;
        slot_init(vm, set, &set->table[i].key, retain(other->table[i].key));
    }
    set->fill = set->used = other->used;
}

static bool merge_set(struct Interpreter *vm, struct Set *set, struct Set *other)
{
    if (other == set || other->used == 0)
        return true;
    if ((set->fill + other->used) * 5 >= set->mask * 3 && !set_resize(vm, set, (set->used + other->used) * 2))
        return false;
    if (set->fill == 0) {
        if (set->table == NULL && (set->table = allocate_table(vm, set->mask + 1)) == NULL)
            return false;
        if (set->mask == other->mask && other->fill == other->used)
            copy_places(vm, set, other);
        else
            fill_empty(vm, set, other);
        return true;
    }
    const struct SetEntry *entry;
    for (size_t position = 0; (entry = set_next_entry(other, &position)) != NULL;) {
        int64_t hash = entry->hash;
        Value key = retain(entry->key);
        bool ok = set_add_hashed(vm, set, key, hash);
        release(vm, key);
        if (!ok)
            return false;
    }
    return true;
}

static bool merge_dict(struct Interpreter *vm, struct Set *set, struct Dict *dict)
{
    if ((set->fill + dict->length) * 5 >= set->mask * 3 && !set_resize(vm, set, (set->used + dict->length) * 2))
        return false;
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        if (is_empty(dict->entries[i].key))
            continue;
        int64_t hash = dict->entries[i].hash;
        Value key = retain(dict->entries[i].key);
        bool ok = set_add_hashed(vm, set, key, hash);
        release(vm, key);
        if (!ok)
            return false;
    }
    return true;
}

bool set_update(struct Interpreter *vm, Value set, Value iterable)
{
    if (is_any_set(vm, iterable))
        return merge_set(vm, as_set(set), as_set(iterable));
    if (is_exact_dict(vm, iterable))
        return merge_dict(vm, as_set(set), as_dict(iterable));
    Value iterator = object_iterate(vm, iterable);
    if (is_empty(iterator))
        return false;
    bool ok = true;
    while (ok) {
        Value item = iterator_step(vm, iterator);
        if (is_end(item))
            break;
        ok = !is_empty(item) && set_add(vm, set, item);
        release_maybe(vm, item);
    }
    release(vm, iterator);
    return ok;
}

/* ---- What the heap needs ------------------------------------------------ */

void set_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Set *self = (struct Set *)object;
    for (size_t i = 0; self->table != NULL && i <= self->mask; i++)
        visit(self->table[i].key, context);
}

OWNED Value set_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Set *self = (struct Set *)object;
    while (self->table != NULL && *cursor <= self->mask) {
        struct SetEntry *entry = &self->table[(*cursor)++];
        if (!set_entry_is_used(entry))
            continue;
        Value v = slot_take(vm, self, &entry->key);
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

void set_forget(struct Interpreter *vm, struct Object *object)
{
    set_clear(vm, (struct Set *)object);
}

void set_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Set *self = (struct Set *)object;
    heap_free(vm, MEMORY_VALUES, self->table, table_bytes(self));
    self->table = NULL;
}
