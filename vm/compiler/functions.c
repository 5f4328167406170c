/*
 * Functions and lambdas: defaults, annotations, closure and code object, then
 * MAKE_FUNCTION and the decorators.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { MAKE_DEFAULTS = 1, MAKE_KEYWORD_DEFAULTS = 2, MAKE_ANNOTATIONS = 4, MAKE_CLOSURE = 8 };

/* ---- Decorators -------------------------------------------------------- */

void compile_decorators(struct Compiler *compiler, const struct AstNodes *decorators)
{
    for (size_t i = 0; i < decorators->count; i++)
        compile_expression(compiler, decorators->items[i]);
}

/* decorator … object → result: the object is in the place of self. */
void apply_decorators(struct Compiler *compiler, const struct AstNodes *decorators)
{
    for (size_t i = decorators->count; i-- > 0;)
        emit(compiler, OP_CALL, 0, span_of(decorators->items[i]));
}

int32_t first_line_of(const struct AstNode *node, const struct AstNodes *decorators)
{
    return (int32_t)(decorators->count > 0 ? decorators->items[0]->span.line : node->span.line);
}

/* ---- Docstrings -------------------------------------------------------- */

struct AstNode *docstring_of(const struct AstNodes *body)
{
    if (body->count == 0 || body->items[0]->kind != AST_Expr)
        return NULL;
    struct AstNode *value = as_Expr(body->items[0])->value;
    bool is_text = value->kind == AST_Constant && as_Constant(value)->value.kind == AST_CONSTANT_STRING;
    return is_text ? value : NULL;
}

/* ---- Parts of a function ----------------------------------------------- */

static bool compile_keyword_defaults(struct Compiler *compiler, const struct Astarguments *arguments,
                                     struct SourceSpan span)
{
    uint32_t count = 0;
    for (size_t i = 0; i < arguments->kwonlyargs.count; i++) {
        struct AstNode *value = arguments->kw_defaults.items[i];
        if (!value)
            continue;
        const struct Identifier *name = mangle(compiler, as_arg(arguments->kwonlyargs.items[i])->arg);
        emit_constant(compiler, identifier_value(compiler, name), span);
        compile_expression(compiler, value);
        count++;
    }
    if (count > 0)
        emit(compiler, OP_BUILD_DICT, count, span);
    return count > 0;
}

uint32_t compile_defaults(struct Compiler *compiler, struct AstNode *node, struct SourceSpan span)
{
    struct Astarguments *arguments = as_arguments(node);
    uint32_t flags = 0;
    if (arguments->defaults.count > 0) {
        flags |= MAKE_DEFAULTS;
        compile_elements(compiler, &arguments->defaults, 0, OP_BUILD_TUPLE, span);
    }
    if (compile_keyword_defaults(compiler, arguments, span))
        flags |= MAKE_KEYWORD_DEFAULTS;
    return flags;
}

static uint32_t annotate(struct Compiler *compiler, const struct Identifier *name, struct AstNode *annotation,
                         struct SourceSpan span)
{
    if (!annotation || compiler->failed)
        return 0;
    emit_constant(compiler, identifier_value(compiler, mangle(compiler, name)), span);
    if (annotation->kind == AST_Starred && !compiler->result->future_annotations) { /* *args: *Ts */
        compile_expression(compiler, as_Starred(annotation)->value);
        emit(compiler, OP_UNPACK_SEQUENCE, 1, span);
    } else {
        compile_annotation(compiler, annotation);
    }
    return 1;
}

static uint32_t annotate_all(struct Compiler *compiler, const struct AstNodes *parameters, struct SourceSpan span)
{
    uint32_t count = 0;
    for (size_t i = 0; i < parameters->count; i++) {
        const struct Astarg *parameter = as_arg(parameters->items[i]);
        count += annotate(compiler, parameter->arg, parameter->annotation, span);
    }
    return count;
}

