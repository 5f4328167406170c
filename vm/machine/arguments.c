/*
 * Binding the arguments of a call to the parameters of a Python function, in
 * CPython's order and words.
 *
 * Locals are filled from left to right with counted references; `bound` tracks
 * nothing: a slot that is UNBOUND has no argument yet, so failure releases all
 * slots alike.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/function.h"

static Value parameter_name(const struct Code *code, uint32_t i) { return as_tuple(code->variable_names)->items[i]; }

/* 'a', 'b', and 'c': CPython's enumeration, with the comma before "and" from three names on. */
static Value enumerate_names(struct Interpreter *vm, const Value *names, size_t count)
{
    struct StringBuilder text;
    builder_open(&text, vm);
    for (size_t i = 0; i < count; i++) {
        const char *separator = i == 0 ? "" : i + 1 < count ? ", " : count == 2 ? " and " : ", and ";
        if (!builder_add_cstring(&text, separator) || !builder_add_repr(&text, names[i])) {
            builder_abandon(&text);
            return EMPTY;
        }
    }
    return builder_finish(&text);
}

static void raise_missing(struct Interpreter *vm, struct Function *function, const char *kind, const Value *names,
                          size_t count)
{
    Value list = enumerate_names(vm, names, count);
    if (is_empty(list))
        return;
    raise_type_error(vm, "%V() missing %zu required %s argument%s: %V", function_qualified_name(function), count, kind,
                     count == 1 ? "" : "s", list);
    release(vm, list);
}

static void raise_too_many(struct Interpreter *vm, struct Function *function, size_t given, const Value *locals)
{
    struct Code *code = function_code(function);
    size_t keyword_only_given = 0;
    for (uint32_t i = 0; i < code->keyword_only_count; i++)
        keyword_only_given += !is_unbound(locals[code->argument_count + i]);
    size_t defaults = is_empty(function->defaults) ? 0 : tuple_length(function->defaults);
    bool plural = defaults > 0 || code->argument_count != 1;
    char takes[64], also[96] = "";
    if (defaults > 0)
        snprintf(takes, sizeof takes, "from %zu to %u", (size_t)code->argument_count - defaults, code->argument_count);
    else
        snprintf(takes, sizeof takes, "%u", code->argument_count);
    if (keyword_only_given > 0)
        snprintf(also, sizeof also, " positional argument%s (and %zu keyword-only argument%s)", given != 1 ? "s" : "",
                 keyword_only_given, keyword_only_given != 1 ? "s" : "");
    raise_type_error(vm, "%V() takes %s positional argument%s but %zu%s %s given", function_qualified_name(function), takes,
                     plural ? "s" : "", given, also, given == 1 && keyword_only_given == 0 ? "was" : "were");
}

/* Index of the parameter that a keyword names among [from, to), or -1. Names are mostly interned: identity first. */
static int64_t find_parameter(const struct Code *code, Value name, uint32_t from, uint32_t to)
{
    const Value *names = as_tuple(code->variable_names)->items;
    for (uint32_t i = from; i < to; i++)
        if (value_same(names[i], name))
            return i;
    for (uint32_t i = from; i < to; i++)
        if (string_equal(names[i], name))
            return i;
    return -1;
}

/* All positional-only parameters that were given by keyword; EMPTY with an error, ABSENT when there are none. */
static Value positional_only_by_keyword(struct Interpreter *vm, const struct Code *code, Value names)
{
    struct StringBuilder text;
    builder_open(&text, vm);
    bool any = false;
    for (uint32_t i = 0; i < code->positional_only_count; i++)
        for (size_t k = 0; k < tuple_length(names); k++) {
            if (!string_equal(parameter_name(code, i), as_tuple(names)->items[k]))
                continue;
            if ((any && !builder_add_cstring(&text, ", ")) || !builder_add_string(&text, parameter_name(code, i))) {
                builder_abandon(&text);
                return EMPTY;
            }
            any = true;
        }
    if (any)
        return builder_finish(&text);
    builder_abandon(&text);
    return VALUE_ABSENT;
}

static size_t minimum3(size_t a, size_t b, size_t c) { return a < b ? (a < c ? a : c) : b < c ? b : c; }

