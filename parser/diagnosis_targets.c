/*
 * Diagnosis: what may be assigned to, deleted, iterated into.
 */
#include "parser/diagnosis.h"

static bool is_place(const struct AstNode *node)
{
    return node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript;
}

/* A name, an attribute or a subscript. */
static struct AstNode *target_primary(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = read_primary(d);
    if (node != NULL && is_place(node)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

struct AstNode *read_subscript_or_attribute(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = read_primary(d);
    if (node != NULL && (node->kind == AST_Attribute || node->kind == AST_Subscript)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

/* The same, perhaps in parentheses. */
struct AstNode *read_single_target(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = target_primary(d);
    if (node != NULL) {
        return node;
    }
    if (take_kind(d, TOKEN_LPAR) && (node = read_single_target(d)) != NULL && take_kind(d, TOKEN_RPAR)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

/* ( … ) or [ … ] around targets. */
static struct AstNode *target_group(D *d)
{
    size_t start = d->mark;
    bool list = next_kind(d) == TOKEN_LSQB;
    if (!take_kind(d, list ? TOKEN_LSQB : TOKEN_LPAR)) {
        return NULL;
    }
    read_star_targets(d);
    if (take_kind(d, list ? TOKEN_RSQB : TOKEN_RPAR)) {
        return new_recognised(d, list ? AST_List : AST_Tuple, start);
    }
    d->mark = start;
    return NULL;
}

/* One target, perhaps starred, perhaps a sequence of targets. */
struct AstNode *read_star_target(D *d)
{
    size_t start = d->mark;
    if (take_kind(d, TOKEN_STAR)) {
        if (next_kind(d) != TOKEN_STAR && read_star_target(d) != NULL) {
            return new_recognised(d, AST_Starred, start);
        }
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = target_primary(d);
    return node != NULL ? node : target_group(d);
}

/* Targets separated by commas. */
struct AstNode *read_star_targets(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall_rule(d, RULE_STAR_TARGETS, &node)) {
        return node;
    }
    node = read_star_target(d);
    if (node != NULL && next_kind(d) == TOKEN_COMMA) {
        while (take_kind(d, TOKEN_COMMA)) {
            if (read_star_target(d) == NULL) {
                break;
            }
        }
        node = new_recognised(d, AST_Tuple, start);
    }
    return remember_rule(d, RULE_STAR_TARGETS, start, node);
}

/* One target of del. */
static bool delete_target(D *d)
{
    size_t start = d->mark;
    if (target_primary(d) != NULL) {
        return true;
    }
    bool list = next_kind(d) == TOKEN_LSQB;
    if (take_kind(d, list ? TOKEN_LSQB : TOKEN_LPAR)) {
        read_delete_targets(d);
        if (take_kind(d, list ? TOKEN_RSQB : TOKEN_RPAR)) {
            return true;
        }
    }
    d->mark = start;
    return false;
}

bool read_delete_targets(D *d)
{
    if (!delete_target(d)) {
        return false;
    }
    while (take_kind(d, TOKEN_COMMA)) {
        if (!delete_target(d)) {
            break;
        }
    }
    return true;
}
