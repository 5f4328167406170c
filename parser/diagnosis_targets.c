/*
 * Diagnosis: what may be assigned to, deleted, iterated into.
 */
#include "parser/diagnosis.h"

static bool is_place(const struct AstNode *node)
{
    return node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript;
}

static struct AstNode *target_primary(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = primary(d);
    if (node != NULL && is_place(node)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

struct AstNode *single_subscript_or_attribute(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = primary(d);
    if (node != NULL && (node->kind == AST_Attribute || node->kind == AST_Subscript)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

struct AstNode *single_target(D *d)
{
    size_t start = d->mark;
    struct AstNode *node = target_primary(d);
    if (node != NULL) {
        return node;
    }
    if (accept(d, TOKEN_LPAR) && (node = single_target(d)) != NULL && accept(d, TOKEN_RPAR)) {
        return node;
    }
    d->mark = start;
    return NULL;
}

/* ( … ) or [ … ] around targets. */
static struct AstNode *target_group(D *d)
{
    size_t start = d->mark;
    bool list = look(d) == TOKEN_LSQB;
    if (!accept(d, list ? TOKEN_LSQB : TOKEN_LPAR)) {
        return NULL;
    }
    star_targets(d);
    if (accept(d, list ? TOKEN_RSQB : TOKEN_RPAR)) {
        return recognised(d, list ? AST_List : AST_Tuple, start);
    }
    d->mark = start;
    return NULL;
}

struct AstNode *star_target(D *d)
{
    size_t start = d->mark;
    if (accept(d, TOKEN_STAR)) {
        if (look(d) != TOKEN_STAR && star_target(d) != NULL) {
            return recognised(d, AST_Starred, start);
        }
        d->mark = start;
        return NULL;
    }
    struct AstNode *node = target_primary(d);
    return node != NULL ? node : target_group(d);
}

struct AstNode *star_targets(D *d)
{
    size_t start = d->mark;
    struct AstNode *node;
    if (recall(d, RULE_STAR_TARGETS, &node)) {
        return node;
    }
    node = star_target(d);
    if (node != NULL && look(d) == TOKEN_COMMA) {
        while (accept(d, TOKEN_COMMA)) {
            if (star_target(d) == NULL) {
                break;
            }
        }
        node = recognised(d, AST_Tuple, start);
    }
    return remember(d, RULE_STAR_TARGETS, start, node);
}

static bool delete_target(D *d)
{
    size_t start = d->mark;
    if (target_primary(d) != NULL) {
        return true;
    }
    bool list = look(d) == TOKEN_LSQB;
    if (accept(d, list ? TOKEN_LSQB : TOKEN_LPAR)) {
        delete_targets(d);
        if (accept(d, list ? TOKEN_RSQB : TOKEN_RPAR)) {
            return true;
        }
    }
    d->mark = start;
    return false;
}

bool delete_targets(D *d)
{
    if (!delete_target(d)) {
        return false;
    }
    while (accept(d, TOKEN_COMMA)) {
        if (!delete_target(d)) {
            break;
        }
    }
    return true;
}
