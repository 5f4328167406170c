# collections.abc.Callable[...] and the other subscripted abstract classes.
import collections.abc
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Mapping

for alias in (Callable[[int, str], float], Callable[..., int], Callable[[], None], Callable[[list[int]], "X"],
              Callable[[Callable[[int], str]], None], Iterable[int], Generator[int, None, str], Mapping[str, int],
              AsyncGenerator[int, None]):
    print(repr(alias), alias.__origin__, alias.__args__, type(alias).__name__, alias.__parameters__)
print(Callable[[int], str] == Callable[[int], str], Callable[[int], str] == Callable[[str], str])
print(hash(Callable[[int], str]) == hash(Callable[[int], str]), Callable[[int], str] != Callable[..., str])
for wrong in (int, (int,), (int, str), (int, str, float), ()):
    try:
        print(Callable[wrong])
    except TypeError as error:
        print(error)
print(Callable[[int], str].__reduce__()[1][1], Callable[..., str].__reduce__()[1][1])
print(Callable[[int], str] | None, Iterable[int] | int)
for check in (lambda: isinstance(len, Callable[[], int]), lambda: issubclass(int, Iterable[int]),
              lambda: Callable[[int], str]()):
    try:
        check()
    except TypeError as error:
        print(error)


class Inherits(Iterable[int]):
    def __iter__(self):
        return iter("ab")


print(Inherits.__mro__[1:3], Inherits.__orig_bases__, list(Inherits()), collections.abc.__name__)
alias = list[int]
print([*alias], next(iter(alias)), next(iter(alias)).__unpacked__, alias.__unpacked__, alias == next(iter(alias)))
print(next(iter(tuple[int, str])).__typing_unpacked_tuple_args__, alias.__reduce__(), type(iter(alias)).__name__)
print(alias.append is list.append, alias.__name__, alias.__qualname__, alias.__module__, alias("ab"))


class Sub(type(alias)):
    def __repr__(self):
        return "mine " + super().__repr__()


print(Sub(list, int), Sub(list, (int, str)).__args__, Sub(list, int) == list[int], isinstance(Sub(list, int), type(alias)))
for attribute in ("__origin__", "__args__", "__unpacked__", "x"):
    try:
        setattr(alias, attribute, 1)
    except AttributeError as error:
        print(error)
