/*
 * The program `viv`: opens an interpreter, wires the layers together, runs
 * what the command line names, and closes everything again in CPython's order
 * (atexit functions, streams, modules), so that a finished program leaves an
 * empty heap.
 */
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"
#include "runtime/system.h"
#include "runtime/warnings.h"
#include "vm/compiler/compiler.h"
#include "vm/machine/machine.h"
#include "vm/shell/frozen.h"
#include "vm/shell/print_exception.h"
#include "vm/shell/shell.h"
#include "vm/shell/traceback_source.h"
#include "vm/stepper/narrator.h"

/* ---- Opening */

static bool hash_seed(const struct Options *options, struct InterpreterOptions *result)
{
    const char *text = options->ignore_environment ? NULL : getenv("PYTHONHASHSEED");
    result->random_hash = text == NULL || *text == '\0' || strcmp(text, "random") == 0;
    if (result->random_hash)
        return true;
    char *end;
    unsigned long seed = strtoul(text, &end, 10);
    if (*end != '\0' || seed > 4294967295UL || !(*text >= '0' && *text <= '9')) {
        fputs("Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range "
              "[0; 4294967295]\nPython runtime state: preinitialized\n\n", stderr);
        return false;
    }
    result->hash_seed = seed;
    return true;
}

static struct Interpreter *open_interpreter(const struct Options *options)
{
    struct InterpreterOptions settings = {
        .memory_limit = options->memory_limit,
        .step_limit = options->step_limit,
        .fail_allocation = options->fail_allocation,
        .fail_from_then_on = options->fail_from_then_on,
        .flags = (options->optimize > 0 ? INTERPRETER_OPTIMIZE : 0u) |
                 (options->optimize > 1 ? INTERPRETER_OPTIMIZE_MORE : 0u) |
                 (options->quiet ? INTERPRETER_QUIET : 0u) | (options->verbose ? INTERPRETER_VERBOSE : 0u) |
                 (options->inspect ? INTERPRETER_INSPECT : 0u) | (options->unbuffered ? INTERPRETER_UNBUFFERED : 0u) |
                 (options->oracle ? INTERPRETER_ORACLE : 0u),
    };
    if (!hash_seed(options, &settings))
        return NULL;
    struct Interpreter *vm = interpreter_open(&settings, interpreter_type_specs);
    if (vm == NULL)
        fputs("viv: out of memory\n", stderr);
    return vm;
}

static bool open_layers(struct Interpreter *vm, const struct Options *options)
{
    if (!machine_open(vm))
        return false;
    shell_install(vm);
    collector_set_stress(vm, options->stress);
    vm->attention |= options->oracle;
    return true;
}

/* sys.argv: the script's name as CPython writes it, then its arguments. */
static bool set_arguments(struct Interpreter *vm, const struct Options *options)
{
    const char *first = options->mode == RUN_FILE      ? options->target
                        : options->mode == RUN_COMMAND ? "-c"
                        : options->mode == RUN_MODULE  ? "-m"
                        : options->target != NULL      ? "-"
                                                       : "";
    return system_set_original_arguments(vm, options->original_arguments, options->original_count) &&
           system_set_arguments(vm, options->program, first, options->arguments, options->argument_count) &&
           system_set_options(vm, options->x_options, options->x_option_count, options->warning_options,
                              options->warning_option_count) &&
           append_search_path(vm, options->search_path);
}

/* ---- Running */

static bool wants_prompt(const struct Options *options)
{
    return options->target == NULL && (options->inspect || isatty(STDIN_FILENO));
}

static void start_narrator(struct Interpreter *vm, const struct Options *options, Value dict)
{
    char path[2 * PATH_MAX];
    absolute_path(options->mode == RUN_FILE ? options->target : "<string>", path, sizeof path);
    if (narrator_open(vm, dict, options->mode == RUN_FILE ? path : "<string>") == NULL)
        fputs("viv: no memory for the narrator\n", stderr);
}

static int run_program(struct Interpreter *vm, const struct Options *options, bool *interrupted)
{
    int status = 0;
    Value main_module = main_module_new(vm);
    if (is_empty(main_module) || !set_arguments(vm, options) ||
        (options->warning_option_count > 0 && !warnings_prepare(vm))) {
        release_maybe(vm, main_module);
        return report_pending(vm, interrupted);
    }
    Value dict = retain(module_dict(main_module));
    release(vm, main_module);
    if (options->narrate)
        start_narrator(vm, options, dict);
    if (!wants_prompt(options) && !run_target(vm, options, dict, &status))
        status = report_pending(vm, interrupted);
    if (wants_prompt(options) || (options->inspect && options->target != NULL)) {
        *interrupted = false;
        status = prompt_run(vm, options, dict);
    }
    if (vm->narrator != NULL)
        narrator_script_ended(vm->narrator);
    release(vm, dict);
    return status;
}

static int run(struct Interpreter *vm, const struct Options *options, bool *interrupted)
{
    int status;
    if (options->mode == RUN_TOKENS || options->mode == RUN_AST || options->mode == RUN_DISASSEMBLY)
        status = print_stage(vm, options->mode, options->target);
    else
        status = run_program(vm, options, interrupted);
    system_run_exit_functions(vm);
    if (!file_flush_all(vm))
        status = 120; /* CPython's status when stdout cannot be written at exit */
    return status;
}

/* ---- Closing */

static bool close_interpreter(struct Interpreter *vm, const struct Options *options)
{
    vm->exit_report = options->check_heap ? stderr : NULL;
    return interpreter_close(vm);
}

/* An uncaught Ctrl-C ends the process by the signal itself, so that a calling shell sees it. */
static void die_by_interrupt(void)
{
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
}

int main(int argc, char **argv)
{
    struct Options options;
    enum OptionsOutcome outcome = options_parse(&options, argc, argv);
    options.original_arguments = argv;
    options.original_count = argc;
    if (outcome != OPTIONS_RUN) {
        options_close(&options);
        return outcome == OPTIONS_BAD ? 2 : 0;
    }
    struct Interpreter *vm = open_interpreter(&options);
    bool interrupted = false;
    int status = 1;
    if (vm != NULL) {
        signals_open(vm);
        if (open_layers(vm, &options))
            status = run(vm, &options, &interrupted);
        else
            fputs("viv: out of memory\n", stderr);
        struct Narrator *narrator = vm->narrator;
        if (!close_interpreter(vm, &options) && options.check_heap)
            status = 3;
        if (narrator != NULL)
            narrator_close(narrator, NULL, stdout);
    }
    options_close(&options);
    if (interrupted)
        die_by_interrupt();
    return status;
}
