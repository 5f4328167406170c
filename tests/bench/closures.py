"""Closures, higher-order functions, decorators."""
def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    return increment

def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x
    return composed

def memoise(function):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]
    return wrapper

@memoise
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)

tick = counter()
for i in range(1800000):
    tick(2)
print(tick())
pipeline = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)
print(sum(pipeline(i) for i in range(500000)))
print(ways(90))
print(sum(map(lambda x: x * x, filter(lambda x: x % 3 == 0, range(1200000)))))
