/*
 * The table of dict: finding, storing and removing keys.
 *
 * Entries stand in insertion order.  Up to five of them are simply scanned;
 * beyond that an index table of 8, 16 or 32 bits per slot points at them.
 * Growth follows the sizes of CPython's tables, so that code which changes a
 * dict while iterating over it meets the same entries.
 *
 * Invariants: a key is EMPTY exactly in a hole; `usable` counts the slots of
 * the table that may still be filled, so a probe always meets a free one; any
 * change of keys sets `version` to 0.
 *
 * Comparing keys may run Python code that changes this very dict.  A lookup
 * therefore remembers the version before it compares and starts again when
 * that has changed.
 */
#include "runtime/dict.h"

#include "runtime/dict_internal.h"
#include "runtime/hashing.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

#define ALWAYS_INLINE static inline __attribute__((always_inline))

enum { SLOT_FREE = -1, SLOT_DELETED = -2 };
enum { LOG2_SCANNED = 3, LOG2_MAXIMUM = 31, PERTURB_SHIFT = 5 };
enum { UNSURE = -3 }; /* a comparison that may run Python code is needed */
enum KeyKind { KEY_STRING, KEY_INT, KEY_OTHER };
enum { INLINE_ENTRIES = 5, COMPARED_DEPTH = 4 };

/* ---- Sizes -------------------------------------------------------------- */

static uint32_t usable_for(unsigned log2_size)
{
    return (uint32_t)(((uint64_t)1 << log2_size << 1) / 3);
}

static unsigned index_width(unsigned log2_size)
{
    return log2_size <= 7 ? 1 : log2_size <= 15 ? 2 : 4;
}

static size_t index_bytes(unsigned log2_size)
{
    return log2_size <= LOG2_SCANNED ? 0 : ((size_t)1 << log2_size) * index_width(log2_size);
}

/* Smallest table with at least `slots` slots. */
static unsigned log2_for_slots(uint64_t slots)
{
    unsigned log2_size = LOG2_SCANNED;
    while (log2_size <= LOG2_MAXIMUM && ((uint64_t)1 << log2_size) < slots)
        log2_size++;
    return log2_size;
}

/* ---- The index table ---------------------------------------------------- */

ALWAYS_INLINE int64_t index_read(const void *indices, size_t slot, unsigned width)
{
    switch (width) {
    case 1:
        return ((const int8_t *)indices)[slot];
    case 2:
        return ((const int16_t *)indices)[slot];
    default:
        return ((const int32_t *)indices)[slot];
    }
}

ALWAYS_INLINE void index_write(void *indices, size_t slot, unsigned width, int64_t number)
{
    switch (width) {
    case 1:
        ((int8_t *)indices)[slot] = (int8_t)number;
        break;
    case 2:
        ((int16_t *)indices)[slot] = (int16_t)number;
        break;
    default:
        ((int32_t *)indices)[slot] = (int32_t)number;
    }
}

/* Writes the number into the first free slot of the probe sequence. */
ALWAYS_INLINE void index_insert_width(void *indices, size_t mask, int64_t hash, int64_t number, unsigned width)
{
    size_t slot = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    while (index_read(indices, slot, width) != SLOT_FREE) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
    index_write(indices, slot, width, number);
}

static inline void index_insert(struct Dict *dict, int64_t hash, int64_t number)
{
    if (dict->indices != NULL)
        index_insert_width(dict->indices, ((size_t)1 << dict->log2_size) - 1, hash, number,
                           index_width(dict->log2_size));
}

/* Fills an empty table with all entries, of which none is a hole. */
ALWAYS_INLINE void index_fill_width(const struct Dict *dict, unsigned width)
{
    size_t mask = ((size_t)1 << dict->log2_size) - 1;
    for (uint32_t i = 0; i < dict->entry_count; i++)
        index_insert_width(dict->indices, mask, dict->entries[i].hash, i, width);
}

static void index_fill(const struct Dict *dict)
{
    if (dict->log2_size <= 7)
        index_fill_width(dict, 1);
    else if (dict->log2_size <= 15)
        index_fill_width(dict, 2);
    else
        index_fill_width(dict, 4);
}

static void index_delete(struct Dict *dict, int64_t hash, int64_t number)
{
    if (dict->indices == NULL)
        return;
    unsigned width = index_width(dict->log2_size);
    size_t mask = ((size_t)1 << dict->log2_size) - 1;
    size_t slot = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    while (index_read(dict->indices, slot, width) != number) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
    index_write(dict->indices, slot, width, SLOT_DELETED);
}

