/*
 * The module _signal: handlers, timers, sending.  The enumerations that users
 * see instead of plain numbers are runtime/lib/signal.py's.
 */
#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"

static bool signal_number(struct Interpreter *vm, Value v, int *number)
{
    int64_t n;
    if (!object_as_int64(vm, v, TYPE_OverflowError, &n))
        return false;
    if (n < 1 || n >= SIGNAL_COUNT) {
        raise_value_error(vm, "signal number out of range");
        return false;
    }
    *number = (int)n;
    return true;
}

/* SIG_DFL and SIG_IGN as numbers, the Python handler, or None for a handler that is not ours. */
static Value current_handler(struct Interpreter *vm, int number)
{
    struct sigaction action;
    Value own = as_list(vm->signal_handlers)->items[number];
    if (!is_none(own))
        return retain(own);
    if (sigaction(number, NULL, &action) != 0)
        return VALUE_NONE;
    return action.sa_handler == SIG_DFL   ? value_from_small_int(0)
           : action.sa_handler == SIG_IGN ? value_from_small_int(1)
                                          : VALUE_NONE;
}

static void set_own_handler(struct Interpreter *vm, int number, Value handler)
{
    struct List *list = as_list(vm->signal_handlers);
    slot_set(vm, list, &list->items[number], retain(handler));
}

static Value signal_getsignal(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int number;
    return signal_number(vm, args[0], &number) ? current_handler(vm, number) : EMPTY;
}

/* 0 or 1 for SIG_DFL and SIG_IGN, -1 for what can be called, -2 raised. */
static int handler_kind(struct Interpreter *vm, Value handler)
{
    if (object_is_callable(vm, handler))
        return -1;
    for (int kind = 0; kind <= 1; kind++) {
        int equal = object_equals(vm, handler, value_from_small_int(kind));
        if (equal != 0)
            return equal < 0 ? -2 : kind;
    }
    raise_type_error(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    return -2;
}

static Value signal_signal(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int number;
    if (!signal_number(vm, args[0], &number))
        return EMPTY;
    int kind = handler_kind(vm, args[1]);
    if (kind == -2 || (vm->interrupted && !signals_handle(vm)))
        return EMPTY;
    Value before = current_handler(vm, number);
    bool done = kind < 0 ? signals_watch(number) : signal(number, kind == 0 ? SIG_DFL : SIG_IGN) != SIG_ERR;
    if (!done) {
        release(vm, before);
        return raise_os_error(vm, errno, EMPTY);
    }
    set_own_handler(vm, number, kind < 0 ? args[1] : VALUE_NONE);
    return before;
}

static Value signal_raise(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t number;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &number))
        return EMPTY;
    if (number < 0 || number > INT32_MAX || raise((int)number) != 0)
        return raise_os_error(vm, EINVAL, EMPTY);
    return vm->interrupted && !signals_handle(vm) ? EMPTY : VALUE_NONE;
}

static Value signal_strsignal(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int number;
    if (!signal_number(vm, args[0], &number))
        return EMPTY;
    const char *text = sigdescr_np(number);
    return text == NULL ? VALUE_NONE : string_from_cstring(vm, text);
}

static Value signal_valid_signals(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    Value set = set_new(vm, TYPE_set);
    sigset_t all;
    sigfillset(&all);
    for (int i = 1; !is_empty(set) && i < SIGNAL_COUNT; i++) {
        if (sigismember(&all, i) == 1 && !set_add(vm, set, value_from_small_int(i))) {
            release(vm, set);
            return EMPTY;
        }
    }
    return set;
}

static Value signal_pause(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    pause();
    return vm->interrupted && !signals_handle(vm) ? EMPTY : VALUE_NONE;
}

static Value signal_siginterrupt(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int number, truth;
    if (!signal_number(vm, args[0], &number) || (truth = object_truth(vm, args[1])) < 0)
        return EMPTY;
    struct sigaction action;
    if (sigaction(number, NULL, &action) != 0)
        return raise_os_error(vm, errno, EMPTY);
    action.sa_flags = truth ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    return sigaction(number, &action, NULL) == 0 ? VALUE_NONE : raise_os_error(vm, errno, EMPTY);
}

