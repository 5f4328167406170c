# batched and pairwise.
from itertools import batched, count, islice, pairwise

print(list(batched('ABCDEFG', 3)), list(batched([], 2)), list(batched([1, 2], 5)), list(batched(range(4), 2)), list(batched('ab', 1)))
print(list(batched('ABCDEF', 3, strict=True)), list(batched([], 3, strict=True)), list(islice(batched(count(), 2), 2)))
b = batched(range(5), 2, strict=True)
print(next(b), next(b))
for _ in range(2):
    try:
        print(next(b))
    except ValueError as error:
        print(error)
    except StopIteration:
        print('stop')
for args, kwargs in [((), {}), (([1],), {}), (([1], 0), {}), (([1], -3), {}), (([1], 'a'), {}), (([1], 1, True), {}), ((1, 2), {}),
                     (([1], 2), {'loose': 1}), (([1],), {'n': 2}), ((), {'iterable': 'abc', 'n': 2})]:
    try:
        print(list(batched(*args, **kwargs)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def broken():
    yield 1
    yield 2
    yield 3
    raise ValueError('broken')


b = batched(broken(), 2)
print(next(b))
for _ in range(2):
    try:
        print(next(b))
    except ValueError as error:
        print(error)
    except StopIteration:
        print('stop')
print(list(pairwise('abcd')), list(pairwise([1])), list(pairwise([])), list(pairwise([1, 2])))
kept = [pair for pair in pairwise(range(4))]
print(kept, kept[0] is kept[1])
p = pairwise(iter([1, 2, 3]))
print(next(p), next(p), next(p, 'over'), next(p, 'over'))
for call in (lambda: pairwise(), lambda: pairwise(1), lambda: pairwise([], []), lambda: pairwise(iterable=[])):
    try:
        call()
    except TypeError as error:
        print(error)
print([a + b for a, b in pairwise(map(str, range(5)))], max(b - a for a, b in pairwise([1, 5, 6, 20])))
