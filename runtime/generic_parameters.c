/*
 * Type parameters of aliases and unions: finding them among the arguments,
 * and putting arguments in their place.
 *
 * What a parameter is, and what it accepts, its class in the library's typing
 * says: __typing_subst__, __typing_prepare_subst__.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

/* OWNED, or VALUE_ABSENT. */
static Value lookup(struct Interpreter *vm, Value v, const char *attribute)
{
    Value name = string_intern_cstring(vm, attribute);
    if (is_empty(name))
        return EMPTY;
    Value found = object_lookup_attribute(vm, v, name);
    release(vm, name);
    return found;
}

static bool add_once(struct Interpreter *vm, Value list, Value v)
{
    for (size_t i = 0; i < as_list(list)->length; i++)
        if (value_same(as_list(list)->items[i], v))
            return true;
    return list_append(vm, list, retain(v));
}

/* ---- Finding ----------------------------------------------------------- */

static bool collect_tuple(struct Interpreter *vm, Value found, Value parameters)
{
    bool good = true;
    for (size_t i = 0; good && is_tuple(vm, parameters) && i < tuple_length(parameters); i++)
        good = add_once(vm, found, as_tuple(parameters)->items[i]);
    return good;
}

static bool collect(struct Interpreter *vm, Value found, Value arg)
{
    if (is_type(arg))
        return true;
    Value substitute = lookup(vm, arg, "__typing_subst__");
    if (is_empty(substitute))
        return false;
    if (!is_absent(substitute)) {
        release(vm, substitute);
        return add_once(vm, found, arg);
    }
    Value parameters = lookup(vm, arg, "__parameters__");
    if (is_empty(parameters) || is_absent(parameters))
        return !is_empty(parameters);
    bool good = collect_tuple(vm, found, parameters);
    release(vm, parameters);
    return good;
}

Value generic_parameters(struct Interpreter *vm, Value args)
{
    Value found = vm_enter_recursion(vm, "") ? list_new(vm, 0) : EMPTY, parameters = EMPTY;
    bool good = !is_empty(found);
    for (size_t i = 0; good && i < tuple_length(args); i++)
        good = collect(vm, found, as_tuple(args)->items[i]);
    if (good)
        parameters = list_to_tuple(vm, found);
    release_maybe(vm, found);
    vm_leave_recursion(vm);
    return parameters;
}

/* ---- Substituting ------------------------------------------------------ */

