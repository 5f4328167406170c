class A:
    def __enter__(self): print("in"); return 7
    def __exit__(self, t, v, tb): print("out", t); return t is KeyError
class B(A):
    def __enter__(self): raise ValueError("enter")
def f():
    with A() as x: print(x)
    with A(): raise KeyError
    with A() as a, A() as b: print(a, b)
    try:
        with B(): pass
    except ValueError as e: print(e)
    try:
        with A(): raise TypeError("t")
    except TypeError as e: print(e, e.__traceback__.tb_lineno)
    def g():
        with A():
            yield 1
            with A() as q: yield q
    print(list(g()))
    for i in range(2):
        with A(): continue
    return "done"
print(f())
class G:
    def __getattr__(self, n):
        if n == "bad": raise AttributeError(n)
        return "dyn " + n
    x = 5
    def m(self): return "m"
    @property
    def p(self): return self.bad
    def __init__(self): self.y = 1
g = G()
for i in range(5):
    print(g.x, g.y, g.m(), g.z, end=" ")
    try: print(g.p)
    except AttributeError as e: print("AE", e)
    if i == 2: g.y2 = 3; del G.x
    if i == 3: G.m = lambda self: "m2"; g.x = "inst"
class H:
    def __getattribute__(self, n): return "all " + n
h = H()
for i in range(4): print(h.x, h.m)
H.__getattribute__ = object.__getattribute__
for i in range(3):
    try: print(h.x)
    except AttributeError as e: print(e)
for e in (ValueError, KeyError, OSError, SystemExit, StopIteration, UnicodeDecodeError, ImportError, AttributeError, ExceptionGroup, SyntaxError):
    try: raise e
    except BaseException as x: print(type(x).__name__, x.args, str(x))
class S: __slots__ = ("a", "b")
s = S()
def slots(s):
    for i in range(4):
        try: print(s.a)
        except AttributeError as e: print(e)
        s.a = i
        if i == 2: del s.a
slots(s)
