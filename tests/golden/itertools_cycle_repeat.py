# cycle and repeat: contents, reprs, hints and errors.
from itertools import cycle, islice, repeat
import operator

print(list(islice(cycle('abc'), 8)), list(cycle([])), list(cycle(())))
source = iter([1, 2])
c = cycle(source)
print(next(c), next(c), next(c), list(source), next(c))
grown = []
c = cycle(grown)
try:
    next(c)
except StopIteration:
    print('nothing to repeat')
lazy = cycle(print('seen', x) or x for x in (1, 2))
print([next(lazy) for _ in range(5)])
print(list(repeat('x', 3)), list(repeat(None, 0)), list(repeat(1, -5)), list(islice(repeat(9), 2)))
print(repeat(1), repeat('a', 3), repeat(object=2, times=1), repeat(3, times=0), repeat([], -1))
r = repeat(5, 4)
next(r)
print(r, operator.length_hint(r), len(list(r)), r, operator.length_hint(r))
print(list(map(pow, range(5), repeat(2))), sum(repeat(3, 1000)))
try:
    operator.length_hint(repeat(1), 7)
    repeat(1).__length_hint__()
except TypeError as error:
    print(error)
print(operator.length_hint(repeat(1), 7))
for call in (lambda: repeat(), lambda: repeat(1, 'a'), lambda: repeat(1, None), lambda: repeat(1, 2, 3), lambda: cycle(),
             lambda: cycle(1), lambda: cycle([], 1), lambda: cycle(iterable=[]), lambda: repeat(1, 2.0)):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Broken:
    def __iter__(self):
        yield 1
        raise ValueError('broken')


c = cycle(Broken())
print(next(c))
for _ in range(2):
    try:
        print(next(c))
    except ValueError as error:
        print('error', error)
    except StopIteration:
        print('over')
