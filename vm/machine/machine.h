/*
 * The machine's public face, and what its files share: the loop, and the slow
 * paths of its instructions.
 *
 * Slow paths get operands borrowed and leave the operand stack alone unless
 * their sentence says otherwise.
 */
#ifndef VIV_MACHINE_MACHINE_H
#define VIV_MACHINE_MACHINE_H

#include "vm/machine/function.h"
#include "vm/machine/generator.h"

/* Makes the call stack and installs the machine's callbacks in vm->callbacks. */
MUST_USE bool machine_open(struct Interpreter *vm);
/* After the last Python code has run; interpreter_close calls it (vm->callbacks.close_machine). */
void machine_close(struct Interpreter *vm);

/* Runs a module's, exec's or eval's code. locals EMPTY: globals. */
OWNED MUST_USE Value machine_run_code(struct Interpreter *vm, Value code, Value globals, Value locals,
                                      Value closure);

/* Source of modules written in Python that live in the program; the shell installs the lookup. */
struct FrozenSource {
    const char *name;
    const char *source;
    size_t length;
    bool is_package;
};

/* ---- inside the machine ---- */

/* The loops. ABSENT: vm->frame is to go on in the other one. */
OWNED MUST_USE Value machine_run_plain(struct Interpreter *vm, struct Frame *frame, bool pending_error);
OWNED MUST_USE Value machine_run_watched(struct Interpreter *vm, struct Frame *frame, bool pending_error);
/* Goes from one loop to the other as often as somebody begins or ends to watch. */
OWNED MUST_USE Value machine_run_switching(struct Interpreter *vm, struct Frame *frame, bool pending_error);
/* Runs from frame (with FRAME_ENTRY) until it is left. pending_error: starts by raising what is pending. */
static inline OWNED MUST_USE Value machine_run(struct Interpreter *vm, struct Frame *frame, bool pending_error)
{
    if (UNLIKELY(vm->watched))
        return machine_run_switching(vm, frame, pending_error);
    Value v = machine_run_plain(vm, frame, pending_error);
    return LIKELY(!is_absent(v)) ? v : machine_run_switching(vm, vm->frame, false);
}
/* Finds the handler of the pending exception from frame on, where `word` is executing (the frame's ip may already
 * stand for the place that raised first); frames without a handler are left. NULL: the entry frame was left, the
 * exception is still pending. */
struct Frame *machine_unwind(struct Interpreter *vm, struct Frame *frame, bool add_traceback, uint32_t word);
/* What a safe point does when attention is wanted: signals, collection, step limit. */
MUST_USE bool machine_attend(struct Interpreter *vm);

/* join.c: joins the pairs of code that is about to run for the first time. */
void machine_join(struct Code *code);
/* The same instruction without what joining and specialising have made of it: one step of the source each. */
Instruction machine_plain_instruction(Instruction instruction);

/* names.c */
Value machine_unbound_local(struct Interpreter *vm, struct Frame *frame, uint32_t slot); /* raises, EMPTY */
Value machine_unbound_cell(struct Interpreter *vm, struct Frame *frame, uint32_t slot);  /* raises, EMPTY */
OWNED MUST_USE Value machine_load_global(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name);
/* The globals have changed: whether they still lack the name; then the cache is renewed. */
bool machine_still_builtin(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name);
MUST_USE bool machine_store_global(struct Interpreter *vm, Value globals, Instruction *at, Value name, Value value);
/* A string that the instruction `at` is about to replace in the globals: its holder there lets go of it now, so that
 * it may grow in place. */
