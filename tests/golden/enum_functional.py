# enum: the functional way, global_enum, verify, property, EnumDict.
import enum
import sys
from enum import (CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, EnumCheck, EnumType, Flag, IntEnum, IntFlag, StrEnum,
                  global_enum, verify)

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.__module__, Animal.__qualname__, Animal.ANT.value)
print(list(Enum("Comma", "a, b,c")), list(Enum("List", ["x", "y"], start=5)), list(Enum("Pairs", [("p", 1), ("q", 3)])))
print(list(Enum("Dict", {"k": "v", "l": "w"})), list(IntEnum("Ints", "a b")), list(Flag("Flags", "a b c")), list(StrEnum("Strs", "A B")))
print(Enum("Typed", "a b", type=str).a if False else "", Enum("M", "a", module="mod", qualname="Q.M").__qualname__)
print(list(Enum("Empty", ())), list(Enum("None_", names=())), Enum("T", {"a": "x"}, type=str).a.upper())
for attempt in (lambda: Enum("Wrong"), lambda: Enum("Wrong", [1]), lambda: Enum("Wrong", "a a")):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


@global_enum
class Noise(Flag):
    HISS = 1
    POP = 2


@global_enum
class Level(IntEnum):
    QUIET = 1


@global_enum
class Sound(Enum):
    BANG = 1


print(HISS, repr(HISS), repr(Noise(3)), str(Noise(3)), repr(Noise(0)), str(Noise(0)))
print(repr(QUIET), str(QUIET), repr(BANG), str(BANG), QUIET is Level.QUIET)


def check(cls, *checks):
    try:
        print(verify(*checks)(cls))
    except (ValueError, TypeError) as error:
        print(error)


check(Enum("A", {"x": 1, "y": 1, "z": 2}), UNIQUE)
check(Enum("B", {"x": 1, "y": 4}), CONTINUOUS)
check(Enum("C", {"x": 1, "y": 2}), CONTINUOUS, UNIQUE)
check(Flag("D", {"x": 1, "y": 16}), CONTINUOUS)
check(Flag("E", {"x": 1, "y": 6}, boundary=enum.KEEP), NAMED_FLAGS)
check(IntFlag("F", {"x": 1, "y": 6, "z": 9}), NAMED_FLAGS)
check(IntFlag("G", {"x": 1, "y": 2, "z": 3}), NAMED_FLAGS)
check(int, UNIQUE)
print(list(EnumCheck), repr(UNIQUE))


class WithProperty(Enum):
    A = 1
    special = 2

    @enum.property
    def doubled(self):
        return self.value * 2


class Base(Enum):
    @enum.property
    def special(self):
        return "from member"


class Shadow(Base):
    special = 5
    other = 6


print(WithProperty.A.doubled, Shadow.special, Shadow.other.special, Shadow.special.value, type(Shadow.__dict__["special"]).__name__)
for attempt in (lambda: setattr(WithProperty.A, "doubled", 1), lambda: delattr(WithProperty.A, "doubled"),
                lambda: WithProperty.doubled):
    try:
        print(attempt())
    except AttributeError as error:
        print(error)
print(enum.EnumMeta is EnumType, isinstance(Animal, EnumType), type(EnumType.__prepare__("X", (Enum,))).__name__)
namespace = EnumType.__prepare__("X", (Enum,))
namespace["a"] = 1
namespace.update({"b": 2}, c=3)
print(namespace.member_names, dict(namespace).keys() >= {"a", "b", "c"})


class Meta(EnumType):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print("Meta.__new__", name)
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    @property
    def count(cls):
        return len(cls)


class Own(Enum, metaclass=Meta):
    A = 1
    B = 2


print(Own.count, list(Own))
