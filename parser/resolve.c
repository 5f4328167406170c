/*
 * Second half of the scope analysis: what each name of each scope refers to.
 *
 * Scopes are resolved from the outside in: a name that a scope does not bind
 * is looked for along its ancestors.  What inner scopes capture travels back
 * from the inside out: it makes cells of locals, or passes through as free.
 *
 * A comprehension that is inlined (PEP 709) keeps its own entry for what it
 * binds; for the rest it defers to its parent (SYMBOL_OUTER), except in a
 * class body, whose names it must not see.
 */
#include <stdlib.h>
#include <string.h>

#include "parser/scope_builder.h"

typedef struct ScopeBuilder B;

enum { BOUND = SYMBOL_IS_PARAMETER | SYMBOL_IS_ASSIGNED | SYMBOL_IS_IMPORTED | SYMBOL_IS_TYPE_PARAMETER };

/* What the ancestors of a scope know of a name. */
enum Sight { SEEN_NOWHERE, SEEN_LOCAL, SEEN_TYPE_PARAMETER, SEEN_GLOBAL };

/* The two names that a class body provides to its inner scopes. */
static bool is_class_cell(const B *builder, const struct Identifier *name)
{
    return name == builder->class_name || name == builder->classdict_name;
}

/* Finds who binds the name, from the next scope outwards; classes are passed by. */
static enum Sight look_outside(const B *builder, const struct Scope *scope, const struct Identifier *name,
                               const struct Scope **where)
{
    for (const struct Scope *outer = scope->parent; outer != NULL; outer = outer->parent) {
        *where = outer;
        if (outer->kind == SCOPE_CLASS) {
            if (is_class_cell(builder, name)) {
                return SEEN_LOCAL;
            }
            continue;
        }
        const struct Symbol *symbol = scope_symbol(outer, name);
        if (symbol == NULL) {
            continue;
        }
        if (symbol->flags & SYMBOL_IS_GLOBAL) {
            return SEEN_GLOBAL;
        }
        if (scope_is_function_like(outer) && (symbol->flags & BOUND) &&
            !(symbol->flags & SYMBOL_IS_NONLOCAL)) {
            return symbol->flags & SYMBOL_IS_TYPE_PARAMETER ? SEEN_TYPE_PARAMETER : SEEN_LOCAL;
        }
    }
    return SEEN_NOWHERE;
}

/* The class whose names an annotation scope sees. */
static const struct Scope *enclosing_class(const struct Scope *scope)
{
    for (const struct Scope *outer = scope->parent; outer != NULL; outer = outer->parent) {
        if (outer->kind == SCOPE_CLASS) {
            return outer;
        }
        if (!outer->can_see_class_scope) {
            return NULL;
        }
    }
    return NULL;
}

/* Does this scope leave what it does not bind to its parent? */
static bool defers(const struct Scope *scope)
{
    return scope->is_inlined && scope->parent->kind != SCOPE_CLASS;
}

/* In an inlined comprehension: a name that its parent is to look up. */
static bool defer_to_parent(B *builder, struct Scope *scope, struct Symbol *symbol)
{
    symbol->resolution = SYMBOL_OUTER;
    struct Scope *parent = scope->parent;
    const struct Identifier *name = symbol->name;
    if (scope_symbol(parent, name) != NULL) {
        return true;
    }
    struct Symbol *added = scope_add_symbol(builder->arena, parent, name, SYMBOL_IS_USED, symbol->span);
    if (added == NULL) {
        return false;
    }
    if (defers(parent)) {
        return defer_to_parent(builder, parent, added);
    }
    const struct Scope *where = NULL;
    enum Sight sight = look_outside(builder, parent, name, &where);
    added->resolution = sight == SEEN_LOCAL || sight == SEEN_TYPE_PARAMETER ? SYMBOL_FREE
                                                                            : SYMBOL_GLOBAL_IMPLICIT;
    return true;
}

