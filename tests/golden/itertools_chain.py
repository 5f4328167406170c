# chain: laziness, from_iterable, errors, what is left after them.
from itertools import chain, count, islice

print(list(chain()), list(chain('ab')), list(chain('ab', [1, 2], (), {'k': 1}, range(2))))
print(list(chain.from_iterable(['ab', [1]])), list(islice(chain.from_iterable(map(range, count(1))), 8)))
print(''.join(chain(*['x', 'yz'])), chain[int], chain.from_iterable.__name__)


def noisy(name, n):
    print('begin', name)
    for i in range(n):
        yield name + str(i)
    print('end', name)


for x in chain(noisy('a', 2), noisy('b', 1)):
    print(x)
c = chain([1], 2, [3])
print(next(c))
for _ in range(3):
    try:
        print(next(c))
    except TypeError as error:
        print('TypeError', error)
    except StopIteration:
        print('stop')
inner = iter([1, 2, 3])
c = chain(inner, inner)
print(next(c), list(inner), list(c))
for call in (lambda: chain(a=1), lambda: chain.from_iterable(), lambda: chain.from_iterable(1)):
    try:
        call()
    except TypeError as error:
        print(error)


class Tagged(chain):
    def __init__(self, *parts, tag=None):
        self.tag = tag


t = Tagged([1], [2], tag='mine')
print(t.tag, list(t), type(Tagged.from_iterable([[3]])) is Tagged)


def fails():
    yield 1
    raise KeyError('inside')


c = chain(fails(), [2])
print(next(c))
try:
    next(c)
except KeyError as error:
    print(error)
print(list(c))
