# zip_longest: filling up, reuse of tuples, errors.
from itertools import count, islice, repeat, zip_longest

print(list(zip_longest()), list(zip_longest('ab')), list(zip_longest('ab', [1, 2, 3])), list(zip_longest('abc', [], fillvalue='-')))
print(list(zip_longest([1], [2, 3], (4, 5, 6), fillvalue=0)), list(zip_longest([], [], ())), list(zip_longest('ab', fillvalue=9)))
print(list(islice(zip_longest('ab', count()), 4)), dict(zip_longest('xyz', [1])))
kept = list(zip_longest(range(3), range(2)))
print(kept, len(set(map(id, kept))))
print(sum(a * b for a, b in zip_longest(range(100), range(90), fillvalue=1)))


def countdown(n):
    while n:
        yield n
        n -= 1
    print('out', end=' ')


print(list(zip_longest(countdown(2), countdown(1), countdown(3))))


def fails():
    yield 1
    raise ValueError('mid')


z = zip_longest(fails(), repeat(0, 5))
print(next(z))
for _ in range(2):
    try:
        print(next(z))
    except ValueError as error:
        print(error)
    except StopIteration:
        print('stop')
for call in (lambda: zip_longest(1), lambda: zip_longest([], fill=1), lambda: zip_longest([], fillvalue=1, x=2), lambda: zip_longest([], None)):
    try:
        call()
    except TypeError as error:
        print(error)


class Once:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            print('asked again')
            raise StopIteration
        self.n -= 1
        return self.n


print(list(zip_longest(Once(1), Once(3))))
