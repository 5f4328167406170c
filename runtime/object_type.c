/*
 * `object`, the base of everything: construction, text, identity, and the
 * attributes that every object has.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* ---- Construction ------------------------------------------------------ */

static bool excess_arguments(size_t positional, Value names)
{
    return positional != 0 || (!is_empty(names) && tuple_length(names) != 0);
}

/* "Can't instantiate abstract class A without an implementation for abstract methods 'f', 'g'" */
static Value raise_abstract(struct Interpreter *vm, struct Type *type)
{
    Value missing = object_get_attribute_cstring(vm, type_value(type), "__abstractmethods__");
    Value names = is_empty(missing) ? EMPTY : list_from_iterable(vm, missing);
    release_maybe(vm, missing);
    if (is_empty(names))
        return EMPTY;
    Value comma = EMPTY, joined = EMPTY;
    if (list_sort(vm, names, EMPTY, false)) {
        comma = string_from_cstring(vm, "', '");
        joined = is_empty(comma) ? EMPTY : string_join(vm, comma, names);
    }
    if (!is_empty(joined))
        raise_type_error(vm, "Can't instantiate abstract class %N without an implementation for abstract method%s '%V'",
                         type, as_list(names)->length > 1 ? "s" : "", joined);
    release_maybe(vm, comma);
    release_maybe(vm, joined);
    release(vm, names);
    return EMPTY;
}

Value object_native_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    (void)args;
    if (excess_arguments(positional, names)) {
        if (type->operations.construct != object_native_construct)
            return raise_type_error(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->operations.initialize == object_native_initialize)
            return raise_type_error(vm, "%N() takes no arguments", type);
    }
    if (UNLIKELY(type->flags & TYPE_ABSTRACT))
        return raise_abstract(vm, type);
    return instance_new(vm, type);
}

bool object_native_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    (void)args;
    if (!excess_arguments(positional, names))
        return true;
    struct Type *type = value_type(vm, self);
    if (type->operations.initialize != object_native_initialize)
        raise_type_error(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
    else if (type->operations.construct == object_native_construct)
        raise_type_error(vm, "%N.__init__() takes exactly one argument (the instance to initialize)", type);
    else
        return true;
    return false;
}

/* ---- Text, identity, comparison ---------------------------------------- */

static Value object_native_repr(struct Interpreter *vm, Value self)
{
    Value name = type_full_name(vm, value_type(vm, self));
    if (is_empty(name))
        return EMPTY;
    Value text = string_from_format(vm, "<%V object at 0x%zx>", name, (size_t)value_identity(self));
    release(vm, name);
    return text;
}

/* What __repr__ gives, unchecked: str() complains in its own name. */
static Value object_native_str(struct Interpreter *vm, Value self)
{
    if (!vm_enter_recursion(vm, " while getting the repr of an object"))
        return EMPTY;
    Value text = value_type(vm, self)->operations.repr(vm, self);
    vm_leave_recursion(vm);
    return text;
}

static bool object_native_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    (void)vm;
    uint64_t word = value_identity(self);
    *hash = (int64_t)(word >> 4 | word << 60);
    if (*hash == -1)
        *hash = -2;
    return true;
}

Value object_native_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (operation == COMPARE_EQ)
        return value_same(self, other) ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    if (operation != COMPARE_NE)
        return VALUE_NOT_IMPLEMENTED;
    struct Type *type = value_type(vm, self);
    if (type->operations.compare == NULL)
        return VALUE_NOT_IMPLEMENTED;
    Value equal = type->operations.compare(vm, self, other, COMPARE_EQ);
    if (is_empty(equal) || is_not_implemented(equal))
        return equal;
    int truth = object_truth(vm, equal);
    release(vm, equal);
    return truth < 0 ? EMPTY : value_from_bool(!truth);
}

/* ---- __class__ --------------------------------------------------------- */

static Value get_class(struct Interpreter *vm, Value self) { return retain(type_value(value_type(vm, self))); }

/* The class adds nothing to its base's layout. */
static bool adds_nothing(const struct Type *type)
{
    const uint32_t flags = TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE;
    return type->base != NULL && type->flags & TYPE_HEAP && type->member_count == 0 &&
           ((type->flags ^ type->base->flags) & flags) == 0;
}

static bool same_slots(const struct Type *a, const struct Type *b)
{
    const uint32_t flags = TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE;
    if (!(a->flags & b->flags & TYPE_HEAP) || a->base != b->base || ((a->flags ^ b->flags) & flags) != 0 ||
        a->member_count != b->member_count)
        return false;
    for (uint32_t i = 0; i < a->member_count; i++)
        if (!value_same(as_tuple(a->slot_names)->items[i], as_tuple(b->slot_names)->items[i])) /* interned */
            return false;
    return true;
}

bool type_same_layout(const struct Type *a, const struct Type *b)
{
    while (adds_nothing(a))
        a = a->base;
    while (adds_nothing(b))
        b = b->base;
    return a == b || same_slots(a, b);
}

