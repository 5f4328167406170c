/*
 * Type parameters (PEP 695 and 696): generic functions, classes and `type`
 * statements are compiled inside a function of their own, which makes the
 * parameters, keeps them in its variables and is called at once.  Bounds,
 * constraints, defaults and alias values are functions that run when asked.
 */
#include "vm/compiler/unit.h"

#include "runtime/error.h"
#include "runtime/string.h"

/* ---- Lazily evaluated expressions -------------------------------------- */

/* A function that returns the expression's value. */
static void compile_lazily(struct Compiler *compiler, struct Scope *scope, struct AstNode *expression,
                           struct SourceSpan span)
{
    struct Unit unit;
    if (!unit_open(compiler, &unit, scope, (int32_t)expression->span.line))
        return;
    if (expression->kind == AST_Starred) { /* *Ts = *default: the one element of what it stands for */
        compile_expression(compiler, as_Starred(expression)->value);
        emit(compiler, OP_UNPACK_SEQUENCE, 1, span_of(expression));
    } else {
        compile_expression(compiler, expression);
    }
    emit(compiler, OP_RETURN, 0, span_of(expression));
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    make_function(compiler, code, scope, 0, span);
}

static void compile_default(struct Compiler *compiler, struct AstNode *value, struct Scope *scope,
                            struct SourceSpan span)
{
    if (!value)
        return;
    compile_lazily(compiler, scope, value, span);
    emit(compiler, OP_INTRINSIC_2, INTRINSIC_TYPE_PARAMETER_DEFAULT, span);
}

/* ---- Parameters -------------------------------------------------------- */

static const struct Identifier *compile_type_variable(struct Compiler *compiler, const struct AstTypeVar *node)
{
    struct SourceSpan span = span_of(&node->node);
    emit_constant(compiler, identifier_value(compiler, node->name), span);
    if (node->bound) {
        compile_lazily(compiler, node->bound_scope, node->bound, span);
        emit(compiler, OP_INTRINSIC_2,
             node->bound->kind == AST_Tuple ? INTRINSIC_TYPE_VARIABLE_CONSTRAINTS : INTRINSIC_TYPE_VARIABLE_BOUND, span);
    } else {
        emit(compiler, OP_INTRINSIC_1, INTRINSIC_TYPE_VARIABLE, span);
    }
    compile_default(compiler, node->default_value, node->default_scope, span);
    return node->name;
}

static const struct Identifier *compile_other_parameter(struct Compiler *compiler, const struct AstNode *parameter)
{
    struct SourceSpan span = span_of(parameter);
    bool is_tuple = parameter->kind == AST_TypeVarTuple;
    /* ParamSpec and TypeVarTuple have the same fields. */
    const struct AstParamSpec *node = (const struct AstParamSpec *)(const void *)parameter;
    emit_constant(compiler, identifier_value(compiler, node->name), span);
    emit(compiler, OP_INTRINSIC_1, is_tuple ? INTRINSIC_TYPE_VARIABLE_TUPLE : INTRINSIC_PARAMETER_SPECIFICATION, span);
    compile_default(compiler, node->default_value, node->default_scope, span);
    return node->name;
}

/* Makes and binds all parameters; leaves a tuple of them. */
static void compile_type_parameters(struct Compiler *compiler, const struct AstNodes *parameters,
                                    struct SourceSpan span)
{
    for (size_t i = 0; i < parameters->count && !compiler->failed; i++) {
        const struct AstNode *parameter = parameters->items[i];
        const struct Identifier *name = parameter->kind == AST_TypeVar
                                            ? compile_type_variable(compiler, as_TypeVar(parameter))
                                            : compile_other_parameter(compiler, parameter);
        emit(compiler, OP_COPY, 1, span_of(parameter));
        compile_name(compiler, name, NAME_STORE, span_of(parameter));
    }
    emit(compiler, OP_BUILD_TUPLE, (uint32_t)parameters->count, span);
}

/* ---- Functions --------------------------------------------------------- */

enum { HAS_DEFAULTS = 1, HAS_KEYWORD_DEFAULTS = 2 };

/* The defaults were evaluated outside and are this function's arguments. */
static OWNED Value generic_function_code(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags)
{
    struct SourceSpan span = span_of(&node->node);
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->type_params_scope, first_line_of(&node->node, &node->decorator_list)))
        return EMPTY;
    unit.argument_count = (flags & HAS_DEFAULTS ? 1 : 0) + (flags & HAS_KEYWORD_DEFAULTS ? 1 : 0);
    uint32_t argument = 0;
    if (flags & HAS_DEFAULTS)
        argument = name_number(compiler, &unit.variables, identifier(compiler, ".defaults")) + 1;
    if (flags & HAS_KEYWORD_DEFAULTS)
        argument = name_number(compiler, &unit.variables, identifier(compiler, ".kwdefaults")) + 1;
    if (argument > unit.argument_count)
        fail_syntax(compiler, &node->node, "type parameters are not supported yet here");
    compile_type_parameters(compiler, &node->type_params, span);
    for (uint32_t i = 0; i < unit.argument_count; i++)
        emit(compiler, OP_LOAD_LOCAL_CHECK, i, span);
    compile_function_object(compiler, node, flags);
    emit(compiler, OP_SWAP, 2, span); /* parameters, function → function, parameters */
    emit(compiler, OP_INTRINSIC_2, INTRINSIC_FUNCTION_TYPE_PARAMETERS, span);
    emit(compiler, OP_RETURN, 0, span);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

