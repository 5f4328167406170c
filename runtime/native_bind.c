/*
 * Binding the arguments of a call to a parameter list written as in Python
 * ("iterable, /, *, key=None"), with CPython's complaints.
 */
#include "runtime/edit_distance.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { PARAMETER_LIMIT = 24 };

struct Parameter {
    const char *name;
    size_t length;
    bool required;
};

struct ParameterList {
    struct Parameter items[PARAMETER_LIMIT];
    size_t count, positional_only, positional; /* all; before "/"; before "*" */
    size_t required;                           /* leading ones that must be given */
};

/* Past one parameter, to its comma or the end; commas within quotes and brackets of a default do not count. */
static const char *skip_parameter(const char *p, bool *has_default)
{
    int depth = 0;
    for (; *p != 0 && (depth > 0 || *p != ','); p++) {
        if (*p == '\'' || *p == '"') {
            const char *end = strchr(p + 1, *p);
            p = end == NULL ? p : end;
        } else if (*p == '(' || *p == '[')
            depth++;
        else if (*p == ')' || *p == ']')
            depth--;
        else if (*p == '=' && depth == 0)
            *has_default = true;
    }
    return p;
}

static void parse_parameters(const char *p, struct ParameterList *list)
{
    bool keyword_only = false;
    list->count = list->positional_only = list->positional = list->required = 0;
    while (*p != 0) {
        p += strspn(p, " ,");
        const char *start = p;
        bool has_default = false;
        p = skip_parameter(p, &has_default);
        if (p == start)
            break;
        if (*start == '/') {
            list->positional_only = list->count;
        } else if (*start == '*') {
            keyword_only = true;
        } else if (list->count < PARAMETER_LIMIT) {
            struct Parameter *parameter = &list->items[list->count++];
            *parameter = (struct Parameter){start, strcspn(start, "=,: "), !has_default};
            if (!keyword_only) {
                list->positional = list->count;
                if (!has_default)
                    list->required = list->count;
            }
        }
    }
}

static bool is_named(Value keyword, const struct Parameter *parameter)
{
    const struct String *text = as_string(keyword);
    return string_is_ascii(text) && text->length == parameter->length &&
           memcmp(text->data, parameter->name, parameter->length) == 0;
}

static bool check_counts(struct Interpreter *vm, const char *name, const struct ParameterList *list, size_t positional,
                         size_t keywords)
{
    if (positional + keywords > list->count) {
        raise_type_error(vm, "%s() takes at most %zu %sargument%s (%zu given)", name, list->count,
                         positional == 0 ? "keyword " : "", list->count == 1 ? "" : "s", positional + keywords);
        return false;
    }
    size_t minimum = list->positional_only < list->required ? list->positional_only : list->required;
    if (positional < minimum) {
        raise_type_error(vm, "%s() takes %s %zu positional argument%s (%zu given)", name,
                         minimum < list->positional ? "at least" : "exactly", minimum, minimum == 1 ? "" : "s",
                         positional);
        return false;
    }
    if (positional <= list->positional)
        return true;
    if (list->positional == 0)
        raise_type_error(vm, "%s() takes no positional arguments", name);
    else
        raise_type_error(vm, "%s() takes %s %zu positional argument%s (%zu given)", name,
                         list->required < list->positional ? "at most" : "exactly", list->positional,
                         list->positional == 1 ? "" : "s", positional);
    return false;
}

/* The parameter whose name is like the keyword, or NULL. */
static const struct Parameter *closest_parameter(const struct ParameterList *list, Value keyword)
{
    const struct String *text = as_string(keyword);
    const struct Parameter *best = NULL;
    size_t best_distance = SIZE_MAX;
    if (!string_is_ascii(text) || text->length > EDIT_DISTANCE_LONGEST)
        return NULL;
    for (size_t i = list->positional_only; i < list->count; i++) {
        const struct Parameter *parameter = &list->items[i];
        size_t limit = (parameter->length + text->length + 3) * EDIT_COST / 6;
        if (best != NULL && limit > best_distance - 1)
            limit = best_distance - 1;
        size_t distance = edit_distance((const char *)text->data, text->length, parameter->name, parameter->length, limit);
        if (distance <= limit) {
            best = parameter;
            best_distance = distance;
        }
    }
    return best;
}