/* A list of the arguments, with *tuple[int, str] laid out. */
static Value unpack_arguments(struct Interpreter *vm, Value item)
{
    Value list = list_new(vm, 4);
    size_t count = is_tuple(vm, item) ? tuple_length(item) : 1;
    for (size_t i = 0; !is_empty(list) && i < count; i++) {
        Value v = is_tuple(vm, item) ? as_tuple(item)->items[i] : item;
        Value inner = is_type(v) ? VALUE_ABSENT : lookup(vm, v, "__typing_unpacked_tuple_args__");
        bool good = !is_empty(inner);
        bool unpack = good && is_tuple(vm, inner) &&
                      !(tuple_length(inner) > 0 &&
                        value_same(as_tuple(inner)->items[tuple_length(inner) - 1], VALUE_ELLIPSIS));
        if (unpack)
            good = list_extend(vm, list, inner);
        else if (good)
            good = list_append(vm, list, retain(v));
        release_maybe(vm, inner);
        if (!good) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

/* Each parameter may arrange the arguments first: fill in defaults, gather those that are its own. */
static Value prepare(struct Interpreter *vm, Value self, Value parameters, STEALS Value arguments)
{
    for (size_t i = 0; !is_empty(arguments) && i < tuple_length(parameters); i++) {
        Value function = lookup(vm, as_tuple(parameters)->items[i], "__typing_prepare_subst__"), next = EMPTY;
        if (!is_empty(function) && (is_absent(function) || is_none(function)))
            continue;
        if (!is_empty(function))
            next = object_call_2(vm, function, self, arguments);
        release_maybe(vm, function);
        release(vm, arguments);
        arguments = next;
        if (!is_empty(next) && !is_tuple(vm, next)) {
            arguments = tuple_new(vm, &next, 1);
            release(vm, next);
        }
    }
    return arguments;
}

static Value arguments_for(struct Interpreter *vm, Value self, Value parameters, Value item)
{
    Value list = unpack_arguments(vm, item);
    if (is_empty(list))
        return EMPTY;
    Value arguments = list_to_tuple(vm, list);
    release(vm, list);
    arguments = prepare(vm, self, parameters, arguments);
    if (is_empty(arguments) || tuple_length(arguments) == tuple_length(parameters))
        return arguments;
    size_t given = tuple_length(arguments), wanted = tuple_length(parameters);
    release(vm, arguments);
    return raise_type_error(vm, "Too %s arguments for %R; actual %zu, expected %zu", given > wanted ? "many" : "few",
                            self, given, wanted);
}

/* What stands for this parameter: BORROWED, or the parameter itself. */
static Value chosen_for(Value parameter, Value parameters, Value arguments)
{
    for (size_t i = 0; i < tuple_length(parameters); i++)
        if (value_same(as_tuple(parameters)->items[i], parameter))
            return as_tuple(arguments)->items[i];
    return parameter;
}

/* A type variable tuple takes a tuple, whose items stand for it. */
static bool add_inner(struct Interpreter *vm, Value list, Value parameter, Value chosen)
{
    if (value_type(vm, parameter)->operations.iterate != NULL && is_tuple(vm, chosen))
        return list_extend(vm, list, chosen);
    return list_append(vm, list, retain(chosen));
}

/* Substitutes inside an argument that has parameters of its own: argument[…]. */
static Value substitute_inside(struct Interpreter *vm, Value arg, Value parameters, Value arguments)
{
    Value own = lookup(vm, arg, "__parameters__");
    if (is_empty(own))
        return EMPTY;
    if (!is_tuple(vm, own) || tuple_length(own) == 0) {
        release(vm, own);
        return retain(arg);
    }
    Value list = list_new(vm, tuple_length(own)), result = EMPTY, key = EMPTY;
    bool good = !is_empty(list);
    for (size_t i = 0; good && i < tuple_length(own); i++) {
        Value parameter = as_tuple(own)->items[i];
        good = add_inner(vm, list, parameter, chosen_for(parameter, parameters, arguments));
    }
    if (good)
        key = list_to_tuple(vm, list);
    if (!is_empty(key))
        result = object_get_item(vm, arg, key);
    release_maybe(vm, key);
    release_maybe(vm, list);
    release(vm, own);
    return result;
}

/* An argument: a parameter, or a type with parameters in it. */
static Value substitute_one(struct Interpreter *vm, Value arg, Value parameters, Value arguments)
{
    if (is_type(arg))
        return retain(arg);
    Value substitute = lookup(vm, arg, "__typing_subst__");
    if (is_empty(substitute))
        return EMPTY;
    if (is_absent(substitute))
        return substitute_inside(vm, arg, parameters, arguments);
    Value result = object_call_1(vm, substitute, chosen_for(arg, parameters, arguments));
    release(vm, substitute);
    return result;
}

static int is_unpacked(struct Interpreter *vm, Value arg)
{
    if (is_type(arg))
        return 0;
    Value mark = lookup(vm, arg, "__typing_is_unpacked_typevartuple__");
    if (is_empty(mark) || is_absent(mark))
        return is_empty(mark) ? -1 : 0;
    int unpacked = object_truth(vm, mark);
    release(vm, mark);
    return unpacked;
}

static bool add_substituted(struct Interpreter *vm, Value list, Value arg, Value parameters,
                            Value arguments)
{
    int unpack = is_unpacked(vm, arg);
    if (unpack < 0)
        return false;
    Value made = substitute_one(vm, arg, parameters, arguments);
    if (is_empty(made))
        return false;
    if (!unpack || !is_tuple(vm, made))
        return list_append(vm, list, made);
    bool good = list_extend(vm, list, made);
    release(vm, made);
    return good;
}

Value generic_substitute(struct Interpreter *vm, Value self, Value args, Value parameters, Value item)
{
    if (tuple_length(parameters) == 0)
        return raise_type_error(vm, "%R is not a generic class", self);
    Value arguments = vm_enter_recursion(vm, "") ? arguments_for(vm, self, parameters, item) : EMPTY;
    if (is_empty(arguments))
        return EMPTY;
    Value list = list_new(vm, tuple_length(args)), result = EMPTY;
    bool good = !is_empty(list);
    for (size_t i = 0; good && i < tuple_length(args); i++)
        good = add_substituted(vm, list, as_tuple(args)->items[i], parameters, arguments);
    if (good)
        result = list_to_tuple(vm, list);
    release_maybe(vm, list);
    release(vm, arguments);
    vm_leave_recursion(vm);
    return result;
}
