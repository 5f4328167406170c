/*
 * Diagnosis of parameter lists, of functions and lambdas, and type parameters.
 */
#include "parser/diagnosis.h"

/* One parameter with what is attached to it. */
struct Found {
    size_t start;
    size_t end;
    bool has_default;
};

static enum TokenKind closing(bool lambda)
{
    return lambda ? TOKEN_COLON : TOKEN_RPAR;
}

/* name [: annotation] */
static bool bare_parameter(D *d, bool lambda, bool star)
{
    if (!accept_name(d)) {
        return false;
    }
    size_t end = d->mark;
    if (!lambda && accept(d, TOKEN_COLON)) {
        if ((star ? star_expression(d) : expression(d)) == NULL) {
            d->mark = end;
        }
    }
    return true;
}

/* name [: annotation] [= default], followed by a comma or the end. */
static bool parameter(D *d, bool lambda, struct Found *found)
{
    size_t start = d->mark;
    found->start = start;
    found->has_default = false;
    if (!bare_parameter(d, lambda, false)) {
        return false;
    }
    if (accept(d, TOKEN_EQUAL)) {
        if (expression(d) == NULL) {
            if (!d->quiet && (look(d) == closing(lambda) || look(d) == TOKEN_COMMA)) {
                mistake_at(d, d->mark - 1, "expected default value expression");
            }
            d->mark = start;
            return false;
        }
        found->has_default = true;
    }
    found->end = d->mark;
    if (look(d) != TOKEN_COMMA && look(d) != closing(lambda)) {
        d->mark = start;
        return false;
    }
    return true;
}

static const char *owner(bool lambda)
{
    return lambda ? "Lambda expression" : "Function";
}

/* def f(a, (b, c)): */
static void parenthesized_parameters(D *d, bool lambda)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_LPAR)) {
        bool any = accept_name(d);
        while (any && accept(d, TOKEN_COMMA)) {
            if (!accept_name(d)) {
                break;
            }
        }
        if (any && accept(d, TOKEN_RPAR)) {
            mistake_range(d, start, d->mark - 1, "%s parameters cannot be parenthesized", owner(lambda));
        }
    }
    d->mark = start;
}

/* After `**`. */
static bool keyword_rest(D *d, bool lambda)
{
    if (!accept(d, TOKEN_DOUBLESTAR) || !bare_parameter(d, lambda, false)) {
        return false;
    }
    if (look(d) == TOKEN_EQUAL) {
        return mistake_at(d, d->mark, "var-keyword argument cannot have default value") != NULL;
    }
    if (!accept(d, TOKEN_COMMA)) {
        return true;
    }
    enum TokenKind next = look(d);
    if (next_is_name(d)) {
        size_t start = d->mark;
        bare_parameter(d, lambda, false);
        return mistake_range(d, start, d->mark - 1, "arguments cannot follow var-keyword argument") != NULL;
    }
    if (next == TOKEN_STAR || next == TOKEN_DOUBLESTAR || next == TOKEN_SLASH) {
        return mistake_at(d, d->mark, "arguments cannot follow var-keyword argument") != NULL;
    }
    return true;
}

/* After `*`, up to the end of the list. */
static bool star_rest(D *d, bool lambda)
{
    size_t star = d->mark;
    accept(d, TOKEN_STAR);
    bool named = bare_parameter(d, lambda, true);
    if (named && look(d) == TOKEN_EQUAL) {
        return mistake_at(d, d->mark, "var-positional argument cannot have default value") != NULL;
    }
    if (!named) {
        bool comma = look(d) == TOKEN_COMMA;
        enum TokenKind next = comma ? look_ahead(d, 1) : look(d);
        if (next == closing(lambda) || (comma && next == TOKEN_DOUBLESTAR)) {
            return mistake_at(d, star, "named arguments must follow bare *") != NULL;
        }
        if (!comma) {
            return false;
        }
    }
    while (accept(d, TOKEN_COMMA)) {
        struct Found found;
        enum TokenKind next = look(d);
        if (next == TOKEN_STAR) {
            return mistake_at(d, d->mark, "* argument may appear only once") != NULL;
        }
        if (next == TOKEN_SLASH) {
            return mistake_at(d, d->mark, "/ must be ahead of *") != NULL;
        }
        if (next == TOKEN_DOUBLESTAR) {
            return keyword_rest(d, lambda);
        }
        if (!parameter(d, lambda, &found)) {
            break;
        }
    }
    return true;
}

