/*
 * Slow paths of the instructions that look names up: globals, builtins,
 * namespaces of module and class bodies, unbound locals and cells.
 *
 * Inline caches: the word behind the instruction holds the version of the
 * globals, the next one the entry.  A dict subclass or a dict without a
 * version is never cached.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

static Value raise_undefined(struct Interpreter *vm, Value name)
{
    return raise_name_error(vm, name, "name '%V' is not defined", name);
}

Value machine_unbound_local(struct Interpreter *vm, struct Frame *frame, uint32_t slot)
{
    Value name = code_local_name(frame->code, slot);
    Value message = string_from_format(
        vm, "cannot access local variable '%V' where it is not associated with a value", name);
    if (is_empty(message))
        return EMPTY;
    Value exception = exception_new(vm, builtin_type(vm, TYPE_UnboundLocalError), &message, 1);
    release(vm, message);
    if (is_empty(exception))
        return EMPTY;
    return raise_value(vm, exception);
}

Value machine_unbound_cell(struct Interpreter *vm, struct Frame *frame, uint32_t slot)
{
    if (slot < frame->code->local_count - tuple_length(frame->code->free_names))
        return machine_unbound_local(vm, frame, slot);
    Value name = code_local_name(frame->code, slot);
    return raise_name_error(vm, name,
                            "cannot access free variable '%V' where it is not associated with a value in enclosing scope",
                            name);
}

/* Remembers where the globals have the name. */
static bool cache_global(struct Interpreter *vm, Value globals, Instruction *at, Value name)
{
    if (!is_exact_dict(vm, globals))
        return false;
    int64_t entry = dict_entry_of(vm, globals, name);
    uint32_t version = dict_version(vm, globals);
    if (entry < 0 || version == 0)
        return false;
    at[1] = version;
    at[2] = (uint32_t)entry;
    return true;
}

/* The same for a name that the builtins have and the globals have not. */
static bool cache_builtin(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name)
{
    Value globals = frame->function->globals, builtins = frame->function->builtins;
    if (!is_exact_dict(vm, globals) || !is_exact_dict(vm, builtins) || dict_entry_of(vm, globals, name) >= 0)
        return false;
    int64_t entry = dict_entry_of(vm, builtins, name);
    uint32_t version = dict_version(vm, globals);
    if (entry < 0 || version == 0)
        return false;
    at[1] = version;
    at[2] = (uint32_t)entry;
    return true;
}

bool machine_still_builtin(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name)
{
    return cache_builtin(vm, frame, at, name);
}

static void specialise_load_global(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name)
{
    if (++at[1] < 2)
        return;
    at[1] = 0;
    enum Opcode form = cache_global(vm, frame->function->globals, at, name) ? OP_LOAD_GLOBAL_MODULE
                       : cache_builtin(vm, frame, at, name)                 ? OP_LOAD_GLOBAL_BUILTIN
                                                                            : OP_LOAD_GLOBAL;
    at[0] = instruction_make(form, instruction_argument(at[0]));
}

/* OWNED, ABSENT or EMPTY: from a namespace that may be any mapping. */
static Value namespace_get(struct Interpreter *vm, Value namespace, Value name)
{
    if (is_exact_dict(vm, namespace))
        return dict_get(vm, namespace, name);
    Value v = object_get_item(vm, namespace, name);
    if (is_empty(v) && error_matches(vm, TYPE_KeyError)) {
        error_clear(vm);
        return VALUE_ABSENT;
    }
    return v;
}

Value machine_builtin(struct Interpreter *vm, struct Frame *frame, Value name)
{
    Value held = retain(function_builtins(vm, frame->function));
    Value v = namespace_get(vm, held, name);
    release(vm, held);
    return v;
}

static Value global_or_builtin(struct Interpreter *vm, struct Frame *frame, Value name)
{
    Value v = namespace_get(vm, frame->function->globals, name);
    if (is_absent(v))
        v = machine_builtin(vm, frame, name);
    return v;
}

Value machine_load_global(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name)
{
    specialise_load_global(vm, frame, at, name);
    Value v = global_or_builtin(vm, frame, name);
    return is_absent(v) ? raise_undefined(vm, name) : v;
}

bool machine_store_global(struct Interpreter *vm, Value globals, Instruction *at, Value name, Value value)
{
    if (!dict_set(vm, globals, name, value))
        return false;
    at[1] = 0;
    (void)cache_global(vm, globals, at, name);
    return true;
}

bool machine_delete_global(struct Interpreter *vm, struct Frame *frame, Value name)
{
    int deleted = dict_delete(vm, frame->function->globals, name);
    if (deleted == 0)
        raise_undefined(vm, name);
    return deleted > 0;
}

