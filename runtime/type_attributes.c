/*
 * Attributes of classes: lookup through metaclass and MRO, setting with all
 * that follows from it, and the computed attributes of `type`.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* ---- Lookup and setting ------------------------------------------------ */

static Value bind(struct Interpreter *vm, Value descriptor, Value instance, Value owner)
{
    retain(descriptor);
    Value v = value_type(vm, descriptor)->operations.descriptor_get(vm, descriptor, instance, owner);
    release(vm, descriptor);
    return v;
}

Value type_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    struct Type *metatype = value_type(vm, self);
    Value meta = type_lookup(vm, metatype, name);
    if (is_empty(meta))
        return EMPTY;
    bool meta_binds = false;
    if (!is_absent(meta)) {
        const struct TypeOperations *operations = &value_type(vm, meta)->operations;
        meta_binds = operations->descriptor_get != NULL;
        if (meta_binds && operations->descriptor_set != NULL)
            return bind(vm, meta, self, type_value(metatype));
        retain(meta); /* filling the class's dict below may not run code, but a MemoryError's release may */
    }
    Value found = type_lookup(vm, as_type(self), name);
    Value result;
    if (is_empty(found))
        result = EMPTY;
    else if (!is_absent(found))
        result = value_type(vm, found)->operations.descriptor_get != NULL ? bind(vm, found, EMPTY, self) : retain(found);
    else if (is_absent(meta))
        return VALUE_ABSENT;
    else
        result = meta_binds ? bind(vm, meta, self, type_value(metatype)) : retain(meta);
    if (!is_absent(meta))
        release(vm, meta);
    return result;
}

static bool refuse_immutable(struct Interpreter *vm, struct Type *type, Value name)
{
    if (!(type->flags & TYPE_IMMUTABLE))
        return false;
    raise_type_error(vm, "cannot set %R attribute of immutable type '%N'", name, type);
    return true;
}

static bool set_in_dict(struct Interpreter *vm, struct Type *type, Value name, Value value)
{
    Value before = dict_peek(vm, type->dict, name); /* kept alive until lookups have forgotten it */
    if (!is_absent(before))
        retain(before);
    bool done;
    if (is_empty(value)) {
        int deleted = dict_delete(vm, type->dict, name);
        if (deleted == 0)
            raise_attribute_error(vm, type_value(type), name);
        done = deleted > 0;
    } else
        done = dict_set(vm, type->dict, name, value);
    type_modified(vm, type);
    if (!is_absent(before))
        release(vm, before);
    return done && type_update_operations(vm, type, name);
}

bool type_set_attribute(struct Interpreter *vm, Value self, Value name, Value value)
{
    struct Type *type = as_type(self);
    if (refuse_immutable(vm, type, name))
        return false;
    Value meta = type_lookup(vm, value_type(vm, self), name);
    if (is_empty(meta))
        return false;
    if (!is_absent(meta) && value_type(vm, meta)->operations.descriptor_set != NULL) {
        retain(meta);
        bool done = value_type(vm, meta)->operations.descriptor_set(vm, meta, self, value);
        release(vm, meta);
        return done;
    }
    return type_ready(vm, type) && set_in_dict(vm, type, name, value);
}

/* ---- Computed attributes ----------------------------------------------- */

static bool check_settable(struct Interpreter *vm, Value self, Value value, const char *name)
{
    if (as_type(self)->flags & TYPE_IMMUTABLE)
        raise_type_error(vm, "cannot set '%s' attribute of immutable type '%N'", name, as_type(self));
    else if (is_empty(value))
        raise_type_error(vm, "cannot delete '%s' attribute of immutable type '%N'", name, as_type(self));
    else
        return true;
    return false;
}

static Value get_name(struct Interpreter *vm, Value self) { return type_name_value(vm, as_type(self)); }

static bool set_name(struct Interpreter *vm, Value self, Value value)
{
    if (!check_settable(vm, self, value, "__name__"))
        return false;
    if (!is_string(vm, value)) {
        raise_type_error(vm, "can only assign string to %N.__name__, not '%T'", as_type(self), value);
        return false;
    }
    if (!type_check_name(vm, value))
        return false;
    return type_set_name(vm, as_type(self), retain(value));
}