/* ---- Finding ------------------------------------------------------------ */

/* Compares tuples of strings and numbers without running anything; UNSURE when there is something else in them. */
static int tuples_equal(struct Interpreter *vm, const struct Tuple *a, const struct Tuple *b, int depth)
{
    if (a->length != b->length)
        return UNSURE;
    for (size_t i = 0; i < a->length; i++) {
        Value left = a->items[i], right = b->items[i];
        int equal = UNSURE;
        if (value_same(left, right))
            continue;
        if (are_small_ints(left, right))
            return 0;
        if (is_exact_string(vm, left) && is_exact_string(vm, right))
            equal = string_equal(left, right);
        else if (depth > 0 && is_exact_tuple(vm, left) && is_exact_tuple(vm, right))
            equal = tuples_equal(vm, as_tuple(left), as_tuple(right), depth - 1);
        if (equal != 1)
            return equal;
    }
    return 1;
}

/* 1: the entry's key equals, 0: it does not, UNSURE. */
ALWAYS_INLINE int entry_matches(struct Interpreter *vm, const struct DictEntry *entry, Value key, int64_t hash,
                                enum KeyKind kind)
{
    if (value_same(entry->key, key))
        return 1;
    if (LIKELY(entry->hash != hash) || is_empty(entry->key))
        return 0;
    if (kind == KEY_STRING && is_exact_string(vm, entry->key))
        return string_equal(entry->key, key);
    if (kind == KEY_INT && is_small_int(entry->key))
        return 0;
    if (kind == KEY_OTHER && is_exact_tuple(vm, key) && is_exact_tuple(vm, entry->key))
        return tuples_equal(vm, as_tuple(key), as_tuple(entry->key), COMPARED_DEPTH);
    return UNSURE;
}

ALWAYS_INLINE int64_t find_scanning(struct Interpreter *vm, const struct Dict *dict, Value key, int64_t hash,
                                    enum KeyKind kind)
{
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        int match = entry_matches(vm, &dict->entries[i], key, hash, kind);
        if (match != 0)
            return match > 0 ? (int64_t)i : UNSURE;
    }
    return ENTRY_NONE;
}

