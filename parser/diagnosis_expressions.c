/*
 * Diagnosis of expressions, from `expressions` down to operators.
 */
#include <string.h>

#include "parser/diagnosis.h"

enum { DEEPEST_DIAGNOSIS = 1500 };

static struct AstNode *lambda(D *d);

/* ---- sequences ---- */

static bool add_element(D *d, struct List **list, struct AstNode *node)
{
    struct List *grown = node != NULL ? list_add(d->parser, *list, node) : NULL;
    if (grown == NULL) {
        return false;
    }
    *list = grown;
    return true;
}

/* Element (',' element)* [',']: a tuple if there was a comma, the element itself otherwise. */
static struct AstNode *comma_separated(D *d, struct AstNode *(*element)(D *), bool always_tuple)
{
    size_t start = d->mark;
    struct AstNode *first = element(d);
    if (first == NULL) {
        return NULL;
    }
    struct List *elements = NULL;
    bool comma = false;
    for (struct AstNode *next = first; add_element(d, &elements, next);) {
        if (!accept(d, TOKEN_COMMA)) {
            break;
        }
        comma = true;
        next = element(d);
        if (next == NULL) {
            break;
        }
    }
    if (!comma && !always_tuple) {
        return d->failed ? NULL : first;
    }
    struct AstNode *tuple = recognised(d, AST_Tuple, start);
    if (tuple != NULL) {
        as_Tuple(tuple)->elts = list_nodes(elements);
    }
    return tuple;
}

struct AstNode *star_expressions(D *d)
{
    return comma_separated(d, star_expression, false);
}

struct AstNode *star_named_expressions(D *d)
{
    return comma_separated(d, star_named_expression, true);
}

struct AstNode *expressions(D *d)
{
    return comma_separated(d, expression, false);
}

static struct AstNode *starred(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_STAR)) {
        return NULL;
    }
    struct AstNode *value = bitwise_or(d);
    struct AstNode *node = value != NULL ? recognised(d, AST_Starred, start) : NULL;
    if (node == NULL) {
        d->mark = start;
        return NULL;
    }
    as_Starred(node)->value = value;
    return node;
}

struct AstNode *star_expression(D *d)
{
    struct AstNode *node = starred(d);
    return node != NULL ? node : expression(d);
}

struct AstNode *star_named_expression(D *d)
{
    struct AstNode *node = starred(d);
    return node != NULL ? node : named_expression(d);
}

struct AstNode *yield_expression(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_YIELD)) {
        return NULL;
    }
    if (accept(d, TOKEN_FROM)) {
        if (expression(d) == NULL) {
            d->mark = start;
            return NULL;
        }
        return recognised(d, AST_YieldFrom, start);
    }
    star_expressions(d);
    return recognised(d, AST_Yield, start);
}

struct AstNode *yield_or_star_expressions(D *d)
{
    struct AstNode *node = yield_expression(d);
    return node != NULL ? node : star_expressions(d);
}

/* ---- named expressions ---- */

static struct AstNode *walrus(D *d)
{
    size_t start = d->mark;
    if (!accept_name(d) || !accept(d, TOKEN_COLONEQUAL) || expression(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return recognised(d, AST_NamedExpr, start);
}

static bool next_is_assignment(D *d)
{
    enum TokenKind kind = look(d);
    return kind == TOKEN_EQUAL || kind == TOKEN_COLONEQUAL;
}

/* `=` where == or := was meant. */
static void *misplaced_equals(D *d, size_t start)
{
    if (accept_name(d) && accept(d, TOKEN_EQUAL) && bitwise_or(d) != NULL && !next_is_assignment(d)) {
        return mistake_range(d, start, d->mark - 1,
                             "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    d->mark = start;
    enum TokenKind kind = look(d);
    if (kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE || bracketed_list(d) != NULL ||
        parenthesized_tuple(d) != NULL || generator(d) != NULL) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *left = bitwise_or(d);
    if (left != NULL && accept(d, TOKEN_EQUAL) && bitwise_or(d) != NULL && !next_is_assignment(d)) {
        return mistake_span(d, left->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                            expression_name(left));
    }
    d->mark = start;
    return NULL;
}

static void *invalid_named_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *target = expression(d);
    if (target != NULL && accept(d, TOKEN_COLONEQUAL) && expression(d) != NULL) {
        return mistake_span(d, target->span, "cannot use assignment expressions with %s", expression_name(target));
    }
    d->mark = start;
    return misplaced_equals(d, start);
}

struct AstNode *named_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_NAMED_EXPRESSION, &node)) {
        return node;
    }
    node = walrus(d);
    if (node == NULL && !d->quiet) {
        invalid_named_expression(d);
    }
    if (node == NULL) {
        node = expression(d);
        if (node != NULL && look(d) == TOKEN_COLONEQUAL) {
            node = NULL;
        }
    }
    return remember(d, RULE_NAMED_EXPRESSION, start, node);
}

