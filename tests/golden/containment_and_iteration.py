# in, iter(), next(), reversed(), len hints: __contains__, __iter__, __getitem__ protocols and their errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Contains:
    def __contains__(self, item):
        return item if item != 'boom' else 1 / 0


class Items:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, index):
        if index >= self.n:
            raise IndexError
        return index * 10

    def __len__(self):
        return self.n


class NoContains(Items):
    __contains__ = None


class NoIter(Items):
    __iter__ = None


class BadIter:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self


class StopEarly(Items):
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


class KeyErrors(Items):
    def __getitem__(self, index):
        raise KeyError(index)


class Reversed:
    def __reversed__(self):
        return 'anything'


class NoReversed(Items):
    __reversed__ = None


for action in (lambda: 5 in Contains(), lambda: 0 in Contains(), lambda: [] not in Contains(), lambda: 'boom' in Contains(), lambda: 10 in Items(3), lambda: 15 in Items(3), lambda: 10 in NoContains(3), lambda: 10 in NoIter(3), lambda: 5 in 5, lambda: 5 in BadIter(), lambda: 5 in BadNext(),
               lambda: 1 in StopEarly(5), lambda: 9 in StopEarly(5), lambda: 1 in KeyErrors(1), lambda: list(Items(3)), lambda: list(NoIter(3)), lambda: list(BadIter()), lambda: list(BadNext()), lambda: list(StopEarly(5)), lambda: list(KeyErrors(1)), lambda: list(reversed(Items(3))), lambda: reversed(Reversed()),
               lambda: reversed(NoReversed(3)), lambda: reversed(5), lambda: reversed({1}), lambda: list(reversed({1: 2, 3: 4})), lambda: reversed(iter([])), lambda: list(reversed('abc')), lambda: reversed(x for x in ()), lambda: iter(5), lambda: iter(), lambda: iter(1, 2, 3), lambda: iter(5, 6),
               lambda: list(iter(iter([1, 2]).__next__, 2)), lambda: next(5), lambda: next(iter([])), lambda: next(iter([]), 'd'), lambda: next(iter([]), 1, 2), lambda: next(), lambda: next([1]), lambda: iter(Items(2)).__length_hint__(), lambda: [x for x in 5], lambda: (lambda: (yield from 5))().__next__(),
               lambda: [*5], lambda: {**Items(1)}, lambda: (lambda *a: a)(*5), lambda: (lambda **k: k)(**5), lambda: sum(5), lambda: dict(Items(2)), lambda: list(zip(Items(2), 5)), lambda: a_b(5) if 0 else tuple(Items(2)), lambda: max(Items(3)), lambda: sorted(Items(3), reverse=True), lambda: 'x' in 'xyz', lambda: 5 in 'xyz',
               lambda: [] in [[]], lambda: float('nan') in [float('nan')], lambda: None in (None,), lambda: 2 in {1: 2}, lambda: 2 in {1: 2}.values(), lambda: (1, 2) in {1: 2}.items(), lambda: (1, 3) in {1: 2}.items(), lambda: 5 in {1: 2}.items(), lambda: [] in {1: 2}, lambda: 1.0 in range(3), lambda: '1' in range(3)):
    show(action)
import operator


class Hint:
    def __init__(self, hint, items=()):
        self.hint, self.items = hint, items

    def __iter__(self):
        return iter(self.items)

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint('hint')
        return self.hint


for hint in 5, 0, -1, 'x', None, NotImplemented, 2.0, True, TypeError, ValueError, 2 ** 62, 10 ** 30:
    show(lambda: operator.length_hint(Hint(hint), 9))
    if hint != 2 ** 62:
        show(lambda: list(Hint(hint, 'ab')))
a, *b, c = Items(4)
print(a, b, c)
try:
    a, b = Items(3)
except ValueError as error:
    print(error)
try:
    a, b, *c = Items(1)
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
