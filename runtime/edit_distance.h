/*
 * The distance of names, behind "Did you mean".
 */
#ifndef VIV_RUNTIME_EDIT_DISTANCE_H
#define VIV_RUNTIME_EDIT_DISTANCE_H

#include <stddef.h>

enum { EDIT_DISTANCE_LONGEST = 40, EDIT_COST = 2 };

/* Edit distance of two UTF-8 texts, or limit + 1 when it exceeds limit. */
size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit);

#endif