static Value get_qualified_name(struct Interpreter *vm, Value self) { return type_qualified_name(vm, as_type(self)); }

static bool set_qualified_name(struct Interpreter *vm, Value self, Value value)
{
    if (!check_settable(vm, self, value, "__qualname__"))
        return false;
    if (!is_string(vm, value)) {
        raise_type_error(vm, "can only assign string to %N.__qualname__, not '%T'", as_type(self), value);
        return false;
    }
    slot_set(vm, as_type(self), &as_type(self)->qualified_name, retain(value));
    return true;
}

/* A class's dict entry as an attribute of the class object itself; ABSENT: none. */
static Value own_entry(struct Interpreter *vm, Value self, Value name)
{
    if (!type_ready(vm, as_type(self)))
        return EMPTY;
    Value v = dict_peek(vm, as_type(self)->dict, name);
    return is_absent(v) ? v : retain(v);
}

static Value get_module(struct Interpreter *vm, Value self)
{
    Value module = type_module(vm, as_type(self));
    if (is_none(module) && is_absent(dict_peek(vm, as_type(self)->dict, NAME(vm, __module__))))
        return raise_error(vm, TYPE_AttributeError, "__module__");
    return module;
}

static bool set_module(struct Interpreter *vm, Value self, Value value)
{
    if (!check_settable(vm, self, value, "__module__") ||
        !set_in_dict(vm, as_type(self), NAME(vm, __module__), value))
        return false;
    Value line = string_intern_cstring(vm, "__firstlineno__"); /* it was one of the old module */
    bool good = !is_empty(line) && (is_absent(dict_peek(vm, as_type(self)->dict, line)) ||
                                    set_in_dict(vm, as_type(self), line, EMPTY));
    release_maybe(vm, line);
    return good;
}

static Value get_bases(struct Interpreter *vm, Value self)
{
    return type_ready(vm, as_type(self)) ? retain(as_type(self)->bases) : EMPTY;
}

static Value get_mro(struct Interpreter *vm, Value self)
{
    if (!type_ready(vm, as_type(self)))
        return EMPTY;
    return is_empty(as_type(self)->mro) ? VALUE_NONE : retain(as_type(self)->mro);
}

static Value get_base(struct Interpreter *vm, Value self)
{
    (void)vm;
    struct Type *base = as_type(self)->base;
    return base == NULL ? VALUE_NONE : retain(type_value(base));
}

static Value get_dict(struct Interpreter *vm, Value self)
{
    if (!type_ready(vm, as_type(self)))
        return EMPTY;
    return object_call_1(vm, type_value(builtin_type(vm, TYPE_mappingproxy)), as_type(self)->dict);
}

static Value get_documentation(struct Interpreter *vm, Value self)
{
    if (!(as_type(self)->flags & TYPE_HEAP)) {
        const char *documentation = as_type(self)->native_spec->documentation;
        return documentation == NULL ? VALUE_NONE : string_from_cstring(vm, after_signature(documentation));
    }
    Value text = own_entry(vm, self, NAME(vm, __doc__));
    if (is_absent(text))
        return VALUE_NONE;
    if (is_empty(text) || value_type(vm, text)->operations.descriptor_get == NULL)
        return text;
    Value bound = bind(vm, text, EMPTY, self);
    release(vm, text);
    return bound;
}

static bool set_documentation(struct Interpreter *vm, Value self, Value value)
{
    return check_settable(vm, self, value, "__doc__") && set_in_dict(vm, as_type(self), NAME(vm, __doc__), value);
}

static Value get_annotations(struct Interpreter *vm, Value self)
{
    if (!(as_type(self)->flags & TYPE_HEAP))
        return raise_attribute_error(vm, self, NAME(vm, __annotations__));
    Value annotations = own_entry(vm, self, NAME(vm, __annotations__));
    if (!is_absent(annotations))
        return annotations;
    annotations = dict_new(vm);
    if (!is_empty(annotations) && !set_in_dict(vm, as_type(self), NAME(vm, __annotations__), annotations)) {
        release(vm, annotations);
        return EMPTY;
    }
    return annotations;
}

