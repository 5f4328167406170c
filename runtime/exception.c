/*
 * Exception objects: BaseException and what all exceptions share.
 *
 * Every exception is a struct Exception, followed by the fields of its layout
 * (runtime/exception.h) and its attributes.  The specifications of all types
 * of the tree are made here from exceptions.def.
 */
#include "runtime/exception.h"

#include "runtime/dict.h"
#include "runtime/exception_layouts.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"

/* The built-in type that decides the layout. */
static const struct Type *layout_type(const struct Type *type)
{
    while (type->flags & TYPE_HEAP)
        type = type->base;
    return type;
}

size_t exception_field_count(const struct Type *type)
{
    const struct Type *layout = layout_type(type);
    return (layout->spec->instance_size - sizeof(struct Exception)) / sizeof(Value);
}

Value exception_field(Value exception, size_t field)
{
    Value v = exception_fields(exception)[field];
    return is_empty(v) ? VALUE_NONE : v;
}

void exception_set_field(struct Interpreter *vm, Value exception, size_t field, Value value)
{
    slot_set(vm, value_object(exception), &exception_fields(exception)[field], is_empty(value) ? EMPTY : retain(value));
}

/* ---- Memory */

static void exception_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct ExceptionWithFields *exception = (struct ExceptionWithFields *)self;
    visit(exception->base.args, context);
    visit(exception->base.traceback, context);
    visit(exception->base.context, context);
    visit(exception->base.cause, context);
    size_t count = exception_field_count(self->type);
    for (size_t i = 0; i < count; i++)
        visit(exception->fields[i], context);
    attributes_traverse(self, visit, context);
}

static Value exception_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct ExceptionWithFields *exception = (struct ExceptionWithFields *)self;
    size_t count = exception_field_count(self->type);
    while (*cursor < count + 4) {
        size_t i = (*cursor)++;
        Value *slot = i < count        ? &exception->fields[i]
                      : i == count     ? &exception->base.args
                      : i == count + 1 ? &exception->base.traceback
                      : i == count + 2 ? &exception->base.cause
                                       : &exception->base.context;
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    size_t rest = *cursor - (count + 4);
    Value v = attributes_take(vm, self, &rest);
    *cursor = rest + count + 4;
    return v;
}

static void exception_destroy(struct Interpreter *vm, struct Object *self)
{
    attributes_destroy(vm, self);
}

/* ---- Construction */

Value exception_new(struct Interpreter *vm, struct Type *type, const Value *args, size_t count)
{
    struct Object *object = object_allocate(vm, type, type->instance_size);
    if (object == NULL)
        return EMPTY;
    struct Exception *exception = (struct Exception *)object;
    Value tuple = count == 0 ? retain(vm->empty_tuple) : tuple_new(vm, args, count);
    if (is_empty(tuple)) {
        object_release(vm, object);
        return EMPTY;
    }
    slot_init(vm, object, &exception->args, tuple);
    Value self = value_from_object(object);
    if (exception_field_count(type) > 0 && layout_type(type)->index == TYPE_ImportError && count == 1)
        exception_set_field(vm, self, IMPORT_ERROR_MESSAGE, args[0]);
    if (exception_field_count(type) > 0 && layout_type(type)->index == TYPE_SystemExit && count == 1)
        exception_set_field(vm, self, SYSTEM_EXIT_CODE, args[0]);
    return self;
}

/* BaseException.__new__: keeps the arguments, keywords are __init__'s business. */
Value exception_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    if (object == NULL)
        return EMPTY;
    Value tuple = positional == 0 ? retain(vm->empty_tuple) : tuple_new(vm, args, positional);
    if (is_empty(tuple)) {
        object_release(vm, object);
        return EMPTY;
    }
    slot_init(vm, object, &((struct Exception *)object)->args, tuple);
    return value_from_object(object);
}

bool exception_set_args(struct Interpreter *vm, Value self, const Value *args, size_t count)
{
    Value tuple = count == 0 ? retain(vm->empty_tuple) : tuple_new(vm, args, count);
    if (is_empty(tuple))
        return false;
    slot_set(vm, value_object(self), &as_exception(self)->args, tuple);
    return true;
}

bool exception_no_keywords(struct Interpreter *vm, Value self, Value names)
{
    if (is_empty(names) || tuple_length(names) == 0)
        return true;
    raise_type_error(vm, "%.200T() takes no keyword arguments", self);
    return false;
}

