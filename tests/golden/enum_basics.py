# enum.Enum: members, aliases, lookups, iteration, what cannot be done.
import enum
from enum import Enum, unique


class Color(Enum):
    """Colors."""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def first(cls):
        return cls.RED

    @staticmethod
    def static():
        return "static"

    def __hidden(self):
        pass


print(list(Color), len(Color), Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, Color.CRIMSON.name)
print(Color(1), Color["GREEN"], Color(Color.BLUE), Color.RED.value, Color.__members__)
print(list(reversed(Color)), Color.RED in Color, 1 in Color, 9 in Color, "RED" in Color, bool(Color), type(Color))
print(repr(Color), Color.__doc__, Color.RED.nice, Color.first(), Color.static(), Color.RED.GREEN)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 1}[Color(1)], isinstance(Color.RED, Color))
print(f"{Color.RED}", f"{Color.RED:>12}", "%s" % Color.RED, str(Color.RED), format(Color.RED, "<12") + "|")
for attempt in (lambda: Color(9), lambda: Color["NO"], lambda: Color.NO, lambda: setattr(Color, "RED", 2),
                lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "name", 1), lambda: setattr(Color.RED, "value", 1),
                lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: Color("x", "y"), lambda: Color([]),
                lambda: Color.RED.missing, lambda: delattr(Color.RED, "value"), lambda: type("Sub", (Color,), {})):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
Color.extra = 5
Color.RED.note = "n"
print(Color.extra, Color.RED.note, Color.RED.__objclass__, Color.RED._sort_order_, Color.BLUE._sort_order_)
del Color.extra
print(dir(Color), dir(Color.RED), sep="\n")
print(Color.RED.__reduce_ex__(2), hash(Color.RED) == hash("RED"), Color._member_names_, sorted(Color._value2member_map_))

try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as error:
    print(error)
print(unique(Color) if False else "unique")


class Values(Enum):
    LIST = [1, 2]
    DICT = {}
    SAME = [1, 2]
    NONE = None
    TUPLE = 1, 2


print(list(Values), Values([1, 2]), Values({}), Values((1, 2)), Values(1, 2), Values(None), [1, 2] in Values, [3] in Values)
try:
    Values([3])
except ValueError as error:
    print(error)


class Empty(Enum):
    pass


class Derived(Empty):
    X = "x"


print(list(Derived), Derived.X, Empty.__members__, isinstance(Derived.X, Empty))
try:
    Empty(1)
except TypeError as error:
    print(error)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)

    def __str__(self):
        return f"planet {self.name}"


print([(p, p.value, p.ratio) for p in Planet], Planet((5.97, 6.37)), f"{Planet.MARS}")
match Color.RED:
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red")


class WithNested(Enum):
    A = 1

    class Inner:
        pass
    f = lambda self: self.value
    B = enum.nonmember(2)
    C = enum.member(lambda: 3)


print([m.name for m in WithNested], WithNested.Inner, WithNested.A.f(), WithNested.B, WithNested.C.value())
