/*
 * The end of an interpreter: modules are torn down in CPython's order while
 * everything still works, then what the runtime itself holds is let go, and
 * the heap must be empty.
 *
 * CPython's order: a collection; every module leaves sys.modules (those
 * nobody else holds die there, their globals in order of insertion); a
 * collection for those in cycles; the globals of survivors are set to None,
 * last module first; sys and builtins; a last collection.
 */
#include "gc/collector.h"
#include "gc/verify.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/interpreter_internal.h"
#include "runtime/module.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/weakref.h"

/* ---- Modules ----------------------------------------------------------- */

/* Sets names to None: first those with a single underscore, then all but __builtins__. */
static void clear_namespace(struct Interpreter *vm, Value dict, bool private_names)
{
    Value keys = dict_keys_list(vm, dict);
    if (is_empty(keys)) {
        error_clear(vm);
        return;
    }
    for (size_t i = 0; i < as_list(keys)->length; i++) {
        Value key = as_list(keys)->items[i];
        Value v = is_string(vm, key) ? dict_peek(vm, dict, key) : VALUE_ABSENT;
        if (is_absent(v) || is_none(v) || string_length(key) == 0)
            continue;
        bool is_private = string_at(as_string(key), 0) == '_' &&
                          !(string_length(key) > 1 && string_at(as_string(key), 1) == '_');
        if (private_names ? !is_private : string_equals_cstring(key, "__builtins__"))
            continue;
        if (!dict_set(vm, dict, key, VALUE_NONE))
            error_clear(vm);
    }
    release(vm, keys);
}

static void clear_module_dict(struct Interpreter *vm, Value dict)
{
    retain(dict);
    clear_namespace(vm, dict, true);
    clear_namespace(vm, dict, false);
    release(vm, dict);
}

/* References to all modules in order of import; each leaves sys.modules. EMPTY: no memory for them. */
static Value forget_modules(struct Interpreter *vm)
{
    Value names = dict_keys_list(vm, vm->modules);
    Value references = is_empty(names) ? EMPTY : list_new(vm, as_list(names)->length);
    for (size_t i = 0; !is_empty(references) && i < as_list(names)->length; i++) {
        Value name = as_list(names)->items[i];
        Value module = dict_get(vm, vm->modules, name);
        if (!is_empty(module) && !is_absent(module)) {
            Value reference = is_object(module) && value_has_flag(vm, module, TYPE_WEAKLY_REFERENCEABLE)
                                  ? weakref_new(vm, module, EMPTY) : VALUE_ABSENT;
            if (is_empty(reference) || (!is_absent(reference) && !list_append(vm, references, reference)) ||
                !dict_set(vm, vm->modules, name, VALUE_NONE))
                error_clear(vm);
            release(vm, module);
        }
    }
    release_maybe(vm, names);
    if (is_empty(references))
        error_clear(vm);
    dict_clear(vm, vm->modules);
    return references;
}

static void clear_survivors(struct Interpreter *vm, Value references)
{
    for (size_t i = as_list(references)->length; i-- > 0;) {
        Value module = weakref_target(as_list(references)->items[i]);
        if (is_none(module))
            continue;
        if (object_has_type(vm, module, TYPE_module)) {
            Value dict = module_dict(module);
            if (!is_empty(dict) && !(!is_empty(vm->builtins) && value_same(dict, vm->builtins)) &&
                !(!is_empty(vm->sys_dict) && value_same(dict, vm->sys_dict)))
                clear_module_dict(vm, dict);
        }
        release(vm, module);
    }
}

static void drop(struct Interpreter *vm, Value *field)
{
    Value before = *field;
    *field = EMPTY;
    release_maybe(vm, before);
}

/* What the last statement of a program left behind. */
static void drop_errors(struct Interpreter *vm)
{
    drop(vm, &vm->pending);
    drop(vm, &vm->handled);
    drop(vm, &vm->iteration_result);
}

static bool visited_backwards(const struct Object *object)
{
    return (object->type->flags & (TYPE_SUBCLASS_LIST | TYPE_SUBCLASS_TUPLE)) != 0;
}

/* Birth number of the main module's namespace: see gc/exit_order.c. */
static uint64_t program_start(struct Interpreter *vm)
{
    if (is_empty(vm->modules))
        return 0;
    Value module = dict_peek(vm, vm->modules, NAME(vm, __main__));
    bool known = !is_absent(module) && object_has_type(vm, module, TYPE_module) && !is_empty(module_dict(module));
    return known ? object_birth_number(vm, value_object(module_dict(module))) : 0;
}

