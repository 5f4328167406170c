# deque: iterators, changes during iteration, reversed, hints.
from collections import deque
import operator

d = deque('abcde')
print(list(d), list(reversed(d)), [x for x in d if x > 'b'], dict(enumerate(d)))
it = iter(d)
next(it)
print(operator.length_hint(it), list(it), operator.length_hint(it), next(it, 'end'))
back = reversed(d)
print(next(back), operator.length_hint(back), list(back), type(it).__name__, type(back).__name__)
changes = [lambda d: d.append(1), lambda d: d.popleft(), lambda d: d.rotate(1), lambda d: d.clear(), lambda d: d.extend([1, 2]),
           lambda d: d.remove('c'), lambda d: d.insert(1, 'x'), lambda d: d.__delitem__(0)]
for change in changes:
    for walk in (iter, reversed):
        e = deque('abcd')
        it = walk(e)
        next(it)
        change(e)
        try:
            print(next(it))
        except RuntimeError as error:
            print(error)
for change in (lambda d: d.__setitem__(1, 'new'), lambda d: d.reverse()):
    e = deque('abcd')
    it = iter(e)
    next(it)
    change(e)
    print(list(it))
e = deque()
it, back = iter(e), reversed(e)
e.append(10)
for walk in (it, back):
    try:
        print(next(walk))
    except (RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)
e = deque([1])
try:
    for x in e:
        e.append(x + 1)
except RuntimeError as error:
    print(error, e)
a, *rest = deque('xyz')
print(a, rest, max(deque([3, 1, 2])), sorted(deque('cab')), ''.join(deque('join')), sum(deque(range(5))))
it = iter(d)
next(it)
kind, args = it.__reduce__()
print(kind.__name__, args, list(kind(*args)))
