/*
 * Interned strings: one object per text that names share.
 *
 * The table holds its strings weakly: an interned string that dies leaves it
 * (string_destroy).  Open addressing with linear probing; removal moves the
 * followers up instead of leaving tombstones, so it never grows by churn.
 * Invariant: of two exact strs with STRING_INTERNED and equal text there is
 * only one.  The empty and the one-character strings are unique by themselves
 * and do not stand in the table.
 */
#include "runtime/string_internal.h"

enum { FIRST_SIZE = 1024 };

struct StringTable {
    struct String **slots;
    size_t mask, count;
};

bool intern_table_open(struct Interpreter *vm)
{
    struct StringTable *table = heap_allocate(vm, MEMORY_BYTES, sizeof *table);
    if (table == NULL)
        return false;
    *table = (struct StringTable){NULL, FIRST_SIZE - 1, 0};
    vm->interned = table;
    table->slots = heap_allocate_array(vm, MEMORY_WEAK, FIRST_SIZE, sizeof *table->slots);
    if (table->slots == NULL)
        return false;
    memset(table->slots, 0, FIRST_SIZE * sizeof *table->slots);
    return true;
}

void intern_table_close(struct Interpreter *vm)
{
    struct StringTable *table = vm->interned;
    vm->interned = NULL;
    if (table == NULL)
        return;
    if (table->slots != NULL)
        heap_free(vm, MEMORY_WEAK, table->slots, (table->mask + 1) * sizeof *table->slots);
    heap_free(vm, MEMORY_BYTES, table, sizeof *table);
}

static size_t slot_of(const struct StringTable *table, const struct String *s, uint64_t hash)
{
    size_t i = hash & table->mask;
    while (table->slots[i] != NULL && !string_equal(value_from_object(table->slots[i]), value_from_object(s)))
        i = (i + 1) & table->mask;
    return i;
}

static MUST_USE bool make_room(struct Interpreter *vm, struct StringTable *table)
{
    size_t old_size = table->mask + 1, size = old_size * 2;
    if (table->count * 3 < old_size * 2)
        return true;
    struct String **slots = heap_allocate_array(vm, MEMORY_WEAK, size, sizeof *slots), **old = table->slots;
    if (slots == NULL)
        return false;
    memset(slots, 0, size * sizeof *slots);
    for (size_t i = 0; i < old_size; i++) {
        if (old[i] == NULL)
            continue;
        size_t at = old[i]->hash & (size - 1);
        while (slots[at] != NULL)
            at = (at + 1) & (size - 1);
        slots[at] = old[i];
    }
    heap_free(vm, MEMORY_WEAK, old, old_size * sizeof *old);
    table->slots = slots;
    table->mask = size - 1;
    return true;
}

static OWNED Value intern_exact(struct Interpreter *vm, STEALS Value string)
{
    struct StringTable *table = vm->interned;
    struct String *s = as_string(string);
    uint64_t hash = string_hash(vm, string);
    if (!make_room(vm, table)) {
        release(vm, string);
        return EMPTY;
    }
    size_t i = slot_of(table, s, hash);
    if (table->slots[i] != NULL) {
        Value shared = retain(value_from_object(table->slots[i]));
        release(vm, string);
        return shared;
    }
    table->slots[i] = s;
    table->count++;
    s->header.flags |= STRING_INTERNED;
    return string;
}

OWNED Value string_intern(struct Interpreter *vm, STEALS Value string)
{
    struct String *s = as_string(string);
    if (is_exact_string(vm, string)) {
        if (s->header.flags & STRING_INTERNED)
            return string;
        if (s->length > 1 || string_width(s) > 1)
            return intern_exact(vm, string);
    }
    /* A copy is exact, and shared already when it is very short. */
    Value copy = string_from_units(vm, s->data, string_width(s), s->length);
    release(vm, string);
    return is_empty(copy) || (as_string(copy)->header.flags & STRING_INTERNED) ? copy : intern_exact(vm, copy);
}

OWNED Value string_intern_cstring(struct Interpreter *vm, const char *text)
{
    Value v = string_from_cstring(vm, text);
    return is_empty(v) ? EMPTY : string_intern(vm, v);
}

void intern_table_remove(struct Interpreter *vm, struct String *s)
{
    struct StringTable *table = vm->interned;
    size_t hole = s->hash & table->mask;
    while (table->slots[hole] != s) {
        if (table->slots[hole] == NULL)
            return;
        hole = (hole + 1) & table->mask;
    }
    table->count--;
    for (size_t i = (hole + 1) & table->mask; table->slots[i] != NULL; i = (i + 1) & table->mask) {
        size_t home = table->slots[i]->hash & table->mask;
        if (((i - home) & table->mask) >= ((i - hole) & table->mask)) {
            table->slots[hole] = table->slots[i];
            hole = i;
        }
    }
    table->slots[hole] = NULL;
}
