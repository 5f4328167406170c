# update_wrapper, wraps, cached_property, partialmethod.
import functools
from functools import cached_property, partial, partialmethod, update_wrapper, wraps


def wrapped(a: int, b: str = "x") -> float:
    """What it does."""


wrapped.attribute = 1


@wraps(wrapped)
def wrapper(*args):
    pass


print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__module__, wrapper.__annotations__)
print(wrapper.attribute, wrapper.__wrapped__ is wrapped, sorted(wrapper.__dict__))


def bare():
    """Own."""


print(update_wrapper(bare, wrapped, (), ()).__doc__, bare.__wrapped__ is wrapped, bare.__dict__.keys())


def chosen():
    """Own."""


chosen.table = {"a": 1}
wrapped.table = {"b": 2}
update_wrapper(chosen, wrapped, assigned=("__name__", "missing"), updated=("table",))
print(chosen.__name__, chosen.__doc__, chosen.table)
for wrong in ((chosen, partial(print), ("__name__",), ("nothing",)),):
    try:
        update_wrapper(*wrong)
    except AttributeError as error:
        print(error)
print(update_wrapper(partial(print), len).__name__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """The area."""
        print("computing")
        return self.radius ** 2 * 3

    def total(self, *args, **kwargs):
        return self.radius, args, kwargs

    twice = partialmethod(total, 2, k=3)
    again = partialmethod(twice, 4, k=5)
    of_class = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 1)
    of_nobody = partialmethod(staticmethod(lambda *a: a), 1)
    of_partial = partialmethod(partial(lambda self, *a: (self.radius, a), ), 8)


c = Circle(2)
print(c.area, c.area, c.__dict__)
c.area = 7
print(c.area)
del c.area
print(c.area)
print(Circle.area.__doc__, Circle.area.attrname, Circle.area.__module__, type(Circle.area))
print(c.twice(1, z=2), c.again(0), c.twice(k=9))
print(c.of_class(2), Circle.of_class(3), c.of_nobody(4), c.of_partial(9))
print(Circle.twice(c, 1))
print(repr(partialmethod(len, 1, a="b")))
for wrong in (3, None):
    try:
        partialmethod(wrong)
    except TypeError as error:
        print(error)

try:
    class Twice:
        a = b = cached_property(lambda self: 1)
except TypeError as error:
    print(error)


class Slots:
    __slots__ = ()

    @cached_property
    def v(self):
        return 1


class Late:
    pass


Late.v = cached_property(lambda self: 1)
for instance in (Slots(), Late()):
    try:
        instance.v
    except TypeError as error:
        print(error)


class Meta(type):
    @cached_property
    def v(cls):
        return 1


class OfMeta(metaclass=Meta):
    pass


try:
    OfMeta.v
except TypeError as error:
    print(error)
print(cached_property[int], partialmethod[int])
try:
    functools.nothing
except AttributeError as error:
    print(error)
