/*
 * The builder for expressions, and the rules on assignment targets.
 */
#include <string.h>

#include "parser/internal.h"

/* ---- targets ---- */

static bool set_contexts(struct Parser *parser, struct AstNodes nodes, enum AstContext context)
{
    for (size_t i = 0; i < nodes.count; i++) {
        if (!build_set_context(parser, nodes.items[i], context)) {
            return false;
        }
    }
    return true;
}

/* Recursion is bounded: only brackets nest here, and the lexer bounds those. */
bool build_set_context(struct Parser *parser, struct AstNode *target, enum AstContext context)
{
    switch (target->kind) {
    case AST_Name:
        as_Name(target)->ctx = context;
        return true;
    case AST_Attribute:
        as_Attribute(target)->ctx = context;
        return true;
    case AST_Subscript:
        as_Subscript(target)->ctx = context;
        return true;
    case AST_Starred:
        if (context != AST_STORE || as_Starred(target)->value->kind == AST_Starred) {
            break;
        }
        as_Starred(target)->ctx = context;
        return build_set_context(parser, as_Starred(target)->value, context);
    case AST_List:
        as_List(target)->ctx = context;
        return set_contexts(parser, as_List(target)->elts, context);
    case AST_Tuple:
        if (target->flags & BUILD_COVER) {
            break;
        }
        as_Tuple(target)->ctx = context;
        return set_contexts(parser, as_Tuple(target)->elts, context);
    default:
        break;
    }
    parser_refuse(parser);
    return false;
}

/* One target, or a tuple of them, made assignable. */
struct AstNode *build_target(struct Parser *parser, struct List *targets, struct Span span)
{
    struct AstNode *target = targets->trailing_comma ? build_tuple(parser, span, targets) : targets->items[0];
    if (target == NULL || !build_set_context(parser, target, AST_STORE)) {
        return NULL;
    }
    return target;
}

/* ---- atoms ---- */

struct AstNode *build_name(struct Parser *parser, struct Span span, const struct Token *name)
{
    const struct Identifier *id = build_identifier(parser, name);
    struct AstName *node = id != NULL ? build_node(parser, AST_Name, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->id = id;
    return &node->node;
}

struct AstNode *build_singleton(struct Parser *parser, struct Span span, enum AstConstantKind kind)
{
    struct AstConstant *node = build_node(parser, AST_Constant, span);
    if (node == NULL) {
        return NULL;
    }
    node->value.kind = kind;
    return &node->node;
}

enum { MAX_DECIMAL_DIGITS = 4300 };

/* What kind of constant a number's spelling makes. */
static enum AstConstantKind number_kind(const char *text, size_t length)
{
    if (length > 1 && text[0] == '0' && strchr("xXoObB", text[1]) != NULL) {
        return AST_CONSTANT_INTEGER;
    }
    if (text[length - 1] == 'j' || text[length - 1] == 'J') {
        return AST_CONSTANT_IMAGINARY;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' || text[i] == 'e' || text[i] == 'E') {
            return AST_CONSTANT_FLOAT;
        }
    }
    return AST_CONSTANT_INTEGER;
}

/* CPython converts at once, and refuses what would take too long. */
static bool check_digits(struct Parser *parser, struct Span span, const struct AstConstantValue *value)
{
    bool decimal = value->length < 2 || strchr("xXoObB", value->bytes[1]) == NULL;
    if (value->kind != AST_CONSTANT_INTEGER || !decimal || value->length <= MAX_DECIMAL_DIGITS) {
        return true;
    }
    return parser_fail(
        parser, FAILURE_SYNTAX, span,
        "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
        "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
        "literals to avoid decimal conversion limits.",
        MAX_DECIMAL_DIGITS, value->length);
}

/* The text without underscores; converting it is the compiler's. */
struct AstNode *build_number(struct Parser *parser, struct Span span, const struct Token *number)
{
    const char *text = parser_text(parser, number);
    size_t length = number->end - number->start;
    struct AstConstant *node = build_node(parser, AST_Constant, span);
    char *digits = arena_allocate(parser->arena, length + 1);
    if (node == NULL || digits == NULL) {
        return NULL;
    }
    node->value.kind = number_kind(text, length);
    length -= node->value.kind == AST_CONSTANT_IMAGINARY;
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_') {
            digits[count++] = text[i];
        }
    }
    node->value.bytes = digits;
    node->value.length = count;
    return check_digits(parser, span, &node->value) ? &node->node : NULL;
}

