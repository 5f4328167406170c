/*
 * Diagnosis of syntax errors: what its files share.
 *
 * After the push parser has failed, the token buffer is read again, this time
 * by a backtracking recogniser that knows, besides the grammar, the usual
 * mistakes.  It tries alternatives in CPython's order and remembers what it
 * recognised where, so that the first mistake it names is the one CPython
 * names, at the same place.  It builds no tree, only as much of the nodes as
 * messages need.
 *
 * Each recogniser returns a node (or true) with d->mark moved past it, or NULL
 * with d->mark where it was.  Once a mistake is recorded (d->failed), nothing
 * is recognised any more, so that everything unwinds.
 */
#ifndef VIV_PARSER_DIAGNOSIS_H
#define VIV_PARSER_DIAGNOSIS_H

#include "parser/internal.h"

enum DiagnosisRule {
    RULE_EXPRESSION,
    RULE_STAR_EXPRESSION,
    RULE_DISJUNCTION,
    RULE_CONJUNCTION,
    RULE_INVERSION,
    RULE_COMPARISON,
    RULE_BITWISE_OR,
    RULE_PRIMARY,
    RULE_NAMED_EXPRESSION,
    RULE_ARGUMENTS,
    RULE_STAR_TARGETS,
    RULE_LAMBDA_PARAMETERS,
    RULE_INVALID_EXPRESSION,
    RULE_BLOCK,
};

struct Memo {
    struct Memo *next;
    enum DiagnosisRule rule;
    struct AstNode *node; /* NULL: not recognised here */
    size_t end;
};

struct Diagnosis {
    struct Parser *parser;
    const struct Token *tokens;
    size_t count;
    size_t mark;
    size_t farthest; /* tokens looked at so far: CPython points at the last of them where it has no better
                        place */
    bool failed;
    bool quiet; /* recognise only: no mistakes are named */
    uint32_t depth;
    struct Memo **memos; /* one list for each token */
    struct Memo **first_memos; /* those of the reading that names mistakes in dicts only; NULL until needed */
};

typedef struct Diagnosis D;

/* ---- tokens and nodes (diagnosis.c) ---- */
enum TokenKind next_kind(D *d);
enum TokenKind kind_ahead(D *d, size_t distance);
bool take_kind(D *d, enum TokenKind kind);
bool next_is_name_token(D *d);
bool take_name(D *d);
bool token_has_text(D *d, size_t index, const char *text);
struct AstNode *new_recognised(D *d, enum AstKind kind, size_t start);
bool recall_rule(D *d, enum DiagnosisRule rule, struct AstNode **node);
struct AstNode *remember_rule(D *d, enum DiagnosisRule rule, size_t start, struct AstNode *node);

/* ---- naming mistakes; all record the first mistake only and return NULL ---- */
void *mistake_span(D *d, struct Span span, const char *format, ...) FORMAT_LIKE_PRINTF(3, 4);
void *mistake_at(D *d, size_t token, const char *format, ...) FORMAT_LIKE_PRINTF(3, 4);
void *mistake_range(D *d, size_t first, size_t last, const char *format, ...) FORMAT_LIKE_PRINTF(4, 5);
void *mistake_farthest(D *d, const char *format, ...) FORMAT_LIKE_PRINTF(2, 3);
void *mistake_from(D *d, struct Span start, const char *format, ...) FORMAT_LIKE_PRINTF(3, 4);
void *mistake_indentation(D *d, const char *format, ...) FORMAT_LIKE_PRINTF(2, 3);
bool take_forced(D *d, enum TokenKind kind);
const char *name_of_expression(const struct AstNode *node);

enum TargetKind { TARGET_STAR, TARGET_DELETE, TARGET_FOR };
const struct AstNode *find_invalid_target(const struct AstNode *node, enum TargetKind kind);
void *mistake_target(D *d, const struct AstNode *node, enum TargetKind kind);

/* ---- expressions (diagnosis_expressions.c) ---- */
struct AstNode *read_star_expressions(D *d);
struct AstNode *read_star_expression(D *d);
struct AstNode *read_star_named(D *d);
struct AstNode *read_star_named_list(D *d);
struct AstNode *read_expressions(D *d);
struct AstNode *read_expression(D *d);
struct AstNode *read_named(D *d);
struct AstNode *read_walrus_or_expression(D *d);
struct AstNode *read_disjunction(D *d);
struct AstNode *read_bitwise_or(D *d);
struct AstNode *read_yield(D *d);
struct AstNode *read_yield_or_star(D *d);
struct AstNode *read_primary(D *d);
struct AstNode *read_comprehension_clauses(D *d);

/* ---- atoms and calls (diagnosis_atoms.c) ---- */
struct AstNode *read_atom(D *d);
struct AstNode *read_list(D *d);
struct AstNode *read_tuple(D *d);
struct AstNode *read_generator(D *d);
struct AstNode *read_call_arguments(D *d);
bool read_starred_argument(D *d, struct AstNode **node);
struct AstNode *read_strings(D *d);

/* ---- parameters (diagnosis_parameters.c) ---- */
bool read_parameters(D *d, bool lambda);
bool read_type_parameters(D *d);

/* ---- targets (diagnosis_targets.c) ---- */
struct AstNode *read_star_targets(D *d);
struct AstNode *read_star_target(D *d);
struct AstNode *read_single_target(D *d);
struct AstNode *read_subscript_or_attribute(D *d);
bool read_delete_targets(D *d);

/* ---- patterns (diagnosis_patterns.c) ---- */
bool read_case_patterns(D *d);

/* ---- statements (diagnosis_statements.c) ---- */
bool read_statements(D *d);
bool read_statement(D *d);

#endif
