/*
 * The shell: the program around the interpreter.  It parses the command line,
 * opens an interpreter and wires its layers together, runs what was asked for
 * and turns the outcome into an exit status.
 */
#ifndef VIV_SHELL_SHELL_H
#define VIV_SHELL_SHELL_H

#include "runtime/interpreter.h"
#include "vm/shell/options.h"

extern const struct TypeSpec *const interpreter_type_specs[TYPE_COUNT];

/* The callbacks through which the layers below reach compiler and shell. */
void shell_install(struct Interpreter *vm);

/* A whole file (or stdin for NULL) in a malloc'd buffer, NUL behind it; NULL with errno set. */
char *read_whole_file(const char *path, size_t *length);

/* The path from the root, as CPython makes it: nothing is resolved. */
void absolute_path(const char *path, char *buffer, size_t size);
/* sys.path gets the folders of a PYTHONPATH (NULL: none), made absolute. */
MUST_USE bool append_search_path(struct Interpreter *vm, const char *folders);

/* The __main__ module, registered in sys.modules: OWNED, EMPTY with an error pending. */
OWNED MUST_USE Value main_module_new(struct Interpreter *vm);

/* Runs what options ask for in __main__.  false: an exception is pending. */
MUST_USE bool run_target(struct Interpreter *vm, const struct Options *options, Value main_dict, int *status);

/* Reads statements from stdin and runs them in namespace until end of file. */
int prompt_run(struct Interpreter *vm, const struct Options *options, Value namespace);

/* Prints the pending exception (through sys.excepthook) and gives the exit status it stands for: SystemExit's code,
 * else 1; *interrupted is set for KeyboardInterrupt. */
int report_pending(struct Interpreter *vm, bool *interrupted);

/* `viv tokens|ast|dis FILE`: the exit status. */
int print_stage(struct Interpreter *vm, enum RunMode mode, const char *path);

/* Compiles and runs text in __main__'s namespace; the result is dropped. false: an exception is pending. */
MUST_USE bool run_source(struct Interpreter *vm, const char *source, size_t length, const char *filename,
                         enum EvalMode mode, unsigned flags, Value namespace);

#endif
