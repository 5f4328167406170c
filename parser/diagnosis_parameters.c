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
    if (!take_name(d)) {
        return false;
    }
    size_t end = d->mark;
    if (!lambda && take_kind(d, TOKEN_COLON)) {
        if ((star ? read_star_expression(d) : read_expression(d)) == NULL) {
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
    if (take_kind(d, TOKEN_EQUAL)) {
        if (read_expression(d) == NULL) {
            if (!d->quiet && (next_kind(d) == TOKEN_RPAR || next_kind(d) == TOKEN_COMMA)) {
                mistake_at(d, d->mark - 1, "expected default value expression");
            }
            d->mark = start;
            return false;
        }
        found->has_default = true;
    }
    found->end = d->mark;
    if (next_kind(d) != TOKEN_COMMA && next_kind(d) != closing(lambda)) {
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
    if (take_kind(d, TOKEN_LPAR)) {
        bool any = take_name(d);
        while (any && take_kind(d, TOKEN_COMMA)) {
            if (!take_name(d)) {
                break;
            }
        }
        if (any && take_kind(d, TOKEN_RPAR)) {
            mistake_range(d, start, d->mark - 1, "%s parameters cannot be parenthesized", owner(lambda));
        }
    }
    d->mark = start;
}

/* After `**`. */
static bool keyword_rest(D *d, bool lambda)
{
    if (!take_kind(d, TOKEN_DOUBLESTAR) || !bare_parameter(d, lambda, false)) {
        return false;
    }
    if (next_kind(d) == TOKEN_EQUAL) {
        return mistake_at(d, d->mark, "var-keyword argument cannot have default value") != NULL;
    }
    if (!take_kind(d, TOKEN_COMMA)) {
        return true;
    }
    enum TokenKind next = next_kind(d);
    if (next_is_name_token(d)) {
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
    take_kind(d, TOKEN_STAR);
    bool named = bare_parameter(d, lambda, true);
    bool starred_annotation = named && d->tokens[star + 2].kind == TOKEN_COLON &&
                              d->tokens[star + 3].kind == TOKEN_STAR;
    if (named && !starred_annotation && next_kind(d) == TOKEN_EQUAL) {
        return mistake_at(d, d->mark, "var-positional argument cannot have default value") != NULL;
    }
    if (!named) {
        bool comma = next_kind(d) == TOKEN_COMMA;
        enum TokenKind next = comma ? kind_ahead(d, 1) : next_kind(d);
        if (next == closing(lambda) || (comma && next == TOKEN_DOUBLESTAR)) {
            if (lambda) {
                return mistake_at(d, d->mark + comma, "named arguments must follow bare *") != NULL;
            }
            return mistake_at(d, star, "named arguments must follow bare *") != NULL;
        }
        if (!comma) {
            return false;
        }
    }
    while (take_kind(d, TOKEN_COMMA)) {
        struct Found found;
        enum TokenKind next = next_kind(d);
        if (next == TOKEN_STAR) {
            enum TokenKind behind = kind_ahead(d, 1);
            if (behind == closing(lambda) || behind == TOKEN_STAR || behind == TOKEN_DOUBLESTAR) {
                return mistake_at(d, d->mark, "invalid syntax") != NULL;
            }
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
    take_kind(d, TOKEN_SLASH);
    if (progress->seen_slash) {
        return mistake_at(d, mark, "/ may appear only once") != NULL;
    }
    if (progress->count == 0) {
        bool comma = next_kind(d) == TOKEN_COMMA;
        mistake_at(d, mark, comma ? "at least one argument must precede /" : "invalid syntax");
        d->mark = mark;
        return false;
    }
    progress->seen_slash = true;
    if (next_kind(d) == TOKEN_STAR) {
        return mistake_at(d, d->mark, "expected comma between / and *") != NULL;
    }
    return next_kind(d) == TOKEN_COMMA || next_kind(d) == closing(lambda);
}

/* A parameter before any star: once one has a default, all need one. */
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
bool read_parameters(D *d, bool lambda)
{
    struct Progress progress = {0, false, false};
    for (;;) {
        size_t before = d->mark;
        enum TokenKind next = next_kind(d);
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
        if (!take_kind(d, TOKEN_COMMA)) {
            return !d->failed;
        }
    }
}

/* ---- type parameters ---- */

/* [*Ts: int] */
static void bound_on_pack(D *d, const char *kind)
{
    size_t colon = d->mark;
    if (!d->quiet && take_kind(d, TOKEN_COLON)) {
        struct AstNode *bound = read_expression(d);
        if (bound != NULL) {
            mistake_from(d, token_span(&d->tokens[colon]), "cannot use %s with %s",
                         bound->kind == AST_Tuple ? "constraints" : "bound", kind);
        }
    }
    d->mark = colon;
}

/* [= default] */
static void type_default(D *d, bool star)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_EQUAL) && (star ? read_star_expression(d) : read_expression(d)) == NULL) {
        d->mark = start;
    }
}

/* T: bound = default, *Ts, **P */
static bool type_parameter(D *d)
{
    size_t start = d->mark;
    bool pack = take_kind(d, TOKEN_STAR);
    bool specification = !pack && take_kind(d, TOKEN_DOUBLESTAR);
    if (!take_name(d)) {
        d->mark = start;
        return false;
    }
    if (pack || specification) {
        bound_on_pack(d, pack ? "TypeVarTuple" : "ParamSpec");
    } else {
        size_t end = d->mark;
        if (take_kind(d, TOKEN_COLON) && read_expression(d) == NULL) {
            d->mark = end;
        }
    }
    type_default(d, pack);
    return true;
}

/* [ … ], if there is one; false after a mistake. */
bool read_type_parameters(D *d)
{
    size_t start = d->mark;
    if (!take_kind(d, TOKEN_LSQB)) {
        return true;
    }
    if (!d->quiet && next_kind(d) == TOKEN_RSQB) {
        return mistake_from(d, token_span(&d->tokens[d->mark]), "Type parameter list cannot be empty") !=
               NULL;
    }
    while (type_parameter(d)) {
        if (!take_kind(d, TOKEN_COMMA)) {
            break;
        }
    }
    if (take_kind(d, TOKEN_RSQB)) {
        return true;
    }
    d->mark = start;
    return !d->failed;
}
