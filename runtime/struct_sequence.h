/*
 * Struct sequences: tuples whose items have names, as sys.version_info and
 * time.struct_time.  Each is a built-in type made with STRUCT_SEQUENCE from a
 * table of STRUCT_FIELDs in the order of the items.
 */
#ifndef VIV_RUNTIME_STRUCT_SEQUENCE_H
#define VIV_RUNTIME_STRUCT_SEQUENCE_H

#include "runtime/sequence.h"

#define STRUCT_FIELD_NUMBERS(X) \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17)

#define DECLARE_FIELD(number) OWNED Value struct_field_##number(struct Interpreter *vm, Value self);
STRUCT_FIELD_NUMBERS(DECLARE_FIELD)
#undef DECLARE_FIELD

/* Tables begin with MEMBERS_FOLLOW; what stands behind this row is an attribute only. */
#define HIDDEN_FIELDS_FOLLOW MEMBERS_FOLLOW
#define STRUCT_FIELD(number, name, documentation) {name, struct_field_##number, NULL, documentation}

OWNED Value struct_sequence_repr(struct Interpreter *vm, Value self);
OWNED Value struct_sequence_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                      Value names);

/* Takes over the items, one for each field of the type; an EMPTY one means that making it failed. The tuple shows the
 * first `visible` ones. */
OWNED MUST_USE Value struct_sequence_new(struct Interpreter *vm, struct Type *type, Value *items, size_t visible);

extern const struct NativeMethod struct_sequence_methods[];
/* Adds n_fields, __match_args__ and the like to the dict of such a type. */
MUST_USE bool struct_sequence_fill(struct Interpreter *vm, struct Type *type);
static inline bool is_struct_sequence_type(const struct Type *type)
{
    return type->native_spec->methods == struct_sequence_methods;
}

void struct_sequence_traverse(struct Object *self, VisitFunction visit, void *context);
OWNED Value struct_sequence_take(struct Interpreter *vm, struct Object *self, size_t *cursor);
void struct_sequence_clear(struct Interpreter *vm, struct Object *self);

#define STRUCT_SEQUENCE(identifier, name_, documentation_, fields, more_flags)                              \
    const struct TypeSpec identifier##_type_spec = {                                                        \
        .name = name_,                                                                                      \
        .documentation = documentation_,                                                                    \
        .instance_size = sizeof(struct Tuple),                                                              \
        .flags = TYPE_VARIABLE_SIZE | TYPE_SEQUENCE | TYPE_SUBCLASS_TUPLE | (more_flags),                   \
        .memory = {.traverse = struct_sequence_traverse,                                                    \
                   .take = struct_sequence_take,                                                            \
                   .clear = struct_sequence_clear,                                                          \
                   .kind = OBJECT_CONTAINER},                                                               \
        .operations = {.construct = struct_sequence_construct, .repr = struct_sequence_repr},               \
        .methods = struct_sequence_methods,                                                                 \
        .attributes = fields,                                                                               \
    }

#endif
