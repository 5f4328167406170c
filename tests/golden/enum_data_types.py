# enum: members that are ints, strings, floats, tuples, dataclass-like; __new__, repr, str and format of each.
import enum
from enum import Enum, IntEnum, ReprEnum, StrEnum


class Int(IntEnum):
    A = 1
    B = 2


class IntMixin(int, Enum):
    A = 1


class Str(StrEnum):
    A = "a"


class StrMixin(str, Enum):
    A = "a"


class FloatRepr(float, ReprEnum):
    PI = 3.5


class Bytes(bytes, Enum):
    A = b"x"


class Tuples(tuple, Enum):
    A = (1, 2)


class Hex(int):
    def __repr__(self):
        return hex(self)


class HexEnum(Hex, Enum):
    A = 26


for member in (Int.A, IntMixin.A, Str.A, StrMixin.A, FloatRepr.PI, Bytes.A, Tuples.A, HexEnum.A):
    print(repr(member), str(member), f"{member}", "%s" % (member,), type(member).__mro__[1:3], member.value, type(member.value))
print(Int.A + 1, Int.B > Int.A, sorted([Int.B, Int.A]), sum(Int), [10, 20, 30][Int.A], f"{Int.A:03d}", Int("1") if False else "")
print(Str.A + "b", Str.A == "a", "a" in Str, StrMixin.A.upper(), {"a": 1}[Str.A], len(StrMixin.A), f"{Str.A:>4}")
print(FloatRepr.PI * 2, Bytes.A + b"y", Tuples.A[1], Tuples((1, 2)), HexEnum(26) is HexEnum.A, Int(1.0))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")


print(Coordinate.PX, Coordinate(1) is Coordinate.PY, Coordinate.PY.label, bytes(Coordinate.PY))


class AutoNumber(Enum):
    def __new__(cls, *args):
        value = len(cls.__members__) + 1
        obj = object.__new__(cls)
        obj._value_ = value
        return obj


class Colors(AutoNumber):
    RED = ()
    GREEN = ()

    def __init__(self, *args):
        self.args = args


class Swatch(AutoNumber):
    def __init__(self, code="?"):
        self.code = code
    AUBURN = "3497"
    UNKNOWN = ()


print([(c.name, c.value, c.args) for c in Colors], [(s, s.code) for s in Swatch])


class Ordered(Enum):
    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.value < other.value
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented if type(self) is not type(other) else self.value == other.value

    def __hash__(self):
        return 7


class Grade(Ordered):
    B = 2
    A = 3


print(sorted(Grade), Grade.B < Grade.A, hash(Grade.A), Grade.A == Grade.A)


class Describes:
    def describe(self):
        return f"{self.name} is {self.value!r}"


class WithMixin(Describes, Enum):
    X = 1


class WithBoth(Describes, str, Enum):
    Y = "y"


class Named(str, Enum):
    name_ = "n"
    value_ = "v"
    title = "t"
    upper = "u"


print(WithMixin.X.describe(), WithBoth.Y.describe(), repr(WithBoth.Y))
print(list(Named), Named.title, Named.title.value, Named.upper.lower())


class HasName(Enum):
    name = 1
    value = 2


print(list(HasName), HasName.name, HasName.value.name, HasName.name.value)


class Formats(Enum):
    A = 1

    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "own repr"


print(f"{Formats.A:abc}", Formats.A, [Formats.A])


class Bool(Enum):
    A = 0
    B = 1

    def __bool__(self):
        return bool(self.value)


print(bool(Bool.A), bool(Bool.B), bool(Int.A))
for attempt in (lambda: Int("x"), lambda: Str(1), lambda: Int.A.B.A, lambda: IntEnum("N", "a b")(2)):
    try:
        print(repr(attempt()))
    except ValueError as error:
        print(error)
