# WeakMethod lives as long as both the object and the function.
import weakref

class C:
    def method(self): return "called", self.name
    name = "c"

o = C()
r = weakref.WeakMethod(o.method)
print(r()(), r() == o.method, weakref.ref(o.method)() is None)
print(r == weakref.WeakMethod(o.method), hash(r) == hash(weakref.ref(o)), r != weakref.WeakMethod(C().method))
q = weakref.WeakMethod(o.method, lambda ref: print("died", ref is q, ref()))
print(r == q, isinstance(r, weakref.ref))
del o
print(r(), q(), r == q, r == r)
o = C()
r = weakref.WeakMethod(o.method, lambda ref: print("function died", ref()))
del C.method
print(r())
for wrong in (len, 1, C):
    try:
        weakref.WeakMethod(wrong)
    except TypeError as e:
        print(e)