bool exception_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    return exception_no_keywords(vm, self, names) && exception_set_args(vm, self, args, positional);
}

/* ---- Text */

Value exception_str(struct Interpreter *vm, Value self)
{
    Value args = as_exception(self)->args;
    size_t count = tuple_length(args);
    if (count == 0)
        return retain(vm->empty_string);
    return object_str(vm, count == 1 ? as_tuple(args)->items[0] : args);
}

Value exception_repr(struct Interpreter *vm, Value self)
{
    Value args = retain(as_exception(self)->args);
    Value text = tuple_length(args) == 1 ? string_from_format(vm, "%T(%R)", self, as_tuple(args)->items[0])
                                         : string_from_format(vm, "%T%R", self, args);
    release(vm, args);
    return text;
}

/* ---- Context, cause, traceback */

/* Follows the chain of contexts and cuts it where it comes back to the exception, as CPython does; a chain with
 * a cycle of its own is walked with Floyd's two pointers. */
void exception_set_context(struct Interpreter *vm, Value exception, Value context)
{
    if (is_empty(context) || is_none(context) || value_same(context, exception))
        return;
    if (value_same(as_exception(exception)->context, context))
        return;
    Value o = context, slow = context;
    bool update_slow = false;
    for (;;) {
        Value next = as_exception(o)->context;
        if (is_empty(next))
            break;
        if (value_same(next, exception)) {
            slot_clear(vm, value_object(o), &as_exception(o)->context);
            break;
        }
        o = next;
        if (value_same(o, slow))
            break;
        if (update_slow)
            slow = as_exception(slow)->context;
        update_slow = !update_slow;
    }
    slot_set(vm, value_object(exception), &as_exception(exception)->context, retain(context));
}

void exception_set_cause(struct Interpreter *vm, Value exception, Value cause)
{
    as_exception(exception)->suppress_context = true;
    slot_set(vm, value_object(exception), &as_exception(exception)->cause, is_none(cause) ? EMPTY : cause);
}

void exception_set_traceback(struct Interpreter *vm, Value exception, Value traceback)
{
    slot_set(vm, value_object(exception), &as_exception(exception)->traceback, is_none(traceback) ? EMPTY : traceback);
}

/* ---- Attributes */

static Value or_none(Value v)
{
    return is_empty(v) ? VALUE_NONE : retain(v);
}

static Value get_args(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_exception(self)->args);
}

static bool set_args(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value)) {
        raise_type_error(vm, "args may not be deleted");
        return false;
    }
    Value tuple = tuple_from_iterable(vm, value);
    if (is_empty(tuple))
        return false;
    slot_set(vm, value_object(self), &as_exception(self)->args, tuple);
    return true;
}

static Value get_traceback(struct Interpreter *vm, Value self)
{
    (void)vm;
    return or_none(as_exception(self)->traceback);
}

static bool set_traceback(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value)) {
        raise_type_error(vm, "__traceback__ may not be deleted");
        return false;
    }
    if (!is_none(value) && !object_has_type(vm, value, TYPE_traceback)) {
        raise_type_error(vm, "__traceback__ must be a traceback or None");
        return false;
    }
    exception_set_traceback(vm, self, retain(value));
    return true;
}

static Value get_context(struct Interpreter *vm, Value self)
{
    (void)vm;
    return or_none(as_exception(self)->context);
}

static bool check_chained(struct Interpreter *vm, Value value, const char *what)
{
    if (is_empty(value))
        raise_type_error(vm, "__%s__ may not be deleted", what);
    else if (!is_none(value) && !is_exception_instance(vm, value))
        raise_type_error(vm, "exception %s must be None or derive from BaseException", what);
    else
        return true;
    return false;
}

static bool set_context(struct Interpreter *vm, Value self, Value value)
{
    if (!check_chained(vm, value, "context"))
        return false;
    slot_set(vm, value_object(self), &as_exception(self)->context, is_none(value) ? EMPTY : retain(value));
    return true;
}

static Value get_cause(struct Interpreter *vm, Value self)
{
    (void)vm;
    return or_none(as_exception(self)->cause);
}

static bool set_cause(struct Interpreter *vm, Value self, Value value)
{
    if (!check_chained(vm, value, "cause"))
        return false;
    exception_set_cause(vm, self, retain(value));
    return true;
}

static Value get_suppress_context(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_exception(self)->suppress_context);
}

