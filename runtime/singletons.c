/* The types of None, Ellipsis and NotImplemented; the objects themselves are words. */
#include "runtime/builtin_reduce.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"

static Value only(struct Interpreter *vm, const char *name, Value v, size_t positional, Value names)
{
    if (positional != 0 || (!is_empty(names) && tuple_length(names) != 0))
        return raise_type_error(vm, "%s takes no arguments", name);
    return v;
}

static Value none_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)type, (void)args;
    return only(vm, "NoneType", VALUE_NONE, positional, names);
}

static Value none_repr(struct Interpreter *vm, Value self)
{
    (void)self;
    return string_intern_cstring(vm, "None");
}

static int none_truth(struct Interpreter *vm, Value self)
{
    (void)vm, (void)self;
    return 0;
}

static bool none_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm, (void)self;
    *hash = 0xfca86420;
    return true;
}

/* As every object compares; CPython's NoneType has these methods of its own. */
static Value none_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    (void)vm;
    if (operation == COMPARE_EQ && value_same(self, other))
        return VALUE_TRUE;
    return operation == COMPARE_NE && value_same(self, other) ? VALUE_FALSE : VALUE_NOT_IMPLEMENTED;
}

const struct TypeSpec NoneType_type_spec = {
    .name = "NoneType",
    .documentation = "NoneType()\n--\n\n"
                     "The type of the None singleton.",
    .instance_size = sizeof(struct Object),
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.construct = none_construct, .repr = none_repr, .truth = none_truth, .hash = none_hash,
                   .compare = none_compare},
};

static Value ellipsis_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)type, (void)args;
    return only(vm, "EllipsisType", VALUE_ELLIPSIS, positional, names);
}

static Value ellipsis_repr(struct Interpreter *vm, Value self)
{
    (void)self;
    return string_intern_cstring(vm, "Ellipsis");
}

const struct TypeSpec ellipsis_type_spec = {
    .name = "ellipsis",
    .documentation = "ellipsis()\n--\n\n"
                     "The type of the Ellipsis singleton.",
    .instance_size = sizeof(struct Object),
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.construct = ellipsis_construct, .repr = ellipsis_repr},
    .methods = ellipsis_methods,
};

static Value not_implemented_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                       Value names)
{
    (void)type, (void)args;
    return only(vm, "NotImplementedType", VALUE_NOT_IMPLEMENTED, positional, names);
}

static Value not_implemented_repr(struct Interpreter *vm, Value self)
{
    (void)self;
    return string_intern_cstring(vm, "NotImplemented");
}

static int not_implemented_truth(struct Interpreter *vm, Value self)
{
    (void)self;
    return warnings_warn(vm, TYPE_DeprecationWarning, 1, "NotImplemented should not be used in a boolean context") ? 1 : -1;
}

const struct TypeSpec NotImplementedType_type_spec = {
    .name = "NotImplementedType",
    .documentation = "NotImplementedType()\n--\n\n"
                     "The type of the NotImplemented singleton.",
    .instance_size = sizeof(struct Object),
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.construct = not_implemented_construct, .repr = not_implemented_repr, .truth = not_implemented_truth},
    .methods = not_implemented_methods,
};
