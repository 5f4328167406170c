def g(n):
    for i in range(n):
        got = yield i
        if got:
            yield got


def h():
    yield from g(3)
    yield [x for x in g(2)]


it = g(5)
print(next(it), it.send("sent"), list(it), list(h()), sum(x for x in range(5)))
it = g(3)
next(it)
it.close()
