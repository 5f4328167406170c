/*
 * Diagnosis of atoms: brackets, comprehensions, dicts, strings; and of the
 * arguments of calls.
 */
#include <string.h>

#include "parser/diagnosis.h"

/* ---- lists, tuples, sets ---- */

/* [a, b] */
struct AstNode *bracketed_list(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LSQB)) {
        return NULL;
    }
    struct AstNode *elements = look(d) != TOKEN_RSQB ? star_named_expressions(d) : NULL;
    if (!accept(d, TOKEN_RSQB)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = recognised(d, AST_List, start);
    if (node != NULL && elements != NULL) {
        as_List(node)->elts = as_Tuple(elements)->elts;
    }
    return node;
}

/* (), (a,), (a, b) */
struct AstNode *parenthesized_tuple(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LPAR)) {
        return NULL;
    }
    struct List *elements = item_list_new(d->parser);
    struct AstNode *first = look(d) != TOKEN_RPAR ? star_named_expression(d) : NULL;
    if (first != NULL) {
        if (!accept(d, TOKEN_COMMA)) {
            d->mark = start;
            return NULL;
        }
        struct AstNode *rest = look(d) != TOKEN_RPAR ? star_named_expressions(d) : NULL;
        elements = list_of(d->parser, first);
        for (size_t i = 0; rest != NULL && elements != NULL && i < as_Tuple(rest)->elts.count; i++) {
            elements = list_add(d->parser, elements, as_Tuple(rest)->elts.items[i]);
        }
    }
    if (elements == NULL || !accept(d, TOKEN_RPAR)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = recognised(d, AST_Tuple, start);
    if (node != NULL) {
        as_Tuple(node)->elts = list_nodes(elements);
    }
    return node;
}

static struct AstNode *set_display(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_LBRACE) && star_named_expressions(d) != NULL && accept(d, TOKEN_RBRACE)) {
        return recognised(d, AST_Set, start);
    }
    d->mark = start;
    return NULL;
}

/* ---- comprehensions ---- */

/* (x for …): the element is an expression or a walrus. */
struct AstNode *generator(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_LPAR) && named_expression(d) != NULL && comprehension_clauses(d) != NULL &&
        accept(d, TOKEN_RPAR)) {
        return recognised(d, AST_GeneratorExp, start);
    }
    d->mark = start;
    return NULL;
}

static void invalid_comprehension(D *d)
{
    size_t start = d->mark;
    enum TokenKind opening = look(d);
    d->mark++;
    size_t star = d->mark;
    if (accept(d, TOKEN_STAR)) {
        struct AstNode *value = expression(d);
        size_t end = d->mark;
        if (value != NULL && comprehension_clauses(d) != NULL) {
            mistake_range(d, star, end - 1, "iterable unpacking cannot be used in comprehension");
        }
    }
    d->mark = start + 1;
    if (opening != TOKEN_LPAR) {
        struct AstNode *first = star_named_expression(d);
        if (first != NULL && accept(d, TOKEN_COMMA)) {
            size_t comma = d->mark - 1;
            struct AstNode *rest = star_named_expressions(d);
            size_t end = d->mark;
            if (rest != NULL && comprehension_clauses(d) != NULL) {
                struct AstNodes elements = as_Tuple(rest)->elts;
                mistake_span(d, build_join(first->span, elements.items[elements.count - 1]->span),
                             "did you forget parentheses around the comprehension target?");
            }
            (void)end;
            d->mark = comma + 1;
            if (comprehension_clauses(d) != NULL) {
                mistake_span(d, build_join(first->span, token_span(&d->tokens[comma])),
                             "did you forget parentheses around the comprehension target?");
            }
        }
    }
    d->mark = start;
}

static struct AstNode *comprehension(D *d, enum TokenKind opening, enum TokenKind closing, enum AstKind kind)
{
    size_t start = d->mark;
    if (accept(d, opening) && named_expression(d) != NULL && comprehension_clauses(d) != NULL &&
        accept(d, closing)) {
        return recognised(d, kind, start);
    }
    d->mark = start;
    if (!d->quiet && look(d) == opening) {
        invalid_comprehension(d);
    }
    return NULL;
}

/* ---- parentheses ---- */

