# finalize calls once: at the object's end, by hand, or at exit, the newest first.
import weakref

class C: pass

def goodbye(*args, **kwargs):
    print("goodbye", args, kwargs)
    return "result"

o = C()
f = weakref.finalize(o, goodbye, 1, 2, key=3)
print(f.alive, f.atexit, f.peek()[2:], repr(f).split(";")[1][:12])
print(f(), f.alive, f(), f.peek(), f.detach(), f.atexit)
print(repr(f).endswith("; dead>"))
f = weakref.finalize(o, goodbye, "by end")
del o
print(f.alive)
o = C()
f = weakref.finalize(o, goodbye, "never")
print(f.detach()[2:], f.alive)
del o
f = weakref.finalize(C(), goodbye, "at once")
print(f.alive)
keep = [C() for _ in range(4)]
at_exit = [weakref.finalize(k, print, "at exit", i) for i, k in enumerate(keep)]
at_exit[1].atexit = False
print([x.atexit for x in at_exit])
def failing():
    print("failing")
    weakref.finalize(keep[0], print, "made at exit")
weakref.finalize(keep[2], failing)
try:
    weakref.finalize(1, print)
except TypeError as e:
    print(e)
try:
    weakref.finalize(keep[0])
except TypeError as e:
    print(e)
