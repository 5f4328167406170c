import gc
import weakref
gc.disable()
gc.collect()


class A:
    pass


class Keyed(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, target, callback=None, key=None):
        self = super().__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback=None, key=None):
        super().__init__(target, callback)


a = A()
k = Keyed(a, lambda r: print("gone", r.key), "the key")
print(k() is a, k.key, isinstance(k, weakref.ref), type(k).__name__)
print(Keyed(a) is Keyed(a), weakref.ref(a) is weakref.ref(a), weakref.ref(a) is k)
print(k == weakref.ref(a), hash(k) == hash(weakref.ref(a)))
del a
print(k())


class WithDict(weakref.ref):
    pass


a = A()
w = WithDict(a)
w.extra = [1, 2]
w.me = w
print(w.extra, w() is a)
del w
print(gc.collect())
a.back = WithDict(a)
a.back.a = a
del a
print(gc.collect())
