# dataclasses: InitVar, __post_init__, KW_ONLY, slots, asdict, astuple, replace, make_dataclass.
import dataclasses
from collections import defaultdict, namedtuple
from dataclasses import KW_ONLY, MISSING, Field, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace


@dataclass
class Init:
    x: int
    scale: InitVar[int]
    offset: InitVar[int] = 10
    y: int = field(init=False)
    z: int = field(init=False, default=7)

    def __post_init__(self, scale, offset):
        self.y = self.x * scale + offset


i = Init(2, 3)
print(i, Init(2, 3, 4), i.offset, [f.name for f in fields(Init)], InitVar[int], InitVar["x"], InitVar[list[int]])
print(replace(i, x=5, scale=1), Init.__match_args__, Init.__doc__)
for attempt in (lambda: replace(i, x=1), lambda: replace(i, scale=1, y=2), lambda: replace(i, scale=1, q=2)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


@dataclass
class Keywords:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
    d: int = field(default=4, kw_only=False)


print(Keywords(1, c=3), Keywords(1, 5, c=3), Keywords.__match_args__, Keywords.__doc__)
try:
    Keywords(1, 2, 3)
except TypeError as error:
    print(error)


@dataclass(kw_only=True)
class AllKeywords:
    a: int = 1
    b: int


print(AllKeywords(b=2), AllKeywords.__match_args__)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 5


@dataclass(slots=True, frozen=True)
class SlottedChild(Slotted if False else object):
    z: int = 6


@dataclass(slots=True, weakref_slot=True)
class Weak:
    x: int = 1


s = Slotted(1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"), s.y, SlottedChild.__slots__, Weak.__slots__)
try:
    s.new = 1
except AttributeError as error:
    print(error)
print(SlottedChild().__getstate__(), replace(s, y=9))


@dataclass(slots=True)
class Inherits(Slotted):
    z: int = 3


print(Inherits(1), Inherits.__slots__, Inherits(1, 2, 3) == Inherits(1, 2, 3))

Named = namedtuple("Named", "p q")


@dataclass
class Inner:
    v: int
    items: list = field(default_factory=list)


@dataclass
class Outer:
    inner: Inner
    many: list
    mapping: dict
    pair: tuple
    named: Named = None


o = Outer(Inner(1, [1, 2]), [Inner(2), 3], {"k": Inner(3), Named(1, 2): 5}, (Inner(4), "s"), Named(Inner(5), 6))
d = asdict(o)
print(d)
print(astuple(o))
print(asdict(Inner(1, [9]), dict_factory=lambda items: sorted(items)), astuple(Inner(1), tuple_factory=list))
d["many"].append(1)
print(len(o.many), asdict(Inner(1, defaultdict(list, {1: [2]}))))

C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"double": lambda self: self.y * 2})
c = C(1, 2)
print(c, c.double(), C.__module__, C.__annotations__, C.__name__)
D = make_dataclass("D", [("w", str, "w")], bases=(C,), frozen=False, order=True, module="elsewhere")
print(D(1, 2), D.__mro__[1].__name__, D.__module__, D(1, 2) < D(1, 3))

f = field(default=3, metadata={"unit": "m"})
print(f.metadata["unit"], type(f) is Field, repr(f).startswith("Field(name=None,type=None,default=3,default_factory="))
try:
    f.metadata["x"] = 1
except TypeError as error:
    print(error)


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return 100 if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        setattr(instance, self.name, int(value))


@dataclass
class WithDescriptor:
    d: int = Descriptor()


print(WithDescriptor(), WithDescriptor("7"), WithDescriptor(1).__dict__)


@dataclass
class Abstract:
    x: "int"
    y: "dataclasses.InitVar[int]" = 3
    z: "typing.ClassVar[int]" = 4

    def __post_init__(self, y):
        print("post", y)


import typing
print(Abstract(1), [f.name for f in fields(Abstract)])
print(dataclasses.__all__)
print(repr(MISSING)[:35], repr(KW_ONLY)[:34])
