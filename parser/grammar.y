/*
 * Python 3.13's grammar: LALR(1) with LAC, no conflicts, as a push parser.
 *
 * The actions only build nodes (build.h, strings.h).  Targets, parameters and
 * arguments are parsed as the lists they look like and checked by the builder;
 * `with ( … as … )` goes through atoms with `as` items that only a with
 * statement accepts.  A rule that cannot go on, for want of memory or because
 * the builder refuses, ends the parse; wording the error is diagnosis.c's job.
 */
%define api.pure full
%define api.push-pull push
%define api.prefix {grammar_}
%define api.token.prefix {GRAMMAR_}
%define api.location.type {struct Span}
%define parse.lac full
%define parse.error simple
%expect 0
%param {struct Parser *parser}

%code requires {
#include "parser/build.h"

struct grammar_pstate;
size_t grammar_state_size(void);
void grammar_state_open(struct grammar_pstate *state);
}

%code {
#include <string.h>

#include "parser/internal.h"

#define YYLLOC_DEFAULT(current, rhs, count) ((current) = build_location(rhs, count))
#define YYMALLOC(size) ((void)(size), NULL)
#define YYFREE(block) ((void)(block))
#define YYINITDEPTH 200
/* The stack grows in our memory. */
#define yyoverflow(message, states, state_bytes, values, value_bytes, places, place_bytes, size) \
    grow_stack(parser, (void **)(states), sizeof **(states), state_bytes, values, value_bytes, places, place_bytes, size)

#define TRY(expression)          \
    do {                         \
        if ((expression) == 0) { \
            YYABORT;             \
        }                        \
    } while (0)

}

%union {
    const struct Token *token;
    struct AstNode *node;
    struct List *list;
    struct Parameter *parameter;
    struct Comparison *comparison;
    int integer;
}

%token START_FILE START_INTERACTIVE START_EXPRESSION
%token ENDMARKER 0
%token <token> NAME NUMBER STRING FSTRING_START FSTRING_MIDDLE FSTRING_END
%token NEWLINE INDENT DEDENT COMMENT NL ERRORTOKEN
%token <token> LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT
%token <token> LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR
%token PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL
%token RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL
%token <token> EXCLAMATION
%token FALSE NONE TRUE AND AS ASSERT ASYNC AWAIT BREAK CLASS CONTINUE DEF DEL ELIF ELSE EXCEPT FINALLY FOR FROM
%token GLOBAL IF IMPORT IN IS LAMBDA NONLOCAL NOT OR PASS RAISE RETURN TRY_ WHILE WITH YIELD
%token MATCH CASE TYPE

%left VBAR
%left CIRCUMFLEX
%left AMPER
%left LEFTSHIFT RIGHTSHIFT
%left PLUS MINUS
%left STAR SLASH DOUBLESLASH PERCENT AT
%precedence UNARY
%right DOUBLESTAR

%type <list> statements statement simple_stmts simple_list block else_opt finally_opt decorators if_chain handlers
%type <list> dotted_name import_names import_list import_dotted names assign_targets target_items target_list with_items
%type <list> case_blocks open_patterns pattern_list or_patterns keyword_patterns mapping_items class_pattern_items
%type <list> type_params_opt type_params type_param_list and_list or_list expression_list star_list paren_list
%type <list> slice_list arguments argument_list comprehensions comprehension_ifs dict_items strings fstring_parts
%type <list> specification_parts class_arguments parameter_list lambda_parameter_list with_head
%type <list> star_expression_list star_named_list
%type <node> simple_stmt compound_stmt assignment assigned annotated_value_opt del_stmt import_stmt type_alias
%type <node> function class if_stmt while_stmt for_stmt with_stmt try_stmt match_stmt handler case_block guard_opt
%type <node> decorated undecorated class_or_function return_annotation_opt import_name import_dotted_name with_item
%type <node> patterns pattern closed_pattern literal_pattern signed_number pattern_number mapping_key
%type <node> star_pattern pattern_item mapping_item value_path
%type <node> type_param type_default_opt star_type_default_opt bound_opt
%type <node> expressions star_expressions star_expression expression named_expression star_named_expression starred
%type <node> disjunction conjunction inversion compared binary primary atom group yield_expression
%type <node> parameters lambda_parameters loop_target
%type <node> paren_item slices slice slice_opt argument comprehension target_item subject dict_pair
%type <node> fstring replacement_field specification_opt string_part
%type <comparison> comparison
%type <parameter> parameter lambda_parameter
%type <integer> augmented comparison_operator dots dots_opt debug_opt
%type <token> conversion_opt

%code {
static void grow_stack(struct Parser *parser, void **states, size_t state_size, ptrdiff_t state_bytes,
                       YYSTYPE **values, ptrdiff_t value_bytes, YYLTYPE **places, ptrdiff_t place_bytes,
                       ptrdiff_t *size)
{
    size_t wanted = (size_t)*size * 2;
    size_t bytes = wanted * (state_size + sizeof **values + sizeof **places);
    char *block = parser_new_stack(parser, wanted, bytes);
    if (block == NULL) {
        return; /* Bison sees that there is no more room, and gives up */
    }
    char *value_block = block + wanted * sizeof **places;
    *places = memcpy(block, *places, (size_t)place_bytes);
    *values = memcpy(value_block, *values, (size_t)value_bytes);
    *states = memcpy(value_block + wanted * sizeof **values, *states, (size_t)state_bytes);
    *size = (ptrdiff_t)wanted;
    parser_drop_old_stack(parser);
}

/* The caller words the error. */
static void grammar_error(const struct Span *where, struct Parser *parser, const char *message)
{
    (void)where;
    (void)parser;
    (void)message;
}
}

