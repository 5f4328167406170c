class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        print("eq", self.v, getattr(o,'v',o)); return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
    def __add__(self, o): return V(self.v + o.v) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ("radd", o, self.v)
    def __mul__(self, o): return NotImplemented
    def __contains__(self, x): return x == self.v
    def __bool__(self): return self.v
    def __setitem__(self, k, v): print("set", k, v); return 5
    def __getitem__(self, k): return ("get", k)
class W(V):
    def __lt__(self, o): return "W lt"
    def __gt__(self, o): return "W gt"
    def __radd__(self, o): return "W radd"
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, b, w = V(1), V(2), W(3)
for f in (lambda: a == b, lambda: a == a, lambda: a != b, lambda: a < b, lambda: a > b, lambda: a <= b, lambda: a < 5, lambda: a == 5, lambda: a != 5, lambda: 5 == a,
          lambda: a < w, lambda: w < a, lambda: (a+b).v, lambda: a + 5, lambda: 5 + a, lambda: a + w, lambda: a * b, lambda: a * 2, lambda: a * [1], lambda: 1 in a, lambda: 2 not in a,
          lambda: "y" if a else "n", lambda: not a, lambda: a[1], lambda: a and 1, lambda: [x for x in [1] if a]):
    t(f)
def g():
    if V(True): print("t")
    if not V(False): print("f")
    a[1] = 2
    a["k"] = "v"
    if V(1) < V(2): print("lt")
    if V(1) == V(1): print("eqj")
    if V(2) in [1]: print("no")
    while V(2) < V(1): pass
    x = V(1)
    x += V(5); print(x.v)
    yield V(1) == V(2)
    yield V(1) < V(2)
    yield 1 in V(1)
    a[3] = 4
    yield a[5]
    yield (V(1) + V(2)).v
t(lambda: list(g()))
class N:
    def __bool__(self): return 5
    def __contains__(self, x): return []
    def __lt__(self, o): return []
t(lambda: 1 if N() else 2)
t(lambda: 1 in N()); t(lambda: 1 if N() < N() else 0)
class R:
    def __eq__(self, o): raise KeyError("eq")
    def __bool__(self): raise KeyError("bool")
t(lambda: R() == 1); t(lambda: 1 if R() else 2)
def d(a, b=2, *c, e=3): return a, b, c, e
def d2(a, b=2, c=3): return a, b, c
t(lambda: d2(1)); t(lambda: d2(1, 5)); t(lambda: d2()); t(lambda: d(1)); t(lambda: d2(1,2,3,4))
def gen():
    yield d2(1); yield d2(1, 4)
print(list(gen()))
def fn(): "doc"
fn.__module__ = "x"; print(fn.__module__, fn.__name__, fn.__qualname__, fn.__doc__)
def fn2(): pass
fn.__code__ = fn2.__code__; print(fn.__name__, fn.__code__.co_name, fn.__module__, fn2.__module__)
class L(list):
    def __add__(self, o): return "L add"
print(L([1]) + [2], [1] + [2] + [3], [0] + L([1]))
x = [1]; y = x + [2]; z = [9] + x; print(x, y, z, ([1] + x) is x)
