# deque: comparison, addition, multiplication.
from collections import deque
from itertools import product

samples = ['', 'a', 'ab', 'ac', 'b', 'abc']
for x, y in product(samples, repeat=2):
    a, b = deque(x), deque(y)
    results = (a == b, a != b, a < b, a <= b, a > b, a >= b)
    assert results == (x == y, x != y, x < y, x <= y, x > y, x >= y), (x, y)
d = deque([1, 2])
print(d == [1, 2], d != (1, 2), d == d, d != d, d == deque([1.0, 2], 5), deque([float('nan')]) == deque([float('nan')]))
nan = deque([float('nan')])
print(nan == nan, nan == nan.copy(), deque([1, 'a']) < deque([2, 1]))
for call in (lambda: d < [1], lambda: d >= 5, lambda: deque([1]) < deque(['a']), lambda: d + [1], lambda: [1] + d, lambda: d + 1,
             lambda: d * 'a', lambda: d * 1.0, lambda: d * d):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(d + deque('x'), d * 3, 2 * d, d * 0, d * -1, d * True)
e = d
e += [3]
e *= 2
print(d, e is d)


class Trouble:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        self.d.clear()
        return True


t = deque()
t.extend([Trouble(t), 2, 3])
for call in (lambda: t == deque([1, 2, 3]), lambda: 5 in deque([Trouble(t), 2]), lambda: t.count(7)):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
for method in ('count', 'index', 'remove', '__contains__'):
    t = deque()
    t.extend([0, Trouble(t), 2])
    try:
        print(method, getattr(t, method)(9))
    except (RuntimeError, IndexError) as error:
        print(method, type(error).__name__, error)