static struct AstNode *group(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LPAR)) {
        return NULL;
    }
    struct AstNode *inner = yield_expression(d);
    inner = inner != NULL ? inner : named_expression(d);
    if (inner != NULL && accept(d, TOKEN_RPAR)) {
        return inner;
    }
    d->mark = start + 1;
    if (!d->quiet && (look(d) == TOKEN_STAR || look(d) == TOKEN_DOUBLESTAR)) {
        bool twice = look(d) == TOKEN_DOUBLESTAR;
        d->mark++;
        size_t end = expression(d) != NULL ? d->mark : start;
        if (end > start && accept(d, TOKEN_RPAR)) {
            if (twice) {
                mistake_at(d, start + 1, "cannot use double starred expression here");
            } else {
                mistake_range(d, start + 1, end - 1, "cannot use starred expression here");
            }
        }
    }
    d->mark = start;
    return NULL;
}

static struct AstNode *parenthesized(D *d)
{
    struct AstNode *node = parenthesized_tuple(d);
    node = node != NULL ? node : group(d);
    return node != NULL ? node : comprehension(d, TOKEN_LPAR, TOKEN_RPAR, AST_GeneratorExp);
}

static struct AstNode *bracketed(D *d)
{
    struct AstNode *node = bracketed_list(d);
    return node != NULL ? node : comprehension(d, TOKEN_LSQB, TOKEN_RSQB, AST_ListComp);
}

/* ---- dicts ---- */

static bool key_and_value(D *d)
{
    size_t start = d->mark;
    if (expression(d) != NULL && accept(d, TOKEN_COLON) && expression(d) != NULL) {
        return true;
    }
    d->mark = start;
    return false;
}

static bool dict_item(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_DOUBLESTAR)) {
        if (bitwise_or(d) != NULL) {
            return true;
        }
        d->mark = start;
        return false;
    }
    return key_and_value(d);
}

/* The value after `key :` is missing or starred. */
static void invalid_value(D *d, size_t start)
{
    d->mark = start;
    if (expression(d) != NULL && accept(d, TOKEN_COLON)) {
        size_t colon = d->mark - 1;
        if (accept(d, TOKEN_STAR) && bitwise_or(d) != NULL) {
            mistake_from(d, token_span(&d->tokens[colon + 1]),
                         "cannot use a starred expression in a dictionary value");
        }
        d->mark = colon + 1;
        if (look(d) == TOKEN_RBRACE || look(d) == TOKEN_COMMA) {
            mistake_at(d, colon, "expression expected after dictionary key and ':'");
        }
    }
    d->mark = start;
}

static void invalid_pair(D *d, size_t start)
{
    struct AstNode *key = expression(d);
    if (key != NULL && look(d) != TOKEN_COLON && !d->failed && !d->quiet) {
        struct Span span = key->span;
        span.column = span.end_column > 0 ? span.end_column - 1 : 0;
        span.end_line = span.line;
        mistake_span(d, span, "':' expected after dictionary key");
        d->parser->result->failure.end_offset = 0;
    }
    invalid_value(d, start);
}

static void invalid_dict(D *d, size_t start)
{
    d->mark = start + 1;
    size_t before = d->mark;
    if (dict_item(d)) {
        size_t last = d->mark;
        while (accept(d, TOKEN_COMMA)) {
            last = d->mark;
            if (!dict_item(d)) {
                d->mark = last;
                invalid_pair(d, last);
                break;
            }
        }
    }
    d->mark = before;
    invalid_value(d, before);
    d->mark = start;
}

static struct AstNode *dict_display(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LBRACE)) {
        return NULL;
    }
    if (dict_item(d)) {
        while (accept(d, TOKEN_COMMA)) {
            if (!dict_item(d)) {
                break;
            }
        }
    }
    if (accept(d, TOKEN_RBRACE)) {
        return recognised(d, AST_Dict, start);
    }
    d->mark = start;
    if (!d->quiet) {
        invalid_dict(d, start);
    }
    return NULL;
}

static struct AstNode *dict_comprehension(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_LBRACE) && key_and_value(d) && comprehension_clauses(d) != NULL && accept(d, TOKEN_RBRACE)) {
        return recognised(d, AST_DictComp, start);
    }
    d->mark = start;
    if (!d->quiet && look_ahead(d, 0) == TOKEN_LBRACE && look_ahead(d, 1) == TOKEN_DOUBLESTAR) {
        d->mark += 2;
        if (bitwise_or(d) != NULL && comprehension_clauses(d) != NULL && accept(d, TOKEN_RBRACE)) {
            mistake_at(d, start + 1, "dict unpacking cannot be used in dict comprehension");
        }
    }
    d->mark = start;
    return NULL;
}

static struct AstNode *braced(D *d)
{
    struct AstNode *node = dict_display(d);
    node = node != NULL ? node : set_display(d);
    node = node != NULL ? node : dict_comprehension(d);
    return node != NULL ? node : comprehension(d, TOKEN_LBRACE, TOKEN_RBRACE, AST_SetComp);
}

