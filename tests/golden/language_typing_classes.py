# Classes made with the help of typing.
from typing import *
class A(Generic[TypeVar("Q")]): pass
class B(List[int]): pass
class C(Protocol): 
    x: int
class D(C): 
    x = 1
print(B([1]), D().x, B.__mro__)
try: C()
except TypeError as e: print(e)
class E(NamedTuple):
    "doc"
    a: int
print(E(1), E.__doc__, E(a=2)._asdict(), hash(E(1)) == hash((1,)))
F = NamedTuple("F", [("p", int), ("q", str)])
print(F(1, "z"), F._fields, F.__name__)
x: Optional["A"] = None
def k(*args: int, **kw: Dict[str, Any]) -> None: ...
print(k.__annotations__)
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(1, Hashable))
a, b = E(5), E(6)
print(a < b, a + b, [*a], sorted([b, a]))
match a:
    case E(a=v): print("matched", v)
