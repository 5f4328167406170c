# typing.NamedTuple, TypedDict, NewType.
from typing import (Annotated, Generic, NamedTuple, NewType, NotRequired, ReadOnly, Required, TypedDict, TypeVar,
                    get_type_hints, is_typeddict)

T = TypeVar("T")


class Point(NamedTuple):
    """Doc."""
    x: int
    y: "int" = 0

    def norm(self):
        return self.x ** 2 + self.y ** 2

    @property
    def swapped(self):
        return Point(self.y, self.x)


p = Point(3)
print(p, p.x, p[1], p.norm(), p.swapped, p._replace(y=4), Point._fields, Point._field_defaults, p._asdict(), Point.__doc__)
print(Point.__annotations__, isinstance(p, tuple), p == (3, 0), Point.__mro__, Point.__orig_bases__[0].__name__, Point.__module__)
for attempt in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: setattr(p, "x", 1)):
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(error)
Employee = NamedTuple("Employee", [("name", str), ("id", int)])
print(Employee("n", 1), Employee.__annotations__, Employee.__module__, NamedTuple("E", []).__name__)


class Gen(NamedTuple, Generic[T]):
    v: T


print(Gen(1), Gen[int], Gen[int](2), Gen.__mro__, Gen.__parameters__)


def build(text):
    try:
        exec(text, {"NamedTuple": NamedTuple, "TypedDict": TypedDict, "ReadOnly": ReadOnly})
        print("made")
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)


build("class A(NamedTuple):\n x: int = 1\n y: int")
build("class A(NamedTuple):\n x: int = 1\n y: int = 2\n z: int")
build("class A(NamedTuple):\n _x: int")
build("class A(NamedTuple):\n x: int\n def _make(self): pass")
build("class A(NamedTuple, int):\n x: int")
build("class A(NamedTuple):\n x: 3")
build("class A(dict): pass\nclass B(TypedDict, A):\n x: int")
build("class A(TypedDict):\n x: (1, 2)")


class Movie(TypedDict):
    name: str
    year: int


class Extended(Movie, total=False):
    rating: Required[float]
    note: str
    seen: ReadOnly[NotRequired[bool]]
    tag: Annotated[Required[int], "meta"]


m = Movie(name="n", year=1)
print(m, type(m), Movie.__annotations__, Movie.__total__, Movie.__required_keys__ == {"name", "year"}, Movie({"name": "x"}))
print(sorted(Extended.__required_keys__), sorted(Extended.__optional_keys__), sorted(Extended.__readonly_keys__),
      sorted(Extended.__mutable_keys__), Extended.__total__, Extended.__bases__, Extended.__orig_bases__[0].__name__)
print(get_type_hints(Extended), get_type_hints(Extended, include_extras=True)["tag"], is_typeddict(Movie), is_typeddict(dict))
D = TypedDict("D", {"in": int, "class": str}, total=False)
print(D.__annotations__, D.__optional_keys__ == {"in", "class"}, D.__module__, D.__name__)
for attempt in (lambda: isinstance({}, Movie), lambda: issubclass(dict, Movie)):
    try:
        attempt()
    except TypeError as error:
        print(error)


class GenericDict(TypedDict, Generic[T]):
    v: T


print(GenericDict[int], GenericDict.__parameters__, GenericDict(v=1))
UserId = NewType("UserId", int)
print(UserId, UserId(5), UserId.__name__, UserId.__supertype__, UserId.__module__, type(UserId).__name__, UserId | None, int | UserId)
