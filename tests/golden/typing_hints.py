# typing: get_type_hints, get_origin, get_args, overload and the decorators; classes with type parameters.
import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, ForwardRef, Generic, List, Optional, TypeVar, Union,
                    clear_overloads, final, get_args, get_origin, get_overloads, get_type_hints, no_type_check, overload,
                    override)

T = TypeVar("T")


class Node:
    value: int
    next: "Optional[Node]"
    children: List["Node"] = []
    total: ClassVar[int] = 0
    meta: Annotated[int, "m"] = 1


class Leaf(Node):
    extra: "list[Leaf]"
    value: "str"


def function(a: int, b: "str" = "", *args: "Node", c: None = None, **kwargs: Dict[str, "Leaf"]) -> "List[T]": ...


print(get_type_hints(Node))
print(get_type_hints(Leaf))
print(get_type_hints(Node, include_extras=True)["meta"])
print(get_type_hints(function))
print(get_type_hints(lambda: 0), get_type_hints(Node.__init__), get_type_hints(len), get_type_hints(typing)["TYPE_CHECKING"] if False else "")
for attempt in (lambda: get_type_hints(3), lambda: get_type_hints(ForwardRef("x"))):
    try:
        attempt()
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)


class Unknown:
    x: "Missing"


try:
    get_type_hints(Unknown)
except NameError as error:
    print(error)
print(get_type_hints(Unknown, {"Missing": int}), get_type_hints(Unknown, localns={"Missing": str}))


def union(a: "int | None", b: "Callable[[Node], str]", c: collections.abc.Callable[["Node"], int], d: list["Node"]): ...


print(get_type_hints(union))


@no_type_check
def unchecked(a: "not a type at all"): ...


print(get_type_hints(unchecked))


@overload
def two(a: int) -> int: ...
@overload
def two(a: str) -> str: ...
def two(a):
    return a


print(len(get_overloads(two)), two(3), [f.__annotations__["a"] for f in get_overloads(two)])
clear_overloads()
print(get_overloads(two))
try:
    overload(two)(1)
except NotImplementedError as error:
    print(error)


@final
class Final_:
    @override
    def m(self): ...


print(Final_.__final__, Final_.m.__override__, final(3))


class Stack(Generic[T]):
    def push(self, item: T) -> None: ...


class IntStack(Stack[int]):
    pass


class Both(Stack[T], Dict[str, T]):
    pass


class Ordered(List[T], Stack[T]):
    pass


print(Stack[int], Stack[int]().__orig_class__, Stack[T][str], IntStack.__orig_bases__, IntStack.__parameters__)
print(Both.__mro__, Both.__parameters__, Both[int], Ordered.__mro__[1:4])
print(Stack[Any] == Stack[Any], Stack[int] != Stack[str], Stack[int] is Stack[int], isinstance(Stack[int](), Stack))


class Syntax[A, *B, **C]:
    def method[X: int](self, x: X) -> A: ...


print(Syntax.__type_params__, Syntax.__parameters__, Syntax[int, str, [bool]], Syntax.__orig_bases__, Syntax.__mro__[1:])
X, = Syntax.method.__type_params__
print(X, X.__bound__, get_type_hints(Syntax.method), X.__infer_variance__, X.__module__)
type Alias[Q = int] = list[Q]
print(Alias, Alias[str], Alias[str].__origin__, Alias.__value__, Alias.__type_params__[0].__default__, Alias.__parameters__)
for tp in (List[int], Union[int, str], int | str, Callable[[int], str], Annotated[int, 1], int, Generic[T], list[int], ClassVar[int]):
    print(get_origin(tp), get_args(tp))