ALWAYS_INLINE int64_t find_probing(struct Interpreter *vm, const struct Dict *dict, Value key, int64_t hash,
                                   enum KeyKind kind, unsigned width)
{
    size_t mask = ((size_t)1 << dict->log2_size) - 1;
    size_t slot = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        int64_t number = index_read(dict->indices, slot, width);
        if (LIKELY(number >= 0)) {
            int match = entry_matches(vm, &dict->entries[number], key, hash, kind);
            if (match != 0)
                return match > 0 ? number : UNSURE;
        } else if (number == SLOT_FREE) {
            return ENTRY_NONE;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
}

ALWAYS_INLINE int64_t find_quickly(struct Interpreter *vm, const struct Dict *dict, Value key, int64_t hash,
                                   enum KeyKind kind)
{
    if (dict->log2_size <= LOG2_SCANNED)
        return find_scanning(vm, dict, key, hash, kind);
    return find_probing(vm, dict, key, hash, kind, index_width(dict->log2_size));
}

/* 1, 0, -1, or UNSURE when the dict changed under the comparison. */
static int compare_entry(struct Interpreter *vm, struct Dict *dict, size_t number, Value key, int64_t hash)
{
    struct DictEntry *entry = &dict->entries[number];
    if (value_same(entry->key, key))
        return 1;
    if (entry->hash != hash || is_empty(entry->key))
        return 0;
    uint32_t version = dict_version(vm, value_from_object(dict));
    struct DictEntry *entries = dict->entries;
    Value candidate = retain(entry->key);
    int equal = object_equals(vm, candidate, key);
    release(vm, candidate);
    if (equal < 0)
        return -1;
    if (dict->version != version || dict->entries != entries || number >= dict->entry_count
        || !value_same(dict->entries[number].key, candidate))
        return UNSURE;
    return equal;
}

/* One pass over the candidates; UNSURE: the dict changed meanwhile. */
static int64_t find_once(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash)
{
    if (dict->log2_size <= LOG2_SCANNED) {
        for (uint32_t i = 0; i < dict->entry_count; i++) {
            int match = compare_entry(vm, dict, i, key, hash);
            if (match != 0)
                return match == 1 ? (int64_t)i : match == -1 ? ENTRY_ERROR : UNSURE;
        }
        return ENTRY_NONE;
    }
    unsigned width = index_width(dict->log2_size);
    size_t mask = ((size_t)1 << dict->log2_size) - 1;
    size_t slot = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    for (;;) {
        int64_t number = index_read(dict->indices, slot, width);
        if (number == SLOT_FREE)
            return ENTRY_NONE;
        if (number >= 0) {
            int match = compare_entry(vm, dict, (size_t)number, key, hash);
            if (match != 0)
                return match == 1 ? number : match == -1 ? ENTRY_ERROR : UNSURE;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
}

static __attribute__((noinline)) int64_t find_comparing(struct Interpreter *vm, struct Dict *dict, Value key,
                                                        int64_t hash)
{
    int64_t number;
    do
        number = find_once(vm, dict, key, hash);
    while (number == UNSURE);
    return number;
}

ALWAYS_INLINE int64_t find(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash)
{
    int64_t number;
    if (is_exact_string(vm, key))
        number = find_quickly(vm, dict, key, hash, KEY_STRING);
    else if (is_small_int(key))
        number = find_quickly(vm, dict, key, hash, KEY_INT);
    else
        number = find_quickly(vm, dict, key, hash, KEY_OTHER);
    if (UNLIKELY(number == UNSURE))
        return find_comparing(vm, dict, key, hash);
    return number;
}

int64_t dict_find(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash)
{
    return find(vm, dict, key, hash);
}

/* Passes over keys that are no exact strings, as they could run Python code. */
static int64_t find_string_only(struct Interpreter *vm, const struct Dict *dict, Value name, int64_t hash)
{
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        const struct DictEntry *entry = &dict->entries[i];
        if (value_same(entry->key, name))
            return i;
        if (entry->hash == hash && !is_empty(entry->key) && is_exact_string(vm, entry->key)
            && string_equal(entry->key, name))
            return i;
    }
    return ENTRY_NONE;
}

int64_t dict_entry_of(struct Interpreter *vm, Value dict, Value name)
{
    struct Dict *self = as_dict(dict);
    uint64_t known = as_string(name)->hash;
    int64_t hash = (int64_t)(LIKELY(known != 0) ? known : string_hash(vm, name));
    int64_t number = find_quickly(vm, self, name, hash, KEY_STRING);
    return LIKELY(number != UNSURE) ? number : find_string_only(vm, self, name, hash);
}

BORROWED Value dict_peek(struct Interpreter *vm, Value dict, Value name)
{
    int64_t number = dict_entry_of(vm, dict, name);
    return number >= 0 ? as_dict(dict)->entries[number].value : VALUE_ABSENT;
}

uint32_t dict_version(struct Interpreter *vm, Value dict)
{
    struct Dict *self = as_dict(dict);
    if (self->version == 0 && vm->next_dict_version != UINT32_MAX)
        self->version = ++vm->next_dict_version;
    return self->version;
}

/* ---- Growing ------------------------------------------------------------ */

/* Moves the live entries together; their order stays. */
static void squeeze_entries(struct Interpreter *vm, struct Dict *dict)
{
    if (dict->entry_count == dict->length)
        return;
    uint32_t target = 0;
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        struct DictEntry *from = &dict->entries[i], *to = &dict->entries[target];
        if (is_empty(from->key))
            continue;
        if (from != to) {
            slot_move(vm, dict, &to->key, &from->key);
            slot_move(vm, dict, &to->value, &from->value);
            to->hash = from->hash;
        }
        target++;
    }
    dict->entry_count = target;
    dict->first = 0;
}

bool dict_rebuild(struct Interpreter *vm, struct Dict *dict, unsigned log2_size)
{
    if (log2_size > LOG2_MAXIMUM) {
        raise_memory_error(vm);
        return false;
    }
    void *indices = NULL;
    size_t bytes = index_bytes(log2_size);
    if (bytes > 0) {
        indices = heap_allocate(vm, MEMORY_BYTES, bytes);
        if (indices == NULL)
            return false;
        memset(indices, 0xff, bytes); /* SLOT_FREE in every width */
    }
    squeeze_entries(vm, dict);
    heap_free(vm, MEMORY_BYTES, dict->indices, index_bytes(dict->log2_size));
    dict->indices = indices;
    dict->log2_size = (uint8_t)log2_size;
    dict->usable = usable_for(log2_size) - dict->entry_count;
    dict->version = 0;
    if (indices != NULL)
        index_fill(dict);
    return true;
}

/* A dict made with a known small number of entries has them in its own cell. */
static bool has_inline_entries(const struct Dict *dict)
{
    return dict->entries == (const void *)(dict + 1);
}

static void free_entries(struct Interpreter *vm, struct Dict *dict)
{
    if (!has_inline_entries(dict))
        heap_free(vm, MEMORY_VALUES, dict->entries, dict->entry_capacity * sizeof *dict->entries);
}

/* Moves entries to another array. */
static void move_entries(struct Interpreter *vm, struct Dict *dict, struct DictEntry *to, struct DictEntry *from)
{
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        slot_move(vm, dict, &to[i].key, &from[i].key);
        slot_move(vm, dict, &to[i].value, &from[i].value);
        to[i].hash = from[i].hash;
    }
}

