/*
 * Reading the command line as CPython reads its own: short options may be
 * joined, -c and -m take the rest of their word or the next one and end the
 * list, the first other word is the script and everything behind it belongs
 * to the script.
 */
#include "vm/shell/options.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vm/shell/version.h"

static const char help_text[] =
    "Options:\n"
    "-B     : accepted; there are no .pyc files\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-E     : ignore PYTHON* environment variables (such as PYTHONPATH)\n"
    "-h     : print this help message and exit (also -? or --help)\n"
    "-i     : inspect interactively after running script; forces a prompt even\n"
    "         if stdin does not appear to be a terminal; also PYTHONINSPECT=x\n"
    "-I     : isolate from the user's environment (implies -E, -P and -s)\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-O     : remove assert and __debug__-dependent statements\n"
    "-OO    : do -O changes and also discard docstrings\n"
    "-P     : don't prepend a potentially unsafe path to sys.path\n"
    "-q     : don't print version on interactive startup\n"
    "-s -S  : accepted; there is no site module\n"
    "-u     : force the stdout and stderr streams to be unbuffered\n"
    "-v     : verbose (trace import statements)\n"
    "-V     : print the version number and exit (also --version)\n"
    "-W arg : warning control; arg is action:message:category:module:lineno\n"
    "-x     : skip first line of source, allowing use of non-Unix forms of #!cmd\n"
    "-X opt : set implementation-specific option:\n"
    "           oracle    check at every safe point that counts equal the holders found (debug builds)\n"
    "           gcstress  collect at every safe point after an allocation\n"
    "--check-heap            : fail, with a list, when the finished program left objects on the heap\n"
    "--max-memory SIZE       : MemoryError beyond SIZE bytes (suffixes K, M, G)\n"
    "--max-steps N           : stop after N calls and loop iterations\n"
    "--fail-allocation N[+]  : fail the Nth allocation (and all later ones)\n"
    "--narrate               : after each line say what was freed, when, by which line, with what count\n"
    "\n"
    "Commands:\n"
    "tokens FILE : print the tokens of FILE\n"
    "ast FILE    : print the syntax tree of FILE\n"
    "dis FILE    : print the bytecode of FILE\n"
    "             (a script of that name is reached as ./tokens, ./ast, ./dis)\n"
    "\n"
    "Arguments:\n"
    "file   : program read from script file\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n";

static void print_usage(FILE *stream, const struct Options *options)
{
    fprintf(stream, "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n", options->program);
}

static enum OptionsOutcome bad_usage(const struct Options *options)
{
    print_usage(stderr, options);
    fprintf(stderr, "Try `viv -h' for more information.\n");
    return OPTIONS_BAD;
}

/* SIZE with an optional K, M or G. */
static bool parse_size(const char *text, size_t *size)
{
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    int shift = 0;
    if (*end != '\0') {
        switch (toupper((unsigned char)*end)) {
        case 'K': shift = 10; break;
        case 'M': shift = 20; break;
        case 'G': shift = 30; break;
        default: return false;
        }
        end++;
    }
    *size = (size_t)number << shift;
    return errno == 0 && isdigit((unsigned char)*text) && *end == '\0' && *size >> shift == number;
}

/* The cursor over the words of the command line. */
struct Words {
    char **words;
    int count, next;
};

static const char *next_word(struct Words *words)
{
    return words->next < words->count ? words->words[words->next++] : NULL;
}

