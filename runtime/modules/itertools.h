/*
 * What the files of itertools share.
 *
 * The iterators keep their Values first, right behind the header; one that was
 * cleared by the collector, or is over, has an EMPTY source.
 */
#ifndef VIV_RUNTIME_MODULES_ITERTOOLS_H
#define VIV_RUNTIME_MODULES_ITERTOOLS_H

#include "runtime/arguments.h"
#include "runtime/iterators.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

/* The next item of a source that an iterator owns: what runs meanwhile may make the owner give it up. */
static inline OWNED MUST_USE Value source_next(struct Interpreter *vm, Value source)
{
    if (!vm_enter_nested(vm, " while iterating"))
        return EMPTY;
    Value held = retain(source);
    Value item = iterator_step(vm, held);
    release(vm, held);
    return item;
}

/* Drops the source: the iterator is over. */
static inline Value source_end(struct Interpreter *vm, void *owner, Value *source)
{
    slot_clear(vm, owner, source);
    return VALUE_END;
}

/* An iterator with its first Value set. */
OWNED MUST_USE void *itertools_allocate(struct Interpreter *vm, struct Type *type, STEALS Value first);

/* Keywords are refused, but for subclasses, whose __init__ may want them. */
MUST_USE bool itertools_positional(struct Interpreter *vm, enum TypeIndex index, struct Type *type, size_t positional,
                                   size_t count, Value names);

Value itertools_iterate(struct Interpreter *vm, Value self);

/* The function tee. */
Value itertools_tee(struct Interpreter *vm, const Value *args, size_t count);

/* traverse and take for the first `count` Values. */
#define ITERTOOLS_MEMORY(identifier, count)                                                            \
    static void identifier##_traverse(struct Object *object, VisitFunction visit, void *context)       \
    {                                                                                                  \
        values_traverse(object, count, visit, context);                                                \
    }                                                                                                  \
    static OWNED Value identifier##_take(struct Interpreter *vm, struct Object *object, size_t *cursor) \
    {                                                                                                  \
        return values_take(vm, object, count, cursor);                                                 \
    }

#define ITERTOOLS_TYPE(identifier, structure, documentation_, ...)                                             \
    const struct TypeSpec itertools_##identifier##_type_spec = {                                               \
        .name = "itertools." #identifier,                                                                      \
        .documentation = documentation_,                                                                       \
        .instance_size = sizeof(struct structure),                                                             \
        .flags = TYPE_BASE,                                                                                    \
        .memory = {.traverse = identifier##_traverse, .take = identifier##_take, .kind = OBJECT_CONTAINER},    \
        .operations = {.construct = identifier##_construct, .iterate = itertools_iterate,                      \
                       .next = identifier##_next, __VA_ARGS__},                                                \
    }

#endif