static struct DictEntry *resize_entries(struct Interpreter *vm, struct Dict *dict, uint32_t capacity)
{
    struct DictEntry *entries;
    if (!has_inline_entries(dict))
        return heap_resize(vm, MEMORY_VALUES, dict->entries, dict->entry_capacity * sizeof *entries,
                           capacity * sizeof *entries);
    entries = heap_allocate_array(vm, MEMORY_VALUES, capacity, sizeof *entries);
    if (entries != NULL)
        move_entries(vm, dict, entries, dict->entries);
    return entries;
}

/* Room for all entries the table can take: what is never used of a big block never becomes resident memory. */
bool dict_reserve_entries(struct Interpreter *vm, struct Dict *dict)
{
    uint32_t capacity = dict->entry_count + dict->usable;
    struct DictEntry *entries = resize_entries(vm, dict, capacity);
    if (entries == NULL)
        return false;
    dict->entries = entries;
    dict->entry_capacity = capacity;
    return true;
}

__attribute__((noinline)) bool dict_make_room(struct Interpreter *vm, struct Dict *dict)
{
    if (dict->usable == 0 && !dict_rebuild(vm, dict, log2_for_slots((uint64_t)dict->length * 3)))
        return false;
    return dict->entry_count < dict->entry_capacity || dict_reserve_entries(vm, dict);
}

/* The key must be absent.  Retains key and value. */
bool dict_insert(struct Interpreter *vm, struct Dict *dict, Value key, int64_t hash, Value value)
{
    if (UNLIKELY(dict->usable == 0 || dict->entry_count == dict->entry_capacity) && !dict_make_room(vm, dict))
        return false;
    struct DictEntry *entry = &dict->entries[dict->entry_count];
    index_insert(dict, hash, dict->entry_count);
    entry->hash = hash;
    slot_init(vm, dict, &entry->key, retain(key));
    slot_init(vm, dict, &entry->value, retain(value));
    dict->entry_count++;
    dict->usable--;
    dict->length++;
    dict->version = 0;
    if (UNLIKELY(!is_exact_string(vm, key)))
        dict->has_other_keys = true;
    return true;
}

/* dict_insert for a dict that scans and has room; the references move over. */
static inline void append_entry(struct Interpreter *vm, struct Dict *dict, STEALS Value key, int64_t hash,
                                STEALS Value value)
{
    struct DictEntry *entry = &dict->entries[dict->entry_count++];
    entry->hash = hash;
    slot_init(vm, dict, &entry->key, key);
    slot_init(vm, dict, &entry->value, value);
    dict->usable--;
    dict->length++;
    if (UNLIKELY(!is_exact_string(vm, key)))
        dict->has_other_keys = true;
}

/* Takes entry `number` out of the table; key and value are the caller's now. */
void dict_detach(struct Interpreter *vm, struct Dict *dict, size_t number, Value *key, Value *value)
{
    struct DictEntry *entry = &dict->entries[number];
    index_delete(dict, entry->hash, (int64_t)number);
    *key = slot_take(vm, dict, &entry->key);
    *value = slot_take(vm, dict, &entry->value);
    dict->first += number == dict->first;
    dict->length--;
    dict->version = 0;
}

uint32_t dict_first(struct Dict *dict)
{
    while (dict->first < dict->entry_count && is_empty(dict->entries[dict->first].key))
        dict->first++;
    return dict->first;
}

