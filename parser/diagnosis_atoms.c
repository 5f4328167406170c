/*
 * Diagnosis of atoms: brackets, comprehensions, dicts, strings; and of the
 * arguments of calls.
 */
#include <string.h>

#include "parser/diagnosis.h"

/* ---- lists, tuples, sets ---- */

/* [a, b] */
struct AstNode *read_list(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_LSQB)) {
        return NULL;
    }
    struct AstNode *elements = next_kind(d) != TOKEN_RSQB ? read_star_named_list(d) : NULL;
    if (!take_kind(d, TOKEN_RSQB)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = new_recognised(d, AST_List, start);
    if (node != NULL && elements != NULL) {
        as_List(node)->elts = as_Tuple(elements)->elts;
    }
    return node;
}

/* (), (a,), (a, b) */
struct AstNode *read_tuple(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_LPAR)) {
        return NULL;
    }
    struct List *elements = item_list_new(d->parser);
    struct AstNode *first = next_kind(d) != TOKEN_RPAR ? read_star_named(d) : NULL;
    if (first != NULL) {
        if (!take_kind(d, TOKEN_COMMA)) {
            d->mark = start;
            return NULL;
        }
        struct AstNode *rest = next_kind(d) != TOKEN_RPAR ? read_star_named_list(d) : NULL;
        elements = item_list_of(d->parser, first);
        for (size_t i = 0; rest != NULL && elements != NULL && i < as_Tuple(rest)->elts.count; i++) {
            elements = item_list_add(d->parser, elements, as_Tuple(rest)->elts.items[i]);
        }
    }
    if (elements == NULL || !take_kind(d, TOKEN_RPAR)) {
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = new_recognised(d, AST_Tuple, start);
    if (node != NULL) {
        as_Tuple(node)->elts = item_list_nodes(elements);
    }
    return node;
}

/* {a, b} */
static struct AstNode *set_display(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_LBRACE) && read_star_named_list(d) != NULL && take_kind(d, TOKEN_RBRACE)) {
        return new_recognised(d, AST_Set, start);
    }
    d->mark = start;
    return NULL;
}

/* ---- comprehensions ---- */

/* [*a for …], [a, b for …] */
static void invalid_comprehension(D *d)
{
    size_t start = d->mark;
    enum TokenKind opening = next_kind(d);
    d->mark++;
    size_t star = d->mark;
    if (take_kind(d, TOKEN_STAR)) {
        struct AstNode *value = read_expression(d);
        size_t end = d->mark;
        if (value != NULL && read_comprehension_clauses(d) != NULL) {
            mistake_range(d, star, end - 1, "iterable unpacking cannot be used in comprehension");
        } else if (value == NULL) {
            mistake_farthest(d, "Invalid star expression");
        }
    }
    d->mark = start + 1;
    if (opening != TOKEN_LPAR) {
        struct AstNode *first = read_star_named(d);
        if (first != NULL && take_kind(d, TOKEN_COMMA)) {
            size_t comma = d->mark - 1;
            struct AstNode *rest = read_star_named_list(d);
            if (rest != NULL && read_comprehension_clauses(d) != NULL) {
                struct AstNodes elements = as_Tuple(rest)->elts;
                mistake_span(d, build_join(first->span, elements.items[elements.count - 1]->span),
                             "did you forget parentheses around the comprehension target?");
            }
            d->mark = comma + 1;
            if (read_comprehension_clauses(d) != NULL) {
                mistake_span(d, build_join(first->span, token_span(&d->tokens[comma])),
                             "did you forget parentheses around the comprehension target?");
            }
        }
    }
    d->mark = start;
}

/* (x for …): the element is an expression or a walrus. */
struct AstNode *read_generator(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_LPAR) && read_walrus_or_expression(d) != NULL &&
        read_comprehension_clauses(d) != NULL && take_kind(d, TOKEN_RPAR)) {
        return new_recognised(d, AST_GeneratorExp, start);
    }
    d->mark = start;
    if (!d->quiet && next_kind(d) == TOKEN_LPAR) {
        invalid_comprehension(d);
    }
    return NULL;
}

/* [element for …], with any kind of brackets. */
static struct AstNode *comprehension(D *d, enum TokenKind opening, enum TokenKind closing, enum AstKind kind)
{
    size_t start = d->mark;
    if (take_kind(d, opening) && read_named(d) != NULL && read_comprehension_clauses(d) != NULL &&
        take_kind(d, closing)) {
        return new_recognised(d, kind, start);
    }
    d->mark = start;
    if (!d->quiet && next_kind(d) == opening) {
        invalid_comprehension(d);
    }
    return NULL;
}

