/* `viv tokens|ast|dis FILE`: the stages between source text and running code, printed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/dump.h"
#include "parser/dump.h"
#include "parser/parser.h"
#include "runtime/object.h"
#include "runtime/string.h"
#include "vm/bytecode/code.h"
#include "vm/shell/shell.h"

static void print_failure(const struct SyntaxFailure *failure, const char *path)
{
    static const char *const names[] = {
        [FAILURE_SYNTAX] = "SyntaxError", [FAILURE_INDENTATION] = "IndentationError", [FAILURE_TAB] = "TabError",
        [FAILURE_INCOMPLETE] = "SyntaxError", [FAILURE_MEMORY] = "MemoryError", [FAILURE_RECURSION] = "RecursionError",
    };
    fprintf(stderr, "%s:%d:%d: %s: %s\n", path, failure->line, failure->offset, names[failure->kind], failure->message);
}

static int print_tree(struct Interpreter *vm, const char *path, const char *text, size_t length)
{
    struct ParseResult result;
    bool ok = parse_source(&heap_of(vm)->memory, text, length, path, PARSE_FILE, PARSE_FROM_FILE, &result);
    if (ok)
        ok = ast_dump(stdout, &heap_of(vm)->memory, result.module, 3, false);
    else
        print_failure(&result.failure, path);
    parse_close(&result);
    return ok ? 0 : 1;
}

static int print_tokens(struct Interpreter *vm, const char *path, const char *text, size_t length)
{
    struct Memory *memory = &heap_of(vm)->memory;
    struct SyntaxFailure failure = {0};
    struct Source source;
    if (!source_open(&source, memory, text, length, SOURCE_FILE, path, &failure)) {
        print_failure(&failure, path);
        source_close(&source);
        return 1;
    }
    struct Lexer lexer;
    lexer_open(&lexer, memory, &source, true);
    bool ok = lexer_run(&lexer);
    tokens_dump(stdout, &lexer);
    if (!ok)
        print_failure(&lexer.failure, path);
    lexer_close(&lexer);
    source_close(&source);
    return ok ? 0 : 1;
}

static int print_bytecode(struct Interpreter *vm, const char *path, const char *text, size_t length)
{
    Value name = string_from_cstring(vm, path), code = EMPTY, listing = EMPTY;
    struct Utf8View view;
    if (!is_empty(name))
        code = vm->callbacks.compile(vm, text, length, name, EVAL_FILE, COMPILE_FROM_FILE | COMPILE_RUNS_ONCE);
    if (!is_empty(code))
        listing = code_disassemble(vm, code);
    bool ok = !is_empty(listing) && utf8_view(vm, listing, &view);
    if (ok) {
        fwrite(view.text, 1, view.length, stdout);
        utf8_release(vm, &view);
    }
    release_maybe(vm, name);
    release_maybe(vm, code);
    release_maybe(vm, listing);
    bool interrupted;
    return ok ? 0 : report_pending(vm, &interrupted);
}

int print_stage(struct Interpreter *vm, enum RunMode mode, const char *path)
{
    size_t length;
    char *text = read_whole_file(strcmp(path, "-") == 0 ? NULL : path, &length);
    if (text == NULL) {
        fprintf(stderr, "viv: can't open file '%s': [Errno %d] %s\n", path, errno, strerror(errno));
        return 2;
    }
    int status = mode == RUN_TOKENS ? print_tokens(vm, path, text, length)
                 : mode == RUN_AST  ? print_tree(vm, path, text, length)
                                    : print_bytecode(vm, path, text, length);
    free(text);
    return status;
}
