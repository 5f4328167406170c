/*
 * Class statements: the body becomes a function that fills the namespace and
 * returns its __class__ cell, which __build_class__ calls.
 */
#include "vm/compiler/unit.h"

#include "runtime/number.h"
#include "runtime/string.h"

static void store_in_namespace(struct Compiler *compiler, const char *name, struct SourceSpan span)
{
    emit_name(compiler, OP_STORE_NAME, identifier(compiler, name), span);
}

/* __module__, __qualname__, __firstlineno__ and what generic classes need. */
static void emit_class_prologue(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct Unit *unit = compiler->unit;
    struct SourceSpan span = span_of_line(unit->first_line);
    emit_name(compiler, OP_LOAD_NAME, identifier(compiler, "__name__"), span);
    store_in_namespace(compiler, "__module__", span);
    if (!compiler->failed)
        emit_constant(compiler, string_from_utf8(compiler->vm, unit->qualified_name, unit->qualified_name_length), span);
    store_in_namespace(compiler, "__qualname__", span);
    emit_constant(compiler, value_from_small_int(unit->first_line), span);
    store_in_namespace(compiler, "__firstlineno__", span);
    if (node->type_params.count > 0) {
        load_type_parameters(compiler, span);
        store_in_namespace(compiler, "__type_params__", span);
    }
    if (node->scope->needs_class_dict) {
        emit(compiler, OP_LOAD_LOCALS, 0, span);
        int64_t cell = name_find(&unit->cells, identifier(compiler, "__classdict__"));
        emit(compiler, OP_STORE_CELL, (uint32_t)cell | CELL_MARK, span);
    }
}

static void emit_class_cell(struct Compiler *compiler, const char *cell_name, struct SourceSpan span)
{
    int64_t cell = name_find(&compiler->unit->cells, identifier(compiler, cell_name));
    emit(compiler, OP_LOAD_CELL_ITSELF, (uint32_t)cell | CELL_MARK, span);
}

static void emit_class_epilogue(struct Compiler *compiler, const struct AstClassDef *node)
{
    emit_constant(compiler, names_value(compiler, &compiler->unit->static_attributes), NO_SPAN);
    store_in_namespace(compiler, "__static_attributes__", NO_SPAN);
    if (node->scope->needs_class_dict && !compiler->failed) {
        emit_class_cell(compiler, "__classdict__", NO_SPAN);
        store_in_namespace(compiler, "__classdictcell__", NO_SPAN);
    }
    if (node->scope->needs_class_closure && !compiler->failed) {
        emit_class_cell(compiler, "__class__", NO_SPAN);
        emit(compiler, OP_COPY, 1, NO_SPAN);
        store_in_namespace(compiler, "__classcell__", NO_SPAN);
    } else {
        emit(compiler, OP_LOAD_NONE, 0, NO_SPAN);
    }
    emit(compiler, OP_RETURN, 0, NO_SPAN);
}

/* Docstring and statements of a module or class. */
void compile_namespace_body(struct Compiler *compiler, const struct AstNodes *statements)
{
    struct AstNodes body = *statements;
    if (compiler->unit->scope->has_annotations)
        emit(compiler, OP_SETUP_ANNOTATIONS, 0,
             body.count > 0 ? span_of_line((int32_t)body.items[0]->span.line) : NO_SPAN);
    struct AstNode *docstring = docstring_of(&body);
    if (docstring) {
        if (!compiler->strip_docstrings) {
            emit_literal(compiler, docstring_value(compiler, docstring), span_of(docstring));
            store_in_namespace(compiler, "__doc__", span_of(docstring));
        }
        body.items++;
        body.count--;
    }
    compile_body(compiler, &body);
}

static OWNED Value class_code(struct Compiler *compiler, const struct AstClassDef *node, int32_t first_line)
{
    bool once = compiler->unit->runs_once && compiler->unit->loops == 0;
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->scope, first_line))
        return EMPTY;
    unit.runs_once = once;
    emit_class_prologue(compiler, node);
    compile_namespace_body(compiler, &node->body);
    emit_class_epilogue(compiler, node);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

/* __build_class__ and its first two arguments: the body's function and the name. */
void compile_class_function(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct SourceSpan span = span_of(&node->node);
    emit(compiler, OP_LOAD_BUILD_CLASS, 0, span);
    emit(compiler, OP_PUSH_ABSENT, 0, span);
    Value code = class_code(compiler, node, first_line_of(&node->node, &node->decorator_list));
    make_function(compiler, code, node->scope, 0, span);
    emit_constant(compiler, identifier_literal(compiler, node->name), span);
}

void compile_class(struct Compiler *compiler, struct AstNode *top)
{
    struct AstClassDef *node = as_ClassDef(top);
    compile_decorators(compiler, &node->decorator_list);
    if (node->type_params.count > 0) {
        compile_generic_class(compiler, node);
    } else {
        compile_class_function(compiler, node);
        compile_arguments(compiler, 2, &node->bases, &node->keywords, span_of(top), NULL);
    }
    apply_decorators(compiler, &node->decorator_list);
    compile_name(compiler, node->name, NAME_STORE, span_of(top));
}
