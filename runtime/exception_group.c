/*
 * BaseExceptionGroup: construction, split and subgroup, and what an except*
 * statement raises at its end (PEP 654).  ExceptionGroup has two bases;
 * runtime/type.c gives the type its MRO.
 */
#include "runtime/exception_fields.h"
#include "runtime/exception_layouts.h"
#include "runtime/instance.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static bool is_group(struct Interpreter *vm, Value v)
{
    return is_object(v) && type_is_subtype(vm, value_object(v)->type, builtin_type(vm, TYPE_BaseExceptionGroup));
}

/* ---- Construction */

/* Checks the members; *all_plain says whether each derives from Exception. */
static bool check_members(struct Interpreter *vm, Value members, bool *all_plain)
{
    *all_plain = true;
    for (size_t i = 0; i < tuple_length(members); i++) {
        Value member = as_tuple(members)->items[i];
        if (!is_exception_instance(vm, member)) {
            raise_value_error(vm, "Item %zu of second argument (exceptions) is not an exception", i);
            return false;
        }
        if (!type_is_subtype(vm, value_object(member)->type, builtin_type(vm, TYPE_Exception)))
            *all_plain = false;
    }
    return true;
}

/* The class to instantiate: BaseExceptionGroup of plain exceptions becomes ExceptionGroup. NULL: raised. */
static struct Type *group_type_for(struct Interpreter *vm, struct Type *type, bool all_plain)
{
    if (type == builtin_type(vm, TYPE_BaseExceptionGroup)) {
        if (!all_plain)
            return type;
        return builtin_type(vm, TYPE_ExceptionGroup);
    }
    if (!all_plain && type == builtin_type(vm, TYPE_ExceptionGroup)) {
        raise_type_error(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
        return NULL;
    }
    if (!all_plain && type_is_subtype(vm, type, builtin_type(vm, TYPE_Exception))) {
        raise_type_error(vm, "Cannot nest BaseExceptions in '%.200s'", type_name(type));
        return NULL;
    }
    return type;
}

Value exception_group_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    if (!is_empty(names) && tuple_length(names) > 0)
        return raise_type_error(vm, "%s() takes no keyword arguments", type_name(type));
    if (positional != 2)
        return raise_type_error(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)", positional);
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", args[0]);
    if (!value_has_flag(vm, args[1], TYPE_SEQUENCE))
        return raise_type_error(vm, "second argument (exceptions) must be a sequence");
    Value members = tuple_from_iterable(vm, args[1]);
    if (is_empty(members))
        return EMPTY;
    bool all_plain = true;
    struct Type *actual = NULL;
    if (tuple_length(members) == 0)
        raise_value_error(vm, "second argument (exceptions) must be a non-empty sequence");
    else if (check_members(vm, members, &all_plain))
        actual = group_type_for(vm, type, all_plain);
    Value self = actual == NULL ? EMPTY : exception_construct(vm, actual, args, positional, EMPTY);
    if (!is_empty(self)) {
        exception_set_field(vm, self, GROUP_MESSAGE, args[0]);
        exception_set_field(vm, self, GROUP_EXCEPTIONS, members);
    }
    release(vm, members);
    return self;
}

bool exception_group_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    return exception_no_keywords(vm, self, names) && exception_set_args(vm, self, args, positional);
}

Value exception_group_str(struct Interpreter *vm, Value self)
{
    size_t count = tuple_length(exception_field(self, GROUP_EXCEPTIONS));
    return string_from_format(vm, "%V (%zu sub-exception%s)", exception_field(self, GROUP_MESSAGE), count,
                              count == 1 ? "" : "s");
}

const struct NativeAttribute exception_group_attributes[] = {
    MEMBERS_FOLLOW,
    {"message", get_field_0, NULL, "exception message"},
    {"exceptions", get_field_1, NULL, "nested exceptions"},
    ATTRIBUTES_END,
};

/* ---- Splitting */

/* How a split decides about one exception: by class (or tuple of classes), or by a callable. */
static int condition_holds(struct Interpreter *vm, Value condition, Value exception)
{
    if (is_exception_class(vm, condition) || is_tuple(vm, condition))
        return exception_matches(vm, exception, condition);
    Value answer = object_call_1(vm, condition, exception);
    if (is_empty(answer))
        return -1;
    int truth = object_truth(vm, answer);
    release(vm, answer);
    return truth;
}

static bool check_condition(struct Interpreter *vm, Value condition)
{
    bool ok = is_exception_class(vm, condition);
    if (is_tuple(vm, condition)) {
        ok = true;
        for (size_t i = 0; i < tuple_length(condition); i++)
            ok = ok && is_exception_class(vm, as_tuple(condition)->items[i]);
    } else if (!ok)
        ok = object_is_callable(vm, condition) && !value_has_flag(vm, condition, TYPE_SUBCLASS_TYPE);
    if (!ok)
        raise_type_error(vm, "expected an exception type, a tuple of exception types, or a callable (other than a class)");
    return ok;
}