/* What the prompt showed last dies while there still is a stdout to tell of it. */
static void forget_last_shown(struct Interpreter *vm)
{
    Value name = vm->characters['_'];
    if (is_empty(vm->builtins) || is_empty(name) || is_absent(dict_peek(vm, vm->builtins, name)))
        return;
    if (!dict_set(vm, vm->builtins, name, VALUE_NONE))
        error_clear(vm);
}

/* The exception that ended the program dies then, too, and what only its traceback holds. */
static void forget_last_exception(struct Interpreter *vm)
{
    static const char *const names[] = {"last_exc", "last_type", "last_value", "last_traceback"};
    for (size_t i = 0; !is_empty(vm->sys_dict) && i < sizeof names / sizeof names[0]; i++) {
        Value name = string_intern_cstring(vm, names[i]);
        bool there = !is_empty(name) && !is_absent(dict_peek(vm, vm->sys_dict, name));
        if (is_empty(name) || (there && !dict_set(vm, vm->sys_dict, name, VALUE_NONE)))
            error_clear(vm);
        release_maybe(vm, name);
    }
}

void interpreter_finalize(struct Interpreter *vm)
{
    if (vm->flags & INTERPRETER_FINALIZING)
        return;
    drop_errors(vm);
    collector_open_exit_order(vm, program_start(vm), visited_backwards);
    if (collector_is_enabled(vm))
        collector_collect(vm, GENERATION_COUNT - 1);
    vm->flags |= INTERPRETER_FINALIZING;
    vm->watched = false;
    drop(vm, &vm->trace_function);
    drop(vm, &vm->profile_function);
    drop(vm, &vm->at_exit);
    forget_last_shown(vm);
    forget_last_exception(vm);
    if (!is_empty(vm->modules)) {
        Value references = forget_modules(vm);
        collector_collect(vm, GENERATION_COUNT - 1);
        if (!is_empty(references)) {
            clear_survivors(vm, references);
            release(vm, references);
        }
    }
    if (!is_empty(vm->sys_dict))
        clear_module_dict(vm, vm->sys_dict);
    if (!is_empty(vm->builtins))
        clear_module_dict(vm, vm->builtins);
    drop_errors(vm);
    collector_collect(vm, GENERATION_COUNT - 1);
    collector_close_exit_order(vm);
}

/* ---- What the runtime holds -------------------------------------------- */

static void close_fields(struct Interpreter *vm)
{
    Value *const fields[] = {&vm->modules, &vm->sys_dict, &vm->builtins, &vm->sources,
                             &vm->inputs, &vm->codec_error_handlers, &vm->signal_handlers, &vm->script_folder, &vm->regex_cache, &vm->repr_guard, &vm->gc_garbage,
                             &vm->gc_callbacks,
                             &vm->trace_function, &vm->profile_function, &vm->asyncgen_first_iteration,
                             &vm->asyncgen_finalizer, &vm->context};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        drop(vm, fields[i]);
    drop_errors(vm);
}

static void close_types(struct Interpreter *vm)
{
    type_cache_close(vm);
    for (size_t i = TYPE_COUNT; i-- > 0;)
        type_close(vm, &vm->types[i]);
    collector_collect(vm, GENERATION_COUNT - 1);
    type_cache_close(vm);
    drop(vm, &vm->memory_error);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        type_close_tables(vm, &vm->types[i]);
}

bool interpreter_close(struct Interpreter *vm)
{
    interpreter_finalize(vm);
    close_fields(vm);
    collector_collect(vm, GENERATION_COUNT - 1);
    if (vm->callbacks.close_machine != NULL)
        vm->callbacks.close_machine(vm);
    close_types(vm);
    drop_errors(vm);
    for (size_t i = 0; i < NAME_COUNT; i++)
        drop(vm, &vm->names[i]);
    if (!is_empty(vm->empty_tuple)) {
        object_make_mortal(value_object(vm->empty_tuple));
        drop(vm, &vm->empty_tuple);
    }
    strings_close(vm);
    regex_close(vm);
    if (vm->exit_report != NULL)
        heap_report_live(vm, vm->exit_report);
    bool empty = heap_close(vm);
    struct Memory last;
    memory_open(&last, 0);
    last.in_use = sizeof *vm;
    memory_free(&last, MEMORY_VALUES, vm, sizeof *vm);
    return empty;
}
