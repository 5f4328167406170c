# tee: independence, copies, many items, errors, what is freed when.
from itertools import count, islice, tee

a, b = tee([1, 2, 3])
print(list(a), next(b), next(b), list(a), list(b))
print([list(t) for t in tee('ab', 3)], tee([], 0), len(tee([], 5)))
a, b = tee(range(1000))
print(sum(islice(a, 500)), sum(b), sum(a))
a, = tee('xyz', 1)
next(a)
c, d = tee(a)
print(next(c), list(d), list(c), list(a))
import copy
a, b = tee(count())
next(a)
e = a.__copy__()
print(next(a), next(e), next(b), type(a).__name__, iter(a) is a)


class Item:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('free', self.n)


a, b = tee(map(Item, range(3)))
x = next(a)
y = next(b)
print(x is y)
del x, y
next(a)
print('second read once')
next(b)
print('deleting')
del a, b
print('gone')


class Copyable:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n

    def __copy__(self):
        return Copyable(self.n)


p, q = tee(Copyable(0))
print(type(p).__name__, list(p), list(q))


def reenter():
    yield 1
    next(f)
    yield 2


f, g = tee(reenter())
print(next(f))
try:
    next(f)
except RuntimeError as error:
    print(error)
for call in (lambda: tee(), lambda: tee(1), lambda: tee([], -1), lambda: tee([], 'a'), lambda: tee([], 1, 2)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
a, b = tee(iter(range(300)))
list(a)
del a
print(len(list(b)))