/* ---- strings ---- */

static bool replacement_field(D *d);

static void format_parts(D *d)
{
    while (accept(d, TOKEN_FSTRING_MIDDLE) || (look(d) == TOKEN_LBRACE && replacement_field(d))) {
        continue;
    }
}

static bool next_ends_value(D *d)
{
    enum TokenKind kind = look(d);
    return kind == TOKEN_EXCLAMATION || kind == TOKEN_COLON || kind == TOKEN_RBRACE;
}

static void *invalid_conversion(D *d)
{
    enum TokenKind next = look(d);
    if (next == TOKEN_COLON || next == TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: missing conversion character");
    }
    return mistake_at(d, d->mark, "f-string: invalid conversion character");
}

static void *invalid_field_end(D *d, bool converted)
{
    if (look(d) != TOKEN_COLON && look(d) != TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: expecting ':' or '}'");
    }
    (void)converted;
    if (accept(d, TOKEN_COLON)) {
        format_parts(d);
        if (look(d) != TOKEN_RBRACE) {
            return mistake_at(d, d->mark, "f-string: expecting '}', or format specs");
        }
        return NULL;
    }
    return NULL;
}

static void *invalid_field(D *d, size_t start)
{
    d->mark = start + 1;
    enum TokenKind next = look(d);
    if (next == TOKEN_EQUAL || next == TOKEN_EXCLAMATION || next == TOKEN_COLON || next == TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: valid expression required before '%s'", token_spelling(next));
    }
    if (yield_or_star_expressions(d) == NULL) {
        return mistake_at(d, d->mark, "f-string: expecting a valid expression after '{'");
    }
    if (look(d) != TOKEN_EQUAL && !next_ends_value(d)) {
        return mistake_at(d, d->mark, "f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (accept(d, TOKEN_EQUAL) && !next_ends_value(d)) {
        return mistake_at(d, d->mark, "f-string: expecting '!', or ':', or '}'");
    }
    bool converted = accept(d, TOKEN_EXCLAMATION);
    if (converted && !accept_name(d)) {
        return invalid_conversion(d);
    }
    return invalid_field_end(d, converted);
}

/* Mirrors build_check_conversion, which the push parser may not have reached. */
static bool conversion(D *d)
{
    if (!accept(d, TOKEN_EXCLAMATION)) {
        return true;
    }
    size_t mark = d->mark - 1;
    if (!accept_name(d)) {
        return false;
    }
    if (!build_check_conversion(d->parser, &d->tokens[mark], &d->tokens[mark + 1])) {
        d->failed = true;
    }
    return !d->failed;
}

static bool replacement_field(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LBRACE)) {
        return false;
    }
    if (yield_or_star_expressions(d) != NULL) {
        accept(d, TOKEN_EQUAL);
        if (conversion(d)) {
            if (accept(d, TOKEN_COLON)) {
                format_parts(d);
            }
            if (accept(d, TOKEN_RBRACE)) {
                return true;
            }
        }
    }
    d->mark = start;
    if (!d->quiet) {
        invalid_field(d, start);
    }
    d->mark = start;
    return false;
}

static bool fstring(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_FSTRING_START)) {
        return false;
    }
    format_parts(d);
    if (accept(d, TOKEN_FSTRING_END)) {
        return true;
    }
    d->mark = start;
    return false;
}

struct AstNode *strings(D *d)
{
    size_t start = d->mark;
    bool formatted = false;
    for (;;) {
        if (accept(d, TOKEN_STRING)) {
            continue;
        }
        if (!fstring(d)) {
            break;
        }
        formatted = true;
    }
    if (d->mark == start) {
        return NULL;
    }
    struct AstNode *node = recognised(d, formatted ? AST_JoinedStr : AST_Constant, start);
    if (node != NULL && !formatted) {
        as_Constant(node)->value.kind = AST_CONSTANT_STRING;
    }
    return node;
}

/* ---- atoms ---- */

static struct AstNode *constant(D *d, enum AstConstantKind kind)
{
    size_t start = d->mark++;
    struct AstNode *node = recognised(d, AST_Constant, start);
    if (node != NULL) {
        as_Constant(node)->value.kind = kind;
    }
    return node;
}

