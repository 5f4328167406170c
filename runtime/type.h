/*
 * Types: what the interpreter does with an object.
 *
 * A built-in type is described by a constant TypeSpec in its own file; at
 * start-up it is copied into interpreter->types[].  Its dict (methods,
 * attributes, wrappers for its operations) is filled at the first lookup, so
 * start-up makes no objects.  A class made by Python code is a heap object of
 * the same layout, whose operations are filled from its special methods.
 *
 * Invariant: a type's version changes whenever a lookup through it or one of
 * its bases could answer differently; version 0 means "not cacheable".
 */
#ifndef VIV_RUNTIME_TYPE_H
#define VIV_RUNTIME_TYPE_H

#include "gc/heap.h"
#include "runtime/native.h"

struct Buffer;

enum BinaryOperation {
    BINARY_ADD, BINARY_SUBTRACT, BINARY_MULTIPLY, BINARY_MATRIX_MULTIPLY, BINARY_TRUE_DIVIDE, BINARY_FLOOR_DIVIDE,
    BINARY_MODULO, BINARY_POWER, BINARY_LEFT_SHIFT, BINARY_RIGHT_SHIFT, BINARY_AND, BINARY_XOR, BINARY_OR,
    BINARY_DIVMOD, BINARY_OPERATION_COUNT
};

enum UnaryOperation { UNARY_NEGATIVE, UNARY_POSITIVE, UNARY_INVERT, UNARY_ABSOLUTE, UNARY_OPERATION_COUNT };

enum Comparison { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE };

