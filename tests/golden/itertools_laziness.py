# What the iterators of itertools take from their sources, and when.
from itertools import *


def noisy(name, n):
    for i in range(n):
        print(f'{name}{i}', end=' ')
        yield i
    print(f'{name}-', end=' ')


def show(label, it, steps=20):
    print(label, end=': ')
    for _ in range(steps):
        try:
            print(f'[{next(it)}]', end=' ')
        except StopIteration:
            print('end')
            return
    print('...')


show('chain', chain(noisy('a', 2), noisy('b', 1)))
show('chain from', chain.from_iterable(noisy(c, 1) for c in 'xy'))
show('compress', compress(noisy('d', 3), noisy('s', 2)))
show('compress', compress(noisy('d', 1), noisy('s', 3)))
show('dropwhile', dropwhile(lambda x: x < 2, noisy('a', 4)))
show('takewhile', takewhile(lambda x: x < 2, noisy('a', 4)))
show('filterfalse', filterfalse(lambda x: x % 2, noisy('a', 4)))
show('islice', islice(noisy('a', 6), 1, 5, 2))
show('islice', islice(noisy('a', 6), 3))
show('islice none', islice(noisy('a', 6), 2, 2))
show('pairwise', pairwise(noisy('a', 3)))
show('batched', batched(noisy('a', 5), 2))
show('accumulate', accumulate(noisy('a', 3)))
show('accumulate initial', accumulate(noisy('a', 2), initial=10))
show('zip_longest', zip_longest(noisy('a', 1), noisy('b', 3), fillvalue='-'))
show('starmap', starmap(lambda *a: a, ((x,) for x in noisy('a', 2))))
show('cycle', cycle(noisy('a', 2)), 5)
show('product', product(noisy('a', 2), noisy('b', 1)))
show('combinations', combinations(noisy('a', 3), 2))
show('permutations', permutations(noisy('a', 2)))
first, second = tee(noisy('a', 3))
show('tee first', first, 2)
show('tee second', second)
show('tee first', first)
print('groupby', end=': ')
for key, group in groupby(noisy('a', 5), lambda x: x // 2):
    print(f'<{key}>', end=' ')
    if key != 1:
        print(list(group), end=' ')
print()
it = map(lambda x: x, noisy('m', 2))
show('nested', islice(chain(it, repeat('r')), 4))
