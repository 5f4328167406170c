# Tuples: making, slicing, comparing, hashing, methods, subclasses.
def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__ + ":", error)

t = (1, "two", 3.0, None, (4,))
print(t, t[0], t[-1], t[1:3], t[::-1], t[::2], t[:0], len(t), (), (1,), ((),), t[10:], t[-2:])
attempt(lambda: t[5])
attempt(lambda: t["a"])
attempt(lambda: t[1.0])
attempt(lambda: t[::0])
attempt(lambda: t[10**30])
attempt(t.__setitem__ if hasattr(t, "__setitem__") else lambda: t.__setitem__)
def assign():
    t[0] = 1
def delete():
    del t[0]
attempt(assign)
attempt(delete)
print(t.count(3), t.index("two"), t.index(None, 1), t.index(None, -3, -1))
attempt(t.index, "absent")
attempt(t.index, 1, 1)
attempt(t.index, 1, None)
attempt(t.count)
print(t + (5,), (1, 2) * 2, 3 * ("a",), (1,) * 0, (1,) * -1, () + ())
attempt(lambda: (1,) + [2])
attempt(lambda: (1,) * "a")
attempt(lambda: (1, 2) * 2**62)
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 5), () < (0,), (1, 2) == (1.0, 2.0), (1,) != (1,), (1,) == [1])
attempt(lambda: (1,) < (None,))
attempt(lambda: (1,) < [1])
print(tuple(), tuple("abc"), tuple([1, 2]), tuple(range(3)), tuple(x for x in "ab"), tuple({"k": 1}))
attempt(tuple, 5)
attempt(tuple, 1, 2)
attempt(tuple, a=1)
print(tuple(t) is t, t[:] is t, t * 1 is t, () is tuple(), t + () is t)
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, None is None, -1)), hash(((1, 2), (3, (4,)))), hash((10**20, -1, -2)))
print(hash(tuple(range(100))), hash((1, 2)) == hash((1.0, 2.0)))
attempt(hash, (1, []))
print(3.0 in t, "x" in t, (4,) in t)
nan = float("nan")
print((nan,) == (nan,), (float("nan"),) == (float("nan"),), nan in (nan,))
cycle = ([],)
cycle[0].append(cycle)
print(cycle)
a, b, *c = t
print(a, b, c, (lambda *args: args)(*t), [*t, *t[:1]], (*t[:1], 0))
try:
    a, b = t
except ValueError as error:
    print(error)
try:
    a, b, c, d, e, f = t
except ValueError as error:
    print(error)
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    x = property(lambda self: self[0])
    def __repr__(self):
        return f"Point{tuple(self)}"
p = Point(3, 4)
print(p, p.x, p == (3, 4), p[1:], type(p[:]).__name__, type(p + (1,)).__name__, isinstance(p, tuple), hash(p) == hash((3, 4)), len(p))
p.label = "attribute"
print(p.label, p.__dict__, tuple(p), type(tuple(p)).__name__)
class Sub(tuple):
    pass
print(Sub(), Sub([1]), Sub("ab") + (1,), Sub((1, 2)) * 2, type(Sub() * 1).__name__, Sub([1]) == (1,))
print(sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 2), (1, 3)), min([(3,), (2, 9)]))
def swap(a, b):
    return b, a
print(swap(1, 2), swap(*swap(1, 2)))
class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
u = (Noisy("a"), Noisy("b"), (Noisy("c"), Noisy("d")), Noisy("e"))
del u
print((1, 2).__getnewargs__(), tuple.__doc__.splitlines()[0])
iterator = iter(t)
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator), type(iterator).__name__)
print(list(reversed(t)), type(reversed(t)).__name__, reversed(t).__length_hint__())
deep = ()
for _ in range(50):
    deep = (deep,)
print(deep)
