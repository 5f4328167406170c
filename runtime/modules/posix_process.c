/*
 * posix: the process, its environment and its machine.
 */
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/modules/posix.h"
#include "runtime/signals.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string_internal.h"
#include "runtime/struct_sequence.h"

#define DEFINE_NUMBER(name, call)                                                      \
    Value name(struct Interpreter *vm, const Value *args, size_t count)                \
    {                                                                                  \
        (void)args, (void)count;                                                       \
        return int_new(vm, (int64_t)(call));                                           \
    }
DEFINE_NUMBER(posix_getpid, getpid())
DEFINE_NUMBER(posix_getppid, getppid())
DEFINE_NUMBER(posix_getuid, getuid())
DEFINE_NUMBER(posix_geteuid, geteuid())
DEFINE_NUMBER(posix_getgid, getgid())
DEFINE_NUMBER(posix_getegid, getegid())

Value posix_cpu_count(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? VALUE_NONE : int_new(vm, processors);
}

/* How many processors the process may run on. */
Value posix_affinity(struct Interpreter *vm, const Value *args, size_t count)
{
    cpu_set_t set;
    (void)args, (void)count;
    if (sched_getaffinity(0, sizeof set, &set) < 0)
        return posix_error(vm, errno, NULL);
    return int_new(vm, CPU_COUNT(&set));
}

Value posix_getloadavg(struct Interpreter *vm, const Value *args, size_t count)
{
    double loads[3];
    (void)args, (void)count;
    if (getloadavg(loads, 3) != 3)
        return raise_error(vm, TYPE_OSError, "Load averages are unobtainable");
    Value items[3] = {float_new(vm, loads[0]), EMPTY, EMPTY};
    for (size_t i = 1; i < 3 && !is_empty(items[i - 1]); i++)
        items[i] = float_new(vm, loads[i]);
    if (!is_empty(items[2]))
        return tuple_from_stolen(vm, items, 3);
    release_maybe(vm, items[0]);
    release_maybe(vm, items[1]);
    return EMPTY;
}

/* ---- Environment ------------------------------------------------------- */

extern char **environ;

Value posix_environment(struct Interpreter *vm)
{
    Value dict = dict_new(vm);
    for (char **entry = environ; !is_empty(dict) && entry != NULL && *entry != NULL; entry++) {
        const char *equals = strchr(*entry, '=');
        if (equals == NULL)
            continue;
        Value key = bytes_new(vm, *entry, (size_t)(equals - *entry));
        Value value = is_empty(key) ? EMPTY : bytes_new(vm, equals + 1, strlen(equals + 1));
        bool good = !is_empty(value);
        if (good) {
            int there = dict_contains(vm, dict, key); /* the first one counts, as for getenv */
            good = there > 0 || (there == 0 && dict_set(vm, dict, key, value));
        }
        release_maybe(vm, key);
        release_maybe(vm, value);
        if (!good) {
            release(vm, dict);
            return EMPTY;
        }
    }
    return dict;
}

static MUST_USE bool read_name(struct Interpreter *vm, Value v, const char *function, struct PosixPath *path)
{
    Value converted = posix_fspath(vm, v);
    bool good = !is_empty(converted) && posix_path_read(vm, converted, function, "name", 0, path);
    release_maybe(vm, converted);
    return good;
}

Value posix_putenv(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath name, value;
    (void)count;
    if (!read_name(vm, args[0], "putenv", &name))
        return EMPTY;
    if (!read_name(vm, args[1], "putenv", &value)) {
        posix_path_release(vm, &name);
        return EMPTY;
    }
    Value result = VALUE_NONE;
    if (strchr(name.text, '=') != NULL)
        result = raise_value_error(vm, "illegal environment variable name");
    else if (setenv(name.text, value.text, 1) != 0)
        result = posix_error(vm, errno, NULL);
    posix_path_release(vm, &name);
    posix_path_release(vm, &value);
    return result;
}

Value posix_unsetenv(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath name;
    (void)count;
    if (!read_name(vm, args[0], "unsetenv", &name))
        return EMPTY;
    Value result = unsetenv(name.text) != 0 ? posix_error(vm, errno, NULL) : VALUE_NONE;
    posix_path_release(vm, &name);
    return result;
}

/* ---- Other programs, and the end --------------------------------------- */

Value posix_system(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath command;
    (void)count;
    if (!read_name(vm, args[0], "system", &command))
        return EMPTY;
    int status = system(command.text);
    posix_path_release(vm, &command);
    return int_new(vm, status);
}

Value posix_kill(struct Interpreter *vm, const Value *args, size_t count)
{
    int process = 0, number = 0;
    (void)count;
    if (!posix_int_argument(vm, args[0], &process) || !posix_int_argument(vm, args[1], &number))
        return EMPTY;
    if (kill(process, number) < 0)
        return posix_error(vm, errno, NULL);
    return vm->interrupted && !signals_handle(vm) ? EMPTY : VALUE_NONE; /* it may have been our own process */
}

Value posix_exit(struct Interpreter *vm, const Value *args, size_t count)
{
    int status = 0;
    (void)count;
    if (!posix_int_argument(vm, args[0], &status))
        return EMPTY;
    _exit(status);
}

