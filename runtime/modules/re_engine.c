/*
 * Matching with PCRE2.
 *
 * A pattern has up to one program for each kind of subject and each mode
 * (search, match, fullmatch: the anchors are part of the program, because
 * PCRE2's native code knows no others).  The second use, or a long subject,
 * compiles it to native code.
 *
 * Hostile patterns: a program runs with a limit of steps.  When that is
 * reached, which takes some tenths of a second, the match begins again with a
 * guarded program, which calls us at every item: there Ctrl-C and --max-steps
 * are heard.  Memory comes from gc/memory, but for native code and its stack,
 * which is bounded; when it is too small, PCRE2's interpreter takes over, on
 * the heap.
 *
 * Nothing in a match runs Python code, so programs need not be re-entrant.
 */
#include "runtime/modules/re_engine.h"

#include <string.h>

#include "runtime/error.h"
#include "runtime/signals.h"
#include "runtime/string.h"

enum { ENGINE_NO_MEMORY = 100000 };

/* ---- What the libraries call -------------------------------------------- */

/* PCRE2 frees without telling the size: it stands in front of the block. */
union BlockHeader {
    size_t size;
    max_align_t alignment;
};

void *regex_allocate(size_t size, void *context)
{
    struct Interpreter *vm = context;
    union BlockHeader *header = memory_allocate(&vm->heap.memory, MEMORY_BYTES, size + sizeof *header);
    if (!header)
        return NULL;
    header->size = size + sizeof *header;
    return header + 1;
}

void regex_free(void *block, void *context)
{
    struct Interpreter *vm = context;
    if (!block)
        return;
    union BlockHeader *header = (union BlockHeader *)block - 1;
    memory_free(&vm->heap.memory, MEMORY_BYTES, header, header->size);
}

int regex_stack_guard(uint32_t depth, void *context)
{
    struct Interpreter *vm = context;
    (void)depth;
    return (char *)__builtin_frame_address(0) <= vm->c_stack_limit;
}

bool regex_tick(struct RegexWatch *watch)
{
    struct Interpreter *vm = watch->vm;
    if (vm->interrupted)
        return false;
    if (vm->steps_left > 1)
        vm->steps_left--;
    return vm->steps_left != 1;
}

#define WIDTH 8
#define UNIT uint8_t
#define INDEX 0
#include "runtime/modules/re_engine_width.h"
#define WIDTH 16
#define UNIT uint16_t
#define INDEX 1
#include "runtime/modules/re_engine_width.h"
#define WIDTH 32
#define UNIT uint32_t
#define INDEX 2
#include "runtime/modules/re_engine_width.h"

static const struct RegexLibrary *const libraries[REGEX_KIND_COUNT] = {&library_8, &library_8, &library_16,
                                                                       &library_32};

/* ---- Programs ----------------------------------------------------------- */

static struct RegexState *engine_state(struct Interpreter *vm, const struct RegexLibrary *library)
{
    if (!vm->regex) {
        vm->regex = heap_allocate(vm, MEMORY_BYTES, sizeof *vm->regex);
        if (!vm->regex)
            return NULL;
        *vm->regex = (struct RegexState){0};
    }
    if (library->open(vm, vm->regex))
        return vm->regex;
    raise_memory_error(vm);
    return NULL;
}

void regex_close(struct Interpreter *vm)
{
    if (!vm->regex)
        return;
    library_8.close(vm->regex);
    library_16.close(vm->regex);
    library_32.close(vm->regex);
    heap_free(vm, MEMORY_BYTES, vm->regex, sizeof *vm->regex);
    vm->regex = NULL;
}

static bool write_program(struct Interpreter *vm, const struct Pattern *pattern, enum RegexKind kind,
                          enum RegexMode mode, struct RegexText *text)
{
    struct RegexParsed parsed;
    uint32_t flags = pattern->flags;
    if (!pattern->is_bytes && !(flags & RE_ASCII))
        flags &= ~(uint32_t)RE_UNICODE; /* it may be there by default, and an inline (?a) would clash with it */
    regex_text_add_cstring(text, mode == REGEX_SEARCH ? "(?:" : "\\G(?:");
    if (!regex_parse(vm, pattern->source, flags, kind, false, text, &parsed))
        return false;
    regex_text_add_cstring(text, mode == REGEX_FULLMATCH ? ")\\z" : ")");
    if (pattern->last_is_dynamic)
        regex_text_add_format(text, "(?C%d)", CALLOUT_AT_END);
    return !text->failed;
}