/* A group like `group` with other members, through its derive(); keeps traceback, context, cause and notes. */
static Value derive(struct Interpreter *vm, Value group, Value members)
{
    if (as_list(members)->length == 0)
        return VALUE_NONE;
    Value name = string_intern_cstring(vm, "derive");
    if (is_empty(name))
        return EMPTY;
    Value arguments[2] = {group, members};
    Value derived = object_call_method(vm, name, arguments, 2);
    release(vm, name);
    if (is_empty(derived))
        return EMPTY;
    if (!is_group(vm, derived)) {
        release(vm, derived);
        return raise_type_error(vm, "derive must return an instance of BaseExceptionGroup");
    }
    struct Exception *from = as_exception(group), *to = as_exception(derived);
    if (!is_empty(from->traceback))
        slot_set(vm, to, &to->traceback, retain(from->traceback));
    if (!is_empty(from->context))
        exception_set_context(vm, derived, from->context);
    if (!is_empty(from->cause))
        slot_set(vm, to, &to->cause, retain(from->cause));
    to->suppress_context = true; /* setting a cause does that, even none */
    Value notes = object_lookup_attribute(vm, group, NAME(vm, __notes__));
    bool ok = !is_empty(notes);
    if (ok && !is_absent(notes) && is_list(vm, notes)) {
        Value copy = list_from_iterable(vm, notes);
        ok = !is_empty(copy) && object_set_attribute(vm, derived, NAME(vm, __notes__), copy);
        release_maybe(vm, copy);
    }
    release_maybe(vm, notes);
    if (!ok) {
        release(vm, derived);
        return EMPTY;
    }
    return derived;
}

static bool split(struct Interpreter *vm, Value exception, Value condition, Value *match, Value *rest);

/* Splits the members into two lists. */
static bool split_members(struct Interpreter *vm, Value group, Value condition, Value matching, Value others)
{
    Value members = exception_field(group, GROUP_EXCEPTIONS);
    for (size_t i = 0; i < tuple_length(members); i++) {
        Value part_match, part_rest;
        if (!split(vm, as_tuple(members)->items[i], condition, &part_match, &part_rest))
            return false;
        bool ok = is_none(part_match) || list_append(vm, matching, retain(part_match));
        ok = ok && (is_none(part_rest) || list_append(vm, others, retain(part_rest)));
        release(vm, part_match);
        release(vm, part_rest);
        if (!ok)
            return false;
    }
    return true;
}

/* Both results are OWNED, None where empty. */
static bool split(struct Interpreter *vm, Value exception, Value condition, Value *match, Value *rest)
{
    *match = *rest = VALUE_NONE;
    int holds = condition_holds(vm, condition, exception);
    if (holds < 0)
        return false;
    if (holds > 0 || !is_group(vm, exception)) {
        *(holds > 0 ? match : rest) = retain(exception);
        return true;
    }
    if (!vm_enter_recursion(vm, " in exception_group_split"))
        return false;
    Value matching = list_new(vm, 0), others = list_new(vm, 0);
    bool ok = !is_empty(matching) && !is_empty(others) && split_members(vm, exception, condition, matching, others);
    if (ok) {
        Value first = derive(vm, exception, matching);
        Value second = is_empty(first) ? EMPTY : derive(vm, exception, others);
        ok = !is_empty(second);
        if (ok) {
            *match = first;
            *rest = second;
        } else
            release_maybe(vm, first);
    }
    release_maybe(vm, matching);
    release_maybe(vm, others);
    vm_leave_recursion(vm);
    return ok;
}

bool exception_group_split(struct Interpreter *vm, Value group, Value pattern, Value *match, Value *rest)
{
    if (is_group(vm, group))
        return split(vm, group, pattern, match, rest);
    int holds = exception_matches(vm, group, pattern);
    *match = *rest = VALUE_NONE;
    if (holds < 0)
        return false;
    *rest = holds ? VALUE_NONE : retain(group);
    if (!holds)
        return true;
    /* A naked exception is wrapped, so that `as` always names a group. */
    Value members = tuple_new(vm, &group, 1);
    if (is_empty(members))
        return false;
    Value arguments[2] = {vm->empty_string, members};
    Value wrapped = object_call(vm, value_from_object(builtin_type(vm, TYPE_BaseExceptionGroup)), arguments, 2, EMPTY);
    release(vm, members);
    if (is_empty(wrapped))
        return false;
    *match = wrapped;
    return true;
}

/* ---- Methods */

static Value group_derive(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value arguments[2] = {exception_field(args[0], GROUP_MESSAGE), args[1]};
    return object_call(vm, value_from_object(builtin_type(vm, TYPE_BaseExceptionGroup)), arguments, 2, EMPTY);
}

