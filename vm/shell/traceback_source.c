/*
 * Quoting source in tracebacks: which lines are shown, and which characters
 * get `^` or `~`.  The rules are those of CPython 3.13's traceback module:
 * marks are left out where they would cover everything that is shown, and the
 * operator of a binary operation, the brackets of a subscript or of a call are
 * told apart from their operands.
 */
#include "vm/shell/traceback_source.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <uniwidth.h>
#include <unistr.h>

#include "parser/parser.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/source.h"

/* ---- Files */

void source_file_close(struct SourceFile *file)
{
    if (file->text != NULL)
        heap_free(file->vm, MEMORY_BYTES, file->text, file->length + 1);
    release_maybe(file->vm, file->filename);
    file->text = NULL;
    file->filename = EMPTY;
}

static bool load_text(struct SourceFile *file, Value text)
{
    struct Interpreter *vm = file->vm;
    struct Utf8View view;
    if (is_absent(text) || !utf8_view(vm, text, &view)) {
        error_clear(vm);
        return false;
    }
    file->text = heap_allocate(vm, MEMORY_BYTES, view.length + 1);
    if (file->text != NULL) {
        memcpy(file->text, view.text, view.length + 1);
        file->length = view.length;
    }
    utf8_release(vm, &view);
    return file->text != NULL;
}

static bool load_from_disk(struct SourceFile *file, const char *path)
{
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return false;
    long size = fseek(stream, 0, SEEK_END) == 0 ? ftell(stream) : -1;
    rewind(stream);
    if (size >= 0)
        file->text = heap_allocate(file->vm, MEMORY_BYTES, (size_t)size + 1);
    if (file->text != NULL) {
        size_t read = fread(file->text, 1, (size_t)size, stream);
        memset(file->text + read, 0, (size_t)size + 1 - read);
        file->length = (size_t)size;
    }
    fclose(stream);
    return file->text != NULL;
}

bool source_file_select(struct SourceFile *file, Value filename)
{
    if (!is_empty(file->filename) && value_same(file->filename, filename))
        return file->text != NULL;
    source_file_close(file);
    file->filename = retain(filename);
    struct Utf8View view;
    bool found = load_text(file, source_registered(file->vm, filename));
    if (!found && utf8_view(file->vm, filename, &view)) {
        found = view.text[0] != '<' && load_from_disk(file, view.text);
        utf8_release(file->vm, &view);
    }
    error_clear(file->vm);
    return found;
}

