# heapq: push, pop, heapify, replace, pushpop, errors.
from heapq import *
import heapq

seed, values = 1, []
for _ in range(200):
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    values.append(seed >> 10 & 127)
heap = []
for v in values:
    heappush(heap, v)
    assert all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap)))
print([heappop(heap) for _ in values] == sorted(values), heap)
for n in (0, 1, 2, 3, 10, 31, 32, 33):
    h = values[:n]
    heapify(h)
    print(n, h)
h = [5, 1, 4]
heapify(h)
print(heapreplace(h, 0), h, heapreplace(h, 9), h, heappushpop(h, 2), h, heappushpop(h, 100), h, heappushpop([], 'only'))
words = ['pear', 'fig', 'apple', 'kiwi', 'date']
heapify(words)
print(words, [heappop(words) for _ in range(5)])
mixed = [2.5, 1, 3, 0.5, 2**70, True]
heapify(mixed)
print([heappop(mixed) for _ in range(6)])
tasks = []
for priority, name in [(3, 'c'), (1, 'z'), (1, 'a'), (2, 'b')]:
    heappush(tasks, (priority, name))
print([heappop(tasks) for _ in range(4)])


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f'I{self.n}'


items = list(map(Item, [3, 9, 1, 7]))
heapify(items)
print(items, heappop(items), items)
for call in (lambda: heappop([]), lambda: heappop(()), lambda: heappush((), 1), lambda: heapify('abc'), lambda: heapreplace([], 1), lambda: heappush([1]),
             lambda: heappush([1], 'a'), lambda: heappush([1], None), lambda: heapify([1, 'a']), lambda: heappop(), lambda: heapreplace(1, 2), lambda: heappushpop(1, 2)):
    try:
        print(call())
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)


class Cheater:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


h = []
h.extend(Cheater(h) for _ in range(5))
for action in (heapify, heappop):
    h = []
    h.extend(Cheater(h) for _ in range(5))
    try:
        action(h)
    except RuntimeError as error:
        print(error)
print(sorted(heapq.__all__), heappush.__module__, nlargest.__module__)