Value posix_abort(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    abort();
}

Value posix_waitstatus(struct Interpreter *vm, const Value *args, size_t count)
{
    int status = 0;
    (void)count;
    if (!posix_int_argument(vm, args[0], &status))
        return EMPTY;
    if (WIFEXITED(status))
        return value_from_small_int(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return value_from_small_int(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise_value_error(vm, "process stopped by delivery of signal %d", WSTOPSIG(status));
    return raise_value_error(vm, "invalid wait status: %d", status);
}

Value posix_waitpid(struct Interpreter *vm, const Value *args, size_t count)
{
    int process = 0, options = 0, status = 0, ended;
    (void)count;
    if (!posix_int_argument(vm, args[0], &process) || !posix_int_argument(vm, args[1], &options))
        return EMPTY;
    while ((ended = waitpid(process, &status, options)) < 0) {
        if (errno != EINTR)
            return raise_os_error(vm, errno, EMPTY);
        if (!posix_continue(vm))
            return EMPTY;
    }
    Value pair[2] = {value_from_small_int(ended), value_from_small_int(status)};
    return tuple_new(vm, pair, 2);
}

#define WAIT_STATUS(name, result)                                                      \
    Value posix_##name(struct Interpreter *vm, const Value *args, size_t count)        \
    {                                                                                  \
        int status = 0;                                                                \
        (void)count;                                                                   \
        return posix_int_argument(vm, args[0], &status) ? result : EMPTY;              \
    }
WAIT_STATUS(was_exited, value_from_bool(WIFEXITED(status)))
WAIT_STATUS(was_signaled, value_from_bool(WIFSIGNALED(status)))
WAIT_STATUS(was_stopped, value_from_bool(WIFSTOPPED(status)))
WAIT_STATUS(exit_status, value_from_small_int(WEXITSTATUS(status)))
WAIT_STATUS(end_signal, value_from_small_int(WTERMSIG(status)))
WAIT_STATUS(stop_signal, value_from_small_int(WSTOPSIG(status)))

/* ---- Questions to the system ------------------------------------------- */

Value posix_urandom(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t size;
    (void)count;
    if (!read_size(vm, args[0], &size))
        return EMPTY;
    if (size < 0)
        return raise_value_error(vm, "negative argument not allowed");
    Value octets = bytes_new(vm, NULL, (size_t)size);
    for (size_t done = 0; !is_empty(octets) && done < (size_t)size;) {
        ssize_t more = getrandom(as_bytes(octets)->data + done, (size_t)size - done, 0);
        if (more >= 0) {
            done += (size_t)more;
        } else if (errno != EINTR || !posix_continue(vm)) {
            if (!error_pending(vm))
                posix_error(vm, errno, NULL);
            release(vm, octets);
            return EMPTY;
        }
    }
    return octets;
}

Value posix_strerror(struct Interpreter *vm, const Value *args, size_t count)
{
    int number = 0;
    (void)count;
    return posix_int_argument(vm, args[0], &number) ? string_from_cstring(vm, strerror(number)) : EMPTY;
}

static const struct NativeAttribute times_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "user", "user time"),
    STRUCT_FIELD(1, "system", "system time"),
    STRUCT_FIELD(2, "children_user", "user time of children"),
    STRUCT_FIELD(3, "children_system", "system time of children"),
    STRUCT_FIELD(4, "elapsed", "elapsed time since an arbitrary point in the past"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(times_result, "posix.times_result", "times_result: Result from os.times().", times_fields, 0);

Value posix_times(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tms used;
    double tick = (double)sysconf(_SC_CLK_TCK);
    (void)args, (void)count;
    clock_t elapsed = times(&used);
    if (elapsed == (clock_t)-1)
        return posix_error(vm, errno, NULL);
    Value items[] = {float_new(vm, (double)used.tms_utime / tick), float_new(vm, (double)used.tms_stime / tick),
                     float_new(vm, (double)used.tms_cutime / tick), float_new(vm, (double)used.tms_cstime / tick),
                     float_new(vm, (double)elapsed / tick)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_times_result), items, 5);
}

static const struct NativeAttribute uname_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "sysname", "operating system name"),
    STRUCT_FIELD(1, "nodename", "name of machine on network (implementation-defined)"),
    STRUCT_FIELD(2, "release", "operating system release"),
    STRUCT_FIELD(3, "version", "operating system version"),
    STRUCT_FIELD(4, "machine", "hardware identifier"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(uname_result, "posix.uname_result", "uname_result: Result from os.uname().", uname_fields, 0);

Value posix_uname(struct Interpreter *vm, const Value *args, size_t count)
{
    struct utsname names;
    (void)args, (void)count;
    if (uname(&names) < 0)
        return posix_error(vm, errno, NULL);
    Value items[] = {string_from_cstring(vm, names.sysname), string_from_cstring(vm, names.nodename),
                     string_from_cstring(vm, names.release), string_from_cstring(vm, names.version),
                     string_from_cstring(vm, names.machine)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_uname_result), items, 5);
}
