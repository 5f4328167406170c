/*
 * Exceptions as text: the chain of causes and contexts, the traceback of each,
 * its last line, its notes, and the tree of an exception group.  The layout is
 * that of CPython 3.13, character for character.
 */
#include "vm/shell/print_exception.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/frame.h"
#include "vm/machine/function.h"
#include "vm/shell/traceback_source.h"

enum { REPEATS_SHOWN = 3, GROUP_WIDTH = 15, GROUP_DEPTH = 10 };

struct Printer {
    struct Interpreter *vm;
    struct StringBuilder out;
    struct SourceFile source;
    Value seen;       /* list of exceptions already printed: chains may be circular */
    int group_depth;
    bool bare;        /* an unraisable exception: no marks, no chain, no suggestions */
    bool need_close;  /* the innermost group still lacks its closing line */
};

/* ---- Margins of exception groups */

/* Appends text, each line behind the margin of the current group depth. */
static bool emit_with(struct Printer *printer, Value text, char margin)
{
    if (printer->group_depth == 0)
        return builder_add_string(&printer->out, text);
    const struct String *s = as_string(text);
    bool at_start = true;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        if (at_start && (!builder_add_repeat(&printer->out, ' ', (size_t)printer->group_depth * 2) ||
                         !builder_add_char(&printer->out, (uint32_t)margin) || !builder_add_char(&printer->out, ' ')))
            return false;
        if (!builder_add_char(&printer->out, c))
            return false;
        at_start = c == '\n';
    }
    return true;
}

static bool emit(struct Printer *printer, STEALS Value text, char margin)
{
    if (is_empty(text))
        return false;
    bool ok = emit_with(printer, text, margin);
    release(printer->vm, text);
    return ok;
}

static bool emit_cstring(struct Printer *printer, const char *text, char margin)
{
    return emit(printer, string_from_cstring(printer->vm, text), margin);
}

/* ---- The traceback */

struct Entry {
    Value filename, name;
    int32_t line;
};

static bool same_entry(const struct Entry *a, const struct Entry *b)
{
    return !is_empty(a->filename) && a->line == b->line && string_equal(a->filename, b->filename) &&
           string_equal(a->name, b->name);
}

static bool add_repeats(struct StringBuilder *out, size_t count)
{
    if (count <= REPEATS_SHOWN)
        return true;
    char note[80];
    snprintf(note, sizeof note, "  [Previous line repeated %zu more time%s]\n", count - REPEATS_SHOWN,
             count - REPEATS_SHOWN == 1 ? "" : "s");
    return builder_add_cstring(out, note);
}

static bool add_entry(struct Printer *printer, struct StringBuilder *out, const struct Traceback *traceback,
                      const struct Entry *entry, const struct Code *code)
{
    char line[16];
    snprintf(line, sizeof line, "%d", entry->line);
    if (!builder_add_cstring(out, "  File \"") || !builder_add_string(out, entry->filename) ||
        !builder_add_cstring(out, "\", line ") || !builder_add_cstring(out, line) ||
        !builder_add_cstring(out, ", in ") || !builder_add_string(out, entry->name) || !builder_add_char(out, '\n'))
        return false;
    bool no_file = string_length(entry->filename) > 0 && string_at(as_string(entry->filename), 0) == '<';
    if ((printer->bare && no_file) || !source_file_select(&printer->source, entry->filename))
        return true;
    struct SourceSpan span = code_span(code, traceback->word);
    if (printer->bare || span.line != entry->line) { /* tb_lineno was set by hand, or there is no span */
        span.line = span.end_line = entry->line;
        span.column = span.end_column = -1;
    }
    return traceback_quote(&printer->source, &span, out);
}

static bool add_entries(struct Printer *printer, struct StringBuilder *out, Value traceback_value)
{
    struct Entry last = {EMPTY, EMPTY, 0};
    size_t repeats = 0;
    for (Value v = traceback_value; !is_empty(v) && !is_none(v);) {
        const struct Traceback *traceback = (struct Traceback *)value_object(v);
        const struct Code *code = as_code(as_function(((struct FrameObject *)value_object(traceback->frame))->function)->code);
        struct Entry entry = {code->filename, code->name, traceback->line};
        if (!same_entry(&last, &entry)) {
            if (!add_repeats(out, repeats))
                return false;
            last = entry;
            repeats = 0;
        }
        if (++repeats <= REPEATS_SHOWN && !add_entry(printer, out, traceback, &entry, code))
            return false;
        v = traceback->next;
    }
    return add_repeats(out, repeats);
}

