import time, errno
t = time.time(); m = time.monotonic(); p = time.perf_counter(); c = time.process_time()
time.sleep(0.01)
print(time.time() > t, time.monotonic() - m >= 0.009, time.perf_counter() > p, time.process_time() >= c, time.time_ns() > 10**18, time.monotonic_ns() > 0, time.perf_counter_ns() > 0, time.process_time_ns() >= 0, time.thread_time() >= 0)
g = time.gmtime(0)
print(g, g.tm_year, g[0], g.tm_zone, g.tm_gmtoff, len(g), tuple(g), time.asctime(g))
print(time.gmtime(86400 * 365.25), time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %y %%", g), time.mktime(time.localtime(1000000)), time.localtime(1e9).tm_year)
print(time.strftime("%d/%m", (2024, 2, 29, 1, 2, 3, 0, 60, 0)), time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.ctime(0)[-4:], type(time.timezone), type(time.tzname), time.daylight in (0, 1))
for bad in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.gmtime("x"), lambda: time.strftime("%Y", (1, 2)), lambda: time.mktime(5), lambda: time.gmtime(10**30), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.asctime(1), lambda: time.struct_time((1, 2)), lambda: time.sleep(float("nan"))):
    try: print(bad())
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
print(time.struct_time(range(9)), time.struct_time((1,) * 9) == (1,) * 9, errno.ENOENT, errno.errorcode[2], errno.EACCES)
