# functools.singledispatch and singledispatchmethod.
import collections.abc as c
import functools
from functools import singledispatch, singledispatchmethod
from numbers import Integral, Number


@singledispatch
def show(x, *rest):
    """Doc."""
    return f"object {x!r}"


@show.register
def _(x: int, *rest):
    return f"int {x} {rest}"


@show.register(str)
def of_str(x):
    return f"str {x}"


@show.register
def _(x: list | tuple):
    return f"sequence {len(x)}"


show.register(type(None), lambda x: "none")
print(show(1.5), show(1, 2), show(True), show("s"), show([1]), show((1, 2)), show(None), show.__name__, show.__doc__)
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict) is show.registry[object], of_str("x"), sorted(k.__name__ for k in show.registry))
try:
    show.registry[int] = 1
except TypeError as error:
    print(error)


class Mine(c.Sized):
    def __len__(self):
        return 3


@singledispatch
def abstract(x):
    return "base"


abstract.register(c.Sized, lambda x: "sized")
abstract.register(c.Iterable, lambda x: "iterable")
abstract.register(c.Mapping, lambda x: "mapping")
abstract.register(Number, lambda x: "number")
abstract.register(Integral, lambda x: "integral")
print(abstract({}), abstract(Mine()), abstract(iter([])), abstract(1.5), abstract(3), abstract(object()))
for ambiguous in ([], "s"):
    try:
        print(abstract(ambiguous))
    except RuntimeError as error:
        print(error)


class Both:
    pass


c.Sized.register(Both)
print(abstract(Both()))
abstract.register(list, lambda x: "list")
print(abstract([]))
for attempt in (lambda: show(), lambda: show.register(3), lambda: show.register("x", len), lambda: show.register(list[int], len),
                lambda: show.register(lambda x: x)):
    try:
        attempt()
    except TypeError as error:
        print(str(error).split(" at 0x")[0])


class Formatter:
    @singledispatchmethod
    def format(self, arg):
        return "other"

    @format.register
    def _(self, arg: int):
        return f"int {arg} by {type(self).__name__}"

    @format.register(str)
    def _(self, arg):
        return "str"

    @singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls, "other"

    @make.register
    @classmethod
    def _(cls, arg: int):
        return cls.__name__, arg

    @singledispatchmethod
    @staticmethod
    def static(arg):
        return "static"

    @static.register(int)
    @staticmethod
    def _(arg):
        return "static int"


f = Formatter()
print(f.format(1), f.format("s"), f.format([]), Formatter.make(3), f.make("x")[1], f.static(1), Formatter.static("x"))
try:
    f.format()
except TypeError as error:
    print(error)
try:
    singledispatchmethod(3)
except TypeError as error:
    print(error)
print(functools.singledispatch.__module__, f.format.__name__)
