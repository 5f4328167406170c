/*
 * Slow paths of calls: specialising CALL, f(*args, **keywords), making
 * functions, sending to iterators that are no generators, __build_class__.
 */
#include <stdio.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/bytecode/effect.h"
#include "vm/machine/machine.h"

struct Function *class_init_function(struct Interpreter *vm, struct Type *type)
{
    Value init = EMPTY;
    uint32_t version = type_version(vm, type);
    if (version == 0)
        return NULL;
    if ((type->flags & TYPE_HEAP) && !(type->flags & (TYPE_ABSTRACT | TYPE_NO_INSTANCES)) &&
        type->operations.construct == builtin_type(vm, TYPE_object)->operations.construct) {
        Value found = type_lookup(vm, type, NAME(vm, __init__));
        if (is_empty(found))
            error_clear(vm);
        else if (is_function(vm, found))
            init = found;
    }
    /* Borrowed: the version changes before the function can go. */
    type->cached_init = init;
    type->cached_new = value_from_small_int(type->version);
    return is_empty(init) ? NULL : as_function(init);
}

/* A builtin of this name in the builtins module. */
static bool is_builtin(struct Interpreter *vm, const struct NativeCallable *native, const char *name)
{
    return native->header.type == builtin_type(vm, TYPE_builtin_function) && strcmp(native->method->name, name) == 0 &&
           !is_empty(native->module) && is_string(vm, native->module) &&
           string_equals_cstring(native->module, "builtins") &&
           !(native->method->flags & (NATIVE_NAMED | NATIVE_RAW));
}

static enum Opcode native_form(struct Interpreter *vm, const struct NativeCallable *native, Value self, uint32_t count)
{
    if (native->header.type == builtin_type(vm, TYPE_method_descriptor))
        return native->owner == builtin_type(vm, TYPE_list) && strcmp(native->method->name, "append") == 0 &&
                       count == 1 && object_has_type(vm, self, TYPE_list)
                   ? OP_CALL_LIST_APPEND
                   : OP_CALL_NATIVE;
    if (is_absent(self) && count == 1 && is_builtin(vm, native, "len"))
        return OP_CALL_LEN;
    if (is_absent(self) && count == 2 && is_builtin(vm, native, "isinstance"))
        return OP_CALL_ISINSTANCE;
    return OP_CALL_NATIVE;
}

void specialise_call(struct Interpreter *vm, Instruction *at, Value callee, Value self, uint32_t count)
{
    at[1] = (uint32_t)-500;
    if (!is_object(callee))
        return;
    struct Type *type = value_object(callee)->type;
    enum Opcode form = OP_CALL;
    if (type == builtin_type(vm, TYPE_function)) {
        if (function_code(as_function(callee))->simple == count + !is_absent(self) + 1)
            form = OP_CALL_PYTHON;
    } else if (type == builtin_type(vm, TYPE_builtin_function) || type == builtin_type(vm, TYPE_method_descriptor)) {
        const struct NativeCallable *native = (struct NativeCallable *)value_object(callee);
        if (!(native->method->flags & (NATIVE_NAMED | NATIVE_RAW))) {
            form = native_form(vm, native, self, count);
            memcpy(at + 2, &native->method, sizeof native->method);
        }
    } else if (type == builtin_type(vm, TYPE_type) && is_absent(self) &&
               class_fast_init(vm, (struct Type *)value_object(callee)) != NULL)
        form = OP_CALL_CLASS;
    at[0] = instruction_make(form, instruction_argument(at[0]));
}

/* ---- f(*args, **keywords) */

Value machine_spread_arguments(struct Interpreter *vm, Value callee, Value args)
{
    if (object_has_type(vm, args, TYPE_tuple))
        return retain(args);
    if (object_has_type(vm, args, TYPE_list))
        return list_to_tuple(vm, args);
    struct Type *type = value_type(vm, args);
    if (type->operations.iterate != NULL || type->operations.get_item != NULL)
        return tuple_from_iterable(vm, args);
    Value text = function_description(vm, callee);
    if (is_empty(text))
        return EMPTY;
    raise_type_error(vm, "%V argument after * must be an iterable, not %T", text, args);
    release(vm, text);
    return EMPTY;
}

