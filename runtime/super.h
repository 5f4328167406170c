/* super() without making the object: what the machine's LOAD_SUPER_ATTRIBUTE uses. */
#ifndef VIV_RUNTIME_SUPER_H
#define VIV_RUNTIME_SUPER_H

#include "runtime/interpreter.h"

/* super(type, instance).name.  *unbound: the result is a function to be called with the instance first.
 * ABSENT: the super object itself is to be asked; EMPTY: raised. */
OWNED MUST_USE Value super_method(struct Interpreter *vm, Value type, Value instance, Value name, bool *unbound);

#endif
