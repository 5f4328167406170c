# collections.abc: which objects count as what, and why.
import collections.abc as abcs
from collections.abc import *


def generator():
    yield


async def coroutine():
    pass


async def asynchronous():
    yield


running = coroutine()
objects = [1, "", b"", [], (), {}, set(), frozenset(), range(1), iter([]), generator(), len, {}.keys(), {}.values(),
           {}.items(), bytearray(), memoryview(b""), None, object(), type, running, asynchronous(), zip(), map(len, ()),
           reversed([]), slice(1), type.__dict__, iter({}), enumerate(())]
for name in abcs.__all__:
    if name == "ByteString":
        continue
    cls = getattr(abcs, name)
    print(name, cls, sorted(cls.__abstractmethods__), [base.__name__ for base in cls.__mro__], cls.__slots__)
    print("   ", [type(o).__name__ for o in objects if isinstance(o, cls)])
running.close()


class NotHashable:
    __hash__ = None


class NotIterable(list):
    __iter__ = None


class Duck:
    def __len__(self): ...
    def __iter__(self): ...
    def __contains__(self, x): ...


class Instance:
    pass


duck = Instance()
duck.__len__ = lambda: 3
print(isinstance(NotHashable(), Hashable), issubclass(NotIterable, Iterable), issubclass(Duck, Collection))
print(isinstance(duck, Sized), issubclass(Duck, Sequence), issubclass(Duck, Reversible))


class MyIterator(Iterator):
    def __next__(self):
        raise StopIteration


class MyGenerator(Generator):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


print(list(MyIterator()), iter(MyIterator()).__class__.__name__)
g = MyGenerator()
print(next(g), g.send(3), g.close(), iter(g) is g)
try:
    g.throw(ValueError)
except ValueError as error:
    print(repr(error))
for cls in (Iterator, Sequence, MutableMapping, Generator):
    try:
        cls()
    except TypeError as error:
        print(error)


class Stubborn(Generator):
    def send(self, value): ...
    def throw(self, *args): return 1


try:
    Stubborn().close()
except RuntimeError as error:
    print(error)


# patterns
@Sequence.register
class Registered:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return range(0, 20, 10)[i]


class Child(Registered):
    pass


class Map(Mapping):
    def __getitem__(self, key):
        return key * 2

    def __len__(self):
        return 1
    __iter__ = None


for subject in (Registered(), Child(), Map(), Duck()):
    match subject:
        case [a, b]:
            print("sequence", a, b)
        case {"x": x}:
            print("mapping", x)
        case _:
            print("neither")