/* Levenshtein distance of short ASCII-ish names with CPython's costs (2; case differences 1), capped by limit. */
static size_t name_distance(struct String *a, struct String *b, size_t limit)
{
    enum { LONGEST = 40 };
    if (a->length > LONGEST || b->length > LONGEST)
        return limit + 1;
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b->length; j++)
        row[j] = 2 * j;
    for (size_t i = 0; i < a->length; i++) {
        size_t diagonal = row[0];
        row[0] = 2 * (i + 1);
        for (size_t j = 0; j < b->length; j++) {
            uint32_t x = string_at(a, i), y = string_at(b, j);
            bool same_letter = x < 128 && y < 128 && (x | 32) == (y | 32) && (x | 32) >= 'a' && (x | 32) <= 'z';
            size_t change = diagonal + (x == y ? 0 : same_letter ? 1 : 2);
            diagonal = row[j + 1];
            row[j + 1] = minimum3(change, row[j] + 2, diagonal + 2);
        }
    }
    return row[b->length];
}

/* The parameter that the caller may have meant, or ABSENT. */
static Value suggest_parameter(const struct Code *code, Value name)
{
    Value best = VALUE_ABSENT;
    size_t best_distance = SIZE_MAX;
    struct String *wrong = as_string(name);
    for (uint32_t i = code->positional_only_count; i < code->argument_count + code->keyword_only_count; i++) {
        struct String *candidate = as_string(parameter_name(code, i));
        size_t limit = (wrong->length + candidate->length + 3) * 2 / 6;
        if (best_distance != SIZE_MAX && limit > best_distance - 1)
            limit = best_distance - 1;
        size_t distance = name_distance(wrong, candidate, limit);
        if (distance <= limit && distance < best_distance) {
            best_distance = distance;
            best = parameter_name(code, i);
        }
    }
    return best;
}

static bool raise_unexpected_keyword(struct Interpreter *vm, struct Function *function, Value name, Value names)
{
    struct Code *code = function_code(function);
    if (code->positional_only_count > 0) {
        Value list = positional_only_by_keyword(vm, code, names);
        if (is_empty(list))
            return false;
        if (!is_absent(list)) {
            raise_type_error(vm, "%V() got some positional-only arguments passed as keyword arguments: '%V'",
                             function_qualified_name(function), list);
            release(vm, list);
            return false;
        }
    }
    Value suggestion = suggest_parameter(code, name);
    if (is_absent(suggestion))
        raise_type_error(vm, "%V() got an unexpected keyword argument '%V'", function_qualified_name(function), name);
    else
        raise_type_error(vm, "%V() got an unexpected keyword argument '%V'. Did you mean '%V'?",
                         function_qualified_name(function), name, suggestion);
    return false;
}

static bool bind_keyword(struct Interpreter *vm, struct Function *function, Value *locals, Value extra, Value name,
                         Value value, Value names)
{
    struct Code *code = function_code(function);
    uint32_t parameters = code->argument_count + code->keyword_only_count;
    if (!is_string(vm, name)) {
        raise_type_error(vm, "keywords must be strings");
        return false;
    }
    int64_t i = find_parameter(code, name, code->positional_only_count, parameters);
    if (i < 0) {
        if (is_empty(extra))
            return raise_unexpected_keyword(vm, function, name, names);
        return dict_set(vm, extra, name, value);
    }
    if (!is_unbound(locals[i])) {
        raise_type_error(vm, "%V() got multiple values for argument '%V'", function_qualified_name(function), name);
        return false;
    }
    locals[i] = retain(value);
    return true;
}

static bool bind_positional(struct Interpreter *vm, struct Code *code, Value *locals, const Value *args,
                            size_t positional)
{
    size_t direct = positional < code->argument_count ? positional : code->argument_count;
    for (size_t i = 0; i < direct; i++)
        locals[i] = retain(args[i]);
    if (!(code->flags & CODE_VARARGS))
        return true;
    Value rest = tuple_new(vm, args + direct, positional - direct);
    if (is_empty(rest))
        return false;
    locals[code->argument_count + code->keyword_only_count] = rest;
    return true;
}

