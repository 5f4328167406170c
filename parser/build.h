/*
 * The grammar's actions: nodes and lists in the arena.
 *
 * Every function that can fail returns NULL (or false): memory ran out
 * (arena.exhausted), the builder refuses what the grammar lets through
 * (diagnosis.c finds the words), or parser->failure is set already, where the
 * words are known at once.  NULL arguments for required nodes mean that an
 * inner call failed, and are passed on.
 */
#ifndef VIV_PARSER_BUILD_H
#define VIV_PARSER_BUILD_H

#include "lexer/lexer.h"
#include "parser/ast.h"

struct Parser;

struct List {
    void **items;
    uint32_t count;
    uint32_t capacity;
    bool trailing_comma; /* there was a comma: it makes a tuple */
    bool has_cover;      /* holds an item with `as` */
};

/* a < b < c while it is being read. */
struct Comparison {
    struct AstNode *left;
    struct List operators; /* of enum AstComparison *, pointing into the arena */
    struct List operands;
};

enum ParameterKind { PARAMETER_PLAIN, PARAMETER_SLASH, PARAMETER_STAR, PARAMETER_DOUBLE_STAR };

struct Parameter {
    enum ParameterKind kind;
    const struct Token *token; /* of / and * */
    struct AstNode *arg;       /* NULL for / and a bare * */
    struct AstNode *default_value;
};

/* Marks on nodes that only the builder sees, besides enum AstFlags. */
enum BuildFlags {
    BUILD_BARE_GENERATOR = 256, /* f(x for x in y): the call's parentheses are its own */
    BUILD_COVER = 512,          /* ( … as … ) */
    BUILD_GROUPED_TUPLE = 1024, /* a tuple with parentheses of its own */
};

/* Kinds that exist only between grammar and builder. */
enum BuildKinds { BUILD_PAIR = AST_KIND_COUNT, BUILD_REST };

struct Pair {
    struct AstNode node;
    struct AstNode *key;
    struct AstNode *value;
};

typedef struct Parser *P; /* shortens the prototypes below, nothing else */

/* ---- lists and places ---- */
struct Span build_location(const struct Span *rhs, int count);
struct Span build_join(struct Span first, struct Span last);
struct List *item_list_new(P parser);
struct List *item_list_of(P parser, void *item);
struct List *item_list_pair(P parser, void *first, void *second);
struct List *item_list_add(P parser, struct List *list, void *item); /* list may be NULL: a new one */
struct List *item_list_prepend(P parser, void *item, struct List *list);
struct List *item_list_join(P parser, struct List *list, struct List *more);
struct List *item_list_of_name(P parser, const struct Token *name);
struct List *item_list_add_name(P parser, struct List *list, const struct Token *name);
struct AstNodes item_list_nodes(const struct List *list); /* list may be NULL: no items */
void *build_node(P parser, enum AstKind kind, struct Span span);
const struct Identifier *build_identifier(P parser, const struct Token *name);

