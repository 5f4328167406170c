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
    struct List *grown = node != NULL ? item_list_add(d->parser, *list, node) : NULL;
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
        if (!take_kind(d, TOKEN_COMMA)) {
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
    struct AstNode *tuple = new_recognised(d, AST_Tuple, start);
    if (tuple != NULL) {
        as_Tuple(tuple)->elts = item_list_nodes(elements);
    }
    return tuple;
}

struct AstNode *read_star_expressions(D *d)
{
    return comma_separated(d, read_star_expression, false);
}

struct AstNode *read_star_named_list(D *d)
{
    return comma_separated(d, read_star_named, true);
}

struct AstNode *read_expressions(D *d)
{
    return comma_separated(d, read_expression, false);
}

/* *a, with an operator expression behind the star. */
static struct AstNode *starred(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_STAR)) {
        return NULL;
    }
    struct AstNode *value = read_bitwise_or(d);
    struct AstNode *node = value != NULL ? new_recognised(d, AST_Starred, start) : NULL;
    if (node == NULL) {
        d->mark = start;
        return NULL;
    }
    as_Starred(node)->value = value;
    return node;
}

struct AstNode *read_star_expression(D *d)
{
    struct AstNode *node = starred(d);
    return node != NULL ? node : read_expression(d);
}

struct AstNode *read_star_named(D *d)
{
    struct AstNode *node = starred(d);
    return node != NULL ? node : read_named(d);
}

/* yield, yield a, yield from a */
struct AstNode *read_yield(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_YIELD)) {
        return NULL;
    }
    if (take_kind(d, TOKEN_FROM)) {
        if (read_expression(d) == NULL) {
            d->mark = start;
            return NULL;
        }
        return new_recognised(d, AST_YieldFrom, start);
    }
    read_star_expressions(d);
    return new_recognised(d, AST_Yield, start);
}

struct AstNode *read_yield_or_star(D *d)
{
    struct AstNode *node = read_yield(d);
    return node != NULL ? node : read_star_expressions(d);
}

/* ---- named expressions ---- */

/* name := value */
static struct AstNode *walrus(D *d)
{
    size_t start = d->mark;
    if (!take_name(d) || !take_kind(d, TOKEN_COLONEQUAL) || read_expression(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return new_recognised(d, AST_NamedExpr, start);
}

/* Where `name = value` is not a mistake to be named here. */
struct AstNode *read_walrus_or_expression(D *d)
{
    struct AstNode *node = walrus(d);
    if (node == NULL) {
        node = read_expression(d);
        node = node != NULL && next_kind(d) == TOKEN_COLONEQUAL ? NULL : node;
    }
    return node;
}

static bool next_is_assignment(D *d)
{
    enum TokenKind kind = next_kind(d);
    return kind == TOKEN_EQUAL || kind == TOKEN_COLONEQUAL;
}

/* `=` where == or := was meant. */
static void *misplaced_equals(D *d, size_t start)
{
    if (take_name(d) && take_kind(d, TOKEN_EQUAL) && read_bitwise_or(d) != NULL && !next_is_assignment(d)) {
        return mistake_range(d, start, d->mark - 1,
                             "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    d->mark = start;
    enum TokenKind kind = next_kind(d);
    if (kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE || read_list(d) != NULL ||
        read_tuple(d) != NULL || read_generator(d) != NULL) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *left = read_bitwise_or(d);
    if (left != NULL && take_kind(d, TOKEN_EQUAL) && read_bitwise_or(d) != NULL && !next_is_assignment(d)) {
        return mistake_span(d, left->span, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                            name_of_expression(left));
    }
    d->mark = start;
    return NULL;
}

/* a.b := c, and `=` for `==` */
static void *invalid_named_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *target = read_expression(d);
    if (target != NULL && take_kind(d, TOKEN_COLONEQUAL) && read_expression(d) != NULL) {
        return mistake_span(d, target->span, "cannot use assignment expressions with %s",
                            name_of_expression(target));
    }
    d->mark = start;
    return misplaced_equals(d, start);
}

/* name := value, or an expression. */
struct AstNode *read_named(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_NAMED_EXPRESSION, &node)) {
        return node;
    }
    node = walrus(d);
    if (node == NULL && !d->quiet) {
        invalid_named_expression(d);
    }
    if (node == NULL) {
        node = read_expression(d);
        if (node != NULL && next_kind(d) == TOKEN_COLONEQUAL) {
            node = NULL;
        }
    }
    return remember_rule(d, RULE_NAMED_EXPRESSION, start, node);
}

/* ---- expression ---- */

static bool is_legacy_statement(D *d, size_t index)
{
    return token_has_text(d, index, "print") || token_has_text(d, index, "exec");
}

static bool is_soft_keyword(D *d)
{
    return next_is_name_token(d) &&
           (token_has_text(d, d->mark, "match") || token_has_text(d, d->mark, "case") ||
            token_has_text(d, d->mark, "type") || token_has_text(d, d->mark, "_"));
}

/* Without a look at mistakes on this level. */
static struct AstNode *plain_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *body = read_disjunction(d);
    if (body == NULL) {
        return lambda(d);
    }
    size_t end = d->mark;
    if (take_kind(d, TOKEN_IF) && read_disjunction(d) != NULL && take_kind(d, TOKEN_ELSE) &&
        read_expression(d) != NULL) {
        return new_recognised(d, AST_IfExp, start);
    }
    d->mark = end;
    return d->failed ? NULL : body;
}

