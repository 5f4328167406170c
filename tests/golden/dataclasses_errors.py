# dataclasses: what cannot be written.
import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass
from typing import ClassVar


def build(text):
    names = {"dataclass": dataclass, "field": field, "KW_ONLY": KW_ONLY, "InitVar": InitVar, "ClassVar": ClassVar,
             "__name__": "__main__"}
    try:
        exec(text, names)
        print("made")
    except Exception as error:
        print(type(error).__name__, error)


build("@dataclass\nclass C:\n x: int = 1\n y: int")
build("@dataclass\nclass C:\n x: list = []")
build("@dataclass\nclass C:\n x: dict = field(default={})")
build("@dataclass\nclass C:\n x: int = field(default=1, default_factory=int)")
build("@dataclass\nclass C:\n x = field()")
build("@dataclass\nclass C:\n x: ClassVar[int] = field(default_factory=int)")
build("@dataclass\nclass C:\n x: InitVar[int] = field(default_factory=int)")
build("@dataclass\nclass C:\n x: ClassVar[int] = field(kw_only=True)")
build("@dataclass\nclass C:\n a: KW_ONLY\n b: KW_ONLY")
build("@dataclass(order=True, eq=False)\nclass C:\n x: int")
build("@dataclass(order=True)\nclass C:\n x: int\n def __lt__(self, o): pass")
build("@dataclass(frozen=True)\nclass C:\n x: int\n def __setattr__(self, o, v): pass")
build("@dataclass(frozen=True)\nclass C:\n x: int\n def __delattr__(self, o): pass")
build("@dataclass(unsafe_hash=True)\nclass C:\n x: int\n def __hash__(self): pass")
build("@dataclass\nclass A:\n x: int\n@dataclass(frozen=True)\nclass B(A):\n y: int")
build("@dataclass(frozen=True)\nclass A:\n x: int\n@dataclass\nclass B(A):\n y: int")
build("@dataclass(slots=True)\nclass C:\n __slots__ = ()\n x: int")
build("@dataclass(weakref_slot=True)\nclass C:\n x: int")
build("@dataclass(what=1)\nclass C:\n x: int")
build("class A: pass\n@dataclass\nclass C:\n x: int = A()\nprint(type(C().x).__name__)")
build("@dataclass\nclass C:\n x: set = set()")
build("@dataclass\nclass C:\n x: int = 1\n _: KW_ONLY\n y: int\nprint(C(y=2))")
for attempt in (lambda: fields(3), lambda: fields(int), lambda: dataclasses.asdict(3), lambda: dataclasses.astuple(int),
                lambda: dataclasses.replace(3), lambda: make_dataclass("C", [("x", int, 1, 2)]),
                lambda: make_dataclass("C", ["1x"]), lambda: make_dataclass("C", ["for"]),
                lambda: make_dataclass("C", ["x", "x"]), lambda: make_dataclass("C", [3]), lambda: make_dataclass("C", [(3, int)])):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError", error)


@dataclass(frozen=True)
class Frozen:
    x: int


@dataclass(frozen=True)
class FrozenChild(Frozen):
    y: int = 1


class Plain(Frozen):
    pass


child = FrozenChild(1)
plain = Plain(2)
plain.other = 3
print(plain.other, plain)
for target, name in ((child, "x"), (child, "y"), (child, "z"), (plain, "x")):
    try:
        setattr(target, name, 5)
    except dataclasses.FrozenInstanceError as error:
        print(type(error).__mro__[1].__name__, error)
    try:
        delattr(target, name)
    except dataclasses.FrozenInstanceError as error:
        print(error)
