/*
 * Method resolution order: C3 linearisation, and a metaclass's own mro().
 */
#include "runtime/hashing.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* The sequences to merge: each base's MRO, then the bases; `at` is how far each is used up. */
struct Merge {
    Value *sequences; /* borrowed tuples */
    size_t *at;
    size_t count;
};

static bool in_some_tail(const struct Merge *merge, Value candidate)
{
    for (size_t i = 0; i < merge->count; i++) {
        const struct Tuple *sequence = as_tuple(merge->sequences[i]);
        for (size_t k = merge->at[i] + 1; k < sequence->length; k++)
            if (value_same(sequence->items[k], candidate))
                return true;
    }
    return false;
}

/* The first head that stands in no tail; EMPTY: none (nothing raised); END: all used up. */
static Value next_head(const struct Merge *merge)
{
    bool finished = true;
    for (size_t i = 0; i < merge->count; i++) {
        const struct Tuple *sequence = as_tuple(merge->sequences[i]);
        if (merge->at[i] >= sequence->length)
            continue;
        finished = false;
        if (!in_some_tail(merge, sequence->items[merge->at[i]]))
            return sequence->items[merge->at[i]];
    }
    return finished ? VALUE_END : EMPTY;
}

static void consume(struct Merge *merge, Value head)
{
    for (size_t i = 0; i < merge->count; i++) {
        const struct Tuple *sequence = as_tuple(merge->sequences[i]);
        if (merge->at[i] < sequence->length && value_same(sequence->items[merge->at[i]], head))
            merge->at[i]++;
    }
}

static void raise_inconsistent(struct Interpreter *vm, const struct Merge *merge)
{
    struct StringBuilder names;
    builder_open(&names, vm);
    bool good = true, first = true;
    Value seen[64];
    size_t seen_count = 0;
    for (size_t i = 0; good && i < merge->count; i++) {
        const struct Tuple *sequence = as_tuple(merge->sequences[i]);
        if (merge->at[i] >= sequence->length || !is_type(sequence->items[merge->at[i]]))
            continue;
        Value head = sequence->items[merge->at[i]];
        bool known = false;
        for (size_t k = 0; k < seen_count; k++)
            known |= value_same(seen[k], head);
        if (known || seen_count == 64)
            continue;
        int64_t hash; /* CPython collects them in a dict, which a metaclass may refuse */
        if (!value_hash(vm, head, &hash)) {
            builder_abandon(&names);
            return;
        }
        seen[seen_count++] = head;
        good = (first || builder_add_cstring(&names, ", ")) && builder_add_cstring(&names, type_name(as_type(head)));
        first = false;
    }
    Value text = good ? builder_finish(&names) : EMPTY;
    if (!good)
        builder_abandon(&names);
    if (is_empty(text))
        return;
    raise_type_error(vm, "Cannot create a consistent method resolution order (MRO) for bases %V", text);
    release(vm, text);
}

static Value merge_all(struct Interpreter *vm, struct Type *type, struct Merge *merge)
{
    Value order = list_new(vm, 4);
    if (is_empty(order))
        return EMPTY;
    bool good = list_append(vm, order, retain(type_value(type)));
    while (good) {
        Value head = next_head(merge);
        if (is_end(head))
            break;
        good = !is_empty(head);
        if (!good)
            raise_inconsistent(vm, merge);
        else if ((good = list_append(vm, order, retain(head))))
            consume(merge, head);
    }
    Value mro = good ? list_to_tuple(vm, order) : EMPTY;
    release(vm, order);
    return mro;
}

static Value single_base_mro(struct Interpreter *vm, struct Type *type, struct Type *base)
{
    Value mro = tuple_new_empty(vm, tuple_length(base->mro) + 1);
    if (is_empty(mro))
        return EMPTY;
    slot_init(vm, as_tuple(mro), &as_tuple(mro)->items[0], retain(type_value(type)));
    for (size_t i = 0; i < tuple_length(base->mro); i++)
        slot_init(vm, as_tuple(mro), &as_tuple(mro)->items[i + 1], retain(as_tuple(base->mro)->items[i]));
    return mro;
}

static bool no_duplicates(struct Interpreter *vm, const struct Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++)
        for (size_t k = i + 1; k < bases->length; k++)
            if (value_same(bases->items[i], bases->items[k])) {
                raise_type_error(vm, "duplicate base class %N", as_type(bases->items[i]));
                return false;
            }
    return true;
}

Value mro_compute(struct Interpreter *vm, struct Type *type)
{
    const struct Tuple *bases = as_tuple(type->bases);
    for (size_t i = 0; i < bases->length; i++) {
        if (!type_ready(vm, as_type(bases->items[i])))
            return EMPTY;
        if (is_empty(as_type(bases->items[i])->mro))
            return raise_type_error(vm, "Cannot extend an incomplete type '%N'", as_type(bases->items[i]));
    }
    if (bases->length == 1)
        return single_base_mro(vm, type, as_type(bases->items[0]));
    if (!no_duplicates(vm, bases))
        return EMPTY;
    struct Merge merge = {.count = bases->length + 1};
    size_t size = merge.count * (sizeof(Value) + sizeof(size_t));
    merge.sequences = heap_allocate(vm, MEMORY_VALUES, size);
    if (merge.sequences == NULL)
        return EMPTY;
    merge.at = (size_t *)(void *)(merge.sequences + merge.count);
    for (size_t i = 0; i < merge.count; i++) {
        merge.sequences[i] = i < bases->length ? as_type(bases->items[i])->mro : type->bases;
        merge.at[i] = 0;
    }
    Value mro = merge_all(vm, type, &merge);
    heap_free(vm, MEMORY_VALUES, merge.sequences, size);
    return mro;
}

static bool check_custom(struct Interpreter *vm, struct Type *type, Value mro)
{
    for (size_t i = 0; i < tuple_length(mro); i++) {
        Value item = as_tuple(mro)->items[i];
        if (!is_type(item)) {
            raise_type_error(vm, "mro() returned a non-class ('%.500T')", item);
            return false;
        }
        if (!type_is_subtype(vm, solid_base(type), solid_base(as_type(item)))) {
            raise_type_error(vm, "mro() returned base with unsuitable layout ('%.500N')", as_type(item));
            return false;
        }
    }
    return true;
}

Value mro_of(struct Interpreter *vm, struct Type *type)
{
    struct Type *metatype = type->memory.header.type;
    if (metatype == builtin_type(vm, TYPE_type))
        return mro_compute(vm, type);
    Value self = type_value(type);
    Value name = string_intern_cstring(vm, "mro");
    if (is_empty(name))
        return EMPTY;
    Value method = type_lookup_special(vm, self, name);
    release(vm, name);
    if (is_empty(method))
        return EMPTY;
    if (is_absent(method))
        return mro_compute(vm, type);
    Value result = object_call_0(vm, method);
    release(vm, method);
    if (is_empty(result))
        return EMPTY;
    Value mro = tuple_from_iterable(vm, result);
    release(vm, result);
    if (!is_empty(mro) && !check_custom(vm, type, mro)) {
        release(vm, mro);
        return EMPTY;
    }
    return mro;
}
