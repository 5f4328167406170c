# list.sort and sorted: stability, key, reverse, mixed types, errors in comparisons and keys, partial orders.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


import random
random_numbers = []
seed = 12345
for _ in range(300):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    random_numbers.append(seed % 50)
pairs = list(enumerate(random_numbers))
by_value = sorted(pairs, key=lambda p: p[1])
print(all(a[1] < b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(by_value, by_value[1:])))
reverse = sorted(pairs, key=lambda p: p[1], reverse=True)
print(all(a[1] > b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(reverse, reverse[1:])))
for n in 0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 127, 300:
    values = random_numbers[:n]
    expected = []
    for v in values:
        i = 0
        while i < len(expected) and expected[i] <= v:
            i += 1
        expected.insert(i, v)
    assert sorted(values) == expected and sorted(values, reverse=True) == expected[::-1]
    assert sorted(values, key=lambda v: -v) == expected[::-1] and sorted(map(str, values)) == sorted(str(v) for v in expected)
for values in ([3, 1.5, 2, True, -1.0], ['b', 'a', 'é', 'B', ''], [(2, 'a'), (1, 'b'), (1, 'a')], [[2], [1, 5], []], [b'b', b'a'], [10 ** 30, 1, -10 ** 30, 2 ** 61], [False, True, False], [1.0, float('inf'), -float('inf')],
               [(1, None), (0, 'x')], [{1}, {1, 2}, set()]):
    print(sorted(values))
for values in ([1, 'a'], [None, 1], [1j, 2j], [(1, 'a'), (1, 2)], [{}, {}], [object(), object()], [1, None, 2], ['a', b'a'], [[1], (1,)]):
    show(lambda: sorted(values))
    show(lambda: values.sort(reverse=True))
for action in (lambda: sorted(), lambda: sorted(5), lambda: sorted([1], 2), lambda: sorted([1], lambda x: x), lambda: sorted([2, 1], key=None, reverse=None), lambda: sorted([2, 1], cmp=1), lambda: sorted([1], reverse='x'), lambda: sorted('cab', key=str.upper, reverse=1), lambda: sorted(iterable=[1]),
               lambda: sorted({3: 0, 1: 0}), lambda: sorted(x for x in (3, 1)), lambda: sorted([1, 2], key=5), lambda: sorted([1, 2], key=lambda: 0), lambda: sorted([1, 0], key=lambda x: 1 / x), lambda: [1, 2].sort(lambda x: x), lambda: [].sort(), lambda: sorted([[3], [1]], key=len)):
    show(action)
calls = []


class Traced:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        calls.append((self.n, other.n))
        if self.n == 99 or other.n == 99:
            raise ValueError('ninety nine')
        return self.n < other.n

    def __repr__(self):
        return 'T%d' % self.n


print(sorted([Traced(n) for n in (3, 1, 2)]), calls)
values = [Traced(n) for n in (3, 1, 99, 2)]
show(values.sort)
print(sorted(repr(v) for v in values), len(values))


class Falsy:
    def __lt__(self, other):
        return []


class Raises:
    def __lt__(self, other):
        return self

    def __bool__(self):
        raise TypeError('no bool')


show(lambda: len(sorted([Falsy() for _ in range(5)])))
show(lambda: sorted([Raises(), Raises()]))


class NotImpl:
    def __lt__(self, other):
        return NotImplemented


class Greater(NotImpl):
    def __gt__(self, other):
        return True


show(lambda: sorted([NotImpl(), NotImpl()]))
show(lambda: len(sorted([Greater(), Greater()])))
print(min([3, 1, 2]), max('b', 'a', key=lambda c: -ord(c)), min([], default=5), max([1, 5, 5.0]), min(1, 1.0, True))
for action in (lambda: min(), lambda: min([]), lambda: min(5), lambda: max(1, 'a'), lambda: min(1, 2, default=3), lambda: min([1], key=5), lambda: max([], default=None), lambda: min([1], foo=2), lambda: max([[1], [2]], key=len), lambda: min([], key=len)):
    show(action)