/* To see whether an expression follows, not what is wrong in it. */
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
    bool prefix_typo = next_is_name_token(d) && kind_ahead(d, 1) == TOKEN_STRING;
    if (prefix_typo || is_soft_keyword(d)) {
        return;
    }
    struct AstNode *first = read_disjunction(d);
    struct AstNode *second = first != NULL ? quiet_expression(d) : NULL;
    if (second != NULL) {
        bool legacy = first->kind == AST_Name && is_legacy_statement(d, start);
        if (!legacy && d->tokens[d->mark - 1].depth > 0) {
            mistake_span(d, build_join(first->span, second->span),
                         "invalid syntax. Perhaps you forgot a comma?");
        }
    }
    d->mark = start;
}

/* a if b */
static void missing_else(D *d, size_t start)
{
    struct AstNode *body = read_disjunction(d);
    if (body != NULL && take_kind(d, TOKEN_IF)) {
        struct AstNode *test = read_disjunction(d);
        if (test != NULL && next_kind(d) != TOKEN_ELSE && next_kind(d) != TOKEN_COLON) {
            mistake_span(d, build_join(body->span, test->span), "expected 'else' after 'if' expression");
        }
    }
    d->mark = start;
}

/* f'{lambda x: 1}': the colon began a format specification. */
static void lambda_in_fstring(D *d, size_t start)
{
    if (take_kind(d, TOKEN_LAMBDA) && read_parameters(d, true) && take_kind(d, TOKEN_COLON) &&
        next_kind(d) == TOKEN_FSTRING_MIDDLE) {
        mistake_range(d, start, d->mark - 1,
                      "f-string: lambda expressions are not allowed without parentheses");
    }
    d->mark = start;
}

/* print x, exec x */
static void legacy_statement(D *d, size_t start)
{
    if (take_name(d) && next_kind(d) != TOKEN_LPAR) {
        struct AstNode *value = read_star_expressions(d);
        if (value != NULL && is_legacy_statement(d, start)) {
            const struct Token *name = &d->tokens[start];
            int length = (int)(name->end - name->start);
            const char *text = parser_text(d->parser, name);
            mistake_span(d, build_join(token_span(name), value->span),
                         "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?", length, text,
                         length, text);
        }
    }
    d->mark = start;
}

/* Mistakes first, as CPython does; then what is valid. */
struct AstNode *read_expression(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = NULL;
    if (recall_rule(d, RULE_EXPRESSION, &node)) {
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
    return remember_rule(d, RULE_EXPRESSION, start, node);
}

/* lambda parameters: expression */
static struct AstNode *lambda(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_LAMBDA) || !read_parameters(d, true) || !take_kind(d, TOKEN_COLON) ||
        read_expression(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return new_recognised(d, AST_Lambda, start);
}

/* ---- boolean operators and comparisons ---- */

static struct AstNode *conjunction(D *d);

/* operand (operator operand)* */
static struct AstNode *boolean_chain(D *d, struct AstNode *(*operand)(D *), enum TokenKind operator)
{
    size_t start = d->mark;
    struct AstNode *first = operand(d);
    if (first == NULL) {
        return NULL;
    }
    size_t end = d->mark;
    bool chained = false;
    while (take_kind(d, operator)) {
        if (operand(d) == NULL) {
            break;
        }
        chained = true;
        end = d->mark;
    }
    d->mark = end;
    return chained ? new_recognised(d, AST_BoolOp, start) : d->failed ? NULL : first;
}

static struct AstNode *inversion(D *d);

static struct AstNode *conjunction(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_CONJUNCTION, &node)) {
        return node;
    }
    return remember_rule(d, RULE_CONJUNCTION, start, boolean_chain(d, inversion, TOKEN_AND));
}

