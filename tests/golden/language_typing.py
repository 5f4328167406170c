# Type hints and type parameters: the library module typing.
from typing import (List, Dict, Optional, Union, Any, Callable, Tuple, TypeVar, Generic, NamedTuple, TypedDict, Protocol,
    runtime_checkable, Literal, Annotated, ClassVar, Final, NewType, cast, overload, get_type_hints, get_origin, get_args, TYPE_CHECKING, Iterable, Iterator, Sequence, Mapping)
import typing
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Any, Callable[[int, str], bool], Tuple[int, ...])
print(Optional[Union[int, str]], Union[int], Union[int, int, str], Literal[1, "a"], Annotated[int, "meta"], ClassVar[int])
T = TypeVar("T")
K = TypeVar("K", bound=int)
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        return self.items.pop()
s = Stack[int]()
s.push(1); print(s.pop(), Stack.__parameters__, T, K.__bound__)
class Point(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x ** 2 + self.y ** 2
p = Point(3)
print(p, p.x, p.y, p._replace(y=4), Point._fields, p._asdict(), p.norm(), p == (3, 0), isinstance(p, tuple))
try: Point()
except TypeError as e: print(e)
try: Point(1, 2, 3)
except TypeError as e: print(e)
try: Point(1, z=3)
except TypeError as e: print(e)
class Movie(TypedDict, total=False):
    name: str
    year: int
m = Movie(name="x", year=1); print(m, type(m), Movie.__annotations__, Movie.__total__)
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class R:
    def close(self): pass
print(isinstance(R(), Closer), isinstance(1, Closer))
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, cast(int, "x"), TYPE_CHECKING)
def f(a: "int", b: Optional[str] = None) -> List[int]: ...
print(get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]))
def first[U](xs: list[U], default: U | None = None) -> U: return xs[0]
print(first([1, 2]), first.__type_params__, first.__annotations__)
class Box[A, B: int = bool]:
    def __init__(self, a): self.a = a
    def get[C](self, c: C, *, k=1) -> tuple[A, C]: return self.a, c, k
print(Box(1).get(2), Box.__type_params__, Box.__parameters__, Box[int, bool], Box.__type_params__[1].__bound__, Box.__type_params__[1].__default__)
type Pair[X] = tuple[X, X]
type Num = int | float
print(Pair, Num.__value__, Pair.__type_params__, Pair[int])
def deco(fn: Callable[..., T]) -> Callable[..., T]: return fn
@overload
def g(x: int) -> int: ...
def g(x): return x
print(g(3), Sequence[int], Iterable, Mapping[str, int])
class Sub(Stack[int], List[str]): pass
print(Sub.__mro__, Sub.__orig_bases__)
class G2[**P, *Ts]: pass
print(G2.__type_params__)
def outer_generic[T](x: T):
    class Inner[V](list[V]):
        y: T
        def m(self) -> V: return T
    return Inner
print(outer_generic(1).__type_params__, outer_generic(1)().m())
class Cls:
    attr = int
    def meth[Q: attr](self, q: Q): return Q.__bound__
print(Cls().meth(1))
