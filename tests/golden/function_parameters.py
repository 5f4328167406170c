def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, z=7, a=8))
print(f(*range(5), **{"d": 1, "e": 2}))
def tries(*calls):
    for call in calls:
        try:
            print(call())
        except TypeError as e:
            print("TypeError:", e)
def g(a, b): return a + b
def h(*, key): return key
def k(a, b=1): return a, b
def p(a, /): return a
def none(): pass
tries(lambda: g(1), lambda: g(), lambda: g(1, 2, 3), lambda: g(1, b=2, c=3), lambda: g(1, a=2),
      lambda: h(), lambda: h(1), lambda: h(key=1), lambda: h(keys=1), lambda: k(), lambda: k(1, 2, 3), lambda: k(1, a=1),
      lambda: p(a=1), lambda: p(), lambda: none(1), lambda: none(x=1), lambda: f(1, b=2, d=3), lambda: f(),
      lambda: g(*[1], **{"b": 2}), lambda: g(*1), lambda: g(**1), lambda: g(**{1: 2}), lambda: g(1, **{"a": 2}),
      lambda: h(**{"key": 1}, **{"key": 2}), lambda: 5(), lambda: "x"(1))
def many(a, b, c, d): pass
tries(lambda: many(), lambda: many(1), lambda: many(1, 2), lambda: many(1, 2, 3))
def kws(*, a, b, c): pass
tries(lambda: kws(), lambda: kws(a=1), lambda: kws(a=1, b=2))
def mutable(x, seen=[]):
    seen.append(x)
    return seen
print(mutable(1), mutable(2))
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__code__.co_argcount, f.__code__.co_varnames)
class A:
    def m(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return x
tries(lambda: A().m(), lambda: A().m(1, 2), lambda: A.m(1), lambda: A().s(), lambda: A().c(), lambda: A.c(1), lambda: A(5))
print((lambda *a, **k: (a, k))(1, x=2))