struct AstNode *atom(D *d)
{
    size_t start = d->mark;
    switch (look(d)) {
    case TOKEN_NAME:
    case TOKEN_MATCH:
    case TOKEN_CASE:
    case TOKEN_TYPE:
        d->mark++;
        return recognised(d, AST_Name, start);
    case TOKEN_TRUE:
        return constant(d, AST_CONSTANT_TRUE);
    case TOKEN_FALSE:
        return constant(d, AST_CONSTANT_FALSE);
    case TOKEN_NONE:
        return constant(d, AST_CONSTANT_NONE);
    case TOKEN_ELLIPSIS:
        return constant(d, AST_CONSTANT_ELLIPSIS);
    case TOKEN_NUMBER:
        return constant(d, AST_CONSTANT_INTEGER);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return strings(d);
    case TOKEN_LPAR:
        return parenthesized(d);
    case TOKEN_LSQB:
        return bracketed(d);
    case TOKEN_LBRACE:
        return braced(d);
    default:
        return NULL;
    }
}

/* ---- arguments ---- */

/* What one list of arguments holds, as far as messages ask. */
struct Arguments {
    struct AstNode *last_positional;
    size_t positional;   /* plain and starred ones before the keywords */
    size_t keywords;
    bool double_star;
    struct AstNode *first;
};

static bool starred_argument(D *d, struct AstNode **node)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_STAR)) {
        return false;
    }
    if (!d->quiet && expression(d) != NULL && accept(d, TOKEN_EQUAL)) {
        struct AstNode *value = expression(d);
        if (value != NULL) {
            mistake_span(d, build_join(token_span(&d->tokens[start]), value->span),
                         "cannot assign to iterable argument unpacking");
        }
    }
    d->mark = start + 1;
    if (expression(d) != NULL) {
        *node = recognised(d, AST_Starred, start);
        return *node != NULL;
    }
    if (!d->quiet) {
        mistake_farthest(d, "Invalid star expression");
    }
    d->mark = start;
    return false;
}

static bool positional_argument(D *d, struct AstNode **node)
{
    size_t start = d->mark;
    if (look(d) == TOKEN_STAR) {
        return starred_argument(d, node);
    }
    struct AstNode *value = NULL;
    if (next_is_name(d) && look_ahead(d, 1) == TOKEN_COLONEQUAL) {
        value = named_expression(d);
    } else {
        value = expression(d);
        if (value != NULL && look(d) == TOKEN_COLONEQUAL) {
            value = NULL;
        }
    }
    if (value == NULL || look(d) == TOKEN_EQUAL) {
        d->mark = start;
        return false;
    }
    *node = value;
    return true;
}

