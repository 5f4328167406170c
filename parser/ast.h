/*
 * The syntax tree: one struct per node kind, generated from ast.def.
 *
 * A `struct AstNode *` is a base pointer; as_Call(node) gives the typed node
 * and checks the kind in debug builds.  Nodes live in the arena of the parse
 * and are never freed one by one.  Spans are exactly those of CPython's ast.
 */
#ifndef VIV_PARSER_AST_H
#define VIV_PARSER_AST_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "parser/arena.h"

struct Scope;

/* Lines count from 1, columns are UTF-8 bytes from 0; the end is exclusive. */
struct Span {
    uint32_t line;
    uint32_t column;
    uint32_t end_line;
    uint32_t end_column;
};

enum AstKind {
#define AST(kind, category, fields) AST_##kind,
#include "parser/ast.def"
    AST_KIND_COUNT,
};

enum AstCategory {
    AST_CATEGORY_MODULE,
    AST_CATEGORY_STATEMENT,
    AST_CATEGORY_EXPRESSION,
    AST_CATEGORY_PART, /* comprehension, arguments, keyword … */
    AST_CATEGORY_PATTERN,
    AST_CATEGORY_TYPE_PARAMETER,
};

enum AstFlags {
    AST_PARENTHESIZED = 1, /* the expression stood in parentheses of its own */
};

struct AstNode {
    uint16_t kind;    /* enum AstKind */
    uint16_t flags;   /* enum AstFlags */
    struct Span span; /* all zero for modules and for parts without positions */
};

struct AstNodes {
    struct AstNode **items;
    size_t count;
};

struct AstNames {
    const struct Identifier **items;
    size_t count;
};

enum AstContext { AST_LOAD, AST_STORE, AST_DELETE };

enum AstBoolOperator { AST_AND, AST_OR };

enum AstOperator {
    AST_ADD,
    AST_SUBTRACT,
    AST_MULTIPLY,
    AST_MATRIX_MULTIPLY,
    AST_DIVIDE,
    AST_MODULO,
    AST_POWER,
    AST_LEFT_SHIFT,
    AST_RIGHT_SHIFT,
    AST_BIT_OR,
    AST_BIT_XOR,
    AST_BIT_AND,
    AST_FLOOR_DIVIDE,
};

enum AstUnaryOperator { AST_INVERT, AST_NOT, AST_PLUS, AST_MINUS };

enum AstComparison {
    AST_EQUAL,
    AST_NOT_EQUAL,
    AST_LESS,
    AST_LESS_EQUAL,
    AST_GREATER,
    AST_GREATER_EQUAL,
    AST_IS,
    AST_IS_NOT,
    AST_IN,
    AST_NOT_IN,
};

struct AstComparisons {
    enum AstComparison *items;
    size_t count;
};

enum AstConstantKind {
    AST_CONSTANT_NONE,
    AST_CONSTANT_TRUE,
    AST_CONSTANT_FALSE,
    AST_CONSTANT_ELLIPSIS,
    AST_CONSTANT_INTEGER,   /* text as written, underscores removed (a prefix may be 0x 0X 0o 0O 0b 0B) */
    AST_CONSTANT_FLOAT,     /* text as written, underscores removed */
    AST_CONSTANT_IMAGINARY, /* likewise, without the j */
    AST_CONSTANT_STRING,    /* UTF-8; lone surrogates as three bytes (WTF-8); may hold NULs */
    AST_CONSTANT_BYTES,     /* raw bytes */
};

struct AstConstantValue {
    enum AstConstantKind kind;
    bool u_prefix;     /* written u'…': the field kind='u' of CPython's Constant */
    const char *bytes; /* ended by a NUL that length does not count; NULL for the singletons */
    size_t length;
};

#define FIELD_NODE(field) struct AstNode *field;
#define FIELD_OPTIONAL(field) struct AstNode *field;
#define FIELD_NODES(field) struct AstNodes field;
#define FIELD_SPARSE(field) struct AstNodes field;
#define FIELD_NAME(field) const struct Identifier *field;
#define FIELD_OPTIONAL_NAME(field) const struct Identifier *field;
#define FIELD_NAMES(field) struct AstNames field;
#define FIELD_INTEGER(field) int field;
#define FIELD_ENUM(type, field) enum Ast##type field;
#define FIELD_COMPARISONS(field) struct AstComparisons field;
#define FIELD_CONSTANT(field) struct AstConstantValue field;
#define FIELD_SCOPE(field) struct Scope *field;
#define AST(kind, category, fields) \
    struct Ast##kind {              \
        struct AstNode node;        \
        fields                      \
    };
#include "parser/ast.def"

#define AST(kind_name, category, fields)                                            \
    static inline struct Ast##kind_name *as_##kind_name(const struct AstNode *node) \
    {                                                                               \
        assert(node->kind == AST_##kind_name);                                      \
        return (struct Ast##kind_name *)node;                                       \
    }
#include "parser/ast.def"

const char *ast_kind_name(enum AstKind kind);
enum AstCategory ast_category(enum AstKind kind);

#endif
