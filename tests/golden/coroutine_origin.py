# sys.set_coroutine_origin_tracking_depth and cr_origin; attributes of coroutines.
import sys


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


async def work():
    await inner()


async def inner():
    return 1


def make():
    return work()


def outer():
    return make()


def close(coroutine):
    print(coroutine.cr_origin and [(line, name) for _, line, name in coroutine.cr_origin])
    coroutine.close()


close(outer())
for depth in (1, 2, 50):
    sys.set_coroutine_origin_tracking_depth(depth)
    print(sys.get_coroutine_origin_tracking_depth())
    close(outer())
attempt(sys.set_coroutine_origin_tracking_depth, -1)
attempt(sys.set_coroutine_origin_tracking_depth, "a")
attempt(sys.set_coroutine_origin_tracking_depth)
sys.set_coroutine_origin_tracking_depth(depth=0)
c = work()
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_code is work.__code__, c.cr_frame.f_lineno, c.__name__, c.__qualname__)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
print(c.cr_frame, c.cr_running)
attempt(c.send, None)
attempt(c.throw, ValueError)
attempt(c.close)
for name in ("__name__", "__qualname__", "cr_frame", "cr_code", "cr_await", "cr_origin", "cr_running"):
    attempt(setattr, c, name, 3)
