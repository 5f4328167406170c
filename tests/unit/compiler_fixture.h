/*
 * An interpreter to compile and run with, and ways to look at code objects:
 * by the names of their instructions, by a nested object's name.
 */
#ifndef VIV_TEST_COMPILER_FIXTURE_H
#define VIV_TEST_COMPILER_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/bytecode/effect.h"
#include "vm/compiler/compiler.h"
#include "vm/shell/shell.h"

static struct Interpreter *test_open(void)
{
    struct InterpreterOptions options = {.random_hash = false};
    struct Interpreter *vm = interpreter_open(&options, interpreter_type_specs);
    ck_assert_ptr_nonnull(vm);
    return vm;
}

static void test_close(struct Interpreter *vm)
{
    ck_assert(!error_pending(vm));
    ck_assert_msg(interpreter_close(vm), "something is left on the heap");
}

/* The code object, verified. */
static Value test_compile(struct Interpreter *vm, const char *source, enum EvalMode mode, unsigned flags)
{
    Value filename = string_from_cstring(vm, "test.py");
    if (is_empty(filename))
        return EMPTY;
    Value code = compile_source(vm, source, strlen(source), filename, mode, flags);
    release(vm, filename);
    return code;
}

static void test_verify_all(struct Interpreter *vm, Value code)
{
    char finding[200];
    const char *problem = code_verify(vm, code, finding, sizeof finding);
    ck_assert_msg(!problem, "%s", finding);
    Value constants = as_code(code)->constants;
    for (size_t i = 0; i < tuple_length(constants); i++)
        if (object_has_type(vm, as_tuple(constants)->items[i], TYPE_code))
            test_verify_all(vm, as_tuple(constants)->items[i]);
}

/* The code object of that name among those nested in `code`, BORROWED; `code` itself for NULL. */
static Value test_find_code(struct Interpreter *vm, Value code, const char *name)
{
    if (!name || string_equals_cstring(as_code(code)->name, name))
        return code;
    Value constants = as_code(code)->constants;
    for (size_t i = 0; i < tuple_length(constants); i++) {
        Value v = as_tuple(constants)->items[i];
        if (!object_has_type(vm, v, TYPE_code))
            continue;
        Value found = test_find_code(vm, v, name);
        if (!is_empty(found))
            return found;
    }
    return EMPTY;
}

/* "RESUME LOAD_LOCAL …" */
static void test_opcodes(Value code, char *text, size_t size)
{
    size_t used = 0;
    text[0] = '\0';
    for (uint32_t word = 0; word < as_code(code)->word_count;) {
        enum Opcode opcode = instruction_opcode(as_code(code)->words[word]);
        used += (size_t)snprintf(text + used, size - used, "%s%s", used ? " " : "", opcode_table[opcode].name);
        ck_assert_uint_lt(used, size);
        word += opcode_width(opcode);
    }
}

static void test_expect_with(const char *source, const char *name, const char *expected, unsigned flags)
{
    struct Interpreter *vm = test_open();
    Value code = test_compile(vm, source, EVAL_FILE, flags);
    ck_assert_msg(!is_empty(code), "does not compile: %s", source);
    test_verify_all(vm, code);
    char text[4000];
    Value found = test_find_code(vm, code, name);
    ck_assert_msg(!is_empty(found), "no code object %s", name);
    test_opcodes(found, text, sizeof text);
    ck_assert_str_eq(text, expected);
    release(vm, code);
    test_close(vm);
}

static void test_expect(const char *source, const char *name, const char *expected)
{
    test_expect_with(source, name, expected, 0);
}

#endif
