/*
 * The time module: clocks, sleeping, calendar records.
 *
 * Owner: the numbers.  strptime() is left to a library module in Python.
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/signals.h"
#include "runtime/string.h"
#include "runtime/struct_sequence.h"

static const struct NativeAttribute time_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "tm_year", "year, for example, 1993"),
    STRUCT_FIELD(1, "tm_mon", "month of year, range [1, 12]"),
    STRUCT_FIELD(2, "tm_mday", "day of month, range [1, 31]"),
    STRUCT_FIELD(3, "tm_hour", "hours, range [0, 23]"),
    STRUCT_FIELD(4, "tm_min", "minutes, range [0, 59]"),
    STRUCT_FIELD(5, "tm_sec", "seconds, range [0, 61])"),
    STRUCT_FIELD(6, "tm_wday", "day of week, range [0, 6], Monday is 0"),
    STRUCT_FIELD(7, "tm_yday", "day of year, range [1, 366]"),
    STRUCT_FIELD(8, "tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"),
    HIDDEN_FIELDS_FOLLOW,
    STRUCT_FIELD(9, "tm_zone", "abbreviation of timezone name"),
    STRUCT_FIELD(10, "tm_gmtoff", "offset from UTC in seconds"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(struct_time, "time.struct_time", "The time value as returned by gmtime(), localtime(), and strptime().",
                time_fields, 0);

/* ---- Clocks --------------------------------------------------------------------------- */

static int64_t nanoseconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

#define CLOCK_FUNCTIONS(name, clock)                                                       \
    static Value time_##name(struct Interpreter *vm, const Value *args, size_t count)      \
    {                                                                                      \
        (void)args, (void)count;                                                           \
        return float_new(vm, (double)nanoseconds(clock) * 1e-9);                           \
    }                                                                                      \
    static Value time_##name##_ns(struct Interpreter *vm, const Value *args, size_t count) \
    {                                                                                      \
        (void)args, (void)count;                                                           \
        return int_new(vm, nanoseconds(clock));                                            \
    }

CLOCK_FUNCTIONS(time, CLOCK_REALTIME)
CLOCK_FUNCTIONS(monotonic, CLOCK_MONOTONIC)
CLOCK_FUNCTIONS(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK_FUNCTIONS(thread_time, CLOCK_THREAD_CPUTIME_ID)

/* Seconds out of an int or a float; false: raised. */
static bool seconds_argument(struct Interpreter *vm, Value v, double *seconds)
{
    if (is_float(vm, v)) {
        *seconds = float_value(v);
        if (isnan(*seconds)) {
            raise_value_error(vm, "Invalid value NaN (not a number)");
            return false;
        }
    } else {
        Value index = object_index(vm, v);
        bool overflow;
        if (is_empty(index))
            return false;
        *seconds = int_to_double(vm, index, &overflow);
        release(vm, index);
    }
    if (fabs(*seconds) < 9.2e18)
        return true;
    raise_error(vm, TYPE_OverflowError, "timestamp out of range for platform time_t");
    return false;
}

static Value time_sleep(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    double seconds;
    if (!seconds_argument(vm, args[0], &seconds))
        return EMPTY;
    if (seconds < 0)
        return raise_value_error(vm, "sleep length must be non-negative");
    if (vm->interrupted && !signals_handle(vm))
        return EMPTY;
    int64_t end = nanoseconds(CLOCK_MONOTONIC);
    if (seconds > 9e9 || __builtin_add_overflow(end, (int64_t)ceil(seconds * 1e9), &end))
        end = INT64_MAX;
    struct timespec until = {end / 1000000000, end % 1000000000};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
        if (vm->interrupted && !signals_handle(vm))
            return EMPTY;
    }
    return VALUE_NONE;
}

/* ---- Calendar records --------------------------------------------------------------------- */

static OWNED Value record_from_tm(struct Interpreter *vm, const struct tm *tm)
{
    Value items[11] = {int_new(vm, tm->tm_year + (int64_t)1900),
                       value_from_small_int(tm->tm_mon + 1),
                       value_from_small_int(tm->tm_mday),
                       value_from_small_int(tm->tm_hour),
                       value_from_small_int(tm->tm_min),
                       value_from_small_int(tm->tm_sec),
                       value_from_small_int((tm->tm_wday + 6) % 7),
                       value_from_small_int(tm->tm_yday + 1),
                       value_from_small_int(tm->tm_isdst),
                       string_from_cstring(vm, tm->tm_zone),
                       value_from_small_int(tm->tm_gmtoff)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_struct_time), items, 9);
}

