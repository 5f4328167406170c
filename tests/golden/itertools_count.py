# count: ints, floats, steps, big numbers, text and errors.
from itertools import count, islice


def first(n, it):
    return list(islice(it, n))


print(first(3, count()), first(3, count(10)), first(3, count(10, -3)), first(3, count(step=5)))
print(first(4, count(1.5)), first(4, count(2, 0.25)), first(3, count(1j)))
print(first(3, count(2**61 - 2)), first(3, count(2**62)), first(3, count(-2**61 + 1, -1)), first(3, count(10**30, 10**30)))
print(first(2, count(True)), count(True), count(5, True), first(3, count(0, 0)))
print(count(), count(3), count(3, 2), count(-1, -1), count(1.0), count(1, 1.0), count(2.5, 0.5))
c = count(7)
print(next(c), next(c), c, iter(c) is c)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __repr__(self):
        return f'{self.cents / 100:.2f}'

    def __float__(self):
        return self.cents / 100


print(first(3, count(Money(100), Money(25))), count(Money(1), Money(2)))
for args, kwargs in [(('a',), {}), ((None,), {}), ((1, 'b'), {}), ((1, 2, 3), {}), ((), {'x': 1}), (([],), {})]:
    try:
        print(count(*args, **kwargs))
    except TypeError as error:
        print(error)


class Evens(count):
    def __next__(self):
        return 2 * super().__next__()


print(first(3, Evens(5)), Evens(5, 1), type(Evens()).__mro__[1])
