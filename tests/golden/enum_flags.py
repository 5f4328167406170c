# enum.Flag and IntFlag: combinations, boundaries, names of what has none.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, auto
import enum


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(list(Perm), len(Perm), [p.value for p in Perm], repr(Perm), Perm.__members__)
print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, Perm.R & Perm.W, repr(Perm(0)), Perm.R ^ Perm.RW, ~Perm.R, ~Perm.NONE)
print(Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), len(Perm.RW), bool(Perm.NONE), bool(Perm.R), list(Perm(7)))
print(Perm(3) is Perm.RW, Perm(5) is Perm.R | Perm.X, Perm(5).name, Perm(0).name, Perm(-1), Perm(-2), Perm(7).name)
for attempt in (lambda: Perm(8), lambda: Perm(-9), lambda: Perm("x"), lambda: Perm.R | 1, lambda: 1 | Perm.R,
                lambda: 1 in Perm.RW, lambda: "R" in Perm.RW, lambda: Perm["Q"], lambda: Perm.R < Perm.W,
                lambda: Perm.R + 1):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(1 in Perm, 7 in Perm, 8 in Perm, Perm.R in Perm, {Perm.R | Perm.W: 1}[Perm.RW], hash(Perm.R) == hash(Perm(1)))


class Int(IntFlag):
    A = 1
    B = 2
    C = 4
    D = 8 | 2


print(list(Int), Int.A | Int.B, repr(Int.A | Int.B), repr(Int.A | 16), Int(33), repr(Int(33)), repr(~Int.A), Int(-1), repr(Int(-1)))
print(Int.A + 1, Int.A | 8, repr(8 | Int.A), repr(Int.A & 3), repr(6 ^ Int.B), f"{Int.A}", str(Int.A), f"{Int.B:04}", repr(Int.D))
print(isinstance(Int.A, int), Int.A == 1, Int.B < 5, 3 in Int, 64 in Int, repr(Int(0)), [repr(m) for m in Int(15)], Int(10).name)


def boundary_class(kind):
    class Bounded(Flag, boundary=kind):
        LOW = 1
        HIGH = 4
        BOTH = 5
    return Bounded


class Eight(Flag, boundary=KEEP):
    BITS = 0x18
    ONE = 1


for kind in (STRICT, CONFORM, EJECT, KEEP):
    cls = boundary_class(kind)
    for value in (2, 6, 8, -1, -3, 0):
        try:
            print(kind.name, value, repr(cls(value)), type(cls(value)).__name__)
        except ValueError as error:
            print(kind.name, value, error)
    try:
        print(repr(~cls.LOW), repr(~cls(0)), 2 in cls)
    except ValueError as error:
        print(error)
print(list(Eight), repr(Eight.BITS), repr(Eight(0x19)), repr(Eight(8)), list(Eight(0x19)), Eight(0x21))
print(list(FlagBoundary), STRICT, repr(KEEP), enum.show_flag_values(13))


class Mixed(Flag):
    B = 4
    A = 1
    C = 2


print(list(Mixed), list(Mixed(7)), Mixed(7))


class Str(str, enum.Enum):
    X = "x"


class NoneFlag(Flag):
    A = None
    B = 1


try:
    NoneFlag.A | NoneFlag.B
except TypeError as error:
    print(error)
try:
    ~NoneFlag.A
except TypeError as error:
    print(error)
print([enum.bin(n) for n in (0, 1, 5, -1, -8)], enum.bin(3, 6), enum.bin(-3, 6))
x = Perm.R
x |= Perm.W
x &= ~Perm.R
print(x, type(x))
