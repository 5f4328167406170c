import gc
import sys
import weakref
gc.disable()
gc.collect()


class A:
    pass


class Noisy:
    def __del__(self):
        print("del")


def note(name):
    def callback(reference):
        print("callback", name, reference() is None)
    return callback


a = A()
refs = [weakref.ref(a, note(i)) for i in range(3)]
plain = weakref.ref(a)
print(weakref.getweakrefcount(a), weakref.getweakrefs(a)[0] is plain)
del a
print([r() for r in refs], plain(), refs[0].__callback__)
print("-- a dead reference is not called")
a = A()
weakref.ref(a, note("never"))
kept = weakref.ref(a, note("kept"))
del a
print("-- after the finalizer, before the parts")
n = Noisy()
r = weakref.ref(n, note("of noisy"))
n.part = Noisy()
r2 = weakref.ref(n.part, note("of part"))
del n
print("-- in a cycle: before the finalizers")
n = Noisy()
n.me = n
r = weakref.ref(n, note("of cycle"))
n.inside = weakref.ref(n, note("garbage itself"))
del n
print(gc.collect())
print("-- in order of age")
a, b = A(), A()
a.b, b.a = b, a
refs = [weakref.ref(b, note("b")), weakref.ref(a, note("a1")), weakref.ref(a, note("a2"))]
del a, b
print(gc.collect())
print("-- an error in a callback")


def bad(reference):
    raise ValueError("in callback")


sys.unraisablehook = lambda args: print("unraisable:", args.exc_type.__name__, args.exc_value, args.err_msg)
a = A()
r = weakref.ref(a, bad)
del a
print("-- called with the reference itself")
a, b = A(), A()
a.b, b.a = b, a
r = weakref.ref(a, lambda ref: print("called", ref is r))
del a, b
gc.collect()
print("-- shared references")
a = A()
print(weakref.ref(a) is weakref.ref(a), weakref.ref(a, None) is weakref.ref(a), weakref.ref(a, len) is weakref.ref(a, len))