bool source_file_line(const struct SourceFile *file, int64_t number, const char **line, size_t *length)
{
    const char *at = file->text, *end = file->text == NULL ? NULL : file->text + file->length;
    if (at == NULL || number < 1)
        return false;
    if (file->length >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    for (int64_t i = 1; i < number; i++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        if (newline == NULL)
            return false;
        at = newline + 1;
    }
    if (at >= end)
        return false;
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    size_t n = (size_t)((newline == NULL ? end : newline) - at);
    while (n > 0 && isspace((unsigned char)at[n - 1]))
        n--;
    *line = at;
    *length = n;
    return true;
}

/* ---- The quoted block: lines without their common indentation */

enum { MAX_QUOTED_LINES = 4096 };

struct Line {
    const char *text;
    size_t length;
};

struct Block {
    struct Line *lines;
    size_t count;
    size_t start, end; /* byte offsets of the span in the first and last line */
    /* The part of the span that is marked `^` where the rest is `~`; anchored says whether there is one. */
    bool anchored;
    size_t left_line, left, right_line, right;
};

static size_t leading_blanks(const struct Line *line)
{
    size_t n = 0;
    while (n < line->length && (line->text[n] == ' ' || line->text[n] == '\t' || line->text[n] == '\f'))
        n++;
    return n;
}

static size_t common_indentation(const struct Block *block)
{
    const struct Line *model = NULL;
    size_t common = 0;
    for (size_t i = 0; i < block->count; i++) {
        const struct Line *line = &block->lines[i];
        if (line->length == 0)
            continue;
        size_t n = leading_blanks(line);
        if (model == NULL) {
            model = line;
            common = n;
            continue;
        }
        size_t same = 0;
        while (same < common && same < n && line->text[same] == model->text[same])
            same++;
        common = same;
    }
    return common;
}

static bool block_read(struct Block *block, const struct SourceFile *file, const struct SourceSpan *span)
{
    for (size_t i = 0; i < block->count; i++)
        if (!source_file_line(file, span->line + (int64_t)i, &block->lines[i].text, &block->lines[i].length)) {
            if (i == 0)
                return false;
            block->lines[i] = (struct Line){"", 0};
        }
    size_t indentation = common_indentation(block);
    for (size_t i = 0; i < block->count; i++)
        if (block->lines[i].length >= indentation) {
            block->lines[i].text += indentation;
            block->lines[i].length -= indentation;
        }
    if (block->lines[0].length == 0)
        return false;
    block->start = span->column > (int32_t)indentation ? (size_t)span->column - indentation : 0;
    block->end = span->end_column > (int32_t)indentation ? (size_t)span->end_column - indentation : 0;
    if (block->start > block->lines[0].length)
        block->start = block->lines[0].length;
    if (block->end > block->lines[block->count - 1].length)
        block->end = block->lines[block->count - 1].length;
    return true;
}

/* Joins the lines, or the span of them alone, with something before and behind; to be freed by the caller. */
static char *block_text(const struct Block *block, struct Interpreter *vm, bool span_only, const char *before,
                        const char *behind, size_t *size)
{
    size_t total = strlen(before) + strlen(behind) + 1;
    for (size_t i = 0; i < block->count; i++)
        total += block->lines[i].length + 1;
    char *text = heap_allocate(vm, MEMORY_BYTES, total);
    if (text == NULL) {
        error_clear(vm);
        return NULL;
    }
    char *at = stpcpy(text, before);
    for (size_t i = 0; i < block->count; i++) {
        size_t from = span_only && i == 0 ? block->start : 0;
        size_t to = span_only && i + 1 == block->count ? block->end : block->lines[i].length;
        if (to > from)
            at = mempcpy(at, block->lines[i].text + from, to - from);
        if (i + 1 < block->count)
            *at++ = '\n';
    }
    strcpy(at, behind);
    *size = total;
    return text;
}

/* ---- Anchors */

struct Position {
    size_t line, column; /* in the segment: column counts from the span's start in its first line */
};

/* A line of the span alone. */
static struct Line segment_line(const struct Block *block, size_t i)
{
    struct Line line = block->lines[i];
    if (i + 1 == block->count)
        line.length = block->end;
    if (i == 0) {
        line.text += block->start;
        line.length = line.length > block->start ? line.length - block->start : 0;
    }
    return line;
}

static bool to_valid(const struct Block *block, struct Position *p)
{
    while (p->line < block->count && p->column >= segment_line(block, p->line).length) {
        p->column = 0;
        p->line++;
    }
    return p->line < block->count;
}

/* Moves to the next character that stops: `wanted`, or with 0 the first that is neither blank nor `)`. */
static bool advance_until(const struct Block *block, struct Position *p, char wanted)
{
    while (to_valid(block, p)) {
        char c = segment_line(block, p->line).text[p->column];
        if (c == '\\' || c == '#') {
            p->column = 0;
            p->line++;
        } else if (wanted ? c == wanted : !isspace((unsigned char)c) && c != ')')
            return true;
        else
            p->column++;
    }
    return false;
}

/* The segment is parsed behind "(\n", hence two lines less. */
static struct Position end_of(const struct AstNode *node)
{
    return (struct Position){node->span.end_line - 2, node->span.end_column};
}

static bool anchor_operator(struct Block *block, const struct AstBinOp *operation)
{
    struct Position p = end_of(operation->left);
    if (!advance_until(block, &p, 0))
        return false;
    struct Line line = segment_line(block, p.line);
    size_t right = p.column + 1, operand_line = operation->right->span.line - 2;
    if (right < line.length && (operand_line > p.line || right < operation->right->span.column) &&
        !isspace((unsigned char)line.text[right]) && line.text[right] != '\\' && line.text[right] != '#')
        right++;
    block->left_line = block->right_line = p.line;
    block->left = p.column;
    block->right = right;
    return true;
}

static bool anchor_brackets(struct Block *block, const struct AstNode *whole, const struct AstNode *before, char bracket)
{
    struct Position left = end_of(before), right = end_of(whole);
    if (!advance_until(block, &left, bracket))
        return false;
    block->left_line = left.line;
    block->left = left.column;
    block->right_line = right.line;
    block->right = right.column;
    return true;
}

static bool anchor_expression(struct Block *block, const struct AstNode *expression)
{
    switch (expression->kind) {
    case AST_BinOp:
        return anchor_operator(block, as_BinOp(expression));
    case AST_Subscript:
        return anchor_brackets(block, expression, as_Subscript(expression)->value, '[');
    case AST_Call:
        return anchor_brackets(block, expression, as_Call(expression)->func, '(');
    default:
        return false;
    }
}

static void find_anchors(struct Block *block, struct Interpreter *vm)
{
    size_t size;
    char *text = block_text(block, vm, true, "(\n", "\n)", &size);
    if (text == NULL)
        return;
    struct ParseResult result;
    if (parse_source(&heap_of(vm)->memory, text, strlen(text), "<traceback>", PARSE_EXPRESSION, PARSE_DECODED, &result))
        block->anchored = anchor_expression(block, as_Expression(result.module)->body);
    parse_close(&result);
    heap_free(vm, MEMORY_BYTES, text, size);
    if (block->anchored && block->left_line == 0)
        block->left += block->start;
    if (block->anchored && block->right_line == 0)
        block->right += block->start;
}

/* ---- Whether marks say anything */

static bool spans_everything(const struct Block *block, const struct AstNode *call)
{
    return call->span.line == 1 && call->span.end_line == block->count && call->span.column == block->start &&
           call->span.end_column == block->end;
}

/* `return f(…)` and `x = f(…)`, where the marks would only repeat that this is a call. */
static bool is_plain_call_statement(const struct Block *block, const struct AstNode *statement)
{
    const struct AstNode *call = NULL;
    if (statement->kind == AST_Return && as_Return(statement)->value != NULL) {
        call = as_Return(statement)->value;
        if (call->kind == AST_Call && as_Call(call)->func->kind != AST_Name)
            return false;
    } else if (statement->kind == AST_Assign && as_Assign(statement)->targets.count == 1 &&
               as_Assign(statement)->targets.items[0]->kind == AST_Name)
        call = as_Assign(statement)->value;
    return call != NULL && call->kind == AST_Call && spans_everything(block, call);
}

static bool marks_wanted(const struct Block *block, struct Interpreter *vm)
{
    size_t size;
    char *text = block_text(block, vm, false, "", "\n", &size);
    if (text == NULL)
        return false;
    struct ParseResult result;
    bool plain = false;
    if (parse_source(&heap_of(vm)->memory, text, strlen(text), "<traceback>", PARSE_FILE, PARSE_DECODED, &result)) {
        struct AstNodes body = as_Module(result.module)->body;
        plain = body.count == 0 || is_plain_call_statement(block, body.items[0]);
    }
    parse_close(&result);
    heap_free(vm, MEMORY_BYTES, text, size);
    if (plain)
        return false;
    if (block->anchored || leading_blanks(&block->lines[0]) < block->start)
        return true;
    const struct Line *last = &block->lines[block->count - 1];
    for (size_t i = block->end; i < last->length; i++)
        if (!isspace((unsigned char)last->text[i]))
            return true;
    return false;
}

/* ---- Output */

static size_t display_width(const char *text, size_t bytes)
{
    size_t width = 0;
    for (size_t i = 0; i < bytes;) {
        ucs4_t c;
        int n = u8_mbtoucr(&c, (const uint8_t *)text + i, bytes - i);
        if (n <= 0)
            n = 1, c = 'x';
        width += uc_width(c, "UTF-8") == 2 ? 2 : 1;
        i += (size_t)n;
    }
    return width;
}

static bool inside_anchors(const struct Block *block, size_t line, size_t column)
{
    size_t left = display_width(block->lines[block->left_line].text, block->left);
    size_t right = display_width(block->lines[block->right_line].text, block->right);
    return (line > block->left_line || (line == block->left_line && column >= left)) &&
           (line < block->right_line || (line == block->right_line && column < right));
}

static bool output_line(const struct Block *block, size_t number, bool marks, struct StringBuilder *out)
{
    const struct Line *line = &block->lines[number];
    if (!builder_add_cstring(out, "    ") || !builder_add_utf8(out, line->text, line->length) ||
        !builder_add_char(out, '\n'))
        return false;
    if (!marks)
        return true;
    size_t start = number == 0 ? display_width(line->text, block->start) : 0;
    size_t count = display_width(line->text, number + 1 == block->count ? block->end : line->length);
    size_t blanks = leading_blanks(line);
    if (!builder_add_cstring(out, "    "))
        return false;
    for (size_t column = 0; column < count; column++) {
        char mark = column < blanks || column < start                       ? ' '
                    : !block->anchored || inside_anchors(block, number, column) ? '^'
                                                                            : '~';
        if (!builder_add_char(out, (uint32_t)mark))
            return false;
    }
    return builder_add_char(out, '\n');
}

static bool near(size_t line, size_t anchor)
{
    return line + 1 >= anchor && line <= anchor + 1;
}

static bool is_significant(const struct Block *block, size_t line)
{
    return line == 0 || line + 1 == block->count ||
           (block->anchored && (near(line, block->left_line) || near(line, block->right_line)));
}

static bool output_block(const struct Block *block, bool marks, struct StringBuilder *out)
{
    size_t previous = 0;
    for (size_t line = 0; line < block->count; line++) {
        if (!is_significant(block, line))
            continue;
        size_t skipped = line > previous ? line - previous - 1 : 0;
        char note[64];
        snprintf(note, sizeof note, "    ...<%zu lines>...\n", skipped);
        if (skipped == 1 && !output_line(block, line - 1, marks, out))
            return false;
        if (skipped > 1 && !builder_add_cstring(out, note))
            return false;
        if (!output_line(block, line, marks, out))
            return false;
        previous = line;
    }
    return true;
}

bool traceback_quote(struct SourceFile *file, const struct SourceSpan *span, struct StringBuilder *out)
{
    bool has_columns = span->column >= 0 && span->end_column >= 0 && span->end_line >= span->line;
    size_t count = has_columns ? (size_t)(span->end_line - span->line) + 1 : 1;
    if (span->line < 1 || count > MAX_QUOTED_LINES)
        return true;
    struct Line *lines = heap_allocate_array(file->vm, MEMORY_BYTES, count, sizeof *lines);
    if (lines == NULL)
        return false;
    struct Block block = {.lines = lines, .count = count};
    bool ok = true;
    if (block_read(&block, file, span)) {
        if (has_columns)
            find_anchors(&block, file->vm);
        ok = output_block(&block, has_columns && marks_wanted(&block, file->vm), out);
    }
    heap_free(file->vm, MEMORY_BYTES, lines, count * sizeof *lines);
    return ok;
}

Value quote_source(struct Interpreter *vm, Value text, int32_t column, int32_t end_column)
{
    struct SourceFile file = {.vm = vm};
    struct StringBuilder out;
    int32_t count = 0;
    if (!load_text(&file, text))
        return raise_memory_error(vm);
    for (size_t i = 0; i < file.length; i++)
        count += file.text[i] == '\n' || i + 1 == file.length;
    struct SourceSpan span = {.line = 1, .end_line = count, .column = column, .end_column = end_column};
    builder_open(&out, vm);
    bool ok = traceback_quote(&file, &span, &out);
    source_file_close(&file);
    if (ok)
        return builder_finish(&out);
    builder_abandon(&out);
    return EMPTY;
}
