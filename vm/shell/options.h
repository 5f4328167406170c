/* The command line: CPython's, and what Vivarium adds. */
#ifndef VIV_SHELL_OPTIONS_H
#define VIV_SHELL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum RunMode { RUN_STDIN, RUN_FILE, RUN_COMMAND, RUN_MODULE, RUN_TOKENS, RUN_AST, RUN_DISASSEMBLY, RUN_TUTORIAL };

/* What parsing the command line may end with besides running something. */
enum OptionsOutcome { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_BAD };

struct Options {
    enum RunMode mode;
    const char *program;     /* argv[0] */
    const char *target;      /* file, command or module */
    char **arguments;        /* sys.argv from index 1 on */
    char **original_arguments; /* sys.orig_argv */
    int original_count;
    int argument_count;
    int optimize;            /* -O, -OO */
    const char *search_path; /* PYTHONPATH; NULL: none */
    bool inspect, quiet, verbose, unbuffered, isolated, ignore_environment, safe_path, skip_first_line;
    bool check_heap;         /* --check-heap */
    bool oracle, stress;     /* -X oracle, -X gcstress */
    bool narrate;            /* --narrate */
    size_t memory_limit;     /* --max-memory, bytes */
    uint64_t step_limit;     /* --max-steps */
    uint64_t fail_allocation;/* --fail-allocation N or N+ */
    bool fail_from_then_on;
    const char **x_options;  /* -X, for sys._xoptions; points into argv */
    int x_option_count;
    const char **warning_options; /* PYTHONWARNINGS, then -W */
    int warning_option_count;
    char *environment_warnings;   /* a copy, cut into pieces */
};

/* Prints help, version or what is wrong itself. The lists in options are freed by options_close. */
enum OptionsOutcome options_parse(struct Options *options, int count, char **arguments);
void options_close(struct Options *options);

#endif
