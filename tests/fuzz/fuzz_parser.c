/*
 * libFuzzer target: any bytes, in any mode, with or without failing memory,
 * are parsed or refused, and give back every byte.
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -I. -Ibuild/generated … -lunistring
 *
 * The first byte of the input chooses the mode, the second which allocation fails.
 */
#include <stdlib.h>

#include "parser/parser.h"
#include "parser/scope.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2) {
        return 0;
    }
    static const int options[] = {PARSE_DECODED, PARSE_FROM_FILE, 0, PARSE_DECODED | PARSE_ALLOW_TOP_LEVEL_AWAIT};
    struct Memory memory;
    memory_open(&memory, 0);
    if (data[1] >= 128) {
        memory.fail_at = data[1] - 127u;
        memory.fail_from_then_on = data[1] % 2 != 0;
    }
    struct ParseResult result;
    bool ok = parse_source(&memory, (const char *)data + 2, size - 2, "fuzz.py", (enum ParseMode)(data[0] % 3),
                           options[data[0] / 3 % 4], &result);
    if (ok) {
        ok = scopes_build(&result);
    }
    if (ok != (result.failure.kind == FAILURE_NONE)) {
        abort();
    }
    parse_close(&result);
    if (memory.in_use != 0) {
        abort();
    }
    return 0;
}
