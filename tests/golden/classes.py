class A:
    """doc of A"""
    kind = "a"
    def __init__(self, v=0):
        self.v = v
    def who(self):
        return "A.who"
    def __repr__(self):
        return f"{type(self).__name__}({self.v})"
class B(A):
    def who(self):
        return "B>" + super().who()
class C(A):
    def who(self):
        return "C>" + super().who()
class D(B, C):
    def who(self):
        return "D>" + super().who()
print(D().who(), [k.__name__ for k in D.__mro__], D(3), A.__doc__, D.__bases__)
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
print(isinstance(D(), C), issubclass(B, C), isinstance(1, (str, int)), D.kind)
D.kind = "d"
print(A.kind, D.kind, B.kind)
a = A(1)
a.extra = 5
print(a.__dict__, vars(a), hasattr(a, "extra"), getattr(a, "none", "default"))
del a.extra
try:
    a.extra
except AttributeError as e:
    print(e)
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "x doc"; return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print("deleted"); self._x = None
    @property
    def ro(self): return 1
p = P()
p.x = 5
print(p.x); del p.x; print(p.x, P.x.__doc__)
try:
    p.ro = 2
except AttributeError as e:
    print(e)
try:
    del p.ro
except AttributeError as e:
    print(e)
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
print(s.a)
for op in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: s.__dict__):
    try:
        print(op())
    except AttributeError as e:
        print(e)
class M:
    count = 0
    @classmethod
    def make(cls, *a):
        cls.count += 1
        return cls()
    @staticmethod
    def add(a, b): return a + b
print(type(M.make()).__name__, M.count, M.add(1, 2), M().add(3, 4))
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner): return (self.name, obj is None, owner.__name__)
    def __set__(self, obj, value): print("set", value)
    def __delete__(self, obj): print("delete")
class H:
    d = Desc()
h = H()
print(h.d, H.d); h.d = 5; del h.d
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)
    @property
    def tag(cls): return cls.__name__.lower()
class W(metaclass=Meta, option=1):
    x = 1
    def __init__(self, *a): self.a = a
print(W(1, 2).a, W.tag, type(W).__name__)
class Sub:
    def __init_subclass__(cls, /, tag=None, **kw): print("init_subclass", cls.__name__, tag)
class Sub1(Sub, tag="t"): pass
class G:
    def __getattr__(self, n): return "dynamic " + n
    def __setattr__(self, n, v): object.__setattr__(self, n, v + 1)
g = G(); g.z = 1
print(g.foo, g.z)
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq(1) < Eq(2), Eq(2) > Eq(1))
try:
    hash(Eq(1))
except TypeError as e:
    print(e)
print(A.who.__qualname__, A().who.__func__ is A.who, A(4).who.__self__)
class Inner:
    class Deep:
        def f(self): pass
print(Inner.Deep.__qualname__, Inner.Deep.f.__qualname__)
print(type("Dyn", (A,), {"z": 5})(9), type("Dyn", (), {}).__name__)
