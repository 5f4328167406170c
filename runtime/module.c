/* Module objects: a namespace with a name. */
#include "runtime/module.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

static struct Module *as_module(Value v) { return (struct Module *)value_object(v); }

Value module_dict(Value module) { return as_module(module)->dict; }

static bool fill(struct Interpreter *vm, Value module, Value name, Value documentation)
{
    struct Module *self = as_module(module);
    if (is_empty(self->dict)) {
        Value dict = dict_new(vm);
        if (is_empty(dict))
            return false;
        slot_init(vm, self, &self->dict, dict);
    }
    return dict_set(vm, self->dict, NAME(vm, __name__), name) &&
           dict_set(vm, self->dict, NAME(vm, __doc__), documentation) &&
           dict_set(vm, self->dict, NAME(vm, __package__), VALUE_NONE) &&
           dict_set(vm, self->dict, NAME(vm, __loader__), VALUE_NONE) &&
           dict_set(vm, self->dict, NAME(vm, __spec__), VALUE_NONE);
}

static Value module_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)args, (void)positional, (void)names;
    struct Object *object = object_allocate(vm, type, type->instance_size);
    if (object == NULL)
        return EMPTY;
    Value module = value_from_object(object), dict = dict_new(vm);
    if (is_empty(dict)) {
        release(vm, module);
        return EMPTY;
    }
    slot_init(vm, object, &as_module(module)->dict, dict);
    return module;
}

static bool module_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    Value bound[2];
    if (!native_bind(vm, "module", "name, doc=None", args, positional, names, bound, 2))
        return false;
    if (!is_string(vm, bound[0])) {
        raise_type_error(vm, "module() argument 'name' must be str, not %A", bound[0]);
        return false;
    }
    return fill(vm, self, bound[0], is_absent(bound[1]) ? VALUE_NONE : bound[1]);
}

Value module_new(struct Interpreter *vm, Value name)
{
    struct Module *module = (struct Module *)object_allocate(vm, builtin_type(vm, TYPE_module), sizeof(struct Module));
    if (module == NULL)
        return EMPTY;
    Value v = value_from_object(module);
    if (fill(vm, v, name, VALUE_NONE))
        return v;
    release(vm, v);
    return EMPTY;
}

/* ---- Attributes -------------------------------------------------------- */

/* module.__getattr__, for names the module does not have. */
static Value ask_module(struct Interpreter *vm, Value self, Value name)
{
    Value getter = dict_peek(vm, as_module(self)->dict, NAME(vm, __getattr__));
    if (is_absent(getter))
        return getter;
    retain(getter);
    Value v = object_call_1(vm, getter, name);
    release(vm, getter);
    return v;
}

static Value module_get_attribute(struct Interpreter *vm, Value self, Value name)
{
    struct Type *type = value_type(vm, self);
    Value found = type_lookup(vm, type, name);
    if (is_empty(found))
        return EMPTY;
    if (!is_absent(found)) {
        const struct TypeOperations *operations = &value_type(vm, found)->operations;
        if (operations->descriptor_get != NULL && operations->descriptor_set != NULL)
            return operations->descriptor_get(vm, found, self, type_value(type));
    }
    if (!is_empty(as_module(self)->dict)) {
        Value v = dict_peek(vm, as_module(self)->dict, name);
        if (!is_absent(v))
            return retain(v);
    }
    if (!is_absent(found)) {
        const struct TypeOperations *operations = &value_type(vm, found)->operations;
        return operations->descriptor_get == NULL ? retain(found)
                                                  : operations->descriptor_get(vm, found, self, type_value(type));
    }
    return is_empty(as_module(self)->dict) ? VALUE_ABSENT : ask_module(vm, self, name);
}

static bool module_set_attribute(struct Interpreter *vm, Value self, Value name, Value value)
{
    Value found = type_lookup(vm, value_type(vm, self), name);
    if (is_empty(found))
        return false;
    if (!is_absent(found) && value_type(vm, found)->operations.descriptor_set != NULL)
        return value_type(vm, found)->operations.descriptor_set(vm, found, self, value);
    if (!is_empty(value))
        return dict_set(vm, as_module(self)->dict, name, value);
    int deleted = dict_delete(vm, as_module(self)->dict, name);
    if (deleted == 0)
        raise_error(vm, TYPE_AttributeError, "'%T' object has no attribute '%V'", self, name);
    return deleted > 0;
}

