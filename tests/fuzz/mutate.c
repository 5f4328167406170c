/*
 * Mutations for scripts: lines are doubled, dropped, moved, swapped and
 * indented, words are exchanged for others of the same script or of the list
 * below, numbers for interesting ones.  Every fourth mutation is libFuzzer's.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/harness.h"

enum { MAXIMUM_LINES = 400, MAXIMUM_SIZE = 8192 };

struct Lines {
    const uint8_t *start[MAXIMUM_LINES];
    size_t length[MAXIMUM_LINES]; /* the newline included */
    size_t count;
};

static const char *const words[] = {
    "None", "True", "False", "...", "()", "[]", "{}", "''", "b''", "0", "1", "-1", "2**63", "1e308", "float('nan')", "1j",
    "lambda *a, **k: (a, k)", "yield", "yield from", "await", "async", "return", "break", "continue", "pass", "raise",
    "del", "global", "nonlocal", "import gc; gc.collect()", "import", "from", "for x in", "while", "if", "else", "elif",
    "try", "except", "except*", "finally", "with", "as", "class", "def", "match", "case", "_", "assert", "not", "in", "is",
    "and", "or", "==", "<", ">=", "+", "-", "*", "**", "//", "%", "@", "<<", "|", "&", "^", "~", ":=", "=", "+=", "*=",
    "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "self", "super()", "type", "object", "int", "str", "list", "dict",
    "set", "tuple", "bytes", "bytearray", "memoryview", "iter", "next", "map", "filter", "zip", "reversed", "sorted",
    "sum", "max", "min", "len", "repr", "hash", "id", "vars", "dir", "getattr", "setattr", "delattr", "isinstance", "exec",
    "eval", "compile", "globals()", "locals()", "range(3)", "slice(None)", "enumerate", "__init__", "__new__", "__del__",
    "__getattr__", "__getattribute__", "__setattr__", "__get__", "__set__", "__call__", "__iter__", "__next__", "__eq__",
    "__hash__", "__lt__", "__bool__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__enter__",
    "__exit__", "__class__", "__dict__", "__slots__", "__bases__", "__mro__", "__add__", "__radd__", "__iadd__",
    "__index__", "__str__", "__repr__", "__format__", "__missing__", "__set_name__", "__init_subclass__", "__prepare__",
    "__instancecheck__", "__subclasscheck__", "__reduce__", "__weakref__", "__code__", "__closure__", "__defaults__",
    "__traceback__", "__context__", "__cause__", "append", "pop", "extend", "insert", "remove", "clear", "sort", "update",
    "setdefault", "popitem", "keys", "values", "items", "copy", "join", "split", "replace", "format", "encode", "decode",
    "send", "throw", "close", "gi_frame", "f_locals", "f_back", "tb_next", "with_traceback", "add_note", "weakref", "gc",
    "sys", "Exception", "BaseException", "ExceptionGroup", "StopIteration", "GeneratorExit", "KeyError", "property",
    "classmethod", "staticmethod", "f'{x!r:>{5}}'", "'%s' % ", "[x for x in", "{**a}", "*a,", "\xc3\xa9", "\\N{DIGIT ONE}",
};

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void split(const uint8_t *data, size_t size, struct Lines *lines)
{
    lines->count = 0;
    while (size > 0 && lines->count < MAXIMUM_LINES) {
        const uint8_t *newline = memchr(data, '\n', size);
        size_t length = newline == NULL || lines->count == MAXIMUM_LINES - 1 ? size : (size_t)(newline - data) + 1;
        lines->start[lines->count] = data;
        lines->length[lines->count++] = length;
        data += length;
        size -= length;
    }
}

static size_t splice(uint8_t *data, size_t size, size_t max_size, size_t at, size_t removed, const void *text, size_t length)
{
    if (size - removed + length > max_size)
        return size;
    uint8_t tail[MAXIMUM_SIZE];
    size_t rest = size - at - removed;
    memcpy(tail, data + at + removed, rest);
    memcpy(data + at, text, length);
    memcpy(data + at + length, tail, rest);
    return at + length + rest;
}

