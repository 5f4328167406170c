/*
 * Signals: a C handler notes them, the next safe point calls the Python
 * handlers.  SIGINT has one from the start; the others get theirs from the
 * module signal.
 */
#ifndef VIV_RUNTIME_SIGNALS_H
#define VIV_RUNTIME_SIGNALS_H

#include "runtime/interpreter.h"

enum { SIGNAL_COUNT = 65 };

/* Takes over SIGINT (unless the parent had it ignored) and ignores SIGPIPE and SIGXFSZ. */
void signals_open(struct Interpreter *vm);

/* Calls the handlers of what was noted; to be asked when vm->interrupted, also after EINTR. false: one raised. */
MUST_USE bool signals_handle(struct Interpreter *vm);

/* Has the C handler note this signal; false with errno set. */
MUST_USE bool signals_watch(int number);

/* The Python handler of SIGINT as long as nobody set another: raises KeyboardInterrupt. */
extern const struct NativeMethod default_interrupt_handler[];

#endif
