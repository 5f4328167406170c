/*
 * Prints the tree of each file named, with positions: scripts/compare-ast's half of the comparison.
 * Between two trees stands a line with a form feed; a file that does not parse gives "SyntaxError: …".
 */
#include <stdio.h>
#include <stdlib.h>

#include "parser/dump.h"
#include "parser/parser.h"

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    size_t capacity = 1 << 16, got;
    char *text = malloc(capacity);
    *length = 0;
    while (text != NULL && (got = fread(text + *length, 1, capacity - *length, file)) > 0) {
        *length += got;
        if (*length == capacity) {
            text = realloc(text, capacity *= 2);
        }
    }
    fclose(file);
    return text;
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        size_t length;
        char *text = read_file(paths[i], &length);
        if (text == NULL) {
            return 1;
        }
        struct Memory memory;
        memory_open(&memory, 0);
        struct ParseResult result;
        if (!parse_source(&memory, text, length, paths[i], PARSE_FILE, PARSE_FROM_FILE, &result)) {
            printf("SyntaxError: %s\n", result.failure.message);
        } else if (!ast_dump(stdout, &memory, result.module, 1, true)) {
            printf("too deep\n");
        }
        parse_close(&result);
        free(text);
        puts("\f");
    }
    return 0;
}
