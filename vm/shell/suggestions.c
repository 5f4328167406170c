/*
 * "Did you mean": the name closest to one that was not found, with CPython's
 * limits, so that the same suggestions come out.
 */
#include <string.h>

#include "runtime/dict.h"
#include "runtime/edit_distance.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/frame.h"
#include "vm/shell/print_exception.h"

enum { MAX_CANDIDATES = 750, MAX_LENGTH = EDIT_DISTANCE_LONGEST };

/* The closest of the candidates (a list) to name: OWNED str or None. */
static Value closest(struct Interpreter *vm, Value candidates, Value name, bool hide_private)
{
    struct Utf8View wanted, view;
    if (as_list(candidates)->length > MAX_CANDIDATES || !utf8_view(vm, name, &wanted))
        return VALUE_NONE;
    size_t best = SIZE_MAX;
    Value found = VALUE_NONE;
    for (size_t i = 0; wanted.length <= MAX_LENGTH && i < as_list(candidates)->length; i++) {
        Value candidate = as_list(candidates)->items[i];
        if (!is_string(vm, candidate) || !utf8_view(vm, candidate, &view))
            continue;
        bool skip = (hide_private && view.text[0] == '_') || string_equal(candidate, name);
        size_t limit = (view.length + wanted.length + 3) * EDIT_COST / 6;
        if (limit >= best)
            limit = best - 1;
        size_t distance = skip ? 0 : edit_distance(wanted.text, wanted.length, view.text, view.length, limit);
        if (!skip && distance <= limit && distance < best) {
            found = candidate;
            best = distance;
        }
        utf8_release(vm, &view);
    }
    retain(found);
    utf8_release(vm, &wanted);
    return found;
}

static Value names_of(struct Interpreter *vm, Value object)
{
    Value function = dict_peek(vm, vm->builtins, NAME(vm, dir));
    return is_absent(function) ? EMPTY : object_call_1(vm, function, object);
}

/* Frame object where the exception was raised: BORROWED, or EMPTY. */
static Value raising_frame(Value exception)
{
    Value v = as_exception(exception)->traceback, frame = EMPTY;
    while (!is_empty(v) && !is_none(v)) {
        frame = ((struct Traceback *)value_object(v))->frame;
        v = ((struct Traceback *)value_object(v))->next;
    }
    return frame;
}

static bool extend_by_attribute(struct Interpreter *vm, Value list, Value object, const char *name)
{
    Value mapping = object_get_attribute_cstring(vm, object, name);
    bool ok = !is_empty(mapping) && list_extend(vm, list, mapping);
    release_maybe(vm, mapping);
    return ok;
}

/* Value of `self` in the frame: OWNED, ABSENT or EMPTY. */
static Value self_of(struct Interpreter *vm, Value frame)
{
    Value locals = object_get_attribute_cstring(vm, frame, "f_locals");
    if (is_empty(locals))
        return EMPTY;
    int has = object_contains(vm, locals, NAME(vm, self));
    Value self = has > 0 ? object_get_item(vm, locals, NAME(vm, self)) : has == 0 ? VALUE_ABSENT : EMPTY;
    release(vm, locals);
    return self;
}

static Value suggest_for_name(struct Interpreter *vm, Value exception, Value name)
{
    Value frame = raising_frame(exception);
    if (is_empty(frame))
        return VALUE_NONE;
    Value self = self_of(vm, frame);
    if (is_empty(self))
        return EMPTY;
    if (!is_absent(self)) {
        Value attribute = object_lookup_attribute(vm, self, name);
        release(vm, self);
        if (is_empty(attribute))
            return EMPTY;
        bool found = !is_absent(attribute);
        release(vm, attribute);
        if (found)
            return string_from_format(vm, "self.%V", name);
    }
    Value list = list_new(vm, 0);
    if (is_empty(list))
        return EMPTY;
    Value suggestion = EMPTY;
    if (extend_by_attribute(vm, list, frame, "f_locals") && extend_by_attribute(vm, list, frame, "f_globals") &&
        extend_by_attribute(vm, list, frame, "f_builtins"))
        suggestion = closest(vm, list, name, false);
    release(vm, list);
    return suggestion;
}

static Value suggest_for_attribute(struct Interpreter *vm, Value exception, Value name)
{
    Value object = exception_field(exception, ATTRIBUTE_ERROR_OBJECT);
    Value names = names_of(vm, object);
    if (is_empty(names))
        return EMPTY;
    bool hide = string_length(name) == 0 || string_at(as_string(name), 0) != '_';
    Value frame = raising_frame(exception);
    if (hide && !is_empty(frame)) {
        Value self = self_of(vm, frame);
        if (is_empty(self))
            error_clear(vm);
        else {
            hide = !value_same(self, object);
            release(vm, self);
        }
    }
    Value suggestion = is_list(vm, names) ? closest(vm, names, name, hide) : VALUE_NONE;
    release(vm, names);
    return suggestion;
}

static Value suggest_for_import(struct Interpreter *vm, Value exception, Value name)
{
    Value module_name = exception_field(exception, IMPORT_ERROR_NAME);
    if (!is_string(vm, module_name))
        return VALUE_NONE;
    Value module = dict_get(vm, vm->modules, module_name);
    if (is_empty(module) || is_absent(module))
        return is_empty(module) ? EMPTY : VALUE_NONE;
    Value names = names_of(vm, module);
    release(vm, module);
    if (is_empty(names))
        return EMPTY;
    bool hide = string_length(name) == 0 || string_at(as_string(name), 0) != '_';
    Value suggestion = is_list(vm, names) ? closest(vm, names, name, hide) : VALUE_NONE;
    release(vm, names);
    return suggestion;
}

Value suggest_name(struct Interpreter *vm, Value exception)
{
    struct Type *type = value_object(exception)->type;
    bool import = type_is_subtype(vm, type, builtin_type(vm, TYPE_ImportError));
    Value name = exception_field(exception, import ? IMPORT_ERROR_NAME_FROM : 0);
    if (!is_string(vm, name))
        return VALUE_NONE;
    if (import)
        return suggest_for_import(vm, exception, name);
    if (type_is_subtype(vm, type, builtin_type(vm, TYPE_NameError)))
        return suggest_for_name(vm, exception, name);
    return suggest_for_attribute(vm, exception, name);
}