/* ---- parentheses ---- */

/* (expression), (yield), and the starred ones that are wrong. */
static struct AstNode *group(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_LPAR)) {
        return NULL;
    }
    struct AstNode *inner = read_yield(d);
    inner = inner != NULL ? inner : read_named(d);
    if (inner != NULL && take_kind(d, TOKEN_RPAR)) {
        return inner;
    }
    d->mark = start + 1;
    if (!d->quiet && (next_kind(d) == TOKEN_STAR || next_kind(d) == TOKEN_DOUBLESTAR)) {
        bool twice = next_kind(d) == TOKEN_DOUBLESTAR;
        d->mark++;
        size_t end = read_expression(d) != NULL ? d->mark : start;
        if (end > start && take_kind(d, TOKEN_RPAR)) {
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
    struct AstNode *node = read_tuple(d);
    node = node != NULL ? node : group(d);
    return node != NULL ? node : comprehension(d, TOKEN_LPAR, TOKEN_RPAR, AST_GeneratorExp);
}

static struct AstNode *bracketed(D *d)
{
    struct AstNode *node = read_list(d);
    return node != NULL ? node : comprehension(d, TOKEN_LSQB, TOKEN_RSQB, AST_ListComp);
}

/* ---- dicts ---- */

/* key: value */
static bool key_and_value(D *d)
{
    size_t start = d->mark;
    if (read_expression(d) != NULL && take_kind(d, TOKEN_COLON) && read_expression(d) != NULL) {
        return true;
    }
    d->mark = start;
    return false;
}

/* key: value, or **mapping */
static bool dict_item(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_DOUBLESTAR)) {
        if (read_bitwise_or(d) != NULL) {
            return true;
        }
        d->mark = start;
        return false;
    }
    return key_and_value(d);
}

/*
 * The mistakes in a dict are special: CPython's grammar names them while it
 * still reads for the first time, so they come before all that the second
 * reading would find inside the keys.  Here a dict is therefore read in a mode
 * of its own, which names nothing else and has its own memory.
 */
static void name_dict_mistake(D *d, struct Span span, const char *message)
{
    bool quiet = d->quiet;
    d->quiet = false;
    mistake_span(d, span, "%s", message);
    d->quiet = quiet;
}

/* The value after `key :` is missing or starred. */
static void invalid_value(D *d, size_t start)
{
    d->mark = start;
    if (read_expression(d) != NULL && take_kind(d, TOKEN_COLON)) {
        size_t colon = d->mark - 1;
        if (take_kind(d, TOKEN_STAR) && read_bitwise_or(d) != NULL) {
            bool quiet = d->quiet;
            d->quiet = false;
            mistake_from(d, token_span(&d->tokens[colon + 1]),
                         "cannot use a starred expression in a dictionary value");
            d->quiet = quiet;
        }
        d->mark = colon + 1;
        if (next_kind(d) == TOKEN_RBRACE || next_kind(d) == TOKEN_COMMA) {
            name_dict_mistake(d, token_span(&d->tokens[colon]),
                              "expression expected after dictionary key and ':'");
        }
    }
    d->mark = start;
}

/* {a: b, …: the colon or the value of a later pair is missing. */
static void invalid_pair(D *d, size_t start)
{
    struct AstNode *key = read_expression(d);
    if (key != NULL && next_kind(d) != TOKEN_COLON && !d->failed) {
        struct Span span = key->span;
        span.column = span.end_column > 0 ? span.end_column - 1 : 0;
        span.end_line = span.line;
        name_dict_mistake(d, span, "':' expected after dictionary key");
        d->parser->result->failure.end_line = (int)key->span.end_line;
        d->parser->result->failure.end_offset = 0;
    }
    invalid_value(d, start);
}

/* Behind the brace. */
static bool dict_items(D *d)
{
    if (dict_item(d)) {
        while (take_kind(d, TOKEN_COMMA)) {
            if (!dict_item(d)) {
                break;
            }
        }
    }
    return take_kind(d, TOKEN_RBRACE);
}