static bool emit_traceback(struct Printer *printer, Value traceback, const char *header, char margin)
{
    if (is_empty(traceback) || is_none(traceback))
        return true;
    struct StringBuilder out;
    builder_open(&out, printer->vm);
    if (!emit_cstring(printer, header, margin))
        return false;
    if (!add_entries(printer, &out, traceback)) {
        builder_abandon(&out);
        return false;
    }
    return emit(printer, builder_finish(&out), '|');
}

/* ---- The last line */

/* Qualified name of the class, with its module unless that is builtins or __main__. OWNED. */
static Value class_title(struct Interpreter *vm, struct Type *type)
{
    Value class = value_from_object(type);
    Value name = object_get_attribute(vm, class, NAME(vm, __qualname__));
    if (is_empty(name))
        return EMPTY;
    Value module = object_lookup_attribute(vm, class, NAME(vm, __module__));
    if (is_empty(module)) {
        release(vm, name);
        return EMPTY;
    }
    bool plain = is_string(vm, module) &&
                 (string_equals_cstring(module, "builtins") || string_equals_cstring(module, "__main__"));
    Value title = plain                     ? retain(name)
                  : is_string(vm, module) ? string_from_format(vm, "%V.%V", module, name)
                                            : string_from_format(vm, "<unknown>.%V", name);
    release(vm, module);
    release(vm, name);
    return title;
}

/* str(v) or repr(v), or a note that it failed. */
static Value safe_text(struct Interpreter *vm, Value v, const char *what, bool use_repr)
{
    Value text = use_repr ? object_repr(vm, v) : object_str(vm, v);
    if (!is_empty(text))
        return text;
    error_clear(vm);
    return string_from_format(vm, "<%s %s() failed>", what, use_repr ? "repr" : "str");
}

static bool matches_type(struct Interpreter *vm, Value exception, enum TypeIndex type)
{
    return type_is_subtype(vm, value_object(exception)->type, builtin_type(vm, type));
}

/* ". Did you mean: 'x'?" behind the message of a NameError, AttributeError or ImportError. Takes message over. */
static Value add_suggestion(struct Interpreter *vm, Value exception, STEALS Value message)
{
    bool name_error = matches_type(vm, exception, TYPE_NameError);
    if (!name_error && !matches_type(vm, exception, TYPE_AttributeError) && !matches_type(vm, exception, TYPE_ImportError))
        return message;
    Value suggestion = suggest_name(vm, exception);
    if (is_empty(suggestion)) {
        error_clear(vm);
        return message;
    }
    Value text = is_none(suggestion) ? retain(message)
                                     : string_from_format(vm, "%V. Did you mean: '%V'?", message, suggestion);
    release(vm, message);
    Value name = name_error ? exception_field(exception, NAME_ERROR_NAME) : VALUE_NONE;
    if (!is_empty(text) && is_string(vm, name) && vm->callbacks.is_library_module != NULL &&
        vm->callbacks.is_library_module(vm, name)) {
        Value longer = is_none(suggestion)
                           ? string_from_format(vm, "%V. Did you forget to import '%V'?", text, name)
                           : string_from_format(vm, "%V Or did you forget to import '%V'?", text, name);
        release(vm, text);
        text = longer;
    }
    release(vm, suggestion);
    return text;
}

static Value last_line(struct Interpreter *vm, Value exception)
{
    Value title = class_title(vm, value_object(exception)->type);
    if (is_empty(title))
        return EMPTY;
    Value message = safe_text(vm, exception, "exception", false);
    if (!is_empty(message))
        message = add_suggestion(vm, exception, message);
    Value line = is_empty(message)                 ? EMPTY
                 : string_length(message) == 0 ? string_from_format(vm, "%V\n", title)
                                                   : string_from_format(vm, "%V: %V\n", title, message);
    release(vm, title);
    release_maybe(vm, message);
    return line;
}

/* ---- SyntaxError: the line of source with its own mark */

static int64_t int_field(Value exception, size_t field, int64_t otherwise)
{
    Value v = exception_field(exception, field);
    return is_small_int(v) ? small_int(v) : otherwise;
}

