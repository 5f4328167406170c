/*
 * Calls: callee, self or ABSENT, arguments.  Methods are looked up without
 * making a bound method, super() without making a super object; arguments with
 * stars are gathered into a tuple and a dict first.
 */
#include "vm/compiler/unit.h"

#include "runtime/sequence.h"

enum { STACK_ARGUMENTS = 255 }; /* a call with more gathers them in a tuple */

/* ---- Arguments --------------------------------------------------------- */

static bool needs_spreading(uint32_t extra, const struct AstNodes *args, const struct AstNodes *keywords)
{
    if (extra + args->count + keywords->count > STACK_ARGUMENTS)
        return true;
    for (size_t i = 0; i < args->count; i++)
        if (args->items[i]->kind == AST_Starred)
            return true;
    for (size_t i = 0; i < keywords->count; i++)
        if (!as_keyword(keywords->items[i])->arg)
            return true;
    return false;
}

static void emit_keyword_names(struct Compiler *compiler, const struct AstNodes *keywords, struct SourceSpan span)
{
    struct NameTable names = {0};
    for (size_t i = 0; i < keywords->count; i++)
        name_number(compiler, &names, as_keyword(keywords->items[i])->arg); /* not mangled, as in CPython */
    if (!compiler->failed && names.count < keywords->count) {
        fail_syntax(compiler, keywords->items[0], "keyword argument repeated: %s",
                    as_keyword(keywords->items[0])->arg->text);
        return;
    }
    if (!compiler->failed)
        emit_constant(compiler, names_value(compiler, &names), span);
}

static void compile_plain_arguments(struct Compiler *compiler, uint32_t extra, const struct AstNodes *args,
                                    const struct AstNodes *keywords, struct SourceSpan span)
{
    for (size_t i = 0; i < args->count; i++)
        compile_expression(compiler, args->items[i]);
    for (size_t i = 0; i < keywords->count; i++)
        compile_expression(compiler, as_keyword(keywords->items[i])->value);
    uint32_t count = extra + (uint32_t)(args->count + keywords->count);
    if (keywords->count > 0) {
        emit_keyword_names(compiler, keywords, span);
        emit(compiler, OP_CALL_KEYWORDS, count, span);
    } else {
        emit(compiler, OP_CALL, count, span);
    }
}

/* Named ones from begin to end as a dict of their own. */
static void build_keywords(struct Compiler *compiler, const struct AstNodes *keywords, size_t begin, size_t end,
                           struct SourceSpan span)
{
    for (size_t i = begin; i < end; i++) {
        struct Astkeyword *keyword = as_keyword(keywords->items[i]);
        emit_constant(compiler, identifier_literal(compiler, keyword->arg), span);
        compile_expression(compiler, keyword->value);
    }
    emit(compiler, OP_BUILD_DICT, (uint32_t)(end - begin), span);
}

static void compile_keyword_dict(struct Compiler *compiler, const struct AstNodes *keywords, struct SourceSpan span)
{
    size_t begin = 0;
    bool started = false;
    for (size_t i = 0; i <= keywords->count && !compiler->failed; i++) {
        bool at_end = i == keywords->count;
        if (!at_end && as_keyword(keywords->items[i])->arg && i - begin < STACK_ARGUMENTS)
            continue;
        if (begin < i || !started) {
            build_keywords(compiler, keywords, begin, i, span);
            if (started)
                emit(compiler, OP_DICT_MERGE, 1, span);
            started = true;
        }
        begin = i;
        if (!at_end && !as_keyword(keywords->items[i])->arg) {
            compile_expression(compiler, as_keyword(keywords->items[i])->value);
            emit(compiler, OP_DICT_MERGE, 1, span);
            begin = i + 1;
        }
    }
}

static void compile_spread_arguments(struct Compiler *compiler, uint32_t extra, const struct AstNodes *args,
                                     const struct AstNodes *keywords, struct SourceSpan span)
{
    if (extra == 0 && args->count == 1 && args->items[0]->kind == AST_Starred)
        compile_expression(compiler, as_Starred(args->items[0])->value);
    else
        compile_elements(compiler, args, extra, OP_BUILD_TUPLE, span);
    if (keywords->count > 0)
        compile_keyword_dict(compiler, keywords, span);
    emit(compiler, OP_CALL_SPREAD, keywords->count > 0, span);
}

