# time and errno: records, text of times, errors; clocks only as far as they are predictable.
import errno
import time


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for seconds in 0, -1, 1.9, 1700000000, 2**31, 951782400, -86400 * 365:
    print(time.gmtime(seconds), time.asctime(time.gmtime(seconds)))
epoch = time.gmtime(0)
print(epoch[:], len(epoch), epoch.tm_year, epoch.tm_zone, epoch.tm_gmtoff, epoch == time.gmtime(0), hash(epoch) == hash(tuple(epoch)))
print(epoch + (1,), epoch[1:3], 1970 in epoch, epoch < time.gmtime(86400), epoch.tm_wday, list(epoch))
attempt(time.gmtime, 1e20)
attempt(time.gmtime, "a")
attempt(time.gmtime, float("nan"))
for wrong in (1, 2, 3), 5, "x":
    attempt(time.asctime, wrong)
for field, value in (1, 13), (1, 0), (2, 40), (2, 0), (3, 25), (4, 61), (5, 62), (6, -2), (7, 400), (7, 0):
    record = [2000, 1, 1, 0, 0, 0, 0, 1, 0]
    record[field] = value
    attempt(time.asctime, tuple(record))
    attempt(time.strftime, "%j %w", tuple(record))
print(time.strftime("%Y-%m-%d %H:%M:%S %% %a %b %j é", time.gmtime(1700000000)), repr(time.strftime("", epoch)))
attempt(time.strftime, 5)
attempt(time.strftime, "%Y", (1, 2))
attempt(time.mktime, (1, 2))
attempt(time.mktime, (10**10, 1, 1, 0, 0, 0, 0, 0, 0))
print(time.localtime(time.mktime(time.localtime(1700000000)))[:6] == time.localtime(1700000000)[:6])
print(time.struct_time(range(9)), time.struct_time(range(10)).tm_zone, time.struct_time(range(11)).tm_gmtoff)
for wrong in (1, 2), range(12), 5:
    attempt(time.struct_time, wrong)
attempt(time.sleep, -1)
attempt(time.sleep, "a")
attempt(time.sleep, float("nan"))
print(time.sleep(0), time.sleep(0.001))
for clock in time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time:
    first = clock()
    print(clock.__name__, isinstance(first, float), clock() >= first)
for clock in time.time_ns, time.monotonic_ns, time.perf_counter_ns, time.process_time_ns, time.thread_time_ns:
    first = clock()
    print(clock.__name__, isinstance(first, int), clock() >= first)
print(time.get_clock_info("time"), time.get_clock_info("monotonic"))
attempt(time.get_clock_info, "x")
print(isinstance(time.timezone, int), time.daylight in (0, 1), len(time.tzname), time.ctime(0)[-4:] in ("1970", "1969"))
print(errno.ENOENT, errno.EPIPE, errno.EEXIST, errno.errorcode[errno.ENOENT], errno.errorcode[errno.EAGAIN], len(errno.errorcode))
try:
    open("/nonexistent")
except OSError as error:
    print(error.errno == errno.ENOENT, errno.errorcode[error.errno], type(error))