/* ---- expression ---- */

static bool is_legacy_statement(D *d, size_t index)
{
    return token_is_text(d, index, "print") || token_is_text(d, index, "exec");
}

static bool is_soft_keyword(D *d)
{
    return next_is_name(d) && (token_is_text(d, d->mark, "match") || token_is_text(d, d->mark, "case") ||
                               token_is_text(d, d->mark, "type") || token_is_text(d, d->mark, "_"));
}

static struct AstNode *plain_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *body = disjunction(d);
    if (body == NULL) {
        return lambda(d);
    }
    size_t end = d->mark;
    if (accept(d, TOKEN_IF) && disjunction(d) != NULL && accept(d, TOKEN_ELSE) && expression(d) != NULL) {
        return recognised(d, AST_IfExp, start);
    }
    d->mark = end;
    return d->failed ? NULL : body;
}

static struct AstNode *quiet_expression(D *d)
{
    bool quiet = d->quiet;
    d->quiet = true;
    struct AstNode *node = plain_expression(d);
    d->quiet = quiet;
    return node;
}

/* Two expressions side by side. */
static void missing_comma(D *d, size_t start)
{
    bool prefix_typo = next_is_name(d) && look_ahead(d, 1) == TOKEN_STRING;
    if (prefix_typo || is_soft_keyword(d)) {
        return;
    }
    struct AstNode *first = disjunction(d);
    struct AstNode *second = first != NULL ? quiet_expression(d) : NULL;
    if (second != NULL) {
        bool legacy = first->kind == AST_Name && is_legacy_statement(d, start);
        if (!legacy && d->tokens[d->mark - 1].depth > 0) {
            mistake_span(d, build_join(first->span, second->span), "invalid syntax. Perhaps you forgot a comma?");
        }
    }
    d->mark = start;
}

static void missing_else(D *d, size_t start)
{
    struct AstNode *body = disjunction(d);
    if (body != NULL && accept(d, TOKEN_IF)) {
        struct AstNode *test = disjunction(d);
        if (test != NULL && look(d) != TOKEN_ELSE && look(d) != TOKEN_COLON) {
            mistake_span(d, build_join(body->span, test->span), "expected 'else' after 'if' expression");
        }
    }
    d->mark = start;
}

static void lambda_in_fstring(D *d, size_t start)
{
    if (accept(d, TOKEN_LAMBDA) && parameters(d, true) && accept(d, TOKEN_COLON) && look(d) == TOKEN_FSTRING_MIDDLE) {
        mistake_range(d, start, d->mark - 1, "f-string: lambda expressions are not allowed without parentheses");
    }
    d->mark = start;
}

/* print x, exec x */
static void legacy_statement(D *d, size_t start)
{
    if (is_legacy_statement(d, start) && accept_name(d) && look(d) != TOKEN_LPAR) {
        struct AstNode *value = star_expressions(d);
        if (value != NULL) {
            const struct Token *name = &d->tokens[start];
            int length = (int)(name->end - name->start);
            const char *text = parser_text(d->parser, name);
            mistake_span(d, build_join(token_span(name), value->span),
                         "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?", length, text, length, text);
        }
    }
    d->mark = start;
}

struct AstNode *expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = NULL;
    if (recall(d, RULE_EXPRESSION, &node)) {
        return node;
    }
    if (++d->depth > DEEPEST_DIAGNOSIS) {
        d->failed = true; /* given up: the token is blamed */
    }
    if (!d->quiet) {
        missing_comma(d, start);
        missing_else(d, start);
        lambda_in_fstring(d, start);
        legacy_statement(d, start);
    }
    node = plain_expression(d);
    d->depth--;
    return remember(d, RULE_EXPRESSION, start, node);
}

static struct AstNode *lambda(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LAMBDA) || !parameters(d, true) || !accept(d, TOKEN_COLON) || expression(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return recognised(d, AST_Lambda, start);
}

/* ---- boolean operators and comparisons ---- */

static struct AstNode *conjunction(D *d);

static struct AstNode *boolean_chain(D *d, struct AstNode *(*operand)(D *), enum TokenKind operator)
{
    size_t start = d->mark;
    struct AstNode *first = operand(d);
    if (first == NULL) {
        return NULL;
    }
    size_t end = d->mark;
    bool chained = false;
    while (accept(d, operator)) {
        if (operand(d) == NULL) {
            break;
        }
        chained = true;
        end = d->mark;
    }
    d->mark = end;
    return chained ? recognised(d, AST_BoolOp, start) : d->failed ? NULL : first;
}

static struct AstNode *inversion(D *d);

static struct AstNode *conjunction(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_CONJUNCTION, &node)) {
        return node;
    }
    return remember(d, RULE_CONJUNCTION, start, boolean_chain(d, inversion, TOKEN_AND));
}