static bool set_suppress_context(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value) || !is_bool(value)) {
        raise_type_error(vm, is_empty(value) ? "can't delete numeric/char attribute"
                                             : "attribute value type must be bool");
        return false;
    }
    as_exception(self)->suppress_context = is_true(value);
    return true;
}

static Value get_dict(struct Interpreter *vm, Value self)
{
    return attributes_dict(vm, value_object(self));
}

static bool set_dict(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value) || !is_dict(vm, value)) {
        if (is_empty(value))
            raise_type_error(vm, "cannot delete __dict__");
        else
            raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%.200T'", value);
        return false;
    }
    return attributes_set_dict(vm, value_object(self), value);
}

const struct NativeAttribute exception_base_attributes[] = {
    {"args", get_args, set_args, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL},
    {"__context__", get_context, set_context, "exception context"},
    {"__cause__", get_cause, set_cause, "exception cause"},
    {"__dict__", get_dict, set_dict, NULL},
    MEMBERS_FOLLOW,
    {"__suppress_context__", get_suppress_context, set_suppress_context, NULL},
    ATTRIBUTES_END,
};

/* ---- Methods */

static Value with_traceback(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return set_traceback(vm, args[0], args[1]) ? retain(args[0]) : EMPTY;
}

static Value add_note(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "note must be a str, not '%T'", args[1]);
    Value notes = object_lookup_attribute(vm, args[0], NAME(vm, __notes__));
    if (is_empty(notes))
        return EMPTY;
    if (is_absent(notes)) {
        notes = list_new(vm, 1);
        if (is_empty(notes))
            return EMPTY;
        if (!object_set_attribute(vm, args[0], NAME(vm, __notes__), notes)) {
            release(vm, notes);
            return EMPTY;
        }
    } else if (!is_list(vm, notes)) {
        release(vm, notes);
        return raise_type_error(vm, "Cannot add note: __notes__ is not a list");
    }
    bool ok = list_append(vm, notes, retain(args[1]));
    release(vm, notes);
    return ok ? VALUE_NONE : EMPTY;
}

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value self = args[0];
    Value dict = attributes_dict(vm, value_object(self));
    if (is_empty(dict))
        return EMPTY;
    Value type = value_from_object(value_object(self)->type);
    Value result = dict_length(dict) > 0 ? tuple_pack(vm, 3, type, as_exception(self)->args, dict)
                                         : tuple_pack(vm, 2, type, as_exception(self)->args);
    release(vm, dict);
    return result;
}

static Value set_state(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_none(args[1]))
        return VALUE_NONE;
    if (!is_dict(vm, args[1]))
        return raise_type_error(vm, "state is not a dictionary");
    size_t position = 0;
    Value key, value;
    while (dict_next(args[1], &position, &key, &value)) {
        retain(key);
        retain(value);
        bool ok = object_set_attribute(vm, args[0], key, value);
        release(vm, key);
        release(vm, value);
        if (!ok)
            return EMPTY;
    }
    return VALUE_NONE;
}

const struct NativeMethod exception_base_methods[] = {
    METHOD("with_traceback", with_traceback, 1, 1, "self, object, /",
           "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."),
    METHOD("add_note", add_note, 1, 1, "self, object, /",
           "Exception.add_note(note) --\n    add a note to the exception"),
    METHOD("__reduce__", reduce, 0, 0, NULL, NULL),
    METHOD("__setstate__", set_state, 1, 1, NULL, NULL),
    METHODS_END,
};

/* ---- The specifications of the whole tree */

#define EXCEPTION_MEMORY                                                                                          \
    {.traverse = exception_traverse, .take = exception_take, .destroy = exception_destroy,                       \
     .weigh = attributed_weight, .kind = OBJECT_CONTAINER}

/* One specification a line of exceptions.def; what a layout needs stands in exception_layouts.h. */
#define EXCEPTION(name_, base_, layout_)                                                                          \
    const struct TypeSpec name_##_type_spec = {                                                                   \
        .name = #name_,                                                                                           \
        .instance_size = sizeof(struct Exception) + FIELDS_##layout_ * sizeof(Value),                             \
        .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES | TYPE_SUBCLASS_EXCEPTION,                                       \
        .memory = EXCEPTION_MEMORY,                                                                               \
        .operations = OPERATIONS_##layout_,                                                                       \
        .methods = METHODS_##layout_,                                                                             \
        .attributes = ATTRIBUTES_##layout_,                                                                       \
    };
#include "runtime/exceptions.def"
#undef EXCEPTION
