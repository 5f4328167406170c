/* Cells: variables that closures share. */
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static struct Cell *as_cell(Value v) { return (struct Cell *)value_object(v); }

Value cell_new(struct Interpreter *vm, Value content)
{
    struct Cell *cell = (struct Cell *)object_allocate(vm, builtin_type(vm, TYPE_cell), sizeof(struct Cell));
    if (cell == NULL) {
        release_maybe(vm, content);
        return EMPTY;
    }
    slot_init(vm, cell, &cell->content, content);
    return value_from_object(cell);
}

static Value cell_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    (void)type;
    if (!is_empty(names) && tuple_length(names) != 0)
        return raise_type_error(vm, "cell() takes no keyword arguments");
    if (positional > 1)
        return raise_type_error(vm, "cell expected at most 1 argument, got %zu", positional);
    return cell_new(vm, positional == 1 ? retain(args[0]) : EMPTY);
}

static Value cell_repr(struct Interpreter *vm, Value self)
{
    Value content = as_cell(self)->content;
    if (is_empty(content) || is_unbound(content))
        return string_from_format(vm, "<cell at 0x%zx: empty>", (size_t)value_identity(self));
    return string_from_format(vm, "<cell at 0x%zx: %T object at 0x%zx>", (size_t)value_identity(self), content,
                              (size_t)value_identity(content));
}

/* An empty cell is less than any other. */
static Value cell_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if (!object_has_type(vm, other, TYPE_cell))
        return VALUE_NOT_IMPLEMENTED;
    Value a = as_cell(self)->content, b = as_cell(other)->content;
    if (!is_empty(a) && !is_empty(b))
        return object_compare(vm, a, b, operation);
    int left = !is_empty(a), right = !is_empty(b);
    return object_compare(vm, value_from_small_int(left), value_from_small_int(right), operation);
}

static Value get_content(struct Interpreter *vm, Value self)
{
    Value content = as_cell(self)->content;
    if (is_empty(content) || is_unbound(content))
        return raise_value_error(vm, "Cell is empty");
    return retain(content);
}

static bool set_content(struct Interpreter *vm, Value self, Value value)
{
    slot_set(vm, as_cell(self), &as_cell(self)->content, is_empty(value) ? EMPTY : retain(value));
    return true;
}

static const struct NativeAttribute cell_attributes[] = {
    {"cell_contents", get_content, set_content, NULL},
    ATTRIBUTES_END,
};

static void cell_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Cell *cell = (struct Cell *)self;
    if (!is_empty(cell->content))
        visit(cell->content, context);
}

static Value cell_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct Cell *cell = (struct Cell *)self;
    return is_empty(cell->content) ? VALUE_END : slot_take(vm, self, &cell->content);
}

const struct TypeSpec cell_type_spec = {
    .name = "cell",
    .documentation = "cell([contents])\n--\n\n"
                     "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell "
                     "will be empty,\n    and \n further attempts to access its cell_contents attribute will\n    raise a "
                     "ValueError.",
    .instance_size = sizeof(struct Cell),
    .memory = {.traverse = cell_traverse, .take = cell_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = cell_construct, .repr = cell_repr, .compare = cell_compare},
    .attributes = cell_attributes,
};