void machine_lend_global(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value v);
MUST_USE bool machine_delete_global(struct Interpreter *vm, struct Frame *frame, Value name);
/* OWNED; ABSENT: the builtins that the frame's code sees have no such name. */
OWNED MUST_USE Value machine_builtin(struct Interpreter *vm, struct Frame *frame, Value name);
OWNED MUST_USE Value machine_load_name(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name);
MUST_USE bool machine_store_name(struct Interpreter *vm, struct Frame *frame, Instruction *at, Value name, Value value);
MUST_USE bool machine_delete_name(struct Interpreter *vm, struct Frame *frame, Value name);
OWNED MUST_USE Value machine_load_class_cell(struct Interpreter *vm, struct Frame *frame, uint32_t slot, Value mapping);
OWNED MUST_USE Value machine_load_class_global(struct Interpreter *vm, struct Frame *frame, Value name, Value mapping);
MUST_USE bool machine_setup_annotations(struct Interpreter *vm, struct Frame *frame);
OWNED MUST_USE Value machine_build_class(struct Interpreter *vm, struct Frame *frame);
MUST_USE bool machine_add_build_class(struct Interpreter *vm);

/* operators.c */
OWNED MUST_USE Value machine_binary(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b);
OWNED MUST_USE Value machine_in_place(struct Interpreter *vm, enum BinaryOperation operation, Value a, Value b);
OWNED MUST_USE Value machine_compare(struct Interpreter *vm, enum Comparison operation, Value a, Value b);
MUST_USE int machine_compare_truth(struct Interpreter *vm, enum Comparison operation, Value a, Value b);
/* The Python function that implements special method `name` for instances of a class made in Python, when it has
 * this many parameters (self included) and nothing else; NULL: not the simple case. */
BORROWED struct Function *machine_special(struct Interpreter *vm, struct Type *type, Value name, uint32_t parameters);
/* For COMPARE, COMPARE_JUMP_* and the binary operators, if the left operand's class says how and the right one's has
 * no say before it. */
BORROWED struct Function *machine_operator_method(struct Interpreter *vm, Instruction instruction, Value a, Value b);
/* That method answered NotImplemented: what the right operand says, or the default. */
OWNED MUST_USE Value machine_operator_declined(struct Interpreter *vm, Instruction instruction, Value a, Value b);
OWNED MUST_USE Value machine_get_item(struct Interpreter *vm, Value container, Value key);
OWNED MUST_USE Value machine_get_slice(struct Interpreter *vm, Value container, Value start, Value stop);
MUST_USE bool machine_set_slice(struct Interpreter *vm, Value container, Value start, Value stop, Value value);
OWNED MUST_USE Value machine_format(struct Interpreter *vm, Value v, uint32_t conversion, Value specification);
OWNED MUST_USE Value machine_build_string(struct Interpreter *vm, const Value *pieces, size_t count);

/* attributes.c */
void specialise_load_attribute(struct Interpreter *vm, Instruction *at, Value object, Value name);
void specialise_load_method(struct Interpreter *vm, Instruction *at, Value object, Value name);
void specialise_store_attribute(struct Interpreter *vm, Instruction *at, Value object, Value name);
/* pair[0] is the callable, pair[1] self or ABSENT (both OWNED). */
MUST_USE bool machine_load_method(struct Interpreter *vm, Value object, Value name, Value pair[2]);
MUST_USE bool machine_load_super(struct Interpreter *vm, Value super, Value class, Value self, Value name,
                                 bool method, Value pair[2]);

/* sequences.c; items are pushed at sp, first on top */
MUST_USE bool machine_unpack(struct Interpreter *vm, Value v, Value *sp, size_t count);
MUST_USE bool machine_unpack_starred(struct Interpreter *vm, Value v, Value *sp, size_t before, size_t after);
MUST_USE bool machine_list_extend(struct Interpreter *vm, Value list, Value iterable);
MUST_USE bool machine_dict_update(struct Interpreter *vm, Value dict, Value other);
int machine_match_sequence(struct Interpreter *vm, Value subject);
int machine_match_mapping(struct Interpreter *vm, Value subject);
OWNED MUST_USE Value machine_match_keys(struct Interpreter *vm, Value subject, Value keys);
OWNED MUST_USE Value machine_match_class(struct Interpreter *vm, Value subject, Value class, Value names,
                                         size_t positional);