/* Result EMPTY: error pending.  Arguments are borrowed, results owned. NULL: not supported. */
struct TypeOperations {
    /* __new__ and __init__, with the call convention; construct gets the class. */
    Value (*construct)(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names);
    bool (*initialize)(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
    Value (*call)(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);

    Value (*repr)(struct Interpreter *vm, Value self);
    Value (*str)(struct Interpreter *vm, Value self);
    bool (*hash)(struct Interpreter *vm, Value self, int64_t *hash); /* false: error pending */
    Value (*compare)(struct Interpreter *vm, Value self, Value other, enum Comparison operation);

    /* VALUE_ABSENT: there is no such attribute (no error pending). */
    Value (*get_attribute)(struct Interpreter *vm, Value self, Value name);
    /* value EMPTY deletes. */
    bool (*set_attribute)(struct Interpreter *vm, Value self, Value name, Value value);

    Value (*descriptor_get)(struct Interpreter *vm, Value self, Value instance /* or EMPTY */, Value owner);
    bool (*descriptor_set)(struct Interpreter *vm, Value self, Value instance, Value value /* EMPTY deletes */);

    Value (*iterate)(struct Interpreter *vm, Value self);
    Value (*next)(struct Interpreter *vm, Value self); /* VALUE_END when exhausted */

    int (*truth)(struct Interpreter *vm, Value self);  /* 1, 0, or -1 with an error pending */
    int64_t (*length)(struct Interpreter *vm, Value self); /* -1: error pending */
    int (*contains)(struct Interpreter *vm, Value self, Value item);
    Value (*get_item)(struct Interpreter *vm, Value self, Value key);
    bool (*set_item)(struct Interpreter *vm, Value self, Value key, Value value /* EMPTY deletes */);

    /* Called with the operands in source order by the left operand's type, then by the right's: check both.
     * NOT_IMPLEMENTED passes on to the other operand. */
    Value (*binary[BINARY_OPERATION_COUNT])(struct Interpreter *vm, Value left, Value right);
    Value (*in_place[BINARY_OPERATION_COUNT])(struct Interpreter *vm, Value left, Value right);
    Value (*power)(struct Interpreter *vm, Value base, Value exponent, Value modulus); /* three-argument pow() */
    Value (*unary[UNARY_OPERATION_COUNT])(struct Interpreter *vm, Value self);

    /* Sequences: tried after binary[ADD]/[MULTIPLY] of both operands declined. */
    Value (*concatenate)(struct Interpreter *vm, Value left, Value right);
    Value (*repeat)(struct Interpreter *vm, Value sequence, int64_t count);
    Value (*in_place_concatenate)(struct Interpreter *vm, Value left, Value right);
    Value (*in_place_repeat)(struct Interpreter *vm, Value sequence, int64_t count);

    Value (*to_int)(struct Interpreter *vm, Value self);   /* __int__ */
    Value (*to_float)(struct Interpreter *vm, Value self); /* __float__ */
    Value (*index)(struct Interpreter *vm, Value self);    /* __index__ */

    Value (*await)(struct Interpreter *vm, Value self);
    Value (*async_iterate)(struct Interpreter *vm, Value self);
    Value (*async_next)(struct Interpreter *vm, Value self);

    /* Lends its memory (runtime/buffer.h); runs no Python code. Asked through native_spec, so never inherited. */
    bool (*buffer)(struct Interpreter *vm, Value self, struct Buffer *buffer);
};

enum TypeFlag {
    TYPE_BASE = 1 << 0,                 /* Python classes may derive from it */
    TYPE_HEAP = 1 << 1,                 /* made at run time; not one of interpreter->types */
    TYPE_HAS_ATTRIBUTES = 1 << 2,       /* instances have struct Attributes at attributes_offset (a __dict__) */
    TYPE_WEAKLY_REFERENCEABLE = 1 << 3,
    TYPE_VARIABLE_SIZE = 1 << 4,        /* int, str, bytes, tuple: attributes of subclasses follow the items */
    TYPE_SEQUENCE = 1 << 5,             /* match: sequence patterns */
    TYPE_MAPPING = 1 << 6,
    TYPE_SUBCLASS_INT = 1 << 8,         /* fast isinstance */
    TYPE_SUBCLASS_STR = 1 << 9,
    TYPE_SUBCLASS_BYTES = 1 << 10,
    TYPE_SUBCLASS_LIST = 1 << 11,
    TYPE_SUBCLASS_TUPLE = 1 << 12,
    TYPE_SUBCLASS_DICT = 1 << 13,
    TYPE_SUBCLASS_TYPE = 1 << 14,
    TYPE_SUBCLASS_EXCEPTION = 1 << 15,
    TYPE_SUBCLASS_FLOAT = 1 << 16,
    TYPE_SUBCLASS_SET = 1 << 17,
    TYPE_READY = 1 << 18,               /* dict filled, operations inherited */
    TYPE_IMMUTABLE = 1 << 19,           /* attributes cannot be set: the built-in types */
    TYPE_METHOD_DESCRIPTOR = 1 << 20,   /* functions: calling attr(self) equals binding first */
    TYPE_ABSTRACT = 1 << 21,            /* has abstract methods left */
    TYPE_GENERIC_GET = 1 << 22,         /* get_attribute is the generic one: attribute caches apply */
    TYPE_GENERIC_SET = 1 << 23,
    TYPE_NO_INSTANCES = 1 << 24,        /* cannot create 'x' instances */
    TYPE_OWN_DICT = 1 << 25,            /* type, module: a __dict__ of its own kind; subclasses add no other */
};

#define SUBCLASS_FLAGS 0x0003ff00u /* inherited by subclasses, with SEQUENCE and MAPPING */

/*
 * Built-in types with TYPE_HAS_ATTRIBUTES (exceptions, functions): instance_size of the spec counts the C struct
 * alone; interpreter_open puts struct Attributes (no inline slots) behind it and sets type->attributes_offset and
 * type->instance_size accordingly.  Such a type calls attributes_traverse / take / destroy from its own functions,
 * and for their instances object_allocate(vm, type, type->instance_size) is the whole allocation.
 */
struct TypeSpec {
    const char *name;          /* as shown; "module.name" for types that live in a module other than builtins */
    const char *documentation;
    size_t instance_size;      /* sizeof the C struct; the fixed part for variable-size types */
    uint32_t flags;
    struct TypeMemory memory;  /* header unused; functions, kind and weight */
    struct TypeOperations operations;
    const struct NativeMethod *methods;
    const struct NativeAttribute *attributes;
};

struct Dict;
struct Shape;

struct Type {
    struct TypeMemory memory; /* first: all that gc/ knows; begins with the object header */
    uint32_t flags;
    uint32_t version;         /* 0: not assigned */
    uint16_t index;           /* into interpreter->types for built-in types */
    uint16_t inline_slots;    /* attribute slots that instances carry inside them */
    uint32_t instance_size;   /* to allocate: with attributes, inline slots and __slots__ members */
    uint32_t attributes_offset; /* of struct Attributes; 0: none (variable-size types compute it) */
    const struct TypeSpec *spec; /* built-in types */
    struct TypeOperations operations;
    struct Type *base;        /* held */
    Value name;               /* str: __name__ (EMPTY for built-in types until asked) */
    Value qualified_name;     /* str: __qualname__ */
    Value bases;              /* tuple */
    Value mro;                /* tuple */
    Value dict;               /* dict */
    struct Type **subclasses; /* direct subclasses in order of creation, borrowed; MEMORY_WEAK */
    uint32_t subclass_count, subclass_capacity;
    uint32_t fixed_size;      /* C struct and __slots__ members, without attributes */
    uint32_t extra_size;      /* variable-size classes: members and attributes behind the items */
    uint32_t member_start;    /* offset of the first of this class's own __slots__ members */
    uint32_t member_count;
    const struct TypeSpec *native_spec; /* of the nearest built-in base; of the type itself if built-in */
    char *utf8_name;          /* __name__ in UTF-8; a block of its own when utf8_size is not 0 */
    size_t utf8_size;
    Value slot_names;         /* tuple of __slots__ names, or EMPTY */
    Value cached_init, cached_new; /* reserved for the machine's call caches; borrowed under `version` */
    struct Shape *root_shape; /* where instances of this type begin; NULL without attributes */
};

static inline struct Type *object_type(const void *object) { return ((const struct Object *)object)->type; }

/* runtime/type.c */
MUST_USE bool type_ready(struct Interpreter *vm, struct Type *type);
BORROWED struct Dict *type_dict(struct Interpreter *vm, struct Type *type); /* NULL: error pending */

/* The special method `name` bound to self without consulting the instance: OWNED callable, ABSENT or EMPTY. */
OWNED Value type_lookup_special(struct Interpreter *vm, Value self, Value name);

bool type_is_subtype(struct Interpreter *vm, const struct Type *type, const struct Type *base);
void type_modified(struct Interpreter *vm, struct Type *type); /* forgets versions of it and its subclasses */
uint32_t type_version(struct Interpreter *vm, struct Type *type); /* assigns one if needed; 0 when exhausted */

/* type(name, bases, namespace, **kwargs) */
OWNED MUST_USE Value type_new(struct Interpreter *vm, struct Type *metatype, Value name, Value bases, Value namespace,
                              const Value *keyword_values, Value keyword_names);

/* Calls a class: construct, then initialize.  (operations.call of `type`) */
OWNED MUST_USE Value type_call(struct Interpreter *vm, Value type, const Value *args, size_t positional, Value names);

/* Name without module, as `type(x).__name__`: UTF-8, valid as long as the type's name is not changed. */
const char *type_name(const struct Type *type);

/* The same with the module of a built-in type in front ("_io.TextIOWrapper"), as messages show it. */
const char *type_message_name(const struct Type *type);

#endif
