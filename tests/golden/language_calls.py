# Calls and parameters: every combination of stars, order of evaluation, error messages.
def show(*args, **kwargs):
    return args, kwargs


def trace(name, value=None):
    print("<" + name + ">", end=" ")
    return value if value is not None else name


print(show(1, *[2, 3], 4, *(5,), a=6, **{"b": 7}, c=8, **{"d": 9}))
print(show(*"ab", **{}), show(**{"x": 1}), show(*()), show(*{1: 2}))
print(show(trace("a"), *trace("b"), k=trace("c"), **trace("d", {"e": 1})))
print(trace("f", show)(trace("x"), y=trace("y")))
print(show(*range(3), *[], **dict(z=1)))


def parameters(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(parameters(1, d=4), parameters(1, 2, 3, 4, 5, d=6, f=7), parameters(1, d=0, a=9, b=8))
for call in (lambda: parameters(), lambda: parameters(1), lambda: parameters(1, c=2, d=3, **{"c": 4}),
             lambda: (lambda a: a)(1, 2), lambda: (lambda a, b: a)(b=1), lambda: (lambda: 0)(x=1),
             lambda: (lambda a, /: a)(a=1), lambda: (lambda *, k: k)(), lambda: show(**[]), lambda: show(*5),
             lambda: show(1, *5), lambda: show(a=1, **{"a": 2}), lambda: show(**{1: 2}), lambda: None(),
             lambda: (lambda a, b, c: 0)(1), lambda: (lambda a, b=1: 0)(1, 2, 3)):
    try:
        call()
    except TypeError as error:
        print(error)


def defaults(a=trace("default"), *, b=trace("keyword default")):
    return a, b


print(defaults(), defaults("x", b="y"))
print(defaults.__defaults__, defaults.__kwdefaults__)


def decorator(label):
    print("make", label)
    def apply(f):
        print("apply", label, f.__name__)
        return f
    return apply


@decorator("outer")
@decorator("inner")
def decorated():
    "doc"


@decorator("class")
class Decorated:
    @decorator("method")
    def method(self):
        pass

    @staticmethod
    def static(x):
        return x

    @classmethod
    def make(cls, *a):
        return cls.__name__, a


print(Decorated.static(1), Decorated().static(2), Decorated.make(1), Decorated().make(2))


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", name, kw)
        return {}

    def __new__(meta, name, bases, namespace, **kw):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), kw)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)


class Made(metaclass=Meta, option=1):
    attribute = 1


class Derived(Made, *(), **{"option": 2}):
    other = 2


f = lambda a, *b, c=1, **d: (a, b, c, d)
print(f(1, 2, c=3, e=4), f.__name__, (lambda: (yield))().__class__.__name__)
print((lambda x: (lambda y: x + y))(1)(2))
print("".join(["a", "b"]), "{} {k}".format(1, k=2))
print(max([3, 1], key=lambda v: -v), sorted("bca", key=str, reverse=True))


class Callable:
    def __call__(self, *args, **kwargs):
        return "called", args, kwargs


print(Callable()(1, a=2), Callable().__call__(3))
long_call = show(*[i for i in range(300)], **{f"k{i}": i for i in range(300)})
print(len(long_call[0]), len(long_call[1]))
exec("print(len(show(" + ",".join(map(str, range(400))) + ")[0]))")
exec("print(len(show(" + ",".join(f"k{i}={i}" for i in range(400)) + ")[1]))")
print(len([0] * 2 + eval("[" + ",".join(["f"] * 700) + "]")), len(eval("(" + ",".join(["f"] * 700) + ")")))
print(len(eval("{" + ",".join(f"{i}: f" for i in range(700)) + "}")), len(eval("{f, " + ",".join(map(str, range(700))) + "}")))
