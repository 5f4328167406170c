# Destruction never recurses.
class Node:
    def __init__(self, next):
        self.next = next


chain = None
for i in range(1000000):
    chain = Node(chain)
chain = None
print("nodes")
nested = []
for i in range(300000):
    nested = [nested]
nested = None
print("lists")
nested = ()
for i in range(300000):
    nested = (nested, i)
nested = None
print("tuples")
nested = {}
for i in range(100000):
    nested = {"inner": nested}
nested = None
print("dicts")


def closure(inner):
    return lambda: inner


f = None
for i in range(100000):
    f = closure(f)
f = None
print("closures")


def generator(inner):
    yield
    inner


g = None
for i in range(20000):
    g = generator(g)
    next(g)
g = None
print("generators")
e = None
for i in range(50000):
    x = ValueError(i)
    x.__context__ = e
    e = x
e = x = None
print("exceptions")
it = iter([])
for i in range(50000):
    it = map(str, it)
it = None
print("iterators")


class Bound:
    def m(self):
        pass


m = None
for i in range(50000):
    b = Bound()
    b.inner = m
    m = b.m
b = m = None
print("methods")