static Value group_split(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value match, rest;
    if (!check_condition(vm, args[1]) || !split(vm, args[0], args[1], &match, &rest))
        return EMPTY;
    Value pair[2] = {match, rest};
    return tuple_from_stolen(vm, pair, 2);
}

static Value group_subgroup(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value match, rest;
    if (!check_condition(vm, args[1]) || !split(vm, args[0], args[1], &match, &rest))
        return EMPTY;
    release(vm, rest);
    return match;
}

const struct NativeMethod exception_group_methods[] = {
    METHOD("derive", group_derive, 1, 1, "self, excs, /", NULL),
    METHOD("split", group_split, 1, 1, "self, matcher_value, /", NULL),
    METHOD("subgroup", group_subgroup, 1, 1, "self, matcher_value, /", NULL),
    METHODS_END,
};

/* ---- except* */

static bool same_metadata(Value a, Value b)
{
    struct Exception *x = as_exception(a), *y = as_exception(b);
    return value_same(x->traceback, y->traceback) && value_same(x->context, y->context) &&
           value_same(x->cause, y->cause);
}

/* Collects the leaves of a group into a list (borrowed members are retained). */
static bool collect_leaves(struct Interpreter *vm, Value exception, Value list)
{
    if (!is_group(vm, exception))
        return list_append(vm, list, retain(exception));
    if (!vm_enter_recursion(vm, ""))
        return false;
    Value members = exception_field(exception, GROUP_EXCEPTIONS);
    bool ok = true;
    for (size_t i = 0; ok && i < tuple_length(members); i++)
        ok = collect_leaves(vm, as_tuple(members)->items[i], list);
    vm_leave_recursion(vm);
    return ok;
}

static bool list_holds(Value list, Value exception)
{
    for (size_t i = 0; i < as_list(list)->length; i++)
        if (value_same(as_list(list)->items[i], exception))
            return true;
    return false;
}

/* The part of `group` whose leaves are in `leaves`, with the group's structure. OWNED, None when empty. */
static Value project(struct Interpreter *vm, Value exception, Value leaves)
{
    if (!is_group(vm, exception))
        return list_holds(leaves, exception) ? retain(exception) : VALUE_NONE;
    if (!vm_enter_recursion(vm, ""))
        return EMPTY;
    Value kept = list_new(vm, 0);
    Value members = exception_field(exception, GROUP_EXCEPTIONS);
    bool ok = !is_empty(kept);
    for (size_t i = 0; ok && i < tuple_length(members); i++) {
        Value part = project(vm, as_tuple(members)->items[i], leaves);
        ok = !is_empty(part) && (is_none(part) || list_append(vm, kept, retain(part)));
        release_maybe(vm, part);
    }
    Value result = ok ? derive(vm, exception, kept) : EMPTY;
    release_maybe(vm, kept);
    vm_leave_recursion(vm);
    return result;
}

/* Raised anew (not merely passed on): members that do not share the original's traceback, cause and context. */
static bool sort_raised(struct Interpreter *vm, Value original, Value raised_list, Value raised, Value leaves)
{
    for (size_t i = 0; i < as_list(raised_list)->length; i++) {
        Value exception = as_list(raised_list)->items[i];
        if (is_none(exception))
            continue;
        if (same_metadata(exception, original) ? !collect_leaves(vm, exception, leaves)
                                               : !list_append(vm, raised, retain(exception)))
            return false;
    }
    return true;
}

Value exception_group_reraise(struct Interpreter *vm, Value original, Value raised_list)
{
    if (as_list(raised_list)->length == 0)
        return VALUE_NONE;
    if (!is_group(vm, original)) {
        /* A naked exception was caught and either passed on or replaced. */
        return retain(as_list(raised_list)->items[0]);
    }
    Value raised = list_new(vm, 0), leaves = list_new(vm, 0), result = EMPTY;
    if (!is_empty(raised) && !is_empty(leaves) && sort_raised(vm, original, raised_list, raised, leaves)) {
        Value passed_on = as_list(leaves)->length > 0 ? project(vm, original, leaves) : VALUE_NONE;
        if (!is_empty(passed_on) && as_list(raised)->length == 0)
            result = passed_on;
        else if (!is_empty(passed_on)) {
            bool ok = is_none(passed_on) || list_append(vm, raised, retain(passed_on));
            release(vm, passed_on);
            Value arguments[2] = {vm->empty_string, raised};
            if (ok && as_list(raised)->length == 1)
                result = retain(as_list(raised)->items[0]);
            else if (ok)
                result = object_call(vm, value_from_object(builtin_type(vm, TYPE_BaseExceptionGroup)), arguments, 2,
                                     EMPTY);
        }
    }
    release_maybe(vm, raised);
    release_maybe(vm, leaves);
    return result;
}
