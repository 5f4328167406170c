/*
 * What the libFuzzer targets share: an interpreter for each input that is
 * shut in (no files, no clock to sleep by, limits on memory and steps) and
 * must leave an empty heap, and the mutations that keep a script a script.
 */
#ifndef VIV_TESTS_FUZZ_HARNESS_H
#define VIV_TESTS_FUZZ_HARNESS_H

#include "runtime/interpreter.h"

enum { FUZZ_MEMORY = 48 * 1024 * 1024, FUZZ_STEPS = 20000 };

/* An interpreter with its layers wired together; failing: as --fail-allocation, 0 for none. */
struct Interpreter *harness_open(uint64_t failing);

/* Drops what is pending, closes the interpreter, and aborts if anything is still alive. */
void harness_close(struct Interpreter *vm);

/* A pending exception was reported iff a call failed; aborts otherwise. */
void harness_expect(struct Interpreter *vm, bool ok);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size, uint8_t *out,
                                 size_t max_size, unsigned seed);

#endif
