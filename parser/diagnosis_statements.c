/*
 * Diagnosis of statements: missing colons, missing blocks, wrong targets.
 */
#include "parser/diagnosis.h"

static bool statement(D *d);
static bool block(D *d);

/* ---- heads of compound statements ---- */

/* ':' or, at the end of a line, the complaint that it is missing. */
static bool colon_or_mistake(D *d)
{
    if (take_kind(d, TOKEN_COLON)) {
        return true;
    }
    if (next_kind(d) == TOKEN_NEWLINE) {
        d->farthest = d->mark + 1 > d->farthest ? d->mark + 1 : d->farthest;
        mistake_farthest(d, "expected ':'");
    }
    return false;
}

/* After the colon: is the indented block missing? */
static bool block_follows(D *d)
{
    return next_kind(d) != TOKEN_NEWLINE || kind_ahead(d, 1) == TOKEN_INDENT || d->failed;
}

/* The block behind a head's colon, which must be there. */
static bool body(D *d, const char *what, size_t head)
{
    if (!block_follows(d)) {
        return mistake_indentation(d, "expected an indented block after %s on line %u", what,
                                   d->tokens[head].line) != NULL;
    }
    return block(d);
}

/* Simple statements on the same line, or an indented block. */
static bool block(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_NEWLINE)) {
        return statement(d);
    }
    if (!take_kind(d, TOKEN_INDENT)) {
        return mistake_indentation(d, "expected an indented block") != NULL;
    }
    if (read_statements(d) && take_kind(d, TOKEN_DEDENT)) {
        return true;
    }
    d->mark = d->failed ? d->mark : start;
    return false;
}

static bool else_block(D *d)
{
    size_t head = d->mark;
    return take_kind(d, TOKEN_ELSE) && take_forced(d, TOKEN_COLON) && body(d, "'else' statement", head);
}

static bool optional_else(D *d)
{
    return next_kind(d) != TOKEN_ELSE || else_block(d);
}

/* if … elif … else … */
static bool if_statement(D *d)
{
    size_t head = d->mark;
    const char *what = next_kind(d) == TOKEN_IF ? "'if' statement" : "'elif' statement";
    d->mark++;
    if (read_named(d) == NULL || !colon_or_mistake(d) || !body(d, what, head)) {
        return false;
    }
    while (next_kind(d) == TOKEN_ELIF) {
        head = d->mark++;
        if (read_named(d) == NULL || !colon_or_mistake(d) || !body(d, "'elif' statement", head)) {
            return false;
        }
    }
    return optional_else(d);
}

static bool while_statement(D *d)
{
    size_t head = d->mark++;
    return read_named(d) != NULL && colon_or_mistake(d) && body(d, "'while' statement", head) &&
           optional_else(d);
}

/* [async] for targets in iterables: block */
static bool for_statement(D *d)
{
    size_t start = d->mark;
    take_kind(d, TOKEN_ASYNC);
    size_t head = d->mark;
    if (!take_kind(d, TOKEN_FOR)) {
        return false;
    }
    if (read_star_targets(d) != NULL && take_kind(d, TOKEN_IN)) {
        return read_star_expressions(d) != NULL && colon_or_mistake(d) && body(d, "'for' statement", head) &&
               optional_else(d);
    }
    d->mark = start;
    take_kind(d, TOKEN_ASYNC);
    take_kind(d, TOKEN_FOR);
    mistake_target(d, read_star_expressions(d), TARGET_FOR);
    return false;
}

/* ---- with ---- */

