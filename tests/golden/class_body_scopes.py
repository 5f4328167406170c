# Names in class bodies: namespace, enclosing functions, globals, builtins.
x = "global"
len_ = len
class A:
    before = x
    x = "class"
    after = x
    def method(self): return x
    listed = [x for _ in range(1)]
    generated = list(x for _ in range(1))
    first_iterable = [c for c in x]
    nested = [[x for _ in "a"] for _ in "b"]
    lam = lambda: x
    class Inner:
        seen = x
    def default(self, value=x): return value
    print(__module__, __qualname__, sorted(k for k in locals() if not k.startswith("__")))
print(A.before, A.after, A().method(), A.listed, A.generated, A.first_iterable, A.nested, A.lam(), A.Inner.seen, A().default())
def outer():
    x = "outer"
    y = "outer y"
    class B:
        a = x
        z = y
        y = "class y"
        def get(self): return x, y
        def set(self):
            nonlocal x
            x = "changed"
        comp = [y for _ in range(1)]
    b = B()
    result = [B.a, B.z if hasattr(B, "z") else None, b.get(), B.comp]
    b.set()
    return result, x
try: print(outer())
except NameError as error: print(type(error).__name__, error)
def outer2():
    x = "outer2"
    class C:
        print(x)
        def f(self): return x
        x2 = x
    class D:
        nonlocal x
        x = "set by class"
    return C.x2, C().f(), x
print(outer2())
class E:
    global made_global
    made_global = 1
    len = lambda *a: 42
    size = len([1, 2])
    del len
    size2 = len([1, 2])
    if True:
        conditional = 1
    for i in range(3): pass
    while False: pass
    try: 1 / 0
    except ZeroDivisionError as e: caught = str(e)
    with open(__file__) as handle: pass
    import sys as system
    a = b = c = 1
    a += 5
    d, *rest = 1, 2, 3
    (w := 10)
    [None for q in range(2)]
    def __init__(self): self.w = __class__.__name__
    exec("from_exec = 5")
    locals()["from_locals"] = 6
    vars()["from_vars"] = 7
print(made_global, E.size, E.size2, E.i, E.caught, hasattr(E, "e"), E.handle.closed, E.system.__name__, E.a, E.rest, E.w, hasattr(E, "q"), E().w, E.from_exec, E.from_locals, E.from_vars)
try:
    class F:
        print(unknown_name)
except NameError as error: print(error)
try:
    class G:
        v = 1
        del v
        print(v)
except NameError as error: print(error)
class H:
    def f(self): return __class__
    g = lambda self: __class__
    h = [lambda self: __class__]
    @staticmethod
    def s(): return __class__
    @classmethod
    def c(cls): return __class__ is cls
    @property
    def p(self): return super().__repr__()[:2]
    def gen(self): yield __class__
    class K:
        def f(self): return __class__
print(H().f() is H, H().g() is H, H.h[0](0) is H, H.s() is H, H.c(), H().p, next(H().gen()) is H, H.K().f() is H.K)
try: __class__
except NameError as error: print(error)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): return {"prepared": name, **kw}
    def __new__(mcs, name, bases, ns, **kw): return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): pass
class M(metaclass=Meta, extra=1):
    got = prepared, extra
print(M.got, M.prepared, M.extra)
print(A.__dict__["method"].__qualname__, A.Inner.__qualname__, outer2.__qualname__, A.lam.__qualname__)
