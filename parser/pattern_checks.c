/*
 * What CPython's code generator rejects in patterns: unreachable alternatives,
 * names bound twice or not everywhere, stars and keys repeated.
 */
#include <stdlib.h>
#include <string.h>

#include "parser/internal.h"
#include "parser/scope_builder.h"

/* The names a pattern binds, in order. */
struct Bindings {
    struct ParseResult *result;
    const struct Identifier **names;
    size_t count;
    size_t capacity;
};

static bool check_pattern(struct Bindings *bindings, const struct AstNode *node, bool irrefutable_allowed);

/* A name may be captured once in a pattern. */
static bool bind(struct Bindings *bindings, const struct Identifier *name, const struct AstNode *node)
{
    if (name == NULL) {
        return true;
    }
    if (name->length == 9 && memcmp(name->text, "__debug__", 9) == 0) {
        return scope_fail(bindings->result, node->span, "cannot assign to __debug__");
    }
    for (size_t i = 0; i < bindings->count; i++) {
        if (bindings->names[i] == name) {
            return scope_fail(bindings->result, node->span, "multiple assignments to name '%s' in pattern",
                              name->text);
        }
    }
    if (bindings->count == bindings->capacity) {
        size_t capacity = bindings->capacity * 2 + 8;
        const struct Identifier **names = arena_allocate_array(&bindings->result->arena, capacity,
                                                               sizeof *names);
        if (names == NULL) {
            return false;
        }
        if (bindings->count > 0) {
            memcpy(names, bindings->names, bindings->count * sizeof *names);
        }
        bindings->names = names;
        bindings->capacity = capacity;
    }
    bindings->names[bindings->count++] = name;
    return true;
}

static bool check_patterns(struct Bindings *bindings, struct AstNodes patterns)
{
    for (size_t i = 0; i < patterns.count; i++) {
        if (!check_pattern(bindings, patterns.items[i], true)) {
            return false;
        }
    }
    return true;
}

static bool check_sequence(struct Bindings *bindings, const struct AstNode *node)
{
    struct AstNodes patterns = as_MatchSequence(node)->patterns;
    size_t stars = 0;
    for (size_t i = 0; i < patterns.count; i++) {
        if (patterns.items[i]->kind == AST_MatchStar && stars++ > 0) {
            return scope_fail(bindings->result, node->span, "multiple starred names in sequence pattern");
        }
    }
    return check_patterns(bindings, patterns);
}

/* Numbers that compare equal are the same key, whatever their types. */
static bool numeric_value(const struct AstConstantValue *value, double *real, double *imaginary)
{
    *real = *imaginary = 0;
    switch (value->kind) {
    case AST_CONSTANT_TRUE:
        *real = 1;
        return true;
    case AST_CONSTANT_FALSE:
        return true;
    case AST_CONSTANT_INTEGER:
    case AST_CONSTANT_FLOAT:
        *real = strtod(value->bytes, NULL);
        return true;
    case AST_CONSTANT_IMAGINARY:
        *imaginary = strtod(value->bytes, NULL);
        return true;
    default:
        return false;
    }
}

/* Numbers as patterns write them: -1, 1 + 2j. */
static bool number_value(const struct AstNode *node, double *real, double *imaginary)
{
    if (node->kind == AST_Constant) {
        return numeric_value(&as_Constant(node)->value, real, imaginary);
    }
    if (node->kind == AST_UnaryOp) {
        bool ok = number_value(as_UnaryOp(node)->operand, real, imaginary);
        *real = -*real;
        *imaginary = -*imaginary;
        return ok;
    }
    double right_real, right_imaginary;
    if (node->kind != AST_BinOp || !number_value(as_BinOp(node)->left, real, imaginary) ||
        !number_value(as_BinOp(node)->right, &right_real, &right_imaginary)) {
        return false;
    }
    *imaginary += as_BinOp(node)->op == AST_ADD ? right_imaginary : -right_imaginary;
    return true;
}

static bool same_constant(const struct AstNode *left, const struct AstNode *right)
{
    double real, imaginary, other_real, other_imaginary;
    if (number_value(left, &real, &imaginary) && number_value(right, &other_real, &other_imaginary)) {
        return real == other_real && imaginary == other_imaginary;
    }
    if (left->kind != AST_Constant || right->kind != AST_Constant) {
        return false;
    }
    const struct AstConstantValue *a = &as_Constant(left)->value;
    const struct AstConstantValue *b = &as_Constant(right)->value;
    return a->kind == b->kind && a->length == b->length &&
           (a->length == 0 || memcmp(a->bytes, b->bytes, a->length) == 0);
}

static bool fail_duplicate_key(struct Bindings *bindings, const struct AstNode *mapping,
                               const struct AstNode *key)
{
    if (key->kind != AST_Constant) {
        double real, imaginary;
        number_value(key, &real, &imaginary);
        return scope_fail(bindings->result, mapping->span, "mapping pattern checks duplicate key (%.17g)", real + 0.0);
    }
    const struct AstConstantValue *value = &as_Constant(key)->value;
    const char *quote = value->kind == AST_CONSTANT_STRING || value->kind == AST_CONSTANT_BYTES ? "'" : "";
    static const char *const singletons[] = {"None", "True", "False", "Ellipsis"};
    const char *text = value->kind < AST_CONSTANT_INTEGER ? singletons[value->kind] : value->bytes;
    const char *suffix = value->kind == AST_CONSTANT_IMAGINARY ? "j" : quote;
    return scope_fail(bindings->result, mapping->span, "mapping pattern checks duplicate key (%s%s%s%s)",
                      value->kind == AST_CONSTANT_BYTES ? "b" : "", quote, text, suffix);
}