/* ---- Waking a reader --------------------------------------------------- */

static Value signal_set_wakeup_fd(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t descriptor;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &descriptor))
        return EMPTY;
    if (descriptor != -1 && (descriptor < 0 || descriptor > INT32_MAX - 1))
        return raise_os_error(vm, EBADF, EMPTY);
    int before = vm->wakeup_descriptor - 1;
    vm->wakeup_descriptor = (int)descriptor + 1;
    return value_from_small_int(before);
}

/* ---- Timers ------------------------------------------------------------ */

static Value signal_alarm(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t seconds;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &seconds))
        return EMPTY;
    return int_new(vm, (int64_t)alarm((unsigned)seconds));
}

static double seconds_of(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec * 1e-6; }

static Value timer_pair(struct Interpreter *vm, const struct itimerval *timer)
{
    Value pair[2] = {float_new(vm, seconds_of(timer->it_value)), float_new(vm, seconds_of(timer->it_interval))};
    Value result = is_empty(pair[0]) || is_empty(pair[1]) ? EMPTY : tuple_new(vm, pair, 2);
    release_maybe(vm, pair[0]);
    release_maybe(vm, pair[1]);
    return result;
}

static bool read_interval(struct Interpreter *vm, Value v, struct timeval *time)
{
    double seconds;
    if (!object_as_double(vm, v, &seconds))
        return false;
    if (!(seconds >= 0) || seconds > 1e9) {
        raise_os_error(vm, EINVAL, EMPTY);
        return false;
    }
    time->tv_sec = (time_t)seconds;
    time->tv_usec = (suseconds_t)ceil((seconds - floor(seconds)) * 1e6);
    if (time->tv_usec == 1000000) {
        time->tv_sec++;
        time->tv_usec = 0;
    }
    return true;
}

static Value signal_setitimer(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t which;
    struct itimerval timer = {{0, 0}, {0, 0}}, before;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &which) || !read_interval(vm, args[1], &timer.it_value) ||
        (count > 2 && !read_interval(vm, args[2], &timer.it_interval)))
        return EMPTY;
    if (which < 0 || which > 2 || setitimer((__itimer_which_t)which, &timer, &before) != 0)
        return raise_os_error(vm, EINVAL, EMPTY);
    return timer_pair(vm, &before);
}

static Value signal_getitimer(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t which;
    struct itimerval timer;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &which))
        return EMPTY;
    if (which < 0 || which > 2 || getitimer((__itimer_which_t)which, &timer) != 0)
        return raise_os_error(vm, EINVAL, EMPTY);
    return timer_pair(vm, &timer);
}

/* ---- The module -------------------------------------------------------- */

static const struct {
    const char *name;
    int number;
} signal_numbers[] = {
    {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},       {"SIGQUIT", SIGQUIT},     {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},     {"SIGABRT", SIGABRT},     {"SIGIOT", SIGIOT},       {"SIGBUS", SIGBUS},
    {"SIGFPE", SIGFPE},       {"SIGKILL", SIGKILL},     {"SIGUSR1", SIGUSR1},     {"SIGSEGV", SIGSEGV},
    {"SIGUSR2", SIGUSR2},     {"SIGPIPE", SIGPIPE},     {"SIGALRM", SIGALRM},     {"SIGTERM", SIGTERM},
    {"SIGSTKFLT", SIGSTKFLT}, {"SIGCHLD", SIGCHLD},     {"SIGCLD", SIGCHLD},      {"SIGCONT", SIGCONT},
    {"SIGSTOP", SIGSTOP},     {"SIGTSTP", SIGTSTP},     {"SIGTTIN", SIGTTIN},     {"SIGTTOU", SIGTTOU},
    {"SIGURG", SIGURG},       {"SIGXCPU", SIGXCPU},     {"SIGXFSZ", SIGXFSZ},     {"SIGVTALRM", SIGVTALRM},
    {"SIGPROF", SIGPROF},     {"SIGWINCH", SIGWINCH},   {"SIGIO", SIGIO},         {"SIGPOLL", SIGPOLL},
    {"SIGPWR", SIGPWR},       {"SIGSYS", SIGSYS},       {"SIG_DFL", 0},           {"SIG_IGN", 1},
    {"NSIG", SIGNAL_COUNT},   {"ITIMER_REAL", 0},       {"ITIMER_VIRTUAL", 1},    {"ITIMER_PROF", 2},
};