/* expression [as target] */
static bool with_item(D *d)
{
    size_t start = d->mark;
    if (read_expression(d) == NULL) {
        d->mark = start;
        return false;
    }
    size_t end = d->mark;
    if (!take_kind(d, TOKEN_AS)) {
        return true;
    }
    size_t target = d->mark;
    if (read_star_target(d) != NULL) {
        enum TokenKind next = next_kind(d);
        if (next == TOKEN_COMMA || next == TOKEN_RPAR || next == TOKEN_COLON || next == TOKEN_NEWLINE) {
            return true;
        }
    }
    d->mark = target;
    struct AstNode *wrong = read_expression(d);
    enum TokenKind next = next_kind(d);
    if (wrong != NULL && (next == TOKEN_COMMA || next == TOKEN_RPAR || next == TOKEN_COLON)) {
        mistake_target(d, wrong, TARGET_STAR);
    }
    d->mark = end;
    return !d->failed;
}

static bool with_items(D *d)
{
    if (!with_item(d)) {
        return false;
    }
    while (take_kind(d, TOKEN_COMMA)) {
        size_t end = d->mark;
        if (!with_item(d)) {
            d->mark = end;
            break;
        }
    }
    return !d->failed;
}

/* With and without parentheses around the items. */
static bool with_statement(D *d)
{
    take_kind(d, TOKEN_ASYNC);
    size_t head = d->mark;
    if (!take_kind(d, TOKEN_WITH)) {
        return false;
    }
    size_t items = d->mark;
    if (take_kind(d, TOKEN_LPAR) && with_items(d) && take_kind(d, TOKEN_RPAR) &&
        (next_kind(d) == TOKEN_COLON || next_kind(d) == TOKEN_NEWLINE)) {
        return colon_or_mistake(d) && body(d, "'with' statement", head);
    }
    d->mark = items;
    return with_items(d) && colon_or_mistake(d) && body(d, "'with' statement", head);
}

/* ---- try ---- */

/* except a, b: */
static void unparenthesized_types(D *d)
{
    size_t start = d->mark;
    struct AstNode *first = read_expression(d);
    if (first != NULL && take_kind(d, TOKEN_COMMA) && read_expressions(d) != NULL) {
        size_t end = d->mark;
        if (take_kind(d, TOKEN_AS) && !take_name(d)) {
            d->mark = end;
        }
        if (take_kind(d, TOKEN_COLON)) {
            mistake_from(d, first->span, "multiple exception types must be parenthesized");
        }
    }
    d->mark = start;
}

/* except [*] [type [as name]]: block */
static bool handler(D *d, bool *star)
{
    size_t head = d->mark++;
    *star = take_kind(d, TOKEN_STAR);
    if (*star && (next_kind(d) == TOKEN_NEWLINE || next_kind(d) == TOKEN_COLON)) {
        return mistake_farthest(d, "expected one or more exception types") != NULL;
    }
    if (next_kind(d) != TOKEN_COLON && next_kind(d) != TOKEN_NEWLINE) {
        unparenthesized_types(d);
        if (read_expression(d) == NULL || (take_kind(d, TOKEN_AS) && !take_name(d))) {
            return false;
        }
    }
    return colon_or_mistake(d) && body(d, *star ? "'except*' statement" : "'except' statement", head);
}

static void *mixed_handlers(D *d, size_t head, bool star)
{
    static const char message[] = "cannot have both 'except' and 'except*' on the same 'try'";
    if (star) {
        return mistake_range(d, head, head + 1, "%s", message);
    }
    return mistake_at(d, head, "%s", message);
}

static bool finally_block(D *d)
{
    size_t head = d->mark++;
    return take_forced(d, TOKEN_COLON) && body(d, "'finally' statement", head);
}

/* Reads on to the end of the handler's head: CPython only complains of heads that are whole. */
static bool handler_head_is_whole(D *d)
{
    size_t start = d->mark++;
    take_kind(d, TOKEN_STAR);
    bool whole = d->tokens[start + 1].kind != TOKEN_STAR && take_kind(d, TOKEN_COLON);
    if (!whole && read_expression(d) != NULL) {
        whole = (!take_kind(d, TOKEN_AS) || take_name(d)) && take_kind(d, TOKEN_COLON);
    }
    d->mark = start;
    return whole;
}

