/*
 * libFuzzer target: any bytes are compiled or refused with exactly one
 * exception; what is compiled passes the verifier and can be disassembled.
 *
 * The last byte of an input chooses mode and flags, the one before it which
 * allocation fails.
 */
#include <stdlib.h>

#include "runtime/error.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "tests/fuzz/harness.h"
#include "vm/bytecode/code.h"
#include "vm/compiler/compiler.h"

static void verify(struct Interpreter *vm, Value code)
{
    char buffer[400];
    const char *complaint = code_verify(vm, code, buffer, sizeof buffer);
    if (complaint != NULL) {
        fprintf(stderr, "verifier: %s\n", complaint);
        abort();
    }
    Value constants = as_code(code)->constants;
    for (size_t i = 0; i < tuple_length(constants); i++)
        if (object_has_type(vm, as_tuple(constants)->items[i], TYPE_code))
            verify(vm, as_tuple(constants)->items[i]);
}

static void compile(struct Interpreter *vm, const uint8_t *data, size_t size)
{
    static const unsigned flags[] = {COMPILE_RUNS_ONCE, COMPILE_FROM_FILE, COMPILE_TOP_LEVEL_AWAIT, COMPILE_OPTIMIZE_MORE,
                                     COMPILE_FROM_BYTES, COMPILE_INCOMPLETE_INPUT, COMPILE_FUTURE_ANNOTATIONS};
    unsigned choice = data[size - 1] == '\n' ? 0 : data[size - 1];
    Value filename = string_from_cstring(vm, "fuzz.py");
    if (is_empty(filename)) {
        harness_expect(vm, false);
        return;
    }
    Value code = compile_source(vm, (const char *)data, size - 1, filename, (enum EvalMode)(choice % 3),
                                flags[choice / 3 % (sizeof flags / sizeof flags[0])]);
    harness_expect(vm, !is_empty(code));
    release(vm, filename);
    if (is_empty(code))
        return;
    verify(vm, code);
    Value text = code_disassemble(vm, code);
    harness_expect(vm, !is_empty(text));
    release_maybe(vm, text);
    release(vm, code);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    unsigned failing = data[size - 2];
    struct Interpreter *vm = harness_open(failing >= 128 ? (failing - 127u) * 5 : 0);
    compile(vm, data, size);
    harness_close(vm);
    return 0;
}
