/*
 * Opening and closing the machine, running code objects, safe points, and the
 * callbacks through which the runtime reaches the running frame.
 */
#include "vm/machine/machine.h"

#include "vm/machine/import.h"
#include "vm/machine/watch.h"

#include <stdlib.h>

#include "gc/collector.h"
#include "gc/verify.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"

Value machine_run_code(struct Interpreter *vm, Value code, Value globals, Value locals, Value closure)
{
    if (dict_length(globals) == 0 || is_absent(dict_peek(vm, globals, NAME(vm, __builtins__)))) {
        Value builtins = vm->frame != NULL ? function_builtins(vm, vm->frame->function) : vm->builtins;
        if (!dict_set(vm, globals, NAME(vm, __builtins__), builtins))
            return EMPTY;
    }
    if (tuple_length(as_code(code)->free_names) > 0 && is_empty(closure))
        return raise_type_error(vm, "code object passed to exec() may not contain free variables");
    Value function = function_new(vm, code, globals);
    if (is_empty(function))
        return EMPTY;
    if (!is_empty(closure))
        slot_set(vm, as_function(function), &as_function(function)->closure, retain(closure));
    Value result = EMPTY;
    if (vm_enter_recursion(vm, "")) {
        struct Frame *frame = function_enter(vm, as_function(function), NULL, 0, EMPTY,
                                             is_empty(locals) ? globals : locals);
        if (frame != NULL)
            result = machine_run(vm, frame, false);
        vm_leave_recursion(vm);
    }
    release(vm, function);
    return result;
}

Value machine_run_switching(struct Interpreter *vm, struct Frame *frame, bool pending_error)
{
    for (;; frame = vm->frame, pending_error = false) {
        if (watch_wanted(vm) && watch_steps(vm, frame)) /* the line it is in is not told again */
            frame->object->watched_line = frame_line(frame);
        Value v = watch_wanted(vm) ? machine_run_watched(vm, frame, pending_error)
                                   : machine_run_plain(vm, frame, pending_error);
        if (!is_absent(v))
            return v;
    }
}

/* steps_left stops at 1: from then on every safe point raises, so that no handler keeps the program going. */
static bool count_step(struct Interpreter *vm)
{
    if (vm->steps_left == 0 || --vm->steps_left > 0)
        return true;
    vm->steps_left = 1;
    raise_error(vm, TYPE_RuntimeError, "step limit reached (--max-steps)");
    return false;
}

/* Verifies the heap at the first 2,000 safe points and then ever more rarely, so that long programs end. */
static void consult_oracle(struct Interpreter *vm)
{
    uint64_t n = ++vm->safe_points;
    bool wanted = n <= 2000 || (n & ((UINT64_C(1) << (56 - __builtin_clzll(n))) - 1)) == 0;
    if (wanted && !heap_verify(vm, stderr, false))
        abort();
}

bool machine_attend(struct Interpreter *vm)
{
    bool oracle = (vm->flags & INTERPRETER_ORACLE) != 0;
    vm->attention = vm->steps_left != 0 || oracle || vm->watched;
    if (UNLIKELY(oracle))
        consult_oracle(vm);
    if (vm->interrupted && !signals_handle(vm))
        return false;
    if (vm->heap.collection_due)
        heap_safe_point(vm);
    return count_step(vm);
}

/* ---- Callbacks */

static Value current_globals(struct Interpreter *vm)
{
    return vm->frame != NULL ? vm->frame->function->globals : EMPTY;
}

static Value current_builtins(struct Interpreter *vm)
{
    return vm->frame != NULL ? function_builtins(vm, vm->frame->function) : EMPTY;
}

static Value current_locals(struct Interpreter *vm)
{
    return vm->frame != NULL ? frame_locals(vm, vm->frame) : raise_error(vm, TYPE_SystemError, "frame does not exist");
}

static Value class_cell_content(struct Interpreter *vm, struct Frame *frame)
{
    Value names = frame->code->free_names;
    uint32_t first = frame->code->local_count - (uint32_t)tuple_length(names);
    for (uint32_t i = 0; i < tuple_length(names); i++) {
        if (!value_same(as_tuple(names)->items[i], NAME(vm, __class__)))
            continue;
        Value content = ((struct Cell *)value_object(frame->locals[first + i]))->content;
        return is_empty(content) ? raise_error(vm, TYPE_RuntimeError, "super(): empty __class__ cell") : content;
    }
    return raise_error(vm, TYPE_RuntimeError, "super(): __class__ cell not found");
}