%%

start
    : START_FILE { TRY(build_module(parser, NULL)); }
    | START_FILE statements { TRY(build_module(parser, $2)); }
    | START_INTERACTIVE simple_stmts { TRY(build_interactive(parser, $2)); }
    | START_INTERACTIVE compound_stmt NEWLINE
        { TRY(build_check_covers(parser)); TRY(build_interactive(parser, item_list_of(parser, $2))); }
    | START_EXPRESSION expressions newlines { TRY(build_expression_module(parser, $2)); }
    ;

newlines : %empty | newlines NEWLINE ;

/* ---- statements ---- */

statements : statement | statements statement { TRY($$ = item_list_join(parser, $1, $2)); } ;

statement
    : compound_stmt { TRY(build_check_covers(parser)); TRY($$ = item_list_of(parser, $1)); }
    | simple_stmts
    ;

simple_stmts
    : simple_list NEWLINE { TRY(build_check_covers(parser)); $$ = $1; }
    | simple_list SEMI NEWLINE { TRY(build_check_covers(parser)); $$ = $1; }
    ;

simple_list
    : simple_stmt { TRY($$ = item_list_of(parser, $1)); }
    | simple_list SEMI simple_stmt { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

simple_stmt
    : assignment
    | star_expressions { TRY($$ = build_expr(parser, @$, $1)); }
    | yield_expression { TRY($$ = build_expr(parser, @$, $1)); }
    | RETURN { TRY($$ = build_return(parser, @$, NULL)); }
    | RETURN star_expressions { TRY($$ = build_return(parser, @$, $2)); }
    | import_stmt
    | RAISE { TRY($$ = build_raise(parser, @$, NULL, NULL)); }
    | RAISE expression { TRY($$ = build_raise(parser, @$, $2, NULL)); }
    | RAISE expression FROM expression { TRY($$ = build_raise(parser, @$, $2, $4)); }
    | PASS { TRY($$ = build_plain(parser, @$, AST_Pass)); }
    | BREAK { TRY($$ = build_plain(parser, @$, AST_Break)); }
    | CONTINUE { TRY($$ = build_plain(parser, @$, AST_Continue)); }
    | del_stmt
    | ASSERT expression { TRY($$ = build_assert(parser, @$, $2, NULL)); }
    | ASSERT expression COMMA expression { TRY($$ = build_assert(parser, @$, $2, $4)); }
    | GLOBAL names { TRY($$ = build_declaration(parser, @$, AST_Global, $2)); }
    | NONLOCAL names { TRY($$ = build_declaration(parser, @$, AST_Nonlocal, $2)); }
    | type_alias
    ;

names
    : NAME { TRY($$ = item_list_of_name(parser, $1)); }
    | names COMMA NAME { TRY($$ = item_list_add_name(parser, $1, $3)); }
    ;

assignment
    : assign_targets assigned { TRY($$ = build_assign(parser, @$, $1, $2)); }
    | star_expressions augmented assigned { TRY($$ = build_augmented(parser, @$, $1, $2, $3)); }
    | star_expressions COLON { TRY(build_check_annotated(parser, $1)); } expression annotated_value_opt {
        TRY($$ = build_annotated(parser, @$, $1, $4, $5));
    }
    ;

assign_targets
    : star_expressions EQUAL { TRY($$ = build_add_target(parser, NULL, $1)); }
    | assign_targets star_expressions EQUAL { TRY($$ = build_add_target(parser, $1, $2)); }
    ;

assigned : star_expressions | yield_expression ;

annotated_value_opt : %empty { $$ = NULL; } | EQUAL assigned { $$ = $2; } ;

augmented
    : PLUSEQUAL { $$ = AST_ADD; }
    | MINEQUAL { $$ = AST_SUBTRACT; }
    | STAREQUAL { $$ = AST_MULTIPLY; }
    | ATEQUAL { $$ = AST_MATRIX_MULTIPLY; }
    | SLASHEQUAL { $$ = AST_DIVIDE; }
    | PERCENTEQUAL { $$ = AST_MODULO; }
    | AMPEREQUAL { $$ = AST_BIT_AND; }
    | VBAREQUAL { $$ = AST_BIT_OR; }
    | CIRCUMFLEXEQUAL { $$ = AST_BIT_XOR; }
    | LEFTSHIFTEQUAL { $$ = AST_LEFT_SHIFT; }
    | RIGHTSHIFTEQUAL { $$ = AST_RIGHT_SHIFT; }
    | DOUBLESTAREQUAL { $$ = AST_POWER; }
    | DOUBLESLASHEQUAL { $$ = AST_FLOOR_DIVIDE; }
    ;

del_stmt : DEL target_list { TRY($$ = build_delete(parser, @$, $2)); } ;

/* What may stand between `for` and `in`: no comparison, which would swallow the `in`. */
target_list : target_items | target_items COMMA { $$ = $1; $$->trailing_comma = true; } ;

loop_target : target_list { TRY($$ = build_target(parser, $1, @$)); } ;

target_items
    : target_item { TRY($$ = item_list_of(parser, $1)); }
    | target_items COMMA target_item { TRY($$ = item_list_add(parser, $1, $3)); $$->trailing_comma = true; }
    ;

target_item : binary | starred ;

import_stmt
    : IMPORT import_dotted { TRY($$ = build_import(parser, @$, $2)); }
    | FROM dots_opt dotted_name IMPORT import_names { TRY($$ = build_import_from(parser, @$, $2, $3, $5)); }
    | FROM dots IMPORT import_names { TRY($$ = build_import_from(parser, @$, $2, NULL, $4)); }
    ;

dots_opt : %empty { $$ = 0; } | dots ;

dots
    : DOT { $$ = 1; }
    | ELLIPSIS { $$ = 3; }
    | dots DOT { $$ = $1 + 1; }
    | dots ELLIPSIS { $$ = $1 + 3; }
    ;

dotted_name
    : NAME { TRY($$ = item_list_of_name(parser, $1)); }
    | dotted_name DOT NAME { TRY($$ = item_list_add_name(parser, $1, $3)); }
    ;

import_dotted
    : import_dotted_name { TRY($$ = item_list_of(parser, $1)); }
    | import_dotted COMMA import_dotted_name { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

import_dotted_name
    : dotted_name { TRY($$ = build_alias(parser, @$, $1, NULL)); }
    | dotted_name AS NAME { TRY($$ = build_alias(parser, @$, $1, $3)); }
    ;

import_names
    : STAR { TRY($$ = item_list_of(parser, build_star_alias(parser, @$))); }
    | import_list
    | LPAR import_list RPAR { $$ = $2; }
    | LPAR import_list COMMA RPAR { $$ = $2; }
    ;

import_list
    : import_name { TRY($$ = item_list_of(parser, $1)); }
    | import_list COMMA import_name { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

import_name
    : NAME { TRY($$ = build_name_alias(parser, @$, $1, NULL)); }
    | NAME AS NAME { TRY($$ = build_name_alias(parser, @$, $1, $3)); }
    ;

type_alias
    : TYPE NAME type_params_opt EQUAL expression { TRY($$ = build_type_alias(parser, @$, $2, $3, $5)); }
    ;

compound_stmt
    : class_or_function
    | if_stmt
    | while_stmt
    | for_stmt
    | ASYNC for_stmt { $$ = build_async(@$, $2); }
    | with_stmt
    | ASYNC with_stmt { $$ = build_async(@$, $2); }
    | try_stmt
    | match_stmt
    ;

block : NEWLINE INDENT statements DEDENT { $$ = $3; } | simple_stmts ;

else_opt : %empty { $$ = NULL; } | ELSE COLON block { $$ = $3; } ;

class_or_function : decorated | undecorated ;

decorated : decorators undecorated { $$ = build_decorate($2, $1); } ;

decorators
    : AT named_expression NEWLINE { TRY($$ = item_list_of(parser, $2)); }
    | decorators AT named_expression NEWLINE { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

undecorated
    : function
    | ASYNC function { $$ = build_async(@$, $2); }
    | class
    ;

function
    : DEF NAME type_params_opt LPAR parameters RPAR return_annotation_opt COLON block {
        TRY($$ = build_function(parser, @$, $2, $3, $5, $7, $9));
    }
    ;

return_annotation_opt : %empty { $$ = NULL; } | RARROW expression { $$ = $2; } ;

class
    : CLASS NAME type_params_opt COLON block { TRY($$ = build_class(parser, @$, $2, $3, NULL, $5)); }
    | CLASS NAME type_params_opt LPAR class_arguments RPAR { TRY(build_arguments_are_ordered(parser, $5)); } COLON block {
        TRY($$ = build_class(parser, @$, $2, $3, $5, $9));
    }
    ;

if_stmt : if_chain else_opt { TRY($$ = build_if(parser, @$, $1, $2)); } ;

class_arguments : arguments { $$ = $1; TRY($1 == NULL || build_class_arguments(parser, $1) != NULL); } ;

/* Test, block and start of each branch; left-recursive, so that long chains need no stack. */
if_chain
    : IF named_expression COLON block { TRY($$ = build_add_branch(parser, NULL, @1, $2, $4)); }
    | if_chain ELIF named_expression COLON block { TRY($$ = build_add_branch(parser, $1, @2, $3, $5)); }
    ;

while_stmt
    : WHILE named_expression COLON block else_opt { TRY($$ = build_while(parser, @$, $2, $4, $5)); }
    ;

for_stmt
    : FOR loop_target IN star_expressions COLON block else_opt {
        TRY($$ = build_for(parser, @$, $2, $4, $6, $7));
    }
    ;

with_stmt : with_head block { TRY($$ = build_with(parser, @$, $1, $2)); } ;

with_head : WITH with_items COLON { TRY($$ = build_with_items(parser, $2)); } ;

with_items
    : with_item { TRY($$ = item_list_of(parser, $1)); }
    | with_items COMMA with_item { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

with_item
    : expression { TRY($$ = build_with_item(parser, @$, $1, NULL)); }
    | expression AS target_item { TRY($$ = build_with_item(parser, @$, $1, $3)); }
    ;

try_stmt
    : TRY_ COLON block handlers else_opt finally_opt { TRY($$ = build_try(parser, @$, $3, $4, $5, $6)); }
    | TRY_ COLON block FINALLY COLON block { TRY($$ = build_try(parser, @$, $3, NULL, NULL, $6)); }
    ;

finally_opt : %empty { $$ = NULL; } | FINALLY COLON block { $$ = $3; } ;

handlers
    : handler { TRY($$ = item_list_of(parser, $1)); }
    | handlers handler { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

handler
    : EXCEPT COLON block { TRY($$ = build_handler(parser, @$, false, NULL, NULL, $3)); }
    | EXCEPT expression COLON block { TRY($$ = build_handler(parser, @$, false, $2, NULL, $4)); }
    | EXCEPT expression AS NAME COLON block { TRY($$ = build_handler(parser, @$, false, $2, $4, $6)); }
    | EXCEPT STAR expression COLON block { TRY($$ = build_handler(parser, @$, true, $3, NULL, $5)); }
    | EXCEPT STAR expression AS NAME COLON block { TRY($$ = build_handler(parser, @$, true, $3, $5, $7)); }
    ;

/* ---- match ---- */

match_stmt
    : MATCH subject COLON NEWLINE INDENT case_blocks DEDENT { TRY($$ = build_match(parser, @$, $2, $6)); }
    ;

subject : star_list { TRY($$ = build_tuple_or_single(parser, @$, $1)); } ;

case_blocks
    : case_block { TRY($$ = item_list_of(parser, $1)); }
    | case_blocks case_block { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

case_block : CASE patterns guard_opt COLON block { TRY($$ = build_case(parser, $2, $3, $5)); } ;

guard_opt : %empty { $$ = NULL; } | IF named_expression { $$ = $2; } ;

patterns : pattern | open_patterns { TRY($$ = build_match_sequence(parser, @$, $1)); } ;

/* At least one comma, or a star. */
open_patterns
    : pattern COMMA { TRY($$ = item_list_of(parser, $1)); }
    | pattern COMMA pattern_list { TRY($$ = item_list_prepend(parser, $1, $3)); }
    | pattern COMMA pattern_list COMMA { TRY($$ = item_list_prepend(parser, $1, $3)); }
    | star_pattern COMMA { TRY($$ = item_list_of(parser, $1)); }
    | star_pattern COMMA pattern_list { TRY($$ = item_list_prepend(parser, $1, $3)); }
    | star_pattern COMMA pattern_list COMMA { TRY($$ = item_list_prepend(parser, $1, $3)); }
    ;

pattern_list
    : pattern_item { TRY($$ = item_list_of(parser, $1)); }
    | pattern_list COMMA pattern_item { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

pattern_item : pattern | star_pattern ;

star_pattern : STAR NAME { TRY($$ = build_match_star(parser, @$, $2)); } ;

pattern
    : or_patterns { TRY($$ = build_match_or(parser, @$, $1)); }
    | or_patterns AS NAME { TRY($$ = build_match_as(parser, @$, $1, @1, $3)); }
    ;

or_patterns
    : closed_pattern { TRY($$ = item_list_of(parser, $1)); }
    | or_patterns VBAR closed_pattern { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

closed_pattern
    : literal_pattern
    | NAME { TRY($$ = build_match_capture(parser, @$, $1)); }
    | value_path { TRY($$ = build_match_value(parser, @$, $1)); }
    | LPAR RPAR { TRY($$ = build_match_sequence(parser, @$, NULL)); }
    | LPAR pattern RPAR { $$ = $2; }
    | LPAR open_patterns RPAR { TRY($$ = build_match_sequence(parser, @$, $2)); }
    | LSQB RSQB { TRY($$ = build_match_sequence(parser, @$, NULL)); }
    | LSQB pattern_list RSQB { TRY($$ = build_match_sequence(parser, @$, $2)); }
    | LSQB pattern_list COMMA RSQB { TRY($$ = build_match_sequence(parser, @$, $2)); }
    | LBRACE RBRACE { TRY($$ = build_match_mapping(parser, @$, NULL)); }
    | LBRACE mapping_items RBRACE { TRY($$ = build_match_mapping(parser, @$, $2)); }
    | LBRACE mapping_items COMMA RBRACE { TRY($$ = build_match_mapping(parser, @$, $2)); }
    | NAME LPAR class_pattern_items RPAR {
        TRY($$ = build_match_class(parser, @$, build_name(parser, @1, $1), $3));
    }
    | value_path LPAR class_pattern_items RPAR { TRY($$ = build_match_class(parser, @$, $1, $3)); }
    ;

/* Names with at least one dot. */
value_path
    : NAME DOT NAME { TRY($$ = build_attribute(parser, @$, build_name(parser, @1, $1), $3)); }
    | value_path DOT NAME { TRY($$ = build_attribute(parser, @$, $1, $3)); }
    ;

literal_pattern
    : signed_number { TRY($$ = build_match_value(parser, @$, $1)); }
    | strings { TRY($$ = build_match_string(parser, @$, $1)); }
    | NONE { TRY($$ = build_match_singleton(parser, @$, AST_CONSTANT_NONE)); }
    | TRUE { TRY($$ = build_match_singleton(parser, @$, AST_CONSTANT_TRUE)); }
    | FALSE { TRY($$ = build_match_singleton(parser, @$, AST_CONSTANT_FALSE)); }
    ;

signed_number
    : pattern_number
    | pattern_number PLUS NUMBER { TRY($$ = build_complex(parser, @$, $1, AST_ADD, @3, $3)); }
    | pattern_number MINUS NUMBER { TRY($$ = build_complex(parser, @$, $1, AST_SUBTRACT, @3, $3)); }
    ;

pattern_number
    : NUMBER { TRY($$ = build_number(parser, @$, $1)); }
    | MINUS NUMBER { TRY($$ = build_unary(parser, @$, AST_MINUS, build_number(parser, @2, $2))); }
    ;

mapping_items
    : mapping_item { TRY($$ = item_list_of(parser, $1)); }
    | mapping_items COMMA mapping_item { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

mapping_item
    : mapping_key COLON pattern { TRY($$ = build_pair(parser, $1, $3)); }
    | DOUBLESTAR NAME { TRY($$ = build_rest(parser, @$, $2)); }
    ;

mapping_key
    : signed_number
    | strings { TRY($$ = build_strings(parser, @$, $1)); }
    | NONE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_NONE)); }
    | TRUE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_TRUE)); }
    | FALSE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_FALSE)); }
    | value_path
    ;

class_pattern_items
    : %empty { $$ = NULL; }
    | keyword_patterns
    | keyword_patterns COMMA
    ;

keyword_patterns
    : pattern { TRY($$ = item_list_of(parser, $1)); }
    | NAME EQUAL pattern { TRY($$ = item_list_of(parser, build_keyword(parser, @$, $1, $3))); }
    | keyword_patterns COMMA pattern { TRY($$ = item_list_add(parser, $1, $3)); }
    | keyword_patterns COMMA NAME EQUAL pattern {
        TRY($$ = item_list_add(parser, $1, build_keyword(parser, @3, $3, $5)));
    }
    ;

/* ---- type parameters ---- */

type_params_opt : %empty { $$ = NULL; } | type_params ;

type_params
    : LSQB type_param_list RSQB { $$ = $2; }
    | LSQB type_param_list COMMA RSQB { $$ = $2; }
    ;

type_param_list
    : type_param { TRY($$ = item_list_of(parser, $1)); }
    | type_param_list COMMA type_param { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

type_param
    : NAME bound_opt type_default_opt { TRY($$ = build_type_variable(parser, @$, $1, $2, $3)); }
    | STAR NAME star_type_default_opt {
        TRY($$ = build_type_variable_like(parser, @$, AST_TypeVarTuple, $2, $3));
    }
    | DOUBLESTAR NAME type_default_opt {
        TRY($$ = build_type_variable_like(parser, @$, AST_ParamSpec, $2, $3));
    }
    ;

bound_opt : %empty { $$ = NULL; } | COLON expression { $$ = $2; } ;

type_default_opt : %empty { $$ = NULL; } | EQUAL expression { $$ = $2; } ;

star_type_default_opt : %empty { $$ = NULL; } | EQUAL star_expression { $$ = $2; } ;

/* ---- parameters ---- */

parameters
    : %empty { TRY($$ = build_parameters(parser, NULL)); }
    | parameter_list { TRY($$ = build_parameters(parser, $1)); }
    | parameter_list COMMA { TRY($$ = build_parameters(parser, $1)); }
    ;

parameter_list
    : parameter { TRY($$ = item_list_of(parser, $1)); }
    | parameter_list COMMA parameter { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

parameter
    : NAME { TRY($$ = build_parameter(parser, PARAMETER_PLAIN, @$, $1, NULL, NULL)); }
    | NAME COLON expression { TRY($$ = build_parameter(parser, PARAMETER_PLAIN, @$, $1, $3, NULL)); }
    | NAME EQUAL expression { TRY($$ = build_parameter(parser, PARAMETER_PLAIN, @1, $1, NULL, $3)); }
    | NAME COLON expression EQUAL expression {
        TRY($$ = build_parameter(parser, PARAMETER_PLAIN, build_join(@1, @3), $1, $3, $5));
    }
    | SLASH { TRY($$ = build_separator(parser, PARAMETER_SLASH, $1)); }
    | STAR { TRY($$ = build_separator(parser, PARAMETER_STAR, $1)); }
    | STAR NAME { TRY($$ = build_parameter(parser, PARAMETER_STAR, @2, $2, NULL, NULL)); }
    | STAR NAME COLON star_expression {
        TRY($$ = build_parameter(parser, PARAMETER_STAR, build_join(@2, @4), $2, $4, NULL));
    }
    | DOUBLESTAR NAME { TRY($$ = build_parameter(parser, PARAMETER_DOUBLE_STAR, @2, $2, NULL, NULL)); }
    | DOUBLESTAR NAME COLON expression {
        TRY($$ = build_parameter(parser, PARAMETER_DOUBLE_STAR, build_join(@2, @4), $2, $4, NULL));
    }
    ;

lambda_parameters
    : %empty { TRY($$ = build_parameters(parser, NULL)); }
    | lambda_parameter_list { TRY($$ = build_parameters(parser, $1)); }
    | lambda_parameter_list COMMA { TRY($$ = build_parameters(parser, $1)); }
    ;

lambda_parameter_list
    : lambda_parameter { TRY($$ = item_list_of(parser, $1)); }
    | lambda_parameter_list COMMA lambda_parameter { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

lambda_parameter
    : NAME { TRY($$ = build_parameter(parser, PARAMETER_PLAIN, @$, $1, NULL, NULL)); }
    | NAME EQUAL expression { TRY($$ = build_parameter(parser, PARAMETER_PLAIN, @1, $1, NULL, $3)); }
    | SLASH { TRY($$ = build_separator(parser, PARAMETER_SLASH, $1)); }
    | STAR { TRY($$ = build_separator(parser, PARAMETER_STAR, $1)); }
    | STAR NAME { TRY($$ = build_parameter(parser, PARAMETER_STAR, @2, $2, NULL, NULL)); }
    | DOUBLESTAR NAME { TRY($$ = build_parameter(parser, PARAMETER_DOUBLE_STAR, @2, $2, NULL, NULL)); }
    ;

/* ---- expressions ---- */

expressions
    : expression_list { TRY($$ = build_tuple_or_single(parser, @$, $1)); }
    | expression_list COMMA { $1->trailing_comma = true; TRY($$ = build_tuple_or_single(parser, @$, $1)); }
    ;

expression_list
    : expression { TRY($$ = item_list_of(parser, $1)); }
    | expression_list COMMA expression {
        $1->trailing_comma = true;
        TRY($$ = item_list_add(parser, $1, $3));
    }
    ;

star_expressions
    : star_expression
    | star_expression COMMA { TRY($$ = build_tuple(parser, @$, item_list_of(parser, $1))); }
    | star_expression COMMA star_expression_list { TRY($$ = build_tuple(parser, @$, item_list_prepend(parser, $1, $3))); }
    | star_expression COMMA star_expression_list COMMA {
        TRY($$ = build_tuple(parser, @$, item_list_prepend(parser, $1, $3)));
    }
    ;

star_expression_list
    : star_expression { TRY($$ = item_list_of(parser, $1)); }
    | star_expression_list COMMA star_expression { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

star_expression : expression | starred ;

starred : STAR binary { TRY($$ = build_starred(parser, @$, $2)); } ;

star_named_expression : named_expression | starred ;

/* One or more; the builder makes a tuple of it if there was a comma. */
star_list
    : star_named_list { $$ = $1; }
    | star_named_list COMMA { $$ = $1; $$->trailing_comma = true; }
    ;

star_named_list
    : star_named_expression { TRY($$ = item_list_of(parser, $1)); }
    | star_named_list COMMA star_named_expression {
        $1->trailing_comma = true;
        TRY($$ = item_list_add(parser, $1, $3));
    }
    ;

named_expression
    : expression
    | NAME COLONEQUAL expression { TRY($$ = build_named(parser, @$, build_name(parser, @1, $1), $3)); }
    ;

yield_expression
    : YIELD { TRY($$ = build_yield(parser, @$, NULL)); }
    | YIELD star_expressions { TRY($$ = build_yield(parser, @$, $2)); }
    | YIELD FROM expression { TRY($$ = build_yield_from(parser, @$, $3)); }
    ;

expression
    : disjunction
    | disjunction IF disjunction ELSE expression { TRY($$ = build_conditional(parser, @$, $3, $1, $5)); }
    | LAMBDA lambda_parameters COLON expression { TRY($$ = build_lambda(parser, @$, $2, $4)); }
    ;

disjunction : conjunction | or_list { TRY($$ = build_bool(parser, @$, AST_OR, $1)); } ;

or_list
    : conjunction OR conjunction { TRY($$ = item_list_pair(parser, $1, $3)); }
    | or_list OR conjunction { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

conjunction : inversion | and_list { TRY($$ = build_bool(parser, @$, AST_AND, $1)); } ;

and_list
    : inversion AND inversion { TRY($$ = item_list_pair(parser, $1, $3)); }
    | and_list AND inversion { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

inversion : NOT inversion { TRY($$ = build_unary(parser, @$, AST_NOT, $2)); } | compared ;

compared : binary | comparison { TRY($$ = build_compare(parser, @$, $1)); } ;

comparison
    : binary comparison_operator binary { TRY($$ = build_comparison(parser, $1, $2, $3)); }
    | comparison comparison_operator binary { TRY($$ = build_add_comparison(parser, $1, $2, $3)); }
    ;

comparison_operator
    : EQEQUAL { $$ = AST_EQUAL; }
    | NOTEQUAL { TRY(build_check_not_equal(parser, $1)); $$ = AST_NOT_EQUAL; }
    | LESS { $$ = AST_LESS; }
    | LESSEQUAL { $$ = AST_LESS_EQUAL; }
    | GREATER { $$ = AST_GREATER; }
    | GREATEREQUAL { $$ = AST_GREATER_EQUAL; }
    | IS { $$ = AST_IS; }
    | IS NOT { $$ = AST_IS_NOT; }
    | IN { $$ = AST_IN; }
    | NOT IN { $$ = AST_NOT_IN; }
    ;

binary
    : primary
    | AWAIT primary { TRY($$ = build_await(parser, @$, $2)); }
    | binary VBAR binary { TRY($$ = build_binary(parser, @$, $1, AST_BIT_OR, $3)); }
    | binary CIRCUMFLEX binary { TRY($$ = build_binary(parser, @$, $1, AST_BIT_XOR, $3)); }
    | binary AMPER binary { TRY($$ = build_binary(parser, @$, $1, AST_BIT_AND, $3)); }
    | binary LEFTSHIFT binary { TRY($$ = build_binary(parser, @$, $1, AST_LEFT_SHIFT, $3)); }
    | binary RIGHTSHIFT binary { TRY($$ = build_binary(parser, @$, $1, AST_RIGHT_SHIFT, $3)); }
    | binary PLUS binary { TRY($$ = build_binary(parser, @$, $1, AST_ADD, $3)); }
    | binary MINUS binary { TRY($$ = build_binary(parser, @$, $1, AST_SUBTRACT, $3)); }
    | binary STAR binary { TRY($$ = build_binary(parser, @$, $1, AST_MULTIPLY, $3)); }
    | binary SLASH binary { TRY($$ = build_binary(parser, @$, $1, AST_DIVIDE, $3)); }
    | binary DOUBLESLASH binary { TRY($$ = build_binary(parser, @$, $1, AST_FLOOR_DIVIDE, $3)); }
    | binary PERCENT binary { TRY($$ = build_binary(parser, @$, $1, AST_MODULO, $3)); }
    | binary AT binary { TRY($$ = build_binary(parser, @$, $1, AST_MATRIX_MULTIPLY, $3)); }
    | binary DOUBLESTAR binary { TRY($$ = build_binary(parser, @$, $1, AST_POWER, $3)); }
    | PLUS binary %prec UNARY { TRY($$ = build_unary(parser, @$, AST_PLUS, $2)); }
    | MINUS binary %prec UNARY { TRY($$ = build_unary(parser, @$, AST_MINUS, $2)); }
    | TILDE binary %prec UNARY { TRY($$ = build_unary(parser, @$, AST_INVERT, $2)); }
    ;

primary
    : atom
    | primary DOT NAME { TRY($$ = build_attribute(parser, @$, $1, $3)); }
    | primary LPAR arguments RPAR { TRY($$ = build_call(parser, @$, $1, $3, build_join(@2, @4))); }
    | primary LSQB slices RSQB { TRY($$ = build_subscript(parser, @$, $1, $3)); }
    ;

slices
    : slice { TRY($$ = build_single_slice(parser, @$, $1)); }
    | slice COMMA { TRY($$ = build_tuple(parser, @$, item_list_of(parser, $1))); }
    | slice COMMA slice_list { TRY($$ = build_tuple(parser, @$, item_list_prepend(parser, $1, $3))); }
    | slice COMMA slice_list COMMA { TRY($$ = build_tuple(parser, @$, item_list_prepend(parser, $1, $3))); }
    ;

slice_list
    : slice { TRY($$ = item_list_of(parser, $1)); }
    | slice_list COMMA slice { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

slice
    : star_named_expression
    | slice_opt COLON slice_opt { TRY($$ = build_slice(parser, @$, $1, $3, NULL)); }
    | slice_opt COLON slice_opt COLON slice_opt { TRY($$ = build_slice(parser, @$, $1, $3, $5)); }
    ;

slice_opt : %empty { $$ = NULL; } | expression ;

arguments
    : %empty { $$ = NULL; }
    | argument_list
    | argument_list COMMA { $$ = $1; $$->trailing_comma = true; }
    ;

argument_list
    : argument { TRY($$ = item_list_of(parser, $1)); }
    | argument_list COMMA argument { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

argument
    : named_expression
    | NAME EQUAL expression { TRY($$ = build_keyword(parser, @$, $1, $3)); }
    | STAR expression { TRY($$ = build_starred(parser, @$, $2)); }
    | DOUBLESTAR expression { TRY($$ = build_keyword(parser, @$, NULL, $2)); }
    | named_expression comprehensions {
        TRY($$ = build_comprehension_of(parser, @$, AST_GeneratorExp, $1, $2));
        $$->flags |= BUILD_BARE_GENERATOR;
    }
    ;

comprehensions
    : comprehension { TRY($$ = item_list_of(parser, $1)); }
    | comprehensions comprehension { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

comprehension
    : FOR loop_target IN disjunction comprehension_ifs {
        TRY($$ = build_comprehension(parser, $2, $4, $5, 0));
    }
    | ASYNC FOR loop_target IN disjunction comprehension_ifs {
        TRY($$ = build_comprehension(parser, $3, $5, $6, 1));
    }
    ;

comprehension_ifs
    : %empty { $$ = NULL; }
    | comprehension_ifs IF disjunction { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

atom
    : NAME { TRY($$ = build_name(parser, @$, $1)); }
    | TRUE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_TRUE)); }
    | FALSE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_FALSE)); }
    | NONE { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_NONE)); }
    | ELLIPSIS { TRY($$ = build_singleton(parser, @$, AST_CONSTANT_ELLIPSIS)); }
    | NUMBER { TRY($$ = build_number(parser, @$, $1)); }
    | strings { TRY($$ = build_strings(parser, @$, $1)); }
    | group
    | LSQB RSQB { TRY($$ = build_list(parser, @$, NULL)); }
    | LSQB star_list RSQB { TRY($$ = build_list(parser, @$, $2)); }
    | LSQB star_named_expression comprehensions RSQB {
        TRY($$ = build_comprehension_of(parser, @$, AST_ListComp, $2, $3));
    }
    | LBRACE RBRACE { TRY($$ = build_dict(parser, @$, NULL)); }
    | LBRACE star_list RBRACE { TRY($$ = build_set(parser, @$, $2)); }
    | LBRACE star_named_expression comprehensions RBRACE {
        TRY($$ = build_comprehension_of(parser, @$, AST_SetComp, $2, $3));
    }
    | LBRACE dict_items RBRACE { TRY($$ = build_dict(parser, @$, $2)); }
    | LBRACE dict_items COMMA RBRACE { TRY($$ = build_dict(parser, @$, $2)); }
    | LBRACE dict_pair comprehensions RBRACE { TRY($$ = build_dict_comprehension(parser, @$, $2, $3)); }
    ;

group
    : LPAR RPAR { TRY($$ = build_group(parser, @$, NULL)); }
    | LPAR yield_expression RPAR { TRY($$ = build_group(parser, @$, item_list_of(parser, $2))); }
    | LPAR paren_list RPAR { TRY($$ = build_group(parser, @$, $2)); }
    | LPAR paren_list COMMA RPAR { $2->trailing_comma = true; TRY($$ = build_group(parser, @$, $2)); }
    | LPAR star_named_expression comprehensions RPAR {
        TRY($$ = build_comprehension_of(parser, @$, AST_GeneratorExp, $2, $3));
    }
    ;

paren_list
    : paren_item { TRY($$ = item_list_of(parser, $1)); }
    | paren_list COMMA paren_item { $1->trailing_comma = true; TRY($$ = item_list_add(parser, $1, $3)); }
    ;

/* The cover: `as` items are for with statements only (build_check_covers). */
paren_item
    : star_named_expression
    | expression AS target_item { TRY($$ = build_cover_item(parser, @$, $1, $3)); }
    ;

dict_items
    : dict_pair { TRY($$ = item_list_of(parser, $1)); }
    | dict_items COMMA dict_pair { TRY($$ = item_list_add(parser, $1, $3)); }
    ;

dict_pair
    : expression COLON expression { TRY($$ = build_pair(parser, $1, $3)); }
    | DOUBLESTAR binary { TRY($$ = build_pair(parser, NULL, $2)); }
    ;

/* ---- strings ---- */

strings
    : string_part { TRY($$ = item_list_of(parser, $1)); }
    | strings string_part { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

string_part : STRING { TRY($$ = build_string(parser, @$, $1)); } | fstring ;

fstring : FSTRING_START fstring_parts FSTRING_END { TRY($$ = build_fstring(parser, @$, $2)); } ;

fstring_parts
    : %empty { TRY($$ = item_list_new(parser)); }
    | fstring_parts FSTRING_MIDDLE { TRY($$ = item_list_add(parser, $1, build_fstring_text(parser, @2, $2))); }
    | fstring_parts replacement_field { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

replacement_field
    : LBRACE assigned debug_opt conversion_opt specification_opt RBRACE {
        TRY($$ = build_replacement(parser, @$, $2, $3, $4, $5, $1, $6));
    }
    ;

debug_opt : %empty { $$ = 0; } | EQUAL { $$ = 1; } ;

conversion_opt
    : %empty { $$ = NULL; }
    | EXCLAMATION NAME { TRY(build_check_conversion(parser, $1, $2)); $$ = $2; }
    ;

specification_opt
    : %empty { $$ = NULL; }
    | COLON specification_parts { TRY($$ = build_specification(parser, @$, $2)); }
    ;

specification_parts
    : %empty { TRY($$ = item_list_new(parser)); }
    | specification_parts FSTRING_MIDDLE { TRY($$ = item_list_add(parser, $1, build_fstring_text(parser, @2, $2))); }
    | specification_parts replacement_field { TRY($$ = item_list_add(parser, $1, $2)); }
    ;

%%

/* Instead of Bison's own constructor: the state comes from our memory. */
size_t grammar_state_size(void)
{
    return sizeof(struct grammar_pstate);
}

void grammar_state_open(struct grammar_pstate *state)
{
    state->yystacksize = YYINITDEPTH;
    state->yyss = state->yyssa;
    state->yyvs = state->yyvsa;
    state->yyls = state->yylsa;
    state->yyes = state->yyesa;
    state->yyes_capacity = sizeof state->yyesa / sizeof state->yyesa[0];
    yypstate_clear(state);
}
