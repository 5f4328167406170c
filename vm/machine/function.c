/*
 * The function type: attributes, binding to instances, calls from C.
 */
#include "vm/machine/function.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"
#include "runtime/warnings.h"
#include "vm/machine/machine.h"

/* Builtins that are no plain dict: an empty one that has them under the empty string, which is no name. So the instructions
 * may take all builtins for dicts, and find nothing in this one. */
static OWNED Value wrap_builtins(struct Interpreter *vm, Value mapping)
{
    Value held = retain(mapping), wrapper = dict_new(vm);
    if (!is_empty(wrapper) && !dict_set(vm, wrapper, vm->empty_string, held)) {
        release(vm, wrapper);
        wrapper = EMPTY;
    }
    release(vm, held);
    return wrapper;
}

Value function_builtins(struct Interpreter *vm, const struct Function *function)
{
    Value mapping = dict_peek(vm, function->builtins, vm->empty_string);
    return is_absent(mapping) ? function->builtins : mapping;
}

/* The builtins that code with these globals sees: globals['__builtins__'] (a module or a mapping), else those of the
 * code that runs. */
static OWNED Value builtins_for(struct Interpreter *vm, Value globals)
{
    if (vm->frame != NULL && value_same(vm->frame->function->globals, globals))
        return retain(vm->frame->function->builtins);
    Value v = dict_peek(vm, globals, NAME(vm, __builtins__));
    if (is_absent(v))
        return retain(vm->frame != NULL ? vm->frame->function->builtins : vm->builtins);
    if (object_has_type(vm, v, TYPE_module))
        return retain(module_dict(v));
    return is_exact_dict(vm, v) ? retain(v) : wrap_builtins(vm, v);
}

Value function_new(struct Interpreter *vm, Value code, Value globals)
{
    struct Type *type = builtin_type(vm, TYPE_function);
    Value builtins = builtins_for(vm, globals);
    if (is_empty(builtins))
        return EMPTY;
    struct Function *function = (struct Function *)object_allocate(vm, type, type->instance_size);
    if (function == NULL) {
        release(vm, builtins);
        return EMPTY;
    }
    slot_init(vm, function, &function->code, retain(code));
    slot_init(vm, function, &function->globals, retain(globals));
    slot_init(vm, function, &function->builtins, builtins);
    return value_from_object(function);
}

struct Frame *function_enter(struct Interpreter *vm, struct Function *function, const Value *args, size_t positional,
                             Value names, Value namespace)
{
    struct Code *code = function_code(function);
    if (UNLIKELY(vm->frame != NULL && vm->frame->depth >= vm->recursion_limit)) {
        raise_error(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    Value *top = call_stack_top(vm);
    Value *locals = call_stack_reserve(vm, top, code_frame_words(code));
    if (locals == NULL)
        return NULL;
    uint32_t flags = FRAME_ENTRY | FRAME_HOLDS_FUNCTION | (locals != top ? FRAME_OWNS_CHUNK : 0);
    bool bound = bind_arguments(vm, function, locals, args, positional, names);
    if (!bound) {
        if (flags & FRAME_OWNS_CHUNK)
            call_stack_drop_chunk(vm);
        return NULL;
    }
    struct Frame *frame = frame_enter(vm, vm->frame, object_retain(function), code, locals, flags);
    if (!is_empty(namespace)) {
        frame->namespace = retain(namespace);
        frame->flags |= FRAME_HAS_NAMESPACE;
    }
    return frame;
}

Value function_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    if (!vm_enter_recursion(vm, ""))
        return EMPTY;
    struct Frame *frame = function_enter(vm, as_function(self), args, positional, names, EMPTY);
    Value result = frame == NULL ? EMPTY : machine_run(vm, frame, false);
    vm_leave_recursion(vm);
    return result;
}

static Value function_descriptor_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    return is_empty(instance) || is_none(instance) ? retain(self) : method_new(vm, self, instance);
}

static Value function_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<function %V at 0x%lx>", function_qualified_name(as_function(self)),
                              (unsigned long)(uintptr_t)value_object(self));
}

/* ---- Attributes */