/* exceptions.c */
void machine_raise(struct Interpreter *vm, Value exception, Value cause /* EMPTY: none given */);
/* Bare raise: makes the handled exception pending again; false: a RuntimeError is pending instead. */
bool machine_raise_again(struct Interpreter *vm);
MUST_USE int machine_match_exception(struct Interpreter *vm, Value exception, Value pattern);
MUST_USE bool machine_match_group(struct Interpreter *vm, Value group, Value pattern, Value *rest, Value *match);
/* A manager whose methods are plain Python functions: __enter__, with the bound __exit__ in *exit (OWNED, EMPTY:
 * raised).  NULL: not the simple case. */
BORROWED struct Function *machine_with_enter(struct Interpreter *vm, Value manager, Value *exit);
/* manager -- exit, result of enter (both OWNED) */
MUST_USE bool machine_with(struct Interpreter *vm, Value manager, bool asynchronous, Value pair[2]);
OWNED MUST_USE Value machine_call_exit(struct Interpreter *vm, Value exit, Value exception);
/* Value of the pending StopIteration, which is taken; EMPTY: it was something else and is still pending. */
OWNED MUST_USE Value machine_stop_value(struct Interpreter *vm);

/* calls.c */
void specialise_call(struct Interpreter *vm, Instruction *at, Value callee, Value self, uint32_t count);
/* The Python __init__ of a class whose instances object.__new__ makes; NULL: the class is called through its type. */
BORROWED struct Function *class_init_function(struct Interpreter *vm, struct Type *type);
/* The same from the type's cache, whose key is the type's version. */
static inline BORROWED struct Function *class_fast_init(struct Interpreter *vm, struct Type *type)
{
    if (LIKELY(type->version != 0 && value_same(type->cached_new, value_from_small_int(type->version))))
        return is_empty(type->cached_init) ? NULL : as_function(type->cached_init);
    return class_init_function(vm, type);
}
/* f(*args): args as a tuple. */
OWNED MUST_USE Value machine_spread_arguments(struct Interpreter *vm, Value callee, Value args);
/* Pushes a frame for function(*args, **keywords) on top of caller. NULL: raised. */
MUST_USE struct Frame *machine_spread_enter(struct Interpreter *vm, struct Frame *caller, struct Function *function,
                                            Value args, Value keywords);
OWNED MUST_USE Value machine_make_function(struct Interpreter *vm, struct Frame *frame, Value *sp, uint32_t flags);
OWNED MUST_USE Value machine_send(struct Interpreter *vm, Value receiver, Value sent, Value *result);
OWNED MUST_USE Value machine_async_iterator(struct Interpreter *vm, Value v);
OWNED MUST_USE Value machine_async_next(struct Interpreter *vm, Value iterator);
OWNED MUST_USE Value machine_intrinsic_1(struct Interpreter *vm, uint32_t number, Value v);
OWNED MUST_USE Value machine_intrinsic_2(struct Interpreter *vm, uint32_t number, Value a, Value b);
MUST_USE bool machine_print_expression(struct Interpreter *vm, Value v);
OWNED Value builtin_build_class(struct Interpreter *vm, const Value *args, size_t positional, Value names);

/* anext.c */
OWNED MUST_USE Value anext_with_default(struct Interpreter *vm, STEALS Value inner, Value otherwise);

/* import.c */
OWNED MUST_USE Value machine_import(struct Interpreter *vm, Value name, Value globals, Value from_list, int level);
OWNED MUST_USE Value machine_import_name(struct Interpreter *vm, struct Frame *frame, Value name, Value from_list,
                                         Value level);
OWNED MUST_USE Value machine_import_from(struct Interpreter *vm, Value module, Value name);
MUST_USE bool machine_find_main_source(struct Interpreter *vm, Value name, struct MainSource *source);
/* Whether the module's own code is still running. */
bool module_is_initializing(struct Interpreter *vm, Value module);
MUST_USE bool machine_import_star(struct Interpreter *vm, struct Frame *frame, Value module);

#endif