struct AstNode *disjunction(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_DISJUNCTION, &node)) {
        return node;
    }
    return remember(d, RULE_DISJUNCTION, start, boolean_chain(d, conjunction, TOKEN_OR));
}

/* The comparison operator at the mark, moved past; false if there is none. */
static bool comparison_operator(D *d, enum AstComparison *operator)
{
    static const struct {
        enum TokenKind token;
        enum AstComparison operator;
    } simple[] = {
        {TOKEN_EQEQUAL, AST_EQUAL},          {TOKEN_LESS, AST_LESS},
        {TOKEN_LESSEQUAL, AST_LESS_EQUAL},   {TOKEN_GREATER, AST_GREATER},
        {TOKEN_GREATEREQUAL, AST_GREATER_EQUAL}, {TOKEN_IN, AST_IN},
    };
    enum TokenKind kind = look(d);
    for (size_t i = 0; i < sizeof simple / sizeof simple[0]; i++) {
        if (kind == simple[i].token) {
            *operator = simple[i].operator;
            d->mark++;
            return true;
        }
    }
    if (kind == TOKEN_NOTEQUAL && token_is_text(d, d->mark, "!=")) {
        *operator = AST_NOT_EQUAL;
        d->mark++;
        return true;
    }
    if (kind == TOKEN_NOT && look_ahead(d, 1) == TOKEN_IN) {
        *operator = AST_NOT_IN;
        d->mark += 2;
        return true;
    }
    if (kind == TOKEN_IS) {
        d->mark++;
        *operator = accept(d, TOKEN_NOT) ? AST_IS_NOT : AST_IS;
        return true;
    }
    return false;
}

static struct AstNode *comparison(D *d)
{
    size_t start = d->mark;
    struct AstNode *left = bitwise_or(d);
    if (left == NULL) {
        return NULL;
    }
    size_t end = d->mark;
    enum AstComparison first = AST_EQUAL, operator = AST_EQUAL;
    size_t count = 0;
    while (comparison_operator(d, &operator) && bitwise_or(d) != NULL) {
        first = count++ == 0 ? operator : first;
        end = d->mark;
    }
    d->mark = end;
    if (count == 0) {
        return d->failed ? NULL : left;
    }
    struct AstNode *node = recognised(d, AST_Compare, start);
    enum AstComparison *operators = node != NULL ? arena_allocate(d->parser->arena, sizeof *operators) : NULL;
    if (operators == NULL) {
        return NULL;
    }
    *operators = first;
    as_Compare(node)->left = left;
    as_Compare(node)->ops = (struct AstComparisons){operators, 1};
    return node;
}

static struct AstNode *inversion(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_INVERSION, &node)) {
        return node;
    }
    while (accept(d, TOKEN_NOT)) {
        continue;
    }
    bool inverted = d->mark > start;
    node = comparison(d);
    if (node != NULL && inverted) {
        node = recognised(d, AST_UnaryOp, start);
    }
    return remember(d, RULE_INVERSION, start, node);
}

/* ---- arithmetic ---- */

/* Binding strength of binary operators, loosest first; 0 is no operator. */
static int strength(enum TokenKind kind)
{
    switch (kind) {
    case TOKEN_VBAR:
        return 1;
    case TOKEN_CIRCUMFLEX:
        return 2;
    case TOKEN_AMPER:
        return 3;
    case TOKEN_LEFTSHIFT:
    case TOKEN_RIGHTSHIFT:
        return 4;
    case TOKEN_PLUS:
    case TOKEN_MINUS:
        return 5;
    case TOKEN_STAR:
    case TOKEN_SLASH:
    case TOKEN_DOUBLESLASH:
    case TOKEN_PERCENT:
    case TOKEN_AT:
        return 6;
    default:
        return 0;
    }
}

static struct AstNode *factor(D *d);

/* a + not b */
static void not_after_operator(D *d)
{
    size_t mark = d->mark;
    if (accept(d, TOKEN_NOT)) {
        struct AstNode *operand = inversion(d);
        if (operand != NULL) {
            mistake_range(d, mark, d->mark - 1, "'not' after an operator must be parenthesized");
        }
    }
    d->mark = mark;
}

static struct AstNode *power(D *d)
{
    size_t start = d->mark;
    bool awaits = accept(d, TOKEN_AWAIT);
    struct AstNode *base = primary(d);
    if (base == NULL) {
        d->mark = start;
        return NULL;
    }
    if (awaits) {
        base = recognised(d, AST_Await, start);
    }
    size_t end = d->mark;
    if (accept(d, TOKEN_DOUBLESTAR)) {
        if (factor(d) != NULL) {
            return recognised(d, AST_BinOp, start);
        }
        d->mark = end;
    }
    return d->failed ? NULL : base;
}