static Value value_or_none(Value v) { return is_empty(v) ? VALUE_NONE : retain(v); }

static Value get_name(struct Interpreter *vm, Value self) { (void)vm; return retain(function_name(as_function(self))); }
static Value get_qualified_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(function_qualified_name(as_function(self)));
}
static Value get_module(struct Interpreter *vm, Value self)
{
    struct Function *function = as_function(self);
    if (!is_empty(function->module))
        return retain(function->module);
    Value module = dict_get(vm, function->globals, NAME(vm, __name__));
    return is_absent(module) ? VALUE_NONE : module;
}
static Value get_code(struct Interpreter *vm, Value self) { (void)vm; return retain(as_function(self)->code); }
static Value get_globals(struct Interpreter *vm, Value self) { (void)vm; return retain(as_function(self)->globals); }
static Value get_builtins(struct Interpreter *vm, Value self)
{
    return retain(function_builtins(vm, as_function(self)));
}
static Value get_closure(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_or_none(as_function(self)->closure);
}
static Value get_defaults(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_or_none(as_function(self)->defaults);
}
static Value get_keyword_defaults(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_or_none(as_function(self)->keyword_defaults);
}

static Value get_documentation(struct Interpreter *vm, Value self)
{
    (void)vm;
    struct Function *function = as_function(self);
    struct Code *code = function_code(function);
    if (!is_empty(function->documentation))
        return retain(function->documentation);
    if (code->flags & CODE_HAS_DOCSTRING)
        return retain(as_tuple(code->constants)->items[0]);
    return VALUE_NONE;
}

static Value get_annotations(struct Interpreter *vm, Value self)
{
    struct Function *function = as_function(self);
    if (is_empty(function->annotations)) {
        Value dict = dict_new(vm);
        if (is_empty(dict))
            return EMPTY;
        slot_init(vm, function, &function->annotations, dict);
    }
    return retain(function->annotations);
}

static Value get_type_parameters(struct Interpreter *vm, Value self)
{
    Value v = as_function(self)->type_parameters;
    return retain(is_empty(v) ? vm->empty_tuple : v);
}

static bool set_string(struct Interpreter *vm, Value self, Value *slot, Value value, const char *name)
{
    if (is_empty(value) || !is_string(vm, value)) {
        raise_type_error(vm, "%s must be set to a string object", name);
        return false;
    }
    slot_set(vm, value_object(self), slot, retain(value));
    return true;
}

static bool set_name(struct Interpreter *vm, Value self, Value value)
{
    return set_string(vm, self, &as_function(self)->name, value, "__name__");
}

static bool set_qualified_name(struct Interpreter *vm, Value self, Value value)
{
    return set_string(vm, self, &as_function(self)->qualified_name, value, "__qualname__");
}

static bool set_module(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, value_object(self), &as_function(self)->module, is_empty(value) ? VALUE_NONE : retain(value));
    return true;
}

static bool set_documentation(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, value_object(self), &as_function(self)->documentation,
             is_empty(value) ? VALUE_NONE : retain(value));
    return true;
}

/* Frames that run the old code borrow it from the function, so the function keeps it. */
static bool set_code(struct Interpreter *vm, Value self, Value value)
{
    struct Function *function = as_function(self);
    if (is_empty(value) || !object_has_type(vm, value, TYPE_code)) {
        raise_type_error(vm, "__code__ must be set to a code object");
        return false;
    }
    size_t needed = tuple_length(as_code(value)->free_names);
    size_t closed = is_empty(function->closure) ? 0 : tuple_length(function->closure);
    if (needed != closed) {
        raise_value_error(vm, "%V() requires a code object with %zu free vars, not %zu", function_name(function), closed,
                          needed);
        return false;
    }
    enum { KINDS = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR };
    if (((as_code(value)->flags ^ function_code(function)->flags) & KINDS) != 0 &&
        !warnings_warn(vm, TYPE_DeprecationWarning, 1, "Assigning a code object of non-matching type is deprecated "
                                                       "(e.g., from a generator to a plain function)"))
        return false;
    Value old = is_empty(function->retired_code) ? tuple_pack(vm, 1, function->code)
                                                 : tuple_pack(vm, 2, function->code, function->retired_code);
    if (is_empty(old))
        return false;
    if (is_empty(function->name))
        slot_init(vm, function, &function->name, retain(function_name(function)));
    if (is_empty(function->qualified_name))
        slot_init(vm, function, &function->qualified_name, retain(function_qualified_name(function)));
    slot_set(vm, function, &function->retired_code, old);
    slot_set(vm, function, &function->code, retain(value));
    return true;
}

