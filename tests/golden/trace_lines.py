# The line events of loops, branches and expressions.
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


def simple():
    x = 1
    y = x
    return x + y
both(simple)


def one(): return 1
both(one)


def loop():
    for i in range(3):
        x = i
    else:
        y = 1
    return x
both(loop)


def cond(a):
    if a:
        x = 1
    elif a is None:
        x = 2
    else:
        x = 3
    return x
watch(cond,1); watch(cond,None); watch(cond,0)


def nested():
    def inner(a,
              b=2):
        return (a +
                b)
    return inner(
        1,
        3)
both(nested)


def whiles():
    n = 3
    while n:
        n -= 1
        if n == 1:
            continue
        if n == 0: break
    return n
both(whiles)


def comp():
    x = [i
         for i in (1,2)
         if i]
    y = list(i for i in x)
    return {a: b for a, b in zip(x, y)}
both(comp)


def lam():
    return (lambda x:
             x + 1)(2)
both(lam)


def matches(v):
    match v:
        case 1:
            return 'one'
        case [a, b]:
            return a
        case _:
            pass
watch(matches,1); watch(matches,[1,2]); watch(matches,9)


def t5(x):
    if x:
        if x > 1:
            y = 1
    else:
        y = 2
watch(t5,1); watch(t5,2); watch(t5,0)


def t7():
    for i in range(2):
        if i:
            continue
        for j in ():
            pass
        else:
            k = 1
    else:
        return
watch(t7)


def t8():
    x = 1; y = 2; return x
watch(t8)


def t14():
    f = f"{1}{2
       }"
    s = """a
    b"""
    return [
        1,
        f,
    ], {
        'a':
         1}
watch(t14)