struct AstNode *read_disjunction(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_DISJUNCTION, &node)) {
        return node;
    }
    return remember_rule(d, RULE_DISJUNCTION, start, boolean_chain(d, conjunction, TOKEN_OR));
}

/* The comparison operator at the mark, moved past; false if there is none. */
static bool comparison_operator(D *d, enum AstComparison *operator)
{
    static const struct {
        enum TokenKind token;
        enum AstComparison operator;
    } simple[] = {
        {TOKEN_EQEQUAL, AST_EQUAL},
        {TOKEN_LESS, AST_LESS},
        {TOKEN_LESSEQUAL, AST_LESS_EQUAL},
        {TOKEN_GREATER, AST_GREATER},
        {TOKEN_GREATEREQUAL, AST_GREATER_EQUAL},
        {TOKEN_IN, AST_IN},
    };
    enum TokenKind kind = next_kind(d);
    for (size_t i = 0; i < sizeof simple / sizeof simple[0]; i++) {
        if (kind == simple[i].token) {
            *operator= simple[i].operator;
            d->mark++;
            return true;
        }
    }
    if (kind == TOKEN_NOTEQUAL && token_has_text(d, d->mark, "!=")) {
        *operator= AST_NOT_EQUAL;
        d->mark++;
        return true;
    }
    if (kind == TOKEN_NOT && kind_ahead(d, 1) == TOKEN_IN) {
        *operator= AST_NOT_IN;
        d->mark += 2;
        return true;
    }
    if (kind == TOKEN_IS) {
        d->mark++;
        *operator= take_kind(d, TOKEN_NOT) ? AST_IS_NOT : AST_IS;
        return true;
    }
    return false;
}

/* a < b < c; the node keeps the first operator only. */
static struct AstNode *comparison(D *d)
{
    size_t start = d->mark;
    struct AstNode *left = read_bitwise_or(d);
    if (left == NULL) {
        return NULL;
    }
    size_t end = d->mark;
    enum AstComparison first = AST_EQUAL, operator= AST_EQUAL;
    size_t count = 0;
    while (comparison_operator(d, &operator) && read_bitwise_or(d) != NULL) {
        first = count++ == 0 ? operator: first;
        end = d->mark;
    }
    d->mark = end;
    if (count == 0) {
        return d->failed ? NULL : left;
    }
    struct AstNode *node = new_recognised(d, AST_Compare, start);
    enum AstComparison *operators = node != NULL ? arena_allocate(d->parser->arena, sizeof *operators) : NULL;
    if (operators == NULL) {
        return NULL;
    }
    *operators = first;
    as_Compare(node)->left = left;
    as_Compare(node)->ops = (struct AstComparisons){operators, 1};
    return node;
}

/* not … not a, without recursion. */
static struct AstNode *inversion(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_INVERSION, &node)) {
        return node;
    }
    while (take_kind(d, TOKEN_NOT)) {
        continue;
    }
    bool inverted = d->mark > start;
    node = comparison(d);
    if (node != NULL && inverted) {
        node = new_recognised(d, AST_UnaryOp, start);
    }
    return remember_rule(d, RULE_INVERSION, start, node);
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
    if (take_kind(d, TOKEN_NOT)) {
        struct AstNode *operand = inversion(d);
        if (operand != NULL) {
            mistake_range(d, mark, d->mark - 1, "'not' after an operator must be parenthesized");
        }
    }
    d->mark = mark;
}

/* [await] primary [** factor] */
static struct AstNode *power(D *d)
{
    size_t start = d->mark;
    bool awaits = take_kind(d, TOKEN_AWAIT);
    struct AstNode *base = read_primary(d);
    if (base == NULL) {
        d->mark = start;
        return NULL;
    }
    if (awaits) {
        base = new_recognised(d, AST_Await, start);
    }
    size_t end = d->mark;
    if (take_kind(d, TOKEN_DOUBLESTAR)) {
        if (factor(d) != NULL) {
            return new_recognised(d, AST_BinOp, start);
        }
        d->mark = end;
    }
    return d->failed ? NULL : base;
}

static bool next_is_sign(D *d)
{
    enum TokenKind kind = next_kind(d);
    return kind == TOKEN_PLUS || kind == TOKEN_MINUS || kind == TOKEN_TILDE;
}

