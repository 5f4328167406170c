# The iterators of the builtins: iter, enumerate, reversed, zip, map, filter.
def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__ + ":", error)

class Old:
    def __init__(self, limit):
        self.limit = limit
    def __getitem__(self, index):
        if index >= self.limit:
            raise IndexError(index)
        return index * index
    def __len__(self):
        return self.limit
print(list(Old(4)), list(reversed(Old(4))), 9 in Old(4), 10 in Old(4), type(iter(Old(1))).__name__)
iterator = iter(Old(3))
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
class Stopping:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index
print(list(Stopping()))
class Failing:
    def __getitem__(self, index):
        raise KeyError(index)
attempt(list, Failing())
attempt(iter, 5)
attempt(iter)
attempt(iter, 5, 5)
attempt(next, [])
attempt(next, iter([]))
print(next(iter([]), "default"), next(iter([1]), "default"))
attempt(next)

numbers = [1, 2, 3, 0, 4]
print(list(iter(numbers.pop, 0)), numbers)
calls = []
def call():
    calls.append(len(calls))
    if len(calls) > 3:
        raise StopIteration
    return len(calls)
iterator = iter(call, 100)
print(list(iterator), list(iterator), calls, type(iterator).__name__)
def bad():
    raise ValueError("bad")
attempt(list, iter(bad, 1))

print(list(enumerate("abc")), list(enumerate("abc", 5)), list(enumerate("ab", start=-1)), list(enumerate(iterable="x")))
print(list(enumerate("ab", 2**61 - 1)), list(enumerate("ab", 10**30)))
attempt(enumerate)
attempt(enumerate, 5)
attempt(enumerate, [], 1.5)
attempt(enumerate, [], 1, 2)
attempt(enumerate, [], x=1)
kept = list(enumerate("abc"))
pairs = []
for pair in enumerate("abc"):
    pairs.append(pair)
print(kept == pairs, pairs)

print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))))
attempt(reversed, {1})
attempt(reversed, 5)
attempt(reversed, iter([]))
attempt(reversed)
attempt(reversed, [], [])
class Backward:
    def __reversed__(self):
        return iter("custom")
print(list(reversed(Backward())))
class NotReversible(Old):
    __reversed__ = None
attempt(reversed, NotReversible(1))
class NoLength:
    def __getitem__(self, index):
        return index
attempt(reversed, NoLength())
print(type(reversed("a")).__name__, type(reversed([])).__name__)

print(list(zip()), list(zip("ab")), list(zip("abc", range(2))), list(zip("ab", [1, 2], (3.0, 4.0))))
attempt(zip, 5)
attempt(zip, [], 5)
attempt(zip, [], x=1)
for arguments in (([1], [1, 2]), ([1, 2], [1]), ([1], [1], [1, 2]), ([1, 2], [1, 2], [1]), ([1], [2]), ([], [], [1])):
    attempt(lambda: list(zip(*arguments, strict=True)))
    print(list(zip(*arguments)), list(zip(*arguments, strict=False)))
print(list(zip(*[(1, "a"), (2, "b")])), dict(zip("ab", (1, 2))))
kept = []
for pair in zip("abc", "def"):
    kept.append(pair)
print(kept)
shared = iter(range(6))
print(list(zip(shared, shared)), list(shared))
def failing():
    yield 1
    raise OSError("failing")
attempt(list, zip([1, 2], failing()))

print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(max, *[[1, 5], [4, 2], [3, 3]])))
print(list(map(lambda *args: len(args), *[range(2)] * 10)))
attempt(map)
attempt(map, str)
attempt(map, str, 5)
attempt(map, str, [], x=1)
attempt(list, map(5, [1]))
attempt(list, map(lambda: 1, [1]))
attempt(list, map(lambda x: 1 // x, [1, 0]))
def stop(x):
    if x == 2:
        raise StopIteration
    return x
print(list(map(stop, [1, 2, 3])))
iterator = map(stop, [1, 2, 3])
print(next(iterator), next(iterator, "over"), next(iterator))

print(list(filter(None, [0, 1, "", "a", [], None])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x > 1, range(4))), list(filter(bool, [0, 2])))
attempt(filter, None)
attempt(filter, None, 5)
attempt(filter, None, [], 1)
attempt(filter, None, [], x=1)
attempt(list, filter(lambda x: 1 // x, [1, 0]))
class NoTruth:
    def __bool__(self):
        raise TypeError("neither")
attempt(list, filter(None, [NoTruth()]))

class Sub(map):
    def __next__(self):
        return ("sub", super().__next__())
print(list(Sub(abs, [-1, 2])), type(Sub(abs, [])).__name__)
class Numbered(enumerate):
    pass
print(list(Numbered("ab", 1)))
class Zipped(zip):
    def __new__(cls, *iterables, mark=None):
        self = super().__new__(cls, *iterables)
        self.mark = mark
        return self
print(list(Zipped("ab", "cd", mark=5)), Zipped(mark=6).mark)
for thing in (iter([]), iter(()), iter({}), iter(set()), iter(range(0)), iter(""), enumerate([]), zip(), map(abs, []), filter(None, []), reversed([]), iter(b"")):
    print(type(thing).__name__, thing.__iter__() is thing, end="; ")
print()
class Iterator:
    def __init__(self, limit):
        self.count, self.limit = 0, limit
    def __iter__(self):
        return self
    def __next__(self):
        if self.count >= self.limit:
            raise StopIteration
        self.count += 1
        return self.count
print(list(Iterator(3)), tuple(Iterator(2)), sum(Iterator(4)), dict(zip(Iterator(2), "ab")), set(Iterator(2)), max(Iterator(3)), sorted(Iterator(3), reverse=True), "".join(map(str, Iterator(3))), *Iterator(2), 2 in Iterator(3))
class NotIterator:
    def __iter__(self):
        return 5
attempt(iter, NotIterator())
attempt(list, NotIterator())
class NoneIter:
    __iter__ = None
attempt(iter, NoneIter())