/* Values of the dict behind the positional arguments, and its keys as a tuple. */
static bool flatten(struct Interpreter *vm, Value args, Value keywords, Value *all, Value *names)
{
    size_t positional = tuple_length(args), count = dict_length(keywords), position = 0, i = 0;
    *names = tuple_new_empty(vm, count);
    if (is_empty(*names))
        return false;
    *all = tuple_new_empty(vm, positional + count);
    if (is_empty(*all)) {
        release(vm, *names);
        return false;
    }
    for (size_t k = 0; k < positional; k++)
        slot_init(vm, value_object(*all), &as_tuple(*all)->items[k], retain(as_tuple(args)->items[k]));
    Value key, value;
    for (; i < count && dict_next(keywords, &position, &key, &value); i++) {
        slot_init(vm, value_object(*names), &as_tuple(*names)->items[i], retain(key));
        slot_init(vm, value_object(*all), &as_tuple(*all)->items[positional + i], retain(value));
    }
    return true;
}

struct Frame *machine_spread_enter(struct Interpreter *vm, struct Frame *caller, struct Function *function, Value args,
                                   Value keywords)
{
    Value all = args, names = EMPTY;
    size_t positional = tuple_length(args);
    bool flat = !is_empty(keywords) && dict_length(keywords) > 0;
    if (flat && !flatten(vm, args, keywords, &all, &names))
        return NULL;
    struct Frame *frame = function_enter(vm, function, as_tuple(all)->items, positional, names, EMPTY);
    if (frame != NULL) { /* called from the loop: the callee's slot holds the function */
        frame->flags &= ~(uint32_t)(FRAME_ENTRY | FRAME_HOLDS_FUNCTION);
        frame->previous = caller;
        object_release(vm, function);
    }
    if (flat) {
        release(vm, all);
        release(vm, names);
    }
    return frame;
}

Value machine_make_function(struct Interpreter *vm, struct Frame *frame, Value *sp, uint32_t flags)
{
    Value v = function_new(vm, *--sp, frame->function->globals);
    if (is_empty(v))
        return EMPTY;
    struct Function *function = as_function(v);
    if (flags & 8)
        slot_init(vm, function, &function->closure, retain(*--sp));
    if (flags & 4)
        slot_init(vm, function, &function->annotations, retain(*--sp));
    if (flags & 2)
        slot_init(vm, function, &function->keyword_defaults, retain(*--sp));
    if (flags & 1)
        slot_init(vm, function, &function->defaults, retain(*--sp));
    return v;
}

/* ---- send */

/* Python iterators raise StopIteration with the result; built-in ones answer VALUE_END. */
Value machine_send(struct Interpreter *vm, Value receiver, Value sent, Value *result)
{
    struct Type *type = value_type(vm, receiver);
    Value v;
    if (is_plain_generator(vm, receiver))
        return generator_send(vm, as_generator(receiver), sent, result);
    if (is_none(sent) && type->operations.next != NULL) {
        v = type->operations.next(vm, receiver);
        if (is_end(v))
            *result = iterator_result(vm);
        return v;
    }
    Value args[2] = {receiver, sent};
    v = is_none(sent) ? object_call_method(vm, NAME(vm, __next__), args, 1)
                      : object_call_method(vm, NAME(vm, send), args, 2);
    if (!is_empty(v))
        return v;
    Value returned = machine_stop_value(vm);
    if (is_empty(returned))
        return EMPTY;
    *result = returned;
    return VALUE_END;
}

/* ---- Classes */

/* The most derived metaclass of metaclass and the bases' types; NULL: raised. */
static struct Type *winning_metaclass(struct Interpreter *vm, struct Type *metaclass, Value bases)
{
    for (size_t i = 0; i < tuple_length(bases); i++) {
        struct Type *other = value_type(vm, as_tuple(bases)->items[i]);
        if (type_is_subtype(vm, metaclass, other))
            continue;
        if (!type_is_subtype(vm, other, metaclass)) {
            raise_type_error(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                 "of the metaclasses of all its bases");
            return NULL;
        }
        metaclass = other;
    }
    return metaclass;
}

/* One base replaced by the tuple its __mro_entries__ gives: appended to list. */
static bool add_base(struct Interpreter *vm, Value base, Value original, Value list, bool *changed)
{
    if (is_object(base) && (value_object(base)->type->flags & TYPE_SUBCLASS_TYPE))
        return list_append(vm, list, retain(base));
    Value method = object_lookup_attribute(vm, base, NAME(vm, __mro_entries__));
    if (is_empty(method))
        return false;
    if (is_absent(method))
        return list_append(vm, list, retain(base));
    *changed = true;
    Value entries = object_call_1(vm, method, original);
    release(vm, method);
    if (is_empty(entries))
        return false;
    bool fits = is_tuple(vm, entries);
    if (!fits)
        raise_type_error(vm, "__mro_entries__ must return a tuple");
    fits = fits && list_extend(vm, list, entries);
    release(vm, entries);
    return fits;
}