/* Every live entry goes into an empty index table. */
static void index_anew(struct Dict *dict)
{
    if (dict->indices == NULL)
        return;
    memset(dict->indices, 0xff, index_bytes(dict->log2_size));
    for (uint32_t i = 0; i < dict->entry_count; i++)
        if (!is_empty(dict->entries[i].key))
            index_insert(dict, dict->entries[i].hash, i);
}

static void shift_entries(struct Interpreter *vm, struct Dict *dict, uint32_t count, uint32_t distance)
{
    for (uint32_t i = count; i-- > 0;) {
        struct DictEntry *from = &dict->entries[i], *to = &dict->entries[i + distance];
        slot_move(vm, dict, &to->key, &from->key);
        slot_move(vm, dict, &to->value, &from->value);
        to->hash = from->hash;
    }
}

/* Makes holes before the first entry, about half as many as the table can still take, so that what goes there one by
 * one costs little on average.  Holes that nobody deleted take nothing off `usable`. */
static bool open_gap(struct Interpreter *vm, struct Dict *dict)
{
    squeeze_entries(vm, dict);
    dict->usable = usable_for(dict->log2_size) - dict->entry_count;
    uint32_t gap = dict->usable / 2 + 1;
    if (dict->entry_capacity < dict->entry_count + gap && !dict_reserve_entries(vm, dict))
        return false;
    memset(&dict->entries[dict->entry_count], 0, gap * sizeof *dict->entries);
    shift_entries(vm, dict, dict->entry_count, gap);
    dict->first = gap;
    dict->entry_count += gap;
    index_anew(dict);
    return true;
}

bool dict_move_to_front(struct Interpreter *vm, struct Dict *dict, uint32_t number)
{
    if (number == dict_first(dict))
        return true;
    Value wanted = dict->entries[number].key;
    int64_t hash = dict->entries[number].hash;
    if (!dict_make_room(vm, dict) || (dict_first(dict) == 0 && !open_gap(vm, dict)))
        return false;
    if (number >= dict->entry_count || !value_same(dict->entries[number].key, wanted))
        for (number = dict->first; !value_same(dict->entries[number].key, wanted);)
            number++;
    Value key, value;
    dict_detach(vm, dict, number, &key, &value);
    struct DictEntry *entry = &dict->entries[--dict->first];
    slot_init(vm, dict, &entry->key, key);
    slot_init(vm, dict, &entry->value, value);
    entry->hash = hash;
    dict->length++;
    dict->usable--;
    index_insert(dict, hash, dict->first);
    return true;
}

/* ---- The C interface ---------------------------------------------------- */

OWNED Value dict_new(struct Interpreter *vm)
{
    struct Object *dict = object_allocate(vm, builtin_type(vm, TYPE_dict), sizeof(struct Dict));
    return dict != NULL ? value_from_object(dict) : EMPTY;
}

/* With room for `capacity` entries in the dict's own cell, at most INLINE_ENTRIES. */
static OWNED Value dict_new_inline(struct Interpreter *vm, uint32_t capacity)
{
    size_t size = sizeof(struct Dict) + capacity * sizeof(struct DictEntry);
    struct Dict *dict = (struct Dict *)(void *)object_allocate(vm, builtin_type(vm, TYPE_dict), size);
    if (dict == NULL)
        return EMPTY;
    if (capacity > 0) {
        dict->entries = (struct DictEntry *)(void *)(dict + 1);
        dict->entry_capacity = capacity;
        dict->log2_size = LOG2_SCANNED;
        dict->usable = usable_for(LOG2_SCANNED);
    }
    return value_from_object(dict);
}

OWNED Value dict_new_sized(struct Interpreter *vm, size_t expected)
{
    if (expected <= INLINE_ENTRIES)
        return dict_new_inline(vm, (uint32_t)expected);
    Value dict = dict_new(vm);
    if (is_empty(dict))
        return EMPTY;
    struct Dict *self = as_dict(dict);
    if (expected >= UINT32_MAX / 4 || !dict_rebuild(vm, self, log2_for_slots(((uint64_t)expected * 3 + 1) / 2))
        || !dict_reserve_entries(vm, self)) {
        if (!error_pending(vm))
            raise_memory_error(vm);
        release(vm, dict);
        return EMPTY;
    }
    return dict;
}