/* The name must be bound in a function around. */
static bool resolve_nonlocal(B *builder, struct Scope *scope, struct Symbol *symbol)
{
    const struct Scope *where = NULL;
    enum Sight sight = look_outside(builder, scope, symbol->name, &where);
    if (scope->kind == SCOPE_MODULE) {
        return symbol_fail(builder->result, symbol->span, "nonlocal declaration not allowed at module level");
    }
    if (sight == SEEN_TYPE_PARAMETER) {
        return symbol_fail(builder->result, symbol->span,
                          "nonlocal binding not allowed for type parameter '%s'", symbol->name->text);
    }
    if (sight != SEEN_LOCAL) {
        return symbol_fail(builder->result, symbol->span, "no binding for nonlocal '%s' found",
                          symbol->name->text);
    }
    if (defers(scope)) {
        return defer_to_parent(builder, scope, symbol);
    }
    symbol->resolution = SYMBOL_FREE;
    return true;
}

/* A name that is read but not bound here. */
static bool resolve_use(B *builder, struct Scope *scope, struct Symbol *symbol)
{
    if (defers(scope)) {
        return defer_to_parent(builder, scope, symbol);
    }
    const struct Scope *class = scope->can_see_class_scope ? enclosing_class(scope) : NULL;
    const struct Symbol *in_class = class != NULL ? scope_symbol(class, symbol->name) : NULL;
    if (in_class != NULL && (in_class->flags & SYMBOL_IS_GLOBAL)) {
        symbol->resolution = SYMBOL_GLOBAL_EXPLICIT;
        return true;
    }
    if (in_class != NULL && (in_class->flags & BOUND) && !(in_class->flags & SYMBOL_IS_NONLOCAL)) {
        symbol->resolution = SYMBOL_GLOBAL_IMPLICIT;
        return true;
    }
    const struct Scope *where = NULL;
    enum Sight sight = look_outside(builder, scope, symbol->name, &where);
    bool visible = sight == SEEN_LOCAL || sight == SEEN_TYPE_PARAMETER;
    if (visible && scope->is_inlined && where == scope->parent) {
        visible = false; /* `__class__` in a comprehension of the class body itself */
    }
    symbol->resolution = visible ? SYMBOL_FREE : SYMBOL_GLOBAL_IMPLICIT;
    return true;
}

/* Declarations win over bindings, bindings over uses. */
static bool resolve_symbol(B *builder, struct Scope *scope, struct Symbol *symbol)
{
    if (symbol->flags & SYMBOL_IS_GLOBAL) {
        if (symbol->flags & SYMBOL_IS_NONLOCAL) {
            return symbol_fail(builder->result, symbol->span, "name '%s' is nonlocal and global",
                              symbol->name->text);
        }
        symbol->resolution = SYMBOL_GLOBAL_EXPLICIT;
        return true;
    }
    if (symbol->flags & SYMBOL_IS_NONLOCAL) {
        return resolve_nonlocal(builder, scope, symbol);
    }
    if (symbol->flags & BOUND) {
        symbol->resolution = SYMBOL_LOCAL;
        return true;
    }
    return resolve_use(builder, scope, symbol);
}

/* ---- what travels outwards ---- */

/* Each name once. */
static bool add_name(B *builder, struct ScopeNames *names, size_t *capacity, const struct Identifier *name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (names->items[i] == name) {
            return true;
        }
    }
    if (names->count == *capacity) {
        size_t wanted = *capacity == 0 ? 4 : *capacity * 2;
        const struct Identifier **items = arena_allocate_array(builder->arena, wanted, sizeof *items);
        if (items == NULL) {
            return false;
        }
        if (names->count > 0) {
            memcpy(items, names->items, names->count * sizeof *items);
        }
        names->items = items;
        *capacity = wanted;
    }
    names->items[names->count++] = name;
    return true;
}

