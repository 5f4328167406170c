# heapq: merge, nlargest, nsmallest.
from heapq import merge, nlargest, nsmallest

print(list(merge([1, 4, 7], [2, 5, 8], [0, 3, 6, 9])), list(merge()), list(merge([])), list(merge([1], [], [1])), list(merge('ace', 'bdf')))
print(list(merge([9, 5, 1], [8, 4], reverse=True)), list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)))
print(list(merge([('a', 1), ('b', 1)], [('a', 2)], [('a', 0), ('c', 0)], key=lambda t: t[0])), list(merge([3, 1], [3, 2], reverse=True, key=lambda x: x)))
m = merge(iter([1, 3]), iter([2]))
print(next(m), next(m), list(m), type(m).__name__)


def noisy(name, values):
    for v in values:
        print(name, v)
        yield v


print(next(merge(noisy('a', [1, 5]), noisy('b', [2, 6]))))
seed, values = 3, []
for _ in range(150):
    seed = seed * 1103515245 + 12345 & 0x7fffffff
    values.append((seed >> 8 & 31, seed >> 16 & 7))
first = lambda t: t[0]
for n in (-1, 0, 1, 2, 5, 149, 150, 200):
    assert nsmallest(n, values) == sorted(values)[:max(n, 0)], n
    assert nlargest(n, values) == sorted(values, reverse=True)[:max(n, 0)], n
    assert nsmallest(n, iter(values), key=first) == sorted(values, key=first)[:max(n, 0)], n
    assert nlargest(n, iter(values), key=first) == sorted(values, key=first, reverse=True)[:max(n, 0)], n
print(nsmallest(3, values), nlargest(2, 'hello world'), nsmallest(2, {'b': 1, 'a': 2}), nlargest(1, []), nsmallest(1, [], key=len), nlargest(0, [1]))
print(nlargest(3, ['a', 'bbb', 'cc', 'dddd'], key=len), nsmallest(n=2, iterable=[3, 1, 2]), nlargest(2, [1, True, 1.0, 0]))
for call in (lambda: nlargest('a', [1]), lambda: nsmallest(1, 5), lambda: nlargest(2, [1, 'a', 2]), lambda: list(merge(1)), lambda: list(merge([1], ['a']))):
    try:
        print(call())
    except TypeError as error:
        print(error)
