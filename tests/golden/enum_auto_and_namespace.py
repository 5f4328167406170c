# enum: auto(), _generate_next_value_, _ignore_, _order_, _missing_, aliases added later, wrong names.
import enum
from enum import Enum, Flag, IntEnum, StrEnum, auto


class Numbers(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()
    PAIR = auto(), "with auto"


print([(n.name, n.value) for n in Numbers])


class Names(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower(), start, count, last_values[:1]
    FIRST = auto()
    SECOND = auto()


print([n.value for n in Names])


class Empty(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name * 2


class Inherits(Empty):
    THIRD = auto()


print(Inherits.THIRD.value)


class Lower(StrEnum):
    FOO = auto()
    BAR = "Baz"


print([str(m) for m in Lower], Lower.FOO == "foo", Lower("Baz"), f"{Lower.FOO!r:>20}", Lower.FOO.upper(), "foo" in Lower)


class Ignored(Enum):
    _ignore_ = "i temporary"
    temporary = {}
    for i in range(3):
        vars()[f"M{i}"] = i


print(list(Ignored), hasattr(Ignored, "i"))


class Ordered(Enum):
    _order_ = "A B"
    A = 1
    B = 2
    C = 1


print(list(Ordered))


class Missing(Enum):
    A = "a"
    B = "b"

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "raise":
            raise KeyError("from missing")
        return cls.A if isinstance(value, str) and value.lower() == "a" else None


for value in ("A", "x", "bad", "raise"):
    try:
        print(Missing(value))
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


class Aliases(Enum):
    A = 1
    B = 2

    def __init__(self, number):
        if number == 1:
            self._add_value_alias_("one")


Aliases.A._add_alias_("FIRST")
print(Aliases("one"), Aliases.FIRST, Aliases.__members__)
for attempt in (lambda: Aliases.B._add_alias_("A"), lambda: Aliases.B._add_value_alias_("one")):
    try:
        attempt()
    except (NameError, ValueError) as error:
        print(type(error).__name__, error)


def build(body):
    try:
        exec(body, {"Enum": Enum, "auto": auto, "IntEnum": IntEnum, "Flag": Flag, "enum": enum})
        print("made")
    except Exception as error:
        print(type(error).__name__, error)


build("class E(Enum):\n A = 1\n A = 2")
build("class E(Enum):\n mro = 1")
build("class E(Enum):\n _x_ = 1")
build("class E(Enum):\n A = auto()\n def _generate_next_value_(*a): return 1")
build("class E(Enum):\n A = 1\n _ignore_ = 'A'")
build("class E(Enum):\n _order_ = 'B A'\n A = 1\n B = 2")
build("class E(Enum):\n A = 1\n def A(self): pass")
build("class E(Enum):\n A = 'x'\n B = auto()")
build("class E(Enum):\n A = 'x'\n B = 1\n C = auto()")
build("class E(IntEnum):\n A = 'x'")
build("class E(Enum, int):\n A = 1")
build("class E(Flag):\n A = 'x'\n B = auto()")
build("class E(Enum):\n __private = 1\n _single = 2\n print(E) if 0 else None")
build("class E(enum.ReprEnum):\n A = 1")
build("class E(enum.StrEnum):\n A = 1")
build("class E(enum.StrEnum):\n A = 'a', 1")


class Private(Enum):
    __secret = 1
    visible = 2


print(list(Private), Private._Private__secret)
print(repr(auto()).startswith("auto("), auto(5), enum.auto(3).value)


class Base(Enum):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        print(cls.__name__, list(cls), kwargs)


class Sub(Base, option=1):
    A = 1
    B = 2
