/*
 * Struct sequences: the parts that all of them share.
 *
 * Owner: the numbers.  A struct sequence is a tuple of its own built-in type;
 * the type's attribute table names the items in order.
 */
#include "runtime/struct_sequence.h"

#include "runtime/dict.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static OWNED Value field(Value self, size_t number)
{
    Value item = as_tuple(self)->items[number];
    return is_empty(item) ? VALUE_NONE : retain(item);
}

#define DEFINE_FIELD(number)                                          \
    Value struct_field_##number(struct Interpreter *vm, Value self)   \
    {                                                                 \
        (void)vm;                                                     \
        return field(self, number);                                   \
    }
STRUCT_FIELD_NUMBERS(DEFINE_FIELD)
#undef DEFINE_FIELD

/* The field of this number, or NULL behind the last one. */
static const struct NativeAttribute *field_row(const struct TypeSpec *spec, size_t number)
{
    const struct NativeAttribute *row = spec->attributes;
    for (;; row++) {
        while (row->name != NULL && row->name[0] == '\0')
            row++;
        if (row->name == NULL)
            return NULL;
        if (number-- == 0)
            return row;
    }
}

static size_t field_count(const struct TypeSpec *spec)
{
    size_t count = 0;
    for (const struct NativeAttribute *row = spec->attributes; row->name != NULL; row++)
        count += row->name[0] != '\0';
    return count;
}

static size_t visible_count(const struct TypeSpec *spec)
{
    size_t count = 0;
    while (spec->attributes[count + 1].name != NULL && spec->attributes[count + 1].name[0] != '\0')
        count++;
    return count;
}

Value struct_sequence_repr(struct Interpreter *vm, Value self)
{
    const struct TypeSpec *spec = value_type(vm, self)->spec;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = builder_add_cstring(&builder, spec->name) && builder_add_char(&builder, '(');
    for (size_t i = 0; good && i < tuple_length(self); i++)
        good = (i == 0 || builder_add_cstring(&builder, ", ")) &&
               builder_add_cstring(&builder, field_row(spec, i)->name) && builder_add_char(&builder, '=') &&
               builder_add_repr(&builder, as_tuple(self)->items[i]);
    if (good && builder_add_char(&builder, ')'))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

Value struct_sequence_new(struct Interpreter *vm, struct Type *type, Value *items, size_t visible)
{
    size_t count = field_count(type->spec);
    bool good = true;
    for (size_t i = 0; i < count; i++)
        good = good && !is_empty(items[i]);
    struct Tuple *result = NULL;
    if (good)
        result = (struct Tuple *)object_allocate(vm, type, sizeof *result + count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        if (result)
            slot_init(vm, result, &result->items[i], items[i]);
        else
            release_maybe(vm, items[i]);
    }
    if (!result)
        return EMPTY;
    result->length = visible;
    return value_from_object(result);
}

/* The items beyond the visible ones are held too. */
void struct_sequence_traverse(struct Object *self, VisitFunction visit, void *context)
{
    const struct Tuple *tuple = (const struct Tuple *)self;
    size_t count = field_count(self->type->spec);
    for (size_t i = 0; i < count; i++)
        visit(tuple->items[i], context);
}

OWNED Value struct_sequence_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Tuple *tuple = (struct Tuple *)self;
    size_t count = field_count(self->type->spec);
    while (*cursor < count) {
        Value *slot = &tuple->items[count - ++*cursor];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

void struct_sequence_clear(struct Interpreter *vm, struct Object *self)
{
    size_t cursor = 0;
    for (;;) {
        Value item = struct_sequence_take(vm, self, &cursor);
        if (is_end(item))
            return;
        release(vm, item);
    }
}

/* ---- Making from Python ------------------------------------------------ */

enum { FIELD_LIMIT = 24 };

static OWNED Value raise_unexpected_names(struct Interpreter *vm, const struct TypeSpec *spec)
{
    return raise_type_error(vm, "%s() got duplicate or unexpected field name(s)", spec->name);
}

static OWNED Value named_item(struct Interpreter *vm, Value dict, const char *name)
{
    Value key = string_intern_cstring(vm, name);
    Value item = is_empty(key) ? EMPTY : dict_get(vm, dict, key);
    release_maybe(vm, key);
    return item;
}

/* The items given, then those the dict names, then None. */
static OWNED Value from_items(struct Interpreter *vm, struct Type *type, const Value *given, size_t count, Value dict)
{
    const struct TypeSpec *spec = type->spec;
    size_t fields = field_count(spec), used = 0;
    Value items[FIELD_LIMIT];
    for (size_t i = 0; i < fields; i++) {
        items[i] = i < count ? retain(given[i]) : VALUE_ABSENT;
        if (i >= count && !is_empty(dict))
            items[i] = named_item(vm, dict, field_row(spec, i)->name);
        used += i >= count && !is_absent(items[i]);
        if (is_absent(items[i]))
            items[i] = VALUE_NONE;
    }
    Value made = struct_sequence_new(vm, type, items, visible_count(spec));
    if (is_empty(made) || is_empty(dict) || dict_length(dict) <= used)
        return made;
    release(vm, made);
    return raise_unexpected_names(vm, spec);
}

Value struct_sequence_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    Value bound[2], holder;
    if (type->flags & TYPE_NO_INSTANCES)
        return raise_type_error(vm, "cannot create '%s' instances", type->spec->name);
    if (!native_bind(vm, "structseq", "sequence, dict=()", args, positional, names, bound, 2) ||
        !sequence_fast(vm, bound[0], "constructor requires a sequence", &holder))
        return EMPTY;
    size_t most = field_count(type->spec), least = visible_count(type->spec), given = sequence_fast_length(holder, vm);
    Value result = EMPTY, dict = is_absent(bound[1]) ? EMPTY : bound[1];
    if (!is_empty(dict) && !is_dict(vm, dict))
        raise_type_error(vm, "%s() takes a dict as second arg, if any", type->spec->name);
    else if (given < least || (least == most && given > most))
        raise_type_error(vm, "%s() takes %s%zu-sequence (%zu-sequence given)", type->spec->name,
                         least == most ? "a " : "an at least ", least, given);
    else if (given > most)
        raise_type_error(vm, "%s() takes an at most %zu-sequence (%zu-sequence given)", type->spec->name, most, given);
    else
        result = from_items(vm, type, sequence_fast_items(holder, vm), given, dict);
    release(vm, holder);
    return result;
}

/* The fields from `start` on, by name. */
static OWNED Value fields_dict(struct Interpreter *vm, Value self, size_t start)
{
    const struct TypeSpec *spec = value_type(vm, self)->spec;
    Value dict = dict_new(vm);
    for (size_t i = start; !is_empty(dict) && i < field_count(spec); i++)
        if (!dict_set_cstring(vm, dict, field_row(spec, i)->name, as_tuple(self)->items[i])) {
            release(vm, dict);
            dict = EMPTY;
        }
    return dict;
}

static Value reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    Value visible = tuple_new(vm, as_tuple(args[0])->items, tuple_length(args[0]));
    Value hidden = is_empty(visible) ? EMPTY : fields_dict(vm, args[0], tuple_length(args[0]));
    Value inner = is_empty(hidden) ? EMPTY : tuple_pack(vm, (size_t)2, visible, hidden);
    Value result =
        is_empty(inner) ? EMPTY : tuple_pack(vm, (size_t)2, value_from_object(value_type(vm, args[0])), inner);
    release_maybe(vm, visible);
    release_maybe(vm, hidden);
    release_maybe(vm, inner);
    return result;
}

