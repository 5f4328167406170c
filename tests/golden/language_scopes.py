# Names: global, nonlocal, closures, class scopes, del, deletion of cells, mangling.
x = "module"


def reads():
    return x


def writes():
    global x, made
    x = "written"
    made = "new global"


def local():
    x = "local"
    def inner():
        nonlocal x
        x += "+inner"
        def innermost():
            nonlocal x
            x += "+innermost"
            return x
        return innermost()
    return inner(), x


print(reads(), local(), reads())
writes()
print(x, made)


def unbound():
    try:
        print(y)
    except UnboundLocalError as error:
        print(error)
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as error:
        print(error)


unbound()


def free_unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = "bound"
    print(inner())
    del later
    try:
        inner()
    except NameError as error:
        print(error)


free_unbound()


class Scope:
    x = "class"
    y = x + "!"
    def method(self):
        return x
    def own(self):
        return self.x
    class Inner:
        z = x
    lambda_result = (lambda: x)()


print(Scope.y, Scope().method(), Scope().own(), Scope.Inner.z, Scope.lambda_result)


def make_class(v):
    class Local:
        value = v
        v = "shadow"
        after = v
        def get(self):
            return v
    return Local


v = "module v"
C = make_class("closure")
print(C.value, C.after, C().get(), C.__qualname__)


def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    def reset():
        nonlocal count
        count = 0
    return increment, reset


increment, reset = counter()
print(increment(), increment(5), reset(), increment())
print(increment.__closure__[0].cell_contents, increment.__code__.co_freevars)


class Private:
    __secret = 1
    def __init__(self):
        self.__own = 2
    def get(self):
        return self.__secret, self.__own
    def __method(self):
        return "private"
    def call(self):
        __local = 3
        return self.__method(), __local, [__local for __local in (4,)]


print(Private().get(), Private().call(), sorted(k for k in vars(Private()) ), "_Private__secret" in dir(Private))


class Base:
    def who(self):
        return "Base"
    @classmethod
    def make(cls):
        return cls.__name__


class Child(Base):
    def who(self):
        return "Child of " + super().who()
    def cell(self):
        return __class__.__name__
    @classmethod
    def make(cls):
        return "child " + super().make()
    def nested(self):
        def inner():
            return super(Child, self).who()
        return inner()
    def comprehension(self):
        return [super(Child, self).who() for _ in range(2)]
    def captured(self):
        f = lambda: self
        return super().who() + str(f() is self)


child = Child()
print(child.who(), child.cell(), Child.make(), child.nested(), child.comprehension(), child.captured())
g = [(lambda n: (lambda: n))(n) for n in range(3)]
print([f() for f in g])


def parameter_cell(a, b=2, *c, d, **e):
    def inner():
        return a, b, c, d, e
    a += 1
    return inner()


print(parameter_cell(1, 3, 4, d=5, f=6))


def many():
    a = b = c = d = 1
    def one():
        nonlocal a, c
        a, c = c + 1, a + 2
        def two():
            nonlocal b
            b = a + c
            return d
        return two()
    r = one()
    return a, b, c, d, r


print(many())
def f():
    for i in range(2):
        pass
    return i
print(f())
def g():
    import math as m, builtins
    from builtins import len as length
    return length([1, 2]), m.__name__, builtins is __builtins__ or True
print(g())
if True:
    defined_in_if = 1
print(defined_in_if, __name__, __debug__)
del defined_in_if
try:
    defined_in_if
except NameError as error:
    print(error)
print(C().get.__qualname__, increment.__qualname__, (lambda: 0).__qualname__, Scope.Inner.__qualname__)
def qualified():
    global made_global
    def made_global(): pass
    return made_global.__qualname__
print(qualified())
