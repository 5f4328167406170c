/*
 * Attributes of instances: shapes and slots.
 *
 * Objects whose type has TYPE_HAS_ATTRIBUTES carry a struct Attributes at
 * type->attributes_offset.  A shape (hidden class) maps names to slot
 * numbers; shapes form a tree per type, and equal construction order gives
 * the same shape, so an inline cache needs one pointer comparison.  The first
 * type->inline_slots slots lie in the object right behind struct Attributes,
 * the rest in `overflow`.  `__dict__` is made when asked for: then the Values
 * move into a real dict and shape becomes NULL ("dictionary mode").
 */
#ifndef VIV_RUNTIME_INSTANCE_H
#define VIV_RUNTIME_INSTANCE_H

#include "runtime/interpreter.h"

struct Shape {
    struct Type *type;       /* borrowed: shapes die with their type */
    struct Shape *parent;
    struct Shape *sibling, *first_child;
    Value name;              /* interned str added by this step (held); EMPTY for the root */
    uint32_t slot_count;     /* at most SHAPE_SLOT_LIMIT: larger instances are dictionaries */
    uint32_t id;             /* unique, never reused; for inline caches of 32 bits; 0: not cacheable */
    uint32_t child_count;
};

struct Attributes {
    struct Shape *shape;     /* NULL: dictionary mode */
    union {
        Value *overflow;     /* slots beyond the inline ones; MEMORY_VALUES block */
        Value dict;          /* dictionary mode: the dict, held */
    } store;
    uint32_t overflow_capacity;
    uint32_t taken;          /* slots already taken out by destruction */
    Value slots[];           /* type->inline_slots of them */
};

/* Attributes of an instance of a variable-size class: at the end of its cell. */
struct Attributes *attributes_at_end(struct Object *object);

/* NULL when objects of its type have none.  A zeroed struct Attributes is valid: no attributes yet. */
static inline struct Attributes *object_attributes(struct Object *object)
{
    const struct Type *type = object->type;
    if (LIKELY(type->attributes_offset != 0))
        return (struct Attributes *)(void *)((char *)object + type->attributes_offset);
    return type->flags & TYPE_HAS_ATTRIBUTES ? attributes_at_end(object) : NULL;
}

/* What a class made in Python adds to a variable-size object: allocate instance_size, the items rounded up to 8,
 * and this many bytes.  0 for the built-in types themselves. */
static inline size_t instance_extra_size(const struct Type *type) { return type->extra_size; }

/* Slot `number`: inline, or in the overflow block. */
static inline Value *attributes_slot(const struct Type *type, struct Attributes *attributes, uint32_t number)
{
    return LIKELY(number < type->inline_slots) ? &attributes->slots[number]
                                               : &attributes->store.overflow[number - type->inline_slots];
}

/* Slot of an interned name in shape, or -1. */
int32_t shape_find(const struct Shape *shape, Value name);
/* Where instances of the type begin; made on demand.  NULL: MemoryError. */
MUST_USE struct Shape *shape_root(struct Interpreter *vm, struct Type *type);
enum { SHAPE_SLOT_LIMIT = 64, SHAPE_CHILD_LIMIT = 64 };
/* The shape with one more (interned) name.  NULL: MemoryError, or no error where the limits say "use a dict". */
struct Shape *shape_add(struct Interpreter *vm, struct Shape *shape, Value name);
void shapes_traverse(const struct Shape *root, VisitFunction visit, void *context);
/* Frees a tree of shapes; runs no Python code. */
void shapes_destroy(struct Interpreter *vm, struct Shape *root);

/* OWNED value or ABSENT; no descriptors, no class: the instance alone. EMPTY on error. */
OWNED Value attributes_get(struct Interpreter *vm, struct Object *object, Value name);
MUST_USE bool attributes_set(struct Interpreter *vm, struct Object *object, Value name, Value value);
/* 1 deleted, 0 was not there, -1 raised */
int attributes_delete(struct Interpreter *vm, struct Object *object, Value name);
/* The instance's __dict__: turns it into dictionary mode. OWNED dict. */
OWNED Value attributes_dict(struct Interpreter *vm, struct Object *object);
MUST_USE bool attributes_set_dict(struct Interpreter *vm, struct Object *object, Value dict);

/* For traverse, take and destroy of every type that may have attributes. */
void attributes_traverse(struct Object *object, VisitFunction visit, void *context);
OWNED Value attributes_take(struct Interpreter *vm, struct Object *object, size_t *cursor);
void attributes_destroy(struct Interpreter *vm, struct Object *object);

/* A new instance of a class without construct of its own (object.__new__): one zeroed cell with the root shape. */
OWNED MUST_USE Value instance_new(struct Interpreter *vm, struct Type *type);

/* Memory functions of classes made in Python: attributes and __slots__ members first, then the built-in base's. */
void instance_memory_functions(struct Type *type);

/* The place of a __slots__ member inside an instance of (a subclass of) its owner. */
struct MemberDescriptor;
Value *member_slot(const struct MemberDescriptor *member, struct Object *object);

#endif