/* Names of the parameters among [from, to) that still have no argument: raised. */
static bool raise_unbound(struct Interpreter *vm, struct Function *function, const char *kind, const Value *locals,
                          uint32_t from, uint32_t to)
{
    struct Code *code = function_code(function);
    Value missing[to - from];
    size_t count = 0;
    for (uint32_t i = from; i < to; i++)
        if (is_unbound(locals[i]))
            missing[count++] = parameter_name(code, i);
    raise_missing(vm, function, kind, missing, count);
    return false;
}

static bool fill_defaults(struct Interpreter *vm, struct Function *function, Value *locals, size_t positional)
{
    struct Code *code = function_code(function);
    size_t defaults = is_empty(function->defaults) ? 0 : tuple_length(function->defaults);
    size_t required = code->argument_count > defaults ? code->argument_count - defaults : 0;
    for (size_t i = positional; i < required; i++)
        if (UNLIKELY(is_unbound(locals[i])))
            return raise_unbound(vm, function, "positional", locals, 0, (uint32_t)required);
    for (size_t i = positional > required ? positional : required; i < code->argument_count; i++)
        if (is_unbound(locals[i]))
            locals[i] = retain(as_tuple(function->defaults)->items[i - code->argument_count + defaults]);
    return true;
}

static bool fill_keyword_defaults(struct Interpreter *vm, struct Function *function, Value *locals)
{
    struct Code *code = function_code(function);
    uint32_t first = code->argument_count, end = first + code->keyword_only_count;
    bool missing = false;
    for (uint32_t i = first; i < end; i++) {
        if (!is_unbound(locals[i]))
            continue;
        Value value = is_empty(function->keyword_defaults)
                          ? VALUE_ABSENT
                          : dict_get(vm, function->keyword_defaults, parameter_name(code, i));
        if (is_empty(value))
            return false;
        if (is_absent(value))
            missing = true;
        else
            locals[i] = value;
    }
    return !missing || raise_unbound(vm, function, "keyword-only", locals, first, end);
}

static bool bind_all(struct Interpreter *vm, struct Function *function, Value *locals, const Value *args,
                     size_t positional, Value names)
{
    struct Code *code = function_code(function);
    Value extra = EMPTY;
    if (code->flags & CODE_VARKEYWORDS) {
        extra = dict_new(vm);
        if (is_empty(extra))
            return false;
        bool varargs = (code->flags & CODE_VARARGS) != 0;
        locals[code->argument_count + code->keyword_only_count + varargs] = extra;
    }
    if (!bind_positional(vm, code, locals, args, positional))
        return false;
    size_t keywords = is_empty(names) ? 0 : tuple_length(names);
    for (size_t k = 0; k < keywords; k++)
        if (!bind_keyword(vm, function, locals, extra, as_tuple(names)->items[k], args[positional + k], names))
            return false;
    if (positional > code->argument_count && !(code->flags & CODE_VARARGS)) {
        raise_too_many(vm, function, positional, locals);
        return false;
    }
    if (positional < code->argument_count && !fill_defaults(vm, function, locals, positional))
        return false;
    return code->keyword_only_count == 0 || fill_keyword_defaults(vm, function, locals);
}

bool bind_arguments(struct Interpreter *vm, struct Function *function, Value *locals, const Value *args,
                    size_t positional, Value names)
{
    struct Code *code = function_code(function);
    for (uint32_t i = 0; i < code->local_count; i++)
        locals[i] = VALUE_UNBOUND;
    if (LIKELY(code->simple == positional + 1 && is_empty(names))) {
        for (size_t i = 0; i < positional; i++)
            locals[i] = retain(args[i]);
        return true;
    }
    /* Hashing a keyword may run Python code (a subclass of str), whose frames must keep off the new locals. */
    Value *top = NULL;
    if (vm->frame != NULL) {
        top = vm->frame->top;
        vm->frame->top = locals + code_frame_words(code);
    }
    bool bound = bind_all(vm, function, locals, args, positional, names);
    if (vm->frame != NULL)
        vm->frame->top = top;
    if (LIKELY(bound))
        return true;
    for (uint32_t i = 0; i < code->local_count; i++) {
        Value v = locals[i];
        locals[i] = VALUE_UNBOUND;
        release(vm, v);
    }
    return false;
}
