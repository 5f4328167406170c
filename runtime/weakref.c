/*
 * weakref.ref, whose bookkeeping is gc/weak.c's.
 *
 * The callback slot is emptied when the target dies, so __callback__ is None
 * from then on; the hash, once computed, outlives the target.
 */
#include "runtime/weakref.h"

#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct WeakReferenceObject *as_reference(Value v) { return (struct WeakReferenceObject *)value_object(v); }

static bool is_reference(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_weakref));
}

Value weakref_target(Value reference)
{
    struct Object *target = as_reference(reference)->reference.target;
    return target == NULL ? VALUE_NONE : retain(value_from_object(target));
}

/* ---- Making ------------------------------------------------------------ */

/* The reference or proxy without callback that all callers share. */
static Value find_shared(struct Interpreter *vm, Value target, uint8_t rank)
{
    struct WeakReference *reference = weak_first(vm, value_object(target));
    for (; reference != NULL && reference->rank != WEAK_OTHER; reference = reference->next) {
        if (reference->rank == rank && weak_is_usable(reference))
            return retain(value_from_object(reference));
    }
    return VALUE_ABSENT;
}

Value weakref_make(struct Interpreter *vm, struct Type *type, Value target, Value callback, uint8_t rank)
{
    if (!is_object(target) || !(value_object(target)->type->flags & TYPE_WEAKLY_REFERENCEABLE))
        return raise_type_error(vm, "cannot create weak reference to '%s' object", value_type_name(vm, target));
    if (rank != WEAK_OTHER) {
        Value shared = find_shared(vm, target, rank);
        if (!is_absent(shared))
            return shared;
    }
    struct WeakReferenceObject *self =
        (struct WeakReferenceObject *)object_allocate(vm, type, type->instance_size);
    if (self == NULL)
        return EMPTY;
    if (!is_empty(callback))
        slot_init(vm, self, &self->reference.callback, retain(callback));
    self->reference.rank = rank;
    self->reference.target = value_object(target);
    if (weak_register(vm, &self->reference))
        return value_from_object(self);
    self->reference.target = NULL;
    object_release(vm, self);
    return EMPTY;
}

static Value make_reference(struct Interpreter *vm, struct Type *type, Value target, Value callback)
{
    bool shared = is_empty(callback) && type == builtin_type(vm, TYPE_weakref);
    return weakref_make(vm, type, target, callback, shared ? WEAK_SHARED_REFERENCE : WEAK_OTHER);
}

Value weakref_new(struct Interpreter *vm, Value target, Value callback)
{
    return make_reference(vm, builtin_type(vm, TYPE_weakref), target, callback);
}

static bool check_count(struct Interpreter *vm, const char *name, size_t count)
{
    if (count < 1)
        raise_type_error(vm, "%s expected at least 1 argument, got 0", name);
    else if (count > 2)
        raise_type_error(vm, "%s expected at most 2 arguments, got %zu", name, count);
    return count == 1 || count == 2;
}

static Value weakref_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    bool plain = type == builtin_type(vm, TYPE_weakref);
    if (plain && !is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "ref() takes no keyword arguments");
    if (!check_count(vm, "__new__", positional))
        return EMPTY;
    Value callback = positional == 2 && !is_none(args[1]) ? args[1] : EMPTY;
    return make_reference(vm, type, args[0], callback);
}

static bool weakref_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    (void)self;
    (void)args;
    if (!is_empty(names) && tuple_length(names) > 0) {
        raise_type_error(vm, "ref() takes no keyword arguments");
        return false;
    }
    return check_count(vm, "__init__", positional);
}

/* ---- Operations -------------------------------------------------------- */

static Value weakref_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    (void)args;
    if (!is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "weakref() takes no keyword arguments");
    if (positional != 0)
        return raise_type_error(vm, "weakref expected 0 arguments, got %zu", positional);
    return weakref_target(self);
}

