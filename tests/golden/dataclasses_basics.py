# dataclasses: the methods that the decorator writes, and its options.
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)
    total: ClassVar[int] = 5
    plain = "no annotation"


p = Point(1, 2)
print(p, Point(1), p == Point(1, 2), p == Point(1, 3), p == (1, 2), p != Point(1, 2), Point.__match_args__, Point.__doc__)
print(Point(1).tags is Point(1).tags, p.tags, Point.total, Point.y, hasattr(Point, "tags"), Point.__init__.__annotations__)
print(Point.__init__.__qualname__, Point.__repr__.__qualname__, Point.__eq__.__qualname__, Point.__hash__)
print([f.name for f in fields(Point)], [f.name for f in fields(p)], is_dataclass(Point), is_dataclass(p), is_dataclass(int))
print(Point.__dataclass_params__)
for f in fields(Point):
    print(f.name, f.type, f.default if f.default is not MISSING else "-", f.init, f.repr, f.hash, f.compare, dict(f.metadata), f.kw_only)
for attempt in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=1), lambda: hash(p), lambda: p < p):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = field(default=0, compare=True)
    note: str = field(default="", compare=False)


a, b = Version(1, 2, "a"), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a == Version(1, 2, "other"), hash(a) == hash(Version(1, 2, "x")), sorted([b, a]), {a: 1}[Version(1, 2)])
for attempt in (lambda: setattr(a, "major", 2), lambda: delattr(a, "major"), lambda: setattr(a, "new", 2),
                lambda: delattr(a, "new"), lambda: a < 3, lambda: a < (1, 2)):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


@dataclass(init=False, repr=False, eq=False)
class Bare:
    x: int = 1


print(Bare().x, Bare() == Bare(), "Bare object" in repr(Bare()), hash(Bare()) != 0, "__init__" in Bare.__dict__)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: int = field(default=0, hash=False)


print(hash(Hashed(1)) == hash((1,)), hash(Hashed(1, 5)) == hash(Hashed(1, 6)))


@dataclass
class OwnMethods:
    x: int

    def __repr__(self):
        return "own repr"

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 5


print(OwnMethods(1), OwnMethods(1) == 3, hash(OwnMethods(2)))


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: str = "changed"


print(Derived(), Derived("x", 1, 2), [(f.name, f.type) for f in fields(Derived)], Derived.__match_args__)
print(Base(1) == Derived(1), Derived.__mro__[1].__name__)


@dataclass
class Recursive:
    me: "Recursive" = None


r = Recursive()
r.me = r
print(r)


@dataclass
class Nested:
    @dataclass
    class Inner:
        v: int
    inner: Inner


print(Nested(Nested.Inner(1)))
match Point(3, 4):
    case Point(x, y):
        print("matched", x, y)


@dataclass
class Self:
    self: int
    other: int = 1


print(Self(5), Self(self=2))


@dataclass
class Empty:
    pass


print(Empty(), Empty() == Empty(), Empty.__doc__, Empty.__match_args__)


def generic(T):
    @dataclass
    class Local:
        value: T
    return Local


print(generic(int)(3), generic(int).__qualname__)
