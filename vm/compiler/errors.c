/*
 * What is wrong with the source, told to Python: SyntaxError and its kin with
 * their attributes, and SyntaxWarnings.
 */
#include <stdarg.h>
#include <stdio.h>

#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/warnings.h"
#include "vm/compiler/unit.h"

static enum TypeIndex exception_of(enum FailureKind kind, bool incomplete_input)
{
    switch (kind) {
    case FAILURE_INDENTATION:
        return TYPE_IndentationError;
    case FAILURE_TAB:
        return TYPE_TabError;
    case FAILURE_INCOMPLETE:
        return incomplete_input ? TYPE_IncompleteInputError : TYPE_SyntaxError;
    default:
        return TYPE_SyntaxError;
    }
}

static OWNED Value line_text(struct Interpreter *vm, const struct SyntaxFailure *failure)
{
    return failure->text ? string_from_utf8(vm, failure->text, failure->text_length) : VALUE_NONE;
}

static Value number_or_none(int number, bool known)
{
    return known ? value_from_small_int(number) : VALUE_NONE;
}

/* (filename, lineno, offset, text, end_lineno, end_offset) */
static OWNED Value failure_details(struct Compiler *compiler, const struct SyntaxFailure *failure)
{
    Value text = line_text(compiler->vm, failure);
    if (is_empty(text))
        return EMPTY;
    bool placed = failure->has_position, ended = failure->has_end;
    if (placed && !ended) {
        Value details = tuple_pack(compiler->vm, 4, compiler->filename, value_from_small_int(failure->line),
                                   value_from_small_int(failure->offset), text);
        release(compiler->vm, text);
        return details;
    }
    bool end_known = ended && failure->end_offset != FAILURE_OFFSET_UNKNOWN;
    Value details = tuple_pack(compiler->vm, 6, compiler->filename, number_or_none(failure->line, placed),
                               number_or_none(failure->offset, placed), text,
                               number_or_none(failure->end_line, ended),
                               number_or_none(failure->end_offset, end_known));
    release(compiler->vm, text);
    return details;
}

/* What SyntaxError's constructor does with details, after the fact. */
static bool place(struct Interpreter *vm, Value exception, Value details)
{
    static const char *const names[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
    for (size_t i = 0; i < tuple_length(details); i++) {
        Value name = string_intern_cstring(vm, names[i]);
        bool done = !is_empty(name) && object_set_attribute(vm, exception, name, as_tuple(details)->items[i]);
        release_maybe(vm, name);
        if (!done)
            return false;
    }
    return true;
}

static void raise_with_details(struct Compiler *compiler, enum TypeIndex type, const struct SyntaxFailure *failure)
{
    struct Interpreter *vm = compiler->vm;
    Value message = string_from_utf8(vm, failure->message, strlen(failure->message));
    if (is_empty(message))
        return;
    /* What has no place in the source (an unknown encoding) has the message alone. */
    Value details = failure->has_position ? failure_details(compiler, failure) : VALUE_ABSENT;
    if (!is_empty(details)) {
        Value arguments[2] = {message, details};
        Value exception = object_call(vm, value_from_object(builtin_type(vm, type)), arguments,
                                      is_absent(details) || failure->placed_afterwards ? 1 : 2, EMPTY);
        if (!is_empty(exception) && failure->placed_afterwards && !place(vm, exception, details)) {
            release(vm, exception);
            exception = EMPTY;
        }
        release(vm, details);
        if (!is_empty(exception))
            raise_value(vm, exception);
    }
    release(vm, message);
}

void raise_syntax_failure(struct Compiler *compiler, const struct SyntaxFailure *failure)
{
    if (compiler->failed)
        return;
    compiler->failed = true;
    if (failure->kind == FAILURE_MEMORY) {
        if (failure->message[0] != '\0')
            raise_error(compiler->vm, TYPE_MemoryError, "%s", failure->message);
        else
            raise_memory_error(compiler->vm);
        return;
    }
    if (failure->kind == FAILURE_RECURSION) {
        raise_error(compiler->vm, TYPE_RecursionError, "%s", failure->message);
        return;
    }
    bool incomplete = (compiler->flags & COMPILE_INCOMPLETE_INPUT) != 0;
    raise_with_details(compiler, exception_of(failure->kind, incomplete), failure);
}

/* ---- Errors found while compiling -------------------------------------- */

/* The source line with its newline. */
static const char *find_line(const struct ParseResult *result, int line, size_t *length)
{
    const struct Source *source = &result->source;
    size_t offset = source_line_offset(source, (size_t)line);
    if (line < 1 || offset >= source->length)
        return NULL;
    const char *text = source->text + offset, *end = strchr(text, '\n');
    *length = end ? (size_t)(end - text) + 1 : strlen(text);
    return text;
}

/* Bytes from the line's start as the number of a character, from 1. */
static int character_offset(const struct ParseResult *result, int line, int column)
{
    size_t length = 0;
    const char *text = find_line(result, line, &length);
    int offset = 1;
    for (int i = 0; text && i < column && (size_t)i < length; i++)
        offset += ((unsigned char)text[i] & 0xc0) != 0x80;
    return offset;
}

/* What CPython's compiler finds has no text unless the source is a file's, which it reads again. */
static void fail_at(struct Compiler *compiler, struct SyntaxFailure *failure, const struct Span *span, bool from_compiler)
{
    failure->line = (int)span->line;
    failure->end_line = (int)span->end_line;
    failure->offset = character_offset(compiler->result, failure->line, (int)span->column);
    failure->end_offset = character_offset(compiler->result, failure->end_line, (int)span->end_column);
    const struct ParseResult *result = compiler->result;
    failure->text = from_compiler && !(result->options & PARSE_FROM_FILE)
                        ? NULL
                        : find_line(result, failure->line, &failure->text_length);
    const char *end = result->source.text + result->source.length;
    if (failure->text && failure->text + failure->text_length == end && result->source.newline_added &&
        result->mode != PARSE_FILE)
        failure->text_length--;
    raise_syntax_failure(compiler, failure);
}

void fail_syntax(struct Compiler *compiler, const struct AstNode *node, const char *format, ...)
{
    if (compiler->failed)
        return;
    struct SyntaxFailure failure = {.kind = FAILURE_SYNTAX, .has_position = true, .has_end = true};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(failure.message, sizeof failure.message, format, arguments);
    va_end(arguments);
    fail_at(compiler, &failure, &node->span, true);
}

/* ---- Warnings ---------------------------------------------------------- */

/* A warning that a filter made an error is a SyntaxError at the place. */
static void warning_failed(struct Compiler *compiler, const struct ParseWarning *warning, enum TypeIndex category)
{
    if (!error_matches(compiler->vm, category)) {
        compiler->failed = true;
        return;
    }
    error_clear(compiler->vm);
    struct SyntaxFailure failure = {.kind = FAILURE_SYNTAX, .has_position = true, .has_end = true};
    snprintf(failure.message, sizeof failure.message, "%s", warning->message);
    fail_at(compiler, &failure, &warning->span, warning->kind == WARNING_COMPILER);
}

void issue_warnings(struct Compiler *compiler)
{
    for (const struct ParseWarning *warning = compiler->result->warnings; warning; warning = warning->next) {
        enum TypeIndex category = warning->kind == WARNING_DEPRECATION ? TYPE_DeprecationWarning : TYPE_SyntaxWarning;
        if (!warnings_warn_at(compiler->vm, category, compiler->filename, warning->span.line, warning->message)) {
            warning_failed(compiler, warning, category);
            return;
        }
    }
}