static void invalid_keyword(D *d, size_t start)
{
    enum TokenKind kind = look(d);
    if ((kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE) && look_ahead(d, 1) == TOKEN_EQUAL) {
        mistake_range(d, start, start + 1, "cannot assign to %s", token_spelling(kind));
        return;
    }
    bool named = next_is_name(d) && look_ahead(d, 1) == TOKEN_EQUAL;
    if (named) {
        d->mark += 2;
        if (expression(d) != NULL && comprehension_clauses(d) != NULL) {
            mistake_range(d, start, start + 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    } else {
        struct AstNode *target = expression(d);
        if (target != NULL && accept(d, TOKEN_EQUAL)) {
            mistake_span(d, build_join(target->span, token_span(&d->tokens[d->mark - 1])),
                         "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
    }
    d->mark = start;
}

static bool named_argument(D *d)
{
    size_t start = d->mark;
    if (!d->quiet) {
        invalid_keyword(d, start);
    }
    if (accept_name(d) && accept(d, TOKEN_EQUAL) && expression(d) != NULL) {
        return true;
    }
    d->mark = start;
    return false;
}

static bool double_starred_argument(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_DOUBLESTAR)) {
        return false;
    }
    if (expression(d) != NULL) {
        struct AstNode *value = NULL;
        size_t end = d->mark;
        if (!d->quiet && accept(d, TOKEN_EQUAL) && (value = expression(d)) != NULL) {
            mistake_span(d, build_join(token_span(&d->tokens[start]), value->span),
                         "cannot assign to keyword argument unpacking");
        }
        d->mark = end;
        return true;
    }
    d->mark = start;
    return false;
}

/* name=value and *value, then name=value and **value. */
static bool keyword_arguments(D *d, struct Arguments *found)
{
    size_t start = d->mark;
    size_t end = start;
    bool starred_allowed = true;
    for (;;) {
        struct AstNode *node;
        size_t before = d->mark;
        if (named_argument(d)) {
            found->keywords++;
        } else if (starred_allowed && look(d) == TOKEN_STAR && starred_argument(d, &node)) {
            found->positional++;
        } else if (double_starred_argument(d)) {
            found->keywords++;
            found->double_star = true;
            starred_allowed = false;
        } else {
            d->mark = before;
            break;
        }
        end = d->mark;
        if (!accept(d, TOKEN_COMMA)) {
            break;
        }
    }
    d->mark = end;
    return end > start;
}

/* Positional ones, then keywords; without a trailing comma. */
static bool argument_list(D *d, struct Arguments *found)
{
    size_t start = d->mark;
    size_t end = start;
    *found = (struct Arguments){.last_positional = NULL};
    struct AstNode *node;
    while (positional_argument(d, &node)) {
        found->first = found->first != NULL ? found->first : node;
        found->last_positional = node;
        found->positional++;
        end = d->mark;
        if (!accept(d, TOKEN_COMMA)) {
            break;
        }
    }
    bool comma = d->mark > end || end == start;
    if (comma && !keyword_arguments(d, found)) {
        d->mark = end;
    }
    return d->mark > start;
}

static void *unparenthesized_generator(D *d, const struct AstNode *element, const struct AstNode *last)
{
    return mistake_span(d, build_join(element->span, last->span), "Generator expression must be parenthesized");
}

/* f(x for y in z, …), f(…, x for y in z) */
static void *misplaced_generator(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    struct AstNode *element = expression(d);
    struct AstNode *last = element != NULL ? comprehension_clauses(d) : NULL;
    if (last != NULL && accept(d, TOKEN_COMMA)) {
        if (argument_list(d, &found)) {
            size_t end = d->mark;
            if (comprehension_clauses(d) == NULL) {
                d->mark = end;
            }
        }
        return unparenthesized_generator(d, element, last);
    }
    return NULL;
}

static void *generator_among_arguments(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    if (!argument_list(d, &found)) {
        return NULL;
    }
    size_t end = d->mark;
    struct AstNode *last = comprehension_clauses(d);
    if (last != NULL) {
        /* With one argument it is the generator itself, and something else is wrong. */
        if (found.positional + found.keywords > 1 && found.last_positional != NULL && found.keywords == 0) {
            return unparenthesized_generator(d, found.last_positional, last);
        }
        return NULL;
    }
    d->mark = end;
    if (accept(d, TOKEN_COMMA)) {
        struct AstNode *element = expression(d);
        last = element != NULL ? comprehension_clauses(d) : NULL;
        if (last != NULL) {
            return unparenthesized_generator(d, element, last);
        }
    }
    return NULL;
}

/* f(…, name=) */
static void *missing_value(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    for (int with_arguments = 1; with_arguments >= 0; with_arguments--) {
        d->mark = start;
        if (with_arguments && !(argument_list(d, &found) && accept(d, TOKEN_COMMA))) {
            continue;
        }
        size_t name = d->mark;
        if (accept_name(d) && accept(d, TOKEN_EQUAL) && (look(d) == TOKEN_COMMA || look(d) == TOKEN_RPAR)) {
            return mistake_range(d, name, name + 1, "expected argument value expression");
        }
    }
    return NULL;
}

static void *positional_after_keyword(D *d, size_t start)
{
    struct Arguments found, more;
    d->mark = start;
    if (argument_list(d, &found) && accept(d, TOKEN_COMMA) && argument_list(d, &more)) {
        return mistake_farthest(d, "positional argument follows keyword argument%s",
                                found.double_star ? " unpacking" : "");
    }
    return NULL;
}

static void *star_after_double_star(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    if (argument_list(d, &found) && found.keywords > 0 && accept(d, TOKEN_COMMA) && look(d) == TOKEN_STAR) {
        return mistake_at(d, d->mark, "iterable argument unpacking follows keyword argument unpacking");
    }
    return NULL;
}

static void invalid_arguments(D *d, size_t start)
{
    star_after_double_star(d, start);
    misplaced_generator(d, start);
    d->mark = start;
    if (next_is_name(d) && look_ahead(d, 1) == TOKEN_EQUAL) {
        d->mark += 2;
        if (expression(d) != NULL && comprehension_clauses(d) != NULL) {
            mistake_range(d, start, start + 1, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    }
    missing_value(d, start);
    generator_among_arguments(d, start);
    positional_after_keyword(d, start);
    d->mark = start;
}

/* What stands between a call's parentheses, up to the closing one; NULL if there is nothing valid. */
struct AstNode *call_arguments(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_ARGUMENTS, &node)) {
        return node;
    }
    struct Arguments found;
    node = NULL;
    if (argument_list(d, &found)) {
        accept(d, TOKEN_COMMA);
        if (look(d) == TOKEN_RPAR) {
            node = recognised(d, AST_Tuple, start);
        }
    }
    if (node == NULL) {
        d->mark = start;
        if (!d->quiet) {
            invalid_arguments(d, start);
        }
    }
    return remember(d, RULE_ARGUMENTS, start, node);
}
