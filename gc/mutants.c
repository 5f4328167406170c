/*
 * Mutants: releases left out or doubled, to see whether the oracles notice.
 *
 * In a build with VIV_MUTANTS every release in the sources asks here.  Two
 * variables of the environment say what is wanted:
 *
 *   VIV_MUTANT=FILE:LINE:TIMES   the releases of that line happen TIMES times
 *   VIV_MUTANT_SITES=PATH        at the end, append "FILE:LINE" of every line
 *                                that released a mortal object
 *
 * Other builds contain none of this.
 */
#include "gc/heap.h"

#ifdef VIV_MUTANTS
#undef release
#undef object_release

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "gc/private.h"
#include "gc/verify.h"

enum { SITE_LIMIT = 8192 };

struct Site {
    const char *file;
    int line;
};

struct Mutants {
    char file[256];
    int line, times;
    struct Site sites[SITE_LIMIT];
};

static struct Interpreter **the_interpreter(void)
{
    static struct Interpreter *vm; /* for the signal handler */
    return &vm;
}

static void write_sites(struct Mutants *mutants, const char *path)
{
    FILE *stream = fopen(path, "a");
    for (size_t i = 0; stream != NULL && i < SITE_LIMIT; i++) {
        if (mutants->sites[i].file != NULL)
            fprintf(stream, "%s:%d\n", mutants->sites[i].file, mutants->sites[i].line);
    }
    if (stream != NULL)
        fclose(stream);
}

/* A mutant often dies of a dead object's NULL type: the oracle says which object that was. */
static void on_fault(int signal)
{
    struct Interpreter *vm = *the_interpreter();
    if (vm != NULL)
        heap_verify(vm, stderr, false);
    _exit(128 + signal);
}

void mutants_open(struct Interpreter *vm)
{
    *the_interpreter() = vm;
    signal(SIGSEGV, on_fault);
    signal(SIGBUS, on_fault);
    struct Mutants *mutants = calloc(1, sizeof *mutants);
    const char *wanted = getenv("VIV_MUTANT");
    if (wanted != NULL)
        sscanf(wanted, "%255[^:]:%d:%d", mutants->file, &mutants->line, &mutants->times);
    heap_of(vm)->mutants = mutants;
}

void mutants_close(struct Interpreter *vm)
{
    const char *path = getenv("VIV_MUTANT_SITES");
    if (path != NULL)
        write_sites(heap_of(vm)->mutants, path);
    free(heap_of(vm)->mutants);
}

static void note_site(struct Mutants *mutants, const char *file, int line)
{
    size_t slot = ((uintptr_t)file / 8 + (size_t)line * 31) % SITE_LIMIT;
    while (mutants->sites[slot].file != NULL) {
        if (mutants->sites[slot].file == file && mutants->sites[slot].line == line)
            return;
        slot = (slot + 1) % SITE_LIMIT;
    }
    mutants->sites[slot] = (struct Site){file, line};
}

int mutant_releases(struct Interpreter *vm, const void *object, const char *file, int line)
{
    struct Mutants *mutants = heap_of(vm)->mutants;
    if (mutants == NULL || object_is_immortal(object))
        return 1;
    if (line == mutants->line && strcmp(file, mutants->file) == 0)
        return mutants->times;
    if (mutants->file[0] == 0)
        note_site(mutants, file, line);
    return 1;
}
#endif