static uint32_t annotate_one(struct Compiler *compiler, struct AstNode *parameter, struct SourceSpan span)
{
    return parameter ? annotate(compiler, as_arg(parameter)->arg, as_arg(parameter)->annotation, span) : 0;
}

static uint32_t compile_annotations(struct Compiler *compiler, const struct AstFunctionDef *node,
                                    struct SourceSpan span)
{
    const struct Astarguments *arguments = as_arguments(node->args);
    uint32_t count = annotate_all(compiler, &arguments->args, span);
    count += annotate_all(compiler, &arguments->posonlyargs, span);
    count += annotate_one(compiler, arguments->vararg, span);
    count += annotate_all(compiler, &arguments->kwonlyargs, span);
    count += annotate_one(compiler, arguments->kwarg, span);
    if (node->returns)
        count += annotate(compiler, identifier(compiler, "return"), node->returns, span);
    if (count == 0)
        return 0;
    emit(compiler, OP_BUILD_DICT, count, span);
    return MAKE_ANNOTATIONS;
}

void make_function(struct Compiler *compiler, STEALS Value code, struct Scope *scope, uint32_t flags,
                   struct SourceSpan span)
{
    if (is_empty(code))
        return; /* the compiler has failed */
    if (scope->frees.count > 0) {
        for (size_t i = 0; i < scope->frees.count; i++)
            load_cell_itself(compiler, scope->frees.items[i], span);
        emit(compiler, OP_BUILD_TUPLE, (uint32_t)scope->frees.count, span);
        flags |= MAKE_CLOSURE;
    }
    emit(compiler, OP_LOAD_CONSTANT, constant_number(compiler, code, false), span);
    emit(compiler, OP_MAKE_FUNCTION, flags, span);
}

/* ---- Bodies ------------------------------------------------------------ */

static OWNED Value function_code(struct Compiler *compiler, const struct AstFunctionDef *node, int32_t first_line)
{
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->scope, first_line))
        return EMPTY;
    struct AstNode *docstring = docstring_of(&node->body);
    struct AstNodes body = node->body;
    if (docstring) {
        if (!compiler->strip_docstrings) {
            unit.flags |= CODE_HAS_DOCSTRING; /* the first constant */
            constant_number(compiler, docstring_value(compiler, docstring), true);
        }
        body.items++;
        body.count--;
    }
    compile_body(compiler, &body);
    emit(compiler, OP_LOAD_NONE, 0, NOWHERE);
    emit(compiler, OP_RETURN, 0, NOWHERE);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

/* Everything but decorators and defaults; `flags` says which defaults are on the stack. */
void compile_function_object(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags)
{
    struct SourceSpan span = span_of(&node->node);
    flags |= compile_annotations(compiler, node, span);
    Value code = function_code(compiler, node, first_line_of(&node->node, &node->decorator_list));
    make_function(compiler, code, node->scope, flags, span);
}

void compile_function(struct Compiler *compiler, struct AstNode *top)
{
    /* FunctionDef and AsyncFunctionDef have the same fields. */
    const struct AstFunctionDef *node = (const struct AstFunctionDef *)(const void *)top;
    compile_decorators(compiler, &node->decorator_list);
    uint32_t flags = compile_defaults(compiler, node->args, span_of(top));
    if (node->type_params.count > 0)
        compile_generic_function(compiler, node, flags);
    else
        compile_function_object(compiler, node, flags);
    apply_decorators(compiler, &node->decorator_list);
    compile_name(compiler, node->name, NAME_STORE, span_of(top));
}

void compile_lambda(struct Compiler *compiler, struct AstNode *top)
{
    struct AstLambda *node = as_Lambda(top);
    uint32_t flags = compile_defaults(compiler, node->args, span_of(top));
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->scope, (int32_t)top->span.line))
        return;
    compile_expression(compiler, node->body);
    emit(compiler, OP_RETURN, 0, span_of(node->body));
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    make_function(compiler, code, node->scope, flags, span_of(top));
}
