# deque.rotate and reverse, at all lengths and distances.
from collections import deque

d = deque('abcdef')
d.rotate()
print(d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate(0)
d.rotate(600)
d.rotate(-6000000)
print(d)
for n in range(10):
    for steps in range(-25, 25):
        e = deque(range(n))
        e.append('x')
        e.rotate(steps)
        plain = list(range(n)) + ['x']
        k = steps % len(plain)
        assert list(e) == plain[-k:] + plain[:-k] if k else list(e) == plain, (n, steps)
    e = deque(range(n))
    e.reverse()
    assert list(e) == list(range(n))[::-1]
empty = deque()
empty.rotate(5)
empty.reverse()
print(empty)
for call in (lambda: d.rotate('a'), lambda: d.rotate(1, 2), lambda: d.rotate(1.5), lambda: d.rotate(10**30), lambda: d.reverse(1)):
    try:
        call()
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)


def josephus(n, k):
    circle = deque(range(1, n + 1))
    out = []
    while circle:
        circle.rotate(1 - k)
        out.append(circle.popleft())
    return out


print(josephus(10, 3), josephus(1, 5))