/* ---- displays ---- */

struct AstNode *build_tuple(struct Parser *parser, struct Span span, struct List *items)
{
    struct AstTuple *node = build_node(parser, AST_Tuple, span);
    if (node == NULL) {
        return NULL;
    }
    node->elts = item_list_nodes(items);
    return &node->node;
}

/* A tuple if there was a comma. */
struct AstNode *build_tuple_or_single(struct Parser *parser, struct Span span, struct List *items)
{
    if (items->trailing_comma) {
        return build_tuple(parser, span, items);
    }
    struct AstNode *single = items->items[0];
    return single->kind == AST_Starred ? parser_refuse(parser) : single;
}

struct AstNode *build_list(struct Parser *parser, struct Span span, struct List *items)
{
    struct AstList *node = build_node(parser, AST_List, span);
    if (node == NULL) {
        return NULL;
    }
    node->elts = item_list_nodes(items);
    return &node->node;
}

struct AstNode *build_set(struct Parser *parser, struct Span span, struct List *items)
{
    struct AstSet *node = build_node(parser, AST_Set, span);
    if (node == NULL) {
        return NULL;
    }
    node->elts = item_list_nodes(items);
    return &node->node;
}

struct AstNode *build_pair(struct Parser *parser, struct AstNode *key, struct AstNode *value)
{
    struct Pair *pair = build_node(parser, (enum AstKind)BUILD_PAIR, value->span);
    if (pair == NULL) {
        return NULL;
    }
    pair->key = key;
    pair->value = value;
    return &pair->node;
}

/* Pairs to two lists. */
struct AstNode *build_dict(struct Parser *parser, struct Span span, struct List *pairs)
{
    struct AstDict *node = build_node(parser, AST_Dict, span);
    size_t count = pairs != NULL ? pairs->count : 0;
    struct AstNode **keys = arena_allocate_array(parser->arena, count, sizeof *keys);
    struct AstNode **values = arena_allocate_array(parser->arena, count, sizeof *values);
    if (node == NULL || keys == NULL || values == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        const struct Pair *pair = pairs->items[i];
        keys[i] = pair->key;
        values[i] = pair->value;
    }
    node->keys = (struct AstNodes){keys, count};
    node->values = (struct AstNodes){values, count};
    return &node->node;
}

/* An item of the cover: it may only become an item of a with statement. */
struct AstNode *build_cover_item(struct Parser *parser, struct Span span, struct AstNode *context,
                                 struct AstNode *target)
{
    return build_with_item(parser, span, context, target);
}

/* Is one of the items `… as …`? */
static bool has_cover(const struct List *items)
{
    for (size_t i = 0; i < items->count; i++) {
        if (((struct AstNode *)items->items[i])->kind == AST_withitem) {
            return true;
        }
    }
    return false;
}

/* (), (a), (a, b), (yield), and the cover ( … as … ). */
struct AstNode *build_group(struct Parser *parser, struct Span span, struct List *items)
{
    if (items == NULL || items->trailing_comma || has_cover(items)) {
        struct AstNode *tuple = build_tuple(parser, span, items);
        if (tuple != NULL) {
            tuple->flags |= BUILD_GROUPED_TUPLE;
            if (items != NULL && has_cover(items)) {
                tuple->flags |= BUILD_COVER;
                parser->open_covers++;
            }
        }
        return tuple;
    }
    struct AstNode *single = items->items[0];
    if (single->kind == AST_Starred) {
        return parser_refuse(parser);
    }
    single->flags |= AST_PARENTHESIZED;
    return single;
}

