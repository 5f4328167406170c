/*
 * The loop that runs while sys.settrace or sys.setprofile watch: the same
 * source as the plain one, with an event before each instruction.
 */
#define LOOP_WATCHED 1
#define LOOP_NAME machine_run_watched
#include "vm/machine/loop.c"
