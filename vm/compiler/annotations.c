/*
 * Annotations: values, or under `from __future__ import annotations` their
 * text in CPython's uniform spelling.
 *
 * Nearly all annotations are spelt that way by their authors: names, dots,
 * brackets. The others are written anew by the library's unparser, which is
 * asked through the interpreter as any other module.
 */
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "vm/compiler/unit.h"

static bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool continues_name(char c) { return begins_name(c) || (c >= '0' && c <= '9'); }

/* Names, dots, brackets, and ", " and " | " between them, nothing that could be spelt otherwise. */
static bool is_uniform(const char *text, size_t length)
{
    bool after_name = false;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (after_name ? continues_name(c) : begins_name(c)) {
            after_name = true;
            continue;
        }
        after_name = false;
        bool more = i + 1 < length;
        if (c == '.' ? more && begins_name(text[i + 1]) : c == '[' ? more && text[i + 1] != ']' : c == ']')
            continue;
        if (c == ',' && i + 2 < length && text[i + 1] == ' ' && (begins_name(text[i + 2]) || text[i + 2] == '['))
            i++;
        else if (i + 3 < length && c == ' ' && text[i + 1] == '|' && text[i + 2] == ' ' && begins_name(text[i + 3]))
            i += 2;
        else
            return false;
    }
    return true;
}

/* The library's spelling. */
static OWNED Value spell_anew(struct Compiler *compiler, const struct AstNode *annotation)
{
    struct Interpreter *vm = compiler->vm;
    Value result = EMPTY, tree = tree_text(vm, annotation, false, "compilation");
    Value function = is_empty(tree) ? EMPTY : library_attribute(vm, "_ast_unparse", "unparse_dumped");
    if (!is_empty(function))
        result = object_call_1(vm, function, tree);
    release_maybe(vm, function);
    release_maybe(vm, tree);
    return result;
}

static void emit_annotation_text(struct Compiler *compiler, const struct AstNode *annotation)
{
    const struct Source *source = &compiler->result->source;
    size_t start = source_line_offset(source, annotation->span.line) + annotation->span.column;
    size_t end = source_line_offset(source, annotation->span.end_line) + annotation->span.end_column;
    const char *text = source->text + start;
    if (compiler->failed)
        return;
    bool uniform = is_uniform(text, end - start);
    Value spelling = uniform ? string_from_utf8(compiler->vm, text, end - start) : spell_anew(compiler, annotation);
    if (!is_empty(spelling))
        emit_constant(compiler, spelling, span_of(annotation));
    compiler->failed |= is_empty(spelling);
}

void compile_annotation(struct Compiler *compiler, struct AstNode *annotation)
{
    if (compiler->result->future_annotations)
        emit_annotation_text(compiler, annotation);
    else
        compile_expression(compiler, annotation);
}
