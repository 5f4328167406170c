# staticmethod and classmethod carry the wrapped function's names, documentation and annotations.


def f(cls, a: int):
    "about f"


class Callable:
    "about Callable"
    def __call__(self):
        return 1


for wrap in classmethod, staticmethod:
    w = wrap(f)
    print(wrap.__name__, list(w.__dict__), w.__doc__, w.__name__, w.__qualname__)
    print(w.__dict__['__annotations__'] is f.__annotations__, w.__wrapped__ is f, w.__func__ is f)
    w.extra = 1
    print(w.__dict__['extra'], hasattr(f, 'extra'))
    w.__doc__ = 'changed'
    print(w.__doc__, f.__doc__)
    for thing in 3, Callable, len, lambda: 1, Callable():
        print(list(wrap(thing).__dict__))
    try:
        w.__func__ = f
    except AttributeError as error:
        print(error)
    bare = wrap.__new__(wrap)
    print(bare.__dict__, bare.__func__)
    try:
        bare.__name__
    except AttributeError as error:
        print(error)
    for args in (), (1, 2):
        try:
            wrap(*args)
        except TypeError as error:
            print(error)
    try:
        wrap(function=f)
    except TypeError as error:
        print(error)


class Implicit:
    def __new__(cls):
        return object.__new__(cls)

    def __init_subclass__(cls):
        pass


print(type(vars(Implicit)['__new__']).__name__, vars(Implicit)['__new__'].__dict__)
print(type(vars(Implicit)['__init_subclass__']).__name__, hasattr(vars(Implicit)['__init_subclass__'], '__name__'))


class Nested:
    @classmethod
    @property
    def p(cls):
        return 5

    @staticmethod
    def q():
        "about q"

    @staticmethod
    @classmethod
    def r(cls):
        return cls


print(type(Nested.p).__name__, Nested.q.__doc__, vars(Nested)['q'].__doc__, type(Nested.r).__name__)
print(staticmethod(len)('abc'), repr(classmethod(3)), repr(staticmethod(None)))
