def f(a, b=2, /, c: int = 3, *args: "rest", d, e=5, **kw) -> str:
    """doc of f"""
    return a
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_nlocals)
print(f.__code__.co_varnames, f.__code__.co_flags & 0xc, f.__code__.co_freevars, f.__code__.co_cellvars, f.__closure__, f.__type_params__)
print(f.__globals__ is globals(), f.__builtins__ is __builtins__.__dict__, f.__dict__)
f.__name__ = "renamed"; f.__qualname__ = "Outer.renamed"; f.__doc__ = None
print(f.__name__, f.__doc__, repr(f).split(" at ")[0])
f.attr = 1; f.__dict__["other"] = 2
print(f.attr, f.other, sorted(f.__dict__)); del f.attr
f.__defaults__ = (10, 20); f.__kwdefaults__ = {"d": "D", "e": 1}
print(f(1), f.__defaults__, f(1, 2, 3))
f.__annotations__ = {"x": 1}; print(f.__annotations__); del f.__annotations__; print(f.__annotations__)
def tries(*calls):
    for call in calls:
        try:
            print(call())
        except (TypeError, ValueError, AttributeError) as e:
            print(type(e).__name__, e)
def set_(o, n, v): setattr(o, n, v)
def g(): return "g"
def h(x): return x
tries(lambda: set_(f, "__name__", 1), lambda: set_(f, "__qualname__", None), lambda: set_(f, "__defaults__", 1),
      lambda: set_(f, "__kwdefaults__", 1), lambda: set_(f, "__code__", 1), lambda: set_(f, "__dict__", 1),
      lambda: set_(f, "__annotations__", 1),
      lambda: delattr(f, "__name__"), lambda: delattr(f, "__code__"), lambda: f.nothing, lambda: delattr(f, "nothing"),
      lambda: set_(f, "__type_params__", 1))
g.__code__ = h.__code__
print(g(5))
def outer():
    n = 1
    def inner(): return n
    return inner
i = outer()
tries(lambda: set_(g, "__code__", i.__code__))
print(i.__closure__[0].cell_contents, i.__code__.co_freevars)
i.__closure__[0].cell_contents = 7; print(i())
del i.__closure__[0].cell_contents
tries(lambda: i.__closure__[0].cell_contents, i.__closure__[0].__repr__().startswith)
try: i()
except NameError as e: print(e)
c1, c2 = outer().__closure__[0], outer().__closure__[0]
print(c1 == c2, c1 != c2, c1 < c2, c1 <= c2, c1 >= c2, type(c1).__name__)
Cell = type(c1)
print(Cell(5).cell_contents, Cell() == Cell(), Cell() < Cell(1))
del f.__defaults__, f.__kwdefaults__; print(f.__defaults__, f.__kwdefaults__)
F = type(f)
made = F(h.__code__, {"y": 1}, "made", (9,), None)
print(made(), made.__name__, made.__defaults__, made.__globals__["y"])
class A:
    def m(self, x=1): "m doc"; return x
a = A()
print(a.m.__func__ is A.m, a.m.__self__ is a, a.m.__name__, a.m.__doc__, a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m), a.m != A().m, a.m.__defaults__)
M = type(a.m)
print(M(len, [1, 2])(), repr(a.m).split(" of ")[0])
tries(lambda: M(1, 2), lambda: M(len, None), lambda: set_(a.m, "x", 1), lambda: a.m.nothing, lambda: M())
print((lambda: 0).__name__, (lambda: 0).__qualname__)
print(f.__code__.co_filename.endswith("function_attributes.py"), f.__code__.co_firstlineno, list(h.__code__.co_lines())[0][2], h.__code__ == h.__code__, hash(h.__code__) == hash(h.__code__), len(list(h.__code__.co_positions())) > 0)
r = h.__code__.replace(co_name="zz", co_firstlineno=5); print(r.co_name, r.co_firstlineno)
