/*
 * The way in: parse, resolve scopes, compile the module's unit, clean up.
 */
#include "vm/compiler/compiler.h"

#include <stdio.h>
#include <stdlib.h>

#include "parser/dump.h"
#include "runtime/error.h"
#include "runtime/string.h"
#include "runtime/unicode.h"
#include "vm/compiler/unit.h"

static enum ParseMode parse_mode(enum EvalMode mode)
{
    switch (mode) {
    case EVAL_EXPRESSION:
        return PARSE_EXPRESSION;
    case EVAL_INTERACTIVE:
        return PARSE_INTERACTIVE;
    default:
        return PARSE_FILE;
    }
}

static int parse_options(unsigned flags)
{
    int options = flags & COMPILE_FROM_FILE ? PARSE_FROM_FILE : flags & COMPILE_FROM_BYTES ? 0 : PARSE_DECODED;
    if (flags & COMPILE_INCOMPLETE_INPUT)
        options |= PARSE_PROMPT;
    if (flags & COMPILE_TOP_LEVEL_AWAIT)
        options |= PARSE_ALLOW_TOP_LEVEL_AWAIT;
    if (flags & COMPILE_FUTURE_ANNOTATIONS)
        options |= PARSE_FUTURE_ANNOTATIONS;
    return options;
}

static void compile_module_body(struct Compiler *compiler, struct AstNode *module)
{
    if (module->kind == AST_Expression) {
        struct AstNode *body = as_Expression(module)->body;
        compile_expression(compiler, body);
        emit(compiler, OP_RETURN, 0, span_of(body));
        return;
    }
    if (module->kind == AST_Interactive)
        compile_body(compiler, &as_Interactive(module)->body);
    else
        compile_namespace_body(compiler, &as_Module(module)->body);
    emit(compiler, OP_LOAD_NONE, 0, NOWHERE);
    emit(compiler, OP_RETURN, 0, NOWHERE);
}

static OWNED Value compile_module(struct Compiler *compiler)
{
    struct Unit unit;
    int32_t first_line = compiler->mode == EVAL_FILE ? 0 : 1;
    if (!unit_open(compiler, &unit, compiler->result->scope, first_line))
        return EMPTY;
    unit.first_line = 1;
    unit.runs_once = (compiler->flags & COMPILE_RUNS_ONCE) != 0;
    if (compiler->mode == EVAL_INTERACTIVE && unit.scope->has_annotations)
        emit(compiler, OP_SETUP_ANNOTATIONS, 0, NO_SPAN);
    compile_module_body(compiler, compiler->result->module);
    Value code = unit_assemble(compiler);
    unit_close(compiler);
    return code;
}

static OWNED Value compile_result(struct Compiler *compiler)
{
    issue_warnings(compiler);
    if (compiler->failed)
        return EMPTY;
    collect_declared_globals(compiler);
    Value code = compile_module(compiler);
    if (compiler->failed) {
        release_maybe(compiler->vm, code);
        return EMPTY;
    }
    return code;
}

static void set_optimization(struct Compiler *compiler)
{
    unsigned asked = compiler->flags, own = compiler->vm->flags;
    bool follow = !(asked & COMPILE_NO_OPTIMIZE);
    compiler->strip_docstrings = (asked & COMPILE_OPTIMIZE_MORE) || (follow && (own & INTERPRETER_OPTIMIZE_MORE));
    compiler->optimize = compiler->strip_docstrings || (asked & COMPILE_OPTIMIZE) ||
                         (follow && (own & INTERPRETER_OPTIMIZE));
}

/* Through a stream of the C library's own memory. */
Value tree_text(struct Interpreter *vm, const struct AstNode *node, bool places, const char *purpose)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (stream == NULL)
        return raise_memory_error(vm);
    bool complete = ast_dump(stream, &heap_of(vm)->memory, node, 0, places);
    complete = fclose(stream) == 0 && complete;
    Value result = complete ? string_from_utf8(vm, text, length)
                            : raise_error(vm, TYPE_RecursionError, "maximum recursion depth exceeded during %s", purpose);
    free(text);
    return result;
}

/* What compile() is given under COMPILE_TREE. */
static OWNED Value tree_of_result(struct Compiler *compiler)
{
    issue_warnings(compiler);
    return compiler->failed ? EMPTY : tree_text(compiler->vm, compiler->result->module, true, "ast construction");
}

Value compile_source(struct Interpreter *vm, const char *source, size_t length, Value filename, enum EvalMode mode,
                     unsigned flags)
{
    struct Utf8View name;
    if (!utf8_view(vm, filename, &name))
        return EMPTY;
    struct ParseResult result;
    struct Compiler compiler = {
        .vm = vm, .result = &result, .arena = &result.arena, .filename = filename, .flags = flags, .mode = mode};
    set_optimization(&compiler);
    Value code = EMPTY;
    if (parse_source_naming(&heap_of(vm)->memory, source, length, name.text, parse_mode(mode), parse_options(flags),
                            unicode_named_character, &result) &&
        (flags & COMPILE_TREE || scopes_build(&result)))
        code = flags & COMPILE_TREE ? tree_of_result(&compiler) : compile_result(&compiler);
    else
        raise_syntax_failure(&compiler, &result.failure);
    parse_close(&result);
    utf8_release(vm, &name);
    return code;
}
