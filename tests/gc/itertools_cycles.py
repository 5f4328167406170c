# Cycles through the iterators of itertools and functions of operator: how many objects a collection finds.
import gc
from itertools import *
from operator import itemgetter, methodcaller

gc.collect()
gc.disable()


def check(label, make):
    """A cycle from a list to the iterator over it; the iterator is also moved on once."""
    for steps in (0, 1, 2):
        items = [1, 1, 2, 3]
        it = make(items)
        for _ in range(steps):
            next(it, None)
        items.append(it)
        del items, it
        print(label, steps, gc.collect())


def key(x):
    return x


check('accumulate', accumulate)
check('accumulate initial', lambda items: accumulate(items, initial=5))
check('batched', lambda items: batched(items, 2))
check('chain', lambda items: chain(items, items))
check('chain from', lambda items: chain.from_iterable([items]))
check('combinations', lambda items: combinations([items, 1, 2], 2))
check('with replacement', lambda items: combinations_with_replacement([items, 1, 2], 2))
check('permutations', lambda items: permutations([items, 1, 2], 2))
check('product', lambda items: product([items, 1], [2, 3]))
check('product repeat', lambda items: product([items, 1], repeat=2))
check('compress', lambda items: compress(items, [1, 1, 1, 1]))
check('count', lambda items: count(1))
check('cycle', cycle)
check('dropwhile', lambda items: dropwhile(key, items))
check('takewhile', lambda items: takewhile(key, items))
check('filterfalse', lambda items: filterfalse(None, items))
check('groupby', groupby)
check('groupby key', lambda items: groupby(items, key))
check('islice', lambda items: islice(items, 3))
check('pairwise', pairwise)
check('repeat', repeat)
check('starmap', lambda items: starmap(max, [[1, 2], [items]]))
check('tee', lambda items: tee(items)[0])
check('zip_longest', lambda items: zip_longest(items, 'ab'))
for tool in (lambda items: combinations([items, 1, 2, 3], 2), lambda items: permutations([items, 1, 2], 2), lambda items: product([items, 1], repeat=3),
             lambda items: combinations_with_replacement([items, 1, 2], 2), pairwise, lambda items: zip_longest(items, 'ab')):
    items, kept = [1, 1, 2, 3], []
    it = tool(items)
    for x in it:
        if len(kept) == 2:
            break
        kept.append(0)
    items.append(it)
    del x, items, it
    print('loop', gc.collect())
for getter in (itemgetter, lambda items: itemgetter(items, 1), lambda items: methodcaller('m', items), lambda items: methodcaller('m', k=items)):
    items = []
    items.append(getter(items))
    del items
    print(gc.collect())
a, b = tee(range(200))
list(a)
holder = [a, b]
holder.append(holder)
del a, b, holder
print('tee blocks', gc.collect())
group = None
items = [1, 1, 2]
items.append(groupby(items))
items.append(next(items[-1]))
del items
print('group', gc.collect())
it = accumulate([1, 2], lambda total, x: it)
next(it), next(it)
del it
print('own total', gc.collect())