/* The optional argument of gmtime, localtime and ctime: now when missing or None. */
static bool timestamp_argument(struct Interpreter *vm, const Value *args, size_t count, time_t *timestamp)
{
    double seconds;
    if (count == 0 || is_none(args[0])) {
        *timestamp = time(NULL);
        return true;
    }
    if (!seconds_argument(vm, args[0], &seconds))
        return false;
    *timestamp = (time_t)floor(seconds);
    return true;
}

static bool broken_down(struct Interpreter *vm, const Value *args, size_t count, bool utc, struct tm *tm)
{
    time_t timestamp;
    if (!timestamp_argument(vm, args, count, &timestamp))
        return false;
    if (utc ? gmtime_r(&timestamp, tm) != NULL : localtime_r(&timestamp, tm) != NULL)
        return true;
    raise_os_error(vm, EOVERFLOW, EMPTY);
    return false;
}

static Value time_gmtime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tm tm;
    return broken_down(vm, args, count, true, &tm) ? record_from_tm(vm, &tm) : EMPTY;
}

static Value time_localtime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tm tm;
    return broken_down(vm, args, count, false, &tm) ? record_from_tm(vm, &tm) : EMPTY;
}

static bool field_number(struct Interpreter *vm, Value v, int64_t *number)
{
    if (!object_as_int64(vm, v, TYPE_OverflowError, number))
        return false;
    if (*number > INT32_MAX || *number < INT32_MIN) {
        raise_error(vm, TYPE_OverflowError, *number > 0 ? "signed integer is greater than maximum"
                                                        : "signed integer is less than minimum");
        return false;
    }
    return true;
}

/* A 9-tuple or struct_time as a C record, unchecked. */
static bool tm_from_value(struct Interpreter *vm, Value v, const char *function, struct tm *tm)
{
    int64_t numbers[9];
    if (!is_tuple(vm, v)) {
        raise_type_error(vm, "Tuple or struct_time argument required");
        return false;
    }
    if (tuple_length(v) != 9) {
        raise_type_error(vm, "%s(): illegal time tuple argument", function);
        return false;
    }
    for (size_t i = 0; i < 9; i++)
        if (!field_number(vm, as_tuple(v)->items[i], &numbers[i]))
            return false;
    if (numbers[0] < (int64_t)INT32_MIN + 1900) {
        raise_error(vm, TYPE_OverflowError, "year out of range");
        return false;
    }
    *tm = (struct tm){.tm_year = (int)(numbers[0] - 1900), .tm_mon = (int)numbers[1] - 1, .tm_mday = (int)numbers[2],
                      .tm_hour = (int)numbers[3], .tm_min = (int)numbers[4], .tm_sec = (int)numbers[5],
                      .tm_wday = (int)((numbers[6] + 1) % 7), .tm_yday = (int)numbers[7] - 1,
                      .tm_isdst = (int)numbers[8]};
    return true;
}

/* Zero months, days and days of the year mean the first, as CPython has it. */
static bool check_tm(struct Interpreter *vm, struct tm *tm)
{
    const char *wrong = NULL;
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    if (tm->tm_mon < 0 || tm->tm_mon > 11)
        wrong = "month out of range";
    else if (tm->tm_mday < 0 || tm->tm_mday > 31)
        wrong = "day of month out of range";
    else if (tm->tm_hour < 0 || tm->tm_hour > 23)
        wrong = "hour out of range";
    else if (tm->tm_min < 0 || tm->tm_min > 59)
        wrong = "minute out of range";
    else if (tm->tm_sec < 0 || tm->tm_sec > 61)
        wrong = "seconds out of range";
    else if (tm->tm_wday < 0)
        wrong = "day of week out of range";
    else if (tm->tm_yday < 0 || tm->tm_yday > 365)
        wrong = "day of year out of range";
    if (wrong)
        raise_value_error(vm, "%s", wrong);
    return !wrong;
}