/* Stores one of the pairs of dict_from_stolen, of at most INLINE_ENTRIES. */
static bool store_stolen(struct Interpreter *vm, struct Dict *dict, STEALS Value key, STEALS Value value)
{
    int64_t hash, number;
    if (!value_hash(vm, key, &hash) || (number = find(vm, dict, key, hash)) == ENTRY_ERROR) {
        release(vm, key);
        release(vm, value);
        return false;
    }
    if (LIKELY(number == ENTRY_NONE && dict->entry_count < dict->entry_capacity)) {
        append_entry(vm, dict, key, hash, value);
        return true;
    }
    bool ok = dict_set_hashed(vm, value_from_object(dict), key, hash, value);
    release(vm, key);
    release(vm, value);
    return ok;
}

OWNED Value dict_from_stolen(struct Interpreter *vm, Value *pairs, size_t count)
{
    Value dict = dict_new_sized(vm, count);
    size_t i = 0;
    bool ok = !is_empty(dict);
    if (count <= INLINE_ENTRIES) {
        for (; ok && i < count; i++)
            ok = store_stolen(vm, as_dict(dict), pairs[2 * i], pairs[2 * i + 1]);
    } else {
        for (; ok && i < count; i++) {
            ok = dict_set(vm, dict, pairs[2 * i], pairs[2 * i + 1]);
            release(vm, pairs[2 * i]);
            release(vm, pairs[2 * i + 1]);
        }
    }
    if (ok)
        return dict;
    for (i *= 2; i < 2 * count; i++)
        release(vm, pairs[i]);
    release_maybe(vm, dict);
    return EMPTY;
}

OWNED Value dict_get_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash)
{
    int64_t number = find(vm, as_dict(dict), key, hash);
    if (LIKELY(number >= 0))
        return retain(as_dict(dict)->entries[number].value);
    return number == ENTRY_NONE ? VALUE_ABSENT : EMPTY;
}

OWNED Value dict_get(struct Interpreter *vm, Value dict, Value key)
{
    int64_t hash;
    return LIKELY(value_hash(vm, key, &hash)) ? dict_get_hashed(vm, dict, key, hash) : EMPTY;
}

bool dict_set_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash, Value value)
{
    struct Dict *self = as_dict(dict);
    int64_t number = find(vm, self, key, hash);
    if (number >= 0) {
        slot_set(vm, self, &self->entries[number].value, retain(value));
        return true;
    }
    return number == ENTRY_NONE && dict_insert(vm, self, key, hash, value);
}

bool dict_set(struct Interpreter *vm, Value dict, Value key, Value value)
{
    int64_t hash;
    return LIKELY(value_hash(vm, key, &hash)) && dict_set_hashed(vm, dict, key, hash, value);
}

bool dict_set_cstring(struct Interpreter *vm, Value dict, const char *key, Value value)
{
    Value name = string_intern_cstring(vm, key);
    if (is_empty(name))
        return false;
    bool ok = dict_set(vm, dict, name, value);
    release(vm, name);
    return ok;
}

OWNED Value dict_pop(struct Interpreter *vm, Value dict, Value key)
{
    int64_t hash;
    struct Dict *self = as_dict(dict);
    if (self->length == 0)
        return VALUE_ABSENT;
    if (!value_hash(vm, key, &hash))
        return EMPTY;
    int64_t number = dict_find(vm, self, key, hash);
    if (number < 0)
        return number == ENTRY_NONE ? VALUE_ABSENT : EMPTY;
    Value old_key, value;
    dict_detach(vm, self, (size_t)number, &old_key, &value);
    release(vm, old_key);
    return value;
}

int dict_delete(struct Interpreter *vm, Value dict, Value key)
{
    int64_t hash;
    struct Dict *self = as_dict(dict);
    if (!value_hash(vm, key, &hash))
        return -1;
    int64_t number = dict_find(vm, self, key, hash);
    if (number < 0)
        return number == ENTRY_NONE ? 0 : -1;
    Value old_key, value;
    dict_detach(vm, self, (size_t)number, &old_key, &value);
    release(vm, old_key);
    release(vm, value);
    return 1;
}

OWNED Value dict_set_default(struct Interpreter *vm, Value dict, Value key, Value otherwise)
{
    int64_t hash;
    struct Dict *self = as_dict(dict);
    if (!value_hash(vm, key, &hash))
        return EMPTY;
    int64_t number = dict_find(vm, self, key, hash);
    if (number >= 0)
        return retain(self->entries[number].value);
    if (number == ENTRY_ERROR || !dict_insert(vm, self, key, hash, otherwise))
        return EMPTY;
    return retain(otherwise);
}

