/*
 * The views of OrderedDict, and their one iterator.
 *
 * An iterator knows how many entries are still to come; after the last it is
 * over, whatever happens to the dict then.  Before that, every change of keys
 * is an error.
 */
#include "runtime/error.h"
#include "runtime/iterators.h"
#include "runtime/modules/ordered_dict.h"
#include "runtime/sequence.h"
#include "runtime/sequence_iterator.h"

struct OrderedIterator {
    struct Object header;
    Value dict;       /* EMPTY once exhausted */
    size_t length, remaining;
    int64_t position;
    uint32_t version; /* of the dict's keys */
    enum OrderedItem what;
    bool backward;
};

static struct OrderedIterator *as_iterator(Value v) { return (struct OrderedIterator *)value_object(v); }

OWNED Value ordered_iterator_new(struct Interpreter *vm, Value dict, enum OrderedItem what, bool backward)
{
    struct OrderedIterator *iterator = (struct OrderedIterator *)(void *)object_allocate(
        vm, builtin_type(vm, TYPE_odict_iterator), sizeof *iterator);
    if (iterator == NULL)
        return EMPTY;
    slot_init(vm, iterator, &iterator->dict, retain(dict));
    iterator->length = iterator->remaining = dict_length(dict);
    iterator->position = backward ? (int64_t)as_dict(dict)->entry_count - 1 : dict_first(as_dict(dict));
    iterator->version = dict_version(vm, dict);
    iterator->what = what;
    iterator->backward = backward;
    return value_from_object(iterator);
}

static Value finish(struct Interpreter *vm, struct OrderedIterator *self)
{
    slot_clear(vm, self, &self->dict);
    return VALUE_END;
}

/* The entry to answer with; NULL: over (*outcome VALUE_END) or raised. */
static const struct DictEntry *advance(struct Interpreter *vm, struct OrderedIterator *self, Value *outcome)
{
    *outcome = VALUE_END;
    if (is_empty(self->dict))
        return NULL;
    struct Dict *dict = as_dict(self->dict);
    if (self->remaining == 0) {
        *outcome = finish(vm, self);
        return NULL;
    }
    if (UNLIKELY(self->version != dict->version || self->length != dict->length)) {
        raise_error(vm, TYPE_RuntimeError, "OrderedDict mutated during iteration");
        slot_clear(vm, self, &self->dict);
        *outcome = EMPTY;
        return NULL;
    }
    int step = self->backward ? -1 : 1;
    while (is_empty(dict->entries[self->position].key))
        self->position += step;
    const struct DictEntry *entry = &dict->entries[self->position];
    self->position += step;
    self->remaining--;
    return entry;
}

static Value iterator_next_item(struct Interpreter *vm, Value self)
{
    Value outcome;
    struct OrderedIterator *iterator = as_iterator(self);
    const struct DictEntry *entry = advance(vm, iterator, &outcome);
    if (entry == NULL)
        return outcome;
    if (iterator->what == ORDERED_KEYS)
        return retain(entry->key);
    return iterator->what == ORDERED_VALUES ? retain(entry->value)
                                            : tuple_pack(vm, (size_t)2, entry->key, entry->value);
}

static Value iterate_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

/* (iter, (what is left,)); the iterator itself does not move. */
static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct OrderedIterator *self = as_iterator(args[0]);
    (void)count;
    struct OrderedIterator *copy =
        (struct OrderedIterator *)(void *)object_allocate(vm, self->header.type, sizeof *copy);
    if (copy == NULL)
        return EMPTY;
    if (!is_empty(self->dict))
        slot_init(vm, copy, &copy->dict, retain(self->dict));
    copy->length = self->length;
    copy->remaining = self->remaining;
    copy->position = self->position;
    copy->version = self->version;
    copy->what = self->what;
    copy->backward = self->backward;
    Value rest = list_from_iterable(vm, value_from_object(copy));
    object_release(vm, copy);
    return is_empty(rest) ? EMPTY : reduce_with_builtin(vm, "iter", rest, EMPTY);
}

static const struct NativeMethod iterator_methods[] = {
    METHOD("__reduce__", reduce, 0, 0, "", "Return state information for pickling."),
    METHODS_END,
};

static void iterator_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 1, visit, context);
}

static OWNED Value iterator_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 1, cursor);
}

const struct TypeSpec odict_iterator_type_spec = {
    .name = "odict_iterator",
    .instance_size = sizeof(struct OrderedIterator),
    .memory = {.traverse = iterator_traverse, .take = iterator_take, .clear = nothing_to_clear,
               .kind = OBJECT_CONTAINER},
    .operations = {.iterate = iterate_self, .next = iterator_next_item},
    .methods = iterator_methods,
};

/* ---- Views -------------------------------------------------------------- */

static Value viewed(Value view) { return ((struct DictView *)value_object(view))->dict; }

static void view_traverse(struct Object *object, VisitFunction visit, void *context)
{
    values_traverse(object, 1, visit, context);
}

static OWNED Value view_take(struct Interpreter *vm, struct Object *object, size_t *cursor)
{
    return values_take(vm, object, 1, cursor);
}

#define VIEW(identifier, what)                                                                                 \
    static Value identifier##_iterate(struct Interpreter *vm, Value self)                                      \
    {                                                                                                          \
        return ordered_iterator_new(vm, viewed(self), what, false);                                            \
    }                                                                                                          \
    static Value identifier##_reversed(struct Interpreter *vm, const Value *args, size_t count)                \
    {                                                                                                          \
        (void)count;                                                                                           \
        return ordered_iterator_new(vm, viewed(args[0]), what, true);                                          \
    }                                                                                                          \
    static const struct NativeMethod identifier##_methods[] = {                                                \
        METHOD("__reversed__", identifier##_reversed, 0, 0, "", "Return a reverse iterator over the view."),   \
        METHODS_END,                                                                                           \
    };                                                                                                         \
    const struct TypeSpec identifier##_type_spec = {                                                           \
        .name = #identifier,                                                                                   \
        .instance_size = sizeof(struct DictView),                                                              \
        .memory = {.traverse = view_traverse, .take = view_take, .clear = nothing_to_clear,                    \
                   .kind = OBJECT_CONTAINER},                                                                  \
        .operations = {.iterate = identifier##_iterate},                                                       \
        .methods = identifier##_methods,                                                                       \
    }

VIEW(odict_keys, ORDERED_KEYS);
VIEW(odict_values, ORDERED_VALUES);
VIEW(odict_items, ORDERED_ITEMS);