/* The first parameter, or the cell it has moved to. */
static Value first_argument(struct Interpreter *vm, struct Frame *frame)
{
    Value v = frame->locals[0];
    if (!is_unbound(v))
        return v;
    Value name = code_local_name(frame->code, 0);
    uint32_t plain = (uint32_t)tuple_length(frame->code->variable_names);
    for (uint32_t i = plain; i < frame->code->local_count; i++)
        if (value_same(code_local_name(frame->code, i), name) && object_has_type(vm, frame->locals[i], TYPE_cell)) {
            Value content = ((struct Cell *)value_object(frame->locals[i]))->content;
            if (!is_empty(content))
                return content;
        }
    return raise_error(vm, TYPE_RuntimeError, "super(): arg[0] deleted");
}

static bool super_arguments(struct Interpreter *vm, Value *type, Value *instance)
{
    struct Frame *frame = vm->frame;
    if (frame == NULL) {
        raise_error(vm, TYPE_RuntimeError, "super(): no current frame");
        return false;
    }
    if (frame->code->argument_count == 0) {
        raise_error(vm, TYPE_RuntimeError, "super(): no arguments");
        return false;
    }
    *instance = first_argument(vm, frame);
    if (is_empty(*instance))
        return false;
    *type = class_cell_content(vm, frame);
    return !is_empty(*type);
}

static void traceback_here(struct Interpreter *vm)
{
    if (vm->frame != NULL)
        traceback_add(vm, vm->frame);
}

static uint32_t frame_depth(struct Interpreter *vm)
{
    return vm->frame != NULL ? vm->frame->depth : 0;
}

static Value frame_object_at(struct Interpreter *vm, size_t depth)
{
    struct Frame *frame = vm->frame;
    while (frame != NULL && depth-- > 0)
        frame = frame->previous;
    return frame == NULL ? VALUE_NONE : frame_object(vm, frame);
}

/* A module in C that every program has: in sys.modules, its dict in *dict. */
static bool add_module(struct Interpreter *vm, const char *name, Value *dict)
{
    Value key = string_intern_cstring(vm, name);
    Value module = is_empty(key) ? EMPTY : module_from_spec(vm, module_spec_find(name));
    bool added = !is_empty(module) && dict_set(vm, vm->modules, key, module);
    if (added)
        *dict = retain(module_dict(module));
    release_maybe(vm, module);
    release_maybe(vm, key);
    return added;
}

/* sys.modules with builtins and sys, if nobody has made them yet. */
static bool open_modules(struct Interpreter *vm)
{
    if (is_empty(vm->modules) && is_empty(vm->modules = dict_new(vm)))
        return false;
    return (!is_empty(vm->builtins) || add_module(vm, "builtins", &vm->builtins)) &&
           (!is_empty(vm->sys_dict) || add_module(vm, "sys", &vm->sys_dict));
}

bool machine_open(struct Interpreter *vm)
{
    if (!call_stack_open(vm))
        return false;
    vm->callbacks.run_code = machine_run_code;
    vm->callbacks.import_module = machine_import;
    vm->callbacks.current_globals = current_globals;
    vm->callbacks.current_locals = current_locals;
    vm->callbacks.current_builtins = current_builtins;
    vm->callbacks.super_arguments = super_arguments;
    vm->callbacks.anext_with_default = anext_with_default;
    vm->callbacks.traceback_here = traceback_here;
    vm->callbacks.visit_roots = machine_visit_stacks;
    vm->callbacks.find_module = machine_find_module;
    vm->callbacks.find_main_source = machine_find_main_source;
    vm->callbacks.close_machine = machine_close;
    vm->callbacks.frame_depth = frame_depth;
    vm->callbacks.frame_object = frame_object_at;
    vm->attention = vm->steps_left != 0;
    return open_modules(vm) && machine_add_build_class(vm);
}

void machine_close(struct Interpreter *vm) { call_stack_close(vm); }
