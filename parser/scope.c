/*
 * Scopes as a data structure: symbols, mangling, and the order of the passes.
 */
#include "parser/scope.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "parser/internal.h"
#include "parser/scope_builder.h"

/* ---- failures ---- */

static void fail_with(struct ParseResult *result, struct Span span, const char *format, va_list arguments)
{
    char message[FAILURE_MESSAGE_SIZE];
    vsnprintf(message, sizeof message, format, arguments);
    failure_set(&result->failure, FAILURE_SYNTAX, "%s", message);
    failure_place(&result->failure, &result->source, span);
    if (!(result->options & PARSE_FROM_FILE) || result->filename[0] == '<') {
        result->failure.text = NULL; /* it would be read from the file again */
        result->failure.text_length = 0;
    }
    result->failure.offset = (int)span.column + 1; /* bytes here, as CPython's compiler counts */
    result->failure.end_offset = (int)span.end_column + 1;
}

bool scope_fail(struct ParseResult *result, struct Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_with(result, span, format, arguments);
    va_end(arguments);
    return false;
}

bool symbol_fail(struct ParseResult *result, struct Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_with(result, span, format, arguments);
    va_end(arguments);
    result->failure.placed_afterwards = true;
    return false;
}

bool scope_fail_memory(struct ParseResult *result)
{
    failure_set(&result->failure, FAILURE_MEMORY, "%s", "");
    return false;
}

bool scope_fail_depth(struct ParseResult *result)
{
    failure_set(&result->failure, FAILURE_RECURSION, "maximum recursion depth exceeded during compilation");
    return false;
}

/* ---- symbols ---- */

bool scope_is_function_like(const struct Scope *scope)
{
    return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS;
}

/* Names are interned, so their addresses are what is hashed. */
static uint32_t hash_name(const struct Identifier *name)
{
    return name->hash * 2654435761u;
}

struct Symbol *scope_symbol(const struct Scope *scope, const struct Identifier *mangled)
{
    if (scope->symbol_table_size == 0) {
        return NULL;
    }
    uint32_t mask = scope->symbol_table_size - 1;
    for (uint32_t at = hash_name(mangled) & mask; scope->symbol_table[at] != 0; at = (at + 1) & mask) {
        struct Symbol *symbol = &scope->symbols[scope->symbol_table[at] - 1];
        if (symbol->name == mangled) {
            return symbol;
        }
    }
    return NULL;
}

const struct Symbol *scope_find(const struct Scope *scope, const struct Identifier *mangled)
{
    return scope_symbol(scope, mangled);
}

/* The symbol is new, so its slot is the first free one. */
static void enter_in_table(struct Scope *scope, uint32_t index)
{
    uint32_t mask = scope->symbol_table_size - 1;
    uint32_t at = hash_name(scope->symbols[index].name) & mask;
    while (scope->symbol_table[at] != 0) {
        at = (at + 1) & mask;
    }
    scope->symbol_table[at] = index + 1;
}

/* Twice the room, in the arena; the old arrays are left behind. */
static bool grow_symbols(struct Arena *arena, struct Scope *scope)
{
    uint32_t capacity = scope->symbol_capacity == 0 ? 8 : scope->symbol_capacity * 2;
    struct Symbol *symbols = arena_allocate_array(arena, capacity, sizeof *symbols);
    uint32_t *table = arena_allocate_array(arena, (size_t)capacity * 2, sizeof *table);
    if (symbols == NULL || table == NULL) {
        return false;
    }
    if (scope->symbol_count > 0) {
        memcpy(symbols, scope->symbols, scope->symbol_count * sizeof *symbols);
    }
    scope->symbols = symbols;
    scope->symbol_capacity = capacity;
    scope->symbol_table = table;
    scope->symbol_table_size = capacity * 2;
    for (uint32_t i = 0; i < scope->symbol_count; i++) {
        enter_in_table(scope, i);
    }
    return true;
}

struct Symbol *scope_add_symbol(struct Arena *arena, struct Scope *scope, const struct Identifier *mangled,
                                uint32_t flags, struct Span span)
{
    struct Symbol *symbol = scope_symbol(scope, mangled);
    if (symbol != NULL) {
        symbol->flags |= flags;
        return symbol;
    }
    if (scope->symbol_count == scope->symbol_capacity && !grow_symbols(arena, scope)) {
        return NULL;
    }
    symbol = &scope->symbols[scope->symbol_count];
    *symbol = (struct Symbol){.name = mangled, .flags = flags, .span = span};
    enter_in_table(scope, scope->symbol_count++);
    return symbol;
}

/* ---- mangling ---- */

/* __name, but not __name__, and no dotted module. */
static bool is_private(const struct Identifier *name)
{
    const char *text = name->text;
    return name->length > 2 && text[0] == '_' && text[1] == '_' &&
           !(text[name->length - 1] == '_' && text[name->length - 2] == '_') && strchr(text, '.') == NULL;
}

/* The class's name without leading underscores; NULL if names need no mangling here. */
static const char *mangling_class(const struct Identifier *private_class, const struct Identifier *name)
{
    if (private_class == NULL || !is_private(name)) {
        return NULL;
    }
    const char *class = private_class->text;
    while (*class == '_') {
        class ++;
    }
    return *class != '\0' ? class : NULL;
}

static size_t write_mangled(char *out, const char *class, const struct Identifier *name)
{
    size_t class_length = strlen(class);
    out[0] = '_';
    memcpy(out + 1, class, class_length);
    memcpy(out + 1 + class_length, name->text, name->length);
    return 1 + class_length + name->length;
}

const struct Identifier *scope_mangle(struct Arena *arena, const struct Scope *scope,
                                      const struct Identifier *name)
{
    const char *class = mangling_class(scope->private_class, name);
    if (class == NULL) {
        return name;
    }
    char *text = arena_allocate(arena, strlen(class) + name->length + 2);
    return text != NULL ? arena_intern(arena, text, write_mangled(text, class, name)) : NULL;
}

static bool is_mangled_form(const struct Identifier *candidate, const char *class,
                            const struct Identifier *name)
{
    size_t class_length = strlen(class);
    return candidate->length == 1 + class_length + name->length && candidate->text[0] == '_' &&
           memcmp(candidate->text + 1, class, class_length) == 0 &&
           memcmp(candidate->text + 1 + class_length, name->text, name->length) == 0;
}

/* Private names are rare: they are compared piece by piece, so that nothing is allocated. */
const struct Symbol *scope_lookup(const struct ParseResult *result, const struct Scope *scope,
                                  const struct Identifier *name)
{
    (void)result;
    const char *class = mangling_class(scope->private_class, name);
    if (class == NULL) {
        return scope_symbol(scope, name);
    }
    for (uint32_t i = 0; i < scope->symbol_count; i++) {
        if (is_mangled_form(scope->symbols[i].name, class, name)) {
            return &scope->symbols[i];
        }
    }
    return NULL;
}

/* ---- passes ---- */

bool scopes_build(struct ParseResult *result)
{
    struct ScopeBuilder builder = {
        .result = result,
        .arena = &result->arena,
        .super_name = arena_intern(&result->arena, "super", 5),
        .class_name = arena_intern(&result->arena, "__class__", 9),
        .classdict_name = arena_intern(&result->arena, "__classdict__", 13),
    };
    bool ok = builder.super_name != NULL && builder.class_name != NULL && builder.classdict_name != NULL &&
              future_read(result) && scopes_collect(&builder) && scopes_resolve(&builder) &&
              scopes_check(result);
    if (!ok && result->arena.exhausted) {
        scope_fail_memory(result);
    }
    return ok;
}
