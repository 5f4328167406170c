/*
 * Displays and f-strings: lists, tuples, sets, dicts and strings built from
 * the Values of their parts.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum {
    STACK_ELEMENTS = 255, /* a display with more is filled piece by piece */
    EXTEND_FROM = 3,      /* constant elements that are worth a tuple to extend from */
    MANY_LITERALS = 30,
};

/* ---- Lists, tuples, sets ----------------------------------------------- */

static bool has_star(const struct AstNodes *elements)
{
    for (size_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == AST_Starred)
            return true;
    return false;
}

/* The constant elements as a tuple, or a frozenset for a set; ABSENT when one is not constant. */
static OWNED Value constant_elements(struct Compiler *compiler, struct AstNode *node, const struct AstNodes *elements)
{
    return elements->count < EXTEND_FROM || compiler->failed ? VALUE_ABSENT : fold_iterable(compiler, node);
}

/* Whether the literals are loaded one by one, so that nothing hidden holds them. */
static bool loads_each(const struct Compiler *compiler, const struct AstNodes *elements)
{
    bool once = compiler->unit->runs_once && compiler->unit->loops == 0;
    if (!once && elements->count >= MANY_LITERALS)
        return false;
    for (size_t i = 0; i < elements->count; i++)
        if (elements->items[i]->kind == AST_Tuple || (elements->items[i]->kind == AST_Constant &&
                                                      as_Constant(elements->items[i])->value.kind >= AST_CONSTANT_STRING))
            return true;
    return false;
}

/*
 * [1, 2, 3] extends an empty list by a constant tuple, {1, 2, 3} updates an
 * empty set from a constant one, which is also what decides a set's order.
 */
static bool extend_from_constant(struct Compiler *compiler, struct AstNode *node, const struct AstNodes *elements)
{
    bool is_list = node->kind == AST_List;
    Value items = constant_elements(compiler, node, elements);
    if (is_absent(items))
        return false;
    if (is_list && loads_each(compiler, elements)) {
        release(compiler->vm, items);
        return false;
    }
    emit(compiler, is_list ? OP_BUILD_LIST : OP_BUILD_SET, 0, span_of(node));
    emit_constant(compiler, items, span_of(node));
    emit(compiler, is_list ? OP_LIST_EXTEND : OP_SET_UPDATE, 1, span_of(node));
    return true;
}

static void add_element(struct Compiler *compiler, struct AstNode *element, bool to_set, struct SourceSpan span)
{
    if (element->kind == AST_Starred) {
        compile_expression(compiler, as_Starred(element)->value);
        emit(compiler, to_set ? OP_SET_UPDATE : OP_LIST_EXTEND, 1, span);
    } else {
        compile_expression(compiler, element);
        emit(compiler, to_set ? OP_SET_ADD : OP_LIST_APPEND, 1, span);
    }
}

void compile_elements(struct Compiler *compiler, const struct AstNodes *elements, uint32_t extra, enum Opcode build,
                      struct SourceSpan span)
{
    bool to_set = build == OP_BUILD_SET;
    bool piecewise = has_star(elements) || extra + elements->count > STACK_ELEMENTS;
    size_t i = 0;
    for (; i < elements->count && !(piecewise && (elements->items[i]->kind == AST_Starred || i >= STACK_ELEMENTS)); i++)
        compile_expression(compiler, elements->items[i]);
    if (!piecewise) {
        emit(compiler, build, extra + (uint32_t)i, span);
        return;
    }
    emit(compiler, to_set ? OP_BUILD_SET : OP_BUILD_LIST, extra + (uint32_t)i, span);
    for (; i < elements->count && !compiler->failed; i++)
        add_element(compiler, elements->items[i], to_set, span);
    if (build == OP_BUILD_TUPLE)
        emit(compiler, OP_LIST_TO_TUPLE, 0, span);
}

/* ---- Dicts ------------------------------------------------------------- */

/* Pairs from begin to end; the dict they go into is on the stack already if `started`. */
static void build_pairs(struct Compiler *compiler, const struct AstDict *node, size_t begin, size_t end, bool started)
{
    struct SourceSpan span = span_of(&node->node);
    for (size_t i = begin; i < end; i++) {
        compile_expression(compiler, node->keys.items[i]);
        compile_expression(compiler, node->values.items[i]);
    }
    emit(compiler, OP_BUILD_DICT, (uint32_t)(end - begin), span);
    if (started)
        emit(compiler, OP_DICT_UPDATE, 1, span);
}

static void compile_dict(struct Compiler *compiler, const struct AstDict *node)
{
    struct SourceSpan span = span_of(&node->node);
    size_t begin = 0, count = node->values.count;
    bool started = false;
    for (size_t i = 0; i <= count && !compiler->failed; i++) {
        bool at_end = i == count, spread = !at_end && !node->keys.items[i];
        if (!at_end && !spread && i - begin < STACK_ELEMENTS / 2)
            continue;
        if (begin < i || !started) {
            build_pairs(compiler, node, begin, i, started);
            started = true;
        }
        begin = i;
        if (spread) {
            compile_expression(compiler, node->values.items[i]);
            emit(compiler, OP_DICT_UPDATE, 1, span);
            begin = i + 1;
        }
    }
}

void compile_display(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_List:
        if (!extend_from_constant(compiler, node, &as_List(node)->elts))
            compile_elements(compiler, &as_List(node)->elts, 0, OP_BUILD_LIST, span_of(node));
        return;
    case AST_Set:
        if (!extend_from_constant(compiler, node, &as_Set(node)->elts))
            compile_elements(compiler, &as_Set(node)->elts, 0, OP_BUILD_SET, span_of(node));
        return;
    case AST_Tuple:
        compile_elements(compiler, &as_Tuple(node)->elts, 0, OP_BUILD_TUPLE, span_of(node));
        return;
    default:
        compile_dict(compiler, as_Dict(node));
    }
}

/* ---- f-strings --------------------------------------------------------- */

void compile_joined_string(struct Compiler *compiler, struct AstNode *node)
{
    const struct AstNodes *values = &as_JoinedStr(node)->values;
    if (values->count == 0) {
        emit_constant(compiler, retain(compiler->vm->empty_string), span_of(node));
        return;
    }
    for (size_t i = 0; i < values->count; i++)
        compile_expression(compiler, values->items[i]);
    if (values->count > 1)
        emit(compiler, OP_BUILD_STRING, (uint32_t)values->count, span_of(node));
}

static uint32_t conversion_code(int conversion)
{
    switch (conversion) {
    case 's':
        return 1;
    case 'r':
        return 2;
    case 'a':
        return 3;
    default:
        return 0;
    }
}

void compile_formatted_value(struct Compiler *compiler, struct AstNode *top)
{
    struct AstFormattedValue *node = as_FormattedValue(top);
    compile_expression(compiler, node->value);
    if (node->format_spec)
        compile_expression(compiler, node->format_spec);
    emit(compiler, node->format_spec ? OP_FORMAT_VALUE_SPEC : OP_FORMAT_VALUE, conversion_code(node->conversion),
         span_of(top));
}
