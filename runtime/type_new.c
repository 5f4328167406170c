/*
 * Making classes: what type(name, bases, namespace) and the class statement
 * do, in CPython's order.
 */
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/warnings.h"

/* ---- Bases ------------------------------------------------------------- */

/* A class adds to the layout if its instances hold more than its base's do, attributes aside. */
static bool adds_layout(const struct Type *type, const struct Type *base)
{
    if (!(type->flags & TYPE_HEAP) && type->native_spec->instance_size != base->native_spec->instance_size)
        return true;
    return type->fixed_size != base->fixed_size || type->member_count != 0 ||
           ((type->flags ^ base->flags) & TYPE_VARIABLE_SIZE) != 0;
}

struct Type *solid_base(struct Type *type)
{
    while (type->base != NULL && !adds_layout(type, type->base))
        type = type->base;
    return type;
}

struct Type *best_base(struct Interpreter *vm, Value bases)
{
    struct Type *best = NULL, *winner = NULL;
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Value item = as_tuple(bases)->items[i];
        if (!is_type(item)) {
            raise_type_error(vm, "bases must be types");
            return NULL;
        }
        struct Type *base = as_type(item);
        if (!type_ready(vm, base))
            return NULL;
        if (!(base->flags & TYPE_BASE)) {
            raise_type_error(vm, "type '%.100N' is not an acceptable base type", base);
            return NULL;
        }
        struct Type *candidate = solid_base(base);
        if (winner == NULL || (winner != candidate && type_is_subtype(vm, candidate, winner))) {
            winner = candidate;
            best = base;
        } else if (!type_is_subtype(vm, winner, candidate)) {
            raise_type_error(vm, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

struct Type *metatype_calculate(struct Interpreter *vm, struct Type *metatype, Value bases)
{
    struct Type *winner = metatype;
    for (size_t i = 0; i < tuple_length(bases); i++) {
        struct Type *other = value_type(vm, as_tuple(bases)->items[i]);
        if (type_is_subtype(vm, winner, other))
            continue;
        if (!type_is_subtype(vm, other, winner)) {
            raise_type_error(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                 "of the metaclasses of all its bases");
            return NULL;
        }
        winner = other;
    }
    return winner;
}

/* ---- The namespace ----------------------------------------------------- */

static bool take_qualified_name(struct Interpreter *vm, struct Type *type)
{
    Value name = dict_pop(vm, type->dict, NAME(vm, __qualname__));
    if (is_empty(name))
        return false;
    if (is_absent(name))
        name = retain(type->name);
    if (!is_string(vm, name)) {
        raise_type_error(vm, "type __qualname__ must be a str, not %T", name);
        release(vm, name);
        return false;
    }
    slot_init(vm, type, &type->qualified_name, name);
    return true;
}

static bool set_module(struct Interpreter *vm, struct Type *type)
{
    if (!is_absent(dict_peek(vm, type->dict, NAME(vm, __module__))) || vm->callbacks.current_globals == NULL)
        return true;
    Value globals = vm->callbacks.current_globals(vm);
    if (is_empty(globals))
        return true;
    Value module = dict_peek(vm, globals, NAME(vm, __name__));
    return is_absent(module) || dict_set(vm, type->dict, NAME(vm, __module__), module);
}

/* __new__ is a static method, __init_subclass__ and __class_getitem__ are class methods, said or not. */
static bool wrap_implicit(struct Interpreter *vm, struct Type *type, Value name,
                          Value (*wrap)(struct Interpreter *vm, Value function))
{
    Value function = dict_peek(vm, type->dict, name);
    if (is_absent(function) || !object_has_type(vm, function, TYPE_function))
        return true;
    Value wrapped = wrap(vm, function);
    bool done = !is_empty(wrapped) && dict_set(vm, type->dict, name, wrapped);
    release_maybe(vm, wrapped);
    return done;
}

static bool fill_cell(struct Interpreter *vm, struct Type *type, const char *name, Value content)
{
    Value key = string_intern_cstring(vm, name);
    if (is_empty(key))
        return false;
    Value cell = dict_pop(vm, type->dict, key);
    release(vm, key);
    if (is_empty(cell) || is_absent(cell))
        return is_absent(cell);
    bool right = object_has_type(vm, cell, TYPE_cell);
    if (right) {
        struct Cell *target = (struct Cell *)value_object(cell);
        slot_set(vm, target, &target->content, retain(content));
    } else
        raise_type_error(vm, "%s must be a nonlocal cell, not %R", name, type_value(value_type(vm, cell)));
    release(vm, cell);
    return right;
}

/* A slot may be called __doc__: comes after the members. */
/* Names and documentation have an UTF-8 form: no surrogates. */
static bool check_encodable(struct Interpreter *vm, Value text)
{
    if (string_is_ascii(as_string(text)))
        return true;
    Value encoded = string_encode(vm, text, NULL, NULL);
    if (is_empty(encoded))
        return false;
    release(vm, encoded);
    return true;
}

static bool set_documentation(struct Interpreter *vm, struct Type *type)
{
    Value given = dict_peek(vm, type->dict, NAME(vm, __doc__));
    if (is_absent(given))
        return dict_set(vm, type->dict, NAME(vm, __doc__), VALUE_NONE);
    return !is_string(vm, given) || check_encodable(vm, given);
}

/* Comparing without hashing makes unhashable. */
static bool set_hash(struct Interpreter *vm, struct Type *type)
{
    if (is_absent(dict_peek(vm, type->dict, NAME(vm, __eq__))) ||
        !is_absent(dict_peek(vm, type->dict, NAME(vm, __hash__))))
        return true;
    return dict_set(vm, type->dict, NAME(vm, __hash__), VALUE_NONE);
}

static bool prepare_namespace(struct Interpreter *vm, struct Type *type)
{
    if (!take_qualified_name(vm, type) || !set_module(vm, type))
        return false;
    if (!wrap_implicit(vm, type, NAME(vm, __new__), static_method_new) ||
        !wrap_implicit(vm, type, NAME(vm, __init_subclass__), class_method_new) ||
        !wrap_implicit(vm, type, NAME(vm, __class_getitem__), class_method_new))
        return false;
    return fill_cell(vm, type, "__classcell__", type_value(type)) &&
           fill_cell(vm, type, "__classdictcell__", type->dict);
}

/* ---- After the class exists -------------------------------------------- */

static bool call_set_name(struct Interpreter *vm, struct Type *type, Value name, Value v)
{
    Value args[3] = {v, type_value(type), name};
    Value result = special_call(vm, NAME___set_name__, args, 3);
    if (!is_empty(result)) {
        if (!is_absent(result))
            release(vm, result);
        return true;
    }
    Value error = error_take(vm);
    Value note = string_from_format(vm, "Error calling __set_name__ on '%.100T' instance %R in '%.100N'", v, name, type);
    Value method = is_empty(note) ? EMPTY : object_get_attribute_cstring(vm, error, "add_note");
    Value done = is_empty(method) ? EMPTY : object_call_1(vm, method, note);
    release_maybe(vm, done);
    release_maybe(vm, method);
    release_maybe(vm, note);
    error_restore(vm, error);
    return false;
}

static bool set_names(struct Interpreter *vm, struct Type *type)
{
    Value copy = dict_copy(vm, type->dict); /* __set_name__ may change the class */
    if (is_empty(copy))
        return false;
    size_t position = 0;
    Value key, v;
    bool good = true;
    while (good && dict_next(copy, &position, &key, &v))
        if (is_object(v) && !object_has_type(vm, v, TYPE_function) && !is_exact_string(vm, v))
            good = call_set_name(vm, type, key, v);
    release(vm, copy);
    return good;
}

/* super(type, type).__init_subclass__(**keywords): the next in the MRO that has one. */
static bool call_init_subclass(struct Interpreter *vm, struct Type *type, const Value *values, Value names)
{
    Value found = VALUE_ABSENT;
    size_t i = 0;
    while (i < tuple_length(type->mro) && !value_same(as_tuple(type->mro)->items[i], type_value(type)))
        i++;
    if (i == tuple_length(type->mro)) {
        raise_type_error(vm, "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).", type, type);
        return false;
    }
    for (i++; i < tuple_length(type->mro) && is_absent(found); i++) {
        Value base = as_tuple(type->mro)->items[i];
        if (is_type(base) && type_ready(vm, as_type(base)) && !is_empty(as_type(base)->dict))
            found = dict_peek(vm, as_type(base)->dict, NAME(vm, __init_subclass__));
    }
    if (is_absent(found))
        return true;
    retain(found);
    struct Type *found_type = value_type(vm, found);
    Value bound = found_type->operations.descriptor_get == NULL
                      ? retain(found)
                      : found_type->operations.descriptor_get(vm, found, EMPTY, type_value(type));
    release(vm, found);
    if (is_empty(bound))
        return false;
    Value result = object_call(vm, bound, values, 0, names);
    release(vm, bound);
    if (is_empty(result))
        return false;
    release(vm, result);
    return true;
}

/* ---- type.__new__ ------------------------------------------------------ */

static struct Type *allocate(struct Interpreter *vm, struct Type *metatype, struct Type *base, Value bases)
{
    struct Type *type = (struct Type *)object_allocate(vm, metatype, metatype->instance_size);
    if (type == NULL)
        return NULL;
    const uint32_t inherited = SUBCLASS_FLAGS | TYPE_OWN_DICT | TYPE_VARIABLE_SIZE |
                               TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE;
    type->flags = TYPE_HEAP | TYPE_BASE | TYPE_READY | (base->flags & inherited);
    type->native_spec = base->native_spec;
    type->base = object_retain(base);
    slot_init(vm, type, &type->bases, retain(bases));
    return type;
}

/* What patterns take its instances for: as the first of the classes in its order that says. */
static void inherit_pattern_flags(struct Type *type)
{
    const uint32_t flags = TYPE_SEQUENCE | TYPE_MAPPING;
    for (size_t i = 1; i < tuple_length(type->mro) && !(type->flags & flags); i++) {
        Value class = as_tuple(type->mro)->items[i];
        if (is_type(class))
            type->flags |= as_type(class)->flags & flags;
    }
}

static bool warn_keys(struct Interpreter *vm, struct Type *type)
{
    size_t position = 0;
    Value key, v;
    bool plain = true;
    while (plain && dict_next(type->dict, &position, &key, &v))
        plain = is_string(vm, key);
    return plain || warnings_warn(vm, TYPE_RuntimeWarning, 1, "non-string key in the __dict__ of class %N", type);
}

static bool build(struct Interpreter *vm, struct Type *type, Value name, Value namespace)
{
    if (!type_set_name(vm, type, retain(name)))
        return false;
    Value dict = dict_copy(vm, namespace);
    if (is_empty(dict))
        return false;
    slot_init(vm, type, &type->dict, dict);
    if (!prepare_namespace(vm, type) || !type_lay_out(vm, type, type->dict) || !set_documentation(vm, type) ||
        !set_hash(vm, type))
        return false;
    instance_memory_functions(type);
    if (type->attributes_offset != 0 && shape_root(vm, type) == NULL)
        return false;
    Value mro = mro_of(vm, type);
    if (is_empty(mro))
        return false;
    type_modified(vm, type);
    if (!is_empty(type->mro)) { /* mro() assigned __bases__: all is done */
        release(vm, mro);
        return type_fill_operations(vm, type);
    }
    slot_set(vm, type, &type->mro, mro);
    inherit_pattern_flags(type);
    for (size_t i = 0; i < tuple_length(type->bases); i++)
        if (!type_add_subclass(vm, as_type(as_tuple(type->bases)->items[i]), type))
            return false;
    return type_fill_operations(vm, type);
}

bool type_check_name(struct Interpreter *vm, Value name)
{
    if (!check_encodable(vm, name))
        return false;
    for (size_t i = 0; i < string_length(name); i++)
        if (string_at(as_string(name), i) == 0) {
            raise_value_error(vm, "type name must not contain null characters");
            return false;
        }
    return true;
}

Value type_new(struct Interpreter *vm, struct Type *metatype, Value name, Value bases, Value namespace,
               const Value *keyword_values, Value keyword_names)
{
    if (!type_check_name(vm, name))
        return EMPTY;
    Value object_base = type_value(builtin_type(vm, TYPE_object));
    Value held_bases = tuple_length(bases) == 0 ? tuple_new(vm, &object_base, 1) : retain(bases);
    if (is_empty(held_bases))
        return EMPTY;
    struct Type *base = best_base(vm, held_bases);
    struct Type *type = base == NULL ? NULL : allocate(vm, metatype, base, held_bases);
    release(vm, held_bases);
    if (type == NULL)
        return EMPTY;
    if (!build(vm, type, name, namespace) || !warn_keys(vm, type) || !set_names(vm, type) ||
        !call_init_subclass(vm, type, keyword_values, keyword_names)) {
        release(vm, type_value(type));
        return EMPTY;
    }
    return type_value(type);
}