static bool next_is_sign(D *d)
{
    enum TokenKind kind = look(d);
    return kind == TOKEN_PLUS || kind == TOKEN_MINUS || kind == TOKEN_TILDE;
}

static struct AstNode *factor(D *d)
{
    size_t start = d->mark;
    while (next_is_sign(d)) {
        d->mark++;
    }
    if (d->mark == start) {
        return power(d);
    }
    if (look(d) == TOKEN_NOT) {
        not_after_operator(d);
        d->mark = start;
        return NULL;
    }
    if (power(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return recognised(d, AST_UnaryOp, start);
}

/* All operators from `weakest` up; precedence does not matter to the span of the whole. */
static struct AstNode *arithmetic(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = factor(d);
    if (node == NULL) {
        return NULL;
    }
    size_t end = d->mark;
    bool operated = false;
    while (strength(look(d)) > 0) {
        int operator = strength(look(d));
        d->mark++;
        if (look(d) == TOKEN_NOT && operator >= 5) {
            not_after_operator(d);
        }
        if (factor(d) == NULL) {
            break;
        }
        operated = true;
        end = d->mark;
    }
    d->mark = end;
    return operated ? recognised(d, AST_BinOp, start) : d->failed ? NULL : node;
}

struct AstNode *bitwise_or(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_BITWISE_OR, &node)) {
        return node;
    }
    return remember(d, RULE_BITWISE_OR, start, arithmetic(d));
}

/* ---- primaries ---- */

static bool slice(D *d)
{
    size_t start = d->mark;
    expression(d);
    if (accept(d, TOKEN_COLON)) {
        expression(d);
        if (accept(d, TOKEN_COLON)) {
            expression(d);
        }
        return true;
    }
    d->mark = start;
    return star_named_expression(d) != NULL;
}

static bool slices(D *d)
{
    if (!slice(d)) {
        return false;
    }
    while (accept(d, TOKEN_COMMA)) {
        if (!slice(d)) {
            break;
        }
    }
    return true;
}

/* One trailer of a primary: its kind, or -1. */
static int trailer(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_DOT)) {
        if (accept_name(d)) {
            return AST_Attribute;
        }
    } else if (look(d) == TOKEN_LPAR) {
        if (generator(d) != NULL) {
            return AST_Call;
        }
        d->mark = start + 1;
        call_arguments(d);
        if (accept(d, TOKEN_RPAR)) {
            return AST_Call;
        }
    } else if (accept(d, TOKEN_LSQB)) {
        if (slices(d) && accept(d, TOKEN_RSQB)) {
            return AST_Subscript;
        }
    }
    d->mark = start;
    return -1;
}

struct AstNode *primary(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_PRIMARY, &node)) {
        return node;
    }
    node = atom(d);
    while (node != NULL && !d->failed) {
        int kind = trailer(d);
        if (kind < 0) {
            break;
        }
        node = recognised(d, (enum AstKind)kind, start);
    }
    return remember(d, RULE_PRIMARY, start, node);
}

/* ---- comprehension clauses ---- */

/* for x y: the `in` is missing */
static void missing_in(D *d, size_t start)
{
    accept(d, TOKEN_ASYNC);
    if (accept(d, TOKEN_FOR) && bitwise_or(d) != NULL) {
        while (accept(d, TOKEN_COMMA)) {
            if (bitwise_or(d) == NULL) {
                break;
            }
        }
        if (look(d) != TOKEN_IN) {
            mistake_farthest(d, "'in' expected after for-loop variables");
        }
    }
    d->mark = start;
}

static struct AstNode *comprehension_clause(D *d)
{
    size_t start = d->mark;
    accept(d, TOKEN_ASYNC);
    if (!accept(d, TOKEN_FOR)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *target = star_targets(d);
    if (target != NULL && accept(d, TOKEN_IN)) {
        struct AstNode *iterable = disjunction(d);
        if (iterable == NULL) {
            d->mark = start;
            return NULL;
        }
        struct AstNode *last = iterable;
        size_t end = d->mark;
        while (accept(d, TOKEN_IF)) {
            struct AstNode *condition = disjunction(d);
            if (condition == NULL) {
                break;
            }
            last = condition;
            end = d->mark;
        }
        d->mark = end;
        return last;
    }
    d->mark = start;
    if (!d->quiet) {
        missing_in(d, start);
        accept(d, TOKEN_ASYNC);
        accept(d, TOKEN_FOR);
        mistake_target(d, star_expressions(d), TARGET_FOR);
    }
    d->mark = start;
    return NULL;
}

/* One or more clauses; the last item in them. */
struct AstNode *comprehension_clauses(D *d)
{
    struct AstNode *last = NULL;
    for (struct AstNode *next; (next = comprehension_clause(d)) != NULL;) {
        last = next;
    }
    return last;
}