/* Keys must be constants or attributes, and differ. */
static bool check_mapping(struct Bindings *bindings, const struct AstNode *node)
{
    const struct AstMatchMapping *mapping = as_MatchMapping(node);
    for (size_t i = 0; i < mapping->keys.count; i++) {
        if (mapping->keys.items[i]->kind == AST_JoinedStr) {
            return scope_fail(bindings->result, node->span,
                              "mapping pattern keys may only match literals and attribute lookups");
        }
    }
    for (size_t i = 0; i < mapping->keys.count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (same_constant(mapping->keys.items[i], mapping->keys.items[j])) {
                return fail_duplicate_key(bindings, node, mapping->keys.items[i]);
            }
        }
    }
    return check_patterns(bindings, mapping->patterns) && bind(bindings, mapping->rest, node);
}

/* An attribute may be named once. */
static bool check_class(struct Bindings *bindings, const struct AstNode *node)
{
    const struct AstMatchClass *class = as_MatchClass(node);
    for (size_t i = 0; i < class->kwd_attrs.count; i++) {
        for (size_t j = i + 1; j < class->kwd_attrs.count; j++) {
            if (class->kwd_attrs.items[i] == class->kwd_attrs.items[j]) {
                return scope_fail(bindings->result, class->kwd_patterns.items[j]->span,
                                  "attribute name repeated in class pattern: %s",
                                  class->kwd_attrs.items[j]->text);
            }
        }
        if (strcmp(class->kwd_attrs.items[i]->text, "__debug__") == 0) {
            return scope_fail(bindings->result, class->kwd_patterns.items[i]->span,
                              "cannot assign to __debug__");
        }
    }
    return check_patterns(bindings, class->patterns) && check_patterns(bindings, class->kwd_patterns);
}

static bool binds_same(const struct Bindings *left, const struct Bindings *right, size_t from)
{
    if (left->count != right->count) {
        return false;
    }
    for (size_t i = from; i < left->count; i++) {
        bool found = false;
        for (size_t j = from; j < right->count && !found; j++) {
            found = left->names[i] == right->names[j];
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/* Every alternative starts from the same names and must end with the same. */
static bool check_or(struct Bindings *bindings, const struct AstNode *node, bool irrefutable_allowed)
{
    struct AstNodes patterns = as_MatchOr(node)->patterns;
    struct Bindings first = {.result = bindings->result};
    for (size_t i = 0; i < patterns.count; i++) {
        struct Bindings own = {.result = bindings->result};
        for (size_t j = 0; j < bindings->count; j++) {
            if (!bind(&own, bindings->names[j], node)) {
                return false;
            }
        }
        if (!check_pattern(&own, patterns.items[i], irrefutable_allowed && i + 1 == patterns.count)) {
            return false;
        }
        if (i == 0) {
            first = own;
        } else if (!binds_same(&first, &own, bindings->count)) {
            return scope_fail(bindings->result, node->span, "alternative patterns bind different names");
        }
    }
    *bindings = first;
    return true;
}

/* A capture or wildcard matches everything: nothing may follow. */
static bool check_as(struct Bindings *bindings, const struct AstNode *node, bool irrefutable_allowed)
{
    const struct AstMatchAs *as = as_MatchAs(node);
    if (as->pattern != NULL) {
        return check_pattern(bindings, as->pattern, irrefutable_allowed) && bind(bindings, as->name, node);
    }
    if (!irrefutable_allowed) {
        if (as->name != NULL) {
            return scope_fail(bindings->result, node->span,
                              "name capture '%s' makes remaining patterns unreachable", as->name->text);
        }
        return scope_fail(bindings->result, node->span, "wildcard makes remaining patterns unreachable");
    }
    return bind(bindings, as->name, node);
}

/* Patterns nest in brackets, or-patterns included, so the lexer bounds this recursion. */
static bool check_pattern(struct Bindings *bindings, const struct AstNode *node, bool irrefutable_allowed)
{
    switch (node->kind) {
    case AST_MatchSequence:
        return check_sequence(bindings, node);
    case AST_MatchMapping:
        return check_mapping(bindings, node);
    case AST_MatchClass:
        return check_class(bindings, node);
    case AST_MatchStar:
        return bind(bindings, as_MatchStar(node)->name, node);
    case AST_MatchAs:
        return check_as(bindings, node, irrefutable_allowed);
    case AST_MatchOr:
        return check_or(bindings, node, irrefutable_allowed);
    default:
        return true;
    }
}

bool pattern_check(struct ParseResult *result, const struct AstNode *pattern, bool irrefutable_allowed)
{
    struct Bindings bindings = {.result = result};
    return check_pattern(&bindings, pattern, irrefutable_allowed);
}
