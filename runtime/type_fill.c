/*
 * Built-in types: set up from their TypeSpec without an allocation at
 * start-up, and given their dict (methods, wrappers of operations, computed
 * attributes), bases and MRO when they are first looked at.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/instance.h"
#include "runtime/interpreter_internal.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/struct_sequence.h"
#include "runtime/type_internal.h"

/* ---- At start-up ------------------------------------------------------- */

enum { OPERATION_SLOTS = sizeof(struct TypeOperations) / sizeof(Operation) };

/* An operation the spec leaves out comes from the base; comparing without hashing makes unhashable. */
static void inherit_operations(struct Type *type, const struct Type *base)
{
    Operation own[OPERATION_SLOTS], inherited[OPERATION_SLOTS];
    const struct TypeOperations before = type->operations;
    memcpy(own, &type->operations, sizeof own);
    memcpy(inherited, &base->operations, sizeof inherited);
    for (size_t i = 0; i < OPERATION_SLOTS; i++)
        own[i] = own[i] != NULL ? own[i] : inherited[i];
    memcpy(&type->operations, own, sizeof own);
    if (before.compare != NULL)
        type->operations.hash = before.hash;
    /* object's is for Python classes and for the built-in types they may derive from. */
    if (base->base == NULL && !(type->flags & TYPE_BASE))
        type->operations.construct = before.construct;
}

void type_open(struct Interpreter *vm, enum TypeIndex index, const struct TypeSpec *spec, struct Type *base)
{
    struct Type *type = &vm->types[index];
    type->memory = spec->memory;
    type->memory.header = (struct Object){.count = IMMORTAL_COUNT, .flags = OBJECT_STATIC, .type = builtin_type(vm, TYPE_type)};
    type->flags = spec->flags | TYPE_IMMUTABLE;
    type->index = (uint16_t)index;
    type->spec = type->native_spec = spec;
    type->operations = spec->operations;
    type->base = index == TYPE_object ? NULL : base;
    if (type->base != NULL) {
        type->flags |= base->flags & (SUBCLASS_FLAGS | TYPE_SEQUENCE | TYPE_MAPPING | TYPE_OWN_DICT);
        inherit_operations(type, base);
    }
    if (type->operations.get_attribute == object_generic_get_attribute)
        type->flags |= TYPE_GENERIC_GET;
    if (type->operations.set_attribute == object_generic_set_attribute)
        type->flags |= TYPE_GENERIC_SET;
    type->fixed_size = (uint32_t)((spec->instance_size + 7) & ~(size_t)7);
    type->instance_size = (uint32_t)spec->instance_size;
    if (spec->flags & TYPE_HAS_ATTRIBUTES) {
        type->attributes_offset = type->fixed_size;
        type->instance_size = type->fixed_size + (uint32_t)sizeof(struct Attributes);
    }
}

/* ---- __new__ ----------------------------------------------------------- */

static Value new_error(struct Interpreter *vm, struct Type *type, Value class)
{
    if (!is_type(class))
        return raise_type_error(vm, "%N.__new__(X): X is not a type object (%T)", type, class);
    return raise_type_error(vm, "%N.__new__(%N): %N is not a subtype of %N", type, as_type(class), as_type(class), type);
}

/* args[0] is the type whose __new__ this is, args[1] the class to make an instance of. */
static Value call_new(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    struct Type *type = as_type(args[0]);
    if (positional < 2)
        return raise_type_error(vm, "%N.__new__(): not enough arguments", type);
    if (!is_type(args[1]) || !type_is_subtype(vm, as_type(args[1]), type))
        return new_error(vm, type, args[1]);
    struct Type *class = as_type(args[1]);
    const struct Type *native = class; /* the class whose constructor would have run without any Python __new__ */
    while (native->operations.construct == dispatch_construct)
        native = native->base;
    if (native->operations.construct != type->operations.construct)
        return raise_type_error(vm, "%N.__new__(%N) is not safe, use %N.__new__()", type, class, native);
    return type->operations.construct(vm, class, args + 2, positional - 2, names);
}

static const struct NativeMethod new_method =
    METHOD_RAW("__new__", call_new, "*args, **kwargs", "Create and return a new object.  See help(type) for accurate signature.");

Value (*native_construct_of(struct Interpreter *vm, Value attribute))(struct Interpreter *, struct Type *,
                                                                      const Value *, size_t, Value)
{
    if (!object_has_type(vm, attribute, TYPE_builtin_function))
        return NULL;
    const struct NativeCallable *callable = (struct NativeCallable *)value_object(attribute);
    return callable->method == &new_method ? as_type(callable->self)->operations.construct : NULL;
}

