def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw


def outer(n):
    def inner(x):
        return x + n
    return inner


print(f(1), f(1, 5, 6, 7, c=8, d=9), f(*[1, 2], **{"c": 4}), outer(3)(4), (lambda x, y=1: x + y)(2))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10))