static Value resolve_bases(struct Interpreter *vm, Value original)
{
    Value list = list_new(vm, tuple_length(original));
    if (is_empty(list))
        return EMPTY;
    bool changed = false, fine = true;
    for (size_t i = 0; i < tuple_length(original) && fine; i++)
        fine = add_base(vm, as_tuple(original)->items[i], original, list, &changed);
    Value bases = !fine ? EMPTY : changed ? list_to_tuple(vm, list) : retain(original);
    release(vm, list);
    return bases;
}

/* The metaclass that the keywords and bases ask for: OWNED. keywords loses its "metaclass". */
static Value choose_metaclass(struct Interpreter *vm, Value bases, Value keywords)
{
    Value metaclass = dict_pop(vm, keywords, NAME(vm, metaclass));
    if (is_empty(metaclass))
        return EMPTY;
    if (is_absent(metaclass))
        metaclass = retain(value_from_object(tuple_length(bases) == 0
                                                 ? builtin_type(vm, TYPE_type)
                                                 : value_type(vm, as_tuple(bases)->items[0])));
    else if (!is_object(metaclass) || !(value_object(metaclass)->type->flags & TYPE_SUBCLASS_TYPE))
        return metaclass;
    struct Type *winner = winning_metaclass(vm, (struct Type *)value_object(metaclass), bases);
    release(vm, metaclass);
    return winner == NULL ? EMPTY : retain(value_from_object(winner));
}

static Value metaclass_name(struct Interpreter *vm, Value metaclass)
{
    Value name = object_lookup_attribute(vm, metaclass, NAME(vm, __name__));
    if (!is_absent(name) && !is_empty(name) && is_string(vm, name))
        return name;
    if (is_empty(name))
        return EMPTY;
    release(vm, name);
    return string_from_cstring(vm, "<metaclass>");
}

/* metaclass.__prepare__(name, bases, **keywords), or a new dict. */
static Value prepare_namespace(struct Interpreter *vm, Value metaclass, Value name, Value bases, Value keywords)
{
    if (value_same(metaclass, value_from_object(builtin_type(vm, TYPE_type))))
        return dict_new(vm);
    Value prepare = object_lookup_attribute(vm, metaclass, NAME(vm, __prepare__));
    if (is_empty(prepare))
        return EMPTY;
    if (is_absent(prepare))
        return dict_new(vm);
    Value args = tuple_pack(vm, 2, name, bases);
    Value namespace = is_empty(args) ? EMPTY : object_call_tuple(vm, prepare, args, keywords);
    release_maybe(vm, args);
    release(vm, prepare);
    if (is_empty(namespace) || value_has_flag(vm, namespace, TYPE_MAPPING) || is_dict(vm, namespace))
        return namespace;
    struct Type *type = value_type(vm, namespace);
    if (type->operations.get_item != NULL)
        return namespace;
    Value shown = metaclass_name(vm, metaclass);
    if (!is_empty(shown)) {
        raise_type_error(vm, "%V.__prepare__() must return a mapping, not %T", shown, namespace);
        release(vm, shown);
    }
    release(vm, namespace);
    return EMPTY;
}

