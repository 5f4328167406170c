# The records of os: stat_result, terminal_size, times and uname as tuples with names.
import os


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


status = os.stat_result(range(100, 110))
print(status, len(status), status.st_mode, status.st_size, status.st_mtime, status.st_mtime_ns, status[-1])
print(os.stat_result(list(range(10))) == tuple(range(10)))
for count in (0, 9):
    attempt(os.stat_result, range(count))
attempt(os.stat_result)
attempt(os.stat_result, 5)
size = os.terminal_size((80, 24))
columns, lines = size
print(size, columns, lines, size.columns, size[1], size == (80, 24), hash(size) == hash((80, 24)), size + (1,))
attempt(os.terminal_size, (1, 2, 3))
attempt(setattr, size, 'columns', 5)
attempt(lambda: size.rows)
print(type(os.times()).__name__, len(os.times()), os.times().user >= 0, type(os.uname()).__name__, os.uname().sysname, len(os.uname()))
real = os.stat('/')
print(real.st_mode == real[0], real.st_mtime == real.st_mtime_ns / 10**9 or abs(real.st_mtime - real.st_mtime_ns / 10**9) < 1e-6, int(real.st_mtime) == real[8], isinstance(real, tuple))
print(type(real), os.stat_result.__module__, os.terminal_size.__name__)
