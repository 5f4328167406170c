# deque: making, both ends, clear, copy, repr.
from collections import deque

d = deque('abc')
print(d, len(d), bool(d), bool(deque()), list(d), deque(), deque([1], 5), deque(iterable='xy', maxlen=None))
d.append('d')
d.appendleft('z')
print(d, d.pop(), d.popleft(), d)
d.extend('ef')
d.extendleft('12')
print(d)
d.extend(d)
print(d)
d.extendleft(deque('q'))
e = d.copy()
d.clear()
print(d, e, d == deque(), e is not d)
e += 'no'
print(e)
e.reverse()
print(e, e.count('b'), e.count('nothing'))
for empty in (deque.pop, deque.popleft):
    try:
        empty(deque())
    except IndexError as error:
        print(error)
r = deque([1])
r.append(r)
r.append([r])
print(r)
for call in (lambda: deque(1), lambda: deque(1, 2, 3), lambda: deque([], -1), lambda: deque([], 'a'), lambda: deque([], 1.0),
             lambda: deque(a=1), lambda: deque().append(), lambda: deque().extend(5), lambda: hash(deque()), lambda: deque([], 2**70)):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
d = deque(range(5))
d.__init__('xy')
print(d, d.maxlen)
d.__init__('wxyz', 2)
print(d, d.maxlen)
big = deque(range(1000))
for _ in range(990):
    big.popleft()
print(big, len(big))
for i in range(20):
    big.append(i)
    big.popleft()
print(big)