/* ---- The dict ---------------------------------------------------------- */

static bool put(struct Interpreter *vm, struct Type *type, const char *name, STEALS Value v)
{
    bool done = !is_empty(v);
    if (done) {
        Value key = string_intern_cstring(vm, name);
        done = !is_empty(key) && dict_set(vm, type->dict, key, v);
        release_maybe(vm, key);
        release(vm, v);
    }
    return done;
}

static bool fill_operations(struct Interpreter *vm, struct Type *type)
{
    for (const struct SpecialMethod *row = special_methods; row->name != NULL; row++) {
        if (row->wrap == WRAP_NOTHING || operation_at(&type->native_spec->operations, row->offset) == NULL)
            continue;
        if (!is_absent(dict_peek(vm, type->dict, vm->names[row->name_index])))
            continue;
        if (!put(vm, type, row->name, wrapper_descriptor_new(vm, type, row)))
            return false;
    }
    if (type->operations.hash == NULL && !dict_set(vm, type->dict, NAME(vm, __hash__), VALUE_NONE))
        return false;
    if (type->native_spec->operations.construct == NULL || type->flags & TYPE_NO_INSTANCES)
        return true;
    return put(vm, type, "__new__", native_function_new(vm, &new_method, type_value(type), EMPTY));
}

static Value method_object(struct Interpreter *vm, struct Type *type, const struct NativeMethod *method)
{
    if (method->flags & NATIVE_STATIC_METHOD) {
        Value function = native_function_new(vm, method, EMPTY, EMPTY);
        if (is_empty(function))
            return EMPTY;
        ((struct NativeCallable *)value_object(function))->owner = object_retain(type);
        Value wrapped = static_method_new(vm, function);
        release(vm, function);
        return wrapped;
    }
    enum TypeIndex kind = method->flags & NATIVE_CLASS_METHOD ? TYPE_class_method_descriptor : TYPE_method_descriptor;
    return native_descriptor_new(vm, kind, type, method);
}

static bool fill_methods(struct Interpreter *vm, struct Type *type)
{
    const struct NativeMethod *method = type->native_spec->methods;
    for (; method != NULL && method->name != NULL; method++) {
        Value key = string_intern_cstring(vm, method->name);
        if (is_empty(key))
            return false;
        bool there = !is_absent(dict_peek(vm, type->dict, key));
        release(vm, key);
        if (!there && !put(vm, type, method->name, method_object(vm, type, method)))
            return false;
    }
    return true;
}

/* The containers of PEP 585: list[int] names a type. */
static bool fill_generic(struct Interpreter *vm, struct Type *type)
{
    static const uint16_t generic[] = {TYPE_list, TYPE_tuple, TYPE_dict, TYPE_set, TYPE_frozenset, TYPE_enumerate,
                                       TYPE_mappingproxy,
                                       TYPE_weakref, TYPE_BaseExceptionGroup, TYPE_generator,
                                       TYPE_coroutine, TYPE_async_generator};
    static const struct NativeMethod method =
        CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585");
    for (size_t i = 0; i < sizeof generic / sizeof generic[0]; i++)
        if (type->index == generic[i] && is_absent(dict_peek(vm, type->dict, NAME(vm, __class_getitem__))))
            return put(vm, type, method.name, method_object(vm, type, &method));
    return true;
}

/* A documentation may begin with the call's signature, "name(…)\n--\n\n": the length of that part, or 0. */
size_t signature_length(const char *documentation)
{
    const char *end = documentation == NULL ? NULL : strstr(documentation, ")\n--\n\n");
    return end == NULL || memchr(documentation, '(', (size_t)(end - documentation)) == NULL
               ? 0 : (size_t)(end - documentation) + strlen(")\n--\n\n");
}

const char *after_signature(const char *documentation) { return documentation + signature_length(documentation); }