static bool set_annotations(struct Interpreter *vm, Value self, Value value)
{
    if (refuse_immutable(vm, as_type(self), NAME(vm, __annotations__)))
        return false;
    if (is_empty(value) && is_absent(dict_peek(vm, as_type(self)->dict, NAME(vm, __annotations__)))) {
        raise_error(vm, TYPE_AttributeError, "__annotations__");
        return false;
    }
    return set_in_dict(vm, as_type(self), NAME(vm, __annotations__), value);
}

static Value get_type_params(struct Interpreter *vm, Value self)
{
    Value parameters = as_type(self)->flags & TYPE_HEAP ? own_entry(vm, self, NAME(vm, __type_params__)) : VALUE_ABSENT;
    return is_absent(parameters) ? retain(vm->empty_tuple) : parameters;
}

static bool set_type_params(struct Interpreter *vm, Value self, Value value)
{
    return check_settable(vm, self, value, "__type_params__") &&
           set_in_dict(vm, as_type(self), NAME(vm, __type_params__), value);
}

static Value get_abstract_methods(struct Interpreter *vm, Value self)
{
    Value name = string_intern_cstring(vm, "__abstractmethods__");
    if (is_empty(name))
        return EMPTY;
    Value methods = value_same(self, type_value(builtin_type(vm, TYPE_type))) ? VALUE_ABSENT : own_entry(vm, self, name);
    if (is_absent(methods))
        raise_error(vm, TYPE_AttributeError, "__abstractmethods__");
    release(vm, name);
    return is_absent(methods) ? EMPTY : methods;
}

static bool set_abstract_methods(struct Interpreter *vm, Value self, Value value)
{
    int abstract = is_empty(value) ? 0 : object_truth(vm, value);
    Value name = abstract < 0 ? EMPTY : string_intern_cstring(vm, "__abstractmethods__");
    if (is_empty(name))
        return false;
    bool done = !refuse_immutable(vm, as_type(self), name) && set_in_dict(vm, as_type(self), name, value);
    release(vm, name);
    if (done)
        as_type(self)->flags = abstract ? as_type(self)->flags | TYPE_ABSTRACT
                                        : as_type(self)->flags & ~(uint32_t)TYPE_ABSTRACT;
    return done;
}

/* The documentation as it was written, before __doc__ loses its signature: OWNED, or None. */
static Value raw_documentation(struct Interpreter *vm, struct Type *type)
{
    if (type->flags & TYPE_HEAP) {
        Value text = own_entry(vm, type_value(type), NAME(vm, __doc__));
        return is_absent(text) ? VALUE_NONE : text;
    }
    return type->native_spec->documentation == NULL ? VALUE_NONE : string_from_cstring(vm, type->native_spec->documentation);
}

static Value get_text_signature(struct Interpreter *vm, Value self)
{
    Value text = raw_documentation(vm, as_type(self));
    if (is_empty(text) || !is_exact_string(vm, text)) {
        release_maybe(vm, text);
        return is_empty(text) ? EMPTY : VALUE_NONE;
    }
    struct Utf8View view;
    if (!utf8_view(vm, text, &view)) {
        release(vm, text);
        return EMPTY;
    }
    const char *name = type_name(as_type(self));
    size_t size = strncmp(view.text, name, strlen(name)) == 0 && view.text[strlen(name)] == '('
                      ? signature_length(view.text) : 0;
    Value signature = VALUE_NONE;
    if (size != 0)
        signature = string_from_utf8(vm, view.text + strlen(name), size - strlen("\n--\n\n") - strlen(name));
    utf8_release(vm, &view);
    release(vm, text);
    return signature;
}

/* The unit in which instances of different length grow. */
static Value get_item_size(struct Interpreter *vm, Value self)
{
    if (!(as_type(self)->flags & TYPE_VARIABLE_SIZE))
        return value_from_small_int(0);
    if (as_type(self)->flags & TYPE_SUBCLASS_BYTES)
        return value_from_small_int(1);
    (void)vm;
    return value_from_small_int(as_type(self)->flags & TYPE_SUBCLASS_STR ? 0 : (int64_t)sizeof(Value));
}