/* Valid items up to the one that is not. */
static void invalid_dict(D *d, size_t start)
{
    d->mark = start + 1;
    size_t before = d->mark;
    if (dict_item(d)) {
        size_t last = d->mark;
        while (take_kind(d, TOKEN_COMMA)) {
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

/* As CPython's first reading: all is quiet but for the dict's own mistakes. */
static void read_dict_first(D *d, size_t start)
{
    struct Memo **memos = d->memos;
    bool quiet = d->quiet;
    if (d->first_memos == NULL) {
        d->first_memos = arena_allocate_array(d->parser->arena, d->count + 1, sizeof *d->first_memos);
    }
    if (d->first_memos == NULL) {
        d->failed = true;
        return;
    }
    d->memos = d->first_memos;
    d->quiet = true;
    d->mark = start + 1;
    if (!dict_items(d)) {
        invalid_dict(d, start);
    }
    d->memos = memos;
    d->quiet = quiet;
    d->mark = start;
}

static struct AstNode *dict_display(D *d)
{
    size_t start = d->mark;
    if (next_kind(d) != TOKEN_LBRACE) {
        return NULL;
    }
    read_dict_first(d, start);
    d->mark = start + 1;
    if (!d->failed && dict_items(d)) {
        return new_recognised(d, AST_Dict, start);
    }
    d->mark = start;
    return NULL;
}

/* {key: value for …}; {**a for …} is a mistake. */
static struct AstNode *dict_comprehension(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_LBRACE) && key_and_value(d) && read_comprehension_clauses(d) != NULL &&
        take_kind(d, TOKEN_RBRACE)) {
        return new_recognised(d, AST_DictComp, start);
    }
    d->mark = start;
    if (!d->quiet && kind_ahead(d, 0) == TOKEN_LBRACE && kind_ahead(d, 1) == TOKEN_DOUBLESTAR) {
        d->mark += 2;
        if (read_bitwise_or(d) != NULL && read_comprehension_clauses(d) != NULL &&
            take_kind(d, TOKEN_RBRACE)) {
            mistake_at(d, start + 1, "dict unpacking cannot be used in dict comprehension");
        }
    }
    d->mark = start;
    return NULL;
}

/* Everything that begins with a brace, in CPython's order. */
static struct AstNode *braced(D *d)
{
    struct AstNode *node = dict_display(d);
    node = node != NULL ? node : set_display(d);
    node = node != NULL ? node : dict_comprehension(d);
    return node != NULL ? node : comprehension(d, TOKEN_LBRACE, TOKEN_RBRACE, AST_SetComp);
}

/* ---- strings ---- */

static bool replacement_field(D *d);

/* Text and fields, in an f-string or a format specification. */
static void format_parts(D *d)
{
    while (take_kind(d, TOKEN_FSTRING_MIDDLE) || (next_kind(d) == TOKEN_LBRACE && replacement_field(d))) {
        continue;
    }
}

static bool next_ends_value(D *d)
{
    enum TokenKind kind = next_kind(d);
    return kind == TOKEN_EXCLAMATION || kind == TOKEN_COLON || kind == TOKEN_RBRACE;
}

/* What stands behind the `!` is no conversion. */
static void *invalid_conversion(D *d)
{
    enum TokenKind next = next_kind(d);
    if (next == TOKEN_COLON || next == TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: missing conversion character");
    }
    return mistake_at(d, d->mark, "f-string: invalid conversion character");
}

/* The expression is fine; what ends the field is not. */
static void *invalid_field_end(D *d)
{
    if (next_kind(d) != TOKEN_COLON && next_kind(d) != TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: expecting ':' or '}'");
    }
    if (take_kind(d, TOKEN_COLON)) {
        format_parts(d);
        if (next_kind(d) != TOKEN_RBRACE) {
            return mistake_at(d, d->mark, "f-string: expecting '}', or format specs");
        }
        return NULL;
    }
    return NULL;
}

/* Which part of {expression = !r :specification} is missing? */
static void *invalid_field(D *d, size_t start)
{
    d->mark = start + 1;
    enum TokenKind next = next_kind(d);
    if (next == TOKEN_EQUAL || next == TOKEN_EXCLAMATION || next == TOKEN_COLON || next == TOKEN_RBRACE) {
        return mistake_at(d, d->mark, "f-string: valid expression required before '%s'",
                          token_spelling(next));
    }
    if (read_yield_or_star(d) == NULL) {
        return mistake_at(d, d->mark, "f-string: expecting a valid expression after '{'");
    }
    if (next_kind(d) != TOKEN_EQUAL && !next_ends_value(d)) {
        return mistake_at(d, d->mark, "f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (take_kind(d, TOKEN_EQUAL) && !next_ends_value(d)) {
        return mistake_at(d, d->mark, "f-string: expecting '!', or ':', or '}'");
    }
    if (take_kind(d, TOKEN_EXCLAMATION) && !take_name(d)) {
        return invalid_conversion(d);
    }
    return invalid_field_end(d);
}

/* Mirrors build_check_conversion, which the push parser may not have reached. */
static bool conversion(D *d)
{
    if (!take_kind(d, TOKEN_EXCLAMATION)) {
        return true;
    }
    size_t mark = d->mark - 1;
    if (!take_name(d)) {
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
    if (!take_kind(d, TOKEN_LBRACE)) {
        return false;
    }
    if (read_yield_or_star(d) != NULL) {
        take_kind(d, TOKEN_EQUAL);
        if (conversion(d)) {
            if (take_kind(d, TOKEN_COLON)) {
                format_parts(d);
            }
            if (take_kind(d, TOKEN_RBRACE)) {
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
    if (!take_kind(d, TOKEN_FSTRING_START)) {
        return false;
    }
    format_parts(d);
    if (take_kind(d, TOKEN_FSTRING_END)) {
        return true;
    }
    d->mark = start;
    return false;
}

/* Neighbouring literals. */
struct AstNode *read_strings(D *d)
{
    size_t start = d->mark;
    bool formatted = false;
    for (;;) {
        if (take_kind(d, TOKEN_STRING)) {
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
    struct AstNode *node = new_recognised(d, formatted ? AST_JoinedStr : AST_Constant, start);
    if (node != NULL && !formatted) {
        as_Constant(node)->value.kind = AST_CONSTANT_STRING;
    }
    return node;
}

/* ---- atoms ---- */

static struct AstNode *constant(D *d, enum AstConstantKind kind)
{
    size_t start = d->mark++;
    struct AstNode *node = new_recognised(d, AST_Constant, start);
    if (node != NULL) {
        as_Constant(node)->value.kind = kind;
    }
    return node;
}

struct AstNode *read_atom(D *d)
{
    size_t start = d->mark;
    switch (next_kind(d)) {
    case TOKEN_NAME:
    case TOKEN_MATCH:
    case TOKEN_CASE:
    case TOKEN_TYPE:
        d->mark++;
        return new_recognised(d, AST_Name, start);
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
        return read_strings(d);
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
    size_t positional; /* plain and starred ones before the keywords */
    size_t keywords;
    bool double_star;
    struct AstNode *first;
};

/* *iterable */
bool read_starred_argument(D *d, struct AstNode **node)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_STAR)) {
        return false;
    }
    if (!d->quiet && read_expression(d) != NULL && take_kind(d, TOKEN_EQUAL)) {
        struct AstNode *value = read_expression(d);
        if (value != NULL) {
            mistake_span(d, build_join(token_span(&d->tokens[start]), value->span),
                         "cannot assign to iterable argument unpacking");
        }
    }
    d->mark = start + 1;
    if (read_expression(d) != NULL) {
        *node = new_recognised(d, AST_Starred, start);
        return *node != NULL;
    }
    if (!d->quiet) {
        mistake_farthest(d, "Invalid star expression");
    }
    d->mark = start;
    return false;
}

/* An argument that is not followed by `=`. */
static bool positional_argument(D *d, struct AstNode **node)
{
    size_t start = d->mark;
    if (next_kind(d) == TOKEN_STAR) {
        return read_starred_argument(d, node);
    }
    struct AstNode *value = read_walrus_or_expression(d);
    if (value == NULL || next_kind(d) == TOKEN_EQUAL) {
        d->mark = start;
        return false;
    }
    *node = value;
    return true;
}

/* f(True=1), f(a.b=1), f(a=b for …) */
static void invalid_keyword(D *d, size_t start)
{
    enum TokenKind kind = next_kind(d);
    if ((kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE) &&
        kind_ahead(d, 1) == TOKEN_EQUAL) {
        mistake_range(d, start, start + 1, "cannot assign to %s", token_spelling(kind));
        return;
    }
    bool named = next_is_name_token(d) && kind_ahead(d, 1) == TOKEN_EQUAL;
    if (named) {
        d->mark += 2;
        if (read_expression(d) != NULL && read_comprehension_clauses(d) != NULL) {
            mistake_range(d, start, start + 1,
                          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    } else {
        struct AstNode *target = read_expression(d);
        if (target != NULL && take_kind(d, TOKEN_EQUAL)) {
            mistake_span(d, build_join(target->span, token_span(&d->tokens[d->mark - 1])),
                         "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
    }
    d->mark = start;
}

/* name=value */
static bool named_argument(D *d)
{
    size_t start = d->mark;
    if (!d->quiet) {
        invalid_keyword(d, start);
    }
    if (take_name(d) && take_kind(d, TOKEN_EQUAL) && read_expression(d) != NULL) {
        return true;
    }
    d->mark = start;
    return false;
}

/* **mapping */
static bool double_starred_argument(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_DOUBLESTAR)) {
        return false;
    }
    if (read_expression(d) != NULL) {
        struct AstNode *value = NULL;
        size_t end = d->mark;
        if (!d->quiet && take_kind(d, TOKEN_EQUAL) && (value = read_expression(d)) != NULL) {
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
        } else if (starred_allowed && next_kind(d) == TOKEN_STAR && read_starred_argument(d, &node)) {
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
        if (!take_kind(d, TOKEN_COMMA)) {
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
        if (!take_kind(d, TOKEN_COMMA)) {
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
    return mistake_span(d, build_join(element->span, last->span),
                        "Generator expression must be parenthesized");
}

/* f(x for y in z, …), f(…, x for y in z) */
static void *misplaced_generator(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    struct AstNode *element = read_expression(d);
    struct AstNode *last = element != NULL ? read_comprehension_clauses(d) : NULL;
    if (last != NULL && take_kind(d, TOKEN_COMMA)) {
        if (argument_list(d, &found)) {
            size_t end = d->mark;
            if (read_comprehension_clauses(d) == NULL) {
                d->mark = end;
            }
        }
        return unparenthesized_generator(d, element, last);
    }
    return NULL;
}

/* f(a, x for y in z): only a single argument may go without parentheses. */
static void *generator_among_arguments(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    if (!argument_list(d, &found)) {
        return NULL;
    }
    size_t end = d->mark;
    struct AstNode *last = read_comprehension_clauses(d);
    if (last != NULL) {
        /* With one argument it is the generator itself, and something else is wrong. */
        if (found.positional + found.keywords > 1 && found.last_positional != NULL && found.keywords == 0) {
            return unparenthesized_generator(d, found.last_positional, last);
        }
        return NULL;
    }
    d->mark = end;
    if (take_kind(d, TOKEN_COMMA)) {
        struct AstNode *element = read_expression(d);
        last = element != NULL ? read_comprehension_clauses(d) : NULL;
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
        if (with_arguments && !(argument_list(d, &found) && take_kind(d, TOKEN_COMMA))) {
            continue;
        }
        size_t name = d->mark;
        if (take_name(d) && take_kind(d, TOKEN_EQUAL) &&
            (next_kind(d) == TOKEN_COMMA || next_kind(d) == TOKEN_RPAR)) {
            return mistake_range(d, name, name + 1, "expected argument value expression");
        }
    }
    return NULL;
}

/* f(a=1, b), f(**a, b) */
static void *positional_after_keyword(D *d, size_t start)
{
    struct Arguments found, more;
    d->mark = start;
    if (argument_list(d, &found) && take_kind(d, TOKEN_COMMA) && argument_list(d, &more)) {
        return mistake_farthest(d, "positional argument follows keyword argument%s",
                                found.double_star ? " unpacking" : "");
    }
    return NULL;
}

/* f(**a, *b) */
static void *star_after_double_star(D *d, size_t start)
{
    struct Arguments found;
    d->mark = start;
    if (!argument_list(d, &found) || found.keywords == 0 || !take_kind(d, TOKEN_COMMA) ||
        next_kind(d) != TOKEN_STAR) {
        return NULL;
    }
    size_t comma = d->mark - 1;
    size_t end = d->mark;
    struct AstNode *node;
    while (positional_argument(d, &node)) {
        end = d->mark;
        if (!take_kind(d, TOKEN_COMMA)) {
            break;
        }
    }
    return mistake_range(d, comma, end - 1, "iterable argument unpacking follows keyword argument unpacking");
}

/* The usual mistakes, in CPython's order. */
static void invalid_arguments(D *d, size_t start)
{
    star_after_double_star(d, start);
    misplaced_generator(d, start);
    d->mark = start;
    if (next_is_name_token(d) && kind_ahead(d, 1) == TOKEN_EQUAL) {
        d->mark += 2;
        if (read_expression(d) != NULL && read_comprehension_clauses(d) != NULL) {
            mistake_range(d, start, start + 1,
                          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    }
    missing_value(d, start);
    generator_among_arguments(d, start);
    positional_after_keyword(d, start);
    d->mark = start;
}

/* What stands between a call's parentheses, up to the closing one; NULL if there is nothing valid. */
struct AstNode *read_call_arguments(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_ARGUMENTS, &node)) {
        return node;
    }
    struct Arguments found;
    node = NULL;
    if (argument_list(d, &found)) {
        take_kind(d, TOKEN_COMMA);
        if (next_kind(d) == TOKEN_RPAR) {
            node = new_recognised(d, AST_Tuple, start);
        }
    }
    if (node == NULL) {
        d->mark = start;
        if (!d->quiet) {
            invalid_arguments(d, start);
        }
    }
    return remember_rule(d, RULE_ARGUMENTS, start, node);
}
