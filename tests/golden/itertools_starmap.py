# starmap, and recipes made of many tools.
from itertools import accumulate, chain, compress, count, cycle, filterfalse, groupby, islice, repeat, starmap, tee, zip_longest
import operator

print(list(starmap(pow, [(2, 5), (3, 2), [10, 3]])), list(starmap(print, [])), list(starmap(max, ['ab', (1, 2, 3)])))
print(list(starmap(lambda *a: a, [(), (1,), range(3)])))
for call in (lambda: list(starmap(pow, [1])), lambda: starmap(pow), lambda: starmap(pow, 1), lambda: starmap(f=1),
             lambda: list(starmap(pow, [(1,)])), lambda: list(starmap(3, [()]))):
    try:
        call()
    except TypeError as error:
        print(error)


def take(n, iterable):
    return list(islice(iterable, n))


def ncycles(iterable, n):
    return chain.from_iterable(repeat(tuple(iterable), n))


def dotproduct(a, b):
    return sum(map(operator.mul, a, b))


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)


def partition(predicate, iterable):
    a, b = tee(iterable)
    return list(filterfalse(predicate, a)), list(filter(predicate, b))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for p in range(3, int(n ** 0.5) + 1, 2):
        if data[p]:
            data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(count(), data)


def unique(iterable):
    return map(next, map(operator.itemgetter(1), groupby(iterable)))


print(take(5, sieve(100)), list(ncycles('ab', 2)), dotproduct([1, 2, 3], [4, 5, 6]))
print(list(roundrobin('ABC', 'D', 'EF')), partition(lambda x: x % 2, range(7)), ''.join(unique('AAAABBBCCDAABBB')))
print(list(zip_longest(*[iter('ABCDEFG')] * 3, fillvalue='x')), list(accumulate(chain([1], repeat(2, 3)), operator.mul)))