static Value module_repr(struct Interpreter *vm, Value self)
{
    Value dict = as_module(self)->dict;
    Value name = dict_peek(vm, dict, NAME(vm, __name__));
    Value file = dict_peek(vm, dict, NAME(vm, __file__));
    bool named = !is_absent(name) && is_string(vm, name);
    if (!is_absent(file) && is_string(vm, file))
        return named ? string_from_format(vm, "<module %R from %R>", name, file)
                     : string_from_format(vm, "<module '?' from %R>", file);
    if (!named)
        return string_from_format(vm, "<module '?'>");
    Value package = dict_peek(vm, dict, NAME(vm, __spec__));
    if (!is_absent(package) && !is_none(package))
        return string_from_format(vm, "<module %R (built-in)>", name);
    struct Utf8View view;
    if (!utf8_view(vm, name, &view))
        return EMPTY;
    bool native = module_spec_find(view.text) != NULL;
    utf8_release(vm, &view);
    return string_from_format(vm, native ? "<module %R (built-in)>" : "<module %R>", name);
}

static Value get_dict(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_module(self)->dict);
}

static Value get_annotations(struct Interpreter *vm, Value self)
{
    Value dict = as_module(self)->dict;
    Value annotations = dict_peek(vm, dict, NAME(vm, __annotations__));
    if (!is_absent(annotations))
        return retain(annotations);
    annotations = dict_new(vm);
    if (!is_empty(annotations) && !dict_set(vm, dict, NAME(vm, __annotations__), annotations)) {
        release(vm, annotations);
        return EMPTY;
    }
    return annotations;
}

static bool set_annotations(struct Interpreter *vm, Value self, Value value)
{
    Value dict = as_module(self)->dict;
    if (!is_empty(value))
        return dict_set(vm, dict, NAME(vm, __annotations__), value);
    int deleted = dict_delete(vm, dict, NAME(vm, __annotations__));
    if (deleted == 0)
        raise_error(vm, TYPE_AttributeError, "__annotations__");
    return deleted > 0;
}

static const struct NativeAttribute module_attributes[] = {
    {"__annotations__", get_annotations, set_annotations, NULL},
    MEMBERS_FOLLOW,
    {"__dict__", get_dict, NULL, NULL},
    ATTRIBUTES_END,
};

static Value names_in(struct Interpreter *vm, Value dict)
{
    if (!is_dict(vm, dict))
        return raise_type_error(vm, "<module>.__dict__ is not a dictionary");
    Value name = string_intern_cstring(vm, "__dir__");
    if (is_empty(name))
        return EMPTY;
    Value function = dict_get(vm, dict, name);
    release(vm, name);
    if (is_empty(function))
        return EMPTY;
    if (is_absent(function))
        return dict_keys_list(vm, dict);
    Value names = object_call_0(vm, function);
    release(vm, function);
    return names;
}

static Value module_dir(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value dict = object_get_attribute(vm, args[0], NAME(vm, __dict__)); /* a subclass may compute it */
    if (is_empty(dict))
        return EMPTY;
    Value names = names_in(vm, dict);
    release(vm, dict);
    return names;
}

static const struct NativeMethod module_methods[] = {
    METHOD("__dir__", module_dir, 0, 0, "", "__dir__() -> list\nspecialized dir() implementation"),
    METHODS_END,
};

/* ---- Memory ------------------------------------------------------------ */

static void module_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Module *module = (struct Module *)self;
    if (!is_empty(module->dict))
        visit(module->dict, context);
}

static Value module_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct Module *module = (struct Module *)self;
    return is_empty(module->dict) ? VALUE_END : slot_take(vm, self, &module->dict);
}

/* The dict breaks the cycle, and others may still hold the module. */
static void module_clear(struct Interpreter *vm, struct Object *self)
{
    struct Module *module = (struct Module *)self;
    if (!is_empty(module->dict))
        dict_clear(vm, module->dict);
}

const struct TypeSpec module_type_spec = {
    .name = "module",
    .documentation = "module(name, doc=None)\n--\n\n"
                     "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    .instance_size = sizeof(struct Module),
    .flags = TYPE_BASE | TYPE_OWN_DICT | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = module_traverse, .take = module_take, .clear = module_clear, .kind = OBJECT_CONTAINER},
    .operations = {.construct = module_construct, .initialize = module_initialize, .repr = module_repr,
                   .get_attribute = module_get_attribute, .set_attribute = module_set_attribute},
    .methods = module_methods,
    .attributes = module_attributes,
};

Value library_attribute(struct Interpreter *vm, const char *module_name, const char *name)
{
    Value interned = string_intern_cstring(vm, module_name);
    if (is_empty(interned))
        return EMPTY;
    Value module = vm->callbacks.import_module(vm, interned, EMPTY, VALUE_NONE, 0);
    release(vm, interned);
    Value found = is_empty(module) ? EMPTY : object_get_attribute_cstring(vm, module, name);
    release_maybe(vm, module);
    return found;
}