/* ---- modules and statements (statements.c) ---- */
bool build_module(P parser, struct List *body);
bool build_interactive(P parser, struct List *body);
bool build_expression_module(P parser, struct AstNode *body);
bool build_check_covers(P parser);
struct AstNode *build_plain(P parser, struct Span span, enum AstKind kind);
struct AstNode *build_expr(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_return(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_raise(P parser, struct Span span, struct AstNode *exception, struct AstNode *cause);
struct AstNode *build_assert(P parser, struct Span span, struct AstNode *test, struct AstNode *message);
struct AstNode *build_declaration(P parser, struct Span span, enum AstKind kind, struct List *names);
struct AstNode *build_delete(P parser, struct Span span, struct List *targets);
struct List *build_add_target(P parser, struct List *targets, struct AstNode *target);
struct AstNode *build_assign(P parser, struct Span span, struct List *targets, struct AstNode *value);
struct AstNode *build_augmented(P parser, struct Span span, struct AstNode *target, int operator,
                                struct AstNode * value);
bool build_check_annotated(P parser, const struct AstNode *target);
struct AstNode *build_annotated(P parser, struct Span span, struct AstNode *target,
                                struct AstNode *annotation, struct AstNode *value);
struct AstNode *build_import(P parser, struct Span span, struct List *names);
struct AstNode *build_import_from(P parser, struct Span span, int level, struct List *module,
                                  struct List *names);
struct AstNode *build_alias(P parser, struct Span span, struct List *dotted, const struct Token *as);
struct AstNode *build_name_alias(P parser, struct Span span, const struct Token *name,
                                 const struct Token *as);
struct AstNode *build_star_alias(P parser, struct Span span);
struct AstNode *build_type_alias(P parser, struct Span span, const struct Token *name,
                                 struct List *type_params, struct AstNode *value);
struct AstNode *build_async(struct Span span, struct AstNode *statement);
struct AstNode *build_decorate(struct AstNode *definition, struct List *decorators);
struct AstNode *build_function(P parser, struct Span span, const struct Token *name, struct List *type_params,
                               struct AstNode *parameters, struct AstNode *returns, struct List *body);
struct AstNode *build_class(P parser, struct Span span, const struct Token *name, struct List *type_params,
                            struct List *arguments, struct List *body);
struct List *build_add_branch(P parser, struct List *branches, struct Span start, struct AstNode *test,
                              struct List *body);
struct AstNode *build_if(P parser, struct Span span, struct List *branches, struct List *otherwise);
struct AstNode *build_while(P parser, struct Span span, struct AstNode *test, struct List *body,
                            struct List *otherwise);
struct AstNode *build_for(P parser, struct Span span, struct AstNode *target, struct AstNode *iterable,
                          struct List *body, struct List *otherwise);
struct AstNode *build_with(P parser, struct Span span, struct List *items, struct List *body);
struct AstNode *build_with_item(P parser, struct Span span, struct AstNode *context, struct AstNode *target);
struct List *build_with_items(P parser, struct List *items);
struct AstNode *build_try(P parser, struct Span span, struct List *body, struct List *handlers,
                          struct List *otherwise, struct List *finally);
struct AstNode *build_handler(P parser, struct Span span, bool star, struct AstNode *type,
                              const struct Token *name, struct List *body);
struct AstNode *build_type_variable(P parser, struct Span span, const struct Token *name,
                                    struct AstNode *bound, struct AstNode *default_value);
struct AstNode *build_type_variable_like(P parser, struct Span span, enum AstKind kind,
                                         const struct Token *name, struct AstNode *default_value);

/* ---- parameters (parameters.c) ---- */
struct Parameter *build_separator(P parser, enum ParameterKind kind, const struct Token *token);
struct Parameter *build_parameter(P parser, enum ParameterKind kind, struct Span span,
                                  const struct Token *name, struct AstNode *annotation,
                                  struct AstNode *default_value);
struct AstNode *build_parameters(P parser, struct List *parameters);
struct List *build_class_arguments(P parser, struct List *arguments);
/* Whether build_split_arguments will take them. */
bool build_arguments_are_ordered(P parser, struct List *arguments);
bool build_split_arguments(P parser, struct List *arguments, struct List **positional,
                           struct List **keywords);

/* ---- patterns (patterns.c) ---- */
struct AstNode *build_match(P parser, struct Span span, struct AstNode *subject, struct List *cases);
struct AstNode *build_case(P parser, struct AstNode *pattern, struct AstNode *guard, struct List *body);
struct AstNode *build_match_sequence(P parser, struct Span span, struct List *patterns);
struct AstNode *build_match_star(P parser, struct Span span, const struct Token *name);
struct AstNode *build_match_or(P parser, struct Span span, struct List *patterns);
struct AstNode *build_match_as(P parser, struct Span span, struct List *patterns, struct Span patterns_span,
                               const struct Token *name);
struct AstNode *build_match_capture(P parser, struct Span span, const struct Token *name);
struct AstNode *build_match_value(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_match_string(P parser, struct Span span, struct List *strings);
struct AstNode *build_match_singleton(P parser, struct Span span, enum AstConstantKind kind);
struct AstNode *build_match_mapping(P parser, struct Span span, struct List *items);
struct AstNode *build_match_class(P parser, struct Span span, struct AstNode *class, struct List *items);
struct AstNode *build_complex(P parser, struct Span span, struct AstNode *real, int operator,
                              struct Span imaginary_span, const struct Token *imaginary);
struct AstNode *build_rest(P parser, struct Span span, const struct Token *name);
struct AstNode *build_plain_string(P parser, struct Span span, struct List *strings);

/* ---- expressions (expressions.c) ---- */
bool build_set_context(P parser, struct AstNode *target, enum AstContext context);
struct AstNode *build_target(P parser, struct List *targets, struct Span span);
struct AstNode *build_name(P parser, struct Span span, const struct Token *name);
struct AstNode *build_singleton(P parser, struct Span span, enum AstConstantKind kind);
struct AstNode *build_number(P parser, struct Span span, const struct Token *number);
struct AstNode *build_tuple(P parser, struct Span span, struct List *items);
struct AstNode *build_tuple_or_single(P parser, struct Span span, struct List *items);
struct AstNode *build_list(P parser, struct Span span, struct List *items);
struct AstNode *build_set(P parser, struct Span span, struct List *items);
struct AstNode *build_dict(P parser, struct Span span, struct List *pairs);
struct AstNode *build_pair(P parser, struct AstNode *key, struct AstNode *value);
struct AstNode *build_group(P parser, struct Span span, struct List *items);
struct AstNode *build_cover_item(P parser, struct Span span, struct AstNode *context, struct AstNode *target);
struct AstNode *build_starred(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_named(P parser, struct Span span, struct AstNode *target, struct AstNode *value);
struct AstNode *build_yield(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_yield_from(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_await(P parser, struct Span span, struct AstNode *value);
struct AstNode *build_conditional(P parser, struct Span span, struct AstNode *test, struct AstNode *body,
                                  struct AstNode *otherwise);
struct AstNode *build_lambda(P parser, struct Span span, struct AstNode *parameters, struct AstNode *body);
struct AstNode *build_bool(P parser, struct Span span, enum AstBoolOperator operator, struct List * values);
struct AstNode *build_unary(P parser, struct Span span, enum AstUnaryOperator operator,
                            struct AstNode * operand);
struct AstNode *build_binary(P parser, struct Span span, struct AstNode *left, enum AstOperator operator,
                             struct AstNode * right);
struct Comparison *build_comparison(P parser, struct AstNode *left, int operator, struct AstNode * right);
struct Comparison *build_add_comparison(P parser, struct Comparison *comparison, int operator,
                                        struct AstNode * right);
struct AstNode *build_compare(P parser, struct Span span, struct Comparison *comparison);
bool build_check_not_equal(P parser, const struct Token *token);
struct AstNode *build_attribute(P parser, struct Span span, struct AstNode *value, const struct Token *name);
struct AstNode *build_call(P parser, struct Span span, struct AstNode *function, struct List *arguments,
                           struct Span parentheses);
struct AstNode *build_keyword(P parser, struct Span span, const struct Token *name, struct AstNode *value);
struct AstNode *build_subscript(P parser, struct Span span, struct AstNode *value, struct AstNode *slice);
struct AstNode *build_single_slice(P parser, struct Span span, struct AstNode *slice);
struct AstNode *build_slice(P parser, struct Span span, struct AstNode *lower, struct AstNode *upper,
                            struct AstNode *step);
struct AstNode *build_comprehension(P parser, struct AstNode *target, struct AstNode *iterable,
                                    struct List *conditions, int is_async);
struct AstNode *build_comprehension_of(P parser, struct Span span, enum AstKind kind, struct AstNode *element,
                                       struct List *comprehensions);
struct AstNode *build_dict_comprehension(P parser, struct Span span, struct AstNode *pair,
                                         struct List *comprehensions);

/* ---- strings (strings.c) ---- */
struct AstNode *build_string(P parser, struct Span span, const struct Token *string);
struct AstNode *build_strings(P parser, struct Span span, struct List *parts);
struct AstNode *build_fstring(P parser, struct Span span, struct List *parts);
struct AstNode *build_fstring_text(P parser, struct Span span, const struct Token *text);
struct AstNode *build_replacement(P parser, struct Span span, struct AstNode *value, bool debug,
                                  const struct Token *conversion, struct AstNode *specification,
                                  const struct Token *opening, const struct Token *closing);
struct AstNode *build_specification(P parser, struct Span span, struct List *parts);
bool build_check_conversion(P parser, const struct Token *mark, const struct Token *name);

#endif