static bool fill_numbers(struct Interpreter *vm, Value dict)
{
    for (size_t i = 0; i < sizeof signal_numbers / sizeof signal_numbers[0]; i++)
        if (!dict_set_cstring(vm, dict, signal_numbers[i].name, value_from_small_int(signal_numbers[i].number)))
            return false;
    return dict_set_cstring(vm, dict, "SIGRTMIN", value_from_small_int(SIGRTMIN)) &&
           dict_set_cstring(vm, dict, "SIGRTMAX", value_from_small_int(SIGRTMAX)) &&
           dict_set_cstring(vm, dict, "ItimerError", value_from_object(builtin_type(vm, TYPE_OSError)));
}

static bool signal_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    if (is_empty(vm->signal_handlers)) {
        Value handlers = list_new(vm, SIGNAL_COUNT);
        for (int i = 0; !is_empty(handlers) && i < SIGNAL_COUNT; i++) {
            if (!list_append(vm, handlers, VALUE_NONE)) {
                release(vm, handlers);
                return false;
            }
        }
        if (is_empty(handlers))
            return false;
        vm->signal_handlers = handlers;
    }
    Value interrupt = native_function_new(vm, default_interrupt_handler, EMPTY, EMPTY);
    if (is_empty(interrupt))
        return false;
    struct sigaction action;
    if (sigaction(SIGINT, NULL, &action) == 0 && action.sa_handler != SIG_IGN && action.sa_handler != SIG_DFL)
        set_own_handler(vm, SIGINT, interrupt);
    bool done = dict_set_cstring(vm, dict, "default_int_handler", interrupt) && fill_numbers(vm, dict);
    release(vm, interrupt);
    return done;
}

static const struct NativeMethod signal_functions[] = {
    FUNCTION("signal", signal_signal, 2, 2, "signalnum, handler, /", "Set the action for the given signal."),
    FUNCTION("getsignal", signal_getsignal, 1, 1, "signalnum, /", "Return the current action for the given signal."),
    FUNCTION("raise_signal", signal_raise, 1, 1, "signalnum, /", "Send a signal to the executing process."),
    FUNCTION("strsignal", signal_strsignal, 1, 1, "signalnum, /", "Return the system description of the given signal."),
    FUNCTION("valid_signals", signal_valid_signals, 0, 0, "", "Return the set of valid signal numbers."),
    FUNCTION("pause", signal_pause, 0, 0, "", "Wait until a signal arrives."),
    FUNCTION("siginterrupt", signal_siginterrupt, 2, 2, "signalnum, flag, /",
             "Change whether system calls are interrupted by the signal."),
    FUNCTION("set_wakeup_fd", signal_set_wakeup_fd, 1, 1, "fd, /",
             "Set the file descriptor that the number of an arriving signal is written to."),
    FUNCTION("alarm", signal_alarm, 1, 1, "seconds, /", "Arrange for SIGALRM to arrive after some seconds."),
    FUNCTION("setitimer", signal_setitimer, 2, 3, "which, seconds, interval=0.0, /", "Set an interval timer."),
    FUNCTION("getitimer", signal_getitimer, 1, 1, "which, /", "Return the value of an interval timer."),
    METHODS_END,
};

const struct ModuleSpec _signal_module_spec = {
    .name = "_signal",
    .documentation = "Signals: handlers, timers, sending.",
    .functions = signal_functions,
    .fill = signal_fill,
};
