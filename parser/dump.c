/*
 * `viv ast`: prints any node from the table of fields.
 *
 * As in CPython's ast.dump, a node stands on one line if it has at most three
 * fields, all of them without fields of their own; absent values and empty
 * lists are left out.  So each node is visited twice: to measure, to print.
 */
#include "parser/dump.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/repr.h"

enum { DEEPEST = 10000 };

struct Dumper {
    FILE *file;
    struct Memory *memory;
    int indent;
    bool attributes;
    bool failed;
    bool measuring;
    int level;
    int arguments; /* measured, or printed so far */
    bool simple;   /* measured: all arguments are */
    bool on_one_line;
};

static void dump_node(struct Dumper *dumper, const struct AstNode *node);

/* ---- layout ---- */

static void new_line(struct Dumper *dumper)
{
    putc('\n', dumper->file);
    for (int i = 0; i < dumper->level * dumper->indent; i++) {
        putc(' ', dumper->file);
    }
}

/* True if the field's value is to be printed now; `simple` is for the measuring visit. */
static bool begin_field(struct Dumper *dumper, const char *name, bool simple)
{
    dumper->arguments++;
    if (dumper->measuring) {
        dumper->simple = dumper->simple && simple;
        return false;
    }
    if (dumper->arguments > 1) {
        fputs(dumper->on_one_line ? ", " : ",", dumper->file);
    }
    if (!dumper->on_one_line) {
        new_line(dumper);
    }
    fprintf(dumper->file, "%s=", name);
    return true;
}

/* ---- constants ---- */

/* Decimal digits of a number in a base that is a power of two, by schoolbook multiplication. */
static bool print_radix(struct Dumper *dumper, const char *digits, size_t length, unsigned shift)
{
    size_t capacity = length * 2 + 2;
    unsigned char *decimal = memory_allocate_zeroed(dumper->memory, MEMORY_BYTES, capacity);
    if (decimal == NULL) {
        return false;
    }
    size_t used = 1;
    for (size_t i = 0; i < length; i++) {
        char c = digits[i];
        unsigned carry = c <= '9' ? (unsigned)(c - '0') : (unsigned)((c | 0x20) - 'a' + 10);
        for (size_t j = 0; j < used; j++) {
            unsigned value = ((unsigned)decimal[j] << shift) + carry;
            decimal[j] = (unsigned char)(value % 10);
            carry = value / 10;
        }
        for (; carry > 0; carry /= 10) {
            decimal[used++] = (unsigned char)(carry % 10);
        }
    }
    while (used > 0) {
        putc('0' + decimal[--used], dumper->file);
    }
    memory_free(dumper->memory, MEMORY_BYTES, decimal, capacity);
    return true;
}

/* Hexadecimal, octal and binary literals are shown in decimal. */
static bool print_integer(struct Dumper *dumper, const struct AstConstantValue *value)
{
    unsigned shift = value->length < 2                 ? 0
                     : (value->bytes[1] | 0x20) == 'x' ? 4
                     : (value->bytes[1] | 0x20) == 'o' ? 3
                     : (value->bytes[1] | 0x20) == 'b' ? 1
                                                       : 0;
    if (shift > 0) {
        return print_radix(dumper, value->bytes + 2, value->length - 2, shift);
    }
    const char *digits = value->bytes;
    while (digits[0] == '0' && digits[1] != '\0') {
        digits++;
    }
    fputs(digits, dumper->file);
    return true;
}

/* Python's repr of a float: the shortest digits that read back the same. */
static void print_float(FILE *file, double value, bool point)
{
    if (isinf(value)) {
        fputs("inf", file);
        return;
    }
    char text[40];
    int precision = 0;
    do {
        snprintf(text, sizeof text, "%.*e", precision, value);
    } while (strtod(text, NULL) != value && ++precision < 17);
    char *exponent_mark = strchr(text, 'e');
    int exponent = atoi(exponent_mark + 1);
    if (exponent < -4 || exponent >= 16) {
        fprintf(file, "%.*se%+03d", (int)(exponent_mark - text), text, exponent);
        return;
    }
    int decimals = precision - exponent;
    fprintf(file, "%.*f%s", decimals > 0 ? decimals : 0, value, decimals <= 0 && point ? ".0" : "");
}