/* `flags` says which defaults are on the stack. */
void compile_generic_function(struct Compiler *compiler, const struct AstFunctionDef *node, uint32_t flags)
{
    struct SourceSpan span = span_of(&node->node);
    uint32_t arguments = (flags & HAS_DEFAULTS ? 1 : 0) + (flags & HAS_KEYWORD_DEFAULTS ? 1 : 0);
    make_function(compiler, generic_function_code(compiler, node, flags), node->type_params_scope, 0, span);
    if (arguments == 0) {
        emit(compiler, OP_PUSH_ABSENT, 0, span);
        emit(compiler, OP_CALL, 0, span);
        return;
    }
    /* The first argument is in the place of self: defaults [keyword defaults] function → function defaults … */
    if (arguments == 2) {
        emit(compiler, OP_SWAP, 3, span);
        emit(compiler, OP_SWAP, 2, span);
    } else {
        emit(compiler, OP_SWAP, 2, span);
    }
    emit(compiler, OP_CALL, arguments - 1, span);
}

/* ---- Classes ----------------------------------------------------------- */

static struct AstNode *generic_base(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct AstName *name = compiler_allocate(compiler, 1, sizeof *name);
    if (!name)
        return NULL;
    *name = (struct AstName){.node = {.kind = AST_Name, .span = node->node.span},
                             .id = identifier(compiler, ".generic_base"),
                             .ctx = AST_LOAD};
    return &name->node;
}

/* The bases with Generic[…] after them. */
static struct AstNodes bases_with_generic(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct AstNodes bases = {.count = node->bases.count + 1};
    bases.items = compiler_allocate(compiler, bases.count, sizeof *bases.items);
    struct AstNode *generic = generic_base(compiler, node);
    if (compiler->failed)
        return (struct AstNodes){0};
    for (size_t i = 0; i < node->bases.count; i++)
        bases.items[i] = node->bases.items[i];
    bases.items[node->bases.count] = generic;
    return bases;
}

static OWNED Value generic_class_code(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct SourceSpan span = span_of(&node->node);
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->type_params_scope, first_line_of(&node->node, &node->decorator_list)))
        return EMPTY;
    compile_type_parameters(compiler, &node->type_params, span);
    compile_name(compiler, identifier(compiler, ".type_params"), NAME_STORE, span);
    compile_class_function(compiler, node);
    load_type_parameters(compiler, span);
    emit(compiler, OP_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC, span);
    compile_name(compiler, identifier(compiler, ".generic_base"), NAME_STORE, span);
    struct AstNodes bases = bases_with_generic(compiler, node);
    compile_arguments(compiler, 2, &bases, &node->keywords, span, NULL);
    emit(compiler, OP_RETURN, 0, span);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

void compile_generic_class(struct Compiler *compiler, const struct AstClassDef *node)
{
    struct SourceSpan span = span_of(&node->node);
    make_function(compiler, generic_class_code(compiler, node), node->type_params_scope, 0, span);
    emit(compiler, OP_PUSH_ABSENT, 0, span);
    emit(compiler, OP_CALL, 0, span);
}

void load_type_parameters(struct Compiler *compiler, struct SourceSpan span)
{
    compile_name(compiler, identifier(compiler, ".type_params"), NAME_LOAD, span);
}

/* ---- type X = … -------------------------------------------------------- */

/* name, type parameters or None, function → alias */
static void compile_alias_parts(struct Compiler *compiler, const struct AstTypeAlias *node)
{
    struct SourceSpan span = span_of(&node->node);
    emit_constant(compiler, identifier_value(compiler, as_Name(node->name)->id), span);
    if (node->type_params.count > 0)
        compile_type_parameters(compiler, &node->type_params, span);
    else
        emit(compiler, OP_LOAD_NONE, 0, span);
    compile_lazily(compiler, node->scope, node->value, span);
    emit(compiler, OP_BUILD_TUPLE, 3, span);
    emit(compiler, OP_INTRINSIC_1, INTRINSIC_TYPE_ALIAS, span);
}

static OWNED Value generic_alias_code(struct Compiler *compiler, const struct AstTypeAlias *node)
{
    struct Unit unit;
    if (!unit_open(compiler, &unit, node->type_params_scope, (int32_t)node->node.span.line))
        return EMPTY;
    compile_alias_parts(compiler, node);
    emit(compiler, OP_RETURN, 0, span_of(&node->node));
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

void compile_type_alias(struct Compiler *compiler, struct AstNode *top)
{
    struct AstTypeAlias *node = as_TypeAlias(top);
    struct SourceSpan span = span_of(top);
    if (node->type_params.count > 0) {
        make_function(compiler, generic_alias_code(compiler, node), node->type_params_scope, 0, span);
        emit(compiler, OP_PUSH_ABSENT, 0, span);
        emit(compiler, OP_CALL, 0, span);
    } else {
        compile_alias_parts(compiler, node);
    }
    compile_name(compiler, as_Name(node->name)->id, NAME_STORE, span_of(node->name));
}
