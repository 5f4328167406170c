/*
 * Iterators over dicts: keys, values and items, forwards and backwards.
 *
 * A dict that changes its size meanwhile is an error, and stays one for that
 * iterator; one whose keys change otherwise is noticed when more entries turn
 * up than there were.
 */
#include "runtime/dict_internal.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/pair.h"
#include "runtime/sequence_iterator.h"

static bool is_backward(enum TypeIndex type)
{
    return type == TYPE_dict_reverse_key_iterator || type == TYPE_dict_reverse_value_iterator
           || type == TYPE_dict_reverse_item_iterator;
}

OWNED Value dict_iterator_new(struct Interpreter *vm, enum TypeIndex type, Value dict)
{
    struct DictIterator *iterator =
        (struct DictIterator *)(void *)object_allocate(vm, builtin_type(vm, type), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->dict, retain(dict));
    iterator->length = iterator->remaining = as_dict(dict)->length;
    iterator->position = is_backward(type) ? (int64_t)as_dict(dict)->entry_count - 1 : as_dict(dict)->first;
    return value_from_object(iterator);
}

/* ---- next --------------------------------------------------------------- */

static Value fail(struct Interpreter *vm, const char *what)
{
    return raise_error(vm, TYPE_RuntimeError, "dictionary %s during iteration", what);
}

/* The next entry; NULL at the end (*outcome VALUE_END) and on an error (*outcome EMPTY). */
static const struct DictEntry *advance(struct Interpreter *vm, struct DictIterator *self, int64_t step, Value *outcome)
{
    *outcome = VALUE_END;
    if (is_empty(self->dict))
        return NULL;
    struct Dict *dict = as_dict(self->dict);
    if (UNLIKELY(self->length != dict->length)) {
        self->length = SIZE_MAX;
        *outcome = fail(vm, "changed size");
        return NULL;
    }
    int64_t position = self->position;
    if (position >= (int64_t)dict->entry_count && step < 0)
        position = -1; /* the entries moved together */
    while (position >= 0 && position < (int64_t)dict->entry_count && is_empty(dict->entries[position].key))
        position += step;
    if (position < 0 || position >= (int64_t)dict->entry_count) {
        slot_clear(vm, self, &self->dict);
        return NULL;
    }
    if (UNLIKELY(self->remaining == 0)) {
        slot_clear(vm, self, &self->dict);
        *outcome = fail(vm, "keys changed");
        return NULL;
    }
    self->remaining--;
    self->position = position + step;
    return &dict->entries[position];
}

static struct DictIterator *as_iterator(Value v) { return (struct DictIterator *)value_object(v); }

static inline Value next_key(struct Interpreter *vm, Value self, int64_t step)
{
    Value outcome;
    const struct DictEntry *entry = advance(vm, as_iterator(self), step, &outcome);
    return entry != NULL ? retain(entry->key) : outcome;
}

static inline Value next_value(struct Interpreter *vm, Value self, int64_t step)
{
    Value outcome;
    const struct DictEntry *entry = advance(vm, as_iterator(self), step, &outcome);
    return entry != NULL ? retain(entry->value) : outcome;
}

static inline Value next_item(struct Interpreter *vm, Value self, int64_t step)
{
    Value outcome;
    const struct DictEntry *entry = advance(vm, as_iterator(self), step, &outcome);
    if (entry == NULL)
        return outcome;
    return pair_reuse(vm, as_iterator(self), &as_iterator(self)->pair, retain(entry->key), retain(entry->value));
}

static Value key_next(struct Interpreter *vm, Value self) { return next_key(vm, self, 1); }
static Value value_next(struct Interpreter *vm, Value self) { return next_value(vm, self, 1); }
static Value item_next(struct Interpreter *vm, Value self) { return next_item(vm, self, 1); }
static Value key_previous(struct Interpreter *vm, Value self) { return next_key(vm, self, -1); }
static Value value_previous(struct Interpreter *vm, Value self) { return next_value(vm, self, -1); }
static Value item_previous(struct Interpreter *vm, Value self) { return next_item(vm, self, -1); }

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* ---- Methods ------------------------------------------------------------ */

static Value length_hint(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct DictIterator *self = as_iterator(args[0]);
    (void)vm;
    (void)count;
    bool intact = !is_empty(self->dict) && self->length == as_dict(self->dict)->length;
    return value_from_small_int(intact ? (int64_t)self->remaining : 0);
}

/* What is left, as a list; the iterator itself does not move. */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    struct DictIterator *self = as_iterator(args[0]);
    (void)count;
    struct DictIterator *copy =
        (struct DictIterator *)(void *)object_allocate(vm, self->header.type, sizeof *copy);
    if (copy == NULL)
        return EMPTY;
    if (!is_empty(self->dict))
        slot_init(vm, copy, &copy->dict, retain(self->dict));
    copy->length = self->length;
    copy->remaining = self->remaining;
    copy->position = self->position;
    Value rest = list_from_iterable(vm, value_from_object(copy));
    object_release(vm, copy);
    return is_empty(rest) ? EMPTY : reduce_with_builtin(vm, "iter", rest, EMPTY);
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__length_hint__", length_hint, 0, 0, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

/* ---- The types ---------------------------------------------------------- */

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    visit(((struct DictIterator *)object)->dict, context);
    visit(((struct DictIterator *)object)->pair, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    struct DictIterator *self = (struct DictIterator *)object;
    Value *const slots[] = {&self->dict, &self->pair};
    while (*cursor < 2) {
        Value v = slot_take(vm, self, slots[(*cursor)++]);
        if (!is_empty(v))
            return v;
    }
    return VALUE_END;
}

/* CPython's iterators over items carry the pair they hand out from the start. */
static size_t iterator_weight(struct Interpreter *vm, struct Object *object)
{
    struct DictIterator *self = (struct DictIterator *)object;
    bool items = object->type == builtin_type(vm, TYPE_dict_item_iterator) ||
                 object->type == builtin_type(vm, TYPE_dict_reverse_item_iterator);
    return items && is_empty(self->pair) ? 2 : 1;
}

#define DICT_ITERATOR(identifier, name_, next_)                                                                  \
    const struct TypeSpec identifier##_type_spec = {                                                             \
        .name = name_,                                                                                           \
        .instance_size = sizeof(struct DictIterator),                                                            \
        .memory = {.traverse = iterator_traverse, .take = iterator_take, .weigh = iterator_weight,               \
                   .kind = OBJECT_CONTAINER},                                                                    \
        .operations = {.iterate = iterate_self, .next = next_},                                                  \
        .methods = iterator_methods,                                                                             \
    }

DICT_ITERATOR(dict_key_iterator, "dict_keyiterator", key_next);
DICT_ITERATOR(dict_value_iterator, "dict_valueiterator", value_next);
DICT_ITERATOR(dict_item_iterator, "dict_itemiterator", item_next);
DICT_ITERATOR(dict_reverse_key_iterator, "dict_reversekeyiterator", key_previous);
DICT_ITERATOR(dict_reverse_value_iterator, "dict_reversevalueiterator", value_previous);
DICT_ITERATOR(dict_reverse_item_iterator, "dict_reverseitemiterator", item_previous);
