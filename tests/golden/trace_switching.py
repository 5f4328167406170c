# When watching begins and ends: settrace in the middle, nested, from the watcher itself, f_trace by hand.
import sys

log = []


def local(frame, event, arg):
    log.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return local


def no_lines(frame, event, arg):
    log.append((frame.f_code.co_name, event))


def inner():
    x = 1
    return x


def begins_inside():
    inner()
    sys.settrace(local)
    inner()
    sys.settrace(None)
    inner()


def by_hand():
    sys.settrace(no_lines)
    sys._getframe().f_trace = local
    x = 1
    y = 2
    del sys._getframe().f_trace
    z = 3
    sys.settrace(None)


def flags():
    frame = sys._getframe()
    frame.f_trace = local
    frame.f_trace_lines = False
    sys.settrace(no_lines)
    x = 1
    frame.f_trace_lines = True
    x = 2
    sys.settrace(None)
    return frame.f_trace_lines, frame.f_trace_opcodes


def show(function, *args):
    log.clear()
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, repr(error))
    sys.settrace(None)
    sys.setprofile(None)
    for item in log:
        print("   ", item)


show(begins_inside)
show(by_hand)
show(flags)


def raising(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    if event == wanted:
        raise KeyError(event)
    return raising


def failing():
    sys.settrace(raising)
    try:
        inner()
    except KeyError as error:
        log.append(("caught", str(error), sys.gettrace()))
    return inner()


for wanted in ("call", "line", "return"):
    show(failing)


def stops(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    sys.settrace(None)
    return stops


def stopped():
    sys.settrace(stops)
    inner()
    inner()


show(stopped)


def once(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    return None


def calls_only():
    sys.settrace(once)
    inner()
    sorted([2, 1], key=lambda v: v)
    list(x for x in (1,))
    sys.settrace(None)


show(calls_only)


class Callback:
    def __call__(self, frame, event, arg):
        log.append(("callback", frame.f_code.co_name, event))
        inner()  # not watched: a watcher runs
        return self


def with_object():
    sys.settrace(Callback())
    inner()
    sys.settrace(None)


show(with_object)


def profiled():
    sys.setprofile(lambda frame, event, arg: log.append((frame.f_code.co_name, event, getattr(arg, "__name__", arg))))
    len("abc")
    inner()
    [].append(1)
    str(5)
    sys.setprofile(None)
    return sys.getprofile()


show(profiled)


def other(frame, event, arg):
    log.append(("other", event))
    return other


def changes(frame, event, arg):
    log.append(("changes", event))
    return other


def changing():
    sys.settrace(changes)
    inner()
    sys.settrace(None)


show(changing)


def traced_calls():
    def watcher(frame, event, arg):
        log.append((frame.f_code.co_name, event))
        if frame.f_code.co_name == "inner" and event == "call":
            log.append(sys.call_tracing(one, (5,)))
        return watcher

    sys.settrace(watcher)
    inner()
    sys.settrace(None)


def one(x):
    return x + 1


show(traced_calls)