static bool set_optional(struct Interpreter *vm, Value self, Value *slot, Value value, bool fits, const char *message)
{
    bool nothing = is_empty(value) || is_none(value);
    if (!nothing && !fits) {
        raise_type_error(vm, "%s", message);
        return false;
    }
    slot_set(vm, value_object(self), slot, nothing ? EMPTY : retain(value));
    return true;
}

static bool set_defaults(struct Interpreter *vm, Value self, Value value)
{
    return set_optional(vm, self, &as_function(self)->defaults, value, !is_empty(value) && is_tuple(vm, value),
                        "__defaults__ must be set to a tuple object");
}

static bool set_keyword_defaults(struct Interpreter *vm, Value self, Value value)
{
    return set_optional(vm, self, &as_function(self)->keyword_defaults, value, !is_empty(value) && is_dict(vm, value),
                        "__kwdefaults__ must be set to a dict object");
}

static bool set_annotations(struct Interpreter *vm, Value self, Value value)
{
    return set_optional(vm, self, &as_function(self)->annotations, value, !is_empty(value) && is_dict(vm, value),
                        "__annotations__ must be set to a dict object");
}

static bool set_type_parameters(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value) || !is_tuple(vm, value)) {
        raise_type_error(vm, "__type_params__ must be set to a tuple");
        return false;
    }
    slot_set(vm, value_object(self), &as_function(self)->type_parameters, retain(value));
    return true;
}

static Value get_dict(struct Interpreter *vm, Value self) { return attributes_dict(vm, value_object(self)); }

static bool set_dict(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value)) {
        raise_type_error(vm, "cannot delete __dict__");
        return false;
    }
    if (!is_dict(vm, value)) {
        raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%T'", value);
        return false;
    }
    return attributes_set_dict(vm, value_object(self), value);
}

static bool set_readonly(struct Interpreter *vm, Value self, Value value)
{
    (void)self, (void)value;
    raise_error(vm, TYPE_AttributeError, "readonly attribute");
    return false;
}

static const struct NativeAttribute function_attributes[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualified_name, set_qualified_name, NULL},
    {"__code__", get_code, set_code, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__type_params__", get_type_parameters, set_type_parameters, NULL},
    {"__dict__", get_dict, set_dict, NULL},
    MEMBERS_FOLLOW,
    {"__module__", get_module, set_module, NULL},
    {"__doc__", get_documentation, set_documentation, NULL},
    {"__globals__", get_globals, set_readonly, NULL},
    {"__builtins__", get_builtins, set_readonly, NULL},
    {"__closure__", get_closure, set_readonly, NULL},
    ATTRIBUTES_END,
};

/* ---- Memory */

enum { FUNCTION_VALUES = (sizeof(struct Function) - offsetof(struct Function, code)) / sizeof(Value) };

static void function_traverse(struct Object *self, VisitFunction visit, void *context)
{
    Value *values = &((struct Function *)self)->code;
    for (size_t i = 0; i < FUNCTION_VALUES; i++)
        visit(values[i], context);
    attributes_traverse(self, visit, context);
}