void compile_arguments(struct Compiler *compiler, uint32_t extra, const struct AstNodes *args,
                       const struct AstNodes *keywords, struct SourceSpan span, struct AstNode *method)
{
    if (needs_spreading(extra, args, keywords))
        compile_spread_arguments(compiler, extra, args, keywords, span);
    else
        compile_plain_arguments(compiler, extra, args, keywords, method ? attribute_span(method, span) : span);
}

/* ---- super() ----------------------------------------------------------- */

/* The arguments of super as written: none or two plain ones; and `super` means the builtin. */
static bool is_plain_super(struct Compiler *compiler, const struct AstNode *node)
{
    if (node->kind != AST_Call || as_Call(node)->func->kind != AST_Name || compiler->failed)
        return false;
    const struct AstCall *call = as_Call(node);
    if (!is_global_name(compiler, as_Name(call->func)->id, "super") || call->keywords.count > 0)
        return false;
    if (call->args.count == 2)
        return call->args.items[0]->kind != AST_Starred && call->args.items[1]->kind != AST_Starred;
    struct Unit *unit = compiler->unit;
    if (call->args.count != 0 || unit->argument_count == 0 || unit->scope->kind == SCOPE_CLASS)
        return false;
    const struct Identifier *cell = identifier(compiler, "__class__");
    return cell && name_find(&unit->frees, cell) >= 0;
}

/* super, class, self on the stack. */
static void load_super_arguments(struct Compiler *compiler, const struct AstCall *call)
{
    struct SourceSpan span = span_of(&call->node);
    compile_expression(compiler, call->func);
    if (call->args.count == 2) {
        compile_expression(compiler, call->args.items[0]);
        compile_expression(compiler, call->args.items[1]);
        return;
    }
    struct Unit *unit = compiler->unit;
    struct Scope *inner = unit->inner;
    unit->inner = unit->scope; /* the frame's own first parameter, whatever comprehensions call theirs */
    compile_name(compiler, identifier(compiler, "__class__"), NAME_LOAD, span);
    compile_name(compiler, unit->variables.items[0], NAME_LOAD, span);
    unit->inner = inner;
}

bool compile_super_attribute(struct Compiler *compiler, struct AstNode *node, bool as_method)
{
    struct AstAttribute *attribute = as_Attribute(node);
    if (!is_plain_super(compiler, attribute->value))
        return false;
    load_super_arguments(compiler, as_Call(attribute->value));
    struct SourceSpan span = attribute_span(node, span_of(node));
    uint32_t name = name_number(compiler, &compiler->unit->names, mangle(compiler, attribute->attr));
    emit(compiler, OP_LOAD_SUPER_ATTRIBUTE, name << 1 | as_method, span);
    return true;
}

/* ---- Calls ------------------------------------------------------------- */

/* Callee and self for object.name(…); false: it must be called like anything else. */
static bool compile_method(struct Compiler *compiler, const struct AstCall *call)
{
    struct AstNode *function = call->func;
    if (function->kind != AST_Attribute || needs_spreading(0, &call->args, &call->keywords))
        return false;
    if (compile_super_attribute(compiler, function, true))
        return true;
    compile_expression(compiler, as_Attribute(function)->value);
    emit_name(compiler, OP_LOAD_METHOD, mangle(compiler, as_Attribute(function)->attr),
              attribute_span(function, span_of(function)));
    return true;
}

void compile_call(struct Compiler *compiler, struct AstNode *node)
{
    struct AstCall *call = as_Call(node);
    bool is_method = compile_method(compiler, call);
    if (!is_method) {
        compile_expression(compiler, call->func);
        emit(compiler, OP_PUSH_ABSENT, 0, span_of(call->func));
    }
    compile_arguments(compiler, 0, &call->args, &call->keywords, span_of(node), is_method ? call->func : NULL);
}