/* Moves the new values from the dict of changes into items; what is left over then was unexpected. */
static bool take_changes(struct Interpreter *vm, const struct TypeSpec *spec, Value changes, Value *items)
{
    for (size_t i = 0; i < field_count(spec); i++) {
        Value name = string_intern_cstring(vm, field_row(spec, i)->name);
        Value changed = is_empty(name) ? EMPTY : dict_pop(vm, changes, name);
        release_maybe(vm, name);
        if (is_empty(changed))
            return false;
        if (!is_absent(changed)) {
            release(vm, items[i]);
            items[i] = changed;
        }
    }
    if (dict_length(changes) == 0)
        return true;
    Value left = dict_keys_list(vm, changes);
    if (!is_empty(left))
        raise_type_error(vm, "Got unexpected field name(s): %R", left);
    release_maybe(vm, left);
    return false;
}

static Value replace(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional > 1)
        return raise_type_error(vm, "__replace__() takes no positional arguments");
    struct Type *type = value_type(vm, args[0]);
    Value changes = dict_new(vm);
    bool good = !is_empty(changes);
    for (size_t i = 0; good && !is_empty(names) && i < tuple_length(names); i++)
        good = dict_set(vm, changes, as_tuple(names)->items[i], args[positional + i]);
    Value items[FIELD_LIMIT];
    size_t count = field_count(type->spec);
    for (size_t i = 0; i < count; i++)
        items[i] = retain(as_tuple(args[0])->items[i]);
    Value made = EMPTY;
    if (good && take_changes(vm, type->spec, changes, items))
        made = struct_sequence_new(vm, type, items, visible_count(type->spec));
    else
        for (size_t i = 0; i < count; i++)
            release(vm, items[i]);
    release_maybe(vm, changes);
    return made;
}

const struct NativeMethod struct_sequence_methods[] = {
    METHOD("__reduce__", reduce, 0, 0, "", NULL),
    METHOD_RAW("__replace__", replace, NULL, "Return a copy of the structure with new values for the specified fields."),
    METHODS_END,
};

bool struct_sequence_fill(struct Interpreter *vm, struct Type *type)
{
    const struct TypeSpec *spec = type->spec;
    size_t visible = visible_count(spec);
    Value names = tuple_new_empty(vm, visible);
    bool good = !is_empty(names);
    for (size_t i = 0; good && i < visible; i++) {
        Value name = string_intern_cstring(vm, field_row(spec, i)->name);
        good = !is_empty(name);
        if (good)
            slot_init(vm, as_tuple(names), &as_tuple(names)->items[i], name);
    }
    good = good && dict_set_cstring(vm, type->dict, "n_fields", value_from_small_int((int64_t)field_count(spec))) &&
           dict_set_cstring(vm, type->dict, "n_sequence_fields", value_from_small_int((int64_t)visible)) &&
           dict_set_cstring(vm, type->dict, "n_unnamed_fields", value_from_small_int(0)) &&
           dict_set_cstring(vm, type->dict, "__match_args__", names);
    release_maybe(vm, names);
    return good;
}
