/*
 * Memory functions of classes made in Python: visiting, taking and destroying
 * __slots__ members and attributes, and then whatever the nearest built-in
 * base holds, by that base's own functions.  So list, dict or an exception
 * need not know that somebody derived from them.
 *
 * Order of destruction is CPython's: members from the most derived class
 * down to its bases, then attributes in order of insertion, then the base's.
 */
#include "runtime/instance.h"

#include "runtime/module.h"
#include "runtime/tracking.h"

/* A bit of the cursor (the heap keeps 32 of them) says that the rest of it belongs to the built-in base. */
enum { BASE_PHASE = 1 << 30 };

/* Exceptions and functions have attributes without being subclassed; their own functions look after them. */
static bool base_keeps_attributes(const struct Type *type)
{
    return (type->native_spec->flags & TYPE_HAS_ATTRIBUTES) != 0;
}

static Value *own_member(const struct Type *type, struct Object *object, uint32_t number)
{
    struct MemberDescriptor place = {.owner = (struct Type *)type,
                                     .offset = type->member_start + number * (uint32_t)sizeof(Value)};
    return member_slot(&place, object);
}

static void members_traverse(struct Object *self, VisitFunction visit, void *context)
{
    for (const struct Type *type = self->type; type->flags & TYPE_HEAP; type = type->base)
        for (uint32_t i = 0; i < type->member_count; i++) {
            Value v = *own_member(type, self, i);
            if (!is_empty(v))
                visit(v, context);
        }
}

static void subclass_traverse(struct Object *self, VisitFunction visit, void *context)
{
    members_traverse(self, visit, context);
    if (!base_keeps_attributes(self->type))
        attributes_traverse(self, visit, context);
    if (self->type->native_spec->memory.traverse != NULL)
        self->type->native_spec->memory.traverse(self, visit, context);
}

static Value members_take(struct Interpreter *vm, struct Object *self)
{
    for (const struct Type *type = self->type; type->flags & TYPE_HEAP; type = type->base)
        for (uint32_t i = 0; i < type->member_count; i++) {
            Value *slot = own_member(type, self, i);
            if (!is_empty(*slot))
                return slot_take(vm, self, slot);
        }
    return VALUE_END;
}

static Value subclass_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    const struct Type *type = self->type;
    if (!(*cursor & BASE_PHASE)) {
        Value v = members_take(vm, self);
        if (is_end(v) && !base_keeps_attributes(type))
            v = attributes_take(vm, self, cursor);
        if (!is_end(v))
            return v;
        *cursor = BASE_PHASE;
    }
    if (type->native_spec->memory.take == NULL)
        return VALUE_END;
    size_t base_cursor = *cursor & ~(size_t)BASE_PHASE;
    Value v = type->native_spec->memory.take(vm, self, &base_cursor);
    *cursor = base_cursor | BASE_PHASE;
    return v;
}

static void subclass_clear(struct Interpreter *vm, struct Object *self)
{
    size_t cursor = 0;
    while (!(cursor & BASE_PHASE)) {
        Value v = members_take(vm, self);
        if (is_end(v) && !base_keeps_attributes(self->type))
            v = attributes_take(vm, self, &cursor);
        if (is_end(v))
            break;
        release(vm, v);
    }
    self->type->native_spec->memory.clear(vm, self);
}

static void subclass_destroy(struct Interpreter *vm, struct Object *self)
{
    if (!base_keeps_attributes(self->type))
        attributes_destroy(vm, self);
    if (self->type->native_spec->memory.destroy != NULL)
        self->type->native_spec->memory.destroy(vm, self);
}

/* Instances of classes with __slots__ on object, all in one class: the members lie side by side. */
static Value *slots_begin(struct Object *self) { return (Value *)(void *)((char *)self + sizeof(struct Object)); }
static size_t slots_count(const struct Object *self)
{
    return (self->type->fixed_size - sizeof(struct Object)) / sizeof(Value);
}

static void slots_traverse(struct Object *self, VisitFunction visit, void *context)
{
    Value *slots = slots_begin(self);
    for (size_t i = 0, count = slots_count(self); i < count; i++)
        if (!is_empty(slots[i]))
            visit(slots[i], context);
}

static Value slots_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slots = slots_begin(self);
    for (size_t count = slots_count(self); *cursor < count;) {
        Value v = slots[(*cursor)++];
        if (is_empty(v))
            continue;
        slots[*cursor - 1] = EMPTY;
        if (UNLIKELY(heap_of(vm)->observer != NULL)) {
            slots[*cursor - 1] = v;
            return slot_take(vm, self, &slots[*cursor - 1]);
        }
        if (!release_quickly(vm, v))
            return v;
    }
    return VALUE_END;
}

/* The common case, instances of plain classes, without the detours. */
static void plain_traverse(struct Object *self, VisitFunction visit, void *context)
{
    attributes_traverse(self, visit, context);
}

/* How many classes among the type and its bases have members. */
static int classes_with_members(const struct Type *type)
{
    int count = 0;
    for (; type->flags & TYPE_HEAP; type = type->base)
        count += type->member_count != 0;
    return count;
}

void instance_memory_functions(struct Type *type)
{
    const struct TypeMemory *base = &type->native_spec->memory;
    int members = classes_with_members(type);
    bool attributes = (type->flags & TYPE_HAS_ATTRIBUTES) && !base_keeps_attributes(type);
    struct TypeMemory *memory = &type->memory;
    memory->weight = base->weight;
    memory->weigh = type->flags & TYPE_HAS_ATTRIBUTES ? attributed_weight : NULL;
    memory->finalize = base->finalize;
    memory->clear = base->clear;
    memory->kind = OBJECT_CONTAINER; /* every instance may be in a cycle with its class */
    if (!members && !attributes && base->kind == OBJECT_CONTAINER) {
        memory->traverse = base->traverse;
        memory->take = base->take;
        memory->destroy = base->destroy;
        return;
    }
    bool bare = base->traverse == NULL && base->take == NULL && base->destroy == NULL;
    if (members == 1 && !attributes && bare && type->native_spec->instance_size == sizeof(struct Object)) {
        memory->traverse = slots_traverse;
        memory->take = slots_take;
        memory->destroy = NULL;
        return;
    }
    if (!members && bare) {
        memory->traverse = plain_traverse;
        memory->take = attributes_take;
        memory->destroy = attributes_destroy;
        return;
    }
    memory->traverse = subclass_traverse;
    memory->take = subclass_take;
    memory->destroy = subclass_destroy;
    if (base->clear != NULL)
        memory->clear = subclass_clear;
}