/* try needs handlers or a finally, and handlers of one sort. */
static bool try_statement(D *d)
{
    size_t head = d->mark++;
    if (!take_forced(d, TOKEN_COLON) || !body(d, "'try' statement", head)) {
        return false;
    }
    if (next_kind(d) == TOKEN_FINALLY) {
        return finally_block(d);
    }
    if (next_kind(d) != TOKEN_EXCEPT) {
        return mistake_farthest(d, "expected 'except' or 'finally' block") != NULL;
    }
    bool first_star = false;
    for (size_t count = 0; next_kind(d) == TOKEN_EXCEPT; count++) {
        size_t at = d->mark;
        bool star = kind_ahead(d, 1) == TOKEN_STAR;
        if (count > 0 && star != first_star && handler_head_is_whole(d)) {
            return mixed_handlers(d, at, star) != NULL;
        }
        if (!handler(d, &star)) {
            return false;
        }
        first_star = count == 0 ? star : first_star;
    }
    return optional_else(d) && (next_kind(d) != TOKEN_FINALLY || finally_block(d));
}

/* ---- match ---- */

/* case patterns [if guard]: block */
static bool case_block(D *d)
{
    size_t head = d->mark++;
    if (!read_case_patterns(d) || (take_kind(d, TOKEN_IF) && read_named(d) == NULL)) {
        return false;
    }
    return colon_or_mistake(d) && body(d, "'case' statement", head);
}

/* Unless it turns out that `match` is a name here. */
static bool match_statement(D *d)
{
    size_t head = d->mark++;
    if (read_star_named_list(d) == NULL) {
        d->mark = head;
        return false;
    }
    if (next_kind(d) == TOKEN_NEWLINE && d->tokens[head + 1].kind != TOKEN_LPAR &&
        d->tokens[head + 1].kind != TOKEN_LSQB && d->tokens[head + 1].kind != TOKEN_MINUS &&
        d->tokens[head + 1].kind != TOKEN_STAR) {
        return colon_or_mistake(d);
    }
    if (!take_kind(d, TOKEN_COLON)) {
        d->mark = head;
        return false;
    }
    if (!block_follows(d)) {
        return mistake_indentation(d, "expected an indented block after 'match' statement on line %u",
                                   d->tokens[head].line) != NULL;
    }
    if (!take_kind(d, TOKEN_NEWLINE) || !take_kind(d, TOKEN_INDENT)) {
        d->mark = head;
        return false;
    }
    while (token_has_text(d, d->mark, "case") && case_block(d)) {
        continue;
    }
    return !d->failed && take_kind(d, TOKEN_DEDENT);
}

/* ---- definitions ---- */

/* [async] def name[T](parameters) [-> result]: block */
static bool function_definition(D *d)
{
    take_kind(d, TOKEN_ASYNC);
    size_t head = d->mark;
    if (!take_kind(d, TOKEN_DEF) || !take_name(d) || !read_type_parameters(d) ||
        !take_forced(d, TOKEN_LPAR)) {
        return false;
    }
    if (!read_parameters(d, false) || !take_kind(d, TOKEN_RPAR)) {
        return false;
    }
    size_t arrow = d->mark;
    if (take_kind(d, TOKEN_RARROW) && read_expression(d) == NULL) {
        if (d->failed) {
            return false;
        }
        d->mark = arrow; /* an optional part that is not there: the colon is what is missing */
    }
    return take_forced(d, TOKEN_COLON) && body(d, "function definition", head);
}

/* class name[T](arguments): block */
static bool class_definition(D *d)
{
    size_t head = d->mark++;
    if (!take_name(d) || !read_type_parameters(d)) {
        return false;
    }
    if (take_kind(d, TOKEN_LPAR)) {
        read_call_arguments(d);
        if (!take_kind(d, TOKEN_RPAR)) {
            return false;
        }
    }
    return colon_or_mistake(d) && body(d, "class definition", head);
}