/* The class body leaves its __class__ cell as its result; type() must have filled it by now. */
static bool check_class_cell(struct Interpreter *vm, Value cell, Value class, Value name)
{
    if (!object_has_type(vm, cell, TYPE_cell))
        return true;
    Value content = ((struct Cell *)value_object(cell))->content;
    if (!is_object(class) || !(value_object(class)->type->flags & TYPE_SUBCLASS_TYPE))
        return true;
    if (is_empty(content)) {
        raise_error(vm, TYPE_RuntimeError,
                    "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name, class);
        return false;
    }
    if (!value_same(content, class)) {
        raise_type_error(vm, "__class__ set to %R defining %R as %R", content, name, class);
        return false;
    }
    return true;
}

static Value run_class_body(struct Interpreter *vm, Value body, Value namespace)
{
    if (!vm_enter_recursion(vm, ""))
        return EMPTY;
    struct Frame *frame = function_enter(vm, as_function(body), NULL, 0, EMPTY, namespace);
    Value cell = frame == NULL ? EMPTY : machine_run(vm, frame, false);
    vm_leave_recursion(vm);
    return cell;
}

static Value make_class(struct Interpreter *vm, Value body, Value name, Value original_bases, Value bases,
                        Value keywords)
{
    Value metaclass = choose_metaclass(vm, bases, keywords);
    if (is_empty(metaclass))
        return EMPTY;
    Value namespace = prepare_namespace(vm, metaclass, name, bases, keywords);
    Value cell = is_empty(namespace) ? EMPTY : run_class_body(vm, body, namespace);
    Value class = EMPTY;
    if (!is_empty(cell)) {
        bool fine = value_same(bases, original_bases) ||
                    object_set_item(vm, namespace, NAME(vm, __orig_bases__), original_bases);
        Value args = fine ? tuple_pack(vm, 3, name, bases, namespace) : EMPTY;
        class = is_empty(args) ? EMPTY : object_call_tuple(vm, metaclass, args, keywords);
        release_maybe(vm, args);
        if (!is_empty(class) && !check_class_cell(vm, cell, class, name)) {
            release(vm, class);
            class = EMPTY;
        }
        release(vm, cell);
    }
    release_maybe(vm, namespace);
    release(vm, metaclass);
    return class;
}

/* __build_class__(function, name, *bases, metaclass=None, **keywords) */
Value builtin_build_class(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional < 2)
        return raise_type_error(vm, "__build_class__: not enough arguments");
    if (!is_function(vm, args[0]))
        return raise_type_error(vm, "__build_class__: func must be a function");
    if (!is_string(vm, args[1]))
        return raise_type_error(vm, "__build_class__: name is not a string");
    Value original = tuple_new(vm, args + 2, positional - 2);
    if (is_empty(original))
        return EMPTY;
    Value class = EMPTY, keywords = EMPTY;
    Value bases = resolve_bases(vm, original);
    if (!is_empty(bases))
        keywords = dict_new(vm);
    bool fine = !is_empty(keywords);
    for (size_t i = 0; fine && !is_empty(names) && i < tuple_length(names); i++)
        fine = dict_set(vm, keywords, as_tuple(names)->items[i], args[positional + i]);
    if (fine)
        class = make_class(vm, args[0], args[1], original, bases, keywords);
    release_maybe(vm, keywords);
    release_maybe(vm, bases);
    release(vm, original);
    return class;
}

/* ---- The prompt */

bool machine_print_expression(struct Interpreter *vm, Value v)
{
    Value hook = sys_get(vm, NAME(vm, displayhook));
    if (is_absent(hook)) {
        raise_error(vm, TYPE_RuntimeError, "lost sys.displayhook");
        return false;
    }
    retain(hook);
    Value result = object_call_1(vm, hook, v);
    release(vm, hook);
    if (is_empty(result))
        return false;
    release(vm, result);
    return true;
}

/* ---- Type parameters: the objects live in the library's typing. */

/* typing._intrinsic_NAME(a[, b]) */
static OWNED Value call_typing(struct Interpreter *vm, uint32_t number, const Value *args, size_t count)
{
    char function_name[64];
    snprintf(function_name, sizeof function_name, "_intrinsic_%s", intrinsic_names[number]);
    Value name = string_intern_cstring(vm, "typing"), module = EMPTY, function = EMPTY, result = EMPTY;
    if (!is_empty(name))
        module = vm->callbacks.import_module(vm, name, VALUE_NONE, VALUE_NONE, 0);
    if (!is_empty(module))
        function = object_get_attribute_cstring(vm, module, function_name);
    if (!is_empty(function))
        result = object_call(vm, function, args, count, EMPTY);
    release_maybe(vm, function);
    release_maybe(vm, module);
    release_maybe(vm, name);
    return result;
}

Value machine_intrinsic_1(struct Interpreter *vm, uint32_t number, Value v)
{
    return call_typing(vm, number, &v, 1);
}

Value machine_intrinsic_2(struct Interpreter *vm, uint32_t number, Value a, Value b)
{
    if (number == INTRINSIC_FUNCTION_TYPE_PARAMETERS && is_function(vm, a)) {
        slot_set(vm, value_object(a), &as_function(a)->type_parameters, retain(b));
        return retain(a);
    }
    const Value args[] = {a, b};
    return call_typing(vm, number, args, 2);
}
