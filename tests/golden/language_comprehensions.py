# Comprehensions: scopes, inlining, closures, conditions, nesting, walrus, exceptions.
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in [(1, 2), (3, 4)]}, x)
print({x % 3 for x in range(10)}, x)
print([(i, j) for i in range(3) for j in range(i)])
print([[j * i for j in range(3)] for i in range(3)])
print([i for i in range(20) if i % 2 if i % 3])
print([(a, b, *c) for a, b, *c in ["xyz", "pqrs"]])
print([y := i * 2 for i in range(4)], y)
print(any((last := n) > 2 for n in range(10)), last)


def function(n):
    i = "kept"
    squares = [i * i for i in range(n)]
    print(squares, i)
    fs = [lambda: i for i in range(3)]
    print([f() for f in fs], i)
    gs = [lambda i=i: i for i in range(3)]
    print([g() for g in gs])
    nested = [[(i, j, n) for j in range(2)] for i in range(2)]
    print(nested)
    try:
        [1 // i for i in (1, 0)]
    except ZeroDivisionError:
        print("after error", i)
    del i
    print([i for i in range(2)])
    try:
        print(i)
    except UnboundLocalError as error:
        print(error)


function(4)


class Namespace:
    base = 3
    items = [i for i in range(base)]
    pairs = [(i, j) for i in range(2) for j in "ab"]
    try:
        bad = [base for _ in range(1)]
    except NameError as error:
        print(error)
    functions = [lambda: __class__ for _ in range(1)]

    def method(self):
        return [self.base + k for k in range(2)], [super(Namespace, self).__repr__ is not None for _ in "x"]


print(Namespace.items, Namespace.pairs, Namespace().method(), Namespace.functions[0]() is Namespace)
print("i" in vars(Namespace), "_" in vars(Namespace))


def outer():
    captured = 10
    def inner():
        return [captured + v for v in range(3)]
    captured = 20
    return inner() + [captured for captured in range(2)] + [captured]


print(outer())


def shadow(v):
    def get():
        return v
    inside = [get() for v in range(2)]
    again = [(lambda: v)() for v in range(5, 7)]
    return inside, again, get()


print(shadow("parameter"))
g = (print("evaluated", i) or i for i in range(3))
print(next(g), next(g))
print(list(g))
print(sum(i for i in range(5)), max((i, -i) for i in range(3)))
print([*(i for i in "ab"), *[i for i in "cd"]], {**{i: i for i in "e"}})
print([i for i in [1, 2, 3] for i in [i * 10, i * 100]])
print([z for n in range(3) for z in [n + 0.5]])
print(dict((k, [v for v in range(k)]) for k in range(3)))
print([[], [[]]] == [[i for i in ()], [[j for j in ()]]])




def later():
    return (lambda: [n for n in (lambda: [k for k in range(2)])()])()


print(later())
print([a if a else b for a, b in [(0, 1), (2, 3)]])
print([f"{q!r}:{[w for w in q]}" for q in ("ab", "c")])
print(locals().get("i", "no i at module level"))