/* @decorator lines, then a definition. */
static bool decorated(D *d)
{
    while (take_kind(d, TOKEN_AT)) {
        if (read_named(d) == NULL || !take_kind(d, TOKEN_NEWLINE)) {
            return false;
        }
    }
    return next_kind(d) == TOKEN_CLASS ? class_definition(d) : function_definition(d);
}

static bool async_statement(D *d)
{
    switch (kind_ahead(d, 1)) {
    case TOKEN_FOR:
        return for_statement(d);
    case TOKEN_WITH:
        return with_statement(d);
    default:
        return function_definition(d);
    }
}

/* ---- simple statements ---- */

/* += and the like */
static bool augmented_operator(D *d)
{
    enum TokenKind kind = next_kind(d);
    if (kind == TOKEN_ATEQUAL || kind == TOKEN_DOUBLESLASHEQUAL ||
        (kind >= TOKEN_PLUSEQUAL && kind <= TOKEN_DOUBLESTAREQUAL)) {
        d->mark++;
        return true;
    }
    return false;
}

/* : annotation [= value] */
static bool annotation_rest(D *d)
{
    if (!take_kind(d, TOKEN_COLON) || read_expression(d) == NULL) {
        return false;
    }
    size_t end = d->mark;
    if (take_kind(d, TOKEN_EQUAL) && read_yield_or_star(d) == NULL) {
        d->mark = end;
    }
    return true;
}

/* name: int, (name): int, a.b: int */
static bool annotated_assignment(D *d)
{
    size_t start = d->mark;
    if (take_name(d) && annotation_rest(d)) {
        return true;
    }
    d->mark = start;
    if (take_kind(d, TOKEN_LPAR) && read_single_target(d) != NULL && take_kind(d, TOKEN_RPAR) &&
        annotation_rest(d)) {
        return true;
    }
    d->mark = start;
    if (read_subscript_or_attribute(d) != NULL && annotation_rest(d)) {
        return true;
    }
    d->mark = start;
    return false;
}

/* a = b = …, as far as the targets are valid. */
static void skip_targets(D *d)
{
    for (size_t end = d->mark;; end = d->mark) {
        if (read_star_targets(d) == NULL || !take_kind(d, TOKEN_EQUAL)) {
            d->mark = end;
            return;
        }
    }
}

/* targets = value, target += value */
static bool plain_assignment(D *d)
{
    size_t start = d->mark;
    skip_targets(d);
    if (d->mark > start && read_yield_or_star(d) != NULL && next_kind(d) != TOKEN_EQUAL) {
        return true;
    }
    d->mark = start;
    if (read_single_target(d) != NULL && augmented_operator(d) && read_yield_or_star(d) != NULL) {
        return true;
    }
    d->mark = start;
    return false;
}