static bool add_syntax_marks(struct StringBuilder *out, const struct String *text, size_t skip, size_t length,
                             int64_t offset, int64_t end_offset)
{
    int64_t total = (int64_t)text->length, visible = (int64_t)length;
    if (total > 0 && offset > total)
        offset = visible + 1;
    if (total > 0 && end_offset > total)
        end_offset = visible + 1;
    if (offset >= end_offset || end_offset < 0)
        end_offset = offset + 1;
    int64_t column = offset - 1 - (int64_t)skip, end_column = end_offset - 1 - (int64_t)skip;
    if (column < 0)
        return true;
    if (!builder_add_cstring(out, "    "))
        return false;
    for (int64_t i = 0; i < column && (int64_t)skip + i < visible; i++) {
        uint32_t c = string_at(text, skip + (size_t)i);
        if (!builder_add_char(out, c == '\t' || c == '\f' ? c : ' '))
            return false;
    }
    return builder_add_repeat(out, '^', (size_t)(end_column - column)) && builder_add_char(out, '\n');
}

static bool add_syntax_source(struct StringBuilder *out, Value exception)
{
    Value text_value = exception_field(exception, SYNTAX_ERROR_TEXT);
    if (is_none(text_value) || !is_string(out->vm, text_value))
        return true;
    const struct String *text = as_string(text_value);
    size_t length = text->length, skip = 0;
    while (length > 0 && string_at(text, length - 1) == '\n')
        length--;
    while (skip < length && (string_at(text, skip) == ' ' || string_at(text, skip) == '\n' || string_at(text, skip) == '\f'))
        skip++;
    if (!builder_add_cstring(out, "    ") || !builder_add_substring(out, text_value, skip, length) ||
        !builder_add_char(out, '\n'))
        return false;
    if (is_none(exception_field(exception, SYNTAX_ERROR_OFFSET)))
        return true;
    int64_t offset = int_field(exception, SYNTAX_ERROR_OFFSET, 0), end_offset = (int64_t)length + 1;
    if (value_same(exception_field(exception, SYNTAX_ERROR_LINE), exception_field(exception, SYNTAX_ERROR_END_LINE))) {
        end_offset = int_field(exception, SYNTAX_ERROR_END_OFFSET, 0);
        if (end_offset == 0)
            end_offset = offset;
    }
    return add_syntax_marks(out, text, skip, length, offset, end_offset);
}

static bool add_syntax_error(struct StringBuilder *out, Value exception)
{
    struct Interpreter *vm = out->vm;
    Value filename = exception_field(exception, SYNTAX_ERROR_FILENAME), line = exception_field(exception, SYNTAX_ERROR_LINE);
    Value message = exception_field(exception, SYNTAX_ERROR_MESSAGE), title = EMPTY, text;
    bool ok = true;
    if (!is_none(line)) {
        text = is_none(filename) ? string_from_format(vm, "  File \"<string>\", line %V\n", line)
                                 : string_from_format(vm, "  File \"%V\", line %V\n", filename, line);
        ok = !is_empty(text) && builder_add_string(out, text);
        release_maybe(vm, text);
    }
    ok = ok && add_syntax_source(out, exception) && !is_empty(title = class_title(vm, value_object(exception)->type));
    if (!ok)
        return false;
    bool has_message = !is_none(message) && (!is_string(vm, message) || string_length(message) > 0);
    text = has_message ? string_from_format(vm, "%V: %V", title, message)
                       : string_from_format(vm, "%V: <no detail available>", title);
    ok = !is_empty(text) && builder_add_string(out, text);
    release_maybe(vm, text);
    release(vm, title);
    if (ok && is_none(line) && !is_none(filename)) {
        text = string_from_format(vm, " (%V)", filename);
        ok = !is_empty(text) && builder_add_string(out, text);
        release_maybe(vm, text);
    }
    return ok && builder_add_char(out, '\n');
}

/* ---- Notes */

static bool emit_notes(struct Printer *printer, Value exception)
{
    struct Interpreter *vm = printer->vm;
    Value notes = object_lookup_attribute(vm, exception, NAME(vm, __notes__));
    if (is_empty(notes) || is_absent(notes) || is_none(notes)) {
        error_clear(vm);
        return true;
    }
    bool ok = true;
    if (is_list(vm, notes) || is_tuple(vm, notes)) {
        for (size_t i = 0; ok && i < sequence_fast_length(notes, vm); i++) {
            Value note = retain(sequence_fast_items(notes, vm)[i]);
            Value text = safe_text(vm, note, "note", false);
            release(vm, note);
            ok = !is_empty(text) && emit(printer, string_from_format(vm, "%V\n", text), '|');
            release_maybe(vm, text);
        }
    } else {
        Value text = safe_text(vm, notes, "__notes__", true);
        ok = !is_empty(text) && emit(printer, string_from_format(vm, "%V\n", text), '|');
        release_maybe(vm, text);
    }
    release(vm, notes);
    return ok;
}