static enum OptionsOutcome long_option(struct Options *options, struct Words *words, const char *option)
{
    size_t number = 0;
    if (strcmp(option, "--help") == 0) {
        print_usage(stdout, options);
        fputs(help_text, stdout);
        return OPTIONS_DONE;
    }
    if (strcmp(option, "--version") == 0) {
        puts("Python " VIV_PYTHON_VERSION " (Vivarium " VIV_VERSION ")");
        return OPTIONS_DONE;
    }
    if (strcmp(option, "--check-heap") == 0)
        return options->check_heap = true, OPTIONS_RUN;
    if (strcmp(option, "--narrate") == 0)
        return options->narrate = true, OPTIONS_RUN;
    const char *equals = strchr(option, '=');
    size_t name_length = equals != NULL ? (size_t)(equals - option) : strlen(option);
    bool memory = name_length == strlen("--max-memory") && strncmp(option, "--max-memory", name_length) == 0;
    bool steps = name_length == strlen("--max-steps") && strncmp(option, "--max-steps", name_length) == 0;
    bool fail = name_length == strlen("--fail-allocation") && strncmp(option, "--fail-allocation", name_length) == 0;
    if (!memory && !steps && !fail) {
        fprintf(stderr, "unknown option %s\n", option);
        return bad_usage(options);
    }
    const char *argument = equals != NULL ? equals + 1 : next_word(words);
    char *copy = argument == NULL ? NULL : strdup(argument);
    if (copy != NULL && fail && *copy != '\0' && copy[strlen(copy) - 1] == '+') {
        options->fail_from_then_on = true;
        copy[strlen(copy) - 1] = '\0';
    }
    bool ok = copy != NULL && parse_size(copy, &number) && number > 0;
    free(copy);
    if (!ok) {
        fprintf(stderr, "Argument expected for the %.*s option\n", (int)name_length, option);
        return bad_usage(options);
    }
    if (memory)
        options->memory_limit = number;
    else if (steps)
        options->step_limit = number;
    else
        options->fail_allocation = number;
    return OPTIONS_RUN;
}

static void implementation_option(struct Options *options, const char *option)
{
    options->x_options[options->x_option_count++] = option;
    if (strcmp(option, "oracle") == 0)
        options->oracle = true;
    else if (strcmp(option, "gcstress") == 0)
        options->stress = true;
}

/* One letter of a word of short options; *rest is what follows it in the word. */
static enum OptionsOutcome short_option(struct Options *options, struct Words *words, char letter, const char **rest)
{
    static const char with_argument[] = "cmWX";
    if (strchr(with_argument, letter) != NULL) {
        const char *argument = **rest != '\0' ? *rest : next_word(words);
        *rest = "";
        if (argument == NULL) {
            fprintf(stderr, "Argument expected for the -%c option\n", letter);
            return bad_usage(options);
        }
        if (letter == 'c' || letter == 'm') {
            options->mode = letter == 'c' ? RUN_COMMAND : RUN_MODULE;
            options->target = argument;
        } else if (letter == 'X')
            implementation_option(options, argument);
        else
            options->warning_options[options->warning_option_count++] = argument;
        return OPTIONS_RUN;
    }
    switch (letter) {
    case 'b': case 'B': case 'd': case 's': case 'S': case 'R': break;
    case 'E': options->ignore_environment = true; break;
    case 'I': options->isolated = options->ignore_environment = options->safe_path = true; break;
    case 'P': options->safe_path = true; break;
    case 'i': options->inspect = true; break;
    case 'O': options->optimize++; break;
    case 'q': options->quiet = true; break;
    case 'u': options->unbuffered = true; break;
    case 'v': options->verbose = true; break;
    case 'x': options->skip_first_line = true; break;
    case 'V': return long_option(options, words, "--version");
    case 'h': case '?': return long_option(options, words, "--help");
    default:
        fprintf(stderr, "Unknown option: -%c\n", letter);
        return bad_usage(options);
    }
    return OPTIONS_RUN;
}

static enum OptionsOutcome option_word(struct Options *options, struct Words *words, const char *word)
{
    if (word[1] == '-')
        return long_option(options, words, word);
    for (const char *rest = word + 1; *rest != '\0';) {
        char letter = *rest++;
        enum OptionsOutcome outcome = short_option(options, words, letter, &rest);
        if (outcome != OPTIONS_RUN || options->target != NULL)
            return outcome;
    }
    return OPTIONS_RUN;
}

