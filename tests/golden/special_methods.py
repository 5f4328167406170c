class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"V{self.c}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return f"radd {o}"
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return V(*(-a for a in self.c))
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __contains__(self, x): return x in self.c
    def __bool__(self): return any(self.c)
    def __call__(self, *a, **k): return a, k
    def __iadd__(self, o): self.c += (o,); return self
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __pow__(self, e, m=None): return "pow", e, m
    def __rpow__(self, b): return "rpow", b
    def __index__(self): return 3
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __complex__(self): return 1 + 2j
    def __round__(self, n=None): return "round", n
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __hash__(self): return 7
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __reversed__(self): return iter(self.c[::-1])
    def __lshift__(self, o): return "<<"
    def __rrshift__(self, o): return "r>>"
    def __and__(self, o): return "&"
    def __ixor__(self, o): return "^="
    def __floordiv__(self, o): return "//"
    def __truediv__(self, o): return "/"
    def __mod__(self, o): return "%"
v = V(1, 2)
print(v + V(3, 4), 5 + v, v * 3, 3 * v, v @ v, -v, +v, ~v, abs(v), len(v), v[1], v[0:2], 2 in v, bool(v), bool(V(0)))
print(v(1, a=2), divmod(v, 1), divmod(1, v), v ** 2, 2 ** v, pow(v, 2, 3), [0, 1, 2, 3, 4][v], int(v), float(v), complex(v))
print(round(v), round(v, 2), f"{v:abc}", str(v), f"{v!r}", hash(v), v == V(1, 2), v != V(1, 2), list(reversed(v)))
print(v << 1, 1 >> v, v & 1, v // 1, v / 1, v % 1, list(v), [*v], hex(v), range(10)[v])
v += 9
print(repr(v)); v ^= 1; print(v)
try:
    V(1) + 1
except TypeError as e:
    print(e)
for f in (lambda: V(1) - 1, lambda: 1 - V(1), lambda: V(1) < V(2), lambda: V(1) | 2):
    try:
        print(f())
    except TypeError as e:
        print(e)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), max(It(5)), tuple(It(2)), 1 in It(3), sorted(It(3)))
a, b, c = It(3)
print(a, b, c)
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), list(zip(Old(), "abc")))
class Ctx:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return self.swallow
with Ctx(True) as c1, Ctx(False) as c2:
    raise ValueError("swallowed")
print("after")
class Sub(int):
    def __add__(self, o): return "sub add"
    def __radd__(self, o): return "sub radd"
print(Sub(1) + 1, 1 + Sub(1), Sub(5) * 2, type(Sub(1) * 1).__name__)
class L(list):
    def __getitem__(self, i): return "item"
print(L([1])[0], len(L([1, 2])), L([1]) + [2])
class D(dict):
    def __missing__(self, k): return k * 2
print(D(a=1)["a"], D()["zz"], D().get("x"))
class Cmp:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print("eq", self.n, end="; "); return NotImplemented
    def __lt__(self, o): print("lt", self.n, end="; "); return NotImplemented
    def __gt__(self, o): print("gt", self.n, end="; "); return True
    __hash__ = None
print(Cmp(1) == Cmp(2)); print(Cmp(1) < Cmp(2)); print(Cmp(1) == 5)
class BadLen:
    def __len__(self): return -1
class BadBool:
    def __bool__(self): return 1
class BadIter:
    def __iter__(self): return 5
class BadStr:
    def __str__(self): return 1
    def __repr__(self): return 2
    def __hash__(self): return "x"
    def __index__(self): return "i"
for f in (lambda: len(BadLen()), lambda: bool(BadBool()), lambda: iter(BadIter()), lambda: str(BadStr()), lambda: repr(BadStr()), lambda: hash(BadStr()), lambda: [1][BadStr()]):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