/* Negative: not at a fixed place. */
static Value get_dict_offset(struct Interpreter *vm, Value self)
{
    (void)vm;
    const struct Type *type = as_type(self);
    if (!(type->flags & TYPE_HAS_ATTRIBUTES))
        return value_from_small_int(0);
    return value_from_small_int(type->flags & TYPE_HEAP ? -1 : (int64_t)type->attributes_offset);
}

static Value get_weakref_offset(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_type(self)->flags & TYPE_WEAKLY_REFERENCEABLE ? -32 : 0);
}

static Value get_flags(struct Interpreter *vm, Value self)
{
    (void)vm;
    uint32_t flags = as_type(self)->flags;
    static const struct { uint32_t ours, shown; } table[] = {
        {TYPE_SEQUENCE, 1 << 5}, {TYPE_MAPPING, 1 << 6},
        {TYPE_NO_INSTANCES, 1 << 7}, {TYPE_IMMUTABLE, 1 << 8}, {TYPE_HEAP, 1 << 9},
        {TYPE_BASE, 1 << 10}, {TYPE_METHOD_DESCRIPTOR, 1 << 17}, {TYPE_ABSTRACT, 1 << 20},
        {TYPE_SUBCLASS_INT, 1 << 24}, {TYPE_SUBCLASS_LIST, 1 << 25}, {TYPE_SUBCLASS_TUPLE, 1 << 26},
        {TYPE_SUBCLASS_BYTES, 1 << 27}, {TYPE_SUBCLASS_STR, 1 << 28}, {TYPE_SUBCLASS_DICT, 1 << 29},
        {TYPE_SUBCLASS_EXCEPTION, 1 << 30}, {TYPE_SUBCLASS_TYPE, UINT32_C(1) << 31},
    };
    int64_t shown = 1 << 12 | (as_type(self)->memory.kind == OBJECT_CONTAINER ? 1 << 14 : 0);
    if (flags & TYPE_HEAP)
        shown |= (flags & TYPE_WEAKLY_REFERENCEABLE ? 1 << 3 : 0) | (flags & TYPE_HAS_ATTRIBUTES ? 1 << 4 : 0);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        shown |= flags & table[i].ours ? table[i].shown : 0;
    return value_from_small_int(shown);
}

static Value get_basic_size(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_type(self)->instance_size);
}

/* ---- __bases__ = … ----------------------------------------------------- */

/* The MRO may lag behind while mro() methods run. */
static bool on_base_chain(const struct Type *type, const struct Type *base)
{
    for (; type != NULL; type = type->base)
        if (type == base)
            return true;
    return false;
}

/* CPython frees instances of these another way. */
static bool is_collected(const struct Type *type)
{
    return type->flags & TYPE_HEAP || type->memory.kind != OBJECT_LEAF;
}

static bool check_new_bases(struct Interpreter *vm, struct Type *type, Value bases)
{
    if (!is_tuple(vm, bases) || tuple_length(bases) == 0) {
        if (!is_tuple(vm, bases))
            raise_type_error(vm, "can only assign tuple to %N.__bases__, not %T", type, bases);
        else
            raise_type_error(vm, "can only assign non-empty tuple to %N.__bases__, not ()", type);
        return false;
    }
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Value base = as_tuple(bases)->items[i];
        if (!is_type(base)) {
            raise_type_error(vm, "%N.__bases__ must be tuple of classes, not '%T'", type, base);
            return false;
        }
        if (type_is_subtype(vm, as_type(base), type) || on_base_chain(as_type(base), type)) {
            raise_type_error(vm, "a __bases__ item causes an inheritance cycle");
            return false;
        }
    }
    struct Type *base = best_base(vm, bases);
    if (base == NULL)
        return false;
    if (is_collected(base) != is_collected(type->base)) {
        raise_type_error(vm, "__bases__ assignment: '%N' deallocator differs from '%N'", base, type->base);
        return false;
    }
    if (!type_same_layout(base, type->base) || base->fixed_size + type->member_count * sizeof(Value) != type->fixed_size ||
        base->native_spec != type->native_spec || base->flags & TYPE_VARIABLE_SIZE) {
        raise_type_error(vm, "__bases__ assignment: '%N' object layout differs from '%N'", base, type->base);
        return false;
    }
    return true;
}

