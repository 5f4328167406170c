/*
 * The narrator: says after a run what happened in memory, in plain English:
 * which object a name came to hold, which line dropped whose last reference,
 * what a collection found.  Every word comes from the heap's events.
 */
#ifndef VIV_STEPPER_NARRATOR_H
#define VIV_STEPPER_NARRATOR_H

#include <stdio.h>

#include "runtime/interpreter.h"

struct Narrator;

/* Begins to watch the names of a module's namespace and the functions of its file. NULL: no memory. */
struct Narrator *narrator_open(struct Interpreter *vm, Value namespace, const char *filename);

/* The script has ended; what follows is the interpreter's tear-down. */
void narrator_script_ended(struct Narrator *narrator);

/* Stops watching (vm may be NULL: it is closed already), writes the story, and frees the narrator. */
void narrator_close(struct Narrator *narrator, struct Interpreter *vm, FILE *out);

#endif
