# Callbacks are called the newest first; the shared reference and proxy have none.
import weakref

class C: pass

o = C()
log = []
refs = [weakref.ref(o, lambda r, i=i: log.append(i)) for i in range(4)]
proxies = [weakref.proxy(o, lambda r, i=i: log.append(i)) for i in range(10, 13)]
plain, shared = weakref.ref(o), weakref.proxy(o)
print(weakref.getweakrefcount(o), weakref.getweakrefs(o)[0] is plain, weakref.getweakrefs(o)[1] is shared)
print([weakref.getweakrefs(o).index(r) for r in refs])
del o
print(log, plain())

class Ref(weakref.ref):
    def __init__(self, target, callback=None, **extra):
        super().__init__(target, callback)
        self.extra = extra

o = C()
r = Ref(o, extra=1) if False else Ref(o)
print(r.extra, r() is o, r == weakref.ref(o), hash(r) == hash(o), Ref(o) is Ref(o), weakref.ref(o) is weakref.ref(o))
print(weakref.getweakrefcount(o))
o = None
print(r(), r.__callback__)

# A callback that drops other references, and one that fails.
o = C()
a = weakref.ref(o, lambda r: globals().__setitem__("b", None))
b = weakref.ref(o, lambda r: print("b called"))
c = weakref.ref(o, lambda r: print("c called"))
del c
o = None
print(a(), b)
