x = 1
del x
try:
    x
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
print("a" in globals(), "b" in globals())
l = [0, 1, 2, 3, 4]
del l[0], l[-1], l[0:1]
print(l)
d = {"k": {"n": 1}}
del d["k"]["n"]
print(d)
try:
    del d["none"]
except KeyError as e:
    print("KeyError", e)
class A:
    attr = 1
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, n): print("delattr", n)
o = A()
del o[1], o[1:2], o.foo
del A.attr
print(hasattr(A, "attr"))
def f():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v
print(f())
def g():
    try:
        del undefined
    except UnboundLocalError as e:
        print(e)
    undefined = 1
g()
try:
    del not_there
except NameError as e:
    print(e)
for i in range(2): pass
del i
print([i for i in range(2)])
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("freed", self.n)
d1 = D(1); d2 = d1
del d1; print("one name left"); del d2; print("gone")
d3 = D(3); d3 = None; print("rebound")
lst = [D(i) for i in range(4, 7)]
del lst[1]; print("middle gone"); lst.clear(); print("cleared")
def scope(): local = D(7); print("in scope")
scope(); print("left scope")
dd = {"a": D(8), "b": D(9)}
del dd["a"]; dd = 0; print("dict gone")
t = (D(10), D(11)); del t
x = y = D(12); x = 1; print("still"); y = 1
D(13); print("temporary")
[D(14), D(15)]; print("list temporary")
