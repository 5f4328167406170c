def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get():
        return n
    return up, get
up, get = counter()
up(); up()
print(get(), up.__closure__[0].cell_contents, up.__code__.co_freevars)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
x = "global"
def outer():
    x = "outer"
    class C:
        y = x
        x = "class"
        def m(self):
            return x
    return C
C = outer()
print(C.y, C.x, C().m())
def f():
    global x, new
    x = "changed"
    new = 1
f()
print(x, new)
def unbound(flag):
    if flag:
        v = 1
    try:
        return v
    except UnboundLocalError as e:
        return str(e)
print(unbound(True), unbound(False))
def free():
    def inner():
        return late
    try:
        inner()
    except NameError as e:
        print(e)
    late = 5
    return inner()
print(free())
def deleted():
    z = 1
    def inner():
        return z
    del z
    try:
        inner()
    except NameError as e:
        return str(e)
print(deleted())
def nested(n):
    def a():
        def b():
            def c():
                return n
            return c
        return b
    return a()()()
print(nested(7))
print([x for x in range(3)], x)
def params(a):
    def get(): return a
    a = 10
    return get()
print(params(1))
class K:
    a = 5
    b = [a for _ in range(2)] if False else [1]
    c = list(a_ for a_ in [1, 2])
    print(sorted(n for n in locals() if not n.startswith("__")))
def comp():
    y = 3
    return [x * y for x in range(3)], {k: y for k in "ab"}, {y for _ in "x"}, list(z + y for z in range(2))
print(comp())
print([[(i, j) for j in range(i)] for i in range(3)])
def walrus(data):
    if (n := len(data)) > 2:
        return n
    return [last := v for v in data], last
print(walrus([1, 2, 3]), walrus([4, 5]))