static OWNED Value text_of_tm(struct Interpreter *vm, const struct tm *tm)
{
    static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %lld", days[tm->tm_wday], months[tm->tm_mon], tm->tm_mday,
             tm->tm_hour, tm->tm_min, tm->tm_sec, 1900 + (long long)tm->tm_year);
    return string_from_cstring(vm, text);
}

static Value time_asctime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tm tm;
    bool good = count ? tm_from_value(vm, args[0], "asctime", &tm) && check_tm(vm, &tm)
                      : broken_down(vm, NULL, 0, false, &tm);
    return good ? text_of_tm(vm, &tm) : EMPTY;
}

static Value time_ctime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tm tm;
    return broken_down(vm, args, count, false, &tm) ? text_of_tm(vm, &tm) : EMPTY;
}

static Value time_mktime(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct tm tm;
    if (!tm_from_value(vm, args[0], "mktime", &tm))
        return EMPTY;
    tm.tm_wday = -1; /* mktime sets it when it succeeds */
    time_t timestamp = mktime(&tm);
    if (timestamp == -1 && tm.tm_wday == -1)
        return raise_error(vm, TYPE_OverflowError, "mktime argument out of range");
    return float_new(vm, (double)timestamp);
}

/* Doubles its buffer until the text fits; a format that gives no text is told apart by the format itself. */
static OWNED Value format_tm(struct Interpreter *vm, const char *format, size_t length, const struct tm *tm)
{
    for (size_t capacity = length * 4 + 256;; capacity *= 2) {
        char *buffer = heap_allocate(vm, MEMORY_BYTES, capacity);
        if (!buffer)
            return EMPTY;
        size_t written = strftime(buffer, capacity, format, tm);
        Value text = EMPTY;
        bool done = written > 0 || capacity > 256 * (length + 16);
        if (done)
            text = string_from_utf8(vm, buffer, written);
        heap_free(vm, MEMORY_BYTES, buffer, capacity);
        if (done)
            return text;
    }
}

static Value time_strftime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct tm tm;
    struct Utf8View format;
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "strftime() argument 1 must be str, not %T", args[0]);
    if (count > 1 ? !tm_from_value(vm, args[1], "strftime", &tm) || !check_tm(vm, &tm)
                  : !broken_down(vm, NULL, 0, false, &tm))
        return EMPTY;
    if (!utf8_view(vm, args[0], &format))
        return EMPTY;
    if (strlen(format.text) != format.length) {
        utf8_release(vm, &format);
        return raise_value_error(vm, "embedded null character");
    }
    Value text = format.length ? format_tm(vm, format.text, format.length, &tm) : retain(vm->empty_string);
    utf8_release(vm, &format);
    return text;
}

/* Parsing is the library's: it is imported with the first call. */
static Value time_strptime(struct Interpreter *vm, const Value *args, size_t count)
{
    Value function = library_attribute(vm, "_strptime", "_strptime_time");
    Value result = is_empty(function) ? EMPTY : object_call(vm, function, args, count, EMPTY);
    release_maybe(vm, function);
    return result;
}

/* ---- Information ------------------------------------------------------------------------------ */

static OWNED Value clock_info(struct Interpreter *vm, const char *clock, bool monotonic)
{
    static const char *const keys[4] = {"implementation", "monotonic", "adjustable", "resolution"};
    Value values[4] = {string_from_format(vm, "clock_gettime(%s)", clock), value_from_bool(monotonic),
                       value_from_bool(!monotonic), float_new(vm, 1e-9)};
    Value names[4], tuple = EMPTY, result = EMPTY;
    bool good = !is_empty(values[0]) && !is_empty(values[3]);
    for (int i = 0; i < 4; i++) {
        names[i] = string_intern_cstring(vm, keys[i]);
        good = good && !is_empty(names[i]);
    }
    if (good)
        tuple = tuple_new(vm, names, 4);
    if (!is_empty(tuple))
        result = object_call(vm, value_from_object(builtin_type(vm, TYPE_namespace)), values, 0, tuple);
    release_maybe(vm, tuple);
    for (int i = 0; i < 4; i++) {
        release_maybe(vm, names[i]);
        release_maybe(vm, values[i]);
    }
    return result;
}