static void raise_compile_error(struct Interpreter *vm, const struct RegexLibrary *library,
                                const struct Pattern *pattern, int error)
{
    char message[200];
    if (error == ENGINE_NO_MEMORY) /* raised already */
        return;
    if (error == PCRE2_ERROR_HEAP_FAILED) {
        raise_memory_error(vm);
    } else if (error == PCRE2_ERROR_PARENTHESES_STACK_CHECK || error == PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP) {
        raise_error(vm, TYPE_RecursionError, "maximum recursion depth exceeded");
    } else {
        library->message(error, message, sizeof message);
        regex_raise(vm, string_from_format(vm, "%s is not supported by viv yet", message), pattern->source, 0);
    }
}

/*
 * PCRE2 10.42 makes iterators possessive too eagerly before an atomic group, a possessive one or a lookaround that
 * begins with something optional: "\W+(?>x?) ".  Patterns that have these do without.
 */
static bool must_not_possess(const struct RegexText *text)
{
    for (size_t i = 0; i + 2 < text->length; i++) {
        const char *at = text->data + i;
        if ((at[0] == '(' && at[1] == '?' && strchr(">=!<", at[2])) ||
            (at[0] == ')' && strchr("?*+", at[1]) && at[2] == '+') || (at[0] == '}' && at[1] == '+'))
            return true;
    }
    return false;
}

/* Compiles code or guarded: 1 done, 0 too large for this library, -1 raised. */
static int compile_program(struct Interpreter *vm, const struct Pattern *pattern, enum RegexKind kind,
                           enum RegexMode mode, bool guarded, struct RegexProgram *program)
{
    const struct RegexLibrary *library = libraries[kind];
    struct RegexText text = {.vm = vm};
    uint32_t options = PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_UTF;
    if (kind != REGEX_OCTETS && !(pattern->flags & RE_ASCII))
        options |= PCRE2_UCP;
    if (guarded)
        options |= PCRE2_AUTO_CALLOUT;
    bool written = write_program(vm, pattern, kind, mode, &text);
    if (written && must_not_possess(&text))
        options |= PCRE2_NO_AUTO_POSSESS;
    int error = written ? library->compile(vm->regex, &text, options, guarded ? &program->guarded : &program->code)
                        : ENGINE_NO_MEMORY;
    regex_text_close(&text);
    if (error == PCRE2_ERROR_PATTERN_TOO_LARGE && kind != REGEX_UCS4)
        return 0;
    if (error)
        raise_compile_error(vm, library, pattern, error);
    return error ? -1 : 1;
}

static void program_free(struct Interpreter *vm, const struct RegexLibrary *library, struct RegexProgram *program)
{
    library->free(program);
    heap_free(vm, MEMORY_BYTES, program, sizeof *program);
}

void regex_programs_close(struct Interpreter *vm, struct Pattern *pattern)
{
    for (int kind = 0; kind < REGEX_KIND_COUNT; kind++)
        for (int mode = 0; mode < REGEX_MODE_COUNT; mode++)
            if (pattern->programs[kind][mode])
                program_free(vm, libraries[kind], pattern->programs[kind][mode]);
}

/* 1 made, 0 too large for this library, -1 raised. */
static int make_program(struct Interpreter *vm, struct Pattern *pattern, enum RegexKind kind, enum RegexMode mode)
{
    const struct RegexLibrary *library = libraries[kind];
    struct RegexState *state = engine_state(vm, library);
    struct RegexProgram *program = state ? heap_allocate(vm, MEMORY_BYTES, sizeof *program) : NULL;
    if (!program)
        return -1;
    *program = (struct RegexProgram){0};
    int made = compile_program(vm, pattern, kind, mode, false, program);
    if (made > 0 && !library->prepare(state, program, pattern->groups)) {
        raise_memory_error(vm);
        made = -1;
    }
    if (made > 0)
        pattern->programs[kind][mode] = program;
    else
        program_free(vm, library, program);
    return made;
}

/* The program for this subject, which is widened if it must be; NULL: raised. */
static struct RegexProgram *find_program(struct Interpreter *vm, struct Pattern *pattern,
                                         struct RegexSubject *subject, enum RegexMode mode)
{
    if (subject->kind == REGEX_LATIN1 && pattern->octets_suffice)
        subject->kind = REGEX_OCTETS;
    if (!pattern->too_large && !pattern->programs[subject->kind][mode]) {
        int made = make_program(vm, pattern, subject->kind, mode);
        if (made < 0)
            return NULL;
        if (made == 0)
            pattern->too_large = true;
    }
    if (pattern->too_large && subject->kind != REGEX_UCS4 && !regex_subject_widen(vm, subject))
        return NULL;
    if (!pattern->programs[subject->kind][mode] && make_program(vm, pattern, subject->kind, mode) < 0)
        return NULL;
    return pattern->programs[subject->kind][mode];
}

