# What iterators tell of themselves: __length_hint__, __reduce__, __setstate__; and sizes.
import sys

def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)

def show(iterator):
    function, arguments, *state = iterator.__reduce__()
    shown = [list(a) if hasattr(a, "__next__") else a for a in arguments]
    print(type(iterator).__name__, getattr(function, "__name__", function), shown, state)

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)),
             lambda: iter({1: "a", 2: "b"}), lambda: iter({1: "a", 2: "b"}.values()), lambda: iter({1: "a"}.items()),
             lambda: iter({5}), lambda: iter(range(3, 9, 2)),
             ):
    iterator = make()
    if hasattr(iterator, "__length_hint__"):
        print(iterator.__length_hint__(), end=" ")
    show(iterator)
    next(iterator)
    if hasattr(iterator, "__length_hint__"):
        print(iterator.__length_hint__(), end=" ")
    show(iterator)
    list(iterator)
    if hasattr(iterator, "__length_hint__"):
        print(iterator.__length_hint__(), end=" ")
    show(iterator)
for iterator in (enumerate("ab", 3), zip([1], [2]), map(abs, [1]), filter(None, [1])):
    show(iterator)

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)),
             lambda: iter(range(5))):
    for state in (0, 1, 2, 100):
        iterator = make()
        iterator.__setstate__(state)
        print(list(iterator), end=" ")

class Sequence:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index
iterator = iter(Sequence())
print(iterator.__length_hint__(), iterator.__reduce__()[0].__name__, iterator.__reduce__()[2])
iterator.__setstate__(2)
print(list(iterator), iterator.__reduce__()[1])
iterator.__setstate__(0)
print(list(iterator))
class Sized(Sequence):
    def __len__(self):
        return 3
iterator = iter(Sized())
next(iterator)
print(iterator.__length_hint__(), list(iterator))
backward = reversed(Sized())
print(backward.__length_hint__(), next(backward), backward.__length_hint__(), backward.__reduce__()[2])
backward.__setstate__(0)
print(list(backward), backward.__length_hint__())

print({1, 2}.__reduce__(), frozenset([1]).__reduce__(), range(1, 5).__reduce__(), slice(1, 2, 3).__reduce__())
for empty, full in (([], [1] * 1000), ({}, dict.fromkeys(range(1000))), (set(), set(range(1000))), ((), (1,) * 1000),
                    (frozenset(), frozenset(range(1000)))):
    print(type(empty).__name__, sys.getsizeof(empty) < sys.getsizeof(full), sys.getsizeof(full) > 8000, empty.__sizeof__() > 0)
print(list.__doc__.splitlines()[0], dict.fromkeys.__doc__.splitlines()[0])
print(range(5).start, slice(1, 2).stop, {}.keys().mapping)
shrunk = dict.fromkeys(range(1000))
for i in range(999):
    del shrunk[i]
shrunk[0] = "again"
print(shrunk, sys.getsizeof(shrunk) > 0)
stop_values = []
def ending():
    return "value"
    yield
for wrapped in (enumerate(ending()), filter(None, ending()), map(abs, ending()), zip(ending())):
    try:
        next(wrapped)
    except StopIteration as stop:
        stop_values.append(stop.value)
print(stop_values)
