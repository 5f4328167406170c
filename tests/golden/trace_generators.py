# Events of generators: calls, yields, delegation, throw, exhaustion.
import sys

events = []


def watch(function, *args, profile=False):
    events.clear()
    base = function.__code__.co_firstlineno

    def watcher(frame, event, arg):
        if event == "exception":
            arg = (arg[0].__name__, str(arg[1]))
        elif event.startswith("c_"):
            arg = getattr(arg, "__qualname__", arg)
        elif event == "return" and not isinstance(arg, (int, str, type(None), tuple, list)):
            arg = type(arg).__name__
        events.append((frame.f_code.co_name, event, frame.f_lineno - base, arg))
        return watcher

    install = sys.setprofile if profile else sys.settrace
    install(watcher)
    try:
        function(*args)
    except BaseException as error:
        events.append(("raised", repr(error)))
    finally:
        install(None)
    print("==", function.__name__, "profile" if profile else "")
    for event in events:
        print(event)


def both(function, *args):
    watch(function, *args)
    watch(function, *args, profile=True)


def gen():
    yield 1
    x = yield 2
    return 3


def usegen():
    for v in gen():
        pass
    g = gen()
    next(g)
    g.send(None)
    try: g.throw(ValueError('t'))
    except ValueError: pass
watch(usegen)


def usegen2():
    g = gen()
    next(g)
    g.close()
    list(gen())
    return [x for x in gen()]
both(usegen2)


def yf():
    yield from gen()


def useyf():
    for i in yf(): i
both(useyf)


def g0():
    yield 1


def g1():
    yield 1
    return 1


def a():
    for i in g0():
        pass
watch(a)


def b():
    for i in g1():
        pass
watch(b)


def y0():
    x = yield from g0()


def y1():
    x = yield from g1()


def c():
    list(y0())
    list(y1())
watch(c)


class I:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(4)


def d():
    for i in I():
        pass
    for i in iter([1]):
        pass
watch(d)
