# Assignment: targets of every kind, order, augmented, annotated, unpacking, chained, walrus, del.
class Log:
    def __init__(self, name):
        object.__setattr__(self, "name", name)
    def __getattr__(self, attribute):
        print(f"get {self.name}.{attribute}")
        return Log(f"{self.name}.{attribute}")
    def __setattr__(self, attribute, value):
        print(f"set {self.name}.{attribute} = {value}")
    def __delattr__(self, attribute):
        print(f"del {self.name}.{attribute}")
    def __getitem__(self, key):
        print(f"get {self.name}[{key}]")
        return Log(f"{self.name}[{key}]")
    def __setitem__(self, key, value):
        print(f"set {self.name}[{key}] = {value}")
    def __delitem__(self, key):
        print(f"del {self.name}[{key}]")
    def __add__(self, other):
        print(f"{self.name} + {other}")
        return f"({self.name}+{other})"
    def __iadd__(self, other):
        print(f"{self.name} += {other}")
        return self.name + "+="
    def __repr__(self):
        return self.name


def show(text):
    print("eval", text)
    return text


a = Log("a")
a.x = a.y.z = 1
a[show("i")] = a[show("j"):show("k")] = show("value")
a.x += show("rhs")
a[show("key")] += 1
a[1:2] += 3
a[::2] += 4
a.b.c[0].d += 5
a.p, a[0], (a.q, *a.rest) = 1, 2, (3, 4, 5)
del a.x, a[0], (a.y, [a.z]), a[1:2], a[:]
for a.i in range(2):
    pass
for a["loop"], b in [(1, 2)]:
    pass
with_target = [None]


class Manager:
    def __enter__(self):
        return "entered"
    def __exit__(self, *details):
        pass


with Manager() as with_target[0], Manager() as a.m:
    print(with_target)
first, *middle, last = range(5)
print(first, middle, last)
*init, = "abc"
print(init)
(x, y), [z, *w] = (1, 2), (3,)
print(x, y, z, w)
x, y = y, x
x, y, z = z, x, y
print(x, y, z)
l = [1, 2, 3]
i = 0
i, l[i] = 1, "at i"
print(i, l)
l[0], l[1] = l[1], l[0]
print(l)
print((n := 10) + n, n)
if (m := len(l)) > 2:
    print("walrus", m)
while (m := m - 1):
    print(m, end=" ")
print()
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = 'x'", "a, *b, c = [1]", "[a] = {}", "a, b = 1.5"):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
annotated: int = 1
only: str
a.t: "quoted" = 2
(parenthesised): int = 3
print(__annotations__, annotated, parenthesised)


def local_annotation():
    v: undefined_name = 1
    w: also_undefined
    return v


print(local_annotation())


class Annotated:
    f: int = 1
    g: "str"
    __private: float = 2.5
    def method(self, p: int, *args: str, q: "later" = None, **kw: dict) -> list:
        self.attribute: int = 4


print(Annotated.__annotations__, Annotated.method.__annotations__)
s = [1]
t = s
t += [2]
t *= 2
print(s, t is s)
u = (1,)
u += (2,)
print(u)
n = 7
n -= 2; n *= 3; n //= 2; n **= 2; n %= 10; n <<= 3; n >>= 1; n |= 1; n &= 29; n ^= 3; n /= 2
print(n)
d = {"a": {"b": [1, 2]}}
d["a"]["b"][0] += 10
del d["a"]["b"][1]
print(d)
e = f = g = []
e.append(1)
print(f, g is e)
a, b, c, d, e = "12345"
a, b, c, d, e = e, d, c, b, a
print(a, b, c, d, e)
def swaps(p, q, r):
    p, q = q, p
    p, q, r = r, p, q
    p, p = 1, 2
    q, r, q = 3, 4, 5
    return p, q, r
print(swaps(1, 2, 3))