/* Options separated by commas come before those of the command line, which so win. */
static bool prepend_warnings(struct Options *options, const char *text)
{
    size_t count = 1, own = (size_t)options->warning_option_count;
    for (const char *c = text; *c != '\0'; c++)
        count += *c == ',';
    const char **all = calloc(count + own + 1, sizeof *all);
    char *copy = strdup(text), *position = NULL;
    if (all == NULL || copy == NULL) {
        free(all);
        free(copy);
        return false;
    }
    size_t used = 0;
    for (char *piece = strtok_r(copy, ",", &position); piece != NULL; piece = strtok_r(NULL, ",", &position))
        all[used++] = piece;
    memcpy(all + used, options->warning_options, own * sizeof *all);
    free(options->warning_options);
    options->warning_options = all;
    options->warning_option_count = (int)(used + own);
    options->environment_warnings = copy;
    return true;
}

static void read_environment(struct Options *options)
{
    if (options->ignore_environment)
        return;
    const char *text = getenv("PYTHONINSPECT");
    options->inspect |= text != NULL && *text != '\0';
    text = getenv("PYTHONPATH");
    options->search_path = text != NULL && *text != '\0' ? text : NULL;
    text = getenv("PYTHONUNBUFFERED");
    options->unbuffered |= text != NULL && *text != '\0';
    text = getenv("PYTHONOPTIMIZE");
    if (text != NULL && *text != '\0' && options->optimize == 0)
        options->optimize = atoi(text) > 0 ? atoi(text) : 1;
    text = getenv("PYTHONWARNINGS");
    if (text != NULL && *text != '\0' && !prepend_warnings(options, text))
        fputs("viv: no memory for PYTHONWARNINGS\n", stderr);
}

/* The word that names a stage instead of a script. */
static bool is_command(const char *word, enum RunMode *mode)
{
    static const struct { const char *name; enum RunMode mode; } commands[] = {
        {"tokens", RUN_TOKENS}, {"ast", RUN_AST}, {"dis", RUN_DISASSEMBLY}, {"tutorial", RUN_TUTORIAL},
    };
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(word, commands[i].name) == 0) {
            *mode = commands[i].mode;
            return true;
        }
    return false;
}

static enum OptionsOutcome script_word(struct Options *options, struct Words *words, const char *word)
{
    enum RunMode mode;
    options->target = word;
    options->mode = RUN_FILE;
    if (is_command(word, &mode)) {
        options->mode = mode;
        options->target = next_word(words);
        if (options->target == NULL) {
            fprintf(stderr, "usage: %s %s FILE\n", options->program, word);
            return OPTIONS_BAD;
        }
    } else if (strcmp(word, "-") == 0)
        options->mode = RUN_STDIN;
    return OPTIONS_RUN;
}

enum OptionsOutcome options_parse(struct Options *options, int count, char **arguments)
{
    struct Words words = {arguments, count, 1};
    memset(options, 0, sizeof *options);
    options->program = count > 0 ? arguments[0] : "viv";
    options->x_options = calloc((size_t)count + 1, sizeof *options->x_options);
    options->warning_options = calloc((size_t)count + 1, sizeof *options->warning_options);
    if (options->x_options == NULL || options->warning_options == NULL) {
        fputs("viv: out of memory\n", stderr);
        return OPTIONS_BAD;
    }
    enum OptionsOutcome outcome = OPTIONS_RUN;
    while (outcome == OPTIONS_RUN && options->target == NULL && words.next < words.count) {
        const char *word = words.words[words.next++];
        if (strcmp(word, "--") == 0) {
            if (words.next < words.count)
                outcome = script_word(options, &words, words.words[words.next++]);
            break;
        }
        outcome = word[0] == '-' && word[1] != '\0' ? option_word(options, &words, word)
                                                    : script_word(options, &words, word);
    }
    options->arguments = arguments + words.next;
    options->argument_count = count - words.next;
    read_environment(options);
    return outcome;
}

void options_close(struct Options *options)
{
    free(options->x_options);
    free(options->warning_options);
    free(options->environment_warnings);
}