static Value time_get_clock_info(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    static const struct {
        const char *name, *clock;
    } clocks[] = {{"time", "CLOCK_REALTIME"},
                  {"monotonic", "CLOCK_MONOTONIC"},
                  {"perf_counter", "CLOCK_MONOTONIC"},
                  {"process_time", "CLOCK_PROCESS_CPUTIME_ID"},
                  {"thread_time", "CLOCK_THREAD_CPUTIME_ID"}};
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "get_clock_info() argument 1 must be str, not %T", args[0]);
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        if (string_equals_cstring(args[0], clocks[i].name))
            return clock_info(vm, clocks[i].clock, i > 0);
    return raise_value_error(vm, "unknown clock");
}

static bool time_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    tzset();
    Value names[2] = {string_from_cstring(vm, tzname[0]), string_from_cstring(vm, tzname[1])};
    Value tuple = is_empty(names[0]) || is_empty(names[1]) ? EMPTY : tuple_new(vm, names, 2);
    release_maybe(vm, names[0]);
    release_maybe(vm, names[1]);
    bool good = !is_empty(tuple) && dict_set_cstring(vm, dict, "tzname", tuple);
    release_maybe(vm, tuple);
    return good && dict_set_cstring(vm, dict, "timezone", value_from_small_int(timezone)) &&
           dict_set_cstring(vm, dict, "altzone", value_from_small_int(timezone - (daylight ? 3600 : 0))) &&
           dict_set_cstring(vm, dict, "daylight", value_from_small_int(daylight)) &&
           dict_set_cstring(vm, dict, "_STRUCT_TM_ITEMS", value_from_small_int(11)) &&
           dict_set_cstring(vm, dict, "struct_time", value_from_object(builtin_type(vm, TYPE_struct_time)));
}

static const struct NativeMethod time_functions[] = {
    FUNCTION("time", time_time, 0, 0, "", "Return the current time in seconds since the Epoch."),
    FUNCTION("time_ns", time_time_ns, 0, 0, "", "Return the current time in nanoseconds since the Epoch."),
    FUNCTION("monotonic", time_monotonic, 0, 0, "", "Monotonic clock, cannot go backward."),
    FUNCTION("monotonic_ns", time_monotonic_ns, 0, 0, "", "Monotonic clock, cannot go backward, as nanoseconds."),
    FUNCTION("perf_counter", time_monotonic, 0, 0, "", "Performance counter for benchmarking."),
    FUNCTION("perf_counter_ns", time_monotonic_ns, 0, 0, "", "Performance counter for benchmarking as nanoseconds."),
    FUNCTION("process_time", time_process_time, 0, 0, "", "Process time for profiling."),
    FUNCTION("process_time_ns", time_process_time_ns, 0, 0, "", "Process time for profiling as nanoseconds."),
    FUNCTION("thread_time", time_thread_time, 0, 0, "", "Thread time for profiling."),
    FUNCTION("thread_time_ns", time_thread_time_ns, 0, 0, "", "Thread time for profiling as nanoseconds."),
    FUNCTION("sleep", time_sleep, 1, 1, "seconds, /", "Delay execution for a given number of seconds."),
    FUNCTION("gmtime", time_gmtime, 0, 1, "seconds=None, /", "Convert seconds since the Epoch to UTC."),
    FUNCTION("localtime", time_localtime, 0, 1, "seconds=None, /", "Convert seconds since the Epoch to local time."),
    FUNCTION("asctime", time_asctime, 0, 1, "tuple=None, /", "Convert a time tuple to a string."),
    FUNCTION("ctime", time_ctime, 0, 1, "seconds=None, /", "Convert a time in seconds since the Epoch to a string."),
    FUNCTION("mktime", time_mktime, 1, 1, "tuple, /", "Convert a time tuple in local time to seconds since the Epoch."),
    FUNCTION("strftime", time_strftime, 1, 2, "format, tuple=None, /", "Convert a time tuple to a string."),
    FUNCTION("strptime", time_strptime, 1, 2, "string, format, /", "Parse a string to a time tuple."),
    FUNCTION("get_clock_info", time_get_clock_info, 1, 1, "name, /", "Get information of the specified clock."),
    METHODS_END,
};

const struct ModuleSpec time_module_spec = {
    .name = "time",
    .documentation = "This module provides various functions to manipulate time values.",
    .functions = time_functions,
    .fill = time_fill,
};
