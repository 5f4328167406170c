/*
 * The prompt: reads statements line by line, runs each as soon as it is
 * complete, and shows what expressions evaluate to.  Whether more lines are
 * needed is the parser's answer, never a guess from the text.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/shell/shell.h"
#include "vm/shell/version.h"

/* The statement typed so far. */
struct Input {
    char *text;
    size_t length, capacity;
    size_t lines;
};

static bool input_add(struct Input *input, const char *line, size_t length)
{
    if (input->length + length + 1 > input->capacity) {
        size_t capacity = 2 * (input->length + length + 1);
        char *larger = realloc(input->text, capacity);
        if (larger == NULL)
            return false;
        input->text = larger;
        input->capacity = capacity;
    }
    memcpy(input->text + input->length, line, length);
    input->length += length;
    input->text[input->length] = '\0';
    input->lines++;
    return true;
}

static void input_clear(struct Input *input)
{
    input->length = input->lines = 0;
}

static void flush_output(struct Interpreter *vm)
{
    Value stream = sys_get(vm, NAME(vm, stdout));
    if (is_empty(stream) || is_absent(stream) || is_none(stream))
        return;
    retain(stream);
    Value result = object_call_method(vm, NAME(vm, flush), &stream, 1);
    if (is_empty(result))
        error_clear(vm);
    else
        release(vm, result);
    release(vm, stream);
}

/* sys.ps1 or sys.ps2 if the script set one. */
static void show_prompt(struct Interpreter *vm, const char *name, const char *otherwise)
{
    flush_output(vm);
    Value key = string_intern_cstring(vm, name);
    Value prompt = is_empty(key) ? EMPTY : dict_get(vm, vm->sys_dict, key);
    release_maybe(vm, key);
    struct Utf8View view;
    if (!is_empty(prompt) && !is_absent(prompt)) {
        Value text = object_str(vm, prompt);
        if (!is_empty(text) && utf8_view(vm, text, &view)) {
            fputs(view.text, stderr);
            utf8_release(vm, &view);
        }
        release_maybe(vm, text);
        error_clear(vm);
    } else
        fputs(otherwise, stderr);
    release_maybe(vm, prompt);
    fflush(stderr);
}

static bool is_blank(const struct Input *input)
{
    return strspn(input->text, " \t\f\r\n") == input->length;
}

/*
 * Tracebacks quote a function's text after the prompt has gone on: every input
 * has a file name object of its own, by which its text is found.
 */
static void remember_input(struct Interpreter *vm, const struct Input *input, Value name)
{
    if (is_empty(vm->inputs))
        vm->inputs = list_new(vm, 0);
    Value text = is_empty(vm->inputs) ? EMPTY
                                      : string_decode(vm, (const uint8_t *)input->text, input->length, "utf-8", "replace");
    Value entry = is_empty(text) ? EMPTY : tuple_pack(vm, (size_t)2, name, text);
    if (is_empty(entry) || !list_append(vm, vm->inputs, entry))
        error_clear(vm); /* tracebacks do without */
    release_maybe(vm, text);
}

/* 1: ran or failed for good, 0: more lines are needed. Exceptions are printed here; *status: exit was asked for. */
static int try_run(struct Interpreter *vm, const struct Input *input, Value namespace, int *status)
{
    Value name = string_from_cstring(vm, "<stdin>"), code = EMPTY, result = EMPTY;
    if (!is_empty(name))
        code = vm->callbacks.compile(vm, input->text, input->length, name, EVAL_INTERACTIVE,
                                     COMPILE_RUNS_ONCE | COMPILE_INCOMPLETE_INPUT);
    if (!is_empty(code))
        remember_input(vm, input, name);
    release_maybe(vm, name);
    if (is_empty(code) && error_matches(vm, TYPE_IncompleteInputError)) {
        error_clear(vm);
        return 0;
    }
    if (!is_empty(code))
        result = vm->callbacks.run_code(vm, code, namespace, EMPTY, EMPTY);
    release_maybe(vm, code);
    if (!is_empty(result)) {
        release(vm, result);
        return 1;
    }
    bool interrupted, leave = error_matches(vm, TYPE_SystemExit);
    flush_output(vm);
    int exit_status = report_pending(vm, &interrupted);
    if (leave)
        *status = exit_status;
    return 1;
}

/* The end of input completes an open block. */
static void run_rest(struct Interpreter *vm, struct Input *input, Value namespace, int *status)
{
    if (input->length > 0 && !is_blank(input) && input_add(input, "\n", 1) &&
        try_run(vm, input, namespace, status) == 0) {
        /* Compiled as it stands, the incomplete statement reports its own error. */
        if (!run_source(vm, input->text, input->length, "<stdin>", EVAL_INTERACTIVE, 0, namespace)) {
            bool interrupted;
            report_pending(vm, &interrupted);
        }
    }
}

int prompt_run(struct Interpreter *vm, const struct Options *options, Value namespace)
{
    struct Input input = {0};
    char *line = NULL;
    size_t capacity = 0;
    int status = -1;
    if (!options->quiet && options->target == NULL)
        fprintf(stderr, "Vivarium %s (Python %s)\n", VIV_VERSION, VIV_PYTHON_VERSION);
    while (status < 0) {
        show_prompt(vm, input.length == 0 ? "ps1" : "ps2", input.length == 0 ? ">>> " : "... ");
        ssize_t length = getline(&line, &capacity, stdin);
        if (vm->interrupted) {
            vm->interrupted = 0;
            clearerr(stdin);
            fputs("\nKeyboardInterrupt\n", stderr);
            input_clear(&input);
            continue;
        }
        if (length < 0)
            break;
        if (!input_add(&input, line, (size_t)length))
            break;
        if (is_blank(&input) || try_run(vm, &input, namespace, &status) != 0)
            input_clear(&input);
    }
    if (status < 0) {
        run_rest(vm, &input, namespace, &status);
        fputs("\n", stderr);
    }
    flush_output(vm);
    free(input.text);
    free(line);
    return status < 0 ? 0 : status;
}
