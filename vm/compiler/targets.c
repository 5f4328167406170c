/*
 * Targets: what assignment, augmented and annotated assignment and `del` do
 * with names, attributes, items, slices and nested tuples of them.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/string.h"

/* ---- Assignment -------------------------------------------------------- */

static void unpack_to(struct Compiler *compiler, const struct AstNodes *elements, const struct AstNode *node)
{
    size_t star = elements->count;
    for (size_t i = 0; i < elements->count; i++) {
        if (elements->items[i]->kind != AST_Starred)
            continue;
        if (star < elements->count) {
            fail_syntax(compiler, elements->items[i], "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    if (star == elements->count) {
        emit(compiler, OP_UNPACK_SEQUENCE, (uint32_t)elements->count, span_of(node));
    } else if (star > 255 || elements->count - star - 1 > 0xfff) {
        fail_syntax(compiler, node, "too many expressions in star-unpacking assignment");
        return;
    } else {
        emit(compiler, OP_UNPACK_STARRED, (uint32_t)star | (uint32_t)(elements->count - star - 1) << 12, span_of(node));
    }
    for (size_t i = 0; i < elements->count && !compiler->failed; i++) {
        struct AstNode *element = elements->items[i];
        compile_target(compiler, element->kind == AST_Starred ? as_Starred(element)->value : element);
    }
}

/* In a class, self.name = … in a method makes name one of its __static_attributes__. */
static void note_static_attribute(struct Compiler *compiler, const struct AstAttribute *node)
{
    if (node->value->kind != AST_Name || strcmp(as_Name(node->value)->id->text, "self") != 0)
        return;
    struct Unit *unit = compiler->unit;
    while (unit && unit->scope->kind != SCOPE_CLASS)
        unit = unit->outer;
    if (unit && unit != compiler->unit)
        name_number(compiler, &unit->static_attributes, node->attr);
}

static void store_attribute(struct Compiler *compiler, struct AstNode *node)
{
    struct AstAttribute *attribute = as_Attribute(node);
    compile_expression(compiler, attribute->value);
    note_static_attribute(compiler, attribute);
    emit_name(compiler, OP_STORE_ATTRIBUTE, mangle(compiler, attribute->attr), attribute_span(node, span_of(node)));
}

static void store_subscript(struct Compiler *compiler, struct AstNode *node)
{
    struct AstSubscript *subscript = as_Subscript(node);
    compile_expression(compiler, subscript->value);
    if (is_two_part_slice(subscript->slice)) {
        compile_slice_bounds(compiler, subscript->slice);
        emit(compiler, OP_SET_SLICE, 0, span_of(node));
    } else {
        compile_expression(compiler, subscript->slice);
        emit(compiler, OP_SET_ITEM, 0, span_of(node));
    }
}

/* Consumes the Value on the stack. */
void compile_target(struct Compiler *compiler, struct AstNode *node)
{
    if (!enter_node(compiler))
        return;
    switch (node->kind) {
    case AST_Name:
        compile_name(compiler, as_Name(node)->id, NAME_STORE, span_of(node));
        break;
    case AST_Attribute:
        store_attribute(compiler, node);
        break;
    case AST_Subscript:
        store_subscript(compiler, node);
        break;
    case AST_Tuple:
        unpack_to(compiler, &as_Tuple(node)->elts, node);
        break;
    case AST_List:
        unpack_to(compiler, &as_List(node)->elts, node);
        break;
    case AST_Starred:
        fail_syntax(compiler, node, "starred assignment target must be in a list or tuple");
        break;
    default:
        fail_syntax(compiler, node, "this target is not supported yet");
    }
    leave_node(compiler);
}

/* ---- del --------------------------------------------------------------- */

static void delete_all(struct Compiler *compiler, const struct AstNodes *targets)
{
    for (size_t i = 0; i < targets->count; i++)
        compile_delete(compiler, targets->items[i]);
}

static void delete_subscript(struct Compiler *compiler, struct AstNode *node)
{
    compile_expression(compiler, as_Subscript(node)->value);
    compile_expression(compiler, as_Subscript(node)->slice);
    emit(compiler, OP_DELETE_ITEM, 0, span_of(node));
}

void compile_delete(struct Compiler *compiler, struct AstNode *node)
{
    if (!enter_node(compiler))
        return;
    switch (node->kind) {
    case AST_Name:
        compile_name(compiler, as_Name(node)->id, NAME_DELETE, span_of(node));
        break;
    case AST_Attribute:
        compile_expression(compiler, as_Attribute(node)->value);
        emit_name(compiler, OP_DELETE_ATTRIBUTE, mangle(compiler, as_Attribute(node)->attr),
                  attribute_span(node, span_of(node)));
        break;
    case AST_Subscript:
        delete_subscript(compiler, node);
        break;
    case AST_Tuple:
        delete_all(compiler, &as_Tuple(node)->elts);
        break;
    case AST_List:
        delete_all(compiler, &as_List(node)->elts);
        break;
    default:
        fail_syntax(compiler, node, "deleting this is not supported yet");
    }
    leave_node(compiler);
}

/* ---- Augmented assignment ---------------------------------------------- */

static void augment_with(struct Compiler *compiler, const struct AstAugAssign *node)
{
    compile_expression(compiler, node->value);
    emit_binary(compiler, node->op, true, span_of(&node->node));
}

static void augment_attribute(struct Compiler *compiler, const struct AstAugAssign *node)
{
    struct AstAttribute *target = as_Attribute(node->target);
    const struct Identifier *name = mangle(compiler, target->attr);
    struct SourceSpan span = attribute_span(node->target, span_of(node->target));
    compile_expression(compiler, target->value);
    emit(compiler, OP_COPY, 1, span);
    emit_name(compiler, OP_LOAD_ATTRIBUTE, name, span);
    augment_with(compiler, node);
    emit(compiler, OP_SWAP, 2, span);
    note_static_attribute(compiler, target);
    emit_name(compiler, OP_STORE_ATTRIBUTE, name, span);
}

static void augment_subscript(struct Compiler *compiler, const struct AstAugAssign *node)
{
    struct AstSubscript *target = as_Subscript(node->target);
    struct SourceSpan span = span_of(node->target);
    bool is_slice = is_two_part_slice(target->slice);
    uint32_t parts = is_slice ? 3 : 2; /* container and key, or container and bounds */
    compile_expression(compiler, target->value);
    if (is_slice)
        compile_slice_bounds(compiler, target->slice);
    else
        compile_expression(compiler, target->slice);
    for (uint32_t i = 0; i < parts; i++)
        emit(compiler, OP_COPY, parts, span);
    emit(compiler, is_slice ? OP_GET_SLICE : OP_GET_ITEM, 0, span);
    augment_with(compiler, node);
    for (uint32_t i = parts + 1; i >= 2; i--) /* the result goes below its place */
        emit(compiler, OP_SWAP, i, span);
    emit(compiler, is_slice ? OP_SET_SLICE : OP_SET_ITEM, 0, span);
}

void compile_augmented(struct Compiler *compiler, struct AstNode *top)
{
    struct AstAugAssign *node = as_AugAssign(top);
    switch (node->target->kind) {
    case AST_Attribute:
        augment_attribute(compiler, node);
        return;
    case AST_Subscript:
        augment_subscript(compiler, node);
        return;
    default:
        compile_name(compiler, as_Name(node->target)->id, NAME_LOAD, span_of(node->target));
        augment_with(compiler, node);
        compile_name(compiler, as_Name(node->target)->id, NAME_STORE, span_of(node->target));
    }
}

/* ---- Annotations ------------------------------------------------------- */

static bool keeps_annotations(const struct Compiler *compiler)
{
    enum ScopeKind kind = compiler->unit->scope->kind;
    return kind == SCOPE_MODULE || kind == SCOPE_CLASS;
}

static void evaluate_and_drop(struct Compiler *compiler, struct AstNode *node)
{
    compile_expression(compiler, node);
    emit(compiler, OP_POP_TOP, 0, span_of(node));
}

/* The parts of a target that is annotated but gets no value. */
static void evaluate_target_parts(struct Compiler *compiler, const struct AstNode *target)
{
    if (target->kind == AST_Attribute) {
        evaluate_and_drop(compiler, as_Attribute(target)->value);
    } else if (target->kind == AST_Subscript) {
        evaluate_and_drop(compiler, as_Subscript(target)->value);
        evaluate_and_drop(compiler, as_Subscript(target)->slice);
    }
}

static void store_annotation(struct Compiler *compiler, const struct AstAnnAssign *node)
{
    struct SourceSpan span = span_of(&node->node);
    compile_annotation(compiler, node->annotation);
    emit_name(compiler, OP_LOAD_NAME, identifier(compiler, "__annotations__"), span);
    emit_constant(compiler, identifier_literal(compiler, mangle(compiler, as_Name(node->target)->id)), span);
    emit(compiler, OP_SET_ITEM, 0, span);
}

void compile_annotated(struct Compiler *compiler, struct AstNode *top)
{
    struct AstAnnAssign *node = as_AnnAssign(top);
    if (node->value) {
        compile_expression(compiler, node->value);
        compile_target(compiler, node->target);
    } else {
        evaluate_target_parts(compiler, node->target);
    }
    if (!keeps_annotations(compiler))
        return;
    if (node->simple && node->target->kind == AST_Name)
        store_annotation(compiler, node);
    else if (!compiler->result->future_annotations)
        evaluate_and_drop(compiler, node->annotation);
}