/* A keyword that named no free parameter. */
static bool refuse_keyword(struct Interpreter *vm, const char *name, const struct ParameterList *list,
                           size_t positional, Value keyword)
{
    for (size_t i = list->positional_only; i < positional && i < list->count; i++)
        if (is_named(keyword, &list->items[i])) {
            raise_type_error(vm, "argument for %s() given by name ('%V') and position (%zu)", name, keyword, i + 1);
            return false;
        }
    const struct Parameter *meant = closest_parameter(list, keyword);
    if (meant == NULL)
        raise_type_error(vm, "%s() got an unexpected keyword argument '%V'", name, keyword);
    else
        raise_type_error(vm, "%s() got an unexpected keyword argument '%V'. Did you mean '%.*s'?", name, keyword,
                         (int)meant->length, meant->name);
    return false;
}

static bool bind_keywords(struct Interpreter *vm, const char *name, const struct ParameterList *list,
                          const Value *values, size_t positional, Value names, Value *bound)
{
    size_t keywords = is_empty(names) ? 0 : tuple_length(names), used = 0;
    size_t first = positional > list->positional_only ? positional : list->positional_only;
    for (size_t i = first; i < list->count; i++) {
        for (size_t k = 0; k < keywords && used < keywords; k++)
            if (is_named(as_tuple(names)->items[k], &list->items[i])) {
                bound[i] = values[k];
                used++;
                break;
            }
        if (is_absent(bound[i]) && list->items[i].required) {
            raise_type_error(vm, "%s() missing required argument '%.*s' (pos %zu)", name, (int)list->items[i].length,
                             list->items[i].name, i + 1);
            return false;
        }
    }
    for (size_t k = 0; used < keywords && k < keywords; k++) {
        bool known = false;
        for (size_t i = first; i < list->count && !known; i++)
            known = is_named(as_tuple(names)->items[k], &list->items[i]);
        if (!known)
            return refuse_keyword(vm, name, list, positional, as_tuple(names)->items[k]);
    }
    return true;
}

/* What a call without keywords has to know of a parameter list, found by the list's address. */
static const struct NativeSignature *signature_of(struct Interpreter *vm, const char *parameters)
{
    uintptr_t address = (uintptr_t)parameters;
    struct NativeSignature *entry = &vm->signatures[(address ^ address >> 7) % NATIVE_SIGNATURE_COUNT];
    if (LIKELY(entry->parameters == parameters))
        return entry;
    struct ParameterList list;
    parse_parameters(parameters, &list);
    *entry = (struct NativeSignature){parameters, (uint8_t)list.required, (uint8_t)list.positional,
                                      (uint8_t)list.count};
    for (size_t i = list.positional; i < list.count; i++)
        if (list.items[i].required)
            entry->required = UINT8_MAX; /* never without keywords */
    return entry;
}

static bool bind_positional(struct Interpreter *vm, const char *parameters, const Value *args, size_t positional,
                            Value *bound, size_t capacity)
{
    const struct NativeSignature *signature = signature_of(vm, parameters);
    if (positional < signature->required || positional > signature->positional || signature->count > capacity)
        return false;
    for (size_t i = 0; i < positional; i++)
        bound[i] = args[i];
    for (size_t i = positional; i < signature->count; i++)
        bound[i] = VALUE_ABSENT;
    return true;
}

bool native_bind(struct Interpreter *vm, const char *function_name, const char *parameters, const Value *args,
                 size_t positional, Value names, Value *bound, size_t capacity)
{
    if ((is_empty(names) || tuple_length(names) == 0) &&
        bind_positional(vm, parameters, args, positional, bound, capacity))
        return true;
    struct ParameterList list;
    parse_parameters(parameters, &list);
    if (list.count > capacity) {
        raise_error(vm, TYPE_SystemError, "%s() has more parameters than its implementation", function_name);
        return false;
    }
    for (size_t i = 0; i < capacity; i++)
        bound[i] = VALUE_ABSENT;
    size_t keywords = is_empty(names) ? 0 : tuple_length(names);
    if (!check_counts(vm, function_name, &list, positional, keywords))
        return false;
    for (size_t i = 0; i < positional; i++)
        bound[i] = args[i];
    if (keywords == 0 && positional == list.count)
        return true;
    return bind_keywords(vm, function_name, &list, args + positional, positional, names, bound);
}
