/* Text of code that came from no file: -c and the prompt register it (runtime/modules/traceback.c). */
#ifndef VIV_RUNTIME_SOURCE_H
#define VIV_RUNTIME_SOURCE_H

#include "runtime/interpreter.h"

/* By file name: what the prompt registered for this very string, else what stands under an equal one. ABSENT: nothing. */
BORROWED Value source_registered(struct Interpreter *vm, Value filename);

#endif
