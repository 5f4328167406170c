# Attributes of frames: what can be read, set and deleted; clear(); generators' frames.
import sys


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def current():
    return sys._getframe()


frame = current()
print(frame.f_code is current.__code__, frame.f_lineno - current.__code__.co_firstlineno, frame.f_back is sys._getframe())
print(frame.f_globals is globals(), frame.f_builtins["len"] is len, frame.f_trace, frame.f_trace_lines)
for name in ("f_locals", "f_back", "f_code", "f_globals", "f_builtins", "f_lasti", "nothing"):
    attempt(setattr, frame, name, 1)
for name in ("f_trace_lines",):
    attempt(setattr, frame, name, 1)
    attempt(delattr, frame, name)
    attempt(setattr, frame, name, True)
    print(getattr(frame, name))
for value in (3, "a", 2.0, True):
    attempt(setattr, frame, "f_lineno", value)
attempt(delattr, frame, "f_lineno")
attempt(delattr, frame, "f_trace")
attempt(frame.clear)
attempt(sys._getframe().clear)
attempt(type(frame))


def steps():
    before = 1
    yield sys._getframe().f_back.f_code.co_name
    try:
        yield sys._getframe()
    finally:
        print("finally", sorted(sys._getframe().f_locals))


g = steps()
print(g.gi_frame.f_locals, g.gi_frame.f_back, g.gi_frame.f_lineno - steps.__code__.co_firstlineno)
print(next(g))
inner = next(g)
print(inner is g.gi_frame, inner.f_back, inner.f_locals, inner.f_lineno - steps.__code__.co_firstlineno)
attempt(inner.clear)
g.close()
print(g.gi_frame, inner.f_locals)
attempt(inner.clear)
print(inner.f_locals)
g = steps()
g.gi_frame.clear()
print(list(g), g.gi_frame)


def delegating():
    yield from steps()


g = delegating()
print(next(g))


def throwing():
    try:
        yield 1
    except ValueError:
        yield [f.f_code.co_name for f in stack()]


def stack():
    found, frame = [], sys._getframe(1)
    while frame:
        found.append(frame)
        frame = frame.f_back
    return found


g = throwing()
next(g)
print(g.throw(ValueError))


def outer():
    yield from throwing()


g = outer()
next(g)
print(g.throw(ValueError))


def fails(x):
    y = x * 2
    raise KeyError(y)


try:
    fails(4)
except KeyError as error:
    ended = error.__traceback__.tb_next.tb_frame
print(ended.f_locals, ended.f_back is sys._getframe(), ended.f_lineno - fails.__code__.co_firstlineno)
ended.f_locals["y"] = "changed"
ended.f_locals["more"] = 1
print(ended.f_locals)
ended.clear()
print(ended.f_locals)
