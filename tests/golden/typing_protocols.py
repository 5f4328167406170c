# typing.Protocol, runtime_checkable, the Supports... protocols.
from typing import (Iterable, Protocol, SupportsAbs, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound, TypeVar,
                    get_protocol_members, is_protocol, runtime_checkable)

T = TypeVar("T")


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class Plain(Protocol):
    def method(self): ...


class Generic_(Protocol[T]):
    def get(self) -> T: ...


@runtime_checkable
class Both(Closes, Named, Protocol):
    pass


class File:
    name = "f"

    def close(self):
        return "closed"


class Explicit(Closes):
    pass


class InstanceAttribute:
    def __init__(self):
        self.name = "n"


class NoneMethod:
    close = None


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes), issubclass(int, Closes))
print(isinstance(File(), Named), isinstance(InstanceAttribute(), Named), isinstance(3, Named), isinstance(File(), Both))
print(isinstance(Explicit(), Closes), Explicit().close(), isinstance(NoneMethod(), Closes), issubclass(Explicit, Closes))
for attempt in (lambda: isinstance(3, Plain), lambda: issubclass(int, Plain), lambda: issubclass(File, Named),
                lambda: Closes(), lambda: Plain(), lambda: runtime_checkable(int), lambda: runtime_checkable(File),
                lambda: issubclass(3, Closes), lambda: get_protocol_members(int)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    class Wrong(Protocol, File):
        pass
except TypeError as error:
    print(error)
print(is_protocol(Closes), is_protocol(Explicit), is_protocol(Protocol), is_protocol(int), sorted(get_protocol_members(Both)))
print(Generic_[int], Generic_.__parameters__, Generic_[int].__args__, Closes.__mro__, Closes._is_protocol, Explicit._is_protocol)
for value in (1, 1.5, "x", 1j, [], True):
    print(value, [p.__name__ for p in (SupportsAbs, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound)
                  if isinstance(value, p)])


class WithInit(Protocol):
    x: int

    def __init__(self, x):
        self.x = x


class Implements(WithInit):
    pass


print(Implements(5).x)


class Mixed(Iterable[int], Protocol):
    def extra(self): ...


print(Mixed.__mro__[1].__name__, sorted(get_protocol_members(Mixed)))


class Sub(Explicit, Generic_[str]):
    def get(self):
        return "got"


print(Sub().get(), Sub.__orig_bases__)
