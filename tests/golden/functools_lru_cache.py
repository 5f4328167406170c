# functools.lru_cache and cache: what is kept, for how long, and how calls are told apart.
from functools import lru_cache, cache
import functools


@lru_cache(maxsize=3)
def square(x):
    print("computing", x)
    return x * x


print([square(n) for n in (1, 2, 3, 1, 4, 1, 2, 3)])
print(square.__name__, square.__wrapped__.__name__, square.cache_parameters())
square.cache_clear()
print(square(3))


@lru_cache
def plain(*args, **kwargs):
    print("called", args, kwargs)
    return len(args)


plain(1), plain(1.0), plain(True), plain("a"), plain("a"), plain((1,)), plain(1, 2), plain(1, 2)
plain(a=1, b=2), plain(b=2, a=1), plain(a=1, b=2), plain(1, a=1), plain(1, "a", 1)
print(plain.cache_parameters())


@lru_cache(typed=True)
def typed(*args, **kwargs):
    print("called", args, kwargs)


typed(1), typed(1.0), typed(True), typed(1), typed(a=1), typed(a=1.0), typed(a=1)


@lru_cache(maxsize=0)
def never(x):
    print("always", x)


never(1), never(1)


@lru_cache(maxsize=-5)
def negative(x):
    print("always", x)


negative(1), negative(1)
print(negative.cache_parameters())


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(100), fibonacci.cache_parameters())


@lru_cache(maxsize=2)
def countdown(n):
    print("in", n)
    return 0 if n == 0 else countdown(n - 1) + 1


print(countdown(4), countdown(4), countdown(1))


# errors are not remembered
@lru_cache
def failing(x):
    print("tried")
    return 1 / x


for _ in range(2):
    try:
        failing(0)
    except ZeroDivisionError as error:
        print(error)
try:
    failing([])
except TypeError as error:
    print(error)


class Methods:
    def __init__(self, value):
        self.value = value

    @lru_cache(maxsize=None)
    def get(self, x):
        print("get", self.value, x)
        return self.value + x

    @staticmethod
    @lru_cache
    def static(x):
        print("static", x)
        return x


a, b = Methods(1), Methods(10)
print(a.get(1), a.get(1), b.get(1), Methods.get(a, 1))
print(Methods.static(1), a.static(1))
print(type(Methods.get), type(a.get))

for wrong in ("a", 1.5, []):
    try:
        lru_cache(wrong)(len)
    except TypeError as error:
        print("TypeError:", error)
for arguments in ((3, 1, False, None), (len, "x", False, None)):
    try:
        functools._lru_cache_wrapper(*arguments)
    except TypeError as error:
        print("TypeError:", error)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.n == other.n


@lru_cache(maxsize=2)
def by_key(key):
    return key.n


print([by_key(Key(n)) for n in (1, 2, 1, 3, 2)])
square.attribute = 5
print(square.attribute, "attribute" in square.__dict__, square.__copy__() is square, square.__deepcopy__(1) is square)
print(square.__reduce__())


@lru_cache(maxsize=2)
def clearing(n):
    if n:
        clearing.cache_clear()
        clearing(n - 1)
    return n


print(clearing(5), clearing(3), clearing(0))
