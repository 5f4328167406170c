/*
 * The builder's ground: lists that grow in the arena, places, names, failures.
 *
 * A list never shrinks and its old arrays are left to the arena, so a pointer
 * taken from it stays readable.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "parser/internal.h"

/* Line ends and changes of indentation have none. */
static bool has_place(const struct Span *span)
{
    return span->end_line != 0;
}

/* From the first token to the last that is no line end or change of indentation (those have no place). */
struct Span build_location(const struct Span *rhs, int count)
{
    struct Span result = {0, 0, 0, 0};
    int first = 1;
    while (first <= count && !has_place(&rhs[first])) {
        first++;
    }
    if (first > count) {
        return result;
    }
    int last = count;
    while (!has_place(&rhs[last])) {
        last--;
    }
    return build_join(rhs[first], rhs[last]);
}

struct Span build_join(struct Span first, struct Span last)
{
    return (struct Span){first.line, first.column, last.end_line, last.end_column};
}

struct Span token_span(const struct Token *token)
{
    return (struct Span){token->line, token->column, token->end_line, token->end_column};
}

const char *parser_text(const struct Parser *parser, const struct Token *token)
{
    return parser->source->text + token->start;
}

struct List *item_list_new(struct Parser *parser)
{
    return arena_allocate(parser->arena, sizeof(struct List));
}

/* The list can take `count` items without growing. */
static bool reserve(struct Parser *parser, struct List *list, uint32_t count)
{
    if (list->capacity >= count) {
        return true;
    }
    uint32_t capacity = list->capacity == 0 ? 4 : list->capacity * 2;
    capacity = capacity < count ? count : capacity;
    void **items = arena_allocate_array(parser->arena, capacity, sizeof *items);
    if (items == NULL) {
        return false;
    }
    if (list->count > 0) {
        memcpy(items, list->items, list->count * sizeof *items);
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

struct List *item_list_add(struct Parser *parser, struct List *list, void *item)
{
    if (item == NULL) {
        return NULL;
    }
    if (list == NULL) {
        list = item_list_new(parser);
    }
    if (list == NULL || !reserve(parser, list, list->count + 1)) {
        return NULL;
    }
    list->items[list->count++] = item;
    return list;
}

struct List *item_list_of(struct Parser *parser, void *item)
{
    return item_list_add(parser, NULL, item);
}

struct List *item_list_pair(struct Parser *parser, void *first, void *second)
{
    struct List *list = item_list_of(parser, first);
    return list != NULL ? item_list_add(parser, list, second) : NULL;
}

/* For rules that meet the first item apart from the rest. */
struct List *item_list_prepend(struct Parser *parser, void *item, struct List *list)
{
    if (item == NULL || list == NULL || !reserve(parser, list, list->count + 1)) {
        return NULL;
    }
    memmove(list->items + 1, list->items, list->count * sizeof *list->items);
    list->items[0] = item;
    list->count++;
    return list;
}

struct List *item_list_join(struct Parser *parser, struct List *list, struct List *more)
{
    if (!reserve(parser, list, list->count + more->count)) {
        return NULL;
    }
    memcpy(list->items + list->count, more->items, more->count * sizeof *list->items);
    list->count += more->count;
    return list;
}

struct List *item_list_add_name(struct Parser *parser, struct List *list, const struct Token *name)
{
    return item_list_add(parser, list, (void *)build_identifier(parser, name));
}

struct List *item_list_of_name(struct Parser *parser, const struct Token *name)
{
    return item_list_add_name(parser, NULL, name);
}

struct AstNodes item_list_nodes(const struct List *list)
{
    struct AstNodes nodes = {NULL, 0};
    if (list != NULL) {
        nodes.items = (struct AstNode **)list->items;
        nodes.count = list->count;
    }
    return nodes;
}

static const uint16_t node_sizes[] = {
#define AST(kind, category, fields) [AST_##kind] = sizeof(struct Ast##kind),
#include "parser/ast.def"
    [BUILD_PAIR] = sizeof(struct Pair),
    [BUILD_REST] = sizeof(struct AstMatchStar),
};

void *build_node(struct Parser *parser, enum AstKind kind, struct Span span)
{
    struct AstNode *node = arena_allocate(parser->arena, node_sizes[kind]);
    if (node != NULL) {
        node->kind = (uint16_t)kind;
        node->span = span;
    }
    return node;
}

static bool is_ascii(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)bytes[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* ASCII names are what they are; others are brought to NFKC. */
const struct Identifier *build_identifier(struct Parser *parser, const struct Token *name)
{
    const char *text = parser_text(parser, name);
    size_t length = name->end - name->start;
    if (is_ascii(text, length)) {
        return arena_intern(parser->arena, text, length);
    }
    size_t normal_length;
    uint8_t *normal = u8_normalize(UNINORM_NFKC, (const uint8_t *)text, length, NULL, &normal_length);
    if (normal == NULL) {
        parser->arena->exhausted = true;
        return NULL;
    }
    const struct Identifier *result = arena_intern(parser->arena, (const char *)normal, normal_length);
    free(normal);
    return result;
}

void *parser_refuse(struct Parser *parser)
{
    parser->refused = true;
    return NULL;
}

bool parser_warn(struct ParseResult *result, enum ParseWarningKind kind, struct Span span, const char *format,
                 ...)
{
    char message[FAILURE_MESSAGE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    struct ParseWarning *warning = arena_allocate(&result->arena, sizeof *warning);
    char *copy = arena_copy(&result->arena, message, strlen(message));
    if (warning == NULL || copy == NULL) {
        return false;
    }
    *warning = (struct ParseWarning){.kind = kind, .message = copy, .span = span};
    if (result->last_warning == NULL) {
        result->warnings = warning;
    } else {
        result->last_warning->next = warning;
    }
    result->last_warning = warning;
    return true;
}
