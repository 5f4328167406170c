# Events of class bodies, decorators, defaults and native functions.
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


def calls():
    len([])
    [].append(1)
    x = [3,1]
    x.sort(key=lambda v: -v)
    int('3')
    print(end='')
    try: len(3)
    except TypeError: pass
    max(*[1,2])
    sorted([1], reverse=True)
both(calls)


def cls():
    class A:
        x = 1
        def f(self):
            return 1
    return A().f()
both(cls)


def deco(f): return f


def t11():
    @deco
    @deco
    def q():
        pass
    @deco
    class Z(object,
         metaclass=type):
        'd'
        y = 1
    return q()
watch(t11)


def t13(a,b=1,*c,d=2,**e): return locals()
watch(t13,1,2)


def ifs(a):
    if a and (a or
          a):
        return 1
    elif not a:
        pass
    else:
        pass
watch(ifs,1); watch(ifs,0)