static bool emit_exception_only(struct Printer *printer, Value exception)
{
    struct Interpreter *vm = printer->vm;
    if (!matches_type(vm, exception, TYPE_SyntaxError))
        return emit(printer, last_line(vm, exception), '|') && emit_notes(printer, exception);
    struct StringBuilder out;
    builder_open(&out, vm);
    if (!add_syntax_error(&out, exception)) {
        builder_abandon(&out);
        return false;
    }
    return emit(printer, builder_finish(&out), '|') && emit_notes(printer, exception);
}

/* ---- Groups */

static bool emit_chain(struct Printer *printer, Value exception);

static bool add_rule(struct Printer *printer, bool first, const char *title)
{
    char rule[80];
    if (title == NULL)
        snprintf(rule, sizeof rule, "+------------------------------------\n");
    else
        snprintf(rule, sizeof rule, "%s+---------------- %s ----------------\n", first ? "+-" : "  ", title);
    return builder_add_repeat(&printer->out, ' ', (size_t)printer->group_depth * 2) &&
           builder_add_cstring(&printer->out, rule);
}

static bool emit_members(struct Printer *printer, Value members)
{
    size_t count = tuple_length(members), shown = count <= GROUP_WIDTH ? count : GROUP_WIDTH + 1;
    printer->need_close = false;
    for (size_t i = 0; i < shown; i++) {
        bool last = i + 1 == shown, cut = i >= GROUP_WIDTH;
        char title[24];
        if (last)
            printer->need_close = true;
        snprintf(title, sizeof title, cut ? "..." : "%zu", i + 1);
        if (!add_rule(printer, i == 0, title))
            return false;
        printer->group_depth++;
        bool ok = cut ? emit(printer, string_from_format(printer->vm, "and %zu more exception%s\n", count - GROUP_WIDTH,
                                                         count - GROUP_WIDTH > 1 ? "s" : ""), '|')
                      : emit_chain(printer, as_tuple(members)->items[i]);
        if (ok && last && printer->need_close) {
            ok = add_rule(printer, false, NULL);
            printer->need_close = false;
        }
        printer->group_depth--;
        if (!ok)
            return false;
    }
    return true;
}

static bool emit_group(struct Printer *printer, Value exception)
{
    if (printer->group_depth > GROUP_DEPTH)
        return emit_cstring(printer, "... (max_group_depth is 10)\n", '|');
    bool top = printer->group_depth == 0;
    if (top)
        printer->group_depth = 1;
    bool ok = emit_traceback(printer, as_exception(exception)->traceback,
                             "Exception Group Traceback (most recent call last):\n", top ? '+' : '|') &&
              emit_exception_only(printer, exception) &&
              emit_members(printer, exception_field(exception, GROUP_EXCEPTIONS));
    if (top)
        printer->group_depth = 0;
    return ok;
}

/* ---- The chain */

static bool was_seen(struct Printer *printer, Value exception)
{
    for (size_t i = 0; i < as_list(printer->seen)->length; i++)
        if (value_same(as_list(printer->seen)->items[i], exception))
            return true;
    return false;
}

/* What is printed before this exception: its cause, or its context; EMPTY: nothing. */
static Value predecessor(struct Printer *printer, Value exception, const char **message)
{
    const struct Exception *e = as_exception(exception);
    *message = NULL;
    if (!is_empty(e->cause)) {
        *message = "\nThe above exception was the direct cause of the following exception:\n\n";
        return was_seen(printer, e->cause) ? EMPTY : e->cause;
    }
    if (is_empty(e->context) || e->suppress_context || was_seen(printer, e->context))
        return EMPTY;
    *message = "\nDuring handling of the above exception, another exception occurred:\n\n";
    return e->context;
}

static bool emit_one(struct Printer *printer, Value exception)
{
    if (matches_type(printer->vm, exception, TYPE_BaseExceptionGroup))
        return emit_group(printer, exception);
    return emit_traceback(printer, as_exception(exception)->traceback, "Traceback (most recent call last):\n", '|') &&
           emit_exception_only(printer, exception);
}

