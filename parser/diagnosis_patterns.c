/*
 * Diagnosis of patterns.
 */
#include "parser/diagnosis.h"

static bool as_pattern(D *d);

/* 1, -1, 1 + 2j */
static bool number(D *d)
{
    size_t start = d->mark;
    take_kind(d, TOKEN_MINUS);
    if (!take_kind(d, TOKEN_NUMBER)) {
        d->mark = start;
        return false;
    }
    size_t end = d->mark;
    if ((take_kind(d, TOKEN_PLUS) || take_kind(d, TOKEN_MINUS)) && take_kind(d, TOKEN_NUMBER)) {
        return true;
    }
    d->mark = end;
    return true;
}

static bool literal(D *d)
{
    return number(d) || read_strings(d) != NULL || take_kind(d, TOKEN_NONE) || take_kind(d, TOKEN_TRUE) ||
           take_kind(d, TOKEN_FALSE);
}

/* name, name.attribute */
static bool name_or_path(D *d)
{
    if (!take_name(d)) {
        return false;
    }
    size_t end = d->mark;
    while (take_kind(d, TOKEN_DOT) && take_name(d)) {
        end = d->mark;
    }
    d->mark = end;
    return true;
}

/* A pattern, or *name. */
static bool sequence_item(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_STAR)) {
        if (take_name(d)) {
            return true;
        }
        d->mark = start;
        return false;
    }
    return as_pattern(d);
}

static void sequence_items(D *d)
{
    while (sequence_item(d)) {
        if (!take_kind(d, TOKEN_COMMA)) {
            break;
        }
    }
}

/* key: pattern, or **name */
static bool mapping_item(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_DOUBLESTAR) && take_name(d)) {
        return true;
    }
    d->mark = start;
    if ((literal(d) || name_or_path(d)) && take_kind(d, TOKEN_COLON) && as_pattern(d)) {
        return true;
    }
    d->mark = start;
    return false;
}

/* The arguments of a class pattern: positional after keyword ones are a mistake. */
static void class_items(D *d)
{
    bool keywords = false;
    size_t first_wrong = 0, last_wrong = 0;
    for (;;) {
        size_t start = d->mark;
        bool keyword = next_is_name_token(d) && kind_ahead(d, 1) == TOKEN_EQUAL;
        d->mark += keyword ? 2 : 0;
        if (!as_pattern(d)) {
            d->mark = start;
            break;
        }
        keywords |= keyword;
        if (!keyword && keywords) {
            first_wrong = first_wrong == 0 ? start : first_wrong;
            last_wrong = d->mark - 1;
        } else if (first_wrong != 0) {
            break;
        }
        if (!take_kind(d, TOKEN_COMMA)) {
            break;
        }
    }
    if (first_wrong != 0) {
        mistake_range(d, first_wrong, last_wrong, "positional patterns follow keyword patterns");
    }
}

/* Everything that needs no parentheses around it. */
static bool closed_pattern(D *d)
{
    size_t start = d->mark;
    if (literal(d)) {
        return true;
    }
    if (name_or_path(d)) {
        size_t end = d->mark;
        if (take_kind(d, TOKEN_LPAR)) {
            class_items(d);
            if (!take_kind(d, TOKEN_RPAR)) {
                d->mark = end;
            }
        }
        return !d->failed;
    }
    if (take_kind(d, TOKEN_LPAR)) {
        sequence_items(d);
        if (take_kind(d, TOKEN_RPAR)) {
            return true;
        }
    } else if (take_kind(d, TOKEN_LSQB)) {
        sequence_items(d);
        if (take_kind(d, TOKEN_RSQB)) {
            return true;
        }
    } else if (take_kind(d, TOKEN_LBRACE)) {
        while (mapping_item(d)) {
            if (!take_kind(d, TOKEN_COMMA)) {
                break;
            }
        }
        if (take_kind(d, TOKEN_RBRACE)) {
            return true;
        }
    }
    d->mark = start;
    return false;
}

/* a | b */
static bool or_pattern(D *d)
{
    if (!closed_pattern(d)) {
        return false;
    }
    size_t end = d->mark;
    while (take_kind(d, TOKEN_VBAR) && closed_pattern(d)) {
        end = d->mark;
    }
    d->mark = end;
    return !d->failed;
}

/* pattern as name; the name must be one. */
static bool as_pattern(D *d)
{
    if (!or_pattern(d)) {
        return false;
    }
    size_t end = d->mark;
    if (!take_kind(d, TOKEN_AS)) {
        return true;
    }
    size_t target = d->mark;
    if (token_has_text(d, target, "_")) {
        mistake_at(d, target, "cannot use '_' as a target");
    } else if (take_name(d) && next_kind(d) != TOKEN_DOT && next_kind(d) != TOKEN_LPAR &&
               next_kind(d) != TOKEN_EQUAL) {
        return true;
    }
    d->mark = target;
    struct AstNode *node = next_is_name_token(d) ? NULL : read_expression(d);
    if (node != NULL) {
        mistake_span(d, node->span, "invalid pattern target");
    }
    d->mark = end;
    return !d->failed;
}

bool read_case_patterns(D *d)
{
    size_t start = d->mark;
    sequence_items(d);
    return !d->failed && d->mark > start;
}