static Value repr_alive(struct Interpreter *vm, Value self, Value target)
{
    Value type = type_shown_name(vm, value_type(vm, target));
    if (is_empty(type))
        return EMPTY;
    Value name = type_lookup_special(vm, target, NAME(vm, __name__));
    Value text = EMPTY;
    if (!is_empty(name) && (is_absent(name) || !is_string(vm, name)))
        text = string_from_format(vm, "<weakref at 0x%zx; to '%V' at 0x%zx>", (size_t)value_identity(self), type,
                                  (size_t)value_identity(target));
    else if (!is_empty(name))
        text = string_from_format(vm, "<weakref at 0x%zx; to '%V' at 0x%zx (%V)>", (size_t)value_identity(self), type,
                                  (size_t)value_identity(target), name);
    release_maybe(vm, name);
    release(vm, type);
    return text;
}

static Value weakref_repr(struct Interpreter *vm, Value self)
{
    Value target = weakref_target(self);
    if (is_none(target))
        return string_from_format(vm, "<weakref at 0x%zx; dead>", (size_t)value_identity(self));
    Value text = repr_alive(vm, self, target);
    release(vm, target);
    return text;
}

static bool weakref_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    struct WeakReferenceObject *reference = as_reference(self);
    if (!reference->hash_known) {
        Value target = weakref_target(self);
        if (is_none(target)) {
            raise_type_error(vm, "weak object has gone away");
            return false;
        }
        bool ok = object_hash(vm, target, &reference->hash);
        release(vm, target);
        if (!ok)
            return false;
        reference->hash_known = true;
    }
    *hash = reference->hash;
    return true;
}

static Value weakref_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !is_reference(vm, self) || !is_reference(vm, other))
        return VALUE_NOT_IMPLEMENTED;
    Value a = weakref_target(self), b = weakref_target(other);
    Value result;
    if (is_none(a) || is_none(b))
        result = value_from_bool(value_same(self, other) == (operation == COMPARE_EQ));
    else
        result = object_compare(vm, a, b, operation);
    release(vm, a);
    release(vm, b);
    return result;
}

static Value weakref_get_callback(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value callback = as_reference(self)->reference.callback;
    return is_empty(callback) ? VALUE_NONE : retain(callback);
}

/* A member of CPython's struct, which says so when it is set. */
static bool weakref_set_callback(struct Interpreter *vm, Value self, Value value)
{
    (void)self, (void)value;
    raise_error(vm, TYPE_AttributeError, "readonly attribute");
    return false;
}

void weakref_call_callback(struct Interpreter *vm, Value callback, Value reference)
{
    Value result = object_call_1(vm, callback, reference);
    if (is_empty(result))
        error_write_unraisable(vm, NULL, callback);
    else
        release(vm, result);
}

/* ---- Memory ------------------------------------------------------------ */

void weakref_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct WeakReference *)self)->callback, context);
}

Value weakref_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct WeakReference *reference = (struct WeakReference *)self;
    weak_unregister(vm, reference); /* before the callback's own end can run code */
    if ((*cursor)++ > 0 || is_empty(reference->callback))
        return VALUE_END;
    return slot_take(vm, self, &reference->callback);
}

void weakref_destroy(struct Interpreter *vm, struct Object *self)
{
    weak_unregister(vm, (struct WeakReference *)self);
}

/* ---- The type ---------------------------------------------------------- */

static const struct NativeAttribute weakref_attributes[] = {
    {"__callback__", weakref_get_callback, weakref_set_callback, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec weakref_type_spec = {
    .name = "weakref.ReferenceType",
    .instance_size = sizeof(struct WeakReferenceObject),
    .flags = TYPE_BASE,
    .memory = {.traverse = weakref_traverse,
               .take = weakref_take,
               .destroy = weakref_destroy,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = weakref_construct,
                   .initialize = weakref_initialize,
                   .call = weakref_call,
                   .repr = weakref_repr,
                   .hash = weakref_hash,
                   .compare = weakref_compare},
    .attributes = weakref_attributes,
};
