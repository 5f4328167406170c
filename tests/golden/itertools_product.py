# product: orders, repeat, empty factors, errors, tuple identity.
from itertools import product

print(list(product()), list(product('ab')), list(product('ab', [1, 2])), list(product('ab', repeat=2)))
print(list(product([], 'ab')), list(product('ab', [])), list(product(repeat=3)), list(product('ab', repeat=0)))
print(len(list(product(range(4), range(3), 'xy'))), list(product((0, 1), repeat=3)), list(product('a', [1], repeat=2)))
print(sum(a * b * c for a, b, c in product(range(5), range(6), range(7))))
p = product([1, 2], 'x')
print(next(p), next(p), next(p, None), next(p, None))
kept = list(product('ab', 'cd'))
print(len(set(map(id, kept))), all(type(t) is tuple for t in kept))
for args, kwargs in [((1,), {}), (([1],), {'repeat': -1}), (([1],), {'repeat': 'a'}), (([1],), {'other': 1}), (([1],), {'repeat': None}),
                     (([1],), {'repeat': 2**70}), (([1],), {'repeat': 2, 'x': 1})]:
    try:
        print(list(product(*args, **kwargs)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
pool = [1, 2]
p = product(pool, pool)
pool.clear()
print(list(p))
print([''.join(w) for w in product('01', repeat=3)], list(product(range(2), [None])))
