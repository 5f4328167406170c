/*
 * libFuzzer target: any script runs to an end, prints its exception if there
 * is one, and leaves an empty heap, under limits on memory and steps.
 *
 * The last byte of an input that is not a newline may ask for a collection at
 * every safe point or an allocation that fails.
 */
#include <stdlib.h>

#include "gc/collector.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/system.h"
#include "tests/fuzz/harness.h"
#include "vm/shell/print_exception.h"
#include "vm/shell/shell.h"

static void run(struct Interpreter *vm, const uint8_t *data, size_t size)
{
    Value module = main_module_new(vm);
    harness_expect(vm, !is_empty(module));
    if (is_empty(module))
        return;
    Value dict = retain(module_dict(module));
    release(vm, module);
    bool ok = run_source(vm, (const char *)data, size, "<string>", EVAL_FILE, COMPILE_RUNS_ONCE, dict);
    harness_expect(vm, ok);
    if (!ok) {
        Value exception = error_take(vm);
        if (!print_exception(vm, exception))
            error_clear(vm);
        release(vm, exception);
    }
    release(vm, dict);
    system_run_exit_functions(vm);
    file_flush_all(vm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    unsigned choice = data[size - 1];
    struct Interpreter *vm = harness_open(choice >= 0xc0 ? (choice - 0xbfu) * 37 : 0);
    if (choice >= 0x80 && choice < 0x90)
        collector_set_stress(vm, true);
    run(vm, data, choice >= 0x80 ? size - 1 : size);
    harness_close(vm);
    return 0;
}
