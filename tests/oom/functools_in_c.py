# partial, lru_cache, cmp_to_key and reduce while allocations fail.
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, x=3)
q = partial(p, 4, y=5, x=6)
print(q(7, z=8), q.args, q.keywords, repr(partial(len, "a")))
print(q.__reduce__()[1] == (show,))
q.__setstate__((show, (1,), {"k": 2}, None))
print(q())
cached = _lru_cache_wrapper(show, 2, False, tuple)
for n in (1, 2, 1, 3, "a"):
    cached(n)
print(cached(1, k=2), cached(1.5))
endless = _lru_cache_wrapper(show, None, True, tuple)
print(endless(1), endless(1.0), endless(1))
cached.cache_clear()
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a + [b], range(4), []))