/* The word that covers or follows a place. */
static size_t find_word(const uint8_t *data, size_t size, size_t *at)
{
    while (*at < size && !(isalnum(data[*at]) || data[*at] == '_'))
        ++*at;
    while (*at > 0 && (isalnum(data[*at - 1]) || data[*at - 1] == '_'))
        --*at;
    size_t end = *at;
    while (end < size && (isalnum(data[end]) || data[end] == '_'))
        end++;
    return end - *at;
}

static size_t mutate_word(uint8_t *data, size_t size, size_t max_size, unsigned *state)
{
    size_t at = next_random(state) % size, length = find_word(data, size, &at);
    unsigned choice = next_random(state) % 4;
    if (choice == 0)
        return splice(data, size, max_size, at, length, "", 0);
    if (choice == 1) { /* another word of this script */
        size_t other = next_random(state) % size, other_length = find_word(data, size, &other);
        uint8_t word[64];
        if (other_length == 0 || other_length > sizeof word)
            return size;
        memcpy(word, data + other, other_length);
        return splice(data, size, max_size, at, length, word, other_length);
    }
    const char *word = words[next_random(state) % (sizeof words / sizeof words[0])];
    return splice(data, size, max_size, at, choice == 2 ? length : 0, word, strlen(word));
}

static size_t mutate_line(uint8_t *data, size_t size, size_t max_size, unsigned *state)
{
    struct Lines lines;
    split(data, size, &lines);
    size_t i = next_random(state) % lines.count, j = next_random(state) % lines.count;
    size_t from = (size_t)(lines.start[i] - data), to = (size_t)(lines.start[j] - data);
    uint8_t line[MAXIMUM_SIZE];
    memcpy(line, data + from, lines.length[i]);
    switch (next_random(state) % 5) {
    case 0: /* double it elsewhere */
        return splice(data, size, max_size, to, 0, line, lines.length[i]);
    case 1: /* drop it */
        return splice(data, size, max_size, from, lines.length[i], "", 0);
    case 2: /* in place of another */
        return splice(data, size, max_size, to, lines.length[j], line, lines.length[i]);
    case 3:
        return splice(data, size, max_size, from, 0, "    ", 4);
    default:
        return lines.length[i] > 4 && memcmp(line, "    ", 4) == 0 ? splice(data, size, max_size, from, 4, "", 0) : size;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    unsigned state = seed;
    if (size == 0 || size > MAXIMUM_SIZE || max_size > MAXIMUM_SIZE || next_random(&state) % 4 == 0)
        return LLVMFuzzerMutate(data, size, max_size);
    for (unsigned n = 1 + next_random(&state) % 3; n > 0 && size > 0; n--)
        size = next_random(&state) % 2 == 0 ? mutate_word(data, size, max_size, &state)
                                            : mutate_line(data, size, max_size, &state);
    return size == 0 ? LLVMFuzzerMutate(data, size, max_size) : size;
}

/* Lines of b, from a random one on, in the middle of a. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size, uint8_t *out,
                                 size_t max_size, unsigned seed)
{
    unsigned state = seed;
    if (a_size == 0 || b_size == 0 || a_size > max_size || max_size > MAXIMUM_SIZE)
        return 0;
    struct Lines mine, other;
    split(a, a_size, &mine);
    split(b, b_size, &other);
    memcpy(out, a, a_size);
    size_t at = (size_t)(mine.start[next_random(&state) % mine.count] - a);
    size_t first = next_random(&state) % other.count, count = 1 + next_random(&state) % 12;
    size_t length = 0;
    for (size_t i = first; i < other.count && i < first + count; i++)
        length += other.length[i];
    return splice(out, a_size, max_size, at, 0, other.start[first], length);
}