int dict_contains_hashed(struct Interpreter *vm, Value dict, Value key, int64_t hash)
{
    int64_t number = dict_find(vm, as_dict(dict), key, hash);
    return number >= 0 ? 1 : number == ENTRY_NONE ? 0 : -1;
}

int dict_contains(struct Interpreter *vm, Value dict, Value key)
{
    int64_t hash;
    return LIKELY(value_hash(vm, key, &hash)) ? dict_contains_hashed(vm, dict, key, hash) : -1;
}

OWNED Value dict_pop_last(struct Interpreter *vm, Value dict)
{
    struct Dict *self = as_dict(dict);
    if (self->length == 0)
        return VALUE_ABSENT;
    Value pair = tuple_new_empty(vm, 2);
    if (is_empty(pair))
        return EMPTY;
    uint32_t last = self->entry_count - 1;
    while (is_empty(self->entries[last].key))
        last--;
    Value key, value;
    dict_detach(vm, self, last, &key, &value);
    if (self->first > last)
        self->first = last;
    self->entry_count = last; /* usable stays: the deleted slot of the index table is not free again */
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[0], key);
    slot_init(vm, as_tuple(pair), &as_tuple(pair)->items[1], value);
    return pair;
}

static void forget_contents(struct Interpreter *vm, struct Dict *self)
{
    heap_free(vm, MEMORY_BYTES, self->indices, index_bytes(self->log2_size));
    self->entries = NULL;
    self->indices = NULL;
    self->version = 0;
    self->log2_size = 0;
    self->has_other_keys = false;
    self->usable = self->entry_count = self->entry_capacity = self->first = 0;
    self->length = 0;
}

/* The contents leave the dict before the first release: what that runs sees an empty dict. */
void dict_clear(struct Interpreter *vm, Value dict)
{
    struct Dict *self = as_dict(dict);
    struct DictEntry *entries = self->entries;
    uint32_t count = self->entry_count, capacity = self->entry_capacity;
    bool separate = !has_inline_entries(self);
    forget_contents(vm, self); /* entries in the cell stay where they are: nothing will be stored there again */
    for (uint32_t i = 0; i < count; i++) {
        slot_clear(vm, self, &entries[i].key);
        slot_clear(vm, self, &entries[i].value);
    }
    if (separate)
        heap_free(vm, MEMORY_VALUES, entries, capacity * sizeof *entries);
}

bool dict_next(Value dict, size_t *position, Value *key, Value *value)
{
    const struct Dict *self = as_dict(dict);
    size_t i = *position;
    while (i < self->entry_count && is_empty(self->entries[i].key))
        i++;
    if (i >= self->entry_count)
        return false;
    *key = self->entries[i].key;
    if (value != NULL)
        *value = self->entries[i].value;
    *position = i + 1;
    return true;
}

/* ---- What the heap needs ------------------------------------------------ */

void dict_traverse(struct Object *object, VisitFunction visit, void *context)
{
    struct Dict *self = (struct Dict *)object;
    for (uint32_t i = 0; i < self->entry_count; i++) {
        visit(self->entries[i].key, context);
        visit(self->entries[i].value, context);
    }
}

OWNED Value dict_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct Dict *self = (struct Dict *)object;
    for (size_t i = *cursor / 2; i < self->entry_count; i++) {
        struct DictEntry *entry = &self->entries[i];
        Value key = slot_take(vm, self, &entry->key);
        if (!release_if_shared(key)) {
            *cursor = 2 * i + 1;
            return key;
        }
        Value value = slot_take(vm, self, &entry->value);
        if (!release_if_shared(value)) {
            *cursor = 2 * i + 2;
            return value;
        }
    }
    return VALUE_END;
}

void dict_forget(struct Interpreter *vm, struct Object *object)
{
    dict_clear(vm, value_from_object(object));
}

void dict_destroy(struct Interpreter *vm, struct Object *object)
{
    struct Dict *self = (struct Dict *)object;
    heap_free(vm, MEMORY_BYTES, self->indices, index_bytes(self->log2_size));
    free_entries(vm, self);
    self->entries = NULL;
    self->indices = NULL;
}