/* Signs, without recursion. */
static struct AstNode *factor(D *d)
{
    size_t start = d->mark;
    while (next_is_sign(d)) {
        d->mark++;
    }
    if (d->mark == start) {
        return power(d);
    }
    if (next_kind(d) == TOKEN_NOT) {
        not_after_operator(d);
        d->mark = start;
        return NULL;
    }
    if (power(d) == NULL) {
        d->mark = start;
        return NULL;
    }
    return new_recognised(d, AST_UnaryOp, start);
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
    while (strength(next_kind(d)) > 0) {
        int operator= strength(next_kind(d));
        d->mark++;
        if (next_kind(d) == TOKEN_NOT && operator>= 5) {
            not_after_operator(d);
        }
        if (factor(d) == NULL) {
            break;
        }
        operated = true;
        end = d->mark;
    }
    d->mark = end;
    return operated ? new_recognised(d, AST_BinOp, start) : d->failed ? NULL : node;
}

struct AstNode *read_bitwise_or(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_BITWISE_OR, &node)) {
        return node;
    }
    return remember_rule(d, RULE_BITWISE_OR, start, arithmetic(d));
}

/* ---- primaries ---- */

/* a[b], a[b:c:d], a[*b] */
static bool slice(D *d)
{
    size_t start = d->mark;
    read_expression(d);
    if (take_kind(d, TOKEN_COLON)) {
        read_expression(d);
        if (take_kind(d, TOKEN_COLON)) {
            read_expression(d);
        }
        return true;
    }
    d->mark = start;
    struct AstNode *node;
    return next_kind(d) == TOKEN_STAR ? read_starred_argument(d, &node) : read_named(d) != NULL;
}

static bool slices(D *d)
{
    if (!slice(d)) {
        return false;
    }
    while (take_kind(d, TOKEN_COMMA)) {
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
    if (take_kind(d, TOKEN_DOT)) {
        if (take_name(d)) {
            return AST_Attribute;
        }
    } else if (next_kind(d) == TOKEN_LPAR) {
        if (read_generator(d) != NULL) {
            return AST_Call;
        }
        d->mark = start + 1;
        read_call_arguments(d);
        if (take_kind(d, TOKEN_RPAR)) {
            return AST_Call;
        }
    } else if (take_kind(d, TOKEN_LSQB)) {
        if (slices(d) && take_kind(d, TOKEN_RSQB)) {
            return AST_Subscript;
        }
    }
    d->mark = start;
    return -1;
}

/* An atom with its attributes, calls and subscripts. */
struct AstNode *read_primary(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_PRIMARY, &node)) {
        return node;
    }
    node = read_atom(d);
    while (node != NULL && !d->failed) {
        int kind = trailer(d);
        if (kind < 0) {
            break;
        }
        node = new_recognised(d, (enum AstKind)kind, start);
    }
    return remember_rule(d, RULE_PRIMARY, start, node);
}

/* ---- comprehension clauses ---- */

/* for x y: the `in` is missing */
static void missing_in(D *d, size_t start)
{
    take_kind(d, TOKEN_ASYNC);
    if (take_kind(d, TOKEN_FOR) && read_bitwise_or(d) != NULL) {
        while (take_kind(d, TOKEN_COMMA)) {
            if (read_bitwise_or(d) == NULL) {
                break;
            }
        }
        if (next_kind(d) != TOKEN_IN) {
            mistake_farthest(d, "'in' expected after for-loop variables");
        }
    }
    d->mark = start;
}

/* [async] for targets in iterable [if condition]*; the last expression in it. */
static struct AstNode *comprehension_clause(D *d)
{
    size_t start = d->mark;
    take_kind(d, TOKEN_ASYNC);
    if (!take_kind(d, TOKEN_FOR)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *target = read_star_targets(d);
    if (target != NULL && take_kind(d, TOKEN_IN)) {
        struct AstNode *iterable = read_disjunction(d);
        if (iterable == NULL) {
            d->mark = start;
            return NULL;
        }
        struct AstNode *last = iterable;
        size_t end = d->mark;
        while (take_kind(d, TOKEN_IF)) {
            struct AstNode *condition = read_disjunction(d);
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
        take_kind(d, TOKEN_ASYNC);
        take_kind(d, TOKEN_FOR);
        mistake_target(d, read_star_expressions(d), TARGET_FOR);
    }
    d->mark = start;
    return NULL;
}

/* One or more clauses; the last item in them. */
struct AstNode *read_comprehension_clauses(D *d)
{
    struct AstNode *last = NULL;
    for (struct AstNode *next; (next = comprehension_clause(d)) != NULL;) {
        last = next;
    }
    return last;
}
