import sys
def where():
    f = sys._getframe()
    print(f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno, list(f.f_locals), f.f_globals is globals(), f.f_builtins["len"] is len, f.f_lasti > 0, f.f_trace)
    return f
def caller():
    local = 1
    return where()
fr = caller()
print(fr.f_code.co_name, fr.f_lineno, list(fr.f_locals), fr.f_back.f_code.co_name, sys._getframe(0).f_code.co_name)
try: sys._getframe(1000)
except ValueError as e: print(e)
def fail(x):
    y = x + 1
    return 1 / 0
try: fail(1)
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, dict(tb.tb_next.tb_frame.f_locals), tb.tb_next.tb_next, tb.tb_frame.f_code.co_name, tb.tb_lasti >= 0)
    frame = tb.tb_next.tb_frame
    print(frame.f_lineno, dict(frame.f_locals), frame.f_back.f_code.co_name)
    frame.clear(); print(dict(frame.f_locals))
    n = ValueError("x").with_traceback(tb); print(n.__traceback__ is tb)
    tb.tb_next = None; print(tb.tb_next); tb.tb_next = n.__traceback__ if False else None
    try: tb.tb_next = tb
    except ValueError as v: print(v)
    try: tb.tb_next = 5
    except TypeError as v: print(v)
    T = type(tb); t = T(None, frame, 3, 7); print(t.tb_lineno)
def gen():
    x = 1
    yield x
g = gen(); next(g)
print(g.gi_frame.f_locals, g.gi_frame.f_lineno, g.gi_code.co_name, g.gi_suspended, g.gi_running, g.gi_yieldfrom)
try: sys._getframe().clear()
except RuntimeError as e: print(e)
def loc():
    a = 1
    d = locals()
    b = 2
    return d, locals()
print(loc())
class K:
    x = 1
    print(sorted(n for n in locals() if n[:2] != "__"), sys._getframe().f_code.co_name)
def keeps():
    obj = [1, 2]
    raise KeyError("kept")
try: keeps()
except KeyError as e: saved = e
print(saved.__traceback__.tb_next.tb_frame.f_locals)
for bad in (lambda: setattr(fr, "f_code", 1), lambda: setattr(fr, "f_nothing", 1), lambda: type(fr)()):
    try: bad()
    except (AttributeError, TypeError) as e: print(type(e).__name__)
print(repr(fr).split(",")[1:], str(type(tb)))
exec("import sys; print(sys._getframe().f_code.co_name, sys._getframe().f_code.co_filename)")
print(eval("sys._getframe().f_code.co_name"))