/*
 * The orders of the class and all below it; each replaced one goes to `replaced`: class, new order, old order.  A
 * metaclass's mro() may assign __bases__ itself: what it made then stands.
 */
static bool recompute_mro(struct Interpreter *vm, struct Type *type, Value replaced)
{
    if (!vm_enter_recursion(vm, ""))
        return false;
    Value old = is_empty(type->mro) ? VALUE_NONE : retain(type->mro);
    Value mro = mro_of(vm, type);
    bool good = !is_empty(mro), stands = value_same(is_empty(type->mro) ? VALUE_NONE : type->mro, old);
    if (good && stands)
        good = list_append(vm, replaced, retain(type_value(type))) && list_append(vm, replaced, retain(mro)) &&
               list_append(vm, replaced, retain(old));
    if (good && stands) {
        slot_set(vm, type, &type->mro, mro);
        type_modified(vm, type);
    } else
        release_maybe(vm, mro);
    release(vm, old);
    for (uint32_t i = 0; good && stands && i < type->subclass_count; i++)
        good = recompute_mro(vm, type->subclasses[i], replaced);
    vm_leave_recursion(vm);
    return good;
}

static void restore_mro(struct Interpreter *vm, Value replaced)
{
    const struct List *list = as_list(replaced);
    for (size_t i = list->length; i >= 3; i -= 3) {
        struct Type *type = as_type(list->items[i - 3]);
        if (value_same(type->mro, list->items[i - 2]))
            slot_set(vm, type, &type->mro, is_none(list->items[i - 1]) ? EMPTY : retain(list->items[i - 1]));
        type_modified(vm, type);
    }
}

static bool link_bases(struct Interpreter *vm, struct Type *type)
{
    for (size_t i = 0; i < tuple_length(type->bases); i++)
        if (!type_add_subclass(vm, as_type(as_tuple(type->bases)->items[i]), type))
            return false;
    return true;
}

static void unlink_bases(struct Interpreter *vm, struct Type *type, Value bases)
{
    for (size_t i = 0; i < tuple_length(bases); i++)
        type_remove_subclass(vm, as_type(as_tuple(bases)->items[i]), type);
}

static void replace_bases(struct Interpreter *vm, struct Type *type, Value bases, struct Type *base)
{
    struct Type *old_base = type->base;
    type->base = object_retain(base);
    slot_set(vm, type, &type->bases, retain(bases));
    object_release(vm, old_base);
}

static bool set_bases(struct Interpreter *vm, Value self, Value value)
{
    struct Type *type = as_type(self);
    if (!check_settable(vm, self, value, "__bases__") || !check_new_bases(vm, type, value))
        return false;
    Value replaced = list_new(vm, 0);
    if (is_empty(replaced))
        return false;
    Value old_bases = retain(type->bases);
    struct Type *old_base = object_retain(type->base);
    type_modified(vm, type);
    replace_bases(vm, type, value, best_base(vm, value));
    bool good = recompute_mro(vm, type, replaced);
    if (!good)
        restore_mro(vm, replaced);
    if (value_same(type->bases, value)) { /* no mro() has assigned others meanwhile */
        if (!good)
            replace_bases(vm, type, old_bases, old_base);
        else {
            unlink_bases(vm, type, old_bases);
            good = link_bases(vm, type) && type_update_all_operations(vm, type);
        }
    } else { /* what was linked before the first assignment goes; the others stand exactly once */
        unlink_bases(vm, type, old_bases);
        unlink_bases(vm, type, type->bases);
        good = link_bases(vm, type) && good;
    }
    release(vm, old_bases);
    object_release(vm, old_base);
    release(vm, replaced);
    return good;
}

const struct NativeAttribute type_attribute_table[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualified_name, set_qualified_name, NULL},
    {"__bases__", get_bases, set_bases, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_documentation, set_documentation, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    MEMBERS_FOLLOW,
    {"__base__", get_base, NULL, NULL},
    {"__flags__", get_flags, NULL, NULL},
    {"__basicsize__", get_basic_size, NULL, NULL},
    {"__itemsize__", get_item_size, NULL, NULL},
    {"__dictoffset__", get_dict_offset, NULL, NULL},
    {"__weakrefoffset__", get_weakref_offset, NULL, NULL},
    ATTRIBUTES_END,
};