static bool fill_attributes(struct Interpreter *vm, struct Type *type)
{
    const struct NativeAttribute *attribute = type->native_spec->attributes;
    if (type->base != NULL && type->base->native_spec->attributes == attribute)
        attribute = NULL; /* exceptions of one layout share a table: the first of them owns it */
    bool has_dict = false, member = false;
    for (; attribute != NULL && attribute->name != NULL; attribute++) {
        has_dict |= strcmp(attribute->name, "__dict__") == 0;
        if (attribute->name[0] == '\0')
            member = true;
        else if (!put(vm, type, attribute->name,
                      member ? native_member_new(vm, type, attribute) : getset_new(vm, type, attribute)))
            return false;
    }
    if (type->native_spec->flags & TYPE_HAS_ATTRIBUTES && !has_dict &&
        !(type->base != NULL && type->base->flags & TYPE_HAS_ATTRIBUTES) &&
        !put(vm, type, "__dict__", getset_new(vm, type, &instance_dict_attribute)))
        return false;
    const char *text = type->native_spec->documentation;
    if (!is_absent(dict_peek(vm, type->dict, NAME(vm, __doc__))))
        return true;
    return put(vm, type, "__doc__", text == NULL ? VALUE_NONE : string_from_cstring(vm, after_signature(text)));
}

/* Instances of the types of most modules show __module__, as their types are made at run time in CPython. */
static bool fill_module(struct Interpreter *vm, struct Type *type)
{
    const char *name = type->native_spec->name, *dot = strrchr(name, '.');
    if (dot == NULL || type->index == TYPE_ordered_dict || strncmp(name, "types.", 6) == 0 ||
        strncmp(name, "sys.", 4) == 0 || !is_absent(dict_peek(vm, type->dict, NAME(vm, __module__))))
        return true;
    return put(vm, type, "__module__", string_from_utf8(vm, name, (size_t)(dot - name)));
}

static bool fill_bases(struct Interpreter *vm, struct Type *type)
{
    if (is_empty(type->bases)) {
        Value base = type->base == NULL ? EMPTY : type_value(type->base);
        Value both[2] = {base, type_value(builtin_type(vm, TYPE_Exception))};
        Value bases = type->base == NULL ? retain(vm->empty_tuple)
                                         : tuple_new(vm, both, type->index == TYPE_ExceptionGroup ? 2 : 1);
        if (is_empty(bases))
            return false;
        slot_init(vm, type, &type->bases, bases);
    }
    if (is_empty(type->mro) && type->index == TYPE_ExceptionGroup) {
        Value mro = type_ready(vm, builtin_type(vm, TYPE_Exception)) ? mro_compute(vm, type) : EMPTY;
        if (is_empty(mro))
            return false;
        slot_init(vm, type, &type->mro, mro);
    }
    if (is_empty(type->mro)) {
        size_t inherited = type->base == NULL ? 0 : tuple_length(type->base->mro);
        Value mro = tuple_new_empty(vm, inherited + 1);
        if (is_empty(mro))
            return false;
        slot_init(vm, as_tuple(mro), &as_tuple(mro)->items[0], type_value(type));
        for (size_t i = 0; i < inherited; i++)
            slot_init(vm, as_tuple(mro), &as_tuple(mro)->items[i + 1], retain(as_tuple(type->base->mro)->items[i]));
        slot_init(vm, type, &type->mro, mro);
        if (type->base != NULL && !type_add_subclass(vm, type->base, type))
            return false;
    }
    return true;
}

/* May be tried again after a MemoryError: what is there already stays. */
bool type_fill(struct Interpreter *vm, struct Type *type)
{
    if (type->base != NULL && !type_ready(vm, type->base))
        return false;
    if (!fill_bases(vm, type))
        return false;
    if (is_empty(type->dict)) {
        Value dict = dict_new(vm);
        if (is_empty(dict))
            return false;
        slot_init(vm, type, &type->dict, dict);
    }
    if (!fill_operations(vm, type) || !fill_methods(vm, type) || !fill_module(vm, type) ||
        !fill_generic(vm, type) || !fill_attributes(vm, type) ||
        (is_struct_sequence_type(type) && !struct_sequence_fill(vm, type)))
        return false;
    type->flags |= TYPE_READY;
    return true;
}

/* ---- At exit ----------------------------------------------------------- */

void type_close(struct Interpreter *vm, struct Type *type)
{
    type_modified(vm, type);
    type->flags &= ~(uint32_t)TYPE_READY;
    slot_clear(vm, type, &type->dict);
    slot_clear(vm, type, &type->mro);
    slot_clear(vm, type, &type->bases);
    slot_clear(vm, type, &type->name);
    slot_clear(vm, type, &type->qualified_name);
}

void type_close_tables(struct Interpreter *vm, struct Type *type)
{
    type_close(vm, type); /* the last collection may have looked something up */
    heap_free(vm, MEMORY_WEAK, type->subclasses, type->subclass_capacity * sizeof(struct Type *));
    type->subclasses = NULL;
    type->subclass_count = type->subclass_capacity = 0;
    shapes_destroy(vm, type->root_shape);
    type->root_shape = NULL;
}
