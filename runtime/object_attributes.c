/*
 * Attribute access: the protocol functions, and the generic lookup that most
 * types use (data descriptor of the class, the instance, the class).
 */
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static bool check_name(struct Interpreter *vm, Value name)
{
    if (LIKELY(is_string(vm, name)))
        return true;
    raise_type_error(vm, "attribute name must be string, not '%T'", name);
    return false;
}

/* Lets the traceback printer know what was looked for where. */
static void note_attribute(struct Interpreter *vm, Value object, Value name)
{
    if (error_matches(vm, TYPE_AttributeError)) {
        exception_set_field(vm, vm->pending, ATTRIBUTE_ERROR_NAME, name);
        exception_set_field(vm, vm->pending, ATTRIBUTE_ERROR_OBJECT, object);
    }
}

static bool is_unset(Value v) { return is_empty(v) || is_none(v); }

/* An AttributeError that a program's own __getattr__ raised gets the same, unless it says something itself. */
static void note_raised_attribute(struct Interpreter *vm, Value object, Value name)
{
    if (error_matches(vm, TYPE_AttributeError) && is_unset(exception_field(vm->pending, ATTRIBUTE_ERROR_NAME)) &&
        is_unset(exception_field(vm->pending, ATTRIBUTE_ERROR_OBJECT)))
        note_attribute(vm, object, name);
}

Value object_get_attribute(struct Interpreter *vm, Value object, Value name)
{
    if (UNLIKELY(!check_name(vm, name)))
        return EMPTY;
    Value v = value_type(vm, object)->operations.get_attribute(vm, object, name);
    if (UNLIKELY(is_empty(v)))
        note_raised_attribute(vm, object, name);
    return LIKELY(!is_absent(v)) ? v : raise_attribute_error(vm, object, name);
}

Value object_get_attribute_cstring(struct Interpreter *vm, Value object, const char *name)
{
    Value text = string_intern_cstring(vm, name);
    if (is_empty(text))
        return EMPTY;
    Value v = object_get_attribute(vm, object, text);
    release(vm, text);
    return v;
}

Value object_lookup_attribute(struct Interpreter *vm, Value object, Value name)
{
    if (UNLIKELY(!check_name(vm, name)))
        return EMPTY;
    Value v = value_type(vm, object)->operations.get_attribute(vm, object, name);
    if (UNLIKELY(is_empty(v)) && error_matches(vm, TYPE_AttributeError)) {
        error_clear(vm);
        return VALUE_ABSENT;
    }
    return v;
}

bool object_set_attribute(struct Interpreter *vm, Value object, Value name, Value value)
{
    if (UNLIKELY(!check_name(vm, name)))
        return false;
    struct Type *type = value_type(vm, object);
    if (LIKELY(value_object(name)->flags & STRING_INTERNED))
        return type->operations.set_attribute(vm, object, name, value);
    Value interned = is_exact_string(vm, name) ? string_intern(vm, retain(name)) : retain(name);
    if (is_empty(interned))
        return false;
    bool done = type->operations.set_attribute(vm, object, interned, value);
    release(vm, interned);
    return done;
}

static Value get_through(struct Interpreter *vm, Value descriptor, Value self, struct Type *type)
{
    retain(descriptor);
    Value v = value_type(vm, descriptor)->operations.descriptor_get(vm, descriptor, self, type_value(type));
    release(vm, descriptor);
    return v;
}

/* found (borrowed, or ABSENT) is what the metaclass has, binds: it is a descriptor. */
static Value generic_get_from_class(struct Interpreter *vm, Value self, Value name, Value found, bool binds)
{
    if (!type_ready(vm, as_type(self)))
        return EMPTY;
    Value own = dict_get(vm, as_type(self)->dict, name);
    if (!is_absent(own))
        return own;
    return is_absent(found) ? found : binds ? get_through(vm, found, self, value_type(vm, self)) : retain(found);
}

Value object_generic_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    struct Type *type = value_type(vm, self);
    Value found = type_lookup(vm, type, name);
    if (UNLIKELY(is_empty(found)))
        return EMPTY;
    bool binds = false;
    if (!is_absent(found)) {
        const struct TypeOperations *operations = &value_type(vm, found)->operations;
        binds = operations->descriptor_get != NULL;
        if (binds && operations->descriptor_set != NULL)
            return get_through(vm, found, self, type);
    }
    if (UNLIKELY(is_type(self)) && as_type(self)->flags & TYPE_HEAP) /* object.__getattribute__ of a class: what is in its own dict, and no bases */
        return generic_get_from_class(vm, self, name, found, binds);
    if (!is_object(self) || object_attributes(value_object(self)) == NULL)
        return is_absent(found) ? found : binds ? get_through(vm, found, self, type) : retain(found);
    if (!is_absent(found))
        retain(found); /* a key's __eq__ in the instance's dict may do anything */
    Value v = attributes_get(vm, value_object(self), name);
    if (is_absent(v) && !binds)
        return found;
    if (is_absent(v))
        v = get_through(vm, found, self, type);
    if (!is_absent(found))
        release(vm, found);
    return v;
}

static bool cannot_set(struct Interpreter *vm, Value self, Value name, Value found)
{
    if (!is_absent(found))
        raise_error(vm, TYPE_AttributeError, "'%.100T' object attribute '%V' is read-only", self, name);
    else if (value_type(vm, self)->flags & TYPE_GENERIC_SET)
        raise_error(vm, TYPE_AttributeError,
                    "'%.100T' object has no attribute '%V' and no __dict__ for setting new attributes", self, name);
    else
        raise_error(vm, TYPE_AttributeError, "'%.100T' object has no attribute '%V'", self, name);
    note_attribute(vm, self, name);
    return false;
}

bool object_generic_set_attribute(struct Interpreter *vm, Value self, Value name, Value value)
{
    Value found = type_lookup(vm, value_type(vm, self), name);
    if (UNLIKELY(is_empty(found)))
        return false;
    if (!is_absent(found)) {
        struct Type *found_type = value_type(vm, found);
        if (found_type->operations.descriptor_set != NULL) {
            retain(found);
            bool done = found_type->operations.descriptor_set(vm, found, self, value);
            release(vm, found);
            return done;
        }
    }
    struct Object *object = is_object(self) ? value_object(self) : NULL;
    if (object == NULL || object_attributes(object) == NULL)
        return cannot_set(vm, self, name, found);
    if (!is_empty(value))
        return attributes_set(vm, object, name, value);
    int deleted = attributes_delete(vm, object, name);
    if (deleted == 0)
        raise_attribute_error(vm, self, name);
    return deleted > 0;
}