struct AstNode *build_starred(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstStarred *node = build_node(parser, AST_Starred, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

/* ---- operators ---- */

struct AstNode *build_named(struct Parser *parser, struct Span span, struct AstNode *target,
                            struct AstNode *value)
{
    struct AstNamedExpr *node = target != NULL ? build_node(parser, AST_NamedExpr, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    as_Name(target)->ctx = AST_STORE;
    node->target = target;
    node->value = value;
    return &node->node;
}

struct AstNode *build_yield(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstYield *node = build_node(parser, AST_Yield, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_yield_from(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstYieldFrom *node = build_node(parser, AST_YieldFrom, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_await(struct Parser *parser, struct Span span, struct AstNode *value)
{
    struct AstAwait *node = build_node(parser, AST_Await, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_conditional(struct Parser *parser, struct Span span, struct AstNode *test,
                                  struct AstNode *body, struct AstNode *otherwise)
{
    struct AstIfExp *node = build_node(parser, AST_IfExp, span);
    if (node == NULL) {
        return NULL;
    }
    node->test = test;
    node->body = body;
    node->orelse = otherwise;
    return &node->node;
}

struct AstNode *build_lambda(struct Parser *parser, struct Span span, struct AstNode *parameters,
                             struct AstNode *body)
{
    struct AstLambda *node = build_node(parser, AST_Lambda, span);
    if (node == NULL) {
        return NULL;
    }
    node->args = parameters;
    node->body = body;
    return &node->node;
}

struct AstNode *build_bool(struct Parser *parser, struct Span span, enum AstBoolOperator operator,
                           struct List * values)
{
    struct AstBoolOp *node = build_node(parser, AST_BoolOp, span);
    if (node == NULL) {
        return NULL;
    }
    node->op = operator;
    node->values = item_list_nodes(values);
    return &node->node;
}

struct AstNode *build_unary(struct Parser *parser, struct Span span, enum AstUnaryOperator operator,
                            struct AstNode * operand)
{
    struct AstUnaryOp *node = operand != NULL ? build_node(parser, AST_UnaryOp, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->op = operator;
    node->operand = operand;
    return &node->node;
}

struct AstNode *build_binary(struct Parser *parser, struct Span span, struct AstNode *left,
                             enum AstOperator operator, struct AstNode * right)
{
    struct AstBinOp *node = build_node(parser, AST_BinOp, span);
    if (node == NULL) {
        return NULL;
    }
    node->left = left;
    node->op = operator;
    node->right = right;
    return &node->node;
}

struct Comparison *build_comparison(struct Parser *parser, struct AstNode *left, int operator,
                                    struct AstNode * right)
{
    struct Comparison *comparison = arena_allocate(parser->arena, sizeof *comparison);
    if (comparison == NULL) {
        return NULL;
    }
    comparison->left = left;
    return build_add_comparison(parser, comparison, operator, right);
}

/* Operators are kept one up, so that none is a null pointer. */
struct Comparison *build_add_comparison(struct Parser *parser, struct Comparison *comparison, int operator,
                                        struct AstNode * right)
{
    if (item_list_add(parser, &comparison->operators, (void *)(intptr_t)(operator+ 1)) == NULL ||
        item_list_add(parser, &comparison->operands, right) == NULL) {
        return NULL;
    }
    return comparison;
}

/* The list of operators and operands becomes one node. */
struct AstNode *build_compare(struct Parser *parser, struct Span span, struct Comparison *comparison)
{
    struct AstCompare *node = build_node(parser, AST_Compare, span);
    size_t count = comparison->operators.count;
    enum AstComparison *operators = arena_allocate_array(parser->arena, count, sizeof *operators);
    if (node == NULL || operators == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        operators[i] = (enum AstComparison)((intptr_t)comparison->operators.items[i] - 1);
    }
    node->left = comparison->left;
    node->ops = (struct AstComparisons){operators, count};
    node->comparators = item_list_nodes(&comparison->operands);
    return &node->node;
}

/* `<>` scans as !=, but only the April fools' future would allow it. */
bool build_check_not_equal(struct Parser *parser, const struct Token *token)
{
    return *parser_text(parser, token) == '!' || parser_refuse(parser) != NULL;
}

/* ---- primaries ---- */

struct AstNode *build_attribute(struct Parser *parser, struct Span span, struct AstNode *value,
                                const struct Token *name)
{
    const struct Identifier *attribute = value != NULL ? build_identifier(parser, name) : NULL;
    struct AstAttribute *node = attribute != NULL ? build_node(parser, AST_Attribute, span) : NULL;
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    node->attr = attribute;
    return &node->node;
}

static bool is_bare_generator(const struct AstNode *node)
{
    return (node->flags & BUILD_BARE_GENERATOR) != 0;
}

/* A generator expression as the only argument spans the call's parentheses. */
struct AstNode *build_call(struct Parser *parser, struct Span span, struct AstNode *function,
                           struct List *arguments, struct Span parentheses)
{
    if (arguments != NULL && arguments->count == 1 && !arguments->trailing_comma &&
        is_bare_generator(arguments->items[0])) {
        struct AstNode *generator = arguments->items[0];
        generator->span = parentheses;
        generator->flags &= (uint16_t)~BUILD_BARE_GENERATOR;
    }
    struct List *positional, *keywords;
    struct AstCall *node = build_node(parser, AST_Call, span);
    if (node == NULL || !build_split_arguments(parser, arguments, &positional, &keywords)) {
        return NULL;
    }
    node->func = function;
    node->args = item_list_nodes(positional);
    node->keywords = item_list_nodes(keywords);
    return &node->node;
}

struct AstNode *build_keyword(struct Parser *parser, struct Span span, const struct Token *name,
                              struct AstNode *value)
{
    struct Astkeyword *node = build_node(parser, AST_keyword, span);
    if (node == NULL) {
        return NULL;
    }
    if (name != NULL && (node->arg = build_identifier(parser, name)) == NULL) {
        return NULL;
    }
    node->value = value;
    return &node->node;
}

struct AstNode *build_subscript(struct Parser *parser, struct Span span, struct AstNode *value,
                                struct AstNode *slice)
{
    struct AstSubscript *node = build_node(parser, AST_Subscript, span);
    if (node == NULL) {
        return NULL;
    }
    node->value = value;
    node->slice = slice;
    return &node->node;
}

/* a[*b] is a tuple even without a comma. */
struct AstNode *build_single_slice(struct Parser *parser, struct Span span, struct AstNode *slice)
{
    return slice->kind == AST_Starred ? build_tuple(parser, span, item_list_of(parser, slice)) : slice;
}

struct AstNode *build_slice(struct Parser *parser, struct Span span, struct AstNode *lower,
                            struct AstNode *upper, struct AstNode *step)
{
    struct AstSlice *node = build_node(parser, AST_Slice, span);
    if (node == NULL) {
        return NULL;
    }
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return &node->node;
}

/* ---- comprehensions ---- */

struct AstNode *build_comprehension(struct Parser *parser, struct AstNode *target, struct AstNode *iterable,
                                    struct List *conditions, int is_async)
{
    struct Astcomprehension *node = build_node(parser, AST_comprehension, (struct Span){0, 0, 0, 0});
    if (node == NULL) {
        return NULL;
    }
    node->target = target;
    node->iter = iterable;
    node->ifs = item_list_nodes(conditions);
    node->is_async = is_async;
    return &node->node;
}

/* List, set and generator share the fields; a starred element is refused. */
struct AstNode *build_comprehension_of(struct Parser *parser, struct Span span, enum AstKind kind,
                                       struct AstNode *element, struct List *comprehensions)
{
    if (element->kind == AST_Starred) {
        return parser_refuse(parser);
    }
    struct AstListComp *node = build_node(parser, kind, span);
    if (node == NULL) {
        return NULL;
    }
    node->elt = element;
    node->generators = item_list_nodes(comprehensions);
    return &node->node;
}

/* **a cannot be iterated over. */
struct AstNode *build_dict_comprehension(struct Parser *parser, struct Span span, struct AstNode *pair,
                                         struct List *comprehensions)
{
    const struct Pair *parts = (const struct Pair *)pair;
    if (parts->key == NULL) {
        return parser_refuse(parser);
    }
    struct AstDictComp *node = build_node(parser, AST_DictComp, span);
    if (node == NULL) {
        return NULL;
    }
    node->key = parts->key;
    node->value = parts->value;
    node->generators = item_list_nodes(comprehensions);
    return &node->node;
}
