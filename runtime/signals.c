/*
 * From the C handler of a signal to its Python handler.
 *
 * A C handler may only set flags, and gets no argument of ours: `signal_receiver` is
 * the one interpreter that notes signals.  vm->signal_handlers is a list by
 * number (None: none of ours) once the module signal was imported; before,
 * only SIGINT is watched.
 */
#include "runtime/signals.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

static struct Interpreter *signal_receiver;
static volatile sig_atomic_t signal_noted[SIGNAL_COUNT];

static void note_signal(int number)
{
    int before = errno;
    signal_noted[number] = 1;
    signal_receiver->interrupted = 1;
    signal_receiver->attention = 1;
    if (signal_receiver->wakeup_descriptor > 0) {
        unsigned char byte = (unsigned char)number;
        ssize_t written = write(signal_receiver->wakeup_descriptor - 1, &byte, 1);
        (void)written; /* a full pipe wakes its reader as well */
    }
    errno = before;
}

bool signals_watch(int number)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_signal; /* no SA_RESTART: a blocked call returns, so that the handler runs soon */
    return sigaction(number, &action, NULL) == 0;
}

void signals_open(struct Interpreter *vm)
{
    struct sigaction before;
    signal_receiver = vm;
    if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN && !signals_watch(SIGINT))
        return;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static Value raise_keyboard_interrupt(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return raise_value(vm, retain(value_from_object(builtin_type(vm, TYPE_KeyboardInterrupt))));
}

const struct NativeMethod default_interrupt_handler[] = {
    FUNCTION("default_int_handler", raise_keyboard_interrupt, 2, 2, "signalnum, frame, /",
             "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt."),
    METHODS_END,
};

static Value call_handler(struct Interpreter *vm, int number)
{
    if (is_empty(vm->signal_handlers))
        return raise_value(vm, retain(value_from_object(builtin_type(vm, TYPE_KeyboardInterrupt))));
    Value handler = retain(as_list(vm->signal_handlers)->items[number]);
    Value frame = is_none(handler) ? VALUE_NONE : vm->callbacks.frame_object(vm, 0);
    Value result = is_none(handler)  ? VALUE_NONE
                   : is_empty(frame) ? EMPTY
                                     : object_call_2(vm, handler, value_from_small_int(number), frame);
    release_maybe(vm, frame);
    release(vm, handler);
    return result;
}

bool signals_handle(struct Interpreter *vm)
{
    vm->interrupted = 0;
    for (int number = 1; number < SIGNAL_COUNT; number++) {
        if (!signal_noted[number])
            continue;
        signal_noted[number] = 0;
        Value result = call_handler(vm, number);
        if (is_empty(result)) {
            vm->interrupted = 1; /* others may be waiting behind the one that raised */
            vm->attention = 1;
            return false;
        }
        release(vm, result);
    }
    return true;
}
