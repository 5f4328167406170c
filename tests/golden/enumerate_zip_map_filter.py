# enumerate, zip, map, filter, reversed, sum, any, all, min, max, abs, divmod: arguments, exhaustion, errors.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def broken():
    yield 1
    raise ValueError('broken')


for action in (lambda: list(enumerate('ab')), lambda: list(enumerate('ab', 5)), lambda: list(enumerate('ab', start=-1)), lambda: list(enumerate(start=2, iterable='a')), lambda: list(enumerate('ab', 10 ** 20)), lambda: list(enumerate('ab', 2 ** 61 - 1)), lambda: enumerate(), lambda: enumerate(5), lambda: enumerate('a', 'b'),
               lambda: enumerate('a', 1, 2), lambda: enumerate(foo=1), lambda: enumerate('a', 1.5), lambda: list(enumerate(broken())), lambda: list(zip()), lambda: list(zip('abc')), lambda: list(zip('abc', [1, 2])), lambda: list(zip('abc', [1, 2], strict=True)), lambda: list(zip('ab', [1, 2, 3], strict=True)),
               lambda: list(zip('ab', [1, 2], [1], strict=True)), lambda: list(zip('', [1], strict=True)), lambda: list(zip(strict=True)), lambda: list(zip('ab', 'cd', strict=[])), lambda: zip(5), lambda: zip('a', 5), lambda: zip(foo=1), lambda: list(zip(broken(), 'abc')),
               lambda: list(zip(*[iter('abcdef')] * 3)), lambda: list(map(str, [1, 2])), lambda: list(map(lambda a, b: a + b, [1, 2, 3], [4, 5])), lambda: list(map(None, [1])), lambda: map(str), lambda: map(), lambda: map(str, 5), lambda: list(map(5, [1])), lambda: list(map(str, broken())), lambda: list(map(divmod, [7, 8], [2, 0])),
               lambda: list(filter(None, [0, 1, '', 'a', [], None])), lambda: list(filter(str.isdigit, 'a1b2')), lambda: list(filter(bool, [])), lambda: filter(), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: filter(None, [], 1), lambda: list(filter(lambda x: 1 / x, [1, 0])),
               lambda: sum([1, 2.5, True]), lambda: sum([], 5), lambda: sum([[1], [2]], []), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum('ab'), lambda: sum(5), lambda: sum(), lambda: sum([1], start=2), lambda: sum([1], 2, 3), lambda: sum([0.1] * 3), lambda: sum([1j, 2]), lambda: sum([10 ** 20, 1.5]), lambda: sum([2 ** 62, 2 ** 62]),
               lambda: sum([1e308, 1e308, -1e308]), lambda: sum([float('inf'), -float('inf')]), lambda: sum([True, True]), lambda: sum([None]), lambda: any([]), lambda: all([]), lambda: any([0, '', 5, 1 / 1]), lambda: all([1, 0]), lambda: any(5), lambda: any(x for x in (0, 1)), lambda: all(broken()), lambda: any(), lambda: any([1], [2]),
               lambda: abs(-5), lambda: abs('x'), lambda: abs(), lambda: divmod(7, 2), lambda: divmod(7), lambda: divmod('x', 1), lambda: round(2.675, 2), lambda: round('x'), lambda: round(), lambda: round(number=1.5, ndigits=0), lambda: pow(2, exp=3), lambda: pow(base=2, exp=3, mod=5), lambda: pow(2), lambda: pow(1, 2, 3, 4)):
    show(action)
for make in (lambda: enumerate('abc'), lambda: zip('abc', 'de'), lambda: map(ord, 'ab'), lambda: filter(None, [1, 0]), lambda: reversed([1, 2]), lambda: iter([1, 2].pop, 1) if False else iter('ab')):
    it = make()
    print(type(it).__name__, iter(it) is it, list(it), list(it), next(it, 'done'), hasattr(it, '__length_hint__'))


class Half:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


a, b = Half(3), Half(5)
print(list(zip(a, b)), a.n, b.n)
a, b = Half(5), Half(3)
print(list(zip(a, b)), a.n, b.n)
pair = next(zip('x', 'y'))
print(pair, list(zip('ab', 'cd'))[0] is not list(zip('ab', 'cd'))[1])
kept = [item for item in zip('abc', range(3))]
print(kept, len(set(map(id, kept))))


class Sub(enumerate):
    pass


print(list(Sub('ab')), type(Sub('a')).__name__, enumerate.__class_getitem__(int))
