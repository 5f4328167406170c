/*
 * The operations of Python classes: for each one, the native function to run,
 * found from the special methods that the class and its bases define.
 *
 * Invariant: an operation of a class is the built-in base's own function when
 * every special method behind it is that base's, a dispatcher (which looks
 * the method up and calls it) when one is anything else, and NULL when there
 * is none.  It is kept when class attributes change.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* What the rows seen so far ask for. */
struct Choice {
    Operation native;
    Operation dispatcher;
    bool use_dispatcher;
};

static void choose_native(struct Choice *choice, Operation native)
{
    if (native == NULL)
        return;
    if (choice->native != NULL && choice->native != native)
        choice->use_dispatcher = true; /* two bases disagree */
    choice->native = native;
}

static bool consider_row(struct Interpreter *vm, struct Type *type, const struct SpecialMethod *row,
                         struct Choice *choice)
{
    if (row->dispatcher != NULL)
        choice->dispatcher = row->dispatcher;
    Value found = type_lookup(vm, type, vm->names[row->name_index]);
    if (is_empty(found))
        return false;
    if (is_absent(found))
        return true;
    if (object_has_type(vm, found, TYPE_wrapper_descriptor)) {
        const struct WrapperDescriptor *wrapper = (struct WrapperDescriptor *)value_object(found);
        if (wrapper->special->name_index == row->name_index && type_is_subtype(vm, type, wrapper->owner)) {
            choose_native(choice, operation_at(&wrapper->owner->operations, row->offset));
            return true;
        }
    }
    if (is_none(found) && row->wrap == WRAP_HASH)
        return true; /* unhashable: the operation stays NULL */
    choice->use_dispatcher = true;
    return true;
}

/* Recomputes the operation at `offset` from all rows that share it. */
static bool update_operation(struct Interpreter *vm, struct Type *type, uint16_t offset)
{
    struct Choice choice = {0};
    for (const struct SpecialMethod *row = special_methods; row->name != NULL; row++)
        if (row->offset == offset && !consider_row(vm, type, row, &choice))
            return false;
    operation_put(&type->operations, offset, choice.use_dispatcher ? choice.dispatcher : choice.native);
    return true;
}

static void update_flags(struct Type *type)
{
    type->flags &= ~(uint32_t)(TYPE_GENERIC_GET | TYPE_GENERIC_SET);
    if (type->operations.get_attribute == object_generic_get_attribute)
        type->flags |= TYPE_GENERIC_GET;
    if (type->operations.set_attribute == object_generic_set_attribute)
        type->flags |= TYPE_GENERIC_SET;
}

static bool update_construct(struct Interpreter *vm, struct Type *type)
{
    Value found = type_lookup(vm, type, NAME(vm, __new__));
    if (is_empty(found))
        return false;
    Value (*native)(struct Interpreter *, struct Type *, const Value *, size_t, Value) = NULL;
    if (!is_absent(found))
        native = native_construct_of(vm, found);
    if (native == NULL && is_absent(found))
        native = type->base->operations.construct;
    /* Of several bases the one that decides the layout must construct, as CPython's tp_new is inherited. */
    else if (native != NULL && type->base->operations.construct != dispatch_construct)
        native = type->base->operations.construct;
    type->operations.construct = native != NULL ? native : dispatch_construct;
    return true;
}

static bool update_finalizer(struct Interpreter *vm, struct Type *type)
{
    Value found = type_lookup(vm, type, NAME(vm, __del__));
    if (is_empty(found))
        return false;
    type->memory.finalize = is_absent(found) ? type->native_spec->memory.finalize : dispatch_finalize;
    return true;
}

static bool fill_all(struct Interpreter *vm, struct Type *type)
{
    bool seen[sizeof(struct TypeOperations) / sizeof(Operation)] = {false};
    for (const struct SpecialMethod *row = special_methods; row->name != NULL; row++) {
        bool *known = &seen[row->offset / sizeof(Operation)];
        if (!*known && !update_operation(vm, type, row->offset))
            return false;
        *known = true;
    }
    return update_construct(vm, type) && update_finalizer(vm, type);
}

/* With one base whose operations are right, only those that the class itself names can differ. */
static bool fill_own(struct Interpreter *vm, struct Type *type)
{
    type->operations = type->base->operations;
    for (const struct SpecialMethod *row = special_methods; row->name != NULL; row++)
        if (!is_absent(dict_peek(vm, type->dict, vm->names[row->name_index])) &&
            !update_operation(vm, type, row->offset))
            return false;
    return update_construct(vm, type) && update_finalizer(vm, type);
}

bool type_fill_operations(struct Interpreter *vm, struct Type *type)
{
    bool own = tuple_length(type->bases) == 1 && !is_empty(type->mro) &&
               tuple_length(type->mro) == tuple_length(type->base->mro) + 1;
    bool done = own ? fill_own(vm, type) : fill_all(vm, type);
    update_flags(type);
    return done;
}

static bool update_named(struct Interpreter *vm, struct Type *type, Value name)
{
    for (const struct SpecialMethod *row = special_methods; row->name != NULL; row++)
        if (value_same(vm->names[row->name_index], name) && !update_operation(vm, type, row->offset))
            return false;
    if (value_same(name, NAME(vm, __new__)) && !update_construct(vm, type))
        return false;
    if (value_same(name, NAME(vm, __del__)) && !update_finalizer(vm, type))
        return false;
    update_flags(type);
    return true;
}

static bool update_tree(struct Interpreter *vm, struct Type *type, Value name)
{
    if (!vm_enter_recursion(vm, ""))
        return false;
    bool done = is_empty(name) ? fill_all(vm, type) : update_named(vm, type, name);
    update_flags(type);
    for (uint32_t i = 0; done && i < type->subclass_count; i++)
        done = update_tree(vm, type->subclasses[i], name);
    vm_leave_recursion(vm);
    return done;
}

bool type_update_operations(struct Interpreter *vm, struct Type *type, Value name)
{
    const struct String *text = as_string(name);
    if (text->length < 5 || string_at(text, 0) != '_' || string_at(text, 1) != '_')
        return true;
    Value interned = string_intern(vm, retain(name));
    if (is_empty(interned))
        return false;
    bool done = update_tree(vm, type, interned);
    release(vm, interned);
    return done;
}

bool type_update_all_operations(struct Interpreter *vm, struct Type *type) { return update_tree(vm, type, EMPTY); }