/* An inner scope captures `name`: this scope binds it, or passes it through. */
static bool capture(B *builder, struct Scope *scope, const struct Identifier *name, size_t *free_capacity)
{
    struct Symbol *symbol = scope_symbol(scope, name);
    if (scope->kind == SCOPE_CLASS && is_class_cell(builder, name)) {
        scope->needs_class_closure |= name == builder->class_name;
        scope->needs_class_dict |= name == builder->classdict_name;
        return true;
    }
    if (scope->kind == SCOPE_MODULE) {
        return true;
    }
    if (symbol == NULL) {
        symbol = scope_add_symbol(builder->arena, scope, name, 0, (struct Span){0, 0, 0, 0});
        if (symbol == NULL) {
            return false;
        }
        symbol->resolution = SYMBOL_FREE;
        if (defers(scope) && !defer_to_parent(builder, scope, symbol)) {
            return false;
        }
    } else if (symbol->resolution == SYMBOL_OUTER) {
        return add_name(builder, &scope->frees, free_capacity, name);
    } else if (scope_is_function_like(scope) && symbol->resolution == SYMBOL_LOCAL) {
        symbol->resolution = SYMBOL_CELL;
        return true;
    } else if (scope_is_function_like(scope) && symbol->resolution == SYMBOL_CELL) {
        return true;
    } else if (!scope_is_function_like(scope) && (symbol->flags & (BOUND | SYMBOL_IS_GLOBAL))) {
        symbol->flags |= SYMBOL_FREE_THROUGH_CLASS;
    } else if (symbol->resolution == SYMBOL_GLOBAL_IMPLICIT && !scope_is_function_like(scope)) {
        symbol->resolution = SYMBOL_FREE;
    }
    return add_name(builder, &scope->frees, free_capacity, name);
}

static int compare_names(const void *left, const void *right)
{
    const struct Identifier *const *a = left;
    const struct Identifier *const *b = right;
    return strcmp((*a)->text, (*b)->text);
}

static void sort_names(struct ScopeNames *names)
{
    if (names->count > 1) {
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    }
}

/* What inner scopes capture of this one's locals. */
static bool list_cells(B *builder, struct Scope *scope)
{
    size_t capacity = 0;
    for (uint32_t i = 0; i < scope->symbol_count; i++) {
        if (scope->symbols[i].resolution == SYMBOL_CELL &&
            !add_name(builder, &scope->cells, &capacity, scope->symbols[i].name)) {
            return false;
        }
    }
    sort_names(&scope->cells);
    return true;
}

/* Symbols may be added (at the end) while their scope is being resolved, never moved by resolving itself. */
static bool resolve_own(B *builder, struct Scope *scope)
{
    uint32_t count = scope->symbol_count;
    for (uint32_t i = 0; i < count; i++) {
        if (!resolve_symbol(builder, scope, &scope->symbols[i])) {
            return false;
        }
    }
    return true;
}

/* This scope, the scopes in it, and what they capture. */
static bool resolve_scope(B *builder, struct Scope *scope)
{
    if (++builder->depth > DEEPEST_TREE) {
        return scope_fail_depth(builder->result);
    }
    if (scope->kind == SCOPE_COMPREHENSION) {
        scope->is_inlined = !scope->parent->can_see_class_scope;
    }
    if (!resolve_own(builder, scope)) {
        return false;
    }
    size_t capacity = 0;
    for (struct Scope *child = scope->first_child; child != NULL; child = child->next_sibling) {
        if (!resolve_scope(builder, child)) {
            return false;
        }
        for (size_t i = 0; i < child->frees.count; i++) {
            if (!capture(builder, scope, child->frees.items[i], &capacity)) {
                return false;
            }
        }
    }
    for (uint32_t i = 0; i < scope->symbol_count; i++) {
        if (scope->symbols[i].resolution == SYMBOL_FREE &&
            !add_name(builder, &scope->frees, &capacity, scope->symbols[i].name)) {
            return false;
        }
    }
    sort_names(&scope->frees);
    builder->depth--;
    return !scope_is_function_like(scope) || list_cells(builder, scope);
}

bool scopes_resolve(struct ScopeBuilder *builder)
{
    builder->depth = 0;
    return resolve_scope(builder, builder->result->scope);
}
