# groupby: keys, groups that live and die, nested use, errors.
from itertools import groupby

print([(k, list(g)) for k, g in groupby('AAAABBBCCDAABBB')], [k for k, g in groupby([])])
print([(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)], [(k, list(g)) for k, g in groupby('aAbB', key=str.lower)])
groups = list(groupby('aabbc'))
print([k for k, g in groups], [list(g) for k, g in groups])
g = groupby('aabb')
key, first = next(g)
print(key, next(first))
key2, second = next(g)
print(key2, list(first), list(second), next(g, 'end'))
g = groupby([1, 1, 2])
_, one = next(g)
print(list(one), list(one), [(k, list(x)) for k, x in g])
words = ['apple', 'avocado', 'bean', 'cherry', 'cod']
for letter, group in groupby(words, key=lambda w: w[0]):
    for size, inner in groupby(group, key=len):
        print(letter, size, list(inner))
nan = float('nan')
print([len(list(g)) for k, g in groupby([nan, nan, 1, 1.0, True])])


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print('compare', self.n, other.n)
        return self.n % 2 == other.n % 2

    def __repr__(self):
        return f'Odd({self.n})'


print([(k, list(g)) for k, g in groupby([Odd(1), Odd(3), Odd(2)])])


def key(x):
    if x == 3:
        raise ValueError('three')
    return x // 2


it = groupby(range(6), key)
try:
    for k, g in it:
        print(k, list(g))
except ValueError as error:
    print(error)
print([(k, list(g)) for k, g in it])
for call in (lambda: groupby(), lambda: groupby(1), lambda: groupby([], None, 1), lambda: next(groupby([1], 2)), lambda: groupby([], x=1)):
    try:
        call()
    except TypeError as error:
        print(error)
g = groupby('ab')
print(type(g).__name__, type(next(g)[1]).__name__)
