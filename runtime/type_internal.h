/*
 * What the files of the type machinery share with one another: the table of
 * special methods, the parts of class creation, and the shared errors.
 */
#ifndef VIV_RUNTIME_TYPE_INTERNAL_H
#define VIV_RUNTIME_TYPE_INTERNAL_H

#include "runtime/interpreter.h"

/* How a call of a special method reaches the native operation. */
enum WrapKind {
    WRAP_NOTHING, WRAP_UNARY, WRAP_LEFT, WRAP_RIGHT, WRAP_IN_PLACE, WRAP_POWER_LEFT, WRAP_POWER_RIGHT, WRAP_HASH,
    WRAP_CALL, WRAP_GET_ATTRIBUTE, WRAP_SET_ATTRIBUTE, WRAP_DELETE_ATTRIBUTE, WRAP_COMPARE_LT, WRAP_COMPARE_LE,
    WRAP_COMPARE_EQ, WRAP_COMPARE_NE, WRAP_COMPARE_GT, WRAP_COMPARE_GE, WRAP_NEXT, WRAP_DESCRIPTOR_GET,
    WRAP_DESCRIPTOR_SET, WRAP_DESCRIPTOR_DELETE, WRAP_INITIALIZE, WRAP_TRUTH, WRAP_REPEAT, WRAP_LENGTH,
    WRAP_SET_ITEM, WRAP_DELETE_ITEM, WRAP_CONTAINS,
};

/* Any operation, until it is cast back to what its row says it is. */
typedef void (*Operation)(void);

struct SpecialMethod {
    const char *name;
    uint16_t name_index;  /* enum NameIndex */
    uint16_t offset;      /* in struct TypeOperations */
    enum WrapKind wrap;
    Operation dispatcher; /* NULL: none */
    const char *parameters, *documentation;
};

/* Ends with a row whose name is NULL; rows of one operation need not be neighbours. */
extern const struct SpecialMethod special_methods[];

static inline Operation operation_at(const struct TypeOperations *operations, uint16_t offset)
{
    Operation operation;
    memcpy(&operation, (const char *)operations + offset, sizeof operation);
    return operation;
}

static inline void operation_put(struct TypeOperations *operations, uint16_t offset, Operation operation)
{
    memcpy((char *)operations + offset, &operation, sizeof operation);
}

static inline bool is_type(Value v)
{
    return is_object(v) && (value_object(v)->type->flags & TYPE_SUBCLASS_TYPE) != 0;
}
static inline struct Type *as_type(Value v) { return (struct Type *)value_object(v); }
static inline Value type_value(const struct Type *type) { return value_from_object(type); }

/* object_type.c: instances of one class can become instances of the other. */
bool type_same_layout(const struct Type *a, const struct Type *b);

/* special_wrapper.c: a native operation as a descriptor. */
struct WrapperDescriptor {
    struct Object header;
    const struct SpecialMethod *special;
    struct Type *owner; /* held */
};
struct MethodWrapper {
    struct Object header;
    Value descriptor, self;
};
OWNED MUST_USE Value wrapper_descriptor_new(struct Interpreter *vm, struct Type *owner,
                                            const struct SpecialMethod *special);

/* special_dispatch.c */
/* Calls type(args[0]).name(*args) as operators do, the instance's own attributes aside; ABSENT: no such method. */
OWNED MUST_USE Value special_call(struct Interpreter *vm, enum NameIndex name, const Value *args, size_t count);
bool dispatch_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
Value dispatch_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names);
void dispatch_finalize(struct Interpreter *vm, struct Object *self);

/* type_operations.c */
/* Fills the operations of a new class from its bases' and its own special methods. */
MUST_USE bool type_fill_operations(struct Interpreter *vm, struct Type *type);
/* After class attribute `name` changed: operations of the class and its subclasses follow. */
MUST_USE bool type_update_operations(struct Interpreter *vm, struct Type *type, Value name);
/* All of them anew, in subclasses too (after __bases__ changed). */
MUST_USE bool type_update_all_operations(struct Interpreter *vm, struct Type *type);

/* type_fill.c */
void type_open(struct Interpreter *vm, enum TypeIndex index, const struct TypeSpec *spec, struct Type *base);
size_t signature_length(const char *documentation);
const char *after_signature(const char *documentation);
MUST_USE bool type_fill(struct Interpreter *vm, struct Type *type);
/* The construct operation behind a built-in __new__ found in a class, or NULL when it is something else. */
Value (*native_construct_of(struct Interpreter *vm, Value attribute))(struct Interpreter *, struct Type *,
                                                                      const Value *, size_t, Value);

