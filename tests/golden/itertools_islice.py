# islice: every way to give bounds, what is consumed, errors.
from itertools import count, islice

for args in [(5,), (0,), (None,), (2, 6), (2, None), (None, 4), (1, 9, 3), (None, None, 4), (0, 10, 20), (8, 3), (10, 20), (3, 3)]:
    print(args, list(islice(range(10), *args)), list(range(10)[slice(*args)]))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 4, 2)), list(it))
it = iter(range(10))
print(list(islice(it, 2, 2)), list(it))
it = iter(range(20))
print(list(islice(it, 1, 10, 4)), next(it))
print(list(islice(count(), 10, 30, 7)), list(islice('abc', True)))
s = islice([1, 2, 3], 2)
print(next(s), next(s), next(s, 'end'), next(s, 'end'))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(list(islice(range(10), Index(2), Index(8), Index(3))))
for args in [(), (-1,), (-5,), ('a',), (1.0,), (1, 'a'), ('a', 1), (-1, 2), (1, -2), (1, -1), (1, 2, 0), (1, 2, -1), (1, 2, 'x'),
             (1, 2, 3, 4), (2**100,), (1, 2, 2**70), (1, Index(-3))]:
    try:
        print(list(islice([1], *args)))
    except (TypeError, ValueError) as error:
        print(len(args), type(error).__name__, error)
for call in (lambda: islice(1, 2), lambda: islice([], stop=1)):
    try:
        call()
    except TypeError as error:
        print(error)


class Noisy:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 4:
            raise StopIteration
        return self.n

    def __del__(self):
        print('released after', self.n)


s = islice(Noisy(), 2)
print(list(s))
print('still here')
s = islice(Noisy(), None)
print(next(s))
del s
print('done')
