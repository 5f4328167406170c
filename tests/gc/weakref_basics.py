import weakref


class A:
    pass


class Named:
    def __repr__(self):
        return "<Named>"


a = A()
r = weakref.ref(a)
print(r() is a, r() is None, callable(r))
print(weakref.ref(a) is r, r == weakref.ref(a), hash(r) == hash(a))
print(weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r])
print(repr(r).startswith("<weakref at 0x"), " to 'A' at 0x" in repr(r))
print(r.__callback__)
del a
print(r(), r() is None, repr(r).endswith("; dead>"))
print(hash(r) == hash(r))
dead = weakref.ref(A())
try:
    hash(dead)
except TypeError as e:
    print(e)
print(dead == r, dead == dead, dead != r)
try:
    r.x = 1
except AttributeError as e:
    print(e)
try:
    r.__callback__ = None
except AttributeError as e:
    print(e)
for bad in (1, "text", None, [], {}, (), 1.5, object()):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
for good in (A, A(), len, {1}, frozenset([1]), lambda: 0, A().__init__, (i for i in ()), type, weakref, ValueError()):
    try:
        weakref.ref(good)
    except TypeError as e:
        print(e)
for call in (lambda: weakref.ref(), lambda: weakref.ref(A, 1, 2), lambda: weakref.ref(A, callback=1), lambda: r(1),
             lambda: r(x=1), lambda: r < r):
    try:
        call()
    except TypeError as e:
        print(e)


def function():
    pass


print(" (function)>" in repr(weakref.ref(function)))


class E:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


x, y, z = E(1), E(1), E(2)
print(weakref.ref(x) == weakref.ref(y), weakref.ref(x) != weakref.ref(y), weakref.ref(x) == weakref.ref(z))
print(hash(weakref.ref(z)))
table = {weakref.ref(x): "one"}
print(table[weakref.ref(y)])
print(weakref.ref, weakref.ReferenceType is weakref.ref, weakref.ref.__mro__)
print(weakref.getweakrefcount(3), weakref.getweakrefs(3))
