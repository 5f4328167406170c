/*
 * libFuzzer target: any bytes, in any mode, with or without failing memory,
 * are parsed or refused, and give back every byte.
 *
 * The last byte of an input chooses the mode, the one before it which
 * allocation fails: a script is an input as it stands.
 */
#include <stdlib.h>

#include "parser/parser.h"
#include "parser/scope.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    static const int options[] = {PARSE_DECODED, PARSE_FROM_FILE, 0, PARSE_DECODED | PARSE_ALLOW_TOP_LEVEL_AWAIT};
    unsigned mode = data[size - 1] == '\n' ? 0 : data[size - 1], failing = data[size - 2];
    struct Memory memory;
    memory_open(&memory, 0);
    if (failing >= 128) {
        memory.fail_at = failing - 127u;
        memory.fail_from_then_on = failing % 2 != 0;
    }
    struct ParseResult result;
    bool ok = parse_source(&memory, (const char *)data, size - 1, "fuzz.py", (enum ParseMode)(mode % 3),
                           options[mode / 3 % 4], &result);
    if (ok)
        ok = scopes_build(&result);
    if (ok != (result.failure.kind == FAILURE_NONE))
        abort();
    parse_close(&result);
    if (memory.in_use != 0)
        abort();
    return 0;
}