/* ---- Matching ----------------------------------------------------------- */

enum { LONG_SUBJECT = 256, JIT_NESTING_LIMIT = 250 };

static void consider_jit(struct Pattern *pattern, const struct RegexLibrary *library, struct RegexProgram *program,
                         size_t length)
{
    if (program->tried_jit || (program->uses++ == 0 && length < LONG_SUBJECT))
        return;
    program->tried_jit = true;
    program->has_jit = pattern->depth < JIT_NESTING_LIMIT && !pattern->has_insensitive_references &&
                       library->compile_jit(program->code);
}

/* The match took long: again, with callouts. */
static int run_guarded(struct Interpreter *vm, struct Pattern *pattern, struct RegexProgram *program,
                       const struct RegexSubject *subject, enum RegexMode mode, size_t start, uint32_t options,
                       struct RegexWatch *watch, bool *raised)
{
    const struct RegexLibrary *library = libraries[subject->kind];
    if (!program->guarded) {
        int made = compile_program(vm, pattern, subject->kind, mode, true, program);
        if (made < 0) {
            *raised = true;
            return 0;
        }
        if (made > 0 && program->has_jit)
            library->compile_jit(program->guarded);
    }
    bool guarded = program->guarded != NULL;
    int result = library->run(vm->regex, program, guarded, program->has_jit, subject, start, options, watch);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT && library->grow_jit_stack(vm->regex, program))
        result = library->run(vm->regex, program, guarded, true, subject, start, options, watch);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT)
        result = library->run(vm->regex, program, guarded, false, subject, start, options, watch);
    return result;
}

static int raise_match_error(struct Interpreter *vm, const struct RegexLibrary *library, int error)
{
    char message[200];
    if (error == CALLOUT_STOP) {
        raise_error(vm, TYPE_RuntimeError, "step limit reached (--max-steps)");
    } else if (error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAPLIMIT) {
        raise_memory_error(vm);
    } else {
        library->message(error, message, sizeof message);
        raise_error(vm, TYPE_RuntimeError, "regular expression: %s", message);
    }
    return -1;
}

/* Among the groups that took part, the one that closes last in the pattern. */
static uint32_t last_closed(const struct Pattern *pattern, const size_t *offsets)
{
    uint32_t last = 0, rank = 0;
    for (uint32_t i = 1; i <= pattern->groups; i++) {
        if (offsets[2 * i] != SIZE_MAX && pattern->close_ranks[i] > rank) {
            last = i;
            rank = pattern->close_ranks[i];
        }
    }
    return last;
}

int regex_execute(struct Interpreter *vm, struct Pattern *pattern, struct RegexSubject *subject, enum RegexMode mode,
                  size_t start, bool must_advance, struct RegexSpans *spans)
{
    if (start > subject->end)
        return 0;
    struct RegexProgram *program = find_program(vm, pattern, subject, mode);
    if (!program)
        return -1;
    const struct RegexLibrary *library = libraries[subject->kind];
    struct RegexWatch watch = {.vm = vm};
    uint32_t options = must_advance ? PCRE2_NOTEMPTY_ATSTART : 0;
    bool raised = false;
    consider_jit(pattern, library, program, subject->end - start);
    int result = library->run(vm->regex, program, false, program->has_jit, subject, start, options, &watch);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT && library->grow_jit_stack(vm->regex, program))
        result = library->run(vm->regex, program, false, true, subject, start, options, &watch);
    if (result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_JIT_STACKLIMIT)
        result = run_guarded(vm, pattern, program, subject, mode, start, options, &watch, &raised);
    if (raised)
        return -1;
    if (result == PCRE2_ERROR_NOMATCH)
        return 0;
    if (result == CALLOUT_STOP && vm->interrupted)
        return signals_handle(vm) ? regex_execute(vm, pattern, subject, mode, start, must_advance, spans) : -1;
    if (result < 0)
        return raise_match_error(vm, library, result);
    spans->offsets = library->offsets(program);
    spans->last_index = pattern->last_is_dynamic ? watch.last_closed : last_closed(pattern, spans->offsets);
    return 1;
}
