/*
 * The oracles: holders against counts, and what is left at the end.
 *
 * heap_verify() walks heap and roots without ever reading a count, adds up
 * who holds what, and then compares.  It is for tests and debugging: it uses
 * memory of its own outside the books and takes time in proportion to the heap.
 */
#ifndef VIV_GC_VERIFY_H
#define VIV_GC_VERIFY_H

#include <stdio.h>

#include "gc/heap.h"

/*
 * True when every count is right.  exact: a count equals the holders found; otherwise a count may be higher (C code
 * in the middle of something holds references the walk cannot see).  Differences are written to report.
 */
bool heap_verify(struct Interpreter *vm, FILE *report, bool exact);

/* Writes a line for every live object that is not immortal (type, number, count); returns how many there are.  Where
 * allocations are made to fail, a last line tells how many were requested and how many failed. */
size_t heap_report_live(struct Interpreter *vm, FILE *report);

#endif
