# Lines that have no instructions of their own are told, too.
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


def tryf():
    try:
        return 1
    finally:
        x = 2
both(tryf)


def asserts():
    assert True
    assert (1 and
            2)
    x = (1 if False
         else 2)
    return x
both(asserts)


def const():
    'doc'
    pass
    ...
    if 0:
        x = 1
    while True:
        break
    global q
both(const)


def w():
    n = 2
    while True:
        n -= 1
        if not n:
            break
    while 1:
        return 2
watch(w)


class CM:
    def __enter__(self): return self
    def __exit__(self,*a): return True

def tr_():
    try:
        x = 1
    except ValueError: pass
    else:
        y = 2
    try:
        pass
    finally:
        z = 1
    for i in (1,):
        try:
            continue
        finally:
            q = 1
    with CM() as f:
        return 5
watch(tr_)


def t3():
    try:
        return 1
    except:
        pass
watch(t3)


def t6():
    if True:
        x = 1
    if False:
        x = 2
    if 1 == 1: pass
    if not True:
        pass
    x: int
    y: int = 3
    'str'
    None
    nonl = 1
    def f(): nonlocal nonl
    global zz
    zz = 1
watch(t6)


def t12():
    while True:
        try:
            x = 1
            raise IndexError
        except IndexError:
            break
        finally:
            p = 1
watch(t12)
