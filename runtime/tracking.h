/* Which of our containers CPython's collector would know, and as how many objects: the weigh functions of types. */
#ifndef VIV_RUNTIME_TRACKING_H
#define VIV_RUNTIME_TRACKING_H

#include "runtime/interpreter.h"

/* gc.is_tracked: tuples and dicts of nothing but atoms are not. */
bool value_is_tracked(struct Interpreter *vm, Value v);

/* 1 for what value_is_tracked says is tracked, else 0: tuple, dict. */
size_t tracked_weight(struct Interpreter *vm, struct Object *object);

/* 0: CPython keeps no such object in its lists (range, code). */
size_t no_weight(struct Interpreter *vm, struct Object *object);

/* For types whose instances have attributes: counts the dict that CPython would have made. */
size_t attributed_weight(struct Interpreter *vm, struct Object *object);

#endif
