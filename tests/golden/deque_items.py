# deque: indexing, assigning, deleting, inserting, removing, searching.
from collections import deque

d = deque(range(10))
print(d[0], d[-1], d[4], d[-10], d[True])
d[3] = 'three'
d[-1] = 'last'
print(d)
del d[0], d[-1], d[3]
print(d)
d.insert(0, 'a')
d.insert(100, 'z')
d.insert(-1, 'y')
d.insert(3, 'm')
d.insert(-100, 'b')
print(d)
d.remove('m')
print(d, d.index('three'), d.index('y', 2), d.index('a', 0, 2), d.index('z', -1), 'y' in d, 'nope' in d)
for n in range(12):
    e = deque(range(n))
    for i in range(-n - 2, n + 3):
        copy, plain = e.copy(), list(e)
        copy.insert(i, 'x')
        plain.insert(i, 'x')
        assert list(copy) == plain, (n, i)
    for i in range(-n, n):
        copy, plain = e.copy(), list(e)
        del copy[i], plain[i]
        assert list(copy) == plain, (n, i)
for call in (lambda: d[50], lambda: d[-50], lambda: d['a'], lambda: d[1:2], lambda: d[1.0], lambda: d.__setitem__(99, 1),
             lambda: d.__delitem__(99), lambda: d.remove('none'), lambda: d.index('none'), lambda: d.index('a', 5), lambda: d.index(),
             lambda: d.insert(1), lambda: d.insert('a', 1), lambda: d[10**30], lambda: d.index('a', 'b')):
    try:
        print(call())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
match d:
    case [first, *_, last]:
        print('sequence', first, last)
