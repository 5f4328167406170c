/*
 * Shapes: the hidden classes of instances.
 *
 * Each type owns a tree of shapes; a step down adds one attribute name in the
 * next slot.  A shape never changes once made and lives as long as its type,
 * so an inline cache may compare shapes by their id alone.  Trees stay small:
 * classes used like dictionaries (many names, or many orders of names) send
 * their instances to dictionary mode instead.
 */
#include "runtime/instance.h"

#include "runtime/error.h"

int32_t shape_find(const struct Shape *shape, Value name)
{
    for (; shape->slot_count != 0; shape = shape->parent)
        if (value_same(shape->name, name))
            return (int32_t)shape->slot_count - 1;
    return -1;
}

static struct Shape *shape_allocate(struct Interpreter *vm, struct Type *type)
{
    struct Shape *shape = heap_allocate(vm, MEMORY_VALUES, sizeof *shape);
    if (shape == NULL)
        return NULL;
    *shape = (struct Shape){.type = type};
    if (vm->next_shape_id != UINT32_MAX)
        shape->id = ++vm->next_shape_id;
    return shape;
}

struct Shape *shape_root(struct Interpreter *vm, struct Type *type)
{
    if (type->root_shape == NULL)
        type->root_shape = shape_allocate(vm, type);
    return type->root_shape;
}

struct Shape *shape_add(struct Interpreter *vm, struct Shape *shape, Value name)
{
    struct Shape **link = &shape->first_child;
    for (struct Shape *child = *link; child != NULL; child = child->sibling)
        if (value_same(child->name, name))
            return child;
    if (shape->slot_count >= SHAPE_SLOT_LIMIT || shape->child_count >= SHAPE_CHILD_LIMIT)
        return NULL;
    struct Shape *added = shape_allocate(vm, shape->type);
    if (added == NULL)
        return NULL;
    added->parent = shape;
    added->slot_count = shape->slot_count + 1;
    slot_init(vm, shape->type, &added->name, retain(name));
    added->sibling = *link;
    *link = added;
    shape->child_count++;
    return added;
}

/* The next shape in depth-first order; a parent comes before its children. */
static const struct Shape *shape_next(const struct Shape *shape, const struct Shape *root)
{
    if (shape->first_child != NULL)
        return shape->first_child;
    while (shape != root && shape->sibling == NULL)
        shape = shape->parent;
    return shape == root ? NULL : shape->sibling;
}

void shapes_traverse(const struct Shape *root, VisitFunction visit, void *context)
{
    for (const struct Shape *shape = root; shape != NULL; shape = shape_next(shape, root))
        if (!is_empty(shape->name))
            visit(shape->name, context);
}

void shapes_destroy(struct Interpreter *vm, struct Shape *root)
{
    struct Shape *shape = root;
    while (shape != NULL) {
        if (shape->first_child != NULL) {
            struct Shape *child = shape->first_child;
            shape->first_child = child->sibling;
            child->sibling = NULL;
            shape = child;
            continue;
        }
        struct Shape *parent = shape == root ? NULL : shape->parent;
        slot_clear(vm, shape->type, &shape->name);
        heap_free(vm, MEMORY_VALUES, shape, sizeof *shape);
        shape = parent;
    }
}