/* [a]: int, (a, b): int */
static struct AstNode *sequence_target(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = read_list(d);
    node = node != NULL ? node : read_tuple(d);
    if (node != NULL) {
        return node;
    }
    if (take_kind(d, TOKEN_LPAR) && (node = sequence_target(d)) != NULL && take_kind(d, TOKEN_RPAR)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

/* Lists, tuples and anything else that cannot be annotated. */
static void invalid_annotation(D *d, size_t start)
{
    struct AstNode *target = sequence_target(d);
    if (target != NULL && take_kind(d, TOKEN_COLON) && read_expression(d) != NULL) {
        mistake_span(d, target->span, "only single target (not %s) can be annotated",
                     name_of_expression(target));
    }
    d->mark = start;
    target = read_star_named(d);
    if (target != NULL && take_kind(d, TOKEN_COMMA)) {
        read_star_named_list(d);
        if (take_kind(d, TOKEN_COLON) && read_expression(d) != NULL) {
            mistake_span(d, target->span, "only single target (not tuple) can be annotated");
        }
    }
    d->mark = start;
    target = read_expression(d);
    if (target != NULL && take_kind(d, TOKEN_COLON) && read_expression(d) != NULL) {
        mistake_span(d, target->span, "illegal target for annotation");
    }
    d->mark = start;
}

/* What stands before the `=` cannot stand there. */
static void invalid_assignment(D *d, size_t start)
{
    invalid_annotation(d, start);
    skip_targets(d);
    size_t value = d->mark;
    struct AstNode *target = read_star_expressions(d);
    if (target != NULL && take_kind(d, TOKEN_EQUAL)) {
        mistake_target(d, target, TARGET_STAR);
    }
    d->mark = value;
    target = read_yield(d);
    if (target != NULL && take_kind(d, TOKEN_EQUAL)) {
        mistake_span(d, target->span, "assignment to yield expression not possible");
    }
    d->mark = start;
    target = read_star_expressions(d);
    if (target != NULL && augmented_operator(d) && read_yield_or_star(d) != NULL) {
        mistake_span(d, target->span, "'%s' is an illegal expression for augmented assignment",
                     name_of_expression(target));
    }
    d->mark = start;
}

/* In CPython's order: assignments, their mistakes, expressions. */
static bool assignment_or_expression(D *d)
{
    size_t start = d->mark;
    if (annotated_assignment(d) || plain_assignment(d)) {
        return true;
    }
    if (!d->failed) {
        invalid_assignment(d, start);
    }
    return read_star_expressions(d) != NULL;
}

static bool dotted_name(D *d)
{
    if (!take_name(d)) {
        return false;
    }
    while (next_kind(d) == TOKEN_DOT) {
        d->mark++;
        if (!take_name(d)) {
            return false;
        }
    }
    return true;
}

static bool optional_as(D *d)
{
    return !take_kind(d, TOKEN_AS) || take_name(d);
}

/* import a from b; import with nothing behind it. */
static void invalid_import(D *d, size_t start)
{
    d->mark = start + 1;
    if (next_kind(d) == TOKEN_NEWLINE) {
        mistake_from(d, token_span(&d->tokens[d->mark]), "Expected one or more names after 'import'");
        return;
    }
    bool named = dotted_name(d);
    while (named && take_kind(d, TOKEN_COMMA)) {
        named = dotted_name(d);
    }
    if (named && take_kind(d, TOKEN_FROM) && dotted_name(d)) {
        mistake_from(d, token_span(&d->tokens[start]), "Did you mean to use 'from ... import ...' instead?");
    }
    d->mark = start;
}

static bool import_statement(D *d)
{
    size_t start = d->mark;
    invalid_import(d, start);
    d->mark = start + 1;
    do {
        if (!dotted_name(d) || !optional_as(d)) {
            return false;
        }
    } while (take_kind(d, TOKEN_COMMA));
    return true;
}

/* What stands behind `from … import`. */
static bool import_names(D *d)
{
    if (take_kind(d, TOKEN_STAR)) {
        return true;
    }
    bool parenthesized = take_kind(d, TOKEN_LPAR);
    if (!parenthesized && next_kind(d) == TOKEN_NEWLINE) {
        return mistake_from(d, token_span(&d->tokens[d->mark]),
                            "Expected one or more names after 'import'") != NULL;
    }
    bool any = false;
    while (take_name(d)) {
        any = true;
        if (!optional_as(d)) {
            return false;
        }
        if (!take_kind(d, TOKEN_COMMA)) {
            return !parenthesized || take_kind(d, TOKEN_RPAR);
        }
    }
    if (parenthesized) {
        return any && take_kind(d, TOKEN_RPAR);
    }
    if (any && next_kind(d) == TOKEN_NEWLINE) {
        mistake_farthest(d, "trailing comma not allowed without surrounding parentheses");
    }
    return false;
}

static bool from_statement(D *d)
{
    d->mark++;
    while (take_kind(d, TOKEN_DOT) || take_kind(d, TOKEN_ELLIPSIS)) {
        continue;
    }
    if (next_is_name_token(d) && !dotted_name(d)) {
        return false;
    }
    return take_kind(d, TOKEN_IMPORT) && import_names(d);
}

/* del targets */
static bool delete_statement(D *d)
{
    size_t start = d->mark++;
    if (read_delete_targets(d) && (next_kind(d) == TOKEN_SEMI || next_kind(d) == TOKEN_NEWLINE)) {
        return true;
    }
    d->mark = start + 1;
    mistake_target(d, read_star_expressions(d), TARGET_DELETE);
    return false;
}

static bool raise_statement(D *d)
{
    d->mark++;
    if (read_expression(d) == NULL) {
        return true;
    }
    return !take_kind(d, TOKEN_FROM) || read_expression(d) != NULL;
}

static bool names(D *d)
{
    d->mark++;
    do {
        if (!take_name(d)) {
            return false;
        }
    } while (take_kind(d, TOKEN_COMMA));
    return true;
}

static bool type_statement(D *d)
{
    d->mark++;
    return take_name(d) && read_type_parameters(d) && take_kind(d, TOKEN_EQUAL) && read_expression(d) != NULL;
}

static bool assert_statement(D *d)
{
    d->mark++;
    return read_expression(d) != NULL && (!take_kind(d, TOKEN_COMMA) || read_expression(d) != NULL);
}

static bool simple_statement(D *d)
{
    switch (next_kind(d)) {
    case TOKEN_RETURN:
        d->mark++;
        read_star_expressions(d);
        return !d->failed;
    case TOKEN_IMPORT:
        return import_statement(d);
    case TOKEN_FROM:
        return from_statement(d);
    case TOKEN_RAISE:
        return raise_statement(d);
    case TOKEN_PASS:
    case TOKEN_BREAK:
    case TOKEN_CONTINUE:
        d->mark++;
        return true;
    case TOKEN_DEL:
        return delete_statement(d);
    case TOKEN_YIELD:
        return assignment_or_expression(d) || read_yield(d) != NULL;
    case TOKEN_ASSERT:
        return assert_statement(d);
    case TOKEN_GLOBAL:
    case TOKEN_NONLOCAL:
        return names(d);
    case TOKEN_TYPE:
        return type_statement(d);
    default:
        return assignment_or_expression(d);
    }
}

/* Separated by `;`, ended by the line. */
static bool simple_statements(D *d)
{
    do {
        if (next_kind(d) == TOKEN_NEWLINE) {
            break;
        }
        if (!simple_statement(d)) {
            return false;
        }
    } while (take_kind(d, TOKEN_SEMI));
    return take_kind(d, TOKEN_NEWLINE);
}

/* Any statement; the first token tells which. */
static bool statement(D *d)
{
    size_t start = d->mark;
    switch (next_kind(d)) {
    case TOKEN_DEF:
        return function_definition(d);
    case TOKEN_AT:
        return decorated(d);
    case TOKEN_CLASS:
        return class_definition(d);
    case TOKEN_ASYNC:
        return async_statement(d);
    case TOKEN_IF:
        return if_statement(d);
    case TOKEN_WHILE:
        return while_statement(d);
    case TOKEN_FOR:
        return for_statement(d);
    case TOKEN_WITH:
        return with_statement(d);
    case TOKEN_TRY:
        return try_statement(d);
    case TOKEN_NEWLINE:
    case TOKEN_INDENT:
    case TOKEN_DEDENT:
    case TOKEN_ENDMARKER:
        return false;
    default:
        break;
    }
    if (next_is_name_token(d) && token_has_text(d, start, "match")) {
        if (d->tokens[start].kind == TOKEN_MATCH || kind_ahead(d, 1) == TOKEN_NAME) {
            if (match_statement(d) || d->failed) {
                return !d->failed;
            }
            d->mark = start;
        }
    }
    return simple_statements(d);
}

/* One or more; stops before what is none. */
bool read_statement(D *d)
{
    return statement(d);
}

bool read_statements(D *d)
{
    if (!statement(d)) {
        return false;
    }
    while (statement(d)) {
        continue;
    }
    return !d->failed;
}