static void print_constant(struct Dumper *dumper, const struct AstConstantValue *value)
{
    switch (value->kind) {
    case AST_CONSTANT_NONE:
        fputs("None", dumper->file);
        break;
    case AST_CONSTANT_TRUE:
        fputs("True", dumper->file);
        break;
    case AST_CONSTANT_FALSE:
        fputs("False", dumper->file);
        break;
    case AST_CONSTANT_ELLIPSIS:
        fputs("Ellipsis", dumper->file);
        break;
    case AST_CONSTANT_INTEGER:
        dumper->failed |= !print_integer(dumper, value);
        break;
    case AST_CONSTANT_FLOAT:
        print_float(dumper->file, strtod(value->bytes, NULL), true);
        break;
    case AST_CONSTANT_IMAGINARY:
        print_float(dumper->file, strtod(value->bytes, NULL), false);
        putc('j', dumper->file);
        break;
    case AST_CONSTANT_STRING:
        dump_text_repr(dumper->file, value->bytes, value->length);
        break;
    case AST_CONSTANT_BYTES:
        dump_bytes_repr(dumper->file, value->bytes, value->length);
        break;
    }
}

/* ---- fields ---- */

/* Only a parameter list can stand in a field and show nothing. */
static bool is_empty(const struct AstNode *node)
{
    if (node->kind != AST_arguments) {
        return false;
    }
    const struct Astarguments *arguments = as_arguments(node);
    return arguments->posonlyargs.count + arguments->args.count + arguments->kwonlyargs.count == 0 &&
           arguments->vararg == NULL && arguments->kwarg == NULL;
}

static void field_node(struct Dumper *dumper, const char *name, const struct AstNode *node)
{
    if (node != NULL && begin_field(dumper, name, is_empty(node))) {
        dump_node(dumper, node);
    }
}

static void field_nodes(struct Dumper *dumper, const char *name, struct AstNodes nodes)
{
    if (nodes.count == 0 || !begin_field(dumper, name, false)) {
        return;
    }
    putc('[', dumper->file);
    dumper->level++;
    for (size_t i = 0; i < nodes.count; i++) {
        if (i > 0) {
            putc(',', dumper->file);
        }
        new_line(dumper);
        if (nodes.items[i] != NULL) {
            dump_node(dumper, nodes.items[i]);
        } else {
            fputs("None", dumper->file);
        }
    }
    dumper->level--;
    putc(']', dumper->file);
}

static void field_name(struct Dumper *dumper, const char *name, const struct Identifier *identifier)
{
    if (identifier != NULL && begin_field(dumper, name, true)) {
        dump_text_repr(dumper->file, identifier->text, identifier->length);
    }
}

static void field_names(struct Dumper *dumper, const char *name, struct AstNames names)
{
    if (names.count == 0 || !begin_field(dumper, name, false)) {
        return;
    }
    putc('[', dumper->file);
    dumper->level++;
    for (size_t i = 0; i < names.count; i++) {
        if (i > 0) {
            putc(',', dumper->file);
        }
        new_line(dumper);
        dump_text_repr(dumper->file, names.items[i]->text, names.items[i]->length);
    }
    dumper->level--;
    putc(']', dumper->file);
}

static void field_integer(struct Dumper *dumper, const char *name, long value)
{
    if (begin_field(dumper, name, true)) {
        fprintf(dumper->file, "%ld", value);
    }
}

static void field_word(struct Dumper *dumper, const char *name, const char *word)
{
    if (begin_field(dumper, name, true)) {
        fprintf(dumper->file, "%s()", word);
    }
}

