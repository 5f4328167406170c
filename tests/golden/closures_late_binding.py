# Closures: cells, late binding, deletion, defaults, recursion, and their introspection.
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    i = "changed"
    return out
print([f() for f in make()])
def shared():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    def get(): return n
    return inc, get
inc, get = shared(); inc(); inc(); print(get(), inc.__closure__[0] is get.__closure__[0], inc.__code__.co_freevars, inc.__closure__[0].cell_contents)
inc.__closure__[0].cell_contents = 10; print(inc(), get())
def empty():
    def f(): return late
    c = f.__closure__[0]
    try: c.cell_contents
    except ValueError as error: print(error, repr(c)[:9])
    try: f()
    except NameError as error: print(type(error).__name__, error)
    late = 1
    print(f(), c.cell_contents)
    del late
    try: f()
    except NameError as error: print(type(error).__name__, error)
    try: print(late)
    except UnboundLocalError as error: print(error)
    late = 2
    return f
print(empty()())
def parameter(a, *args, k=1, **kw):
    def f(): return a, args, k, kw
    a = "rebound"
    return f
print(parameter(1, 2, k=3, z=4)(), parameter.__code__.co_cellvars, parameter.__code__.co_varnames)
def deep():
    x = 1
    def a():
        def b():
            def c():
                nonlocal x
                x += 1
                return x
            return c
        return b
    return a()()() , x
print(deep())
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def local_fact(n):
    def f(k): return 1 if k < 2 else k * f(k - 1)
    return f(n)
print(fact(10), local_fact(10))
def comp_cells():
    fs = [lambda: x for x in range(3)]
    gs = list((lambda: y) for y in range(3))
    hs = [(lambda: (x, y))() for x in range(2) for y in range(2)]
    d = {k: (lambda: k) for k in "ab"}
    return [f() for f in fs], [g() for g in gs], hs, {k: f() for k, f in d.items()}
print(comp_cells())
def walrus():
    [last := n for n in range(5)]
    def f(): return last
    return f(), [(y := f(), y ** 2) for _ in range(1)], y
print(walrus())
def exception_scope():
    try: raise ValueError("v")
    except ValueError as e:
        def f(): return e
        inside = str(f())
    try: f()
    except NameError as error: return inside, str(error)
print(exception_scope())
def class_cell():
    v = 1
    class C:
        v = 2
        def f(self): return v
    return C().f()
print(class_cell())
def generator_cell():
    total = 0
    def gen():
        nonlocal total
        while True:
            total += yield total
    g = gen(); next(g); g.send(5); g.send(6)
    return total
print(generator_cell())
def counter():
    counter.calls = getattr(counter, "calls", 0) + 1
    return counter.calls
counter(); print(counter())
import types
def template(): 
    x = 1
    def f(): return x
    return f
f = template()
g = types.FunctionType(f.__code__, globals(), "g", None, (types.CellType(42),))
print(g(), g.__name__, types.CellType().__eq__(types.CellType()), types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1))
for bad in [lambda: types.FunctionType(f.__code__, globals()), lambda: types.FunctionType(f.__code__, globals(), None, None, (1,)), lambda: types.FunctionType(f.__code__, globals(), None, None, ()), lambda: types.CellType().cell_contents]:
    try: print(bad())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
