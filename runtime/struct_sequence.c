/*
 * Struct sequences: the parts that all of them share.
 *
 * Owner: the numbers.  A struct sequence is a tuple of its own built-in type;
 * the type's attribute table names the items in order.
 */
#include "runtime/struct_sequence.h"

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

/* Only time.struct_time can be made by Python code. */
enum { STRUCT_TIME_VISIBLE = 9 };

static size_t field_count(const struct TypeSpec *spec)
{
    size_t count = 0;
    while (spec->attributes[count].name)
        count++;
    return count;
}

Value struct_sequence_repr(struct Interpreter *vm, Value self)
{
    const struct TypeSpec *spec = value_type(vm, self)->spec;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = builder_add_cstring(&builder, spec->name) && builder_add_char(&builder, '(');
    for (size_t i = 0; good && i < tuple_length(self) && spec->attributes[i].name; i++)
        good = (i == 0 || builder_add_cstring(&builder, ", ")) &&
               builder_add_cstring(&builder, spec->attributes[i].name) && builder_add_char(&builder, '=') &&
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

/* All fields, or all but the hidden ones, which are None then. */
static OWNED Value from_items(struct Interpreter *vm, struct Type *type, const Value *given, size_t count)
{
    size_t fields = field_count(type->spec);
    Value items[18];
    for (size_t i = 0; i < fields; i++)
        items[i] = i < count ? retain(given[i]) : VALUE_NONE;
    return struct_sequence_new(vm, type, items, STRUCT_TIME_VISIBLE);
}

Value struct_sequence_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    Value bound[2], holder;
    if (type->flags & TYPE_NO_INSTANCES)
        return raise_type_error(vm, "cannot create '%s' instances", type->spec->name);
    if (!native_bind(vm, type_name(type), "sequence, dict=()", args, positional, names, bound, 2) ||
        !sequence_fast(vm, bound[0], "constructor requires a sequence", &holder))
        return EMPTY;
    size_t most = field_count(type->spec), least = STRUCT_TIME_VISIBLE, given = sequence_fast_length(holder, vm);
    Value result = EMPTY;
    if (given < least)
        raise_type_error(vm, "%s() takes an at least %zu-sequence (%zu-sequence given)", type->spec->name, least, given);
    else if (given > most)
        raise_type_error(vm, "%s() takes an at most %zu-sequence (%zu-sequence given)", type->spec->name, most, given);
    else
        result = from_items(vm, type, sequence_fast_items(holder, vm), given);
    release(vm, holder);
    return result;
}
