# Events of exceptions: raised, passed on, caught, in finally and with.
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


def exc():
    try:
        1/0
    except ZeroDivisionError as e:
        x = e
    finally:
        y = 2
    return y
both(exc)


def raiser():
    raise ValueError('x')


def outer():
    try:
        raiser()
    except KeyError:
        pass
both(outer)


class CM:
    def __enter__(self): return self
    def __exit__(self,*a): return True


def withs():
    with CM() as c:
        x = 1
    with CM():
        raise KeyError
    return 2
both(withs)


def t4():
    try:
        try:
            1/0
        finally:
            x = 1
    except Exception:
        raise TypeError
watch(t4)


def t9():
    try: 1/0
    except (KeyError,
            ZeroDivisionError) as e:
        return 3
    finally:
        del e
watch(t9)


def t10():
    raise KeyError(
        1)
watch(t10)
