/*
 * The module select: waiting for descriptors.  select() goes through the
 * system's poll(), which has no limit on their numbers.
 */
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <time.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/modules/posix.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"

/* The three lists as given, and one pollfd for each of their items in order. */
struct Waiting {
    struct Interpreter *vm;
    Value lists[3]; /* OWNED lists of what select() was given */
    struct pollfd *descriptors;
    size_t count;
};

static const short events[3] = {POLLIN | POLLPRI, POLLOUT, POLLPRI};
static const short answers[3] = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};

static bool waiting_open(struct Waiting *waiting, const Value *args)
{
    struct Interpreter *vm = waiting->vm;
    size_t total = 0;
    for (int i = 0; i < 3; i++) {
        waiting->lists[i] = list_from_iterable(vm, args[i]);
        if (is_empty(waiting->lists[i])) {
            if (error_matches(vm, TYPE_TypeError))
                raise_type_error(vm, "arguments 1-3 must be sequences");
            return false;
        }
        total += as_list(waiting->lists[i])->length;
    }
    waiting->descriptors = heap_allocate_array(vm, MEMORY_BYTES, total + 1, sizeof *waiting->descriptors);
    if (waiting->descriptors == NULL)
        return false;
    waiting->count = total;
    size_t at = 0;
    for (int i = 0; i < 3; i++) {
        for (size_t k = 0; k < as_list(waiting->lists[i])->length; k++) {
            int descriptor;
            if (!posix_descriptor_argument(vm, as_list(waiting->lists[i])->items[k], &descriptor))
                return false;
            if (descriptor < 0) {
                raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", descriptor);
                return false;
            }
            waiting->descriptors[at++] = (struct pollfd){.fd = descriptor, .events = events[i]};
        }
    }
    return true;
}

static void waiting_close(struct Waiting *waiting)
{
    for (int i = 0; i < 3; i++)
        release_maybe(waiting->vm, waiting->lists[i]);
    if (waiting->descriptors != NULL)
        heap_free(waiting->vm, MEMORY_BYTES, waiting->descriptors, (waiting->count + 1) * sizeof *waiting->descriptors);
}

static int64_t milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

/* end: when to give up, in milliseconds; -1: never. */
static bool wait_for_events(struct Waiting *waiting, int64_t end)
{
    for (;;) {
        int64_t left = end < 0 ? -1 : end - milliseconds_now();
        if (end >= 0 && left < 0)
            left = 0;
        if (poll(waiting->descriptors, waiting->count, left > INT32_MAX ? INT32_MAX : (int)left) >= 0)
            break;
        if (errno != EINTR) {
            raise_os_error(waiting->vm, errno, EMPTY);
            return false;
        }
        if (waiting->vm->interrupted && !signals_handle(waiting->vm))
            return false;
    }
    for (size_t i = 0; i < waiting->count; i++) {
        if (waiting->descriptors[i].revents & POLLNVAL) {
            raise_os_error(waiting->vm, EBADF, EMPTY);
            return false;
        }
    }
    return true;
}

static OWNED Value ready_lists(struct Waiting *waiting)
{
    struct Interpreter *vm = waiting->vm;
    Value ready[3] = {EMPTY, EMPTY, EMPTY};
    size_t at = 0;
    bool good = true;
    for (int i = 0; good && i < 3; i++) {
        ready[i] = list_new(vm, 0);
        good = !is_empty(ready[i]);
        for (size_t k = 0; good && k < as_list(waiting->lists[i])->length; k++, at++)
            if (waiting->descriptors[at].revents & answers[i])
                good = list_append(vm, ready[i], retain(as_list(waiting->lists[i])->items[k]));
    }
    Value result = good ? tuple_new(vm, ready, 3) : EMPTY;
    for (int i = 0; i < 3; i++)
        release_maybe(vm, ready[i]);
    return result;
}

static Value select_select(struct Interpreter *vm, const Value *args, size_t count)
{
    double seconds = 0;
    int64_t end = -1;
    if (count > 3 && !is_none(args[3])) {
        if (!is_int(vm, args[3]) && !value_has_flag(vm, args[3], TYPE_SUBCLASS_FLOAT))
            return raise_type_error(vm, "timeout must be a float or None");
        if (!object_as_double(vm, args[3], &seconds))
            return EMPTY;
        if (isnan(seconds))
            return raise_value_error(vm, "Invalid value NaN (not a number)");
        if (seconds < 0)
            return raise_value_error(vm, "timeout must be non-negative");
        end = seconds > 1e12 ? -1 : milliseconds_now() + (int64_t)ceil(seconds * 1000);
    }
    struct Waiting waiting = {.vm = vm, .lists = {EMPTY, EMPTY, EMPTY}};
    Value result = EMPTY;
    if (waiting_open(&waiting, args) && wait_for_events(&waiting, end))
        result = ready_lists(&waiting);
    waiting_close(&waiting);
    return result;
}

static bool select_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "error", value_from_object(builtin_type(vm, TYPE_OSError)));
}

static const struct NativeMethod select_functions[] = {
    FUNCTION("select", select_select, 3, 4, "rlist, wlist, xlist, timeout=None, /",
             "Wait until one or more file descriptors are ready for some kind of I/O."),
    METHODS_END,
};

const struct ModuleSpec select_module_spec = {
    .name = "select",
    .documentation = "Waiting for descriptors to be ready.",
    .functions = select_functions,
    .fill = select_fill,
};