/* The code goes first but one: its retired versions may still be what a frame runs, and frames hold the function. */
static Value function_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *values = &((struct Function *)self)->code;
    while (*cursor < FUNCTION_VALUES) {
        Value *slot = &values[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    size_t rest = *cursor - FUNCTION_VALUES;
    Value v = attributes_take(vm, self, &rest);
    *cursor = rest + FUNCTION_VALUES;
    return v;
}

/* A cycle through a function leads through what can be replaced; name and code stay, the function may still be
 * called by a finalizer. */
static void function_clear(struct Interpreter *vm, struct Object *self)
{
    struct Function *function = (struct Function *)self;
    slot_clear(vm, function, &function->closure);
    slot_clear(vm, function, &function->defaults);
    slot_clear(vm, function, &function->keyword_defaults);
    slot_clear(vm, function, &function->documentation);
    slot_clear(vm, function, &function->annotations);
    slot_clear(vm, function, &function->type_parameters);
    size_t cursor = 0;
    for (Value v = attributes_take(vm, self, &cursor); !is_end(v); v = attributes_take(vm, self, &cursor))
        release(vm, v);
}

static void function_destroy(struct Interpreter *vm, struct Object *self) { attributes_destroy(vm, self); }

static bool given(Value v) { return !is_absent(v) && !is_none(v); }

/* As many cells as the code has free variables. */
static bool check_closure(struct Interpreter *vm, const struct Code *code, Value closure)
{
    size_t needed = tuple_length(code->free_names), closed = 0;
    if (!is_absent(closure) && is_tuple(vm, closure))
        closed = tuple_length(closure);
    else if (needed > 0)
        raise_type_error(vm, "arg 5 (closure) must be tuple");
    else if (given(closure))
        raise_type_error(vm, "arg 5 (closure) must be None or tuple");
    if (error_pending(vm))
        return false;
    if (closed != needed) {
        raise_value_error(vm, "%V requires closure of length %zu, not %zu", code->name, needed, closed);
        return false;
    }
    for (size_t i = 0; i < closed; i++)
        if (!object_has_type(vm, as_tuple(closure)->items[i], TYPE_cell)) {
            raise_type_error(vm, "arg 5 (closure) expected cell, found %T", as_tuple(closure)->items[i]);
            return false;
        }
    return true;
}

static bool check_construction(struct Interpreter *vm, const Value *bound)
{
    if (!object_has_type(vm, bound[0], TYPE_code))
        raise_type_error(vm, "function() argument 'code' must be code, not %T", bound[0]);
    else if (!is_dict(vm, bound[1]))
        raise_type_error(vm, "function() argument 'globals' must be dict, not %T", bound[1]);
    else if (given(bound[2]) && !is_string(vm, bound[2]))
        raise_type_error(vm, "arg 3 (name) must be None or string");
    else if (given(bound[3]) && !is_tuple(vm, bound[3]))
        raise_type_error(vm, "arg 4 (defaults) must be None or tuple");
    else if (given(bound[5]) && !is_dict(vm, bound[5]))
        raise_type_error(vm, "arg 6 (kwdefaults) must be None or dict");
    else
        return check_closure(vm, as_code(bound[0]), bound[4]);
    return false;
}

static Value function_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    (void)type;
    Value bound[6];
    if (!native_bind(vm, "function", "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", args,
                     positional, names, bound, 6) ||
        !check_construction(vm, bound))
        return EMPTY;
    Value v = function_new(vm, bound[0], bound[1]);
    if (is_empty(v))
        return EMPTY;
    struct Function *function = as_function(v);
    if (given(bound[4]) && tuple_length(bound[4]) > 0)
        slot_init(vm, function, &function->closure, retain(bound[4]));
    if (given(bound[2]))
        slot_set(vm, function, &function->name, retain(bound[2]));
    if (given(bound[3]))
        slot_init(vm, function, &function->defaults, retain(bound[3]));
    if (given(bound[5]))
        slot_init(vm, function, &function->keyword_defaults, retain(bound[5]));
    return v;
}

const struct TypeSpec function_type_spec = {
    .name = "function",
    .documentation = "Create a function object.",
    .instance_size = sizeof(struct Function),
    .flags = TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE | TYPE_METHOD_DESCRIPTOR,
    .memory = {.traverse = function_traverse, .take = function_take, .clear = function_clear,
               .destroy = function_destroy, .weigh = attributed_weight, .kind = OBJECT_CONTAINER},
    .operations = {.construct = function_construct, .call = function_call, .repr = function_repr,
                   .descriptor_get = function_descriptor_get},
    .attributes = function_attributes,
};