static Value frame_namespace(struct Frame *frame)
{
    return frame->flags & FRAME_HAS_NAMESPACE ? frame->namespace : frame->function->globals;
}

Value machine_load_name(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name)
{
    Value namespace = frame_namespace(frame);
    if (value_same(namespace, frame->function->globals)) { /* where it is looked up below anyway */
        at[1] = 0;
        if (!cache_global(vm, namespace, at, name) && cache_builtin(vm, frame, at, name))
            at[0] = instruction_make(OP_LOAD_NAME_BUILTIN, instruction_argument(at[0]));
    } else {
        Value v = namespace_get(vm, namespace, name);
        if (!is_absent(v))
            return v;
    }
    Value v = global_or_builtin(vm, frame, name);
    return is_absent(v) ? raise_undefined(vm, name) : v;
}

bool machine_store_name(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name, Value value)
{
    Value namespace = frame_namespace(frame);
    if (value_same(namespace, frame->function->globals) && is_exact_dict(vm, namespace))
        return machine_store_global(vm, namespace, at, name, value);
    return is_exact_dict(vm, namespace) ? dict_set(vm, namespace, name, value)
                                        : object_set_item(vm, namespace, name, value);
}

bool machine_delete_name(struct Interpreter *vm, struct Frame *frame, Value name)
{
    Value namespace = frame_namespace(frame);
    if (is_exact_dict(vm, namespace)) {
        int deleted = dict_delete(vm, namespace, name);
        if (deleted == 0)
            raise_undefined(vm, name);
        return deleted > 0;
    }
    if (object_delete_item(vm, namespace, name))
        return true;
    if (error_matches(vm, TYPE_KeyError)) {
        error_clear(vm);
        raise_undefined(vm, name);
    }
    return false;
}

Value machine_load_class_cell(struct Interpreter *vm, struct Frame *frame, uint32_t slot, Value mapping)
{
    Value v = namespace_get(vm, mapping, code_local_name(frame->code, slot));
    if (!is_absent(v))
        return v;
    Value content = ((struct Cell *)value_object(frame->locals[slot]))->content;
    return is_empty(content) ? machine_unbound_cell(vm, frame, slot) : retain(content);
}

Value machine_load_class_global(struct Interpreter *vm, struct Frame *frame, Value name, Value mapping)
{
    Value v = namespace_get(vm, mapping, name);
    if (is_absent(v))
        v = global_or_builtin(vm, frame, name);
    return is_absent(v) ? raise_undefined(vm, name) : v;
}

bool machine_setup_annotations(struct Interpreter *vm, struct Frame *frame)
{
    Value namespace = frame_namespace(frame), name = NAME(vm, __annotations__);
    Value v = namespace_get(vm, namespace, name);
    if (is_empty(v))
        return false;
    if (!is_absent(v)) {
        release(vm, v);
        return true;
    }
    v = dict_new(vm);
    if (is_empty(v))
        return false;
    bool stored = is_exact_dict(vm, namespace) ? dict_set(vm, namespace, name, v)
                                               : object_set_item(vm, namespace, name, v);
    release(vm, v);
    return stored;
}

static const struct NativeMethod build_class_method =
    FUNCTION_RAW("__build_class__", builtin_build_class, NULL,
                 "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\n"
                 "Internal helper function used by the class statement.");

/* It calls back into the machine, so it is the machine that puts it into builtins. */
bool machine_add_build_class(struct Interpreter *vm)
{
    Value function = native_function_new(vm, &build_class_method, EMPTY, NAME(vm, builtins));
    bool added = !is_empty(function) && dict_set(vm, vm->builtins, NAME(vm, __build_class__), function);
    release_maybe(vm, function);
    return added;
}

Value machine_build_class(struct Interpreter *vm, struct Frame *frame)
{
    Value v = machine_builtin(vm, frame, NAME(vm, __build_class__));
    return is_absent(v) ? raise_name_error(vm, NAME(vm, __build_class__), "__build_class__ not found") : v;
}

void machine_lend_global(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value v)
{
    struct Dict *globals = as_dict(frame->function->globals);
    Value name = as_tuple(frame->code->names)->items[instruction_argument(at[0])];
    bool in_globals = instruction_opcode(at[0]) == OP_STORE_GLOBAL ||
                      value_same(frame_namespace(frame), frame->function->globals);
    if (!in_globals || at[1] == 0 || at[2] >= globals->entry_count || heap_of(vm)->observer != NULL)
        return;
    struct DictEntry *entry = &globals->entries[at[2]];
    if (value_same(entry->key, name) && value_same(entry->value, v))
        slot_set(vm, globals, &entry->value, VALUE_NONE);
}
