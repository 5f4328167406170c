/*
 * Opening an interpreter, what its heap asks of it, and its limits.
 *
 * Opening makes the interpreter's names and the preallocated MemoryError and
 * nothing else: types are copied from their specs and filled when first used.
 */
#include "runtime/interpreter.h"

#include <sys/random.h>
#include <sys/resource.h>

#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/interpreter_internal.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"
#include "runtime/weakref.h"

/* ---- The heap's callbacks ---------------------------------------------- */

static void hook_memory_error(struct Interpreter *vm) { raise_memory_error(vm); }
static Value hook_error_save(struct Interpreter *vm) { return error_take(vm); }
static void hook_error_restore(struct Interpreter *vm, Value saved) { error_restore(vm, saved); }

static void visit_held(Value v, VisitFunction visit, void *context)
{
    if (!is_empty(v))
        visit(v, context);
}

static void hook_visit_roots(struct Interpreter *vm, VisitFunction visit, void *context)
{
    const Value own[] = {vm->pending, vm->handled, vm->memory_error, vm->iteration_result, vm->empty_string,
                         vm->empty_bytes, vm->empty_tuple, vm->modules, vm->builtins, vm->sys_dict,
                         vm->sources, vm->inputs, vm->at_exit, vm->codec_error_handlers, vm->regex_cache, vm->signal_handlers, vm->script_folder,
                         vm->repr_guard, vm->gc_garbage, vm->gc_callbacks, vm->trace_function, vm->profile_function,
                         vm->asyncgen_first_iteration, vm->asyncgen_finalizer, vm->context};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        visit_held(own[i], visit, context);
    for (size_t i = 0; i < 256; i++)
        visit_held(vm->characters[i], visit, context);
    for (size_t i = 0; i < NAME_COUNT; i++)
        visit_held(vm->names[i], visit, context);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        type_traverse(&vm->types[i].memory.header, visit, context);
    type_cache_traverse(vm, visit, context);
    if (vm->callbacks.visit_roots != NULL)
        vm->callbacks.visit_roots(vm, visit, context);
}

static void hook_safe_point(struct Interpreter *vm) { vm->attention = 1; }

static const struct HeapHooks heap_hooks = {
    .raise_memory_error = hook_memory_error,
    .error_save = hook_error_save,
    .error_restore = hook_error_restore,
    .call_weak_callback = weakref_call_callback,
    .visit_roots = hook_visit_roots,
    .request_safe_point = hook_safe_point,
    .type_name = type_name,
};

/* ---- Opening ----------------------------------------------------------- */

static const uint16_t type_bases[TYPE_COUNT] = {
#define TYPE(identifier, base) [TYPE_##identifier] = TYPE_##base,
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) [TYPE_##name] = TYPE_##base,
#include "runtime/exceptions.def"
#undef EXCEPTION
};

#undef NAME
static const char *const name_texts[NAME_COUNT] = {
#define NAME(x) [NAME_##x] = #x,
#include "runtime/names.def"
#undef NAME
};

static void open_hash_key(struct Interpreter *vm, const struct InterpreterOptions *options)
{
    if (!options->random_hash)
        hash_key_from_seed(options->hash_seed, vm->hash_key);
    else if (getrandom(vm->hash_key, sizeof vm->hash_key, GRND_NONBLOCK) != (ssize_t)sizeof vm->hash_key)
        hash_key_from_seed((uint64_t)(uintptr_t)vm ^ 1, vm->hash_key);
}

static bool open_constants(struct Interpreter *vm)
{
    if (!strings_open(vm))
        return false;
    for (size_t i = 0; i < NAME_COUNT; i++) {
        vm->names[i] = string_intern_cstring(vm, name_texts[i]);
        if (is_empty(vm->names[i]))
            return false;
    }
    if (is_empty(vm->empty_tuple)) {
        Value empty = tuple_new(vm, NULL, 0);
        if (is_empty(empty))
            return false;
        if (is_empty(vm->empty_tuple)) {
            object_make_immortal(value_object(empty));
            vm->empty_tuple = empty;
        } else
            release(vm, empty);
    }
    vm->memory_error = exception_new(vm, builtin_type(vm, TYPE_MemoryError), NULL, 0);
    return !is_empty(vm->memory_error);
}

/* A module in C under its name in sys.modules; its dict into *field (a field of the interpreter). */
static bool open_module(struct Interpreter *vm, const char *name, Value *field)
{
    const struct ModuleSpec *spec = module_spec_find(name);
    Value module = spec == NULL ? raise_error(vm, TYPE_ImportError, "No module named '%s'", name)
                                : module_from_spec(vm, spec);
    bool done = !is_empty(module) && dict_set_cstring(vm, vm->modules, name, module);
    if (done) {
        release_maybe(vm, *field);
        *field = retain(module_dict(module));
    }
    release_maybe(vm, module);
    return done;
}

static bool open_modules(struct Interpreter *vm)
{
    vm->modules = dict_new(vm);
    return !is_empty(vm->modules) && open_module(vm, "sys", &vm->sys_dict) &&
           open_module(vm, "builtins", &vm->builtins);
}

/* Leaves room for what runs without asking, signal handlers included. */
static char *find_stack_limit(void)
{
    enum { STACK_RESERVE = 256 * 1024, STACK_MAXIMUM = 512 * 1024 * 1024 };
    struct rlimit limit;
    size_t size = 8 * 1024 * 1024;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        size = (size_t)limit.rlim_cur;
    if (size > STACK_MAXIMUM)
        size = STACK_MAXIMUM;
    size_t usable = size > 2 * STACK_RESERVE ? size - STACK_RESERVE : size / 2;
    return (char *)__builtin_frame_address(0) - usable;
}

struct Interpreter *interpreter_open(const struct InterpreterOptions *options,
                                     const struct TypeSpec *const specs[TYPE_COUNT])
{
    struct Memory first;
    memory_open(&first, 0);
    struct Interpreter *vm = memory_allocate_zeroed(&first, MEMORY_VALUES, sizeof *vm);
    if (vm == NULL)
        return NULL;
    vm->c_stack_limit = find_stack_limit();
    vm->recursion_limit = 1000;
    vm->int_max_str_digits = 4300;
    vm->flags = options->flags;
    vm->steps_left = options->step_limit;
    vm->next_dict_version = 0;
    open_hash_key(vm, options);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        type_open(vm, (enum TypeIndex)i, specs[i], &vm->types[type_bases[i]]);
    if (!heap_open(vm, &heap_hooks, options->memory_limit) || !open_constants(vm) || !open_modules(vm)) {
        memory_free(&first, MEMORY_VALUES, vm, sizeof *vm);
        return NULL;
    }
    vm->heap.memory.fail_from_then_on = options->fail_from_then_on;
    vm->heap.memory.fail_at = options->fail_allocation == 0 ? 0 : vm->heap.memory.requests + options->fail_allocation;
    return vm;
}

/* ---- Recursion --------------------------------------------------------- */

bool vm_raise_recursion(struct Interpreter *vm, const char *where)
{
    char *limit = vm->c_stack_limit;
    vm->c_stack_limit = limit - 64 * 1024; /* raising needs some of the reserve */
    raise_error(vm, TYPE_RecursionError, "maximum recursion depth exceeded%s", where);
    vm->c_stack_limit = limit;
    return false;
}