/* type.c */
MUST_USE bool type_add_subclass(struct Interpreter *vm, struct Type *base, struct Type *subclass);
void type_remove_subclass(struct Interpreter *vm, struct Type *base, const struct Type *subclass);
void type_cache_close(struct Interpreter *vm);
void type_cache_traverse(struct Interpreter *vm, VisitFunction visit, void *context);
/* Takes over a str as __name__. */
MUST_USE bool type_set_name(struct Interpreter *vm, struct Type *type, STEALS Value name);
OWNED MUST_USE Value type_name_value(struct Interpreter *vm, struct Type *type);
OWNED MUST_USE Value type_qualified_name(struct Interpreter *vm, struct Type *type);
/* __module__: OWNED, None when a class has none. */
OWNED MUST_USE Value type_module(struct Interpreter *vm, struct Type *type);
/* "module.qualname" without the modules builtins and __main__, as some messages show it. */
OWNED MUST_USE Value type_shown_name(struct Interpreter *vm, struct Type *type);
/* "module.qualname", or the qualname alone for builtins. */
OWNED MUST_USE Value type_full_name(struct Interpreter *vm, struct Type *type);

/* type_mro.c */
OWNED MUST_USE Value mro_compute(struct Interpreter *vm, struct Type *type);
/* Asks the metaclass's mro() if it has one of its own. */
OWNED MUST_USE Value mro_of(struct Interpreter *vm, struct Type *type);

/* type_new.c */
MUST_USE bool type_check_name(struct Interpreter *vm, Value name); /* no null characters */
/* The base whose layout a class with these bases has; NULL: raised. */
BORROWED struct Type *best_base(struct Interpreter *vm, Value bases);
/* The class that decides the layout of the type's instances. */
BORROWED struct Type *solid_base(struct Type *type);
/* The metaclass for these bases, starting with metatype; NULL: raised. */
BORROWED struct Type *metatype_calculate(struct Interpreter *vm, struct Type *metatype, Value bases);

/* type_slots.c */
/* Reads namespace['__slots__'] and decides on members, __dict__ and __weakref__; sizes of the type are set. */
MUST_USE bool type_lay_out(struct Interpreter *vm, struct Type *type, Value namespace);

/* object.c: what type.__instancecheck__ and type.__subclasscheck__ do.  1, 0, -1. */
int type_native_is_instance(struct Interpreter *vm, Value v, Value class);
int type_native_is_subclass(struct Interpreter *vm, Value v, Value class);

/* type_attributes.c */
Value type_get_attribute(struct Interpreter *vm, Value self, Value name);
bool type_set_attribute(struct Interpreter *vm, Value self, Value name, Value value);
extern const struct NativeAttribute type_attribute_table[];

/* type_object.c: the functions of `type`'s memory, for built-in types too. */
void type_traverse(struct Object *self, VisitFunction visit, void *context);

/* union_type.c: left | right; NOT_IMPLEMENTED when one is neither a class nor None, an alias or a union. */
OWNED MUST_USE Value union_of(struct Interpreter *vm, Value left, Value right);

/* descriptors.c */
OWNED MUST_USE Value getset_new(struct Interpreter *vm, struct Type *owner, const struct NativeAttribute *attribute);
OWNED MUST_USE Value member_descriptor_new(struct Interpreter *vm, struct Type *owner, Value name, uint32_t offset);
/* (getattr, (object, name)): what __reduce__ of descriptors answers. */
OWNED MUST_USE Value reduce_to_getattr(struct Interpreter *vm, Value object, const char *name);
OWNED MUST_USE Value native_member_new(struct Interpreter *vm, struct Type *owner,
                                       const struct NativeAttribute *attribute);
/* The __dict__ and __weakref__ of classes whose instances have them. */
extern const struct NativeAttribute instance_dict_attribute, instance_weakref_attribute;

/* native.c */
OWNED MUST_USE Value native_descriptor_new(struct Interpreter *vm, enum TypeIndex kind, struct Type *owner,
                                           const struct NativeMethod *method);

/* object_type.c */
Value object_native_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names);
bool object_native_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);
Value object_native_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation);

/* object_reduce.c: methods of object. */
Value object_reduce_method(struct Interpreter *vm, const Value *args, size_t count);
Value object_reduce_ex_method(struct Interpreter *vm, const Value *args, size_t count);
Value object_getstate_method(struct Interpreter *vm, const Value *args, size_t count);

/* argument arrays with one Value put before them; small ones live on the C stack */
enum { ARGUMENTS_ON_STACK = 8 };
struct Arguments {
    Value small[ARGUMENTS_ON_STACK];
    Value *items; /* borrowed Values */
    size_t size;
};
/* first, then args[0 … total). */
MUST_USE bool arguments_prepend(struct Interpreter *vm, struct Arguments *arguments, Value first, const Value *args,
                                size_t total);
void arguments_close(struct Interpreter *vm, struct Arguments *arguments);
/* Number of Values in a call's args: positional and keywords. */
size_t arguments_total(size_t positional, Value names);

#endif