static const char *const words_Context[] = {"Load", "Store", "Del"};
static const char *const words_BoolOperator[] = {"And", "Or"};
static const char *const words_Operator[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                             "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                             "BitXor", "BitAnd", "FloorDiv"};
static const char *const words_UnaryOperator[] = {"Invert", "Not", "UAdd", "USub"};
static const char *const words_Comparison[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                               "GtE", "Is",    "IsNot", "In",  "NotIn"};

static void field_comparisons(struct Dumper *dumper, const char *name, struct AstComparisons operators)
{
    if (!begin_field(dumper, name, false)) {
        return;
    }
    putc('[', dumper->file);
    dumper->level++;
    for (size_t i = 0; i < operators.count; i++) {
        if (i > 0) {
            putc(',', dumper->file);
        }
        new_line(dumper);
        fprintf(dumper->file, "%s()", words_Comparison[operators.items[i]]);
    }
    dumper->level--;
    putc(']', dumper->file);
}

static void field_constant(struct Dumper *dumper, const char *name, const struct AstConstantValue *value)
{
    if (begin_field(dumper, name, true)) {
        print_constant(dumper, value);
    }
    if (value->u_prefix && begin_field(dumper, "kind", true)) {
        fputs("'u'", dumper->file);
    }
}

/* ---- nodes ---- */

#define FIELD_NODE(field) field_node(dumper, #field, node->field);
#define FIELD_OPTIONAL(field) field_node(dumper, #field, node->field);
#define FIELD_NODES(field) field_nodes(dumper, #field, node->field);
#define FIELD_SPARSE(field) field_nodes(dumper, #field, node->field);
#define FIELD_NAME(field) field_name(dumper, #field, node->field);
#define FIELD_OPTIONAL_NAME(field) field_name(dumper, #field, node->field);
#define FIELD_NAMES(field) field_names(dumper, #field, node->field);
#define FIELD_INTEGER(field) field_integer(dumper, #field, node->field);
#define FIELD_ENUM(type, field) field_word(dumper, #field, words_##type[node->field]);
#define FIELD_COMPARISONS(field) field_comparisons(dumper, #field, node->field);
#define FIELD_CONSTANT(field) field_constant(dumper, #field, &node->field);
#define AST(kind, category, fields)                                              \
    static void dump_##kind(struct Dumper *dumper, const struct Ast##kind *node) \
    {                                                                            \
        (void)dumper;                                                            \
        (void)node;                                                              \
        fields                                                                   \
    }
#include "parser/ast.def"

/* The fields from the table, then the attributes. */
static void dump_fields(struct Dumper *dumper, const struct AstNode *node)
{
    switch (node->kind) {
#define AST(kind, category, fields)                          \
    case AST_##kind:                                         \
        dump_##kind(dumper, (const struct Ast##kind *)node); \
        break;
#include "parser/ast.def"
    default:
        break;
    }
    if (dumper->attributes && node->span.line > 0 && node->kind != AST_withitem) {
        field_integer(dumper, "lineno", node->span.line);
        field_integer(dumper, "col_offset", node->span.column);
        field_integer(dumper, "end_lineno", node->span.end_line);
        field_integer(dumper, "end_col_offset", node->span.end_column);
    }
}

/* Measures first, then prints; the outer node's layout is kept in the meantime. */
static void dump_node(struct Dumper *dumper, const struct AstNode *node)
{
    if (dumper->failed || dumper->level > DEEPEST) {
        dumper->failed = true;
        return;
    }
    struct Dumper outer = *dumper;
    dumper->level++;
    dumper->measuring = true;
    dumper->arguments = 0;
    dumper->simple = true;
    dump_fields(dumper, node);
    dumper->on_one_line = dumper->simple && dumper->arguments <= 3;
    dumper->measuring = false;
    dumper->arguments = 0;
    fprintf(dumper->file, "%s(", ast_kind_name((enum AstKind)node->kind));
    dump_fields(dumper, node);
    putc(')', dumper->file);
    outer.failed = dumper->failed;
    *dumper = outer;
}

bool ast_dump(FILE *file, struct Memory *memory, const struct AstNode *node, int indent, bool attributes)
{
    struct Dumper dumper = {.file = file, .memory = memory, .indent = indent, .attributes = attributes};
    dump_node(&dumper, node);
    putc('\n', file);
    return !dumper.failed;
}
