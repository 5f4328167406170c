# sys.getrefcount: what a learner can point at, plus one.
import sys


class A:
    pass


a = A()
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a))
l = [a, a]
print(sys.getrefcount(a))
del b
l.clear()
print(sys.getrefcount(a))
d = {"k": a}
t = (a,)
s = {a}
print(sys.getrefcount(a))
d = t = s = None
print(sys.getrefcount(a))
print(sys.getrefcount(A()), sys.getrefcount([]), sys.getrefcount({}), sys.getrefcount(lambda: 0))
print(sys.getrefcount(None), sys.getrefcount(1), sys.getrefcount(()), sys.getrefcount(""), sys.getrefcount("a"))


def f(x):
    return sys.getrefcount(x)


print(f(a), f(A()), f([1]))


def g():
    x = A()
    y = x
    return sys.getrefcount(x)


print(g())
a.me = a
print(sys.getrefcount(a))
del a.me
m = a.__init__
print(sys.getrefcount(a))
del m
gen = (x for x in [a])
print(sys.getrefcount(a))
del gen
print(sys.getrefcount(a))
cell = (lambda: a)
print(sys.getrefcount(a))
for x in [a]:
    print(sys.getrefcount(x))
print([sys.getrefcount(x) for x in [a]])