/* The state of a parameter list before any star. */
struct Progress {
    size_t count;
    bool seen_slash;
    bool seen_default;
};

/* `/`; false ends the list. */
static bool slash(D *d, bool lambda, struct Progress *progress)
{
    size_t mark = d->mark;
    accept(d, TOKEN_SLASH);
    if (progress->seen_slash) {
        return mistake_at(d, mark, "/ may appear only once") != NULL;
    }
    if (progress->count == 0) {
        if (look(d) == TOKEN_COMMA) {
            mistake_at(d, mark, "at least one argument must precede /");
        }
        d->mark = mark;
        return false;
    }
    progress->seen_slash = true;
    if (look(d) == TOKEN_STAR) {
        return mistake_at(d, d->mark, "expected comma between / and *") != NULL;
    }
    return look(d) == TOKEN_COMMA || look(d) == closing(lambda);
}

static bool positional(D *d, bool lambda, struct Progress *progress)
{
    struct Found found;
    if (!parameter(d, lambda, &found)) {
        parenthesized_parameters(d, lambda);
        return false;
    }
    progress->count++;
    if (!found.has_default && progress->seen_default) {
        return mistake_range(d, found.start, found.end - 1,
                             "parameter without a default follows parameter with a default") != NULL;
    }
    progress->seen_default |= found.has_default;
    return true;
}

/* Always succeeds (the list may be empty) unless a mistake was named. */
bool parameters(D *d, bool lambda)
{
    struct Progress progress = {0, false, false};
    for (;;) {
        size_t before = d->mark;
        enum TokenKind next = look(d);
        bool ok;
        if (next == TOKEN_STAR) {
            ok = star_rest(d, lambda);
            return !d->failed && (ok || (d->mark = before, true));
        }
        if (next == TOKEN_DOUBLESTAR) {
            ok = keyword_rest(d, lambda);
            return !d->failed && (ok || (d->mark = before, true));
        }
        ok = next == TOKEN_SLASH ? slash(d, lambda, &progress) : positional(d, lambda, &progress);
        if (!ok) {
            d->mark = d->failed ? d->mark : before;
            return !d->failed;
        }
        if (!accept(d, TOKEN_COMMA)) {
            return !d->failed;
        }
    }
}

/* ---- type parameters ---- */

static void bound_on_pack(D *d, const char *kind)
{
    size_t colon = d->mark;
    if (!d->quiet && accept(d, TOKEN_COLON)) {
        struct AstNode *bound = expression(d);
        if (bound != NULL) {
            mistake_from(d, token_span(&d->tokens[colon]), "cannot use %s with %s",
                         bound->kind == AST_Tuple ? "constraints" : "bound", kind);
        }
    }
    d->mark = colon;
}

static void type_default(D *d, bool star)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_EQUAL) && (star ? star_expression(d) : expression(d)) == NULL) {
        d->mark = start;
    }
}

static bool type_parameter(D *d)
{
    size_t start = d->mark;
    bool pack = accept(d, TOKEN_STAR);
    bool specification = !pack && accept(d, TOKEN_DOUBLESTAR);
    if (!accept_name(d)) {
        d->mark = start;
        return false;
    }
    if (pack || specification) {
        bound_on_pack(d, pack ? "TypeVarTuple" : "ParamSpec");
    } else {
        size_t end = d->mark;
        if (accept(d, TOKEN_COLON) && expression(d) == NULL) {
            d->mark = end;
        }
    }
    type_default(d, pack);
    return true;
}

/* [ … ], if there is one; false after a mistake or where it is not closed. */
bool type_parameters(D *d)
{
    size_t start = d->mark;
    if (!accept(d, TOKEN_LSQB)) {
        return true;
    }
    if (!d->quiet && look(d) == TOKEN_RSQB) {
        return mistake_from(d, token_span(&d->tokens[d->mark]), "Type parameter list cannot be empty") != NULL;
    }
    while (type_parameter(d)) {
        if (!accept(d, TOKEN_COMMA)) {
            break;
        }
    }
    if (accept(d, TOKEN_RSQB)) {
        return true;
    }
    d->mark = start;
    return false;
}
