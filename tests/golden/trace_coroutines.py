# Events of coroutines.
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


async def co():
    await ac()


async def ac():
    return 1


def drive():
    c = co()
    try: c.send(None)
    except StopIteration: pass
watch(drive)
