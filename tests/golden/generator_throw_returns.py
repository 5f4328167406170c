# A delegate that catches what is thrown into it and returns: its value is that of yield from.
def inner():
    try:
        yield ["a", "fresh", "list"]
    except ValueError:
        return ["result"]

def outer():
    print((yield from inner()))
    print([1, (yield from inner()), 2])
    yield 789

for i in range(300):
    g = outer()
    first = next(g)
    second = g.throw(ValueError)
    third = g.throw(ValueError("again"))
    if i % 100 == 0:
        print(first, second, third)
