/*
 * The interpreter that the libFuzzer targets run inputs in.
 *
 * Each input gets an interpreter of its own, so that nothing survives from one
 * to the next.  The linker's --wrap turns the calls that reach outside into
 * refusals while an input runs: libFuzzer itself may still use files.
 */
#include "tests/fuzz/harness.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "vm/machine/machine.h"
#include "vm/shell/shell.h"

static bool inside; /* an input is running */

/* libFuzzer writes what it found while the input still counts as running. */
static bool is_refused(const char *path)
{
    return inside && strstr(path, ".findings/") == NULL;
}

/* ---- Refusals */

const struct ModuleSpec *__real_module_spec_find(const char *name);
const struct ModuleSpec *__wrap_module_spec_find(const char *name);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);

const struct ModuleSpec *__wrap_module_spec_find(const char *name)
{
    static const char *const outside[] = {"posix", "os", "time", "signal", "_posixsubprocess", "select", "fcntl"};
    for (size_t i = 0; inside && i < sizeof outside / sizeof outside[0]; i++)
        if (strcmp(name, outside[i]) == 0)
            return NULL;
    return __real_module_spec_find(name);
}

int __wrap_open(const char *path, int flags, ...)
{
    if (is_refused(path)) {
        errno = EACCES;
        return -1;
    }
    va_list arguments;
    va_start(arguments, flags);
    int mode = va_arg(arguments, int);
    va_end(arguments);
    return __real_open(path, flags, mode);
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    if (is_refused(path)) {
        errno = EACCES;
        return NULL;
    }
    return __real_fopen(path, mode);
}

/* ---- The interpreter */

/* What would wait for somebody, or close the fuzzer's own files. */
static bool take_away_builtins(struct Interpreter *vm)
{
    static const char *const names[] = {"open", "input", "breakpoint"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!dict_set_cstring(vm, vm->builtins, names[i], VALUE_NONE))
            return false;
    return true;
}

struct Interpreter *harness_open(uint64_t failing)
{
    struct InterpreterOptions options = {
        .memory_limit = FUZZ_MEMORY,
        .step_limit = FUZZ_STEPS,
        .fail_allocation = failing,
    };
    struct Interpreter *vm = interpreter_open(&options, interpreter_type_specs);
    if (vm == NULL)
        abort();
    inside = true;
    shell_install(vm);
    if (!machine_open(vm) || !take_away_builtins(vm))
        error_clear(vm);
    vm->attention = 1;
    return vm;
}

void harness_expect(struct Interpreter *vm, bool ok)
{
    if (ok != is_empty(vm->pending))
        abort();
}

void harness_close(struct Interpreter *vm)
{
    error_clear(vm);
    vm->exit_report = stderr;
    if (!interpreter_close(vm))
        abort();
    inside = false;
}