/* Collects the chain first and prints from its end, so that its length costs no C stack. */
static bool emit_chain(struct Printer *printer, Value exception)
{
    struct Interpreter *vm = printer->vm;
    Value chain = list_new(vm, 0);
    bool ok = !is_empty(chain) && vm_enter_recursion(vm, "");
    const char *message;
    for (Value e = exception; ok && !is_empty(e); e = predecessor(printer, e, &message))
        ok = list_append(vm, printer->seen, retain(e)) && list_append(vm, chain, retain(e));
    for (size_t i = ok ? as_list(chain)->length : 0; ok && i-- > 0;) {
        Value e = as_list(chain)->items[i];
        if (i + 1 < as_list(chain)->length) {
            message = is_empty(as_exception(e)->cause)
                          ? "\nDuring handling of the above exception, another exception occurred:\n\n"
                          : "\nThe above exception was the direct cause of the following exception:\n\n";
            ok = emit_cstring(printer, message, '|');
        }
        ok = ok && emit_one(printer, e);
    }
    release_maybe(vm, chain);
    return ok;
}

Value exception_text(struct Interpreter *vm, Value exception)
{
    struct Printer printer = {.vm = vm, .source = {.vm = vm}, .seen = list_new(vm, 0)};
    if (is_empty(printer.seen))
        return EMPTY;
    builder_open(&printer.out, vm);
    bool ok = emit_chain(&printer, exception);
    source_file_close(&printer.source);
    release(vm, printer.seen);
    if (ok)
        return builder_finish(&printer.out);
    builder_abandon(&printer.out);
    return EMPTY;
}

/* ---- To stderr */

/* Last resort, when neither text nor stream can be had. */
static void print_plainly(struct Interpreter *vm, Value exception)
{
    error_clear(vm);
    fprintf(stderr, "%s\n", type_name(value_object(exception)->type));
}

bool print_exception(struct Interpreter *vm, Value exception)
{
    Value text = exception_text(vm, exception);
    if (is_empty(text)) {
        print_plainly(vm, exception);
        return true;
    }
    Value stream = sys_get(vm, NAME(vm, stderr));
    bool ok = true;
    if (is_empty(stream) || is_absent(stream)) {
        struct Utf8View view;
        if (utf8_view(vm, text, &view)) {
            fwrite(view.text, 1, view.length, stderr);
            utf8_release(vm, &view);
        }
        error_clear(vm);
    } else if (!is_none(stream)) {
        retain(stream);
        ok = stream_write_string(vm, stream, text);
        release(vm, stream);
    }
    release(vm, text);
    return ok;
}

static void write_or_drop(struct Interpreter *vm, STEALS Value text)
{
    Value stream = sys_get(vm, NAME(vm, stderr));
    if (!is_empty(text) && !is_empty(stream) && !is_absent(stream) && !is_none(stream)) {
        retain(stream);
        if (!stream_write_string(vm, stream, text))
            error_clear(vm);
        release(vm, stream);
    }
    release_maybe(vm, text);
    error_clear(vm);
}

/* CPython prints these from C, where there is less to be had; the colon comes even before an empty message. */
static Value unraisable_text(struct Interpreter *vm, Value exception)
{
    struct Printer printer = {.vm = vm, .source = {.vm = vm}, .bare = true};
    builder_open(&printer.out, vm);
    Value title = class_title(vm, value_object(exception)->type);
    Value message = is_empty(title) ? EMPTY : safe_text(vm, exception, "exception", false);
    bool ok = !is_empty(message) &&
              emit_traceback(&printer, as_exception(exception)->traceback, "Traceback (most recent call last):\n", '|') &&
              emit(&printer, string_from_format(vm, "%V: %V\n", title, message), '|');
    source_file_close(&printer.source);
    release_maybe(vm, title);
    release_maybe(vm, message);
    if (ok)
        return builder_finish(&printer.out);
    builder_abandon(&printer.out);
    return EMPTY;
}

void print_unraisable(struct Interpreter *vm, Value exception, const char *message, Value where)
{
    if (is_empty(where))
        write_or_drop(vm, message == NULL ? EMPTY : string_from_format(vm, "%s:\n", message));
    else {
        Value text = safe_text(vm, where, "object", true);
        write_or_drop(vm, is_empty(text) ? EMPTY
                                         : string_from_format(vm, "%s: %V\n",
                                                              message == NULL ? "Exception ignored in" : message, text));
        release_maybe(vm, text);
    }
    Value text = unraisable_text(vm, exception);
    if (is_empty(text))
        print_plainly(vm, exception);
    else
        write_or_drop(vm, text);
}