static bool set_class(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value)) {
        raise_type_error(vm, "can't delete __class__ attribute");
        return false;
    }
    if (!is_type(value)) {
        raise_type_error(vm, "__class__ must be set to a class, not '%T' object", value);
        return false;
    }
    struct Type *old_type = value_type(vm, self), *new_type = as_type(value);
    bool modules = type_is_subtype(vm, old_type, builtin_type(vm, TYPE_module)) &&
                   type_is_subtype(vm, new_type, builtin_type(vm, TYPE_module));
    if (!modules && (old_type->flags & TYPE_IMMUTABLE || new_type->flags & TYPE_IMMUTABLE)) {
        raise_type_error(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (!type_same_layout(old_type, new_type)) {
        raise_type_error(vm, "__class__ assignment: '%N' object layout differs from '%N'", new_type, old_type);
        return false;
    }
    struct Object *object = value_object(self);
    if (old_type->flags & TYPE_HAS_ATTRIBUTES) { /* shapes belong to a class: leave them */
        Value dict = attributes_dict(vm, object);
        if (is_empty(dict))
            return false;
        release(vm, dict);
    }
    object->type = object_retain(new_type);
    object_release(vm, old_type);
    return true;
}

/* ---- Methods ----------------------------------------------------------- */

static Value object_format_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__format__() argument must be str, not %A", args[1]);
    if (string_length(args[1]) != 0)
        return raise_type_error(vm, "unsupported format string passed to %T.__format__", args[0]);
    return object_str(vm, args[0]);
}

/* Adds the names of a class and its bases, most distant first. */
static bool merge_class_names(struct Interpreter *vm, Value names, struct Type *type)
{
    if (!type_ready(vm, type))
        return false;
    Value mro = retain(type->mro);
    bool done = true;
    for (size_t i = tuple_length(mro); done && i-- > 0;) {
        Value base = as_tuple(mro)->items[i];
        if (is_type(base) && type_ready(vm, as_type(base)) && !is_empty(as_type(base)->dict))
            done = dict_update(vm, names, as_type(base)->dict);
    }
    release(vm, mro);
    return done;
}

static Value object_dir_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value names = dict_new(vm);
    if (is_empty(names))
        return EMPTY;
    Value own = object_lookup_attribute(vm, args[0], NAME(vm, __dict__));
    bool done = !is_empty(own);
    if (done && is_dict(vm, own))
        done = dict_update(vm, names, own);
    if (!is_empty(own) && !is_absent(own))
        release(vm, own);
    Value class = done ? object_lookup_attribute(vm, args[0], NAME(vm, __class__)) : EMPTY;
    done = !is_empty(class);
    if (done && is_type(class))
        done = merge_class_names(vm, names, as_type(class));
    if (!is_empty(class) && !is_absent(class))
        release(vm, class);
    Value list = done ? dict_keys_list(vm, names) : EMPTY;
    release(vm, names);
    return list;
}

static Value object_sizeof_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_object(args[0]))
        return value_from_small_int(0);
    return int_new(vm, (int64_t)object_cell_size(value_object(args[0])));
}

static Value object_init_subclass_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NONE;
}

static Value object_subclasshook_method(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_NOT_IMPLEMENTED;
}

static const struct NativeMethod object_methods[] = {
    METHOD("__format__", object_format_method, 1, 1, "format_spec, /", "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise."),
    METHOD("__dir__", object_dir_method, 0, 0, "", "Default dir() implementation."),
    METHOD("__sizeof__", object_sizeof_method, 0, 0, "", "Size of object in memory, in bytes."),
    METHOD("__reduce__", object_reduce_method, 0, 0, "", "Helper for pickle."),
    METHOD("__reduce_ex__", object_reduce_ex_method, 1, 1, "protocol, /", "Helper for pickle."),
    METHOD("__getstate__", object_getstate_method, 0, 0, "", "Helper for pickle."),
    CLASS_METHOD("__init_subclass__", object_init_subclass_method, 0, 0, NULL,
     "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n"),
    CLASS_METHOD("__subclasshook__", object_subclasshook_method, 1, 1, NULL,
     "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n"),
    METHODS_END,
};

static const struct NativeAttribute object_attributes_table[] = {
    {"__class__", get_class, set_class, "the object's class"},
    ATTRIBUTES_END,
};

const struct TypeSpec object_type_spec = {
    .name = "object",
    .documentation = "object()\n--\n\n"
                     "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new "
                     "featureless\ninstance that has no instance attributes and cannot be given any.\n",
    .instance_size = sizeof(struct Object),
    .flags = TYPE_BASE,
    .memory = {.kind = OBJECT_LEAF},
    .operations =
        {
            .construct = object_native_construct,
            .initialize = object_native_initialize,
            .repr = object_native_repr,
            .str = object_native_str,
            .hash = object_native_hash,
            .compare = object_native_compare,
            .get_attribute = object_generic_get_attribute,
            .set_attribute = object_generic_set_attribute,
        },
    .methods = object_methods,
    .attributes = object_attributes_table,
};
